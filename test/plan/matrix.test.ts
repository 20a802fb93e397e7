import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { type BuildJob, type MatrixGuest, type MatrixOptions, planMatrix } from "../../src/plan/matrix.ts";
import { matrixOutputs, maxOutputBytes } from "../../src/plan/matrixOutputs.ts";
import { matrixSentences, renderMatrix } from "../../src/plan/matrixText.ts";
import { parsePools } from "../../src/plan/pools.ts";
import { seeded } from "../statistics/random.ts";
import { cflist } from "./fleet.ts";

function guestOf(name: string, cpus: number, seconds: number, more: Partial<MatrixGuest> = {}): MatrixGuest {
  const scenario = name.replace(/\..*$/, "");
  return {
    guest: { name, scenario, repetition: 1, cpus },
    set: "all",
    suite: "rcu",
    build: scenario,
    seconds,
    architecture: "x86_64",
    ...more,
  };
}

const buildOf = (key: string, seconds = 600): BuildJob => ({
  key,
  scenario: key,
  set: "all",
  architecture: "x86_64",
  seconds,
});

const hosted = parsePools("- {name: hosted, labels: ubuntu-latest, cpus: 4, memory: 16G, count: 20}");

function plan(guests: readonly MatrixGuest[], more: Partial<MatrixOptions> = {}) {
  return planMatrix({ guests, builds: [], pools: hosted, ...more });
}

/** 40 runners of four kinds, some of them systems behind a controller. */
const mixed = parsePools(`
- {name: hosted, labels: ubuntu-latest, cpus: 4, memory: 16G, count: 20}
- {name: large, labels: [ubuntu-latest-16], cpus: 16, memory: 64G, count: 11}
- {name: lab, labels: [self-hosted, lab], cpus: 8, count: 8}
- {name: remote, labels: [self-hosted, controller], cpus: 24, systems: kvm1 kvm2 kvm3}
`);

const threeCommits = ["v6.12", "v6.12-rc7", "next"].flatMap((commit) =>
  cflist.map(([scenario, cpus]) => guestOf(scenario, cpus, 1800, { build: `${commit}/${scenario}` })),
);

describe("planMatrix", () => {
  it("plans CFLIST of three commits on 40 mixed runners within 5 % of the bound", () => {
    const { shards, figures } = plan(threeCommits, { pools: mixed });
    expect(shards.flatMap(({ guests }) => guests)).toHaveLength(57);
    expect(figures.runSeconds / figures.bound).toBeLessThanOrEqual(1.05);
    expect(figures.bound).toBeGreaterThanOrEqual(1800);
  });

  it("does so for durations of all sorts and any mix of 40 runners", () => {
    const random = seeded(40);
    for (let i = 0; i < 10; i++) {
      const counts = [8 + Math.floor(random() * 16), 4 + Math.floor(random() * 8)];
      const pools = parsePools(`
- {name: small, labels: a, cpus: 4, count: ${counts[0]}}
- {name: large, labels: b, cpus: 16, count: ${counts[1]}}
- {name: medium, labels: c, cpus: 8, count: ${40 - (counts[0] ?? 0) - (counts[1] ?? 0)}}`);
      const guests = threeCommits.map((one) => ({ ...one, extra: Math.round(40 + random() * 60) }));
      const { figures } = plan(guests, { pools });
      expect(figures.runSeconds / figures.bound, JSON.stringify(counts)).toBeLessThanOrEqual(1.05);
    }
  });

  it("says for each shard where it runs, what, and how long", () => {
    const { shards } = plan([
      guestOf("TREE05", 4, 600),
      guestOf("TINY01", 1, 300),
      guestOf("TREE03", 16, 600),
    ]);
    expect(shards).toHaveLength(3);
    expect(shards[0]).toEqual({
      id: "shard-1",
      pool: "hosted",
      "runs-on": ["ubuntu-latest"],
      cpus: 4,
      guests: [{ name: "TREE05", cpus: 4, set: "all", build: "TREE05", sample: 1, samples: 1, seconds: 600 }],
      seconds: 60 + 660 + 120,
      "timeout-minutes": 360,
    });
  });

  it("puts what failed the last time first", () => {
    const guests = Array.from({ length: 40 }, (_, i) =>
      guestOf(`TREE05.${i + 2}`, 4, 600, { failedLastTime: i === 33 }),
    );
    const one = parsePools("- {name: own, labels: self-hosted, cpus: 4}");
    expect(plan(guests, { pools: one }).shards[0]?.guests[0]?.name).toBe("TREE05.35");
  });

  it("splits what is longer than any job may take into samples that add up", () => {
    const { shards, figures } = plan([guestOf("TREE03", 4, 36_000)]);
    const samples = shards.flatMap(({ guests }) => guests);
    expect(samples.map(({ sample, samples: of, seconds }) => [sample, of, seconds])).toEqual([
      [1, 2, 18_000],
      [2, 2, 18_000],
    ]);
    expect(figures.tortureHours).toBe(10);
    expect(() => plan([guestOf("TREE03", 4, 36_000)], { split: false })).toThrow(
      "plan: TREE03 is to run for 36000 s, and the pools that can hold it allow 21360 s;",
    );
  });

  it("runs whole where one pool has the time", () => {
    const pools = parsePools("{h: {labels: x, cpus: 4, count: 9}, own: {labels: self-hosted, cpus: 4}}");
    const { shards, figures } = plan([guestOf("TREE03", 4, 36_000)], { pools });
    expect(shards.map(({ pool, guests }) => [pool, guests.length])).toEqual([["own", 1]]);
    expect(figures.unused).toEqual(["h"]);
  });

  it("begins a new job where the time of one is over", () => {
    const one = parsePools("- {name: h, labels: x, cpus: 4}");
    const { shards } = plan(
      Array.from({ length: 10 }, (_, i) => guestOf(`TREE05.${i + 2}`, 4, 7200)),
      { pools: one },
    );
    expect(shards.map(({ guests }) => guests.length)).toEqual([2, 2, 2, 2, 2]);
    for (const { seconds } of shards) expect(seconds).toBeLessThanOrEqual(360 * 60);
  });

  it("keeps architectures, KVM and memory apart", () => {
    const pools = parsePools(`
- {name: x86, labels: x, cpus: 4, memory: 4G, count: 2}
- {name: tcg, labels: t, cpus: 8, memory: 64G, kvm: false}
- {name: arm, labels: a, cpus: 8, architecture: aarch64}`);
    const { shards } = plan(
      [
        guestOf("TREE01", 4, 60, { architecture: "aarch64" }),
        guestOf("TREE02", 4, 60, { kvm: true }),
        guestOf("TREE04", 4, 60, { memory: 8 * 2 ** 30 }),
      ],
      { pools },
    );
    const homes = shards.flatMap(({ pool, guests }) => guests.map(({ name }) => [name, pool]));
    expect(Object.fromEntries(homes)).toEqual({ TREE01: "arm", TREE02: "x86", TREE04: "tcg" });
  });

  it("is the same plan with the same digest for the same input, and another for another", () => {
    const digest = plan(threeCommits, { pools: mixed }).digest;
    expect(plan(threeCommits, { pools: mixed }).digest).toBe(digest);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(plan(threeCommits.slice(1), { pools: mixed }).digest).not.toBe(digest);
  });

  it("plans nothing for nothing", () => {
    const empty = plan([]);
    expect(empty).toMatchObject({ builds: [], shards: [], figures: { runSeconds: 0, machineHours: 0 } });
    expect(renderMatrix(empty)).toBe("Nothing to build: every kernel is there.\nNothing to run.");
  });
});

describe("limits and bad input", () => {
  it.each<[string, () => unknown, string]>([
    [
      "no pool holds a guest",
      () => plan([guestOf("A", 1, 60, { architecture: "s390x" })]),
      "none can hold A (hosted: it is x86_64, not s390x)",
    ],
    [
      "too little memory",
      () => plan([guestOf("A", 1, 60, { memory: 2 ** 40 })]),
      "16384M of memory for a guest of 1048576M",
    ],
    [
      "a pool holds no guest: architecture",
      () =>
        plan([guestOf("A", 1, 60)], {
          pools: [...hosted, ...parsePools("- {name: arm, labels: a, cpus: 4, architecture: aarch64}")],
        }),
      'pools: "arm" can hold no guest of the plan: it is aarch64, not x86_64.',
    ],
    [
      "a pool holds no guest: CPUs",
      () =>
        plan([guestOf("A", 4, 60)], {
          pools: [...hosted, ...parsePools("- {name: tiny, labels: a, cpus: 2}")],
        }),
      'pools: "tiny" can hold no guest of the plan: it has 2 CPUs, the narrowest guest needs 4.',
    ],
    [
      "no time at all",
      () => plan([guestOf("A", 1, 60)], { pools: parsePools("- {name: p, labels: a, cpus: 2, minutes: 3}") }),
      'pools: "p": 3 minutes are over before a guest could run; at least 5 are needed.',
    ],
    [
      "more jobs than a matrix has",
      () => plan(Array.from({ length: 600 }, (_, i) => guestOf(`A.${i}`, 4, 18_000))),
      "600 jobs are needed, and a matrix has at most 256",
    ],
    [
      "nobody builds",
      () => planMatrix({ guests: [], builds: [{ ...buildOf("A"), architecture: "riscv64" }], pools: hosted }),
      "pools: none can build for riscv64",
    ],
    [
      "a build job too long",
      () => planMatrix({ guests: [], builds: [buildOf("A", 30_000)], pools: hosted }),
      'a job of 1 builds would take 500 minutes, and pool "hosted" allows 360',
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(InputError);
    expect(call).toThrow(message);
  });

  it("uses no more runners than the matrix may have jobs, and every pool's share of them", () => {
    const pools = parsePools("{a: {labels: a, cpus: 4, count: 900}, b: {labels: b, cpus: 8, count: 100}}");
    const { shards } = plan(
      Array.from({ length: 2000 }, (_, i) => guestOf(`TREE05.${i}`, i % 2 === 0 ? 4 : 8, 600)),
      { pools },
    );
    expect(shards.length).toBeLessThanOrEqual(256);
    expect(new Set(shards.map(({ pool }) => pool))).toEqual(new Set(["a", "b"]));
  });

  it("leaves runners idle where time limits would make too many jobs of them, and says so", () => {
    const pools = parsePools("- {name: h, labels: x, cpus: 4, count: 40}");
    const planned = plan(
      Array.from({ length: 500 }, (_, i) => guestOf(`TREE05.${i + 2}`, 4, 10_000)),
      { pools },
    );
    // Two fit into six hours: 40 runners would need 7 jobs each.
    expect(planned.shards.length).toBeLessThanOrEqual(256);
    expect(planned.figures.idle).toBeGreaterThan(0);
    expect(renderMatrix(planned)).toContain(`${planned.figures.idle} runners not used`);
    for (const line of renderMatrix(planned).split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    // A sentence is broken between words alone.
    expect(renderMatrix(planned).replace(/\n(?! )/g, " ")).toContain(matrixSentences(planned)[1]);
  });

  it("keeps every promise for any plan", () => {
    const anyGuest = fc.record({
      cpus: fc.integer({ min: 1, max: 30 }),
      seconds: fc.integer({ min: 30, max: 60_000 }),
      failedLastTime: fc.boolean(),
      kvm: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyGuest, { minLength: 1, maxLength: 60 }), (given) => {
        // The narrow one is there for pools that would hold nothing otherwise.
        const guests = [
          guestOf("N", 1, 60),
          ...given.map((one, i) => guestOf(`G.${i}`, one.cpus, one.seconds, one)),
        ];
        const { shards, figures } = plan(guests, { pools: mixed });
        const placed = shards.flatMap((shard) => shard.guests);
        for (const { guest, seconds } of guests) {
          const own = placed.filter(({ name }) => name === guest.name);
          expect(own.reduce((sum, one) => sum + one.seconds, 0)).toBe(seconds);
          expect(own.map(({ sample }) => sample).sort((a, b) => a - b)).toEqual(own.map((_, i) => i + 1));
        }
        expect(new Set(shards.map(({ id }) => id)).size).toBe(shards.length);
        for (const shard of shards) expect(shard.seconds).toBeLessThanOrEqual(shard["timeout-minutes"] * 60);
        expect(figures.runSeconds).toBeGreaterThanOrEqual(figures.bound - 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe("builds", () => {
  it("are one per job while the matrix allows it", () => {
    const { builds, figures } = planMatrix({
      guests: [],
      builds: [buildOf("TREE05", 900), buildOf("TINY01", 300), buildOf("TREE05", 900)],
      pools: hosted,
    });
    expect(builds).toEqual([
      {
        id: "build-1",
        pool: "hosted",
        "runs-on": ["ubuntu-latest"],
        builds: [{ key: "TREE05", scenario: "TREE05", set: "all" }],
        seconds: 900,
        "timeout-minutes": 360,
      },
      expect.objectContaining({ id: "build-2", seconds: 300 }),
    ]);
    expect(figures.buildSeconds).toBe(900);
  });

  it("share jobs when there are more than the matrix allows, evenly", () => {
    const random = seeded(256);
    const jobs = Array.from({ length: 1000 }, (_, i) => buildOf(`k${i}`, Math.round(300 + random() * 300)));
    const { builds } = planMatrix({ guests: [], builds: jobs, pools: hosted });
    expect(builds).toHaveLength(256);
    expect(builds.flatMap((group) => group.builds)).toHaveLength(1000);
    const lengths = builds.map(({ seconds }) => seconds);
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(1.4);
  });

  it("go to the pool that says so, of the kernel's architecture", () => {
    const pools = parsePools(`
- {name: many, labels: m, cpus: 2, count: 50}
- {name: strong, labels: s, cpus: 64, builds: true}
- {name: arm, labels: a, cpus: 4, architecture: aarch64}`);
    const builds = [buildOf("A"), buildOf("B"), { ...buildOf("C"), architecture: "aarch64" as const }];
    const planned = planMatrix({ guests: [], builds, pools });
    const homes = planned.builds.flatMap(({ pool, builds: own }) => own.map(({ key }) => [key, pool]));
    expect(Object.fromEntries(homes)).toEqual({ A: "strong", B: "strong", C: "arm" });
    expect(planned.figures.buildSeconds).toBe(1200);
  });
});

describe("matrixOutputs", () => {
  it("are JSON for fromJSON, whole while they fit", () => {
    const planned = plan(threeCommits, { pools: mixed, builds: [buildOf("TREE05")] });
    const outputs = matrixOutputs(planned);
    expect(outputs.shortened).toBe(false);
    expect(JSON.parse(outputs.shards)).toEqual(planned.shards);
    expect(JSON.parse(outputs.builds)).toEqual(planned.builds);
  });

  it("leave the guests to the plan where they would exceed GitHub's limit", () => {
    const many = Array.from({ length: 5000 }, (_, i) => guestOf(`TREE05.${i + 2}`, 4, 600));
    const planned = plan(many, { pools: mixed });
    const outputs = matrixOutputs(planned);
    expect(outputs.shortened).toBe(true);
    expect(2 * (outputs.shards.length + outputs.builds.length)).toBeLessThan(maxOutputBytes);
    const first: unknown = JSON.parse(outputs.shards)[0];
    expect(first).toMatchObject({ id: planned.shards[0]?.id, "runs-on": planned.shards[0]?.["runs-on"] });
    expect(first).not.toHaveProperty("guests");
  });
});

describe("renderMatrix", () => {
  it("explains the plan", () => {
    const guests = [...threeCommits, guestOf("TREE10", 56, 8 * 86_400)];
    const text = renderMatrix(
      plan(guests, { pools: mixed, builds: [buildOf("TREE05", 900), buildOf("TINY01")] }),
    );
    expect(text).toMatchSnapshot();
  });
});
