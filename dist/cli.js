#!/usr/bin/env node
import { __name } from "./rolldown-runtime.js";
import { InfrastructureError, InputError, LocalExecutor, cancellation, describeError, dropLostOutput, endsAtOnce, exitStatus, exitStatusOf, harmlessLine, harmlessText, inputTable, isBoolean, isTimeUnit, lazyBuildRunner, outletTo, parseInputs, require_fastest_levenshtein, runJob, shells, tellFaults } from "./core.js";
import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { parseArgs, styleText } from "node:util";
import { isatty } from "node:tty";

// src/inputs/strayWords.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
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
	if (mode === "report" && free) return {
		name: "rundir",
		value: word,
		joined: false
	};
	if (mode !== "report" && free && scenarios.test(word.toUpperCase())) return {
		name: "configs",
		value: word,
		joined: true
	};
	throw refusal(word, mode, before);
}

// src/inputs/commandLine.ts
const names = Object.keys(inputTable);
const modes = inputTable.mode.choices;
function parseCommandLine(argv) {
	if (argv.length === 0) return { kind: "empty" };
	const [first, ...rest] = argv;
	const word = first !== void 0 && !first.startsWith("-") ? first : void 0;
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
	const raw = mode === void 0 ? {} : { mode };
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
			report.write(out.isTTY ? coloured(text, out.columns) : harmlessText(text({})));
		},
		output: () => void 0,
		mask: () => void 0
	};
}

// src/cli.ts
const ui = terminalUi(process.stdout, process.stderr);
dropLostOutput();
const status = tellFaults(ui, exitStatus.infrastructure);
const oldestNode = 24;
function checkNode({ node }) {
	if (Number.parseInt(node, 10) >= oldestNode) return;
	throw new InfrastructureError(`Node ${node} is too old: Node ${oldestNode} or newer is needed (https://nodejs.org/en/download).`);
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
	checkNode(process.versions);
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