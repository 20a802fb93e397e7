import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** One for all steps of a job, as a runner has it; each test file is a job of its own. */
const runnerTemp = mkdtempSync(join(tmpdir(), "runner-temp-"));

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** What a step left behind, as the runner reads it. */
export interface StepResult {
  readonly exitStatus: number | null;
  /** Standard output, the log. */
  readonly log: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Workflow commands of the log that annotate. */
  readonly annotations: readonly WorkflowCommand[];
}

export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface Step {
  readonly child: ChildProcess;
  readonly done: Promise<StepResult>;
  /** Resolves when the log matches; rejects when the step ends before. */
  seen(pattern: RegExp): Promise<void>;
}

export interface StepOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  /** State of an earlier step, for `post`. */
  readonly state?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly workspace?: string;
  /** Words before Node: where the step runs. Its files are writable for everyone then. */
  readonly within?: readonly string[];
}

/** The file commands' format: `name<<delimiter`, lines, delimiter. */
function parseFileCommands(path: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = readFileSync(path, "utf8").split("\n");
  for (let i = 0; i < lines.length; i++) {
    const match = /^([^=<]+)<<(.+)$/.exec(lines[i] ?? "");
    if (!match) continue;
    const end = lines.indexOf(match[2] ?? "", i + 1);
    values[match[1] ?? ""] = lines.slice(i + 1, end).join("\n");
    i = end;
  }
  return values;
}

const unescapes: readonly [RegExp, string][] = [
  [/%0D/g, "\r"],
  [/%0A/g, "\n"],
  [/%3A/g, ":"],
  [/%2C/g, ","],
  [/%25/g, "%"],
];

function unescaped(text: string): string {
  return unescapes.reduce((result, [pattern, character]) => result.replace(pattern, character), text);
}

/** Annotating commands of a log, read as the runner reads them: none between stop-commands and its token. */
export function workflowCommands(log: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let stopped: string | undefined;
  for (const line of log.split(/\r?\n/)) {
    if (stopped !== undefined) {
      if (line === `::${stopped}::`) stopped = undefined;
      continue;
    }
    const match = /^::([\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line);
    if (!match) continue;
    const [, name = "", properties = "", message = ""] = match;
    if (name === "stop-commands") stopped = message;
    if (!["error", "warning", "notice"].includes(name)) continue;
    const pairs = properties.split(",").filter((pair) => pair !== "");
    commands.push({
      name,
      message: unescaped(message),
      properties: Object.fromEntries(
        pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), unescaped(pair.slice(pair.indexOf("=") + 1))]),
      ),
    });
  }
  return commands;
}

/**
 * Starts a file of dist/ the way the runner does: inputs in INPUT_ variables, file commands, Node 24 (the one
 * that runs the tests), nothing on standard input.
 */
export function startStep(file: "main" | "post", options: StepOptions = {}): Step {
  const folder = mkdtempSync(join(tmpdir(), "step-"));
  const fileFor = (name: string) => {
    const path = join(folder, name);
    writeFileSync(path, "");
    if (options.within) chmodSync(path, 0o666);
    return path;
  };
  const [output, state, summary] = [fileFor("output"), fileFor("state"), fileFor("summary")];
  const inputs = Object.entries(options.inputs ?? {}).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  const states = Object.entries(options.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]);
  if (options.within) for (const shared of [folder, runnerTemp]) chmodSync(shared, 0o777);
  const program = [...(options.within ?? []), process.execPath, join(dist, `${file}.js`)];
  const child = spawn(program[0] ?? "", program.slice(1), {
    cwd: options.workspace ?? folder,
    env: {
      ...process.env,
      GITHUB_ACTIONS: "true",
      GITHUB_OUTPUT: output,
      GITHUB_STATE: state,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: options.workspace ?? folder,
      RUNNER_TEMP: runnerTemp,
      // A store of its own: nothing of the user's is taken or changed.
      RCUTORTURE_ACTION_CACHE: join(folder, "store"),
      ...Object.fromEntries(inputs),
      ...Object.fromEntries(states),
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  let stderr = "";
  const watchers = new Set<() => void>();
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    log += text;
    for (const look of watchers) look();
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const done = new Promise<StepResult>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitStatus) =>
      resolve({
        exitStatus,
        log,
        stderr,
        outputs: parseFileCommands(output),
        state: parseFileCommands(state),
        summary: readFileSync(summary, "utf8"),
        annotations: workflowCommands(log),
      }),
    );
  });
  const seen = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!pattern.test(log)) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
      void done.then(
        () => reject(new Error(`the step ended without ${pattern}:\n${log}\n${stderr}`)),
        reject,
      );
    });
  return { child, done, seen };
}

/** Runs a step to its end. */
export async function runStep(file: "main" | "post", options: StepOptions = {}): Promise<StepResult> {
  return await startStep(file, options).done;
}

/** The command line of dist/. */
export async function runCli(
  argv: readonly string[],
  cwd = tmpdir(),
  env: Readonly<Record<string, string>> = {},
) {
  const child = spawn(process.execPath, [join(dist, "cli.js"), ...argv], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const exitStatus = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { exitStatus, stdout, stderr };
}

/** A name that nothing else has. */
export const uniqueName = (prefix: string) => `${prefix}-${randomUUID().slice(0, 8)}`;
