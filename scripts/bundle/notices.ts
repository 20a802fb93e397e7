import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Package {
  /** `zod 4.6.7` */
  readonly title: string;
  readonly holders: readonly string[];
  readonly text: string;
}

/** Lines that name a holder of the copyright: all that tells one package's MIT licence from another's. */
const copyright = /^[ \t]*(?:[-*][ \t]*)?copyright\b.*$/gim;

function packageIn(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const whole = file ? readFileSync(join(folder, file), "utf8") : `License: ${license}`;
  // Apache's text begins its own definitions with such words, and its holders stand in no line of it.
  const holders = /Apache License/.test(whole)
    ? []
    : (whole.match(copyright) ?? []).map((line) => line.trim());
  const text = holders.length > 0 ? whole.replaceAll(copyright, "") : whole;
  return { title: `${name} ${version}`, holders, text: text.replaceAll(/\s*\n\s*\n/g, "\n\n").trim() };
}

/** Texts that differ only in white space, quotation marks and case are one. */
const keyOf = (text: string) => text.toLowerCase().replaceAll(/[\s"'“”‘’`*#=-]+/g, " ");

/**
 * Licences of the packages that were bundled, as their terms ask: each text once, and before it the packages and the
 * holders of the copyright that it applies to.
 *
 * @param files bundled ones, as absolute paths
 */
export function notices(files: readonly string[]): string {
  const folders = new Set(
    files.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const packages = [...folders].map(packageIn).sort((a, b) => (a.title < b.title ? -1 : 1));
  const texts = [...Map.groupBy(packages, ({ text }) => keyOf(text)).values()];
  return texts
    .map((group) => {
      const titles = group.map(({ title, holders }) =>
        [title, ...holders.map((line) => `    ${line}`)].join("\n"),
      );
      return `${[...new Set(titles)].join("\n")}\n\n${group[0]?.text}\n`;
    })
    .join(`\n${"-".repeat(78)}\n\n`);
}
