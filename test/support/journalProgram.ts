/** A job of a bisection, as far as it hands on observations: see `bisectionServices.test.ts`. */
import type { Observation } from "../../src/bisect/observations.ts";
import type { JobContext } from "../../src/context.ts";
import { githubStore } from "../../src/github/stores.ts";
import { Journal } from "../../src/handoff/bisection.ts";
import { parseInputs } from "../../src/inputs/parse.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { recordingUi } from "./ui.ts";

const [role = "", ...ids] = process.argv.slice(2);
const ui = recordingUi();
const attempt = Number(process.env.GITHUB_RUN_ATTEMPT ?? "1");
const store = await githubStore(process.env, attempt, ui);
const context: JobContext = {
  inputs: parseInputs({ mode: "bisect", good: "v1", configs: "TREE03" }),
  ui,
  signal: new AbortController().signal,
  executor: new LocalExecutor(),
  buildRunner: { run: () => Promise.reject(new Error("nothing is to be built")) },
  environment: { attempt, workspace: ".", variables: process.env },
  openStore: async () => store,
  remember: () => undefined,
};
const seen = (id: string): Observation => ({
  ...{ id, commit: "a".repeat(40), outcome: "ran", errors: [], seconds: 10 },
});
if (role === "probe") {
  const journal = Journal.begin(context, store, "0123456789abcdef");
  for (const id of ids) journal.observe(seen(id));
  const lost = await journal.close();
  if (lost !== undefined) throw new Error(lost);
} else {
  const journal = await Journal.open(context, store, "0123456789abcdef", []);
  await journal.gather();
  const known = journal.observations.map(({ id }) => id).sort();
  // The toolkit writes to the same stream.
  console.log(`known: ${known.join(" ")}`);
}
