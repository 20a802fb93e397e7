import type { JobContext } from "../../context.ts";
import { commandWords } from "../../repository.ts";
import { mergeAttempts } from "../../results/attempts.ts";
import type { GuestResult, Results } from "../../results/schema.ts";
import { allowanceOf } from "../../rundir/trust.ts";
import { quote } from "../../systems/quote.ts";
import type { Executed, Judged, Prepared } from "../data.ts";
import { withAnswer } from "./answer.ts";
import { reproductionOf } from "./reproduction.ts";
import { assembleResults } from "./results.ts";

/** The command that runs again, from this run directory, what did not pass. */
function reproduction(path: string, guests: readonly GuestResult[], flags: readonly string[]): string {
  const again = [...commandWords, "run", "--again", path, ...flags] as const;
  const passed = guests.every(({ verdict }) => verdict === "passed");
  return quote(passed ? again : [...again, "--configs", "failed"]);
}

/**
 * Results of a run whose guests have been judged.
 * @param earlier results of earlier attempts, which these are put beside
 */
export async function concludeRun(
  context: Pick<JobContext, "inputs" | "environment" | "signal">,
  prepared: Prepared,
  executed: Executed,
  { guests, builds, scriptsErrors }: Judged,
  earlier?: Results,
): Promise<Results> {
  const { environment, signal } = context;
  const allowance = await allowanceOf(
    prepared.run,
    guests.map(({ name }) => name),
  );
  const allow = allowance.length === 0 ? [] : ["--allow-qemu-options", allowance.join(" ")];
  const again = reproduction(prepared.run.path, guests, [...executed.flags, ...allow]);
  // On a runner that is gone when somebody reads this, its path is of no use.
  const { GITHUB_RUN_ID: id, RUNNER_ENVIRONMENT: runner } = environment.variables;
  const isGone = id !== undefined && id !== "" && runner !== "self-hosted";
  const current = assembleResults({
    run: prepared.run,
    guests,
    builds,
    scriptsBuildErrors: scriptsErrors,
    systems: executed.systems,
    attempt: environment.attempt,
    // The tree's own origin first: it need not be the repository that the workflow runs in.
    repository: prepared.repository ?? environment.repository,
    describe: prepared.describe,
    reproduce: isGone ? undefined : again,
    interrupted: signal.aborted,
    infrastructure: [...prepared.infrastructure, ...executed.infrastructure],
    now: new Date(),
  });
  const all = earlier === undefined ? current : mergeAttempts(earlier, current);
  const elsewhere = reproductionOf(context, all, { stored: prepared.store !== undefined });
  const results = elsewhere === undefined ? all : { ...all, reproduction: elsewhere };
  return prepared.question === undefined ? results : withAnswer(results, prepared.question);
}
