import { __commonJSMin, __exportAll, __name, __require, __toESM } from "./rolldown-runtime.js";
import { InfrastructureError, InputError, diskTrouble, messageOf, nameInPlan, printable, printableJson, verdicts } from "./core.js";
import { amount, binomialProbability, builtSoFar, bundleKey, bundleName, bundlePrefix, byScenario, confidencePercent, defaultConfidence, history_exports, hours, isShard, keepShard, openPlan, pWords, percent, plural as plural$1, poissonRate, readShard, require_lib as require_lib$31, require_lib$1 as require_lib$17, require_lib$10 as require_lib$28, require_lib$11 as require_lib$30, require_lib$12 as require_lib$29, require_lib$13 as require_lib$21, require_lib$14 as require_lib$13, require_lib$15 as require_lib$27, require_lib$16, require_lib$17 as require_lib$15, require_lib$18, require_lib$2 as require_lib$26, require_lib$3 as require_lib$14, require_lib$4 as require_lib$20, require_lib$5 as require_lib$25, require_lib$6 as require_lib$22, require_lib$7 as require_lib$24, require_lib$8 as require_lib$23, require_lib$9 as require_lib$19, samplesOf, scenarioOf, shardFile, shownProbability, shownRate, tally as tally$1, withBundle } from "./statistics.js";
import { assembleResults, enrich, exitStatusFor, failedNames, historyFor, isSafePath, judgeRunDirectory, newRunDirectory, nothingTested, overallVerdict, pLimit, packBatches, parseIgnoreLines, prettyBytes, prettyMilliseconds, quoteWord, renderBatchesFile, renderScenarios, version, writeAtomically } from "./shared.js";
import { Decoder, builtInNoise, guestFiles, isInside, locateFile, openFile, parseGuestName, readConsole, runFiles, sampleConsole } from "./console.js";
import { byteLength, cleanLine, cleanText, code, cutBytes, cutCharacters, details, escapeHtml, escapeMarkdown, excerpt, fence, link as link$1, table as table$1 } from "./action.js";
import { cp, lstat, mkdir, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { createHash } from "node:crypto";

// src/plan/setBatches.ts
function setBatches({ shards }, set) {
	const jobs = shards.flatMap(({ guests }) => guests).filter((one) => one.set === set && one.sample === 1).flatMap(({ name, cpus }) => {
		const parsed = parseGuestName(name);
		return parsed === void 0 ? [] : [{
			scenario: parsed.scenario,
			cpus
		}];
	});
	return packBatches(jobs, 0);
}

// src/results/merge.ts
const identity = ({ set, name, sample }) => `${set} ${name} ${sample}`;
function mergedFolder(name, run) {
	const sample = run.sample === 1 ? name : `${name}/sample-${run.sample}`;
	return run.newest ? sample : `${sample}/attempt-${run.attempt}`;
}
function placeResults({ plan, parts }) {
	const ordered = parts.toSorted((a, b) => a.record.attempt - b.record.attempt);
	const found = /* @__PURE__ */ new Map();
	for (const part of ordered) for (const { name, set, planned, sample } of part.record.guests) {
		const guest = part.results.guests.findLast((one) => one.name === name);
		const key = identity({
			set,
			name: planned,
			sample
		});
		if (guest !== void 0) found.set(key, [...found.get(key) ?? [], {
			part,
			guest
		}]);
	}
	return plan.shards.flatMap((shard) => shard.guests.flatMap((planned) => {
		const own = (found.get(identity(planned)) ?? []).filter(({ part }) => part.record.shard === shard.id);
		return own.map((one, i) => ({
			...one,
			planned,
			newest: i === own.length - 1
		}));
	}));
}
function systemNames({ record, results }) {
	return (name) => {
		const facts = results.systems.find((system) => system.name === name);
		return name === "localhost" ? facts?.hostname ?? record.shard : name;
	};
}
function systemsOf(parts) {
	const systems = /* @__PURE__ */ new Map();
	for (const part of parts) {
		const nameOf = systemNames(part);
		for (const system of part.results.systems) {
			const name = nameOf(system.name);
			if (!systems.has(name)) systems.set(name, {
				...system,
				name
			});
		}
	}
	return [...systems.values()];
}
function ofSet(plan, setId) {
	const set = plan.sets.find(({ id }) => id === setId);
	if (plan.sets.length === 1 || set === void 0) return {};
	return {
		suite: set.suite,
		...set.commit === void 0 ? {} : { commit: set.commit }
	};
}
function merged(plan, { part, planned, guest, newest }) {
	const set = { id: planned.set };
	const { scenario = planned.name, repetition = 1 } = parseGuestName(planned.name) ?? {};
	const { attempt } = part.record;
	const name = nameInPlan(set, planned.name);
	const { console: _, system, ...rest } = guest;
	return {
		...rest,
		...ofSet(plan, planned.set),
		name,
		scenario: nameInPlan(set, scenario),
		repetition,
		sample: planned.sample,
		attempt,
		...system === void 0 ? {} : { system: systemNames(part)(system) },
		...guest.console === void 0 ? {} : { console: `${mergedFolder(name, {
			sample: planned.sample,
			attempt,
			newest
		})}/${basename(guest.console)}` }
	};
}
function absent(merge, shard, planned) {
	const { plan, builds, missing } = merge;
	const { scenario = planned.name, repetition = 1 } = parseGuestName(planned.name) ?? {};
	const unbuilt = builds.get(planned.build)?.status === "failed";
	const why = missing.get(shard) ?? "its job left no results";
	return {
		...ofSet(plan, planned.set),
		name: nameInPlan({ id: planned.set }, planned.name),
		scenario: nameInPlan({ id: planned.set }, scenario),
		repetition,
		sample: planned.sample,
		attempt: merge.attempt,
		verdict: unbuilt ? "build-failed" : "did-not-run",
		cpus: planned.cpus,
		timing: { planned: planned.seconds },
		ending: {
			cause: "not-started",
			exitStatus: null,
			signal: null,
			detail: unbuilt ? "Its kernel did not build." : `Planned in ${shard}: ${why}.`
		},
		counters: {},
		findings: [],
		ignored: [],
		progress: []
	};
}
function buildsOf({ plan, parts, builds }) {
	const all = /* @__PURE__ */ new Map();
	for (const part of parts.toSorted((a, b) => a.record.attempt - b.record.attempt)) for (const build of part.results.builds) {
		const local = part.record.guests.find(({ name }) => parseGuestName(name)?.scenario === build.scenario);
		const scenario = parseGuestName(local?.planned ?? "")?.scenario;
		if (local === void 0 || scenario === void 0) continue;
		const name = nameInPlan({ id: local.set }, scenario);
		all.set(name, {
			...build,
			scenario: name
		});
	}
	for (const { set, name, build } of plan.shards.flatMap(({ guests }) => guests)) {
		const scenario = nameInPlan({ id: set }, parseGuestName(name)?.scenario ?? name);
		const result = builds.get(build);
		if (result !== void 0) all.set(scenario, {
			...result,
			scenario
		});
	}
	return [...all.values()];
}
function inOrder(plan, guests) {
	const names = plan.sets.flatMap((set) => setBatches(plan, set.id).flatMap((batch) => batch.guests.map(({ name }) => nameInPlan(set, name))));
	const places = new Map(names.map((name, place) => [name, place]));
	const placeOf = ({ name }) => places.get(name) ?? names.length;
	return guests.toSorted((a, b) => placeOf(a) - placeOf(b) || a.sample - b.sample || a.attempt - b.attempt);
}
function counting(placed, guests) {
	return guests.filter((_, i) => placed[i]?.newest ?? true);
}
function scriptsStatus$1(latest, parts) {
	if (latest.some(({ scripts }) => scripts?.failed)) return 3;
	return Math.max(0, ...parts.map(({ results }) => results.scriptsExitStatus).filter((status) => status < 3));
}
__name(scriptsStatus$1, "scriptsStatus");
function kernelOf({ kernel, series }) {
	const { describe: _, commit: __, ...rest } = kernel;
	const [first, last] = [series.at(0), series.at(-1)];
	if (first === void 0 || last === void 0) return kernel;
	if (first === last) return {
		...rest,
		commit: first.commit,
		state: "clean",
		describe: first.describe
	};
	const range = `${first.commit.slice(0, 12)} to ${last.commit.slice(0, 12)}`;
	return {
		...rest,
		state: "clean",
		describe: `${series.length} commits, ${range}`
	};
}
function mergeShards(merge) {
	const { plan, parts, now, tool } = merge;
	const placed = placeResults(merge);
	const ran = placed.map((one) => merged(plan, one));
	const seen = new Set(placed.map(({ planned }) => identity(planned)));
	const never = plan.shards.flatMap(({ id, guests }) => guests.filter((one) => !seen.has(identity(one))).map((one) => absent(merge, id, one)));
	const guests = inOrder(plan, [...ran, ...never]);
	const builds = buildsOf(merge);
	const latest = [...counting(placed, ran), ...never];
	return {
		version: 1,
		tool,
		createdAt: now.toISOString(),
		attempt: merge.attempt,
		suite: [...new Set(plan.sets.map(({ suite }) => suite))].join(", "),
		rundir: merge.rundir,
		plan: plan.digest,
		...plan.series.length > 0 ? { series: plan.series } : {},
		kernel: kernelOf(plan),
		verdict: overallVerdict(latest, builds),
		scriptsExitStatus: scriptsStatus$1(latest, parts),
		interrupted: parts.some(({ results }) => results.interrupted),
		systems: systemsOf(parts),
		builds,
		guests,
		infrastructure: [...merge.problems, ...parts.flatMap(({ record, results }) => results.infrastructure.map((line) => `${record.shard}: ${line}`))]
	};
}

// src/stages/conclude/shards/collect.ts
var Collection = class {
	#plan;
	#parts = /* @__PURE__ */ new Map();
	problems = [];
	missing = /* @__PURE__ */ new Map();
	constructor(plan) {
		this.#plan = plan;
	}
	get parts() {
		return [...this.#parts.values()];
	}
	refuse(shard, where, problem) {
		this.problems.push(`${where}: its results are not used: ${problem}`);
		const there = this.parts.some(({ record }) => record.shard === shard);
		if (shard !== void 0 && !there) this.missing.set(shard, `its results cannot be used: ${problem}`);
	}
	add({ record, results }, where) {
		const { digest, shards } = this.#plan;
		if (record.plan !== digest) {
			this.problems.push(`${where}: its results are not used: they are of the plan ${record.plan.slice(0, 16)}, and this is ${digest.slice(0, 16)}`);
			return false;
		}
		const shard = shards.find(({ id }) => id === record.shard);
		if (shard === void 0) {
			this.problems.push(`${where}: its results are not used: the plan has no ${record.shard}`);
			return false;
		}
		const belongs = ({ set, planned, sample }) => shard.guests.some((one) => one.set === set && one.name === planned && one.sample === sample);
		for (const { set, planned } of record.guests.filter((one) => !belongs(one))) this.problems.push(`${where}: ${set}/${planned} is not used: the plan does not have it in ${record.shard}`);
		const key = `${record.shard} ${record.attempt}`;
		const other = this.#parts.get(key);
		const newer = other === void 0 || record.createdAt > other.record.createdAt;
		if (other !== void 0 && other.record.createdAt !== record.createdAt) this.problems.push(`${where}: there are two results of ${record.shard}, attempt ${record.attempt}; the newer ones count`);
		if (newer) {
			this.#parts.set(key, {
				record: {
					...record,
					guests: record.guests.filter(belongs)
				},
				results
			});
			this.missing.delete(record.shard);
		}
		return newer;
	}
};
const atOnce = 6;
async function collectFromStore({ environment }, store, plan, keep) {
	const prefix = bundlePrefix(plan, environment);
	const names = (await store.records?.(`${prefix}shard-`) ?? []).flatMap((key) => bundleName(prefix, key) ?? []);
	const found = new Set(names.map(({ id }) => id));
	const guesses = plan.shards.filter(({ id }) => !found.has(id)).flatMap(({ id }) => Array.from({ length: environment.attempt }, (_, i) => ({
		id,
		attempt: i + 1
	})));
	const collection = new Collection(plan);
	const collect = async (name) => {
		const where = `${name.id}, attempt ${name.attempt}`;
		const fetched = await withBundle(store, bundleKey(plan, environment, name), async (folder) => {
			const part = await readShard(folder);
			if ("problem" in part) collection.refuse(name.id, where, part.problem);
			else if (collection.add(part, where)) await keep(part, folder);
		});
		if ("reason" in fetched && (fetched.damaged || !guesses.includes(name))) collection.refuse(name.id, where, fetched.reason);
	};
	const limit = pLimit(atOnce);
	await Promise.all([...names, ...guesses].map((name) => limit(() => collect(name))));
	collection.problems.sort();
	return collection;
}
async function collectFromFolder(folder, plan, keep) {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true
	}).catch(() => void 0);
	if (entries === void 0) throw new InputError(`shard-results: "${folder}" is not a folder.`);
	const places = entries.filter(({ name }) => name === shardFile).map(({ parentPath }) => parentPath);
	const collection = new Collection(plan);
	for (const place of places.sort()) {
		const part = await readShard(place);
		if ("problem" in part) collection.refuse(void 0, place, part.problem);
		else if (collection.add(part, place)) await keep(part, place);
	}
	return collection;
}

// src/stages/conclude/shards/mergedFiles.ts
const waiting = ".shards";
const folderOf = (rundir, { shard, attempt }) => join(rundir, waiting, `${shard}-${attempt}`);
async function keepFiles(rundir, record, folder) {
	const target = folderOf(rundir, record);
	await rm(target, {
		recursive: true,
		force: true
	});
	await mkdir(target, { recursive: true });
	for (const { name } of record.guests) await cp(join(folder, name), join(target, name), {
		recursive: true,
		filter: async (path) => {
			const found = await lstat(path);
			return found.isFile() || found.isDirectory();
		}
	}).catch((error) => {
		if (error.code !== "ENOENT") throw error;
	});
}
async function arrangeFiles(rundir, placed) {
	const outermostFirst = placed.toSorted((a, b) => Number(b.newest) - Number(a.newest) || a.planned.sample - b.planned.sample);
	for (const { part, planned, guest, newest } of outermostFirst) {
		const name = nameInPlan({ id: planned.set }, planned.name);
		const run = {
			sample: planned.sample,
			attempt: part.record.attempt,
			newest
		};
		const target = join(rundir, mergedFolder(name, run));
		await mkdir(dirname(target), { recursive: true });
		await rename(join(folderOf(rundir, part.record), guest.name), target).catch((error) => {
			if (error.code !== "ENOENT") throw error;
		});
	}
	await rm(join(rundir, waiting), {
		recursive: true,
		force: true
	});
}
async function writeSetFiles(rundir, plan) {
	for (const set of plan.sets) {
		const folder = set.id === "all" ? rundir : join(rundir, set.id);
		await mkdir(folder, { recursive: true });
		const batches = setBatches(plan, set.id);
		const write = (name, text) => writeFile(join(folder, name), text);
		await write(runFiles.suite[0], `${set.suite}\n`);
		await write(runFiles.batches, renderBatchesFile(batches, 0));
		await write(runFiles.scenarios, renderScenarios(batches));
		await write(runFiles.reRun, "kernels from a store\n");
		const commit = set.commit ?? plan.kernel.commit;
		const clean = set.commit !== void 0 || plan.kernel.state === "clean";
		if (commit !== void 0) await write(runFiles.testId, `Current commit: ${commit}\n${clean ? "nothing to commit\n" : ""}`);
	}
}

// src/stages/conclude/shards/merge.ts
const tool = {
	name: "rcutorture-action",
	version
};
function withoutPlan(context, rundir, reason) {
	return {
		version: 1,
		tool,
		createdAt: (/* @__PURE__ */ new Date()).toISOString(),
		attempt: context.environment.attempt,
		suite: context.inputs.torture,
		rundir,
		kernel: { state: "unknown" },
		verdict: "infrastructure-error",
		scriptsExitStatus: 0,
		interrupted: false,
		systems: [],
		builds: [],
		guests: [],
		infrastructure: [reason]
	};
}
async function mergedResults(context, store, plan, rundir) {
	const { inputs, environment, ui } = context;
	const keep = (part, folder) => keepFiles(rundir, part, folder);
	const { parts, problems, missing } = inputs.shardResults === void 0 ? await collectFromStore(context, store, plan, ({ record }, folder) => keep(record, folder)) : await collectFromFolder(resolve(environment.workspace, inputs.shardResults), plan, ({ record }, folder) => keep(record, folder));
	for (const problem of problems) ui.warning(problem);
	const built = await builtSoFar(context, store, plan);
	const left = new Set(parts.map(({ record }) => record.shard)).size;
	ui.info(`Plan ${plan.digest.slice(0, 16)}: results of ${left} of ${plan.shards.length} shards.`);
	await arrangeFiles(rundir, placeResults({
		plan,
		parts
	}));
	await writeSetFiles(rundir, plan);
	return mergeShards({
		plan,
		parts,
		builds: new Map([...built].map(([key, { result }]) => [key, result])),
		problems,
		missing,
		rundir,
		attempt: environment.attempt,
		tool,
		now: /* @__PURE__ */ new Date()
	});
}

// src/report/format.ts
const verdictWords = {
	failed: {
		icon: "❌",
		word: "failed",
		phrase: "failed"
	},
	"build-failed": {
		icon: "🔨",
		word: "build failed",
		phrase: "did not build"
	},
	"did-not-run": {
		icon: "⚪",
		word: "did not run",
		phrase: "did not run to its end"
	},
	"infrastructure-error": {
		icon: "🔌",
		word: "infrastructure",
		phrase: "lost to the infrastructure"
	},
	passed: {
		icon: "✅",
		word: "passed",
		phrase: "passed"
	}
};
function formatDuration(seconds) {
	return prettyMilliseconds((seconds >= 60 ? Math.round(seconds) : seconds) * 1e3, {
		secondsDecimalDigits: seconds < 60 ? 1 : 0,
		unitCount: 2
	});
}
const integers = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const significant = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
function formatCount(value) {
	return integers.format(value);
}
function formatFigure(value) {
	return Math.abs(value) >= 100 ? integers.format(value) : significant.format(value);
}
function formatPercent(probability) {
	return `${significant.format(probability * 100)} %`;
}
function formatBytes(bytes) {
	return prettyBytes(bytes);
}
function formatNanoseconds(value) {
	const unit = [
		[1e9, "s"],
		[1e6, "ms"],
		[1e3, "µs"]
	].find(([size]) => Math.abs(value) >= size);
	return unit === void 0 ? `${significant.format(value)} ns` : `${significant.format(value / unit[0])} ${unit[1]}`;
}
function plural(count, noun, plurals = `${noun}s`) {
	return `${formatCount(count)} ${count === 1 ? noun : plurals}`;
}
function listOf(names, most = 3) {
	if (names.length > most) {
		const shown = names.slice(0, Math.max(1, most - 1));
		return `${shown.join(", ")} and ${formatCount(names.length - shown.length)} more`;
	}
	const last = names.at(-1) ?? "";
	return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
const operationNouns = /* @__PURE__ */ new Map([["lock", "acquisitions"], ["scf", "invocations"]]);
function workNoun(suite) {
	return operationNouns.get(suite) ?? "grace periods";
}
function workOf(guest) {
	const { gracePeriods, operations, rate, durations } = guest.counters;
	const amount = gracePeriods ?? operations;
	if (amount === void 0 && durations !== void 0) return {
		amount: `median ${formatNanoseconds(durations.median)}`,
		rate: `p99 ${formatNanoseconds(durations.p99)}`
	};
	return {
		amount: amount === void 0 ? "" : formatCount(amount),
		rate: rate === void 0 ? "" : `${formatFigure(rate)}/s`
	};
}
function livedOf({ timing, counters }) {
	return timing.lived ?? counters.lastTime;
}
function livedText(guest) {
	const lived = livedOf(guest);
	return lived === void 0 ? "" : formatDuration(lived);
}
function tortureSeconds(guest) {
	const { planned, lived } = guest.timing;
	if (lived === void 0) return 0;
	return planned === void 0 ? lived : Math.min(planned, lived);
}

// src/report/guest-facts.ts
function guestFacts(guest, suite) {
	const { counters, timing, ending } = guest;
	const work = counters.gracePeriods ?? counters.operations;
	const rate = counters.rate === void 0 ? "" : `, ${formatFigure(counters.rate)} per second`;
	return [
		cleanLine(ending.detail),
		guest.system === void 0 ? "" : `System: ${cleanLine(guest.system)}`,
		timing.lived === void 0 ? "" : `Lived: ${formatDuration(timing.lived)}`,
		timing.planned === void 0 ? "" : `Planned: ${formatDuration(timing.planned)} of torture`,
		work === void 0 ? "" : `Counted: ${formatCount(work)} ${workNoun(suite)}${rate}`,
		guest.console === void 0 ? "" : `Console: ${cleanLine(guest.console)}`
	].filter(Boolean).join("\n");
}
function whereabouts(group) {
	const { time, cpu, task, pid, consoleLine, incomplete, also = [] } = group.finding;
	return [
		group.shownOn.console === void 0 ? "" : `${cleanLine(group.shownOn.console)}:${consoleLine}`,
		time === void 0 ? "" : `${time.toFixed(3)} s after boot`,
		cpu === void 0 ? "" : `CPU ${cpu}`,
		task === void 0 ? "" : `task ${cleanLine(task)}${pid === void 0 ? "" : `/${pid}`}`,
		incomplete ? "cut off by the end of the console" : "",
		also.length === 0 ? "" : `also known as ${listOf(also.map((title) => cleanLine(title)), 3)}`
	].filter(Boolean).join(", ");
}

// src/report/importance.ts
const ranks = {
	kasan: 1,
	"list-corruption": 1,
	refcount: 1,
	"debug-objects": 1,
	"null-dereference": 2,
	"paging-request": 2,
	"general-protection": 2,
	"divide-error": 2,
	"double-fault": 2,
	bug: 2,
	oops: 2,
	"suspicious-rcu": 3,
	lockdep: 3,
	"sleeping-in-atomic": 3,
	warning: 4,
	ubsan: 4,
	kcsan: 5,
	panic: 5,
	"hard-lockup": 6,
	"soft-lockup": 6,
	"rcu-stall": 6,
	"kthread-starved": 7,
	"workqueue-lockup": 7,
	"hung-task": 7,
	"writer-stall": 7,
	"gp-hang": 8,
	"bad-sequence": 8,
	"torture-failure": 8,
	"close-calls": 9,
	"hotplug-failure": 9,
	oom: 9,
	"boot-failure": 10,
	hang: 11,
	silence: 12,
	"no-end": 13,
	other: 14
};
function rankOf(kind) {
	return ranks[kind];
}
const order = new Map(verdicts.map((verdict, index) => [verdict, index]));
function verdictRank(verdict) {
	return order.get(verdict) ?? verdicts.length;
}
const naturally = new Intl.Collator("en", { numeric: true }).compare;

// src/report/overview.ts
function compareGuests(a, b) {
	return verdictRank(a.verdict) - verdictRank(b.verdict) || naturally(a.name, b.name) || a.attempt - b.attempt || a.sample - b.sample;
}
function compareGroups(a, b) {
	return rankOf(a.finding.kind) - rankOf(b.finding.kind) || b.guests.length - a.guests.length || (a.finding.time ?? 1e400) - (b.finding.time ?? 1e400) || a.finding.consoleLine - b.finding.consoleLine || naturally(a.title, b.title);
}
function groupsOf(guests, severity) {
	const groups = /* @__PURE__ */ new Map();
	for (const guest of guests) for (const finding of guest.findings) {
		if (finding.severity !== severity) continue;
		const group = groups.get(finding.fingerprint);
		if (group === void 0) groups.set(finding.fingerprint, {
			fingerprint: finding.fingerprint,
			finding,
			shownOn: guest,
			title: cleanLine(finding.title) || finding.kind,
			guests: [guest],
			count: finding.count
		});
		else {
			if (group.guests.at(-1) !== guest) group.guests.push(guest);
			group.count += finding.count;
		}
	}
	return [...groups.values()].sort(compareGroups);
}
function columnsOf(guests) {
	const keys = /* @__PURE__ */ new Map();
	for (const { attempt, sample } of guests) keys.set(`${attempt} ${sample}`, {
		attempt,
		sample
	});
	const columns = [...keys.values()].sort((a, b) => a.attempt - b.attempt || a.sample - b.sample);
	const attempts = new Set(columns.map(({ attempt }) => attempt)).size > 1;
	const samples = new Set(columns.map(({ sample }) => sample)).size > 1;
	return columns.map(({ attempt, sample }) => {
		return {
			attempt,
			sample,
			label: [attempts ? `attempt ${attempt}` : "", samples ? `sample ${sample}` : ""].filter(Boolean).join(", ")
		};
	});
}
function overviewOf(results) {
	const guests = [...results.guests].sort(compareGuests);
	const byVerdict = Map.groupBy(guests, ({ verdict }) => verdict);
	const having = (verdict) => byVerdict.get(verdict) ?? [];
	const failures = groupsOf(guests, "error");
	return {
		results,
		guests,
		of: {
			failed: having("failed"),
			"build-failed": having("build-failed"),
			"did-not-run": having("did-not-run"),
			"infrastructure-error": having("infrastructure-error"),
			passed: having("passed")
		},
		failures,
		notices: groupsOf(guests, "notice"),
		failureOrder: new Map(failures.map(({ fingerprint }, index) => [fingerprint, index])),
		failedBuilds: results.builds.filter(({ status }) => status === "failed"),
		columns: columnsOf(guests)
	};
}
function labelOf(overview, guest) {
	if (overview.columns.length < 2) return cleanLine(guest.name);
	const column = overview.columns.find(({ attempt, sample }) => attempt === guest.attempt && sample === guest.sample);
	return `${cleanLine(guest.name)} (${column?.label ?? ""})`;
}
const sorted = /* @__PURE__ */ new WeakMap();
function failuresOf(overview, guest) {
	const known = sorted.get(overview) ?? /* @__PURE__ */ new Map();
	sorted.set(overview, known);
	let own = known.get(guest);
	if (own === void 0) {
		own = guest.findings.filter(({ severity }) => severity === "error").map((finding) => ({
			finding,
			place: overview.failureOrder.get(finding.fingerprint) ?? 1e400
		})).sort((a, b) => a.place - b.place).map(({ finding }) => finding);
		known.set(guest, own);
	}
	return own;
}
function reasonOf(overview, guest) {
	const [first, ...rest] = failuresOf(overview, guest);
	if (first === void 0) {
		if (guest.verdict === "passed") return "";
		return guest.findings.some(({ title }) => title === "nothing was tested: no grace period or operation was counted") ? nothingTested : cleanLine(guest.ending.detail);
	}
	return `${cleanLine(first.title)}${rest.length > 0 ? ` and ${rest.length} more` : ""}`;
}
function namesOf(guests) {
	return [...new Set(guests.map(({ name }) => cleanLine(name)))];
}
function placeOf(where) {
	if (where.file === void 0) return "";
	return cleanLine(where.line === void 0 ? where.file : `${where.file}:${where.line}`);
}

// src/report/annotations.ts
const mostTitle = 255;
const mostMessage = 4096;
function at(place, results, prefix) {
	if (place.file === void 0) return {};
	const tree = results.kernel.path?.replace(/\/*$/, "/");
	const clean = cleanLine(place.file).replace(/^\.\//, "");
	const relative = tree !== void 0 && clean.startsWith(tree) ? clean.slice(tree.length) : clean;
	const folder = prefix.replace(/^\.?\/*|\/*$/g, "");
	return {
		file: relative.startsWith("/") || folder === "" ? relative : `${folder}/${relative}`,
		...place.line === void 0 ? {} : { line: place.line },
		...place.line === void 0 || place.column === void 0 ? {} : { column: place.column }
	};
}
function annotation(level, title, message, where = {}) {
	return {
		level,
		title: cutCharacters(cleanLine(title), mostTitle),
		message: cutCharacters(message, mostMessage),
		...where
	};
}
function ofGroup(overview, group, prefix) {
	const { finding, guests, shownOn } = group;
	const others = guests.slice(1, 50).map((guest) => labelOf(overview, guest));
	const rest = guests.length - 1 - others.length;
	const also = others.length === 0 ? "" : `; also in ${listOf([...others, ...Array(rest).fill("")], 8)}`;
	const text = excerpt(finding.text, {
		lines: 40,
		bytes: 3e3,
		width: 200
	}).text;
	const place = whereabouts(group);
	return annotation(finding.severity === "error" ? "error" : "notice", group.title, `${labelOf(overview, shownOn)}${also}${place ? `\n${place}` : ""}${text ? `\n\n${text}` : ""}`, at(finding, overview.results, prefix));
}
function ofDiagnostics(results, severity, prefix) {
	const folded = /* @__PURE__ */ new Map();
	for (const { scenario, diagnostics } of results.builds) for (const diagnostic of diagnostics) {
		if (diagnostic.severity !== severity) continue;
		const { file, line, column, message } = diagnostic;
		const key = JSON.stringify([
			file,
			line,
			column,
			message
		]);
		const entry = folded.get(key);
		if (entry === void 0) folded.set(key, {
			diagnostic,
			scenarios: [scenario]
		});
		else if (entry.scenarios.at(-1) !== scenario) entry.scenarios.push(scenario);
	}
	return [...folded.values()].map(({ diagnostic, scenarios }) => annotation(severity, `${severity === "error" ? "Build error" : "Compiler warning"} in ${listOf(scenarios, 5)}`, cleanLine(diagnostic.message), at(diagnostic, results, prefix)));
}
function ofGuests(guests, level, words) {
	return [...Map.groupBy(guests, ({ ending }) => ending.detail)].map(([detail, same]) => annotation(level, `${listOf(namesOf(same), 5)} ${words}`, cleanLine(detail) || words));
}
function annotationsOf(results, options = {}) {
	const { limit = 10, prefix = "" } = options;
	const overview = overviewOf(results);
	const { of } = overview;
	const failed = of.failed.filter(({ findings }) => !findings.some((f) => f.severity === "error"));
	const unexplained = of["build-failed"].filter(({ scenario }) => !results.builds.some((b) => b.scenario === scenario && b.diagnostics.some((d) => d.severity === "error")));
	const groups = (all) => all.slice(0, limit).map((g) => ofGroup(overview, g, prefix));
	const before = [
		...groups(overview.failures),
		...ofGuests(failed, "error", "failed"),
		...ofDiagnostics(results, "error", prefix),
		...ofGuests(unexplained, "error", "did not build"),
		...ofGuests(of["infrastructure-error"], "error", "lost to the infrastructure"),
		...ofGuests(of["did-not-run"], "warning", "did not run to the end"),
		...results.infrastructure.map((fact) => annotation("warning", "Infrastructure", cleanLine(fact))),
		...ofDiagnostics(results, "warning", prefix),
		...groups(overview.notices)
	];
	const all = before.length;
	const unseen = Math.max(0, overview.failures.length - limit) + Math.max(0, overview.notices.length - limit);
	const shown = before.slice(0, limit);
	const last = shown.at(-1);
	const left = all + unseen - shown.length;
	if (last === void 0 || left === 0) return shown;
	const tail = `\n\nand ${plural(left, "other annotation")}, see the job summary.`;
	shown[shown.length - 1] = {
		...last,
		message: `${cutCharacters(last.message, mostMessage - tail.length)}${tail}`
	};
	return shown;
}

// src/report/headline.ts
function share(overview, some) {
	const noun = overview.columns.length > 1 ? "run" : "guest";
	return `${some} of ${plural(overview.guests.length, noun)}`;
}
function failedPart(overview) {
	const failed = overview.of.failed;
	const [first, ...others] = overview.failures;
	const reason = first?.title ?? cleanLine(failed[0]?.ending.detail ?? "");
	const more = others.length === 0 ? "" : ` and ${plural(others.length, "other finding")}`;
	const showing = overview.failures.flatMap(({ guests }) => guests.filter((guest) => failed.includes(guest)));
	return `${listOf(namesOf([...showing, ...failed]))} failed${reason ? `: ${reason}${more}` : ""} (${share(overview, failed.length)})`;
}
function buildPart(overview) {
	const { failedBuilds, results } = overview;
	const scenarios = failedBuilds.map(({ scenario }) => scenario);
	const names = listOf(scenarios.length > 0 ? scenarios : namesOf(overview.of["build-failed"]));
	const error = failedBuilds.flatMap(({ diagnostics }) => diagnostics).find((d) => d.severity === "error");
	const why = error === void 0 ? "" : `: ${[placeOf(error), cleanLine(error.message)].filter(Boolean).join(": ")}`;
	const total = results.builds.length;
	return `${names} did not build${why}${total > 1 ? ` (${scenarios.length} of ${plural(total, "scenario")})` : ""}`;
}
const detailOf = (guests) => cleanLine(guests[0]?.ending.detail ?? "").replace(/\.$/, "");
function noVerdictPart(overview) {
	const lost = overview.of["infrastructure-error"];
	const fact = detailOf(lost) || cleanLine(overview.results.infrastructure[0] ?? "").replace(/\.$/, "");
	const names = listOf(namesOf(lost));
	return `No verdict${names ? ` on ${names}` : ""}, the infrastructure failed${fact ? `: ${fact}` : ""}`;
}
function notRunPart(overview) {
	const missing = overview.of["did-not-run"];
	const words = missing.filter(({ timing }) => (timing.lived ?? 0) > 0).length > 0 ? "did not run to the end" : "did not run";
	const detail = detailOf(missing);
	return `${listOf(namesOf(missing))} ${words}${detail ? `: ${detail}` : ""} (${share(overview, missing.length)})`;
}
function passedPart(overview) {
	const { of, results } = overview;
	const passed = of.passed;
	const noun = overview.columns.length > 1 ? "run" : "guest";
	const all = passed.length === 1 ? passed[0]?.name ?? "" : `All ${plural(passed.length, noun)}`;
	const seconds = passed.reduce((sum, guest) => sum + tortureSeconds(guest), 0);
	const work = passed.reduce((sum, { counters: c }) => sum + (c.gracePeriods ?? c.operations ?? 0), 0);
	const facts = [seconds > 0 ? `${formatDuration(seconds)} of torture` : "", work > 0 ? `${work.toLocaleString("en-US")} ${workNoun(results.suite)}` : ""].filter(Boolean);
	return `${all} passed${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
}
function headlineOf(overview) {
	const { of, results } = overview;
	const parts = [];
	if (of.failed.length > 0) parts.push(failedPart(overview));
	if (overview.failedBuilds.length + of["build-failed"].length > 0) parts.push(buildPart(overview));
	if (of["infrastructure-error"].length > 0) parts.push(noVerdictPart(overview));
	if (of["did-not-run"].length > 0) parts.push(notRunPart(overview));
	if (parts.length === 0) {
		if (of.passed.length > 0) parts.push(passedPart(overview));
		else if (results.verdict === "infrastructure-error") parts.push(noVerdictPart(overview));
		else if (results.verdict === "passed" && results.builds.length > 0) parts.push(`${plural(results.builds.length, "kernel")} built, no guest was to run`);
		else parts.push("No guest ran");
	} else if (results.verdict === "passed") parts.unshift("Passed in the end");
	const text = parts.join(". ");
	return cutCharacters(cleanLine(results.interrupted ? `Stopped early. ${text}` : text), 400);
}

// src/report/html/data.ts
function thinned(points, most) {
	if (points.length <= most) return [...points];
	if (most < 2) return [];
	const step = (points.length - 1) / (most - 1);
	return Array.from({ length: most }, (_, index) => points[Math.round(index * step)]);
}
function shortened(finding, level) {
	const text = cutCharacters(finding.text, level.text);
	return {
		...finding,
		title: cleanLine(cutCharacters(finding.title, 1e3)),
		text: cleanText(text),
		truncated: finding.truncated || text !== finding.text
	};
}
function shownFindings(overview, guest, level) {
	const notices = guest.findings.filter(({ severity }) => severity === "notice");
	return [...failuresOf(overview, guest), ...notices].slice(0, level.findingsPerGuest).sort((a, b) => a.consoleLine - b.consoleLine);
}
function embeddedResults(overview, level) {
	return {
		...overview.results,
		guests: overview.guests.slice(0, level.guests).map((guest) => ({
			...guest,
			findings: shownFindings(overview, guest, level).map((finding) => shortened(finding, level)),
			progress: thinned(guest.progress, level.points)
		}))
	};
}
function embeddedConsoles(overview, level, budget, consoles) {
	const all = {};
	let left = budget;
	for (const [index, guest] of overview.guests.slice(0, level.guests).entries()) {
		const console = consoles(guest);
		if (console === void 0) continue;
		let own = Math.min(level.console, left);
		const excerpts = console.excerpts.flatMap(({ firstLine, text }) => {
			const clean = cleanText(cutCharacters(text, own));
			own -= clean.length;
			left -= clean.length;
			return clean === "" ? [] : [{
				firstLine,
				text: clean
			}];
		});
		all[index] = {
			...console,
			excerpts
		};
	}
	return all;
}
const unprintable = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
function jsonForScript(value) {
	return JSON.stringify(value).replaceAll("<", "\\u003c").replace(unprintable, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// src/report/html/level.ts
const htmlLevels = [
	{
		guests: 1e4,
		findingsPerGuest: 1e3,
		text: 64e3,
		points: 400,
		console: 2e6,
		groups: 500
	},
	{
		guests: 1e4,
		findingsPerGuest: 200,
		text: 8e3,
		points: 120,
		console: 2e5,
		groups: 200
	},
	{
		guests: 1e4,
		findingsPerGuest: 50,
		text: 2e3,
		points: 60,
		console: 0,
		groups: 100
	},
	{
		guests: 1e4,
		findingsPerGuest: 10,
		text: 400,
		points: 30,
		console: 0,
		groups: 50
	},
	{
		guests: 1e4,
		findingsPerGuest: 3,
		text: 200,
		points: 20,
		console: 0,
		groups: 20
	},
	{
		guests: 1e4,
		findingsPerGuest: 1,
		text: 0,
		points: 0,
		console: 0,
		groups: 20
	},
	{
		guests: 2e3,
		findingsPerGuest: 1,
		text: 0,
		points: 0,
		console: 0,
		groups: 20
	},
	{
		guests: 200,
		findingsPerGuest: 1,
		text: 0,
		points: 0,
		console: 0,
		groups: 10
	}
];
function estimate(guests, level) {
	let bytes = 0;
	for (const { findings, progress } of guests.slice(0, level.guests)) {
		bytes += 2e3 + Math.min(progress.length, level.points) * 60;
		const shown = Math.min(findings.length, level.findingsPerGuest);
		for (let index = 0; index < shown; index++) bytes += 700 + Math.min(findings[index]?.text.length ?? 0, level.text);
	}
	return bytes;
}

// src/report/links.ts
const url = /^https:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)+$/;
function repositoryLink(kernel) {
	const repository = kernel.repository ?? "";
	const whole = /^[\w.-]+\/[\w.-]+$/.test(repository) ? `https://github.com/${repository}` : repository;
	return url.test(whole) ? whole.replace(/\/$/, "") : void 0;
}
const isGitKernelOrg = (link) => link.startsWith("https://git.kernel.org/");
function commitLink(kernel) {
	const link = repositoryLink(kernel);
	if (link === void 0 || !/^[0-9a-f]{7,64}$/.test(kernel.commit ?? "")) return void 0;
	if (isGitKernelOrg(link)) return `${link}/commit/?id=${kernel.commit}`;
	return `${link.replace(/\.git$/, "")}/commit/${kernel.commit}`;
}
function sourceLink(kernel, file, line) {
	const link = repositoryLink(kernel);
	if (link === void 0 || !/^[0-9a-f]{7,64}$/.test(kernel.commit ?? "")) return void 0;
	if (!/^[\w.+-]+(?:\/[\w.+-]+)*$/.test(file) || file.split("/").includes("..")) return void 0;
	const anchor = isGitKernelOrg(link) ? "#n" : "#L";
	const at = line === void 0 ? "" : `${anchor}${line}`;
	return isGitKernelOrg(link) ? `${link}/tree/${file}?id=${kernel.commit}${at}` : `${link.replace(/\.git$/, "")}/blob/${kernel.commit}/${file}${at}`;
}
function kernelName(kernel) {
	const short = kernel.commit?.slice(0, 12);
	const named = kernel.describe ?? short ?? "unknown kernel";
	const commit = short === void 0 || named.includes(short.slice(0, 7)) ? "" : ` (${short})`;
	return cleanLine(`${named}${commit}${kernel.state === "modified" ? ", modified" : ""}`);
}

// src/report/html/curve.ts
const width = 640;
const height = 150;
const margin = {
	left: 8,
	right: 8,
	top: 18,
	bottom: 20
};
function curve(guest, noun, most) {
	const points = thinned(guest.progress, most);
	const last = points.at(-1);
	const [first] = points;
	if (first === void 0 || last === void 0 || points.length < 2) return "";
	const times = points.map(({ time }) => time);
	const start = Math.min(0, ...times);
	const end = Math.max(...times, start + 1e-9);
	const top = Math.max(...points.map(({ value }) => value), 1e-9);
	const x = (time) => (margin.left + (time - start) / (end - start) * (width - margin.left - margin.right)).toFixed(1);
	const y = (value) => (height - margin.bottom - value / top * (height - margin.top - margin.bottom)).toFixed(1);
	const line = points.map(({ time, value }) => `${x(time)},${y(value)}`).join(" ");
	const marks = guest.findings.filter(({ severity, time }) => severity === "error" && time !== void 0 && time >= start && time <= end).slice(0, 50).map(({ time = 0, title }) => {
		const at = x(time);
		const name = `${cleanLine(title).slice(0, 200)}, ${time.toFixed(1)} s`;
		return `<line class="mark" x1="${at}" x2="${at}" y1="${margin.top}" y2="${height - margin.bottom}"><title>${escapeHtml(name)}</title></line>`;
	}).join("");
	const words = `${noun} over time: ${formatCount(last.value)} after ${formatDuration(last.time)}`;
	return `<svg class="curve" role="img" viewBox="0 0 ${width} ${height}" aria-label="${escapeHtml(words)}"><line class="axis" x1="${margin.left}" x2="${width - margin.right}" y1="${height - margin.bottom}" y2="${height - margin.bottom}"/><polyline class="line" points="${line}"/>${marks}<text x="${margin.left}" y="12">${escapeHtml(`${formatCount(top)} ${noun}`)}</text><text x="${margin.left}" y="145">${escapeHtml(`${formatCount(start)} s`)}</text><text x="${width - margin.right}" y="145" text-anchor="end">${escapeHtml(formatDuration(end))}</text></svg>`;
}
function intervalBar({ estimate, low, high }) {
	const at = (value) => (2 + Math.min(1, Math.max(0, value)) * 116).toFixed(1);
	const words = `fails with ${formatPercent(estimate)}, interval ${formatPercent(low)} to ${formatPercent(Math.min(1, high))}`;
	return `<svg class="interval" role="img" viewBox="0 0 120 12" aria-label="${escapeHtml(words)}"><title>${escapeHtml(words)}</title><line class="axis" x1="2" x2="118" y1="6" y2="6"/><line class="range" x1="${at(low)}" x2="${at(high)}" y1="6" y2="6"/><circle cx="${at(estimate)}" cy="6" r="3.5"/></svg>`;
}

// src/report/html/parts.ts
const html = (text, most = 2e3) => escapeHtml(cutCharacters(cleanLine(text), most));
const marks = {
	failed: "✗",
	"build-failed": "✗",
	"did-not-run": "–",
	"infrastructure-error": "?",
	passed: "✓"
};
const badge = (verdict) => `<span class="badge ${verdict}">${escapeHtml(verdictWords[verdict].word)}</span>`;
function place(overview, where) {
	const text = placeOf(where);
	if (where.file === void 0 || text === "") return "";
	const target = sourceLink(overview.results.kernel, where.file, where.line);
	const shown = `<code>${html(text)}</code>`;
	return target === void 0 ? shown : `<a href="${escapeHtml(target)}" rel="noreferrer">${shown}</a>`;
}
function tools(overview) {
	const boxes = verdicts.filter((verdict) => overview.of[verdict].length > 0).map((verdict) => `<label><input type="checkbox" name="verdict" value="${verdict}" checked> ${escapeHtml(verdictWords[verdict].word)} (${overview.of[verdict].length})</label>`);
	const names = [...new Set(overview.guests.flatMap(({ system }) => system ?? []))].sort(naturally);
	const systems = `<label>System <select id="system"><option value="">all</option>${names.map((name) => `<option value="${escapeHtml(name)}">${html(name, 100)}</option>`).join("")}</select></label>`;
	return `<div class="tools" role="search"><label>Search <input id="search" type="search" autocomplete="off"></label><fieldset aria-label="Verdicts">${boxes.join("")}</fieldset>${names.length > 1 ? systems : ""}<output id="shown" aria-live="polite"></output></div><p class="keys"><kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous guest, <kbd>Enter</kbd> open, in a console <kbd>n</kbd> <kbd>p</kbd> next and previous finding, <kbd>Esc</kbd> close</p>`;
}
function chip(overview, guest, index) {
	const words = `${labelOf(overview, guest)}: ${verdictWords[guest.verdict].word}`;
	return `<li><a class="${guest.verdict}" href="#guest-${index}" aria-label="${html(words, 300)}" title="${html(words, 300)}">${marks[guest.verdict]}</a></li>`;
}
const chance = ({ estimate, low, high }) => {
	const most = formatPercent(Math.min(1, high));
	const words = estimate === 0 ? `fails in fewer than ${most} of runs` : `fails in ${formatPercent(estimate)} of runs (${formatPercent(low).replace(/ %$/, "")}–${most})`;
	return html(words).replaceAll(" %", "&nbsp;%");
};
function grid(overview, level, statistics) {
	const indexed = overview.guests.slice(0, level.guests).map((guest, index) => ({
		guest,
		index
	}));
	const tiles = [...Map.groupBy(indexed, ({ guest }) => scenarioOf(guest))].map(([scenario, runs]) => {
		const inOrder = runs.toSorted(({ guest: a }, { guest: b }) => a.repetition - b.repetition || a.attempt - b.attempt || a.sample - b.sample);
		const bad = runs.some(({ guest }) => guest.verdict === "failed" || guest.verdict === "build-failed");
		const known = statistics?.scenarios.find((one) => one.scenario === scenario);
		const passed = runs.filter(({ guest }) => guest.verdict === "passed").length;
		const rate = known === void 0 ? "" : `${intervalBar(known.failureProbability)}<p>${chance(known.failureProbability)}</p>`;
		return `<li class="tile${bad ? " bad" : ""}"><h3 class="name">${html(scenario, 200)}</h3><p>${passed} of ${plural(runs.length, "run")} passed</p><ul class="chips">${inOrder.map(({ guest, index }) => chip(overview, guest, index)).join("")}</ul>${rate}</li>`;
	});
	return tiles.length === 0 ? "" : section("Scenarios", `<ul class="tiles">${tiles.join("")}</ul>`);
}
function section(title, body, id) {
	return `<section${id === void 0 ? "" : ` id="${id}"`}><h2>${escapeHtml(title)}</h2>${body}</section>`;
}
const consoleButton = (index, fingerprint, words) => `<button type="button" data-guest="${index}" data-finding="${fingerprint}">${html(words, 200)}</button>`;
const folded = (title, text, open) => `<details${open ? " open" : ""}><summary>Text</summary><pre tabindex="0" aria-label="${html(title, 200)}">${escapeHtml(text)}</pre></details>`;
function group(overview, one, indexOf, level, first, history) {
	const text = excerpt(one.finding.text, {
		lines: 60,
		bytes: Math.min(8e3, level.text)
	}).text;
	const past = history?.findings.find(({ fingerprint }) => fingerprint === one.fingerprint);
	const guests = one.guests.slice(0, 12).flatMap((guest) => {
		const index = indexOf.get(guest);
		return index === void 0 ? [] : [consoleButton(index, one.fingerprint, labelOf(overview, guest))];
	});
	const rest = one.guests.length - guests.length;
	const at = place(overview, one.finding);
	return `<article class="finding"><h3>${html(one.title)}</h3><p>${[
		at,
		html(whereabouts(one)),
		one.count > 1 ? plural(one.count, "time") : ""
	].filter(Boolean).join(", ")}</p>` + (past === void 0 ? "" : `<p>${html(past.sentence)}</p>`) + `<p>Console: ${guests.join(" ")}${rest > 0 ? ` and ${plural(rest, "other")}` : ""}</p>${text === "" ? "" : folded(one.title, text, first)}</article>`;
}
function failures(overview, level, history) {
	const groups = overview.failures.slice(0, level.groups);
	if (groups.length === 0) return "";
	const indexOf = new Map(overview.guests.slice(0, level.guests).map((guest, index) => [guest, index]));
	const rest = overview.failures.length - groups.length;
	const more = rest > 0 ? `<p>and ${plural(rest, "other finding")}, see results.json</p>` : "";
	return section("What failed", `${groups.map((one, i) => group(overview, one, indexOf, level, i === 0, history)).join("")}${more}`);
}
function guestBody(overview, guest, index, level, console) {
	const facts = guestFacts(guest, overview.results.suite).split("\n").map((fact) => `<li>${html(fact)}</li>`);
	const findings = shownFindings(overview, guest, level).slice(0, 20);
	const items = findings.map((finding) => {
		const at = place(overview, finding);
		return `<li>${`${html(finding.title, 300)}${at ? ` at ${at}` : ""}`} ${consoleButton(index, finding.fingerprint, `console line ${finding.consoleLine}`)}</li>`;
	});
	const rest = guest.findings.length - findings.length;
	if (rest > 0) items.push(`<li>and ${plural(rest, "other finding")}, see its console</li>`);
	const open = findings.length > 0 || (console?.excerpts.length ?? 0) > 0 ? consoleButton(index, "", "Console") : "";
	const log = console === void 0 ? "" : ` <a href="${escapeHtml(console.link)}">console.log</a>`;
	return `<ul>${facts.join("")}</ul>${curve(guest, workNoun(overview.results.suite), level.points)}${items.length > 0 ? `<ul>${items.join("")}</ul>` : ""}${open}${log}`;
}
function guestList(overview, level, consoles) {
	const rows = overview.guests.slice(0, level.guests).map((guest, index) => {
		const { amount, rate } = workOf(guest);
		return `<details class="guest" id="guest-${index}"${index === 0 && guest.verdict === "failed" ? " open" : ""}><summary><span>${badge(guest.verdict)}</span><span class="name">${html(labelOf(overview, guest), 200)}</span><span class="figure">${livedText(guest)}</span><span class="figure">${escapeHtml(amount)}</span><span class="figure">${escapeHtml(rate)}</span><span class="why">${html(reasonOf(overview, guest), 300)}</span></summary><div>${guestBody(overview, guest, index, level, consoles[index])}</div></details>`;
	});
	const noun = workNoun(overview.results.suite);
	const columns = `<div class="columns" aria-hidden="true"><span>Verdict</span><span>Guest</span><span class="figure">Lived</span><span class="figure">${escapeHtml(noun)}</span><span class="figure">Rate</span><span>Why</span></div>`;
	const hidden = overview.guests.length - rows.length;
	const more = hidden > 0 ? `<p>and ${plural(hidden, "other guest")}, see results.json</p>` : "";
	return rows.length === 0 ? "" : section("Guests", `${columns}${rows.join("")}${more}`, "guests");
}

// src/report/html/script.ts
const script = String.raw`
"use strict";
const byId = (id) => document.getElementById(id);
const read = (id) => JSON.parse(byId(id).textContent);
const results = read("results");
const consoles = read("consoles");
const guests = [...document.querySelectorAll(".guest")];
const chips = new Map([...document.querySelectorAll(".chips a")].map((chip) => [chip.hash.slice(1), chip]));

// Theme: what the system says unless the reader chose otherwise.
const root = document.documentElement;
const remembered = (() => { try { return localStorage.getItem("theme"); } catch { return null; } })();
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);
const themeButton = byId("theme");
const showTheme = () => { themeButton.textContent = isDark() ? "Light" : "Dark"; };
if (remembered === "light" || remembered === "dark") root.dataset.theme = remembered;
themeButton.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try { localStorage.setItem("theme", root.dataset.theme); } catch { /* a page from a file may not keep anything */ }
  showTheme();
});
systemDark.addEventListener("change", showTheme);
showTheme();

// Filter and search.
const search = byId("search");
const system = byId("system");
const boxes = [...document.querySelectorAll("input[name=verdict]")];
let haystacks;
const excerptsOf = (index) => consoles[index]?.excerpts ?? [];
const haystackOf = (guest, index) =>
  [guest.name, guest.scenario, guest.system, guest.ending.detail]
    .concat(guest.findings.flatMap((f) => [f.kind, f.title, f.file, f.function, f.text]))
    .concat(excerptsOf(index).map(({ text }) => text))
    .filter(Boolean).join("\n").toLowerCase();
const wordsSought = () => search.value.toLowerCase().split(/\s+/).filter(Boolean);
const filter = () => {
  const words = wordsSought();
  if (words.length > 0) haystacks ??= results.guests.map(haystackOf);
  const verdicts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let shown = 0;
  guests.forEach((element, index) => {
    const guest = results.guests[index];
    const visible = verdicts.has(guest.verdict) &&
      (!system || system.value === "" || guest.system === system.value) &&
      words.every((word) => haystacks[index].includes(word));
    element.hidden = !visible;
    const chip = chips.get(element.id);
    if (chip) chip.parentElement.hidden = !visible;
    if (visible) shown += 1;
  });
  for (const tile of document.querySelectorAll(".tile")) {
    tile.hidden = tile.querySelector(".chips li:not([hidden])") === null;
  }
  byId("shown").textContent = shown + " of " + guests.length + " shown";
};
search.addEventListener("input", filter);
for (const control of system ? [system, ...boxes] : boxes) control.addEventListener("change", filter);
filter();

// A link to a guest opens it.
const openTarget = () => {
  const target = byId(location.hash.slice(1));
  if (target?.classList.contains("guest")) {
    target.open = true;
    target.querySelector("summary").focus();
  }
};
addEventListener("hashchange", openTarget);
openTarget();

// Console viewer.
const dialog = byId("console");
const lines = byId("lines");
const picker = byId("picker");
let hits = [];
let current = 0;
const add = (className, number, text) => {
  const row = document.createElement("div");
  row.className = className;
  const label = document.createElement("i");
  label.textContent = number === undefined ? "" : number;
  row.append(label, text);
  lines.append(row);
  return row;
};
const gap = (count) => { if (count > 0) add("gap", undefined, "… " + count.toLocaleString("en-US") + " lines not in this report …"); };
const piecesOf = (guest, index) => {
  const excerpts = excerptsOf(index).map(({ firstLine, text }) => ({ firstLine, rows: text.split("\n") }));
  const covers = (line) => excerpts.some(({ firstLine, rows }) => line >= firstLine && line < firstLine + rows.length);
  const alone = guest.findings.filter((finding) => !covers(finding.consoleLine));
  const own = alone.map((finding) => ({ firstLine: finding.consoleLine, rows: (finding.text || finding.title).split("\n"), finding }));
  return [...excerpts, ...own].sort((a, b) => a.firstLine - b.firstLine);
};
const show = (at) => {
  current = Math.max(0, Math.min(hits.length - 1, at));
  for (const row of lines.querySelectorAll(".current")) row.classList.remove("current");
  const rows = hits[current]?.rows ?? [];
  for (const row of rows) row.classList.add("current");
  rows[0]?.scrollIntoView({ block: "center" });
  picker.selectedIndex = current;
};
// How much of the console is here, and where the rest is.
const extent = byId("extent");
const showExtent = (here, whole, link) => {
  const count = (number) => number.toLocaleString("en-US");
  extent.textContent = whole === undefined ? count(here) + " lines here" : count(here) + " of " + count(whole) + " lines here";
  if (link === undefined) return;
  const all = document.createElement("a");
  all.href = link;
  all.textContent = "console.log";
  extent.append(", all of them in ", all);
};
// Rows with a word that is searched for.
const markFound = () => {
  const words = wordsSought();
  if (words.length === 0) return undefined;
  const found = [...lines.children].filter((row) => {
    const text = row.lastChild.data.toLowerCase();
    return !row.classList.contains("gap") && words.some((word) => text.includes(word));
  });
  for (const row of found) row.classList.add("found");
  return found[0];
};
const openConsole = (index, fingerprint) => {
  const guest = results.guests[index];
  byId("console-title").textContent = guest.name + (guest.console ? " (" + guest.console + ")" : "");
  lines.replaceChildren();
  hits = guest.findings.map((finding) => ({ finding, rows: [] }));
  let next = 1;
  for (const { firstLine, rows, finding } of piecesOf(guest, index)) {
    gap(firstLine - next);
    rows.forEach((text, offset) => {
      const number = firstLine + offset;
      // An excerpt has the console's own lines; a finding's text only those that belong to it.
      const owners = finding
        ? hits.filter((hit) => hit.finding === finding)
        : hits.filter(({ finding: f }) => number >= f.consoleLine && number < f.consoleLine + f.lines);
      const row = add(owners.length > 0 ? "hit" : "", finding && offset > 0 ? undefined : number, text);
      for (const owner of owners) owner.rows.push(row);
    });
    if (finding?.truncated) add("gap", undefined, "… there is more of it in the console log …");
    next = Math.max(next, firstLine + (finding ? finding.lines : rows.length));
  }
  const { link, lines: whole = guest.consoleLines } = consoles[index] ?? {};
  if (whole !== undefined) gap(whole - next + 1);
  showExtent(lines.querySelectorAll("div:not(.gap)").length, whole, link);
  const found = markFound();
  picker.replaceChildren(...hits.map(({ finding }) => new Option("line " + finding.consoleLine + ": " + finding.title)));
  for (const control of [picker.parentElement, byId("previous"), byId("next")]) control.hidden = hits.length === 0;
  dialog.showModal();
  lines.focus();
  const asked = guest.findings.findIndex((finding) => finding.fingerprint === fingerprint);
  show(Math.max(0, asked));
  // Without a finding to show: what is searched for, or how the console ends.
  if (asked < 0 && found) found.scrollIntoView({ block: "center" });
  else if (hits.length === 0) lines.scrollTop = lines.scrollHeight;
};
picker.addEventListener("change", () => show(picker.selectedIndex));
byId("next").addEventListener("click", () => show(current + 1));
byId("previous").addEventListener("click", () => show(current - 1));
byId("close").addEventListener("click", () => dialog.close());
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-guest]");
  if (button) openConsole(Number(button.dataset.guest), button.dataset.finding);
});

// Keys. Letters act only where nothing can be typed, and only on the list or the viewer that has the focus.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (dialog.open) {
    if (event.key === "n") show(current + 1);
    else if (event.key === "p") show(current - 1);
    return;
  }
  if (event.key === "/") {
    event.preventDefault();
    search.focus();
  } else if (event.key === "j" || event.key === "k") {
    const visible = guests.filter((guest) => !guest.hidden);
    const at = visible.findIndex((guest) => guest.contains(document.activeElement));
    const to = event.key === "j" ? at + 1 : Math.max(0, at - 1);
    visible[Math.min(to, visible.length - 1)]?.querySelector("summary").focus();
  }
});
`;

// src/report/html/style.ts
const style = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1f2328, #e6edf3);
  --muted: light-dark(#57606a, #9aa5b1);
  --page: light-dark(#ffffff, #0f141a);
  --raised: light-dark(#f6f8fa, #171d25);
  --line: light-dark(#d0d7de, #343d48);
  --accent: light-dark(#0757b8, #79b8ff);
  --failed: light-dark(#b42318, #ff8b80);
  --failed-soft: light-dark(#fdecea, #3a1a19);
  --passed: light-dark(#116329, #5fd37a);
  --passed-soft: light-dark(#e3f6e8, #12301c);
  --unknown: light-dark(#7a4d00, #e8b04b);
  --unknown-soft: light-dark(#fff4dc, #33270e);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
  color: var(--text);
  background: var(--page);
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 78rem; padding: 1rem 1.25rem 4rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--page); padding: 0.5rem; z-index: 2; }
h1 { font-size: 1.45rem; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.6rem; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
header { display: grid; grid-template-columns: 1fr auto; gap: 0.5rem 1rem; align-items: start; }
.facts { grid-column: 1 / -1; margin: 0; color: var(--muted); overflow-wrap: anywhere; }
code, pre, .name { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.9em; }
button, select, input { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 6px; padding: 0.25rem 0.6rem; }
button { cursor: pointer; }
button:hover { background: var(--raised); }
.badge { display: inline-block; padding: 0 0.5em; border-radius: 1em; font-weight: 600; white-space: nowrap; border: 1px solid currentColor; }
.failed, .build-failed { color: var(--failed); background: var(--failed-soft); }
.passed { color: var(--passed); background: var(--passed-soft); }
.did-not-run, .infrastructure-error { color: var(--unknown); background: var(--unknown-soft); }
.tools { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin-top: 1rem; padding: 0.6rem 0; background: var(--page); border-bottom: 1px solid var(--line); }
.tools fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 0.9rem; }
.tools input[type="search"] { width: 16rem; max-width: 60vw; }
.tools output { color: var(--muted); margin-left: auto; }
.keys { color: var(--muted); font-size: 0.85rem; margin: 0.4rem 0 0; }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 0.3em; font-size: 0.9em; }
.tiles { list-style: none; padding: 0; margin: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.75rem; }
.tile { border: 1px solid var(--line); border-radius: 8px; padding: 0.6rem 0.75rem; background: var(--raised); }
.tile.bad { border-left: 4px solid var(--failed); }
.tile p { margin: 0.3rem 0 0; color: var(--muted); font-size: 0.85rem; }
.chips { display: flex; flex-wrap: wrap; gap: 3px; list-style: none; padding: 0; margin: 0.4rem 0 0; }
.chips a { display: block; min-width: 1.6rem; text-align: center; text-decoration: none; border-radius: 4px; border: 1px solid currentColor; font-weight: 700; line-height: 1.45; }
.finding { border: 1px solid var(--line); border-left: 4px solid var(--failed); border-radius: 8px; padding: 0.6rem 0.9rem; margin: 0 0 0.75rem; }
.finding p { margin: 0.25rem 0; overflow-wrap: anywhere; }
pre { margin: 0.5rem 0; padding: 0.6rem 0.8rem; background: var(--raised); border: 1px solid var(--line); border-radius: 6px; overflow: auto; max-height: 24rem; white-space: pre; }
.guest { scroll-margin-top: 4rem; content-visibility: auto; contain-intrinsic-size: auto 2.4rem; border: 1px solid var(--line); border-radius: 8px; margin: 0 0 0.4rem; }
.guest > summary, .columns { display: grid; grid-template-columns: 9.5rem minmax(6rem, 12rem) 5rem 7rem 6rem 1fr; gap: 0.75rem; padding: 0.35rem 0.75rem; cursor: pointer; align-items: center; }
.columns { padding: 0 0.8rem 0.3rem; color: var(--muted); font-size: 0.85rem; }
.columns .figure, .guest > summary .figure { text-align: right; font-variant-numeric: tabular-nums; }
.guest > summary .why { color: var(--muted); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.guest[open] > summary { border-bottom: 1px solid var(--line); }
.guest > div { padding: 0.5rem 0.9rem 0.9rem; }
.guest ul { padding-left: 1.2rem; margin: 0.4rem 0; }
.guest li { overflow-wrap: anywhere; margin: 0.2rem 0; }
.curve { display: block; width: 100%; max-width: 46rem; height: auto; margin: 0.5rem 0; }
.curve text { fill: var(--muted); font-size: 11px; }
.axis { stroke: var(--line); stroke-width: 1; }
.line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; }
.mark { stroke: var(--failed); stroke-width: 2; stroke-dasharray: 4 3; }
.interval { display: block; width: 100%; height: auto; margin-top: 0.4rem; }
.range { stroke: var(--unknown); stroke-width: 4; stroke-linecap: round; }
.interval circle { fill: var(--text); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: 0.3rem 0.8rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.figure, th.figure, td.short { white-space: nowrap; }
td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; }
dialog { width: min(76rem, 96vw); height: 92vh; padding: 0; border: 1px solid var(--line); border-radius: 10px; color: var(--text); background: var(--page); }
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: rgb(0 0 0 / 0.55); }
dialog .bar { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; padding: 0.6rem 0.9rem; border-bottom: 1px solid var(--line); }
dialog .bar h2 { margin: 0 auto 0 0; overflow-wrap: anywhere; }
dialog select { max-width: min(26rem, 100%); }
#extent { margin: 0; padding: 0.3rem 0.9rem; color: var(--muted); font-size: 0.85rem; }
#lines { flex: 1; margin: 0; border: 0; border-radius: 0; max-height: none; background: var(--page); counter-reset: none; }
#lines div { min-height: 1.5em; width: max-content; min-width: 100%; }
#lines .hit { background: var(--failed-soft); }
#lines .hit.current { box-shadow: inset 4px 0 0 var(--failed); }
#lines .found { background: var(--unknown-soft); }
#lines .gap { color: var(--muted); font-style: italic; }
#lines i { display: inline-block; width: 5em; margin-right: 1em; text-align: right; color: var(--muted); font-style: normal; user-select: none; }
@media (max-width: 56rem) { .guest > summary { grid-template-columns: auto 1fr auto; } .guest > summary .why { grid-column: 1 / -1; } .columns { padding: 0 0.8rem 0.3rem; color: var(--muted); font-size: 0.85rem; }
.columns .figure, .guest > summary .figure, .columns { display: none; } }
@media (max-width: 40rem) { dialog label { max-width: 100%; } #lines { padding: 0.4rem; } #lines i { width: 3.5em; margin-right: 0.5em; } }
@media print { .tools, .keys, #theme, button { display: none !important; } }
`;

// src/console/differences.ts
const differences = [
	{
		name: "harmless-lines",
		ours: "passes",
		reason: "The scripts take any line with Warn, BUG or !!! for an assertion failure: ACPI's Processor Platform Limit notice, `!!! built as module`. Ours needs a report of the kernel; such lines are counted under `ignored`."
	},
	{
		name: "badness-without-report",
		ours: "passes",
		reason: "A lone rule of equal signs, a stack that a dump prints for information, a `WARNING:` of a program: shown as notices at most."
	},
	{
		name: "ignored-by-user",
		ours: "passes",
		reason: "Findings that an `ignore` rule hides; the scripts know no such rules."
	},
	{
		name: "nul-hides-badness",
		ours: "fails",
		reason: "A NUL on the console, usually from firmware, makes grep print nothing from that 96 KiB block on: the scripts then see no splat and no totals. Ours reads on."
	},
	{
		name: "unprinted-lines",
		ours: "fails",
		reason: "grep prints no line that is not UTF-8, so a splat with a garbled byte is missing from the scripts' view."
	},
	{
		name: "reports-without-badness-words",
		ours: "fails",
		reason: "Oopses of arm64 and s390, `general protection fault`, panics, hung tasks, UBSAN: no word of theirs is on the scripts' list unless a stack follows."
	},
	{
		name: "ended-otherwise",
		ours: "fails",
		reason: "A guest that had to be killed, that started over, or a scale test that measured nothing: the scripts look at the console's words only."
	},
	{
		name: "stopped-or-lost",
		ours: "passes",
		reason: "A guest that someone stopped, or whose machine went away, did not fail: the verdict says `did-not-run` or `infrastructure-error`, where the scripts miss a SUCCESS."
	},
	{
		name: "file-name-expansion",
		ours: "says more",
		reason: "The scripts echo console text unquoted, so `???` turns into file names of the current directory; ours shows the text."
	},
	{
		name: "garbled-measurements",
		ours: "says more",
		reason: "A garbled line in refscale's table makes the script print text as the maximum, durations of zero make rcuscale's divide by zero; ours leaves such lines out and prints numbers."
	},
	{
		name: "other-encodings",
		ours: "says more",
		reason: "UTF-16 is binary to grep, and a console with carriage returns alone is one line to it; ours reads the text, and shows what the scripts would say of it."
	},
	{
		name: "very-long-lines",
		ours: "says more",
		reason: "Of a line beyond 16 KiB only its beginning is shown, though all of it is searched."
	}
];

// src/report/scripts.ts
const statuses = [
	"clean",
	".config errors",
	"build errors",
	"runtime errors"
];
function scriptsStatus({ scriptsExitStatus: status }) {
	return `exit status ${status}, ${statuses[status]}`;
}
const byTheScriptsWords = /\b(?:Warn(?:ing)?|WARNING|BUG|Call Trace|Oops|Stall)\b|!!!|=========/;
const endings = /* @__PURE__ */ new Set([
	"no-end",
	"silence",
	"hang",
	"boot-failure"
]);
const ownWords = /^WARNING: (?:Assertion failure in|Summary:) /;
const withoutStamp = (line) => line.replace(/^(?:\[[^\]]*\])+ /, "");
function nameOf({ verdict, ending, ignored, findings, scripts }) {
	if (verdict === "passed") {
		if (ignored.some(({ source, count }) => source === "input" && count > 0)) return "ignored-by-user";
		return (scripts?.diagnostics.filter((line) => !ownWords.test(line)) ?? []).every((line) => builtInNoise.some(({ pattern }) => pattern.test(withoutStamp(line)))) ? "harmless-lines" : "badness-without-report";
	}
	if (verdict !== "failed") return "stopped-or-lost";
	const onConsole = findings.filter(({ severity }) => severity === "error").filter(({ kind }) => !endings.has(kind));
	if (onConsole.length === 0 || ending.cause === "hung") return "ended-otherwise";
	return onConsole.some(({ text }) => byTheScriptsWords.test(text)) ? "nul-hides-badness" : "reports-without-badness-words";
}
function disagreements(guests) {
	return guests.flatMap((guest) => {
		const { scripts, verdict } = guest;
		if (scripts === void 0 || verdict === "build-failed") return [];
		if (scripts.failed === (verdict === "failed")) return [];
		if (!scripts.failed && verdict !== "failed") return [];
		const name = nameOf(guest);
		return [{
			guest,
			name,
			reason: differences.find((one) => one.name === name)?.reason ?? "",
			complaint: cutCharacters(cleanLine(scripts.diagnostics.slice(0, 3).join("; ")), 300)
		}];
	});
}

// src/report/statistics.ts
const fewQuiet = 3;
function sentences(scenarios) {
	const quiet = scenarios.filter(({ failures }) => failures === 0);
	const alone = quiet.length > fewQuiet ? scenarios.filter(({ failures }) => failures > 0) : scenarios;
	const own = alone.map(({ scenario, sentence, moreNeeded }) => ({
		name: scenario,
		words: [sentence, moreNeeded].filter(Boolean).join(" ")
	}));
	if (alone.length === scenarios.length) return own;
	const samples = quiet.reduce((sum, one) => sum + one.samples, 0);
	const tested = quiet.reduce((sum, one) => sum + one.hours, 0);
	const which = alone.length === 0 ? `these ${quiet.length} scenarios` : `the other ${quiet.length} scenarios`;
	const during = tested > 0 ? ` in ${formatDuration(tested * 3600)}` : "";
	return [...own, {
		name: "",
		words: `None of ${plural(samples, "run")} of ${which} failed${during}.`
	}];
}
function notesOf$1(statistics) {
	const { firstBad = [], notes = [] } = statistics ?? {};
	return [...firstBad.map(({ sentence }) => sentence), ...notes];
}
__name(notesOf$1, "notesOf");

// src/report/html/tables.ts
function table(header, rows) {
	const cell = (name) => (one) => {
		if (typeof one === "string") return `<${name}>${one}</${name}>`;
		const [kind, text] = "figure" in one ? ["figure", one.figure] : ["short", one.short];
		return `<${name} class="${kind}">${text}</${name}>`;
	};
	const body = rows.map((row) => `<tr>${row.map(cell("td")).join("")}</tr>`).join("");
	return `<div class="scroll" tabindex="0"><table><thead><tr>${header.map(cell("th")).join("")}</tr></thead><tbody>${body}</tbody></table></div>`;
}
function statisticsPart(statistics) {
	if (statistics === void 0 || statistics.scenarios.length === 0) return "";
	const range = (low, high, show) => escapeHtml(`${show(low)} – ${Number.isFinite(high) ? show(high) : "∞"}`);
	const rows = statistics.scenarios.slice(0, 1e3).map((one) => [
		`<span class="name">${html(one.scenario, 200)}</span>`,
		{ figure: `${one.failures} / ${one.samples}` },
		{ figure: formatFigure(one.hours) },
		{ figure: formatFigure(one.ratePerHour.estimate) },
		{ short: range(one.ratePerHour.low, one.ratePerHour.high, formatFigure) },
		{ figure: formatPercent(one.failureProbability.estimate) },
		{ short: range(one.failureProbability.low, one.failureProbability.high, formatPercent) },
		html([one.sentence, one.moreNeeded].filter(Boolean).join(" "))
	]);
	const header = [
		"Scenario",
		{ figure: "Failed" },
		{ figure: "Hours" },
		{ figure: "Per hour" },
		"Interval",
		{ figure: "A run fails" },
		"Interval",
		"In words"
	];
	const notes = notesOf$1(statistics).slice(0, 100).map((note) => `<li>${html(note)}</li>`);
	const title = `Statistics (${formatPercent(statistics.confidence)} confidence)`;
	return section(title, `${table(header, rows)}${notes.length > 0 ? `<ul>${notes.join("")}</ul>` : ""}`);
}
function trendsPart(history) {
	const trends = [...history?.trends ?? []].sort((a, b) => Number(b.warning) - Number(a.warning)).slice(0, 500);
	if (trends.length === 0) return "";
	const items = trends.map(({ scenario, sentence, warning }) => `<li>${warning ? "⚠️ " : ""}<span class="name">${html(scenario, 200)}</span>: ${html(sentence)}</li>`);
	return section("Rates against earlier runs", `<ul>${items.join("")}</ul>`);
}
function buildsPart(overview) {
	const rows = overview.results.builds.slice(0, 1e3).map((build) => {
		const errors = build.diagnostics.slice(0, 20).map((diagnostic) => {
			const at = place(overview, diagnostic);
			return `<li>${at ? `${at}: ` : ""}${diagnostic.severity}: ${html(diagnostic.message, 500)}</li>`;
		});
		const wrong = build.configErrors.slice(0, 20).map((message) => `<li><code>${html(message, 300)}</code></li>`);
		const list = [...errors, ...wrong].join("");
		return [
			`<span class="name">${html(build.scenario, 200)}</span>`,
			build.status === "failed" ? badge("build-failed") : escapeHtml(build.status),
			{ figure: build.seconds === void 0 ? "" : formatDuration(build.seconds) },
			`${build.origin === void 0 ? "" : html(build.origin, 300)}${list === "" ? "" : `<ul>${list}</ul>`}`
		];
	});
	if (rows.length === 0) return "";
	return section("Builds", table([
		"Scenario",
		"Build",
		{ figure: "Time" },
		""
	], rows));
}
function scriptsPart(overview) {
	const items = disagreements(overview.guests).slice(0, 200).map(({ guest, name, reason, complaint }) => {
		const says = guest.scripts?.failed ? "fails it" : "passes it";
		const why = complaint === "" ? "" : ` (<code>${html(complaint, 300)}</code>)`;
		const words = html(reason).replace(/`([^`]*)`/g, "<code>$1</code>");
		return `<li><span class="name">${html(labelOf(overview, guest), 200)}</span>: kvm-recheck.sh ${says}${why}. ${words} (<code>${html(name)}</code>)</li>`;
	});
	const list = items.length === 0 ? "" : `<p>It judges otherwise:</p><ul>${items.join("")}</ul>`;
	return section("The tree's own scripts", `<p>kvm-recheck.sh would end with ${html(scriptsStatus(overview.results))}.</p>${list}`);
}
function surroundings(overview) {
	const { results } = overview;
	const facts = results.infrastructure.slice(0, 200).map((fact) => `<li>${html(fact)}</li>`);
	const systems = results.systems.slice(0, 500).map((one) => [
		html(listOf([one.name, ...one.hostname === void 0 ? [] : [`(${one.hostname})`]], 2).replace(" and ", " "), 200),
		{ figure: one.cpus === void 0 ? "" : String(one.cpus) },
		html(one.qemu ?? "", 200),
		html([one.accelerator, one.acceleratorReason].filter(Boolean).join(": "), 500),
		html(one.lost ?? "", 500)
	]);
	const ignored = /* @__PURE__ */ new Map();
	for (const guest of overview.guests) for (const { pattern, reason, count } of guest.ignored) ignored.set(pattern, {
		reason,
		count: (ignored.get(pattern)?.count ?? 0) + count
	});
	const noise = [...ignored].filter(([, { count }]) => count > 0).slice(0, 200);
	return [
		facts.length > 0 ? section("Infrastructure, not the kernel's doing", `<ul>${facts.join("")}</ul>`) : "",
		systems.length > 0 ? section("Systems", table([
			"System",
			{ figure: "CPUs" },
			"QEMU",
			"Accelerator",
			"Lost"
		], systems)) : "",
		noise.length > 0 ? section("Ignored as known noise", `<ul>${noise.map(([pattern, { reason, count }]) => `<li>${plural(count, "time")} <code>${html(pattern, 300)}</code>: ${html(reason, 300)}</li>`).join("")}</ul>`) : "",
		results.reproduce === void 0 ? "" : section("Run it again", `<pre tabindex="0" aria-label="Command">${html(results.reproduce, 4e3)}</pre>`)
	].join("");
}

// src/report/html.ts
const usualLimit$1 = 16e6;
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
function facts({ results, guests, columns }) {
	const seconds = guests.reduce((sum, guest) => sum + tortureSeconds(guest), 0);
	const commit = commitLink(results.kernel);
	const kernel = html(kernelName(results.kernel), 300);
	return [
		`Kernel ${commit === void 0 ? kernel : `<a href="${escapeHtml(commit)}" rel="noreferrer">${kernel}</a>`}`,
		`suite ${html(results.suite, 50)}`,
		plural(guests.length, columns.length > 1 ? "run" : "guest"),
		...seconds > 0 ? [`${formatDuration(seconds)} of torture`] : [],
		html(results.createdAt.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC")),
		`<code>${html(results.rundir, 300)}</code>`,
		`${html(results.tool.name, 50)} ${html(results.tool.version, 50)}`
	].join(" · ");
}
const viewer = "<dialog id=\"console\" aria-labelledby=\"console-title\"><div class=\"bar\"><h2 id=\"console-title\"></h2><label>Finding <select id=\"picker\"></select></label><button type=\"button\" id=\"previous\">Previous</button><button type=\"button\" id=\"next\">Next</button><button type=\"button\" id=\"close\">Close</button></div><p id=\"extent\"></p><pre id=\"lines\" tabindex=\"0\" aria-label=\"Console\"></pre></dialog>";
function page(overview, level, cut, options) {
	const { history, statistics, consoles = () => void 0, limit = usualLimit$1 } = options;
	const headline = html(headlineOf(overview));
	const excerpts = embeddedConsoles(overview, level, limit / 2, consoles);
	return [
		`<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">`,
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		`<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">`,
		`<title>${headline}</title><link rel="icon" href="data:,"><style>${style}</style></head><body>`,
		`<a class="skip" href="#guests">Skip to the guests</a>`,
		`<header><h1>${badge(overview.results.verdict)} ${headline}</h1><button type="button" id="theme">Dark</button>`,
		`<p class="facts">${facts(overview)}</p></header>`,
		cut ? `<p>This run is too big for one page; results.json has everything.</p>` : "",
		`<noscript><p>Filter and console viewer need JavaScript; everything else works without.</p></noscript>`,
		tools(overview),
		`<main>`,
		failures(overview, level, history),
		grid(overview, level, statistics),
		guestList(overview, level, excerpts),
		statisticsPart(statistics),
		trendsPart(history),
		buildsPart(overview),
		scriptsPart(overview),
		surroundings(overview),
		`</main>`,
		viewer,
		`<script type="application/json" id="results">${jsonForScript(embeddedResults(overview, level))}<\/script>`,
		`<script type="application/json" id="consoles">${jsonForScript(excerpts)}<\/script>`,
		`<script>${script}<\/script></body></html>\n`
	].join("\n");
}
function renderHtml(results, options = {}) {
	const { limit = usualLimit$1 } = options;
	const overview = overviewOf(results);
	for (const [index, level] of htmlLevels.entries()) {
		const last = index === htmlLevels.length - 1;
		if (!last && estimate(overview.guests, level) > 2 * limit) continue;
		const text = page(overview, level, index > 0, options);
		if (last || byteLength(text) <= limit) return text;
	}
	throw new RangeError("there are no levels");
}

// node_modules/xmlbuilder2/lib/interfaces.js
var require_interfaces$3 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DefaultXMLBuilderCBOptions = exports.XMLBuilderOptionKeys = exports.DefaultBuilderOptions = void 0;
	exports.DefaultBuilderOptions = {
		version: "1.0",
		encoding: void 0,
		standalone: void 0,
		keepNullNodes: false,
		keepNullAttributes: false,
		ignoreConverters: false,
		skipWhitespaceOnlyText: true,
		convert: {
			att: "@",
			ins: "?",
			text: "#",
			cdata: "$",
			comment: "!"
		},
		defaultNamespace: {
			ele: void 0,
			att: void 0
		},
		namespaceAlias: {
			html: "http://www.w3.org/1999/xhtml",
			xml: "http://www.w3.org/XML/1998/namespace",
			xmlns: "http://www.w3.org/2000/xmlns/",
			mathml: "http://www.w3.org/1998/Math/MathML",
			svg: "http://www.w3.org/2000/svg",
			xlink: "http://www.w3.org/1999/xlink"
		},
		invalidCharReplacement: void 0,
		parser: void 0
	};
	exports.XMLBuilderOptionKeys = new Set(Object.keys(exports.DefaultBuilderOptions));
	exports.DefaultXMLBuilderCBOptions = {
		format: "xml",
		wellFormed: false,
		prettyPrint: false,
		indent: "  ",
		newline: "\n",
		offset: 0,
		width: 0,
		allowEmptyTags: false,
		spaceBeforeSlash: false,
		keepNullNodes: false,
		keepNullAttributes: false,
		ignoreConverters: false,
		convert: {
			att: "@",
			ins: "?",
			text: "#",
			cdata: "$",
			comment: "!"
		},
		defaultNamespace: {
			ele: void 0,
			att: void 0
		},
		namespaceAlias: {
			html: "http://www.w3.org/1999/xhtml",
			xml: "http://www.w3.org/XML/1998/namespace",
			xmlns: "http://www.w3.org/2000/xmlns/",
			mathml: "http://www.w3.org/1998/Math/MathML",
			svg: "http://www.w3.org/2000/svg",
			xlink: "http://www.w3.org/1999/xlink"
		}
	};
}));

// node_modules/@oozcitak/util/lib/FixedSizeSet.js
var require_FixedSizeSet = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.FixedSizeSet = void 0;
	var FixedSizeSet = class {
		_limit;
		_items = /* @__PURE__ */ new Set();
		constructor(limit = 1e3) {
			this._limit = limit;
		}
		add(item) {
			this._items.add(item);
			if (this._items.size > this._limit) {
				const it = this._items.values().next();
				/* istanbul ignore else */
				if (!it.done) this._items.delete(it.value);
			}
			return this;
		}
		delete(item) {
			return this._items.delete(item);
		}
		has(item) {
			return this._items.has(item);
		}
		clear() {
			this._items.clear();
		}
		get size() {
			return this._items.size;
		}
		forEach(callback, thisArg) {
			this._items.forEach((e) => callback.call(thisArg, e, e, this));
		}
		*keys() {
			yield* this._items.keys();
		}
		*values() {
			yield* this._items.values();
		}
		*entries() {
			yield* this._items.entries();
		}
		*[Symbol.iterator]() {
			yield* this._items;
		}
		get [Symbol.toStringTag]() {
			return "FixedSizeSet";
		}
	};
	exports.FixedSizeSet = FixedSizeSet;
}));

// node_modules/@oozcitak/util/lib/ObjectCache.js
var require_ObjectCache = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ObjectCache = void 0;
	var ObjectCache = class {
		_limit;
		_items = /* @__PURE__ */ new Map();
		constructor(limit = 1e3) {
			this._limit = limit;
		}
		get(key) {
			return this._items.get(key);
		}
		set(key, value) {
			this._items.set(key, value);
			if (this._items.size > this._limit) {
				const it = this._items.keys().next();
				/* istanbul ignore else */
				if (!it.done) this._items.delete(it.value);
			}
		}
		delete(key) {
			return this._items.delete(key);
		}
		has(key) {
			return this._items.has(key);
		}
		clear() {
			this._items.clear();
		}
		get size() {
			return this._items.size;
		}
		forEach(callback, thisArg) {
			this._items.forEach((v, k) => callback.call(thisArg, k, v));
		}
		*keys() {
			yield* this._items.keys();
		}
		*values() {
			yield* this._items.values();
		}
		*entries() {
			yield* this._items.entries();
		}
		*[Symbol.iterator]() {
			yield* this._items;
		}
		get [Symbol.toStringTag]() {
			return "ObjectCache";
		}
	};
	exports.ObjectCache = ObjectCache;
}));

// node_modules/@oozcitak/util/lib/CompareCache.js
var require_CompareCache = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CompareCache = void 0;
	var CompareCache = class {
		_limit;
		_items = /* @__PURE__ */ new Map();
		constructor(limit = 1e3) {
			this._limit = limit;
		}
		check(objA, objB) {
			if (this._items.get(objA) === objB) return true;
			else if (this._items.get(objB) === objA) return false;
			const result = Math.random() < .5;
			if (result) this._items.set(objA, objB);
			else this._items.set(objB, objA);
			if (this._items.size > this._limit) {
				const it = this._items.keys().next();
				/* istanbul ignore else */
				if (!it.done) this._items.delete(it.value);
			}
			return result;
		}
	};
	exports.CompareCache = CompareCache;
}));

// node_modules/@oozcitak/util/lib/Lazy.js
var require_Lazy = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Lazy = void 0;
	var Lazy = class {
		_initialized = false;
		_initFunc;
		_value;
		constructor(initFunc) {
			this._value = void 0;
			this._initFunc = initFunc;
		}
		get value() {
			if (!this._initialized) {
				this._value = this._initFunc();
				this._initialized = true;
			}
			return this._value;
		}
	};
	exports.Lazy = Lazy;
}));

// node_modules/@oozcitak/util/lib/StringWalker.js
var require_StringWalker = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.StringWalker = void 0;
	var StringWalker = class {
		_chars;
		_length;
		_pointer = 0;
		_codePoint;
		_c;
		_remaining;
		_substring;
		constructor(input) {
			this._chars = Array.from(input);
			this._length = this._chars.length;
		}
		get eof() {
			return this._pointer >= this._length;
		}
		get length() {
			return this._length;
		}
		codePoint() {
			if (this._codePoint === void 0) {
				if (this.eof) this._codePoint = -1;
				else {
					const cp = this._chars[this._pointer].codePointAt(0);
					/* istanbul ignore else */
					if (cp !== void 0) this._codePoint = cp;
					else this._codePoint = -1;
				}
			}
			return this._codePoint;
		}
		c() {
			if (this._c === void 0) this._c = this.eof ? "" : this._chars[this._pointer];
			return this._c;
		}
		remaining() {
			if (this._remaining === void 0) this._remaining = this.eof ? "" : this._chars.slice(this._pointer + 1).join("");
			return this._remaining;
		}
		substring() {
			if (this._substring === void 0) this._substring = this.eof ? "" : this._chars.slice(this._pointer).join("");
			return this._substring;
		}
		get pointer() {
			return this._pointer;
		}
		set pointer(val) {
			if (val === this._pointer) return;
			this._pointer = val;
			this._codePoint = void 0;
			this._c = void 0;
			this._remaining = void 0;
			this._substring = void 0;
		}
	};
	exports.StringWalker = StringWalker;
}));

// node_modules/@oozcitak/util/lib/index.js
var require_lib$12 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.StringWalker = exports.Lazy = exports.CompareCache = exports.ObjectCache = exports.FixedSizeSet = void 0;
	exports.applyMixin = applyMixin;
	exports.applyDefaults = applyDefaults;
	exports.forEachArray = forEachArray;
	exports.forEachObject = forEachObject;
	exports.arrayLength = arrayLength;
	exports.objectLength = objectLength;
	exports.getObjectValue = getObjectValue;
	exports.removeObjectValue = removeObjectValue;
	exports.clone = clone;
	exports.isBoolean = isBoolean;
	exports.isNumber = isNumber;
	exports.isString = isString;
	exports.isFunction = isFunction;
	exports.isObject = isObject;
	exports.isArray = isArray;
	exports.isSet = isSet;
	exports.isMap = isMap;
	exports.isEmpty = isEmpty;
	exports.isPlainObject = isPlainObject;
	exports.isIterable = isIterable;
	exports.getValue = getValue;
	exports.utf8Encode = utf8Encode;
	exports.utf8Decode = utf8Decode;
	var FixedSizeSet_js_1 = require_FixedSizeSet();
	Object.defineProperty(exports, "FixedSizeSet", {
		enumerable: true,
		get: function() {
			return FixedSizeSet_js_1.FixedSizeSet;
		}
	});
	var ObjectCache_js_1 = require_ObjectCache();
	Object.defineProperty(exports, "ObjectCache", {
		enumerable: true,
		get: function() {
			return ObjectCache_js_1.ObjectCache;
		}
	});
	var CompareCache_js_1 = require_CompareCache();
	Object.defineProperty(exports, "CompareCache", {
		enumerable: true,
		get: function() {
			return CompareCache_js_1.CompareCache;
		}
	});
	var Lazy_js_1 = require_Lazy();
	Object.defineProperty(exports, "Lazy", {
		enumerable: true,
		get: function() {
			return Lazy_js_1.Lazy;
		}
	});
	var StringWalker_js_1 = require_StringWalker();
	Object.defineProperty(exports, "StringWalker", {
		enumerable: true,
		get: function() {
			return StringWalker_js_1.StringWalker;
		}
	});
	function applyMixin(baseClass, mixinClass, ...overrides) {
		Object.getOwnPropertyNames(mixinClass.prototype).forEach((name) => {
			if (name !== "constructor") {
				if (overrides.indexOf(name) !== -1) {
					const orgPropDesc = Object.getOwnPropertyDescriptor(baseClass.prototype, name);
					/* istanbul ignore else */
					if (orgPropDesc) Object.defineProperty(baseClass.prototype, "_" + name, orgPropDesc);
				}
				const propDesc = Object.getOwnPropertyDescriptor(mixinClass.prototype, name);
				/* istanbul ignore else */
				if (propDesc) Object.defineProperty(baseClass.prototype, name, propDesc);
			}
		});
	}
	function applyDefaults(obj, defaults, overwrite = false) {
		const result = clone(obj || {});
		forEachObject(defaults, (key, val) => {
			if (isPlainObject(val)) result[key] = applyDefaults(result[key], val, overwrite);
			else if (overwrite || result[key] === void 0) result[key] = val;
		});
		return result;
	}
	function forEachArray(arr, callback, thisArg) {
		arr.forEach(callback, thisArg);
	}
	function forEachObject(obj, callback, thisArg) {
		if (isMap(obj)) obj.forEach((value, key) => callback.call(thisArg, key, value));
		else for (const key in obj)
 /* istanbul ignore else */
		if (obj.hasOwnProperty(key)) callback.call(thisArg, key, obj[key]);
	}
	function arrayLength(obj) {
		if (isSet(obj)) return obj.size;
		else return obj.length;
	}
	function objectLength(obj) {
		if (isMap(obj)) return obj.size;
		else return Object.keys(obj).length;
	}
	function getObjectValue(obj, key) {
		if (isMap(obj)) return obj.get(key);
		else return obj[key];
	}
	function removeObjectValue(obj, key) {
		if (isMap(obj)) obj.delete(key);
		else delete obj[key];
	}
	function clone(obj) {
		if (isFunction(obj)) return obj;
		else if (isArray(obj)) {
			const result = [];
			for (const item of obj) result.push(clone(item));
			return result;
		} else if (isPlainObject(obj)) {
			const result = {};
			for (const key in obj)
 /* istanbul ignore next */
			if (obj.hasOwnProperty(key)) {
				const val = obj[key];
				result[key] = clone(val);
			}
			return result;
		} else return obj;
	}
	function isBoolean(x) {
		return typeof x === "boolean";
	}
	function isNumber(x) {
		return typeof x === "number";
	}
	function isString(x) {
		return typeof x === "string";
	}
	function isFunction(x) {
		return !!x && typeof x === "function";
	}
	function isObject(x) {
		const type = typeof x;
		return !!x && (type === "function" || type === "object");
	}
	function isArray(x) {
		return Array.isArray(x);
	}
	function isSet(x) {
		return x instanceof Set;
	}
	function isMap(x) {
		return x instanceof Map;
	}
	function isEmpty(x) {
		if (isArray(x)) return !x.length;
		else if (isSet(x)) return !x.size;
		else if (isMap(x)) return !x.size;
		else if (isObject(x)) {
			for (const key in x) if (x.hasOwnProperty(key)) return false;
			return true;
		}
		return false;
	}
	function isPlainObject(x) {
		if (isObject(x)) {
			const proto = Object.getPrototypeOf(x);
			const ctor = proto.constructor;
			return proto && ctor && typeof ctor === "function" && ctor instanceof ctor && Function.prototype.toString.call(ctor) === Function.prototype.toString.call(Object);
		}
		return false;
	}
	function isIterable(x) {
		return x && typeof x[Symbol.iterator] === "function";
	}
	function getValue(obj) {
		if (isFunction(obj.valueOf)) return obj.valueOf();
		else return obj;
	}
	function utf8Encode(input) {
		const bytes = new Uint8Array(input.length * 4);
		let byteIndex = 0;
		for (let i = 0; i < input.length; i++) {
			let char = input.charCodeAt(i);
			if (char < 128) {
				bytes[byteIndex++] = char;
				continue;
			} else if (char < 2048) bytes[byteIndex++] = char >> 6 | 192;
			else {
				if (char > 55295 && char < 56320) {
					if (++i >= input.length) throw new Error("Incomplete surrogate pair.");
					const c2 = input.charCodeAt(i);
					if (c2 < 56320 || c2 > 57343) throw new Error("Invalid surrogate character.");
					char = 65536 + ((char & 1023) << 10) + (c2 & 1023);
					bytes[byteIndex++] = char >> 18 | 240;
					bytes[byteIndex++] = char >> 12 & 63 | 128;
				} else bytes[byteIndex++] = char >> 12 | 224;
				bytes[byteIndex++] = char >> 6 & 63 | 128;
			}
			bytes[byteIndex++] = char & 63 | 128;
		}
		return bytes.subarray(0, byteIndex);
	}
	function utf8Decode(bytes) {
		let result = "";
		let i = 0;
		while (i < bytes.length) {
			var c = bytes[i++];
			if (c > 127) {
				if (c > 191 && c < 224) {
					if (i >= bytes.length) throw new Error("Incomplete 2-byte sequence.");
					c = (c & 31) << 6 | bytes[i++] & 63;
				} else if (c > 223 && c < 240) {
					if (i + 1 >= bytes.length) throw new Error("Incomplete 3-byte sequence.");
					c = (c & 15) << 12 | (bytes[i++] & 63) << 6 | bytes[i++] & 63;
				} else if (c > 239 && c < 248) {
					if (i + 2 >= bytes.length) throw new Error("Incomplete 4-byte sequence.");
					c = (c & 7) << 18 | (bytes[i++] & 63) << 12 | (bytes[i++] & 63) << 6 | bytes[i++] & 63;
				} else throw new Error("Unknown multi-byte start.");
			}
			if (c <= 65535) result += String.fromCharCode(c);
			else if (c <= 1114111) {
				c -= 65536;
				result += String.fromCharCode(c >> 10 | 55296);
				result += String.fromCharCode(c & 1023 | 56320);
			} else throw new Error("Code point exceeds UTF-16 limit.");
		}
		return result;
	}
}));

// node_modules/@oozcitak/dom/lib/dom/interfaces.js
var require_interfaces$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.HowToCompare = exports.WhatToShow = exports.FilterResult = exports.Position = exports.NodeType = exports.EventPhase = exports.BoundaryPosition = void 0;
	var BoundaryPosition;
	(function(BoundaryPosition) {
		BoundaryPosition[BoundaryPosition["Before"] = 0] = "Before";
		BoundaryPosition[BoundaryPosition["Equal"] = 1] = "Equal";
		BoundaryPosition[BoundaryPosition["After"] = 2] = "After";
	})(BoundaryPosition || (exports.BoundaryPosition = BoundaryPosition = {}));
	var EventPhase;
	(function(EventPhase) {
		EventPhase[EventPhase["None"] = 0] = "None";
		EventPhase[EventPhase["Capturing"] = 1] = "Capturing";
		EventPhase[EventPhase["AtTarget"] = 2] = "AtTarget";
		EventPhase[EventPhase["Bubbling"] = 3] = "Bubbling";
	})(EventPhase || (exports.EventPhase = EventPhase = {}));
	var NodeType;
	(function(NodeType) {
		NodeType[NodeType["Element"] = 1] = "Element";
		NodeType[NodeType["Attribute"] = 2] = "Attribute";
		NodeType[NodeType["Text"] = 3] = "Text";
		NodeType[NodeType["CData"] = 4] = "CData";
		NodeType[NodeType["EntityReference"] = 5] = "EntityReference";
		NodeType[NodeType["Entity"] = 6] = "Entity";
		NodeType[NodeType["ProcessingInstruction"] = 7] = "ProcessingInstruction";
		NodeType[NodeType["Comment"] = 8] = "Comment";
		NodeType[NodeType["Document"] = 9] = "Document";
		NodeType[NodeType["DocumentType"] = 10] = "DocumentType";
		NodeType[NodeType["DocumentFragment"] = 11] = "DocumentFragment";
		NodeType[NodeType["Notation"] = 12] = "Notation";
	})(NodeType || (exports.NodeType = NodeType = {}));
	var Position;
	(function(Position) {
		Position[Position["SameNode"] = 0] = "SameNode";
		Position[Position["Disconnected"] = 1] = "Disconnected";
		Position[Position["Preceding"] = 2] = "Preceding";
		Position[Position["Following"] = 4] = "Following";
		Position[Position["Contains"] = 8] = "Contains";
		Position[Position["ContainedBy"] = 16] = "ContainedBy";
		Position[Position["ImplementationSpecific"] = 32] = "ImplementationSpecific";
	})(Position || (exports.Position = Position = {}));
	var FilterResult;
	(function(FilterResult) {
		FilterResult[FilterResult["Accept"] = 1] = "Accept";
		FilterResult[FilterResult["Reject"] = 2] = "Reject";
		FilterResult[FilterResult["Skip"] = 3] = "Skip";
	})(FilterResult || (exports.FilterResult = FilterResult = {}));
	var WhatToShow;
	(function(WhatToShow) {
		WhatToShow[WhatToShow["All"] = 4294967295] = "All";
		WhatToShow[WhatToShow["Element"] = 1] = "Element";
		WhatToShow[WhatToShow["Attribute"] = 2] = "Attribute";
		WhatToShow[WhatToShow["Text"] = 4] = "Text";
		WhatToShow[WhatToShow["CDataSection"] = 8] = "CDataSection";
		WhatToShow[WhatToShow["EntityReference"] = 16] = "EntityReference";
		WhatToShow[WhatToShow["Entity"] = 32] = "Entity";
		WhatToShow[WhatToShow["ProcessingInstruction"] = 64] = "ProcessingInstruction";
		WhatToShow[WhatToShow["Comment"] = 128] = "Comment";
		WhatToShow[WhatToShow["Document"] = 256] = "Document";
		WhatToShow[WhatToShow["DocumentType"] = 512] = "DocumentType";
		WhatToShow[WhatToShow["DocumentFragment"] = 1024] = "DocumentFragment";
		WhatToShow[WhatToShow["Notation"] = 2048] = "Notation";
	})(WhatToShow || (exports.WhatToShow = WhatToShow = {}));
	var HowToCompare;
	(function(HowToCompare) {
		HowToCompare[HowToCompare["StartToStart"] = 0] = "StartToStart";
		HowToCompare[HowToCompare["StartToEnd"] = 1] = "StartToEnd";
		HowToCompare[HowToCompare["EndToEnd"] = 2] = "EndToEnd";
		HowToCompare[HowToCompare["EndToStart"] = 3] = "EndToStart";
	})(HowToCompare || (exports.HowToCompare = HowToCompare = {}));
}));

// node_modules/@oozcitak/dom/lib/serializer/LocalNameSet.js
var require_LocalNameSet = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.LocalNameSet = void 0;
	var LocalNameSet = class {
		_items = {};
		_nullItems = {};
		set(ns, localName) {
			if (ns === null) this._nullItems[localName] = true;
			else if (this._items[ns]) this._items[ns][localName] = true;
			else {
				this._items[ns] = {};
				this._items[ns][localName] = true;
			}
		}
		has(ns, localName) {
			if (ns === null) return this._nullItems[localName] === true;
			else if (this._items[ns]) return this._items[ns][localName] === true;
			else return false;
		}
	};
	exports.LocalNameSet = LocalNameSet;
}));

// node_modules/@oozcitak/dom/lib/serializer/NamespacePrefixMap.js
var require_NamespacePrefixMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NamespacePrefixMap = void 0;
	var NamespacePrefixMap = class NamespacePrefixMap {
		_items = {};
		_nullItems = [];
		copy() {
			const mapCopy = new NamespacePrefixMap();
			for (const key in this._items) mapCopy._items[key] = this._items[key].slice(0);
			mapCopy._nullItems = this._nullItems.slice(0);
			return mapCopy;
		}
		get(preferredPrefix, ns) {
			const candidatesList = ns === null ? this._nullItems : this._items[ns] || null;
			if (candidatesList === null) return null;
			let prefix = null;
			for (let i = 0; i < candidatesList.length; i++) {
				prefix = candidatesList[i];
				if (prefix === preferredPrefix) return prefix;
			}
			return prefix;
		}
		has(prefix, ns) {
			const candidatesList = ns === null ? this._nullItems : this._items[ns] || null;
			if (candidatesList === null) return false;
			return candidatesList.indexOf(prefix) !== -1;
		}
		hasPrefix(prefix) {
			if (this._nullItems.indexOf(prefix) !== -1) return true;
			for (const key in this._items) if (this._items[key].indexOf(prefix) !== -1) return true;
			return false;
		}
		set(prefix, ns) {
			const candidatesList = ns === null ? this._nullItems : this._items[ns] || null;
			if (ns !== null && candidatesList === null) this._items[ns] = [prefix];
			else candidatesList.push(prefix);
		}
	};
	exports.NamespacePrefixMap = NamespacePrefixMap;
}));

// node_modules/@oozcitak/infra/lib/CodePoints.js
var require_CodePoints = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ASCIIAlphanumeric = exports.ASCIIAlpha = exports.ASCIILowerAlpha = exports.ASCIIUpperAlpha = exports.ASCIIHexDigit = exports.ASCIILowerHexDigit = exports.ASCIIUpperHexDigit = exports.ASCIIDigit = exports.Control = exports.C0ControlOrSpace = exports.C0Control = exports.ASCIIWhiteSpace = exports.ASCIITabOrNewLine = exports.ASCIICodePoint = exports.NonCharacter = exports.ScalarValue = exports.Surrogate = void 0;
	exports.Surrogate = /[\uD800-\uDFFF]/;
	exports.ScalarValue = /[\uD800-\uDFFF]/;
	exports.NonCharacter = /[\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]/;
	exports.ASCIICodePoint = /[\u0000-\u007F]/;
	exports.ASCIITabOrNewLine = /[\t\n\r]/;
	exports.ASCIIWhiteSpace = /[\t\n\f\r ]/;
	exports.C0Control = /[\u0000-\u001F]/;
	exports.C0ControlOrSpace = /[\u0000-\u001F ]/;
	exports.Control = /[\u0000-\u001F\u007F-\u009F]/;
	exports.ASCIIDigit = /[0-9]/;
	exports.ASCIIUpperHexDigit = /[0-9A-F]/;
	exports.ASCIILowerHexDigit = /[0-9a-f]/;
	exports.ASCIIHexDigit = /[0-9A-Fa-f]/;
	exports.ASCIIUpperAlpha = /[A-Z]/;
	exports.ASCIILowerAlpha = /[a-z]/;
	exports.ASCIIAlpha = /[A-Za-z]/;
	exports.ASCIIAlphanumeric = /[0-9A-Za-z]/;
}));

// node_modules/@oozcitak/infra/lib/Base64.js
var require_Base64 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.forgivingBase64Encode = forgivingBase64Encode;
	exports.forgivingBase64Decode = forgivingBase64Decode;
	const CodePoints_1 = require_CodePoints();
	function forgivingBase64Encode(input) {
		return Buffer.from(input).toString("base64");
	}
	function forgivingBase64Decode(input) {
		if (input === "") return "";
		input = input.replace(CodePoints_1.ASCIIWhiteSpace, "");
		if (input.length % 4 === 0) {
			if (input.endsWith("==")) input = input.substr(0, input.length - 2);
			else if (input.endsWith("=")) input = input.substr(0, input.length - 1);
		}
		if (input.length % 4 === 1) return null;
		if (!/[0-9A-Za-z+/]/.test(input)) return null;
		return Buffer.from(input, "base64").toString("utf8");
	}
}));

// node_modules/@oozcitak/infra/lib/Byte.js
var require_Byte = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.isASCIIByte = isASCIIByte;
	function isASCIIByte(byte) {
		return byte >= 0 && byte <= 127;
	}
}));

// node_modules/@oozcitak/infra/lib/ByteSequence.js
var require_ByteSequence = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.length = length;
	exports.byteLowercase = byteLowercase;
	exports.byteUppercase = byteUppercase;
	exports.byteCaseInsensitiveMatch = byteCaseInsensitiveMatch;
	exports.startsWith = startsWith;
	exports.byteLessThan = byteLessThan;
	exports.isomorphicDecode = isomorphicDecode;
	function length(list) {
		return list.length;
	}
	function byteLowercase(list) {
		for (let i = 0; i < list.length; i++) {
			const c = list[i];
			if (c >= 65 && c <= 90) list[i] = c + 32;
		}
	}
	function byteUppercase(list) {
		for (let i = 0; i < list.length; i++) {
			const c = list[i];
			if (c >= 97 && c <= 122) list[i] = c - 32;
		}
	}
	function byteCaseInsensitiveMatch(listA, listB) {
		if (listA.length !== listB.length) return false;
		for (let i = 0; i < listA.length; i++) {
			let a = listA[i];
			let b = listB[i];
			if (a >= 65 && a <= 90) a += 32;
			if (b >= 65 && b <= 90) b += 32;
			if (a !== b) return false;
		}
		return true;
	}
	function startsWith(listA, listB) {
		let i = 0;
		while (true) {
			if (i >= listA.length) return false;
			if (i >= listB.length) return true;
			if (listA[i] !== listB[i]) return false;
			i++;
		}
	}
	function byteLessThan(listA, listB) {
		let i = 0;
		while (true) {
			if (i >= listA.length) return false;
			if (i >= listB.length) return true;
			const a = listA[i];
			const b = listB[i];
			if (a < b) return true;
			else if (a > b) return false;
			i++;
		}
	}
	function isomorphicDecode(list) {
		return String.fromCodePoint(...list);
	}
}));

// node_modules/@oozcitak/infra/lib/JSON.js
var require_JSON = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.parseJSONFromBytes = parseJSONFromBytes;
	exports.serializeJSONToBytes = serializeJSONToBytes;
	exports.parseJSONIntoInfraValues = parseJSONIntoInfraValues;
	exports.convertAJSONDerivedJavaScriptValueToAnInfraValue = convertAJSONDerivedJavaScriptValueToAnInfraValue;
	const util_1 = require_lib$12();
	function parseJSONFromBytes(bytes) {
		const jsonText = (0, util_1.utf8Decode)(bytes);
		return JSON.parse.call(void 0, jsonText);
	}
	function serializeJSONToBytes(value) {
		const jsonString = JSON.stringify.call(void 0, value);
		return (0, util_1.utf8Encode)(jsonString);
	}
	function parseJSONIntoInfraValues(jsonText) {
		return convertAJSONDerivedJavaScriptValueToAnInfraValue(JSON.parse.call(void 0, jsonText));
	}
	function convertAJSONDerivedJavaScriptValueToAnInfraValue(jsValue) {
		if (jsValue === null || (0, util_1.isString)(jsValue) || (0, util_1.isNumber)(jsValue)) return jsValue;
		if ((0, util_1.isArray)(jsValue)) {
			const result = new Array();
			for (const jsValueAtIndex of jsValue) result.push(convertAJSONDerivedJavaScriptValueToAnInfraValue(jsValueAtIndex));
			return result;
		} else if ((0, util_1.isObject)(jsValue)) {
			const result = /* @__PURE__ */ new Map();
			for (const key in jsValue)
 /* istanbul ignore else */
			if (jsValue.hasOwnProperty(key)) {
				const jsValueAtKey = jsValue[key];
				result.set(key, convertAJSONDerivedJavaScriptValueToAnInfraValue(jsValueAtKey));
			}
			return result;
		}
		/* istanbul ignore next */
		return jsValue;
	}
}));

// node_modules/@oozcitak/infra/lib/List.js
var require_List = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.append = append;
	exports.extend = extend;
	exports.prepend = prepend;
	exports.replace = replace;
	exports.insert = insert;
	exports.remove = remove;
	exports.empty = empty;
	exports.contains = contains;
	exports.size = size;
	exports.isEmpty = isEmpty;
	exports.forEach = forEach;
	exports.clone = clone;
	exports.sortInAscendingOrder = sortInAscendingOrder;
	exports.sortInDescendingOrder = sortInDescendingOrder;
	const util_1 = require_lib$12();
	function append(list, item) {
		list.push(item);
	}
	function extend(listA, listB) {
		listA.push(...listB);
	}
	function prepend(list, item) {
		list.unshift(item);
	}
	function replace(list, conditionOrItem, newItem) {
		let i = 0;
		for (const oldItem of list) {
			if ((0, util_1.isFunction)(conditionOrItem)) {
				if (!!conditionOrItem.call(null, oldItem)) list[i] = newItem;
			} else if (oldItem === conditionOrItem) {
				list[i] = newItem;
				return;
			}
			i++;
		}
	}
	function insert(list, item, index) {
		list.splice(index, 0, item);
	}
	function remove(list, conditionOrItem) {
		let i = list.length;
		while (i--) {
			const oldItem = list[i];
			if ((0, util_1.isFunction)(conditionOrItem)) {
				if (!!conditionOrItem.call(null, oldItem)) list.splice(i, 1);
			} else if (oldItem === conditionOrItem) {
				list.splice(i, 1);
				return;
			}
		}
	}
	function empty(list) {
		list.length = 0;
	}
	function contains(list, conditionOrItem) {
		for (const oldItem of list) if ((0, util_1.isFunction)(conditionOrItem)) {
			if (!!conditionOrItem.call(null, oldItem)) return true;
		} else if (oldItem === conditionOrItem) return true;
		return false;
	}
	function size(list, condition) {
		if (condition === void 0) return list.length;
		else {
			let count = 0;
			for (const item of list) if (!!condition.call(null, item)) count++;
			return count;
		}
	}
	function isEmpty(list) {
		return list.length === 0;
	}
	function* forEach(list, condition) {
		if (condition === void 0) yield* list;
		else for (const item of list) if (!!condition.call(null, item)) yield item;
	}
	function clone(list) {
		return new Array(...list);
	}
	function sortInAscendingOrder(list, lessThanAlgo) {
		return list.sort((itemA, itemB) => lessThanAlgo.call(null, itemA, itemB) ? -1 : 1);
	}
	function sortInDescendingOrder(list, lessThanAlgo) {
		return list.sort((itemA, itemB) => lessThanAlgo.call(null, itemA, itemB) ? 1 : -1);
	}
}));

// node_modules/@oozcitak/infra/lib/Map.js
var require_Map = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.get = get;
	exports.set = set;
	exports.remove = remove;
	exports.contains = contains;
	exports.keys = keys;
	exports.values = values;
	exports.size = size;
	exports.isEmpty = isEmpty;
	exports.forEach = forEach;
	exports.clone = clone;
	exports.sortInAscendingOrder = sortInAscendingOrder;
	exports.sortInDescendingOrder = sortInDescendingOrder;
	const util_1 = require_lib$12();
	function get(map, key) {
		return map.get(key);
	}
	function set(map, key, val) {
		map.set(key, val);
	}
	function remove(map, conditionOrItem) {
		if (!(0, util_1.isFunction)(conditionOrItem)) map.delete(conditionOrItem);
		else {
			const toRemove = [];
			for (const item of map) if (!!conditionOrItem.call(null, item)) toRemove.push(item[0]);
			for (const key of toRemove) map.delete(key);
		}
	}
	function contains(map, conditionOrItem) {
		if (!(0, util_1.isFunction)(conditionOrItem)) return map.has(conditionOrItem);
		else {
			for (const item of map) if (!!conditionOrItem.call(null, item)) return true;
			return false;
		}
	}
	function keys(map) {
		return new Set(map.keys());
	}
	function values(map) {
		return [...map.values()];
	}
	function size(map, condition) {
		if (condition === void 0) return map.size;
		else {
			let count = 0;
			for (const item of map) if (!!condition.call(null, item)) count++;
			return count;
		}
	}
	function isEmpty(map) {
		return map.size === 0;
	}
	function* forEach(map, condition) {
		if (condition === void 0) yield* map;
		else for (const item of map) if (!!condition.call(null, item)) yield item;
	}
	function clone(map) {
		return new Map(map);
	}
	function sortInAscendingOrder(map, lessThanAlgo) {
		const list = new Array(...map);
		list.sort((itemA, itemB) => lessThanAlgo.call(null, itemA, itemB) ? -1 : 1);
		return new Map(list);
	}
	function sortInDescendingOrder(map, lessThanAlgo) {
		const list = new Array(...map);
		list.sort((itemA, itemB) => lessThanAlgo.call(null, itemA, itemB) ? 1 : -1);
		return new Map(list);
	}
}));

// node_modules/@oozcitak/infra/lib/Namespace.js
var require_Namespace = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XLink = exports.SVG = exports.MathML = exports.XMLNS = exports.XML = exports.HTML = void 0;
	exports.HTML = "http://www.w3.org/1999/xhtml";
	exports.XML = "http://www.w3.org/XML/1998/namespace";
	exports.XMLNS = "http://www.w3.org/2000/xmlns/";
	exports.MathML = "http://www.w3.org/1998/Math/MathML";
	exports.SVG = "http://www.w3.org/2000/svg";
	exports.XLink = "http://www.w3.org/1999/xlink";
}));

// node_modules/@oozcitak/infra/lib/Queue.js
var require_Queue = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.enqueue = enqueue;
	exports.dequeue = dequeue;
	function enqueue(list, item) {
		list.push(item);
	}
	function dequeue(list) {
		return list.shift() || null;
	}
}));

// node_modules/@oozcitak/infra/lib/Set.js
var require_Set = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.append = append;
	exports.extend = extend;
	exports.prepend = prepend;
	exports.replace = replace;
	exports.insert = insert;
	exports.remove = remove;
	exports.empty = empty;
	exports.contains = contains;
	exports.size = size;
	exports.isEmpty = isEmpty;
	exports.forEach = forEach;
	exports.clone = clone;
	exports.sortInAscendingOrder = sortInAscendingOrder;
	exports.sortInDescendingOrder = sortInDescendingOrder;
	exports.isSubsetOf = isSubsetOf;
	exports.isSupersetOf = isSupersetOf;
	exports.intersection = intersection;
	exports.union = union;
	exports.range = range;
	const util_1 = require_lib$12();
	function append(set, item) {
		set.add(item);
	}
	function extend(setA, setB) {
		setB.forEach(setA.add, setA);
	}
	function prepend(set, item) {
		const cloned = new Set(set);
		set.clear();
		set.add(item);
		cloned.forEach(set.add, set);
	}
	function replace(set, conditionOrItem, newItem) {
		const newSet = /* @__PURE__ */ new Set();
		for (const oldItem of set) if ((0, util_1.isFunction)(conditionOrItem)) {
			if (!!conditionOrItem.call(null, oldItem)) newSet.add(newItem);
			else newSet.add(oldItem);
		} else if (oldItem === conditionOrItem) newSet.add(newItem);
		else newSet.add(oldItem);
		set.clear();
		newSet.forEach(set.add, set);
	}
	function insert(set, item, index) {
		const newSet = /* @__PURE__ */ new Set();
		let i = 0;
		for (const oldItem of set) {
			if (i === index) newSet.add(item);
			newSet.add(oldItem);
			i++;
		}
		set.clear();
		newSet.forEach(set.add, set);
	}
	function remove(set, conditionOrItem) {
		if (!(0, util_1.isFunction)(conditionOrItem)) set.delete(conditionOrItem);
		else {
			const toRemove = [];
			for (const item of set) if (!!conditionOrItem.call(null, item)) toRemove.push(item);
			for (const oldItem of toRemove) set.delete(oldItem);
		}
	}
	function empty(set) {
		set.clear();
	}
	function contains(set, conditionOrItem) {
		if (!(0, util_1.isFunction)(conditionOrItem)) return set.has(conditionOrItem);
		else for (const oldItem of set) if (!!conditionOrItem.call(null, oldItem)) return true;
		return false;
	}
	function size(set, condition) {
		if (condition === void 0) return set.size;
		else {
			let count = 0;
			for (const item of set) if (!!condition.call(null, item)) count++;
			return count;
		}
	}
	function isEmpty(set) {
		return set.size === 0;
	}
	function* forEach(set, condition) {
		if (condition === void 0) yield* set;
		else for (const item of set) if (!!condition.call(null, item)) yield item;
	}
	function clone(set) {
		return new Set(set);
	}
	function sortInAscendingOrder(set, lessThanAlgo) {
		const list = new Array(...set);
		list.sort((itemA, itemB) => lessThanAlgo.call(null, itemA, itemB) ? -1 : 1);
		return new Set(list);
	}
	function sortInDescendingOrder(set, lessThanAlgo) {
		const list = new Array(...set);
		list.sort((itemA, itemB) => lessThanAlgo.call(null, itemA, itemB) ? 1 : -1);
		return new Set(list);
	}
	function isSubsetOf(subset, superset) {
		for (const item of subset) if (!superset.has(item)) return false;
		return true;
	}
	function isSupersetOf(superset, subset) {
		return isSubsetOf(subset, superset);
	}
	function intersection(setA, setB) {
		const newSet = /* @__PURE__ */ new Set();
		for (const item of setA) if (setB.has(item)) newSet.add(item);
		return newSet;
	}
	function union(setA, setB) {
		const newSet = new Set(setA);
		setB.forEach(newSet.add, newSet);
		return newSet;
	}
	function range(n, m) {
		const newSet = /* @__PURE__ */ new Set();
		for (let i = n; i <= m; i++) newSet.add(i);
		return newSet;
	}
}));

// node_modules/@oozcitak/infra/lib/Stack.js
var require_Stack = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.push = push;
	exports.pop = pop;
	function push(list, item) {
		list.push(item);
	}
	function pop(list) {
		return list.pop() || null;
	}
}));

// node_modules/@oozcitak/infra/lib/String.js
var require_String = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.isCodeUnitPrefix = isCodeUnitPrefix;
	exports.isCodeUnitLessThan = isCodeUnitLessThan;
	exports.isomorphicEncode = isomorphicEncode;
	exports.isASCIIString = isASCIIString;
	exports.asciiLowercase = asciiLowercase;
	exports.asciiUppercase = asciiUppercase;
	exports.asciiCaseInsensitiveMatch = asciiCaseInsensitiveMatch;
	exports.asciiEncode = asciiEncode;
	exports.asciiDecode = asciiDecode;
	exports.stripNewlines = stripNewlines;
	exports.normalizeNewlines = normalizeNewlines;
	exports.stripLeadingAndTrailingASCIIWhitespace = stripLeadingAndTrailingASCIIWhitespace;
	exports.stripAndCollapseASCIIWhitespace = stripAndCollapseASCIIWhitespace;
	exports.collectASequenceOfCodePoints = collectASequenceOfCodePoints;
	exports.skipASCIIWhitespace = skipASCIIWhitespace;
	exports.strictlySplit = strictlySplit;
	exports.splitAStringOnASCIIWhitespace = splitAStringOnASCIIWhitespace;
	exports.splitAStringOnCommas = splitAStringOnCommas;
	exports.concatenate = concatenate;
	const CodePoints_1 = require_CodePoints();
	const ByteSequence_1 = require_ByteSequence();
	const Byte_1 = require_Byte();
	const util_1 = require_lib$12();
	function isCodeUnitPrefix(a, b) {
		let i = 0;
		while (true) {
			const aCodeUnit = i < a.length ? a.charCodeAt(i) : null;
			const bCodeUnit = i < b.length ? b.charCodeAt(i) : null;
			if (aCodeUnit === null) return true;
			if (aCodeUnit !== bCodeUnit) return false;
			i++;
		}
	}
	function isCodeUnitLessThan(a, b) {
		if (isCodeUnitPrefix(b, a)) return false;
		if (isCodeUnitPrefix(a, b)) return true;
		for (let i = 0; i < Math.min(a.length, b.length); i++) {
			const aCodeUnit = a.charCodeAt(i);
			const bCodeUnit = b.charCodeAt(i);
			if (aCodeUnit === bCodeUnit) continue;
			return aCodeUnit < bCodeUnit;
		}
		/* istanbul ignore next */
		return false;
	}
	function isomorphicEncode(str) {
		const codePoints = Array.from(str);
		const bytes = new Uint8Array(codePoints.length);
		let i = 0;
		for (const codePoint of str) {
			const byte = codePoint.codePointAt(0);
			console.assert(byte !== void 0 && byte <= 255, "isomorphicEncode requires string bytes to be less than or equal to 0x00FF.");
			if (byte !== void 0 && byte <= 255) bytes[i++] = byte;
		}
		return bytes;
	}
	function isASCIIString(str) {
		return /^[\u0000-\u007F]*$/.test(str);
	}
	function asciiLowercase(str) {
		let result = "";
		for (const c of str) {
			const code = c.codePointAt(0);
			if (code !== void 0 && code >= 65 && code <= 90) result += String.fromCodePoint(code + 32);
			else result += c;
		}
		return result;
	}
	function asciiUppercase(str) {
		let result = "";
		for (const c of str) {
			const code = c.codePointAt(0);
			if (code !== void 0 && code >= 97 && code <= 122) result += String.fromCodePoint(code - 32);
			else result += c;
		}
		return result;
	}
	function asciiCaseInsensitiveMatch(a, b) {
		return asciiLowercase(a) === asciiLowercase(b);
	}
	function asciiEncode(str) {
		console.assert(isASCIIString(str), "asciiEncode requires an ASCII string.");
		return isomorphicEncode(str);
	}
	function asciiDecode(bytes) {
		for (const byte of bytes) console.assert((0, Byte_1.isASCIIByte)(byte), "asciiDecode requires an ASCII byte sequence.");
		return (0, ByteSequence_1.isomorphicDecode)(bytes);
	}
	function stripNewlines(str) {
		return str.replace(/[\n\r]/g, "");
	}
	function normalizeNewlines(str) {
		return str.replace(/\r\n/g, "\n").replace(/\r/g, "\n");
	}
	function stripLeadingAndTrailingASCIIWhitespace(str) {
		return str.replace(/^[\t\n\f\r ]+/, "").replace(/[\t\n\f\r ]+$/, "");
	}
	function stripAndCollapseASCIIWhitespace(str) {
		return stripLeadingAndTrailingASCIIWhitespace(str.replace(/[\t\n\f\r ]{2,}/g, " "));
	}
	function collectASequenceOfCodePoints(condition, input, options) {
		if (!(0, util_1.isArray)(input)) return collectASequenceOfCodePoints(condition, Array.from(input), options);
		let result = "";
		while (options.position < input.length && !!condition.call(null, input[options.position])) {
			result += input[options.position];
			options.position++;
		}
		return result;
	}
	function skipASCIIWhitespace(input, options) {
		collectASequenceOfCodePoints((str) => CodePoints_1.ASCIIWhiteSpace.test(str), input, options);
	}
	function strictlySplit(input, delimiter) {
		if (!(0, util_1.isArray)(input)) return strictlySplit(Array.from(input), delimiter);
		const options = { position: 0 };
		const tokens = [];
		let token = collectASequenceOfCodePoints((str) => delimiter !== str, input, options);
		tokens.push(token);
		while (options.position < input.length) {
			console.assert(input[options.position] === delimiter, "strictlySplit found no delimiter in input string.");
			options.position++;
			token = collectASequenceOfCodePoints((str) => delimiter !== str, input, options);
			tokens.push(token);
		}
		return tokens;
	}
	function splitAStringOnASCIIWhitespace(input) {
		if (!(0, util_1.isArray)(input)) return splitAStringOnASCIIWhitespace(Array.from(input));
		const options = { position: 0 };
		const tokens = [];
		skipASCIIWhitespace(input, options);
		while (options.position < input.length) {
			const token = collectASequenceOfCodePoints((str) => !CodePoints_1.ASCIIWhiteSpace.test(str), input, options);
			tokens.push(token);
			skipASCIIWhitespace(input, options);
		}
		return tokens;
	}
	function splitAStringOnCommas(input) {
		if (!(0, util_1.isArray)(input)) return splitAStringOnCommas(Array.from(input));
		const options = { position: 0 };
		const tokens = [];
		while (options.position < input.length) {
			const token = collectASequenceOfCodePoints((str) => str !== ",", input, options);
			tokens.push(stripLeadingAndTrailingASCIIWhitespace(token));
			if (options.position < input.length) {
				console.assert(input[options.position] === ",", "splitAStringOnCommas found no delimiter in input string.");
				options.position++;
			}
		}
		return tokens;
	}
	function concatenate(list, separator = "") {
		if (list.length === 0) return "";
		return list.join(separator);
	}
}));

// node_modules/@oozcitak/infra/lib/index.js
var require_lib$11 = /* @__PURE__ */ __commonJSMin(((exports, module, this$2) => {
	var __createBinding = this$2 && this$2.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __setModuleDefault = this$2 && this$2.__setModuleDefault || (Object.create ? (function(o, v) {
		Object.defineProperty(o, "default", {
			enumerable: true,
			value: v
		});
	}) : function(o, v) {
		o["default"] = v;
	});
	var __importStar = this$2 && this$2.__importStar || (function() {
		var ownKeys = function(o) {
			ownKeys = Object.getOwnPropertyNames || function(o) {
				var ar = [];
				for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
				return ar;
			};
			return ownKeys(o);
		};
		return function(mod) {
			if (mod && mod.__esModule) return mod;
			var result = {};
			if (mod != null) {
				for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
			}
			__setModuleDefault(result, mod);
			return result;
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.string = exports.stack = exports.set = exports.queue = exports.namespace = exports.map = exports.list = exports.json = exports.codePoint = exports.byteSequence = exports.byte = exports.base64 = void 0;
	const base64 = __importStar(require_Base64());
	exports.base64 = base64;
	const byte = __importStar(require_Byte());
	exports.byte = byte;
	const byteSequence = __importStar(require_ByteSequence());
	exports.byteSequence = byteSequence;
	const codePoint = __importStar(require_CodePoints());
	exports.codePoint = codePoint;
	const json = __importStar(require_JSON());
	exports.json = json;
	const list = __importStar(require_List());
	exports.list = list;
	const map = __importStar(require_Map());
	exports.map = map;
	const namespace = __importStar(require_Namespace());
	exports.namespace = namespace;
	const queue = __importStar(require_Queue());
	exports.queue = queue;
	const set = __importStar(require_Set());
	exports.set = set;
	const stack = __importStar(require_Stack());
	exports.stack = stack;
	const string = __importStar(require_String());
	exports.string = string;
}));

// node_modules/@oozcitak/dom/lib/algorithm/WebIDLAlgorithm.js
var require_WebIDLAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.idl_defineConst = idl_defineConst;
	function idl_defineConst(o, name, value) {
		Object.defineProperty(o, name, {
			writable: false,
			enumerable: true,
			configurable: false,
			value
		});
	}
}));

// node_modules/@oozcitak/dom/lib/dom/DOMImplementationImpl.js
var require_DOMImplementationImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DOMImplementationImpl = void 0;
	const DOMImpl_1 = require_DOMImpl();
	const infra_1 = require_lib$11();
	const algorithm_1 = require_algorithm();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var DOMImplementationImpl = class DOMImplementationImpl {
		_ID = "@oozcitak/dom";
		_associatedDocument;
		constructor(document) {
			this._associatedDocument = document || DOMImpl_1.dom.window.document;
		}
		createDocumentType(qualifiedName, publicId, systemId) {
			(0, algorithm_1.namespace_validate)(qualifiedName);
			return (0, algorithm_1.create_documentType)(this._associatedDocument, qualifiedName, publicId, systemId);
		}
		createDocument(namespace, qualifiedName, doctype = null) {
			const document = (0, algorithm_1.create_xmlDocument)();
			let element = null;
			if (qualifiedName) element = (0, algorithm_1.document_internalCreateElementNS)(document, namespace, qualifiedName);
			if (doctype) document.appendChild(doctype);
			if (element) document.appendChild(element);
			document._origin = this._associatedDocument._origin;
			if (namespace === infra_1.namespace.HTML) document._contentType = "application/xhtml+xml";
			else if (namespace === infra_1.namespace.SVG) document._contentType = "image/svg+xml";
			else document._contentType = "application/xml";
			return document;
		}
		createHTMLDocument(title) {
			const doc = (0, algorithm_1.create_document)();
			doc._type = "html";
			doc._contentType = "text/html";
			doc.appendChild((0, algorithm_1.create_documentType)(doc, "html", "", ""));
			const htmlElement = (0, algorithm_1.element_createAnElement)(doc, "html", infra_1.namespace.HTML);
			doc.appendChild(htmlElement);
			const headElement = (0, algorithm_1.element_createAnElement)(doc, "head", infra_1.namespace.HTML);
			htmlElement.appendChild(headElement);
			if (title !== void 0) {
				const titleElement = (0, algorithm_1.element_createAnElement)(doc, "title", infra_1.namespace.HTML);
				headElement.appendChild(titleElement);
				const textElement = (0, algorithm_1.create_text)(doc, title);
				titleElement.appendChild(textElement);
			}
			const bodyElement = (0, algorithm_1.element_createAnElement)(doc, "body", infra_1.namespace.HTML);
			htmlElement.appendChild(bodyElement);
			doc._origin = this._associatedDocument._origin;
			return doc;
		}
		hasFeature() {
			return true;
		}
		static _create(document) {
			return new DOMImplementationImpl(document);
		}
	};
	exports.DOMImplementationImpl = DOMImplementationImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(DOMImplementationImpl.prototype, "_ID", "@oozcitak/dom");
}));

// node_modules/@oozcitak/dom/lib/dom/DOMException.js
var require_DOMException = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.InvalidCharacterError = exports.SyntaxError = exports.IndexSizeError = exports.NotFoundError = exports.HierarchyRequestError = exports.NotImplementedError = exports.DataCloneError = exports.InvalidNodeTypeError = exports.TimeoutError = exports.QuotaExceededError = exports.URLMismatchError = exports.AbortError = exports.NetworkError = exports.SecurityError = exports.TypeMismatchError = exports.ValidationError = exports.InvalidAccessError = exports.NamespaceError = exports.InvalidModificationError = exports.InvalidStateError = exports.InUseAttributeError = exports.NotSupportedError = exports.NoModificationAllowedError = exports.NoDataAllowedError = exports.WrongDocumentError = exports.DOMStringSizeError = exports.DOMException = void 0;
	var DOMException = class extends Error {
		name;
		constructor(name, message = "") {
			super(message);
			this.name = name;
		}
	};
	exports.DOMException = DOMException;
	var DOMStringSizeError = class extends DOMException {
		constructor(message = "") {
			super("DOMStringSizeError", message);
		}
	};
	exports.DOMStringSizeError = DOMStringSizeError;
	var WrongDocumentError = class extends DOMException {
		constructor(message = "") {
			super("WrongDocumentError", "The object is in the wrong document. " + message);
		}
	};
	exports.WrongDocumentError = WrongDocumentError;
	var NoDataAllowedError = class extends DOMException {
		constructor(message = "") {
			super("NoDataAllowedError", message);
		}
	};
	exports.NoDataAllowedError = NoDataAllowedError;
	var NoModificationAllowedError = class extends DOMException {
		constructor(message = "") {
			super("NoModificationAllowedError", "The object can not be modified. " + message);
		}
	};
	exports.NoModificationAllowedError = NoModificationAllowedError;
	var NotSupportedError = class extends DOMException {
		constructor(message = "") {
			super("NotSupportedError", "The operation is not supported. " + message);
		}
	};
	exports.NotSupportedError = NotSupportedError;
	var InUseAttributeError = class extends DOMException {
		constructor(message = "") {
			super("InUseAttributeError", message);
		}
	};
	exports.InUseAttributeError = InUseAttributeError;
	var InvalidStateError = class extends DOMException {
		constructor(message = "") {
			super("InvalidStateError", "The object is in an invalid state. " + message);
		}
	};
	exports.InvalidStateError = InvalidStateError;
	var InvalidModificationError = class extends DOMException {
		constructor(message = "") {
			super("InvalidModificationError", "The object can not be modified in this way. " + message);
		}
	};
	exports.InvalidModificationError = InvalidModificationError;
	var NamespaceError = class extends DOMException {
		constructor(message = "") {
			super("NamespaceError", "The operation is not allowed by Namespaces in XML. [XMLNS] " + message);
		}
	};
	exports.NamespaceError = NamespaceError;
	var InvalidAccessError = class extends DOMException {
		constructor(message = "") {
			super("InvalidAccessError", "The object does not support the operation or argument. " + message);
		}
	};
	exports.InvalidAccessError = InvalidAccessError;
	var ValidationError = class extends DOMException {
		constructor(message = "") {
			super("ValidationError", message);
		}
	};
	exports.ValidationError = ValidationError;
	var TypeMismatchError = class extends DOMException {
		constructor(message = "") {
			super("TypeMismatchError", message);
		}
	};
	exports.TypeMismatchError = TypeMismatchError;
	var SecurityError = class extends DOMException {
		constructor(message = "") {
			super("SecurityError", "The operation is insecure. " + message);
		}
	};
	exports.SecurityError = SecurityError;
	var NetworkError = class extends DOMException {
		constructor(message = "") {
			super("NetworkError", "A network error occurred. " + message);
		}
	};
	exports.NetworkError = NetworkError;
	var AbortError = class extends DOMException {
		constructor(message = "") {
			super("AbortError", "The operation was aborted. " + message);
		}
	};
	exports.AbortError = AbortError;
	var URLMismatchError = class extends DOMException {
		constructor(message = "") {
			super("URLMismatchError", "The given URL does not match another URL. " + message);
		}
	};
	exports.URLMismatchError = URLMismatchError;
	var QuotaExceededError = class extends DOMException {
		constructor(message = "") {
			super("QuotaExceededError", "The quota has been exceeded. " + message);
		}
	};
	exports.QuotaExceededError = QuotaExceededError;
	var TimeoutError = class extends DOMException {
		constructor(message = "") {
			super("TimeoutError", "The operation timed out. " + message);
		}
	};
	exports.TimeoutError = TimeoutError;
	var InvalidNodeTypeError = class extends DOMException {
		constructor(message = "") {
			super("InvalidNodeTypeError", "The supplied node is incorrect or has an incorrect ancestor for this operation. " + message);
		}
	};
	exports.InvalidNodeTypeError = InvalidNodeTypeError;
	var DataCloneError = class extends DOMException {
		constructor(message = "") {
			super("DataCloneError", "The object can not be cloned. " + message);
		}
	};
	exports.DataCloneError = DataCloneError;
	var NotImplementedError = class extends DOMException {
		constructor(message = "") {
			super("NotImplementedError", "The DOM method is not implemented by this module. " + message);
		}
	};
	exports.NotImplementedError = NotImplementedError;
	var HierarchyRequestError = class extends DOMException {
		constructor(message = "") {
			super("HierarchyRequestError", "The operation would yield an incorrect node tree. " + message);
		}
	};
	exports.HierarchyRequestError = HierarchyRequestError;
	var NotFoundError = class extends DOMException {
		constructor(message = "") {
			super("NotFoundError", "The object can not be found here. " + message);
		}
	};
	exports.NotFoundError = NotFoundError;
	var IndexSizeError = class extends DOMException {
		constructor(message = "") {
			super("IndexSizeError", "The index is not in the allowed range. " + message);
		}
	};
	exports.IndexSizeError = IndexSizeError;
	var SyntaxError = class extends DOMException {
		constructor(message = "") {
			super("SyntaxError", "The string did not match the expected pattern. " + message);
		}
	};
	exports.SyntaxError = SyntaxError;
	var InvalidCharacterError = class extends DOMException {
		constructor(message = "") {
			super("InvalidCharacterError", "The string contains invalid characters. " + message);
		}
	};
	exports.InvalidCharacterError = InvalidCharacterError;
}));

// node_modules/@oozcitak/dom/lib/util/Guard.js
var require_Guard = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Guard = void 0;
	const interfaces_1 = require_interfaces$2();
	var Guard = class Guard {
		static isNode(a) {
			return !!a && a._nodeType !== void 0;
		}
		static isDocumentNode(a) {
			return Guard.isNode(a) && a._nodeType === interfaces_1.NodeType.Document;
		}
		static isDocumentTypeNode(a) {
			return Guard.isNode(a) && a._nodeType === interfaces_1.NodeType.DocumentType;
		}
		static isDocumentFragmentNode(a) {
			return Guard.isNode(a) && a._nodeType === interfaces_1.NodeType.DocumentFragment;
		}
		static isAttrNode(a) {
			return Guard.isNode(a) && a._nodeType === interfaces_1.NodeType.Attribute;
		}
		static isCharacterDataNode(a) {
			if (!Guard.isNode(a)) return false;
			const type = a._nodeType;
			return type === interfaces_1.NodeType.Text || type === interfaces_1.NodeType.ProcessingInstruction || type === interfaces_1.NodeType.Comment || type === interfaces_1.NodeType.CData;
		}
		static isTextNode(a) {
			return Guard.isNode(a) && (a._nodeType === interfaces_1.NodeType.Text || a._nodeType === interfaces_1.NodeType.CData);
		}
		static isExclusiveTextNode(a) {
			return Guard.isNode(a) && a._nodeType === interfaces_1.NodeType.Text;
		}
		static isCDATASectionNode(a) {
			return Guard.isNode(a) && a._nodeType === interfaces_1.NodeType.CData;
		}
		static isCommentNode(a) {
			return Guard.isNode(a) && a._nodeType === interfaces_1.NodeType.Comment;
		}
		static isProcessingInstructionNode(a) {
			return Guard.isNode(a) && a._nodeType === interfaces_1.NodeType.ProcessingInstruction;
		}
		static isElementNode(a) {
			return Guard.isNode(a) && a._nodeType === interfaces_1.NodeType.Element;
		}
		static isCustomElementNode(a) {
			return Guard.isElementNode(a) && a._customElementState === "custom";
		}
		static isShadowRoot(a) {
			return !!a && a.host !== void 0;
		}
		static isMouseEvent(a) {
			return !!a && a.screenX !== void 0 && a.screenY != void 0;
		}
		static isSlotable(a) {
			return !!a && a._name !== void 0 && a._assignedSlot !== void 0 && (Guard.isTextNode(a) || Guard.isElementNode(a));
		}
		static isSlot(a) {
			return !!a && a._name !== void 0 && a._assignedNodes !== void 0 && Guard.isElementNode(a);
		}
		static isWindow(a) {
			return !!a && a.navigator !== void 0;
		}
		static isEventListener(a) {
			return !!a && a.handleEvent !== void 0;
		}
		static isRegisteredObserver(a) {
			return !!a && a.observer !== void 0 && a.options !== void 0;
		}
		static isTransientRegisteredObserver(a) {
			return !!a && a.source !== void 0 && Guard.isRegisteredObserver(a);
		}
	};
	exports.Guard = Guard;
}));

// node_modules/@oozcitak/dom/lib/util/Cast.js
var require_Cast = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Cast = void 0;
	const Guard_1 = require_Guard();
	var Cast = class {
		static asNode(a) {
			if (Guard_1.Guard.isNode(a)) return a;
			else throw new Error("Invalid object. Node expected.");
		}
	};
	exports.Cast = Cast;
}));

// node_modules/@oozcitak/dom/lib/util/EmptySet.js
var require_EmptySet = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.EmptySet = void 0;
	var EmptySet = class {
		get size() {
			return 0;
		}
		add(value) {
			throw new Error("Cannot add to an empty set.");
		}
		clear() {}
		delete(value) {
			return false;
		}
		forEach(callbackfn, thisArg) {}
		has(value) {
			return false;
		}
		[Symbol.iterator]() {
			return new EmptySetIterator();
		}
		entries() {
			return new EmptySetIterator();
		}
		keys() {
			return new EmptySetIterator();
		}
		values() {
			return new EmptySetIterator();
		}
		get [Symbol.toStringTag]() {
			return "EmptySet";
		}
	};
	exports.EmptySet = EmptySet;
	var EmptySetIterator = class {
		[Symbol.iterator]() {
			return this;
		}
		next() {
			return {
				done: true,
				value: null
			};
		}
	};
}));

// node_modules/@oozcitak/dom/lib/util/index.js
var require_util = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.EmptySet = exports.Guard = exports.Cast = void 0;
	var Cast_1 = require_Cast();
	Object.defineProperty(exports, "Cast", {
		enumerable: true,
		get: function() {
			return Cast_1.Cast;
		}
	});
	var Guard_1 = require_Guard();
	Object.defineProperty(exports, "Guard", {
		enumerable: true,
		get: function() {
			return Guard_1.Guard;
		}
	});
	var EmptySet_1 = require_EmptySet();
	Object.defineProperty(exports, "EmptySet", {
		enumerable: true,
		get: function() {
			return EmptySet_1.EmptySet;
		}
	});
}));

// node_modules/@oozcitak/dom/lib/dom/EventTargetImpl.js
var require_EventTargetImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.EventTargetImpl = void 0;
	const DOMException_1 = require_DOMException();
	const util_1 = require_util();
	const algorithm_1 = require_algorithm();
	var EventTargetImpl = class {
		__eventListenerList;
		get _eventListenerList() {
			return this.__eventListenerList || (this.__eventListenerList = []);
		}
		__eventHandlerMap;
		get _eventHandlerMap() {
			return this.__eventHandlerMap || (this.__eventHandlerMap = {});
		}
		constructor() {}
		addEventListener(type, callback, options = {
			passive: false,
			once: false,
			capture: false
		}) {
			const [capture, passive, once] = (0, algorithm_1.eventTarget_flattenMore)(options);
			let listenerCallback;
			if (!callback) return;
			else if (util_1.Guard.isEventListener(callback)) listenerCallback = callback;
			else listenerCallback = { handleEvent: callback };
			(0, algorithm_1.eventTarget_addEventListener)(this, {
				type,
				callback: listenerCallback,
				capture,
				passive,
				once,
				removed: false
			});
		}
		removeEventListener(type, callback, options = { capture: false }) {
			const capture = (0, algorithm_1.eventTarget_flatten)(options);
			if (!callback) return;
			for (let i = 0; i < this._eventListenerList.length; i++) {
				const entry = this._eventListenerList[i];
				if (entry.type !== type || entry.capture !== capture) continue;
				if (util_1.Guard.isEventListener(callback) && entry.callback === callback) {
					(0, algorithm_1.eventTarget_removeEventListener)(this, entry, i);
					break;
				} else if (callback && entry.callback.handleEvent === callback) {
					(0, algorithm_1.eventTarget_removeEventListener)(this, entry, i);
					break;
				}
			}
		}
		dispatchEvent(event) {
			if (event._dispatchFlag || !event._initializedFlag) throw new DOMException_1.InvalidStateError();
			event._isTrusted = false;
			return (0, algorithm_1.event_dispatch)(event, this);
		}
		_getTheParent(event) {
			return null;
		}
	};
	exports.EventTargetImpl = EventTargetImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/WindowImpl.js
var require_WindowImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.WindowImpl = void 0;
	const EventTargetImpl_1 = require_EventTargetImpl();
	const util_1 = require_lib$12();
	const algorithm_1 = require_algorithm();
	var WindowImpl = class WindowImpl extends EventTargetImpl_1.EventTargetImpl {
		_currentEvent;
		_signalSlots = /* @__PURE__ */ new Set();
		_mutationObserverMicrotaskQueued = false;
		_mutationObservers = /* @__PURE__ */ new Set();
		_associatedDocument;
		_iteratorList = new util_1.FixedSizeSet();
		constructor() {
			super();
			this._associatedDocument = (0, algorithm_1.create_document)();
		}
		get document() {
			return this._associatedDocument;
		}
		get event() {
			return this._currentEvent;
		}
		static _create() {
			return new WindowImpl();
		}
	};
	exports.WindowImpl = WindowImpl;
}));

// node_modules/@oozcitak/url/lib/interfaces.js
var require_interfaces$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.OpaqueOrigin = exports.ParserState = void 0;
	var ParserState;
	(function(ParserState) {
		ParserState[ParserState["SchemeStart"] = 0] = "SchemeStart";
		ParserState[ParserState["Scheme"] = 1] = "Scheme";
		ParserState[ParserState["NoScheme"] = 2] = "NoScheme";
		ParserState[ParserState["SpecialRelativeOrAuthority"] = 3] = "SpecialRelativeOrAuthority";
		ParserState[ParserState["PathOrAuthority"] = 4] = "PathOrAuthority";
		ParserState[ParserState["Relative"] = 5] = "Relative";
		ParserState[ParserState["RelativeSlash"] = 6] = "RelativeSlash";
		ParserState[ParserState["SpecialAuthoritySlashes"] = 7] = "SpecialAuthoritySlashes";
		ParserState[ParserState["SpecialAuthorityIgnoreSlashes"] = 8] = "SpecialAuthorityIgnoreSlashes";
		ParserState[ParserState["Authority"] = 9] = "Authority";
		ParserState[ParserState["Host"] = 10] = "Host";
		ParserState[ParserState["Hostname"] = 11] = "Hostname";
		ParserState[ParserState["Port"] = 12] = "Port";
		ParserState[ParserState["File"] = 13] = "File";
		ParserState[ParserState["FileSlash"] = 14] = "FileSlash";
		ParserState[ParserState["FileHost"] = 15] = "FileHost";
		ParserState[ParserState["PathStart"] = 16] = "PathStart";
		ParserState[ParserState["Path"] = 17] = "Path";
		ParserState[ParserState["CannotBeABaseURLPath"] = 18] = "CannotBeABaseURLPath";
		ParserState[ParserState["Query"] = 19] = "Query";
		ParserState[ParserState["Fragment"] = 20] = "Fragment";
	})(ParserState || (exports.ParserState = ParserState = {}));
	exports.OpaqueOrigin = [
		"",
		"",
		null,
		null
	];
}));

// node_modules/@oozcitak/url/lib/URLAlgorithm.js
var require_URLAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.setValidationErrorCallback = setValidationErrorCallback;
	exports.newURL = newURL;
	exports.isSpecialScheme = isSpecialScheme;
	exports.isSpecial = isSpecial;
	exports.defaultPort = defaultPort;
	exports.includesCredentials = includesCredentials;
	exports.cannotHaveAUsernamePasswordPort = cannotHaveAUsernamePasswordPort;
	exports.urlSerializer = urlSerializer;
	exports.hostSerializer = hostSerializer;
	exports.iPv4Serializer = iPv4Serializer;
	exports.iPv6Serializer = iPv6Serializer;
	exports.urlParser = urlParser;
	exports.basicURLParser = basicURLParser;
	exports.setTheUsername = setTheUsername;
	exports.setThePassword = setThePassword;
	exports.isSingleDotPathSegment = isSingleDotPathSegment;
	exports.isDoubleDotPathSegment = isDoubleDotPathSegment;
	exports.shorten = shorten;
	exports.isNormalizedWindowsDriveLetter = isNormalizedWindowsDriveLetter;
	exports.isWindowsDriveLetter = isWindowsDriveLetter;
	exports.startsWithAWindowsDriveLetter = startsWithAWindowsDriveLetter;
	exports.hostParser = hostParser;
	exports.iPv4NumberParser = iPv4NumberParser;
	exports.iPv4Parser = iPv4Parser;
	exports.iPv6Parser = iPv6Parser;
	exports.opaqueHostParser = opaqueHostParser;
	exports.resolveABlobURL = resolveABlobURL;
	exports.percentEncode = percentEncode;
	exports.percentDecode = percentDecode;
	exports.stringPercentDecode = stringPercentDecode;
	exports.utf8PercentEncode = utf8PercentEncode;
	exports.hostEquals = hostEquals;
	exports.urlEquals = urlEquals;
	exports.urlEncodedStringParser = urlEncodedStringParser;
	exports.urlEncodedParser = urlEncodedParser;
	exports.urlEncodedByteSerializer = urlEncodedByteSerializer;
	exports.urlEncodedSerializer = urlEncodedSerializer;
	exports.origin = origin;
	exports.domainToASCII = domainToASCII;
	exports.domainToUnicode = domainToUnicode;
	exports.asciiSerializationOfAnOrigin = asciiSerializationOfAnOrigin;
	const util_1 = require_lib$12();
	const interfaces_1 = require_interfaces$1();
	const infra_1 = require_lib$11();
	const url_1 = __require("url");
	let _validationErrorCallback;
	const _defaultPorts = {
		"ftp": 21,
		"file": null,
		"http": 80,
		"https": 443,
		"ws": 80,
		"wss": 443
	};
	const _c0ControlPercentEncodeSet = /[\0-\x1F\x7F-\uD7FF\uE000-\uFFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
	const _fragmentPercentEncodeSet = /[ "<>`]|[\0-\x1F\x7F-\uD7FF\uE000-\uFFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
	const _pathPercentEncodeSet = /[ "<>`#?{}]|[\0-\x1F\x7F-\uD7FF\uE000-\uFFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
	const _userInfoPercentEncodeSet = /[ "<>`#?{}/:;=@\[\]\\\^\|]|[\0-\x1F\x7F-\uD7FF\uE000-\uFFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
	const _urlCodePoints = /[0-9A-Za-z!\$&-\/:;=\?@_~\xA0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uD83E\uD840-\uD87E\uD880-\uD8BE\uD8C0-\uD8FE\uD900-\uD93E\uD940-\uD97E\uD980-\uD9BE\uD9C0-\uD9FE\uDA00-\uDA3E\uDA40-\uDA7E\uDA80-\uDABE\uDAC0-\uDAFE\uDB00-\uDB3E\uDB40-\uDB7E\uDB80-\uDBBE\uDBC0-\uDBFE][\uDC00-\uDFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDC00-\uDFFD]/;
	const _forbiddenHostCodePoint = /[\0\t\f\r #%/:?@\[\\\]]/;
	function setValidationErrorCallback(validationErrorCallback) {
		_validationErrorCallback = validationErrorCallback;
	}
	function validationError(message) {
		if (_validationErrorCallback !== void 0) _validationErrorCallback.call(null, "Validation Error: " + message);
	}
	function newURL() {
		return {
			scheme: "",
			username: "",
			password: "",
			host: null,
			port: null,
			path: [],
			query: null,
			fragment: null,
			_cannotBeABaseURLFlag: false,
			_blobURLEntry: null
		};
	}
	function isSpecialScheme(scheme) {
		return scheme in _defaultPorts;
	}
	function isSpecial(url) {
		return isSpecialScheme(url.scheme);
	}
	function defaultPort(scheme) {
		return _defaultPorts[scheme] || null;
	}
	function includesCredentials(url) {
		return url.username !== "" || url.password !== "";
	}
	function cannotHaveAUsernamePasswordPort(url) {
		return url.host === null || url.host === "" || url._cannotBeABaseURLFlag || url.scheme === "file";
	}
	function urlSerializer(url, excludeFragmentFlag = false) {
		let output = url.scheme + ":";
		if (url.host !== null) {
			output += "//";
			if (includesCredentials(url)) {
				output += url.username;
				if (url.password !== "") output += ":" + url.password;
				output += "@";
			}
			output += hostSerializer(url.host);
			if (url.port !== null) output += ":" + url.port;
		} else if (url.host === null && url.scheme === "file") output += "//";
		if (url._cannotBeABaseURLFlag) output += url.path[0];
		else for (const str of url.path) output += "/" + str;
		if (url.query !== null) output += "?" + url.query;
		if (!excludeFragmentFlag && url.fragment !== null) output += "#" + url.fragment;
		return output;
	}
	function hostSerializer(host) {
		if ((0, util_1.isNumber)(host)) return iPv4Serializer(host);
		else if ((0, util_1.isArray)(host)) return "[" + iPv6Serializer(host) + "]";
		else return host;
	}
	function iPv4Serializer(address) {
		let output = "";
		let n = address;
		for (let i = 1; i <= 4; i++) {
			output = (n % 256).toString() + output;
			if (i !== 4) output = "." + output;
			n = Math.floor(n / 256);
		}
		return output;
	}
	function iPv6Serializer(address) {
		let output = "";
		let compress = null;
		let lastIndex = -1;
		let count = 0;
		let lastCount = 0;
		for (let i = 0; i < 8; i++) {
			if (address[i] !== 0) continue;
			count = 1;
			for (let j = i + 1; j < 8; j++) {
				if (address[j] !== 0) break;
				count++;
			}
			if (count > lastCount) {
				lastCount = count;
				lastIndex = i;
			}
		}
		if (lastCount > 1) compress = lastIndex;
		let ignore0 = false;
		for (let pieceIndex = 0; pieceIndex < 8; pieceIndex++) {
			if (ignore0 && address[pieceIndex] === 0) continue;
			if (ignore0) ignore0 = false;
			if (compress === pieceIndex) {
				output += pieceIndex === 0 ? "::" : ":";
				ignore0 = true;
				continue;
			}
			output += address[pieceIndex].toString(16);
			if (pieceIndex !== 7) output += ":";
		}
		return output;
	}
	function urlParser(input, baseURL, encodingOverride) {
		const url = basicURLParser(input, baseURL, encodingOverride);
		if (url === null) return null;
		if (url.scheme !== "blob") return url;
		const entry = resolveABlobURL(url);
		if (entry !== null) url._blobURLEntry = entry;
		else url._blobURLEntry = null;
		return url;
	}
	function basicURLParser(input, baseURL, encodingOverride, url, stateOverride) {
		if (url === void 0) {
			url = newURL();
			const leadingControlOrSpace = /^[\u0000-\u001F\u0020]+/;
			const trailingControlOrSpace = /[\u0000-\u001F\u0020]+$/;
			if (leadingControlOrSpace.test(input) || trailingControlOrSpace.test(input)) validationError("Input string contains leading or trailing control characters or space.");
			input = input.replace(leadingControlOrSpace, "");
			input = input.replace(trailingControlOrSpace, "");
		}
		const tabOrNewline = /[\u0009\u000A\u000D]/g;
		if (tabOrNewline.test(input)) validationError("Input string contains tab or newline characters.");
		input = input.replace(tabOrNewline, "");
		let state = stateOverride === void 0 ? interfaces_1.ParserState.SchemeStart : stateOverride;
		if (baseURL === void 0) baseURL = null;
		let encoding = encodingOverride === void 0 || encodingOverride === "replacement" || encodingOverride === "UTF-16BE" || encodingOverride === "UTF-16LE" ? "UTF-8" : encodingOverride;
		let buffer = "";
		let atFlag = false;
		let arrayFlag = false;
		let passwordTokenSeenFlag = false;
		const EOF = "";
		const walker = new util_1.StringWalker(input);
		while (true) {
			switch (state) {
				case interfaces_1.ParserState.SchemeStart:
					if (infra_1.codePoint.ASCIIAlpha.test(walker.c())) {
						buffer += walker.c().toLowerCase();
						state = interfaces_1.ParserState.Scheme;
					} else if (stateOverride === void 0) {
						state = interfaces_1.ParserState.NoScheme;
						walker.pointer--;
					} else {
						validationError("Invalid scheme start character.");
						return null;
					}
					break;
				case interfaces_1.ParserState.Scheme:
					if (infra_1.codePoint.ASCIIAlphanumeric.test(walker.c()) || walker.c() === "+" || walker.c() === "-" || walker.c() === ".") buffer += walker.c().toLowerCase();
					else if (walker.c() === ":") {
						if (stateOverride !== void 0) {
							if (isSpecialScheme(url.scheme) && !isSpecialScheme(buffer)) return url;
							if (!isSpecialScheme(url.scheme) && isSpecialScheme(buffer)) return url;
							if ((includesCredentials(url) || url.port !== null) && buffer === "file") return url;
							if (url.scheme === "file" && (url.host === "" || url.host === null)) return url;
						}
						url.scheme = buffer;
						if (stateOverride !== void 0) {
							if (url.port === defaultPort(url.scheme)) url.port = null;
							return url;
						}
						buffer = "";
						if (url.scheme === "file") {
							if (!walker.remaining().startsWith("//")) validationError("Invalid file URL scheme, '//' expected.");
							state = interfaces_1.ParserState.File;
						} else if (isSpecial(url) && baseURL !== null && baseURL.scheme === url.scheme) state = interfaces_1.ParserState.SpecialRelativeOrAuthority;
						else if (isSpecial(url)) state = interfaces_1.ParserState.SpecialAuthoritySlashes;
						else if (walker.remaining().startsWith("/")) {
							state = interfaces_1.ParserState.PathOrAuthority;
							walker.pointer++;
						} else {
							url._cannotBeABaseURLFlag = true;
							url.path.push("");
							state = interfaces_1.ParserState.CannotBeABaseURLPath;
						}
					} else if (stateOverride === void 0) {
						buffer = "";
						state = interfaces_1.ParserState.NoScheme;
						walker.pointer = 0;
						continue;
					} else {
						validationError("Invalid input string.");
						return null;
					}
					break;
				case interfaces_1.ParserState.NoScheme:
					if (baseURL === null || baseURL._cannotBeABaseURLFlag && walker.c() !== "#") {
						validationError("Invalid input string.");
						return null;
					} else if (baseURL._cannotBeABaseURLFlag && walker.c() === "#") {
						url.scheme = baseURL.scheme;
						url.path = infra_1.list.clone(baseURL.path);
						url.query = baseURL.query;
						url.fragment = "";
						url._cannotBeABaseURLFlag = true;
						state = interfaces_1.ParserState.Fragment;
					} else if (baseURL.scheme !== "file") {
						state = interfaces_1.ParserState.Relative;
						walker.pointer--;
					} else {
						state = interfaces_1.ParserState.File;
						walker.pointer--;
					}
					break;
				case interfaces_1.ParserState.SpecialRelativeOrAuthority:
					if (walker.c() === "/" && walker.remaining().startsWith("/")) {
						state = interfaces_1.ParserState.SpecialAuthorityIgnoreSlashes;
						walker.pointer++;
					} else {
						validationError("Invalid input string.");
						state = interfaces_1.ParserState.Relative;
						walker.pointer--;
					}
					break;
				case interfaces_1.ParserState.PathOrAuthority:
					if (walker.c() === "/") state = interfaces_1.ParserState.Authority;
					else {
						state = interfaces_1.ParserState.Path;
						walker.pointer--;
					}
					break;
				case interfaces_1.ParserState.Relative:
					if (baseURL === null) throw new Error("Invalid parser state. Base URL is null.");
					url.scheme = baseURL.scheme;
					switch (walker.c()) {
						case EOF:
							url.username = baseURL.username;
							url.password = baseURL.password;
							url.host = baseURL.host;
							url.port = baseURL.port;
							url.path = infra_1.list.clone(baseURL.path);
							url.query = baseURL.query;
							break;
						case "/":
							state = interfaces_1.ParserState.RelativeSlash;
							break;
						case "?":
							url.username = baseURL.username;
							url.password = baseURL.password;
							url.host = baseURL.host;
							url.port = baseURL.port;
							url.path = infra_1.list.clone(baseURL.path);
							url.query = "";
							state = interfaces_1.ParserState.Query;
							break;
						case "#":
							url.username = baseURL.username;
							url.password = baseURL.password;
							url.host = baseURL.host;
							url.port = baseURL.port;
							url.path = infra_1.list.clone(baseURL.path);
							url.query = baseURL.query;
							url.fragment = "";
							state = interfaces_1.ParserState.Fragment;
							break;
						default: if (isSpecial(url) && walker.c() === "\\") {
							validationError("Invalid input string.");
							state = interfaces_1.ParserState.RelativeSlash;
						} else {
							url.username = baseURL.username;
							url.password = baseURL.password;
							url.host = baseURL.host;
							url.port = baseURL.port;
							url.path = infra_1.list.clone(baseURL.path);
							if (url.path.length !== 0) url.path.splice(url.path.length - 1, 1);
							state = interfaces_1.ParserState.Path;
							walker.pointer--;
						}
					}
					break;
				case interfaces_1.ParserState.RelativeSlash:
					if (isSpecial(url) && (walker.c() === "/" || walker.c() === "\\")) {
						if (walker.c() === "\\") validationError("Invalid input string.");
						state = interfaces_1.ParserState.SpecialAuthorityIgnoreSlashes;
					} else if (walker.c() === "/") state = interfaces_1.ParserState.Authority;
					else {
						if (baseURL === null) throw new Error("Invalid parser state. Base URL is null.");
						url.username = baseURL.username;
						url.password = baseURL.password;
						url.host = baseURL.host;
						url.port = baseURL.port;
						state = interfaces_1.ParserState.Path;
						walker.pointer--;
					}
					break;
				case interfaces_1.ParserState.SpecialAuthoritySlashes:
					if (walker.c() === "/" && walker.remaining().startsWith("/")) {
						state = interfaces_1.ParserState.SpecialAuthorityIgnoreSlashes;
						walker.pointer++;
					} else {
						validationError("Expected '//'.");
						state = interfaces_1.ParserState.SpecialAuthorityIgnoreSlashes;
						walker.pointer--;
					}
					break;
				case interfaces_1.ParserState.SpecialAuthorityIgnoreSlashes:
					if (walker.c() !== "/" && walker.c() !== "\\") {
						state = interfaces_1.ParserState.Authority;
						walker.pointer--;
					} else validationError("Unexpected '/' or '\\'.");
					break;
				case interfaces_1.ParserState.Authority:
					if (walker.c() === "@") {
						validationError("Unexpected '@'.");
						if (atFlag) buffer = "%40" + buffer;
						atFlag = true;
						for (const codePoint of buffer) {
							if (codePoint === ":" && !passwordTokenSeenFlag) {
								passwordTokenSeenFlag = true;
								continue;
							}
							const encodedCodePoints = utf8PercentEncode(codePoint, _userInfoPercentEncodeSet);
							if (passwordTokenSeenFlag) url.password += encodedCodePoints;
							else url.username += encodedCodePoints;
						}
						buffer = "";
					} else if (walker.c() === EOF || walker.c() === "/" || walker.c() === "?" || walker.c() === "#" || isSpecial(url) && walker.c() === "\\") {
						if (atFlag && buffer === "") {
							validationError("Invalid input string.");
							return null;
						}
						walker.pointer -= buffer.length + 1;
						buffer = "";
						state = interfaces_1.ParserState.Host;
					} else buffer += walker.c();
					break;
				case interfaces_1.ParserState.Host:
				case interfaces_1.ParserState.Hostname:
					if (stateOverride !== void 0 && url.scheme === "file") {
						walker.pointer--;
						state = interfaces_1.ParserState.FileHost;
					} else if (walker.c() === ":" && !arrayFlag) {
						if (buffer === "") {
							validationError("Invalid input string.");
							return null;
						}
						const host = hostParser(buffer, !isSpecial(url));
						if (host === null) return null;
						url.host = host;
						buffer = "";
						state = interfaces_1.ParserState.Port;
						if (stateOverride === interfaces_1.ParserState.Hostname) return url;
					} else if (walker.c() === EOF || walker.c() === "/" || walker.c() === "?" || walker.c() === "#" || isSpecial(url) && walker.c() === "\\") {
						walker.pointer--;
						if (isSpecial(url) && buffer === "") {
							validationError("Invalid input string.");
							return null;
						} else if (stateOverride !== void 0 && buffer === "" && (includesCredentials(url) || url.port !== null)) {
							validationError("Invalid input string.");
							return url;
						}
						const host = hostParser(buffer, !isSpecial(url));
						if (host === null) return null;
						url.host = host;
						buffer = "";
						state = interfaces_1.ParserState.PathStart;
						if (stateOverride !== void 0) return url;
					} else {
						if (walker.c() === "[") arrayFlag = true;
						if (walker.c() === "]") arrayFlag = false;
						buffer += walker.c();
					}
					break;
				case interfaces_1.ParserState.Port:
					if (infra_1.codePoint.ASCIIDigit.test(walker.c())) buffer += walker.c();
					else if (walker.c() === EOF || walker.c() === "/" || walker.c() === "?" || walker.c() === "#" || isSpecial(url) && walker.c() === "\\" || stateOverride) {
						if (buffer !== "") {
							if (buffer !== "") {
								const port = parseInt(buffer, 10);
								if (port > Math.pow(2, 16) - 1) {
									validationError("Invalid port number.");
									return null;
								}
								url.port = port === defaultPort(url.scheme) ? null : port;
								buffer = "";
							}
						}
						if (stateOverride !== void 0) return url;
						state = interfaces_1.ParserState.PathStart;
						walker.pointer--;
					} else {
						validationError("Invalid input string.");
						return null;
					}
					break;
				case interfaces_1.ParserState.File:
					url.scheme = "file";
					if (walker.c() === "/" || walker.c() === "\\") {
						if (walker.c() === "\\") validationError("Invalid input string.");
						state = interfaces_1.ParserState.FileSlash;
					} else if (baseURL !== null && baseURL.scheme === "file") switch (walker.c()) {
						case EOF:
							url.host = baseURL.host;
							url.path = infra_1.list.clone(baseURL.path);
							url.query = baseURL.query;
							break;
						case "?":
							url.host = baseURL.host;
							url.path = infra_1.list.clone(baseURL.path);
							url.query = "";
							state = interfaces_1.ParserState.Query;
							break;
						case "#":
							url.host = baseURL.host;
							url.path = infra_1.list.clone(baseURL.path);
							url.query = baseURL.query;
							url.fragment = "";
							state = interfaces_1.ParserState.Fragment;
							break;
						default:
							if (!startsWithAWindowsDriveLetter(walker.substring())) {
								url.host = baseURL.host;
								url.path = infra_1.list.clone(baseURL.path);
								shorten(url);
							} else validationError("Unexpected windows drive letter in input string.");
							state = interfaces_1.ParserState.Path;
							walker.pointer--;
					}
					else {
						state = interfaces_1.ParserState.Path;
						walker.pointer--;
					}
					break;
				case interfaces_1.ParserState.FileSlash:
					if (walker.c() === "/" || walker.c() === "\\") {
						if (walker.c() === "\\") validationError("Invalid input string.");
						state = interfaces_1.ParserState.FileHost;
					} else {
						if (baseURL !== null && baseURL.scheme === "file" && !startsWithAWindowsDriveLetter(walker.substring())) {
							if (isNormalizedWindowsDriveLetter(baseURL.path[0])) url.path.push(baseURL.path[0]);
							else url.host = baseURL.host;
						}
						state = interfaces_1.ParserState.Path;
						walker.pointer--;
					}
					break;
				case interfaces_1.ParserState.FileHost:
					if (walker.c() === EOF || walker.c() === "/" || walker.c() === "\\" || walker.c() === "?" || walker.c() === "#") {
						walker.pointer--;
						if (stateOverride === void 0 && isWindowsDriveLetter(buffer)) {
							validationError("Unexpected windows drive letter in input string.");
							state = interfaces_1.ParserState.Path;
						} else if (buffer === "") {
							url.host = "";
							if (stateOverride !== void 0) return url;
							state = interfaces_1.ParserState.PathStart;
						} else {
							let host = hostParser(buffer, !isSpecial(url));
							if (host === null) return null;
							if (host === "localhost") host = "";
							url.host = host;
							if (stateOverride !== void 0) return url;
							buffer = "";
							state = interfaces_1.ParserState.PathStart;
						}
					} else buffer += walker.c();
					break;
				case interfaces_1.ParserState.PathStart:
					if (isSpecial(url)) {
						if (walker.c() === "\\") validationError("Invalid input string.");
						state = interfaces_1.ParserState.Path;
						if (walker.c() !== "/" && walker.c() !== "\\") walker.pointer--;
					} else if (stateOverride === void 0 && walker.c() === "?") {
						url.query = "";
						state = interfaces_1.ParserState.Query;
					} else if (stateOverride === void 0 && walker.c() === "#") {
						url.fragment = "";
						state = interfaces_1.ParserState.Fragment;
					} else if (walker.c() !== EOF) {
						state = interfaces_1.ParserState.Path;
						if (walker.c() !== "/") walker.pointer--;
					}
					break;
				case interfaces_1.ParserState.Path:
					if (walker.c() === EOF || walker.c() === "/" || isSpecial(url) && walker.c() === "\\" || stateOverride === void 0 && (walker.c() === "?" || walker.c() === "#")) {
						if (isSpecial(url) && walker.c() === "\\") validationError("Invalid input string.");
						if (isDoubleDotPathSegment(buffer)) {
							shorten(url);
							if (walker.c() !== "/" && !(isSpecial(url) && walker.c() === "\\")) url.path.push("");
						} else if (isSingleDotPathSegment(buffer) && walker.c() !== "/" && !(isSpecial(url) && walker.c() === "\\")) url.path.push("");
						else if (!isSingleDotPathSegment(buffer)) {
							if (url.scheme === "file" && url.path.length === 0 && isWindowsDriveLetter(buffer)) {
								if (url.host !== null && url.host !== "") {
									validationError("Invalid input string.");
									url.host = "";
								}
								const bufferCodePoints = Array.from(buffer);
								buffer = bufferCodePoints.slice(0, 1) + ":" + bufferCodePoints.slice(2);
							}
							url.path.push(buffer);
						}
						buffer = "";
						if (url.scheme === "file" && (walker.c() === EOF || walker.c() === "?" || walker.c() === "#")) while (url.path.length > 1 && url.path[0] === "") {
							validationError("Invalid input string.");
							url.path.splice(0, 1);
						}
						if (walker.c() === "?") {
							url.query = "";
							state = interfaces_1.ParserState.Query;
						}
						if (walker.c() === "#") {
							url.fragment = "";
							state = interfaces_1.ParserState.Fragment;
						}
					} else {
						if (!_urlCodePoints.test(walker.c()) && walker.c() !== "%") validationError("Character is not a URL code point or a percent encoded character.");
						if (walker.c() === "%" && !/^[0-9a-fA-F][0-9a-fA-F]/.test(walker.remaining())) validationError("Percent encoded character must be followed by two hex digits.");
						buffer += utf8PercentEncode(walker.c(), _pathPercentEncodeSet);
					}
					break;
				case interfaces_1.ParserState.CannotBeABaseURLPath:
					if (walker.c() === "?") {
						url.query = "";
						state = interfaces_1.ParserState.Query;
					} else if (walker.c() === "#") {
						url.fragment = "";
						state = interfaces_1.ParserState.Fragment;
					} else {
						if (walker.c() !== EOF && !_urlCodePoints.test(walker.c()) && walker.c() !== "%") validationError("Character is not a URL code point or a percent encoded character.");
						if (walker.c() === "%" && !/^[0-9a-fA-F][0-9a-fA-F]/.test(walker.remaining())) validationError("Percent encoded character must be followed by two hex digits.");
						if (walker.c() !== EOF) url.path[0] += utf8PercentEncode(walker.c(), _c0ControlPercentEncodeSet);
					}
					break;
				case interfaces_1.ParserState.Query:
					if (encoding !== "UTF-8" && (!isSpecial(url) || url.scheme === "ws" || url.scheme === "wss")) encoding = "UTF-8";
					if (stateOverride === void 0 && walker.c() === "#") {
						url.fragment = "";
						state = interfaces_1.ParserState.Fragment;
					} else if (walker.c() !== EOF) {
						if (!_urlCodePoints.test(walker.c()) && walker.c() !== "%") validationError("Character is not a URL code point or a percent encoded character.");
						if (walker.c() === "%" && !/^[0-9a-fA-F][0-9a-fA-F]/.test(walker.remaining())) validationError("Percent encoded character must be followed by two hex digits.");
						if (encoding.toUpperCase() !== "UTF-8") throw new Error("Only UTF-8 encoding is supported.");
						let bytes = (0, util_1.utf8Encode)(walker.c());
						if (bytes.length >= 3 && bytes[0] === 38 && bytes[1] === 35 && bytes[bytes.length - 1] === 59) {
							bytes = bytes.subarray(2, bytes.length - 1);
							url.query += "%26%23" + infra_1.byteSequence.isomorphicDecode(bytes) + "%3B";
						} else for (const byte of bytes) if (byte < 33 || byte > 126 || byte === 34 || byte === 35 || byte === 60 || byte === 62 || byte === 39 && isSpecial(url)) url.query += percentEncode(byte);
						else url.query += String.fromCharCode(byte);
					}
					break;
				case interfaces_1.ParserState.Fragment: if (walker.c() === EOF) {} else if (walker.c() === "\0") validationError("NULL character in input string.");
				else {
					if (!_urlCodePoints.test(walker.c()) && walker.c() !== "%") validationError("Unexpected character in fragment string.");
					if (walker.c() === "%" && !/^[A-Za-z0-9][A-Za-z0-9]/.test(walker.remaining())) validationError("Unexpected character in fragment string.");
					url.fragment += utf8PercentEncode(walker.c(), _fragmentPercentEncodeSet);
				}
			}
			if (walker.eof) break;
			else walker.pointer++;
		}
		return url;
	}
	function setTheUsername(url, username) {
		let result = "";
		for (const codePoint of username) result += utf8PercentEncode(codePoint, _userInfoPercentEncodeSet);
		url.username = result;
	}
	function setThePassword(url, password) {
		let result = "";
		for (const codePoint of password) result += utf8PercentEncode(codePoint, _userInfoPercentEncodeSet);
		url.password = result;
	}
	function isSingleDotPathSegment(str) {
		return str === "." || str.toLowerCase() === "%2e";
	}
	function isDoubleDotPathSegment(str) {
		const lowerStr = str.toLowerCase();
		return lowerStr === ".." || lowerStr === ".%2e" || lowerStr === "%2e." || lowerStr === "%2e%2e";
	}
	function shorten(url) {
		const path = url.path;
		if (path.length === 0) return;
		if (url.scheme === "file" && path.length === 1 && isNormalizedWindowsDriveLetter(path[0])) return;
		url.path.splice(url.path.length - 1, 1);
	}
	function isNormalizedWindowsDriveLetter(str) {
		return str.length >= 2 && infra_1.codePoint.ASCIIAlpha.test(str[0]) && str[1] === ":";
	}
	function isWindowsDriveLetter(str) {
		return str.length >= 2 && infra_1.codePoint.ASCIIAlpha.test(str[0]) && (str[1] === ":" || str[1] === "|");
	}
	function startsWithAWindowsDriveLetter(str) {
		return str.length >= 2 && isWindowsDriveLetter(str) && (str.length === 2 || str[2] === "/" || str[2] === "\\" || str[2] === "?" || str[2] === "#");
	}
	function hostParser(input, isNotSpecial = false) {
		if (input.startsWith("[")) {
			if (!input.endsWith("]")) {
				validationError("Expected ']' after '['.");
				return null;
			}
			return iPv6Parser(input.substring(1, input.length - 1));
		}
		if (isNotSpecial) return opaqueHostParser(input);
		const asciiDomain = domainToASCII((0, util_1.utf8Decode)(stringPercentDecode(input)));
		if (asciiDomain === null) {
			validationError("Invalid domain.");
			return null;
		}
		if (_forbiddenHostCodePoint.test(asciiDomain)) {
			validationError("Invalid domain.");
			return null;
		}
		const ipv4Host = iPv4Parser(asciiDomain);
		if (ipv4Host === null || (0, util_1.isNumber)(ipv4Host)) return ipv4Host;
		return asciiDomain;
	}
	function iPv4NumberParser(input, validationErrorFlag = { value: false }) {
		let R = 10;
		if (input.startsWith("0x") || input.startsWith("0X")) {
			validationErrorFlag.value = true;
			input = input.substr(2);
			R = 16;
		} else if (input.length >= 2 && input[0] === "0") {
			validationErrorFlag.value = true;
			input = input.substr(1);
			R = 8;
		}
		if (input === "") return 0;
		if (!(R === 10 ? /^[0-9]+$/ : R === 16 ? /^[0-9A-Fa-f]+$/ : /^[0-7]+$/).test(input)) return null;
		return parseInt(input, R);
	}
	function iPv4Parser(input) {
		const validationErrorFlag = { value: false };
		const parts = input.split(".");
		if (parts[parts.length - 1] === "") {
			validationErrorFlag.value = true;
			if (parts.length > 1) parts.pop();
		}
		if (parts.length > 4) return input;
		const numbers = [];
		for (const part of parts) {
			if (part === "") return input;
			const n = iPv4NumberParser(part, validationErrorFlag);
			if (n === null) return input;
			numbers.push(n);
		}
		if (validationErrorFlag.value) validationError("Invalid IP v4 address.");
		for (let i = 0; i < numbers.length; i++) if (numbers[i] > 255) {
			validationError("Invalid IP v4 address.");
			if (i < numbers.length - 1) return null;
		}
		if (numbers[numbers.length - 1] >= Math.pow(256, 5 - numbers.length)) {
			validationError("Invalid IP v4 address.");
			return null;
		}
		let ipv4 = numbers[numbers.length - 1];
		numbers.pop();
		let counter = 0;
		for (const n of numbers) {
			ipv4 += n * Math.pow(256, 3 - counter);
			counter++;
		}
		return ipv4;
	}
	function iPv6Parser(input) {
		const EOF = "";
		const address = [
			0,
			0,
			0,
			0,
			0,
			0,
			0,
			0
		];
		let pieceIndex = 0;
		let compress = null;
		const walker = new util_1.StringWalker(input);
		if (walker.c() === ":") {
			if (!walker.remaining().startsWith(":")) {
				validationError("Invalid IP v6 address.");
				return null;
			}
			walker.pointer += 2;
			pieceIndex += 1;
			compress = pieceIndex;
		}
		while (walker.c() !== EOF) {
			if (pieceIndex === 8) {
				validationError("Invalid IP v6 address.");
				return null;
			}
			if (walker.c() === ":") {
				if (compress !== null) {
					validationError("Invalid IP v6 address.");
					return null;
				}
				walker.pointer++;
				pieceIndex++;
				compress = pieceIndex;
				continue;
			}
			let value = 0;
			let length = 0;
			while (length < 4 && infra_1.codePoint.ASCIIHexDigit.test(walker.c())) {
				value = value * 16 + parseInt(walker.c(), 16);
				walker.pointer++;
				length++;
			}
			if (walker.c() === ".") {
				if (length === 0) {
					validationError("Invalid IP v6 address.");
					return null;
				}
				walker.pointer -= length;
				if (pieceIndex > 6) {
					validationError("Invalid IP v6 address.");
					return null;
				}
				let numbersSeen = 0;
				while (walker.c() !== EOF) {
					let ipv4Piece = null;
					if (numbersSeen > 0) {
						if (walker.c() === "." && numbersSeen < 4) walker.pointer++;
						else {
							validationError("Invalid IP v6 address.");
							return null;
						}
					}
					if (!infra_1.codePoint.ASCIIDigit.test(walker.c())) {
						validationError("Invalid IP v6 address.");
						return null;
					}
					while (infra_1.codePoint.ASCIIDigit.test(walker.c())) {
						const number = parseInt(walker.c(), 10);
						if (ipv4Piece === null) ipv4Piece = number;
						else if (ipv4Piece === 0) {
							validationError("Invalid IP v6 address.");
							return null;
						} else ipv4Piece = ipv4Piece * 10 + number;
						if (ipv4Piece > 255) {
							validationError("Invalid IP v6 address.");
							return null;
						}
						walker.pointer++;
					}
					if (ipv4Piece === null) {
						validationError("Invalid IP v6 address.");
						return null;
					}
					address[pieceIndex] = address[pieceIndex] * 256 + ipv4Piece;
					numbersSeen++;
					if (numbersSeen === 2 || numbersSeen === 4) pieceIndex++;
				}
				if (numbersSeen !== 4) {
					validationError("Invalid IP v6 address.");
					return null;
				}
				break;
			} else if (walker.c() === ":") {
				walker.pointer++;
				if (walker.c() === EOF) {
					validationError("Invalid IP v6 address.");
					return null;
				}
			} else if (walker.c() !== EOF) {
				validationError("Invalid IP v6 address.");
				return null;
			}
			address[pieceIndex] = value;
			pieceIndex++;
		}
		if (compress !== null) {
			let swaps = pieceIndex - compress;
			pieceIndex = 7;
			while (pieceIndex !== 0 && swaps > 0) {
				[address[pieceIndex], address[compress + swaps - 1]] = [address[compress + swaps - 1], address[pieceIndex]];
				pieceIndex--;
				swaps--;
			}
		} else if (compress === null && pieceIndex !== 8) {
			validationError("Invalid IP v6 address.");
			return null;
		}
		return address;
	}
	function opaqueHostParser(input) {
		if (/[\x00\t\f\r #/:?@\[\\\]]/.test(input)) {
			validationError("Invalid host string.");
			return null;
		}
		let output = "";
		for (const codePoint of input) output += utf8PercentEncode(codePoint, _c0ControlPercentEncodeSet);
		return output;
	}
	function resolveABlobURL(url) {
		return null;
	}
	function percentEncode(value) {
		return "%" + ("00" + value.toString(16).toUpperCase()).slice(-2);
	}
	function percentDecode(input) {
		const isHexDigit = (byte) => {
			return byte >= 48 && byte <= 57 || byte >= 65 && byte <= 70 || byte >= 97 && byte <= 102;
		};
		const output = new Uint8Array(input.length);
		let n = 0;
		for (let i = 0; i < input.length; i++) {
			const byte = input[i];
			if (byte !== 37) {
				output[n] = byte;
				n++;
			} else if (byte === 37 && i >= input.length - 2) {
				output[n] = byte;
				n++;
			} else if (byte === 37 && (!isHexDigit(input[i + 1]) || !isHexDigit(input[i + 2]))) {
				output[n] = byte;
				n++;
			} else {
				const bytePoint = parseInt((0, util_1.utf8Decode)(Uint8Array.of(input[i + 1], input[i + 2])), 16);
				output[n] = bytePoint;
				n++;
				i += 2;
			}
		}
		return output.subarray(0, n);
	}
	function stringPercentDecode(input) {
		return percentDecode((0, util_1.utf8Encode)(input));
	}
	function utf8PercentEncode(codePoint, percentEncodeSet) {
		if (!percentEncodeSet.test(codePoint)) return codePoint;
		const bytes = (0, util_1.utf8Encode)(codePoint);
		let result = "";
		for (const byte of bytes) result += percentEncode(byte);
		return result;
	}
	function hostEquals(hostA, hostB) {
		return hostA === hostB;
	}
	function urlEquals(urlA, urlB, excludeFragmentsFlag = false) {
		return urlSerializer(urlA, excludeFragmentsFlag) === urlSerializer(urlB, excludeFragmentsFlag);
	}
	function urlEncodedStringParser(input) {
		return urlEncodedParser((0, util_1.utf8Encode)(input));
	}
	function urlEncodedParser(input) {
		const sequences = [];
		let currentSequence = [];
		for (const byte of input) if (byte === 38) {
			sequences.push(Uint8Array.from(currentSequence));
			currentSequence = [];
		} else currentSequence.push(byte);
		if (currentSequence.length !== 0) sequences.push(Uint8Array.from(currentSequence));
		const output = [];
		for (const bytes of sequences) {
			if (bytes.length === 0) continue;
			const index = bytes.indexOf(61);
			const name = index !== -1 ? bytes.slice(0, index) : bytes;
			const value = index !== -1 ? bytes.slice(index + 1) : /* @__PURE__ */ new Uint8Array();
			for (let i = 0; i < name.length; i++) if (name[i] === 43) name[i] = 32;
			for (let i = 0; i < value.length; i++) if (value[i] === 43) value[i] = 32;
			const nameString = (0, util_1.utf8Decode)(name);
			const valueString = (0, util_1.utf8Decode)(value);
			output.push([nameString, valueString]);
		}
		return output;
	}
	function urlEncodedByteSerializer(input) {
		let output = "";
		for (const byte of input) if (byte === 32) output += "+";
		else if (byte === 42 || byte === 45 || byte === 46 || byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte === 95 || byte >= 97 && byte <= 122) output += String.fromCodePoint(byte);
		else output += percentEncode(byte);
		return output;
	}
	function urlEncodedSerializer(tuples, encodingOverride) {
		if ((encodingOverride === void 0 || encodingOverride === "replacement" || encodingOverride === "UTF-16BE" || encodingOverride === "UTF-16LE" ? "UTF-8" : encodingOverride).toUpperCase() !== "UTF-8") throw new Error("Only UTF-8 encoding is supported.");
		let output = "";
		for (const tuple of tuples) {
			const name = urlEncodedByteSerializer((0, util_1.utf8Encode)(tuple[0]));
			let value = tuple[1];
			value = urlEncodedByteSerializer((0, util_1.utf8Encode)(value));
			if (output !== "") output += "&";
			output += name + "=" + value;
		}
		return output;
	}
	function origin(url) {
		switch (url.scheme) {
			case "blob":
				if (url._blobURLEntry !== null) {}
				const parsedURL = basicURLParser(url.path[0]);
				if (parsedURL === null) return interfaces_1.OpaqueOrigin;
				else return origin(parsedURL);
			case "ftp":
			case "http":
			case "https":
			case "ws":
			case "wss": return [
				url.scheme,
				url.host === null ? "" : url.host,
				url.port,
				null
			];
			case "file": return interfaces_1.OpaqueOrigin;
			default: return interfaces_1.OpaqueOrigin;
		}
	}
	function domainToASCII(domain, beStrict = false) {
		const result = (0, url_1.domainToASCII)(domain);
		if (result === "") {
			validationError("Invalid domain name.");
			return null;
		}
		return result;
	}
	function domainToUnicode(domain, beStrict = false) {
		const result = (0, url_1.domainToUnicode)(domain);
		if (result === "") validationError("Invalid domain name.");
		return result;
	}
	function asciiSerializationOfAnOrigin(origin) {
		if (origin[0] === "" && origin[1] === "" && origin[2] === null && origin[3] === null) return "null";
		let result = origin[0] + "://" + hostSerializer(origin[1]);
		if (origin[2] !== null) result += ":" + origin[2].toString();
		return result;
	}
}));

// node_modules/@oozcitak/dom/lib/dom/NodeImpl.js
var require_NodeImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NodeImpl = void 0;
	const DOMImpl_1 = require_DOMImpl();
	const interfaces_1 = require_interfaces$2();
	const EventTargetImpl_1 = require_EventTargetImpl();
	const util_1 = require_util();
	const DOMException_1 = require_DOMException();
	const algorithm_1 = require_algorithm();
	const URLAlgorithm_1 = require_URLAlgorithm();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var NodeImpl = class extends EventTargetImpl_1.EventTargetImpl {
		static ELEMENT_NODE = 1;
		static ATTRIBUTE_NODE = 2;
		static TEXT_NODE = 3;
		static CDATA_SECTION_NODE = 4;
		static ENTITY_REFERENCE_NODE = 5;
		static ENTITY_NODE = 6;
		static PROCESSING_INSTRUCTION_NODE = 7;
		static COMMENT_NODE = 8;
		static DOCUMENT_NODE = 9;
		static DOCUMENT_TYPE_NODE = 10;
		static DOCUMENT_FRAGMENT_NODE = 11;
		static NOTATION_NODE = 12;
		static DOCUMENT_POSITION_DISCONNECTED = 1;
		static DOCUMENT_POSITION_PRECEDING = 2;
		static DOCUMENT_POSITION_FOLLOWING = 4;
		static DOCUMENT_POSITION_CONTAINS = 8;
		static DOCUMENT_POSITION_CONTAINED_BY = 16;
		static DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC = 32;
		ELEMENT_NODE = 1;
		ATTRIBUTE_NODE = 2;
		TEXT_NODE = 3;
		CDATA_SECTION_NODE = 4;
		ENTITY_REFERENCE_NODE = 5;
		ENTITY_NODE = 6;
		PROCESSING_INSTRUCTION_NODE = 7;
		COMMENT_NODE = 8;
		DOCUMENT_NODE = 9;
		DOCUMENT_TYPE_NODE = 10;
		DOCUMENT_FRAGMENT_NODE = 11;
		NOTATION_NODE = 12;
		DOCUMENT_POSITION_DISCONNECTED = 1;
		DOCUMENT_POSITION_PRECEDING = 2;
		DOCUMENT_POSITION_FOLLOWING = 4;
		DOCUMENT_POSITION_CONTAINS = 8;
		DOCUMENT_POSITION_CONTAINED_BY = 16;
		DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC = 32;
		__childNodes;
		get _childNodes() {
			return this.__childNodes || (this.__childNodes = (0, algorithm_1.create_nodeList)(this));
		}
		_nodeDocumentOverride;
		get _nodeDocument() {
			return this._nodeDocumentOverride || DOMImpl_1.dom.window._associatedDocument;
		}
		set _nodeDocument(val) {
			this._nodeDocumentOverride = val;
		}
		__registeredObserverList;
		get _registeredObserverList() {
			return this.__registeredObserverList || (this.__registeredObserverList = []);
		}
		_parent = null;
		_children = new util_1.EmptySet();
		_firstChild = null;
		_lastChild = null;
		_previousSibling = null;
		_nextSibling = null;
		constructor() {
			super();
		}
		get nodeType() {
			return this._nodeType;
		}
		get nodeName() {
			if (util_1.Guard.isElementNode(this)) return this._htmlUppercasedQualifiedName;
			else if (util_1.Guard.isAttrNode(this)) return this._qualifiedName;
			else if (util_1.Guard.isExclusiveTextNode(this)) return "#text";
			else if (util_1.Guard.isCDATASectionNode(this)) return "#cdata-section";
			else if (util_1.Guard.isProcessingInstructionNode(this)) return this._target;
			else if (util_1.Guard.isCommentNode(this)) return "#comment";
			else if (util_1.Guard.isDocumentNode(this)) return "#document";
			else if (util_1.Guard.isDocumentTypeNode(this)) return this._name;
			else if (util_1.Guard.isDocumentFragmentNode(this)) return "#document-fragment";
			else return "";
		}
		get baseURI() {
			return (0, URLAlgorithm_1.urlSerializer)(this._nodeDocument._URL);
		}
		get isConnected() {
			return util_1.Guard.isElementNode(this) && (0, algorithm_1.shadowTree_isConnected)(this);
		}
		get ownerDocument() {
			if (this._nodeType === interfaces_1.NodeType.Document) return null;
			else return this._nodeDocument;
		}
		getRootNode(options) {
			return (0, algorithm_1.tree_rootNode)(this, !!options && options.composed);
		}
		get parentNode() {
			if (this._nodeType === interfaces_1.NodeType.Attribute) return null;
			else return this._parent;
		}
		get parentElement() {
			if (this._parent && util_1.Guard.isElementNode(this._parent)) return this._parent;
			else return null;
		}
		hasChildNodes() {
			return this._firstChild !== null;
		}
		get childNodes() {
			return this._childNodes;
		}
		get firstChild() {
			return this._firstChild;
		}
		get lastChild() {
			return this._lastChild;
		}
		get previousSibling() {
			return this._previousSibling;
		}
		get nextSibling() {
			return this._nextSibling;
		}
		get nodeValue() {
			if (util_1.Guard.isAttrNode(this)) return this._value;
			else if (util_1.Guard.isCharacterDataNode(this)) return this._data;
			else return null;
		}
		set nodeValue(value) {
			if (value === null) value = "";
			if (util_1.Guard.isAttrNode(this)) (0, algorithm_1.attr_setAnExistingAttributeValue)(this, value);
			else if (util_1.Guard.isCharacterDataNode(this)) (0, algorithm_1.characterData_replaceData)(this, 0, this._data.length, value);
		}
		get textContent() {
			if (util_1.Guard.isDocumentFragmentNode(this) || util_1.Guard.isElementNode(this)) return (0, algorithm_1.text_descendantTextContent)(this);
			else if (util_1.Guard.isAttrNode(this)) return this._value;
			else if (util_1.Guard.isCharacterDataNode(this)) return this._data;
			else return null;
		}
		set textContent(value) {
			if (value === null) value = "";
			if (util_1.Guard.isDocumentFragmentNode(this) || util_1.Guard.isElementNode(this)) (0, algorithm_1.node_stringReplaceAll)(value, this);
			else if (util_1.Guard.isAttrNode(this)) (0, algorithm_1.attr_setAnExistingAttributeValue)(this, value);
			else if (util_1.Guard.isCharacterDataNode(this)) (0, algorithm_1.characterData_replaceData)(this, 0, (0, algorithm_1.tree_nodeLength)(this), value);
		}
		normalize() {
			const descendantNodes = [];
			let node = (0, algorithm_1.tree_getFirstDescendantNode)(this, false, false, (e) => util_1.Guard.isExclusiveTextNode(e));
			while (node !== null) {
				descendantNodes.push(node);
				node = (0, algorithm_1.tree_getNextDescendantNode)(this, node, false, false, (e) => util_1.Guard.isExclusiveTextNode(e));
			}
			for (let i = 0; i < descendantNodes.length; i++) {
				const node = descendantNodes[i];
				if (node._parent === null) continue;
				let length = (0, algorithm_1.tree_nodeLength)(node);
				if (length === 0) {
					(0, algorithm_1.mutation_remove)(node, node._parent);
					continue;
				}
				const textSiblings = [];
				let data = "";
				for (const sibling of (0, algorithm_1.text_contiguousExclusiveTextNodes)(node)) {
					textSiblings.push(sibling);
					data += sibling._data;
				}
				(0, algorithm_1.characterData_replaceData)(node, length, 0, data);
				if (DOMImpl_1.dom.rangeList.size !== 0) {
					let currentNode = node._nextSibling;
					while (currentNode !== null && util_1.Guard.isExclusiveTextNode(currentNode)) {
						const cn = currentNode;
						const index = (0, algorithm_1.tree_index)(cn);
						for (const range of DOMImpl_1.dom.rangeList) {
							if (range._start[0] === cn) {
								range._start[0] = node;
								range._start[1] += length;
							}
							if (range._end[0] === cn) {
								range._end[0] = node;
								range._end[1] += length;
							}
							if (range._start[0] === cn._parent && range._start[1] === index) {
								range._start[0] = node;
								range._start[1] = length;
							}
							if (range._end[0] === cn._parent && range._end[1] === index) {
								range._end[0] = node;
								range._end[1] = length;
							}
						}
						length += (0, algorithm_1.tree_nodeLength)(currentNode);
						currentNode = currentNode._nextSibling;
					}
				}
				for (let i = 0; i < textSiblings.length; i++) {
					const sibling = textSiblings[i];
					if (sibling._parent === null) continue;
					(0, algorithm_1.mutation_remove)(sibling, sibling._parent);
				}
			}
		}
		cloneNode(deep = false) {
			if (util_1.Guard.isShadowRoot(this)) throw new DOMException_1.NotSupportedError();
			return (0, algorithm_1.node_clone)(this, null, deep);
		}
		isEqualNode(node = null) {
			return node !== null && (0, algorithm_1.node_equals)(this, node);
		}
		isSameNode(node = null) {
			return this === node;
		}
		compareDocumentPosition(other) {
			if (other === this) return interfaces_1.Position.SameNode;
			let node1 = other;
			let node2 = this;
			let attr1 = null;
			let attr2 = null;
			if (util_1.Guard.isAttrNode(node1)) {
				attr1 = node1;
				node1 = attr1._element;
			}
			if (util_1.Guard.isAttrNode(node2)) {
				attr2 = node2;
				node2 = attr2._element;
				if (attr1 && node1 && node1 === node2) for (let i = 0; i < node2._attributeList.length; i++) {
					const attr = node2._attributeList[i];
					if ((0, algorithm_1.node_equals)(attr, attr1)) return interfaces_1.Position.ImplementationSpecific | interfaces_1.Position.Preceding;
					else if ((0, algorithm_1.node_equals)(attr, attr2)) return interfaces_1.Position.ImplementationSpecific | interfaces_1.Position.Following;
				}
			}
			if (node1 === null || node2 === null || (0, algorithm_1.tree_rootNode)(node1) !== (0, algorithm_1.tree_rootNode)(node2)) return interfaces_1.Position.Disconnected | interfaces_1.Position.ImplementationSpecific | (DOMImpl_1.dom.compareCache.check(this, other) ? interfaces_1.Position.Preceding : interfaces_1.Position.Following);
			if (!attr1 && (0, algorithm_1.tree_isAncestorOf)(node2, node1) || attr2 && node1 === node2) return interfaces_1.Position.Contains | interfaces_1.Position.Preceding;
			if (!attr2 && (0, algorithm_1.tree_isDescendantOf)(node2, node1) || attr1 && node1 === node2) return interfaces_1.Position.ContainedBy | interfaces_1.Position.Following;
			if ((0, algorithm_1.tree_isPreceding)(node2, node1)) return interfaces_1.Position.Preceding;
			return interfaces_1.Position.Following;
		}
		contains(other) {
			if (other === null) return false;
			return (0, algorithm_1.tree_isDescendantOf)(this, other, true);
		}
		lookupPrefix(namespace) {
			if (!namespace) return null;
			if (util_1.Guard.isElementNode(this)) return (0, algorithm_1.node_locateANamespacePrefix)(this, namespace);
			else if (util_1.Guard.isDocumentNode(this)) {
				if (this.documentElement === null) return null;
				else return (0, algorithm_1.node_locateANamespacePrefix)(this.documentElement, namespace);
			} else if (util_1.Guard.isDocumentTypeNode(this) || util_1.Guard.isDocumentFragmentNode(this)) return null;
			else if (util_1.Guard.isAttrNode(this)) {
				if (this._element === null) return null;
				else return (0, algorithm_1.node_locateANamespacePrefix)(this._element, namespace);
			} else if (this._parent !== null && util_1.Guard.isElementNode(this._parent)) return (0, algorithm_1.node_locateANamespacePrefix)(this._parent, namespace);
			else return null;
		}
		lookupNamespaceURI(prefix) {
			return (0, algorithm_1.node_locateANamespace)(this, prefix || null);
		}
		isDefaultNamespace(namespace) {
			if (!namespace) namespace = null;
			return (0, algorithm_1.node_locateANamespace)(this, null) === namespace;
		}
		insertBefore(newChild, refChild) {
			return (0, algorithm_1.mutation_preInsert)(newChild, this, refChild);
		}
		appendChild(newChild) {
			return (0, algorithm_1.mutation_append)(newChild, this);
		}
		replaceChild(newChild, oldChild) {
			return (0, algorithm_1.mutation_replace)(oldChild, newChild, this);
		}
		removeChild(oldChild) {
			return (0, algorithm_1.mutation_preRemove)(oldChild, this);
		}
		_getTheParent(event) {
			if (util_1.Guard.isSlotable(this) && (0, algorithm_1.shadowTree_isAssigned)(this)) return this._assignedSlot;
			else return this._parent;
		}
	};
	exports.NodeImpl = NodeImpl;
	NodeImpl.prototype._children = new util_1.EmptySet();
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "ELEMENT_NODE", 1);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "ATTRIBUTE_NODE", 2);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "TEXT_NODE", 3);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "CDATA_SECTION_NODE", 4);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "ENTITY_REFERENCE_NODE", 5);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "ENTITY_NODE", 6);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "PROCESSING_INSTRUCTION_NODE", 7);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "COMMENT_NODE", 8);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "DOCUMENT_NODE", 9);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "DOCUMENT_TYPE_NODE", 10);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "DOCUMENT_FRAGMENT_NODE", 11);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "NOTATION_NODE", 12);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "DOCUMENT_POSITION_DISCONNECTED", 1);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "DOCUMENT_POSITION_PRECEDING", 2);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "DOCUMENT_POSITION_FOLLOWING", 4);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "DOCUMENT_POSITION_CONTAINS", 8);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "DOCUMENT_POSITION_CONTAINED_BY", 16);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeImpl.prototype, "DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC", 32);
}));

// node_modules/@oozcitak/dom/lib/dom/DocumentImpl.js
var require_DocumentImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DocumentImpl = void 0;
	const DOMImpl_1 = require_DOMImpl();
	const interfaces_1 = require_interfaces$2();
	const DOMException_1 = require_DOMException();
	const NodeImpl_1 = require_NodeImpl();
	const util_1 = require_util();
	const util_2 = require_lib$12();
	const infra_1 = require_lib$11();
	const URLAlgorithm_1 = require_URLAlgorithm();
	const algorithm_1 = require_algorithm();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var DocumentImpl = class extends NodeImpl_1.NodeImpl {
		_nodeType = interfaces_1.NodeType.Document;
		_children = /* @__PURE__ */ new Set();
		_encoding = {
			name: "UTF-8",
			labels: [
				"unicode-1-1-utf-8",
				"utf-8",
				"utf8"
			]
		};
		_contentType = "application/xml";
		_URL = {
			scheme: "about",
			username: "",
			password: "",
			host: null,
			port: null,
			path: ["blank"],
			query: null,
			fragment: null,
			_cannotBeABaseURLFlag: true,
			_blobURLEntry: null
		};
		_origin = null;
		_type = "xml";
		_mode = "no-quirks";
		_implementation;
		_documentElement = null;
		_hasNamespaces = false;
		_nodeDocumentOverwrite = null;
		get _nodeDocument() {
			return this._nodeDocumentOverwrite || this;
		}
		set _nodeDocument(val) {
			this._nodeDocumentOverwrite = val;
		}
		constructor() {
			super();
		}
		get implementation() {
			return this._implementation || (this._implementation = (0, algorithm_1.create_domImplementation)(this));
		}
		get URL() {
			return (0, URLAlgorithm_1.urlSerializer)(this._URL);
		}
		get documentURI() {
			return this.URL;
		}
		get origin() {
			return "null";
		}
		get compatMode() {
			return this._mode === "quirks" ? "BackCompat" : "CSS1Compat";
		}
		get characterSet() {
			return this._encoding.name;
		}
		get charset() {
			return this._encoding.name;
		}
		get inputEncoding() {
			return this._encoding.name;
		}
		get contentType() {
			return this._contentType;
		}
		get doctype() {
			for (const child of this._children) if (util_1.Guard.isDocumentTypeNode(child)) return child;
			return null;
		}
		get documentElement() {
			return this._documentElement;
		}
		getElementsByTagName(qualifiedName) {
			return (0, algorithm_1.node_listOfElementsWithQualifiedName)(qualifiedName, this);
		}
		getElementsByTagNameNS(namespace, localName) {
			return (0, algorithm_1.node_listOfElementsWithNamespace)(namespace, localName, this);
		}
		getElementsByClassName(classNames) {
			return (0, algorithm_1.node_listOfElementsWithClassNames)(classNames, this);
		}
		createElement(localName, options) {
			if (!(0, algorithm_1.xml_isName)(localName)) throw new DOMException_1.InvalidCharacterError();
			if (this._type === "html") localName = localName.toLowerCase();
			let is = null;
			if (options !== void 0) {
				if ((0, util_2.isString)(options)) is = options;
				else is = options.is;
			}
			const namespace = this._type === "html" || this._contentType === "application/xhtml+xml" ? infra_1.namespace.HTML : null;
			return (0, algorithm_1.element_createAnElement)(this, localName, namespace, null, is, true);
		}
		createElementNS(namespace, qualifiedName, options) {
			return (0, algorithm_1.document_internalCreateElementNS)(this, namespace, qualifiedName, options);
		}
		createDocumentFragment() {
			return (0, algorithm_1.create_documentFragment)(this);
		}
		createTextNode(data) {
			return (0, algorithm_1.create_text)(this, data);
		}
		createCDATASection(data) {
			if (this._type === "html") throw new DOMException_1.NotSupportedError();
			if (data.indexOf("]]>") !== -1) throw new DOMException_1.InvalidCharacterError();
			return (0, algorithm_1.create_cdataSection)(this, data);
		}
		createComment(data) {
			return (0, algorithm_1.create_comment)(this, data);
		}
		createProcessingInstruction(target, data) {
			if (!(0, algorithm_1.xml_isName)(target)) throw new DOMException_1.InvalidCharacterError();
			if (data.indexOf("?>") !== -1) throw new DOMException_1.InvalidCharacterError();
			return (0, algorithm_1.create_processingInstruction)(this, target, data);
		}
		importNode(node, deep = false) {
			if (util_1.Guard.isDocumentNode(node) || util_1.Guard.isShadowRoot(node)) throw new DOMException_1.NotSupportedError();
			return (0, algorithm_1.node_clone)(node, this, deep);
		}
		adoptNode(node) {
			if (util_1.Guard.isDocumentNode(node)) throw new DOMException_1.NotSupportedError();
			if (util_1.Guard.isShadowRoot(node)) throw new DOMException_1.HierarchyRequestError();
			(0, algorithm_1.document_adopt)(node, this);
			return node;
		}
		createAttribute(localName) {
			if (!(0, algorithm_1.xml_isName)(localName)) throw new DOMException_1.InvalidCharacterError();
			if (this._type === "html") localName = localName.toLowerCase();
			return (0, algorithm_1.create_attr)(this, localName);
		}
		createAttributeNS(namespace, qualifiedName) {
			const [ns, prefix, localName] = (0, algorithm_1.namespace_validateAndExtract)(namespace, qualifiedName);
			const attr = (0, algorithm_1.create_attr)(this, localName);
			attr._namespace = ns;
			attr._namespacePrefix = prefix;
			return attr;
		}
		createEvent(eventInterface) {
			return (0, algorithm_1.event_createLegacyEvent)(eventInterface);
		}
		createRange() {
			const range = (0, algorithm_1.create_range)();
			range._start = [this, 0];
			range._end = [this, 0];
			return range;
		}
		createNodeIterator(root, whatToShow = interfaces_1.WhatToShow.All, filter = null) {
			const iterator = (0, algorithm_1.create_nodeIterator)(root, root, true);
			iterator._whatToShow = whatToShow;
			iterator._iteratorCollection = (0, algorithm_1.create_nodeList)(root);
			if ((0, util_2.isFunction)(filter)) {
				iterator._filter = (0, algorithm_1.create_nodeFilter)();
				iterator._filter.acceptNode = filter;
			} else iterator._filter = filter;
			return iterator;
		}
		createTreeWalker(root, whatToShow = interfaces_1.WhatToShow.All, filter = null) {
			const walker = (0, algorithm_1.create_treeWalker)(root, root);
			walker._whatToShow = whatToShow;
			if ((0, util_2.isFunction)(filter)) {
				walker._filter = (0, algorithm_1.create_nodeFilter)();
				walker._filter.acceptNode = filter;
			} else walker._filter = filter;
			return walker;
		}
		_getTheParent(event) {
			if (event._type === "load") return null;
			else return DOMImpl_1.dom.window;
		}
		/* istanbul ignore next */
		getElementById(elementId) {
			throw new Error("Mixin: NonElementParentNode not implemented.");
		}
		/* istanbul ignore next */
		get children() {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		get firstElementChild() {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		get lastElementChild() {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		get childElementCount() {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		prepend(...nodes) {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		append(...nodes) {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		querySelector(selectors) {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		querySelectorAll(selectors) {
			throw new Error("Mixin: ParentNode not implemented.");
		}
	};
	exports.DocumentImpl = DocumentImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(DocumentImpl.prototype, "_nodeType", interfaces_1.NodeType.Document);
}));

// node_modules/@oozcitak/dom/lib/dom/XMLDocumentImpl.js
var require_XMLDocumentImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XMLDocumentImpl = void 0;
	const DocumentImpl_1 = require_DocumentImpl();
	var XMLDocumentImpl = class extends DocumentImpl_1.DocumentImpl {
		constructor() {
			super();
		}
	};
	exports.XMLDocumentImpl = XMLDocumentImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/AbortControllerImpl.js
var require_AbortControllerImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.AbortControllerImpl = void 0;
	const algorithm_1 = require_algorithm();
	var AbortControllerImpl = class {
		_signal;
		constructor() {
			this._signal = (0, algorithm_1.create_abortSignal)();
		}
		get signal() {
			return this._signal;
		}
		abort() {
			(0, algorithm_1.abort_signalAbort)(this._signal);
		}
	};
	exports.AbortControllerImpl = AbortControllerImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/AbortSignalImpl.js
var require_AbortSignalImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.AbortSignalImpl = void 0;
	const EventTargetImpl_1 = require_EventTargetImpl();
	const algorithm_1 = require_algorithm();
	var AbortSignalImpl = class AbortSignalImpl extends EventTargetImpl_1.EventTargetImpl {
		_abortedFlag = false;
		_abortAlgorithms = /* @__PURE__ */ new Set();
		constructor() {
			super();
		}
		get aborted() {
			return this._abortedFlag;
		}
		get onabort() {
			return (0, algorithm_1.event_getterEventHandlerIDLAttribute)(this, "onabort");
		}
		set onabort(val) {
			(0, algorithm_1.event_setterEventHandlerIDLAttribute)(this, "onabort", val);
		}
		static _create() {
			return new AbortSignalImpl();
		}
	};
	exports.AbortSignalImpl = AbortSignalImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/DocumentTypeImpl.js
var require_DocumentTypeImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DocumentTypeImpl = void 0;
	const interfaces_1 = require_interfaces$2();
	const NodeImpl_1 = require_NodeImpl();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var DocumentTypeImpl = class DocumentTypeImpl extends NodeImpl_1.NodeImpl {
		_nodeType = interfaces_1.NodeType.DocumentType;
		_name = "";
		_publicId = "";
		_systemId = "";
		constructor(name, publicId, systemId) {
			super();
			this._name = name;
			this._publicId = publicId;
			this._systemId = systemId;
		}
		get name() {
			return this._name;
		}
		get publicId() {
			return this._publicId;
		}
		get systemId() {
			return this._systemId;
		}
		/* istanbul ignore next */
		before(...nodes) {
			throw new Error("Mixin: ChildNode not implemented.");
		}
		/* istanbul ignore next */
		after(...nodes) {
			throw new Error("Mixin: ChildNode not implemented.");
		}
		/* istanbul ignore next */
		replaceWith(...nodes) {
			throw new Error("Mixin: ChildNode not implemented.");
		}
		/* istanbul ignore next */
		remove() {
			throw new Error("Mixin: ChildNode not implemented.");
		}
		static _create(document, name, publicId = "", systemId = "") {
			const node = new DocumentTypeImpl(name, publicId, systemId);
			node._nodeDocument = document;
			return node;
		}
	};
	exports.DocumentTypeImpl = DocumentTypeImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(DocumentTypeImpl.prototype, "_nodeType", interfaces_1.NodeType.DocumentType);
}));

// node_modules/@oozcitak/dom/lib/dom/ElementImpl.js
var require_ElementImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ElementImpl = void 0;
	const interfaces_1 = require_interfaces$2();
	const NodeImpl_1 = require_NodeImpl();
	const DOMException_1 = require_DOMException();
	const infra_1 = require_lib$11();
	const algorithm_1 = require_algorithm();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var ElementImpl = class ElementImpl extends NodeImpl_1.NodeImpl {
		_nodeType = interfaces_1.NodeType.Element;
		_children = /* @__PURE__ */ new Set();
		_namespace = null;
		_namespacePrefix = null;
		_localName = "";
		_customElementState = "undefined";
		_customElementDefinition = null;
		_is = null;
		_shadowRoot = null;
		_attributeList = (0, algorithm_1.create_namedNodeMap)(this);
		_uniqueIdentifier;
		_attributeChangeSteps = [];
		_name = "";
		_assignedSlot = null;
		constructor() {
			super();
		}
		get namespaceURI() {
			return this._namespace;
		}
		get prefix() {
			return this._namespacePrefix;
		}
		get localName() {
			return this._localName;
		}
		get tagName() {
			return this._htmlUppercasedQualifiedName;
		}
		get id() {
			return (0, algorithm_1.element_getAnAttributeValue)(this, "id");
		}
		set id(value) {
			(0, algorithm_1.element_setAnAttributeValue)(this, "id", value);
		}
		get className() {
			return (0, algorithm_1.element_getAnAttributeValue)(this, "class");
		}
		set className(value) {
			(0, algorithm_1.element_setAnAttributeValue)(this, "class", value);
		}
		get classList() {
			let attr = (0, algorithm_1.element_getAnAttributeByName)("class", this);
			if (attr === null) attr = (0, algorithm_1.create_attr)(this._nodeDocument, "class");
			return (0, algorithm_1.create_domTokenList)(this, attr);
		}
		get slot() {
			return (0, algorithm_1.element_getAnAttributeValue)(this, "slot");
		}
		set slot(value) {
			(0, algorithm_1.element_setAnAttributeValue)(this, "slot", value);
		}
		hasAttributes() {
			return this._attributeList.length !== 0;
		}
		get attributes() {
			return this._attributeList;
		}
		getAttributeNames() {
			const names = [];
			for (const attr of this._attributeList) names.push(attr._qualifiedName);
			return names;
		}
		getAttribute(qualifiedName) {
			const attr = (0, algorithm_1.element_getAnAttributeByName)(qualifiedName, this);
			return attr ? attr._value : null;
		}
		getAttributeNS(namespace, localName) {
			const attr = (0, algorithm_1.element_getAnAttributeByNamespaceAndLocalName)(namespace, localName, this);
			return attr ? attr._value : null;
		}
		setAttribute(qualifiedName, value) {
			if (!(0, algorithm_1.xml_isName)(qualifiedName)) throw new DOMException_1.InvalidCharacterError();
			if (this._namespace === infra_1.namespace.HTML && this._nodeDocument._type === "html") qualifiedName = qualifiedName.toLowerCase();
			let attribute = null;
			for (let i = 0; i < this._attributeList.length; i++) {
				const attr = this._attributeList[i];
				if (attr._qualifiedName === qualifiedName) {
					attribute = attr;
					break;
				}
			}
			if (attribute === null) {
				attribute = (0, algorithm_1.create_attr)(this._nodeDocument, qualifiedName);
				attribute._value = value;
				(0, algorithm_1.element_append)(attribute, this);
				return;
			}
			(0, algorithm_1.element_change)(attribute, this, value);
		}
		setAttributeNS(namespace, qualifiedName, value) {
			const [ns, prefix, localName] = (0, algorithm_1.namespace_validateAndExtract)(namespace, qualifiedName);
			(0, algorithm_1.element_setAnAttributeValue)(this, localName, value, prefix, ns);
		}
		removeAttribute(qualifiedName) {
			(0, algorithm_1.element_removeAnAttributeByName)(qualifiedName, this);
		}
		removeAttributeNS(namespace, localName) {
			(0, algorithm_1.element_removeAnAttributeByNamespaceAndLocalName)(namespace, localName, this);
		}
		hasAttribute(qualifiedName) {
			if (this._namespace === infra_1.namespace.HTML && this._nodeDocument._type === "html") qualifiedName = qualifiedName.toLowerCase();
			for (let i = 0; i < this._attributeList.length; i++) if (this._attributeList[i]._qualifiedName === qualifiedName) return true;
			return false;
		}
		toggleAttribute(qualifiedName, force) {
			if (!(0, algorithm_1.xml_isName)(qualifiedName)) throw new DOMException_1.InvalidCharacterError();
			if (this._namespace === infra_1.namespace.HTML && this._nodeDocument._type === "html") qualifiedName = qualifiedName.toLowerCase();
			let attribute = null;
			for (let i = 0; i < this._attributeList.length; i++) {
				const attr = this._attributeList[i];
				if (attr._qualifiedName === qualifiedName) {
					attribute = attr;
					break;
				}
			}
			if (attribute === null) {
				if (force === void 0 || force === true) {
					attribute = (0, algorithm_1.create_attr)(this._nodeDocument, qualifiedName);
					attribute._value = "";
					(0, algorithm_1.element_append)(attribute, this);
					return true;
				}
				return false;
			} else if (force === void 0 || force === false) {
				(0, algorithm_1.element_removeAnAttributeByName)(qualifiedName, this);
				return false;
			}
			return true;
		}
		hasAttributeNS(namespace, localName) {
			const ns = namespace || null;
			for (let i = 0; i < this._attributeList.length; i++) {
				const attr = this._attributeList[i];
				if (attr._namespace === ns && attr._localName === localName) return true;
			}
			return false;
		}
		getAttributeNode(qualifiedName) {
			return (0, algorithm_1.element_getAnAttributeByName)(qualifiedName, this);
		}
		getAttributeNodeNS(namespace, localName) {
			return (0, algorithm_1.element_getAnAttributeByNamespaceAndLocalName)(namespace, localName, this);
		}
		setAttributeNode(attr) {
			return (0, algorithm_1.element_setAnAttribute)(attr, this);
		}
		setAttributeNodeNS(attr) {
			return (0, algorithm_1.element_setAnAttribute)(attr, this);
		}
		removeAttributeNode(attr) {
			let found = false;
			for (let i = 0; i < this._attributeList.length; i++) if (this._attributeList[i] === attr) {
				found = true;
				break;
			}
			if (!found) throw new DOMException_1.NotFoundError();
			(0, algorithm_1.element_remove)(attr, this);
			return attr;
		}
		attachShadow(init) {
			if (this._namespace !== infra_1.namespace.HTML) throw new DOMException_1.NotSupportedError();
			if (!(0, algorithm_1.customElement_isValidCustomElementName)(this._localName) && !(0, algorithm_1.customElement_isValidShadowHostName)(this._localName)) throw new DOMException_1.NotSupportedError();
			if ((0, algorithm_1.customElement_isValidCustomElementName)(this._localName) || this._is !== null) {
				const definition = (0, algorithm_1.customElement_lookUpACustomElementDefinition)(this._nodeDocument, this._namespace, this._localName, this._is);
				if (definition !== null && definition.disableShadow === true) throw new DOMException_1.NotSupportedError();
			}
			if (this._shadowRoot !== null) throw new DOMException_1.NotSupportedError();
			const shadow = (0, algorithm_1.create_shadowRoot)(this._nodeDocument, this);
			shadow._mode = init.mode;
			this._shadowRoot = shadow;
			return shadow;
		}
		get shadowRoot() {
			const shadow = this._shadowRoot;
			if (shadow === null || shadow.mode === "closed") return null;
			else return shadow;
		}
		closest(selectors) {
			throw new DOMException_1.NotImplementedError();
		}
		matches(selectors) {
			throw new DOMException_1.NotImplementedError();
		}
		webkitMatchesSelector(selectors) {
			return this.matches(selectors);
		}
		getElementsByTagName(qualifiedName) {
			return (0, algorithm_1.node_listOfElementsWithQualifiedName)(qualifiedName, this);
		}
		getElementsByTagNameNS(namespace, localName) {
			return (0, algorithm_1.node_listOfElementsWithNamespace)(namespace, localName, this);
		}
		getElementsByClassName(classNames) {
			return (0, algorithm_1.node_listOfElementsWithClassNames)(classNames, this);
		}
		insertAdjacentElement(where, element) {
			return (0, algorithm_1.element_insertAdjacent)(this, where, element);
		}
		insertAdjacentText(where, data) {
			const text = (0, algorithm_1.create_text)(this._nodeDocument, data);
			(0, algorithm_1.element_insertAdjacent)(this, where, text);
		}
		get _qualifiedName() {
			return this._namespacePrefix ? this._namespacePrefix + ":" + this._localName : this._localName;
		}
		get _htmlUppercasedQualifiedName() {
			let qualifiedName = this._qualifiedName;
			if (this._namespace === infra_1.namespace.HTML && this._nodeDocument._type === "html") qualifiedName = qualifiedName.toUpperCase();
			return qualifiedName;
		}
		/* istanbul ignore next */
		get children() {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		get firstElementChild() {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		get lastElementChild() {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		get childElementCount() {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		prepend(...nodes) {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		append(...nodes) {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		querySelector(selectors) {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		querySelectorAll(selectors) {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		get previousElementSibling() {
			throw new Error("Mixin: NonDocumentTypeChildNode not implemented.");
		}
		/* istanbul ignore next */
		get nextElementSibling() {
			throw new Error("Mixin: NonDocumentTypeChildNode not implemented.");
		}
		/* istanbul ignore next */
		before(...nodes) {
			throw new Error("Mixin: ChildNode not implemented.");
		}
		/* istanbul ignore next */
		after(...nodes) {
			throw new Error("Mixin: ChildNode not implemented.");
		}
		/* istanbul ignore next */
		replaceWith(...nodes) {
			throw new Error("Mixin: ChildNode not implemented.");
		}
		/* istanbul ignore next */
		remove() {
			throw new Error("Mixin: ChildNode not implemented.");
		}
		/* istanbul ignore next */
		get assignedSlot() {
			throw new Error("Mixin: Slotable not implemented.");
		}
		static _create(document, localName, namespace = null, namespacePrefix = null) {
			const node = new ElementImpl();
			node._localName = localName;
			node._namespace = namespace;
			node._namespacePrefix = namespacePrefix;
			node._nodeDocument = document;
			return node;
		}
	};
	exports.ElementImpl = ElementImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(ElementImpl.prototype, "_nodeType", interfaces_1.NodeType.Element);
}));

// node_modules/@oozcitak/dom/lib/dom/DocumentFragmentImpl.js
var require_DocumentFragmentImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DocumentFragmentImpl = void 0;
	const interfaces_1 = require_interfaces$2();
	const NodeImpl_1 = require_NodeImpl();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var DocumentFragmentImpl = class DocumentFragmentImpl extends NodeImpl_1.NodeImpl {
		_nodeType = interfaces_1.NodeType.DocumentFragment;
		_children = /* @__PURE__ */ new Set();
		_host;
		constructor(host = null) {
			super();
			this._host = host;
		}
		/* istanbul ignore next */
		getElementById(elementId) {
			throw new Error("Mixin: NonElementParentNode not implemented.");
		}
		/* istanbul ignore next */
		get children() {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		get firstElementChild() {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		get lastElementChild() {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		get childElementCount() {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		prepend(...nodes) {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		append(...nodes) {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		querySelector(selectors) {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		/* istanbul ignore next */
		querySelectorAll(selectors) {
			throw new Error("Mixin: ParentNode not implemented.");
		}
		static _create(document, host = null) {
			const node = new DocumentFragmentImpl(host);
			node._nodeDocument = document;
			return node;
		}
	};
	exports.DocumentFragmentImpl = DocumentFragmentImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(DocumentFragmentImpl.prototype, "_nodeType", interfaces_1.NodeType.DocumentFragment);
}));

// node_modules/@oozcitak/dom/lib/dom/ShadowRootImpl.js
var require_ShadowRootImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ShadowRootImpl = void 0;
	const DocumentFragmentImpl_1 = require_DocumentFragmentImpl();
	const util_1 = require_lib$12();
	const algorithm_1 = require_algorithm();
	var ShadowRootImpl = class ShadowRootImpl extends DocumentFragmentImpl_1.DocumentFragmentImpl {
		_host;
		_mode;
		constructor(host, mode) {
			super();
			this._host = host;
			this._mode = mode;
		}
		get mode() {
			return this._mode;
		}
		get host() {
			return this._host;
		}
		_getTheParent(event) {
			if (!event._composedFlag && !(0, util_1.isEmpty)(event._path) && (0, algorithm_1.tree_rootNode)(event._path[0].invocationTarget) === this) return null;
			else return this._host;
		}
		static _create(document, host) {
			return new ShadowRootImpl(host, "closed");
		}
	};
	exports.ShadowRootImpl = ShadowRootImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/AttrImpl.js
var require_AttrImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.AttrImpl = void 0;
	const interfaces_1 = require_interfaces$2();
	const NodeImpl_1 = require_NodeImpl();
	const algorithm_1 = require_algorithm();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var AttrImpl = class AttrImpl extends NodeImpl_1.NodeImpl {
		_nodeType = interfaces_1.NodeType.Attribute;
		_localName;
		_namespace = null;
		_namespacePrefix = null;
		_element = null;
		_value = "";
		constructor(localName) {
			super();
			this._localName = localName;
		}
		specified;
		get ownerElement() {
			return this._element;
		}
		get namespaceURI() {
			return this._namespace;
		}
		get prefix() {
			return this._namespacePrefix;
		}
		get localName() {
			return this._localName;
		}
		get name() {
			return this._qualifiedName;
		}
		get value() {
			return this._value;
		}
		set value(value) {
			(0, algorithm_1.attr_setAnExistingAttributeValue)(this, value);
		}
		get _qualifiedName() {
			return this._namespacePrefix !== null ? this._namespacePrefix + ":" + this._localName : this._localName;
		}
		static _create(document, localName) {
			const node = new AttrImpl(localName);
			node._nodeDocument = document;
			return node;
		}
	};
	exports.AttrImpl = AttrImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(AttrImpl.prototype, "_nodeType", interfaces_1.NodeType.Attribute);
	(0, WebIDLAlgorithm_1.idl_defineConst)(AttrImpl.prototype, "specified", true);
}));

// node_modules/@oozcitak/dom/lib/dom/CharacterDataImpl.js
var require_CharacterDataImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CharacterDataImpl = void 0;
	const NodeImpl_1 = require_NodeImpl();
	const algorithm_1 = require_algorithm();
	var CharacterDataImpl = class extends NodeImpl_1.NodeImpl {
		_data;
		constructor(data) {
			super();
			this._data = data;
		}
		get data() {
			return this._data;
		}
		set data(value) {
			(0, algorithm_1.characterData_replaceData)(this, 0, this._data.length, value);
		}
		get length() {
			return this._data.length;
		}
		substringData(offset, count) {
			return (0, algorithm_1.characterData_substringData)(this, offset, count);
		}
		appendData(data) {
			return (0, algorithm_1.characterData_replaceData)(this, this._data.length, 0, data);
		}
		insertData(offset, data) {
			(0, algorithm_1.characterData_replaceData)(this, offset, 0, data);
		}
		deleteData(offset, count) {
			(0, algorithm_1.characterData_replaceData)(this, offset, count, "");
		}
		replaceData(offset, count, data) {
			(0, algorithm_1.characterData_replaceData)(this, offset, count, data);
		}
		/* istanbul ignore next */
		get previousElementSibling() {
			throw new Error("Mixin: NonDocumentTypeChildNode not implemented.");
		}
		/* istanbul ignore next */
		get nextElementSibling() {
			throw new Error("Mixin: NonDocumentTypeChildNode not implemented.");
		}
		/* istanbul ignore next */
		before(...nodes) {
			throw new Error("Mixin: ChildNode not implemented.");
		}
		/* istanbul ignore next */
		after(...nodes) {
			throw new Error("Mixin: ChildNode not implemented.");
		}
		/* istanbul ignore next */
		replaceWith(...nodes) {
			throw new Error("Mixin: ChildNode not implemented.");
		}
		/* istanbul ignore next */
		remove() {
			throw new Error("Mixin: ChildNode not implemented.");
		}
	};
	exports.CharacterDataImpl = CharacterDataImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/TextImpl.js
var require_TextImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.TextImpl = void 0;
	const interfaces_1 = require_interfaces$2();
	const CharacterDataImpl_1 = require_CharacterDataImpl();
	const algorithm_1 = require_algorithm();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var TextImpl = class TextImpl extends CharacterDataImpl_1.CharacterDataImpl {
		_nodeType = interfaces_1.NodeType.Text;
		_name = "";
		_assignedSlot = null;
		constructor(data = "") {
			super(data);
		}
		get wholeText() {
			let text = "";
			for (const node of (0, algorithm_1.text_contiguousTextNodes)(this, true)) text = text + node._data;
			return text;
		}
		splitText(offset) {
			return (0, algorithm_1.text_split)(this, offset);
		}
		/* istanbul ignore next */
		get assignedSlot() {
			throw new Error("Mixin: Slotable not implemented.");
		}
		static _create(document, data = "") {
			const node = new TextImpl(data);
			node._nodeDocument = document;
			return node;
		}
	};
	exports.TextImpl = TextImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(TextImpl.prototype, "_nodeType", interfaces_1.NodeType.Text);
}));

// node_modules/@oozcitak/dom/lib/dom/CDATASectionImpl.js
var require_CDATASectionImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CDATASectionImpl = void 0;
	const TextImpl_1 = require_TextImpl();
	const interfaces_1 = require_interfaces$2();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var CDATASectionImpl = class CDATASectionImpl extends TextImpl_1.TextImpl {
		_nodeType = interfaces_1.NodeType.CData;
		constructor(data) {
			super(data);
		}
		static _create(document, data = "") {
			const node = new CDATASectionImpl(data);
			node._nodeDocument = document;
			return node;
		}
	};
	exports.CDATASectionImpl = CDATASectionImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(CDATASectionImpl.prototype, "_nodeType", interfaces_1.NodeType.CData);
}));

// node_modules/@oozcitak/dom/lib/dom/CommentImpl.js
var require_CommentImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CommentImpl = void 0;
	const interfaces_1 = require_interfaces$2();
	const CharacterDataImpl_1 = require_CharacterDataImpl();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var CommentImpl = class CommentImpl extends CharacterDataImpl_1.CharacterDataImpl {
		_nodeType = interfaces_1.NodeType.Comment;
		constructor(data = "") {
			super(data);
		}
		static _create(document, data = "") {
			const node = new CommentImpl(data);
			node._nodeDocument = document;
			return node;
		}
	};
	exports.CommentImpl = CommentImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(CommentImpl.prototype, "_nodeType", interfaces_1.NodeType.Comment);
}));

// node_modules/@oozcitak/dom/lib/dom/ProcessingInstructionImpl.js
var require_ProcessingInstructionImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ProcessingInstructionImpl = void 0;
	const interfaces_1 = require_interfaces$2();
	const CharacterDataImpl_1 = require_CharacterDataImpl();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var ProcessingInstructionImpl = class ProcessingInstructionImpl extends CharacterDataImpl_1.CharacterDataImpl {
		_nodeType = interfaces_1.NodeType.ProcessingInstruction;
		_target;
		constructor(target, data) {
			super(data);
			this._target = target;
		}
		get target() {
			return this._target;
		}
		static _create(document, target, data) {
			const node = new ProcessingInstructionImpl(target, data);
			node._nodeDocument = document;
			return node;
		}
	};
	exports.ProcessingInstructionImpl = ProcessingInstructionImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(ProcessingInstructionImpl.prototype, "_nodeType", interfaces_1.NodeType.ProcessingInstruction);
}));

// node_modules/@oozcitak/dom/lib/dom/HTMLCollectionImpl.js
var require_HTMLCollectionImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.HTMLCollectionImpl = void 0;
	const infra_1 = require_lib$11();
	const algorithm_1 = require_algorithm();
	const util_1 = require_util();
	const util_2 = require_lib$12();
	var HTMLCollectionImpl = class HTMLCollectionImpl {
		_live = true;
		_root;
		_filter;
		static reservedNames = [
			"_root",
			"_live",
			"_filter",
			"length",
			"item",
			"namedItem",
			"get",
			"set"
		];
		constructor(root, filter) {
			this._root = root;
			this._filter = filter;
			return new Proxy(this, this);
		}
		get length() {
			let count = 0;
			let node = (0, algorithm_1.tree_getFirstDescendantNode)(this._root, false, false, (e) => util_1.Guard.isElementNode(e) && this._filter(e));
			while (node !== null) {
				count++;
				node = (0, algorithm_1.tree_getNextDescendantNode)(this._root, node, false, false, (e) => util_1.Guard.isElementNode(e) && this._filter(e));
			}
			return count;
		}
		item(index) {
			let i = 0;
			let node = (0, algorithm_1.tree_getFirstDescendantNode)(this._root, false, false, (e) => util_1.Guard.isElementNode(e) && this._filter(e));
			while (node !== null) {
				if (i === index) return node;
				else i++;
				node = (0, algorithm_1.tree_getNextDescendantNode)(this._root, node, false, false, (e) => util_1.Guard.isElementNode(e) && this._filter(e));
			}
			return null;
		}
		namedItem(key) {
			if (key === "") return null;
			let ele = (0, algorithm_1.tree_getFirstDescendantNode)(this._root, false, false, (e) => util_1.Guard.isElementNode(e) && this._filter(e));
			while (ele != null) {
				if (ele._uniqueIdentifier === key) return ele;
				else if (ele._namespace === infra_1.namespace.HTML) for (let i = 0; i < ele._attributeList.length; i++) {
					const attr = ele._attributeList[i];
					if (attr._localName === "name" && attr._namespace === null && attr._namespacePrefix === null && attr._value === key) return ele;
				}
				ele = (0, algorithm_1.tree_getNextDescendantNode)(this._root, ele, false, false, (e) => util_1.Guard.isElementNode(e) && this._filter(e));
			}
			return null;
		}
		[Symbol.iterator]() {
			const root = this._root;
			const filter = this._filter;
			let currentNode = (0, algorithm_1.tree_getFirstDescendantNode)(root, false, false, (e) => util_1.Guard.isElementNode(e) && filter(e));
			return { next() {
				if (currentNode === null) return {
					done: true,
					value: null
				};
				else {
					const result = {
						done: false,
						value: currentNode
					};
					currentNode = (0, algorithm_1.tree_getNextDescendantNode)(root, currentNode, false, false, (e) => util_1.Guard.isElementNode(e) && filter(e));
					return result;
				}
			} };
		}
		get(target, key, receiver) {
			if (!(0, util_2.isString)(key) || HTMLCollectionImpl.reservedNames.indexOf(key) !== -1) return Reflect.get(target, key, receiver);
			const index = Number(key);
			if (isNaN(index)) return target.namedItem(key) || void 0;
			else return target.item(index) || void 0;
		}
		set(target, key, value, receiver) {
			if (!(0, util_2.isString)(key) || HTMLCollectionImpl.reservedNames.indexOf(key) !== -1) return Reflect.set(target, key, value, receiver);
			const index = Number(key);
			const node = isNaN(index) ? target.namedItem(key) || void 0 : target.item(index) || void 0;
			if (node && node._parent) {
				(0, algorithm_1.mutation_replace)(node, value, node._parent);
				return true;
			} else return false;
		}
		static _create(root, filter = (() => true)) {
			return new HTMLCollectionImpl(root, filter);
		}
	};
	exports.HTMLCollectionImpl = HTMLCollectionImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/NodeListImpl.js
var require_NodeListImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NodeListImpl = void 0;
	const DOMImpl_1 = require_DOMImpl();
	const util_1 = require_lib$12();
	const algorithm_1 = require_algorithm();
	var NodeListImpl = class NodeListImpl {
		_live = true;
		_root;
		_filter = null;
		_length = 0;
		constructor(root) {
			this._root = root;
			return new Proxy(this, this);
		}
		get length() {
			return this._root._children.size;
		}
		item(index) {
			if (index < 0 || index > this.length - 1) return null;
			if (index < this.length / 2) {
				let i = 0;
				let node = this._root._firstChild;
				while (node !== null && i !== index) {
					node = node._nextSibling;
					i++;
				}
				return node;
			} else {
				let i = this.length - 1;
				let node = this._root._lastChild;
				while (node !== null && i !== index) {
					node = node._previousSibling;
					i--;
				}
				return node;
			}
		}
		keys() {
			return { [Symbol.iterator]: function() {
				let index = 0;
				return { next: function() {
					if (index === this.length) return {
						done: true,
						value: null
					};
					else return {
						done: false,
						value: index++
					};
				}.bind(this) };
			}.bind(this) };
		}
		values() {
			return { [Symbol.iterator]: function() {
				const it = this[Symbol.iterator]();
				return { next() {
					return it.next();
				} };
			}.bind(this) };
		}
		entries() {
			return { [Symbol.iterator]: function() {
				const it = this[Symbol.iterator]();
				let index = 0;
				return { next() {
					const itResult = it.next();
					if (itResult.done) return {
						done: true,
						value: null
					};
					else return {
						done: false,
						value: [index++, itResult.value]
					};
				} };
			}.bind(this) };
		}
		[Symbol.iterator]() {
			return this._root._children[Symbol.iterator]();
		}
		forEach(callback, thisArg) {
			if (thisArg === void 0) thisArg = DOMImpl_1.dom.window;
			let index = 0;
			for (const node of this._root._children) callback.call(thisArg, node, index++, this);
		}
		get(target, key, receiver) {
			if (!(0, util_1.isString)(key)) return Reflect.get(target, key, receiver);
			const index = Number(key);
			if (isNaN(index)) return Reflect.get(target, key, receiver);
			return target.item(index) || void 0;
		}
		set(target, key, value, receiver) {
			if (!(0, util_1.isString)(key)) return Reflect.set(target, key, value, receiver);
			const index = Number(key);
			if (isNaN(index)) return Reflect.set(target, key, value, receiver);
			const node = target.item(index) || void 0;
			if (!node) return false;
			if (node._parent) {
				(0, algorithm_1.mutation_replace)(node, value, node._parent);
				return true;
			} else return false;
		}
		static _create(root) {
			return new NodeListImpl(root);
		}
	};
	exports.NodeListImpl = NodeListImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/NodeListStaticImpl.js
var require_NodeListStaticImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NodeListStaticImpl = void 0;
	const DOMImpl_1 = require_DOMImpl();
	const util_1 = require_lib$12();
	var NodeListStaticImpl = class NodeListStaticImpl {
		_live = false;
		_root;
		_filter;
		_items = [];
		_length = 0;
		constructor(root) {
			this._root = root;
			this._items = [];
			this._filter = function(node) {
				return true;
			};
			return new Proxy(this, this);
		}
		get length() {
			return this._items.length;
		}
		item(index) {
			if (index < 0 || index > this.length - 1) return null;
			return this._items[index];
		}
		keys() {
			return { [Symbol.iterator]: function() {
				let index = 0;
				return { next: function() {
					if (index === this.length) return {
						done: true,
						value: null
					};
					else return {
						done: false,
						value: index++
					};
				}.bind(this) };
			}.bind(this) };
		}
		values() {
			return { [Symbol.iterator]: function() {
				const it = this[Symbol.iterator]();
				return { next() {
					return it.next();
				} };
			}.bind(this) };
		}
		entries() {
			return { [Symbol.iterator]: function() {
				const it = this[Symbol.iterator]();
				let index = 0;
				return { next() {
					const itResult = it.next();
					if (itResult.done) return {
						done: true,
						value: null
					};
					else return {
						done: false,
						value: [index++, itResult.value]
					};
				} };
			}.bind(this) };
		}
		[Symbol.iterator]() {
			const it = this._items[Symbol.iterator]();
			return { next() {
				return it.next();
			} };
		}
		forEach(callback, thisArg) {
			if (thisArg === void 0) thisArg = DOMImpl_1.dom.window;
			let index = 0;
			for (const node of this._items) callback.call(thisArg, node, index++, this);
		}
		get(target, key, receiver) {
			if (!(0, util_1.isString)(key)) return Reflect.get(target, key, receiver);
			const index = Number(key);
			if (isNaN(index)) return Reflect.get(target, key, receiver);
			return target._items[index] || void 0;
		}
		set(target, key, value, receiver) {
			if (!(0, util_1.isString)(key)) return Reflect.set(target, key, value, receiver);
			const index = Number(key);
			if (isNaN(index)) return Reflect.set(target, key, value, receiver);
			if (index >= 0 && index < target._items.length) {
				target._items[index] = value;
				return true;
			} else return false;
		}
		static _create(root, items) {
			const list = new NodeListStaticImpl(root);
			list._items = items;
			return list;
		}
	};
	exports.NodeListStaticImpl = NodeListStaticImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/NamedNodeMapImpl.js
var require_NamedNodeMapImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NamedNodeMapImpl = void 0;
	const DOMException_1 = require_DOMException();
	const algorithm_1 = require_algorithm();
	var NamedNodeMapImpl = class NamedNodeMapImpl extends Array {
		_element;
		constructor(element) {
			super();
			this._element = element;
			Object.setPrototypeOf(this, NamedNodeMapImpl.prototype);
		}
		_asArray() {
			return this;
		}
		item(index) {
			return this[index] || null;
		}
		getNamedItem(qualifiedName) {
			return (0, algorithm_1.element_getAnAttributeByName)(qualifiedName, this._element);
		}
		getNamedItemNS(namespace, localName) {
			return (0, algorithm_1.element_getAnAttributeByNamespaceAndLocalName)(namespace || "", localName, this._element);
		}
		setNamedItem(attr) {
			return (0, algorithm_1.element_setAnAttribute)(attr, this._element);
		}
		setNamedItemNS(attr) {
			return (0, algorithm_1.element_setAnAttribute)(attr, this._element);
		}
		removeNamedItem(qualifiedName) {
			const attr = (0, algorithm_1.element_removeAnAttributeByName)(qualifiedName, this._element);
			if (attr === null) throw new DOMException_1.NotFoundError();
			return attr;
		}
		removeNamedItemNS(namespace, localName) {
			const attr = (0, algorithm_1.element_removeAnAttributeByNamespaceAndLocalName)(namespace || "", localName, this._element);
			if (attr === null) throw new DOMException_1.NotFoundError();
			return attr;
		}
		static _create(element) {
			return new NamedNodeMapImpl(element);
		}
	};
	exports.NamedNodeMapImpl = NamedNodeMapImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/AbstractRangeImpl.js
var require_AbstractRangeImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.AbstractRangeImpl = void 0;
	var AbstractRangeImpl = class {
		get _startNode() {
			return this._start[0];
		}
		get _startOffset() {
			return this._start[1];
		}
		get _endNode() {
			return this._end[0];
		}
		get _endOffset() {
			return this._end[1];
		}
		get _collapsed() {
			return this._start[0] === this._end[0] && this._start[1] === this._end[1];
		}
		get startContainer() {
			return this._startNode;
		}
		get startOffset() {
			return this._startOffset;
		}
		get endContainer() {
			return this._endNode;
		}
		get endOffset() {
			return this._endOffset;
		}
		get collapsed() {
			return this._collapsed;
		}
	};
	exports.AbstractRangeImpl = AbstractRangeImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/RangeImpl.js
var require_RangeImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.RangeImpl = void 0;
	const DOMImpl_1 = require_DOMImpl();
	const interfaces_1 = require_interfaces$2();
	const AbstractRangeImpl_1 = require_AbstractRangeImpl();
	const DOMException_1 = require_DOMException();
	const algorithm_1 = require_algorithm();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	const util_1 = require_util();
	var RangeImpl = class RangeImpl extends AbstractRangeImpl_1.AbstractRangeImpl {
		static START_TO_START = 0;
		static START_TO_END = 1;
		static END_TO_END = 2;
		static END_TO_START = 3;
		START_TO_START = 0;
		START_TO_END = 1;
		END_TO_END = 2;
		END_TO_START = 3;
		_start;
		_end;
		constructor() {
			super();
			const doc = DOMImpl_1.dom.window._associatedDocument;
			this._start = [doc, 0];
			this._end = [doc, 0];
			DOMImpl_1.dom.rangeList.add(this);
		}
		get commonAncestorContainer() {
			let container = this._start[0];
			while (!(0, algorithm_1.tree_isAncestorOf)(this._end[0], container, true)) {
				if (container._parent === null) throw new Error("Parent node  is null.");
				container = container._parent;
			}
			return container;
		}
		setStart(node, offset) {
			(0, algorithm_1.range_setTheStart)(this, node, offset);
		}
		setEnd(node, offset) {
			(0, algorithm_1.range_setTheEnd)(this, node, offset);
		}
		setStartBefore(node) {
			let parent = node._parent;
			if (parent === null) throw new DOMException_1.InvalidNodeTypeError();
			(0, algorithm_1.range_setTheStart)(this, parent, (0, algorithm_1.tree_index)(node));
		}
		setStartAfter(node) {
			let parent = node._parent;
			if (parent === null) throw new DOMException_1.InvalidNodeTypeError();
			(0, algorithm_1.range_setTheStart)(this, parent, (0, algorithm_1.tree_index)(node) + 1);
		}
		setEndBefore(node) {
			let parent = node._parent;
			if (parent === null) throw new DOMException_1.InvalidNodeTypeError();
			(0, algorithm_1.range_setTheEnd)(this, parent, (0, algorithm_1.tree_index)(node));
		}
		setEndAfter(node) {
			let parent = node._parent;
			if (parent === null) throw new DOMException_1.InvalidNodeTypeError();
			(0, algorithm_1.range_setTheEnd)(this, parent, (0, algorithm_1.tree_index)(node) + 1);
		}
		collapse(toStart) {
			if (toStart) this._end = this._start;
			else this._start = this._end;
		}
		selectNode(node) {
			(0, algorithm_1.range_select)(node, this);
		}
		selectNodeContents(node) {
			if (util_1.Guard.isDocumentTypeNode(node)) throw new DOMException_1.InvalidNodeTypeError();
			const length = (0, algorithm_1.tree_nodeLength)(node);
			this._start = [node, 0];
			this._end = [node, length];
		}
		compareBoundaryPoints(how, sourceRange) {
			if (how !== interfaces_1.HowToCompare.StartToStart && how !== interfaces_1.HowToCompare.StartToEnd && how !== interfaces_1.HowToCompare.EndToEnd && how !== interfaces_1.HowToCompare.EndToStart) throw new DOMException_1.NotSupportedError();
			if ((0, algorithm_1.range_root)(this) !== (0, algorithm_1.range_root)(sourceRange)) throw new DOMException_1.WrongDocumentError();
			let thisPoint;
			let otherPoint;
			switch (how) {
				case interfaces_1.HowToCompare.StartToStart:
					thisPoint = this._start;
					otherPoint = sourceRange._start;
					break;
				case interfaces_1.HowToCompare.StartToEnd:
					thisPoint = this._end;
					otherPoint = sourceRange._start;
					break;
				case interfaces_1.HowToCompare.EndToEnd:
					thisPoint = this._end;
					otherPoint = sourceRange._end;
					break;
				case interfaces_1.HowToCompare.EndToStart:
					thisPoint = this._start;
					otherPoint = sourceRange._end;
					break;
				/* istanbul ignore next */
				default: throw new DOMException_1.NotSupportedError();
			}
			const position = (0, algorithm_1.boundaryPoint_position)(thisPoint, otherPoint);
			if (position === interfaces_1.BoundaryPosition.Before) return -1;
			else if (position === interfaces_1.BoundaryPosition.After) return 1;
			else return 0;
		}
		deleteContents() {
			if ((0, algorithm_1.range_collapsed)(this)) return;
			const originalStartNode = this._startNode;
			const originalStartOffset = this._startOffset;
			const originalEndNode = this._endNode;
			const originalEndOffset = this._endOffset;
			if (originalStartNode === originalEndNode && util_1.Guard.isCharacterDataNode(originalStartNode)) {
				(0, algorithm_1.characterData_replaceData)(originalStartNode, originalStartOffset, originalEndOffset - originalStartOffset, "");
				return;
			}
			const nodesToRemove = [];
			for (const node of (0, algorithm_1.range_getContainedNodes)(this)) {
				const parent = node._parent;
				if (parent !== null && (0, algorithm_1.range_isContained)(parent, this)) continue;
				nodesToRemove.push(node);
			}
			let newNode;
			let newOffset;
			if ((0, algorithm_1.tree_isAncestorOf)(originalEndNode, originalStartNode, true)) {
				newNode = originalStartNode;
				newOffset = originalStartOffset;
			} else {
				let referenceNode = originalStartNode;
				while (referenceNode._parent !== null && !(0, algorithm_1.tree_isAncestorOf)(originalEndNode, referenceNode._parent, true)) referenceNode = referenceNode._parent;
				/* istanbul ignore next */
				if (referenceNode._parent === null) throw new Error("Parent node is null.");
				newNode = referenceNode._parent;
				newOffset = (0, algorithm_1.tree_index)(referenceNode) + 1;
			}
			if (util_1.Guard.isCharacterDataNode(originalStartNode)) (0, algorithm_1.characterData_replaceData)(originalStartNode, originalStartOffset, (0, algorithm_1.tree_nodeLength)(originalStartNode) - originalStartOffset, "");
			for (const node of nodesToRemove)
 /* istanbul ignore else */
			if (node._parent) (0, algorithm_1.mutation_remove)(node, node._parent);
			if (util_1.Guard.isCharacterDataNode(originalEndNode)) (0, algorithm_1.characterData_replaceData)(originalEndNode, 0, originalEndOffset, "");
			this._start = [newNode, newOffset];
			this._end = [newNode, newOffset];
		}
		extractContents() {
			return (0, algorithm_1.range_extract)(this);
		}
		cloneContents() {
			return (0, algorithm_1.range_cloneTheContents)(this);
		}
		insertNode(node) {
			return (0, algorithm_1.range_insert)(node, this);
		}
		surroundContents(newParent) {
			for (const node of (0, algorithm_1.range_getPartiallyContainedNodes)(this)) if (!util_1.Guard.isTextNode(node)) throw new DOMException_1.InvalidStateError();
			if (util_1.Guard.isDocumentNode(newParent) || util_1.Guard.isDocumentTypeNode(newParent) || util_1.Guard.isDocumentFragmentNode(newParent)) throw new DOMException_1.InvalidNodeTypeError();
			const fragment = (0, algorithm_1.range_extract)(this);
			if (newParent._children.size !== 0) (0, algorithm_1.mutation_replaceAll)(null, newParent);
			(0, algorithm_1.range_insert)(newParent, this);
			(0, algorithm_1.mutation_append)(fragment, newParent);
			(0, algorithm_1.range_select)(newParent, this);
		}
		cloneRange() {
			return (0, algorithm_1.create_range)(this._start, this._end);
		}
		detach() {
			DOMImpl_1.dom.rangeList.delete(this);
		}
		isPointInRange(node, offset) {
			if ((0, algorithm_1.tree_rootNode)(node) !== (0, algorithm_1.range_root)(this)) return false;
			if (util_1.Guard.isDocumentTypeNode(node)) throw new DOMException_1.InvalidNodeTypeError();
			if (offset > (0, algorithm_1.tree_nodeLength)(node)) throw new DOMException_1.IndexSizeError();
			const bp = [node, offset];
			if ((0, algorithm_1.boundaryPoint_position)(bp, this._start) === interfaces_1.BoundaryPosition.Before || (0, algorithm_1.boundaryPoint_position)(bp, this._end) === interfaces_1.BoundaryPosition.After) return false;
			return true;
		}
		comparePoint(node, offset) {
			if ((0, algorithm_1.tree_rootNode)(node) !== (0, algorithm_1.range_root)(this)) throw new DOMException_1.WrongDocumentError();
			if (util_1.Guard.isDocumentTypeNode(node)) throw new DOMException_1.InvalidNodeTypeError();
			if (offset > (0, algorithm_1.tree_nodeLength)(node)) throw new DOMException_1.IndexSizeError();
			const bp = [node, offset];
			if ((0, algorithm_1.boundaryPoint_position)(bp, this._start) === interfaces_1.BoundaryPosition.Before) return -1;
			else if ((0, algorithm_1.boundaryPoint_position)(bp, this._end) === interfaces_1.BoundaryPosition.After) return 1;
			else return 0;
		}
		intersectsNode(node) {
			if ((0, algorithm_1.tree_rootNode)(node) !== (0, algorithm_1.range_root)(this)) return false;
			const parent = node._parent;
			if (parent === null) return true;
			const offset = (0, algorithm_1.tree_index)(node);
			if ((0, algorithm_1.boundaryPoint_position)([parent, offset], this._end) === interfaces_1.BoundaryPosition.Before && (0, algorithm_1.boundaryPoint_position)([parent, offset + 1], this._start) === interfaces_1.BoundaryPosition.After) return true;
			return false;
		}
		toString() {
			let s = "";
			if (this._startNode === this._endNode && util_1.Guard.isTextNode(this._startNode)) return this._startNode._data.substring(this._startOffset, this._endOffset);
			if (util_1.Guard.isTextNode(this._startNode)) s += this._startNode._data.substring(this._startOffset);
			for (const child of (0, algorithm_1.range_getContainedNodes)(this)) if (util_1.Guard.isTextNode(child)) s += child._data;
			if (util_1.Guard.isTextNode(this._endNode)) s += this._endNode._data.substring(0, this._endOffset);
			return s;
		}
		static _create(start, end) {
			const range = new RangeImpl();
			if (start) range._start = start;
			if (end) range._end = end;
			return range;
		}
	};
	exports.RangeImpl = RangeImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(RangeImpl.prototype, "START_TO_START", 0);
	(0, WebIDLAlgorithm_1.idl_defineConst)(RangeImpl.prototype, "START_TO_END", 1);
	(0, WebIDLAlgorithm_1.idl_defineConst)(RangeImpl.prototype, "END_TO_END", 2);
	(0, WebIDLAlgorithm_1.idl_defineConst)(RangeImpl.prototype, "END_TO_START", 3);
}));

// node_modules/@oozcitak/dom/lib/dom/TraverserImpl.js
var require_TraverserImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.TraverserImpl = void 0;
	const interfaces_1 = require_interfaces$2();
	var TraverserImpl = class {
		_activeFlag;
		_root;
		_whatToShow;
		_filter;
		constructor(root) {
			this._activeFlag = false;
			this._root = root;
			this._whatToShow = interfaces_1.WhatToShow.All;
			this._filter = null;
		}
		get root() {
			return this._root;
		}
		get whatToShow() {
			return this._whatToShow;
		}
		get filter() {
			return this._filter;
		}
	};
	exports.TraverserImpl = TraverserImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/NodeIteratorImpl.js
var require_NodeIteratorImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NodeIteratorImpl = void 0;
	const TraverserImpl_1 = require_TraverserImpl();
	const algorithm_1 = require_algorithm();
	var NodeIteratorImpl = class NodeIteratorImpl extends TraverserImpl_1.TraverserImpl {
		_iteratorCollection;
		_reference;
		_pointerBeforeReference;
		constructor(root, reference, pointerBeforeReference) {
			super(root);
			this._iteratorCollection = void 0;
			this._reference = reference;
			this._pointerBeforeReference = pointerBeforeReference;
			(0, algorithm_1.nodeIterator_iteratorList)().add(this);
		}
		get referenceNode() {
			return this._reference;
		}
		get pointerBeforeReferenceNode() {
			return this._pointerBeforeReference;
		}
		nextNode() {
			return (0, algorithm_1.nodeIterator_traverse)(this, true);
		}
		previousNode() {
			return (0, algorithm_1.nodeIterator_traverse)(this, false);
		}
		detach() {
			(0, algorithm_1.nodeIterator_iteratorList)().delete(this);
		}
		static _create(root, reference, pointerBeforeReference) {
			return new NodeIteratorImpl(root, reference, pointerBeforeReference);
		}
	};
	exports.NodeIteratorImpl = NodeIteratorImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/TreeWalkerImpl.js
var require_TreeWalkerImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.TreeWalkerImpl = void 0;
	const interfaces_1 = require_interfaces$2();
	const TraverserImpl_1 = require_TraverserImpl();
	const algorithm_1 = require_algorithm();
	var TreeWalkerImpl = class TreeWalkerImpl extends TraverserImpl_1.TraverserImpl {
		_current;
		constructor(root, current) {
			super(root);
			this._current = current;
		}
		get currentNode() {
			return this._current;
		}
		set currentNode(value) {
			this._current = value;
		}
		parentNode() {
			let node = this._current;
			while (node !== null && node !== this._root) {
				node = node._parent;
				if (node !== null && (0, algorithm_1.traversal_filter)(this, node) === interfaces_1.FilterResult.Accept) {
					this._current = node;
					return node;
				}
			}
			return null;
		}
		firstChild() {
			return (0, algorithm_1.treeWalker_traverseChildren)(this, true);
		}
		lastChild() {
			return (0, algorithm_1.treeWalker_traverseChildren)(this, false);
		}
		nextSibling() {
			return (0, algorithm_1.treeWalker_traverseSiblings)(this, true);
		}
		previousNode() {
			let node = this._current;
			while (node !== this._root) {
				let sibling = node._previousSibling;
				while (sibling) {
					node = sibling;
					let result = (0, algorithm_1.traversal_filter)(this, node);
					while (result !== interfaces_1.FilterResult.Reject && node._lastChild) {
						node = node._lastChild;
						result = (0, algorithm_1.traversal_filter)(this, node);
					}
					if (result === interfaces_1.FilterResult.Accept) {
						this._current = node;
						return node;
					}
					sibling = node._previousSibling;
				}
				if (node === this._root || node._parent === null) return null;
				node = node._parent;
				if ((0, algorithm_1.traversal_filter)(this, node) === interfaces_1.FilterResult.Accept) {
					this._current = node;
					return node;
				}
			}
			return null;
		}
		previousSibling() {
			return (0, algorithm_1.treeWalker_traverseSiblings)(this, false);
		}
		nextNode() {
			let node = this._current;
			let result = interfaces_1.FilterResult.Accept;
			while (true) {
				while (result !== interfaces_1.FilterResult.Reject && node._firstChild) {
					node = node._firstChild;
					result = (0, algorithm_1.traversal_filter)(this, node);
					if (result === interfaces_1.FilterResult.Accept) {
						this._current = node;
						return node;
					}
				}
				let sibling = null;
				let temporary = node;
				while (temporary !== null) {
					if (temporary === this._root) return null;
					sibling = temporary._nextSibling;
					if (sibling !== null) {
						node = sibling;
						break;
					}
					temporary = temporary._parent;
				}
				result = (0, algorithm_1.traversal_filter)(this, node);
				if (result === interfaces_1.FilterResult.Accept) {
					this._current = node;
					return node;
				}
			}
		}
		static _create(root, current) {
			return new TreeWalkerImpl(root, current);
		}
	};
	exports.TreeWalkerImpl = TreeWalkerImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/NodeFilterImpl.js
var require_NodeFilterImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NodeFilterImpl = void 0;
	const interfaces_1 = require_interfaces$2();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var NodeFilterImpl = class NodeFilterImpl {
		static FILTER_ACCEPT = 1;
		static FILTER_REJECT = 2;
		static FILTER_SKIP = 3;
		static SHOW_ALL = 4294967295;
		static SHOW_ELEMENT = 1;
		static SHOW_ATTRIBUTE = 2;
		static SHOW_TEXT = 4;
		static SHOW_CDATA_SECTION = 8;
		static SHOW_ENTITY_REFERENCE = 16;
		static SHOW_ENTITY = 32;
		static SHOW_PROCESSING_INSTRUCTION = 64;
		static SHOW_COMMENT = 128;
		static SHOW_DOCUMENT = 256;
		static SHOW_DOCUMENT_TYPE = 512;
		static SHOW_DOCUMENT_FRAGMENT = 1024;
		static SHOW_NOTATION = 2048;
		FILTER_ACCEPT = 1;
		FILTER_REJECT = 2;
		FILTER_SKIP = 3;
		SHOW_ALL = 4294967295;
		SHOW_ELEMENT = 1;
		SHOW_ATTRIBUTE = 2;
		SHOW_TEXT = 4;
		SHOW_CDATA_SECTION = 8;
		SHOW_ENTITY_REFERENCE = 16;
		SHOW_ENTITY = 32;
		SHOW_PROCESSING_INSTRUCTION = 64;
		SHOW_COMMENT = 128;
		SHOW_DOCUMENT = 256;
		SHOW_DOCUMENT_TYPE = 512;
		SHOW_DOCUMENT_FRAGMENT = 1024;
		SHOW_NOTATION = 2048;
		constructor() {}
		acceptNode(node) {
			return interfaces_1.FilterResult.Accept;
		}
		static _create() {
			return new NodeFilterImpl();
		}
	};
	exports.NodeFilterImpl = NodeFilterImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "FILTER_ACCEPT", 1);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "FILTER_REJECT", 2);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "FILTER_SKIP", 3);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_ALL", 4294967295);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_ELEMENT", 1);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_ATTRIBUTE", 2);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_TEXT", 4);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_CDATA_SECTION", 8);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_ENTITY_REFERENCE", 16);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_ENTITY", 32);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_PROCESSING_INSTRUCTION", 64);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_COMMENT", 128);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_DOCUMENT", 256);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_DOCUMENT_TYPE", 512);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_DOCUMENT_FRAGMENT", 1024);
	(0, WebIDLAlgorithm_1.idl_defineConst)(NodeFilterImpl.prototype, "SHOW_NOTATION", 2048);
}));

// node_modules/@oozcitak/dom/lib/dom/MutationRecordImpl.js
var require_MutationRecordImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.MutationRecordImpl = void 0;
	var MutationRecordImpl = class MutationRecordImpl {
		_type;
		_target;
		_addedNodes;
		_removedNodes;
		_previousSibling;
		_nextSibling;
		_attributeName;
		_attributeNamespace;
		_oldValue;
		constructor(type, target, addedNodes, removedNodes, previousSibling, nextSibling, attributeName, attributeNamespace, oldValue) {
			this._type = type;
			this._target = target;
			this._addedNodes = addedNodes;
			this._removedNodes = removedNodes;
			this._previousSibling = previousSibling;
			this._nextSibling = nextSibling;
			this._attributeName = attributeName;
			this._attributeNamespace = attributeNamespace;
			this._oldValue = oldValue;
		}
		get type() {
			return this._type;
		}
		get target() {
			return this._target;
		}
		get addedNodes() {
			return this._addedNodes;
		}
		get removedNodes() {
			return this._removedNodes;
		}
		get previousSibling() {
			return this._previousSibling;
		}
		get nextSibling() {
			return this._nextSibling;
		}
		get attributeName() {
			return this._attributeName;
		}
		get attributeNamespace() {
			return this._attributeNamespace;
		}
		get oldValue() {
			return this._oldValue;
		}
		static _create(type, target, addedNodes, removedNodes, previousSibling, nextSibling, attributeName, attributeNamespace, oldValue) {
			return new MutationRecordImpl(type, target, addedNodes, removedNodes, previousSibling, nextSibling, attributeName, attributeNamespace, oldValue);
		}
	};
	exports.MutationRecordImpl = MutationRecordImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/DOMTokenListImpl.js
var require_DOMTokenListImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DOMTokenListImpl = void 0;
	const DOMImpl_1 = require_DOMImpl();
	const DOMException_1 = require_DOMException();
	const infra_1 = require_lib$11();
	const algorithm_1 = require_algorithm();
	var DOMTokenListImpl = class DOMTokenListImpl {
		_element;
		_attribute;
		_tokenSet;
		constructor(element, attribute) {
			this._element = element;
			this._attribute = attribute;
			this._tokenSet = /* @__PURE__ */ new Set();
			const localName = attribute._localName;
			const value = (0, algorithm_1.element_getAnAttributeValue)(element, localName);
			const thisObj = this;
			function updateTokenSet(element, localName, oldValue, value, namespace) {
				if (localName === thisObj._attribute._localName && namespace === null) {
					if (!value) thisObj._tokenSet.clear();
					else thisObj._tokenSet = (0, algorithm_1.orderedSet_parse)(value);
				}
			}
			this._element._attributeChangeSteps.push(updateTokenSet);
			if (DOMImpl_1.dom.features.steps) (0, algorithm_1.dom_runAttributeChangeSteps)(element, localName, value, value, null);
		}
		get length() {
			return this._tokenSet.size;
		}
		item(index) {
			let i = 0;
			for (const token of this._tokenSet) {
				if (i === index) return token;
				i++;
			}
			return null;
		}
		contains(token) {
			return this._tokenSet.has(token);
		}
		add(...tokens) {
			for (const token of tokens) if (token === "") throw new DOMException_1.SyntaxError("Cannot add an empty token.");
			else if (infra_1.codePoint.ASCIIWhiteSpace.test(token)) throw new DOMException_1.InvalidCharacterError("Token cannot contain whitespace.");
			else this._tokenSet.add(token);
			(0, algorithm_1.tokenList_updateSteps)(this);
		}
		remove(...tokens) {
			for (const token of tokens) if (token === "") throw new DOMException_1.SyntaxError("Cannot remove an empty token.");
			else if (infra_1.codePoint.ASCIIWhiteSpace.test(token)) throw new DOMException_1.InvalidCharacterError("Token cannot contain whitespace.");
			else this._tokenSet.delete(token);
			(0, algorithm_1.tokenList_updateSteps)(this);
		}
		toggle(token, force = void 0) {
			if (token === "") throw new DOMException_1.SyntaxError("Cannot toggle an empty token.");
			else if (infra_1.codePoint.ASCIIWhiteSpace.test(token)) throw new DOMException_1.InvalidCharacterError("Token cannot contain whitespace.");
			if (this._tokenSet.has(token)) {
				if (force === void 0 || force === false) {
					this._tokenSet.delete(token);
					(0, algorithm_1.tokenList_updateSteps)(this);
					return false;
				}
				return true;
			}
			if (force === void 0 || force === true) {
				this._tokenSet.add(token);
				(0, algorithm_1.tokenList_updateSteps)(this);
				return true;
			}
			return false;
		}
		replace(token, newToken) {
			if (token === "" || newToken === "") throw new DOMException_1.SyntaxError("Cannot replace an empty token.");
			else if (infra_1.codePoint.ASCIIWhiteSpace.test(token) || infra_1.codePoint.ASCIIWhiteSpace.test(newToken)) throw new DOMException_1.InvalidCharacterError("Token cannot contain whitespace.");
			if (!this._tokenSet.has(token)) return false;
			infra_1.set.replace(this._tokenSet, token, newToken);
			(0, algorithm_1.tokenList_updateSteps)(this);
			return true;
		}
		supports(token) {
			return (0, algorithm_1.tokenList_validationSteps)(this, token);
		}
		get value() {
			return (0, algorithm_1.tokenList_serializeSteps)(this);
		}
		set value(value) {
			(0, algorithm_1.element_setAnAttributeValue)(this._element, this._attribute._localName, value);
		}
		[Symbol.iterator]() {
			const it = this._tokenSet[Symbol.iterator]();
			return { next() {
				return it.next();
			} };
		}
		static _create(element, attribute) {
			return new DOMTokenListImpl(element, attribute);
		}
	};
	exports.DOMTokenListImpl = DOMTokenListImpl;
}));

// node_modules/@oozcitak/dom/lib/algorithm/CreateAlgorithm.js
var require_CreateAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.create_domImplementation = create_domImplementation;
	exports.create_window = create_window;
	exports.create_xmlDocument = create_xmlDocument;
	exports.create_document = create_document;
	exports.create_abortController = create_abortController;
	exports.create_abortSignal = create_abortSignal;
	exports.create_documentType = create_documentType;
	exports.create_element = create_element;
	exports.create_htmlElement = create_htmlElement;
	exports.create_htmlUnknownElement = create_htmlUnknownElement;
	exports.create_documentFragment = create_documentFragment;
	exports.create_shadowRoot = create_shadowRoot;
	exports.create_attr = create_attr;
	exports.create_text = create_text;
	exports.create_cdataSection = create_cdataSection;
	exports.create_comment = create_comment;
	exports.create_processingInstruction = create_processingInstruction;
	exports.create_htmlCollection = create_htmlCollection;
	exports.create_nodeList = create_nodeList;
	exports.create_nodeListStatic = create_nodeListStatic;
	exports.create_namedNodeMap = create_namedNodeMap;
	exports.create_range = create_range;
	exports.create_nodeIterator = create_nodeIterator;
	exports.create_treeWalker = create_treeWalker;
	exports.create_nodeFilter = create_nodeFilter;
	exports.create_mutationRecord = create_mutationRecord;
	exports.create_domTokenList = create_domTokenList;
	const DOMImplementationImpl_1 = require_DOMImplementationImpl();
	const WindowImpl_1 = require_WindowImpl();
	const XMLDocumentImpl_1 = require_XMLDocumentImpl();
	const DocumentImpl_1 = require_DocumentImpl();
	const AbortControllerImpl_1 = require_AbortControllerImpl();
	const AbortSignalImpl_1 = require_AbortSignalImpl();
	const DocumentTypeImpl_1 = require_DocumentTypeImpl();
	const ElementImpl_1 = require_ElementImpl();
	const DocumentFragmentImpl_1 = require_DocumentFragmentImpl();
	const ShadowRootImpl_1 = require_ShadowRootImpl();
	const AttrImpl_1 = require_AttrImpl();
	const TextImpl_1 = require_TextImpl();
	const CDATASectionImpl_1 = require_CDATASectionImpl();
	const CommentImpl_1 = require_CommentImpl();
	const ProcessingInstructionImpl_1 = require_ProcessingInstructionImpl();
	const HTMLCollectionImpl_1 = require_HTMLCollectionImpl();
	const NodeListImpl_1 = require_NodeListImpl();
	const NodeListStaticImpl_1 = require_NodeListStaticImpl();
	const NamedNodeMapImpl_1 = require_NamedNodeMapImpl();
	const RangeImpl_1 = require_RangeImpl();
	const NodeIteratorImpl_1 = require_NodeIteratorImpl();
	const TreeWalkerImpl_1 = require_TreeWalkerImpl();
	const NodeFilterImpl_1 = require_NodeFilterImpl();
	const MutationRecordImpl_1 = require_MutationRecordImpl();
	const DOMTokenListImpl_1 = require_DOMTokenListImpl();
	function create_domImplementation(document) {
		return DOMImplementationImpl_1.DOMImplementationImpl._create(document);
	}
	function create_window() {
		return WindowImpl_1.WindowImpl._create();
	}
	function create_xmlDocument() {
		return new XMLDocumentImpl_1.XMLDocumentImpl();
	}
	function create_document() {
		return new DocumentImpl_1.DocumentImpl();
	}
	function create_abortController() {
		return new AbortControllerImpl_1.AbortControllerImpl();
	}
	function create_abortSignal() {
		return AbortSignalImpl_1.AbortSignalImpl._create();
	}
	function create_documentType(document, name, publicId, systemId) {
		return DocumentTypeImpl_1.DocumentTypeImpl._create(document, name, publicId, systemId);
	}
	function create_element(document, localName, namespace, prefix) {
		return ElementImpl_1.ElementImpl._create(document, localName, namespace, prefix);
	}
	function create_htmlElement(document, localName, namespace, prefix) {
		return ElementImpl_1.ElementImpl._create(document, localName, namespace, prefix);
	}
	function create_htmlUnknownElement(document, localName, namespace, prefix) {
		return ElementImpl_1.ElementImpl._create(document, localName, namespace, prefix);
	}
	function create_documentFragment(document) {
		return DocumentFragmentImpl_1.DocumentFragmentImpl._create(document);
	}
	function create_shadowRoot(document, host) {
		return ShadowRootImpl_1.ShadowRootImpl._create(document, host);
	}
	function create_attr(document, localName) {
		return AttrImpl_1.AttrImpl._create(document, localName);
	}
	function create_text(document, data) {
		return TextImpl_1.TextImpl._create(document, data);
	}
	function create_cdataSection(document, data) {
		return CDATASectionImpl_1.CDATASectionImpl._create(document, data);
	}
	function create_comment(document, data) {
		return CommentImpl_1.CommentImpl._create(document, data);
	}
	function create_processingInstruction(document, target, data) {
		return ProcessingInstructionImpl_1.ProcessingInstructionImpl._create(document, target, data);
	}
	function create_htmlCollection(root, filter = (() => true)) {
		return HTMLCollectionImpl_1.HTMLCollectionImpl._create(root, filter);
	}
	function create_nodeList(root) {
		return NodeListImpl_1.NodeListImpl._create(root);
	}
	function create_nodeListStatic(root, items) {
		return NodeListStaticImpl_1.NodeListStaticImpl._create(root, items);
	}
	function create_namedNodeMap(element) {
		return NamedNodeMapImpl_1.NamedNodeMapImpl._create(element);
	}
	function create_range(start, end) {
		return RangeImpl_1.RangeImpl._create(start, end);
	}
	function create_nodeIterator(root, reference, pointerBeforeReference) {
		return NodeIteratorImpl_1.NodeIteratorImpl._create(root, reference, pointerBeforeReference);
	}
	function create_treeWalker(root, current) {
		return TreeWalkerImpl_1.TreeWalkerImpl._create(root, current);
	}
	function create_nodeFilter() {
		return NodeFilterImpl_1.NodeFilterImpl._create();
	}
	function create_mutationRecord(type, target, addedNodes, removedNodes, previousSibling, nextSibling, attributeName, attributeNamespace, oldValue) {
		return MutationRecordImpl_1.MutationRecordImpl._create(type, target, addedNodes, removedNodes, previousSibling, nextSibling, attributeName, attributeNamespace, oldValue);
	}
	function create_domTokenList(element, attribute) {
		return DOMTokenListImpl_1.DOMTokenListImpl._create(element, attribute);
	}
}));

// node_modules/@oozcitak/dom/lib/dom/DOMImpl.js
var require_DOMImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.dom = void 0;
	const util_1 = require_lib$12();
	const CreateAlgorithm_1 = require_CreateAlgorithm();
	var DOMImpl = class DOMImpl {
		static _instance;
		_features = {
			mutationObservers: true,
			customElements: true,
			slots: true,
			steps: true
		};
		_window = null;
		_compareCache;
		_rangeList;
		constructor() {
			this._compareCache = new util_1.CompareCache();
			this._rangeList = new util_1.FixedSizeSet();
		}
		setFeatures(features) {
			if (features === void 0) features = true;
			if ((0, util_1.isObject)(features)) for (const key in features) this._features[key] = features[key] || false;
			else for (const key in this._features) this._features[key] = features;
		}
		get features() {
			return this._features;
		}
		get window() {
			if (this._window === null) this._window = (0, CreateAlgorithm_1.create_window)();
			return this._window;
		}
		get compareCache() {
			return this._compareCache;
		}
		get rangeList() {
			return this._rangeList;
		}
		static get instance() {
			if (!DOMImpl._instance) DOMImpl._instance = new DOMImpl();
			return DOMImpl._instance;
		}
	};
	exports.dom = DOMImpl.instance;
}));

// node_modules/@oozcitak/dom/lib/dom/EventImpl.js
var require_EventImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.EventImpl = void 0;
	const interfaces_1 = require_interfaces$2();
	const algorithm_1 = require_algorithm();
	const WebIDLAlgorithm_1 = require_WebIDLAlgorithm();
	var EventImpl = class {
		static NONE = 0;
		static CAPTURING_PHASE = 1;
		static AT_TARGET = 2;
		static BUBBLING_PHASE = 3;
		NONE = 0;
		CAPTURING_PHASE = 1;
		AT_TARGET = 2;
		BUBBLING_PHASE = 3;
		_target = null;
		_relatedTarget = null;
		_touchTargetList = [];
		_path = [];
		_currentTarget = null;
		_eventPhase = interfaces_1.EventPhase.None;
		_stopPropagationFlag = false;
		_stopImmediatePropagationFlag = false;
		_canceledFlag = false;
		_inPassiveListenerFlag = false;
		_composedFlag = false;
		_initializedFlag = false;
		_dispatchFlag = false;
		_isTrusted = false;
		_type;
		_bubbles = false;
		_cancelable = false;
		_timeStamp;
		constructor(type, eventInit) {
			this._type = type;
			if (eventInit) {
				this._bubbles = eventInit.bubbles || false;
				this._cancelable = eventInit.cancelable || false;
				this._composedFlag = eventInit.composed || false;
			}
			this._initializedFlag = true;
			this._timeStamp = (/* @__PURE__ */ new Date()).getTime();
		}
		get type() {
			return this._type;
		}
		get target() {
			return this._target;
		}
		get srcElement() {
			return this._target;
		}
		get currentTarget() {
			return this._currentTarget;
		}
		composedPath() {
			const composedPath = [];
			const path = this._path;
			if (path.length === 0) return composedPath;
			const currentTarget = this._currentTarget;
			if (currentTarget === null) throw new Error("Event currentTarget is null.");
			composedPath.push(currentTarget);
			let currentTargetIndex = 0;
			let currentTargetHiddenSubtreeLevel = 0;
			let index = path.length - 1;
			while (index >= 0) {
				if (path[index].rootOfClosedTree) currentTargetHiddenSubtreeLevel++;
				if (path[index].invocationTarget === currentTarget) {
					currentTargetIndex = index;
					break;
				}
				if (path[index].slotInClosedTree) currentTargetHiddenSubtreeLevel--;
				index--;
			}
			let currentHiddenLevel = currentTargetHiddenSubtreeLevel;
			let maxHiddenLevel = currentTargetHiddenSubtreeLevel;
			index = currentTargetIndex - 1;
			while (index >= 0) {
				if (path[index].rootOfClosedTree) currentHiddenLevel++;
				if (currentHiddenLevel <= maxHiddenLevel) composedPath.unshift(path[index].invocationTarget);
				if (path[index].slotInClosedTree) {
					currentHiddenLevel--;
					if (currentHiddenLevel < maxHiddenLevel) maxHiddenLevel = currentHiddenLevel;
				}
				index--;
			}
			currentHiddenLevel = currentTargetHiddenSubtreeLevel;
			maxHiddenLevel = currentTargetHiddenSubtreeLevel;
			index = currentTargetIndex + 1;
			while (index < path.length) {
				if (path[index].slotInClosedTree) currentHiddenLevel++;
				if (currentHiddenLevel <= maxHiddenLevel) composedPath.push(path[index].invocationTarget);
				if (path[index].rootOfClosedTree) {
					currentHiddenLevel--;
					if (currentHiddenLevel < maxHiddenLevel) maxHiddenLevel = currentHiddenLevel;
				}
				index++;
			}
			return composedPath;
		}
		get eventPhase() {
			return this._eventPhase;
		}
		stopPropagation() {
			this._stopPropagationFlag = true;
		}
		get cancelBubble() {
			return this._stopPropagationFlag;
		}
		set cancelBubble(value) {
			if (value) this.stopPropagation();
		}
		stopImmediatePropagation() {
			this._stopPropagationFlag = true;
			this._stopImmediatePropagationFlag = true;
		}
		get bubbles() {
			return this._bubbles;
		}
		get cancelable() {
			return this._cancelable;
		}
		get returnValue() {
			return !this._canceledFlag;
		}
		set returnValue(value) {
			if (!value) (0, algorithm_1.event_setTheCanceledFlag)(this);
		}
		preventDefault() {
			(0, algorithm_1.event_setTheCanceledFlag)(this);
		}
		get defaultPrevented() {
			return this._canceledFlag;
		}
		get composed() {
			return this._composedFlag;
		}
		get isTrusted() {
			return this._isTrusted;
		}
		get timeStamp() {
			return this._timeStamp;
		}
		initEvent(type, bubbles = false, cancelable = false) {
			if (this._dispatchFlag) return;
			(0, algorithm_1.event_initialize)(this, type, bubbles, cancelable);
		}
	};
	exports.EventImpl = EventImpl;
	(0, WebIDLAlgorithm_1.idl_defineConst)(EventImpl.prototype, "NONE", 0);
	(0, WebIDLAlgorithm_1.idl_defineConst)(EventImpl.prototype, "CAPTURING_PHASE", 1);
	(0, WebIDLAlgorithm_1.idl_defineConst)(EventImpl.prototype, "AT_TARGET", 2);
	(0, WebIDLAlgorithm_1.idl_defineConst)(EventImpl.prototype, "BUBBLING_PHASE", 3);
}));

// node_modules/@oozcitak/dom/lib/dom/CustomEventImpl.js
var require_CustomEventImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CustomEventImpl = void 0;
	const EventImpl_1 = require_EventImpl();
	const algorithm_1 = require_algorithm();
	var CustomEventImpl = class extends EventImpl_1.EventImpl {
		_detail = null;
		constructor(type, eventInit) {
			super(type, eventInit);
			this._detail = eventInit && eventInit.detail || null;
		}
		get detail() {
			return this._detail;
		}
		initCustomEvent(type, bubbles = false, cancelable = false, detail = null) {
			if (this._dispatchFlag) return;
			(0, algorithm_1.event_initialize)(this, type, bubbles, cancelable);
			this._detail = detail;
		}
	};
	exports.CustomEventImpl = CustomEventImpl;
}));

// node_modules/@oozcitak/dom/lib/algorithm/TreeAlgorithm.js
var require_TreeAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.tree_getFirstDescendantNode = tree_getFirstDescendantNode;
	exports.tree_getNextDescendantNode = tree_getNextDescendantNode;
	exports.tree_getDescendantNodes = tree_getDescendantNodes;
	exports.tree_getDescendantElements = tree_getDescendantElements;
	exports.tree_getSiblingNodes = tree_getSiblingNodes;
	exports.tree_getFirstAncestorNode = tree_getFirstAncestorNode;
	exports.tree_getNextAncestorNode = tree_getNextAncestorNode;
	exports.tree_getAncestorNodes = tree_getAncestorNodes;
	exports.tree_getCommonAncestor = tree_getCommonAncestor;
	exports.tree_getFollowingNode = tree_getFollowingNode;
	exports.tree_getPrecedingNode = tree_getPrecedingNode;
	exports.tree_isConstrained = tree_isConstrained;
	exports.tree_nodeLength = tree_nodeLength;
	exports.tree_isEmpty = tree_isEmpty;
	exports.tree_rootNode = tree_rootNode;
	exports.tree_isDescendantOf = tree_isDescendantOf;
	exports.tree_isAncestorOf = tree_isAncestorOf;
	exports.tree_isHostIncludingAncestorOf = tree_isHostIncludingAncestorOf;
	exports.tree_isSiblingOf = tree_isSiblingOf;
	exports.tree_isPreceding = tree_isPreceding;
	exports.tree_isFollowing = tree_isFollowing;
	exports.tree_isParentOf = tree_isParentOf;
	exports.tree_isChildOf = tree_isChildOf;
	exports.tree_previousSibling = tree_previousSibling;
	exports.tree_nextSibling = tree_nextSibling;
	exports.tree_firstChild = tree_firstChild;
	exports.tree_lastChild = tree_lastChild;
	exports.tree_treePosition = tree_treePosition;
	exports.tree_index = tree_index;
	exports.tree_retarget = tree_retarget;
	const util_1 = require_util();
	const interfaces_1 = require_interfaces$2();
	function _getNextDescendantNode(root, node, shadow = false) {
		if (shadow && util_1.Guard.isElementNode(node) && util_1.Guard.isShadowRoot(node.shadowRoot)) {
			if (node.shadowRoot._firstChild) return node.shadowRoot._firstChild;
		}
		if (node._firstChild) return node._firstChild;
		if (node === root) return null;
		if (node._nextSibling) return node._nextSibling;
		let parent = node._parent;
		while (parent && parent !== root) {
			if (parent._nextSibling) return parent._nextSibling;
			parent = parent._parent;
		}
		return null;
	}
	function _emptyIterator() {
		return { [Symbol.iterator]: () => {
			return { next: () => {
				return {
					done: true,
					value: null
				};
			} };
		} };
	}
	function tree_getFirstDescendantNode(node, self = false, shadow = false, filter) {
		let firstNode = self ? node : _getNextDescendantNode(node, node, shadow);
		while (firstNode && filter && !filter(firstNode)) firstNode = _getNextDescendantNode(node, firstNode, shadow);
		return firstNode;
	}
	function tree_getNextDescendantNode(node, currentNode, self = false, shadow = false, filter) {
		let nextNode = _getNextDescendantNode(node, currentNode, shadow);
		while (nextNode && filter && !filter(nextNode)) nextNode = _getNextDescendantNode(node, nextNode, shadow);
		return nextNode;
	}
	function tree_getDescendantNodes(node, self = false, shadow = false, filter) {
		if (!self && node._children.size === 0) return _emptyIterator();
		return { [Symbol.iterator]: () => {
			let currentNode = self ? node : _getNextDescendantNode(node, node, shadow);
			return { next: () => {
				while (currentNode && filter && !filter(currentNode)) currentNode = _getNextDescendantNode(node, currentNode, shadow);
				if (currentNode === null) return {
					done: true,
					value: null
				};
				else {
					const result = {
						done: false,
						value: currentNode
					};
					currentNode = _getNextDescendantNode(node, currentNode, shadow);
					return result;
				}
			} };
		} };
	}
	function tree_getDescendantElements(node, self = false, shadow = false, filter) {
		if (!self && node._children.size === 0) return _emptyIterator();
		return { [Symbol.iterator]: () => {
			const it = tree_getDescendantNodes(node, self, shadow, (e) => util_1.Guard.isElementNode(e))[Symbol.iterator]();
			let currentNode = it.next().value;
			return { next() {
				while (currentNode && filter && !filter(currentNode)) currentNode = it.next().value;
				if (currentNode === null) return {
					done: true,
					value: null
				};
				else {
					const result = {
						done: false,
						value: currentNode
					};
					currentNode = it.next().value;
					return result;
				}
			} };
		} };
	}
	function tree_getSiblingNodes(node, self = false, filter) {
		if (!node._parent || node._parent._children.size === 0) return _emptyIterator();
		return { [Symbol.iterator]() {
			let currentNode = node._parent ? node._parent._firstChild : null;
			return { next() {
				while (currentNode && (filter && !filter(currentNode) || !self && currentNode === node)) currentNode = currentNode._nextSibling;
				if (currentNode === null) return {
					done: true,
					value: null
				};
				else {
					const result = {
						done: false,
						value: currentNode
					};
					currentNode = currentNode._nextSibling;
					return result;
				}
			} };
		} };
	}
	function tree_getFirstAncestorNode(node, self = false, filter) {
		let firstNode = self ? node : node._parent;
		while (firstNode && filter && !filter(firstNode)) firstNode = firstNode._parent;
		return firstNode;
	}
	function tree_getNextAncestorNode(node, currentNode, self = false, filter) {
		let nextNode = currentNode._parent;
		while (nextNode && filter && !filter(nextNode)) nextNode = nextNode._parent;
		return nextNode;
	}
	function tree_getAncestorNodes(node, self = false, filter) {
		if (!self && !node._parent) return _emptyIterator();
		return { [Symbol.iterator]() {
			let currentNode = tree_getFirstAncestorNode(node, self, filter);
			return { next() {
				if (currentNode === null) return {
					done: true,
					value: null
				};
				else {
					const result = {
						done: false,
						value: currentNode
					};
					currentNode = tree_getNextAncestorNode(node, currentNode, self, filter);
					return result;
				}
			} };
		} };
	}
	function tree_getCommonAncestor(nodeA, nodeB) {
		if (nodeA === nodeB) return nodeA._parent;
		const parentsA = [];
		const parentsB = [];
		let pA = tree_getFirstAncestorNode(nodeA, true);
		while (pA !== null) {
			parentsA.push(pA);
			pA = tree_getNextAncestorNode(nodeA, pA, true);
		}
		let pB = tree_getFirstAncestorNode(nodeB, true);
		while (pB !== null) {
			parentsB.push(pB);
			pB = tree_getNextAncestorNode(nodeB, pB, true);
		}
		let pos1 = parentsA.length;
		let pos2 = parentsB.length;
		let parent = null;
		for (let i = Math.min(pos1, pos2); i > 0; i--) {
			const parent1 = parentsA[--pos1];
			if (parent1 !== parentsB[--pos2]) break;
			parent = parent1;
		}
		return parent;
	}
	function tree_getFollowingNode(root, node) {
		if (node._firstChild) return node._firstChild;
		else if (node._nextSibling) return node._nextSibling;
		else while (true) {
			const parent = node._parent;
			if (parent === null || parent === root) return null;
			else if (parent._nextSibling) return parent._nextSibling;
			else node = parent;
		}
	}
	function tree_getPrecedingNode(root, node) {
		if (node === root) return null;
		if (node._previousSibling) {
			node = node._previousSibling;
			if (node._lastChild) return node._lastChild;
			else return node;
		} else return node._parent;
	}
	function tree_isConstrained(node) {
		switch (node._nodeType) {
			case interfaces_1.NodeType.Document:
				let hasDocType = false;
				let hasElement = false;
				for (const childNode of node._children) switch (childNode._nodeType) {
					case interfaces_1.NodeType.ProcessingInstruction:
					case interfaces_1.NodeType.Comment: break;
					case interfaces_1.NodeType.DocumentType:
						if (hasDocType || hasElement) return false;
						hasDocType = true;
						break;
					case interfaces_1.NodeType.Element:
						if (hasElement) return false;
						hasElement = true;
						break;
					default: return false;
				}
				break;
			case interfaces_1.NodeType.DocumentFragment:
			case interfaces_1.NodeType.Element:
				for (const childNode of node._children) switch (childNode._nodeType) {
					case interfaces_1.NodeType.Element:
					case interfaces_1.NodeType.Text:
					case interfaces_1.NodeType.ProcessingInstruction:
					case interfaces_1.NodeType.CData:
					case interfaces_1.NodeType.Comment: break;
					default: return false;
				}
				break;
			case interfaces_1.NodeType.DocumentType:
			case interfaces_1.NodeType.Text:
			case interfaces_1.NodeType.ProcessingInstruction:
			case interfaces_1.NodeType.CData:
			case interfaces_1.NodeType.Comment: return !node.hasChildNodes();
		}
		for (const childNode of node._children) if (!tree_isConstrained(childNode)) return false;
		return true;
	}
	function tree_nodeLength(node) {
		if (util_1.Guard.isDocumentTypeNode(node)) return 0;
		else if (util_1.Guard.isCharacterDataNode(node)) return node._data.length;
		else return node._children.size;
	}
	function tree_isEmpty(node) {
		return tree_nodeLength(node) === 0;
	}
	function tree_rootNode(node, shadow = false) {
		if (shadow) {
			const root = tree_rootNode(node, false);
			if (util_1.Guard.isShadowRoot(root)) return tree_rootNode(root._host, true);
			else return root;
		} else if (!node._parent) return node;
		else return tree_rootNode(node._parent);
	}
	function tree_isDescendantOf(node, other, self = false, shadow = false) {
		let child = tree_getFirstDescendantNode(node, self, shadow);
		while (child !== null) {
			if (child === other) return true;
			child = tree_getNextDescendantNode(node, child, self, shadow);
		}
		return false;
	}
	function tree_isAncestorOf(node, other, self = false, shadow = false) {
		let ancestor = self ? node : shadow && util_1.Guard.isShadowRoot(node) ? node._host : node._parent;
		while (ancestor !== null) {
			if (ancestor === other) return true;
			ancestor = shadow && util_1.Guard.isShadowRoot(ancestor) ? ancestor._host : ancestor._parent;
		}
		return false;
	}
	function tree_isHostIncludingAncestorOf(node, other, self = false) {
		if (tree_isAncestorOf(node, other, self)) return true;
		const root = tree_rootNode(node);
		if (util_1.Guard.isDocumentFragmentNode(root) && root._host !== null && tree_isHostIncludingAncestorOf(root._host, other, self)) return true;
		return false;
	}
	function tree_isSiblingOf(node, other, self = false) {
		if (node === other) {
			if (self) return true;
		} else return node._parent !== null && node._parent === other._parent;
		return false;
	}
	function tree_isPreceding(node, other) {
		const nodePos = tree_treePosition(node);
		const otherPos = tree_treePosition(other);
		if (nodePos === -1 || otherPos === -1) return false;
		else if (tree_rootNode(node) !== tree_rootNode(other)) return false;
		else return otherPos < nodePos;
	}
	function tree_isFollowing(node, other) {
		const nodePos = tree_treePosition(node);
		const otherPos = tree_treePosition(other);
		if (nodePos === -1 || otherPos === -1) return false;
		else if (tree_rootNode(node) !== tree_rootNode(other)) return false;
		else return otherPos > nodePos;
	}
	function tree_isParentOf(node, other) {
		return node._parent === other;
	}
	function tree_isChildOf(node, other) {
		return other._parent === node;
	}
	function tree_previousSibling(node) {
		return node._previousSibling;
	}
	function tree_nextSibling(node) {
		return node._nextSibling;
	}
	function tree_firstChild(node) {
		return node._firstChild;
	}
	function tree_lastChild(node) {
		return node._lastChild;
	}
	function tree_treePosition(node) {
		const root = tree_rootNode(node);
		let pos = 0;
		let childNode = tree_getFirstDescendantNode(root);
		while (childNode !== null) {
			pos++;
			if (childNode === node) return pos;
			childNode = tree_getNextDescendantNode(root, childNode);
		}
		return -1;
	}
	function tree_index(node) {
		let n = 0;
		while (node._previousSibling !== null) {
			n++;
			node = node._previousSibling;
		}
		return n;
	}
	function tree_retarget(a, b) {
		while (true) {
			if (!a || !util_1.Guard.isNode(a)) return a;
			const rootOfA = tree_rootNode(a);
			if (!util_1.Guard.isShadowRoot(rootOfA)) return a;
			if (b && util_1.Guard.isNode(b) && tree_isAncestorOf(rootOfA, b, true, true)) return a;
			a = rootOfA.host;
		}
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/MutationObserverAlgorithm.js
var require_MutationObserverAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.observer_queueAMutationObserverMicrotask = observer_queueAMutationObserverMicrotask;
	exports.observer_notifyMutationObservers = observer_notifyMutationObservers;
	exports.observer_queueMutationRecord = observer_queueMutationRecord;
	exports.observer_queueTreeMutationRecord = observer_queueTreeMutationRecord;
	exports.observer_queueAttributeMutationRecord = observer_queueAttributeMutationRecord;
	const DOMImpl_1 = require_DOMImpl();
	const util_1 = require_util();
	const infra_1 = require_lib$11();
	const CreateAlgorithm_1 = require_CreateAlgorithm();
	const TreeAlgorithm_1 = require_TreeAlgorithm();
	const EventAlgorithm_1 = require_EventAlgorithm();
	function observer_queueAMutationObserverMicrotask() {
		const window = DOMImpl_1.dom.window;
		if (window._mutationObserverMicrotaskQueued) return;
		window._mutationObserverMicrotaskQueued = true;
		Promise.resolve().then(() => {
			observer_notifyMutationObservers();
		});
	}
	function observer_notifyMutationObservers() {
		const window = DOMImpl_1.dom.window;
		window._mutationObserverMicrotaskQueued = false;
		const notifySet = infra_1.set.clone(window._mutationObservers);
		const signalSet = infra_1.set.clone(window._signalSlots);
		infra_1.set.empty(window._signalSlots);
		for (const mo of notifySet) {
			const records = infra_1.list.clone(mo._recordQueue);
			infra_1.list.empty(mo._recordQueue);
			for (let i = 0; i < mo._nodeList.length; i++) {
				const node = mo._nodeList[i];
				infra_1.list.remove(node._registeredObserverList, (observer) => {
					return util_1.Guard.isTransientRegisteredObserver(observer) && observer.observer === mo;
				});
			}
			if (!infra_1.list.isEmpty(records)) try {
				mo._callback.call(mo, records, mo);
			} catch (err) {}
		}
		if (DOMImpl_1.dom.features.slots) for (const slot of signalSet) (0, EventAlgorithm_1.event_fireAnEvent)("slotchange", slot, void 0, { bubbles: true });
	}
	function observer_queueMutationRecord(type, target, name, namespace, oldValue, addedNodes, removedNodes, previousSibling, nextSibling) {
		const interestedObservers = /* @__PURE__ */ new Map();
		let node = (0, TreeAlgorithm_1.tree_getFirstAncestorNode)(target, true);
		while (node !== null) {
			for (let i = 0; i < node._registeredObserverList.length; i++) {
				const registered = node._registeredObserverList[i];
				const options = registered.options;
				if (node !== target && !options.subtree) continue;
				if (type === "attributes" && !options.attributes) continue;
				if (type === "attributes" && options.attributeFilter && (!options.attributeFilter.indexOf(name || "") || namespace !== null)) continue;
				if (type === "characterData" && !options.characterData) continue;
				if (type === "childList" && !options.childList) continue;
				const mo = registered.observer;
				if (!interestedObservers.has(mo)) interestedObservers.set(mo, null);
				if (type === "attributes" && options.attributeOldValue || type === "characterData" && options.characterDataOldValue) interestedObservers.set(mo, oldValue);
			}
			node = (0, TreeAlgorithm_1.tree_getNextAncestorNode)(target, node, true);
		}
		for (const [observer, mappedOldValue] of interestedObservers) {
			const record = (0, CreateAlgorithm_1.create_mutationRecord)(type, target, (0, CreateAlgorithm_1.create_nodeListStatic)(target, addedNodes), (0, CreateAlgorithm_1.create_nodeListStatic)(target, removedNodes), previousSibling, nextSibling, name, namespace, mappedOldValue);
			observer._recordQueue.push(record);
		}
		observer_queueAMutationObserverMicrotask();
	}
	function observer_queueTreeMutationRecord(target, addedNodes, removedNodes, previousSibling, nextSibling) {
		observer_queueMutationRecord("childList", target, null, null, null, addedNodes, removedNodes, previousSibling, nextSibling);
	}
	function observer_queueAttributeMutationRecord(target, name, namespace, oldValue) {
		observer_queueMutationRecord("attributes", target, name, namespace, oldValue, [], [], null, null);
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/ShadowTreeAlgorithm.js
var require_ShadowTreeAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.shadowTree_signalASlotChange = shadowTree_signalASlotChange;
	exports.shadowTree_isConnected = shadowTree_isConnected;
	exports.shadowTree_isAssigned = shadowTree_isAssigned;
	exports.shadowTree_findASlot = shadowTree_findASlot;
	exports.shadowTree_findSlotables = shadowTree_findSlotables;
	exports.shadowTree_findFlattenedSlotables = shadowTree_findFlattenedSlotables;
	exports.shadowTree_assignSlotables = shadowTree_assignSlotables;
	exports.shadowTree_assignSlotablesForATree = shadowTree_assignSlotablesForATree;
	exports.shadowTree_assignASlot = shadowTree_assignASlot;
	const DOMImpl_1 = require_DOMImpl();
	const util_1 = require_util();
	const util_2 = require_lib$12();
	const TreeAlgorithm_1 = require_TreeAlgorithm();
	const MutationObserverAlgorithm_1 = require_MutationObserverAlgorithm();
	function shadowTree_signalASlotChange(slot) {
		DOMImpl_1.dom.window._signalSlots.add(slot);
		(0, MutationObserverAlgorithm_1.observer_queueAMutationObserverMicrotask)();
	}
	function shadowTree_isConnected(element) {
		return util_1.Guard.isDocumentNode((0, TreeAlgorithm_1.tree_rootNode)(element, true));
	}
	function shadowTree_isAssigned(slotable) {
		return slotable._assignedSlot !== null;
	}
	function shadowTree_findASlot(slotable, openFlag = false) {
		const parent = util_1.Cast.asNode(slotable)._parent;
		if (parent === null) return null;
		const shadow = parent._shadowRoot || null;
		if (shadow === null) return null;
		if (openFlag && shadow._mode !== "open") return null;
		let child = (0, TreeAlgorithm_1.tree_getFirstDescendantNode)(shadow, false, true, (e) => util_1.Guard.isSlot(e));
		while (child !== null) {
			if (child._name === slotable._name) return child;
			child = (0, TreeAlgorithm_1.tree_getNextDescendantNode)(shadow, child, false, true, (e) => util_1.Guard.isSlot(e));
		}
		return null;
	}
	function shadowTree_findSlotables(slot) {
		const result = [];
		const root = (0, TreeAlgorithm_1.tree_rootNode)(slot);
		if (!util_1.Guard.isShadowRoot(root)) return result;
		const host = root._host;
		for (const slotable of host._children) if (util_1.Guard.isSlotable(slotable)) {
			if (shadowTree_findASlot(slotable) === slot) result.push(slotable);
		}
		return result;
	}
	function shadowTree_findFlattenedSlotables(slot) {
		const result = [];
		const root = (0, TreeAlgorithm_1.tree_rootNode)(slot);
		if (!util_1.Guard.isShadowRoot(root)) return result;
		const slotables = shadowTree_findSlotables(slot);
		if ((0, util_2.isEmpty)(slotables)) {
			for (const slotable of slot._children) if (util_1.Guard.isSlotable(slotable)) slotables.push(slotable);
		}
		for (const node of slotables) if (util_1.Guard.isSlot(node) && util_1.Guard.isShadowRoot((0, TreeAlgorithm_1.tree_rootNode)(node))) {
			const temporaryResult = shadowTree_findFlattenedSlotables(node);
			result.push(...temporaryResult);
		} else result.push(node);
		return result;
	}
	function shadowTree_assignSlotables(slot) {
		const slotables = shadowTree_findSlotables(slot);
		if (slotables.length === slot._assignedNodes.length) {
			let nodesIdentical = true;
			for (let i = 0; i < slotables.length; i++) if (slotables[i] !== slot._assignedNodes[i]) {
				nodesIdentical = false;
				break;
			}
			if (!nodesIdentical) shadowTree_signalASlotChange(slot);
		}
		slot._assignedNodes = slotables;
		for (const slotable of slotables) slotable._assignedSlot = slot;
	}
	function shadowTree_assignSlotablesForATree(root) {
		let descendant = (0, TreeAlgorithm_1.tree_getFirstDescendantNode)(root, true, false, (e) => util_1.Guard.isSlot(e));
		while (descendant !== null) {
			shadowTree_assignSlotables(descendant);
			descendant = (0, TreeAlgorithm_1.tree_getNextDescendantNode)(root, descendant, true, false, (e) => util_1.Guard.isSlot(e));
		}
	}
	function shadowTree_assignASlot(slotable) {
		const slot = shadowTree_findASlot(slotable);
		if (slot !== null) shadowTree_assignSlotables(slot);
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/DOMAlgorithm.js
var require_DOMAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.dom_runRemovingSteps = dom_runRemovingSteps;
	exports.dom_runCloningSteps = dom_runCloningSteps;
	exports.dom_runAdoptingSteps = dom_runAdoptingSteps;
	exports.dom_runAttributeChangeSteps = dom_runAttributeChangeSteps;
	exports.dom_runInsertionSteps = dom_runInsertionSteps;
	exports.dom_runNodeIteratorPreRemovingSteps = dom_runNodeIteratorPreRemovingSteps;
	exports.dom_hasSupportedTokens = dom_hasSupportedTokens;
	exports.dom_getSupportedTokens = dom_getSupportedTokens;
	exports.dom_runEventConstructingSteps = dom_runEventConstructingSteps;
	exports.dom_runChildTextContentChangeSteps = dom_runChildTextContentChangeSteps;
	const DOMImpl_1 = require_DOMImpl();
	const TreeAlgorithm_1 = require_TreeAlgorithm();
	const util_1 = require_util();
	const ShadowTreeAlgorithm_1 = require_ShadowTreeAlgorithm();
	const supportedTokens = /* @__PURE__ */ new Map();
	function dom_runRemovingSteps(removedNode, oldParent) {}
	function dom_runCloningSteps(copy, node, document, cloneChildrenFlag) {}
	function dom_runAdoptingSteps(node, oldDocument) {}
	function dom_runAttributeChangeSteps(element, localName, oldValue, value, namespace) {
		if (DOMImpl_1.dom.features.slots) {
			updateASlotablesName.call(element, element, localName, oldValue, value, namespace);
			updateASlotsName.call(element, element, localName, oldValue, value, namespace);
		}
		updateAnElementID.call(element, element, localName, value, namespace);
		for (const step of element._attributeChangeSteps) step.call(element, element, localName, oldValue, value, namespace);
	}
	function dom_runInsertionSteps(insertedNode) {}
	function dom_runNodeIteratorPreRemovingSteps(nodeIterator, toBeRemoved) {
		removeNodeIterator.call(nodeIterator, nodeIterator, toBeRemoved);
	}
	function dom_hasSupportedTokens(attributeName) {
		return supportedTokens.has(attributeName);
	}
	function dom_getSupportedTokens(attributeName) {
		return supportedTokens.get(attributeName) || /* @__PURE__ */ new Set();
	}
	function dom_runEventConstructingSteps(event) {}
	function dom_runChildTextContentChangeSteps(parent) {}
	function removeNodeIterator(nodeIterator, toBeRemovedNode) {
		if (toBeRemovedNode === nodeIterator._root || !(0, TreeAlgorithm_1.tree_isAncestorOf)(nodeIterator._reference, toBeRemovedNode, true)) return;
		if (nodeIterator._pointerBeforeReference) while (true) {
			const nextNode = (0, TreeAlgorithm_1.tree_getFollowingNode)(nodeIterator._root, toBeRemovedNode);
			if (nextNode !== null && (0, TreeAlgorithm_1.tree_isDescendantOf)(nodeIterator._root, nextNode, true) && !(0, TreeAlgorithm_1.tree_isDescendantOf)(toBeRemovedNode, nextNode, true)) {
				nodeIterator._reference = nextNode;
				return;
			} else if (nextNode === null) {
				nodeIterator._pointerBeforeReference = false;
				return;
			}
		}
		if (toBeRemovedNode._previousSibling === null) {
			if (toBeRemovedNode._parent !== null) nodeIterator._reference = toBeRemovedNode._parent;
		} else {
			let referenceNode = toBeRemovedNode._previousSibling;
			let childNode = (0, TreeAlgorithm_1.tree_getFirstDescendantNode)(toBeRemovedNode._previousSibling, true, false);
			while (childNode !== null) {
				if (childNode !== null) referenceNode = childNode;
				childNode = (0, TreeAlgorithm_1.tree_getNextDescendantNode)(toBeRemovedNode._previousSibling, childNode, true, false);
			}
			nodeIterator._reference = referenceNode;
		}
	}
	function updateASlotsName(element, localName, oldValue, value, namespace) {
		if (util_1.Guard.isSlot(element) && localName === "name" && namespace === null) {
			if (value === oldValue) return;
			if (value === null && oldValue === "") return;
			if (value === "" && oldValue === null) return;
			if (value === null || value === "") element._name = "";
			else element._name = value;
			(0, ShadowTreeAlgorithm_1.shadowTree_assignSlotablesForATree)((0, TreeAlgorithm_1.tree_rootNode)(element));
		}
	}
	function updateASlotablesName(element, localName, oldValue, value, namespace) {
		if (util_1.Guard.isSlotable(element) && localName === "slot" && namespace === null) {
			if (value === oldValue) return;
			if (value === null && oldValue === "") return;
			if (value === "" && oldValue === null) return;
			if (value === null || value === "") element._name = "";
			else element._name = value;
			if ((0, ShadowTreeAlgorithm_1.shadowTree_isAssigned)(element)) (0, ShadowTreeAlgorithm_1.shadowTree_assignSlotables)(element._assignedSlot);
			(0, ShadowTreeAlgorithm_1.shadowTree_assignASlot)(element);
		}
	}
	function updateAnElementID(element, localName, value, namespace) {
		if (localName === "id" && namespace === null) {
			if (!value) element._uniqueIdentifier = void 0;
			else element._uniqueIdentifier = value;
		}
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/EventAlgorithm.js
var require_EventAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.event_setTheCanceledFlag = event_setTheCanceledFlag;
	exports.event_initialize = event_initialize;
	exports.event_createAnEvent = event_createAnEvent;
	exports.event_innerEventCreationSteps = event_innerEventCreationSteps;
	exports.event_dispatch = event_dispatch;
	exports.event_appendToAnEventPath = event_appendToAnEventPath;
	exports.event_invoke = event_invoke;
	exports.event_innerInvoke = event_innerInvoke;
	exports.event_fireAnEvent = event_fireAnEvent;
	exports.event_createLegacyEvent = event_createLegacyEvent;
	exports.event_getterEventHandlerIDLAttribute = event_getterEventHandlerIDLAttribute;
	exports.event_setterEventHandlerIDLAttribute = event_setterEventHandlerIDLAttribute;
	exports.event_determineTheTargetOfAnEventHandler = event_determineTheTargetOfAnEventHandler;
	exports.event_getTheCurrentValueOfAnEventHandler = event_getTheCurrentValueOfAnEventHandler;
	exports.event_activateAnEventHandler = event_activateAnEventHandler;
	exports.event_deactivateAnEventHandler = event_deactivateAnEventHandler;
	const DOMImpl_1 = require_DOMImpl();
	const interfaces_1 = require_interfaces$2();
	const util_1 = require_util();
	const CustomEventImpl_1 = require_CustomEventImpl();
	const EventImpl_1 = require_EventImpl();
	const DOMException_1 = require_DOMException();
	const TreeAlgorithm_1 = require_TreeAlgorithm();
	const ShadowTreeAlgorithm_1 = require_ShadowTreeAlgorithm();
	const DOMAlgorithm_1 = require_DOMAlgorithm();
	function event_setTheCanceledFlag(event) {
		if (event._cancelable && !event._inPassiveListenerFlag) event._canceledFlag = true;
	}
	function event_initialize(event, type, bubbles, cancelable) {
		event._initializedFlag = true;
		event._stopPropagationFlag = false;
		event._stopImmediatePropagationFlag = false;
		event._canceledFlag = false;
		event._isTrusted = false;
		event._target = null;
		event._type = type;
		event._bubbles = bubbles;
		event._cancelable = cancelable;
	}
	function event_createAnEvent(eventInterface, realm = void 0) {
		if (realm === void 0) realm = null;
		const event = event_innerEventCreationSteps(eventInterface, realm, /* @__PURE__ */ new Date(), {});
		event._isTrusted = true;
		return event;
	}
	function event_innerEventCreationSteps(eventInterface, realm, time, dictionary) {
		const event = new eventInterface("");
		event._initializedFlag = true;
		event._timeStamp = time.getTime();
		Object.assign(event, dictionary);
		if (DOMImpl_1.dom.features.steps) (0, DOMAlgorithm_1.dom_runEventConstructingSteps)(event);
		return event;
	}
	function event_dispatch(event, target, legacyTargetOverrideFlag = false, legacyOutputDidListenersThrowFlag = { value: false }) {
		let clearTargets = false;
		event._dispatchFlag = true;
		let targetOverride = target;
		if (legacyTargetOverrideFlag) {
			const doc = target._associatedDocument;
			if (util_1.Guard.isDocumentNode(doc)) targetOverride = doc;
		}
		let activationTarget = null;
		let relatedTarget = (0, TreeAlgorithm_1.tree_retarget)(event._relatedTarget, target);
		if (target !== relatedTarget || target === event._relatedTarget) {
			let touchTargets = [];
			for (const touchTarget of event._touchTargetList) touchTargets.push((0, TreeAlgorithm_1.tree_retarget)(touchTarget, target));
			event_appendToAnEventPath(event, target, targetOverride, relatedTarget, touchTargets, false);
			const isActivationEvent = util_1.Guard.isMouseEvent(event) && event._type === "click";
			if (isActivationEvent && target._activationBehavior !== void 0) activationTarget = target;
			let slotable = util_1.Guard.isSlotable(target) && (0, ShadowTreeAlgorithm_1.shadowTree_isAssigned)(target) ? target : null;
			let slotInClosedTree = false;
			let parent = target._getTheParent(event);
			while (parent !== null && util_1.Guard.isNode(parent)) {
				if (slotable !== null) {
					if (!util_1.Guard.isSlot(parent)) throw new Error("Parent node of a slotable should be a slot.");
					slotable = null;
					const root = (0, TreeAlgorithm_1.tree_rootNode)(parent, true);
					if (util_1.Guard.isShadowRoot(root) && root._mode === "closed") slotInClosedTree = true;
				}
				if (util_1.Guard.isSlotable(parent) && (0, ShadowTreeAlgorithm_1.shadowTree_isAssigned)(parent)) slotable = parent;
				relatedTarget = (0, TreeAlgorithm_1.tree_retarget)(event._relatedTarget, parent);
				touchTargets = [];
				for (const touchTarget of event._touchTargetList) touchTargets.push((0, TreeAlgorithm_1.tree_retarget)(touchTarget, parent));
				if (util_1.Guard.isWindow(parent) || util_1.Guard.isNode(parent) && util_1.Guard.isNode(target) && (0, TreeAlgorithm_1.tree_isAncestorOf)((0, TreeAlgorithm_1.tree_rootNode)(target, true), parent, true, true)) {
					if (isActivationEvent && event._bubbles && activationTarget === null && parent._activationBehavior) activationTarget = parent;
					event_appendToAnEventPath(event, parent, null, relatedTarget, touchTargets, slotInClosedTree);
				} else if (parent === relatedTarget) parent = null;
				else {
					target = parent;
					if (isActivationEvent && activationTarget === null && target._activationBehavior) activationTarget = target;
					event_appendToAnEventPath(event, parent, target, relatedTarget, touchTargets, slotInClosedTree);
				}
				if (parent !== null) parent = parent._getTheParent(event);
				slotInClosedTree = false;
			}
			let clearTargetsStruct = null;
			const path = event._path;
			for (let i = path.length - 1; i >= 0; i--) {
				const struct = path[i];
				if (struct.shadowAdjustedTarget !== null) {
					clearTargetsStruct = struct;
					break;
				}
			}
			if (clearTargetsStruct !== null) {
				if (util_1.Guard.isNode(clearTargetsStruct.shadowAdjustedTarget) && util_1.Guard.isShadowRoot((0, TreeAlgorithm_1.tree_rootNode)(clearTargetsStruct.shadowAdjustedTarget, true))) clearTargets = true;
				else if (util_1.Guard.isNode(clearTargetsStruct.relatedTarget) && util_1.Guard.isShadowRoot((0, TreeAlgorithm_1.tree_rootNode)(clearTargetsStruct.relatedTarget, true))) clearTargets = true;
				else for (let j = 0; j < clearTargetsStruct.touchTargetList.length; j++) {
					const struct = clearTargetsStruct.touchTargetList[j];
					if (util_1.Guard.isNode(struct) && util_1.Guard.isShadowRoot((0, TreeAlgorithm_1.tree_rootNode)(struct, true))) {
						clearTargets = true;
						break;
					}
				}
			}
			if (activationTarget !== null && activationTarget._legacyPreActivationBehavior !== void 0) activationTarget._legacyPreActivationBehavior(event);
			for (let i = path.length - 1; i >= 0; i--) {
				const struct = path[i];
				if (struct.shadowAdjustedTarget !== null) event._eventPhase = interfaces_1.EventPhase.AtTarget;
				else event._eventPhase = interfaces_1.EventPhase.Capturing;
				event_invoke(struct, event, "capturing", legacyOutputDidListenersThrowFlag);
			}
			for (let i = 0; i < path.length; i++) {
				const struct = path[i];
				if (struct.shadowAdjustedTarget !== null) event._eventPhase = interfaces_1.EventPhase.AtTarget;
				else {
					if (!event._bubbles) continue;
					event._eventPhase = interfaces_1.EventPhase.Bubbling;
				}
				event_invoke(struct, event, "bubbling", legacyOutputDidListenersThrowFlag);
			}
		}
		event._eventPhase = interfaces_1.EventPhase.None;
		event._currentTarget = null;
		event._path = [];
		event._dispatchFlag = false;
		event._stopPropagationFlag = false;
		event._stopImmediatePropagationFlag = false;
		if (clearTargets) {
			event._target = null;
			event._relatedTarget = null;
			event._touchTargetList = [];
		}
		if (activationTarget !== null) {
			if (!event._canceledFlag && activationTarget._activationBehavior !== void 0) activationTarget._activationBehavior(event);
			else if (activationTarget._legacyCanceledActivationBehavior !== void 0) activationTarget._legacyCanceledActivationBehavior(event);
		}
		return !event._canceledFlag;
	}
	function event_appendToAnEventPath(event, invocationTarget, shadowAdjustedTarget, relatedTarget, touchTargets, slotInClosedTree) {
		let invocationTargetInShadowTree = false;
		if (util_1.Guard.isNode(invocationTarget) && util_1.Guard.isShadowRoot((0, TreeAlgorithm_1.tree_rootNode)(invocationTarget))) invocationTargetInShadowTree = true;
		let rootOfClosedTree = false;
		if (util_1.Guard.isShadowRoot(invocationTarget) && invocationTarget._mode === "closed") rootOfClosedTree = true;
		event._path.push({
			invocationTarget,
			invocationTargetInShadowTree,
			shadowAdjustedTarget,
			relatedTarget,
			touchTargetList: touchTargets,
			rootOfClosedTree,
			slotInClosedTree
		});
	}
	function event_invoke(struct, event, phase, legacyOutputDidListenersThrowFlag = { value: false }) {
		const path = event._path;
		let index = -1;
		for (let i = 0; i < path.length; i++) if (path[i] === struct) {
			index = i;
			break;
		}
		if (index !== -1) {
			let item = path[index];
			if (item.shadowAdjustedTarget !== null) event._target = item.shadowAdjustedTarget;
			else if (index > 0) {
				item = path[index - 1];
				if (item.shadowAdjustedTarget !== null) event._target = item.shadowAdjustedTarget;
			}
		}
		event._relatedTarget = struct.relatedTarget;
		event._touchTargetList = struct.touchTargetList;
		if (event._stopPropagationFlag) return;
		event._currentTarget = struct.invocationTarget;
		const targetListeners = event._currentTarget._eventListenerList;
		let listeners = new Array(...targetListeners);
		if (!event_innerInvoke(event, listeners, phase, struct, legacyOutputDidListenersThrowFlag) && event._isTrusted) {
			const originalEventType = event._type;
			if (originalEventType === "animationend") event._type = "webkitAnimationEnd";
			else if (originalEventType === "animationiteration") event._type = "webkitAnimationIteration";
			else if (originalEventType === "animationstart") event._type = "webkitAnimationStart";
			else if (originalEventType === "transitionend") event._type = "webkitTransitionEnd";
			event_innerInvoke(event, listeners, phase, struct, legacyOutputDidListenersThrowFlag);
			event._type = originalEventType;
		}
	}
	function event_innerInvoke(event, listeners, phase, struct, legacyOutputDidListenersThrowFlag = { value: false }) {
		let found = false;
		for (let i = 0; i < listeners.length; i++) {
			const listener = listeners[i];
			if (!listener.removed) {
				if (event._type !== listener.type) continue;
				found = true;
				if (phase === "capturing" && !listener.capture) continue;
				if (phase === "bubbling" && listener.capture) continue;
				if (listener.once && event._currentTarget !== null) {
					const impl = event._currentTarget;
					let index = -1;
					for (let i = 0; i < impl._eventListenerList.length; i++) if (impl._eventListenerList[i] === listener) {
						index = i;
						break;
					}
					if (index !== -1) impl._eventListenerList.splice(index, 1);
				}
				const globalObject = void 0;
				let currentEvent = void 0;
				if (util_1.Guard.isWindow(globalObject)) {
					currentEvent = globalObject._currentEvent;
					if (struct.invocationTargetInShadowTree === false) globalObject._currentEvent = event;
				}
				if (listener.passive) event._inPassiveListenerFlag = true;
				try {
					listener.callback.handleEvent.call(event._currentTarget, event);
				} catch (err) {
					legacyOutputDidListenersThrowFlag.value = true;
				}
				if (listener.passive) event._inPassiveListenerFlag = false;
				if (util_1.Guard.isWindow(globalObject)) globalObject._currentEvent = currentEvent;
				if (event._stopImmediatePropagationFlag) return found;
			}
		}
		return found;
	}
	function event_fireAnEvent(e, target, eventConstructor, idlAttributes, legacyTargetOverrideFlag) {
		if (eventConstructor === void 0) eventConstructor = EventImpl_1.EventImpl;
		const event = event_createAnEvent(eventConstructor);
		event._type = e;
		if (idlAttributes) for (const key in idlAttributes) {
			const idlObj = event;
			idlObj[key] = idlAttributes[key];
		}
		return event_dispatch(event, target, legacyTargetOverrideFlag);
	}
	function event_createLegacyEvent(eventInterface) {
		let constructor = null;
		switch (eventInterface.toLowerCase()) {
			case "beforeunloadevent": break;
			case "compositionevent": break;
			case "customevent":
				constructor = CustomEventImpl_1.CustomEventImpl;
				break;
			case "devicemotionevent": break;
			case "deviceorientationevent": break;
			case "dragevent": break;
			case "event":
			case "events": constructor = EventImpl_1.EventImpl;
		}
		if (constructor === null) throw new DOMException_1.NotSupportedError(`Event constructor not found for interface ${eventInterface}.`);
		const event = new constructor("");
		event._type = "";
		event._timeStamp = (/* @__PURE__ */ new Date()).getTime();
		event._isTrusted = false;
		event._initializedFlag = false;
		return event;
	}
	function event_getterEventHandlerIDLAttribute(thisObj, name) {
		const eventTarget = event_determineTheTargetOfAnEventHandler(thisObj, name);
		if (eventTarget === null) return null;
		return event_getTheCurrentValueOfAnEventHandler(eventTarget, name);
	}
	function event_setterEventHandlerIDLAttribute(thisObj, name, value) {
		const eventTarget = event_determineTheTargetOfAnEventHandler(thisObj, name);
		if (eventTarget === null) return;
		if (value === null);
		else {
			const eventHandler = eventTarget._eventHandlerMap["onabort"];
			if (eventHandler !== void 0) eventHandler.value = value;
		}
	}
	function event_determineTheTargetOfAnEventHandler(eventTarget, name) {
		return null;
	}
	function event_getTheCurrentValueOfAnEventHandler(eventTarget, name) {
		return null;
	}
	function event_activateAnEventHandler(eventTarget, name) {}
	function event_deactivateAnEventHandler(eventTarget, name) {}
}));

// node_modules/@oozcitak/dom/lib/algorithm/AbortAlgorithm.js
var require_AbortAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.abort_add = abort_add;
	exports.abort_remove = abort_remove;
	exports.abort_signalAbort = abort_signalAbort;
	const EventAlgorithm_1 = require_EventAlgorithm();
	function abort_add(algorithm, signal) {
		if (signal._abortedFlag) return;
		signal._abortAlgorithms.add(algorithm);
	}
	function abort_remove(algorithm, signal) {
		signal._abortAlgorithms.delete(algorithm);
	}
	function abort_signalAbort(signal) {
		if (signal._abortedFlag) return;
		signal._abortedFlag = true;
		for (const algorithm of signal._abortAlgorithms) algorithm.call(signal);
		signal._abortAlgorithms.clear();
		(0, EventAlgorithm_1.event_fireAnEvent)("abort", signal);
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/CustomElementAlgorithm.js
var require_CustomElementAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.customElement_isValidCustomElementName = customElement_isValidCustomElementName;
	exports.customElement_isValidElementName = customElement_isValidElementName;
	exports.customElement_isVoidElementName = customElement_isVoidElementName;
	exports.customElement_isValidShadowHostName = customElement_isValidShadowHostName;
	exports.customElement_enqueueACustomElementUpgradeReaction = customElement_enqueueACustomElementUpgradeReaction;
	exports.customElement_enqueueACustomElementCallbackReaction = customElement_enqueueACustomElementCallbackReaction;
	exports.customElement_upgrade = customElement_upgrade;
	exports.customElement_tryToUpgrade = customElement_tryToUpgrade;
	exports.customElement_lookUpACustomElementDefinition = customElement_lookUpACustomElementDefinition;
	const PotentialCustomElementName = /[a-z]([\0-\t\x2D\._a-z\xB7\xC0-\xD6\xD8-\xF6\xF8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])*-([\0-\t\x2D\._a-z\xB7\xC0-\xD6\xD8-\xF6\xF8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])*/;
	const NamesWithHyphen = /* @__PURE__ */ new Set([
		"annotation-xml",
		"color-profile",
		"font-face",
		"font-face-src",
		"font-face-uri",
		"font-face-format",
		"font-face-name",
		"missing-glyph"
	]);
	const ElementNames = /* @__PURE__ */ new Set([
		"article",
		"aside",
		"blockquote",
		"body",
		"div",
		"footer",
		"h1",
		"h2",
		"h3",
		"h4",
		"h5",
		"h6",
		"header",
		"main",
		"nav",
		"p",
		"section",
		"span"
	]);
	const VoidElementNames = /* @__PURE__ */ new Set([
		"area",
		"base",
		"basefont",
		"bgsound",
		"br",
		"col",
		"embed",
		"frame",
		"hr",
		"img",
		"input",
		"keygen",
		"link",
		"menuitem",
		"meta",
		"param",
		"source",
		"track",
		"wbr"
	]);
	const ShadowHostNames = /* @__PURE__ */ new Set([
		"article",
		"aside",
		"blockquote",
		"body",
		"div",
		"footer",
		"h1",
		"h2",
		"h3",
		"h4",
		"h5",
		"h6",
		"header",
		"main",
		"nav",
		"p",
		"section",
		"span"
	]);
	function customElement_isValidCustomElementName(name) {
		if (!PotentialCustomElementName.test(name)) return false;
		if (NamesWithHyphen.has(name)) return false;
		return true;
	}
	function customElement_isValidElementName(name) {
		return ElementNames.has(name);
	}
	function customElement_isVoidElementName(name) {
		return VoidElementNames.has(name);
	}
	function customElement_isValidShadowHostName(name) {
		return ShadowHostNames.has(name);
	}
	function customElement_enqueueACustomElementUpgradeReaction(element, definition) {}
	function customElement_enqueueACustomElementCallbackReaction(element, callbackName, args) {}
	function customElement_upgrade(definition, element) {}
	function customElement_tryToUpgrade(element) {}
	function customElement_lookUpACustomElementDefinition(document, namespace, localName, is) {
		return null;
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/TraversalAlgorithm.js
var require_TraversalAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.traversal_filter = traversal_filter;
	const interfaces_1 = require_interfaces$2();
	const DOMException_1 = require_DOMException();
	function traversal_filter(traverser, node) {
		if (traverser._activeFlag) throw new DOMException_1.InvalidStateError();
		const mask = 1 << node._nodeType - 1;
		if ((traverser.whatToShow & mask) === 0) return interfaces_1.FilterResult.Skip;
		if (!traverser.filter) return interfaces_1.FilterResult.Accept;
		traverser._activeFlag = true;
		let result = interfaces_1.FilterResult.Reject;
		try {
			result = traverser.filter.acceptNode(node);
		} catch (err) {
			traverser._activeFlag = false;
			throw err;
		}
		traverser._activeFlag = false;
		return result;
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/NodeIteratorAlgorithm.js
var require_NodeIteratorAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.nodeIterator_traverse = nodeIterator_traverse;
	exports.nodeIterator_iteratorList = nodeIterator_iteratorList;
	const DOMImpl_1 = require_DOMImpl();
	const interfaces_1 = require_interfaces$2();
	const TraversalAlgorithm_1 = require_TraversalAlgorithm();
	const TreeAlgorithm_1 = require_TreeAlgorithm();
	function nodeIterator_traverse(iterator, forward) {
		let node = iterator._reference;
		let beforeNode = iterator._pointerBeforeReference;
		while (true) {
			if (forward) {
				if (!beforeNode) {
					const nextNode = (0, TreeAlgorithm_1.tree_getFollowingNode)(iterator._root, node);
					if (nextNode) node = nextNode;
					else return null;
				} else beforeNode = false;
			} else if (beforeNode) {
				const prevNode = (0, TreeAlgorithm_1.tree_getPrecedingNode)(iterator.root, node);
				if (prevNode) node = prevNode;
				else return null;
			} else beforeNode = true;
			if ((0, TraversalAlgorithm_1.traversal_filter)(iterator, node) === interfaces_1.FilterResult.Accept) break;
		}
		iterator._reference = node;
		iterator._pointerBeforeReference = beforeNode;
		return node;
	}
	function nodeIterator_iteratorList() {
		return DOMImpl_1.dom.window._iteratorList;
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/XMLAlgorithm.js
var require_XMLAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.xml_isName = xml_isName;
	exports.xml_isQName = xml_isQName;
	exports.xml_isLegalChar = xml_isLegalChar;
	exports.xml_isPubidChar = xml_isPubidChar;
	function xml_isName(name) {
		for (let i = 0; i < name.length; i++) {
			let n = name.charCodeAt(i);
			if (n >= 97 && n <= 122 || n >= 65 && n <= 90 || n === 58 || n === 95 || n >= 192 && n <= 214 || n >= 216 && n <= 246 || n >= 248 && n <= 767 || n >= 880 && n <= 893 || n >= 895 && n <= 8191 || n >= 8204 && n <= 8205 || n >= 8304 && n <= 8591 || n >= 11264 && n <= 12271 || n >= 12289 && n <= 55295 || n >= 63744 && n <= 64975 || n >= 65008 && n <= 65533) continue;
			else if (i !== 0 && (n === 45 || n === 46 || n >= 48 && n <= 57 || n === 183 || n >= 768 && n <= 879 || n >= 8255 && n <= 8256)) continue;
			if (n >= 55296 && n <= 56319 && i < name.length - 1) {
				const n2 = name.charCodeAt(i + 1);
				if (n2 >= 56320 && n2 <= 57343) {
					n = (n - 55296) * 1024 + n2 - 56320 + 65536;
					i++;
					if (n >= 65536 && n <= 983039) continue;
				}
			}
			return false;
		}
		return true;
	}
	function xml_isQName(name) {
		let colonFound = false;
		for (let i = 0; i < name.length; i++) {
			let n = name.charCodeAt(i);
			if (n >= 97 && n <= 122 || n >= 65 && n <= 90 || n === 95 || n >= 192 && n <= 214 || n >= 216 && n <= 246 || n >= 248 && n <= 767 || n >= 880 && n <= 893 || n >= 895 && n <= 8191 || n >= 8204 && n <= 8205 || n >= 8304 && n <= 8591 || n >= 11264 && n <= 12271 || n >= 12289 && n <= 55295 || n >= 63744 && n <= 64975 || n >= 65008 && n <= 65533) continue;
			else if (i !== 0 && (n === 45 || n === 46 || n >= 48 && n <= 57 || n === 183 || n >= 768 && n <= 879 || n >= 8255 && n <= 8256)) continue;
			else if (i !== 0 && n === 58) {
				if (colonFound) return false;
				if (i === name.length - 1) return false;
				colonFound = true;
				continue;
			}
			if (n >= 55296 && n <= 56319 && i < name.length - 1) {
				const n2 = name.charCodeAt(i + 1);
				if (n2 >= 56320 && n2 <= 57343) {
					n = (n - 55296) * 1024 + n2 - 56320 + 65536;
					i++;
					if (n >= 65536 && n <= 983039) continue;
				}
			}
			return false;
		}
		return true;
	}
	function xml_isLegalChar(chars) {
		for (let i = 0; i < chars.length; i++) {
			let n = chars.charCodeAt(i);
			if (n === 9 || n === 10 || n === 13 || n >= 32 && n <= 55295 || n >= 57344 && n <= 65533) continue;
			if (n >= 55296 && n <= 56319 && i < chars.length - 1) {
				const n2 = chars.charCodeAt(i + 1);
				if (n2 >= 56320 && n2 <= 57343) {
					n = (n - 55296) * 1024 + n2 - 56320 + 65536;
					i++;
					if (n >= 65536 && n <= 1114111) continue;
				}
			}
			return false;
		}
		return true;
	}
	function xml_isPubidChar(chars) {
		for (let i = 0; i < chars.length; i++) {
			const n = chars.charCodeAt(i);
			if (n >= 97 && n <= 122 || n >= 65 && n <= 90 || n >= 39 && n <= 59 || n === 32 || n === 13 || n === 10 || n >= 35 && n <= 37 || n === 33 || n === 61 || n === 63 || n === 64 || n === 95) continue;
			else return false;
		}
		return true;
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/NamespaceAlgorithm.js
var require_NamespaceAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.namespace_validate = namespace_validate;
	exports.namespace_validateAndExtract = namespace_validateAndExtract;
	exports.namespace_extractQName = namespace_extractQName;
	const DOMException_1 = require_DOMException();
	const infra_1 = require_lib$11();
	const XMLAlgorithm_1 = require_XMLAlgorithm();
	function namespace_validate(qualifiedName) {
		if (!(0, XMLAlgorithm_1.xml_isName)(qualifiedName)) throw new DOMException_1.InvalidCharacterError(`Invalid XML name: ${qualifiedName}`);
		if (!(0, XMLAlgorithm_1.xml_isQName)(qualifiedName)) throw new DOMException_1.InvalidCharacterError(`Invalid XML qualified name: ${qualifiedName}.`);
	}
	function namespace_validateAndExtract(namespace, qualifiedName) {
		if (!namespace) namespace = null;
		namespace_validate(qualifiedName);
		const parts = qualifiedName.split(":");
		const prefix = parts.length === 2 ? parts[0] : null;
		const localName = parts.length === 2 ? parts[1] : qualifiedName;
		if (prefix && namespace === null) throw new DOMException_1.NamespaceError("Qualified name includes a prefix but the namespace is null.");
		if (prefix === "xml" && namespace !== infra_1.namespace.XML) throw new DOMException_1.NamespaceError(`Qualified name includes the "xml" prefix but the namespace is not the XML namespace.`);
		if (namespace !== infra_1.namespace.XMLNS && (prefix === "xmlns" || qualifiedName === "xmlns")) throw new DOMException_1.NamespaceError(`Qualified name includes the "xmlns" prefix but the namespace is not the XMLNS namespace.`);
		if (namespace === infra_1.namespace.XMLNS && prefix !== "xmlns" && qualifiedName !== "xmlns") throw new DOMException_1.NamespaceError(`Qualified name does not include the "xmlns" prefix but the namespace is the XMLNS namespace.`);
		return [
			namespace,
			prefix,
			localName
		];
	}
	function namespace_extractQName(qualifiedName) {
		namespace_validate(qualifiedName);
		const parts = qualifiedName.split(":");
		return [parts.length === 2 ? parts[0] : null, parts.length === 2 ? parts[1] : qualifiedName];
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/DocumentAlgorithm.js
var require_DocumentAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.document_elementInterface = document_elementInterface;
	exports.document_internalCreateElementNS = document_internalCreateElementNS;
	exports.document_adopt = document_adopt;
	const DOMImpl_1 = require_DOMImpl();
	const util_1 = require_util();
	const util_2 = require_lib$12();
	const ElementImpl_1 = require_ElementImpl();
	const CustomElementAlgorithm_1 = require_CustomElementAlgorithm();
	const TreeAlgorithm_1 = require_TreeAlgorithm();
	const NamespaceAlgorithm_1 = require_NamespaceAlgorithm();
	const DOMAlgorithm_1 = require_DOMAlgorithm();
	const ElementAlgorithm_1 = require_ElementAlgorithm();
	const MutationAlgorithm_1 = require_MutationAlgorithm();
	function document_elementInterface(name, namespace) {
		return ElementImpl_1.ElementImpl;
	}
	function document_internalCreateElementNS(document, namespace, qualifiedName, options) {
		const [ns, prefix, localName] = (0, NamespaceAlgorithm_1.namespace_validateAndExtract)(namespace, qualifiedName);
		let is = null;
		if (options !== void 0) {
			if ((0, util_2.isString)(options)) is = options;
			else is = options.is;
		}
		return (0, ElementAlgorithm_1.element_createAnElement)(document, localName, ns, prefix, is, true);
	}
	function document_adopt(node, document) {
		if (node._nodeDocument === document && node._parent === null) return;
		const oldDocument = node._nodeDocument;
		if (node._parent) (0, MutationAlgorithm_1.mutation_remove)(node, node._parent);
		if (document !== oldDocument) {
			let inclusiveDescendant = (0, TreeAlgorithm_1.tree_getFirstDescendantNode)(node, true, true);
			while (inclusiveDescendant !== null) {
				inclusiveDescendant._nodeDocument = document;
				if (util_1.Guard.isElementNode(inclusiveDescendant)) for (const attr of inclusiveDescendant._attributeList._asArray()) attr._nodeDocument = document;
				if (DOMImpl_1.dom.features.customElements) {
					if (util_1.Guard.isElementNode(inclusiveDescendant) && inclusiveDescendant._customElementState === "custom") (0, CustomElementAlgorithm_1.customElement_enqueueACustomElementCallbackReaction)(inclusiveDescendant, "adoptedCallback", [oldDocument, document]);
				}
				if (DOMImpl_1.dom.features.steps) (0, DOMAlgorithm_1.dom_runAdoptingSteps)(inclusiveDescendant, oldDocument);
				inclusiveDescendant = (0, TreeAlgorithm_1.tree_getNextDescendantNode)(node, inclusiveDescendant, true, true);
			}
		}
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/MutationAlgorithm.js
var require_MutationAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.mutation_ensurePreInsertionValidity = mutation_ensurePreInsertionValidity;
	exports.mutation_preInsert = mutation_preInsert;
	exports.mutation_insert = mutation_insert;
	exports.mutation_append = mutation_append;
	exports.mutation_replace = mutation_replace;
	exports.mutation_replaceAll = mutation_replaceAll;
	exports.mutation_preRemove = mutation_preRemove;
	exports.mutation_remove = mutation_remove;
	const DOMImpl_1 = require_DOMImpl();
	const DOMException_1 = require_DOMException();
	const interfaces_1 = require_interfaces$2();
	const util_1 = require_util();
	const util_2 = require_lib$12();
	const infra_1 = require_lib$11();
	const CustomElementAlgorithm_1 = require_CustomElementAlgorithm();
	const TreeAlgorithm_1 = require_TreeAlgorithm();
	const NodeIteratorAlgorithm_1 = require_NodeIteratorAlgorithm();
	const ShadowTreeAlgorithm_1 = require_ShadowTreeAlgorithm();
	const MutationObserverAlgorithm_1 = require_MutationObserverAlgorithm();
	const DOMAlgorithm_1 = require_DOMAlgorithm();
	const DocumentAlgorithm_1 = require_DocumentAlgorithm();
	function mutation_ensurePreInsertionValidity(node, parent, child) {
		const parentNodeType = parent._nodeType;
		const nodeNodeType = node._nodeType;
		const childNodeType = child ? child._nodeType : null;
		if (parentNodeType !== interfaces_1.NodeType.Document && parentNodeType !== interfaces_1.NodeType.DocumentFragment && parentNodeType !== interfaces_1.NodeType.Element) throw new DOMException_1.HierarchyRequestError(`Only document, document fragment and element nodes can contain child nodes. Parent node is ${parent.nodeName}.`);
		if ((0, TreeAlgorithm_1.tree_isHostIncludingAncestorOf)(parent, node, true)) throw new DOMException_1.HierarchyRequestError(`The node to be inserted cannot be an inclusive ancestor of parent node. Node is ${node.nodeName}, parent node is ${parent.nodeName}.`);
		if (child !== null && child._parent !== parent) throw new DOMException_1.NotFoundError(`The reference child node cannot be found under parent node. Child node is ${child.nodeName}, parent node is ${parent.nodeName}.`);
		if (nodeNodeType !== interfaces_1.NodeType.DocumentFragment && nodeNodeType !== interfaces_1.NodeType.DocumentType && nodeNodeType !== interfaces_1.NodeType.Element && nodeNodeType !== interfaces_1.NodeType.Text && nodeNodeType !== interfaces_1.NodeType.ProcessingInstruction && nodeNodeType !== interfaces_1.NodeType.CData && nodeNodeType !== interfaces_1.NodeType.Comment) throw new DOMException_1.HierarchyRequestError(`Only document fragment, document type, element, text, processing instruction, cdata section or comment nodes can be inserted. Node is ${node.nodeName}.`);
		if (nodeNodeType === interfaces_1.NodeType.Text && parentNodeType === interfaces_1.NodeType.Document) throw new DOMException_1.HierarchyRequestError(`Cannot insert a text node as a child of a document node. Node is ${node.nodeName}.`);
		if (nodeNodeType === interfaces_1.NodeType.DocumentType && parentNodeType !== interfaces_1.NodeType.Document) throw new DOMException_1.HierarchyRequestError(`A document type node can only be inserted under a document node. Parent node is ${parent.nodeName}.`);
		if (parentNodeType === interfaces_1.NodeType.Document) {
			if (nodeNodeType === interfaces_1.NodeType.DocumentFragment) {
				let eleCount = 0;
				for (const childNode of node._children) if (childNode._nodeType === interfaces_1.NodeType.Element) eleCount++;
				else if (childNode._nodeType === interfaces_1.NodeType.Text) throw new DOMException_1.HierarchyRequestError(`Cannot insert text a node as a child of a document node. Node is ${childNode.nodeName}.`);
				if (eleCount > 1) throw new DOMException_1.HierarchyRequestError(`A document node can only have one document element node. Document fragment to be inserted has ${eleCount} element nodes.`);
				else if (eleCount === 1) {
					for (const ele of parent._children) if (ele._nodeType === interfaces_1.NodeType.Element) throw new DOMException_1.HierarchyRequestError(`The document node already has a document element node.`);
					if (child) {
						if (childNodeType === interfaces_1.NodeType.DocumentType) throw new DOMException_1.HierarchyRequestError(`Cannot insert an element node before a document type node.`);
						let doctypeChild = child._nextSibling;
						while (doctypeChild) {
							if (doctypeChild._nodeType === interfaces_1.NodeType.DocumentType) throw new DOMException_1.HierarchyRequestError(`Cannot insert an element node before a document type node.`);
							doctypeChild = doctypeChild._nextSibling;
						}
					}
				}
			} else if (nodeNodeType === interfaces_1.NodeType.Element) {
				for (const ele of parent._children) if (ele._nodeType === interfaces_1.NodeType.Element) throw new DOMException_1.HierarchyRequestError(`Document already has a document element node. Node is ${node.nodeName}.`);
				if (child) {
					if (childNodeType === interfaces_1.NodeType.DocumentType) throw new DOMException_1.HierarchyRequestError(`Cannot insert an element node before a document type node. Node is ${node.nodeName}.`);
					let doctypeChild = child._nextSibling;
					while (doctypeChild) {
						if (doctypeChild._nodeType === interfaces_1.NodeType.DocumentType) throw new DOMException_1.HierarchyRequestError(`Cannot insert an element node before a document type node. Node is ${node.nodeName}.`);
						doctypeChild = doctypeChild._nextSibling;
					}
				}
			} else if (nodeNodeType === interfaces_1.NodeType.DocumentType) {
				for (const ele of parent._children) if (ele._nodeType === interfaces_1.NodeType.DocumentType) throw new DOMException_1.HierarchyRequestError(`Document already has a document type node. Node is ${node.nodeName}.`);
				if (child) {
					let elementChild = child._previousSibling;
					while (elementChild) {
						if (elementChild._nodeType === interfaces_1.NodeType.Element) throw new DOMException_1.HierarchyRequestError(`Cannot insert a document type node before an element node. Node is ${node.nodeName}.`);
						elementChild = elementChild._previousSibling;
					}
				} else {
					let elementChild = parent._firstChild;
					while (elementChild) {
						if (elementChild._nodeType === interfaces_1.NodeType.Element) throw new DOMException_1.HierarchyRequestError(`Cannot insert a document type node before an element node. Node is ${node.nodeName}.`);
						elementChild = elementChild._nextSibling;
					}
				}
			}
		}
	}
	function mutation_preInsert(node, parent, child) {
		mutation_ensurePreInsertionValidity(node, parent, child);
		let referenceChild = child;
		if (referenceChild === node) referenceChild = node._nextSibling;
		(0, DocumentAlgorithm_1.document_adopt)(node, parent._nodeDocument);
		mutation_insert(node, parent, referenceChild);
		return node;
	}
	function mutation_insert(node, parent, child, suppressObservers) {
		if (child === null && node._nodeType !== interfaces_1.NodeType.DocumentFragment) {
			mutation_insert_single(node, parent, suppressObservers);
			return;
		}
		const count = node._nodeType === interfaces_1.NodeType.DocumentFragment ? node._children.size : 1;
		if (child !== null) {
			if (DOMImpl_1.dom.rangeList.size !== 0) {
				const index = (0, TreeAlgorithm_1.tree_index)(child);
				for (const range of DOMImpl_1.dom.rangeList) {
					if (range._start[0] === parent && range._start[1] > index) range._start[1] += count;
					if (range._end[0] === parent && range._end[1] > index) range._end[1] += count;
				}
			}
		}
		const nodes = node._nodeType === interfaces_1.NodeType.DocumentFragment ? new Array(...node._children) : [node];
		if (node._nodeType === interfaces_1.NodeType.DocumentFragment) while (node._firstChild) mutation_remove(node._firstChild, node, true);
		if (DOMImpl_1.dom.features.mutationObservers) {
			if (node._nodeType === interfaces_1.NodeType.DocumentFragment) (0, MutationObserverAlgorithm_1.observer_queueTreeMutationRecord)(node, [], nodes, null, null);
		}
		const previousSibling = child ? child._previousSibling : parent._lastChild;
		let index = child === null ? -1 : (0, TreeAlgorithm_1.tree_index)(child);
		for (let i = 0; i < nodes.length; i++) {
			const node = nodes[i];
			if (util_1.Guard.isElementNode(node)) {
				if (util_1.Guard.isDocumentNode(parent)) parent._documentElement = node;
				if (!node._nodeDocument._hasNamespaces && (node._namespace !== null || node._namespacePrefix !== null)) node._nodeDocument._hasNamespaces = true;
			}
			node._parent = parent;
			if (child === null) infra_1.set.append(parent._children, node);
			else {
				infra_1.set.insert(parent._children, node, index);
				index++;
			}
			if (parent._firstChild === null) {
				node._previousSibling = null;
				node._nextSibling = null;
				parent._firstChild = node;
				parent._lastChild = node;
			} else {
				const prev = child ? child._previousSibling : parent._lastChild;
				const next = child ? child : null;
				node._previousSibling = prev;
				node._nextSibling = next;
				if (prev) prev._nextSibling = node;
				if (next) next._previousSibling = node;
				if (!prev) parent._firstChild = node;
				if (!next) parent._lastChild = node;
			}
			if (DOMImpl_1.dom.features.slots) {
				if (parent._shadowRoot !== null && util_1.Guard.isSlotable(node)) (0, ShadowTreeAlgorithm_1.shadowTree_assignASlot)(node);
			}
			if (DOMImpl_1.dom.features.steps) {
				if (util_1.Guard.isTextNode(node)) (0, DOMAlgorithm_1.dom_runChildTextContentChangeSteps)(parent);
			}
			if (DOMImpl_1.dom.features.slots) {
				if (util_1.Guard.isShadowRoot((0, TreeAlgorithm_1.tree_rootNode)(parent)) && util_1.Guard.isSlot(parent) && (0, util_2.isEmpty)(parent._assignedNodes)) (0, ShadowTreeAlgorithm_1.shadowTree_signalASlotChange)(parent);
			}
			if (DOMImpl_1.dom.features.slots) (0, ShadowTreeAlgorithm_1.shadowTree_assignSlotablesForATree)((0, TreeAlgorithm_1.tree_rootNode)(node));
			let inclusiveDescendant = (0, TreeAlgorithm_1.tree_getFirstDescendantNode)(node, true, true);
			while (inclusiveDescendant !== null) {
				if (DOMImpl_1.dom.features.steps) (0, DOMAlgorithm_1.dom_runInsertionSteps)(inclusiveDescendant);
				if (DOMImpl_1.dom.features.customElements) {
					if (util_1.Guard.isElementNode(inclusiveDescendant) && (0, ShadowTreeAlgorithm_1.shadowTree_isConnected)(inclusiveDescendant)) {
						if (util_1.Guard.isCustomElementNode(inclusiveDescendant)) (0, CustomElementAlgorithm_1.customElement_enqueueACustomElementCallbackReaction)(inclusiveDescendant, "connectedCallback", []);
						else (0, CustomElementAlgorithm_1.customElement_tryToUpgrade)(inclusiveDescendant);
					}
				}
				inclusiveDescendant = (0, TreeAlgorithm_1.tree_getNextDescendantNode)(node, inclusiveDescendant, true, true);
			}
		}
		if (DOMImpl_1.dom.features.mutationObservers) {
			if (!suppressObservers) (0, MutationObserverAlgorithm_1.observer_queueTreeMutationRecord)(parent, nodes, [], previousSibling, child);
		}
	}
	function mutation_insert_single(node, parent, suppressObservers) {
		const previousSibling = parent._lastChild;
		if (util_1.Guard.isElementNode(node)) {
			if (util_1.Guard.isDocumentNode(parent)) parent._documentElement = node;
			if (!node._nodeDocument._hasNamespaces && (node._namespace !== null || node._namespacePrefix !== null)) node._nodeDocument._hasNamespaces = true;
		}
		node._parent = parent;
		parent._children.add(node);
		if (parent._firstChild === null) {
			node._previousSibling = null;
			node._nextSibling = null;
			parent._firstChild = node;
			parent._lastChild = node;
		} else {
			const prev = parent._lastChild;
			node._previousSibling = prev;
			node._nextSibling = null;
			if (prev) prev._nextSibling = node;
			if (!prev) parent._firstChild = node;
			parent._lastChild = node;
		}
		if (DOMImpl_1.dom.features.slots) {
			if (parent._shadowRoot !== null && util_1.Guard.isSlotable(node)) (0, ShadowTreeAlgorithm_1.shadowTree_assignASlot)(node);
		}
		if (DOMImpl_1.dom.features.steps) {
			if (util_1.Guard.isTextNode(node)) (0, DOMAlgorithm_1.dom_runChildTextContentChangeSteps)(parent);
		}
		if (DOMImpl_1.dom.features.slots) {
			if (util_1.Guard.isShadowRoot((0, TreeAlgorithm_1.tree_rootNode)(parent)) && util_1.Guard.isSlot(parent) && (0, util_2.isEmpty)(parent._assignedNodes)) (0, ShadowTreeAlgorithm_1.shadowTree_signalASlotChange)(parent);
		}
		if (DOMImpl_1.dom.features.slots) (0, ShadowTreeAlgorithm_1.shadowTree_assignSlotablesForATree)((0, TreeAlgorithm_1.tree_rootNode)(node));
		if (DOMImpl_1.dom.features.steps) (0, DOMAlgorithm_1.dom_runInsertionSteps)(node);
		if (DOMImpl_1.dom.features.customElements) {
			if (util_1.Guard.isElementNode(node) && (0, ShadowTreeAlgorithm_1.shadowTree_isConnected)(node)) {
				if (util_1.Guard.isCustomElementNode(node)) (0, CustomElementAlgorithm_1.customElement_enqueueACustomElementCallbackReaction)(node, "connectedCallback", []);
				else (0, CustomElementAlgorithm_1.customElement_tryToUpgrade)(node);
			}
		}
		if (DOMImpl_1.dom.features.mutationObservers) {
			if (!suppressObservers) (0, MutationObserverAlgorithm_1.observer_queueTreeMutationRecord)(parent, [node], [], previousSibling, null);
		}
	}
	function mutation_append(node, parent) {
		return mutation_preInsert(node, parent, null);
	}
	function mutation_replace(child, node, parent) {
		if (parent._nodeType !== interfaces_1.NodeType.Document && parent._nodeType !== interfaces_1.NodeType.DocumentFragment && parent._nodeType !== interfaces_1.NodeType.Element) throw new DOMException_1.HierarchyRequestError(`Only document, document fragment and element nodes can contain child nodes. Parent node is ${parent.nodeName}.`);
		if ((0, TreeAlgorithm_1.tree_isHostIncludingAncestorOf)(parent, node, true)) throw new DOMException_1.HierarchyRequestError(`The node to be inserted cannot be an ancestor of parent node. Node is ${node.nodeName}, parent node is ${parent.nodeName}.`);
		if (child._parent !== parent) throw new DOMException_1.NotFoundError(`The reference child node cannot be found under parent node. Child node is ${child.nodeName}, parent node is ${parent.nodeName}.`);
		if (node._nodeType !== interfaces_1.NodeType.DocumentFragment && node._nodeType !== interfaces_1.NodeType.DocumentType && node._nodeType !== interfaces_1.NodeType.Element && node._nodeType !== interfaces_1.NodeType.Text && node._nodeType !== interfaces_1.NodeType.ProcessingInstruction && node._nodeType !== interfaces_1.NodeType.CData && node._nodeType !== interfaces_1.NodeType.Comment) throw new DOMException_1.HierarchyRequestError(`Only document fragment, document type, element, text, processing instruction, cdata section or comment nodes can be inserted. Node is ${node.nodeName}.`);
		if (node._nodeType === interfaces_1.NodeType.Text && parent._nodeType === interfaces_1.NodeType.Document) throw new DOMException_1.HierarchyRequestError(`Cannot insert a text node as a child of a document node. Node is ${node.nodeName}.`);
		if (node._nodeType === interfaces_1.NodeType.DocumentType && parent._nodeType !== interfaces_1.NodeType.Document) throw new DOMException_1.HierarchyRequestError(`A document type node can only be inserted under a document node. Parent node is ${parent.nodeName}.`);
		if (parent._nodeType === interfaces_1.NodeType.Document) {
			if (node._nodeType === interfaces_1.NodeType.DocumentFragment) {
				let eleCount = 0;
				for (const childNode of node._children) if (childNode._nodeType === interfaces_1.NodeType.Element) eleCount++;
				else if (childNode._nodeType === interfaces_1.NodeType.Text) throw new DOMException_1.HierarchyRequestError(`Cannot insert text a node as a child of a document node. Node is ${childNode.nodeName}.`);
				if (eleCount > 1) throw new DOMException_1.HierarchyRequestError(`A document node can only have one document element node. Document fragment to be inserted has ${eleCount} element nodes.`);
				else if (eleCount === 1) {
					for (const ele of parent._children) if (ele._nodeType === interfaces_1.NodeType.Element && ele !== child) throw new DOMException_1.HierarchyRequestError(`The document node already has a document element node.`);
					let doctypeChild = child._nextSibling;
					while (doctypeChild) {
						if (doctypeChild._nodeType === interfaces_1.NodeType.DocumentType) throw new DOMException_1.HierarchyRequestError(`Cannot insert an element node before a document type node.`);
						doctypeChild = doctypeChild._nextSibling;
					}
				}
			} else if (node._nodeType === interfaces_1.NodeType.Element) {
				for (const ele of parent._children) if (ele._nodeType === interfaces_1.NodeType.Element && ele !== child) throw new DOMException_1.HierarchyRequestError(`Document already has a document element node. Node is ${node.nodeName}.`);
				let doctypeChild = child._nextSibling;
				while (doctypeChild) {
					if (doctypeChild._nodeType === interfaces_1.NodeType.DocumentType) throw new DOMException_1.HierarchyRequestError(`Cannot insert an element node before a document type node. Node is ${node.nodeName}.`);
					doctypeChild = doctypeChild._nextSibling;
				}
			} else if (node._nodeType === interfaces_1.NodeType.DocumentType) {
				for (const ele of parent._children) if (ele._nodeType === interfaces_1.NodeType.DocumentType && ele !== child) throw new DOMException_1.HierarchyRequestError(`Document already has a document type node. Node is ${node.nodeName}.`);
				let elementChild = child._previousSibling;
				while (elementChild) {
					if (elementChild._nodeType === interfaces_1.NodeType.Element) throw new DOMException_1.HierarchyRequestError(`Cannot insert a document type node before an element node. Node is ${node.nodeName}.`);
					elementChild = elementChild._previousSibling;
				}
			}
		}
		let referenceChild = child._nextSibling;
		if (referenceChild === node) referenceChild = node._nextSibling;
		let previousSibling = child._previousSibling;
		(0, DocumentAlgorithm_1.document_adopt)(node, parent._nodeDocument);
		const removedNodes = [];
		if (child._parent !== null) {
			removedNodes.push(child);
			mutation_remove(child, child._parent, true);
		}
		let nodes = [];
		if (node._nodeType === interfaces_1.NodeType.DocumentFragment) nodes = Array.from(node._children);
		else nodes.push(node);
		mutation_insert(node, parent, referenceChild, true);
		if (DOMImpl_1.dom.features.mutationObservers) (0, MutationObserverAlgorithm_1.observer_queueTreeMutationRecord)(parent, nodes, removedNodes, previousSibling, referenceChild);
		return child;
	}
	function mutation_replaceAll(node, parent) {
		if (node !== null) (0, DocumentAlgorithm_1.document_adopt)(node, parent._nodeDocument);
		const removedNodes = Array.from(parent._children);
		let addedNodes = [];
		if (node && node._nodeType === interfaces_1.NodeType.DocumentFragment) addedNodes = Array.from(node._children);
		else if (node !== null) addedNodes.push(node);
		for (const childNode of removedNodes) mutation_remove(childNode, parent, true);
		if (node !== null) mutation_insert(node, parent, null, true);
		if (DOMImpl_1.dom.features.mutationObservers) (0, MutationObserverAlgorithm_1.observer_queueTreeMutationRecord)(parent, addedNodes, removedNodes, null, null);
	}
	function mutation_preRemove(child, parent) {
		if (child._parent !== parent) throw new DOMException_1.NotFoundError(`The child node cannot be found under parent node. Child node is ${child.nodeName}, parent node is ${parent.nodeName}.`);
		mutation_remove(child, parent);
		return child;
	}
	function mutation_remove(node, parent, suppressObservers) {
		if (DOMImpl_1.dom.rangeList.size !== 0) {
			const index = (0, TreeAlgorithm_1.tree_index)(node);
			for (const range of DOMImpl_1.dom.rangeList) {
				if ((0, TreeAlgorithm_1.tree_isDescendantOf)(node, range._start[0], true)) range._start = [parent, index];
				if ((0, TreeAlgorithm_1.tree_isDescendantOf)(node, range._end[0], true)) range._end = [parent, index];
				if (range._start[0] === parent && range._start[1] > index) range._start[1]--;
				if (range._end[0] === parent && range._end[1] > index) range._end[1]--;
			}
			for (const range of DOMImpl_1.dom.rangeList) {
				if (range._start[0] === parent && range._start[1] > index) range._start[1] -= 1;
				if (range._end[0] === parent && range._end[1] > index) range._end[1] -= 1;
			}
		}
		if (DOMImpl_1.dom.features.steps) {
			for (const iterator of (0, NodeIteratorAlgorithm_1.nodeIterator_iteratorList)()) if (iterator._root._nodeDocument === node._nodeDocument) (0, DOMAlgorithm_1.dom_runNodeIteratorPreRemovingSteps)(iterator, node);
		}
		const oldPreviousSibling = node._previousSibling;
		const oldNextSibling = node._nextSibling;
		if (util_1.Guard.isDocumentNode(parent) && util_1.Guard.isElementNode(node)) parent._documentElement = null;
		node._parent = null;
		parent._children.delete(node);
		const prev = node._previousSibling;
		const next = node._nextSibling;
		node._previousSibling = null;
		node._nextSibling = null;
		if (prev) prev._nextSibling = next;
		if (next) next._previousSibling = prev;
		if (!prev) parent._firstChild = next;
		if (!next) parent._lastChild = prev;
		if (DOMImpl_1.dom.features.slots) {
			if (util_1.Guard.isSlotable(node) && node._assignedSlot !== null && (0, ShadowTreeAlgorithm_1.shadowTree_isAssigned)(node)) (0, ShadowTreeAlgorithm_1.shadowTree_assignSlotables)(node._assignedSlot);
		}
		if (DOMImpl_1.dom.features.slots) {
			if (util_1.Guard.isShadowRoot((0, TreeAlgorithm_1.tree_rootNode)(parent)) && util_1.Guard.isSlot(parent) && (0, util_2.isEmpty)(parent._assignedNodes)) (0, ShadowTreeAlgorithm_1.shadowTree_signalASlotChange)(parent);
		}
		if (DOMImpl_1.dom.features.slots) {
			if ((0, TreeAlgorithm_1.tree_getFirstDescendantNode)(node, true, false, (e) => util_1.Guard.isSlot(e)) !== null) {
				(0, ShadowTreeAlgorithm_1.shadowTree_assignSlotablesForATree)((0, TreeAlgorithm_1.tree_rootNode)(parent));
				(0, ShadowTreeAlgorithm_1.shadowTree_assignSlotablesForATree)(node);
			}
		}
		if (DOMImpl_1.dom.features.steps) (0, DOMAlgorithm_1.dom_runRemovingSteps)(node, parent);
		if (DOMImpl_1.dom.features.customElements) {
			if (util_1.Guard.isCustomElementNode(node)) (0, CustomElementAlgorithm_1.customElement_enqueueACustomElementCallbackReaction)(node, "disconnectedCallback", []);
		}
		let descendant = (0, TreeAlgorithm_1.tree_getFirstDescendantNode)(node, false, true);
		while (descendant !== null) {
			if (DOMImpl_1.dom.features.steps) (0, DOMAlgorithm_1.dom_runRemovingSteps)(descendant, node);
			if (DOMImpl_1.dom.features.customElements) {
				if (util_1.Guard.isCustomElementNode(descendant)) (0, CustomElementAlgorithm_1.customElement_enqueueACustomElementCallbackReaction)(descendant, "disconnectedCallback", []);
			}
			descendant = (0, TreeAlgorithm_1.tree_getNextDescendantNode)(node, descendant, false, true);
		}
		if (DOMImpl_1.dom.features.mutationObservers) {
			let inclusiveAncestor = (0, TreeAlgorithm_1.tree_getFirstAncestorNode)(parent, true);
			while (inclusiveAncestor !== null) {
				for (const registered of inclusiveAncestor._registeredObserverList) if (registered.options.subtree) node._registeredObserverList.push({
					observer: registered.observer,
					options: registered.options,
					source: registered
				});
				inclusiveAncestor = (0, TreeAlgorithm_1.tree_getNextAncestorNode)(parent, inclusiveAncestor, true);
			}
		}
		if (DOMImpl_1.dom.features.mutationObservers) {
			if (!suppressObservers) (0, MutationObserverAlgorithm_1.observer_queueTreeMutationRecord)(parent, [], [node], oldPreviousSibling, oldNextSibling);
		}
		if (DOMImpl_1.dom.features.steps) {
			if (util_1.Guard.isTextNode(node)) (0, DOMAlgorithm_1.dom_runChildTextContentChangeSteps)(parent);
		}
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/ElementAlgorithm.js
var require_ElementAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.element_has = element_has;
	exports.element_change = element_change;
	exports.element_append = element_append;
	exports.element_remove = element_remove;
	exports.element_replace = element_replace;
	exports.element_getAnAttributeByName = element_getAnAttributeByName;
	exports.element_getAnAttributeByNamespaceAndLocalName = element_getAnAttributeByNamespaceAndLocalName;
	exports.element_getAnAttributeValue = element_getAnAttributeValue;
	exports.element_setAnAttribute = element_setAnAttribute;
	exports.element_setAnAttributeValue = element_setAnAttributeValue;
	exports.element_removeAnAttributeByName = element_removeAnAttributeByName;
	exports.element_removeAnAttributeByNamespaceAndLocalName = element_removeAnAttributeByNamespaceAndLocalName;
	exports.element_createAnElement = element_createAnElement;
	exports.element_insertAdjacent = element_insertAdjacent;
	const DOMImpl_1 = require_DOMImpl();
	const infra_1 = require_lib$11();
	const util_1 = require_util();
	const DOMException_1 = require_DOMException();
	const CreateAlgorithm_1 = require_CreateAlgorithm();
	const CustomElementAlgorithm_1 = require_CustomElementAlgorithm();
	const MutationObserverAlgorithm_1 = require_MutationObserverAlgorithm();
	const DOMAlgorithm_1 = require_DOMAlgorithm();
	const MutationAlgorithm_1 = require_MutationAlgorithm();
	const DocumentAlgorithm_1 = require_DocumentAlgorithm();
	function element_has(attribute, element) {
		return element._attributeList._asArray().indexOf(attribute) !== -1;
	}
	function element_change(attribute, element, value) {
		if (DOMImpl_1.dom.features.mutationObservers) (0, MutationObserverAlgorithm_1.observer_queueAttributeMutationRecord)(element, attribute._localName, attribute._namespace, attribute._value);
		if (DOMImpl_1.dom.features.customElements) {
			if (util_1.Guard.isCustomElementNode(element)) (0, CustomElementAlgorithm_1.customElement_enqueueACustomElementCallbackReaction)(element, "attributeChangedCallback", [
				attribute._localName,
				attribute._value,
				value,
				attribute._namespace
			]);
		}
		if (DOMImpl_1.dom.features.steps) (0, DOMAlgorithm_1.dom_runAttributeChangeSteps)(element, attribute._localName, attribute._value, value, attribute._namespace);
		attribute._value = value;
	}
	function element_append(attribute, element) {
		if (DOMImpl_1.dom.features.mutationObservers) (0, MutationObserverAlgorithm_1.observer_queueAttributeMutationRecord)(element, attribute._localName, attribute._namespace, null);
		if (DOMImpl_1.dom.features.customElements) {
			if (util_1.Guard.isCustomElementNode(element)) (0, CustomElementAlgorithm_1.customElement_enqueueACustomElementCallbackReaction)(element, "attributeChangedCallback", [
				attribute._localName,
				null,
				attribute._value,
				attribute._namespace
			]);
		}
		if (DOMImpl_1.dom.features.steps) (0, DOMAlgorithm_1.dom_runAttributeChangeSteps)(element, attribute._localName, null, attribute._value, attribute._namespace);
		element._attributeList._asArray().push(attribute);
		attribute._element = element;
		if (!element._nodeDocument._hasNamespaces && (attribute._namespace !== null || attribute._namespacePrefix !== null || attribute._localName === "xmlns")) element._nodeDocument._hasNamespaces = true;
	}
	function element_remove(attribute, element) {
		if (DOMImpl_1.dom.features.mutationObservers) (0, MutationObserverAlgorithm_1.observer_queueAttributeMutationRecord)(element, attribute._localName, attribute._namespace, attribute._value);
		if (DOMImpl_1.dom.features.customElements) {
			if (util_1.Guard.isCustomElementNode(element)) (0, CustomElementAlgorithm_1.customElement_enqueueACustomElementCallbackReaction)(element, "attributeChangedCallback", [
				attribute._localName,
				attribute._value,
				null,
				attribute._namespace
			]);
		}
		if (DOMImpl_1.dom.features.steps) (0, DOMAlgorithm_1.dom_runAttributeChangeSteps)(element, attribute._localName, attribute._value, null, attribute._namespace);
		const index = element._attributeList._asArray().indexOf(attribute);
		element._attributeList._asArray().splice(index, 1);
		attribute._element = null;
	}
	function element_replace(oldAttr, newAttr, element) {
		if (DOMImpl_1.dom.features.mutationObservers) (0, MutationObserverAlgorithm_1.observer_queueAttributeMutationRecord)(element, oldAttr._localName, oldAttr._namespace, oldAttr._value);
		if (DOMImpl_1.dom.features.customElements) {
			if (util_1.Guard.isCustomElementNode(element)) (0, CustomElementAlgorithm_1.customElement_enqueueACustomElementCallbackReaction)(element, "attributeChangedCallback", [
				oldAttr._localName,
				oldAttr._value,
				newAttr._value,
				oldAttr._namespace
			]);
		}
		if (DOMImpl_1.dom.features.steps) (0, DOMAlgorithm_1.dom_runAttributeChangeSteps)(element, oldAttr._localName, oldAttr._value, newAttr._value, oldAttr._namespace);
		const index = element._attributeList._asArray().indexOf(oldAttr);
		if (index !== -1) element._attributeList._asArray()[index] = newAttr;
		oldAttr._element = null;
		newAttr._element = element;
		if (!element._nodeDocument._hasNamespaces && (newAttr._namespace !== null || newAttr._namespacePrefix !== null || newAttr._localName === "xmlns")) element._nodeDocument._hasNamespaces = true;
	}
	function element_getAnAttributeByName(qualifiedName, element) {
		if (element._namespace === infra_1.namespace.HTML && element._nodeDocument._type === "html") qualifiedName = qualifiedName.toLowerCase();
		return element._attributeList._asArray().find((attr) => attr._qualifiedName === qualifiedName) || null;
	}
	function element_getAnAttributeByNamespaceAndLocalName(namespace, localName, element) {
		const ns = namespace || null;
		return element._attributeList._asArray().find((attr) => attr._namespace === ns && attr._localName === localName) || null;
	}
	function element_getAnAttributeValue(element, localName, namespace = "") {
		const attr = element_getAnAttributeByNamespaceAndLocalName(namespace, localName, element);
		if (attr === null) return "";
		else return attr._value;
	}
	function element_setAnAttribute(attr, element) {
		if (attr._element !== null && attr._element !== element) throw new DOMException_1.InUseAttributeError(`This attribute already exists in the document: ${attr._qualifiedName} as a child of ${attr._element._qualifiedName}.`);
		const oldAttr = element_getAnAttributeByNamespaceAndLocalName(attr._namespace || "", attr._localName, element);
		if (oldAttr === attr) return attr;
		if (oldAttr !== null) element_replace(oldAttr, attr, element);
		else element_append(attr, element);
		return oldAttr;
	}
	function element_setAnAttributeValue(element, localName, value, prefix = null, namespace = null) {
		const attribute = element_getAnAttributeByNamespaceAndLocalName(namespace || "", localName, element);
		if (attribute === null) {
			const newAttr = (0, CreateAlgorithm_1.create_attr)(element._nodeDocument, localName);
			newAttr._namespace = namespace;
			newAttr._namespacePrefix = prefix;
			newAttr._value = value;
			element_append(newAttr, element);
			return;
		}
		element_change(attribute, element, value);
	}
	function element_removeAnAttributeByName(qualifiedName, element) {
		const attr = element_getAnAttributeByName(qualifiedName, element);
		if (attr !== null) element_remove(attr, element);
		return attr;
	}
	function element_removeAnAttributeByNamespaceAndLocalName(namespace, localName, element) {
		const attr = element_getAnAttributeByNamespaceAndLocalName(namespace, localName, element);
		if (attr !== null) element_remove(attr, element);
		return attr;
	}
	function element_createAnElement(document, localName, namespace, prefix = null, is = null, synchronousCustomElementsFlag = false) {
		let result = null;
		if (!DOMImpl_1.dom.features.customElements) {
			result = (0, CreateAlgorithm_1.create_element)(document, localName, namespace, prefix);
			result._customElementState = "uncustomized";
			result._customElementDefinition = null;
			result._is = is;
			return result;
		}
		const definition = (0, CustomElementAlgorithm_1.customElement_lookUpACustomElementDefinition)(document, namespace, localName, is);
		if (definition !== null && definition.name !== definition.localName) {
			result = new ((0, DocumentAlgorithm_1.document_elementInterface)(localName, infra_1.namespace.HTML))();
			result._localName = localName;
			result._namespace = infra_1.namespace.HTML;
			result._namespacePrefix = prefix;
			result._customElementState = "undefined";
			result._customElementDefinition = null;
			result._is = is;
			result._nodeDocument = document;
			if (synchronousCustomElementsFlag) (0, CustomElementAlgorithm_1.customElement_upgrade)(definition, result);
			else (0, CustomElementAlgorithm_1.customElement_enqueueACustomElementUpgradeReaction)(result, definition);
		} else if (definition !== null) {
			if (synchronousCustomElementsFlag) try {
				const C = definition.constructor;
				const result = new C();
				console.assert(result._customElementState !== void 0);
				console.assert(result._customElementDefinition !== void 0);
				console.assert(result._namespace === infra_1.namespace.HTML);
				if (result._attributeList.length !== 0) throw new DOMException_1.NotSupportedError("Custom element already has attributes.");
				if (result._children.size !== 0) throw new DOMException_1.NotSupportedError("Custom element already has child nodes.");
				if (result._parent !== null) throw new DOMException_1.NotSupportedError("Custom element already has a parent node.");
				if (result._nodeDocument !== document) throw new DOMException_1.NotSupportedError("Custom element is already in a document.");
				if (result._localName !== localName) throw new DOMException_1.NotSupportedError("Custom element has a different local name.");
				result._namespacePrefix = prefix;
				result._is = null;
			} catch (e) {
				result = (0, CreateAlgorithm_1.create_htmlUnknownElement)(document, localName, infra_1.namespace.HTML, prefix);
				result._customElementState = "failed";
				result._customElementDefinition = null;
				result._is = null;
			}
			else {
				result = (0, CreateAlgorithm_1.create_htmlElement)(document, localName, infra_1.namespace.HTML, prefix);
				result._customElementState = "undefined";
				result._customElementDefinition = null;
				result._is = null;
				(0, CustomElementAlgorithm_1.customElement_enqueueACustomElementUpgradeReaction)(result, definition);
			}
		} else {
			result = new ((0, DocumentAlgorithm_1.document_elementInterface)(localName, namespace))();
			result._localName = localName;
			result._namespace = namespace;
			result._namespacePrefix = prefix;
			result._customElementState = "uncustomized";
			result._customElementDefinition = null;
			result._is = is;
			result._nodeDocument = document;
			if (namespace === infra_1.namespace.HTML && (is !== null || (0, CustomElementAlgorithm_1.customElement_isValidCustomElementName)(localName))) result._customElementState = "undefined";
		}
		/* istanbul ignore next */
		if (result === null) throw new Error("Unable to create element.");
		return result;
	}
	function element_insertAdjacent(element, where, node) {
		switch (where.toLowerCase()) {
			case "beforebegin":
				if (element._parent === null) return null;
				return (0, MutationAlgorithm_1.mutation_preInsert)(node, element._parent, element);
			case "afterbegin": return (0, MutationAlgorithm_1.mutation_preInsert)(node, element, element._firstChild);
			case "beforeend": return (0, MutationAlgorithm_1.mutation_preInsert)(node, element, null);
			case "afterend":
				if (element._parent === null) return null;
				return (0, MutationAlgorithm_1.mutation_preInsert)(node, element._parent, element._nextSibling);
			default: throw new DOMException_1.SyntaxError(`Invalid 'where' argument. "beforebegin", "afterbegin", "beforeend" or "afterend" expected`);
		}
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/AttrAlgorithm.js
var require_AttrAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.attr_setAnExistingAttributeValue = attr_setAnExistingAttributeValue;
	const ElementAlgorithm_1 = require_ElementAlgorithm();
	function attr_setAnExistingAttributeValue(attribute, value) {
		if (attribute._element === null) attribute._value = value;
		else (0, ElementAlgorithm_1.element_change)(attribute, attribute._element, value);
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/BoundaryPointAlgorithm.js
var require_BoundaryPointAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.boundaryPoint_position = boundaryPoint_position;
	const interfaces_1 = require_interfaces$2();
	const TreeAlgorithm_1 = require_TreeAlgorithm();
	function boundaryPoint_position(bp, relativeTo) {
		const nodeA = bp[0];
		const offsetA = bp[1];
		const nodeB = relativeTo[0];
		const offsetB = relativeTo[1];
		console.assert((0, TreeAlgorithm_1.tree_rootNode)(nodeA) === (0, TreeAlgorithm_1.tree_rootNode)(nodeB), "Boundary points must share the same root node.");
		if (nodeA === nodeB) {
			if (offsetA === offsetB) return interfaces_1.BoundaryPosition.Equal;
			else if (offsetA < offsetB) return interfaces_1.BoundaryPosition.Before;
			else return interfaces_1.BoundaryPosition.After;
		}
		if ((0, TreeAlgorithm_1.tree_isFollowing)(nodeB, nodeA)) {
			const pos = boundaryPoint_position([nodeB, offsetB], [nodeA, offsetA]);
			if (pos === interfaces_1.BoundaryPosition.Before) return interfaces_1.BoundaryPosition.After;
			else if (pos === interfaces_1.BoundaryPosition.After) return interfaces_1.BoundaryPosition.Before;
		}
		if ((0, TreeAlgorithm_1.tree_isAncestorOf)(nodeB, nodeA)) {
			let child = nodeB;
			while (!(0, TreeAlgorithm_1.tree_isChildOf)(nodeA, child))
 /* istanbul ignore else */
			if (child._parent !== null) child = child._parent;
			if ((0, TreeAlgorithm_1.tree_index)(child) < offsetA) return interfaces_1.BoundaryPosition.After;
		}
		return interfaces_1.BoundaryPosition.Before;
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/CharacterDataAlgorithm.js
var require_CharacterDataAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.characterData_replaceData = characterData_replaceData;
	exports.characterData_substringData = characterData_substringData;
	const DOMImpl_1 = require_DOMImpl();
	const util_1 = require_util();
	const DOMException_1 = require_DOMException();
	const TreeAlgorithm_1 = require_TreeAlgorithm();
	const MutationObserverAlgorithm_1 = require_MutationObserverAlgorithm();
	const DOMAlgorithm_1 = require_DOMAlgorithm();
	function characterData_replaceData(node, offset, count, data) {
		const length = (0, TreeAlgorithm_1.tree_nodeLength)(node);
		if (offset > length) throw new DOMException_1.IndexSizeError(`Offset exceeds character data length. Offset: ${offset}, Length: ${length}, Node is ${node.nodeName}.`);
		if (offset + count > length) count = length - offset;
		if (DOMImpl_1.dom.features.mutationObservers) (0, MutationObserverAlgorithm_1.observer_queueMutationRecord)("characterData", node, null, null, node._data, [], [], null, null);
		node._data = node._data.substring(0, offset) + data + node._data.substring(offset + count);
		for (const range of DOMImpl_1.dom.rangeList) {
			if (range._start[0] === node && range._start[1] > offset && range._start[1] <= offset + count) range._start[1] = offset;
			if (range._end[0] === node && range._end[1] > offset && range._end[1] <= offset + count) range._end[1] = offset;
			if (range._start[0] === node && range._start[1] > offset + count) range._start[1] += data.length - count;
			if (range._end[0] === node && range._end[1] > offset + count) range._end[1] += data.length - count;
		}
		if (DOMImpl_1.dom.features.steps) {
			if (util_1.Guard.isTextNode(node) && node._parent !== null) (0, DOMAlgorithm_1.dom_runChildTextContentChangeSteps)(node._parent);
		}
	}
	function characterData_substringData(node, offset, count) {
		const length = (0, TreeAlgorithm_1.tree_nodeLength)(node);
		if (offset > length) throw new DOMException_1.IndexSizeError(`Offset exceeds character data length. Offset: ${offset}, Length: ${length}, Node is ${node.nodeName}.`);
		if (offset + count > length) return node._data.substr(offset);
		else return node._data.substr(offset, count);
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/OrderedSetAlgorithm.js
var require_OrderedSetAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.orderedSet_parse = orderedSet_parse;
	exports.orderedSet_serialize = orderedSet_serialize;
	exports.orderedSet_sanitize = orderedSet_sanitize;
	exports.orderedSet_contains = orderedSet_contains;
	const infra_1 = require_lib$11();
	function orderedSet_parse(value) {
		const inputTokens = infra_1.string.splitAStringOnASCIIWhitespace(value);
		return new Set(inputTokens);
	}
	function orderedSet_serialize(tokens) {
		return [...tokens].join(" ");
	}
	function orderedSet_sanitize(value) {
		return orderedSet_serialize(orderedSet_parse(value));
	}
	function orderedSet_contains(set1, set2, caseSensitive) {
		for (const val2 of set2) {
			let found = false;
			for (const val1 of set1) if (caseSensitive) {
				if (val1 === val2) {
					found = true;
					break;
				}
			} else if (val1.toUpperCase() === val2.toUpperCase()) {
				found = true;
				break;
			}
			if (!found) return false;
		}
		return true;
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/DOMTokenListAlgorithm.js
var require_DOMTokenListAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.tokenList_validationSteps = tokenList_validationSteps;
	exports.tokenList_updateSteps = tokenList_updateSteps;
	exports.tokenList_serializeSteps = tokenList_serializeSteps;
	const OrderedSetAlgorithm_1 = require_OrderedSetAlgorithm();
	const DOMAlgorithm_1 = require_DOMAlgorithm();
	const ElementAlgorithm_1 = require_ElementAlgorithm();
	function tokenList_validationSteps(tokenList, token) {
		if (!(0, DOMAlgorithm_1.dom_hasSupportedTokens)(tokenList._attribute._localName)) throw new TypeError(`There are no supported tokens defined for attribute name: '${tokenList._attribute._localName}'.`);
		return (0, DOMAlgorithm_1.dom_getSupportedTokens)(tokenList._attribute._localName).has(token.toLowerCase());
	}
	function tokenList_updateSteps(tokenList) {
		if (!tokenList._element.hasAttribute(tokenList._attribute._localName) && tokenList._tokenSet.size === 0) return;
		(0, ElementAlgorithm_1.element_setAnAttributeValue)(tokenList._element, tokenList._attribute._localName, (0, OrderedSetAlgorithm_1.orderedSet_serialize)(tokenList._tokenSet));
	}
	function tokenList_serializeSteps(tokenList) {
		return (0, ElementAlgorithm_1.element_getAnAttributeValue)(tokenList._element, tokenList._attribute._localName);
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/EventTargetAlgorithm.js
var require_EventTargetAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.eventTarget_flatten = eventTarget_flatten;
	exports.eventTarget_flattenMore = eventTarget_flattenMore;
	exports.eventTarget_addEventListener = eventTarget_addEventListener;
	exports.eventTarget_removeEventListener = eventTarget_removeEventListener;
	exports.eventTarget_removeAllEventListeners = eventTarget_removeAllEventListeners;
	const util_1 = require_lib$12();
	function eventTarget_flatten(options) {
		if ((0, util_1.isBoolean)(options)) return options;
		else return options.capture || false;
	}
	function eventTarget_flattenMore(options) {
		const capture = eventTarget_flatten(options);
		let once = false;
		let passive = false;
		if (!(0, util_1.isBoolean)(options)) {
			once = options.once || false;
			passive = options.passive || false;
		}
		return [
			capture,
			passive,
			once
		];
	}
	function eventTarget_addEventListener(eventTarget, listener) {
		if (listener.callback === null) return;
		for (let i = 0; i < eventTarget._eventListenerList.length; i++) {
			const entry = eventTarget._eventListenerList[i];
			if (entry.type === listener.type && entry.callback.handleEvent === listener.callback.handleEvent && entry.capture === listener.capture) return;
		}
		eventTarget._eventListenerList.push(listener);
	}
	function eventTarget_removeEventListener(eventTarget, listener, index) {
		listener.removed = true;
		eventTarget._eventListenerList.splice(index, 1);
	}
	function eventTarget_removeAllEventListeners(eventTarget) {
		for (const e of eventTarget._eventListenerList) e.removed = true;
		eventTarget._eventListenerList.length = 0;
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/NodeAlgorithm.js
var require_NodeAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.node_stringReplaceAll = node_stringReplaceAll;
	exports.node_clone = node_clone;
	exports.node_equals = node_equals;
	exports.node_listOfElementsWithQualifiedName = node_listOfElementsWithQualifiedName;
	exports.node_listOfElementsWithNamespace = node_listOfElementsWithNamespace;
	exports.node_listOfElementsWithClassNames = node_listOfElementsWithClassNames;
	exports.node_locateANamespacePrefix = node_locateANamespacePrefix;
	exports.node_locateANamespace = node_locateANamespace;
	const DOMImpl_1 = require_DOMImpl();
	const util_1 = require_util();
	const infra_1 = require_lib$11();
	const CreateAlgorithm_1 = require_CreateAlgorithm();
	const OrderedSetAlgorithm_1 = require_OrderedSetAlgorithm();
	const DOMAlgorithm_1 = require_DOMAlgorithm();
	const MutationAlgorithm_1 = require_MutationAlgorithm();
	const ElementAlgorithm_1 = require_ElementAlgorithm();
	function node_stringReplaceAll(str, parent) {
		let node = null;
		if (str !== "") node = (0, CreateAlgorithm_1.create_text)(parent._nodeDocument, str);
		(0, MutationAlgorithm_1.mutation_replaceAll)(node, parent);
	}
	function node_clone(node, document = null, cloneChildrenFlag = false) {
		if (document === null) document = node._nodeDocument;
		let copy;
		if (util_1.Guard.isElementNode(node)) {
			copy = (0, ElementAlgorithm_1.element_createAnElement)(document, node._localName, node._namespace, node._namespacePrefix, node._is, false);
			for (const attribute of node._attributeList) {
				const copyAttribute = node_clone(attribute, document);
				(0, ElementAlgorithm_1.element_append)(copyAttribute, copy);
			}
		} else if (util_1.Guard.isDocumentNode(node)) {
			const doc = (0, CreateAlgorithm_1.create_document)();
			doc._encoding = node._encoding;
			doc._contentType = node._contentType;
			doc._URL = node._URL;
			doc._origin = node._origin;
			doc._type = node._type;
			doc._mode = node._mode;
			copy = doc;
		} else if (util_1.Guard.isDocumentTypeNode(node)) copy = (0, CreateAlgorithm_1.create_documentType)(document, node._name, node._publicId, node._systemId);
		else if (util_1.Guard.isAttrNode(node)) {
			const attr = (0, CreateAlgorithm_1.create_attr)(document, node.localName);
			attr._namespace = node._namespace;
			attr._namespacePrefix = node._namespacePrefix;
			attr._value = node._value;
			copy = attr;
		} else if (util_1.Guard.isExclusiveTextNode(node)) copy = (0, CreateAlgorithm_1.create_text)(document, node._data);
		else if (util_1.Guard.isCDATASectionNode(node)) copy = (0, CreateAlgorithm_1.create_cdataSection)(document, node._data);
		else if (util_1.Guard.isCommentNode(node)) copy = (0, CreateAlgorithm_1.create_comment)(document, node._data);
		else if (util_1.Guard.isProcessingInstructionNode(node)) copy = (0, CreateAlgorithm_1.create_processingInstruction)(document, node._target, node._data);
		else if (util_1.Guard.isDocumentFragmentNode(node)) copy = (0, CreateAlgorithm_1.create_documentFragment)(document);
		else copy = Object.create(node);
		if (util_1.Guard.isDocumentNode(copy)) {
			copy._nodeDocument = copy;
			document = copy;
		} else copy._nodeDocument = document;
		if (DOMImpl_1.dom.features.steps) (0, DOMAlgorithm_1.dom_runCloningSteps)(copy, node, document, cloneChildrenFlag);
		if (cloneChildrenFlag) for (const child of node._children) {
			const childCopy = node_clone(child, document, true);
			(0, MutationAlgorithm_1.mutation_append)(childCopy, copy);
		}
		return copy;
	}
	function node_equals(a, b) {
		if (a._nodeType !== b._nodeType) return false;
		if (util_1.Guard.isDocumentTypeNode(a) && util_1.Guard.isDocumentTypeNode(b)) {
			if (a._name !== b._name || a._publicId !== b._publicId || a._systemId !== b._systemId) return false;
		} else if (util_1.Guard.isElementNode(a) && util_1.Guard.isElementNode(b)) {
			if (a._namespace !== b._namespace || a._namespacePrefix !== b._namespacePrefix || a._localName !== b._localName || a._attributeList.length !== b._attributeList.length) return false;
		} else if (util_1.Guard.isAttrNode(a) && util_1.Guard.isAttrNode(b)) {
			if (a._namespace !== b._namespace || a._localName !== b._localName || a._value !== b._value) return false;
		} else if (util_1.Guard.isProcessingInstructionNode(a) && util_1.Guard.isProcessingInstructionNode(b)) {
			if (a._target !== b._target || a._data !== b._data) return false;
		} else if (util_1.Guard.isCharacterDataNode(a) && util_1.Guard.isCharacterDataNode(b)) {
			if (a._data !== b._data) return false;
		}
		if (util_1.Guard.isElementNode(a) && util_1.Guard.isElementNode(b)) {
			const attrMap = {};
			for (const attrA of a._attributeList) attrMap[attrA._localName] = attrA;
			for (const attrB of b._attributeList) {
				const attrA = attrMap[attrB._localName];
				if (!attrA) return false;
				if (!node_equals(attrA, attrB)) return false;
			}
		}
		if (a._children.size !== b._children.size) return false;
		const itA = a._children[Symbol.iterator]();
		const itB = b._children[Symbol.iterator]();
		let resultA = itA.next();
		let resultB = itB.next();
		while (!resultA.done && !resultB.done) {
			const child1 = resultA.value;
			const child2 = resultB.value;
			if (!node_equals(child1, child2)) return false;
			resultA = itA.next();
			resultB = itB.next();
		}
		return true;
	}
	function node_listOfElementsWithQualifiedName(qualifiedName, root) {
		if (qualifiedName === "*") return (0, CreateAlgorithm_1.create_htmlCollection)(root);
		else if (root._nodeDocument._type === "html") return (0, CreateAlgorithm_1.create_htmlCollection)(root, function(ele) {
			if (ele._namespace === infra_1.namespace.HTML && ele._qualifiedName === qualifiedName.toLowerCase()) return true;
			else if (ele._namespace !== infra_1.namespace.HTML && ele._qualifiedName === qualifiedName) return true;
			else return false;
		});
		else return (0, CreateAlgorithm_1.create_htmlCollection)(root, function(ele) {
			return ele._qualifiedName === qualifiedName;
		});
	}
	function node_listOfElementsWithNamespace(namespace, localName, root) {
		if (namespace === "") namespace = null;
		if (namespace === "*" && localName === "*") return (0, CreateAlgorithm_1.create_htmlCollection)(root);
		else if (namespace === "*") return (0, CreateAlgorithm_1.create_htmlCollection)(root, function(ele) {
			return ele._localName === localName;
		});
		else if (localName === "*") return (0, CreateAlgorithm_1.create_htmlCollection)(root, function(ele) {
			return ele._namespace === namespace;
		});
		else return (0, CreateAlgorithm_1.create_htmlCollection)(root, function(ele) {
			return ele._localName === localName && ele._namespace === namespace;
		});
	}
	function node_listOfElementsWithClassNames(classNames, root) {
		const classes = (0, OrderedSetAlgorithm_1.orderedSet_parse)(classNames);
		if (classes.size === 0) return (0, CreateAlgorithm_1.create_htmlCollection)(root, () => false);
		const caseSensitive = root._nodeDocument._mode !== "quirks";
		return (0, CreateAlgorithm_1.create_htmlCollection)(root, function(ele) {
			const eleClasses = ele.classList;
			return (0, OrderedSetAlgorithm_1.orderedSet_contains)(eleClasses._tokenSet, classes, caseSensitive);
		});
	}
	function node_locateANamespacePrefix(element, namespace) {
		if (element._namespace === namespace && element._namespacePrefix !== null) return element._namespacePrefix;
		for (let i = 0; i < element._attributeList.length; i++) {
			const attr = element._attributeList[i];
			if (attr._namespacePrefix === "xmlns" && attr._value === namespace) return attr._localName;
		}
		if (element._parent && util_1.Guard.isElementNode(element._parent)) return node_locateANamespacePrefix(element._parent, namespace);
		return null;
	}
	function node_locateANamespace(node, prefix) {
		if (util_1.Guard.isElementNode(node)) {
			if (node._namespace !== null && node._namespacePrefix === prefix) return node._namespace;
			for (let i = 0; i < node._attributeList.length; i++) {
				const attr = node._attributeList[i];
				if (attr._namespace === infra_1.namespace.XMLNS && attr._namespacePrefix === "xmlns" && attr._localName === prefix) return attr._value || null;
				if (prefix === null && attr._namespace === infra_1.namespace.XMLNS && attr._namespacePrefix === null && attr._localName === "xmlns") return attr._value || null;
			}
			if (node.parentElement === null) return null;
			return node_locateANamespace(node.parentElement, prefix);
		} else if (util_1.Guard.isDocumentNode(node)) {
			if (node.documentElement === null) return null;
			return node_locateANamespace(node.documentElement, prefix);
		} else if (util_1.Guard.isDocumentTypeNode(node) || util_1.Guard.isDocumentFragmentNode(node)) return null;
		else if (util_1.Guard.isAttrNode(node)) {
			if (node._element === null) return null;
			return node_locateANamespace(node._element, prefix);
		} else {
			if (!node._parent || !util_1.Guard.isElementNode(node._parent)) return null;
			return node_locateANamespace(node._parent, prefix);
		}
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/ParentNodeAlgorithm.js
var require_ParentNodeAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.parentNode_convertNodesIntoANode = parentNode_convertNodesIntoANode;
	const util_1 = require_lib$12();
	const CreateAlgorithm_1 = require_CreateAlgorithm();
	function parentNode_convertNodesIntoANode(nodes, document) {
		let node = null;
		for (let i = 0; i < nodes.length; i++) {
			const item = nodes[i];
			if ((0, util_1.isString)(item)) {
				const text = (0, CreateAlgorithm_1.create_text)(document, item);
				nodes[i] = text;
			}
		}
		if (nodes.length === 1) node = nodes[0];
		else {
			node = (0, CreateAlgorithm_1.create_documentFragment)(document);
			const ns = node;
			for (const item of nodes) ns.appendChild(item);
		}
		return node;
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/TextAlgorithm.js
var require_TextAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.text_contiguousTextNodes = text_contiguousTextNodes;
	exports.text_contiguousExclusiveTextNodes = text_contiguousExclusiveTextNodes;
	exports.text_descendantTextContent = text_descendantTextContent;
	exports.text_split = text_split;
	const DOMImpl_1 = require_DOMImpl();
	const util_1 = require_util();
	const DOMException_1 = require_DOMException();
	const CreateAlgorithm_1 = require_CreateAlgorithm();
	const TreeAlgorithm_1 = require_TreeAlgorithm();
	const CharacterDataAlgorithm_1 = require_CharacterDataAlgorithm();
	const MutationAlgorithm_1 = require_MutationAlgorithm();
	function text_contiguousTextNodes(node, self = false) {
		return { [Symbol.iterator]() {
			let currentNode = node;
			while (currentNode && util_1.Guard.isTextNode(currentNode._previousSibling)) currentNode = currentNode._previousSibling;
			return { next() {
				if (currentNode && !self && currentNode === node) {
					if (util_1.Guard.isTextNode(currentNode._nextSibling)) currentNode = currentNode._nextSibling;
					else currentNode = null;
				}
				if (currentNode === null) return {
					done: true,
					value: null
				};
				else {
					const result = {
						done: false,
						value: currentNode
					};
					if (util_1.Guard.isTextNode(currentNode._nextSibling)) currentNode = currentNode._nextSibling;
					else currentNode = null;
					return result;
				}
			} };
		} };
	}
	function text_contiguousExclusiveTextNodes(node, self = false) {
		return { [Symbol.iterator]() {
			let currentNode = node;
			while (currentNode && util_1.Guard.isExclusiveTextNode(currentNode._previousSibling)) currentNode = currentNode._previousSibling;
			return { next() {
				if (currentNode && !self && currentNode === node) {
					if (util_1.Guard.isExclusiveTextNode(currentNode._nextSibling)) currentNode = currentNode._nextSibling;
					else currentNode = null;
				}
				if (currentNode === null) return {
					done: true,
					value: null
				};
				else {
					const result = {
						done: false,
						value: currentNode
					};
					if (util_1.Guard.isExclusiveTextNode(currentNode._nextSibling)) currentNode = currentNode._nextSibling;
					else currentNode = null;
					return result;
				}
			} };
		} };
	}
	function text_descendantTextContent(node) {
		let contents = "";
		let text = (0, TreeAlgorithm_1.tree_getFirstDescendantNode)(node, false, false, (e) => util_1.Guard.isTextNode(e));
		while (text !== null) {
			contents += text._data;
			text = (0, TreeAlgorithm_1.tree_getNextDescendantNode)(node, text, false, false, (e) => util_1.Guard.isTextNode(e));
		}
		return contents;
	}
	function text_split(node, offset) {
		const length = node._data.length;
		if (offset > length) throw new DOMException_1.IndexSizeError();
		const count = length - offset;
		const newData = (0, CharacterDataAlgorithm_1.characterData_substringData)(node, offset, count);
		const newNode = (0, CreateAlgorithm_1.create_text)(node._nodeDocument, newData);
		const parent = node._parent;
		if (parent !== null) {
			(0, MutationAlgorithm_1.mutation_insert)(newNode, parent, node._nextSibling);
			for (const range of DOMImpl_1.dom.rangeList) {
				if (range._start[0] === node && range._start[1] > offset) {
					range._start[0] = newNode;
					range._start[1] -= offset;
				}
				if (range._end[0] === node && range._end[1] > offset) {
					range._end[0] = newNode;
					range._end[1] -= offset;
				}
				const index = (0, TreeAlgorithm_1.tree_index)(node);
				if (range._start[0] === parent && range._start[1] === index + 1) range._start[1]++;
				if (range._end[0] === parent && range._end[1] === index + 1) range._end[1]++;
			}
		}
		(0, CharacterDataAlgorithm_1.characterData_replaceData)(node, offset, count, "");
		return newNode;
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/RangeAlgorithm.js
var require_RangeAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.range_collapsed = range_collapsed;
	exports.range_root = range_root;
	exports.range_isContained = range_isContained;
	exports.range_isPartiallyContained = range_isPartiallyContained;
	exports.range_setTheStart = range_setTheStart;
	exports.range_setTheEnd = range_setTheEnd;
	exports.range_select = range_select;
	exports.range_extract = range_extract;
	exports.range_cloneTheContents = range_cloneTheContents;
	exports.range_insert = range_insert;
	exports.range_getContainedNodes = range_getContainedNodes;
	exports.range_getPartiallyContainedNodes = range_getPartiallyContainedNodes;
	const interfaces_1 = require_interfaces$2();
	const DOMException_1 = require_DOMException();
	const util_1 = require_util();
	const CreateAlgorithm_1 = require_CreateAlgorithm();
	const TreeAlgorithm_1 = require_TreeAlgorithm();
	const BoundaryPointAlgorithm_1 = require_BoundaryPointAlgorithm();
	const CharacterDataAlgorithm_1 = require_CharacterDataAlgorithm();
	const NodeAlgorithm_1 = require_NodeAlgorithm();
	const MutationAlgorithm_1 = require_MutationAlgorithm();
	const TextAlgorithm_1 = require_TextAlgorithm();
	function range_collapsed(range) {
		return range._startNode === range._endNode && range._startOffset === range._endOffset;
	}
	function range_root(range) {
		return (0, TreeAlgorithm_1.tree_rootNode)(range._startNode);
	}
	function range_isContained(node, range) {
		return (0, TreeAlgorithm_1.tree_rootNode)(node) === range_root(range) && (0, BoundaryPointAlgorithm_1.boundaryPoint_position)([node, 0], range._start) === interfaces_1.BoundaryPosition.After && (0, BoundaryPointAlgorithm_1.boundaryPoint_position)([node, (0, TreeAlgorithm_1.tree_nodeLength)(node)], range._end) === interfaces_1.BoundaryPosition.Before;
	}
	function range_isPartiallyContained(node, range) {
		const startCheck = (0, TreeAlgorithm_1.tree_isAncestorOf)(range._startNode, node, true);
		const endCheck = (0, TreeAlgorithm_1.tree_isAncestorOf)(range._endNode, node, true);
		return startCheck && !endCheck || !startCheck && endCheck;
	}
	function range_setTheStart(range, node, offset) {
		if (util_1.Guard.isDocumentTypeNode(node)) throw new DOMException_1.InvalidNodeTypeError();
		if (offset > (0, TreeAlgorithm_1.tree_nodeLength)(node)) throw new DOMException_1.IndexSizeError();
		const bp = [node, offset];
		if (range_root(range) !== (0, TreeAlgorithm_1.tree_rootNode)(node) || (0, BoundaryPointAlgorithm_1.boundaryPoint_position)(bp, range._end) === interfaces_1.BoundaryPosition.After) range._end = bp;
		range._start = bp;
	}
	function range_setTheEnd(range, node, offset) {
		if (util_1.Guard.isDocumentTypeNode(node)) throw new DOMException_1.InvalidNodeTypeError();
		if (offset > (0, TreeAlgorithm_1.tree_nodeLength)(node)) throw new DOMException_1.IndexSizeError();
		const bp = [node, offset];
		if (range_root(range) !== (0, TreeAlgorithm_1.tree_rootNode)(node) || (0, BoundaryPointAlgorithm_1.boundaryPoint_position)(bp, range._start) === interfaces_1.BoundaryPosition.Before) range._start = bp;
		range._end = bp;
	}
	function range_select(node, range) {
		const parent = node._parent;
		if (parent === null) throw new DOMException_1.InvalidNodeTypeError();
		const index = (0, TreeAlgorithm_1.tree_index)(node);
		range._start = [parent, index];
		range._end = [parent, index + 1];
	}
	function range_extract(range) {
		const fragment = (0, CreateAlgorithm_1.create_documentFragment)(range._startNode._nodeDocument);
		if (range_collapsed(range)) return fragment;
		const originalStartNode = range._startNode;
		const originalStartOffset = range._startOffset;
		const originalEndNode = range._endNode;
		const originalEndOffset = range._endOffset;
		if (originalStartNode === originalEndNode && util_1.Guard.isCharacterDataNode(originalStartNode)) {
			const clone = (0, NodeAlgorithm_1.node_clone)(originalStartNode);
			clone._data = (0, CharacterDataAlgorithm_1.characterData_substringData)(originalStartNode, originalStartOffset, originalEndOffset - originalStartOffset);
			(0, MutationAlgorithm_1.mutation_append)(clone, fragment);
			(0, CharacterDataAlgorithm_1.characterData_replaceData)(originalStartNode, originalStartOffset, originalEndOffset - originalStartOffset, "");
			return fragment;
		}
		let commonAncestor = originalStartNode;
		while (!(0, TreeAlgorithm_1.tree_isAncestorOf)(originalEndNode, commonAncestor, true)) {
			if (commonAncestor._parent === null) throw new Error("Parent node  is null.");
			commonAncestor = commonAncestor._parent;
		}
		let firstPartiallyContainedChild = null;
		if (!(0, TreeAlgorithm_1.tree_isAncestorOf)(originalEndNode, originalStartNode, true)) {
			for (const node of commonAncestor._children) if (range_isPartiallyContained(node, range)) {
				firstPartiallyContainedChild = node;
				break;
			}
		}
		let lastPartiallyContainedChild = null;
		if (!(0, TreeAlgorithm_1.tree_isAncestorOf)(originalStartNode, originalEndNode, true)) {
			const children = [...commonAncestor._children];
			for (let i = children.length - 1; i > 0; i--) {
				const node = children[i];
				if (range_isPartiallyContained(node, range)) {
					lastPartiallyContainedChild = node;
					break;
				}
			}
		}
		const containedChildren = [];
		for (const child of commonAncestor._children) if (range_isContained(child, range)) {
			if (util_1.Guard.isDocumentTypeNode(child)) throw new DOMException_1.HierarchyRequestError();
			containedChildren.push(child);
		}
		let newNode;
		let newOffset;
		if ((0, TreeAlgorithm_1.tree_isAncestorOf)(originalEndNode, originalStartNode, true)) {
			newNode = originalStartNode;
			newOffset = originalStartOffset;
		} else {
			let referenceNode = originalStartNode;
			while (referenceNode._parent !== null && !(0, TreeAlgorithm_1.tree_isAncestorOf)(originalEndNode, referenceNode._parent)) referenceNode = referenceNode._parent;
			/* istanbul ignore next */
			if (referenceNode._parent === null) throw new Error("Parent node is null.");
			newNode = referenceNode._parent;
			newOffset = 1 + (0, TreeAlgorithm_1.tree_index)(referenceNode);
		}
		if (util_1.Guard.isCharacterDataNode(firstPartiallyContainedChild)) {
			const clone = (0, NodeAlgorithm_1.node_clone)(originalStartNode);
			clone._data = (0, CharacterDataAlgorithm_1.characterData_substringData)(originalStartNode, originalStartOffset, (0, TreeAlgorithm_1.tree_nodeLength)(originalStartNode) - originalStartOffset);
			(0, MutationAlgorithm_1.mutation_append)(clone, fragment);
			(0, CharacterDataAlgorithm_1.characterData_replaceData)(originalStartNode, originalStartOffset, (0, TreeAlgorithm_1.tree_nodeLength)(originalStartNode) - originalStartOffset, "");
		} else if (firstPartiallyContainedChild !== null) {
			const clone = (0, NodeAlgorithm_1.node_clone)(firstPartiallyContainedChild);
			(0, MutationAlgorithm_1.mutation_append)(clone, fragment);
			const subfragment = range_extract((0, CreateAlgorithm_1.create_range)([originalStartNode, originalStartOffset], [firstPartiallyContainedChild, (0, TreeAlgorithm_1.tree_nodeLength)(firstPartiallyContainedChild)]));
			(0, MutationAlgorithm_1.mutation_append)(subfragment, clone);
		}
		for (const child of containedChildren) (0, MutationAlgorithm_1.mutation_append)(child, fragment);
		if (util_1.Guard.isCharacterDataNode(lastPartiallyContainedChild)) {
			const clone = (0, NodeAlgorithm_1.node_clone)(originalEndNode);
			clone._data = (0, CharacterDataAlgorithm_1.characterData_substringData)(originalEndNode, 0, originalEndOffset);
			(0, MutationAlgorithm_1.mutation_append)(clone, fragment);
			(0, CharacterDataAlgorithm_1.characterData_replaceData)(originalEndNode, 0, originalEndOffset, "");
		} else if (lastPartiallyContainedChild !== null) {
			const clone = (0, NodeAlgorithm_1.node_clone)(lastPartiallyContainedChild);
			(0, MutationAlgorithm_1.mutation_append)(clone, fragment);
			const subfragment = range_extract((0, CreateAlgorithm_1.create_range)([lastPartiallyContainedChild, 0], [originalEndNode, originalEndOffset]));
			(0, MutationAlgorithm_1.mutation_append)(subfragment, clone);
		}
		range._start = [newNode, newOffset];
		range._end = [newNode, newOffset];
		return fragment;
	}
	function range_cloneTheContents(range) {
		const fragment = (0, CreateAlgorithm_1.create_documentFragment)(range._startNode._nodeDocument);
		if (range_collapsed(range)) return fragment;
		const originalStartNode = range._startNode;
		const originalStartOffset = range._startOffset;
		const originalEndNode = range._endNode;
		const originalEndOffset = range._endOffset;
		if (originalStartNode === originalEndNode && util_1.Guard.isCharacterDataNode(originalStartNode)) {
			const clone = (0, NodeAlgorithm_1.node_clone)(originalStartNode);
			clone._data = (0, CharacterDataAlgorithm_1.characterData_substringData)(originalStartNode, originalStartOffset, originalEndOffset - originalStartOffset);
			(0, MutationAlgorithm_1.mutation_append)(clone, fragment);
		}
		let commonAncestor = originalStartNode;
		while (!(0, TreeAlgorithm_1.tree_isAncestorOf)(originalEndNode, commonAncestor, true)) {
			if (commonAncestor._parent === null) throw new Error("Parent node  is null.");
			commonAncestor = commonAncestor._parent;
		}
		let firstPartiallyContainedChild = null;
		if (!(0, TreeAlgorithm_1.tree_isAncestorOf)(originalEndNode, originalStartNode, true)) {
			for (const node of commonAncestor._children) if (range_isPartiallyContained(node, range)) {
				firstPartiallyContainedChild = node;
				break;
			}
		}
		let lastPartiallyContainedChild = null;
		if (!(0, TreeAlgorithm_1.tree_isAncestorOf)(originalStartNode, originalEndNode, true)) {
			const children = [...commonAncestor._children];
			for (let i = children.length - 1; i > 0; i--) {
				const node = children[i];
				if (range_isPartiallyContained(node, range)) {
					lastPartiallyContainedChild = node;
					break;
				}
			}
		}
		const containedChildren = [];
		for (const child of commonAncestor._children) if (range_isContained(child, range)) {
			if (util_1.Guard.isDocumentTypeNode(child)) throw new DOMException_1.HierarchyRequestError();
			containedChildren.push(child);
		}
		if (util_1.Guard.isCharacterDataNode(firstPartiallyContainedChild)) {
			const clone = (0, NodeAlgorithm_1.node_clone)(originalStartNode);
			clone._data = (0, CharacterDataAlgorithm_1.characterData_substringData)(originalStartNode, originalStartOffset, (0, TreeAlgorithm_1.tree_nodeLength)(originalStartNode) - originalStartOffset);
			(0, MutationAlgorithm_1.mutation_append)(clone, fragment);
		} else if (firstPartiallyContainedChild !== null) {
			const clone = (0, NodeAlgorithm_1.node_clone)(firstPartiallyContainedChild);
			(0, MutationAlgorithm_1.mutation_append)(clone, fragment);
			const subfragment = range_cloneTheContents((0, CreateAlgorithm_1.create_range)([originalStartNode, originalStartOffset], [firstPartiallyContainedChild, (0, TreeAlgorithm_1.tree_nodeLength)(firstPartiallyContainedChild)]));
			(0, MutationAlgorithm_1.mutation_append)(subfragment, clone);
		}
		for (const child of containedChildren) {
			const clone = (0, NodeAlgorithm_1.node_clone)(child);
			(0, MutationAlgorithm_1.mutation_append)(clone, fragment);
		}
		if (util_1.Guard.isCharacterDataNode(lastPartiallyContainedChild)) {
			const clone = (0, NodeAlgorithm_1.node_clone)(originalEndNode);
			clone._data = (0, CharacterDataAlgorithm_1.characterData_substringData)(originalEndNode, 0, originalEndOffset);
			(0, MutationAlgorithm_1.mutation_append)(clone, fragment);
		} else if (lastPartiallyContainedChild !== null) {
			const clone = (0, NodeAlgorithm_1.node_clone)(lastPartiallyContainedChild);
			fragment.append(clone);
			const subfragment = range_extract((0, CreateAlgorithm_1.create_range)([lastPartiallyContainedChild, 0], [originalEndNode, originalEndOffset]));
			(0, MutationAlgorithm_1.mutation_append)(subfragment, clone);
		}
		return fragment;
	}
	function range_insert(node, range) {
		if (util_1.Guard.isProcessingInstructionNode(range._startNode) || util_1.Guard.isCommentNode(range._startNode) || util_1.Guard.isTextNode(range._startNode) && range._startNode._parent === null || range._startNode === node) throw new DOMException_1.HierarchyRequestError();
		let referenceNode = null;
		if (util_1.Guard.isTextNode(range._startNode)) referenceNode = range._startNode;
		else {
			let index = 0;
			for (const child of range._startNode._children) {
				if (index === range._startOffset) {
					referenceNode = child;
					break;
				}
				index++;
			}
		}
		let parent;
		if (referenceNode === null) parent = range._startNode;
		else {
			if (referenceNode._parent === null) throw new Error("Parent node is null.");
			parent = referenceNode._parent;
		}
		(0, MutationAlgorithm_1.mutation_ensurePreInsertionValidity)(node, parent, referenceNode);
		if (util_1.Guard.isTextNode(range._startNode)) referenceNode = (0, TextAlgorithm_1.text_split)(range._startNode, range._startOffset);
		if (node === referenceNode) referenceNode = node._nextSibling;
		if (node._parent !== null) (0, MutationAlgorithm_1.mutation_remove)(node, node._parent);
		let newOffset = referenceNode === null ? (0, TreeAlgorithm_1.tree_nodeLength)(parent) : (0, TreeAlgorithm_1.tree_index)(referenceNode);
		if (util_1.Guard.isDocumentFragmentNode(node)) newOffset += (0, TreeAlgorithm_1.tree_nodeLength)(node);
		else newOffset++;
		(0, MutationAlgorithm_1.mutation_preInsert)(node, parent, referenceNode);
		if (range_collapsed(range)) range._end = [parent, newOffset];
	}
	function range_getContainedNodes(range) {
		return { [Symbol.iterator]: () => {
			const container = range.commonAncestorContainer;
			let currentNode = (0, TreeAlgorithm_1.tree_getFirstDescendantNode)(container);
			return { next: () => {
				while (currentNode && !range_isContained(currentNode, range)) currentNode = (0, TreeAlgorithm_1.tree_getNextDescendantNode)(container, currentNode);
				if (currentNode === null) return {
					done: true,
					value: null
				};
				else {
					const result = {
						done: false,
						value: currentNode
					};
					currentNode = (0, TreeAlgorithm_1.tree_getNextDescendantNode)(container, currentNode);
					return result;
				}
			} };
		} };
	}
	function range_getPartiallyContainedNodes(range) {
		return { [Symbol.iterator]: () => {
			const container = range.commonAncestorContainer;
			let currentNode = (0, TreeAlgorithm_1.tree_getFirstDescendantNode)(container);
			return { next: () => {
				while (currentNode && !range_isPartiallyContained(currentNode, range)) currentNode = (0, TreeAlgorithm_1.tree_getNextDescendantNode)(container, currentNode);
				if (currentNode === null) return {
					done: true,
					value: null
				};
				else {
					const result = {
						done: false,
						value: currentNode
					};
					currentNode = (0, TreeAlgorithm_1.tree_getNextDescendantNode)(container, currentNode);
					return result;
				}
			} };
		} };
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/SelectorsAlgorithm.js
var require_SelectorsAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.selectors_scopeMatchASelectorsString = selectors_scopeMatchASelectorsString;
	const DOMException_1 = require_DOMException();
	function selectors_scopeMatchASelectorsString(selectors, node) {
		throw new DOMException_1.NotSupportedError();
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/TreeWalkerAlgorithm.js
var require_TreeWalkerAlgorithm = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.treeWalker_traverseChildren = treeWalker_traverseChildren;
	exports.treeWalker_traverseSiblings = treeWalker_traverseSiblings;
	const interfaces_1 = require_interfaces$2();
	const TraversalAlgorithm_1 = require_TraversalAlgorithm();
	function treeWalker_traverseChildren(walker, first) {
		let node = first ? walker._current._firstChild : walker._current._lastChild;
		while (node !== null) {
			const result = (0, TraversalAlgorithm_1.traversal_filter)(walker, node);
			if (result === interfaces_1.FilterResult.Accept) {
				walker._current = node;
				return node;
			} else if (result === interfaces_1.FilterResult.Skip) {
				const child = first ? node._firstChild : node._lastChild;
				if (child !== null) {
					node = child;
					continue;
				}
			}
			while (node !== null) {
				const sibling = first ? node._nextSibling : node._previousSibling;
				if (sibling !== null) {
					node = sibling;
					break;
				}
				const parent = node._parent;
				if (parent === null || parent === walker._root || parent === walker._current) return null;
				node = parent;
			}
		}
		return null;
	}
	function treeWalker_traverseSiblings(walker, next) {
		let node = walker._current;
		if (node === walker._root) return null;
		while (true) {
			let sibling = next ? node._nextSibling : node._previousSibling;
			while (sibling !== null) {
				node = sibling;
				const result = (0, TraversalAlgorithm_1.traversal_filter)(walker, node);
				if (result === interfaces_1.FilterResult.Accept) {
					walker._current = node;
					return node;
				}
				sibling = next ? node._firstChild : node._lastChild;
				if (result === interfaces_1.FilterResult.Reject || sibling === null) sibling = next ? node._nextSibling : node._previousSibling;
			}
			node = node._parent;
			if (node === null || node === walker._root) return null;
			if ((0, TraversalAlgorithm_1.traversal_filter)(walker, node) === interfaces_1.FilterResult.Accept) return null;
		}
	}
}));

// node_modules/@oozcitak/dom/lib/algorithm/index.js
var require_algorithm = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	var __createBinding = this$1 && this$1.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$1 && this$1.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_AbortAlgorithm(), exports);
	__exportStar(require_AttrAlgorithm(), exports);
	__exportStar(require_BoundaryPointAlgorithm(), exports);
	__exportStar(require_CharacterDataAlgorithm(), exports);
	__exportStar(require_CreateAlgorithm(), exports);
	__exportStar(require_CustomElementAlgorithm(), exports);
	__exportStar(require_DocumentAlgorithm(), exports);
	__exportStar(require_DOMAlgorithm(), exports);
	__exportStar(require_DOMTokenListAlgorithm(), exports);
	__exportStar(require_ElementAlgorithm(), exports);
	__exportStar(require_EventAlgorithm(), exports);
	__exportStar(require_EventTargetAlgorithm(), exports);
	__exportStar(require_MutationAlgorithm(), exports);
	__exportStar(require_MutationObserverAlgorithm(), exports);
	__exportStar(require_NamespaceAlgorithm(), exports);
	__exportStar(require_NodeAlgorithm(), exports);
	__exportStar(require_NodeIteratorAlgorithm(), exports);
	__exportStar(require_OrderedSetAlgorithm(), exports);
	__exportStar(require_ParentNodeAlgorithm(), exports);
	__exportStar(require_RangeAlgorithm(), exports);
	__exportStar(require_SelectorsAlgorithm(), exports);
	__exportStar(require_ShadowTreeAlgorithm(), exports);
	__exportStar(require_TextAlgorithm(), exports);
	__exportStar(require_TraversalAlgorithm(), exports);
	__exportStar(require_TreeAlgorithm(), exports);
	__exportStar(require_TreeWalkerAlgorithm(), exports);
	__exportStar(require_WebIDLAlgorithm(), exports);
	__exportStar(require_XMLAlgorithm(), exports);
}));

// node_modules/xmlbuilder2/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.nonEntityAmpersandRegex = void 0;
	exports.nonEntityAmpersandRegex = /&(?![A-Za-z]+;|#\d+;)/g;
}));

// node_modules/xmlbuilder2/lib/writers/BaseWriter.js
var require_BaseWriter = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.BaseWriter = void 0;
	const interfaces_1 = require_interfaces$2();
	const LocalNameSet_1 = require_LocalNameSet();
	const NamespacePrefixMap_1 = require_NamespacePrefixMap();
	const infra_1 = require_lib$11();
	const algorithm_1 = require_algorithm();
	const constants_1 = require_constants();
	var BaseWriter = class BaseWriter {
		static _VoidElementNames = /* @__PURE__ */ new Set([
			"area",
			"base",
			"basefont",
			"bgsound",
			"br",
			"col",
			"embed",
			"frame",
			"hr",
			"img",
			"input",
			"keygen",
			"link",
			"menuitem",
			"meta",
			"param",
			"source",
			"track",
			"wbr"
		]);
		_builderOptions;
		_writerOptions;
		constructor(builderOptions) {
			this._builderOptions = builderOptions;
		}
		declaration(version, encoding, standalone) {}
		docType(name, publicId, systemId) {}
		comment(data) {}
		text(data) {}
		instruction(target, data) {}
		cdata(data) {}
		openTagBegin(name) {}
		openTagEnd(name, selfClosing, voidElement) {}
		closeTag(name) {}
		attributes(attributes) {
			for (const attr of attributes) this.attribute(attr[1] === null ? attr[2] : attr[1] + ":" + attr[2], attr[3]);
		}
		attribute(name, value) {}
		beginElement(name) {}
		endElement(name) {}
		level = 0;
		currentNode;
		serializeNode(node, requireWellFormed) {
			const hasNamespaces = node._nodeDocument !== void 0 && node._nodeDocument._hasNamespaces;
			this.level = 0;
			this.currentNode = node;
			if (hasNamespaces) {
				let namespace = null;
				const prefixMap = new NamespacePrefixMap_1.NamespacePrefixMap();
				prefixMap.set("xml", infra_1.namespace.XML);
				this._serializeNodeNS(node, namespace, prefixMap, { value: 1 }, requireWellFormed);
			} else this._serializeNode(node, requireWellFormed);
		}
		_serializeNodeNS(node, namespace, prefixMap, prefixIndex, requireWellFormed) {
			this.currentNode = node;
			switch (node.nodeType) {
				case interfaces_1.NodeType.Element:
					this._serializeElementNS(node, namespace, prefixMap, prefixIndex, requireWellFormed);
					break;
				case interfaces_1.NodeType.Document:
					this._serializeDocumentNS(node, namespace, prefixMap, prefixIndex, requireWellFormed);
					break;
				case interfaces_1.NodeType.Comment:
					this._serializeComment(node, requireWellFormed);
					break;
				case interfaces_1.NodeType.Text:
					this._serializeText(node, requireWellFormed);
					break;
				case interfaces_1.NodeType.DocumentFragment:
					this._serializeDocumentFragmentNS(node, namespace, prefixMap, prefixIndex, requireWellFormed);
					break;
				case interfaces_1.NodeType.DocumentType:
					this._serializeDocumentType(node, requireWellFormed);
					break;
				case interfaces_1.NodeType.ProcessingInstruction:
					this._serializeProcessingInstruction(node, requireWellFormed);
					break;
				case interfaces_1.NodeType.CData:
					this._serializeCData(node, requireWellFormed);
					break;
				default: throw new Error(`Unknown node type: ${node.nodeType}`);
			}
		}
		_serializeNode(node, requireWellFormed) {
			this.currentNode = node;
			switch (node.nodeType) {
				case interfaces_1.NodeType.Element:
					this._serializeElement(node, requireWellFormed);
					break;
				case interfaces_1.NodeType.Document:
					this._serializeDocument(node, requireWellFormed);
					break;
				case interfaces_1.NodeType.Comment:
					this._serializeComment(node, requireWellFormed);
					break;
				case interfaces_1.NodeType.Text:
					this._serializeText(node, requireWellFormed);
					break;
				case interfaces_1.NodeType.DocumentFragment:
					this._serializeDocumentFragment(node, requireWellFormed);
					break;
				case interfaces_1.NodeType.DocumentType:
					this._serializeDocumentType(node, requireWellFormed);
					break;
				case interfaces_1.NodeType.ProcessingInstruction:
					this._serializeProcessingInstruction(node, requireWellFormed);
					break;
				case interfaces_1.NodeType.CData:
					this._serializeCData(node, requireWellFormed);
					break;
				default: throw new Error(`Unknown node type: ${node.nodeType}`);
			}
		}
		_serializeElementNS(node, namespace, prefixMap, prefixIndex, requireWellFormed) {
			const attributes = [];
			if (requireWellFormed && (node.localName.indexOf(":") !== -1 || !(0, algorithm_1.xml_isName)(node.localName))) throw new Error("Node local name contains invalid characters (well-formed required).");
			let qualifiedName = "";
			let skipEndTag = false;
			let ignoreNamespaceDefinitionAttribute = false;
			let map = prefixMap.copy();
			let localPrefixesMap = {};
			let localDefaultNamespace = this._recordNamespaceInformation(node, map, localPrefixesMap);
			let inheritedNS = namespace;
			let ns = node.namespaceURI;
			if (inheritedNS === ns) {
				if (localDefaultNamespace !== null) ignoreNamespaceDefinitionAttribute = true;
				if (ns === infra_1.namespace.XML) qualifiedName = "xml:" + node.localName;
				else qualifiedName = node.localName;
				this.beginElement(qualifiedName);
				this.openTagBegin(qualifiedName);
			} else {
				let prefix = node.prefix;
				let candidatePrefix = null;
				if (prefix !== null || ns !== localDefaultNamespace) candidatePrefix = map.get(prefix, ns);
				if (prefix === "xmlns") {
					if (requireWellFormed) throw new Error("An element cannot have the 'xmlns' prefix (well-formed required).");
					candidatePrefix = prefix;
				}
				if (candidatePrefix !== null) {
					qualifiedName = candidatePrefix + ":" + node.localName;
					if (localDefaultNamespace !== null && localDefaultNamespace !== infra_1.namespace.XML) inheritedNS = localDefaultNamespace || null;
					this.beginElement(qualifiedName);
					this.openTagBegin(qualifiedName);
				} else if (prefix !== null) {
					if (prefix in localPrefixesMap) prefix = this._generatePrefix(ns, map, prefixIndex);
					map.set(prefix, ns);
					qualifiedName += prefix + ":" + node.localName;
					this.beginElement(qualifiedName);
					this.openTagBegin(qualifiedName);
					attributes.push([
						null,
						"xmlns",
						prefix,
						this._serializeAttributeValue(ns, requireWellFormed)
					]);
					if (localDefaultNamespace !== null) inheritedNS = localDefaultNamespace || null;
				} else if (localDefaultNamespace === null || localDefaultNamespace !== null && localDefaultNamespace !== ns) {
					ignoreNamespaceDefinitionAttribute = true;
					qualifiedName += node.localName;
					inheritedNS = ns;
					this.beginElement(qualifiedName);
					this.openTagBegin(qualifiedName);
					attributes.push([
						null,
						null,
						"xmlns",
						this._serializeAttributeValue(ns, requireWellFormed)
					]);
				} else {
					qualifiedName += node.localName;
					inheritedNS = ns;
					this.beginElement(qualifiedName);
					this.openTagBegin(qualifiedName);
				}
			}
			attributes.push(...this._serializeAttributesNS(node, map, prefixIndex, localPrefixesMap, ignoreNamespaceDefinitionAttribute, requireWellFormed));
			this.attributes(attributes);
			const isHTML = ns === infra_1.namespace.HTML;
			if (isHTML && node.childNodes.length === 0 && BaseWriter._VoidElementNames.has(node.localName)) {
				this.openTagEnd(qualifiedName, true, true);
				this.endElement(qualifiedName);
				skipEndTag = true;
			} else if (!isHTML && node.childNodes.length === 0) {
				this.openTagEnd(qualifiedName, true, false);
				this.endElement(qualifiedName);
				skipEndTag = true;
			} else this.openTagEnd(qualifiedName, false, false);
			if (skipEndTag) return;
			if (isHTML && node.localName === "template") {} else for (const childNode of node.childNodes) {
				this.level++;
				this._serializeNodeNS(childNode, inheritedNS, map, prefixIndex, requireWellFormed);
				this.level--;
			}
			this.closeTag(qualifiedName);
			this.endElement(qualifiedName);
		}
		_serializeElement(node, requireWellFormed) {
			if (requireWellFormed && (node.localName.indexOf(":") !== -1 || !(0, algorithm_1.xml_isName)(node.localName))) throw new Error("Node local name contains invalid characters (well-formed required).");
			let skipEndTag = false;
			const qualifiedName = node.localName;
			this.beginElement(qualifiedName);
			this.openTagBegin(qualifiedName);
			const attributes = this._serializeAttributes(node, requireWellFormed);
			this.attributes(attributes);
			if (!node.hasChildNodes()) {
				this.openTagEnd(qualifiedName, true, false);
				this.endElement(qualifiedName);
				skipEndTag = true;
			} else this.openTagEnd(qualifiedName, false, false);
			if (skipEndTag) return;
			for (const childNode of node._children) {
				this.level++;
				this._serializeNode(childNode, requireWellFormed);
				this.level--;
			}
			this.closeTag(qualifiedName);
			this.endElement(qualifiedName);
		}
		_serializeDocumentNS(node, namespace, prefixMap, prefixIndex, requireWellFormed) {
			if (requireWellFormed && node.documentElement === null) throw new Error("Missing document element (well-formed required).");
			for (const childNode of node.childNodes) this._serializeNodeNS(childNode, namespace, prefixMap, prefixIndex, requireWellFormed);
		}
		_serializeDocument(node, requireWellFormed) {
			if (requireWellFormed && node.documentElement === null) throw new Error("Missing document element (well-formed required).");
			for (const childNode of node._children) this._serializeNode(childNode, requireWellFormed);
		}
		_serializeComment(node, requireWellFormed) {
			if (requireWellFormed && (!(0, algorithm_1.xml_isLegalChar)(node.data) || node.data.indexOf("--") !== -1 || node.data.endsWith("-"))) throw new Error("Comment data contains invalid characters (well-formed required).");
			this.comment(node.data);
		}
		_serializeText(node, requireWellFormed) {
			if (requireWellFormed && !(0, algorithm_1.xml_isLegalChar)(node.data)) throw new Error("Text data contains invalid characters (well-formed required).");
			const markup = node.data.replace(constants_1.nonEntityAmpersandRegex, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
			this.text(markup);
		}
		_serializeDocumentFragmentNS(node, namespace, prefixMap, prefixIndex, requireWellFormed) {
			for (const childNode of node.childNodes) this._serializeNodeNS(childNode, namespace, prefixMap, prefixIndex, requireWellFormed);
		}
		_serializeDocumentFragment(node, requireWellFormed) {
			for (const childNode of node._children) this._serializeNode(childNode, requireWellFormed);
		}
		_serializeDocumentType(node, requireWellFormed) {
			if (requireWellFormed && !(0, algorithm_1.xml_isPubidChar)(node.publicId)) throw new Error("DocType public identifier does not match PubidChar construct (well-formed required).");
			if (requireWellFormed && (!(0, algorithm_1.xml_isLegalChar)(node.systemId) || node.systemId.indexOf("\"") !== -1 && node.systemId.indexOf("'") !== -1)) throw new Error("DocType system identifier contains invalid characters (well-formed required).");
			this.docType(node.name, node.publicId, node.systemId);
		}
		_serializeProcessingInstruction(node, requireWellFormed) {
			if (requireWellFormed && (node.target.indexOf(":") !== -1 || /^xml$/i.test(node.target))) throw new Error("Processing instruction target contains invalid characters (well-formed required).");
			if (requireWellFormed && (!(0, algorithm_1.xml_isLegalChar)(node.data) || node.data.indexOf("?>") !== -1)) throw new Error("Processing instruction data contains invalid characters (well-formed required).");
			this.instruction(node.target, node.data);
		}
		_serializeCData(node, requireWellFormed) {
			if (requireWellFormed && node.data.indexOf("]]>") !== -1) throw new Error("CDATA contains invalid characters (well-formed required).");
			this.cdata(node.data);
		}
		_serializeAttributesNS(node, map, prefixIndex, localPrefixesMap, ignoreNamespaceDefinitionAttribute, requireWellFormed) {
			const result = [];
			const localNameSet = requireWellFormed ? new LocalNameSet_1.LocalNameSet() : void 0;
			for (const attr of node.attributes) {
				if (!requireWellFormed && !ignoreNamespaceDefinitionAttribute && attr.namespaceURI === null) {
					result.push([
						null,
						null,
						attr.localName,
						this._serializeAttributeValue(attr.value, requireWellFormed)
					]);
					continue;
				}
				if (requireWellFormed && localNameSet && localNameSet.has(attr.namespaceURI, attr.localName)) throw new Error("Element contains duplicate attributes (well-formed required).");
				if (requireWellFormed && localNameSet) localNameSet.set(attr.namespaceURI, attr.localName);
				let attributeNamespace = attr.namespaceURI;
				let candidatePrefix = null;
				if (attributeNamespace !== null) {
					candidatePrefix = map.get(attr.prefix, attributeNamespace);
					if (attributeNamespace === infra_1.namespace.XMLNS) {
						if (attr.value === infra_1.namespace.XML || attr.prefix === null && ignoreNamespaceDefinitionAttribute || attr.prefix !== null && (!(attr.localName in localPrefixesMap) || localPrefixesMap[attr.localName] !== attr.value) && map.has(attr.localName, attr.value)) continue;
						if (requireWellFormed && attr.value === infra_1.namespace.XMLNS) throw new Error("XMLNS namespace is reserved (well-formed required).");
						if (requireWellFormed && attr.value === "") throw new Error("Namespace prefix declarations cannot be used to undeclare a namespace (well-formed required).");
						if (attr.prefix === "xmlns") candidatePrefix = "xmlns";
					} else if (candidatePrefix === null) {
						if (attr.prefix !== null && (!map.hasPrefix(attr.prefix) || map.has(attr.prefix, attributeNamespace))) candidatePrefix = attr.prefix;
						else candidatePrefix = this._generatePrefix(attributeNamespace, map, prefixIndex);
						result.push([
							null,
							"xmlns",
							candidatePrefix,
							this._serializeAttributeValue(attributeNamespace, requireWellFormed)
						]);
					}
				}
				if (candidatePrefix !== null) {}
				if (requireWellFormed && (attr.localName.indexOf(":") !== -1 || !(0, algorithm_1.xml_isName)(attr.localName) || attr.localName === "xmlns" && attributeNamespace === null)) throw new Error("Attribute local name contains invalid characters (well-formed required).");
				result.push([
					attributeNamespace,
					candidatePrefix,
					attr.localName,
					this._serializeAttributeValue(attr.value, requireWellFormed)
				]);
			}
			return result;
		}
		_serializeAttributes(node, requireWellFormed) {
			const result = [];
			const localNameSet = requireWellFormed ? {} : void 0;
			for (const attr of node.attributes) {
				if (!requireWellFormed) {
					result.push([
						null,
						null,
						attr.localName,
						this._serializeAttributeValue(attr.value, requireWellFormed)
					]);
					continue;
				}
				if (requireWellFormed && localNameSet && attr.localName in localNameSet) throw new Error("Element contains duplicate attributes (well-formed required).");
				/* istanbul ignore else */
				if (requireWellFormed && localNameSet) localNameSet[attr.localName] = true;
				if (requireWellFormed && (attr.localName.indexOf(":") !== -1 || !(0, algorithm_1.xml_isName)(attr.localName))) throw new Error("Attribute local name contains invalid characters (well-formed required).");
				result.push([
					null,
					null,
					attr.localName,
					this._serializeAttributeValue(attr.value, requireWellFormed)
				]);
			}
			return result;
		}
		_recordNamespaceInformation(node, map, localPrefixesMap) {
			let defaultNamespaceAttrValue = null;
			for (const attr of node.attributes) {
				let attributeNamespace = attr.namespaceURI;
				let attributePrefix = attr.prefix;
				if (attributeNamespace === infra_1.namespace.XMLNS) {
					if (attributePrefix === null) {
						defaultNamespaceAttrValue = attr.value;
						continue;
					} else {
						let prefixDefinition = attr.localName;
						let namespaceDefinition = attr.value;
						if (namespaceDefinition === infra_1.namespace.XML) continue;
						if (namespaceDefinition === "") namespaceDefinition = null;
						if (map.has(prefixDefinition, namespaceDefinition)) continue;
						map.set(prefixDefinition, namespaceDefinition);
						localPrefixesMap[prefixDefinition] = namespaceDefinition || "";
					}
				}
			}
			return defaultNamespaceAttrValue;
		}
		_generatePrefix(newNamespace, prefixMap, prefixIndex) {
			const generatedPrefix = "ns" + prefixIndex.value.toString();
			prefixIndex.value++;
			prefixMap.set(generatedPrefix, newNamespace);
			return generatedPrefix;
		}
		_serializeAttributeValue(value, requireWellFormed) {
			if (requireWellFormed && value !== null && !(0, algorithm_1.xml_isLegalChar)(value)) throw new Error("Invalid characters in attribute value.");
			if (value === null) return "";
			return value.replace(constants_1.nonEntityAmpersandRegex, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
		}
	};
	exports.BaseWriter = BaseWriter;
}));

// node_modules/xmlbuilder2/lib/writers/ObjectWriter.js
var require_ObjectWriter = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ObjectWriter = void 0;
	const util_1 = require_lib$12();
	const interfaces_1 = require_interfaces$2();
	const BaseWriter_1 = require_BaseWriter();
	var ObjectWriter = class extends BaseWriter_1.BaseWriter {
		_currentList;
		_currentIndex;
		_listRegister;
		constructor(builderOptions, writerOptions) {
			super(builderOptions);
			this._writerOptions = (0, util_1.applyDefaults)(writerOptions, {
				format: "object",
				wellFormed: false,
				group: false,
				verbose: false
			});
		}
		serialize(node) {
			this._currentList = [];
			this._currentIndex = 0;
			this._listRegister = [this._currentList];
			this.serializeNode(node, this._writerOptions.wellFormed);
			return this._process(this._currentList, this._writerOptions);
		}
		_process(items, options) {
			if (items.length === 0) return {};
			const namesSeen = {};
			let hasNonUniqueNames = false;
			let textCount = 0;
			let commentCount = 0;
			let instructionCount = 0;
			let cdataCount = 0;
			for (let i = 0; i < items.length; i++) {
				const item = items[i];
				const key = Object.keys(item)[0];
				switch (key) {
					case "@": continue;
					case "#":
						textCount++;
						break;
					case "!":
						commentCount++;
						break;
					case "?":
						instructionCount++;
						break;
					case "$":
						cdataCount++;
						break;
					default: if (namesSeen[key]) hasNonUniqueNames = true;
					else namesSeen[key] = true;
				}
			}
			const defAttrKey = this._getAttrKey();
			const defTextKey = this._getNodeKey(interfaces_1.NodeType.Text);
			const defCommentKey = this._getNodeKey(interfaces_1.NodeType.Comment);
			const defInstructionKey = this._getNodeKey(interfaces_1.NodeType.ProcessingInstruction);
			const defCdataKey = this._getNodeKey(interfaces_1.NodeType.CData);
			if (textCount === 1 && items.length === 1 && (0, util_1.isString)(items[0]["#"])) return items[0]["#"];
			else if (hasNonUniqueNames) {
				const obj = {};
				for (let i = 0; i < items.length; i++) {
					const item = items[i];
					if (Object.keys(item)[0] === "@") {
						const attrs = item["@"];
						const attrKeys = Object.keys(attrs);
						if (!options.group || attrKeys.length === 1) for (const attrName in attrs) obj[defAttrKey + attrName] = attrs[attrName];
						else obj[defAttrKey] = attrs;
					}
				}
				const result = [];
				for (let i = 0; i < items.length; i++) {
					const item = items[i];
					const key = Object.keys(item)[0];
					switch (key) {
						case "@": break;
						case "#":
							result.push({ [defTextKey]: item["#"] });
							break;
						case "!":
							result.push({ [defCommentKey]: item["!"] });
							break;
						case "?":
							result.push({ [defInstructionKey]: item["?"] });
							break;
						case "$":
							result.push({ [defCdataKey]: item["$"] });
							break;
						default:
							const ele = item;
							if (ele[key].length !== 0 && (0, util_1.isArray)(ele[key][0])) {
								const eleGroup = [];
								const listOfLists = ele[key];
								for (let i = 0; i < listOfLists.length; i++) eleGroup.push(this._process(listOfLists[i], options));
								result.push({ [key]: eleGroup });
							} else if (options.verbose) result.push({ [key]: [this._process(ele[key], options)] });
							else result.push({ [key]: this._process(ele[key], options) });
					}
				}
				obj[defTextKey] = result;
				return obj;
			} else {
				let textId = 1;
				let commentId = 1;
				let instructionId = 1;
				let cdataId = 1;
				const obj = {};
				for (let i = 0; i < items.length; i++) {
					const item = items[i];
					const key = Object.keys(item)[0];
					switch (key) {
						case "@":
							const attrs = item["@"];
							const attrKeys = Object.keys(attrs);
							if (!options.group || attrKeys.length === 1) for (const attrName in attrs) obj[defAttrKey + attrName] = attrs[attrName];
							else obj[defAttrKey] = attrs;
							break;
						case "#":
							textId = this._processSpecItem(item["#"], obj, options.group, defTextKey, textCount, textId);
							break;
						case "!":
							commentId = this._processSpecItem(item["!"], obj, options.group, defCommentKey, commentCount, commentId);
							break;
						case "?":
							instructionId = this._processSpecItem(item["?"], obj, options.group, defInstructionKey, instructionCount, instructionId);
							break;
						case "$":
							cdataId = this._processSpecItem(item["$"], obj, options.group, defCdataKey, cdataCount, cdataId);
							break;
						default:
							const ele = item;
							if (ele[key].length !== 0 && (0, util_1.isArray)(ele[key][0])) {
								const eleGroup = [];
								const listOfLists = ele[key];
								for (let i = 0; i < listOfLists.length; i++) eleGroup.push(this._process(listOfLists[i], options));
								obj[key] = eleGroup;
							} else if (options.verbose) obj[key] = [this._process(ele[key], options)];
							else obj[key] = this._process(ele[key], options);
					}
				}
				return obj;
			}
		}
		_processSpecItem(item, obj, group, defKey, count, id) {
			if (!group && (0, util_1.isArray)(item) && count + item.length > 2) for (const subItem of item) {
				const key = defKey + (id++).toString();
				obj[key] = subItem;
			}
			else {
				const key = count > 1 ? defKey + (id++).toString() : defKey;
				obj[key] = item;
			}
			return id;
		}
		beginElement(name) {
			const childItems = [];
			if (this._currentList.length === 0) this._currentList.push({ [name]: childItems });
			else {
				const lastItem = this._currentList[this._currentList.length - 1];
				if (this._isElementNode(lastItem, name)) {
					if (lastItem[name].length !== 0 && (0, util_1.isArray)(lastItem[name][0])) lastItem[name].push(childItems);
					else lastItem[name] = [lastItem[name], childItems];
				} else this._currentList.push({ [name]: childItems });
			}
			this._currentIndex++;
			if (this._listRegister.length > this._currentIndex) this._listRegister[this._currentIndex] = childItems;
			else this._listRegister.push(childItems);
			this._currentList = childItems;
		}
		endElement() {
			this._currentList = this._listRegister[--this._currentIndex];
		}
		attribute(name, value) {
			if (this._currentList.length === 0) this._currentList.push({ "@": { [name]: value } });
			else {
				const lastItem = this._currentList[this._currentList.length - 1];
				/* istanbul ignore else */
				if (this._isAttrNode(lastItem)) lastItem["@"][name] = value;
				else this._currentList.push({ "@": { [name]: value } });
			}
		}
		comment(data) {
			if (this._currentList.length === 0) this._currentList.push({ "!": data });
			else {
				const lastItem = this._currentList[this._currentList.length - 1];
				if (this._isCommentNode(lastItem)) {
					if ((0, util_1.isArray)(lastItem["!"])) lastItem["!"].push(data);
					else lastItem["!"] = [lastItem["!"], data];
				} else this._currentList.push({ "!": data });
			}
		}
		text(data) {
			if (this._currentList.length === 0) this._currentList.push({ "#": data });
			else {
				const lastItem = this._currentList[this._currentList.length - 1];
				if (this._isTextNode(lastItem)) {
					if ((0, util_1.isArray)(lastItem["#"])) lastItem["#"].push(data);
					else lastItem["#"] = [lastItem["#"], data];
				} else this._currentList.push({ "#": data });
			}
		}
		instruction(target, data) {
			const value = data === "" ? target : target + " " + data;
			if (this._currentList.length === 0) this._currentList.push({ "?": value });
			else {
				const lastItem = this._currentList[this._currentList.length - 1];
				if (this._isInstructionNode(lastItem)) {
					if ((0, util_1.isArray)(lastItem["?"])) lastItem["?"].push(value);
					else lastItem["?"] = [lastItem["?"], value];
				} else this._currentList.push({ "?": value });
			}
		}
		cdata(data) {
			if (this._currentList.length === 0) this._currentList.push({ "$": data });
			else {
				const lastItem = this._currentList[this._currentList.length - 1];
				if (this._isCDATANode(lastItem)) {
					if ((0, util_1.isArray)(lastItem["$"])) lastItem["$"].push(data);
					else lastItem["$"] = [lastItem["$"], data];
				} else this._currentList.push({ "$": data });
			}
		}
		_isAttrNode(x) {
			return "@" in x;
		}
		_isTextNode(x) {
			return "#" in x;
		}
		_isCommentNode(x) {
			return "!" in x;
		}
		_isInstructionNode(x) {
			return "?" in x;
		}
		_isCDATANode(x) {
			return "$" in x;
		}
		_isElementNode(x, name) {
			return name in x;
		}
		_getAttrKey() {
			return this._builderOptions.convert.att;
		}
		_getNodeKey(nodeType) {
			switch (nodeType) {
				case interfaces_1.NodeType.Comment: return this._builderOptions.convert.comment;
				case interfaces_1.NodeType.Text: return this._builderOptions.convert.text;
				case interfaces_1.NodeType.ProcessingInstruction: return this._builderOptions.convert.ins;
				case interfaces_1.NodeType.CData: return this._builderOptions.convert.cdata;
				/* istanbul ignore next */
				default: throw new Error("Invalid node type.");
			}
		}
	};
	exports.ObjectWriter = ObjectWriter;
}));

// node_modules/xmlbuilder2/lib/writers/MapWriter.js
var require_MapWriter = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.MapWriter = void 0;
	const util_1 = require_lib$12();
	const ObjectWriter_1 = require_ObjectWriter();
	const BaseWriter_1 = require_BaseWriter();
	var MapWriter = class extends BaseWriter_1.BaseWriter {
		constructor(builderOptions, writerOptions) {
			super(builderOptions);
			this._writerOptions = (0, util_1.applyDefaults)(writerOptions, {
				format: "map",
				wellFormed: false,
				group: false,
				verbose: false
			});
		}
		serialize(node) {
			const objectWriterOptions = (0, util_1.applyDefaults)(this._writerOptions, {
				format: "object",
				wellFormed: false,
				verbose: false
			});
			const val = new ObjectWriter_1.ObjectWriter(this._builderOptions, objectWriterOptions).serialize(node);
			return this._convertObject(val);
		}
		_convertObject(obj) {
			if ((0, util_1.isArray)(obj)) {
				for (let i = 0; i < obj.length; i++) obj[i] = this._convertObject(obj[i]);
				return obj;
			} else if ((0, util_1.isObject)(obj)) {
				const map = /* @__PURE__ */ new Map();
				for (const key in obj) map.set(key, this._convertObject(obj[key]));
				return map;
			} else return obj;
		}
	};
	exports.MapWriter = MapWriter;
}));

// node_modules/xmlbuilder2/lib/writers/XMLWriter.js
var require_XMLWriter = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XMLWriter = void 0;
	const util_1 = require_lib$12();
	const interfaces_1 = require_interfaces$2();
	const BaseWriter_1 = require_BaseWriter();
	const util_2 = require_util();
	var XMLWriter = class extends BaseWriter_1.BaseWriter {
		_refs;
		_indentation = {};
		_lengthToLastNewline = 0;
		constructor(builderOptions, writerOptions) {
			super(builderOptions);
			this._writerOptions = (0, util_1.applyDefaults)(writerOptions, {
				wellFormed: false,
				headless: false,
				prettyPrint: false,
				indent: "  ",
				newline: "\n",
				offset: 0,
				width: 0,
				allowEmptyTags: false,
				indentTextOnlyNodes: false,
				spaceBeforeSlash: false
			});
		}
		serialize(node) {
			this._refs = {
				suppressPretty: false,
				emptyNode: false,
				markup: ""
			};
			if (node.nodeType === interfaces_1.NodeType.Document && !this._writerOptions.headless) this.declaration(this._builderOptions.version, this._builderOptions.encoding, this._builderOptions.standalone);
			this.serializeNode(node, this._writerOptions.wellFormed);
			if (this._writerOptions.prettyPrint && this._refs.markup.slice(-this._writerOptions.newline.length) === this._writerOptions.newline) this._refs.markup = this._refs.markup.slice(0, -this._writerOptions.newline.length);
			return this._refs.markup;
		}
		declaration(version, encoding, standalone) {
			this._beginLine();
			this._refs.markup += "<?xml version=\"" + version + "\"";
			if (encoding !== void 0) this._refs.markup += " encoding=\"" + encoding + "\"";
			if (standalone !== void 0) this._refs.markup += " standalone=\"" + (standalone ? "yes" : "no") + "\"";
			this._refs.markup += "?>";
			this._endLine();
		}
		docType(name, publicId, systemId) {
			this._beginLine();
			if (publicId && systemId) this._refs.markup += "<!DOCTYPE " + name + " PUBLIC \"" + publicId + "\" \"" + systemId + "\">";
			else if (publicId) this._refs.markup += "<!DOCTYPE " + name + " PUBLIC \"" + publicId + "\">";
			else if (systemId) this._refs.markup += "<!DOCTYPE " + name + " SYSTEM \"" + systemId + "\">";
			else this._refs.markup += "<!DOCTYPE " + name + ">";
			this._endLine();
		}
		openTagBegin(name) {
			this._beginLine();
			this._refs.markup += "<" + name;
		}
		openTagEnd(name, selfClosing, voidElement) {
			this._refs.suppressPretty = false;
			this._refs.emptyNode = false;
			if (this._writerOptions.prettyPrint && !selfClosing && !voidElement) {
				let textOnlyNode = true;
				let emptyNode = true;
				let childNode = this.currentNode.firstChild;
				let cdataCount = 0;
				let textCount = 0;
				while (childNode) {
					if (util_2.Guard.isExclusiveTextNode(childNode)) textCount++;
					else if (util_2.Guard.isCDATASectionNode(childNode)) cdataCount++;
					else {
						textOnlyNode = false;
						emptyNode = false;
						break;
					}
					if (childNode.data !== "") emptyNode = false;
					childNode = childNode.nextSibling;
				}
				this._refs.suppressPretty = !this._writerOptions.indentTextOnlyNodes && textOnlyNode && (cdataCount <= 1 && textCount === 0 || cdataCount === 0);
				this._refs.emptyNode = emptyNode;
			}
			if ((voidElement || selfClosing || this._refs.emptyNode) && this._writerOptions.allowEmptyTags) this._refs.markup += "></" + name + ">";
			else this._refs.markup += voidElement ? " />" : selfClosing || this._refs.emptyNode ? this._writerOptions.spaceBeforeSlash ? " />" : "/>" : ">";
			this._endLine();
		}
		closeTag(name) {
			if (!this._refs.emptyNode) {
				this._beginLine();
				this._refs.markup += "</" + name + ">";
			}
			this._refs.suppressPretty = false;
			this._refs.emptyNode = false;
			this._endLine();
		}
		attribute(name, value) {
			const str = name + "=\"" + value + "\"";
			if (this._writerOptions.prettyPrint && this._writerOptions.width > 0 && this._refs.markup.length - this._lengthToLastNewline + 1 + str.length > this._writerOptions.width) {
				this._endLine();
				this._beginLine();
				this._refs.markup += this._indent(1) + str;
			} else this._refs.markup += " " + str;
		}
		text(data) {
			if (data !== "") {
				this._beginLine();
				this._refs.markup += data;
				this._endLine();
			}
		}
		cdata(data) {
			if (data !== "") {
				this._beginLine();
				this._refs.markup += "<![CDATA[" + data + "]]>";
				this._endLine();
			}
		}
		comment(data) {
			this._beginLine();
			this._refs.markup += "<!--" + data + "-->";
			this._endLine();
		}
		instruction(target, data) {
			this._beginLine();
			this._refs.markup += "<?" + (data === "" ? target : target + " " + data) + "?>";
			this._endLine();
		}
		_beginLine() {
			if (this._writerOptions.prettyPrint && !this._refs.suppressPretty) this._refs.markup += this._indent(this._writerOptions.offset + this.level);
		}
		_endLine() {
			if (this._writerOptions.prettyPrint && !this._refs.suppressPretty) {
				this._refs.markup += this._writerOptions.newline;
				this._lengthToLastNewline = this._refs.markup.length;
			}
		}
		_indent(level) {
			if (level <= 0) return "";
			else if (this._indentation[level] !== void 0) return this._indentation[level];
			else {
				const str = this._writerOptions.indent.repeat(level);
				this._indentation[level] = str;
				return str;
			}
		}
	};
	exports.XMLWriter = XMLWriter;
}));

// node_modules/xmlbuilder2/lib/writers/JSONWriter.js
var require_JSONWriter = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.JSONWriter = void 0;
	const ObjectWriter_1 = require_ObjectWriter();
	const util_1 = require_lib$12();
	const BaseWriter_1 = require_BaseWriter();
	var JSONWriter = class extends BaseWriter_1.BaseWriter {
		constructor(builderOptions, writerOptions) {
			super(builderOptions);
			this._writerOptions = (0, util_1.applyDefaults)(writerOptions, {
				wellFormed: false,
				prettyPrint: false,
				indent: "  ",
				newline: "\n",
				offset: 0,
				group: false,
				verbose: false
			});
		}
		serialize(node) {
			const objectWriterOptions = (0, util_1.applyDefaults)(this._writerOptions, {
				format: "object",
				wellFormed: false
			});
			const val = new ObjectWriter_1.ObjectWriter(this._builderOptions, objectWriterOptions).serialize(node);
			return this._beginLine(this._writerOptions, 0) + this._convertObject(val, this._writerOptions);
		}
		_convertObject(obj, options, level = 0) {
			let markup = "";
			const isLeaf = this._isLeafNode(obj);
			if ((0, util_1.isArray)(obj)) {
				markup += "[";
				const len = obj.length;
				let i = 0;
				for (const val of obj) {
					markup += this._endLine(options, level + 1) + this._beginLine(options, level + 1) + this._convertObject(val, options, level + 1);
					if (i < len - 1) markup += ",";
					i++;
				}
				markup += this._endLine(options, level) + this._beginLine(options, level);
				markup += "]";
			} else if ((0, util_1.isObject)(obj)) {
				markup += "{";
				const len = (0, util_1.objectLength)(obj);
				let i = 0;
				(0, util_1.forEachObject)(obj, (key, val) => {
					if (isLeaf && options.prettyPrint) markup += " ";
					else markup += this._endLine(options, level + 1) + this._beginLine(options, level + 1);
					markup += this._key(key);
					if (options.prettyPrint) markup += " ";
					markup += this._convertObject(val, options, level + 1);
					if (i < len - 1) markup += ",";
					i++;
				}, this);
				if (isLeaf && options.prettyPrint) markup += " ";
				else markup += this._endLine(options, level) + this._beginLine(options, level);
				markup += "}";
			} else markup += this._val(obj);
			return markup;
		}
		_beginLine(options, level) {
			if (!options.prettyPrint) return "";
			else {
				const indentLevel = options.offset + level + 1;
				if (indentLevel > 0) return new Array(indentLevel).join(options.indent);
			}
			return "";
		}
		_endLine(options, level) {
			if (!options.prettyPrint) return "";
			else return options.newline;
		}
		_key(key) {
			return "\"" + key + "\":";
		}
		_val(val) {
			return JSON.stringify(val);
		}
		_isLeafNode(obj) {
			return this._descendantCount(obj) <= 1;
		}
		_descendantCount(obj, count = 0) {
			if ((0, util_1.isArray)(obj)) (0, util_1.forEachArray)(obj, (val) => count += this._descendantCount(val, count), this);
			else if ((0, util_1.isObject)(obj)) (0, util_1.forEachObject)(obj, (key, val) => count += this._descendantCount(val, count), this);
			else count++;
			return count;
		}
	};
	exports.JSONWriter = JSONWriter;
}));

// node_modules/xmlbuilder2/lib/writers/YAMLWriter.js
var require_YAMLWriter = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.YAMLWriter = void 0;
	const ObjectWriter_1 = require_ObjectWriter();
	const util_1 = require_lib$12();
	const BaseWriter_1 = require_BaseWriter();
	var YAMLWriter = class extends BaseWriter_1.BaseWriter {
		constructor(builderOptions, writerOptions) {
			super(builderOptions);
			this._writerOptions = (0, util_1.applyDefaults)(writerOptions, {
				wellFormed: false,
				indent: "  ",
				newline: "\n",
				offset: 0,
				group: false,
				verbose: false
			});
			if (this._writerOptions.indent.length < 2) throw new Error("YAML indententation string must be at least two characters long.");
			if (this._writerOptions.offset < 0) throw new Error("YAML offset should be zero or a positive number.");
		}
		serialize(node) {
			const objectWriterOptions = (0, util_1.applyDefaults)(this._writerOptions, {
				format: "object",
				wellFormed: false
			});
			const val = new ObjectWriter_1.ObjectWriter(this._builderOptions, objectWriterOptions).serialize(node);
			let markup = this._beginLine(this._writerOptions, 0) + "---" + this._endLine(this._writerOptions) + this._convertObject(val, this._writerOptions, 0);
			/* istanbul ignore else */
			if (markup.slice(-this._writerOptions.newline.length) === this._writerOptions.newline) markup = markup.slice(0, -this._writerOptions.newline.length);
			return markup;
		}
		_convertObject(obj, options, level, suppressIndent = false) {
			let markup = "";
			if ((0, util_1.isArray)(obj)) for (const val of obj) {
				markup += this._beginLine(options, level, true);
				if (!(0, util_1.isObject)(val)) markup += this._val(val) + this._endLine(options);
				else if ((0, util_1.isEmpty)(val)) markup += "\"\"" + this._endLine(options);
				else markup += this._convertObject(val, options, level, true);
			}
			else (0, util_1.forEachObject)(obj, (key, val) => {
				if (suppressIndent) {
					markup += this._key(key);
					suppressIndent = false;
				} else markup += this._beginLine(options, level) + this._key(key);
				if (!(0, util_1.isObject)(val) && !(0, util_1.isArray)(val)) markup += " " + this._val(val) + this._endLine(options);
				else if ((0, util_1.isEmpty)(val)) markup += " \"\"" + this._endLine(options);
				else markup += this._endLine(options) + this._convertObject(val, options, level + 1);
			}, this);
			return markup;
		}
		_beginLine(options, level, isArray = false) {
			const indentLevel = options.offset + level + 1;
			const chars = new Array(indentLevel).join(options.indent);
			if (isArray) return chars.substr(0, chars.length - 2) + "-" + chars.substr(-1, 1);
			else return chars;
		}
		_endLine(options) {
			return options.newline;
		}
		_key(key) {
			return "\"" + key + "\":";
		}
		_val(val) {
			return JSON.stringify(val);
		}
	};
	exports.YAMLWriter = YAMLWriter;
}));

// node_modules/xmlbuilder2/lib/writers/index.js
var require_writers = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.YAMLWriter = exports.JSONWriter = exports.ObjectWriter = exports.XMLWriter = exports.MapWriter = void 0;
	var MapWriter_1 = require_MapWriter();
	Object.defineProperty(exports, "MapWriter", {
		enumerable: true,
		get: function() {
			return MapWriter_1.MapWriter;
		}
	});
	var XMLWriter_1 = require_XMLWriter();
	Object.defineProperty(exports, "XMLWriter", {
		enumerable: true,
		get: function() {
			return XMLWriter_1.XMLWriter;
		}
	});
	var ObjectWriter_1 = require_ObjectWriter();
	Object.defineProperty(exports, "ObjectWriter", {
		enumerable: true,
		get: function() {
			return ObjectWriter_1.ObjectWriter;
		}
	});
	var JSONWriter_1 = require_JSONWriter();
	Object.defineProperty(exports, "JSONWriter", {
		enumerable: true,
		get: function() {
			return JSONWriter_1.JSONWriter;
		}
	});
	var YAMLWriter_1 = require_YAMLWriter();
	Object.defineProperty(exports, "YAMLWriter", {
		enumerable: true,
		get: function() {
			return YAMLWriter_1.YAMLWriter;
		}
	});
}));

// node_modules/@oozcitak/dom/lib/dom/ChildNodeImpl.js
var require_ChildNodeImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ChildNodeImpl = void 0;
	const util_1 = require_util();
	const algorithm_1 = require_algorithm();
	var ChildNodeImpl = class {
		before(...nodes) {
			const context = util_1.Cast.asNode(this);
			const parent = context._parent;
			if (parent === null) return;
			let viablePreviousSibling = context._previousSibling;
			let flag = true;
			while (flag && viablePreviousSibling) {
				flag = false;
				for (let i = 0; i < nodes.length; i++) if (nodes[i] === viablePreviousSibling) {
					viablePreviousSibling = viablePreviousSibling._previousSibling;
					flag = true;
					break;
				}
			}
			const node = (0, algorithm_1.parentNode_convertNodesIntoANode)(nodes, context._nodeDocument);
			if (viablePreviousSibling === null) viablePreviousSibling = parent._firstChild;
			else viablePreviousSibling = viablePreviousSibling._nextSibling;
			(0, algorithm_1.mutation_preInsert)(node, parent, viablePreviousSibling);
		}
		after(...nodes) {
			const context = util_1.Cast.asNode(this);
			const parent = context._parent;
			if (!parent) return;
			let viableNextSibling = context._nextSibling;
			let flag = true;
			while (flag && viableNextSibling) {
				flag = false;
				for (let i = 0; i < nodes.length; i++) if (nodes[i] === viableNextSibling) {
					viableNextSibling = viableNextSibling._nextSibling;
					flag = true;
					break;
				}
			}
			const node = (0, algorithm_1.parentNode_convertNodesIntoANode)(nodes, context._nodeDocument);
			(0, algorithm_1.mutation_preInsert)(node, parent, viableNextSibling);
		}
		replaceWith(...nodes) {
			const context = util_1.Cast.asNode(this);
			const parent = context._parent;
			if (!parent) return;
			let viableNextSibling = context._nextSibling;
			let flag = true;
			while (flag && viableNextSibling) {
				flag = false;
				for (let i = 0; i < nodes.length; i++) if (nodes[i] === viableNextSibling) {
					viableNextSibling = viableNextSibling._nextSibling;
					flag = true;
					break;
				}
			}
			const node = (0, algorithm_1.parentNode_convertNodesIntoANode)(nodes, context._nodeDocument);
			if (context._parent === parent) (0, algorithm_1.mutation_replace)(context, node, parent);
			else (0, algorithm_1.mutation_preInsert)(node, parent, viableNextSibling);
		}
		remove() {
			const context = util_1.Cast.asNode(this);
			const parent = context._parent;
			if (!parent) return;
			(0, algorithm_1.mutation_remove)(context, parent);
		}
	};
	exports.ChildNodeImpl = ChildNodeImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/DocumentOrShadowRootImpl.js
var require_DocumentOrShadowRootImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DocumentOrShadowRootImpl = void 0;
	var DocumentOrShadowRootImpl = class {};
	exports.DocumentOrShadowRootImpl = DocumentOrShadowRootImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/MutationObserverImpl.js
var require_MutationObserverImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.MutationObserverImpl = void 0;
	const DOMImpl_1 = require_DOMImpl();
	const util_1 = require_util();
	const infra_1 = require_lib$11();
	var MutationObserverImpl = class {
		_callback;
		_nodeList = [];
		_recordQueue = [];
		constructor(callback) {
			this._callback = callback;
			const window = DOMImpl_1.dom.window;
			infra_1.set.append(window._mutationObservers, this);
		}
		observe(target, options) {
			options = options || {
				childList: false,
				subtree: false
			};
			if ((options.attributeOldValue !== void 0 || options.attributeFilter !== void 0) && options.attributes === void 0) options.attributes = true;
			if (options.characterDataOldValue !== void 0 && options.characterData === void 0) options.characterData = true;
			if (!options.childList && !options.attributes && !options.characterData) throw new TypeError();
			if (options.attributeOldValue && !options.attributes) throw new TypeError();
			if (options.attributeFilter !== void 0 && !options.attributes) throw new TypeError();
			if (options.characterDataOldValue && !options.characterData) throw new TypeError();
			let isRegistered = false;
			const coptions = options;
			for (const registered of target._registeredObserverList) if (registered.observer === this) {
				isRegistered = true;
				for (const node of this._nodeList) infra_1.list.remove(node._registeredObserverList, (ob) => util_1.Guard.isTransientRegisteredObserver(ob) && ob.source === registered);
				registered.options = coptions;
			}
			if (!isRegistered) {
				target._registeredObserverList.push({
					observer: this,
					options
				});
				this._nodeList.push(target);
			}
		}
		disconnect() {
			for (const node of this._nodeList) infra_1.list.remove(node._registeredObserverList, (ob) => ob.observer === this);
			this._recordQueue = [];
		}
		takeRecords() {
			const records = this._recordQueue;
			this._recordQueue = [];
			return records;
		}
	};
	exports.MutationObserverImpl = MutationObserverImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/NonDocumentTypeChildNodeImpl.js
var require_NonDocumentTypeChildNodeImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NonDocumentTypeChildNodeImpl = void 0;
	const util_1 = require_util();
	var NonDocumentTypeChildNodeImpl = class {
		get previousElementSibling() {
			let node = util_1.Cast.asNode(this)._previousSibling;
			while (node) if (util_1.Guard.isElementNode(node)) return node;
			else node = node._previousSibling;
			return null;
		}
		get nextElementSibling() {
			let node = util_1.Cast.asNode(this)._nextSibling;
			while (node) if (util_1.Guard.isElementNode(node)) return node;
			else node = node._nextSibling;
			return null;
		}
	};
	exports.NonDocumentTypeChildNodeImpl = NonDocumentTypeChildNodeImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/NonElementParentNodeImpl.js
var require_NonElementParentNodeImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NonElementParentNodeImpl = void 0;
	const util_1 = require_util();
	const algorithm_1 = require_algorithm();
	var NonElementParentNodeImpl = class {
		getElementById(id) {
			let ele = (0, algorithm_1.tree_getFirstDescendantNode)(util_1.Cast.asNode(this), false, false, (e) => util_1.Guard.isElementNode(e));
			while (ele !== null) {
				if (ele._uniqueIdentifier === id) return ele;
				ele = (0, algorithm_1.tree_getNextDescendantNode)(util_1.Cast.asNode(this), ele, false, false, (e) => util_1.Guard.isElementNode(e));
			}
			return null;
		}
	};
	exports.NonElementParentNodeImpl = NonElementParentNodeImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/ParentNodeImpl.js
var require_ParentNodeImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ParentNodeImpl = void 0;
	const util_1 = require_util();
	const algorithm_1 = require_algorithm();
	var ParentNodeImpl = class {
		get children() {
			return (0, algorithm_1.create_htmlCollection)(util_1.Cast.asNode(this));
		}
		get firstElementChild() {
			let node = util_1.Cast.asNode(this)._firstChild;
			while (node) if (util_1.Guard.isElementNode(node)) return node;
			else node = node._nextSibling;
			return null;
		}
		get lastElementChild() {
			let node = util_1.Cast.asNode(this)._lastChild;
			while (node) if (util_1.Guard.isElementNode(node)) return node;
			else node = node._previousSibling;
			return null;
		}
		get childElementCount() {
			let count = 0;
			for (const childNode of util_1.Cast.asNode(this)._children) if (util_1.Guard.isElementNode(childNode)) count++;
			return count;
		}
		prepend(...nodes) {
			const node = util_1.Cast.asNode(this);
			const childNode = (0, algorithm_1.parentNode_convertNodesIntoANode)(nodes, node._nodeDocument);
			(0, algorithm_1.mutation_preInsert)(childNode, node, node._firstChild);
		}
		append(...nodes) {
			const node = util_1.Cast.asNode(this);
			const childNode = (0, algorithm_1.parentNode_convertNodesIntoANode)(nodes, node._nodeDocument);
			(0, algorithm_1.mutation_append)(childNode, node);
		}
		querySelector(selectors) {
			const node = util_1.Cast.asNode(this);
			const result = (0, algorithm_1.selectors_scopeMatchASelectorsString)(selectors, node);
			return result.length === 0 ? null : result[0];
		}
		querySelectorAll(selectors) {
			const node = util_1.Cast.asNode(this);
			const result = (0, algorithm_1.selectors_scopeMatchASelectorsString)(selectors, node);
			return (0, algorithm_1.create_nodeListStatic)(node, result);
		}
	};
	exports.ParentNodeImpl = ParentNodeImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/SlotableImpl.js
var require_SlotableImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.SlotableImpl = void 0;
	const algorithm_1 = require_algorithm();
	var SlotableImpl = class {
		__name;
		__assignedSlot;
		get _name() {
			return this.__name || "";
		}
		set _name(val) {
			this.__name = val;
		}
		get _assignedSlot() {
			return this.__assignedSlot || null;
		}
		set _assignedSlot(val) {
			this.__assignedSlot = val;
		}
		get assignedSlot() {
			return (0, algorithm_1.shadowTree_findASlot)(this, true);
		}
	};
	exports.SlotableImpl = SlotableImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/StaticRangeImpl.js
var require_StaticRangeImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.StaticRangeImpl = void 0;
	const AbstractRangeImpl_1 = require_AbstractRangeImpl();
	const DOMException_1 = require_DOMException();
	const util_1 = require_util();
	var StaticRangeImpl = class extends AbstractRangeImpl_1.AbstractRangeImpl {
		_start;
		_end;
		constructor(init) {
			super();
			if (util_1.Guard.isDocumentTypeNode(init.startContainer) || util_1.Guard.isAttrNode(init.startContainer) || util_1.Guard.isDocumentTypeNode(init.endContainer) || util_1.Guard.isAttrNode(init.endContainer)) throw new DOMException_1.InvalidNodeTypeError();
			this._start = [init.startContainer, init.startOffset];
			this._end = [init.endContainer, init.endOffset];
		}
	};
	exports.StaticRangeImpl = StaticRangeImpl;
}));

// node_modules/@oozcitak/dom/lib/dom/index.js
var require_dom$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XMLDocument = exports.Window = exports.TreeWalker = exports.Traverser = exports.Text = exports.StaticRange = exports.ShadowRoot = exports.Range = exports.ProcessingInstruction = exports.NodeListStatic = exports.NodeList = exports.NodeIterator = exports.Node = exports.NodeFilter = exports.NamedNodeMap = exports.MutationRecord = exports.MutationObserver = exports.HTMLCollection = exports.EventTarget = exports.Event = exports.Element = exports.DOMTokenList = exports.DOMImplementation = exports.dom = exports.DocumentType = exports.Document = exports.DocumentFragment = exports.CustomEvent = exports.Comment = exports.CharacterData = exports.CDATASection = exports.Attr = exports.AbstractRange = exports.AbortSignal = exports.AbortController = void 0;
	const util_1 = require_lib$12();
	const AbortControllerImpl_1 = require_AbortControllerImpl();
	Object.defineProperty(exports, "AbortController", {
		enumerable: true,
		get: function() {
			return AbortControllerImpl_1.AbortControllerImpl;
		}
	});
	const AbortSignalImpl_1 = require_AbortSignalImpl();
	Object.defineProperty(exports, "AbortSignal", {
		enumerable: true,
		get: function() {
			return AbortSignalImpl_1.AbortSignalImpl;
		}
	});
	const AbstractRangeImpl_1 = require_AbstractRangeImpl();
	Object.defineProperty(exports, "AbstractRange", {
		enumerable: true,
		get: function() {
			return AbstractRangeImpl_1.AbstractRangeImpl;
		}
	});
	const AttrImpl_1 = require_AttrImpl();
	Object.defineProperty(exports, "Attr", {
		enumerable: true,
		get: function() {
			return AttrImpl_1.AttrImpl;
		}
	});
	const CDATASectionImpl_1 = require_CDATASectionImpl();
	Object.defineProperty(exports, "CDATASection", {
		enumerable: true,
		get: function() {
			return CDATASectionImpl_1.CDATASectionImpl;
		}
	});
	const CharacterDataImpl_1 = require_CharacterDataImpl();
	Object.defineProperty(exports, "CharacterData", {
		enumerable: true,
		get: function() {
			return CharacterDataImpl_1.CharacterDataImpl;
		}
	});
	const ChildNodeImpl_1 = require_ChildNodeImpl();
	const CommentImpl_1 = require_CommentImpl();
	Object.defineProperty(exports, "Comment", {
		enumerable: true,
		get: function() {
			return CommentImpl_1.CommentImpl;
		}
	});
	const CustomEventImpl_1 = require_CustomEventImpl();
	Object.defineProperty(exports, "CustomEvent", {
		enumerable: true,
		get: function() {
			return CustomEventImpl_1.CustomEventImpl;
		}
	});
	const DocumentFragmentImpl_1 = require_DocumentFragmentImpl();
	Object.defineProperty(exports, "DocumentFragment", {
		enumerable: true,
		get: function() {
			return DocumentFragmentImpl_1.DocumentFragmentImpl;
		}
	});
	const DocumentImpl_1 = require_DocumentImpl();
	Object.defineProperty(exports, "Document", {
		enumerable: true,
		get: function() {
			return DocumentImpl_1.DocumentImpl;
		}
	});
	const DocumentOrShadowRootImpl_1 = require_DocumentOrShadowRootImpl();
	const DocumentTypeImpl_1 = require_DocumentTypeImpl();
	Object.defineProperty(exports, "DocumentType", {
		enumerable: true,
		get: function() {
			return DocumentTypeImpl_1.DocumentTypeImpl;
		}
	});
	const DOMImpl_1 = require_DOMImpl();
	Object.defineProperty(exports, "dom", {
		enumerable: true,
		get: function() {
			return DOMImpl_1.dom;
		}
	});
	const DOMImplementationImpl_1 = require_DOMImplementationImpl();
	Object.defineProperty(exports, "DOMImplementation", {
		enumerable: true,
		get: function() {
			return DOMImplementationImpl_1.DOMImplementationImpl;
		}
	});
	const DOMTokenListImpl_1 = require_DOMTokenListImpl();
	Object.defineProperty(exports, "DOMTokenList", {
		enumerable: true,
		get: function() {
			return DOMTokenListImpl_1.DOMTokenListImpl;
		}
	});
	const ElementImpl_1 = require_ElementImpl();
	Object.defineProperty(exports, "Element", {
		enumerable: true,
		get: function() {
			return ElementImpl_1.ElementImpl;
		}
	});
	const EventImpl_1 = require_EventImpl();
	Object.defineProperty(exports, "Event", {
		enumerable: true,
		get: function() {
			return EventImpl_1.EventImpl;
		}
	});
	const EventTargetImpl_1 = require_EventTargetImpl();
	Object.defineProperty(exports, "EventTarget", {
		enumerable: true,
		get: function() {
			return EventTargetImpl_1.EventTargetImpl;
		}
	});
	const HTMLCollectionImpl_1 = require_HTMLCollectionImpl();
	Object.defineProperty(exports, "HTMLCollection", {
		enumerable: true,
		get: function() {
			return HTMLCollectionImpl_1.HTMLCollectionImpl;
		}
	});
	const MutationObserverImpl_1 = require_MutationObserverImpl();
	Object.defineProperty(exports, "MutationObserver", {
		enumerable: true,
		get: function() {
			return MutationObserverImpl_1.MutationObserverImpl;
		}
	});
	const MutationRecordImpl_1 = require_MutationRecordImpl();
	Object.defineProperty(exports, "MutationRecord", {
		enumerable: true,
		get: function() {
			return MutationRecordImpl_1.MutationRecordImpl;
		}
	});
	const NamedNodeMapImpl_1 = require_NamedNodeMapImpl();
	Object.defineProperty(exports, "NamedNodeMap", {
		enumerable: true,
		get: function() {
			return NamedNodeMapImpl_1.NamedNodeMapImpl;
		}
	});
	const NodeFilterImpl_1 = require_NodeFilterImpl();
	Object.defineProperty(exports, "NodeFilter", {
		enumerable: true,
		get: function() {
			return NodeFilterImpl_1.NodeFilterImpl;
		}
	});
	const NodeImpl_1 = require_NodeImpl();
	Object.defineProperty(exports, "Node", {
		enumerable: true,
		get: function() {
			return NodeImpl_1.NodeImpl;
		}
	});
	const NodeIteratorImpl_1 = require_NodeIteratorImpl();
	Object.defineProperty(exports, "NodeIterator", {
		enumerable: true,
		get: function() {
			return NodeIteratorImpl_1.NodeIteratorImpl;
		}
	});
	const NodeListImpl_1 = require_NodeListImpl();
	Object.defineProperty(exports, "NodeList", {
		enumerable: true,
		get: function() {
			return NodeListImpl_1.NodeListImpl;
		}
	});
	const NodeListStaticImpl_1 = require_NodeListStaticImpl();
	Object.defineProperty(exports, "NodeListStatic", {
		enumerable: true,
		get: function() {
			return NodeListStaticImpl_1.NodeListStaticImpl;
		}
	});
	const NonDocumentTypeChildNodeImpl_1 = require_NonDocumentTypeChildNodeImpl();
	const NonElementParentNodeImpl_1 = require_NonElementParentNodeImpl();
	const ParentNodeImpl_1 = require_ParentNodeImpl();
	const ProcessingInstructionImpl_1 = require_ProcessingInstructionImpl();
	Object.defineProperty(exports, "ProcessingInstruction", {
		enumerable: true,
		get: function() {
			return ProcessingInstructionImpl_1.ProcessingInstructionImpl;
		}
	});
	const RangeImpl_1 = require_RangeImpl();
	Object.defineProperty(exports, "Range", {
		enumerable: true,
		get: function() {
			return RangeImpl_1.RangeImpl;
		}
	});
	const ShadowRootImpl_1 = require_ShadowRootImpl();
	Object.defineProperty(exports, "ShadowRoot", {
		enumerable: true,
		get: function() {
			return ShadowRootImpl_1.ShadowRootImpl;
		}
	});
	const SlotableImpl_1 = require_SlotableImpl();
	const StaticRangeImpl_1 = require_StaticRangeImpl();
	Object.defineProperty(exports, "StaticRange", {
		enumerable: true,
		get: function() {
			return StaticRangeImpl_1.StaticRangeImpl;
		}
	});
	const TextImpl_1 = require_TextImpl();
	Object.defineProperty(exports, "Text", {
		enumerable: true,
		get: function() {
			return TextImpl_1.TextImpl;
		}
	});
	const TraverserImpl_1 = require_TraverserImpl();
	Object.defineProperty(exports, "Traverser", {
		enumerable: true,
		get: function() {
			return TraverserImpl_1.TraverserImpl;
		}
	});
	const TreeWalkerImpl_1 = require_TreeWalkerImpl();
	Object.defineProperty(exports, "TreeWalker", {
		enumerable: true,
		get: function() {
			return TreeWalkerImpl_1.TreeWalkerImpl;
		}
	});
	const WindowImpl_1 = require_WindowImpl();
	Object.defineProperty(exports, "Window", {
		enumerable: true,
		get: function() {
			return WindowImpl_1.WindowImpl;
		}
	});
	const XMLDocumentImpl_1 = require_XMLDocumentImpl();
	Object.defineProperty(exports, "XMLDocument", {
		enumerable: true,
		get: function() {
			return XMLDocumentImpl_1.XMLDocumentImpl;
		}
	});
	(0, util_1.applyMixin)(ElementImpl_1.ElementImpl, ChildNodeImpl_1.ChildNodeImpl);
	(0, util_1.applyMixin)(CharacterDataImpl_1.CharacterDataImpl, ChildNodeImpl_1.ChildNodeImpl);
	(0, util_1.applyMixin)(DocumentTypeImpl_1.DocumentTypeImpl, ChildNodeImpl_1.ChildNodeImpl);
	(0, util_1.applyMixin)(DocumentImpl_1.DocumentImpl, DocumentOrShadowRootImpl_1.DocumentOrShadowRootImpl);
	(0, util_1.applyMixin)(ShadowRootImpl_1.ShadowRootImpl, DocumentOrShadowRootImpl_1.DocumentOrShadowRootImpl);
	(0, util_1.applyMixin)(ElementImpl_1.ElementImpl, NonDocumentTypeChildNodeImpl_1.NonDocumentTypeChildNodeImpl);
	(0, util_1.applyMixin)(CharacterDataImpl_1.CharacterDataImpl, NonDocumentTypeChildNodeImpl_1.NonDocumentTypeChildNodeImpl);
	(0, util_1.applyMixin)(DocumentImpl_1.DocumentImpl, NonElementParentNodeImpl_1.NonElementParentNodeImpl);
	(0, util_1.applyMixin)(DocumentFragmentImpl_1.DocumentFragmentImpl, NonElementParentNodeImpl_1.NonElementParentNodeImpl);
	(0, util_1.applyMixin)(DocumentImpl_1.DocumentImpl, ParentNodeImpl_1.ParentNodeImpl);
	(0, util_1.applyMixin)(DocumentFragmentImpl_1.DocumentFragmentImpl, ParentNodeImpl_1.ParentNodeImpl);
	(0, util_1.applyMixin)(ElementImpl_1.ElementImpl, ParentNodeImpl_1.ParentNodeImpl);
	(0, util_1.applyMixin)(TextImpl_1.TextImpl, SlotableImpl_1.SlotableImpl);
	(0, util_1.applyMixin)(ElementImpl_1.ElementImpl, SlotableImpl_1.SlotableImpl);
}));

// node_modules/@oozcitak/dom/lib/parser/interfaces.js
var require_interfaces = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.TokenType = void 0;
	var TokenType;
	(function(TokenType) {
		TokenType[TokenType["EOF"] = 0] = "EOF";
		TokenType[TokenType["Declaration"] = 1] = "Declaration";
		TokenType[TokenType["DocType"] = 2] = "DocType";
		TokenType[TokenType["Element"] = 3] = "Element";
		TokenType[TokenType["Text"] = 4] = "Text";
		TokenType[TokenType["CDATA"] = 5] = "CDATA";
		TokenType[TokenType["PI"] = 6] = "PI";
		TokenType[TokenType["Comment"] = 7] = "Comment";
		TokenType[TokenType["ClosingTag"] = 8] = "ClosingTag";
	})(TokenType || (exports.TokenType = TokenType = {}));
}));

// node_modules/@oozcitak/dom/lib/parser/XMLStringLexer.js
var require_XMLStringLexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XMLStringLexer = void 0;
	const interfaces_1 = require_interfaces();
	var XMLStringLexer = class XMLStringLexer {
		_str;
		_index;
		_length;
		_options = { skipWhitespaceOnlyText: false };
		err = {
			line: -1,
			col: -1,
			index: -1,
			str: ""
		};
		constructor(str, options) {
			this._str = str;
			this._index = 0;
			this._length = str.length;
			if (options) this._options.skipWhitespaceOnlyText = options.skipWhitespaceOnlyText || false;
		}
		nextToken() {
			if (this.eof()) return { type: interfaces_1.TokenType.EOF };
			let token = this.skipIfStartsWith("<") ? this.openBracket() : this.text();
			if (this._options.skipWhitespaceOnlyText) {
				if (token.type === interfaces_1.TokenType.Text && XMLStringLexer.isWhiteSpaceToken(token)) token = this.nextToken();
			}
			return token;
		}
		openBracket() {
			if (this.skipIfStartsWith("?")) {
				if (this.skipIfStartsWith("xml")) {
					if (XMLStringLexer.isSpace(this._str[this._index])) return this.declaration();
					else {
						this.seek(-3);
						return this.pi();
					}
				} else return this.pi();
			} else if (this.skipIfStartsWith("!")) {
				if (this.skipIfStartsWith("--")) return this.comment();
				else if (this.skipIfStartsWith("[CDATA[")) return this.cdata();
				else if (this.skipIfStartsWith("DOCTYPE")) return this.doctype();
				else this.throwError("Invalid '!' in opening tag.");
			} else if (this.skipIfStartsWith("/")) return this.closeTag();
			else return this.openTag();
		}
		declaration() {
			let version = "";
			let encoding = "";
			let standalone = "";
			while (!this.eof()) {
				this.skipSpace();
				if (this.skipIfStartsWith("?>")) return {
					type: interfaces_1.TokenType.Declaration,
					version,
					encoding,
					standalone
				};
				else {
					const [attName, attValue] = this.attribute();
					if (attName === "version") version = attValue;
					else if (attName === "encoding") encoding = attValue;
					else if (attName === "standalone") standalone = attValue;
					else this.throwError("Invalid attribute name: " + attName);
				}
			}
			this.throwError("Missing declaration end symbol `?>`");
		}
		doctype() {
			let pubId = "";
			let sysId = "";
			this.skipSpace();
			const name = this.takeUntil2("[", ">", true);
			this.skipSpace();
			if (this.skipIfStartsWith("PUBLIC")) {
				pubId = this.quotedString();
				sysId = this.quotedString();
			} else if (this.skipIfStartsWith("SYSTEM")) sysId = this.quotedString();
			this.skipSpace();
			if (this.skipIfStartsWith("[")) {
				this.skipUntil("]");
				if (!this.skipIfStartsWith("]")) this.throwError("Missing end bracket of DTD internal subset");
			}
			this.skipSpace();
			if (!this.skipIfStartsWith(">")) this.throwError("Missing doctype end symbol `>`");
			return {
				type: interfaces_1.TokenType.DocType,
				name,
				pubId,
				sysId
			};
		}
		pi() {
			const target = this.takeUntilStartsWith("?>", true);
			if (this.eof()) this.throwError("Missing processing instruction end symbol `?>`");
			this.skipSpace();
			if (this.skipIfStartsWith("?>")) return {
				type: interfaces_1.TokenType.PI,
				target,
				data: ""
			};
			const data = this.takeUntilStartsWith("?>");
			if (this.eof()) this.throwError("Missing processing instruction end symbol `?>`");
			this.seek(2);
			return {
				type: interfaces_1.TokenType.PI,
				target,
				data
			};
		}
		text() {
			const data = this.takeUntil("<");
			return {
				type: interfaces_1.TokenType.Text,
				data
			};
		}
		comment() {
			const data = this.takeUntilStartsWith("-->");
			if (this.eof()) this.throwError("Missing comment end symbol `-->`");
			this.seek(3);
			return {
				type: interfaces_1.TokenType.Comment,
				data
			};
		}
		cdata() {
			const data = this.takeUntilStartsWith("]]>");
			if (this.eof()) this.throwError("Missing CDATA end symbol `]>`");
			this.seek(3);
			return {
				type: interfaces_1.TokenType.CDATA,
				data
			};
		}
		openTag() {
			this.skipSpace();
			const name = this.takeUntil2(">", "/", true);
			this.skipSpace();
			if (this.skipIfStartsWith(">")) return {
				type: interfaces_1.TokenType.Element,
				name,
				attributes: [],
				selfClosing: false
			};
			else if (this.skipIfStartsWith("/>")) return {
				type: interfaces_1.TokenType.Element,
				name,
				attributes: [],
				selfClosing: true
			};
			const attributes = [];
			while (!this.eof()) {
				this.skipSpace();
				if (this.skipIfStartsWith(">")) return {
					type: interfaces_1.TokenType.Element,
					name,
					attributes,
					selfClosing: false
				};
				else if (this.skipIfStartsWith("/>")) return {
					type: interfaces_1.TokenType.Element,
					name,
					attributes,
					selfClosing: true
				};
				const attr = this.attribute();
				attributes.push(attr);
			}
			this.throwError("Missing opening element tag end symbol `>`");
		}
		closeTag() {
			this.skipSpace();
			const name = this.takeUntil(">", true);
			this.skipSpace();
			if (!this.skipIfStartsWith(">")) this.throwError("Missing closing element tag end symbol `>`");
			return {
				type: interfaces_1.TokenType.ClosingTag,
				name
			};
		}
		attribute() {
			this.skipSpace();
			const name = this.takeUntil("=", true);
			this.skipSpace();
			if (!this.skipIfStartsWith("=")) this.throwError("Missing equals sign before attribute value");
			return [name, this.quotedString()];
		}
		quotedString() {
			this.skipSpace();
			const startQuote = this.take(1);
			if (!XMLStringLexer.isQuote(startQuote)) this.throwError("Missing start quote character before quoted value");
			const value = this.takeUntil(startQuote);
			if (!this.skipIfStartsWith(startQuote)) this.throwError("Missing end quote character after quoted value");
			return value;
		}
		eof() {
			return this._index >= this._length;
		}
		skipIfStartsWith(str) {
			const strLength = str.length;
			if (strLength === 1) {
				if (this._str[this._index] === str) {
					this._index++;
					return true;
				} else return false;
			}
			for (let i = 0; i < strLength; i++) if (this._str[this._index + i] !== str[i]) return false;
			this._index += strLength;
			return true;
		}
		seek(count) {
			this._index += count;
			if (this._index < 0) this._index = 0;
			if (this._index > this._length) this._index = this._length;
		}
		skipSpace() {
			while (!this.eof() && XMLStringLexer.isSpace(this._str[this._index])) this._index++;
		}
		take(count) {
			if (count === 1) return this._str[this._index++];
			const startIndex = this._index;
			this.seek(count);
			return this._str.slice(startIndex, this._index);
		}
		takeUntil(char, space = false) {
			const startIndex = this._index;
			while (this._index < this._length) {
				const c = this._str[this._index];
				if (c !== char && (!space || !XMLStringLexer.isSpace(c))) this._index++;
				else break;
			}
			return this._str.slice(startIndex, this._index);
		}
		takeUntil2(char1, char2, space = false) {
			const startIndex = this._index;
			while (this._index < this._length) {
				const c = this._str[this._index];
				if (c !== char1 && c !== char2 && (!space || !XMLStringLexer.isSpace(c))) this._index++;
				else break;
			}
			return this._str.slice(startIndex, this._index);
		}
		takeUntilStartsWith(str, space = false) {
			const startIndex = this._index;
			const strLength = str.length;
			while (this._index < this._length) {
				let match = true;
				for (let i = 0; i < strLength; i++) {
					const c = this._str[this._index + i];
					const char = str[i];
					if (space && XMLStringLexer.isSpace(c)) return this._str.slice(startIndex, this._index);
					else if (c !== char) {
						this._index++;
						match = false;
						break;
					}
				}
				if (match) return this._str.slice(startIndex, this._index);
			}
			this._index = this._length;
			return this._str.slice(startIndex);
		}
		skipUntil(char) {
			while (this._index < this._length) if (this._str[this._index] !== char) this._index++;
			else break;
		}
		static isWhiteSpaceToken(token) {
			const str = token.data;
			for (let i = 0; i < str.length; i++) {
				const c = str[i];
				if (c !== " " && c !== "\n" && c !== "\r" && c !== "	" && c !== "\f") return false;
			}
			return true;
		}
		static isSpace(char) {
			return char === " " || char === "\n" || char === "\r" || char === "	";
		}
		static isQuote(char) {
			return char === "\"" || char === "'";
		}
		throwError(msg) {
			const regexp = /\r\n|\r|\n/g;
			let match = null;
			let line = 0;
			let firstNewLineIndex = 0;
			let lastNewlineIndex = this._str.length;
			while ((match = regexp.exec(this._str)) !== null) {
				if (match === null) break;
				line++;
				if (match.index < this._index) firstNewLineIndex = regexp.lastIndex;
				if (match.index > this._index) {
					lastNewlineIndex = match.index;
					break;
				}
			}
			this.err = {
				line,
				col: this._index - firstNewLineIndex,
				index: this._index,
				str: this._str.substring(firstNewLineIndex, lastNewlineIndex)
			};
			throw new Error(msg + "\nIndex: " + this.err.index + "\nLn: " + this.err.line + ", Col: " + this.err.col + "\nInput: " + this.err.str);
		}
		[Symbol.iterator]() {
			this._index = 0;
			return { next: function() {
				const token = this.nextToken();
				if (token.type === interfaces_1.TokenType.EOF) return {
					done: true,
					value: null
				};
				else return {
					done: false,
					value: token
				};
			}.bind(this) };
		}
	};
	exports.XMLStringLexer = XMLStringLexer;
}));

// node_modules/@oozcitak/dom/lib/parser/XMLParserImpl.js
var require_XMLParserImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XMLParserImpl = void 0;
	const XMLStringLexer_1 = require_XMLStringLexer();
	const interfaces_1 = require_interfaces();
	const infra_1 = require_lib$11();
	const algorithm_1 = require_algorithm();
	const LocalNameSet_1 = require_LocalNameSet();
	var XMLParserImpl = class {
		parse(source) {
			const lexer = new XMLStringLexer_1.XMLStringLexer(source, { skipWhitespaceOnlyText: true });
			const doc = (0, algorithm_1.create_document)();
			let context = doc;
			let token = lexer.nextToken();
			while (token.type !== interfaces_1.TokenType.EOF) {
				switch (token.type) {
					case interfaces_1.TokenType.Declaration:
						const declaration = token;
						if (declaration.version !== "1.0") throw new Error("Invalid xml version: " + declaration.version);
						break;
					case interfaces_1.TokenType.DocType:
						const doctype = token;
						if (!(0, algorithm_1.xml_isPubidChar)(doctype.pubId)) throw new Error("DocType public identifier does not match PubidChar construct.");
						if (!(0, algorithm_1.xml_isLegalChar)(doctype.sysId) || doctype.sysId.indexOf("\"") !== -1 && doctype.sysId.indexOf("'") !== -1) throw new Error("DocType system identifier contains invalid characters.");
						context.appendChild(doc.implementation.createDocumentType(doctype.name, doctype.pubId, doctype.sysId));
						break;
					case interfaces_1.TokenType.CDATA:
						const cdata = token;
						if (!(0, algorithm_1.xml_isLegalChar)(cdata.data) || cdata.data.indexOf("]]>") !== -1) throw new Error("CDATA contains invalid characters.");
						context.appendChild(doc.createCDATASection(cdata.data));
						break;
					case interfaces_1.TokenType.Comment:
						const comment = token;
						if (!(0, algorithm_1.xml_isLegalChar)(comment.data) || comment.data.indexOf("--") !== -1 || comment.data.endsWith("-")) throw new Error("Comment data contains invalid characters.");
						context.appendChild(doc.createComment(comment.data));
						break;
					case interfaces_1.TokenType.PI:
						const pi = token;
						if (pi.target.indexOf(":") !== -1 || /^xml$/i.test(pi.target)) throw new Error("Processing instruction target contains invalid characters.");
						if (!(0, algorithm_1.xml_isLegalChar)(pi.data) || pi.data.indexOf("?>") !== -1) throw new Error("Processing instruction data contains invalid characters.");
						context.appendChild(doc.createProcessingInstruction(pi.target, pi.data));
						break;
					case interfaces_1.TokenType.Text:
						const text = token;
						if (!(0, algorithm_1.xml_isLegalChar)(text.data)) throw new Error("Text data contains invalid characters.");
						context.appendChild(doc.createTextNode(this._decodeText(text.data)));
						break;
					case interfaces_1.TokenType.Element:
						const element = token;
						const [prefix, localName] = (0, algorithm_1.namespace_extractQName)(element.name);
						if (localName.indexOf(":") !== -1 || !(0, algorithm_1.xml_isName)(localName)) throw new Error("Node local name contains invalid characters.");
						if (prefix === "xmlns") throw new Error("An element cannot have the 'xmlns' prefix.");
						let namespace = context.lookupNamespaceURI(prefix);
						const nsDeclarations = {};
						for (const [attName, attValue] of element.attributes) if (attName === "xmlns") namespace = attValue;
						else {
							const [attPrefix, attLocalName] = (0, algorithm_1.namespace_extractQName)(attName);
							if (attPrefix === "xmlns") {
								if (attLocalName === prefix) namespace = attValue;
								nsDeclarations[attLocalName] = attValue;
							}
						}
						const elementNode = namespace !== null ? doc.createElementNS(namespace, element.name) : doc.createElement(element.name);
						context.appendChild(elementNode);
						const localNameSet = new LocalNameSet_1.LocalNameSet();
						for (const [attName, attValue] of element.attributes) {
							const [attPrefix, attLocalName] = (0, algorithm_1.namespace_extractQName)(attName);
							let attNamespace = null;
							if (attPrefix === "xmlns" || attPrefix === null && attLocalName === "xmlns") attNamespace = infra_1.namespace.XMLNS;
							else {
								attNamespace = elementNode.lookupNamespaceURI(attPrefix);
								if (attNamespace !== null && elementNode.isDefaultNamespace(attNamespace)) attNamespace = null;
								else if (attNamespace === null && attPrefix !== null) attNamespace = nsDeclarations[attPrefix] || null;
							}
							if (localNameSet.has(attNamespace, attLocalName)) throw new Error("Element contains duplicate attributes.");
							localNameSet.set(attNamespace, attLocalName);
							if (attNamespace === infra_1.namespace.XMLNS) {
								if (attValue === infra_1.namespace.XMLNS) throw new Error("XMLNS namespace is reserved.");
							}
							if (attLocalName.indexOf(":") !== -1 || !(0, algorithm_1.xml_isName)(attLocalName)) throw new Error("Attribute local name contains invalid characters.");
							if (attPrefix === "xmlns" && attValue === "") throw new Error("Empty XML namespace is not allowed.");
							if (attNamespace !== null) elementNode.setAttributeNS(attNamespace, attName, this._decodeAttributeValue(attValue));
							else elementNode.setAttribute(attName, this._decodeAttributeValue(attValue));
						}
						if (!element.selfClosing) context = elementNode;
						break;
					case interfaces_1.TokenType.ClosingTag:
						if (token.name !== context.nodeName) throw new Error("Closing tag name does not match opening tag name.");
						/* istanbul ignore else */
						if (context._parent) context = context._parent;
				}
				token = lexer.nextToken();
			}
			return doc;
		}
		_decodeText(text) {
			return text == null ? text : text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
		}
		_decodeAttributeValue(text) {
			return text == null ? text : text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
		}
	};
	exports.XMLParserImpl = XMLParserImpl;
}));

// node_modules/@oozcitak/dom/lib/parser/DOMParserImpl.js
var require_DOMParserImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DOMParserImpl = void 0;
	const algorithm_1 = require_algorithm();
	const XMLParserImpl_1 = require_XMLParserImpl();
	var DOMParserImpl = class {
		parseFromString(source, mimeType) {
			if (mimeType === "text/html") throw new Error("HTML parser not implemented.");
			try {
				const doc = new XMLParserImpl_1.XMLParserImpl().parse(source);
				doc._contentType = mimeType;
				return doc;
			} catch (e) {
				const errorNS = "http://www.mozilla.org/newlayout/xml/parsererror.xml";
				const doc = (0, algorithm_1.create_xmlDocument)();
				const root = doc.createElementNS(errorNS, "parsererror");
				const ele = doc.createElementNS(errorNS, "error");
				ele.setAttribute("message", e.message);
				root.appendChild(ele);
				doc.appendChild(root);
				return doc;
			}
		}
	};
	exports.DOMParserImpl = DOMParserImpl;
}));

// node_modules/@oozcitak/dom/lib/parser/index.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DOMParser = void 0;
	var DOMParserImpl_1 = require_DOMParserImpl();
	Object.defineProperty(exports, "DOMParser", {
		enumerable: true,
		get: function() {
			return DOMParserImpl_1.DOMParserImpl;
		}
	});
}));

// node_modules/@oozcitak/dom/lib/serializer/XMLSerializerImpl.js
var require_XMLSerializerImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XMLSerializerImpl = void 0;
	const interfaces_1 = require_interfaces$2();
	const LocalNameSet_1 = require_LocalNameSet();
	const NamespacePrefixMap_1 = require_NamespacePrefixMap();
	const DOMException_1 = require_DOMException();
	const infra_1 = require_lib$11();
	const algorithm_1 = require_algorithm();
	var XMLSerializerImpl = class XMLSerializerImpl {
		static _VoidElementNames = /* @__PURE__ */ new Set([
			"area",
			"base",
			"basefont",
			"bgsound",
			"br",
			"col",
			"embed",
			"frame",
			"hr",
			"img",
			"input",
			"keygen",
			"link",
			"menuitem",
			"meta",
			"param",
			"source",
			"track",
			"wbr"
		]);
		serializeToString(root) {
			return this._xmlSerialization(root, false);
		}
		_xmlSerialization(node, requireWellFormed) {
			if (node._nodeDocument === void 0 || node._nodeDocument._hasNamespaces) {
				const namespace = null;
				const prefixMap = new NamespacePrefixMap_1.NamespacePrefixMap();
				prefixMap.set("xml", infra_1.namespace.XML);
				const prefixIndex = { value: 1 };
				try {
					return this._serializeNodeNS(node, namespace, prefixMap, prefixIndex, requireWellFormed);
				} catch {
					throw new DOMException_1.InvalidStateError();
				}
			} else try {
				return this._serializeNode(node, requireWellFormed);
			} catch {
				throw new DOMException_1.InvalidStateError();
			}
		}
		_serializeNodeNS(node, namespace, prefixMap, prefixIndex, requireWellFormed) {
			switch (node.nodeType) {
				case interfaces_1.NodeType.Element: return this._serializeElementNS(node, namespace, prefixMap, prefixIndex, requireWellFormed);
				case interfaces_1.NodeType.Document: return this._serializeDocumentNS(node, namespace, prefixMap, prefixIndex, requireWellFormed);
				case interfaces_1.NodeType.Comment: return this._serializeComment(node, requireWellFormed);
				case interfaces_1.NodeType.Text: return this._serializeText(node, requireWellFormed);
				case interfaces_1.NodeType.DocumentFragment: return this._serializeDocumentFragmentNS(node, namespace, prefixMap, prefixIndex, requireWellFormed);
				case interfaces_1.NodeType.DocumentType: return this._serializeDocumentType(node, requireWellFormed);
				case interfaces_1.NodeType.ProcessingInstruction: return this._serializeProcessingInstruction(node, requireWellFormed);
				case interfaces_1.NodeType.CData: return this._serializeCData(node, requireWellFormed);
				default: throw new Error(`Unknown node type: ${node.nodeType}`);
			}
		}
		_serializeNode(node, requireWellFormed) {
			switch (node.nodeType) {
				case interfaces_1.NodeType.Element: return this._serializeElement(node, requireWellFormed);
				case interfaces_1.NodeType.Document: return this._serializeDocument(node, requireWellFormed);
				case interfaces_1.NodeType.Comment: return this._serializeComment(node, requireWellFormed);
				case interfaces_1.NodeType.Text: return this._serializeText(node, requireWellFormed);
				case interfaces_1.NodeType.DocumentFragment: return this._serializeDocumentFragment(node, requireWellFormed);
				case interfaces_1.NodeType.DocumentType: return this._serializeDocumentType(node, requireWellFormed);
				case interfaces_1.NodeType.ProcessingInstruction: return this._serializeProcessingInstruction(node, requireWellFormed);
				case interfaces_1.NodeType.CData: return this._serializeCData(node, requireWellFormed);
				default: throw new Error(`Unknown node type: ${node.nodeType}`);
			}
		}
		_serializeElementNS(node, namespace, prefixMap, prefixIndex, requireWellFormed) {
			if (requireWellFormed && (node.localName.indexOf(":") !== -1 || !(0, algorithm_1.xml_isName)(node.localName))) throw new Error("Node local name contains invalid characters (well-formed required).");
			let markup = "<";
			let qualifiedName = "";
			let skipEndTag = false;
			let ignoreNamespaceDefinitionAttribute = false;
			let map = prefixMap.copy();
			let localPrefixesMap = {};
			let localDefaultNamespace = this._recordNamespaceInformation(node, map, localPrefixesMap);
			let inheritedNS = namespace;
			let ns = node.namespaceURI;
			if (inheritedNS === ns) {
				if (localDefaultNamespace !== null) ignoreNamespaceDefinitionAttribute = true;
				if (ns === infra_1.namespace.XML) qualifiedName = "xml:" + node.localName;
				else qualifiedName = node.localName;
				markup += qualifiedName;
			} else {
				let prefix = node.prefix;
				let candidatePrefix = null;
				if (prefix !== null || ns !== localDefaultNamespace) candidatePrefix = map.get(prefix, ns);
				if (prefix === "xmlns") {
					if (requireWellFormed) throw new Error("An element cannot have the 'xmlns' prefix (well-formed required).");
					candidatePrefix = prefix;
				}
				if (candidatePrefix !== null) {
					qualifiedName = candidatePrefix + ":" + node.localName;
					if (localDefaultNamespace !== null && localDefaultNamespace !== infra_1.namespace.XML) inheritedNS = localDefaultNamespace || null;
					markup += qualifiedName;
				} else if (prefix !== null) {
					if (prefix in localPrefixesMap) prefix = this._generatePrefix(ns, map, prefixIndex);
					map.set(prefix, ns);
					qualifiedName += prefix + ":" + node.localName;
					markup += qualifiedName;
					markup += " xmlns:" + prefix + "=\"" + this._serializeAttributeValue(ns, requireWellFormed) + "\"";
					if (localDefaultNamespace !== null) inheritedNS = localDefaultNamespace || null;
				} else if (localDefaultNamespace === null || localDefaultNamespace !== null && localDefaultNamespace !== ns) {
					ignoreNamespaceDefinitionAttribute = true;
					qualifiedName += node.localName;
					inheritedNS = ns;
					markup += qualifiedName;
					markup += " xmlns=\"" + this._serializeAttributeValue(ns, requireWellFormed) + "\"";
				} else {
					qualifiedName += node.localName;
					inheritedNS = ns;
					markup += qualifiedName;
				}
			}
			markup += this._serializeAttributesNS(node, map, prefixIndex, localPrefixesMap, ignoreNamespaceDefinitionAttribute, requireWellFormed);
			const isHTML = ns === infra_1.namespace.HTML;
			if (isHTML && node.childNodes.length === 0 && XMLSerializerImpl._VoidElementNames.has(node.localName)) {
				markup += " /";
				skipEndTag = true;
			} else if (!isHTML && node.childNodes.length === 0) {
				markup += "/";
				skipEndTag = true;
			}
			markup += ">";
			if (skipEndTag) return markup;
			if (isHTML && node.localName === "template") {} else for (const childNode of node._children || node.childNodes) markup += this._serializeNodeNS(childNode, inheritedNS, map, prefixIndex, requireWellFormed);
			markup += "</" + qualifiedName + ">";
			return markup;
		}
		_serializeDocumentNS(node, namespace, prefixMap, prefixIndex, requireWellFormed) {
			if (requireWellFormed && node.documentElement === null) throw new Error("Missing document element (well-formed required).");
			let serializedDocument = "";
			for (const childNode of node._children || node.childNodes) serializedDocument += this._serializeNodeNS(childNode, namespace, prefixMap, prefixIndex, requireWellFormed);
			return serializedDocument;
		}
		_serializeComment(node, requireWellFormed) {
			if (requireWellFormed && (!(0, algorithm_1.xml_isLegalChar)(node.data) || node.data.indexOf("--") !== -1 || node.data.endsWith("-"))) throw new Error("Comment data contains invalid characters (well-formed required).");
			return "<!--" + node.data + "-->";
		}
		_serializeText(node, requireWellFormed) {
			if (requireWellFormed && !(0, algorithm_1.xml_isLegalChar)(node.data)) throw new Error("Text data contains invalid characters (well-formed required).");
			let result = "";
			for (let i = 0; i < node.data.length; i++) {
				const c = node.data[i];
				if (c === "&") result += "&amp;";
				else if (c === "<") result += "&lt;";
				else if (c === ">") result += "&gt;";
				else result += c;
			}
			return result;
		}
		_serializeDocumentFragmentNS(node, namespace, prefixMap, prefixIndex, requireWellFormed) {
			let markup = "";
			for (const childNode of node._children || node.childNodes) markup += this._serializeNodeNS(childNode, namespace, prefixMap, prefixIndex, requireWellFormed);
			return markup;
		}
		_serializeDocumentType(node, requireWellFormed) {
			if (requireWellFormed && !(0, algorithm_1.xml_isPubidChar)(node.publicId)) throw new Error("DocType public identifier does not match PubidChar construct (well-formed required).");
			if (requireWellFormed && (!(0, algorithm_1.xml_isLegalChar)(node.systemId) || node.systemId.indexOf("\"") !== -1 && node.systemId.indexOf("'") !== -1)) throw new Error("DocType system identifier contains invalid characters (well-formed required).");
			return node.publicId && node.systemId ? "<!DOCTYPE " + node.name + " PUBLIC \"" + node.publicId + "\" \"" + node.systemId + "\">" : node.publicId ? "<!DOCTYPE " + node.name + " PUBLIC \"" + node.publicId + "\">" : node.systemId ? "<!DOCTYPE " + node.name + " SYSTEM \"" + node.systemId + "\">" : "<!DOCTYPE " + node.name + ">";
		}
		_serializeProcessingInstruction(node, requireWellFormed) {
			if (requireWellFormed && (node.target.indexOf(":") !== -1 || /^xml$/i.test(node.target))) throw new Error("Processing instruction target contains invalid characters (well-formed required).");
			if (requireWellFormed && (!(0, algorithm_1.xml_isLegalChar)(node.data) || node.data.indexOf("?>") !== -1)) throw new Error("Processing instruction data contains invalid characters (well-formed required).");
			return "<?" + (node.data === "" ? node.target : node.target + " " + node.data) + "?>";
		}
		_serializeCData(node, requireWellFormed) {
			if (requireWellFormed && node.data.indexOf("]]>") !== -1) throw new Error("CDATA contains invalid characters (well-formed required).");
			return "<![CDATA[" + node.data + "]]>";
		}
		_serializeAttributesNS(node, map, prefixIndex, localPrefixesMap, ignoreNamespaceDefinitionAttribute, requireWellFormed) {
			let result = "";
			const localNameSet = requireWellFormed ? new LocalNameSet_1.LocalNameSet() : void 0;
			for (const attr of node.attributes) {
				if (!ignoreNamespaceDefinitionAttribute && !requireWellFormed && attr.namespaceURI === null) {
					result += " " + attr.localName + "=\"" + this._serializeAttributeValue(attr.value, requireWellFormed) + "\"";
					continue;
				}
				if (requireWellFormed && localNameSet && localNameSet.has(attr.namespaceURI, attr.localName)) throw new Error("Element contains duplicate attributes (well-formed required).");
				if (requireWellFormed && localNameSet) localNameSet.set(attr.namespaceURI, attr.localName);
				let attributeNamespace = attr.namespaceURI;
				let candidatePrefix = null;
				if (attributeNamespace !== null) {
					candidatePrefix = map.get(attr.prefix, attributeNamespace);
					if (attributeNamespace === infra_1.namespace.XMLNS) {
						if (attr.value === infra_1.namespace.XML || attr.prefix === null && ignoreNamespaceDefinitionAttribute || attr.prefix !== null && (!(attr.localName in localPrefixesMap) || localPrefixesMap[attr.localName] !== attr.value) && map.has(attr.localName, attr.value)) continue;
						if (requireWellFormed && attr.value === infra_1.namespace.XMLNS) throw new Error("XMLNS namespace is reserved (well-formed required).");
						if (requireWellFormed && attr.value === "") throw new Error("Namespace prefix declarations cannot be used to undeclare a namespace (well-formed required).");
						if (attr.prefix === "xmlns") candidatePrefix = "xmlns";
					} else if (candidatePrefix === null) {
						if (attr.prefix !== null && (!map.hasPrefix(attr.prefix) || map.has(attr.prefix, attributeNamespace))) candidatePrefix = attr.prefix;
						else candidatePrefix = this._generatePrefix(attributeNamespace, map, prefixIndex);
						result += " xmlns:" + candidatePrefix + "=\"" + this._serializeAttributeValue(attributeNamespace, requireWellFormed) + "\"";
					}
				}
				result += " ";
				if (candidatePrefix !== null) result += candidatePrefix + ":";
				if (requireWellFormed && (attr.localName.indexOf(":") !== -1 || !(0, algorithm_1.xml_isName)(attr.localName) || attr.localName === "xmlns" && attributeNamespace === null)) throw new Error("Attribute local name contains invalid characters (well-formed required).");
				result += attr.localName + "=\"" + this._serializeAttributeValue(attr.value, requireWellFormed) + "\"";
			}
			return result;
		}
		_recordNamespaceInformation(node, map, localPrefixesMap) {
			let defaultNamespaceAttrValue = null;
			for (const attr of node.attributes) {
				let attributeNamespace = attr.namespaceURI;
				let attributePrefix = attr.prefix;
				if (attributeNamespace === infra_1.namespace.XMLNS) {
					if (attributePrefix === null) {
						defaultNamespaceAttrValue = attr.value;
						continue;
					} else {
						let prefixDefinition = attr.localName;
						let namespaceDefinition = attr.value;
						if (namespaceDefinition === infra_1.namespace.XML) continue;
						if (namespaceDefinition === "") namespaceDefinition = null;
						if (map.has(prefixDefinition, namespaceDefinition)) continue;
						map.set(prefixDefinition, namespaceDefinition);
						localPrefixesMap[prefixDefinition] = namespaceDefinition || "";
					}
				}
			}
			return defaultNamespaceAttrValue;
		}
		_generatePrefix(newNamespace, prefixMap, prefixIndex) {
			let generatedPrefix = "ns" + prefixIndex.value;
			prefixIndex.value++;
			prefixMap.set(generatedPrefix, newNamespace);
			return generatedPrefix;
		}
		_serializeAttributeValue(value, requireWellFormed) {
			if (requireWellFormed && value !== null && !(0, algorithm_1.xml_isLegalChar)(value)) throw new Error("Invalid characters in attribute value.");
			if (value === null) return "";
			let result = "";
			for (let i = 0; i < value.length; i++) {
				const c = value[i];
				if (c === "\"") result += "&quot;";
				else if (c === "&") result += "&amp;";
				else if (c === "<") result += "&lt;";
				else if (c === ">") result += "&gt;";
				else result += c;
			}
			return result;
		}
		_serializeElement(node, requireWellFormed) {
			if (requireWellFormed && (node.localName.indexOf(":") !== -1 || !(0, algorithm_1.xml_isName)(node.localName))) throw new Error("Node local name contains invalid characters (well-formed required).");
			let skipEndTag = false;
			const qualifiedName = node.localName;
			let markup = "<" + qualifiedName;
			markup += this._serializeAttributes(node, requireWellFormed);
			if (node._children.size === 0) {
				markup += "/";
				skipEndTag = true;
			}
			markup += ">";
			if (skipEndTag) return markup;
			for (const childNode of node._children) markup += this._serializeNode(childNode, requireWellFormed);
			markup += "</" + qualifiedName + ">";
			return markup;
		}
		_serializeDocument(node, requireWellFormed) {
			if (requireWellFormed && node.documentElement === null) throw new Error("Missing document element (well-formed required).");
			let serializedDocument = "";
			for (const childNode of node._children) serializedDocument += this._serializeNode(childNode, requireWellFormed);
			return serializedDocument;
		}
		_serializeDocumentFragment(node, requireWellFormed) {
			let markup = "";
			for (const childNode of node._children) markup += this._serializeNode(childNode, requireWellFormed);
			return markup;
		}
		_serializeAttributes(node, requireWellFormed) {
			let result = "";
			const localNameSet = requireWellFormed ? {} : void 0;
			for (const attr of node.attributes) {
				if (requireWellFormed && localNameSet && attr.localName in localNameSet) throw new Error("Element contains duplicate attributes (well-formed required).");
				if (requireWellFormed && localNameSet) localNameSet[attr.localName] = true;
				if (requireWellFormed && (attr.localName.indexOf(":") !== -1 || !(0, algorithm_1.xml_isName)(attr.localName))) throw new Error("Attribute local name contains invalid characters (well-formed required).");
				result += " " + attr.localName + "=\"" + this._serializeAttributeValue(attr.value, requireWellFormed) + "\"";
			}
			return result;
		}
	};
	exports.XMLSerializerImpl = XMLSerializerImpl;
}));

// node_modules/@oozcitak/dom/lib/serializer/index.js
var require_serializer = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XMLSerializer = void 0;
	var XMLSerializerImpl_1 = require_XMLSerializerImpl();
	Object.defineProperty(exports, "XMLSerializer", {
		enumerable: true,
		get: function() {
			return XMLSerializerImpl_1.XMLSerializerImpl;
		}
	});
}));

// node_modules/@oozcitak/dom/lib/index.js
var require_lib$10 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XMLSerializer = exports.DOMParser = exports.DOMImplementation = void 0;
	require_dom$1().dom.setFeatures(true);
	var dom_2 = require_dom$1();
	Object.defineProperty(exports, "DOMImplementation", {
		enumerable: true,
		get: function() {
			return dom_2.DOMImplementation;
		}
	});
	var parser_1 = require_parser();
	Object.defineProperty(exports, "DOMParser", {
		enumerable: true,
		get: function() {
			return parser_1.DOMParser;
		}
	});
	var serializer_1 = require_serializer();
	Object.defineProperty(exports, "XMLSerializer", {
		enumerable: true,
		get: function() {
			return serializer_1.XMLSerializer;
		}
	});
}));

// node_modules/xmlbuilder2/lib/builder/dom.js
var require_dom = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.createDocument = createDocument;
	exports.sanitizeInput = sanitizeInput;
	const dom_1 = require_lib$10();
	const dom_2 = require_dom$1();
	const util_1 = require_lib$12();
	dom_2.dom.setFeatures(false);
	function createDocument() {
		const doc = new dom_1.DOMImplementation().createDocument(null, "root", null);
		/* istanbul ignore else */
		if (doc.documentElement) doc.removeChild(doc.documentElement);
		return doc;
	}
	function sanitizeInput(str, replacement) {
		if (str == null) return str;
		else if (replacement === void 0) return str + "";
		else {
			let result = "";
			str = str + "";
			for (let i = 0; i < str.length; i++) {
				let n = str.charCodeAt(i);
				if (n === 9 || n === 10 || n === 13 || n >= 32 && n <= 55295 || n >= 57344 && n <= 65533) result += str.charAt(i);
				else if (n >= 55296 && n <= 56319 && i < str.length - 1) {
					const n2 = str.charCodeAt(i + 1);
					if (n2 >= 56320 && n2 <= 57343) {
						n = (n - 55296) * 1024 + n2 - 56320 + 65536;
						result += String.fromCodePoint(n);
						i++;
					} else result += (0, util_1.isString)(replacement) ? replacement : replacement(str.charAt(i), i, str);
				} else result += (0, util_1.isString)(replacement) ? replacement : replacement(str.charAt(i), i, str);
			}
			return result;
		}
	}
}));

// node_modules/xmlbuilder2/lib/readers/BaseReader.js
var require_BaseReader = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.BaseReader = void 0;
	const dom_1 = require_dom();
	var BaseReader = class BaseReader {
		_builderOptions;
		static _entityTable = {
			"lt": "<",
			"gt": ">",
			"amp": "&",
			"quot": "\"",
			"apos": "'"
		};
		constructor(builderOptions) {
			this._builderOptions = builderOptions;
			if (builderOptions.parser) Object.assign(this, builderOptions.parser);
		}
		_docType(parent, name, publicId, systemId) {
			return parent.dtd({
				name,
				pubID: publicId,
				sysID: systemId
			});
		}
		_comment(parent, data) {
			return parent.com(data);
		}
		_text(parent, data) {
			return parent.txt(data);
		}
		_instruction(parent, target, data) {
			return parent.ins(target, data);
		}
		_cdata(parent, data) {
			return parent.dat(data);
		}
		_element(parent, namespace, name) {
			return namespace === void 0 ? parent.ele(name) : parent.ele(namespace, name);
		}
		_attribute(parent, namespace, name, value) {
			return namespace === void 0 ? parent.att(name, value) : parent.att(namespace, name, value);
		}
		_sanitize(str) {
			return (0, dom_1.sanitizeInput)(str, this._builderOptions.invalidCharReplacement);
		}
		_decodeText(text) {
			if (text == null) return text;
			return text.replace(/&(quot|amp|apos|lt|gt);/g, (_match, tag) => BaseReader._entityTable[tag]).replace(/&#(?:x([a-fA-F0-9]+)|([0-9]+));/g, (_match, hexStr, numStr) => String.fromCodePoint(parseInt(hexStr || numStr, hexStr ? 16 : 10)));
		}
		_decodeAttributeValue(text) {
			return this._decodeText(text);
		}
		parse(node, obj) {
			return this._parse(node, obj);
		}
		docType(parent, name, publicId, systemId) {
			return this._docType(parent, name, publicId, systemId);
		}
		comment(parent, data) {
			return this._comment(parent, data);
		}
		text(parent, data) {
			return this._text(parent, data);
		}
		instruction(parent, target, data) {
			return this._instruction(parent, target, data);
		}
		cdata(parent, data) {
			return this._cdata(parent, data);
		}
		element(parent, namespace, name) {
			return this._element(parent, namespace, name);
		}
		attribute(parent, namespace, name, value) {
			return this._attribute(parent, namespace, name, value);
		}
		sanitize(str) {
			return this._sanitize(str);
		}
	};
	exports.BaseReader = BaseReader;
}));

// node_modules/xmlbuilder2/lib/readers/XMLReader.js
var require_XMLReader = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XMLReader = void 0;
	const XMLStringLexer_1 = require_XMLStringLexer();
	const interfaces_1 = require_interfaces();
	const interfaces_2 = require_interfaces$2();
	const infra_1 = require_lib$11();
	const algorithm_1 = require_algorithm();
	const BaseReader_1 = require_BaseReader();
	var XMLReader = class extends BaseReader_1.BaseReader {
		_parse(node, str) {
			const lexer = new XMLStringLexer_1.XMLStringLexer(str, { skipWhitespaceOnlyText: this._builderOptions.skipWhitespaceOnlyText });
			let lastChild = node;
			let context = node;
			let token = lexer.nextToken();
			while (token.type !== interfaces_1.TokenType.EOF) {
				switch (token.type) {
					case interfaces_1.TokenType.Declaration:
						const declaration = token;
						const version = this.sanitize(declaration.version);
						if (version !== "1.0") throw new Error("Invalid xml version: " + version);
						const builderOptions = { version };
						if (declaration.encoding) builderOptions.encoding = this.sanitize(declaration.encoding);
						if (declaration.standalone) builderOptions.standalone = this.sanitize(declaration.standalone) === "yes";
						context.set(builderOptions);
						break;
					case interfaces_1.TokenType.DocType:
						const doctype = token;
						context = this.docType(context, this.sanitize(doctype.name), this.sanitize(doctype.pubId), this.sanitize(doctype.sysId)) || context;
						break;
					case interfaces_1.TokenType.CDATA:
						const cdata = token;
						context = this.cdata(context, this.sanitize(cdata.data)) || context;
						break;
					case interfaces_1.TokenType.Comment:
						const comment = token;
						context = this.comment(context, this.sanitize(comment.data)) || context;
						break;
					case interfaces_1.TokenType.PI:
						const pi = token;
						context = this.instruction(context, this.sanitize(pi.target), this.sanitize(pi.data)) || context;
						break;
					case interfaces_1.TokenType.Text:
						if (context.node.nodeType === interfaces_2.NodeType.Document) break;
						const text = token;
						context = this.text(context, this._decodeText(this.sanitize(text.data))) || context;
						break;
					case interfaces_1.TokenType.Element:
						const element = token;
						const elementName = this.sanitize(element.name);
						const [prefix] = (0, algorithm_1.namespace_extractQName)(elementName);
						let namespace = context.node.lookupNamespaceURI(prefix);
						const nsDeclarations = {};
						for (let [attName, attValue] of element.attributes) {
							attName = this.sanitize(attName);
							attValue = this.sanitize(attValue);
							if (attName === "xmlns") namespace = attValue;
							else {
								const [attPrefix, attLocalName] = (0, algorithm_1.namespace_extractQName)(attName);
								if (attPrefix === "xmlns") {
									if (attLocalName === prefix) namespace = attValue;
									nsDeclarations[attLocalName] = attValue;
								}
							}
						}
						const elementNode = namespace !== null ? this.element(context, namespace, elementName) : this.element(context, void 0, elementName);
						if (elementNode === void 0) break;
						if (context.node === node.node) lastChild = elementNode;
						for (let [attName, attValue] of element.attributes) {
							attName = this.sanitize(attName);
							attValue = this.sanitize(attValue);
							const [attPrefix, attLocalName] = (0, algorithm_1.namespace_extractQName)(attName);
							let attNamespace = null;
							if (attPrefix === "xmlns" || attPrefix === null && attLocalName === "xmlns") attNamespace = infra_1.namespace.XMLNS;
							else {
								attNamespace = elementNode.node.lookupNamespaceURI(attPrefix);
								if (attNamespace !== null && elementNode.node.isDefaultNamespace(attNamespace)) attNamespace = null;
								else if (attNamespace === null && attPrefix !== null) attNamespace = nsDeclarations[attPrefix] || null;
							}
							if (attNamespace !== null) this.attribute(elementNode, attNamespace, attName, this._decodeAttributeValue(attValue));
							else this.attribute(elementNode, void 0, attName, this._decodeAttributeValue(attValue));
						}
						if (!element.selfClosing) context = elementNode;
						break;
					case interfaces_1.TokenType.ClosingTag:
 /* istanbul ignore else */
					if (context.node.parentNode) context = context.up();
				}
				token = lexer.nextToken();
			}
			return lastChild;
		}
	};
	exports.XMLReader = XMLReader;
}));

// node_modules/xmlbuilder2/lib/readers/ObjectReader.js
var require_ObjectReader = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ObjectReader = void 0;
	const util_1 = require_lib$12();
	const BaseReader_1 = require_BaseReader();
	var ObjectReader = class extends BaseReader_1.BaseReader {
		_parse(node, obj) {
			const options = this._builderOptions;
			let lastChild = null;
			if ((0, util_1.isFunction)(obj)) lastChild = this.parse(node, obj.call(this));
			else if ((0, util_1.isArray)(obj) || (0, util_1.isSet)(obj)) (0, util_1.forEachArray)(obj, (item) => lastChild = this.parse(node, item), this);
			else if ((0, util_1.isMap)(obj) || (0, util_1.isObject)(obj)) (0, util_1.forEachObject)(obj, (key, val) => {
				if ((0, util_1.isFunction)(val)) val = val.call(this);
				if (!options.ignoreConverters && key.indexOf(options.convert.att) === 0) {
					if (key === options.convert.att) {
						if ((0, util_1.isArray)(val) || (0, util_1.isSet)(val)) throw new Error("Invalid attribute: " + val.toString() + ". " + node._debugInfo());
						else (0, util_1.forEachObject)(val, (attrKey, attrVal) => {
							lastChild = this.attribute(node, void 0, this.sanitize(attrKey), this._decodeAttributeValue(this.sanitize(attrVal))) || lastChild;
						});
					} else lastChild = this.attribute(node, void 0, this.sanitize(key.substring(options.convert.att.length)), this._decodeAttributeValue(this.sanitize(val?.toString()))) || lastChild;
				} else if (!options.ignoreConverters && key.indexOf(options.convert.text) === 0) {
					if ((0, util_1.isMap)(val) || (0, util_1.isObject)(val)) lastChild = this.parse(node, val);
					else lastChild = this.text(node, this._decodeText(this.sanitize(val?.toString()))) || lastChild;
				} else if (!options.ignoreConverters && key.indexOf(options.convert.cdata) === 0) {
					if ((0, util_1.isArray)(val) || (0, util_1.isSet)(val)) (0, util_1.forEachArray)(val, (item) => lastChild = this.cdata(node, this.sanitize(item)) || lastChild, this);
					else lastChild = this.cdata(node, this.sanitize(val?.toString())) || lastChild;
				} else if (!options.ignoreConverters && key.indexOf(options.convert.comment) === 0) {
					if ((0, util_1.isArray)(val) || (0, util_1.isSet)(val)) (0, util_1.forEachArray)(val, (item) => lastChild = this.comment(node, this.sanitize(item)) || lastChild, this);
					else lastChild = this.comment(node, this.sanitize(val?.toString())) || lastChild;
				} else if (!options.ignoreConverters && key.indexOf(options.convert.ins) === 0) {
					if ((0, util_1.isString)(val)) {
						const insIndex = val.indexOf(" ");
						const insTarget = insIndex === -1 ? val : val.substr(0, insIndex);
						const insValue = insIndex === -1 ? "" : val.substr(insIndex + 1);
						lastChild = this.instruction(node, this.sanitize(insTarget), this.sanitize(insValue)) || lastChild;
					} else if ((0, util_1.isArray)(val) || (0, util_1.isSet)(val)) (0, util_1.forEachArray)(val, (item) => {
						const insIndex = item.indexOf(" ");
						const insTarget = insIndex === -1 ? item : item.substr(0, insIndex);
						const insValue = insIndex === -1 ? "" : item.substr(insIndex + 1);
						lastChild = this.instruction(node, this.sanitize(insTarget), this.sanitize(insValue)) || lastChild;
					}, this);
					else (0, util_1.forEachObject)(val, (insTarget, insValue) => lastChild = this.instruction(node, this.sanitize(insTarget), this.sanitize(insValue)) || lastChild, this);
				} else if (((0, util_1.isArray)(val) || (0, util_1.isSet)(val)) && (0, util_1.isEmpty)(val)) {} else if (((0, util_1.isMap)(val) || (0, util_1.isObject)(val)) && (0, util_1.isEmpty)(val)) lastChild = this.element(node, void 0, this.sanitize(key)) || lastChild;
				else if (!options.keepNullNodes && val == null) {} else if ((0, util_1.isArray)(val) || (0, util_1.isSet)(val)) (0, util_1.forEachArray)(val, (item) => {
					const childNode = {};
					childNode[key] = item;
					lastChild = this.parse(node, childNode);
				}, this);
				else if ((0, util_1.isMap)(val) || (0, util_1.isObject)(val)) {
					const parent = this.element(node, void 0, this.sanitize(key));
					if (parent) {
						lastChild = parent;
						this.parse(parent, val);
					}
				} else if (val != null && (!(0, util_1.isString)(val) || val !== "")) {
					const parent = this.element(node, void 0, this.sanitize(key));
					if (parent) {
						lastChild = parent;
						this.text(parent, this._decodeText(this.sanitize(val?.toString())));
					}
				} else lastChild = this.element(node, void 0, this.sanitize(key)) || lastChild;
			}, this);
			else if (!options.keepNullNodes && obj == null) {} else lastChild = this.text(node, this._decodeText(this.sanitize(obj?.toString()))) || lastChild;
			return lastChild || node;
		}
	};
	exports.ObjectReader = ObjectReader;
}));

// node_modules/xmlbuilder2/lib/readers/JSONReader.js
var require_JSONReader = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.JSONReader = void 0;
	const ObjectReader_1 = require_ObjectReader();
	const BaseReader_1 = require_BaseReader();
	var JSONReader = class extends BaseReader_1.BaseReader {
		_parse(node, str) {
			return new ObjectReader_1.ObjectReader(this._builderOptions).parse(node, JSON.parse(str));
		}
	};
	exports.JSONReader = JSONReader;
}));

// node_modules/js-yaml/lib/common.js
var require_common = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function isNothing(subject) {
		return typeof subject === "undefined" || subject === null;
	}
	function isObject(subject) {
		return typeof subject === "object" && subject !== null;
	}
	function toArray(sequence) {
		if (Array.isArray(sequence)) return sequence;
		else if (isNothing(sequence)) return [];
		return [sequence];
	}
	function extend(target, source) {
		if (source) {
			const sourceKeys = Object.keys(source);
			for (let index = 0, length = sourceKeys.length; index < length; index += 1) {
				const key = sourceKeys[index];
				target[key] = source[key];
			}
		}
		return target;
	}
	function repeat(string, count) {
		let result = "";
		for (let cycle = 0; cycle < count; cycle += 1) result += string;
		return result;
	}
	function isNegativeZero(number) {
		return number === 0 && Number.NEGATIVE_INFINITY === 1 / number;
	}
	module.exports.isNothing = isNothing;
	module.exports.isObject = isObject;
	module.exports.toArray = toArray;
	module.exports.repeat = repeat;
	module.exports.isNegativeZero = isNegativeZero;
	module.exports.extend = extend;
}));

// node_modules/js-yaml/lib/exception.js
var require_exception = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function formatError(exception, compact) {
		let where = "";
		const message = exception.reason || "(unknown reason)";
		if (!exception.mark) return message;
		if (exception.mark.name) where += "in \"" + exception.mark.name + "\" ";
		where += "(" + (exception.mark.line + 1) + ":" + (exception.mark.column + 1) + ")";
		if (!compact && exception.mark.snippet) where += "\n\n" + exception.mark.snippet;
		return message + " " + where;
	}
	function YAMLException(reason, mark) {
		Error.call(this);
		this.name = "YAMLException";
		this.reason = reason;
		this.mark = mark;
		this.message = formatError(this, false);
		if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
		else this.stack = (/* @__PURE__ */ new Error()).stack || "";
	}
	YAMLException.prototype = Object.create(Error.prototype);
	YAMLException.prototype.constructor = YAMLException;
	YAMLException.prototype.toString = function toString(compact) {
		return this.name + ": " + formatError(this, compact);
	};
	module.exports = YAMLException;
}));

// node_modules/js-yaml/lib/snippet.js
var require_snippet = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const common = require_common();
	function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
		let head = "";
		let tail = "";
		const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
		if (position - lineStart > maxHalfLength) {
			head = " ... ";
			lineStart = position - maxHalfLength + head.length;
		}
		if (lineEnd - position > maxHalfLength) {
			tail = " ...";
			lineEnd = position + maxHalfLength - tail.length;
		}
		return {
			str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "→") + tail,
			pos: position - lineStart + head.length
		};
	}
	function padStart(string, max) {
		return common.repeat(" ", max - string.length) + string;
	}
	function makeSnippet(mark, options) {
		options = Object.create(options || null);
		if (!mark.buffer) return null;
		if (!options.maxLength) options.maxLength = 79;
		if (typeof options.indent !== "number") options.indent = 1;
		if (typeof options.linesBefore !== "number") options.linesBefore = 3;
		if (typeof options.linesAfter !== "number") options.linesAfter = 2;
		const re = /\r?\n|\r|\0/g;
		const lineStarts = [0];
		const lineEnds = [];
		let match;
		let foundLineNo = -1;
		while (match = re.exec(mark.buffer)) {
			lineEnds.push(match.index);
			lineStarts.push(match.index + match[0].length);
			if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
		}
		if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
		let result = "";
		const lineNoLength = Math.min(mark.line + options.linesAfter, lineEnds.length).toString().length;
		const maxLineLength = options.maxLength - (options.indent + lineNoLength + 3);
		for (let i = 1; i <= options.linesBefore; i++) {
			if (foundLineNo - i < 0) break;
			const line = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
			result = common.repeat(" ", options.indent) + padStart((mark.line - i + 1).toString(), lineNoLength) + " | " + line.str + "\n" + result;
		}
		const line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
		result += common.repeat(" ", options.indent) + padStart((mark.line + 1).toString(), lineNoLength) + " | " + line.str + "\n";
		result += common.repeat("-", options.indent + lineNoLength + 3 + line.pos) + "^\n";
		for (let i = 1; i <= options.linesAfter; i++) {
			if (foundLineNo + i >= lineEnds.length) break;
			const line = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
			result += common.repeat(" ", options.indent) + padStart((mark.line + i + 1).toString(), lineNoLength) + " | " + line.str + "\n";
		}
		return result.replace(/\n$/, "");
	}
	module.exports = makeSnippet;
}));

// node_modules/js-yaml/lib/type.js
var require_type = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const YAMLException = require_exception();
	const TYPE_CONSTRUCTOR_OPTIONS = [
		"kind",
		"multi",
		"resolve",
		"construct",
		"instanceOf",
		"predicate",
		"represent",
		"representName",
		"defaultStyle",
		"styleAliases"
	];
	const YAML_NODE_KINDS = [
		"scalar",
		"sequence",
		"mapping"
	];
	function compileStyleAliases(map) {
		const result = {};
		if (map !== null) Object.keys(map).forEach(function(style) {
			map[style].forEach(function(alias) {
				result[String(alias)] = style;
			});
		});
		return result;
	}
	function Type(tag, options) {
		options = options || {};
		Object.keys(options).forEach(function(name) {
			if (TYPE_CONSTRUCTOR_OPTIONS.indexOf(name) === -1) throw new YAMLException("Unknown option \"" + name + "\" is met in definition of \"" + tag + "\" YAML type.");
		});
		this.options = options;
		this.tag = tag;
		this.kind = options["kind"] || null;
		this.resolve = options["resolve"] || function() {
			return true;
		};
		this.construct = options["construct"] || function(data) {
			return data;
		};
		this.instanceOf = options["instanceOf"] || null;
		this.predicate = options["predicate"] || null;
		this.represent = options["represent"] || null;
		this.representName = options["representName"] || null;
		this.defaultStyle = options["defaultStyle"] || null;
		this.multi = options["multi"] || false;
		this.styleAliases = compileStyleAliases(options["styleAliases"] || null);
		if (YAML_NODE_KINDS.indexOf(this.kind) === -1) throw new YAMLException("Unknown kind \"" + this.kind + "\" is specified for \"" + tag + "\" YAML type.");
	}
	module.exports = Type;
}));

// node_modules/js-yaml/lib/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const YAMLException = require_exception();
	const Type = require_type();
	function compileList(schema, name) {
		const result = [];
		schema[name].forEach(function(currentType) {
			let newIndex = result.length;
			result.forEach(function(previousType, previousIndex) {
				if (previousType.tag === currentType.tag && previousType.kind === currentType.kind && previousType.multi === currentType.multi) newIndex = previousIndex;
			});
			result[newIndex] = currentType;
		});
		return result;
	}
	function compileMap() {
		const result = {
			scalar: {},
			sequence: {},
			mapping: {},
			fallback: {},
			multi: {
				scalar: [],
				sequence: [],
				mapping: [],
				fallback: []
			}
		};
		function collectType(type) {
			if (type.multi) {
				result.multi[type.kind].push(type);
				result.multi["fallback"].push(type);
			} else result[type.kind][type.tag] = result["fallback"][type.tag] = type;
		}
		for (let index = 0, length = arguments.length; index < length; index += 1) arguments[index].forEach(collectType);
		return result;
	}
	function Schema(definition) {
		return this.extend(definition);
	}
	Schema.prototype.extend = function extend(definition) {
		let implicit = [];
		let explicit = [];
		if (definition instanceof Type) explicit.push(definition);
		else if (Array.isArray(definition)) explicit = explicit.concat(definition);
		else if (definition && (Array.isArray(definition.implicit) || Array.isArray(definition.explicit))) {
			if (definition.implicit) implicit = implicit.concat(definition.implicit);
			if (definition.explicit) explicit = explicit.concat(definition.explicit);
		} else throw new YAMLException("Schema.extend argument should be a Type, [ Type ], or a schema definition ({ implicit: [...], explicit: [...] })");
		implicit.forEach(function(type) {
			if (!(type instanceof Type)) throw new YAMLException("Specified list of YAML types (or a single Type object) contains a non-Type object.");
			if (type.loadKind && type.loadKind !== "scalar") throw new YAMLException("There is a non-scalar type in the implicit list of a schema. Implicit resolving of such types is not supported.");
			if (type.multi) throw new YAMLException("There is a multi type in the implicit list of a schema. Multi tags can only be listed as explicit.");
		});
		explicit.forEach(function(type) {
			if (!(type instanceof Type)) throw new YAMLException("Specified list of YAML types (or a single Type object) contains a non-Type object.");
		});
		const result = Object.create(Schema.prototype);
		result.implicit = (this.implicit || []).concat(implicit);
		result.explicit = (this.explicit || []).concat(explicit);
		result.compiledImplicit = compileList(result, "implicit");
		result.compiledExplicit = compileList(result, "explicit");
		result.compiledTypeMap = compileMap(result.compiledImplicit, result.compiledExplicit);
		return result;
	};
	module.exports = Schema;
}));

// node_modules/js-yaml/lib/type/str.js
var require_str = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Type = require_type();
	module.exports = new Type("tag:yaml.org,2002:str", {
		kind: "scalar",
		construct: function(data) {
			return data !== null ? data : "";
		}
	});
}));

// node_modules/js-yaml/lib/type/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Type = require_type();
	module.exports = new Type("tag:yaml.org,2002:seq", {
		kind: "sequence",
		construct: function(data) {
			return data !== null ? data : [];
		}
	});
}));

// node_modules/js-yaml/lib/type/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Type = require_type();
	module.exports = new Type("tag:yaml.org,2002:map", {
		kind: "mapping",
		construct: function(data) {
			return data !== null ? data : {};
		}
	});
}));

// node_modules/js-yaml/lib/schema/failsafe.js
var require_failsafe = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Schema = require_schema();
	module.exports = new Schema({ explicit: [
		require_str(),
		require_seq(),
		require_map()
	] });
}));

// node_modules/js-yaml/lib/type/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Type = require_type();
	function resolveYamlNull(data) {
		if (data === null) return true;
		const max = data.length;
		return max === 1 && data === "~" || max === 4 && (data === "null" || data === "Null" || data === "NULL");
	}
	function constructYamlNull() {
		return null;
	}
	function isNull(object) {
		return object === null;
	}
	module.exports = new Type("tag:yaml.org,2002:null", {
		kind: "scalar",
		resolve: resolveYamlNull,
		construct: constructYamlNull,
		predicate: isNull,
		represent: {
			canonical: function() {
				return "~";
			},
			lowercase: function() {
				return "null";
			},
			uppercase: function() {
				return "NULL";
			},
			camelcase: function() {
				return "Null";
			},
			empty: function() {
				return "";
			}
		},
		defaultStyle: "lowercase"
	});
}));

// node_modules/js-yaml/lib/type/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Type = require_type();
	function resolveYamlBoolean(data) {
		if (data === null) return false;
		const max = data.length;
		return max === 4 && (data === "true" || data === "True" || data === "TRUE") || max === 5 && (data === "false" || data === "False" || data === "FALSE");
	}
	function constructYamlBoolean(data) {
		return data === "true" || data === "True" || data === "TRUE";
	}
	function isBoolean(object) {
		return Object.prototype.toString.call(object) === "[object Boolean]";
	}
	module.exports = new Type("tag:yaml.org,2002:bool", {
		kind: "scalar",
		resolve: resolveYamlBoolean,
		construct: constructYamlBoolean,
		predicate: isBoolean,
		represent: {
			lowercase: function(object) {
				return object ? "true" : "false";
			},
			uppercase: function(object) {
				return object ? "TRUE" : "FALSE";
			},
			camelcase: function(object) {
				return object ? "True" : "False";
			}
		},
		defaultStyle: "lowercase"
	});
}));

// node_modules/js-yaml/lib/type/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const common = require_common();
	const Type = require_type();
	function isHexCode(c) {
		return c >= 48 && c <= 57 || c >= 65 && c <= 70 || c >= 97 && c <= 102;
	}
	function isOctCode(c) {
		return c >= 48 && c <= 55;
	}
	function isDecCode(c) {
		return c >= 48 && c <= 57;
	}
	function resolveYamlInteger(data) {
		if (data === null) return false;
		const max = data.length;
		let index = 0;
		let hasDigits = false;
		if (!max) return false;
		let ch = data[index];
		if (ch === "-" || ch === "+") ch = data[++index];
		if (ch === "0") {
			if (index + 1 === max) return true;
			ch = data[++index];
			if (ch === "b") {
				index++;
				for (; index < max; index++) {
					ch = data[index];
					if (ch !== "0" && ch !== "1") return false;
					hasDigits = true;
				}
				return hasDigits && isFinite(parseYamlInteger(data));
			}
			if (ch === "x") {
				index++;
				for (; index < max; index++) {
					if (!isHexCode(data.charCodeAt(index))) return false;
					hasDigits = true;
				}
				return hasDigits && isFinite(parseYamlInteger(data));
			}
			if (ch === "o") {
				index++;
				for (; index < max; index++) {
					if (!isOctCode(data.charCodeAt(index))) return false;
					hasDigits = true;
				}
				return hasDigits && isFinite(parseYamlInteger(data));
			}
		}
		for (; index < max; index++) {
			if (!isDecCode(data.charCodeAt(index))) return false;
			hasDigits = true;
		}
		if (!hasDigits) return false;
		return isFinite(parseYamlInteger(data));
	}
	function parseYamlInteger(data) {
		let value = data;
		let sign = 1;
		let ch = value[0];
		if (ch === "-" || ch === "+") {
			if (ch === "-") sign = -1;
			value = value.slice(1);
			ch = value[0];
		}
		if (value === "0") return 0;
		if (ch === "0") {
			if (value[1] === "b") return sign * parseInt(value.slice(2), 2);
			if (value[1] === "x") return sign * parseInt(value.slice(2), 16);
			if (value[1] === "o") return sign * parseInt(value.slice(2), 8);
		}
		return sign * parseInt(value, 10);
	}
	function constructYamlInteger(data) {
		return parseYamlInteger(data);
	}
	function isInteger(object) {
		return Object.prototype.toString.call(object) === "[object Number]" && object % 1 === 0 && !common.isNegativeZero(object);
	}
	module.exports = new Type("tag:yaml.org,2002:int", {
		kind: "scalar",
		resolve: resolveYamlInteger,
		construct: constructYamlInteger,
		predicate: isInteger,
		represent: {
			binary: function(obj) {
				return obj >= 0 ? "0b" + obj.toString(2) : "-0b" + obj.toString(2).slice(1);
			},
			octal: function(obj) {
				return obj >= 0 ? "0o" + obj.toString(8) : "-0o" + obj.toString(8).slice(1);
			},
			decimal: function(obj) {
				return obj.toString(10);
			},
			hexadecimal: function(obj) {
				return obj >= 0 ? "0x" + obj.toString(16).toUpperCase() : "-0x" + obj.toString(16).toUpperCase().slice(1);
			}
		},
		defaultStyle: "decimal",
		styleAliases: {
			binary: [2, "bin"],
			octal: [8, "oct"],
			decimal: [10, "dec"],
			hexadecimal: [16, "hex"]
		}
	});
}));

// node_modules/js-yaml/lib/type/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const common = require_common();
	const Type = require_type();
	const YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:[0-9]+)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
	const YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
	function resolveYamlFloat(data) {
		if (data === null) return false;
		if (!YAML_FLOAT_PATTERN.test(data)) return false;
		if (isFinite(parseFloat(data, 10))) return true;
		return YAML_FLOAT_SPECIAL_PATTERN.test(data);
	}
	function constructYamlFloat(data) {
		let value = data.toLowerCase();
		const sign = value[0] === "-" ? -1 : 1;
		if ("+-".indexOf(value[0]) >= 0) value = value.slice(1);
		if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
		else if (value === ".nan") return NaN;
		return sign * parseFloat(value, 10);
	}
	const SCIENTIFIC_WITHOUT_DOT = /^[-+]?[0-9]+e/;
	function representYamlFloat(object, style) {
		if (isNaN(object)) switch (style) {
			case "lowercase": return ".nan";
			case "uppercase": return ".NAN";
			case "camelcase": return ".NaN";
		}
		else if (Number.POSITIVE_INFINITY === object) switch (style) {
			case "lowercase": return ".inf";
			case "uppercase": return ".INF";
			case "camelcase": return ".Inf";
		}
		else if (Number.NEGATIVE_INFINITY === object) switch (style) {
			case "lowercase": return "-.inf";
			case "uppercase": return "-.INF";
			case "camelcase": return "-.Inf";
		}
		else if (common.isNegativeZero(object)) return "-0.0";
		const res = object.toString(10);
		return SCIENTIFIC_WITHOUT_DOT.test(res) ? res.replace("e", ".e") : res;
	}
	function isFloat(object) {
		return Object.prototype.toString.call(object) === "[object Number]" && (object % 1 !== 0 || common.isNegativeZero(object));
	}
	module.exports = new Type("tag:yaml.org,2002:float", {
		kind: "scalar",
		resolve: resolveYamlFloat,
		construct: constructYamlFloat,
		predicate: isFloat,
		represent: representYamlFloat,
		defaultStyle: "lowercase"
	});
}));

// node_modules/js-yaml/lib/schema/json.js
var require_json = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_failsafe().extend({ implicit: [
		require_null(),
		require_bool(),
		require_int(),
		require_float()
	] });
}));

// node_modules/js-yaml/lib/schema/core.js
var require_core = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_json();
}));

// node_modules/js-yaml/lib/type/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Type = require_type();
	const YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
	const YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
	function resolveYamlTimestamp(data) {
		if (data === null) return false;
		if (YAML_DATE_REGEXP.exec(data) !== null) return true;
		if (YAML_TIMESTAMP_REGEXP.exec(data) !== null) return true;
		return false;
	}
	function constructYamlTimestamp(data) {
		let fraction = 0;
		let delta = null;
		let match = YAML_DATE_REGEXP.exec(data);
		if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(data);
		if (match === null) throw new Error("Date resolve error");
		const year = +match[1];
		const month = +match[2] - 1;
		const day = +match[3];
		if (!match[4]) return new Date(Date.UTC(year, month, day));
		const hour = +match[4];
		const minute = +match[5];
		const second = +match[6];
		if (match[7]) {
			fraction = match[7].slice(0, 3);
			while (fraction.length < 3) fraction += "0";
			fraction = +fraction;
		}
		if (match[9]) {
			const tzHour = +match[10];
			const tzMinute = +(match[11] || 0);
			delta = (tzHour * 60 + tzMinute) * 6e4;
			if (match[9] === "-") delta = -delta;
		}
		const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
		if (delta) date.setTime(date.getTime() - delta);
		return date;
	}
	function representYamlTimestamp(object) {
		return object.toISOString();
	}
	module.exports = new Type("tag:yaml.org,2002:timestamp", {
		kind: "scalar",
		resolve: resolveYamlTimestamp,
		construct: constructYamlTimestamp,
		instanceOf: Date,
		represent: representYamlTimestamp
	});
}));

// node_modules/js-yaml/lib/type/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Type = require_type();
	function resolveYamlMerge(data) {
		return data === "<<" || data === null;
	}
	module.exports = new Type("tag:yaml.org,2002:merge", {
		kind: "scalar",
		resolve: resolveYamlMerge
	});
}));

// node_modules/js-yaml/lib/type/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Type = require_type();
	const BASE64_MAP = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\n\r";
	function resolveYamlBinary(data) {
		if (data === null) return false;
		let bitlen = 0;
		const max = data.length;
		const map = BASE64_MAP;
		for (let idx = 0; idx < max; idx++) {
			const code = map.indexOf(data.charAt(idx));
			if (code > 64) continue;
			if (code < 0) return false;
			bitlen += 6;
		}
		return bitlen % 8 === 0;
	}
	function constructYamlBinary(data) {
		const input = data.replace(/[\r\n=]/g, "");
		const max = input.length;
		const map = BASE64_MAP;
		let bits = 0;
		const result = [];
		for (let idx = 0; idx < max; idx++) {
			if (idx % 4 === 0 && idx) {
				result.push(bits >> 16 & 255);
				result.push(bits >> 8 & 255);
				result.push(bits & 255);
			}
			bits = bits << 6 | map.indexOf(input.charAt(idx));
		}
		const tailbits = max % 4 * 6;
		if (tailbits === 0) {
			result.push(bits >> 16 & 255);
			result.push(bits >> 8 & 255);
			result.push(bits & 255);
		} else if (tailbits === 18) {
			result.push(bits >> 10 & 255);
			result.push(bits >> 2 & 255);
		} else if (tailbits === 12) result.push(bits >> 4 & 255);
		return new Uint8Array(result);
	}
	function representYamlBinary(object) {
		let result = "";
		let bits = 0;
		const max = object.length;
		const map = BASE64_MAP;
		for (let idx = 0; idx < max; idx++) {
			if (idx % 3 === 0 && idx) {
				result += map[bits >> 18 & 63];
				result += map[bits >> 12 & 63];
				result += map[bits >> 6 & 63];
				result += map[bits & 63];
			}
			bits = (bits << 8) + object[idx];
		}
		const tail = max % 3;
		if (tail === 0) {
			result += map[bits >> 18 & 63];
			result += map[bits >> 12 & 63];
			result += map[bits >> 6 & 63];
			result += map[bits & 63];
		} else if (tail === 2) {
			result += map[bits >> 10 & 63];
			result += map[bits >> 4 & 63];
			result += map[bits << 2 & 63];
			result += map[64];
		} else if (tail === 1) {
			result += map[bits >> 2 & 63];
			result += map[bits << 4 & 63];
			result += map[64];
			result += map[64];
		}
		return result;
	}
	function isBinary(obj) {
		return Object.prototype.toString.call(obj) === "[object Uint8Array]";
	}
	module.exports = new Type("tag:yaml.org,2002:binary", {
		kind: "scalar",
		resolve: resolveYamlBinary,
		construct: constructYamlBinary,
		predicate: isBinary,
		represent: representYamlBinary
	});
}));

// node_modules/js-yaml/lib/type/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Type = require_type();
	const _hasOwnProperty = Object.prototype.hasOwnProperty;
	const _toString = Object.prototype.toString;
	function resolveYamlOmap(data) {
		if (data === null) return true;
		const objectKeys = {};
		const object = data;
		for (let index = 0, length = object.length; index < length; index += 1) {
			const pair = object[index];
			let pairHasKey = false;
			if (_toString.call(pair) !== "[object Object]") return false;
			let pairKey;
			for (pairKey in pair) if (_hasOwnProperty.call(pair, pairKey)) {
				if (!pairHasKey) pairHasKey = true;
				else return false;
			}
			if (!pairHasKey) return false;
			if (_hasOwnProperty.call(objectKeys, pairKey)) return false;
			Object.defineProperty(objectKeys, pairKey, { value: true });
		}
		return true;
	}
	function constructYamlOmap(data) {
		return data !== null ? data : [];
	}
	module.exports = new Type("tag:yaml.org,2002:omap", {
		kind: "sequence",
		resolve: resolveYamlOmap,
		construct: constructYamlOmap
	});
}));

// node_modules/js-yaml/lib/type/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Type = require_type();
	const _toString = Object.prototype.toString;
	function resolveYamlPairs(data) {
		if (data === null) return true;
		const object = data;
		const result = new Array(object.length);
		for (let index = 0, length = object.length; index < length; index += 1) {
			const pair = object[index];
			if (_toString.call(pair) !== "[object Object]") return false;
			const keys = Object.keys(pair);
			if (keys.length !== 1) return false;
			result[index] = [keys[0], pair[keys[0]]];
		}
		return true;
	}
	function constructYamlPairs(data) {
		if (data === null) return [];
		const object = data;
		const result = new Array(object.length);
		for (let index = 0, length = object.length; index < length; index += 1) {
			const pair = object[index];
			const keys = Object.keys(pair);
			result[index] = [keys[0], pair[keys[0]]];
		}
		return result;
	}
	module.exports = new Type("tag:yaml.org,2002:pairs", {
		kind: "sequence",
		resolve: resolveYamlPairs,
		construct: constructYamlPairs
	});
}));

// node_modules/js-yaml/lib/type/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const Type = require_type();
	const _hasOwnProperty = Object.prototype.hasOwnProperty;
	function resolveYamlSet(data) {
		if (data === null) return true;
		const object = data;
		for (const key in object) if (_hasOwnProperty.call(object, key)) {
			if (object[key] !== null) return false;
		}
		return true;
	}
	function constructYamlSet(data) {
		return data !== null ? data : {};
	}
	module.exports = new Type("tag:yaml.org,2002:set", {
		kind: "mapping",
		resolve: resolveYamlSet,
		construct: constructYamlSet
	});
}));

// node_modules/js-yaml/lib/schema/default.js
var require_default = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_core().extend({
		implicit: [require_timestamp(), require_merge()],
		explicit: [
			require_binary(),
			require_omap(),
			require_pairs(),
			require_set()
		]
	});
}));

// node_modules/js-yaml/lib/loader.js
var require_loader = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const common = require_common();
	const YAMLException = require_exception();
	const makeSnippet = require_snippet();
	const DEFAULT_SCHEMA = require_default();
	const _hasOwnProperty = Object.prototype.hasOwnProperty;
	const CONTEXT_FLOW_IN = 1;
	const CONTEXT_FLOW_OUT = 2;
	const CONTEXT_BLOCK_IN = 3;
	const CONTEXT_BLOCK_OUT = 4;
	const CHOMPING_CLIP = 1;
	const CHOMPING_STRIP = 2;
	const CHOMPING_KEEP = 3;
	const PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
	const PATTERN_NON_ASCII_LINE_BREAKS = /[\x85\u2028\u2029]/;
	const PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
	const PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
	const PATTERN_TAG_URI = /^(?:!|[^,\[\]{}])(?:%[0-9a-f]{2}|[0-9a-z\-#;/?:@&=+$,_.!~*'()\[\]])*$/i;
	function _class(obj) {
		return Object.prototype.toString.call(obj);
	}
	function isEol(c) {
		return c === 10 || c === 13;
	}
	function isWhiteSpace(c) {
		return c === 9 || c === 32;
	}
	function isWsOrEol(c) {
		return c === 9 || c === 32 || c === 10 || c === 13;
	}
	function isFlowIndicator(c) {
		return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
	}
	function fromHexCode(c) {
		if (c >= 48 && c <= 57) return c - 48;
		const lc = c | 32;
		if (lc >= 97 && lc <= 102) return lc - 97 + 10;
		return -1;
	}
	function escapedHexLen(c) {
		if (c === 120) return 2;
		if (c === 117) return 4;
		if (c === 85) return 8;
		return 0;
	}
	function fromDecimalCode(c) {
		if (c >= 48 && c <= 57) return c - 48;
		return -1;
	}
	function simpleEscapeSequence(c) {
		switch (c) {
			case 48: return "\0";
			case 97: return "\x07";
			case 98: return "\b";
			case 116: return "	";
			case 9: return "	";
			case 110: return "\n";
			case 118: return "\v";
			case 102: return "\f";
			case 114: return "\r";
			case 101: return "\x1B";
			case 32: return " ";
			case 34: return "\"";
			case 47: return "/";
			case 92: return "\\";
			case 78: return "";
			case 95: return "\xA0";
			case 76: return "\u2028";
			case 80: return "\u2029";
			default: return "";
		}
	}
	function charFromCodepoint(c) {
		if (c <= 65535) return String.fromCharCode(c);
		return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
	}
	function setProperty(object, key, value) {
		if (key === "__proto__") Object.defineProperty(object, key, {
			configurable: true,
			enumerable: true,
			writable: true,
			value
		});
		else object[key] = value;
	}
	const simpleEscapeCheck = new Array(256);
	const simpleEscapeMap = new Array(256);
	for (let i = 0; i < 256; i++) {
		simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
		simpleEscapeMap[i] = simpleEscapeSequence(i);
	}
	function State(input, options) {
		this.input = input;
		this.filename = options["filename"] || null;
		this.schema = options["schema"] || DEFAULT_SCHEMA;
		this.onWarning = options["onWarning"] || null;
		this.legacy = options["legacy"] || false;
		this.json = options["json"] || false;
		this.listener = options["listener"] || null;
		this.maxDepth = typeof options["maxDepth"] === "number" ? options["maxDepth"] : 100;
		this.maxTotalMergeKeys = typeof options["maxTotalMergeKeys"] === "number" ? options["maxTotalMergeKeys"] : 1e4;
		this.implicitTypes = this.schema.compiledImplicit;
		this.typeMap = this.schema.compiledTypeMap;
		this.length = input.length;
		this.position = 0;
		this.line = 0;
		this.lineStart = 0;
		this.lineIndent = 0;
		this.depth = 0;
		this.totalMergeKeys = 0;
		this.firstTabInLine = -1;
		this.documents = [];
		this.anchorMapTransactions = [];
	}
	function generateError(state, message) {
		const mark = {
			name: state.filename,
			buffer: state.input.slice(0, -1),
			position: state.position,
			line: state.line,
			column: state.position - state.lineStart
		};
		mark.snippet = makeSnippet(mark);
		return new YAMLException(message, mark);
	}
	function throwError(state, message) {
		throw generateError(state, message);
	}
	function throwWarning(state, message) {
		if (state.onWarning) state.onWarning.call(null, generateError(state, message));
	}
	function storeAnchor(state, name, value) {
		const transactions = state.anchorMapTransactions;
		if (transactions.length !== 0) {
			const transaction = transactions[transactions.length - 1];
			if (!_hasOwnProperty.call(transaction, name)) transaction[name] = {
				existed: _hasOwnProperty.call(state.anchorMap, name),
				value: state.anchorMap[name]
			};
		}
		state.anchorMap[name] = value;
	}
	function beginAnchorTransaction(state) {
		state.anchorMapTransactions.push(Object.create(null));
	}
	function commitAnchorTransaction(state) {
		const transaction = state.anchorMapTransactions.pop();
		const transactions = state.anchorMapTransactions;
		if (transactions.length === 0) return;
		const parent = transactions[transactions.length - 1];
		const names = Object.keys(transaction);
		for (let index = 0, length = names.length; index < length; index += 1) {
			const name = names[index];
			if (!_hasOwnProperty.call(parent, name)) parent[name] = transaction[name];
		}
	}
	function rollbackAnchorTransaction(state) {
		const transaction = state.anchorMapTransactions.pop();
		const names = Object.keys(transaction);
		for (let index = names.length - 1; index >= 0; index -= 1) {
			const entry = transaction[names[index]];
			if (entry.existed) state.anchorMap[names[index]] = entry.value;
			else delete state.anchorMap[names[index]];
		}
	}
	function snapshotState(state) {
		return {
			position: state.position,
			line: state.line,
			lineStart: state.lineStart,
			lineIndent: state.lineIndent,
			firstTabInLine: state.firstTabInLine,
			tag: state.tag,
			anchor: state.anchor,
			kind: state.kind,
			result: state.result
		};
	}
	function restoreState(state, snapshot) {
		state.position = snapshot.position;
		state.line = snapshot.line;
		state.lineStart = snapshot.lineStart;
		state.lineIndent = snapshot.lineIndent;
		state.firstTabInLine = snapshot.firstTabInLine;
		state.tag = snapshot.tag;
		state.anchor = snapshot.anchor;
		state.kind = snapshot.kind;
		state.result = snapshot.result;
	}
	const directiveHandlers = {
		YAML: function handleYamlDirective(state, name, args) {
			if (state.version !== null) throwError(state, "duplication of %YAML directive");
			if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
			const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
			if (match === null) throwError(state, "ill-formed argument of the YAML directive");
			const major = parseInt(match[1], 10);
			const minor = parseInt(match[2], 10);
			if (major !== 1) throwError(state, "unacceptable YAML version of the document");
			state.version = args[0];
			state.checkLineBreaks = minor < 2;
			if (minor !== 1 && minor !== 2) throwWarning(state, "unsupported YAML version of the document");
		},
		TAG: function handleTagDirective(state, name, args) {
			let prefix;
			if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
			const handle = args[0];
			prefix = args[1];
			if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
			if (_hasOwnProperty.call(state.tagMap, handle)) throwError(state, "there is a previously declared suffix for \"" + handle + "\" tag handle");
			if (!PATTERN_TAG_URI.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
			try {
				prefix = decodeURIComponent(prefix);
			} catch (err) {
				throwError(state, "tag prefix is malformed: " + prefix);
			}
			state.tagMap[handle] = prefix;
		}
	};
	function captureSegment(state, start, end, checkJson) {
		if (start < end) {
			const _result = state.input.slice(start, end);
			if (checkJson) for (let _position = 0, _length = _result.length; _position < _length; _position += 1) {
				const _character = _result.charCodeAt(_position);
				if (!(_character === 9 || _character >= 32 && _character <= 1114111)) throwError(state, "expected valid JSON character");
			}
			else if (PATTERN_NON_PRINTABLE.test(_result)) throwError(state, "the stream contains non-printable characters");
			state.result += _result;
		}
	}
	function chargeMergeWork(state) {
		state.totalMergeKeys++;
		if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) throwError(state, "merge keys exceeded maxTotalMergeKeys (" + state.maxTotalMergeKeys + ")");
	}
	function mergeMappings(state, destination, source, overridableKeys) {
		if (!common.isObject(source)) throwError(state, "cannot merge mappings; the provided source object is unacceptable");
		chargeMergeWork(state);
		const sourceKeys = Object.keys(source);
		for (let index = 0, quantity = sourceKeys.length; index < quantity; index += 1) {
			const key = sourceKeys[index];
			chargeMergeWork(state);
			if (!_hasOwnProperty.call(destination, key)) {
				setProperty(destination, key, source[key]);
				overridableKeys[key] = true;
			}
		}
	}
	function storeMappingPair(state, _result, overridableKeys, keyTag, keyNode, valueNode, startLine, startLineStart, startPos) {
		if (Array.isArray(keyNode)) {
			keyNode = Array.prototype.slice.call(keyNode);
			for (let index = 0, quantity = keyNode.length; index < quantity; index += 1) {
				if (Array.isArray(keyNode[index])) throwError(state, "nested arrays are not supported inside keys");
				if (typeof keyNode === "object" && _class(keyNode[index]) === "[object Object]") keyNode[index] = "[object Object]";
			}
		}
		if (typeof keyNode === "object" && _class(keyNode) === "[object Object]") keyNode = "[object Object]";
		keyNode = String(keyNode);
		if (_result === null) _result = {};
		if (keyTag === "tag:yaml.org,2002:merge") {
			if (Array.isArray(valueNode)) {
				if (valueNode.length > 100) throwError(state, "abnormal merge sequence size");
				for (let index = 0, quantity = valueNode.length; index < quantity; index += 1) mergeMappings(state, _result, valueNode[index], overridableKeys);
			} else mergeMappings(state, _result, valueNode, overridableKeys);
		} else {
			if (!state.json && !_hasOwnProperty.call(overridableKeys, keyNode) && _hasOwnProperty.call(_result, keyNode)) {
				state.line = startLine || state.line;
				state.lineStart = startLineStart || state.lineStart;
				state.position = startPos || state.position;
				throwError(state, "duplicated mapping key");
			}
			setProperty(_result, keyNode, valueNode);
			delete overridableKeys[keyNode];
		}
		return _result;
	}
	function readLineBreak(state) {
		const ch = state.input.charCodeAt(state.position);
		if (ch === 10) state.position++;
		else if (ch === 13) {
			state.position++;
			if (state.input.charCodeAt(state.position) === 10) state.position++;
		} else throwError(state, "a line break is expected");
		state.line += 1;
		state.lineStart = state.position;
		state.firstTabInLine = -1;
	}
	function skipSeparationSpace(state, allowComments, checkIndent) {
		let lineBreaks = 0;
		let ch = state.input.charCodeAt(state.position);
		while (ch !== 0) {
			while (isWhiteSpace(ch)) {
				if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
				ch = state.input.charCodeAt(++state.position);
			}
			if (allowComments && ch === 35) do
				ch = state.input.charCodeAt(++state.position);
			while (ch !== 10 && ch !== 13 && ch !== 0);
			if (isEol(ch)) {
				readLineBreak(state);
				ch = state.input.charCodeAt(state.position);
				lineBreaks++;
				state.lineIndent = 0;
				while (ch === 32) {
					state.lineIndent++;
					ch = state.input.charCodeAt(++state.position);
				}
			} else break;
		}
		if (checkIndent !== -1 && lineBreaks !== 0 && state.lineIndent < checkIndent) throwWarning(state, "deficient indentation");
		return lineBreaks;
	}
	function testDocumentSeparator(state) {
		let _position = state.position;
		let ch = state.input.charCodeAt(_position);
		if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(_position + 1) && ch === state.input.charCodeAt(_position + 2)) {
			_position += 3;
			ch = state.input.charCodeAt(_position);
			if (ch === 0 || isWsOrEol(ch)) return true;
		}
		return false;
	}
	function writeFoldedLines(state, count) {
		if (count === 1) state.result += " ";
		else if (count > 1) state.result += common.repeat("\n", count - 1);
	}
	function readPlainScalar(state, nodeIndent, withinFlowCollection) {
		let captureStart;
		let captureEnd;
		let hasPendingContent;
		let _line;
		let _lineStart;
		let _lineIndent;
		const _kind = state.kind;
		const _result = state.result;
		let ch = state.input.charCodeAt(state.position);
		if (isWsOrEol(ch) || isFlowIndicator(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96) return false;
		if (ch === 63 || ch === 45) {
			const following = state.input.charCodeAt(state.position + 1);
			if (isWsOrEol(following) || withinFlowCollection && isFlowIndicator(following)) return false;
		}
		state.kind = "scalar";
		state.result = "";
		captureStart = captureEnd = state.position;
		hasPendingContent = false;
		while (ch !== 0) {
			if (ch === 58) {
				const following = state.input.charCodeAt(state.position + 1);
				if (isWsOrEol(following) || withinFlowCollection && isFlowIndicator(following)) break;
			} else if (ch === 35) {
				if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
			} else if (state.position === state.lineStart && testDocumentSeparator(state) || withinFlowCollection && isFlowIndicator(ch)) break;
			else if (isEol(ch)) {
				_line = state.line;
				_lineStart = state.lineStart;
				_lineIndent = state.lineIndent;
				skipSeparationSpace(state, false, -1);
				if (state.lineIndent >= nodeIndent) {
					hasPendingContent = true;
					ch = state.input.charCodeAt(state.position);
					continue;
				} else {
					state.position = captureEnd;
					state.line = _line;
					state.lineStart = _lineStart;
					state.lineIndent = _lineIndent;
					break;
				}
			}
			if (hasPendingContent) {
				captureSegment(state, captureStart, captureEnd, false);
				writeFoldedLines(state, state.line - _line);
				captureStart = captureEnd = state.position;
				hasPendingContent = false;
			}
			if (!isWhiteSpace(ch)) captureEnd = state.position + 1;
			ch = state.input.charCodeAt(++state.position);
		}
		captureSegment(state, captureStart, captureEnd, false);
		if (state.result) return true;
		state.kind = _kind;
		state.result = _result;
		return false;
	}
	function readSingleQuotedScalar(state, nodeIndent) {
		let captureStart;
		let captureEnd;
		let ch = state.input.charCodeAt(state.position);
		if (ch !== 39) return false;
		state.kind = "scalar";
		state.result = "";
		state.position++;
		captureStart = captureEnd = state.position;
		while ((ch = state.input.charCodeAt(state.position)) !== 0) if (ch === 39) {
			captureSegment(state, captureStart, state.position, true);
			ch = state.input.charCodeAt(++state.position);
			if (ch === 39) {
				captureStart = state.position;
				state.position++;
				captureEnd = state.position;
			} else return true;
		} else if (isEol(ch)) {
			captureSegment(state, captureStart, captureEnd, true);
			writeFoldedLines(state, skipSeparationSpace(state, false, nodeIndent));
			captureStart = captureEnd = state.position;
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
		else {
			state.position++;
			if (!isWhiteSpace(ch)) captureEnd = state.position;
		}
		throwError(state, "unexpected end of the stream within a single quoted scalar");
	}
	function readDoubleQuotedScalar(state, nodeIndent) {
		let captureStart;
		let captureEnd;
		let tmp;
		let ch = state.input.charCodeAt(state.position);
		if (ch !== 34) return false;
		state.kind = "scalar";
		state.result = "";
		state.position++;
		captureStart = captureEnd = state.position;
		while ((ch = state.input.charCodeAt(state.position)) !== 0) if (ch === 34) {
			captureSegment(state, captureStart, state.position, true);
			state.position++;
			return true;
		} else if (ch === 92) {
			captureSegment(state, captureStart, state.position, true);
			ch = state.input.charCodeAt(++state.position);
			if (isEol(ch)) skipSeparationSpace(state, false, nodeIndent);
			else if (ch < 256 && simpleEscapeCheck[ch]) {
				state.result += simpleEscapeMap[ch];
				state.position++;
			} else if ((tmp = escapedHexLen(ch)) > 0) {
				let hexLength = tmp;
				let hexResult = 0;
				for (; hexLength > 0; hexLength--) {
					ch = state.input.charCodeAt(++state.position);
					if ((tmp = fromHexCode(ch)) >= 0) hexResult = (hexResult << 4) + tmp;
					else throwError(state, "expected hexadecimal character");
				}
				state.result += charFromCodepoint(hexResult);
				state.position++;
			} else throwError(state, "unknown escape sequence");
			captureStart = captureEnd = state.position;
		} else if (isEol(ch)) {
			captureSegment(state, captureStart, captureEnd, true);
			writeFoldedLines(state, skipSeparationSpace(state, false, nodeIndent));
			captureStart = captureEnd = state.position;
		} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
		else {
			state.position++;
			if (!isWhiteSpace(ch)) captureEnd = state.position;
		}
		throwError(state, "unexpected end of the stream within a double quoted scalar");
	}
	function readFlowCollection(state, nodeIndent) {
		let readNext = true;
		let _line;
		let _lineStart;
		let _pos;
		const _tag = state.tag;
		let _result;
		const _anchor = state.anchor;
		let terminator;
		let isPair;
		let isExplicitPair;
		let isMapping;
		const overridableKeys = Object.create(null);
		let keyNode;
		let keyTag;
		let valueNode;
		let ch = state.input.charCodeAt(state.position);
		if (ch === 91) {
			terminator = 93;
			isMapping = false;
			_result = [];
		} else if (ch === 123) {
			terminator = 125;
			isMapping = true;
			_result = {};
		} else return false;
		if (state.anchor !== null) storeAnchor(state, state.anchor, _result);
		ch = state.input.charCodeAt(++state.position);
		while (ch !== 0) {
			skipSeparationSpace(state, true, nodeIndent);
			ch = state.input.charCodeAt(state.position);
			if (ch === terminator) {
				state.position++;
				state.tag = _tag;
				state.anchor = _anchor;
				state.kind = isMapping ? "mapping" : "sequence";
				state.result = _result;
				return true;
			} else if (!readNext) throwError(state, "missed comma between flow collection entries");
			else if (ch === 44) throwError(state, "expected the node content, but found ','");
			keyTag = keyNode = valueNode = null;
			isPair = isExplicitPair = false;
			if (ch === 63) {
				if (isWsOrEol(state.input.charCodeAt(state.position + 1))) {
					isPair = isExplicitPair = true;
					state.position++;
					skipSeparationSpace(state, true, nodeIndent);
				}
			}
			_line = state.line;
			_lineStart = state.lineStart;
			_pos = state.position;
			composeNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
			keyTag = state.tag;
			keyNode = state.result;
			skipSeparationSpace(state, true, nodeIndent);
			ch = state.input.charCodeAt(state.position);
			if ((isExplicitPair || state.line === _line) && ch === 58) {
				isPair = true;
				ch = state.input.charCodeAt(++state.position);
				skipSeparationSpace(state, true, nodeIndent);
				composeNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
				valueNode = state.result;
			}
			if (isMapping) storeMappingPair(state, _result, overridableKeys, keyTag, keyNode, valueNode, _line, _lineStart, _pos);
			else if (isPair) _result.push(storeMappingPair(state, null, overridableKeys, keyTag, keyNode, valueNode, _line, _lineStart, _pos));
			else _result.push(keyNode);
			skipSeparationSpace(state, true, nodeIndent);
			ch = state.input.charCodeAt(state.position);
			if (ch === 44) {
				readNext = true;
				ch = state.input.charCodeAt(++state.position);
			} else readNext = false;
		}
		throwError(state, "unexpected end of the stream within a flow collection");
	}
	function readBlockScalar(state, nodeIndent) {
		let folding;
		let chomping = CHOMPING_CLIP;
		let didReadContent = false;
		let detectedIndent = false;
		let textIndent = nodeIndent;
		let emptyLines = 0;
		let atMoreIndented = false;
		let tmp;
		let ch = state.input.charCodeAt(state.position);
		if (ch === 124) folding = false;
		else if (ch === 62) folding = true;
		else return false;
		state.kind = "scalar";
		state.result = "";
		while (ch !== 0) {
			ch = state.input.charCodeAt(++state.position);
			if (ch === 43 || ch === 45) {
				if (CHOMPING_CLIP === chomping) chomping = ch === 43 ? CHOMPING_KEEP : CHOMPING_STRIP;
				else throwError(state, "repeat of a chomping mode identifier");
			} else if ((tmp = fromDecimalCode(ch)) >= 0) {
				if (tmp === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
				else if (!detectedIndent) {
					textIndent = nodeIndent + tmp - 1;
					detectedIndent = true;
				} else throwError(state, "repeat of an indentation width identifier");
			} else break;
		}
		if (isWhiteSpace(ch)) {
			do
				ch = state.input.charCodeAt(++state.position);
			while (isWhiteSpace(ch));
			if (ch === 35) do
				ch = state.input.charCodeAt(++state.position);
			while (!isEol(ch) && ch !== 0);
		}
		while (ch !== 0) {
			readLineBreak(state);
			state.lineIndent = 0;
			ch = state.input.charCodeAt(state.position);
			while ((!detectedIndent || state.lineIndent < textIndent) && ch === 32) {
				state.lineIndent++;
				ch = state.input.charCodeAt(++state.position);
			}
			if (!detectedIndent && state.lineIndent > textIndent) textIndent = state.lineIndent;
			if (isEol(ch)) {
				emptyLines++;
				continue;
			}
			if (!detectedIndent && textIndent === 0) throwError(state, "missing indentation for block scalar");
			if (state.lineIndent < textIndent) {
				if (chomping === CHOMPING_KEEP) state.result += common.repeat("\n", didReadContent ? 1 + emptyLines : emptyLines);
				else if (chomping === CHOMPING_CLIP) {
					if (didReadContent) state.result += "\n";
				}
				break;
			}
			if (folding) {
				if (isWhiteSpace(ch)) {
					atMoreIndented = true;
					state.result += common.repeat("\n", didReadContent ? 1 + emptyLines : emptyLines);
				} else if (atMoreIndented) {
					atMoreIndented = false;
					state.result += common.repeat("\n", emptyLines + 1);
				} else if (emptyLines === 0) {
					if (didReadContent) state.result += " ";
				} else state.result += common.repeat("\n", emptyLines);
			} else state.result += common.repeat("\n", didReadContent ? 1 + emptyLines : emptyLines);
			didReadContent = true;
			detectedIndent = true;
			emptyLines = 0;
			const captureStart = state.position;
			while (!isEol(ch) && ch !== 0) ch = state.input.charCodeAt(++state.position);
			captureSegment(state, captureStart, state.position, false);
		}
		return true;
	}
	function readBlockSequence(state, nodeIndent) {
		const _tag = state.tag;
		const _anchor = state.anchor;
		const _result = [];
		let detected = false;
		if (state.firstTabInLine !== -1) return false;
		if (state.anchor !== null) storeAnchor(state, state.anchor, _result);
		let ch = state.input.charCodeAt(state.position);
		while (ch !== 0) {
			if (state.firstTabInLine !== -1) {
				state.position = state.firstTabInLine;
				throwError(state, "tab characters must not be used in indentation");
			}
			if (ch !== 45) break;
			if (!isWsOrEol(state.input.charCodeAt(state.position + 1))) break;
			detected = true;
			state.position++;
			if (skipSeparationSpace(state, true, -1)) {
				if (state.lineIndent <= nodeIndent) {
					_result.push(null);
					ch = state.input.charCodeAt(state.position);
					continue;
				}
			}
			const _line = state.line;
			composeNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
			_result.push(state.result);
			skipSeparationSpace(state, true, -1);
			ch = state.input.charCodeAt(state.position);
			if ((state.line === _line || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a sequence entry");
			else if (state.lineIndent < nodeIndent) break;
		}
		if (detected) {
			state.tag = _tag;
			state.anchor = _anchor;
			state.kind = "sequence";
			state.result = _result;
			return true;
		}
		return false;
	}
	function readBlockMapping(state, nodeIndent, flowIndent) {
		let allowCompact;
		let _keyLine;
		let _keyLineStart;
		let _keyPos;
		const _tag = state.tag;
		const _anchor = state.anchor;
		const _result = {};
		const overridableKeys = Object.create(null);
		let keyTag = null;
		let keyNode = null;
		let valueNode = null;
		let atExplicitKey = false;
		let detected = false;
		if (state.firstTabInLine !== -1) return false;
		if (state.anchor !== null) storeAnchor(state, state.anchor, _result);
		let ch = state.input.charCodeAt(state.position);
		while (ch !== 0) {
			if (!atExplicitKey && state.firstTabInLine !== -1) {
				state.position = state.firstTabInLine;
				throwError(state, "tab characters must not be used in indentation");
			}
			const following = state.input.charCodeAt(state.position + 1);
			const _line = state.line;
			if ((ch === 63 || ch === 58) && isWsOrEol(following)) {
				if (ch === 63) {
					if (atExplicitKey) {
						storeMappingPair(state, _result, overridableKeys, keyTag, keyNode, null, _keyLine, _keyLineStart, _keyPos);
						keyTag = keyNode = valueNode = null;
					}
					detected = true;
					atExplicitKey = true;
					allowCompact = true;
				} else if (atExplicitKey) {
					atExplicitKey = false;
					allowCompact = true;
				} else throwError(state, "incomplete explicit mapping pair; a key node is missed; or followed by a non-tabulated empty line");
				state.position += 1;
				ch = following;
			} else {
				_keyLine = state.line;
				_keyLineStart = state.lineStart;
				_keyPos = state.position;
				if (!composeNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
				if (state.line === _line) {
					ch = state.input.charCodeAt(state.position);
					while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
					if (ch === 58) {
						ch = state.input.charCodeAt(++state.position);
						if (!isWsOrEol(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
						if (atExplicitKey) {
							storeMappingPair(state, _result, overridableKeys, keyTag, keyNode, null, _keyLine, _keyLineStart, _keyPos);
							keyTag = keyNode = valueNode = null;
						}
						detected = true;
						atExplicitKey = false;
						allowCompact = false;
						keyTag = state.tag;
						keyNode = state.result;
					} else if (detected) throwError(state, "can not read an implicit mapping pair; a colon is missed");
					else {
						state.tag = _tag;
						state.anchor = _anchor;
						return true;
					}
				} else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
				else {
					state.tag = _tag;
					state.anchor = _anchor;
					return true;
				}
			}
			if (state.line === _line || state.lineIndent > nodeIndent) {
				if (atExplicitKey) {
					_keyLine = state.line;
					_keyLineStart = state.lineStart;
					_keyPos = state.position;
				}
				if (composeNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, allowCompact)) {
					if (atExplicitKey) keyNode = state.result;
					else valueNode = state.result;
				}
				if (!atExplicitKey) {
					storeMappingPair(state, _result, overridableKeys, keyTag, keyNode, valueNode, _keyLine, _keyLineStart, _keyPos);
					keyTag = keyNode = valueNode = null;
				}
				skipSeparationSpace(state, true, -1);
				ch = state.input.charCodeAt(state.position);
			}
			if ((state.line === _line || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
			else if (state.lineIndent < nodeIndent) break;
		}
		if (atExplicitKey) storeMappingPair(state, _result, overridableKeys, keyTag, keyNode, null, _keyLine, _keyLineStart, _keyPos);
		if (detected) {
			state.tag = _tag;
			state.anchor = _anchor;
			state.kind = "mapping";
			state.result = _result;
		}
		return detected;
	}
	function readTagProperty(state) {
		let isVerbatim = false;
		let isNamed = false;
		let tagHandle;
		let tagName;
		let ch = state.input.charCodeAt(state.position);
		if (ch !== 33) return false;
		if (state.tag !== null) throwError(state, "duplication of a tag property");
		ch = state.input.charCodeAt(++state.position);
		if (ch === 60) {
			isVerbatim = true;
			ch = state.input.charCodeAt(++state.position);
		} else if (ch === 33) {
			isNamed = true;
			tagHandle = "!!";
			ch = state.input.charCodeAt(++state.position);
		} else tagHandle = "!";
		let _position = state.position;
		if (isVerbatim) {
			do
				ch = state.input.charCodeAt(++state.position);
			while (ch !== 0 && ch !== 62);
			if (state.position < state.length) {
				tagName = state.input.slice(_position, state.position);
				ch = state.input.charCodeAt(++state.position);
			} else throwError(state, "unexpected end of the stream within a verbatim tag");
		} else {
			while (ch !== 0 && !isWsOrEol(ch)) {
				if (ch === 33) {
					if (!isNamed) {
						tagHandle = state.input.slice(_position - 1, state.position + 1);
						if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
						isNamed = true;
						_position = state.position + 1;
					} else throwError(state, "tag suffix cannot contain exclamation marks");
				}
				ch = state.input.charCodeAt(++state.position);
			}
			tagName = state.input.slice(_position, state.position);
			if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
		}
		if (tagName && !PATTERN_TAG_URI.test(tagName)) throwError(state, "tag name cannot contain such characters: " + tagName);
		try {
			tagName = decodeURIComponent(tagName);
		} catch (err) {
			throwError(state, "tag name is malformed: " + tagName);
		}
		if (isVerbatim) state.tag = tagName;
		else if (_hasOwnProperty.call(state.tagMap, tagHandle)) state.tag = state.tagMap[tagHandle] + tagName;
		else if (tagHandle === "!") state.tag = "!" + tagName;
		else if (tagHandle === "!!") state.tag = "tag:yaml.org,2002:" + tagName;
		else throwError(state, "undeclared tag handle \"" + tagHandle + "\"");
		return true;
	}
	function readAnchorProperty(state) {
		let ch = state.input.charCodeAt(state.position);
		if (ch !== 38) return false;
		if (state.anchor !== null) throwError(state, "duplication of an anchor property");
		ch = state.input.charCodeAt(++state.position);
		const _position = state.position;
		while (ch !== 0 && !isWsOrEol(ch) && !isFlowIndicator(ch)) ch = state.input.charCodeAt(++state.position);
		if (state.position === _position) throwError(state, "name of an anchor node must contain at least one character");
		state.anchor = state.input.slice(_position, state.position);
		return true;
	}
	function readAlias(state) {
		let ch = state.input.charCodeAt(state.position);
		if (ch !== 42) return false;
		ch = state.input.charCodeAt(++state.position);
		const _position = state.position;
		while (ch !== 0 && !isWsOrEol(ch) && !isFlowIndicator(ch)) ch = state.input.charCodeAt(++state.position);
		if (state.position === _position) throwError(state, "name of an alias node must contain at least one character");
		const alias = state.input.slice(_position, state.position);
		if (!_hasOwnProperty.call(state.anchorMap, alias)) throwError(state, "unidentified alias \"" + alias + "\"");
		state.result = state.anchorMap[alias];
		skipSeparationSpace(state, true, -1);
		return true;
	}
	function tryReadBlockMappingFromProperty(state, propertyStart, nodeIndent, flowIndent) {
		const fallbackState = snapshotState(state);
		beginAnchorTransaction(state);
		restoreState(state, propertyStart);
		state.tag = null;
		state.anchor = null;
		state.kind = null;
		state.result = null;
		if (readBlockMapping(state, nodeIndent, flowIndent) && state.kind === "mapping") {
			commitAnchorTransaction(state);
			return true;
		}
		rollbackAnchorTransaction(state);
		restoreState(state, fallbackState);
		return false;
	}
	function composeNode(state, parentIndent, nodeContext, allowToSeek, allowCompact) {
		let allowBlockScalars;
		let allowBlockCollections;
		let indentStatus = 1;
		let atNewLine = false;
		let hasContent = false;
		let propertyStart = null;
		let type;
		let flowIndent;
		let blockIndent;
		if (state.depth >= state.maxDepth) throwError(state, "nesting exceeded maxDepth (" + state.maxDepth + ")");
		state.depth += 1;
		if (state.listener !== null) state.listener("open", state);
		state.tag = null;
		state.anchor = null;
		state.kind = null;
		state.result = null;
		const allowBlockStyles = allowBlockScalars = allowBlockCollections = CONTEXT_BLOCK_OUT === nodeContext || CONTEXT_BLOCK_IN === nodeContext;
		if (allowToSeek) {
			if (skipSeparationSpace(state, true, -1)) {
				atNewLine = true;
				if (state.lineIndent > parentIndent) indentStatus = 1;
				else if (state.lineIndent === parentIndent) indentStatus = 0;
				else if (state.lineIndent < parentIndent) indentStatus = -1;
			}
		}
		if (indentStatus === 1) while (true) {
			const ch = state.input.charCodeAt(state.position);
			const propertyState = snapshotState(state);
			if (atNewLine && (ch === 33 && state.tag !== null || ch === 38 && state.anchor !== null)) break;
			if (!readTagProperty(state) && !readAnchorProperty(state)) break;
			if (propertyStart === null) propertyStart = propertyState;
			if (skipSeparationSpace(state, true, -1)) {
				atNewLine = true;
				allowBlockCollections = allowBlockStyles;
				if (state.lineIndent > parentIndent) indentStatus = 1;
				else if (state.lineIndent === parentIndent) indentStatus = 0;
				else if (state.lineIndent < parentIndent) indentStatus = -1;
			} else allowBlockCollections = false;
		}
		if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
		if (indentStatus === 1 || CONTEXT_BLOCK_OUT === nodeContext) {
			if (CONTEXT_FLOW_IN === nodeContext || CONTEXT_FLOW_OUT === nodeContext) flowIndent = parentIndent;
			else flowIndent = parentIndent + 1;
			blockIndent = state.position - state.lineStart;
			if (indentStatus === 1) {
				if (allowBlockCollections && (readBlockSequence(state, blockIndent) || readBlockMapping(state, blockIndent, flowIndent)) || readFlowCollection(state, flowIndent)) hasContent = true;
				else {
					const ch = state.input.charCodeAt(state.position);
					if (propertyStart !== null && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62 && tryReadBlockMappingFromProperty(state, propertyStart, propertyStart.position - propertyStart.lineStart, flowIndent)) hasContent = true;
					else if (allowBlockScalars && readBlockScalar(state, flowIndent) || readSingleQuotedScalar(state, flowIndent) || readDoubleQuotedScalar(state, flowIndent)) hasContent = true;
					else if (readAlias(state)) {
						hasContent = true;
						if (state.tag !== null || state.anchor !== null) throwError(state, "alias node should not have any properties");
					} else if (readPlainScalar(state, flowIndent, CONTEXT_FLOW_IN === nodeContext)) {
						hasContent = true;
						if (state.tag === null) state.tag = "?";
					}
					if (state.anchor !== null) storeAnchor(state, state.anchor, state.result);
				}
			} else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent);
		}
		if (state.tag === null) {
			if (state.anchor !== null) storeAnchor(state, state.anchor, state.result);
		} else if (state.tag === "?") {
			if (state.result !== null && state.kind !== "scalar") throwError(state, "unacceptable node kind for !<?> tag; it should be \"scalar\", not \"" + state.kind + "\"");
			for (let typeIndex = 0, typeQuantity = state.implicitTypes.length; typeIndex < typeQuantity; typeIndex += 1) {
				type = state.implicitTypes[typeIndex];
				if (type.resolve(state.result)) {
					state.result = type.construct(state.result);
					state.tag = type.tag;
					if (state.anchor !== null) storeAnchor(state, state.anchor, state.result);
					break;
				}
			}
		} else if (state.tag !== "!") {
			if (_hasOwnProperty.call(state.typeMap[state.kind || "fallback"], state.tag)) type = state.typeMap[state.kind || "fallback"][state.tag];
			else {
				type = null;
				const typeList = state.typeMap.multi[state.kind || "fallback"];
				for (let typeIndex = 0, typeQuantity = typeList.length; typeIndex < typeQuantity; typeIndex += 1) if (state.tag.slice(0, typeList[typeIndex].tag.length) === typeList[typeIndex].tag) {
					type = typeList[typeIndex];
					break;
				}
			}
			if (!type) throwError(state, "unknown tag !<" + state.tag + ">");
			if (state.result !== null && type.kind !== state.kind) throwError(state, "unacceptable node kind for !<" + state.tag + "> tag; it should be \"" + type.kind + "\", not \"" + state.kind + "\"");
			if (!type.resolve(state.result, state.tag)) throwError(state, "cannot resolve a node with !<" + state.tag + "> explicit tag");
			else {
				state.result = type.construct(state.result, state.tag);
				if (state.anchor !== null) storeAnchor(state, state.anchor, state.result);
			}
		}
		if (state.listener !== null) state.listener("close", state);
		state.depth -= 1;
		return state.tag !== null || state.anchor !== null || hasContent;
	}
	function readDocument(state) {
		const documentStart = state.position;
		let hasDirectives = false;
		let ch;
		state.version = null;
		state.checkLineBreaks = state.legacy;
		state.tagMap = Object.create(null);
		state.anchorMap = Object.create(null);
		while ((ch = state.input.charCodeAt(state.position)) !== 0) {
			skipSeparationSpace(state, true, -1);
			ch = state.input.charCodeAt(state.position);
			if (state.lineIndent > 0 || ch !== 37) break;
			hasDirectives = true;
			ch = state.input.charCodeAt(++state.position);
			let _position = state.position;
			while (ch !== 0 && !isWsOrEol(ch)) ch = state.input.charCodeAt(++state.position);
			const directiveName = state.input.slice(_position, state.position);
			const directiveArgs = [];
			if (directiveName.length < 1) throwError(state, "directive name must not be less than one character in length");
			while (ch !== 0) {
				while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
				if (ch === 35) {
					do
						ch = state.input.charCodeAt(++state.position);
					while (ch !== 0 && !isEol(ch));
					break;
				}
				if (isEol(ch)) break;
				_position = state.position;
				while (ch !== 0 && !isWsOrEol(ch)) ch = state.input.charCodeAt(++state.position);
				directiveArgs.push(state.input.slice(_position, state.position));
			}
			if (ch !== 0) readLineBreak(state);
			if (_hasOwnProperty.call(directiveHandlers, directiveName)) directiveHandlers[directiveName](state, directiveName, directiveArgs);
			else throwWarning(state, "unknown document directive \"" + directiveName + "\"");
		}
		skipSeparationSpace(state, true, -1);
		if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45) {
			state.position += 3;
			skipSeparationSpace(state, true, -1);
		} else if (hasDirectives) throwError(state, "directives end mark is expected");
		composeNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, true);
		skipSeparationSpace(state, true, -1);
		if (state.checkLineBreaks && PATTERN_NON_ASCII_LINE_BREAKS.test(state.input.slice(documentStart, state.position))) throwWarning(state, "non-ASCII line breaks are interpreted as content");
		state.documents.push(state.result);
		if (state.position === state.lineStart && testDocumentSeparator(state)) {
			if (state.input.charCodeAt(state.position) === 46) {
				state.position += 3;
				skipSeparationSpace(state, true, -1);
			}
			return;
		}
		if (state.position < state.length - 1) throwError(state, "end of the stream or a document separator is expected");
	}
	function loadDocuments(input, options) {
		input = String(input);
		options = options || {};
		if (input.length !== 0) {
			if (input.charCodeAt(input.length - 1) !== 10 && input.charCodeAt(input.length - 1) !== 13) input += "\n";
			if (input.charCodeAt(0) === 65279) input = input.slice(1);
		}
		const state = new State(input, options);
		const nullpos = input.indexOf("\0");
		if (nullpos !== -1) {
			state.position = nullpos;
			throwError(state, "null byte is not allowed in input");
		}
		state.input += "\0";
		while (state.input.charCodeAt(state.position) === 32) {
			state.lineIndent += 1;
			state.position += 1;
		}
		while (state.position < state.length - 1) readDocument(state);
		return state.documents;
	}
	function loadAll(input, iterator, options) {
		if (iterator !== null && typeof iterator === "object" && typeof options === "undefined") {
			options = iterator;
			iterator = null;
		}
		const documents = loadDocuments(input, options);
		if (typeof iterator !== "function") return documents;
		for (let index = 0, length = documents.length; index < length; index += 1) iterator(documents[index]);
	}
	function load(input, options) {
		const documents = loadDocuments(input, options);
		if (documents.length === 0) return;
		else if (documents.length === 1) return documents[0];
		throw new YAMLException("expected a single document in the stream, but found more");
	}
	module.exports.loadAll = loadAll;
	module.exports.load = load;
}));

// node_modules/js-yaml/lib/dumper.js
var require_dumper = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const common = require_common();
	const YAMLException = require_exception();
	const DEFAULT_SCHEMA = require_default();
	const _toString = Object.prototype.toString;
	const _hasOwnProperty = Object.prototype.hasOwnProperty;
	const CHAR_BOM = 65279;
	const CHAR_TAB = 9;
	const CHAR_LINE_FEED = 10;
	const CHAR_CARRIAGE_RETURN = 13;
	const CHAR_SPACE = 32;
	const CHAR_EXCLAMATION = 33;
	const CHAR_DOUBLE_QUOTE = 34;
	const CHAR_SHARP = 35;
	const CHAR_PERCENT = 37;
	const CHAR_AMPERSAND = 38;
	const CHAR_SINGLE_QUOTE = 39;
	const CHAR_ASTERISK = 42;
	const CHAR_COMMA = 44;
	const CHAR_MINUS = 45;
	const CHAR_COLON = 58;
	const CHAR_EQUALS = 61;
	const CHAR_GREATER_THAN = 62;
	const CHAR_QUESTION = 63;
	const CHAR_COMMERCIAL_AT = 64;
	const CHAR_LEFT_SQUARE_BRACKET = 91;
	const CHAR_RIGHT_SQUARE_BRACKET = 93;
	const CHAR_GRAVE_ACCENT = 96;
	const CHAR_LEFT_CURLY_BRACKET = 123;
	const CHAR_VERTICAL_LINE = 124;
	const CHAR_RIGHT_CURLY_BRACKET = 125;
	const ESCAPE_SEQUENCES = {};
	ESCAPE_SEQUENCES[0] = "\\0";
	ESCAPE_SEQUENCES[7] = "\\a";
	ESCAPE_SEQUENCES[8] = "\\b";
	ESCAPE_SEQUENCES[9] = "\\t";
	ESCAPE_SEQUENCES[10] = "\\n";
	ESCAPE_SEQUENCES[11] = "\\v";
	ESCAPE_SEQUENCES[12] = "\\f";
	ESCAPE_SEQUENCES[13] = "\\r";
	ESCAPE_SEQUENCES[27] = "\\e";
	ESCAPE_SEQUENCES[34] = "\\\"";
	ESCAPE_SEQUENCES[92] = "\\\\";
	ESCAPE_SEQUENCES[133] = "\\N";
	ESCAPE_SEQUENCES[160] = "\\_";
	ESCAPE_SEQUENCES[8232] = "\\L";
	ESCAPE_SEQUENCES[8233] = "\\P";
	const DEPRECATED_BOOLEANS_SYNTAX = [
		"y",
		"Y",
		"yes",
		"Yes",
		"YES",
		"on",
		"On",
		"ON",
		"n",
		"N",
		"no",
		"No",
		"NO",
		"off",
		"Off",
		"OFF"
	];
	const DEPRECATED_BASE60_SYNTAX = /^[-+]?[0-9_]+(?::[0-9_]+)+(?:\.[0-9_]*)?$/;
	function compileStyleMap(schema, map) {
		if (map === null) return {};
		const result = {};
		const keys = Object.keys(map);
		for (let index = 0, length = keys.length; index < length; index += 1) {
			let tag = keys[index];
			let style = String(map[tag]);
			if (tag.slice(0, 2) === "!!") tag = "tag:yaml.org,2002:" + tag.slice(2);
			const type = schema.compiledTypeMap["fallback"][tag];
			if (type && _hasOwnProperty.call(type.styleAliases, style)) style = type.styleAliases[style];
			result[tag] = style;
		}
		return result;
	}
	function encodeHex(character) {
		let handle;
		let length;
		const string = character.toString(16).toUpperCase();
		if (character <= 255) {
			handle = "x";
			length = 2;
		} else if (character <= 65535) {
			handle = "u";
			length = 4;
		} else if (character <= 4294967295) {
			handle = "U";
			length = 8;
		} else throw new YAMLException("code point within a string may not be greater than 0xFFFFFFFF");
		return "\\" + handle + common.repeat("0", length - string.length) + string;
	}
	const QUOTING_TYPE_SINGLE = 1;
	const QUOTING_TYPE_DOUBLE = 2;
	function State(options) {
		this.schema = options["schema"] || DEFAULT_SCHEMA;
		this.indent = Math.max(1, options["indent"] || 2);
		this.noArrayIndent = options["noArrayIndent"] || false;
		this.skipInvalid = options["skipInvalid"] || false;
		this.flowLevel = common.isNothing(options["flowLevel"]) ? -1 : options["flowLevel"];
		this.styleMap = compileStyleMap(this.schema, options["styles"] || null);
		this.sortKeys = options["sortKeys"] || false;
		this.lineWidth = options["lineWidth"] || 80;
		this.noRefs = options["noRefs"] || false;
		this.noCompatMode = options["noCompatMode"] || false;
		this.condenseFlow = options["condenseFlow"] || false;
		this.quotingType = options["quotingType"] === "\"" ? QUOTING_TYPE_DOUBLE : QUOTING_TYPE_SINGLE;
		this.forceQuotes = options["forceQuotes"] || false;
		this.replacer = typeof options["replacer"] === "function" ? options["replacer"] : null;
		this.implicitTypes = this.schema.compiledImplicit;
		this.explicitTypes = this.schema.compiledExplicit;
		this.tag = null;
		this.result = "";
		this.duplicates = [];
		this.usedDuplicates = null;
	}
	function indentString(string, spaces) {
		const ind = common.repeat(" ", spaces);
		let position = 0;
		let result = "";
		const length = string.length;
		while (position < length) {
			let line;
			const next = string.indexOf("\n", position);
			if (next === -1) {
				line = string.slice(position);
				position = length;
			} else {
				line = string.slice(position, next + 1);
				position = next + 1;
			}
			if (line.length && line !== "\n") result += ind;
			result += line;
		}
		return result;
	}
	function generateNextLine(state, level) {
		return "\n" + common.repeat(" ", state.indent * level);
	}
	function testImplicitResolving(state, str) {
		for (let index = 0, length = state.implicitTypes.length; index < length; index += 1) if (state.implicitTypes[index].resolve(str)) return true;
		return false;
	}
	function isWhitespace(c) {
		return c === CHAR_SPACE || c === CHAR_TAB;
	}
	function isPrintable(c) {
		return c >= 32 && c <= 126 || c >= 161 && c <= 55295 && c !== 8232 && c !== 8233 || c >= 57344 && c <= 65533 && c !== CHAR_BOM || c >= 65536 && c <= 1114111;
	}
	function isNsCharOrWhitespace(c) {
		return isPrintable(c) && c !== CHAR_BOM && c !== CHAR_CARRIAGE_RETURN && c !== CHAR_LINE_FEED;
	}
	function isPlainSafe(c, prev, inblock) {
		const cIsNsCharOrWhitespace = isNsCharOrWhitespace(c);
		const cIsNsChar = cIsNsCharOrWhitespace && !isWhitespace(c);
		return (inblock ? cIsNsCharOrWhitespace : cIsNsCharOrWhitespace && c !== CHAR_COMMA && c !== CHAR_LEFT_SQUARE_BRACKET && c !== CHAR_RIGHT_SQUARE_BRACKET && c !== CHAR_LEFT_CURLY_BRACKET && c !== CHAR_RIGHT_CURLY_BRACKET) && c !== CHAR_SHARP && !(prev === CHAR_COLON && !cIsNsChar) || isNsCharOrWhitespace(prev) && !isWhitespace(prev) && c === CHAR_SHARP || prev === CHAR_COLON && cIsNsChar;
	}
	function isPlainSafeFirst(c) {
		return isPrintable(c) && c !== CHAR_BOM && !isWhitespace(c) && c !== CHAR_MINUS && c !== CHAR_QUESTION && c !== CHAR_COLON && c !== CHAR_COMMA && c !== CHAR_LEFT_SQUARE_BRACKET && c !== CHAR_RIGHT_SQUARE_BRACKET && c !== CHAR_LEFT_CURLY_BRACKET && c !== CHAR_RIGHT_CURLY_BRACKET && c !== CHAR_SHARP && c !== CHAR_AMPERSAND && c !== CHAR_ASTERISK && c !== CHAR_EXCLAMATION && c !== CHAR_VERTICAL_LINE && c !== CHAR_EQUALS && c !== CHAR_GREATER_THAN && c !== CHAR_SINGLE_QUOTE && c !== CHAR_DOUBLE_QUOTE && c !== CHAR_PERCENT && c !== CHAR_COMMERCIAL_AT && c !== CHAR_GRAVE_ACCENT;
	}
	function isPlainSafeLast(c) {
		return !isWhitespace(c) && c !== CHAR_COLON;
	}
	function codePointAt(string, pos) {
		const first = string.charCodeAt(pos);
		let second;
		if (first >= 55296 && first <= 56319 && pos + 1 < string.length) {
			second = string.charCodeAt(pos + 1);
			if (second >= 56320 && second <= 57343) return (first - 55296) * 1024 + second - 56320 + 65536;
		}
		return first;
	}
	function needIndentIndicator(string) {
		return /^\n* /.test(string);
	}
	const STYLE_PLAIN = 1;
	const STYLE_SINGLE = 2;
	const STYLE_LITERAL = 3;
	const STYLE_FOLDED = 4;
	const STYLE_DOUBLE = 5;
	function chooseScalarStyle(string, singleLineOnly, indentPerLevel, lineWidth, testAmbiguousType, quotingType, forceQuotes, inblock) {
		let i;
		let char = 0;
		let prevChar = null;
		let hasLineBreak = false;
		let hasFoldableLine = false;
		const shouldTrackWidth = lineWidth !== -1;
		let previousLineBreak = -1;
		let plain = isPlainSafeFirst(codePointAt(string, 0)) && isPlainSafeLast(codePointAt(string, string.length - 1));
		if (singleLineOnly || forceQuotes) for (i = 0; i < string.length; char >= 65536 ? i += 2 : i++) {
			char = codePointAt(string, i);
			if (!isPrintable(char)) return STYLE_DOUBLE;
			plain = plain && isPlainSafe(char, prevChar, inblock);
			prevChar = char;
		}
		else {
			for (i = 0; i < string.length; char >= 65536 ? i += 2 : i++) {
				char = codePointAt(string, i);
				if (char === CHAR_LINE_FEED) {
					hasLineBreak = true;
					if (shouldTrackWidth) {
						hasFoldableLine = hasFoldableLine || i - previousLineBreak - 1 > lineWidth && string[previousLineBreak + 1] !== " ";
						previousLineBreak = i;
					}
				} else if (!isPrintable(char)) return STYLE_DOUBLE;
				plain = plain && isPlainSafe(char, prevChar, inblock);
				prevChar = char;
			}
			hasFoldableLine = hasFoldableLine || shouldTrackWidth && i - previousLineBreak - 1 > lineWidth && string[previousLineBreak + 1] !== " ";
		}
		if (!hasLineBreak && !hasFoldableLine) {
			if (plain && !forceQuotes && !testAmbiguousType(string)) return STYLE_PLAIN;
			return quotingType === QUOTING_TYPE_DOUBLE ? STYLE_DOUBLE : STYLE_SINGLE;
		}
		if (indentPerLevel > 9 && needIndentIndicator(string)) return STYLE_DOUBLE;
		if (!forceQuotes) return hasFoldableLine ? STYLE_FOLDED : STYLE_LITERAL;
		return quotingType === QUOTING_TYPE_DOUBLE ? STYLE_DOUBLE : STYLE_SINGLE;
	}
	function writeScalar(state, string, level, iskey, inblock) {
		state.dump = function() {
			if (string.length === 0) return state.quotingType === QUOTING_TYPE_DOUBLE ? "\"\"" : "''";
			if (!state.noCompatMode) {
				if (DEPRECATED_BOOLEANS_SYNTAX.indexOf(string) !== -1 || DEPRECATED_BASE60_SYNTAX.test(string)) return state.quotingType === QUOTING_TYPE_DOUBLE ? "\"" + string + "\"" : "'" + string + "'";
			}
			const indent = state.indent * Math.max(1, level);
			const lineWidth = state.lineWidth === -1 ? -1 : Math.max(Math.min(state.lineWidth, 40), state.lineWidth - indent);
			const singleLineOnly = iskey || state.flowLevel > -1 && level >= state.flowLevel;
			function testAmbiguity(string) {
				return testImplicitResolving(state, string);
			}
			switch (chooseScalarStyle(string, singleLineOnly, state.indent, lineWidth, testAmbiguity, state.quotingType, state.forceQuotes && !iskey, inblock)) {
				case STYLE_PLAIN: return string;
				case STYLE_SINGLE: return "'" + string.replace(/'/g, "''") + "'";
				case STYLE_LITERAL: return "|" + blockHeader(string, state.indent) + dropEndingNewline(indentString(string, indent));
				case STYLE_FOLDED: return ">" + blockHeader(string, state.indent) + dropEndingNewline(indentString(foldString(string, lineWidth), indent));
				case STYLE_DOUBLE: return "\"" + escapeString(string, lineWidth) + "\"";
				default: throw new YAMLException("impossible error: invalid scalar style");
			}
		}();
	}
	function blockHeader(string, indentPerLevel) {
		const indentIndicator = needIndentIndicator(string) ? String(indentPerLevel) : "";
		const clip = string[string.length - 1] === "\n";
		return indentIndicator + (clip && (string[string.length - 2] === "\n" || string === "\n") ? "+" : clip ? "" : "-") + "\n";
	}
	function dropEndingNewline(string) {
		return string[string.length - 1] === "\n" ? string.slice(0, -1) : string;
	}
	function foldString(string, width) {
		const lineRe = /(\n+)([^\n]*)/g;
		let result = function() {
			let nextLF = string.indexOf("\n");
			nextLF = nextLF !== -1 ? nextLF : string.length;
			lineRe.lastIndex = nextLF;
			return foldLine(string.slice(0, nextLF), width);
		}();
		let prevMoreIndented = string[0] === "\n" || string[0] === " ";
		let moreIndented;
		let match;
		while (match = lineRe.exec(string)) {
			const prefix = match[1];
			const line = match[2];
			moreIndented = line[0] === " ";
			result += prefix + (!prevMoreIndented && !moreIndented && line !== "" ? "\n" : "") + foldLine(line, width);
			prevMoreIndented = moreIndented;
		}
		return result;
	}
	function foldLine(line, width) {
		if (line === "" || line[0] === " ") return line;
		const breakRe = / [^ ]/g;
		let match;
		let start = 0;
		let end;
		let curr = 0;
		let next = 0;
		let result = "";
		while (match = breakRe.exec(line)) {
			next = match.index;
			if (next - start > width) {
				end = curr > start ? curr : next;
				result += "\n" + line.slice(start, end);
				start = end + 1;
			}
			curr = next;
		}
		result += "\n";
		if (line.length - start > width && curr > start) result += line.slice(start, curr) + "\n" + line.slice(curr + 1);
		else result += line.slice(start);
		return result.slice(1);
	}
	function escapeString(string) {
		let result = "";
		let char = 0;
		for (let i = 0; i < string.length; char >= 65536 ? i += 2 : i++) {
			char = codePointAt(string, i);
			const escapeSeq = ESCAPE_SEQUENCES[char];
			if (!escapeSeq && isPrintable(char)) {
				result += string[i];
				if (char >= 65536) result += string[i + 1];
			} else result += escapeSeq || encodeHex(char);
		}
		return result;
	}
	function writeFlowSequence(state, level, object) {
		let _result = "";
		const _tag = state.tag;
		for (let index = 0, length = object.length; index < length; index += 1) {
			let value = object[index];
			if (state.replacer) value = state.replacer.call(object, String(index), value);
			if (writeNode(state, level, value, false, false) || typeof value === "undefined" && writeNode(state, level, null, false, false)) {
				if (_result !== "") _result += "," + (!state.condenseFlow ? " " : "");
				_result += state.dump;
			}
		}
		state.tag = _tag;
		state.dump = "[" + _result + "]";
	}
	function writeBlockSequence(state, level, object, compact) {
		let _result = "";
		const _tag = state.tag;
		for (let index = 0, length = object.length; index < length; index += 1) {
			let value = object[index];
			if (state.replacer) value = state.replacer.call(object, String(index), value);
			if (writeNode(state, level + 1, value, true, true, false, true) || typeof value === "undefined" && writeNode(state, level + 1, null, true, true, false, true)) {
				if (!compact || _result !== "") _result += generateNextLine(state, level);
				if (state.dump && CHAR_LINE_FEED === state.dump.charCodeAt(0)) _result += "-";
				else _result += "- ";
				_result += state.dump;
			}
		}
		state.tag = _tag;
		state.dump = _result || "[]";
	}
	function writeFlowMapping(state, level, object) {
		let _result = "";
		const _tag = state.tag;
		const objectKeyList = Object.keys(object);
		for (let index = 0, length = objectKeyList.length; index < length; index += 1) {
			let pairBuffer = "";
			if (_result !== "") pairBuffer += ", ";
			if (state.condenseFlow) pairBuffer += "\"";
			const objectKey = objectKeyList[index];
			let objectValue = object[objectKey];
			if (state.replacer) objectValue = state.replacer.call(object, objectKey, objectValue);
			if (!writeNode(state, level, objectKey, false, false)) continue;
			if (state.dump.length > 1024) pairBuffer += "? ";
			pairBuffer += state.dump + (state.condenseFlow ? "\"" : "") + ":" + (state.condenseFlow ? "" : " ");
			if (!writeNode(state, level, objectValue, false, false)) continue;
			pairBuffer += state.dump;
			_result += pairBuffer;
		}
		state.tag = _tag;
		state.dump = "{" + _result + "}";
	}
	function writeBlockMapping(state, level, object, compact) {
		let _result = "";
		const _tag = state.tag;
		const objectKeyList = Object.keys(object);
		if (state.sortKeys === true) objectKeyList.sort();
		else if (typeof state.sortKeys === "function") objectKeyList.sort(state.sortKeys);
		else if (state.sortKeys) throw new YAMLException("sortKeys must be a boolean or a function");
		for (let index = 0, length = objectKeyList.length; index < length; index += 1) {
			let pairBuffer = "";
			if (!compact || _result !== "") pairBuffer += generateNextLine(state, level);
			const objectKey = objectKeyList[index];
			let objectValue = object[objectKey];
			if (state.replacer) objectValue = state.replacer.call(object, objectKey, objectValue);
			if (!writeNode(state, level + 1, objectKey, true, true, true)) continue;
			const explicitPair = state.tag !== null && state.tag !== "?" || state.dump && state.dump.length > 1024;
			if (explicitPair) {
				if (state.dump && CHAR_LINE_FEED === state.dump.charCodeAt(0)) pairBuffer += "?";
				else pairBuffer += "? ";
			}
			pairBuffer += state.dump;
			if (explicitPair) pairBuffer += generateNextLine(state, level);
			if (!writeNode(state, level + 1, objectValue, true, explicitPair)) continue;
			if (state.dump && CHAR_LINE_FEED === state.dump.charCodeAt(0)) pairBuffer += ":";
			else pairBuffer += ": ";
			pairBuffer += state.dump;
			_result += pairBuffer;
		}
		state.tag = _tag;
		state.dump = _result || "{}";
	}
	function detectType(state, object, explicit) {
		const typeList = explicit ? state.explicitTypes : state.implicitTypes;
		for (let index = 0, length = typeList.length; index < length; index += 1) {
			const type = typeList[index];
			if ((type.instanceOf || type.predicate) && (!type.instanceOf || typeof object === "object" && object instanceof type.instanceOf) && (!type.predicate || type.predicate(object))) {
				if (explicit) {
					if (type.multi && type.representName) state.tag = type.representName(object);
					else state.tag = type.tag;
				} else state.tag = "?";
				if (type.represent) {
					const style = state.styleMap[type.tag] || type.defaultStyle;
					let _result;
					if (_toString.call(type.represent) === "[object Function]") _result = type.represent(object, style);
					else if (_hasOwnProperty.call(type.represent, style)) _result = type.represent[style](object, style);
					else throw new YAMLException("!<" + type.tag + "> tag resolver accepts not \"" + style + "\" style");
					state.dump = _result;
				}
				return true;
			}
		}
		return false;
	}
	function writeNode(state, level, object, block, compact, iskey, isblockseq) {
		state.tag = null;
		state.dump = object;
		if (!detectType(state, object, false)) detectType(state, object, true);
		const type = _toString.call(state.dump);
		const inblock = block;
		if (block) block = state.flowLevel < 0 || state.flowLevel > level;
		const objectOrArray = type === "[object Object]" || type === "[object Array]";
		let duplicateIndex;
		let duplicate;
		if (objectOrArray) {
			duplicateIndex = state.duplicates.indexOf(object);
			duplicate = duplicateIndex !== -1;
		}
		if (state.tag !== null && state.tag !== "?" || duplicate || state.indent !== 2 && level > 0) compact = false;
		if (duplicate && state.usedDuplicates[duplicateIndex]) state.dump = "*ref_" + duplicateIndex;
		else {
			if (objectOrArray && duplicate && !state.usedDuplicates[duplicateIndex]) state.usedDuplicates[duplicateIndex] = true;
			if (type === "[object Object]") {
				if (block && Object.keys(state.dump).length !== 0) {
					writeBlockMapping(state, level, state.dump, compact);
					if (duplicate) state.dump = "&ref_" + duplicateIndex + state.dump;
				} else {
					writeFlowMapping(state, level, state.dump);
					if (duplicate) state.dump = "&ref_" + duplicateIndex + " " + state.dump;
				}
			} else if (type === "[object Array]") {
				if (block && state.dump.length !== 0) {
					if (state.noArrayIndent && !isblockseq && level > 0) writeBlockSequence(state, level - 1, state.dump, compact);
					else writeBlockSequence(state, level, state.dump, compact);
					if (duplicate) state.dump = "&ref_" + duplicateIndex + state.dump;
				} else {
					writeFlowSequence(state, level, state.dump);
					if (duplicate) state.dump = "&ref_" + duplicateIndex + " " + state.dump;
				}
			} else if (type === "[object String]") {
				if (state.tag !== "?") writeScalar(state, state.dump, level, iskey, inblock);
			} else if (type === "[object Undefined]") return false;
			else {
				if (state.skipInvalid) return false;
				throw new YAMLException("unacceptable kind of an object to dump " + type);
			}
			if (state.tag !== null && state.tag !== "?") {
				let tagStr = encodeURI(state.tag[0] === "!" ? state.tag.slice(1) : state.tag).replace(/!/g, "%21");
				if (state.tag[0] === "!") tagStr = "!" + tagStr;
				else if (tagStr.slice(0, 18) === "tag:yaml.org,2002:") tagStr = "!!" + tagStr.slice(18);
				else tagStr = "!<" + tagStr + ">";
				state.dump = tagStr + " " + state.dump;
			}
		}
		return true;
	}
	function getDuplicateReferences(object, state) {
		const objects = [];
		const duplicatesIndexes = [];
		inspectNode(object, objects, duplicatesIndexes);
		const length = duplicatesIndexes.length;
		for (let index = 0; index < length; index += 1) state.duplicates.push(objects[duplicatesIndexes[index]]);
		state.usedDuplicates = new Array(length);
	}
	function inspectNode(object, objects, duplicatesIndexes) {
		if (object !== null && typeof object === "object") {
			const index = objects.indexOf(object);
			if (index !== -1) {
				if (duplicatesIndexes.indexOf(index) === -1) duplicatesIndexes.push(index);
			} else {
				objects.push(object);
				if (Array.isArray(object)) for (let i = 0, length = object.length; i < length; i += 1) inspectNode(object[i], objects, duplicatesIndexes);
				else {
					const objectKeyList = Object.keys(object);
					for (let i = 0, length = objectKeyList.length; i < length; i += 1) inspectNode(object[objectKeyList[i]], objects, duplicatesIndexes);
				}
			}
		}
	}
	function dump(input, options) {
		options = options || {};
		const state = new State(options);
		if (!state.noRefs) getDuplicateReferences(input, state);
		let value = input;
		if (state.replacer) value = state.replacer.call({ "": value }, "", value);
		if (writeNode(state, 0, value, true, true)) return state.dump + "\n";
		return "";
	}
	module.exports.dump = dump;
}));

// node_modules/js-yaml/index.js
var require_js_yaml = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const loader = require_loader();
	const dumper = require_dumper();
	function renamed(from, to) {
		return function() {
			throw new Error("Function yaml." + from + " is removed in js-yaml 4. Use yaml." + to + " instead, which is now safe by default.");
		};
	}
	module.exports.Type = require_type();
	module.exports.Schema = require_schema();
	module.exports.FAILSAFE_SCHEMA = require_failsafe();
	module.exports.JSON_SCHEMA = require_json();
	module.exports.CORE_SCHEMA = require_core();
	module.exports.DEFAULT_SCHEMA = require_default();
	module.exports.load = loader.load;
	module.exports.loadAll = loader.loadAll;
	module.exports.dump = dumper.dump;
	module.exports.YAMLException = require_exception();
	module.exports.types = {
		binary: require_binary(),
		float: require_float(),
		map: require_map(),
		null: require_null(),
		pairs: require_pairs(),
		set: require_set(),
		timestamp: require_timestamp(),
		bool: require_bool(),
		int: require_int(),
		merge: require_merge(),
		omap: require_omap(),
		seq: require_seq(),
		str: require_str()
	};
	module.exports.safeLoad = renamed("safeLoad", "load");
	module.exports.safeLoadAll = renamed("safeLoadAll", "loadAll");
	module.exports.safeDump = renamed("safeDump", "dump");
}));

// node_modules/xmlbuilder2/lib/readers/YAMLReader.js
var require_YAMLReader = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.YAMLReader = void 0;
	const ObjectReader_1 = require_ObjectReader();
	const BaseReader_1 = require_BaseReader();
	const js_yaml_1 = require_js_yaml();
	var YAMLReader = class extends BaseReader_1.BaseReader {
		_parse(node, str) {
			const result = (0, js_yaml_1.load)(str);
			/* istanbul ignore next */
			if (result === void 0) throw new Error("Unable to parse YAML document.");
			return new ObjectReader_1.ObjectReader(this._builderOptions).parse(node, result);
		}
	};
	exports.YAMLReader = YAMLReader;
}));

// node_modules/xmlbuilder2/lib/readers/index.js
var require_readers = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.YAMLReader = exports.JSONReader = exports.ObjectReader = exports.XMLReader = void 0;
	var XMLReader_1 = require_XMLReader();
	Object.defineProperty(exports, "XMLReader", {
		enumerable: true,
		get: function() {
			return XMLReader_1.XMLReader;
		}
	});
	var ObjectReader_1 = require_ObjectReader();
	Object.defineProperty(exports, "ObjectReader", {
		enumerable: true,
		get: function() {
			return ObjectReader_1.ObjectReader;
		}
	});
	var JSONReader_1 = require_JSONReader();
	Object.defineProperty(exports, "JSONReader", {
		enumerable: true,
		get: function() {
			return JSONReader_1.JSONReader;
		}
	});
	var YAMLReader_1 = require_YAMLReader();
	Object.defineProperty(exports, "YAMLReader", {
		enumerable: true,
		get: function() {
			return YAMLReader_1.YAMLReader;
		}
	});
}));

// node_modules/xmlbuilder2/lib/builder/XMLBuilderImpl.js
var require_XMLBuilderImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XMLBuilderImpl = void 0;
	const interfaces_1 = require_interfaces$3();
	const util_1 = require_lib$12();
	const writers_1 = require_writers();
	const interfaces_2 = require_interfaces$2();
	const util_2 = require_util();
	const algorithm_1 = require_algorithm();
	const dom_1 = require_dom();
	const infra_1 = require_lib$11();
	const readers_1 = require_readers();
	var XMLBuilderImpl = class XMLBuilderImpl {
		_domNode;
		constructor(domNode) {
			this._domNode = domNode;
		}
		get node() {
			return this._domNode;
		}
		get options() {
			return this._options;
		}
		set(options) {
			this._options = (0, util_1.applyDefaults)((0, util_1.applyDefaults)(this._options, options, true), interfaces_1.DefaultBuilderOptions);
			return this;
		}
		ele(p1, p2, p3) {
			let namespace;
			let name;
			let attributes;
			if ((0, util_1.isObject)(p1)) return new readers_1.ObjectReader(this._options).parse(this, p1);
			else if ((0, util_1.isString)(p1) && p1 !== null && /^\s*</.test(p1)) return new readers_1.XMLReader(this._options).parse(this, p1);
			else if ((0, util_1.isString)(p1) && p1 !== null && /^\s*[\{\[]/.test(p1)) return new readers_1.JSONReader(this._options).parse(this, p1);
			else if ((0, util_1.isString)(p1) && p1 !== null && /^(\s*|(#.*)|(%.*))*---/.test(p1)) return new readers_1.YAMLReader(this._options).parse(this, p1);
			if ((p1 === null || (0, util_1.isString)(p1)) && (0, util_1.isString)(p2)) [namespace, name, attributes] = [
				p1,
				p2,
				p3
			];
			else if (p1 !== null) [namespace, name, attributes] = [
				void 0,
				p1,
				(0, util_1.isObject)(p2) ? p2 : void 0
			];
			else throw new Error("Element name cannot be null. " + this._debugInfo());
			if (attributes) attributes = (0, util_1.getValue)(attributes);
			[namespace, name] = this._extractNamespace((0, dom_1.sanitizeInput)(namespace, this._options.invalidCharReplacement), (0, dom_1.sanitizeInput)(name, this._options.invalidCharReplacement), true);
			if (namespace === void 0) {
				const [prefix] = (0, algorithm_1.namespace_extractQName)(name);
				namespace = this.node.lookupNamespaceURI(prefix);
			}
			const childNode = namespace !== void 0 && namespace !== null ? this._doc.createElementNS(namespace, name) : this._doc.createElement(name);
			this.node.appendChild(childNode);
			const builder = new XMLBuilderImpl(childNode);
			const oldDocType = this._doc.doctype;
			if (childNode === this._doc.documentElement && oldDocType !== null) {
				const docType = this._doc.implementation.createDocumentType(this._doc.documentElement.tagName, oldDocType.publicId, oldDocType.systemId);
				this._doc.replaceChild(docType, oldDocType);
			}
			if (attributes && !(0, util_1.isEmpty)(attributes)) builder.att(attributes);
			return builder;
		}
		remove() {
			const parent = this.up();
			parent.node.removeChild(this.node);
			return parent;
		}
		att(p1, p2, p3) {
			if ((0, util_1.isMap)(p1) || (0, util_1.isObject)(p1)) {
				(0, util_1.forEachObject)(p1, (attName, attValue) => this.att(attName, attValue), this);
				return this;
			}
			if (p1 !== void 0 && p1 !== null) p1 = (0, util_1.getValue)(p1 + "");
			if (p2 !== void 0 && p2 !== null) p2 = (0, util_1.getValue)(p2 + "");
			if (p3 !== void 0 && p3 !== null) p3 = (0, util_1.getValue)(p3 + "");
			let namespace;
			let name;
			let value;
			if ((p1 === null || (0, util_1.isString)(p1)) && (0, util_1.isString)(p2) && (p3 === null || (0, util_1.isString)(p3))) [namespace, name, value] = [
				p1,
				p2,
				p3
			];
			else if ((0, util_1.isString)(p1) && (p2 == null || (0, util_1.isString)(p2))) [namespace, name, value] = [
				void 0,
				p1,
				p2
			];
			else throw new Error("Attribute name and value not specified. " + this._debugInfo());
			if (this._options.keepNullAttributes && value == null) value = "";
			else if (value == null) return this;
			if (!util_2.Guard.isElementNode(this.node)) throw new Error("An attribute can only be assigned to an element node.");
			let ele = this.node;
			[namespace, name] = this._extractNamespace(namespace, name, false);
			name = (0, dom_1.sanitizeInput)(name, this._options.invalidCharReplacement);
			namespace = (0, dom_1.sanitizeInput)(namespace, this._options.invalidCharReplacement);
			value = (0, dom_1.sanitizeInput)(value, this._options.invalidCharReplacement);
			const [prefix, localName] = (0, algorithm_1.namespace_extractQName)(name);
			const [elePrefix] = (0, algorithm_1.namespace_extractQName)(ele.prefix ? ele.prefix + ":" + ele.localName : ele.localName);
			let eleNamespace = null;
			if (prefix === "xmlns") {
				namespace = infra_1.namespace.XMLNS;
				if (ele.namespaceURI === null && elePrefix === localName) eleNamespace = value;
			} else if (prefix === null && localName === "xmlns" && elePrefix === null) {
				namespace = infra_1.namespace.XMLNS;
				eleNamespace = value;
			}
			if (eleNamespace !== null) {
				this._updateNamespace(eleNamespace);
				ele = this.node;
			}
			if (namespace !== void 0) ele.setAttributeNS(namespace, name, value);
			else ele.setAttribute(name, value);
			return this;
		}
		removeAtt(p1, p2) {
			if (!util_2.Guard.isElementNode(this.node)) throw new Error("An attribute can only be removed from an element node.");
			p1 = (0, util_1.getValue)(p1);
			if (p2 !== void 0) p2 = (0, util_1.getValue)(p2);
			let namespace;
			let name;
			if (p1 !== null && p2 === void 0) name = p1;
			else if ((p1 === null || (0, util_1.isString)(p1)) && p2 !== void 0) {
				namespace = p1;
				name = p2;
			} else throw new Error("Attribute namespace must be a string. " + this._debugInfo());
			if ((0, util_1.isArray)(name) || (0, util_1.isSet)(name)) (0, util_1.forEachArray)(name, (attName) => namespace === void 0 ? this.removeAtt(attName) : this.removeAtt(namespace, attName), this);
			else if (namespace !== void 0) {
				name = (0, dom_1.sanitizeInput)(name, this._options.invalidCharReplacement);
				namespace = (0, dom_1.sanitizeInput)(namespace, this._options.invalidCharReplacement);
				this.node.removeAttributeNS(namespace, name);
			} else {
				name = (0, dom_1.sanitizeInput)(name, this._options.invalidCharReplacement);
				this.node.removeAttribute(name);
			}
			return this;
		}
		txt(content) {
			if (content === null || content === void 0) {
				if (this._options.keepNullNodes) content = "";
				else return this;
			}
			const child = this._doc.createTextNode((0, dom_1.sanitizeInput)(content, this._options.invalidCharReplacement));
			this.node.appendChild(child);
			return this;
		}
		com(content) {
			if (content === null || content === void 0) {
				if (this._options.keepNullNodes) content = "";
				else return this;
			}
			const child = this._doc.createComment((0, dom_1.sanitizeInput)(content, this._options.invalidCharReplacement));
			this.node.appendChild(child);
			return this;
		}
		dat(content) {
			if (content === null || content === void 0) {
				if (this._options.keepNullNodes) content = "";
				else return this;
			}
			const child = this._doc.createCDATASection((0, dom_1.sanitizeInput)(content, this._options.invalidCharReplacement));
			this.node.appendChild(child);
			return this;
		}
		ins(target, content = "") {
			if (content === null || content === void 0) {
				if (this._options.keepNullNodes) content = "";
				else return this;
			}
			if ((0, util_1.isArray)(target) || (0, util_1.isSet)(target)) (0, util_1.forEachArray)(target, (item) => {
				item += "";
				const insIndex = item.indexOf(" ");
				const insTarget = insIndex === -1 ? item : item.substr(0, insIndex);
				const insValue = insIndex === -1 ? "" : item.substr(insIndex + 1);
				this.ins(insTarget, insValue);
			}, this);
			else if ((0, util_1.isMap)(target) || (0, util_1.isObject)(target)) (0, util_1.forEachObject)(target, (insTarget, insValue) => this.ins(insTarget, insValue), this);
			else {
				const child = this._doc.createProcessingInstruction((0, dom_1.sanitizeInput)(target, this._options.invalidCharReplacement), (0, dom_1.sanitizeInput)(content, this._options.invalidCharReplacement));
				this.node.appendChild(child);
			}
			return this;
		}
		dec(options) {
			this._options.version = options.version || "1.0";
			this._options.encoding = options.encoding;
			this._options.standalone = options.standalone;
			return this;
		}
		dtd(options) {
			const name = (0, dom_1.sanitizeInput)(options && options.name || (this._doc.documentElement ? this._doc.documentElement.tagName : "ROOT"), this._options.invalidCharReplacement);
			const pubID = (0, dom_1.sanitizeInput)(options && options.pubID || "", this._options.invalidCharReplacement);
			const sysID = (0, dom_1.sanitizeInput)(options && options.sysID || "", this._options.invalidCharReplacement);
			if (this._doc.documentElement !== null && name !== this._doc.documentElement.tagName) throw new Error("DocType name does not match document element name.");
			const docType = this._doc.implementation.createDocumentType(name, pubID, sysID);
			if (this._doc.doctype !== null) this._doc.replaceChild(docType, this._doc.doctype);
			else this._doc.insertBefore(docType, this._doc.documentElement);
			return this;
		}
		import(node) {
			const hostNode = this._domNode;
			const hostDoc = this._doc;
			const importedNode = node.node;
			const updateImportedNodeNs = (clone) => {
				if (!clone._namespace) {
					const [prefix] = (0, algorithm_1.namespace_extractQName)(clone.prefix ? clone.prefix + ":" + clone.localName : clone.localName);
					const namespace = hostNode.lookupNamespaceURI(prefix);
					new XMLBuilderImpl(clone)._updateNamespace(namespace);
				}
			};
			if (util_2.Guard.isDocumentNode(importedNode)) {
				const elementNode = importedNode.documentElement;
				if (elementNode === null) throw new Error("Imported document has no document element node. " + this._debugInfo());
				const clone = hostDoc.importNode(elementNode, true);
				hostNode.appendChild(clone);
				updateImportedNodeNs(clone);
			} else if (util_2.Guard.isDocumentFragmentNode(importedNode)) for (const childNode of importedNode.childNodes) {
				const clone = hostDoc.importNode(childNode, true);
				hostNode.appendChild(clone);
				if (util_2.Guard.isElementNode(clone)) updateImportedNodeNs(clone);
			}
			else {
				const clone = hostDoc.importNode(importedNode, true);
				hostNode.appendChild(clone);
				if (util_2.Guard.isElementNode(clone)) updateImportedNodeNs(clone);
			}
			return this;
		}
		doc() {
			if (this._doc._isFragment) {
				let node = this.node;
				while (node && node.nodeType !== interfaces_2.NodeType.DocumentFragment) node = node.parentNode;
				/* istanbul ignore next */
				if (node === null) throw new Error("Node has no parent node while searching for document fragment ancestor. " + this._debugInfo());
				return new XMLBuilderImpl(node);
			} else return new XMLBuilderImpl(this._doc);
		}
		root() {
			const ele = this._doc.documentElement;
			if (!ele) throw new Error("Document root element is null. " + this._debugInfo());
			return new XMLBuilderImpl(ele);
		}
		up() {
			const parent = this._domNode.parentNode;
			if (!parent) throw new Error("Parent node is null. " + this._debugInfo());
			return new XMLBuilderImpl(parent);
		}
		prev() {
			const node = this._domNode.previousSibling;
			if (!node) throw new Error("Previous sibling node is null. " + this._debugInfo());
			return new XMLBuilderImpl(node);
		}
		next() {
			const node = this._domNode.nextSibling;
			if (!node) throw new Error("Next sibling node is null. " + this._debugInfo());
			return new XMLBuilderImpl(node);
		}
		first() {
			const node = this._domNode.firstChild;
			if (!node) throw new Error("First child node is null. " + this._debugInfo());
			return new XMLBuilderImpl(node);
		}
		last() {
			const node = this._domNode.lastChild;
			if (!node) throw new Error("Last child node is null. " + this._debugInfo());
			return new XMLBuilderImpl(node);
		}
		each(callback, self = false, recursive = false, thisArg) {
			let result = this._getFirstDescendantNode(this._domNode, self, recursive);
			while (result[0]) {
				const nextResult = this._getNextDescendantNode(this._domNode, result[0], recursive, result[1], result[2]);
				callback.call(thisArg, new XMLBuilderImpl(result[0]), result[1], result[2]);
				result = nextResult;
			}
			return this;
		}
		map(callback, self = false, recursive = false, thisArg) {
			let result = [];
			this.each((node, index, level) => result.push(callback.call(thisArg, node, index, level)), self, recursive);
			return result;
		}
		reduce(callback, initialValue, self = false, recursive = false, thisArg) {
			let value = initialValue;
			this.each((node, index, level) => value = callback.call(thisArg, value, node, index, level), self, recursive);
			return value;
		}
		find(predicate, self = false, recursive = false, thisArg) {
			let result = this._getFirstDescendantNode(this._domNode, self, recursive);
			while (result[0]) {
				const builder = new XMLBuilderImpl(result[0]);
				if (predicate.call(thisArg, builder, result[1], result[2])) return builder;
				result = this._getNextDescendantNode(this._domNode, result[0], recursive, result[1], result[2]);
			}
		}
		filter(predicate, self = false, recursive = false, thisArg) {
			let result = [];
			this.each((node, index, level) => {
				if (predicate.call(thisArg, node, index, level)) result.push(node);
			}, self, recursive);
			return result;
		}
		every(predicate, self = false, recursive = false, thisArg) {
			let result = this._getFirstDescendantNode(this._domNode, self, recursive);
			while (result[0]) {
				const builder = new XMLBuilderImpl(result[0]);
				if (!predicate.call(thisArg, builder, result[1], result[2])) return false;
				result = this._getNextDescendantNode(this._domNode, result[0], recursive, result[1], result[2]);
			}
			return true;
		}
		some(predicate, self = false, recursive = false, thisArg) {
			let result = this._getFirstDescendantNode(this._domNode, self, recursive);
			while (result[0]) {
				const builder = new XMLBuilderImpl(result[0]);
				if (predicate.call(thisArg, builder, result[1], result[2])) return true;
				result = this._getNextDescendantNode(this._domNode, result[0], recursive, result[1], result[2]);
			}
			return false;
		}
		toArray(self = false, recursive = false) {
			let result = [];
			this.each((node) => result.push(node), self, recursive);
			return result;
		}
		toString(writerOptions) {
			writerOptions = writerOptions || {};
			if (writerOptions.format === void 0) writerOptions.format = "xml";
			return this._serialize(writerOptions);
		}
		toObject(writerOptions) {
			writerOptions = writerOptions || {};
			if (writerOptions.format === void 0) writerOptions.format = "object";
			return this._serialize(writerOptions);
		}
		end(writerOptions) {
			writerOptions = writerOptions || {};
			if (writerOptions.format === void 0) writerOptions.format = "xml";
			return this.doc()._serialize(writerOptions);
		}
		_getFirstDescendantNode(root, self, recursive) {
			if (self) return [
				this._domNode,
				0,
				0
			];
			else if (recursive) return this._getNextDescendantNode(root, root, recursive, 0, 0);
			else return [
				this._domNode.firstChild,
				0,
				1
			];
		}
		_getNextDescendantNode(root, node, recursive, index, level) {
			if (recursive) {
				if (node.firstChild) return [
					node.firstChild,
					0,
					level + 1
				];
				if (node === root) return [
					null,
					-1,
					-1
				];
				if (node.nextSibling) return [
					node.nextSibling,
					index + 1,
					level
				];
				let parent = node.parentNode;
				while (parent && parent !== root) {
					if (parent.nextSibling) return [
						parent.nextSibling,
						(0, algorithm_1.tree_index)(parent.nextSibling),
						level - 1
					];
					parent = parent.parentNode;
					level--;
				}
			} else if (root === node) return [
				node.firstChild,
				0,
				level + 1
			];
			else return [
				node.nextSibling,
				index + 1,
				level
			];
			return [
				null,
				-1,
				-1
			];
		}
		_serialize(writerOptions) {
			if (writerOptions.format === "xml") return new writers_1.XMLWriter(this._options, writerOptions).serialize(this.node);
			else if (writerOptions.format === "map") return new writers_1.MapWriter(this._options, writerOptions).serialize(this.node);
			else if (writerOptions.format === "object") return new writers_1.ObjectWriter(this._options, writerOptions).serialize(this.node);
			else if (writerOptions.format === "json") return new writers_1.JSONWriter(this._options, writerOptions).serialize(this.node);
			else if (writerOptions.format === "yaml") return new writers_1.YAMLWriter(this._options, writerOptions).serialize(this.node);
			else throw new Error("Invalid writer format: " + writerOptions.format + ". " + this._debugInfo());
		}
		_extractNamespace(namespace, name, ele) {
			const atIndex = name.indexOf("@");
			if (atIndex > 0) {
				if (namespace === void 0) namespace = name.slice(atIndex + 1);
				name = name.slice(0, atIndex);
			}
			if (namespace === void 0) namespace = ele ? this._options.defaultNamespace.ele : this._options.defaultNamespace.att;
			else if (namespace !== null && namespace[0] === "@") {
				const alias = namespace.slice(1);
				namespace = this._options.namespaceAlias[alias];
				if (namespace === void 0) throw new Error("Namespace alias `" + alias + "` is not defined. " + this._debugInfo());
			}
			return [namespace, name];
		}
		_updateNamespace(ns) {
			const ele = this._domNode;
			if (util_2.Guard.isElementNode(ele) && ns !== null && ele.namespaceURI !== ns) {
				const [elePrefix, eleLocalName] = (0, algorithm_1.namespace_extractQName)(ele.prefix ? ele.prefix + ":" + ele.localName : ele.localName);
				const newEle = (0, algorithm_1.create_element)(this._doc, eleLocalName, ns, elePrefix);
				for (const attr of ele.attributes) {
					const attrQName = attr.prefix ? attr.prefix + ":" + attr.localName : attr.localName;
					const [attrPrefix] = (0, algorithm_1.namespace_extractQName)(attrQName);
					let newAttrNS = attr.namespaceURI;
					if (newAttrNS === null && attrPrefix !== null) newAttrNS = ele.lookupNamespaceURI(attrPrefix);
					if (newAttrNS === null) newEle.setAttribute(attrQName, attr.value);
					else newEle.setAttributeNS(newAttrNS, attrQName, attr.value);
				}
				const parent = ele.parentNode;
				/* istanbul ignore next */
				if (parent === null) throw new Error("Parent node is null." + this._debugInfo());
				parent.replaceChild(newEle, ele);
				this._domNode = newEle;
				for (const childNode of ele.childNodes) {
					const newChildNode = childNode.cloneNode(true);
					newEle.appendChild(newChildNode);
					if (util_2.Guard.isElementNode(newChildNode) && !newChildNode._namespace) {
						const [newChildNodePrefix] = (0, algorithm_1.namespace_extractQName)(newChildNode.prefix ? newChildNode.prefix + ":" + newChildNode.localName : newChildNode.localName);
						const newChildNodeNS = newEle.lookupNamespaceURI(newChildNodePrefix);
						new XMLBuilderImpl(newChildNode)._updateNamespace(newChildNodeNS);
					}
				}
			}
		}
		get _doc() {
			const node = this.node;
			if (util_2.Guard.isDocumentNode(node)) return node;
			else {
				const docNode = node.ownerDocument;
				/* istanbul ignore next */
				if (!docNode) throw new Error("Owner document is null. " + this._debugInfo());
				return docNode;
			}
		}
		_debugInfo(name) {
			const node = this.node;
			const parentNode = node.parentNode;
			name = name || node.nodeName;
			const parentName = parentNode ? parentNode.nodeName : "";
			if (!parentName) return "node: <" + name + ">";
			else return "node: <" + name + ">, parent: <" + parentName + ">";
		}
		get _options() {
			const doc = this._doc;
			/* istanbul ignore next */
			if (doc._xmlBuilderOptions === void 0) throw new Error("Builder options is not set.");
			return doc._xmlBuilderOptions;
		}
		set _options(value) {
			const doc = this._doc;
			doc._xmlBuilderOptions = value;
		}
	};
	exports.XMLBuilderImpl = XMLBuilderImpl;
}));

// node_modules/xmlbuilder2/lib/builder/BuilderFunctions.js
var require_BuilderFunctions = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.builder = builder;
	exports.create = create;
	exports.fragment = fragment;
	exports.convert = convert;
	const interfaces_1 = require_interfaces$3();
	const util_1 = require_lib$12();
	const util_2 = require_util();
	const _1 = require_builder();
	const dom_1 = require_dom();
	function builder(p1, p2) {
		const options = formatBuilderOptions(isXMLBuilderCreateOptions(p1) ? p1 : interfaces_1.DefaultBuilderOptions);
		const nodes = util_2.Guard.isNode(p1) || (0, util_1.isArray)(p1) ? p1 : p2;
		if (nodes === void 0) throw new Error("Invalid arguments.");
		if ((0, util_1.isArray)(nodes)) {
			const builders = [];
			for (let i = 0; i < nodes.length; i++) {
				const builder = new _1.XMLBuilderImpl(nodes[i]);
				builder.set(options);
				builders.push(builder);
			}
			return builders;
		} else {
			const builder = new _1.XMLBuilderImpl(nodes);
			builder.set(options);
			return builder;
		}
	}
	function create(p1, p2) {
		const options = formatBuilderOptions(p1 === void 0 || isXMLBuilderCreateOptions(p1) ? p1 : interfaces_1.DefaultBuilderOptions);
		const contents = isXMLBuilderCreateOptions(p1) ? p2 : p1;
		const doc = (0, dom_1.createDocument)();
		setOptions(doc, options);
		const builder = new _1.XMLBuilderImpl(doc);
		if (contents !== void 0) builder.ele(contents);
		return builder;
	}
	function fragment(p1, p2) {
		const options = formatBuilderOptions(p1 === void 0 || isXMLBuilderCreateOptions(p1) ? p1 : interfaces_1.DefaultBuilderOptions);
		const contents = isXMLBuilderCreateOptions(p1) ? p2 : p1;
		const doc = (0, dom_1.createDocument)();
		setOptions(doc, options, true);
		const builder = new _1.XMLBuilderImpl(doc.createDocumentFragment());
		if (contents !== void 0) builder.ele(contents);
		return builder;
	}
	function convert(p1, p2, p3) {
		let builderOptions;
		let contents;
		let convertOptions;
		if (isXMLBuilderCreateOptions(p1) && p2 !== void 0) {
			builderOptions = p1;
			contents = p2;
			convertOptions = p3;
		} else {
			builderOptions = interfaces_1.DefaultBuilderOptions;
			contents = p1;
			convertOptions = p2 || void 0;
		}
		return create(builderOptions, contents).end(convertOptions);
	}
	function isXMLBuilderCreateOptions(obj) {
		if (!(0, util_1.isPlainObject)(obj)) return false;
		for (const key in obj)
 /* istanbul ignore else */
		if (obj.hasOwnProperty(key)) {
			if (!interfaces_1.XMLBuilderOptionKeys.has(key)) return false;
		}
		return true;
	}
	function formatBuilderOptions(createOptions = {}) {
		const options = (0, util_1.applyDefaults)(createOptions, interfaces_1.DefaultBuilderOptions);
		if (options.convert.att.length === 0 || options.convert.ins.length === 0 || options.convert.text.length === 0 || options.convert.cdata.length === 0 || options.convert.comment.length === 0) throw new Error("JS object converter strings cannot be zero length.");
		return options;
	}
	function setOptions(doc, options, isFragment) {
		const docWithSettings = doc;
		docWithSettings._xmlBuilderOptions = options;
		docWithSettings._isFragment = isFragment;
	}
}));

// node_modules/xmlbuilder2/lib/writers/BaseCBWriter.js
var require_BaseCBWriter = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.BaseCBWriter = void 0;
	var BaseCBWriter = class {
		_builderOptions;
		_writerOptions;
		level = 0;
		hasData;
		constructor(builderOptions) {
			this._builderOptions = builderOptions;
			this._writerOptions = builderOptions;
		}
	};
	exports.BaseCBWriter = BaseCBWriter;
}));

// node_modules/xmlbuilder2/lib/writers/XMLCBWriter.js
var require_XMLCBWriter = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XMLCBWriter = void 0;
	const BaseCBWriter_1 = require_BaseCBWriter();
	var XMLCBWriter = class extends BaseCBWriter_1.BaseCBWriter {
		_lineLength = 0;
		constructor(builderOptions) {
			super(builderOptions);
		}
		frontMatter() {
			return "";
		}
		declaration(version, encoding, standalone) {
			let markup = this._beginLine() + "<?xml";
			markup += " version=\"" + version + "\"";
			if (encoding !== void 0) markup += " encoding=\"" + encoding + "\"";
			if (standalone !== void 0) markup += " standalone=\"" + (standalone ? "yes" : "no") + "\"";
			markup += "?>";
			return markup;
		}
		docType(name, publicId, systemId) {
			let markup = this._beginLine();
			if (publicId && systemId) markup += "<!DOCTYPE " + name + " PUBLIC \"" + publicId + "\" \"" + systemId + "\">";
			else if (publicId) markup += "<!DOCTYPE " + name + " PUBLIC \"" + publicId + "\">";
			else if (systemId) markup += "<!DOCTYPE " + name + " SYSTEM \"" + systemId + "\">";
			else markup += "<!DOCTYPE " + name + ">";
			return markup;
		}
		comment(data) {
			return this._beginLine() + "<!--" + data + "-->";
		}
		text(data) {
			return data;
		}
		instruction(target, data) {
			if (data) return this._beginLine() + "<?" + target + " " + data + "?>";
			else return this._beginLine() + "<?" + target + "?>";
		}
		cdata(data) {
			return this._beginLine() + "<![CDATA[" + data + "]]>";
		}
		openTagBegin(name) {
			this._lineLength += 1 + name.length;
			return this._beginLine() + "<" + name;
		}
		openTagEnd(name, selfClosing, voidElement) {
			if (voidElement) return " />";
			else if (selfClosing) {
				if (this._writerOptions.allowEmptyTags) return "></" + name + ">";
				else if (this._writerOptions.spaceBeforeSlash) return " />";
				else return "/>";
			} else return ">";
		}
		closeTag(name, hasTextPayload) {
			return (hasTextPayload ? "" : this._beginLine()) + "</" + name + ">";
		}
		attribute(name, value) {
			let str = name + "=\"" + value + "\"";
			if (this._writerOptions.prettyPrint && this._writerOptions.width > 0 && this._lineLength + 1 + str.length > this._writerOptions.width) {
				str = this._beginLine() + this._indent(1) + str;
				this._lineLength = str.length;
				return str;
			} else {
				this._lineLength += 1 + str.length;
				return " " + str;
			}
		}
		beginElement(name) {}
		endElement(name) {}
		_beginLine() {
			if (this._writerOptions.prettyPrint) {
				const str = (this.hasData ? this._writerOptions.newline : "") + this._indent(this._writerOptions.offset + this.level);
				this._lineLength = str.length;
				return str;
			} else return "";
		}
		_indent(level) {
			if (level <= 0) return "";
			else return this._writerOptions.indent.repeat(level);
		}
	};
	exports.XMLCBWriter = XMLCBWriter;
}));

// node_modules/xmlbuilder2/lib/writers/JSONCBWriter.js
var require_JSONCBWriter = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.JSONCBWriter = void 0;
	const BaseCBWriter_1 = require_BaseCBWriter();
	var JSONCBWriter = class extends BaseCBWriter_1.BaseCBWriter {
		_hasChildren = [];
		_additionalLevel = 0;
		constructor(builderOptions) {
			super(builderOptions);
		}
		frontMatter() {
			return "";
		}
		declaration(version, encoding, standalone) {
			return "";
		}
		docType(name, publicId, systemId) {
			return "";
		}
		comment(data) {
			return this._comma() + this._beginLine() + "{" + this._sep() + this._key(this._builderOptions.convert.comment) + this._sep() + this._val(data) + this._sep() + "}";
		}
		text(data) {
			return this._comma() + this._beginLine() + "{" + this._sep() + this._key(this._builderOptions.convert.text) + this._sep() + this._val(data) + this._sep() + "}";
		}
		instruction(target, data) {
			return this._comma() + this._beginLine() + "{" + this._sep() + this._key(this._builderOptions.convert.ins) + this._sep() + this._val(data ? target + " " + data : target) + this._sep() + "}";
		}
		cdata(data) {
			return this._comma() + this._beginLine() + "{" + this._sep() + this._key(this._builderOptions.convert.cdata) + this._sep() + this._val(data) + this._sep() + "}";
		}
		attribute(name, value) {
			return this._comma() + this._beginLine(1) + "{" + this._sep() + this._key(this._builderOptions.convert.att + name) + this._sep() + this._val(value) + this._sep() + "}";
		}
		openTagBegin(name) {
			let str = this._comma() + this._beginLine() + "{" + this._sep() + this._key(name) + this._sep() + "{";
			this._additionalLevel++;
			this.hasData = true;
			str += this._beginLine() + this._key(this._builderOptions.convert.text) + this._sep() + "[";
			this._hasChildren.push(false);
			return str;
		}
		openTagEnd(name, selfClosing, voidElement) {
			if (selfClosing) {
				let str = this._sep() + "]";
				this._additionalLevel--;
				str += this._beginLine() + "}" + this._sep() + "}";
				return str;
			} else return "";
		}
		closeTag(name) {
			let str = this._beginLine() + "]";
			this._additionalLevel--;
			str += this._beginLine() + "}" + this._sep() + "}";
			return str;
		}
		beginElement(name) {}
		endElement(name) {
			this._hasChildren.pop();
		}
		_beginLine(additionalOffset = 0) {
			if (this._writerOptions.prettyPrint) return (this.hasData ? this._writerOptions.newline : "") + this._indent(this._writerOptions.offset + this.level + additionalOffset);
			else return "";
		}
		_indent(level) {
			if (level + this._additionalLevel <= 0) return "";
			else return this._writerOptions.indent.repeat(level + this._additionalLevel);
		}
		_comma() {
			const str = this._hasChildren[this._hasChildren.length - 1] ? "," : "";
			if (this._hasChildren.length > 0) this._hasChildren[this._hasChildren.length - 1] = true;
			return str;
		}
		_sep() {
			return this._writerOptions.prettyPrint ? " " : "";
		}
		_key(key) {
			return "\"" + key + "\":";
		}
		_val(val) {
			return JSON.stringify(val);
		}
	};
	exports.JSONCBWriter = JSONCBWriter;
}));

// node_modules/xmlbuilder2/lib/writers/YAMLCBWriter.js
var require_YAMLCBWriter = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.YAMLCBWriter = void 0;
	const BaseCBWriter_1 = require_BaseCBWriter();
	var YAMLCBWriter = class extends BaseCBWriter_1.BaseCBWriter {
		_rootWritten = false;
		_additionalLevel = 0;
		constructor(builderOptions) {
			super(builderOptions);
			if (builderOptions.indent.length < 2) throw new Error("YAML indententation string must be at least two characters long.");
			if (builderOptions.offset < 0) throw new Error("YAML offset should be zero or a positive number.");
		}
		frontMatter() {
			return this._beginLine() + "---";
		}
		declaration(version, encoding, standalone) {
			return "";
		}
		docType(name, publicId, systemId) {
			return "";
		}
		comment(data) {
			return this._beginLine() + this._key(this._builderOptions.convert.comment) + " " + this._val(data);
		}
		text(data) {
			return this._beginLine() + this._key(this._builderOptions.convert.text) + " " + this._val(data);
		}
		instruction(target, data) {
			return this._beginLine() + this._key(this._builderOptions.convert.ins) + " " + this._val(data ? target + " " + data : target);
		}
		cdata(data) {
			return this._beginLine() + this._key(this._builderOptions.convert.cdata) + " " + this._val(data);
		}
		attribute(name, value) {
			this._additionalLevel++;
			const str = this._beginLine() + this._key(this._builderOptions.convert.att + name) + " " + this._val(value);
			this._additionalLevel--;
			return str;
		}
		openTagBegin(name) {
			let str = this._beginLine() + this._key(name);
			if (!this._rootWritten) this._rootWritten = true;
			this.hasData = true;
			this._additionalLevel++;
			str += this._beginLine(true) + this._key(this._builderOptions.convert.text);
			return str;
		}
		openTagEnd(name, selfClosing, voidElement) {
			if (selfClosing) return " " + this._val("");
			return "";
		}
		closeTag(name) {
			this._additionalLevel--;
			return "";
		}
		beginElement(name) {}
		endElement(name) {}
		_beginLine(suppressArray = false) {
			return (this.hasData ? this._writerOptions.newline : "") + this._indent(this._writerOptions.offset + this.level, suppressArray);
		}
		_indent(level, suppressArray) {
			if (level + this._additionalLevel <= 0) return "";
			else {
				const chars = this._writerOptions.indent.repeat(level + this._additionalLevel);
				if (!suppressArray && this._rootWritten) return chars.substr(0, chars.length - 2) + "-" + chars.substr(-1, 1);
				return chars;
			}
		}
		_key(key) {
			return "\"" + key + "\":";
		}
		_val(val) {
			return JSON.stringify(val);
		}
	};
	exports.YAMLCBWriter = YAMLCBWriter;
}));

// node_modules/xmlbuilder2/lib/builder/XMLBuilderCBImpl.js
var require_XMLBuilderCBImpl = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.XMLBuilderCBImpl = void 0;
	const interfaces_1 = require_interfaces$3();
	const util_1 = require_lib$12();
	const BuilderFunctions_1 = require_BuilderFunctions();
	const algorithm_1 = require_algorithm();
	const infra_1 = require_lib$11();
	const NamespacePrefixMap_1 = require_NamespacePrefixMap();
	const LocalNameSet_1 = require_LocalNameSet();
	const util_2 = require_util();
	const XMLCBWriter_1 = require_XMLCBWriter();
	const JSONCBWriter_1 = require_JSONCBWriter();
	const YAMLCBWriter_1 = require_YAMLCBWriter();
	const events_1 = __require("events");
	var XMLBuilderCBImpl = class XMLBuilderCBImpl extends events_1.EventEmitter {
		static _VoidElementNames = /* @__PURE__ */ new Set([
			"area",
			"base",
			"basefont",
			"bgsound",
			"br",
			"col",
			"embed",
			"frame",
			"hr",
			"img",
			"input",
			"keygen",
			"link",
			"menuitem",
			"meta",
			"param",
			"source",
			"track",
			"wbr"
		]);
		_options;
		_builderOptions;
		_writer;
		_fragment;
		_hasDeclaration = false;
		_docTypeName = "";
		_hasDocumentElement = false;
		_currentElement;
		_currentElementSerialized = false;
		_openTags = [];
		_prefixMap;
		_prefixIndex;
		_ended = false;
		constructor(options, fragment = false) {
			super();
			this._fragment = fragment;
			this._options = (0, util_1.applyDefaults)(options || {}, interfaces_1.DefaultXMLBuilderCBOptions);
			this._builderOptions = {
				defaultNamespace: this._options.defaultNamespace,
				namespaceAlias: this._options.namespaceAlias
			};
			if (this._options.format === "json") this._writer = new JSONCBWriter_1.JSONCBWriter(this._options);
			else if (this._options.format === "yaml") this._writer = new YAMLCBWriter_1.YAMLCBWriter(this._options);
			else this._writer = new XMLCBWriter_1.XMLCBWriter(this._options);
			if (this._options.data !== void 0) this.on("data", this._options.data);
			if (this._options.end !== void 0) this.on("end", this._options.end);
			if (this._options.error !== void 0) this.on("error", this._options.error);
			this._prefixMap = new NamespacePrefixMap_1.NamespacePrefixMap();
			this._prefixMap.set("xml", infra_1.namespace.XML);
			this._prefixIndex = { value: 1 };
			this._push(this._writer.frontMatter());
		}
		ele(p1, p2, p3) {
			if ((0, util_1.isObject)(p1) || (0, util_1.isString)(p1) && (/^\s*</.test(p1) || /^\s*[\{\[]/.test(p1) || /^(\s*|(#.*)|(%.*))*---/.test(p1))) {
				const frag = (0, BuilderFunctions_1.fragment)().set(this._options);
				try {
					frag.ele(p1);
				} catch (err) {
					this.emit("error", err);
					return this;
				}
				for (const node of frag.node.childNodes) this._fromNode(node);
				return this;
			}
			this._serializeOpenTag(true);
			if (!this._fragment && this._hasDocumentElement && this._writer.level === 0) {
				this.emit("error", /* @__PURE__ */ new Error("Document cannot have multiple document element nodes."));
				return this;
			}
			try {
				this._currentElement = (0, BuilderFunctions_1.fragment)(this._builderOptions).ele(p1, p2, p3);
			} catch (err) {
				this.emit("error", err);
				return this;
			}
			if (!this._fragment && !this._hasDocumentElement && this._docTypeName !== "" && this._currentElement.node._qualifiedName !== this._docTypeName) {
				this.emit("error", /* @__PURE__ */ new Error("Document element name does not match DocType declaration name."));
				return this;
			}
			this._currentElementSerialized = false;
			if (!this._fragment) this._hasDocumentElement = true;
			return this;
		}
		att(p1, p2, p3) {
			if (this._currentElement === void 0) {
				this.emit("error", /* @__PURE__ */ new Error("Cannot insert an attribute node as child of a document node."));
				return this;
			}
			try {
				this._currentElement.att(p1, p2, p3);
			} catch (err) {
				this.emit("error", err);
				return this;
			}
			return this;
		}
		com(content) {
			this._serializeOpenTag(true);
			let node;
			try {
				node = (0, BuilderFunctions_1.fragment)(this._builderOptions).com(content).first().node;
			} catch (err) {
				/* istanbul ignore next */
				this.emit("error", err);
				/* istanbul ignore next */
				return this;
			}
			if (this._options.wellFormed && (!(0, algorithm_1.xml_isLegalChar)(node.data) || node.data.indexOf("--") !== -1 || node.data.endsWith("-"))) {
				this.emit("error", /* @__PURE__ */ new Error("Comment data contains invalid characters (well-formed required)."));
				return this;
			}
			this._push(this._writer.comment(node.data));
			return this;
		}
		txt(content) {
			if (!this._fragment && this._currentElement === void 0) {
				this.emit("error", /* @__PURE__ */ new Error("Cannot insert a text node as child of a document node."));
				return this;
			}
			this._serializeOpenTag(true);
			let node;
			try {
				node = (0, BuilderFunctions_1.fragment)(this._builderOptions).txt(content).first().node;
			} catch (err) {
				/* istanbul ignore next */
				this.emit("error", err);
				/* istanbul ignore next */
				return this;
			}
			if (this._options.wellFormed && !(0, algorithm_1.xml_isLegalChar)(node.data)) {
				this.emit("error", /* @__PURE__ */ new Error("Text data contains invalid characters (well-formed required)."));
				return this;
			}
			const markup = node.data.replace(/(?!&(lt|gt|amp|apos|quot);)&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
			this._push(this._writer.text(markup));
			const lastEl = this._openTags[this._openTags.length - 1];
			if (lastEl) lastEl[lastEl.length - 1] = true;
			return this;
		}
		ins(target, content = "") {
			this._serializeOpenTag(true);
			let node;
			try {
				node = (0, BuilderFunctions_1.fragment)(this._builderOptions).ins(target, content).first().node;
			} catch (err) {
				/* istanbul ignore next */
				this.emit("error", err);
				/* istanbul ignore next */
				return this;
			}
			if (this._options.wellFormed && (node.target.indexOf(":") !== -1 || /^xml$/i.test(node.target))) {
				this.emit("error", /* @__PURE__ */ new Error("Processing instruction target contains invalid characters (well-formed required)."));
				return this;
			}
			if (this._options.wellFormed && !(0, algorithm_1.xml_isLegalChar)(node.data)) {
				this.emit("error", Error("Processing instruction data contains invalid characters (well-formed required)."));
				return this;
			}
			this._push(this._writer.instruction(node.target, node.data));
			return this;
		}
		dat(content) {
			this._serializeOpenTag(true);
			let node;
			try {
				node = (0, BuilderFunctions_1.fragment)(this._builderOptions).dat(content).first().node;
			} catch (err) {
				this.emit("error", err);
				return this;
			}
			this._push(this._writer.cdata(node.data));
			return this;
		}
		dec(options = { version: "1.0" }) {
			if (this._fragment) {
				this.emit("error", Error("Cannot insert an XML declaration into a document fragment."));
				return this;
			}
			if (this._hasDeclaration) {
				this.emit("error", Error("XML declaration is already inserted."));
				return this;
			}
			this._push(this._writer.declaration(options.version || "1.0", options.encoding, options.standalone));
			this._hasDeclaration = true;
			return this;
		}
		dtd(options) {
			if (this._fragment) {
				this.emit("error", Error("Cannot insert a DocType declaration into a document fragment."));
				return this;
			}
			if (this._docTypeName !== "") {
				this.emit("error", /* @__PURE__ */ new Error("DocType declaration is already inserted."));
				return this;
			}
			if (this._hasDocumentElement) {
				this.emit("error", /* @__PURE__ */ new Error("Cannot insert DocType declaration after document element."));
				return this;
			}
			let node;
			try {
				node = (0, BuilderFunctions_1.create)().dtd(options).first().node;
			} catch (err) {
				this.emit("error", err);
				return this;
			}
			if (this._options.wellFormed && !(0, algorithm_1.xml_isPubidChar)(node.publicId)) {
				this.emit("error", /* @__PURE__ */ new Error("DocType public identifier does not match PubidChar construct (well-formed required)."));
				return this;
			}
			if (this._options.wellFormed && (!(0, algorithm_1.xml_isLegalChar)(node.systemId) || node.systemId.indexOf("\"") !== -1 && node.systemId.indexOf("'") !== -1)) {
				this.emit("error", /* @__PURE__ */ new Error("DocType system identifier contains invalid characters (well-formed required)."));
				return this;
			}
			this._docTypeName = options.name;
			this._push(this._writer.docType(options.name, node.publicId, node.systemId));
			return this;
		}
		import(node) {
			const frag = (0, BuilderFunctions_1.fragment)().set(this._options);
			try {
				frag.import(node);
			} catch (err) {
				this.emit("error", err);
				return this;
			}
			for (const node of frag.node.childNodes) this._fromNode(node);
			return this;
		}
		up() {
			this._serializeOpenTag(false);
			this._serializeCloseTag();
			return this;
		}
		end() {
			this._serializeOpenTag(false);
			while (this._openTags.length > 0) this._serializeCloseTag();
			this._push(null);
			return this;
		}
		_serializeOpenTag(hasChildren) {
			if (this._currentElementSerialized) return;
			if (this._currentElement === void 0) return;
			const node = this._currentElement.node;
			if (this._options.wellFormed && (node.localName.indexOf(":") !== -1 || !(0, algorithm_1.xml_isName)(node.localName))) {
				this.emit("error", /* @__PURE__ */ new Error("Node local name contains invalid characters (well-formed required)."));
				return;
			}
			let qualifiedName = "";
			let ignoreNamespaceDefinitionAttribute = false;
			let map = this._prefixMap.copy();
			let localPrefixesMap = {};
			let localDefaultNamespace = this._recordNamespaceInformation(node, map, localPrefixesMap);
			let inheritedNS = this._openTags.length === 0 ? null : this._openTags[this._openTags.length - 1][1];
			let ns = node.namespaceURI;
			if (ns === null) ns = inheritedNS;
			if (inheritedNS === ns) {
				if (localDefaultNamespace !== null) ignoreNamespaceDefinitionAttribute = true;
				if (ns === infra_1.namespace.XML) qualifiedName = "xml:" + node.localName;
				else qualifiedName = node.localName;
				this._writer.beginElement(qualifiedName);
				this._push(this._writer.openTagBegin(qualifiedName));
			} else {
				let prefix = node.prefix;
				let candidatePrefix = null;
				if (prefix !== null || ns !== localDefaultNamespace) candidatePrefix = map.get(prefix, ns);
				if (prefix === "xmlns") {
					if (this._options.wellFormed) {
						this.emit("error", /* @__PURE__ */ new Error("An element cannot have the 'xmlns' prefix (well-formed required)."));
						return;
					}
					candidatePrefix = prefix;
				}
				if (candidatePrefix !== null) {
					qualifiedName = candidatePrefix + ":" + node.localName;
					if (localDefaultNamespace !== null && localDefaultNamespace !== infra_1.namespace.XML) inheritedNS = localDefaultNamespace || null;
					this._writer.beginElement(qualifiedName);
					this._push(this._writer.openTagBegin(qualifiedName));
				} else if (prefix !== null) {
					if (prefix in localPrefixesMap) prefix = this._generatePrefix(ns, map, this._prefixIndex);
					map.set(prefix, ns);
					qualifiedName += prefix + ":" + node.localName;
					this._writer.beginElement(qualifiedName);
					this._push(this._writer.openTagBegin(qualifiedName));
					this._push(this._writer.attribute("xmlns:" + prefix, this._serializeAttributeValue(ns, this._options.wellFormed)));
					if (localDefaultNamespace !== null) inheritedNS = localDefaultNamespace || null;
				} else if (localDefaultNamespace === null || localDefaultNamespace !== null && localDefaultNamespace !== ns) {
					ignoreNamespaceDefinitionAttribute = true;
					qualifiedName += node.localName;
					inheritedNS = ns;
					this._writer.beginElement(qualifiedName);
					this._push(this._writer.openTagBegin(qualifiedName));
					this._push(this._writer.attribute("xmlns", this._serializeAttributeValue(ns, this._options.wellFormed)));
				} else {
					qualifiedName += node.localName;
					inheritedNS = ns;
					this._writer.beginElement(qualifiedName);
					this._push(this._writer.openTagBegin(qualifiedName));
				}
			}
			this._serializeAttributes(node, map, this._prefixIndex, localPrefixesMap, ignoreNamespaceDefinitionAttribute, this._options.wellFormed);
			const isHTML = ns === infra_1.namespace.HTML;
			if (isHTML && !hasChildren && XMLBuilderCBImpl._VoidElementNames.has(node.localName)) {
				this._push(this._writer.openTagEnd(qualifiedName, true, true));
				this._writer.endElement(qualifiedName);
			} else if (!isHTML && !hasChildren) {
				this._push(this._writer.openTagEnd(qualifiedName, true, false));
				this._writer.endElement(qualifiedName);
			} else this._push(this._writer.openTagEnd(qualifiedName, false, false));
			this._currentElementSerialized = true;
			this._openTags.push([
				qualifiedName,
				inheritedNS,
				this._prefixMap,
				hasChildren,
				void 0
			]);
			if (this._isPrefixMapModified(this._prefixMap, map)) this._prefixMap = map;
			this._writer.level++;
		}
		_serializeCloseTag() {
			this._writer.level--;
			const lastEle = this._openTags.pop();
			/* istanbul ignore next */
			if (lastEle === void 0) {
				this.emit("error", /* @__PURE__ */ new Error("Last element is undefined."));
				return;
			}
			const [qualifiedName, ns, map, hasChildren, hasTextPayload] = lastEle;
			this._prefixMap = map;
			if (!hasChildren) return;
			this._push(this._writer.closeTag(qualifiedName, hasTextPayload));
			this._writer.endElement(qualifiedName);
		}
		_push(data) {
			if (data === null) {
				this._ended = true;
				this.emit("end");
			} else if (this._ended) this.emit("error", /* @__PURE__ */ new Error("Cannot push to ended stream."));
			else if (data.length !== 0) {
				this._writer.hasData = true;
				this.emit("data", data, this._writer.level);
			}
		}
		_fromNode(node) {
			if (util_2.Guard.isElementNode(node)) {
				const name = node.prefix ? node.prefix + ":" + node.localName : node.localName;
				if (node.namespaceURI !== null) this.ele(node.namespaceURI, name);
				else this.ele(name);
				for (const attr of node.attributes) {
					const name = attr.prefix ? attr.prefix + ":" + attr.localName : attr.localName;
					if (attr.namespaceURI !== null) this.att(attr.namespaceURI, name, attr.value);
					else this.att(name, attr.value);
				}
				for (const child of node.childNodes) this._fromNode(child);
				this.up();
			} else if (util_2.Guard.isExclusiveTextNode(node) && node.data) this.txt(node.data);
			else if (util_2.Guard.isCommentNode(node)) this.com(node.data);
			else if (util_2.Guard.isCDATASectionNode(node)) this.dat(node.data);
			else if (util_2.Guard.isProcessingInstructionNode(node)) this.ins(node.target, node.data);
		}
		_serializeAttributes(node, map, prefixIndex, localPrefixesMap, ignoreNamespaceDefinitionAttribute, requireWellFormed) {
			const localNameSet = requireWellFormed ? new LocalNameSet_1.LocalNameSet() : void 0;
			for (const attr of node.attributes) {
				if (!requireWellFormed && !ignoreNamespaceDefinitionAttribute && attr.namespaceURI === null) {
					this._push(this._writer.attribute(attr.localName, this._serializeAttributeValue(attr.value, this._options.wellFormed)));
					continue;
				}
				if (requireWellFormed && localNameSet && localNameSet.has(attr.namespaceURI, attr.localName)) {
					this.emit("error", /* @__PURE__ */ new Error("Element contains duplicate attributes (well-formed required)."));
					return;
				}
				if (requireWellFormed && localNameSet) localNameSet.set(attr.namespaceURI, attr.localName);
				let attributeNamespace = attr.namespaceURI;
				let candidatePrefix = null;
				if (attributeNamespace !== null) {
					candidatePrefix = map.get(attr.prefix, attributeNamespace);
					if (attributeNamespace === infra_1.namespace.XMLNS) {
						if (attr.value === infra_1.namespace.XML || attr.prefix === null && ignoreNamespaceDefinitionAttribute || attr.prefix !== null && (!(attr.localName in localPrefixesMap) || localPrefixesMap[attr.localName] !== attr.value) && map.has(attr.localName, attr.value)) continue;
						if (requireWellFormed && attr.value === infra_1.namespace.XMLNS) {
							this.emit("error", /* @__PURE__ */ new Error("XMLNS namespace is reserved (well-formed required)."));
							return;
						}
						if (requireWellFormed && attr.value === "") {
							this.emit("error", /* @__PURE__ */ new Error("Namespace prefix declarations cannot be used to undeclare a namespace (well-formed required)."));
							return;
						}
						if (attr.prefix === "xmlns") candidatePrefix = "xmlns";
					} else if (candidatePrefix === null) {
						if (attr.prefix !== null && (!map.hasPrefix(attr.prefix) || map.has(attr.prefix, attributeNamespace))) candidatePrefix = attr.prefix;
						else candidatePrefix = this._generatePrefix(attributeNamespace, map, prefixIndex);
						this._push(this._writer.attribute("xmlns:" + candidatePrefix, this._serializeAttributeValue(attributeNamespace, this._options.wellFormed)));
					}
				}
				if (requireWellFormed && (attr.localName.indexOf(":") !== -1 || !(0, algorithm_1.xml_isName)(attr.localName) || attr.localName === "xmlns" && attributeNamespace === null)) {
					this.emit("error", /* @__PURE__ */ new Error("Attribute local name contains invalid characters (well-formed required)."));
					return;
				}
				this._push(this._writer.attribute((candidatePrefix !== null ? candidatePrefix + ":" : "") + attr.localName, this._serializeAttributeValue(attr.value, this._options.wellFormed)));
			}
		}
		_serializeAttributeValue(value, requireWellFormed) {
			if (requireWellFormed && value !== null && !(0, algorithm_1.xml_isLegalChar)(value)) {
				this.emit("error", /* @__PURE__ */ new Error("Invalid characters in attribute value."));
				return "";
			}
			if (value === null) return "";
			return value.replace(/(?!&(lt|gt|amp|apos|quot);)&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
		}
		_recordNamespaceInformation(node, map, localPrefixesMap) {
			let defaultNamespaceAttrValue = null;
			for (const attr of node.attributes) {
				let attributeNamespace = attr.namespaceURI;
				let attributePrefix = attr.prefix;
				if (attributeNamespace === infra_1.namespace.XMLNS) {
					if (attributePrefix === null) {
						defaultNamespaceAttrValue = attr.value;
						continue;
					} else {
						let prefixDefinition = attr.localName;
						let namespaceDefinition = attr.value;
						if (namespaceDefinition === infra_1.namespace.XML) continue;
						if (namespaceDefinition === "") namespaceDefinition = null;
						if (map.has(prefixDefinition, namespaceDefinition)) continue;
						map.set(prefixDefinition, namespaceDefinition);
						localPrefixesMap[prefixDefinition] = namespaceDefinition || "";
					}
				}
			}
			return defaultNamespaceAttrValue;
		}
		_generatePrefix(newNamespace, prefixMap, prefixIndex) {
			let generatedPrefix = "ns" + prefixIndex.value;
			prefixIndex.value++;
			prefixMap.set(generatedPrefix, newNamespace);
			return generatedPrefix;
		}
		_isPrefixMapModified(originalMap, newMap) {
			const items1 = originalMap._items;
			const items2 = newMap._items;
			const nullItems1 = originalMap._nullItems;
			const nullItems2 = newMap._nullItems;
			for (const key in items2) {
				const arr1 = items1[key];
				if (arr1 === void 0) return true;
				const arr2 = items2[key];
				if (arr1.length !== arr2.length) return true;
				for (let i = 0; i < arr1.length; i++) if (arr1[i] !== arr2[i]) return true;
			}
			if (nullItems1.length !== nullItems2.length) return true;
			for (let i = 0; i < nullItems1.length; i++) if (nullItems1[i] !== nullItems2[i]) return true;
			return false;
		}
	};
	exports.XMLBuilderCBImpl = XMLBuilderCBImpl;
}));

// node_modules/xmlbuilder2/lib/builder/BuilderFunctionsCB.js
var require_BuilderFunctionsCB = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.createCB = createCB;
	exports.fragmentCB = fragmentCB;
	const _1 = require_builder();
	function createCB(options) {
		return new _1.XMLBuilderCBImpl(options);
	}
	function fragmentCB(options) {
		return new _1.XMLBuilderCBImpl(options, true);
	}
}));

// node_modules/xmlbuilder2/lib/builder/index.js
var require_builder = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.fragmentCB = exports.createCB = exports.convert = exports.fragment = exports.create = exports.builder = exports.XMLBuilderCBImpl = exports.XMLBuilderImpl = void 0;
	var XMLBuilderImpl_1 = require_XMLBuilderImpl();
	Object.defineProperty(exports, "XMLBuilderImpl", {
		enumerable: true,
		get: function() {
			return XMLBuilderImpl_1.XMLBuilderImpl;
		}
	});
	var XMLBuilderCBImpl_1 = require_XMLBuilderCBImpl();
	Object.defineProperty(exports, "XMLBuilderCBImpl", {
		enumerable: true,
		get: function() {
			return XMLBuilderCBImpl_1.XMLBuilderCBImpl;
		}
	});
	var BuilderFunctions_1 = require_BuilderFunctions();
	Object.defineProperty(exports, "builder", {
		enumerable: true,
		get: function() {
			return BuilderFunctions_1.builder;
		}
	});
	Object.defineProperty(exports, "create", {
		enumerable: true,
		get: function() {
			return BuilderFunctions_1.create;
		}
	});
	Object.defineProperty(exports, "fragment", {
		enumerable: true,
		get: function() {
			return BuilderFunctions_1.fragment;
		}
	});
	Object.defineProperty(exports, "convert", {
		enumerable: true,
		get: function() {
			return BuilderFunctions_1.convert;
		}
	});
	var BuilderFunctionsCB_1 = require_BuilderFunctionsCB();
	Object.defineProperty(exports, "createCB", {
		enumerable: true,
		get: function() {
			return BuilderFunctionsCB_1.createCB;
		}
	});
	Object.defineProperty(exports, "fragmentCB", {
		enumerable: true,
		get: function() {
			return BuilderFunctionsCB_1.fragmentCB;
		}
	});
}));

// node_modules/xmlbuilder2/lib/index.js
var require_lib$9 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.fragmentCB = exports.createCB = exports.convert = exports.fragment = exports.create = exports.builder = void 0;
	var builder_1 = require_builder();
	Object.defineProperty(exports, "builder", {
		enumerable: true,
		get: function() {
			return builder_1.builder;
		}
	});
	Object.defineProperty(exports, "create", {
		enumerable: true,
		get: function() {
			return builder_1.create;
		}
	});
	Object.defineProperty(exports, "fragment", {
		enumerable: true,
		get: function() {
			return builder_1.fragment;
		}
	});
	Object.defineProperty(exports, "convert", {
		enumerable: true,
		get: function() {
			return builder_1.convert;
		}
	});
	Object.defineProperty(exports, "createCB", {
		enumerable: true,
		get: function() {
			return builder_1.createCB;
		}
	});
	Object.defineProperty(exports, "fragmentCB", {
		enumerable: true,
		get: function() {
			return builder_1.fragmentCB;
		}
	});
}));

// src/report/junit.ts
var import_lib$4 = require_lib$9();
const mostTextBytes = 2e7;
const seconds = (value) => value.toFixed(3);
function problem(parent, kind, type, message, body) {
	parent.ele(kind, {
		message: cutCharacters(cleanLine(message), 1e3),
		type
	}).txt(cleanText(body));
}
function failureBody(guest, failures, bytes) {
	const findings = failures.slice(0, 20);
	const share = Math.floor(bytes / Math.max(1, findings.length));
	const parts = findings.map((finding) => {
		const place = placeOf(finding);
		const text = excerpt(finding.text, {
			lines: 100,
			bytes: share
		}).text;
		return `${cleanLine(finding.title)}${place ? ` at ${place}` : ""}\n${text}`;
	});
	return parts.length > 0 ? parts.join("\n\n") : guest.ending.detail;
}
function guestCase(suite, overview, guest, bytes, tail) {
	const testcase = suite.ele("testcase", {
		classname: cleanLine(`rcutorture.${overview.results.suite}.${guest.scenario}`),
		name: cleanLine(labelOf(overview, guest)),
		time: seconds(guest.timing.lived ?? 0)
	});
	const reason = reasonOf(overview, guest);
	if (guest.verdict === "failed") {
		const failures = failuresOf(overview, guest);
		problem(testcase, "failure", failures[0]?.kind ?? guest.ending.cause, reason, failureBody(guest, failures, bytes));
	} else if (guest.verdict === "build-failed") {
		const build = overview.results.builds.find(({ scenario }) => scenario === guest.scenario);
		problem(testcase, "error", "build-failed", reason, build === void 0 ? reason : buildBody(build));
	} else if (guest.verdict === "infrastructure-error") problem(testcase, "error", "infrastructure-error", reason, guest.ending.detail);
	else if (guest.verdict === "did-not-run") testcase.ele("skipped", { message: cutCharacters(reason, 1e3) });
	const end = tail?.(guest);
	const shown = end === void 0 ? "" : `\n\n${cleanText(end)}`;
	testcase.ele("system-out").txt(`${guestFacts(guest, overview.results.suite)}${cutCharacters(shown, bytes)}`);
}
function buildBody({ diagnostics }) {
	return diagnostics.filter(({ severity }) => severity === "error").slice(0, 100).map((diagnostic) => [placeOf(diagnostic), cleanLine(diagnostic.message)].filter(Boolean).join(": ")).join("\n");
}
function buildCase(suite, results, build) {
	const testcase = suite.ele("testcase", {
		classname: cleanLine(`rcutorture.${results.suite}.${build.scenario}`),
		name: cleanLine(`${build.scenario} (build)`),
		time: seconds(build.seconds ?? 0)
	});
	if (build.status === "failed") problem(testcase, "error", "build-failed", build.diagnostics.find(({ severity }) => severity === "error")?.message ?? "The build failed", buildBody(build));
	else if (build.status === "skipped") testcase.ele("skipped");
}
function renderJunit(results, options = {}) {
	const overview = overviewOf(results);
	const { guests, of } = overview;
	const scenarios = new Set(guests.map(({ scenario }) => scenario));
	const builds = results.builds.filter(({ scenario }) => !scenarios.has(scenario));
	const failedBuilds = builds.filter(({ status }) => status === "failed").length;
	const totals = {
		tests: String(guests.length + builds.length),
		failures: String(of.failed.length),
		errors: String(of["build-failed"].length + of["infrastructure-error"].length + failedBuilds),
		time: seconds(guests.reduce((sum, { timing }) => sum + (timing.lived ?? 0), 0) + builds.reduce((sum, build) => sum + (build.seconds ?? 0), 0))
	};
	const skipped = of["did-not-run"].length + builds.filter(({ status }) => status === "skipped").length;
	const root = (0, import_lib$4.create)({
		version: "1.0",
		encoding: "UTF-8"
	}).ele("testsuites", {
		name: "rcutorture",
		...totals
	});
	const [system, ...others] = results.systems;
	const suite = root.ele("testsuite", {
		name: cleanLine(`rcutorture.${results.suite}`),
		...totals,
		skipped: String(skipped),
		timestamp: results.createdAt.replace(/(\.\d+)?Z$/, ""),
		...system !== void 0 && others.length === 0 ? { hostname: cleanLine(system.hostname ?? system.name) } : {}
	});
	const properties = suite.ele("properties");
	for (const [name, value] of [
		["kernel", kernelName(results.kernel)],
		["rundir", results.rundir],
		["headline", headlineOf(overview)],
		["reproduce", results.reproduce ?? ""]
	]) if (value !== "") properties.ele("property", {
		name,
		value: cleanLine(value)
	});
	const bytes = Math.min(64e3, Math.floor(mostTextBytes / Math.max(1, guests.length)));
	for (const guest of guests) guestCase(suite, overview, guest, bytes, options.consoleTail);
	for (const build of builds) buildCase(suite, results, build);
	if (results.infrastructure.length > 0) suite.ele("system-err").txt(cleanText(results.infrastructure.slice(0, 100).join("\n")));
	return `${root.end({ prettyPrint: true })}\n`;
}

// src/report/ktap.ts
const description = (text) => cleanLine(text).replaceAll("#", "_") || "unnamed";
const data = (text) => cutCharacters(cleanLine(text), 500);
const indented = (lines) => lines.map((line) => `  ${line}`);
const withReason = (result, directive, reason) => [result, ...directive || reason ? [
	"#",
	directive,
	reason
] : []].filter(Boolean).join(" ");
function guestLine(overview, guest, number, name) {
	const reason = data(reasonOf(overview, guest));
	switch (guest.verdict) {
		case "passed": return `ok ${number} ${name}`;
		case "failed": {
			const hung = guest.ending.cause === "hung";
			const lived = guest.timing.lived === void 0 ? "" : ` ${formatDuration(guest.timing.lived)}`;
			return withReason(`not ok ${number} ${name}`, hung ? `TIMEOUT${lived}` : "", reason);
		}
		case "did-not-run": return withReason(`not ok ${number} ${name}`, "SKIP", reason);
		case "build-failed":
		case "infrastructure-error": return withReason(`not ok ${number} ${name}`, "ERROR", reason);
	}
}
function guestLines(overview, guest, number, name) {
	const facts = guest.verdict === "passed" ? [] : guestFacts(guest, overview.results.suite).split("\n");
	const findings = guest.findings.filter(({ severity }) => severity === "error").slice(0, 20).map((finding) => [data(finding.title), placeOf(finding)].filter(Boolean).join(" at "));
	return [...[...facts, ...findings].map((line) => `# ${name}: ${data(line)}`), guestLine(overview, guest, number, name)];
}
function scenarioLines(overview, scenario, guests, number) {
	const [worst] = guests;
	if (worst === void 0) return [];
	if (guests.length === 1) return guestLines(overview, worst, number, description(worst.name));
	const inOrder = guests.toSorted((a, b) => a.repetition - b.repetition || a.attempt - b.attempt || a.sample - b.sample);
	const failed = guests.filter(({ verdict }) => verdict !== "passed");
	const skipped = failed.length === guests.length && failed.every(({ verdict }) => verdict === "did-not-run");
	return [...indented([
		"KTAP version 1",
		`1..${guests.length}`,
		...inOrder.flatMap((guest, index) => guestLines(overview, guest, index + 1, description(labelOf(overview, guest))))
	]), `${failed.length === 0 ? "ok" : "not ok"} ${number} ${description(scenario)}${skipped ? " # SKIP" : ""}`];
}
function renderKtap(results) {
	const overview = overviewOf(results);
	const scenarios = [...Map.groupBy(overview.guests, ({ scenario }) => scenario)].sort(([a], [b]) => naturally(a, b));
	const builds = results.builds.filter((build) => !scenarios.some(([scenario]) => scenario === build.scenario)).map((build, index) => {
		const number = scenarios.length + index + 1;
		const error = build.diagnostics.find(({ severity }) => severity === "error")?.message ?? "";
		if (build.status === "failed") return withReason(`not ok ${number} ${description(build.scenario)}`, "ERROR", data(error));
		return `ok ${number} ${description(build.scenario)}${build.status === "skipped" ? " # SKIP not built" : ""}`;
	});
	const inner = [
		"KTAP version 1",
		`1..${scenarios.length + builds.length}`,
		...scenarios.flatMap(([scenario, guests], index) => scenarioLines(overview, scenario, guests, index + 1)),
		...builds
	];
	const empty = scenarios.length + builds.length === 0;
	return `${[
		"KTAP version 1",
		"1..1",
		...indented(empty ? ["KTAP version 1", "1..0 # SKIP no guest ran"] : inner),
		`# ${data(headlineOf(overview))}`,
		`${results.verdict === "passed" ? "ok" : "not ok"} 1 ${description(`rcutorture.${results.suite}`)}`
	].join("\n")}\n`;
}

// src/report/mail.ts
const columns = 72;
function wrap(text, hang = 0, first = 0) {
	const lines = [];
	let line = " ".repeat(first);
	let empty = true;
	for (const word of cleanLine(text).split(" ")) {
		if (!empty && line.length + 1 + word.length > columns) {
			lines.push(line);
			line = " ".repeat(hang) + word;
		} else line = empty ? line + word : `${line} ${word}`;
		empty = false;
	}
	return [...lines, line].join("\n");
}
const quoted = (text) => text.split("\n").map((line) => /^(From |>|-- ?$|\.$)/.test(line) ? ` ${line}` : line).join("\n");
function findingText(overview, group, index, history) {
	const labels = group.guests.slice(0, 9).map((guest) => labelOf(overview, guest));
	const rest = group.guests.length - labels.length;
	const names = rest > 0 ? `${labels.join(", ")} and ${plural(rest, "other")}` : listOf(labels, 9);
	const place = placeOf(group.finding);
	const past = history?.findings.find(({ fingerprint }) => fingerprint === group.fingerprint);
	const { text, cut } = excerpt(group.finding.text, {
		lines: 60,
		bytes: 8e3,
		width: 240
	});
	return [
		wrap(`${index + 1}. ${cutCharacters(group.title, 300)}${place ? ` at ${place}` : ""}`, 3),
		wrap(`on ${names}`, 3, 3),
		wrap(whereabouts(group), 3, 3),
		...past === void 0 ? [] : [wrap(past.sentence, 3, 3)],
		...text === "" ? [] : ["", quoted(text)],
		...cut || group.finding.truncated ? ["[ ... ]"] : []
	].join("\n");
}
function guestsText(overview) {
	const shown = overview.guests.slice(0, 60);
	const rows = shown.map((guest) => {
		const { amount, rate } = workOf(guest);
		return [
			labelOf(overview, guest),
			verdictWords[guest.verdict].word,
			livedText(guest),
			amount,
			rate
		];
	});
	const header = [
		"guest",
		"verdict",
		"time",
		workNoun(overview.results.suite),
		"rate"
	];
	const widths = header.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? "").length)));
	const lines = [header, ...rows].map((row) => row.map((cell, at) => at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)).join("  ").trimEnd());
	const rest = overview.guests.length - shown.length;
	return [...lines, ...rest > 0 ? [`and ${plural(rest, "other guest")}`] : []].join("\n");
}
function buildsText({ failedBuilds }) {
	return failedBuilds.slice(0, 20).map(({ scenario, diagnostics }) => {
		const lines = diagnostics.filter(({ severity }) => severity === "error").slice(0, 10).map((error) => [placeOf(error), `error: ${cleanLine(error.message)}`].filter(Boolean).join(": "));
		return [
			`${cleanLine(scenario)} did not build:`,
			"",
			...lines.map((line) => `   ${line}`)
		].join("\n");
	}).join("\n\n");
}
function subjectOf(overview) {
	const { of, failures, results } = overview;
	const [worst] = failures;
	const what = of.failed.length > 0 && worst !== void 0 ? `${listOf(namesOf(of.failed), 2)}: ${worst.title}` : headlineOf(overview);
	const kernel = cleanLine(results.kernel.describe ?? results.kernel.commit?.slice(0, 12) ?? "");
	return `[rcutorture] ${cutCharacters(what, 120)}${kernel ? ` on ${cutCharacters(kernel, 60)}` : ""}`;
}
function renderMail(results, options = {}) {
	const overview = overviewOf(results);
	const { kernel } = results;
	const scenarios = [...new Set(overview.guests.map(({ scenario }) => cleanLine(scenario)))];
	const systems = results.systems.slice(0, 20).map((system) => {
		const cpus = system.cpus === void 0 ? "" : `, ${plural(system.cpus, "CPU")}`;
		const accelerator = system.accelerator === void 0 ? "" : `, ${system.accelerator}`;
		return cleanLine(`${system.name}${cpus}${accelerator}${system.qemu === void 0 ? "" : `, ${system.qemu}`}`);
	});
	const facts = [
		["tree:", repositoryLink(kernel) ?? (kernel.repository && cleanLine(kernel.repository))],
		["commit:", kernel.commit && cleanLine(kernel.commit)],
		["", commitLink(kernel)],
		["version:", kernelName(kernel)],
		["suite:", cleanLine(results.suite)],
		["scenarios:", listOf(scenarios, 12)],
		...systems.map((system, index) => [index === 0 ? "systems:" : "", system]),
		["date:", results.createdAt.slice(0, 10)]
	];
	const groups = overview.failures.slice(0, 10);
	const more = overview.failures.length - groups.length;
	const statistics = sentences(options.statistics?.scenarios.slice(0, 20) ?? []).map(({ name, words }) => wrap(`${name}${name === "" ? "" : ": "}${words}`, 2));
	const missing = [...overview.of["infrastructure-error"], ...overview.of["did-not-run"]].slice(0, 20).map((guest) => wrap(`${labelOf(overview, guest)}: ${guest.ending.detail}`, 2));
	const titled = (title, parts) => parts.length === 0 ? [] : [`${title}\n\n${parts.join("\n")}`];
	return `${[
		`Subject: ${subjectOf(overview)}`,
		"Hello,",
		wrap(`${headlineOf(overview)}.`),
		facts.filter(([, value]) => value).map(([name, value]) => `${name.padEnd(10)} ${value}`).join("\n"),
		...groups.map((group, index) => findingText(overview, group, index, options.history)),
		...more > 0 ? [`and ${plural(more, "other finding")}`] : [],
		...overview.failedBuilds.length > 0 ? [buildsText(overview)] : [],
		...overview.guests.length > 0 ? [guestsText(overview)] : [],
		...titled("No verdict:", missing),
		...titled("Infrastructure, not the kernel's doing:", results.infrastructure.slice(0, 20).map((fact) => wrap(fact, 2))),
		...titled("Statistics:", statistics),
		...results.reproduce === void 0 ? [] : [`To run it again:\n\n    ${cutCharacters(cleanLine(results.reproduce), 2e3)}`],
		...options.link === void 0 ? [] : [`The whole report: ${options.link}`],
		`-- \n${cleanLine(`${results.tool.name} ${results.tool.version}`)}`
	].join("\n\n")}\n`;
}

// src/report/summary/builds.ts
function diagnosticLine(overview, diagnostic) {
	const { file, line, message, severity } = diagnostic;
	const target = file === void 0 ? void 0 : sourceLink(overview.results.kernel, file, line);
	const place = placeOf(diagnostic);
	return `  - ${place === "" ? "" : `${link$1(code(place), target)}: `}${severity}: ${escapeMarkdown(cutCharacters(message, 500))}`;
}
function failedBuild(overview, build, level) {
	const errors = build.diagnostics.filter(({ severity }) => severity === "error");
	const shown = errors.slice(0, level.diagnostics);
	const took = build.seconds === void 0 ? "" : ` after ${formatDuration(build.seconds)}`;
	const lines = [`- **${escapeMarkdown(build.scenario)}** did not build${took}${errors.length > 0 ? `, ${plural(errors.length, "error")}` : ""}`, ...shown.map((diagnostic) => diagnosticLine(overview, diagnostic))];
	if (errors.length > shown.length) lines.push(`  - and ${plural(errors.length - shown.length, "other error")}, see its Make.out`);
	return lines.join("\n");
}
function buildsSection(overview, level) {
	const { failedBuilds } = overview;
	if (failedBuilds.length === 0) return [];
	const shown = failedBuilds.slice(0, level.items).map((build) => failedBuild(overview, build, level));
	const rest = failedBuilds.length - shown.length;
	if (rest > 0) shown.push(`- and ${plural(rest, "other build")}`);
	return ["### What did not build", shown.join("\n")];
}
function buildRemarksSection(overview, level) {
	const { results } = overview;
	const sections = [];
	const warned = results.builds.flatMap(({ scenario, diagnostics }) => diagnostics.filter(({ severity }) => severity === "warning").map((diagnostic) => ({
		scenario,
		diagnostic
	})));
	if (warned.length > 0) {
		const lines = warned.slice(0, level.diagnostics).map(({ scenario, diagnostic }) => `- ${escapeMarkdown(scenario)}\n${diagnosticLine(overview, diagnostic)}`);
		sections.push(details(plural(warned.length, "compiler warning"), lines.join("\n")));
	}
	const wrong = results.builds.flatMap(({ scenario, configErrors }) => configErrors.map((message) => `- ${escapeMarkdown(scenario)}: ${code(cutCharacters(message, 300))}`));
	if (wrong.length > 0) sections.push(details(`${plural(wrong.length, "option")} set otherwise than the scenario asks`, wrong.slice(0, level.items).join("\n")));
	return sections;
}

// src/report/summary/failures.ts
function seenOn(overview, group, level) {
	const labels = group.guests.slice(0, level.names + 1).map((guest) => labelOf(overview, guest));
	const rest = group.guests.length - labels.length;
	const names = rest > 0 ? `${labels.join(", ")} and ${formatCount(rest)} more` : listOf(labels, level.names);
	return group.count > group.guests.length ? `${names}, ${plural(group.count, "time")}` : names;
}
function entry(overview, group, level, history) {
	const { file, line } = group.finding;
	const place = placeOf(group.finding);
	const target = file === void 0 ? void 0 : sourceLink(overview.results.kernel, file, line);
	const past = history?.findings.find(({ fingerprint }) => fingerprint === group.fingerprint);
	return [
		`- **${escapeMarkdown(cutCharacters(group.title, 300))}**`,
		place === "" ? "" : ` at ${link$1(code(place), target)}`,
		` on ${escapeMarkdown(seenOn(overview, group, level))}`,
		past === void 0 ? "" : `; _${escapeMarkdown(past.sentence)}_`
	].join("");
}
function textBlock(overview, group, level, open) {
	const shown = excerpt(group.finding.text, {
		lines: level.textLines,
		bytes: level.textBytes
	});
	const title = escapeHtml(cutCharacters(group.title, 300));
	const label = escapeHtml(labelOf(overview, group.shownOn));
	const more = shown.cut || group.finding.truncated ? "\n\n_There is more in the console log._" : "";
	const where = whereabouts(group);
	return details(`<b>${label}</b>: ${title}`, `${where ? `${escapeMarkdown(where)}\n\n` : ""}${fence(shown.text)}${more}`, open);
}
function failuresSection(overview, level, history) {
	const { failures } = overview;
	const silent = overview.of.failed.filter(({ findings }) => !findings.some((f) => f.severity === "error"));
	if (failures.length === 0 && silent.length === 0) return [];
	const groups = failures.slice(0, level.groups);
	const list = groups.map((group) => entry(overview, group, level, history));
	if (failures.length > groups.length) list.push(`- and ${plural(failures.length - groups.length, "other finding")}, see results.json`);
	for (const guest of silent.slice(0, level.items)) list.push(`- **${escapeMarkdown(labelOf(overview, guest))}**: ${escapeMarkdown(cutCharacters(guest.ending.detail, 300))}`);
	return ["### What failed", list.join("\n")];
}
function consolesSection(overview, level) {
	return overview.failures.slice(0, level.groups).filter(({ finding }) => finding.text.trim() !== "").slice(0, level.texts).map((group, index) => textBlock(overview, group, level, index === 0));
}
function noticesSection(overview, level, history) {
	const groups = overview.notices.slice(0, level.items);
	if (groups.length === 0) return [];
	const list = groups.map((group) => entry(overview, group, level, history)).join("\n");
	return [details(`Noticed, not failures (${formatCount(overview.notices.length)})`, list)];
}

// src/report/summary/guests.ts
const unbroken = (text) => text.replaceAll(" ", "\xA0");
function row(overview, guest, withSystem) {
	const { icon, word } = verdictWords[guest.verdict];
	const { amount, rate } = workOf(guest);
	return [
		unbroken(`${icon} ${word}`),
		escapeMarkdown(labelOf(overview, guest)),
		unbroken(livedText(guest)),
		amount,
		rate,
		escapeMarkdown(cutCharacters(reasonOf(overview, guest), 120)),
		...withSystem ? [escapeMarkdown(guest.system ?? "")] : []
	];
}
function tableOf(overview, guests) {
	const withSystem = new Set(guests.flatMap(({ system }) => system ?? [])).size > 1;
	const noun = workNoun(overview.results.suite);
	const scale = guests.some(({ counters }) => counters.durations !== void 0);
	const header = [
		"Verdict",
		"Guest",
		"Time",
		scale ? "Median" : noun.charAt(0).toUpperCase() + noun.slice(1),
		scale ? "p99" : "Rate",
		"Findings",
		...withSystem ? ["System"] : []
	];
	const rows = guests.map((guest) => row(overview, guest, withSystem));
	return table$1([header, ...rows], `llrrrl${withSystem ? "l" : ""}`);
}
function sideBySide(overview, level) {
	const columns = overview.columns.slice(-level.columns);
	const names = namesOf(overview.guests).slice(0, level.rows);
	const cells = new Map(overview.guests.map((g) => [`${cleanLine(g.name)} ${g.attempt} ${g.sample}`, g]));
	const rows = names.map((name) => [escapeMarkdown(name), ...columns.map(({ attempt, sample }) => {
		const guest = cells.get(`${name} ${attempt} ${sample}`);
		if (guest === void 0) return "";
		const { icon, word } = verdictWords[guest.verdict];
		return `${icon} ${workOf(guest).rate || word}`;
	})]);
	const header = ["Guest", ...columns.map(({ label }) => label.charAt(0).toUpperCase() + label.slice(1))];
	return table$1([header, ...rows], `l${"r".repeat(columns.length)}`);
}
function tally(overview, level) {
	const byName = Map.groupBy(overview.guests, ({ name }) => name);
	const verdicts = Object.entries(overview.of).filter(([, guests]) => guests.length > 0);
	const rows = [...byName].slice(0, level.rows).map(([name, guests]) => [
		escapeMarkdown(name),
		String(guests.length),
		...verdicts.map(([verdict]) => String(guests.filter((guest) => guest.verdict === verdict).length))
	]);
	const words = verdicts.map(([verdict]) => {
		const { icon, word } = verdictWords[verdict];
		return `${icon} ${word}`;
	});
	return table$1([[
		"Guest",
		"Runs",
		...words
	], ...rows], `lr${"r".repeat(verdicts.length)}`);
}
function guestsSection(overview, level) {
	const { guests } = overview;
	if (guests.length === 0) return [];
	const bad = guests.filter(({ verdict }) => verdict !== "passed").slice(0, level.rows);
	const shownPassed = [...overview.of.passed].sort((a, b) => naturally(a.name, b.name)).slice(0, Math.min(level.passedRows, level.rows - bad.length));
	const shown = [...bad, ...shownPassed];
	const sections = [];
	if (overview.columns.length > 1 && level.columns > 0) {
		const fits = overview.columns.length <= level.columns;
		sections.push("### Runs side by side", fits ? sideBySide(overview, level) : tally(overview, level));
		if (shown.length > 0) sections.push(details(`All runs (${shown.length})`, tableOf(overview, shown)));
	} else if (shown.length > 0) {
		const folds = shownPassed.length > 50;
		sections.push("### Guests");
		if (!folds || bad.length > 0) sections.push(tableOf(overview, folds ? bad : shown));
		if (folds) sections.push(details(`${plural(shownPassed.length, "guest")} passed`, tableOf(overview, shownPassed)));
	}
	const hidden = guests.length - shown.length;
	if (hidden > 0) {
		const counts = Object.entries(overview.of).filter(([, all]) => all.length > 0).map(([verdict, all]) => `${all.length} ${verdictWords[verdict].phrase}`);
		sections.push(`${shown.length > 0 ? `${plural(hidden, "guest")} not shown. ` : ""}In all: ${listOf(counts, 5)}.`);
	}
	return sections;
}

// src/report/summary/level.ts
const levels$2 = [
	{
		groups: 200,
		texts: 60,
		textLines: 120,
		textBytes: 12e3,
		rows: 1e3,
		passedRows: 1e3,
		columns: 12,
		diagnostics: 100,
		timeline: 200,
		items: 100,
		names: 20
	},
	{
		groups: 100,
		texts: 30,
		textLines: 60,
		textBytes: 8e3,
		rows: 400,
		passedRows: 100,
		columns: 12,
		diagnostics: 50,
		timeline: 100,
		items: 50,
		names: 12
	},
	{
		groups: 50,
		texts: 12,
		textLines: 40,
		textBytes: 4e3,
		rows: 100,
		passedRows: 0,
		columns: 8,
		diagnostics: 20,
		timeline: 0,
		items: 20,
		names: 8
	},
	{
		groups: 20,
		texts: 3,
		textLines: 15,
		textBytes: 1500,
		rows: 30,
		passedRows: 0,
		columns: 4,
		diagnostics: 10,
		timeline: 0,
		items: 5,
		names: 4
	},
	{
		groups: 5,
		texts: 0,
		textLines: 0,
		textBytes: 0,
		rows: 0,
		passedRows: 0,
		columns: 0,
		diagnostics: 3,
		timeline: 0,
		items: 2,
		names: 3
	}
];

// src/report/summary/surroundings.ts
function bullets(items, most) {
	const lines = items.slice(0, most).map((item) => `- ${item}`);
	if (items.length > lines.length) lines.push(`- and ${formatCount(items.length - lines.length)} more`);
	return lines.join("\n");
}
function missingSection(overview, level) {
	const missing = [...overview.of["infrastructure-error"], ...overview.of["did-not-run"]];
	const facts = overview.results.infrastructure.map((fact) => escapeMarkdown(cutCharacters(fact, 500)));
	const sections = [];
	if (missing.length > 0) {
		const items = [...Map.groupBy(missing, ({ ending }) => cleanLine(ending.detail))].map(([reason, guests]) => {
			const labels = guests.slice(0, level.names + 1).map((guest) => labelOf(overview, guest));
			const rest = guests.length - labels.length;
			const names = rest > 0 ? `${labels.join(", ")} and ${formatCount(rest)} more` : listOf(labels, level.names);
			return `**${escapeMarkdown(names)}**: ${escapeMarkdown(cutCharacters(reason, 500))}`;
		});
		sections.push("### No verdict", bullets(items, level.items));
	}
	if (facts.length > 0) sections.push("### Infrastructure", "Not the kernel's doing:", bullets(facts, level.items));
	return sections;
}
const interval = ({ estimate, low, high }, show) => `${show(estimate)} (${show(low)} – ${Number.isFinite(high) ? show(high) : "∞"})`;
function statisticsSection(statistics, level) {
	if (statistics === void 0 || statistics.scenarios.length === 0 || level.rows === 0) return [];
	const shown = statistics.scenarios.slice(0, level.rows);
	const rows = shown.map((s) => [
		escapeMarkdown(s.scenario),
		formatCount(s.samples),
		formatCount(s.failures),
		formatFigure(s.hours),
		interval(s.ratePerHour, formatFigure),
		interval(s.failureProbability, formatPercent)
	]);
	const header = [
		"Scenario",
		"Runs",
		"Failed",
		"Hours",
		"Failures per hour",
		"A run fails with"
	];
	const words = sentences(shown).map(({ name, words }) => `${name === "" ? "" : `**${escapeMarkdown(name)}**: `}${escapeMarkdown(words)}`);
	const notes = (statistics.notes ?? []).map((note) => escapeMarkdown(note));
	return [
		"### Statistics",
		bullets([...words, ...notes], level.items),
		details(`Failure rates with intervals (${formatPercent(statistics.confidence)} confidence)`, table$1([header, ...rows], "lrrrrr"))
	];
}
function firstBadSection(statistics, level) {
	const found = statistics?.firstBad ?? [];
	if (found.length === 0) return [];
	return ["### First bad commit", bullets(found.map(({ sentence }) => escapeMarkdown(cutCharacters(sentence, 1e3))), level.items)];
}
function trendsSection(history, level) {
	const trends = history?.trends ?? [];
	const item = ({ scenario, sentence }) => `**${escapeMarkdown(scenario)}**: ${escapeMarkdown(sentence)}`;
	const dropped = trends.filter(({ warning }) => warning).map((trend) => `⚠️ ${item(trend)}`);
	const usual = trends.filter(({ warning }) => !warning).map(item);
	return [...dropped.length > 0 ? ["### Slower than before", bullets(dropped, level.items)] : [], ...usual.length > 0 ? [details("Rates against earlier runs", bullets(usual, level.items))] : []];
}
function scriptsSection(overview, level) {
	const status = `kvm-recheck.sh would end with ${scriptsStatus(overview.results)}`;
	const other = disagreements(overview.guests);
	if (other.length === 0) return [`${status}.`];
	const items = other.slice(0, level.items + 1).map(({ guest, name, reason, complaint }) => {
		const says = guest.scripts?.failed ? "fails it" : "passes it";
		return `**${escapeMarkdown(labelOf(overview, guest))}**: kvm-recheck.sh ${says}${complaint ? ` (${code(complaint)})` : ""}. ${reason} (${code(name)})`;
	});
	return [details(`The tree's own scripts judge ${plural(other.length, "guest")} otherwise (${status})`, bullets(items, level.items))];
}
function systemsSection(overview, level) {
	const systems = overview.results.systems.slice(0, level.rows);
	if (systems.length === 0) return [];
	const rows = systems.map((s) => [
		escapeMarkdown(s.hostname === void 0 || s.hostname === s.name ? s.name : `${s.name} (${s.hostname})`),
		s.cpus === void 0 ? "" : String(s.cpus),
		s.memory === void 0 ? "" : formatBytes(s.memory),
		escapeMarkdown(cutCharacters(s.qemu ?? "", 80)),
		escapeMarkdown(cutCharacters([s.accelerator, s.acceleratorReason].filter(Boolean).join(": "), 300)),
		...systems.some(({ lost }) => lost !== void 0) ? [escapeMarkdown(cutCharacters(s.lost ?? "", 300))] : []
	]);
	const header = [
		"System",
		"CPUs",
		"Memory",
		"QEMU",
		"Accelerator",
		...(rows[0]?.length ?? 0) > 5 ? ["Lost"] : []
	];
	return [details(plural(overview.results.systems.length, "system"), table$1([header, ...rows], "lrrlll"))];
}
function ignoredSection(overview, level) {
	const sums = /* @__PURE__ */ new Map();
	for (const { ignored } of overview.guests) for (const { pattern, reason, source, count } of ignored) {
		const sum = sums.get(pattern) ?? {
			reason,
			source,
			count: 0
		};
		sums.set(pattern, {
			...sum,
			count: sum.count + count
		});
	}
	const hits = [...sums].filter(([, { count }]) => count > 0).sort(([, a], [, b]) => b.count - a.count);
	if (hits.length === 0) return [];
	const items = hits.slice(0, level.items + 1).map(([pattern, { reason, source, count }]) => `${plural(count, "time")} ${code(cutCharacters(pattern, 200))}: ${escapeMarkdown(cutCharacters(reason, 300))}${source === "input" ? " (asked for by this run)" : ""}`);
	const total = hits.reduce((sum, [, { count }]) => sum + count, 0);
	return [details(`Ignored as known noise: ${plural(total, "line")}`, bullets(items, level.items))];
}
function reproduceSection(overview) {
	const { reproduce, rerunOf } = overview.results;
	if (reproduce === void 0) return [];
	return [`### Run it again\n\n${rerunOf === void 0 ? "" : `This was a re-run of ${code(cutCharacters(rerunOf, 300))}.\n\n`}${fence(cutBytes(reproduce, 4e3), "sh")}`];
}

// src/report/summary/timeline.ts
const tags = {
	failed: "crit, ",
	"build-failed": "crit, ",
	"did-not-run": "active, ",
	"infrastructure-error": "active, ",
	passed: "done, "
};
const word = (text) => text.replace(/[^\w.() -]/g, "_").slice(0, 60) || "_";
const written = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 19);
function bar(overview, guest) {
	const { startedAt, endedAt, lived } = guest.timing;
	if (startedAt === void 0) return void 0;
	const start = Date.parse(startedAt);
	const end = endedAt === void 0 ? start + (lived ?? 0) * 1e3 : Date.parse(endedAt);
	return `    ${word(labelOf(overview, guest))} :${tags[guest.verdict]}${written(start)}, ${written(Math.max(end, start + 1e3))}`;
}
function timelineSection(overview, level) {
	const ran = overview.guests.filter(({ timing }) => timing.startedAt !== void 0);
	if (ran.length < 2 || ran.length > level.timeline) return [];
	const bySystem = [...Map.groupBy(ran, ({ system }) => system ?? "unknown system")].sort(([a], [b]) => naturally(a, b));
	const lines = [
		"gantt",
		"    dateFormat YYYY-MM-DDTHH:mm:ss",
		"    axisFormat %H:%M:%S"
	];
	for (const [system, guests] of bySystem) {
		lines.push(`    section ${word(system)}`);
		const inTime = [...guests].sort((a, b) => (a.timing.startedAt ?? "").localeCompare(b.timing.startedAt ?? "") || naturally(a.name, b.name));
		for (const guest of inTime) lines.push(bar(overview, guest) ?? "");
	}
	return [details("Timeline of systems and guests (UTC)", fence(lines.filter(Boolean).join("\n"), "mermaid"))];
}

// src/report/summary.ts
const platformLimit = 1048576;
const usualLimit = 9e5;
function factsLine({ results, guests, columns }) {
	const seconds = guests.reduce((sum, guest) => sum + tortureSeconds(guest), 0);
	return [
		`Kernel ${link$1(code(cutCharacters(kernelName(results.kernel), 200)), commitLink(results.kernel))}`,
		`suite ${escapeMarkdown(cutCharacters(results.suite, 50))}`,
		plural(guests.length, columns.length > 1 ? "run" : "guest"),
		...seconds > 0 ? [`${formatDuration(seconds)} of torture`] : [],
		...results.systems.length > 1 ? [plural(results.systems.length, "system")] : [],
		...results.attempt > 1 ? [`attempt ${results.attempt}`] : []
	].join(" · ");
}
function render(overview, level, shortened, options) {
	const { history, statistics } = options;
	const { icon } = verdictWords[overview.results.verdict];
	return `${[
		`## ${icon} ${escapeMarkdown(headlineOf(overview))}`,
		factsLine(overview),
		...shortened ? ["_Shortened to what GitHub shows; results.json and report.html have everything._"] : [],
		...firstBadSection(statistics, level),
		...failuresSection(overview, level, history),
		...buildsSection(overview, level),
		...missingSection(overview, level),
		...guestsSection(overview, level),
		...consolesSection(overview, level),
		...statisticsSection(statistics, level),
		...trendsSection(history, level),
		...reproduceSection(overview),
		...noticesSection(overview, level, history),
		...scriptsSection(overview, level),
		...buildRemarksSection(overview, level),
		...timelineSection(overview, level),
		...systemsSection(overview, level),
		...ignoredSection(overview, level)
	].join("\n\n")}\n`;
}
function renderSummary(results, options = {}) {
	const limit = Math.min(options.limit ?? usualLimit, platformLimit);
	const overview = overviewOf(results);
	for (const [index, level] of levels$2.entries()) {
		const text = render(overview, level, index > 0, options);
		if (byteLength(text) <= limit) return text;
	}
	const plain = headlineOf(overview).replace(/[^\p{L}\p{N},;(]+/gu, " ").trim();
	return cutBytes(`${plain}\n`, limit);
}

// node_modules/ansi-regex/index.js
const ST = String.raw`(?:\u001B\u005C|\u009C)`;
const stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
const osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;
const controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;
const pattern = `${String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`}|${osc}|${controlString}|${String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`}|${String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`}`;
function ansiRegex({ onlyFirst = false } = {}) {
	return new RegExp(pattern, onlyFirst ? void 0 : "g");
}

// node_modules/strip-ansi/index.js
const regex = ansiRegex();
function stripAnsi(string) {
	if (typeof string !== "string") throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
	if (!string.includes("\x1B") && !string.includes("")) return string;
	return string.replace(regex, "");
}

// node_modules/get-east-asian-width/lookup-data.js
const ambiguousMaximumCodePoint = 1114109;
const ambiguousRanges = [
	161,
	161,
	164,
	164,
	167,
	168,
	170,
	170,
	173,
	174,
	176,
	180,
	182,
	186,
	188,
	191,
	198,
	198,
	208,
	208,
	215,
	216,
	222,
	225,
	230,
	230,
	232,
	234,
	236,
	237,
	240,
	240,
	242,
	243,
	247,
	250,
	252,
	252,
	254,
	254,
	257,
	257,
	273,
	273,
	275,
	275,
	283,
	283,
	294,
	295,
	299,
	299,
	305,
	307,
	312,
	312,
	319,
	322,
	324,
	324,
	328,
	331,
	333,
	333,
	338,
	339,
	358,
	359,
	363,
	363,
	462,
	462,
	464,
	464,
	466,
	466,
	468,
	468,
	470,
	470,
	472,
	472,
	474,
	474,
	476,
	476,
	593,
	593,
	609,
	609,
	708,
	708,
	711,
	711,
	713,
	715,
	717,
	717,
	720,
	720,
	728,
	731,
	733,
	733,
	735,
	735,
	768,
	879,
	913,
	929,
	931,
	937,
	945,
	961,
	963,
	969,
	1025,
	1025,
	1040,
	1103,
	1105,
	1105,
	8208,
	8208,
	8211,
	8214,
	8216,
	8217,
	8220,
	8221,
	8224,
	8226,
	8228,
	8231,
	8240,
	8240,
	8242,
	8243,
	8245,
	8245,
	8251,
	8251,
	8254,
	8254,
	8308,
	8308,
	8319,
	8319,
	8321,
	8324,
	8364,
	8364,
	8451,
	8451,
	8453,
	8453,
	8457,
	8457,
	8467,
	8467,
	8470,
	8470,
	8481,
	8482,
	8486,
	8486,
	8491,
	8491,
	8531,
	8532,
	8539,
	8542,
	8544,
	8555,
	8560,
	8569,
	8585,
	8585,
	8592,
	8601,
	8632,
	8633,
	8658,
	8658,
	8660,
	8660,
	8679,
	8679,
	8704,
	8704,
	8706,
	8707,
	8711,
	8712,
	8715,
	8715,
	8719,
	8719,
	8721,
	8721,
	8725,
	8725,
	8730,
	8730,
	8733,
	8736,
	8739,
	8739,
	8741,
	8741,
	8743,
	8748,
	8750,
	8750,
	8756,
	8759,
	8764,
	8765,
	8776,
	8776,
	8780,
	8780,
	8786,
	8786,
	8800,
	8801,
	8804,
	8807,
	8810,
	8811,
	8814,
	8815,
	8834,
	8835,
	8838,
	8839,
	8853,
	8853,
	8857,
	8857,
	8869,
	8869,
	8895,
	8895,
	8978,
	8978,
	9312,
	9449,
	9451,
	9547,
	9552,
	9587,
	9600,
	9615,
	9618,
	9621,
	9632,
	9633,
	9635,
	9641,
	9650,
	9651,
	9654,
	9655,
	9660,
	9661,
	9664,
	9665,
	9670,
	9672,
	9675,
	9675,
	9678,
	9681,
	9698,
	9701,
	9711,
	9711,
	9733,
	9734,
	9737,
	9737,
	9742,
	9743,
	9756,
	9756,
	9758,
	9758,
	9792,
	9792,
	9794,
	9794,
	9824,
	9825,
	9827,
	9829,
	9831,
	9834,
	9836,
	9837,
	9839,
	9839,
	9886,
	9887,
	9919,
	9919,
	9926,
	9933,
	9935,
	9939,
	9941,
	9953,
	9955,
	9955,
	9960,
	9961,
	9963,
	9969,
	9972,
	9972,
	9974,
	9977,
	9979,
	9980,
	9982,
	9983,
	10045,
	10045,
	10102,
	10111,
	11094,
	11097,
	12872,
	12879,
	57344,
	63743,
	65024,
	65039,
	65533,
	65533,
	127232,
	127242,
	127248,
	127277,
	127280,
	127337,
	127344,
	127373,
	127375,
	127376,
	127387,
	127404,
	917760,
	917999,
	983040,
	1048573,
	1048576,
	1114109
];
const fullwidthMinimalCodePoint = 12288;
const fullwidthMaximumCodePoint = 65510;
const fullwidthRanges = [
	12288,
	12288,
	65281,
	65376,
	65504,
	65510
];
const wideMinimalCodePoint = 4352;
const wideMaximumCodePoint = 262141;
const wideRanges = [
	4352,
	4447,
	8986,
	8987,
	9001,
	9002,
	9193,
	9196,
	9200,
	9200,
	9203,
	9203,
	9725,
	9726,
	9748,
	9749,
	9776,
	9783,
	9800,
	9811,
	9855,
	9855,
	9866,
	9871,
	9875,
	9875,
	9889,
	9889,
	9898,
	9899,
	9917,
	9918,
	9924,
	9925,
	9934,
	9934,
	9940,
	9940,
	9962,
	9962,
	9970,
	9971,
	9973,
	9973,
	9978,
	9978,
	9981,
	9981,
	9989,
	9989,
	9994,
	9995,
	10024,
	10024,
	10060,
	10060,
	10062,
	10062,
	10067,
	10069,
	10071,
	10071,
	10133,
	10135,
	10160,
	10160,
	10175,
	10175,
	11035,
	11036,
	11088,
	11088,
	11093,
	11093,
	11904,
	11929,
	11931,
	12019,
	12032,
	12245,
	12272,
	12287,
	12289,
	12350,
	12353,
	12438,
	12441,
	12543,
	12549,
	12591,
	12593,
	12686,
	12688,
	12773,
	12783,
	12830,
	12832,
	12871,
	12880,
	42124,
	42128,
	42182,
	43360,
	43388,
	44032,
	55203,
	63744,
	64255,
	65040,
	65049,
	65072,
	65106,
	65108,
	65126,
	65128,
	65131,
	94176,
	94180,
	94192,
	94198,
	94208,
	101594,
	101631,
	101664,
	101760,
	101874,
	101888,
	102801,
	102816,
	102866,
	110576,
	110579,
	110581,
	110587,
	110589,
	110590,
	110592,
	110888,
	110898,
	110898,
	110928,
	110930,
	110933,
	110933,
	110948,
	110952,
	110960,
	111355,
	119552,
	119638,
	119648,
	119670,
	126980,
	126980,
	127183,
	127183,
	127374,
	127374,
	127377,
	127386,
	127406,
	127406,
	127488,
	127490,
	127504,
	127547,
	127552,
	127560,
	127568,
	127569,
	127584,
	127589,
	127744,
	127776,
	127789,
	127797,
	127799,
	127868,
	127870,
	127891,
	127904,
	127946,
	127951,
	127955,
	127968,
	127984,
	127988,
	127988,
	127992,
	128062,
	128064,
	128064,
	128066,
	128252,
	128255,
	128317,
	128331,
	128334,
	128336,
	128359,
	128378,
	128378,
	128405,
	128406,
	128420,
	128420,
	128507,
	128591,
	128640,
	128709,
	128716,
	128716,
	128720,
	128722,
	128725,
	128729,
	128732,
	128735,
	128747,
	128748,
	128756,
	128764,
	128986,
	128986,
	128992,
	129003,
	129008,
	129008,
	129292,
	129338,
	129340,
	129349,
	129351,
	129535,
	129648,
	129660,
	129664,
	129734,
	129736,
	129736,
	129740,
	129757,
	129759,
	129771,
	129775,
	129786,
	131072,
	196605,
	196608,
	262141
];

// node_modules/get-east-asian-width/utilities.js
const isInRange = (ranges, codePoint) => {
	let low = 0;
	let high = Math.floor(ranges.length / 2) - 1;
	while (low <= high) {
		const mid = Math.floor((low + high) / 2);
		const i = mid * 2;
		if (codePoint < ranges[i]) high = mid - 1;
		else if (codePoint > ranges[i + 1]) low = mid + 1;
		else return true;
	}
	return false;
};

// node_modules/get-east-asian-width/lookup.js
const commonCjkCodePoint = 19968;
const [wideFastPathStart, wideFastPathEnd] = /* #__PURE__ */ findWideFastPathRange(wideRanges);
function findWideFastPathRange(ranges) {
	let fastPathStart = ranges[0];
	let fastPathEnd = ranges[1];
	for (let index = 0; index < ranges.length; index += 2) {
		const start = ranges[index];
		const end = ranges[index + 1];
		if (commonCjkCodePoint >= start && commonCjkCodePoint <= end) return [start, end];
		if (end - start > fastPathEnd - fastPathStart) {
			fastPathStart = start;
			fastPathEnd = end;
		}
	}
	return [fastPathStart, fastPathEnd];
}
const isAmbiguous = (codePoint) => {
	if (codePoint < 161 || codePoint > 1114109) return false;
	return isInRange(ambiguousRanges, codePoint);
};
const isFullwidth = (codePoint) => {
	if (codePoint < 12288 || codePoint > 65510) return false;
	return isInRange(fullwidthRanges, codePoint);
};
const isWide = (codePoint) => {
	if (codePoint >= wideFastPathStart && codePoint <= wideFastPathEnd) return true;
	if (codePoint < 4352 || codePoint > 262141) return false;
	return isInRange(wideRanges, codePoint);
};

// node_modules/get-east-asian-width/index.js
function validate(codePoint) {
	if (!Number.isSafeInteger(codePoint)) throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
}
function eastAsianWidth(codePoint, { ambiguousAsWide = false } = {}) {
	validate(codePoint);
	if (isFullwidth(codePoint) || isWide(codePoint) || ambiguousAsWide && isAmbiguous(codePoint)) return 2;
	return 1;
}

// node_modules/string-width/index.js
const segmenter = new Intl.Segmenter();
const nonAsciiOrControlRegex = /[^\u{20}-\u{7E}]/v;
const prependedConcatenationMarks = String.raw`\u{600}-\u{605}\u{6DD}\u{890}\u{891}\u{8E2}\u{110BD}\u{110CD}`;
const prependedConcatenationMarksRegex = new RegExp(`^[${prependedConcatenationMarks}]+`, "v");
const visibleCharacterRegex = new RegExp(String.raw`[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Enclosing_Mark}\p{Nonspacing_Mark}[\p{Format}--[${prependedConcatenationMarks}]]]`, "v");
const emojiPrefixRegex = /^(?:\p{RGI_Emoji}|\p{Regional_Indicator}{1,2}|[\d#*]\u{FE0F})/v;
const textPresentationEmojiRegex = /^[\p{Emoji_Presentation}--[\u{10000}-\u{10FFFF}]]\u{FE0E}/v;
function strayEmojiModifierCount(string, fromIndex) {
	if (fromIndex >= string.length) return 0;
	const modifierRegex = /(?<![\p{Emoji_Modifier_Base}\u{200D}])\p{Emoji_Modifier}/gv;
	modifierRegex.lastIndex = fromIndex;
	let count = 0;
	while (modifierRegex.test(string)) count++;
	return count;
}
const emojiZwjSequenceRegex = /\u{200D}\p{Extended_Pictographic}/v;
function baseVisible(segment) {
	const index = segment.search(visibleCharacterRegex);
	return index === -1 ? void 0 : segment.slice(index);
}
function isHangul(codePoint) {
	return codePoint >= 4352 && codePoint <= 4607 || codePoint >= 43360 && codePoint <= 43388 || codePoint >= 44032 && codePoint <= 55203 || codePoint >= 55216 && codePoint <= 55238 || codePoint >= 55243 && codePoint <= 55291;
}
function visibleCodePointsWidth(visibleSegment, eastAsianWidthOptions) {
	let width = 0;
	for (const character of visibleSegment) {
		if (character === "‍") break;
		if (visibleCharacterRegex.test(character)) width += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
	}
	return width;
}
function clusterWidth(segment, eastAsianWidthOptions) {
	const firstCodePoint = segment.codePointAt(0);
	const marks = firstCodePoint === 69821 || firstCodePoint === 69837 || firstCodePoint >= 1536 && firstCodePoint <= 2303 ? prependedConcatenationMarksRegex.exec(segment) : void 0;
	if (marks) {
		const rest = segment.slice(marks[0].length);
		const restWidth = clusterWidth(rest, eastAsianWidthOptions);
		const visibleRest = baseVisible(rest);
		return restWidth >= 2 && (eastAsianWidth(visibleRest.codePointAt(0), eastAsianWidthOptions) === 2 || emojiPrefixRegex.test(visibleRest) || emojiZwjSequenceRegex.test(visibleRest)) ? restWidth : [...marks[0]].length + restWidth;
	}
	const visibleSegment = baseVisible(segment);
	if (visibleSegment === void 0) return 0;
	if (isHangul(firstCodePoint)) return eastAsianWidth(firstCodePoint, eastAsianWidthOptions) + strayEmojiModifierCount(segment, 1) * 2;
	if (textPresentationEmojiRegex.test(visibleSegment)) return 1;
	const emoji = emojiPrefixRegex.exec(visibleSegment);
	if (emoji) return 2 + strayEmojiModifierCount(visibleSegment, emoji[0].length) * 2;
	const zwjSequence = emojiZwjSequenceRegex.exec(visibleSegment);
	return zwjSequence ? 2 + strayEmojiModifierCount(visibleSegment, zwjSequence.index + zwjSequence[0].length) * 2 : visibleCodePointsWidth(visibleSegment, eastAsianWidthOptions);
}
function unicodeWidth(string, ambiguousIsNarrow) {
	let width = 0;
	const firstNonAsciiIndex = string.search(nonAsciiOrControlRegex);
	if (firstNonAsciiIndex > 1) {
		width = firstNonAsciiIndex - 1;
		string = string.slice(width);
	}
	let suffixStart = string.length;
	while (suffixStart > 0) {
		const codePoint = string.codePointAt(suffixStart - 1);
		if (codePoint < 32 || codePoint > 126) break;
		suffixStart--;
	}
	if (suffixStart + 1 < string.length) {
		width += string.length - suffixStart - 1;
		string = string.slice(0, suffixStart + 1);
	}
	if (!/[^\u{20}-\u{7E}\u{4E00}-\u{9FFF}\u{AC00}-\u{D7A3}]/v.test(string)) return width + string.length + string.replaceAll(/[\u{20}-\u{7E}]/gv, "").length;
	string = string.toWellFormed();
	string = string.replaceAll(/(?<=[\u{16D63}-\u{16D6A}])[\u{16D63}-\u{16D6A}]+/gv, "");
	const eastAsianWidthOptions = { ambiguousAsWide: !ambiguousIsNarrow };
	for (const { segment } of segmenter.segment(string)) {
		if (segment.length === 1) {
			if (visibleCharacterRegex.test(segment)) width += eastAsianWidth(segment.codePointAt(0), eastAsianWidthOptions);
			continue;
		}
		width += clusterWidth(segment, eastAsianWidthOptions);
	}
	return width;
}
function stringWidth(input, options = {}) {
	if (typeof input !== "string" || input.length === 0) return 0;
	const { ambiguousIsNarrow = true, countAnsiEscapeCodes = false } = options;
	let string = input;
	if (!countAnsiEscapeCodes && (string.includes("\x1B") || string.includes(""))) string = stripAnsi(string);
	return nonAsciiOrControlRegex.test(string) ? unicodeWidth(string, ambiguousIsNarrow) : string.length;
}

// src/report/terminal.ts
const colours = {
	failed: "red",
	"build-failed": "red",
	"did-not-run": "yellow",
	"infrastructure-error": "yellow",
	passed: "green"
};
function cutColumns(text, most) {
	if (stringWidth(text) <= most) return text;
	const kept = [];
	let columns = 0;
	for (const character of text) {
		columns += stringWidth(character);
		if (columns > most - 1) break;
		kept.push(character);
	}
	return `${kept.join("")}…`;
}
const pad = (text, columns) => text + " ".repeat(Math.max(0, columns - stringWidth(text)));
const padLeft = (text, columns) => " ".repeat(Math.max(0, columns - stringWidth(text))) + text;
const mostRows = 200;
const leastWhy = 24;
function tableLines(overview, guests, options) {
	const withSystem = new Set(guests.flatMap(({ system }) => system ?? [])).size > 1;
	const rows = guests.map((guest) => {
		const { amount, rate } = workOf(guest);
		return {
			verdict: guest.verdict,
			cells: [
				verdictWords[guest.verdict].word,
				labelOf(overview, guest),
				livedText(guest),
				amount,
				rate,
				...withSystem ? [cleanLine(guest.system ?? "")] : []
			],
			reason: reasonOf(overview, guest)
		};
	});
	const header = [
		"VERDICT",
		"GUEST",
		"TIME",
		workNoun(overview.results.suite).toUpperCase(),
		"RATE",
		...withSystem ? ["SYSTEM"] : []
	];
	const widths = header.map((title, column) => rows.reduce((most, { cells }) => Math.max(most, stringWidth(cells[column] ?? "")), stringWidth(title)));
	const align = (cells) => cells.map((cell, column) => (column >= 2 && column <= 4 ? padLeft : pad)(cell, widths[column] ?? 0));
	const left = options.width - widths.reduce((sum, columns) => sum + columns + 2, 0);
	return [options.style("dim", [...align(header), left >= leastWhy ? "WHY" : ""].join("  ").trimEnd()), ...rows.map(({ verdict, cells, reason }) => {
		const [first = "", ...rest] = align(cells);
		const why = left >= leastWhy ? cutColumns(reason, left) : "";
		return [
			options.style(colours[verdict], first),
			...rest,
			why
		].join("  ").trimEnd();
	})];
}
function failureLines(overview, { width, style }) {
	const lines = [];
	for (const [index, group] of overview.failures.slice(0, 10).entries()) {
		const place = placeOf(group.finding);
		const names = listOf(group.guests.slice(0, 50).map((guest) => labelOf(overview, guest)), 5);
		lines.push(style("bold", cutColumns(`  ${group.title}`, width)));
		if (place) lines.push(`      at ${place}`);
		lines.push(cutColumns(`      on ${names}, ${whereabouts(group)}`, width));
		if (index === 0) {
			const { text } = excerpt(group.finding.text, {
				lines: 12,
				bytes: 4e3,
				width: Math.max(20, width - 8)
			});
			for (const line of text === "" ? [] : text.split("\n")) lines.push(style("dim", `      | ${line}`));
		}
	}
	const rest = overview.failures.length - 10;
	if (rest > 0) lines.push(`  and ${plural(rest, "other finding")}`);
	return lines;
}
function buildLines(overview, width) {
	return overview.failedBuilds.slice(0, 10).flatMap(({ scenario, diagnostics }) => {
		const errors = diagnostics.filter(({ severity }) => severity === "error");
		return [
			`  ${cleanLine(scenario)} did not build`,
			...errors.slice(0, 5).map((error) => cutColumns(`      ${[placeOf(error), cleanLine(error.message)].filter(Boolean).join(": ")}`, width)),
			...errors.length > 5 ? [`      and ${plural(errors.length - 5, "other error")}`] : []
		];
	});
}
function missingLines({ of }) {
	const missing = [...of["infrastructure-error"], ...of["did-not-run"]];
	return [...Map.groupBy(missing, ({ ending }) => cleanLine(ending.detail))].slice(0, 20).map(([detail, guests]) => `  ${listOf(namesOf(guests), 5)}: ${detail}`);
}
function nextStepOf({ results, failures, failedBuilds, of }) {
	const [worst] = failures;
	if (worst?.shownOn.console !== void 0) return `read ${results.rundir}/${worst.shownOn.console} from line ${worst.finding.consoleLine}`;
	if (failedBuilds[0] !== void 0) return `read ${results.rundir}/${failedBuilds[0].scenario}/Make.out`;
	if (of["infrastructure-error"].length > 0) return "see to the system, then run the lost guests again";
	if (of["did-not-run"].length > 0) return "run the guests that did not run to the end again";
	return "run longer, or more scenarios: a failure rarer than this run is long goes unseen";
}
function renderTerminal(results, options = {}) {
	const { width = 80, style = (_format, text) => text } = options;
	const look = {
		width,
		style
	};
	const overview = overviewOf(results);
	const passed = [...overview.of.passed].sort((a, b) => naturally(a.name, b.name));
	const shown = [...overview.guests.filter(({ verdict }) => verdict !== "passed"), ...passed].slice(0, mostRows);
	const section = (title, lines) => lines.length === 0 ? [] : [
		"",
		...title ? [style("bold", title)] : [],
		...lines
	];
	const rows = shown.length === 0 ? [] : tableLines(overview, shown, look);
	if (overview.guests.length > shown.length) rows.push(`and ${plural(overview.guests.length - shown.length, "other guest")}`);
	const statistics = options.statistics?.scenarios.slice(0, 20) ?? [];
	const ends = [
		...options.reports ?? [],
		...results.reproduce === void 0 ? [] : [{
			label: "again",
			path: results.reproduce
		}],
		{
			label: "next",
			path: options.nextStep ?? nextStepOf(overview)
		}
	];
	const labels = Math.max(...ends.map(({ label }) => stringWidth(label)));
	return `${[
		style(colours[results.verdict], headlineOf(overview)),
		style("dim", `kernel ${kernelName(results.kernel)}, suite ${cleanLine(results.suite)}`),
		...section("", rows),
		...section("What failed", failureLines(overview, look)),
		...section("What did not build", buildLines(overview, width)),
		...section("No verdict", missingLines(overview)),
		...section("Infrastructure, not the kernel's doing", results.infrastructure.slice(0, 20).map((fact) => `  ${cleanLine(fact)}`)),
		...section("Statistics", [...sentences(statistics).map(({ name, words }) => `  ${name}${name === "" ? "" : ": "}${words}`), ...notesOf$1(options.statistics).map((note) => `  ${note}`)]),
		...section("", ends.map(({ label, path }) => `${pad(label, labels)}  ${cleanLine(path)}`))
	].join("\n")}\n`;
}

// node_modules/@stdlib/math-base-assert-is-nonnegative-integer/lib/main.js
var require_main$8 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var floor = require_lib$13();
	function isNonNegativeInteger(x) {
		return floor(x) === x && x >= 0;
	}
	module.exports = isNonNegativeInteger;
}));

// node_modules/@stdlib/math-base-assert-is-nonnegative-integer/lib/index.js
var require_lib$8 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var main = require_main$8();
	module.exports = main;
}));

// node_modules/@stdlib/stats-base-dists-binomial-cdf/lib/main.js
var require_main$7 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isNonNegativeInteger = require_lib$8();
	var betainc = require_lib$14();
	var isnan = require_lib$15();
	var floor = require_lib$13();
	var PINF = require_lib$16();
	function cdf(x, n, p) {
		if (isnan(x) || isnan(n) || isnan(p) || p < 0 || p > 1 || !isNonNegativeInteger(n) || n === PINF) return NaN;
		if (x < 0) return 0;
		if (x >= n) return 1;
		x = floor(x + 1e-7);
		return betainc(p, x + 1, n - x, true, true);
	}
	module.exports = cdf;
}));

// node_modules/@stdlib/stats-base-dists-binomial-cdf/lib/factory.js
var require_factory$3 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isNonNegativeInteger = require_lib$8();
	var constantFunction = require_lib$17();
	var betainc = require_lib$14();
	var isnan = require_lib$15();
	var floor = require_lib$13();
	var PINF = require_lib$16();
	function factory(n, p) {
		if (isnan(n) || isnan(p) || p < 0 || p > 1 || !isNonNegativeInteger(n) || n === PINF) return constantFunction(NaN);
		return cdf;
		function cdf(x) {
			if (isnan(x)) return NaN;
			if (x < 0) return 0;
			if (x >= n) return 1;
			x = floor(x + 1e-7);
			return betainc(p, x + 1, n - x, true, true);
		}
	}
	module.exports = factory;
}));

// node_modules/@stdlib/stats-base-dists-binomial-cdf/lib/index.js
var require_lib$7 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var setReadOnly = require_lib$18();
	var main = require_main$7();
	setReadOnly(main, "factory", require_factory$3());
	module.exports = main;
}));

// node_modules/@stdlib/math-base-special-betaln/lib/dceval.js
var require_dceval = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var ALGMCS = [
		1276642195630063e-46,
		-3401102254316749e-45,
		1025680058010471e-43,
		-35475981581010704e-43,
		14292273559424982e-41,
		-6831888753985767e-39,
		39628370610464347e-38,
		-2868042435334643e-35,
		2683181998482699e-33,
		-3399615005417722e-31,
		6221098041892606e-29,
		-1809129475572494e-26,
		9.81082564692473e-9,
		-1384948176067564e-20,
		.16663894804518634
	];
	var LEN = ALGMCS.length;
	function dcseval(x) {
		var twox;
		var b2;
		var b1;
		var b0;
		var i;
		if (x < -1.1 || x > 1.1) return NaN;
		b1 = 0;
		b0 = 0;
		twox = 2 * x;
		for (i = 0; i < LEN; i++) {
			b2 = b1;
			b1 = b0;
			b0 = twox * b1 - b2 + ALGMCS[i];
		}
		return (b0 - b2) * .5;
	}
	module.exports = dcseval;
}));

// node_modules/@stdlib/math-base-special-betaln/lib/gamma_correction.js
var require_gamma_correction = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var pow = require_lib$19();
	var dceval = require_dceval();
	var XBIG = 94906265.62425156;
	var XMAX = 3745194030963158e291;
	function gammaCorrection(x) {
		if (x < 10) return NaN;
		if (x >= XMAX) return 0;
		if (x < XBIG) return dceval(2 * pow(10 / x, 2) - 1) / x;
		return 1 / (x * 12);
	}
	module.exports = gammaCorrection;
}));

// node_modules/@stdlib/math-base-special-betaln/lib/main.js
var require_main$6 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var gammaln = require_lib$20();
	var log1p = require_lib$21();
	var gamma = require_lib$22();
	var max = require_lib$23();
	var min = require_lib$24();
	var ln = require_lib$25();
	var LN_SQRT_TWO_PI = require_lib$26();
	var NINF = require_lib$27();
	var PINF = require_lib$16();
	var correction = require_gamma_correction();
	function betaln(a, b) {
		var corr;
		var p;
		var q;
		p = min(a, b);
		q = max(a, b);
		if (p < 0) return NaN;
		if (p === 0) return PINF;
		if (q === PINF) return NINF;
		if (p >= 10) {
			corr = correction(p) + correction(q) - correction(p + q);
			return -.5 * ln(q) + LN_SQRT_TWO_PI + corr + (p - .5) * ln(p / (p + q)) + q * log1p(-p / (p + q));
		}
		if (q >= 10) {
			corr = correction(q) - correction(p + q);
			return gammaln(p) + corr + p - p * ln(p + q) + (q - .5) * log1p(-p / (p + q));
		}
		return ln(gamma(p) * (gamma(q) / gamma(p + q)));
	}
	module.exports = betaln;
}));

// node_modules/@stdlib/math-base-special-betaln/lib/index.js
var require_lib$6 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var main = require_main$6();
	module.exports = main;
}));

// node_modules/@stdlib/math-base-special-binomcoefln/lib/main.js
var require_main$5 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isInteger = require_lib$28();
	var isnan = require_lib$15();
	var betaln = require_lib$6();
	var abs = require_lib$29();
	var ln = require_lib$25();
	var NINF = require_lib$27();
	function binomcoefln(n, k) {
		if (isnan(n) || isnan(k)) return NaN;
		if (!isInteger(n) || !isInteger(k)) return NaN;
		if (n < 0) return binomcoefln(-n + k - 1, k);
		if (k < 0) return NINF;
		if (k === 0) return 0;
		if (k === 1) return ln(abs(n));
		if (n < k) return NINF;
		if (n - k < 2) return binomcoefln(n, n - k);
		return -ln(n + 1) - betaln(n - k + 1, k + 1);
	}
	module.exports = binomcoefln;
}));

// node_modules/@stdlib/math-base-special-binomcoefln/lib/index.js
var require_lib$5 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var main = require_main$5();
	module.exports = main;
}));

// node_modules/@stdlib/stats-base-dists-binomial-pmf/lib/main.js
var require_main$4 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isNonNegativeInteger = require_lib$8();
	var binomcoefln = require_lib$5();
	var isnan = require_lib$15();
	var log1p = require_lib$21();
	var exp = require_lib$30();
	var ln = require_lib$25();
	var PINF = require_lib$16();
	function pmf(x, n, p) {
		var lnl;
		if (isnan(x) || isnan(n) || isnan(p) || p < 0 || p > 1 || !isNonNegativeInteger(n) || n === PINF) return NaN;
		if (isNonNegativeInteger(x)) {
			if (x > n) return 0;
			if (p === 0) return x === 0 ? 1 : 0;
			if (p === 1) return x === n ? 1 : 0;
			lnl = binomcoefln(n, x);
			lnl += x * ln(p) + (n - x) * log1p(-p);
			return exp(lnl);
		}
		return 0;
	}
	module.exports = pmf;
}));

// node_modules/@stdlib/stats-base-dists-degenerate-pmf/lib/main.js
var require_main$3 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isnan = require_lib$15();
	function pmf(x, mu) {
		if (isnan(x) || isnan(mu)) return NaN;
		return x === mu ? 1 : 0;
	}
	module.exports = pmf;
}));

// node_modules/@stdlib/stats-base-dists-degenerate-pmf/lib/factory.js
var require_factory$2 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var constantFunction = require_lib$17();
	var isnan = require_lib$15();
	function factory(mu) {
		if (isnan(mu)) return constantFunction(NaN);
		return pmf;
		function pmf(x) {
			if (isnan(x)) return NaN;
			return x === mu ? 1 : 0;
		}
	}
	module.exports = factory;
}));

// node_modules/@stdlib/stats-base-dists-degenerate-pmf/lib/index.js
var require_lib$4 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var setReadOnly = require_lib$18();
	var main = require_main$3();
	setReadOnly(main, "factory", require_factory$2());
	module.exports = main;
}));

// node_modules/@stdlib/stats-base-dists-binomial-pmf/lib/factory.js
var require_factory$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isNonNegativeInteger = require_lib$8();
	var constantFunction = require_lib$17();
	var binomcoefln = require_lib$5();
	var degenerate = require_lib$4().factory;
	var isnan = require_lib$15();
	var log1p = require_lib$21();
	var exp = require_lib$30();
	var ln = require_lib$25();
	var PINF = require_lib$16();
	function factory(n, p) {
		if (isnan(n) || isnan(p) || !isNonNegativeInteger(n) || n === PINF || p < 0 || p > 1) return constantFunction(NaN);
		if (p === 0 || n === 0) return degenerate(0);
		if (p === 1) return degenerate(n);
		return pmf;
		function pmf(x) {
			var lnl;
			if (isnan(x)) return NaN;
			if (isNonNegativeInteger(x)) {
				if (x > n) return 0;
				lnl = binomcoefln(n, x);
				lnl += x * ln(p) + (n - x) * log1p(-p);
				return exp(lnl);
			}
			return 0;
		}
	}
	module.exports = factory;
}));

// node_modules/@stdlib/stats-base-dists-binomial-pmf/lib/index.js
var require_lib$3 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var setReadOnly = require_lib$18();
	var main = require_main$4();
	setReadOnly(main, "factory", require_factory$1());
	module.exports = main;
}));

// node_modules/@stdlib/math-base-assert-is-negative-integer/lib/main.js
var require_main$2 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var floor = require_lib$13();
	function isNegativeInteger(x) {
		return floor(x) === x && x < 0;
	}
	module.exports = isNegativeInteger;
}));

// node_modules/@stdlib/math-base-assert-is-negative-integer/lib/index.js
var require_lib$2 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var main = require_main$2();
	module.exports = main;
}));

// node_modules/@stdlib/math-base-special-factorialln/lib/main.js
var require_main$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isNegativeInteger = require_lib$2();
	var gammaln = require_lib$20();
	function factorialln(x) {
		if (isNegativeInteger(x)) return NaN;
		return gammaln(x + 1);
	}
	module.exports = factorialln;
}));

// node_modules/@stdlib/math-base-special-factorialln/lib/index.js
var require_lib$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var main = require_main$1();
	module.exports = main;
}));

// node_modules/@stdlib/stats-base-dists-hypergeometric-pmf/lib/main.js
var require_main = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isNonNegativeInteger = require_lib$8();
	var isnan = require_lib$15();
	var exp = require_lib$30();
	var fln = require_lib$1();
	var max = require_lib$23();
	var min = require_lib$24();
	var PINF = require_lib$16();
	function pmf(x, N, K, n) {
		var ldenom;
		var lnum;
		var lpmf;
		var maxs;
		var mins;
		if (isnan(x) || isnan(N) || isnan(K) || isnan(n) || !isNonNegativeInteger(N) || !isNonNegativeInteger(K) || !isNonNegativeInteger(n) || N === PINF || K === PINF || K > N || n > N) return NaN;
		mins = max(0, n + K - N);
		maxs = min(K, n);
		if (isNonNegativeInteger(x) && mins <= x && x <= maxs) {
			lnum = fln(n) + fln(K) + fln(N - n) + fln(N - K);
			ldenom = fln(N) + fln(x) + fln(n - x);
			ldenom += fln(K - x) + fln(N - K + x - n);
			lpmf = lnum - ldenom;
			return exp(lpmf);
		}
		return 0;
	}
	module.exports = pmf;
}));

// node_modules/@stdlib/stats-base-dists-hypergeometric-pmf/lib/factory.js
var require_factory = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isNonNegativeInteger = require_lib$8();
	var isnan = require_lib$15();
	var constantFunction = require_lib$17();
	var exp = require_lib$30();
	var fln = require_lib$1();
	var max = require_lib$23();
	var min = require_lib$24();
	var PINF = require_lib$16();
	function factory(N, K, n) {
		var maxs;
		var mins;
		if (isnan(N) || isnan(K) || isnan(n) || !isNonNegativeInteger(N) || !isNonNegativeInteger(K) || !isNonNegativeInteger(n) || N === PINF || K === PINF || K > N || n > N) return constantFunction(NaN);
		mins = max(0, n + K - N);
		maxs = min(K, n);
		return pmf;
		function pmf(x) {
			var ldenom;
			var lnum;
			var lpmf;
			if (isnan(x)) return NaN;
			if (isNonNegativeInteger(x) && mins <= x && x <= maxs) {
				lnum = fln(n) + fln(K) + fln(N - n) + fln(N - K);
				ldenom = fln(N) + fln(x) + fln(n - x);
				ldenom += fln(K - x) + fln(N - K + x - n);
				lpmf = lnum - ldenom;
				return exp(lpmf);
			}
			return 0;
		}
	}
	module.exports = factory;
}));

// node_modules/@stdlib/stats-base-dists-hypergeometric-pmf/lib/index.js
var require_lib = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var setReadOnly = require_lib$18();
	var main = require_main();
	setReadOnly(main, "factory", require_factory());
	module.exports = main;
}));

// src/statistics/exactTests.ts
var import_lib$1 = /* @__PURE__ */ __toESM(require_lib$7(), 1);
var import_lib$2 = /* @__PURE__ */ __toESM(require_lib$3(), 1);
var import_lib$3 = /* @__PURE__ */ __toESM(require_lib(), 1);
function asImprobable(probabilities, observed) {
	let sum = 0;
	for (const probability of probabilities) if (probability <= observed * 1.0000001) sum += probability;
	return Math.min(1, sum);
}
function binomialTest(hits, trials, share, alternative) {
	if (alternative === "fewer") return (0, import_lib$1.default)(hits, trials, share);
	if (alternative === "more") return (0, import_lib$1.default)(trials - hits, trials, 1 - share);
	const probabilities = Array.from({ length: trials + 1 }, (_, i) => (0, import_lib$2.default)(i, trials, share));
	return asImprobable(probabilities, probabilities[hits] ?? 0);
}
function shareOfFailures(failures, drawn, runs) {
	return Array.from({ length: Math.min(failures, drawn) + 1 }, (_, i) => (0, import_lib$3.default)(i, runs, failures, drawn));
}
const sum = (values) => values.reduce((total, value) => total + value, 0);
function exactP(probabilities, hits, alternative) {
	if (alternative === "fewer") return Math.min(1, sum(probabilities.slice(0, hits + 1)));
	if (alternative === "more") return Math.min(1, sum(probabilities.slice(hits)));
	return asImprobable(probabilities, probabilities[hits] ?? 0);
}
function fisherTest(group, other, alternative) {
	return exactP(shareOfFailures(group.failures + other.failures, group.runs, group.runs + other.runs), group.failures, alternative);
}

// src/statistics/compare.ts
const levels$1 = [.95, .99];
const claimWords = {
	differs: "the two differ",
	fewer: "it fails less often now",
	more: "it fails more often now"
};
const chanceWords = {
	differs: "a difference as large or larger",
	fewer: "so few failures or fewer afterwards",
	more: "so many failures or more afterwards"
};
function conclude(alternative, pValue, counts, nothingFailed) {
	if (nothingFailed) return {
		claimed: [],
		sentence: `${counts}. Nothing failed on either side: nothing to compare.`
	};
	const claimed = levels$1.filter((level) => pValue <= 1 - level + 1e-12);
	const strongest = claimed.at(-1);
	return {
		claimed,
		sentence: `${counts}. ${strongest ? `At ${confidencePercent(strongest)} ${claimWords[alternative]}` : `That is not enough to say at 95 % that ${claimWords[alternative]}`}: ${`were nothing changed, ${chanceWords[alternative]} would come up by chance with ${pWords(pValue)}`}.`
	};
}
function ratioOf(before, after, confidence) {
	if (before.failures === 0) return void 0;
	const total = before.failures + after.failures;
	const share = binomialProbability(after.failures, total, confidence);
	const odds = (p) => p >= 1 ? 1e400 : p / (1 - p) * (before.hours / after.hours);
	return {
		...share,
		estimate: odds(share.estimate),
		low: odds(share.low),
		high: odds(share.high)
	};
}
function compareRates(before, after, options = {}) {
	const { alternative = "differs", confidence = defaultConfidence } = options;
	const total = before.failures + after.failures;
	const share = after.hours / (before.hours + after.hours);
	const pValue = total === 0 ? 1 : binomialTest(after.failures, total, share, alternative);
	const say = (side) => `${plural$1(side.failures, "failure")} in ${hours(side.hours)} (${amount(side.failures / side.hours)} per hour)`;
	const ratio = ratioOf(before, after, confidence);
	return {
		test: "rates",
		alternative,
		pValue,
		before: poissonRate(before.failures, before.hours, confidence),
		after: poissonRate(after.failures, after.hours, confidence),
		...ratio && { ratio },
		...conclude(alternative, pValue, `Before ${say(before)}, after ${say(after)}`, total === 0)
	};
}
function compareRuns(before, after, options = {}) {
	const { alternative = "differs", confidence = defaultConfidence } = options;
	const pValue = fisherTest(after, before, alternative);
	const say = (side) => `${side.failures.toLocaleString("en-US")} of ${plural$1(side.runs, "run")} failed (${percent(side.failures / side.runs)})`;
	const nothingFailed = before.failures + after.failures === 0;
	return {
		test: "runs",
		alternative,
		pValue,
		before: binomialProbability(before.failures, before.runs, confidence),
		after: binomialProbability(after.failures, after.runs, confidence),
		...conclude(alternative, pValue, `Before ${say(before)}, after ${say(after)}`, nothingFailed)
	};
}

// src/statistics/firstBad.ts
const plainName = (scenario) => scenario.replace(/^[0-9a-f]{12}[-/]/, "");
const called = ({ series }, commit) => {
	const { describe, subject = "" } = series.find((one) => one.commit === commit) ?? {};
	const short = commit.slice(0, 12);
	return `${describe === void 0 || describe.includes(short.slice(0, 7)) ? short : `${describe} (${short})`}${subject === "" ? "" : ` "${subject}"`}`;
};
function testedCommits(series, guests) {
	return series.flatMap(({ commit }, place) => {
		const own = guests.filter((guest) => guest.commit === commit);
		const count = (verdict) => own.filter((guest) => guest.verdict === verdict).length;
		const failures = count("failed");
		const unbuilt = count("build-failed");
		const runs = failures + count("passed");
		return runs + unbuilt === 0 ? [] : [{
			commit,
			place,
			failures,
			runs,
			unbuilt
		}];
	});
}
const confidenceWords = (p) => `${Math.floor((1 - p) * 1e3) / 10} %`;
function stillNeeded(before, after) {
	for (let more = 1; more <= 1e3; more++) if (fisherTest(after, {
		failures: 0,
		runs: before + more
	}, "more") <= .05) return more;
}
function firstFailing(series, scenario, tested) {
	const ran = tested.filter(({ runs }) => runs > 0);
	const index = ran.findIndex(({ failures }) => failures > 0);
	const bad = ran[index];
	if (bad === void 0) return void 0;
	const from = ran.slice(index);
	const after = {
		failures: from.reduce((sum, { failures }) => sum + failures, 0),
		runs: from.reduce((sum, { runs }) => sum + runs, 0)
	};
	const name = called({ series }, bad.commit);
	const counts = `${after.failures} of ${plural$1(after.runs, "run")} failed from it on`;
	const before = ran[index - 1];
	if (before === void 0) return {
		scenario,
		commit: bad.commit,
		kind: "run",
		sentence: `${scenario} fails already at the first commit tested, ${name}: ${counts}. The first bad commit is that one or one before it.`
	};
	const p = fisherTest(after, {
		failures: 0,
		runs: before.runs
	}, "more");
	const between = bad.place - before.place - 1;
	const gap = between === 0 ? "" : ` ${plural$1(between, "commit")} between it and the last good one ran nothing, and may be the first as well.`;
	const needed = p <= .05 ? void 0 : stillNeeded(before.runs, after);
	const more = needed === void 0 ? "" : ` For 95 %, ${plural$1(needed, "more run")} of ${before.commit.slice(0, 12)} must pass.`;
	return {
		scenario,
		commit: bad.commit,
		kind: "run",
		confidence: 1 - p,
		sentence: `${scenario}: the first bad commit is ${name}, with ${confidenceWords(p)} confidence: ${counts}, none of ${plural$1(before.runs, "run")} of the commit before. Were that one just as bad, this would come up by chance with ${pWords(p)}.${gap}${more}`
	};
}
function firstUnbuilt(series, scenario, tested) {
	const index = tested.findIndex(({ unbuilt }) => unbuilt > 0);
	const bad = tested[index];
	if (bad === void 0) return void 0;
	const name = called({ series }, bad.commit);
	const sentence = index === 0 ? `${scenario} does not build at the first commit tested, ${name}.` : `${scenario}: the first commit that does not build is ${name}.`;
	return {
		scenario,
		commit: bad.commit,
		kind: "build",
		...index === 0 ? {} : { confidence: 1 },
		sentence
	};
}
function firstBadCommits({ series = [], guests, suite }) {
	if (series.length < 2) return [];
	return [...Map.groupBy(guests, (guest) => `${guest.suite ?? suite} ${plainName(guest.scenario)}`)].flatMap(([key, own]) => {
		const [of = "", scenario = ""] = key.split(" ");
		const tested = testedCommits(series, own);
		return [firstFailing(series, scenario, tested), firstUnbuilt(series, scenario, tested)].flatMap((one) => one === void 0 ? [] : [{
			suite: of,
			...one
		}]);
	});
}

// src/statistics/needed.ts
var import_lib = /* @__PURE__ */ __toESM(require_lib$31(), 1);
function checkConfidence(confidence) {
	if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence}: give a share between 0 and 1, such as 0.95`);
}
function runsNeeded(probability, confidence) {
	checkConfidence(confidence);
	if (probability >= 1) return 1;
	if (probability <= 0) return 1e400;
	return Math.ceil(Math.log1p(-confidence) / Math.log1p(-probability) - 1e-9);
}
function hoursNeeded(ratePerHour, confidence) {
	checkConfidence(confidence);
	return ratePerHour > 0 ? -Math.log1p(-confidence) / ratePerHour : 1e400;
}
function hoursToClaim(before, confidence, failuresAfter = 0) {
	checkConfidence(confidence);
	if (before.failures === 0) return 1e400;
	const share = (0, import_lib.default)(1 - confidence, before.failures, failuresAfter + 1);
	return before.hours * (1 / share - 1);
}
function runsToClaim(before, confidence, failuresAfter = 0) {
	checkConfidence(confidence);
	if (before.failures === 0) return 1e400;
	const enough = (runs) => fisherTest({
		failures: failuresAfter,
		runs
	}, before, "fewer") <= (1 - confidence) * (1 + 1e-9);
	let [low, high] = [failuresAfter, Math.max(1, failuresAfter)];
	while (!enough(high)) {
		low = high;
		high *= 2;
	}
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (enough(middle)) high = middle;
		else low = middle;
	}
	return high;
}

// src/statistics/moreNeeded.ts
const levels = [.95, .99];
function moreNeeded(now, before) {
	const earlier = before && before.failures > 0 ? before : now;
	if (earlier.failures === 0) return [];
	const done = earlier === now ? {
		failures: 0,
		hours: 0,
		samples: 0
	} : now;
	const clean = done.failures === 0;
	const left = (whole, spent) => Math.max(0, whole - spent);
	return levels.map((confidence) => {
		const runs = runsToClaim({
			failures: earlier.failures,
			runs: earlier.samples
		}, confidence, done.failures);
		const chance = earlier.failures / earlier.samples;
		const inHours = earlier.hours > 0 && {
			hours: left(hoursToClaim(earlier, confidence, done.failures), done.hours),
			hoursAtKnownRate: left(hoursNeeded(earlier.failures / earlier.hours, confidence), clean ? done.hours : 0)
		};
		return {
			confidence,
			runs: left(runs, done.samples),
			runsAtKnownRate: left(runsNeeded(chance, confidence), clean ? done.samples : 0),
			...inHours
		};
	});
}
function one({ hours: time, runs }) {
	return time === void 0 ? plural$1(runs, "run") : `${hours(time)} (${plural$1(runs, "run")})`;
}
function moreNeededWords(needed, after) {
	if (needed.length === 0) return "";
	const open = needed.filter(({ hours: time, runs }) => (time ?? runs) > 0);
	if (open.length === 0) return "Nothing more need be run to claim that it fails less often.";
	const amounts = open.map((level) => `${one(level)} at ${confidencePercent(level.confidence)}`).join(", ");
	return after ? `To claim that it fails less often, still to be run without another failure: ${amounts}.` : `To claim after a fix that it fails less often, to be run without a failure: ${amounts}.`;
}

// src/statistics/systems.ts
function holm(pValues) {
	const order = pValues.map((p, index) => ({
		p,
		index
	})).sort((a, b) => a.p - b.p);
	const corrected = new Array(pValues.length);
	let largest = 0;
	for (const [rank, { p, index }] of order.entries()) {
		largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
		corrected[index] = largest;
	}
	return corrected;
}
function convolve(a, b) {
	const sum = new Array(a.length + b.length - 1).fill(0);
	for (const [i, p] of a.entries()) for (const [j, q] of b.entries()) sum[i + j] = (sum[i + j] ?? 0) + p * q;
	return sum;
}
function count(samples) {
	return {
		samples: samples.length,
		failures: samples.filter(({ failed }) => failed).length
	};
}
function strataOf(samples) {
	return [...Map.groupBy(samples, ({ suite, scenario, commit, planned }) => JSON.stringify([
		suite,
		scenario,
		commit,
		planned
	])).values()].map((members) => {
		const bySystem = Map.groupBy(members, ({ system }) => system ?? "");
		return {
			...count(members),
			bySystem: new Map([...bySystem].map(([name, own]) => [name, count(own)]))
		};
	});
}
function judge(system, strata) {
	let distribution = [1];
	let [samples, failures, expected] = [
		0,
		0,
		0
	];
	for (const stratum of strata) {
		const own = stratum.bySystem.get(system);
		if (!own) continue;
		samples += own.samples;
		failures += own.failures;
		if (stratum.failures === 0) continue;
		expected += stratum.failures * own.samples / stratum.samples;
		distribution = convolve(distribution, shareOfFailures(stratum.failures, own.samples, stratum.samples));
	}
	return {
		system,
		samples,
		failures,
		expected,
		pValue: exactP(distribution, failures, "more")
	};
}
function accuse(one, all, systems) {
	const rest = {
		samples: all.samples - one.samples,
		failures: all.failures - one.failures
	};
	return `${one.system} fails more often than the rest: ${one.failures} of ${plural$1(one.samples, "run")} (${percent(one.failures / one.samples)}), the others ${rest.failures} of ${rest.samples} (${percent(rest.failures / rest.samples)}); ${amount(one.expected)} would be its share (${pWords(one.corrected)}, corrected for ${systems}). Look at the machine before blaming a commit.`;
}
function describe(systems, suspicious, all) {
	const number = plural$1(systems.length, "system");
	const worst = systems[0];
	if (all.failures === 0 || !worst) return `No run failed on any of ${number}.`;
	if (suspicious.length > 0) return suspicious.map((one) => accuse(one, all, number)).join(" ");
	return `No system fails more often than chance explains (${number}; the most suspicious is ${worst.system}, ${pWords(worst.corrected)} corrected for their number).`;
}
function compareSystems(samples, confidence = .95) {
	const known = samples.filter(({ system }) => system !== void 0);
	const names = [...new Set(known.map(({ system }) => system ?? ""))];
	if (names.length < 2) return void 0;
	const strata = strataOf(known);
	const judged = names.map((system) => judge(system, strata));
	const corrected = holm(judged.map(({ pValue }) => pValue));
	const systems = judged.map((one, index) => ({
		...one,
		corrected: corrected[index] ?? 1
	})).sort((a, b) => a.pValue - b.pValue || b.failures - a.failures || a.system.localeCompare(b.system));
	const suspicious = systems.filter((one) => one.corrected <= 1 - confidence + 1e-12);
	return {
		systems,
		suspicious: suspicious.map(({ system }) => system),
		sentence: describe(systems, suspicious, count(known))
	};
}

// src/statistics/summary.ts
function rateWords({ failures, samples, hours: tested }, rate, chance) {
	const sure = confidencePercent(chance.confidence);
	const during = tested > 0 ? ` in ${hours(tested)}` : "";
	if (failures === 0) {
		const perRun = `fewer than ${percent(chance.high)} of runs`;
		const perHour = tested > 0 ? `, and less often than once in ${hours(1 / rate.high)}` : "";
		return `None of ${plural$1(samples, "run")} failed${during}; at ${sure} confidence it fails in ${perRun}${perHour}.`;
	}
	const range = (one, say) => `${say(one.low)} to ${say(one.high)}`;
	const perHour = tested > 0 ? `, ${amount(rate.estimate)} per hour (${range(rate, amount)}), once in ${hours(1 / rate.estimate)}` : "";
	return `${failures.toLocaleString("en-US")} of ${plural$1(samples, "run")} failed${during}: ${percent(chance.estimate)} of runs (${sure} interval ${range(chance, percent)})${perHour}.`;
}
function statisticsOf$1(now, before, options) {
	const { confidence = defaultConfidence, alternative = "fewer" } = options;
	const ratePerHour = now.hours > 0 ? shownRate(now.failures, now.hours, confidence) : {
		estimate: 0,
		low: 0,
		high: 1e400,
		confidence,
		sides: "upper"
	};
	const failureProbability = shownProbability(now.failures, now.samples, confidence);
	const comparisons = [];
	if (before && before.samples > 0) {
		const asked = {
			alternative,
			confidence
		};
		if (before.hours > 0 && now.hours > 0) comparisons.push(compareRates(before, now, asked));
		const runs = (side) => ({
			failures: side.failures,
			runs: side.samples
		});
		comparisons.push(compareRuns(runs(before), runs(now), asked));
	}
	const needed = moreNeeded(now, before);
	const words = moreNeededWords(needed, before !== void 0 && before.failures > 0);
	return {
		...now,
		ratePerHour,
		failureProbability,
		sentence: rateWords(now, ratePerHour, failureProbability),
		needed,
		...words && { moreNeeded: words },
		comparisons
	};
}
__name(statisticsOf$1, "statisticsOf");
const keyOf = ({ suite, scenario }) => `${suite} ${scenario}`;
function scenarioStatistics(now, before, options) {
	const earlier = Map.groupBy(before, keyOf);
	return byScenario(now).flatMap((samples) => {
		const first = samples[0];
		if (!first) return [];
		const then = earlier.get(keyOf(first));
		return [{
			suite: first.suite,
			scenario: first.scenario,
			...statisticsOf$1(tally$1(samples), then && tally$1(then), options)
		}];
	});
}
function fingerprintStatistics(now, before, options) {
	const seen = /* @__PURE__ */ new Map();
	for (const sample of [...now, ...before]) for (const [fingerprint, title] of sample.errors) {
		const entry = seen.get(fingerprint) ?? {
			title,
			keys: /* @__PURE__ */ new Set()
		};
		seen.set(fingerprint, entry);
		entry.keys.add(keyOf(sample));
	}
	return [...seen].flatMap(([fingerprint, { title, keys }]) => {
		const mine = (sample) => keys.has(keyOf(sample));
		const failed = ({ errors }) => errors.has(fingerprint);
		const here = now.filter(mine);
		if (here.length === 0) return [];
		const then = before.filter(mine);
		return [{
			fingerprint,
			title,
			scenarios: [...new Set([...here, ...then].filter(failed).map(({ scenario }) => scenario))],
			...statisticsOf$1(tally$1(here, failed), then.length > 0 ? tally$1(then, failed) : void 0, options)
		}];
	}).sort((a, b) => b.failures - a.failures || a.title.localeCompare(b.title));
}
function notesOf(scenarios, fingerprints) {
	return [...scenarios.map((one) => ({
		...one,
		name: one.scenario
	})), ...fingerprints.map((one) => ({
		...one,
		name: one.title
	}))].flatMap(({ name, comparisons }) => comparisons.slice(0, 1).map((c) => `${name}: ${c.sentence}`));
}
function summarise(results, options = {}) {
	const { samples, leftOut } = samplesOf(results);
	const before = samplesOf(options.before ?? []).samples;
	const systems = compareSystems(samples, options.confidence);
	const scenarios = scenarioStatistics(samples, before, options);
	const fingerprints = fingerprintStatistics(samples, before, options);
	return {
		confidence: options.confidence ?? .95,
		kernels: [...new Set(results.flatMap(({ kernel }) => kernel.commit ?? []))],
		total: tally$1(samples),
		leftOut,
		scenarios,
		fingerprints,
		...systems && { systems },
		firstBad: results.flatMap(firstBadCommits),
		notes: [...notesOf(scenarios, fingerprints), ...systems ? [systems.sentence] : []]
	};
}

// src/report/html/excerpts.ts
const context = 100;
const findingLines = 400;
const mostLines = 2e3;
const tailLines = 200;
const lineBytes = 1e3;
const most = {
	all: 6e6,
	around: 16e4,
	tail: 24e3
};
function sharesOf(guests, withFindings) {
	const tail = Math.min(most.tail, Math.floor(most.all / 2 / Math.max(1, guests)));
	const rest = most.all - tail * guests;
	return {
		tail,
		around: Math.min(most.around, Math.floor(rest / Math.max(1, withFindings)))
	};
}
function rangesAround(findings) {
	let chosen = [];
	for (const { consoleLine, lines } of findings) {
		const merged = mergeRanges([...chosen, {
			first: Math.max(1, consoleLine - context),
			last: consoleLine + Math.min(lines, findingLines) - 1 + context
		}]);
		if (merged.reduce((sum, { first, last }) => sum + last - first + 1, 0) <= mostLines) chosen = merged;
	}
	return chosen;
}
function mergeRanges(ranges) {
	const merged = [];
	for (const range of ranges.toSorted((a, b) => a.first - b.first)) {
		const before = merged.at(-1);
		if (before !== void 0 && range.first <= before.last + 1) before.last = Math.max(before.last, range.last);
		else merged.push({ ...range });
	}
	return merged;
}
const nothing = Buffer.alloc(0);
function textOf(line) {
	const text = line.toString("utf8", 0, lineBytes).replace(/\r+$/, "").replaceAll("\r", " ");
	return line.length > lineBytes ? `${text}…` : text;
}
var ExcerptPicker = class {
	#decoder = new Decoder();
	#ranges;
	#share;
	#picked = [];
	#range = 0;
	#room;
	#line = 1;
	#carry = nothing;
	#tail = nothing;
	#whole = true;
	#endsLine = true;
	#lines;
	bytes = 0;
	constructor(ranges, share) {
		this.#ranges = ranges;
		this.#share = share;
		this.#room = share.around;
	}
	get isPastFindings() {
		return this.#range >= this.#ranges.length || this.#room <= 0;
	}
	write(block) {
		this.#take(this.#decoder.write(block));
	}
	skipTo(whole, left) {
		this.#take(this.#decoder.flush());
		this.#tail = nothing;
		this.#whole = false;
		this.#range = this.#ranges.length;
		this.bytes = whole.bytes - left;
		this.#lines = whole.lines;
	}
	#take(decoded) {
		if (decoded.length === 0) return;
		const block = Buffer.from(decoded.buffer, decoded.byteOffset, decoded.length);
		this.bytes += block.length;
		this.#endsLine = block.at(-1) === 10;
		this.#keepTail(block);
		let start = 0;
		for (let end = block.indexOf(10); end >= 0; end = block.indexOf(10, start)) {
			if (this.#isWanted) this.#pick(block.subarray(start, end));
			this.#line++;
			start = end + 1;
		}
		if (this.#isWanted) this.#carry = Buffer.concat([this.#carry, block.subarray(start)].map(beginning));
	}
	get #isWanted() {
		return !this.isPastFindings && this.#line >= (this.#ranges[this.#range]?.first ?? 1e400);
	}
	#pick(rest) {
		const range = this.#ranges[this.#range];
		if (range === void 0) return;
		const text = textOf(Buffer.concat([this.#carry, rest].map(beginning)));
		this.#carry = nothing;
		this.#room -= text.length + 1;
		if (this.#room <= 0) return;
		if (this.#line === range.first) this.#picked.push({
			firstLine: this.#line,
			lines: []
		});
		this.#picked.at(-1)?.lines.push(text);
		if (this.#line === range.last) this.#range++;
	}
	#keepTail(block) {
		const { tail } = this.#share;
		const all = Buffer.concat([this.#tail, block.subarray(Math.max(0, block.length - tail))]);
		if (this.#tail.length + block.length > tail) this.#whole = false;
		this.#tail = Buffer.from(all.subarray(Math.max(0, all.length - tail)));
	}
	end() {
		this.#take(this.#decoder.flush());
		if (!this.#endsLine) {
			if (this.#isWanted) this.#pick(nothing);
			this.#line++;
		}
		const lines = this.#lines ?? this.#line - 1;
		const last = this.#picked.at(-1);
		const after = last === void 0 ? 0 : last.firstLine + last.lines.length - 1;
		const tail = this.#lastLines(lines);
		const shared = Math.max(0, after - tail.firstLine + 1);
		const end = {
			firstLine: tail.firstLine + shared,
			lines: tail.lines.slice(shared)
		};
		if (last !== void 0 && end.firstLine === after + 1) last.lines.push(...end.lines);
		else this.#picked.push(end);
		return {
			lines,
			excerpts: this.#picked.filter((piece) => piece.lines.length > 0).map(({ firstLine, lines: own }) => ({
				firstLine,
				text: own.join("\n")
			}))
		};
	}
	#lastLines(lines) {
		const end = this.#tail.length - (this.#endsLine ? 1 : 0);
		const all = [];
		for (let stop = end; stop >= 0 && this.#tail.length > 0 && all.length < tailLines;) {
			const start = stop === 0 ? 0 : this.#tail.lastIndexOf(10, stop - 1) + 1;
			if (start === 0 && !this.#whole) break;
			all.unshift(textOf(this.#tail.subarray(start, stop)));
			stop = start - 1;
		}
		return {
			firstLine: lines - all.length + 1,
			lines: all
		};
	}
};
const beginning = (bytes) => bytes.subarray(0, 1001);

// src/stages/publish/consoles.ts
const mostRead = 256 * 2 ** 20;
const block = 1 << 18;
const head = 4096;
function lastOfEach(guests) {
	const last = /* @__PURE__ */ new Map();
	for (const guest of guests) {
		if (guest.console === void 0) continue;
		const known = last.get(guest.console) ?? {
			attempt: 0,
			sample: 0
		};
		if ((guest.attempt - known.attempt || guest.sample - known.sample) > 0) last.set(guest.console, guest);
	}
	return new Set(last.values());
}
async function consolesFor(results, out) {
	const { guests, rundir } = results;
	const of = /* @__PURE__ */ new Map();
	const unread = [];
	const last = lastOfEach(guests);
	const share = sharesOf(last.size, guests.filter(({ findings }) => findings.length > 0).length);
	for (const guest of guests) {
		const { console } = guest;
		if (console === void 0 || !isSafePath(console)) continue;
		const names = [...last.has(guest) ? [console] : [], join(dirname(console), sampleConsole(guest.sample))];
		try {
			for (const name of names) {
				const found = await consoleOf(rundir, name, guest, share);
				if (found === void 0) continue;
				const link = relative(out, join(rundir, name)).split("/").map(encodeURIComponent).join("/");
				of.set(guest, {
					link,
					...found
				});
				break;
			}
		} catch (error) {
			unread.push(messageOf(error));
		}
	}
	return {
		of,
		unread
	};
}
async function consoleOf(run, name, guest, share) {
	const path = join(run, name);
	const real = await locateFile(run, path);
	if (real === void 0 || !isInside(await realpath(real), await realpath(run))) return void 0;
	const picker = new ExcerptPicker(rangesAround(guest.findings), share);
	const { consoleBytes: bytes = 0, consoleLines: lines } = guest;
	if (name.endsWith(`/${guestFiles.console}`)) {
		await using file = await openFile(run, path);
		if (file === void 0) return void 0;
		const { size } = await file.stat();
		const isKnown = size === bytes && lines !== void 0;
		if (!isKnown && size > mostRead) return void 0;
		await readPlain(file, size, picker, share, isKnown ? {
			bytes,
			lines
		} : void 0);
	} else {
		if (bytes > mostRead) return lines === void 0 ? { excerpts: [] } : {
			lines,
			excerpts: []
		};
		await readConsole(run, path, (piece) => picker.write(piece));
	}
	const picked = picker.end();
	return picker.bytes === bytes ? picked : void 0;
}
async function readPlain(file, size, picker, { tail }, known) {
	const buffer = Buffer.allocUnsafeSlow(block);
	for (let at = 0; at < size;) {
		const isDone = picker.isPastFindings || at >= mostRead;
		if (isDone && known !== void 0 && at >= head && size - at > tail) {
			picker.skipTo(known, tail);
			at = size - tail;
		}
		const length = Math.min(isDone && at < head ? head : block, size - at);
		const { bytesRead } = await file.read(buffer, 0, length, at);
		if (bytesRead === 0) return;
		picker.write(buffer.subarray(0, bytesRead));
		at += bytesRead;
	}
}

// src/stages/publish/reportFiles.ts
var ReportFiles = class {
	folder;
	#unwritten = [];
	#reason;
	constructor(folder) {
		this.folder = folder;
	}
	async write(name, text) {
		const path = join(this.folder, name);
		try {
			await writeAtomically(path, printable(text()));
			return path;
		} catch (error) {
			this.#unwritten.push(name);
			this.#reason ??= await diskTrouble(error, path) ?? messageOf(error);
			return;
		}
	}
	tell(ui, rundir) {
		if (this.#unwritten.length === 0) return;
		ui.warning(`${this.folder}: ${this.#unwritten.join(", ")} not written. ${this.#reason?.replace(/\.$/, "")}. To have them elsewhere: rcutorture-action report --rundir ${quoteWord(rundir)} --out DIR`);
	}
};
async function reportFolder(out, rundir) {
	if (out === void 0) return rundir;
	await mkdir(out, { recursive: true }).catch((error) => {
		throw new InputError(`out: "${out}" cannot be made (${messageOf(error)}); give a folder that you may write to.`);
	});
	return out;
}

// src/stages/publish/publish.ts
var publish_exports = /* @__PURE__ */ __exportAll({ publish: () => publish });
const annotationLimit = 10;
const reports = {
	"summary.md": renderSummary,
	"report.html": renderHtml,
	"junit.xml": (results) => renderJunit(results),
	"results.ktap": renderKtap,
	"mail.txt": renderMail
};
function statisticsOf(results, alike) {
	const own = summarise([results]);
	if (alike.length === 0) return own;
	const all = summarise([results, ...alike]);
	const known = new Set(own.scenarios.map(({ scenario }) => scenario));
	return {
		...all,
		scenarios: all.scenarios.filter(({ scenario }) => known.has(scenario)),
		notes: [...all.notes, `Counted in: ${plural(all.total.samples - own.total.samples, "run")} of guests in ${plural(alike.length, "earlier workflow run")} of the same kernel.`]
	};
}
async function publish(results, ui, history, alike = [], out = results.rundir) {
	const { rundir } = results;
	const files = new ReportFiles(out);
	const path = await files.write(runFiles.results, () => `${printableJson(results, 2)}\n`);
	if (path !== void 0) ui.output("results", path);
	ui.output("rundir", rundir);
	ui.output("result", results.verdict);
	ui.output("failed-scenarios", failedNames(results.guests, results.builds).join(" "));
	const consoles = await consolesFor(results, out);
	const [reason] = consoles.unread;
	if (reason !== void 0) ui.warning(`report.html lacks ${plural(consoles.unread.length, "console")}: ${reason}`);
	const options = {
		statistics: statisticsOf(results, alike),
		consoles: (guest) => consoles.of.get(guest),
		...history === void 0 ? {} : { history }
	};
	const written = /* @__PURE__ */ new Map();
	for (const [name, render] of Object.entries(reports)) written.set(name, await files.write(name, () => render(results, options)));
	ui.annotate(annotationsOf(results, { limit: annotationLimit }));
	const shown = [{
		label: "report",
		path: written.get("report.html")
	}, {
		label: "results",
		path
	}].flatMap(({ label, path: file }) => file === void 0 ? [] : [{
		label,
		path: file
	}]);
	await ui.summary({
		markdown: renderSummary(results, options),
		text: (look) => renderTerminal(results, {
			...look,
			reports: shown,
			statistics: options.statistics
		})
	});
	files.tell(ui, rundir);
}

// src/modes/merge.ts
var merge_exports = /* @__PURE__ */ __exportAll({ merge: () => merge });
async function merge(context) {
	const { inputs, environment, ui } = context;
	const res = join(environment.workspace, "res");
	const { path } = await newRunDirectory(inputs, res, environment.workspace, /* @__PURE__ */ new Date(), "-merged");
	const store = await context.openStore();
	let plan;
	try {
		plan = await openPlan(context, store);
	} catch (error) {
		if (!(error instanceof InfrastructureError)) throw error;
		await mkdir(path, { recursive: true });
		const results = withoutPlan(context, path, messageOf(error));
		await publish(results, ui);
		return exitStatusFor(results.verdict);
	}
	await mkdir(path, { recursive: true });
	const results = await mergedResults(context, store, plan, path);
	const run = {
		suite: results.suite,
		tree: void 0,
		rerunOf: void 0
	};
	const history = plan.series.length > 0 ? void 0 : await historyFor(context, {
		run,
		store
	}, results);
	await publish(results, ui, history?.past, history?.alike);
	await history?.keep();
	return exitStatusFor(results.verdict);
}

// src/stages/conclude/runDirectory.ts
function concludeRunDirectory(facts) {
	const { run, guests, builds, scriptsErrors, before, attempt, repository, killed = false } = facts;
	return assembleResults({
		run,
		guests,
		builds,
		scriptsBuildErrors: scriptsErrors,
		systems: before?.systems ?? [],
		attempt: before?.attempt ?? attempt,
		repository: before?.kernel.repository ?? repository,
		describe: before?.kernel.describe,
		interrupted: killed,
		infrastructure: [],
		now: /* @__PURE__ */ new Date()
	});
}

// src/modes/report.ts
var report_exports = /* @__PURE__ */ __exportAll({ report: () => report });
async function report(context) {
	const { inputs, environment, ui } = context;
	const path = resolve(environment.workspace, inputs.rundir ?? ".");
	const { attempt, repository } = environment;
	const about = {
		ignore: parseIgnoreLines(inputs.ignore, /* @__PURE__ */ new Date()),
		attempt,
		repository
	};
	const out = await reportFolder(inputs.out && resolve(environment.workspace, inputs.out), path);
	const judged = await judgeRunDirectory(path, about);
	const guests = await enrich(judged.guests, {
		...judged,
		out
	}, context);
	const results = concludeRunDirectory({
		...about,
		...judged,
		guests
	});
	await publish(results, ui, void 0, [], out);
	return exitStatusFor(results.verdict);
}

// src/modes/salvage.ts
var salvage_exports = /* @__PURE__ */ __exportAll({ salvage: () => salvage });
async function salvage(state, { ui, surroundings }) {
	if (state.finished) return;
	ui.warning("The main step did not finish; this is what its guests' consoles say.");
	const about = {
		...state,
		killed: true
	};
	const judged = await judgeRunDirectory(state.rundir, about);
	await publish(concludeRunDirectory({
		...about,
		...judged
	}), ui);
	if (!await isShard(state.rundir)) return;
	const { environment, store } = await surroundings();
	await keepShard({
		environment,
		ui
	}, store, state.rundir);
}

export { merge_exports as src_modes_merge_ts, report_exports as src_modes_report_ts, salvage_exports as src_modes_salvage_ts, history_exports as src_stages_conclude_history_ts, publish_exports as src_stages_publish_publish_ts };