import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseCpuList } from "./cpuList.ts";

/** CPUs that are online and that this process (and so its children) may run on. */
export function ownCpus(): number[] {
  const allowed = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "";
  const online = new Set(parseCpuList(onlineList()));
  return parseCpuList(allowed).filter((cpu) => online.has(cpu));
}

function onlineList(): string {
  try {
    return readFileSync("/sys/devices/system/cpu/online", "utf8");
  } catch {
    // A container without /sys: node counts them.
    return `0-${cpus().length - 1}`;
  }
}
