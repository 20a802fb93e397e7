import { hostname } from "node:os";
import type { JobContext } from "../../../context.ts";
import { userName } from "../../../systems/home.ts";

/** Who we are, in one line, for others who want the machines. */
export function whoWeAre({ variables }: JobContext["environment"]): string {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: run,
    GITHUB_JOB: job,
  } = variables;
  if (run) return `${server}/${repository}/actions/runs/${run}${job ? `, job ${job}` : ""}`;
  return `${userName()} on ${hostname()} (process ${process.pid})`;
}
