import { __exportAll, __name } from "./rolldown-runtime.js";
import { _enum, array, cleanLine, code, context_exports, cutCharacters, datetime, details, escapeHtml, escapeMarkdown, fence, link as link$1, literal, number, object, string, table } from "./action.js";
import { ReportFiles, Session, addToBaseline, announceDefaults, bringScripts, buildCommand, buildJob, buildKey, buildOptions, buildSets, cacheOf, commitLink, commitWord, defaultDuration, enrich_exports, exec, expectedQemu, factLines, fetchBuilds, fetchRecord, findProgram, findingKindSchema, findingSchema, formatDuration, formatPercent, fromStore, gate, gitCommand, hasKernel, hasVerdict, html, isSameBug, jobOf, judgeGuest, judged, keepAttempt, keepBuilt, kernelFacts, kernelName, keysOf, labelOf, latestGuests, lease_exports, localStore_exports, lockTree, lowered, newRunDirectory, openKernelTree, openPlan, openRunDirectory, openStore, overviewOf, ownFiles, pLimit, packBatches, parseIgnoreLines, placeGuest, placeOf, planGuests, planJob, planOnOne, plural, prepareKernels, prepareMachine, quote, readGitFacts, readQemuCmd, readSuite, recordPrefix, recordsOfRun, renderBatches, renderBatchesFile, renderPlan, renderScenarios, renderSchedule, reserveRunDirectory, resultsAt, roomHere, runDirectory_exports, saveRecord, scenarioOf, scriptsOf, sourceLink, stringWidth, style, surveySystems, timesKnown, trace, version_exports, waysToReproduce, whereabouts, withPlanInputs, writeAtomically, writeStoredRun } from "./shared.js";
import { InfrastructureError, InputError, StopRequest, defaultBudget, exitStatus, goodRateOf as goodRateOf$1, killMarked, local_exports, markVariable, messageOf, mortal, plainEnvironment, printable, printableJson, stopOf } from "./core.js";
import { guestFiles, guestNameOf, optionValue, runFiles } from "./console.js";
import { copyFile, link, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readFileSync } from "node:fs";
import { createHash, hash, randomUUID } from "node:crypto";
import { tmpdir } from "node:os";

// src/kernel/buildEnvironment.ts
const buildNames = [
	"ARCH",
	"SUBARCH",
	"CROSS_COMPILE*",
	"LLVM",
	"LLVM_IAS",
	"CC",
	"CXX",
	"LD",
	"AR",
	"NM",
	"STRIP",
	"OBJCOPY",
	"OBJDUMP",
	"READELF",
	"HOSTCC",
	"HOSTCXX",
	"HOSTLD",
	"HOSTAR",
	"HOSTCFLAGS",
	"HOSTCXXFLAGS",
	"HOSTLDFLAGS",
	"HOSTLDLIBS",
	"HOSTPKG_CONFIG",
	"RUSTC",
	"HOSTRUSTC",
	"RUSTFMT",
	"RUSTDOC",
	"BINDGEN",
	"RUST_LIB_SRC",
	"PAHOLE",
	"LEX",
	"YACC",
	"AWK",
	"PERL",
	"PYTHON3",
	"CONFIG_SHELL",
	"KCFLAGS",
	"KCPPFLAGS",
	"KAFLAGS",
	"KRUSTFLAGS",
	"KBUILD_*",
	"KCONFIG_*",
	"LOCALVERSION",
	"MAKEFLAGS",
	"SOURCE_DATE_EPOCH",
	"TORTURE_*",
	"CPATH",
	"C_INCLUDE_PATH",
	"LIBRARY_PATH",
	"COMPILER_PATH",
	"GCC_EXEC_PREFIX",
	"PKG_CONFIG*",
	"NIX_BINTOOLS*",
	"NIX_CC*",
	"NIX_CFLAGS*",
	"NIX_HARDENING*",
	"NIX_LDFLAGS*",
	"CCACHE_*",
	"DISTCC_*",
	"ICECC*"
];
function buildEnvironment(variables) {
	return plainEnvironment(variables, buildNames);
}

// src/github/exec.ts
var exec_exports = /* @__PURE__ */ __exportAll({ runProgram: () => runProgram });
async function runProgram(command, listeners, signal) {
	if (signal?.aborted) return 137;
	const temporary = await mkdtemp(join(tmpdir(), "rcutorture-action-"));
	const { mark, over } = mortal({ folder: temporary });
	const session = await findProgram("setsid", process.env.PATH ?? "");
	let killed;
	const kill = () => {
		killed = killMarked(mark);
	};
	signal?.addEventListener("abort", kill, { once: true });
	try {
		const [program, ...args] = session === void 0 ? command.argv : [session, ...command.argv];
		const status = await exec(`"${program}"`, args, {
			...command.cwd === void 0 ? {} : { cwd: command.cwd },
			env: {
				...buildEnvironment(process.env),
				TMPDIR: temporary,
				...command.env,
				[markVariable]: mark
			},
			silent: true,
			ignoreReturnCode: true,
			listeners
		});
		return signal?.aborted ? 137 : status;
	} finally {
		signal?.removeEventListener("abort", kill);
		await killed;
		await rm(temporary, {
			recursive: true,
			force: true
		});
		over();
	}
}

// src/modes/baseline.ts
var baseline_exports = /* @__PURE__ */ __exportAll({ baseline: () => baseline });
const days = 90;
const day = 864e5;
const defaultFile = "rcutorture-baseline.txt";
async function baseline({ inputs, environment, ui }) {
	const rundir = resolve(environment.workspace, inputs.rundir ?? ".");
	const path = resolve(environment.workspace, inputs.baseline ?? defaultFile);
	const about = {
		ignore: parseIgnoreLines(inputs.ignore, /* @__PURE__ */ new Date()),
		attempt: environment.attempt
	};
	const results = await judged(rundir, about);
	const { newFailures } = gate(results, {
		failOn: "any",
		baseline: [],
		past: void 0
	});
	const before = await readFile(path, "utf8").catch((error) => {
		if (error.code === "ENOENT") return "";
		throw new InputError(`baseline: "${path}" cannot be read (${messageOf(error)}).`);
	});
	const until = new Date(Date.now() + days * day).toISOString().slice(0, 10);
	const { text, added } = addToBaseline(before, newFailures, until);
	if (added > 0) await writeAtomically(path, text);
	ui.info(added === 0 ? `${path}: every failure of ${rundir} that can be named stands there; nothing was added.` : `${path}: ${added} added, until ${until}. Say in each line why the failure is known, and commit the file.`);
	return exitStatus.passed;
}

// src/bisect/observations.ts
const commitSchema = string().regex(/^[0-9a-f]{40,64}$/);
const sightingSchema = object({
	fingerprint: string().max(200),
	title: string().max(1e3)
});
const observationSchema = object({
	id: string().regex(/^[\w.:+-]{1,120}$/),
	commit: commitSchema,
	outcome: _enum([
		"ran",
		"cut",
		"boot",
		"build"
	]),
	errors: array(sightingSchema).max(100),
	seconds: number().nonnegative(),
	system: string().max(300).optional()
});
function news(told, observations) {
	const known = new Set(observations.map(({ id }) => id));
	return told.filter(({ id }) => id === void 0 || !known.has(id));
}
function failureNamed(given) {
	const words = given.toLowerCase();
	return ({ fingerprint, title }) => fingerprint === given || title.toLowerCase().includes(words);
}
function mostFrequent(observations, commit) {
	const seen = observations.filter((one) => one.commit === commit).flatMap(({ errors }) => errors);
	const [most] = [...Map.groupBy(seen, ({ fingerprint }) => fingerprint).values()].sort((a, b) => b.length - a.length);
	return most?.[0];
}
const enoughDead = {
	boot: 2,
	cut: 8
};
function countOf(observations, told, failure) {
	const shows = ({ errors }) => errors.some(failure);
	const sum = (of) => of.reduce((total, { seconds }) => total + seconds, 0);
	const saidSo = (word) => told.filter((one) => one.word === word).reduce((total, { count }) => total + count, 0);
	const having = (outcome) => observations.filter((one) => one.outcome === outcome);
	const failed = observations.filter(shows);
	const silent = (outcome) => having(outcome).filter((one) => !shows(one));
	const [builds, passed, boots, cut] = [
		having("build"),
		silent("ran"),
		silent("boot"),
		silent("cut")
	];
	const failures = failed.length + saidSo("failed");
	const passes = passed.length + saidSo("passed");
	const untestable = failures + passes > 0 ? void 0 : builds.length > 0 || saidSo("no-build") > 0 ? "build" : boots.length >= enoughDead.boot || cut.length >= enoughDead.cut || saidSo("no-boot") > 0 ? "boot" : void 0;
	return {
		failures,
		passes,
		...untestable === void 0 ? {} : { untestable },
		others: observations.filter((one) => !shows(one) && one.errors.length > 0).length,
		cut: cut.length + boots.length,
		seconds: sum(observations) - sum(builds),
		buildSeconds: sum(builds)
	};
}
function countsOf(observations, told, failure) {
	const commits = new Set([...observations, ...told].map(({ commit }) => commit));
	const seen = Map.groupBy(observations, ({ commit }) => commit);
	const said = Map.groupBy(told, ({ commit }) => commit);
	return new Map([...commits].map((commit) => [commit, countOf(seen.get(commit) ?? [], said.get(commit) ?? [], failure)]));
}

// src/bisect/knowledge.ts
const usualBuild = 600;
const mean = (values, usual) => values.length === 0 ? usual : values.reduce((sum, value) => sum + value, 0) / values.length;
function failureOf({ failure, bad, told }, observations) {
	if (failure !== void 0) {
		const shows = failureNamed(failure);
		return {
			shows,
			named: observations.flatMap(({ errors }) => errors).find(shows) ?? { title: failure }
		};
	}
	const named = mostFrequent(observations, bad);
	if (named !== void 0) return {
		named,
		shows: (one) => one.fingerprint === named.fingerprint
	};
	const failed = told.some(({ commit, word }) => commit === bad && word === "failed");
	return {
		named: void 0,
		shows: () => failed
	};
}
function costsOf({ commits }, { has, builds, guest, slots }) {
	const build = mean(builds, usualBuild);
	return {
		build: (place) => has(commits[place] ?? "") ? 0 : build,
		run: guest / Math.max(1, slots)
	};
}
function know(question, observations, prices) {
	const { shows, named } = failureOf(question, observations);
	const byCommit = countsOf(observations, news(question.told, observations), shows);
	const counts = new Map(question.commits.flatMap((commit, place) => {
		const count = byCommit.get(commit);
		return count === void 0 ? [] : [[place, count]];
	}));
	return {
		candidates: question.candidates,
		rules: question.rules,
		counts,
		good: byCommit.get(question.good),
		costs: costsOf(question, prices),
		failure: named,
		shows,
		byCommit
	};
}

// src/bisect/ancestry.ts
const line = {
	has: (ancestor, commit) => ancestor <= commit,
	sums(weights) {
		let sum = 0;
		return weights.map((weight) => {
			sum += weight;
			return sum;
		});
	}
};
function rows(parents) {
	const words = Math.ceil(parents.length / 32);
	const bits = new Uint32Array(words * parents.length);
	const at = (index) => bits[index] ?? 0;
	for (const [commit, above] of parents.entries()) {
		const own = commit * words;
		bits[own + (commit >>> 5)] = 1 << (commit & 31);
		for (const parent of above) {
			const last = parent >>> 5;
			for (let word = 0; word <= last; word++) bits[own + word] = at(own + word) | at(parent * words + word);
		}
	}
	return {
		has: (ancestor, commit) => (at(commit * words + (ancestor >>> 5)) >>> (ancestor & 31) & 1) === 1,
		sums(weights) {
			const live = [...weights.keys()].filter((commit) => weights[commit] !== 0);
			return Float64Array.from(parents, (_, commit) => {
				let sum = 0;
				for (const one of live) {
					if (one > commit) break;
					if (at(commit * words + (one >>> 5)) >>> (one & 31) & 1) sum += weights[one] ?? 0;
				}
				return sum;
			});
		}
	};
}
const known = /* @__PURE__ */ new WeakMap();
function ancestryOf(parents) {
	const isLine = (above, commit) => commit === 0 ? above.length === 0 : above.length === 1 && above[0] === commit - 1;
	const ancestry = known.get(parents) ?? (parents.every(isLine) ? line : rows(parents));
	known.set(parents, ancestry);
	return ancestry;
}

// src/bisect/rates.ts
const count = 40;
const [lowest, highest] = [.001, 4];
const hazards = Float64Array.from({ length: count }, (_, i) => lowest * (highest / lowest) ** (i / 39));
const rates = hazards.map((hazard) => -Math.expm1(-hazard));
const logFail = rates.map(Math.log);
function ratePosterior(failures, passes, optimism) {
	const weights = new Float64Array(count);
	let most = Number.NEGATIVE_INFINITY;
	for (let i = 0; i < count; i++) {
		const log = (failures + optimism) * (logFail[i] ?? 0) - passes * (hazards[i] ?? 0);
		weights[i] = log;
		if (log > most) most = log;
	}
	let sum = 0;
	for (let i = 0; i < count; i++) {
		const weight = Math.exp((weights[i] ?? 0) - most);
		weights[i] = weight;
		sum += weight;
	}
	for (let i = 0; i < count; i++) weights[i] = (weights[i] ?? 0) / sum;
	return {
		weights,
		log: most + Math.log(sum)
	};
}

// src/bisect/groups.ts
const leastGoodRate = 1e-6;
const goodRateOf = ({ goodRate }) => goodRate === 0 ? 0 : Math.max(goodRate, leastGoodRate);
const times = (count, log) => count === 0 ? 0 : count * log;
function runsOfBad({ parents }, tallies) {
	const ancestry = ancestryOf(parents);
	const failures = new Int32Array(parents.length);
	const passes = new Int32Array(parents.length);
	const total = {
		failures: 0,
		passes: 0
	};
	for (const [commit, tally] of tallies) {
		if (tally.failures + tally.passes === 0) continue;
		total.failures += tally.failures;
		total.passes += tally.passes;
		for (let one = 0; one <= commit; one++) {
			if (!ancestry.has(one, commit)) continue;
			failures[one] = (failures[one] ?? 0) + tally.failures;
			passes[one] = (passes[one] ?? 0) + tally.passes;
		}
	}
	return {
		failures,
		passes,
		total
	};
}
function weigh(candidates, tallies, rules, optimism = 0) {
	const good = goodRateOf(rules);
	const { failures, passes, total } = runsOfBad(candidates, tallies);
	const groups = [];
	const places = /* @__PURE__ */ new Map();
	const groupOf = new Int32Array(candidates.prior.length).fill(-1);
	for (const [one, weight] of candidates.prior.entries()) {
		const [f, m] = [failures[one] ?? 0, passes[one] ?? 0];
		if (weight === 0 || good === 0 && f < total.failures) continue;
		const key = f * (total.passes + 1) + m;
		let place = places.get(key);
		if (place === void 0) {
			place = groups.length;
			places.set(key, place);
			const { weights, log } = ratePosterior(f, m, optimism);
			const atGood = times(total.failures - f, Math.log(good)) + times(total.passes - m, Math.log1p(-good));
			groups.push({
				mass: 0,
				rate: weights,
				log: log + atGood
			});
		}
		groupOf[one] = place;
	}
	const top = groups.reduce((most, { log }) => Math.max(most, log), Number.NEGATIVE_INFINITY);
	const likelihoods = groups.map(({ log }) => Math.exp(log - top));
	let sum = 0;
	const first = candidates.prior.map((weight, one) => weight * (likelihoods[groupOf[one] ?? -1] ?? 0));
	for (const weight of first) sum += weight;
	if (!(sum > 0)) throw new RangeError("no commit explains all that was seen");
	const posterior = Float64Array.from(first, (weight) => weight / sum);
	for (const [one, mass] of posterior.entries()) {
		const group = groups[groupOf[one] ?? -1];
		if (group !== void 0) group.mass += mass;
	}
	return {
		groups,
		groupOf,
		first: posterior
	};
}

// src/bisect/believe.ts
function believe(candidates, tallies, rules) {
	const { groups, first } = weigh(candidates, tallies, rules);
	const rate = new Float64Array(rates.length);
	for (const group of groups) for (let i = 0; i < rate.length; i++) rate[i] = (rate[i] ?? 0) + group.mass * (group.rate[i] ?? 0);
	const tail = (1 - rules.confidence) / 2;
	let [below, mean, low, high] = [
		0,
		0,
		rates[0] ?? 0,
		rates.at(-1) ?? 1
	];
	for (const [i, mass] of rate.entries()) {
		const value = rates[i] ?? 0;
		mean += mass * value;
		if (below <= tail) low = value;
		if (below < 1 - tail) high = value;
		below += mass;
	}
	return {
		first,
		rate: {
			mean,
			low,
			high
		}
	};
}

// src/bisect/conclude.ts
function likeIt(one, { parents }, tallies) {
	const ancestry = ancestryOf(parents);
	const testable = [...parents.keys()].filter((commit) => tallies.get(commit)?.untestable === void 0);
	return [...parents.keys()].filter((other) => testable.every((commit) => ancestry.has(one, commit) === ancestry.has(other, commit)));
}
function conclude({ first }, candidates, tallies, { confidence }) {
	const at = (commit) => first[commit] ?? 0;
	const sorted = [...first.keys()].filter((commit) => at(commit) > 0).sort((a, b) => at(b) - at(a) || a - b);
	const best = sorted[0] ?? 0;
	if (at(best) >= confidence) return {
		kind: "found",
		commit: best
	};
	const alike = new Set(likeIt(best, candidates, tallies));
	const among = sorted.filter((commit) => alike.has(commit));
	if (among.reduce((sum, commit) => sum + at(commit), 0) >= confidence) return {
		kind: "set",
		commits: among
	};
	let sum = 0;
	const enough = sorted.findIndex((commit) => {
		sum += at(commit);
		return sum >= confidence;
	});
	return {
		kind: "undecided",
		credible: enough === -1 ? sorted : sorted.slice(0, enough + 1)
	};
}

// src/bisect/outlook.ts
const ladder = [...new Set(Array.from({ length: 27 }, (_, i) => Math.round(1.35 ** i)))];
const entropy = (p) => p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
const steps = ladder.map((runs) => ({
	passes: rates.map((rate) => (1 - rate) ** runs),
	runs: rates.map((rate) => (1 - (1 - rate) ** runs) / rate),
	doubt: rates.map((rate) => entropy((1 - rate) ** runs))
}));
function outlookOf(rate) {
	const passes = new Float64Array(ladder.length);
	const runs = new Float64Array(ladder.length);
	const doubtAtRate = new Float64Array(ladder.length);
	for (const [i, step] of steps.entries()) {
		let [pass, run, doubt] = [
			0,
			0,
			0
		];
		for (let k = 0; k < rate.length; k++) {
			const weight = rate[k] ?? 0;
			pass += weight * (step.passes[k] ?? 0);
			run += weight * (step.runs[k] ?? 0);
			doubt += weight * (step.doubt[k] ?? 0);
		}
		passes[i] = pass;
		runs[i] = run;
		doubtAtRate[i] = doubt;
	}
	return {
		passes,
		runs,
		doubt: passes.map(entropy),
		doubtAtRate
	};
}

// src/bisect/worlds.ts
const optimism = .5;
const most = 12;
function worldOf(candidates, tallies, rules, weight = 1) {
	const evidence = weigh(candidates, tallies, rules, optimism);
	return {
		weight,
		tallies,
		evidence,
		outlooks: evidence.groups.map(({ rate }) => outlookOf(rate)),
		bad: ancestryOf(candidates.parents).sums(evidence.first)
	};
}
function seen$1(tallies, { commit }, failures, passes) {
	const before = tallies.get(commit) ?? {
		failures: 0,
		passes: 0
	};
	const tally = {
		...before,
		failures: before.failures + failures,
		passes: before.passes + passes
	};
	return new Map(tallies).set(commit, tally);
}
__name(seen$1, "seen");
function prospects({ evidence, bad }, { commit, runs }, candidates, rules) {
	const ancestry = ancestryOf(candidates.parents);
	const good = goodRateOf(rules);
	const share = new Float64Array(rates.length);
	for (const [one, mass] of evidence.first.entries()) {
		if (one > commit) break;
		const group = evidence.groups[evidence.groupOf[one] ?? -1];
		if (group === void 0 || !ancestry.has(one, commit)) continue;
		for (let k = 0; k < share.length; k++) share[k] = (share[k] ?? 0) + mass * (group.rate[k] ?? 0);
	}
	let pass = (1 - (bad[commit] ?? 0)) * (1 - good) ** runs;
	let [fail, before] = [0, 0];
	for (const [k, mass] of share.entries()) {
		const rate = rates[k] ?? 0;
		const none = (1 - rate) ** runs;
		pass += mass * none;
		fail += mass * (1 - none);
		before += mass * ((1 - none) / rate - (1 - none) - runs * none);
	}
	return {
		pass,
		passesBeforeFailure: fail === 0 ? 0 : Math.round(before / fail)
	};
}
function after(worlds, probe, candidates, rules) {
	const kept = worlds.flatMap((world) => {
		const { pass, passesBeforeFailure } = prospects(world, probe, candidates, rules);
		return [{
			weight: world.weight * pass,
			tallies: seen$1(world.tallies, probe, 0, probe.runs)
		}, {
			weight: world.weight * (1 - pass),
			tallies: seen$1(world.tallies, probe, 1, passesBeforeFailure)
		}];
	}).filter(({ weight }) => weight > 1e-6).sort((a, b) => b.weight - a.weight).slice(0, most);
	const sum = kept.reduce((all, { weight }) => all + weight, 0);
	return kept.map(({ weight, tallies }) => worldOf(candidates, tallies, rules, weight / sum));
}

// src/bisect/probes.ts
const worthOfRate = .4;
const nearlyAsGood = .95;
const quantiles = 32;
function commitsToTry({ bad, evidence, tallies }, { parents }) {
	const testable = (commit) => tallies.get(commit)?.untestable === void 0;
	const chosen = /* @__PURE__ */ new Set();
	const nearest = new Float64Array(quantiles).fill(2);
	const at = new Int32Array(quantiles).fill(-1);
	for (const [commit, probability] of bad.entries()) {
		const place = Math.min(Math.floor(probability * quantiles), 31);
		if (probability - place / quantiles >= (nearest[place] ?? 0) || !testable(commit)) continue;
		nearest[place] = probability - place / quantiles;
		at[place] = commit;
	}
	let best = 0;
	for (const [commit, mass] of evidence.first.entries()) if (mass > (evidence.first[best] ?? 0)) best = commit;
	for (const commit of [
		...at,
		...tallies.keys(),
		best,
		...parents[best] ?? []
	]) if (commit >= 0 && testable(commit) && (bad[commit] ?? 0) > 0) chosen.add(commit);
	return chosen;
}
function expectations(world, commit, candidates, rules) {
	const { first, groupOf, groups } = world.evidence;
	const ancestry = ancestryOf(candidates.parents);
	const masses = new Float64Array(groups.length);
	for (let one = 0; one <= commit; one++) {
		const group = groupOf[one] ?? -1;
		if (group >= 0 && ancestry.has(one, commit)) masses[group] = (masses[group] ?? 0) + (first[one] ?? 0);
	}
	const good = Math.max(0, 1 - masses.reduce((sum, mass) => sum + mass, 0));
	const goodRate = goodRateOf(rules);
	return ladder.map((most, i) => {
		const goodPasses = (1 - goodRate) ** most;
		let pass = good * goodPasses;
		let doubt = good * entropy(goodPasses);
		let doubtAtRate = doubt;
		let runs = good * (goodRate === 0 ? most : (1 - goodPasses) / goodRate);
		for (const [group, mass] of masses.entries()) {
			const outlook = world.outlooks[group];
			if (mass < 1e-12 || outlook === void 0) continue;
			pass += mass * (outlook.passes[i] ?? 0);
			runs += mass * (outlook.runs[i] ?? 0);
			doubt += mass * (outlook.doubt[i] ?? 0);
			doubtAtRate += mass * (outlook.doubtAtRate[i] ?? 0);
		}
		return {
			bits: entropy(pass) - doubt + worthOfRate * (doubt - doubtAtRate),
			runs
		};
	});
}
function bestProbe(worlds, candidates, costs, rules) {
	const commits = new Set(worlds.flatMap((world) => [...commitsToTry(world, candidates)]));
	let best = {
		commit: -1,
		runs: 0,
		value: 1e-12
	};
	for (const commit of commits) {
		const values = new Float64Array(ladder.length);
		const runs = new Float64Array(ladder.length);
		for (const world of worlds) for (const [i, expected] of expectations(world, commit, candidates, rules).entries()) {
			values[i] = (values[i] ?? 0) + world.weight * expected.bits;
			runs[i] = (runs[i] ?? 0) + world.weight * expected.runs;
		}
		const build = costs.build(commit);
		for (const [i, bits] of values.entries()) values[i] = bits / (build + (runs[i] ?? 0) * costs.run);
		const value = values.reduce((most, one) => Math.max(most, one), 0);
		if (value <= best.value) continue;
		const enough = build === 0 ? nearlyAsGood * value : value;
		const most = values.findLastIndex((one) => one >= enough);
		best = {
			commit,
			runs: ladder[most] ?? 1,
			value
		};
	}
	return best.commit < 0 ? void 0 : {
		commit: best.commit,
		runs: best.runs
	};
}
function nextProbes(candidates, tallies, costs, rules, running = []) {
	let worlds = [worldOf(candidates, tallies, rules)];
	for (const probe of running) worlds = after(worlds, probe, candidates, rules);
	const probes = [];
	while (probes.length + running.length < rules.machines) {
		const best = bestProbe(worlds, candidates, costs, rules);
		if (best === void 0) break;
		probes.push(best);
		if (probes.length + running.length < rules.machines) worlds = after(worlds, best, candidates, rules);
	}
	return probes;
}

// src/bisect/steps.ts
const failuresToBegin = 2;
const mostRuns = 256;
const nothing = {
	failures: 0,
	passes: 0,
	others: 0,
	cut: 0,
	seconds: 0,
	buildSeconds: 0
};
function atLeast(failures, runs, rate) {
	let term = (1 - rate) ** runs;
	let below = 0;
	for (let i = 0; i < failures; i++) {
		below += term;
		term *= (runs - i) / (i + 1) * (rate / (1 - rate));
	}
	return 1 - below;
}
function goodFails({ failures, passes }, { goodRate }) {
	if (failures === 0) return false;
	if (goodRate === 0) return true;
	return atLeast(failures, failures + passes, goodRate) < .01;
}
function runsToClear(confidence, rate) {
	return Math.ceil(Math.log(1 - confidence) / Math.log(1 - Math.min(.999, Math.max(.001, rate))));
}
function beliefOf({ candidates, counts, rules }) {
	try {
		return believe(candidates, counts, rules);
	} catch (error) {
		if (error instanceof RangeError) return void 0;
		throw error;
	}
}
function nextStep(known) {
	const { candidates, counts, rules, costs } = known;
	const last = candidates.parents.length - 1;
	const { good = nothing } = known;
	const bad = counts.get(last) ?? nothing;
	if (bad.untestable) return {
		kind: "end",
		why: "untestable",
		which: "bad"
	};
	if (good.untestable) return {
		kind: "end",
		why: "untestable",
		which: "good"
	};
	if (bad.failures < 2) return {
		kind: "confirm",
		runs: mostRuns
	};
	if (goodFails(good, rules)) return {
		kind: "end",
		why: "good-fails"
	};
	const seen = bad.failures / (bad.failures + bad.passes);
	const firstLook = Math.min(mostRuns, Math.ceil(1 / seen));
	if (good.passes < firstLook) return {
		kind: "good",
		runs: firstLook - good.passes
	};
	const belief = beliefOf(known);
	if (belief === void 0) return {
		kind: "end",
		why: "stuck"
	};
	const conclusion = conclude(belief, candidates, counts, rules);
	if (conclusion.kind !== "undecided") {
		const commits = conclusion.kind === "found" ? [conclusion.commit] : conclusion.commits;
		const wanted = commits.some((commit) => (candidates.parents[commit] ?? []).length === 0) ? runsToClear(rules.confidence, belief.rate.mean) : 0;
		if (good.passes < Math.min(mostRuns, wanted)) return {
			kind: "good",
			runs: Math.min(mostRuns, wanted) - good.passes
		};
		return {
			kind: "end",
			why: conclusion.kind,
			commits
		};
	}
	const probes = nextProbes(candidates, counts, costs, rules);
	return probes.length === 0 ? {
		kind: "end",
		why: "stuck"
	} : {
		kind: "probes",
		probes
	};
}
function answerOf(known) {
	const belief = beliefOf(known);
	if (belief === void 0) return void 0;
	return {
		belief,
		conclusion: conclude(belief, known.candidates, known.counts, known.rules)
	};
}

// src/handoff/bisection.ts
const stateSchema = object({
	format: literal("rcutorture-action bisection"),
	version: literal(1),
	observations: array(observationSchema).max(1e6),
	built: array(object({
		commit: string(),
		seconds: number().nonnegative()
	})).max(1e5)
});
const unimportant = [
	...[
		"rundir",
		"datestamp",
		"githubToken",
		"kernel",
		"cpus",
		"store",
		"rerun",
		"rerunCopies"
	],
	...[
		"good",
		"bad",
		"failure",
		"goodRate",
		"confidence",
		"budget",
		"prior",
		"firstParent",
		"observations"
	],
	...[
		"systems",
		"sshPrivateKey",
		"sshKnownHosts",
		"sshConfig",
		"unreachable",
		"systemTimeout",
		"relay"
	],
	...[
		"distributeCommand",
		"reserveCommand",
		"releaseCommand",
		"trustMake"
	]
];
function questionOf({ inputs }, ...more) {
	const asked = Object.entries(inputs).filter(([name]) => !unimportant.includes(name));
	return createHash("sha256").update(JSON.stringify([asked, more])).digest("hex").slice(0, 16);
}
const pause = 2e4;
var Journal = class Journal {
	#context;
	#store;
	#prefix;
	#writer = randomUUID().slice(0, 8);
	#observations = /* @__PURE__ */ new Map();
	#built = /* @__PURE__ */ new Map();
	#saving = Promise.resolve();
	#waiting = false;
	#number = 0;
	#warned = false;
	#end = Promise.withResolvers();
	constructor(context, store, question) {
		this.#context = context;
		this.#store = store;
		this.#prefix = `${recordPrefix}bisect-${question}-`;
	}
	changed = () => void 0;
	static async open(context, store, question, ends) {
		const journal = new Journal(context, store, question);
		if (store !== void 0 && context.inputs.rerun !== "never") await journal.#read(store);
		const { size } = journal.#observations;
		for (const [id, { commit, outcome }] of journal.#observations) if (outcome === "build" && ends.includes(commit)) journal.#observations.delete(id);
		if (size > 0) context.ui.info(`Earlier jobs left ${size} observations of this question; they count (rerun: never begins anew).`);
		return journal;
	}
	get observations() {
		return [...this.#observations.values()];
	}
	get built() {
		return this.#built;
	}
	observe(observation) {
		this.#observations.set(observation.id, observation);
		this.#save();
		this.changed();
	}
	build(commit, seconds) {
		this.#built.set(commit, (this.#built.get(commit) ?? 0) + seconds);
		this.#save();
	}
	async [Symbol.asyncDispose]() {
		this.#end.resolve();
		await this.#saving;
	}
	async #read(store) {
		const [listed = [], newest] = await Promise.all([store.records?.(this.#prefix), store.nearest(this.#prefix)]);
		const keys = [.../* @__PURE__ */ new Set([...listed, ...newest ? [newest.key] : []])];
		const last = new Map(keys.toSorted().map((key) => [/^.*-/.exec(key)?.[0], key]));
		for (const key of last.values()) {
			const state = await fetchRecord(store, key, stateSchema, this.#context.ui);
			for (const one of state?.observations ?? []) this.#observations.set(one.id, one);
			for (const { commit, seconds } of state?.built ?? []) this.#built.set(commit, Math.max(seconds, this.#built.get(commit) ?? 0));
		}
	}
	#save() {
		const store = this.#store;
		if (store === void 0 || this.#waiting) return;
		this.#waiting = true;
		const wait = this.#context.environment.variables.GITHUB_RUN_ID && this.#number > 0 ? pause : 0;
		this.#saving = this.#saving.then(async () => {
			if (wait > 0) await this.#paused(wait);
			this.#waiting = false;
			await this.#keep(store);
		});
	}
	async #paused(time) {
		let timer;
		const over = new Promise((resolve) => {
			timer = setTimeout(resolve, time);
		});
		await Promise.race([over, this.#end.promise]);
		clearTimeout(timer);
	}
	async #keep(store) {
		const number = String(this.#number++).padStart(6, "0");
		const state = {
			format: "rcutorture-action bisection",
			version: 1,
			observations: [...this.#observations.values()],
			built: [...this.#built].map(([commit, seconds]) => ({
				commit,
				seconds
			}))
		};
		const key = `${this.#prefix}${this.#writer}-${number}`;
		const reason = await saveRecord(store, key, state).catch(messageOf);
		if (reason === void 0 || this.#warned) return;
		this.#warned = true;
		this.#context.ui.warning(`Should this job be killed, the next one would not know of it all: ${reason}`);
	}
};

// src/stages/conclude/bisection.ts
function outcomeOf(step) {
	if (step.kind === "confirm") return "not-shown";
	if (step.kind !== "end") return "undecided";
	if (step.why === "untestable") return `${step.which}-untestable`;
	return step.why === "stuck" ? "contradiction" : step.why;
}
const plain = ({ commit, subject, author }) => ({
	commit,
	subject,
	author
});
function badness({ history, knowledge }, first) {
	const { parents } = knowledge.candidates;
	const ancestors = (commit) => {
		const seen = /* @__PURE__ */ new Set([commit]);
		for (const one of seen) for (const parent of parents[one] ?? []) seen.add(parent);
		return seen;
	};
	return new Map([...knowledge.counts.keys()].map((place) => [history.commits[place]?.commit ?? "", Math.min(1, [...ancestors(place)].reduce((sum, one) => sum + (first[one] ?? 0), 0))]));
}
function probedOf(all, first) {
	const { history, knowledge } = all;
	const bad = first === void 0 ? void 0 : badness(all, first);
	return [history.good, ...history.commits].flatMap((commit) => {
		const count = knowledge.byCommit.get(commit.commit);
		if (count === void 0) return [];
		const { failures, passes, others, cut, untestable, seconds } = count;
		const role = commit === history.good ? "good" : commit.commit === history.bad ? "bad" : void 0;
		const probability = bad?.get(commit.commit);
		return {
			...plain(commit),
			failures,
			passes,
			others,
			cut,
			seconds,
			...role === void 0 ? {} : { role },
			...untestable === void 0 ? {} : { untestable },
			...probability === void 0 ? {} : { bad: probability }
		};
	});
}
function othersOf({ observations, knowledge }) {
	const errors = observations.flatMap(({ errors: all, commit }) => all.filter((error) => !knowledge.shows(error)).map((error) => ({
		...error,
		commit
	})));
	return [...Map.groupBy(errors, ({ fingerprint }) => fingerprint).values()].map((same) => ({
		title: same[0]?.title ?? "",
		runs: same.length,
		commits: new Set(same.map(({ commit }) => commit)).size
	})).sort((a, b) => b.runs - a.runs).slice(0, 20);
}
const boundOf = (runs, confidence) => 1 - (1 - confidence) ** (1 / runs);
function concludeBisection(all) {
	const { history, knowledge, step, observations, built, about, stopped } = all;
	const outcome = outcomeOf(step);
	const bad = history.commits.find(({ commit }) => commit === history.bad) ?? history.good;
	const counted = outcome === "not-shown" || outcome === "bad-untestable" ? void 0 : answerOf(knowledge);
	const conclusion = counted?.conclusion;
	const places = conclusion === void 0 || outcome === "good-fails" || outcome === "good-untestable" ? [] : conclusion.kind === "found" ? [conclusion.commit] : conclusion.kind === "set" ? conclusion.commits : conclusion.credible;
	const first = counted?.belief.first;
	const atBad = knowledge.counts.get(history.commits.length - 1);
	const quiet = outcome === "not-shown" && atBad !== void 0 && atBad.failures === 0 && atBad.passes > 0;
	const runs = observations.filter((one) => one.outcome !== "build");
	return {
		format: "rcutorture-action bisection results",
		version: 1,
		createdAt: (/* @__PURE__ */ new Date()).toISOString(),
		...about,
		good: plain(history.good),
		bad: plain(bad),
		...knowledge.failure === void 0 ? {} : { failure: knowledge.failure.title },
		outcome,
		answer: places.flatMap((place) => {
			const commit = history.commits[place];
			return commit === void 0 ? [] : [{
				...plain(commit),
				probability: first?.[place] ?? 0
			}];
		}),
		posterior: [...first ?? []],
		...counted === void 0 ? {} : { rate: counted.belief.rate },
		...quiet ? { bound: boundOf(atBad.passes, about.confidence) } : {},
		probed: probedOf(all, first),
		others: othersOf(all),
		spent: {
			runs: runs.length,
			guests: runs.reduce((sum, { seconds }) => sum + seconds, 0),
			builds: built.size,
			building: [...built.values()].reduce((sum, seconds) => sum + seconds, 0),
			wall: all.wall
		},
		...stopped === void 0 ? {} : { stopped }
	};
}

// src/stages/execute/spending.ts
const longestTimer = 2 ** 31 - 1;
var Spending = class {
	#budget;
	#over = new AbortController();
	#started = performance.now();
	#timer;
	#guests = 0;
	signal;
	constructor(budget, job) {
		this.#budget = budget;
		this.signal = AbortSignal.any([job, this.#over.signal]);
		if (budget.clock === "wall") this.#timer = setTimeout(() => this.#end(), Math.min(longestTimer, budget.seconds * 1e3)).unref();
	}
	get wall() {
		return (performance.now() - this.#started) / 1e3;
	}
	get guests() {
		return this.#guests;
	}
	get stopped() {
		return this.signal.aborted ? stopOf(this.signal.reason).detail : void 0;
	}
	spend(seconds) {
		this.#guests += seconds;
		if (this.#budget.clock === "guests" && this.#guests >= this.#budget.seconds) this.#end();
	}
	#end() {
		this.#over.abort(new StopRequest("stopped", "The budget is spent."));
	}
	[Symbol.dispose]() {
		clearTimeout(this.#timer);
	}
};

// src/bisect/log.ts
const words = {
	failed: "failed",
	bad: "failed",
	passed: "passed",
	good: "passed",
	other: "passed",
	"no-build": "no-build",
	skip: "no-build",
	"no-boot": "no-boot",
	cut: void 0,
	start: void 0
};
const mostLines = 2e5;
function parseLine(line, number) {
	const plain = line.replace(/(^|\s)#.*$/s, "").trim();
	if (plain === "") return void 0;
	const [word = "", given, ...rest] = plain.replace(/^git bisect /, "").split(/\s+/);
	const wrong = (what) => new InputError(`observations: line ${number}, "${line.trim().slice(0, 80)}": ${what}; write such as "failed v6.12-rc3 2x" (failed, passed, no-build or no-boot; a commit; how often).`);
	if (!(word in words)) throw wrong(`"${word}" is no word for what was seen`);
	const meaning = words[word];
	if (meaning === void 0) return void 0;
	if (given === void 0) throw wrong("no commit");
	const counts = rest.flatMap((one) => /^x?(\d{1,6})x?$/.exec(one)?.[1] ?? []);
	const [id] = rest.flatMap((one) => /^id=([\w.:+-]{1,120})$/.exec(one)?.[1] ?? []);
	const known = (one) => /^(x?\d{1,6}x?|\d+s|id=[\w.:+-]{1,120})$/.test(one);
	const odd = rest.find((one) => !known(one));
	if (odd !== void 0) throw wrong(`"${odd}" is no number of runs`);
	if (counts.length > 1 || counts[0] === "0") throw wrong("how often, once, and not 0 times");
	return {
		word: meaning,
		given,
		count: Number(counts[0] ?? 1),
		...id === void 0 ? {} : { id }
	};
}
function parseLog(text) {
	const rows = text.split(/\r?\n/);
	if (rows.length > mostLines) throw new InputError(`observations: more than ${mostLines} lines.`);
	const lines = rows.flatMap((line, i) => parseLine(line, i + 1) ?? []);
	const [, failure] = /^# failure: (.+)$/m.exec(text) ?? [];
	return {
		lines,
		...failure === void 0 ? {} : { failure: failure.trim() }
	};
}
const heading = `# rcutorture-action bisect: what was seen at which commit. To go on from here, also elsewhere: --observations FILE
# Add what you saw yourself, one line each: failed, passed, no-build or no-boot; a commit; how often (3x).`;
function wordOf({ outcome, errors }, failed) {
	if (failed) return "failed";
	if (outcome === "build") return "no-build";
	if (outcome === "boot") return "no-boot";
	if (outcome === "cut") return "cut";
	return errors.length > 0 ? "other" : "passed";
}
function renderLog(log) {
	const said = /* @__PURE__ */ new Set();
	const about = (commit) => {
		if (said.has(commit)) return "";
		said.add(commit);
		return `# ${commit.slice(0, 12)}: ${log.subject(commit)}\n`;
	};
	const seen = log.observations.map((one) => {
		const { commit, seconds, id, errors } = one;
		const [error] = errors.filter(log.shows).concat(errors);
		const what = error === void 0 ? "" : `  # ${error.title}`;
		return `${about(commit)}${wordOf(one, errors.some(log.shows))} ${commit} ${Math.round(seconds)}s id=${id}${what}`;
	});
	const told = news(log.told, log.observations).map(({ word, commit, count, id }) => {
		const often = count === 1 ? "" : ` ${count}x`;
		return `${about(commit)}${word} ${commit}${often}${id === void 0 ? "" : ` id=${id}`}`;
	});
	const head = [
		heading,
		`# good: ${log.good} ${log.subject(log.good)}`,
		`# bad: ${log.bad} ${log.subject(log.bad)}`,
		...log.failure === void 0 ? [] : [`# failure: ${log.failure}`],
		"git bisect start"
	];
	return printable([
		...head,
		...told,
		...seen,
		""
	].join("\n"));
}

// src/bisect/prior.ts
const weights = [
	[/^(kernel\/rcu\/|kernel\/torture\.c$|include\/linux\/(rcu|srcu|torture|rculist)|include\/trace\/events\/rcu)/, 32],
	[/^tools\/testing\/selftests\/rcutorture\//, 8],
	[/^(kernel\/locking\/|include\/linux\/(lockdep|mutex|rwsem|spinlock|seqlock|atomic)|kernel\/smp)/, 16],
	[/^(kernel\/(sched|time|irq|entry|cpu|softirq|kthread|workqueue|stop_machine|context_tracking)|init\/)/, 8],
	[/^(kernel\/|mm\/|lib\/|include\/)/, 4],
	[/^arch\/(x86|arm64|powerpc|s390|riscv)\//, 4],
	[/^(Documentation|samples|scripts|tools|LICENSES|MAINTAINERS|CREDITS)/, .1],
	[/^(drivers|sound|arch)\//, .5],
	[/./, 1]
];
const bySuite = {
	lock: /^(kernel\/locking\/|include\/linux\/(lockdep|mutex|rwsem|spinlock|seqlock|rtmutex|ww_mutex))/,
	scf: /^(kernel\/(smp|scftorture|irq_work)|include\/linux\/smp)/
};
const mergeWeight = .5;
function weightOf(path, own) {
	if (own?.test(path)) return 32;
	return weights.find(([pattern]) => pattern.test(path))?.[1] ?? 1;
}
function priorOf(commits, suite, even) {
	const own = bySuite[suite];
	const each = commits.map(({ paths }) => {
		if (even) return 1;
		return paths.length === 0 ? mergeWeight : paths.reduce((most, path) => Math.max(most, weightOf(path, own)), 0);
	});
	const sum = each.reduce((total, weight) => total + weight, 0);
	return each.map((weight) => weight / sum);
}

// src/kernel/history.ts
const mostHistory = 536870912;
const [record, field] = ["", ""];
const format = `--format=${[
	"%x1e%H",
	"%T",
	"%P",
	"%an <%ae>",
	"%s"
].join("%x1f")}%x1f`;
var Asked = class {
	tree;
	#executor;
	constructor(tree, executor) {
		this.tree = tree;
		this.#executor = executor;
	}
	async run(...args) {
		return await this.#executor.run(gitCommand(this.tree, ...args), { maxBuffer: mostHistory });
	}
	async text(...args) {
		const { exitStatus, stdout } = await this.run(...args);
		return exitStatus === 0 ? stdout.trim() : void 0;
	}
	async ends() {
		if (await this.text("rev-parse", "--is-shallow-repository") !== "true") return void 0;
		const file = await this.text("rev-parse", "--git-path", "shallow");
		const text = await readFile(resolve(this.tree, file ?? ""), "utf8").catch(() => "");
		return new Set(text.split("\n").filter(Boolean));
	}
};
const unshallow = "is a shallow clone; fetch the rest with: git fetch --unshallow --tags origin (in a workflow: fetch-depth: 0 for actions/checkout)";
async function commitId(asked, input, given) {
	if (!commitWord.test(given)) throw new InputError(`${input}: "${given}" is not a commit; give a tag, a branch or an id.`);
	const id = await asked.text("rev-parse", "--verify", "--quiet", `${given}^{commit}`);
	if (id !== void 0) return id;
	if (await asked.ends() !== void 0) throw new InputError(`${input}: "${given}" is not in ${asked.tree}, which ${unshallow}.`);
	throw new InputError(`${input}: "${given}" is not a commit in ${asked.tree}; give a tag, a branch or an id, or fetch it: git fetch origin ${given}`);
}
async function checkAncestry(asked, range, good, bad) {
	const { exitStatus, stderr } = await asked.run("merge-base", "--is-ancestor", good, bad);
	if (exitStatus === 0) return;
	if (exitStatus !== 1) throw new InfrastructureError(`${asked.tree}: ${stderr.trim().split("\n")[0]}`);
	const names = `good: "${range.good}" is no ancestor of bad ("${range.bad}")`;
	if (await asked.ends() !== void 0) throw new InputError(`${names} as far as is known: ${asked.tree} ${unshallow}.`);
	if ((await asked.run("merge-base", "--is-ancestor", bad, good)).exitStatus === 0) throw new InputError(`${names}, but the other way round; swap them.`);
	const base = await asked.text("merge-base", good, bad);
	const advice = base === void 0 ? "they have none in common" : `give one that is, such as ${base}`;
	throw new InputError(`${names}; ${advice}.`);
}
const fieldsOf = (row) => {
	const [commit = "", treeId = "", parents = "", author = "", subject = "", paths = ""] = row.split(field);
	return {
		commit,
		treeId,
		parents,
		author: author.slice(0, 200),
		subject: subject.slice(0, 200),
		paths
	};
};
function parseHistory(text, firstParent) {
	const rows = text.split(record).slice(1).reverse().map((row) => {
		const { parents, paths, ...fields } = fieldsOf(row);
		const words = (text, between) => text.split(between).filter(Boolean);
		return {
			...fields,
			parents: words(parents, " "),
			paths: words(paths, "\n")
		};
	});
	const places = new Map(rows.map(({ commit }, i) => [commit, i]));
	return rows.map(({ parents, ...row }) => {
		const counted = firstParent ? parents.slice(0, 1) : parents;
		return {
			...row,
			parents: counted.flatMap((parent) => places.get(parent) ?? [])
		};
	});
}
async function readHistory(tree, range, executor) {
	const asked = new Asked(tree, executor);
	const top = await asked.run("rev-parse", "--show-cdup");
	if (top.cause === "failed-to-start") throw new InputError("kernel: git is not installed, and bisect asks it.");
	if (top.stdout.trim() !== "" || top.exitStatus !== 0) throw new InputError(`kernel "${tree}": is no git repository of its own; bisect needs one with history.`);
	const good = await commitId(asked, "good", range.good);
	const bad = await commitId(asked, "bad", range.bad);
	if (good === bad) throw new InputError(`good: "${range.good}" and bad ("${range.bad}") are the same commit, ${good}.`);
	const changed = await asked.text("status", "--porcelain", "--untracked-files=no", "--", ...ownFiles);
	if (changed !== "") {
		const [first = ""] = (changed ?? "").split("\n");
		throw new InputError(`kernel "${tree}": has changes that no commit has (${first.slice(0, 100)}), so they would not be tested; commit or stash them.`);
	}
	await checkAncestry(asked, range, good, bad);
	const options = [
		"--topo-order",
		"--name-only",
		"--no-renames",
		"--no-ext-diff",
		format
	];
	const side = range.firstParent ? ["--first-parent", "-m"] : [];
	const listed = await asked.run("-c", "core.quotePath=false", "log", ...options, ...side, bad, `^${good}`, "--");
	if (listed.exitStatus !== 0 || listed.truncated) throw new InfrastructureError(`${tree}: git log failed: ${listed.stderr.trim().split("\n")[0]}`);
	const first = fieldsOf((await asked.text("log", "-1", format, good, "--"))?.replace(record, "") ?? "");
	const commits = parseHistory(listed.stdout, range.firstParent);
	const ends = await asked.ends();
	const cut = ends && commits.find(({ commit }) => ends.has(commit));
	if (cut) throw new InputError(`good: history ends at ${cut.commit}, before "${range.good}": ${tree} ${unshallow}.`);
	const { commit, treeId, author, subject } = first;
	return {
		good: {
			commit,
			treeId,
			author,
			subject
		},
		bad,
		commits
	};
}
async function knownCommits(tree, given, executor) {
	const names = [...new Set(given)].filter((name) => commitWord.test(name));
	if (names.length === 0) return /* @__PURE__ */ new Map();
	const stdin = names.map((name) => `${name}^{commit}\n`).join("");
	const command = gitCommand(tree, "cat-file", "--batch-check=%(objectname)");
	const { stdout } = await executor.run({
		...command,
		stdin
	});
	const ids = stdout.split("\n");
	return new Map(names.flatMap((name, i) => /^[0-9a-f]{40,64}$/.test(ids[i] ?? "") ? [[name, ids[i] ?? ""]] : []));
}

// src/stages/prepare/bisect/asked.ts
function questionFor(asked, machines) {
	const { history, candidates, rules, told, failure } = asked;
	return {
		good: history.good.commit,
		bad: history.bad,
		commits: history.commits.map(({ commit }) => commit),
		candidates,
		told,
		failure,
		rules: {
			...rules,
			machines
		}
	};
}
function factsOf({ inputs }, { tree, repository, scenario, duration, rules }, folder) {
	return {
		kernel: {
			path: tree.path,
			...repository === void 0 ? {} : { repository }
		},
		suite: inputs.torture,
		scenario,
		duration,
		folder,
		confidence: rules.confidence
	};
}
function observationsOf(given, workspace) {
	if (given === void 0 || /\s/.test(given.trim())) return given ?? "";
	const path = resolve(workspace, given.trim());
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		throw new InputError(`observations: "${given.trim()}" cannot be read as a file: ${messageOf(error)}.`);
	}
}
async function askBisection(context) {
	const { inputs, environment, executor, ui } = context;
	const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
	const range = {
		good: inputs.good ?? "",
		bad: inputs.bad,
		firstParent: inputs.firstParent
	};
	const given = parseLog(observationsOf(inputs.observations, environment.workspace));
	const history = await readHistory(tree.path, range, executor);
	const { repository } = await readGitFacts(tree.path, executor);
	const names = given.lines.map((line) => line.given);
	const known = await knownCommits(tree.path, names, executor);
	const strange = new Set(names.filter((name) => !known.has(name)));
	if (strange.size > 0) {
		const [first = ""] = strange;
		ui.warning(`observations: ${strange.size} commits are not in ${tree.path} and tell nothing here: ${first}, …`);
	}
	const { commits } = history;
	const duration = inputs.duration ?? 1800;
	return {
		tree,
		repository,
		history,
		candidates: {
			parents: commits.map(({ parents }) => parents),
			prior: priorOf(commits, inputs.torture, inputs.prior === "even")
		},
		rules: {
			confidence: inputs.confidence,
			goodRate: goodRateOf$1(inputs.goodRate, duration)
		},
		scenario: inputs.configs[0] ?? "",
		duration,
		told: given.lines.flatMap(({ given: name, ...line }) => {
			const commit = known.get(name);
			return commit === void 0 ? [] : [{
				...line,
				commit
			}];
		}),
		failure: inputs.failure ?? given.failure
	};
}

// src/kernel/ownTree.ts
const partial = String.raw`^(extensions\.partialclone|core\.repositoryformatversion|remote\..*\.(url|promisor|partialclonefilter))$`;
async function openOwnTree(repository, place, executor, lock) {
	const options = lock.signal ? { signal: lock.signal } : {};
	const ask = async (tree, ...args) => {
		const { exitStatus, stdout } = await executor.run(gitCommand(tree, ...args));
		return exitStatus === 0 ? stdout.trim() : void 0;
	};
	const must = async (...args) => {
		const { exitStatus, stderr } = await executor.run(gitCommand(folder, ...args), options);
		if (exitStatus === 0) return;
		const [why = ""] = stderr.trim().split("\n").slice(-1);
		throw new InfrastructureError(`${folder}: git ${args[0] === "-c" ? args[2] : args[0]} failed: ${why}`);
	};
	await mkdir(place, { recursive: true });
	const folder = await realpath(place);
	const held = await lockTree({
		path: folder,
		rcutorture: folder
	}, lock);
	try {
		await must("init", "--quiet");
		const objects = await ask(repository, "rev-parse", "--git-path", "objects");
		await writeFile(join(folder, ".git/objects/info/alternates"), `${resolve(repository, objects ?? ".git/objects")}\n`);
		const shallow = await ask(repository, "rev-parse", "--git-path", "shallow");
		if (shallow !== void 0) await copyFile(resolve(repository, shallow), join(folder, ".git/shallow")).catch(() => void 0);
		const settings = await ask(repository, "config", "--get-regexp", partial) ?? "";
		for (const line of settings.includes("partialclone") ? settings.split("\n") : []) {
			const [name = "", value = ""] = line.split(/ (.*)/s);
			await must("config", name, value);
		}
		await must("config", "gc.auto", "0");
	} catch (error) {
		await held[Symbol.asyncDispose]();
		throw error;
	}
	return {
		async at(commit) {
			await must("-c", "advice.detachedHead=false", "checkout", "--quiet", "--force", "--detach", commit);
			return await openKernelTree(folder);
		},
		async [Symbol.asyncDispose]() {
			await rm(folder, {
				recursive: true,
				force: true
			});
			await held[Symbol.asyncDispose]();
		}
	};
}

// src/stages/prepare/bisect/stored.ts
async function planOne({ inputs }, scenario, tree, { cpus, machineCpus }) {
	const suite = await readSuite(tree.rcutorture, inputs.torture);
	return {
		tree,
		suite,
		plan: planGuests({
			suite,
			configs: scenario,
			cpus,
			machineCpus,
			...inputs.bootargs === void 0 ? {} : { bootargs: inputs.bootargs },
			...inputs.kconfig === void 0 ? {} : { kconfig: inputs.kconfig }
		})
	};
}
async function scriptsIds(tree, commits, context) {
	const command = gitCommand(tree, "cat-file", "--batch-check=%(objectname)");
	const stdin = commits.map(({ commit }) => `${commit}:tools/testing/selftests/rcutorture\n`).join("");
	const { stdout } = await context.executor.run({
		...command,
		stdin
	});
	return stdout.split("\n").map((line) => /^[0-9a-f]+$/.test(line) ? line : "");
}
async function storedKernels(context, asked, store, commits) {
	const path = asked.tree.path;
	const ids = await scriptsIds(path, commits, context);
	const groups = Map.groupBy(commits.keys(), (place) => ids[place] ?? "");
	const few = pLimit(8);
	const found = [];
	for (const [scripts, places] of groups) {
		const [first] = places.flatMap((place) => commits[place] ?? []);
		const keyed = scripts === "" || first === void 0 ? void 0 : await keyOf$1(context, asked, first);
		for (const { commit, treeId } of places.flatMap((place) => commits[place] ?? [])) {
			if (keyed === void 0) continue;
			const key = buildKey({
				...keyed.ingredients,
				tree: treeId
			});
			found.push(few(async () => (await store.lookup(key)).outcome === "hit" ? [commit] : []));
		}
	}
	return (await Promise.all(found)).flat();
}
async function keyOf$1(context, asked, commit) {
	try {
		await using scripts = await scriptsOf(asked.tree.path, commit, context.executor);
		const job = await planOne(context, asked.scenario, scripts, {
			cpus: 0,
			machineCpus: 1
		});
		return (await keysOf(context, job, {
			...commit,
			state: "clean"
		})).get(asked.scenario);
	} catch (error) {
		if (error instanceof InputError) return void 0;
		throw error;
	}
}
__name(keyOf$1, "keyOf");

// src/stages/prepare/bisect/kernels.ts
const mostAsked = 300;
var BisectKernels = class BisectKernels {
	#context;
	#asked;
	#store;
	#folder;
	#question;
	#room;
	#stored = /* @__PURE__ */ new Set();
	#here = /* @__PURE__ */ new Map();
	#own;
	constructor(context, asked, store, place, room) {
		this.#context = context;
		this.#asked = asked;
		this.#store = store;
		this.#folder = place.folder;
		this.#question = place.id;
		this.#room = room;
	}
	static async open(context, asked, store, place) {
		return new BisectKernels(context, asked, store, place, await roomHere(context));
	}
	has(commit) {
		return this.#here.has(commit) || this.#stored.has(commit);
	}
	get guestCpus() {
		const [kernel] = this.#here.values();
		return kernel?.guest.cpus;
	}
	async lookUp(commits) {
		if (this.#store === void 0 || commits.length > mostAsked) return;
		const found = await storedKernels(this.#context, this.#asked, this.#store, commits);
		for (const commit of found) this.#stored.add(commit);
	}
	async of(commit, signal) {
		const known = this.#here.get(commit.commit);
		if (known !== void 0) return known;
		this.#stored.delete(commit.commit);
		const started = performance.now();
		try {
			const context = {
				...this.#context,
				signal
			};
			const kernel = await this.#fromStore(context, commit) ?? await this.#build(context, commit, started);
			if ("folder" in kernel) this.#here.set(commit.commit, kernel);
			return kernel;
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			return {
				commit: commit.commit,
				seconds: (performance.now() - started) / 1e3,
				why: messageOf(error)
			};
		}
	}
	async #fromStore(context, commit) {
		if (this.#store === void 0) return void 0;
		await using scripts = await scriptsOf(this.#asked.tree.path, commit, context.executor);
		const job = await planOne(this.#context, this.#asked.scenario, scripts, this.#room);
		const keyed = await keysOf(context, job, this.#facts(commit));
		const keys = new Map([...keyed].map(([scenario, { key }]) => [scenario, key]));
		const folder = this.#folderOf(commit);
		const hits = await fetchBuilds(this.#store, keys, folder, context.ui);
		const [guest] = job.plan.guests;
		if (guest === void 0 || !hits.has(guest.scenario)) return void 0;
		return {
			commit: commit.commit,
			folder,
			guest
		};
	}
	async #build(context, commit, started) {
		const { ui, signal } = context;
		const tree = await (await this.#tree(context)).at(commit.commit);
		const job = await planOne(this.#context, this.#asked.scenario, tree, this.#room);
		const path = this.#folderOf(commit);
		await rm(path, {
			recursive: true,
			force: true
		});
		const target = {
			results: this.#folder,
			datestamp: commit.commit,
			path
		};
		const report = await buildJob(context, job, target, this.#facts(commit), this.#store, /* @__PURE__ */ new Map());
		const seconds = (performance.now() - started) / 1e3;
		if (signal.aborted) throw new InfrastructureError(stopOf(signal.reason).detail);
		const [build] = report.builds;
		const [guest] = job.plan.guests;
		if (build === void 0 || guest === void 0 || build.status === "skipped") throw new InfrastructureError(`${commit.commit}: not built, and not because of the kernel: ${report.infrastructure[0] ?? "see above"}`);
		for (const line of report.infrastructure) ui.warning(line);
		if (build.status === "failed") {
			const [error] = build.diagnostics;
			return {
				commit: commit.commit,
				seconds,
				why: error?.message ?? "see its build log"
			};
		}
		await rm(join(path, guest.scenario, guestFiles.vmlinux), { force: true });
		return {
			commit: commit.commit,
			folder: path,
			guest,
			...build.status === "built" ? { seconds } : {}
		};
	}
	#folderOf({ commit }) {
		return join(this.#folder, commit);
	}
	#facts({ commit, treeId }) {
		const { repository } = this.#asked;
		return {
			commit,
			treeId,
			state: "clean",
			...repository === void 0 ? {} : { repository }
		};
	}
	async #tree(context) {
		const { ui, environment, executor } = context;
		const cache = cacheOf(environment.variables) ?? join(tmpdir(), "rcutorture-action");
		const name = hash("sha256", `${this.#asked.tree.path} ${this.#question}`).slice(0, 12);
		const folder = join(cache, "bisect", name);
		if (this.#own === void 0) ui.info(`Commits are checked out and built in ${folder}; your tree stays as it is.`);
		this.#own ??= openOwnTree(this.#asked.tree.path, folder, executor, {
			info: (line) => ui.info(line),
			signal: this.#context.signal
		});
		return await this.#own;
	}
	async [Symbol.asyncDispose]() {
		await (await this.#own?.catch(() => void 0))?.[Symbol.asyncDispose]();
		await rm(this.#folder, {
			recursive: true,
			force: true
		});
	}
};

// src/stages/prepare/bisect/prices.ts
const beyond = 15;
function pricesOf(asked, { observations, built }, kernels, widths) {
	const whole = observations.filter(({ outcome, errors }) => outcome === "ran" && errors.length === 0);
	const lived = whole.reduce((sum, { seconds }) => sum + seconds, 0);
	const cpus = kernels.guestCpus ?? 1;
	return {
		has: (commit) => kernels.has(commit),
		builds: [...built.values()],
		guest: whole.length > 0 ? lived / whole.length : asked.duration + beyond,
		slots: widths.reduce((sum, width) => sum + Math.max(1, Math.floor(width / cpus)), 0)
	};
}

// src/report/bisection/words.ts
const shortId = 12;
const short = (commit) => commit.slice(0, shortId);
function nameOf({ commit, subject }) {
	return `${short(commit)} ("${cutCharacters(cleanLine(subject), 100)}")`;
}
function linkOf({ kernel }, { commit }) {
	const { repository } = kernel;
	return commitLink({
		state: "clean",
		commit,
		...repository === void 0 ? {} : { repository }
	});
}
function sureness(probability) {
	return probability > .9995 ? "over 99.9 %" : `${(Math.floor(probability * 1e3) / 10).toFixed(1)} %`;
}
const probedAs = ({ probed }, role) => probed.find((one) => one.role === role);
const runsOf = (one) => (one?.failures ?? 0) + (one?.passes ?? 0);
const cannot = (one) => one?.untestable === "build" ? "does not build" : "does not boot, or dies before it can be tested";
function bisectHeadline(results) {
	const { outcome, answer, confidence, bad, good, bound } = results;
	const [first] = answer;
	const failed = results.failure === void 0 ? "A failure" : `"${cleanLine(results.failure)}"`;
	const atBad = probedAs(results, "bad");
	switch (outcome) {
		case "found": return `First bad commit: ${first === void 0 ? "unknown" : `${nameOf(first)}, ${sureness(first.probability)} sure`}`;
		case "set": return `First bad commit: one of ${answer.length} that no test tells apart, from ${first === void 0 ? "unknown" : nameOf(first)} on`;
		case "undecided":
			if (first === void 0) return "Undecided";
			return `Undecided: ${plural(answer.length, "commit")} ${answer.length === 1 ? "holds" : "hold"} ${formatPercent(confidence)}; the most probable is ${nameOf(first)} with ${sureness(first.probability)}`;
		case "not-shown":
			if (runsOf(atBad) === 0) return `Undecided: bad, ${nameOf(bad)}, was not run to an end`;
			if (bound === void 0) return `Undecided: ${failed} showed in ${atBad?.failures ?? 0} of ${plural(runsOf(atBad), "run")} of bad, ${nameOf(bad)}, too seldom to begin`;
			return `${failed} did not show in ${plural(runsOf(atBad), "run")} of bad, ${nameOf(bad)}: it shows in less than ${formatPercent(bound)} of runs, at ${formatPercent(confidence)} confidence`;
		case "good-fails": {
			const atGood = probedAs(results, "good");
			return `good fails, too: ${failed} showed in ${atGood?.failures ?? 0} of ${plural(runsOf(atGood), "run")} of ${nameOf(good)}`;
		}
		case "bad-untestable": return `bad, ${nameOf(bad)}, ${cannot(atBad)}`;
		case "good-untestable": return `good, ${nameOf(good)}, ${cannot(probedAs(results, "good"))}`;
		case "contradiction": return "What was seen contradicts itself: no single commit explains it";
	}
}
function nextSteps(results) {
	const goOn = ["Run the same command again, or re-run the job: it goes on from here.", `On another machine, add: --observations ${`${results.folder}/bisect.log`}`];
	const [first] = results.answer;
	switch (results.outcome) {
		case "found": return first === void 0 ? [] : [`See what it changes: git show ${short(first.commit)}`];
		case "set": return ["Commits between them do not build or do not boot; look at all of them, or give observations of others."];
		case "undecided": return goOn;
		case "not-shown": return ["Give it a larger budget, a longer duration or more machines; or name the failure with failure, if others hide it.", ...goOn];
		case "good-fails": return ["Give an older good; or, if it may fail a little, say how often with good-rate (1/500h)."];
		case "bad-untestable":
		case "good-untestable": return ["Give another commit that builds and boots; the build log and the console are in the folder."];
		case "contradiction": return ["A commit failed whose descendants are said to be good, or there are two bugs: name one with failure, or say with good-rate how often good commits fail."];
	}
}
function spentText({ spent }) {
	const { runs, guests, builds, building, wall } = spent;
	return [
		plural(runs, "run"),
		`${formatDuration(guests)} of guest time`,
		`${plural(builds, "build")}${builds > 0 ? ` (${formatDuration(building)})` : ""}`,
		`${formatDuration(wall)} by the clock in this job`
	].join(", ");
}
function wordFor(one) {
	if (one.untestable === "build") return "does not build";
	if (one.untestable === "boot") return "does not boot";
	if (one.failures > 0) return "failed";
	return one.passes > 0 ? "passed" : "told nothing";
}
function sparkline(posterior, width) {
	const bars = "▁▂▃▄▅▆▇█";
	const size = Math.max(1, Math.ceil(posterior.length / width));
	const sums = Array.from({ length: Math.ceil(posterior.length / size) }, (_, i) => posterior.slice(i * size, (i + 1) * size).reduce((sum, value) => sum + value, 0));
	const top = Math.max(...sums, 1e-9);
	return sums.map((sum) => bars[Math.min(7, Math.floor(sum / top * 7.999))] ?? "▁").join("");
}

// src/report/bisection/html.ts
const own = `${style}
.posterior { display: block; width: 100%; height: auto; margin: 0.5rem 0; }
.posterior text { fill: var(--muted); font-size: 11px; }
.posterior .bar { fill: var(--accent); }
.posterior .answer { fill: var(--failed); }
.posterior .probed { stroke-width: 1.5; fill: var(--page); }
.posterior .bad { stroke: var(--failed); fill: var(--failed); }
.posterior .fine { stroke: var(--passed); fill: var(--passed); }
.posterior .none { stroke: var(--unknown); }
.words { font-size: 1.05rem; }
td .name { white-space: nowrap; }
`;
const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(own).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`;
const [width, height] = [960, 240];
const margin = {
	left: 44,
	right: 12,
	top: 16,
	bottom: 44
};
const mostBars = 480;
function barsOf(posterior) {
	const size = Math.max(1, Math.ceil(posterior.length / mostBars));
	return {
		sums: Array.from({ length: Math.ceil(posterior.length / size) }, (_, i) => posterior.slice(i * size, (i + 1) * size).reduce((sum, value) => sum + value, 0)),
		of: (place) => Math.floor(place / size)
	};
}
const classOf = ({ untestable, failures, passes }) => untestable !== void 0 || failures + passes === 0 ? "none" : failures > 0 ? "bad" : "fine";
function posteriorPicture(results, places) {
	const { posterior, answer, probed } = results;
	if (posterior.length === 0) return "";
	const { sums, of } = barsOf(posterior);
	const top = Math.max(...sums, 1e-9);
	const step = (width - margin.left - margin.right) / sums.length;
	const floor = height - margin.bottom;
	const x = (bar) => margin.left + bar * step;
	const answers = new Set(answer.flatMap(({ commit }) => places.get(commit) ?? []).map(of));
	const bars = sums.map((sum, i) => {
		const tall = sum / top * (floor - margin.top);
		const gap = step > 4 ? 1 : 0;
		return `<rect class="${answers.has(i) ? "answer" : "bar"}" x="${x(i).toFixed(1)}" y="${(floor - tall).toFixed(1)}" width="${Math.max(.5, step - gap).toFixed(1)}" height="${Math.max(tall, sum > 0 ? .7 : 0).toFixed(1)}"><title>${escapeHtml(`${sureness(sum)}`)}</title></rect>`;
	});
	const marks = probed.flatMap((one) => {
		const place = places.get(one.commit);
		if (place === void 0) return [];
		const words = `${short(one.commit)} ${wordFor(one)}: ${one.failures} of ${one.failures + one.passes} runs failed; ${cleanLine(one.subject)}`;
		return `<circle class="probed ${classOf(one)}" cx="${(x(of(place)) + step / 2).toFixed(1)}" cy="${floor + 10}" r="4"><title>${escapeHtml(words)}</title></circle>`;
	});
	const words = `Probability of being the first bad commit, for ${plural(posterior.length, "candidate")} from good to bad`;
	return `<svg class="posterior" role="img" viewBox="0 0 ${width} ${height}" aria-label="${escapeHtml(words)}"><line class="axis" x1="${margin.left}" x2="${width - margin.right}" y1="${floor}" y2="${floor}"/>${bars.join("")}${marks.join("")}<text x="${margin.left - 6}" y="${margin.top + 4}" text-anchor="end">${escapeHtml(formatPercent(top))}</text><text x="${margin.left - 6}" y="${floor}" text-anchor="end">0 %</text><text x="${margin.left}" y="${height - 12}">good, oldest first</text><text x="${width - margin.right}" y="${height - 12}" text-anchor="end">bad</text><text x="${width / 2}" y="${height - 12}" text-anchor="middle">dots: red failed, green passed, hollow could not be tested</text></svg>`;
}
const cell = (text, figure = false) => `<td${figure ? " class=\"figure\"" : ""}>${text}</td>`;
function named(results, commit) {
	const target = linkOf(results, commit);
	const id = `<code class="name">${short(commit.commit)}</code>`;
	return target === void 0 ? id : `<a href="${escapeHtml(target)}" rel="noreferrer">${id}</a>`;
}
function tableOf(header, rows) {
	return `<div class="scroll"><table><thead><tr>${header.map((title) => `<th scope="col">${title}</th>`).join("")}</tr></thead><tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody></table></div>`;
}
function answerPart(results) {
	const { answer } = results;
	if (answer.length === 0) return "";
	const rows = answer.slice(0, 20).map((one) => cell(named(results, one)) + cell(html(one.subject, 200)) + cell(html(one.author, 200)) + cell(sureness(one.probability), true));
	const more = answer.length - rows.length;
	return tableOf([
		"Commit",
		"Subject",
		"Author",
		"Probability"
	], rows) + (more > 0 ? `<p>and ${plural(more, "more commit")}</p>` : "");
}
function probedPart(results) {
	if (results.probed.length === 0) return "";
	return `<h2>Commits that were run</h2>${tableOf([
		"Commit",
		"Subject",
		"Result",
		"Failed runs",
		"Other errors",
		"Guest time",
		"Probably bad"
	], results.probed.map((one) => cell(`${named(results, one)}${one.role === void 0 ? "" : ` (${one.role})`}`) + cell(html(one.subject, 200)) + cell(wordFor(one)) + cell(`${one.failures} of ${one.failures + one.passes}`, true) + cell(one.others + one.cut === 0 ? "" : String(one.others + one.cut), true) + cell(one.seconds === 0 ? "" : formatDuration(one.seconds), true) + cell(one.bad === void 0 ? "" : sureness(one.bad), true)))}`;
}
function othersPart({ others }) {
	if (others.length === 0) return "";
	return `<h2>Other errors, which did not count</h2><ul>${others.map(({ title, runs }) => `<li><code>${html(title, 300)}</code>: ${plural(runs, "run")}</li>`).join("")}</ul>`;
}
function renderBisectHtml(results, places) {
	const headline = html(bisectHeadline(results), 400);
	const { failure, rate, suite, scenario, duration, createdAt, folder, stopped, confidence } = results;
	const facts = [
		...failure === void 0 ? [] : [`failure <code>${html(failure, 300)}</code>`],
		`${html(suite, 50)} ${html(scenario, 100)}, ${formatDuration(duration)} each`,
		`confidence ${formatPercent(confidence)}`,
		...rate === void 0 ? [] : [`bad commits fail in ${formatPercent(rate.mean)} of runs (${formatPercent(rate.low)} to ${formatPercent(rate.high)})`],
		html(createdAt.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC")),
		`<code>${html(folder, 300)}</code>`
	];
	return [
		`<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">`,
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		`<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">`,
		`<title>${headline}</title><link rel="icon" href="data:,"><style>${own}</style></head><body>`,
		`<header><h1>${headline}</h1><p class="facts">${facts.join(" · ")}</p></header><main>`,
		...stopped === void 0 ? [] : [`<p>${html(stopped, 300)}</p>`],
		answerPart(results),
		results.posterior.length > 1 ? `<h2>Where it can be</h2>${posteriorPicture(results, places)}` : "",
		`<h2>What to do now</h2><ul>${nextSteps(results).map((step) => `<li>${html(step, 500)}</li>`).join("")}</ul>`,
		probedPart(results),
		othersPart(results),
		`<p>Spent: ${escapeHtml(spentText(results))}.</p></main></body></html>\n`
	].join("\n");
}

// src/report/bisection/summary.ts
const icons = {
	found: "🎯",
	set: "🎯",
	undecided: "⏳"
};
const mostRows = 200;
function answerTable(results) {
	const { answer } = results;
	if (answer.length === 0) return [];
	const rows = answer.slice(0, 20).map((one) => [
		link$1(code(short(one.commit)), linkOf(results, one)),
		escapeMarkdown(cutCharacters(one.subject, 120)),
		escapeMarkdown(cutCharacters(one.author, 100)),
		sureness(one.probability)
	]);
	const more = answer.length - rows.length;
	return [table([[
		"Commit",
		"Subject",
		"Author",
		"Probability"
	], ...rows], "lllr"), ...more > 0 ? [`and ${plural(more, "more commit")}, each less probable.`] : []];
}
function probedTable(results) {
	const { probed } = results;
	if (probed.length === 0) return [];
	const row = (one) => [
		`${link$1(code(short(one.commit)), linkOf(results, one))}${one.role === void 0 ? "" : ` (${one.role})`}`,
		escapeMarkdown(cutCharacters(one.subject, 100)),
		wordFor(one),
		`${one.failures} of ${one.failures + one.passes}`,
		one.others + one.cut === 0 ? "" : String(one.others + one.cut),
		one.seconds === 0 ? "" : formatDuration(one.seconds),
		one.bad === void 0 ? "" : sureness(one.bad)
	];
	return ["### Commits that were run", table([[
		"Commit",
		"Subject",
		"",
		"Failed runs",
		"Other errors",
		"Guest time",
		"Bad"
	], ...probed.slice(0, mostRows).map(row)], "lllrrrr")];
}
function renderBisectSummary(results) {
	const { outcome, failure, scenario, suite, posterior, rate, others, stopped } = results;
	const facts = [
		...failure === void 0 ? [] : [`Failure: ${code(cutCharacters(failure, 200))}`],
		`${escapeMarkdown(suite)} ${escapeMarkdown(scenario)}, ${formatDuration(results.duration)} each`,
		`${plural(posterior.length, "candidate")}`,
		...rate === void 0 ? [] : [`bad commits fail in ${formatPercent(rate.mean)} of runs (${formatPercent(rate.low)} to ${formatPercent(rate.high)})`]
	];
	return `${[
		`## ${icons[outcome] ?? "❌"} ${escapeMarkdown(bisectHeadline(results))}`,
		facts.join(" · "),
		...stopped === void 0 ? [] : [escapeMarkdown(stopped)],
		...answerTable(results),
		...posterior.length > 1 ? [`Probability along the history: ${code(sparkline(posterior, 80))}`] : [],
		...nextSteps(results).map((step) => `- ${escapeMarkdown(step)}`),
		...probedTable(results),
		...others.length === 0 ? [] : [details("Other errors, which did not count", others.map(({ title, runs, commits }) => `- ${code(cutCharacters(title, 200))}: ${plural(runs, "run")} of ${plural(commits, "commit")}`).join("\n"))],
		`Spent: ${spentText(results)}.`
	].join("\n\n").replaceAll(/\n\n(?=- )/g, "\n")}\n`;
}

// src/report/bisection/terminal.ts
const colours = {
	found: "green",
	set: "green",
	undecided: "yellow"
};
const pad = (text, columns) => text + " ".repeat(Math.max(0, columns - stringWidth(text)));
function columns(rows, width) {
	const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => stringWidth(row[i] ?? ""))));
	return rows.map((row) => {
		const before = row.slice(0, -1).map((cell, i) => pad(cell, widths[i] ?? 0));
		const used = before.reduce((sum, cell) => sum + cell.length + 2, 2);
		return `  ${[...before, cutCharacters(row.at(-1) ?? "", Math.max(20, width - used))].join("  ")}`.trimEnd();
	});
}
function probedRow(one) {
	const runs = one.failures + one.passes;
	return [
		short(one.commit),
		wordFor(one),
		runs === 0 ? "" : `${one.failures} of ${runs}`,
		one.seconds === 0 ? "" : formatDuration(one.seconds),
		one.bad === void 0 ? one.role ?? "" : sureness(one.bad),
		cleanLine(one.subject)
	];
}
function renderBisectTerminal(results, look = {}) {
	const { width = 80, style = (_, text) => text } = look;
	const { answer, probed, posterior, rate, failure, others, stopped, outcome, folder } = results;
	const answers = answer.slice(0, 20).map((one) => [
		sureness(one.probability),
		short(one.commit),
		cleanLine(one.author).replace(/ <.*/, ""),
		cleanLine(one.subject)
	]);
	return `${[
		"",
		style("bold", style(colours[outcome] ?? "red", `${bisectHeadline(results)}.`)),
		...stopped === void 0 ? [] : [stopped],
		...failure === void 0 ? [] : [`Failure: ${cleanLine(failure)}`],
		...rate === void 0 ? [] : [`Bad commits fail in ${formatPercent(rate.mean)} of runs (${formatPercent(rate.low)} to ${formatPercent(rate.high)}).`],
		...answers.length === 0 ? [] : ["", ...columns(answers, width)],
		...answer.length > answers.length ? [`  and ${plural(answer.length - answers.length, "more commit")}`] : [],
		...posterior.length > 1 ? ["", `  good ${sparkline(posterior, Math.min(60, width - 14))} bad`] : [],
		...probed.length === 0 ? [] : ["", ...columns([[
			"COMMIT",
			"",
			"FAILED",
			"TIME",
			"BAD",
			"SUBJECT"
		], ...probed.map(probedRow)], width).map((line, i) => i === 0 ? style("dim", line) : line)],
		...others.length === 0 ? [] : ["", "Other errors, which did not count:"],
		...others.map(({ title, runs }) => `  ${plural(runs, "run")}: ${cleanLine(title)}`),
		"",
		`Spent: ${spentText(results)}.`,
		...nextSteps(results),
		`Report: ${folder}/report.html`
	].join("\n")}\n`;
}

// src/stages/publish/bisection.ts
var BisectPages = class {
	#context;
	#asked;
	#folder;
	#subjects;
	#waiting;
	#writing = Promise.resolve();
	constructor(context, asked, folder) {
		this.#context = context;
		this.#asked = asked;
		this.#folder = folder;
		const { good, commits } = asked.history;
		this.#subjects = new Map([good, ...commits].map(({ commit, subject }) => [commit, subject]));
	}
	get #logFile() {
		return join(this.#folder, "bisect.log");
	}
	log({ failure, shows }, observations) {
		const { history, told } = this.#asked;
		const idle = this.#waiting === void 0;
		this.#waiting = renderLog({
			good: history.good.commit,
			bad: history.bad,
			observations,
			shows,
			told,
			failure: failure?.title,
			subject: (commit) => this.#subjects.get(commit) ?? ""
		});
		if (idle) this.#writing = this.#writing.then(() => this.#write());
	}
	async #write() {
		const text = this.#waiting ?? "";
		this.#waiting = void 0;
		await writeAtomically(this.#logFile, text).catch((error) => {
			this.#context.ui.warning(`${this.#logFile}: not written: ${messageOf(error)}`);
		});
	}
	tell({ answer, spent, confidence }, step) {
		const [first] = answer;
		if (step === 1 || first === void 0) return;
		const many = plural(answer.length, "commit");
		this.#context.ui.info(`After ${plural(spent.runs, "run")}: ${many} ${answer.length === 1 ? "holds" : "hold"} ${Math.round(confidence * 100)} %; most probable ${nameOf(first)}, ${sureness(first.probability)}.`);
	}
	async publish(results, knowledge, observations) {
		const { ui } = this.#context;
		this.log(knowledge, observations);
		await this.#writing;
		const places = new Map(this.#asked.history.commits.map(({ commit }, place) => [commit, place]));
		const files = new ReportFiles(this.#folder);
		const found = results.outcome === "found" || results.outcome === "set";
		const json = await files.write("bisect.json", () => `${printableJson(results, 2)}\n`);
		await files.write("summary.md", () => renderBisectSummary(results));
		await files.write("report.html", () => renderBisectHtml(results, places));
		if (json !== void 0) ui.output("results", json);
		ui.output("decision", found ? "yes" : "undecided");
		ui.output("first-bad-commit", found ? results.answer.map(({ commit }) => commit).join(" ") : "");
		ui.output("bisect-log", this.#logFile);
		await ui.summary({
			markdown: renderBisectSummary(results),
			text: (look) => renderBisectTerminal(results, look)
		});
		files.tell(ui, this.#folder);
		if (!found) ui.error(`${bisectHeadline(results)}.`);
		return found ? exitStatus.passed : exitStatus.kernelFailed;
	}
};

// src/stages/prepare/bisect/runs.ts
function filled(wanted, slots) {
	const same = [...Map.groupBy(wanted, ({ commit }) => commit.commit).values()];
	const share = Math.max(1, Math.floor(slots / Math.max(1, same.length)));
	return same.flatMap((all) => {
		const runs = all.reduce((sum, one) => sum + one.runs, 0);
		return all.slice(0, 1).map((one) => ({
			...one,
			runs: Math.ceil(runs / share) * share
		}));
	});
}
const mostGuests = 64;
function guestsOf$1(wanted) {
	const share = Math.max(1, Math.floor(mostGuests / wanted.length));
	const each = wanted.map(({ kernel, runs }) => {
		const { guest, commit } = kernel;
		const scenario = wanted.length === 1 ? guest.scenario : `${commit.slice(0, 12).toUpperCase()}-${guest.scenario}`;
		return Array.from({ length: Math.min(runs, share) }, (_, i) => ({
			kernel,
			guest: {
				...guest,
				scenario,
				repetition: i + 1,
				name: guestNameOf(scenario, i + 1)
			}
		}));
	});
	const longest = Math.max(...each.map(({ length }) => length));
	return Array.from({ length: longest }, (_, i) => each.flatMap((guests) => guests[i] ?? [])).flat();
}
__name(guestsOf$1, "guestsOf");
async function prepareRuns(context, asked, path, wanted, cpus) {
	const { shutdownGrace, torture } = context.inputs;
	const placed = guestsOf$1(wanted);
	await mkdir(path);
	for (const { kernel, guest } of placed) await placeGuest({
		from: kernel.folder,
		into: path,
		finally: path,
		bring: link,
		guest,
		build: kernel.guest.scenario,
		seconds: asked.duration,
		grace: shutdownGrace
	});
	const [only] = wanted.length === 1 ? wanted : [];
	await writeStoredRun({
		path,
		suite: torture,
		cpus,
		clean: true,
		guests: placed.map(({ guest }) => guest),
		log: `bisect: ${wanted.map(({ kernel, runs }) => `${kernel.commit} ${runs}x`).join(", ")}`,
		commit: only?.kernel.commit
	});
	return {
		prepared: {
			run: await openRunDirectory(path),
			builds: [],
			ignore: [],
			infrastructure: [],
			cpus
		},
		commits: new Map(placed.map(({ kernel, guest }) => [guest.name, kernel.commit]))
	};
}

// src/stages/execute/bisectWatch.ts
const outputGracePeriod = 2e3;
var BisectWatch = class {
	#job;
	#guests = /* @__PURE__ */ new Map();
	#commits = /* @__PURE__ */ new Map();
	#timers = /* @__PURE__ */ new Set();
	#removals = [];
	#noted = 0;
	constructor(job) {
		this.#job = job;
		for (const [guest, commit] of job.commits) {
			this.#guests.set(guest, new AbortController());
			this.#commits.set(commit, {
				enough: new AbortController(),
				failures: 0
			});
		}
	}
	get noted() {
		return this.#noted;
	}
	useOf(guest) {
		const own = this.#guests.get(guest);
		const commit = this.#commits.get(this.#job.commits.get(guest) ?? "");
		return AbortSignal.any([own, commit?.enough].flatMap((one) => one?.signal ?? []));
	}
	found(guest, finding) {
		if (!this.#job.shows?.(finding)) return;
		const stop = () => this.#guests.get(guest)?.abort(new StopRequest("stopped", `${guest} showed the failure that is searched.`));
		this.#timers.add(setTimeout(stop, outputGracePeriod));
	}
	ended(guest) {
		const { name } = guest.outcome.guest;
		const commit = this.#job.commits.get(name);
		const own = commit === void 0 ? void 0 : this.#commits.get(commit);
		if (commit === void 0 || own === void 0) return;
		const observation = this.#job.note(guest, commit);
		if (observation === void 0) return;
		this.#noted++;
		if (observation.errors.length === 0) this.#removals.push(rm(join(this.#job.rundir, name, guestFiles.console), { force: true }));
		const { shows } = this.#job;
		if (shows === void 0 ? observation.errors.length > 0 : observation.errors.some(shows)) own.failures++;
		if (own.failures >= this.#job.wanted) own.enough.abort(new StopRequest("stopped", `${commit.slice(0, 12)} has failed; more runs tell nothing more.`));
	}
	async [Symbol.asyncDispose]() {
		for (const timer of this.#timers) clearTimeout(timer);
		await Promise.allSettled(this.#removals);
	}
};

// src/stages/judge/observe.ts
const mostErrors = 20;
function observe({ outcome, analysis }, { id, commit }) {
	const { ending, lived = 0, system } = outcome;
	const { verdict, findings } = judgeGuest(analysis, ending);
	const errors = findings.filter(({ severity }) => severity === "error");
	const said = (what) => ({
		id,
		commit,
		outcome: what,
		errors: errors.slice(0, mostErrors).map(({ fingerprint, title }) => ({
			fingerprint: fingerprint.slice(0, 200),
			title: title.slice(0, 1e3)
		})),
		seconds: lived,
		...system === void 0 ? {} : { system: system.slice(0, 300) }
	});
	if (verdict === "passed") return said("ran");
	if (errors.length === 0) return verdict === "did-not-run" && ending.cause === "exited" ? said("cut") : void 0;
	if (analysis?.started !== true) return said("boot");
	return said(analysis.completion === "none" ? "cut" : "ran");
}

// src/modes/bisectRuns.ts
async function bisectRuns(job, knowledge, wanted, failures, number) {
	const { asked, journal, systems, spending } = job;
	const context = {
		...job.context,
		signal: spending.signal
	};
	const path = join(job.path, `probe-${String(number).padStart(3, "0")}`);
	const made = await prepareRuns(context, asked, path, wanted, systems.cpus);
	const prepared = {
		...made.prepared,
		ignore: parseIgnoreLines(context.inputs.ignore, /* @__PURE__ */ new Date())
	};
	const run = randomUUID().slice(0, 8);
	const shows = knowledge.failure === void 0 ? void 0 : knowledge.shows;
	await using watch = new BisectWatch({
		commits: made.commits,
		rundir: path,
		shows,
		wanted: failures,
		note(guest, commit) {
			const observation = observe(guest, {
				id: `${run}-${guest.outcome.guest.name}`,
				commit
			});
			if (observation === void 0) return void 0;
			journal.observe(observation);
			spending.spend(observation.seconds);
			return observation;
		}
	});
	await using session = await Session.open(context, prepared, systems, watch);
	const guests = await session.round();
	if (watch.noted > 0 || spending.signal.aborted) return;
	const [why] = guests.map(({ outcome }) => outcome.ending.detail);
	throw new InfrastructureError(`No guest told anything: ${why ?? "none was started"}`);
}

// src/modes/bisectStep.ts
function wantedBy(step, { asked }, { counts, rules }) {
	const { good, commits } = asked.history;
	const last = commits.length - 1;
	if (step.kind === "good") return [{
		commit: good,
		runs: step.runs,
		failures: rules.goodRate > 0 ? 1e400 : 1
	}];
	const probes = step.kind === "probes" ? step.probes : [{
		commit: last,
		runs: step.kind === "confirm" ? step.runs : 0
	}];
	const failures = step.kind === "confirm" ? 2 - (counts.get(last)?.failures ?? 0) : 1;
	return probes.flatMap((probe) => {
		const commit = commits[probe.commit];
		return commit === void 0 ? [] : [{
			commit,
			runs: probe.runs,
			failures
		}];
	});
}
async function bisectStep(job, kernels, knowledge, step, number) {
	const { context, journal, spending } = job;
	const ready = [];
	const { slots } = pricesOf(job.asked, journal, kernels, job.systems.widths);
	const wanted = filled(wantedBy(step, job, knowledge), slots);
	for (const { commit, runs } of wanted) {
		const named = `${commit.commit.slice(0, 12)} ("${commit.subject}")`;
		context.ui.info(`Step ${number}: ${named}, until it fails, at most ${runs} times.`);
		const kernel = await kernels.of(commit, spending.signal);
		if ("why" in kernel) {
			context.ui.warning(`${named}: cannot be built, and is passed over: ${kernel.why}`);
			const id = `${commit.commit}-build`;
			journal.observe({
				id,
				commit: commit.commit,
				outcome: "build",
				errors: [],
				seconds: kernel.seconds
			});
			continue;
		}
		if (kernel.seconds !== void 0) journal.build(commit.commit, kernel.seconds);
		ready.push({
			kernel,
			runs
		});
	}
	const failures = Math.max(...wanted.map((one) => one.failures));
	if (ready.length > 0) await bisectRuns(job, knowledge, ready, failures, number);
}

// src/modes/bisect.ts
var bisect_exports = /* @__PURE__ */ __exportAll({ bisect: () => bisect });
async function bisect(context) {
	const { inputs, environment, ui, signal } = context;
	const asked = await askBisection(context);
	const qemu = expectedQemu(inputs.qemuCmd);
	await prepareMachine(context, {
		build: true,
		qemus: [qemu]
	});
	await using systems = await surveySystems(context, [qemu]);
	const store = await openStore(context);
	const ends = [asked.history.good.commit, asked.history.bad];
	const id = questionOf(context, ...ends, asked.failure ?? "");
	await using journal = await Journal.open(context, store, id, ends);
	const res = join(asked.tree.rcutorture, "res");
	const { path } = await reserveRunDirectory(inputs, res, environment.workspace, /* @__PURE__ */ new Date(), "-bisect");
	ui.output("rundir", path);
	await using kernels = await BisectKernels.open(context, asked, store, {
		folder: join(path, "builds"),
		id
	});
	await kernels.lookUp(asked.history.commits);
	using spending = new Spending(inputs.budget ?? defaultBudget, signal);
	const job = {
		context,
		asked,
		journal,
		systems,
		spending,
		path
	};
	const question = questionFor(asked, systems.machines.length);
	const learnt = () => know(question, journal.observations, pricesOf(asked, journal, kernels, systems.widths));
	const pages = new BisectPages(context, asked, path);
	journal.changed = () => pages.log(learnt(), journal.observations);
	for (let number = 1;; number++) {
		const knowledge = learnt();
		const step = nextStep(knowledge);
		const { stopped } = spending;
		const results = concludeBisection({
			history: asked.history,
			knowledge,
			step,
			observations: journal.observations,
			stopped,
			built: journal.built,
			about: factsOf(context, asked, path),
			wall: spending.wall
		});
		if (step.kind === "end" || stopped !== void 0) return await pages.publish(results, knowledge, journal.observations);
		pages.tell(results, number);
		await bisectStep(job, kernels, knowledge, step, number).catch((error) => {
			if (!(error instanceof InfrastructureError && spending.signal.aborted)) throw error;
		});
	}
}

// src/results/buildsVerdict.ts
function buildsVerdict(builds, wanted, infrastructure) {
	if (builds.some(({ status }) => status === "failed")) return "build-failed";
	if (infrastructure.length > 0) return "infrastructure-error";
	return builds.filter(hasKernel).length < wanted ? "did-not-run" : "passed";
}

// src/stages/publish/builds.ts
function publishBuilds({ ui, signal }, builds, wanted, infrastructure, sentence) {
	for (const line of infrastructure) ui.warning(line);
	const failed = builds.filter(({ status }) => status === "failed" || status === "skipped").map(({ scenario }) => scenario);
	ui.output("failed-scenarios", failed.join(" "));
	ui.output("result", buildsVerdict(builds, wanted, infrastructure));
	ui.info(sentence(builds.length - failed.length));
	if (signal.aborted || infrastructure.length > 0) return exitStatus.infrastructure;
	return failed.length === 0 ? exitStatus.passed : exitStatus.kernelFailed;
}

// src/modes/build.ts
var build_exports = /* @__PURE__ */ __exportAll({ build: () => build });
async function build(context) {
	const planned = await planJob(context);
	announceDefaults(context, planned);
	await prepareMachine(context, {
		build: true,
		qemus: []
	});
	const git = await readGitFacts(planned.tree.path, context.executor);
	const store = await openStore(context);
	const { run, builds, infrastructure } = await prepareKernels(context, planned, git, store, void 0, store && timesKnown(context, store, planned));
	if (store) await keepAttempt(context, store, builds);
	context.ui.output("rundir", run.path);
	return publishBuilds(context, builds, builds.length, infrastructure, (ready) => `${ready} of ${builds.length} kernels ready in ${run.path}.`);
}

// src/report/issues/record.ts
const nightSchema = object({
	run: string(),
	date: string(),
	kernel: string(),
	runs: number().int().nonnegative(),
	failures: number().int().nonnegative(),
	url: string().optional()
});
const mostNights = 30;
const recordSchema$1 = object({
	version: literal(1),
	fingerprint: findingSchema.shape.fingerprint,
	kind: findingKindSchema,
	title: string(),
	also: findingSchema.shape.also,
	incomplete: findingSchema.shape.incomplete,
	trail: findingSchema.shape.trail,
	scenarios: array(string()),
	nights: array(nightSchema).max(30)
});
const opening = "<!-- rcutorture-action ";
const closing = " -->";
function renderRecord(record) {
	const json = JSON.stringify(record).replace(/[<>]/g, (one) => one === "<" ? "\\u003c" : "\\u003e");
	return `${opening}${json}${closing}`;
}
function readRecord(body) {
	const start = body.indexOf(opening);
	const end = body.indexOf(closing, start);
	if (start < 0 || end < 0) return void 0;
	try {
		return recordSchema$1.safeParse(JSON.parse(body.slice(start + 23, end))).data;
	} catch {
		return;
	}
}

// src/report/issues/body.ts
const lastSeen = "### The last time";
const closingRule = "\n\n---\n";
const nightRow = ({ date, kernel, runs, failures, url }) => [
	date,
	escapeMarkdown(kernel),
	failures === 0 ? `none of ${runs}` : `**${failures} of ${runs}**`,
	link$1("report", url).replace(/^report$/, "")
];
function nightsPart({ nights, scenarios }) {
	const runs = nights.reduce((sum, one) => sum + one.runs, 0);
	const failures = nights.reduce((sum, one) => sum + one.failures, 0);
	const shown = nights.filter((one) => one.failures > 0).length;
	const names = scenarios.map((one) => one.replace(/^rcu /, ""));
	const rows = nights.toReversed().map(nightRow);
	return [`Seen in ${shown} of ${nights.length === 1 ? "1 night" : `${nights.length} nights`}, ${failures} of ${runs} runs of ${escapeMarkdown(cutCharacters(names.join(", "), 500))}.`, table([[
		"Night",
		"Kernel",
		"Failed",
		""
	], ...rows], "lllr")].join("\n\n");
}
function seenPart(overview, group) {
	const { results } = overview;
	const { file, line } = group.finding;
	const place = placeOf(group.finding);
	const target = file === void 0 ? void 0 : sourceLink(results.kernel, file, line);
	const text = trace(group);
	return [
		lastSeen,
		`**${escapeMarkdown(cutCharacters(group.title, 300))}**${place === "" ? "" : ` at ${link$1(code(place), target)}`}, on ${escapeMarkdown(labelOf(overview, group.shownOn))}: ${escapeMarkdown(whereabouts(group))}`,
		...text === "" ? [] : [details("The console's own words", fence(text), true)],
		details("Kernel", fence(factLines(kernelFacts(results, group.guests)).join("\n"))),
		...waysToReproduce(results).map(({ title, text, language }) => `To reproduce it (${lowered(title)}):\n\n${fence(cutCharacters(text, 4e3), language)}`)
	].join("\n\n");
}
function renderIssue(overview, record, { closeAfter }, group, before = "") {
	const kept = before.indexOf(lastSeen);
	const last = group === void 0 ? kept < 0 ? "" : before.slice(kept, before.lastIndexOf(closingRule)) : seenPart(overview, group);
	const nights = closeAfter === 1 ? "one night" : `${closeAfter} nights in a row`;
	return `${[
		renderRecord(record),
		nightsPart(record),
		...last === "" ? [] : [last]
	].join("\n\n")}${closingRule}_Written by rcutorture-action (fingerprint ${code(record.fingerprint)}). It closes this issue after ${nights} without the failure, and opens it again if the failure comes back. Close it as "not planned" to hear no more of it._`;
}

// src/report/issues/plan.ts
const mostNew = 10;
const keyOf = (results, guest) => `${guest.suite ?? results.suite} ${scenarioOf(guest)}`;
function nightOf({ results, guests }, scenarios, failed, { run, url }) {
	const own = guests.filter((guest) => (hasVerdict(guest) || failed.has(guest)) && scenarios.has(keyOf(results, guest)));
	return {
		run,
		date: results.createdAt.slice(0, 10),
		kernel: cutCharacters(kernelName(results.kernel), 100),
		runs: own.length,
		failures: own.filter((guest) => failed.has(guest)).length,
		...url === void 0 ? {} : { url }
	};
}
function withNight(nights, night) {
	return [...nights.filter(({ run }) => run !== night.run), night].slice(-30);
}
function cleanNights(nights) {
	return nights.length - 1 - nights.findLastIndex(({ failures }) => failures > 0);
}
function recordOf(overview, group, before) {
	const { fingerprint, kind, title, also, incomplete, trail } = before === void 0 || before.incomplete === true && !group.finding.incomplete ? group.finding : before;
	const showing = group.guests.map((guest) => keyOf(overview.results, guest));
	return {
		version: 1,
		fingerprint,
		kind,
		title: cutCharacters(title, 300),
		...also === void 0 ? {} : { also: also.slice(0, 20) },
		...incomplete === void 0 ? {} : { incomplete },
		...trail === void 0 ? {} : { trail: trail.slice(0, 4e3) },
		scenarios: [.../* @__PURE__ */ new Set([...before?.scenarios ?? [], ...showing])]
	};
}
function seen(overview, group, known, options) {
	const failed = new Set(group.guests);
	const act = ({ issue, record }, kind) => {
		const now = recordOf(overview, group, record);
		const night = nightOf(overview, new Set(now.scenarios), failed, options);
		const body = renderIssue(overview, {
			...now,
			nights: withNight(record.nights, night)
		}, options, group);
		return kind === "update" ? {
			kind,
			issue,
			change: { body }
		} : {
			kind,
			issue,
			change: {
				body,
				state: "open",
				reason: "reopened"
			},
			comment: `It is back: ${night.failures} of ${plural(night.runs, "run")} on ${night.kernel}${night.url === void 0 ? "" : ` ([report](${night.url}))`}.`
		};
	};
	const open = known.filter(({ issue }) => issue.state === "open");
	if (open.length > 0) return open.map((one) => act(one, "update"));
	if (known.some(({ issue }) => issue.reason === "not_planned")) return [];
	return known.slice(-1).map((one) => act(one, "reopen"));
}
function fresh(overview, group, options) {
	const record = recordOf(overview, group, void 0);
	const night = nightOf(overview, new Set(record.scenarios), new Set(group.guests), options);
	const where = [...new Set(group.guests.map(scenarioOf))];
	const names = where.length > 2 ? `${where[0]} and ${where.length - 1} more` : where.join(", ");
	return {
		kind: "open",
		title: cutCharacters(`${names}: ${group.title}`, 250),
		body: renderIssue(overview, {
			...record,
			nights: [night]
		}, options, group)
	};
}
function unseen(overview, { issue, record }, options) {
	const night = nightOf(overview, new Set(record.scenarios), /* @__PURE__ */ new Set(), options);
	if (night.runs === 0) return [];
	const nights = withNight(record.nights, night);
	const body = renderIssue(overview, {
		...record,
		nights
	}, options, void 0, issue.body);
	const clean = cleanNights(nights);
	if (clean < options.closeAfter) return [{
		kind: "update",
		issue,
		change: { body }
	}];
	const runs = nights.slice(-clean).reduce((sum, one) => sum + one.runs, 0);
	return [{
		kind: "close",
		issue,
		change: {
			body,
			state: "closed",
			reason: "completed"
		},
		comment: `Not seen in ${plural(clean, "night")} (${plural(runs, "run")}), so this is closed. If it comes back, it is opened again.`
	}];
}
function planIssues(results, issues, options) {
	const overview = overviewOf(results);
	const known = issues.flatMap((issue) => {
		const record = readRecord(issue.body);
		return record === void 0 ? [] : [{
			issue,
			record
		}];
	});
	const handled = /* @__PURE__ */ new Set();
	const actions = [];
	const news = [];
	for (const group of overview.failures) {
		const own = known.filter(({ record }) => isSameBug(record, group.finding));
		if (own.some((one) => handled.has(one))) continue;
		for (const one of own) handled.add(one);
		if (own.length > 0) actions.push(...seen(overview, group, own, options));
		else if (!news.some((other) => isSameBug(other.finding, group.finding))) news.push(group);
	}
	const opened = news.slice(0, 10).map((group) => fresh(overview, group, options));
	const gone = known.filter((one) => one.issue.state === "open" && !handled.has(one)).flatMap((one) => unseen(overview, one, options));
	return {
		actions: [
			...opened,
			...actions,
			...gone
		],
		left: news.slice(10).map(({ title }) => title)
	};
}

// src/stages/publish/issues.ts
const issueLabel = "rcutorture";
const done = {
	open: "opened",
	update: "updated",
	reopen: "opened again",
	close: "closed"
};
async function carryOut(tracker, action) {
	if (action.kind === "open") return await tracker.create({
		title: action.title,
		body: action.body,
		label: issueLabel
	});
	const { issue, change, comment } = action;
	await tracker.change(issue.number, change);
	if (comment !== void 0) await tracker.comment(issue.number, comment);
	return issue;
}
async function publishIssues(results, tracker, ui, options) {
	const { actions, left } = planIssues(results, await tracker.list(issueLabel), options);
	const lines = [];
	for (const action of actions) {
		const { number, url } = await carryOut(tracker, action);
		const title = action.kind === "open" ? action.title : "";
		const text = `#${number} ${done[action.kind]}${title === "" ? "" : `: ${title}`} (${url})`;
		ui.info(text);
		lines.push({
			text,
			markdown: `- #${number} ${done[action.kind]}${title === "" ? "" : `: ${escapeMarkdown(title)}`}`
		});
	}
	if (left.length > 0) ui.warning(`${left.length} more failures are new, and have no issue: one night opens at most ${10}. The report has them all.`);
	const nothing = "No issue to open, update or close.";
	await ui.summary({
		markdown: `### Issues\n\n${lines.map(({ markdown }) => markdown).join("\n") || nothing}\n`,
		text: () => `${lines.map(({ text }) => text).join("\n") || nothing}\n`
	});
}

// src/modes/issues.ts
var issues_exports = /* @__PURE__ */ __exportAll({ issues: () => issues });
async function issues(context) {
	const { inputs, environment, ui, openIssues } = context;
	if (openIssues === void 0) throw new InputError("mode: there are no issues here.");
	const tracker = await openIssues();
	const results = await resultsAt("rundir", resolve(environment.workspace, inputs.rundir ?? "."));
	const { GITHUB_SERVER_URL: server = "https://github.com", GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = environment.variables;
	await publishIssues(results, tracker, ui, {
		closeAfter: inputs.closeAfter,
		run: id ?? results.createdAt,
		url: id === void 0 ? void 0 : `${server}/${repository}/actions/runs/${id}`
	});
	return exitStatus.passed;
}

// src/stages/prepare/showPlan.ts
async function showPlan(context, job, show) {
	const { batches, cpus } = job.plan;
	switch (show) {
		case "batches": return renderBatches(batches);
		case "scenarios": return renderScenarios(batches);
		case "sched": return renderSchedule(batches, cpus);
		case "script": return await renderScript(context, job);
	}
}
async function renderScript({ inputs, environment }, job) {
	const { tree, plan } = job;
	const res = join(tree.rcutorture, "res");
	const rundir = await newRunDirectory(inputs, res, environment.workspace, /* @__PURE__ */ new Date());
	const command = buildCommand(tree, buildOptions(inputs, plan, plan.guests, rundir));
	return [
		"#!/bin/sh",
		"# This plan, carried out by the scripts of the kernel tree alone. They need KVM.",
		"set -e",
		`cd ${quote([tree.path])}`,
		quote(command.argv),
		`cd ${quote([rundir.path])}`,
		"rm -f */buildonly",
		`RCUTORTURE=${quote([tree.rcutorture])}`,
		"PATH=$RCUTORTURE/bin:$PATH",
		"export RCUTORTURE PATH",
		...plan.batches.map(({ guests }) => quote(["kvm-test-1-run-batch.sh", ...guests.map(({ name }) => name)])),
		"kvm-recheck.sh \"$PWD\"",
		""
	].join("\n");
}

// src/stages/publish/plan.ts
async function publishShown({ ui }, text) {
	await ui.summary({
		markdown: `### rcutorture plan\n\n\`\`\`\n${text}\`\`\`\n`,
		text: () => text
	});
}
async function publishPlan({ ui, inputs }, version, plan) {
	ui.info(`Linux ${version}`);
	const rows = plan.batches.map(({ number, guests }) => `| ${number} | ${guests.map((guest) => `${guest.name} (${guest.cpus})`).join(", ")} |\n`);
	await ui.summary({
		markdown: `### rcutorture plan\n\n| Batch | Guests (CPUs) |\n| --: | --- |\n${rows.join("")}`,
		text: () => renderPlan(plan, inputs.duration ?? 1800)
	});
}

// src/modes/plan.ts
var plan_exports = /* @__PURE__ */ __exportAll({ plan: () => plan });
async function plan(context) {
	const { show } = context.inputs;
	const planned = await planJob(context);
	if (show === void 0) await publishPlan(context, planned.tree.version, planned.plan);
	else await publishShown(context, await showPlan(context, planned, show));
	return exitStatus.passed;
}

// src/modes/planTorture.ts
var planTorture_exports = /* @__PURE__ */ __exportAll({ planTorture: () => planTorture });
async function planTorture(context) {
	const { cpus } = await roomHere(context);
	await planOnOne(context, await context.openStore(), {
		cpus,
		count: 1
	});
	return exitStatus.passed;
}

// src/modes/plannedBuild.ts
var plannedBuild_exports = /* @__PURE__ */ __exportAll({ plannedBuild: () => plannedBuild });
async function plannedBuild(given, id) {
	const store = await given.openStore();
	const plan = await openPlan(given, store);
	const context = withPlanInputs(given, plan);
	const job = jobOf(plan.builds, id);
	await prepareMachine(context, {
		build: true,
		qemus: []
	});
	const { built, infrastructure } = await buildSets(context, plan, job, store);
	await keepBuilt(context, store, plan, id, built);
	const results = built.map(({ result }) => result);
	const sentence = (ready) => `${id}: ${ready} of ${job.builds.length} kernels ready.`;
	return publishBuilds(context, results, job.builds.length, infrastructure, sentence);
}

// src/stages/prepare/again/workflowRun.ts
var workflowRun_exports = /* @__PURE__ */ __exportAll({ fetchWorkflowRun: () => fetchWorkflowRun });
const suiteIn = (key) => /^rcutorture-\d+-[^-]+-([a-z]+)-/.exec(key)?.[1];
function chosen(id, jobs, torture) {
	const suiteOf = (job) => suiteIn([...job.keys.values()][0] ?? "") ?? torture;
	const suites = new Set(jobs.map(suiteOf));
	const [only] = suites;
	const suite = suites.size === 1 && only !== void 0 ? only : torture;
	const mine = jobs.filter((job) => suiteOf(job) === suite);
	if (mine.length === 0) {
		const there = [...suites].sort().join(", ");
		throw new InputError(`torture: workflow run ${id} has no kernels of ${torture}, but of ${there}.`);
	}
	const keys = /* @__PURE__ */ new Map();
	for (const [scenario, key] of mine.flatMap((job) => [...job.keys])) {
		if ((keys.get(scenario) ?? key) !== key) throw new InputError(`again: workflow run ${id} has different kernels of ${scenario}, from jobs with different inputs; name a run directory instead.`);
		keys.set(scenario, key);
	}
	return {
		suite,
		keys,
		results: mine.flatMap(({ results }) => results ?? [])
	};
}
function guestsOf(results) {
	const byName = /* @__PURE__ */ new Map();
	for (const guest of results.flatMap(({ guests }) => latestGuests(guests))) byName.set(guest.name, [...byName.get(guest.name) ?? [], guest]);
	return byName;
}
async function writeRunFiles({ inputs }, folder, left) {
	const guests = [...guestsOf(left.results).values()].flatMap(([guest]) => guest ?? []);
	const known = new Set(guests.map(({ scenario }) => scenario));
	const scenarios = [...guests.filter(({ scenario }) => left.keys.has(scenario)).map(({ scenario }) => scenario), ...[...left.keys.keys()].filter((scenario) => !known.has(scenario))];
	const jobs = await Promise.all(scenarios.map(async (scenario) => {
		const cmd = await readQemuCmd({ path: folder }, scenario);
		const smp = Number(cmd && optionValue(cmd.argv, "-smp")) || 1;
		return {
			scenario,
			cpus: guests.find((guest) => guest.scenario === scenario)?.cpus ?? smp
		};
	}));
	const batches = packBatches(jobs, inputs.cpus === "auto" ? 0 : inputs.cpus);
	const write = (name, text) => writeFile(join(folder, name), text);
	await write(runFiles.suite[0], `${left.suite}\n`);
	await write(runFiles.batches, renderBatchesFile(batches, 0));
	await write(runFiles.scenarios, renderScenarios(batches));
	const kernel = left.results[0]?.kernel;
	if (kernel?.commit !== void 0) {
		const state = kernel.state === "clean" ? "nothing to commit\n" : "";
		await write(runFiles.testId, `Current commit: ${kernel.commit}\n${state}`);
	}
}
async function fetchWorkflowRun(context, id) {
	const { inputs, environment, ui } = context;
	if (inputs.link !== "hard" && inputs.link !== "copy") throw new InputError(`link: "${inputs.link}" needs an old run directory; with again: run:${id} use hard or copy.`);
	const store = await context.openStore([id]);
	const jobs = (await recordsOfRun(store, id, ui)).filter(({ keys }) => keys.size > 0);
	if (jobs.length === 0) throw new InputError(`again: nothing of workflow run ${id} is in the ${store.name} store; look at the id, and give github-token (with actions: read) for its artifacts.`);
	const left = chosen(id, jobs, inputs.torture);
	const folder = await mkdtemp(join(environment.variables.RUNNER_TEMP ?? tmpdir(), "rcutorture-run-"));
	const remove = () => rm(folder, {
		recursive: true,
		force: true
	});
	try {
		const hits = await fetchBuilds(store, left.keys, folder, ui);
		for (const scenario of left.keys.keys()) if (!hits.has(scenario)) ui.warning(`${scenario}: its kernel of workflow run ${id} is no longer kept.`);
		await writeRunFiles(context, folder, left);
		const byName = guestsOf(left.results);
		return {
			run: await openRunDirectory(folder, "again"),
			beside: join(environment.workspace, "res"),
			origin: `${fromStore}: workflow run ${id}`,
			builds: [...hits].map(([scenario, from]) => ({
				scenario,
				status: "reused",
				origin: `workflow run ${id}, ${from.store} store`,
				key: left.keys.get(scenario),
				diagnostics: [],
				configErrors: []
			})),
			async finish(rundir) {
				const key = ([...hits.values()].find(({ manifest }) => manifest.provenance.scripts)?.manifest)?.provenance.scripts;
				if (key !== void 0) await bringScripts(store, key, rundir, ui);
			},
			async failed() {
				if (byName.size === 0) throw new InputError(`configs: "failed" selects nothing: workflow run ${id} has left no results.`);
				const passed = (guests) => guests.every(({ verdict }) => verdict === "passed");
				return new Set([...byName].filter(([, guests]) => !passed(guests)).map(([name]) => name));
			},
			[Symbol.asyncDispose]: remove
		};
	} catch (error) {
		await remove();
		throw error;
	}
}

// src/systems/probeRecord.ts
var probeRecord_exports = /* @__PURE__ */ __exportAll({ parseProbeRecord: () => parseProbeRecord });
const recordSchema = object({
	circumstances: string(),
	at: datetime(),
	problem: string()
});
function parseProbeRecord(text) {
	try {
		return recordSchema.safeParse(JSON.parse(text)).data;
	} catch {
		return;
	}
}

export { context_exports as src_github_context_ts, exec_exports as src_github_exec_ts, lease_exports as src_handoff_lease_ts, baseline_exports as src_modes_baseline_ts, bisect_exports as src_modes_bisect_ts, build_exports as src_modes_build_ts, issues_exports as src_modes_issues_ts, planTorture_exports as src_modes_planTorture_ts, plan_exports as src_modes_plan_ts, plannedBuild_exports as src_modes_plannedBuild_ts, enrich_exports as src_stages_enrich_enrich_ts, runDirectory_exports as src_stages_judge_runDirectory_ts, workflowRun_exports as src_stages_prepare_again_workflowRun_ts, localStore_exports as src_storage_localStore_ts, local_exports as src_systems_local_ts, probeRecord_exports as src_systems_probeRecord_ts, version_exports as src_version_ts };