import { describe, expect, test } from "vitest";
import { know, type Question } from "../../../src/bisect/knowledge.ts";
import type { Observation } from "../../../src/bisect/observations.ts";
import { nextStep } from "../../../src/bisect/steps.ts";
import { parseProbe } from "../../../src/handoff/bisectProbe.ts";
import { parseInputs } from "../../../src/inputs/parse.ts";
import type { History } from "../../../src/kernel/history.ts";
import { parsePools } from "../../../src/plan/pools.ts";
import { leftOf } from "../../../src/stages/prepare/bisect/probe.ts";
import { roundJobs, roundOf, runnersOf } from "../../../src/stages/prepare/bisect/round.ts";

const many = 40;
const id = (number: number) => number.toString(16).padStart(40, "0");
const dice = { fingerprint: "00112233aabbccdd", title: "WARNING in rcu_torture_init" };
const good = { commit: id(999), treeId: "", author: "", subject: "good" };
const commits = Array.from({ length: many }, (_, i) => ({
  ...{ commit: id(i), treeId: "", author: "", subject: `commit ${i}`, paths: [] },
  parents: i === 0 ? [] : [i - 1],
}));
const history: History = { good, bad: id(many - 1), commits };
const question = (machines: number): Question => ({
  ...{ good: good.commit, bad: history.bad, commits: commits.map(({ commit }) => commit) },
  candidates: { parents: commits.map(({ parents }) => parents), prior: commits.map(() => 1 / many) },
  rules: { confidence: 0.95, goodRate: 0, machines },
  ...{ told: [], failure: undefined },
});

let number = 0;
const seen = (commit: string, ...errors: Observation["errors"]): Observation => ({
  ...{ id: `t-${number++}`, commit, outcome: "ran", errors, seconds: 10 },
});

/** A round over runners of 4 CPUs. */
function round(observations: readonly Observation[], machines: number, stored: readonly string[] = []) {
  const has = (commit: string) => stored.includes(commit);
  const prices = { has, builds: [], guest: 10, slots: 4 };
  const knowledge = know(question(machines), observations, prices);
  return roundOf(nextStep(knowledge), knowledge, history, { machines, cpus: 4, has });
}
const commitsOf = (wanted: ReturnType<typeof round>) => wanted.map(({ commit }) => commit.commit);

describe("a round", () => {
  const bad = [seen(history.bad, dice), seen(history.bad), seen(history.bad, dice)];

  test("begins with bad on one runner and good beside it; a kernel that is there runs on all others, too", () => {
    expect(commitsOf(round([], 8))).toEqual([history.bad, good.commit]);
    expect(commitsOf(round([], 1))).toEqual([history.bad]);
    const spread = round([], 8, [history.bad]);
    expect(commitsOf(spread)).toEqual([...Array(7).fill(history.bad), good.commit]);
    expect(spread[0]).toMatchObject({ runs: Math.ceil(256 / 7), failures: 2 });
  });

  test("does not wait for good alone: other runners probe commits", () => {
    const wanted = round(bad, 8);
    expect(commitsOf(wanted)[0]).toBe(good.commit);
    expect(wanted.length).toBeGreaterThan(4);
    expect(new Set(commitsOf(wanted)).size).toBe(wanted.length);
  });

  test("probes as many commits as there are runners, and each that has to be built once", () => {
    const clear = [...bad, ...Array.from({ length: 16 }, () => seen(good.commit))];
    const wanted = commitsOf(round(clear, 6));
    expect(wanted.length).toBeGreaterThan(3);
    expect(wanted.length).toBeLessThanOrEqual(6);
    expect(new Set(wanted).size).toBe(wanted.length);
  });

  test("is empty when good fails, too", () => {
    expect(round([...bad, seen(good.commit, dice)], 4)).toEqual([]);
  });

  test("becomes jobs on the pools' runners, each with what it needs to know and as much time as it has", () => {
    const pools = parsePools(
      "[{name: lab, labels: [self-hosted, x], cpus: 8, systems: k1 k2, minutes: 100}, {name: h, labels: u, cpus: 4, count: 50}]",
    );
    const runners = runnersOf(pools);
    expect(runners).toHaveLength(32);
    const jobs = roundJobs(round([], 2), runners, { question: "0123456789abcdef" }, Infinity);
    expect(jobs).toMatchObject([
      { id: "probe-1", "runs-on": ["self-hosted", "x"], systems: "k1 k2", "timeout-minutes": 100 },
      { id: "probe-2", "runs-on": ["u"], systems: "", "timeout-minutes": 360 },
    ]);
    const [first, second] = jobs.map(({ probe }) => parseProbe(probe));
    expect(first).toMatchObject({ commit: history.bad, failures: 2, seconds: 85 * 60 });
    expect(second).toMatchObject({ commit: good.commit, failures: 1, seconds: 330 * 60 });
    const [short] = roundJobs(round([], 1), runners, { question: "0123456789abcdef", failure: "x" }, 3600);
    expect(parseProbe(short?.probe ?? "")).toMatchObject({ seconds: 3600, failure: "x" });
  });
});

test("a probe ends with its failures, its runs (also those that told nothing), or a commit that cannot be tested", () => {
  const probe = parseProbe(
    `{"question":"0123456789abcdef","commit":"${id(1)}","runs":10,"failures":2,"seconds":60}`,
  );
  const count = { failures: 1, passes: 3, others: 0, cut: 2, seconds: 0, buildSeconds: 0 };
  expect(leftOf(probe, undefined)).toEqual({ runs: 10, failures: 2 });
  expect(leftOf(probe, count)).toEqual({ runs: 4, failures: 1 });
  expect(leftOf(probe, { ...count, failures: 2 }).runs).toBe(0);
  expect(leftOf(probe, { ...count, passes: 9 }).runs).toBe(0);
  expect(leftOf(probe, { ...count, untestable: "boot" }).runs).toBe(0);
});

describe("bad input", () => {
  const bisect = { mode: "bisect", good: "v6.11", configs: "TREE03" };
  const pools = "[{name: a, labels: x, cpus: 4}]";

  test.each([
    [{ ...bisect, pools, probe: "none" }, /^probe: not with pools/],
    [{ ...bisect, probe: "none", store: "none" }, /^store: the jobs of a round/],
    [{ ...bisect, probe: "none", rerun: "never" }, /^rerun: each round/],
    [{ ...bisect, pools, commits: "a..b" }, /^commits: not in mode bisect/],
    [{ mode: "bisect", configs: "TREE03", pools }, /^good: bisect needs/],
    [{ mode: "run", probe: "none" }, /^probe: only in mode bisect/],
  ])("%j", (raw, message) => {
    expect(() => parseInputs(raw)).toThrow(message);
  });

  test("a job of a round needs no good, and takes nothing but a probe", () => {
    expect(parseInputs({ mode: "bisect", configs: "TREE03", probe: "{}" }).probe).toBe("{}");
    for (const text of ["{}", "v6.12", `{"question":"x","commit":"HEAD","runs":1,"failures":1,"seconds":1}`])
      expect(() => parseProbe(text)).toThrow(/^probe: this is not what a round/);
  });

  test("runners of two architectures", () => {
    const mixed = "[{name: a, labels: x, cpus: 4}, {name: b, labels: y, cpus: 4, architecture: aarch64}]";
    expect(() => runnersOf(parsePools(mixed))).toThrow(/^pools: .* x86_64 and aarch64/);
  });
});
