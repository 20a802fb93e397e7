import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { ArtifactService } from "./artifactService.ts";
import { type Blobs, startBlobs } from "./blobs.ts";
import { CacheService } from "./cacheService.ts";
import { control } from "./control.ts";
import { type ServiceFault, takeFault } from "./faults.ts";
import { json, restCallOf } from "./restApi.ts";
import { type Caller, callerOf, runtimeToken } from "./token.ts";
import { TwirpError } from "./twirpError.ts";

/** A request that came in, in order. */
export interface SeenRequest {
  readonly method: string;
  readonly status: number | undefined;
  readonly at: number;
}

export interface JobIdentity {
  readonly runId?: string;
  readonly attempt?: number;
  /** The services' name of the run: the same after "re-run failed jobs", another one after "re-run all jobs". */
  readonly backendRun?: string;
  readonly job?: string;
}

export interface ActionsBackend {
  readonly url: string;
  readonly artifacts: ArtifactService;
  readonly cache: CacheService;
  readonly blobs: Blobs;
  readonly faults: ServiceFault[];
  readonly requests: SeenRequest[];
  /** What the runner puts into the environment of a job's JavaScript actions. */
  env(job?: JobIdentity): Record<string, string>;
  /** Ends all faults. */
  heal(): void;
  stop(): Promise<void>;
}

/**
 * GitHub's services for artifacts and caches on 127.0.0.1, good enough for the real @actions/artifact and
 * @actions/cache: Azurite for the blobs, and this server for the Twirp services and two calls of the REST API.
 */
export async function startActionsBackend(): Promise<ActionsBackend> {
  const blobs = await startBlobs();
  const artifacts = new ArtifactService(blobs);
  const cache = new CacheService(blobs);
  const faults: ServiceFault[] = [];
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    answer(backend, request, response).catch((error: unknown) => {
      const known = error instanceof TwirpError;
      const message = error instanceof Error ? error.message : String(error);
      json(response, known ? error.status : 500, { code: known ? error.code : "internal", msg: message });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${portOf(server)}`;
  const backend: ActionsBackend = {
    url,
    artifacts,
    cache,
    blobs,
    faults,
    requests,
    env: ({ runId = "4711", attempt = 1, backendRun = `run-${runId}`, job = "job-1" } = {}) => ({
      ACTIONS_RESULTS_URL: `${url}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken({ backendRun, backendJob: job, runId }),
      ACTIONS_CACHE_SERVICE_V2: "1",
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_API_URL: url,
      GITHUB_REPOSITORY: "torvalds/linux",
      GITHUB_RUN_ID: runId,
      GITHUB_RUN_ATTEMPT: String(attempt),
    }),
    heal() {
      faults.length = 0;
      blobs.wire.length = 0;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await blobs.stop();
    },
  };
  return backend;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function answer(
  backend: ActionsBackend,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", backend.url);
  if (url.pathname.startsWith("/control/")) return control(backend, url, request, response);
  const { method, handler } = routeOf(backend, url);
  response.on("close", () => {
    backend.requests.push({
      method,
      status: response.headersSent ? response.statusCode : undefined,
      at: Date.now(),
    });
  });
  const fault = takeFault(backend.faults, method);
  if (fault?.hang) return;
  if (fault === undefined) return handler(request, response);
  if (fault.afterwards) await twirp(backend, method, request);
  json(response, fault.status, fault.body ?? { msg: `injected ${fault.status}` }, fault.headers);
}

function routeOf(backend: ActionsBackend, url: URL): { method: string; handler: Handler } {
  const rest = restCallOf(url, backend.artifacts, backend.blobs);
  if (rest !== undefined) return { method: rest.method, handler: rest.answer };
  const method = /^\/twirp\/github\.actions\.results\.api\.v1\.\w+Service\/(\w+)$/.exec(url.pathname)?.[1];
  if (method === undefined) {
    return {
      method: url.pathname,
      handler: async (_, response) => json(response, 404, { msg: "no such URL" }),
    };
  }
  return {
    method,
    handler: async (request, response) => json(response, 200, await twirp(backend, method, request)),
  };
}

async function twirp(backend: ActionsBackend, method: string, request: IncomingMessage): Promise<unknown> {
  const caller: Caller | undefined = callerOf(request.headers.authorization);
  if (caller === undefined) throw new TwirpError(401, "unauthenticated", "no token");
  const call = backend.artifacts.methods[method] ?? backend.cache.methods[method];
  if (call === undefined) throw new TwirpError(404, "bad_route", method);
  return call(JSON.parse(await text(request)), caller);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening on TCP");
  return address.port;
}
