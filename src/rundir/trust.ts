import { join } from "node:path";
import { guestFiles } from "./names.ts";
import { type RunDirectory, readQemuCmd } from "./open.ts";
import { checkTrust, namesOf, refusedByTrust } from "./qemuAllow.ts";

/** What the user lets through, as the inputs of these names have it. */
export interface Allowance {
  readonly allowQemuOptions: readonly string[];
  readonly qemuCmd?: string | undefined;
}

/**
 * Looks at the commands of a run directory that somebody else may have made, before any of them is run.
 * @param names of guests or scenarios; those without a command are no concern of this
 * @throws InputError for one that can do more than what kvm.sh writes, unless it is let through by name
 */
export async function checkCommands(
  run: Pick<RunDirectory, "path">,
  names: Iterable<string>,
  { allowQemuOptions: allow, qemuCmd: program }: Allowance,
): Promise<void> {
  for (const name of names) {
    const cmd = await readQemuCmd(run, name);
    if (cmd !== undefined) checkTrust(cmd, { allow, program }, join(run.path, name, guestFiles.qemuCmd));
  }
}

/** What has to be let through for running a run directory again: `device netdev`. */
export async function allowanceOf(
  run: Pick<RunDirectory, "path">,
  names: Iterable<string>,
): Promise<string[]> {
  const needed = new Set<string>();
  for (const name of names) {
    const cmd = await readQemuCmd(run, name).catch(() => undefined);
    for (const each of namesOf(cmd === undefined ? [] : refusedByTrust(cmd, { allow: [] }))) needed.add(each);
  }
  return [...needed];
}
