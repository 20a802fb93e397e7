import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resultsSchema } from "../src/results/schema.ts";
import { type ActRun, runWorkflow } from "../test/support/act.ts";
import { exampleForAct, reusableForAct } from "../test/support/examples.ts";
import { builtKernels, kernelStore, testTree, tinyInputs } from "../test/support/kernels.ts";
import { copyKernels } from "../test/support/seed.ts";
import type { Bench } from "./support/figures.ts";

const ownSteps = ["Plan", "Build", "Torture", "Report"];

/** Seconds that the guests of all shards lived, those of one shard side by side counted once. */
function guestsLived(store: string): number {
  const entries = join(store, "v1/entries");
  let sum = 0;
  for (const name of readdirSync(entries)) {
    const manifest = JSON.parse(readFileSync(join(entries, name, "manifest.json"), "utf8"));
    if (!/^rcutorture-plan-.*-shard-\d+-\d+$/.test(manifest.key)) continue;
    const text = readFileSync(join(entries, name, "files/results.json"), "utf8");
    const { guests } = resultsSchema.parse(JSON.parse(text));
    const times = (field: "startedAt" | "endedAt") =>
      guests.flatMap(({ timing }) => timing[field] ?? []).map((time) => Date.parse(time));
    sum += (Math.max(...times("endedAt")) - Math.min(...times("startedAt"))) / 1000;
  }
  return sum;
}

function secondsOf(run: ActRun): number {
  return Object.entries(run.seconds)
    .filter(([name]) => ownSteps.includes(name.split(" / ")[2] ?? ""))
    .reduce((sum, [, seconds]) => sum + seconds, 0);
}

/** Plan, two builds with warm kernels, three shards and the report: what our steps take beside the guests' lives. */
async function once(folder: string): Promise<number> {
  const [store, warm] = [join(folder, "store"), join(folder, "warm")];
  copyKernels(kernelStore, warm);
  const inputs = {
    "kernel-path": testTree(),
    ...tinyInputs,
    "trust-make": true,
    configs: "2*TINY01 TREE05",
    duration: "5s",
    accel: "tcg",
    prepare: false,
    // Of this width each guest is a shard of its own.
    pools: "- {name: hosted, labels: ubuntu-24.04, cpus: 1, count: 3, kvm: false}",
  };
  const run = await runWorkflow(exampleForAct("hosted-pool", { inputs }), {
    labels: ["ubuntu-24.04"],
    // Runners are machines of their own: here each job has this one for itself.
    atOnce: 1,
    workflows: reusableForAct(`cp -aln ${warm}/v1/entries/. ${store}/v1/entries/`),
    env: { RCUTORTURE_ACTION_CACHE: store },
  });
  if (run.exitStatus !== 0) throw new Error(run.log);
  return secondsOf(run) - guestsLived(store);
}

export const pools: Bench = {
  name: "pools",
  about:
    "Under act: plan, two builds with warm kernels, three shards, report; our steps beside the guests' lives.",
  async run({ rounds }) {
    await builtKernels();
    const ours: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const folder = await mkdtemp(join(tmpdir(), "bench-pools-"));
      try {
        ours.push(await once(folder));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
    return [{ what: "all steps", unit: "s", ours, wanted: "≤ 5 s" }];
  },
};
