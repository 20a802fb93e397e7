import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.ts";
import { describeTree, gitCommand, readGitFacts, withoutCredentials } from "../../src/kernel/git.ts";
import { readSuite } from "../../src/kernel/suite.ts";
import { kernelVersion, openKernelTree } from "../../src/kernel/tree.ts";
import { LocalExecutor } from "../../src/systems/local.ts";

const scripts = "tools/testing/selftests/rcutorture";
const makefile =
  "# SPDX\nVERSION = 6\nPATCHLEVEL = 13\nSUBLEVEL = 0\nEXTRAVERSION = -rc2\nKERNELVERSION = x\n";
const kvm =
  "while :\ndo\n\tcase $1 in\n\t--cpus)\n\t\t;;\n\t--buildonly|--build-only)\n\t\t;;\n\t--help|-h)\n\tesac\n";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kernel-tree-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

const wholeTree = {
  Makefile: makefile,
  [`${scripts}/bin/kvm.sh`]: kvm,
  [`${scripts}/bin/functions.sh`]: "\t\techo `grep -v '^#' \"$2.boot\" | tr '\\012' ' '` $1\n",
  [`${scripts}/configs/rcu/CFLIST`]: "TREE01\nTINY01\n",
  [`${scripts}/configs/rcu/CFcommon`]: "CONFIG_RCU_TORTURE_TEST=y\n",
  [`${scripts}/configs/rcu/CFcommon.x86_64`]: "CONFIG_KVM_GUEST=y\n",
  [`${scripts}/configs/rcu/TREE01`]: "CONFIG_SMP=y\n",
  [`${scripts}/configs/rcu/TREE01.boot`]: "maxcpus=8 nr_cpus=43\n",
  [`${scripts}/configs/rcu/TINY01`]: "CONFIG_SMP=n\n",
  [`${scripts}/configs/rcu/ver_functions.sh`]: "",
  [`${scripts}/configs/lock/CFLIST`]: "",
  [`${scripts}/configs/nothing/README`]: "",
};

describe("openKernelTree", () => {
  test("reads what a tree is", async () => {
    await write(wholeTree);
    const tree = await openKernelTree(folder);
    expect(tree).toMatchObject({ path: folder, version: "6.13.0-rc2", suites: ["lock", "rcu"] });
    expect([...tree.options].sort()).toEqual(["--build-only", "--buildonly", "--cpus", "--help", "-h"]);
  });

  test("a suite's files", async () => {
    await write(wholeTree);
    const suite = await readSuite(join(folder, scripts), "rcu", "x86_64");
    expect(suite).toEqual({
      name: "rcu",
      list: ["TREE01", "TINY01"],
      scenarios: new Map([
        ["TINY01", { name: "TINY01", fragment: "CONFIG_SMP=n\n" }],
        ["TREE01", { name: "TREE01", fragment: "CONFIG_SMP=y\n", boot: "maxcpus=8 nr_cpus=43\n" }],
      ]),
      common: "CONFIG_RCU_TORTURE_TEST=y\n",
      architectureCommon: "CONFIG_KVM_GUEST=y\n",
      bootOrder: "arguments-last",
    });
    expect(await readSuite(join(folder, scripts), "rcu", "s390x")).not.toHaveProperty("architectureCommon");
    await expect(readSuite(join(folder, scripts), "scf")).rejects.toThrow(/torture "scf".* has lock, rcu/);
  });

  test("says what is wrong with a folder", async () => {
    await expect(openKernelTree(join(folder, "none"))).rejects.toThrow(InputError);
    await expect(openKernelTree(join(folder, "none"))).rejects.toThrow(/none" does not exist/);
    await expect(openKernelTree(folder)).rejects.toThrow(/is not a kernel tree/);
    await write({ Makefile: makefile });
    await expect(openKernelTree(join(folder, "Makefile"))).rejects.toThrow(/not a folder/);
    await expect(openKernelTree(folder)).rejects.toThrow(/Linux 6\.13\.0-rc2\) has no tools.*kvm\.sh/);
  });

  test("a Makefile of something else", () => {
    expect(kernelVersion("VERSION = 6\nPATCHLEVEL = 1\n")).toBeUndefined();
    expect(kernelVersion("all:\n\tcc x.c\n")).toBeUndefined();
    expect(
      kernelVersion("VERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL =\nEXTRAVERSION =\nKERNELVERSION = 6.1\n"),
    ).toBe("6.1");
  });
});

describe("readGitFacts", () => {
  const executor = new LocalExecutor();
  const git = async (...args: string[]) => {
    const result = await executor.run(
      gitCommand(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", ...args),
    );
    if (result.exitStatus !== 0) throw new Error(result.stderr);
    return result.stdout.trim();
  };

  test("a commit, its tree and its state", async () => {
    await write({ Makefile: makefile });
    await git("init", "-q");
    await git("add", ".");
    await git("commit", "-q", "-m", "one");
    await git("tag", "v6.13-rc2");
    await git("remote", "add", "origin", "https://user:secret@example.org/linux.git");
    const facts = await readGitFacts(folder, executor);
    expect(facts).toEqual({
      commit: await git("rev-parse", "HEAD"),
      treeId: await git("rev-parse", "HEAD^{tree}"),
      describe: "v6.13-rc2",
      repository: "https://example.org/linux.git",
      state: "clean",
    });
    await git("commit", "-q", "--amend", "-m", "reworded");
    expect(await readGitFacts(folder, executor)).toMatchObject({ treeId: facts.treeId, state: "clean" });

    await write({ [`${scripts}/res/run/log`]: "", [`${scripts}/initrd/init`]: "" });
    expect((await readGitFacts(folder, executor)).state).toBe("clean");
    await write({ Makefile: `${makefile}# changed\n` });
    expect((await readGitFacts(folder, executor)).state).toBe("modified");
  });

  test("a tree without git, and one inside another repository", async () => {
    expect(await readGitFacts(folder, executor)).toMatchObject({
      state: "unknown",
      reason: expect.stringMatching(/not a git repository/),
    });
    await git("init", "-q");
    await write({ "linux/Makefile": makefile });
    await git("add", ".");
    await git("commit", "-q", "-m", "one");
    expect(await readGitFacts(join(folder, "linux"), executor)).toEqual({
      state: "unknown",
      reason: "the tree is not a git repository of its own",
    });
  });

  test("a tree without git is called after its Makefile", () => {
    expect(describeTree({ state: "unknown" }, "7.3.4")).toBe("v7.3.4");
    expect(describeTree({ state: "clean", commit: "0123abc" }, "7.3.4")).toBeUndefined();
    expect(describeTree({ state: "clean", commit: "0123abc", describe: "v7.3.4-1-g0123abc" }, "7.3.4")).toBe(
      "v7.3.4-1-g0123abc",
    );
  });

  test("credentials do not get out", () => {
    expect(withoutCredentials("https://x-access-token:ghs_1@github.com/o/r")).toBe("https://github.com/o/r");
    expect(withoutCredentials("git@github.com:o/r.git")).toBe("git@github.com:o/r.git");
  });
});

test("what cannot be executed is no obstacle to reading a tree", async () => {
  await write(wholeTree);
  await chmod(join(folder, `${scripts}/bin/kvm.sh`), 0o644);
  await expect(openKernelTree(folder)).resolves.toBeDefined();
});
