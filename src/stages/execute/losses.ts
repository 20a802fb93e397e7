import type { RunGuest } from "../data.ts";
import type { ActiveSystems, JobSystem } from "./systems/systems.ts";

interface Moved {
  readonly guest: string;
  readonly from: string;
  readonly sample: number;
}

/** Keeps account of systems that went away and of the guests that had to move. */
export class Losses {
  readonly #atWork: ActiveSystems;
  readonly #reasons = new Map<string, string>();
  readonly #moved: Moved[] = [];

  constructor(atWork: ActiveSystems) {
    this.#atWork = atWork;
  }

  /** Systems that are still of use. */
  get left(): readonly JobSystem[] {
    return this.#atWork.systems.filter(({ host }) => !this.#reasons.has(host.name));
  }

  /** Why systems were lost, by their names. */
  get reasons(): ReadonlyMap<string, string> {
    return this.#reasons;
  }

  system(name: string, detail: string): void {
    this.#reasons.set(name, detail);
    this.#atWork.lost?.(name);
  }

  moved(guest: string, from: string, sample: number): void {
    this.#moved.push({ guest, from, sample });
  }

  /** One sentence for each system that was lost: why, and where its guests ran instead. */
  sentences(guests: readonly RunGuest[]): string[] {
    return [...this.#reasons].map(([name, detail]) => {
      const whereabouts = this.#moved
        .filter(({ from }) => from === name)
        .map(({ guest, sample }) => {
          const found = guests.find((one) => one.sample === sample && one.outcome.guest.name === guest);
          const { system, startedAt } = found?.outcome ?? {};
          const ran = startedAt !== undefined && system !== undefined && system !== name;
          return ran ? `${guest} ran on ${system} instead` : `${guest} was not run to its end elsewhere`;
        });
      return [`${name} was lost: ${detail.replace(/\.$/, "")}`, ...new Set(whereabouts)].join("; ");
    });
  }
}
