import { describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.ts";
import { expandConfigs, nearest } from "../../src/plan/configs.ts";
import { suiteOf } from "./suites.ts";

const suite = suiteOf(
  { TREE03: "", TREE05: "", TINY01: "", "SRCU-P": "", BUSTED: "" },
  {},
  { list: ["TREE03", "TINY01"] },
);

describe("expandConfigs", () => {
  test.each([
    ["", ["TREE03", "TINY01"]],
    ["CFLIST", ["TREE03", "TINY01"]],
    ["2*CFLIST", ["TREE03", "TINY01", "TREE03", "TINY01"]],
    ["3*TREE05", ["TREE05", "TREE05", "TREE05"]],
    ["TINY01 2*SRCU-P\n\tCFLIST", ["TINY01", "SRCU-P", "SRCU-P", "TREE03", "TINY01"]],
    ["0*TREE03 BUSTED", ["BUSTED"]],
    ["1*TREE03", ["TREE03"]],
  ])("%j", (configs, names) => {
    expect(expandConfigs(configs, suite)).toEqual(names);
  });

  test("9999 is the largest factor, as in kvm.sh", () => {
    expect(expandConfigs("9999*TINY01", suite)).toHaveLength(9999);
  });

  test.each([
    ["TREE3", /no scenario "TREE3".*TREE03/],
    ["tree03", /Did you mean TREE03/],
    ["TREE99", /There are: .*TINY01/],
    ["TREE03.boot", /no scenario "TREE03\.boot"/],
    ["../TREE03", /no scenario/],
    ["10000*TINY01", /a factor is 1 to 9999/],
    ["*TINY01", /a factor/],
    ["03*TINY01", /a factor/],
    ["2*3*TINY01", /no scenario "3\*TINY01"/],
    ["0*TREE03", /asks for no guest/],
  ])("refuses %j", (configs, message) => {
    expect(() => expandConfigs(configs, suite)).toThrow(InputError);
    expect(() => expandConfigs(configs, suite)).toThrow(message);
  });
});

test("nearest names come best first, and far ones not at all", () => {
  expect(nearest("TREE5", ["TREE03", "TREE05", "TINY01"])).toEqual(["TREE05"]);
  expect(nearest("TREE0", ["TREE03", "TREE05", "BUSTED"])).toEqual(["TREE03", "TREE05"]);
  expect(nearest("nonsense", ["TREE03", "TREE05"])).toEqual([]);
});
