import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { inputTable, outputTable } from "../../src/inputs/table.ts";

/** The reusable workflow offers what the action does, but for what is listed here with a reason. */
const path = fileURLToPath(new URL("../../.github/workflows/rcutorture.yml", import.meta.url));
const workflow = parse(readFileSync(path, "utf8"));
const call = workflow.on.workflow_call;
const offered: Record<string, { readonly type: string; readonly default: unknown }> = call.inputs;
const steps: { readonly uses?: string; readonly with?: Record<string, string> }[] = Object.values<{
  readonly steps: [];
}>(workflow.jobs).flatMap((job) => job.steps);
const own = steps.filter(({ uses }) => uses === "./.rcutorture-action");

const setByTheWorkflow = "the workflow sets it";
const ofThePools = "the pools say it";
const ofARunner = "a path on a runner that is gone when the workflow has ended; the archive has everything";
const oneOldRun = "for an old run on one machine; a re-run of jobs runs what did not pass";
const inConfigs = "repetitions stand in configs, so that they can go to any runner";
const commandLine = "command line only";
const bisects = "bisect.yml";

const notOffered: Readonly<Record<string, string>> = {
  mode: setByTheWorkflow,
  plan: setByTheWorkflow,
  shard: setByTheWorkflow,
  "shard-results": "this workflow run's artifacts are all there is",
  kernel: "repository and ref, or kernel-path",
  torture: "suites",
  kasan: "variants",
  kcsan: "variants",
  cpus: ofThePools,
  systems: ofThePools,
  show: commandLine,
  gdb: commandLine,
  interactive: commandLine,
  "kill-previous": "a job must not end what another one builds",
  rundir: ofARunner,
  out: ofARunner,
  datestamp: ofARunner,
  store: "the jobs of a plan hand kernels on through the store",
  again: oneOldRun,
  link: oneOldRun,
  dryrun: oneOldRun,
  "allow-qemu-options": oneOldRun,
  "rerun-copies": "a shard that is re-run runs the guests that the plan gave it",
  "github-token": "nothing of other workflow runs is read",
  repeat: inConfigs,
  "repeat-for": inConfigs,
  before: "jobs have no old run directory, and other runs of the workflow need actions: read",
  good: bisects,
  bad: bisects,
  "good-rate": bisects,
  "first-parent": bisects,
  prior: bisects,
  observations: bisects,
  probe: bisects,
  "close-after": "mode issues is a job of its own: docs/examples/nightly-issues.yml",
};

/** Inputs whose default the workflow says where the action leaves it open. */
const otherDefaults: Readonly<Record<string, string>> = {
  pools: "it is for pools",
  suites: "the action takes torture, of one suite",
  variants: "the action takes kasan and kcsan",
  duration: "the same, said",
};

/** Inputs of the workflow alone. */
const workflowOnly = ["repository", "ref", "kernel-path", "plan-runs-on"];

const outputsNotOffered: Readonly<Record<string, string>> = {
  "first-bad-commit": bisects,
  "bisect-log": bisects,
  "good-commit": bisects,
  "bad-commit": bisects,
  observations: bisects,
  rundir: ofARunner,
  results: ofARunner,
  "report-html": ofARunner,
  junit: ofARunner,
  summary: ofARunner,
  "cache-hit": "each build job has its own",
  plan: "between the jobs",
  builds: "between the jobs",
  shards: "between the jobs",
};

describe("the reusable workflow", () => {
  const names = [...Object.keys(offered), ...Object.keys(call.secrets)];

  test("has every input of the action, or there is a reason", () => {
    const missing = Object.keys(inputTable).filter((name) => !names.includes(name) && !(name in notOffered));
    expect(missing).toEqual([]);
    expect(Object.keys(notOffered).filter((name) => names.includes(name))).toEqual([]);
    expect(names.filter((name) => !(name in inputTable) && !workflowOnly.includes(name))).toEqual([]);
  });

  test("hands every one of them to the step of the same name's input", () => {
    const lost = names.filter((name) => {
      const used = new RegExp(`\\b(?:inputs|secrets)\\.${name}(?![\\w-])`);
      if (workflowOnly.includes(name)) return !used.test(JSON.stringify(workflow.jobs));
      return !own.some((step) => used.test(step.with?.[name] ?? ""));
    });
    expect(lost).toEqual([]);
  });

  test("gives the action no input that it has not", () => {
    const given = own.flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.filter((name) => !(name in inputTable))).toEqual([]);
  });

  test("has the action's types and defaults", () => {
    const different = Object.entries(offered).filter(([name, { type, default: text }]) => {
      const spec = inputTable[name as keyof typeof inputTable];
      if (spec === undefined || name in otherDefaults) return false;
      return String(text) !== spec.default || type !== (spec.kind === "boolean" ? "boolean" : "string");
    });
    expect(different).toEqual([]);
  });

  test("has every output of the action, or there is a reason, and none that no step sets", () => {
    const outputs = Object.keys(call.outputs);
    expect(
      Object.keys(outputTable).filter((name) => !outputs.includes(name) && !(name in outputsNotOffered)),
    ).toEqual([]);
    for (const name of outputs) {
      expect(outputTable).toHaveProperty([name]);
      expect(call.outputs[name].value).toBe(`\${{ jobs.report.outputs.${name} }}`);
      expect(workflow.jobs.report.outputs[name]).toBe(`\${{ steps.report.outputs.${name} }}`);
    }
  });
});
