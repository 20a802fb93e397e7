import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The built command line. */
export const cliFile = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** A command line on its way. */
export interface RunningCli {
  readonly child: ChildProcess;
  /** Both streams, as they came. */
  readonly said: () => string;
  /** Exit status, or the name of the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Resolves when it has said so; rejects when it ends before. */
  seen(pattern: RegExp): Promise<void>;
}

/** Starts the command line in a process group of its own, as a shell does. */
export function startCli(argv: readonly string[], options: SpawnOptions = {}): RunningCli {
  const child = spawn(process.execPath, [cliFile, ...argv], {
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    ...options,
    env: { ...process.env, ...options.env },
  });
  let said = "";
  let over = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on("close", (status, signal) => {
      over = true;
      resolve(signal ?? status);
    });
  });
  return {
    child,
    said: () => said,
    ended,
    async seen(pattern) {
      while (!pattern.test(said)) {
        if (over) throw new Error(`the command line ended without ${pattern}:\n${said}`);
        await sleep(50);
      }
    },
  };
}
