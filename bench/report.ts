import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { kernelTrees } from "../test/support/kernelTree.ts";
import type { Bench, Figure } from "./support/figures.ts";
import { makeLongRun } from "./support/longRun.ts";
import { type Metered, metered } from "./support/meter.ts";
import { interleave } from "./support/statistics.ts";
import { dist } from "./support/testBed.ts";

/** Has node say at its end how much memory it needed, in kilobytes. */
const tellMemory =
  'data:text/javascript,process.on("exit",()=>process._rawDebug("maxRSS "+process.resourceUsage().maxRSS))';

function mustPass(run: Metered, whose: string): Metered {
  if (run.status !== 0) throw new Error(`${whose} did not pass:\n${run.output}`);
  return run;
}

/** Reports on a run of eight guests with so many megabytes of console log each, and what the scripts need for it. */
async function compare(bin: string, tree: string, megabytes: number, rounds: number): Promise<Figure[]> {
  const scratch = mkdtempSync(join(tmpdir(), "bench-report-"));
  const run = join(scratch, "2026.11.22-21.38.19");
  try {
    await makeLongRun(run, megabytes);
    const recheck = { cwd: tree, scratch, env: { PATH: `${bin}${delimiter}${process.env.PATH}` } };
    const cli = ["--import", tellMemory, join(dist, "cli.js"), "report", "--rundir", run];
    const { ours, theirs } = await interleave(rounds, {
      ours: async () =>
        mustPass(await metered([process.execPath, ...cli], { cwd: scratch, scratch }), "report"),
      theirs: async () =>
        mustPass(await metered([join(bin, "kvm-recheck.sh"), run], recheck), "kvm-recheck.sh"),
    });
    const beside = (field: "wall" | "cpu") => ({
      ours: ours.map((each) => each[field]),
      beside: { name: "kvm-recheck.sh", values: theirs.map((each) => each[field]) },
    });
    const memory = ours.map(({ output }) => Number(/maxRSS (\d+)/.exec(output)?.[1]) / 1000);
    const what = `8 x ${megabytes} MB of console`;
    return [
      { what: `${what}, wall clock`, unit: "s", ...beside("wall"), wanted: "8 x" },
      { what: `${what}, CPU time`, unit: "s", ...beside("cpu"), wanted: "8 x" },
      { what: `${what}, memory`, unit: "MB", ours: memory, wanted: "< 200 MB" },
    ];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

export const report: Bench = {
  name: "report",
  about:
    "A run directory of 8 scenarios with 25 MB of console log each, then 250 MB: judged, all reports written.",
  async run({ rounds }) {
    const [tree] = (await kernelTrees()).slice(-1);
    if (tree === undefined) throw new Error("no kernel tree");
    const bin = join(tree.rcutorture, "bin");
    const small = await compare(bin, tree.path, 25, rounds);
    // What starting costs is lost in two gigabytes; once is enough.
    return [...small, ...(await compare(bin, tree.path, 250, 1))];
  },
};
