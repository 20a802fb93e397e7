import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { JobContext } from "../context.ts";
import { exitStatus, InputError, messageOf } from "../errors.ts";
import { parseIgnoreLines } from "../inputs/ignore.ts";
import { addToBaseline } from "../results/baseline.ts";
import { gate } from "../results/gate.ts";
import { writeAtomically } from "../storage/atomicFile.ts";
import { judged } from "./judged.ts";

/** Days that a new line counts for: nobody looks at a list that never ends. */
const days = 90;
const day = 86_400_000;
const defaultFile = "rcutorture-baseline.txt";

/** Mode `baseline`: adds the failures of a run directory to the file of known ones. */
export async function baseline({ inputs, environment, ui }: JobContext): Promise<number> {
  const rundir = resolve(environment.workspace, inputs.rundir ?? ".");
  const path = resolve(environment.workspace, inputs.baseline ?? defaultFile);
  const about = { ignore: parseIgnoreLines(inputs.ignore, new Date()), attempt: environment.attempt };
  const results = await judged(rundir, about);
  const { newFailures } = gate(results, { failOn: "any", baseline: [], past: undefined });
  const before = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw new InputError(`baseline: "${path}" cannot be read (${messageOf(error)}).`);
  });
  const until = new Date(Date.now() + days * day).toISOString().slice(0, 10);
  const { text, added } = addToBaseline(before, newFailures, until);
  if (added > 0) await writeAtomically(path, text);
  ui.info(
    added === 0
      ? `${path}: every failure of ${rundir} that can be named stands there; nothing was added.`
      : `${path}: ${added} added, until ${until}. Say in each line why the failure is known, and commit the file.`,
  );
  return exitStatus.passed;
}
