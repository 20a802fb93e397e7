import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command, CommandResult, RunOptions } from "../../command.ts";
import { sshEnvironment } from "../../environment.ts";
import { ConnectionPool } from "./connectionPool.ts";
import { defaultLinkTimes, type LinkTimes } from "./dial.ts";
import { ConnectionFailure, type FailureKind } from "./failure.ts";
import { runRemote, type Session } from "./runRemote.ts";
import type { SshExecutor } from "./sshExecutor.ts";

/** Sockets have short names: `sun_path` holds 108 bytes, and ssh needs some of them while it makes one. */
const longestFolder = 70;

interface Master {
  readonly child: ChildProcessWithoutNullStreams;
  readonly socket: string;
  readonly folder: string;
}

/** Runs commands with the machine's own ssh, whose master process holds the one connection. */
export class OpensshExecutor implements SshExecutor {
  readonly name: string;
  readonly transport = "openssh";
  readonly #pool: ConnectionPool<Master>;

  /**
   * @param name as ssh understands it
   * @param options.configFile an ssh_config to use instead of the user's
   * @param options.forwardAgent socket of an agent that programs there may ask; absent: none
   */
  constructor(
    name: string,
    options: {
      readonly configFile?: string;
      readonly times?: LinkTimes;
      readonly forwardAgent?: string;
    } = {},
  ) {
    this.name = name;
    const { configFile, times = defaultLinkTimes, forwardAgent } = options;
    const ssh = sshOptions(configFile, times, forwardAgent);
    this.#pool = new ConnectionPool(name, {
      dial: () => startMaster(name, ssh),
      open: async ({ socket }, line) => {
        const child = spawn("ssh", [...ssh, "-S", socket, "-o", "ControlMaster=no", "--", name, line], {
          env: sshEnvironment(process.env),
          detached: true,
        });
        return sessionOf(child);
      },
      onGone: ({ child }, listener) => child.once("exit", listener),
      end: endMaster,
      // When the remote side allows fewer sessions than we think, ssh makes a connection of its own for the rest.
      isFull: () => false,
    });
  }

  async connect(): Promise<void> {
    await this.#pool.connect();
  }

  async run(command: Command, options?: RunOptions): Promise<CommandResult> {
    return await runRemote(
      { exact: false, open: (line, signal) => this.#pool.open(line, signal) },
      command,
      options,
    );
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}

async function startMaster(name: string, ssh: readonly string[]): Promise<Master> {
  const parent = tmpdir().length > longestFolder ? "/tmp" : tmpdir();
  const folder = await mkdtemp(join(parent, "rcu-ssh-"));
  const socket = join(folder, "m");
  // `cat` ends when this process does, however it ends, and the master with it.
  const line = "exec sh -c 'echo ready && exec cat >/dev/null'";
  const args = [...ssh, "-S", socket, "-o", "ControlMaster=yes", "-o", "ControlPersist=no", "--", name, line];
  const child = spawn("ssh", args, { env: sshEnvironment(process.env), detached: true });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    if (errors.length < 8192) errors += chunk.toString();
  });
  child.stdin.on("error", () => {});
  const ready = await new Promise<boolean>((resolve) => {
    let heard = "";
    child.stdout.on("data", (chunk: Buffer) => {
      heard = (heard + chunk.toString()).slice(-256);
      if (/ready\n$/.test(heard)) resolve(true);
    });
    for (const event of ["exit", "error"]) child.once(event, () => resolve(false));
  });
  const sweep = () => rm(folder, { recursive: true, force: true });
  if (!ready) {
    await sweep();
    throw failureOf(name, errors);
  }
  child.once("exit", () => sweep().catch(() => {}));
  return { child, socket, folder };
}

async function endMaster({ child, folder }: Master): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    await exited;
  }
  await rm(folder, { recursive: true, force: true });
}

/** Nothing may ask, nothing unverified may pass, nothing of the user's forwardings and commands is wanted. */
function sshOptions(
  configFile: string | undefined,
  times: LinkTimes,
  forwardAgent: string | undefined,
): string[] {
  const options = {
    BatchMode: "yes",
    StrictHostKeyChecking: "yes",
    UpdateHostKeys: "no",
    ConnectTimeout: Math.ceil(times.connect / 1000),
    ServerAliveInterval: Math.max(1, Math.round(times.keepalive / 1000)),
    ServerAliveCountMax: times.keepaliveLimit,
    ClearAllForwardings: "yes",
    // ssh forwards no agent unless it may ask one itself.
    ...(forwardAgent === undefined ? {} : { IdentityAgent: forwardAgent }),
    ForwardAgent: forwardAgent ?? "no",
    ForwardX11: "no",
    PermitLocalCommand: "no",
    RemoteCommand: "none",
    RequestTTY: "no",
    EscapeChar: "none",
    LogLevel: "ERROR",
  };
  return [
    ...(configFile === undefined ? [] : ["-F", configFile]),
    "-T",
    ...Object.entries(options).flatMap(([name, value]) => ["-o", `${name}=${value}`]),
  ];
}

function sessionOf(child: ChildProcessWithoutNullStreams): Session {
  const closed = Promise.withResolvers<void>();
  const end = Promise.withResolvers<Awaited<Session["ended"]>>();
  child.once("close", () => {
    end.resolve(undefined);
    closed.resolve();
  });
  child.once("error", () => {
    end.resolve(undefined);
    closed.resolve();
  });
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    stderr: child.stderr,
    ended: end.promise,
    closed: closed.promise,
    close: () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    },
  };
}

/** What OpenSSH's client says, by what it means. Its words have been stable for decades. */
const sayings: readonly (readonly [RegExp, FailureKind])[] = [
  [
    /host key verification failed|host identification has changed|host key is known|revoked host key/i,
    "host-key",
  ],
  [/permission denied|too many authentication failures/i, "refused"],
  [/could not resolve hostname/i, "no-such-host"],
  [/unable to negotiate|no matching/i, "protocol"],
];

function failureOf(name: string, errors: string): ConnectionFailure {
  const lines = errors.split("\n").map((line) => line.replace(/^ssh: /, "").trim());
  const told = lines.filter((line) => line !== "" && !/^@+/.test(line)).join("; ");
  const [, kind] = sayings.find(([pattern]) => pattern.test(errors)) ?? [undefined, "unreachable" as const];
  return new ConnectionFailure(kind, `${name}: ${told || "ssh ended without a word"}`);
}
