import { type ChildProcess, spawn } from "node:child_process";
import { open, readFile, rm, writeFile } from "node:fs/promises";
import { constants } from "node:os";
import { join } from "node:path";
import type {
  GuestExit,
  GuestHandle,
  GuestHost,
  GuestLaunch,
  GuestObserver,
  JitterHandle,
} from "../contracts/guestHost.ts";
import type { JitterPlan } from "../contracts/jitterPlan.ts";
import { messageOf } from "../errors.ts";
import type { Executor } from "../systems/command.ts";
import { plainEnvironment } from "../systems/environment.ts";
import { killGroup, LocalExecutor } from "../systems/local.ts";
import { guestMarkVariable, killMarked } from "../systems/marked.ts";
import { shellStatus } from "./ending.ts";
import { followFile } from "./followFile.ts";
import { Guard } from "./guard.ts";
import { startJitter } from "./jitter.ts";
import { type ChainTools, chainArgv, probeChainTools } from "./processChain.ts";
import { BorrowedTerminal } from "./terminal.ts";

/** Characters of `qemu-output` that an exit carries. */
const outputKept = 4096;

/** Lets guests live on this machine. None of them outlives this process, however it ends. */
export class LocalGuestHost implements GuestHost {
  readonly name: string;
  readonly #guard = new Guard();
  readonly #executor: Executor;
  readonly #handles = new Set<GuestHandle>();
  #tools: Promise<ChainTools> | undefined;
  #started = 0;

  constructor(name = "localhost", executor: Executor = new LocalExecutor(name)) {
    this.name = name;
    this.#executor = executor;
  }

  /** What wraps the guests here. Asked once. */
  tools(): Promise<ChainTools> {
    this.#tools ??= probeChainTools(this.#executor);
    return this.#tools;
  }

  async start(launch: GuestLaunch, observer: GuestObserver): Promise<GuestHandle> {
    let spawned: { child: ChildProcess; gone: Promise<ProcessEnd> };
    const mark = `${this.#guard.mark}/${this.#started++}`;
    try {
      spawned = await this.#spawn(launch, mark);
    } catch (error) {
      return stillborn(`Cannot start the guest: ${messageOf(error)}`);
    }
    const { gone } = spawned;
    const { pid } = spawned.child;
    if (pid === undefined) return stillborn((await gone).problem);
    this.#guard.add(pid);
    const handle: GuestHandle = {
      pid,
      kill: () => killGuest(pid, launch.terminal),
      ended: this.#accompany(launch, observer, { pid, mark, gone }),
    };
    this.#handles.add(handle);
    void handle.ended.then(() => this.#handles.delete(handle));
    return handle;
  }

  async startJitter(plan: JitterPlan): Promise<JitterHandle> {
    return startJitter(plan, await this.tools(), this.#guard);
  }

  async close(): Promise<void> {
    const handles = [...this.#handles];
    for (const handle of handles) handle.kill();
    await Promise.all(handles.map((handle) => handle.ended));
    this.#guard.close();
  }

  async #spawn(
    launch: GuestLaunch,
    mark: string,
  ): Promise<{ child: ChildProcess; gone: Promise<ProcessEnd> }> {
    const files = guestFiles(launch.directory);
    const [program, ...args] = chainArgv(launch.argv, await this.tools(), process.pid, launch.affinity);
    // The console exists before qemu opens it, so that it can be watched from the first byte.
    await Promise.all([writeFile(launch.console, ""), rm(files.status, { force: true })]);
    const output = await open(files.output, "w");
    try {
      const terminal = launch.terminal ? new BorrowedTerminal() : undefined;
      const child = spawn(program, args, {
        env: { ...plainEnvironment(process.env), [guestMarkVariable]: mark },
        stdio: terminal ? ["inherit", "inherit", output.fd] : ["ignore", output.fd, output.fd],
        // Only processes of its own group may read from a terminal.
        detached: !terminal,
      });
      // At once: its events do not wait for the file to be closed.
      const gone = exitOf(child);
      void gone.then(() => terminal?.giveBack());
      return { child, gone };
    } finally {
      await output.close();
    }
  }

  /** Follows the console and writes down how it went. A guest that cannot be followed is ended. */
  async #accompany(
    launch: GuestLaunch,
    observer: GuestObserver,
    { pid, mark, gone }: { pid: number; mark: string; gone: Promise<ProcessEnd> },
  ): Promise<GuestExit> {
    const files = guestFiles(launch.directory);
    let problem = "";
    let alive = true;
    const note = (error: unknown) => {
      problem ||= `The guest's files failed: ${messageOf(error)}`;
      if (alive) killGuest(pid, launch.terminal);
    };
    const following = followFile(launch.console, (chunk) => observer.onConsole(chunk)).catch(note);
    await recordStart(files, pid, launch.affinity).catch(note);
    const end = await gone;
    // A wrapper may have left the real qemu behind, in this group or in a session of its own.
    if (!launch.terminal) killGroup(pid, "SIGKILL");
    await killMarked(mark, guestMarkVariable);
    alive = false;
    this.#guard.delete(pid);
    await (await following)?.stop().catch(note);
    await writeFile(files.status, `${shellStatus(end, constants.signals)}\n`).catch(note);
    const output = (await readFile(files.output, "utf8").catch(() => "")).slice(-outputKept);
    const exit = { exitStatus: end.exitStatus, signal: end.signal, output };
    return problem === "" ? exit : { ...exit, failure: { kind: "unfollowed", detail: problem } };
  }
}

/** A guest that has our terminal has no group of its own. */
function killGuest(pid: number, terminal = false): void {
  try {
    if (terminal) process.kill(pid, "SIGKILL");
    else killGroup(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

interface ProcessEnd {
  readonly exitStatus: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Why there was no process; empty when there was one. */
  readonly problem: string;
}

function exitOf(child: ChildProcess): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    child.once("error", (error) => {
      if (child.pid !== undefined) return;
      resolve({ exitStatus: null, signal: null, problem: `Cannot start the guest: ${error.message}` });
    });
    child.once("exit", (exitStatus, signal) => resolve({ exitStatus, signal, problem: "" }));
  });
}

/** The handle of a guest that never had a process. */
function stillborn(detail: string): GuestHandle {
  const exit: GuestExit = {
    exitStatus: null,
    signal: null,
    output: "",
    failure: { kind: "failed-to-start", detail },
  };
  return { pid: undefined, kill: () => {}, ended: Promise.resolve(exit) };
}

/** The files that kvm-test-1-run-qemu.sh leaves beside the console. */
function guestFiles(directory: string) {
  return {
    pid: join(directory, "qemu-pid"),
    affinity: join(directory, "qemu-affinity"),
    output: join(directory, "qemu-output"),
    status: join(directory, "qemu-retval"),
  };
}

async function recordStart(
  files: ReturnType<typeof guestFiles>,
  pid: number,
  affinity: string | undefined,
): Promise<void> {
  await Promise.all([
    writeFile(files.pid, `${pid}\n`),
    affinity === undefined
      ? rm(files.affinity, { force: true })
      : writeFile(files.affinity, `pid ${pid}'s current affinity list: ${affinity}\n`),
  ]);
}
