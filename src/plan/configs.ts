import { distance } from "fastest-levenshtein";
import { InputError } from "../errors.ts";
import type { SuiteFiles } from "./suite.ts";

/** How many times `kvm.sh` repeats at most: it accepts a factor of one to four digits. */
const repeated = /^(?<times>0|[1-9]\d{0,3})\*(?<name>.+)$/;

/**
 * Scenario names of a `configs` input, one for each guest, in the order given: `3*TREE03` is three guests,
 * `CFLIST` stands for the suite's default list, `2*CFLIST` for that list twice. No words at all mean `CFLIST`.
 *
 * @throws InputError for an unknown scenario (with the nearest names), a malformed factor, or no guest at all.
 */
export function expandConfigs(configs: string, suite: SuiteFiles): string[] {
  const words = configs.split(/\s+/).filter(Boolean);
  const names = (words.length === 0 ? ["CFLIST"] : words).flatMap((word) => expandWord(word, suite));
  if (names.length === 0) throw new InputError(`configs "${configs}" asks for no guest: give at least one.`);
  return names;
}

function expandWord(word: string, suite: SuiteFiles): string[] {
  const match = repeated.exec(word)?.groups;
  if (!match && word.includes("*")) {
    throw new InputError(`configs "${word}": a factor is 1 to 9999 before the name, such as 3*TREE03.`);
  }
  const name = match?.name ?? word;
  const names = name === "CFLIST" ? suite.list : [name];
  for (const one of names) if (!suite.scenarios.has(one)) throw unknownScenario(one, suite);
  return Array.from({ length: Number(match?.times ?? 1) }, () => names).flat();
}

/** What was meant by a word that is not a scenario: `TREE03x2`, `2xTREE03`, `TREE03*2`. */
export function meantFactor(word: string): string | undefined {
  const [, before, name] = /^(\d{1,4})[xX×](.+)$/.exec(word) ?? [];
  if (before !== undefined) return `${before}*${name}`;
  const [, other, after] = /^([A-Z][A-Z0-9_-]*?)[*xX×](\d{1,4})$/.exec(word) ?? [];
  return after === undefined ? undefined : `${after}*${other}`;
}

function unknownScenario(name: string, suite: SuiteFiles): InputError {
  const known = [...suite.scenarios.keys()];
  const factor = meantFactor(name);
  const isKnown = factor !== undefined && suite.scenarios.has(factor.replace(/^\d+\*/, ""));
  const near = isKnown ? [factor] : nearest(name, known);
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  return new InputError(
    `configs: suite ${suite.name} of this kernel tree has no scenario "${name}".${hint} There are: ${known.join(" ")}.`,
  );
}

/** The known names that a mistyped one may stand for, best first, three at most. */
export function nearest(name: string, known: readonly string[]): string[] {
  const wanted = name.toUpperCase();
  const limit = Math.max(1, Math.floor(name.length / 3));
  return known
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toUpperCase()) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
