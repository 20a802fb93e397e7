import { diskName, roomAt } from "../systems/disk.ts";
import { StopRequest } from "./stop.ts";

/** Bytes below which guests are ended: qemu drops what a console says to a full disk, and the end of a test with it. */
const leastRoom = 1024 * 1024;

/** Milliseconds between two looks. */
const lookInterval = 1000;

export interface DiskWatch {
  readonly signal: AbortSignal;
  /** What happened, in one sentence; undefined: there was room all the time. */
  readonly problem: string | undefined;
  close(): void;
}

/** Aborts its signal when the disk of a run directory is full. */
export function watchDisk(runDirectory: string): DiskWatch {
  const controller = new AbortController();
  let problem: string | undefined;
  const look = async () => {
    const room = await roomAt(runDirectory).catch(() => undefined);
    if (room === undefined || room >= leastRoom || controller.signal.aborted) return;
    clearInterval(timer);
    problem = `The disk (${await diskName(runDirectory)}) is full, so what guests printed would have been lost.`;
    controller.abort(new StopRequest("cancelled", problem));
  };
  const timer = setInterval(() => void look(), lookInterval);
  timer.unref();
  void look();
  return {
    signal: controller.signal,
    get problem() {
      return problem;
    },
    close: () => clearInterval(timer),
  };
}
