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
    const { rundir, ignore, attempt, repository } = state;
    const { results } = await judgeRunDirectory(rundir, ignore, attempt, repository);
    await publish(results, ui);
  }
} catch (error) {
  ui.error(messageOf(error));
  process.exitCode = 1;
}

// A service that stalls must not keep a job that is done alive.
setTimeout(() => process.exit(), 2000).unref();
