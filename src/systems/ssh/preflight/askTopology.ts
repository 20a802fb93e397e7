import type { Executor } from "../../command.ts";
import { parseCpuList } from "../../cpuList.ts";
import type { CacheTopology } from "../../topology.ts";

/** CPUs of a remote system, as guests are bound to them. */
export interface RemoteCpus {
  readonly topology: CacheTopology;
  /** CPUs that are online and that our processes there may run on. */
  readonly allowed: readonly number[];
}

/** `grep` tells each file's name; one process for all of them, as a large system has hundreds. */
const script = `
sed -n 's/^Cpus_allowed_list:/allowed/p' /proc/self/status
printf 'online %s\\n' "$(cat /sys/devices/system/cpu/online)"
cd /sys/devices/system/node || exit 0
for path in node* node*/cpu[0-9]*; do test -d "$path" && printf 'folder %s\\n' "$path"; done
grep . node*/cpu[0-9]*/cache/index*/shared_cpu_list /dev/null
exit 0`;

/** Reads what the script prints. */
export function parseRemoteCpus(text: string): RemoteCpus {
  const nodes = new Map<string, Map<string, Map<string, string>>>();
  const lists: Record<string, string> = {};
  for (const line of text.split("\n")) {
    const [, word, list] = /^(allowed|online)\s+(\S+)$/.exec(line) ?? [];
    if (word !== undefined && list !== undefined) lists[word] = list;
    const [, node, cpu] = /^folder (node\d+)(?:\/(cpu\d+))?$/.exec(line) ?? [];
    if (node !== undefined) {
      const cpus = nodes.get(node) ?? new Map();
      nodes.set(node, cpus);
      if (cpu !== undefined) cpus.set(cpu, cpus.get(cpu) ?? new Map());
    }
    const [, of, on, index, shared] =
      /^(node\d+)\/(cpu\d+)\/cache\/(index\d+)\/shared_cpu_list:(.*)$/.exec(line) ?? [];
    if (of !== undefined && on !== undefined && index !== undefined && shared !== undefined)
      nodes.get(of)?.get(on)?.set(index, shared);
  }
  const allowed = parseCpuList(lists.allowed ?? "");
  const online = lists.online === undefined ? allowed : parseCpuList(lists.online);
  return {
    allowed: allowed.filter((cpu) => online.includes(cpu)),
    topology: {
      nodes: [...nodes].map(([name, cpus]) => ({
        name,
        cpus: [...cpus].map(([cpu, shared]) => ({ name: cpu, shared })),
      })),
    },
  };
}

/** Asks a system for its CPUs; one that does not answer has none to bind to. */
export async function askTopology(executor: Executor): Promise<RemoteCpus> {
  const { stdout } = await executor.run({ argv: ["sh", "-c", script], timeout: 20_000 });
  return parseRemoteCpus(stdout);
}
