import { InputError } from "../errors.ts";
import { printable } from "../text/door.ts";
import { type Failure, news, type Observation, type Told } from "./observations.ts";

/** A line of a log: what was seen, by whatever name its commit was given. */
export interface LogLine extends Omit<Told, "commit"> {
  readonly given: string;
}

export interface ParsedLog {
  readonly lines: readonly LogLine[];
  /** The failure that its writer searched, if it says so. */
  readonly failure?: string;
}

/** What `git bisect log` and people write, as the words of ours; `undefined`: tells nothing. */
const words: Readonly<Record<string, Told["word"] | undefined>> = {
  failed: "failed",
  bad: "failed",
  passed: "passed",
  good: "passed",
  other: "passed",
  "no-build": "no-build",
  skip: "no-build",
  "no-boot": "no-boot",
  cut: undefined,
  start: undefined,
};

const mostLines = 200_000;

function parseLine(line: string, number: number): LogLine | undefined {
  const plain = line.replace(/(^|\s)#.*$/s, "").trim();
  if (plain === "") return undefined;
  const [word = "", given, ...rest] = plain.replace(/^git bisect /, "").split(/\s+/);
  const wrong = (what: string) =>
    new InputError(
      `observations: line ${number}, "${line.trim().slice(0, 80)}": ${what}; write such as "failed v6.12-rc3 2x" (failed, passed, no-build or no-boot; a commit; how often).`,
    );
  if (!(word in words)) throw wrong(`"${word}" is no word for what was seen`);
  const meaning = words[word];
  if (meaning === undefined) return undefined;
  if (given === undefined) throw wrong("no commit");
  const counts = rest.flatMap((one) => /^x?(\d{1,6})x?$/.exec(one)?.[1] ?? []);
  const [id] = rest.flatMap((one) => /^id=([\w.:+-]{1,120})$/.exec(one)?.[1] ?? []);
  const known = (one: string) => /^(x?\d{1,6}x?|\d+s|id=[\w.:+-]{1,120})$/.test(one);
  const odd = rest.find((one) => !known(one));
  if (odd !== undefined) throw wrong(`"${odd}" is no number of runs`);
  if (counts.length > 1 || counts[0] === "0") throw wrong("how often, once, and not 0 times");
  return { word: meaning, given, count: Number(counts[0] ?? 1), ...(id === undefined ? {} : { id }) };
}

/**
 * Reads observations: what `renderLog` wrote, `git bisect log`, or lines that somebody typed.
 * @throws InputError for the first line that is none
 */
export function parseLog(text: string): ParsedLog {
  const rows = text.split(/\r?\n/);
  if (rows.length > mostLines) throw new InputError(`observations: more than ${mostLines} lines.`);
  const lines = rows.flatMap((line, i) => parseLine(line, i + 1) ?? []);
  const [, failure] = /^# failure: (.+)$/m.exec(text) ?? [];
  return { lines, ...(failure === undefined ? {} : { failure: failure.trim() }) };
}

export interface LogToRender {
  readonly good: string;
  readonly bad: string;
  /** Title of the searched failure; absent: not known yet. */
  readonly failure?: string | undefined;
  readonly observations: readonly Observation[];
  readonly shows: Failure;
  /** What was given, to be given again. */
  readonly told: readonly Told[];
  /** First line of a commit's message. */
  subject(commit: string): string;
}

const heading = `# rcutorture-action bisect: what was seen at which commit. To go on from here, also elsewhere: --observations FILE
# Add what you saw yourself, one line each: failed, passed, no-build or no-boot; a commit; how often (3x).`;

function wordOf({ outcome, errors }: Observation, failed: boolean): string {
  if (failed) return "failed";
  if (outcome === "build") return "no-build";
  if (outcome === "boot") return "no-boot";
  if (outcome === "cut") return "cut";
  return errors.length > 0 ? "other" : "passed";
}

/** All observations as text, in the manner of `git bisect log`; `parseLog` reads it. */
export function renderLog(log: LogToRender): string {
  const said = new Set<string>();
  const about = (commit: string) => {
    if (said.has(commit)) return "";
    said.add(commit);
    return `# ${commit.slice(0, 12)}: ${log.subject(commit)}\n`;
  };
  const seen = log.observations.map((one) => {
    const { commit, seconds, id, errors } = one;
    const [error] = errors.filter(log.shows).concat(errors);
    const what = error === undefined ? "" : `  # ${error.title}`;
    return `${about(commit)}${wordOf(one, errors.some(log.shows))} ${commit} ${Math.round(seconds)}s id=${id}${what}`;
  });
  const told = news(log.told, log.observations).map(({ word, commit, count, id }) => {
    const often = count === 1 ? "" : ` ${count}x`;
    return `${about(commit)}${word} ${commit}${often}${id === undefined ? "" : ` id=${id}`}`;
  });
  const head = [
    heading,
    `# good: ${log.good} ${log.subject(log.good)}`,
    `# bad: ${log.bad} ${log.subject(log.bad)}`,
    ...(log.failure === undefined ? [] : [`# failure: ${log.failure}`]),
    "git bisect start",
  ];
  return printable([...head, ...told, ...seen, ""].join("\n"));
}
