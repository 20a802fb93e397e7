import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readResults } from "../../src/results/read.ts";
import { mergeFixture } from "./shards.ts";

const [part] = mergeFixture().parts;
const results = part?.results;
const text = JSON.stringify(results);

it("reads results of this version", () => {
  expect(readResults(text)).toEqual({ results });
});

it("gives what older programs did not write its default", () => {
  const older = JSON.parse(text);
  for (const guest of older.guests) {
    delete guest.sample;
    delete guest.attempt;
    delete guest.progress;
  }
  const read = readResults(JSON.stringify(older));
  expect("results" in read && read.results.guests[0]).toMatchObject({ sample: 1, attempt: 1, progress: [] });
});

it("upgrades older versions step by step", () => {
  const older = { ...JSON.parse(text), version: -1, kernel: undefined, linux: { state: "clean" } };
  const upgrades = {
    [-1]: ({ linux, ...rest }: Record<string, unknown>) => ({ ...rest, tree: linux }),
    0: ({ tree, ...rest }: Record<string, unknown>) => ({ ...rest, kernel: tree }),
  };
  const read = readResults(JSON.stringify(older), upgrades);
  expect("results" in read && read.results).toMatchObject({ version: 1, kernel: { state: "clean" } });
});

it.each<[string, string, string]>([
  [
    "newer ones",
    JSON.stringify({ ...results, version: 2 }),
    "they have version 2, and this program reads up to 1",
  ],
  [
    "older ones that nobody knows",
    JSON.stringify({ ...results, version: 0 }),
    "version 0, which is not known",
  ],
  ["what was cut off", text.slice(0, text.length / 2), "they are not JSON"],
  ["something else", readFileSync("package.json", "utf8"), "they name no version"],
  ["a verdict that there is not", text.replaceAll('"passed"', '"fine"'), "verdict"],
])("refuses %s", (_, given, message) => {
  const read = readResults(given);
  expect("problem" in read && read.problem).toContain(message);
});
