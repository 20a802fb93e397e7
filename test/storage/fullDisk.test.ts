import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { directoryStore } from "../../src/storage/directoryStore.ts";
import { packBuild, unpackBuild } from "../../src/storage/packed.ts";
import { digestTree, makeBuild, noise } from "./support/build.ts";
import { scratch } from "./support/scratch.ts";

/** A file system of 1 MiB. Needs root; where that is missing these tests fail, they do not pass by being skipped. */
let small = "";

beforeAll(() => {
  small = mkdtempSync(join(tmpdir(), "rcutorture-action-full-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "rcutorture-action-test", small]);
  } catch (error) {
    throw new Error(`cannot mount a small tmpfs for the full-disk tests, run them as root: ${error}`);
  }
});

afterAll(() => {
  execFileSync("umount", [small]);
  rmSync(small, { recursive: true });
});

describe("a full disk", { timeout: 60_000 }, () => {
  it("under the store: the save is refused with the reason, nothing half-made is left", async () => {
    const store = directoryStore(join(small, "store"));
    const fits = await makeBuild(join(scratch(), "fits"), "fits", { image: 100_000 });
    expect(await store.save(fits)).toEqual({ outcome: "saved" });
    const build = await makeBuild(join(scratch(), "build"), "too-big", { image: 500_000 });
    expect(await store.save(build)).toMatchObject({
      outcome: "refused",
      reason: expect.stringContaining("no space left on the device"),
    });
    expect(readdirSync(join(small, "store/v1/scratch"))).toEqual([]);
    expect(await store.lookup("too-big")).toMatchObject({ outcome: "miss" });
    const target = join(scratch(), "out");
    expect(await store.fetch("fits", target)).toMatchObject({ outcome: "hit" });
    expect(digestTree(target)).toEqual(digestTree(fits.directory));
    rmSync(join(small, "store"), { recursive: true });
  });

  it("under the run directory: nothing half-made is left there, and the store keeps its entry", async () => {
    const base = scratch();
    const store = directoryStore(join(base, "store"));
    const build = await makeBuild(join(base, "build"), "destination", { image: 800_000 });
    await store.save(build);
    mkdirSync(join(small, "res"));
    expect(await store.fetch("destination", join(small, "res", "TREE05"))).toMatchObject({
      outcome: "unavailable",
      reason: expect.stringContaining("no space left on the device"),
    });
    expect(readdirSync(join(small, "res"))).toEqual([]);
    expect(await store.fetch("destination", join(base, "out"))).toMatchObject({ outcome: "hit" });
  });

  it("under an archive that is unpacked or packed", async () => {
    const base = scratch();
    const build = await makeBuild(join(base, "build"), "unpacked", { image: 1_500_000 });
    await packBuild(build, join(base, "a.tar.zst"));
    expect(await unpackBuild(join(base, "a.tar.zst"), "unpacked", join(small, "out"))).toMatchObject({
      outcome: "unavailable",
      reason: expect.stringContaining("no space left on the device"),
    });
    expect(existsSync(join(small, "out"))).toBe(false);
    await expect(packBuild(build, join(small, "a.tar.zst"))).rejects.toThrow(/ENOSPC/);
    expect(existsSync(join(small, "a.tar.zst"))).toBe(false);
  });

  it("in the middle of linking: inodes run out", async () => {
    const inodes = mkdtempSync(join(tmpdir(), "rcutorture-action-inodes-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m,nr_inodes=24", "rcutorture-action-test", inodes]);
    try {
      const store = directoryStore(join(inodes, "store"));
      const build = await makeBuild(join(scratch(), "build"), "inodes", { image: 1000 });
      expect(await store.save(build)).toEqual({ outcome: "saved" });
      writeFileSync(join(inodes, "one"), noise("one", 10));
      mkdirSync(join(inodes, "res"));
      const before = readdirSync(join(inodes, "res"));
      expect(await store.fetch("inodes", join(inodes, "res", "TREE05"))).toMatchObject({
        outcome: "unavailable",
        reason: expect.stringContaining("no space left on the device"),
      });
      expect(readdirSync(join(inodes, "res"))).toEqual(before);
    } finally {
      execFileSync("umount", [inodes]);
      rmSync(inodes, { recursive: true });
    }
  });
});
