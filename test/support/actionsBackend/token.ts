import { z } from "zod";

/** Who asks: what GitHub's runtime token says of a job, as far as these services look at it. */
const claimsSchema = z.object({ scp: z.string(), run_id: z.string() });

export interface Caller {
  /** The service's own name for the run; another one after "re-run all jobs". */
  readonly backendRun: string;
  readonly backendJob: string;
  /** GITHUB_RUN_ID. */
  readonly runId: string;
}

/** A token as GitHub gives to a job: a JWT whose `scp` holds `Actions.Results:<run>:<job>`. Nobody checks signatures here. */
export function runtimeToken({ backendRun, backendJob, runId }: Caller): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const scp = `Actions.ExampleScope Actions.Results:${backendRun}:${backendJob}`;
  return `${part({ alg: "none", typ: "JWT" })}.${part({ scp, run_id: runId })}.none`;
}

/** The caller behind `Authorization: Bearer …`, `undefined` when there is none. */
export function callerOf(authorization: string | undefined): Caller | undefined {
  const payload = /^Bearer [^.]+\.([^.]+)\./.exec(authorization ?? "")?.[1];
  if (payload === undefined) return undefined;
  const claims = claimsSchema.parse(JSON.parse(Buffer.from(payload, "base64url").toString()));
  const [, backendRun = "", backendJob = ""] = /Actions\.Results:([^:]+):(\S+)/.exec(claims.scp) ?? [];
  return { backendRun, backendJob, runId: claims.run_id };
}
