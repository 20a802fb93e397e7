/**
 * A process that a test ends: `node ends.ts WHAT`. Its faults and signals are handled as the command line's are; the
 * test sees its exit status and what it said.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { tellFaults } from "../../src/faults.ts";
import { dropLostOutput } from "../../src/process/lostOutput.ts";
import { startTemporary } from "../../src/process/temporaryFiles.ts";
import { cancellation } from "../../src/signals.ts";

const [, , what = "", path = ""] = process.argv;
const say = (line: string) => void process.stdout.write(`${line}\n`);

dropLostOutput();
const status = tellFaults({ info: () => undefined, error: say }, 3);

/** A job that has a lot to do after it was told to end. */
async function busy(options: Parameters<typeof cancellation>[0]): Promise<void> {
  cancellation(options).addEventListener("abort", () => say("aborted"));
  say("ready");
  await sleep(120_000);
}

const acts: Readonly<Record<string, () => unknown>> = {
  callback: () => setTimeout(() => JSON.parse("{"), 10),
  promise: () => void Promise.reject(new Error("nobody waits for this")),
  await: () => new Promise(() => undefined),
  patient: () => busy({ atOnce: false }),
  runner: () => busy({ atOnce: false, escalating: true }),
  nohup: () => busy({ atOnce: false, ignoreHangup: true }),
  report() {
    startTemporary(path);
    return busy({ atOnce: true });
  },
  async output() {
    // Whoever reads this has gone.
    for (let i = 0; i < 100; i++) {
      say("x".repeat(1000));
      await sleep(1);
    }
  },
};
await acts[what]?.();
if (what === "callback" || what === "promise") await sleep(60_000);
process.exitCode = 0;
status.decided();
