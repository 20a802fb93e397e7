/**
 * Where guests live. One implementation starts qemu on this machine, another may hand it to a supervisor on a
 * remote system and follow it over a connection that can break. The rules of a guest's life (life.ts) sit above
 * and do not know which of the two it is.
 */
import { InfrastructureError } from "../errors.ts";
import type { JitterPlan } from "./jitterPlan.ts";

/** Thrown while a guest is prepared or started: its system is of no use any more, another one may be. */
export class SystemUnusable extends InfrastructureError {}

/** What to start: already fitted to the system (fit.ts). */
export interface GuestLaunch {
  /** `TREE03.2`. */
  readonly name: string;
  /** qemu and its arguments, never seen by a shell. */
  readonly argv: readonly [string, ...string[]];
  /** The guest's folder on the host's system: `qemu-pid`, `qemu-affinity`, `qemu-output`, `qemu-retval`. */
  readonly directory: string;
  /** The file on the host's system that qemu's serial port writes to. */
  readonly console: string;
  /** CPUs as `taskset -c` takes them: `0,2` or `0-3`. Absent: wherever the system likes. */
  readonly affinity?: string;
  /**
   * Seconds after which the host ends the guest by itself when nobody has asked it to: what a detached guest
   * needs. The deadline that people see is life.ts's and comes earlier.
   */
  readonly hardDeadline: number;
  /** The guest has our terminal: only on this machine. */
  readonly terminal?: boolean;
}

/** Called from the event loop, in order; must not throw. */
export interface GuestObserver {
  /** What the console printed, as it comes. The first bytes are the file's first bytes. */
  onConsole(chunk: Buffer): void;
  /** The connection to the guest's system broke (`false`) or came back (`true`). Never called on this machine. */
  onContact?(inTouch: boolean): void;
}

/** How the process ended; qemu's files are written and the console is delivered to its last byte by then. */
export interface GuestExit {
  readonly exitStatus: number | null;
  readonly signal: string | null;
  /** The end of what qemu itself printed (`qemu-output`), a few kilobytes at most. */
  readonly output: string;
  /**
   * Set when there was no process, when its console or files could not be followed (a full disk), or when its
   * system went away.
   */
  readonly failure?: { readonly kind: "failed-to-start" | "unfollowed" | "lost"; readonly detail: string };
}

export interface GuestHandle {
  /** On the host's system; undefined when it could not be started. */
  readonly pid: number | undefined;
  /** SIGKILL to qemu and whatever belongs to it. Returns at once, `ended` follows. */
  kill(): void;
  /** Always resolves. */
  readonly ended: Promise<GuestExit>;
}

export interface JitterHandle {
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

export interface GuestHost {
  /** The system's name, as in `results.systems`. */
  readonly name: string;
  /**
   * Starts a guest. Resolves as soon as its process exists, or with a handle whose `ended` says why it does not.
   * No guest outlives the host's process on this machine, however that process ends.
   */
  start(launch: GuestLaunch, observer: GuestObserver): Promise<GuestHandle>;
  /** Disturbs the system's CPUs until stopped. */
  startJitter(plan: JitterPlan): Promise<JitterHandle>;
  /** Kills what is left and frees what the host holds. */
  close(): Promise<unknown>;
}
