import type { Mode } from "./help.ts";
import type { InputName } from "./table.ts";

/** The kernel's scripts that people come from. */
export const scripts = ["kvm.sh", "kvm-again.sh", "kvm-remote.sh", "kvm-series.sh", "torture.sh"] as const;
export type Script = (typeof scripts)[number];

/** What a flag of a script is here. */
export type Ours =
  /** An input, which takes the flag's value as it is. */
  | { readonly input: InputName }
  /** An input with this value; the flag itself has none. */
  | { readonly input: InputName; readonly value: string }
  | { readonly mode: Mode }
  /** Of the command line itself. */
  | { readonly same: true }
  /** Nothing that means the same: what to write instead, as a message goes on after the flag. */
  | { readonly instead: string };

export interface ScriptFlag {
  /** All its spellings, the one in the script's usage first. */
  readonly flags: readonly string[];
  /** The form of its value, where it has one. */
  readonly takes?: string;
  readonly ours: Ours;
  /** What is different here, for the table in the documentation. */
  readonly note?: string;
}

const dashed = (name: InputName) => `--${name}`;

/** A flag that has the name of the input. */
const same = (input: InputName, takes?: string, ...aliases: string[]): ScriptFlag => ({
  flags: [dashed(input), ...aliases],
  ...(takes === undefined ? {} : { takes }),
  ours: { input },
});

const noted = (flag: ScriptFlag, note: string): ScriptFlag => ({ ...flag, note });

/** Flags of `torture.sh` that switch a set on and off; the last one counts, as there. */
const tortureSet = (name: string, ...names: string[]): ScriptFlag[] => {
  const all = [name, ...names];
  return [
    { flags: all.map((each) => `--do-${each}`), ours: { input: "torture-sets", value: `+${name}` } },
    {
      flags: all.flatMap((each) => [`--do-no-${each}`, `--no-${each}`]),
      ours: { input: "torture-sets", value: `-${name}` },
    },
  ];
};

/**
 * Every flag that the kernel's scripts parse (Linux 6.1 to 7.3), beside what it is here: understood where it means the
 * same, else answered with the name of ours. `docs/from-kvm-sh.md` is made from this table.
 */
export const scriptFlags: Readonly<Record<Script, readonly ScriptFlag[]>> = {
  "kvm.sh": [
    {
      flags: ["--allcpus"],
      ours: { input: "cpus", value: "auto" },
      note: "The default here; `kvm.sh` runs one guest after the other.",
    },
    same("bootargs", "TEXT", "--bootarg"),
    same("bootimage", "PATH"),
    { flags: ["--buildonly", "--build-only"], ours: { mode: "build" } },
    noted(same("configs", "LIST", "--config"), "Also small letters, commas, and names without a flag."),
    noted(same("cpus", "N"), "Also `auto`. With `systems`, the limit on each of them."),
    same("datestamp", "NAME"),
    same("debug-info", undefined, "--debuginfo"),
    same("defconfig", "TARGET"),
    {
      flags: ["--dryrun"],
      takes: "batches|scenarios|sched|script",
      ours: { input: "show" },
      note: "Mode `plan`.",
    },
    noted(same("duration", "TIME"), "A bare number is minutes. Also `1h30m`."),
    noted(same("gdb"), "Command line only."),
    { flags: ["--help", "-h"], ours: { same: true } },
    noted(
      same("interactive"),
      "Command line only. The guest does not wait to be started, and its console is kept and judged.",
    ),
    same("jitter", '"N [SLEEP [SPIN]]"'),
    same("kasan"),
    noted(
      same("kconfig", "OPTIONS", "--kconfigs"),
      "Strings in quotes are refused: `kvm.sh` loses the quotes.",
    ),
    same("kcsan"),
    noted(
      same("kill-previous"),
      "Also ends jobs of ours. Without it, a job waits until the other has built.",
    ),
    same("kmake-arg", "TEXT", "--kmake-args"),
    {
      flags: ["--mac"],
      takes: "ADDRESS",
      ours: {
        instead:
          'give the guest a network card with --qemu-args "-netdev user,id=n -device virtio-net,netdev=n,mac=..."',
      },
      note: "`kvm.sh` uses it for ppc64 guests only.",
    },
    noted(same("memory", "SIZE"), "Also `2GB`."),
    { flags: ["--no-affinity"], ours: { input: "affinity", value: "false" } },
    same("no-initrd"),
    same("qemu-args", "TEXT", "--qemu-arg"),
    same("qemu-cmd", "PROGRAM"),
    {
      flags: ["--remote"],
      ours: { instead: 'name the machines that are to run the guests: --systems "kvm1 kvm2"' },
    },
    {
      flags: ["--results"],
      takes: "FOLDER",
      ours: { instead: "name the run directory itself: --rundir FOLDER/NAME" },
    },
    noted(same("shutdown-grace", "SECONDS"), "Also `3m`."),
    noted(same("torture", "SUITE"), "Any folder under the tree's `configs/`."),
    same("trust-make"),
  ],
  "kvm-again.sh": [
    same("bootargs", "TEXT", "--bootarg"),
    same("datestamp", "NAME"),
    same("dryrun"),
    same("duration", "TIME"),
    noted(same("link", "hard|soft|copy|inplace|inplace-force"), "Default `hard`; old runs never change."),
    {
      flags: ["--remote"],
      ours: { instead: 'name the machines that are to run the guests: --systems "kvm1 kvm2"' },
    },
    same("rundir", "PATH"),
  ],
  // It has no flags of its own: all go to kvm.sh or kvm-again.sh.
  "kvm-remote.sh": [],
  "kvm-series.sh": [],
  "torture.sh": [
    {
      flags: ["--compress-concurrency"],
      takes: "N",
      ours: { instead: "results are not compressed; leave it out" },
    },
    same("configs-rcutorture", "LIST", "--config-rcutorture"),
    same("configs-locktorture", "LIST", "--config-locktorture"),
    same("configs-scftorture", "LIST", "--config-scftorture"),
    { flags: ["--do-all", "--doall"], ours: { input: "torture-sets", value: "all" } },
    ...tortureSet("allmodconfig"),
    ...tortureSet("clocksourcewd"),
    ...tortureSet("kasan"),
    ...tortureSet("kcsan"),
    ...tortureSet("kvfree"),
    ...tortureSet("locktorture"),
    { flags: ["--do-none", "--donone"], ours: { input: "torture-sets", value: "none" } },
    ...tortureSet("normal", "norm"),
    ...tortureSet("rcuscale"),
    ...tortureSet("rcutasksflavors"),
    ...tortureSet("rcutorture"),
    ...tortureSet("refscale"),
    ...tortureSet("rt"),
    ...tortureSet("rcu-rust"),
    ...tortureSet("scftorture"),
    ...tortureSet("srcu-lockdep"),
    noted(same("duration", "TIME"), "Time of the whole, apportioned as `torture.sh` does."),
    same("guest-cpu-limit", "N", "--guest-cpu-lim"),
    same("kcsan-kmake-arg", "TEXT", "--kcsan-kmake-args"),
  ],
};
