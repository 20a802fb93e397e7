import { hash } from "node:crypto";
import { closeSync, constants, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { JobContext } from "../context.ts";
import { messageOf } from "../errors.ts";
import { privateFolder } from "../process/privateFile.ts";
import { type GuestResult, guestResultSchema } from "../results/schema.ts";
import { kernelOf } from "../rundir/kernel.ts";
import { type RunDirectory, readQemuCmd } from "../rundir/open.ts";
import { optionValue } from "../rundir/qemuCmd.ts";
import { digestFile, errorCode, readRegular } from "../storage/files.ts";
import { cacheOf } from "../systems/home.ts";

/** Bytes of a log; ten thousands of boots. */
const mostBytes = 64 * 1024 * 1024;

/** What is known of guests with the very same kernels and commands, here and from jobs before this one, however they ended. */
export interface SampleLog {
  /** Where it is. */
  readonly path: string;
  readonly guests: readonly GuestResult[];
  /** Adds a guest, at once. Never throws: what cannot be kept costs a warning. */
  keep(guest: GuestResult): void;
}

/** What decides how a run of this run directory goes: kernels, boot parameters with the duration, and the suite. */
async function identityOf(run: RunDirectory): Promise<string> {
  const scenarios = new Map(
    run.batches.flatMap(({ guests }) => guests.map((guest) => [guest.scenario, guest])),
  );
  const parts = await Promise.all(
    [...scenarios].toSorted().map(async ([scenario, guest]) => {
      const cmd = await readQemuCmd(run, guest.name);
      if (cmd === undefined) return [scenario];
      const image = kernelOf(cmd, run.path, guest);
      return [scenario, await digestFile(image, statSync(image).size), optionValue(cmd.argv, "-append")];
    }),
  );
  return hash("sha256", JSON.stringify([run.suite, ...parts])).slice(0, 32);
}

function parsed(text: string): GuestResult[] {
  return text.split("\n").flatMap((line) => {
    try {
      // The last line may be cut off: its job was killed while it wrote.
      return guestResultSchema.safeParse(JSON.parse(line)).data ?? [];
    } catch {
      return [];
    }
  });
}

function read(path: string): GuestResult[] {
  try {
    return parsed(readRegular(path, mostBytes));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

/** Without what only a report of that run would show. */
const slim = ({ progress: _, scripts: __, console: ___, ...guest }: GuestResult) => ({
  ...guest,
  findings: guest.findings.map((finding) => ({ ...finding, text: "", truncated: true })),
});

/** Opens the log of the kernels in a run directory. Never rejects; undefined where none can be kept. */
export async function openSampleLog(
  { environment, inputs, ui }: JobContext,
  run: RunDirectory,
): Promise<SampleLog | undefined> {
  const { variables } = environment;
  const cache = cacheOf(variables);
  const folder = variables.RCUTORTURE_ACTION_CACHE
    ? `${variables.RCUTORTURE_ACTION_CACHE}-samples`
    : cache && join(cache, "samples");
  if (folder === undefined || inputs.store === "none") return undefined;
  const lost = (error: unknown) =>
    ui.warning(`Should this job be killed, the next one will not know of its guests: ${messageOf(error)}`);
  try {
    privateFolder(folder);
    const path = join(folder, `${await identityOf(run)}.jsonl`);
    const guests = inputs.rerun === "never" ? [] : read(path);
    let broken = false;
    return {
      path,
      guests,
      keep(guest) {
        if (broken) return;
        try {
          const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
          const file = openSync(path, flags, 0o600);
          try {
            // A line that was cut off before ends here.
            writeSync(file, `\n${JSON.stringify(slim(guest))}`);
          } finally {
            closeSync(file);
          }
        } catch (error) {
          broken = true;
          lost(error);
        }
      },
    };
  } catch (error) {
    lost(error);
    return undefined;
  }
}
