import { type GuestHost, type JitterHandle, SystemUnusable } from "../contracts/guestHost.ts";
import type { JitterPlan } from "../contracts/jitterPlan.ts";
import { messageOf } from "../errors.ts";
import type { Batch, PlannedGuest } from "../plan/guest.ts";
import { BatchQueue, type Claim, cpusTaken, type WorkSource } from "./batchQueue.ts";
import type { ConsoleConsumer, GuestOutcome, RunEvent } from "./events.ts";
import { accompany } from "./guestRun.ts";
import type { LifePlan } from "./life.ts";
import { StopRequest, stopOf } from "./stop.ts";

/** A system as the dispatcher sees it. */
export interface WorkSystem {
  readonly host: GuestHost;
  /** CPUs that guests may fill. A batch that needs more runs alone, as with kvm.sh. */
  readonly cpus: number;
  /** Bytes that guests may fill; absent: never in the way. */
  readonly memory?: number | undefined;
  /** Disturbs this system while its guests run; absent: nothing does. */
  readonly jitter?: JitterPlan | undefined;
}

export interface Dispatch {
  readonly batches: readonly Batch[];
  readonly systems: readonly WorkSystem[];
  /** In what order and where; absent: kvm.sh's batches (BatchQueue). */
  readonly work?: WorkSource;
  /**
   * What this guest is to run on this system. Called for the guests of a batch in their order, at the moment
   * they are claimed. A guest whose plan cannot be made is `not-started`; a SystemUnusable loses the system.
   */
  prepare(guest: PlannedGuest, system: WorkSystem): Promise<LifePlan>;
  /** One consumer per start of a guest. */
  console(guest: PlannedGuest): ConsoleConsumer;
  /**
   * Judges a guest that has ended, its consumer having been given the whole console. True: it failed, which
   * ends the run under `stopOnFailure`.
   */
  failed(outcome: GuestOutcome): boolean;
  /**
   * A guest has ended for good. True: it is to live once more, as soon as there is room; its place stays taken until
   * then. Absent: every guest lives once.
   */
  again?(outcome: GuestOutcome): Promise<boolean>;
  onEvent(event: RunEvent): void;
  /** Aborted when this guest's life is of no more use: it is ended, or not begun. Absent: all live to their end. */
  useOf?(guest: PlannedGuest): AbortSignal;
  readonly stopOnFailure: boolean;
  /** Guests whose findings stop nothing; absent: none. */
  readonly mustFail?: ReadonlySet<string> | undefined;
  /** Seconds between two progress events of a guest. */
  readonly progressInterval: number;
  /** Aborting ends all guests; the reason may be a StopRequest. */
  readonly signal: AbortSignal;
}

/** One outcome per planned guest, that of its last life, in the plan's order, started or not. */
export type DispatchResult = readonly GuestOutcome[];

/**
 * Milliseconds between a finding and the stop that it causes: a splat is printed over some time, and its call
 * trace is what people want to see.
 */
const outputGracePeriod = 2000;

/**
 * Keeps systems busy until the work is done, stopped or left without systems.
 *
 * @throws a fault of ours or of the callbacks; all guests are gone by then
 */
export async function dispatch(job: Dispatch): Promise<DispatchResult> {
  return await new Dispatcher(job).run();
}

interface Station {
  readonly system: WorkSystem;
  free: number;
  memory: number;
  running: number;
  lost: boolean;
  jitter: Promise<JitterHandle | undefined> | undefined;
}

class Dispatcher {
  readonly #job: Dispatch;
  readonly #work: WorkSource;
  readonly #stations: readonly Station[];
  readonly #outcomes = new Map<string, GuestOutcome>();
  readonly #failures = new Set<GuestOutcome>();
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  readonly #done = Promise.withResolvers<void>();
  readonly #ending: Promise<unknown>[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Guests on all systems. */
  #running = 0;
  #fault: { readonly error: unknown } | undefined;

  constructor(job: Dispatch) {
    this.#job = job;
    this.#work = job.work ?? new BatchQueue(job.batches);
    this.#stations = job.systems.map((system) => ({
      system,
      free: system.cpus,
      memory: system.memory ?? Infinity,
      running: 0,
      lost: false,
      jitter: undefined,
    }));
    this.#signal = AbortSignal.any([job.signal, this.#stop.signal]);
  }

  async run(): Promise<DispatchResult> {
    this.#fill();
    await this.#done.promise;
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.all(this.#ending);
    if (this.#fault) throw this.#fault.error;
    const why = this.#signal.aborted ? stopOf(this.#signal.reason).detail : "No system was left to run it.";
    return this.#job.batches.flatMap(({ number, guests }) =>
      guests.map((guest) => this.#outcomes.get(guest.name) ?? notStarted(guest, number, why)),
    );
  }

  /** Picks and claims, without a pause between the two, until nothing more fits anywhere. */
  #fill(): void {
    for (const station of this.#stations) {
      // Thousands of them are asked at every end of a guest.
      while (station.free > 0 && !station.lost && !this.#signal.aborted) {
        const { free, memory } = station;
        const { cpus: capacity, host } = station.system;
        const claim = this.#work.claim({ system: host.name, capacity, free, memory });
        if (!claim) break;
        this.#start(station, claim);
      }
    }
    if (this.#running === 0) this.#done.resolve();
  }

  #start(station: Station, { batch, guests, memory = 0 }: Claim): void {
    const { host, jitter, cpus } = station.system;
    this.#tell({ type: "batch-started", batch, system: host.name, guests: guests.map(({ name }) => name) });
    if (jitter) station.jitter ??= host.startJitter(jitter).catch((error: unknown) => this.#fail(error));
    for (const guest of guests) {
      const taken = cpusTaken(guest, cpus);
      station.free -= taken;
      station.memory -= memory;
      station.running++;
      this.#running++;
      void this.#one(station, batch, guest).then(() => {
        station.free += taken;
        station.memory += memory;
        station.running--;
        this.#running--;
        if (station.running === 0) this.#stopJitter(station);
        this.#fill();
      });
    }
  }

  /** One guest from claim to outcome. Never rejects. */
  async #one(station: Station, batch: number, guest: PlannedGuest): Promise<void> {
    try {
      const outcome = await this.#live(station, batch, guest);
      if (outcome.ending.cause === "lost") this.#lose(station, batch, guest, outcome);
      else this.#outcomes.set(guest.name, outcome);
      if (this.#outcomes.get(guest.name) === outcome && (await this.#job.again?.(outcome))) {
        this.#outcomes.delete(guest.name);
        this.#work.requeue({ batch, guests: [guest] });
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  async #live(station: Station, batch: number, guest: PlannedGuest): Promise<GuestOutcome> {
    const { system } = station;
    const use = this.#job.useOf?.(guest);
    const signal = use === undefined ? this.#signal : AbortSignal.any([this.#signal, use]);
    if (signal.aborted) return notStarted(guest, batch, stopOf(signal.reason).detail);
    let plan: LifePlan;
    try {
      plan = await this.#job.prepare(guest, system);
    } catch (error) {
      const outcome = notStarted(guest, batch, messageOf(error), system.host.name);
      if (!(error instanceof SystemUnusable)) return this.#judge(outcome);
      return { ...outcome, ending: { ...outcome.ending, cause: "lost" } };
    }
    if (signal.aborted) return notStarted(guest, batch, stopOf(signal.reason).detail);
    const consumer = this.#job.console(guest);
    return await accompany({
      guest,
      batch,
      host: system.host,
      plan,
      consumer,
      progressInterval: this.#job.progressInterval,
      signal,
      onEvent: (event) => {
        if (event.type === "finding" && event.finding.severity === "error") this.#stopSoon(guest.name);
        this.#tell(event);
      },
      judge: (outcome) => this.#judge(outcome),
    });
  }

  #judge(outcome: GuestOutcome): GuestOutcome {
    const failed = this.#job.failed(outcome);
    if (failed) this.#failures.add(outcome);
    if (failed && this.#job.stopOnFailure) this.#stopNow(outcome.guest.name);
    return outcome;
  }

  #stopNow(guest: string): void {
    this.#stop.abort(new StopRequest("stopped", `${guest} failed, and the job stops on the first failure.`));
  }

  #stopSoon(guest: string): void {
    if (this.#job.stopOnFailure && !this.#job.mustFail?.has(guest))
      this.#timers.add(setTimeout(() => this.#stopNow(guest), outputGracePeriod));
  }

  /** The system went away under a guest: its work goes to another one, if there is any. */
  #lose(station: Station, batch: number, guest: PlannedGuest, outcome: GuestOutcome): void {
    if (!station.lost) {
      station.lost = true;
      const system = station.system.host.name;
      this.#tell({ type: "system-lost", system, detail: outcome.ending.detail });
    }
    // What the console had shown by then counts: nobody needs to see it again.
    if (this.#failures.has(outcome) || this.#stations.every(({ lost }) => lost)) {
      this.#outcomes.set(guest.name, outcome);
      return;
    }
    this.#tell({ type: "guest-moved", guest: guest.name, system: station.system.host.name });
    this.#work.requeue({ batch, guests: [guest] });
  }

  #stopJitter(station: Station): void {
    const { jitter } = station;
    station.jitter = undefined;
    if (jitter) this.#ending.push(jitter.then((handle) => handle?.stop()));
  }

  #tell(event: RunEvent): void {
    try {
      this.#job.onEvent(event);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** A fault of ours: everything ends, and the first one comes out of `dispatch`. */
  #fail(error: unknown): undefined {
    this.#fault ??= { error };
    this.#stop.abort(new StopRequest("cancelled", `The job failed: ${messageOf(error)}`));
    return undefined;
  }
}

function notStarted(guest: PlannedGuest, batch: number, detail: string, system?: string): GuestOutcome {
  return {
    guest,
    batch,
    ...(system === undefined ? {} : { system }),
    silences: [],
    ending: { cause: "not-started", exitStatus: null, signal: null, detail },
  };
}
