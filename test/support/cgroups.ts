import { existsSync, mkdirSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { uniqueName } from "./runner.ts";

const top = "/sys/fs/cgroup";

/** Whether this machine has cgroup v2 alone; else a controller has a hierarchy of its own. */
export const unified = existsSync(join(top, "cgroup.controllers"));

/** Real control groups of this machine, v1 or v2, whichever it has. Needs root. */
export class Cgroups {
  readonly #made: string[] = [];

  /**
   * A group with limits.
   * @returns its folder
   */
  make(controller: "cpu" | "memory", v1: Record<string, string>, v2: Record<string, string>): string {
    if (unified) writeFileSync(join(top, "cgroup.subtree_control"), `+${controller}`);
    const path = this.add(join(unified ? top : join(top, controller), uniqueName("rcu-test")));
    for (const [file, value] of Object.entries(unified ? v2 : v1)) writeFileSync(join(path, file), value);
    return path;
  }

  /** So many CPUs' worth of time. */
  cpus(count: number): string {
    const quota = String(count * 100_000);
    const v1 = { "cpu.cfs_period_us": "100000", "cpu.cfs_quota_us": quota };
    return this.make("cpu", v1, { "cpu.max": `${quota} 100000` });
  }

  /** So many bytes. */
  memory(bytes: number): string {
    return this.make("memory", { "memory.limit_in_bytes": String(bytes) }, { "memory.max": String(bytes) });
  }

  /** Makes a folder of the hierarchy. */
  add(path: string): string {
    mkdirSync(path);
    this.#made.push(path);
    return path;
  }

  /** Removes them; nothing may run in them any more. */
  remove(): void {
    for (let group = this.#made.at(-1); group !== undefined; group = this.#made.at(-1)) {
      rmdirSync(group);
      this.#made.pop();
    }
  }
}
