import TinyQueue from "tinyqueue";
import type { Job, Machine } from "../../src/plan/job.ts";
import { Schedule } from "../../src/plan/schedule.ts";

export function pick<T>(random: () => number, values: readonly [T, ...T[]]): T {
  return values[Math.floor(random() * values.length)] ?? values[0];
}

/**
 * Linux 6.12's CFLIST of the rcu suite with its CPU counts, as `kvm.sh --cpus 100 --dryrun batches` prints them (TREE01,
 * which names no CONFIG_NR_CPUS, as on a machine of 8 CPUs or more: its `maxcpus=8`).
 */
export const cflist: readonly (readonly [string, number])[] = [
  ["TREE01", 8],
  ["TREE02", 8],
  ["TREE03", 16],
  ["TREE04", 8],
  ["TREE05", 8],
  ["TREE07", 16],
  ["TREE09", 1],
  ["SRCU-N", 4],
  ["SRCU-P", 8],
  ["SRCU-T", 1],
  ["SRCU-U", 1],
  ["TINY01", 1],
  ["TINY02", 1],
  ["TASKS01", 4],
  ["TASKS02", 1],
  ["TASKS03", 4],
  ["RUDE01", 3],
  ["TRACE01", 5],
  ["TRACE02", 4],
];

/** `count` guests of CFLIST scenarios drawn by lot, expected to take `seconds(cpus)`. */
export function drawnJobs(
  random: () => number,
  count: number,
  seconds: (cpus: number) => number,
  more: () => Partial<Job> = () => ({}),
): Job[] {
  return Array.from({ length: count }, (_, i) => {
    const [scenario, cpus] = cflist[Math.floor(random() * cflist.length)] ?? ["TREE01", 8];
    return jobOf(`${scenario}.${i + 1}`, cpus, Math.round(seconds(cpus)), more());
  });
}

export function drawnMachines(
  random: () => number,
  count: number,
  cpus: readonly [number, ...number[]],
): Machine[] {
  return Array.from({ length: count }, (_, i) => ({ name: `kvm${i + 1}`, cpus: pick(random, cpus) }));
}

export function jobOf(name: string, cpus: number, seconds: number, more: Partial<Job> = {}): Job {
  return { guest: { name, scenario: name, repetition: 1, cpus }, seconds, ...more };
}

export interface Loss {
  readonly machine: string;
  readonly at: number;
  /** When it comes back, empty; absent: never. */
  readonly back?: number;
}

export interface FleetRun {
  readonly makespan: number;
  /** How often each guest ended, by its name. */
  readonly ended: ReadonlyMap<string, number>;
  /** Starts that came to nothing because the machine was lost. */
  readonly lost: number;
  readonly decisions: number;
  /** Milliseconds spent in the scheduler. */
  readonly deciding: number;
  /** Most CPUs in use of any machine, beyond what it has: must stay 0. */
  readonly overcommitted: number;
}

interface Station {
  readonly machine: Machine;
  free: number;
  alive: boolean;
  /** Goes up when it is lost: ends of before no longer count. */
  epoch: number;
  readonly running: Map<Job, number>;
}

type Event =
  | {
      readonly at: number;
      readonly kind: "end";
      readonly station: Station;
      readonly job: Job;
      readonly epoch: number;
    }
  | { readonly at: number; readonly kind: "lose" | "back"; readonly station: Station };

/**
 * A fleet with a clock of its own: machines go away in the middle of their guests and come back, guests take longer or
 * shorter than expected.
 *
 * @param actual seconds that a job really takes
 */
export function runFleet(
  jobs: readonly Job[],
  machines: readonly Machine[],
  losses: readonly Loss[] = [],
  actual: (job: Job) => number = ({ seconds }) => seconds,
  onEnd?: (ended: number) => void,
): FleetRun {
  const schedule = new Schedule(jobs, machines);
  const stations = new Map(
    machines.map((machine): [string, Station] => [
      machine.name,
      { machine, free: machine.cpus, alive: true, epoch: 0, running: new Map() },
    ]),
  );
  const events = new TinyQueue<Event>([], (a, b) => a.at - b.at);
  for (const { machine, at, back } of losses) {
    const station = stations.get(machine);
    if (!station) throw new Error(`${machine} is not in the fleet`);
    events.push({ at, kind: "lose", station });
    if (back !== undefined) events.push({ at: back, kind: "back", station });
  }
  const ended = new Map<string, number>();
  let [makespan, lost, decisions, deciding, overcommitted, done] = [0, 0, 0, 0, 0, 0];

  const fill = (station: Station, now: number) => {
    while (station.alive) {
      const before = performance.now();
      const job = schedule.next({ free: station.free, ...station.machine });
      deciding += performance.now() - before;
      decisions++;
      if (!job) return;
      const cpus = Math.min(job.guest.cpus, station.machine.cpus);
      station.free -= cpus;
      overcommitted = Math.max(overcommitted, -station.free);
      station.running.set(job, cpus);
      events.push({ at: now + actual(job), kind: "end", station, job, epoch: station.epoch });
    }
  };
  const fleetChanged = (now: number) => {
    schedule.setMachines([...stations.values()].filter(({ alive }) => alive).map(({ machine }) => machine));
    for (const station of stations.values()) if (station.free > 0) fill(station, now);
  };

  for (const station of stations.values()) fill(station, 0);
  for (let event = events.pop(); event; event = events.pop()) {
    const { station, at } = event;
    if (event.kind === "end") {
      if (event.epoch !== station.epoch) continue;
      station.free += station.running.get(event.job) ?? 0;
      station.running.delete(event.job);
      ended.set(event.job.guest.name, (ended.get(event.job.guest.name) ?? 0) + 1);
      makespan = at;
      done++;
      onEnd?.(done);
      fill(station, at);
    } else if (done < jobs.length) {
      station.alive = event.kind === "back";
      station.epoch++;
      for (const job of station.running.keys()) {
        lost++;
        schedule.requeue(job);
      }
      station.running.clear();
      station.free = station.machine.cpus;
      fleetChanged(at);
    }
  }
  return { makespan, ended, lost, decisions, deciding, overcommitted };
}

/**
 * Seconds that the machines at least need for these jobs given when they were away: all work must fit into the CPU
 * seconds they were there.
 */
export function areaWithLosses(work: number, machines: readonly Machine[], losses: readonly Loss[]): number {
  const away = Map.groupBy(losses, ({ machine }) => machine);
  const there = (until: number) =>
    machines.reduce((sum, { name, cpus }) => {
      const missing = (away.get(name) ?? []).reduce(
        (gone, { at, back = Infinity }) => gone + Math.max(0, Math.min(until, back) - at),
        0,
      );
      return sum + cpus * (until - missing);
    }, 0);
  let [low, high] = [0, 1];
  while (there(high) < work) high *= 2;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (there(middle) < work) low = middle;
    else high = middle;
  }
  return high;
}
