import { availableParallelism } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import type { IgnoreRule } from "../../console/noise.ts";
import type { ScriptsDialect } from "../../contracts/scriptsDialect.ts";
import { InputError } from "../../errors.ts";
import type { GuestOutcome } from "../../guests/events.ts";
import type { Batch, PlannedGuest } from "../../plan/guest.ts";
import { asExpected } from "../../results/mustFail.ts";
import type { BuildResult, Ending, GuestResult, Results } from "../../results/schema.ts";
import { findConsole } from "../../rundir/console.ts";
import { shortText, textOf } from "../../rundir/files.ts";
import { guestFiles, runFiles } from "../../rundir/names.ts";
import { openRunDirectory, type RunDirectory } from "../../rundir/open.ts";
import { parseQemuCmd, plannedSeconds, type QemuCmd } from "../../rundir/qemuCmd.ts";
import { dialectOfRun } from "../../rundir/scriptsOfTree.ts";
import type { Judged } from "../data.ts";
import type { ConsoleFile } from "./analyzeFile.ts";
import { readBuilds } from "./builds.ts";
import { analyzeFiles } from "./consolePool.ts";
import { endingOnDisk, guestResult } from "./judge.ts";
import { earlierResults } from "./known.ts";
import { shardFacts } from "./shardFacts.ts";

interface Folder {
  readonly outcome: GuestOutcome;
  readonly build: BuildResult | undefined;
  readonly planned: number | undefined;
  readonly console: ConsoleFile;
  readonly consoleName: string | undefined;
}

/** What a run directory does not say of its run. */
export interface AboutRun {
  readonly ignore: readonly IgnoreRule[];
  readonly attempt: number;
  /** `owner/name` or a URL. */
  readonly repository?: string | undefined;
  /** The job was killed while guests ran: those of which nothing says how they ended were ended by that. */
  readonly killed?: boolean;
}

/**
 * A guest that ended with its job, for which the kernel cannot be blamed: we write down how each guest ended, so
 * where nothing says that, nobody was there any more to write it (or it still runs).
 */
function endedWithJob(ending: Ending, killed: boolean): Ending {
  if (ending.cause !== "unknown" || ending.exitStatus !== null) return ending;
  const detail = killed
    ? "The job was killed before this guest ended."
    : "Its job was killed before this guest ended, or still runs.";
  return { ...ending, cause: "cancelled", detail };
}

/** A guest's command; undefined where it is odd. */
function understood(text: string): QemuCmd | undefined {
  try {
    return parseQemuCmd(text, guestFiles.qemuCmd);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** One guest's folder as it lies on disk; its console is not read yet. */
async function openFolder(
  run: RunDirectory,
  batch: Batch,
  guest: PlannedGuest,
  build: BuildResult | undefined,
  { ignore, killed = false }: AboutRun,
  dialect: ScriptsDialect,
  suite = run.suite,
): Promise<Folder> {
  const consoleName = await findConsole(run.path, guest.name);
  // A report must come out also for a run directory whose commands are odd; the command is only asked how long.
  const text = await textOf(run.path, join(run.path, guest.name, guestFiles.qemuCmd), shortText);
  const cmd = text === undefined ? undefined : understood(text);
  const planned = cmd && plannedSeconds(cmd);
  const ending = await endingOnDisk(run.path, guest.name, consoleName);
  const outcome: GuestOutcome = {
    guest,
    batch: batch.number,
    silences: [],
    ending: killed || run.ours ? endedWithJob(ending, killed) : ending,
  };
  const path = join(run.path, guest.name, consoleName ?? guestFiles.console);
  const options = {
    suite,
    title: guest.name,
    ignore,
    dialect,
    ...(planned === undefined ? {} : { plannedSeconds: planned }),
  };
  return { outcome, build, planned, consoleName, console: { run: run.path, path, options } };
}

/** What the run knew and its folder does not tell: when, how long, where, and how it ended. */
function withKnown(guest: GuestResult, before: Results | undefined): GuestResult {
  const known = before?.guests.filter(({ name }) => name === guest.name).at(-1);
  if (known === undefined || guest.ending.cause === "not-started") return guest;
  const { timing, ending, system, attempt } = known;
  return { ...guest, timing, ending, attempt, ...(system === undefined ? {} : { system }) };
}

/** The line that `kvm.sh` and its like begin their log with: how they were called. */
async function callOfScript(run: string): Promise<string | undefined> {
  const log = await textOf(run, join(run, runFiles.log)).catch(() => undefined);
  return /^\S*kvm(?:-again|-remote)?\.sh .*$/m.exec(log?.slice(0, 100_000) ?? "")?.[0].slice(0, 4_000);
}

export interface JudgedDirectory extends Judged {
  readonly run: RunDirectory;
  /** What `kvm.sh` was called with; undefined where nothing says that. */
  readonly script: string | undefined;
  /** The `results.json` that lies there. */
  readonly before: Results | undefined;
  /** Consoles, as results name them, in which there is something that `leaveExtracts` cuts out. */
  readonly extracts: ReadonlySet<string>;
}

/** Judges a run directory, ours or one that the scripts left, from what lies there alone. */
export async function judgeRunDirectory(path: string, about: AboutRun): Promise<JudgedDirectory> {
  const run = await openRunDirectory(path);
  const before = await earlierResults(run.path);
  const { builds, scriptsErrors } = await readBuilds(run);
  const dialect = await dialectOfRun(run.path, run.tree);
  const facts = await shardFacts(run.path);
  const limit = pLimit(availableParallelism());
  const folders = await Promise.all(
    run.batches.flatMap((batch) =>
      batch.guests.map((guest) => {
        const build = builds.find(({ scenario }) => scenario === guest.scenario);
        return limit(() =>
          openFolder(run, batch, guest, build, about, dialect, facts.get(guest.name)?.suite),
        );
      }),
    ),
  );
  const analyses = await analyzeFiles(folders.map(({ console }) => console));
  const guests = folders.map((folder, i) => {
    const result = guestResult({ ...folder, analysis: analyses[i], sample: 1, attempt: about.attempt });
    return withKnown(facts.get(result.name)?.mustFail ? asExpected(result) : result, before);
  });
  const extracts = guests.flatMap(({ console }, i) => (analyses[i]?.hasExtracts ? (console ?? []) : []));
  const script = await callOfScript(run.path);
  return { run, script, before, guests, builds, scriptsErrors, extracts: new Set(extracts) };
}
