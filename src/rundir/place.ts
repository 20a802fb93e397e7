import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../errors.ts";
import type { PlannedGuest } from "../plan/guest.ts";
import { imageName, isBuildFile } from "./buildFiles.ts";
import { locateFile, shortText, textOf } from "./files.ts";
import { guestFiles } from "./names.ts";
import { readQemuCmd } from "./open.ts";
import { transformQemuCmd } from "./transform.ts";

export interface PlaceOptions {
  /** Folder that holds the scenario's build in a folder of its name: an old run, or what a store gave. */
  readonly from: string;
  /** Folder that gets the guest's folder, and the path that it will have in the end. */
  readonly into: string;
  readonly finally: string;
  readonly guest: PlannedGuest;
  /** Name of the build's folder in `from`, where it is not the scenario's. */
  readonly build?: string;
  readonly bring: (from: string, to: string) => Promise<void>;
  readonly seconds?: number | undefined;
  readonly grace?: number | undefined;
  readonly bootargs?: readonly string[] | undefined;
  readonly memory?: string | undefined;
}

/**
 * Name of the kernel image that a scenario's build left, having looked that it is there.
 * @throws InputError when the scenario was not built there, or its kernel is gone.
 */
export async function imageOf(rundir: string, scenario: string): Promise<string> {
  const folder = join(rundir, scenario);
  const without = `leave ${scenario} out with configs, or build it again`;
  const cmd = await readQemuCmd({ path: rundir }, scenario);
  const image = cmd && imageName(cmd);
  if (image === undefined) {
    throw new InputError(`${folder}: has no ${guestFiles.qemuCmd}, so it was not built there; ${without}.`);
  }
  if ((await locateFile(rundir, join(folder, image))) === undefined) {
    throw new InputError(`${folder}: has no kernel ${image}; ${without}.`);
  }
  return image;
}

/** The text of a `qemu-cmd` that is known to be there. */
export async function commandText(rundir: string, guest: string): Promise<string> {
  const path = join(rundir, guest, guestFiles.qemuCmd);
  const text = await textOf(rundir, path, shortText);
  if (text === undefined) throw new InputError(`${path}: no longer exists.`);
  return text;
}

/**
 * Makes one guest's folder from its scenario's build. The build is only read.
 * @throws InputError when the scenario was not built there, or its kernel is gone.
 */
export async function placeGuest(options: PlaceOptions): Promise<void> {
  const { from, into, guest, bring, seconds, grace, bootargs, memory } = options;
  const { name, scenario } = guest;
  const { build = scenario } = options;
  const source = join(from, build);
  const target = join(into, name);
  const image = await imageOf(from, build);
  await mkdir(target);
  const names = (await readdir(source)).filter((each) => isBuildFile(each, image));
  // Repetitions share the kernel of the first, as in kvm.sh's own run directories.
  const wanted = name === scenario ? names : names.filter((each) => each !== image);
  for (const each of wanted) {
    // kvm.sh links to some of these; a run directory that was moved may have lost them, and no guest needs them.
    const real = await locateFile(from, join(source, each));
    if (real !== undefined) await bring(real, join(target, each));
  }
  const changed = transformQemuCmd(await commandText(from, build), {
    image: join(options.finally, scenario, image),
    console: join(options.finally, name, guestFiles.console),
    jitterDirectory: options.finally,
    seconds,
    grace,
    bootargs,
    memory,
  });
  await writeFile(join(target, guestFiles.qemuCmd), changed);
}
