import type { Bench, Figure } from "./support/figures.ts";
import type { Metered } from "./support/meter.ts";
import { interleave } from "./support/statistics.ts";
import { type TestBed, withTestBed } from "./support/testBed.ts";

interface Overhead {
  /** Seconds of the whole program beyond its guest's life. */
  readonly wall: number;
  /** Seconds of CPU time of all processes but qemu. */
  readonly cpu: number;
  readonly lived: number;
}

function overheadOf(testBed: TestBed, run: Metered): Overhead {
  const [life, ...more] = testBed.shim.take();
  if (life === undefined || more.length > 0) throw new Error("one guest was to run");
  return { wall: run.wall - life.lived, cpu: run.cpu - life.cpu, lived: life.lived };
}

/** A short run of one guest, in both programs, with as much jitter as each makes by itself. */
function shortRuns(testBed: TestBed, old: string, rounds: number, ...ours: readonly string[]) {
  return interleave(rounds, {
    ours: async () =>
      overheadOf(testBed, await testBed.again(old, testBed.newRun(), "--duration", "5s", ...ours)),
    theirs: async () =>
      overheadOf(testBed, await testBed.kvmAgain(old, testBed.newRun(), "--duration", "5s")),
  });
}

function figure(
  what: string,
  field: keyof Overhead,
  { ours, theirs }: Readonly<Record<"ours" | "theirs", readonly Overhead[]>>,
  wanted?: string,
): Figure {
  const values = (sides: readonly Overhead[]) => sides.map((side) => side[field]);
  return {
    what,
    unit: "s",
    ours: values(ours),
    beside: { name: "kvm-again.sh", values: values(theirs) },
    ...(wanted === undefined ? {} : { wanted }),
  };
}

export const overhead: Bench = {
  name: "overhead",
  about: "A short re-run (TINY01, 5 s, default jitter): wall clock beyond the guest's own life.",
  run: ({ rounds }) =>
    withTestBed(async (testBed) => {
      const runs = await shortRuns(testBed, testBed.oldRun("old", ["TINY01"]), rounds);
      return [
        figure("wall clock beyond the guest's life", "wall", runs, "≤ 0.5 s"),
        figure("CPU time beside qemu, jitter included", "cpu", runs),
        figure("the guest's own life", "lived", runs),
      ];
    }),
};

export const cpu: Bench = {
  name: "cpu",
  about: "The same without jitter on either side: CPU time that nobody asked for.",
  run: ({ rounds }) =>
    withTestBed(async (testBed) => {
      const old = testBed.oldRun("old", ["TINY01"]);
      testBed.withoutJitter(old);
      const runs = await shortRuns(testBed, old, rounds, "--jitter", "0");
      return [figure("CPU time beside the guest and jitter", "cpu", runs, "≤ 1 s")];
    }),
};
