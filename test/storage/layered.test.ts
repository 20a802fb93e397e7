import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { directoryStore } from "../../src/storage/directoryStore.ts";
import { listFiles } from "../../src/storage/files.ts";
import { chooseStore, layered } from "../../src/storage/layered.ts";
import type { Save, Store } from "../../src/storage/store.ts";
import { storeContract } from "./contract.ts";
import { digestTree, makeBuild } from "./support/build.ts";
import { scratch } from "./support/scratch.ts";

/** A log that remembers what it was told. */
function recorder() {
  const lines: string[] = [];
  return {
    lines,
    info: (line: string) => lines.push(`info ${line}`),
    warning: (line: string) => lines.push(`warning ${line}`),
  };
}

/** A store on a bad day. */
const broken: Store = {
  name: "broken",
  lookup: async () => ({ outcome: "unavailable", reason: "on strike" }),
  fetch: async () => ({ outcome: "unavailable", reason: "on strike" }),
  save: async () => ({ outcome: "refused", reason: "full" }),
  nearest: async () => undefined,
};

storeContract({
  name: "directory, directory",
  nearest: true,
  open: (directory) => ({
    ...layered(
      [directoryStore(join(directory, "first")), directoryStore(join(directory, "second"))],
      join(directory, "scratch"),
      recorder(),
    ),
    name: "directory",
  }),
});

describe("layered stores", { timeout: 60_000 }, () => {
  it("go on with the next when one is on strike, and say so once", async () => {
    const base = scratch();
    const log = recorder();
    const store = layered([broken, directoryStore(join(base, "store"))], join(base, "scratch"), log);
    const builds = [await makeBuild(join(base, "a"), "a"), await makeBuild(join(base, "b"), "b")];
    for (const build of builds) {
      const key = build.manifest.key;
      expect(await store.lookup(key)).toMatchObject({ outcome: "unavailable", reason: "on strike" });
      expect(await store.save(build)).toEqual({ outcome: "saved" });
      expect(await store.lookup(key)).toMatchObject({ outcome: "hit", entry: { store: "directory" } });
      const target = join(base, "out", key);
      expect(await store.fetch(key, target)).toMatchObject({ outcome: "hit", store: "directory" });
      expect(digestTree(target)).toEqual(digestTree(build.directory));
    }
    expect(log.lines).toEqual(["warning broken: on strike", "warning broken: TREE05 is not kept: full"]);
  });

  it("leave out a store for keys that do not belong there", async () => {
    const base = scratch();
    const log = recorder();
    const kernels = { ...broken, takes: (key: string) => !key.startsWith("plan-") };
    const store = layered([kernels, directoryStore(join(base, "store"))], join(base, "scratch"), log);
    const plan = await makeBuild(join(base, "a"), "plan-a");
    expect(await store.save(plan)).toEqual({ outcome: "saved" });
    expect(await store.lookup("plan-a")).toMatchObject({ outcome: "hit", entry: { store: "directory" } });
    expect(await store.fetch("plan-a", join(base, "out"))).toMatchObject({ outcome: "hit" });
    expect(log.lines).toEqual([]);
  });

  it("give the second's entry when the first's is damaged, loudly", async () => {
    const base = scratch();
    const log = recorder();
    const first = directoryStore(join(base, "first"));
    const second = directoryStore(join(base, "second"));
    const build = await makeBuild(join(base, "build"), "TREE05-damaged");
    const store = layered([first, second], join(base, "scratch"), log);
    await store.save(build);
    const image = join(
      base,
      "first",
      listFiles(join(base, "first")).find((p) => p.endsWith("bzImage")) ?? "",
    );
    writeFileSync(image, "not a kernel");
    expect(await store.fetch("TREE05-damaged", join(base, "out"))).toMatchObject({ outcome: "hit" });
    expect(log.lines).toEqual([
      expect.stringMatching(/^warning directory: TREE05-damaged is damaged and not used: bzImage: 12 bytes/),
    ]);
  });

  it("say what was worst when nobody has it whole", async () => {
    const base = scratch();
    const store = layered([directoryStore(join(base, "store")), broken], join(base, "scratch"), recorder());
    expect(await store.fetch("none", join(base, "out"))).toMatchObject({ outcome: "unavailable" });
    expect(existsSync(join(base, "out"))).toBe(false);
  });

  it("pack a build once for all of them, and clean up", async () => {
    const base = scratch();
    const archives: string[] = [];
    const packing: Store = {
      ...broken,
      save: async (build): Promise<Save> => {
        archives.push((await build.archive?.()) ?? "none");
        expect(existsSync(archives[0] ?? "")).toBe(true);
        return { outcome: "saved" };
      },
    };
    const store = layered([packing, packing], join(base, "scratch"), recorder());
    const build = await makeBuild(join(base, "build"), "TREE05-once");
    expect(await store.save(build)).toEqual({ outcome: "saved" });
    expect(archives).toHaveLength(2);
    expect(archives[0]).toBe(archives[1]);
    expect(readdirSync(join(base, "scratch"))).toEqual([]);
  });
});

describe("the choice of stores", { timeout: 60_000 }, () => {
  const cache = { ...broken, name: "cache" };
  const artifact = { ...broken, name: "artifact" };

  it.each([
    [{ cache, artifact }, "cache, artifact"],
    [{ cache }, "cache"],
    [{ artifact }, "artifact"],
  ])("on GitHub: %o", (services, name) => {
    const base = scratch();
    const log = recorder();
    const directory = directoryStore(base);
    expect(chooseStore({ ...services, directory, directoryPath: base }, base, log).name).toBe(name);
    expect(log.lines).toEqual([]);
  });

  it("elsewhere: the directory, and a line that says so", () => {
    const base = scratch();
    const log = recorder();
    const store = chooseStore({ directory: directoryStore(base), directoryPath: base }, base, log);
    expect(store.name).toBe("directory");
    expect(log.lines).toEqual([expect.stringContaining(`info Kernels are kept in ${base}`)]);
  });
});
