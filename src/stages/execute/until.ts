import { judgeGuest } from "../../console/verdict.ts";
import type { JobContext } from "../../context.ts";
import { StopRequest } from "../../guests/stop.ts";
import { scenarioOf } from "../../results/scenario.ts";
import type { Finding, GuestResult, Verdict } from "../../results/schema.ts";
import { progressOf } from "../../statistics/question/answer.ts";
import { type Counts, countTrials, times, withTrial } from "../../statistics/question/decide.ts";
import { type Trial, trialOf, trialsOf } from "../../statistics/question/trials.ts";
import { usefulness } from "../../statistics/question/wanted.ts";
import type { AskedQuestion, Prepared, RunGuest } from "../data.ts";
import { Budgets } from "./budgets.ts";
import { slim } from "./rounds.ts";
import { keepFailedConsole } from "./samples.ts";
import type { Session } from "./session.ts";

/** Lives in a row that say nothing, after which a guest is given up. */
const mostUseless = 3;

/** Seconds between two lines about how far the answer is. */
const tellInterval = 30;

/** Hours of a guest whose plan is not known yet. */
const someHours = 0.5;

type Job = Pick<JobContext, "ui" | "environment">;

/** Guests that live over and over until a question is answered, as its budget and its job allow. */
class UntilAnswered {
  readonly #ui: JobContext["ui"];
  readonly #attempt: number;
  readonly #prepared: Prepared;
  readonly #asked: AskedQuestion;
  readonly #stop = new AbortController();
  readonly #budgets: Budgets;
  readonly #now: Map<string, Counts>;
  readonly #own = new Map<string, Counts>();
  readonly #guests: RunGuest[] = [];
  readonly #useless = new Map<string, number>();
  #hours: number | undefined;
  #told = -Infinity;

  constructor({ ui, environment }: Job, prepared: Prepared, asked: AskedQuestion) {
    this.#ui = ui;
    this.#attempt = environment.attempt;
    this.#prepared = prepared;
    this.#asked = asked;
    this.#now = countTrials(trialsOf(asked.earlier, asked.failure));
    this.#budgets = new Budgets(asked.budget, () => this.#end("The budget is used up."));
  }

  async run(session: Pick<Session, "stream">): Promise<RunGuest[]> {
    using _ = this.#budgets;
    if (this.#progress().decision !== "undecided") return [];
    await session.stream({
      prefer: ({ scenario: name, cpus }, running) => {
        const scenario = this.#scenario(name);
        const now = this.#now.get(scenario);
        return usefulness(this.#asked.inquiry, scenario, cpus, now, running, this.#hours ?? someHours);
      },
      lived: (guest) => this.#lived(guest),
      signal: this.#stop.signal,
    });
    return this.#guests;
  }

  #progress() {
    const { inquiry, failure } = this.#asked;
    const { jobs = 1 } = this.#asked;
    const pace = { seconds: this.#budgets.elapsed, own: times(this.#own, jobs) };
    return progressOf({ inquiry, failure, pace }, times(this.#now, jobs), this.#hours);
  }

  /** As everything that counts calls a scenario. */
  #scenario(scenario: string): string {
    return scenarioOf({ scenario, variant: this.#variant(scenario) });
  }

  #end(why: string): void {
    this.#stop.abort(new StopRequest("stopped", why));
  }

  async #lived(guest: RunGuest): Promise<boolean> {
    const { ending, lived = 0, guest: planned } = guest.outcome;
    const { verdict, findings } = judgeGuest(guest.analysis, ending);
    // One that was cut says nothing, and that is not its fault.
    if (verdict === "did-not-run" && ["stopped", "cancelled"].includes(ending.cause)) return false;
    this.#guests.push(slim(guest));
    if (verdict === "failed") await keepFailedConsole(this.#prepared.run.path, planned.name, guest.sample);
    const seconds = guest.planned ?? 0;
    const result = this.#result(guest, verdict, findings);
    this.#asked.keep?.(result);
    const trial = trialOf(result, this.#asked.failure);
    if (trial) this.#count(trial, seconds);
    this.#budgets.spend(lived);
    const useless = trial === undefined ? (this.#useless.get(planned.name) ?? 0) + 1 : 0;
    this.#useless.set(planned.name, useless);
    return !this.#stop.signal.aborted && useless < mostUseless && this.#budgets.allow(seconds);
  }

  /** What counts of a guest's result. */
  #result(
    { outcome, analysis, planned, sample }: RunGuest,
    verdict: Verdict,
    findings: Finding[],
  ): GuestResult {
    const { guest, ending, lived, startedAt, endedAt, system } = outcome;
    const { name, scenario, repetition } = guest;
    return {
      ...{ name, scenario, repetition, sample, attempt: this.#attempt, verdict, ending, findings },
      counters: analysis?.counters ?? {},
      ...{ variant: this.#variant(scenario), system, ignored: [], progress: [] },
      timing: { startedAt: startedAt?.toISOString(), endedAt: endedAt?.toISOString(), planned, lived },
    };
  }

  #variant(scenario: string) {
    return this.#prepared.builds.find((one) => one.scenario === scenario)?.variant;
  }

  #count(trial: Trial, planned: number): void {
    for (const counts of [this.#now, this.#own])
      counts.set(trial.scenario, withTrial(counts.get(trial.scenario), trial));
    this.#hours = planned / 3600;
    const { decision, sentence } = this.#progress();
    if (decision !== "undecided") this.#end("The question is answered.");
    // The report says it once it is answered.
    if (decision !== "undecided") return;
    if (!trial.failed && this.#budgets.elapsed - this.#told < tellInterval) return;
    this.#told = this.#budgets.elapsed;
    const { jobs = 1 } = this.#asked;
    this.#ui.info(jobs === 1 ? `${sentence}.` : `If all ${jobs} jobs see the same: ${sentence}.`);
  }
}

/**
 * Lets guests live until the question is answered, its budget is used up, or the job ends.
 * @returns all lives that say something, and what went wrong
 */
export async function runUntil(
  context: Job,
  session: Pick<Session, "stream">,
  prepared: Prepared,
  asked: AskedQuestion,
): Promise<RunGuest[]> {
  return await new UntilAnswered(context, prepared, asked).run(session);
}
