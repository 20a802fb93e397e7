/**
 * Checks that a tag fits what is to be released, and prints the release's notes:
 *   node scripts/release.ts v1.2.3 > notes.md
 */
import { readFileSync } from "node:fs";
import { messageOf } from "../src/errors.ts";

interface Release {
  /** `v1.2.3`. */
  readonly tag: string;
  /** Of package.json. */
  readonly version: string;
  /** The text of CHANGELOG.md. */
  readonly changelog: string;
}

/**
 * The changelog's section for a tag, without its heading.
 * @throws Error when the tag is no version, is not package.json's version, or has no dated section with text.
 */
export function releaseNotes({ tag, version, changelog }: Release): string {
  if (!/^v\d+\.\d+\.\d+$/.test(tag)) throw new Error(`${tag || "Nothing"} is not a tag like v1.2.3.`);
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, but package.json says ${version}.`);
  const sections = changelog.split(/^(?=## )/m);
  const section = sections.find((text) => text.startsWith(`## [${version}]`));
  if (section === undefined) throw new Error(`CHANGELOG.md has no section "## [${version}] - YYYY-MM-DD".`);
  const [heading = "", ...lines] = section.split("\n");
  if (!/^## \[[^\]]+\] - \d{4}-\d{2}-\d{2}$/.test(heading)) {
    throw new Error(`CHANGELOG.md: "${heading}" must be "## [${version}] - YYYY-MM-DD".`);
  }
  // Link definitions stand at the end of the file, whichever section is the last.
  const notes = lines
    .filter((line) => !/^\[[^\]]+\]: /.test(line))
    .join("\n")
    .trim();
  if (notes === "") throw new Error(`CHANGELOG.md says nothing about ${version}.`);
  return `${notes}\n`;
}

function fileOf(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
}

if (import.meta.main) {
  try {
    const { version } = JSON.parse(fileOf("package.json"));
    const tag = process.argv[2] ?? "";
    process.stdout.write(releaseNotes({ tag, version, changelog: fileOf("CHANGELOG.md") }));
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
