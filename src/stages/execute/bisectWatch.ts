import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Failure, Observation } from "../../bisect/observations.ts";
import { StopRequest } from "../../guests/stop.ts";
import type { Finding } from "../../results/schema.ts";
import { guestFiles } from "../../rundir/names.ts";
import type { RunGuest } from "../data.ts";
import type { GuestWatch } from "./guestsJob.ts";

export interface RunsToWatch {
  /** Of each guest's kernel. */
  readonly commits: ReadonlyMap<string, string>;
  /** Absolute path of the run directory. */
  readonly rundir: string;
  /** Absent: which failure is searched is found out from what these guests show, all of it. */
  readonly shows: Failure | undefined;
  /** Failures of a commit after which its other guests tell nothing more. */
  readonly wanted: number;
  /** Keeps what a guest's life says; undefined: nothing. */
  note(guest: RunGuest, commit: string): Observation | undefined;
}

/** Milliseconds between a finding and the end of its guest: its call trace is still being printed. */
const outputGracePeriod = 2000;

/** Ends guests as soon as they can tell nothing more, and keeps the consoles of those that had something to show. */
export class BisectWatch implements GuestWatch, AsyncDisposable {
  readonly #job: RunsToWatch;
  readonly #guests = new Map<string, AbortController>();
  readonly #commits = new Map<string, { readonly enough: AbortController; failures: number }>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #removals: Promise<void>[] = [];
  #noted = 0;

  constructor(job: RunsToWatch) {
    this.#job = job;
    for (const [guest, commit] of job.commits) {
      this.#guests.set(guest, new AbortController());
      this.#commits.set(commit, { enough: new AbortController(), failures: 0 });
    }
  }

  /** Observations so far. */
  get noted(): number {
    return this.#noted;
  }

  useOf(guest: string): AbortSignal {
    const own = this.#guests.get(guest);
    const commit = this.#commits.get(this.#job.commits.get(guest) ?? "");
    return AbortSignal.any([own, commit?.enough].flatMap((one) => one?.signal ?? []));
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
    const commit = this.#job.commits.get(name);
    const own = commit === undefined ? undefined : this.#commits.get(commit);
    if (commit === undefined || own === undefined) return;
    const observation = this.#job.note(guest, commit);
    if (observation === undefined) return;
    this.#noted++;
    if (observation.errors.length === 0) {
      this.#removals.push(rm(join(this.#job.rundir, name, guestFiles.console), { force: true }));
    }
    const { shows } = this.#job;
    if (shows === undefined ? observation.errors.length > 0 : observation.errors.some(shows)) own.failures++;
    if (own.failures >= this.#job.wanted)
      own.enough.abort(
        new StopRequest("stopped", `${commit.slice(0, 12)} has failed; more runs tell nothing more.`),
      );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.allSettled(this.#removals);
  }
}
