import { expect, test } from "vitest";
import { LocalExecutor } from "../../src/systems/local.ts";
import { ownCpus } from "../../src/systems/ownCpus.ts";
import { readTopology } from "../../src/systems/readTopology.ts";
import { askTopology, parseRemoteCpus } from "../../src/systems/ssh/preflight/askTopology.ts";
import { cpuLayout } from "../../src/systems/topology.ts";

test("asked over an executor, this machine says what it says to its own", async () => {
  const remote = await askTopology(new LocalExecutor());
  expect(remote.allowed).toEqual(ownCpus());
  expect(cpuLayout(remote.topology)).toEqual(cpuLayout(await readTopology()));
});

test("two nodes, shared caches, CPUs that may not be used", () => {
  const text = [
    "allowed\t0-2",
    "online 0-3",
    ...["folder node0", "folder node1", "folder node0/cpu0", "folder node0/cpu2", "folder node1/cpu1"],
    "folder node1/cpu3",
    "node0/cpu0/cache/index0/shared_cpu_list:0,2",
    "node0/cpu2/cache/index0/shared_cpu_list:0,2",
    "node1/cpu1/cache/index0/shared_cpu_list:1,3",
    "node1/cpu3/cache/index0/shared_cpu_list:1,3",
  ].join("\n");
  const { allowed, topology } = parseRemoteCpus(text);
  expect(allowed).toEqual([0, 1, 2]);
  expect(cpuLayout(topology)).toEqual([
    [0, 2],
    [1, 3],
  ]);
});

test("nothing said: no CPUs to bind to", () => {
  const { allowed, topology } = parseRemoteCpus("");
  expect(allowed).toEqual([]);
  expect(cpuLayout(topology)).toBeUndefined();
});
