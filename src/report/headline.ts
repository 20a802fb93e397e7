import type { Answer } from "../results/answer.ts";
import type { GuestResult } from "../results/schema.ts";
import { formatDuration, listOf, plural, tortureSeconds, workNoun } from "./format.ts";
import { namesOf, type Overview, placeOf } from "./overview.ts";
import { cleanLine, cutCharacters } from "./text.ts";

/** `1 of 2 guests`; runs where one guest stands for several of them. */
function share(overview: Overview, some: number): string {
  const noun = overview.columns.length > 1 ? "run" : "guest";
  return `${some} of ${plural(overview.guests.length, noun)}`;
}

function failedPart(overview: Overview): string {
  const failed = overview.of.failed;
  const [first, ...others] = overview.failures;
  const reason = first?.title ?? cleanLine(failed[0]?.ending.detail ?? "");
  const more = others.length === 0 ? "" : ` and ${plural(others.length, "other finding")}`;
  // The first guest named is one that shows the finding named.
  const showing = overview.failures.flatMap(({ guests }) => guests.filter((guest) => failed.includes(guest)));
  const names = listOf(namesOf([...showing, ...failed]));
  return `${names} failed${reason ? `: ${reason}${more}` : ""} (${share(overview, failed.length)})`;
}

function buildPart(overview: Overview): string {
  const { failedBuilds, results } = overview;
  const scenarios = failedBuilds.map(({ scenario }) => scenario);
  const names = listOf(scenarios.length > 0 ? scenarios : namesOf(overview.of["build-failed"]));
  const error = failedBuilds.flatMap(({ diagnostics }) => diagnostics).find((d) => d.severity === "error");
  const why =
    error === undefined ? "" : `: ${[placeOf(error), cleanLine(error.message)].filter(Boolean).join(": ")}`;
  const total = results.builds.length;
  return `${names} did not build${why}${total > 1 ? ` (${scenarios.length} of ${plural(total, "scenario")})` : ""}`;
}

const detailOf = (guests: readonly GuestResult[]) =>
  cleanLine(guests[0]?.ending.detail ?? "").replace(/\.$/, "");

function noVerdictPart(overview: Overview): string {
  const lost = overview.of["infrastructure-error"];
  const fact = detailOf(lost) || cleanLine(overview.results.infrastructure[0] ?? "").replace(/\.$/, "");
  const names = listOf(namesOf(lost));
  return `No verdict${names ? ` on ${names}` : ""}, the infrastructure failed${fact ? `: ${fact}` : ""}`;
}

function notRunPart(overview: Overview): string {
  const missing = overview.of["did-not-run"];
  const ran = missing.filter(({ timing }) => (timing.lived ?? 0) > 0).length;
  const words = ran > 0 ? "did not run to the end" : "did not run";
  const detail = detailOf(missing);
  return `${listOf(namesOf(missing))} ${words}${detail ? `: ${detail}` : ""} (${share(overview, missing.length)})`;
}

function passedPart(overview: Overview): string {
  const { of, results } = overview;
  const passed = of.passed;
  const noun = overview.columns.length > 1 ? "run" : "guest";
  const all = passed.length === 1 ? (passed[0]?.name ?? "") : `All ${plural(passed.length, noun)}`;
  const seconds = passed.reduce((sum, guest) => sum + tortureSeconds(guest), 0);
  const work = passed.reduce((sum, { counters: c }) => sum + (c.gracePeriods ?? c.operations ?? 0), 0);
  const facts = [
    seconds > 0 ? `${formatDuration(seconds)} of torture` : "",
    work > 0 ? `${work.toLocaleString("en-US")} ${workNoun(results.suite)}` : "",
  ].filter(Boolean);
  return `${all} passed${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
}

/** The answer comes first; then failures that nobody asked about, and what did not build. */
function answerLine(overview: Overview, { sentence, failure, decision, now }: Answer): string {
  const others = overview.of.failed.length - now.failures;
  const asked = failure === undefined || others <= 0 ? "" : `. ${plural(others, "guest")} failed otherwise`;
  const builds = overview.failedBuilds.length > 0 ? `. ${buildPart(overview)}` : "";
  const early = overview.results.interrupted && decision === "undecided" ? "Stopped early. " : "";
  return `${early}${sentence}${asked}${builds}`;
}

/** Sets of `torture.sh` of which no guest would tell that they did not run. */
function setsPart({ results }: Overview): string[] {
  const missing = (results.sets ?? []).filter(
    ({ verdict, guests }) => verdict === "did-not-run" && guests === 0,
  );
  const [first] = missing;
  if (first === undefined) return [];
  if (missing.length > 1)
    return [`${missing.length} sets did not run: ${missing.map(({ id }) => id).join(", ")}`];
  return [`${first.id} did not run${first.detail === undefined ? "" : `: ${first.detail}`}`];
}

/**
 * One line that says what to do next: who failed and why, then what did not build, what has no verdict, what
 * did not run; or that all passed. Plain text, console text cleaned but not escaped, 400 characters at most.
 */
export function headlineOf(overview: Overview): string {
  const { of, results } = overview;
  if (results.answer !== undefined && results.answer.now.runs > 0)
    return cutCharacters(cleanLine(answerLine(overview, results.answer)), 400);
  const parts: string[] = [];
  if (of.failed.length > 0) parts.push(failedPart(overview));
  if (overview.failedBuilds.length + of["build-failed"].length > 0) parts.push(buildPart(overview));
  if (of["infrastructure-error"].length > 0) parts.push(noVerdictPart(overview));
  if (of["did-not-run"].length > 0) parts.push(notRunPart(overview));
  if (parts.length === 0) {
    if (of.passed.length > 0) parts.push(passedPart(overview));
    else if (results.verdict === "infrastructure-error") parts.push(noVerdictPart(overview));
    else if (results.verdict === "passed" && results.builds.length > 0)
      parts.push(`${plural(results.builds.length, "kernel")} built, no guest was to run`);
    else parts.push("No guest ran");
  } else if (results.verdict === "passed") {
    // A merge decided that a later attempt counts; the earlier failure is still told.
    parts.unshift("Passed in the end");
  }
  const text = [...parts, ...setsPart(overview)].join(". ");
  return cutCharacters(cleanLine(results.interrupted ? `Stopped early. ${text}` : text), 400);
}
