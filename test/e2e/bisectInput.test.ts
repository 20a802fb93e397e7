import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BisectTree, bisectTree } from "../support/bisectTree.ts";
import { startCli } from "../support/cli.ts";
import { testTree } from "../support/kernels.ts";

let folder: string;
let tree: BisectTree;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "e2e-bisect-input-"));
  tree = bisectTree(testTree());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const git = (path: string, ...args: string[]): string =>
  execFileSync("git", ["-C", path, ...args], { encoding: "utf8" }).trim();
const at = (letter: string) => tree.commits.get(letter) ?? "";

/** `rcutorture-action bisect`, which is not to run anything. */
async function bisect(name: string, flags: Record<string, string>) {
  const rundir = join(folder, name);
  const all = { kernel: tree.path, good: tree.good, configs: "TINY01", rundir, ...flags };
  const argv = Object.entries(all).flatMap(([flag, value]) => [`--${flag}`, value]);
  const env = { RCUTORTURE_ACTION_CACHE: join(folder, "store"), NO_COLOR: "1" };
  const cli = startCli(["bisect", ...argv], { env });
  const status = await cli.ended;
  return { status, said: cli.said(), ran: existsSync(rundir) };
}

describe("mode bisect, from the command line", () => {
  it.each<[string, () => Record<string, string>, () => string]>([
    [
      "good is no ancestor",
      () => ({ good: at("f"), bad: at("h") }),
      () => `is no ancestor of bad .*; give one that is, such as ${at("b")}`,
    ],
    ["the wrong way round", () => ({ good: at("l"), bad: at("a") }), () => "the other way round; swap them"],
    [
      "an unknown ref",
      () => ({ good: "v9.99" }),
      () => 'good: "v9.99" is not a commit in .*git fetch origin v9.99',
    ],
    ["nothing between them", () => ({ good: at("l") }), () => "are the same commit"],
    ["a budget of nothing", () => ({ budget: "0h" }), () => 'budget: "0h" is a budget of nothing; write 12h'],
  ])("%s: refused in one line, before anything is made", async (name, flags, message) => {
    const { status, said, ran } = await bisect(name.replaceAll(" ", "-"), flags());
    expect(said).toMatch(new RegExp(message()));
    expect({ status, lines: said.trim().split("\n").length, ran }).toEqual({
      status: 2,
      lines: 1,
      ran: false,
    });
  });

  it("a tree with changes, or without history, says what to do", async () => {
    // The scripts of the kernel alone, with commits of their own.
    const own = join(folder, "scripts");
    mkdirSync(own);
    for (const part of ["Makefile", "tools/testing/selftests/rcutorture"])
      cpSync(join(tree.path, part), join(own, part), { recursive: true });
    const commit = (message: string) => {
      const author = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
      git(own, ...author, "commit", "-q", "--allow-empty", "-a", "-m", message);
    };
    git(own, "init", "-q");
    git(own, "add", "-A");
    commit("good");
    commit("bad");
    const good = git(own, "rev-parse", "HEAD~1");

    const shallow = join(folder, "shallow");
    git(folder, "clone", "-q", "--depth", "1", `file://${own}`, shallow);
    const cut = await bisect("cut", { kernel: shallow, good });
    expect(cut.said).toMatch(/is a shallow clone; fetch the rest with: git fetch --unshallow/);

    writeFileSync(join(own, "Makefile"), `${readFileSync(join(own, "Makefile"), "utf8")}\n# changed\n`);
    const dirty = await bisect("dirty", { kernel: own, good });
    expect(dirty.said).toMatch(/has changes that no commit has \(.*Makefile\).*; commit or stash them/);
    expect(git(own, "status", "--porcelain")).toBe("M Makefile");
    expect([cut, dirty].map(({ status, ran }) => ({ status, ran }))).toEqual(
      Array(2).fill({ status: 2, ran: false }),
    );
  });
});
