import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { InfrastructureError } from "../../src/errors.ts";
import type { BuildOptions } from "../../src/kernel/buildOptions.ts";
import { useCcache } from "../../src/kernel/ccache.ts";
import { checkDiskSpace, spaceNeeded } from "../../src/kernel/diskSpace.ts";
import { findProgram } from "../../src/kernel/programs.ts";
import { checkTools } from "../../src/kernel/tools.ts";
import { LocalExecutor } from "../../src/systems/local.ts";

const executor = new LocalExecutor();
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tools-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Puts tiny programs into the folder; each runs a line of shell. */
async function install(programs: Record<string, string>): Promise<void> {
  for (const [name, line] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${line}\n`);
    await chmod(join(folder, name), 0o755);
  }
}

const plain = Object.fromEntries(
  ["bash", "make", "flex", "bison", "bc", "file", "cpio", "gawk", "perl", "xz", "gcc", "ld"].map((name) => [
    name,
    "exit 0",
  ]),
);
const gawk = { awk: "echo 'GNU Awk 5.2'" };
const options = { architecture: "x86_64", defconfig: "tinyconfig" };
const check = (more: Partial<Parameters<typeof checkTools>[0]> = {}) =>
  checkTools({ ...options, path: folder, ...more }, executor);

describe("checkTools", () => {
  test("is content with a machine that has everything", async () => {
    await install({ ...plain, ...gawk });
    await expect(check()).resolves.toBeUndefined();
  });

  test("an empty machine: one line with all of it", async () => {
    const failure = await check().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InfrastructureError);
    expect(String(failure)).toMatch(
      /needs bash, make, flex, bison, bc, file, cpio, gawk, perl, xz, gcc, ld, missing here/,
    );
    expect(String(failure)).toMatch(/apt-get install -y bash make .* gcc binutils\. Fedora: dnf install -y /);
    expect(String(failure)).not.toContain("\n");
  });

  test("the compiler and linker that make will use", async () => {
    await install({ ...plain, ...gawk });
    await expect(check({ kmakeArg: "LLVM=-18" })).rejects.toThrow(
      /needs clang-18, ld\.lld-18,.*clang-18 lld/,
    );
    await expect(check({ kmakeArg: "CC=gcc-99" })).rejects.toThrow(/needs gcc-99, missing/);
  });

  test("an awk that is not gawk", async () => {
    await install({ ...plain, awk: "echo 'mawk 1.3.4'" });
    await expect(check()).rejects.toThrow(/needs gawk as the awk that runs, .*apt-get install -y gawk\./);
  });

  test("headers, where they are needed", async () => {
    const without = (header: string) => `if grep -q ${header}; then exit 1; fi`;
    await install({ ...plain, ...gawk, gcc: without("gelf") });
    // The tiny gcc calls grep.
    const path = `${folder}:/usr/bin:/bin`;
    await expect(check({ path })).rejects.toThrow(/needs libelf, .*libelf-dev\. .*elfutils-libelf-devel/);
    await expect(check({ path, architecture: "aarch64" })).resolves.toBeUndefined();
    await install({ gcc: without("openssl") });
    await expect(check({ path })).resolves.toBeUndefined();
    await expect(check({ path, defconfig: "defconfig" })).rejects.toThrow(
      /needs OpenSSL's headers, .*libssl-dev/,
    );
  });
});

test("findProgram looks like a shell, but never in the current folder", async () => {
  await install({ tool: "exit 0" });
  await writeFile(join(folder, "data"), "");
  expect(await findProgram("tool", `/nonexistent:${folder}`)).toBe(join(folder, "tool"));
  expect(await findProgram("data", folder)).toBeUndefined();
  expect(await findProgram(join(folder, "tool"), "")).toBe(join(folder, "tool"));
  expect(await findProgram("package.json", ".:")).toBeUndefined();
});

describe("useCcache", () => {
  const links = () => join(folder, "links");

  test("stands in front of the compilers, and the real one is found behind it", async () => {
    await install({ ccache: 'echo "ccache as $0"', gcc: "echo real" });
    const { path, note } = await useCcache(undefined, folder, links());
    expect(path).toBe(`${links()}:${folder}`);
    expect(note).toContain("stands in front of gcc");
    expect(await readlink(join(links(), "gcc"))).toBe(join(folder, "ccache"));
    const env = { PATH: `${path}:/usr/bin:/bin` };
    expect(spawnSync("gcc", { env, encoding: "utf8" }).stdout).toMatch(/^ccache as .*gcc\n$/);
  });

  test("takes the compiler that make is told to use, and the one for the host", async () => {
    await install({ ccache: "exit 0" });
    await useCcache("CROSS_COMPILE=aarch64-linux-gnu-", folder, links());
    expect(await readlink(join(links(), "aarch64-linux-gnu-gcc"))).toBe(join(folder, "ccache"));
    expect(await readlink(join(links(), "gcc"))).toBe(join(folder, "ccache"));
  });

  test("leaves a compiler alone that is named by its path, and does nothing without ccache", async () => {
    expect(await useCcache(undefined, folder, links())).toMatchObject({
      path: folder,
      note: expect.stringContaining("not installed"),
    });
    await install({ ccache: "exit 0" });
    expect(await useCcache("CC=/opt/gcc", folder, links())).toMatchObject({
      path: folder,
      note: expect.stringContaining("CC=/opt/gcc"),
    });
  });
});

describe("disk space", () => {
  const build = { defconfig: "tinyconfig" } as BuildOptions;

  test("grows with scenarios and debug information", () => {
    const one = spaceNeeded(build, 1);
    expect(spaceNeeded(build, 20).results).toBe(20 * one.results);
    expect(spaceNeeded({ ...build, kasan: true }, 1).tree).toBeGreaterThan(one.tree);
    expect(spaceNeeded({ ...build, defconfig: "defconfig" }, 1).tree).toBeGreaterThan(one.tree);
  });

  test("is counted on the file system of a folder that is yet to be made", async () => {
    const results = join(folder, "not/there/yet");
    await expect(checkDiskSpace(folder, results, { tree: 1, results: 1 })).resolves.toBeUndefined();
    const failure = await checkDiskSpace(folder, results, { tree: 1, results: 2 ** 60 }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(InfrastructureError);
    expect(String(failure)).toMatch(/are free at .*at least 1 EiB/);
  });

  test("a folder whose parents are files", async () => {
    await mkdir(join(folder, "a"));
    await symlink("/dev/null", join(folder, "a/b"));
    await expect(checkDiskSpace(folder, join(folder, "a/b/c"), { tree: 0, results: 0 })).rejects.toThrow(
      /cannot be read/,
    );
  });
});
