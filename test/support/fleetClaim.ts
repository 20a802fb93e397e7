import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freeNetworks, isContested, type Network } from "./fleetNetwork.ts";

/** Where the fleets of all test processes on this machine are registered: one file per network, named after it. */
const registry = "/run/rcutorture-fleets";

/** What a file of the registry holds: the fleet's name, and its process as told apart from a later one of the same id. */
interface Entry {
  readonly name: string;
  readonly pid: number;
  /** Field 22 of /proc/PID/stat. */
  readonly startTime: string;
}

/** A network and a name that one fleet of one process has for itself. */
export interface Claim {
  /**
   * `rf` + process id + `-` + count: the name of the bridge, and the prefix of every other name. At most 12 bytes, so
   * that `-NN` still fits into an interface's name.
   */
  readonly name: string;
  readonly network: Network;
  /** Removed with everything in it when the claim ends. Outside /tmp and /root, which every system replaces. */
  readonly directory: string;
}

let count = 0;

function startTimeOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")[19];
  } catch {
    return undefined;
  }
}

function ip(...args: string[]): string {
  return execFileSync("ip", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

function attempt(...args: string[]): string {
  try {
    return ip(...args);
  } catch {
    return "";
  }
}

/** Name of the namespace, and of this machine's end of the link, of the system with 1-based index `index`. */
export function namespaceName(claim: Claim, index: number): string {
  return `${claim.name}-${index}`;
}

/** Ends every process and removes every namespace, interface and file of a claim. Safe to repeat. */
export function release(claim: Claim): void {
  const namespaces = attempt("netns", "list")
    .split("\n")
    .map((line) => line.split(" ")[0] ?? "")
    .filter((name) => name.startsWith(`${claim.name}-`));
  for (const namespace of namespaces) {
    for (const pid of attempt("netns", "pids", namespace).split("\n").filter(Boolean)) {
      try {
        process.kill(Number(pid), "SIGKILL");
      } catch {
        // It ended by itself.
      }
    }
    // The pair of interfaces goes with its end here.
    attempt("link", "del", namespace);
    attempt("netns", "del", namespace);
  }
  attempt("link", "del", claim.name);
  rmSync(claim.directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  rmSync(join(registry, claim.network), { force: true });
}

function claimOf(name: string, network: Network): Claim {
  return { name, network, directory: `/var/tmp/rcutorture-fleet-${name}` };
}

/** Removes what fleets of processes left behind that died without cleaning up. */
export function releaseDead(): void {
  mkdirSync(registry, { recursive: true, mode: 0o700 });
  for (const network of readdirSync(registry)) {
    let entry: Entry;
    try {
      entry = JSON.parse(readFileSync(join(registry, network), "utf8")) as Entry;
    } catch {
      continue; // Being written or removed at this very moment.
    }
    if (startTimeOf(entry.pid) !== entry.startTime) release(claimOf(entry.name, network));
  }
}

/** Registers `network` for this process; false if another process of ours was faster. */
function register(claimed: Claim): boolean {
  const entry: Entry = { name: claimed.name, pid: process.pid, startTime: startTimeOf(process.pid) ?? "" };
  try {
    writeFileSync(join(registry, claimed.network), JSON.stringify(entry), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Takes a network that nobody uses and brings up its bridge with this machine's address, `NETWORK.254`. A bridge, and
 * not a pair of addresses per system, so that systems reach each other without routing here.
 *
 * @throws Error if no network is free.
 */
export function claim(): Claim {
  releaseDead();
  const name = `rf${process.pid}-${++count}`;
  for (const network of freeNetworks(process.pid)) {
    const claimed = claimOf(name, network);
    if (!register(claimed)) continue;
    try {
      ip("link", "add", name, "type", "bridge", "forward_delay", "0");
      ip("addr", "add", `${network}.254/24`, "dev", name);
      ip("link", "set", name, "up");
      // Strangers do not use our registry: whoever finds another's address beside its own tries the next network.
      if (!isContested(network, name)) {
        mkdirSync(claimed.directory, { mode: 0o700 });
        return claimed;
      }
    } catch (error) {
      release(claimed);
      throw error;
    }
    release(claimed);
  }
  throw new Error("no /24 of 10.64.0.0/12, 172.27.0.0/16 and 192.168.0.0/16 is free for a fleet");
}
