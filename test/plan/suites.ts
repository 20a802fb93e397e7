import type { ScenarioFiles, SuiteFiles } from "../../src/plan/suite.ts";

/** A suite for tests, from `name → fragment` and `name → .boot`. */
export function suiteOf(
  fragments: Record<string, string>,
  boots: Record<string, string> = {},
  rest: Partial<SuiteFiles> = {},
): SuiteFiles {
  const scenarios = Object.entries(fragments).map(([name, fragment]): [string, ScenarioFiles] => {
    const boot = boots[name];
    return [name, { name, fragment, ...(boot === undefined ? {} : { boot }) }];
  });
  return {
    name: "rcu",
    list: Object.keys(fragments),
    scenarios: new Map(scenarios),
    bootOrder: "arguments-last",
    ...rest,
  };
}
