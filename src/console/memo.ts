/**
 * Remembers what a pure function of one text answered. Consoles repeat themselves; the memory is bounded by
 * forgetting all once `entries` texts are known.
 */
export function remembering<T>(compute: (text: string) => T, entries = 4_096): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = compute(text);
    if (known.size >= entries) known.clear();
    known.set(text, answer);
    return answer;
  };
}
