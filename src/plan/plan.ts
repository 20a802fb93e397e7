import { packBatches } from "./batches.ts";
import { expandConfigs } from "./configs.ts";
import { type CpuOptions, scheduledCpus, smpCpus } from "./cpus.ts";
import { mergeFragment } from "./fragment.ts";
import { type Batch, type PlannedGuest, qemuItself } from "./guest.ts";
import type { SuiteFiles } from "./suite.ts";

export interface PlanOptions extends CpuOptions {
  readonly suite: SuiteFiles;
  /** `TREE03 3*TREE05 CFLIST`; empty for the suite's default list. */
  readonly configs: string;
  /** CPUs to pack batches for; 0 runs one guest after the other, like `kvm.sh` without `--cpus`. */
  readonly cpus: number;
  /** Bytes that the guests of a batch may fill together; absent: never in the way, as for `kvm.sh`. */
  readonly memory?: number | undefined;
  /** Bytes that each guest takes. */
  readonly guestMemory?: number;
}

export interface Plan {
  readonly suite: string;
  /** CPUs the batches were packed for. */
  readonly cpus: number;
  /** In the order of the batches. */
  readonly guests: readonly PlannedGuest[];
  readonly batches: readonly Batch[];
  /** Guests that memory holds at the same time, where CPUs alone would have held more. */
  readonly atOnce?: number;
}

/**
 * The guests that `configs` asks for and the batches they run in, equal to what `kvm.sh --dryrun batches` prints.
 *
 * @throws InputError for unknown scenarios and malformed factors.
 */
export function planGuests(options: PlanOptions): Plan {
  const { suite, cpus } = options;
  const jobs = expandConfigs(options.configs, suite).map((name) => {
    const scenario = suite.scenarios.get(name);
    if (!scenario) throw new Error(`${name} was expanded to, so it exists`);
    const merged = mergeFragment(suite, scenario, options.kconfig ? { kconfig: options.kconfig } : {});
    return {
      scenario: name,
      cpus: scheduledCpus(suite, scenario, options),
      smp: smpCpus(suite, scenario, merged, options),
    };
  });
  const most = guestsIn(options);
  const wide = packBatches(jobs, cpus);
  const limited = wide.some(({ guests }) => guests.length > most);
  const batches = limited ? packBatches(jobs, cpus, most) : wide;
  const guests = batches.flatMap((batch) => batch.guests);
  return { suite: suite.name, cpus, guests, batches, ...(limited ? { atOnce: most } : {}) };
}

/** Guests that memory holds at the same time: at least one, which is cut to what there is. */
function guestsIn({ memory, guestMemory }: PlanOptions): number {
  if (memory === undefined || guestMemory === undefined) return Infinity;
  return Math.max(1, Math.floor(memory / (guestMemory + qemuItself)));
}

/** CPUs of the widest guest: what `kvm.sh --remote --cpus` must be told so that it limits no guest's `-smp`. */
export function widestGuest(guests: readonly PlannedGuest[]): number {
  return Math.max(1, ...guests.map(({ cpus, smp }) => smp ?? cpus));
}
