import type { Observation } from "../../bisect/observations.ts";
import type { JobContext } from "../../context.ts";
import type { BisectProbe } from "../../handoff/bisectProbe.ts";
import type { History } from "../../kernel/history.ts";
import { bisectHeadline, nameOf, short } from "../../report/bisection/words.ts";
import { plural } from "../../report/format.ts";
import { code, escapeMarkdown, table } from "../../report/markdown.ts";
import type { BisectResults } from "../../results/bisection.ts";

/** A round of a bisection over runner pools, as it is planned. */
interface Round {
  /** What is known before it. */
  readonly results: BisectResults;
  readonly history: History;
  readonly observations: readonly Observation[];
  readonly wanted: readonly {
    readonly commit: { readonly commit: string; readonly subject: string };
    readonly runs: number;
  }[];
  /** Entries of a matrix, in the same order. */
  readonly jobs: readonly { readonly id: string; readonly name: string }[];
}

/** Publishes a round: the matrix of its jobs, what later jobs are told, and the summary. */
export async function publishRound({ ui }: Pick<JobContext, "ui">, round: Round): Promise<void> {
  const { results, history, observations, wanted, jobs } = round;
  ui.output("shards", JSON.stringify(jobs));
  ui.output("good-commit", history.good.commit);
  ui.output("bad-commit", history.bad);
  ui.output("observations", String(observations.length));
  const headline = observations.length === 0 ? "Nothing was run yet" : bisectHeadline(results);
  const rows = wanted.map(({ commit, runs }, i) => [
    code(short(commit.commit)),
    escapeMarkdown(commit.subject),
    `at most ${runs}`,
    escapeMarkdown(jobs[i]?.name ?? ""),
  ]);
  const next =
    jobs.length === 0 ? "There is nothing more to run." : `${plural(jobs.length, "job")} in this round:`;
  await ui.summary({
    markdown: `${[
      `## ${escapeMarkdown(headline)}`,
      next,
      ...(rows.length === 0 ? [] : [table([["Commit", "Subject", "Runs", "Job"], ...rows], "llrl")]),
    ].join("\n\n")}\n`,
    text: () =>
      [
        `${headline}.`,
        next,
        ...wanted.map(({ commit, runs }) => `  ${nameOf({ ...commit, author: "" })}: at most ${runs} runs`),
      ].join("\n"),
  });
}

/** What a job of a round says of its runs, which count for the bisection as a whole. */
export async function publishProbe(
  { ui }: Pick<JobContext, "ui">,
  { commit, failures, runs }: BisectProbe,
  observations: readonly Observation[],
  stopped: string | undefined,
): Promise<void> {
  const ran = observations.filter(({ outcome }) => outcome !== "build");
  const bad = ran.filter(({ errors }) => errors.length > 0);
  const built = observations.length === ran.length ? "" : " (does not build)";
  const line = `${short(commit)}${built}: ${plural(ran.length, "run")} of at most ${runs}, errors in ${bad.length} (it ends after ${failures})`;
  const titles = Map.groupBy(
    bad.flatMap(({ errors }) => errors),
    ({ title }) => title,
  );
  const lines = [
    ...[...titles].map(([title, same]) => `${plural(same.length, "time")}: ${title}`),
    ...(stopped === undefined ? [] : [stopped]),
  ];
  await ui.summary({
    markdown: `### ${escapeMarkdown(line)}\n\n${lines.map((one) => `- ${escapeMarkdown(one)}`).join("\n")}\n`,
    text: () => [`${line}.`, ...lines].join("\n"),
  });
}
