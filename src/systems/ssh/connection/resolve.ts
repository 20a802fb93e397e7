import { userInfo } from "node:os";
import { InfrastructureError, InputError } from "../../../errors.ts";
import type { Executor } from "../../command.ts";
import { sshEnvironment } from "../../environment.ts";
import { type Person, parseResolution, type Resolution } from "./resolution.ts";

/** The user that runs this process. ssh, too, takes the home of the user database and not `HOME`. */
export function thisPerson(): Person {
  const { homedir, username, uid } = userInfo();
  return { home: homedir, user: username, uid, env: process.env };
}

/**
 * What `name` means to ssh, with the user's and the system's configuration.
 *
 * @param local this machine
 * @param options.configFile an ssh_config to use instead (`ssh -F`)
 * @param options.proxyJump replaces the name's own (what `ssh -J` does)
 * @throws InputError for a name that ssh refuses, or a configuration that it cannot read
 * @throws InfrastructureError when there is no ssh
 */
export async function resolve(
  local: Executor,
  name: string,
  options: { configFile?: string; proxyJump?: string; person?: Person } = {},
): Promise<Resolution> {
  if (!/^[^\s-][^\s]*$/.test(name)) {
    throw new InputError(
      `systems: "${name}" is not a name that ssh takes; give host names or aliases, with spaces between`,
    );
  }
  const config = options.configFile === undefined ? [] : ["-F", options.configFile];
  const jump = options.proxyJump === undefined ? [] : ["-J", options.proxyJump];
  // -T: no complaint that there is no terminal.
  const result = await local.run({
    argv: ["ssh", "-T", "-G", ...config, ...jump, "--", name],
    env: sshEnvironment(process.env),
    timeout: 30_000,
  });
  if (result.cause === "failed-to-start") {
    throw new InfrastructureError(
      "systems: there is no ssh on this machine; install it (Debian: apt-get install openssh-client)",
    );
  }
  if (result.exitStatus !== 0) {
    const why = result.stderr.trim().split("\n").at(-1) ?? result.cause;
    throw new InputError(`systems: ssh does not accept "${name}": ${why}`);
  }
  return parseResolution(name, result.stdout, options.person ?? thisPerson());
}
