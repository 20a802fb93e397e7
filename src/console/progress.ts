import { limits } from "./limits.ts";

/** The suite's total at a time since boot. */
export interface ProgressPoint {
  time: number;
  value: number;
}

/** A bounded curve: when it is full, every second point goes and later ones come half as often. */
export class ProgressCurve {
  #points: ProgressPoint[] = [];
  #stride = 1;
  #seen = 0;

  /** @param point asked for only when the curve takes one */
  offer(point: () => ProgressPoint | undefined): void {
    if (this.#seen++ % this.#stride !== 0) return;
    const taken = point();
    if (taken === undefined) return;
    this.#points.push(taken);
    if (this.#points.length < limits.progress) return;
    this.#points = this.#points.filter((_, i) => i % 2 === 0);
    this.#stride *= 2;
  }

  get points(): ProgressPoint[] {
    return this.#points;
  }
}
