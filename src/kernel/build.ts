import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { machine, tmpdir } from "node:os";
import { join } from "node:path";
import { InfrastructureError, InputError } from "../errors.ts";
import type { BuildResult } from "../results/schema.ts";
import type { Executor } from "../systems/command.ts";
import { fullestDisk } from "../systems/disk.ts";
import { mortal } from "../systems/warden.ts";
import { buildCommand } from "./buildCommand.ts";
import { machineFault } from "./buildLog.ts";
import type { BuildOptions } from "./buildOptions.ts";
import { readBuild } from "./buildResult.ts";
import type { BuildRunner } from "./buildRunner.ts";
import { useCcache } from "./ccache.ts";
import { checkDiskSpace, spaceNeeded } from "./diskSpace.ts";
import { trustTree } from "./git.ts";
import { checkTools } from "./tools.ts";
import { checkWritable, type KernelTree } from "./tree.ts";
import { lockTree } from "./treeLock.ts";
import { BuildWatch } from "./watch.ts";

/** What the caller hears while it builds. */
export interface BuildListener {
  /** One line for people: a note, or progress at a sane interval. */
  info(line: string): void;
  /** A scenario's build is over, well or badly. `output` is all that make printed. */
  built(result: BuildResult, output: string): void | Promise<void>;
}

export interface BuildReport {
  /** Absolute path of the run directory. */
  readonly rundir: string;
  /** In the order in which `scenarios` were asked for. */
  readonly builds: readonly BuildResult[];
  /** The signal came: scenarios that were not done are `skipped`. */
  readonly interrupted: boolean;
  /** Why builds failed that failed because of this machine. */
  readonly infrastructure: readonly string[];
}

export interface BuildEnvironment {
  readonly runner: BuildRunner;
  /** Runs the short commands that look for compilers and headers. */
  readonly executor: Executor;
  readonly listener: BuildListener;
  /** Search path of the build. */
  readonly path: string;
  readonly signal?: AbortSignal;
  /** Milliseconds between lines of progress; 30 s when not given. */
  readonly progressInterval?: number;
}

/**
 * Builds kernels with the tree's own `kvm.sh --buildonly`, one scenario after the other. A scenario that fails
 * does not stop the others and keeps its `Make.out`.
 *
 * @param scenarios The scenarios behind `options.configs`, each once.
 * @throws InputError for values that cannot pass `kvm.sh`, a tree without write permission, a run directory that
 *   exists; InfrastructureError for missing tools, too little disk space, or a `kvm.sh` that built nothing.
 */
export async function buildKernels(
  tree: KernelTree,
  options: BuildOptions,
  scenarios: readonly string[],
  environment: BuildEnvironment,
): Promise<BuildReport> {
  const command = buildCommand(tree, options);
  const rundir = join(options.results, options.datestamp);
  if ((await exists(rundir)) && (await readdir(rundir)).length > 0)
    throw new InputError(`rundir "${rundir}" exists: give another name, or remove it.`);
  await checkWritable(tree);
  await checkTools({ ...options, architecture: machine(), path: environment.path }, environment.executor);
  await checkDiskSpace(tree.path, options.results, spaceNeeded(options, scenarios.length));

  const { listener, signal } = environment;
  await using _lock = await lockTree(tree, { info: (line) => listener.info(line), signal });
  const scratch = await mkdtemp(join(tmpdir(), "rcutorture-build-"));
  // Goes with this process also when that is killed.
  const { over } = mortal({ folder: scratch });
  const watch = new BuildWatch(rundir, scenarios.length, environment.listener, environment.progressInterval);
  try {
    const ccache = await useCcache(options.kmakeArg, environment.path, join(scratch, "ccache"));
    environment.listener.info(ccache.note);
    await mkdir(options.results, { recursive: true });
    const results = new Map<string, BuildResult>();
    const infrastructure: string[] = [];
    watch.onEnd = async (scenario, seconds) => {
      const { result, output } = await readBuild(join(rundir, scenario), scenario, tree.path, seconds);
      // What was being ended says nothing.
      if (result.status !== "built" && signal?.aborted) return;
      const fault = result.status === "built" ? undefined : machineFault(output);
      if (fault) {
        const disk = /disk|file system/.test(fault)
          ? ` (${await fullestDisk([rundir, tree.path, tmpdir()])})`
          : "";
        infrastructure.push(`Building ${scenario} failed on this machine: ${fault}${disk}.`);
      }
      results.set(scenario, result);
      await environment.listener.built(result, output);
    };
    const status = await watch.during((listeners) =>
      environment.runner.run(
        { ...command, env: { PATH: ccache.path, ...trustTree(tree.path) } },
        listeners,
        environment.signal,
      ),
    );
    const interrupted = environment.signal?.aborted ?? false;
    if (!interrupted && results.size === 0) throw builtNothing(status, watch.lastLines);
    if (!interrupted && !options.noInitrd && !(await exists(join(tree.rcutorture, "initrd/init")))) {
      infrastructure.push(
        "The initrd's init could not be compiled, so guests find no init: see mkinitrd.sh, or set no-initrd.",
      );
    }
    const builds = scenarios.map((scenario) => results.get(scenario) ?? skipped(scenario));
    return { rundir, builds, interrupted, infrastructure };
  } finally {
    await rm(scratch, { recursive: true, force: true });
    over();
  }
}

function skipped(scenario: string): BuildResult {
  return { scenario, status: "skipped", diagnostics: [], configErrors: [] };
}

/** `kvm.sh` refused its options or could not make its initrd: its own last words say why. */
function builtNothing(status: number, lastLines: readonly string[]): InfrastructureError {
  const usage = lastLines.findIndex((line) => line.startsWith("Usage:"));
  const words = (usage === -1 ? lastLines : lastLines.slice(0, usage)).slice(-3).join(" / ");
  return new InfrastructureError(
    `kvm.sh built nothing (exit status ${status}): ${words || "it printed nothing"}`,
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
