import { spawn } from "node:child_process";
import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { InputError, messageOf } from "../errors.ts";
import { plainEnvironment } from "../systems/environment.ts";
import { locateFile, openFile } from "./files.ts";
import { guestFiles } from "./names.ts";

/** How people compress the consoles that they keep. */
const packings = [".gz", ".zst", ".xz"] as const;

/** Bytes that a compressed console may unpack to: a few kilobytes can say so much that it takes for ever. */
const mostUnpacked = 16 * 2 ** 30;

/** Bytes read at a time: what stays in a processor's cache while it is looked at. */
const block = 1 << 18;

/** The name of a guest's console in its folder: `console.log`, or that of a compressed one; undefined: none. */
export async function findConsole(run: string, guest: string): Promise<string | undefined> {
  for (const packing of ["", ...packings]) {
    const name = `${guestFiles.console}${packing}`;
    if ((await locateFile(run, join(run, guest, name))) !== undefined) return name;
  }
  return undefined;
}

/**
 * Reads a console to its end, unpacking it on the way.
 * @param take gets one block after the other, each its own for the length of the call only
 * @returns false when there is none
 * @throws InputError as `openFile`, and for a compressed one that is damaged or unpacks to more than 16 GiB
 */
export async function readConsole(
  run: string,
  path: string,
  take: (block: Buffer) => void,
): Promise<boolean> {
  await using file = await openFile(run, path);
  if (file === undefined) return false;
  const packing = packings.find((ending) => path.endsWith(ending));
  if (packing === undefined) await readPlain(file, take);
  else await readPacked(file, packing, path, take);
  return true;
}

async function readPlain(file: FileHandle, take: (block: Buffer) => void): Promise<void> {
  const buffer = Buffer.allocUnsafeSlow(block);
  for (let read = await file.read(buffer); read.bytesRead > 0; read = await file.read(buffer))
    take(buffer.subarray(0, read.bytesRead));
}

async function readPacked(
  file: FileHandle,
  packing: (typeof packings)[number],
  path: string,
  take: (block: Buffer) => void,
): Promise<void> {
  let unpacked = 0;
  // What goes wrong on the remote side of `take` is no fault of the file.
  let failure: { readonly error: unknown } | undefined;
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      unpacked += chunk.length;
      if (unpacked > mostUnpacked) return done(new Error(`it unpacks to more than ${mostUnpacked} bytes`));
      try {
        take(chunk);
        done();
      } catch (error) {
        failure = { error };
        done(error as Error);
      }
    },
  });
  try {
    if (packing === ".xz") return await throughXz(file, sink);
    const source = file.createReadStream({ autoClose: false });
    await pipeline(source, packing === ".gz" ? createGunzip() : createZstdDecompress(), sink);
  } catch (error) {
    if (failure !== undefined) throw failure.error;
    throw new InputError(
      `${path}: cannot be unpacked (${messageOf(error)}); unpack it by hand, or remove it.`,
    );
  }
}

/** Node has no decoder of xz; the program is everywhere where kernels are built. */
async function throughXz(file: FileHandle, sink: Writable): Promise<void> {
  const child = spawn("xz", ["--decompress", "--stdout", "--memlimit-decompress=512MiB"], {
    env: plainEnvironment(process.env),
    stdio: [file.fd, "pipe", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString("utf8")).slice(0, 500);
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ENOENT" ? new Error("there is no xz program here") : error),
    );
    child.once("close", (status) =>
      status === 0 ? resolve() : reject(new Error(said.trim() || `xz ended with status ${status}`)),
    );
  });
  try {
    await Promise.all([ended, pipeline(child.stdout as Readable, sink)]);
  } finally {
    child.kill("SIGKILL");
  }
}
