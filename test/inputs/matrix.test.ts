import { expect, it } from "vitest";
import type { JobContext } from "../../src/context.ts";
import { InputError } from "../../src/errors.ts";
import { parseInputs, type RawInputs } from "../../src/inputs/parse.ts";
import { inputsToKeep, withPlanInputs } from "../../src/stages/prepare/pools/planInputs.ts";

const pools = "- {name: p, labels: x, cpus: 4}";

it.each<[string, RawInputs, string]>([
  ["pools outside of a plan", { pools }, "pools: only in modes plan and bisect, not in run"],
  ["suites without pools", { mode: "plan", suites: "rcu" }, "suites: only with pools"],
  ["commits in a run", { commits: "v6.12" }, "commits: only with pools"],
  [
    "a suite that there is not",
    { mode: "plan", pools, suites: "rcu rcutorture" },
    'suites: "rcutorture" is not one of rcu, lock',
  ],
  ["a suite twice", { mode: "plan", pools, suites: "rcu rcu" }, 'suites: "rcu" is listed twice'],
  ["no store", { mode: "plan", pools, store: "none" }, "store: the jobs of a plan hand kernels on"],
  ["a plan for a plan", { mode: "plan", plan: "x" }, "plan: mode plan makes a plan"],
  ["a plan without a shard", { plan: "x" }, "such as shard-1"],
  ["a plan without a build", { mode: "build", plan: "x" }, "such as build-1"],
  ["a shard without a plan", { shard: "shard-1" }, 'shard: "shard-1" is given; it needs plan'],
  ["a shard in a report", { mode: "report", plan: "x", shard: "shard-1" }, "and mode build or run"],
  ["an old run", { plan: "x", shard: "shard-1", again: "res/old" }, "again: not with plan"],
  [
    "results without a plan",
    { mode: "report", rundir: "x", "shard-results": "y" },
    "shard-results: only with plan",
  ],
])("refuses %s", (_, raw, message) => {
  expect(() => parseInputs(raw)).toThrow(InputError);
  expect(() => parseInputs(raw)).toThrow(message);
});

it("gives pools as they are written, with their lines", () => {
  expect(parseInputs({ mode: "plan", pools: "- name: p\n  cpus: 4\n" }).pools).toBe("- name: p\n  cpus: 4");
});

const context = (raw: RawInputs) =>
  ({ inputs: parseInputs({ plan: "x", shard: "shard-1", ...raw }) }) as JobContext;

it("hands the inputs that all jobs share on through the plan", () => {
  const given = {
    kconfig: "CONFIG_NR_CPUS=4",
    bootargs: "rcupdate.rcu_expedited=1",
    jitter: "3 500 20",
    ignore: "one :: reason\ntwo :: other reason",
    "trust-make": "true",
    "shutdown-grace": "60",
  };
  const planned = parseInputs({ ...given, mode: "plan", pools });
  const { inputs } = withPlanInputs(context({}), { inputs: inputsToKeep(planned) });
  for (const name of ["kconfig", "bootargs", "jitter", "ignore", "trustMake", "shutdownGrace"] as const) {
    expect(inputs[name], name).toEqual(planned[name]);
  }
  expect([inputs.mode, inputs.shard]).toEqual(["run", "shard-1"]);
  expect(() => withPlanInputs(context(given), { inputs: inputsToKeep(planned) })).not.toThrow();
});

it("refuses a job that was given something else", () => {
  const plan = { inputs: inputsToKeep(parseInputs({ mode: "plan", pools, bootargs: "a=1" })) };
  expect(() => withPlanInputs(context({ bootargs: "a=2" }), plan)).toThrow(
    'bootargs: "a=2" contradicts the plan, which was made with "a=1"; leave it out here.',
  );
});

it("refuses a plan with texts that no input may have", () => {
  const plan = { inputs: { kconfig: "CONFIG_X=y; touch /tmp/x" } };
  expect(() => withPlanInputs(context({}), plan)).toThrow(
    'kconfig: "CONFIG_X=y; touch /tmp/x" is not allowed',
  );
});
