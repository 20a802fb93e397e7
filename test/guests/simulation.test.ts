import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import TinyQueue from "tinyqueue";
import { expect, test } from "vitest";
import { type GuestExit, type GuestHost, SystemUnusable } from "../../src/contracts/guestHost.ts";
import type { WorkSource } from "../../src/guests/batchQueue.ts";
import { dispatch, type WorkSystem } from "../../src/guests/dispatcher.ts";
import type { RunEvent } from "../../src/guests/events.ts";
import { lowerBound } from "../../src/plan/bound.ts";
import { AssignedGuests } from "../../src/stages/execute/systems/remote/assignedGuests.ts";
import { areaWithLosses, drawnJobs, drawnMachines, type Loss } from "../plan/fleet.ts";
import { seeded } from "../statistics/random.ts";

interface End {
  readonly at: number;
  end(): void;
}

/** A clock that stands still while anything is being done. Hosts that live by it. */
class Clock {
  now = 0;
  readonly #ends = new TinyQueue<End>([], (a, b) => a.at - b.at);

  at(second: number, end: () => void): void {
    this.#ends.push({ at: second, end });
  }

  /** Lets time pass until nothing is to come. */
  async run(over: () => boolean): Promise<void> {
    while (!over()) {
      // Everything that was caused before is done by then.
      await new Promise(setImmediate);
      const next = this.#ends.pop();
      if (next) {
        this.now = next.at;
        next.end();
      } else await sleep(1);
    }
  }
}

const exited: GuestExit = { exitStatus: 0, signal: null, output: "" };
const lostExit: GuestExit = { ...exited, exitStatus: null, failure: { kind: "lost", detail: "No answer." } };

class SimulatedHost implements GuestHost {
  readonly name: string;
  readonly #clock: Clock;
  readonly #seconds: (guest: string) => number;
  readonly #running = new Set<(exit: GuestExit) => void>();
  dead = false;

  constructor(name: string, clock: Clock, seconds: (guest: string) => number) {
    this.name = name;
    this.#clock = clock;
    this.#seconds = seconds;
  }

  die(): void {
    this.dead = true;
    for (const end of this.#running) end(lostExit);
  }

  async start({ name }: { readonly name: string }) {
    const { promise: ended, resolve } = Promise.withResolvers<GuestExit>();
    const end = (exit: GuestExit) => {
      this.#running.delete(end);
      resolve(exit);
    };
    this.#running.add(end);
    this.#clock.at(this.#clock.now + this.#seconds(name), () => end(exited));
    return { pid: 1, kill: () => end(lostExit), ended };
  }

  async startJitter() {
    return { stop: async () => undefined };
  }

  async close() {}
}

test("2,000 systems, 50,000 guests, failures of both: near the bound, quick decisions, flat memory", {
  timeout: 300_000,
}, async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const random = seeded(2026);
  const jobs = drawnJobs(random, 50_000, () => 600 + random() * 3000);
  const machines = drawnMachines(random, 2000, [2, 4, 8, 16, 24, 64]);
  // 2 % of the guests die early; the others take up to 5 % more or less than expected.
  const real = new Map(
    jobs.map(({ guest, seconds }) => [guest.name, seconds * (random() < 0.02 ? 0.1 : 0.95 + 0.1 * random())]),
  );
  const losses: Loss[] = machines
    .slice(0, 40)
    .map(({ name }) => ({ machine: name, at: 500 + random() * 8000 }));
  const clock = new Clock();
  const hosts = machines.map(({ name }) => new SimulatedHost(name, clock, (guest) => real.get(guest) ?? 0));
  for (const { machine, at } of losses) clock.at(at, () => hosts.find(({ name }) => name === machine)?.die());

  const work = new AssignedGuests(jobs, machines);
  const source = work.round();
  let [decisions, slowest, deciding] = [0, 0, 0];
  const timed: WorkSource = {
    ...source,
    claim(room) {
      const began = performance.now();
      const claim = source.claim(room);
      const took = performance.now() - began;
      decisions++;
      deciding += took;
      slowest = Math.max(slowest, took);
      return claim;
    },
  };
  const heap: number[] = [];
  let ends = 0;
  let [moved, makespan] = [0, 0];
  const onEvent = (event: RunEvent) => {
    if (event.type === "system-lost") work.without(event.system);
    if (event.type === "guest-moved") moved++;
    if (event.type !== "guest-ended" || event.ending.cause === "lost") return;
    makespan = clock.now;
    if (++ends % 10_000 !== 0) return;
    collect();
    heap.push(process.memoryUsage().heapUsed);
  };
  let over = false;
  const ran = dispatch({
    batches: jobs.map(({ guest }, index) => ({ number: index + 1, guests: [guest] })),
    systems: hosts.map((host, index): WorkSystem => ({ host, cpus: machines[index]?.cpus ?? 1 })),
    work: timed,
    async prepare({ name }, { host }) {
      if ((host as SimulatedHost).dead) throw new SystemUnusable("No answer.");
      return {
        launch: { name, argv: ["qemu"], directory: "/", console: "/console", hardDeadline: 1e9 },
        ...{
          seconds: 0,
          grace: 1e6,
          silence: { boot: 1e6, running: 1e6 },
          warnings: "/nonexistent/Warnings",
        },
      };
    },
    console: () => ({ write: () => [], snapshot: () => ({ counters: {}, errors: 0 }) }),
    failed: () => false,
    onEvent,
    ...{ stopOnFailure: false, progressInterval: 1e6 },
    signal: new AbortController().signal,
  }).finally(() => {
    over = true;
  });
  await clock.run(() => over);
  const outcomes = await ran;

  expect(outcomes).toHaveLength(50_000);
  expect(new Set(outcomes.map(({ guest }) => guest.name)).size).toBe(50_000);
  expect(outcomes.every(({ ending }) => ending.cause === "exited")).toBe(true);
  // Every guest ended once, and those of lost systems were moved.
  expect(ends).toBe(50_000);
  expect(moved).toBeGreaterThan(40);
  const lived = jobs.map((job) => ({ ...job, seconds: real.get(job.guest.name) ?? 0 }));
  const area = lived.reduce((sum, { guest, seconds }) => sum + guest.cpus * seconds, 0);
  const bound = Math.max(lowerBound(lived, machines), areaWithLosses(area, machines, losses));
  expect(makespan / bound).toBeLessThanOrEqual(1.05);
  // On the average, because a single one includes whatever else the machine did meanwhile.
  expect(deciding / decisions).toBeLessThan(1);
  // An outcome of some hundred bytes is kept for each guest, and nothing else.
  const growth = (heap.at(-1) ?? 0) - (heap[0] ?? 0);
  expect(growth / 40_000).toBeLessThan(1500);
  console.log(
    `makespan ${(makespan / bound).toFixed(3)} of the bound; ${decisions} decisions, ${((deciding / decisions) * 1000).toFixed(1)} µs each, slowest ${slowest.toFixed(1)} ms; ${Math.round(growth / 40_000)} bytes a guest`,
  );
});
