import type { Claim, Room, WorkSource } from "../../../../guests/batchQueue.ts";
import { CopyQueue, type Preference } from "../../../../guests/copyQueue.ts";
import type { Job, Machine } from "../../../../plan/job.ts";
import { Schedule } from "../../../../plan/schedule.ts";
import { simulate } from "../../../../plan/simulate.ts";
import { workSource } from "../../../../plan/workSource.ts";

/** Where kernels are: a guest would rather run where its kernel is than have it sent. */
export interface Kernels {
  isOn(system: string, scenario: string): boolean;
  comesTo(system: string, scenario: string): void;
}

const noKernels: Kernels = { isOn: () => false, comesTo: () => undefined };

/** Who runs what when: of the guests of a job, on the systems that are left, once or over and over. */
export class AssignedGuests {
  readonly #jobs: readonly Job[];
  #machines: readonly Machine[];
  #schedule: Schedule | undefined;
  /** Guests that nobody has claimed yet, of the first round. */
  readonly #unclaimed: Set<string>;
  readonly #kernels: Kernels;

  constructor(jobs: readonly Job[], machines: readonly Machine[], kernels: Kernels = noKernels) {
    this.#jobs = jobs;
    this.#machines = machines;
    this.#kernels = kernels;
    this.#unclaimed = new Set(jobs.map(({ guest }) => guest.name));
  }

  /**
   * Who would run what, in its order, if every guest took as long as expected. Kernels come to them: from now on
   * guests would rather run there.
   */
  forecast(): Map<string, Job[]> {
    const { placements } = simulate(this.#jobs, [{ machines: this.#machines }], {
      prefer: (job, { name }) => this.#kernels.isOn(name, job.guest.scenario),
    });
    const all = new Map<string, Job[]>();
    for (const { job, machine } of placements.toSorted((a, b) => a.start - b.start)) {
      const own = all.get(machine.name);
      if (own) own.push(job);
      else all.set(machine.name, [job]);
    }
    for (const [name, jobs] of all) for (const { guest } of jobs) this.#kernels.comesTo(name, guest.scenario);
    return all;
  }

  /** Whether one of these guests is still to be claimed for the first time. */
  awaits(guests: readonly string[]): boolean {
    return guests.some((name) => this.#unclaimed.has(name));
  }

  /** Every guest once; or, with a preference, over and over. */
  round(prefer?: Preference): WorkSource {
    const source = prefer === undefined ? this.#once() : this.#overAndOver(prefer);
    return {
      claim: (room: Room): Claim | undefined => {
        const claim = source.claim(room);
        for (const { name, scenario } of claim?.guests ?? []) {
          this.#unclaimed.delete(name);
          if (room.system !== undefined) this.#kernels.comesTo(room.system, scenario);
        }
        return claim;
      },
      requeue: (claim) => source.requeue(claim),
      waiting: () => source.waiting(),
    };
  }

  #once(): WorkSource {
    const schedule = new Schedule(this.#jobs, this.#machines);
    this.#schedule = schedule;
    return workSource(schedule, (job, name) => this.#kernels.isOn(name, job.guest.scenario));
  }

  #overAndOver(prefer: Preference): WorkSource {
    const memories = new Map(this.#jobs.map(({ guest, memory = 0 }) => [guest.name, memory]));
    return new CopyQueue({
      batches: [{ number: 1, guests: this.#jobs.map(({ guest }) => guest) }],
      memoryOf: ({ name }) => memories.get(name) ?? 0,
      prefer,
      widest: () => Math.max(1, ...this.#machines.map(({ cpus }) => cpus)),
      isNear: ({ scenario }, system) => this.#kernels.isOn(system, scenario),
    });
  }

  /** Nothing runs there any more. */
  without(name: string): void {
    this.#machines = this.#machines.filter((machine) => machine.name !== name);
    this.#schedule?.setMachines(this.#machines);
  }
}
