import { setTimeout as sleep } from "node:timers/promises";
import type { CommandResult } from "../../command.ts";

/** Milliseconds between two tries to reach a system that does not answer. */
const retryPause = 2000;

/** Whether a system answers, and for how long it may be silent before it counts as lost. */
export class Contact {
  readonly #timeout: number;
  readonly #tell: (inTouch: boolean) => void;
  #lostAt: number | undefined;

  /**
   * @param timeout seconds without contact after which a system is given up
   * @param tell hears of every change
   */
  constructor(timeout: number, tell: (inTouch: boolean) => void = () => {}) {
    this.#timeout = timeout;
    this.#tell = tell;
  }

  /** Something came from the system. */
  heard(): void {
    if (this.#lostAt === undefined) return;
    this.#lostAt = undefined;
    this.#tell(true);
  }

  /** The connection broke. */
  broken(): void {
    if (this.#lostAt !== undefined) return;
    this.#lostAt = performance.now();
    this.#tell(false);
  }

  /** The system has been silent for too long. */
  get lost(): boolean {
    return this.#lostAt !== undefined && performance.now() - this.#lostAt > this.#timeout * 1000;
  }

  /**
   * Does something on the system, again after every break, until it is done or the system counts as lost.
   *
   * @param attempt must be harmless when done twice; `undefined` stands for a broken connection. Its signal is
   *   aborted when the system counts as lost while it still tries
   * @returns undefined when the system is lost, or `signal` says that it does not matter any more
   */
  async persist(
    attempt: (signal: AbortSignal) => Promise<CommandResult | undefined>,
    signal?: AbortSignal,
  ): Promise<CommandResult | undefined> {
    while (!signal?.aborted) {
      const result = await this.#inTime(attempt);
      if (signal?.aborted) return undefined;
      if (result && result.cause !== "lost") {
        this.heard();
        return result;
      }
      this.broken();
      if (this.lost) return undefined;
      await sleep(retryPause, undefined, signal ? { signal } : {}).catch(() => {});
    }
    return undefined;
  }

  /** Making a connection may take longer than the timeout allows. */
  async #inTime(
    attempt: (signal: AbortSignal) => Promise<CommandResult | undefined>,
  ): Promise<CommandResult | undefined> {
    const over = new AbortController();
    try {
      return await Promise.race([attempt(over.signal), this.#expiry(over.signal)]);
    } finally {
      over.abort();
    }
  }

  /** Resolves when the system counts as lost. */
  async #expiry(signal: AbortSignal): Promise<undefined> {
    while (!signal.aborted && !this.lost) {
      const since = this.#lostAt ?? performance.now();
      const left = since + this.#timeout * 1000 - performance.now();
      await sleep(Math.max(100, left + 50), undefined, { signal, ref: false }).catch(() => {});
    }
    return undefined;
  }
}
