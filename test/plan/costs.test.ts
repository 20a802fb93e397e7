import { describe, expect, it } from "vitest";
import {
  type CostQuestion,
  costsOf,
  renderCosts,
  renderTimeLimit,
  timeLimitAdvice,
} from "../../src/plan/costs.ts";
import { planGuests } from "../../src/plan/plan.ts";
import { suiteOf } from "./suites.ts";

const suite = suiteOf({
  TREE03: "CONFIG_NR_CPUS=16\n",
  TREE05: "CONFIG_NR_CPUS=8\n",
  TINY01: "CONFIG_SMP=n\n",
});
const plan = planGuests({ suite, configs: "CFLIST", cpus: 4, machineCpus: 4 });

function ask(question: Partial<CostQuestion> = {}) {
  const whole: CostQuestion = {
    plan,
    toBuild: ["TREE03", "TREE05", "TINY01"],
    known: new Map(),
    cpus: 4,
    duration: 600,
    times: 1,
    ...question,
  };
  const costs = costsOf(whole);
  return { line: renderCosts(whole, costs), advice: timeLimitAdvice(whole, costs) };
}

describe("what a job takes", () => {
  it("rests on a guess where there is no history", () => {
    expect(ask()).toEqual({
      line: "To build: 3 of 3 kernels, about 45 min (no history: about 15 min for a defconfig kernel on 4 CPUs); then 3 guests in 3 batches: about 32 min.",
      advice: undefined,
    });
  });

  it("rests on what earlier runs took", () => {
    const known = new Map([
      ["TREE03", { buildSeconds: 120, extra: 10 }],
      ["TREE05", { buildSeconds: 60, extra: 20 }],
      ["TINY01", { extra: 5 }],
    ]);
    expect(ask({ known }).line).toBe(
      "To build: 3 of 3 kernels, about 18 min (2 as in earlier runs, the others about 15 min for a defconfig kernel on 4 CPUs); then 3 guests in 3 batches: about 31 min.",
    );
    expect(ask({ known, toBuild: ["TREE03"] }).line).toMatch(
      /^To build: 1 of 3 kernels, about 2 min \(as in earlier runs\); /,
    );
  });

  it("says when nothing is to be built, nothing to be run, and how often", () => {
    expect(ask({ toBuild: [] }).line).toBe(
      "Nothing to build: 3 kernels from the store; then 3 guests in 3 batches: about 32 min.",
    );
    expect(ask({ duration: undefined }).line).toMatch(/on 4 CPUs\)\.$/);
    expect(ask({ toBuild: [], times: 4 }).line).toMatch(/in 3 batches, 4 times: about 2 h 6 min\.$/);
    expect(ask({ toBuild: [], times: Infinity }).line).toMatch(/over and over: about 32 min each time\.$/);
  });

  it("says of a plan that it fits, or what to change", () => {
    const limit = (question: Partial<CostQuestion>) => {
      const whole = { plan, toBuild: [], known: new Map(), cpus: 4, duration: 600, times: 1, ...question };
      return renderTimeLimit(whole, costsOf(whole));
    };
    expect(limit({})).toBe(
      "All of it fits into the 360 min that GitHub gives a job unless timeout-minutes says otherwise.",
    );
    expect(limit({ times: Infinity })).toMatch(/^Once through all guests fits into the 360 min /);
    expect(limit({ duration: 7_300 })).toMatch(
      /^GitHub ends a job after 360 min .* What fits: 2 of 3 batches/,
    );
  });

  it("says what fits into a job, and what to change", () => {
    const { advice = "" } = ask({ duration: 7_200 });
    expect(advice).toMatch(
      /^GitHub ends a job after 360 min .* needs about 6 h 47 min\. What fits: 2 of 3 batches\. /,
    );
    const minutes = Number(/To change: duration: (\d+)m,/.exec(advice)?.[1]);
    expect(ask({ duration: minutes * 60 }).advice).toBeUndefined();
    expect(ask({ duration: (minutes + 1) * 60 }).advice).toBeDefined();
    expect(ask({ times: 20 }).advice).toContain("What fits: 10 of 20 times.");
    expect(ask({ cpus: 1, toBuild: Array.from({ length: 20 }, (_, index) => `T${index}`) }).advice).toContain(
      "most of it to build kernels: name fewer scenarios",
    );
  });
});

describe("the guide's table of budgets", () => {
  // CPUs of Linux 6.12's CFLIST of rcu.
  const cpus = {
    ...{
      TREE03: 16,
      TREE07: 16,
      "SRCU-P": 8,
      TREE02: 8,
      TREE04: 8,
      TREE05: 8,
      TRACE01: 5,
      "SRCU-N": 4,
      TASKS01: 4,
    },
    ...{
      TASKS03: 4,
      TRACE02: 4,
      RUDE01: 3,
      "SRCU-T": 1,
      TREE01: 2,
      "SRCU-U": 1,
      TASKS02: 1,
      TINY01: 1,
      TINY02: 1,
    },
    TREE09: 1,
  };
  const rcu = suiteOf(
    Object.fromEntries(Object.entries(cpus).map(([name, count]) => [name, `CONFIG_NR_CPUS=${count}\n`])),
  );
  const minutes = (configs: string, duration: number, isBuilt: boolean) => {
    const planned = planGuests({ suite: rcu, configs, cpus: 4, machineCpus: 4 });
    const toBuild = isBuilt ? [] : planned.guests.map(({ scenario }) => scenario);
    const costs = costsOf({
      plan: planned,
      toBuild,
      known: new Map(),
      cpus: 4,
      duration: duration * 60,
      times: 1,
    });
    return (costs.buildSeconds + costs.runSeconds) / 60;
  };
  it.each([
    [10, "TREE03", 9, true],
    [10, "TINY01 TINY02 TREE09", 9, true],
    [60, "TREE03 TREE05", 14, false],
    [60, "CFLIST", 3, true],
    [60, "TREE03", 59, true],
    [350, "CFLIST", 4, false],
    [350, "CFLIST", 24, true],
    [350, "TREE03 TREE05 TREE07 SRCU-P", 86, true],
  ])("%i minutes hold %s for %i min, and not two minutes more", (budget, configs, duration, isBuilt) => {
    expect(minutes(configs, duration, isBuilt)).toBeLessThanOrEqual(budget);
    expect(minutes(configs, duration + 2, isBuilt)).toBeGreaterThan(budget);
  });
});
