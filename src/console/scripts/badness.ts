import type { ScriptsDialect } from "../../contracts/scriptsDialect.ts";
import { flag } from "../keywords.ts";
import { limits } from "../limits.ts";
import type { Line } from "../lines.ts";
import { type BinaryGate, Printed } from "./grep.ts";
import { inOrder, isText, scriptText } from "./text.ts";

interface Lines {
  readonly count: number;
  readonly texts: readonly string[];
}

const append = (before: Lines, now: Lines): Lines => {
  if (before.count >= limits.diagnostics) return { count: before.count + now.count, texts: before.texts };
  const texts = [...before.texts, ...now.texts].slice(0, limits.diagnostics);
  return { count: before.count + now.count, texts };
};

/** The lines `console-badness.sh` prints. The same in Linux 6.1 and 6.12; see contracts/scriptsDialect.ts. */
export class Badness {
  readonly #printed: Printed<Lines>;

  readonly #selected: number;

  constructor(gate: BinaryGate, { lowerCallTraces }: ScriptsDialect) {
    this.#selected = flag.bad | (lowerCallTraces ? flag.lowerTrace : 0);
    this.#printed = new Printed<Lines>(gate, append);
  }

  /** Takes a line with `flag.bad`, `flag.lowerTrace` or `flag.starved`. */
  line(line: Line): void {
    if ((line.flags & flag.excluded) !== 0 || !isText(line)) return;
    if ((line.flags & this.#selected) === 0 && !inOrder(scriptText(line), "rcu_", "kthread starved for"))
      return;
    const room = this.count < limits.diagnostics;
    const shown = room ? scriptText(line).slice(0, limits.diagnosticCharacters) : "";
    this.#printed.add(line.end, { count: 1, texts: room ? [shown] : [] });
  }

  get count(): number {
    return this.#printed.value?.count ?? 0;
  }

  get lines(): readonly string[] {
    return this.#printed.value?.texts ?? [];
  }
}

/** Whether a line with `flag.bangs` makes `grep -q -e '-torture.*!!!'` succeed; grep ends lines at NULs too. */
export function isTortureBang(line: Line): boolean {
  return scriptText(line)
    .split("\0")
    .some((part) => inOrder(part, "-torture", "!!!"));
}
