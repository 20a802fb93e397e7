import { closeSync, openSync, readSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { ConsoleAnalyzer } from "../src/console/analyzer.ts";

/** Analyses the console logs it is given, one after the other, and reports what it found and needed. */
const { paths, suite, seconds } = workerData as { paths: string[]; suite: string; seconds: number };
const buffer = Buffer.allocUnsafe(1 << 18);
const failed: string[] = [];
for (const path of paths) {
  const analyzer = new ConsoleAnalyzer({ suite, plannedSeconds: seconds });
  const file = openSync(path, "r");
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
    analyzer.write(buffer.subarray(0, read));
  closeSync(file);
  if (analyzer.end().scripts.failed) failed.push(path);
}
parentPort?.postMessage({ failed, rss: process.memoryUsage.rss() });
