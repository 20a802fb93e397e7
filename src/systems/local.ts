import { type ChildProcess, spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import type { Readable } from "node:stream";
import type { Command, CommandResult, Executor, RunOptions } from "./command.ts";
import { plainEnvironment } from "./environment.ts";
import { feed } from "./feed.ts";
import { markVariable } from "./marked.ts";
import { BoundedOutput } from "./output.ts";
import { mortal } from "./warden.ts";

/** Time between SIGTERM and SIGKILL, in milliseconds. */
const killTimeout = 2000;

/** How long output may still come after the program has ended, in milliseconds. */
const drainTimeout = 1000;

/** Milliseconds after which a command is ended also when this process is killed; most are over by then. */
const worthWatching = 300;

const defaultMaxBuffer = 16 * 1024 * 1024;

/** Signals a child and everything it started that has not gone into a session of its own. */
export function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // ESRCH: it is gone already, which is what was wanted. EPERM: it became another user; its owner's to end.
    if (!["ESRCH", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** Runs commands on this machine, each in a process group of its own that never outlives the command. */
export class LocalExecutor implements Executor {
  readonly name: string;

  constructor(name = "localhost") {
    this.name = name;
  }

  async run(command: Command, options: RunOptions = {}): Promise<CommandResult> {
    const started = performance.now();
    const maxBuffer = options.maxBuffer ?? defaultMaxBuffer;
    const stdout = new BoundedOutput(maxBuffer);
    const stderr = new BoundedOutput(maxBuffer);
    const result = (end: Pick<CommandResult, "exitStatus" | "signal" | "cause">): CommandResult => ({
      ...end,
      stdout: stdout.text(),
      stderr: stderr.text(),
      ...(stdout.truncated || stderr.truncated ? { truncated: true } : {}),
      duration: performance.now() - started,
    });
    if (options.signal?.aborted) return result({ exitStatus: null, signal: null, cause: "aborted" });

    const life = mortal({ delay: worthWatching });
    const [program, ...args] = command.argv;
    const child = spawn(program, args, {
      cwd: command.cwd,
      env: { ...plainEnvironment(process.env), [markVariable]: life.mark, ...command.env },
      stdio: [command.stdin === undefined && !options.input ? "ignore" : "pipe", "pipe", "pipe"],
      detached: true,
    });
    let cause: CommandResult["cause"] | undefined;
    const timers: NodeJS.Timeout[] = [];
    const terminate = (why: "timeout" | "aborted") => {
      if (cause !== undefined) return;
      cause = why;
      killGroup(child.pid, "SIGTERM");
      timers.push(setTimeout(() => killGroup(child.pid, "SIGKILL"), killTimeout));
    };
    const onAbort = () => terminate("aborted");
    options.signal?.addEventListener("abort", onAbort, { once: true });
    if (command.timeout !== undefined) timers.push(setTimeout(() => terminate("timeout"), command.timeout));

    // A program that ends without reading its input breaks the pipe: its exit status tells the story.
    child.stdin?.on("error", () => {});
    if (options.input && child.stdin) feed(options.input, child.stdin, onAbort);
    else child.stdin?.end(command.stdin);
    collect(child.stdout, stdout, options.onStdout);
    collect(child.stderr, stderr, options.onStderr);
    try {
      const end = await ended(child);
      if ("error" in end) {
        stderr.write(Buffer.from(`${program}: ${end.error.message}\n`));
        return result({ exitStatus: null, signal: null, cause: cause ?? "failed-to-start" });
      }
      return result({ ...end, cause: cause ?? "exited" });
    } finally {
      options.signal?.removeEventListener("abort", onAbort);
      for (const timer of timers) clearTimeout(timer);
      life.over();
    }
  }
}

function collect(stream: Readable | null, output: BoundedOutput, tell?: (chunk: Buffer) => void): void {
  stream?.on("data", (chunk: Buffer) => {
    output.write(chunk);
    tell?.(chunk);
  });
}

type End = { exitStatus: number | null; signal: NodeJS.Signals | null } | { error: Error };

/**
 * Waits for the program and its output. What it left running in its group is killed: it could hold the pipes
 * open for ever, and nothing of ours stays behind. (Who means to stay starts a session: setsid.)
 */
function ended(child: ChildProcess): Promise<End> {
  return new Promise((resolve) => {
    child.once("error", (error) => {
      if (child.pid === undefined) resolve({ error });
    });
    child.once("exit", (exitStatus, signal) => {
      killGroup(child.pid, "SIGKILL");
      const giveUp = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, drainTimeout);
      child.once("close", () => {
        clearTimeout(giveUp);
        resolve({ exitStatus, signal });
      });
    });
  });
}
