import type { KernelTree } from "../../src/kernel/tree.ts";

/** A tree whose kvm.sh knows every option that Linux 6.12's knows, or all but some. */
export function treeOf(without: readonly string[] = []): KernelTree {
  const options = [
    "allcpus bootargs bootarg bootimage buildonly configs cpus datestamp debug-info defconfig duration jitter kasan",
    "kconfig kcsan kmake-arg memory no-initrd qemu-args qemu-cmd remote results shutdown-grace torture trust-make",
  ];
  const known = options
    .join(" ")
    .split(" ")
    .map((name) => `--${name}`);
  return {
    path: "/src/linux",
    rcutorture: "/src/linux/tools/testing/selftests/rcutorture",
    version: "6.12.1",
    suites: ["rcu"],
    options: new Set(known.filter((name) => !without.includes(name))),
  };
}
