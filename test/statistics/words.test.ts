import { describe, expect, it } from "vitest";
import { amount, confidencePercent, hours, percent, plural, pWords } from "../../src/statistics/words.ts";

describe("numbers in sentences", () => {
  it.each([
    [0, "0"],
    [0.02, "0.020"],
    [0.00001, "1.0e-5"],
    [3.146, "3.1"],
    [12.345, "12"],
    [257.2, "257"],
    [12_345.6, "12,300"],
    [Infinity, "infinitely many"],
  ])("%d is written %s", (value, text) => {
    expect(amount(value)).toBe(text);
  });

  it.each([
    [0.002, "7.2 s"],
    [0.5, "30 min"],
    [3.1, "3.1 h"],
    [50, "50 h"],
    [57.18, "57.2 h"],
    [1500, "1,500 h"],
  ])("%d hours are written %s", (value, text) => {
    expect(hours(value)).toBe(text);
  });

  it("writes shares, confidences, counts and p values", () => {
    expect([percent(0.2), percent(0.0031), percent(1)]).toEqual(["20 %", "0.31 %", "100 %"]);
    expect([confidencePercent(0.95), confidencePercent(0.999)]).toEqual(["95 %", "99.9 %"]);
    expect([plural(1, "run"), plural(0, "run"), plural(1500, "run")]).toEqual([
      "1 run",
      "0 runs",
      "1,500 runs",
    ]);
    expect([pWords(0.0083), pWords(1e-9), pWords(1)]).toEqual(["p = 0.0083", "p < 0.0001", "p = 1"]);
  });
});
