import { type Job, type Machine, needsMet, type Room, widestFor } from "./job.ts";

/** Guests of one shape, waiting, the longest last: taking from the end of an array is cheap. */
interface Lane {
  /** CPUs they take: what they want, but no more than the widest machine has that can hold them. */
  readonly cpus: number;
  readonly memory: number;
  readonly needs: readonly string[];
  readonly failed: Job[];
  readonly others: Job[];
}

interface Choice {
  readonly job: Job;
  readonly lane: Lane;
  readonly jobs: Job[];
  readonly index: number;
}

/** Index behind all jobs that take at most `seconds`, of jobs sorted upwards. */
function behind(jobs: readonly Job[], seconds: number): number {
  let [low, high] = [0, jobs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((jobs[middle]?.seconds ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Which guest next, on machines of different sizes. Of those that fit: first what failed the last time; then, while
 * there is much to do, the widest (so that wide guests find whole machines and narrow ones fill the gaps); and as
 * soon as the longest one waiting takes as long as all waiting work would, the longest (so that nothing long is
 * left over at the end). Deterministic and synchronous. A decision takes time in proportion to the number of
 * different shapes (CPUs, memory, needs), whatever the number of guests and machines.
 */
export class Schedule {
  readonly #lanes = new Map<string, Lane>();
  readonly #lengthFactor: number;
  #machines: readonly Machine[];
  #widest = new Map<string, number>();
  #cpus: number;
  #size = 0;
  /** CPU seconds waiting. */
  #area = 0;

  /**
   * @param lengthFactor How many times the waiting work's time the longest guest must take for length to go before
   * width: 1 does well on mixed fleets (see the simulations in the tests); 0: always the longest first.
   */
  constructor(jobs: readonly Job[], machines: readonly Machine[], lengthFactor = 1) {
    this.#lengthFactor = lengthFactor;
    this.#machines = machines;
    this.#cpus = machines.reduce((sum, { cpus }) => sum + cpus, 0);
    // In order, so that each is put at the end of its lane; equal ones keep the order they came in.
    for (const job of jobs.toReversed().sort((a, b) => a.seconds - b.seconds)) this.#put(job);
  }

  /** Guests waiting. */
  get size(): number {
    return this.#size;
  }

  /**
   * Takes the guest to start now in this room; `undefined` if none fits.
   * @param prefer of guests that are alike (shape, seconds, failed the last time), those that would rather run here
   */
  next(room: Room, prefer?: (job: Job) => boolean): Job | undefined {
    const choice = prefer ? preferred(this.#choose(room), prefer) : this.#choose(room);
    if (!choice) return undefined;
    choice.jobs.splice(choice.index, 1);
    this.#size--;
    this.#area = this.#size === 0 ? 0 : this.#area - choice.lane.cpus * choice.job.seconds;
    return choice.job;
  }

  /** A guest that is to be run after all (its machine was lost) waits again, in its place. */
  requeue(job: Job): void {
    this.#put(job);
  }

  /** The machines that are left, or that came. A guest takes no more CPUs than the widest of them has. */
  setMachines(machines: readonly Machine[]): void {
    this.#machines = machines;
    this.#cpus = machines.reduce((sum, { cpus }) => sum + cpus, 0);
    const before = this.#widest;
    this.#widest = new Map();
    const lanes = [...this.#lanes.values()];
    const same = lanes.every((lane) => this.#widestOf(lane.memory, lane.needs) === before.get(shape(lane)));
    if (same) return;
    this.#lanes.clear();
    this.#size = 0;
    this.#area = 0;
    for (const lane of lanes) for (const job of [...lane.failed, ...lane.others]) this.#put(job);
  }

  /** All that waits, what failed last time first, then the longest. */
  waiting(): Job[] {
    const all = [...this.#lanes.values()];
    const longest = (jobs: Job[]) => jobs.toReversed().sort((a, b) => b.seconds - a.seconds);
    return [...longest(all.flatMap(({ failed }) => failed)), ...longest(all.flatMap(({ others }) => others))];
  }

  #choose(room: Room): Choice | undefined {
    const widthFirst = this.#longest() < this.#lengthFactor * (this.#area / this.#cpus);
    let best: Choice | undefined;
    for (const lane of this.#lanes.values()) {
      if (lane.cpus > room.free || lane.memory > (room.memory ?? Infinity)) continue;
      if (!needsMet(room.offers, lane.needs)) continue;
      for (const jobs of [lane.failed, lane.others]) {
        const index = room.seconds === undefined ? jobs.length - 1 : behind(jobs, room.seconds) - 1;
        const job = jobs[index];
        if (!job) continue;
        const candidate = { job, lane, jobs, index };
        if (!best || before(candidate, best, widthFirst)) best = candidate;
        break;
      }
    }
    return best;
  }

  #longest(): number {
    let longest = 0;
    for (const { failed, others } of this.#lanes.values()) {
      longest = Math.max(longest, failed.at(-1)?.seconds ?? 0, others.at(-1)?.seconds ?? 0);
    }
    return longest;
  }

  #widestOf(memory: number, needs: readonly string[]): number {
    const key = shape({ memory, needs });
    const known = this.#widest.get(key);
    if (known !== undefined) return known;
    const widest = widestFor(this.#machines, memory, needs);
    this.#widest.set(key, widest);
    return widest;
  }

  #put(job: Job): void {
    const { memory = 0, needs = [] } = job;
    const widest = this.#widestOf(memory, needs);
    // Where no machine can hold it, it waits with all its CPUs for one that comes.
    const cpus = widest === 0 ? job.guest.cpus : Math.min(job.guest.cpus, widest);
    const key = `${cpus} ${shape({ memory, needs })}`;
    let lane = this.#lanes.get(key);
    if (!lane) {
      lane = { cpus, memory, needs, failed: [], others: [] };
      this.#lanes.set(key, lane);
    }
    const jobs = job.failedLastTime ? lane.failed : lane.others;
    jobs.splice(behind(jobs, job.seconds), 0, job);
    this.#size++;
    this.#area += cpus * job.seconds;
  }
}

/** Guests alike that are looked at for one that would rather run here. */
const mostAlike = 256;

/** Of the guests like the chosen one, the first that would rather run here; else the chosen one. */
function preferred(choice: Choice | undefined, prefer: (job: Job) => boolean): Choice | undefined {
  if (!choice) return undefined;
  const { jobs, index: first, job: chosen } = choice;
  for (let index = first; index >= 0 && first - index < mostAlike; index--) {
    const job = jobs[index];
    if (job?.seconds !== chosen.seconds) break;
    if (prefer(job)) return { ...choice, job, index };
  }
  return choice;
}

function shape({ memory, needs }: { memory: number; needs: readonly string[] }): string {
  return `${memory} ${needs.join(" ")}`;
}

function before(a: Choice, b: Choice, widthFirst: boolean): boolean {
  const failed = Number(a.job.failedLastTime ?? false) - Number(b.job.failedLastTime ?? false);
  const width = a.lane.cpus - b.lane.cpus;
  const length = a.job.seconds - b.job.seconds;
  return (failed || (widthFirst ? width || length : length || width)) > 0;
}
