import TinyQueue from "tinyqueue";
import type { Job, Machine, Room } from "./job.ts";
import { Schedule } from "./schedule.ts";

/** Machines that one job of a workflow drives: a runner, or the systems behind a controller. */
export interface Runner {
  readonly machines: readonly Machine[];
  /** Seconds that a job may take here, its own overhead included; absent: any. */
  readonly limit?: number;
}

export interface SimulationOptions {
  /** Seconds each job of the workflow needs before its first guest starts. */
  readonly overhead?: number;
  /** Seconds each job of the workflow needs after its last guest. */
  readonly closing?: number;
  /** Of the scheduler. */
  readonly lengthFactor?: number;
  /** Which of guests alike would rather run on a machine. */
  prefer?(job: Job, machine: Machine): boolean;
}

/** A guest's place in the simulated run. */
export interface Placement {
  readonly job: Job;
  readonly machine: Machine;
  /** Index of the runner. */
  readonly runner: number;
  /** 0-based: the runner's first job of the workflow, its second … */
  readonly round: number;
  /** Seconds since the beginning of everything. */
  readonly start: number;
  readonly end: number;
}

export interface Simulation {
  readonly placements: readonly Placement[];
  /** Seconds until the last guest ends. */
  readonly makespan: number;
  /** Guests that fit nowhere, not even into a job of their own. */
  readonly left: readonly Job[];
}

interface Station {
  readonly machine: Machine;
  readonly home: RunnerState;
  free: number;
  memory: number;
}

interface RunnerState {
  readonly index: number;
  readonly limit: number;
  readonly stations: Station[];
  round: number;
  begin: number;
  running: number;
}

interface End {
  readonly time: number;
  readonly station: Station;
  readonly job: Job;
  readonly cpus: number;
}

/**
 * Runs the scheduler over a fleet with a clock of its own: what each machine runs when, if every guest takes as long
 * as expected. A runner whose time is up begins another job of the workflow once it is idle.
 */
export function simulate(
  jobs: readonly Job[],
  runners: readonly Runner[],
  options: SimulationOptions = {},
): Simulation {
  const { overhead = 0, closing = 0, lengthFactor, prefer } = options;
  const schedule = new Schedule(
    jobs,
    runners.flatMap(({ machines }) => machines),
    lengthFactor,
  );
  const ends = new TinyQueue<End>([], (a, b) => a.time - b.time);
  const placements: Placement[] = [];
  const states = runners.map(({ machines, limit = Infinity }, index) => {
    const state: RunnerState = { index, limit, stations: [], round: 0, begin: 0, running: 0 };
    for (const machine of machines) {
      state.stations.push({ machine, home: state, free: machine.cpus, memory: machine.memory ?? Infinity });
    }
    return state;
  });

  const fill = (station: Station, now: number) => {
    const { machine, home } = station;
    const start = Math.max(now, home.begin + overhead);
    for (;;) {
      const room: Room = {
        free: station.free,
        memory: station.memory,
        seconds: home.begin + home.limit - closing - start,
        ...(machine.offers && { offers: machine.offers }),
      };
      const job = schedule.next(room, prefer && ((each) => prefer(each, machine)));
      if (!job) return;
      const cpus = Math.min(job.guest.cpus, machine.cpus);
      const end = { time: start + job.seconds, station, job, cpus };
      station.free -= cpus;
      station.memory -= job.memory ?? 0;
      home.running++;
      ends.push(end);
      placements.push({ job, machine, runner: home.index, round: home.round, start, end: end.time });
    }
  };

  const begin = (state: RunnerState, now: number) => {
    state.begin = now;
    for (const station of state.stations) fill(station, now);
  };

  for (const state of states) begin(state, 0);
  let makespan = 0;
  for (let end = ends.pop(); end; end = ends.pop()) {
    const { station, time } = end;
    makespan = time;
    station.free += end.cpus;
    station.memory += end.job.memory ?? 0;
    station.home.running--;
    fill(station, time);
    if (station.home.running === 0 && schedule.size > 0) {
      station.home.round++;
      begin(station.home, time + closing);
    }
  }
  return { placements, makespan, left: schedule.waiting() };
}
