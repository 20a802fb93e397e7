import type { Counters } from "../../results/schema.ts";
import type { Line } from "../lines.ts";
import { printed } from "../scripts/awk.ts";
import type { BinaryGate } from "../scripts/grep.ts";

/** What one suite counts, as its `kvm-recheck-<suite>.sh` does. */
export interface SuiteCounter {
  /** Lines without any flag are of interest from now on. */
  readonly wantsAll: boolean;
  line(line: Line): void;
  counters(): Counters;
  /** The value that rises as the test proceeds, when the last line that stated one was not asked for yet. */
  takeProgress(): number | undefined;
  /** Lines for `console.log.<suite>.diags`. */
  diagnostics(): string[];
}

export interface CounterContext {
  readonly gate: BinaryGate;
  /** `shutdown_secs` of the guest. */
  readonly plannedSeconds: number | undefined;
}

/** A count as the scripts cut it out, where it is one. */
export function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** `awk '{ print n / dur }'`, as a number. */
export function rateOf(total: number | undefined, seconds: number | undefined): { rate?: number } {
  if (total === undefined || !seconds) return {};
  return { rate: Number(printed(total / seconds)) };
}
