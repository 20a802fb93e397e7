import { describe, expect, test } from "vitest";
import { know, type Question } from "../../src/bisect/knowledge.ts";
import { parseLog, renderLog } from "../../src/bisect/log.ts";
import { countsOf, failureNamed, type Observation } from "../../src/bisect/observations.ts";
import { priorOf } from "../../src/bisect/prior.ts";
import { nextStep } from "../../src/bisect/steps.ts";
import { filled } from "../../src/stages/prepare/bisect/runs.ts";

const id = (letter: string) => letter.repeat(40);
const dice = { fingerprint: "00112233aabbccdd", title: "WARNING in rcu_torture_init" };
const stall = { fingerprint: "ffeeddccbbaa9988", title: "rcu stall in foo" };

let number = 0;
const seen = (commit: string, outcome: Observation["outcome"], ...errors: Observation["errors"]) =>
  ({ id: `t-${number++}`, commit: id(commit), outcome, errors, seconds: 10 }) satisfies Observation;
const times = (count: number, make: () => Observation) => Array.from({ length: count }, make);

/** a - b - c, and good before a. */
function question(more: Partial<Question> = {}): Question {
  return {
    good: id("9"),
    bad: id("c"),
    commits: [id("a"), id("b"), id("c")],
    candidates: { parents: [[], [0], [1]], prior: [1 / 3, 1 / 3, 1 / 3] },
    rules: { confidence: 0.95, goodRate: 0, machines: 1 },
    told: [],
    failure: undefined,
    ...more,
  };
}
const prices = { has: () => false, builds: [], guest: 10, slots: 2 };
const step = (observations: readonly Observation[], more: Partial<Question> = {}) =>
  nextStep(know(question(more), observations, prices));

describe("what comes next", () => {
  test("bad has to fail twice first, then good has to pass, then commits are probed", () => {
    expect(step([])).toMatchObject({ kind: "confirm" });
    const once = [seen("c", "ran", dice), seen("c", "ran")];
    expect(step(once)).toMatchObject({ kind: "confirm" });
    const twice = [...once, seen("c", "ran", dice)];
    expect(step(twice)).toEqual({ kind: "good", runs: 2 });
    const good = [...twice, ...times(2, () => seen("9", "ran"))];
    expect(step(good)).toMatchObject({ kind: "probes" });
  });

  test("other errors do not count, at bad or at good", () => {
    const bad = times(3, () => seen("c", "ran", dice));
    const other = [...bad, seen("c", "ran", stall)];
    const good = [...other, seen("9", "ran", stall), seen("9", "ran", stall)];
    expect(step(good)).toMatchObject({ kind: "probes" });
    expect(step([...other, seen("9", "ran", dice)])).toEqual({ kind: "end", why: "good-fails" });
    expect(step(good, { failure: "stall" })).toMatchObject({ kind: "confirm" });
  });

  test("a good commit may fail as often as good-rate says, and not much more", () => {
    const bad = times(8, () => seen("c", "ran", dice));
    const rules = { confidence: 0.95, goodRate: 0.05, machines: 1 };
    const passes = times(20, () => seen("9", "ran"));
    expect(step([...bad, ...passes, seen("9", "ran", dice)], { rules }).kind).not.toBe("end");
    const often = times(8, () => seen("9", "ran", dice));
    expect(step([...bad, ...passes, ...often], { rules })).toEqual({ kind: "end", why: "good-fails" });
  });

  test("the commit is found when its parents have passed often enough", () => {
    const bad = times(6, () => seen("c", "ran", dice));
    const all = [...bad, ...times(6, () => seen("b", "ran", dice)), ...times(6, () => seen("9", "ran"))];
    const passes = times(30, () => seen("a", "ran"));
    expect(step([...all, ...passes])).toEqual({ kind: "end", why: "found", commits: [1] });
  });

  test("when the oldest candidate is the answer, good has to pass as often as any parent", () => {
    const fails = (commit: string) => times(6, () => seen(commit, "ran", dice));
    const all = [
      ...fails("a"),
      ...fails("b"),
      ...fails("c"),
      seen("c", "ran"),
      ...times(2, () => seen("9", "ran")),
    ];
    const next = step(all);
    expect(next.kind === "good" || next.kind === "end", JSON.stringify(next)).toBe(true);
    if (next.kind === "good") {
      const more = times(next.runs, () => seen("9", "ran"));
      expect(step([...all, ...more])).toEqual({ kind: "end", why: "found", commits: [0] });
    }
  });

  test("bad or good that cannot be tested ends it", () => {
    expect(step([seen("c", "build")])).toEqual({ kind: "end", why: "untestable", which: "bad" });
    const bad = times(3, () => seen("c", "ran", dice));
    const dead = [...bad, seen("9", "boot", stall), seen("9", "boot", stall)];
    expect(step(dead)).toEqual({ kind: "end", why: "untestable", which: "good" });
  });
});

describe("numbers of a commit", () => {
  const shows = failureNamed("warning in RCU_torture_init");
  const count = (...all: Observation[]) => countsOf(all, [], shows).get(id("a"));

  test("a commit that does not build, or dies while it boots, is neither good nor bad", () => {
    expect(count(seen("a", "build"))).toMatchObject({ failures: 0, passes: 0, untestable: "build" });
    expect(count(seen("a", "boot", stall))?.untestable).toBeUndefined();
    expect(count(seen("a", "boot", stall), seen("a", "boot", stall))).toMatchObject({ untestable: "boot" });
    expect(
      count(seen("a", "boot", stall), seen("a", "boot", stall), seen("a", "ran"))?.untestable,
    ).toBeUndefined();
  });

  test("the searched failure counts also where it ends the boot; a run that something else ended does not", () => {
    expect(count(seen("a", "boot", dice))).toMatchObject({ failures: 1, passes: 0, cut: 0 });
    expect(count(seen("a", "cut", stall), seen("a", "ran", stall))).toMatchObject({
      failures: 0,
      passes: 1,
      cut: 1,
      others: 2,
    });
  });
});

describe("observations as text", () => {
  test("what is written is read again, and counts once beside what it was written from", () => {
    const observations = [
      seen("c", "ran", dice),
      seen("a", "ran"),
      seen("b", "build"),
      seen("a", "cut", stall),
    ];
    const told = [{ word: "passed" as const, commit: id("b"), count: 3 }];
    const text = renderLog({
      ...{ good: id("9"), bad: id("c"), failure: dice.title, observations, told },
      shows: failureNamed(dice.title),
      subject: () => "rcu: A\u001b[31m subject",
    });
    expect(text).not.toContain("\u001b");
    const parsed = parseLog(text);
    expect(parsed.failure).toBe(dice.title);
    expect(parsed.lines.map(({ word, given, count }) => [word, given, count])).toEqual([
      ["passed", id("b"), 3],
      ["failed", id("c"), 1],
      ["passed", id("a"), 1],
      ["no-build", id("b"), 1],
    ]);
    const again = parsed.lines.map(({ given, ...line }) => ({ ...line, commit: given }));
    const both = know(question({ told: again }), observations, prices);
    expect(both.byCommit.get(id("c"))).toMatchObject({ failures: 1 });
    expect(both.byCommit.get(id("b"))).toMatchObject({ passes: 3 });
    const alone = know(question({ told: again, failure: parsed.failure }), [], prices);
    expect(alone.byCommit.get(id("c"))).toMatchObject({ failures: 1 });
  });

  test("git bisect log and lines that somebody typed", () => {
    const text =
      "git bisect start\n# bad: [x] y\ngit bisect bad v6.12\ngit bisect good v6.11\nfailed v6.12-rc3 2x # on my laptop\npassed HEAD~3 20\ngit bisect skip abc";
    expect(parseLog(text).lines).toEqual([
      { word: "failed", given: "v6.12", count: 1 },
      { word: "passed", given: "v6.11", count: 1 },
      { word: "failed", given: "v6.12-rc3", count: 2 },
      { word: "passed", given: "HEAD~3", count: 20 },
      { word: "no-build", given: "abc", count: 1 },
    ]);
    expect(() => parseLog("fails v6.12")).toThrow(/line 1, "fails v6.12": "fails" is no word/);
    expect(() => parseLog("\nfailed")).toThrow(/line 2.*no commit/);
    expect(() => parseLog("failed v6.12 often")).toThrow(/"often" is no number of runs/);
  });
});

test("commits that touch RCU are suspected before drivers, and all alike when asked", () => {
  const commits = [
    { paths: ["drivers/net/a.c"] },
    { paths: ["Documentation/a", "kernel/rcu/tree.c"] },
    { paths: [] },
  ];
  const [driver = 0, rcu = 0, merge = 0] = priorOf(commits, "rcu", false);
  expect(rcu).toBeGreaterThan(30 * driver);
  expect(driver + rcu + merge).toBeCloseTo(1);
  expect(priorOf(commits, "rcu", true)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  const locking = [...commits.slice(0, 2), { paths: ["kernel/locking/mutex.c"] }];
  const [, tree = 0, mutex = 0] = priorOf(locking, "lock", false);
  expect(mutex).toBeCloseTo(tree);
});

test("no part of a machine is idle", () => {
  expect([filled(1, 1), filled(1, 4), filled(5, 4), filled(200, 3)]).toEqual([1, 4, 8, 64]);
});
