import { plural } from "../text/plural.ts";
import type { Plan } from "./plan.ts";

/** CPU seconds that a kernel with the default configuration takes to build, about. */
const cpuSecondsOfBuild = 3600;
/** Seconds that a guest takes to boot and to end, beyond its torture, where nobody knows better. */
const usualExtra = 30;
/** Minutes after which GitHub ends a job whose `timeout-minutes` says nothing else; on hosted runners, always. */
const jobMinutes = 360;

/** What earlier runs know of a scenario, in seconds. */
export interface KnownTimes {
  readonly buildSeconds?: number | undefined;
  readonly extra?: number | undefined;
}

export interface CostQuestion {
  readonly plan: Plan;
  /** Scenarios whose kernels are to be built. */
  readonly toBuild: readonly string[];
  readonly known: ReadonlyMap<string, KnownTimes>;
  /** CPUs of the machine that builds. */
  readonly cpus: number;
  /** Seconds of torture of each guest; undefined: kernels are built, and that is all. */
  readonly duration: number | undefined;
  /** How many times the guests run; Infinity where nobody can say. */
  readonly times: number;
}

export interface Costs {
  readonly buildSeconds: number;
  /** Kernels whose time is known from earlier builds. */
  readonly knownBuilds: number;
  /** Of one kernel that nothing is known of. */
  readonly perKernel: number;
  /** Of one time that all guests run. */
  readonly runSeconds: number;
  readonly batches: number;
}

/** How long a job takes: kernels one after the other on all CPUs, then batches one after the other. */
export function costsOf({ plan, toBuild, known, cpus, duration }: CostQuestion): Costs {
  const perKernel = cpuSecondsOfBuild / Math.max(1, cpus);
  const builds = toBuild.map((scenario) => known.get(scenario)?.buildSeconds);
  const run = plan.batches.map(
    ({ guests }) =>
      (duration ?? 0) + Math.max(...guests.map(({ scenario }) => known.get(scenario)?.extra ?? usualExtra)),
  );
  return {
    buildSeconds: builds.reduce<number>((sum, seconds) => sum + (seconds ?? perKernel), 0),
    knownBuilds: builds.filter((seconds) => seconds !== undefined).length,
    perKernel,
    runSeconds: duration === undefined ? 0 : run.reduce((sum, seconds) => sum + seconds, 0),
    batches: plan.batches.length,
  };
}

/** `1 min`, `45 min`, `3 h 20 min`. */
function roughly(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 90) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? "" : ` ${rest} min`}`;
}

function basis({ knownBuilds, perKernel }: Costs, kernels: number, cpus: number): string {
  const guess = `about ${roughly(perKernel)} for a defconfig kernel on ${plural(cpus, "CPU")}`;
  if (knownBuilds === kernels) return "as in earlier runs";
  return knownBuilds === 0
    ? `no history: ${guess}`
    : `${knownBuilds} as in earlier runs, the others ${guess}`;
}

/** What a job is going to take, in one line, before anything starts: and on what that rests. */
export function renderCosts(question: CostQuestion, costs: Costs): string {
  const { plan, toBuild, cpus, duration, times } = question;
  const kernels = new Set(plan.guests.map(({ scenario }) => scenario)).size;
  const building =
    toBuild.length === 0
      ? `Nothing to build: ${plural(kernels, "kernel")} from the store`
      : `To build: ${toBuild.length} of ${plural(kernels, "kernel")}, about ${roughly(costs.buildSeconds)} (${basis(costs, toBuild.length, cpus)})`;
  if (duration === undefined) return `${building}.`;
  const again = times === 1 ? "" : times === Infinity ? ", over and over" : `, ${times} times`;
  const running = `${plural(plan.guests.length, "guest")} in ${plural(costs.batches, "batch", "batches")}${again}`;
  return `${building}; then ${running}: about ${roughly(costs.runSeconds * (times === Infinity ? 1 : times))}${times === Infinity ? " each time" : ""}.`;
}

/** How the costs go with the time that a job of a workflow may take: that it fits, or `timeLimitAdvice`. */
export function renderTimeLimit(question: CostQuestion, costs: Costs): string {
  const fits = question.times === Infinity ? "Once through all guests" : "All of it";
  return (
    timeLimitAdvice(question, costs) ??
    `${fits} fits into the ${jobMinutes} min that GitHub gives a job unless timeout-minutes says otherwise.`
  );
}

/**
 * Where a job of a workflow does not fit into its time: what does, and what to change; undefined: it fits.
 * GitHub tells a job nothing of its `timeout-minutes`, so that the usual ones count.
 */
export function timeLimitAdvice(question: CostQuestion, costs: Costs): string | undefined {
  const { duration, times } = question;
  const limit = jobMinutes * 60;
  const once = costs.runSeconds;
  const needed = costs.buildSeconds + once * (times === Infinity ? 1 : times);
  if (needed <= limit) return undefined;
  const left = limit - costs.buildSeconds;
  const ends = `GitHub ends a job after ${jobMinutes} min unless timeout-minutes says otherwise (on hosted runners, always), and this one needs about ${roughly(needed)}`;
  if (duration === undefined || left <= 0) {
    return `${ends}, most of it to build kernels: name fewer scenarios in configs, or build on several runners (docs/guide-matrix.md).`;
  }
  const perBatch = once / costs.batches;
  const batches = Math.min(costs.batches, Math.floor(left / perBatch));
  // Whole minutes, as people write them.
  const shorter = Math.floor(
    (left / Math.max(1, times === Infinity ? 1 : times) / costs.batches - (perBatch - duration)) / 60,
  );
  const advice = [
    ...(shorter >= 1 ? [`duration: ${shorter}m`] : []),
    "fewer scenarios in configs",
    "several runners (docs/guide-matrix.md)",
  ];
  const fits =
    times === 1
      ? `What fits: ${batches} of ${plural(costs.batches, "batch", "batches")}`
      : `What fits: ${Math.floor(left / once)} of ${times} times`;
  return `${ends}. ${fits}. To change: ${advice.slice(0, -1).join(", ")} or ${advice.at(-1)}.`;
}
