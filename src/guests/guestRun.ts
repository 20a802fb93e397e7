import type { GuestHost } from "../contracts/guestHost.ts";
import type { PlannedGuest } from "../plan/guest.ts";
import type { Finding } from "../results/schema.ts";
import type { ConsoleConsumer, GuestOutcome, RunEvent } from "./events.ts";
import { type LifePlan, runGuest } from "./life.ts";

export interface GuestRun {
  readonly guest: PlannedGuest;
  readonly batch: number;
  readonly host: GuestHost;
  readonly plan: LifePlan;
  readonly consumer: ConsoleConsumer;
  /** Seconds. */
  readonly progressInterval: number;
  readonly signal: AbortSignal;
  onEvent(event: RunEvent): void;
  /** Called when the guest has ended and before that is told. */
  judge(outcome: GuestOutcome): void;
}

/** Milliseconds of silence after which a report without an end mark counts as complete. */
const endOfReport = 1000;

/** Lets a guest live, feeds its console to the consumer and tells what happens, as events. */
export async function accompany(run: GuestRun): Promise<GuestOutcome> {
  const { guest, host, plan, consumer, onEvent } = run;
  const who = { guest: guest.name, system: host.name };
  const errors = () => consumer.snapshot().errors;
  let ticker: NodeJS.Timeout | undefined;
  let pause: NodeJS.Timeout | undefined;
  let startedAt = performance.now();
  let lastByte = startedAt;
  const seconds = (since: number) => (performance.now() - since) / 1000;
  const found = (findings: readonly Finding[], elapsed: number) => {
    for (const finding of findings) onEvent({ type: "finding", ...who, elapsed, finding });
  };
  const progress = () => {
    onEvent({
      type: "progress",
      ...who,
      elapsed: seconds(startedAt),
      planned: plan.seconds,
      counters: consumer.snapshot().counters,
      findings: errors(),
      quiet: seconds(lastByte),
    });
  };
  try {
    const life = await runGuest(
      host,
      plan,
      {
        started(pid) {
          startedAt = performance.now();
          lastByte = startedAt;
          ticker = setInterval(progress, run.progressInterval * 1000);
          onEvent({ type: "guest-started", ...who, pid });
        },
        console(chunk, elapsed) {
          lastByte = performance.now();
          found(consumer.write(chunk), elapsed);
          clearTimeout(pause);
          pause = setTimeout(() => found(consumer.settle?.() ?? [], seconds(startedAt)), endOfReport);
        },
        silent: (quiet, booting, elapsed) => onEvent({ type: "silent", ...who, elapsed, quiet, booting }),
        spoke: (quiet, elapsed) => onEvent({ type: "spoke", ...who, elapsed, quiet }),
        overtime: (detail, elapsed) => onEvent({ type: "overtime", ...who, elapsed, detail }),
        contact: (inTouch) => onEvent({ type: "contact", ...who, inTouch }),
      },
      run.signal,
    );
    const { ending, lived, silences, endedAt } = life;
    const outcome: GuestOutcome = {
      guest,
      batch: run.batch,
      system: host.name,
      startedAt: life.startedAt,
      endedAt,
      lived,
      silences,
      ending,
      ...(life.problems.length > 0 ? { problems: life.problems } : {}),
    };
    run.judge(outcome);
    const { counters } = consumer.snapshot();
    onEvent({ type: "guest-ended", ...who, ending, lived, counters, findings: errors() });
    return outcome;
  } finally {
    clearInterval(ticker);
    clearTimeout(pause);
  }
}
