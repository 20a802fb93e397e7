import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createZstdCompress } from "node:zlib";
import { guestFiles, sampleConsole } from "../../rundir/names.ts";

/**
 * Keeps the console of a sample that failed, compressed; the next round overwrites `console.log`. Consoles of
 * samples that passed are not kept, so that disk use stays flat however often guests boot.
 */
export async function keepFailedConsole(rundir: string, guest: string, sample: number): Promise<void> {
  const folder = join(rundir, guest);
  await pipeline(
    createReadStream(join(folder, guestFiles.console)),
    createZstdCompress(),
    createWriteStream(join(folder, sampleConsole(sample))),
  );
}
