import { existsSync, type FSWatcher, watch } from "node:fs";
import { basename, join } from "node:path";
import { StopRequest } from "./stop.ts";

/** A file of this name in the run directory ends the run: the scripts' way to stop one by hand. */
export const stopFileName = "STOP.1";

/** Milliseconds between two looks, for file systems that tell nothing. */
const lookInterval = 5_000;

export interface StopFileWatch {
  readonly signal: AbortSignal;
  close(): void;
}

/** Aborts its signal when someone puts `STOP.1` into the run directory. One that lies there already counts. */
export function watchStopFile(runDirectory: string): StopFileWatch {
  const path = join(runDirectory, stopFileName);
  const controller = new AbortController();
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  const close = () => {
    watcher?.close();
    clearInterval(timer);
  };
  const look = () => {
    if (!existsSync(path)) return;
    close();
    controller.abort(new StopRequest("stopped", `Someone put ${stopFileName} into the run directory.`));
  };
  try {
    watcher = watch(runDirectory, { persistent: false }, (_event, name) => {
      if (name === null || basename(name) === stopFileName) look();
    });
    watcher.on("error", () => {});
  } catch {
    // Out of inotify watches: the clock looks.
  }
  timer = setInterval(look, lookInterval);
  timer.unref();
  look();
  return { signal: controller.signal, close };
}
