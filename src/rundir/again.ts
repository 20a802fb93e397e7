import { mkdir, readdir, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError } from "../errors.ts";
import { renderBatchesFile, renderScenarios } from "../plan/files.ts";
import type { Batch } from "../plan/guest.ts";
import { printable } from "../text/door.ts";
import { textOf } from "./files.ts";
import { type LinkKind, linker } from "./link.ts";
import { runFiles } from "./names.ts";
import type { RunDirectory } from "./open.ts";
import { placeGuest } from "./place.ts";

export interface AgainOptions {
  readonly old: RunDirectory;
  /** Absolute path of the new run directory; must not exist, or be empty. */
  readonly path: string;
  readonly link: LinkKind;
  /** The guests to run, named and packed for the new run. */
  readonly batches: readonly Batch[];
  /** CPUs the batches were packed for, as `batches` notes it. */
  readonly cpus: number;
  readonly seconds?: number | undefined;
  /** Seconds beyond `seconds` after which a guest counts as hung; absent: as in the old run. */
  readonly grace?: number | undefined;
  readonly bootargs?: readonly string[] | undefined;
  /** What `re-run` says, where kernels came from somewhere else than a run directory that stays. */
  readonly origin?: string | undefined;
  /** What `log` says of how the run was made. */
  readonly command: string;
  readonly onNote: (line: string) => void;
}

/**
 * A new run directory from an old one without building: what `kvm-again.sh` does. The old run is only read;
 * the new one appears whole or not at all.
 * @throws InputError when the new path holds something or the old run lacks a kernel; InfrastructureError for a full disk.
 */
export async function makeAgain(options: AgainOptions): Promise<void> {
  const { old, path } = options;
  const there = await readdir(path).catch((error: NodeJS.ErrnoException) => error.code);
  if (there !== "ENOENT" && there?.length !== 0) {
    throw new InputError(`rundir: "${path}" exists already; name a new folder.`);
  }
  const temporary = `${path}.${process.pid}.tmp`;
  const parent = await mkdir(dirname(path), { recursive: true });
  await mkdir(temporary);
  try {
    const bring = linker(options.link, options.onNote);
    const guests = options.batches.flatMap((batch) => batch.guests);
    for (const guest of guests) {
      await placeGuest({ ...options, from: old.path, into: temporary, finally: path, guest, bring });
    }
    await writeRunFiles(options, temporary, options.origin ?? (await originOf(old)));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (parent !== undefined) await removeEmpty(dirname(path), parent);
    throw error;
  }
}

/** Removes `folder` and those above it up to `last`, as far as they are empty. */
async function removeEmpty(folder: string, last: string): Promise<void> {
  const removed = await rmdir(folder).then(
    () => true,
    () => false,
  );
  if (removed && folder !== last) await removeEmpty(dirname(folder), last);
}

/** The run where the kernels were built, also when the old run was itself a re-run: chains do not grow. */
async function originOf(old: RunDirectory): Promise<string> {
  const origin = old.rerunOf;
  if (origin === undefined) return old.path;
  return (await stat(origin).catch(() => undefined))?.isDirectory() ? origin : old.path;
}

async function writeRunFiles(options: AgainOptions, temporary: string, origin: string): Promise<void> {
  const { old, batches, cpus, command } = options;
  const write = (name: string, text: string) => writeFile(join(temporary, name), text);
  await write(runFiles.suite[0], `${old.suite}\n`);
  await write(runFiles.reRun, `${origin}\n`);
  await write(runFiles.log, `${printable(command)}\n`);
  await write(runFiles.batches, renderBatchesFile(batches, cpus));
  await write(runFiles.scenarios, renderScenarios(batches));
  const testId = await textOf(old.path, join(old.path, runFiles.testId));
  if (testId !== undefined) await write(runFiles.testId, printable(testId));
}
