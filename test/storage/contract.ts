import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../src/storage/store.ts";
import { symbolsKey } from "../../src/storage/store.ts";
import { digestTree, makeBuild } from "./support/build.ts";
import { scratch } from "./support/scratch.ts";

export interface Contract {
  readonly name: string;
  /** The store; called twice, the second time as another process would open the same. Gets an empty directory. */
  readonly open: (directory: string) => Promise<Store> | Store;
  /** Can it explain misses? */
  readonly nearest: boolean;
  readonly timeout?: number;
}

/** What every store promises, said once and asked of each. */
export function storeContract({ name, open, nearest, timeout = 30_000 }: Contract): void {
  describe(`${name}: the contract of every store`, { timeout }, () => {
    let directory: string;
    let store: Store;
    beforeAll(async () => {
      directory = mkdtempSync(join(tmpdir(), "rcutorture-action-test-"));
      store = await open(directory);
    });
    afterAll(() => rmSync(directory, { recursive: true, force: true }));

    it("misses what it never had, and says so", async () => {
      const lookup = await store.lookup("TREE05-never-0000");
      expect(lookup).toMatchObject({ outcome: "miss", reason: expect.stringMatching(/./) });
      const target = join(scratch(), "TREE05");
      expect(await store.fetch("TREE05-never-0000", target)).toMatchObject({ outcome: "miss" });
      expect(existsSync(target)).toBe(false);
    });

    it("gives back what was saved: names, bytes and modes, also to another process", async () => {
      const build = await makeBuild(join(scratch(), "build"), "TREE05-roundtrip-1111");
      expect(await store.save(build)).toMatchObject({ outcome: "saved" });
      for (const each of [store, await open(directory)]) {
        expect(await each.lookup(build.manifest.key)).toMatchObject({
          outcome: "hit",
          entry: { key: build.manifest.key, store: each.name },
        });
        const target = join(scratch(), "res", "2026.11.22-10.00.00", "TREE05");
        const fetched = await each.fetch(build.manifest.key, target);
        expect(fetched).toMatchObject({ outcome: "hit", manifest: build.manifest, store: each.name });
        expect(digestTree(target)).toEqual(digestTree(build.directory));
        expect(readdirSync(join(target, ".."))).toEqual(["TREE05"]);
      }
    });

    it("gives files that may be written to a copy of their own, with and without links", async () => {
      const build = await makeBuild(join(scratch(), "build"), "TREE05-separate-2222");
      await store.save(build);
      const before = digestTree(build.directory);
      for (const link of [true, false]) {
        const target = join(scratch(), "TREE05");
        expect(await store.fetch(build.manifest.key, target, { link })).toMatchObject({ outcome: "hit" });
        writeFileSync(join(target, "qemu-cmd"), "something else", { flag: "r+" });
        if (!link) writeFileSync(join(target, "bzImage"), "something else", { flag: "r+" });
      }
      const again = join(scratch(), "TREE05");
      expect(await store.fetch(build.manifest.key, again)).toMatchObject({ outcome: "hit" });
      expect(digestTree(again)).toEqual(before);
      expect(digestTree(build.directory)).toEqual(before);
    });

    it("compares keys in full: neither a prefix nor a longer key hits", async () => {
      const long = await makeBuild(join(scratch(), "long"), "TREE05-prefix-3333-and-more");
      await store.save(long);
      for (const key of ["TREE05-prefix-3333", "TREE05-prefix-3333-and-more-still"]) {
        expect(await store.lookup(key)).toMatchObject({ outcome: "miss" });
        const target = join(scratch(), "TREE05");
        expect(await store.fetch(key, target)).toMatchObject({ outcome: "miss" });
        expect(existsSync(target)).toBe(false);
      }
    });

    it("keeps vmlinux apart from the build of the same key", async () => {
      const directory = join(scratch(), "build");
      const build = await makeBuild(directory, "TREE05-symbols-4444");
      const symbols = await makeBuild(join(scratch(), "symbols"), symbolsKey(build.manifest.key));
      await store.save(symbols);
      expect(await store.lookup(build.manifest.key)).toMatchObject({ outcome: "miss" });
      await store.save(build);
      expect(await store.lookup(build.manifest.key)).toMatchObject({ outcome: "hit" });
      expect(await store.lookup(symbols.manifest.key)).toMatchObject({ outcome: "hit" });
    });

    it("keeps the first of two entries under one key", async () => {
      const first = await makeBuild(join(scratch(), "first"), "TREE05-twice-5555");
      const second = await makeBuild(join(scratch(), "second"), "TREE05-twice-5555", { image: 1000 });
      expect(await store.save(first)).toMatchObject({ outcome: "saved" });
      expect(await store.save(second)).toMatchObject({ outcome: "present" });
      const target = join(scratch(), "TREE05");
      await store.fetch("TREE05-twice-5555", target);
      expect(digestTree(target)).toEqual(digestTree(first.directory));
    });

    it("does not need the build's directory once it is saved", async () => {
      const directory = join(scratch(), "build");
      const build = await makeBuild(directory, "TREE05-gone-6666");
      const before = digestTree(directory);
      await store.save(build);
      rmSync(directory, { recursive: true });
      const target = join(scratch(), "TREE05");
      expect(await store.fetch("TREE05-gone-6666", target)).toMatchObject({ outcome: "hit" });
      expect(digestTree(target)).toEqual(before);
    });

    it("refuses a build that is no longer what its manifest says", async () => {
      const build = await makeBuild(join(scratch(), "build"), "TREE05-changed-7777");
      writeFileSync(join(build.directory, "ConfigFragment"), "CONFIG_NR_CPUS=9\n");
      expect(await store.save(build)).toMatchObject({
        outcome: "refused",
        reason: expect.stringContaining("ConfigFragment"),
      });
      expect(await store.lookup("TREE05-changed-7777")).toMatchObject({ outcome: "miss" });
    });

    it("refuses a build with a file missing", async () => {
      const build = await makeBuild(join(scratch(), "build"), "TREE05-missing-8888");
      rmSync(join(build.directory, "bzImage"));
      expect(await store.save(build)).toMatchObject({
        outcome: "refused",
        reason: expect.stringContaining("bzImage"),
      });
      expect(await store.lookup("TREE05-missing-8888")).toMatchObject({ outcome: "miss" });
    });

    it("does not touch a directory that holds something", async () => {
      const build = await makeBuild(join(scratch(), "build"), "TREE05-occupied-9999");
      await store.save(build);
      const target = scratch();
      writeFileSync(join(target, "mine"), "mine");
      await expect(store.fetch("TREE05-occupied-9999", target)).rejects.toThrow(/exists and is not empty/);
      expect(readdirSync(target)).toEqual(["mine"]);
      const empty = join(scratch(), "empty");
      mkdirSync(empty);
      expect(await store.fetch("TREE05-occupied-9999", empty)).toMatchObject({ outcome: "hit" });
    });

    it("serves several scenarios at once", async () => {
      const keys = ["TREE01", "TREE02", "TREE03", "SRCU-P"].map((scenario) => `${scenario}-many-aaaa`);
      const builds = await Promise.all(
        keys.map((key) => makeBuild(join(scratch(), key), key, { scenario: key })),
      );
      for (const outcome of await Promise.all(builds.map((build) => store.save(build)))) {
        expect(outcome).toMatchObject({ outcome: "saved" });
      }
      const target = scratch();
      const fetched = await Promise.all(keys.map((key) => store.fetch(key, join(target, key))));
      for (const [index, build] of builds.entries()) {
        expect(fetched[index]).toMatchObject({ outcome: "hit" });
        expect(digestTree(join(target, build.manifest.key))).toEqual(digestTree(build.directory));
      }
    });

    it("does not lose sparse and zero-filled images", async () => {
      const directory = join(scratch(), "build");
      const build = await makeBuild(directory, "TREE05-zero-bbbb", { image: 8 << 20 });
      expect(statSync(join(directory, "bzImage")).size).toBe(16 << 20);
      await store.save(build);
      const target = join(scratch(), "TREE05");
      expect(await store.fetch("TREE05-zero-bbbb", target)).toMatchObject({ outcome: "hit" });
      expect(digestTree(target)).toEqual(digestTree(directory));
    });

    it("names the newest entry that starts alike, if it can tell", async () => {
      for (const [key, at] of [
        ["SRCU-N-near-1-old", "2026-01-01T00:00:00.000Z"],
        ["SRCU-N-near-2-new", "2026-01-02T00:00:00.000Z"],
      ] as const) {
        const build = await makeBuild(join(scratch(), "build"), key);
        await store.save({ ...build, manifest: { ...build.manifest, createdAt: at } });
      }
      if (!nearest) {
        expect(await store.nearest("SRCU-N-near-")).toBeUndefined();
        return;
      }
      expect(await store.nearest("SRCU-N-near-")).toMatchObject({ key: "SRCU-N-near-2-new" });
      expect(await store.nearest("SRCU-N-near-1")).toMatchObject({ key: "SRCU-N-near-1-old" });
      expect(await store.nearest("SRCU-N-far")).toBeUndefined();
    });
  });
}
