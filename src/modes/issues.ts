import { resolve } from "node:path";
import type { JobContext } from "../context.ts";
import { exitStatus, InputError } from "../errors.ts";
import { resultsAt } from "../handoff/resultsFile.ts";
import { publishIssues } from "../stages/publish/issues.ts";

/** Mode `issues`: what the results of a night make of the repository's issues. */
export async function issues(context: JobContext): Promise<number> {
  const { inputs, environment, ui, openIssues } = context;
  if (openIssues === undefined) throw new InputError("mode: there are no issues here.");
  const tracker = await openIssues();
  const results = await resultsAt("rundir", resolve(environment.workspace, inputs.rundir ?? "."));
  const {
    GITHUB_SERVER_URL: server = "https://github.com",
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: id,
  } = environment.variables;
  await publishIssues(results, tracker, ui, {
    closeAfter: inputs.closeAfter,
    run: id ?? results.createdAt,
    url: id === undefined ? undefined : `${server}/${repository}/actions/runs/${id}`,
  });
  return exitStatus.passed;
}
