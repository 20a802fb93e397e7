import { messageOf } from "./errors.ts";
import { tellFaults } from "./faults.ts";
import { inputsFromRunner } from "./github/context.ts";
import { readState, readSystems } from "./github/readState.ts";
import { githubUi } from "./github/ui.ts";

/**
 * The action's last step, for a main step that was killed before it could do so itself: ends what runs on other
 * systems and releases them, and publishes what was measured.
 */
const ui = githubUi();
tellFaults(ui, 1);

async function releaseLeasedSystems(): Promise<void> {
  const lease = await readSystems();
  if (lease === undefined) return;
  const [{ releaseSystems }, { LocalExecutor }] = await Promise.all([
    import("./stages/execute/systems/remote/releaseSystems.ts"),
    import("./systems/local.ts"),
  ]);
  // Only the workflow says what is run: state carries data.
  const releaseCommand = inputsFromRunner(process.env)["release-command"]?.trim() || undefined;
  await releaseSystems({ lease, releaseCommand }, new LocalExecutor(), ui);
}

async function publishMeasured(): Promise<void> {
  const state = await readState();
  if (state === undefined || state.finished) return;
  const { judgeRunDirectory } = await import("./stages/judge/runDirectory.ts");
  const { publish } = await import("./stages/publish/publish.ts");
  ui.warning("The main step did not finish; this is what its guests' consoles say.");
  const { rundir, attempt } = state;
  const { results } = await judgeRunDirectory(rundir, { ...state, killed: true });
  await publish(results, ui);
  const { isShard, keepShard } = await import("./handoff/shardBundle.ts");
  if (!(await isShard(rundir))) return;
  const [{ githubStore }, { jobEnvironment }] = await Promise.all([
    import("./github/stores.ts"),
    import("./github/context.ts"),
  ]);
  const environment = jobEnvironment(process.env, process.env.GITHUB_WORKSPACE ?? process.cwd());
  await keepShard({ environment, ui }, await githubStore(process.env, attempt, ui), rundir);
}

for (const result of await Promise.allSettled([releaseLeasedSystems(), publishMeasured()])) {
  if (result.status === "fulfilled") continue;
  ui.error(messageOf(result.reason));
  process.exitCode = 1;
}

// A service that stalls must not keep a job that is done alive.
setTimeout(() => process.exit(), 2000).unref();
