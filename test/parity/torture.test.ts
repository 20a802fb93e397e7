import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { readTorture } from "../../src/kernel/torture.ts";
import { readKvmArguments } from "../../src/plan/torture/arguments.ts";
import { type TortureOptions, type TortureRun, tortureRuns } from "../../src/plan/torture/runs.ts";
import { parityTrees } from "../support/kernelTree.ts";
import { type RecordedCall, recordTorture } from "../support/tortureScript.ts";
import { intended } from "./tortureDifferences.ts";

const trees = await parityTrees();

/** What a set comes to, of the script's and of ours. */
interface Comparable {
  readonly id: string;
  readonly suite: string;
  readonly variant: string;
  readonly configs: string;
  readonly kconfig: string;
  readonly bootargs: readonly string[];
  readonly kmakeArg: string;
  readonly memory: string | undefined;
  readonly seconds: number;
}

const nameOf = (parameter: string) => parameter.replace(/=.*$/, "");

function ofArguments(id: string, args: readonly string[]): Comparable {
  const {
    suite,
    configs,
    kconfig,
    bootargs,
    kmakeArg,
    memory,
    seconds = 0,
    kasan,
    kcsan,
    buildOnly,
  } = readKvmArguments(args);
  const variant = kasan ? "kasan" : kcsan ? "kcsan" : "plain";
  return {
    ...{ id, suite, variant, configs, kconfig, kmakeArg, memory },
    seconds: buildOnly ? 0 : seconds,
    bootargs: bootargs.split(" ").filter(Boolean).sort(),
  };
}

/** `results-rcutorture-kasan` and `results-rcutasksflavors/CONFIG_TASKS_RCU` by our names. */
function idOf(datestamp: string): string {
  const [, ...parts] = datestamp.split("/");
  return parts
    .map((part) =>
      part.replace(/^results-/, "").replace(/^CONFIG_(.*)$/, (_, name) => String(name).toLowerCase()),
    )
    .join("-");
}

const datestampOf = ({ args }: RecordedCall) => args[args.indexOf("--datestamp") + 1] ?? "";

/** The sets that calls of `kvm.sh` and `kvm-again.sh` come to, by their ids. */
function setsOf(calls: readonly RecordedCall[]): Map<string, Comparable> {
  const sets = new Map<string, Comparable>();
  for (const call of calls.filter(({ program }) => program.startsWith("kvm"))) {
    const id = idOf(datestampOf(call));
    if (call.program === "kvm.sh") {
      sets.set(id, ofArguments(id, call.args));
      continue;
    }
    const old = sets.get(basename(call.args[0] ?? "").replace(/^results-/, ""));
    const now = ofArguments(id, call.args);
    if (old === undefined) throw new Error(`${id} runs ${call.args[0]} again, which did not run`);
    const replaced = new Set(now.bootargs.map(nameOf));
    const kept = old.bootargs.filter((one) => !replaced.has(nameOf(one)));
    sets.set(id, { ...old, id, seconds: now.seconds, bootargs: [...kept, ...now.bootargs].sort() });
  }
  return sets;
}

function ofRun(run: TortureRun): Comparable {
  const { id, suite, variant, kconfig, kmakeArg, memory, seconds, bootargs } = run;
  return {
    ...{ id, suite, variant, kconfig, kmakeArg, memory, seconds },
    configs: run.configs,
    bootargs: bootargs.split(" ").filter(Boolean).sort(),
  };
}

interface Combination {
  readonly flags: readonly string[];
  readonly words: readonly string[];
  readonly options?: Partial<TortureOptions>;
  /** Of kernels whose script has these families. */
  readonly needs?: string;
  readonly cpus?: number;
  readonly architecture?: string;
}

const configs = (given: Partial<TortureOptions["configs"]>) => ({
  configs: { rcutorture: "", locktorture: "", scftorture: "", ...given },
});

const combinations: readonly Combination[] = [
  { flags: [], words: [] },
  { flags: [], words: [], cpus: 1 },
  { flags: [], words: [], cpus: 80 },
  { flags: ["--do-all"], words: ["all"] },
  { flags: ["--do-kcsan", "--do-no-allmodconfig"], words: ["+kcsan", "-allmodconfig"] },
  { flags: ["--do-none", "--do-rcutorture"], words: ["rcutorture"] },
  { flags: ["--do-none", "--do-refscale", "--do-kcsan"], words: ["refscale", "kcsan"] },
  {
    flags: ["--do-none", "--do-normal", "--do-rcuscale", "--do-kasan"],
    words: ["none", "+normal", "+rcuscale", "+kasan"],
    needs: "normal",
  },
  { flags: ["--do-no-rcutorture", "--do-no-kasan"], words: ["-rcutorture", "-kasan"] },
  { flags: ["--duration", "3h"], words: [], options: { seconds: 3 * 3600 } },
  { flags: ["--duration", "25"], words: [], options: { seconds: 25 * 60 } },
  {
    flags: [
      ...["--configs-rcutorture", "3*TREE03 TINY01", "--configs-locktorture", "10*LOCK01"],
      ...["--configs-scftorture", "2*CFLIST", "--do-kcsan", "--kcsan-kmake-arg", "CC=clang"],
    ],
    words: ["+kcsan"],
    options: {
      ...configs({ rcutorture: "3*TREE03 TINY01", locktorture: "10*LOCK01", scftorture: "2*CFLIST" }),
      kcsanKmakeArg: "CC=clang",
    },
  },
  {
    flags: ["--guest-cpu-limit", "16", "--do-no-kasan"],
    words: ["-kasan"],
    options: { guestCpuLimit: 16 },
    cpus: 64,
    needs: "rcutasksflavors",
  },
  {
    flags: ["--guest-cpu-limit", "60", "--do-no-kasan"],
    words: ["-kasan"],
    options: { guestCpuLimit: 60 },
    cpus: 64,
    needs: "rcutasksflavors",
  },
  { flags: ["--do-kcsan"], words: ["+kcsan"], architecture: "aarch64" },
  { flags: ["--do-none", "--do-rcu-rust"], words: ["rcu-rust"], needs: "rcu_rust" },
  { flags: ["--do-kasan", "--do-none", "--do-kasan", "--do-refscale"], words: ["kasan", "refscale"] },
  { flags: ["--duration", "4"], words: [], options: { seconds: 240 } },
];

describe.each(trees)("the sets of $name's torture.sh", (tree) => {
  test.each(combinations)(
    "%j",
    async ({ flags, words, options, needs, cpus = 16, architecture = "x86_64" }) => {
      const facts = await readTorture(tree);
      if (facts === undefined) throw new Error(`${tree.name} has no torture.sh`);
      // The script itself refuses such flags.
      if (needs !== undefined && !facts.script.families.has(needs)) {
        await expect(recordTorture(tree, flags, { cpus, architecture })).rejects.toThrow("Unknown argument");
        return;
      }
      const { calls } = await recordTorture(tree, flags, { cpus, architecture });
      const runs = tortureRuns(facts, { words, cpus, architecture, ...configs({}), ...options });
      const differences = intended({ flags, families: facts.script.families, facts });
      const theirs = new Map(
        [...setsOf(calls)].map(([id, set]) => [id, { ...set, ...differences.changed(set) }]),
      );
      for (const run of differences.added(runs)) {
        expect(theirs.has(run.id), `${run.id} is ours alone`).toBe(false);
        theirs.set(run.id, ofRun(run));
      }
      const ours = runs.filter(
        ({ kind, refused }) => refused === undefined && (kind === "guests" || kind === "builds"),
      );
      expect(ours.map(ofRun).sort(byId)).toEqual([...theirs.values()].sort(byId));
      expect(ours.length + runs.length).toBeGreaterThan(0);
      const made = (program: string) => calls.some((call) => call.program === program);
      expect(runs.some(({ kind }) => kind === "allmodconfig")).toBe(
        calls.some(({ program, args }) => program === "make" && args.includes("allmodconfig")),
      );
      expect(runs.some(({ kind }) => kind === "rcu-rust")).toBe(made("kunit.py"));
    },
  );
});

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
