import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { toolPath } from "../../scripts/support/tools.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A workflow command as act understood it. */
export interface ActCommand {
  readonly job: string;
  /** `error`, `warning`, `set-output`, … */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface ActRun {
  readonly exitStatus: number | null;
  /** `job / stage / step` to `success`, `failure` or `skipped`. */
  readonly steps: Readonly<Record<string, string>>;
  /** Seconds that each step took, by the same names; those of a matrix together. */
  readonly seconds: Readonly<Record<string, number>>;
  /** Name of the job to `success` or `failure`. */
  readonly jobs: Readonly<Record<string, string>>;
  readonly commands: readonly ActCommand[];
  /** What each step left as its summary, in order. */
  readonly summaries: readonly string[];
  /** Everything that was logged, for messages. */
  readonly log: string;
}

/** The fields of act's JSON log that are read here. */
interface ActLine {
  readonly msg?: string;
  readonly jobID?: string;
  readonly step?: string;
  readonly stage?: string;
  readonly stepResult?: string;
  /** Nanoseconds. */
  readonly executionTime?: number;
  readonly jobResult?: string;
  readonly command?: string;
  /** Of the command `summary`. */
  readonly content?: string;
  readonly arg?: string;
  readonly kvPairs?: Record<string, string> | null;
}

/**
 * A repository of a workflow and of the action as it is published: `action.yml`, `package.json` and `dist/`, committed,
 * since act reads the commit.
 */
function repositoryOf(workflow: string, others: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "act-"));
  for (const name of ["action.yml", "package.json", "dist"]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  mkdirSync(join(folder, ".github/workflows"), { recursive: true });
  writeFileSync(join(folder, ".github/workflows/test.yml"), workflow);
  for (const [name, text] of Object.entries(others)) {
    writeFileSync(join(folder, ".github/workflows", name), text);
  }
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, stdio: "pipe" });
  git("init", "-q");
  git("add", "-A");
  git("-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "-q", "-m", "Workflow");
  return folder;
}

function parseLog(log: string): Omit<ActRun, "exitStatus" | "log"> {
  const steps: Record<string, string> = {};
  const seconds: Record<string, number> = {};
  const jobs: Record<string, string> = {};
  const commands: ActCommand[] = [];
  const summaries: string[] = [];
  for (const text of log.split("\n").filter((line) => line.startsWith("{"))) {
    const line: ActLine = JSON.parse(text);
    const job = line.jobID ?? "";
    // Jobs of a matrix share their id: one that failed counts.
    if (line.jobResult && jobs[job] !== "failure") jobs[job] = line.jobResult;
    if (line.stepResult && line.stage) {
      const name = `${job} / ${line.stage} / ${line.step}`;
      steps[name] = line.stepResult;
      seconds[name] = (seconds[name] ?? 0) + (line.executionTime ?? 0) / 1e9;
    }
    if (line.command === "summary") summaries.push(line.content ?? "");
    else if (line.command) {
      commands.push({ job, name: line.command, properties: line.kvPairs ?? {}, message: line.arg ?? "" });
    }
  }
  return { steps, seconds, jobs, commands, summaries };
}

export interface ActOptions {
  /** What the workflow reads as `vars.NAME`. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Environment of every step. */
  readonly env?: Readonly<Record<string, string>>;
  /** What starts it; default `workflow_dispatch`, with these inputs. */
  readonly event?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Other files of .github/workflows: reusable workflows. */
  readonly workflows?: Readonly<Record<string, string>>;
  /** Labels of runners, which are all this machine. Default `ubuntu-latest`. */
  readonly labels?: readonly string[];
  /** Of act itself, which hands some of it on: ACTIONS_RUNTIME_URL and ACTIONS_RUNTIME_TOKEN. */
  readonly ownEnv?: Readonly<Record<string, string>>;
  /** Words before act: where it runs. */
  readonly within?: readonly string[];
  /** Interrupts act, as a person at a terminal would. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a workflow on this machine with act: no containers, no network, Node 24 (the one that runs the tests). Jobs run on
 * `ubuntu-latest` and begin with actions/checkout, which act replaces by a copy of the repository; `uses: ./` is this action.
 */
export async function runWorkflow(workflow: string, options: ActOptions = {}): Promise<ActRun> {
  const { vars = {}, env = {}, inputs = {}, event = "workflow_dispatch" } = options;
  const repository = repositoryOf(workflow, options.workflows ?? {});
  const home = mkdtempSync(join(tmpdir(), "act-home-"));
  mkdirSync(join(home, "act"));
  // Without one, act asks which container image it should use.
  writeFileSync(join(home, "act/actrc"), "");
  const args = [
    event,
    "--json",
    ...["--workflows", ".github/workflows/test.yml"],
    ...(options.labels ?? ["ubuntu-latest"]).flatMap((label) => ["--platform", `${label}=-self-hosted`]),
    "--no-cache-server",
    "--action-offline-mode",
    ...Object.entries(vars).flatMap(([name, value]) => ["--var", `${name}=${value}`]),
    ...Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
    ...Object.entries(inputs).flatMap(([name, value]) => ["--input", `${name}=${value}`]),
  ];
  try {
    const [program = "", ...words] = [...(options.within ?? []), toolPath("act"), ...args];
    const child = spawn(program, words, {
      cwd: repository,
      stdio: ["ignore", "pipe", "pipe"],
      signal: options.signal,
      killSignal: "SIGINT",
      env: {
        ...process.env,
        ...options.ownEnv,
        XDG_CONFIG_HOME: home,
        XDG_CACHE_HOME: home,
        PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
      },
    });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        log += text;
      });
    }
    const exitStatus = await new Promise<number | null>((resolve, reject) => {
      child.on("error", (error) => (error.name === "AbortError" ? undefined : reject(error)));
      child.on("close", resolve);
    });
    return { exitStatus, log, ...parseLog(log) };
  } finally {
    rmSync(repository, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  }
}
