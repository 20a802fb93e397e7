import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { type CommandLine, parseCommandLine } from "../../src/inputs/commandLine.ts";
import { parseInputs } from "../../src/inputs/parse.ts";
import { command } from "../../src/repository.ts";

/** Every command of ours that a page shows is one that our own command line takes: flags, values, and all together. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** Blocks of code and code within sentences, a line each; lines that end in a backslash go on. */
function codeOf(path: string): string[] {
  return new MarkdownIt()
    .parse(readFileSync(join(root, path), "utf8"), {})
    .flatMap((block) => [block, ...(block.children ?? [])])
    .filter(({ type }) => type === "fence" || type === "code_inline" || type === "code_block")
    .flatMap(({ content }) => content.replaceAll(/\\\n\s*/g, "").split("\n"));
}

/** What follows our name on a line, up to where the shell is told something else. */
function wordsOfOurs(line: string): string | undefined {
  for (const name of [command, "rcutorture-action"]) {
    const start = new RegExp(`(?:^|[&|;$]|\\s)\\s*${name.replaceAll(".", "\\.")}(?: |$)`).exec(line);
    if (start !== null) {
      const rest = line.slice(start.index + start[0].length);
      return rest.replace(/\s+(?:#|&&|\|\||[|>&;]).*$/, "");
    }
  }
  return undefined;
}

/** The words that a shell makes of it. A file that is read there stands for some pools. */
function split(text: string): string[] {
  const script = `set -f; cat() { echo "- {name: p, labels: x, cpus: 4}"; }; printf '%s\\0' ${text}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8", stdio: "pipe" }).split("\0").slice(0, -1);
}

const shown = pages
  .flatMap((path) => codeOf(path).map((line) => ({ path, words: wordsOfOurs(line) })))
  .filter((one): one is { path: string; words: string } => one.words !== undefined && one.words !== "");

/** What is wrong with a command; undefined: nothing. */
function fault(words: string): unknown {
  try {
    const line: CommandLine = parseCommandLine(split(words));
    if (line.kind === "job") parseInputs(line.raw);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe("commands in the documents", () => {
  test("are found on the pages that a newcomer reads", () => {
    const where = new Set(shown.map(({ path }) => path));
    for (const page of [
      "README.md",
      "docs/guide-first-run.md",
      "docs/my-run-failed.md",
      "docs/guide-bisect.md",
    ])
      expect(where).toContain(page);
    expect(shown.length).toBeGreaterThan(25);
  });

  test.each(shown)("$path: $words", ({ words }) => {
    expect(fault(words)).toBeUndefined();
  });

  test("would be refused with a flag, a value or a combination that does not exist", () => {
    for (const words of ["run --confgs TREE03", "run --duration soon", "plan --systems a", 'run --kconfig "'])
      expect(fault(words)).toBeInstanceOf(Error);
  });
});
