import type { JobEnvironment } from "../context.ts";
import type { RawInputs } from "../inputs/parse.ts";
import { inputTable } from "../inputs/table.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** What the runner's variables say (documented under "default environment variables"). */
export function jobEnvironment(variables: Variables, workspace: string): JobEnvironment {
  const attempt = Number(variables.GITHUB_RUN_ATTEMPT ?? "1");
  const { GITHUB_REPOSITORY: repository } = variables;
  return {
    attempt: Number.isInteger(attempt) && attempt > 0 ? attempt : 1,
    ...(repository ? { repository } : {}),
    workspace,
    variables,
  };
}

/** Inputs as the runner hands them over: `INPUT_KMAKE-ARG` and so on. */
export function inputsFromRunner(variables: Variables): RawInputs {
  return Object.fromEntries(
    Object.keys(inputTable).map((name) => [name, variables[`INPUT_${name.toUpperCase()}`]]),
  );
}
