import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { command } from "../../src/repository.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const markdown = new MarkdownIt();

function documentsBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

const documents = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...documentsBelow("docs"),
  ...documentsBelow(".github"),
];

/** Targets of links and images, without code blocks. */
function targetsOf(path: string): string[] {
  return markdown
    .parse(readFileSync(join(root, path), "utf8"), {})
    .flatMap((block) => block.children ?? [])
    .map((token) => token.attrGet("href") ?? token.attrGet("src"))
    .filter((target) => typeof target === "string");
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(path: string): string[] {
  return [...readFileSync(join(root, path), "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe("documents", () => {
  test.each(documents)("links of %s lead somewhere in the repository", (path) => {
    const broken = targetsOf(path)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [file = "", anchor] = target.split("#");
        const full = file === "" ? path : join(dirname(path), decodeURIComponent(file));
        if (relative(root, join(root, full)).startsWith("..") || !existsSync(join(root, full))) return true;
        return anchor !== undefined && !anchorsOf(full).includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  test("docs/README.md says of every page what it is for", () => {
    const pages = documents.filter((path) => /^docs\/[^/]+\.md$/.test(path) && path !== "docs/README.md");
    expect(targetsOf("docs/README.md")).toEqual(
      expect.arrayContaining(pages.map((path) => path.slice("docs/".length))),
    );
  });

  test("documents name the command, the action and actions/checkout in one way", () => {
    const examples = readdirSync(join(root, "docs/examples")).map((name) => join("docs/examples", name));
    for (const path of [...documents, ...examples]) {
      const text = readFileSync(join(root, path), "utf8");
      const others = [...text.matchAll(/npx (?:--yes )?\S*rcutorture-action[^\s`]*|actions\/checkout@v\d+/g)]
        .map(([name]) => name)
        .filter((name) => !command.startsWith(name) && name !== "actions/checkout@v6");
      expect(others, path).toEqual([]);
    }
  });

  test("the picture of the architecture has every room of src/, and no other", () => {
    const text = readFileSync(join(root, "docs/architecture.md"), "utf8");
    const drawn = [...text.matchAll(/^ {6}([a-z]+)\/ /gm)].map(([, room]) => room);
    const rooms = readdirSync(join(root, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(drawn.sort()).toEqual(rooms.sort());
  });

  test.each(documents.filter((path) => path.includes("/adr/")))("%s has a number and a date", (path) => {
    const number = Number(/\/(\d{4})-/.exec(path)?.[1]);
    const text = readFileSync(join(root, path), "utf8");
    expect(text).toMatch(
      new RegExp(`^# ${number}\\. .+\n\n\\d{4}-\\d{2}-\\d{2} · (accepted|replaced by \\d+)\n`),
    );
  });
});
