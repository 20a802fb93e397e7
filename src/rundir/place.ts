import { mkdir, readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../errors.ts";
import type { PlannedGuest } from "../plan/guest.ts";
import { imageName, isBuildFile } from "./buildFiles.ts";
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
  readonly bring: (from: string, to: string) => Promise<void>;
  readonly seconds?: number | undefined;
  readonly grace?: number | undefined;
  readonly bootargs?: readonly string[] | undefined;
}

/**
 * Makes one guest's folder from its scenario's build. The build is only read.
 * @throws InputError when the scenario was not built there, or its kernel is gone.
 */
export async function placeGuest(options: PlaceOptions): Promise<void> {
  const { from, into, guest, bring, seconds, grace, bootargs } = options;
  const { name, scenario } = guest;
  const source = join(from, scenario);
  const target = join(into, name);
  const cmd = await readQemuCmd({ path: from }, scenario);
  const image = cmd && imageName(cmd);
  if (image === undefined) {
    throw new InputError(`${source}: has no ${guestFiles.qemuCmd}; that scenario was not built there.`);
  }
  await mkdir(target);
  const names = (await readdir(source)).filter((each) => isBuildFile(each, image));
  if (!names.includes(image)) throw new InputError(`${source}: has no kernel ${image}; build it again.`);
  // Repetitions share the kernel of the first, as in kvm.sh's own run directories.
  const wanted = name === scenario ? names : names.filter((each) => each !== image);
  for (const each of wanted) await bring(await realpath(join(source, each)), join(target, each));
  const changed = transformQemuCmd(await readFile(join(source, guestFiles.qemuCmd), "utf8"), {
    image: join(options.finally, scenario, image),
    console: join(options.finally, name, guestFiles.console),
    jitterDirectory: options.finally,
    seconds,
    grace,
    bootargs,
  });
  await writeFile(join(target, guestFiles.qemuCmd), changed);
}
