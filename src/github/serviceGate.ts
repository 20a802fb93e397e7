import { setTimeout as sleep } from "node:timers/promises";
import prettyMilliseconds from "pretty-ms";
import { messageOf } from "../errors.ts";
import type { Unavailable } from "../storage/store.ts";
import { type Observation, ObservedError, observe } from "./observe.ts";

export interface ServiceLimits {
  /** Longest Retry-After, in seconds, that is waited for: once. Default 60. */
  readonly retryAfter?: number;
  /** Milliseconds for a question (a lookup, a listing). Default 60 000. */
  readonly question?: number;
  /** Milliseconds for bringing or fetching one build. Default 300 000. */
  readonly transfer?: number;
}

export type Answer<T> =
  | { readonly outcome: "answered"; readonly value: T; readonly observation: Observation }
  | { readonly outcome: "failed"; readonly reason: string; readonly observation: Observation }
  | Unavailable;

const enough = 3;

/**
 * One of GitHub's services, with bounded waiting. A service that limits our rate is left alone for as long as it
 * says (and waited for, when that is short); one that stalls, or fails three times in a row, is not asked again in
 * this job: a build costs minutes, twenty times waiting for nothing costs an hour.
 */
export class ServiceGate {
  readonly #name: string;
  readonly #limits: Required<ServiceLimits>;
  #closed: { readonly until: number; readonly reason: string } | undefined;
  #failures = 0;

  constructor(name: string, { retryAfter = 60, question = 60_000, transfer = 300_000 }: ServiceLimits = {}) {
    this.#name = name;
    this.#limits = { retryAfter, question, transfer };
  }

  /** Asks the service. `failed`: it answered, with an error. Never rejects. */
  async ask<T>(kind: "question" | "transfer", action: () => Promise<T>): Promise<Answer<T>> {
    const first = await this.#once(kind, action);
    const wait = this.#waitFor(first);
    if (wait === undefined || wait > this.#limits.retryAfter) return this.#heed(first, wait);
    await sleep(wait * 1000);
    const second = await this.#once(kind, action);
    return this.#heed(second, this.#waitFor(second));
  }

  async #once<T>(kind: "question" | "transfer", action: () => Promise<T>): Promise<Answer<T>> {
    if (this.#closed !== undefined && Date.now() < this.#closed.until) {
      return { outcome: "unavailable", reason: this.#closed.reason };
    }
    const limit = this.#limits[kind];
    const timer = new AbortController();
    const late = sleep(limit, "late" as const, { signal: timer.signal }).catch(() => "late" as const);
    // The toolkit cannot be stopped: what comes of it later is not waited for, and must not be an unhandled rejection.
    const work = observe(action).then(
      ({ value, observation }): Answer<T> => ({ outcome: "answered", value, observation }),
      (error: unknown): Answer<T> => ({
        outcome: "failed",
        reason: messageOf(error),
        observation: error instanceof ObservedError ? error.observation : { log: [], answers: [] },
      }),
    );
    const winner = await Promise.race([work, late]);
    timer.abort();
    if (winner !== "late") return winner;
    const reason = `${this.#name} did not finish within ${prettyMilliseconds(limit)}`;
    this.#closed = { until: Number.POSITIVE_INFINITY, reason: `${reason}; not asked again in this job` };
    return { outcome: "unavailable", reason };
  }

  /** Seconds that the service wants to be left alone; `undefined` when it does not say so. */
  #waitFor(answer: Answer<unknown>): number | undefined {
    if (answer.outcome === "unavailable") return undefined;
    const last = answer.observation.answers.at(-1);
    return last?.status === 429 ? (last.retryAfter ?? 60) : undefined;
  }

  #heed<T>(answer: Answer<T>, wait: number | undefined): Answer<T> {
    if (answer.outcome === "unavailable") return answer;
    if (wait !== undefined) {
      const until = Date.now() + wait * 1000;
      const reason = `${this.#name} limits our rate and wants to be left alone for ${wait} s`;
      this.#closed = { until, reason };
      return { outcome: "unavailable", reason };
    }
    if (answer.outcome === "answered" && (answer.observation.answers.at(-1)?.status ?? 200) < 500) {
      this.#failures = 0;
      return answer;
    }
    this.#failures += 1;
    if (this.#failures >= enough) {
      const reason = `${this.#name} failed ${enough} times in a row; not asked again in this job`;
      this.#closed = { until: Number.POSITIVE_INFINITY, reason };
    }
    return answer;
  }
}
