import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { knownCommits, readHistory } from "../../src/kernel/history.ts";
import { openOwnTree, sweepOwnTrees } from "../../src/kernel/ownTree.ts";
import { lockTree } from "../../src/kernel/treeLock.ts";
import { LocalExecutor } from "../../src/systems/local.ts";

const executor = new LocalExecutor();
const user = ["-c", "user.name=Ada Example", "-c", "user.email=ada@example.org"];
let folder: string;
let tree: string;

const git = (...args: string[]) =>
  execFileSync("git", [...user, "-C", tree, ...args], { encoding: "utf8" }).trim();

function commit(file: string, subject: string): void {
  writeFileSync(join(tree, file), `${subject}\n`);
  git("add", "-A");
  git("commit", "-qm", subject);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rcutorture-history-"));
  tree = join(folder, "tree");
  execFileSync("git", ["init", "-q", "-b", "main", tree]);
  commit("zero", "the good one");
  git("tag", "good");
  commit("one", "one");
  git("checkout", "-qb", "side");
  commit("two", "two | on a side");
  git("checkout", "-q", "main");
  commit("three", "three");
  git("merge", "-q", "--no-ff", "-m", "the merge", "side");
  commit("four", "four");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const range = { good: "good", bad: "HEAD", firstParent: false };
const read = (more: Partial<typeof range> = {}, path = tree) =>
  readHistory(path, { ...range, ...more }, executor);

describe("the commits among which the first bad one is", () => {
  test("parents before children, with authors, subjects and what they touch", async () => {
    const { commits, good, bad } = await read();
    expect(good).toMatchObject({ subject: "the good one", author: "Ada Example <ada@example.org>" });
    expect(commits.at(-1)).toMatchObject({ commit: bad, subject: "four", paths: ["four"] });
    const names = commits.map(({ subject }) => subject);
    expect(names.toSorted()).toEqual(["four", "one", "the merge", "three", "two | on a side"]);
    for (const [place, { parents }] of commits.entries())
      for (const parent of parents) expect(parent).toBeLessThan(place);
    const merge = commits.find(({ subject }) => subject === "the merge");
    expect(merge?.parents.map((place) => names[place])).toEqual(["three", "two | on a side"]);
    expect(merge?.paths).toEqual([]);
    expect(commits[0]?.parents).toEqual([]);
  });

  test("first-parent passes over the side branch; what the merge brought counts as its", async () => {
    const { commits } = await read({ firstParent: true });
    expect(commits.map(({ subject, paths }) => [subject, paths])).toEqual([
      ["one", ["one"]],
      ["three", ["three"]],
      ["the merge", ["two"]],
      ["four", ["four"]],
    ]);
    expect(commits.map(({ parents }) => parents)).toEqual([[], [0], [1], [2]]);
  });

  test.each([
    [{ good: "v9" }, /good: "v9" is not a commit in .*git fetch origin v9/],
    [{ good: "--all" }, /good: "--all" is not a commit/],
    [{ bad: "nowhere" }, /bad: "nowhere" is not a commit/],
    [{ good: "HEAD" }, /are the same commit/],
    [{ good: "HEAD", bad: "good" }, /is no ancestor .* swap them/],
    [
      { good: "side", bad: "HEAD~2" },
      /no ancestor of bad \("HEAD~2"\); give one that is, such as [0-9a-f]{40}/,
    ],
  ])("%o is refused", async (more, words) => {
    await expect(read(more)).rejects.toThrow(words);
  });

  test("a shallow clone says what to fetch, and one that is deep enough will do", async () => {
    const shallow = join(folder, "shallow");
    execFileSync("git", ["clone", "-q", "--depth=2", `file://${tree}`, shallow]);
    const good = git("rev-parse", "good");
    await expect(read({ good }, shallow)).rejects.toThrow(
      /shallow clone; fetch the rest with: git fetch --unshallow/,
    );
    const { commits } = await read({ good: "HEAD~1" }, shallow);
    expect(commits).toHaveLength(1);
  });

  test("changes that no commit has are refused, files that git does not know are not", async () => {
    writeFileSync(join(tree, "new"), "new\n");
    await expect(read()).resolves.toBeDefined();
    writeFileSync(join(tree, "one"), "changed\n");
    try {
      await expect(read()).rejects.toThrow(/has changes that no commit has \(M one\).*commit or stash/);
    } finally {
      git("checkout", "-q", "one");
      rmSync(join(tree, "new"));
    }
  });

  test("names that others gave to commits", async () => {
    const known = await knownCommits(tree, ["good", "HEAD~1", "nowhere", "-x"], executor);
    expect([...known]).toEqual([
      ["good", git("rev-parse", "good")],
      ["HEAD~1", git("rev-parse", "HEAD~1")],
    ]);
  });
});

test("a checkout of our own changes nothing in the user's repository, and is gone in the end", async () => {
  const before =
    git("for-each-ref") + git("worktree", "list") + git("status", "--porcelain") + git("config", "--list");
  const place = join(folder, "own");
  const own = await openOwnTree(tree, place, executor, { info: () => undefined });
  // It is no kernel, which is found out when it is checked out.
  await expect(own.at(git("rev-parse", "good"))).rejects.toThrow(/is not a kernel tree/);
  expect(execFileSync("git", ["-C", place, "rev-parse", "HEAD"], { encoding: "utf8" }).trim()).toBe(
    git("rev-parse", "good"),
  );
  await own[Symbol.asyncDispose]();
  expect(() => execFileSync("ls", [place], { stdio: "ignore" })).toThrow();
  expect(
    git("for-each-ref") + git("worktree", "list") + git("status", "--porcelain") + git("config", "--list"),
  ).toBe(before);
});

test("a checkout that another job has, and removes as it ends, is made anew", async () => {
  const place = join(folder, "shared");
  mkdirSync(place);
  const other = spawn("flock", [place, "sh", "-c", 'echo held; read -r line; rm -rf "$1"', "sh", place], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  await once(other.stdout, "data");
  const said: string[] = [];
  const own = await openOwnTree(tree, place, executor, {
    info: (line) => {
      said.push(line);
      other.stdin.end();
    },
  });
  expect(said).toEqual([expect.stringContaining("waiting until it is done")]);
  await expect(own.at(git("rev-parse", "good"))).rejects.toThrow(/is not a kernel tree/);
  await own[Symbol.asyncDispose]();
  expect(existsSync(place)).toBe(false);
});

test("checkouts that killed jobs left long ago are removed, unless somebody has them", async () => {
  const home = join(folder, "checkouts");
  const old = new Date(Date.now() - 30 * 24 * 3600 * 1000);
  for (const name of ["old", "held", "new"]) {
    mkdirSync(join(home, name, ".git"), { recursive: true });
    writeFileSync(join(home, name, ".git/HEAD"), "");
    if (name !== "new") utimesSync(join(home, name, ".git/HEAD"), old, old);
  }
  const path = join(home, "held");
  const held = await lockTree({ path, rcutorture: path }, { info: () => undefined });
  await sweepOwnTrees(home, executor);
  await held[Symbol.asyncDispose]();
  expect(readdirSync(home)).toEqual(["held", "new"]);
});
