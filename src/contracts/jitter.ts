/** Jitter as `kvm.sh --jitter "N [sleep [spin]]"`: threads (-1: one per CPU given), and microseconds. */
export interface Jitter {
  readonly threads: number;
  readonly maxSleep: number;
  readonly maxSpin: number;
}
