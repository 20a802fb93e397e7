import * as z from "zod";
import type { Tally } from "./types.ts";

const commitSchema = z.string().regex(/^[0-9a-f]{40,64}$/);

const sightingSchema = z.object({ fingerprint: z.string().max(200), title: z.string().max(1000) });
/** A finding of severity `error`, by what it is recognised. */
export type Sighting = z.infer<typeof sightingSchema>;

/** What was seen of one run, or of one attempt to have a kernel. */
export const observationSchema = z.object({
  /** No other observation has it: two copies of one are one. */
  id: z.string().regex(/^[\w.:+-]{1,120}$/),
  commit: commitSchema,
  /**
   * `ran`: the guest lived to its end, or showed the failure; `cut`: something else ended it before; `boot`: the test
   * never began; `build`: there is no kernel.
   */
  outcome: z.enum(["ran", "cut", "boot", "build"]),
  errors: z.array(sightingSchema).max(100),
  /** Wall clock of the guest, or of the build. */
  seconds: z.number().nonnegative(),
  system: z.string().max(300).optional(),
});
export type Observation = z.infer<typeof observationSchema>;

/** What somebody says to have seen. */
export interface Told {
  /** Full id. */
  readonly commit: string;
  readonly word: "failed" | "passed" | "no-build" | "no-boot";
  readonly count: number;
  /** Of the observation that the line was written from: one that is known counts once. */
  readonly id?: string | undefined;
}

/** What is told beside observations. */
export function news(told: readonly Told[], observations: readonly Observation[]): Told[] {
  const known = new Set(observations.map(({ id }) => id));
  return told.filter(({ id }) => id === undefined || !known.has(id));
}

/** Which failure is searched. */
export type Failure = (sighting: Sighting) => boolean;

/** The failure with this fingerprint, or with this title (in part, in small or capital letters). */
export function failureNamed(given: string): Failure {
  const words = given.toLowerCase();
  return ({ fingerprint, title }) => fingerprint === given || title.toLowerCase().includes(words);
}

/** The error that most runs of a commit show; undefined: none does. */
export function mostFrequent(observations: readonly Observation[], commit: string): Sighting | undefined {
  const seen = observations.filter((one) => one.commit === commit).flatMap(({ errors }) => errors);
  const counts = Map.groupBy(seen, ({ fingerprint }) => fingerprint);
  const [most] = [...counts.values()].sort((a, b) => b.length - a.length);
  return most?.[0];
}

/** What a commit's runs say, in numbers. */
export interface Count extends Tally {
  /** Runs with other errors, and not with the searched one. */
  readonly others: number;
  /** Runs that tell nothing: another error ended them before. */
  readonly cut: number;
  /** Of all guests, those that told nothing included. */
  readonly seconds: number;
  readonly buildSeconds: number;
}

/** Guests that have to die while they boot, or of something else, before a commit counts as one that cannot be tested. */
const enoughDead = { boot: 2, cut: 8 };

function countOf(observations: readonly Observation[], told: readonly Told[], failure: Failure): Count {
  const shows = ({ errors }: Observation) => errors.some(failure);
  const sum = (of: readonly Observation[]) => of.reduce((total, { seconds }) => total + seconds, 0);
  const saidSo = (word: Told["word"]) =>
    told.filter((one) => one.word === word).reduce((total, { count }) => total + count, 0);
  const having = (outcome: Observation["outcome"]) => observations.filter((one) => one.outcome === outcome);
  const failed = observations.filter(shows);
  const silent = (outcome: Observation["outcome"]) => having(outcome).filter((one) => !shows(one));
  const [builds, passed, boots, cut] = [having("build"), silent("ran"), silent("boot"), silent("cut")];
  const failures = failed.length + saidSo("failed");
  const passes = passed.length + saidSo("passed");
  const lives = failures + passes > 0;
  const untestable = lives
    ? undefined
    : builds.length > 0 || saidSo("no-build") > 0
      ? "build"
      : boots.length >= enoughDead.boot || cut.length >= enoughDead.cut || saidSo("no-boot") > 0
        ? "boot"
        : undefined;
  return {
    failures,
    passes,
    ...(untestable === undefined ? {} : { untestable }),
    others: observations.filter((one) => !shows(one) && one.errors.length > 0).length,
    cut: cut.length + boots.length,
    seconds: sum(observations) - sum(builds),
    buildSeconds: sum(builds),
  };
}

/** Numbers of every commit of which something is known, by its id. */
export function countsOf(
  observations: readonly Observation[],
  told: readonly Told[],
  failure: Failure,
): Map<string, Count> {
  const commits = new Set([...observations, ...told].map(({ commit }) => commit));
  const seen = Map.groupBy(observations, ({ commit }) => commit);
  const said = Map.groupBy(told, ({ commit }) => commit);
  return new Map(
    [...commits].map((commit) => [commit, countOf(seen.get(commit) ?? [], said.get(commit) ?? [], failure)]),
  );
}
