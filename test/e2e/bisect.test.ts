import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BisectResults } from "../../src/results/bisection.ts";
import { type BisectTree, bisectTree, warning } from "../support/bisectTree.ts";
import { startCli } from "../support/cli.ts";
import { bringUpFleet, type Fleet } from "../support/fleet.ts";
import { bisectionStore, testTree, tinyInputs } from "../support/kernels.ts";
import { processesWith } from "../support/processes.ts";
import { runStep, type Step, type StepResult, startStep } from "../support/runner.ts";

/**
 * What earlier runs of this test observed answers other questions. A starved machine's emulated timer may look broken while
 * a kernel boots, which tells nothing about a commit.
 */
const newQuestion = () => ({
  ignore: `never ${randomUUID()} :: a test\nIO-APIC . timer doesn.t work :: a starved machine`,
});
const question = newQuestion();
// One store for all: kernels of these commits are the same every time.
const env = { RCUTORTURE_ACTION_CACHE: bisectionStore };
let folder: string;
let tree: BisectTree;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "e2e-bisect-"));
  tree = bisectTree(testTree());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (letter: string) => tree.commits.get(letter) ?? "";

const asked = (name: string, inputs: Record<string, string> = {}) => ({
  inputs: {
    ...{ mode: "bisect", kernel: tree.path, good: tree.good, configs: "TINY01" },
    ...{ duration: "1s", jitter: "0", accel: "tcg", ...tinyInputs },
    rundir: join(folder, name),
    ...question,
    ...inputs,
  },
  env,
});

const log = (name: string) => readFileSync(join(folder, name, "bisect.log"), "utf8");
const idsIn = (text: string) => [...text.matchAll(/\bid=(\S+)/g)].map(([, id = ""]) => id);

/** Waits until guests of a bisection live that has observed something. */
async function inTheMiddle(step: Step, name: string): Promise<void> {
  await step.seen(/Step 3: /);
  const guests = () => processesWith(join(folder, name)).filter(({ argv }) => /qemu/.test(argv[0] ?? ""));
  await expect.poll(() => guests().length, { timeout: 600_000, interval: 100 }).toBeGreaterThan(0);
}

const expectNothingLeft = (name: string) =>
  expect.poll(() => processesWith(join(folder, name)), { timeout: 60_000 }).toEqual([]);

/** At 95 % one answer in twenty may be wrong. Then it has to right itself when more is asked for: it goes on from there. */
async function ended(name: string, inputs: Record<string, string> = {}): Promise<StepResult> {
  const step = await runStep("main", asked(name, inputs));
  if (step.exitStatus !== 0 || step.outputs["first-bad-commit"] === at("g")) return step;
  return await runStep("main", asked(`${name}-surer`, { ...inputs, confidence: "99.9" }));
}

/** @returns what is in the folder of the step that found it */
function expectFound(step: StepResult): { readonly found: BisectResults; readonly ids: readonly string[] } {
  expect(step.exitStatus, `${step.log}\n${step.stderr}`).toBe(0);
  const found: BisectResults = JSON.parse(readFileSync(step.outputs.results ?? "", "utf8"));
  expect(found).toMatchObject({ outcome: "found", failure: warning });
  expect(step.outputs, step.log).toMatchObject({ decision: "yes", "first-bad-commit": at("g") });
  expect(found.answer).toHaveLength(1);
  expect(found.answer[0]).toMatchObject({
    commit: at("g"),
    subject: "rcutorture: Roll the dice",
    author: "Ada Example <ada@example.org>",
  });
  expect(found.answer[0]?.probability).toBeGreaterThanOrEqual(0.95);
  for (const probed of found.probed) {
    const [letter] = [...tree.commits].find(([, commit]) => commit === probed.commit) ?? ["good"];
    // Commits that cannot be tested are not taken for bad ones.
    if (letter === "c") expect(probed).toMatchObject({ untestable: "build", failures: 0 });
    if (letter === "e") expect(probed).toMatchObject({ failures: 0, passes: 0 });
    if (["a", "b", "d", "f", "i", "good"].includes(letter)) expect(probed.failures, letter).toBe(0);
  }
  const ids = idsIn(readFileSync(join(found.folder, "bisect.log"), "utf8"));
  expect(ids).toHaveLength(new Set(ids).size);
  expect(found.spent.runs).toBe(ids.filter((id) => !id.endsWith("-build")).length);
  return { found, ids };
}

describe("a history of twelve commits, with a WARNING in every third run", () => {
  it("names the commit; killed in the middle, it loses no observation and leaves no guest", async () => {
    const first = startStep("main", asked("killed"));
    await inTheMiddle(first, "killed");
    first.child.kill("SIGKILL");
    await first.done;
    const before = idsIn(log("killed"));
    expect(before.length).toBeGreaterThan(2);
    await expectNothingLeft("killed");
    const second = await ended("again");
    expect(second.log).toMatch(/Earlier jobs left \d+ observations of this question/);
    expect(expectFound(second).ids).toEqual(expect.arrayContaining(before));
    expect(second.summary).toContain(`First bad commit: ${at("g").slice(0, 12)}`);
    await expectNothingLeft("again");
    // Nothing of the user's has changed, and what was built is in the store alone.
    const status = ["-C", tree.path, "status", "--porcelain"];
    expect(execFileSync("git", status, { encoding: "utf8" })).toBe("");
    expect(existsSync(join(folder, "again", "builds"))).toBe(false);
    // Kernels are built where no test has built them before.
  }, 3_600_000);
});

describe("the same with other dice, the kernels of the store, and two systems", () => {
  let fleet: Fleet;
  beforeAll(async () => {
    fleet = await bringUpFleet([{ cpus: 1 }, { cpus: 2 }]);
  });
  afterAll(() => fleet?.down());

  it("cancelled in the middle, it ends in order and says how to go on; over ssh it goes on", async () => {
    const even = { prior: "even", ...newQuestion() };
    const first = startStep("main", asked("cancelled", even));
    await inTheMiddle(first, "cancelled");
    first.child.kill("SIGTERM");
    const stopped = await first.done;
    expect(stopped.exitStatus).toBe(1);
    expect(stopped.outputs.decision).toBe("undecided");
    expect(stopped.summary).toContain("Run the same command again: it goes on from here.");
    const before = idsIn(log("cancelled"));
    expect(before.length).toBeGreaterThan(2);
    await expectNothingLeft("cancelled");

    const systems = { systems: "k1 k2", "ssh-config": fleet.sshConfig };
    const second = await ended("ssh", { ...even, ...systems });
    expect(second.log).toContain("kernel from the directory store");
    expect(expectFound(second).ids).toEqual(expect.arrayContaining(before));
    expect(new Set([...second.log.matchAll(/on (k\d): started/g)].map(([, name]) => name)).size).toBe(2);
    for (const system of fleet.systems) {
      await expect.poll(() => system.processes(), { timeout: 60_000 }).toEqual([]);
    }
  }, 3_600_000);
});

describe("what cannot be answered", () => {
  /** `rcutorture-action bisect`, of the same kernels. */
  const bisect = async (name: string, flags: Record<string, string>) => {
    const all = { ...asked(name, { ...newQuestion(), ...flags }).inputs, mode: "" };
    const argv = Object.entries(all).flatMap(([flag, value]) => {
      if (value === "") return [];
      return value === "true" ? [`--${flag}`] : [`--${flag}`, value];
    });
    const cli = startCli(["bisect", ...argv], { env: { ...env, NO_COLOR: "1" } });
    const status = await cli.ended;
    return { status, said: cli.said(), ran: existsSync(join(folder, name)) };
  };

  it("the failure does not show at bad within the budget: a bound on its rate", async () => {
    const flags = { failure: "rcu stall in nobody", budget: "1 guest-minute" };
    const { status, said } = await bisect("quiet", flags);
    expect(status, said).toBe(1);
    expect(said).toMatch(
      /"rcu stall in nobody" did not show in \d+ runs of bad, .*: it shows in less than [\d.]+ % of runs, at 95 % confidence/,
    );
    const others = JSON.parse(readFileSync(join(folder, "quiet", "bisect.json"), "utf8"));
    expect(others).toMatchObject({ outcome: "not-shown" });
  });

  it("good fails as bad does", async () => {
    // Of a failure that seldom, two dozens of runs of good would have to pass.
    const observations = `failed ${at("l")} 2x\npassed ${at("l")} 44x`;
    const { status, said } = await bisect("both", { good: at("g"), failure: warning, observations });
    expect(status, said).toBe(1);
    expect(said).toMatch(
      new RegExp(`good fails, too: "${warning}" showed in \\d+ of \\d+ runs? of ${at("g").slice(0, 12)}`),
    );
    expect(said).toMatch(/Give an older good; or, if it may fail a little, say how often with good-rate/);
  });
});
