import { createCipheriv, hash } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { JobContext } from "../src/context.ts";
import { parseInputs } from "../src/inputs/parse.ts";
import { readGitFacts } from "../src/kernel/git.ts";
import { keysOf } from "../src/stages/prepare/kernels/store.ts";
import { planJob } from "../src/stages/prepare/plan.ts";
import { directoryStore } from "../src/storage/directoryStore.ts";
import { createManifest } from "../src/storage/manifest.ts";
import { LocalExecutor } from "../src/systems/local.ts";
import { builtKernels, testTree } from "../test/support/kernels.ts";
import { recordingUi } from "../test/support/ui.ts";
import { newDisk, wallAndDisk } from "./support/disk.ts";
import type { Bench } from "./support/figures.ts";
import { interleave } from "./support/statistics.ts";
import { dist, type TestBed, withTestBed } from "./support/testBed.ts";

const count = 20;
const imageBytes = 12 * 1024 * 1024;

/** Files of a build that a store keeps, but for the image. */
const kept = [".config", "ConfigFragment", "Make.out", "System.map", "qemu-cmd"];

/** The job as the command line has it: twenty scenarios of a real kernel tree. */
function jobOf(tree: string, configs: string): JobContext {
  return {
    inputs: parseInputs({ kernel: tree, configs, duration: "5s", defconfig: "tinyconfig" }),
    ui: recordingUi(),
    signal: new AbortController().signal,
    executor: new LocalExecutor(),
    buildRunner: { run: () => Promise.reject(new Error("nothing is to be built")) },
    environment: { attempt: 1, workspace: tree, variables: process.env },
    openStore: () => Promise.reject(new Error("unused")),
    remember: () => undefined,
  };
}

/** A store that has a kernel of twelve megabytes, no two alike, for every scenario of the job. */
async function warmStore(root: string, job: JobContext, builds: string): Promise<void> {
  const store = directoryStore(root);
  const planned = await planJob(job);
  const keys = await keysOf(job, planned, await readGitFacts(planned.tree.path, job.executor));
  for (const [scenario, { key, ingredients }] of keys) {
    const directory = join(root, "..", "build");
    mkdirSync(directory, { recursive: true });
    for (const file of kept) cpSync(join(builds, "TINY01", file), join(directory, file));
    const cipher = createCipheriv("aes-128-ctr", hash("md5", scenario, "buffer"), Buffer.alloc(16));
    writeFileSync(join(directory, "bzImage"), cipher.update(Buffer.alloc(imageBytes)));
    const files = ["bzImage", ...kept].map((path) => ({ path, immutable: path !== "qemu-cmd" }));
    const provenance = { toolchain: {}, ingredients: { ...ingredients } };
    const { outcome } = await store.save({
      directory,
      manifest: await createManifest(directory, files, { key, scenario, provenance }),
    });
    if (outcome !== "saved") throw new Error(`${scenario} is not kept: ${outcome}`);
    rmSync(directory, { recursive: true });
  }
}

/** A program in qemu's place whose guests end at once, after noting when they began. */
function endlessHurry(testBed: TestBed): Record<string, string> {
  const folder = join(testBed.scratch, "hurry");
  mkdirSync(folder);
  const program = join(folder, "qemu-system-x86_64");
  const real = "exec /usr/bin/qemu-system-x86_64";
  writeFileSync(
    program,
    `#!/bin/bash\ncase " $* " in *" -kernel "*) ;; *) ${real} "$@" ;; esac\nLC_ALL=C; echo $EPOCHREALTIME >> ${testBed.scratch}/began\n`,
  );
  chmodSync(program, 0o755);
  return { PATH: `${folder}${delimiter}${process.env.PATH}` };
}

/** A whole run whose kernels are all in a store, until its first guest starts; beside it, kvm-again.sh's folders. */
export const warm: Bench = {
  name: "warm",
  about: `${count} scenarios with kernels of 12 MB, from a warm directory store to the first guest started: plan, keys of a real kernel tree, verified kernels, run directory.`,
  run: ({ rounds }) =>
    withTestBed(async (testBed) => {
      const tree = testTree();
      const configs = readdirSync(join(tree, "tools/testing/selftests/rcutorture/configs/rcu"))
        .filter((name) => /^[A-Z0-9-]+$/.test(name) && name !== "CFLIST")
        .slice(0, count);
      if (configs.length < count) throw new Error(`the tree has only ${configs.length} scenarios`);
      const store = join(testBed.scratch, "store");
      await warmStore(store, jobOf(tree, configs.join(" ")), await builtKernels());
      const env = { ...endlessHurry(testBed), RCUTORTURE_ACTION_CACHE: store };
      const flags = ["--kernel", tree, "--configs", configs.join(" "), "--duration", "5s"];
      const options = ["--defconfig", "tinyconfig", "--accel", "tcg", "--jitter", "0"];
      const old = testBed.oldRun("theirs", configs, imageBytes);
      const runs = await interleave(rounds, {
        ours: async () => {
          const path = testBed.newRun();
          const argv = [
            process.execPath,
            join(dist, "cli.js"),
            "run",
            ...flags,
            ...options,
            "--rundir",
            path,
          ];
          const began = Date.now() / 1000;
          await testBed.meter(argv, env);
          const starts = readFileSync(join(testBed.scratch, "began"), "utf8")
            .trimEnd()
            .split("\n")
            .map(Number);
          rmSync(join(testBed.scratch, "began"));
          if (starts.length !== count) throw new Error(`${starts.length} guests started`);
          return { wall: Math.min(...starts) - began, disk: newDisk(path) };
        },
        theirs: async () => {
          const path = testBed.newRun();
          const { wall } = await testBed.kvmAgain(old, path, "--dryrun", "--link", "hard");
          return { wall, disk: newDisk(path) };
        },
      });
      return wallAndDisk("until the first guest starts", runs.ours, runs.theirs);
    }),
};
