/** Values of the shell's variables, by name. */
export type Variables = Readonly<Record<string, string>>;

const variable = /\$(?:\{(\w+)\}|(\w+))/g;

/** Names of the variables that a text uses. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(variable)].map(([, braced, bare]) => braced ?? bare ?? "");
}

/** A text with its `$NAME` and `${NAME}` replaced; those of no known value vanish, as in the shell. */
export function substitute(text: string, variables: Variables): string {
  return text.replace(variable, (_, braced?: string, bare?: string) => variables[braced ?? bare ?? ""] ?? "");
}

/** The words of a command of a kernel script, which quotes with `"` alone. Nothing is evaluated. */
export function shellWords(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (const character of command) {
    if (character === '"') {
      quoted = !quoted;
      word ??= "";
    } else if (!quoted && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + character;
  }
  return word === undefined ? words : [...words, word];
}

/** The words of a text, one blank between each two. */
export function oneLine(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(" ");
}
