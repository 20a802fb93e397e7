import { parseReasonedLine, type ReasonedLine } from "./reasonedLine.ts";

export interface Baseline {
  /** Lines that count today. */
  readonly entries: readonly ReasonedLine[];
  /** Lines that do not: what is wrong, with the number of the line. */
  readonly problems: readonly string[];
}

/**
 * A baseline file: known failures, one a line, `TITLE or FINGERPRINT :: reason :: until YYYY-MM-DD`; empty lines and
 * comments (`#`) count for nothing. A line that is broken or past its day excuses nothing, and ends nothing.
 * @param today YYYY-MM-DD
 */
export function parseBaseline(text: string, today: string): Baseline {
  const entries: ReasonedLine[] = [];
  const problems: string[] = [];
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.trim();
    if (line === "" || line.startsWith("#")) continue;
    const parsed = parseReasonedLine(line, "TITLE or FINGERPRINT");
    if (typeof parsed === "string") problems.push(`line ${index + 1}: ${parsed}`);
    else if (parsed.expires !== undefined && parsed.expires < today) {
      problems.push(
        `line ${index + 1}: "${parsed.what}" expired on ${parsed.expires}; remove it, or give it a new date`,
      );
    } else entries.push(parsed);
  }
  return { entries, problems };
}

const head = `# Known failures, which do not fail a job: TITLE or FINGERPRINT :: reason :: until YYYY-MM-DD
`;

/** A line that `parseBaseline` reads; what would end it or be taken for its separator becomes a blank. */
const word = (text: string) => text.replace(/\s+/g, " ").replaceAll(" :: ", " : ").trim();

/**
 * The text of a baseline with failures added that it does not know yet. What stands there stays as it is.
 * @param until YYYY-MM-DD
 */
export function addToBaseline(
  text: string,
  failures: readonly { readonly title: string; readonly fingerprint?: string; readonly scenario: string }[],
  until: string,
): { readonly text: string; readonly added: number } {
  const named = new Set(
    text.split(/\r?\n/).flatMap((line) => {
      const parsed = parseReasonedLine(line.trim(), "");
      return typeof parsed === "string" ? [] : [parsed.what];
    }),
  );
  const lines = new Map<string, string>();
  for (const { title, fingerprint, scenario } of failures) {
    if (fingerprint === undefined || named.has(fingerprint) || named.has(title)) continue;
    if (lines.has(fingerprint)) continue;
    lines.set(
      fingerprint,
      `${fingerprint} :: ${word(title)} in ${word(scenario)}; say why :: until ${until}`,
    );
  }
  const before = text === "" ? head : text.endsWith("\n") ? text : `${text}\n`;
  return { text: before + [...lines.values()].map((line) => `${line}\n`).join(""), added: lines.size };
}
