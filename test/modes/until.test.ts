import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { judgeGuest } from "../../src/console/verdict.ts";
import type { JobContext } from "../../src/context.ts";
import type { Budget } from "../../src/contracts/question.ts";
import { exitStatus } from "../../src/errors.ts";
import { StopRequest } from "../../src/guests/stop.ts";
import { parseInputs } from "../../src/inputs/parse.ts";
import type { BuildResult, Results } from "../../src/results/schema.ts";
import { openRunDirectory } from "../../src/rundir/open.ts";
import { exitStatusOfRun } from "../../src/stages/conclude/answer.ts";
import { concludeRun } from "../../src/stages/conclude/run.ts";
import type { AskedQuestion, Prepared, RunGuest } from "../../src/stages/data.ts";
import { Session } from "../../src/stages/execute/session.ts";
import { oneMachine } from "../../src/stages/execute/systems/oneMachine.ts";
import { runUntil } from "../../src/stages/execute/until.ts";
import { judgeRun } from "../../src/stages/judge/run.ts";
import { decide } from "../../src/statistics/question/decide.ts";
import { namedFailure } from "../../src/statistics/question/trials.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { resultsOf } from "../statistics/build.ts";
import { makeRunDirectory } from "../support/rundir.ts";
import { recordingUi } from "../support/ui.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rcutorture-until-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program in the place of qemu: the test passes, and from its third life on there is a warning. */
const guest = `#!/bin/sh
for word; do case $word in file:*) console=\${word#file:} ;; esac; done
echo life >> "$0.lives"
{
  printf '[    0.000000] Linux version 6.12.0\\r\\n'
  if test "$(wc -l < "$0.lives")" -ge 3; then
    printf '[    1.000000] WARNING: CPU: 0 PID: 1 at kernel/rcu/tree.c:100 rcu_gp_init+0x1/0x2\\r\\n'
    printf '[    1.000001] Call Trace:\\r\\n[    1.000002]  rcu_gp_init+0x1/0x2\\r\\n[    1.000003] ---[ end trace ]---\\r\\n'
  fi
  printf '[    9.000000] rcu-torture: rtc: 00000000 ver: 900 tfle: 0 rta: 900 rtaf: 0 rtf: 890\\r\\n'
  printf '[    9.000001] rcu-torture:--- End of test: SUCCESS: nreaders=1\\r\\n'
} > "$console"
`;

function job(signal: AbortSignal): JobContext {
  return {
    inputs: parseInputs({ mode: "run", jitter: "0", store: "none" }),
    ui: recordingUi(),
    signal,
    executor: new LocalExecutor(),
    buildRunner: { run: () => Promise.reject(new Error("nothing is to be built")) },
    async openStore() {
      throw new Error("no store here");
    },
    remember: () => undefined,
    environment: { attempt: 1, workspace: folder, variables: {} },
  };
}

async function prepared(): Promise<Prepared> {
  const program = join(folder, "qemu-system-x86_64");
  writeFileSync(program, guest);
  chmodSync(program, 0o755);
  const path = join(folder, "run");
  const console = join(path, "TINY01/console.log");
  const command = `${program} -serial file:${console} -kernel ${path}/TINY01/bzImage -append "console=ttyS0"\n# seconds=1\n`;
  makeRunDirectory({ TINY01: { files: { "qemu-cmd": command } } }, { path, seconds: 1 });
  return { run: await openRunDirectory(path), builds: [], ignore: [], infrastructure: [], cpus: 1 };
}

const facts = { name: "here", cpus: 1, architecture: "x86_64" };
const accelerator = { accelerator: "tcg", reason: "a test" } as const;

/** Mode "until": execute again until there is a failure. A loop, and no stage knows of it. */
async function untilFailure(context: JobContext, run: Prepared, mostRounds: number): Promise<Results> {
  await using systems = oneMachine({ facts, accelerator }, 1);
  await using session = await Session.open(context, run, systems);
  const guests: RunGuest[] = [];
  const failed = () =>
    guests.some(({ analysis, outcome }) => judgeGuest(analysis, outcome.ending).verdict === "failed");
  for (let round = 1; round <= mostRounds && !failed() && !session.over; round++) {
    guests.push(...(await session.round()));
  }
  const executed = await session.end(guests);
  const judged = await judgeRun(context, run, executed);
  // Plain data in, plain data out: the same once more gives the same.
  expect(await judgeRun(context, run, executed)).toEqual(judged);
  return await concludeRun(context, run, executed, judged, undefined);
}

test("execute again until a guest fails is a loop over stages", async () => {
  const results = await untilFailure(job(new AbortController().signal), await prepared(), 10);
  expect(results.guests.map(({ sample, verdict }) => [sample, verdict])).toEqual([
    [1, "passed"],
    [2, "passed"],
    [3, "failed"],
  ]);
  expect(results.verdict).toBe("failed");
  expect(results.systems).toEqual([{ ...facts, accelerator: "tcg", acceleratorReason: "a test" }]);
});

test("a session that was stopped is over, and says so before the next round", async () => {
  const stop = new AbortController();
  const context = job(stop.signal);
  const run = await prepared();
  await using systems = oneMachine({ facts, accelerator }, 1);
  await using session = await Session.open(context, run, systems);
  expect(session.over).toBe(false);
  stop.abort();
  expect(session.over).toBe(true);
});

test("two sessions of one run directory: execute can be called twice", async () => {
  const run = await prepared();
  const context = job(new AbortController().signal);
  const first = await untilFailure(context, run, 1);
  const second = await untilFailure(context, run, 1);
  expect(second.guests.map(({ verdict }) => verdict)).toEqual(first.guests.map(({ verdict }) => verdict));
});

/** What mode `run` with `until` does once the run directory is there. */
async function untilAnswered(
  run: Prepared,
  asked: AskedQuestion,
  signal = new AbortController().signal,
): Promise<Results> {
  const context = job(signal);
  const prepared = { ...run, question: asked };
  await using systems = oneMachine({ facts, accelerator }, 1);
  await using session = await Session.open(context, prepared, systems);
  const executed = await session.end(await runUntil(context, session, prepared, asked));
  return await concludeRun(
    context,
    prepared,
    executed,
    await judgeRun(context, prepared, executed),
    undefined,
  );
}

const failures = (count: number, budget?: Budget): AskedQuestion => ({
  inquiry: { question: { kind: "failures", failures: count }, unit: "runs", confidence: 0.95 },
  ...{ failure: undefined, earlier: [], budget },
});

test("until: failures=2 lets a guest live over and over, and stops by itself with the answer", async () => {
  const results = await untilAnswered(await prepared(), failures(2));
  expect(results.guests.map(({ sample, verdict }) => [sample, verdict])).toEqual([
    [1, "passed"],
    [2, "passed"],
    [3, "failed"],
    [4, "failed"],
  ]);
  expect(results.answer).toMatchObject({ decision: "yes", now: { failures: 2, runs: 4 } });
  expect(results.answer?.sentence).toMatch(/^2 failures in 4 runs: 50 % of runs/);
  expect(existsSync(join(folder, "run/TINY01/console.sample-3.log.zst"))).toBe(true);
  expect(existsSync(join(folder, "run/TINY01/console.sample-2.log.zst"))).toBe(false);
});

test("what earlier attempts have seen counts from the start, and decided is decided", async () => {
  const run = await prepared();
  const first = await untilAnswered(run, failures(1));
  const asked = { ...failures(2), earlier: [first] };
  const second = await untilAnswered(run, asked);
  expect(second.guests).toHaveLength(1);
  expect(second.answer).toMatchObject({ decision: "yes", now: { failures: 2, runs: 4 } });
  const third = await untilAnswered(run, { ...failures(2), earlier: [first, second] });
  expect(third.guests).toEqual([]);
});

test("a budget ends it undecided, with what is missing", async () => {
  const results = await untilAnswered(await prepared(), failures(1000, { clock: "wall", seconds: 4 }));
  expect(results.answer).toMatchObject({ decision: "undecided" });
  expect(results.answer?.sentence).toMatch(/^Not decided: \d+ of 1000 failures in .*; (about|nobody)/);
  // Nothing that was cut off is taken for a guest that did not run.
  expect(results.guests.filter(({ verdict }) => verdict === "did-not-run")).toEqual([]);
});

test("a guest that cannot start is given up, not started for ever", async () => {
  const run = await prepared();
  writeFileSync(join(folder, "qemu-system-x86_64"), "#!/bin/sh\necho no such machine >&2\nexit 1\n");
  const results = await untilAnswered(run, failures(1));
  expect(results.guests.length).toBe(3);
  expect(results.answer).toMatchObject({ decision: "undecided", now: { runs: 0 } });
  expect(results.verdict).toBe("infrastructure-error");
});

const reused: BuildResult = { scenario: "TINY01", status: "reused", diagnostics: [], configErrors: [] };

const earlier = (runs: number, failures: number) =>
  resultsOf(
    Array.from({ length: runs }, (_, i) => ({
      ...{ scenario: "TINY01", sample: i + 1, hours: 0.5, planned: 1800 },
      ...(i < failures ? { errors: ["WARNING in rcu_gp_init"] } : {}),
    })),
  );

const rate = (runs: number, ...attempts: Results[]): AskedQuestion => ({
  inquiry: {
    question: { kind: "rate", failures: 1, exposure: runs, unit: "runs" },
    unit: "runs",
    confidence: 0.95,
  },
  ...{ failure: undefined, earlier: attempts, budget: undefined },
});

const fixed = (...attempts: Results[]): AskedQuestion => ({
  inquiry: {
    ...{ question: { kind: "fixed" }, unit: "runs", confidence: 0.95 },
    before: new Map([["TINY01", { failures: 10, runs: 20, hours: 10 }]]),
  },
  failure: namedFailure("rcu_gp_init"),
  ...{ earlier: attempts, budget: undefined },
});

test.each([
  ["rate<1/5runs", rate(5, earlier(60, 0)), "yes", { failures: 0, runs: 60 }],
  ["rate<1/5runs", rate(5, earlier(60, 40)), "no", { failures: 40, runs: 60 }],
  ["fixed", fixed(earlier(40, 0)), "yes", { failures: 0, runs: 40 }],
  ["fixed", fixed(earlier(3, 1)), "no", { failures: 1, runs: 3 }],
])(
  "until: %s is decided by what earlier attempts have seen, and nothing runs (%#)",
  async (_, asked, decision, now) => {
    const results = await untilAnswered({ ...(await prepared()), builds: [reused] }, asked);
    expect(results.guests).toEqual([]);
    expect(results.answer).toMatchObject({ decision, now });
  },
);

test("until: fixed goes on where an earlier attempt stopped: what is missing is all that runs", async () => {
  const asked = fixed();
  const decided = (runs: number) =>
    decide(asked.inquiry, new Map([["TINY01", { failures: 0, runs, hours: 0 }]]));
  let needed = 1;
  while (decided(needed) === "undecided") needed++;
  const results = await untilAnswered(await prepared(), fixed(earlier(needed - 2, 0)));
  expect(results.guests).toHaveLength(2);
  expect(results.answer).toMatchObject({ decision: "yes", now: { failures: 0, runs: needed } });
});

test("a job that is told to end says what is missing, and its next attempt goes on", async () => {
  const run = await prepared();
  const stop = new AbortController();
  const asked: AskedQuestion = {
    ...failures(3),
    keep: async () => stop.abort(new StopRequest("cancelled", "The job received SIGTERM.")),
  };
  const first = await untilAnswered(run, asked, stop.signal);
  expect(first.answer).toMatchObject({ decision: "undecided" });
  expect(first.answer?.sentence).toMatch(/^Not decided: \d of 3 failures in .*; (about|nobody)/);
  expect(exitStatusOfRun(first, exitStatus.infrastructure)).toBe(exitStatus.infrastructure);
  const ran = first.answer?.now.runs ?? 0;
  const second = await untilAnswered(run, { ...failures(3), earlier: [first] });
  expect(second.answer).toMatchObject({ decision: "yes", now: { failures: 3, runs: 5 } });
  expect(second.guests).toHaveLength(5 - ran);
});
