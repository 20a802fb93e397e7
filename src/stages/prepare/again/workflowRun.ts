import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JobContext } from "../../../context.ts";
import { InputError } from "../../../errors.ts";
import { type EarlierAttempts, recordsOfRun } from "../../../handoff/attempts.ts";
import { packBatches } from "../../../plan/batches.ts";
import { renderBatchesFile, renderScenarios } from "../../../plan/files.ts";
import { latestGuests } from "../../../results/attempts.ts";
import type { GuestResult, Results } from "../../../results/schema.ts";
import { runFiles } from "../../../rundir/names.ts";
import { fromStore, openRunDirectory, readQemuCmd } from "../../../rundir/open.ts";
import { optionValue } from "../../../rundir/qemuCmd.ts";
import { bringScripts } from "../kernels/scripts.ts";
import { fetchBuilds } from "../kernels/store.ts";
import type { OldRun } from "./oldRun.ts";

/** The suite that a build's key names. */
const suiteIn = (key: string) => /^rcutorture-\d+-[^-]+-([a-z]+)-/.exec(key)?.[1];

/** What the chosen jobs of the workflow run left. */
interface Left {
  readonly suite: string;
  readonly keys: ReadonlyMap<string, string>;
  readonly results: readonly Results[];
}

/** Jobs of one suite as one; with several suites, those of the input `torture`. */
function chosen(id: string, jobs: readonly EarlierAttempts[], torture: string): Left {
  const suiteOf = (job: EarlierAttempts) => suiteIn([...job.keys.values()][0] ?? "") ?? torture;
  const suites = new Set(jobs.map(suiteOf));
  const [only] = suites;
  const suite = suites.size === 1 && only !== undefined ? only : torture;
  const mine = jobs.filter((job) => suiteOf(job) === suite);
  if (mine.length === 0) {
    const there = [...suites].sort().join(", ");
    throw new InputError(`torture: workflow run ${id} has no kernels of ${torture}, but of ${there}.`);
  }
  const keys = new Map<string, string>();
  for (const [scenario, key] of mine.flatMap((job) => [...job.keys])) {
    if ((keys.get(scenario) ?? key) !== key) {
      throw new InputError(
        `again: workflow run ${id} has different kernels of ${scenario}, from jobs with different inputs; name a run directory instead.`,
      );
    }
    keys.set(scenario, key);
  }
  return { suite, keys, results: mine.flatMap(({ results }) => results ?? []) };
}

/** Guests that counted in the end, each once however often it was repeated. */
function guestsOf(results: readonly Results[]): Map<string, GuestResult[]> {
  const byName = new Map<string, GuestResult[]>();
  for (const guest of results.flatMap(({ guests }) => latestGuests(guests))) {
    byName.set(guest.name, [...(byName.get(guest.name) ?? []), guest]);
  }
  return byName;
}

/** Writes what makes a run directory of a folder of builds. */
async function writeRunFiles({ inputs }: JobContext, folder: string, left: Left): Promise<void> {
  const guests = [...guestsOf(left.results).values()].flatMap(([guest]) => guest ?? []);
  const known = new Set(guests.map(({ scenario }) => scenario));
  // Of scenarios without results, one guest each.
  const scenarios = [
    ...guests.filter(({ scenario }) => left.keys.has(scenario)).map(({ scenario }) => scenario),
    ...[...left.keys.keys()].filter((scenario) => !known.has(scenario)),
  ];
  const jobs = await Promise.all(
    scenarios.map(async (scenario) => {
      const cmd = await readQemuCmd({ path: folder }, scenario);
      const smp = Number(cmd && optionValue(cmd.argv, "-smp")) || 1;
      return { scenario, cpus: guests.find((guest) => guest.scenario === scenario)?.cpus ?? smp };
    }),
  );
  const batches = packBatches(jobs, inputs.cpus === "auto" ? 0 : inputs.cpus);
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write(runFiles.suite[0], `${left.suite}\n`);
  await write(runFiles.batches, renderBatchesFile(batches, 0));
  await write(runFiles.scenarios, renderScenarios(batches));
  const kernel = left.results[0]?.kernel;
  if (kernel?.commit !== undefined) {
    const state = kernel.state === "clean" ? "nothing to commit\n" : "";
    await write(runFiles.testId, `Current commit: ${kernel.commit}\n${state}`);
  }
}

/**
 * The kernels of another workflow run, brought from the stores into a folder that is gone afterwards, as the run
 * directory that they would have been.
 * @throws InputError when nothing is kept of that run, or its jobs had different kernels of one scenario.
 */
export async function fetchWorkflowRun(context: JobContext, id: string): Promise<OldRun> {
  const { inputs, environment, ui } = context;
  if (inputs.link !== "hard" && inputs.link !== "copy") {
    throw new InputError(
      `link: "${inputs.link}" needs an old run directory; with again: run:${id} use hard or copy.`,
    );
  }
  const store = await context.openStore([id]);
  const jobs = (await recordsOfRun(store, id, ui)).filter(({ keys }) => keys.size > 0);
  if (jobs.length === 0) {
    throw new InputError(
      `again: nothing of workflow run ${id} is in the ${store.name} store; look at the id, and give github-token (with actions: read) for its artifacts.`,
    );
  }
  const left = chosen(id, jobs, inputs.torture);
  const folder = await mkdtemp(join(environment.variables.RUNNER_TEMP ?? tmpdir(), "rcutorture-run-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const hits = await fetchBuilds(store, left.keys, folder, ui);
    for (const scenario of left.keys.keys()) {
      if (!hits.has(scenario)) ui.warning(`${scenario}: its kernel of workflow run ${id} is no longer kept.`);
    }
    await writeRunFiles(context, folder, left);
    const byName = guestsOf(left.results);
    return {
      run: await openRunDirectory(folder, "again"),
      beside: join(environment.workspace, "res"),
      origin: `${fromStore}: workflow run ${id}`,
      builds: [...hits].map(([scenario, from]) => ({
        scenario,
        status: "reused",
        origin: `workflow run ${id}, ${from.store} store`,
        key: left.keys.get(scenario),
        diagnostics: [],
        configErrors: [],
      })),
      async finish(rundir) {
        const scripts = [...hits.values()].find(({ manifest }) => manifest.provenance.scripts)?.manifest;
        const key = scripts?.provenance.scripts;
        if (key !== undefined) await bringScripts(store, key, rundir, ui);
      },
      async failed() {
        if (byName.size === 0) {
          throw new InputError(`configs: "failed" selects nothing: workflow run ${id} has left no results.`);
        }
        const passed = (guests: readonly GuestResult[]) =>
          guests.every(({ verdict }) => verdict === "passed");
        return new Set([...byName].filter(([, guests]) => !passed(guests)).map(([name]) => name));
      },
      [Symbol.asyncDispose]: remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
