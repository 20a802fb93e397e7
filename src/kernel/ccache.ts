import { mkdir, symlink } from "node:fs/promises";
import { basename, delimiter, join } from "node:path";
import { findProgram } from "./programs.ts";
import { toolchainOf } from "./toolchain.ts";

export interface CcacheUse {
  /** PATH for the build. */
  readonly path: string;
  /** One line for the log. */
  readonly note: string;
}

/**
 * Lets ccache, when it is installed, stand in front of the compilers: `folder` gets a link of each compiler's
 * name to ccache, which finds the real one behind it in PATH. (Distributions have such folders in different
 * places, for some compilers only; and `kvm.sh` cannot pass `CC="ccache gcc"`, because of the space.)
 *
 * @param folder Made here; remove it after the build.
 */
export async function useCcache(
  kmakeArg: string | undefined,
  path: string,
  folder: string,
): Promise<CcacheUse> {
  const ccache = await findProgram("ccache", path);
  if (ccache === undefined)
    return { path, note: "ccache is not installed: nothing is reused from earlier compilations" };
  const { cc, hostcc } = toolchainOf(kmakeArg);
  if (cc.includes("/") || basename(cc) === "ccache") {
    return { path, note: `ccache is not used, because CC=${cc} names the compiler by its path` };
  }
  await mkdir(folder, { recursive: true });
  for (const name of new Set([cc, hostcc].filter((one) => !one.includes("/"))))
    await symlink(ccache, join(folder, name));
  return { path: `${folder}${delimiter}${path}`, note: `ccache (${ccache}) stands in front of ${cc}` };
}
