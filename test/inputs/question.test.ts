import { describe, expect, it } from "vitest";
import { parseInputs } from "../../src/inputs/parse.ts";

const until = (text: string) => parseInputs({ until: text }).until;

describe("until", () => {
  it.each([
    ["failures=5", { kind: "failures", failures: 5 }],
    ["Failures = 5", { kind: "failures", failures: 5 }],
    ["rate<1/100h", { kind: "rate", failures: 1, exposure: 100, unit: "hours" }],
    ["rate < 1 / 100 hours", { kind: "rate", failures: 1, exposure: 100, unit: "hours" }],
    ["rate<2/1d", { kind: "rate", failures: 2, exposure: 24, unit: "hours" }],
    ["rate<0.01/h", { kind: "rate", failures: 0.01, exposure: 1, unit: "hours" }],
    ["rate<1/500runs", { kind: "rate", failures: 1, exposure: 500, unit: "runs" }],
    ["fixed", { kind: "fixed" }],
  ])("%s", (text, question) => {
    expect(until(text)).toEqual(question);
  });

  it.each([
    ["soon", /"soon" is no question; write failures=5, rate<1\/100h, rate<1\/500runs or fixed/],
    ["failures=0", /is not between 1 and 10000/],
    ["rate<0/100h", /a rate of nothing/],
    ["rate<1/0h", /a rate of nothing/],
    ["rate<1/9999999h", /rarer than once in 1000000 hours/],
    ["rate<5/5runs", /is true of every run/],
    ["rate>1/100h", /is no question/],
  ])("refuses %s", (text, message) => {
    expect(() => until(text)).toThrow(message);
  });

  it.each([
    [{ before: "old" }, /before: only with until/],
    [{ budget: "2h" }, /budget: only with until/],
    [{ failure: "WARNING" }, /failure: only with until/],
    [{ until: "fixed", mode: "build" }, /until: only in mode run, .* not in build/],
    [{ until: "fixed", repeat: "5" }, /repeat: not with until/],
    [{ until: "fixed", "repeat-for": "5h" }, /repeat-for: not with until/],
    [{ until: "fixed", "stop-on-failure": "true" }, /until: failures=1/],
    [{ until: "fixed", again: "x", dryrun: "true" }, /dryrun: not with until/],
    [{ until: "failures=5", before: "old" }, /before: only with until: fixed/],
    [{ until: "failures=1", mode: "report", rundir: "x" }, /until: .* in mode report with a plan, not in/],
  ])("refuses %j", (inputs, message) => {
    expect(() => parseInputs(inputs)).toThrow(message);
  });
});

describe("confidence and budget", () => {
  it.each([
    ["95", 0.95],
    ["99.9 %", 0.999],
  ])("confidence %s", (text, share) => {
    expect(parseInputs({ confidence: text }).confidence).toBeCloseTo(share, 12);
  });

  it.each(["50", "100", "0.95", "sure"])("refuses confidence %s", (text) => {
    expect(() => parseInputs({ confidence: text })).toThrow(/not a percentage above 50 and below 100/);
  });

  const budget = (text: string) => parseInputs({ until: "fixed", budget: text }).budget;

  it.each([
    ["12h", { clock: "wall", seconds: 43_200 }],
    ["90 min", { clock: "wall", seconds: 5400 }],
    ["40 guest-hours", { clock: "guests", seconds: 144_000 }],
    ["1.5 guest hours", { clock: "guests", seconds: 5400 }],
    ["1guest-hour", { clock: "guests", seconds: 3600 }],
  ])("budget %s", (text, value) => {
    expect(budget(text)).toEqual(value);
  });

  it.each([
    ["0", /a budget of nothing/],
    ["0h", /a budget of nothing/],
    ["0 guest-hours", /a budget of nothing/],
    ["much", /"much" is no budget; write 12h \(wall clock\) or 40 guest-hours/],
    ["500d", /more than a year/],
  ])("refuses budget %s", (text, message) => {
    expect(() => budget(text)).toThrow(message);
  });
});
