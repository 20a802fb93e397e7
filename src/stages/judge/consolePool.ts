import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ConsoleAnalysis } from "../../console/analyzer.ts";
import { analyzeFile, type ConsoleFile, Crowded } from "./analyzeFile.ts";

/** Bytes of console that pay for starting one more thread. */
const bytesPerThread = 24 * 2 ** 20;
/** Each thread takes some 25 MB of memory. */
const mostThreads = 4;
/**
 * Bytes from which on this thread only waits: its heap cannot be limited, and hostile consoles make garbage faster
 * than V8 sees a reason to collect it. Below, a thread more would cost more than it saves.
 */
const bytesElsewhere = 256 * 2 ** 20;
/** Different findings from which on a console counts as hostile: this thread leaves it, and all others, to threads. */
const mostFindings = 50;
/** Small, so that memory stays bounded whatever is read. What an analysis keeps takes a fraction of it. */
const resourceLimits = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 64 };

/** What a compressed console comes to, about. */
const unpacked = 12;
const isPacked = (path: string): boolean => /\.(?:gz|zst|xz)$/.test(path);

type Analysis = ConsoleAnalysis | undefined;
type Answer = { readonly analysis: Analysis } | { readonly failed: true };

interface Task {
  readonly index: number;
  readonly file: ConsoleFile;
  readonly bytes: number;
}

/** Beside this module in src/, an entry of its own in dist/. */
const program = new URL(`./consoleWorker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);

/** One message to a worker, one back; rejects when the worker dies instead. */
function ask(worker: Worker, file: ConsoleFile): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const died = (cause: unknown) => reject(cause instanceof Error ? cause : new Error(`worker: ${cause}`));
    worker.once("error", died).once("exit", died);
    worker.once("message", (answer: Answer) => {
      worker.off("error", died).off("exit", died);
      resolve(answer);
    });
    worker.postMessage(file);
  });
}

/** How many threads beside this one read `files` consoles, and whether this one reads, too. */
function share(total: number, files: number, threads: number): { helpers: number; here: boolean } {
  const wanted = Math.min(threads, files, Math.ceil(total / bytesPerThread));
  return total > bytesElsewhere
    ? { helpers: wanted, here: false }
    : { helpers: Math.max(0, wanted - 1), here: true };
}

/**
 * Reads console logs to their ends, on as many CPUs as it pays; undefined for those that are not there. Other threads
 * help this one where there is much to read, and relieve it where there is very much.
 * @param threads at most so many at work
 */
export async function analyzeFiles(
  files: readonly ConsoleFile[],
  threads: number = Math.min(availableParallelism(), mostThreads),
): Promise<Analysis[]> {
  const tasks = await Promise.all(
    files.map(async (file, index): Promise<Task> => {
      const bytes = await stat(file.path).then(
        ({ size }) => (isPacked(file.path) ? size * unpacked : size),
        () => 0,
      );
      return { index, file, bytes };
    }),
  );
  const queue = tasks.toSorted((a, b) => b.bytes - a.bytes);
  const analyses = new Array<Analysis>(files.length).fill(undefined);
  const here = async (most?: number): Promise<void> => {
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
      try {
        analyses[task.index] = await analyzeFile(task.file, most);
      } catch (error) {
        if (!(error instanceof Crowded)) throw error;
        queue.unshift(task);
        return elsewhere(start());
      }
    }
  };
  const elsewhere = async (worker: Worker): Promise<void> => {
    for (let task = queue.shift(); task !== undefined; task = queue.shift()) {
      const answer = await ask(worker, task.file).catch((): Answer => ({ failed: true }));
      if ("failed" in answer) {
        queue.push(task);
        return;
      }
      analyses[task.index] = answer.analysis;
    }
  };
  const total = tasks.reduce((sum, { bytes }) => sum + bytes, 0);
  const plan = share(total, files.length, threads);
  const workers: Worker[] = [];
  const start = (): Worker => {
    const worker = new Worker(program, { resourceLimits });
    workers.push(worker);
    return worker;
  };
  try {
    const helpers = Array.from({ length: plan.helpers }, start);
    await Promise.all([plan.here ? here(mostFindings) : undefined, ...helpers.map(elsewhere)]);
    // What a worker could not do.
    await here();
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return analyses;
}
