import { expect, test } from "vitest";
import type { MatrixFigures } from "../../../src/plan/matrix.ts";
import { renderSets } from "../../../src/plan/torture/text.ts";

const figures: MatrixFigures = {
  ...{ buildSeconds: 0, runSeconds: 5400, bound: 5400, machineHours: 2 },
  ...{ tortureHours: 12.5, runners: 1, idle: 0, unused: [] },
};

const set = (id: string, recipe: object) => ({
  ...{ id, suite: "rcu", variant: "plain" as const, architecture: "x86_64" as const },
  recipe: {
    ...{ family: id, kind: "guests" as const, configs: "", kconfig: "", bootargs: "", kmakeArg: "" },
    ...{ seconds: 600, mustFail: false, ...recipe },
  },
});

test("sets of torture.sh fit 80 columns, each in a list of its own words", () => {
  const refused =
    "this tree's kvm.sh knows no KCSAN, and a compiler that does is not installed on this machine";
  const lines = renderSets(
    {
      sets: [set("srcu-lockdep", { refused }), set("allmodconfig", { kind: "allmodconfig" })],
      shards: [],
      builds: [],
    },
    figures,
  );
  expect(lines).toEqual([
    "torture.sh: 2 sets, 0 guests, 0 kernels, of which 0 to build; about 1h 30m for",
    "the guests (one after the other: 12h 30m).",
    "  srcu-lockdep: did-not-run: this tree's kvm.sh knows no KCSAN, and a compiler",
    "    that does is not installed on this machine",
    "  allmodconfig: make only",
  ]);
});
