import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { cacheFolder, distributionKernel, tinyKconfig } from "../../scripts/support/kernelSource.ts";
import { fetchBackportsSource } from "./backports.ts";
import { runStep } from "./runner.ts";

/** Scenarios of the end-to-end tests: a uniprocessor, an SMP one, and one that must fail. */
export const testScenarios = ["TINY01", "TREE05", "BUSTED"] as const;

/** Inputs with which the tests build: minutes instead of half an hour a kernel. */
export const tinyInputs = {
  defconfig: "tinyconfig",
  kconfig: tinyKconfig,
  "trust-make": "true",
} as const;

/** The directory stores that keep what the tests build: one for each tree, as tests take a scenario's kernel from one. */
export const kernelStore = join(cacheFolder, "test-store");
export const bisectionStore = join(cacheFolder, "test-store-bisect");
const newestStore = join(cacheFolder, "test-store-newest");

/** The kernel tree that the tests build in: the distribution's source, or KERNEL. */
export function testTree(): string {
  return process.env.KERNEL ?? distributionKernel("linux-source-6.12");
}

/** Scenarios of the newest kernel: a uniprocessor, and an SMP one that older kernels do not have. */
export const newestScenarios = ["TINY01", "NOCB01"] as const;

/**
 * A run directory with built kernels, made once by the action itself (`mode: build`) and kept outside the
 * checkout for the next time; RCUTORTURE_TEST_KERNELS names another one. Tests only read it.
 */
export async function builtKernels(): Promise<string> {
  return process.env.RCUTORTURE_TEST_KERNELS ?? (await builtOnce(testTree(), testScenarios, kernelStore));
}

/** The same of the newest kernel, from a tree without git, as people have it from a tarball. */
export async function newestKernels(): Promise<{ readonly tree: string; readonly rundir: string }> {
  const tree = await fetchBackportsSource();
  return { tree, rundir: await builtOnce(tree, newestScenarios, newestStore) };
}

async function builtOnce(tree: string, scenarios: readonly string[], store: string): Promise<string> {
  const makefile = await readFile(join(tree, "Makefile"), "utf8");
  const ingredients = JSON.stringify([basename(tree), makefile.slice(0, 200), scenarios, tinyInputs]);
  const key = createHash("sha256").update(ingredients).digest("hex").slice(0, 12);
  const folder = join(cacheFolder, "test-kernels", key);
  if (existsSync(join(folder, "scenarios"))) return folder;
  await mkdir(join(folder, ".."), { recursive: true });
  const rundir = `${folder}.${process.pid}`;
  const result = await runStep("main", {
    inputs: {
      mode: "build",
      kernel: tree,
      configs: scenarios.join(" "),
      duration: "20s",
      rundir,
      ...tinyInputs,
    },
    env: { RCUTORTURE_ACTION_CACHE: store },
  });
  if (result.exitStatus !== 0) {
    await rm(rundir, { recursive: true, force: true });
    throw new Error(`building the test kernels failed:\n${result.log.slice(-4000)}\n${result.stderr}`);
  }
  try {
    await rename(rundir, folder);
  } catch (error) {
    // Tests beside this one were first.
    if (!existsSync(join(folder, "scenarios"))) throw error;
    await rm(rundir, { recursive: true, force: true });
  }
  return folder;
}
