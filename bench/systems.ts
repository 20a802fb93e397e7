import type { Bench, Figure } from "./support/figures.ts";
import { onFleet, type RemoteRun } from "./support/remoteTestBed.ts";
import { interleave } from "./support/statistics.ts";

const imageBytes = 12 * 1024 * 1024;
const sixteen = Array.from({ length: 16 }, (_, index) => `SCEN${String(index + 1).padStart(2, "0")}`);

const lastEnd = ({ lives }: RemoteRun) => Math.max(...lives.map(({ ended }) => ended));
/** Seconds until so many guests had begun. */
const begun = ({ lives }: RemoteRun, count: number) => lives[count - 1]?.began ?? Number.NaN;
const lived = ({ lives }: RemoteRun) => (lives[0]?.ended ?? 0) - (lives[0]?.began ?? 0);

export const twoSystems: Bench = {
  name: "systems",
  about: "One guest (TINY01, 5 s) on one of two systems that ssh reaches.",
  run: ({ rounds }) =>
    onFleet([{}, {}], async (remote) => {
      const [mine, theirs] = ["mine", "theirs"].map((name) => remote.testBed.oldRun(name, ["TINY01"]));
      const runs = await interleave(rounds, {
        ours: () => remote.ours(mine ?? "", "--duration", "5s"),
        theirs: () => remote.theirs(theirs ?? "", "--duration", "5s"),
      });
      const figure = (what: string, of: (run: RemoteRun) => number, wanted?: string): Figure => ({
        what,
        unit: "s",
        ours: runs.ours.map(of),
        beside: { name: "kvm-remote.sh", values: runs.theirs.map(of) },
        ...(wanted === undefined ? {} : { wanted }),
      });
      return [
        figure("wall clock", ({ wall }) => wall),
        figure("wall clock beyond the guest's life", (run) => run.wall - lived(run), "≤ 1.5 s"),
      ];
    }),
};

export const eightSystems: Bench = {
  name: "fleet",
  about: "Sixteen scenarios with images of 12 MB (5 s) on eight systems at 100 Mbit/s; minutes.",
  run: () =>
    onFleet(
      Array.from({ length: 8 }, () => ({ cpus: 1, rate: "100mbit" })),
      async (remote) => {
        const [mine, theirs] = ["mine", "theirs"].map((name) =>
          remote.testBed.oldRun(name, sixteen, imageBytes, "noise"),
        );
        const first = await remote.ours(mine ?? "", "--duration", "5s");
        const again = await remote.ours(mine ?? "", "--duration", "5s");
        const other = await remote.theirs(theirs ?? "", "--duration", "5s");
        const name = "kvm-remote.sh";
        return [
          {
            ...{ what: "until eight guests run", unit: "s", ours: [begun(first, 8)], wanted: "25 x" },
            beside: { name, values: [begun(other, 8)] },
          },
          {
            ...{ what: "until all is done", unit: "s", ours: [first.wall], wanted: "8 x" },
            beside: { name, values: [other.wall] },
          },
          {
            ...{ what: "sent to the systems", unit: "MB", ours: [first.received / 1e6] },
            beside: { name, values: [other.received / 1e6] },
          },
          {
            ...{ what: "sent by a second run, of the first", unit: "%", wanted: "< 1 %" },
            ours: [(100 * again.received) / first.received],
          },
          { what: "second run until all is done", unit: "s", ours: [again.wall] },
          { what: "memory of the controller", unit: "MB", ours: [first.memory / 1e6], wanted: "< 150 MB" },
        ];
      },
    ),
};

export const mixedSystems: Bench = {
  name: "mixed",
  about:
    "Sixteen scenarios of 1 to 4 CPUs (5 s) on systems of 2, 4 and 8 CPUs: makespan beside the area bound.",
  run: () =>
    onFleet([{ cpus: 2 }, { cpus: 4 }, { cpus: 8 }], async (remote) => {
      // Twice the CPUs that there are.
      const widths = [4, 4, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1];
      const old = remote.testBed.oldRun("old", sixteen, 0, "text", widths);
      const run = await remote.ours(old, "--duration", "5s");
      // All guests share this machine's few CPUs: what each takes of its own system counts.
      const area = run.lives.map(({ began, ended }) => ended - began);
      const mean = area.reduce((sum, each) => sum + each, 0) / area.length;
      const bound = (mean * widths.reduce((sum, each) => sum + each, 0)) / 14;
      const makespan = lastEnd(run) - begun(run, 1);
      return [
        { what: "makespan", unit: "s", ours: [makespan] },
        { what: "of the area lower bound", unit: "%", ours: [(100 * makespan) / bound], wanted: "≤ 110 %" },
      ];
    }),
};

export const controller: Bench = {
  name: "controller",
  about: "Eight systems busy for a minute: CPU time and memory of our own process.",
  run: () =>
    onFleet(
      Array.from({ length: 8 }, () => ({ cpus: 1 })),
      async (remote) => {
        const old = remote.testBed.oldRun("old", sixteen.slice(0, 8));
        const short = await remote.ours(old, "--duration", "5s");
        const long = await remote.ours(old, "--duration", "60s");
        // What a longer run costs more: starting and ending are the same.
        const percent = (100 * (long.cpu - short.cpu)) / (long.wall - short.wall);
        return [
          { what: "CPU", unit: "%", ours: [percent], wanted: "< 2 %" },
          { what: "memory", unit: "MB", ours: [long.memory / 1e6], wanted: "< 150 MB" },
        ];
      },
    ),
};
