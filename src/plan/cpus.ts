import { bootArguments, type ScenarioFiles, type SuiteFiles } from "./suite.ts";

export interface CpuOptions {
  readonly bootargs?: string;
  /** Options given with `--kconfig`, separated by spaces. */
  readonly kconfig?: string;
  /** CPUs of the machine that is to run: the count of a scenario that names none (`cpus2use.sh`). */
  readonly machineCpus: number;
}

/**
 * CPUs to schedule a scenario with, as `kvm.sh` computes them: CONFIG_NR_CPUS, limited by `nr_cpus=` and then
 * by `maxcpus=`. Not clamped to any machine. As in `kvm.sh`, a CONFIG_NR_CPUS among the `--kconfig` options
 * hides the scenario's own options, CONFIG_SMP=n included.
 *
 * At least 1, where `kvm.sh` lets `maxcpus=0` (a uniprocessor boot) through and then loses guests.
 */
export function scheduledCpus(suite: SuiteFiles, scenario: ScenarioFiles, options: CpuOptions): number {
  const kconfig = options.kconfig ?? "";
  const fragment = /(?<!\w)CONFIG_NR_CPUS=/.test(kconfig)
    ? kconfig.split(/\s+/).join("\n")
    : scenario.fragment;
  const boot = bootArguments(suite, scenario, options.bootargs);
  const limited = limit(configuredCpus(fragment) ?? options.machineCpus, boot, "nr_cpus");
  return Math.max(1, limit(limited, boot, "maxcpus"));
}

/**
 * CPUs to give the guest with `-smp`, as `kvm-test-1-run.sh` computes them but not clamped to any machine: from
 * the fragment after all overrides, limited by `nr_cpus=` alone, because CPUs beyond `maxcpus=` come online later.
 *
 * @param merged The scenario's fragment after all overrides (`ConfigFragment`).
 */
export function smpCpus(
  suite: SuiteFiles,
  scenario: ScenarioFiles,
  merged: string,
  options: CpuOptions,
): number {
  const boot = bootArguments(suite, scenario, options.bootargs);
  const configured = configuredCpus(merged);
  if (configured !== undefined) return Math.max(1, limit(configured, boot, "nr_cpus"));
  return Math.max(1, lastNumber(boot, "nr_cpus") ?? options.machineCpus);
}

/**
 * CPUs that a Kconfig fragment asks for (`configNR_CPUS.sh`), or undefined when it says nothing. Of two
 * CONFIG_NR_CPUS the last one counts, as it does for the kernel's build.
 */
export function configuredCpus(fragment: string): number | undefined {
  if (/^CONFIG_SMP=n$/m.test(fragment)) return 1;
  const last = [...fragment.matchAll(/^CONFIG_NR_CPUS=(\d+)/gm)].at(-1)?.[1];
  return last === undefined ? undefined : Number(last);
}

function limit(cpus: number, boot: string, parameter: string): number {
  return Math.min(cpus, lastNumber(boot, parameter) ?? cpus);
}

/**
 * The number after the last `parameter=`. The scripts look with a greedy regular expression that does not
 * care for what stands before the name, and so do we.
 */
function lastNumber(boot: string, parameter: string): number | undefined {
  const digits = /^\d+/.exec(boot.slice(boot.lastIndexOf(`${parameter}=`) + parameter.length + 1))?.[0];
  return boot.includes(`${parameter}=`) && digits !== undefined ? Number(digits) : undefined;
}
