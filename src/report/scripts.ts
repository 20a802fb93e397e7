import { differences } from "../console/differences.ts";
import { builtInNoise } from "../console/noise.ts";
import type { FindingKind, GuestResult, Results } from "../results/schema.ts";
import { cleanLine, cutCharacters } from "./text.ts";

const statuses = ["clean", ".config errors", "build errors", "runtime errors"] as const;

/** What the tree's own `kvm-recheck.sh` would say of the whole run: `exit status 3, runtime errors`. */
export function scriptsStatus({ scriptsExitStatus: status }: Results): string {
  return `exit status ${status}, ${statuses[status]}`;
}

/** A guest that the scripts put into another class than we do. */
export interface Disagreement {
  readonly guest: GuestResult;
  /** Name in console/differences.ts. */
  readonly name: string;
  /** Why ours differs; words of code between backticks, nothing in it from a console. */
  readonly reason: string;
  /** The scripts' own complaint; empty where they have none. */
  readonly complaint: string;
}

const byTheScriptsWords = /\b(?:Warn(?:ing)?|WARNING|BUG|Call Trace|Oops|Stall)\b|!!!|=========/;

/** Findings about what a console does not have. */
const endings: ReadonlySet<FindingKind> = new Set(["no-end", "silence", "hang", "boot-failure"]);

/** Lines that the scripts add to those of the console. */
const ownWords = /^WARNING: (?:Assertion failure in|Summary:) /;

const withoutStamp = (line: string) => line.replace(/^(?:\[[^\]]*\])+ /, "");

/** The most likely of the named differences, from what the results still tell. */
function nameOf({ verdict, ending, ignored, findings, scripts }: GuestResult): string {
  if (verdict === "passed") {
    if (ignored.some(({ source, count }) => source === "input" && count > 0)) return "ignored-by-user";
    const lines = scripts?.diagnostics.filter((line) => !ownWords.test(line)) ?? [];
    const known = lines.every((line) => builtInNoise.some(({ pattern }) => pattern.test(withoutStamp(line))));
    return known ? "harmless-lines" : "badness-without-report";
  }
  if (verdict !== "failed") return "stopped-or-lost";
  const errors = findings.filter(({ severity }) => severity === "error");
  const onConsole = errors.filter(({ kind }) => !endings.has(kind));
  if (onConsole.length === 0 || ending.cause === "hung") return "ended-otherwise";
  // Words that the scripts look for, and did not find: something kept them from reading.
  const seen = onConsole.some(({ text }) => byTheScriptsWords.test(text));
  return seen ? "nul-hides-badness" : "reports-without-badness-words";
}

/** Where the scripts judge otherwise, and why, in the order of the guests. */
export function disagreements(guests: readonly GuestResult[]): Disagreement[] {
  return guests.flatMap((guest) => {
    const { scripts, verdict, mustFail } = guest;
    // Ours is turned round where a failure is wanted; the scripts' is not.
    if (mustFail || scripts === undefined || verdict === "build-failed") return [];
    if (scripts.failed === (verdict === "failed")) return [];
    if (!scripts.failed && verdict !== "failed") return [];
    const name = nameOf(guest);
    const reason = differences.find((one) => one.name === name)?.reason ?? "";
    const complaint = cutCharacters(cleanLine(scripts.diagnostics.slice(0, 3).join("; ")), 300);
    return [{ guest, name, reason, complaint }];
  });
}
