import { expect, test } from "vitest";
import { type ScenarioStatistics, sentences } from "../../src/report/statistics.ts";

const nothing = { estimate: 0, low: 0, high: 0 };
const scenario = (name: string, failures: number): ScenarioStatistics => ({
  scenario: name,
  samples: 2,
  failures,
  hours: 0.5,
  ratePerHour: nothing,
  failureProbability: nothing,
  sentence: `${failures} of 2 runs failed.`,
  ...(failures > 0 && { moreNeeded: "More is needed." }),
});

test("each scenario has its sentence while they are few", () => {
  expect(sentences([scenario("A", 1), scenario("B", 0)])).toEqual([
    { name: "A", words: "1 of 2 runs failed. More is needed." },
    { name: "B", words: "0 of 2 runs failed." },
  ]);
});

test("many that never failed have one together, after those that did", () => {
  const many = ["B", "C", "D", "E"].map((name) => scenario(name, 0));
  expect(sentences([...many, scenario("A", 1)])).toEqual([
    { name: "A", words: "1 of 2 runs failed. More is needed." },
    { name: "", words: "None of 8 runs of the other 4 scenarios failed in 2h." },
  ]);
  expect(sentences(many)).toEqual([{ name: "", words: "None of 8 runs of these 4 scenarios failed in 2h." }]);
});
