import { StopRequest } from "./guests/stop.ts";

/**
 * A signal that aborts when this process is asked to end; the job then kills its guests, judges what there is
 * and publishes. A second request of the same kind is ignored: the runner sends SIGINT and SIGTERM in a row.
 */
export function cancellation(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => controller.abort(new StopRequest("cancelled", `The job received ${name}.`)));
  }
  return controller.signal;
}
