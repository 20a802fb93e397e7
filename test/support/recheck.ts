import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { kernelTrees } from "./kernelTree.ts";

export interface RecheckResult {
  /** 0 clean, 1 .config errors, 2 build errors, 3 runtime errors. */
  readonly exitStatus: number | null;
  readonly output: string;
  /** Guests that it left a `console.log.diags` for. */
  readonly failed: readonly string[];
}

/** Runs the newest test tree's own `kvm-recheck.sh` over a run directory; leaves its files there. */
export async function kvmRecheck(rundir: string): Promise<RecheckResult> {
  const tree = (await kernelTrees()).at(-1);
  if (!tree) throw new Error("no kernel tree");
  const child = spawn(join(tree.rcutorture, "bin/kvm-recheck.sh"), [rundir], { cwd: tree.path });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const exitStatus = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const failed = readdirSync(rundir).filter((name) => existsSync(join(rundir, name, "console.log.diags")));
  return { exitStatus, output, failed };
}
