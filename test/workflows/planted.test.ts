import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ensurePackages } from "../../scripts/support/packages.ts";
import { toolPath } from "../../scripts/support/tools.ts";
import { actionlint, zizmor } from "./checkers.ts";
import { languageService } from "./languageService.ts";
import { root, temporaryRepository } from "./project.ts";

/** A checker that finds nothing proves nothing unless it finds what is planted. */
const path = ".github/workflows/planted.yml";

function workflow(steps: string, job = "runs-on: ubuntu-24.04"): string {
  return `name: planted
on: pull_request
permissions: {}
concurrency: {group: planted, cancel-in-progress: true}
jobs:
  planted:
    name: planted
    ${job}
    steps:
      ${steps.trim().replaceAll("\n", "\n      ")}
`;
}

vi.setConfig({ testTimeout: 60_000 });

const clean = workflow("- run: echo clean");

beforeAll(() => {
  ensurePackages(["shellcheck"]);
  toolPath("actionlint");
  toolPath("zizmor");
}, 900_000);

describe("actionlint", () => {
  function check(text: string) {
    using repository = temporaryRepository([{ path, text }]);
    return actionlint(repository.path, [path]);
  }

  test("has nothing against a clean workflow", () => expect(check(clean)).toEqual([]));

  test.each([
    ["an unknown key", "- rum: echo hello", 10, /must run script/],
    ["an output that no step has", `- run: echo \${{ steps.nobody.outputs.result }}`, 10, /"nobody"/],
    ["an input that this action does not have", "- uses: ./\n  with:\n    confgis: TREE03", 12, /"confgis"/],
    [
      "an output that this action does not have",
      `- id: a\n  uses: ./\n- run: test \${{ steps.a.outputs.verdict }}`,
      12,
      /verdict/,
    ],
    ["a mistake in a shell script", "- run: |\n    cd $UNQUOTED", 10, /shellcheck.*SC2086/],
  ])("finds %s", (_, steps, line, message) => {
    expect(check(workflow(steps))).toContainEqual({ path, line, message: expect.stringMatching(message) });
  });
});

describe("zizmor", () => {
  function check(text: string) {
    using repository = temporaryRepository([{ path, text }]);
    return zizmor(repository.path, [path]);
  }

  test("has nothing against a clean workflow", () => expect(check(clean)).toEqual([]));

  test.each([
    ["an injection", `- run: echo '\${{ github.event.pull_request.title }}'`, 10, /^template-injection/],
    ["an action without a pin", "- uses: actions/setup-node@v6", 10, /^unpinned-uses/],
    [
      "credentials left behind",
      "- uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
      10,
      /^artipacked/,
    ],
  ])("finds %s", (_, steps, line, message) => {
    expect(check(workflow(steps))).toContainEqual({ path, line, message: expect.stringMatching(message) });
  });

  test("finds permissions for all jobs", () => {
    const text = clean.replace("permissions: {}", "permissions: write-all");
    expect(check(text)).toContainEqual({
      path,
      line: 3,
      message: expect.stringMatching(/^excessive-permissions/),
    });
  });
});

describe("GitHub's language service", () => {
  test("has nothing against a clean workflow", async () => {
    expect(await languageService({ path, text: clean })).toEqual([]);
  });

  test.each([
    ["an unknown key", "- rum: echo hello", 10, /rum/],
    ["an unknown context", `- run: echo \${{ githbu.ref }}`, 10, /githbu/],
    [
      "an input that this action does not have",
      "- uses: org/rcutorture-action@v1\n  with:\n    confgis: TREE03",
      12,
      /'confgis'/,
    ],
  ])("finds %s", async (_, steps, line, message) => {
    const problems = await languageService({ path, text: workflow(steps) });
    expect(problems).toContainEqual({ path, line, message: expect.stringMatching(message) });
  });

  test("finds a runtime that does not exist in action.yml", async () => {
    const text = readFileSync(join(root, "action.yml"), "utf8").replace("node24", "node23");
    const line = text.split("\n").findIndex((each) => each.includes("node23")) + 1;
    const problems = await languageService({ path: "action.yml", text });
    expect(problems).toContainEqual({ path: "action.yml", line, message: expect.any(String) });
  });
});
