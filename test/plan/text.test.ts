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
    "rcu: 4 guests of 3 scenarios in 3 batches on 9 CPUs; 30m of torture, and 3
    kernels to build or reuse
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
  expect(renderDefaultPlan(plan)).toBe(
    "No configs are given, so this is the whole CFLIST of rcu, as with kvm.sh: 3 scenarios.",
  );
});

test("a large plan fits 80 columns, and breaks no guest from its CPUs", () => {
  const large = suiteOf(
    Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`TREE${index}`, "CONFIG_NR_CPUS=2\n"])),
  );
  const text = renderPlan(planGuests({ suite: large, configs: "CFLIST", cpus: 80, machineCpus: 80 }), 600);
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  expect(text).not.toMatch(/TREE\d+$/m);
  expect(text.match(/TREE\d+ \(2\)/g)).toHaveLength(40);
});
