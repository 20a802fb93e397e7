import type { ContentStore, Delivery } from "./contentStore.ts";
import type { Item } from "./item.ts";
import type { Relay } from "./relay.ts";

export interface SupplyOptions {
  /** What the system will need as far as can be foreseen, first things first. */
  readonly forecast?: readonly Item[];
  /** Asked before something foreseen is sent: whether it still is. Absent: it always is. */
  foreseen?(item: Item): boolean;
  /** Where systems pass items on to each other; absent: all come from here. */
  readonly relay?: Relay | undefined;
  /** Breaks everything off. */
  readonly signal?: AbortSignal;
}

interface Order {
  readonly item: Item;
  readonly delivery: PromiseWithResolvers<Delivery>;
  /** Somebody waits for it. */
  asked: boolean;
}

/**
 * Brings items to a system, one after the other: one fills the line, and what comes first is complete first. What
 * somebody waits for goes before what is only foreseen.
 */
export class Supply {
  readonly #store: ContentStore;
  readonly #options: SupplyOptions;
  readonly #abort = new AbortController();
  readonly #signal: AbortSignal;
  readonly #orders = new Map<string, Order>();
  #waiting: Order[];
  readonly #planned: Promise<unknown>;
  #working: Promise<void> | undefined;
  #busy = false;
  #sent = 0;

  /** Starts at once. */
  constructor(store: ContentStore, options: SupplyOptions = {}) {
    this.#store = store;
    this.#options = options;
    const { signal, forecast = [] } = options;
    this.#signal = signal ? AbortSignal.any([signal, this.#abort.signal]) : this.#abort.signal;
    this.#planned = store.plan(forecast);
    this.#planned.catch(() => {});
    this.#waiting = forecast.flatMap((item) => (this.#orders.has(item.sha256) ? [] : this.#order(item)));
    this.#work();
  }

  /** Bytes that went over the line so far. */
  get sent(): number {
    return this.#sent;
  }

  /**
   * Where an item is on the system, as soon as it is there.
   *
   * @throws InfrastructureError when it cannot be brought there
   */
  async at(item: Item): Promise<string> {
    const known = this.#orders.get(item.sha256);
    const order = known ?? this.#order(item);
    if (!order.asked) {
      order.asked = true;
      if (known === undefined || this.#waiting.includes(order)) {
        const rest = this.#waiting.filter((each) => each !== order);
        const behind = rest.findLastIndex(({ asked }) => asked) + 1;
        this.#waiting = rest.toSpliced(behind, 0, order);
      }
      this.#work();
    }
    return (await order.delivery.promise).path;
  }

  /** Resolves when nothing is on its way any more, however it ended. */
  async settled(): Promise<void> {
    await this.#working;
  }

  /** Breaks off what is still on its way. */
  stop(): void {
    this.#abort.abort();
  }

  #order(item: Item): Order {
    const delivery = Promise.withResolvers<Delivery>();
    // Whoever needs it hears of it; who does not need it any more is not brought down by it.
    delivery.promise.catch(() => {});
    const order: Order = { item, delivery, asked: false };
    this.#orders.set(item.sha256, order);
    return order;
  }

  #work(): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#working = this.#deliverAll();
  }

  async #deliverAll(): Promise<void> {
    for (let order = this.#waiting.shift(); order; order = this.#waiting.shift()) {
      const { item, asked, delivery } = order;
      if (!asked && this.#options.foreseen?.(item) === false) {
        this.#orders.delete(item.sha256);
        continue;
      }
      try {
        await this.#planned;
        const deliver = () => this.#store.deliver(item, { signal: this.#signal });
        const { relay } = this.#options;
        const done = await (relay ? relay.bring(item.sha256, this.#store.system, deliver) : deliver());
        this.#sent += done.sent;
        delivery.resolve(done);
      } catch (error) {
        delivery.reject(error);
      }
    }
    // At once, not a tick later: what is ordered from now on finds nobody at work.
    this.#busy = false;
  }
}
