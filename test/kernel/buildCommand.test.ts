import { describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.ts";
import { buildCommand } from "../../src/kernel/buildCommand.ts";
import type { BuildOptions } from "../../src/kernel/buildOptions.ts";
import { treeOf } from "./trees.ts";

const plain: BuildOptions = {
  torture: "rcu",
  configs: ["TREE03", "2*TINY01"],
  duration: 90,
  widestGuest: 16,
  cpus: 4,
  results: "/runs",
  datestamp: "2026.11.22-10.00.00",
};
const argsOf = (options: Partial<BuildOptions> = {}) =>
  buildCommand(treeOf(), { ...plain, ...options }).argv.slice(1);

describe("buildCommand", () => {
  test("the plainest build", () => {
    expect(buildCommand(treeOf(), plain)).toEqual({
      argv: [
        "/src/linux/tools/testing/selftests/rcutorture/bin/kvm.sh",
        ...[
          "--torture",
          "rcu",
          "--remote",
          "--cpus",
          "16",
          "--configs",
          "TREE03 2*TINY01",
          "--duration",
          "90s",
        ],
        ...["--buildonly", "--results", "/runs", "--datestamp", "2026.11.22-10.00.00"],
      ],
      cwd: "/src/linux",
    });
  });

  test("every option at once", () => {
    const args = argsOf({
      kconfig: "CONFIG_RCU_TRACE=y  #CHECK#CONFIG_TREE_RCU=y\nCONFIG_NR_CPUS=4",
      kmakeArg: "CC=clang LLVM=1",
      defconfig: "tinyconfig",
      bootargs: "rcutorture.torture_type=srcu nohz_full=1-3",
      bootimage: "arch/arm64/boot/Image",
      qemuArgs: "-device virtio-rng-pci,max-bytes=1024",
      qemuCmd: "qemu-system-aarch64",
      memory: "2G",
      kasan: true,
      debugInfo: true,
      trustMake: true,
      noInitrd: true,
      shutdownGrace: 300,
      jitter: { threads: 2, maxSleep: 10, maxSpin: 20 },
    });
    expect(args.slice(10, -4)).toEqual([
      ...["--jitter", "2 10 20", "--kasan", "--debug-info", "--trust-make", "--no-initrd"],
      ...["--defconfig", "tinyconfig"],
      ...["--kconfig", "CONFIG_RCU_TRACE=y #CHECK#CONFIG_TREE_RCU=y CONFIG_NR_CPUS=4"],
      ...["--kmake-arg", "CC=clang LLVM=1"],
      ...["--bootargs", "rcutorture.torture_type=srcu nohz_full=1-3"],
      ...["--bootimage", "arch/arm64/boot/Image"],
      ...["--qemu-args", "-device virtio-rng-pci,max-bytes=1024", "--qemu-cmd", "qemu-system-aarch64"],
      ...["--memory", "2G", "--shutdown-grace", "300"],
    ]);
  });

  test("--remote comes before --cpus, and --torture before --jitter: kvm.sh minds the order", () => {
    const args = argsOf({ jitter: { threads: -1, maxSleep: 1, maxSpin: 2 } });
    expect(args.indexOf("--remote")).toBeLessThan(args.indexOf("--cpus"));
    expect(args.indexOf("--torture")).toBeLessThan(args.indexOf("--jitter"));
  });

  test.each([
    ["rcu", 4, "4 1 2"],
    ["rcu", 0, "1 1 2"],
    ["refscale", 4, "0 1 2"],
  ])("jitter -1 in suite %s for %i CPUs is %s", (torture, cpus, expected) => {
    const args = argsOf({ torture, cpus, jitter: { threads: -1, maxSleep: 1, maxSpin: 2 } });
    expect(args[args.indexOf("--jitter") + 1]).toBe(expected);
  });

  test("--kcsan implies --debug-info", () => {
    expect(argsOf({ kcsan: true, debugInfo: true })).not.toContain("--debug-info");
  });

  test("an option that the tree's kvm.sh lacks", () => {
    expect(() => buildCommand(treeOf(["--debug-info"]), { ...plain, debugInfo: true })).toThrow(
      /debug-info: the kvm\.sh of this kernel tree \(Linux 6\.12\.1\) has no --debug-info/,
    );
  });

  test.each<Partial<BuildOptions>>([
    { kconfig: "CONFIG_X" },
    { kconfig: 'CONFIG_LOCALVERSION="x"' },
    { kconfig: "CONFIG_X=$(id)" },
    { kmakeArg: "CC=$(id)" },
    { kmakeArg: "W=1; id" },
    { bootargs: "a=`id`" },
    { bootargs: 'a="b c"' },
    { bootargs: "a\\b" },
    { bootimage: "../../etc/passwd; id" },
    { qemuArgs: "-s | id" },
    { qemuArgs: "virtio" },
    { qemuCmd: "id" },
    { qemuCmd: "qemu-system-x86_64 $(id)" },
    { defconfig: "-f/etc/passwd;id" },
    { datestamp: "../../x" },
    { datestamp: "a b" },
    { results: "relative" },
    { results: "/a b" },
    { results: "/$(id)" },
    { configs: [] },
  ])("refuses %j", (options) => {
    expect(() => argsOf(options)).toThrow(InputError);
  });
});
