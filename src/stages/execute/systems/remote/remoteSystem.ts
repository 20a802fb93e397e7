import { join, resolve } from "node:path";
import {
  type GuestHandle,
  type GuestHost,
  type GuestLaunch,
  type GuestObserver,
  type JitterHandle,
  SystemUnusable,
} from "../../../../contracts/guestHost.ts";
import type { JitterPlan } from "../../../../contracts/jitterPlan.ts";
import { messageOf } from "../../../../errors.ts";
import type { PlannedGuest } from "../../../../plan/guest.ts";
import type { Executor } from "../../../../systems/command.ts";
import { RemoteGuestHost } from "../../../../systems/ssh/guests/guestHost.ts";
import { ContentStore } from "../../../../systems/ssh/kernels/contentStore.ts";
import type { Item } from "../../../../systems/ssh/kernels/item.ts";
import type { Relay } from "../../../../systems/ssh/kernels/relay.ts";
import { Supply } from "../../../../systems/ssh/kernels/supply.ts";
import { askTopology } from "../../../../systems/ssh/preflight/askTopology.ts";
import { CpuRota, cpuLayout } from "../../../../systems/topology.ts";
import type { Machine } from "../machine.ts";
import type { GuestPlace, JobSystem } from "../systems.ts";

/** What the systems of a job have in common. */
export interface SystemContext {
  /** Absolute path of the run directory. */
  readonly path: string;
  /** See RemoteHostOptions. */
  readonly key: string;
  readonly attempt: number;
  readonly instance: string;
  readonly info: string;
  /** Seconds. */
  readonly systemTimeout: number;
  readonly orphanTimeout: number;
  readonly signal: AbortSignal;
  /** What a kernel image is. */
  item(image: string): Promise<Item>;
  /** Where systems pass kernels on to each other. */
  readonly relay: Relay | undefined;
  /** Resolves when kernels may be sent: the site's own utility has done its part. */
  readonly maySend: Promise<void>;
  log(line: string): void;
}

export interface RemoteSystemOptions {
  readonly machine: Machine;
  readonly executor: Executor;
  /** This machine: kernels are there already. */
  readonly isLocal: boolean;
  readonly cpus: number;
  readonly common: SystemContext;
  /** Kernels that it will need, first things first, and whether one of them still is. */
  forecast(): Promise<{ readonly items: readonly Item[]; foreseen(item: Item): boolean }>;
}

/** A system that ssh reaches (or this one, treated alike): guests there are detached, kernels are sent. */
export class RemoteSystem implements JobSystem, GuestHost {
  readonly name: string;
  readonly machine: Machine;
  readonly cpus: number;
  readonly memory: number | undefined;
  readonly #options: RemoteSystemOptions;
  #job = "";
  readonly #opened: Promise<RemoteGuestHost>;
  readonly #supply: Promise<Supply | undefined>;
  readonly #cpus: Promise<{ rota: CpuRota | undefined; allowed: readonly number[] }>;

  /** Starts to make the system ready; whoever needs it waits for that. */
  constructor(options: RemoteSystemOptions) {
    this.#options = options;
    const { machine, executor, cpus } = options;
    this.name = machine.facts.name;
    this.machine = machine;
    this.cpus = cpus;
    this.memory = machine.facts.availableMemory;
    this.#opened = this.#open();
    this.#cpus = askTopology(executor).then(({ topology, allowed }) => {
      const layout = cpuLayout(topology);
      return { allowed, rota: layout && new CpuRota(layout) };
    });
    this.#supply = this.#startSupply();
    for (const promise of [this.#opened, this.#cpus, this.#supply]) promise.catch(() => {});
  }

  get host(): GuestHost {
    return this;
  }

  /** Id of our job there; empty until there is one. */
  get job(): string {
    return this.#job;
  }

  async place(guest: PlannedGuest, image: string, files: ReadonlyMap<string, string>): Promise<GuestPlace> {
    const { common, isLocal } = this.#options;
    // A file of ours that cannot be read is no fault of the system.
    const item = isLocal ? undefined : await common.item(image);
    const others = isLocal
      ? []
      : await Promise.all(
          [...files].map(async ([option, file]) => [option, await common.item(resolve(file))] as const),
        );
    try {
      const [host, cpus] = await Promise.all([this.#opened, this.#cpus]);
      const supply = await this.#supply;
      const kernel = item && supply ? await supply.at(item) : image;
      const sent = new Map<string, string>();
      for (const [option, other] of others) if (supply) sent.set(option, await supply.at(other));
      return { kernel, files: sent, directory: host.directory(guest.name), ...cpus };
    } catch (error) {
      if (common.signal.aborted) throw error;
      throw new SystemUnusable(messageOf(error));
    }
  }

  async start(launch: GuestLaunch, observer: GuestObserver): Promise<GuestHandle> {
    return await (await this.#opened).start(launch, observer);
  }

  async startJitter(plan: JitterPlan): Promise<JitterHandle> {
    try {
      return await (await this.#opened).startJitter(plan);
    } catch {
      // A system that cannot be made ready runs no guests either.
      return { stop: async () => undefined };
    }
  }

  /**
   * @param time milliseconds that the system may take
   * @returns whether nothing of ours is left there
   */
  async close(time?: number): Promise<boolean> {
    const supply = await this.#supply.catch(() => undefined);
    supply?.stop();
    const host = await this.#opened.catch(() => undefined);
    await supply?.settled();
    return (await host?.close(time)) ?? true;
  }

  async #open(): Promise<RemoteGuestHost> {
    const { executor, common } = this.#options;
    const { path, key, attempt, instance, info, systemTimeout, orphanTimeout, log } = common;
    const host = await RemoteGuestHost.open(executor, {
      ...{ key, attempt, instance, info, systemTimeout, orphanTimeout, log },
      localDirectory: (guest) => join(path, guest),
    });
    this.#job = host.job;
    return host;
  }

  async #startSupply(): Promise<Supply | undefined> {
    const { executor, common, isLocal, forecast } = this.#options;
    if (isLocal) return undefined;
    const { signal, systemTimeout, log, relay } = common;
    const [host, { items, foreseen }] = await Promise.all([this.#opened, forecast(), common.maySend]);
    const stallTimeout = systemTimeout * 1000;
    const store = new ContentStore(executor, { job: host.job, stallTimeout, log });
    return new Supply(store, { forecast: items, foreseen, relay, signal });
  }
}
