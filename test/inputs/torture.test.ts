import { expect, it } from "vitest";
import { parseCommandLine } from "../../src/inputs/commandLine.ts";
import { parseInputs } from "../../src/inputs/parse.ts";

const given = (more: Record<string, string>) => () => parseInputs({ suites: "torture", ...more });

it("is one word of the command line", () => {
  const line = parseCommandLine(["torture", "--torture-sets", "-allmodconfig +kcsan"]);
  const raw = { mode: "run", suites: "torture", "torture-sets": "-allmodconfig +kcsan" };
  expect(line).toEqual({ kind: "job", raw });
  expect(parseInputs(raw).tortureSets).toEqual(["-allmodconfig", "+kcsan"]);
});

it("is told as the reusable workflow tells it", () => {
  expect(given({ variants: "plain", mode: "plan", pools: "x" })).not.toThrow();
});

it.each([
  [{ suites: "", "torture-sets": "rcutorture" }, "torture-sets: only with suites: torture."],
  [{ suites: "torture rcu" }, 'suites: "torture" is all of them already; leave rcu out.'],
  [{ configs: "TREE03" }, "configs: not with suites: torture, whose sets say that; give configs-rcutorture"],
  [{ kasan: "true" }, "kasan: not with suites: torture, whose sets say that; use torture-sets."],
  [{ mode: "build" }, 'suites: "torture" only in modes run and plan, not in build.'],
  [{ repeat: "2" }, "repeat: not with suites: torture"],
  [{ store: "none" }, "store: the sets of torture.sh share kernels"],
  [{ "guest-cpu-limit": "0" }, 'guest-cpu-limit: "0" is no CPU; give 1 or more.'],
])("refuses %j", (more, message) => {
  expect(given(more)).toThrow(message);
});
