import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { GrowingFile, ObjectCounter } from "./makeOut.ts";
import { BuildProgress } from "./progress.ts";

/** How often the growing `Make.out` is looked at, in milliseconds. */
const pollInterval = 1000;

interface Listeners {
  stdout(chunk: Buffer): void;
  stderr(chunk: Buffer): void;
}

/** Watches one `kvm.sh --buildonly`: its output for what begins and ends, each `Make.out` for how far it is. */
export class BuildWatch {
  /** Called when a scenario's build is over, one call at a time. */
  onEnd: (scenario: string, seconds: number | undefined) => Promise<void> = async () => {};
  /** The last lines that `kvm.sh` printed. */
  readonly lastLines: string[] = [];
  readonly #progress: BuildProgress;
  readonly #rundir: string;
  readonly #info: { info(line: string): void };
  readonly #interval: number;
  #ended: Promise<void> = Promise.resolve();
  #makeOut: { scenario: string; file: GrowingFile; counter: ObjectCounter } | undefined;

  constructor(rundir: string, total: number, listener: { info(line: string): void }, interval = 30_000) {
    this.#rundir = rundir;
    this.#progress = new BuildProgress(total);
    this.#info = listener;
    this.#interval = interval;
  }

  /** Watches while `run` runs, and returns what it returns once every `onEnd` is done. */
  async during<T>(run: (listeners: Listeners) => Promise<T>): Promise<T> {
    const poll = setInterval(() => void this.#count(), Math.min(pollInterval, this.#interval));
    const tell = setInterval(() => this.#tell(), this.#interval);
    const [stdout, stderr] = [lines((line) => this.#line(line)), lines((line) => this.#line(line))];
    try {
      return await run({ stdout, stderr });
    } finally {
      clearInterval(poll);
      clearInterval(tell);
      await this.#ended;
    }
  }

  #line(text: string): void {
    this.lastLines.push(text);
    if (this.lastLines.length > 100) this.lastLines.shift();
    const before = this.#progress.current;
    const ended = this.#progress.line(text, performance.now());
    if (this.#progress.current !== before && this.#progress.current !== undefined) this.#tell();
    if (ended === undefined) return;
    const seconds = this.#progress.seconds(ended);
    // The promise is awaited by during(); a listener that throws must end the build with its error there.
    this.#ended = this.#ended.then(() => this.onEnd(ended, seconds));
    this.#ended.catch(() => {});
  }

  #tell(): void {
    const line = this.#progress.describe(performance.now());
    if (line !== undefined) this.#info.info(line);
  }

  async #count(): Promise<void> {
    const scenario = this.#progress.current;
    if (scenario === undefined) return;
    if (this.#makeOut?.scenario !== scenario) {
      const file = new GrowingFile(join(this.#rundir, scenario, "Make.out"));
      this.#makeOut = { scenario, file, counter: new ObjectCounter() };
    }
    const { file, counter } = this.#makeOut;
    const count = counter.feed(await file.readNew());
    if (this.#progress.current === scenario) this.#progress.objects(count);
  }
}

/** Whole lines from chunks cut anywhere, also within a character. */
function lines(take: (line: string) => void): (chunk: Buffer) => void {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  return (chunk) => {
    const parts = (rest + decoder.write(chunk)).split("\n");
    rest = parts.pop() ?? "";
    for (const line of parts) take(line);
  };
}
