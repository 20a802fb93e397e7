import { parentPort } from "node:worker_threads";
import { analyzeFile, type ConsoleFile } from "./analyzeFile.ts";

/** A thread of `consolePool.ts`: analyses the console logs it is given, one after the other. */
parentPort?.on("message", async (file: ConsoleFile) => {
  try {
    parentPort?.postMessage({ analysis: await analyzeFile(file) });
  } catch {
    // The thread that asked reads it again, and meets the error itself.
    parentPort?.postMessage({ failed: true });
  }
});
