import { exitStatus } from "./errors.ts";
import { tellFaults } from "./faults.ts";
import { lazyBuildRunner } from "./github/buildRunner.ts";
import { inputsFromRunner, jobEnvironment } from "./github/context.ts";
import { endWithError } from "./github/earlyEnd.ts";
import { checkFileCommands } from "./github/fileCommands.ts";
import { saveNothing, saveState, saveSystems } from "./github/state.ts";
import { sturdyUi } from "./github/sturdyUi.ts";
import { githubUi } from "./github/ui.ts";
import { parseInputs } from "./inputs/parse.ts";
import { runJob } from "./modes/index.ts";
import { dropLostOutput } from "./process/lostOutput.ts";
import { cancellation, endsAtOnce } from "./signals.ts";
import { forgetInputs } from "./systems/environment.ts";
import { LocalExecutor } from "./systems/local.ts";

/** The action's main step. */
const ui = sturdyUi(githubUi());
dropLostOutput();
const status = tellFaults(ui, 1, (message) => endWithError(ui, message));
try {
  for (const line of await checkFileCommands(process.env)) ui.warning(line);
  saveNothing();
  const environment = jobEnvironment(process.env, process.env.GITHUB_WORKSPACE ?? process.cwd());
  const raw = inputsFromRunner(process.env);
  forgetInputs(process.env);
  const inputs = parseInputs(raw);
  const exit = await runJob({
    inputs,
    ui,
    signal: cancellation({ atOnce: endsAtOnce(inputs), escalating: true, tell: (line) => ui.info(line) }),
    executor: new LocalExecutor(),
    buildRunner: lazyBuildRunner,
    async openStore(runs = []) {
      const { githubStore } = await import("./github/stores.ts");
      return await githubStore(process.env, environment.attempt, ui, { runs, token: inputs.githubToken });
    },
    async openIssues() {
      const { githubIssues } = await import("./github/issues.ts");
      return githubIssues(process.env, inputs.githubToken);
    },
    async openUploads() {
      const { githubUploads } = await import("./github/uploads.ts");
      return githubUploads(process.env, inputs.retentionDays);
    },
    remember: (state) => ui.attempt("Post will not know of this run", () => saveState(state)),
    rememberSystems: (lease) => ui.attempt("Post will not know of these systems", () => saveSystems(lease)),
    environment,
  });
  process.exitCode = exit === exitStatus.passed ? 0 : 1;
} catch (error) {
  await endWithError(ui, error);
  process.exitCode = 1;
}
status.decided();

// A service that stalls must not keep a job that is done alive.
setTimeout(() => process.exit(), 2000).unref();
