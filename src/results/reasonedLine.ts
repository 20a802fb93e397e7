/** What a line of the form `WHAT :: reason :: until YYYY-MM-DD` says. */
export interface ReasonedLine {
  readonly what: string;
  readonly reason: string;
  /** YYYY-MM-DD, the last day on which it counts. */
  readonly expires?: string;
}

/** The form of `ignore` and of baselines. @returns a line of another form: what is wrong with it, behind the line */
export function parseReasonedLine(line: string, what: string): ReasonedLine | string {
  const [named = "", reason = "", until, ...rest] = line.split(/\s+::\s+/).map((part) => part.trim());
  if (named === "" || reason === "" || rest.length > 0) {
    return `"${line}" is not "${what} :: reason" or "${what} :: reason :: until YYYY-MM-DD"`;
  }
  if (until === undefined) return { what: named, reason };
  const expires = /^until (\d{4}-\d{2}-\d{2})$/.exec(until)?.[1];
  if (expires === undefined || Number.isNaN(Date.parse(expires)))
    return `"${until}" is not "until YYYY-MM-DD"`;
  return { what: named, reason, expires };
}
