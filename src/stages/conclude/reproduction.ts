import type { JobContext } from "../../context.ts";
import type { InputName } from "../../inputs/table.ts";
import { defaultText, inputTexts, shapingInputs } from "../../inputs/texts.ts";
import { command, repository } from "../../repository.ts";
import { unpassedScenarios } from "../../results/attempts.ts";
import type { Results } from "../../results/schema.ts";
import { quoteWord } from "../../systems/quote.ts";

type Reproduction = NonNullable<Results["reproduction"]>;

/** Inputs that a run elsewhere has to be given as well: not those that say what is made of what it finds. */
const withLaptop = (["torture", "kasan", "kcsan", ...shapingInputs] as const).filter(
  (name) => name !== "ignore" && name !== "stop-on-failure" && name !== "trust-make",
);
const isFlag = (name: InputName) =>
  name === "kasan" || name === "kcsan" || name === "debug-info" || name === "no-initrd";

export interface ReproductionOptions {
  /** Texts of inputs by name, where they are others than the job's: those of a plan. */
  readonly texts?: Readonly<Record<string, string>>;
  /** A store keeps the kernels of this run. */
  readonly stored: boolean;
}

/**
 * How to run a job of a workflow again when its runner is gone: the step for a workflow, which fetches the kernels, and
 * the lines for a laptop, which build them. Undefined outside of workflows.
 */
export function reproductionOf(
  { inputs, environment }: Pick<JobContext, "inputs" | "environment">,
  results: Results,
  { texts = {}, stored }: ReproductionOptions,
): Reproduction | undefined {
  const { GITHUB_RUN_ID: id } = environment.variables;
  if (!id) return undefined;
  const unpassed = unpassedScenarios(results);
  const all = [...new Set(results.guests.map(({ scenario }) => scenario))];
  const scenarios = unpassed.length > 0 ? unpassed : all;
  const seconds = results.guests.find(({ timing }) => timing.planned !== undefined)?.timing.planned;
  // What an old run was built with is not among the inputs of its re-run.
  const laptop =
    inputs.again === undefined && inputs.mode !== "report" ? true : Object.keys(texts).length > 0;
  const source = inputs.again?.startsWith("run:") ? inputs.again : `run:${id}`;
  return {
    ...(stored ? { workflow: step(source, unpassed.length > 0, inputs.torture) } : {}),
    ...(laptop && scenarios.length > 0
      ? { laptop: lines(results, scenarios, seconds, { ...inputTexts(inputs, withLaptop), ...texts }) }
      : {}),
  };
}

function step(again: string, failed: boolean, torture: string): string {
  return [
    `- uses: ${repository}@v1`,
    "  with:",
    `    again: ${again}`,
    ...(failed ? ["    configs: failed"] : []),
    ...(torture === "rcu" ? [] : [`    torture: ${torture}`]),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a workflow's own expression
    "    github-token: ${{ github.token }} # needs actions: read",
  ].join("\n");
}

/** For a shell in a clone of the kernel. */
function lines(
  { kernel }: Results,
  scenarios: readonly string[],
  seconds: number | undefined,
  texts: Readonly<Record<string, string>>,
): string {
  const flags = withLaptop.flatMap((name) => {
    const text = texts[name] ?? "";
    if (text === "" || text === defaultText(name)) return [];
    return isFlag(name) ? [`--${name}`] : [`--${name}`, quoteWord(text)];
  });
  const run = [
    ...[command, "run", "--kernel", ".", "--configs", quoteWord(scenarios.join(" "))],
    ...(seconds === undefined ? [] : ["--duration", `${Math.round(seconds)}s`]),
    ...flags,
  ].join(" ");
  const commit = /^[0-9a-f]{7,64}$/.test(kernel.commit ?? "") ? kernel.commit : undefined;
  return [
    ...(kernel.state === "modified"
      ? ["# The tree had changes that are in no commit: testid.txt shows them."]
      : []),
    ...(commit === undefined ? [] : [`git checkout ${commit}`]),
    run,
  ].join("\n");
}
