#!/usr/bin/env node
import { __name } from "./rolldown-runtime.js";
import { InfrastructureError, InputError, LocalExecutor, cancellation, describeError, dropLostOutput, endsAtOnce, exitStatus, exitStatusOf, harmlessLine, harmlessText, inputTable, isBoolean, isTimeUnit, lazyBuildRunner, messageOf, outletTo, parseInputs, require_fastest_levenshtein, runJob, shells, tellFaults } from "./core.js";
import { delimiter, dirname, join } from "node:path";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import { spawn, spawnSync } from "node:child_process";
import { parseArgs, styleText } from "node:util";
import { basename as basename$1 } from "node:path/posix";
import { isatty } from "node:tty";

// src/inputs/scriptFlags.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
const scripts = [
	"kvm.sh",
	"kvm-again.sh",
	"kvm-remote.sh",
	"kvm-series.sh",
	"torture.sh"
];
const dashed = (name) => `--${name}`;
const same = (input, takes, ...aliases) => ({
	flags: [dashed(input), ...aliases],
	...takes === void 0 ? {} : { takes },
	ours: { input }
});
const noted = (flag, note) => ({
	...flag,
	note
});
const tortureSet = (name, ...names) => {
	const all = [name, ...names];
	return [{
		flags: all.map((each) => `--do-${each}`),
		ours: {
			input: "torture-sets",
			value: `+${name}`
		}
	}, {
		flags: all.flatMap((each) => [`--do-no-${each}`, `--no-${each}`]),
		ours: {
			input: "torture-sets",
			value: `-${name}`
		}
	}];
};
const scriptFlags = {
	"kvm.sh": [
		{
			flags: ["--allcpus"],
			ours: {
				input: "cpus",
				value: "auto"
			},
			note: "The default here; `kvm.sh` runs one guest after the other."
		},
		same("bootargs", "TEXT", "--bootarg"),
		same("bootimage", "PATH"),
		{
			flags: ["--buildonly", "--build-only"],
			ours: { mode: "build" }
		},
		noted(same("configs", "LIST", "--config"), "Also small letters, commas, and names without a flag."),
		noted(same("cpus", "N"), "Also `auto`. With `systems`, the limit on each of them."),
		same("datestamp", "NAME"),
		same("debug-info", void 0, "--debuginfo"),
		same("defconfig", "TARGET"),
		{
			flags: ["--dryrun"],
			takes: "batches|scenarios|sched|script",
			ours: { input: "show" },
			note: "Mode `plan`."
		},
		noted(same("duration", "TIME"), "A bare number is minutes. Also `1h30m`."),
		noted(same("gdb"), "Command line only."),
		{
			flags: ["--help", "-h"],
			ours: { same: true }
		},
		noted(same("interactive"), "Command line only. The guest does not wait to be started, and its console is kept and judged."),
		same("jitter", "\"N [SLEEP [SPIN]]\""),
		same("kasan"),
		noted(same("kconfig", "OPTIONS", "--kconfigs"), "Strings in quotes are refused: `kvm.sh` loses the quotes."),
		same("kcsan"),
		noted(same("kill-previous"), "Also ends jobs of ours. Without it, a job waits until the other has built."),
		same("kmake-arg", "TEXT", "--kmake-args"),
		{
			flags: ["--mac"],
			takes: "ADDRESS",
			ours: { instead: "give the guest a network card with --qemu-args \"-netdev user,id=n -device virtio-net,netdev=n,mac=...\"" },
			note: "`kvm.sh` uses it for ppc64 guests only."
		},
		noted(same("memory", "SIZE"), "Also `2GB`."),
		{
			flags: ["--no-affinity"],
			ours: {
				input: "affinity",
				value: "false"
			}
		},
		same("no-initrd"),
		same("qemu-args", "TEXT", "--qemu-arg"),
		same("qemu-cmd", "PROGRAM"),
		{
			flags: ["--remote"],
			ours: { instead: "name the machines that are to run the guests: --systems \"kvm1 kvm2\"" }
		},
		{
			flags: ["--results"],
			takes: "FOLDER",
			ours: { instead: "name the run directory itself: --rundir FOLDER/NAME" }
		},
		noted(same("shutdown-grace", "SECONDS"), "Also `3m`."),
		noted(same("torture", "SUITE"), "Any folder under the tree's `configs/`."),
		same("trust-make")
	],
	"kvm-again.sh": [
		same("bootargs", "TEXT", "--bootarg"),
		same("datestamp", "NAME"),
		same("dryrun"),
		same("duration", "TIME"),
		noted(same("link", "hard|soft|copy|inplace|inplace-force"), "Default `hard`; old runs never change."),
		{
			flags: ["--remote"],
			ours: { instead: "name the machines that are to run the guests: --systems \"kvm1 kvm2\"" }
		},
		same("rundir", "PATH")
	],
	"kvm-remote.sh": [],
	"kvm-series.sh": [],
	"torture.sh": [
		{
			flags: ["--compress-concurrency"],
			takes: "N",
			ours: { instead: "results are not compressed; leave it out" }
		},
		same("configs-rcutorture", "LIST", "--config-rcutorture"),
		same("configs-locktorture", "LIST", "--config-locktorture"),
		same("configs-scftorture", "LIST", "--config-scftorture"),
		{
			flags: ["--do-all", "--doall"],
			ours: {
				input: "torture-sets",
				value: "all"
			}
		},
		...tortureSet("allmodconfig"),
		...tortureSet("clocksourcewd"),
		...tortureSet("kasan"),
		...tortureSet("kcsan"),
		...tortureSet("kvfree"),
		...tortureSet("locktorture"),
		{
			flags: ["--do-none", "--donone"],
			ours: {
				input: "torture-sets",
				value: "none"
			}
		},
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
		same("kcsan-kmake-arg", "TEXT", "--kcsan-kmake-args")
	]
};

// src/inputs/scriptWords.ts
const modes$1 = inputTable.mode.choices;
const dryruns = inputTable.show.choices;
function inOurWords(argv) {
	const [first = "", ...rest] = argv;
	const name = basename$1(first);
	const script = scripts.find((known) => known === name);
	const words = script ? begun(script, rest) : name === "kvm-recheck.sh" ? ["report", ...rest] : [...argv];
	const out = [];
	let mode;
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? "";
		const flag = word === "--dryrun" ? dryrunFlag(words[at + 1]) : flagNamed(word, script);
		if (flag === void 0 || "same" in flag.ours) out.push(word);
		else if ("instead" in flag.ours) throw new InputError(`${word}: ${flag.ours.instead}.`);
		else if ("mode" in flag.ours) mode = flag.ours.mode;
		else if ("value" in flag.ours) out.push(`--${flag.ours.input}=${flag.ours.value}`);
		else out.push(`--${flag.ours.input}`);
		if (flag !== void 0 && word === "--dryrun" && "input" in flag.ours && flag.ours.input === "show") mode = "plan";
	}
	return mode === void 0 ? out : inMode(mode, out, words);
}
function dryrunFlag(value) {
	if (value === void 0 || !dryruns.includes(value)) return void 0;
	return scriptFlags["kvm.sh"].find(({ flags }) => flags.includes("--dryrun"));
}
function flagNamed(word, script) {
	if (!word.startsWith("-")) return void 0;
	return (script === void 0 ? scripts : [script, ...scripts]).flatMap((one) => scriptFlags[one]).find(({ flags }) => flags.includes(word));
}
function inMode(mode, words, before) {
	const [first = "", ...rest] = words;
	if (!modes$1.includes(first)) return [mode, ...words];
	if (first !== "run" && first !== mode) {
		const flag = before.find((word) => /^--(build-?only|dryrun)$/.test(word)) ?? "";
		throw new InputError(`${flag}: means ${mode}, but the first word says ${first}; give one of them.`);
	}
	return [mode, ...rest];
}
function begun(script, rest) {
	const [first = "", second = "", ...others] = rest;
	switch (script) {
		case "kvm.sh": return ["run", ...rest];
		case "kvm-again.sh":
			if (first === "" || first.startsWith("-")) throw new InputError("kvm-again.sh: the first word must be the old run directory.");
			return [
				"run",
				"--again",
				first,
				...rest.slice(1)
			];
		case "kvm-remote.sh":
			if (first.startsWith("--")) throw new InputError("kvm-remote.sh: the first word must name the systems: \"kvm1 kvm2\".");
			if (second === "" || second.startsWith("-")) return [
				"run",
				"--systems",
				first,
				...rest.slice(1)
			];
			return [
				"run",
				"--systems",
				first,
				"--again",
				second,
				...others
			];
		case "kvm-series.sh": throw new InputError("kvm-series.sh: a series of commits is planned over pools: plan --configs \"TREE01\" --commits v7.0..v7.1 --pools POOLS.");
		case "torture.sh": return ["torture", ...rest];
	}
}

// src/inputs/strayWords.ts
const scenarios = /^(?:(?:\d{1,4}\*)?[A-Z][A-Z0-9_-]*(?:,|$))+$/;
function continues({ name, value }, word) {
	switch (inputTable[name].kind) {
		case "words":
		case "scenarios": return true;
		case "boolean": return value === void 0 && isBoolean(word);
		case "duration":
		case "seconds": return isTimeUnit(word) || /^\d+(?:\.\d+)?\s*[a-z]+$/i.test(word);
		case "memory": return /^[MG](?:i?B)?$/i.test(word);
		case "jitter": return /^\d+$/.test(word);
		default: return false;
	}
}
function isText(name) {
	return [
		"text",
		"lines",
		"verbatim"
	].includes(inputTable[name].kind);
}
function refusal(word, mode, before) {
	if (before !== void 0 && isText(before.name)) return new InputError(`"${word}" stands alone; quote values with spaces: --${before.name} "${before.value ?? ""} ${word}".`);
	if (word.includes("/") || word.startsWith(".") || word.startsWith("~")) return new InputError(`"${word}" stands alone; write --kernel ${word} for a kernel tree` + (mode === "run" ? `, --again ${word} for a run directory to run again.` : "."));
	return new InputError(`"${word}": expected a flag such as --configs, or a scenario such as TREE03.`);
}
function meaningOf(word, mode, before) {
	if (before !== void 0 && continues(before, word)) return {
		name: before.name,
		value: word,
		joined: inputTable[before.name].kind !== "boolean"
	};
	const free = before === void 0 || !isText(before.name) || scenarios.test(word);
	const judges = mode === "report" || mode === "baseline" || mode === "issues";
	if (judges && free) return {
		name: "rundir",
		value: word,
		joined: false
	};
	if (!judges && free && scenarios.test(word.toUpperCase())) return {
		name: "configs",
		value: word,
		joined: true
	};
	throw refusal(word, mode, before);
}

// src/inputs/commandLine.ts
const names = Object.keys(inputTable);
const modes = inputTable.mode.choices;
function parseCommandLine(words) {
	if (words.length === 0) return { kind: "empty" };
	const argv = inOurWords(words);
	const [first, ...rest] = argv;
	const torture = first === "torture";
	const word = torture ? "run" : first !== void 0 && !first.startsWith("-") ? first : void 0;
	if (word === "help") return helpFor(rest[0]);
	if (word === "completion") return {
		kind: "completion",
		shell: shellNamed(rest[0])
	};
	if (word !== void 0 && !modes.includes(word)) throw noCommand(word);
	const { tokens } = parseArgs({
		args: [...word === void 0 ? argv : rest],
		options: {
			...flagOptions(),
			help: {
				type: "boolean",
				short: "h"
			},
			version: { type: "boolean" }
		},
		strict: false,
		tokens: true
	});
	const options = tokens.filter((token) => token.kind === "option");
	if (options.some(({ name }) => name === "help" || name === "h")) return helpFor(word);
	if (options.some(({ name }) => name === "version")) return { kind: "version" };
	const flag = options.find(({ name }) => name === "mode")?.value;
	if (word !== void 0 && flag !== void 0 && flag !== word) throw new InputError(`--mode ${flag}: the first word says ${word}; give one of them.`);
	const mode = word ?? flag;
	const raw = {
		...mode === void 0 ? {} : { mode },
		...torture ? { suites: "torture" } : {}
	};
	let before;
	for (const token of tokens) {
		if (token.kind === "positional") addWord(raw, token.value, before);
		if (token.kind !== "option" || token.name === "mode" && token.value !== void 0) continue;
		before = addFlag(raw, token.name, token.value);
	}
	return {
		kind: "job",
		raw
	};
}
function helpFor(word) {
	const mode = inputTable.mode.choices.find((choice) => choice === word);
	return mode === void 0 ? { kind: "help" } : {
		kind: "help",
		mode
	};
}
function shellNamed(word) {
	const shell = shells.find((known) => known === word);
	if (shell === void 0) throw new InputError(`completion: "${word ?? ""}" is not a supported shell; give one of ${shells.join(", ")}.`);
	return shell;
}
function noCommand(word) {
	const near = (0, import_fastest_levenshtein.closest)(word.toLowerCase(), modes);
	const meant = (0, import_fastest_levenshtein.distance)(word.toLowerCase(), near) <= 2 ? near : `run ${word}`;
	return new InputError(`"${word}" is not a command; the first word must be one of ${modes.join(", ")}, completion, help. Did you mean ${meant}?`);
}
function flagOptions() {
	return Object.fromEntries(names.map((name) => [name, { type: inputTable[name].kind === "boolean" ? "boolean" : "string" }]));
}
function addWord(raw, word, before) {
	const { name, value, joined } = meaningOf(word, raw.mode ?? inputTable.mode.default, before);
	const earlier = raw[name];
	if (name === "rundir" && earlier !== void 0) throw new InputError(`"${word}": one run directory at a time, and "${earlier}" is given already.`);
	raw[name] = joined && earlier !== void 0 ? `${earlier} ${value}` : value;
}
function addFlag(raw, flag, value) {
	const name = names.find((known) => known === flag);
	if (name === void 0) throw new InputError(`--${flag}: unknown flag; did you mean --${(0, import_fastest_levenshtein.closest)(flag, names)}? See --help.`);
	const { kind } = inputTable[name];
	if (value === void 0 && kind !== "boolean") throw new InputError(`--${name}: needs a value.`);
	const text = value ?? "true";
	if (name === "systems" && text.trim() === "") throw new InputError("systems: no system is named; give names that ssh understands, or leave it out.");
	const earlier = raw[name];
	if (earlier === void 0) raw[name] = text;
	else if (kind === "lines") raw[name] = `${earlier}\n${text}`;
	else if (kind === "words" || kind === "scenarios" || kind === "text") raw[name] = `${earlier} ${text}`;
	else throw new InputError(`--${name}: given twice ("${earlier}" and "${text}"); give it once.`);
	return {
		name,
		value
	};
}

// src/process/hangup.ts
const hangupBit = 1n;
function ignoresHangup(status) {
	const mask = /^SigIgn:\s*([0-9a-f]+)$/m.exec(status)?.[1];
	return mask !== void 0 && (BigInt(`0x${mask}`) & hangupBit) !== 0n;
}
function statusOf(pid) {
	try {
		return readFileSync(`/proc/${pid}/status`, "utf8");
	} catch {
		return "";
	}
}
function hangupIsIgnored(terminal = [
	0,
	1,
	2
].some((stream) => isatty(stream)), parent = statusOf(process.ppid)) {
	return !terminal || ignoresHangup(parent);
}

// src/process/node24.mjs
const wanted = 24;
const install = "Install it: https://nodejs.org/en/download";
function cacheFolder() {
	try {
		return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "rcutorture-action");
	} catch {
		throw new Error(`Node ${process.versions.node} is too old: Node ${wanted} or newer is needed, and this user has no home directory to fetch it into; set HOME. ${install}`);
	}
}
function isNewEnough(version = process.versions.node) {
	return Number.parseInt(version, 10) >= wanted;
}
function node24(tell = (line) => process.stderr.write(`${line}\n`)) {
	if (isNewEnough()) return process.execPath;
	const name = `node-${process.platform}-${process.arch}`;
	const folder = join(cacheFolder(), "node24");
	const binary = join("node_modules", name, "bin", "node");
	if (existsSync(join(folder, binary))) return join(folder, binary);
	tell(`Node ${process.versions.node} is too old; fetching Node ${wanted} into ${folder} (once).`);
	const fresh = `${folder}.${process.pid}`;
	try {
		mkdirSync(fresh, { recursive: true });
		const { error } = spawnSync("npm", [
			"install",
			...[
				"--no-audit",
				"--no-fund",
				"--ignore-scripts",
				"--prefix",
				fresh
			],
			`${name}@${wanted}`
		], { stdio: [
			"ignore",
			2,
			2
		] });
		if (error || !existsSync(join(fresh, binary))) throw new Error("npm could not fetch it");
		rmSync(folder, {
			recursive: true,
			force: true
		});
		renameSync(fresh, folder);
	} catch (error) {
		if (!existsSync(join(folder, binary))) throw new Error(`Node ${process.versions.node} is too old: Node ${wanted} or newer is needed, and ${error instanceof Error ? error.message : error}. ${install}`);
	} finally {
		rmSync(fresh, {
			recursive: true,
			force: true
		});
	}
	return join(folder, binary);
}
function runOn(node, argv) {
	const child = spawn(node, argv, {
		stdio: "inherit",
		env: {
			...process.env,
			PATH: `${dirname(node)}${delimiter}${process.env.PATH}`
		}
	});
	for (const signal of [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	]) process.on(signal, () => child.kill(signal));
	const numbers = {
		SIGINT: 2,
		SIGTERM: 15,
		SIGKILL: 9,
		SIGHUP: 1
	};
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("exit", (code, signal) => resolve(code ?? 128 + (numbers[signal] ?? 1)));
	});
}

// src/terminal.ts
function coloured(text, width) {
	const token = randomUUID();
	const formats = [];
	const style = (format, part) => {
		formats.push(format);
		return `${token}<${formats.length - 1}<${part}${token}>`;
	};
	const shown = harmlessText(text({
		width,
		style
	}));
	const marks = new RegExp(`${token}(?:<(\\d+)<|>)`, "g");
	const open = [];
	const paint = (format, which) => format === void 0 ? "" : styleText(format, "|", { validateStream: false }).split("|")[which] ?? "";
	return shown.replace(marks, (_, index) => {
		if (index === void 0) return paint(open.pop(), 1);
		const format = formats[Number(index)];
		if (format !== void 0) open.push(format);
		return paint(format, 0);
	}) + open.map((format) => paint(format, 1)).join("");
}
function terminalUi(out, err) {
	const [report, progress] = [outletTo(out), outletTo(err)];
	const say = (text) => progress.write(harmlessLine(text));
	return {
		info: say,
		warning: (text) => say(`warning: ${text}`),
		error: (text) => say(`error: ${text}`),
		folded: (title, _text, path) => say(`${title}: ${path}`),
		annotate: () => void 0,
		async summary({ text }) {
			report.write(out.isTTY ? coloured(text, out.columns || 80) : harmlessText(text({})));
		},
		output: () => void 0,
		mask: () => void 0
	};
}

// src/cli.ts
const ui = terminalUi(process.stdout, process.stderr);
dropLostOutput();
const status = tellFaults(ui, exitStatus.infrastructure);
function newerNode() {
	try {
		return node24((line) => ui.warning(line));
	} catch (error) {
		throw new InfrastructureError(messageOf(error));
	}
}
async function main(argv) {
	const line = parseCommandLine(argv);
	if (line.kind === "help" || line.kind === "empty") {
		const { renderHelp } = await import("./help.js").then((all) => all.src_inputs_help_ts);
		outletTo(process.stdout).write(harmlessText(renderHelp(line.kind === "help" ? line.mode : void 0)));
		return line.kind === "help" ? exitStatus.passed : exitStatus.badInput;
	}
	if (line.kind === "completion") {
		const { renderCompletion } = await import("./help.js").then((all) => all.src_inputs_completion_ts);
		outletTo(process.stdout).write(harmlessText(renderCompletion(line.shell)));
		return exitStatus.passed;
	}
	if (line.kind === "version") {
		const { version } = await import("./modes.js").then((all) => all.src_version_ts);
		outletTo(process.stdout).write(harmlessText(version));
		return 0;
	}
	if (!isNewEnough()) return await runOn(newerNode(), process.argv.slice(1));
	const inputs = parseInputs(line.raw);
	return await runJob({
		inputs,
		ui,
		signal: cancellation({
			atOnce: endsAtOnce(inputs),
			ignoreHangup: hangupIsIgnored(),
			tell: (text) => ui.warning(text)
		}),
		executor: new LocalExecutor(),
		buildRunner: lazyBuildRunner,
		async openStore() {
			const { localStore } = await import("./modes.js").then((all) => all.src_storage_localStore_ts);
			const { store, place } = localStore(process.env);
			ui.info(place);
			return store;
		},
		async openIssues() {
			const { githubIssues } = await import("./stores.js").then((all) => all.src_github_issues_ts);
			return githubIssues(process.env, inputs.githubToken);
		},
		remember: () => void 0,
		environment: {
			attempt: 1,
			workspace: process.cwd(),
			variables: process.env
		}
	});
}
try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	ui.error(await describeError(error));
	process.exitCode = exitStatusOf(error);
}
status.decided();

export {  };