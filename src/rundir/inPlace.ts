import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../errors.ts";
import { renderBatchesFile, renderScenarios } from "../plan/files.ts";
import type { Batch } from "../plan/guest.ts";
import { imageName, isBuildFile } from "./buildFiles.ts";
import { guestFiles, runFiles } from "./names.ts";
import { type RunDirectory, readQemuCmd } from "./open.ts";
import { transformQemuCmd } from "./transform.ts";

export interface InPlaceOptions {
  readonly run: RunDirectory;
  /** Whether a directory that has run may lose what it holds. */
  readonly force: boolean;
  /** The guests to run; each must have its folder already. */
  readonly batches: readonly Batch[];
  readonly cpus: number;
  readonly seconds?: number;
  readonly bootargs?: readonly string[];
}

/** Replaces a file without writing through a link that another run directory shares. */
async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.tmp`, text);
  await rename(`${path}.tmp`, path);
}

/**
 * Makes a run directory ready to run where it is, as mainline's `kvm-again.sh --link inplace` does.
 * @throws InputError when it has run and `force` is not given, or lacks a guest's folder.
 */
export async function makeInPlace(options: InPlaceOptions): Promise<void> {
  const { run, force, seconds, bootargs } = options;
  const guests = options.batches.flatMap((batch) => batch.guests);
  for (const { name } of guests) {
    const folder = join(run.path, name);
    if (!(await stat(folder).catch(() => undefined))) {
      throw new InputError(`link: ${folder} is not there, and inplace adds no copies; use link: hard.`);
    }
    if (!force && (await stat(join(folder, guestFiles.console)).catch(() => undefined))) {
      throw new InputError(
        `link: "${run.path}" has run (${name} has a console log); use inplace-force to run there all the same and lose it.`,
      );
    }
  }
  for (const { name, scenario } of guests) {
    const folder = join(run.path, name);
    const cmd = await readQemuCmd(run, name);
    const image = cmd && imageName(cmd);
    if (image === undefined)
      throw new InputError(`${folder}: has no ${guestFiles.qemuCmd}; it was not built.`);
    const kept = (each: string) =>
      isBuildFile(each, image) || each === guestFiles.qemuCmd || each.startsWith(guestFiles.vmlinux);
    for (const each of await readdir(folder))
      if (!kept(each)) await rm(join(folder, each), { recursive: true });
    const text = await readFile(join(folder, guestFiles.qemuCmd), "utf8");
    const changed = transformQemuCmd(text, {
      image: join(run.path, scenario, image),
      console: join(folder, guestFiles.console),
      jitterDirectory: run.path,
      ...(seconds === undefined ? {} : { seconds }),
      ...(bootargs === undefined ? {} : { bootargs }),
    });
    await replace(join(folder, guestFiles.qemuCmd), changed);
  }
  await replace(join(run.path, runFiles.batches), renderBatchesFile(options.batches, options.cpus));
  await replace(join(run.path, runFiles.scenarios), renderScenarios(options.batches));
}
