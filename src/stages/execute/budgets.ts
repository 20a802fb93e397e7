import type { Budget } from "../../contracts/question.ts";

/** What may be spent on an answer. Disposing of it stops its clock. */
export class Budgets implements Disposable {
  readonly #budget: Budget | undefined;
  readonly #began = performance.now();
  readonly #timer: NodeJS.Timeout | undefined;
  #spent = 0;

  /** @param over called when time is up on the wall */
  constructor(budget: Budget | undefined, over: () => void) {
    this.#budget = budget;
    // Longer than timers can wait is as good as never.
    const milliseconds = budget?.clock === "wall" ? budget.seconds * 1000 : Infinity;
    if (milliseconds < 2 ** 31) this.#timer = setTimeout(over, milliseconds);
  }

  /** Seconds since the job began to look for an answer. */
  get elapsed(): number {
    return (performance.now() - this.#began) / 1000;
  }

  /** A guest has lived for so many seconds. */
  spend(seconds: number): void {
    this.#spent += seconds;
  }

  /** Whether a guest planned for so many seconds comes to its end within the budget. */
  allow(seconds: number): boolean {
    if (this.#budget === undefined) return true;
    const spent = this.#budget.clock === "wall" ? this.elapsed : this.#spent;
    return spent + seconds <= this.#budget.seconds;
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
  }
}
