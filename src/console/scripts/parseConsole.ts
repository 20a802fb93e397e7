import type { ScriptsDialect } from "../../contracts/scriptsDialect.ts";
import type { ScriptsVerdict } from "../../results/schema.ts";
import { flag } from "../keywords.ts";
import { limits } from "../limits.ts";
import { bytesOf, type Line } from "../lines.ts";
import { fields, numberOf, printed } from "./awk.ts";
import { Badness, isTortureBang } from "./badness.ts";
import type { BinaryGate } from "./grep.ts";
import { decodeAsScripts, squeeze, withoutStamp } from "./text.ts";
import { Versions } from "./versions.ts";

/** How the torture test says it ended, as `parse-console.sh` looks for it. */
export type Completion = "failure" | "success" | "hotplug" | "none" | "not-demanded";

/**
 * What `parse-console.sh` leaves in `console.log.diags`, from one pass. Lines that name the file's path are
 * left out; colours too.
 */
export class ParseConsole {
  readonly #suite: string;
  readonly #badness: Badness;
  readonly #versions = new Versions();
  #failure = false;
  #tortureBang = false;
  #success = false;
  #hotplug = false;
  #versionLines = 0;
  #lastBangs: Buffer | undefined;

  constructor(suite: string, gate: BinaryGate, dialect: ScriptsDialect) {
    this.#suite = suite;
    this.#badness = new Badness(gate, dialect);
  }

  line(line: Line): void {
    const { flags } = line;
    if (flags & (flag.bad | flag.lowerTrace | flag.starved)) this.#badness.line(line);
    if (flags & flag.failure) this.#failure = true;
    if (flags & flag.success) this.#success = true;
    if (flags & flag.hotplug) this.#hotplug = true;
    if (flags & flag.version) {
      this.#versionLines++;
      this.#versions.line(line);
    }
    if (flags & flag.bangs) {
      this.#lastBangs = Buffer.from(bytesOf(line));
      if (!this.#tortureBang) this.#tortureBang = isTortureBang(line);
    }
  }

  get completion(): Completion {
    if (this.#suite === "rcuscale" || this.#suite === "refscale") return "not-demanded";
    if (this.#failure || this.#tortureBang) return "failure";
    if (this.#success) return "success";
    return this.#hotplug ? "hotplug" : "none";
  }

  /** `GP HANG …` or `BAD SEQ …`; the scripts do not look at scale tests, nor once the test said FAILURE. */
  get sequenceComplaint(): string | undefined {
    const { completion } = this;
    return completion === "failure" || completion === "not-demanded" ? undefined : this.#versions.complaint;
  }

  /**
   * @param title as `kvm-recheck.sh` passes it: the guest's name
   * @param more lines of `console.log.*.diags`
   */
  verdict(title: string, more: readonly string[]): ScriptsVerdict {
    const diagnostics = [...this.#ending(title), ...this.#badness.lines, ...more];
    return {
      failed: this.#ending(title).length + this.#badness.count + more.length > 0,
      diagnostics: diagnostics
        .slice(0, limits.diagnostics)
        .map((text) => text.slice(0, limits.diagnosticCharacters)),
    };
  }

  #ending(title: string): string[] {
    const complaint = this.#versions.complaint;
    const sequence = complaint === undefined ? [] : [squeeze(`WARNING: ${title} ${complaint}`)];
    switch (this.completion) {
      case "not-demanded":
        return [];
      case "failure":
        return [
          squeeze(`BUG: ${title} FAILURE, ${instances(this.#lastBangs && decodeAsScripts(this.#lastBangs))}`),
        ];
      case "success":
        return sequence;
      case "hotplug":
        return [squeeze(`WARNING: HOTPLUG FAILURES ${title} ${complaint ?? ""}`)];
      case "none":
        return [
          squeeze(`${title} no success message, ${this.#versionLines} successful version messages`),
          ...sequence,
        ];
    }
  }
}

/** What the last `!!!` line says: the sum of its last nine fields, or itself when it has fewer. */
function instances(bangs: string | undefined): string {
  if (bangs === undefined) return "";
  const words = fields(bangs);
  if (words.length < 9) return withoutStamp(bangs).replaceAll("\0", "");
  const sum = words.slice(-9).reduce((total, word) => total + numberOf(word), 0);
  return `${printed(sum)} instances`;
}
