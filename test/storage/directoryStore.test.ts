import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { directoryStore } from "../../src/storage/directoryStore.ts";
import { listFiles } from "../../src/storage/files.ts";
import { storeContract } from "./contract.ts";
import { digestTree, makeBuild, noise } from "./support/build.ts";
import { scratch } from "./support/scratch.ts";

storeContract({ name: "directory", nearest: true, open: (directory) => directoryStore(directory) });

/** The path of a stored file, found by its name. */
function stored(storeRoot: string, name: string): string {
  const found = listFiles(storeRoot).find((path) => path.endsWith(`/files/${name}`));
  if (found === undefined) throw new Error(`${name} is not in ${storeRoot}`);
  return join(storeRoot, found);
}

describe("directory store", { timeout: 60_000 }, () => {
  it("links what a run only reads and copies the rest", async () => {
    const store = directoryStore(join(scratch(), "store"));
    const base = scratch();
    const storeHere = directoryStore(join(base, "store"));
    const build = await makeBuild(join(base, "build"), "TREE05-links");
    await storeHere.save(build);
    const target = join(base, "TREE05");
    const fetched = await storeHere.fetch("TREE05-links", target);
    expect(fetched).toMatchObject({ outcome: "hit", linked: 4, copied: 3 });
    expect(fetched).not.toHaveProperty("copyReason");
    expect(statSync(join(target, "bzImage")).ino).toBe(statSync(stored(base, "bzImage")).ino);
    expect(statSync(join(target, "qemu-cmd")).nlink).toBe(1);
    expect(statSync(join(build.directory, "bzImage")).nlink).toBe(1);
    expect(await store.lookup("TREE05-links")).toMatchObject({ outcome: "miss" });
  });

  it("copies across file systems, and says so", async () => {
    const shm = "/dev/shm/rcutorture-action-test";
    rmSync(shm, { recursive: true, force: true });
    const base = scratch();
    expect(statSync("/dev/shm").dev).not.toBe(statSync(base).dev);
    const store = directoryStore(join(base, "store"));
    const build = await makeBuild(join(base, "build"), "TREE05-across");
    await store.save(build);
    try {
      const fetched = await store.fetch("TREE05-across", join(shm, "TREE05"));
      expect(fetched).toMatchObject({
        outcome: "hit",
        linked: 0,
        copied: 7,
        copyReason: expect.stringContaining("another file system"),
      });
      expect(digestTree(join(shm, "TREE05"))).toEqual(digestTree(build.directory));
    } finally {
      rmSync(shm, { recursive: true, force: true });
    }
  });

  it("finds a flipped byte, says which file, leaves nothing behind, and can be filled again", async () => {
    const base = scratch();
    const store = directoryStore(join(base, "store"));
    const build = await makeBuild(join(base, "build"), "TREE05-flip");
    await store.save(build);
    const image = stored(base, "bzImage");
    const { mtime, atime } = statSync(image);
    const bytes = readFileSync(image);
    bytes[1234] = (bytes[1234] ?? 0) ^ 1;
    writeFileSync(image, bytes, { flag: "r+" });
    utimesSync(image, atime, mtime); // A disk that lies does not change time stamps.
    const target = join(base, "res", "TREE05");
    expect(await store.fetch("TREE05-flip", target)).toMatchObject({
      outcome: "corrupt",
      reason: expect.stringMatching(/bzImage: SHA-256 [0-9a-f]{64}, the manifest says [0-9a-f]{64}/),
    });
    expect(readdirSync(join(base, "res"))).toEqual([]);
    expect(await store.lookup("TREE05-flip")).toMatchObject({ outcome: "miss" });
    expect(await store.save(build)).toMatchObject({ outcome: "saved" });
    expect(await store.fetch("TREE05-flip", target)).toMatchObject({ outcome: "hit" });
  });

  it("finds what was changed through a hard link it gave out", async () => {
    const base = scratch();
    const store = directoryStore(join(base, "store"));
    await store.save(await makeBuild(join(base, "build"), "TREE05-through"));
    await store.fetch("TREE05-through", join(base, "run1"));
    writeFileSync(join(base, "run1", ".config"), "# edited\n", { flag: "a" });
    expect(await store.fetch("TREE05-through", join(base, "run2"))).toMatchObject({
      outcome: "corrupt",
      reason: expect.stringContaining(".config"),
    });
    expect(existsSync(join(base, "run2"))).toBe(false);
  });

  it.each([
    ["cut short", (text: string) => text.slice(0, 100), /not JSON/],
    ["of another format", (text: string) => text.replace('"version": 1', '"version": 9'), /version/],
    ["with a path that leaves", (text: string) => text.replace("qemu-cmd", "../../x"), /path/],
    ["of another key", (text: string) => text.replace("TREE05-lies", "TREE05-other"), /another key/],
    [
      "that lies about a size",
      (text: string) => text.replace('"size": 17', '"size": 18'),
      /17 bytes, the manifest says 18/,
    ],
    [
      "that lies about a mode",
      (text: string) => text.replace('"mode": 493', '"mode": 420'),
      /mode 755, the manifest says 644/,
    ],
  ])("is a loud miss with a manifest %s", async (_, change, reason) => {
    const base = scratch();
    const store = directoryStore(join(base, "store"));
    await store.save(await makeBuild(join(base, "build"), "TREE05-lies"));
    const manifest = join(base, listFiles(base).find((path) => path.endsWith("/manifest.json")) ?? "");
    const text = readFileSync(manifest, "utf8");
    expect(change(text)).not.toBe(text);
    writeFileSync(manifest, change(text));
    expect(await store.fetch("TREE05-lies", join(base, "TREE05"))).toMatchObject({
      outcome: "corrupt",
      reason: expect.stringMatching(reason),
    });
    expect(existsSync(join(base, "TREE05"))).toBe(false);
    expect(await store.lookup("TREE05-lies")).toMatchObject({ outcome: "miss" });
  });

  it("stays within its size; the least recently used entry goes first", async () => {
    const base = scratch();
    const store = directoryStore(join(base, "store"), { maxBytes: 2_200_000 });
    for (const [index, key] of ["a", "b", "c"].entries()) {
      await store.save(await makeBuild(join(base, key), key)); // 630 kB each
      const entry = join(stored(base, "bzImage"), "../..");
      expect(statSync(entry).isDirectory()).toBe(true);
      for (const directory of readdirSync(join(base, "store/v1/entries"))) {
        const path = join(base, "store/v1/entries", directory);
        if (readFileSync(join(path, "manifest.json"), "utf8").includes(`"key": "${key}"`)) {
          utimesSync(path, new Date(2026, 0, index + 1), new Date(2026, 0, index + 1));
        }
      }
    }
    await store.fetch("a", join(base, "used")); // Now b is the least recently used.
    await store.save(await makeBuild(join(base, "d"), "d"));
    const outcomes = await Promise.all(["a", "b", "c", "d"].map((key) => store.lookup(key)));
    expect(outcomes.map((lookup) => lookup.outcome)).toEqual(["hit", "miss", "hit", "hit"]);
  });

  it("refuses what is larger than itself, with both numbers", async () => {
    const base = scratch();
    const store = directoryStore(join(base, "store"), { maxBytes: 100_000 });
    expect(await store.save(await makeBuild(join(base, "build"), "TREE05-big"))).toMatchObject({
      outcome: "refused",
      reason: expect.stringMatching(/\d{6} bytes.*100000/),
    });
  });

  it("removes what killed writers left, and nothing of living ones", async () => {
    const base = scratch();
    const store = directoryStore(join(base, "store"));
    await store.save(await makeBuild(join(base, "one"), "one"));
    const leftovers = join(base, "store/v1/scratch");
    const { openScratch } = await import("../../src/storage/scratch.ts");
    const living = await openScratch(join(base, "store/v1"));
    const dead = living.replace(`.${process.pid}.`, ".4194999."); // Above Linux's largest pid.
    mkdirSync(dead);
    writeFileSync(join(dead, "half"), noise("half", 1000));
    const elsewhere = join(leftovers, `other.host-4026531836.${process.pid}.x`);
    const old = join(leftovers, `other.host-4026531836.${process.pid}.y`);
    mkdirSync(elsewhere);
    mkdirSync(old);
    utimesSync(old, new Date(2026, 0, 1), new Date(2026, 0, 1));
    await store.save(await makeBuild(join(base, "two"), "two"));
    expect([living, dead, elsewhere, old].map((path) => existsSync(path))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it("explains misses with the ingredients of the nearest entry", async () => {
    const base = scratch();
    const store = directoryStore(join(base, "store"));
    await store.save(await makeBuild(join(base, "build"), "TREE05-6.12-aaaa"));
    expect(await store.nearest("TREE05-")).toMatchObject({
      key: "TREE05-6.12-aaaa",
      store: "directory",
      ingredients: { tree: "0123abcd", scenario: "TREE05" },
    });
  });

  it("is a line, not an exception, when its root is a file", async () => {
    const base = scratch();
    writeFileSync(join(base, "store"), "");
    const store = directoryStore(join(base, "store"));
    expect(await store.lookup("x")).toMatchObject({ outcome: "unavailable" });
    expect(await store.fetch("x", join(base, "x"))).toMatchObject({ outcome: "unavailable" });
    expect(await store.save(await makeBuild(join(base, "build"), "x"))).toMatchObject({
      outcome: "refused",
      reason: expect.stringContaining(join(base, "store")),
    });
  });

  it("does not mind hard links inside a build", async () => {
    const base = scratch();
    const build = await makeBuild(join(base, "build"), "TREE05-hard");
    linkSync(join(build.directory, "bzImage"), join(base, "another-name"));
    const store = directoryStore(join(base, "store"));
    expect(await store.save(build)).toMatchObject({ outcome: "saved" });
  });
});
