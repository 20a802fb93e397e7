import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WorkSource } from "../../src/guests/batchQueue.ts";
import { lowerBound } from "../../src/plan/bound.ts";
import type { Job, Machine } from "../../src/plan/job.ts";
import { Schedule } from "../../src/plan/schedule.ts";
import { workSource } from "../../src/plan/workSource.ts";
import { seeded } from "../statistics/random.ts";
import { areaWithLosses, drawnJobs, drawnMachines, jobOf, type Loss, runFleet } from "./fleet.ts";

const machine = (cpus: number, more: Partial<Machine> = {}): Machine => ({ name: `m${cpus}`, cpus, ...more });
const names = (jobs: readonly (Job | undefined)[]) => jobs.map((job) => job?.guest.name);

/** Everything that starts on an empty machine, in order. */
function fill(schedule: Schedule, free: number): (string | undefined)[] {
  const started: Job[] = [];
  let left = free;
  for (let job = schedule.next({ free: left }); job; job = schedule.next({ free: left })) {
    started.push(job);
    left -= job.guest.cpus;
  }
  return names(started);
}

describe("Schedule", () => {
  it("takes what failed the last time first, then the longest, then the widest", () => {
    const jobs = [
      jobOf("short", 2, 100),
      jobOf("long", 2, 900),
      jobOf("wide", 4, 100),
      jobOf("failed", 1, 50, { failedLastTime: true }),
    ];
    const schedule = new Schedule(jobs, [machine(4), machine(4)], 0);
    expect(names(schedule.waiting())).toEqual(["failed", "long", "short", "wide"]);
    expect(fill(schedule, 16)).toEqual(["failed", "long", "wide", "short"]);
    expect(schedule.size).toBe(0);
  });

  it("puts width before length while there is much to do, and length before width at the end", () => {
    const jobs = [...Array.from({ length: 20 }, (_, i) => jobOf(`wide${i}`, 8, 100)), jobOf("long", 1, 300)];
    const schedule = new Schedule(jobs, [machine(8)]);
    const order = [];
    for (let job = schedule.next({ free: 8 }); job; job = schedule.next({ free: 8 }))
      order.push(job.guest.name);
    // 300 s of the long one are as long as the last three wide ones on 8 CPUs.
    expect(order.indexOf("long")).toBe(18);
  });

  it("fills the gap with what fits", () => {
    const schedule = new Schedule([jobOf("a", 6, 100), jobOf("b", 6, 100), jobOf("c", 2, 10)], [machine(8)]);
    expect(fill(schedule, 8)).toEqual(["a", "c"]);
    expect(schedule.next({ free: 5 })).toBeUndefined();
  });

  it("respects memory, needs and time", () => {
    const jobs = [
      jobOf("big", 1, 100, { memory: 4e9 }),
      jobOf("arm", 1, 90, { needs: ["aarch64"] }),
      jobOf("day", 1, 86_400),
      jobOf("minute", 1, 60),
    ];
    const schedule = new Schedule(jobs, [machine(8)]);
    expect(schedule.next({ free: 8, memory: 1e9, offers: ["x86_64"], seconds: 3600 })?.guest.name).toBe(
      "minute",
    );
    expect(schedule.next({ free: 8, memory: 1e9, offers: ["x86_64"], seconds: 3600 })).toBeUndefined();
    expect(schedule.next({ free: 8, offers: ["aarch64", "kvm"], seconds: 95 })?.guest.name).toBe("arm");
    expect(schedule.next({ free: 8, offers: [], seconds: 100 })?.guest.name).toBe("big");
    expect(schedule.next({ free: 8 })?.guest.name).toBe("day");
  });

  it("cuts a guest to the widest machine, but not to a narrower one", () => {
    const schedule = new Schedule([jobOf("TREE10", 56, 100)], [machine(8), machine(16)]);
    expect(schedule.next({ free: 8 })).toBeUndefined();
    expect(schedule.next({ free: 16 })?.guest.name).toBe("TREE10");
  });

  it("cuts further when the widest machine is lost, and no longer when one comes", () => {
    const schedule = new Schedule(
      [jobOf("TREE03", 16, 100), jobOf("TREE07", 16, 100)],
      [machine(8), machine(16)],
    );
    schedule.setMachines([machine(8)]);
    expect(schedule.next({ free: 8 })?.guest.name).toBe("TREE03");
    schedule.setMachines([machine(8), machine(64)]);
    expect(schedule.next({ free: 8 })).toBeUndefined();
    expect(schedule.next({ free: 16 })?.guest.name).toBe("TREE07");
  });

  it("takes back a guest into its place", () => {
    const schedule = new Schedule([jobOf("a", 1, 300), jobOf("b", 1, 200)], [machine(1)]);
    const a = schedule.next({ free: 1 });
    if (!a) throw new Error("a fits");
    schedule.requeue(a);
    expect(fill(schedule, 2)).toEqual(["a", "b"]);
  });

  it("is a source of work for the dispatcher", () => {
    const source: WorkSource = workSource(new Schedule([jobOf("a", 2, 10), jobOf("b", 2, 5)], [machine(2)]));
    const claim = source.claim({ capacity: 2, free: 2 });
    expect(claim).toMatchObject({ batch: 1, guests: [{ name: "a" }] });
    expect(source.waiting()).toMatchObject([{ guests: [{ name: "b" }] }]);
    if (claim) source.requeue(claim);
    expect(source.waiting().map(({ guests }) => guests[0]?.name)).toEqual(["a", "b"]);
    expect(source.claim({ capacity: 2, free: 1 })).toBeUndefined();
    expect(() => source.requeue({ batch: 9, guests: [jobOf("x", 1, 1).guest] })).toThrow("never claimed");
  });
});

describe("of guests alike", () => {
  it("takes the one that would rather run here, and no other kind of guest for that", () => {
    const jobs = [jobOf("a", 2, 10), jobOf("b", 2, 10), jobOf("c", 2, 9), jobOf("d", 1, 10)];
    const schedule = new Schedule(jobs, [machine(4)]);
    const take = (wanted: string) =>
      schedule.next({ free: 4 }, ({ guest }) => guest.name === wanted)?.guest.name;
    expect(take("b")).toBe("b");
    expect(take("c")).toBe("a");
    expect([take(""), take(""), take("")]).toEqual(["d", "c", undefined]);
  });

  it("asks for the system that has room", () => {
    const asked: string[] = [];
    const source = workSource(new Schedule([jobOf("a", 1, 1)], [machine(1)]), (_, system) => {
      asked.push(system);
      return true;
    });
    source.claim({ system: "k7", free: 1 });
    expect(asked).toEqual(["k7"]);
  });
});

describe("any fleet", () => {
  const anyJob = fc.record({
    cpus: fc.integer({ min: 1, max: 20 }),
    seconds: fc.integer({ min: 1, max: 1000 }),
    failedLastTime: fc.boolean(),
  });
  const anyMachines = fc.array(fc.integer({ min: 1, max: 16 }), { minLength: 1, maxLength: 8 });

  it("runs every guest once, overcommits nothing, and is never faster than the lower bound", () => {
    fc.assert(
      fc.property(fc.array(anyJob, { minLength: 1, maxLength: 40 }), anyMachines, (given, cpus) => {
        const jobs = given.map((one, i) => jobOf(`g${i}`, one.cpus, one.seconds, one));
        const machines = cpus.map((count, i) => ({ name: `m${i}`, cpus: count }));
        const run = runFleet(jobs, machines);
        expect([...run.ended.values()]).toEqual(jobs.map(() => 1));
        expect(run.overcommitted).toBe(0);
        expect(run.makespan).toBeGreaterThanOrEqual(lowerBound(jobs, machines) - 1e-6);
        // Any list schedule of guests that all fit everywhere is within three times of what is possible.
        if (Math.max(...given.map((one) => one.cpus)) <= Math.min(...cpus)) {
          expect(run.makespan).toBeLessThanOrEqual(3 * lowerBound(jobs, machines));
        }
      }),
    );
  });

  it("starts what failed the last time before anything else of the same shape", () => {
    fc.assert(
      fc.property(fc.array(anyJob, { minLength: 1, maxLength: 40 }), (given) => {
        const jobs = given.map((one, i) =>
          jobOf(`g${i}`, 1, one.seconds, { failedLastTime: one.failedLastTime }),
        );
        const schedule = new Schedule(jobs, [machine(4)]);
        const order = jobs.map(() => schedule.next({ free: 1 })?.failedLastTime);
        expect(order).toEqual(order.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  it("loses no guest and counts none twice when machines go away and come back", () => {
    const loss = fc.record({
      at: fc.integer({ min: 1, max: 3000 }),
      away: fc.integer({ min: 1, max: 2000 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyJob, { minLength: 1, maxLength: 40 }),
        anyMachines,
        fc.array(loss, { maxLength: 7 }),
        (given, cpus, lost) => {
          const jobs = given.map((one, i) => jobOf(`g${i}`, one.cpus, one.seconds));
          const machines = cpus.map((count, i) => ({ name: `m${i}`, cpus: count }));
          // The first machine stays.
          const losses = lost.slice(0, machines.length - 1).map(({ at, away }, i) => ({
            machine: `m${i + 1}`,
            at,
            ...(away % 2 === 0 && { back: at + away }),
          }));
          const run = runFleet(jobs, machines, losses);
          expect(run.ended.size).toBe(jobs.length);
          expect([...run.ended.values()].every((times) => times === 1)).toBe(true);
          expect(run.overcommitted).toBe(0);
        },
      ),
    );
  });
});

describe("2,000 systems and 50,000 guests", () => {
  const sizes = [2, 4, 8, 16, 24, 64] as const;

  const lengths: readonly (readonly [string, (random: () => number) => number])[] = [
    ["all alike", () => 1860],
    ["of 10 to 60 minutes", (random) => 600 + random() * 3000],
    ["of 10 minutes, one in ten of 2 hours", (random) => (random() < 0.1 ? 7200 : 600)],
  ];

  it.each(lengths)("guests %s: within 5 percent of the lower bound", { timeout: 120_000 }, (_, seconds) => {
    const random = seeded(2026);
    const jobs = drawnJobs(random, 50_000, () => seconds(random));
    const machines = drawnMachines(random, 2000, sizes);
    const run = runFleet(jobs, machines);
    expect(run.ended.size).toBe(jobs.length);
    expect(run.makespan / lowerBound(jobs, machines)).toBeLessThanOrEqual(1.05);
  });

  it("with failures of guests and machines, and other durations than expected: within 5 % too, memory flat", {
    timeout: 120_000,
  }, () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const random = seeded(6);
    const jobs = drawnJobs(
      random,
      50_000,
      () => 600 + random() * 3000,
      () => ({ failedLastTime: random() < 0.02 }),
    );
    const machines = drawnMachines(random, 2000, sizes);
    // 2 % of the guests die early; the others take up to 5 % more or less than expected.
    const actual = new Map(
      jobs.map((job) => [job, job.seconds * (random() < 0.02 ? 0.1 : 0.95 + 0.1 * random())] as const),
    );
    // 40 systems are lost for good, 60 for a quarter of an hour.
    const losses: Loss[] = machines.slice(0, 100).map(({ name }, i) => {
      const at = 500 + random() * 8000;
      return { machine: name, at, ...(i >= 40 && { back: at + 900 }) };
    });
    const heap: number[] = [];
    const run = runFleet(
      jobs,
      machines,
      losses,
      (job) => actual.get(job) ?? 0,
      (ended) => {
        if (ended % 10_000 !== 0) return;
        collect();
        heap.push(process.memoryUsage().heapUsed);
      },
    );
    expect(run.ended.size).toBe(jobs.length);
    expect([...run.ended.values()].every((times) => times === 1)).toBe(true);
    expect(run.lost).toBeGreaterThan(100);
    const real = jobs.map((job) => ({ ...job, seconds: actual.get(job) ?? 0 }));
    const work = real.reduce((sum, { guest, seconds }) => sum + guest.cpus * seconds, 0);
    const bound = Math.max(lowerBound(real, machines), areaWithLosses(work, machines, losses));
    expect(run.makespan / bound).toBeLessThanOrEqual(1.05);
    // The record of what ended grows by some bytes a guest; the scheduler must not grow at all.
    expect(Math.max(...heap) - (heap[0] ?? 0)).toBeLessThan(8e6);
  });
});
