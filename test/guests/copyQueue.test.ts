import { describe, expect, it } from "vitest";
import { CopyQueue } from "../../src/guests/copyQueue.ts";

const guest = (name: string, cpus: number) => ({
  name,
  scenario: name.replace(/\..*/, ""),
  repetition: 1,
  cpus,
});

function queue(
  guests: readonly [name: string, cpus: number][],
  wanted: Readonly<Record<string, number>> = {},
  more: Partial<ConstructorParameters<typeof CopyQueue>[0]> = {},
) {
  return new CopyQueue({
    batches: [{ number: 1, guests: guests.map(([name, cpus]) => guest(name, cpus)) }],
    memoryOf: () => 0,
    prefer: ({ scenario }) => wanted[scenario] ?? 0,
    widest: () => 8,
    ...more,
  });
}

const names = (claim: { readonly guests: readonly { readonly name: string }[] } | undefined) =>
  claim?.guests.map(({ name }) => name);

describe("CopyQueue", () => {
  it("gives the guest that is wanted most of those that fit", () => {
    const all = queue(
      [
        ["A", 2],
        ["B", 2],
        ["C", 8],
      ],
      { A: 1, B: 2, C: 3 },
    );
    expect(names(all.claim({ capacity: 8, free: 4 }))).toEqual(["B"]);
    expect(names(all.claim({ capacity: 8, free: 2 }))).toEqual(["A"]);
    expect(all.claim({ capacity: 8, free: 4 })).toBeUndefined();
    expect(names(all.claim({ capacity: 8, free: 8 }))).toEqual(["C"]);
  });

  it("lets equals take turns, and gives nothing that is not wanted at all", () => {
    const all = queue(
      [
        ["A", 1],
        ["B", 1],
        ["C", 1],
      ],
      { C: -Infinity },
    );
    const first = all.claim({ capacity: 1, free: 1 });
    expect(names(first)).toEqual(["A"]);
    if (first) all.requeue(first);
    expect(names(all.claim({ capacity: 1, free: 1 }))).toEqual(["B"]);
    expect(names(all.claim({ capacity: 1, free: 1 }))).toEqual(["A"]);
    expect(all.claim({ capacity: 1, free: 1 })).toBeUndefined();
  });

  it("tells how many copies run", () => {
    const seen: number[] = [];
    const all = queue(
      [
        ["A", 1],
        ["A.2", 1],
      ],
      {},
      { prefer: (_, running) => seen.push(running) },
    );
    const claim = all.claim({ capacity: 2, free: 2 });
    all.claim({ capacity: 2, free: 1 });
    if (claim) all.requeue(claim);
    all.claim({ capacity: 2, free: 1 });
    expect(seen).toEqual([0, 0, 1, 1]);
  });

  it("keeps to memory, and cuts a guest only to what the widest system has", () => {
    const wide = queue([["A", 16]], {}, { memoryOf: () => 100 });
    expect(wide.claim({ capacity: 4, free: 4, memory: 1000 })).toBeUndefined();
    expect(wide.claim({ capacity: 8, free: 6, memory: 1000 })).toBeUndefined();
    expect(wide.claim({ capacity: 8, free: 8, memory: 50 })).toMatchObject({ memory: 100 });
    const small = queue([["A", 1]], {}, { memoryOf: () => 100 });
    expect(small.claim({ capacity: 2, free: 1, memory: 50 })).toBeUndefined();
  });

  it("prefers a guest whose kernel is on the system, of those wanted alike", () => {
    const all = queue(
      [
        ["A", 1],
        ["B", 1],
      ],
      {},
      { isNear: ({ scenario }) => scenario === "B" },
    );
    expect(names(all.claim({ system: "kvm1", capacity: 1, free: 1 }))).toEqual(["B"]);
  });
});
