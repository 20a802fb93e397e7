import { limits } from "./limits.ts";

/** One dump of the ftrace buffer, as a console shows it. */
export interface FtraceDump {
  /** 1-based, in the console's order. */
  readonly number: number;
  readonly lines: readonly string[];
  /** There was more than `limits.ftraceLines`. */
  readonly truncated: boolean;
}

const rule = "---------------------------------";

/**
 * Cuts the ftrace dumps out of a console's lines: what stands between the two rules after
 * `Dumping ftrace buffer:`, as 6.12's `extract_ftrace_from_console` does. Feed lines, then ask for dumps.
 */
export class FtraceDumps {
  readonly #dumps: { number: number; lines: string[]; truncated: boolean }[] = [];
  #state: "outside" | "announced" | "inside" = "outside";
  #count = 0;

  line(text: string): void {
    if (text.includes("Dumping ftrace buffer:")) {
      this.#dumps.push({ number: this.#dumps.length + 1, lines: [], truncated: false });
      this.#state = "announced";
      return;
    }
    if (text.includes(rule)) {
      if (this.#state === "announced") {
        this.#state = "inside";
        return;
      }
      if (this.#state === "inside") this.#state = "outside";
    }
    const dump = this.#dumps.at(-1);
    if (this.#state !== "inside" || !dump) return;
    if (this.#count++ < limits.ftraceLines) dump.lines.push(text);
    else dump.truncated = true;
  }

  get dumps(): readonly FtraceDump[] {
    return this.#dumps;
  }

  /** The text of `console.log.ftrace`; empty when there is no dump. */
  get text(): string {
    return this.#dumps.map(({ number, lines }) => `Ftrace dump ${number}:\n${lines.join("\n")}\n\n`).join("");
  }
}
