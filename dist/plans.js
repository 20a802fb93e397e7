import { __exportAll, __name } from "./rolldown-runtime.js";
import { InfrastructureError, InputError, camelCase, checkTexts, exitStatus, inputTable, nameInPlan, parseValue, setsOf } from "./core.js";
import { builtSoFar, jobOf, keepBuilt, keepPlan, keepShard, openPlan, parsePools, passedBefore, planFile, planMatrix, renderPlanFile, runsBefore, shardFile } from "./statistics.js";
import { buildJob, buildKey, defaultDuration, execute, exitStatusFor, expectedQemu, explain, fetchBuilds, fetchFolder, fromStore, gatherIngredients, gitCommand, ingredientsOf, keysOf, latestGuests, lockTree, newRunDirectory, openKernelTree, openRunDirectory, ownFiles, pLimit, parseIgnoreLines, placeGuest, planGuests, prettyMilliseconds, publishBuilds, readGitFacts, readSuite, remember, renderBatchesFile, renderScenarios, report, roomHere, surveySystems, writeAtomically } from "./shared.js";
import { markdownTable } from "./action.js";
import { datestamp, guestNameOf, parseGuestName, runFiles } from "./console.js";
import { link, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { machine, tmpdir } from "node:os";

// src/kernel/commits.ts
const mostCommits = 500;
const word = /^[A-Za-z0-9][\w./~^@{}+-]*$/;
var Repository = class {
	#tree;
	#executor;
	constructor(tree, executor) {
		this.#tree = tree;
		this.#executor = executor;
	}
	async ask(...args) {
		const result = await this.#executor.run(gitCommand(this.#tree, ...args));
		return result.exitStatus === 0 ? result.stdout.trim() : void 0;
	}
	async commit(given) {
		const find = (name) => this.ask("rev-parse", "--verify", "--quiet", `${name}^{commit}`);
		const here = await find(given);
		if (here !== void 0) return here;
		const there = await this.ask("fetch", "--quiet", "--depth=1", "origin", given) === void 0 ? void 0 : await find("FETCH_HEAD");
		if (there !== void 0) return there;
		throw new InputError(`commits: "${given}" is not a commit that this repository or its origin knows.`);
	}
	async range(given) {
		const listed = await this.ask("rev-list", "--reverse", `--max-count=501`, given);
		if (listed === void 0) throw new InputError(`commits: "${given}" is not a range that this repository knows; check out with fetch-depth: 0.`);
		const commits = listed.split("\n").filter(Boolean);
		if (commits.length === 0) throw new InputError(`commits: "${given}" has no commits in it.`);
		return commits;
	}
};
async function resolveCommits(tree, words, executor) {
	const repository = new Repository(tree, executor);
	const ids = [];
	for (const given of words) {
		if (!word.test(given)) throw new InputError(`commits: "${given}" is not a commit; write tags, branches, ids or ranges such as A..B.`);
		ids.push(...given.includes("..") ? await repository.range(given) : [await repository.commit(given)]);
		if (ids.length > mostCommits) throw new InputError(`commits: "${given}" makes them more than ${mostCommits}; name fewer.`);
	}
	const twice = ids.find((id, i) => ids.indexOf(id) !== i);
	if (twice !== void 0) throw new InputError(`commits: ${twice} is there twice.`);
	return await Promise.all(ids.map(async (commit) => {
		const [treeId = "", describe, subject = ""] = await Promise.all([
			repository.ask("rev-parse", `${commit}^{tree}`),
			repository.ask("describe", "--tags", "--always", commit),
			repository.ask("show", "--no-patch", "--format=%s", commit)
		]);
		return {
			commit,
			treeId,
			...describe ? { describe } : {},
			subject: subject.slice(0, 200)
		};
	}));
}
async function scriptsOf(tree, { commit }, executor) {
	const folder = await mkdtemp(join(tmpdir(), "rcutorture-commit-"));
	const remove = () => rm(folder, {
		recursive: true,
		force: true
	});
	try {
		const command = gitCommand(tree, `--work-tree=${folder}`, "checkout", "--force", commit, "--", ...["Makefile", "tools/testing/selftests/rcutorture"]);
		const index = { GIT_INDEX_FILE: join(folder, ".index") };
		const result = await executor.run({
			...command,
			env: {
				...command.env,
				...index
			}
		});
		if (result.exitStatus !== 0) throw new InputError(`commits: ${commit} has no rcutorture: ${result.stderr.trim().split("\n")[0]}`);
		return {
			...await openKernelTree(folder),
			[Symbol.asyncDispose]: remove
		};
	} catch (error) {
		await remove();
		throw error;
	}
}
async function checkOut({ path }, facts, commit, executor) {
	const repository = new Repository(path, executor);
	if (facts.commit === commit) return { async [Symbol.asyncDispose]() {} };
	if (await repository.ask("status", "--porcelain", "--untracked-files=no", "--", ...ownFiles) !== "") throw new InputError(`kernel "${path}": has changes, and another commit is to be checked out; commit or drop them.`);
	const before = await repository.ask("symbolic-ref", "--short", "--quiet", "HEAD") ?? facts.commit ?? "HEAD";
	await repository.commit(commit);
	const go = async (where, ...options) => {
		if (await repository.ask("checkout", "--quiet", ...options, where) === void 0) throw new InfrastructureError(`${path}: git could not check out ${where}.`);
	};
	await go(commit, "--detach");
	return { [Symbol.asyncDispose]: () => go(before) };
}

// src/stages/prepare/pools/planInputs.ts
const shared = [
	"kconfig",
	"kmake-arg",
	"defconfig",
	"bootargs",
	"bootimage",
	"qemu-args",
	"qemu-cmd",
	"memory",
	"debug-info",
	"trust-make",
	"jitter",
	"shutdown-grace",
	"no-initrd",
	"ignore",
	"stop-on-failure"
];
const valueIn = (inputs, name) => inputs[camelCase(name)];
function textOf(value) {
	if (value === void 0) return "";
	if (Array.isArray(value)) return value.join("\n");
	if (typeof value === "object" && value !== null) return Object.values(value).join(" ");
	return String(value);
}
function inputsToKeep(inputs) {
	return Object.fromEntries(shared.map((name) => [name, textOf(valueIn(inputs, name))]));
}
function withPlanInputs(context, plan) {
	const inputs = { ...context.inputs };
	for (const name of shared) {
		const spec = inputTable[name];
		const planned = parseValue(name, spec, plan.inputs[name]);
		const given = textOf(valueIn(context.inputs, name));
		if (!(given === textOf(parseValue(name, spec, void 0))) && given !== textOf(planned)) throw new InputError(`${name}: "${given}" contradicts the plan, which was made with "${textOf(planned)}"; leave it out here.`);
		inputs[camelCase(name)] = planned;
	}
	checkTexts(inputs);
	return {
		...context,
		inputs
	};
}

// src/stages/prepare/pools/sets.ts
function inputsOfSet(inputs, { suite, variant }) {
	return {
		...inputs,
		torture: suite,
		kasan: variant === "kasan",
		kcsan: variant === "kcsan",
		debugInfo: variant === "kcsan" ? false : inputs.debugInfo
	};
}
function wordsFor(words, suite, suites) {
	const nameIn = (word) => word.replace(/^\d+\*/, "");
	const has = (one, word) => nameIn(word) === "CFLIST" || one.scenarios.has(nameIn(word));
	const nobodys = words.filter((word) => !suites.some((one) => has(one, word)));
	const own = words.filter((word) => has(suite, word));
	if (words.length > 0 && own.length === 0 && nobodys.length === 0) throw new InputError(`suites: ${suite.name} has none of the scenarios ${words.join(" ")}; leave it out, or add one of ${suite.list.join(" ")}.`);
	return [...own, ...nobodys];
}
const unknownHere = "of the machine that builds";
async function planSets(context, tree, facts, sets, pools) {
	const { inputs, executor, environment } = context;
	const gathered = await gatherIngredients(tree, facts, inputs, executor, environment.variables);
	if ("unknown" in gathered) throw new InputError(`kernel: ${gathered.unknown}`);
	return await Promise.all(sets.map(async (set) => {
		const read = (name) => readSuite(tree.rcutorture, name, set.architecture);
		const suites = await Promise.all([...new Set(sets.map((one) => one.suite))].map(read));
		const suite = suites.find(({ name }) => name === set.suite) ?? await read(set.suite);
		const widest = pools.filter(({ architecture }) => architecture === set.architecture);
		const own = inputsOfSet(inputs, set);
		const { guests } = planGuests({
			suite,
			configs: wordsFor(inputs.configs, suite, suites).join(" "),
			cpus: 0,
			machineCpus: Math.max(1, ...widest.map(({ cpus }) => cpus)),
			...inputs.bootargs === void 0 ? {} : { bootargs: inputs.bootargs },
			...inputs.kconfig === void 0 ? {} : { kconfig: inputs.kconfig }
		});
		const foreign = set.architecture !== machine();
		const common = {
			...gathered.common,
			architecture: set.architecture,
			...foreign ? {
				compiler: unknownHere,
				linker: unknownHere
			} : {}
		};
		const keyed = [...new Set(guests.map(({ scenario }) => scenario))].flatMap((name) => {
			const scenario = suite.scenarios.get(name);
			if (scenario === void 0) return [];
			const ingredients = ingredientsOf(common, suite, scenario, own);
			return [[name, {
				key: buildKey(ingredients),
				ingredients
			}]];
		});
		return {
			set,
			guests,
			keyed: new Map(keyed)
		};
	}));
}

// src/stages/prepare/pools/planPools.ts
const usualBuild = 900;
const mostExplained = 20;
const megabytes = 2 ** 20;
function memoryOf(memory, variant) {
	const [, number, unit] = /^(\d+)([MG]?)$/.exec(memory ?? (variant === "kasan" ? "2G" : "512")) ?? [];
	return Number(number) * megabytes * (unit === "G" ? 1024 : 1);
}
function variantsOf({ inputs }) {
	if (inputs.variants.length > 0) return inputs.variants;
	if (inputs.kasan && inputs.kcsan) throw new InputError("kcsan: not together with kasan in one kernel; with pools, give variants: kasan kcsan.");
	return [inputs.kasan ? "kasan" : inputs.kcsan ? "kcsan" : "plain"];
}
async function allSets(context, facts, series, sets, pools) {
	const path = resolve(context.environment.workspace, context.inputs.kernel);
	if (series.length === 0) return await planSets(context, await openKernelTree(path), facts, sets, pools);
	const planned = [];
	for (const one of series) {
		await using scripts = await scriptsOf(path, one, context.executor);
		const own = sets.filter(({ commit }) => commit === one.commit);
		const clean = {
			commit: one.commit,
			treeId: one.treeId,
			state: "clean"
		};
		planned.push(...await planSets(context, scripts, clean, own, pools));
	}
	return planned;
}
async function missingBuilds({ ui }, store, planned, expected) {
	const limit = pLimit(8);
	const wanted = planned.flatMap(({ set, keyed }) => [...keyed].map(([scenario, one]) => ({
		set,
		scenario,
		...one
	})));
	const byKey = new Map(wanted.map((one) => [one.key, one]));
	const missing = (await Promise.all([...byKey.values()].map((one) => limit(async () => ({
		one,
		found: await store.lookup(one.key)
	}))))).filter(({ found }) => found.outcome !== "hit").map(({ one }) => one);
	ui.info(`Kernels: ${byKey.size}, of which the ${store.name} store has ${byKey.size - missing.length}.`);
	for (const { ingredients, key } of missing.slice(0, mostExplained)) await explain(store, {
		ingredients,
		key
	}, ui);
	return missing.map(({ key, scenario, set }) => ({
		key,
		scenario,
		set: set.id,
		architecture: set.architecture,
		seconds: expected.get(nameInPlan(set, scenario))?.buildSeconds ?? usualBuild
	}));
}
function historyScope({ planned }) {
	const [first] = planned;
	const scenarios = planned.flatMap(({ set, keyed }) => [...keyed.keys()].map((scenario) => nameInPlan(set, scenario)));
	return {
		suite: [...new Set(planned.map(({ set }) => set.suite))].join(", "),
		architecture: first?.set.architecture ?? "",
		scenarios
	};
}
function matrixGuests({ inputs }, planned, expected) {
	const extraOf = ({ failedLastTime, extra }) => ({
		failedLastTime,
		...extra === void 0 ? {} : { extra }
	});
	return planned.flatMap(({ set, guests, keyed }) => guests.map((guest) => ({
		guest,
		set: set.id,
		suite: set.suite,
		build: keyed.get(guest.scenario)?.key ?? "",
		seconds: inputs.duration ?? 1800,
		memory: memoryOf(inputs.memory, set.variant),
		architecture: set.architecture,
		...inputs.accel === "kvm" ? { kvm: true } : {},
		...extraOf(expected.get(nameInPlan(set, guest.scenario)) ?? { failedLastTime: false })
	})));
}
async function askedPlan(context, pools) {
	const { inputs, executor, environment, ui } = context;
	const path = resolve(environment.workspace, inputs.kernel);
	const tree = await openKernelTree(path);
	const facts = await readGitFacts(tree.path, executor);
	if (facts.treeId === void 0) throw new InputError(`kernel: a plan names kernels by what git says of the tree, and ${facts.reason ?? "git says nothing"}; check the tree out with git.`);
	const series = await resolveCommits(tree.path, inputs.commits, executor);
	const sets = setsOf({
		commits: series.map(({ commit }) => commit),
		suites: inputs.suites.length > 0 ? inputs.suites : [inputs.torture],
		variants: variantsOf(context),
		architectures: [...new Set(pools.map(({ architecture }) => architecture))]
	});
	const planned = await allSets(context, facts, series, sets, pools);
	ui.info(`Linux ${tree.version}: sets ${sets.length}, guests ${planned.reduce((n, { guests }) => n + guests.length, 0)}.`);
	return {
		tree: path,
		facts,
		series,
		sets,
		planned
	};
}
async function planPools$1(context, store, { facts, series, sets, planned }, pools, expected) {
	const { inputs, environment } = context;
	const builds = await missingBuilds(context, store, planned, expected);
	const plan = planMatrix({
		guests: matrixGuests(context, planned, expected),
		builds,
		pools
	});
	const { commit, describe, repository = environment.repository, state } = facts;
	return {
		plan,
		file: planFile({
			kernel: {
				...commit && { commit },
				...describe && { describe },
				...repository && { repository },
				state
			},
			series: series.map(({ treeId: _, ...one }) => one),
			sets,
			inputs: inputsToKeep(inputs)
		}, plan)
	};
}
__name(planPools$1, "planPools");

// src/plan/matrixText.ts
function time(seconds) {
	return prettyMilliseconds(Math.round(seconds / 60) * 6e4 || 6e4, { unitCount: 2 });
}
function count(n, one, many = `${one}s`) {
	return `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
}
function renderMatrix(plan) {
	const { builds, shards, figures } = plan;
	const guests = shards.reduce((sum, shard) => sum + shard.guests.length, 0);
	const split = new Set(shards.flatMap((shard) => shard.guests.filter(({ samples }) => samples > 1).map(({ name }) => name)));
	const kernels = builds.reduce((sum, group) => sum + group.builds.length, 0);
	const lines = [kernels === 0 ? "Nothing to build: every kernel is there." : `${count(kernels, "kernel")} to build in ${count(builds.length, "job")}: about ${time(figures.buildSeconds)}.`];
	if (shards.length === 0) return [...lines, "Nothing to run."].join("\n");
	const over = figures.runSeconds / figures.bound - 1;
	lines.push(`${count(guests, "guest")} to run in ${count(shards.length, "job")} on ${count(figures.runners, "runner")}: about ${time(figures.runSeconds)} if all runners are free.`, `No plan for these runners can take less than ${time(figures.bound)}; this one is ${(over * 100).toFixed(1)} % above that.`, `${count(Math.round(figures.machineHours * 10) / 10, "machine hour")} for ${count(Math.round(figures.tortureHours * 10) / 10, "hour")} of torture.`);
	if (split.size > 0) {
		const names = [...split].slice(0, 5).join(", ");
		const more = split.size > 5 ? ` and ${split.size - 5} more` : "";
		lines.push(`Longer than any job may take, and therefore split into samples: ${names}${more}.`);
	}
	if (figures.idle > 0) lines.push(`${count(figures.idle, "runner")} not used: with them more jobs than a matrix may have would be needed.`);
	if (figures.unused.length > 0) lines.push(`Pools without a guest: ${figures.unused.join(", ")}.`);
	for (const [pool, own] of Map.groupBy(shards, ({ pool }) => pool)) {
		const longest = Math.max(...own.map(({ seconds }) => seconds));
		const here = own.reduce((sum, shard) => sum + shard.guests.length, 0);
		lines.push(`  ${pool}: ${count(own.length, "job")}, ${count(here, "guest")}, the longest job ${time(longest)}`);
	}
	return lines.join("\n");
}

// src/plan/matrixMarkdown.ts
const mostRows = 60;
const mostNames = 8;
function names(all) {
	const rest = all.length - mostNames;
	return rest > 0 ? `${all.slice(0, mostNames).join(" ")} and ${rest} more` : all.join(" ");
}
const minutes = (seconds) => `${Math.max(1, Math.round(seconds / 60))} min`;
function matrixMarkdown(plan, file) {
	const qualified = ({ set, name }) => file.sets.length > 1 ? `${set}/${name}` : name;
	const rows = [...plan.builds.map(({ id, pool, builds, seconds }) => [
		id,
		pool,
		names(builds.map(({ set, scenario }) => qualified({
			set,
			name: scenario
		}))),
		minutes(seconds)
	]), ...plan.shards.map(({ id, pool, guests, seconds }) => [
		id,
		pool,
		names(guests.map(qualified)),
		minutes(seconds)
	])];
	const shown = rows.slice(0, mostRows);
	const more = rows.length > shown.length ? `\n\nAnd ${rows.length - shown.length} more jobs.` : "";
	return [
		"### rcutorture plan\n",
		renderMatrix(plan).split("\n").map((line) => line.startsWith("  ") ? `- ${line.trim()}` : `${line}\n`).join("\n"),
		"",
		markdownTable([[
			"Job",
			"Pool",
			"Scenarios",
			"Expected"
		], ...shown], { alignDelimiters: false }) + more,
		"",
		`Plan \`${file.digest.slice(0, 16)}\``,
		""
	].join("\n");
}

// src/plan/matrixOutputs.ts
const maxOutputBytes = 1048576;
function utf16Bytes(...texts) {
	return texts.reduce((sum, text) => sum + 2 * text.length, 0);
}
function brief(groups) {
	return groups.map((group) => {
		const { id, pool, seconds } = group;
		const systems = "systems" in group && group.systems ? { systems: group.systems } : {};
		return {
			id,
			pool,
			"runs-on": group["runs-on"],
			seconds,
			"timeout-minutes": group["timeout-minutes"],
			...systems
		};
	});
}
function matrixOutputs(plan, limit = maxOutputBytes) {
	const whole = {
		builds: JSON.stringify(plan.builds),
		shards: JSON.stringify(plan.shards)
	};
	if (utf16Bytes(whole.builds, whole.shards) <= limit * .75) return {
		...whole,
		shortened: false
	};
	return {
		builds: JSON.stringify(brief(plan.builds)),
		shards: JSON.stringify(brief(plan.shards)),
		shortened: true
	};
}

// src/stages/publish/planFile.ts
async function publishPlanFile({ ui, environment }, file, plan) {
	const folder = environment.variables.RUNNER_TEMP || environment.workspace;
	const path = join(folder, `rcutorture-plan-${file.digest.slice(0, 16)}.json`);
	await writeAtomically(path, renderPlanFile(file));
	const outputs = matrixOutputs(plan);
	ui.output("plan", file.digest);
	ui.output("builds", outputs.builds);
	ui.output("shards", outputs.shards);
	ui.annotate([{
		level: "notice",
		title: "rcutorture plan",
		message: renderMatrix(plan)
	}]);
	await ui.summary({
		markdown: matrixMarkdown(plan, file),
		text: () => `${renderMatrix(plan)}\n\nThe plan: ${path}\n`
	});
}

// src/statistics/expect.ts
function median(values) {
	const sorted = (values ?? []).toSorted((a, b) => a - b);
	const middle = sorted[Math.floor(sorted.length / 2)];
	return middle === void 0 ? void 0 : Math.ceil(middle);
}
function expectations(runs) {
	const failed = /* @__PURE__ */ new Map();
	const extras = /* @__PURE__ */ new Map();
	const builds = /* @__PURE__ */ new Map();
	for (const run of runs) {
		for (const { scenario, status, seconds } of run.builds) if (status === "built" && seconds !== void 0) builds.set(scenario, [...builds.get(scenario) ?? [], seconds]);
		const newest = Map.groupBy(latestGuests(run.guests), ({ scenario }) => scenario);
		for (const [scenario, guests] of newest) {
			if (!failed.has(scenario)) failed.set(scenario, guests.some(({ verdict }) => verdict === "failed"));
			for (const { timing, ending } of guests) {
				if (ending.cause !== "exited" || timing.lived === void 0 || timing.planned === void 0) continue;
				extras.set(scenario, [...extras.get(scenario) ?? [], Math.max(0, timing.lived - timing.planned)]);
			}
		}
	}
	return new Map([...failed].map(([scenario, failedLastTime]) => {
		const [extra, build] = [median(extras.get(scenario)), median(builds.get(scenario))];
		return [scenario, {
			failedLastTime,
			...extra === void 0 ? {} : { extra },
			...build === void 0 ? {} : { buildSeconds: build }
		}];
	}));
}

// src/modes/planPools.ts
var planPools_exports = /* @__PURE__ */ __exportAll({ planPools: () => planPools });
async function planPools(context, poolsText) {
	const pools = parsePools(poolsText);
	const asked = await askedPlan(context, pools);
	const store = await context.openStore();
	const runs = await runsBefore(context, store, historyScope(asked), asked.tree);
	const expected = expectations(runs.map(({ results }) => results));
	const planned = await planPools$1(context, store, asked, pools, expected);
	await keepPlan(store, planned.file);
	await publishPlanFile(context, planned.file, planned.plan);
	return exitStatus.passed;
}

// src/stages/prepare/pools/buildSets.ts
function checkTree(plan, set, tree, facts) {
	const wanted = set.commit ?? plan.kernel.commit;
	if (wanted !== void 0 && facts.commit !== wanted) throw new InputError(`kernel "${tree.path}": is at ${facts.commit ?? "no commit"}, and the plan is of ${wanted}; check that out.`);
}
async function buildSet(context, plan, set, wanted, store, name) {
	const { environment, executor, ui, signal } = context;
	const inputs = inputsOfSet(context.inputs, set);
	const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
	await using _lock = set.commit === void 0 ? void 0 : await lockTree(tree, {
		info: (line) => ui.info(line),
		signal
	});
	const before = await readGitFacts(tree.path, executor);
	await using _checkedOut = set.commit === void 0 ? void 0 : await checkOut(tree, before, set.commit, executor);
	const facts = set.commit === void 0 ? before : await readGitFacts(tree.path, executor);
	checkTree(plan, set, tree, facts);
	const suite = await readSuite(tree.rcutorture, set.suite);
	const { cpus, machineCpus } = await roomHere({
		...context,
		inputs
	});
	const room = {
		cpus,
		machineCpus
	};
	const jobFor = (scenarios) => ({
		tree,
		suite,
		plan: planGuests({
			suite,
			configs: scenarios.join(" "),
			...room,
			...inputs.bootargs === void 0 ? {} : { bootargs: inputs.bootargs },
			...inputs.kconfig === void 0 ? {} : { kconfig: inputs.kconfig }
		})
	});
	const names = wanted.map(({ scenario }) => scenario);
	const here = {
		...context,
		inputs
	};
	const there = await storedMeanwhile(here, jobFor(names), facts, store);
	const missing = names.filter((name) => !there.some(({ scenario }) => scenario === name));
	const report = missing.length === 0 ? {
		builds: [],
		infrastructure: []
	} : await buildMissing(here, jobFor(missing), facts, store, name, set.id);
	return {
		built: [...there, ...report.builds].flatMap((result) => {
			const planned = wanted.find(({ scenario }) => scenario === result.scenario)?.key;
			if (planned === void 0) return [];
			if (result.key !== void 0 && result.key !== planned) ui.info(`${result.scenario}: the tools here are not those of the machine that planned; kept as ${result.key}`);
			return [{
				planned,
				set: set.id,
				result
			}];
		}),
		infrastructure: report.infrastructure
	};
}
async function storedMeanwhile(context, job, facts, store) {
	const keys = await keysOf(context, job, facts);
	return (await Promise.all([...keys].map(async ([scenario, { key }]) => ({
		scenario,
		key,
		found: await store.lookup(key)
	})))).flatMap(({ scenario, key, found }) => {
		if (found.outcome !== "hit") return [];
		const origin = `${found.entry.store} store`;
		context.ui.info(`${scenario}: the ${origin} has its kernel by now (${key})`);
		return [{
			scenario,
			status: "reused",
			origin,
			key,
			diagnostics: [],
			configErrors: []
		}];
	});
}
async function buildMissing(context, job, facts, store, name, set) {
	const { inputs, environment } = context;
	const target = await newRunDirectory({
		rundir: inputs.rundir && join(inputs.rundir, set),
		datestamp: inputs.datestamp ?? name
	}, join(job.tree.rcutorture, "res"), environment.workspace, /* @__PURE__ */ new Date());
	return await buildJob(context, job, target, facts, store, /* @__PURE__ */ new Map());
}
async function buildSets(context, plan, job, store) {
	const { ui, signal } = context;
	const { id } = job;
	const stamp = datestamp(/* @__PURE__ */ new Date());
	const all = [];
	const infrastructure = [];
	for (const [setId, wanted] of Map.groupBy(job.builds, ({ set }) => set)) {
		const set = plan.sets.find((one) => one.id === setId);
		if (set === void 0 || signal.aborted) continue;
		const names = wanted.map(({ scenario }) => scenario).join(" ");
		ui.info(`${id}: ${set.suite} ${set.variant}${set.commit ? ` of ${set.commit}` : ""}: ${names}`);
		const { built, ...report } = await buildSet(context, plan, set, wanted, store, `${stamp}-${id}-${setId}`);
		all.push(...built);
		infrastructure.push(...report.infrastructure);
	}
	return {
		built: all,
		infrastructure
	};
}

// src/modes/plannedBuild.ts
var plannedBuild_exports = /* @__PURE__ */ __exportAll({ plannedBuild: () => plannedBuild });
async function plannedBuild(given, id) {
	const store = await given.openStore();
	const plan = await openPlan(given, store);
	const context = withPlanInputs(given, plan);
	const job = jobOf(plan.builds, id);
	const { built, infrastructure } = await buildSets(context, plan, job, store);
	await keepBuilt(context, store, plan, id, built);
	const results = built.map(({ result }) => result);
	const sentence = (ready) => `${id}: ${ready} of ${job.builds.length} kernels ready.`;
	return publishBuilds(context, results, job.builds.length, infrastructure, sentence);
}

// src/plan/shardGuests.ts
function shardGuests({ sets }, { guests }) {
	const highest = /* @__PURE__ */ new Map();
	const named = guests.flatMap((planned) => {
		const set = sets.find(({ id }) => id === planned.set);
		const parsed = parseGuestName(planned.name);
		if (set === void 0 || parsed === void 0) return [];
		const scenario = set.id === "all" ? parsed.scenario : `${set.id.toUpperCase()}-${parsed.scenario}`;
		highest.set(scenario, Math.max(parsed.repetition, highest.get(scenario) ?? 0));
		return [{
			planned,
			set,
			scenario,
			repetition: parsed.repetition
		}];
	});
	const taken = /* @__PURE__ */ new Set();
	return named.map(({ planned, set, scenario, repetition }) => {
		const next = () => {
			const number = (highest.get(scenario) ?? 0) + 1;
			highest.set(scenario, number);
			return number;
		};
		const own = taken.has(guestNameOf(scenario, repetition)) ? next() : repetition;
		const name = guestNameOf(scenario, own);
		taken.add(name);
		const { cpus, smp } = planned;
		return {
			planned,
			set,
			guest: {
				name,
				scenario,
				repetition: own,
				cpus,
				...smp && { smp }
			}
		};
	});
}

// src/stages/prepare/pools/shardRun.ts
async function fetchKernels(store, guests, built, folder, ui) {
	const planned = new Map(guests.map(({ guest, planned: { build } }) => [guest.scenario, build]));
	const failed = (key) => built.get(key)?.result.status === "failed";
	const keys = new Map([...planned].filter(([, key]) => !failed(key)).map(([scenario, key]) => [scenario, built.get(key)?.result.key ?? key]));
	const hits = await fetchBuilds(store, keys, folder, ui);
	return [...planned].map(([scenario, key]) => {
		const nothing = {
			diagnostics: [],
			configErrors: []
		};
		const from = hits.get(scenario);
		if (from !== void 0) return {
			scenario,
			status: "reused",
			origin: `${from} store`,
			key: keys.get(scenario),
			...nothing
		};
		const record = built.get(key)?.result;
		if (record?.status === "failed") return {
			...record,
			scenario
		};
		ui.warning(`${scenario}: no store has its kernel (${key}); its build job has not made it.`);
		return {
			scenario,
			status: "skipped",
			...nothing
		};
	});
}
async function writeRunFiles({ path, plan, guests, cpus }) {
	const write = (name, text) => writeFile(join(path, name), text);
	const batches = guests.map(({ guest }, i) => ({
		number: i + 1,
		guests: [guest]
	}));
	const [first] = guests;
	const commit = first?.set.commit ?? plan.kernel.commit;
	const clean = first?.set.commit !== void 0 || plan.kernel.state === "clean";
	await write(runFiles.suite[0], `${first?.set.suite ?? "rcu"}\n`);
	await write(runFiles.reRun, `${fromStore}\n`);
	await write(runFiles.log, "rcutorture-action: a shard of a plan; its kernels came from a store\n");
	await write(runFiles.batches, renderBatchesFile(batches, cpus));
	await write(runFiles.scenarios, renderScenarios(batches));
	if (commit !== void 0) await write(runFiles.testId, `Current commit: ${commit}\n${clean ? "nothing to commit\n" : ""}`);
}
async function makeShardRun(run, store, built, ui) {
	const { path, guests, grace } = run;
	await mkdir(dirname(path), { recursive: true });
	const fetched = await fetchFolder(path);
	try {
		const builds = await fetchKernels(store, guests, built, fetched, ui);
		const there = new Set(builds.filter(({ status }) => status === "reused").map(({ scenario }) => scenario));
		await mkdir(path);
		const place = (guest, seconds) => placeGuest({
			from: fetched,
			into: path,
			finally: path,
			guest,
			bring: link,
			seconds,
			grace
		});
		const names = new Set(guests.map(({ guest }) => guest.name));
		for (const scenario of there) if (!names.has(scenario)) await place({
			name: scenario,
			scenario,
			repetition: 1,
			cpus: 1
		});
		for (const { guest, planned } of guests) if (there.has(guest.scenario)) await place(guest, planned.seconds);
		else await mkdir(join(path, guest.name));
		await writeRunFiles(run);
		return builds;
	} catch (error) {
		await rm(path, {
			recursive: true,
			force: true
		});
		throw error;
	} finally {
		await rm(fetched, {
			recursive: true,
			force: true
		});
	}
}

// src/stages/prepare/pools/shard.ts
function onSystems(context, { pool, systems }) {
	const given = context.inputs.systems;
	if (systems === void 0) return context;
	if (given.length > 0 && given.join(" ") !== systems.join(" ")) throw new InputError(`systems: "${given.join(" ")}" contradicts the plan, whose pool "${pool}" has ${systems.join(" ")}; leave it out here.`);
	return {
		...context,
		inputs: {
			...context.inputs,
			systems
		}
	};
}
async function guestsLeft(context, store, plan, shard) {
	const { inputs, environment, ui } = context;
	const { id } = shard;
	const passed = environment.attempt > 1 && inputs.rerun === "failed" ? await passedBefore(context, store, plan, id) : /* @__PURE__ */ new Set();
	const guests = shardGuests(plan, shard).filter(({ guest }) => !passed.has(guest.name));
	ui.info(`${id} of ${plan.shards.length}, plan ${plan.digest.slice(0, 16)}: ${guests.map(({ guest }) => guest.name).join(" ") || "nothing left to run"}`);
	return guests;
}
function compareWithPool({ ui }, shard, cpus) {
	if (shard.systems === void 0 && cpus < shard.cpus) ui.warning(`pools: "${shard.pool}" has ${shard.cpus} CPUs by the plan, and this runner has ${cpus}: guests get fewer, and take longer.`);
}
async function prepareShard(context, store, plan, shard, guests, cpus) {
	const { inputs, environment, ui } = context;
	compareWithPool(context, shard, cpus);
	const res = join(environment.workspace, "res");
	const { path } = await newRunDirectory(inputs, res, environment.workspace, /* @__PURE__ */ new Date(), `-${shard.id}`);
	const built = await builtSoFar(context, store, plan);
	const grace = inputs.shutdownGrace;
	const builds = await makeShardRun({
		path,
		plan,
		guests,
		cpus,
		grace
	}, store, built, ui);
	const record = {
		format: "rcutorture-action shard",
		version: 1,
		plan: plan.digest,
		shard: shard.id,
		attempt: environment.attempt,
		createdAt: (/* @__PURE__ */ new Date()).toISOString(),
		guests: guests.map(({ guest, planned }) => ({
			name: guest.name,
			set: planned.set,
			planned: planned.name,
			sample: planned.sample
		}))
	};
	await writeAtomically(join(path, shardFile), `${JSON.stringify(record, null, 1)}\n`);
	const run = await openRunDirectory(path);
	const { describe, repository } = plan.kernel;
	return {
		run,
		builds,
		infrastructure: [],
		cpus,
		...guests.every(({ set }) => set.commit === void 0) ? { describe } : {},
		repository,
		store,
		part: true,
		suites: new Map(guests.map(({ guest, set }) => [guest.name, set.suite]))
	};
}

// src/modes/shard.ts
var shard_exports = /* @__PURE__ */ __exportAll({ shard: () => shard });
async function shard(given, id) {
	const store = await given.openStore();
	const plan = await openPlan(given, store);
	const planned = jobOf(plan.shards, id);
	const context = onSystems(withPlanInputs(given, plan), planned);
	const { inputs, ui } = context;
	const guests = await guestsLeft(context, store, plan, planned);
	if (guests.length === 0) {
		ui.info("Every guest of this shard passed in an earlier attempt.");
		ui.output("result", "passed");
		return exitStatus.passed;
	}
	const ignore = parseIgnoreLines(inputs.ignore, /* @__PURE__ */ new Date());
	await using systems = await surveySystems(context, [expectedQemu(inputs.qemuCmd)]);
	const prepared = {
		...await prepareShard(context, store, plan, planned, guests, systems.cpus),
		ignore
	};
	const executed = await execute(context, prepared, systems);
	const results = await report(context, prepared, executed);
	const kept = await keepShard(context, store, prepared.run.path);
	remember(context, prepared, true);
	return kept ? exitStatusFor(results.verdict) : exitStatus.infrastructure;
}

export { planPools_exports as src_modes_planPools_ts, plannedBuild_exports as src_modes_plannedBuild_ts, shard_exports as src_modes_shard_ts };