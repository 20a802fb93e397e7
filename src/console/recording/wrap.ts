import { isStamped } from "../findings/message.ts";

/** Terminals are seldom narrower. */
const narrowest = 60;
const usual = new Set([80, 100, 120, 132]);

/**
 * The width at which a terminal broke lines that bear the kernel's stamps, 0 where none did: nothing is longer,
 * and what follows a line of just that length has no stamp.
 */
export function wrapWidth(lines: readonly string[]): number {
  const width = Math.max(0, ...lines.map(({ length }) => length));
  if (width < narrowest) return 0;
  let [full, broken] = [0, 0];
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (line.length !== width || next === undefined) continue;
    full++;
    if (next !== "" && !isStamped(next)) broken++;
  }
  const enough = usual.has(width) ? 1 : 3;
  return broken >= enough && broken >= full * 0.8 ? width : 0;
}
