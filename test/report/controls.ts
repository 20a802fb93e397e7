/** Characters that move cursors, colour terminals or reorder what is shown: code points of those that are left. */
export function controlsIn(text: string): number[] {
  const found: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const control = (point < 0x20 && point !== 9 && point !== 10) || (point >= 0x7f && point <= 0x9f);
    if (control || (point >= 0x202a && point <= 0x202e)) found.push(point);
  }
  return found;
}
