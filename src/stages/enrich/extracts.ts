import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FtraceDumps } from "../../console/ftrace.ts";
import type { GuestResult } from "../../results/schema.ts";
import { readConsole } from "../../rundir/console.ts";
import { guestFiles, runFiles } from "../../rundir/names.ts";
import { writeAtomically } from "../../storage/atomicFile.ts";
import { printable } from "../../text/door.ts";
import { KcsanSummary, kcsanMark, longestRace } from "./kcsanSummary.ts";

/** Bytes of a console from its first ftrace dump on that are searched for dumps; they are held in memory. */
const mostFtrace = 64 * 2 ** 20;
/** A line is taken to end here at the latest. */
const longestLine = 1 << 20;

const dumpMark = Buffer.from("Dumping ftrace buffer:");
const raceMark = Buffer.from(kcsanMark);

/** Gives on blocks of whole lines of a console, whatever is in it. */
async function wholeLines(run: string, path: string, take: (block: Buffer) => void): Promise<void> {
  let rest = Buffer.alloc(0);
  await readConsole(run, path, (chunk) => {
    // Only the line that two chunks share is copied: whole ones would be garbage by the gigabyte.
    const first = rest.length === 0 ? 0 : chunk.indexOf(0x0a) + 1 || chunk.length;
    if (first > 0) {
      rest = Buffer.concat([rest, chunk.subarray(0, first)]);
      if (rest.at(-1) !== 0x0a && rest.length <= longestLine) return;
      take(rest);
    }
    const end = Math.max(first, chunk.lastIndexOf(0x0a) + 1);
    if (end > first) take(chunk.subarray(first, end));
    rest = Buffer.from(chunk.subarray(end));
  });
  if (rest.length > 0) take(rest);
}

/** The lines (or what counts of long ones) of a block that begin a report of a data race, each a string of its own: some are kept. */
function* racesOf(block: Buffer): Generator<string> {
  for (let at = block.indexOf(raceMark); at >= 0; ) {
    const newline = block.indexOf(0x0a, at);
    const end = newline < 0 ? block.length : newline;
    const start = block.lastIndexOf(0x0a, at) + 1;
    yield block.toString("latin1", start, Math.min(end, start + longestRace));
    at = block.indexOf(raceMark, end);
  }
}

/** Reads one console; as fast as the disk while there is nothing to cut out. */
async function extractsOf(run: string, path: string, kcsan: KcsanSummary): Promise<FtraceDumps> {
  const ftrace = new FtraceDumps();
  let fed = 0;
  await wholeLines(run, path, (block) => {
    for (const line of racesOf(block)) kcsan.line(line);
    const isDumping = ftrace.dumps.length > 0 || block.includes(dumpMark);
    if (!isDumping || fed >= mostFtrace) return;
    const text = block.toString("latin1");
    for (const line of (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n")) {
      if (fed < mostFtrace) ftrace.line(line);
      if (ftrace.dumps.length > 0) fed += line.length;
    }
  });
  return ftrace;
}

/** As `parse-console.sh` writes it: each dump's lines between its number and an empty line. */
function ftraceText({ dumps }: FtraceDumps): string {
  const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");
  return dumps.map(({ number, lines }) => `Ftrace dump ${number}:\n${text(lines)}\n`).join("");
}

/** Bytes of a console, one a character, as text that can be shown. */
function clean(bytes: string): string {
  return printable(Buffer.from(bytes, "latin1").toString());
}

/**
 * Cuts out of the consoles of a run directory what the tree's scripts leave in files of its own:
 * `console.log.ftrace` beside each console that holds ftrace dumps (`parse-console.sh` of 6.12), and the data races
 * of all consoles in `kcsan.sum` (`kcsan-collapse.sh`). Neither is left where there is nothing to say.
 *
 * @param only the consoles that hold any of it, where that is known; others are not read again
 * @param into folder for these files, where that is not the run directory
 */
export async function leaveExtracts(
  path: string,
  guests: readonly Pick<GuestResult, "console">[],
  only?: ReadonlySet<string>,
  into = path,
): Promise<void> {
  const kcsan = new KcsanSummary();
  // Under `repeat`, samples share a console: that of the last one.
  const consoles = new Set(guests.flatMap(({ console }) => console ?? []));
  for (const name of consoles) {
    const nothing = only !== undefined && !only.has(name);
    const text = nothing ? "" : ftraceText(await extractsOf(path, join(path, name), kcsan));
    const file = join(into, `${name}${guestFiles.ftraceSuffix}`);
    if (text === "") {
      await rm(file, { force: true });
      continue;
    }
    await mkdir(dirname(file), { recursive: true });
    await writeAtomically(file, clean(text));
  }
  if (kcsan.text !== "") await writeAtomically(join(into, runFiles.kcsan), clean(kcsan.text));
}
