import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import pLimit from "p-limit";
import type { IgnoreRule } from "../../console/noise.ts";
import type { JobContext } from "../../context.ts";
import { InputError } from "../../errors.ts";
import type { GuestOutcome } from "../../guests/events.ts";
import { parseIgnoreLines } from "../../inputs/ignore.ts";
import type { Batch, PlannedGuest } from "../../plan/guest.ts";
import { unpassedScenarios } from "../../results/attempts.ts";
import {
  type BuildResult,
  type Ending,
  type GuestResult,
  type Results,
  resultsSchema,
} from "../../results/schema.ts";
import { findConsole } from "../../rundir/console.ts";
import { shortText, textOf } from "../../rundir/files.ts";
import { guestFiles, runFiles } from "../../rundir/names.ts";
import { openRunDirectory, type RunDirectory } from "../../rundir/open.ts";
import { parseQemuCmd, plannedSeconds, type QemuCmd } from "../../rundir/qemuCmd.ts";
import { assembleResults } from "../conclude/results.ts";
import { enrich } from "../enrich/enrich.ts";
import { publish } from "../publish/publish.ts";
import { reportFolder } from "../publish/reportFiles.ts";
import type { ConsoleFile } from "./analyzeFile.ts";
import { readBuilds } from "./builds.ts";
import { analyzeFiles } from "./consolePool.ts";
import { endingOnDisk, guestResult } from "./judge.ts";

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
    suite: run.suite,
    title: guest.name,
    ignore,
    ...(planned === undefined ? {} : { plannedSeconds: planned }),
  };
  return { outcome, build, planned, consoleName, console: { run: run.path, path, options } };
}

/** `results.json` as it lies there; undefined when it is not there, or not one of this version. */
async function earlierResults(run: string): Promise<Results | undefined> {
  const text = await textOf(run, join(run, runFiles.results));
  if (text === undefined) return undefined;
  try {
    return resultsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Scenarios of a run directory that did not pass, by its `results.json`; none where there is none. */
export async function knownFailures(path: string): Promise<Set<string>> {
  const results = await earlierResults(path).catch(() => undefined);
  return new Set(results ? unpassedScenarios(results) : []);
}

/** What the run knew and its folder does not tell: when, how long, where, and how it ended. */
function withKnown(guest: GuestResult, before: Results | undefined): GuestResult {
  const known = before?.guests.filter(({ name }) => name === guest.name).at(-1);
  if (known === undefined || guest.ending.cause === "not-started") return guest;
  const { timing, ending, system, attempt } = known;
  return { ...guest, timing, ending, attempt, ...(system === undefined ? {} : { system }) };
}

export interface JudgedRun {
  readonly results: Results;
  /** Consoles, as results name them, in which there is something that `leaveExtracts` cuts out. */
  readonly extracts: ReadonlySet<string>;
}

/** Results of a run directory, ours or one that the scripts left, from what lies there alone. */
export async function judgeRunDirectory(path: string, about: AboutRun): Promise<JudgedRun> {
  const { attempt, repository, killed = false } = about;
  const run = await openRunDirectory(path);
  const before = await earlierResults(run.path);
  const { builds, scriptsErrors } = await readBuilds(run);
  const limit = pLimit(availableParallelism());
  const folders = await Promise.all(
    run.batches.flatMap((batch) =>
      batch.guests.map((guest) => {
        const build = builds.find(({ scenario }) => scenario === guest.scenario);
        return limit(() => openFolder(run, batch, guest, build, about));
      }),
    ),
  );
  const analyses = await analyzeFiles(folders.map(({ console }) => console));
  const guests = folders.map((folder, i) =>
    withKnown(guestResult({ ...folder, analysis: analyses[i], sample: 1, attempt }), before),
  );
  const extracts = guests.flatMap(({ console }, i) => (analyses[i]?.hasExtracts ? (console ?? []) : []));
  const results = await assembleResults({
    run,
    guests,
    builds,
    scriptsBuildErrors: scriptsErrors,
    systems: before?.systems ?? [],
    attempt: before?.attempt ?? attempt,
    repository: before?.kernel.repository ?? repository,
    describe: before?.kernel.describe,
    interrupted: killed,
    infrastructure: [],
    now: new Date(),
  });
  return { results, extracts: new Set(extracts) };
}

/** Mode `report`. */
export async function runReportJob(context: JobContext): Promise<Results> {
  const { inputs, environment, ui } = context;
  const path = resolve(environment.workspace, inputs.rundir ?? ".");
  const ignore = parseIgnoreLines(inputs.ignore, new Date());
  const { attempt, repository } = environment;
  const out = await reportFolder(inputs.out && resolve(environment.workspace, inputs.out), path);
  const { results: judged, extracts } = await judgeRunDirectory(path, { ignore, attempt, repository });
  const location = { run: { path: judged.rundir }, builds: judged.builds, extracts, out };
  const guests = await enrich(judged.guests, location, context);
  const results = { ...judged, guests };
  await publish(results, ui, undefined, [], out);
  return results;
}
