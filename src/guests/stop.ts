import type { Ending } from "../results/schema.ts";

/** Why running guests are ended before their time. The `reason` of an AbortSignal carries it. */
export class StopRequest extends Error {
  override readonly name = "StopRequest";
  override readonly cause: "cancelled" | "stopped";

  /** @param message one sentence for people: `The job received SIGTERM.` */
  constructor(cause: "cancelled" | "stopped", message: string) {
    super(message);
    this.cause = cause;
  }
}

/** The part of an ending that an abort decides. Any other reason than a StopRequest is a cancelled job. */
export function stopOf(reason: unknown): Pick<Ending, "cause" | "detail"> {
  if (reason instanceof StopRequest) return { cause: reason.cause, detail: reason.message };
  return { cause: "cancelled", detail: "The job was cancelled." };
}
