import { dirname, join } from "node:path";
import { sanitizers } from "../results/kinds.ts";
import type { BuildResult, Diagnostic } from "../results/schema.ts";
import { locateFile, textOf } from "../rundir/files.ts";
import { buildDiagnostics, machineFault } from "./buildLog.ts";
import { improperlySet, withoutKcsanNoise } from "./configCheck.ts";

/** Outputs of the steps of a build, in their order; `kvm.sh` stops caring at the first that fails. */
const outputs = ["Make.defconfig.out", "Make.oldconfig.out", "Make.oldconfig.err", "Make.out"];

/** What a scenario's folder says about its build. */
export interface ReadBuild {
  readonly result: BuildResult;
  /** Everything that make printed, one step after the other. */
  readonly output: string;
}

/**
 * Reads a scenario's folder after `kvm.sh --buildonly`. Built means what it means to the scripts: `builtkernel`
 * is there, which they make only when neither make nor a warning in RCU's files stopped them. Folders that were
 * put together by hand may lack it: a kernel that printed something was built, too. Failed is what the kernel's own sources
 * or options stopped; a build that ended without a reason in its log was ended from outside, and like one that this
 * machine stopped it is `skipped`.
 *
 * @param tree Absolute path of the kernel tree.
 * @param seconds How long it took, when known.
 * @param booted There is a console of this kernel.
 */
export async function readBuild(
  folder: string,
  scenario: string,
  tree: string,
  seconds: number | undefined,
  booted = false,
): Promise<ReadBuild> {
  const texts = await Promise.all(outputs.map((name) => text(join(folder, name))));
  const output = texts.filter(Boolean).join("");
  const built = booted || (await locateFile(dirname(folder), join(folder, "builtkernel"))) !== undefined;
  const config = await text(join(folder, ".config"));
  const fragment = await text(join(folder, "ConfigFragment"));
  const askedFor = await text(join(folder, "ConfigFragment.input"));
  const diagnostics = buildDiagnostics(output, tree);
  const result: BuildResult = {
    scenario,
    status: built
      ? "built"
      : didEnd(diagnostics) && machineFault(output) === undefined
        ? "failed"
        : "skipped",
    ...(seconds === undefined ? {} : { seconds }),
    diagnostics: built ? diagnostics : explained(diagnostics, output),
    ...variantOf(config),
    configErrors: config === "" ? [] : withoutKcsanNoise(improperlySet(config, fragment), askedFor),
  };
  return { result, output };
}

/** Whether something stopped a build that did not succeed: make and compilers say so, a warning in RCU's files does. */
function didEnd(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity, file }) => severity === "error" || file?.includes("rcu"));
}

function variantOf(config: string): Pick<BuildResult, "variant"> {
  const variant = sanitizers.find((name) => config.includes(`\nCONFIG_${name.toUpperCase()}=y\n`));
  return variant === undefined ? {} : { variant };
}

/** A failed build must say something, be it only the last line of its log. */
function explained(diagnostics: Diagnostic[], output: string): Diagnostic[] {
  if (diagnostics.some(({ severity }) => severity === "error")) return diagnostics;
  if (diagnostics.length > 0) {
    const warning = diagnostics.find(({ file }) => file?.includes("rcu"));
    if (warning)
      return [{ severity: "error", message: "a warning in RCU's files stops the build" }, ...diagnostics];
  }
  const last = output.trimEnd().split("\n").at(-1)?.trim();
  return [
    { severity: "error", message: last ? `the build stopped after: ${last}` : "the build printed nothing" },
    ...diagnostics,
  ];
}

async function text(file: string): Promise<string> {
  return (await textOf(dirname(dirname(file)), file)) ?? "";
}
