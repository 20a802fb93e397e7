import { describe, expect, it } from "vitest";
import { readCapacity } from "../../src/systems/capacity.ts";
import { readCgroup } from "../../src/systems/cgroup.ts";

const machine = "online 64\nusable 64\nMemTotal:       65536000 kB\nMemAvailable:   60000000 kB\n";

describe("what control groups leave", () => {
  it("reads v2, the strictest group up the hierarchy counting for each", () => {
    const text = [
      "cgroup 1 cpu.max max 100000",
      "cgroup 1 memory.max 4294967296",
      "cgroup 1 memory.high 3221225472",
      "cgroup 1 memory.current 1073741824",
      "cgroup 1 inactive_file 536870912",
      "cgroup 2 cpu.max 150000 100000",
      "cgroup 2 memory.max max",
      "cgroup 3 cpu.max 800000 100000",
    ].join("\n");
    expect(readCgroup(text)).toEqual({ cpus: 1.5, memory: 3 * 2 ** 30, free: 2.5 * 2 ** 30 });
  });

  it("reads v1, where no limit is a huge one", () => {
    const text = [
      "cgroup 1 cpu.cfs_quota_us 200000",
      "cgroup 1 cpu.cfs_period_us 100000",
      "cgroup 2 cpu.cfs_quota_us -1",
      "cgroup 2 cpu.cfs_period_us 100000",
      "cgroup 3 memory.limit_in_bytes 9223372036854771712",
      "cgroup 3 memory.usage_in_bytes 1000000",
      "cgroup 4 memory.limit_in_bytes 1073741824",
      "cgroup 4 memory.usage_in_bytes 1000000000",
      "cgroup 4 inactive_file 1",
      "cgroup 4 total_inactive_file 900000000",
    ].join("\n");
    expect(readCgroup(text)).toEqual({ cpus: 2, memory: 2 ** 30, free: 2 ** 30 - 100_000_000 });
  });

  it("limits the machine, and says so", () => {
    const text = `${machine}cgroup 1 cpu.max 150000 100000\ncgroup 1 memory.max 1073741824\ncgroup 1 memory.current 0\n`;
    expect(readCapacity(text)).toEqual({
      cpus: 1,
      memory: 2 ** 30,
      availableMemory: 2 ** 30,
      limits: "CPU time of 1.5 of 64 CPUs, 1024 of 64000 MiB of memory",
    });
    expect(readCapacity(machine)).toEqual({
      cpus: 64,
      memory: 65_536_000 * 1024,
      availableMemory: 60_000_000 * 1024,
    });
    // Half a CPU is still one.
    expect(readCapacity(`${machine}cgroup 1 cpu.max 50000 100000`).cpus).toBe(1);
    expect(readCapacity("").cpus).toBeUndefined();
  });
});
