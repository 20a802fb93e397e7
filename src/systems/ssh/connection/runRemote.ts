import { randomBytes } from "node:crypto";
import { performance } from "node:perf_hooks";
import type { Readable, Writable } from "node:stream";
import type { Command, CommandResult, RunOptions } from "../../command.ts";
import { feed } from "../../feed.ts";
import { BoundedOutput } from "../../output.ts";
import { Frames } from "./frames.ts";
import { killLine, remoteLine } from "./remoteLine.ts";

/** A command line that a remote shell runs, on whatever transport. */
export interface Session {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** How the remote program ended, as far as the transport knows; `undefined`: the connection broke. */
  readonly ended: Promise<SessionEnd | undefined>;
  /** No output comes any more. */
  readonly closed: Promise<void>;
  /** Lets go of it, without a word to the remote program. */
  close(): void;
}

export interface SessionEnd {
  readonly exitStatus: number | null;
  readonly signal: string | null;
}

export interface Transport {
  /** Whether `Session.ended` tells the remote program's status and signal exactly. */
  readonly exact: boolean;
  /** Rejects when there is no connection, and starts nothing once `signal` is aborted. */
  open(line: string, signal?: AbortSignal): Promise<Session>;
}

/** Milliseconds; as for commands on this machine. */
const times = { killTimeout: 2000, drainTimeout: 1000, giveUp: 3000, defaultMaxBuffer: 16 * 1024 * 1024 };

/** Runs a command on a remote system; see Executor. */
export async function runRemote(
  transport: Transport,
  command: Command,
  options: RunOptions = {},
): Promise<CommandResult> {
  return await new RemoteRun(transport, options).run(command);
}

class RemoteRun {
  readonly #transport: Transport;
  readonly #options: RunOptions;
  readonly #stdout: BoundedOutput;
  readonly #stderr: BoundedOutput;
  readonly #started = performance.now();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #gaveUp = Promise.withResolvers<undefined>();
  readonly #stopped = new AbortController();
  #cause: CommandResult["cause"] | undefined;
  #pid: number | undefined;
  #lastSignal: "TERM" | "KILL" | undefined;

  constructor(transport: Transport, options: RunOptions) {
    this.#transport = transport;
    this.#options = options;
    const limit = options.maxBuffer ?? times.defaultMaxBuffer;
    this.#stdout = new BoundedOutput(limit);
    this.#stderr = new BoundedOutput(limit);
  }

  async run(command: Command): Promise<CommandResult> {
    const { signal } = this.#options;
    if (signal?.aborted) return this.#result({ exitStatus: null, signal: null }, "aborted");
    const mark = `rcu-${randomBytes(12).toString("hex")}`;
    const line = remoteLine(command, mark, this.#transport.exact ? "become" : "report");
    const onAbort = () => this.#stop("aborted");
    signal?.addEventListener("abort", onAbort, { once: true });
    if (command.timeout !== undefined) this.#after(command.timeout, () => this.#stop("timeout"));
    try {
      return await this.#live(line, mark, command);
    } finally {
      signal?.removeEventListener("abort", onAbort);
      for (const timer of this.#timers) clearTimeout(timer);
    }
  }

  async #live(line: string, mark: string, command: Command): Promise<CommandResult> {
    const { signal } = this.#stopped;
    const opening = this.#transport.open(line, signal);
    const stopped = new Promise<undefined>((resolve) => {
      signal.addEventListener("abort", () => resolve(undefined), { once: true });
    });
    const session = await Promise.race([opening, stopped]).catch((error: Error) => {
      this.#stderr.write(Buffer.from(`${error.message}\n`));
      return undefined;
    });
    if (!session) {
      // Opened after all, though nobody wants it any more.
      opening.then((late) => late.close()).catch(() => {});
      return this.#result({ exitStatus: null, signal: null }, "lost");
    }
    const reported = Promise.withResolvers<undefined>();
    const frames = new Frames(mark, {
      onPid: (pid) => {
        this.#pid = pid;
        // Asked to stop before there was anything to signal.
        if (this.#lastSignal) this.#signal(this.#lastSignal);
      },
      onEnd: () => reported.resolve(undefined),
    });
    const take = (stream: "stdout" | "stderr", own: Buffer) => {
      if (own.length === 0) return;
      (stream === "stdout" ? this.#stdout : this.#stderr).write(own);
      (stream === "stdout" ? this.#options.onStdout : this.#options.onStderr)?.(own);
    };
    session.stdout.on("data", (chunk: Buffer) => take("stdout", frames.stdout(chunk)));
    session.stderr.on("data", (chunk: Buffer) => take("stderr", frames.stderr(chunk)));
    // A program that ends without reading its input breaks the pipe: its exit status tells the story.
    session.stdin.on("error", () => {});
    const { input } = this.#options;
    if (input) feed(input, session.stdin, () => this.#stop("aborted"));
    else session.stdin.end(command.stdin);

    const end = await Promise.race([session.ended, reported.promise, this.#gaveUp.promise]);
    // Something that the program left behind may hold its output open for ever: nothing of ours stays.
    this.#after(times.drainTimeout, () => {
      this.#signal("KILL");
      session.close();
      this.#gaveUp.resolve(undefined);
    });
    await Promise.race([session.closed, this.#gaveUp.promise]);
    session.close();
    take("stderr", frames.flush());
    return this.#conclude(frames, end);
  }

  #conclude(frames: Frames, end: SessionEnd | undefined): CommandResult {
    if (this.#transport.exact && end && frames.started) {
      return this.#result(end, frames.absent ? "failed-to-start" : "exited");
    }
    if (!this.#transport.exact && frames.status !== undefined) {
      const { status } = frames;
      const name = status > 128 ? signalNames[status - 128] : undefined;
      const seen = name ? { exitStatus: null, signal: name } : { exitStatus: status, signal: null };
      return this.#result(seen, frames.absent ? "failed-to-start" : "exited");
    }
    if (frames.absent) return this.#result({ exitStatus: null, signal: null }, "failed-to-start");
    if (frames.noise) this.#stderr.write(Buffer.from(frames.noise));
    const signal = this.#cause !== undefined && this.#lastSignal ? `SIG${this.#lastSignal}` : null;
    // The account ran something else than our wrapper: no shell for us there.
    const noShell = this.#transport.exact && end !== undefined && !frames.started;
    return this.#result({ exitStatus: null, signal }, noShell ? "failed-to-start" : "lost");
  }

  #result(end: SessionEnd, cause: CommandResult["cause"]): CommandResult {
    const first = this.#cause ?? cause;
    return {
      ...(first === "failed-to-start" ? { exitStatus: null, signal: null } : end),
      cause: first,
      stdout: this.#stdout.text(),
      stderr: this.#stderr.text(),
      ...(this.#stdout.truncated || this.#stderr.truncated ? { truncated: true } : {}),
      duration: performance.now() - this.#started,
    };
  }

  #stop(cause: "timeout" | "aborted"): void {
    if (this.#cause !== undefined) return;
    this.#cause = cause;
    this.#stopped.abort();
    this.#signal("TERM");
    this.#after(times.killTimeout, () => this.#signal("KILL"));
    // A connection that does not carry the signals does not bring the news of the end either.
    this.#after(times.killTimeout + times.giveUp, () => this.#gaveUp.resolve(undefined));
  }

  #signal(signal: "TERM" | "KILL"): void {
    this.#lastSignal = signal;
    if (this.#pid === undefined) return;
    this.#transport
      .open(killLine(this.#pid, signal))
      .then((session) => {
        for (const output of [session.stdout, session.stderr]) output.resume();
        session.stdin.on("error", () => {});
        session.stdin.end();
        session.closed.finally(() => session.close());
      })
      .catch(() => {});
  }

  #after(milliseconds: number, action: () => void): void {
    this.#timers.add(setTimeout(action, milliseconds));
  }
}

/** By number, as POSIX and Linux on all architectures that matter have them. */
const signalNames: Readonly<Record<number, string>> = {
  1: "SIGHUP",
  2: "SIGINT",
  3: "SIGQUIT",
  4: "SIGILL",
  6: "SIGABRT",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  13: "SIGPIPE",
  14: "SIGALRM",
  15: "SIGTERM",
};
