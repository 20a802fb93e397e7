import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BuildKeeper } from "../../../src/stages/prepare/kernels/buildKeeper.ts";
import { directoryStore } from "../../../src/storage/directoryStore.ts";
import type { Store } from "../../../src/storage/store.ts";
import { recordingUi } from "../../support/ui.ts";

let folder: string;
let store: Store;
let ui: ReturnType<typeof recordingUi>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keeper-"));
  store = directoryStore(join(folder, "store"));
  ui = recordingUi();
  mkdirSync(join(folder, "tree", "bin"), { recursive: true });
  writeFileSync(join(folder, "tree", "bin", "kvm-recheck.sh"), "#!/bin/bash\n");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function keeper(kept: Store = store): BuildKeeper {
  const rcutorture = join(folder, "tree");
  const tree = { path: rcutorture, rcutorture, version: "6.12", suites: [], options: new Set<string>() };
  const git = { state: "clean" as const, commit: "adc218676eef25575469234709c2d87185ca223a" };
  const environment = { attempt: 2, workspace: folder, variables: { GITHUB_RUN_ID: "77" } };
  return new BuildKeeper({ ui, environment }, kept, { rundir: join(folder, "run"), tree, git });
}

const keyed = (scenario: string) => ({
  key: `rcutorture-1-x86_64-rcu-${scenario}.d1`,
  ingredients: Object.fromEntries(
    "format suite scenario architecture tree changes fragment boot defconfig kmakeArg environment compiler linker initrd guest"
      .split(" ")
      .map((name) => [name, name]),
  ) as never,
});

/** What the scripts leave when a kernel is built, but the rest of its batch is not. */
function built(scenario: string): void {
  const directory = join(folder, "run", scenario);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "bzImage"), scenario);
}

/** What they add when the whole batch is built. */
function completed(scenario: string): void {
  const directory = join(folder, "run", scenario);
  writeFileSync(
    join(directory, "qemu-cmd"),
    "qemu-system-x86_64 -kernel /x/bzImage -append a\n# seconds=20\n",
  );
  writeFileSync(join(directory, "buildonly"), "");
}

const isKept = async (scenario: string) => (await store.lookup(keyed(scenario).key)).outcome === "hit";

describe("keeping builds", () => {
  it("keeps each when its folder is complete, at the latest when kvm.sh has ended", async () => {
    const keeping = keeper();
    built("TREE05");
    completed("TREE05");
    keeping.built("TREE05", keyed("TREE05"));
    built("BUSTED");
    keeping.built("BUSTED", keyed("BUSTED"));
    await expect.poll(() => isKept("TREE05")).toBe(true);
    expect(await isKept("BUSTED")).toBe(false);
    built("TINY01");
    keeping.built("TINY01", keyed("TINY01"));
    completed("BUSTED");
    completed("TINY01");
    await keeping.finish();
    expect([await isKept("BUSTED"), await isKept("TINY01")]).toEqual([true, true]);
    expect(ui.lines).toEqual([]);
    const fetched = await store.fetch(keyed("BUSTED").key, join(folder, "fetched"));
    expect(fetched).toMatchObject({
      manifest: { provenance: { workflowRun: { id: "77", attempt: 2 }, scripts: expect.any(String) } },
    });
  });

  it("does not keep what a kvm.sh that was stopped left half-made", async () => {
    const keeping = keeper();
    built("BUSTED");
    keeping.built("BUSTED", keyed("BUSTED"));
    await keeping.finish();
    expect(await isKept("BUSTED")).toBe(false);
    expect(ui.lines).toEqual([]);
  });

  it("says a line for a build that cannot be kept, and keeps the others", async () => {
    const keeping = keeper();
    for (const scenario of ["TREE05", "TINY01"]) {
      built(scenario);
      completed(scenario);
    }
    await rm(join(folder, "run", "TREE05", "qemu-cmd"));
    mkdirSync(join(folder, "run", "TREE05", "qemu-cmd"));
    keeping.built("TREE05", keyed("TREE05"));
    keeping.built("TINY01", keyed("TINY01"));
    await keeping.finish();
    expect(await isKept("TINY01")).toBe(true);
    expect(ui.lines.join("\n")).toMatch(/The build of TREE05 is not kept/);
  });
});
