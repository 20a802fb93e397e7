import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { bringUpFleet, type Fleet, type SystemOptions } from "../../test/support/fleet.ts";
import { dist, TestBed } from "./testBed.ts";

/** What became of one guest: seconds since the beginning of the program that ran it. */
export interface RemoteLife {
  readonly system: string;
  readonly began: number;
  readonly ended: number;
}

export interface RemoteRun {
  /** Seconds. */
  readonly wall: number;
  readonly lives: readonly RemoteLife[];
  /** Bytes that the systems received. */
  readonly received: number;
  readonly output: string;
  /** Most memory of our process, in bytes, and seconds of its CPU time while guests ran. */
  readonly memory: number;
  readonly cpu: number;
}

/**
 * qemu on a system, for both sides alike: software emulation, as the kernel's scripts know only KVM; and a note of
 * when each guest began and ended.
 */
const shim = `args=""
case " $* " in *" -kernel "*) guest=yes ;; *) guest= ;; esac
n=$#
while test $n -gt 0; do
  n=$((n - 1)); arg=$1; shift
  case $arg in
    -enable-kvm) continue ;;
    q35,accel=kvm) arg=q35,accel=tcg ;;
    kvm64) arg=qemu64 ;;
  esac
  set -- "$@" "$arg"
done
test -n "$guest" || exec /usr/bin/qemu-system-x86_64 "$@"
began=$(date +%s.%N)
/usr/bin/qemu-system-x86_64 "$@"
status=$?
echo "$began $(date +%s.%N)" >>"$(dirname "$0")/../lives"
exit $status`;

/** A test bed whose programs run guests on the systems of a fleet. */
export class RemoteTestBed {
  readonly testBed: TestBed;
  readonly fleet: Fleet;

  private constructor(testBed: TestBed, fleet: Fleet) {
    this.testBed = testBed;
    this.fleet = fleet;
    const bin = join(testBed.scratch, "ssh-bin");
    mkdirSync(bin);
    // The scripts know only the user's own configuration.
    for (const program of ["ssh", "scp"]) {
      const path = join(bin, program);
      writeFileSync(path, `#!/bin/sh\nexec /usr/bin/${program} -F ${fleet.sshConfig} "$@"\n`);
      chmodSync(path, 0o755);
    }
    // The scripts take the PATH of this machine along, where the systems see the fleet's folder at the same place.
    const there = join(fleet.directory, "shim");
    mkdirSync(there);
    writeFileSync(join(there, "qemu-system-x86_64"), `#!/bin/sh\n${shim}\n`, { mode: 0o755 });
    // A tree that kvm-remote.sh may write to.
    const rcutorture = join(this.tree, "tools/testing/selftests/rcutorture");
    mkdirSync(join(rcutorture, "res"), { recursive: true });
    symlinkSync(join(testBed.tree, "tools/testing/selftests/rcutorture/bin"), join(rcutorture, "bin"));
  }

  static async make(systems: readonly SystemOptions[]): Promise<RemoteTestBed> {
    const testBed = await TestBed.make();
    try {
      const withShim = systems.map((options) => ({ ...options, shims: { "qemu-system-x86_64": shim } }));
      return new RemoteTestBed(testBed, await bringUpFleet(withShim));
    } catch (error) {
      testBed.remove();
      throw error;
    }
  }

  get tree(): string {
    return join(this.testBed.scratch, "tree");
  }

  get names(): string {
    return this.fleet.systems.map(({ name }) => name).join(" ");
  }

  /** Our own run of an old run's guests on all systems; its shims are the systems' own. */
  ours(old: string, ...options: readonly string[]): Promise<RemoteRun> {
    const words = [
      "run",
      "--again",
      old,
      "--rundir",
      this.testBed.newRun(),
      "--accel",
      "tcg",
      "--jitter",
      "0",
    ];
    const systems = ["--systems", this.names, "--ssh-config", this.fleet.sshConfig];
    return this.#run([process.execPath, join(dist, "cli.js"), ...words, ...systems, ...options]);
  }

  /** The tree's kvm-remote.sh. */
  theirs(old: string, ...options: readonly string[]): Promise<RemoteRun> {
    const script = join(this.tree, "tools/testing/selftests/rcutorture/bin/kvm-remote.sh");
    return this.#run([script, this.names, old, ...options]);
  }

  async #run([program = "", ...args]: readonly string[]): Promise<RemoteRun> {
    const lives = [
      ...this.fleet.systems.map(({ name, directory }) => ({ name, path: join(directory, "lives") })),
      { name: "one of them", path: join(this.fleet.directory, "lives") },
    ];
    for (const { path } of lives) rmSync(path, { force: true });
    const received = async () => {
      const each = await Promise.all(this.fleet.systems.map((system) => system.traffic()));
      return each.reduce((sum, one) => sum + one.received, 0);
    };
    const before = await received();
    const bin = [join(this.testBed.scratch, "ssh-bin"), join(this.fleet.directory, "shim"), process.env.PATH];
    const path = bin.join(delimiter);
    const [began, at] = [performance.now(), Date.now() / 1000];
    const child = spawn(program, args, {
      cwd: this.tree,
      env: { ...process.env, PATH: path },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    let [memory, cpu] = [0, 0];
    const look = setInterval(() => {
      memory = Math.max(memory, highWater(child.pid));
      cpu = cpuTime(child.pid) ?? cpu;
    }, 200);
    const status = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
    clearInterval(look);
    const wall = (performance.now() - began) / 1000;
    const lived = lives.flatMap(({ name, path: file }) => {
      if (!existsSync(file)) return [];
      const lines = readFileSync(file, "utf8").trim().split("\n");
      return lines.map((line): RemoteLife => {
        const [start = 0, end = 0] = line.split(" ").map(Number);
        return { system: name, began: start - at, ended: end - at };
      });
    });
    if (lived.length === 0)
      throw new Error(`${program} ran no guest (status ${status}):\n${output.slice(-3000)}`);
    lived.sort((a, b) => a.began - b.began);
    return { wall, lives: lived, received: (await received()) - before, output, memory, cpu };
  }

  async remove(): Promise<void> {
    await this.fleet.down();
    this.testBed.remove();
  }
}

function highWater(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Seconds of CPU time so far, without children. */
function cpuTime(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

/** Lets a bench have a fleet of its own. */
export async function onFleet<Result>(
  systems: readonly SystemOptions[],
  use: (remote: RemoteTestBed) => Promise<Result>,
): Promise<Result> {
  const remote = await RemoteTestBed.make(systems);
  try {
    return await use(remote);
  } finally {
    await remote.remove();
  }
}
