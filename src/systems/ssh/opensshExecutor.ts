import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command, CommandResult, RunOptions } from "../command.ts";
import { defaultLinkTimes, type LinkTimes } from "./dial.ts";
import { ConnectionFailure, type FailureKind } from "./failure.ts";
import { runRemote, type Session, type Transport } from "./runRemote.ts";
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
  readonly #options: readonly string[];
  #master: Promise<Master> | undefined;
  #closed = false;

  /**
   * @param name as ssh understands it
   * @param options.configFile an ssh_config to use instead of the user's
   */
  constructor(name: string, options: { readonly configFile?: string; readonly times?: LinkTimes } = {}) {
    this.name = name;
    this.#options = sshOptions(options.configFile, options.times ?? defaultLinkTimes);
  }

  async connect(): Promise<void> {
    await this.#connected();
  }

  async run(command: Command, options?: RunOptions): Promise<CommandResult> {
    const transport: Transport = { exact: false, open: (line) => this.#open(line) };
    return await runRemote(transport, command, options);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const master = await this.#master?.catch(() => undefined);
    this.#master = undefined;
    if (master) await endMaster(master);
  }

  async #open(line: string): Promise<Session> {
    if (this.#closed) throw new Error(`${this.name}: the connection has been closed by us`);
    const { socket } = await this.#connected();
    // When the far side allows no more sessions on the master's connection, ssh makes one of its own.
    const child = spawn(
      "ssh",
      [...this.#options, "-S", socket, "-o", "ControlMaster=no", "--", this.name, line],
      {
        detached: true,
      },
    );
    return sessionOf(child);
  }

  #connected(): Promise<Master> {
    const master = this.#master ?? this.#startMaster();
    if (master !== this.#master) {
      this.#master = master;
      const forget = () => {
        if (this.#master === master) this.#master = undefined;
      };
      master.then(({ child }) => child.once("exit", forget), forget);
    }
    return master;
  }

  async #startMaster(): Promise<Master> {
    const parent = tmpdir().length > longestFolder ? "/tmp" : tmpdir();
    const folder = await mkdtemp(join(parent, "rcu-ssh-"));
    const socket = join(folder, "m");
    // `cat` ends when this process does, however it ends, and the master with it.
    const line = "exec sh -c 'echo ready && exec cat >/dev/null'";
    const args = [
      ...this.#options,
      "-S",
      socket,
      "-o",
      "ControlMaster=yes",
      "-o",
      "ControlPersist=no",
      "--",
      this.name,
      line,
    ];
    const child = spawn("ssh", args, { detached: true });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      if (errors.length < 8192) errors += chunk.toString();
    });
    child.stdin.on("error", () => {});
    const ready = new Promise<boolean>((resolve) => {
      let heard = "";
      child.stdout.on("data", (chunk: Buffer) => {
        heard = (heard + chunk.toString()).slice(-256);
        if (/ready\n$/.test(heard)) resolve(true);
      });
      for (const event of ["exit", "error"]) child.once(event, () => resolve(false));
    });
    const master: Master = { child, socket, folder };
    child.once("exit", () => rm(folder, { recursive: true, force: true }).catch(() => {}));
    if (await ready) {
      if (this.#closed) await endMaster(master);
      return master;
    }
    await rm(folder, { recursive: true, force: true });
    throw failureOf(this.name, errors);
  }
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
function sshOptions(configFile: string | undefined, times: LinkTimes): string[] {
  const options = {
    BatchMode: "yes",
    StrictHostKeyChecking: "yes",
    UpdateHostKeys: "no",
    ConnectTimeout: Math.ceil(times.connect / 1000),
    ServerAliveInterval: Math.max(1, Math.round(times.keepalive / 1000)),
    ServerAliveCountMax: times.patience,
    ClearAllForwardings: "yes",
    ForwardAgent: "no",
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
