import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { importsOf } from "../../scripts/support/rooms.ts";
import { camelCase } from "../../src/inputs/spec.ts";
import { inputTable, outputTable } from "../../src/inputs/table.ts";
import { verdicts } from "../../src/results/kinds.ts";

/** What is promised has to reach somebody: an input is read, an output is set, an option has a caller that gives it. */
const src = fileURLToPath(new URL("../../src", import.meta.url));
const files = new Map(
  readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [name, readFileSync(join(src, name), "utf8")] as const),
);
const beyond = (room: string) => [...files].filter(([name]) => !name.startsWith(room));

test("every input is read by something that is not the parser", () => {
  const text = beyond("inputs/")
    .map(([, one]) => one)
    .join("\n");
  const unread = Object.keys(inputTable).filter((name) => !new RegExp(`\\b${camelCase(name)}\\b`).test(text));
  expect(unread).toEqual([]);
});

test("every output is set, and every output that is set is in the table", () => {
  const text = [...files.values()].join("\n");
  const literal = [...text.matchAll(/\boutput\(\s*"([\w-]+)"/g)].map(([, name]) => name ?? "");
  const named = [...text.matchAll(/^ {2}"[\w.]+": "([\w-]+)",$/gm)].map(([, name]) => name ?? "");
  const set = new Set([...literal, ...verdicts, ...named]);
  expect(Object.keys(outputTable).filter((name) => !set.has(name))).toEqual([]);
  expect(literal.filter((name) => !(name in outputTable))).toEqual([]);
});

/** Types and properties that this test cannot see given, and why that is well. */
const exempt: Readonly<Record<string, string>> = {
  BuildOptions: "the inputs are given whole",
  "CpuOptions.bootargs": "the inputs are given whole",
  "CacheStoreOptions.limits": "tests do not wait for minutes",
  "InstallOptions.waits": "tests do not wait for half a minute",
  "MatrixOptions.split": "tests look at plans without it",
};

test("every optional property of a type of options is given by a caller in src/", () => {
  const importers = new Map<string, string[]>();
  for (const [name, text] of files) {
    for (const target of importsOf(name, text))
      importers.set(target, [...(importers.get(target) ?? []), name]);
  }
  const unused: string[] = [];
  for (const [name, text] of files) {
    for (const [block, type = ""] of text.matchAll(
      /^(?:export )?(?:interface|type) (\w*Options\b)[^{]*\{\n[\s\S]*?^\}/gm,
    )) {
      const rest = text.replace(block, "");
      const callers = [rest, ...(importers.get(name) ?? []).map((one) => files.get(one) ?? "")].join("\n");
      for (const [, property = ""] of block.matchAll(/^ {2}(?:readonly )?(\w+)\?:/gm)) {
        // `limit: 10` and `{ limit }`, but not a default where it is taken apart.
        const given = new RegExp(
          `(?:[{,(]|\\.\\.\\.\\(?[^\\n]*\\?[^\\n]*)\\s*${property}\\s*(?::|,|\\})|^\\s+${property}(?::|,$)`,
          "m",
        );
        if (!given.test(callers) && !(type in exempt) && !(`${type}.${property}` in exempt))
          unused.push(`${name}: ${type}.${property}`);
      }
    }
  }
  expect(unused).toEqual([]);
});
