import { messageOf } from "./errors.ts";
import { tellFaults } from "./faults.ts";
import { inputsFromRunner } from "./github/context.ts";
import { readState, readSystems } from "./github/readState.ts";
import { sturdyUi } from "./github/sturdyUi.ts";
import { githubUi } from "./github/ui.ts";
import { dropLostOutput } from "./process/lostOutput.ts";
import { forgetInputs } from "./systems/environment.ts";

/**
 * The action's last step, for a main step that was killed before it could do so itself: ends what runs on other
 * systems and releases them, and publishes what was measured.
 */
const ui = sturdyUi(githubUi());
dropLostOutput();
const status = tellFaults(ui, 1);
const inputs = inputsFromRunner(process.env);
forgetInputs(process.env);

async function releaseLeasedSystems(): Promise<void> {
  const lease = await readSystems();
  if (lease === undefined) return;
  const [{ releaseSystems }, { LocalExecutor }] = await Promise.all([
    import("./stages/execute/systems/remote/releaseSystems.ts"),
    import("./systems/local.ts"),
  ]);
  // Only the workflow says what is run: state carries data.
  const releaseCommand = inputs["release-command"]?.trim() || undefined;
  await releaseSystems({ lease, releaseCommand }, new LocalExecutor(), ui);
}

async function publishMeasured(): Promise<void> {
  const state = await readState();
  if (state === undefined || (state.finished && state.upload === "none")) return;
  const { salvage } = await import("./modes/salvage.ts");
  await salvage(state, {
    ui,
    async openUploads() {
      const { githubUploads } = await import("./github/uploads.ts");
      return githubUploads(process.env, state.retentionDays);
    },
    async surroundings() {
      const [{ githubStore }, { jobEnvironment }] = await Promise.all([
        import("./github/stores.ts"),
        import("./github/context.ts"),
      ]);
      const environment = jobEnvironment(process.env, process.env.GITHUB_WORKSPACE ?? process.cwd());
      return { environment, store: await githubStore(process.env, state.attempt, ui) };
    },
  });
}

const ended = await Promise.allSettled([releaseLeasedSystems(), publishMeasured()]);
const problems = ended.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
for (const problem of problems) ui.error(messageOf(problem));
process.exitCode = problems.length === 0 ? 0 : 1;
status.decided();

// A service that stalls must not keep a job that is done alive.
setTimeout(() => process.exit(), 2000).unref();
