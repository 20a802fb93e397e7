import type { Budget } from "../../contracts/question.ts";
import { StopRequest, stopOf } from "../../guests/stop.ts";

/** Milliseconds that a timer can wait for. */
const longestTimer = 2 ** 31 - 1;

/** What a job may spend, by the clock on the wall or in guest time, from now on. */
export class Spending implements Disposable {
  readonly #budget: Budget;
  readonly #over = new AbortController();
  readonly #started = performance.now();
  readonly #timer: NodeJS.Timeout | undefined;
  #guests = 0;
  /** Aborts when it is spent, or when the job is stopped. */
  readonly signal: AbortSignal;

  constructor(budget: Budget, job: AbortSignal) {
    this.#budget = budget;
    this.signal = AbortSignal.any([job, this.#over.signal]);
    if (budget.clock === "wall")
      this.#timer = setTimeout(() => this.#end(), Math.min(longestTimer, budget.seconds * 1000)).unref();
  }

  /** Seconds since the beginning. */
  get wall(): number {
    return (performance.now() - this.#started) / 1000;
  }

  /** Seconds that guests lived, all together. */
  get guests(): number {
    return this.#guests;
  }

  /** Why nothing more may be run, in a sentence; undefined: it may. */
  get stopped(): string | undefined {
    return this.signal.aborted ? stopOf(this.signal.reason).detail : undefined;
  }

  /** @param seconds that a guest lived */
  spend(seconds: number): void {
    this.#guests += seconds;
    if (this.#budget.clock === "guests" && this.#guests >= this.#budget.seconds) this.#end();
  }

  #end(): void {
    this.#over.abort(new StopRequest("stopped", "The budget is spent."));
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}
