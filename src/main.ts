import { exitStatus, messageOf } from "./errors.ts";
import { tellFaults } from "./faults.ts";
import { lazyBuildRunner } from "./github/buildRunner.ts";
import { inputsFromRunner, jobEnvironment } from "./github/context.ts";
import { saveNothing, saveState, saveSystems } from "./github/state.ts";
import { githubUi } from "./github/ui.ts";
import { parseInputs } from "./inputs/parse.ts";
import { runJob } from "./modes/index.ts";
import { checkPlatform } from "./platform.ts";
import { cancellation } from "./signals.ts";
import { LocalExecutor } from "./systems/local.ts";

/** The action's main step. */
const ui = githubUi();
tellFaults(ui, 1);
try {
  saveNothing();
  const environment = jobEnvironment(process.env, process.env.GITHUB_WORKSPACE ?? process.cwd());
  const inputs = parseInputs(inputsFromRunner(process.env));
  checkPlatform(inputs.mode);
  const status = await runJob({
    inputs,
    ui,
    signal: cancellation(),
    executor: new LocalExecutor(),
    buildRunner: lazyBuildRunner,
    async openStore(runs = []) {
      const { githubStore } = await import("./github/stores.ts");
      return await githubStore(process.env, environment.attempt, ui, { runs, token: inputs.githubToken });
    },
    remember: saveState,
    rememberSystems: saveSystems,
    environment,
  });
  process.exitCode = status === exitStatus.passed ? 0 : 1;
} catch (error) {
  ui.error(messageOf(error));
  process.exitCode = 1;
}

// A service that stalls must not keep a job that is done alive.
setTimeout(() => process.exit(), 2000).unref();
