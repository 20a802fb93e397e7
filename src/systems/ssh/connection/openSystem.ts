import { access } from "node:fs/promises";
import type { Executor } from "../../command.ts";
import { collectCredentials } from "./credentials.ts";
import { defaultLinkTimes, dial, type Hop, type LinkTimes } from "./dial.ts";
import { ConnectionFailure } from "./failure.ts";
import { lookUpHost, trustsAuthority } from "./hostKeys.ts";
import { OpensshExecutor } from "./opensshExecutor.ts";
import type { Person } from "./resolution.ts";
import { resolve } from "./resolve.ts";
import { Ssh2Executor } from "./ssh2Executor.ts";
import type { SshExecutor } from "./sshExecutor.ts";

export interface SshOptions {
  /** An ssh_config to use instead of the user's: `SshFiles.configFile`. */
  readonly configFile?: string | undefined;
  readonly times?: LinkTimes;
  readonly person?: Person;
  /** Told which transport was chosen when it is not the usual one, and why. */
  readonly log?: (line: string) => void;
}

/** More jumps than anybody has; a longer way is a circle. */
const longestWay = 8;

/**
 * Connects to a system by a name as ssh understands it: with ssh2, or with the machine's ssh where ssh2 cannot.
 *
 * @param local this machine
 * @throws InputError for a name, a configuration, a key or a host key that a person has to put right
 * @throws InfrastructureError for a host that does not answer, and when ssh is missing here
 */
export async function openSystem(
  local: Executor,
  name: string,
  options: SshOptions = {},
): Promise<SshExecutor> {
  try {
    return await connectSystem(local, name, options);
  } catch (error) {
    throw error instanceof ConnectionFailure ? error.toError() : error;
  }
}

async function connectSystem(local: Executor, name: string, options: SshOptions): Promise<SshExecutor> {
  const times = options.times ?? defaultLinkTimes;
  const hops = await planHops(local, name, options);
  const openssh = () =>
    new OpensshExecutor(name, { times, ...(options.configFile ? { configFile: options.configFile } : {}) });
  const reasons = (await Promise.all(hops.map(beyondSsh2))).flat();
  if (reasons.length > 0) {
    options.log?.(`${name}: using this machine's ssh: ${reasons.join(", ")}`);
    const executor = openssh();
    await executor.connect();
    return executor;
  }
  const executor = new Ssh2Executor(name, () => dial(hops, times));
  try {
    await executor.connect();
    return executor;
  } catch (error) {
    await executor.close();
    if (!(error instanceof ConnectionFailure) || (error.kind !== "protocol" && error.kind !== "refused"))
      throw error;
    // Keys of an agent that ssh2 cannot use, Kerberos, an algorithm it lacks: whatever it is, ssh may know it.
    const second = openssh();
    const works = await second.connect().then(
      () => true,
      () => false,
    );
    if (!works) {
      await second.close();
      throw error;
    }
    options.log?.(`${name}: using this machine's ssh, which gets in where ssh2 does not (${error.message})`);
    return second;
  }
}

/** The hosts on the way to a system, the system last, each with what is known of it. */
async function planHops(local: Executor, name: string, options: SshOptions): Promise<Hop[]> {
  const hops: Hop[] = [];
  let target: string | undefined = name;
  let jumps: string | undefined;
  while (target !== undefined) {
    const resolution = await resolve(local, target, {
      ...(options.configFile !== undefined ? { configFile: options.configFile } : {}),
      ...(options.person !== undefined ? { person: options.person } : {}),
      ...(jumps !== undefined ? { proxyJump: jumps } : {}),
    });
    hops.unshift({
      resolution,
      known: await lookUpHost(local, resolution),
      credentials: await collectCredentials(resolution),
    });
    if (hops.length > longestWay) {
      throw new ConnectionFailure(
        "no-such-host",
        `${name}: more than ${longestWay} jump hosts: does ProxyJump lead in a circle?`,
      );
    }
    // `a,b`: b is reached through a, whatever b's own configuration says.
    const way: string[] = resolution.proxyJump?.split(",") ?? [];
    const last: string | undefined = way.pop();
    jumps = way.length > 0 ? way.join(",") : undefined;
    target = last === undefined ? undefined : destination(last);
  }
  return hops;
}

/** `[user@]host[:port]` in the form that ssh takes in place of a name. */
function destination(jump: string): string {
  const hasPort = /:\d+$/.test(jump) && (jump.split(":").length === 2 || jump.includes("]"));
  return hasPort && !jump.startsWith("ssh://") ? `ssh://${jump}` : jump;
}

/** Why ssh2 cannot take this hop. */
async function beyondSsh2({ resolution, known, credentials }: Hop): Promise<string[]> {
  const reasons = [...resolution.special, ...credentials.beyond];
  if (trustsAuthority(known)) reasons.push(`@cert-authority vouches for ${resolution.host}`);
  for (const file of resolution.certificateFiles) {
    const exists = await access(file).then(
      () => true,
      () => false,
    );
    if (exists && !reasons.some((reason) => reason.includes(file))) reasons.push(`certificate ${file}`);
  }
  return reasons;
}
