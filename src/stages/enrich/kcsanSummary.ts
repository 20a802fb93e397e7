/** What every KCSAN report begins with. */
export const kcsanMark = "BUG: KCSAN: ";

/** Different data races that are told apart, and their characters in all; hostile consoles may have no end of them. */
const mostRaces = 100_000;
const mostCharacters = 8_000_000;
/** Characters of a line that are looked at. */
export const longestRace = 2_048;

/**
 * How often each data race was reported, as `kcsan-collapse.sh` leaves it in `kcsan.sum`: lines of all consoles
 * without their time stamps, counted as `uniq -c` prints it, the most frequent first. Also without the
 * `[T123]` or `[C1]` of CONFIG_PRINTK_CALLER, which keeps the script from counting equal ones together.
 */
export class KcsanSummary {
  readonly #counts = new Map<string, number>();
  #characters = 0;

  /** Takes a line of a console, of at most `longestRace` characters; lines without a report do nothing. Bytes as Latin-1, in whose order they are sorted. */
  line(line: string): void {
    if (!line.includes(kcsanMark)) return;
    const race = line.replace(/^\[[^\]]*\](?:\[ *[TC]\d+\])? /, "");
    const count = this.#counts.get(race) ?? 0;
    if (count === 0) {
      if (this.#counts.size >= mostRaces || this.#characters > mostCharacters) return;
      this.#characters += race.length;
    }
    this.#counts.set(race, count + 1);
  }

  /** The text of `kcsan.sum`; empty when there was no report. */
  get text(): string {
    return [...this.#counts]
      .map(([race, count]) => ({ line: `${String(count).padStart(7)} ${race}\n`, count }))
      .sort((a, b) => b.count - a.count || (a.line < b.line ? -1 : 1))
      .map(({ line }) => line)
      .join("");
  }
}
