import { describe, expect, it } from "vitest";
import { ancestryOf } from "../../src/bisect/ancestry.ts";
import { believe } from "../../src/bisect/believe.ts";
import { conclude } from "../../src/bisect/conclude.ts";
import { nextProbes } from "../../src/bisect/probes.ts";
import type { Tally } from "../../src/bisect/types.ts";
import { seeded } from "../statistics/random.ts";
import { line, merges, simulate } from "./simulate.ts";

const rules = { confidence: 0.95, goodRate: 0, machines: 1 };
const costs = { build: () => 5, run: 1 };
const seen = (...rows: [number, Tally][]) => new Map(rows);
const runs = (failures: number, passes: number): Tally => ({ failures, passes });
const mass = (first: Float64Array, from: number, to: number) =>
  first.slice(from, to).reduce((sum, one) => sum + one, 0);

describe("ancestry", () => {
  // 0 - 1 - 3 - 4, and 2 beside 1.
  const parents = [[], [0], [0], [1, 2], [3]];
  it("follows merges", () => {
    const ancestry = ancestryOf(parents);
    expect([0, 1, 2, 3, 4].map((one) => ancestry.has(one, 1))).toEqual([true, true, false, false, false]);
    expect([0, 1, 2, 3, 4].map((one) => ancestry.has(one, 3))).toEqual([true, true, true, true, false]);
    expect([...ancestry.sums(Float64Array.of(1, 2, 4, 8, 16))]).toEqual([1, 3, 5, 15, 31]);
  });
  it("agrees with a walk over the parents on a larger history", () => {
    const { parents } = merges(300, seeded(1));
    const ancestry = ancestryOf(parents);
    const walk = (commit: number, found = new Set<number>()): Set<number> => {
      if (!found.has(commit)) {
        found.add(commit);
        for (const parent of parents[commit] ?? []) walk(parent, found);
      }
      return found;
    };
    const weights = Float64Array.from(parents, (_, i) => (i * 7) % 11);
    const sums = ancestry.sums(weights);
    for (const commit of [0, 7, 150, 299]) {
      const found = walk(commit);
      expect(sums[commit]).toBe([...found].reduce((sum, one) => sum + (weights[one] ?? 0), 0));
      expect(parents.map((_, one) => ancestry.has(one, commit))).toEqual(
        parents.map((_, one) => found.has(one)),
      );
    }
  });
});

describe("believe", () => {
  it("a failure rules out all that are no ancestors", () => {
    const { first } = believe(line(8), seen([3, runs(1, 0)]), rules);
    expect(mass(first, 0, 4)).toBeCloseTo(1);
    expect(mass(first, 4, 8)).toBe(0);
  });
  it("a failure on a side branch is not the other branch's", () => {
    const parents = [[], [0], [0], [1, 2]];
    const { first } = believe({ parents, prior: [0.25, 0.25, 0.25, 0.25] }, seen([1, runs(1, 0)]), rules);
    expect([...first].map((one) => one > 0)).toEqual([true, true, false, false]);
  });
  it("a pass is weaker evidence the rarer the failure", () => {
    const often = believe(line(8), seen([7, runs(5, 1)], [3, runs(0, 4)]), rules);
    const rare = believe(line(8), seen([7, runs(5, 95)], [3, runs(0, 4)]), rules);
    expect(mass(often.first, 0, 4)).toBeLessThan(0.02);
    expect(mass(rare.first, 0, 4)).toBeGreaterThan(0.4);
    expect(rare.rate.mean).toBeCloseTo(0.05, 1);
    expect(rare.rate.low).toBeLessThan(0.05);
    expect(rare.rate.high).toBeGreaterThan(0.05);
  });
  it("a rate at good commits lets a failure there be one of those", () => {
    const tallies = seen([2, runs(1, 400)], [7, runs(20, 20)]);
    expect(mass(believe(line(8), tallies, rules).first, 3, 8)).toBe(0);
    expect(mass(believe(line(8), tallies, { ...rules, goodRate: 0.002 }).first, 3, 8)).toBeGreaterThan(0.99);
  });
  it("refuses what no commit explains", () => {
    const candidates = { parents: [[], []], prior: [0.5, 0.5] };
    expect(() => believe(candidates, seen([0, runs(1, 0)], [1, runs(1, 0)]), rules)).toThrow(RangeError);
  });
});

describe("conclude", () => {
  const decide = (tallies: Map<number, Tally>, commits = 8) =>
    conclude(believe(line(commits), tallies, rules), line(commits), tallies, rules);
  it("names the commit when it is sure enough", () => {
    expect(decide(seen([4, runs(6, 6)], [3, runs(0, 30)]))).toEqual({ kind: "found", commit: 4 });
  });
  it("else the fewest commits that hold the confidence", () => {
    expect(decide(seen([4, runs(6, 6)], [1, runs(0, 30)]))).toEqual({
      kind: "undecided",
      credible: [2, 3, 4],
    });
  });
  it("names the set when what is left cannot be tested", () => {
    const broken: Tally = { failures: 0, passes: 0, untestable: "build" };
    const tallies = seen(
      [5, runs(6, 6)],
      [2, runs(0, 60)],
      [3, broken],
      [4, { ...broken, untestable: "boot" }],
    );
    expect(decide(tallies)).toEqual({ kind: "set", commits: [3, 4, 5] });
  });
});

describe("nextProbes", () => {
  it("begins near the middle", () => {
    const [probe] = nextProbes(line(64), new Map(), costs, rules);
    expect(probe?.commit).toBeGreaterThan(20);
    expect(probe?.commit).toBeLessThan(50);
  });
  it("prefers a kernel that is there already where building is dear", () => {
    const there = { build: (commit: number) => (commit === 25 ? 0 : 500), run: 1 };
    expect(nextProbes(line(64), new Map(), there, rules)[0]?.commit).toBe(25);
  });
  it("never asks for a commit that cannot be tested", () => {
    const tallies = new Map(
      line(64).parents.map((_, i) => [i, { ...runs(0, 0), untestable: "build" as const }]),
    );
    tallies.delete(63);
    const asked = nextProbes(line(64), tallies, costs, rules).map(({ commit }) => commit);
    expect(asked.every((commit) => commit === 63)).toBe(true);
  });
  it("spreads the probes of several machines", () => {
    const probes = nextProbes(line(512), seen([511, runs(5, 2)]), costs, { ...rules, machines: 8 });
    expect(probes).toHaveLength(8);
    const commits = new Set(probes.map(({ commit }) => commit));
    expect(commits.size).toBeGreaterThan(4);
  });
  it("counts probes that run already", () => {
    const eight = { ...rules, machines: 3 };
    const running = [{ commit: 32, runs: 8 }];
    const probes = nextProbes(line(64), new Map(), costs, eight, running);
    expect(probes).toHaveLength(2);
    expect(probes[0]?.commit).not.toBe(32);
  });
});

describe("whole bisections", () => {
  const random = seeded(13);
  const times = 12;
  it.each([
    ["without side branches", line(64), rules, undefined],
    ["on a graph", merges(64, seeded(5)), rules, undefined],
    ["where good commits fail, too", line(32), { ...rules, goodRate: 0.01 }, undefined],
    ["past commits that do not build", line(64), rules, (commit: number) => commit % 5 === 3 && commit < 63],
  ])("%s", (_, candidates, rules, untestable) => {
    let right = 0;
    for (let i = 0; i < times; i++) {
      const first = Math.floor(random() * candidates.parents.length);
      const truth = { candidates, rules, first, rate: 0.5, build: 5, random };
      const { conclusion } = simulate({ ...truth, ...(untestable && { untestable }) });
      if (conclusion.kind === "found") right += Number(conclusion.commit === first);
      else if (conclusion.kind === "set") right += Number(conclusion.commits.includes(first));
    }
    expect(right).toBeGreaterThanOrEqual(times - 2);
  });
});
