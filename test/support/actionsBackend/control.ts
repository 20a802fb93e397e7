import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";
import type { ActionsBackend } from "./backend.ts";
import { json } from "./restApi.ts";

const serviceFault = z.object({
  method: z.string(),
  status: z.number(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  afterwards: z.boolean().optional(),
  hang: z.boolean().optional(),
  times: z.number().default(1),
});
const wireFault = z.object({
  action: z.enum(["cut", "stall"]),
  direction: z.enum(["download", "upload"]),
  after: z.number(),
  times: z.number().default(1),
});

/**
 * How tests in other processes steer the backend: `GET /control/env?run=&attempt=&backendRun=&job=`,
 * `POST /control/faults`, `POST /control/wire`, `POST /control/heal`, `GET /control/requests`.
 */
export async function control(
  backend: ActionsBackend,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = (name: string) => url.searchParams.get(name) ?? undefined;
  switch (url.pathname) {
    case "/control/env": {
      const [runId, backendRun, job] = [query("run"), query("backendRun"), query("job")];
      const env = backend.env({
        attempt: Number(query("attempt") ?? 1),
        ...(runId !== undefined && { runId }),
        ...(backendRun !== undefined && { backendRun }),
        ...(job !== undefined && { job }),
      });
      return json(response, 200, env);
    }
    case "/control/faults": {
      const { headers, afterwards, hang, ...fault } = serviceFault.parse(JSON.parse(await text(request)));
      backend.faults.push({
        ...fault,
        ...(headers && { headers }),
        ...(afterwards && { afterwards }),
        ...(hang && { hang }),
      });
      return json(response, 200, {});
    }
    case "/control/wire":
      backend.blobs.wire.push(wireFault.parse(JSON.parse(await text(request))));
      return json(response, 200, {});
    case "/control/heal":
      backend.heal();
      return json(response, 200, {});
    case "/control/requests":
      return json(response, 200, backend.requests);
    default:
      return json(response, 404, { msg: "no such control" });
  }
}
