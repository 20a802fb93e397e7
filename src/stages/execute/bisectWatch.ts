import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Failure, Observation } from "../../bisect/observations.ts";
import { StopRequest } from "../../guests/stop.ts";
import type { Finding } from "../../results/schema.ts";
import { guestFiles } from "../../rundir/names.ts";
import type { RunDirectory } from "../../rundir/open.ts";
import type { RunGuest } from "../data.ts";
import type { GuestWatch } from "./guestsJob.ts";

export interface RunsToWatch {
  readonly run: Pick<RunDirectory, "path" | "batches">;
  /** Id of the commit that all its guests run. */
  readonly commit: string;
  /** Absent: which failure is searched is found out from what these guests show, all of it. */
  readonly shows: Failure | undefined;
  /** Failures after which the other guests tell nothing more. */
  readonly wanted: number;
  /** Keeps what a guest's life says; undefined: nothing. */
  note(guest: RunGuest): Observation | undefined;
}

/** Milliseconds between a finding and the end of its guest: its call trace is still being printed. */
const outputGracePeriod = 2000;

/** Ends guests as soon as they can tell nothing more, and keeps the consoles of those that had something to show. */
export class BisectWatch implements GuestWatch, AsyncDisposable {
  readonly #job: RunsToWatch;
  readonly #guests: ReadonlyMap<string, AbortController>;
  readonly #enough = new AbortController();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #removals: Promise<void>[] = [];
  #failures = 0;
  #noted = 0;

  constructor(job: RunsToWatch) {
    this.#job = job;
    const guests = job.run.batches.flatMap((batch) => batch.guests);
    this.#guests = new Map(guests.map(({ name }) => [name, new AbortController()]));
  }

  /** Observations so far. */
  get noted(): number {
    return this.#noted;
  }

  /** It has failed as often as was wanted. */
  get enough(): boolean {
    return this.#failures >= this.#job.wanted;
  }

  useOf(guest: string): AbortSignal {
    return AbortSignal.any([this.#guests.get(guest), this.#enough].flatMap((one) => one?.signal ?? []));
  }

  found(guest: string, finding: Finding): void {
    if (!this.#job.shows?.(finding)) return;
    const stop = () =>
      this.#guests
        .get(guest)
        ?.abort(new StopRequest("stopped", `${guest} showed the failure that is searched.`));
    this.#timers.add(setTimeout(stop, outputGracePeriod));
  }

  ended(guest: RunGuest): void {
    const { name } = guest.outcome.guest;
    const { run, shows, commit } = this.#job;
    const observation = this.#job.note(guest);
    if (observation === undefined) return;
    this.#noted++;
    const { errors } = observation;
    if (errors.length === 0) {
      this.#removals.push(rm(join(run.path, name, guestFiles.console), { force: true }));
    }
    if (shows === undefined ? errors.length > 0 : errors.some(shows)) this.#failures++;
    if (this.enough)
      this.#enough.abort(
        new StopRequest("stopped", `${commit.slice(0, 12)} has failed; more runs tell nothing more.`),
      );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.allSettled(this.#removals);
  }
}
