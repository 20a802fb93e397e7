import { access, constants, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { InputError } from "../errors.ts";

/** A checked-out Linux source tree with rcutorture's scripts. */
export interface KernelTree {
  /** Absolute, symbolic links resolved. */
  readonly path: string;
  /** `tools/testing/selftests/rcutorture` below it. */
  readonly rcutorture: string;
  /** `6.12.90`, as the top Makefile says; with EXTRAVERSION. */
  readonly version: string;
  /** Names of the torture suites the tree has. */
  readonly suites: readonly string[];
  /** Options its `kvm.sh` knows, such as `--debug-info` (which Linux 6.1 lacks). */
  readonly options: ReadonlySet<string>;
  /** Its `kvm.sh --kconfig` takes negative numbers: not in Linux 6.12, in 7.3. */
  readonly negativeKconfig?: boolean;
}

const rcutortureFolder = "tools/testing/selftests/rcutorture";

/**
 * Opens a kernel tree for reading.
 *
 * @throws InputError when the folder is missing, is not a kernel tree, or has no rcutorture.
 */
export async function openKernelTree(folder: string): Promise<KernelTree> {
  const path = await realFolder(folder);
  const version = kernelVersion(await text(join(path, "Makefile")));
  if (version === undefined) {
    throw new InputError(
      `kernel "${folder}" is not a kernel tree: its Makefile names no kernel VERSION and PATCHLEVEL. ` +
        "Give the top folder of a Linux source tree.",
    );
  }
  const rcutorture = join(path, rcutortureFolder);
  const script = await text(join(rcutorture, "bin/kvm.sh"));
  if (script === undefined) {
    throw new InputError(
      `kernel "${folder}" (Linux ${version}) has no ${rcutortureFolder}/bin/kvm.sh: give a full source tree.`,
    );
  }
  const unfit = pathUnfit(path);
  if (unfit !== undefined) {
    const what = /\s/.test(unfit) ? "spaces" : `the character ${unfit}`;
    throw new InputError(
      `kernel "${path}": the kernel cannot be built in a path with ${what}. Move the tree, or mount it elsewhere.`,
    );
  }
  return {
    path,
    rcutorture,
    version,
    suites: await listSuites(rcutorture),
    options: knownOptions(script),
    negativeKconfig: /checkarg --kconfig .*\|-\\\?\[0-9\]/.test(script),
  };
}

/**
 * The first character of a path that the kernel's Makefile or `kvm.sh` trips over: they put paths into shell scripts,
 * awk programs and lists with spaces or colons between. Letters of any language pass, and these marks.
 */
export function pathUnfit(path: string): string | undefined {
  return [...path].find((c) => !/[\p{L}\p{N}\p{M}_./+@,=~#%!^-]/u.test(c));
}

/** @throws InputError when this user may not build in the tree (`kvm.sh` builds in place). */
export async function checkWritable(tree: KernelTree): Promise<void> {
  for (const folder of [tree.path, tree.rcutorture]) {
    try {
      await access(folder, constants.W_OK);
    } catch {
      throw new InputError(`kernel "${folder}": no permission to write, and kvm.sh builds inside the tree.`);
    }
  }
}

/** Torture suites of the scripts' folder: the folders of `configs/` that have a `CFLIST`. */
export async function listSuites(rcutorture: string): Promise<string[]> {
  const folders = await readdir(join(rcutorture, "configs"), { withFileTypes: true }).catch(() => []);
  const suites: string[] = [];
  for (const folder of folders) {
    const list = await text(join(rcutorture, "configs", folder.name, "CFLIST"));
    if (folder.isDirectory() && list !== undefined) suites.push(folder.name);
  }
  return suites.sort();
}

/** `6.12.90-rc1` from the top Makefile; undefined when this is not the kernel's. */
export function kernelVersion(makefile: string | undefined): string | undefined {
  const value = (name: string) =>
    makefile?.match(new RegExp(`^${name}[ \\t]*=[ \\t]*(\\S*)[ \\t]*$`, "m"))?.[1];
  const [version, patchlevel] = [value("VERSION"), value("PATCHLEVEL")];
  if (!version || !patchlevel || !makefile?.includes("KERNELVERSION")) return undefined;
  return `${version}.${patchlevel}${value("SUBLEVEL") ? `.${value("SUBLEVEL")}` : ""}${value("EXTRAVERSION") ?? ""}`;
}

/** The options in `kvm.sh`'s case labels, aliases included. */
function knownOptions(script: string): Set<string> {
  const labels = [...script.matchAll(/^\t(--[a-z-]+(?:\|-{1,2}[a-z-]+)*)\)/gm)];
  return new Set(labels.flatMap((label) => (label[1] ?? "").split("|")));
}

async function realFolder(folder: string): Promise<string> {
  try {
    const path = await realpath(resolve(folder));
    if ((await stat(path)).isDirectory()) return path;
  } catch {
    throw new InputError(`kernel "${folder}" does not exist: give the folder of a Linux source tree.`);
  }
  throw new InputError(`kernel "${folder}" is not a folder: give the folder of a Linux source tree.`);
}

/** Content of a file, or undefined when it cannot be read. */
async function text(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}
