#!/usr/bin/env node
import { exitStatus, exitStatusOf, InfrastructureError, messageOf } from "./errors.ts";
import { tellFaults } from "./faults.ts";
import { lazyBuildRunner } from "./github/buildRunner.ts";
import { parseCommandLine } from "./inputs/commandLine.ts";
import { parseInputs } from "./inputs/parse.ts";
import { runJob } from "./modes/index.ts";
import { hangupIsIgnored } from "./process/hangup.ts";
import { dropLostOutput } from "./process/lostOutput.ts";
import { isNewEnough, node24, runOn } from "./process/node24.mjs";
import { cancellation, endsAtOnce } from "./signals.ts";
import { describeError } from "./systems/disk.ts";
import { LocalExecutor } from "./systems/local.ts";
import { terminalUi } from "./terminal.ts";
import { harmlessText } from "./text/door.ts";
import { outletTo } from "./text/outlet.ts";

const ui = terminalUi(process.stdout, process.stderr);
dropLostOutput();
const status = tellFaults(ui, exitStatus.infrastructure);

/** @throws InfrastructureError where things would break later, and not say why */
function newerNode(): string {
  try {
    return node24((line) => ui.warning(line));
  } catch (error) {
    throw new InfrastructureError(messageOf(error));
  }
}

/** The command line: the action's inputs as flags, a terminal for a page. */
async function main(argv: readonly string[]): Promise<number> {
  const line = parseCommandLine(argv);
  if (line.kind === "help" || line.kind === "empty") {
    const { renderHelp } = await import("./inputs/help.ts");
    outletTo(process.stdout).write(harmlessText(renderHelp(line.kind === "help" ? line.mode : undefined)));
    return line.kind === "help" ? exitStatus.passed : exitStatus.badInput;
  }
  if (line.kind === "completion") {
    const { renderCompletion } = await import("./inputs/completion.ts");
    outletTo(process.stdout).write(harmlessText(renderCompletion(line.shell)));
    return exitStatus.passed;
  }
  if (line.kind === "version") {
    const { version } = await import("./version.ts");
    outletTo(process.stdout).write(harmlessText(version));
    return 0;
  }
  if (!isNewEnough()) return await runOn(newerNode(), process.argv.slice(1));
  const inputs = parseInputs(line.raw);
  return await runJob({
    inputs,
    ui,
    signal: cancellation({
      atOnce: endsAtOnce(inputs),
      ignoreHangup: hangupIsIgnored(),
      tell: (text) => ui.warning(text),
    }),
    executor: new LocalExecutor(),
    buildRunner: lazyBuildRunner,
    async openStore() {
      const { localStore } = await import("./storage/localStore.ts");
      const { store, place } = localStore(process.env);
      ui.info(place);
      return store;
    },
    async openIssues() {
      const { githubIssues } = await import("./github/issues.ts");
      return githubIssues(process.env, inputs.githubToken);
    },
    remember: () => undefined,
    environment: { attempt: 1, workspace: process.cwd(), variables: process.env },
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  ui.error(await describeError(error));
  process.exitCode = exitStatusOf(error);
}
status.decided();
