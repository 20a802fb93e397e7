import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Executor } from "../../command.ts";
import { plainEnvironment } from "../../environment.ts";
import { type KnownHost, lookUpHost } from "../connection/hostKeys.ts";
import { OpensshExecutor } from "../connection/opensshExecutor.ts";
import type { Resolution } from "../connection/resolution.ts";
import { resolve } from "../connection/resolve.ts";
import type { Pull } from "./relay.ts";
import { receiveScript } from "./storeScript.ts";

/** Milliseconds that one transfer between two systems may take. */
const longest = 30 * 60_000;

export interface RelayLinkOptions {
  /** This machine. */
  readonly local: Executor;
  readonly configFile?: string | undefined;
  size(sha256: string): number;
  /** See StoreOptions. */
  job(system: string): string;
  log(line: string): void;
}

interface Peer {
  readonly resolution: Resolution;
  readonly known: KnownHost;
  readonly executor: OpensshExecutor;
}

/**
 * Runs on the system that takes. Arguments: SHA256 SIZE TOKEN JOB RECEIVE KNOWN DESTINATION PORT. The keys stay on the
 * controller: its agent is asked over the connection that started this.
 */
const pullScript = `
umask 077
sum=$1 size=$2 token=$3 job=$4 receive=$5 known=$6 destination=$7 port=$8
hosts=$HOME/.cache/rcutorture-action/jobs/$job/hosts.$token
printf '%s\\n' "$known" >"$hosts" || exit 3
ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o UserKnownHostsFile="$hosts" -o GlobalKnownHostsFile=/dev/null \\
  -o HostKeyAlias=relay -o UpdateHostKeys=no -o ConnectTimeout=15 -o ServerAliveInterval=5 -o LogLevel=ERROR -F /dev/null \\
  -p "$port" -- "$destination" "exec cat .cache/rcutorture-action/objects/$sum" </dev/null |
  sh -c "$receive" sh "$sum" "$size" "$token" 1 cat fresh "$job"`;

/** Lets systems fetch items from each other with the controller's keys, which never leave it. */
export class RelayLink {
  readonly #options: RelayLinkOptions;
  readonly #peers = new Map<string, Promise<Peer>>();
  #agent: Promise<Agent> | undefined;
  #pulls = 0;

  constructor(options: RelayLinkOptions) {
    this.#options = options;
  }

  readonly pull: Pull = async (from, to, sha256) => {
    const { size, job, log } = this.#options;
    try {
      const [source, target] = await Promise.all([this.#peer(from), this.#peer(to)]);
      const { user, host, port } = source.resolution;
      const keys = source.known.keys.filter(({ mark }) => mark === "none");
      const known = keys.map(({ type, key }) => `relay ${type} ${key}`).join("\n");
      this.#pulls++;
      const words = [sha256, String(size(sha256)), `relay${process.pid}x${this.#pulls}`, job(to)];
      const more = [receiveScript, known, `${user}@${host}`, String(port)];
      const argv = ["sh", "-c", pullScript, "sh", ...words, ...more] as const;
      const result = await target.executor.run({ argv, timeout: longest });
      if (/^(stored|present)$/m.test(result.stdout)) return true;
      const why = result.stderr.trim().split("\n").at(-1) || result.cause;
      log(`${to} cannot get a kernel from ${from} (${why}); it is sent from here`);
    } catch (error) {
      log(`${to} cannot get a kernel from ${from} (${String(error)}); it is sent from here`);
    }
    return false;
  };

  async close(): Promise<void> {
    const peers = await Promise.allSettled(this.#peers.values());
    for (const peer of peers) if (peer.status === "fulfilled") await peer.value.executor.close();
    await (await this.#agent?.catch(() => undefined))?.close();
  }

  #peer(name: string): Promise<Peer> {
    const known = this.#peers.get(name) ?? this.#makePeer(name);
    this.#peers.set(name, known);
    return known;
  }

  async #makePeer(name: string): Promise<Peer> {
    const { local, configFile } = this.#options;
    const config = configFile === undefined ? {} : { configFile };
    const resolution = await resolve(local, name, config);
    const known = await lookUpHost(local, resolution);
    this.#agent ??= Agent.start();
    const agent = await this.#agent;
    await agent.add(local, resolution.identityFiles);
    const executor = new OpensshExecutor(name, { ...config, forwardAgent: agent.socket });
    return { resolution, known, executor };
  }
}

/** An ssh agent of our own, with the keys of the systems and no others, for as long as this process lives. */
class Agent {
  readonly socket: string;
  readonly #folder: string;
  readonly #child: ChildProcess;
  readonly #added = new Map<string, Promise<void>>();

  private constructor(folder: string, child: ChildProcess) {
    this.#folder = folder;
    this.socket = join(folder, "a");
    this.#child = child;
  }

  static async start(): Promise<Agent> {
    const folder = await mkdtemp(join(tmpdir(), "rcu-ssh-"));
    // Its group ends with the shell's input, which ends with this process, however that ends.
    const line = 'ssh-agent -D -a "$1" </dev/null >/dev/null 2>&1 & cat >/dev/null; kill -KILL 0';
    const child = spawn("sh", ["-c", line, "sh", join(folder, "a")], {
      detached: true,
      env: plainEnvironment(process.env),
      stdio: ["pipe", "ignore", "ignore"],
    });
    child.on("error", () => {});
    child.unref();
    (child.stdin as { unref?: () => void } | null)?.unref?.();
    return new Agent(folder, child);
  }

  /** Adds the keys that can be used without a question. */
  async add(local: Executor, files: readonly string[]): Promise<void> {
    const adding = files.map((file) => {
      const known = this.#added.get(file) ?? this.#addOne(local, file);
      this.#added.set(file, known);
      return known;
    });
    await Promise.all(adding);
  }

  async #addOne(local: Executor, file: string): Promise<void> {
    for (let tries = 0; tries < 40; tries++) {
      const env = { SSH_AUTH_SOCK: this.socket, SSH_ASKPASS_REQUIRE: "never" };
      const { exitStatus } = await local.run({ argv: ["ssh-add", "-q", "--", file], env, timeout: 10_000 });
      // 2: there is no agent (yet).
      if (exitStatus !== 2) return;
      await sleep(50);
    }
  }

  async close(): Promise<void> {
    this.#child.stdin?.end();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
