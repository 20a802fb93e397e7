import { execFile } from "node:child_process";
import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { markdownTable } from "markdown-table";
import { toolPath } from "../scripts/support/tools.ts";
import { ancestryOf } from "../src/bisect/ancestry.ts";
import { believe } from "../src/bisect/believe.ts";
import { nextProbes } from "../src/bisect/probes.ts";
import type { Candidates, Tally } from "../src/bisect/types.ts";
import { gitCommand } from "../src/kernel/git.ts";
import { readHistory } from "../src/kernel/history.ts";
import { LocalExecutor } from "../src/systems/local.ts";
import { line, merges, simulate } from "../test/bisect/simulate.ts";
import { seeded } from "../test/statistics/random.ts";

// Simulated bisections: 1 a run, `build` for the first run of a commit; failures only from the first bad commit on;
// stop at 95 %. `BISECTIONS` and `BAYESECT` say how many of each row; `npm run bench -- bisect`.

interface Row {
  readonly commits: number;
  readonly rate: number;
  readonly build: number;
  /** Told-p bisection's cost and the 2/p runs in which it sees the failure twice. */
  readonly wanted: number;
}

const rows: readonly Row[] = [
  { commits: 64, rate: 0.5, build: 5, wanted: 61 },
  { commits: 64, rate: 0.1, build: 5, wanted: 227 },
  { commits: 512, rate: 0.5, build: 5, wanted: 96 },
  { commits: 512, rate: 0.1, build: 5, wanted: 339 },
  { commits: 512, rate: 0.02, build: 5, wanted: 1533 },
  { commits: 512, rate: 0.1, build: 50, wanted: 744 },
];

const confidence = 0.95;
const [times, others] = [Number(process.env.BISECTIONS ?? 2000), Number(process.env.BAYESECT ?? 100)];
const rules = { confidence, goodRate: 0, machines: 1 };

const shown = (cost: number, builds: number, right: number) =>
  `${cost.toFixed(0)}, ${builds.toFixed(1)} (${right.toFixed(1)} %)`;

function ours(candidates: Candidates, { rate, build }: Row, count: number, machines = 1) {
  const random = seeded(13);
  const sums = { cost: 0, squares: 0, builds: 0, wall: 0, right: 0 };
  for (let i = 0; i < count; i++) {
    const first = Math.floor(random() * candidates.parents.length);
    const run = simulate({ candidates, first, rate, build, random, rules: { ...rules, machines } });
    sums.cost += run.cost;
    sums.squares += run.cost ** 2;
    sums.builds += run.builds;
    sums.wall += run.wall;
    sums.right += run.conclusion.kind === "found" && run.conclusion.commit === first ? 1 : 0;
  }
  const [cost, builds, wall] = [sums.cost / count, sums.builds / count, sums.wall / count];
  const error = Math.sqrt(Math.max(0, sums.squares / count - cost ** 2) / count);
  return { cost, error, builds, wall, right: (100 * sums.right) / count };
}

/** Halves the rest; a commit is good after as many passes as keep all mistakes together below 5 %. */
function told({ commits, rate, build }: Row, count: number) {
  const random = seeded(14);
  const mistakes = 1 - confidence ** (1 / Math.log2(commits));
  const enough = Math.ceil(Math.log(mistakes) / Math.log1p(-rate));
  const sums = { cost: 0, builds: 0, right: 0 };
  for (let i = 0; i < count; i++) {
    const first = Math.floor(random() * commits);
    let [low, high] = [0, commits - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      let [passes, failed] = [0, false];
      while (!failed && passes < enough) {
        failed = middle >= first && random() < rate;
        if (!failed) passes++;
      }
      sums.cost += build + passes + Number(failed);
      sums.builds++;
      if (failed) high = middle;
      else low = middle + 1;
    }
    sums.right += Number(low === first);
  }
  return [sums.cost / count, sums.builds / count, (100 * sums.right) / count] as const;
}

async function bayesect({ commits, rate, build }: Row) {
  const script = fileURLToPath(new URL("support/bayesect.py", import.meta.url));
  const numbers = [commits, rate, build, others, 13].map(String);
  const { stdout } = await promisify(execFile)("python3", [
    ...[script, dirname(toolPath("git_bayesect"))],
    ...numbers,
  ]);
  const [cost = 0, builds = 0, right = 0] = stdout.split(" ").map(Number);
  return [cost, builds, right] as const;
}

async function table(): Promise<void> {
  const head = ["commits", "p", "B", "ours: cost, builds (right)", "±", "wanted", "told p", "git_bayesect"];
  const lines: string[][] = [];
  for (const row of rows) {
    const other = others > 0 ? shown(...(await bayesect(row))) : "";
    const { cost, error, builds, right } = ours(line(row.commits), row, times);
    lines.push([
      ...[row.commits, row.rate, row.build].map(String),
      ...[shown(cost, builds, right), error.toFixed(1), String(row.wanted)],
      ...[shown(...told(row, times)), other],
    ]);
    console.error(lines.at(-1)?.join(" | "));
  }
  console.log(
    `bisect: ${times} bisections a row, ${others} of git_bayesect's\n${markdownTable([head, ...lines])}`,
  );
}

function machines(): void {
  const count = Math.ceil(times / 20);
  for (const row of rows) {
    const one = ours(line(row.commits), row, count);
    const eight = ours(line(row.commits), row, count, 8);
    console.log(
      `eight machines (${row.commits}, ${row.rate}, ${row.build}; ${count} bisections): wall clock ${one.wall.toFixed(0)} -> ` +
        `${eight.wall.toFixed(0)}, ${(one.wall / eight.wall).toFixed(1)} x; cost ${eight.cost.toFixed(0)}, right ${eight.right.toFixed(1)} %`,
    );
  }
}

/** The history of a repository: `HISTORY`, or this one. Its commits from the first one on, with their merges. */
async function realHistory(): Promise<{ readonly path: string; readonly candidates: Candidates }> {
  const path = process.env.HISTORY ?? fileURLToPath(new URL("..", import.meta.url));
  const executor = new LocalExecutor();
  // A clone, because changes that no commit has are refused.
  await using clone = await mkdtempDisposable(join(tmpdir(), "bench-bisect-"));
  await promisify(execFile)("git", ["clone", "--quiet", "--shared", path, clone.path]);
  const roots = await executor.run(gitCommand(clone.path, "rev-list", "--max-parents=0", "HEAD"));
  const [good = ""] = roots.stdout.split("\n");
  const { commits } = await readHistory(clone.path, { good, bad: "HEAD", firstParent: false }, executor);
  const parents = commits.map((commit) => commit.parents);
  return { path, candidates: { parents, prior: parents.map(() => 1 / parents.length) } };
}

async function graph(): Promise<void> {
  const count = Math.ceil(times / 4);
  const { path, candidates } = await realHistory();
  const commits = candidates.parents.length;
  const merged = candidates.parents.filter(({ length }) => length > 1).length;
  for (const { rate, build } of rows.filter((row) => row.commits === 512)) {
    const row = { commits, rate, build, wanted: 0 };
    const { cost, error, builds, right } = ours(candidates, row, count);
    console.log(
      `graph (${path}: ${commits} commits, ${merged} with several parents; p ${rate}, B ${build}; ${count} bisections): ${shown(cost, builds, right)} ± ${error.toFixed(1)}`,
    );
  }
}

function release(): void {
  const candidates = merges(15_000, seeded(8));
  const ancestry = ancestryOf(candidates.parents);
  const first = 7000;
  const tallies = new Map<number, Tally>([[candidates.parents.length - 1, { failures: 3, passes: 20 }]]);
  const random = seeded(9);
  const seconds: number[] = [];
  for (let i = 0; i < 20; i++) {
    const start = performance.now();
    believe(candidates, tallies, rules);
    const [probe] = nextProbes(candidates, tallies, { build: () => 50, run: 1 }, rules);
    seconds.push((performance.now() - start) / 1000);
    if (probe === undefined) break;
    const failed = ancestry.has(first, probe.commit) && random() < 0.9;
    const before = tallies.get(probe.commit) ?? { failures: 0, passes: 0 };
    tallies.set(probe.commit, {
      failures: before.failures + Number(failed),
      passes: before.passes + (failed ? 5 : probe.runs),
    });
  }
  const [most, last] = [Math.max(...seconds), seconds.at(-1) ?? 0];
  const start = performance.now();
  const unknown = new Map([[candidates.parents.length - 1, { failures: 3, passes: 20 }]]);
  nextProbes(candidates, unknown, { build: () => 50, run: 1 }, { ...rules, machines: 8 });
  const eight = (performance.now() - start) / 1000;
  console.log(
    `15,000 commits with merges: a decision takes ${most.toFixed(2)} s at most, ${last.toFixed(2)} s at last; the first one for eight machines ${eight.toFixed(1)} s`,
  );
}

await table();
release();
await graph();
machines();
