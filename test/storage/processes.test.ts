import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { directoryStore } from "../../src/storage/directoryStore.ts";
import { listFiles } from "../../src/storage/files.ts";
import { digestTree, makeBuild } from "./support/build.ts";
import { scratch } from "./support/scratch.ts";

const program = fileURLToPath(new URL("support/worker.ts", import.meta.url));

interface Report {
  readonly key: string;
  readonly saved: { readonly outcome: string; readonly reason?: string };
  readonly fetched: { readonly outcome: string; readonly reason?: string };
  readonly same: boolean;
}

function startWorker(base: string, name: string, maxBytes: number, image: number, keys: readonly string[]) {
  const own = join(base, name);
  mkdirSync(own);
  const args = [program, join(base, "store"), own, String(maxBytes), String(image), ...keys];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  return { child, lines: linesOf(child) };
}

function linesOf(child: ChildProcess): AsyncIterable<string> {
  if (child.stdout === null) throw new Error("no output");
  return createInterface(child.stdout);
}

/** Each worker goes through the keys from another place. */
function rotated<T>(list: readonly T[], by: number): T[] {
  return [...list.slice(by), ...list.slice(0, by)];
}

function namesIn(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory) : [];
}

/** Waits until a directory is no longer empty, or a second is over. */
async function somethingIn(directory: string): Promise<void> {
  for (let tries = 0; tries < 1000 && namesIn(directory).length === 0; tries += 1) await sleep(1);
}

describe("a directory store shared by processes", { timeout: 120_000 }, () => {
  it("gives whole entries to concurrent writers and readers, also while it evicts", async () => {
    const base = scratch();
    const keys = Array.from({ length: 6 }, (_, index) => `TREE0${index}-shared`);
    // 400 kB an entry, room for three of six: everybody evicts what others are reading.
    const maxBytes = 1_400_000;
    const workers = [0, 1, 2, 3].map((index) => {
      const order = rotated([...keys, ...keys], index * 2);
      return startWorker(base, `worker${index}`, maxBytes, 200_000, order);
    });
    const reports: Report[] = [];
    await Promise.all(
      workers.map(async ({ child, lines }) => {
        const ended = once(child, "exit");
        for await (const line of lines) if (line.startsWith("{")) reports.push(JSON.parse(line));
        expect(await ended).toEqual([0, null]);
      }),
    );
    expect(reports).toHaveLength(4 * 12);
    expect(reports.filter(({ same }) => !same)).toEqual([]);
    const odd = reports.filter(
      ({ saved, fetched }) =>
        !["saved", "present"].includes(saved.outcome) || !["hit", "miss"].includes(fetched.outcome),
    );
    expect(odd).toEqual([]);
    expect(reports.filter(({ fetched }) => fetched.outcome === "hit").length).toBeGreaterThan(0);
    const store = join(base, "store/v1");
    const bytes = listFiles(join(store, "entries"))
      .filter((path) => path.includes("/files/"))
      .reduce((sum, path) => sum + statSync(join(store, "entries", path)).size, 0);
    expect(bytes).toBeLessThanOrEqual(maxBytes);
    expect(readdirSync(join(store, "scratch"))).toEqual([]);
  });

  it("never shows half an entry of a writer that was killed, and cleans up after it", async () => {
    const base = scratch();
    const keys = Array.from({ length: 12 }, (_, index) => `TREE-${index}-killed`);
    const image = 1_000_000;
    const expected = new Map<string, string | undefined>();
    let interrupted = 0;
    for (let round = 0; round < 12; round += 1) {
      const { child, lines } = startWorker(base, `killed${round}`, 10 ** 9, image, rotated(keys, round * 3));
      const ended = once(child, "exit");
      const killAt = 1 + (round % 4);
      let saving = 0;
      for await (const line of lines) {
        if (!line.startsWith("saving")) continue;
        saving += 1;
        if (saving < killAt) continue;
        // At once, or when it has begun to write, or a little later.
        if (round % 3 > 0) await somethingIn(join(base, "store/v1/scratch"));
        if (round % 3 > 1) await sleep(2);
        child.kill("SIGKILL");
        break;
      }
      expect(await ended).toEqual([null, "SIGKILL"]);
      if (namesIn(join(base, "store/v1/scratch")).length > 0) interrupted += 1;
      const store = directoryStore(join(base, "store"));
      for (const key of keys) {
        const lookup = await store.lookup(key);
        const target = join(base, "look", key);
        const fetched = await store.fetch(key, target);
        expect([key, fetched.outcome]).toEqual([key, lookup.outcome]);
        if (fetched.outcome !== "hit") continue;
        if (!expected.has(key)) {
          const { directory } = await makeBuild(join(base, "expected", key), key, { image });
          expected.set(key, digestTree(directory).bzImage);
        }
        expect(digestTree(target).bzImage).toBe(expected.get(key));
      }
      rmSync(join(base, "look"), { recursive: true, force: true });
    }
    // Otherwise this test killed nobody in mid-write, and shows nothing.
    expect(interrupted).toBeGreaterThan(0);
    const store = directoryStore(join(base, "store"));
    await store.save(await makeBuild(join(base, "last"), "last"));
    expect(readdirSync(join(base, "store/v1/scratch"))).toEqual([]);
  });
});
