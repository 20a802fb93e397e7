import { join } from "node:path";
import { InputError } from "../errors.ts";
import type { Command } from "../systems/command.ts";
import { type BuildOptions, checkBuildOptions } from "./buildOptions.ts";
import type { KernelTree } from "./tree.ts";

/**
 * The `kvm.sh --buildonly` that makes a run directory with one built kernel per scenario.
 *
 * Nothing is limited to the CPUs of the machine that builds: `--remote` keeps `--cpus` from being clamped, and
 * `--cpus` is the widest guest, so `-smp` comes out as every scenario wants. `kvm.sh` therefore packs its batches
 * for that width; the caller writes its own `batches` and `scenarios` afterwards.
 *
 * @throws InputError for values that cannot pass `kvm.sh`, or an option that the tree's `kvm.sh` lacks.
 */
export function buildCommand(tree: KernelTree, options: BuildOptions): Command {
  checkBuildOptions(options);
  const args = [
    ...["--torture", options.torture],
    ...["--remote", "--cpus", String(options.widestGuest)],
    ...["--configs", options.configs.join(" ")],
    ...["--duration", `${options.duration}s`],
    "--buildonly",
    ...jitter(options),
    ...flag("--kasan", options.kasan),
    // After --kcsan, which implies it: the other way round kvm.sh would forget about it.
    ...flag("--kcsan", options.kcsan),
    ...flag("--debug-info", options.debugInfo && !options.kcsan),
    ...flag("--trust-make", options.trustMake),
    ...flag("--no-initrd", options.noInitrd),
    ...value("--defconfig", options.defconfig),
    ...value("--kconfig", options.kconfig?.trim().split(/\s+/).join(" ")),
    ...value("--kmake-arg", options.kmakeArg),
    ...value("--bootargs", options.bootargs),
    ...value("--bootimage", options.bootimage),
    ...value("--qemu-args", options.qemuArgs),
    ...value("--qemu-cmd", options.qemuCmd),
    ...value("--memory", options.memory),
    ...value("--shutdown-grace", options.shutdownGrace?.toString()),
    ...["--results", options.results, "--datestamp", options.datestamp],
  ];
  for (const arg of args.filter((one) => one.startsWith("--"))) {
    if (!tree.options.has(arg)) {
      throw new InputError(
        `${arg.slice(2)}: the kvm.sh of this kernel tree (Linux ${tree.version}) has no ${arg}.`,
      );
    }
  }
  const negative = options.kconfig?.split(/\s+/).find((one) => /=-/.test(one));
  if (negative !== undefined && !tree.negativeKconfig) {
    throw new InputError(
      `kconfig: "${negative}" is negative, and the kvm.sh of this kernel tree (Linux ${tree.version}) takes no negative numbers.`,
    );
  }
  return { argv: [join(tree.rcutorture, "bin/kvm.sh"), ...args], cwd: tree.path };
}

/** `kvm.sh` takes as many jitter threads as `--cpus` for -1, which here is not the machine's number. */
function jitter({ jitter, torture, cpus }: BuildOptions): string[] {
  if (jitter === undefined) return [];
  const scale = torture === "rcuscale" || torture === "refscale";
  const threads = jitter.threads !== -1 ? jitter.threads : scale ? 0 : Math.max(1, cpus);
  return ["--jitter", `${threads} ${jitter.maxSleep} ${jitter.maxSpin}`];
}

function flag(name: string, given: boolean | undefined): string[] {
  return given ? [name] : [];
}

function value(name: string, given: string | undefined): string[] {
  return given ? [name, given] : [];
}
