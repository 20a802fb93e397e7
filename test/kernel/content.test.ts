import { chmod, cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contentId } from "../../src/kernel/content.ts";
import { LocalExecutor } from "../../src/systems/local.ts";

const executor = new LocalExecutor();
let scratch = "";
let tree = "";

async function write(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, name)), { recursive: true });
  await writeFile(join(tree, name), text);
}

async function id(path = tree): Promise<string> {
  const found = await contentId(path, executor);
  expect(found).toMatch(/^content-[0-9a-f]{64}$/);
  return found ?? "";
}

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), "content-"));
  tree = join(scratch, "linux");
  await write(".gitignore", ".*\n*.o\n/vmlinux\n!.gitignore\n");
  await write("Makefile", "VERSION = 7\n");
  await write("kernel/rcu/tree.c", "int x;\n");
  await write("kernel/.gitignore", "/config_data\n");
  await symlink("tree.c", join(tree, "kernel/rcu/link"));
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

test("what builds and the scripts leave in the tree does not count, nor where it lies", async () => {
  const before = await id();
  await write("kernel/rcu/tree.o", "object");
  await write("vmlinux", "kernel");
  await write(".config", "CONFIG_SMP=y");
  await write("kernel/config_data", "made");
  await write("tools/testing/selftests/rcutorture/res/run/log", "log");
  await write("tools/testing/selftests/rcutorture/initrd/init", "made by mkinitrd.sh");
  expect(await id()).toBe(before);
  const copy = join(scratch, "elsewhere");
  await cp(tree, copy, { recursive: true, verbatimSymlinks: true });
  expect(await id(copy)).toBe(before);
});

test("every source counts: content, name, mode, target of a link", async () => {
  const seen = [await id()];
  const another = async () => {
    seen.push(await id());
    expect(new Set(seen).size).toBe(seen.length);
  };
  await write("kernel/rcu/tree.c", "int y;\n");
  await another();
  await rename(join(tree, "kernel/rcu/tree.c"), join(tree, "kernel/rcu/tree_plugin.c"));
  await another();
  await chmod(join(tree, "Makefile"), 0o755);
  await another();
  await rm(join(tree, "kernel/rcu/link"));
  await symlink("tree_plugin.c", join(tree, "kernel/rcu/link"));
  await another();
  await write("new\nname.c", "");
  await another();
});

test("a .gitignore that leaves out the whole top, as Debian's source packages have, hides no source", async () => {
  await write(".gitignore", ".*\n*.o\n/vmlinux\n/*\n!/debian/\n");
  const before = await id();
  await write("kernel/rcu/tree.o", "object");
  await write("vmlinux", "kernel");
  expect(await id()).toBe(before);
  await write("kernel/rcu/tree.c", "int y;\n");
  expect(await id()).not.toBe(before);
});

test("a tree inside another repository is read whole, whatever that one ignores or the user does", async () => {
  const before = await id();
  await executor.run({ argv: ["git", "init", "--quiet", scratch] });
  await writeFile(join(scratch, ".gitignore"), "*.c\n");
  const config = join(scratch, "gitconfig");
  await writeFile(config, `[core]\n\texcludesFile = ${join(scratch, ".gitignore")}\n`);
  const own = new LocalExecutor();
  const withConfig = Object.assign(Object.create(own), {
    run: (command: Parameters<typeof own.run>[0], ...rest: []) =>
      own.run({ ...command, env: { ...command.env, GIT_CONFIG_GLOBAL: config } }, ...rest),
  });
  expect(await contentId(tree, withConfig)).toBe(before);
});

test("without git, and in an empty folder, nothing is known", async () => {
  const none = Object.assign(Object.create(executor), {
    run: (command: Parameters<typeof executor.run>[0]) =>
      executor.run({ ...command, env: { ...command.env, PATH: "/nowhere" } }),
  });
  expect(await contentId(tree, none)).toBeUndefined();
  await mkdir(join(scratch, "empty"));
  expect(await contentId(join(scratch, "empty"), executor)).toBeUndefined();
});
