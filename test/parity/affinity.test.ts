import { execFile } from "node:child_process";
import { appendFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTopology } from "../../src/systems/readTopology.ts";
import { CpuRota, cpuLayout } from "../../src/systems/topology.ts";
import { parityTrees, type TestTree } from "../support/kernelTree.ts";

const run = promisify(execFile);
const trees = await parityTrees();
const counts = [1, 3, 2, 4, 16, 1, 8];
let scratch: string;
let made = 0;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "affinity-"));
});
afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

/** Lists that the tree's own scripts hand out; undefined: they give up on affinity. */
async function theirs(tree: TestTree, sysfs: string): Promise<string[] | undefined> {
  const folder = join(scratch, `scripts-${made++}`);
  await mkdir(folder);
  const env = { ...process.env, LC_ALL: "C" };
  const { stdout } = await run(join(tree.rcutorture, "bin/kvm-assign-cpus.sh"), [sysfs], { env });
  await writeFile(join(folder, "arrays"), stdout);
  const script = join(folder, "script");
  await run(join(tree.rcutorture, "bin/kvm-get-cpus-script.sh"), [join(folder, "arrays"), script], { env });
  const calls = counts.map((count) => `print nextcpus(${count});`).join(" ");
  await appendFile(script, `END { if (!gotcpus()) print "none"; else { ${calls} } }\n`);
  const answer = await run("sh", ["-c", 'gawk -f "$0" < /dev/null', script], { env });
  const lines = answer.stdout.trimEnd().split("\n");
  return lines[0] === "none" ? undefined : lines;
}

async function ours(sysfs: string): Promise<string[] | undefined> {
  const layout = cpuLayout(await readTopology(sysfs));
  if (!layout) return undefined;
  const rota = new CpuRota(layout);
  return counts.map((count) => rota.next(count));
}

/** node → cpu → index → text of shared_cpu_list */
type Sysfs = Record<string, Record<string, Record<string, string>>>;

async function lay(sysfs: Sysfs): Promise<string> {
  const root = join(scratch, `sysfs-${made++}`);
  await mkdir(root);
  for (const [node, cpus] of Object.entries(sysfs)) {
    await mkdir(join(root, node));
    // As in the real one: files whose names begin like those of CPUs.
    await writeFile(join(root, node, "cpulist"), "");
    await writeFile(join(root, node, "cpumap"), "");
    for (const [cpu, indexes] of Object.entries(cpus)) {
      for (const [index, list] of Object.entries(indexes)) {
        await mkdir(join(root, node, cpu, "cache", index), { recursive: true });
        await writeFile(join(root, node, cpu, "cache", index, "shared_cpu_list"), `${list}\n`);
      }
    }
  }
  return root;
}

/** CPUs of equal nodes whose caches of each level are shared by so many neighbours. */
function regular(nodes: number, perNode: number, sharing: readonly number[]): Sysfs {
  return Object.fromEntries(
    Array.from({ length: nodes }, (_, node) => [
      `node${node}`,
      Object.fromEntries(
        Array.from({ length: perNode }, (_, i) => [
          `cpu${node * perNode + i}`,
          Object.fromEntries(
            sharing.map((count, level) => {
              const first = node * perNode + i - (i % count);
              return [`index${level}`, count === 1 ? `${first}` : `${first}-${first + count - 1}`];
            }),
          ),
        ]),
      ),
    ]),
  );
}

/** Hyperthreads numbered as Intel's firmware does: siblings half of the CPUs apart. */
const siblingsApart: Sysfs = {
  node0: Object.fromEntries(
    [0, 1, 2, 3].map((cpu) => [`cpu${cpu}`, { index0: `${cpu % 2},${(cpu % 2) + 2}`, index1: "0-3" }]),
  ),
};

const cases: [string, Sysfs][] = [
  ["one CPU", regular(1, 1, [1])],
  ["no sharing at all", regular(1, 4, [1, 1])],
  ["shared last level", regular(1, 4, [1, 1, 1, 4])],
  ["hyperthreads side by side", regular(2, 4, [2, 2, 4])],
  ["hyperthreads apart", siblingsApart],
  ["twelve nodes: node10 comes before node2", regular(12, 2, [1, 2])],
  ["twelve CPUs: cpu10 comes before cpu2", regular(1, 12, [1, 3])],
  ["a node of memory alone", { ...regular(1, 2, [2]), node1: {} }],
  ["no cache information", { node0: { cpu0: {} } }],
  ["nothing", {}],
];

describe.each(trees)("$name", (tree) => {
  test("this machine's own topology", async () => {
    const real = "/sys/devices/system/node";
    expect(await ours(real)).toEqual(await theirs(tree, real));
  });

  test.each(cases)("%s", async (_name, sysfs) => {
    const root = await lay(sysfs);
    expect(await ours(root)).toEqual(await theirs(tree, root));
  });

  test("any regular machine", async () => {
    const machine = fc.record({
      nodes: fc.integer({ min: 1, max: 3 }),
      perNode: fc.constantFrom(1, 2, 4, 8),
      levels: fc.array(fc.constantFrom(1, 2, 4), { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(machine, async ({ nodes, perNode, levels }) => {
        const sharing = levels.map((count) => Math.min(count, perNode)).sort((a, b) => a - b);
        const root = await lay(regular(nodes, perNode, sharing));
        const lists = await theirs(tree, root);
        expect(lists).toHaveLength(counts.length);
        expect(await ours(root)).toEqual(lists);
      }),
      { numRuns: 15 },
    );
  });
});
