import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { InfrastructureError, InputError } from "../errors.ts";
import type { Executor } from "../systems/command.ts";
import { commitWord } from "./commits.ts";
import { gitCommand, ownFiles } from "./git.ts";

/** A commit between a good and a bad one. */
export interface HistoryCommit {
  readonly commit: string;
  readonly treeId: string;
  /** Places in the list of those of its parents that are in it, too. */
  readonly parents: readonly number[];
  /** Name and address of its author, as git has them. */
  readonly author: string;
  /** First line of its message. */
  readonly subject: string;
  /** What it changes; nothing for a merge, unless side branches are passed over. */
  readonly paths: readonly string[];
}

/** What a failure is searched in. */
export interface History {
  readonly good: Omit<HistoryCommit, "parents" | "paths">;
  readonly bad: string;
  /** Ancestors of `bad` that are none of `good`, parents before children; the last one is `bad`. */
  readonly commits: readonly HistoryCommit[];
}

export interface HistoryRange {
  readonly good: string;
  readonly bad: string;
  /** Pass over side branches: what a merge brought counts as the merge's. */
  readonly firstParent: boolean;
}

/** Bytes of git's list: 15,000 commits (a release of the kernel) are some 5 MB. */
const mostHistory = 512 * 1024 * 1024;

const [record, field] = ["\u001e", "\u001f"];
const format = `--format=${["%x1e%H", "%T", "%P", "%an <%ae>", "%s"].join("%x1f")}%x1f`;

/** Asks git about a kernel tree, whose files and index it leaves alone. */
class Asked {
  readonly tree: string;
  readonly #executor: Executor;

  constructor(tree: string, executor: Executor) {
    this.tree = tree;
    this.#executor = executor;
  }

  async run(...args: string[]) {
    return await this.#executor.run(gitCommand(this.tree, ...args), { maxBuffer: mostHistory });
  }

  async text(...args: string[]): Promise<string | undefined> {
    const { exitStatus, stdout } = await this.run(...args);
    return exitStatus === 0 ? stdout.trim() : undefined;
  }

  /** Ids at which a shallow clone ends; undefined: it is none. */
  async ends(): Promise<ReadonlySet<string> | undefined> {
    if ((await this.text("rev-parse", "--is-shallow-repository")) !== "true") return undefined;
    const file = await this.text("rev-parse", "--git-path", "shallow");
    const text = await readFile(resolve(this.tree, file ?? ""), "utf8").catch(() => "");
    return new Set(text.split("\n").filter(Boolean));
  }
}

const unshallow =
  "is a shallow clone; fetch the rest with: git fetch --unshallow --tags origin (in a workflow: fetch-depth: 0 for actions/checkout)";

/**
 * Full id of a commit.
 * @param input whose value it is, for the message
 * @throws InputError for what is none
 */
async function commitId(asked: Asked, input: string, given: string): Promise<string> {
  if (!commitWord.test(given)) {
    throw new InputError(`${input}: "${given}" is not a commit; give a tag, a branch or an id.`);
  }
  const id = await asked.text("rev-parse", "--verify", "--quiet", `${given}^{commit}`);
  if (id !== undefined) return id;
  if ((await asked.ends()) !== undefined)
    throw new InputError(`${input}: "${given}" is not in ${asked.tree}, which ${unshallow}.`);
  throw new InputError(
    `${input}: "${given}" is not a commit in ${asked.tree}; give a tag, a branch or an id, or fetch it: git fetch origin ${given}`,
  );
}

/** @throws InputError unless `good` is an ancestor of `bad` */
async function checkAncestry(asked: Asked, range: HistoryRange, good: string, bad: string): Promise<void> {
  const { exitStatus, stderr } = await asked.run("merge-base", "--is-ancestor", good, bad);
  if (exitStatus === 0) return;
  if (exitStatus !== 1) throw new InfrastructureError(`${asked.tree}: ${stderr.trim().split("\n")[0]}`);
  const names = `good: "${range.good}" is no ancestor of bad ("${range.bad}")`;
  if ((await asked.ends()) !== undefined)
    throw new InputError(`${names} as far as is known: ${asked.tree} ${unshallow}.`);
  const swapped = (await asked.run("merge-base", "--is-ancestor", bad, good)).exitStatus === 0;
  if (swapped) throw new InputError(`${names}, but the other way round; swap them.`);
  const base = await asked.text("merge-base", good, bad);
  const advice = base === undefined ? "they have none in common" : `give one that is, such as ${base}`;
  throw new InputError(`${names}; ${advice}.`);
}

const fieldsOf = (row: string) => {
  const [commit = "", treeId = "", parents = "", author = "", subject = "", paths = ""] = row.split(field);
  return { commit, treeId, parents, author: author.slice(0, 200), subject: subject.slice(0, 200), paths };
};

function parseHistory(text: string, firstParent: boolean): HistoryCommit[] {
  const rows = text
    .split(record)
    .slice(1)
    .reverse()
    .map((row) => {
      const { parents, paths, ...fields } = fieldsOf(row);
      const words = (text: string, between: string) => text.split(between).filter(Boolean);
      return { ...fields, parents: words(parents, " "), paths: words(paths, "\n") };
    });
  const places = new Map(rows.map(({ commit }, i) => [commit, i]));
  return rows.map(({ parents, ...row }) => {
    const counted = firstParent ? parents.slice(0, 1) : parents;
    return { ...row, parents: counted.flatMap((parent) => places.get(parent) ?? []) };
  });
}

/**
 * The commits among which the first bad one is.
 * @throws InputError for what are no commits, for a `good` that is no ancestor of `bad`, a clone that lacks some of
 * them, and a tree with changes that no commit has
 */
export async function readHistory(tree: string, range: HistoryRange, executor: Executor): Promise<History> {
  const asked = new Asked(tree, executor);
  const top = await asked.run("rev-parse", "--show-cdup");
  if (top.cause === "failed-to-start")
    throw new InputError("kernel: git is not installed, and mode bisect needs it.");
  if (top.stdout.trim() !== "" || top.exitStatus !== 0) {
    throw new InputError(`kernel "${tree}": is no git repository of its own; bisect needs one with history.`);
  }
  const good = await commitId(asked, "good", range.good);
  const bad = await commitId(asked, "bad", range.bad);
  if (good === bad) {
    throw new InputError(`good: "${range.good}" and bad ("${range.bad}") are the same commit, ${good}.`);
  }
  const changed = await asked.text("status", "--porcelain", "--untracked-files=no", "--", ...ownFiles);
  if (changed !== "") {
    const [first = ""] = (changed ?? "").split("\n");
    throw new InputError(
      `kernel "${tree}": has changes that no commit has (${first.slice(0, 100)}), so they would not be tested; commit or stash them.`,
    );
  }
  await checkAncestry(asked, range, good, bad);
  const options = ["--topo-order", "--name-only", "--no-renames", "--no-ext-diff", format];
  const side = range.firstParent ? ["--first-parent", "-m"] : [];
  const listed = await asked.run(
    "-c",
    "core.quotePath=false",
    "log",
    ...options,
    ...side,
    bad,
    `^${good}`,
    "--",
  );
  if (listed.exitStatus !== 0 || listed.truncated) {
    throw new InfrastructureError(`${tree}: git log failed: ${listed.stderr.trim().split("\n")[0]}`);
  }
  const first = fieldsOf((await asked.text("log", "-1", format, good, "--"))?.replace(record, "") ?? "");
  const commits = parseHistory(listed.stdout, range.firstParent);
  const ends = await asked.ends();
  const cut = ends && commits.find(({ commit }) => ends.has(commit));
  if (cut)
    throw new InputError(
      `good: history ends at ${cut.commit}, before "${range.good}": ${tree} ${unshallow}.`,
    );
  const { commit, treeId, author, subject } = first;
  return { good: { commit, treeId, author, subject }, bad, commits };
}

/** Full ids of commits that somebody names, by what was given; those that this tree does not know are left out. */
export async function knownCommits(
  tree: string,
  given: readonly string[],
  executor: Executor,
): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(given)].filter((name) => commitWord.test(name));
  if (names.length === 0) return new Map();
  const stdin = names.map((name) => `${name}^{commit}\n`).join("");
  const command = gitCommand(tree, "cat-file", "--batch-check=%(objectname)");
  const { stdout } = await executor.run({ ...command, stdin });
  const ids = stdout.split("\n");
  return new Map(
    names.flatMap((name, i) => (/^[0-9a-f]{40,64}$/.test(ids[i] ?? "") ? [[name, ids[i] ?? ""]] : [])),
  );
}
