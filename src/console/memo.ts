/**
 * Remembers what a pure function of one text answered. Consoles repeat themselves; the memory is bounded by
 * forgetting all once `entries` texts are known, and by never keeping those of more than `longest` characters.
 */
export function remembering<T>(
  compute: (text: string) => T,
  entries = 1_024,
  longest = 512,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return compute(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = compute(text);
    if (known.size >= entries) known.clear();
    known.set(text, answer);
    return answer;
  };
}
