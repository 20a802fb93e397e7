import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { tinyKconfig } from "../../scripts/support/kernelSource.ts";
import { ensurePackages } from "../../scripts/support/packages.ts";
import { toolPath } from "../../scripts/support/tools.ts";
import { actionlint, zizmor } from "./checkers.ts";
import { languageService } from "./languageService.ts";
import { exampleWorkflows, ownWorkflows, root, shownWorkflows, temporaryRepository } from "./project.ts";

vi.setConfig({ testTimeout: 60_000 });

const own = ownWorkflows();
const guides = ["guide-workflows", "guide-matrix", "guide-bisect"];
const guide = guides.flatMap((name) => shownWorkflows(`docs/${name}.md`));
const readme = shownWorkflows("README.md");
const exampled = exampleWorkflows();

beforeAll(() => {
  ensurePackages(["shellcheck"]);
  toolPath("actionlint");
  toolPath("zizmor");
}, 900_000);

test("there are workflows to check, here, in the guide and in the README", () => {
  expect(own.map(({ path }) => path)).toEqual(
    expect.arrayContaining(
      ["bisect", "bisect-round", "ci", "e2e", "newest", "rcutorture", "release"].map(
        (name) => `.github/workflows/${name}.yml`,
      ),
    ),
  );
  expect(guide.length).toBeGreaterThanOrEqual(3);
  expect(readme).toHaveLength(1);
  expect(exampled.length).toBeGreaterThanOrEqual(9);
});

describe("this repository", () => {
  const paths = own.map(({ path }) => path);

  test("actionlint finds nothing", () => {
    expect(actionlint(root, paths)).toEqual([]);
  });

  test("zizmor finds nothing", () => {
    const others = ["action.yml", ".github/dependabot.yml"];
    expect(zizmor(root, [...paths, ...others], ".github/zizmor.yml")).toEqual([]);
  });

  test.each([...own, { path: "action.yml", text: readFileSync(join(root, "action.yml"), "utf8") }])(
    "GitHub's language service finds nothing in $path",
    async (file) => {
      expect(await languageService(file)).toEqual([]);
    },
  );

  test.each(own)(
    "every job of $path ends by itself, and no permission is given to all of them",
    ({ text }) => {
      const { permissions, jobs } = parse(text);
      expect(permissions).toEqual({});
      for (const [name, job] of Object.entries<Record<string, unknown>>(jobs)) {
        // Jobs of a workflow that is called end by themselves there.
        if (!("uses" in job)) expect(job, name).toHaveProperty("timeout-minutes");
      }
    },
  );

  test.each(own)("every pin of $path says its version", ({ text }) => {
    const pins = [...text.matchAll(/uses: (?!\.\/)(.*)$/gm)].map(([, pin]) => pin);
    for (const pin of pins) expect(pin).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("one job waits for all others of CI, whatever became of them", () => {
    const { jobs } = parse(own.find(({ path }) => path.endsWith("/ci.yml"))?.text ?? "");
    const { required, ...others } = jobs;
    expect([...required.needs].sort()).toEqual(Object.keys(others).sort());
    expect(required.if).toBe("always()");
  });

  test("the end-to-end workflow builds the small kernels that the demo and the tests build", () => {
    const { env, jobs } = parse(own.find(({ path }) => path.endsWith("/e2e.yml"))?.text ?? "");
    expect(env.KCONFIG.trim()).toBe(tinyKconfig);
    expect(jobs.pools.with.kconfig.trim()).toBe(tinyKconfig);
  });
});

describe("what the documents show", () => {
  const shown = [...guide, ...readme, ...exampled];
  const ownLabels = {
    path: ".github/actionlint.yaml",
    text: "self-hosted-runner: {labels: [rcutorture, large, small, controller]}\n",
  };

  test("actionlint finds nothing", () => {
    using repository = temporaryRepository([...shown, ownLabels]);
    expect(
      actionlint(
        repository.path,
        shown.map(({ path }) => path),
      ),
    ).toEqual([]);
  });

  test("zizmor finds nothing but tags, which are easier to read than digests", () => {
    const whole = [...guide, ...exampled];
    using repository = temporaryRepository(whole);
    const problems = zizmor(
      repository.path,
      whole.map(({ path }) => path),
    );
    expect(problems.filter(({ message }) => !message.startsWith("unpinned-uses:"))).toEqual([]);
  });

  test.each(shown)("GitHub's language service finds nothing in $path", async (file) => {
    expect(await languageService(file)).toEqual([]);
  });
});
