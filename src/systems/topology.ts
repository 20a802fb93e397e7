/**
 * Which CPUs a guest runs on, chosen as the scripts choose them (kvm-assign-cpus.sh, kvm-get-cpus-script.sh):
 * guests walk round-robin over the NUMA nodes, and within a node over CPUs that are neighbours in the lowest
 * cache that CPUs share. Names and lists are in the order of their characters, as in the C locale.
 */
import { parseCpuList } from "./cpuList.ts";

/** What `/sys/devices/system/node` says about caches, as far as the choice needs it. */
export interface CacheTopology {
  /** `node0`, `node1`, `node10`, `node2`, …: every folder of that name. */
  readonly nodes: readonly {
    readonly name: string;
    readonly cpus: readonly {
      /** `cpu0`. */
      readonly name: string;
      /** Text of `cache/<index>/shared_cpu_list`, by index: `index0`, … Undefined: the file cannot be read. */
      readonly shared: ReadonlyMap<string, string | undefined>;
    }[];
  }[];
}

/** CPUs of each node, in the order in which they are handed out. */
export type CpuLayout = readonly (readonly number[])[];

function byCharacters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The number that a line begins with, as `sort -n` sees it in the C locale. */
function leadingNumber(line: string): number {
  return Number(/^\s*(-?\d+)/.exec(line)?.[1] ?? 0);
}

/**
 * @returns undefined where the scripts give up on affinity: no nodes, a node without CPUs (memory alone), no
 * cache information
 */
export function cpuLayout(topology: CacheTopology): CpuLayout | undefined {
  const nodes = topology.nodes
    .map(({ name, cpus }) => ({ name, cpus: cpus.toSorted((a, b) => byCharacters(a.name, b.name)) }))
    .sort((a, b) => byCharacters(a.name, b.name));
  const indexes = [...(nodes[0]?.cpus[0]?.shared.keys() ?? [])].sort(byCharacters);
  const listsOf = (node: (typeof nodes)[number], index: string) =>
    node.cpus.filter(({ shared }) => shared.has(index)).map(({ shared }) => shared.get(index));
  const complete = indexes.every((index) =>
    nodes.every((node) => {
      const lists = listsOf(node, index);
      return lists.length > 0 && lists.every((list) => list !== undefined);
    }),
  );
  if (indexes.length === 0 || !complete) return undefined;
  const isShared = (index: string) =>
    nodes.some((node) => listsOf(node, index).some((list) => /[-,]/.test(list ?? "")));
  const split = indexes.find(isShared) ?? indexes[0] ?? "";
  return nodes.map((node) => neighbours(listsOf(node, split).map((list) => (list ?? "").trim())));
}

/** CPUs group by group; of lists that begin with the same number only the first is taken (`sort -u -k1n`). */
function neighbours(lists: readonly string[]): number[] {
  const groups = new Map<number, string>();
  for (const list of lists) {
    const first = leadingNumber(list);
    if (!groups.has(first)) groups.set(first, list);
  }
  return [...groups].sort(([a], [b]) => a - b).flatMap(([, list]) => parseCpuList(list));
}

/** Hands out CPUs, going on where it left off: one for all the guests of a run on a system, as in kvm.sh. */
export class CpuRota {
  readonly #layout: CpuLayout;
  readonly #positions: number[];
  #node = 0;

  constructor(layout: CpuLayout) {
    this.#layout = layout;
    this.#positions = layout.map(() => 0);
  }

  /**
   * @param count CPUs of the guest; more than there are name some twice
   * @returns a list for `taskset -c`: `0,4,1,5`
   */
  next(count: number): string {
    const taken: number[] = [];
    for (let i = 0; i < count; i++) {
      if (this.#node >= this.#layout.length) this.#node = 0;
      const cpus = this.#layout[this.#node] ?? [];
      const position = (this.#positions[this.#node] ?? 0) % cpus.length;
      const cpu = cpus[position];
      if (cpu !== undefined) taken.push(cpu);
      this.#positions[this.#node] = position + 1;
      this.#node++;
    }
    return taken.join(",");
  }
}
