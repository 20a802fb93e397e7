import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds between two signs of life to a system on which something of ours runs. */
const interval = 10_000;

/** Standard input for remote scripts that are to live as long as we are in touch: a line now and then, until stopped. */
export class Heartbeat {
  readonly #stop = new AbortController();

  async *lines(): AsyncGenerator<Uint8Array> {
    while (!this.#stop.signal.aborted) {
      yield Buffer.from("\n");
      // Not a reason to keep this process alive.
      await sleep(interval, undefined, { signal: this.#stop.signal, ref: false }).catch(() => {});
    }
  }

  /** Ends the input. */
  stop(): void {
    this.#stop.abort();
  }
}
