import { expect, it } from "vitest";
import type { GuestResult, Results } from "../../src/results/schema.ts";
import { expectations } from "../../src/statistics/expect.ts";
import { guestResultOf, mergeFixture } from "../results/shards.ts";

const [template] = mergeFixture().parts;

function run(...guests: GuestResult[]): Results {
  if (template === undefined) throw new Error("no fixture");
  return { ...template.results, guests };
}

const lived = (name: string, seconds: number) =>
  guestResultOf(name, "passed", { timing: { planned: 600, lived: seconds } });

it("expects of a scenario what earlier guests took beyond their torture: the median", () => {
  const runs = [
    run(lived("TREE01", 620)),
    run(lived("TREE01", 640), lived("TREE01.2", 900)),
    run(lived("TREE02", 605.2)),
  ];
  expect(expectations(runs)).toEqual(
    new Map([
      ["TREE01", { failedLastTime: false, extra: 40 }],
      ["TREE02", { failedLastTime: false, extra: 6 }],
    ]),
  );
});

it("takes the newest run's word for what failed the last time, and of its attempts the last", () => {
  const failed = guestResultOf("TREE01", "failed");
  expect(expectations([run(lived("TREE01", 610)), run(failed)]).get("TREE01")?.failedLastTime).toBe(false);
  expect(expectations([run(failed), run(lived("TREE01", 610))]).get("TREE01")?.failedLastTime).toBe(true);
  const again = { ...lived("TREE01", 610), attempt: 2 };
  expect(expectations([run(failed, again)]).get("TREE01")?.failedLastTime).toBe(false);
});

it("learns no time from guests that did not come to their end", () => {
  const hung = guestResultOf("TREE01", "failed", {
    ending: { cause: "hung", exitStatus: null, signal: "SIGKILL", detail: "Hung." },
    timing: { planned: 600, lived: 780 },
  });
  expect(expectations([run(hung)])).toEqual(new Map([["TREE01", { failedLastTime: true }]]));
});

it("knows how long kernels took to build, and how long nothing takes that came from a store", () => {
  const build = (seconds: number | undefined, status: "built" | "reused") => ({
    scenario: "TREE01",
    status,
    ...(seconds === undefined ? {} : { seconds }),
    diagnostics: [],
    configErrors: [],
  });
  const runs = [
    { ...run(lived("TREE01", 610)), builds: [build(undefined, "reused")] },
    { ...run(lived("TREE01", 610)), builds: [build(300.5, "built")] },
  ];
  expect(expectations(runs).get("TREE01")).toEqual({ failedLastTime: false, extra: 10, buildSeconds: 301 });
});
