import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { backportsTree } from "./backports.ts";

const run = promisify(execFile);
const folder = "tools/testing/selftests/rcutorture";
/** Sources that `torture.sh` reads. */
const sources = "kernel/rcu";

/** A kernel tree for parity tests; only rcutorture's folder and `kernel/rcu` are sure to be there. */
export interface TestTree {
  /** `linux-source-6.12`. */
  readonly name: string;
  readonly path: string;
  /** `tools/testing/selftests/rcutorture` below it. */
  readonly rcutorture: string;
}

/**
 * The kernel trees whose scripts the parity tests run: those of RCUTORTURE_TEST_TREES (paths with `:` between),
 * else every Debian `linux-source` package installed, of which only the scripts and what they read are unpacked, once.
 */
export async function kernelTrees(): Promise<TestTree[]> {
  const given = (process.env.RCUTORTURE_TEST_TREES ?? "").split(":").filter(Boolean);
  const trees = given.length > 0 ? given : await unpackedTrees();
  for (const path of trees) {
    if (!existsSync(join(path, folder, "bin/kvm.sh"))) throw new Error(`${path} has no ${folder}/bin/kvm.sh`);
  }
  if (trees.length === 0) {
    throw new Error(
      "The parity tests need the kernel's own scripts: apt-get install -y linux-source-6.12 (or linux-source), " +
        "or name trees with RCUTORTURE_TEST_TREES=path:path.",
    );
  }
  return trees.map((path) => ({ name: basename(path), path, rcutorture: join(path, folder) }));
}

/**
 * The same, and the newest kernel's from Debian's backports, which the parity tests' setup fetches: every test that needs
 * no kernel runs on all of them.
 */
export async function parityTrees(): Promise<TestTree[]> {
  const trees = await kernelTrees();
  if (process.env.RCUTORTURE_TEST_TREES) return trees;
  const path = await backportsTree();
  if (path === undefined)
    throw new Error("the newest kernel's scripts are missing: test/parity/setup.ts has not run");
  return [...trees, { name: basename(path), path, rcutorture: join(path, folder) }];
}

async function unpackedTrees(): Promise<string[]> {
  const archives = (await readdir("/usr/src").catch(() => [])).filter((name) =>
    /^linux-source-.*\.tar\.xz$/.test(name),
  );
  const trees: string[] = [];
  for (const archive of archives.sort()) trees.push(await unpack(archive));
  return trees;
}

/** Unpacked aside and renamed into place, so that tests that run at the same time see all of it or nothing. */
async function unpack(archive: string): Promise<string> {
  const name = archive.replace(/\.tar\.xz$/, "");
  const cache = join(homedir(), ".cache/rcutorture-action-test");
  const tree = join(cache, name);
  if (existsSync(join(tree, sources))) return tree;
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, "unpacking-"));
  const into = (part: string) => rename(join(aside, name, part), join(tree, part));
  try {
    const members = [folder, sources].map((part) => `${name}/${part}`);
    await run("tar", ["-C", aside, "-xJf", join("/usr/src", archive), ...members]);
    // An earlier version of these tests unpacked less.
    const placed = existsSync(tree) ? into("kernel") : into("");
    await placed.catch((error: unknown) => {
      if (!existsSync(join(tree, sources))) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return tree;
}
