import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scriptFlags, scripts } from "../../src/inputs/scriptFlags.ts";
import { parityTrees } from "../support/kernelTree.ts";

const trees = await parityTrees();

/** The labels of a script's `case "$1" in`, up to its end. */
function parsedBy(rcutorture: string, script: string): string[] {
  let text: string;
  try {
    text = readFileSync(join(rcutorture, "bin", script), "utf8");
  } catch {
    return []; // Not yet in this tree.
  }
  const body = /case "\$1" in\n([\s\S]*?)\n\tesac/g;
  return [...text.matchAll(body)].flatMap(([, cases = ""]) =>
    [...cases.matchAll(/^\s*((?:-{1,2}[a-zA-Z][\w-]*\|?)+)\)/gm)].flatMap(([, labels = ""]) =>
      labels.split("|"),
    ),
  );
}

describe.each(trees)("$name", ({ rcutorture }) => {
  test.each(scripts)("every flag that %s parses stands in the table", (script) => {
    const known = scriptFlags[script].flatMap(({ flags }) => flags);
    expect(parsedBy(rcutorture, script).filter((flag) => !known.includes(flag))).toEqual([]);
  });
});

test("the flags that are parsed are found at all, and the table has no others", () => {
  for (const script of scripts) {
    const parsed = new Set(trees.flatMap(({ rcutorture }) => parsedBy(rcutorture, script)));
    const known = scriptFlags[script].flatMap(({ flags }) => flags);
    expect(known.filter((flag) => !parsed.has(flag))).toEqual([]);
  }
  const newest = trees.at(-1)?.rcutorture ?? "";
  expect(parsedBy(newest, "kvm.sh").length).toBeGreaterThan(35);
  expect(parsedBy(newest, "torture.sh").length).toBeGreaterThan(50);
});
