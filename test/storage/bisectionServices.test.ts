import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ActionsBackend, startActionsBackend } from "../support/actionsBackend/backend.ts";

const program = fileURLToPath(new URL("../support/journalProgram.ts", import.meta.url));
let backend: ActionsBackend;
let temp: string;
beforeAll(async () => {
  temp = await mkdtemp(join(tmpdir(), "runner-temp-"));
  backend = await startActionsBackend();
});
afterAll(async () => {
  await backend?.stop();
  await rm(temp, { recursive: true, force: true });
});

/** A job on GitHub's services. @returns what it knew */
async function job(run: string, attempt: number, name: string, ...words: string[]): Promise<string> {
  const env = {
    ...process.env,
    ...backend.env({ runId: run, attempt, job: name, backendRun: `${run}-${attempt}` }),
    // Entries of the cache are found again by the path that they were saved from: runners of one kind have the same.
    ...{ GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: String(attempt), RUNNER_TEMP: temp },
  };
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], { env });
  return /^known: (.*)$/m.exec(stdout)?.[1] ?? "";
}

it("hands observations of all runners to the next round, to a re-run of all jobs, and to another run", async () => {
  expect(await job("1", 1, "plan-1", "plan")).toBe("");
  await Promise.all([
    job("1", 1, "a", "probe", "a1", "a2"),
    job("1", 1, "b", "probe", "b1"),
    job("1", 1, "c", "probe", "c1"),
  ]);
  expect(await job("1", 1, "plan-2", "plan")).toBe("a1 a2 b1 c1");
  // The run is cancelled while a round is under way: what is newest in the cache is one runner's part.
  await job("1", 1, "d", "probe", "d1");
  // Artifacts of the first attempt are out of reach; the cache is not.
  expect(await job("1", 2, "plan-1", "plan")).toBe("a1 a2 b1 c1 d1");
  await job("1", 2, "e", "probe", "e1");
  expect(await job("2", 1, "plan-1", "plan")).toBe("a1 a2 b1 c1 d1 e1");
});
