import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseGuestName } from "../contracts/guestNames.ts";
import { InputError } from "../errors.ts";
import type { Batch } from "../plan/guest.ts";
import { checkCount, parseBatchesFile, parseScenariosFile } from "./batchFiles.ts";
import { shortText, textOf } from "./files.ts";
import { guestFiles, runFiles } from "./names.ts";
import { parseQemuCmd, type QemuCmd } from "./qemuCmd.ts";

/** A run directory as found on disk. Nothing of it has been trusted yet: names are checked, files only read. */
export interface RunDirectory {
  readonly path: string;
  readonly suite: string;
  /** From `scenarios`; one guest a batch where that file is missing (a run that died early). */
  readonly batches: readonly Batch[];
  /** `HEAD` that `testid.txt` names. */
  readonly commit: string | undefined;
  /** Whether `git status` in `testid.txt` was clean. */
  readonly treeState: "clean" | "modified" | "unknown";
  /** The build directory that `testid.txt` names: the kernel tree. */
  readonly tree: string | undefined;
  /** The run that this one re-runs. */
  readonly rerunOf: string | undefined;
  /** Some kernel was not built here: `re-run` is there, and the scripts then ask for no `vmlinux`. */
  readonly reused: boolean;
  /** Its guests were run by us (or so it says), and we write down how each ended. */
  readonly ours: boolean;
}

/** What `remote-log` begins with where we ran the guests. */
export const guestsRunByUs = "Guests run by rcutorture-action";

/** What `re-run` says where kernels came from a store: there is no old run to name. */
export const fromStore = "kernels from a store";

async function guestFolders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && parseGuestName(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function stateFrom(testId: string | undefined): RunDirectory["treeState"] {
  if (testId === undefined || !/^Current commit: /m.test(testId)) return "unknown";
  return /nothing to commit|nothing added to commit/.test(testId) ? "clean" : "modified";
}

/**
 * Opens a run directory: ours, or one that `kvm.sh`, `kvm-again.sh` or `kvm-remote.sh` left.
 * @param input that named it, for messages
 * @throws InputError when the folder is none: what is missing and where.
 */
export async function openRunDirectory(
  given: string,
  input: "rundir" | "again" = "rundir",
): Promise<RunDirectory> {
  const path = resolve(given);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory())
    throw new InputError(`${input}: "${given}" is not a folder; give a run directory.`);
  const text = (name: string) => textOf(path, join(path, name), shortText);
  const [suiteText, oldSuiteText, scenarios, batches, testId, rerun, remoteLog, folders] = await Promise.all([
    text(runFiles.suite[0]),
    text(runFiles.suite[1]),
    text(runFiles.scenarios),
    text(runFiles.batches),
    textOf(path, join(path, runFiles.testId)),
    text(runFiles.reRun),
    text(runFiles.remoteLog),
    guestFolders(path),
  ]);
  checkCount(folders.length, path);
  if (folders.length === 0) {
    throw new InputError(
      `${input}: "${given}" has no scenario folders; name a run directory such as res/2026.11.22-21.38.19.`,
    );
  }
  const suite = (suiteText ?? oldSuiteText)?.trim();
  if (!suite)
    throw new InputError(`${input}: "${given}" has no ${runFiles.suite[0]} file; it is not a run directory.`);
  if (!/^[A-Za-z][\w-]{0,63}$/.test(suite)) {
    throw new InputError(
      `${join(path, runFiles.suite[0])}: names no torture suite; it says rcu, lock, scf or the like.`,
    );
  }
  const counts = parseBatchesFile(batches ?? "");
  const cpusOf = (name: string) => counts.get(name) ?? 1;
  return {
    path,
    suite,
    batches:
      scenarios === undefined
        ? folders.map((name, i) => ({
            number: i + 1,
            guests: [
              { name, ...(parseGuestName(name) ?? { scenario: name, repetition: 1 }), cpus: cpusOf(name) },
            ],
          }))
        : parseScenariosFile(scenarios, cpusOf, join(path, runFiles.scenarios)),
    commit: /^Current commit: ([0-9a-f]{7,64})$/m.exec(testId ?? "")?.[1],
    treeState: stateFrom(testId),
    tree: /^Build directory: (.+)$/m.exec(testId ?? "")?.[1],
    rerunOf: rerun?.startsWith(fromStore) ? undefined : rerun?.trim() || undefined,
    reused: rerun !== undefined,
    ours: remoteLog?.startsWith(guestsRunByUs) ?? false,
  };
}

/**
 * The guest's command, or undefined when its build never got that far.
 * @throws InputError for a file that is not what `kvm.sh` writes.
 */
export async function readQemuCmd(
  run: { readonly path: string },
  guest: string,
): Promise<QemuCmd | undefined> {
  const path = join(run.path, guest, guestFiles.qemuCmd);
  const text = await textOf(run.path, path, shortText);
  return text === undefined ? undefined : parseQemuCmd(text, path);
}
