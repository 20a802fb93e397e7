import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../src/modes", import.meta.url));

/** A mode is read aloud: a list of stages, in one breath. */
const longestMode = 60;

test.each(readdirSync(folder))("src/modes/%s reads as a list of stages: at most 60 lines", (name) => {
  const lines = readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(longestMode);
});
