import type { IncomingMessage, ServerResponse } from "node:http";
import type { Artifact, ArtifactService } from "./artifactService.ts";
import type { Blobs } from "./blobs.ts";

/** The token that may read the artifacts of other runs here (`actions: read`). */
export const readToken = "ghs_actionsRead";

export interface RestCall {
  readonly method: "ListRunArtifacts" | "DownloadRunArtifact";
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** The two calls of GitHub's REST API by which artifacts of any run are found; `undefined`: another URL. */
export function restCallOf(url: URL, service: ArtifactService, blobs: Blobs): RestCall | undefined {
  const list = /^\/repos\/[^/]+\/[^/]+\/actions\/runs\/(\d+)\/artifacts$/.exec(url.pathname);
  if (list !== null) {
    const page = Number(url.searchParams.get("page") ?? 1);
    const perPage = Number(url.searchParams.get("per_page") ?? 30);
    return {
      method: "ListRunArtifacts",
      answer: async (request, response) => {
        if (!authorized(request, response)) return;
        const found = service.artifacts.filter((each) => each.finalized && each.runId === list[1]);
        const shown = found.slice((page - 1) * perPage, page * perPage).map(asRest);
        json(response, 200, { total_count: found.length, artifacts: shown });
      },
    };
  }
  const download = /^\/repos\/[^/]+\/[^/]+\/actions\/artifacts\/(\d+)\/zip$/.exec(url.pathname);
  if (download === null) return undefined;
  return {
    method: "DownloadRunArtifact",
    answer: async (request, response) => {
      if (!authorized(request, response)) return;
      const artifact = service.artifacts.find((each) => String(each.id) === download[1]);
      if (artifact === undefined || (await blobs.size(artifact.blob)) === undefined) {
        return json(response, 404, { message: "Not Found" });
      }
      response.writeHead(302, { location: await blobs.downloadUrl(artifact.blob, artifact.name) }).end();
    },
  };
}

export function json(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function authorized(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.headers.authorization?.endsWith(` ${readToken}`)) return true;
  json(response, 403, { message: "Resource not accessible by integration" });
  return false;
}

function asRest(artifact: Artifact): unknown {
  return {
    id: artifact.id,
    name: artifact.name,
    size_in_bytes: artifact.size,
    created_at: artifact.createdAt.toISOString(),
    digest: artifact.digest,
  };
}
