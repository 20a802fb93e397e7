/** A place of their own for benches: run directories laid out as in a kernel tree, and both programs to run them. */
import { randomBytes } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtKernels } from "../../test/support/kernels.ts";
import { kernelTrees } from "../../test/support/kernelTree.ts";
import { type Metered, metered } from "./meter.ts";
import { QemuShim } from "./qemuShim.ts";

/** The bundles that are measured: what the action's users run. */
export const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** Symbols, which no run needs and kvm-again.sh removes; the largest file of a build. */
const symbols = "vmlinux";

export class TestBed {
  readonly scratch: string;
  readonly shim: QemuShim;
  /** Top of a kernel tree, of which only rcutorture's folder is sure to be there. */
  readonly tree: string;
  /** A folder like `res/` in the tree. */
  readonly res: string;
  #kernels: string;
  #runs = 0;

  private constructor(scratch: string, tree: string, kernels: string) {
    this.scratch = scratch;
    this.tree = tree;
    this.#kernels = kernels;
    this.shim = new QemuShim(scratch);
    this.res = join(scratch, "rcutorture", "res");
    mkdirSync(this.res, { recursive: true });
    // kvm-again.sh copies the scripts when they are not beside res/, which they are for its users.
    symlinkSync(join(tree, "tools/testing/selftests/rcutorture/bin"), join(this.res, "../bin"));
  }

  static async make(): Promise<TestBed> {
    const tree = (await kernelTrees()).at(-1);
    if (tree === undefined) throw new Error("there is no kernel tree");
    const kernels = await builtKernels();
    return new TestBed(mkdtempSync(join(tmpdir(), "rcutorture-action-bench-")), tree.path, kernels);
  }

  /**
   * An old run of TINY01 (all its files but the symbols), as often as there are names, each with a kernel image of its own of at least so many
   * bytes.
   *
   * @param padding what makes an image larger: `noise` cannot be packed, and is another one for each
   * @param widths CPUs of each guest; by default one
   */
  oldRun(
    name: string,
    scenarios: readonly string[],
    imageBytes = 0,
    padding: "text" | "noise" = "text",
    widths: readonly number[] = [],
  ): string {
    const path = join(this.res, name);
    const [source, command] = [join(this.#kernels, "TINY01"), "qemu-cmd"];
    const image = readFileSync(join(source, "bzImage"));
    const rest = Math.max(0, imageBytes - image.length);
    const pad = () => (padding === "noise" ? randomBytes(rest) : Buffer.alloc(rest, "padding "));
    for (const scenario of scenarios) {
      const folder = join(path, scenario);
      mkdirSync(folder, { recursive: true });
      for (const file of readdirSync(source)) {
        if (!file.startsWith(symbols)) cpSync(join(source, file), join(folder, file));
      }
      writeFileSync(join(folder, "bzImage"), Buffer.concat([image, pad()]));
      const text = readFileSync(join(source, command), "utf8").replaceAll(
        join(this.#kernels, "TINY01"),
        folder,
      );
      writeFileSync(join(folder, command), text.replaceAll(this.#kernels, path));
    }
    const lines = scenarios.map((scenario, index) => `${index + 1}.  ${scenario}\n`);
    writeFileSync(join(path, "scenarios"), lines.join(""));
    writeFileSync(
      join(path, "batches"),
      scenarios.map((each, index) => `${index + 1} ${each} ${widths[index] ?? 1}\n`).join(""),
    );
    writeFileSync(join(path, "torture_suite"), "rcu\n");
    cpSync(join(this.#kernels, "testid.txt"), join(path, "testid.txt"));
    return path;
  }

  /** Tells `kvm-again.sh` to start no jitter in re-runs of this run. */
  withoutJitter(run: string): void {
    for (const scenario of readdirSync(run, { withFileTypes: true }).filter((each) => each.isDirectory())) {
      const path = join(run, scenario.name, "qemu-cmd");
      writeFileSync(path, readFileSync(path, "utf8").replace(/jitterstart\.sh \d+/, "jitterstart.sh 0"));
    }
  }

  /** Path of an empty file that the runner would give to a step. */
  file(name: string): string {
    const path = join(this.scratch, name);
    writeFileSync(path, "");
    return path;
  }

  /** Path of a run directory that does not exist yet. */
  newRun(): string {
    this.#runs += 1;
    return join(this.res, `again-${this.#runs}`);
  }

  /** Our own re-run, on software emulation. */
  async again(old: string, rundir: string, ...options: readonly string[]): Promise<Metered> {
    const words = ["run", "--again", old, "--rundir", rundir, "--accel", "tcg", ...options];
    return ran("ours", await this.meter([process.execPath, join(dist, "cli.js"), ...words]), judged.ours);
  }

  /** The tree's `kvm-again.sh`. */
  async kvmAgain(old: string, rundir: string, ...options: readonly string[]): Promise<Metered> {
    const script = join(this.tree, "tools/testing/selftests/rcutorture/bin/kvm-again.sh");
    const run = await this.meter([script, old, "--rundir", rundir, ...options]);
    return ran("kvm-again.sh", run, judged.scripts);
  }

  meter(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Metered> {
    return metered(argv, { cwd: this.tree, env: { ...this.shim.env, ...env }, scratch: this.scratch });
  }

  remove(): void {
    rmSync(this.scratch, { recursive: true, force: true });
  }
}

/**
 * Exit statuses of runs to the end: 0, and what each says of a kernel that failed. A guest may fail on a crowded
 * machine, and kvm-again.sh calls an ACPI message of the emulated machine an assertion failure.
 */
const judged = { ours: [0, 1], scripts: [0, 1, 2, 3] };

/** A run that did not get to its end is no measurement. */
function ran(who: string, run: Metered, statuses: readonly number[]): Metered {
  if (statuses.some((status) => run.status === status << 8)) return run;
  throw new Error(`${who} failed (wait status ${run.status}):\n${run.output.slice(-3000)}`);
}

/** Lets a bench have a test bed of its own. */
export async function withTestBed<Result>(use: (testBed: TestBed) => Promise<Result>): Promise<Result> {
  const testBed = await TestBed.make();
  try {
    return await use(testBed);
  } finally {
    testBed.remove();
  }
}
