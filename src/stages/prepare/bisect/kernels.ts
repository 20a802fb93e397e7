import { hash } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import type { JobContext } from "../../../context.ts";
import { InfrastructureError, InputError, messageOf } from "../../../errors.ts";
import { stopOf } from "../../../guests/stop.ts";
import { scriptsOf } from "../../../kernel/commits.ts";
import type { GitFacts } from "../../../kernel/git.ts";
import type { HistoryCommit } from "../../../kernel/history.ts";
import { type OwnTree, openOwnTree, sweepOwnTrees } from "../../../kernel/ownTree.ts";
import type { PlannedGuest } from "../../../plan/guest.ts";
import { guestFiles } from "../../../rundir/names.ts";
import type { Store } from "../../../storage/store.ts";
import { cacheOf } from "../../../systems/home.ts";
import { buildJob } from "../kernels/build.ts";
import { fetchBuilds, keysOf } from "../kernels/store.ts";
import { type PlanRoom, roomHere } from "../plan.ts";
import type { BisectSubject } from "./asked.ts";
import { planOne, storedKernels } from "./stored.ts";

/** A kernel that can be run. */
export interface BisectKernel {
  readonly commit: string;
  /** Folder that holds its build, in a folder named after the scenario. */
  readonly folder: string;
  /** The guest that runs it, the first of its copies. */
  readonly guest: PlannedGuest;
  /** Seconds that it took to build; undefined: a store had it. */
  readonly seconds?: number;
}

/** A commit of which there is no kernel. */
export interface NoKernel {
  readonly commit: string;
  readonly seconds: number;
  readonly why: string;
}

/** Commits whose kernels a store is asked for beforehand. */
const mostAsked = 300;

type CommitFacts = Pick<HistoryCommit, "commit" | "treeId">;

/** Kernels of commits, from a store or built in a checkout of our own. */
export class BisectKernels implements AsyncDisposable {
  readonly #context: JobContext;
  readonly #asked: BisectSubject;
  readonly #store: Store | undefined;
  readonly #folder: string;
  readonly #question: string;
  readonly #room: PlanRoom;
  readonly #stored = new Set<string>();
  readonly #here = new Map<string, BisectKernel>();
  /** There is one checkout. */
  readonly #oneAtATime = pLimit(1);
  #own: Promise<OwnTree> | undefined;

  private constructor(
    context: JobContext,
    asked: BisectSubject,
    store: Store | undefined,
    place: { readonly folder: string; readonly id: string },
    room: PlanRoom,
  ) {
    this.#context = context;
    this.#asked = asked;
    this.#store = store;
    this.#folder = place.folder;
    this.#question = place.id;
    this.#room = room;
  }

  /** @param place folder for builds, and what tells this bisection's checkout from those of others */
  static async open(
    context: JobContext,
    asked: BisectSubject,
    store: Store | undefined,
    place: { readonly folder: string; readonly id: string },
  ): Promise<BisectKernels> {
    return new BisectKernels(context, asked, store, place, await roomHere(context));
  }

  /** Whether nothing has to be built for it, as far as is known without asking a store. */
  has(commit: string): boolean {
    return this.#here.has(commit) || this.#stored.has(commit);
  }

  /** CPUs of a guest; undefined: no kernel was seen yet. */
  get guestCpus(): number | undefined {
    const [kernel] = this.#here.values();
    return kernel?.guest.cpus;
  }

  /** Asks the store for the kernels of commits, so that those that it has can be preferred. */
  async lookUp(commits: readonly CommitFacts[]): Promise<void> {
    if (this.#store === undefined || commits.length > mostAsked) return;
    const found = await storedKernels(this.#context, this.#asked, this.#store, commits);
    for (const commit of found) this.#stored.add(commit);
  }

  /** @throws InfrastructureError when it is not the commit that keeps us from a kernel, or the job was stopped */
  async of(commit: CommitFacts, signal: AbortSignal): Promise<BisectKernel | NoKernel> {
    return this.#here.get(commit.commit) ?? (await this.#oneAtATime(() => this.#of(commit, signal)));
  }

  async #of(commit: CommitFacts, signal: AbortSignal): Promise<BisectKernel | NoKernel> {
    const known = this.#here.get(commit.commit);
    if (known !== undefined) return known;
    this.#stored.delete(commit.commit);
    const started = performance.now();
    try {
      const context = { ...this.#context, signal };
      const kernel =
        (await this.#fromStore(context, commit)) ?? (await this.#build(context, commit, started));
      if ("folder" in kernel) this.#here.set(commit.commit, kernel);
      return kernel;
    } catch (error) {
      // The scripts of this commit do not know the scenario, or it has none.
      if (!(error instanceof InputError)) throw error;
      return { commit: commit.commit, seconds: (performance.now() - started) / 1000, why: messageOf(error) };
    }
  }

  async #fromStore(context: JobContext, commit: CommitFacts): Promise<BisectKernel | undefined> {
    if (this.#store === undefined) return undefined;
    await using scripts = await scriptsOf(this.#asked.tree.path, commit, context.executor);
    const job = await planOne(this.#context, this.#asked.scenario, scripts, this.#room);
    const keyed = await keysOf(context, job, this.#facts(commit));
    const keys = new Map([...keyed].map(([scenario, { key }]) => [scenario, key]));
    const folder = this.#folderOf(commit);
    const hits = await fetchBuilds(this.#store, keys, folder, context.ui);
    const [guest] = job.plan.guests;
    if (guest === undefined || !hits.has(guest.scenario)) return undefined;
    return { commit: commit.commit, folder, guest };
  }

  async #build(context: JobContext, commit: CommitFacts, started: number): Promise<BisectKernel | NoKernel> {
    const { ui, signal } = context;
    const tree = await (await this.#tree(context)).at(commit.commit);
    const job = await planOne(this.#context, this.#asked.scenario, tree, this.#room);
    const path = this.#folderOf(commit);
    await rm(path, { recursive: true, force: true });
    const target = { results: this.#folder, datestamp: commit.commit, path };
    const report = await buildJob(context, job, target, this.#facts(commit), this.#store, new Map());
    const seconds = (performance.now() - started) / 1000;
    if (signal.aborted) throw new InfrastructureError(stopOf(signal.reason).detail);
    const [build] = report.builds;
    const [guest] = job.plan.guests;
    if (build === undefined || guest === undefined || build.status === "skipped") {
      throw new InfrastructureError(
        `${commit.commit}: not built, and not because of the kernel: ${report.infrastructure[0] ?? "see above"}`,
      );
    }
    for (const line of report.infrastructure) ui.warning(line);
    if (build.status === "failed") {
      const [error] = build.diagnostics;
      return { commit: commit.commit, seconds, why: error?.message ?? "see its build log" };
    }
    // The store has it, where there is one; a thousand kernels with symbols would fill any disk.
    await rm(join(path, guest.scenario, guestFiles.vmlinux), { force: true });
    return { commit: commit.commit, folder: path, guest, ...(build.status === "built" ? { seconds } : {}) };
  }

  #folderOf({ commit }: CommitFacts): string {
    return join(this.#folder, commit);
  }

  #facts({ commit, treeId }: CommitFacts): GitFacts {
    const { repository } = this.#asked;
    return { commit, treeId, state: "clean", ...(repository === undefined ? {} : { repository }) };
  }

  async #tree(context: JobContext): Promise<OwnTree> {
    const { ui, environment, executor } = context;
    const cache = cacheOf(environment.variables) ?? join(tmpdir(), "rcutorture-action");
    const name = hash("sha256", `${this.#asked.tree.path} ${this.#question}`).slice(0, 12);
    const home = join(cache, "bisect");
    const folder = join(home, name);
    const lock = { info: (line: string) => ui.info(line), signal: this.#context.signal };
    if (this.#own === undefined)
      ui.info(`Commits are checked out and built in ${folder}; your tree stays as it is.`);
    this.#own ??= sweepOwnTrees(home, executor).then(() =>
      openOwnTree(this.#asked.tree.path, folder, executor, lock),
    );
    return await this.#own;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const own = await this.#own?.catch(() => undefined);
    await own?.[Symbol.asyncDispose]();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
