import { suites } from "../results/kinds.ts";
import type { InputSpec, TypedInputs } from "./spec.ts";

/**
 * The one contract. `action.yml`, the command line's flags and help, `docs/inputs.md` and the type `Inputs`
 * all come from this table; `npm run generate` writes the files and a test fails when they drift.
 * Names and meanings follow `kvm.sh` where it has the option too.
 */
export const inputTable = {
  mode: {
    kind: "choice",
    choices: ["run", "build", "plan", "report"],
    default: "run",
    help: "What to do: `run` (build and run), `build` (kernels only), `plan` (print the batches, or with `pools` spread them over runners), `report` (judge an existing run directory, or with `plan` put together what all runners left).",
  },
  kernel: {
    kind: "path",
    default: ".",
    help: "Path of the kernel tree; the workspace when not given.",
  },
  torture: {
    kind: "choice",
    choices: suites,
    default: "rcu",
    help: "Torture suite, a folder under the tree's `configs/`.",
  },
  configs: {
    kind: "scenarios",
    default: "",
    help: "Scenarios, each with an optional repeat factor: `TREE03 3*SRCU-P CFLIST`; by default the suite's `CFLIST`. With `again`, those of the old run: names, globs such as `TREE*`, `failed`; by default all.",
  },
  duration: {
    kind: "duration",
    default: "",
    help: "How long each guest tortures: `90s`, `10m`, `10` (minutes), `2h`, `1h30m`, `1d`; by default `30m`, with `again` as long as the old run.",
  },
  cpus: {
    kind: "cpus",
    default: "auto",
    help: "CPUs that guests may use together: a number, `auto` (all that the machine has) or `0` (one guest at a time).",
  },
  kconfig: {
    kind: "text",
    default: "",
    help: "Kconfig options added to every scenario: `CONFIG_RCU_EQS_DEBUG=y CONFIG_NR_CPUS=4`.",
  },
  "kmake-arg": {
    kind: "text",
    default: "",
    help: "Arguments for the kernel's `make`: `CC=clang`.",
  },
  defconfig: {
    kind: "text",
    default: "defconfig",
    help: "The make target that gives the base configuration.",
  },
  bootargs: {
    kind: "text",
    default: "",
    help: "Kernel boot parameters added to every guest.",
  },
  bootimage: {
    kind: "text",
    default: "",
    help: "Path of the kernel image relative to the tree; by default the architecture's usual one.",
  },
  "qemu-args": {
    kind: "text",
    default: "",
    help: "Arguments added to qemu's command line.",
  },
  "qemu-cmd": {
    kind: "text",
    default: "",
    help: "The qemu program: `qemu-system-aarch64`; by default the one for the kernel's architecture.",
  },
  memory: {
    kind: "memory",
    default: "",
    help: "Memory of each guest, `512` (megabytes) or `2G`; by default 512, and 2G with `kasan`.",
  },
  kasan: { kind: "boolean", default: "false", help: "Build with KASAN (use-after-free detection)." },
  kcsan: { kind: "boolean", default: "false", help: "Build with KCSAN (data-race detection)." },
  "debug-info": { kind: "boolean", default: "false", help: "Build with debug information." },
  "trust-make": {
    kind: "boolean",
    default: "false",
    help: "Do not `make clean` between builds: faster, and right as long as make's dependencies are.",
  },
  jitter: {
    kind: "jitter",
    default: "-1",
    help: "Disturb the guests' CPUs: `N [sleep [spin]]`, N threads (`-1`: one per CPU), at most so many microseconds.",
  },
  "shutdown-grace": {
    kind: "seconds",
    default: "",
    help: "Seconds (or `3m`) beyond `duration` after which a guest counts as hung; by default 180, with `again` as in the old run.",
  },
  "no-initrd": {
    kind: "boolean",
    default: "false",
    help: "Do not build the small initrd into the kernels.",
  },
  accel: {
    kind: "choice",
    choices: ["auto", "kvm", "tcg"],
    default: "auto",
    help: "Accelerator: `auto` tries whether KVM really runs guests here and else emulates (`tcg`).",
  },
  systems: {
    kind: "words",
    default: "",
    help: "Machines that the guests run on: names as ssh understands them, and `localhost` for this one; by default this one alone. `cpus` then limits what guests may use on each.",
  },
  "ssh-private-key": {
    kind: "secret",
    default: "",
    help: "With `systems`: a private key that lets us in, its text or the path of its file; beside those of the user's ssh.",
  },
  "ssh-known-hosts": {
    kind: "verbatim",
    default: "",
    help: "With `systems`: host keys, as lines of a known_hosts file or the path of one; beside those of the user's ssh.",
  },
  "ssh-config": {
    kind: "verbatim",
    default: "",
    help: "With `systems`: an ssh_config instead of the user's, its text or its path.",
  },
  unreachable: {
    kind: "choice",
    choices: ["fail", "drop"],
    default: "fail",
    help: "With `systems`: whether one that cannot be reached when the job starts ends the job or is left out.",
  },
  "system-timeout": {
    kind: "duration",
    default: "60s",
    help: "With `systems`: how long one may be out of reach before its guests are run on others.",
  },
  relay: {
    kind: "boolean",
    default: "false",
    help: "With `systems`: each kernel leaves this machine once, and systems that have it pass it on to others, over ssh and with the keys of an agent of this job. For slow uplinks; systems must reach each other.",
  },
  "distribute-command": {
    kind: "verbatim",
    default: "",
    help: "With `systems`: a shell script of your own that brings the kernels to them: the files of the folder `$RCUTORTURE_FILES`, under their names, into `$RCUTORTURE_DESTINATION` below the home on each of `$RCUTORTURE_SYSTEMS`.",
  },
  "reserve-command": {
    kind: "verbatim",
    default: "",
    help: "With `systems`: a shell script that is run on this machine before they are used, with their names in `$RCUTORTURE_SYSTEMS`.",
  },
  "release-command": {
    kind: "verbatim",
    default: "",
    help: "With `systems`: a shell script that is run when they are not used any more, however the job ended.",
  },
  rundir: {
    kind: "path",
    default: "",
    help: "The run directory: new in `run` and `build`, an existing one in `report`; by default `res/<datestamp>` in the tree's rcutorture folder.",
  },
  out: {
    kind: "path",
    default: "",
    help: "With `mode: report`: folder for the reports, made if need be; by default the run directory.",
  },
  datestamp: {
    kind: "text",
    default: "",
    help: "Name of the new run directory under `res/`; by default date and time.",
  },
  store: {
    kind: "choice",
    choices: ["auto", "none"],
    default: "auto",
    help: "Keep built kernels and take them from earlier builds of the same content: in GitHub's cache and artifacts, elsewhere in a directory (`auto`), or not at all (`none`).",
  },
  rerun: {
    kind: "choice",
    choices: ["failed", "all", "never"],
    default: "failed",
    help: "When the job is re-run on GitHub: run again what did not pass in its earlier attempts, everything, or do as if it were the first attempt.",
  },
  "rerun-copies": {
    kind: "copies",
    default: "fill",
    help: "Copies of each scenario in such a re-run: a number, or as many as fit the CPUs (`fill`).",
  },
  again: {
    kind: "path",
    default: "",
    help: "Run an old run again without building (`mode: run`): the path of its run directory, ours or one that `kvm.sh` made, or `run:ID` for the kernels of another workflow run.",
  },
  "github-token": {
    kind: "secret",
    default: "",
    help: "Token with `actions: read`, for artifacts of other workflow runs and of earlier attempts, usually `github.token`.",
  },
  "allow-qemu-options": {
    kind: "words",
    default: "",
    help: "With `again`: qemu options of the old run that go beyond what `kvm.sh` writes by itself and that you trust, by name: `device drive`; also the path of a qemu program.",
  },
  link: {
    kind: "choice",
    choices: ["hard", "soft", "copy", "inplace", "inplace-force"],
    default: "hard",
    help: "With `again`: how the new run directory gets its kernels (`hard` falls back to `copy` across file systems), or run in the old directory itself, if that has not run (`inplace`) or whatever it holds (`inplace-force`).",
  },
  dryrun: {
    kind: "boolean",
    default: "false",
    help: "With `again`: make the new run directory and stop there.",
  },
  repeat: {
    kind: "count",
    default: "1",
    help: "Run the same guests so many times, each a sample of its own in the results.",
  },
  "repeat-for": {
    kind: "duration",
    default: "",
    help: "Run the same guests over and over for so long: `2h`.",
  },
  ignore: {
    kind: "lines",
    default: "",
    help: "Known noise, one a line: `REGEX :: reason` or `REGEX :: reason :: until YYYY-MM-DD`.",
  },
  "stop-on-failure": {
    kind: "boolean",
    default: "false",
    help: "Stop all guests as soon as one shows a failure.",
  },
  pools: {
    kind: "verbatim",
    default: "",
    help: "Runner pools to plan for (`mode: plan`), YAML or JSON: a list of pools, each with `name`, `labels` (what `runs-on` says), `cpus`, and if need be `count`, `memory`, `minutes`, `architecture`, `kvm`, `builds`, `systems`.",
  },
  suites: {
    kind: "words",
    default: "",
    help: "With `pools`: torture suites of one plan, `rcu lock scf`; by default the one of `torture`. A scenario in `configs` counts for the suites that have it.",
  },
  variants: {
    kind: "words",
    default: "",
    help: "With `pools`: kernels to build of each scenario, of `plain`, `kasan` and `kcsan`; by default the one that the inputs `kasan` and `kcsan` say.",
  },
  commits: {
    kind: "words",
    default: "",
    help: "With `pools`: commits of the kernel tree to test as one series, oldest first: tags, branches, ids, ranges such as `v6.11..v6.12`; by default the tree as it is checked out.",
  },
  plan: {
    kind: "path",
    default: "",
    help: "The plan that a job belongs to: the output `plan` of the job that planned, or the path of a plan file. In `build` and `run` with `shard`, in `report` for the merged report.",
  },
  shard: {
    kind: "text",
    default: "",
    help: "With `plan`: which of its jobs this is, the `id` of its entry in the matrix: `build-1` in `build`, `shard-1` in `run`.",
  },
  "shard-results": {
    kind: "path",
    default: "",
    help: "With `plan` in `report`: folder below which the run directories of all shards lie; by default they come from this workflow run's artifacts.",
  },
} as const satisfies Record<string, InputSpec>;

export type InputName = keyof typeof inputTable;

/** All inputs, parsed once. Durations are seconds. */
export type Inputs = TypedInputs<typeof inputTable>;

/** What the action leaves for later steps. */
export const outputTable = {
  result: "Verdict of the run: `passed`, `failed`, `build-failed`, `did-not-run` or `infrastructure-error`.",
  "failed-scenarios": "Names of the guests that did not pass, separated by spaces.",
  rundir: "Absolute path of the run directory.",
  results: "Absolute path of `results.json`.",
  plan: "Of `mode: plan` with `pools`: the plan's digest, for the input `plan` of the other jobs.",
  builds:
    "Of `mode: plan` with `pools`: JSON for `fromJSON` in a job's `strategy.matrix.include`, the jobs that build what no store has; `[]` when there is nothing to build.",
  shards: "Of `mode: plan` with `pools`: the same for the jobs that run guests.",
} as const;

export type OutputName = keyof typeof outputTable;
