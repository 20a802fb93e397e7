import type { GuestResult, Results } from "../results/schema.ts";
import { fisherTest, type Runs } from "./exactTests.ts";
import { plural, pWords } from "./words.ts";

/** Where in a series of commits a scenario begins to fail. */
export interface FirstBad {
  readonly suite: string;
  readonly scenario: string;
  readonly commit: string;
  /** `build`: its kernel does not build from there on. */
  readonly kind: "run" | "build";
  /** That no commit before it is bad too; undefined where it is the first that was tested. */
  readonly confidence?: number;
  /** In plain words. */
  readonly sentence: string;
}

interface Tested extends Runs {
  readonly commit: string;
  /** Place in the series. */
  readonly place: number;
  readonly unbuilt: number;
}

type Series = NonNullable<Results["series"]>;

/** Without the commit that names its set. */
const plainName = (scenario: string) => scenario.replace(/^[0-9a-f]{12}[-/]/, "");

const called = ({ series }: { readonly series: Series }, commit: string) => {
  const { describe, subject = "" } = series.find((one) => one.commit === commit) ?? {};
  const short = commit.slice(0, 12);
  const name =
    describe === undefined || describe.includes(short.slice(0, 7)) ? short : `${describe} (${short})`;
  return `${name}${subject === "" ? "" : ` "${subject}"`}`;
};

function testedCommits(series: Series, guests: readonly GuestResult[]): Tested[] {
  return series.flatMap(({ commit }, place) => {
    const own = guests.filter((guest) => guest.commit === commit);
    const count = (verdict: GuestResult["verdict"]) =>
      own.filter((guest) => guest.verdict === verdict).length;
    const failures = count("failed");
    const unbuilt = count("build-failed");
    const runs = failures + count("passed");
    return runs + unbuilt === 0 ? [] : [{ commit, place, failures, runs, unbuilt }];
  });
}

/** Rounded down: chance never proves anything for good. */
const confidenceWords = (p: number) => `${Math.floor((1 - p) * 1000) / 10} %`;

/** Runs that the commit before must still pass before the first bad one may be named with 95 % confidence. */
function stillNeeded(before: number, after: Runs): number | undefined {
  for (let more = 1; more <= 1000; more++) {
    if (fisherTest(after, { failures: 0, runs: before + more }, "more") <= 0.05) return more;
  }
  return undefined;
}

function firstFailing(
  series: Series,
  scenario: string,
  tested: readonly Tested[],
): Omit<FirstBad, "suite"> | undefined {
  const ran = tested.filter(({ runs }) => runs > 0);
  const index = ran.findIndex(({ failures }) => failures > 0);
  const bad = ran[index];
  if (bad === undefined) return undefined;
  const from = ran.slice(index);
  const after = {
    failures: from.reduce((sum, { failures }) => sum + failures, 0),
    runs: from.reduce((sum, { runs }) => sum + runs, 0),
  };
  const name = called({ series }, bad.commit);
  const counts = `${after.failures} of ${plural(after.runs, "run")} failed from it on`;
  const before = ran[index - 1];
  if (before === undefined) {
    return {
      scenario,
      commit: bad.commit,
      kind: "run",
      sentence: `${scenario} fails already at the first commit tested, ${name}: ${counts}. The first bad commit is that one or one before it.`,
    };
  }
  const p = fisherTest(after, { failures: 0, runs: before.runs }, "more");
  const between = bad.place - before.place - 1;
  const gap =
    between === 0
      ? ""
      : ` ${plural(between, "commit")} between it and the last good one ran nothing, and may be the first as well.`;
  const needed = p <= 0.05 ? undefined : stillNeeded(before.runs, after);
  const more =
    needed === undefined
      ? ""
      : ` For 95 %, ${plural(needed, "more run")} of ${before.commit.slice(0, 12)} must pass.`;
  return {
    scenario,
    commit: bad.commit,
    kind: "run",
    confidence: 1 - p,
    sentence:
      `${scenario}: the first bad commit is ${name}, with ${confidenceWords(p)} confidence: ${counts}, none of ` +
      `${plural(before.runs, "run")} of the commit before. Were that one just as bad, this would come up by chance with ${pWords(p)}.${gap}${more}`,
  };
}

function firstUnbuilt(
  series: Series,
  scenario: string,
  tested: readonly Tested[],
): Omit<FirstBad, "suite"> | undefined {
  const index = tested.findIndex(({ unbuilt }) => unbuilt > 0);
  const bad = tested[index];
  if (bad === undefined) return undefined;
  const name = called({ series }, bad.commit);
  const sentence =
    index === 0
      ? `${scenario} does not build at the first commit tested, ${name}.`
      : `${scenario}: the first commit that does not build is ${name}.`;
  // Building is no matter of chance.
  return { scenario, commit: bad.commit, kind: "build", ...(index === 0 ? {} : { confidence: 1 }), sentence };
}

/**
 * For each scenario of a series that failed somewhere: the first commit that fails, and how sure it is that the one
 * before it is good, by Fisher's exact test of that one's runs against all from the first failing one on.
 */
export function firstBadCommits({ series = [], guests, suite }: Results): FirstBad[] {
  if (series.length < 2) return [];
  const byScenario = Map.groupBy(guests, (guest) => `${guest.suite ?? suite} ${plainName(guest.scenario)}`);
  return [...byScenario].flatMap(([key, own]) => {
    const [of = "", scenario = ""] = key.split(" ");
    const tested = testedCommits(series, own);
    const found = [firstFailing(series, scenario, tested), firstUnbuilt(series, scenario, tested)];
    return found.flatMap((one) => (one === undefined ? [] : [{ suite: of, ...one }]));
  });
}
