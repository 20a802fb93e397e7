import { describe, expect, it } from "vitest";
import type { Question } from "../../../src/contracts/question.ts";
import { hoursToClaim, runsToClaim } from "../../../src/statistics/needed.ts";
import { answerTo } from "../../../src/statistics/question/answer.ts";
import { type Counts, countTrials, decide, type Inquiry } from "../../../src/statistics/question/decide.ts";
import { remainingExposure } from "../../../src/statistics/question/remaining.ts";
import type { Trial } from "../../../src/statistics/question/trials.ts";
import { usefulness } from "../../../src/statistics/question/wanted.ts";
import { seeded } from "../random.ts";

const counts = (failures: number, runs: number, hours: number): Counts => ({ failures, runs, hours });
const of = (...entries: [string, Counts][]) => new Map(entries);
const tree = (...one: Parameters<typeof counts>) => of(["TREE03", counts(...one)]);

function inquiry(question: Question, more: Partial<Inquiry> = {}): Inquiry {
  return { question, unit: "hours", confidence: 0.95, ...more };
}

const fixed = (before: ReadonlyMap<string, Counts>, unit: Inquiry["unit"] = "hours") =>
  inquiry({ kind: "fixed" }, { before, unit });

describe("fixed", () => {
  const before = tree(12, 80, 40);

  it("is decided when the exact conditional test says so", () => {
    const needed = hoursToClaim({ failures: 12, hours: 40 }, 0.95);
    expect(needed).toBeCloseTo(11.34, 2);
    expect(decide(fixed(before), tree(0, 22, needed * 0.999))).toBe("undecided");
    expect(decide(fixed(before), tree(0, 22, needed * 1.001))).toBe("yes");
    const runs = runsToClaim({ failures: 12, runs: 80 }, 0.95);
    expect(decide(fixed(before, "runs"), tree(0, runs - 1, 1))).toBe("undecided");
    expect(decide(fixed(before, "runs"), tree(0, runs, 1))).toBe("yes");
  });

  it("is not so as soon as the failure shows", () => {
    expect(decide(fixed(before), tree(1, 1, 0.5))).toBe("no");
  });

  it("compares each scenario with itself: running what never failed proves nothing", () => {
    const mixed = of(["TREE03", counts(12, 80, 40)], ["TREE05", counts(0, 80, 40)]);
    expect(decide(fixed(mixed), of(["TREE05", counts(0, 1000, 500)]))).toBe("undecided");
    expect(decide(fixed(mixed), of(["TREE03", counts(0, 30, 12)]))).toBe("yes");
  });

  it("tells how much is missing, in the scenario that tells most", () => {
    const left = remainingExposure(fixed(before), tree(0, 10, 5)) ?? 0;
    expect(left).toBeCloseTo(6.34, 1);
    expect(decide(fixed(before), tree(0, 22, 5 + left * 1.01))).toBe("yes");
    expect(remainingExposure(fixed(before), tree(0, 40, 20))).toBeUndefined();
  });

  /** How often "fixed" is claimed of a kernel that fails as before, looked at after each run. */
  function wrongClaims(probability: number, runsBefore: number, times: number): number {
    const random = seeded(Math.round(probability * 1e6) + runsBefore);
    let wrong = 0;
    for (let time = 0; time < times; time++) {
      let failures = 0;
      for (let i = 0; i < runsBefore; i++) if (random() < probability) failures++;
      if (failures === 0) continue;
      const asked = fixed(tree(failures, runsBefore, runsBefore), "runs");
      for (let runs = 1; ; runs++) {
        const decision = decide(asked, tree(random() < probability ? 1 : 0, runs, runs));
        if (decision === "yes") wrong++;
        if (decision !== "undecided") break;
      }
    }
    return wrong / times;
  }

  it.each([
    [0.01, 300],
    [0.1, 50],
    [0.5, 10],
    [0.9, 5],
  ])("is claimed wrongly in 5 %% of all cases at most (%d of %d runs before)", (probability, runs) => {
    expect(wrongClaims(probability, runs, 1000)).toBeLessThan(0.065);
  });
});

describe("rate", () => {
  const asked = inquiry({ kind: "rate", failures: 1, exposure: 100, unit: "hours" });

  it("is decided either way", () => {
    expect(decide(asked, tree(0, 700, 366))).toBe("undecided");
    expect(decide(asked, tree(0, 740, 370))).toBe("yes");
    expect(decide(asked, tree(2, 2, 1))).toBe("no");
    expect(decide(asked, tree(1, 100, 60))).toBe("undecided");
    expect(decide(asked, tree(5, 100, 100))).toBe("no");
    const boots = inquiry({ kind: "rate", failures: 1, exposure: 500, unit: "runs" }, { unit: "runs" });
    expect(decide(boots, tree(0, 1800, 1))).toBe("undecided");
    expect(decide(boots, tree(0, 1900, 1))).toBe("yes");
  });

  it("tells how much is missing if it goes on like that", () => {
    expect(remainingExposure(asked, tree(0, 100, 100))).toBeCloseTo(268, -1);
    expect(remainingExposure(asked, new Map())).toBeCloseTo(368, -1);
    const more = remainingExposure(asked, tree(3, 100, 150)) ?? Infinity;
    expect(decide(asked, tree(3 + 0.02 * more, 100, 150 + more))).toBe("no");
  });
});

describe("failures", () => {
  it("are counted", () => {
    const asked = inquiry({ kind: "failures", failures: 5 });
    expect(decide(asked, tree(4, 10, 2))).toBe("undecided");
    expect(decide(asked, tree(5, 12, 2.1))).toBe("yes");
    expect(remainingExposure(asked, tree(2, 10, 2))).toBe(3);
    expect(remainingExposure(asked, tree(0, 10, 2))).toBeUndefined();
  });
});

describe("which scenario tells most", () => {
  const before = of(
    ["TREE03", counts(9, 20, 10)],
    ["TREE05", counts(3, 20, 10)],
    ["TINY01", counts(0, 20, 10)],
  );
  const score = (name: string, cpus: number, now?: Counts, running = 0) =>
    usefulness(fixed(before), name, cpus, now, running, 0.5);

  it("is the one that failed most often before, for each CPU", () => {
    expect(score("TREE03", 2)).toBeGreaterThan(score("TREE05", 2));
    expect(score("TREE03", 16)).toBeLessThan(score("TREE05", 2));
    expect(score("TINY01", 1)).toBe(-Infinity);
    expect(score("TREE03", 2, counts(0, 100, 50))).toBeLessThan(score("TREE05", 2));
    expect(score("TREE03", 2, undefined, 60)).toBeLessThan(score("TREE05", 2));
  });

  it("is the one that fails most often now, when failures are collected; a rate is that of the whole mixture", () => {
    const failures = inquiry({ kind: "failures", failures: 5 });
    expect(usefulness(failures, "A", 1, counts(3, 10, 5), 0, 0.5)).toBeGreaterThan(
      usefulness(failures, "B", 1, counts(0, 10, 5), 0, 0.5),
    );
    const rate = inquiry({ kind: "rate", failures: 1, exposure: 9, unit: "hours" });
    expect(usefulness(rate, "A", 1, counts(3, 10, 5), 0, 0.5)).toBeLessThan(
      usefulness(rate, "B", 1, counts(0, 4, 2), 0, 0.5),
    );
  });
});

describe("the answer in words", () => {
  const trials = (failed: readonly boolean[], hours: number): Trial[] =>
    failed.map((one, i) => ({ scenario: "TREE03", failed: one, hours, ended: i }));
  const passes = (runs: number) => Array.from({ length: runs }, () => false);
  const answer = (asked: Inquiry, all: readonly Trial[], seconds?: number) =>
    answerTo({
      ...{ inquiry: asked, failure: undefined, trials: all, from: "old run" },
      ...(seconds === undefined ? {} : { pace: { seconds, own: countTrials(all) } }),
    });

  it.each([
    [
      fixed(tree(12, 80, 40)),
      trials(passes(62), 0.5),
      "Fixed, at 95 %: 0 failures in 31 h, 12 in 40 h before",
    ],
    [fixed(tree(12, 80, 40)), trials([false, true], 0.5), "Still there: 1 failure in 1 h, 12 in 40 h before"],
    [
      fixed(tree(12, 80, 40)),
      trials(passes(10), 0.5),
      "Not decided: 0 failures in 5 h, 12 in 40 h before; about 38 min more at this rate",
    ],
    [
      inquiry({ kind: "rate", failures: 1, exposure: 100, unit: "hours" }),
      trials(passes(40), 10),
      "Less often than once in 100 h, at 95 %: 0 failures in 400 h",
    ],
    [
      inquiry({ kind: "rate", failures: 1, exposure: 100, unit: "runs" }, { unit: "runs" }),
      trials([true, true, true, true], 1),
      "More often than once in 100 runs, at 95 %: 4 failures in 4 runs",
    ],
    [
      inquiry({ kind: "failures", failures: 5 }),
      trials([true, false], 0.5),
      "Not decided: 1 of 5 failures in 1 h; about 24 min more at this rate",
    ],
    [
      inquiry({ kind: "failures", failures: 2 }),
      trials([true, false, true], 0.5),
      "2 failures in 1.5 h (3 runs): once in 45 min (each bound at 95 %: 10 min to 12.1 h)",
    ],
    [
      inquiry({ kind: "failures", failures: 2 }),
      trials(passes(3), 0.5),
      "Not decided: 0 of 2 failures in 1.5 h; nobody can tell yet how long it will take",
    ],
  ])("%#", (asked, all, sentence) => {
    expect(answer(asked, all, all.length * 180).sentence).toBe(sentence);
  });

  it("has a curve of at most some hundred points, with all failures, up to the last sample", () => {
    const many = trials(
      Array.from({ length: 5000 }, (_, i) => i % 700 === 3),
      0.1,
    );
    const { sequence, now } = answer(inquiry({ kind: "failures", failures: 500 }), many);
    expect(sequence.length).toBeLessThan(210);
    expect(sequence.at(-1)).toMatchObject({ failures: now.failures });
    expect(sequence.at(-1)?.exposure).toBeCloseTo(500, 6);
    expect(new Set(sequence.map(({ failures }) => failures)).size).toBe(now.failures + 1);
  });
});
