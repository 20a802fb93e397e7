import type { Recipe, Variant } from "../sets.ts";
import { readKvmArguments } from "./arguments.ts";
import type { LockdepCall } from "./lockdep.ts";
import { scaleCpus } from "./scale.ts";
import type { ScriptCall, TortureScript } from "./script.ts";
import { type Selection, selectFamilies, variantWords, wordOf } from "./selection.ts";
import { oneLine, substitute, type Variables, variablesIn } from "./words.ts";

/** One set of `torture.sh`: what it gives to one `kvm.sh`, or to `make`. */
export interface TortureRun extends Recipe {
  /** As the script names it: `rcutorture-kasan`, `refscale-srcu`. */
  readonly id: string;
  readonly suite: string;
  readonly variant: Variant;
}

/** Facts of the tree, beside its `torture.sh`. */
export interface TortureFacts {
  readonly script: TortureScript;
  readonly lockdep: readonly LockdepCall[];
  /** Names of the primitives in `kernel/rcu/refscale.c` and `rcuscale.c`. */
  readonly primitives: { readonly refscale: readonly string[]; readonly rcuscale: readonly string[] };
}

export interface TortureOptions {
  /** Words of `torture-sets`. */
  readonly words: readonly string[];
  /** Seconds that are apportioned; absent: the script's default. */
  readonly seconds?: number | undefined;
  /** CPUs of the machine that runs, and the most that a scale test's guest gets of them. */
  readonly cpus: number;
  readonly guestCpuLimit?: number | undefined;
  /** As `uname -m` names it. */
  readonly architecture: string;
  /** `--configs-rcutorture` and so on; empty: CFLIST. */
  readonly configs: {
    readonly rcutorture: string;
    readonly locktorture: string;
    readonly scftorture: string;
  };
  readonly kcsanKmakeArg?: string | undefined;
}

const minute = 60;

/**
 * Seconds of a suite's part of the time: whole minutes, as in the script; where these would be none for a suite, or the
 * time is no whole number of minutes, by the second, so that no suite disappears.
 */
export function apportion(seconds: number, tenths: number): number {
  const whole = seconds % minute === 0 && seconds >= 10 * minute;
  return whole
    ? Math.floor(((seconds / minute) * tenths) / 10) * minute
    : Math.max(1, Math.floor((seconds * tenths) / 10));
}

interface Values {
  readonly shell: Variables;
  /** Names of shell variables that hold seconds, for `--duration`. */
  readonly seconds: Readonly<Record<string, number>>;
}

function valuesOf({ script }: TortureFacts, options: TortureOptions): Values {
  const { scale, verbose } = scaleCpus(options.cpus, options.guestCpuLimit);
  const time = options.seconds ?? script.minutes * minute;
  const arm = options.architecture === "aarch64";
  const durations = Object.entries(script.tenths).map(
    ([suite, tenths]) => [`duration_${suite}`, apportion(time, tenths)] as const,
  );
  const { base = 0, divisor = 1 } = script.scfMemory ?? {};
  return {
    seconds: Object.fromEntries(durations),
    shell: {
      SCALE_ALLOTED_CPUS: String(scale),
      HALF_ALLOTED_CPUS: String(scale),
      VERBOSE_BATCH_CPUS: String(verbose),
      scfmem: String(base + Math.floor(scale / divisor)),
      kcsan_expert: arm ? script.kcsanExpert : "",
      ...Object.fromEntries(durations.map(([name, seconds]) => [name, `${seconds}s`])),
      ...Object.fromEntries(
        Object.entries(options.configs).map(([suite, configs]) => [`configs_${suite}`, configs || "CFLIST"]),
      ),
    },
  };
}

const noRun = {
  suite: "rcu",
  variant: "plain",
  configs: "",
  kconfig: "",
  bootargs: "",
  kmakeArg: "",
  seconds: 0,
  mustFail: false,
} as const;

/** One line of the script as a set, in one variant. */
function runOf(
  family: string,
  call: Pick<ScriptCall, "flavor" | "bootargs" | "args">,
  variables: Variables,
  mustFail = false,
): TortureRun {
  const used = [call.flavor, call.bootargs, ...call.args].flatMap(variablesIn);
  const unknown = used.find((name) => !(name in variables) && name !== "ds");
  const given = readKvmArguments(call.args.map((word) => substitute(word, variables)));
  const { buildOnly, kasan: _, kcsan: __, seconds = 1800, memory, ...rest } = given;
  return {
    ...noRun,
    ...rest,
    id: substitute(call.flavor, variables),
    family: wordOf(family),
    kind: buildOnly ? "builds" : "guests",
    ...(memory === undefined ? {} : { memory }),
    seconds: buildOnly ? 0 : seconds,
    // In the order in which torture_one adds them.
    bootargs: oneLine(`${given.bootargs} ${substitute(call.bootargs, variables)}`),
    mustFail,
    ...(unknown === undefined
      ? {}
      : { refused: `this tree's torture.sh sets $${unknown}, which is not understood` }),
  };
}

/** A set of each variant that is on. */
function variantsOf(
  run: TortureRun,
  facts: TortureFacts,
  options: TortureOptions,
  on: ReadonlySet<string>,
): TortureRun[] {
  const { script } = facts;
  const arm = options.architecture === "aarch64";
  const kcsan = substitute(script.kcsanKconfig, {
    kcsan_expert: arm ? script.kcsanExpert : "",
    chk_rdr_state: run.id === "rcutorture" ? script.readerState : "",
  });
  return [
    ...(on.has("normal") ? [run] : []),
    ...(on.has("kasan") ? [{ ...run, id: `${run.id}-kasan`, variant: "kasan" as const }] : []),
    ...(on.has("kcsan")
      ? [
          {
            ...run,
            id: `${run.id}-kcsan`,
            variant: "kcsan" as const,
            kconfig: oneLine(`${run.kconfig} ${kcsan}`),
            kmakeArg: oneLine(`${run.kmakeArg} ${options.kcsanKmakeArg ?? ""}`),
          },
        ]
      : []),
  ];
}

/** RCU Tasks flavors in isolation, each with the others deselected. */
function tasksRuns(
  family: string,
  call: ScriptCall,
  flavors: readonly string[],
  values: Values,
): TortureRun[] {
  return flavors.map((flavor) => {
    const others = flavors.filter((one) => one !== flavor).map((one) => `#CHECK#${one}=n`);
    const variables = {
      ...values.shell,
      flavor,
      forceflavor: flavor.replace(/^CONFIG/, "CONFIG_FORCE"),
      deselectedflavors: others.join(" "),
    };
    const id = `rcutasksflavors-${flavor.replace(/^CONFIG_/, "").toLowerCase()}`;
    return { ...runOf(family, { ...call, flavor: id }, variables), id };
  });
}

function runsOf(
  family: string,
  facts: TortureFacts,
  options: TortureOptions,
  on: ReadonlySet<string>,
  values: Values,
): TortureRun[] {
  const { script, lockdep, primitives } = facts;
  const calls = script.calls.get(family) ?? [];
  const id = wordOf(family);
  if (id === "allmodconfig" || id === "rcu-rust") return [{ ...noRun, id, family: id, kind: id }];
  if (id === "srcu-lockdep") {
    return lockdep.map(({ name, args, mustFail }) =>
      runOf(family, { flavor: `srcu-lockdep-${name}`, bootargs: "", args }, {}, mustFail),
    );
  }
  if (id === "rcutasksflavors")
    return calls.flatMap((call) => tasksRuns(family, call, script.tasksFlavors, values));
  const prims = id === "refscale" || id === "rcuscale" ? primitives[id] : [""];
  return prims.flatMap((prim) =>
    calls
      .filter(({ without }) => !without.some((other) => on.has(wordOf(other))))
      .flatMap((call) =>
        variantsOf(
          runOf(family, call, { ...values.shell, ...(prim === "" ? {} : { prim }) }),
          facts,
          options,
          on,
        ),
      ),
  );
}

/** Why nothing comes of a family that was asked for. */
function refusalOf(name: string, facts: TortureFacts, architecture: string): string {
  const family = [...facts.script.families.keys()].find((one) => wordOf(one) === name);
  if (family === undefined) return "this tree's torture.sh does not have it";
  if (architecture === "aarch64" && facts.script.notOnArm.has(family))
    return `torture.sh has it not on ${architecture}`;
  return "nothing in this tree's torture.sh says what it does";
}

/** All that some families and variants come to, in the script's order. */
function familyRuns(
  facts: TortureFacts,
  options: TortureOptions,
  { on, asked }: Pick<Selection, "on" | "asked">,
): TortureRun[] {
  const { script } = facts;
  const { architecture } = options;
  const values = valuesOf(facts, options);
  const order = [...script.calls.keys()];
  const places = new Map(order.map((family, place) => [wordOf(family), place]));
  const families = [...on].filter((name) => !(variantWords as readonly string[]).includes(name));
  return families
    .toSorted((a, b) => (places.get(a) ?? order.length) - (places.get(b) ?? order.length))
    .flatMap((name): TortureRun[] => {
      const family = order[places.get(name) ?? -1];
      const left = architecture === "aarch64" && family !== undefined && script.notOnArm.has(family);
      if (left && !asked.has(name)) return [];
      const runs = family === undefined || left ? [] : runsOf(family, facts, options, on, values);
      if (runs.length > 0) return runs;
      const refused = refusalOf(name, facts, architecture);
      return [{ ...noRun, id: name, family: name, kind: "guests", refused }];
    });
}

/**
 * The sets that a tree's `torture.sh` would go through, in its order. A set that was asked for and that this tree or
 * architecture does not have is there too, with the reason.
 *
 * @throws InputError for words of `torture-sets` that are unknown or contradict each other
 */
export function tortureRuns(facts: TortureFacts, options: TortureOptions): TortureRun[] {
  const everything = new Set<string>([...variantWords, ...[...facts.script.families.keys()].map(wordOf)]);
  const all = familyRuns(facts, options, { on: everything, asked: new Set() });
  const ids = new Set(all.map(({ id }) => id));
  const { on, asked, single } = selectFamilies(options.words, facts.script, ids);
  const chosen = familyRuns(facts, options, { on, asked });
  if (single.size === 0) return chosen;
  const wanted = new Set(chosen.map(({ id }) => id));
  return [
    ...all.filter(({ id }) => single.get(id) ?? wanted.has(id)),
    ...chosen.filter(({ id }) => !ids.has(id)),
  ];
}
