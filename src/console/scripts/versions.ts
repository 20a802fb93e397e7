import type { Line } from "../lines.ts";
import { compare, firstField, looksNumeric } from "./awk.ts";
import { afterLast, inOrder, scriptText, withoutStamp } from "./text.ts";

/** Nearly all of them, so that the others may take their time. */
const usualLine = /^\[[ \d.]{5,20}\][ -z]{0,20}-torture: rtc: (?!0+ )[0-9a-f]{9,16} (?=ver: (\d+) )/;
const noReader = /rtc: 0{8,} /;

function withoutPrefix(text: string): string {
  return withoutStamp(
    text.startsWith("(") ? text.replace(/^\(initramfs\)[^\]\udc80-\udcff]*\] /u, "") : text,
  );
}

/**
 * The rule that `torture: … ver:` must rise from each statistics line to the next (`parse-console.sh`):
 * `GP HANG` when it stood still until the end, `BAD SEQ` when it did anything else wrong.
 */
export class Versions {
  #count = 0;
  #version = "0";
  #bad: { before: string; now: string; at: number } | undefined;

  /** Takes a line with `flag.version`. */
  line(line: Line): void {
    const text = scriptText(line);
    const usual = usualLine.exec(text);
    if (usual && text.lastIndexOf("ver: ") === usual[0].length && !text.includes("(null)")) {
      this.#next(usual[1] as string);
      return;
    }
    if (!inOrder(text, "torture:", "ver:")) return;
    // `rtc: 000000000* `: eight zeros or more, a reader structure that is not there.
    if (text.includes("(null)") || (text.includes("rtc: 0000") && noReader.test(text))) return;
    this.#next(firstField(afterLast(withoutPrefix(text), "ver: ")));
  }

  #next(now: string): void {
    this.#count++;
    if (!this.#bad && (!looksNumeric(now) || compare(now, this.#version) <= 0)) {
      this.#bad = { before: this.#version, now, at: this.#count };
    }
    this.#version = now;
  }

  /** The complaint, as the scripts word it. */
  get complaint(): string | undefined {
    const bad = this.#bad;
    if (!bad) return undefined;
    if (compare(bad.before, bad.now) === 0 && compare(bad.now, this.#version) === 0)
      return `GP HANG at ${this.#version} torture stat ${bad.at}`;
    return `BAD SEQ ${bad.before}:${bad.now} last:${this.#version} version ${bad.at}`;
  }
}
