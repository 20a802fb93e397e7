import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stopOf } from "../../src/guests/stop.ts";
import { type StopFileWatch, watchStopFile } from "../../src/guests/stopFile.ts";

let folder: string;
let watch: StopFileWatch | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stop-"));
});
afterEach(async () => {
  watch?.close();
  await rm(folder, { recursive: true, force: true });
});

test("STOP.1 in the run directory stops the run; other files do not", async () => {
  watch = watchStopFile(folder);
  await writeFile(join(folder, "STOP.2"), "");
  expect(watch.signal.aborted).toBe(false);
  await writeFile(join(folder, "STOP.1"), "");
  await expect.poll(() => watch?.signal.aborted, { timeout: 20_000 }).toBe(true);
  expect(stopOf(watch.signal.reason)).toEqual({
    cause: "stopped",
    detail: "Someone put STOP.1 into the run directory.",
  });
});

test("one that lies there already counts", async () => {
  await writeFile(join(folder, "STOP.1"), "");
  watch = watchStopFile(folder);
  expect(watch.signal.aborted).toBe(true);
});

test("a folder that cannot be watched is no error", () => {
  watch = watchStopFile(join(folder, "missing"));
  expect(watch.signal.aborted).toBe(false);
});
