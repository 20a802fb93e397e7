import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { chmod, mkdir, readFile, readlink, symlink, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { type Claim, namespaceName } from "./fleetClaim.ts";

const execute = promisify(execFile);

/** What a pretended system is like. */
export interface SystemOptions {
  /** What `nproc` and `getconf _NPROCESSORS_ONLN` say there. */
  readonly cpus?: number;
  /** Speed of the link in both directions as `tc` writes it: `100mbit`. Unlimited if absent. */
  readonly rate?: string;
  /** A home directory of so many bytes, to fill up. */
  readonly homeSize?: number;
  /** A /tmp of so many bytes. */
  readonly tmpSize?: number;
  /** Programs that are missing there; a trailing `*` stands for any ending. */
  readonly without?: readonly string[];
  /** Programs replaced by shell scripts (text without the `#!` line). */
  readonly shims?: Readonly<Record<string, string>>;
  /** More lines for its sshd_config. */
  readonly sshd?: readonly string[];
  /** A file system of control groups at /sys/fs/cgroup there, and the groups that its sshd is put into. */
  readonly cgroups?: { readonly mount: string; readonly join: readonly string[] };
  /** Login shell of its accounts. */
  readonly shell?: string;
  /** Type of its host key. */
  readonly hostKeyType?: "ed25519" | "rsa" | "ecdsa";
}

/** A system of a fleet: namespaces of its own for network, processes and mounts, with a home, a /tmp and an sshd. */
export class FleetSystem {
  readonly name: string;
  readonly address: string;
  readonly port = 22;
  readonly namespace: string;
  readonly directory: string;
  readonly options: SystemOptions;
  #init: ChildProcess | undefined;
  #pid = 0;
  #sshd: ChildProcess | undefined;

  constructor(claim: Claim, index: number, options: SystemOptions) {
    this.name = `k${index}`;
    this.address = `${claim.network}.${index}`;
    this.namespace = namespaceName(claim, index);
    this.directory = join(claim.directory, this.name);
    this.options = options;
  }

  /** Public host key as known_hosts writes it, without the name: `ssh-ed25519 AAAA…`. */
  async hostKey(): Promise<string> {
    const text = await readFile(join(this.directory, "host_key.pub"), "utf8");
    return text.split(" ").slice(0, 2).join(" ").trim();
  }

  /** A file of the system as this process sees it. */
  path(path: string): string {
    return join(`/proc/${this.#pid}/root`, path);
  }

  /** Runs a program on the system without ssh; its standard output. */
  async run(...argv: string[]): Promise<string> {
    const args = ["-t", String(this.#pid), "-m", "-n", "-p", "--", ...argv];
    return (
      await execute("nsenter", args, { env: { ...process.env, HOME: "/root", PATH: this.#programs() } })
    ).stdout;
  }

  /** Command lines of the processes of the system, but for its init and its sshd: what a run must not leave behind. */
  async processes(): Promise<string[]> {
    const lines = await Promise.all(
      (await this.#pids()).map(async (pid) => {
        const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
        return text.split("\0").join(" ").trim();
      }),
    );
    // An empty command line: a zombie, or gone meanwhile.
    return lines.filter(
      (line) => line !== "" && !/^(sshd\b|\S*\/sshd |sleep infinity$|sh -c mount )/.test(line),
    );
  }

  /** Ids, as this machine counts, of the processes that live inside the system's process namespace. */
  async #pids(): Promise<number[]> {
    const own = await readlink(`/proc/${this.#pid}/ns/pid`).catch(() => undefined);
    const { stdout } = await execute("ip", ["netns", "pids", this.namespace]);
    const pids = stdout.split("\n").filter(Boolean).map(Number);
    const inside = await Promise.all(
      pids.map(
        async (pid) => own !== undefined && (await readlink(`/proc/${pid}/ns/pid`).catch(() => "")) === own,
      ),
    );
    return pids.filter((_, index) => inside[index]);
  }

  /** Kills sshd and every connection; what connections started lives on, as it does on a real system. */
  async killSshd(): Promise<void> {
    for (const pid of await this.#pids()) {
      const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
      if (name.trim() !== "sshd") continue;
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // Its parent took it along.
      }
    }
    const sshd = this.#sshd;
    if (!sshd || sshd.exitCode !== null || sshd.signalCode !== null) return;
    sshd.ref();
    await once(sshd, "exit");
  }

  /** Starts sshd; resolves when it accepts connections. */
  async startSshd(): Promise<void> {
    const config = join(this.directory, "sshd_config");
    // nsenter execs no shell: the child's PATH decides what the sshd itself finds, SetEnv what its users find.
    // Before nsenter, which forks, and sees no hierarchy of this machine where it goes.
    const groups = this.options.cgroups?.join ?? [];
    const script = [...groups.map((group) => `echo $$ > ${group}/cgroup.procs`), 'exec "$@"'].join(" && ");
    const enter = ["nsenter", "-t", String(this.#pid), "-m", "-n", "-p", "--"];
    const log = join(this.directory, "sshd.log");
    this.#sshd = spawn(
      "sh",
      ["-c", script, "sh", ...enter, "/usr/sbin/sshd", "-D", "-E", log, "-f", config],
      { stdio: "ignore" },
    );
    this.#sshd.unref();
    for (let tries = 0; ; tries++) {
      if (this.#sshd.exitCode !== null || tries === 200) {
        const log = await readFile(join(this.directory, "sshd.log"), "utf8").catch(() => "");
        throw new Error(`sshd of ${this.name} does not start: ${log}`);
      }
      if (await answers(this.address, this.port)) return;
      await sleep(25);
    }
  }

  /** Nothing passes any more, and nobody is told. */
  async cutLink(): Promise<void> {
    await execute("ip", ["link", "set", this.namespace, "down"]);
  }

  async mendLink(): Promise<void> {
    await execute("ip", ["link", "set", this.namespace, "up"]);
  }

  /** Changes the speed of the link. */
  async setRate(rate: string): Promise<void> {
    const tbf = ["root", "tbf", "rate", rate, "burst", "64kb", "latency", "400ms"];
    await execute("tc", ["qdisc", "replace", "dev", this.namespace, ...tbf]);
    await execute("tc", ["-n", this.namespace, "qdisc", "replace", "dev", "eth0", ...tbf]);
  }

  /** Bytes that the system received and sent over its link so far. */
  async traffic(): Promise<{ received: number; sent: number }> {
    const read = async (name: string) =>
      Number(await readFile(`/sys/class/net/${this.namespace}/statistics/${name}`, "utf8"));
    // Seen from the other end of the pair.
    return { received: await read("tx_bytes"), sent: await read("rx_bytes") };
  }

  /** As if its power were cut, for good. */
  async destroy(): Promise<void> {
    await this.cutLink();
    this.#init?.kill("SIGKILL");
    if (this.#pid > 0) {
      try {
        process.kill(this.#pid, "SIGKILL");
      } catch {
        // Already gone.
      }
    }
  }

  /** Makes the namespaces, the mounts and the files; starts sshd. */
  async bringUp(claim: Claim, authorizedKeys: string): Promise<void> {
    await this.#writeFiles(authorizedKeys);
    const port = this.namespace;
    await execute("ip", ["netns", "add", this.namespace]);
    await execute("ip", [
      "link",
      "add",
      port,
      "type",
      "veth",
      "peer",
      "name",
      "eth0",
      "netns",
      this.namespace,
    ]);
    await execute("ip", ["link", "set", port, "master", claim.name, "up"]);
    await execute("ip", ["-n", this.namespace, "addr", "add", `${this.address}/24`, "dev", "eth0"]);
    await execute("ip", ["-n", this.namespace, "link", "set", "lo", "up"]);
    await execute("ip", ["-n", this.namespace, "link", "set", "eth0", "up"]);
    if (this.options.rate !== undefined) await this.setRate(this.options.rate);
    await this.#startInit();
    await this.startSshd();
  }

  async #writeFiles(authorizedKeys: string): Promise<void> {
    const at = (name: string) => join(this.directory, name);
    for (const name of ["home", "tmp", "shims"]) await mkdir(at(name), { recursive: true });
    await chmod(at("tmp"), 0o1777);
    await writeFile(at("authorized_keys"), authorizedKeys);
    const keyType = this.options.hostKeyType ?? "ed25519";
    await execute("ssh-keygen", ["-q", "-t", keyType, "-N", "", "-C", this.name, "-f", at("host_key")]);
    const { cpus, shims = {}, without } = this.options;
    const scripts: Record<string, string> = { ...shims };
    if (cpus !== undefined) {
      scripts.nproc = `echo ${cpus}`;
      scripts.getconf = `case $1 in *_NPROCESSORS_*) echo ${cpus};; *) exec /usr/bin/getconf "$@";; esac`;
    }
    for (const [name, text] of Object.entries(scripts)) {
      await writeFile(join(at("shims"), name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    }
    if (without) await linkPrograms(at("programs"), without);
    const lines = [
      `ListenAddress ${this.address}:${this.port}`,
      `HostKey ${at("host_key")}`,
      `AuthorizedKeysFile ${at("authorized_keys")}`,
      `PidFile none`,
      "PermitRootLogin prohibit-password",
      "PasswordAuthentication no",
      "KbdInteractiveAuthentication no",
      "StrictModes no",
      "UsePAM no",
      "UseDNS no",
      "Subsystem sftp internal-sftp",
      `SetEnv PATH=${this.#programs()}`,
      "LogLevel VERBOSE",
    ];
    await writeFile(at("sshd_config"), `${[...(this.options.sshd ?? []), ...lines].join("\n")}\n`);
  }

  #programs(): string {
    const rest = this.options.without ? join(this.directory, "programs") : "/usr/sbin:/usr/bin:/sbin:/bin";
    return `${join(this.directory, "shims")}:${rest}`;
  }

  async #startInit(): Promise<void> {
    const at = (name: string) => join(this.directory, name);
    const sized = (name: string, size: number | undefined) =>
      size === undefined ? [] : [`mount -t tmpfs -o size=${size},mode=1777 tmpfs ${at(name)}`];
    // The last `wait` reaps whatever is orphaned to it, as an init does.
    const { cgroups, shell } = this.options;
    const passwd = readFileSync("/etc/passwd", "utf8");
    if (shell !== undefined) await writeFile(at("passwd"), passwd.replace(/:[^:\n]+$/gm, `:${shell}`));
    const script = [
      // Joined from here: what the kernel tells a process of its groups does not depend on where they are mounted.
      ...(cgroups === undefined ? [] : [cgroups.mount]),
      ...(shell === undefined ? [] : [`mount --bind ${at("passwd")} /etc/passwd`]),
      ...sized("home", this.options.homeSize),
      ...sized("tmp", this.options.tmpSize),
      `mount --bind ${at("home")} /root`,
      `mount --bind ${at("tmp")} /tmp`,
      "mount -t tmpfs tmpfs /run",
      "mkdir /run/sshd",
      `echo ready`,
      "sleep infinity & wait $!",
    ].join(" && ");
    const init = spawn(
      "ip",
      [
        "netns",
        "exec",
        this.namespace,
        "unshare",
        "-m",
        "-p",
        "--fork",
        "--mount-proc",
        "--kill-child",
        "sh",
        "-c",
        script,
      ],
      { stdio: ["ignore", "pipe", "pipe"], cwd: "/" },
    );
    this.#init = init;
    let errors = "";
    init.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    const started = await Promise.race([
      once(init.stdout, "data").then(() => true),
      once(init, "exit").then(() => false),
    ]);
    if (!started) throw new Error(`namespaces of ${this.name}: ${errors}`);
    init.unref();
    for (const stream of [init.stdout, init.stderr]) stream.destroy();
    const { stdout } = await execute("ip", ["netns", "pids", this.namespace]);
    for (const pid of stdout.split("\n").filter(Boolean)) {
      const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
      if (/^NSpid:\t\d+\t1$/m.test(status)) this.#pid = Number(pid);
    }
    if (this.#pid === 0) throw new Error(`no init in ${this.namespace}`);
  }
}

/** A folder of links to all programs but some. */
async function linkPrograms(folder: string, without: readonly string[]): Promise<void> {
  await mkdir(folder);
  const missing = (name: string) =>
    without.some((entry) => (entry.endsWith("*") ? name.startsWith(entry.slice(0, -1)) : name === entry));
  const seen = new Set<string>();
  for (const source of ["/usr/sbin", "/usr/bin", "/sbin", "/bin"]) {
    for (const name of readdirSync(source)) {
      if (seen.has(name) || missing(name)) continue;
      seen.add(name);
      await symlink(join(source, name), join(folder, name));
    }
  }
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    // The banner, not just the connection: sshd is ready to serve.
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    for (const event of ["error", "timeout", "close"]) {
      socket.once(event, () => {
        socket.destroy();
        resolve(false);
      });
    }
  });
}
