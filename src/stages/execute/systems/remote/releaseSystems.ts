import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../../../../errors.ts";
import { checkPrivateFolder } from "../../../../process/privateFile.ts";
import type { Executor } from "../../../../systems/command.ts";
import { localhost } from "../../../../systems/names.ts";
import { removeSshFiles, type SshFiles } from "../../../../systems/ssh/connection/files.ts";
import { openSystem } from "../../../../systems/ssh/connection/openSystem.ts";
import { sweepSystem } from "../../../../systems/ssh/guests/guestHost.ts";
import type { Ui } from "../../../../ui.ts";
import { type NotedLease, note } from "./journal.ts";
import { runSiteCommand } from "./siteCommand.ts";

/** Milliseconds that a system may take; one that takes longer ends what is there by itself. */
const sweepTime = 20_000;

/** Milliseconds for `release-command`, after which the runner may not wait any longer. */
export const releaseTime = 120_000;

/**
 * Ends and removes what a job that is dead left on systems, releases them, and removes its ssh files.
 * @param noted what it used; its command to release them comes from inputs, or from a file that only we can write
 * @returns whether nothing is left to be done
 */
export async function releaseSystems(
  noted: NotedLease,
  local: Executor,
  ui: Pick<Ui, "info" | "warning">,
): Promise<boolean> {
  const { lease, releaseCommand } = noted;
  const { names, key, journal } = lease;
  const ssh = lease.ssh && usableSshFiles(lease.ssh, ui);
  const swept = await Promise.all(names.map((name) => sweep(name, key, ssh?.configFile, local, ui)));
  const left = names.filter((_, index) => !swept[index]);
  if (lease.release && releaseCommand === undefined) {
    ui.warning(`${names.join(" ")}: reserved, and not released: there is no release-command here.`);
  }
  if (lease.release && releaseCommand !== undefined) {
    const problem = await runSiteCommand({
      input: "release-command",
      command: releaseCommand,
      names,
      local,
      ui,
      timeout: releaseTime,
    });
    if (problem !== undefined) ui.warning(problem);
  }
  if (ssh) await removeSshFiles(ssh);
  await note(journal, undefined);
  return left.length === 0;
}

/** The files of a dead job, if they are still what it made: ssh starts programs that they name. */
function usableSshFiles(files: SshFiles, ui: Pick<Ui, "warning">): SshFiles | undefined {
  try {
    checkPrivateFolder(files.directory);
    return files;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      ui.warning(`${messageOf(error)}: it is not used.`);
    return undefined;
  }
}

async function sweep(
  name: string,
  key: string,
  configFile: string | undefined,
  local: Executor,
  ui: Pick<Ui, "info" | "warning">,
): Promise<boolean> {
  const late = new AbortController();
  const work = async () => {
    const remote = name === localhost ? undefined : await openSystem(local, name, { configFile });
    try {
      for (const line of await sweepSystem(remote ?? local, { instance: key })) ui.info(line);
    } finally {
      await remote?.close();
    }
  };
  try {
    await Promise.race([
      work(),
      sleep(sweepTime, undefined, { signal: late.signal, ref: false }).then(() => {
        throw new Error(`${name} does not answer`);
      }),
    ]);
    return true;
  } catch (error) {
    ui.warning(`${messageOf(error)}; guests that are left there end by themselves`);
    return false;
  } finally {
    late.abort();
  }
}
