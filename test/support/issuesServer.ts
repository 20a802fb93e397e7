import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** An issue as GitHub's REST API has it, as far as anybody here looks. */
export interface ServedIssue {
  number: number;
  title: string;
  body: string | null;
  state: "open" | "closed";
  state_reason: string | null;
  labels: { name: string }[];
  html_url: string;
  comments: string[];
  pull_request?: object;
}

/** A server that speaks GitHub's REST API for the issues of `o/r` (docs.github.com/rest/issues), with its pages. */
export interface IssuesServer {
  readonly url: string;
  readonly issues: ServedIssue[];
  /** Method and path of each request. */
  readonly requests: string[];
  /** Answers everything with this status from now on; undefined: as it should. */
  refuse: number | undefined;
  close(): Promise<void>;
}

const token = "secret-token";

/** What the API allows at most, as tests need more than one page. */
const mostPerPage = 100;
const longestBody = 65_536;

export async function serveIssues(): Promise<IssuesServer> {
  const issues: ServedIssue[] = [];
  const requests: string[] = [];
  let origin = "";
  const served = {
    refuse: undefined as number | undefined,
    issues,
    requests,
  };

  const answer = async (
    request: IncomingMessage,
  ): Promise<{ status: number; body: unknown; link?: string }> => {
    const url = new URL(request.url ?? "", origin);
    requests.push(`${request.method} ${url.pathname}`);
    if (served.refuse !== undefined) return { status: served.refuse, body: { message: "refused" } };
    if (request.headers.authorization !== `token ${token}`)
      return { status: 401, body: { message: "Bad credentials" } };
    const sent = (await text(request)) || "{}";
    const given = JSON.parse(sent) as Partial<Omit<ServedIssue, "labels">> & { labels?: string[] };
    if ((given.body?.length ?? 0) > longestBody)
      return { status: 422, body: { message: "body is too long" } };
    const [, number, rest] = /^\/repos\/o\/r\/issues(?:\/(\d+)(\/comments)?)?$/.exec(url.pathname) ?? [];
    if (!url.pathname.startsWith("/repos/o/r/issues")) return { status: 404, body: { message: "Not Found" } };
    if (request.method === "GET") {
      const perPage = Math.min(mostPerPage, Number(url.searchParams.get("per_page") ?? 30));
      const page = Number(url.searchParams.get("page") ?? 1);
      const label = url.searchParams.get("labels");
      const all = issues.filter(({ labels }) => label === null || labels.some(({ name }) => name === label));
      const next = new URL(url);
      next.searchParams.set("page", String(page + 1));
      const link = all.length > page * perPage ? { link: `<${next.href}>; rel="next"` } : {};
      return { status: 200, body: all.slice((page - 1) * perPage, page * perPage), ...link };
    }
    if (request.method === "POST" && number === undefined) {
      const made: ServedIssue = {
        number: issues.length + 1,
        title: given.title ?? "",
        body: given.body ?? null,
        state: "open",
        state_reason: null,
        labels: (given.labels ?? []).map((name) => ({ name })),
        html_url: `${origin}/o/r/issues/${issues.length + 1}`,
        comments: [],
      };
      issues.push(made);
      return { status: 201, body: made };
    }
    const issue = issues.find((one) => one.number === Number(number));
    if (issue === undefined) return { status: 404, body: { message: "Not Found" } };
    if (request.method === "POST" && rest !== undefined) {
      issue.comments.push(given.body ?? "");
      return { status: 201, body: { id: issue.comments.length } };
    }
    if (request.method === "PATCH") {
      const { labels: _, ...changes } = given;
      Object.assign(issue, changes);
      if (given.state === "open" && given.state_reason === undefined) issue.state_reason = "reopened";
      return { status: 200, body: issue };
    }
    return { status: 405, body: { message: "Method Not Allowed" } };
  };

  const server: Server = createServer((request, response) => {
    void answer(request)
      .catch((error: unknown) => ({ status: 500, body: { message: String(error) }, link: undefined }))
      .then(({ status, body, link }) => {
        response.writeHead(status, {
          "content-type": "application/json; charset=utf-8",
          ...(link === undefined ? {} : { link }),
        });
        response.end(JSON.stringify(body));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(served, {
    url: origin,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** What the runner would say of this server. */
export const issuesVariables = ({ url }: Pick<IssuesServer, "url">) => ({
  GITHUB_API_URL: url,
  GITHUB_REPOSITORY: "o/r",
});

export const issuesToken = token;
