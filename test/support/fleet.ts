import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { claim, release } from "./fleetClaim.ts";
import { FleetSystem, type SystemOptions } from "./fleetSystem.ts";

export { FleetSystem, type SystemOptions } from "./fleetSystem.ts";

const execute = promisify(execFile);

/** Systems that ssh reaches, on this one machine. */
export interface Fleet {
  readonly systems: readonly FleetSystem[];
  /** Private; goes away with the fleet. Seen at the same path on this machine and on all systems. */
  readonly directory: string;
  /** An ssh_config in which the systems are called k1, k2, … */
  readonly sshConfig: string;
  /** Private key that all systems let in. */
  readonly key: string;
  readonly knownHosts: string;
  /** The network of the systems, as this machine's end of it is called. */
  readonly bridge: string;
  /** First three octets of the systems' /24, which this fleet has for itself: `10.64.7`. System kN is `.N`. */
  readonly network: string;
  /** This machine's address on that network. */
  readonly address: string;
  system(name: string): FleetSystem;
  /** Leaves nothing behind. */
  down(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const needed = {
  "/usr/sbin/sshd": "openssh-server",
  "/usr/bin/ssh": "openssh-client",
  "/usr/sbin/ip": "iproute2",
  "/usr/sbin/tc": "iproute2",
  "/usr/bin/nsenter": "util-linux",
};

async function checkTools(): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error("a fleet needs root: network namespaces and mounts");
  const missing = new Set<string>();
  for (const [path, name] of Object.entries(needed)) {
    await access(path, constants.X_OK).catch(() => missing.add(name));
  }
  if (missing.size > 0) throw new Error(`a fleet needs: apt-get install ${[...missing].join(" ")}`);
}

/** Brings up one system per element of `systems`, called k1, k2, … on a network of their own. */
export async function bringUpFleet(systems: readonly SystemOptions[]): Promise<Fleet> {
  await checkTools();
  const claimed = claim();
  const atExit = () => release(claimed);
  process.once("exit", atExit);
  const down = async () => {
    process.off("exit", atExit);
    release(claimed);
  };
  try {
    const { directory, network, name: bridge } = claimed;
    const key = join(directory, "user_key");
    const knownHosts = join(directory, "known_hosts");
    const sshConfig = join(directory, "ssh_config");
    const address = `${network}.254`;
    await execute("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "fleet", "-f", key]);
    const authorized = await readFile(`${key}.pub`, "utf8");
    const members = systems.map((options, index) => new FleetSystem(claimed, index + 1, options));
    await Promise.all(members.map((member) => member.bringUp(claimed, authorized)));
    const hostKeys = await Promise.all(members.map(async (one) => `${one.address} ${await one.hostKey()}\n`));
    await writeFile(knownHosts, hostKeys.join(""));
    const hosts = members.map((one) => `Host ${one.name}\n  HostName ${one.address}\n  Port ${one.port}\n`);
    const common = [
      "Host *",
      "  User root",
      `  IdentityFile ${key}`,
      "  IdentitiesOnly yes",
      "  IdentityAgent none",
      `  UserKnownHostsFile ${knownHosts}`,
      "  GlobalKnownHostsFile none",
    ];
    await writeFile(sshConfig, `${hosts.join("\n")}\n${common.join("\n")}\n`);
    const system = (name: string) => {
      const found = members.find((one) => one.name === name);
      if (!found) throw new Error(`no system ${name} in the fleet`);
      return found;
    };
    return {
      systems: members,
      directory,
      sshConfig,
      key,
      knownHosts,
      bridge,
      network,
      address,
      system,
      down,
      [Symbol.asyncDispose]: down,
    };
  } catch (error) {
    await down();
    throw error;
  }
}
