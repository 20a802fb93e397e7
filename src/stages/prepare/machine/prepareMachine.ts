import { machine } from "node:os";
import prettyMilliseconds from "pretty-ms";
import type { JobContext } from "../../../context.ts";
import { InfrastructureError } from "../../../errors.ts";
import { findProgram } from "../../../kernel/programs.ts";
import { missingTools } from "../../../kernel/tools.ts";
import { type AsRoot, asRoot, install } from "../../../systems/install/install.ts";
import { openKvm } from "../../../systems/install/kvmAccess.ts";
import {
  howToInstall,
  type Missing,
  type PackageManager,
  packagesOf,
} from "../../../systems/install/missing.ts";
import { localhost } from "../../../systems/names.ts";
import { missingQemu } from "../../../systems/qemuProgram.ts";

/** What a mode needs of this machine. */
export interface MachineNeeds {
  /** Kernels may have to be built. */
  readonly build: boolean;
  /** Programs that guests run with; none: no guest runs. */
  readonly qemus: readonly string[];
}

/** How often something missing is looked for: a compiler that was missing can say what else is. */
const passes = 2;

/** Makes builds faster where something has to be installed anyway, and is never a reason to install. */
const welcome: Missing = { name: "ccache", apt: "ccache", dnf: "ccache" };

/**
 * Brings what the mode needs and this machine lacks, as far as the input `prepare` lets us, and says so in one line.
 * Asks next to nothing where nothing may be installed: what a build lacks is then a matter of the build, which a
 * store may spare.
 *
 * @throws InfrastructureError for what is missing and cannot be installed: all of it, and how to install it
 */
export async function prepareMachine(context: JobContext, needs: MachineNeeds): Promise<void> {
  const { inputs, environment, ui } = context;
  const local = inputs.systems.length === 0 || inputs.systems.includes(localhost);
  const wanted: MachineNeeds = { ...needs, qemus: local ? needs.qemus : [] };
  const hosted = environment.variables.RUNNER_ENVIRONMENT === "github-hosted";
  const mayChange = inputs.prepare === "true" || (inputs.prepare === "auto" && hosted);
  if (!mayChange) {
    if ((await missingQemus(context, wanted)).length > 0) throw lacks(await missingFor(context, wanted), "");
    return;
  }
  const done = await installMissing(context, wanted);
  const opened = wanted.qemus.length > 0 && (await openClosedKvm(context)) ? ["opened /dev/kvm"] : [];
  const all = [...done, ...opened];
  if (all.length > 0) ui.info(`prepare: ${all.join("; ")}.`);
}

async function missingQemus({ environment }: JobContext, { qemus }: MachineNeeds): Promise<Missing[]> {
  const path = environment.variables.PATH ?? "";
  const found = await Promise.all(qemus.map((qemu) => findProgram(qemu, path)));
  return qemus.filter((_, index) => found[index] === undefined).map(missingQemu);
}

/** All that is missing. */
async function missingFor(context: JobContext, needs: MachineNeeds): Promise<Missing[]> {
  const { inputs, executor, environment } = context;
  const path = environment.variables.PATH ?? "";
  const options = { kmakeArg: inputs.kmakeArg, defconfig: inputs.defconfig, architecture: machine(), path };
  const tools = needs.build ? await missingTools(options, executor) : [];
  return [...(await missingQemus(context, needs)), ...tools];
}

function lacks(missing: readonly Missing[], why: string): InfrastructureError {
  const names = missing.map(({ name }) => name).join(", ");
  return new InfrastructureError(
    [`${names} ${missing.length === 1 ? "is" : "are"} not installed here.`, why, howToInstall(missing)]
      .filter(Boolean)
      .join(" "),
  );
}

/** @returns what was done, in words; nothing where nothing was missing */
async function installMissing(context: JobContext, needs: MachineNeeds): Promise<string[]> {
  const { executor, ui, signal } = context;
  const began = performance.now();
  const installed: string[] = [];
  let manager: PackageManager | undefined;
  for (let pass = 0; pass < passes; pass++) {
    const missing = await missingFor(context, needs);
    if (missing.length === 0) break;
    const root = await rightsOr(context, missing);
    manager = await packageManager(context);
    if (manager === undefined) throw lacks(missing, "prepare: there is no apt-get and no dnf here.");
    const packages = packagesOf(missing, manager);
    if (packages.length === 0) throw lacks(missing, "prepare: no package brings that.");
    const extra = needs.build && (await lacksCcache(context)) ? packagesOf([welcome], manager) : [];
    const program = programs[manager];
    const failed = (reason: string) => ui.warning(`prepare: ${program}: ${reason}.`);
    const all = [...packages, ...extra];
    const problem = await install(manager, all, root, executor, { signal, failed });
    if (problem !== undefined) {
      throw lacks(missing, `prepare: ${program} could not install ${all.join(" ")}: ${problem}.`);
    }
    installed.push(...all.filter((name) => !installed.includes(name)));
  }
  const still = installed.length === 0 ? [] : await missingFor(context, needs);
  if (still.length > 0) {
    throw lacks(still, `prepare: installed ${installed.join(" ")}, which did not bring that.`);
  }
  if (manager === undefined) return [];
  const took = prettyMilliseconds(performance.now() - began, { secondsDecimalDigits: 0 });
  return [`installed ${installed.join(" ")} with ${programs[manager]} (${took})`];
}

const programs: Readonly<Record<PackageManager, string>> = { apt: "apt-get", dnf: "dnf" };

async function packageManager({ environment }: JobContext): Promise<PackageManager | undefined> {
  const path = environment.variables.PATH ?? "";
  for (const manager of ["apt", "dnf"] as const) {
    if ((await findProgram(programs[manager], path)) !== undefined) return manager;
  }
  return undefined;
}

async function lacksCcache({ environment }: JobContext): Promise<boolean> {
  return (await findProgram("ccache", environment.variables.PATH ?? "")) === undefined;
}

async function rightsOr({ executor }: JobContext, missing: readonly Missing[]): Promise<AsRoot> {
  const root = await asRoot(executor);
  if (root !== undefined) return root;
  throw lacks(
    missing,
    "prepare: this user is not root, and sudo asks for a password or is missing, so that nothing can be installed.",
  );
}

/** Without the right to do so the probe guest says what to do. */
async function openClosedKvm({ inputs, executor }: JobContext): Promise<boolean> {
  if (inputs.accel === "tcg") return false;
  const root = await asRoot(executor);
  // Root opens it as it is.
  return root !== undefined && root.length > 0 && (await openKvm(root, executor));
}
