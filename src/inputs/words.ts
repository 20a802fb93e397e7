/** Words as people list them: by spaces, lines or commas. Commas inside of braces belong to a glob. */
export function splitWords(text: string): string[] {
  // `2 * TREE03` is one word.
  const factors = text.replace(/(^|[\s,])(\d{1,4})\s*\*\s+(?=[A-Za-z])/g, "$1$2*");
  return factors.match(/(?:\{[^{}\s]*\}|[^\s,])+/g) ?? [];
}

/**
 * Names of scenarios as people type them. All names are in capitals (`kvm.sh` takes no others), so `tree03` can
 * only mean one; `failed` is the word of re-runs.
 */
export function scenarioWords(text: string): string[] {
  return splitWords(text).map((word) => {
    if (word.toLowerCase() === "failed") return "failed";
    // What cannot be one is shown as it was typed.
    return /^[A-Za-z0-9*?[\]{},!_.-]+$/.test(word) ? word.toUpperCase() : word;
  });
}
