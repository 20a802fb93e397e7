import { describe, expect, test } from "vitest";
import { configuredCpus, scheduledCpus, smpCpus } from "../../src/plan/cpus.ts";
import { planGuests, widestGuest } from "../../src/plan/plan.ts";
import type { ScenarioFiles, SuiteFiles } from "../../src/plan/suite.ts";
import { suiteOf } from "./suites.ts";

const suite = suiteOf(
  {
    TREE01: "CONFIG_SMP=y\n",
    TREE03: "CONFIG_SMP=y\nCONFIG_NR_CPUS=16\n",
    TINY01: "CONFIG_SMP=n\n",
  },
  { TREE01: "# comment maxcpus=1\nmaxcpus=8 nr_cpus=43\nrcutree.gp_preinit_delay=3\n" },
);

function scenario(name: string, of: SuiteFiles = suite): ScenarioFiles {
  const found = of.scenarios.get(name);
  if (!found) throw new Error(name);
  return found;
}

describe("scheduledCpus", () => {
  test.each([
    ["TREE03", {}, 16],
    ["TINY01", {}, 1],
    ["TREE01", {}, 8],
    ["TREE01", { machineCpus: 4 }, 4],
    ["TREE03", { bootargs: "nr_cpus=8" }, 8],
    ["TREE03", { bootargs: "nr_cpus=32" }, 16],
    ["TREE03", { bootargs: "maxcpus=2 nr_cpus=8" }, 2],
    ["TREE03", { bootargs: "nr_cpus=2 nr_cpus=8" }, 8],
    ["TREE03", { bootargs: "nr_cpus=2 nr_cpus=all" }, 16],
    ["TREE03", { bootargs: "maxcpus=0" }, 1],
    ["TREE03", { kconfig: "CONFIG_NR_CPUS=4" }, 4],
    ["TREE01", { kconfig: "CONFIG_X=y CONFIG_NR_CPUS=60" }, 8],
    ["TINY01", { kconfig: "CONFIG_NR_CPUS=4" }, 4],
    ["TREE03", { kconfig: "CONFIG_NR_CPUS=4 CONFIG_SMP=n" }, 1],
    ["TREE03", { kconfig: "#CHECK#CONFIG_NR_CPUS=4", machineCpus: 6 }, 6],
  ])("%s %j: %i", (name, options, cpus) => {
    expect(scheduledCpus(suite, scenario(name), { machineCpus: 64, ...options })).toBe(cpus);
  });

  test("which of two nr_cpus= wins depends on the order in which the tree joins boot arguments", () => {
    const old: SuiteFiles = { ...suite, bootOrder: "file-last" };
    const options = { machineCpus: 64, bootargs: "maxcpus=2" };
    expect(scheduledCpus(suite, scenario("TREE01"), options)).toBe(2);
    expect(scheduledCpus(old, scenario("TREE01", old), options)).toBe(8);
  });
});

describe("smpCpus", () => {
  test("is not limited by maxcpus=, and counts the merged fragment", () => {
    const options = { machineCpus: 64 };
    expect(smpCpus(suite, scenario("TREE01"), "\nCONFIG_SMP=y\n", options)).toBe(43);
    expect(
      smpCpus(suite, scenario("TREE03"), "CONFIG_NR_CPUS=16", { ...options, bootargs: "maxcpus=2" }),
    ).toBe(16);
    expect(smpCpus(suite, scenario("TINY01"), "CONFIG_SMP=n\nCONFIG_NR_CPUS=4\n", options)).toBe(1);
  });

  test("is the machine's count where nobody names one", () => {
    const plain = suiteOf({ PREEMPT: "CONFIG_PREEMPT=y\n" });
    expect(smpCpus(plain, scenario("PREEMPT", plain), "CONFIG_PREEMPT=y\n", { machineCpus: 12 })).toBe(12);
  });
});

test("configuredCpus", () => {
  expect(configuredCpus("CONFIG_SMP=y\n")).toBeUndefined();
  expect(configuredCpus("#CHECK#CONFIG_NR_CPUS=3\n")).toBeUndefined();
  expect(configuredCpus("CONFIG_NR_CPUS=3\nCONFIG_NR_CPUS=5\n")).toBe(5);
});

test("a plan knows both counts, and its widest guest", () => {
  const plan = planGuests({ suite, configs: "TREE01 TINY01", cpus: 16, machineCpus: 64 });
  expect(plan.guests).toEqual([
    { name: "TREE01", scenario: "TREE01", repetition: 1, cpus: 8, smp: 43 },
    { name: "TINY01", scenario: "TINY01", repetition: 1, cpus: 1, smp: 1 },
  ]);
  expect(widestGuest(plan.guests)).toBe(43);
});
