import { messageOf } from "./errors.ts";
import { tellFaults } from "./faults.ts";
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
  await releaseSystems(lease, new LocalExecutor(), ui);
}

async function publishMeasured(): Promise<void> {
  const state = readState();
  if (state === undefined || state.finished) return;
  const { salvage } = await import("./modes/salvage.ts");
  await salvage(state, {
    ui,
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

for (const result of await Promise.allSettled([releaseLeasedSystems(), publishMeasured()])) {
  if (result.status === "fulfilled") continue;
  ui.error(messageOf(result.reason));
  process.exitCode = 1;
}

// A service that stalls must not keep a job that is done alive.
setTimeout(() => process.exit(), 2000).unref();
