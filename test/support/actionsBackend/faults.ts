/** An answer that a request gets instead of the real one. */
export interface ServiceFault {
  /** A Twirp method (`CreateArtifact`), `ListRunArtifacts` or `DownloadRunArtifact` of the REST API. */
  readonly method: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The request is carried out before the false answer is given. Default: it is not. */
  readonly afterwards?: boolean;
  /** Never answer. */
  readonly hang?: boolean;
  times: number;
}

/** The fault that a request of this method meets, used up by one. */
export function takeFault(faults: readonly ServiceFault[], method: string): ServiceFault | undefined {
  const fault = faults.find((each) => each.method === method && each.times > 0);
  if (fault !== undefined) fault.times -= 1;
  return fault;
}
