import { expect, test } from "vitest";
import { AssignedGuests, type Kernels } from "../../../src/stages/execute/systems/remote/assignedGuests.ts";
import { jobOf } from "../../plan/fleet.ts";

const machines = ["k1", "k2", "k3"].map((name) => ({ name, cpus: 1 }));
const jobs = Array.from({ length: 6 }, (_, index) => jobOf(`G${index}`, 1, 60));

/** Where kernels are; what was asked for is there from then on. */
function kernelsOn(on: Record<string, string[]>): Kernels {
  return {
    isOn: (system, scenario) => on[system]?.includes(scenario) ?? false,
    comesTo(system, scenario) {
      if (!on[system]?.includes(scenario)) on[system]?.push(scenario);
    },
  };
}

/** Takes turns until nothing is left. */
function claims(work: AssignedGuests, turns: readonly string[]): Record<string, string[]> {
  const round = work.round();
  const taken: Record<string, string[]> = { k1: [], k2: [], k3: [] };
  for (const system of turns) {
    const claim = round.claim({ system, capacity: 1, free: 1 });
    taken[system]?.push(...(claim?.guests ?? []).map(({ name }) => name));
  }
  return taken;
}

test("guests run where their kernels are, whoever is first", () => {
  const there = { k1: ["G5", "G3"], k2: ["G0", "G1"], k3: ["G4", "G2"] };
  const work = new AssignedGuests(jobs, machines, kernelsOn(there));
  const taken = claims(work, ["k3", "k1", "k2", "k2", "k1", "k3"]);
  for (const [system, names] of Object.entries(taken)) {
    expect(names.sort()).toEqual(there[system as keyof typeof there].sort());
  }
});

test("what was foreseen for a system is what it runs", () => {
  const work = new AssignedGuests(jobs, machines, kernelsOn({ k1: [], k2: [], k3: [] }));
  const foreseen = work.forecast();
  const taken = claims(work, ["k2", "k3", "k1", "k1", "k3", "k2"]);
  for (const { name } of machines) {
    expect(taken[name]?.sort()).toEqual(
      foreseen
        .get(name)
        ?.map(({ guest }) => guest.name)
        .sort(),
    );
  }
});

test("a system without a kernel of its own takes any, and what is claimed is not foreseen any more", () => {
  const work = new AssignedGuests(
    jobs,
    machines,
    kernelsOn({ k1: jobs.map(({ guest }) => guest.name), k2: [], k3: [] }),
  );
  expect(work.awaits(["G0"])).toBe(true);
  const taken = claims(work, ["k2", "k2", "k2", "k2", "k2", "k2"]);
  expect(taken.k2).toHaveLength(6);
  expect(work.awaits(["G0"])).toBe(false);
});
