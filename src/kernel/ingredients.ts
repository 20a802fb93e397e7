import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { machine } from "node:os";
import { join } from "node:path";
import { mergeFragment } from "../plan/fragment.ts";
import type { ScenarioFiles, SuiteFiles } from "../plan/suite.ts";
import { formatVersion } from "../storage/manifest.ts";
import type { Executor } from "../systems/command.ts";
import type { BuildOptions } from "./buildOptions.ts";
import { changesDigest } from "./changes.ts";
import { contentId } from "./content.ts";
import type { Ingredients } from "./fingerprint.ts";
import type { GitFacts } from "./git.ts";
import { toolchainOf } from "./toolchain.ts";
import type { KernelTree } from "./tree.ts";

/** What all builds of one job share. */
export type CommonIngredients = Omit<Ingredients, "suite" | "scenario" | "fragment" | "boot">;

export type Gathered =
  | { readonly common: CommonIngredients }
  /** Builds of this tree cannot be recognised again: one line on why, and what would help. */
  | { readonly unknown: string };

/** Options that decide about a build, and those that are written into its `qemu-cmd`. */
export type KeyOptions = Pick<
  BuildOptions,
  "kmakeArg" | "defconfig" | "noInitrd" | "bootargs" | "bootimage" | "qemuArgs" | "qemuCmd" | "memory"
>;

/** Variables that the kernel's Makefiles take from the environment. */
const makeVariables =
  "ARCH SUBARCH CROSS_COMPILE LLVM LLVM_IAS KCFLAGS KCPPFLAGS KAFLAGS KRUSTFLAGS HOSTCFLAGS HOSTLDFLAGS LOCALVERSION " +
  "KCONFIG_ALLCONFIG KBUILD_BUILD_TIMESTAMP KBUILD_BUILD_USER KBUILD_BUILD_HOST";

/**
 * Gathers what all builds of a job have in common: the state of the tree and the tools.
 *
 * @param facts What git says of the tree (`readGitFacts`): a clean tree is not looked through again;
 * one that git has no id for is read as a whole.
 * @param options Leave out what the caller replaces in a stored `qemu-cmd`: it then does not matter to the key.
 * @param variables The environment of the build, PATH included.
 */
export async function gatherIngredients(
  tree: KernelTree,
  facts: GitFacts,
  options: KeyOptions,
  executor: Executor,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Gathered> {
  const treeId = facts.treeId ?? (await contentId(tree.path, executor));
  if (treeId === undefined) {
    return {
      unknown: `${tree.path}: ${facts.reason ?? "git says nothing"}, so its builds cannot be recognised again and are not stored.`,
    };
  }
  const unchanged = facts.state === "clean" || facts.treeId === undefined;
  const changes = unchanged ? "none" : await changesDigest(tree.path, executor);
  if (changes === undefined) {
    return {
      unknown: `${tree.path}: too many files that git does not know, so its builds are not stored. Commit or ignore them.`,
    };
  }
  const environment = makeVariables
    .split(" ")
    .flatMap((name) => (variables[name] ? [`${name}=${variables[name]}`] : []))
    .join(" ");
  const { cc, ld } = toolchainOf(`${environment} ${options.kmakeArg ?? ""}`);
  const env: Record<string, string> = { LC_ALL: "C", ...(variables.PATH ? { PATH: variables.PATH } : {}) };
  const [compiler, linker] = await Promise.all([versionOf(cc, env, executor), versionOf(ld, env, executor)]);
  return {
    common: {
      format: String(formatVersion),
      architecture: machine(),
      tree: treeId,
      changes,
      defconfig: options.defconfig || "defconfig",
      kmakeArg: options.kmakeArg ?? "",
      environment,
      compiler,
      linker,
      initrd: options.noInitrd ? "none" : await describeInitrd(tree),
      guest: guestOptions(options),
    },
  };
}

/**
 * Completes the ingredients for one scenario. Pure.
 *
 * @param options `kasan`, `kcsan`, `debugInfo`, `kconfig`: they count through the merged fragment.
 */
export function ingredientsOf(
  common: CommonIngredients,
  suite: SuiteFiles,
  scenario: ScenarioFiles,
  options: Pick<BuildOptions, "kasan" | "kcsan" | "debugInfo" | "kconfig">,
): Ingredients {
  const fragment = mergeFragment(suite, scenario, {
    kasan: options.kasan ?? false,
    kcsan: options.kcsan ?? false,
    debugInfo: options.debugInfo ?? false,
    ...(options.kconfig ? { kconfig: options.kconfig } : {}),
  });
  const oneLine = (text: string) => text.split(/\s+/).filter(Boolean).join(" ");
  return {
    ...common,
    suite: suite.name,
    scenario: scenario.name,
    fragment: oneLine(fragment),
    boot: oneLine(scenario.boot ?? ""),
  };
}

/** Whatever else a program prints, the first line of `--version` names it: `gcc (Debian 12.2.0-14) 12.2.0`. */
async function versionOf(program: string, env: Record<string, string>, executor: Executor): Promise<string> {
  const result = await executor.run({ argv: [program, "--version"], env });
  return result.exitStatus === 0 ? (result.stdout.split("\n")[0] ?? "").trim() : "missing";
}

/**
 * An initrd that holds nothing but `init` is the one that the tree's `mkinitrd.sh` makes, on the first build and
 * for ever: that follows from the tree and the compiler, so it is not told from one that is yet to be made.
 */
async function describeInitrd(tree: KernelTree): Promise<string> {
  const folder = join(tree.rcutorture, "initrd");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  if (files.every((file) => file === join(folder, "init"))) return "of mkinitrd.sh";
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    const digest = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    hash.update(`${file.slice(folder.length)}\0${digest}\0`);
  }
  return `own ${hash.digest("hex")}`;
}

function guestOptions(options: KeyOptions): string {
  const names = ["bootargs", "bootimage", "qemuArgs", "qemuCmd", "memory"] as const;
  return names.flatMap((name) => (options[name] ? [`${name}=${options[name]}`] : [])).join(" ");
}
