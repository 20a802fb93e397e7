import { expect, test } from "vitest";
import type { Knowledge } from "../../src/bisect/knowledge.ts";
import type { Count } from "../../src/bisect/observations.ts";
import { nextStep } from "../../src/bisect/steps.ts";
import { SystemUnusable } from "../../src/contracts/guestHost.ts";
import { InfrastructureError } from "../../src/errors.ts";
import { stillToRun, type Underway, type Whole } from "../../src/modes/bisectJob.ts";
import type { bisectRuns } from "../../src/modes/bisectRuns.ts";
import { bisectStep } from "../../src/modes/bisectStep.ts";
import { Crew } from "../../src/stages/execute/crew.ts";
import type { JobSystems } from "../../src/stages/execute/systems/systems.ts";
import { line } from "../bisect/simulate.ts";

const facts = (name: string) => ({ name, cpus: 4, architecture: "x86_64" });
const accelerator = { accelerator: "tcg", reason: "a test" } as const;
const opened: string[][] = [];

/** Systems on which nothing can live; what is opened is noted. */
function systems(...names: string[]): JobSystems {
  return {
    machines: names.map((name) => ({ facts: facts(name), accelerator })),
    widths: names.map(() => 4),
    ...{ cpus: 4, dropped: [], flags: [] },
    open: async (_, meant) => {
      opened.push([...(meant ?? names)]);
      return { systems: [], close: async () => undefined };
    },
    close: async () => [],
    async [Symbol.asyncDispose]() {},
  };
}

/** What a machine is at, until the test ends it. */
interface AtWork {
  readonly machine: string;
  readonly wanted: Parameters<typeof bisectRuns>[2];
  readonly signal: AbortSignal | undefined;
  ended(): void;
  end(failed: boolean): void;
  break(error: Error): void;
}

const count = (failures: number, passes: number): Count => ({
  ...{ failures, passes, others: 0, cut: 0, seconds: 0, buildSeconds: 0 },
});

/** A bisection of 64 commits whose runs the test makes: `bad` has failed in half of its runs, `good` never. */
function bisection(...names: string[]) {
  const all = systems(...names);
  const commits = Array.from({ length: 64 }, (_, i) => ({ commit: `c${i}`, treeId: "", subject: "" }));
  const asked = { history: { good: { commit: "good", treeId: "", subject: "" }, commits, bad: "c63" } };
  const job = { asked, systems: all } as unknown as Whole;
  const warnings: string[] = [];
  const crew = new Crew<Underway>(all, (text) => warnings.push(text));
  const counts = new Map([[63, count(4, 4)]]);
  const work: AtWork[] = [];
  const run: typeof bisectRuns = async ({ systems: on }, _, wanted, signal, ended = () => undefined) => {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    signal?.addEventListener("abort", () => reject(new InfrastructureError("stopped")));
    const machine = on.machines.map(({ facts: { name } }) => name).join(" ");
    work.push({ machine, wanted, signal, ended, end: resolve, break: reject });
    return await promise;
  };
  const known = () =>
    ({
      ...{ candidates: line(64), counts, good: count(0, 20), costs: { build: () => 5, run: 1 } },
      rules: { confidence: 0.95, goodRate: 0, machines: crew.size },
    }) as unknown as Knowledge;
  return {
    known,
    crew,
    counts,
    work,
    warnings,
    take: () => bisectStep(job, crew, known(), nextStep(known(), stillToRun(crew.running)), 1, run),
  };
}

const placeOf = ({ wanted }: AtWork) => Number(wanted.commit.commit.slice(1));

test("a machine that has ended gets the next probe while others are at theirs, which it counts with", async () => {
  const { crew, counts, work, take, known } = bisection("k1", "k2", "k3");
  const first = take();
  expect(work.map(({ machine }) => machine)).toEqual(["k1", "k2", "k3"]);
  expect(new Set(work.map(placeOf)).size).toBe(3);
  const [, middle] = work;
  if (middle === undefined) throw new Error("nothing runs");
  counts.set(placeOf(middle), count(0, middle.wanted.runs));
  middle.end(false);
  await first;

  const before = known();
  const second = take();
  expect(work.map(({ machine }) => machine)).toEqual(["k1", "k2", "k3", "k2"]);
  const next = work.at(-1);
  if (next === undefined) throw new Error("nothing runs");
  const running = work.filter((one) => one !== middle && one !== next).map(placeOf);
  expect(running).not.toContain(placeOf(next));
  // As if nothing ran, it would have been another.
  const blind = nextStep(before);
  expect(blind.kind === "probes" && blind.probes[0]?.commit).not.toBe(placeOf(next));
  await crew.stop("The test ends.");
  await second;
  expect(crew.running).toEqual([]);
});

test("runs that have ended are no longer counted as under way", async () => {
  const { crew, work, take } = bisection("k1", "k2");
  const taken = take();
  const [one] = work;
  one?.ended();
  one?.ended();
  const [left] = stillToRun(crew.running);
  expect(left?.runs).toBe(Math.max(1, (one?.wanted.runs ?? 0) - 2));
  await crew.stop("The test ends.");
  await taken;
});

test("a machine on which nothing runs gets no more work; without any, that is what ends it", async () => {
  const { crew, work, warnings, take } = bisection("k1", "k2");
  const first = take();
  work[0]?.break(new SystemUnusable("No guest gave a result: no qemu"));
  await first;
  expect(warnings).toEqual(["k1: gets no more work: No guest gave a result: no qemu"]);
  expect(crew.size).toBe(1);
  const second = take();
  expect(work).toHaveLength(2);
  work[1]?.break(new SystemUnusable("No guest gave a result: gone"));
  await expect(second).rejects.toThrow(InfrastructureError);
});

test("what is wrong with a build is no fault of the machine", async () => {
  const { crew, work, take } = bisection("k1", "k2");
  const first = take();
  work[0]?.break(new InfrastructureError("there is no compiler"));
  await expect(first).rejects.toThrow("there is no compiler");
  await crew.stop("The test ends.");
});

test("each machine is opened by itself", async () => {
  const crew = new Crew<string>(systems("k1", "k2"), () => undefined);
  const guests = { path: "/nowhere", batches: [], cpus: 4, signal: new AbortController().signal };
  for (const name of ["a", "b"]) crew.begin(name, async (machine) => void (await machine.open(guests)));
  expect(() => crew.begin("c", async () => undefined)).toThrow(RangeError);
  await crew.stop("The test ends.");
  expect(opened).toEqual([["k1"], ["k2"]]);
});
