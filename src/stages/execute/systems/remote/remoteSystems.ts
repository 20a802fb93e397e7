import type { JobContext } from "../../../../context.ts";
import { messageOf } from "../../../../errors.ts";
import type { SystemFacts } from "../../../../results/schema.ts";
import { localhost } from "../../../../systems/names.ts";
import type { LinkTimes } from "../../../../systems/ssh/connection/dial.ts";
import { runDistributeCommand } from "../../../../systems/ssh/kernels/distributeCommand.ts";
import { describeItem, type Item } from "../../../../systems/ssh/kernels/item.ts";
import { Relay } from "../../../../systems/ssh/kernels/relay.ts";
import { RelayLink } from "../../../../systems/ssh/kernels/relayLink.ts";
import type { Preflight, PreflightRow, ReadySystem } from "../../../../systems/ssh/preflight/preflight.ts";
import type { Machine } from "../machine.ts";
import type { ActiveSystems, GuestsToPlace, JobSystems } from "../systems.ts";
import { AssignedGuests, type Kernels } from "./assignedGuests.ts";
import { jobsOf } from "./jobs.ts";
import type { Ledger } from "./ledger.ts";
import { RemoteSystem, type SystemContext } from "./remoteSystem.ts";

/** Seconds beyond `system-timeout` after which a guest that nobody asks for any more ends itself. */
const orphanMargin = 60;

/** Milliseconds for closing a system that was lost (it may have come back), or when there is no time. */
const hurriedCloseTimeout = 3000;

interface JobIdentity {
  readonly key: string;
  readonly attempt: number;
  readonly instance: string;
  readonly info: string;
  readonly times: LinkTimes;
  /** See SshOptions. */
  readonly configFile: string | undefined;
}

function factsOf(row: PreflightRow): SystemFacts {
  const { name, hostname, cpus, memory, architecture, qemu } = row;
  const facts = { hostname, cpus, memory, architecture, qemu };
  return { name, ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) };
}

function machineOf({ row }: ReadySystem): Machine {
  const { accelerator = "tcg", acceleratorReason: reason = "", availableMemory, limits, cpus = 1 } = row;
  const memory = availableMemory === undefined ? {} : { availableMemory };
  const known = { ...memory, ...(limits === undefined ? {} : { limits }) };
  return { facts: { ...factsOf(row), cpus, ...known }, accelerator: { accelerator, reason } };
}

/** Systems that passed the preflight. */
export class RemoteSystems implements JobSystems {
  readonly machines: readonly Machine[];
  readonly widths: readonly number[];
  readonly cpus: number;
  readonly dropped: readonly SystemFacts[];
  readonly flags: readonly string[];
  readonly #context: JobContext;
  readonly #checked: Preflight;
  readonly #ledger: Ledger;
  readonly #identity: JobIdentity;
  /** Names of systems on which something of ours may be left. */
  readonly #left = new Set<string>();

  constructor(context: JobContext, checked: Preflight, ledger: Ledger, identity: JobIdentity) {
    const { cpus } = context.inputs;
    this.#context = context;
    this.#checked = checked;
    this.#ledger = ledger;
    this.#identity = identity;
    this.machines = checked.systems.map(machineOf);
    this.widths = this.machines.map(({ facts }) =>
      cpus === "auto" ? facts.cpus : Math.max(1, Math.min(cpus, facts.cpus)),
    );
    this.cpus = cpus === 0 ? 0 : Math.max(...this.widths);
    this.dropped = checked.rows
      .filter(({ problem }) => problem !== undefined)
      .map((row) => ({ ...factsOf(row), lost: row.problem ?? "" }));
    this.flags = ["--systems", context.inputs.systems.join(" ")];
  }

  async open(guests: GuestsToPlace, names?: readonly string[]): Promise<ActiveSystems> {
    const { ui, inputs } = this.#context;
    const meant = this.#checked.systems.flatMap(({ name, executor }, index) => {
      const [machine, cpus] = [this.machines[index], this.widths[index] ?? 1];
      return machine && (names?.includes(name) ?? true) ? [{ name, executor, machine, cpus }] : [];
    });
    const items = new Map<string, Promise<Item>>();
    const sizes = new Map<string, number>();
    const describe = async (image: string) => {
      const one = await describeItem(image);
      sizes.set(one.sha256, one.size);
      return one;
    };
    const item = (image: string) => {
      const known = items.get(image) ?? describe(image);
      items.set(image, known);
      return known;
    };
    const largest = Math.max(...meant.map(({ machine }) => machine.facts.availableMemory ?? Infinity));
    const { jobs, kernels } = await jobsOf(guests, largest);
    const work = new AssignedGuests(
      jobs,
      meant.map(({ name, cpus, machine: { facts } }) => ({
        ...{ name, cpus },
        ...(facts.availableMemory === undefined ? {} : { memory: facts.availableMemory }),
      })),
      await this.#kernels(kernels, item),
    );
    const log = (line: string) => ui.info(line);
    const link = inputs.relay
      ? new RelayLink({
          ...{ local: this.#context.executor, configFile: this.#identity.configFile, log },
          size: (sha256) => sizes.get(sha256) ?? 0,
          job: (name) => systems.find((system) => system.name === name)?.job ?? "",
        })
      : undefined;
    const forecast = work.forecast();
    const { key, attempt, instance, info, times } = this.#identity;
    const found = (times.keepalive * times.keepaliveLimit) / 1000;
    const common: SystemContext = {
      ...{ path: guests.path, key, attempt, instance, info, item, signal: guests.signal },
      systemTimeout: Math.max(1, inputs.systemTimeout - found),
      orphanTimeout: inputs.systemTimeout + orphanMargin,
      maySend: this.#distribute(meant, [...kernels.values()], item, guests.signal),
      ...{ log, relay: link && new Relay(link.pull) },
    };
    const systems: RemoteSystem[] = meant.map(({ name, executor, machine, cpus }) => {
      return new RemoteSystem({
        ...{ machine, executor, common, cpus },
        isLocal: name === localhost,
        forecast: async () => {
          const guestsOf = new Map<string, string[]>();
          const wanted: Item[] = [];
          for (const { guest } of forecast.get(name) ?? []) {
            const kernel = kernels.get(guest.scenario);
            const one = kernel === undefined ? undefined : await item(kernel).catch(() => undefined);
            if (!one) continue;
            const names = guestsOf.get(one.sha256) ?? [];
            if (names.length === 0) wanted.push(one);
            guestsOf.set(one.sha256, [...names, guest.name]);
          }
          return { items: wanted, foreseen: ({ sha256 }) => work.awaits(guestsOf.get(sha256) ?? []) };
        },
      });
    });
    const lost = new Set<string>();
    return {
      systems,
      work: (prefer) => work.round(prefer),
      lost: (name) => {
        lost.add(name);
        work.without(name);
      },
      close: async () => {
        const ends = systems.map(async (system) => {
          // A runner that cancels a job does not wait for long.
          const hurry = lost.has(system.name) || guests.signal.aborted;
          const clean = await system.close(hurry ? hurriedCloseTimeout : undefined);
          if (!clean) this.#left.add(system.name);
        });
        await Promise.all(ends);
        await link?.close();
      },
    };
  }

  /** Where kernels are, as far as the preflight saw them. */
  async #kernels(
    images: ReadonlyMap<string, string>,
    item: (image: string) => Promise<Item>,
  ): Promise<Kernels> {
    const digests = new Map<string, string>();
    const described = [...images].map(async ([scenario, image]) => {
      const one = await item(image).catch(() => undefined);
      if (one) digests.set(scenario, one.sha256);
    });
    await Promise.all(described);
    const on = new Map(this.#checked.systems.map(({ name, row }) => [name, new Set(row.objects)]));
    return {
      isOn: (system, scenario) => on.get(system)?.has(digests.get(scenario) ?? "") ?? false,
      comesTo: (system, scenario) => on.get(system)?.add(digests.get(scenario) ?? ""),
    };
  }

  async close(): Promise<readonly string[]> {
    // In this order: a system that is somebody else's now hears no more from us.
    await this.#checked.close();
    return await this.#ledger.close([...this.#left]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const problem of await this.close()) this.#context.ui.warning(problem);
  }

  /** Lets the site's own utility bring all kernels to systems. What it does not do, ssh does. */
  async #distribute(
    systems: readonly Pick<ReadySystem, "name" | "executor">[],
    images: readonly string[],
    item: (image: string) => Promise<Item>,
    signal: AbortSignal,
  ): Promise<void> {
    const { ui, inputs, executor: local } = this.#context;
    if (inputs.distributeCommand === undefined) return;
    const remote = systems.filter(({ name }) => name !== localhost);
    try {
      await runDistributeCommand({
        command: inputs.distributeCommand,
        ...{ local, signal },
        systems: remote.map(({ executor }) => executor),
        items: await Promise.all(images.map(item)),
        log: (line) => ui.info(line),
      });
    } catch (error) {
      ui.warning(`${messageOf(error)}; the kernels are sent over ssh instead`);
    }
  }
}
