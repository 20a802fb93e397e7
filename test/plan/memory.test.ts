import { expect, test } from "vitest";
import { planGuests } from "../../src/plan/plan.ts";

const mebibyte = 1024 * 1024;
const suite = {
  name: "rcu",
  list: ["TINY01"],
  scenarios: new Map([["TINY01", { name: "TINY01", fragment: "CONFIG_SMP=n\n" }]]),
};

function sizes(memory: number | undefined, guestMemory: number): number[] {
  const options = { suite, configs: "6*TINY01", cpus: 8, machineCpus: 8 } as unknown as Parameters<
    typeof planGuests
  >[0];
  return planGuests({ ...options, memory, guestMemory }).batches.map(({ guests }) => guests.length);
}

test("memory limits a batch as a whole, with what qemu takes for itself", () => {
  expect(sizes(undefined, 512 * mebibyte)).toEqual([6]);
  expect(sizes(16 * 1024 * mebibyte, 512 * mebibyte)).toEqual([6]);
  expect(sizes(2048 * mebibyte, 512 * mebibyte)).toEqual([3, 3]);
  // A guest that alone is too large goes alone, and is cut to what there is.
  expect(sizes(1024 * mebibyte, 2048 * mebibyte)).toEqual([1, 1, 1, 1, 1, 1]);
});
