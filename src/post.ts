import { messageOf } from "./errors.ts";
import { readState } from "./github/readState.ts";
import { githubUi } from "./github/ui.ts";

/** The action's last step: publishes what the main step measured when that was killed before it could. */
const ui = githubUi();
try {
  const state = readState();
  if (state !== undefined && !state.finished) {
    const { judgeRunDirectory } = await import("./job/report.ts");
    const { publish } = await import("./job/publish.ts");
    ui.warning("The main step did not finish; this is what its guests' consoles say.");
    await publish(await judgeRunDirectory(state.rundir, state.ignore, state.attempt, state.repository), ui);
  }
} catch (error) {
  ui.error(messageOf(error));
  process.exitCode = 1;
}

// A service that stalls must not keep a job that is done alive.
setTimeout(() => process.exit(), 2000).unref();
