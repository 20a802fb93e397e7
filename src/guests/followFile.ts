import { type FSWatcher, watch } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

/**
 * Milliseconds between two reads of a file that keeps growing. qemu writes a console byte by byte, and an
 * event for each byte would cost more than the reading.
 */
const busyInterval = 100;

/** Milliseconds after which a quiet file is looked at without having been told to: file systems without inotify. */
const quietInterval = 5_000;

const bufferSize = 256 * 1024;

export interface FollowedFile {
  /** Delivers what is left and closes the file. */
  stop(): Promise<void>;
}

/**
 * Streams a growing file, from its first byte. Quiet: an inotify event wakes us. Busy: read at intervals.
 *
 * @param path of a file that exists and is only ever appended to
 * @param onChunk called with buffers that are the callee's to keep
 */
export async function followFile(path: string, onChunk: (chunk: Buffer) => void): Promise<FollowedFile> {
  const file = await open(path, "r");
  const stopping = Promise.withResolvers<void>();
  let stopped = false;
  let position = 0;
  const buffer = Buffer.allocUnsafe(bufferSize);

  const drain = async (): Promise<boolean> => {
    let any = false;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
      if (bytesRead === 0) return any;
      position += bytesRead;
      any = true;
      onChunk(Buffer.from(buffer.subarray(0, bytesRead)));
    }
  };
  const grown = async () => (await file.stat()).size > position;

  const loop = async () => {
    while (!stopped) {
      if (await drain()) await pause(busyInterval, stopping.promise);
      else await changed(path, grown, stopping.promise);
    }
    await drain();
  };
  const done = loop();
  // Reported by stop(); a file that cannot be read must not bring the process down before.
  done.catch(() => {});
  return {
    async stop() {
      stopped = true;
      stopping.resolve();
      await done.finally(() => closeQuietly(file));
    },
  };
}

async function closeQuietly(file: FileHandle): Promise<void> {
  await file.close().catch(() => {});
}

async function pause(milliseconds: number, orUntil: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([timeout, orUntil]);
  clearTimeout(timer);
}

/** Resolves when the file may have changed, or after a while. Watches only meanwhile: a busy file is read by the clock. */
async function changed(path: string, grown: () => Promise<boolean>, orUntil: Promise<void>): Promise<void> {
  const event = Promise.withResolvers<void>();
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(path, () => event.resolve());
    watcher.on("error", () => {});
  } catch {
    // Out of inotify watches, or a file system without them: the clock alone.
  }
  try {
    // What came between the last read and the watch told nobody.
    if (await grown()) return;
    await pause(watcher ? quietInterval : busyInterval * 5, Promise.race([event.promise, orUntil]));
  } finally {
    watcher?.close();
  }
}
