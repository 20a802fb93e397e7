/**
 * Writes what comes from the tables: action.yml, docs/inputs.md and the JSON Schema of results.json.
 * `--check` writes nothing and fails when a file differs.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { renderFromKvmSh } from "../src/inputs/fromKvmSh.ts";
import { renderActionYml, renderInputsDoc } from "../src/inputs/render.ts";
import { resultsSchema } from "../src/results/schema.ts";

export const generated: Record<string, () => string> = {
  "action.yml": renderActionYml,
  "docs/inputs.md": renderInputsDoc,
  "docs/from-kvm-sh.md": renderFromKvmSh,
  "docs/results.schema.json": () =>
    `${JSON.stringify(z.toJSONSchema(resultsSchema, { io: "input" }), null, 2)}\n`,
};

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
  } catch {
    return undefined;
  }
}

/** Paths of generated files that are not what the tables say. */
export function drifted(): string[] {
  return Object.entries(generated)
    .filter(([path, render]) => contentOf(path) !== render())
    .map(([path]) => path);
}

if (import.meta.main) {
  const stale = drifted();
  if (!process.argv.includes("--check")) {
    for (const path of stale) {
      writeFileSync(new URL(`../${path}`, import.meta.url), generated[path]?.() ?? "");
      console.log(`generated ${path}`);
    }
  } else if (stale.length > 0) {
    console.error(`Out of date: ${stale.join(", ")}. Run: npm run generate`);
    process.exitCode = 1;
  }
}
