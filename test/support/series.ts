import { execFileSync } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface Series extends AsyncDisposable {
  /** A clone of the kernel tree with rcutorture's scripts checked out and nothing else. */
  readonly path: string;
  /** Full ids, oldest first. */
  readonly commits: readonly string[];
  /** All of them, as git names it. */
  readonly range: string;
}

/** Commits on top of a kernel tree, each with other files than the one before; the tree itself is only read. */
export async function seriesOf(tree: string, count: number, folder: string): Promise<Series> {
  const path = join(folder, `series-${process.pid}`);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@localhost", "-C", path, ...args], {
      encoding: "utf8",
    }).trim();
  execFileSync("git", ["-c", "safe.directory=*", "clone", "-q", "--shared", "--no-checkout", tree, path]);
  git("sparse-checkout", "set", "--no-cone", "/Makefile", "/tools/testing/selftests/rcutorture/");
  git("checkout", "-q");
  const base = git("rev-parse", "HEAD");
  const commits: string[] = [];
  for (let i = 1; i <= count; i++) {
    await writeFile(join(path, "tools/testing/selftests/rcutorture/note"), `change ${i}\n`);
    git("add", "-f", "tools/testing/selftests/rcutorture/note");
    git("commit", "-q", "-m", `rcu: Change ${i} of the series`);
    commits.push(git("rev-parse", "HEAD"));
  }
  return {
    path,
    commits,
    range: `${base}..${commits.at(-1)}`,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
