import { __exportAll, __name } from "./rolldown-runtime.js";
import { command, completion_exports, inputGroups, inputTable } from "./core.js";

// src/inputs/help.ts
var help_exports = /* @__PURE__ */ __exportAll({
	groupsFor: () => groupsFor,
	kinds: () => kinds,
	renderHelp: () => renderHelp
});
const kinds = {
	boolean: "`true` or `false`",
	budget: "`12h` (wall clock), or `40 guest-hours` (all guests together)",
	choice: "one of the words listed",
	copies: "a number, or `fill`",
	count: "a whole number from 1",
	cpus: "a number, or `auto`",
	duration: "`90s`, `10m`, `2h`, `1h30m`, `1d`; a bare number is minutes",
	jitter: "`N [sleep [spin]]`",
	lines: "one entry per line; the flag may be repeated",
	memory: "megabytes, or `2G`",
	path: "a path, relative to the working directory",
	percent: "a percentage above 50 and below 100",
	question: "`failures=5`, `rate<1/100h`, `rate<1/500runs` or `fixed`",
	scenarios: "scenario names, separated by spaces or commas",
	seconds: "seconds, or a duration such as `3m`",
	secret: "masked in the log; of a key or file: its text or its path",
	text: "passed on as it is",
	verbatim: "text of several lines, such as a script, or a file's content",
	words: "names, separated by spaces or commas"
};
function groupsFor(mode) {
	return Object.entries(inputGroups).filter(([, { modes }]) => mode === void 0 || modes.includes(mode)).map(([group, { title }]) => ({
		title,
		inputs: Object.entries(inputTable).filter(([, spec]) => spec.group === group)
	}));
}
function wrapped(text, indent, width) {
	const lines = [];
	for (const word of text.split(" ")) {
		const line = lines.at(-1);
		if (line === void 0 || line.length + 1 + word.length > width) lines.push(indent + word);
		else lines[lines.length - 1] = `${line} ${word}`;
	}
	return lines.join("\n");
}
function flag([name, spec]) {
	const choices = spec.kind === "choice" ? spec.choices.join("|") : spec.kind.toUpperCase();
	const value = spec.kind === "boolean" ? "" : ` ${choices}`;
	const fallback = spec.default === "" || spec.kind === "boolean" ? "" : ` [${spec.default}]`;
	return `  --${name}${value}\n${wrapped(`${spec.help.replaceAll("`", "")}${fallback}`, "      ", 80)}`;
}
function renderHelp(mode) {
	const groups = groupsFor(mode).map(({ title, inputs }) => {
		return `${title}:\n${inputs.filter(([name]) => name !== "mode").map(flag).join("\n")}\n`;
	});
	return [
		`Usage: rcutorture-action ${mode ?? inputTable.mode.choices.join("|")} [flags]`,
		"       rcutorture-action completion bash|zsh|fish",
		"",
		"Torture the Linux kernel's RCU: build kernels, run them in virtual machines,",
		"judge their consoles. Nothing needs to be installed:",
		"",
		`  ${command} run --kernel ~/linux`,
		"",
		...mode === void 0 ? ["Flags of one mode only: rcutorture-action report --help", ""] : [],
		...groups,
		"  --help, --version",
		"",
		"Exit status: 0 passed, 1 kernel failed, 2 bad input, 3 infrastructure failed.",
		""
	].join("\n");
}

export { completion_exports as src_inputs_completion_ts, help_exports as src_inputs_help_ts };