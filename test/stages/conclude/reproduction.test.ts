import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseCommandLine } from "../../../src/inputs/commandLine.ts";
import { parseInputs, type RawInputs } from "../../../src/inputs/parse.ts";
import { renderMail } from "../../../src/report/mail.ts";
import { renderSummary } from "../../../src/report/summary.ts";
import { commandWords } from "../../../src/repository.ts";
import { type Results, resultsSchema } from "../../../src/results/schema.ts";
import { reproductionOf } from "../../../src/stages/conclude/reproduction.ts";
import busted from "../../fixtures/results/busted.json" with { type: "json" };

const { reproduce: _, ...failed } = resultsSchema.parse(busted);
const commit = "adc218676eef25575469234709c2d87185ca223a";
const results: Results = { ...failed, kernel: { ...failed.kernel, commit, state: "clean" } };

function of(raw: RawInputs, run: Results = results, stored = true) {
  const environment = { attempt: 1, workspace: "/w", variables: { GITHUB_RUN_ID: "4711" } };
  return reproductionOf({ inputs: parseInputs(raw), environment }, run, { stored });
}

/** The words that a shell makes of the last line, without the command itself. */
function wordsOf(laptop: string | undefined): string[] {
  const line = laptop?.split("\n").at(-1) ?? "";
  const words = execFileSync("sh", ["-c", `printf '%s\\n' ${line.replace(/^npx /, "npx ")}`], {
    encoding: "utf8",
  });
  expect(words.split("\n").slice(0, commandWords.length)).toEqual(commandWords);
  return words.trimEnd().split("\n").slice(commandWords.length);
}

const shaping = {
  kconfig: "CONFIG_RCU_EQS_DEBUG=y CONFIG_NR_CPUS=4",
  bootargs: "rcutorture.gpwrap_lag=1 rcutorture.x=1,2",
  kasan: "true",
  defconfig: "tinyconfig",
  jitter: "2 100",
  memory: "1G",
  ignore: "noise :: ours",
  "shutdown-grace": "3m",
};

describe("how to run a job of a workflow again", () => {
  test("on a laptop: the commit, and a command that our own command line reads as the same inputs", () => {
    const { laptop } = of(shaping) ?? {};
    expect(laptop?.split("\n")[0]).toBe(`git checkout ${commit}`);
    const line = parseCommandLine(wordsOf(laptop));
    if (line.kind !== "job") throw new Error(line.kind);
    const [was, is] = [parseInputs(shaping), parseInputs(line.raw)];
    const { ignore: __, ...same } = was;
    expect(is).toEqual({
      ...same,
      ignore: [],
      kernel: ".",
      configs: ["BUSTED"],
      duration: results.guests[0]?.timing.planned,
    });
  });

  test("in a workflow: a step that fetches the kernels of this run, or of the one that it re-ran", () => {
    const [step] = parse(of({})?.workflow ?? "");
    expect(step).toEqual({
      uses: "org/rcutorture-action@v1",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a workflow's own expression
      with: { again: "run:4711", configs: "failed", "github-token": "${{ github.token }}" },
    });
    expect(parse(of({ again: "run:42" })?.workflow ?? "")[0].with.again).toBe("run:42");
    expect(of({ again: "run:42" })?.laptop).toBeUndefined();
    expect(of({}, results, false)?.workflow).toBeUndefined();
  });

  test("is not said outside of workflows, and a changed tree is", () => {
    const environment = { attempt: 1, workspace: "/w", variables: {} };
    expect(
      reproductionOf({ inputs: parseInputs({}), environment }, results, { stored: true }),
    ).toBeUndefined();
    const modified = { ...results, kernel: { ...results.kernel, state: "modified" as const } };
    expect(of({}, modified)?.laptop).toMatch(/^# The tree had changes/);
  });

  test("stands in the summary, the mail and results.json", () => {
    const reproduction = of(shaping);
    const whole = resultsSchema.parse({ ...results, reproduction });
    for (const text of [renderSummary(whole), renderMail(whole)]) {
      expect(text).toContain("again: run:4711");
      expect(text).toContain(`git checkout ${commit}`);
    }
  });
});
