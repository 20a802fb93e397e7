import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAgain } from "../../src/rundir/again.ts";
import { type LinkKind, linkKinds } from "../../src/rundir/link.ts";
import { openRunDirectory } from "../../src/rundir/open.ts";
import { type BuildTree, buildTree } from "../support/fakeMake.ts";
import { kernelTrees, type TestTree } from "../support/kernelTree.ts";
import { treeDigest } from "../support/treeDigest.ts";

const trees = await kernelTrees();
const suites = { rcu: "2*TINY01 TREE03", lock: "LOCK01 2*LOCK02" } as const;
type Suite = keyof typeof suites;

/** Intended differences between our qemu-cmd and kvm-again.sh's; the reasons stand in docs/again.md. */
function normalized(text: string): string {
  const [command = "", ...settings] = text.trimEnd().split("\n");
  const quoted = /^(.*-append )"([^"]*)"(.*)$/.exec(command);
  // awk walks an array in no order, and leaves a blank where it replaced a parameter.
  const words = (quoted?.[2] ?? "").split(/\s+/).filter(Boolean).sort().join(" ");
  return [`${quoted?.[1]?.trim()} "${words}" ${quoted?.[3]?.trim()}`, ...settings]
    .map((line) => line.replace(/\s+/g, " ").trim())
    .join("\n");
}

interface Made {
  readonly tree: BuildTree;
  readonly old: string;
}

/** A run directory that the tree's own kvm.sh made, in a folder called `old`. */
async function kvmRun(tree: TestTree, suite: Suite): Promise<Made> {
  const made = await buildTree(tree);
  const script = join(made.path, "tools/testing/selftests/rcutorture/bin/kvm.sh");
  const args = ["--torture", suite, "--configs", suites[suite], "--cpus", "4", "--duration", "20s"];
  const options = ["--buildonly", "--no-initrd", "--defconfig", "tinyconfig", "--datestamp", "old"];
  // Its exit status is kvm-recheck.sh's, which finds fault with the tiny make's configuration.
  spawnSync(script, [...args, ...options], {
    cwd: made.path,
    env: { ...process.env, PATH: made.searchPath },
    stdio: "ignore",
  });
  return { tree: made, old: join(made.path, "tools/testing/selftests/rcutorture/res/old") };
}

/** What kvm-again.sh makes of a copy of the old run; a copy, because it writes through its links. */
function kvmAgain({ tree, old }: Made, flags: readonly string[]): Map<string, string> {
  const kept = `${old}.kept`;
  cpSync(old, kept, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  const target = join(old, "..", "new");
  const script = join(tree.path, "tools/testing/selftests/rcutorture/bin/kvm-again.sh");
  try {
    execFileSync(script, [old, "--dryrun", "--rundir", target, ...flags], {
      cwd: tree.path,
      stdio: "ignore",
    });
    return commands(target);
  } finally {
    rmSync(target, { recursive: true, force: true });
    rmSync(old, { recursive: true });
    renameSync(kept, old);
  }
}

function commands(run: string): Map<string, string> {
  const guests = readdirSync(run, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    guests.map(({ name }) => [name, normalized(readFileSync(join(run, name, "qemu-cmd"), "utf8"))]),
  );
}

async function ours(
  old: string,
  path: string,
  link: LinkKind,
  change: { seconds?: number; bootargs?: readonly string[] },
): Promise<void> {
  const run = await openRunDirectory(old);
  const onNote = () => undefined;
  await makeAgain({
    old: run,
    path,
    link,
    batches: run.batches,
    cpus: 4,
    command: "test",
    onNote,
    ...change,
  });
}

for (const tree of trees) {
  describe.each(Object.keys(suites) as Suite[])(`${tree.name}, suite %s`, (suite) => {
    let made: Made;
    beforeAll(async () => {
      made = await kvmRun(tree, suite);
    });
    afterAll(async () => {
      await made.tree[Symbol.asyncDispose]();
    });

    const takesBootargs = !tree.name.endsWith("6.1");
    const durations = [undefined, 90] as const;
    const bootargs = takesBootargs
      ? [undefined, `${suite}torture.verbose=0 extra.one=1 extra.two`]
      : [undefined];
    const combinations = linkKinds.flatMap((link) =>
      durations.flatMap((seconds) => bootargs.map((arguments_) => [link, seconds, arguments_] as const)),
    );

    it.each(combinations)(
      "--link %s, duration %s, bootargs %s: equal commands, old run untouched",
      async (link, seconds, arguments_) => {
        const flags = [
          ...["--link", link],
          ...(seconds === undefined ? [] : ["--duration", `${seconds}s`]),
          ...(arguments_ === undefined ? [] : ["--bootargs", arguments_]),
        ];
        const expected = kvmAgain(made, flags);
        const before = treeDigest(made.old);
        const path = join(made.old, "..", "new");
        await ours(made.old, path, link, {
          ...(seconds === undefined ? {} : { seconds }),
          ...(arguments_ === undefined ? {} : { bootargs: arguments_.split(" ") }),
        });
        try {
          expect(commands(path)).toEqual(expected);
          expect(expected.size).toBeGreaterThan(2);
          // The scripts write their findings into the new run; none of that may reach the old one.
          execFileSync(
            "bash",
            ["-c", 'exec tools/testing/selftests/rcutorture/bin/kvm-recheck.sh "$0" || true', path],
            {
              cwd: made.tree.path,
              stdio: "ignore",
            },
          );
          expect(treeDigest(made.old)).toEqual(before);
          expect(readFileSync(join(path, "re-run"), "utf8").trim()).toBe(made.old);
        } finally {
          await rm(path, { recursive: true, force: true });
        }
      },
    );

    it("works when the old run has moved, and names the original in a chain", async () => {
      const elsewhere = await mkdtemp(join(tmpdir(), "moved-"));
      const moved = join(elsewhere, "moved");
      cpSync(made.old, moved, { recursive: true, dereference: true });
      try {
        await ours(moved, join(elsewhere, "first"), "hard", {});
        await ours(join(elsewhere, "first"), join(elsewhere, "second"), "hard", {});
        expect(readFileSync(join(elsewhere, "second", "re-run"), "utf8").trim()).toBe(moved);
        for (const [name, text] of commands(join(elsewhere, "second"))) {
          expect(text).toContain(`file:${join(elsewhere, "second", name, "console.log")}`);
          expect(text).not.toContain(made.old);
        }
      } finally {
        await rm(elsewhere, { recursive: true, force: true });
      }
    });
  });
}
