export interface FrameObserver {
  onPid(pid: number): void;
  /** `status` is known. */
  onEnd(): void;
}

/**
 * What our wrapper around a remote program says beside the program's own output. Every frame is a line that
 * starts with a mark nobody can guess. What comes before the first frame is noise of login scripts.
 */
export class Frames {
  readonly #mark: Buffer;
  readonly #observer: FrameObserver;
  #started = { stdout: false, stderr: false };
  #pending: { stdout: Buffer; stderr: Buffer } = { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) };
  #noise = "";
  /** The wrapper said that there is no such program or folder. */
  absent = false;
  /** The program's status, as a shell counts; only where the wrapper reports it. */
  status: number | undefined;

  constructor(mark: string, observer: FrameObserver) {
    this.#mark = Buffer.from(mark);
    this.#observer = observer;
  }

  /** Whether the wrapper ran at all. */
  get started(): boolean {
    return this.#started.stderr;
  }

  /** What came before the wrapper's first word, on both outputs; bounded. */
  get noise(): string {
    return this.#noise;
  }

  /** @returns the program's part of a chunk of its standard output */
  stdout(chunk: Buffer): Buffer {
    return this.#started.stdout ? chunk : this.#take("stdout", chunk);
  }

  /** @returns the program's part of a chunk of its standard error; may hold back a few bytes until `flush` */
  stderr(chunk: Buffer): Buffer {
    return this.#take("stderr", chunk);
  }

  /** @returns what was held back, when nothing more can come */
  flush(): Buffer {
    const rest = this.#pending.stderr;
    this.#pending.stderr = Buffer.alloc(0);
    if (this.#started.stderr) return rest;
    this.#addNoise(rest);
    return Buffer.alloc(0);
  }

  #take(stream: "stdout" | "stderr", chunk: Buffer): Buffer {
    let data = this.#pending[stream].length > 0 ? Buffer.concat([this.#pending[stream], chunk]) : chunk;
    const own: Buffer[] = [];
    for (;;) {
      const at = data.indexOf(this.#mark);
      const end = at < 0 ? -1 : data.indexOf(10, at);
      if (at < 0 || end < 0) {
        const keep = at < 0 ? this.#beginnings(data) : data.length - at;
        this.#accept(stream, data.subarray(0, data.length - keep), own);
        this.#pending[stream] = data.subarray(data.length - keep);
        return Buffer.concat(own);
      }
      this.#accept(stream, data.subarray(0, at), own);
      this.#started[stream] = true;
      this.#read(data.toString("latin1", at + this.#mark.length, end).trim());
      data = data.subarray(end + 1);
      if (stream === "stdout") {
        own.push(data);
        this.#pending.stdout = Buffer.alloc(0);
        return Buffer.concat(own);
      }
    }
  }

  #accept(stream: "stdout" | "stderr", data: Buffer, own: Buffer[]): void {
    if (data.length === 0) return;
    if (this.#started[stream]) own.push(data);
    else this.#addNoise(data);
  }

  #addNoise(data: Buffer): void {
    if (this.#noise.length < 4096) this.#noise += data.toString("utf8", 0, 4096);
  }

  /** How many bytes at the end of `data` could be the beginning of a mark. */
  #beginnings(data: Buffer): number {
    for (let length = Math.min(this.#mark.length - 1, data.length); length > 0; length--) {
      if (data.subarray(data.length - length).equals(this.#mark.subarray(0, length))) return length;
    }
    return 0;
  }

  #read(text: string): void {
    const [word, value] = text.split(" ");
    if (word === "pid") this.#observer.onPid(Number(value));
    if (word === "absent") this.absent = true;
    if (word !== "end") return;
    this.status = Number(value);
    this.#observer.onEnd();
  }
}
