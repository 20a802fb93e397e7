import { expect, it } from "vitest";
import { headlineOf } from "../../src/report/headline.ts";
import { overviewOf } from "../../src/report/overview.ts";
import { setLines } from "../../src/report/sets.ts";
import type { SetResult } from "../../src/results/schema.ts";
import { fixture } from "./fixtures.ts";

const set = (id: string, verdict: SetResult["verdict"], detail?: string): SetResult => ({
  ...{ id, family: id, suite: "rcu", verdict, guests: 1, kernels: 1 },
  ...(detail === undefined ? {} : { detail }),
});

it("has a line for each set as torture.sh prints it, and what did not run apart", () => {
  const sets = [
    set("rcutorture", "passed"),
    set("locktorture-kasan", "failed", "qemu ended by itself."),
    set("allmodconfig", "build-failed"),
    set("rcu-rust", "did-not-run", "it needs rustc, missing here"),
  ];
  expect(setLines({ sets, rundir: "/res/now" })).toEqual([
    "SUCCESSES:",
    "rcutorture(0) /res/now/rcutorture",
    "FAILURES:",
    "locktorture-kasan(3) /res/now/locktorture-kasan: qemu ended by itself.",
    "allmodconfig(2) /res/now/allmodconfig",
    "DID NOT RUN:",
    "rcu-rust: it needs rustc, missing here",
    "Summary: Successes: 1 Failures: 2. Did not run: 1.",
  ]);
  expect(setLines({ rundir: "/res/now" })).toEqual([]);
});

it("says in the headline what no guest tells: sets that did not run", () => {
  const headline = (...missing: SetResult[]) =>
    headlineOf(overviewOf({ ...fixture("all-passed"), sets: [set("rcutorture", "passed"), ...missing] }));
  const lacking = (id: string): SetResult => ({ ...set(id, "did-not-run", "it needs rustc"), guests: 0 });
  expect(headline()).not.toContain("did not run");
  expect(headline(lacking("rcu-rust"))).toMatch(/ passed.*\. rcu-rust did not run: it needs rustc$/);
  expect(headline(lacking("rcu-rust"), lacking("kvfree"))).toMatch(/2 sets did not run: rcu-rust, kvfree$/);
});
