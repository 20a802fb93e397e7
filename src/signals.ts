import { StopRequest } from "./guests/stop.ts";
import { removeTemporary } from "./process/temporaryFiles.ts";

/** SIGINT and SIGTERM ask a process to end, SIGHUP tells it that its terminal has. */
const requests = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
type EndRequest = (typeof requests)[number];

/** Milliseconds within which a signal is the same request again: a terminal signals npx as well, which passes it on. */
const sameRequest = 1000;

/** Modes that only read and tell: nothing is lost when they end at once. */
export function endsAtOnce({ mode }: { readonly mode: string }): boolean {
  return mode === "report" || mode === "plan" || mode === "issues";
}

export interface Cancellation {
  /** Nothing is lost when this process ends at once: it has started nothing and waits for nothing. */
  readonly atOnce: boolean;
  /** The shell asked to ignore the end of its terminal. */
  readonly ignoreHangup?: boolean;
  /** GitHub's runner sends SIGINT, SIGTERM 7.5 s later, and SIGKILL after 2.5 s: its SIGTERM is no impatience. */
  readonly escalating?: boolean;
  /** Says the line on the first request. */
  tell?(line: string): void;
}

/** Ends this process as the signal would have done, so that a shell that waits for it stops as well. */
function endBy(name: EndRequest): void {
  removeTemporary();
  process.removeAllListeners(name);
  process.kill(process.pid, name);
}

/**
 * A signal that aborts when this process is asked to end: the job then ends its guests, judges what there is and
 * publishes that. A second request ends the process at once; its guests and builds die with it.
 */
export function cancellation({ atOnce, ignoreHangup, escalating, tell }: Cancellation): AbortSignal {
  const controller = new AbortController();
  let first: EndRequest | undefined;
  let last = 0;
  let escalated = false;
  const request = (name: EndRequest) => {
    if (name === "SIGHUP" && ignoreHangup) return;
    if (atOnce) return endBy(name);
    const now = performance.now();
    if (first === undefined) {
      first = name;
      last = now;
      tell?.(
        `${name}: ending guests and builds; what they have left so far is judged. A second ${name} ends at once.`,
      );
      controller.abort(new StopRequest("cancelled", `The job received ${name}.`));
      return;
    }
    if (now - last < sameRequest) return;
    if (escalating && name !== first && !escalated) {
      escalated = true;
      last = now;
      return;
    }
    endBy(name);
  };
  for (const name of requests) process.on(name, () => request(name));
  return controller.signal;
}
