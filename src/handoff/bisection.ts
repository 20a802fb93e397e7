import { randomUUID } from "node:crypto";
import * as z from "zod";
import { type Observation, observationSchema } from "../bisect/observations.ts";
import type { JobContext } from "../context.ts";
import { messageOf } from "../errors.ts";
import { recordPrefix, type Store } from "../storage/store.ts";
import { fetchRecord, saveRecord } from "./record.ts";

const stateSchema = z.object({
  format: z.literal("rcutorture-action bisection"),
  version: z.literal(1),
  observations: z.array(observationSchema).max(1_000_000),
  /** Kernels that were built for it. */
  built: z.array(z.object({ commit: z.string(), seconds: z.number().nonnegative() })).max(100_000),
});
type State = z.infer<typeof stateSchema>;

/** Tells observations of this run of a workflow, and of this attempt; empty elsewhere. */
function markOf({ environment }: JobContext): string {
  const { GITHUB_RUN_ID: run } = environment.variables;
  return run === undefined ? "" : `-${run.replaceAll(/\W/g, "")}.${environment.attempt}`;
}

/** That a commit has no kernel. @param seconds that finding out took */
export function buildObservation(context: JobContext, commit: string, seconds: number): Observation {
  return { id: `${commit}-build${markOf(context)}`, commit, outcome: "build", errors: [], seconds };
}

/**
 * Milliseconds between two entries in a store of GitHub's, which takes 500 of a job: a little more each time, so that five
 * days have room.
 */
const pauseBefore = (number: number) => Math.min(20_000 * 1.02 ** number, 1_800_000);

/** Stands in the keys of entries that have what all jobs before have kept. */
const gathered = "all-";

/** What was observed so far under a question, kept in the store as it comes. */
export class Journal implements AsyncDisposable {
  readonly #context: JobContext;
  readonly #store: Store | undefined;
  readonly #prefix: string;
  /** Of this process: others may work on the same question. */
  #writer = randomUUID().slice(0, 8);
  readonly #observations = new Map<string, Observation>();
  readonly #built = new Map<string, number>();
  /** Keys of entries that say nothing that the next one does not. */
  #replaced: readonly string[] = [];
  #saving: Promise<void> = Promise.resolve();
  #waiting = false;
  #number = 0;
  #writers = 0;
  /** Why the last entry was not kept. */
  #lost: string | undefined;
  /** Nothing more comes: what waits is kept at once. */
  readonly #end = Promise.withResolvers<void>();

  private constructor(context: JobContext, store: Store | undefined, question: string) {
    this.#context = context;
    this.#store = store;
    this.#prefix = `${recordPrefix}bisect-${question}-`;
  }

  /** Called with all that is kept by now, when some of it is new: what anybody sees, no crash takes back. */
  changed: (kept: readonly Observation[]) => void = () => undefined;

  /**
   * Reads what earlier jobs kept under the question, except with `rerun: never`.
   * @param ends commits without which there is no bisection: that they could not be built in another run is looked at again
   */
  static async open(
    context: JobContext,
    store: Store | undefined,
    question: string,
    ends: readonly string[],
  ): Promise<Journal> {
    const journal = new Journal(context, store, question);
    if (store !== undefined && context.inputs.rerun !== "never")
      for (let tries = 3; tries > 0 && !(await journal.#read(store)); ) tries--;
    const { size } = journal.#observations;
    const mark = markOf(context);
    for (const [id, { commit, outcome }] of journal.#observations) {
      const ours = mark !== "" && id.endsWith(mark);
      if (outcome === "build" && ends.includes(commit) && !ours) journal.#observations.delete(id);
    }
    if (size > 0)
      context.ui.info(
        `Earlier jobs left ${size} observations of this question; they count (rerun: never begins anew).`,
      );
    return journal;
  }

  /** One for observations of this job alone; what others kept is not read. */
  static begin(context: JobContext, store: Store, question: string): Journal {
    return new Journal(context, store, question);
  }

  /**
   * Keeps what several jobs left as one entry: stores that cannot list have nothing but the newest one for the jobs of
   * another day.
   */
  async gather(): Promise<void> {
    if (this.#store === undefined || this.#writers < 2) return;
    this.#writer = `${gathered}${this.#writer}`;
    await this.#keep(this.#store);
  }

  get observations(): readonly Observation[] {
    return [...this.#observations.values()];
  }

  /** Seconds that building took, by commit. */
  get built(): ReadonlyMap<string, number> {
    return this.#built;
  }

  observe(observation: Observation): void {
    this.#observations.set(observation.id, observation);
    this.#save();
    if (this.#store === undefined) this.changed(this.observations);
  }

  build(commit: string, seconds: number): void {
    this.#built.set(commit, (this.#built.get(commit) ?? 0) + seconds);
    this.#save();
  }

  /** Resolves when everything is kept, or with why it is not. */
  async close(): Promise<string | undefined> {
    this.#end.resolve();
    await this.#saving;
    return this.#lost;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** @returns whether all entries were still there: a job that works on the question just now replaces its own. */
  async #read(store: Store): Promise<boolean> {
    const [listed = [], ...newest] = await Promise.all([
      store.records?.(this.#prefix),
      store.nearest(this.#prefix),
      store.nearest(`${this.#prefix}${gathered}`),
    ]);
    const keys = [...new Set([...listed, ...newest.flatMap((entry) => entry?.key ?? [])])];
    // Each entry of a writer has all of the ones before.
    const last = new Map(keys.toSorted().map((key) => [/^.*-/.exec(key)?.[0], key]));
    this.#writers = last.size;
    const read = new Set<string>();
    for (const key of last.values()) {
      const state = await fetchRecord<State>(store, key, stateSchema, this.#context.ui);
      if (state !== undefined) read.add(key);
      for (const one of state?.observations ?? []) this.#observations.set(one.id, one);
      for (const { commit, seconds } of state?.built ?? [])
        this.#built.set(commit, Math.max(seconds, this.#built.get(commit) ?? 0));
    }
    this.#replaced = [...read];
    return read.size === last.size;
  }

  #save(): void {
    const store = this.#store;
    if (store === undefined || this.#waiting) return;
    this.#waiting = true;
    const wait =
      this.#context.environment.variables.GITHUB_RUN_ID && this.#number > 0 ? pauseBefore(this.#number) : 0;
    this.#saving = this.#saving.then(async () => {
      if (wait > 0) await this.#paused(wait);
      this.#waiting = false;
      await this.#keep(store);
    });
  }

  async #paused(time: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, time);
    });
    await Promise.race([over, this.#end.promise]);
    clearTimeout(timer);
  }

  async #keep(store: Store): Promise<void> {
    const number = String(this.#number++).padStart(6, "0");
    const state: State = {
      format: "rcutorture-action bisection",
      version: 1,
      observations: [...this.#observations.values()],
      built: [...this.#built].map(([commit, seconds]) => ({ commit, seconds })),
    };
    const key = `${this.#prefix}${this.#writer}-${number}`;
    const reason = await saveRecord(store, key, state).catch(messageOf);
    this.changed(state.observations);
    const known = this.#lost !== undefined;
    this.#lost = reason;
    if (reason === undefined) {
      const replaced = this.#replaced;
      this.#replaced = [key];
      for (const one of replaced) await store.forget?.(one);
      return;
    }
    if (known) return;
    this.#context.ui.warning(`Should this job be killed, the next one would not know of it all: ${reason}`);
  }
}
