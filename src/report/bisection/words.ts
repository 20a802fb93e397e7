import type { BisectCommit, BisectResults, ProbedCommit } from "../../results/bisection.ts";
import { formatDuration, formatPercent, plural } from "../format.ts";
import { commitLink } from "../links.ts";
import { cleanLine, cutCharacters } from "../text.ts";

/** Characters of an id that tell it from all others of a kernel tree. */
const shortId = 12;

export const short = (commit: string): string => commit.slice(0, shortId);

/** `f49bb5714428 ("rcutorture: Roll the dice")`, as kernel people name commits. */
export function nameOf({ commit, subject }: BisectCommit): string {
  return `${short(commit)} ("${cutCharacters(cleanLine(subject), 100)}")`;
}

/** Where a commit can be read; undefined: nobody knows. */
export function linkOf({ kernel }: BisectResults, { commit }: BisectCommit): string | undefined {
  const { repository } = kernel;
  return commitLink({ state: "clean", commit, ...(repository === undefined ? {} : { repository }) });
}

/** `97 %`; never 100 %, which nothing that fails sometimes can give. */
export function sureness(probability: number): string {
  return probability > 0.9995 ? "over 99.9 %" : `${(Math.floor(probability * 1000) / 10).toFixed(1)} %`;
}

const probedAs = ({ probed }: BisectResults, role: "good" | "bad") => probed.find((one) => one.role === role);

const runsOf = (one: ProbedCommit | undefined) => (one?.failures ?? 0) + (one?.passes ?? 0);

const cannot = (one: ProbedCommit | undefined) =>
  one?.untestable === "build" ? "does not build" : "does not boot, or dies before it can be tested";

/** The answer, or why there is none, in one line without a full stop. */
export function bisectHeadline(results: BisectResults): string {
  const { outcome, answer, confidence, bad, good, bound } = results;
  const [first] = answer;
  const failed = results.failure === undefined ? "A failure" : `"${cleanLine(results.failure)}"`;
  const atBad = probedAs(results, "bad");
  switch (outcome) {
    case "found":
      return `First bad commit: ${first === undefined ? "unknown" : `${nameOf(first)}, ${sureness(first.probability)} sure`}`;
    case "set":
      return `First bad commit: one of ${answer.length} that no test tells apart, from ${first === undefined ? "unknown" : nameOf(first)} on`;
    case "undecided": {
      if (first === undefined) return "Undecided";
      const many = plural(answer.length, "commit");
      return `Undecided: ${many} ${answer.length === 1 ? "holds" : "hold"} ${formatPercent(confidence)}; the most probable is ${nameOf(first)} with ${sureness(first.probability)}`;
    }
    case "not-shown":
      if (runsOf(atBad) === 0) return `Undecided: bad, ${nameOf(bad)}, was not run to an end`;
      if (bound === undefined)
        return `Undecided: ${failed} showed in ${atBad?.failures ?? 0} of ${plural(runsOf(atBad), "run")} of bad, ${nameOf(bad)}, too seldom to begin`;
      return `${failed} did not show in ${plural(runsOf(atBad), "run")} of bad, ${nameOf(bad)}: it shows in less than ${formatPercent(bound)} of runs, at ${formatPercent(confidence)} confidence`;
    case "good-fails": {
      const atGood = probedAs(results, "good");
      return `good fails, too: ${failed} showed in ${atGood?.failures ?? 0} of ${plural(runsOf(atGood), "run")} of ${nameOf(good)}`;
    }
    case "bad-untestable":
      return `bad, ${nameOf(bad)}, ${cannot(atBad)}`;
    case "good-untestable":
      return `good, ${nameOf(good)}, ${cannot(probedAs(results, "good"))}`;
    case "contradiction":
      return "What was seen contradicts itself: no single commit explains it";
  }
}

/** What to do now, sentence by sentence. */
export function nextSteps(results: BisectResults): string[] {
  const log = `${results.folder}/bisect.log`;
  const goOn = [
    results.again === undefined
      ? "Run the same command again: it goes on from here."
      : `Re-run all jobs, or start the workflow again: it goes on from here: ${results.again}`,
    `On another machine, add: --observations ${log}`,
  ];
  const [first] = results.answer;
  switch (results.outcome) {
    case "found":
      return first === undefined ? [] : [`See what it changes: git show ${short(first.commit)}`];
    case "set":
      return [
        "Commits between them do not build or do not boot; look at all of them, or give observations of others.",
      ];
    case "undecided":
      return goOn;
    case "not-shown":
      return [
        "Give it a larger budget, a longer duration or more machines; or name the failure with failure, if others hide it.",
        ...goOn,
      ];
    case "good-fails":
      return ["Give an older good; or, if it may fail a little, say how often with good-rate (1/500h)."];
    case "bad-untestable":
    case "good-untestable":
      return ["Give another commit that builds and boots; the build log and the console are in the folder."];
    case "contradiction":
      return [
        "A commit failed whose descendants are said to be good, or there are two bugs: name one with failure, or say with good-rate how often good commits fail.",
      ];
  }
}

/** `14 runs, 31m of guest time, 4 builds (12m)`. */
export function spentText({ spent }: BisectResults): string {
  const { runs, guests, builds, building, wall } = spent;
  return [
    plural(runs, "run"),
    `${formatDuration(guests)} of guest time`,
    `${plural(builds, "build")}${builds > 0 ? ` (${formatDuration(building)})` : ""}`,
    // The report over all rounds runs nothing itself.
    ...(wall > 0 ? [`${formatDuration(wall)} by the clock in this job`] : []),
  ].join(", ");
}

/** What became of a probed commit, in few words. */
export function wordFor(one: ProbedCommit): string {
  if (one.untestable === "build") return "does not build";
  if (one.untestable === "boot") return "does not boot";
  if (one.failures > 0) return "failed";
  return one.passes > 0 ? "passed" : "told nothing";
}

/** How probable commits are, in git's order, as a line of at most `width` bars; empty without an answer. */
export function sparkline(posterior: readonly number[], width: number): string {
  const bars = "▁▂▃▄▅▆▇█";
  const size = Math.max(1, Math.ceil(posterior.length / width));
  const sums = Array.from({ length: Math.ceil(posterior.length / size) }, (_, i) =>
    posterior.slice(i * size, (i + 1) * size).reduce((sum, value) => sum + value, 0),
  );
  const top = Math.max(...sums, 1e-9);
  return sums.map((sum) => bars[Math.min(7, Math.floor((sum / top) * 7.999))] ?? "▁").join("");
}

/** Commits of the answer that are shown one by one. */
export const mostAnswers = 20;
