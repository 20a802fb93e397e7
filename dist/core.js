import { __commonJSMin, __exportAll, __name } from "./rolldown-runtime.js";
import { readFile, realpath, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { spawn } from "node:child_process";
import { performance as performance$1 } from "node:perf_hooks";
import { setTimeout as setTimeout$1 } from "node:timers/promises";

// src/errors.ts
var InputError = class extends Error {
	name = "InputError";
};
var InfrastructureError = class extends Error {
	name = "InfrastructureError";
};
const exitStatus = {
	passed: 0,
	kernelFailed: 1,
	badInput: 2,
	infrastructure: 3
};
function exitStatusOf(error) {
	return error instanceof InputError ? exitStatus.badInput : exitStatus.infrastructure;
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}

// src/faults.ts
function tellFaults(ui, exitStatus, tell = (message) => ui.error(message)) {
	let over = false;
	process.exitCode = exitStatus;
	const fault = (error) => {
		const stack = error instanceof Error ? error.stack?.split("\n") ?? [] : [];
		for (const line of stack.filter((each) => /^\s+at /.test(each))) ui.info(line);
		return Promise.resolve(tell(`A fault of rcutorture-action, which says nothing about the kernel: ${messageOf(error)}`));
	};
	process.on("uncaughtException", (error) => {
		if (over) process.exit(exitStatus);
		over = true;
		fault(error).finally(() => process.exit(exitStatus));
	});
	process.once("exit", () => {
		if (!over) fault("nothing was left to wait for.");
	});
	process.removeAllListeners("warning");
	process.on("warning", ({ name, message }) => ui.info(`Node: ${name}: ${message}`));
	return { decided() {
		over = true;
	} };
}

// src/github/buildRunner.ts
const lazyBuildRunner = { async run(command, listeners, signal) {
	const { runProgram } = await import("./modes.js").then((all) => all.src_github_exec_ts);
	return runProgram(command, listeners, signal);
} };

// src/results/kinds.ts
const suites = [
	"rcu",
	"lock",
	"scf",
	"rcuscale",
	"refscale"
];
const suiteName = /^(?!(?:rcu|lock|scf)torture$)[A-Za-z0-9][\w.-]{0,63}$/;
const sanitizers = ["kasan", "kcsan"];
const verdicts = [
	"failed",
	"build-failed",
	"did-not-run",
	"infrastructure-error",
	"passed"
];
const findingKinds = [
	"torture-failure",
	"panic",
	"kasan",
	"kcsan",
	"ubsan",
	"bug",
	"oops",
	"null-dereference",
	"paging-request",
	"general-protection",
	"divide-error",
	"double-fault",
	"soft-lockup",
	"hard-lockup",
	"workqueue-lockup",
	"hung-task",
	"rcu-stall",
	"kthread-starved",
	"writer-stall",
	"lockdep",
	"suspicious-rcu",
	"sleeping-in-atomic",
	"debug-objects",
	"refcount",
	"list-corruption",
	"oom",
	"warning",
	"gp-hang",
	"bad-sequence",
	"hotplug-failure",
	"close-calls",
	"no-end",
	"silence",
	"hang",
	"boot-failure",
	"other"
];

// src/inputs/table.ts
const inputTable = {
	mode: {
		group: "basics",
		kind: "choice",
		choices: [
			"run",
			"build",
			"plan",
			"report",
			"baseline",
			"bisect",
			"issues"
		],
		default: "run",
		help: "What to do: `run` (build kernels and run guests), `build` (build only), `plan` (print the batches, or with `pools` distribute them over runners), `report` (judge an existing run directory, or with `plan` merge what all runners left), `baseline` (add the failures of a run directory to the file of known ones), `bisect` (find the commit that broke a test, also if it fails only sometimes), `issues` (open, update and close GitHub issues by the `results.json` in `rundir`)."
	},
	kernel: {
		group: "basics",
		kind: "path",
		default: ".",
		help: "Path of the kernel tree: a Linux source tree with `tools/testing/selftests/rcutorture`. Default: the workspace."
	},
	torture: {
		group: "basics",
		kind: "choice",
		choices: suites,
		open: suiteName,
		default: "rcu",
		help: "Torture suite: a folder under the tree's `configs/`. Of a suite that is not listed, findings and the scripts' verdict are reported, but no counters."
	},
	configs: {
		group: "basics",
		kind: "scenarios",
		default: "",
		help: "Scenarios to run, separated by spaces, each with an optional repeat count: `TREE03 3*SRCU-P CFLIST`. `CFLIST` (the default) stands for every scenario in the suite's `CFLIST` file. With `again`: scenarios of the old run by name, by glob (`TREE*`) or `failed`; default: all."
	},
	duration: {
		group: "basics",
		kind: "duration",
		default: "",
		help: "How long each guest tortures: `90s`, `10m`, `10` (minutes), `2h`, `1h30m`, `1d`. Default: `30m`; with `again`, as long as in the old run; with `suites: torture`, `10m`, of which the suites get their parts."
	},
	cpus: {
		group: "basics",
		kind: "cpus",
		default: "auto",
		help: "CPUs that all guests together may use: a number, `auto` (all of the machine's) or `0` (one guest at a time)."
	},
	show: {
		group: "basics",
		kind: "choice",
		choices: [
			"batches",
			"scenarios",
			"sched",
			"script"
		],
		default: "",
		help: "With `mode: plan`: print only what `kvm.sh --dryrun` prints: `batches`, `scenarios` or `sched`; or the commands that build and run with the tree's own scripts (`script`)."
	},
	kconfig: {
		group: "build",
		kind: "text",
		default: "",
		help: "Kconfig options to add to every scenario: `CONFIG_RCU_EQS_DEBUG=y CONFIG_NR_CPUS=4`."
	},
	"kmake-arg": {
		group: "build",
		kind: "text",
		default: "",
		help: "Arguments for the kernel's `make`: `CC=clang`."
	},
	defconfig: {
		group: "build",
		kind: "text",
		default: "defconfig",
		help: "Make target for the base configuration."
	},
	bootargs: {
		group: "guests",
		kind: "text",
		default: "",
		help: "Kernel boot parameters to add to every guest."
	},
	bootimage: {
		group: "build",
		kind: "text",
		default: "",
		help: "Path of the kernel image, relative to the tree. Default: the usual one of the architecture."
	},
	"qemu-args": {
		group: "guests",
		kind: "text",
		default: "",
		help: "Arguments to add to qemu's command line."
	},
	"qemu-cmd": {
		group: "guests",
		kind: "text",
		default: "",
		help: "The qemu program: `qemu-system-aarch64`. Default: the one for the kernel's architecture."
	},
	memory: {
		group: "guests",
		kind: "memory",
		default: "",
		help: "Memory of each guest: `512` (megabytes) or `2G`. Default: 512, with `kasan` 2G."
	},
	kasan: {
		group: "build",
		kind: "boolean",
		default: "false",
		help: "Build with KASAN (use-after-free detection)."
	},
	kcsan: {
		group: "build",
		kind: "boolean",
		default: "false",
		help: "Build with KCSAN (data-race detection)."
	},
	"debug-info": {
		group: "build",
		kind: "boolean",
		default: "false",
		help: "Build with debug information."
	},
	"trust-make": {
		group: "build",
		kind: "boolean",
		default: "false",
		help: "Skip `make clean` between builds: faster, and correct as long as make's dependencies are."
	},
	"kill-previous": {
		group: "build",
		kind: "boolean",
		default: "false",
		help: "End what another job builds in this kernel tree, ours or `kvm.sh`, instead of waiting for it."
	},
	jitter: {
		group: "guests",
		kind: "jitter",
		default: "-1",
		help: "Disturb the guests' CPUs: `N [sleep [spin]]`, N threads (`-1`: one per CPU) that sleep and spin for up to that many microseconds."
	},
	affinity: {
		group: "guests",
		kind: "boolean",
		default: "true",
		help: "Bind each guest to CPUs of its own, as many as it has, on as few NUMA nodes as possible."
	},
	gdb: {
		group: "guests",
		kind: "boolean",
		default: "false",
		help: "Command line only, one guest: build with debug information, start the guest stopped, and wait for gdb; prints the commands to type. Without time limit."
	},
	interactive: {
		group: "guests",
		kind: "boolean",
		default: "false",
		help: "Command line only, one guest: your terminal becomes the guest's console (Ctrl-A C: qemu's monitor, Ctrl-A X: end). Without time limit."
	},
	"shutdown-grace": {
		group: "guests",
		kind: "seconds",
		default: "",
		help: "Time beyond `duration` after which a guest counts as hung, in seconds or as `3m`. Default: 180; with `again`, as in the old run."
	},
	"no-initrd": {
		group: "build",
		kind: "boolean",
		default: "false",
		help: "Do not build the minimal initrd into the kernels."
	},
	accel: {
		group: "guests",
		kind: "choice",
		choices: [
			"auto",
			"kvm",
			"tcg"
		],
		default: "auto",
		help: "Accelerator: `auto` uses KVM if a probe guest runs under it, and software emulation (`tcg`) otherwise."
	},
	systems: {
		group: "systems",
		kind: "words",
		default: "",
		help: "Machines to run guests on: names that ssh understands, and `localhost` for this machine. Default: this machine alone. `cpus` then limits each of them."
	},
	"ssh-private-key": {
		group: "systems",
		kind: "secret",
		default: "",
		help: "With `systems`: private key for logging in (text or path), in addition to the user's own."
	},
	"ssh-known-hosts": {
		group: "systems",
		kind: "verbatim",
		default: "",
		help: "With `systems`: host keys as known_hosts lines (text or path), in addition to the user's own."
	},
	"ssh-config": {
		group: "systems",
		kind: "verbatim",
		default: "",
		help: "With `systems`: ssh_config to use instead of the user's (text or path)."
	},
	unreachable: {
		group: "systems",
		kind: "choice",
		choices: ["fail", "drop"],
		default: "fail",
		help: "With `systems`: what to do if a system cannot be reached when the job starts: end the job (`fail`) or leave the system out (`drop`)."
	},
	"system-timeout": {
		group: "systems",
		kind: "duration",
		default: "60s",
		help: "With `systems`: how long a system may be unreachable before its guests are run on others."
	},
	relay: {
		group: "systems",
		kind: "boolean",
		default: "false",
		help: "With `systems`: send each kernel once from here and let systems pass it on, over ssh with an agent that holds the job's keys. For slow uplinks; the systems must reach each other."
	},
	"distribute-command": {
		group: "systems",
		kind: "verbatim",
		default: "",
		help: "With `systems`: shell script that distributes the kernels: it copies the files in `$RCUTORTURE_FILES` to `$RCUTORTURE_DESTINATION` below the home on each of `$RCUTORTURE_SYSTEMS`."
	},
	"reserve-command": {
		group: "systems",
		kind: "verbatim",
		default: "",
		help: "With `systems`: shell script to run on this machine before the systems named in `$RCUTORTURE_SYSTEMS` are used."
	},
	"release-command": {
		group: "systems",
		kind: "verbatim",
		default: "",
		help: "With `systems`: shell script to run when the job no longer uses the systems, however the job ended."
	},
	prepare: {
		group: "basics",
		kind: "choice",
		choices: [
			"auto",
			"true",
			"false"
		],
		default: "auto",
		help: "Install what the mode needs and this machine lacks (qemu, compilers), and open `/dev/kvm`: on GitHub's hosted runners only (`auto`), wherever this user is root or sudo asks for no password (`true`; Debian, Ubuntu, Fedora), or never (`false`)."
	},
	rundir: {
		group: "basics",
		kind: "path",
		default: "",
		help: "Run directory: a new one for `run` and `build`, an existing one for `report` and `issues`. Default: `res/<datestamp>` in the tree's rcutorture folder."
	},
	out: {
		group: "verdict",
		kind: "path",
		default: "",
		help: "With `mode: report`: folder to write the reports to; created if needed. Default: the run directory."
	},
	datestamp: {
		group: "basics",
		kind: "text",
		default: "",
		help: "Name of the new run directory under `res/`. Default: date and time."
	},
	store: {
		group: "build",
		kind: "choice",
		choices: ["auto", "none"],
		default: "auto",
		help: "Reuse kernels built earlier from the same content, and keep new ones: in GitHub's cache and artifacts, or on a laptop in a directory (`auto`); or not at all (`none`)."
	},
	rerun: {
		group: "again",
		kind: "choice",
		choices: [
			"failed",
			"all",
			"never"
		],
		default: "failed",
		help: "When the job is re-run on GitHub: run what did not pass in earlier attempts (`failed`), run everything (`all`), or ignore earlier attempts (`never`)."
	},
	"rerun-copies": {
		group: "again",
		kind: "copies",
		default: "fill",
		help: "Copies of each scenario in such a re-run: a number, or as many as fit the CPUs (`fill`)."
	},
	again: {
		group: "again",
		kind: "path",
		default: "",
		help: "Run an old run again without building (`mode: run`): the path of its run directory (ours or `kvm.sh`'s), or `run:ID` for the kernels of another workflow run."
	},
	"github-token": {
		group: "again",
		kind: "secret",
		default: "",
		help: "Token with `actions: read`, usually `github.token`: for artifacts of other workflow runs and earlier attempts; with `issues: write` for `mode: issues`."
	},
	"allow-qemu-options": {
		group: "again",
		kind: "words",
		default: "",
		help: "With `again`: qemu options of the old run to trust, by name (`device drive`), beyond those that `kvm.sh` itself writes; or the path of a qemu program."
	},
	link: {
		group: "again",
		kind: "choice",
		choices: [
			"hard",
			"soft",
			"copy",
			"inplace",
			"inplace-force"
		],
		default: "hard",
		help: "With `again`: how the new run directory gets its kernels: hard links (`hard`; copies across file systems), symbolic links (`soft`) or copies (`copy`). Or run in the old directory itself: only if it has not run yet (`inplace`), or in any case (`inplace-force`)."
	},
	dryrun: {
		group: "again",
		kind: "boolean",
		default: "false",
		help: "With `again`: create the new run directory and stop."
	},
	repeat: {
		group: "guests",
		kind: "count",
		default: "1",
		help: "How many times to run the same guests; each run counts as a sample of its own."
	},
	"repeat-for": {
		group: "guests",
		kind: "duration",
		default: "",
		help: "Run the same guests over and over for this long: `2h`."
	},
	until: {
		group: "answers",
		kind: "question",
		default: "",
		help: "Run guests until a question is answered: `failures=5` (how often does it fail?), `rate<1/100h` or `rate<1/500runs` (does it fail less often than that?), `fixed` (is the failure in `before` gone?)."
	},
	before: {
		group: "answers",
		kind: "path",
		default: "",
		help: "With `until: fixed` or `mode: report`: what to compare with: the path of a run directory or of a `results.json`, or `run:ID` for another workflow run. Default with `until`: earlier runs of the branch; with `report`, nothing."
	},
	failure: {
		group: "answers",
		kind: "text",
		default: "",
		help: "With `until`: the failure that is asked about: its fingerprint, or a part of its title. Default: any failure; with `fixed`, the most frequent one in `before`."
	},
	confidence: {
		group: "answers",
		kind: "percent",
		default: "95",
		help: "With `until`: how sure the answer has to be, in per cent. It holds however often one looks."
	},
	budget: {
		group: "answers",
		kind: "budget",
		default: "",
		help: "With `until`: how long to look for an answer: `12h`, or `40 guest-hours`. Default: as long as the job may run."
	},
	good: {
		group: "bisect",
		kind: "text",
		default: "",
		help: "With `mode: bisect`: a commit that does not fail: a tag, branch or id that is an ancestor of `bad`."
	},
	bad: {
		group: "bisect",
		kind: "text",
		default: "HEAD",
		help: "With `mode: bisect`: a commit that fails, if only sometimes."
	},
	"good-rate": {
		group: "bisect",
		kind: "text",
		default: "0",
		help: "With `mode: bisect`: how often good commits fail, where that is not never: `1/500h`, `1/200runs` or, per run, `0.5%`."
	},
	"first-parent": {
		group: "bisect",
		kind: "boolean",
		default: "false",
		help: "With `mode: bisect`: follow only the first parent of merges, so that the answer may be a merge with everything it brought."
	},
	prior: {
		group: "bisect",
		kind: "choice",
		choices: ["paths", "even"],
		default: "paths",
		help: "With `mode: bisect`: which commits to suspect before anything has run: those that touch RCU, locking and the torture tests above others, drivers least (`paths`), or all alike (`even`)."
	},
	observations: {
		group: "bisect",
		kind: "verbatim",
		default: "",
		help: "With `mode: bisect`: what has been seen elsewhere (text or path): `bisect.log` of another bisection, `git bisect log`, or lines such as `failed v6.12-rc3 2x`."
	},
	probe: {
		group: "bisect",
		kind: "text",
		default: "",
		help: "With `mode: bisect`, over runner pools: what this job of a round runs, `probe` of its entry of the output `shards`. `none`: run nothing, and report what is known."
	},
	ignore: {
		group: "verdict",
		kind: "lines",
		default: "",
		help: "Known noise, one per line: `REGEX :: reason` or `REGEX :: reason :: until YYYY-MM-DD`."
	},
	"fail-on": {
		group: "verdict",
		kind: "choice",
		choices: [
			"any",
			"new",
			"none"
		],
		default: "any",
		help: "Which failures of the kernel make the job red: `any`, `new` (those that the history of the branch, or else of its base, does not know), or `none`. The verdict stays; builds and infrastructure always count."
	},
	baseline: {
		group: "verdict",
		kind: "path",
		default: "",
		help: "File of known failures, which never make the job red. One per line: `TITLE or FINGERPRINT :: reason`, or with `:: until YYYY-MM-DD` behind it. Mode `baseline` adds the failures of `rundir` to it (default there: `rcutorture-baseline.txt`). In `mode: plan` with `pools`: for all jobs of the plan."
	},
	upload: {
		group: "verdict",
		kind: "choice",
		choices: [
			"failed",
			"all",
			"none"
		],
		default: "failed",
		help: "What to upload as artifacts on GitHub: `report.html` as a page that opens in the browser, reports, and consoles and small files of the guests that did not pass (`failed`) or of all (`all`); or nothing (`none`)."
	},
	"retention-days": {
		group: "verdict",
		kind: "count",
		default: "",
		help: "With `upload`: days after which GitHub deletes these artifacts. Default: the repository's setting."
	},
	"stop-on-failure": {
		group: "guests",
		kind: "boolean",
		default: "false",
		help: "Stop all guests as soon as one of them fails."
	},
	"close-after": {
		group: "issues",
		kind: "count",
		default: "3",
		help: "With `mode: issues`: nights in a row without a failure after which its issue is closed. Needs `github-token` with `issues: write`."
	},
	pools: {
		group: "pools",
		kind: "verbatim",
		default: "",
		help: "With `mode: plan` and `mode: bisect`: runner pools to plan for (the next round of a bisection), as a YAML or JSON list. Each pool has `name`, `labels` (for `runs-on`) and `cpus`, and optionally `count`, `memory`, `minutes`, `architecture`, `kvm`, `builds`, `systems`."
	},
	suites: {
		group: "pools",
		kind: "words",
		default: "",
		help: "`torture`: all that the tree's `torture.sh` does, set by set, on this machine, `systems` or `pools`. With `pools` also torture suites to plan together, folders under the tree's `configs/`: `rcu lock scf`. Default: `torture`, the input. A scenario in `configs` applies to the suites that have it."
	},
	"torture-sets": {
		group: "torture",
		kind: "words",
		default: "",
		help: "With `suites: torture`: sets to switch on and off as with `torture.sh --do-NAME`: `+kcsan -allmodconfig`; names without a sign leave out all others: `rcutorture srcu-lockdep kasan`; `all`, `none`. Default: what `torture.sh` does without flags."
	},
	"configs-rcutorture": {
		group: "torture",
		kind: "scenarios",
		default: "",
		help: "With `suites: torture`: scenarios of the set `rcutorture`, as with `torture.sh`: `3*TREE03 TINY01`. Default: CFLIST."
	},
	"configs-locktorture": {
		group: "torture",
		kind: "scenarios",
		default: "",
		help: "The same of the set `locktorture`."
	},
	"configs-scftorture": {
		group: "torture",
		kind: "scenarios",
		default: "",
		help: "The same of the set `scftorture`."
	},
	"kcsan-kmake-arg": {
		group: "torture",
		kind: "text",
		default: "",
		help: "With `suites: torture`: arguments for `make` in sets with KCSAN: `CC=clang`."
	},
	"guest-cpu-limit": {
		group: "torture",
		kind: "count",
		default: "",
		help: "With `suites: torture`: most CPUs of guests of scale tests, up to half of the machine's. Default: half of them."
	},
	variants: {
		group: "pools",
		kind: "words",
		default: "",
		help: "With `pools`: kernels to build of each scenario: `plain`, `kasan`, `kcsan`. Default: what the inputs `kasan` and `kcsan` say."
	},
	commits: {
		group: "pools",
		kind: "words",
		default: "",
		help: "With `pools`: commits to test as a series, oldest first: tags, branches, ids, ranges such as `v6.11..v6.12`. Default: the tree as checked out."
	},
	plan: {
		group: "pools",
		kind: "path",
		default: "",
		help: "The plan that this job belongs to: output `plan` of the planning job, or the path of a plan file. For `build` and `run` together with `shard`; for `report` to merge all results."
	},
	shard: {
		group: "pools",
		kind: "text",
		default: "",
		help: "With `plan`: which job of the plan this is, the `id` of its matrix entry: `build-1` for `build`, `shard-1` for `run`."
	},
	"shard-results": {
		group: "pools",
		kind: "path",
		default: "",
		help: "With `plan` in `report`: folder that holds the run directories of all shards. Default: this workflow run's artifacts."
	}
};

// src/text/door.ts
const longestLine = 4096;
const mostLines = 2e4;
const strings = /(?:\u001b[PX\]^_]|[\u0090\u0098\u009d-\u009f])[^\n\u0007\u001b\u0090\u0098\u009c-\u009f]*(?:\u0007|\u001b\\|\u009c)/g;
const sequences = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[ -/]*[0-~]/g;
const lineEnds = /\r*\n|\r+/g;
const separators = /[\v\f\u0085\p{Zl}\p{Zp}]/gu;
const odd = /[^\t\n\x20-\x7e]/;
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
function printable(text) {
	if (!odd.test(text)) return text;
	return text.toWellFormed().replace(strings, "").replace(sequences, "").replace(lineEnds, "\n").replace(separators, " ").replace(invisible, "");
}
function printableJson(value, indent) {
	const code = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
	const escaped = (character) => [...Array(character.length).keys()].map((at) => code(character.charAt(at)));
	const text = JSON.stringify(value, null, indent);
	return odd.test(text) ? text.replace(separators, code).replace(invisible, (character) => escaped(character).join("")) : text;
}
function disarmed(line) {
	return line.replaceAll("##[", "# #[").replace(/^(\s*)::/, "$1: :");
}
function cut(line, most, unread) {
	const left = Math.max(0, line.length - most) + unread;
	if (left === 0) return line;
	return `${line.slice(0, most).toWellFormed()}… (${left} more characters)`;
}
function harmlessLine(text, most = longestLine) {
	const read = text.slice(0, 8 * most);
	return cut(disarmed(printable(read).replaceAll("\n", " ")), most, text.length - read.length);
}
function harmlessText(text, most = mostLines) {
	const lines = text.replace(/\n$/, "").split(lineEnds);
	const shown = lines.slice(0, most).map((line) => harmlessLine(line));
	if (lines.length > most) shown.push(harmlessLine(`… (${lines.length - most} more lines)`));
	return shown.join("\n");
}

// src/systems/disk.ts
const noRoom = {
	ENOSPC: "is full",
	EDQUOT: "is used up to the quota",
	EROFS: "is read-only",
	EIO: "has errors"
};
function parseMounts(text) {
	const plain = (word = "") => word.replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)));
	return text.split("\n").flatMap((line) => {
		const [before, after] = line.split(" - ");
		const point = before?.split(" ")[4];
		const [type, source] = after?.split(" ") ?? [];
		return point === void 0 || type === void 0 ? [] : [{
			point: plain(point),
			type,
			source: plain(source)
		}];
	});
}
function mountOf(path, mountinfo) {
	let best;
	for (const mount of parseMounts(mountinfo)) {
		const { point } = mount;
		if ((point === "/" || path === point || path.startsWith(`${point}/`)) && point.length >= (best?.point.length ?? 0)) best = mount;
	}
	return best;
}
async function existing(path) {
	return await realpath(path).catch(() => void 0) ?? (dirname(path) === path ? path : await existing(dirname(path)));
}
async function diskName(path) {
	const mountinfo = await readFile("/proc/self/mountinfo", "utf8").catch(() => "");
	const mount = mountOf(await existing(path), mountinfo);
	if (mount === void 0) return `the disk of ${path}`;
	const { source, type, point } = mount;
	return `${source.startsWith("/") ? source : type}, mounted at ${point}`;
}
async function diskTrouble(error, path) {
	const how = noRoom[error?.code ?? ""];
	return how === void 0 ? void 0 : `The disk (${await diskName(path)}) ${how}`;
}
async function describeError(error) {
	const { path, dest } = error ?? {};
	const file = typeof dest === "string" ? dest : path;
	const trouble = typeof file === "string" ? await diskTrouble(error, file) : void 0;
	return trouble === void 0 ? messageOf(error) : `${messageOf(error)}. ${trouble}.`;
}
async function roomAt(path) {
	const { blocks, bavail, bfree, bsize } = await statfs(await existing(path));
	if (blocks === 0) return void 0;
	return (process.getuid?.() === 0 ? bfree : bavail) * bsize;
}
async function fullestDisk(paths) {
	let [fullest] = paths;
	let least = Number.POSITIVE_INFINITY;
	for (const path of paths) {
		const room = await roomAt(path).catch(() => void 0) ?? Number.POSITIVE_INFINITY;
		if (room < least) [fullest, least] = [path, room];
	}
	return await diskName(fullest);
}

// src/text/outlet.ts
function outletTo(stream) {
	return { write: (text) => void stream.write(`${text}\n`) };
}

// src/kernel/buildOptions.ts
const rules = [
	[
		"kconfig",
		"kconfig",
		/^\s*(?:(?:#CHECK#)?CONFIG_[A-Z0-9_]+=(?:[ynm]|-?\d+)(?:\s+|$))*$/,
		"write CONFIG_NAME=y, =n, =m or a whole number, with spaces between; kvm.sh loses the quotes of strings"
	],
	[
		"kmakeArg",
		"kmake-arg",
		/^[^"'`$\\;&|<>()]*$/,
		"quotes, $, backslashes and ; & | < > ( ) cannot pass kvm.sh"
	],
	[
		"defconfig",
		"defconfig",
		/^[\w.-]+(?: [\w.-]+)*$/,
		"name make targets such as defconfig or tinyconfig"
	],
	[
		"bootargs",
		"bootargs",
		/^[^"`$\\]*$/,
		"double quotes, backquotes, $ and backslashes cannot pass kvm.sh"
	],
	[
		"bootimage",
		"bootimage",
		/^[a-zA-Z0-9][\w./-]*$/,
		"give a path relative to the tree"
	],
	[
		"qemuArgs",
		"qemu-args",
		/^-[^"'`$\\;&|<>()#]*$/,
		"start with - and use no shell characters"
	],
	[
		"qemuCmd",
		"qemu-cmd",
		/^[\w./+-]*qemu-system-[\w./+-]+$/,
		"name a program such as qemu-system-aarch64"
	],
	[
		"datestamp",
		"datestamp",
		/^(?!.*\.\.)[a-zA-Z0-9_][a-zA-Z0-9._/-]*$/,
		"use letters, digits and . _ - /"
	],
	[
		"results",
		"rundir",
		/^\/(?!.*[:=]~)[\p{L}\p{N}\p{M}_./+@:,=~#%!^-]*$/u,
		"kvm.sh needs an absolute path of letters, digits and . _ - + @ : , = ~ # % ! ^ /"
	]
];
function checkBuildOptions(options) {
	if (options.configs.length === 0) throw new InputError("configs: name at least one scenario to build.");
	checkTexts(options);
}
function checkTexts(options) {
	for (const [key, name, allowed, advice] of rules) {
		const value = options[key];
		if (typeof value === "string" && value !== "" && !allowed.test(value)) throw new InputError(`${name}: "${value}" is not allowed; ${advice}.`);
	}
}

// node_modules/fastest-levenshtein/mod.js
var require_fastest_levenshtein = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = 1e400;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
}));

// src/plan/configs.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
const repeated = /^(?<times>0|[1-9]\d{0,3})\*(?<name>.+)$/;
function expandConfigs(configs, suite) {
	const words = configs.split(/\s+/).filter(Boolean);
	const names = (words.length === 0 ? ["CFLIST"] : words).flatMap((word) => expandWord(word, suite));
	if (names.length === 0) throw new InputError(`configs "${configs}" asks for no guest: give at least one.`);
	return names;
}
function expandWord(word, suite) {
	const match = repeated.exec(word)?.groups;
	if (!match && word.includes("*")) throw new InputError(`configs "${word}": a factor is 1 to 9999 before the name, such as 3*TREE03.`);
	const name = match?.name ?? word;
	const names = name === "CFLIST" ? suite.list : [name];
	for (const one of names) if (!suite.scenarios.has(one)) throw unknownScenario(one, suite);
	return Array.from({ length: Number(match?.times ?? 1) }, () => names).flat();
}
function meantFactor(word) {
	const [, before, name] = /^(\d{1,4})[xX×](.+)$/.exec(word) ?? [];
	if (before !== void 0) return `${before}*${name}`;
	const [, other, after] = /^([A-Z][A-Z0-9_-]*?)[*xX×](\d{1,4})$/.exec(word) ?? [];
	return after === void 0 ? void 0 : `${after}*${other}`;
}
function unknownScenario(name, suite) {
	const known = [...suite.scenarios.keys()];
	const factor = meantFactor(name);
	const near = factor !== void 0 && suite.scenarios.has(factor.replace(/^\d+\*/, "")) ? [factor] : nearest(name, known);
	const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
	return new InputError(`configs: suite ${suite.name} of this kernel tree has no scenario "${name}".${hint} There are: ${known.join(" ")}.`);
}
function nearest(name, known) {
	const wanted = name.toUpperCase();
	const limit = Math.max(1, Math.floor(name.length / 3));
	return known.map((candidate) => ({
		candidate,
		far: (0, import_fastest_levenshtein.distance)(wanted, candidate.toUpperCase())
	})).filter(({ far }) => far <= limit).sort((a, b) => a.far - b.far).slice(0, 3).map(({ candidate }) => candidate);
}

// src/inputs/duration.ts
const minute = 60;
const hour = 3600;
const day = 24 * hour;
const longest = 365 * day;
function secondsOf(unit) {
	return [
		[/^s(ecs?|econds?)?$/i, 1],
		[/^m(ins?|inutes?)?$/i, minute],
		[/^(h|hrs?|hours?)$/i, hour],
		[/^d(ays?)?$/i, day]
	].find(([pattern]) => pattern.test(unit))?.[1];
}
function isTimeUnit(word) {
	return secondsOf(word) !== void 0;
}
function secondsIn(text) {
	const parts = [...text.matchAll(/\s*(\d{1,9}(?:\.\d{1,3})?)\s*([a-z]+)/gi)];
	if (parts.length === 0 || parts.map(([part]) => part).join("") !== text) return void 0;
	let total = 0;
	let last = 1e400;
	for (const [, amount, unit = ""] of parts) {
		const seconds = secondsOf(unit);
		if (seconds === void 0 || seconds >= last) return void 0;
		total += Number(amount) * seconds;
		last = seconds;
	}
	return Math.round(total);
}
function parseDuration(name, text, bare = minute) {
	const seconds = /^\d{1,9}$/.test(text) ? Number(text) * bare : secondsIn(text);
	if (seconds === void 0 || seconds < 1) throw new InputError(`${name}: "${text}" is not a duration; write 90s, 10m, ${bare === 1 ? "180 (seconds)" : "10 (minutes)"}, 2h, 1h30m or 1d.`);
	if (seconds > longest) throw new InputError(`${name}: "${text}" is more than a year; give 365d or less.`);
	return seconds;
}

// src/inputs/checkBisect.ts
const defaultBudget = {
	clock: "wall",
	seconds: 86400
};
function checkBisect(inputs) {
	const { mode, good, observations, firstParent } = inputs;
	if (mode !== "bisect") {
		for (const [name, given] of Object.entries({
			good,
			observations,
			"first-parent": firstParent || void 0,
			probe: inputs.probe
		})) if (given !== void 0) throw new InputError(`${name}: only in mode bisect, not in ${mode}.`);
		return;
	}
	checkRound(inputs);
	if (good === void 0 && (inputs.probe === void 0 || inputs.probe === "none")) throw new InputError("good: bisect needs a commit that does not fail; give a tag, branch or id, such as --good v6.11.");
	const [config] = inputs.configs;
	if (config === void 0 || inputs.configs.length > 1 || config === "CFLIST") throw new InputError("configs: bisect runs one scenario over and over; name the one that fails, such as --configs TREE03.");
	if (config.includes("*")) throw new InputError(`configs: "${config}": bisect fills the machine by itself; write ${config.replace(/^.*\*/, "")}.`);
	for (const [key, name] of Object.entries({
		repeatFor: "repeat-for",
		until: "until",
		plan: "plan",
		again: "again"
	})) if (inputs[key] !== void 0) throw new InputError(`${name}: not in mode bisect.`);
	if (inputs.repeat > 1) throw new InputError("repeat: not in mode bisect, which repeats as often as it takes.");
	if (inputs.stopOnFailure) throw new InputError("stop-on-failure: not in mode bisect, which stops a commit's runs by itself.");
	if (inputs.dryrun) throw new InputError("dryrun: not in mode bisect.");
	goodRateOf(inputs.goodRate, 60);
}
function checkRound({ pools, probe, store, rerun, suites, variants, commits }) {
	if (pools === void 0 && probe === void 0) return;
	if (pools !== void 0 && probe !== void 0) throw new InputError("probe: not with pools; a job plans a round, or it runs a part of one.");
	if (store === "none") throw new InputError("store: the jobs of a round hand on what they saw through the store; leave it at auto.");
	if (rerun === "never") throw new InputError("rerun: each round of a bisection goes on from the one before; leave it at failed.");
	const many = {
		suites,
		variants,
		commits
	};
	for (const [name, given] of Object.entries(many)) if (given.length > 0) throw new InputError(`${name}: not in mode bisect, which searches one failure.`);
}
const notRate = (text) => new InputError(`good-rate: "${text}" is not a rate; write 1/500h, 1/200runs or 0.5%.`);
function exposureOf(text, exposure) {
	try {
		return parseDuration("good-rate", exposure);
	} catch (error) {
		throw error instanceof InputError && error.message.includes("a year") ? error : notRate(text);
	}
}
function goodRateOf(text, seconds) {
	const [, failures, amount = "1", unit] = /^(\d{1,6}(?:\.\d+)?)\s*\/\s*(\d{1,9}(?:\.\d+)?)?\s*([a-z]+)$/i.exec(text) ?? [];
	let rate = NaN;
	if (failures !== void 0 && unit !== void 0) rate = /^(run|boot)s?$/i.test(unit) ? Number(failures) / Number(amount) : 1 - Math.exp(-Number(failures) / exposureOf(text, `${amount}${unit}`) * seconds);
	const [, share, percent] = /^(\d{1,3}(?:\.\d+)?)\s*(%)?$/.exec(text) ?? [];
	if (share !== void 0) rate = Number(share) / (percent ? 100 : 1);
	if (Number.isNaN(rate)) throw notRate(text);
	if (rate > .5) throw new InputError(`good-rate: "${text}" means that a good commit fails every other time; give less than 50%.`);
	return rate;
}

// src/plan/sets.ts
const variants = [
	"plain",
	"kasan",
	"kcsan"
];
const onlySet = "all";
function setsOf(dimensions) {
	const { commits, suites, variants, architectures } = dimensions;
	const several = (values) => values.length > 1;
	return (commits.length > 0 ? commits : [void 0]).flatMap((commit) => suites.flatMap((suite) => variants.flatMap((variant) => architectures.map((architecture) => {
		const parts = [
			several(commits) ? commit?.slice(0, 12) : void 0,
			several(suites) ? suite : void 0,
			several(variants) ? variant : void 0,
			several(architectures) ? architecture : void 0
		].filter((part) => part !== void 0);
		return {
			id: parts.length === 0 ? "all" : parts.join("-"),
			suite,
			variant,
			architecture,
			...commit === void 0 ? {} : { commit }
		};
	}))));
}
function nameInPlan(set, name) {
	return set.id === "all" ? name : `${set.id}/${name}`;
}

// src/inputs/checkMatrix.ts
function oneOf(name, words, allowed, open) {
	for (const word of words) if (!allowed.includes(word) && !open?.test(word)) throw new InputError(`${name}: "${word}" is not one of ${allowed.join(", ")}.`);
	const twice = words.find((word, i) => words.indexOf(word) !== i);
	if (twice !== void 0) throw new InputError(`${name}: "${twice}" is listed twice.`);
}
function checkPools(inputs) {
	if (inputs.pools === void 0) {
		for (const name of [
			"suites",
			"variants",
			"commits"
		]) {
			const torture = name === "suites" && inputs.suites.includes("torture");
			if (inputs[name].length > 0 && !torture) throw new InputError(`${name}: only with pools, in mode plan; a single job has torture, kasan, kcsan.`);
		}
		return;
	}
	if (inputs.mode !== "plan" && inputs.mode !== "bisect") throw new InputError(`pools: only in modes plan and bisect, not in ${inputs.mode}; the other jobs are given its plan.`);
	if (inputs.store === "none") throw new InputError("store: the jobs of a plan hand kernels on through the store; leave it at auto.");
	if (inputs.repeat > 1 || inputs.repeatFor !== void 0) throw new InputError("repeat: not with pools; write repetitions into configs, such as 20*TREE03.");
	if (inputs.variants.length > 0 && (inputs.kasan || inputs.kcsan)) throw new InputError("variants: names kasan and kcsan already; leave out the inputs kasan and kcsan.");
}
const saidBySets = [
	"configs",
	"variants",
	"commits",
	"kasan",
	"kcsan",
	"debugInfo"
];
function checkTorture(inputs) {
	const own = [
		"tortureSets",
		"configsRcutorture",
		"configsLocktorture",
		"configsScftorture"
	];
	const written = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
	if (!inputs.suites.includes("torture")) {
		const given = own.find((name) => inputs[name].length > 0);
		const other = inputs.kcsanKmakeArg ? "kcsanKmakeArg" : inputs.guestCpuLimit ? "guestCpuLimit" : given;
		if (other !== void 0) throw new InputError(`${written(other)}: only with suites: torture.`);
		return;
	}
	if (inputs.suites.length > 1) throw new InputError(`suites: "torture" is all of them already; leave ${inputs.suites.filter((one) => one !== "torture").join(", ")} out.`);
	const given = saidBySets.find((name) => {
		const value = inputs[name];
		if (typeof value === "boolean") return value;
		return value.length > 0 && !(name === "variants" && value.join() === "plain");
	});
	if (given !== void 0) {
		const instead = given === "configs" ? "give configs-rcutorture and the like" : "use torture-sets";
		throw new InputError(`${written(given)}: not with suites: torture, whose sets say that; ${instead}.`);
	}
	if (inputs.torture !== "rcu") throw new InputError(`torture: "${inputs.torture}" is one suite, and suites: torture is all; give one of them.`);
	if (inputs.mode !== "run" && inputs.mode !== "plan") throw new InputError(`suites: "torture" only in modes run and plan, not in ${inputs.mode}.`);
	if (inputs.again !== void 0) throw new InputError("again: not with suites: torture; each set's folder of an old run can be run again.");
	if (inputs.repeat > 1 || inputs.repeatFor !== void 0) throw new InputError("repeat: not with suites: torture; write repetitions into configs-rcutorture and the like.");
	if (inputs.until !== void 0) throw new InputError("until: not with suites: torture; ask it of one suite.");
	if (inputs.store === "none") throw new InputError("store: the sets of torture.sh share kernels through the store; leave it at auto.");
	if (inputs.guestCpuLimit === 0) throw new InputError("guest-cpu-limit: \"0\" is no CPU; give 1 or more.");
	for (const word of [
		...inputs.configsRcutorture,
		...inputs.configsLocktorture,
		...inputs.configsScftorture
	]) if (!/^(?:\d{1,4}\*)?[A-Z0-9][A-Z0-9_-]*$/.test(word)) throw new InputError(`configs-rcutorture and the like: "${word}" is not a scenario; write names such as TREE03 or 3*TREE03.`);
}
function checkMatrixInputs(inputs) {
	oneOf("suites", inputs.suites, [...suites, "torture"], suiteName);
	checkTorture(inputs);
	oneOf("variants", inputs.variants, variants);
	checkPools(inputs);
	const { mode, plan, shard } = inputs;
	if (plan !== void 0 && mode === "plan") throw new InputError("plan: mode plan makes a plan; give it to the modes build, run and report.");
	if (plan !== void 0 && inputs.again !== void 0) throw new InputError("again: not with plan; a shard runs what its plan says.");
	if (plan !== void 0 && mode !== "report" && shard === void 0) throw new InputError(`shard: mode ${mode} with a plan needs the id of the job to do, such as ${mode === "build" ? "build-1" : "shard-1"}.`);
	if (shard !== void 0 && (plan === void 0 || mode === "report")) throw new InputError(`shard: "${shard}" is given; it needs plan, and mode build or run.`);
	if (inputs.shardResults !== void 0 && (plan === void 0 || mode !== "report")) throw new InputError("shard-results: only with plan, in mode report.");
}

// src/inputs/checkUntil.ts
function checkUntil(inputs) {
	const { until, before, failure, budget, mode } = inputs;
	if (until === void 0) {
		if (mode === "bisect" && before === void 0) return;
		const only = mode === "report" ? {
			failure,
			budget
		} : {
			before,
			failure,
			budget
		};
		for (const [name, given] of Object.entries(only)) {
			if (given === void 0) continue;
			throw new InputError(`${name}: only with until or in mode bisect; add until, such as until: fixed.`);
		}
		return;
	}
	if (mode !== "run" && (mode !== "report" || inputs.plan === void 0)) throw new InputError(`until: only in mode run, and in mode report with a plan, not in ${mode}.`);
	if (inputs.repeat > 1 || inputs.repeatFor !== void 0) {
		const name = inputs.repeat > 1 ? "repeat" : "repeat-for";
		throw new InputError(`${name}: not with until, which repeats as often as it takes; budget bounds it.`);
	}
	if (inputs.stopOnFailure) throw new InputError("stop-on-failure: not with until; to stop at the first failure: until: failures=1.");
	if (inputs.dryrun) throw new InputError("dryrun: not with until; it runs guests until there is an answer.");
	if (before !== void 0 && until.kind !== "fixed") throw new InputError("before: only with until: fixed; the other questions compare with nothing.");
}

// src/inputs/check.ts
const configWord = /^(?:\d{1,4}\*)?[A-Z0-9][A-Z0-9_-]*$/;
const selectionWord = /^(?:failed|(?:\d{1,4}\*)?[A-Z0-9*?[\]{},!_.-]+)$/;
function checkInputs(inputs) {
	checkTexts(inputs);
	const words = inputs.again === void 0 ? configWord : selectionWord;
	for (const word of inputs.configs) {
		if (word === "failed" && inputs.again === void 0) throw new InputError("configs: \"failed\" is for re-runs, together with again; name scenarios here.");
		if (!words.test(word)) {
			const meant = meantFactor(word);
			const advice = meant === void 0 ? "write names such as TREE03, 3*TREE03 or CFLIST" : `write ${meant}`;
			throw new InputError(`configs: "${word}" is not a scenario; ${advice}.`);
		}
	}
	if (inputs.rundir !== void 0 && inputs.datestamp !== void 0) throw new InputError("rundir and datestamp: both name the run directory; give one of them.");
	if (inputs.mode === "baseline" && inputs.rundir === void 0) throw new InputError("rundir: mode baseline needs the run directory whose failures are known.");
	if (inputs.mode === "report" && inputs.rundir === void 0 && inputs.plan === void 0) throw new InputError("rundir: mode report needs the run directory to judge, or a plan.");
	if (inputs.out !== void 0 && (inputs.mode !== "report" || inputs.plan !== void 0)) throw new InputError("out: only in mode report without a plan; elsewhere rundir says where reports go.");
	checkMatrixInputs(inputs);
	if (inputs.mode === "issues" && inputs.rundir === void 0) throw new InputError("rundir: mode issues needs the results.json of the night, or the folder that it lies in.");
	if (inputs.closeAfter < 1) throw new InputError("close-after: \"0\" is too few; give 1 night or more.");
	checkUntil(inputs);
	checkBisect(inputs);
	if (inputs.repeat < 1) throw new InputError("repeat: \"0\" is too few; give 1 or more.");
	if (inputs.allowQemuOptions.length > 0 && inputs.again === void 0) throw new InputError("allow-qemu-options: only with again; a new run takes its options from qemu-args.");
	if (inputs.dryrun && inputs.again === void 0) throw new InputError("dryrun: only with again; to see what a run would do, use mode plan.");
	if (inputs.again !== void 0 && inputs.mode !== "run") throw new InputError(`again: only in mode run, not in ${inputs.mode}.`);
	checkSystems(inputs);
	checkGuests(inputs);
	if ((inputs.link === "inplace" || inputs.link === "inplace-force") && (inputs.rundir !== void 0 || inputs.datestamp !== void 0)) throw new InputError(`link: "${inputs.link}" runs in the old directory; give no rundir or datestamp.`);
	if (inputs.kcsan && inputs.debugInfo) throw new InputError("debug-info: kcsan has debug information already; give one of them.");
}
function checkSystems({ systems, mode }) {
	if (systems.length > 0 && mode !== "run" && mode !== "bisect") throw new InputError(`systems: only in modes run and bisect, not in ${mode}: that runs no guests.`);
	const twice = systems.find((name, index) => systems.indexOf(name) !== index);
	if (twice !== void 0) throw new InputError(`systems: ${twice} is named twice; name each system once.`);
}
function checkGuests(inputs) {
	const { mode, show } = inputs;
	if (inputs.killPrevious && (mode === "report" || mode === "plan" || inputs.again !== void 0)) throw new InputError("kill-previous: only where kernels are built.");
	if (show !== void 0 && (mode !== "plan" || inputs.pools !== void 0)) throw new InputError("show: only in mode plan, without pools.");
	for (const name of ["gdb", "interactive"]) {
		if (!inputs[name]) continue;
		if (mode !== "run") throw new InputError(`${name}: only in mode run, not in ${mode}: that starts no guest.`);
		if (inputs.systems.length > 0) throw new InputError(`${name}: the guest must run on this machine; leave out systems.`);
		if (inputs.shard !== void 0) throw new InputError(`${name}: not for a shard of a plan.`);
		if (inputs.repeat > 1 || inputs.repeatFor !== void 0 || inputs.until !== void 0) throw new InputError(`${name}: for one life of one guest; leave out repeat, repeat-for and until.`);
		if (inputs.dryrun) throw new InputError(`${name}: dryrun starts no guest; give one of them.`);
	}
}

// src/inputs/spec.ts
const inputGroups = {
	basics: {
		title: "What to run",
		modes: [
			"run",
			"build",
			"plan",
			"report",
			"baseline",
			"bisect",
			"issues"
		]
	},
	build: {
		title: "Building kernels",
		modes: [
			"run",
			"build",
			"plan",
			"bisect"
		]
	},
	guests: {
		title: "Guests",
		modes: [
			"run",
			"plan",
			"bisect"
		]
	},
	answers: {
		title: "Running until it is decided, comparing",
		modes: [
			"run",
			"bisect",
			"report"
		]
	},
	bisect: {
		title: "Finding the commit that broke it",
		modes: ["bisect"]
	},
	verdict: {
		title: "Verdict and reports",
		modes: [
			"run",
			"report",
			"baseline"
		]
	},
	systems: {
		title: "Guests on other machines",
		modes: ["run", "bisect"]
	},
	again: {
		title: "Running again without building",
		modes: ["run"]
	},
	issues: {
		title: "Issues for what fails at night",
		modes: ["issues"]
	},
	torture: {
		title: "All of torture.sh",
		modes: ["run", "plan"]
	},
	pools: {
		title: "Plans over runner pools",
		modes: [
			"plan",
			"build",
			"run",
			"report",
			"bisect"
		]
	}
};
function camelCase(name) {
	return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}

// src/inputs/question.ts
const questions = "failures=5, rate<1/100h, rate<1/500runs or fixed";
const mostFailures = 1e4;
const mostExposure = 1e6;
function parseQuestion(name, text) {
	const words = text.toLowerCase().replace(/\s+/g, "");
	if (words === "fixed") return { kind: "fixed" };
	const wrong = (why) => new InputError(`${name}: "${text}" ${why}; write ${questions}.`);
	const [, count] = /^failures=(\d{1,9})$/.exec(words) ?? [];
	if (count !== void 0) {
		const failures = Number(count);
		if (failures < 1 || failures > mostFailures) throw wrong(`is not between 1 and ${mostFailures} failures`);
		return {
			kind: "failures",
			failures
		};
	}
	const rate = /^rate<(\d{1,6}(?:\.\d{1,6})?)\/(\d{1,7}(?:\.\d{1,3})?)?(h|hours?|d|days?|runs?|boots?)$/.exec(words);
	if (rate) {
		const [, failed = "", amount = "1", word = ""] = rate;
		const unit = /^[rb]/.test(word) ? "runs" : "hours";
		const [failures, exposure] = [Number(failed), Number(amount) * (word.startsWith("d") ? 24 : 1)];
		if (!(failures > 0) || !(exposure > 0)) throw wrong("asks for a rate of nothing");
		if (exposure / failures > mostExposure) throw wrong(`is rarer than once in ${mostExposure} ${unit}`);
		if (unit === "runs" && failures >= exposure) throw wrong("is true of every run");
		return {
			kind: "rate",
			failures,
			exposure,
			unit
		};
	}
	throw wrong("is no question");
}
function parsePercent(name, text) {
	const [, number] = /^(\d{1,3}(?:\.\d{1,6})?)\s*%?$/.exec(text) ?? [];
	const value = Number(number);
	if (!(value > 50 && value < 100)) throw new InputError(`${name}: "${text}" is not a percentage above 50 and below 100; write 95 or 99.9.`);
	return value / 100;
}
function parseBudget(name, text) {
	const [, amount, unit] = /^(\d{1,7}(?:\.\d{1,3})?)\s*guest[- ]?(h|hours?|m|min|minutes?)$/i.exec(text) ?? [];
	if (amount !== void 0 && unit !== void 0) {
		const seconds = Math.round(Number(amount) * (/^h/i.test(unit) ? 3600 : 60));
		if (seconds < 1) throw new InputError(`${name}: "${text}" is a budget of nothing; write 40 guest-hours.`);
		return {
			clock: "guests",
			seconds
		};
	}
	if (/^0+(\.0+)?\s*[a-z]*$/i.test(text)) throw new InputError(`${name}: "${text}" is a budget of nothing; write 12h or 40 guest-hours.`);
	try {
		return {
			clock: "wall",
			seconds: parseDuration(name, text)
		};
	} catch (error) {
		if (!(error instanceof InputError) || error.message.includes("a year")) throw error;
		throw new InputError(`${name}: "${text}" is no budget; write 12h (wall clock) or 40 guest-hours (all guests together).`);
	}
}

// src/inputs/words.ts
function splitWords(text) {
	return text.replace(/(^|[\s,])(\d{1,4})\s*\*\s+(?=[A-Za-z])/g, "$1$2*").match(/(?:\{[^{}\s]*\}|[^\s,])+/g) ?? [];
}
function scenarioWords(text) {
	return splitWords(text).map((word) => {
		if (word.toLowerCase() === "failed") return "failed";
		return /^[A-Za-z0-9*?[\]{},!_.-]+$/.test(word) ? word.toUpperCase() : word;
	});
}

// src/inputs/values.ts
function isBoolean(text) {
	return /^(true|yes|on|1|false|no|off|0)$/i.test(text);
}
function parseBoolean(name, text) {
	if (/^(true|yes|on|1)$/i.test(text)) return true;
	if (/^(false|no|off|0)$/i.test(text)) return false;
	throw new InputError(`${name}: "${text}" is neither "true" nor "false".`);
}
function parseCount(name, text) {
	if (!/^\d{1,9}$/.test(text)) throw new InputError(`${name}: "${text}" is no whole number.`);
	return Number(text);
}
function parseCpus(name, text) {
	if (/^(auto|all)$/i.test(text)) return "auto";
	if (!/^\d{1,5}$/.test(text)) throw new InputError(`${name}: "${text}" is neither "auto" nor a number of CPUs (0: one guest at a time).`);
	return Number(text);
}
function parseCopies(name, text) {
	if (/^fill$/i.test(text)) return "fill";
	if (!/^[1-9]\d{0,3}$/.test(text)) throw new InputError(`${name}: "${text}" is neither "fill" nor a number of copies from 1 to 9999.`);
	return Number(text);
}
function parseJitter(name, text) {
	const match = /^(-1|\d{1,4})(?: +(\d{1,9})(?: +(\d{1,9}))?)?$/.exec(text);
	if (!match) throw new InputError(`${name}: "${text}" is not "N [sleep [spin]]" (threads, or -1; microseconds).`);
	return {
		threads: Number(match[1]),
		maxSleep: Number(match[2] ?? 1e6),
		maxSpin: Number(match[3] ?? 1e3)
	};
}
const leastMemory = 64;
function parseMemory(name, text) {
	const [, amount, unit = ""] = /^([1-9]\d{0,6})\s*(?:([MG])(?:i?B)?)?$/i.exec(text) ?? [];
	if (amount === void 0) throw new InputError(`${name}: "${text}" is not a memory size; write 512 (megabytes), 512M or 2G.`);
	if (Number(amount) * (unit.toUpperCase() === "G" ? 1024 : 1) < leastMemory) throw new InputError(`${name}: "${text}" is too little for a kernel; give ${leastMemory} (megabytes) or more, or 2G.`);
	return `${amount}${unit.toUpperCase()}`;
}
function parseChoice(name, text, choices, open) {
	const wanted = text.toLowerCase();
	if (choices.includes(wanted)) return wanted;
	if (open?.test(text)) return text;
	const near = choices.find((choice) => wanted.startsWith(choice)) ?? (0, import_fastest_levenshtein.closest)(wanted, choices);
	throw new InputError(`${name}: "${text}" is not one of ${choices.join(", ")}; did you mean ${near}?`);
}
function parseValue(name, spec, text) {
	const given = text?.trim() ? text.trim() : spec.default;
	if (given === "" && ![
		"words",
		"scenarios",
		"lines"
	].includes(spec.kind)) return void 0;
	switch (spec.kind) {
		case "choice": return parseChoice(name, given, spec.choices, spec.open);
		case "boolean": return parseBoolean(name, given);
		case "duration": return parseDuration(name, given);
		case "seconds": return /^0+s?$/.test(given) ? 0 : parseDuration(name, given, 1);
		case "count": return parseCount(name, given);
		case "cpus": return parseCpus(name, given);
		case "copies": return parseCopies(name, given);
		case "jitter": return parseJitter(name, given);
		case "memory": return parseMemory(name, given);
		case "question": return parseQuestion(name, given);
		case "percent": return parsePercent(name, given);
		case "budget": return parseBudget(name, given);
		case "words": return atLeastOne(name, given, splitWords(given));
		case "scenarios": return atLeastOne(name, given, scenarioWords(given));
		case "lines": return given.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
		case "text":
		case "secret":
		case "verbatim":
		case "path": return oneLine(name, given, spec.kind);
	}
}
function atLeastOne(name, text, words) {
	if (text !== "" && words.length === 0) throw new InputError(`${name}: "${text}" names nothing; separate names by spaces or commas`);
	return words;
}
function oneLine(name, text, kind) {
	if (kind === "secret" || kind === "verbatim") return text;
	const folded = kind === "text" ? text.replace(/\s*\r?\n\s*/g, " ") : text;
	if (/[\u0000-\u0008\u000a-\u001f]/.test(folded)) throw new InputError(`${name}: has a control character in it.`);
	return folded;
}

// src/inputs/parse.ts
function parseInputs(raw) {
	const values = Object.entries(inputTable).map(([name, spec]) => [camelCase(name), parseValue(name, spec, raw[name])]);
	const inputs = Object.fromEntries(values);
	checkInputs(inputs);
	return inputs.gdb && !inputs.kcsan ? {
		...inputs,
		debugInfo: true
	} : inputs;
}

// src/process/platform.ts
const names = {
	darwin: "macOS",
	win32: "Windows"
};
const linuxOnly = ["run", "build"];
function checkPlatform(mode, platform = process.platform) {
	if (platform === "linux" || !linuxOnly.includes(mode)) return;
	throw new InfrastructureError(`mode ${mode} needs Linux, and this machine is ${names[platform] ?? platform}; in a workflow, use a Linux runner: runs-on: ubuntu-latest.`);
}

// src/modes/index.ts
const modes = {
	async plan(context) {
		const { pools } = context.inputs;
		if (pools !== void 0) return (await import("./plans.js").then((all) => all.src_modes_planPools_ts)).planPools(context, pools);
		if (context.inputs.suites.length > 0) return (await import("./modes.js").then((all) => all.src_modes_planTorture_ts)).planTorture(context);
		return (await import("./modes.js").then((all) => all.src_modes_plan_ts)).plan(context);
	},
	async build(context) {
		const { shard } = context.inputs;
		if (shard !== void 0) return (await import("./modes.js").then((all) => all.src_modes_plannedBuild_ts)).plannedBuild(context, shard);
		return (await import("./modes.js").then((all) => all.src_modes_build_ts)).build(context);
	},
	async run(context) {
		const { again, shard } = context.inputs;
		if (shard !== void 0) return (await import("./reports.js").then((all) => all.src_modes_shard_ts)).shard(context, shard);
		if (again !== void 0) return (await import("./reports.js").then((all) => all.src_modes_again_ts)).again(context, again);
		if (context.inputs.suites.length > 0) return (await import("./reports.js").then((all) => all.src_modes_torture_ts)).torture(context);
		return (await import("./reports.js").then((all) => all.src_modes_run_ts)).run(context);
	},
	async bisect(context) {
		const { pools, probe } = context.inputs;
		if (pools !== void 0 || probe === "none") return (await import("./plans.js").then((all) => all.src_modes_bisectRound_ts)).bisectRound(context);
		if (probe !== void 0) return (await import("./modes.js").then((all) => all.src_modes_bisectProbe_ts)).bisectProbe(context, probe);
		return (await import("./modes.js").then((all) => all.src_modes_bisect_ts)).bisect(context);
	},
	async report(context) {
		if (context.inputs.plan !== void 0) return (await import("./reports.js").then((all) => all.src_modes_merge_ts)).merge(context);
		return (await import("./reports.js").then((all) => all.src_modes_report_ts)).report(context);
	},
	async issues(context) {
		return (await import("./modes.js").then((all) => all.src_modes_issues_ts)).issues(context);
	},
	async baseline(context) {
		return (await import("./modes.js").then((all) => all.src_modes_baseline_ts)).baseline(context);
	}
};
async function runJob(context) {
	checkPlatform(context.inputs.mode);
	return await modes[context.inputs.mode](context);
}

// src/process/lostOutput.ts
function dropLostOutput(streams = process) {
	const lost = /* @__PURE__ */ new Set();
	for (const name of ["stdout", "stderr"]) streams[name].on("error", () => lost.add(name));
	return lost;
}

// src/guests/stop.ts
var StopRequest = class extends Error {
	name = "StopRequest";
	cause;
	constructor(cause, message) {
		super(message);
		this.cause = cause;
	}
};
function stopOf(reason) {
	if (reason instanceof StopRequest) return {
		cause: reason.cause,
		detail: reason.message
	};
	return {
		cause: "cancelled",
		detail: "The job was cancelled."
	};
}

// src/process/temporaryFiles.ts
const temporary = /* @__PURE__ */ new Set();
function startTemporary(path) {
	if (temporary.size === 0) process.once("exit", removeTemporary);
	temporary.add(path);
}
function settleTemporary(path) {
	temporary.delete(path);
	if (temporary.size === 0) process.removeListener("exit", removeTemporary);
}
function removeTemporary() {
	for (const path of temporary) rmSync(path, { force: true });
	temporary.clear();
}

// src/signals.ts
const requests = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
const sameRequest = 1e3;
function endsAtOnce({ mode }) {
	return mode === "report" || mode === "plan" || mode === "issues";
}
function endBy(name) {
	removeTemporary();
	process.removeAllListeners(name);
	process.kill(process.pid, name);
}
function cancellation({ atOnce, ignoreHangup, escalating, tell }) {
	const controller = new AbortController();
	let first;
	let last = 0;
	let escalated = false;
	const request = (name) => {
		if (name === "SIGHUP" && ignoreHangup) return;
		if (atOnce) return endBy(name);
		const now = performance.now();
		if (first === void 0) {
			first = name;
			last = now;
			tell?.(`${name}: ending guests and builds; what they have left so far is judged. A second ${name} ends at once.`);
			controller.abort(new StopRequest("cancelled", `The job received ${name}.`));
			return;
		}
		if (now - last < sameRequest) return;
		if (escalating && name !== first && !escalated) {
			escalated = true;
			last = now;
			return;
		}
		endBy(name);
	};
	for (const name of requests) process.on(name, () => request(name));
	return controller.signal;
}

// src/systems/environment.ts
const plainNames = [
	"PATH",
	"LD_LIBRARY_PATH",
	"HOME",
	"USER",
	"LOGNAME",
	"SHELL",
	"TMPDIR",
	"XDG_CACHE_HOME",
	"XDG_CONFIG_HOME",
	"XDG_RUNTIME_DIR",
	"LANG",
	"LANGUAGE",
	"LC_*",
	"TZ",
	"RUNNER_TRACKING_ID"
];
const sshNames = ["SSH_AUTH_SOCK", "KRB5CCNAME"];
const runnerNames = [
	"INPUT_*",
	"STATE_*",
	"ACTIONS_*",
	"GITHUB_ENV",
	"GITHUB_OUTPUT",
	"GITHUB_PATH",
	"GITHUB_STATE",
	"GITHUB_STEP_SUMMARY"
];
function matcher(names) {
	const exact = new Set(names);
	const prefixes = names.flatMap((name) => name.endsWith("*") ? [name.slice(0, -1)] : []);
	return (name) => exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
}
function filtered(variables, wanted) {
	return Object.fromEntries(Object.entries(variables).filter((entry) => entry[1] !== void 0 && wanted(entry[0])));
}
function plainEnvironment(variables, more = []) {
	return filtered(variables, matcher([...plainNames, ...more]));
}
function sshEnvironment(variables) {
	return plainEnvironment(variables, sshNames);
}
function siteEnvironment(variables) {
	const runners = matcher(runnerNames);
	return filtered(variables, (name) => !runners(name));
}
function forgetInputs(variables) {
	for (const name of Object.keys(variables)) if (name.startsWith("INPUT_")) delete variables[name];
}

// src/systems/feed.ts
function feed(input, stdin, onFailure) {
	const pieces = input[Symbol.asyncIterator]();
	const gone = new Promise((resolve) => {
		stdin.once("close", () => {
			resolve(true);
			pieces.return?.().then(void 0, () => {});
		});
	});
	const refused = (piece) => new Promise((resolve) => {
		stdin.write(piece, (error) => resolve(error !== null && error !== void 0));
	});
	const write = async () => {
		for (;;) {
			const next = await pieces.next();
			if (next.done) break;
			if (await Promise.race([refused(next.value), gone])) {
				await pieces.return?.();
				return;
			}
		}
		stdin.end();
	};
	write().catch(onFailure);
}

// src/systems/processes.ts
function processIds() {
	return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number);
}

// src/systems/marked.ts
const markVariable = "RCUTORTURE_ACTION_MARK";
const guestMarkVariable = "RCUTORTURE_ACTION_GUEST";
function markedProcesses(mark, variable = markVariable) {
	const wanted = `${variable}=${mark}`;
	return processIds().filter((pid) => pid !== process.pid && environmentOf(pid).includes(wanted));
}
function environmentOf(pid) {
	try {
		return readFileSync(`/proc/${pid}/environ`, "latin1").split("\0");
	} catch {
		return [];
	}
}
async function killMarked(mark, variable = markVariable) {
	for (let round = 0; round < 50; round++) {
		const pids = markedProcesses(mark, variable);
		if (pids.length === 0) return;
		for (const pid of pids) try {
			process.kill(pid, "SIGKILL");
		} catch {}
		await setTimeout$1(20);
	}
}

// src/systems/output.ts
var BoundedOutput = class {
	#limit;
	#chunks = [];
	#size = 0;
	#truncated = false;
	constructor(limit) {
		this.#limit = limit;
	}
	write(chunk) {
		const kept = chunk.subarray(0, this.#limit - this.#size);
		if (kept.length < chunk.length) this.#truncated = true;
		if (kept.length === 0) return;
		this.#chunks.push(kept);
		this.#size += kept.length;
	}
	get truncated() {
		return this.#truncated;
	}
	text() {
		return Buffer.concat(this.#chunks).toString("utf8");
	}
};

// src/systems/warden.ts
const ownMark = randomUUID();
const sweepFunction = `sweep() {
  rounds=0 clear=0
  while test $clear -lt 2 && test $rounds -lt 500; do
    rounds=$((rounds+1)) clear=$((clear+1))
    for file in $(grep -l -s -a -e "$1" /proc/[0-9]*/environ 2>/dev/null); do
      pid=\${file#/proc/} pid=\${pid%/environ}
      test "$pid" = $$ || { kill -s KILL "$pid" 2>/dev/null && clear=0; }
    done
  done
}`;
const program$1 = `trap '' HUP INT TERM QUIT PIPE
${sweepFunction}
while read -r line; do
  test "$line" = dismissed && exit 0
  set -- "$@" "$line"
done
sweep "$1"
shift
test $# = 0 || rm -rf -- "$@"`;
const ownPattern = `${markVariable}=${ownMark}`;
const maxRestarts = 20;
let warden;
let restarts = 0;
let programs = 0;
const living = /* @__PURE__ */ new Set();
const folders = /* @__PURE__ */ new Set();
function mortal({ folder, delay = 0 } = {}) {
	programs++;
	const mark = `${ownMark}.${programs}`;
	living.add(mark);
	if (folder !== void 0) folders.add(folder);
	const start = () => {
		startWarden();
		if (folder !== void 0) warden?.stdin?.write(`${folder}\n`);
	};
	const timer = delay > 0 ? setTimeout(start, delay).unref() : void 0;
	if (timer === void 0) start();
	return {
		mark,
		over() {
			clearTimeout(timer);
			living.delete(mark);
			if (folder !== void 0) folders.delete(folder);
		}
	};
}
function startWarden() {
	if (warden !== void 0) return;
	const child = spawn("sh", [
		"-c",
		program$1,
		"rcutorture-action-warden",
		ownPattern
	], {
		stdio: [
			"pipe",
			"ignore",
			"ignore"
		],
		env: plainEnvironment(process.env),
		detached: true
	});
	warden = child;
	child.on("error", () => {});
	child.stdin?.on("error", () => {});
	child.once("exit", () => {
		warden = void 0;
		if (restarts++ < maxRestarts) startWarden();
	});
	child.unref();
	child.stdin?.unref?.();
	for (const folder of folders) child.stdin?.write(`${folder}\n`);
	process.once("exit", dismiss);
}
function dismiss() {
	if (living.size === 0) warden?.stdin?.write("dismissed\n");
}

// src/systems/local.ts
var local_exports = /* @__PURE__ */ __exportAll({
	LocalExecutor: () => LocalExecutor,
	killGroup: () => killGroup
});
const killTimeout = 2e3;
const drainTimeout = 1e3;
const worthWatching = 300;
const defaultMaxBuffer = 16777216;
function killGroup(pid, signal) {
	if (pid === void 0) return;
	try {
		process.kill(-pid, signal);
	} catch (error) {
		if (!["ESRCH", "EPERM"].includes(error.code ?? "")) throw error;
	}
}
var LocalExecutor = class {
	name;
	constructor(name = "localhost") {
		this.name = name;
	}
	async run(command, options = {}) {
		const started = performance$1.now();
		const maxBuffer = options.maxBuffer ?? defaultMaxBuffer;
		const stdout = new BoundedOutput(maxBuffer);
		const stderr = new BoundedOutput(maxBuffer);
		const result = (end) => ({
			...end,
			stdout: stdout.text(),
			stderr: stderr.text(),
			...stdout.truncated || stderr.truncated ? { truncated: true } : {},
			duration: performance$1.now() - started
		});
		if (options.signal?.aborted) return result({
			exitStatus: null,
			signal: null,
			cause: "aborted"
		});
		const life = mortal({ delay: worthWatching });
		const [program, ...args] = command.argv;
		const child = spawn(program, args, {
			cwd: command.cwd,
			env: {
				...plainEnvironment(process.env),
				[markVariable]: life.mark,
				...command.env
			},
			stdio: [
				command.stdin === void 0 && !options.input ? "ignore" : "pipe",
				"pipe",
				"pipe"
			],
			detached: true
		});
		let cause;
		const timers = [];
		const terminate = (why) => {
			if (cause !== void 0) return;
			cause = why;
			killGroup(child.pid, "SIGTERM");
			timers.push(setTimeout(() => killGroup(child.pid, "SIGKILL"), killTimeout));
		};
		const onAbort = () => terminate("aborted");
		options.signal?.addEventListener("abort", onAbort, { once: true });
		if (command.timeout !== void 0) timers.push(setTimeout(() => terminate("timeout"), command.timeout));
		child.stdin?.on("error", () => {});
		if (options.input && child.stdin) feed(options.input, child.stdin, onAbort);
		else child.stdin?.end(command.stdin);
		collect(child.stdout, stdout, options.onStdout);
		collect(child.stderr, stderr, options.onStderr);
		try {
			const end = await ended(child);
			if ("error" in end) {
				stderr.write(Buffer.from(`${program}: ${end.error.message}\n`));
				return result({
					exitStatus: null,
					signal: null,
					cause: cause ?? "failed-to-start"
				});
			}
			return result({
				...end,
				cause: cause ?? "exited"
			});
		} finally {
			options.signal?.removeEventListener("abort", onAbort);
			for (const timer of timers) clearTimeout(timer);
			life.over();
		}
	}
};
function collect(stream, output, tell) {
	stream?.on("data", (chunk) => {
		output.write(chunk);
		tell?.(chunk);
	});
}
function ended(child) {
	return new Promise((resolve) => {
		child.once("error", (error) => {
			if (child.pid === void 0) resolve({ error });
		});
		child.once("exit", (exitStatus, signal) => {
			killGroup(child.pid, "SIGKILL");
			const giveUp = setTimeout(() => {
				child.stdout?.destroy();
				child.stderr?.destroy();
			}, drainTimeout);
			child.once("close", () => {
				clearTimeout(giveUp);
				resolve({
					exitStatus,
					signal
				});
			});
		});
	});
}

// src/inputs/completion.ts
var completion_exports = /* @__PURE__ */ __exportAll({
	renderCompletion: () => renderCompletion,
	shells: () => shells
});
const shells = [
	"bash",
	"zsh",
	"fish"
];
const program = "rcutorture-action";
const words = [
	...inputTable.mode.choices,
	"completion",
	"help"
];
const flags = Object.entries(inputTable).filter(([name]) => name !== "mode").map(([name, spec]) => ({
	name,
	kind: spec.kind,
	help: spec.help.replaceAll("`", "").replace(/^With [^:]*: /, "").split(/[.:;](?:\s|$)/)[0] ?? "",
	values: spec.kind === "choice" ? spec.choices : []
}));
const withValue = flags.filter(({ kind }) => kind !== "boolean");
function bash() {
	const cases = withValue.map(({ name, values, kind }) => {
		return `    --${name}) ${values.length > 0 ? `COMPREPLY=($(compgen -W "${values.join(" ")}" -- "$cur"))` : kind === "path" ? "compopt -o filenames; COMPREPLY=($(compgen -f -- \"$cur\"))" : "COMPREPLY=()"}; return;;`;
	});
	return [
		`# bash completion: eval "$(${program} completion bash)"`,
		"_rcutorture_action() {",
		"  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}",
		"  case $prev in",
		...cases,
		`    completion) COMPREPLY=($(compgen -W "${shells.join(" ")}" -- "$cur")); return;;`,
		"  esac",
		"  if [ $COMP_CWORD -eq 1 ] && [[ $cur != -* ]]; then",
		`    COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$cur"))`,
		"    return",
		"  fi",
		`  COMPREPLY=($(compgen -W "${flags.map(({ name }) => `--${name}`).join(" ")} --help --version" -- "$cur"))`,
		"}",
		`complete -F _rcutorture_action ${program}`,
		""
	].join("\n");
}
function zsh() {
	const escaped = (text) => text.replaceAll(/[[\]:\\]/g, "\\$&").replaceAll("'", "'\\''");
	const specs = flags.map(({ name, help, values, kind }) => {
		const action = values.length > 0 ? `(${values.join(" ")})` : kind === "path" ? "_files" : " ";
		return `    '--${name}[${escaped(help)}]${kind === "boolean" ? "" : `:${kind}:${action}`}'`;
	});
	return [
		`#compdef ${program}`,
		`# zsh completion, after compinit: eval "$(${program} completion zsh)"`,
		"_rcutorture_action() {",
		`  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then compadd -- ${words.join(" ")}; return; fi`,
		`  if [[ $words[2] == completion ]]; then compadd -- ${shells.join(" ")}; return; fi`,
		"  local -a specs=(",
		...specs,
		"    '--help[Show the flags]'",
		"    '--version[Show the version]'",
		"  )",
		"  _arguments '1: : ' '*: : ' $specs",
		"}",
		`compdef _rcutorture_action ${program}`,
		""
	].join("\n");
}
function fish() {
	const quoted = (text) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
	const lines = flags.map(({ name, help, values, kind }) => {
		const value = values.length > 0 ? ` -x -a ${quoted(values.join(" "))}` : kind === "path" ? " -r -F" : " -x";
		return `complete -c ${program} -l ${name}${kind === "boolean" ? "" : value} -d ${quoted(help)}`;
	});
	return [
		`# fish completion: ${program} completion fish | source`,
		`complete -c ${program} -f`,
		`complete -c ${program} -n __fish_use_subcommand -a ${quoted(words.join(" "))}`,
		`complete -c ${program} -n '__fish_seen_subcommand_from completion' -a ${quoted(shells.join(" "))}`,
		...lines,
		`complete -c ${program} -l help -d 'Show the flags'`,
		`complete -c ${program} -l version -d 'Show the version'`,
		""
	].join("\n");
}
function renderCompletion(shell) {
	return {
		bash,
		zsh,
		fish
	}[shell]();
}

// src/repository.ts
const repository = "org/rcutorture-action";
const commandWords = [
	"npx",
	"--yes",
	`github:${repository}#v1`
];
const command = commandWords.join(" ");

export { BoundedOutput, InfrastructureError, InputError, LocalExecutor, StopRequest, camelCase, cancellation, checkBuildOptions, checkTexts, command, commandWords, completion_exports, defaultBudget, describeError, diskName, diskTrouble, dropLostOutput, endsAtOnce, exitStatus, exitStatusOf, expandConfigs, feed, findingKinds, forgetInputs, fullestDisk, goodRateOf, guestMarkVariable, harmlessLine, harmlessText, inputGroups, inputTable, isBoolean, isTimeUnit, killGroup, killMarked, lazyBuildRunner, local_exports, markVariable, messageOf, mortal, nameInPlan, outletTo, ownPattern, parseInputs, parseValue, plainEnvironment, printable, printableJson, processIds, repository, require_fastest_levenshtein, roomAt, runJob, sanitizers, setsOf, settleTemporary, shells, siteEnvironment, sshEnvironment, startTemporary, stopOf, suites, sweepFunction, tellFaults, variants, verdicts };