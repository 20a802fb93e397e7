/** Jitter for one system, as `--jitter N [ maxsleep [ maxspin ] ]` of kvm.sh asks for it. */
export interface JitterPlan {
  /** At least one. */
  readonly threads: number;
  /** Microseconds. */
  readonly maxSleep: number;
  /** Rounds of an empty loop, of about a microsecond each. */
  readonly maxSpin: number;
}
