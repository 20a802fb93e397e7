import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";
import { analyzeFile } from "../../../src/stages/judge/analyzeFile.ts";
import { analyzeFiles } from "../../../src/stages/judge/consolePool.ts";

const folder = mkdtempSync(join(tmpdir(), "console-pool-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const statistics = (i: number): string =>
  `[${i.toFixed(6).padStart(12)}] rcu-torture: rtc: 00000000e4e5451c ver: ${i + 1} tfle: 0 rta: ${i + 1}\n`;

/** Consoles of some megabytes, each with a finding of its own. */
function consoles(count: number, lines: number) {
  return Array.from({ length: count }, (_, n) => {
    const path = join(folder, `${lines}-${n}.txt`);
    const splat = `[  999.000000] WARNING: CPU: ${n} PID: 1 at kernel/rcu/tree.c:${n + 1} function_${n}+0x1/0x2\n`;
    const text = Array.from({ length: lines }, (_, i) => statistics(i)).join("");
    writeFileSync(path, text + splat);
    return { run: folder, path, options: { suite: "rcu", title: `TREE0${n}` } };
  });
}

/** Worker threads that were started meanwhile. */
async function counted<T>(work: () => Promise<T>): Promise<{ workers: number; value: T }> {
  let workers = 0;
  const count = (_: Worker) => workers++;
  process.on("worker", count);
  try {
    return { value: await work(), workers };
  } finally {
    process.off("worker", count);
  }
}

test("large consoles are read by more threads, with the same outcome as one by one", async () => {
  const files = [
    ...consoles(3, 300_000),
    { run: folder, path: join(folder, "missing"), options: { suite: "rcu" } },
  ];
  const { value, workers } = await counted(() => analyzeFiles(files, 3));
  expect(workers).toBe(2);
  expect(value).toEqual(await Promise.all(files.map((file) => analyzeFile(file))));
  expect(value.map((each) => each?.findings[0]?.function)).toEqual([
    "function_0",
    "function_1",
    "function_2",
    undefined,
  ]);
});

test("small consoles start no thread", async () => {
  const { value, workers } = await counted(() => analyzeFiles(consoles(3, 100), 4));
  expect(workers).toBe(0);
  expect(value.map((each) => each?.lines)).toEqual([101, 101, 101]);
});

test("a console with very many findings is left to a thread with little memory, and so are those after it", async () => {
  const path = join(folder, "crowded.txt");
  const warning = (i: number) =>
    `[${i}.000000] WARNING: CPU: 0 PID: 1 at kernel/rcu/tree.c:${i} function_${i}+0x1/0x2\n`;
  writeFileSync(path, Array.from({ length: 100 }, (_, i) => warning(i + 1)).join(""));
  const files = [{ run: folder, path, options: { suite: "rcu" } }, ...consoles(2, 100)];
  const { value, workers } = await counted(() => analyzeFiles(files, 1));
  expect(workers).toBe(1);
  expect(value).toEqual(await Promise.all(files.map((file) => analyzeFile(file))));
  expect(value[0]?.findings.filter(({ kind }) => kind === "warning")).toHaveLength(100);
});

test("what a thread cannot do is done here, and its error is met here", async () => {
  const [good, bad] = consoles(2, 300_000);
  if (good === undefined || bad === undefined) throw new Error("two consoles");
  // Cannot be sent to another thread.
  const odd = { ...bad, options: { ...bad.options, plannedSeconds: (() => 1) as unknown as number } };
  const [, second] = await analyzeFiles([good, odd], 2);
  expect(second?.lines).toBe(300_001);
  const broken = { ...bad, options: { ...bad.options, ignore: [{ pattern: "(", reason: "" }] } };
  await expect(analyzeFiles([good, broken], 2)).rejects.toThrow(SyntaxError);
});
