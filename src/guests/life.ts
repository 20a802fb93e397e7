import { appendFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import type {
  GuestExit,
  GuestHandle,
  GuestHost,
  GuestLaunch,
  GuestObserver,
} from "../contracts/guestHost.ts";
import { messageOf } from "../errors.ts";
import type { Ending } from "../results/schema.ts";
import { checkDeadline, checkInterval, tailLines } from "./deadline.ts";
import { endingOf, type KillReason } from "./ending.ts";
import type { Silence } from "./events.ts";
import { LastLines } from "./lastLines.ts";
import { type SilenceLimits, SilenceWatch } from "./silence.ts";
import { stopOf } from "./stop.ts";
import { earlyLine, hungLine, stoppedLine } from "./warnings.ts";

/** One guest's life, planned. Times are seconds. */
export interface LifePlan {
  readonly launch: GuestLaunch;
  /** Planned torture (`# seconds=`). */
  readonly seconds: number;
  /** `TORTURE_SHUTDOWN_GRACE`. */
  readonly grace: number;
  /** A console without a byte for so long is reported. */
  readonly silence: SilenceLimits;
  /** Somebody takes part in it: it may be stopped, so time and silence say nothing. */
  readonly attended?: boolean;
  /** The guest's `Warnings` file in the run directory. */
  readonly warnings: string;
}

/** Told while the guest lives. `elapsed` and `quiet` are seconds. An exception ends the guest and comes out of runGuest. */
export interface LifeObserver {
  started(pid: number | undefined): void;
  console(chunk: Buffer, elapsed: number): void;
  silent(quiet: number, booting: boolean, elapsed: number): void;
  spoke(quiet: number, elapsed: number): void;
  overtime(detail: string, elapsed: number): void;
  contact(inTouch: boolean): void;
}

/** A life, lived. */
export interface Life {
  readonly pid: number | undefined;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly lived: number;
  readonly silences: readonly Silence[];
  readonly ending: Ending;
  /** What went wrong on our side without changing the ending: a `Warnings` file that could not be written. */
  readonly problems: readonly string[];
}

/** How long a killed guest may take to go before we stop waiting for it, in milliseconds. */
const exitTimeout = 1500;

/** Timers take at most this many milliseconds. */
const longestTimer = 2 ** 31 - 1;

/**
 * Lets one guest live: starts it, follows its console, kills it when it hangs, when it is told to stop or when
 * the consumer of its console fails, and says how it ended. The same wherever the guest runs.
 *
 * @param signal ends the guest; its reason may be a StopRequest
 * @throws whatever the observer threw; the guest is gone by then
 */
export async function runGuest(
  host: GuestHost,
  plan: LifePlan,
  observer: LifeObserver,
  signal: AbortSignal,
): Promise<Life> {
  return await new GuestLifecycle(host, plan, observer).run(signal);
}

class GuestLifecycle {
  readonly #host: GuestHost;
  readonly #plan: LifePlan;
  readonly #observer: LifeObserver;
  readonly #startedAt = new Date();
  readonly #origin = performance.now();
  readonly #tail = new LastLines(tailLines);
  readonly #silence: SilenceWatch;
  readonly #gone = Promise.withResolvers<GuestExit>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #problems: string[] = [];
  #handle: GuestHandle | undefined;
  #killed: (KillReason & { readonly warning: string | undefined }) | undefined;
  #observerError: { readonly error: unknown } | undefined;
  #inTouch = true;
  #over = false;
  #silenceTimer: { readonly at: number; readonly timer: NodeJS.Timeout } | undefined;

  constructor(host: GuestHost, plan: LifePlan, observer: LifeObserver) {
    this.#host = host;
    this.#plan = plan;
    this.#observer = observer;
    this.#silence = new SilenceWatch(plan.silence);
  }

  async run(signal: AbortSignal): Promise<Life> {
    const onAbort = () => {
      const stop = stopOf(signal.reason);
      this.#kill(stop, (pid, at) => stoppedLine(pid, stop.detail, at));
    };
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();
    const observer: GuestObserver = {
      onConsole: (chunk) => this.#heard(chunk),
      onContact: (inTouch) => this.#contact(inTouch),
    };
    try {
      // Not awaited: a remote system may take its time, and an abort does not wait for it.
      this.#host.start(this.#plan.launch, observer).then(
        (handle) => this.#begin(handle),
        (error: unknown) => this.#gone.reject(error),
      );
      return await this.#close(await this.#gone.promise);
    } finally {
      this.#over = true;
      signal.removeEventListener("abort", onAbort);
      for (const timer of this.#timers) clearTimeout(timer);
    }
  }

  #begin(handle: GuestHandle): void {
    this.#handle = handle;
    void handle.ended.then(this.#gone.resolve);
    // What was decided before there was anything to kill.
    if (this.#killed) handle.kill();
    if (this.#over) return;
    this.#tell(() => this.#observer.started(handle.pid));
    if (this.#plan.attended) return;
    this.#armSilence();
    this.#watchDeadline();
  }

  get #elapsed(): number {
    return (performance.now() - this.#origin) / 1000;
  }

  /** Runs something at a second of the guest's life, which is at most 24 days from now. */
  #at(second: number, run: () => void): NodeJS.Timeout {
    const wait = Math.min(Math.max(0, (second - this.#elapsed) * 1000), longestTimer);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, wait);
    this.#timers.add(timer);
    return timer;
  }

  /** A fault of the observer is ours, not the guest's: end the guest, and let the fault out afterwards. */
  #tell(call: () => void): void {
    try {
      if (!this.#observerError) call();
    } catch (error) {
      this.#observerError = { error };
      this.#kill({ cause: "cancelled", detail: `Following the guest failed: ${messageOf(error)}` });
    }
  }

  #kill(reason: KillReason, warning?: (pid: number | undefined, at: Date) => string): void {
    if (this.#killed) return;
    this.#killed = { ...reason, warning: warning?.(this.#handle?.pid, new Date()) };
    this.#handle?.kill();
    const giveUp = setTimeout(() => {
      const detail = this.#handle ? "The killed qemu did not go away." : "It was still being started.";
      this.#problems.push(`${this.#plan.launch.name}: ${detail}`);
      this.#gone.resolve({
        exitStatus: null,
        signal: null,
        output: "",
        failure: { kind: "unfollowed", detail },
      });
    }, exitTimeout);
    this.#timers.add(giveUp);
  }

  #heard(chunk: Buffer): void {
    this.#tail.write(chunk);
    const quiet = this.#silence.heard(this.#elapsed);
    if (quiet !== undefined) this.#tell(() => this.#observer.spoke(quiet, this.#elapsed));
    this.#armSilence();
    this.#tell(() => this.#observer.console(chunk, this.#elapsed));
  }

  #contact(inTouch: boolean): void {
    this.#inTouch = inTouch;
    this.#silence.contact(inTouch, this.#elapsed);
    this.#armSilence();
    this.#tell(() => this.#observer.contact(inTouch));
  }

  /** One timer at a time. Bytes only move the moment at which it finds something to say, mostly to later. */
  #armSilence(): void {
    if (this.#plan.attended) return;
    const wait = this.#silence.next(this.#elapsed);
    if (wait === undefined || !Number.isFinite(wait)) return;
    const at = this.#elapsed + wait;
    if (this.#silenceTimer) {
      if (this.#silenceTimer.at <= at) return;
      clearTimeout(this.#silenceTimer.timer);
      this.#timers.delete(this.#silenceTimer.timer);
    }
    const timer = this.#at(at, () => {
      this.#silenceTimer = undefined;
      const due = this.#silence.due(this.#elapsed);
      if (due) this.#tell(() => this.#observer.silent(due.quiet, due.booting, this.#elapsed));
      this.#armSilence();
    });
    this.#silenceTimer = { at, timer };
  }

  #watchDeadline(): void {
    const { seconds, grace } = this.#plan;
    const deadline = seconds + grace;
    const look = (before: readonly string[]) => {
      const now = this.#tail.lines();
      const elapsed = this.#elapsed;
      // Without contact there is nothing to judge by: the remote side has a deadline of its own.
      const verdict = this.#inTouch ? checkDeadline({ seconds, grace, elapsed, before, now }) : undefined;
      if (verdict?.kind === "hung") {
        const detail = `Hung: killed after ${Math.floor(elapsed)} s, ${seconds} s were planned and ${grace} s of grace allowed.`;
        this.#kill({ cause: "hung", detail }, (pid, at) => hungLine(pid, elapsed, seconds, at));
        return;
      }
      if (verdict?.kind === "overtime") {
        this.#tell(() => this.#observer.overtime(verdict.why, elapsed));
      }
      this.#at(elapsed + checkInterval, () => look(now));
    };
    const firstLook = Math.max(seconds, deadline - checkInterval);
    const wait = () => {
      // A run of months: the longest timer is over before its time.
      if (this.#elapsed < firstLook - 1) this.#at(firstLook, wait);
      else {
        const before = this.#tail.lines();
        this.#at(deadline, () => look(before));
      }
    };
    this.#at(firstLook, wait);
  }

  async #close(exit: GuestExit): Promise<Life> {
    const endedAt = new Date();
    const lived = this.#elapsed;
    const silences = this.#silence.end(lived);
    const ending = endingOf(exit, this.#killed);
    const { seconds, warnings } = this.#plan;
    const early = !this.#plan.attended && !this.#killed && !exit.failure && lived < seconds;
    const line = early ? earlyLine(lived, seconds) : this.#killed?.warning;
    if (line !== undefined) {
      await appendFile(warnings, `${line}\n`).catch((error: unknown) => {
        this.#problems.push(`Cannot write ${warnings}: ${messageOf(error)}`);
      });
    }
    if (this.#observerError) throw this.#observerError.error;
    const problems = this.#problems;
    return { pid: this.#handle?.pid, startedAt: this.#startedAt, endedAt, lived, silences, ending, problems };
  }
}
