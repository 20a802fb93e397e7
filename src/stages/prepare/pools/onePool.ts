import { machine } from "node:os";
import { InputError } from "../../../errors.ts";
import { type Architecture, architectures } from "../../../plan/architectures.ts";
import type { PlanFile, PlannedBuilds } from "../../../plan/planFile.ts";
import type { Pool } from "../../../plan/pools.ts";

/** A job that is its plan's only one may take any time. */
const unlimited = 1_000_000_000;

/** What a job has for guests: this machine, or the systems that it drives. */
export interface Place {
  /** CPUs of the widest; 0: one guest at a time. */
  readonly cpus: number;
  /** How many there are. */
  readonly count: number;
}

/** A plan's only pool: where one job does everything. */
export function onePool({ cpus, count }: Place): Pool {
  const architecture = architectures.find((one): one is Architecture => one === machine());
  if (architecture === undefined)
    throw new InputError(
      `suites: torture.sh's sets are planned for ${architectures.join(", ")}; this is ${machine()}.`,
    );
  return {
    name: "here",
    labels: ["self-hosted"],
    cpus: Math.max(1, cpus),
    count: 1,
    kvm: true,
    architecture,
    minutes: unlimited,
    systems: count > 1 ? Array.from({ length: count }, (_, i) => `system-${i + 1}`) : [],
    builds: true,
  };
}

/** All kernels of a plan as one job: `kvm.sh` builds those of a set in one go. */
export function oneBuildJob({ builds }: Pick<PlanFile, "builds">): PlannedBuilds | undefined {
  const [first] = builds;
  return first && { ...first, builds: builds.flatMap((job) => job.builds) };
}
