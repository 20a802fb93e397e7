import { __name } from "./rolldown-runtime.js";
import { InfrastructureError, dropLostOutput, forgetInputs, messageOf, tellFaults } from "./core.js";
import { _enum, array, boolean, existingKey, getState, githubUi, inputsFromRunner, number, strictObject, string, sturdyUi, systemsName, unseal } from "./action.js";
import { isAbsolute } from "node:path";

// src/github/readState.ts
const stateSchema = strictObject({
	rundir: string().refine((path) => isAbsolute(path) && !/[\0\r\n]/.test(path)),
	finished: boolean(),
	ignore: array(strictObject({
		pattern: string(),
		reason: string(),
		expires: string().optional()
	})),
	attempt: number().int().positive(),
	repository: string().optional(),
	upload: _enum([
		"failed",
		"all",
		"none"
	]),
	retentionDays: number().int().positive().optional()
});
async function read(name, schema) {
	const value = getState(name);
	if (value === "") return void 0;
	const refuse = (why) => new InfrastructureError(`The saved state "${name}" is refused, and nothing of it is done: ${why}. Something in this job wrote to the runner's state.`);
	const key = existingKey(process.env);
	if (key === void 0) throw refuse("the key that sealed it is gone from RUNNER_TEMP, or never was there");
	const text = unseal(name, value, key);
	if (text === void 0) throw refuse("the main step did not write it");
	const parsed = schema.nullable().safeParse(JSON.parse(text));
	if (!parsed.success) throw refuse("it is not what this version writes");
	return parsed.data ?? void 0;
}
async function readState() {
	return await read("job", stateSchema);
}
async function readSystems() {
	const { leaseSchema } = await import("./modes.js").then((all) => all.src_handoff_lease_ts);
	return await read(systemsName, leaseSchema);
}

// src/post.ts
const ui = sturdyUi(githubUi());
dropLostOutput();
const status = tellFaults(ui, 1);
const inputs = inputsFromRunner(process.env);
forgetInputs(process.env);
async function releaseLeasedSystems() {
	const lease = await readSystems();
	if (lease === void 0) return;
	const [{ releaseSystems }, { LocalExecutor }] = await Promise.all([import("./ssh.js").then((all) => all.src_stages_execute_systems_remote_releaseSystems_ts), import("./modes.js").then((all) => all.src_systems_local_ts)]);
	await releaseSystems({
		lease,
		releaseCommand: inputs["release-command"]?.trim() || void 0
	}, new LocalExecutor(), ui);
}
async function publishMeasured() {
	const state = await readState();
	if (state === void 0 || state.finished && state.upload === "none") return;
	const { salvage } = await import("./reports.js").then((all) => all.src_modes_salvage_ts);
	await salvage(state, {
		ui,
		async openUploads() {
			const { githubUploads } = await import("./stores.js").then((all) => all.src_github_uploads_ts);
			return githubUploads(process.env, state.retentionDays);
		},
		async surroundings() {
			const [{ githubStore }, { jobEnvironment }] = await Promise.all([import("./archives.js").then((all) => all.src_github_stores_ts), import("./modes.js").then((all) => all.src_github_context_ts)]);
			return {
				environment: jobEnvironment(process.env, process.env.GITHUB_WORKSPACE ?? process.cwd()),
				store: await githubStore(process.env, state.attempt, ui)
			};
		}
	});
}
const problems = (await Promise.allSettled([releaseLeasedSystems(), publishMeasured()])).flatMap((result) => result.status === "rejected" ? [result.reason] : []);
for (const problem of problems) ui.error(messageOf(problem));
process.exitCode = problems.length === 0 ? 0 : 1;
status.decided();
setTimeout(() => process.exit(), 2e3).unref();

export {  };