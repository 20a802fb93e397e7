import type { TortureFacts, TortureRun } from "../../src/plan/torture/runs.ts";

interface Given {
  readonly flags: readonly string[];
  readonly families: ReadonlyMap<string, boolean>;
  readonly facts: TortureFacts;
}

/** Where our sets differ from those that `torture.sh` runs, on purpose. */
export interface Differences {
  /** Of sets that ours are told to have, those that the script does not run. */
  added(runs: readonly TortureRun[]): readonly TortureRun[];
  /** What ours have instead of the script's. */
  changed(set: { readonly id: string; readonly seconds: number }): { readonly seconds?: number };
}

const minutesOf = (flags: readonly string[]) => Number(flags[flags.indexOf("--duration") + 1]);

/**
 * | The script | We | Why |
 * | --- | --- | --- |
 * | runs only the first primitive of a scale test when plain kernels are off (Linux 7.3: the second and later ones are
 *   run by `torture_set`, which then has no kernel switched on) | run every primitive | the sources name them, and
 *   nobody asked for the first one alone |
 * | gives a suite whole minutes, and none to a suite whose part is less than one | apportion times below ten minutes by
 *   the second | no suite disappears because the time is short |
 */
export function intended({ flags, families, facts }: Given): Differences {
  const normalOff =
    families.has("normal") &&
    flags.includes("--do-none") &&
    !flags.includes("--do-normal") &&
    flags.some((flag) => flag === "--do-kasan" || flag === "--do-kcsan");
  const short =
    flags.includes("--duration") &&
    minutesOf(flags) < 10 &&
    /^\d+$/.test(flags[flags.indexOf("--duration") + 1] ?? "");
  const tenths = facts.script.tenths;
  const { refscale, rcuscale } = facts.primitives;
  const firsts = [`refscale-${refscale[0]}`, `rcuscale-${rcuscale[0]}`];
  const isFirst = ({ id }: TortureRun) =>
    firsts.some((first) => [first, `${first}-kasan`, `${first}-kcsan`].includes(id));
  const part: Readonly<Record<string, string>> = {
    rcutorture: "rcutorture",
    rcurttorture: "rcutorture",
    "rcurttorture-exp": "rcutorture",
    "rcuscale-kvfree": "rcutorture",
    locktorture: "locktorture",
    scftorture: "scftorture",
  };
  const suiteOf = (id: string) => part[id.replace(/-k[ac]san$/, "")];
  return {
    added(runs) {
      if (normalOff)
        return runs.filter((run) => ["refscale", "rcuscale"].includes(run.family) && !isFirst(run));
      return short ? runs.filter(({ id }) => minutesOf(flags) * (tenths[suiteOf(id) ?? ""] ?? 10) < 10) : [];
    },
    changed({ id, seconds }) {
      const suite = suiteOf(id);
      if (!short || suite === undefined || (seconds === 600 && id.startsWith("rcuscale-kvfree"))) return {};
      return { seconds: minutesOf(flags) * 6 * (tenths[suite] ?? 0) };
    },
  };
}
