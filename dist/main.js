import { __name } from "./rolldown-runtime.js";
import { InfrastructureError, LocalExecutor, cancellation, describeError, dropLostOutput, endsAtOnce, exitStatus, forgetInputs, lazyBuildRunner, messageOf, parseInputs, runJob, tellFaults } from "./core.js";
import { escapeMarkdown, githubUi, inputsFromRunner, jobEnvironment, saveNothing, saveState, saveSystems, sturdyUi } from "./action.js";
import { open } from "node:fs/promises";
import { constants as constants$1 } from "node:fs";

// src/report/earlyEnd.ts
function renderEarlyEnd(message) {
	return `### rcutorture: nothing was tested\n\n${escapeMarkdown(message)}\n\nThis says nothing about the kernel.\n`;
}

// src/github/earlyEnd.ts
async function endWithError(ui, error) {
	const message = typeof error === "string" ? error : await describeError(error);
	ui.error(message);
	const early = ui.result === void 0;
	if (early || ui.result === "passed") ui.output("result", "infrastructure-error");
	if (!early) return;
	ui.output("failed-scenarios", "");
	await ui.summary({
		markdown: renderEarlyEnd(message),
		text: () => message
	});
}

// src/github/fileCommands.ts
async function problemOf(path) {
	try {
		const file = await open(path, constants$1.O_WRONLY | constants$1.O_APPEND | constants$1.O_NONBLOCK);
		try {
			if (!(await file.stat()).isFile()) return "is not a regular file";
		} finally {
			await file.close();
		}
		return;
	} catch (error) {
		return messageOf(error);
	}
}
async function checkFileCommands(variables) {
	for (const name of ["GITHUB_OUTPUT", "GITHUB_STATE"]) {
		const path = variables[name];
		if (!path) continue;
		const problem = await problemOf(path);
		if (problem === void 0) continue;
		throw new InfrastructureError(`${name}: "${path}" cannot be written to (${problem}), so nothing could be handed to later steps; check the runner's temporary folder, its owner and its free space.`);
	}
	const path = variables.GITHUB_STEP_SUMMARY;
	const problem = path ? await problemOf(path) : void 0;
	if (problem === void 0) return [];
	return [`GITHUB_STEP_SUMMARY: "${path}" cannot be written to (${problem}); there will be no summary.`];
}

// src/main.ts
const ui = sturdyUi(githubUi());
dropLostOutput();
const status = tellFaults(ui, 1, (message) => endWithError(ui, message));
try {
	for (const line of await checkFileCommands(process.env)) ui.warning(line);
	saveNothing();
	const environment = jobEnvironment(process.env, process.env.GITHUB_WORKSPACE ?? process.cwd());
	const raw = inputsFromRunner(process.env);
	forgetInputs(process.env);
	const inputs = parseInputs(raw);
	const exit = await runJob({
		inputs,
		ui,
		signal: cancellation({
			atOnce: endsAtOnce(inputs),
			escalating: true,
			tell: (line) => ui.info(line)
		}),
		executor: new LocalExecutor(),
		buildRunner: lazyBuildRunner,
		async openStore(runs = []) {
			const { githubStore } = await import("./archives.js").then((all) => all.src_github_stores_ts);
			return await githubStore(process.env, environment.attempt, ui, {
				runs,
				token: inputs.githubToken
			});
		},
		async openIssues() {
			const { githubIssues } = await import("./stores.js").then((all) => all.src_github_issues_ts);
			return githubIssues(process.env, inputs.githubToken);
		},
		async openUploads() {
			const { githubUploads } = await import("./stores.js").then((all) => all.src_github_uploads_ts);
			return githubUploads(process.env, inputs.retentionDays);
		},
		remember: (state) => ui.attempt("Post will not know of this run", () => saveState(state)),
		rememberSystems: (lease) => ui.attempt("Post will not know of these systems", () => saveSystems(lease)),
		environment
	});
	process.exitCode = exit === exitStatus.passed ? 0 : 1;
} catch (error) {
	await endWithError(ui, error);
	process.exitCode = 1;
}
status.decided();
setTimeout(() => process.exit(), 2e3).unref();

export {  };