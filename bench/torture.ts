import { readSuite } from "../src/kernel/suite.ts";
import { readTorture } from "../src/kernel/torture.ts";
import { packBatches } from "../src/plan/batches.ts";
import { mergeFragment } from "../src/plan/fragment.ts";
import type { PlannedGuest } from "../src/plan/guest.ts";
import type { Job, Machine } from "../src/plan/job.ts";
import { planGuests } from "../src/plan/plan.ts";
import { simulate } from "../src/plan/simulate.ts";
import { type TortureRun, tortureRuns } from "../src/plan/torture/runs.ts";
import { kernelTrees } from "../test/support/kernelTree.ts";
import type { Bench, Figure } from "./support/figures.ts";

/** CPU seconds of a kernel from defconfig, and seconds that a guest takes beyond its torture (boot, shutdown). */
const [buildCpuSeconds, extra] = [3600, 30];
/** Seconds from the end of a guest to the next one's qemu over ssh, as `npm run bench -- systems` measures them. */
const remoteCost = 1.6;

interface SetOfGuests {
  readonly run: TortureRun;
  readonly guests: readonly PlannedGuest[];
  /** Contents of its kernels, each once. */
  readonly kernels: readonly string[];
}

async function setsFor(cpus: number): Promise<SetOfGuests[]> {
  const tree = (await kernelTrees()).at(-1);
  const facts = tree && (await readTorture(tree));
  if (tree === undefined || facts === undefined) throw new Error("no tree with a torture.sh");
  const configs = { rcutorture: "", locktorture: "", scftorture: "" };
  const runs = tortureRuns(facts, { words: [], cpus, architecture: "x86_64", configs });
  return await Promise.all(
    runs
      .filter(({ kind }) => kind === "guests" || kind === "builds")
      .map(async (run) => {
        const suite = await readSuite(tree.rcutorture, run.suite, "x86_64");
        const { configs: words, kconfig, bootargs, variant } = run;
        const { guests } = planGuests({
          suite,
          configs: words,
          kconfig,
          bootargs,
          cpus: 0,
          machineCpus: cpus,
        });
        const names = [...new Set(guests.map(({ scenario }) => scenario))];
        const kernels = names.flatMap((name) => {
          const scenario = suite.scenarios.get(name);
          const options = { kasan: variant === "kasan", kcsan: variant === "kcsan", kconfig };
          const fragment = scenario && mergeFragment(suite, scenario, options).split(/\s+/).sort().join(" ");
          return fragment === undefined ? [] : [`${suite.name} ${name} ${fragment}`];
        });
        return { run, guests: run.kind === "builds" ? [] : guests, kernels };
      }),
  );
}

/** A set of a scale test's second or later primitive runs the first one's kernel again. */
const runsAgain = ({ family, id }: TortureRun, first: ReadonlySet<string>) =>
  ["refscale", "rcuscale"].includes(family) && !first.has(id);

function firstsOf(sets: readonly SetOfGuests[]): Set<string> {
  const firsts = new Map<string, string>();
  for (const { run } of sets) {
    const key = `${run.family} ${run.variant}`;
    if (!firsts.has(key)) firsts.set(key, run.id);
  }
  return new Set(firsts.values());
}

/** One set after the other, as the script does it: its builds, then its batches. */
function sequence(
  sets: readonly SetOfGuests[],
  cpus: number,
): { readonly seconds: number; readonly builds: number } {
  const firsts = firstsOf(sets);
  let [seconds, builds] = [0, 0];
  for (const { run, guests, kernels } of sets) {
    const own = runsAgain(run, firsts) ? 0 : kernels.length;
    builds += own;
    const jobs = guests.map(({ scenario, cpus: wanted }) => ({ scenario, cpus: Math.min(wanted, cpus) }));
    const batches = packBatches(jobs, cpus).length;
    seconds += (own * buildCpuSeconds) / cpus + batches * (run.seconds + extra);
  }
  return { seconds, builds };
}

function plan(
  sets: readonly SetOfGuests[],
  cpus: number,
): { readonly seconds: number; readonly builds: number } {
  const builds = new Set(sets.flatMap(({ kernels }) => kernels)).size;
  const jobs = sets.flatMap(({ run, guests }) =>
    guests.map((guest): Job => ({ guest, seconds: run.seconds + extra })),
  );
  const machines: Machine[] = [{ name: "here", cpus }];
  return { seconds: (builds * buildCpuSeconds) / cpus + simulate(jobs, [{ machines }]).makespan, builds };
}

/** `copies*TREE03` for five minutes on twenty systems of 80 CPUs, from a kernel that is built. */
function fleet(copies: number): number {
  const guest: PlannedGuest = { name: "TREE03", scenario: "TREE03", repetition: 1, cpus: 16 };
  const machines = Array.from({ length: 20 }, (_, i): Machine => ({ name: `kvm${i}`, cpus: 80 }));
  const jobs = Array.from({ length: copies }, (): Job => ({ guest, seconds: 300 + 10 + remoteCost }));
  // Connecting and looking at all at once; then 12 MB to each through one link of 1 Gbit/s.
  const before = 2 + (20 * 12e6 * 8) / 1e9;
  return before + simulate(jobs, [{ machines }]).makespan;
}

/** Simulated with the scheduler that runs use: the durations are the script's own. */
export const torture: Bench = {
  name: "torture",
  about: "torture.sh simulated: all its sets as one plan, beside one after the other",
  async run({ note }) {
    const figures: Figure[] = [];
    for (const cpus of [8, 64, 640]) {
      const sets = await setsFor(cpus);
      const [ours, theirs] = [plan(sets, cpus), sequence(sets, cpus)];
      note(
        `torture.sh on ${cpus} CPUs: ${sets.length} sets, ${ours.builds} builds instead of ${theirs.builds}`,
      );
      figures.push({
        what: `torture.sh, 10 minutes, CFLIST, ${cpus} CPUs (simulated)`,
        unit: "s",
        ours: [ours.seconds],
        beside: { name: "torture.sh", values: [theirs.seconds] },
      });
    }
    for (const copies of [50, 500]) {
      const waves = Math.ceil((copies * 16) / (20 * 80));
      figures.push({
        what: `${copies}*TREE03 for 5 minutes on 20 systems of 80 CPUs (simulated)`,
        unit: "s",
        ours: [fleet(copies)],
        wanted: `${waves * 330} s: ${waves} after each other at least`,
      });
    }
    return figures;
  },
};
