import { __exportAll, __name } from "./rolldown-runtime.js";
import { array, code, context_exports, cutCharacters, datetime, details, escapeMarkdown, fence, int, link as link$1, literal, number, object, string, table } from "./action.js";
import { BisectKernels, BisectPages, Journal, Session, SystemUnusable, addToBaseline, announceDefaults, bisectFolder, bisectSubject, bringScripts, buildCommand, buildObservation, buildOptions, buildSets, concludeBisection, defaultDuration, enrich_exports, exec, factLines, factsOf, fetchBuilds, findProgram, findingKindSchema, findingSchema, fromStore, gate, hasKernel, hasVerdict, isSameBug, jobOf, judgeGuest, judged, keepAttempt, keepBuilt, kernelFacts, kernelName, know, labelOf, latestGuests, lease_exports, localStore_exports, lowered, newRunDirectory, nextStep, openBisection, openPlan, openRunDirectory, openStore, openSystems, overviewOf, packBatches, parseIgnoreLines, placeGuest, placeOf, planJob, planOnOne, plannedCosts, plural, prepareKernels, prepareMachine, pricesOf, publishProbe, questionFor, quote, readGitFacts, readQemuCmd, recordsOfRun, renderBatches, renderBatchesFile, renderPlan, renderScenarios, renderSchedule, resolveCommits, resultsAt, roomHere, runDirectory_exports, scenarioOf, slotsOf, sourceLink, timesKnown, trace, version_exports, wantedBy, waysToReproduce, whereabouts, withPlanInputs, writeAtomically, writeStoredRun } from "./shared.js";
import { InfrastructureError, InputError, StopRequest, defaultBudget, exitStatus, killMarked, local_exports, markVariable, messageOf, mortal, plainEnvironment, stopOf } from "./core.js";
import { guestFiles, guestNameOf, optionValue, runFiles } from "./console.js";
import { link, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { randomUUID } from "node:crypto";
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

// src/stages/execute/crew.ts
function alone(systems, place) {
	const machine = systems.machines[place];
	if (machine === void 0) throw new RangeError(`there is no machine ${place}`);
	const width = systems.widths[place] ?? 1;
	return {
		machines: [machine],
		widths: [width],
		cpus: systems.cpus === 0 ? 0 : width,
		dropped: [],
		flags: systems.flags,
		oneOfSeveral: systems.machines.length > 1,
		open: (guests) => systems.open(guests, [machine.facts.name]),
		close: async () => [],
		async [Symbol.asyncDispose]() {}
	};
}
var Crew = class {
	#systems;
	#warn;
	#pieces = /* @__PURE__ */ new Map();
	#lost = /* @__PURE__ */ new Set();
	#failure;
	constructor(systems, warn) {
		this.#systems = systems;
		this.#warn = warn;
	}
	get size() {
		return this.#systems.machines.length - this.#lost.size;
	}
	get running() {
		return [...this.#pieces.values()].map(({ what }) => what);
	}
	begin(what, work) {
		const place = [...this.#systems.machines.keys()].find((one) => !this.#pieces.has(one) && !this.#lost.has(one));
		if (place === void 0) throw new RangeError("every machine is at work");
		const stop = new AbortController();
		const ended = work(alone(this.#systems, place), stop.signal).catch((error) => this.#failed(place, error, stop.signal)).finally(() => this.#pieces.delete(place));
		this.#pieces.set(place, {
			what,
			stop,
			ended
		});
	}
	#failed(place, error, { aborted }) {
		if (aborted && error instanceof InfrastructureError) return;
		if (!(error instanceof SystemUnusable)) {
			this.#failure ??= { error };
			return;
		}
		this.#lost.add(place);
		const name = this.#systems.machines[place]?.facts.name;
		this.#warn(`${name}: gets no more work: ${error.message}`);
		if (this.size === 0) this.#failure ??= { error: new InfrastructureError(error.message) };
	}
	async change() {
		if (this.#failure === void 0) await Promise.race([...this.#pieces.values()].map(({ ended }) => ended));
		if (this.#failure !== void 0) throw this.#failure.error;
	}
	async stop(why, useless = () => true) {
		const pieces = [...this.#pieces.values()].filter(({ what }) => useless(what));
		for (const { stop } of pieces) stop.abort(new StopRequest("stopped", why));
		await Promise.all(pieces.map(({ ended }) => ended));
		return pieces.length > 0;
	}
	async [Symbol.asyncDispose]() {
		await this.stop("The job ends.");
	}
};

// src/modes/bisectJob.ts
const stillToRun = (underway) => underway.map(({ probe, ended }) => ({
	commit: probe.commit,
	runs: Math.max(1, probe.runs - ended)
}));
async function unlessStopped({ signal }, work) {
	try {
		await work;
	} catch (error) {
		if (!(error instanceof InfrastructureError && signal.aborted)) throw error;
	}
}

// src/stages/execute/bisectWatch.ts
const outputGracePeriod = 2e3;
var BisectWatch = class {
	#job;
	#guests;
	#enough = new AbortController();
	#timers = /* @__PURE__ */ new Set();
	#removals = [];
	#failures = 0;
	#noted = 0;
	constructor(job) {
		this.#job = job;
		const guests = job.run.batches.flatMap((batch) => batch.guests);
		this.#guests = new Map(guests.map(({ name }) => [name, new AbortController()]));
	}
	get noted() {
		return this.#noted;
	}
	get enough() {
		return this.#failures >= this.#job.wanted;
	}
	useOf(guest) {
		return AbortSignal.any([this.#guests.get(guest), this.#enough].flatMap((one) => one?.signal ?? []));
	}
	found(guest, finding) {
		if (!this.#job.shows?.(finding)) return;
		const stop = () => this.#guests.get(guest)?.abort(new StopRequest("stopped", `${guest} showed the failure that is searched.`));
		this.#timers.add(setTimeout(stop, outputGracePeriod));
	}
	ended(guest) {
		const { name } = guest.outcome.guest;
		const { run, shows, commit } = this.#job;
		const observation = this.#job.note(guest);
		if (observation === void 0) return;
		this.#noted++;
		const { errors } = observation;
		if (errors.length === 0) this.#removals.push(rm(join(run.path, name, guestFiles.console), { force: true }));
		if (shows === void 0 ? errors.length > 0 : errors.some(shows)) this.#failures++;
		if (this.enough) this.#enough.abort(new StopRequest("stopped", `${commit.slice(0, 12)} has failed; more runs tell nothing more.`));
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

// src/stages/prepare/bisect/runs.ts
const mostGuests = 64;
function filled(runs, slots) {
	return Math.min(mostGuests, Math.ceil(runs / Math.max(1, slots)) * slots);
}
function copies({ guest, commit }, runs, named) {
	const scenario = named ? `${commit.slice(0, 12).toUpperCase()}-${guest.scenario}` : guest.scenario;
	return Array.from({ length: runs }, (_, i) => ({
		...guest,
		scenario,
		repetition: i + 1,
		name: guestNameOf(scenario, i + 1)
	}));
}
async function prepareRuns({ context, asked, journal, kernels, systems }, path, { commit, runs, step, named = false }) {
	const { inputs, ui, signal } = context;
	const name = `${commit.commit.slice(0, 12)} ("${commit.subject}")`;
	ui.info(`Step ${step}: ${name}, until it fails, at most ${runs} times.`);
	const kernel = await kernels.of(commit, signal);
	if ("why" in kernel) {
		ui.warning(`${name}: cannot be built, and is passed over: ${kernel.why}`);
		journal.observe(buildObservation(context, commit.commit, kernel.seconds));
		return;
	}
	if (kernel.seconds !== void 0) journal.build(commit.commit, kernel.seconds);
	const guests = copies(kernel, filled(runs, slotsOf(systems.widths, kernel.guest.cpus)), named);
	await mkdir(path);
	for (const guest of guests) await placeGuest({
		from: kernel.folder,
		into: path,
		finally: path,
		bring: link,
		guest,
		build: kernel.guest.scenario,
		seconds: asked.duration,
		grace: inputs.shutdownGrace
	});
	await writeStoredRun({
		path,
		suite: inputs.torture,
		cpus: systems.cpus,
		clean: true,
		guests,
		log: `bisect: ${commit.commit} ${runs}x`,
		commit: commit.commit
	});
	return {
		run: await openRunDirectory(path),
		builds: [],
		ignore: [],
		infrastructure: [],
		cpus: systems.cpus
	};
}

// src/modes/bisectRuns.ts
async function bisectRuns(job, knowledge, wanted, signal = job.spending.signal, ended = () => void 0) {
	const { journal, systems, spending } = job;
	const context = {
		...job.context,
		signal: AbortSignal.any([spending.signal, signal])
	};
	const part = wanted.part ? `-${wanted.part}` : "";
	const path = join(job.path, `probe-${String(wanted.step).padStart(3, "0")}${part}`);
	const made = await prepareRuns({
		...job,
		context
	}, path, wanted);
	if (made === void 0) return false;
	const prepared = {
		...made,
		ignore: parseIgnoreLines(context.inputs.ignore, /* @__PURE__ */ new Date())
	};
	const series = randomUUID().slice(0, 8);
	const shows = knowledge.failure && knowledge.shows;
	const { commit } = wanted.commit;
	await using watch = new BisectWatch({
		commit,
		run: made.run,
		shows,
		wanted: wanted.failures,
		note(guest) {
			const observation = observe(guest, {
				id: `${series}-${guest.outcome.guest.name}`,
				commit
			});
			if (observation === void 0) return void 0;
			journal.observe(observation);
			spending.spend(observation.seconds);
			ended();
			return observation;
		}
	});
	await using session = await Session.open(context, prepared, systems, watch);
	const guests = await session.round();
	if (watch.noted > 0 || context.signal.aborted) return watch.enough;
	const [why] = guests.map(({ outcome }) => outcome.ending.detail);
	throw new SystemUnusable(`No guest gave a result: ${why ?? "none was started"}`);
}

// src/modes/bisectStep.ts
function begin({ job, crew, run }, probe, knowledge, place) {
	const commit = job.asked.history.commits[probe.commit];
	if (commit === void 0) throw new RangeError(`there is no commit ${probe.commit}`);
	const underway = {
		probe,
		ended: 0
	};
	const named = job.systems.machines.length > 1;
	const wanted = {
		commit,
		runs: probe.runs,
		failures: 1,
		named,
		...place
	};
	crew.begin(underway, async (machine, signal) => {
		const failed = await run({
			...job,
			systems: machine
		}, knowledge, wanted, signal, () => {
			underway.ended++;
		});
		const same = (other) => other.probe.commit === probe.commit && other !== underway;
		if (failed) crew.stop(`${commit.commit.slice(0, 12)} has failed on another machine.`, same);
	});
}
async function bisectStep(job, crew, knowledge, step, number, run = bisectRuns) {
	const { history } = job.asked;
	if (step.kind !== "probes") {
		for (const wanted of wantedBy(step, history, knowledge)) await run(job, knowledge, {
			...wanted,
			step: number
		});
		return;
	}
	for (const [i, probe] of step.probes.entries()) begin({
		job,
		crew,
		run
	}, probe, knowledge, {
		step: number,
		part: i
	});
	await crew.change();
}

// src/modes/bisectLoop.ts
async function bisectLoop(job) {
	const { context, asked, journal, kernels, systems, spending, path } = job;
	await using crew = new Crew(systems, (line) => context.ui.warning(line));
	const learnt = () => know(questionFor(asked, crew.size), journal.observations, pricesOf(asked, journal, kernels, systems.widths));
	const pages = new BisectPages(context, asked, path);
	journal.changed = (kept) => pages.log(learnt(), kept);
	for (let number = 1;; number++) {
		const knowledge = learnt();
		const step = nextStep(knowledge, stillToRun(crew.running));
		const { stopped } = spending;
		if ((step.kind !== "probes" || stopped !== void 0) && await crew.stop("It is known by now.")) continue;
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
		await unlessStopped(spending, bisectStep(job, crew, knowledge, step, number));
	}
}

// src/modes/bisect.ts
var bisect_exports = /* @__PURE__ */ __exportAll({ bisect: () => bisect });
async function bisect(context) {
	const { inputs, ui, signal } = context;
	const { asked, store, id, journal: opened } = await openBisection(context);
	await using systems = await openSystems(context, true);
	const path = await bisectFolder(context, asked);
	ui.output("rundir", path);
	await using kernels = await BisectKernels.open(context, asked, store, {
		folder: join(path, "builds"),
		id
	});
	await kernels.lookUp(asked.history.commits);
	await using journal = opened;
	using spending = new Spending(inputs.budget ?? defaultBudget, signal);
	return await bisectLoop({
		context,
		asked,
		journal,
		kernels,
		systems,
		spending,
		path
	});
}

// src/handoff/bisectProbe.ts
const commit = string().regex(/^[0-9a-f]{40,64}$/);
const probeSchema = object({
	question: string().regex(/^[0-9a-f]{16}$/),
	commit,
	runs: int().min(1).max(1e5),
	failures: int().min(1).max(1e5),
	failure: string().max(1e3).optional(),
	seconds: int().min(1)
});
function parseProbe(text) {
	let given;
	try {
		given = JSON.parse(text);
	} catch {
		given = void 0;
	}
	const parsed = probeSchema.safeParse(given);
	if (parsed.success) return parsed.data;
	throw new InputError("probe: this is not what a round of a bisection asks for; give \"probe\" of an entry of its output shards, or none.");
}

// src/stages/prepare/bisect/probe.ts
function probeQuestion({ commit, failure }, { confidence }) {
	return {
		good: "",
		bad: commit,
		commits: [commit],
		told: [],
		failure,
		candidates: {
			parents: [[]],
			prior: [1]
		},
		rules: {
			confidence,
			goodRate: 0,
			machines: 1
		}
	};
}
function leftOf({ runs, failures }, count) {
	if (count === void 0) return {
		runs,
		failures
	};
	const wanted = failures - count.failures;
	const left = runs - count.failures - count.passes - count.cut;
	return {
		failures: wanted,
		runs: count.untestable || wanted <= 0 ? 0 : Math.max(0, left)
	};
}

// src/modes/bisectProbe.ts
var bisectProbe_exports = /* @__PURE__ */ __exportAll({ bisectProbe: () => bisectProbe });
async function bisectProbe(context, text) {
	const probe = parseProbe(text);
	const { inputs, executor, signal } = context;
	const asked = await bisectSubject(context);
	const [commit] = await resolveCommits(asked.tree.path, [probe.commit], executor);
	await using systems = await openSystems(context, true);
	const store = await context.openStore();
	const path = await bisectFolder(context, asked);
	const place = {
		folder: join(path, "builds"),
		id: probe.question
	};
	await using kernels = await BisectKernels.open(context, asked, store, place);
	await using journal = Journal.begin(context, store, probe.question);
	using clock = new Spending({
		clock: "wall",
		seconds: probe.seconds
	}, signal);
	using spending = new Spending(inputs.budget ?? {
		clock: "wall",
		seconds: probe.seconds
	}, clock.signal);
	const job = {
		context,
		asked,
		journal,
		kernels,
		systems,
		spending,
		path
	};
	for (let number = 1; commit !== void 0 && spending.stopped === void 0; number++) {
		const prices = pricesOf(asked, journal, kernels, systems.widths);
		const knowledge = know(probeQuestion(probe, inputs), journal.observations, prices);
		const left = leftOf(probe, knowledge.byCommit.get(probe.commit));
		if (left.runs === 0) break;
		await unlessStopped(spending, bisectRuns(job, knowledge, {
			commit,
			...left,
			step: number
		}));
	}
	const lost = await journal.close();
	if (lost !== void 0) throw new InfrastructureError(`What these runs showed cannot be handed on: ${lost}`);
	await publishProbe(context, probe, journal.observations, spending.stopped);
	return exitStatus.passed;
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
		`cd ${quote([tree.path])} || exit`,
		quote(command.argv),
		`cd ${quote([rundir.path])} || exit`,
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
async function publishPlan({ ui, inputs }, version, plan, costs) {
	ui.info(`Linux ${version}`);
	const rows = plan.batches.map(({ number, guests }) => `| ${number} | ${guests.map((guest) => `${guest.name} (${guest.cpus})`).join(", ")} |\n`);
	await ui.summary({
		markdown: `### rcutorture plan\n\n| Batch | Guests (CPUs) |\n| --: | --- |\n${rows.join("")}\n${costs.join(" ")}\n`,
		text: () => renderPlan(plan, inputs.duration ?? 1800, costs)
	});
}

// src/modes/plan.ts
var plan_exports = /* @__PURE__ */ __exportAll({ plan: () => plan });
async function plan(context) {
	const { show } = context.inputs;
	const planned = await planJob(context);
	if (show !== void 0) {
		await publishShown(context, await showPlan(context, planned, show));
		return exitStatus.passed;
	}
	const store = await openStore(context);
	const costs = await plannedCosts(context, planned, store, store && timesKnown(context, store, planned));
	await publishPlan(context, planned.tree.version, planned.plan, costs);
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

export { context_exports as src_github_context_ts, exec_exports as src_github_exec_ts, lease_exports as src_handoff_lease_ts, baseline_exports as src_modes_baseline_ts, bisectProbe_exports as src_modes_bisectProbe_ts, bisect_exports as src_modes_bisect_ts, build_exports as src_modes_build_ts, issues_exports as src_modes_issues_ts, planTorture_exports as src_modes_planTorture_ts, plan_exports as src_modes_plan_ts, plannedBuild_exports as src_modes_plannedBuild_ts, enrich_exports as src_stages_enrich_enrich_ts, runDirectory_exports as src_stages_judge_runDirectory_ts, workflowRun_exports as src_stages_prepare_again_workflowRun_ts, localStore_exports as src_storage_localStore_ts, local_exports as src_systems_local_ts, probeRecord_exports as src_systems_probeRecord_ts, version_exports as src_version_ts };