/**
 * How a tree's `configcheck.sh` compares: `exact` in Linux 6.12 (whole lines); `substring` in 6.1, where
 * CONFIG_NR_CPUS=8 is satisfied by CONFIG_NR_CPUS=80, and an option that must be off is found by a longer name.
 */
export type ConfigCheckRules = "exact" | "substring";

/** Which rules a `configcheck.sh` has, from its text. */
export function configCheckRules(script: string): ConfigCheckRules {
  return script.includes("test_kconfig_enabled") ? "exact" : "substring";
}

/**
 * Options of a `ConfigFragment` that the kernel's `.config` does not have as asked for, in the order and the
 * words of `configcheck.sh`: `CONFIG_VIRTIO_PCI=y`, and for an option that should be off `CONFIG_X=n`.
 */
export function improperlySet(config: string, fragment: string, rules: ConfigCheckRules = "exact"): string[] {
  return rules === "exact" ? exact(config, fragment) : substring(config, fragment);
}

/**
 * The same for a run with KCSAN, which forces options of its own (`kvm-recheck.sh`).
 * @param input `ConfigFragment.input`, which tells whether KCSAN was asked for.
 */
export function withoutKcsanNoise(options: readonly string[], input: string): string[] {
  if (!/^CONFIG_KCSAN=y$/m.test(input)) return [...options];
  return options.filter((option) => !/CONFIG_PROVE_RCU|CONFIG_PREEMPT_COUNT/.test(option));
}

function exact(config: string, fragment: string): string[] {
  const set = new Set(config.replaceAll('"', "").split("\n"));
  const names = new Set(
    [...set].flatMap((line) => (line.includes("=") ? [line.slice(0, line.indexOf("="))] : [])),
  );
  const wanted = fragment
    .split("\n")
    .map((line) => line.replace(/^#CHECK#/, ""))
    .filter((line) => line.startsWith("CONFIG_"));
  const off = wanted.filter((line) => /=n$/.test(line));
  const on = wanted.filter((line) => !/=n$/.test(line)).map((line) => line.replaceAll('"', ""));
  return [
    ...off.filter((line) => !set.has(line) && names.has(line.slice(0, -2))),
    ...on.filter((line) => !set.has(line)),
  ];
}

function substring(config: string, fragment: string): string[] {
  return fragment
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("CONFIG_INITRAMFS_SOURCE"))
    .flatMap((line): string[] => {
      const off = /^(.*)=n/.exec(line)?.[1];
      if (off !== undefined) {
        const text = line.replace(/(.*)=n/, "# $1 is not set");
        return config.includes(text) || !config.includes(off) ? [] : [off];
      }
      const wanted = line.replace(/^#CHECK#/, "").replaceAll('"', "");
      return config.includes(wanted) ? [] : [wanted];
    });
}
