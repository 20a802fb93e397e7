import { setTimeout as sleep } from "node:timers/promises";
import { GitHub, getOctokitOptions } from "@actions/github/lib/utils";
import type { IssueTracker, TrackedIssue } from "../contracts/issueTracker.ts";
import { InfrastructureError, InputError, messageOf } from "../errors.ts";

/** Milliseconds between two writes, as GitHub asks for ("best practices for using the REST API"). */
const betweenWrites = 1_000;

/** What GitHub means by a status, and what to do. */
const meanings: Readonly<Record<number, string>> = {
  401: "github-token is not valid",
  403: "github-token may not do that: give the job `permissions: issues: write`",
  404: "github-token cannot see this repository: give the job `permissions: issues: write`",
  410: "the repository has no issues: switch them on in its settings",
};

function told(what: string, error: unknown): InfrastructureError {
  const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 0;
  const reason = meanings[status] ?? `${messageOf(error)}; try again later`;
  return new InfrastructureError(
    `GitHub's issues: ${what} failed${status ? ` (${status})` : ""}: ${reason}.`,
  );
}

interface Answer {
  readonly number: number;
  readonly body?: string | null | undefined;
  readonly state: string;
  readonly state_reason?: string | null | undefined;
  readonly html_url: string;
}

const issueOf = ({ number, body, state, state_reason, html_url }: Answer): TrackedIssue => ({
  number,
  body: body ?? "",
  state: state === "open" ? "open" : "closed",
  reason: state_reason ?? undefined,
  url: html_url,
});

/**
 * Issues of the repository that the workflow runs in, by GitHub's REST API.
 * @param variables the runner's: GITHUB_REPOSITORY, GITHUB_API_URL
 * @param pause milliseconds between two writes
 * @throws InputError without a token or a repository
 */
export function githubIssues(
  variables: Readonly<Record<string, string | undefined>>,
  token: string | undefined,
  pause = betweenWrites,
): IssueTracker {
  const { GITHUB_REPOSITORY: repository = "", GITHUB_API_URL: baseUrl = "https://api.github.com" } =
    variables;
  const [owner, repo] = repository.split("/");
  if (token === undefined) {
    throw new InputError("github-token: mode issues needs one with `issues: write`, usually github.token.");
  }
  if (!owner || !repo) {
    throw new InputError(
      `GITHUB_REPOSITORY: "${repository}" is not owner/name; set it where this is no workflow.`,
    );
  }
  const { rest, paginate } = new GitHub(getOctokitOptions(token, { baseUrl }));
  let written = 0;
  /** Writes come one after the other; one that failed is not tried again, as it may have been carried out. */
  const write = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
    if (written++ > 0) await sleep(pause);
    try {
      return await call();
    } catch (error) {
      throw told(what, error);
    }
  };
  return {
    async list(label) {
      try {
        const all = await paginate(rest.issues.listForRepo, {
          owner,
          repo,
          labels: label,
          state: "all",
          sort: "created",
          direction: "asc",
          per_page: 100,
        });
        return all.filter((one) => one.pull_request === undefined).map(issueOf);
      } catch (error) {
        throw told("listing them", error);
      }
    },
    async create({ title, body, label }) {
      const call = () => rest.issues.create({ owner, repo, title, body, labels: [label] });
      return issueOf((await write("opening one", call)).data);
    },
    async change(number, { title, body, state, reason }) {
      await write(`changing #${number}`, () =>
        rest.issues.update({
          owner,
          repo,
          issue_number: number,
          ...(title === undefined ? {} : { title }),
          ...(body === undefined ? {} : { body }),
          ...(state === undefined ? {} : { state }),
          ...(reason === undefined ? {} : { state_reason: reason }),
        }),
      );
    },
    async comment(number, body) {
      await write(`commenting on #${number}`, () =>
        rest.issues.createComment({ owner, repo, issue_number: number, body }),
      );
    },
  };
}
