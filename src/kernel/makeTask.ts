import { createWriteStream } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { shellWords } from "../plan/torture/words.ts";
import type { BuildResult } from "../results/schema.ts";
import { buildDiagnostics } from "./buildLog.ts";
import type { BuildRunner } from "./buildRunner.ts";
import { trustTree } from "./git.ts";
import { findProgram } from "./programs.ts";
import type { KernelTree } from "./tree.ts";

/** What a set of `torture.sh` asks `make` for, without a guest. */
export type MakeTask = "allmodconfig" | "rcu-rust";

export interface TaskEnvironment {
  readonly runner: BuildRunner;
  /** Search path. */
  readonly path: string;
  readonly signal?: AbortSignal;
  /** Folder for `Make.out`; made. */
  readonly folder: string;
}

export interface TaskReport {
  readonly status: BuildResult["status"];
  /** Why it is not `built`, in one line. */
  readonly reason?: string;
  readonly diagnostics: BuildResult["diagnostics"];
}

interface Step {
  readonly name: string;
  readonly argv: readonly [string, ...string[]];
}

/** Programs that Rust in the kernel needs. */
const rustTools = ["rustc", "bindgen", "clang", "ld.lld"];

/** Words that newer scripts take for a failure, in whatever `make` printed. */
const complaint = /Stop|ERROR|Error|error:|warning:/;

function stepsOf(task: MakeTask, script: string): Step[] {
  const make = (name: string, ...args: string[]): Step => ({ name, argv: ["make", ...args] });
  if (task === "allmodconfig") {
    const jobs = `-j${cpus().length * 2}`;
    return [
      make("make clean", jobs, "clean"),
      make("make allmodconfig", jobs, "allmodconfig"),
      make("make", jobs),
    ];
  }
  const kunit = /^\t+(\.\/tools\/testing\/kunit\/kunit\.py run .*?) >>/m.exec(script)?.[1] ?? "";
  const [program = "kunit.py", ...args] = shellWords(kunit);
  return [
    make("make rustavailable", "LLVM=1", "rustavailable"),
    make("make mrproper", "mrproper"),
    { name: "kunit.py", argv: [program, ...args] },
  ];
}

async function missingTools(task: MakeTask, path: string): Promise<string[]> {
  const wanted = task === "rcu-rust" ? rustTools : [];
  const found = await Promise.all(wanted.map((name) => findProgram(name, path)));
  return wanted.filter((_, i) => found[i] === undefined);
}

/**
 * Does what the tree's `torture.sh` does for a set that boots nothing, step by step, into `Make.out`. The caller holds the
 * tree's lock.
 *
 * @returns `skipped` where tools are missing or it was stopped: nothing is said about the kernel then
 */
export async function runMakeTask(
  tree: KernelTree,
  task: MakeTask,
  environment: TaskEnvironment,
): Promise<TaskReport> {
  const { runner, path, signal, folder } = environment;
  const script = await readFile(join(tree.rcutorture, "bin/torture.sh"), "utf8");
  const missing = await missingTools(task, path);
  if (missing.length > 0) {
    return { status: "skipped", reason: `it needs ${missing.join(", ")}, missing here`, diagnostics: [] };
  }
  await mkdir(folder, { recursive: true });
  const out = join(folder, "Make.out");
  const log = createWriteStream(out);
  const listeners = {
    stdout: (chunk: Buffer) => void log.write(chunk),
    stderr: (chunk: Buffer) => void log.write(chunk),
  };
  let failed: string | undefined;
  try {
    for (const { name, argv } of stepsOf(task, script)) {
      log.write(` --- ${name}\n`);
      const command = { argv, cwd: tree.path, env: { PATH: path, ...trustTree(tree.path) } };
      const status = await runner.run(command, listeners, signal);
      if (signal?.aborted) return { status: "skipped", reason: "it was stopped", diagnostics: [] };
      if (status !== 0) {
        failed = `${name} ended with status ${status}; see ${out}`;
        break;
      }
    }
  } finally {
    log.end();
    await finished(log);
  }
  const text = await readFile(out, "utf8");
  const strict = task === "allmodconfig" && /retcode=99/.test(script);
  if (failed === undefined && strict && complaint.test(text)) failed = `make complained; see ${out}`;
  if (failed === undefined) return { status: "built", diagnostics: [] };
  return { status: "failed", reason: failed, diagnostics: buildDiagnostics(text, tree.path) };
}
