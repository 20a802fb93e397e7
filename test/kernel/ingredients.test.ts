import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildKey, changedIngredients } from "../../src/kernel/fingerprint.ts";
import { gitCommand, readGitFacts } from "../../src/kernel/git.ts";
import {
  type CommonIngredients,
  gatherIngredients,
  ingredientsOf,
  type KeyOptions,
} from "../../src/kernel/ingredients.ts";
import type { KernelTree } from "../../src/kernel/tree.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { suiteOf } from "../plan/suites.ts";
import { treeOf } from "./trees.ts";

const executor = new LocalExecutor();
const scripts = "tools/testing/selftests/rcutorture";
let scratch = "";
let tree: KernelTree;

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree.path, name)), { recursive: true });
  await writeFile(join(tree.path, name), text);
}

async function git(...args: string[]): Promise<void> {
  const who = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
  const result = await executor.run(gitCommand(tree.path, ...who, ...args));
  if (result.exitStatus !== 0) throw new Error(result.stderr);
}

/** A compiler that says which version it is. */
async function compiler(version: string): Promise<void> {
  for (const name of ["gcc", "ld"]) {
    await writeFile(join(scratch, "bin", name), `#!/bin/sh\necho "${name} ${version}"\necho more\n`);
    await chmod(join(scratch, "bin", name), 0o755);
  }
}

async function gather(
  options: KeyOptions = {},
  variables: Record<string, string> = {},
): Promise<CommonIngredients> {
  const path = `${join(scratch, "bin")}:${process.env.PATH}`;
  const gathered = await gatherIngredients(tree, await readGitFacts(tree.path, executor), options, executor, {
    PATH: path,
    ...variables,
  });
  if ("unknown" in gathered) throw new Error(gathered.unknown);
  return gathered.common;
}

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "ingredients-"));
  const path = join(scratch, "linux");
  tree = { ...treeOf(), path, rcutorture: join(path, scripts) };
  await mkdir(join(scratch, "bin"), { recursive: true });
  await compiler("12");
  await write("kernel/rcu/tree.c", "int x;\n");
  await write(".gitignore", "*.o\nres\n");
  await git("init", "-q");
  await git("add", ".");
  await git("commit", "-q", "-m", "one");
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

test("a build can be recognised again, also after the commit was reworded and the tree built in", async () => {
  const common = await gather();
  expect(common).toMatchObject({
    changes: "none",
    compiler: "gcc 12",
    linker: "ld 12",
    initrd: "of mkinitrd.sh",
  });
  await git("commit", "-q", "--amend", "-m", "reworded");
  await write("kernel/rcu/tree.o", "object");
  await write(`${scripts}/res/run/log`, "log");
  await write(`${scripts}/initrd/init`, "made by mkinitrd.sh");
  expect(await gather()).toEqual(common);
});

test("a scenario's ingredients have its options after all overrides", async () => {
  const common = await gather();
  const suite = suiteOf(
    { TREE03: "CONFIG_NR_CPUS=16\n" },
    { TREE03: "a=1\nb=2\n" },
    { common: "CONFIG_TORTURE=y\n" },
  );
  const scenario = suite.scenarios.get("TREE03");
  if (!scenario) throw new Error("TREE03");
  const plain = ingredientsOf(common, suite, scenario, {});
  expect(plain).toMatchObject({ fragment: "CONFIG_TORTURE=y CONFIG_NR_CPUS=16", boot: "a=1 b=2" });
  const kasan = ingredientsOf(common, suite, scenario, { kasan: true, kconfig: "CONFIG_NR_CPUS=4" });
  expect(kasan.fragment).toMatch(/^CONFIG_TORTURE=y .*CONFIG_KASAN=y CONFIG_NR_CPUS=4$/);
  expect(buildKey(kasan)).not.toBe(buildKey(plain));
});

test("what is not committed counts, staged or not, new or changed", async () => {
  const seen = new Set([(await gather()).changes]);
  const another = async () => {
    const { changes } = await gather();
    expect(changes).toMatch(/^[0-9a-f]{64}$/);
    expect(seen).not.toContain(changes);
    seen.add(changes);
    return changes;
  };
  await write("kernel/rcu/tree.c", "int y;\n");
  const changed = await another();
  await git("add", ".");
  expect((await gather()).changes).toBe(changed);
  await write("kernel/rcu/new.c", "int z;\n");
  await another();
  await write("kernel/rcu/new.c", "int w;\n");
  await another();
  await rename(join(tree.path, "kernel/rcu/new.c"), join(tree.path, "kernel/rcu/newer.c"));
  await another();
  await rm(join(tree.path, "kernel/rcu/newer.c"));
  await write("kernel/rcu/tree.c", "int x;\n");
  expect((await gather()).changes).toBe("none");
});

test("tools, options and environment count", async () => {
  const common = await gather();
  const wanted = { ...common, suite: "rcu", scenario: "TREE03", fragment: "", boot: "" };
  const changed = async (options: KeyOptions, variables: Record<string, string> = {}) =>
    changedIngredients({ ...wanted, ...(await gather(options, variables)) }, wanted);
  expect(await changed({})).toEqual([]);
  expect(await changed({ defconfig: "tinyconfig" })).toEqual(["defconfig"]);
  expect(await changed({ kmakeArg: "CC=gcc-none" })).toEqual(["kmakeArg", "compiler"]);
  expect(await changed({ noInitrd: true })).toEqual(["initrd"]);
  expect(await changed({ bootargs: "nr_cpus=2", memory: "2G" })).toEqual(["guest"]);
  expect(await changed({}, { KCFLAGS: "-Og" })).toEqual(["environment"]);
  expect(await changed({}, { CROSS_COMPILE: "none-" })).toEqual(["compiler", "linker", "environment"]);
  await compiler("13");
  expect(await changed({})).toEqual(["compiler", "linker"]);
  expect((await gather({ kmakeArg: "CC=gcc-none" })).compiler).toBe("missing");
  await compiler("12");
  await write(`${scripts}/initrd/sbin/other`, "own");
  expect(await changed({})).toEqual(["initrd"]);
  await rm(join(tree.rcutorture, "initrd/sbin"), { recursive: true });
});

test("a tree without git is recognised by its content", async () => {
  const path = await mkdtemp(join(scratch, "tarball-"));
  await writeFile(join(path, "Makefile"), "VERSION = 7\n");
  const plain = { ...tree, path, rcutorture: join(path, scripts) };
  const facts = await readGitFacts(path, executor);
  expect(facts.treeId).toBeUndefined();
  const gatherPlain = () => gatherIngredients(plain, facts, {}, executor, process.env);
  const before = await gatherPlain();
  expect(before).toMatchObject({
    common: { tree: expect.stringMatching(/^content-[0-9a-f]{64}$/), changes: "none" },
  });
  expect(await gatherPlain()).toEqual(before);
  await writeFile(join(path, "Makefile"), "VERSION = 8\n");
  expect(await gatherPlain()).not.toEqual(before);
});

test("a tree that nothing is known of cannot be recognised", async () => {
  const nothing = { ...tree, path: await mkdtemp(join(scratch, "empty-")) };
  const facts = await readGitFacts(nothing.path, executor);
  expect(await gatherIngredients(nothing, facts, {}, executor, process.env)).toEqual({
    unknown: expect.stringMatching(/not a git repository.*not stored\.$/),
  });
});
