import { describe, expect, test } from "vitest";
import { planLife, silenceLimits } from "../../src/guests/lifePlan.ts";
import { parseQemuCmd } from "../../src/rundir/qemuCmd.ts";
import { CpuRota } from "../../src/systems/topology.ts";

/** As kvm.sh of 6.12 wrote it on another machine. */
const text = `qemu-system-x86_64 -enable-kvm -display none -no-reboot -smp 8 -net none -machine q35,accel=kvm -cpu kvm64 -serial file:/build/res/2026.01.01-00.00.00/TREE05/console.log -m 512 -kernel /build/res/2026.01.01-00.00.00/TREE05/bzImage -append "debug_boot_weak_hash panic=-1 console=ttyS0 rcutorture.shutdown_secs=20"
# TORTURE_SHUTDOWN_GRACE=90
# seconds=20
# TORTURE_CPU_COUNT=8
`;
const guest = { name: "TREE05", scenario: "TREE05", repetition: 1, cpus: 8 };
const silence = silenceLimits("tcg");
const planning = {
  rundir: "/res/new",
  fitting: { accelerator: "tcg", architecture: "x86_64", cpus: 4 },
  allowed: [0, 1, 2],
  silence,
} as const;

describe("planLife", () => {
  test("a qemu-cmd of another machine, fitted to this one", () => {
    const rota = new CpuRota([[0, 1, 2, 3]]);
    const { plan, notes } = planLife(guest, parseQemuCmd(text, "qemu-cmd"), { ...planning, rota });
    expect(plan).toEqual({
      launch: {
        name: "TREE05",
        argv: [
          ..."qemu-system-x86_64 -display none -no-reboot -smp 4 -net none -machine q35,accel=tcg".split(" "),
          ..."-cpu qemu64 -serial file:/res/new/TREE05/console.log -m 512".split(" "),
          ..."-kernel /build/res/2026.01.01-00.00.00/TREE05/bzImage -append".split(" "),
          "debug_boot_weak_hash panic=-1 console=ttyS0 rcutorture.shutdown_secs=20",
        ],
        directory: "/res/new/TREE05",
        console: "/res/new/TREE05/console.log",
        affinity: "0,1,2",
        hardDeadline: 820,
      },
      seconds: 20,
      grace: 90,
      silence,
      warnings: "/res/new/TREE05/Warnings",
    });
    expect(notes).toEqual(["-smp 8 limited to the system's 4 CPUs"]);
    // The next guest goes on where this one left off.
    expect(rota.next(1)).toBe("0");
  });

  test("another system's folder, no affinity, no settings", () => {
    const bare = parseQemuCmd("qemu-system-x86_64 -append 'a refscale.shutdown=1'", "qemu-cmd");
    const { plan } = planLife(guest, bare, { ...planning, directory: "/far/TREE05" });
    expect(plan.launch).toMatchObject({ directory: "/far/TREE05", console: "/far/TREE05/console.log" });
    expect(plan.launch.affinity).toBeUndefined();
    expect(plan).toMatchObject({ seconds: 0, grace: 180, warnings: "/res/new/TREE05/Warnings" });
  });
});
