import { isAbsolute, join } from "node:path";
import { dialectOf, type ScriptsDialect } from "../contracts/scriptsDialect.ts";
import { textOf } from "./files.ts";

/** Bytes: no script is nearly so long. */
const longestScript = 1024 * 1024;

/**
 * What the scripts that belong to a run directory look for: those that came with it, else those of the tree that it lies
 * in or that `testid.txt` names. They are read, never run. Where there are none, those of Linux 6.12 are assumed.
 */
export async function dialectOfRun(path: string, tree: string | undefined): Promise<ScriptsDialect> {
  const folders = [
    join(path, "bin"),
    join(path, "../../bin"),
    ...(tree !== undefined && isAbsolute(tree) ? [join(tree, "tools/testing/selftests/rcutorture/bin")] : []),
  ];
  for (const folder of folders) {
    const script = await textOf(folder, join(folder, "console-badness.sh"), longestScript).catch(
      () => undefined,
    );
    if (script !== undefined) return dialectOf(script);
  }
  return dialectOf("");
}
