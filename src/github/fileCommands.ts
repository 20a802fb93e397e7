import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { InfrastructureError, messageOf } from "../errors.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** Why a file of the runner cannot be appended to; undefined: it can. @actions/core does not create it either. */
async function problemOf(path: string): Promise<string | undefined> {
  try {
    const file = await open(path, constants.O_WRONLY | constants.O_APPEND | constants.O_NONBLOCK);
    try {
      if (!(await file.stat()).isFile()) return "is not a regular file";
    } finally {
      await file.close();
    }
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/**
 * Looks at the files through which a step talks to its runner, before anything starts. One that the environment does
 * not name is not used.
 *
 * @returns what is missing that nobody has to act on before the job: the summary
 * @throws InfrastructureError for outputs or state that would be lost at the end
 */
export async function checkFileCommands(variables: Variables): Promise<string[]> {
  for (const name of ["GITHUB_OUTPUT", "GITHUB_STATE"]) {
    const path = variables[name];
    if (!path) continue;
    const problem = await problemOf(path);
    if (problem === undefined) continue;
    throw new InfrastructureError(
      `${name}: "${path}" cannot be written to (${problem}), so nothing could be handed to later steps; ` +
        "check the runner's temporary folder, its owner and its free space.",
    );
  }
  const path = variables.GITHUB_STEP_SUMMARY;
  const problem = path ? await problemOf(path) : undefined;
  if (problem === undefined) return [];
  return [`GITHUB_STEP_SUMMARY: "${path}" cannot be written to (${problem}); there will be no summary.`];
}
