import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";

/** What the searched failure is called. */
export const warning = "WARNING in rcu_torture_init";

export interface BisectTree extends AsyncDisposable {
  /** A clone of the kernel tree; of its files, only those that commits change and rcutorture's scripts are there. */
  readonly path: string;
  /** The commit before the first one. */
  readonly good: string;
  /** Full ids by their letters, in an order in which they could have been written. */
  readonly commits: ReadonlyMap<string, string>;
}

const torture = "kernel/rcu/rcutorture.c";
const update = "kernel/rcu/update.c";
const here = "\trcu_torture_init_srcu_lockdep();\n";
const say = '\tpr_info("rcu-torture: the dice are next\\n");\n';
const dice = "\tWARN_ON_ONCE(get_random_u32_below(3) == 0);\n";
const broken = "\nvoid rcu_torture_next(void)\n{\n\trcu_torture_is_not_there();\n}\n";
const dead =
  '\nstatic int __init rcu_dies_early(void)\n{\n\tpanic("rcu: nothing to update");\n}\ncore_initcall(rcu_dies_early);\n';

interface Step {
  readonly letter: string;
  readonly on: string;
  readonly file: string;
  readonly subject: string;
  edit(text: string): string;
}

const note = (words: string) => (text: string) => `${text}\n/* ${words} */\n`;
const after = (where: string, what: string) => (text: string) => {
  if (!text.includes(where)) throw new Error(`no "${where.trim()}" to change`);
  return text.replace(where, `${where}${what}`);
};
const without = (what: string) => (text: string) => text.replace(what, "");

/**
 * Twelve commits, of which `g` (on a side branch that `j` merges) brings a WARNING in about every third run:
 *
 *     good - a - b - c - d - e - f ------ j - k - l
 *                 \                      /
 *                  i - g - h  ----------
 *
 * `c` does not build, and `d` repairs that; `e` panics while it boots, and `f` repairs that.
 */
const steps: readonly Step[] = [
  {
    letter: "a",
    on: "good",
    file: "Documentation/RCU/index.rst",
    subject: "doc: Say what comes next",
    edit: (text) => `${text}\n.. More to come.\n`,
  },
  { letter: "b", on: "a", file: "drivers/char/random.c", subject: "random: Add a note", edit: note("Dice.") },
  {
    letter: "c",
    on: "b",
    file: torture,
    subject: "rcutorture: Prepare the next test",
    edit: (t) => t + broken,
  },
  { letter: "d", on: "c", file: torture, subject: "rcutorture: Drop the next test", edit: without(broken) },
  { letter: "e", on: "d", file: update, subject: "rcu: Look for updates early", edit: (t) => t + dead },
  { letter: "f", on: "e", file: update, subject: "rcu: Look for updates late", edit: without(dead) },
  {
    letter: "i",
    on: "b",
    file: torture,
    subject: "rcutorture: Announce the dice",
    edit: after(here, say),
  },
  { letter: "g", on: "i", file: torture, subject: "rcutorture: Roll the dice", edit: after(say, dice) },
  {
    letter: "h",
    on: "g",
    file: "kernel/locking/mutex.c",
    subject: "locking/mutex: Add a note",
    edit: note("Fair."),
  },
];

const later: readonly Step[] = [
  { letter: "k", on: "j", file: update, subject: "rcu: Add a note", edit: note("Done.") },
  {
    letter: "l",
    on: "k",
    file: "Documentation/RCU/index.rst",
    subject: "doc: Say that this is all",
    edit: (text) => `${text}\n.. That is all.\n`,
  },
];

/** Makes the commits on top of a kernel tree, which is only read. Their ids are the same every time. */
export function bisectTree(tree: string, path: string): BisectTree {
  const author = { name: "Ada Example", email: "ada@example.org" };
  let time = 1_700_000_000;
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", path, ...args], {
      encoding: "utf8",
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
        GIT_AUTHOR_DATE: `${time} +0000`,
        GIT_COMMITTER_DATE: `${time} +0000`,
      },
    }).trim();
  execFileSync("git", ["-c", "safe.directory=*", "clone", "-q", "--shared", "--no-checkout", tree, path]);
  const files = [...new Set([...steps, ...later].map(({ file }) => `/${file}`))];
  git(
    "sparse-checkout",
    "set",
    "--no-cone",
    "/Makefile",
    "/.gitignore",
    "/tools/testing/selftests/rcutorture/",
    ...files,
  );
  git("checkout", "-q");
  const good = git("rev-parse", "HEAD");
  const branch = git("symbolic-ref", "--short", "HEAD");
  const commits = new Map([["good", good]]);
  const commit = ({ letter, on, file, subject, edit }: Step) => {
    time += 3600;
    git("checkout", "-q", "--detach", commits.get(on) ?? on);
    const name = join(path, file);
    const text = readFileSync(name, "utf8");
    const changed = edit(text);
    if (changed === text) throw new Error(`${subject}: nothing changes`);
    writeFileSync(name, changed);
    git("commit", "-q", "-a", "-m", subject);
    commits.set(letter, git("rev-parse", "HEAD"));
  };
  steps.forEach(commit);
  time += 3600;
  git("checkout", "-q", "--detach", commits.get("f") ?? "");
  git("merge", "-q", "--no-ff", "-m", "Merge branch 'dice'", commits.get("h") ?? "");
  commits.set("j", git("rev-parse", "HEAD"));
  later.forEach(commit);
  git("checkout", "-q", "-B", branch, commits.get("l") ?? "");
  commits.delete("good");
  return {
    path,
    good,
    commits,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
