import { __commonJSMin, __exportAll, __name, __toESM } from "./rolldown-runtime.js";
import { InfrastructureError, InputError, StopRequest, command, commandWords, exitStatus, messageOf, nameInPlan, printable, printableJson, repository, suites, verdicts } from "./core.js";
import { ReportFiles, Session, announceDefaults, asExpected, assembleResults, badge, bugReport, buildHere, buildSets, buildsPart, builtSoFar, bundleKey, bundleName, bundlePrefix, cacheOf, checkTrust, closing, commandText, commitLink, concludeRunDirectory, configFact, consoleLink, countsAsFailure, defaultText, digestFile, digestOf, disagreements, earlierAttempts, earlierResults, embeddedConsoles, embeddedResults, enrich, errorCode, expectedQemu, factLines, failedNames, failuresOf as failuresOf$1, fetchBuilds, fetchFolder, filesBelow, findingAnchor, findingLink, formatBytes, formatCount, formatDuration, formatFigure, formatPercent, frequency, grid, guestAnchors, guestFacts, guestLink, guestList, guestResult, guestResultSchema, hasKernel, hasVerdict, html, imageOf, inputTexts, isSafePath, isSameBug, jobIdentity, jobOf, jsonForScript, judgeGuest, judgeRunDirectory, judged, keepAttempt, keepBuilt, keepBundle, kernelFacts, kernelName, kernelOf as kernelOf$1, knownErrors, knownFailures, labelOf, listOf, livedText, mergeAttempts, namesOf as namesOf$1, namesOf$1 as namesOf$2, naturally, newRunDirectory, notesOf as notesOf$1, oneBuildJob, openKernelTree, openPlan, openRunDirectory, openStore, openSystems, overallVerdict, overviewOf, pLimit, packBatches, pad, padLeft, parseIgnoreLines, place, placeGuest, placeOf, planJob, planOnOne, plural, prepareKernels, prepareMachine, prettyBytes, quote, quoteWord, readBuilds, readGitFacts, readQemuCmd, readRegular, readResults, reasonOf, recordsOfRun, refusedByTrust, remoteNames, renderBatchesFile, renderScenarios, reportFolder, reserveRunDirectory, resultsIn, roomHere, roomOn, scenarioOf, scriptsPart, scriptsStatus as scriptsStatus$1, section, sentences, shapingInputs, shardFile, shardRecordSchema, sourceLink, statisticsPart, stringWidth, style, surroundings, surveySystems, table, timesKnown, tool, tools, tortureSeconds, trace, transformQemuCmd, unpassedScenarios, uploadTask, verdictWords, waysToReproduce, whereabouts, withBundle, withPlanInputs, workNoun, workOf, worstVerdict, wrapWords, writeAtomically, writeStoredRun } from "./shared.js";
import { Builder, amount, binomialProbability, byScenario, confidencePercent, decide as decide$1, defaultConfidence, history_exports, hours, median, noFinding, pWords, percent, plannedBaseline, poissonRate, readBaseline, require_lib as require_lib$28, require_lib$1 as require_lib$15, require_lib$10 as require_lib$17, require_lib$11 as require_lib$25, require_lib$12 as require_lib$27, require_lib$13 as require_lib$26, require_lib$14 as require_lib$18, require_lib$15 as require_lib$12, require_lib$16 as require_lib$24, require_lib$17 as require_lib$14, require_lib$18 as require_lib$13, require_lib$19 as require_lib$16, require_lib$2 as require_lib$23, require_lib$3 as require_lib$9, require_lib$4 as require_lib$10, require_lib$5 as require_lib$11, require_lib$6 as require_lib$22, require_lib$7 as require_lib$19, require_lib$8 as require_lib$21, require_lib$9 as require_lib$20, runsBefore, samplesOf, settingOf, shownProbability, shownRate, tally as tally$2 } from "./statistics.js";
import { Decoder, checkFolder, guestFiles, guestNameOf, imageName, isBuildFile, isInside, locateFile, openFile, optionValue, parseGuestName, readConsole, runFiles, sampleConsole, textOf as textOf$1 } from "./console.js";
import { byteLength, cleanLine, cleanText, code, cutBytes, cutCharacters, details, escapeHtml, escapeMarkdown, excerpt, fence, link as link$1, privateFolder, table as table$1 } from "./action.js";
import { copyFile, cp, link, lstat, mkdir, readdir, realpath, rename, rm, rmdir, stat, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { closeSync, constants as constants$1, createReadStream, createWriteStream, openSync, statSync, writeSync } from "node:fs";
import { createHash, hash as hash$1 } from "node:crypto";
import { machine } from "node:os";
import { isatty } from "node:tty";
import { pipeline } from "node:stream/promises";
import { createZstdCompress } from "node:zlib";

// src/statistics/sequences.ts
var import_lib$4 = /* @__PURE__ */ __toESM(require_lib$9(), 1);
var import_lib$5 = /* @__PURE__ */ __toESM(require_lib$10(), 1);
var import_lib$6 = /* @__PURE__ */ __toESM(require_lib$11(), 1);
const half = .5;
const betaln = (a, b) => (0, import_lib$6.default)(a) + (0, import_lib$6.default)(b) - (0, import_lib$6.default)(a + b);
const times$1 = /* @__PURE__ */ __name((count, logarithm) => count === 0 ? 0 : count * logarithm, "times");
function rateEvidence(side, { failures, exposure }, rate, scale) {
	const shape = half + failures;
	const mixture = half * Math.log(scale) - shape * Math.log(scale + exposure) + (0, import_lib$6.default)(shape) - (0, import_lib$6.default)(half) - times$1(failures, Math.log(rate)) + rate * exposure;
	const upper = side === "higher";
	return mixture + Math.log((0, import_lib$5.default)((scale + exposure) * rate, shape, true, upper)) - Math.log((0, import_lib$5.default)(scale * rate, half, true, upper));
}
function runEvidence(side, { failures, exposure: runs }, probability) {
	const [a, b] = [half + failures, half + runs - failures];
	const mixture = betaln(a, b) - betaln(half, half) - times$1(failures, Math.log(probability)) - times$1(runs - failures, Math.log1p(-probability));
	const upper = side === "higher";
	return mixture + Math.log((0, import_lib$4.default)(probability, a, b, true, upper)) - Math.log((0, import_lib$4.default)(probability, half, half, true, upper));
}
function crossing(evidence, enough, inside, beyond) {
	let [kept, refuted] = [inside, beyond];
	for (let i = 0; i < 100 && Math.abs(refuted - kept) > 1e-12 * Math.abs(refuted); i++) {
		const middle = (kept + refuted) / 2;
		if (evidence(middle) >= enough) refuted = middle;
		else kept = middle;
	}
	return refuted;
}
function rateBounds(failures, exposure, alpha, scale) {
	const scales = typeof scale === "number" ? {
		lower: scale,
		higher: scale
	} : scale;
	if (!(exposure > 0)) return {
		low: 0,
		high: 1e400
	};
	const enough = -Math.log(alpha);
	const estimate = failures / exposure;
	const sample = {
		failures,
		exposure
	};
	const above = (rate) => rateEvidence("lower", sample, rate, scales.lower);
	let beyond = Math.max(estimate, 1 / exposure) * 2;
	while (above(beyond) < enough) beyond *= 2;
	const high = crossing(above, enough, estimate, beyond);
	if (failures === 0) return {
		low: 0,
		high
	};
	const below = (rate) => rateEvidence("higher", sample, rate, scales.higher);
	let nearZero = estimate / 2;
	while (nearZero > 1e-300 && below(nearZero) < enough) nearZero /= 2;
	return {
		low: below(nearZero) < enough ? 0 : crossing(below, enough, estimate, nearZero),
		high
	};
}
function runBounds(failures, runs, alpha) {
	if (runs === 0) return {
		low: 0,
		high: 1
	};
	const enough = -Math.log(alpha);
	const estimate = failures / runs;
	const sample = {
		failures,
		exposure: runs
	};
	const above = (value) => runEvidence("lower", sample, value);
	const below = (value) => runEvidence("higher", sample, value);
	const [highest, lowest] = [1 - 1e-12, 1e-12];
	return {
		low: failures === 0 || below(lowest) < enough ? 0 : crossing(below, enough, estimate, lowest),
		high: failures === runs || above(highest) < enough ? 1 : crossing(above, enough, estimate, highest)
	};
}

// src/statistics/question/decide.ts
const nothing$1 = {
	failures: 0,
	runs: 0,
	hours: 0
};
function withTrial(counts, { failed, hours }) {
	const { failures, runs, hours: before } = counts ?? nothing$1;
	return {
		failures: failures + (failed ? 1 : 0),
		runs: runs + 1,
		hours: before + hours
	};
}
function countTrials(trials) {
	const all = /* @__PURE__ */ new Map();
	for (const trial of trials) all.set(trial.scenario, withTrial(all.get(trial.scenario), trial));
	return all;
}
function times(counts, many) {
	if (many === 1) return counts;
	return new Map([...counts].map(([scenario, { failures, runs, hours }]) => [scenario, {
		failures: failures * many,
		runs: runs * many,
		hours: hours * many
	}]));
}
function together(counts) {
	let sum = nothing$1;
	for (const { failures, runs, hours } of counts) sum = {
		failures: sum.failures + failures,
		runs: sum.runs + runs,
		hours: sum.hours + hours
	};
	return sum;
}
const exposureOf = (unit, { runs, hours }) => unit === "runs" ? runs : hours;
const thresholdOf = ({ failures, exposure }) => failures / exposure;
function splitEvidence(before, now, unit) {
	let evidence = 0;
	for (const [scenario, then] of before) {
		const [whole, more] = [exposureOf(unit, then), exposureOf(unit, now.get(scenario) ?? nothing$1)];
		if (unit === "hours") {
			if (then.failures > 0 && whole > 0) evidence += then.failures * Math.log1p(more / whole);
			continue;
		}
		for (let i = 0; i < then.failures; i++) evidence += Math.log1p(more / (whole - i));
	}
	return evidence;
}
const enoughAt = (confidence) => -Math.log1p(-confidence);
function decide(inquiry, now) {
	const { question, unit, confidence, before } = inquiry;
	const enough = enoughAt(confidence);
	const sum = together(now.values());
	if (question.kind === "failures") return sum.failures >= question.failures ? "yes" : "undecided";
	if (question.kind === "fixed") {
		if (sum.failures > 0) return "no";
		return before && splitEvidence(before, now, unit) >= enough * (1 - 1e-12) ? "yes" : "undecided";
	}
	const exposure = exposureOf(unit, sum);
	if (!(exposure > 0)) return "undecided";
	const against = rateAgainst(question, {
		failures: sum.failures,
		exposure
	});
	if (against("lower") >= enough) return "yes";
	return against("higher") >= enough ? "no" : "undecided";
}
const scalesAt = (rate) => ({
	lower: 1 / (2 * rate),
	higher: 1 / (10 * rate)
});
function rateAgainst(question, sample) {
	const rate = thresholdOf(question);
	return (side) => question.unit === "runs" ? runEvidence(side, sample, rate) : rateEvidence(side, sample, rate, scalesAt(rate)[side]);
}

// src/statistics/question/remaining.ts
const longest = 1e4;
function least(enough, first, most) {
	let high = first;
	while (!enough(high)) {
		if (high > most) return void 0;
		high *= 2;
	}
	let low = high === first ? 0 : high / 2;
	while (high - low > high / 1e3) {
		const middle = (low + high) / 2;
		if (enough(middle)) high = middle;
		else low = middle;
	}
	return high;
}
function fixedAfter(inquiry, now) {
	const { before, unit, confidence } = inquiry;
	if (!before) return void 0;
	const rates = [...before].filter(([, { failures }]) => failures > 0);
	const score = ([scenario, then]) => learning(then, now.get(scenario), unit);
	const [best] = rates.toSorted((a, b) => score(b) - score(a));
	if (!best) return void 0;
	const [scenario] = best;
	const own = now.get(scenario) ?? nothing$1;
	const enough = (more) => {
		const then = {
			...own,
			runs: own.runs + more,
			hours: own.hours + more
		};
		return splitEvidence(before, new Map([...now, [scenario, then]]), unit) >= enoughAt(confidence);
	};
	const whole = exposureOf(unit, best[1]);
	const more = least(enough, whole / 1e3, whole * longest);
	return more !== void 0 && unit === "runs" ? Math.ceil(more) : more;
}
function learning(before, now, unit) {
	if (before === void 0) return 0;
	return before.failures / (exposureOf(unit, before) + exposureOf(unit, now ?? nothing$1));
}
function remainingExposure(inquiry, now) {
	if (decide(inquiry, now) !== "undecided") return void 0;
	const { question, unit, confidence } = inquiry;
	if (question.kind === "fixed") return fixedAfter(inquiry, now);
	const sum = together(now.values());
	const exposure = exposureOf(unit, sum);
	if (question.kind === "failures") return sum.failures === 0 ? void 0 : exposure / sum.failures * (question.failures - sum.failures);
	const rate = exposure > 0 ? sum.failures / exposure : 0;
	const asked = thresholdOf(question);
	const side = rate < asked ? "lower" : "higher";
	const enough = (more) => {
		const sample = {
			failures: sum.failures + rate * more,
			exposure: exposure + more
		};
		return rateAgainst(question, sample)(side) >= enoughAt(confidence);
	};
	const more = least(enough, .01 / asked, longest * Math.max(exposure, 1 / asked));
	return more !== void 0 && unit === "runs" ? Math.ceil(more) : more;
}

// src/statistics/question/words.ts
function questionText(question) {
	if (question.kind === "failures") return `failures=${question.failures}`;
	if (question.kind === "fixed") return "fixed";
	const { failures, exposure, unit } = question;
	return `rate<${failures}/${exposure}${unit === "runs" ? "runs" : "h"}`;
}
const exposureWords = (unit, counts) => unit === "runs" ? plural(counts.runs, "run") : hours(counts.hours);
const failureWords = (unit, counts) => `${plural(counts.failures, "failure")} in ${exposureWords(unit, counts)}`;
const rateWords$1 = /* @__PURE__ */ __name((unit, rate) => unit === "hours" ? `once in ${hours(1 / rate)}` : `${percent(rate)} of runs`, "rateWords");
const every = (unit, rate) => unit === "runs" ? percent(rate) : rate > 0 ? hours(1 / rate) : "any time";
function about$1(seconds) {
	return hours(Number((seconds / 3600).toPrecision(2)));
}
__name(about$1, "about");
function more({ remaining, inquiry }) {
	if (remaining === void 0) return "nobody can tell yet how long it will take";
	if (remaining.seconds !== void 0) return `about ${about$1(remaining.seconds)} more at this rate`;
	const { exposure } = remaining;
	return `about ${inquiry.unit === "runs" ? plural(Math.ceil(exposure), "run") : `${hours(exposure)} of guests' time`} more`;
}
function measured({ inquiry: { unit, confidence }, now, bounds }) {
	const exposure = exposureOf(unit, now);
	if (now.failures === 0 || !(exposure > 0)) return failureWords(unit, now);
	const [often, seldom] = [every(unit, bounds.high), every(unit, bounds.low)];
	const range = unit === "runs" ? `${seldom} to ${often}` : `${often} to ${seldom}`;
	const rate = rateWords$1(unit, now.failures / exposure);
	const runs = unit === "hours" ? ` (${plural(now.runs, "run")})` : "";
	return `${failureWords(unit, now)}${runs}: ${rate} (each bound at ${confidencePercent(confidence)}: ${range})`;
}
function answerWords(told) {
	const { inquiry, decision, title, now, before } = told;
	const { question, unit, confidence } = inquiry;
	const sure = `at ${confidencePercent(confidence)}`;
	const about = title === void 0 ? "" : `${title}: `;
	const then = before === void 0 ? "" : `, ${before.failures.toLocaleString("en-US")} in ${exposureWords(unit, before)} before`;
	const counts = `${about}${failureWords(unit, now)}${then}`;
	if (decision === "undecided") {
		const spent = question.kind === "failures" ? `${now.failures} of ${question.failures} failures in ${exposureWords(unit, now)}` : void 0;
		return `Not decided: ${spent === void 0 ? counts : `${about}${spent}`}; ${more(told)}`;
	}
	if (question.kind === "failures") return `${about}${measured(told)}`;
	if (question.kind === "fixed") return decision === "yes" ? `Fixed, ${sure}: ${counts}` : `Still there: ${counts}`;
	const seldom = 1 / thresholdOf(question);
	const asked = `once in ${unit === "runs" ? `${amount(seldom)} runs` : hours(seldom)}`;
	return `${decision === "yes" ? "Less" : "More"} often than ${asked}, ${sure}: ${counts}`;
}

// src/statistics/question/answer.ts
const mostPoints = 200;
function boundsOf({ unit, confidence, question }, counts, scale) {
	const alpha = 1 - confidence;
	if (unit === "runs") return runBounds(counts.failures, counts.runs, alpha);
	const known = question.kind === "rate" ? scalesAt(thresholdOf(question)) : scale;
	return rateBounds(counts.failures, counts.hours, alpha, known);
}
function shown(trials) {
	const step = Math.max(1, Math.ceil(2 * trials.length / mostPoints));
	const failures = trials.flatMap(({ failed }, at) => failed ? [at] : []);
	const some = failures.length <= mostPoints / 2 ? failures : [];
	return /* @__PURE__ */ new Set([
		...some,
		...trials.flatMap((_, at) => at % step === 0 ? [at] : []),
		trials.length - 1
	]);
}
function sequenceOf(inquiry, trials) {
	const points = shown(trials);
	const scale = trials[0]?.hours || 1;
	let counts = nothing$1;
	return trials.flatMap((trial, at) => {
		counts = withTrial(counts, trial);
		const exposure = exposureOf(inquiry.unit, counts);
		if (!points.has(at) || !(exposure > 0)) return [];
		const { low, high } = boundsOf(inquiry, counts, scale);
		return [{
			exposure,
			failures: counts.failures,
			low,
			...Number.isFinite(high) ? { high } : {}
		}];
	});
}
function secondsFor(exposure, unit, pace) {
	if (pace === void 0) return void 0;
	const done = exposureOf(unit, together(pace.own.values()));
	return done > 0 && pace.seconds > 0 ? Math.round(exposure / done * pace.seconds) : void 0;
}
function progressOf({ inquiry, failure, pace }, now, scale = 1) {
	const { unit, before } = inquiry;
	const sum = together(now.values());
	const decision = decide(inquiry, now);
	const exposure = remainingExposure(inquiry, now);
	const seconds = exposure === void 0 ? void 0 : secondsFor(exposure, unit, pace);
	const remaining = exposure === void 0 ? void 0 : {
		exposure,
		...seconds === void 0 ? {} : { seconds }
	};
	return {
		decision,
		sentence: answerWords({
			inquiry,
			decision,
			title: failure?.title,
			now: sum,
			before: before && together(before.values()),
			bounds: boundsOf(inquiry, sum, scale),
			remaining
		}),
		...remaining === void 0 ? {} : { remaining }
	};
}
function answerTo(found) {
	const { inquiry, failure, from, trials } = found;
	const { question, confidence, unit, before } = inquiry;
	const now = countTrials(trials);
	const [sum, then] = [together(now.values()), before && together(before.values())];
	const { decision, sentence, remaining } = progressOf(found, now, trials[0]?.hours || 1);
	return {
		question: questionText(question),
		decision,
		confidence,
		sentence,
		unit,
		...failure === void 0 ? {} : { failure: {
			title: failure.title,
			...failure.fingerprint === void 0 ? {} : { fingerprint: failure.fingerprint }
		} },
		now: sum,
		...then === void 0 ? {} : { before: {
			...then,
			from: from ?? "before"
		} },
		...question.kind === "rate" ? { threshold: thresholdOf(question) } : {},
		...remaining === void 0 ? {} : { remaining },
		sequence: sequenceOf(inquiry, trials)
	};
}

// src/statistics/question/trials.ts
const errorsOf = (findings) => findings.filter(({ severity }) => severity === "error");
function namedFailure(text) {
	const wanted = text.toLowerCase();
	const isPrint = /^[0-9a-f]{6,16}$/.test(wanted);
	const named = ({ title, also = [], fingerprint }) => isPrint && fingerprint.startsWith(wanted) || [title, ...also].some((one) => one.toLowerCase().includes(wanted));
	return {
		title: text,
		shownBy: (findings) => errorsOf(findings).some(named)
	};
}
function sameFailure(finding) {
	const { title, fingerprint } = finding;
	return {
		title,
		fingerprint,
		shownBy: (findings) => errorsOf(findings).some((one) => isSameBug(one, finding))
	};
}
function mostFrequentFailure(all) {
	const failed = all.flatMap(({ guests }) => guests.filter(({ verdict }) => verdict === "failed"));
	const groups = [];
	const count = (failure, findings) => {
		let group = groups.find((one) => one.failure.shownBy(findings));
		if (!group) {
			group = {
				failure: failure(),
				placed: findings[0]?.file !== void 0,
				guests: 0
			};
			groups.push(group);
		}
		group.guests++;
	};
	for (const { findings } of failed) {
		const errors = errorsOf(findings);
		const different = errors.filter((one, at) => errors.findIndex((other) => isSameBug(one, other)) === at);
		for (const error of different) count(() => sameFailure(error), [error]);
		if (errors.length === 0) count(() => withoutFinding, []);
	}
	return groups.toSorted((a, b) => b.guests - a.guests || Number(b.placed) - Number(a.placed))[0]?.failure;
}
const withoutFinding = {
	title: noFinding.title,
	shownBy: (findings) => errorsOf(findings).length === 0
};
function trialOf(guest, asked) {
	const { verdict, timing, counters, ending, findings } = guest;
	if (!hasVerdict(guest)) return void 0;
	const seconds = timing.lived ?? counters.lastTime ?? timing.planned ?? 0;
	const failed = verdict === "failed" && (asked === void 0 || asked.shownBy(findings));
	const whole = ending.cause === "exited" && seconds >= (timing.planned ?? 1e400);
	if (verdict === "failed" && !failed && !whole) return void 0;
	const ended = timing.endedAt === void 0 ? 0 : Date.parse(timing.endedAt);
	return {
		scenario: scenarioOf(guest),
		failed,
		hours: seconds / 3600,
		ended
	};
}
function trialsOf(all, asked) {
	const seen = /* @__PURE__ */ new Set();
	const trials = [];
	for (const { rundir, createdAt, guests } of all) for (const guest of guests) {
		const start = guest.timing.startedAt ?? `${rundir} ${createdAt}`;
		const id = JSON.stringify([
			guest.name,
			guest.sample,
			guest.attempt,
			guest.system,
			start
		]);
		if (seen.has(id)) continue;
		seen.add(id);
		const trial = trialOf(guest, asked);
		if (trial) trials.push(trial);
	}
	return trials.sort((a, b) => a.ended - b.ended);
}
const boot = {
	seconds: 60,
	share: .1
};
function bootFailureTime(all, asked) {
	let latest;
	for (const { verdict, findings, timing } of all.flatMap(({ guests }) => guests)) {
		if (verdict !== "failed" || asked?.shownBy(findings) === false) continue;
		const mine = errorsOf(findings).filter((finding) => asked === void 0 || asked.shownBy([finding]));
		const time = Math.min(...mine.map((finding) => finding.time ?? 1e400));
		if (time > boot.seconds || time > boot.share * (timing.planned ?? 0)) return void 0;
		latest = Math.max(latest ?? 0, time);
	}
	return latest;
}

// src/stages/conclude/answer.ts
function duration({ guests, attempt }) {
	const own = guests.filter((guest) => guest.attempt === attempt);
	const times = (key) => own.flatMap(({ timing }) => timing[key] === void 0 ? [] : [Date.parse(timing[key])]);
	return Math.max(...times("endedAt")) - Math.min(...times("startedAt"));
}
function withAnswer(results, asked) {
	const { inquiry, failure, from, earlier } = asked;
	const own = {
		...results,
		guests: results.guests.filter(({ attempt }) => attempt === results.attempt)
	};
	const seconds = duration(results) / 1e3;
	const answer = answerTo({
		inquiry,
		failure,
		from,
		trials: trialsOf([...earlier, results], failure),
		...seconds > 0 ? { pace: {
			seconds,
			own: countTrials(trialsOf([own], failure))
		} } : {}
	});
	return {
		...results,
		answer
	};
}
function exitStatusOfRun({ answer, guests }, status) {
	const judged = guests.some(hasVerdict);
	if (answer === void 0 || answer.question.startsWith("failures")) return status;
	if (answer.decision === "yes") return exitStatus.passed;
	return answer.decision === "no" || judged ? exitStatus.kernelFailed : status;
}

// src/stages/judge/failedGuests.ts
async function failedGuests(path) {
	const { judgeRunDirectory } = await import("./modes.js").then((all) => all.src_stages_judge_runDirectory_ts);
	const { guests } = await judgeRunDirectory(path, {
		ignore: [],
		attempt: 1
	});
	return new Set(guests.filter(({ verdict }) => verdict !== "passed").map(({ name }) => name));
}

// src/rundir/link.ts
const makers = {
	hard: link,
	soft: symlink,
	copy: (from, to) => copyFile(from, to, constants$1.COPYFILE_FICLONE | constants$1.COPYFILE_EXCL)
};
const notLinkable = /* @__PURE__ */ new Set([
	"EXDEV",
	"EPERM",
	"EMLINK",
	"ENOTSUP",
	"EOPNOTSUPP"
]);
function linker(kind, onFallback) {
	let current = kind;
	return async (from, to) => {
		try {
			await makers[current](from, to);
		} catch (error) {
			const { code = "" } = error;
			if (current === "hard" && notLinkable.has(code)) {
				current = "copy";
				onFallback(`hard links from ${from} are not possible here (${code}); copying instead`);
				await makers.copy(from, to);
			} else if (code === "ENOSPC" || code === "EDQUOT") throw new InfrastructureError(`${to}: no space left on the device; free some, or use link: hard.`);
			else throw new InfrastructureError(`${to}: cannot be made from ${from}: ${messageOf(error)}`);
		}
	};
}

// src/rundir/again.ts
async function makeAgain(options) {
	const { old, path } = options;
	const there = await readdir(path).catch((error) => error.code);
	if (there !== "ENOENT" && there?.length !== 0) throw new InputError(`rundir: "${path}" exists already; name a new folder.`);
	const temporary = `${path}.${process.pid}.tmp`;
	const parent = await mkdir(dirname(path), { recursive: true });
	await mkdir(temporary);
	try {
		const bring = linker(options.link, options.onNote);
		const guests = options.batches.flatMap((batch) => batch.guests);
		for (const guest of guests) await placeGuest({
			...options,
			from: old.path,
			into: temporary,
			finally: path,
			guest,
			bring
		});
		await writeRunFiles$1(options, temporary, options.origin ?? await originOf(old));
		await rename(temporary, path);
	} catch (error) {
		await rm(temporary, {
			recursive: true,
			force: true
		});
		if (parent !== void 0) await removeEmpty(dirname(path), parent);
		throw error;
	}
}
async function removeEmpty(folder, last) {
	if (await rmdir(folder).then(() => true, () => false) && folder !== last) await removeEmpty(dirname(folder), last);
}
async function originOf(old) {
	const origin = old.rerunOf;
	if (origin === void 0) return old.path;
	return (await stat(origin).catch(() => void 0))?.isDirectory() ? origin : old.path;
}
async function writeRunFiles$1(options, temporary, origin) {
	const { old, batches, cpus, command } = options;
	const write = (name, text) => writeFile(join(temporary, name), text);
	await write(runFiles.suite[0], `${old.suite}\n`);
	await write(runFiles.reRun, `${origin}\n`);
	await write(runFiles.log, `${printable(command)}\n`);
	await write(runFiles.batches, renderBatchesFile(batches, cpus));
	await write(runFiles.scenarios, renderScenarios(batches));
	const testId = await textOf$1(old.path, join(old.path, runFiles.testId));
	if (testId !== void 0) await write(runFiles.testId, printable(testId));
}
__name(writeRunFiles$1, "writeRunFiles");

// src/rundir/inPlace.ts
async function replace(path, text) {
	const temporary = `${path}.${process.pid}.tmp`;
	await rm(temporary, { force: true });
	await writeFile(temporary, text, { flag: "wx" });
	await rename(temporary, path);
}
async function refuseWhatRan(run) {
	for (const { name } of run.batches.flatMap((batch) => batch.guests)) if (await lstat(join(run.path, name, guestFiles.console)).catch(() => void 0)) throw new InputError(`link: "${run.path}" has run (${name} has a console log); use inplace-force to run there all the same and lose it.`);
}
function isKept(name, image) {
	return isBuildFile(name, image) || name === guestFiles.qemuCmd || name.startsWith(guestFiles.vmlinux);
}
async function makeInPlace(options) {
	const { run, force } = options;
	const guests = options.batches.flatMap((batch) => batch.guests);
	if (!force) await refuseWhatRan(run);
	const changes = [];
	for (const { name, scenario } of guests) {
		const folder = join(run.path, name);
		if (!await checkFolder(folder)) throw new InputError(`link: ${folder} is not there, and inplace adds no copies; use link: hard.`);
		const image = await imageOf(run.path, scenario);
		const text = await commandText(run.path, name);
		const qemuCmd = transformQemuCmd(text, {
			...options,
			image: join(run.path, scenario, image),
			console: join(folder, guestFiles.console),
			jitterDirectory: run.path
		});
		changes.push({
			folder,
			image,
			qemuCmd
		});
	}
	for (const { folder, image, qemuCmd } of changes) {
		const names = (await readdir(folder)).filter((name) => !isKept(name, image));
		for (const name of names) await rm(join(folder, name), { recursive: true });
		await replace(join(folder, guestFiles.qemuCmd), qemuCmd);
	}
	await replace(join(run.path, runFiles.batches), renderBatchesFile(options.batches, options.cpus));
	await replace(join(run.path, runFiles.scenarios), renderScenarios(options.batches));
}

// src/rundir/trust.ts
async function checkCommands(run, names, { allowQemuOptions: allow, qemuCmd: program }) {
	for (const name of names) {
		const cmd = await readQemuCmd(run, name);
		if (cmd !== void 0) checkTrust(cmd, {
			allow,
			program
		}, join(run.path, name, guestFiles.qemuCmd));
	}
}
async function allowanceOf(run, names) {
	const needed = /* @__PURE__ */ new Set();
	for (const name of names) {
		const cmd = await readQemuCmd(run, name).catch(() => void 0);
		for (const each of namesOf$1(cmd === void 0 ? [] : refusedByTrust(cmd, { allow: [] }))) needed.add(each);
	}
	return [...needed];
}

// src/plan/copies.ts
function fittingCopies(widths, guestCpus) {
	const room = widths.reduce((sum, cpus) => sum + Math.floor(cpus / guestCpus), 0);
	return Math.max(1, room);
}
function fillWithCopies(guests, widths, cpus, most) {
	const jobs = [...Map.groupBy(guests, ({ scenario }) => scenario)].flatMap(([scenario, planned]) => {
		const [{ cpus: width, smp } = { cpus: 1 }] = planned;
		const copies = Math.max(planned.length, fittingCopies(widths, width));
		return Array.from({ length: copies }, () => ({
			scenario,
			cpus: width,
			...smp === void 0 ? {} : { smp }
		}));
	});
	return packBatches(jobs, cpus, most);
}

// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	const POSIX_REGEX_SOURCE = {
		__proto__: null,
		alnum: "a-zA-Z0-9",
		alpha: "a-zA-Z",
		ascii: "\\x00-\\x7F",
		blank: " \\t",
		cntrl: "\\x00-\\x1F\\x7F",
		digit: "0-9",
		graph: "\\x21-\\x7E",
		lower: "a-z",
		print: "\\x20-\\x7E ",
		punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
		space: " \\t\\r\\n\\v\\f",
		upper: "A-Z",
		word: "A-Za-z0-9_",
		xdigit: "A-Fa-f0-9"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE,
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));

// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));

// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? 1e400 : 1;
	};
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));

// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));

// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	picomatch.scan = (input, options) => scan(input, options);
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	picomatch.constants = constants;
	module.exports = picomatch;
}));

// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));

// src/plan/select.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
function copiesOf$1(guests) {
	const copies = /* @__PURE__ */ new Map();
	for (const { scenario } of guests) copies.set(scenario, (copies.get(scenario) ?? 0) + 1);
	return copies;
}
__name(copiesOf$1, "copiesOf");
function matching(word, guests, known) {
	const [, factor, pattern = word] = /^(?:(\d{1,4})\*)?(.+)$/.exec(word) ?? [];
	const matches = (0, import_picomatch.default)(pattern);
	const scenarios = [...known.keys()].filter((scenario) => matches(scenario));
	if (scenarios.length > 0) return new Map(scenarios.map((name) => [name, factor === void 0 ? known.get(name) ?? 1 : Number(factor)]));
	const guest = guests.find(({ name }) => name === pattern);
	if (guest) return /* @__PURE__ */ new Map([[guest.scenario, Number(factor ?? 1)]]);
	throw new InputError(`configs: "${word}" selects nothing of the old run, which has ${[...known.keys()].sort().join(" ")}.`);
}
async function selectGuests(options) {
	const { guests, words, cpus } = options;
	const known = copiesOf$1(guests);
	const selected = /* @__PURE__ */ new Map();
	const add = (copies) => {
		for (const [scenario, count] of copies) selected.set(scenario, (selected.get(scenario) ?? 0) + count);
	};
	if (words.length === 0) add(known);
	for (const word of words) {
		if (word !== "failed") {
			add(matching(word, guests, known));
			continue;
		}
		const names = await options.failed();
		const failed = guests.filter(({ name }) => names.has(name));
		if (failed.length === 0) throw new InputError("configs: \"failed\" selects nothing: every guest of the old run passed.");
		add(copiesOf$1(failed));
	}
	if (![...selected.values()].some((count) => count > 0)) throw new InputError(`configs: "${words.join(" ")}" asks for no guest at all; ask for one or more.`);
	const cpusOf = new Map(guests.map((guest) => [guest.scenario, guest.cpus]));
	const jobs = [...selected].flatMap(([scenario, count]) => Array.from({ length: count }, () => ({
		scenario,
		cpus: cpusOf.get(scenario) ?? 1
	})));
	return packBatches(jobs, cpus);
}

// src/stages/prepare/attended.ts
function checkAttended({ inputs, environment }, batches) {
	const name = inputs.interactive ? "interactive" : inputs.gdb ? "gdb" : void 0;
	if (name === void 0) return;
	const guests = batches.flatMap((batch) => batch.guests.map((guest) => guest.name));
	if (environment.variables.GITHUB_ACTIONS === "true") throw new InputError(`${name}: not in a workflow: ${name === "gdb" ? "the guest would wait for a gdb that nobody starts" : "there is no terminal for its console"}; use the command line on your machine.`);
	if (guests.length > 1) {
		const some = guests.slice(0, 4).join(" ");
		throw new InputError(`${name}: for one guest at a time, and there are ${guests.length} (${some}${guests.length > 4 ? " ..." : ""}); name one with configs.`);
	}
	if (inputs.interactive && !(isatty(0) && isatty(1))) throw new InputError("interactive: standard input and output must be a terminal.");
}

// src/stages/prepare/again/selectRerun.ts
const scenariosOf$1 = /* @__PURE__ */ __name((batches) => new Set(batches.flatMap(({ guests }) => guests.map(({ scenario }) => scenario))), "scenariosOf");
const namesOf = (batches) => batches.flatMap(({ guests }) => guests.map(({ name }) => name));
async function selectRerun(context, { run, failed }, cpus, widths = [Math.max(1, cpus)]) {
	const { inputs } = context;
	const guests = run.batches.flatMap((batch) => batch.guests);
	let names;
	const ask = async () => {
		names = await failed();
		return names;
	};
	const chosen = await selectGuests({
		guests,
		words: inputs.configs,
		failed: ask,
		cpus
	});
	const inPlace = inputs.link === "inplace" || inputs.link === "inplace-force";
	const batches = inputs.until !== void 0 && !inPlace ? fillWithCopies(chosen.flatMap((batch) => batch.guests), widths, cpus) : chosen;
	const scenarios = scenariosOf$1(batches);
	await checkCommands(run, [...scenarios, ...inPlace ? namesOf(batches) : []], inputs);
	const commands = await Promise.all([...scenarios].map((scenario) => readQemuCmd(run, scenario)));
	const [first, ...others] = new Set(commands.map((cmd) => cmd?.argv[0] ?? expectedQemu(inputs.qemuCmd)));
	if (first === void 0) throw new InputError("configs: selects no guests of the old run.");
	const failures = guests.filter(({ name }) => names?.has(name)).map(({ scenario }) => scenario);
	checkAttended(context, batches);
	return {
		batches,
		cpus,
		qemus: [first, ...others],
		failed: names && new Set(failures)
	};
}

// src/stages/prepare/again/makeRerun.ts
function runsInPlace({ link }) {
	return link === "inplace" || link === "inplace-force";
}
async function openTrusted(path, inputs) {
	try {
		const run = await openRunDirectory(path);
		await checkCommands(run, namesOf(run.batches), inputs);
		return run;
	} catch (error) {
		await rm(path, {
			recursive: true,
			force: true
		});
		throw error;
	}
}
async function makeRerun(context, oldRun, { batches, cpus }) {
	const { inputs, environment, ui } = context;
	const { run: old, beside, origin } = oldRun;
	const bootargs = inputs.bootargs?.split(/\s+/);
	const common = {
		batches,
		cpus,
		...inputs.duration === void 0 ? {} : { seconds: inputs.duration },
		...inputs.shutdownGrace === void 0 ? {} : { grace: inputs.shutdownGrace },
		...bootargs === void 0 ? {} : { bootargs }
	};
	let { path } = old;
	if (inputs.link === "inplace" || inputs.link === "inplace-force") {
		await makeInPlace({
			...common,
			run: old,
			force: inputs.link === "inplace-force"
		});
		await checkCommands(old, namesOf(batches), inputs);
	} else {
		const target = await reserveRunDirectory(inputs, beside, environment.workspace, /* @__PURE__ */ new Date(), "-again");
		({path} = target);
		await makeAgain({
			...common,
			old,
			path,
			link: inputs.link,
			origin,
			command: quote([
				"rcutorture-action",
				"run",
				"--again",
				inputs.again ?? old.path
			]),
			onNote: (line) => ui.info(line)
		}).catch(async (error) => {
			await target.giveUp();
			throw error;
		});
	}
	const run = runsInPlace(inputs) ? await openRunDirectory(path) : await openTrusted(path, inputs);
	await oldRun.finish?.(run.path);
	ui.info(`Re-run of ${origin ?? run.rerunOf ?? old.path} in ${run.path}`);
	const scenarios = scenariosOf$1(batches);
	return {
		run,
		builds: oldRun.builds.filter(({ scenario }) => scenarios.has(scenario)),
		infrastructure: [],
		cpus
	};
}
async function withSurvey({ inputs }, making, survey) {
	const [made, systems] = await Promise.allSettled([making, survey]);
	if (systems.status === "fulfilled" && made.status === "fulfilled") return [made.value, systems.value];
	if (made.status === "fulfilled" && !runsInPlace(inputs)) await rm(made.value.run.path, {
		recursive: true,
		force: true
	});
	if (systems.status === "fulfilled") await systems.value?.close();
	throw systems.status === "rejected" ? systems.reason : made.reason;
}

// src/stages/prepare/again/openOldRun.ts
function workflowRunIn(again) {
	return /^run:(\d{1,20})$/.exec(again)?.[1];
}
async function openOldRun(context, again, failedIn) {
	const id = workflowRunIn(again);
	if (id !== void 0) {
		const { fetchWorkflowRun } = await import("./modes.js").then((all) => all.src_stages_prepare_again_workflowRun_ts);
		return await fetchWorkflowRun(context, id);
	}
	const run = await openRunDirectory(resolve(context.environment.workspace, again), "again");
	let failed;
	return {
		run,
		builds: [],
		beside: dirname(run.path),
		failed() {
			failed ??= failedIn(run.path);
			return failed;
		},
		async [Symbol.asyncDispose]() {}
	};
}

// src/handoff/sampleLog.ts
const mostBytes$1 = 67108864;
async function identityOf(run) {
	const scenarios = new Map(run.batches.flatMap(({ guests }) => guests.map((guest) => [guest.scenario, guest])));
	const parts = await Promise.all([...scenarios].toSorted().map(async ([scenario, guest]) => {
		const cmd = await readQemuCmd(run, guest.name);
		if (cmd === void 0) return [scenario];
		const image = kernelOf$1(cmd, run.path, guest);
		return [
			scenario,
			await digestFile(image, statSync(image).size),
			optionValue(cmd.argv, "-append")
		];
	}));
	return hash$1("sha256", JSON.stringify([run.suite, ...parts])).slice(0, 32);
}
function parsed(text) {
	return text.split("\n").flatMap((line) => {
		try {
			return guestResultSchema.safeParse(JSON.parse(line)).data ?? [];
		} catch {
			return [];
		}
	});
}
function read(path) {
	try {
		return parsed(readRegular(path, mostBytes$1));
	} catch (error) {
		if (errorCode(error) === "ENOENT") return [];
		throw error;
	}
}
const slim$1 = /* @__PURE__ */ __name(({ progress: _, scripts: __, console: ___, ...guest }) => ({
	...guest,
	findings: guest.findings.map((finding) => ({
		...finding,
		text: "",
		truncated: true
	}))
}), "slim");
async function openSampleLog({ environment, inputs, ui }, run) {
	const { variables } = environment;
	const cache = cacheOf(variables);
	const folder = variables.RCUTORTURE_ACTION_CACHE ? `${variables.RCUTORTURE_ACTION_CACHE}-samples` : cache && join(cache, "samples");
	if (folder === void 0 || inputs.store === "none") return void 0;
	const lost = (error) => ui.warning(`Should this job be killed, the next one will not know of its guests: ${messageOf(error)}`);
	try {
		privateFolder(folder);
		const path = join(folder, `${await identityOf(run)}.jsonl`);
		const guests = inputs.rerun === "never" ? [] : read(path);
		let broken = false;
		return {
			path,
			guests,
			keep(guest) {
				if (broken) return;
				try {
					const flags = constants$1.O_WRONLY | constants$1.O_APPEND | constants$1.O_CREAT | constants$1.O_NOFOLLOW;
					const file = openSync(path, flags, 384);
					try {
						writeSync(file, `\n${JSON.stringify(slim$1(guest))}`);
					} finally {
						closeSync(file);
					}
				} catch (error) {
					broken = true;
					lost(error);
				}
			}
		};
	} catch (error) {
		lost(error);
		return;
	}
}

// src/stages/prepare/question/earlier.ts
async function withSampleLog(context, prepared) {
	const { question, run } = prepared;
	const log = question && await openSampleLog(context, run);
	if (question === void 0 || log === void 0) return prepared;
	const { path, guests, keep } = log;
	if (guests.length > 0) context.ui.info(`Counted in: ${guests.length} guests with the same kernels and parameters that ran before (${path}); rerun: never leaves them out.`);
	const known = {
		rundir: path,
		createdAt: "",
		guests: [...guests]
	};
	return {
		...prepared,
		question: {
			...question,
			earlier: [...question.earlier, known],
			keep
		}
	};
}
function withEarlier(asked, earlier) {
	return earlier === void 0 ? asked : {
		...asked,
		earlier: [...asked.earlier, earlier]
	};
}

// src/stages/conclude/past.ts
async function historyFor(context, { run, store }, results) {
	if (store === void 0) return void 0;
	const { branchHistory } = await import("./reports.js").then((all) => all.src_stages_conclude_history_ts);
	return await branchHistory(context, store, run, results);
}

// src/stages/execute/samples.ts
async function keepFailedConsole(rundir, guest, sample) {
	const folder = join(rundir, guest);
	await pipeline(createReadStream(join(folder, guestFiles.console)), createZstdCompress(), createWriteStream(join(folder, sampleConsole(sample))));
}

// src/stages/execute/rounds.ts
const failed = ({ outcome, analysis }) => judgeGuest(analysis, outcome.ending).verdict === "failed";
function slim(guest) {
	const { analysis } = guest;
	if (analysis === void 0 || failed(guest)) return guest;
	return {
		...guest,
		analysis: {
			...analysis,
			progress: []
		}
	};
}
async function runRounds({ inputs, ui }, session, rundir) {
	const { repeat, repeatFor = 0, stopOnFailure } = inputs;
	const endOfRounds = performance.now() + repeatFor * 1e3;
	const repeats = repeat > 1 || repeatFor > 0;
	const all = [];
	for (let sample = 1;; sample++) {
		const round = await session.round();
		all.push(...repeats ? round.map(slim) : round);
		const failures = round.filter(failed);
		if (repeats) {
			for (const { outcome } of failures) await keepFailedConsole(rundir, outcome.guest.name, sample);
			ui.info(tally$1(all, sample, repeat));
		}
		const enough = sample >= repeat && performance.now() >= endOfRounds;
		if (session.over || enough || stopOnFailure && failures.length > 0) return all;
	}
}
function tally$1(all, sample, repeat) {
	return `Round ${sample}${repeat > 1 ? ` of ${repeat}` : ""}: ${all.filter(failed).length} of ${all.length} samples failed so far.`;
}
__name(tally$1, "tally");

// src/statistics/question/wanted.ts
function withRunning(counts, running, hours) {
	const { failures, runs, hours: lived } = counts ?? nothing$1;
	return {
		failures,
		runs: runs + running,
		hours: lived + running * hours
	};
}
function usefulness({ question, unit, before }, scenario, cpus, now, running, hours) {
	const soon = withRunning(now, running, hours);
	if (question.kind === "fixed") {
		const then = before?.get(scenario);
		const learnt = learning(then, soon, unit);
		return learnt > 0 ? learnt / cpus : -1e400;
	}
	const run = unit === "runs" ? 1 : hours;
	const exposure = exposureOf(unit, soon);
	if (question.kind === "rate") return -exposure;
	return (soon.failures + .5) / (exposure + run) / cpus;
}

// src/stages/execute/budgets.ts
var Budgets = class {
	#budget;
	#began = performance.now();
	#timer;
	#spent = 0;
	constructor(budget, over) {
		this.#budget = budget;
		const milliseconds = budget?.clock === "wall" ? budget.seconds * 1e3 : 1e400;
		if (milliseconds < 2 ** 31) this.#timer = setTimeout(over, milliseconds);
	}
	get elapsed() {
		return (performance.now() - this.#began) / 1e3;
	}
	spend(seconds) {
		this.#spent += seconds;
	}
	allow(seconds) {
		if (this.#budget === void 0) return true;
		return (this.#budget.clock === "wall" ? this.elapsed : this.#spent) + seconds <= this.#budget.seconds;
	}
	[Symbol.dispose]() {
		clearTimeout(this.#timer);
	}
};

// src/stages/execute/until.ts
const mostUseless = 3;
const tellInterval = 30;
const someHours = .5;
var UntilAnswered = class {
	#ui;
	#attempt;
	#prepared;
	#asked;
	#stop = new AbortController();
	#budgets;
	#now;
	#own = /* @__PURE__ */ new Map();
	#guests = [];
	#useless = /* @__PURE__ */ new Map();
	#hours;
	#told = -1e400;
	constructor({ ui, environment }, prepared, asked) {
		this.#ui = ui;
		this.#attempt = environment.attempt;
		this.#prepared = prepared;
		this.#asked = asked;
		this.#now = countTrials(trialsOf(asked.earlier, asked.failure));
		this.#budgets = new Budgets(asked.budget, () => this.#end("The budget is used up."));
	}
	async run(session) {
		using _ = this.#budgets;
		if (this.#progress().decision !== "undecided") return [];
		await session.stream({
			prefer: ({ scenario: name, cpus }, running) => {
				const scenario = this.#scenario(name);
				const now = this.#now.get(scenario);
				return usefulness(this.#asked.inquiry, scenario, cpus, now, running, this.#hours ?? someHours);
			},
			lived: (guest) => this.#lived(guest),
			signal: this.#stop.signal
		});
		return this.#guests;
	}
	#progress() {
		const { inquiry, failure } = this.#asked;
		const { jobs = 1 } = this.#asked;
		const pace = {
			seconds: this.#budgets.elapsed,
			own: times(this.#own, jobs)
		};
		return progressOf({
			inquiry,
			failure,
			pace
		}, times(this.#now, jobs), this.#hours);
	}
	#scenario(scenario) {
		return scenarioOf({
			scenario,
			variant: this.#variant(scenario)
		});
	}
	#end(why) {
		this.#stop.abort(new StopRequest("stopped", why));
	}
	async #lived(guest) {
		const { ending, lived = 0, guest: planned } = guest.outcome;
		const { verdict, findings } = judgeGuest(guest.analysis, ending);
		if (verdict === "did-not-run" && ["stopped", "cancelled"].includes(ending.cause)) return false;
		this.#guests.push(slim(guest));
		if (verdict === "failed") await keepFailedConsole(this.#prepared.run.path, planned.name, guest.sample);
		const seconds = guest.planned ?? 0;
		const result = this.#result(guest, verdict, findings);
		this.#asked.keep?.(result);
		const trial = trialOf(result, this.#asked.failure);
		if (trial) this.#count(trial, seconds);
		this.#budgets.spend(lived);
		const useless = trial === void 0 ? (this.#useless.get(planned.name) ?? 0) + 1 : 0;
		this.#useless.set(planned.name, useless);
		return !this.#stop.signal.aborted && useless < mostUseless && this.#budgets.allow(seconds);
	}
	#result({ outcome, analysis, planned, sample }, verdict, findings) {
		const { guest, ending, lived, startedAt, endedAt, system } = outcome;
		const { name, scenario, repetition } = guest;
		return {
			name,
			scenario,
			repetition,
			sample,
			attempt: this.#attempt,
			verdict,
			ending,
			findings,
			counters: analysis?.counters ?? {},
			variant: this.#variant(scenario),
			system,
			ignored: [],
			progress: [],
			timing: {
				startedAt: startedAt?.toISOString(),
				endedAt: endedAt?.toISOString(),
				planned,
				lived
			}
		};
	}
	#variant(scenario) {
		return this.#prepared.builds.find((one) => one.scenario === scenario)?.variant;
	}
	#count(trial, planned) {
		for (const counts of [this.#now, this.#own]) counts.set(trial.scenario, withTrial(counts.get(trial.scenario), trial));
		this.#hours = planned / 3600;
		const { decision, sentence } = this.#progress();
		if (decision !== "undecided") this.#end("The question is answered.");
		if (decision !== "undecided") return;
		if (!trial.failed && this.#budgets.elapsed - this.#told < tellInterval) return;
		this.#told = this.#budgets.elapsed;
		const { jobs = 1 } = this.#asked;
		this.#ui.info(jobs === 1 ? `${sentence}.` : `If all ${jobs} jobs see the same: ${sentence}.`);
	}
};
async function runUntil(context, session, prepared, asked) {
	return await new UntilAnswered(context, prepared, asked).run(session);
}

// src/stages/conclude/reproduction.ts
const withLaptop = [
	"torture",
	"kasan",
	"kcsan",
	...shapingInputs
].filter((name) => name !== "ignore" && name !== "stop-on-failure" && name !== "trust-make");
const isFlag = (name) => name === "kasan" || name === "kcsan" || name === "debug-info" || name === "no-initrd";
function reproductionOf({ inputs, environment }, results, { texts = {}, stored }) {
	const { GITHUB_RUN_ID: id } = environment.variables;
	if (!id) return void 0;
	const unpassed = unpassedScenarios(results);
	const all = [...new Set(results.guests.map(({ scenario }) => scenario))];
	const scenarios = unpassed.length > 0 ? unpassed : all;
	const seconds = results.guests.find(({ timing }) => timing.planned !== void 0)?.timing.planned;
	const laptop = inputs.again === void 0 && inputs.mode !== "report" ? true : Object.keys(texts).length > 0;
	const source = inputs.again?.startsWith("run:") ? inputs.again : `run:${id}`;
	return {
		...stored ? { workflow: step(source, unpassed.length > 0, inputs.torture) } : {},
		...laptop && scenarios.length > 0 ? { laptop: lines(results, scenarios, seconds, {
			...inputTexts(inputs, withLaptop),
			...texts
		}) } : {}
	};
}
function step(again, failed, torture) {
	return [
		`- uses: ${repository}@v1`,
		"  with:",
		`    again: ${again}`,
		...failed ? ["    configs: failed"] : [],
		...torture === "rcu" ? [] : [`    torture: ${torture}`],
		"    github-token: ${{ github.token }} # needs actions: read"
	].join("\n");
}
function lines({ kernel }, scenarios, seconds, texts) {
	const flags = withLaptop.flatMap((name) => {
		const text = texts[name] ?? "";
		if (text === "" || text === defaultText(name)) return [];
		return isFlag(name) ? [`--${name}`] : [`--${name}`, quoteWord(text)];
	});
	const run = [
		...[
			command,
			"run",
			"--kernel",
			".",
			"--configs",
			quoteWord(scenarios.join(" "))
		],
		...seconds === void 0 ? [] : ["--duration", `${Math.round(seconds)}s`],
		...flags
	].join(" ");
	const commit = /^[0-9a-f]{7,64}$/.test(kernel.commit ?? "") ? kernel.commit : void 0;
	return [
		...kernel.state === "modified" ? ["# The tree had changes that are in no commit: testid.txt shows them."] : [],
		...commit === void 0 ? [] : [`git checkout ${commit}`],
		run
	].join("\n");
}

// src/stages/conclude/run.ts
function reproduction(path, guests, flags) {
	const again = [
		...commandWords,
		"run",
		"--again",
		path,
		...flags
	];
	const passed = guests.every(({ verdict }) => verdict === "passed");
	return quote(passed ? again : [
		...again,
		"--configs",
		"failed"
	]);
}
async function concludeRun(context, prepared, executed, { guests, builds, scriptsErrors }, earlier) {
	const { environment, signal } = context;
	const allowance = await allowanceOf(prepared.run, guests.map(({ name }) => name));
	const allow = allowance.length === 0 ? [] : ["--allow-qemu-options", allowance.join(" ")];
	const again = reproduction(prepared.run.path, guests, [...executed.flags, ...allow]);
	const { GITHUB_RUN_ID: id, RUNNER_ENVIRONMENT: runner } = environment.variables;
	const isGone = id !== void 0 && id !== "" && runner !== "self-hosted";
	const current = assembleResults({
		run: prepared.run,
		guests,
		builds,
		scriptsBuildErrors: scriptsErrors,
		systems: executed.systems,
		attempt: environment.attempt,
		repository: prepared.repository ?? environment.repository,
		describe: prepared.describe,
		reproduce: isGone ? void 0 : again,
		interrupted: signal.aborted,
		infrastructure: [...prepared.infrastructure, ...executed.infrastructure],
		now: /* @__PURE__ */ new Date()
	});
	const all = earlier === void 0 ? current : mergeAttempts(earlier, current);
	const elsewhere = reproductionOf(context, all, { stored: prepared.store !== void 0 });
	const results = elsewhere === void 0 ? all : {
		...all,
		reproduction: elsewhere
	};
	return prepared.question === void 0 ? results : withAnswer(results, prepared.question);
}

// src/stages/judge/unknownSuite.ts
function tellUnknownSuite(suite, ui) {
	if (suites.includes(suite)) return;
	ui.info(`The counters of suite ${suite} are not known here: its findings and the scripts' verdict are reported.`);
}

// src/stages/judge/run.ts
function unbuilt(run, ran, builds) {
	const built = builds?.filter(hasKernel) ?? [];
	const spare = new Set(built.map(({ scenario }) => scenario));
	const names = /* @__PURE__ */ new Set([...ran.map(({ outcome }) => outcome.guest.name), ...run.batches.flatMap(({ guests }) => guests.filter(({ scenario }) => spare.has(scenario)).map(({ name }) => name))]);
	return run.batches.flatMap((batch) => batch.guests.filter(({ name }) => !names.has(name)).map((guest) => ({
		outcome: {
			guest,
			batch: batch.number,
			silences: [],
			ending: {
				cause: "not-started",
				exitStatus: null,
				signal: null,
				detail: "Its kernel was not built."
			}
		},
		sample: 1,
		analysis: void 0,
		planned: void 0
	})));
}
async function judgeRun({ environment: { attempt }, ui }, { run, builds: known, question, mustFail }, { guests: ran }) {
	tellUnknownSuite(run.suite, ui);
	const { builds, scriptsErrors } = await readBuilds(run, known);
	const missing = unbuilt(run, ran, question && builds);
	return {
		guests: [...ran, ...missing].map(({ outcome, analysis, planned, sample }) => {
			const build = builds.find(({ scenario }) => scenario === outcome.guest.scenario);
			const result = guestResult({
				outcome,
				analysis,
				planned,
				sample,
				build,
				attempt
			});
			return mustFail?.has(outcome.guest.name) ? asExpected(result) : result;
		}),
		builds,
		scriptsErrors
	};
}

// src/modes/later.ts
const later = {
	enrich: () => import("./modes.js").then((all) => all.src_stages_enrich_enrich_ts),
	publish: () => import("./reports.js").then((all) => all.src_stages_publish_publish_ts)
};
const guestsBoot = 500;
function loadSoon() {
	const load = () => void Promise.allSettled([later.publish(), later.enrich()]);
	const timer = setTimeout(load, guestsBoot).unref();
	return { [Symbol.dispose]: () => clearTimeout(timer) };
}

// src/modes/conclude.ts
async function conclude$1(context, prepared, executed, earlier) {
	const judged = await judgeRun(context, prepared, executed);
	const { enrich } = await later.enrich();
	const guests = await enrich(judged.guests, {
		...prepared,
		builds: judged.builds
	}, context);
	return await concludeRun(context, prepared, executed, {
		...judged,
		guests
	}, earlier);
}
__name(conclude$1, "conclude");

// src/modes/remember.ts
function remember(context, { run, ignore }, finished) {
	const { attempt, repository } = context.environment;
	const { upload: wanted, retentionDays } = context.inputs;
	const upload = finished && !context.signal.aborted ? "none" : wanted;
	context.remember({
		rundir: run.path,
		finished,
		ignore,
		attempt,
		repository,
		upload,
		retentionDays
	});
}

// src/modes/finish.ts
async function execute(context, prepared, systems) {
	remember(context, prepared, false);
	using _ = loadSoon();
	await using session = await Session.open(context, prepared, systems);
	const { question, run } = prepared;
	const guests = question === void 0 ? await runRounds(context, session, run.path) : await runUntil(context, session, prepared, question);
	return await session.end(guests);
}
async function report$1(context, prepared, executed, earlier) {
	const results = await conclude$1(context, prepared, executed, earlier);
	const history = prepared.part ? void 0 : await historyFor(context, prepared, results);
	const { publish } = await later.publish();
	const { baseline = [], part = false } = prepared;
	const decided = decide$1(context, results, baseline, history?.past?.findings, part);
	const uploads = part ? void 0 : uploadTask(context);
	await publish(results, context.ui, {
		history: history?.past,
		uploads,
		gate: decided
	});
	if (!prepared.part) remember(context, prepared, true);
	await history?.keep().catch((error) => {
		context.ui.warning(`Later runs will not know of this one: ${messageOf(error)}`);
	});
	return {
		results,
		status: decided.status
	};
}
__name(report$1, "report");

// src/stages/prepare/question/ask.ts
const shortest = 10;
function showing(before) {
	return [...before].filter(([, { failures }]) => failures > 0).sort(([, a], [, b]) => b.failures - a.failures).map(([scenario]) => scenario);
}
function plannedSeconds(results) {
	const planned = results.flatMap(({ guests }) => guests.flatMap(({ timing }) => timing.planned ?? []));
	return planned.toSorted((a, b) => a - b)[Math.floor(planned.length / 2)];
}
function askFixed(context, question, before) {
	const { inputs, ui } = context;
	const failure = inputs.failure === void 0 ? mostFrequentFailure(before.results) : namedFailure(inputs.failure);
	if (failure === void 0) throw new InputError(`before: nothing failed in ${before.from}; there is nothing to be fixed.`);
	const trials = trialsOf(before.results, failure);
	const counted = countTrials(trials);
	const scenarios = showing(counted);
	if (scenarios.length === 0) throw new InputError(`failure: "${failure.title}" was not seen in ${before.from}; give its fingerprint, or a part of its title.`);
	const atBoot = bootFailureTime(before.results, failure);
	const known = [...counted.values()].every(({ hours }) => hours > 0);
	const unit = atBoot !== void 0 || !known ? "runs" : "hours";
	const usual = plannedSeconds(before.results);
	const short = atBoot === void 0 ? void 0 : Math.min(usual ?? 1e400, Math.max(shortest, Math.ceil(2 * atBoot)));
	const duration = inputs.duration ?? short ?? (inputs.again === void 0 ? usual : void 0);
	const names = scenarios.map((scenario) => scenario.replace(/ \(.*\)$/, ""));
	const configs = inputs.configs.length > 0 ? inputs.configs : [...new Set(names)];
	ui.info(`Before (${before.from}): ${failure.title}, on ${scenarios.join(" ")}.`);
	if (short !== void 0 && inputs.duration === void 0) ui.info(`It always came at boot, so guests run for ${short} s only, and runs are counted, not hours.`);
	const inquiry = {
		question,
		unit,
		confidence: inputs.confidence,
		before: counted
	};
	return {
		context: {
			...context,
			inputs: {
				...inputs,
				duration,
				configs
			}
		},
		question: {
			inquiry,
			failure,
			from: before.from,
			earlier: [],
			budget: inputs.budget
		}
	};
}
function askQuestion(context, question, before) {
	const { confidence, failure: text, budget } = context.inputs;
	if (question.kind === "fixed") {
		if (before === void 0 || before.results.length === 0) throw new InputError("until: fixed compares with a run before, and no earlier run of this branch is known that failed; name one with before: a run directory, a results.json, or run:ID.");
		return askFixed(context, question, before);
	}
	const failure = text === void 0 ? void 0 : namedFailure(text);
	return {
		context,
		question: {
			inquiry: {
				question,
				unit: question.kind === "rate" ? question.unit : "hours",
				confidence
			},
			failure,
			earlier: [],
			budget
		}
	};
}

// src/stages/prepare/question/before.ts
async function ofWorkflowRun(context, id) {
	const store = await context.openStore([id]);
	const results = (await recordsOfRun(store, id, context.ui)).flatMap((job) => job.results ?? []).filter(({ suite }) => suite === context.inputs.torture);
	if (results.length === 0) throw new InputError(`before: workflow run ${id} has left no results of ${context.inputs.torture} in the ${store.name} store; look at the id, and give github-token (with actions: read) for its artifacts.`);
	return {
		results,
		from: `workflow run ${id}`
	};
}
async function readBefore(context, before, judge) {
	const [, id] = /^run:(\d{1,20})$/.exec(before) ?? [];
	if (id !== void 0) return await ofWorkflowRun(context, id);
	const path = resolve(context.environment.workspace, before);
	const found = await stat(path).catch((error) => {
		throw new InputError(`before: "${before}" cannot be read (${messageOf(error)}); name a run directory, a results.json, or run:ID.`);
	});
	if (found.isFile()) {
		const text = await textOf$1(dirname(path), path) ?? "";
		return {
			results: [resultsIn("before", text, path)],
			from: path
		};
	}
	if (!found.isDirectory()) throw new InputError(`before: "${before}" is neither a run directory nor a results.json.`);
	const file = join(path, runFiles.results);
	const text = await textOf$1(path, file);
	return {
		results: [text === void 0 ? await judge(path) : resultsIn("before", text, file)],
		from: path
	};
}

// src/modes/question.ts
async function namedBefore(context) {
	const { before } = context.inputs;
	return before === void 0 ? void 0 : await readBefore(context, before, (rundir) => judged(rundir, {
		ignore: [],
		attempt: 1
	}));
}
async function branchBefore(context) {
	const { inputs, environment } = context;
	const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
	const store = await context.openStore();
	const scope = {
		suite: inputs.torture,
		architecture: machine(),
		scenarios: inputs.configs
	};
	return {
		results: (await runsBefore(context, store, scope, tree.path)).map(({ results }) => results),
		from: "earlier runs of the branch"
	};
}
async function askedOf(context) {
	const { until, again, plan } = context.inputs;
	if (until === void 0) return void 0;
	const compares = until.kind === "fixed";
	const before = await namedBefore(context) ?? (compares && again === void 0 && plan === void 0 ? await branchBefore(context) : void 0);
	return askQuestion(context, until, before);
}

// src/modes/again.ts
var again_exports = /* @__PURE__ */ __exportAll({ again: () => again });
async function again(given, name) {
	const { context, question } = await askedOf(given) ?? {
		context: given,
		question: void 0
	};
	const { prepared, systems: surveyed } = await prepare(context, name);
	context.ui.output("rundir", prepared.run.path);
	if (surveyed === void 0) return exitStatus.passed;
	await using systems = surveyed;
	const whole = await withSampleLog(context, {
		...prepared,
		cpus: systems.cpus,
		question
	});
	const executed = await execute(context, whole, systems);
	const { results, status } = await report$1(context, whole, executed);
	return exitStatusOfRun(results, status);
}
async function prepare(context, name) {
	const { inputs } = context;
	const ignore = parseIgnoreLines(inputs.ignore, /* @__PURE__ */ new Date());
	const baseline = await readBaseline(context);
	await using old = await openOldRun(context, name, failedGuests);
	const { cpus } = await roomHere(context);
	let selected = await selectRerun(context, old, cpus);
	if (!inputs.dryrun) await prepareMachine(context, {
		build: false,
		qemus: selected.qemus
	});
	const survey = inputs.dryrun ? void 0 : surveySystems(context, selected.qemus);
	survey?.catch(() => void 0);
	if (runsInPlace(inputs)) await survey;
	let failedBefore;
	if (survey && remoteNames(inputs) !== void 0) {
		const { cpus, widths } = await survey;
		selected = await selectRerun(context, old, cpus, widths);
		failedBefore = selected.failed ?? await knownFailures(old.run.path);
	}
	const [made, systems] = await withSurvey(context, makeRerun(context, old, selected), survey);
	return {
		prepared: {
			...made,
			ignore,
			baseline,
			failedBefore
		},
		systems
	};
}

// node_modules/@stdlib/math-base-assert-is-nonnegative-integer/lib/main.js
var require_main$8 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var floor = require_lib$12();
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
	var betainc = require_lib$9();
	var isnan = require_lib$13();
	var floor = require_lib$12();
	var PINF = require_lib$14();
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
	var constantFunction = require_lib$15();
	var betainc = require_lib$9();
	var isnan = require_lib$13();
	var floor = require_lib$12();
	var PINF = require_lib$14();
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
	var setReadOnly = require_lib$16();
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
	var pow = require_lib$17();
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
	var gammaln = require_lib$11();
	var log1p = require_lib$18();
	var gamma = require_lib$19();
	var max = require_lib$20();
	var min = require_lib$21();
	var ln = require_lib$22();
	var LN_SQRT_TWO_PI = require_lib$23();
	var NINF = require_lib$24();
	var PINF = require_lib$14();
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
	var isInteger = require_lib$25();
	var isnan = require_lib$13();
	var betaln = require_lib$6();
	var abs = require_lib$26();
	var ln = require_lib$22();
	var NINF = require_lib$24();
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
	var isnan = require_lib$13();
	var log1p = require_lib$18();
	var exp = require_lib$27();
	var ln = require_lib$22();
	var PINF = require_lib$14();
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
	var isnan = require_lib$13();
	function pmf(x, mu) {
		if (isnan(x) || isnan(mu)) return NaN;
		return x === mu ? 1 : 0;
	}
	module.exports = pmf;
}));

// node_modules/@stdlib/stats-base-dists-degenerate-pmf/lib/factory.js
var require_factory$2 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var constantFunction = require_lib$15();
	var isnan = require_lib$13();
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
	var setReadOnly = require_lib$16();
	var main = require_main$3();
	setReadOnly(main, "factory", require_factory$2());
	module.exports = main;
}));

// node_modules/@stdlib/stats-base-dists-binomial-pmf/lib/factory.js
var require_factory$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isNonNegativeInteger = require_lib$8();
	var constantFunction = require_lib$15();
	var binomcoefln = require_lib$5();
	var degenerate = require_lib$4().factory;
	var isnan = require_lib$13();
	var log1p = require_lib$18();
	var exp = require_lib$27();
	var ln = require_lib$22();
	var PINF = require_lib$14();
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
	var setReadOnly = require_lib$16();
	var main = require_main$4();
	setReadOnly(main, "factory", require_factory$1());
	module.exports = main;
}));

// node_modules/@stdlib/math-base-assert-is-negative-integer/lib/main.js
var require_main$2 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var floor = require_lib$12();
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
	var gammaln = require_lib$11();
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
	var isnan = require_lib$13();
	var exp = require_lib$27();
	var fln = require_lib$1();
	var max = require_lib$20();
	var min = require_lib$21();
	var PINF = require_lib$14();
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
	var isnan = require_lib$13();
	var constantFunction = require_lib$15();
	var exp = require_lib$27();
	var fln = require_lib$1();
	var max = require_lib$20();
	var min = require_lib$21();
	var PINF = require_lib$14();
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
	var setReadOnly = require_lib$16();
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

// src/statistics/significance.ts
function isSignificant(pValue, confidence) {
	return pValue <= 1 - confidence + 1e-12;
}

// src/statistics/compare.ts
const levels$2 = [.95, .99];
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
	const claimed = levels$2.filter((level) => isSignificant(pValue, level));
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
	const say = (side) => `${plural(side.failures, "failure")} in ${hours(side.hours)} (${amount(side.failures / side.hours)} per hour)`;
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
	const say = (side) => `${side.failures.toLocaleString("en-US")} of ${plural(side.runs, "run")} failed (${percent(side.failures / side.runs)})`;
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

// src/statistics/holm.ts
function holm$1(pValues) {
	const order = pValues.map((p, index) => ({
		p,
		index
	})).sort((a, b) => a.p - b.p);
	const adjusted = new Array(pValues.length);
	let least = 0;
	order.forEach(({ p, index }, rank) => {
		least = Math.max(least, Math.min(1, p * (pValues.length - rank)));
		adjusted[index] = least;
	});
	return adjusted;
}
__name(holm$1, "holm");

// src/statistics/rankSum.ts
const mostExact = 60;
function doubledRanks(values) {
	const places = [...values].sort((a, b) => a - b).map((value, index) => [value, index]);
	const last = new Map(places);
	const first = new Map(places.reverse());
	return values.map((value) => (first.get(value) ?? 0) + (last.get(value) ?? 0) + 2);
}
function choicesBySum(ranks, drawn) {
	const most = ranks.reduce((sum, rank) => sum + rank, 0);
	const counts = Array.from({ length: drawn + 1 }, () => new Float64Array(most + 1));
	const [none] = counts;
	if (none) none[0] = 1;
	for (const rank of ranks) for (let size = drawn; size > 0; size -= 1) {
		const [to, from] = [counts[size], counts[size - 1]];
		if (to === void 0 || from === void 0) continue;
		for (let sum = most; sum >= rank; sum -= 1) to[sum] = (to[sum] ?? 0) + (from[sum - rank] ?? 0);
	}
	return counts[drawn] ?? /* @__PURE__ */ new Float64Array();
}
function exact(ranks, drawn, observed) {
	const choices = choicesBySum(ranks, drawn);
	const middle = ranks.reduce((sum, rank) => sum + rank, 0) * drawn / ranks.length;
	const distance = Math.abs(observed - middle) - 1e-9;
	let [extreme, all] = [0, 0];
	choices.forEach((count, sum) => {
		all += count;
		if (Math.abs(sum - middle) >= distance) extreme += count;
	});
	return extreme / all;
}
function normal(ranks, drawn, observed) {
	const count = ranks.length;
	const mean = ranks.reduce((sum, rank) => sum + rank, 0) / count;
	const variance = ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0) / (count - 1) * drawn * (count - drawn) / count;
	if (variance === 0) return 1;
	const distance = Math.max(0, Math.abs(observed - mean * drawn) - 1);
	return (0, import_lib$5.default)(distance ** 2 / variance / 2, .5, true, true);
}
function rankSumTest(before, after) {
	if (before.length === 0 || after.length === 0) return 1;
	const ranks = doubledRanks([...before, ...after]);
	const observed = ranks.slice(0, before.length).reduce((sum, rank) => sum + rank, 0);
	const p = ranks.length <= mostExact ? exact : normal;
	return Math.min(1, p(ranks, before.length, observed));
}
function leastPValue(before, after) {
	let choices = 1;
	for (let i = 1; i <= before; i += 1) choices = choices * (after + i) / i;
	return Math.min(1, 2 / choices);
}

// src/statistics/rateDifference.ts
function ratesOf(results, scenario, suite) {
	const own = results.flatMap((one) => one.guests.filter((guest) => guest.verdict === "passed" && guest.counters.rate !== void 0).filter((guest) => (guest.suite ?? one.suite) === suite && scenarioOf(guest) === scenario).map((guest) => ({
		rate: guest.counters.rate ?? 0,
		setting: settingOf(one, guest)
	})));
	return {
		values: own.map(({ rate }) => rate),
		settings: new Set(own.map(({ setting }) => setting))
	};
}
function isAlike(before, after) {
	return (/* @__PURE__ */ new Set([...before.settings, ...after.settings])).size === 1;
}
function wordsFor(pValue, adjusted, judged) {
	const { before, after, confidence, together } = judged;
	const [then, now] = [[...before.settings].join("; "), [...after.settings].join("; ")];
	if (pValue === void 0) return `Rates cannot be compared: before ${then}, after ${now}.`;
	const guests = `${before.values.length} and ${plural(after.values.length, "guest")}`;
	const level = percent(confidence);
	if (!isSignificant(leastPValue(before.values.length, after.values.length), confidence)) return `Rates of ${guests} that passed are too few to say at ${level} that they differ.`;
	const claim = isSignificant(adjusted, confidence) ? `At ${level} the rates differ` : `That is not enough to say at ${level} that the rates differ`;
	const all = together > 1 ? `; of ${plural(together, "comparison")} together, ${pWords(adjusted)}` : "";
	return `${claim}: ${pWords(pValue)} by the rank-sum test of ${guests} that passed${all}.`;
}
function rateDifferences(pairs, confidence) {
	const pValues = pairs.map((pair) => pair && isAlike(pair.before, pair.after) ? rankSumTest(pair.before.values, pair.after.values) : void 0);
	const adjusted = holm$1(pValues.filter((p) => p !== void 0));
	let next = 0;
	return pairs.map((pair, index) => {
		const pValue = pValues[index];
		const own = pValue === void 0 ? 1 : adjusted[next++] ?? 1;
		if (pair === void 0) return void 0;
		return {
			change: median(pair.after.values) / median(pair.before.values) - 1,
			...pValue === void 0 ? {} : {
				pValue,
				adjusted: own
			},
			changed: isSignificant(own, confidence),
			sentence: wordsFor(pValue, own, {
				...pair,
				confidence,
				together: adjusted.length
			})
		};
	});
}

// src/statistics/difference.ts
const keyOf$1 = /* @__PURE__ */ __name(({ suite, scenario }) => `${suite} ${scenario}`, "keyOf");
function sideOf(samples, rates = []) {
	if (samples === void 0 || samples.length === 0) return void 0;
	const { failures, hours, samples: runs } = tally$2(samples);
	return {
		runs,
		failures,
		hours,
		...rates.length === 0 ? {} : { rate: median(rates) }
	};
}
function testOf(before, after, confidence) {
	if (before.failures + after.failures === 0) return void 0;
	const asked = {
		alternative: "differs",
		confidence
	};
	return before.hours > 0 && after.hours > 0 ? compareRates(before, after, asked) : compareRuns(before, after, asked);
}
function scenariosOf(before, after, confidence) {
	const [then, now] = [before, after].map((results) => Map.groupBy(byScenario(samplesOf(results).samples).flat(), keyOf$1));
	const sides = [.../* @__PURE__ */ new Set([...now?.keys() ?? [], ...then?.keys() ?? []])].map((key) => {
		const [first] = now?.get(key) ?? then?.get(key) ?? [];
		const { suite = "", scenario = "" } = first ?? {};
		const [rates, newRates] = [before, after].map((results) => ratesOf(results, scenario, suite));
		const earlier = sideOf(then?.get(key), rates?.values);
		const later = sideOf(now?.get(key), newRates?.values);
		const pair = rates?.values.length && newRates?.values.length ? {
			before: rates,
			after: newRates
		} : void 0;
		return {
			suite,
			scenario,
			earlier,
			later,
			test: earlier && later && testOf(earlier, later, confidence),
			pair
		};
	});
	const adjusted = holm$1(sides.flatMap(({ test }) => test?.pValue ?? []));
	const rates = rateDifferences(sides.map(({ pair }) => pair), confidence);
	let next = 0;
	return sides.map(({ suite, scenario, earlier, later, test }, index) => {
		const rate = rates[index];
		const own = test === void 0 ? void 0 : adjusted[next++];
		const changed = own !== void 0 && isSignificant(own, confidence);
		const together = own === void 0 || adjusted.length === 1 ? "" : ` Of ${plural(adjusted.length, "comparison")} together: ${pWords(own)}.`;
		return {
			suite,
			scenario,
			...earlier && { before: earlier },
			...later && { after: later },
			...test && {
				test,
				sentence: `${test.sentence}${together}`
			},
			...own === void 0 ? {} : { adjusted: own },
			changed,
			...rate && { rates: rate }
		};
	});
}
function bugsOf(known) {
	const bugs = [];
	for (const one of known.values()) {
		const bug = bugs.find(({ all }) => all.some((other) => isSameBug(one, other)));
		if (bug === void 0) bugs.push({
			first: one,
			fingerprints: /* @__PURE__ */ new Set([one.fingerprint]),
			all: [one]
		});
		else {
			bug.fingerprints.add(one.fingerprint);
			bug.all.push(one);
		}
	}
	return bugs;
}
function failuresOf(before, after) {
	const [then, now] = [samplesOf(before).samples, samplesOf(after).samples];
	const states = {
		new: 0,
		both: 1,
		gone: 2,
		"not-run": 3
	};
	return bugsOf(knownErrors([...after, ...before])).flatMap(({ first, fingerprints }) => {
		const shows = ({ errors }) => [...fingerprints].some((one) => errors.has(one));
		const scenarios = new Set([...then, ...now].filter(shows).map(keyOf$1));
		const count = (samples) => {
			const own = samples.filter((one) => scenarios.has(keyOf$1(one)));
			return {
				runs: own.length,
				failures: own.filter(shows).length
			};
		};
		const [earlier, later] = [count(then), count(now)];
		if (earlier.failures + later.failures === 0) return [];
		return [{
			state: earlier.failures === 0 ? "new" : later.runs === 0 ? "not-run" : later.failures === 0 ? "gone" : "both",
			fingerprint: first.fingerprint,
			title: first.title,
			before: earlier,
			after: later
		}];
	}).sort((a, b) => states[a.state] - states[b.state] || b.after.failures - a.after.failures);
}
function differenceOf(before, after, from, confidence = .95) {
	return {
		from,
		failures: failuresOf(before, after),
		scenarios: scenariosOf(before, after, confidence)
	};
}

// src/stages/conclude/difference.ts
function comparedWith(before, results, ui) {
	const suites = new Set(before.results.map(({ suite }) => suite));
	if (!suites.has(results.suite)) {
		ui.warning(`before: ${before.from} is of suite ${[...suites].join(", ")}, and this run of ${results.suite}; only results of the same suite can be compared, so nothing is.`);
		return;
	}
	const same = before.results.filter(({ suite }) => suite === results.suite);
	const [first] = same;
	const kernel = first?.kernel.describe ?? first?.kernel.commit?.slice(0, 12);
	return differenceOf(same, [results], kernel === void 0 ? before.from : `${kernel} (${before.from})`);
}

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

// src/results/sets.ts
function unrunBuilds({ plan, builds }) {
	const toBuild = new Set(plan.builds.flatMap((job) => job.builds.map(({ key }) => key)));
	return plan.sets.flatMap((set) => Object.entries(set.recipe?.kernels ?? {}).map(([name, key]) => {
		const scenario = nameInPlan(set, name);
		const known = builds.get(key);
		if (known !== void 0) return {
			...known,
			scenario
		};
		const nothing = {
			scenario,
			diagnostics: [],
			configErrors: []
		};
		return toBuild.has(key) ? {
			...nothing,
			status: "skipped",
			reason: "its build job left no word"
		} : {
			...nothing,
			status: "reused",
			origin: "store",
			key
		};
	}));
}
function detailOf$1({ recipe }, guests, builds) {
	return [
		recipe?.refused,
		...builds.map(({ reason }) => reason),
		...guests.filter(({ verdict }) => verdict !== "passed").map(({ ending }) => ending.detail)
	].find((reason) => reason !== void 0 && reason !== "");
}
__name(detailOf$1, "detailOf");
function setResults({ sets }, guests, builds) {
	if (sets.every(({ recipe }) => recipe === void 0)) return void 0;
	return sets.map((set) => {
		const own = (name) => name.startsWith(nameInPlan(set, ""));
		const [ownGuests, ownBuilds] = [guests.filter(({ name }) => own(name)), builds.filter(({ scenario }) => own(scenario))];
		const verdict = set.recipe?.refused === void 0 ? overallVerdict(ownGuests, ownBuilds) : "did-not-run";
		const detail = verdict === "passed" ? void 0 : detailOf$1(set, ownGuests, ownBuilds);
		return {
			id: set.id,
			family: set.recipe?.family ?? set.id,
			suite: set.suite,
			verdict,
			...detail === void 0 ? {} : { detail },
			guests: ownGuests.length,
			kernels: ownBuilds.length
		};
	});
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
		const key = identity({
			set,
			name: planned,
			sample
		});
		const lives = part.results.guests.filter((one) => one.name === name);
		found.set(key, [...found.get(key) ?? [], ...lives.map((guest, life) => ({
			part,
			guest,
			life
		}))]);
	}
	return plan.shards.flatMap((shard) => shard.guests.flatMap((planned) => {
		const own = (found.get(identity(planned)) ?? []).filter(({ part }) => part.record.shard === shard.id);
		return own.map((one) => ({
			...one,
			planned,
			newest: one.part === own.at(-1)?.part
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
function merged(plan, { part, planned, guest, newest, life }) {
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
		sample: planned.sample + life * planned.samples,
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
	for (const build of unrunBuilds({
		plan,
		builds
	})) all.set(build.scenario, build);
	return [...all.values()];
}
function inOrder$1(plan, guests) {
	const names = plan.sets.flatMap((set) => setBatches(plan, set.id).flatMap((batch) => batch.guests.map(({ name }) => nameInPlan(set, name))));
	const places = new Map(names.map((name, place) => [name, place]));
	const placeOf = ({ name }) => places.get(name) ?? names.length;
	return guests.toSorted((a, b) => placeOf(a) - placeOf(b) || a.sample - b.sample || a.attempt - b.attempt);
}
__name(inOrder$1, "inOrder");
function counting(placed, guests) {
	return guests.filter((_, i) => placed[i]?.newest ?? true);
}
function newestParts(parts) {
	const ordered = parts.toSorted((a, b) => a.record.attempt - b.record.attempt);
	return [...new Map(ordered.map((part) => [part.record.shard, part])).values()];
}
function scriptsStatus(latest, parts) {
	if (latest.some(countsAsFailure)) return 3;
	return Math.max(0, ...parts.map(({ results }) => results.scriptsExitStatus).filter((status) => status < 3));
}
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
	const guests = inOrder$1(plan, [...ran, ...never]);
	const builds = buildsOf(merge);
	const latest = [...counting(placed, ran), ...never];
	const sets = setResults(plan, latest, builds);
	const ofSets = sets === void 0 ? [] : sets.map(({ verdict }) => verdict);
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
		...sets === void 0 ? {} : { sets },
		verdict: worstVerdict([overallVerdict(latest, builds), ...ofSets]),
		scriptsExitStatus: scriptsStatus(latest, newestParts(parts)),
		interrupted: newestParts(parts).some(({ results }) => results.interrupted),
		systems: systemsOf(parts),
		builds,
		guests,
		infrastructure: [...merge.problems, ...parts.flatMap(({ record, results }) => results.infrastructure.map((line) => `${record.shard}: ${line}`))]
	};
}

// src/handoff/shardResults.ts
async function readShard(folder) {
	let record;
	try {
		const parsed = shardRecordSchema.safeParse(JSON.parse(await textOf$1(folder, join(folder, "shard.json")) ?? ""));
		if (!parsed.success) return { problem: `${shardFile} is not what this version writes` };
		record = parsed.data;
	} catch (error) {
		return { problem: `${shardFile}: ${messageOf(error)}` };
	}
	const text = await textOf$1(folder, join(folder, runFiles.results)).catch(() => void 0);
	if (text === void 0) return { problem: `${record.shard} has no ${runFiles.results}` };
	const read = readResults(text);
	return "problem" in read ? read : {
		record,
		results: read.results
	};
}
async function shardBefore({ environment }, store, plan, id) {
	const found = [];
	for (let attempt = environment.attempt - 1; attempt >= 1; attempt--) {
		const key = bundleKey(plan, environment, {
			id,
			attempt
		});
		const fetched = await withBundle(store, key, readShard);
		if ("value" in fetched && !("problem" in fetched.value)) found.push(fetched.value.results);
	}
	return found;
}
async function passedBefore(...shard) {
	const verdicts = /* @__PURE__ */ new Map();
	for (const { guests } of await shardBefore(...shard)) for (const { name, verdict } of guests) if (!verdicts.has(name)) verdicts.set(name, verdict === "passed");
	return new Set([...verdicts].filter(([, passed]) => passed).map(([name]) => name));
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
	const outermostFirst = placed.filter(({ life }) => life === 0).toSorted((a, b) => Number(b.newest) - Number(a.newest) || a.planned.sample - b.planned.sample);
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
function ofGroup(overview, group, prefix, links) {
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
	const page = findingLink(links, group.fingerprint);
	return annotation(finding.severity === "error" ? "error" : "notice", group.title, `${labelOf(overview, shownOn)}${also}${place ? `\n${place}` : ""}${page ? `\n${page}` : ""}${text ? `\n\n${text}` : ""}`, at(finding, overview.results, prefix));
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
	return [...Map.groupBy(guests, ({ ending }) => ending.detail)].map(([detail, same]) => annotation(level, `${listOf(namesOf$2(same), 5)} ${words}`, cleanLine(detail) || words));
}
function annotationsOf(results, options = {}) {
	const { limit = 10, prefix = "", links } = options;
	const overview = overviewOf(results);
	const { of } = overview;
	const failed = of.failed.filter(({ findings }) => !findings.some((f) => f.severity === "error"));
	const unexplained = of["build-failed"].filter(({ scenario }) => !results.builds.some((b) => b.scenario === scenario && b.diagnostics.some((d) => d.severity === "error")));
	const groups = (all) => all.slice(0, limit).map((g) => ofGroup(overview, g, prefix, links));
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

// src/report/badge.ts
const colours = {
	failed: "red",
	"build-failed": "red",
	"did-not-run": "lightgrey",
	"infrastructure-error": "lightgrey",
	passed: "brightgreen"
};
const problems = {
	failed: "failed",
	"build-failed": "did not build",
	"did-not-run": "did not run",
	"infrastructure-error": "no verdict"
};
function renderBadge({ verdict, guests, builds, suite }) {
	const concerned = guests.filter((guest) => guest.verdict === verdict).length;
	const message = verdict === "passed" ? guests.length === 0 ? `${plural(builds.length, "kernel")} built` : `${plural(guests.length, "guest")} passed` : guests.length === 0 ? problems[verdict] : `${concerned} of ${guests.length} ${problems[verdict]}`;
	const label = suite === "rcu" ? "rcutorture" : `rcutorture ${suite}`.slice(0, 60);
	return `${JSON.stringify({
		schemaVersion: 1,
		label,
		message,
		color: colours[verdict]
	})}\n`;
}

// src/report/headline.ts
function share$1(overview, some) {
	const noun = overview.columns.length > 1 ? "run" : "guest";
	return `${some} of ${plural(overview.guests.length, noun)}`;
}
__name(share$1, "share");
function failedPart(overview) {
	const failed = overview.of.failed;
	const [first, ...others] = overview.failures;
	const reason = first?.title ?? cleanLine(failed[0]?.ending.detail ?? "");
	const more = others.length === 0 ? "" : ` and ${plural(others.length, "other finding")}`;
	const showing = overview.failures.flatMap(({ guests }) => guests.filter((guest) => failed.includes(guest)));
	return `${listOf(namesOf$2([...showing, ...failed]))} failed${reason ? `: ${reason}${more}` : ""} (${share$1(overview, failed.length)})`;
}
function buildPart(overview) {
	const { failedBuilds, results } = overview;
	const scenarios = failedBuilds.map(({ scenario }) => scenario);
	const names = listOf(scenarios.length > 0 ? scenarios : namesOf$2(overview.of["build-failed"]));
	const error = failedBuilds.flatMap(({ diagnostics }) => diagnostics).find((d) => d.severity === "error");
	const why = error === void 0 ? "" : `: ${[placeOf(error), cleanLine(error.message)].filter(Boolean).join(": ")}`;
	const total = results.builds.length;
	return `${names} did not build${why}${total > 1 ? ` (${scenarios.length} of ${plural(total, "scenario")})` : ""}`;
}
const detailOf = (guests) => cleanLine(guests[0]?.ending.detail ?? "").replace(/\.$/, "");
function noVerdictPart(overview) {
	const lost = overview.of["infrastructure-error"];
	const fact = detailOf(lost) || cleanLine(overview.results.infrastructure[0] ?? "").replace(/\.$/, "");
	const names = listOf(namesOf$2(lost));
	return `No verdict${names ? ` on ${names}` : ""}, the infrastructure failed${fact ? `: ${fact}` : ""}`;
}
function notRunPart(overview) {
	const missing = overview.of["did-not-run"];
	const words = missing.filter(({ timing }) => (timing.lived ?? 0) > 0).length > 0 ? "did not run to the end" : "did not run";
	const detail = detailOf(missing);
	return `${listOf(namesOf$2(missing))} ${words}${detail ? `: ${detail}` : ""} (${share$1(overview, missing.length)})`;
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
function answerLine(overview, { sentence, failure, decision, now }) {
	const others = overview.of.failed.length - now.failures;
	const asked = failure === void 0 || others <= 0 ? "" : `. ${plural(others, "guest")} failed otherwise`;
	const builds = overview.failedBuilds.length > 0 ? `. ${buildPart(overview)}` : "";
	return `${overview.results.interrupted && decision === "undecided" ? "Stopped early. " : ""}${sentence}${asked}${builds}`;
}
function setsPart$1({ results }) {
	const missing = (results.sets ?? []).filter(({ verdict, guests }) => verdict === "did-not-run" && guests === 0);
	const [first] = missing;
	if (first === void 0) return [];
	if (missing.length > 1) return [`${missing.length} sets did not run: ${missing.map(({ id }) => id).join(", ")}`];
	return [`${first.id} did not run${first.detail === void 0 ? "" : `: ${first.detail}`}`];
}
__name(setsPart$1, "setsPart");
function headlineOf(overview) {
	const { of, results } = overview;
	if (results.answer !== void 0 && results.answer.now.runs > 0) return cutCharacters(cleanLine(answerLine(overview, results.answer)), 400);
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
	const text = [...parts, ...setsPart$1(overview)].join(". ");
	return cutCharacters(cleanLine(results.interrupted ? `Stopped early. ${text}` : text), 400);
}

// src/report/difference.ts
const stateWords = {
	new: "new",
	both: "on both sides",
	gone: "gone",
	"not-run": "not run again"
};
const share = ({ runs, failures }) => runs === 0 ? "no run" : `${failures} of ${runs}`;
function rateChange({ rates }) {
	if (rates === void 0 || !Number.isFinite(rates.change)) return "";
	const { change, changed, adjusted } = rates;
	const size = formatPercent(Math.abs(change));
	return `${size === "0 %" ? "" : change < 0 ? "−" : "+"}${size}${changed && adjusted !== void 0 ? ` (${pWords(adjusted)})` : ""}`;
}
function testSentences({ sentence, rates }) {
	return [sentence, rates?.sentence].filter((one) => one !== void 0).join(" ");
}
function sideWords(side) {
	if (side === void 0) return "";
	const rate = side.rate === void 0 ? "" : `, ${formatFigure(side.rate)}/s`;
	return `${share(side)} failed${rate}`;
}
function differenceHeadline({ from, failures, scenarios }) {
	const count = (state) => failures.filter((one) => one.state === state).length;
	const [fresh, gone, both, open] = [
		count("new"),
		count("gone"),
		count("both"),
		count("not-run")
	];
	const changed = scenarios.filter((one) => one.changed).map(({ scenario }) => scenario);
	const often = changed.length === 0 ? "no scenario fails significantly more or less often" : `${listOf(changed, 5)} ${changed.length === 1 ? "fails" : "fail"} significantly more or less often`;
	const sped = (up) => scenarios.filter(({ rates }) => rates?.changed && rates.change > 0 === up).map(({ scenario }) => scenario);
	const rates = [...sped(false).length === 0 ? [] : [`; significantly slower: ${listOf(sped(false), 5)}`], ...sped(true).length === 0 ? [] : [`; significantly faster: ${listOf(sped(true), 5)}`]].join("");
	return `Compared with ${from}: ${failures.length === 0 ? "nothing failed on either side" : `${plural(fresh, "failure")} new, ${gone} gone, ${both} on both sides${open === 0 ? "" : `, ${open} not run again`}`}; ${often}${rates}.`;
}

// src/report/html/difference.ts
function differencePart(difference) {
	if (difference === void 0) return "";
	const failures = difference.failures.slice(0, 500).map(({ state, fingerprint, title, before, after }) => [
		state === "gone" || state === "not-run" ? html(title) : `<a href="#${findingAnchor(fingerprint)}">${html(title)}</a>`,
		{ short: `<span class="badge ${state === "new" ? "failed" : state === "gone" ? "passed" : "did-not-run"}">${stateWords[state]}</span>` },
		{ figure: share(before) },
		{ figure: share(after) }
	]);
	const scenarios = difference.scenarios.slice(0, 1e3).map((one) => [
		`<span class="name">${html(one.scenario, 200)}</span>`,
		{ short: html(sideWords(one.before)) },
		{ short: html(sideWords(one.after)) },
		{ figure: html(rateChange(one)) },
		{ words: html(testSentences(one)) }
	]);
	const figure = (text) => ({ figure: text });
	return section("Before and after", `<p>${html(differenceHeadline(difference))}</p>` + (failures.length === 0 ? "" : table([
		"Failure",
		"",
		figure("Before"),
		figure("After")
	], failures)) + table([
		"Scenario",
		"Before",
		"After",
		figure("Change of rate"),
		"In words"
	], scenarios), "difference");
}

// src/report/html/findings.ts
const mostGuests = 12;
const folded = (title, text, open) => `<details${open ? " open" : ""}><summary>Text</summary><pre tabindex="0" aria-label="${html(title, 200)}">${escapeHtml(text)}</pre></details>`;
const lineOf = (guest, fingerprint) => guest.findings.find((finding) => finding.fingerprint === fingerprint)?.consoleLine ?? "end";
function article(overview, one, anchors, level, first, history) {
	const text = excerpt(one.finding.text, {
		lines: 60,
		bytes: Math.min(8e3, level.text)
	}).text;
	const past = history?.findings.find(({ fingerprint }) => fingerprint === one.fingerprint);
	const onPage = new Set(overview.guests.slice(0, level.guests));
	const guests = one.guests.slice(0, mostGuests).filter((guest) => onPage.has(guest)).map((guest) => consoleLink(anchors.get(guest) ?? "", lineOf(guest, one.fingerprint), labelOf(overview, guest)));
	const rest = one.guests.length - guests.length;
	const at = place(overview, one.finding);
	const anchor = findingAnchor(one.fingerprint);
	return `<article class="finding" id="${anchor}"><h3><a class="self" href="#${anchor}">${html(one.title)}</a></h3><p>${[
		at,
		html(whereabouts(one)),
		html(frequency(overview, one))
	].filter(Boolean).join(", ")}</p>` + (past === void 0 ? "" : `<p>${html(past.sentence)}</p>`) + `<p>Console: ${guests.join(" ")}${rest > 0 ? ` and ${plural(rest, "other")}` : ""} <button type="button" data-copy="${one.fingerprint}">Copy bug report</button></p>${text === "" ? "" : folded(one.title, text, first)}</article>`;
}
function failures(overview, level, anchors, history) {
	const groups = overview.failures.slice(0, level.groups);
	if (groups.length === 0) return "";
	const rest = overview.failures.length - groups.length;
	const more = rest > 0 ? `<p>and ${plural(rest, "other finding")}, see results.json</p>` : "";
	const articles = groups.map((one, i) => article(overview, one, anchors, level, i === 0, history));
	return section("What failed", `${articles.join("")}${more}`);
}
function embeddedReports(overview, level, history) {
	return Object.fromEntries(overview.failures.slice(0, level.groups).map((group) => [group.fingerprint, bugReport(overview, group, { history })]));
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

// src/report/html/script/address.ts
const address = String.raw`
const readAddress = () => {
  const [anchor, query = ""] = location.hash.slice(1).split(/\?(.*)/s);
  const whole = (() => { try { return decodeURIComponent(anchor); } catch { return anchor; } })();
  const [, id, line] = /^(.*?)(?::(\d+|end))?$/s.exec(whole);
  return { id, line, query: new URLSearchParams(query) };
};
const stateOf = () => {
  const state = new URLSearchParams();
  if (search.value) state.set("search", search.value);
  const hidden = boxes.filter((box) => !box.checked).map((box) => box.value);
  if (hidden.length > 0) state.set("hide", hidden.join(" "));
  if (system?.value) state.set("system", system.value);
  return state.size === 0 ? "" : "?" + state;
};
const replaceHash = (hash) => {
  if (hash === location.hash || (hash === "#" && location.hash === "")) return;
  try { history.replaceState(null, "", hash); } catch { /* Safari refuses a hundred of them in half a minute */ }
};
function replaceAnchor(anchor) { replaceHash("#" + anchor + stateOf()); }
function keepState() {
  const { id, line } = readAddress();
  replaceAnchor(line === undefined ? id : id + ":" + line);
}
// A link within the page goes to where it leads, and keeps the filter.
const follow = () => {
  const { id, line, query } = readAddress();
  if (query.size > 0 || location.hash.includes("?")) {
    search.value = query.get("search") ?? "";
    const hidden = (query.get("hide") ?? "").split(" ");
    for (const box of boxes) box.checked = !hidden.includes(box.value);
    if (system) system.value = query.get("system") ?? "";
    if (system && system.selectedIndex < 0) system.value = "";
    filter();
  } else keepState();
  const index = guests.findIndex((guest) => guest.id === id);
  if (line !== undefined && index >= 0) return openConsole(index, line === "end" ? undefined : Number(line));
  if (dialog.open) dialog.close();
  const target = id === "" ? null : byId(id);
  if (target === null) return;
  if (index >= 0) {
    target.hidden = false;
    target.open = true;
    target.querySelector("summary").focus();
  } else if (target.matches(".finding")) for (const text of target.querySelectorAll("details")) text.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", follow);
filter();
follow();
`;

// src/report/html/script/copy.ts
const copy = String.raw`
const toClipboard = async (text) => {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* an old browser, or not allowed here */ }
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  try { return document.execCommand("copy"); } catch { return false; } finally { area.remove(); }
};
// Lines that mail programs would take for something else are kept apart by a space.
const quoted = (text) => text.replace(/^(?=From |>|-- ?$|\.$)/gm, " ");
const copyText = (button) => {
  const { copy } = button.dataset;
  if (copy === "") return button.parentElement.querySelector("pre").textContent;
  const { before, after } = reports[copy];
  const shown = button.closest("article").querySelector("pre")?.textContent ?? "";
  return before + quoted(shown) + after;
};
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const label = button.textContent;
  button.textContent = (await toClipboard(copyText(button))) ? "Copied" : "Copying failed";
  setTimeout(() => { button.textContent = label; }, 2000);
});
`;

// src/report/html/script/filter.ts
const filter = String.raw`
const search = byId("search");
const system = byId("system");
const boxes = [...document.querySelectorAll("input[name=verdict]")];
const excerptsOf = (index) => consoles[index]?.excerpts ?? [];
const piecesOf = (guest, index) => {
  const excerpts = excerptsOf(index).map(({ firstLine, text }) => ({ firstLine, rows: text.split("\n") }));
  const covers = (line) => excerpts.some(({ firstLine, rows }) => line >= firstLine && line < firstLine + rows.length);
  const alone = guest.findings.filter((finding) => !covers(finding.consoleLine));
  const own = alone.map((finding) => ({ firstLine: finding.consoleLine, rows: (finding.text || finding.title).split("\n"), finding }));
  return [...excerpts, ...own].sort((a, b) => a.firstLine - b.firstLine);
};
let haystacks;
const haystackOf = (guest, index) =>
  [guest.name, guest.scenario, guest.system, guest.ending.detail]
    .concat(guest.findings.flatMap((f) => [f.kind, f.title, f.file, f.function, f.text, f.fingerprint]))
    .concat(excerptsOf(index).map(({ text }) => text))
    .filter(Boolean).join("\n").toLowerCase();
const wordsSought = () => search.value.toLowerCase().split(/\s+/).filter(Boolean);

// Lines of all consoles that are here with every word in them; the first of them are listed, all are counted.
const mostFound = 200;
const found = byId("found");
const linkTo = (anchor, text) => {
  const link = document.createElement("a");
  link.href = "#" + anchor;
  link.textContent = text;
  return link;
};
const searchConsoles = (words) => {
  found.hidden = words.length === 0;
  if (found.hidden) return;
  const items = [];
  let lines = 0;
  const on = new Set();
  guests.forEach((element, index) => {
    if (element.hidden || !words.every((word) => haystacks[index].includes(word))) return;
    for (const { firstLine, rows } of piecesOf(results.guests[index], index)) {
      rows.forEach((text, offset) => {
        const low = text.toLowerCase();
        if (!words.every((word) => low.includes(word))) return;
        lines += 1;
        on.add(index);
        if (items.length >= mostFound) return;
        const item = document.createElement("li");
        const row = document.createElement("code");
        row.textContent = text.length > 300 ? text.slice(0, 299) + "…" : text;
        item.append(linkTo(element.id + ":" + (firstLine + offset), results.guests[index].name + ":" + (firstLine + offset)), " ", row);
        items.push(item);
      });
    }
  });
  found.hidden = lines === 0;
  const several = (count, noun) => count.toLocaleString("en-US") + " " + noun + (count === 1 ? "" : "s");
  byId("found-count").textContent = several(lines, "line") + " on " + several(on.size, "console") +
    (lines > items.length ? ", the first " + items.length + " of them here" : "");
  found.querySelector("ol").replaceChildren(...items);
};
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
  searchConsoles(words);
};
const changed = () => { filter(); keepState(); };
search.addEventListener("input", changed);
for (const control of system ? [system, ...boxes] : boxes) control.addEventListener("change", changed);
`;

// src/report/html/script/keys.ts
const keys = `
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

// src/report/html/script/theme.ts
const theme = `
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
`;

// src/report/html/script/viewer.ts
const viewer$1 = `
const dialog = byId("console");
const lines = byId("lines");
const picker = byId("picker");
let opened;
let hits = [];
let current = 0;
const add = (className, number, text) => {
  const row = document.createElement("div");
  row.className = className;
  const label = document.createElement(number === undefined ? "i" : "a");
  if (number !== undefined) {
    label.textContent = number;
    label.href = "#" + guests[opened].id + ":" + number;
    row.dataset.line = number;
  }
  row.append(label, text);
  lines.append(row);
  return row;
};
const gap = (count) => { if (count > 0) add("gap", undefined, "… " + count.toLocaleString("en-US") + " lines not in this report …"); };
const mark = (rows) => {
  for (const row of lines.querySelectorAll(".current")) row.classList.remove("current");
  for (const row of rows) row.classList.add("current");
  rows[0]?.scrollIntoView({ block: "center" });
};
// The next or previous finding; the address follows.
const show = (at) => {
  if (hits.length === 0) return;
  current = Math.max(0, Math.min(hits.length - 1, at));
  mark(hits[current].rows);
  picker.selectedIndex = current;
  replaceAnchor(guests[opened].id + ":" + hits[current].finding.consoleLine);
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
  const rows = [...lines.children].filter((row) => !row.classList.contains("gap"));
  const has = (row) => (word) => row.lastChild.data.toLowerCase().includes(word);
  const whole = rows.filter((row) => words.every(has(row)));
  // Words that no line has together were sought in the guest.
  const found = whole.length > 0 ? whole : rows.filter((row) => words.some(has(row)));
  for (const row of found) row.classList.add("found");
  return found[0];
};
const fill = (index) => {
  const guest = results.guests[index];
  opened = index;
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
  picker.replaceChildren(...hits.map(({ finding }) => new Option("line " + finding.consoleLine + ": " + finding.title)));
  for (const control of [picker.parentElement, byId("previous"), byId("next")]) control.hidden = hits.length === 0;
};
const openConsole = (index, line) => {
  fill(index);
  const found = markFound();
  if (!dialog.open) dialog.showModal();
  lines.focus();
  const at = hits.findIndex(({ finding }) => finding.consoleLine === line);
  if (at >= 0) {
    current = at;
    picker.selectedIndex = at;
    mark(hits[at].rows);
  } else if (line !== undefined) {
    const row = lines.querySelector('[data-line="' + line + '"]');
    if (row) mark([row]);
    else extent.append("; line " + line + " is not among them");
  } else if (found) found.scrollIntoView({ block: "center" });
  // Without a line to show: what is searched for, or how the console ends.
  else lines.scrollTop = lines.scrollHeight;
};
picker.addEventListener("change", () => show(picker.selectedIndex));
byId("next").addEventListener("click", () => show(current + 1));
byId("previous").addEventListener("click", () => show(current - 1));
byId("close").addEventListener("click", () => dialog.close());
// The address falls back to the guest, unless it led away from the console itself.
dialog.addEventListener("close", () => {
  if (readAddress().line !== undefined) replaceAnchor(guests[opened].id);
});
`;

// src/report/html/script.ts
const start = `
"use strict";
const byId = (id) => document.getElementById(id);
const read = (id) => JSON.parse(byId(id).textContent);
const results = read("results");
const consoles = read("consoles");
const reports = read("reports");
const guests = [...document.querySelectorAll(".guest")];
const chips = new Map([...document.querySelectorAll(".chips a")].map((chip) => [chip.getAttribute("href").slice(1), chip]));
`;
const script = [
	start,
	theme,
	filter,
	viewer$1,
	copy,
	keys,
	address
].join("");

// src/report/html/sequence.ts
const width$1 = 640;
const height$1 = 230;
const margin$1 = {
	left: 8,
	right: 8,
	top: 24,
	bottom: 24
};
const headroom = 30;
function marksOf({ threshold, before, unit }) {
	const exposure = before && (unit === "runs" ? before.runs : before.hours);
	const then = before && exposure ? before.failures / exposure : 0;
	return [...threshold === void 0 ? [] : [{
		rate: threshold,
		name: `asked: ${rateWords$1(unit, threshold)}`
	}], ...then > 0 ? [{
		rate: then,
		name: `before: ${rateWords$1(unit, then)}`
	}] : []];
}
function picture(answer, points, last) {
	const { unit, confidence } = answer;
	const marks = marksOf(answer);
	const seen = [
		...marks.map(({ rate }) => rate),
		...last.low > 0 ? [last.low] : [],
		last.high ?? 0
	].filter((rate) => rate > 0);
	const ends = [...points.flatMap(({ high = 0 }) => high > 0 ? [high] : []), ...seen];
	const top = Math.min(Math.max(...ends), headroom * Math.max(...seen));
	const bottom = Math.min(...seen) / 4;
	const x = (exposure) => (margin$1.left + exposure / last.exposure * (width$1 - margin$1.left - margin$1.right)).toFixed(1);
	const y = (rate) => {
		const share = Math.log(Math.min(top, Math.max(bottom, rate)) / bottom) / Math.log(top / bottom);
		return (height$1 - margin$1.bottom - share * (height$1 - margin$1.top - margin$1.bottom)).toFixed(1);
	};
	const high = points.map((point) => `${x(point.exposure)},${y(point.high ?? top)}`);
	const low = points.map((point) => `${x(point.exposure)},${y(point.low)}`);
	const failures = points.filter((point, at) => point.failures > (points[at - 1]?.failures ?? 0));
	const spent = unit === "runs" ? `${amount(last.exposure)} runs` : hours(last.exposure);
	const words = `Bounds of the failure rate over ${spent}, each at ${confidencePercent(confidence)} at every moment`;
	return `<svg class="curve sequence" role="img" viewBox="0 0 ${width$1} ${height$1}" aria-label="${html(words)}"><line class="axis" x1="${margin$1.left}" x2="${width$1 - margin$1.right}" y1="${height$1 - margin$1.bottom}" y2="${height$1 - margin$1.bottom}"/><polygon class="band" points="${[...high, ...low.toReversed()].join(" ")}"/><polyline class="line" points="${high.join(" ")}"/><polyline class="line" points="${low.join(" ")}"/>` + failures.map(({ exposure, failures: count }) => {
		const at = x(exposure);
		return `<line class="mark" x1="${at}" x2="${at}" y1="${height$1 - margin$1.bottom - 8}" y2="${height$1 - margin$1.bottom}"><title>${html(`failure ${count}`)}</title></line>`;
	}).join("") + marks.map(({ rate, name }) => {
		const at = Number(y(rate));
		return `<line class="level" x1="${margin$1.left}" x2="${width$1 - margin$1.right}" y1="${at}" y2="${at}"/><text x="${margin$1.left}" y="${at + 13}">${html(name)}</text>`;
	}).join("") + `<text x="${margin$1.left}" y="14">${html(`fails often: ${rateWords$1(unit, top)}`)}</text><text x="${margin$1.left}" y="223">0</text><text x="${width$1 - margin$1.right}" y="223" text-anchor="end">${html(spent)}</text></svg>`;
}
function answerPart({ results: { answer } }) {
	const last = answer?.sequence.at(-1);
	if (answer === void 0 || last === void 0) return "";
	const { sequence, confidence, before, question } = answer;
	const from = before === void 0 ? "" : ` Compared with ${html(before.from, 300)}.`;
	const drawn = sequence.length > 1 ? sequence : [{
		...last,
		exposure: 0
	}, last];
	return `<section aria-labelledby="answer"><h2 id="answer">How the answer came about</h2><p>Asked: <code>until: ${html(question)}</code>. The band holds the failure rate; each of its bounds holds at ${html(confidencePercent(confidence))} at every moment, however often one looks.${from}</p>${picture(answer, drawn, last)}</section>`;
}

// src/report/html/trends.ts
const width = 360;
const height = 96;
const margin = {
	left: 10,
	right: 10,
	top: 24,
	bottom: 30
};
const failedAt = 76;
function words({ run, date, commit, rate, samples, failures }, isPresent) {
	const which = isPresent ? "this run" : `run ${run}`;
	const kernel = commit === void 0 ? "" : `, commit ${commit.slice(0, 12)}`;
	const speed = rate === void 0 ? "" : ` ${formatFigure(rate)} per second;`;
	return `${which}, ${date.slice(0, 10)}${kernel}:${speed} ${failures} of ${samples} failed`;
}
function chart({ scenario, runs }) {
	const rates = runs.flatMap(({ rate }) => rate ?? []);
	const top = Math.max(...rates, 1e-9);
	const step = (width - margin.left - margin.right) / Math.max(1, runs.length - 1);
	const x = (index) => (margin.left + index * step).toFixed(1);
	const y = (rate) => (height - margin.bottom - rate / top * (height - margin.top - margin.bottom)).toFixed(1);
	const line = runs.flatMap(({ rate }, index) => rate === void 0 ? [] : [`${x(index)},${y(rate)}`]).join(" ");
	const last = runs.length - 1;
	const points = runs.map((run, index) => {
		const title = `<title>${html(words(run, index === last), 300)}</title>`;
		const dot = run.rate === void 0 ? "" : `<circle cx="${x(index)}" cy="${y(run.rate)}" r="3">${title}</circle>`;
		const bar = (2 + run.failures / run.samples * 12).toFixed(1);
		return dot + (run.failures === 0 ? "" : `<rect class="bad" x="${(margin.left + index * step - 3).toFixed(1)}" y="${failedAt}" width="6" height="${bar}">${title}</rect>`);
	});
	const now = runs[last]?.rate;
	const here = `<line class="here" x1="${x(last)}" x2="${x(last)}" y1="${margin.top - 4}" y2="94"/>` + (now === void 0 ? "" : `<circle class="now" cx="${x(last)}" cy="${y(now)}" r="6"/>`);
	const failures = runs.filter((run) => run.failures > 0).length;
	const label = `${scenario} over ${plural(runs.length, "run")}: failures in ${failures} of them`;
	const scale = rates.length === 0 ? "" : `${formatFigure(top)}/s`;
	return `<svg class="trend" role="img" viewBox="0 0 ${width} ${height}" aria-label="${html(label, 300)}"><line class="axis" x1="${margin.left}" x2="${width - margin.right}" y1="${height - margin.bottom}" y2="${height - margin.bottom}"/><polyline class="line" points="${line}"/>${here}${points.join("")}<text x="${margin.left}" y="12">${escapeHtml(scale)}</text><text x="${width - margin.right}" y="12" text-anchor="end">this run</text></svg>`;
}
function trendsPart(overview, history) {
	const { trends = [], series = [] } = history ?? {};
	const warned = new Set(trends.flatMap(({ scenario, warning }) => warning ? [scenario] : []));
	const items = [.../* @__PURE__ */ new Set([
		...warned,
		...series.map((one) => one.scenario),
		...trends.map((one) => one.scenario)
	])].slice(0, 500).map((scenario) => {
		const own = series.filter((one) => one.scenario === scenario && one.runs.length > 1);
		const said = trends.filter((one) => one.scenario === scenario);
		return `<li><span class="name">${warned.has(scenario) ? "⚠️ " : ""}${html(scenario, 200)}</span>` + own.map(chart).join("") + `${said.map(({ sentence }) => `<p>${html(sentence)}</p>`).join("")}</li>`;
	});
	const how = `Line: ${workNoun(overview.results.suite)} per second where comparable. Red: share of guests that failed. Circle: this run.`;
	return items.length === 0 ? "" : section("Trend over the runs of this branch", `<p class="keys">${html(how)}</p><ul class="trends">${items.join("")}</ul>`);
}

// src/report/sets.ts
const statusOf = {
	passed: 0,
	failed: 3,
	"build-failed": 2
};
const hasStatus = (set) => set.verdict in statusOf;
function setLines({ sets = [], rundir }) {
	if (sets.length === 0) return [];
	const line = (set) => `${set.id}(${hasStatus(set) ? statusOf[set.verdict] : "-"}) ${rundir}/${set.id}`;
	const reason = ({ detail }) => detail === void 0 ? "" : `: ${cleanLine(detail)}`;
	const passed = sets.filter(({ verdict }) => verdict === "passed");
	const failed = sets.filter(({ verdict }) => verdict === "failed" || verdict === "build-failed");
	const others = sets.filter((set) => !hasStatus(set));
	return [
		"SUCCESSES:",
		...passed.map(line),
		"FAILURES:",
		...failed.map((set) => `${line(set)}${reason(set)}`),
		...others.length === 0 ? [] : ["DID NOT RUN:", ...others.map((set) => `${set.id}${reason(set)}`)],
		`Summary: Successes: ${passed.length} Failures: ${failed.length}.` + (others.length === 0 ? "" : ` Did not run: ${others.length}.`)
	];
}
function inOrder({ sets = [] }) {
	const { bad = [], passed = [] } = Object.groupBy(sets, ({ verdict }) => verdict === "passed" ? "passed" : "bad");
	return [...bad, ...passed];
}
function setsSection({ sets = [], rundir }, most) {
	if (sets.length === 0) return [];
	const ordered = inOrder({ sets });
	const rows = ordered.slice(0, most).map(({ id, suite, verdict, guests, kernels, detail = "" }) => [
		`${verdictWords[verdict].icon}\u00a0${verdictWords[verdict].word}`,
		code(id),
		escapeMarkdown(suite),
		guests === 0 ? plural(kernels, "kernel") : plural(guests, "guest"),
		escapeMarkdown(cutCharacters(cleanLine(detail), 300))
	]);
	const rest = ordered.length - rows.length;
	return [
		"### Sets of torture.sh",
		table$1([[
			"Verdict",
			"Set",
			"Suite",
			"Of",
			"Why"
		], ...rows], "lllll"),
		...rest > 0 ? [`and ${plural(rest, "other set")}.`] : [],
		...most >= sets.length ? [details("As torture.sh says it", fence(setLines({
			sets,
			rundir
		}).join("\n")))] : []
	];
}
function setsPart(results) {
	const lines = setLines(results);
	if (lines.length === 0) return "";
	const rows = inOrder(results).map(({ id, suite, verdict, guests, kernels, detail = "" }) => [
		{ short: badge(verdict) },
		`<span class="name">${html(id, 200)}</span>`,
		{ short: html(suite, 50) },
		{ short: guests === 0 ? plural(kernels, "kernel") : plural(guests, "guest") },
		{ words: html(detail, 300) }
	]);
	const scripts = escapeHtml(lines.map((line) => cutCharacters(line, 1e3)).join("\n"));
	return section("Sets of torture.sh", table([
		{ short: "Verdict" },
		"Set",
		{ short: "Suite" },
		{ short: "Of" },
		"Why"
	], rows) + `<details><summary>As torture.sh says it</summary><pre>${scripts}</pre></details>`, "sets");
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
function page$1(overview, level, cut, options) {
	const { history, statistics, consoles = () => void 0, limit = usualLimit$1 } = options;
	const headline = html(headlineOf(overview));
	const anchors = guestAnchors(overview);
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
		answerPart(overview),
		setsPart(overview.results),
		differencePart(options.difference),
		failures(overview, level, anchors, history),
		grid(overview, level, anchors, statistics),
		guestList(overview, level, excerpts, anchors),
		statisticsPart(statistics),
		trendsPart(overview, history),
		buildsPart(overview),
		scriptsPart(overview),
		surroundings(overview),
		`</main>`,
		viewer,
		`<script type="application/json" id="results">${jsonForScript(embeddedResults(overview, level))}<\/script>`,
		`<script type="application/json" id="consoles">${jsonForScript(excerpts)}<\/script>`,
		`<script type="application/json" id="reports">${jsonForScript(embeddedReports(overview, level, history))}<\/script>`,
		`<script>${script}<\/script></body></html>\n`
	].join("\n");
}
__name(page$1, "page");
function renderHtml(results, options = {}) {
	const { limit = usualLimit$1 } = options;
	const overview = overviewOf(results);
	for (const [index, level] of htmlLevels.entries()) {
		const last = index === htmlLevels.length - 1;
		if (!last && estimate(overview.guests, level) > 2 * limit) continue;
		const text = page$1(overview, level, index > 0, options);
		if (last || byteLength(text) <= limit) return text;
	}
	throw new RangeError("there are no levels");
}

// src/report/xml.ts
const builder = new Builder({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: "",
	suppressEmptyNode: true,
	suppressBooleanAttributes: false,
	format: true,
	indentBy: "  "
});
function element(name, attributes = {}, children = []) {
	const content = children.map((child) => typeof child === "string" ? { "#text": child } : child);
	return {
		[name]: content,
		":@": attributes
	};
}
function renderXml(root) {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build([root]).trim()}\n`;
}

// src/report/junit.ts
const mostTextBytes = 2e7;
const seconds = (value) => value.toFixed(3);
function problem(kind, type, message, body) {
	return element(kind, {
		message: cutCharacters(cleanLine(message), 1e3),
		type
	}, [cleanText(body)]);
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
function guestProblem(overview, guest, bytes) {
	const reason = reasonOf(overview, guest);
	switch (guest.verdict) {
		case "failed": {
			const failures = failuresOf$1(overview, guest);
			return [problem("failure", failures[0]?.kind ?? guest.ending.cause, reason, failureBody(guest, failures, bytes))];
		}
		case "build-failed": {
			const build = overview.results.builds.find(({ scenario }) => scenario === guest.scenario);
			return [problem("error", "build-failed", reason, build === void 0 ? reason : buildBody(build))];
		}
		case "infrastructure-error": return [problem("error", "infrastructure-error", reason, guest.ending.detail)];
		case "did-not-run": return [element("skipped", { message: cutCharacters(reason, 1e3) })];
		case "passed": return [];
	}
}
function guestCase(overview, guest, bytes, tail) {
	const end = tail?.(guest);
	const shown = end === void 0 ? "" : `\n\n${cleanText(end)}`;
	const facts = guestFacts(guest, overview.results.suite);
	return element("testcase", {
		classname: cleanLine(`rcutorture.${overview.results.suite}.${guest.scenario}`),
		name: cleanLine(labelOf(overview, guest)),
		time: seconds(guest.timing.lived ?? 0)
	}, [...guestProblem(overview, guest, bytes), element("system-out", {}, [`${facts}${cutCharacters(shown, bytes)}`])]);
}
function buildBody({ diagnostics }) {
	return diagnostics.filter(({ severity }) => severity === "error").slice(0, 100).map((diagnostic) => [placeOf(diagnostic), cleanLine(diagnostic.message)].filter(Boolean).join(": ")).join("\n");
}
function buildCase(results, build) {
	const first = build.diagnostics.find(({ severity }) => severity === "error");
	const failed = () => problem("error", "build-failed", first?.message ?? "The build failed", buildBody(build));
	return element("testcase", {
		classname: cleanLine(`rcutorture.${results.suite}.${build.scenario}`),
		name: cleanLine(`${build.scenario} (build)`),
		time: seconds(build.seconds ?? 0)
	}, build.status === "failed" ? [failed()] : build.status === "skipped" ? [element("skipped")] : []);
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
	const [system, ...others] = results.systems;
	const properties = [
		["kernel", kernelName(results.kernel)],
		["rundir", results.rundir],
		["headline", headlineOf(overview)],
		["reproduce", results.reproduce ?? results.reproduction?.laptop ?? ""]
	];
	const bytes = Math.min(64e3, Math.floor(mostTextBytes / Math.max(1, guests.length)));
	const suite = element("testsuite", {
		name: cleanLine(`rcutorture.${results.suite}`),
		...totals,
		skipped: String(skipped),
		timestamp: results.createdAt.replace(/(\.\d+)?Z$/, ""),
		...system !== void 0 && others.length === 0 ? { hostname: cleanLine(system.hostname ?? system.name) } : {}
	}, [
		element("properties", {}, properties.filter(([, value]) => value !== "").map(([name, value]) => element("property", {
			name,
			value: cleanLine(value)
		}))),
		...guests.map((guest) => guestCase(overview, guest, bytes, options.consoleTail)),
		...builds.map((build) => buildCase(results, build)),
		...results.infrastructure.length > 0 ? [element("system-err", {}, [cleanText(results.infrastructure.slice(0, 100).join("\n"))])] : []
	]);
	return renderXml(element("testsuites", {
		name: "rcutorture",
		...totals
	}, [suite]));
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
function guestLines$1(overview, guest, number, name) {
	const facts = guest.verdict === "passed" ? [] : guestFacts(guest, overview.results.suite).split("\n");
	const findings = guest.findings.filter(({ severity }) => severity === "error").slice(0, 20).map((finding) => [data(finding.title), placeOf(finding)].filter(Boolean).join(" at "));
	return [...[...facts, ...findings].map((line) => `# ${name}: ${data(line)}`), guestLine(overview, guest, number, name)];
}
__name(guestLines$1, "guestLines");
function scenarioLines(overview, scenario, guests, number) {
	const [worst] = guests;
	if (worst === void 0) return [];
	if (guests.length === 1) return guestLines$1(overview, worst, number, description(worst.name));
	const inOrder = guests.toSorted((a, b) => a.repetition - b.repetition || a.attempt - b.attempt || a.sample - b.sample);
	const failed = guests.filter(({ verdict }) => verdict !== "passed");
	const skipped = failed.length === guests.length && failed.every(({ verdict }) => verdict === "did-not-run");
	return [...indented([
		"KTAP version 1",
		`1..${guests.length}`,
		...inOrder.flatMap((guest, index) => guestLines$1(overview, guest, index + 1, description(labelOf(overview, guest))))
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
const wrap = (text, hang = 0, first = 0) => wrapWords(text, columns, hang, first).join("\n");
function findingText(overview, group, index, history) {
	const labels = group.guests.slice(0, 9).map((guest) => labelOf(overview, guest));
	const rest = group.guests.length - labels.length;
	const names = rest > 0 ? `${labels.join(", ")} and ${plural(rest, "other")}` : listOf(labels, 9);
	const place = placeOf(group.finding);
	const past = history?.findings.find(({ fingerprint }) => fingerprint === group.fingerprint);
	const text = trace(group);
	return [
		wrap(`${index + 1}. ${cutCharacters(group.title, 300)}${place ? ` at ${place}` : ""}`, 3),
		wrap(`${frequency(overview, group)}${group.guests.length > 1 ? `: ${names}` : ""}`, 3, 3),
		wrap(whereabouts(group), 3, 3),
		...past === void 0 ? [] : [wrap(past.sentence, 3, 3)],
		...text === "" ? [] : ["", text]
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
	const what = of.failed.length > 0 && worst !== void 0 ? `${listOf(namesOf$2(of.failed), 2)}: ${worst.title}` : headlineOf(overview);
	const kernel = cleanLine(results.kernel.describe ?? results.kernel.commit?.slice(0, 12) ?? "");
	return `[rcutorture] ${cutCharacters(what, 120)}${kernel ? ` on ${cutCharacters(kernel, 60)}` : ""}`;
}
function renderMail(results, options = {}) {
	const overview = overviewOf(results);
	const scenarios = [...new Set(overview.guests.map(({ scenario }) => scenario))];
	const systems = results.systems.slice(0, 20).map((system) => {
		const cpus = system.cpus === void 0 ? "" : `, ${plural(system.cpus, "CPU")}`;
		const accelerator = system.accelerator === void 0 ? "" : `, ${system.accelerator}`;
		return cleanLine(`${system.name}${cpus}${accelerator}${system.qemu === void 0 ? "" : `, ${system.qemu}`}`);
	});
	const facts = [
		...kernelFacts(results, overview.guests),
		["suite", cleanLine(results.suite)],
		["config", configFact(results.suite, scenarios)],
		...systems.map((system, index) => [index === 0 ? "systems" : "", system]),
		["date", results.createdAt.slice(0, 10)]
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
		factLines(facts).join("\n"),
		...groups.map((group, index) => findingText(overview, group, index, options.history)),
		...more > 0 ? [`and ${plural(more, "other finding")}`] : [],
		...overview.failedBuilds.length > 0 ? [buildsText(overview)] : [],
		...overview.guests.length > 0 ? [guestsText(overview)] : [],
		...titled("No verdict:", missing),
		...titled("Infrastructure, not the kernel's doing:", results.infrastructure.slice(0, 20).map((fact) => wrap(fact, 2))),
		...titled("Statistics:", statistics),
		...closing(results, options.link, groups.length + overview.failedBuilds.length > 0),
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

// src/report/summary/difference.ts
function differenceSection(difference, level) {
	if (difference === void 0) return [];
	const told = difference.failures.filter(({ state }) => state !== "both");
	const items = told.slice(0, level.items).map(({ state, title, before, after }) => `- **${stateWords[state]}**: ${escapeMarkdown(cutCharacters(title, 300))} (before ${share(before)}, after ${share(after)})`);
	if (told.length > items.length) items.push(`- and ${formatCount(told.length - items.length)} more`);
	const rows = difference.scenarios.slice(0, level.rows).map((one) => [
		escapeMarkdown(one.scenario),
		escapeMarkdown(sideWords(one.before)),
		escapeMarkdown(sideWords(one.after)),
		escapeMarkdown(rateChange(one)),
		escapeMarkdown(testSentences(one))
	]);
	return [
		"### Before and after",
		escapeMarkdown(cutCharacters(differenceHeadline(difference), 1e3)),
		...items.length === 0 ? [] : [items.join("\n")],
		...rows.length === 0 ? [] : [details("Scenarios side by side", table$1([[
			"Scenario",
			"Before",
			"After",
			"Change of rate",
			"In words"
		], ...rows], "lllrl"))]
	];
}

// src/report/summary/failures.ts
function seenOn(overview, group, level) {
	const labels = group.guests.slice(0, level.names + 1).map((guest) => labelOf(overview, guest));
	const rest = group.guests.length - labels.length;
	const names = rest > 0 ? `${labels.join(", ")} and ${formatCount(rest)} more` : listOf(labels, level.names);
	return group.count > group.guests.length ? `${names}, ${plural(group.count, "time")}` : names;
}
function entry(overview, group, level, { history, links }) {
	const { file, line } = group.finding;
	const place = placeOf(group.finding);
	const target = file === void 0 ? void 0 : sourceLink(overview.results.kernel, file, line);
	const past = history?.findings.find(({ fingerprint }) => fingerprint === group.fingerprint);
	return [
		`- **${link$1(escapeMarkdown(cutCharacters(group.title, 300)), findingLink(links, group.fingerprint))}**`,
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
function failuresSection(overview, level, beside = {}) {
	const { failures } = overview;
	const silent = overview.of.failed.filter(({ findings }) => !findings.some((f) => f.severity === "error"));
	if (failures.length === 0 && silent.length === 0) return [];
	const groups = failures.slice(0, level.groups);
	const list = groups.map((group) => entry(overview, group, level, beside));
	if (failures.length > groups.length) list.push(`- and ${plural(failures.length - groups.length, "other finding")}, see results.json`);
	for (const guest of silent.slice(0, level.items)) list.push(`- **${escapeMarkdown(labelOf(overview, guest))}**: ${escapeMarkdown(cutCharacters(guest.ending.detail, 300))}`);
	return ["### What failed", list.join("\n")];
}
function consolesSection(overview, level) {
	return overview.failures.slice(0, level.groups).filter(({ finding }) => finding.text.trim() !== "").slice(0, level.texts).map((group, index) => textBlock(overview, group, level, index === 0));
}
function noticesSection(overview, level, beside = {}) {
	const groups = overview.notices.slice(0, level.items);
	if (groups.length === 0) return [];
	const list = groups.map((group) => entry(overview, group, level, beside)).join("\n");
	return [details(`Noticed, not failures (${formatCount(overview.notices.length)})`, list)];
}

// src/report/summary/guests.ts
const mostPassed$1 = 10;
const unbroken = (text) => text.replaceAll(" ", "\xA0");
function row(overview, guest, withSystem, links) {
	const { icon, word } = verdictWords[guest.verdict];
	const { amount, rate } = workOf(guest);
	return [
		unbroken(`${icon} ${word}`),
		link$1(escapeMarkdown(labelOf(overview, guest)), guestLink(links, guest.name)),
		unbroken(livedText(guest)),
		amount,
		rate,
		escapeMarkdown(cutCharacters(reasonOf(overview, guest), 120)),
		...withSystem ? [escapeMarkdown(guest.system ?? "")] : []
	];
}
function tableOf(overview, guests, links) {
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
	const rows = guests.map((guest) => row(overview, guest, withSystem, links));
	return table$1([header, ...rows], `llrrrl${withSystem ? "l" : ""}`);
}
function sideBySide(overview, level) {
	const columns = overview.columns.slice(-level.columns);
	const names = namesOf$2(overview.guests).slice(0, level.rows);
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
function guestsSection(overview, level, links) {
	const { guests } = overview;
	if (guests.length === 0) return [];
	const bad = guests.filter(({ verdict }) => verdict !== "passed").slice(0, level.rows);
	const shownPassed = [...overview.of.passed].sort((a, b) => naturally(a.name, b.name)).slice(0, Math.min(level.passedRows, level.rows - bad.length));
	const shown = [...bad, ...shownPassed];
	const sections = [];
	if (overview.columns.length > 1 && level.columns > 0) {
		const fits = overview.columns.length <= level.columns;
		sections.push("### Runs side by side", fits ? sideBySide(overview, level) : tally(overview, level));
		if (shown.length > 0) sections.push(details(`All runs (${shown.length})`, tableOf(overview, shown, links)));
	} else if (shown.length > 0) {
		const folds = shownPassed.length > mostPassed$1;
		sections.push("### Guests");
		if (!folds || bad.length > 0) sections.push(tableOf(overview, folds ? bad : shown, links));
		if (folds) sections.push(details(`${plural(shownPassed.length, "guest")} passed`, tableOf(overview, shownPassed, links)));
	}
	const hidden = guests.length - shown.length;
	if (hidden > 0) {
		const counts = Object.entries(overview.of).filter(([, all]) => all.length > 0).map(([verdict, all]) => `${all.length} ${verdictWords[verdict].phrase}`);
		sections.push(`${shown.length > 0 ? `${plural(hidden, "guest")} not shown. ` : ""}In all: ${listOf(counts, 5)}.`);
	}
	return sections;
}

// src/report/summary/level.ts
const levels$1 = [
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
	const status = `kvm-recheck.sh would end with ${scriptsStatus$1(overview.results)}`;
	const other = disagreements(overview.guests);
	if (other.length === 0) return [`${status}.`];
	const items = other.slice(0, level.items + 1).map(({ guest, name, reason, complaint }) => {
		const says = guest.scripts?.failed ? "fails it" : "passes it";
		return `**${escapeMarkdown(labelOf(overview, guest))}**: kvm-recheck.sh ${says}${complaint ? ` (${code(complaint)})` : ""}. ${reason} (${code(name)})`;
	});
	return [details(`The tree's own scripts judge ${plural(other.length, "guest")} differently (${status})`, bullets(items, level.items))];
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
	const { rerunOf } = overview.results;
	const ways = waysToReproduce(overview.results);
	if (ways.length === 0) return [];
	return [`### Run it again\n\n${rerunOf === void 0 ? "" : `This was a re-run of ${code(cutCharacters(rerunOf, 300))}.\n\n`}${ways.map(({ title, text, language }) => {
		const block = fence(cutBytes(text, 4e3), language);
		return ways.length === 1 && language === "sh" ? block : `${title}:\n\n${block}`;
	}).join("\n\n")}`];
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
function linksLine(links = {}) {
	const targets = [...links.page ? [link$1("Report with consoles", links.page)] : [], ...links.files ? [link$1("Consoles and files", links.files)] : []];
	if (targets.length === 0) return [];
	const leftOut = links.leftOut === void 0 ? "" : ` (${escapeMarkdown(links.leftOut)})`;
	return [`${targets.join(" · ")}${leftOut}`];
}
function render(overview, level, shortened, options) {
	const { history, statistics } = options;
	const { icon } = verdictWords[overview.results.verdict];
	return `${[
		`## ${icon} ${escapeMarkdown(headlineOf(overview))}`,
		factsLine(overview),
		...linksLine(options.links),
		...options.decision === void 0 ? [] : [`**${escapeMarkdown(options.decision)}**`],
		...shortened ? ["_Shortened to what GitHub shows; results.json and report.html have everything._"] : [],
		...firstBadSection(statistics, level),
		...differenceSection(options.difference, level),
		...setsSection(overview.results, level.rows),
		...failuresSection(overview, level, options),
		...buildsSection(overview, level),
		...missingSection(overview, level),
		...guestsSection(overview, level, options.links),
		...consolesSection(overview, level),
		...statisticsSection(statistics, level),
		...trendsSection(history, level),
		...reproduceSection(overview),
		...noticesSection(overview, level, options),
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
	for (const [index, level] of levels$1.entries()) {
		const text = render(overview, level, index > 0, options);
		if (byteLength(text) <= limit) return text;
	}
	const plain = headlineOf(overview).replace(/[^\p{L}\p{N},;(]+/gu, " ").trim();
	return cutBytes(`${plain}\n`, limit);
}

// src/report/terminal/difference.ts
const mostFailures = 20;
const mostScenarios = 60;
function differenceLines(difference, width) {
	if (difference === void 0) return [];
	const failures = difference.failures.slice(0, mostFailures).flatMap(({ state, title, before, after }) => wrapWords(`${stateWords[state]}: ${title} (before ${share(before)}, after ${share(after)})`, width, 4, 2));
	const all = [[
		"SCENARIO",
		"BEFORE",
		"AFTER",
		"CHANGE OF RATE"
	], ...difference.scenarios.slice(0, mostScenarios).map((one) => [
		cleanLine(one.scenario),
		sideWords(one.before),
		sideWords(one.after),
		rateChange(one)
	])];
	const widths = [
		0,
		1,
		2,
		3
	].map((at) => Math.max(...all.map((row) => stringWidth(row[at] ?? ""))));
	const said = difference.scenarios.slice(0, mostScenarios).flatMap((one) => {
		const words = one.rates?.changed ? testSentences(one) : one.sentence ?? "";
		return words === "" ? [] : wrapWords(`${one.scenario}: ${words}`, width, 4, 2);
	});
	return [
		...wrapWords(differenceHeadline(difference), width, 4, 2),
		...failures,
		...all.map((row) => `  ${row.map((cell, at) => (at === 3 ? padLeft : pad)(cell, widths[at] ?? 0)).join("  ")}`.trimEnd()),
		...said
	];
}

// src/report/terminal/guests.ts
const verdictColours = {
	failed: "red",
	"build-failed": "red",
	"did-not-run": "yellow",
	"infrastructure-error": "yellow",
	passed: "green"
};
const mostRows = 200;
const mostPassed = 10;
const leastWhy = 24;
function tableLines(overview, guests, look) {
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
	const before = widths.reduce((sum, columns) => sum + columns + 2, 0);
	const left = look.width - before;
	return [look.style("dim", [...align(header), left >= leastWhy ? "WHY" : ""].join("  ").trimEnd()), ...rows.flatMap(({ verdict, cells, reason }) => {
		const [first = "", ...rest] = align(cells);
		const [why = "", ...more] = left >= leastWhy ? wrapWords(reason, left) : [];
		return [[
			look.style(verdictColours[verdict], first),
			...rest,
			why
		].join("  ").trimEnd(), ...more.map((line) => " ".repeat(before) + line)];
	})];
}
const rateUnit = (suite) => `${workNoun(suite).replace("grace periods", "GPs")}/s`;
function foldedLines({ results, of }, look) {
	const scenarios = [...Map.groupBy(of.passed, scenarioOf)].map(([scenario, guests]) => ({
		scenario: cleanLine(scenario),
		guests
	})).sort((a, b) => naturally(a.scenario, b.scenario));
	const widest = Math.max(...scenarios.map(({ scenario }) => stringWidth(scenario)));
	const digits = Math.max(...scenarios.map(({ guests }) => String(guests.length).length));
	const lines = scenarios.slice(0, mostRows).map(({ scenario, guests }) => {
		const rates = guests.flatMap(({ counters }) => counters.rate ?? []);
		const unit = rateUnit(guests[0]?.suite ?? results.suite);
		const passed = look.style("green", "passed");
		const times = padLeft(String(guests.length), digits);
		return `${pad(scenario, widest)}  ${times} × ${passed}${rates.length === 0 ? "" : `, ${formatFigure(median(rates))} ${unit}`}`;
	});
	const rest = scenarios.length - lines.length;
	return rest > 0 ? [...lines, `and ${plural(rest, "other scenario")}, all passed`] : lines;
}
function guestLines(overview, look) {
	const bad = overview.guests.filter(({ verdict }) => verdict !== "passed");
	const passed = [...overview.of.passed].sort((a, b) => naturally(a.name, b.name));
	const folds = passed.length > mostPassed;
	const rows = [...bad, ...folds ? [] : passed];
	const shown = rows.slice(0, mostRows);
	const hidden = rows.length - shown.length;
	return {
		bad: [...shown.length === 0 ? [] : tableLines(overview, shown, look), ...hidden > 0 ? [`and ${plural(hidden, "other guest")}`] : []],
		passed: folds ? foldedLines(overview, look) : []
	};
}

// src/report/terminal.ts
const logWidth = 120;
function failureLines(overview, { width, style }) {
	const lines = [];
	for (const [index, group] of overview.failures.slice(0, 10).entries()) {
		const place = placeOf(group.finding);
		const names = listOf(group.guests.slice(0, 50).map((guest) => labelOf(overview, guest)), 5);
		lines.push(...wrapWords(group.title, width, 4, 2).map((line) => style("bold", line)));
		if (place) lines.push(`      at ${place}`);
		lines.push(...wrapWords(`on ${names}, ${whereabouts(group)}`, width, 9, 6));
		if (index === 0) {
			const { text } = excerpt(group.finding.text, {
				lines: 12,
				bytes: 4e3,
				width: Math.max(20, Math.min(width, logWidth) - 8)
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
			...errors.slice(0, 5).flatMap((error) => wrapWords([placeOf(error), cleanLine(error.message)].filter(Boolean).join(": "), width, 9, 6)),
			...errors.length > 5 ? [`      and ${plural(errors.length - 5, "other error")}`] : []
		];
	});
}
function missingLines({ of }, { width }) {
	const missing = [...of["infrastructure-error"], ...of["did-not-run"]];
	return [...Map.groupBy(missing, ({ ending }) => cleanLine(ending.detail))].slice(0, 20).flatMap(([detail, guests]) => wrapWords(`${listOf(namesOf$2(guests), 5)}: ${detail}`, width, 4, 2));
}
function nextStepOf({ results, failures, failedBuilds, of }) {
	const [worst] = failures;
	if (worst?.shownOn.console !== void 0) return `read ${results.rundir}/${worst.shownOn.console} from line ${worst.finding.consoleLine}`;
	if (failedBuilds[0] !== void 0) return `read ${results.rundir}/${failedBuilds[0].scenario}/Make.out`;
	if (of["infrastructure-error"].length > 0) return "see to the system, then run the lost guests again";
	if (of["did-not-run"].length > 0) return "run the guests that did not run to the end again";
	if (results.sets?.some(({ verdict }) => verdict === "did-not-run")) return "give the sets that did not run what they lack, or leave them out with torture-sets";
	return "run longer, or more scenarios: a failure rarer than this run is long goes unseen";
}
function renderTerminal(results, options = {}) {
	const { width = 1e400, style = (_format, text) => text } = options;
	const look = {
		width,
		style
	};
	const overview = overviewOf(results);
	const guests = guestLines(overview, look);
	const say = (text) => wrapWords(text, width, 4, 2);
	const section = (title, lines) => lines.length === 0 ? [] : [
		"",
		...title ? [style("bold", title)] : [],
		...lines
	];
	const statistics = options.statistics?.scenarios.slice(0, 20) ?? [];
	const ends = [
		...options.reports ?? [],
		...results.reproduce === void 0 ? [] : [{
			label: "again",
			path: results.reproduce
		}],
		{
			label: "next",
			path: nextStepOf(overview)
		}
	];
	const labels = Math.max(...ends.map(({ label }) => stringWidth(label)));
	return `${[
		...wrapWords(headlineOf(overview), width).map((line) => style(verdictColours[results.verdict], line)),
		...wrapWords(`kernel ${kernelName(results.kernel)}, suite ${results.suite}`, width).map((line) => style("dim", line)),
		...section("", guests.bad),
		...section("Before and after", differenceLines(options.difference, width)),
		...section("What failed", failureLines(overview, look)),
		...section("What did not build", buildLines(overview, width)),
		...section("No verdict", missingLines(overview, look)),
		...section("", guests.passed),
		...section("Infrastructure, not the kernel's doing", results.infrastructure.slice(0, 20).flatMap(say)),
		...section("Sets of torture.sh", setLines(results).map((line) => `  ${line}`)),
		...section("Statistics", [...sentences(statistics).flatMap(({ name, words }) => say(`${name}${name === "" ? "" : ": "}${words}`)), ...notesOf$1(options.statistics).flatMap(say)]),
		...section("", ends.flatMap(({ label, path }) => {
			const [first = "", ...more] = label === "next" ? wrapWords(path, width - labels - 2) : [cleanLine(path)];
			return [`${pad(label, labels)}  ${first}`, ...more.map((line) => " ".repeat(labels + 2) + line)];
		}))
	].join("\n")}\n`;
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
	const counts = `${after.failures} of ${plural(after.runs, "run")} failed from it on`;
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
	const gap = between === 0 ? "" : ` ${plural(between, "commit")} between it and the last good one ran nothing, and may be the first as well.`;
	const needed = p <= .05 ? void 0 : stillNeeded(before.runs, after);
	const more = needed === void 0 ? "" : ` For 95 %, ${plural(needed, "more run")} of ${before.commit.slice(0, 12)} must pass.`;
	return {
		scenario,
		commit: bad.commit,
		kind: "run",
		confidence: 1 - p,
		sentence: `${scenario}: the first bad commit is ${name}, with ${confidenceWords(p)} confidence: ${counts}, none of ${plural(before.runs, "run")} of the commit before. Were that one just as bad, this would come up by chance with ${pWords(p)}.${gap}${more}`
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
var import_lib = /* @__PURE__ */ __toESM(require_lib$28(), 1);
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
	return time === void 0 ? plural(runs, "run") : `${hours(time)} (${plural(runs, "run")})`;
}
function moreNeededWords(needed, after) {
	if (needed.length === 0) return "";
	const open = needed.filter(({ hours: time, runs }) => (time ?? runs) > 0);
	if (open.length === 0) return "Nothing more need be run to claim that it fails less often.";
	const amounts = open.map((level) => `${one(level)} at ${confidencePercent(level.confidence)}`).join(", ");
	return after ? `To claim that it fails less often, run it without another failure for a further ${amounts}.` : `To claim that a fix makes it fail less often, run the fixed kernel without a failure for ${amounts}.`;
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
	return `${one.system} fails more often than the rest: ${one.failures} of ${plural(one.samples, "run")} (${percent(one.failures / one.samples)}), the others ${rest.failures} of ${rest.samples} (${percent(rest.failures / rest.samples)}); ${amount(one.expected)} would be its share (${pWords(one.corrected)}, corrected for ${systems}). Look at the machine before blaming a commit.`;
}
function describe(systems, suspicious, all) {
	const number = plural(systems.length, "system");
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
	const suspicious = systems.filter((one) => isSignificant(one.corrected, confidence));
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
		return `None of ${plural(samples, "run")} failed${during}; at ${sure} confidence it fails in ${perRun}${perHour}.`;
	}
	const range = (one, say) => `${say(one.low)} to ${say(one.high)}`;
	const perHour = tested > 0 ? `, ${amount(rate.estimate)} per hour (${range(rate, amount)}), once in ${hours(1 / rate.estimate)}` : "";
	return `${failures.toLocaleString("en-US")} of ${plural(samples, "run")} failed${during}: ${percent(chance.estimate)} of runs (${sure} interval ${range(chance, percent)})${perHour}.`;
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
			...statisticsOf$1(tally$2(samples), then && tally$2(then), options)
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
			...statisticsOf$1(tally$2(here, failed), then.length > 0 ? tally$2(then, failed) : void 0, options)
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
		total: tally$2(samples),
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

// src/stages/publish/upload/selection.ts
const mebibyte = 2 ** 20;
const mostBytes = 512 * mebibyte;
const mostOfFile = mebibyte;
const isConsole = (name) => name.startsWith("console.");
const isKernel = (name) => /^(?:vmlinux|System\.map|initrd|(?:bz|z|u|vm)?Image)/.test(name);
async function filesIn(run, folder) {
	const names = await readdir(join(run, folder)).catch(() => []);
	return (await Promise.all(names.sort().map(async (name) => {
		const path = join(folder, name);
		const real = await locateFile(run, join(run, path)).catch(() => void 0);
		const size = real === void 0 ? void 0 : (await stat(real).catch(() => void 0))?.size;
		return size === void 0 || isKernel(name) ? [] : [{
			path,
			size
		}];
	}))).flat();
}
function foldersOf({ guests, builds }, what) {
	const passed = guests.filter(({ verdict }) => verdict === "passed").map(({ name }) => name);
	const others = guests.filter(({ verdict }) => verdict !== "passed").map(({ name }) => name);
	const unbuilt = builds.filter(({ status }) => status === "failed").map(({ scenario }) => scenario);
	const all = [
		...others,
		...unbuilt,
		...what === "all" ? passed : []
	];
	return [...new Set(all)].filter((name) => isSafePath(name));
}
async function selectFiles(results, what, most = mostBytes) {
	const run = results.rundir;
	const top = (await filesIn(run, "")).filter(({ size }) => size <= 64 * mebibyte);
	const ofGuests = (await Promise.all(foldersOf(results, what).map((folder) => filesIn(run, folder)))).flat();
	const named = (path) => path.slice(path.lastIndexOf("/") + 1);
	const small = ofGuests.filter(({ path, size }) => !isConsole(named(path)) && size <= mostOfFile);
	const consoles = ofGuests.filter(({ path }) => isConsole(named(path))).toSorted((one, other) => one.size - other.size);
	const files = [];
	const leftOut = [];
	let room = most;
	for (const candidate of [
		...top,
		...small,
		...consoles
	]) if (candidate.size > room) leftOut.push(candidate);
	else {
		files.push(candidate.path);
		room -= candidate.size;
	}
	return {
		files,
		leftOut
	};
}

// src/stages/publish/upload/upload.ts
function about({ guests, builds, suite }) {
	const all = [...guests.map(({ scenario }) => scenario), ...builds.map(({ scenario }) => scenario)];
	const scenarios = [...new Set(all)];
	return scenarios.length > 0 && scenarios.length <= 2 ? scenarios.join("-") : suite;
}
var ReportUpload = class ReportUpload {
	#results;
	#ui;
	#what;
	#uploads;
	links = {};
	constructor(results, what, uploads, ui) {
		this.#results = results;
		this.#what = what;
		this.#uploads = uploads;
		this.#ui = ui;
	}
	static async open(results, task, ui) {
		if (task === void 0 || task.what === "none") return void 0;
		const uploads = await task.open();
		if (!("unavailable" in uploads)) return new ReportUpload(results, task.what, uploads, ui);
		if (uploads.unavailable !== void 0) ui.info(`upload: ${uploads.unavailable}.`);
	}
	async page(path) {
		if (path === void 0) return;
		const uploaded = await this.#uploads.page(path, `${about(this.#results)}.html`);
		if (uploaded.outcome === "refused") return this.#refused("report.html", uploaded.reason);
		this.links.page = uploaded.url;
		if (uploaded.url) this.#ui.output("report-url", uploaded.url);
	}
	async files(most = mostBytes) {
		const { files, leftOut } = await selectFiles(this.#results, this.#what, most);
		const root = this.#results.rundir;
		const paths = files.map((path) => join(root, path));
		const uploaded = await this.#uploads.archive(root, paths, about(this.#results));
		if (uploaded.outcome === "refused") return this.#refused("the consoles", uploaded.reason);
		this.links.files = uploaded.url;
		this.#ui.output("artifact-id", String(uploaded.id));
		if (uploaded.url) this.#ui.output("artifact-url", uploaded.url);
		if (leftOut.length === 0) return;
		const named = leftOut.slice(0, 5).map(({ path, size }) => `${path} (${prettyBytes(size, { binary: true })})`);
		const more = leftOut.length > named.length ? ` and ${leftOut.length - named.length} more` : "";
		const words = `left out, beyond ${prettyBytes(most, { binary: true })} in all: ${named.join(", ")}${more}`;
		this.links.leftOut = words;
		this.#ui.warning(`upload: ${uploaded.name}: ${words}.`);
	}
	#refused(what, reason) {
		this.#ui.warning(`upload: ${what} could not be uploaded (${reason}); it is in ${this.#results.rundir}.`);
	}
};

// src/stages/publish/publish.ts
var publish_exports = /* @__PURE__ */ __exportAll({ publish: () => publish });
const annotationLimit = 10;
const page = ["report.html", renderHtml];
const others = [
	["summary.md", renderSummary],
	["junit.xml", (results, { consoles }) => renderJunit(results, { consoleTail: tailFrom(consoles) })],
	["results.ktap", renderKtap],
	["badge.json", (results) => renderBadge(results)],
	["mail.txt", (results, options) => renderMail(results, withLink(options))]
];
function withLink(options) {
	const link = options.links.page ?? options.links.files;
	return link === void 0 ? options : {
		...options,
		link
	};
}
function tailFrom(consoles) {
	return (guest) => {
		return (guest.verdict === "passed" ? void 0 : consoles(guest)?.excerpts.at(-1))?.text.trimEnd().split("\n").slice(-50).join("\n");
	};
}
const outputOf = {
	"report.html": "report-html",
	"junit.xml": "junit",
	"summary.md": "summary"
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
function outputAnswer({ answer }, ui) {
	if (answer === void 0) return;
	const { decision, remaining } = answer;
	ui.output("decision", decision);
	ui.output("remaining", remaining?.seconds === void 0 ? "" : formatDuration(remaining.seconds));
}
function tellCounts({ guests, builds }, gate, ui) {
	for (const verdict of verdicts) ui.output(verdict, String(guests.filter((guest) => guest.verdict === verdict).length));
	if (gate !== void 0) ui.output("new-failures", String(gate.newFailures.length));
	const reused = builds.length > 0 && builds.every(({ status }) => status === "reused");
	ui.output("cache-hit", String(reused));
}
async function publish(results, ui, options = {}) {
	const { rundir } = results;
	const { history, alike = [], out = rundir, gate, difference } = options;
	const files = new ReportFiles(out);
	const path = await files.write(runFiles.results, () => `${printableJson(results, 2)}\n`);
	if (path !== void 0) ui.output("results", path);
	ui.output("rundir", rundir);
	ui.output("result", results.verdict);
	outputAnswer(results, ui);
	ui.output("failed-scenarios", failedNames(results.guests, results.builds).join(" "));
	tellCounts(results, gate, ui);
	const consoles = await consolesFor(results, out);
	const [reason] = consoles.unread;
	if (reason !== void 0) ui.warning(`report.html lacks ${plural(consoles.unread.length, "console")}: ${reason}`);
	const upload = await ReportUpload.open(results, options.uploads, ui);
	const shownWith = {
		statistics: statisticsOf(results, alike),
		consoles: (guest) => consoles.of.get(guest),
		links: upload?.links ?? {},
		...history === void 0 ? {} : { history },
		...difference === void 0 ? {} : { difference },
		...gate?.sentence === void 0 ? {} : { decision: gate.sentence }
	};
	const write = async ([name, render]) => {
		const written = await files.write(name, () => render(results, shownWith));
		const output = outputOf[name];
		if (output !== void 0 && written !== void 0) ui.output(output, written);
		return written;
	};
	const html = await write(page);
	await upload?.page(html);
	for (const report of others) await write(report);
	await upload?.files();
	ui.annotate(annotationsOf(results, {
		limit: annotationLimit,
		links: shownWith.links
	}));
	const shown = [{
		label: "report",
		path: html
	}, {
		label: "results",
		path
	}].flatMap(({ label, path: file }) => file === void 0 ? [] : [{
		label,
		path: file
	}]);
	await ui.summary({
		markdown: renderSummary(results, shownWith),
		text: (look) => renderTerminal(results, {
			...look,
			...shownWith,
			reports: shown
		})
	});
	files.tell(ui, rundir);
}

// src/modes/merge.ts
var merge_exports = /* @__PURE__ */ __exportAll({ merge: () => merge });
async function merge(context) {
	const { inputs, environment, ui } = context;
	const own = await readBaseline(context);
	const uploads = uploadTask(context);
	const asked = await askedOf(context);
	const before = asked === void 0 ? await namedBefore(context) : void 0;
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
		await publish(results, ui, { uploads });
		return decide$1(context, results, own, void 0).status;
	}
	const baseline = [...own, ...plannedBaseline(plan)];
	await mkdir(path, { recursive: true });
	const whole = await mergedResults(context, store, plan, path);
	const merged = asked === void 0 ? whole : withAnswer(whole, asked.question);
	const reproduction = reproductionOf(context, merged, {
		texts: plan.inputs,
		stored: true
	});
	const results = reproduction === void 0 ? merged : {
		...merged,
		reproduction
	};
	const run = {
		suite: results.suite,
		tree: void 0,
		rerunOf: void 0
	};
	const history = plan.series.length > 0 ? void 0 : await historyFor(context, {
		run,
		store
	}, results);
	const decided = decide$1(context, results, baseline, history?.past?.findings);
	const difference = before && comparedWith(before, results, ui);
	const past = {
		history: history?.past,
		alike: history?.alike
	};
	await publish(results, ui, {
		...past,
		difference,
		uploads,
		gate: decided
	});
	await history?.keep();
	return exitStatusOfRun(results, decided.status);
}

// src/modes/report.ts
var report_exports = /* @__PURE__ */ __exportAll({ report: () => report });
async function report(context) {
	const { inputs, environment, ui } = context;
	const path = resolve(environment.workspace, inputs.rundir ?? ".");
	const baseline = await readBaseline(context);
	const before = await namedBefore(context);
	const { attempt, repository } = environment;
	const about = {
		ignore: parseIgnoreLines(inputs.ignore, /* @__PURE__ */ new Date()),
		attempt,
		repository
	};
	const out = await reportFolder(inputs.out && resolve(environment.workspace, inputs.out), path);
	const judged = await judgeRunDirectory(path, about);
	tellUnknownSuite(judged.run.suite, ui);
	const guests = await enrich(judged.guests, {
		...judged,
		out
	}, context);
	const results = concludeRunDirectory({
		...about,
		...judged,
		guests
	});
	const decided = decide$1(context, results, baseline, void 0);
	const difference = before && comparedWith(before, results, ui);
	await publish(results, ui, {
		out,
		difference,
		uploads: uploadTask(context),
		gate: decided
	});
	return decided.status;
}

// src/stages/prepare/planRerun.ts
function copiesOf(setting, widths, guestCpus) {
	if (setting !== "fill") return setting;
	return fittingCopies(widths, guestCpus);
}
function planRerun({ inputs }, plan, earlier, widths) {
	const wanted = new Set(unpassedScenarios(earlier));
	const planned = new Map(plan.guests.map((guest) => [guest.scenario, guest]));
	const seen = new Set(earlier.guests.map(({ scenario }) => scenario));
	const jobs = [...planned.values()].filter(({ scenario }) => wanted.has(scenario) || !seen.has(scenario)).flatMap(({ scenario, cpus, smp }) => Array.from({ length: copiesOf(inputs.rerunCopies, widths, cpus) }, () => ({
		scenario,
		cpus,
		...smp === void 0 ? {} : { smp }
	})));
	if (jobs.length === 0) return void 0;
	const batches = packBatches(jobs, plan.cpus);
	return {
		...plan,
		batches,
		guests: batches.flatMap(({ guests }) => guests)
	};
}
function copiesToRun({ ui }, planned, widths) {
	const { guests: some, cpus, atOnce } = planned.plan;
	const batches = fillWithCopies(some, widths, cpus, atOnce);
	const plan = {
		...planned.plan,
		batches,
		guests: batches.flatMap(({ guests }) => guests)
	};
	ui.info(`Linux ${planned.tree.version}: guests ${plan.guests.length}, CPUs ${plan.cpus}, until it is decided.`);
	return {
		...planned,
		plan,
		failedBefore: void 0
	};
}
function leftToRun(context, planned, earlier, widths) {
	const { inputs, environment, ui } = context;
	const plan = earlier !== void 0 && inputs.rerun === "failed" ? planRerun(context, planned.plan, earlier, widths) : planned.plan;
	if (plan === void 0 && earlier !== void 0) {
		ui.info("Every guest passed in an earlier attempt; nothing is left to run.");
		return { done: earlier };
	}
	const { guests, batches, cpus } = plan ?? planned.plan;
	if (earlier) ui.info(`Attempt ${environment.attempt}: ${guests.map(({ name }) => name).join(" ")} once more.`);
	ui.info(`Linux ${planned.tree.version}: guests ${guests.length}, batches ${batches.length}, CPUs ${cpus}.`);
	const failedBefore = earlier && new Set(unpassedScenarios(earlier));
	return {
		...planned,
		plan: plan ?? planned.plan,
		failedBefore
	};
}

// src/modes/run.ts
var run_exports = /* @__PURE__ */ __exportAll({ run: () => run });
async function run(given) {
	const asked = await askedOf(given);
	const context = asked?.context ?? given;
	const { inputs } = context;
	const ignore = parseIgnoreLines(inputs.ignore, /* @__PURE__ */ new Date());
	const baseline = await readBaseline(context);
	const here = await planJob(context);
	checkAttended(context, here.plan.batches);
	announceDefaults(context, here);
	const git = readGitFacts(here.tree.path, context.executor);
	git.catch(() => void 0);
	await using systems = await openSystems(context, true);
	const planned = remoteNames(inputs) === void 0 ? here : await planJob(context, roomOn(systems));
	const store = await openStore(context);
	const earlier = store && await earlierAttempts(context, store);
	const question = asked && withEarlier(asked.question, earlier?.results);
	const job = question ? copiesToRun(context, planned, systems.widths) : leftToRun(context, planned, earlier?.results, systems.widths);
	if ("done" in job) {
		const { publish } = await import("./reports.js").then((all) => all.src_stages_publish_publish_ts);
		const decided = decide$1(context, job.done, baseline, void 0);
		await publish(job.done, context.ui, {
			uploads: uploadTask(context),
			gate: decided
		});
		return decided.status;
	}
	const times = store && timesKnown(context, store, job);
	const kernels = await prepareKernels(context, job, await git, store, earlier?.keys, times);
	if (store) await keepAttempt(context, store, kernels.builds);
	const { failedBefore } = job;
	const prepared = await withSampleLog(context, {
		...kernels,
		ignore,
		baseline,
		failedBefore,
		question
	});
	const executed = await execute(context, prepared, systems);
	const { results, status } = await report$1(context, prepared, executed, earlier?.results);
	if (store) await keepAttempt(context, store, results.builds, results);
	return exitStatusOfRun(results, status);
}

// src/handoff/shardBundle.ts
async function filesToKeep(path, { guests }) {
	const names = new Set(guests.map(({ name }) => name));
	const commands = await Promise.all([...names].map((name) => readQemuCmd({ path }, name)));
	const kernels = /* @__PURE__ */ new Set([...commands.map((cmd) => cmd && imageName(cmd)), guestFiles.vmlinux]);
	const ofGuest = (file) => names.has(file.split("/")[0] ?? "") && !kernels.has(basename(file));
	return (await filesBelow(path)).filter((file) => file === runFiles.results || file === "shard.json" || file.includes("/") && ofGuest(file));
}
async function recordIn(path) {
	return shardRecordSchema.parse(JSON.parse(await textOf$1(path, join(path, "shard.json")) ?? ""));
}
async function saveShard({ environment }, store, path) {
	const record = await recordIn(path);
	const { shard: id, attempt, plan } = record;
	const key = bundleKey({ digest: plan }, environment, {
		id,
		attempt
	});
	return await keepBundle(store, key, path, await filesToKeep(path, record));
}
async function keepShard(context, store, path) {
	const saved = await saveShard(context, store, path);
	if (saved.outcome === "saved") return true;
	const why = saved.outcome === "present" ? "another job of this attempt has left some already; two matrix entries have the same id" : saved.reason;
	const { shard: id } = await recordIn(path);
	context.ui.error(`${id}: its results do not reach the report: ${why}`);
	return false;
}
async function isShard(path) {
	return await textOf$1(path, join(path, shardFile)) !== void 0;
}

// src/modes/salvage.ts
var salvage_exports = /* @__PURE__ */ __exportAll({ salvage: () => salvage });
async function uploadOnly(state, uploads, ui) {
	const results = await earlierResults(state.rundir);
	const upload = results && await ReportUpload.open(results, uploads, ui);
	await upload?.page(join(state.rundir, "report.html"));
	await upload?.files();
	const urls = [upload?.links.page, upload?.links.files].filter((url) => url !== void 0);
	if (urls.length > 0) ui.annotate([{
		level: "notice",
		title: "rcutorture report",
		message: urls.join("\n")
	}]);
}
async function salvage(state, { ui, surroundings, openUploads }) {
	const part = await isShard(state.rundir);
	const uploads = {
		what: part ? "none" : state.upload,
		open: openUploads
	};
	if (state.finished) return await uploadOnly(state, uploads, ui);
	ui.warning("The main step did not finish; this is what its guests' consoles say.");
	await publish(await judged(state.rundir, {
		...state,
		killed: true
	}), ui, { uploads });
	if (!part) return;
	const { environment, store } = await surroundings();
	await keepShard({
		environment,
		ui
	}, store, state.rundir);
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
async function fetchKernels(store, guests, built, folder, { ui, build }) {
	const planned = new Map(guests.map(({ guest, planned: { build: key } }) => [guest.scenario, key]));
	const failed = (key) => built.get(key)?.result.status === "failed";
	const keys = new Map([...planned].filter(([, key]) => !failed(key)).map(([scenario, key]) => [scenario, built.get(key)?.result.key ?? key]));
	const hits = await fetchBuilds(store, keys, folder, ui);
	const here = await buildLeft$1(guests, (scenario, key) => !hits.has(scenario) && !failed(key), folder, build);
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
		const own = here.get(scenario);
		if (own !== void 0) return own;
		const record = built.get(key)?.result;
		if (record?.status === "failed") return {
			...record,
			scenario
		};
		ui.warning(`${scenario}: no store has its kernel (${key}); re-run all jobs, so that a build job makes it, or check the kernel tree out in this job.`);
		return {
			scenario,
			status: "skipped",
			...nothing
		};
	});
}
async function buildLeft$1(guests, isLeft, folder, build) {
	const left = guests.filter(({ guest, planned }) => isLeft(guest.scenario, planned.build));
	const wanted = new Map(left.flatMap(({ planned }) => {
		const scenario = parseGuestName(planned.name)?.scenario;
		return scenario === void 0 ? [] : [[planned.build, {
			key: planned.build,
			set: planned.set,
			scenario
		}]];
	}));
	const built = wanted.size === 0 ? /* @__PURE__ */ new Map() : await build([...wanted.values()]);
	const results = /* @__PURE__ */ new Map();
	for (const { guest, planned } of left) {
		const one = built.get(planned.build);
		if (one === void 0 || results.has(guest.scenario)) continue;
		results.set(guest.scenario, {
			...one.result,
			scenario: guest.scenario
		});
		if (hasKernel(one.result)) await cp(one.folder, join(folder, guest.scenario), { recursive: true });
	}
	return results;
}
__name(buildLeft$1, "buildLeft");
async function writeRunFiles({ path, plan, guests, cpus }) {
	const [first] = guests;
	await writeStoredRun({
		path,
		suite: first?.set.suite ?? "rcu",
		guests: guests.map(({ guest }) => guest),
		cpus,
		log: "a shard of a plan; its kernels came from a store",
		commit: first?.set.commit ?? plan.kernel.commit,
		clean: first?.set.commit !== void 0 || plan.kernel.state === "clean"
	});
}
async function makeShardRun(run, store, built, kernels) {
	const { path, guests, grace } = run;
	await mkdir(dirname(path), { recursive: true });
	const fetched = await fetchFolder(path);
	try {
		const builds = await fetchKernels(store, guests, built, fetched, kernels);
		const there = new Set(builds.filter(hasKernel).map(({ scenario }) => scenario));
		await mkdir(path);
		const place = (guest, seconds, recipe) => placeGuest({
			from: fetched,
			into: path,
			finally: path,
			guest,
			bring: link,
			seconds,
			grace,
			bootargs: recipe?.bootargs.split(" ").filter(Boolean),
			memory: recipe?.memory
		});
		const names = new Set(guests.map(({ guest }) => guest.name));
		for (const scenario of there) if (!names.has(scenario)) await place({
			name: scenario,
			scenario,
			repetition: 1,
			cpus: 1
		});
		for (const { guest, planned, set } of guests) if (there.has(guest.scenario)) await place(guest, planned.seconds, set.recipe);
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
	const passed = environment.attempt > 1 && inputs.rerun === "failed" && inputs.until === void 0 ? await passedBefore(context, store, plan, id) : /* @__PURE__ */ new Set();
	const guests = shardGuests(plan, shard).filter(({ guest }) => !passed.has(guest.name));
	ui.info(`${id} of ${plan.shards.length}, plan ${plan.digest.slice(0, 16)}: ${guests.map(({ guest }) => guest.name).join(" ") || "nothing left to run"}`);
	return guests;
}
function shardFolder({ id }, attempt) {
	return join(".shards", `${id}-${attempt}`);
}
function compareWithPool({ ui }, shard, cpus) {
	if (shard.systems === void 0 && cpus < shard.cpus) ui.warning(`pools: "${shard.pool}" has ${shard.cpus} CPUs by the plan, and this runner has ${cpus}: guests get fewer, and take longer.`);
}
async function prepareShard(context, store, plan, shard, guests, cpus, known) {
	const { inputs, environment, ui } = context;
	compareWithPool(context, shard, cpus);
	const res = join(environment.workspace, "res");
	const { path } = await newRunDirectory(inputs, res, environment.workspace, /* @__PURE__ */ new Date(), `-${shard.id}`);
	const built = known ?? await builtSoFar(context, store, plan);
	const grace = inputs.shutdownGrace;
	const builds = await makeShardRun({
		path,
		plan,
		guests,
		cpus,
		grace
	}, store, built, {
		ui,
		build: (wanted) => buildHere(context, plan, wanted, store)
	});
	const record = {
		format: "rcutorture-action shard",
		version: 1,
		plan: plan.digest,
		shard: shard.id,
		attempt: environment.attempt,
		createdAt: (/* @__PURE__ */ new Date()).toISOString(),
		guests: guests.map(({ guest, planned, set }) => ({
			name: guest.name,
			set: planned.set,
			planned: planned.name,
			sample: planned.sample,
			suite: set.suite,
			...set.recipe?.mustFail ? { mustFail: true } : {}
		}))
	};
	await writeAtomically(join(path, shardFile), `${JSON.stringify(record, null, 1)}\n`);
	const run = await openRunDirectory(path);
	const { describe, repository } = plan.kernel;
	return {
		record,
		run,
		builds,
		infrastructure: [],
		cpus,
		...guests.every(({ set }) => set.commit === void 0) ? { describe } : {},
		repository,
		store,
		part: true,
		suites: new Map(guests.map(({ guest, set }) => [guest.name, set.suite])),
		mustFail: new Set(guests.filter(({ set }) => set.recipe?.mustFail).map(({ guest }) => guest.name))
	};
}

// src/stages/prepare/question/share.ts
const usable = .9;
async function shareOf(context, asked, store, plan, shard) {
	const earlier = await shardBefore(context, store, plan, shard.id);
	const seconds = shard["timeout-minutes"] * 60 * usable;
	const budget = asked.budget ?? {
		clock: "wall",
		seconds
	};
	return {
		...asked,
		budget,
		jobs: plan.shards.length,
		earlier: [...asked.earlier, ...earlier]
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
	const asked = await askedOf(context);
	const guests = await guestsLeft(context, store, plan, planned);
	if (guests.length === 0) {
		ui.info("Every guest of this shard passed in an earlier attempt.");
		ui.output("result", "passed");
		return exitStatus.passed;
	}
	const ignore = parseIgnoreLines(inputs.ignore, /* @__PURE__ */ new Date());
	const baseline = [...await readBaseline(context), ...plannedBaseline(plan)];
	await using systems = await openSystems(context, false);
	const prepared = {
		...await prepareShard(context, store, plan, planned, guests, systems.cpus),
		ignore,
		baseline
	};
	const question = asked && await shareOf(context, asked.question, store, plan, planned);
	const executed = await execute(context, {
		...prepared,
		question
	}, systems);
	const { status } = await report$1(context, prepared, executed);
	const kept = await keepShard(context, store, prepared.run.path);
	remember(context, prepared, true);
	if (!kept) return exitStatus.infrastructure;
	return question !== void 0 && status === exitStatus.kernelFailed ? exitStatus.passed : status;
}

// src/handoff/onlyJob.ts
function planOfOnlyJob(context, plan) {
	const identity = jobIdentity(context);
	if (identity === void 0) return plan;
	const sets = plan.sets.map(({ id, recipe: { kernels: _, ...recipe } = {} }) => ({
		id,
		recipe
	}));
	return {
		...plan,
		digest: digestOf({
			identity,
			commit: plan.kernel.commit,
			sets
		})
	};
}
function hasEarlier(context) {
	const { inputs, environment } = context;
	return environment.attempt > 1 && inputs.rerun !== "never" && jobIdentity(context) !== void 0;
}
const lost = ({ ui }, reason) => ui.warning(`A re-run of this job will not know of this attempt: ${reason}`);
async function keepBuiltForLater(context, store, plan, id, built) {
	if (jobIdentity(context) === void 0) return;
	await keepBuilt(context, store, plan, id, built).catch((error) => {
		if (!(error instanceof InfrastructureError)) throw error;
		lost(context, error.message);
	});
}
async function keepGuestsForLater(context, store, path) {
	if (jobIdentity(context) === void 0) return;
	const { outcome, reason = "another job has left one under its name" } = await saveShard(context, store, path);
	if (outcome !== "saved") lost(context, reason);
}

// src/stages/conclude/shards/inPlace.ts
const buildsFolder = ".builds";
async function keepBuildFolders(rundir) {
	const builds = join(rundir, buildsFolder);
	for (const set of await readdir(builds).catch(() => [])) for (const scenario of await readdir(join(builds, set))) {
		const target = join(rundir, set, scenario);
		await mkdir(dirname(target), { recursive: true });
		const there = await lstat(target).catch(() => void 0);
		const empty = there?.isDirectory() && (await readdir(target)).length === 0;
		if (there === void 0 || empty) await rename(join(builds, set, scenario), target);
	}
	await rm(builds, {
		recursive: true,
		force: true
	});
}
async function earlierParts(context, store, plan, rundir) {
	if (!hasEarlier(context)) return {
		parts: [],
		problems: []
	};
	return await collectFromStore(context, store, plan, ({ record }, folder) => keepFiles(rundir, record, folder));
}
async function writePart(path, results) {
	await writeAtomically(join(path, runFiles.results), `${JSON.stringify(results)}\n`);
}
async function resultsInPlace({ environment }, plan, rundir, parts, built, facts) {
	const silent = parts.map((part) => ({
		...part,
		results: {
			...part.results,
			infrastructure: []
		}
	}));
	await arrangeFiles(rundir, placeResults({
		plan,
		parts: silent
	}));
	await keepBuildFolders(rundir);
	await writeSetFiles(rundir, plan);
	return mergeShards({
		plan,
		parts: silent,
		builds: new Map(built.map(({ planned, result }) => [planned, result])),
		problems: [...facts, ...parts.flatMap(({ results }) => results.infrastructure)],
		missing: /* @__PURE__ */ new Map(),
		rundir,
		attempt: environment.attempt,
		tool,
		now: /* @__PURE__ */ new Date()
	});
}

// src/stages/prepare/pools/leftOfPlan.ts
async function leftOfPlan(context, store, plan) {
	const [shard] = plan.shards;
	const job = oneBuildJob(plan);
	const some = shard && { shard };
	if (!hasEarlier(context)) return {
		...some,
		guests: shard ? shardGuests(plan, shard) : [],
		...job && { job },
		built: []
	};
	const guests = shard ? await guestsLeft(context, store, plan, shard) : [];
	const built = await builtSoFar(context, store, plan);
	const ofGuests = new Set(guests.map(({ planned }) => planned.build));
	const ofSets = new Set(plan.sets.flatMap(({ recipe }) => Object.values(recipe?.kernels ?? {})));
	const repeat = context.inputs.rerun !== "failed";
	const passed = (key) => {
		const before = built.get(key)?.result;
		return !repeat && before !== void 0 && hasKernel(before);
	};
	const builds = job?.builds.filter(({ key }) => ofGuests.has(key) || ofSets.has(key) && !passed(key)) ?? [];
	return {
		...some,
		guests,
		...job && builds.length > 0 ? { job: {
			...job,
			builds
		} } : {},
		built: [...built.values()]
	};
}

// src/modes/tortureParts.ts
async function buildLeft(context, store, plan, { job, built: before }) {
	if (job === void 0) return {
		built: before,
		infrastructure: []
	};
	const { built, infrastructure } = await buildSets(context, plan, job, store);
	await keepBuiltForLater(context, store, plan, job.id, built);
	return {
		built: [...before, ...built],
		infrastructure
	};
}
async function runLeft(context, store, plan, { shard, guests }, built, systems) {
	if (shard === void 0 || guests.length === 0 || context.signal.aborted) return void 0;
	const ignore = parseIgnoreLines(context.inputs.ignore, /* @__PURE__ */ new Date());
	const known = new Map(built.map((one) => [one.planned, one]));
	const made = await prepareShard(context, store, plan, shard, guests, systems.cpus, known);
	const prepared = {
		...made,
		ignore
	};
	const executed = await execute(context, prepared, systems);
	const results = await conclude$1(context, prepared, executed);
	await writePart(prepared.run.path, results);
	await keepGuestsForLater(context, store, prepared.run.path);
	return {
		record: made.record,
		results
	};
}

// src/modes/torture.ts
var torture_exports = /* @__PURE__ */ __exportAll({ torture: () => torture });
async function torture(context) {
	const { inputs, environment } = context;
	const ignore = parseIgnoreLines(inputs.ignore, /* @__PURE__ */ new Date());
	const baseline = await readBaseline(context);
	await using systems = await openSystems(context, true);
	const store = await context.openStore();
	const place = {
		cpus: systems.cpus,
		count: systems.machines.length
	};
	const { plan: planned, tree } = await planOnOne(context, store, place);
	const plan = planOfOnlyJob(context, planned);
	const res = join(tree, "tools/testing/selftests/rcutorture/res");
	const { path } = await reserveRunDirectory(inputs, res, environment.workspace, /* @__PURE__ */ new Date(), "-torture");
	const at = (folder) => ({
		...context,
		inputs: {
			...inputs,
			rundir: join(path, folder),
			datestamp: void 0
		}
	});
	const left = await leftOfPlan(context, store, plan);
	const earlier = await earlierParts(context, store, plan, path);
	const { built, infrastructure } = await buildLeft(at(buildsFolder), store, plan, left);
	const folder = left.shard && shardFolder(left.shard, environment.attempt);
	const part = folder && await runLeft(at(folder), store, plan, left, built, systems);
	const parts = [...earlier.parts, ...part ? [part] : []];
	const facts = [...earlier.problems, ...infrastructure];
	const results = await resultsInPlace(context, plan, path, parts, built, facts);
	const run = {
		suite: results.suite,
		tree,
		rerunOf: void 0
	};
	const history = await historyFor(context, {
		run,
		store
	}, results);
	const gate = decide$1(context, results, baseline, history?.past?.findings);
	const { past, alike } = history ?? {};
	await publish(results, context.ui, {
		history: past,
		alike,
		uploads: uploadTask(context),
		gate
	});
	remember(context, {
		run: { path },
		ignore
	}, true);
	await history?.keep();
	return gate.status;
}

export { again_exports as src_modes_again_ts, merge_exports as src_modes_merge_ts, report_exports as src_modes_report_ts, run_exports as src_modes_run_ts, salvage_exports as src_modes_salvage_ts, shard_exports as src_modes_shard_ts, torture_exports as src_modes_torture_ts, history_exports as src_stages_conclude_history_ts, publish_exports as src_stages_publish_publish_ts };