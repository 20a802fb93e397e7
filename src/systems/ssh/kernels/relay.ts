import type { Delivery } from "./contentStore.ts";

/** Brings an item from one system to another. Resolves with whether it arrived whole; never rejects. */
export type Pull = (from: string, to: string, sha256: string) => Promise<boolean>;

interface Spread {
  /** Systems that have it, and are not passing it on right now. */
  readonly idle: string[];
  /** Systems that it is on its way to, from here or from another system. */
  coming: number;
  /** Told of every end of a transfer. */
  waiting: (() => void)[];
}

/**
 * Who gets what from whom where the controller's uplink is slow: each item leaves here once, one item at a time; each
 * system that has it passes it on to one other at a time. What cannot be passed on is sent from here after all.
 */
export class Relay {
  readonly #pull: Pull;
  readonly #spreads = new Map<string, Spread>();
  #uplink: Promise<unknown> = Promise.resolve();
  #relayed = 0;

  constructor(pull: Pull) {
    this.#pull = pull;
  }

  /** Items that systems passed on. */
  get relayed(): number {
    return this.#relayed;
  }

  /**
   * Brings an item to a system.
   * @param deliver sends it from here unless it is there; also says where it is
   */
  async bring(sha256: string, to: string, deliver: () => Promise<Delivery>): Promise<Delivery> {
    const spread = this.#spreads.get(sha256) ?? { idle: [], coming: 0, waiting: [] };
    this.#spreads.set(sha256, spread);
    let mayPull = true;
    for (;;) {
      const from = mayPull ? spread.idle.shift() : undefined;
      if (from !== undefined) {
        spread.coming++;
        const arrived = await this.#pull(from, to, sha256);
        this.#settle(spread, from);
        if (arrived) {
          this.#relayed++;
          return await this.#have(spread, to, deliver);
        }
        // Whatever is between the two of them will be there the next time, too.
        mayPull = false;
      } else if (mayPull && spread.coming > 0) {
        await new Promise<void>((resolve) => spread.waiting.push(resolve));
      } else {
        spread.coming++;
        try {
          return await this.#have(spread, to, () => this.#alone(deliver));
        } finally {
          this.#settle(spread);
        }
      }
    }
  }

  async #have(spread: Spread, system: string, deliver: () => Promise<Delivery>): Promise<Delivery> {
    const delivery = await deliver();
    spread.idle.push(system);
    this.#wake(spread);
    return delivery;
  }

  #settle(spread: Spread, idle?: string): void {
    spread.coming--;
    if (idle !== undefined) spread.idle.push(idle);
    this.#wake(spread);
  }

  #wake(spread: Spread): void {
    for (const wake of spread.waiting.splice(0)) wake();
  }

  /** One at a time leaves here. */
  async #alone(deliver: () => Promise<Delivery>): Promise<Delivery> {
    const turn = this.#uplink;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#uplink = promise;
    await turn;
    try {
      return await deliver();
    } finally {
      resolve();
    }
  }
}
