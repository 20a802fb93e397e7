import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Question } from "../../../bisect/knowledge.ts";
import { parseLog } from "../../../bisect/log.ts";
import type { Told } from "../../../bisect/observations.ts";
import { priorOf } from "../../../bisect/prior.ts";
import type { Candidates, Rules } from "../../../bisect/types.ts";
import type { JobContext } from "../../../context.ts";
import { InputError, messageOf } from "../../../errors.ts";
import { goodRateOf } from "../../../inputs/checkBisect.ts";
import { readGitFacts } from "../../../kernel/git.ts";
import { type History, knownCommits, readHistory } from "../../../kernel/history.ts";
import { type KernelTree, openKernelTree } from "../../../kernel/tree.ts";
import { defaultDuration } from "../../../plan/guest.ts";
import type { BisectFacts } from "../../../results/bisection.ts";

/** What is run at each commit. */
export interface BisectSubject {
  /** The user's tree, which stays as it is. */
  readonly tree: KernelTree;
  readonly repository: string | undefined;
  readonly scenario: string;
  /** Seconds of torture of each guest. */
  readonly duration: number;
}

/** What is to be found. */
export interface Bisection extends BisectSubject {
  readonly history: History;
  readonly candidates: Candidates;
  /** All but the number of machines. */
  readonly rules: Omit<Rules, "machines">;
  /** Lines of `observations`, for commits that this tree knows. */
  readonly told: readonly Told[];
  /** Title, part of it, or fingerprint; undefined: the most frequent error at `bad`. */
  readonly failure: string | undefined;
}

/** The question for the pure part. @param machines on which probes may run at the same time */
export function questionFor(asked: Bisection, machines: number): Question {
  const { history, candidates, rules, told, failure } = asked;
  return {
    good: history.good.commit,
    bad: history.bad,
    commits: history.commits.map(({ commit }) => commit),
    ...{ candidates, told, failure, rules: { ...rules, machines } },
  };
}

/** How a workflow's run goes on; undefined: this is none. */
function rerunCommand({
  GITHUB_RUN_ID: run,
  GITHUB_REPOSITORY: repository,
}: JobContext["environment"]["variables"]) {
  if (run === undefined || !/^\d+$/.test(run)) return undefined;
  return `gh run rerun ${run}${repository === undefined ? "" : ` --repo ${repository}`}`;
}

/** What reports say of it beside the answer. @param folder of the reports */
export function factsOf(
  { inputs, environment }: JobContext,
  { tree, repository, scenario, duration, rules }: Bisection,
  folder: string,
): BisectFacts {
  const kernel = { path: tree.path, ...(repository === undefined ? {} : { repository }) };
  const command = rerunCommand(environment.variables);
  const again = command === undefined ? {} : { again: command };
  return {
    kernel,
    suite: inputs.torture,
    scenario,
    duration,
    folder,
    confidence: rules.confidence,
    ...again,
  };
}

/** The text of `observations`, which may be given as a path. @throws InputError for a path that leads nowhere */
function observationsOf(given: string | undefined, workspace: string): string {
  if (given === undefined || /\s/.test(given.trim())) return given ?? "";
  const path = resolve(workspace, given.trim());
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new InputError(`observations: "${given.trim()}" cannot be read as a file: ${messageOf(error)}.`);
  }
}

/** What is run, by the inputs alone. */
export async function bisectSubject({ inputs, environment, executor }: JobContext): Promise<BisectSubject> {
  const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
  const { repository } = await readGitFacts(tree.path, executor);
  const duration = inputs.duration ?? defaultDuration;
  return { tree, repository, scenario: inputs.configs[0] ?? "", duration };
}

/** Reads what was asked, and the history that it is about; changes nothing. @throws InputError as `readHistory` */
export async function askBisection(context: JobContext): Promise<Bisection> {
  const { inputs, environment, executor, ui } = context;
  const subject = await bisectSubject(context);
  const { tree, duration } = subject;
  const range = { good: inputs.good ?? "", bad: inputs.bad, firstParent: inputs.firstParent };
  const given = parseLog(observationsOf(inputs.observations, environment.workspace));
  const history = await readHistory(tree.path, range, executor);
  const names = given.lines.map((line) => line.given);
  const known = await knownCommits(tree.path, names, executor);
  const strange = new Set(names.filter((name) => !known.has(name)));
  if (strange.size > 0) {
    const [first = ""] = strange;
    ui.warning(
      `observations: ${strange.size} commits are not in ${tree.path} and tell nothing here: ${first}, …`,
    );
  }
  const { commits } = history;
  return {
    ...subject,
    history,
    candidates: {
      parents: commits.map(({ parents }) => parents),
      prior: priorOf(commits, inputs.torture, inputs.prior === "even"),
    },
    rules: { confidence: inputs.confidence, goodRate: goodRateOf(inputs.goodRate, duration) },
    told: given.lines.flatMap(({ given: name, ...line }) => {
      const commit = known.get(name);
      return commit === undefined ? [] : [{ ...line, commit }];
    }),
    failure: inputs.failure ?? given.failure,
  };
}
