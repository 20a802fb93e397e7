import { InputError } from "../errors.ts";
import { parseReasonedLine } from "../results/reasonedLine.ts";

/** Something on consoles that users declared harmless. */
export interface IgnoreLine {
  readonly pattern: string;
  readonly reason: string;
  /** YYYY-MM-DD, the last day on which it counts. */
  readonly expires?: string;
}

function parseLine(line: string, today: string): IgnoreLine {
  const parsed = parseReasonedLine(line, "REGEX");
  if (typeof parsed === "string") throw new InputError(`ignore: ${parsed}.`);
  const { what: pattern, reason, expires } = parsed;
  try {
    new RegExp(pattern);
  } catch {
    throw new InputError(`ignore: "${pattern}" is not a regular expression.`);
  }
  if (expires === undefined) return { pattern, reason };
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
