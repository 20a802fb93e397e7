import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeInPlace } from "../../src/rundir/inPlace.ts";
import { openRunDirectory } from "../../src/rundir/open.ts";
import { type BuildTree, buildTree } from "../support/fakeMake.ts";
import { parityTrees } from "../support/kernelTree.ts";
import { asOurs } from "./againDifferences.ts";
import { commands, copyOf, kvmRun, script } from "./againRuns.ts";

const trees = (await parityTrees()).filter(({ rcutorture }) =>
  readFileSync(join(rcutorture, "bin/kvm-again.sh"), "utf8").includes("inplace-force"),
);

it("the newest tree's kvm-again.sh runs in place", () => {
  expect(trees.length).toBeGreaterThan(0);
});

describe.each(trees)("$name", (tree) => {
  let made: BuildTree;
  let built: string;
  let scratch: string;
  let run: string;

  beforeAll(async () => {
    made = await buildTree(tree);
    built = kvmRun(made, "rcu", "2*TINY01 TREE03");
  });
  afterAll(() => made[Symbol.asyncDispose]());
  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), "parity-inplace-"));
    mkdirSync(join(scratch, "res"));
    run = copyOf(built, join(scratch, "res", "run"));
  });
  afterEach(() => rm(scratch, { recursive: true, force: true }));

  const ran = (guest: string) => writeFileSync(join(run, guest, "console.log"), "Linux version\n");
  const theirs = (link: string, ...more: string[]) =>
    script(made, "kvm-again.sh", [run, "--dryrun", "--link", link, ...more]);
  const ours = async (force: boolean, change: { seconds?: number; bootargs?: readonly string[] }) => {
    const old = await openRunDirectory(run);
    await makeInPlace({ run: old, force, batches: old.batches, cpus: 4, ...change });
  };

  it.each([
    ["inplace", false, {}],
    ["inplace", false, { seconds: 90 }],
    ["inplace-force", true, { seconds: 90, bootargs: ["rcutorture.verbose=0", "extra.one=1"] }],
  ] as const)("--link %s, force %s, %j: the same commands", async (link, force, change) => {
    if (force) ran("TINY01");
    const { seconds, bootargs = [] } = change as { seconds?: number; bootargs?: readonly string[] };
    const flags = [
      ...(seconds === undefined ? [] : ["--duration", `${seconds}s`]),
      ...(bootargs.length === 0 ? [] : ["--bootargs", bootargs.join(" ")]),
    ];
    expect(theirs(link, ...flags)).toBe(0);
    const expected = Object.entries(commands(run)).map(([guest, text]) => [
      guest,
      asOurs(text, { added: bootargs, image: "bzImage" }),
    ]);
    expect(expected).toHaveLength(3);
    const scenarios = readFileSync(join(run, "scenarios"), "utf8");
    rmSync(run, { recursive: true });
    copyOf(built, run);
    if (force) ran("TINY01");
    await ours(force, change);
    expect(commands(run)).toEqual(Object.fromEntries(expected));
    expect(readFileSync(join(run, "scenarios"), "utf8")).toBe(scenarios);
    // Theirs leaves what the old run printed until the guest prints again; ours takes it away first.
    expect(existsSync(join(run, "TINY01/console.log"))).toBe(false);
  });

  it.each(["TINY01", "TINY01.2", "TREE03"])("both refuse inplace where %s has run", async (guest) => {
    ran(guest);
    expect(theirs("inplace")).not.toBe(0);
    await expect(ours(false, {})).rejects.toThrow(/has run .*inplace-force/);
  });
});
