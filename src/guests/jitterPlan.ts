import { InputError } from "../errors.ts";

/** What `--jitter N [ maxsleep [ maxspin ] ]` of kvm.sh asks for. */
export interface JitterPlan {
  readonly threads: number;
  /** Microseconds. */
  readonly maxSleep: number;
  /** Rounds of an empty loop, of about a microsecond each. */
  readonly maxSpin: number;
}

/** Defaults of jitter.sh: up to a second of sleep, up to a millisecond of spinning. */
const defaults = { maxSleep: 1_000_000, maxSpin: 1_000 };

/**
 * Reads the words of `--jitter` (the input `jitter`), as kvm.sh does: `-1`, its default, is one thread per CPU,
 * `0` none.
 *
 * @param cpus the CPUs of the system that is disturbed
 * @returns undefined for no jitter
 * @throws InputError when a word is no number
 */
export function jitterPlan(text: string, cpus: number): JitterPlan | undefined {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const [threads = -1, maxSleep = defaults.maxSleep, maxSpin = defaults.maxSpin] = words.map(Number);
  const bad = words.length > 3 || words.some((word, at) => !(at === 0 ? /^(-1|\d+)$/ : /^\d+$/).test(word));
  if (bad) {
    throw new InputError(
      `jitter: "${text}" is not "THREADS [MAXSLEEP [MAXSPIN]]" (threads: -1 for one per CPU, 0 for none; microseconds)`,
    );
  }
  const count = threads === -1 ? Math.max(1, cpus) : threads;
  return count === 0 ? undefined : { threads: count, maxSleep, maxSpin };
}
