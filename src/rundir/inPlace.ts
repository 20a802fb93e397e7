import { lstat, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../errors.ts";
import { renderBatchesFile, renderScenarios } from "../plan/files.ts";
import type { Batch } from "../plan/guest.ts";
import { isBuildFile } from "./buildFiles.ts";
import { checkFolder } from "./files.ts";
import { guestFiles, runFiles } from "./names.ts";
import type { RunDirectory } from "./open.ts";
import { commandText, imageOf } from "./place.ts";
import { transformQemuCmd } from "./transform.ts";

export interface InPlaceOptions {
  readonly run: RunDirectory;
  /** Whether a directory that has run may lose what it holds. */
  readonly force: boolean;
  /** The guests to run; each must have its folder already. */
  readonly batches: readonly Batch[];
  readonly cpus: number;
  readonly seconds?: number | undefined;
  /** Seconds beyond `seconds` after which a guest counts as hung; absent: as in the old run. */
  readonly grace?: number | undefined;
  readonly bootargs?: readonly string[] | undefined;
}

/** Replaces a file without writing through a link that another run directory shares. */
async function replace(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await rm(temporary, { force: true });
  // Never through a link that somebody put there.
  await writeFile(temporary, text, { flag: "wx" });
  await rename(temporary, path);
}

/** @throws InputError when any guest of the run has a console log, also one that is not to run now. */
async function refuseWhatRan(run: RunDirectory): Promise<void> {
  for (const { name } of run.batches.flatMap((batch) => batch.guests)) {
    if (await lstat(join(run.path, name, guestFiles.console)).catch(() => undefined)) {
      throw new InputError(
        `link: "${run.path}" has run (${name} has a console log); use inplace-force to run there all the same and lose it.`,
      );
    }
  }
}

function isKept(name: string, image: string): boolean {
  return isBuildFile(name, image) || name === guestFiles.qemuCmd || name.startsWith(guestFiles.vmlinux);
}

/**
 * Makes a run directory ready to run where it is, as mainline's `kvm-again.sh --link inplace` does.
 * @throws InputError when it has run and `force` is not given, or lacks a guest's folder.
 */
export async function makeInPlace(options: InPlaceOptions): Promise<void> {
  const { run, force } = options;
  const guests = options.batches.flatMap((batch) => batch.guests);
  if (!force) await refuseWhatRan(run);
  const changes: { folder: string; image: string; qemuCmd: string }[] = [];
  for (const { name, scenario } of guests) {
    const folder = join(run.path, name);
    if (!(await checkFolder(folder))) {
      throw new InputError(`link: ${folder} is not there, and inplace adds no copies; use link: hard.`);
    }
    const image = await imageOf(run.path, scenario);
    const text = await commandText(run.path, name);
    const qemuCmd = transformQemuCmd(text, {
      ...options,
      image: join(run.path, scenario, image),
      console: join(folder, guestFiles.console),
      jitterDirectory: run.path,
    });
    changes.push({ folder, image, qemuCmd });
  }
  // Nothing has been touched so far: what is wrong with the directory has been said by now.
  for (const { folder, image, qemuCmd } of changes) {
    const names = (await readdir(folder)).filter((name) => !isKept(name, image));
    for (const name of names) await rm(join(folder, name), { recursive: true });
    await replace(join(folder, guestFiles.qemuCmd), qemuCmd);
  }
  await replace(join(run.path, runFiles.batches), renderBatchesFile(options.batches, options.cpus));
  await replace(join(run.path, runFiles.scenarios), renderScenarios(options.batches));
}
