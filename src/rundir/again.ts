import { lstat, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError } from "../errors.ts";
import { renderBatchesFile, renderScenarios } from "../plan/files.ts";
import type { Batch } from "../plan/guest.ts";
import { imageName, isBuildFile } from "./buildFiles.ts";
import { type LinkKind, linker } from "./link.ts";
import { guestFiles, runFiles } from "./names.ts";
import { type RunDirectory, readQemuCmd, textOf } from "./open.ts";
import { transformQemuCmd } from "./transform.ts";

export interface AgainOptions {
  readonly old: RunDirectory;
  /** Absolute path of the new run directory; must not exist. */
  readonly path: string;
  readonly link: LinkKind;
  /** The guests to run, named and packed for the new run. */
  readonly batches: readonly Batch[];
  /** CPUs the batches were packed for, as `batches` notes it. */
  readonly cpus: number;
  readonly seconds?: number;
  readonly bootargs?: readonly string[];
  /** What `log` says of how the run was made. */
  readonly command: string;
  readonly onNote: (line: string) => void;
}

/**
 * A new run directory from an old one without building: what `kvm-again.sh` does. The old run is only read;
 * the new one appears whole or not at all.
 * @throws InputError when the new path exists or the old run lacks a kernel; InfrastructureError for a full disk.
 */
export async function makeAgain(options: AgainOptions): Promise<void> {
  const { old, path } = options;
  if (await lstat(path).catch(() => undefined)) {
    throw new InputError(`rundir: "${path}" exists already; name a new folder.`);
  }
  const temporary = `${path}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  await mkdir(temporary);
  try {
    const bring = linker(options.link, options.onNote);
    const guests = options.batches.flatMap((batch) => batch.guests);
    for (const { name, scenario } of guests) await makeGuest(options, temporary, bring, name, scenario);
    await writeRunFiles(options, temporary, await originOf(old));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** The run where the kernels were built, also when the old run was itself a re-run: chains do not grow. */
async function originOf(old: RunDirectory): Promise<string> {
  const origin = old.rerunOf;
  if (origin === undefined) return old.path;
  return (await stat(origin).catch(() => undefined))?.isDirectory() ? origin : old.path;
}

async function makeGuest(
  { old, path, seconds, bootargs }: AgainOptions,
  temporary: string,
  bring: (from: string, to: string) => Promise<void>,
  name: string,
  scenario: string,
): Promise<void> {
  const source = join(old.path, scenario);
  const target = join(temporary, name);
  const cmd = await readQemuCmd(old, scenario);
  const image = cmd && imageName(cmd);
  if (cmd === undefined || image === undefined) {
    throw new InputError(
      `${source}: has no ${guestFiles.qemuCmd}; that scenario was not built in the old run.`,
    );
  }
  await mkdir(target);
  const names = (await readdir(source)).filter((each) => isBuildFile(each, image));
  if (!names.includes(image)) throw new InputError(`${source}: has no kernel ${image}; build it again.`);
  // Repetitions share the kernel of the first, as in kvm.sh's own run directories.
  const wanted = name === scenario ? names : names.filter((each) => each !== image);
  for (const each of wanted) await bring(await realpath(join(source, each)), join(target, each));
  const text = await readFile(join(source, guestFiles.qemuCmd), "utf8");
  const changed = transformQemuCmd(text, {
    image: join(path, scenario, image),
    console: join(path, name, guestFiles.console),
    jitterDirectory: path,
    ...(seconds === undefined ? {} : { seconds }),
    ...(bootargs === undefined ? {} : { bootargs }),
  });
  await writeFile(join(target, guestFiles.qemuCmd), changed);
}

async function writeRunFiles(options: AgainOptions, temporary: string, origin: string): Promise<void> {
  const { old, batches, cpus, command } = options;
  const write = (name: string, text: string) => writeFile(join(temporary, name), text);
  await write(runFiles.suite[0], `${old.suite}\n`);
  await write(runFiles.reRun, `${origin}\n`);
  await write(runFiles.log, `${command}\n`);
  await write(runFiles.batches, renderBatchesFile(batches, cpus));
  await write(runFiles.scenarios, renderScenarios(batches));
  const testId = await textOf(join(old.path, runFiles.testId));
  if (testId !== undefined) await write(runFiles.testId, testId);
}
