import type { FileHandle } from "node:fs/promises";
import { realpath } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { messageOf } from "../../errors.ts";
import type { GuestConsole } from "../../report/html/data.ts";
import { ExcerptPicker, rangesAround, type Share, sharesOf } from "../../report/html/excerpts.ts";
import type { GuestResult, Results } from "../../results/schema.ts";
import { readConsole } from "../../rundir/console.ts";
import { isInside, locateFile, openFile } from "../../rundir/files.ts";
import { guestFiles, sampleConsole } from "../../rundir/names.ts";
import { isSafePath } from "../../storage/safePath.ts";

/** Bytes of a console that are read for its findings; consoles can be far longer. */
const mostRead = 256 * 2 ** 20;
/** Bytes read at a time, and by which a console's encoding can be told. */
const block = 1 << 18;
const head = 4096;

/** What a report shows of consoles, and why some of them could not be read. */
export interface ReportConsoles {
  readonly of: ReadonlyMap<GuestResult, GuestConsole>;
  readonly unread: readonly string[];
}

/** Guests whose `console.log` is still their own: under `repeat`, each sample overwrites that of the one before. */
function lastOfEach(guests: readonly GuestResult[]): ReadonlySet<GuestResult> {
  const last = new Map<string, GuestResult>();
  for (const guest of guests) {
    if (guest.console === undefined) continue;
    const known = last.get(guest.console) ?? { attempt: 0, sample: 0 };
    const later = guest.attempt - known.attempt || guest.sample - known.sample;
    if (later > 0) last.set(guest.console, guest);
  }
  return new Set(last.values());
}

/**
 * Reads of each guest's console what the page shows: lines around findings, and the end. Of a long plain console that
 * is as it was judged, nothing is read between the last finding and the end.
 * @param out folder of the page, which its links start from
 */
export async function consolesFor(results: Results, out: string): Promise<ReportConsoles> {
  const { guests, rundir } = results;
  const of = new Map<GuestResult, GuestConsole>();
  const unread: string[] = [];
  const last = lastOfEach(guests);
  const share = sharesOf(last.size, guests.filter(({ findings }) => findings.length > 0).length);
  for (const guest of guests) {
    const { console } = guest;
    // Results of shards and of earlier runs may name anything.
    if (console === undefined || !isSafePath(console)) continue;
    const names = [
      ...(last.has(guest) ? [console] : []),
      join(dirname(console), sampleConsole(guest.sample)),
    ];
    try {
      for (const name of names) {
        const found = await consoleOf(rundir, name, guest, share);
        if (found === undefined) continue;
        const link = relative(out, join(rundir, name)).split("/").map(encodeURIComponent).join("/");
        of.set(guest, { link, ...found });
        break;
      }
    } catch (error) {
      unread.push(messageOf(error));
    }
  }
  return { of, unread };
}

/** Undefined: there is none, or it is not the one that the guest was judged by. */
async function consoleOf(
  run: string,
  name: string,
  guest: GuestResult,
  share: Share,
): Promise<Omit<GuestConsole, "link"> | undefined> {
  const path = join(run, name);
  const real = await locateFile(run, path);
  // Folders above the guest's, in merged results, may be links as well.
  if (real === undefined || !isInside(await realpath(real), await realpath(run))) return undefined;
  const picker = new ExcerptPicker(rangesAround(guest.findings), share);
  const { consoleBytes: bytes = 0, consoleLines: lines } = guest;
  if (name.endsWith(`/${guestFiles.console}`)) {
    await using file = await openFile(run, path);
    if (file === undefined) return undefined;
    const { size } = await file.stat();
    const isKnown = size === bytes && lines !== undefined;
    if (!isKnown && size > mostRead) return undefined;
    await readPlain(file, size, picker, share, isKnown ? { bytes, lines } : undefined);
  } else {
    if (bytes > mostRead) return lines === undefined ? { excerpts: [] } : { lines, excerpts: [] };
    await readConsole(run, path, (piece) => picker.write(piece));
  }
  const picked = picker.end();
  return picker.bytes === bytes ? picked : undefined;
}

/** @param known what there is in the console, where it is as it was judged: then its middle can be left out */
async function readPlain(
  file: FileHandle,
  size: number,
  picker: ExcerptPicker,
  { tail }: Share,
  known: { bytes: number; lines: number } | undefined,
): Promise<void> {
  const buffer = Buffer.allocUnsafeSlow(block);
  for (let at = 0; at < size; ) {
    const isDone = picker.isPastFindings || at >= mostRead;
    if (isDone && known !== undefined && at >= head && size - at > tail) {
      picker.skipTo(known, tail);
      at = size - tail;
    }
    // A console that nobody wants but for its end has to tell its encoding first.
    const length = Math.min(isDone && at < head ? head : block, size - at);
    const { bytesRead } = await file.read(buffer, 0, length, at);
    if (bytesRead === 0) return;
    picker.write(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
}
