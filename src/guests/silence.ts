import type { Silence } from "./events.ts";

/** When to speak up, in seconds: before the first byte, and between two bytes. */
export interface SilenceLimits {
  readonly boot: number;
  readonly running: number;
}

/**
 * Notices that a console has fallen silent. Pure: it is told the time (seconds of the guest's life) and asked
 * when to look again, so it works the same with a clock of any kind.
 */
export class SilenceWatch {
  readonly #limits: SilenceLimits;
  readonly #silences: Silence[] = [];
  /** When the last byte came, or contact came back. */
  #last = 0;
  #booting = true;
  #reported = false;
  #paused = false;

  constructor(limits: SilenceLimits) {
    this.#limits = limits;
  }

  /** Seconds since the last byte. */
  quiet(now: number): number {
    return now - this.#last;
  }

  get #limit(): number {
    return this.#booting ? this.#limits.boot : this.#limits.running;
  }

  /** Bytes came. @returns how long a reported silence lasted that they end */
  heard(now: number): number | undefined {
    const quiet = this.#close(now, false);
    this.#last = now;
    this.#booting = false;
    return quiet;
  }

  /** Whether this is the moment to report a silence; true once per silence. */
  due(now: number): { quiet: number; booting: boolean } | undefined {
    if (this.#reported || this.#paused || this.quiet(now) < this.#limit) return undefined;
    this.#reported = true;
    return { quiet: this.quiet(now), booting: this.#booting };
  }

  /** Seconds until `due` may have something to say; undefined: only after more bytes. */
  next(now: number): number | undefined {
    return this.#reported || this.#paused ? undefined : Math.max(0, this.#last + this.#limit - now);
  }

  /** Without contact to the system nobody knows whether the guest is silent. */
  contact(inTouch: boolean, now: number): void {
    this.#paused = !inTouch;
    if (inTouch) {
      this.#close(now, false);
      this.#last = now;
    }
  }

  /** The guest is gone. @returns all reported silences */
  end(now: number): readonly Silence[] {
    this.#close(now, true);
    return this.#silences;
  }

  #close(now: number, untilEnd: boolean): number | undefined {
    if (!this.#reported) return undefined;
    this.#reported = false;
    const seconds = this.quiet(now);
    this.#silences.push({ from: this.#last, seconds, booting: this.#booting, untilEnd });
    return seconds;
  }
}
