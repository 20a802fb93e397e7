import { SystemUnusable } from "../../contracts/guestHost.ts";
import { InfrastructureError } from "../../errors.ts";
import { StopRequest } from "../../guests/stop.ts";
import type { JobSystems } from "./systems/systems.ts";

/** What is under way on a machine. */
interface Piece<T> {
  readonly what: T;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

/** One machine of several, as if there were no others. It is closed with all of them. */
function alone(systems: JobSystems, place: number): JobSystems {
  const machine = systems.machines[place];
  if (machine === undefined) throw new RangeError(`there is no machine ${place}`);
  const width = systems.widths[place] ?? 1;
  return {
    ...{ machines: [machine], widths: [width], cpus: systems.cpus === 0 ? 0 : width },
    ...{ dropped: [], flags: systems.flags, oneOfSeveral: systems.machines.length > 1 },
    open: (guests) => systems.open(guests, [machine.facts.name]),
    close: async () => [],
    async [Symbol.asyncDispose]() {},
  };
}

/** The machines of a job, each at work on something of its own; one begins the next piece while others are at theirs. */
export class Crew<T> implements AsyncDisposable {
  readonly #systems: JobSystems;
  readonly #warn: (line: string) => void;
  readonly #pieces = new Map<number, Piece<T>>();
  readonly #lost = new Set<number>();
  #failure: { readonly error: unknown } | undefined;

  /** @param systems stay the caller's to close */
  constructor(systems: JobSystems, warn: (line: string) => void) {
    this.#systems = systems;
    this.#warn = warn;
  }

  /** Machines that are left. */
  get size(): number {
    return this.#systems.machines.length - this.#lost.size;
  }

  /** What is under way. */
  get running(): readonly T[] {
    return [...this.#pieces.values()].map(({ what }) => what);
  }

  /**
   * Begins a piece of work on a machine that has none.
   * @param work rejects with SystemUnusable when another machine could do it
   * @throws RangeError when all machines are at work
   */
  begin(what: T, work: (machine: JobSystems, signal: AbortSignal) => Promise<void>): void {
    const place = [...this.#systems.machines.keys()].find(
      (one) => !this.#pieces.has(one) && !this.#lost.has(one),
    );
    if (place === undefined) throw new RangeError("every machine is at work");
    const stop = new AbortController();
    const ended = work(alone(this.#systems, place), stop.signal)
      .catch((error: unknown) => this.#failed(place, error, stop.signal))
      .finally(() => this.#pieces.delete(place));
    this.#pieces.set(place, { what, stop, ended });
  }

  #failed(place: number, error: unknown, { aborted }: AbortSignal): void {
    // What a stopped piece was just doing is no fault.
    if (aborted && error instanceof InfrastructureError) return;
    if (!(error instanceof SystemUnusable)) {
      this.#failure ??= { error };
      return;
    }
    this.#lost.add(place);
    const name = this.#systems.machines[place]?.facts.name;
    this.#warn(`${name}: gets no more work: ${error.message}`);
    if (this.size === 0) this.#failure ??= { error: new InfrastructureError(error.message) };
  }

  /** Resolves when a piece has ended, at once when there is none. Rejects with what went wrong in one. */
  async change(): Promise<void> {
    if (this.#failure === undefined) await Promise.race([...this.#pieces.values()].map(({ ended }) => ended));
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /**
   * Ends pieces, and waits until they have ended.
   * @param useless which; all by default
   * @returns whether there were any
   */
  async stop(why: string, useless: (what: T) => boolean = () => true): Promise<boolean> {
    const pieces = [...this.#pieces.values()].filter(({ what }) => useless(what));
    for (const { stop } of pieces) stop.abort(new StopRequest("stopped", why));
    await Promise.all(pieces.map(({ ended }) => ended));
    return pieces.length > 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop("The job ends.");
  }
}
