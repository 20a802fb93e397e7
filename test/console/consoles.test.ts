import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ConsoleAnalyzer } from "../../src/console/analyzer.ts";

const folder = new URL("consoles/", import.meta.url);
const rows = readFileSync(new URL("expected.tsv", folder), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t") as [file: string, title: string]);

const errorsOf = (file: string) => {
  const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
  analyzer.write(readFileSync(new URL(file, folder)));
  return analyzer.end().findings.filter(({ severity }) => severity === "error");
};

test.each(rows)("%s: %s", (file, title) => {
  const titles = errorsOf(file).map((finding) => finding.title);
  if (title === "pass") expect(titles).toEqual([]);
  else expect(titles).toEqual([expect.stringMatching(new RegExp(title))]);
});

test("tasks that wait for the same grace period are one bug", () => {
  const [a, b] = ["a", "b"].map((name) => errorsOf(`hung-in-synchronize-${name}.txt`)[0]?.fingerprint);
  expect(a).toBe(b);
});
