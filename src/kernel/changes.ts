import { createHash } from "node:crypto";
import { lstat, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import type { Executor } from "../systems/command.ts";
import { gitCommand, ownFiles } from "./git.ts";

/** With more new files than that, something else is going on than work on a patch. */
const mostUntracked = 2000;

/**
 * `none`, or a digest of everything in a git work tree that HEAD does not have: changes to tracked files, staged
 * or not, and new files that git does not ignore. What the scripts write themselves is left out.
 *
 * @returns undefined when git fails, or when there are too many new files to read.
 */
export async function changesDigest(tree: string, executor: Executor): Promise<string | undefined> {
  const hash = createHash("sha256");
  let bytes = 0;
  const [diff, others] = await Promise.all([
    executor.run(
      gitCommand(
        tree,
        "diff",
        "HEAD",
        "--binary",
        "--no-ext-diff",
        "--no-textconv",
        "--no-color",
        "--",
        ...ownFiles,
      ),
      {
        maxBuffer: 1024,
        onStdout: (chunk) => {
          hash.update(chunk);
          bytes += chunk.length;
        },
      },
    ),
    executor.run(gitCommand(tree, "ls-files", "-z", "--others", "--exclude-standard", "--", ...ownFiles)),
  ]);
  if (diff.exitStatus !== 0) return undefined;
  const names = others.stdout.split("\0").filter(Boolean).sort();
  if (others.exitStatus !== 0 || names.length > mostUntracked) return undefined;
  for (const name of names) {
    const digest = createHash("sha256")
      .update(await content(join(tree, name)))
      .digest("hex");
    hash.update(`\0${name}\0${digest}`);
  }
  return bytes === 0 && names.length === 0 ? "none" : hash.digest("hex");
}

async function content(path: string): Promise<string | Buffer> {
  const status = await lstat(path).catch(() => undefined);
  if (status?.isSymbolicLink()) return readlink(path);
  // An untracked folder with a repository of its own ends in a slash; its head is beyond us, its presence counts.
  return status?.isFile() ? readFile(path) : "";
}
