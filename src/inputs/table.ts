import { suites } from "../results/kinds.ts";
import type { InputSpec, TypedInputs } from "./spec.ts";

/**
 * The one contract. `action.yml`, the command line's flags and help, `docs/inputs.md` and the type `Inputs`
 * all come from this table; `npm run generate` writes the files and a test fails when they drift.
 * Names and meanings follow `kvm.sh` where it has the option too.
 */
export const inputTable = {
  mode: {
    group: "basics",
    kind: "choice",
    choices: ["run", "build", "plan", "report", "baseline", "issues"],
    default: "run",
    help: "What to do: `run` (build kernels and run guests), `build` (build only), `plan` (print the batches, or with `pools` distribute them over runners), `report` (judge an existing run directory, or with `plan` merge what all runners left), `baseline` (add the failures of a run directory to the file of known ones), `issues` (open, update and close GitHub issues by the `results.json` in `rundir`).",
  },
  kernel: {
    group: "basics",
    kind: "path",
    default: ".",
    help: "Path of the kernel tree: a Linux source tree with `tools/testing/selftests/rcutorture`. Default: the workspace.",
  },
  torture: {
    group: "basics",
    kind: "choice",
    choices: suites,
    default: "rcu",
    help: "Torture suite: a folder under the tree's `configs/`.",
  },
  configs: {
    group: "basics",
    kind: "scenarios",
    default: "",
    help: "Scenarios to run, separated by spaces, each with an optional repeat count: `TREE03 3*SRCU-P CFLIST`. `CFLIST` (the default) stands for every scenario in the suite's `CFLIST` file. With `again`: scenarios of the old run by name, by glob (`TREE*`) or `failed`; default: all.",
  },
  duration: {
    group: "basics",
    kind: "duration",
    default: "",
    help: "How long each guest tortures: `90s`, `10m`, `10` (minutes), `2h`, `1h30m`, `1d`. Default: `30m`; with `again`, as long as in the old run.",
  },
  cpus: {
    group: "basics",
    kind: "cpus",
    default: "auto",
    help: "CPUs that all guests together may use: a number, `auto` (all of the machine's) or `0` (one guest at a time).",
  },
  kconfig: {
    group: "build",
    kind: "text",
    default: "",
    help: "Kconfig options to add to every scenario: `CONFIG_RCU_EQS_DEBUG=y CONFIG_NR_CPUS=4`.",
  },
  "kmake-arg": {
    group: "build",
    kind: "text",
    default: "",
    help: "Arguments for the kernel's `make`: `CC=clang`.",
  },
  defconfig: {
    group: "build",
    kind: "text",
    default: "defconfig",
    help: "Make target for the base configuration.",
  },
  bootargs: {
    group: "guests",
    kind: "text",
    default: "",
    help: "Kernel boot parameters to add to every guest.",
  },
  bootimage: {
    group: "build",
    kind: "text",
    default: "",
    help: "Path of the kernel image, relative to the tree. Default: the usual one of the architecture.",
  },
  "qemu-args": {
    group: "guests",
    kind: "text",
    default: "",
    help: "Arguments to add to qemu's command line.",
  },
  "qemu-cmd": {
    group: "guests",
    kind: "text",
    default: "",
    help: "The qemu program: `qemu-system-aarch64`. Default: the one for the kernel's architecture.",
  },
  memory: {
    group: "guests",
    kind: "memory",
    default: "",
    help: "Memory of each guest: `512` (megabytes) or `2G`. Default: 512, with `kasan` 2G.",
  },
  kasan: {
    group: "build",
    kind: "boolean",
    default: "false",
    help: "Build with KASAN (use-after-free detection).",
  },
  kcsan: {
    group: "build",
    kind: "boolean",
    default: "false",
    help: "Build with KCSAN (data-race detection).",
  },
  "debug-info": { group: "build", kind: "boolean", default: "false", help: "Build with debug information." },
  "trust-make": {
    group: "build",
    kind: "boolean",
    default: "false",
    help: "Skip `make clean` between builds: faster, and correct as long as make's dependencies are.",
  },
  jitter: {
    group: "guests",
    kind: "jitter",
    default: "-1",
    help: "Disturb the guests' CPUs: `N [sleep [spin]]`, N threads (`-1`: one per CPU) that sleep and spin for up to that many microseconds.",
  },
  "shutdown-grace": {
    group: "guests",
    kind: "seconds",
    default: "",
    help: "Time beyond `duration` after which a guest counts as hung, in seconds or as `3m`. Default: 180; with `again`, as in the old run.",
  },
  "no-initrd": {
    group: "build",
    kind: "boolean",
    default: "false",
    help: "Do not build the minimal initrd into the kernels.",
  },
  accel: {
    group: "guests",
    kind: "choice",
    choices: ["auto", "kvm", "tcg"],
    default: "auto",
    help: "Accelerator: `auto` uses KVM if a probe guest runs under it, and software emulation (`tcg`) otherwise.",
  },
  systems: {
    group: "systems",
    kind: "words",
    default: "",
    help: "Machines to run guests on: names that ssh understands, and `localhost` for this machine. Default: this machine alone. `cpus` then limits each of them.",
  },
  "ssh-private-key": {
    group: "systems",
    kind: "secret",
    default: "",
    help: "With `systems`: private key for logging in (text or path), in addition to the user's own.",
  },
  "ssh-known-hosts": {
    group: "systems",
    kind: "verbatim",
    default: "",
    help: "With `systems`: host keys as known_hosts lines (text or path), in addition to the user's own.",
  },
  "ssh-config": {
    group: "systems",
    kind: "verbatim",
    default: "",
    help: "With `systems`: ssh_config to use instead of the user's (text or path).",
  },
  unreachable: {
    group: "systems",
    kind: "choice",
    choices: ["fail", "drop"],
    default: "fail",
    help: "With `systems`: what to do if a system cannot be reached when the job starts: end the job (`fail`) or leave the system out (`drop`).",
  },
  "system-timeout": {
    group: "systems",
    kind: "duration",
    default: "60s",
    help: "With `systems`: how long a system may be unreachable before its guests are run on others.",
  },
  relay: {
    group: "systems",
    kind: "boolean",
    default: "false",
    help: "With `systems`: send each kernel once from here and let systems pass it on, over ssh with an agent that holds the job's keys. For slow uplinks; the systems must reach each other.",
  },
  "distribute-command": {
    group: "systems",
    kind: "verbatim",
    default: "",
    help: "With `systems`: shell script that distributes the kernels: it copies the files in `$RCUTORTURE_FILES` to `$RCUTORTURE_DESTINATION` below the home on each of `$RCUTORTURE_SYSTEMS`.",
  },
  "reserve-command": {
    group: "systems",
    kind: "verbatim",
    default: "",
    help: "With `systems`: shell script to run on this machine before the systems named in `$RCUTORTURE_SYSTEMS` are used.",
  },
  "release-command": {
    group: "systems",
    kind: "verbatim",
    default: "",
    help: "With `systems`: shell script to run when the job no longer uses the systems, however the job ended.",
  },
  prepare: {
    group: "basics",
    kind: "choice",
    choices: ["auto", "true", "false"],
    default: "auto",
    help: "Install what the mode needs and this machine lacks (qemu, compilers), and open `/dev/kvm`: on GitHub's hosted runners only (`auto`), wherever this user is root or sudo asks for no password (`true`; Debian, Ubuntu, Fedora), or never (`false`).",
  },
  rundir: {
    group: "basics",
    kind: "path",
    default: "",
    help: "Run directory: a new one for `run` and `build`, an existing one for `report` and `issues`. Default: `res/<datestamp>` in the tree's rcutorture folder.",
  },
  out: {
    group: "verdict",
    kind: "path",
    default: "",
    help: "With `mode: report`: folder to write the reports to; created if needed. Default: the run directory.",
  },
  datestamp: {
    group: "basics",
    kind: "text",
    default: "",
    help: "Name of the new run directory under `res/`. Default: date and time.",
  },
  store: {
    group: "build",
    kind: "choice",
    choices: ["auto", "none"],
    default: "auto",
    help: "Reuse kernels built earlier from the same content, and keep new ones: in GitHub's cache and artifacts, or on a laptop in a directory (`auto`); or not at all (`none`).",
  },
  rerun: {
    group: "again",
    kind: "choice",
    choices: ["failed", "all", "never"],
    default: "failed",
    help: "When the job is re-run on GitHub: run what did not pass in earlier attempts (`failed`), run everything (`all`), or ignore earlier attempts (`never`).",
  },
  "rerun-copies": {
    group: "again",
    kind: "copies",
    default: "fill",
    help: "Copies of each scenario in such a re-run: a number, or as many as fit the CPUs (`fill`).",
  },
  again: {
    group: "again",
    kind: "path",
    default: "",
    help: "Run an old run again without building (`mode: run`): the path of its run directory (ours or `kvm.sh`'s), or `run:ID` for the kernels of another workflow run.",
  },
  "github-token": {
    group: "again",
    kind: "secret",
    default: "",
    help: "Token with `actions: read`, usually `github.token`: for artifacts of other workflow runs and earlier attempts; with `issues: write` for `mode: issues`.",
  },
  "allow-qemu-options": {
    group: "again",
    kind: "words",
    default: "",
    help: "With `again`: qemu options of the old run to trust, by name (`device drive`), beyond those that `kvm.sh` itself writes; or the path of a qemu program.",
  },
  link: {
    group: "again",
    kind: "choice",
    choices: ["hard", "soft", "copy", "inplace", "inplace-force"],
    default: "hard",
    help: "With `again`: how the new run directory gets its kernels: hard links (`hard`; copies across file systems), symbolic links (`soft`) or copies (`copy`). Or run in the old directory itself: only if it has not run yet (`inplace`), or in any case (`inplace-force`).",
  },
  dryrun: {
    group: "again",
    kind: "boolean",
    default: "false",
    help: "With `again`: create the new run directory and stop.",
  },
  repeat: {
    group: "guests",
    kind: "count",
    default: "1",
    help: "How many times to run the same guests; each run counts as a sample of its own.",
  },
  "repeat-for": {
    group: "guests",
    kind: "duration",
    default: "",
    help: "Run the same guests over and over for this long: `2h`.",
  },
  ignore: {
    group: "verdict",
    kind: "lines",
    default: "",
    help: "Known noise, one per line: `REGEX :: reason` or `REGEX :: reason :: until YYYY-MM-DD`.",
  },
  "fail-on": {
    group: "verdict",
    kind: "choice",
    choices: ["any", "new", "none"],
    default: "any",
    help: "Which failures of the kernel make the job red: `any`, `new` (those that the history of the branch, or else of its base, does not know), or `none`. The verdict stays; builds and infrastructure always count.",
  },
  baseline: {
    group: "verdict",
    kind: "path",
    default: "",
    help: "File of known failures, which never make the job red. One per line: `TITLE or FINGERPRINT :: reason`, or with `:: until YYYY-MM-DD` behind it. Mode `baseline` adds the failures of `rundir` to it (default there: `rcutorture-baseline.txt`).",
  },
  upload: {
    group: "verdict",
    kind: "choice",
    choices: ["failed", "all", "none"],
    default: "failed",
    help: "What to upload as artifacts on GitHub: `report.html` as a page that opens in the browser, reports, and consoles and small files of the guests that did not pass (`failed`) or of all (`all`); or nothing (`none`).",
  },
  "retention-days": {
    group: "verdict",
    kind: "count",
    default: "",
    help: "With `upload`: days after which GitHub deletes these artifacts. Default: the repository's setting.",
  },
  "stop-on-failure": {
    group: "guests",
    kind: "boolean",
    default: "false",
    help: "Stop all guests as soon as one of them fails.",
  },
  "close-after": {
    group: "issues",
    kind: "count",
    default: "3",
    help: "With `mode: issues`: nights in a row without a failure after which its issue is closed. Needs `github-token` with `issues: write`.",
  },
  pools: {
    group: "pools",
    kind: "verbatim",
    default: "",
    help: "With `mode: plan`: runner pools to plan for, as a YAML or JSON list. Each pool has `name`, `labels` (for `runs-on`) and `cpus`, and optionally `count`, `memory`, `minutes`, `architecture`, `kvm`, `builds`, `systems`.",
  },
  suites: {
    group: "pools",
    kind: "words",
    default: "",
    help: "With `pools`: torture suites to plan together: `rcu lock scf`. Default: `torture`. A scenario in `configs` applies to the suites that have it.",
  },
  variants: {
    group: "pools",
    kind: "words",
    default: "",
    help: "With `pools`: kernels to build of each scenario: `plain`, `kasan`, `kcsan`. Default: what the inputs `kasan` and `kcsan` say.",
  },
  commits: {
    group: "pools",
    kind: "words",
    default: "",
    help: "With `pools`: commits to test as a series, oldest first: tags, branches, ids, ranges such as `v6.11..v6.12`. Default: the tree as checked out.",
  },
  plan: {
    group: "pools",
    kind: "path",
    default: "",
    help: "The plan that this job belongs to: output `plan` of the planning job, or the path of a plan file. For `build` and `run` together with `shard`; for `report` to merge all results.",
  },
  shard: {
    group: "pools",
    kind: "text",
    default: "",
    help: "With `plan`: which job of the plan this is, the `id` of its matrix entry: `build-1` for `build`, `shard-1` for `run`.",
  },
  "shard-results": {
    group: "pools",
    kind: "path",
    default: "",
    help: "With `plan` in `report`: folder that holds the run directories of all shards. Default: this workflow run's artifacts.",
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
  "report-html": "Absolute path of `report.html`.",
  junit: "Absolute path of `junit.xml`.",
  summary: "Absolute path of `summary.md`, the text of the job's page.",
  "report-url": "Address of the uploaded `report.html`, which opens in the browser (`upload`).",
  "artifact-url": "Address of the uploaded archive of reports, consoles and small files (`upload`).",
  "artifact-id": "Id of that archive, for actions/download-artifact.",
  passed: "Number of guests (runs of them, with `repeat` or several attempts) that passed.",
  failed: "Number that failed.",
  "build-failed": "Number whose kernel did not build.",
  "did-not-run": "Number that did not run, or not to the end.",
  "infrastructure-error": "Number that the infrastructure lost.",
  "new-failures":
    "Number of failures that neither `baseline` nor, with `fail-on: new`, the history of the branch knows.",
  "cache-hit": "`true` if every kernel came from a store, else `false`.",
  plan: "With `mode: plan` and `pools`: digest of the plan, for the input `plan` of the other jobs.",
  builds:
    "With `mode: plan` and `pools`: JSON for `fromJSON` in `strategy.matrix.include`: the build jobs for kernels that no store has; `[]` if there is nothing to build.",
  shards:
    "With `mode: plan` and `pools`: JSON for `fromJSON` in `strategy.matrix.include`: the jobs that run guests.",
} as const;
