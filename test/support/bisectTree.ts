import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../scripts/support/kernelSource.ts";

/** What the searched failure is called. */
export const warning = "WARNING in rcu_torture_init";

export interface BisectTree {
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

const all = [...steps, ...later];
const merge = { letter: "j", subject: "Merge branch 'dice'" };
const author = { name: "Ada Example", email: "ada@example.org" };

function gitIn(path: string, time = 0): (...args: string[]) => string {
  const date = `${1_700_000_000 + time} +0000`;
  const env = {
    ...process.env,
    ...{ GIT_AUTHOR_NAME: author.name, GIT_AUTHOR_EMAIL: author.email, GIT_AUTHOR_DATE: date },
    ...{ GIT_COMMITTER_NAME: author.name, GIT_COMMITTER_EMAIL: author.email, GIT_COMMITTER_DATE: date },
  };
  return (...args: string[]) =>
    execFileSync("git", ["-c", "safe.directory=*", "-c", "commit.gpgSign=false", "-C", path, ...args], {
      encoding: "utf8",
      env,
    }).trim();
}

/**
 * The tree, made once on top of a kernel tree with git, and kept beside it in the cache. Its files and its history are
 * only read.
 */
export function bisectTree(tree: string): BisectTree {
  const base = gitIn(tree)("rev-parse", "HEAD");
  const ingredients = JSON.stringify([base, all.map((step) => ({ ...step, edit: step.edit.toString() }))]);
  const key = createHash("sha256")
    .update(`${ingredients}${broken}${dead}${dice}${say}`)
    .digest("hex")
    .slice(0, 12);
  const path = join(cacheFolder, "trees", `bisect-${key}`);
  if (!existsSync(path)) {
    const aside = `${path}.${process.pid}`;
    rmSync(aside, { recursive: true, force: true });
    make(tree, aside, base);
    renameSync(aside, path);
  }
  const ids = gitIn(path)("log", "--format=%H %s", `${base}..HEAD`).split("\n");
  const letters = new Map([...all, merge].map(({ letter, subject }) => [subject, letter]));
  const commits = ids.flatMap((line) => {
    const [, id = "", subject = ""] = /^(\S+) (.*)$/.exec(line) ?? [];
    const letter = letters.get(subject);
    return letter === undefined ? [] : [[letter, id] as const];
  });
  return { path, good: base, commits: new Map(commits) };
}

function make(tree: string, path: string, good: string): void {
  execFileSync("git", ["-c", "safe.directory=*", "clone", "-q", "--shared", "--no-checkout", tree, path]);
  const files = [...new Set(all.map(({ file }) => `/${file}`))];
  const ours = ["/Makefile", "/.gitignore", "/tools/testing/selftests/rcutorture/"];
  gitIn(path)("sparse-checkout", "set", "--no-cone", ...ours, ...files);
  gitIn(path)("checkout", "-q");
  const commits = new Map([["good", good]]);
  const at = (letter: string) => commits.get(letter) ?? letter;
  let time = 0;
  const gitLater = () => {
    time += 3600;
    return gitIn(path, time);
  };
  const commit = ({ letter, on, file, subject, edit }: Step) => {
    const git = gitLater();
    git("checkout", "-q", "--detach", at(on));
    const name = join(path, file);
    const text = readFileSync(name, "utf8");
    const changed = edit(text);
    if (changed === text) throw new Error(`${subject}: nothing changes`);
    writeFileSync(name, changed);
    git("commit", "-q", "-a", "-m", subject);
    commits.set(letter, git("rev-parse", "HEAD"));
  };
  const branch = gitIn(path)("symbolic-ref", "--short", "HEAD");
  steps.forEach(commit);
  const git = gitLater();
  git("checkout", "-q", "--detach", at("f"));
  git("merge", "-q", "--no-ff", "-m", merge.subject, at("h"));
  commits.set(merge.letter, git("rev-parse", "HEAD"));
  later.forEach(commit);
  git("checkout", "-q", "-B", branch, at("l"));
}
