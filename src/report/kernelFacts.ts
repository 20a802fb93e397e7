import type { GuestResult, Results } from "../results/schema.ts";
import { listOf } from "./format.ts";
import { commitLink, kernelName, repositoryLink } from "./links.ts";
import { cleanLine, cutCharacters } from "./text.ts";

/** A fact's name, empty where it goes on with the one before, and its value on one line. */
export type Fact = readonly [name: string, value: string];

/** Where the kernel comes from and how it was built, as far as that is known: what a report of a bug begins with. */
export function kernelFacts({ kernel }: Results, guests: readonly GuestResult[]): Fact[] {
  const distinct = (values: readonly (string | undefined)[]) => [
    ...new Set(values.flatMap((value) => (value ? [cutCharacters(cleanLine(value), 200)] : []))),
  ];
  const releases = distinct(guests.map(({ booted }) => booted?.release));
  const compilers = distinct(guests.map(({ booted }) => booted?.compiler));
  const facts: [string, string | undefined][] = [
    ["tree", repositoryLink(kernel) ?? (kernel.repository && cleanLine(kernel.repository))],
    ["commit", kernel.commit && cleanLine(kernel.commit)],
    ["", commitLink(kernel)],
    ["version", kernelName(kernel)],
    ["release", releases.length === 0 ? undefined : listOf(releases, 5)],
    ...compilers
      .slice(0, 3)
      .map((compiler, index): [string, string] => [index === 0 ? "compiler" : "", compiler]),
  ];
  return facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

/** Facts as aligned lines, each with its name and a colon. */
export function factLines(facts: readonly Fact[]): string[] {
  const widest = Math.max(10, ...facts.map(([name]) => name.length + 1));
  return facts.map(([name, value]) => `${(name && `${name}:`).padEnd(widest)} ${value}`);
}
