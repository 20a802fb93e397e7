import { join } from "node:path";
import { optionMemory } from "../../../../guests/qemuOptions.ts";
import { defaultDuration, qemuItself } from "../../../../plan/guest.ts";
import type { Job } from "../../../../plan/job.ts";
import { checkSendable } from "../../../../rundir/commandFiles.ts";
import { kernelOf } from "../../../../rundir/kernel.ts";
import { guestFiles } from "../../../../rundir/names.ts";
import { readQemuCmd } from "../../../../rundir/open.ts";
import { plannedSeconds } from "../../../../rundir/qemuCmd.ts";
import type { GuestsToPlace } from "../systems.ts";

/** Seconds of a guest's life beyond its torture: boot and shutdown. */
const beyond = 10;

/** What the scheduler must know of the guests, and where their kernels are. */
export interface Jobs {
  readonly jobs: readonly Job[];
  /** Paths of kernels in the run directory, by scenario; a scenario whose command cannot be read has none. */
  readonly kernels: ReadonlyMap<string, string>;
}

/**
 * Reads the guests' commands. What is wrong with one is said when its guest is to start.
 * @param memory bytes of the largest system: a guest that wants more is limited to that
 * @throws InputError for a command that names files which other systems do not get
 */
export async function jobsOf({ path, batches, failedBefore }: GuestsToPlace, memory: number): Promise<Jobs> {
  const kernels = new Map<string, string>();
  const guests = batches.flatMap((batch) => batch.guests);
  const jobs = await Promise.all(
    guests.map(async (guest): Promise<Job> => {
      const cmd = await readQemuCmd({ path }, guest.name).catch(() => undefined);
      if (cmd) {
        await checkSendable(cmd.argv, join(path, guest.name, guestFiles.qemuCmd));
        try {
          kernels.set(guest.scenario, kernelOf(cmd, path, guest));
        } catch {
          // Names no kernel.
        }
      }
      const wanted = cmd && optionMemory(cmd.argv);
      return {
        guest,
        seconds: ((cmd && plannedSeconds(cmd)) ?? defaultDuration) + beyond,
        ...(wanted === undefined ? {} : { memory: Math.min(wanted + qemuItself, memory) }),
        ...(failedBefore?.has(guest.scenario) ? { failedLastTime: true } : {}),
      };
    }),
  );
  return { jobs, kernels };
}
