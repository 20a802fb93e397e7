import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { directoryStore } from "../../src/storage/directoryStore.ts";
import { makeBuild } from "./support/build.ts";
import { scratch } from "./support/scratch.ts";

const key = "TREE05-mine";

async function filledStore(): Promise<{ root: string; entries: string; target: string }> {
  const base = scratch();
  const root = join(base, "store");
  expect(await directoryStore(root).save(await makeBuild(join(base, "build"), key))).toEqual({
    outcome: "saved",
  });
  const [version = ""] = readdirSync(root);
  return { root, entries: join(root, version, "entries"), target: join(base, "target") };
}

afterEach(() => vi.restoreAllMocks());

describe("a directory store that others can fill", () => {
  it.each([
    ["a root that everybody may write to", ({ root }: { root: string }) => chmodSync(root, 0o777)],
    ["the same with a sticky bit", ({ root }: { root: string }) => chmodSync(root, 0o1777)],
    ["entries that everybody may write to", ({ entries }: { entries: string }) => chmodSync(entries, 0o777)],
  ])("is not used, and says why: %s", async (_, change) => {
    const made = await filledStore();
    change(made);
    const store = directoryStore(made.root);
    const refused = {
      outcome: "unavailable",
      reason: expect.stringMatching(/everybody may write to .*\(chmod o-w\)/),
    };
    expect(await store.lookup(key)).toEqual(refused);
    expect(await store.fetch(key, made.target)).toEqual(refused);
    expect(await store.save(await makeBuild(join(made.root, "../other"), "TREE05-other"))).toEqual(refused);
    expect([await store.nearest("TREE05"), await store.records?.("TREE05")]).toEqual([undefined, []]);
  });

  it("is not used when it belongs to another user; root in a container uses the one of the machine's user", async () => {
    const { root } = await filledStore();
    if (process.getuid?.() === 0) {
      chownSync(root, 4711, 4711);
      expect(await directoryStore(root).lookup(key)).toMatchObject({ outcome: "hit" });
      vi.spyOn(process, "getuid").mockReturnValue(4712);
    } else vi.spyOn(process, "getuid").mockReturnValue((process.getuid?.() ?? 0) + 1);
    expect(await directoryStore(root).lookup(key)).toMatchObject({
      outcome: "unavailable",
      reason: expect.stringMatching(/belongs to another user/),
    });
  });

  it.each([
    ["a FIFO", (path: string) => void execFileSync("mkfifo", [path])],
    ["a link", (path: string, aside: string) => symlinkSync(aside, path)],
  ])("never waits for, nor follows, what stands in a manifest's place: %s", async (_, put) => {
    const { root, entries, target } = await filledStore();
    const [entry = ""] = readdirSync(entries);
    const manifest = join(entries, entry, "manifest.json");
    renameSync(manifest, join(root, "aside"));
    put(manifest, join(root, "aside"));
    const store = directoryStore(root);
    expect(await store.lookup(key)).toMatchObject({ outcome: "miss" });
    expect(await store.fetch(key, target)).toMatchObject({
      outcome: "corrupt",
      reason: expect.stringContaining("not a regular file"),
    });
    expect(readdirSync(entries)).toEqual([]);
  });

  it("takes no file through a link", async () => {
    const { root, entries, target } = await filledStore();
    const [entry = ""] = readdirSync(entries);
    const image = join(entries, entry, "files/bzImage");
    cpSync(image, join(root, "aside"));
    rmSync(image);
    symlinkSync(join(root, "aside"), image);
    expect(await directoryStore(root).fetch(key, target)).toMatchObject({ outcome: "corrupt" });
  });
});
