import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GuestHandle, GuestHost } from "../../src/contracts/guestHost.ts";
import { type Dispatch, dispatch, type WorkSystem } from "../../src/guests/dispatcher.ts";
import type { ConsoleConsumer, RunEvent } from "../../src/guests/events.ts";
import { LocalGuestHost } from "../../src/guests/localHost.ts";
import { StopRequest } from "../../src/guests/stop.ts";
import type { Batch } from "../../src/plan/guest.ts";
import type { Finding } from "../../src/results/schema.ts";
import { processesWith } from "../support/processes.ts";

let folder: string;
let host: LocalGuestHost;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dispatcher-"));
  host = new LocalGuestHost();
});
afterEach(async () => {
  await host.close();
  await expect.poll(() => processesWith(folder), { timeout: 10_000 }).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

/** `batches(["A:2", "B:1"], ["C:1"])`: names and CPUs. */
function batches(...lists: string[][]): Batch[] {
  return lists.map((list, i) => ({
    number: i + 1,
    guests: list.map((text) => {
      const [name = "", cpus] = text.split(":");
      return { name, scenario: name, repetition: 1, cpus: Number(cpus) };
    }),
  }));
}

/** Calls every console line that begins with BAD a finding. */
class LineConsumer implements ConsoleConsumer {
  readonly findings: Finding[] = [];
  lines = 0;
  write(chunk: Buffer): Finding[] {
    const lines = chunk.toString().split("\n").slice(0, -1);
    this.lines += lines.length;
    const found = lines.filter((line) => line.startsWith("BAD")).map(finding);
    this.findings.push(...found);
    return found;
  }
  snapshot() {
    return { counters: { gracePeriods: this.lines }, errors: this.findings.length };
  }
}

function finding(text: string): Finding {
  return {
    kind: "warning",
    title: text,
    severity: "error",
    consoleLine: 1,
    lines: 1,
    text,
    truncated: false,
    count: 1,
    fingerprint: "0123456789abcdef",
  };
}

/** What each guest does; $0 is its console. */
type Programs = Record<string, string>;

function job(plan: readonly Batch[], programs: Programs, other: Partial<Dispatch> = {}) {
  const events: RunEvent[] = [];
  const given: Dispatch = {
    batches: plan,
    systems: [{ host, cpus: 4 }],
    async prepare({ name }) {
      const directory = join(folder, name);
      await mkdir(directory, { recursive: true });
      const console = join(directory, "console.log");
      const argv = ["sh", "-c", programs[name] ?? 'echo up > "$0"', console] as const;
      return {
        launch: { name, argv: [...argv], directory, console, hardDeadline: 600 },
        seconds: 60,
        grace: 60,
        silence: { boot: 60, running: 60 },
        warnings: join(directory, "Warnings"),
      };
    },
    console: () => new LineConsumer(),
    failed: (outcome) => outcome.ending.cause === "qemu-failed",
    onEvent: (event) => events.push(event),
    stopOnFailure: false,
    progressInterval: 30,
    signal: new AbortController().signal,
    ...other,
  };
  return { events, given };
}

/** `started A`, `ended A`, … in the order of the events. */
function story(events: readonly RunEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.type === "batch-started") return [`batch ${event.batch} on ${event.system}`];
    if (event.type === "guest-started") return [`started ${event.guest}`];
    if (event.type === "guest-ended") return [`ended ${event.guest}`];
    return [];
  });
}

describe("dispatch", () => {
  test("batches in their order, each when all its CPUs are free", async () => {
    const { events, given } = job(batches(["A:4"], ["B:2", "C:2"], ["D:3"]), {});
    const outcomes = await dispatch(given);
    expect(outcomes.map(({ guest, ending }) => [guest.name, ending.cause])).toEqual([
      ["A", "exited"],
      ["B", "exited"],
      ["C", "exited"],
      ["D", "exited"],
    ]);
    expect(outcomes.map(({ batch, system }) => [batch, system])).toEqual([
      [1, "localhost"],
      [2, "localhost"],
      [2, "localhost"],
      [3, "localhost"],
    ]);
    const told = story(events);
    expect(told.indexOf("batch 2 on localhost")).toBeGreaterThan(told.indexOf("ended A"));
    const both = Math.max(told.indexOf("ended B"), told.indexOf("ended C"));
    expect(told.indexOf("batch 3 on localhost")).toBeGreaterThan(both);
  });

  test("guests of a batch live at the same time", async () => {
    // Each waits for the other's console: neither would end alone.
    const wait = (other: string) =>
      `echo up > "$0"; while ! test -s ${folder}/${other}/console.log; do sleep 0.05; done`;
    const { given } = job(batches(["A:2", "B:2"]), { A: wait("B"), B: wait("A") });
    const outcomes = await dispatch(given);
    expect(outcomes.every(({ ending }) => ending.cause === "exited")).toBe(true);
  });

  test("the next batch starts early when an early end has freed all the CPUs it needs, and not before", async () => {
    // B lives until D has been seen: D starts beside it, though its batch comes later.
    const { events, given } = job(batches(["A:2", "B:1"], ["D:3"]), {
      B: `while ! test -s ${folder}/D/console.log; do sleep 0.05; done`,
    });
    expect((await dispatch(given)).map(({ ending }) => ending.cause)).toEqual(["exited", "exited", "exited"]);
    const told = story(events);
    expect(told.indexOf("started D")).toBeGreaterThan(told.indexOf("ended A"));
    expect(told.indexOf("started D")).toBeLessThan(told.indexOf("ended B"));
  });

  test("a batch too large for the system runs alone on it", async () => {
    const { given } = job(batches(["A:16", "B:3"], ["C:1"]), {});
    expect((await dispatch(given)).map(({ ending }) => ending.cause)).toEqual(["exited", "exited", "exited"]);
  });

  test("two systems share the work", async () => {
    const other = new LocalGuestHost("other");
    const wait = (name: string) =>
      `echo up > "$0"; while ! test -s ${folder}/${name}/console.log; do sleep 0.05; done`;
    const systems: WorkSystem[] = [
      { host, cpus: 1 },
      { host: other, cpus: 1 },
    ];
    const { given } = job(batches(["A:1"], ["B:1"]), { A: wait("B"), B: wait("A") }, { systems });
    const outcomes = await dispatch(given);
    expect(outcomes.map(({ system }) => system)).toEqual(["localhost", "other"]);
    await other.close();
  });

  test("findings and progress are told while it happens", async () => {
    const program = 'echo BAD one > "$0"; sleep 1; echo fine >> "$0"';
    const { events, given } = job(batches(["A:1"]), { A: program }, { progressInterval: 0.3 });
    await dispatch(given);
    const types = events.map(({ type }) => type);
    expect(types.indexOf("finding")).toBeLessThan(types.indexOf("progress"));
    expect(events.find(({ type }) => type === "progress")).toMatchObject({
      guest: "A",
      system: "localhost",
      planned: 60,
      findings: 1,
      counters: { gracePeriods: 1 },
    });
    expect(events.at(-1)).toMatchObject({ type: "guest-ended", counters: { gracePeriods: 2 }, findings: 1 });
  });

  test("stop on failure: a failed guest ends the others, and what waits does not start", async () => {
    const { given } = job(
      batches(["A:1", "B:1"], ["C:4"]),
      { A: "sleep 0.2; exit 5", B: "exec sleep 1000" },
      { stopOnFailure: true },
    );
    const outcomes = await dispatch(given);
    expect(outcomes.map(({ ending }) => ending.cause)).toEqual(["qemu-failed", "stopped", "not-started"]);
    expect(outcomes[2]?.ending.detail).toBe("A failed, and the job stops on the first failure.");
  });

  test("stop on failure: a finding is enough, and its guest may finish its splat", async () => {
    const { given } = job(
      batches(["A:1"]),
      { A: 'echo BAD > "$0"; sleep 0.5; echo trace >> "$0"; exec sleep 1000' },
      { stopOnFailure: true },
    );
    const [outcome] = await dispatch(given);
    expect(outcome?.ending.cause).toBe("stopped");
    expect(await readFile(join(folder, "A/console.log"), "utf8")).toBe("BAD\ntrace\n");
  });

  test("without stop on failure everything runs", async () => {
    const { given } = job(batches(["A:4"], ["B:4"]), { A: 'echo BAD > "$0"; exit 1' });
    expect((await dispatch(given)).map(({ ending }) => ending.cause)).toEqual(["qemu-failed", "exited"]);
  });

  test("cancellation ends what runs, and what was measured comes back", async () => {
    const controller = new AbortController();
    const { given } = job(
      batches(["A:2", "B:2"], ["C:4"]),
      { A: 'echo BAD > "$0"; exec sleep 1000', B: "exec sleep 1000" },
      { signal: controller.signal },
    );
    const onEvent = (event: RunEvent) => {
      if (event.type === "finding") controller.abort(new StopRequest("cancelled", "SIGTERM came."));
    };
    const outcomes = await dispatch({ ...given, onEvent });
    expect(outcomes.map(({ ending }) => [ending.cause, ending.detail])).toEqual([
      ["cancelled", "SIGTERM came."],
      ["cancelled", "SIGTERM came."],
      ["not-started", "SIGTERM came."],
    ]);
    expect(outcomes[0]?.lived).toBeGreaterThan(0);
  });

  test("a guest that cannot be prepared is not started; the others run", async () => {
    const { given } = job(batches(["A:1", "B:1"]), {});
    const prepare: Dispatch["prepare"] = async (guest, system) => {
      if (guest.name === "A") throw new Error("A has no qemu-cmd");
      return await given.prepare(guest, system);
    };
    const outcomes = await dispatch({ ...given, prepare });
    expect(outcomes.map(({ ending }) => [ending.cause, ending.detail])).toEqual([
      ["not-started", "A has no qemu-cmd"],
      ["exited", "qemu ended by itself."],
    ]);
  });

  test("a fault of the caller's comes out, after all guests are gone", async () => {
    const { given } = job(batches(["A:1", "B:1"]), { B: "exec sleep 1000" });
    const failed = () => {
      throw new Error("no verdict");
    };
    await expect(dispatch({ ...given, failed })).rejects.toThrow("no verdict");
    expect(processesWith(folder)).toEqual([]);
  });

  test("jitter runs while guests do, and not after", async () => {
    const systems = [{ host, cpus: 4, jitter: { threads: 2, maxSleep: 2000, maxSpin: 500 } }];
    const spinners = () => processesWith("while read -r n").filter(({ parent }) => parent === process.pid);
    let most = 0;
    const failed = () => {
      most = Math.max(most, spinners().length);
      return false;
    };
    const { given } = job(batches(["A:1"]), { A: "sleep 0.5" }, { systems });
    await dispatch({ ...given, failed });
    expect(most).toBeGreaterThan(0);
    expect(spinners()).toEqual([]);
  });
});

/** A system that goes away when its first guest has started. */
class DyingHost implements GuestHost {
  readonly name = "dying";
  async start(): Promise<GuestHandle> {
    const failure = { kind: "lost", detail: "No answer." } as const;
    return {
      pid: 1,
      kill: () => {},
      ended: Promise.resolve({ exitStatus: null, signal: null, output: "", failure }),
    };
  }
  async startJitter() {
    return { stop: async () => {} };
  }
  async close(): Promise<void> {}
}

describe("a system that is lost", () => {
  test("has its guests run elsewhere, once, and gets no more of them", async () => {
    const systems = [
      { host: new DyingHost(), cpus: 2 },
      { host, cpus: 2 },
    ];
    const { events, given } = job(batches(["A:1", "B:1"], ["C:2"], ["D:2"]), {}, { systems });
    const outcomes = await dispatch(given);
    expect(outcomes.map(({ guest, system, ending }) => [guest.name, system, ending.cause])).toEqual([
      ["A", "localhost", "exited"],
      ["B", "localhost", "exited"],
      ["C", "localhost", "exited"],
      ["D", "localhost", "exited"],
    ]);
    expect(events.filter(({ type }) => type === "system-lost")).toEqual([
      { type: "system-lost", system: "dying", detail: "No answer." },
    ]);
  });

  test("and is the last one: what was lost is lost, what waited did not start", async () => {
    const { given } = job(batches(["A:2"], ["B:2"]), {}, { systems: [{ host: new DyingHost(), cpus: 2 }] });
    const outcomes = await dispatch(given);
    expect(outcomes.map(({ ending }) => ending.cause)).toEqual(["lost", "not-started"]);
    expect(outcomes[1]?.ending.detail).toBe("No system was left to run it.");
  });
});
