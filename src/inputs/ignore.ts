import { InputError } from "../errors.ts";

/** Something on consoles that users declared harmless. */
export interface IgnoreLine {
  readonly pattern: string;
  readonly reason: string;
  /** YYYY-MM-DD, the last day on which it counts. */
  readonly expires?: string;
}

function parseLine(line: string, today: string): IgnoreLine {
  const [pattern = "", reason = "", until, ...rest] = line.split(/\s+::\s+/).map((part) => part.trim());
  if (pattern === "" || reason === "" || rest.length > 0) {
    throw new InputError(
      `ignore: "${line}" is not "REGEX :: reason" or "REGEX :: reason :: until YYYY-MM-DD".`,
    );
  }
  try {
    new RegExp(pattern);
  } catch {
    throw new InputError(`ignore: "${pattern}" is not a regular expression.`);
  }
  if (until === undefined) return { pattern, reason };
  const expires = /^until (\d{4}-\d{2}-\d{2})$/.exec(until)?.[1];
  if (expires === undefined || Number.isNaN(Date.parse(expires))) {
    throw new InputError(`ignore: "${until}" is not "until YYYY-MM-DD".`);
  }
  if (expires < today) {
    throw new InputError(`ignore: "${pattern}" expired on ${expires}; remove it, or give it a new date.`);
  }
  return { pattern, reason, expires };
}

/**
 * Lines of the input `ignore`.
 * @throws InputError for a line of another form, a bad regular expression, and a rule that has expired.
 */
export function parseIgnoreLines(lines: readonly string[], now: Date): IgnoreLine[] {
  const today = now.toISOString().slice(0, 10);
  return lines.map((line) => parseLine(line, today));
}
