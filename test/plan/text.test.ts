import { expect, test } from "vitest";
import { planGuests } from "../../src/plan/plan.ts";
import { renderDefaultPlan, renderPlan } from "../../src/plan/text.ts";
import { suiteOf } from "./suites.ts";

const suite = suiteOf({
  TREE03: "CONFIG_NR_CPUS=16\n",
  TREE05: "CONFIG_NR_CPUS=8\n",
  TINY01: "CONFIG_SMP=n\n",
});

test("a plan for people ends with the exact lines of kvm.sh", () => {
  const plan = planGuests({ suite, configs: "CFLIST TREE05", cpus: 9, machineCpus: 9 });
  expect(renderPlan(plan, 600)).toMatchInlineSnapshot(`
    "rcu: 4 guests of 3 scenarios in 3 batches on 9 CPUs; 30m of torture, and 3 kernels to build or reuse
      batch 1, 16 CPUs: more than the 9 CPUs there are: TREE03 (16)
      batch 2, 9 CPUs: TREE05 (8), TINY01 (1)
      batch 3, 8 CPUs: TREE05.2 (8)

    1 TREE03 16
    2 TREE05 8
    2 TINY01 1
    3 TREE05.2 8
    "
  `);
});

test("without a number of CPUs every guest runs alone", () => {
  const plan = planGuests({ suite, configs: "TINY01", cpus: 0, machineCpus: 1 });
  expect(renderPlan(plan, 30)).toMatch(/^rcu: 1 guest of 1 scenario in 1 batch of one guest each; 30s/);
});

test("a job without configs says first what it is", () => {
  const plan = planGuests({ suite, configs: "", cpus: 9, machineCpus: 9 });
  expect(renderDefaultPlan(plan, 1800, 4)).toBe(
    "No configs are given, so this is the whole CFLIST of rcu, as with kvm.sh: 3 kernels to build (about 45 min " +
      "on 4 CPUs, less what a store has), then 3 guests in 2 batches, 60 min of torture.",
  );
  expect(renderDefaultPlan(plan, undefined, 1)).toMatch(/about 3 h on 1 CPU, less what a store has\)\.$/);
});
