import type { PlannedGuest } from "./guest.ts";
import type { Job, Room } from "./job.ts";
import type { Schedule } from "./schedule.ts";

/** Guests that start together on one system. */
interface Claim {
  /** 1-based: the order in which guests were claimed. */
  readonly batch: number;
  readonly guests: readonly PlannedGuest[];
  /** Bytes that each of them occupies. */
  readonly memory?: number;
}

/**
 * The schedule as the dispatcher's source of work: one guest per claim, so that no CPU waits for another.
 * @param prefer which of guests alike would rather run on a system
 */
export function workSource(schedule: Schedule, prefer?: (job: Job, system: string) => boolean) {
  const claimed = new Map<string, Job>();
  let batches = 0;
  return {
    claim({ system, ...room }: Room & { readonly system?: string }): Claim | undefined {
      const wanted = prefer && system !== undefined ? (job: Job) => prefer(job, system) : undefined;
      const job = schedule.next(room, wanted);
      if (!job) return undefined;
      claimed.set(job.guest.name, job);
      batches++;
      const { guest, memory } = job;
      return { batch: batches, guests: [guest], ...(memory === undefined ? {} : { memory }) };
    },
    requeue({ guests }: { readonly guests: readonly PlannedGuest[] }): void {
      for (const { name } of guests) {
        const job = claimed.get(name);
        if (!job) throw new Error(`${name} was given back but never claimed`);
        claimed.delete(name);
        schedule.requeue(job);
      }
    },
    waiting(): Claim[] {
      return schedule.waiting().map(({ guest }, index) => ({ batch: batches + 1 + index, guests: [guest] }));
    },
  };
}
