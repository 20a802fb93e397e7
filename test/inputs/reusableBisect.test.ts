import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type InputSpec, inputGroups } from "../../src/inputs/spec.ts";
import { inputTable, outputTable } from "../../src/inputs/table.ts";

/** The reusable workflow of bisections offers what mode bisect takes, but for what is listed here with a reason. */
const read = (name: string) =>
  parse(readFileSync(fileURLToPath(new URL(`../../.github/workflows/${name}.yml`, import.meta.url)), "utf8"));
const workflow = read("bisect");
const round = read("bisect-round");
const call = workflow.on.workflow_call;
const offered: Record<
  string,
  { readonly type: string; readonly default?: unknown; readonly required?: true }
> = call.inputs;
interface OwnStep {
  readonly uses?: string;
  readonly with: Record<string, string>;
}
const stepOf = (job: string): OwnStep =>
  round.jobs[job].steps.find(({ uses }: OwnStep) => uses === "./.rcutorture-action");
const [plan, run] = [stepOf("plan"), stepOf("run")];

const setByTheWorkflow = "the workflow sets it";
const notInBisect = "refused in mode bisect";
const commandLine = "command line only";
const ofARunner = "a path on a runner that is gone when the workflow has ended";

const notOffered: Readonly<Record<string, string>> = {
  mode: setByTheWorkflow,
  probe: setByTheWorkflow,
  kernel: "repository and ref, or kernel-path",
  cpus: "the pools say it",
  systems: "the pools say it",
  show: commandLine,
  gdb: commandLine,
  interactive: commandLine,
  "kill-previous": "a job must not end what another one builds",
  "debug-info": "places of findings are of no use to it",
  rundir: ofARunner,
  datestamp: ofARunner,
  store: "the jobs of a round hand on what they saw through the store",
  repeat: notInBisect,
  "repeat-for": notInBisect,
  "stop-on-failure": notInBisect,
  until: notInBisect,
  before: notInBisect,
  suites: notInBisect,
  variants: notInBisect,
  commits: notInBisect,
  plan: notInBisect,
  shard: notInBisect,
  "shard-results": notInBisect,
};

const otherDefaults = ["pools", "duration", "configs", "good"];
const workflowOnly = ["repository", "ref", "kernel-path", "plan-runs-on"];
/** Of these, what a job is to do with its runner and its systems: no matter of the plan. */
const ofRuns = [
  "prepare",
  "relay",
  "system-timeout",
  "unreachable",
  "ssh-config",
  "ssh-known-hosts",
  "ssh-private-key",
];

describe("the reusable workflow of bisections", () => {
  const names = [...Object.keys(offered), ...Object.keys(call.secrets)];
  const taken = Object.entries<InputSpec>(inputTable).filter(([, { group }]) =>
    inputGroups[group].modes.some((mode) => mode === "bisect"),
  );

  test("has every input of mode bisect, or there is a reason", () => {
    const missing = taken
      .map(([name]) => name)
      .filter((name) => !names.includes(name) && !(name in notOffered));
    expect(missing).toEqual([]);
    expect(Object.keys(notOffered).filter((name) => names.includes(name))).toEqual([]);
    expect(names.filter((name) => !(name in inputTable) && !workflowOnly.includes(name))).toEqual([]);
  });

  test("has the action's types and defaults", () => {
    const different = Object.entries(offered).filter(([name, { type, default: text }]) => {
      const spec = inputTable[name as keyof typeof inputTable];
      if (spec === undefined || otherDefaults.includes(name)) return false;
      return String(text) !== spec.default || type !== (spec.kind === "boolean" ? "boolean" : "string");
    });
    expect(different).toEqual([]);
  });

  test("hands every one of them to the jobs that plan, and what guests need to those that run", () => {
    const uses = (step: OwnStep, name: string) =>
      new RegExp(`\\b(?:asked\\)|secrets)\\.${name}(?![\\w-])`).test(step.with[name] ?? "");
    const guests = taken
      .filter(([, { group }]) => ["build", "guests", "systems"].includes(group))
      .map(([name]) => name);
    const wanted = names.filter((name) => !workflowOnly.includes(name));
    const scripts = ["distribute-command", "reserve-command", "release-command"];
    const planned = wanted.filter((name) => ![...ofRuns, ...scripts].includes(name));
    expect(planned.filter((name) => !uses(plan, name))).toEqual([]);
    expect(wanted.filter((name) => guests.includes(name) && !uses(run, name))).toEqual([]);
    for (const step of [plan, run])
      expect(Object.keys(step.with).filter((name) => !(name in inputTable))).toEqual([]);
  });

  test("has up to eight rounds, and outputs that the last job sets", () => {
    const rounds = Object.keys(workflow.jobs).filter((name) => name.startsWith("round-"));
    expect(rounds).toHaveLength(8);
    expect(workflow.jobs.answer.needs).toEqual(rounds);
    for (const [name, { value }] of Object.entries<{ value: string }>(call.outputs)) {
      expect(outputTable).toHaveProperty([name]);
      expect(value).toBe(`\${{ jobs.answer.outputs.${name} }}`);
      expect(round.on.workflow_call.outputs[name].value).toBe(`\${{ jobs.plan.outputs.${name} }}`);
      expect(round.jobs.plan.outputs[name]).toBe(`\${{ steps.plan.outputs.${name} }}`);
    }
  });
});
