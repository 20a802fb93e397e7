import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSrcuLockdep } from "../plan/torture/lockdep.ts";
import type { TortureFacts } from "../plan/torture/runs.ts";
import { readTortureScript } from "../plan/torture/script.ts";
import type { KernelTree } from "./tree.ts";

/** Names of the primitives that a scale test's source has, in its order; torture.sh looks for the same lines. */
export function primitivesIn(source: string): string[] {
  return [...source.matchAll(/\.name[ \t]*=\s*"([^"]*)"/g)].map(([, name = ""]) => name);
}

const textOf = (path: string) => readFile(path, "utf8").catch(() => undefined);

/** What a tree says about its `torture.sh`; undefined: it has none (before Linux 5.12). */
export async function readTorture(
  tree: Pick<KernelTree, "path" | "rcutorture">,
): Promise<TortureFacts | undefined> {
  const source = (name: string) => textOf(join(tree.path, "kernel/rcu", name));
  const [script, lockdep = "", refscale = "", rcuscale = ""] = await Promise.all([
    textOf(join(tree.rcutorture, "bin/torture.sh")),
    textOf(join(tree.rcutorture, "bin/srcu_lockdep.sh")),
    source("refscale.c"),
    source("rcuscale.c"),
  ]);
  if (script === undefined) return undefined;
  return {
    script: readTortureScript(script),
    lockdep: readSrcuLockdep(lockdep),
    primitives: { refscale: primitivesIn(refscale), rcuscale: primitivesIn(rcuscale) },
  };
}
