import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where fleets of all test processes on this machine are registered: one file per third octet of 10.99.N.0/24. */
const registry = "/run/rcutorture-fleet";

/** A process as the kernel tells it apart from a later one with the same id. */
interface Owner {
  readonly pid: number;
  /** Field 22 of /proc/PID/stat. */
  readonly startTime: string;
}

/** A numbered slice of the address space and of the names, owned by one fleet of one process. */
export interface Claim {
  readonly number: number;
  /** Removed with everything in it when the claim ends. Outside /tmp and /root, which every system replaces. */
  readonly directory: string;
}

function startTimeOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")[19];
  } catch {
    return undefined;
  }
}

function attempt(program: string, ...args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return "";
  }
}

/** Name of the bridge of a claim; also the prefix of everything else that carries a name. */
export function bridgeName(number: number): string {
  return `rcuf${number}`;
}

/** Name of the namespace of the system with 1-based index `index`. */
export function namespaceName(number: number, index: number): string {
  return `rcuf${number}-${index}`;
}

/** Ends every process and removes every namespace, interface and file of a claim. Safe to repeat. */
export function release(claim: Claim): void {
  const prefix = `${bridgeName(claim.number)}-`;
  const namespaces = attempt("ip", "netns", "list")
    .split("\n")
    .map((line) => line.split(" ")[0] ?? "")
    .filter((name) => name.startsWith(prefix));
  for (const namespace of namespaces) {
    for (const pid of attempt("ip", "netns", "pids", namespace).split("\n").filter(Boolean)) {
      try {
        process.kill(Number(pid), "SIGKILL");
      } catch {
        // It ended by itself.
      }
    }
    // The pair of interfaces goes with its end here.
    attempt("ip", "link", "del", namespace);
    attempt("ip", "netns", "del", namespace);
  }
  attempt("ip", "link", "del", bridgeName(claim.number));
  rmSync(claim.directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  rmSync(join(registry, String(claim.number)), { force: true });
}

/** Removes what fleets of processes left behind that died without cleaning up. */
export function releaseDead(): void {
  mkdirSync(registry, { recursive: true, mode: 0o700 });
  for (const entry of readdirSync(registry)) {
    let owner: Owner;
    try {
      owner = JSON.parse(readFileSync(join(registry, entry), "utf8")) as Owner;
    } catch {
      continue; // Being written or removed at this very moment.
    }
    if (startTimeOf(owner.pid) !== owner.startTime) release(claimOf(Number(entry)));
  }
}

function claimOf(number: number): Claim {
  return { number, directory: `/var/tmp/rcutorture-fleet-${number}` };
}

/** Takes a number nobody uses, atomically. */
export function claim(): Claim {
  releaseDead();
  const owner: Owner = { pid: process.pid, startTime: startTimeOf(process.pid) ?? "" };
  for (let number = 1; number < 255; number++) {
    try {
      writeFileSync(join(registry, String(number)), JSON.stringify(owner), { flag: "wx", mode: 0o600 });
    } catch {
      continue;
    }
    const claimed = claimOf(number);
    mkdirSync(claimed.directory, { mode: 0o700 });
    return claimed;
  }
  throw new Error(`all 254 fleets of ${registry} are in use`);
}
