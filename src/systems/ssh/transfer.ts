import pLimit from "p-limit";
import type { ContentStore, Delivery } from "./contentStore.ts";
import type { Item } from "./item.ts";

/** What one system is to have, first things first. */
export interface Consignment {
  readonly store: ContentStore;
  readonly items: readonly Item[];
}

/** Uploads at a time per system: one fills the line, and what comes first is complete first. */
const uploadsPerSystem = 1;

/** Bringing items to systems: all systems at once, each in its order. */
export class Distribution {
  readonly #deliveries = new Map<string, Map<string, Promise<Delivery>>>();
  readonly #abort = new AbortController();
  #sent = 0;

  /**
   * Starts at once. Systems do not wait for each other, nor does anybody wait for more than it needs: see `at`.
   *
   * @param options.signal breaks everything off
   */
  constructor(consignments: readonly Consignment[], options: { readonly signal?: AbortSignal } = {}) {
    const signal = options.signal
      ? AbortSignal.any([options.signal, this.#abort.signal])
      : this.#abort.signal;
    for (const { store, items } of consignments) {
      const limit = pLimit(uploadsPerSystem);
      const planned = store.plan(items);
      const deliveries = new Map<string, Promise<Delivery>>();
      for (const item of items) {
        if (deliveries.has(item.sha256)) continue;
        const delivery = limit(async () => {
          await planned;
          const done = await store.deliver(item, { signal });
          this.#sent += done.sent;
          return done;
        });
        // Whoever needs it hears of it; who does not need it any more is not brought down by it.
        delivery.catch(() => {});
        deliveries.set(item.sha256, delivery);
      }
      this.#deliveries.set(store.system, deliveries);
    }
  }

  /** Bytes that went over the lines so far. */
  get sent(): number {
    return this.#sent;
  }

  /**
   * Where an item is on a system, as soon as it is there.
   *
   * @throws InfrastructureError when it cannot be brought there
   */
  async at(system: string, item: Pick<Item, "sha256">): Promise<string> {
    const delivery = this.#deliveries.get(system)?.get(item.sha256);
    if (!delivery) throw new RangeError(`nobody asked for ${item.sha256} to be on ${system}`);
    return (await delivery).path;
  }

  /** Resolves when nothing is on its way any more, however it ended. */
  async settled(): Promise<void> {
    for (const deliveries of this.#deliveries.values()) await Promise.allSettled(deliveries.values());
  }

  /** Breaks off what is still on its way. */
  stop(): void {
    this.#abort.abort();
  }
}
