import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { linkKinds } from "../../src/rundir/link.ts";
import { parseQemuCmd } from "../../src/rundir/qemuCmd.ts";
import { type BuildTree, buildTree } from "../support/fakeMake.ts";
import { parityTrees } from "../support/kernelTree.ts";
import { treeDigest } from "../support/treeDigest.ts";
import { asOurs, commandDifferences, otherDifferences } from "./againDifferences.ts";
import { type Change, commands, copyOf, kvmRun, ours, script, theirs } from "./againRuns.ts";

const suites = { rcu: "2*TINY01 TREE03", lock: "LOCK01 2*LOCK02" } as const;
const trees = await parityTrees();
const cases = trees.flatMap((tree) =>
  Object.entries(suites).map(([suite, configs]) => ({ tree, suite, configs })),
);

describe.each(cases)("$tree.name, suite $suite", ({ tree, suite, configs }) => {
  /** 6.1's kvm-again.sh has no --bootargs. */
  const takesBootargs = !tree.name.endsWith("6.1");
  const added = [`${suite}torture.verbose=0`, "extra.one=1", "extra.two", `${suite}torture.stat_interval=9`];
  const bootarguments = takesBootargs ? [undefined, added] : [undefined];
  const allOptions: Change = { seconds: 90, ...(takesBootargs ? { bootargs: added } : {}) };
  const combinations = linkKinds.flatMap((link) =>
    [undefined, 90].flatMap((seconds) => bootarguments.map((bootargs) => ({ link, seconds, bootargs }))),
  );

  let made: BuildTree;
  /** As kvm.sh left it; nobody writes to it. */
  let built: string;
  let scratch: string;
  let target: string;

  beforeAll(async () => {
    made = await buildTree(tree);
    built = kvmRun(made, suite, configs);
  });
  afterAll(() => made[Symbol.asyncDispose]());
  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), "parity-again-"));
    target = join(scratch, "res", "new");
    mkdirSync(join(scratch, "res"));
  });
  afterEach(() => rm(scratch, { recursive: true, force: true }));

  /** Both re-runs of one old run in the same place, one after the other; ours is left there. */
  async function compare(old: string, link: (typeof linkKinds)[number], change: Change, image = "bzImage") {
    // A copy, because kvm-again.sh writes through its links.
    const copy = copyOf(old, join(scratch, "copy"));
    theirs(made, copy, target, link, change);
    const expected = Object.entries(commands(target)).map(([guest, text]) => [
      guest,
      asOurs(text, { added: change.bootargs ?? [], image }),
    ]);
    const files = (name: string) => readFileSync(join(target, name), "utf8");
    const expectedFiles = ["scenarios", "batches", "torture_suite", "testid.txt"].map((name) => [
      name,
      files(name),
    ]);
    rmSync(target, { recursive: true });
    const before = treeDigest(old);
    await ours(old, target, link, change);
    expect(treeDigest(old)).toEqual(before);
    expect(expected).toHaveLength(3);
    expect(commands(target)).toEqual(Object.fromEntries(expected));
    expect(expectedFiles.map(([name = ""]) => [name, files(name)])).toEqual(expectedFiles);
  }

  it.each(combinations)("link $link, duration $seconds, bootargs $bootargs", ({ link, seconds, bootargs }) =>
    compare(built, link, { seconds, bootargs }),
  );

  it("of a run directory that lies elsewhere than where it was built, which is gone", async () => {
    const away = join(scratch, "away");
    const moved = copyOf(built, join(scratch, "moved"));
    renameSync(built, away);
    try {
      await compare(moved, "copy", allOptions);
    } finally {
      renameSync(away, built);
    }
    expect(Object.values(commands(target)).join()).not.toContain(built);
  });

  it.each(["kvm-again.sh's", "our own"])("of a run that is itself a re-run, %s", async (whose) => {
    const first = join(scratch, "first");
    if (whose === "our own") await ours(built, first, "hard", { seconds: 30 });
    else theirs(made, copyOf(built, join(scratch, "copied")), first, "copy", { seconds: 30 });
    await compare(first, "hard", {});
    await ours(target, join(scratch, "third"), "hard", {});
    // `re-run` names the run that built the kernels.
    const origin = whose === "our own" ? built : join(scratch, "copied");
    expect(readFileSync(join(scratch, "third", "re-run"), "utf8")).toBe(`${origin}\n`);
  });

  it("of a kernel that is not called bzImage", async () => {
    const other = copyOf(built, join(scratch, "other"));
    for (const guest of Object.keys(commands(other))) {
      const image = join(other, guest, "bzImage");
      if (existsSync(image)) renameSync(image, join(other, guest, "Image.gz"));
      const path = join(other, guest, "qemu-cmd");
      writeFileSync(path, readFileSync(path, "utf8").replace("/bzImage ", "/Image.gz "));
    }
    await compare(other, "hard", allOptions, "Image.gz");
    expect(readdirSync(target).filter((name) => existsSync(join(target, name, "Image.gz")))).toHaveLength(2);
  });

  it("with qemu arguments behind the boot parameters, which kvm-again.sh takes for more of them", async () => {
    const gdb = copyOf(built, join(scratch, "gdb"));
    for (const [guest, text] of Object.entries(commands(gdb))) {
      writeFileSync(join(gdb, guest, "qemu-cmd"), text.replace(/^(.*)$/m, "$1 -s -S"));
    }
    if (!takesBootargs) {
      await compare(gdb, "hard", allOptions);
      return;
    }
    theirs(made, copyOf(gdb, join(scratch, "copy")), join(scratch, "theirs"), "copy", allOptions);
    await ours(gdb, target, "hard", allOptions);
    for (const [guest, text] of Object.entries(commands(join(scratch, "theirs")))) {
      expect(() => parseQemuCmd(text, guest)).toThrow(/never closed/);
    }
    for (const [guest, text] of Object.entries(commands(target))) {
      expect(parseQemuCmd(text, guest).argv.slice(-3)).toEqual([
        expect.stringMatching(new RegExp(` ${added.join(" ")}$`)),
        "-s",
        "-S",
      ]);
    }
  });

  it.each(linkKinds)(
    "the old run stays as it is when the scripts judge the new one, link %s",
    async (link) => {
      const old = copyOf(built, join(scratch, "old"));
      writeFileSync(join(old, "log"), "the old log\n");
      const guest = Object.keys(commands(old))[0] ?? "";
      // Something for parse-build.sh to write down beside Make.out.
      writeFileSync(join(old, guest, "Make.out"), "kernel/rcu/tree.c:1:2: warning: unused variable 'x'\n");
      for (const name of ["console.log", "console.log.diags", "qemu-retval", "Warnings"]) {
        writeFileSync(join(old, guest, name), "old\n");
      }
      const before = treeDigest(old);
      await ours(old, target, link, allOptions);
      const brought = readdirSync(join(target, guest));
      expect(brought).toEqual(
        expect.arrayContaining([".config", "ConfigFragment", "Make.out", "bzImage", "qemu-cmd"]),
      );
      for (const name of [
        "console.log",
        "console.log.diags",
        "qemu-retval",
        "Warnings",
        "vmlinux",
        "buildonly",
      ]) {
        expect(brought).not.toContain(name);
      }
      expect(existsSync(join(scratch, "bin"))).toBe(false);
      for (const name of Object.keys(commands(target))) {
        writeFileSync(join(target, name, "console.log"), "WARNING: CPU: 0 PID: 1 at kernel/rcu/tree.c:1\n");
      }
      script(made, "kvm-recheck.sh", [target]);
      expect(readdirSync(join(target, guest))).toEqual(
        expect.arrayContaining(["Make.out.diags", "console.log.diags"]),
      );
      expect(treeDigest(old)).toEqual(before);
      // What it is compared with: kvm-again.sh writes through hard and soft links.
      if (link === "copy") return;
      theirs(made, old, join(scratch, "theirs"), link, allOptions);
      expect(treeDigest(old)).not.toEqual(before);
    },
  );
});

test("docs/again.md lists these differences and no others", () => {
  const text = readFileSync(new URL("../../docs/again.md", import.meta.url), "utf8");
  const [, table = ""] = /\n\| Difference \| Reason \|\n[|\s:-]+\n((?:\|.*\|\n)+)/.exec(text) ?? [];
  const rows = table.trim().split("\n");
  const names = rows.map((row) => /^\| (.+?) \| .{10,} \|$/.exec(row)?.[1]);
  expect(names.sort()).toEqual([...Object.keys(commandDifferences), ...otherDifferences].sort());
});
