import { createHash } from "node:crypto";
import { lstat, mkdtemp, readFile, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import type { Executor } from "../systems/command.ts";
import { gitCommand, ownFiles } from "./git.ts";

/** Disks like some requests at once; file descriptors are few. */
const readsAtATime = 16;

/** A kernel of today has 95,000 files; a folder with many more is not a kernel tree, or not only one. */
const mostFiles = 500_000;

/**
 * An id of a source tree that git has no id for, such as an unpacked tarball: `content-` and a SHA-256 over the names,
 * modes and contents of its files. What the tree's own `.gitignore` files name is left out, so that a tree that was
 * built in keeps its id.
 *
 * @returns undefined when git, which reads the `.gitignore` files, is missing or fails.
 */
export async function contentId(tree: string, executor: Executor): Promise<string | undefined> {
  const names = await sourceFiles(tree, executor);
  if (names === undefined || names.length === 0 || names.length > mostFiles) return undefined;
  const some = pLimit(readsAtATime);
  const lines = await some.map(names, async (name) => `${name}\0${await digestOf(join(tree, name))}\0`);
  const hash = createHash("sha256");
  for (const line of lines) hash.update(line);
  return `content-${hash.digest("hex")}`;
}

/** The files that a commit of the whole tree would have, in byte order. */
async function sourceFiles(tree: string, executor: Executor): Promise<string[] | undefined> {
  const repository = await mkdtemp(join(tmpdir(), "rcutorture-action-git-"));
  try {
    const made = await executor.run({
      argv: ["git", "init", "--quiet", "--bare", "--template=", repository],
      env: { LC_ALL: "C" },
    });
    if (made.exitStatus !== 0) return undefined;
    const ignore = await readFile(join(tree, ".gitignore"), "utf8").catch(() => "");
    const listed = await executor.run(
      gitCommand(
        tree,
        ...[`--git-dir=${repository}`, "--work-tree=.", "ls-files", "-z", "--others"],
        // Not the user's own ignore files: the same tree has the same id wherever it lies.
        "--exclude-per-directory=.gitignore",
        ...wholeTop(ignore),
        ...["--", ...ownFiles],
      ),
    );
    if (listed.exitStatus !== 0 || listed.truncated) return undefined;
    return listed.stdout.split("\0").filter(Boolean).sort();
  } finally {
    await rm(repository, { recursive: true, force: true });
  }
}

/**
 * Debian's source packages ignore everything at the top (`/*`), which is meant for its packaging. Patterns of the
 * command line win over those of files, and the last one that matches wins: everything, then the file's other patterns.
 */
function wholeTop(ignore: string): string[] {
  const patterns = ignore.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  if (!patterns.includes("/*")) return [];
  return ["!/*", ...patterns.filter((pattern) => pattern !== "/*")].map((one) => `--exclude=${one}`);
}

async function digestOf(path: string): Promise<string> {
  const status = await lstat(path).catch(() => undefined);
  if (status?.isSymbolicLink()) return `link ${await readlink(path)}`;
  if (!status?.isFile()) return "other";
  const digest = createHash("sha256").update(await readFile(path));
  return `${(status.mode & 0o100) === 0 ? "file" : "program"} ${digest.digest("hex")}`;
}
