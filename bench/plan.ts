import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { lowerBound } from "../src/plan/bound.ts";
import { type MatrixGuest, planMatrix } from "../src/plan/matrix.ts";
import { matrixOutputs } from "../src/plan/matrixOutputs.ts";
import { parsePools } from "../src/plan/pools.ts";
import { areaWithLosses, cflist, drawnJobs, drawnMachines, runFleet } from "../test/plan/fleet.ts";
import { seeded } from "../test/statistics/random.ts";

// Figures of the planner: how close to the lower bound, how long it takes, how much memory. `node bench/plan.ts`

function timed<T>(work: () => T): { readonly result: T; readonly wall: number; readonly cpu: number } {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, wall: performance.now() - start, cpu: (user + system) / 1000 };
}

function guests(count: number): MatrixGuest[] {
  return Array.from({ length: count }, (_, i) => {
    const [scenario, cpus] = cflist[i % cflist.length] ?? ["TREE01", 8];
    const repetition = 1 + Math.floor(i / cflist.length);
    const name = repetition === 1 ? scenario : `${scenario}.${repetition}`;
    return {
      guest: { name, scenario, repetition, cpus },
      set: "all",
      suite: "rcu",
      build: scenario,
      seconds: 1800,
      extra: 40 + ((i * 7) % 60),
      architecture: "x86_64",
    };
  });
}

function fanOut(): void {
  const pools = parsePools(`
- {name: hosted, labels: ubuntu-latest, cpus: 4, memory: 16G, count: 20}
- {name: large, labels: [ubuntu-latest-16], cpus: 16, memory: 64G, count: 12}
- {name: lab, labels: [self-hosted, lab], cpus: 8, count: 8}
`);
  for (const count of [3 * cflist.length, 5000]) {
    const planned = guests(count);
    const { result, wall, cpu } = timed(() => planMatrix({ guests: planned, builds: [], pools }));
    const { runSeconds, bound } = result.figures;
    const bytes = 2 * matrixOutputs(result).shards.length;
    console.log(
      `plan: ${count} guests on 40 runners: ${wall.toFixed(0)} ms (${cpu.toFixed(0)} ms of CPU), ${result.shards.length} jobs, ` +
        `makespan ${(runSeconds / bound).toFixed(3)} of the bound, outputs ${(bytes / 1024).toFixed(0)} KiB`,
    );
  }
}

/** The dispatcher's decisions on a large fleet, with systems lost and guests that end early. */
function fleet(): void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const random = seeded(2000);
  const jobs = drawnJobs(
    random,
    50_000,
    () => 600 + random() * 3000,
    () => ({ failedLastTime: random() < 0.02 }),
  );
  const machines = drawnMachines(random, 2000, [2, 4, 8, 16, 24, 64]);
  const actual = new Map(jobs.map((job) => [job, job.seconds * (random() < 0.02 ? 0.1 : 1)] as const));
  const losses = machines.slice(0, 100).map(({ name }, i) => {
    const at = 500 + random() * 8000;
    return { machine: name, at, ...(i >= 40 && { back: at + 900 }) };
  });
  const heap: number[] = [];
  const note = (ended: number) => {
    if (ended % 10_000 !== 0) return;
    collect();
    heap.push(process.memoryUsage().heapUsed / 2 ** 20);
  };
  const run = runFleet(jobs, machines, losses, (job) => actual.get(job) ?? 0, note);
  const real = jobs.map((job) => ({ ...job, seconds: actual.get(job) ?? 0 }));
  const work = real.reduce((sum, { guest, seconds }) => sum + guest.cpus * seconds, 0);
  const bound = Math.max(lowerBound(real, machines), areaWithLosses(work, machines, losses));
  console.log(
    `schedule: 50,000 guests on 2,000 systems, 100 of them lost: makespan ${(run.makespan / bound).toFixed(3)} of the ` +
      `bound, ${run.decisions.toLocaleString("en-US")} decisions of ${((1000 * run.deciding) / run.decisions).toFixed(1)} µs, ` +
      `heap at every 10,000 guests ${heap.map((size) => size.toFixed(0)).join(", ")} MiB`,
  );
}

fanOut();
fleet();
