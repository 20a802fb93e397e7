import { __commonJSMin, __exportAll, __name, __toESM } from "./rolldown-runtime.js";
import { context_exports, datetime, object, string } from "./action.js";
import { BadEntry, announceDefaults, bringScripts, buildJob, cacheOf, checkCommands, commandText, createAtomically, defaultDuration, describeTree, earlierAttempts, enrich_exports, errorCode, exec, execute, exitStatusFor, expectedQemu, explainSystemError, fetchBuilds, findProgram, fromStore, imageOf, keepAttempt, knownFailures, latestGuests, lease_exports, manifestName, mostManifest, openRunDirectory, packBatches, packBuild, parseIgnoreLines, parseManifest, placeGuest, planJob, planPrefix, publishBuilds, quote, readGitFacts, readQemuCmd, readRegular, recordsOfRun, remoteNames, renderBatchesFile, renderPlan, renderScenarios, report, reserveRunDirectory, roomHere, roomOn, runDirectory_exports, serializeManifest, surveySystems, transformQemuCmd, unpassedScenarios, verifyFile, version_exports } from "./shared.js";
import { InfrastructureError, InputError, exitStatus, killMarked, local_exports, markVariable, messageOf, mortal, plainEnvironment, printable } from "./core.js";
import { checkFolder, guestFiles, isBuildFile, optionValue, runFiles, textOf } from "./console.js";
import { chmod, constants, copyFile, link, lstat, mkdir, mkdtemp, readdir, rename, rm, rmdir, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { chmodSync, constants as constants$1, copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { hash, randomUUID } from "node:crypto";
import { hostname, tmpdir } from "node:os";

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

// src/storage/layered.ts
function chooseStore(backends, scratch, log) {
	const { cache, artifact, directory, directoryPath } = backends;
	const services = [cache, artifact].filter((store) => store !== void 0);
	if (services.length > 0) return layered(services, scratch, log);
	log.info(`Kernels are kept in ${directoryPath} (there is no GitHub cache and no artifact service here).`);
	return layered([directory], scratch, log);
}
function layered(stores, scratch, log) {
	const said = /* @__PURE__ */ new Set();
	const warn = (line) => {
		if (said.has(line)) return;
		said.add(line);
		log.warning(line);
	};
	async function lookup(key) {
		const answers = [];
		for (const store of stores.filter((one) => takes(one, key))) {
			const answer = await store.lookup(key);
			if (answer.outcome === "hit") return answer;
			if (answer.outcome === "unavailable") warn(`${store.name}: ${answer.reason}`);
			answers.push(answer);
		}
		return answers.find(({ outcome }) => outcome === "unavailable") ?? last(answers);
	}
	async function fetch(key, directory, options) {
		const answers = [];
		for (const store of stores.filter((one) => takes(one, key))) {
			const answer = await store.fetch(key, directory, options);
			if (answer.outcome === "hit") return answer;
			if (answer.outcome === "corrupt") warn(`${store.name}: ${key} is damaged and not used: ${answer.reason}`);
			if (answer.outcome === "unavailable") warn(`${store.name}: ${answer.reason}`);
			answers.push(answer);
		}
		const of = (outcome) => answers.find((answer) => answer.outcome === outcome);
		return of("corrupt") ?? of("unavailable") ?? last(answers);
	}
	async function save(build) {
		const shared = shareArchive(build, scratch);
		try {
			const answers = [];
			for (const store of stores.filter((one) => takes(one, build.manifest.key))) {
				const answer = await store.save(shared.build);
				if (answer.outcome === "refused" || answer.outcome === "unavailable") warn(`${store.name}: ${build.manifest.scenario} is not kept: ${answer.reason}`);
				answers.push(answer);
			}
			const kept = ({ outcome }) => outcome === "saved" || outcome === "present";
			return answers.find(kept) ?? last(answers);
		} finally {
			await shared.end();
		}
	}
	return {
		name: stores.map((store) => store.name).join(", "),
		lookup,
		fetch,
		save,
		async nearest(prefix) {
			for (const store of stores) {
				const entry = await store.nearest(prefix);
				if (entry !== void 0) return entry;
			}
		},
		async records(prefix) {
			const listed = await Promise.all(stores.map((store) => store.records?.(prefix) ?? []));
			return [...new Set(listed.flat())];
		}
	};
}
function shareArchive(build, scratch) {
	const directory = join(scratch, `packed-${randomUUID()}`);
	let packed;
	const archive = () => {
		packed ??= (async () => {
			await mkdir(directory, { recursive: true });
			const path = join(directory, "build.tar.zst");
			await packBuild(build, path);
			return path;
		})();
		return packed;
	};
	return {
		build: {
			archive,
			...build
		},
		async end() {
			await packed?.catch(() => {});
			await rm(directory, {
				recursive: true,
				force: true
			});
		}
	};
}
function takes(store, key) {
	return store.takes?.(key) ?? true;
}
function last(answers) {
	const answer = answers.at(-1);
	if (answer === void 0) throw new Error("a layered store needs a store");
	return answer;
}

// src/storage/ownership.ts
const worldWritable = 2;
function ownershipProblem(root, below) {
	const self = process.getuid?.() ?? 0;
	try {
		const real = realpathSync(root);
		for (const path of [real, ...below.map((_, depth) => join(real, ...below.slice(0, depth + 1)))]) {
			const { uid, mode } = lstatSync(path);
			if ((mode & worldWritable) !== 0) return `everybody may write to ${path} (chmod o-w)`;
			if (self !== 0 && uid !== 0 && uid !== self) return `${path} belongs to another user`;
		}
	} catch {}
}

// src/storage/placeFiles.ts
const bigFile = 1048576;
const noLinkHere = {
	EXDEV: "the store is on another file system",
	EMLINK: "the file has too many hard links",
	EPERM: "hard links are not permitted here"
};
async function placeFiles(from, to, manifest, link) {
	let linked = 0;
	let copied = 0;
	let copyReason;
	const made = /* @__PURE__ */ new Set([to]);
	for (const file of manifest.files) {
		const target = join(to, file.path);
		const parent = dirname(target);
		if (!made.has(parent)) {
			mkdirSync(parent, { recursive: true });
			made.add(parent);
		}
		if (link && file.immutable) {
			const reason = tryLink(join(from, file.path), target);
			if (reason === void 0) {
				linked += 1;
				continue;
			}
			copyReason ??= reason;
		}
		await copy(join(from, file.path), target, file);
		copied += 1;
	}
	return {
		linked,
		copied,
		...copyReason !== void 0 && { copyReason }
	};
}
function tryLink(from, to) {
	try {
		linkSync(from, to);
		return;
	} catch (error) {
		const reason = noLinkHere[errorCode(error) ?? ""];
		if (reason === void 0) throw error;
		return reason;
	}
}
async function copy(from, to, file) {
	const mode = constants$1.COPYFILE_EXCL | constants$1.COPYFILE_FICLONE;
	if (file.size < bigFile) copyFileSync(from, to, mode);
	else await copyFile(from, to, mode);
	chmodSync(to, file.mode);
}

// src/storage/scratch.ts
const abandonedAfter = 864e5;
function where() {
	let namespace = "0";
	try {
		namespace = readlinkSync("/proc/self/ns/pid").replaceAll(/\D/g, "");
	} catch {}
	return `${hostname()}-${namespace}`;
}
async function openScratch(home) {
	const scratch = join(home, "scratch", `${where()}.${process.pid}.${randomUUID()}`);
	await mkdir(scratch, { recursive: true });
	return scratch;
}
async function discard(home, entry) {
	try {
		const scratch = await openScratch(home);
		await rename(entry, join(scratch, "discarded")).catch(() => {});
		await rm(scratch, {
			recursive: true,
			force: true
		});
	} catch {}
}
async function sweepScratch(home) {
	const root = join(home, "scratch");
	const here = where();
	for (const name of await readdir(root).catch(() => [])) {
		const path = join(root, name);
		const [host = "", pid = ""] = splitName(name);
		if (host === here && !isAlive(Number(pid)) || await ageOf(path) > abandonedAfter) await rm(path, {
			recursive: true,
			force: true
		});
	}
}
function splitName(name) {
	const match = /^(.*)\.(\d+)\.[^.]+$/.exec(name);
	return match?.[1] !== void 0 && match[2] !== void 0 ? [match[1], match[2]] : [];
}
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}
async function ageOf(path) {
	const found = await stat(path).catch(() => void 0);
	return found === void 0 ? 0 : Date.now() - found.mtimeMs;
}

// src/storage/room.ts
function readEntries(home) {
	return namesIn(join(home, "entries")).flatMap((name) => {
		const path = join(home, "entries", name);
		const found = statSync(path, { throwIfNoEntry: false });
		if (found === void 0) return [];
		const manifest = readManifestOf(path);
		return [{
			path,
			manifest,
			size: manifest?.files.reduce((total, file) => total + file.size, 0) ?? 0,
			usedAt: found.mtimeMs
		}];
	});
}
async function makeRoom(home, maxBytes) {
	await sweepScratch(home);
	const entries = readEntries(home).sort((a, b) => a.usedAt - b.usedAt);
	let total = entries.reduce((sum, entry) => sum + entry.size, 0);
	for (const entry of entries) {
		if (entry.manifest !== void 0 && total <= maxBytes) continue;
		await discard(home, entry.path);
		total -= entry.size;
	}
}
function namesIn(directory) {
	try {
		return readdirSync(directory);
	} catch {
		return [];
	}
}
function readManifestOf(entry) {
	try {
		const parsed = parseManifest(readRegular(join(entry, manifestName), mostManifest));
		return "manifest" in parsed ? parsed.manifest : void 0;
	} catch {
		return;
	}
}

// src/storage/directoryStore.ts
const defaultMaxBytes = 10 * 1024 ** 3;
function directoryStore(root, options = {}) {
	const maxBytes = options.maxBytes ?? defaultMaxBytes;
	const home = join(root, `v${1}`);
	const entries = join(home, "entries");
	const problem = () => ownershipProblem(root, [`v${1}`, "entries"]);
	const entryOf = (key) => join(entries, hash("sha256", key));
	async function fetch(key, directory, { link = true } = {}) {
		const reason = problem();
		if (reason !== void 0) return {
			outcome: "unavailable",
			reason
		};
		const entry = entryOf(key);
		const found = readManifest(entry, key);
		if (found.outcome === "corrupt") await discard(home, entry);
		if (found.outcome !== "hit") return found;
		const { manifest } = found;
		try {
			const placed = await createAtomically(directory, async (partial) => {
				for (const file of manifest.files) {
					const problem = await verifyFile(join(entry, "files", file.path), file);
					if (problem !== void 0) throw new BadEntry(problem);
				}
				return placeFiles(join(entry, "files"), partial, manifest, link);
			});
			await utimes(entry, /* @__PURE__ */ new Date(), /* @__PURE__ */ new Date()).catch(() => {});
			return {
				outcome: "hit",
				store: "directory",
				manifest,
				...placed
			};
		} catch (error) {
			if (error instanceof InputError) throw error;
			if (!(error instanceof BadEntry)) {
				if (errorCode(error) === "ENOENT") return {
					outcome: "miss",
					reason: "evicted while it was being read"
				};
				return {
					outcome: "unavailable",
					reason: explainSystemError(error, directory)
				};
			}
			if (readManifest(entry, key).outcome === "miss") return {
				outcome: "miss",
				reason: "evicted meanwhile"
			};
			await discard(home, entry);
			return {
				outcome: "corrupt",
				reason: `${error.message}; the entry was removed from ${root}`
			};
		}
	}
	async function save(build) {
		const { manifest } = build;
		const reason = problem();
		if (reason !== void 0) return {
			outcome: "unavailable",
			reason
		};
		const entry = entryOf(manifest.key);
		if (readManifest(entry, manifest.key).outcome === "hit") return { outcome: "present" };
		const size = sizeOf(manifest);
		if (size > maxBytes) return {
			outcome: "refused",
			reason: `${size} bytes, and ${root} may hold ${maxBytes} in all`
		};
		let scratch;
		try {
			await mkdir(entries, { recursive: true });
			await makeRoom(home, maxBytes - size);
			scratch = await openScratch(home);
			await copyIn(build, scratch);
			await rename(scratch, entry);
			await makeRoom(home, maxBytes);
			return { outcome: "saved" };
		} catch (error) {
			if (scratch !== void 0) await rm(scratch, {
				recursive: true,
				force: true
			});
			if (errorCode(error) === "ENOTEMPTY" || errorCode(error) === "EEXIST") return { outcome: "present" };
			if (error instanceof BadEntry) return {
				outcome: "refused",
				reason: `changed while it was being stored: ${error.message}`
			};
			return {
				outcome: "refused",
				reason: explainSystemError(error, root)
			};
		}
	}
	return {
		name: "directory",
		fetch,
		save,
		async lookup(key) {
			const reason = problem();
			if (reason !== void 0) return {
				outcome: "unavailable",
				reason
			};
			const found = readManifest(entryOf(key), key);
			if (found.outcome === "hit") return {
				outcome: "hit",
				entry: describe(found.manifest)
			};
			return {
				outcome: found.outcome === "unavailable" ? "unavailable" : "miss",
				reason: found.reason
			};
		},
		async nearest(prefix) {
			if (problem() !== void 0) return void 0;
			const [newest] = readEntries(home).flatMap((entry) => entry.manifest?.key.startsWith(prefix) ? [entry.manifest] : []).sort((a, b) => b.createdAt.localeCompare(a.createdAt));
			return newest === void 0 ? void 0 : describe(newest);
		},
		async records(prefix) {
			if (problem() !== void 0) return [];
			return readEntries(home).flatMap(({ manifest }) => manifest?.key.startsWith(prefix) ? [manifest.key] : []);
		}
	};
}
async function copyIn({ directory, manifest }, scratch) {
	for (const file of manifest.files) {
		const target = join(scratch, "files", file.path);
		await mkdir(dirname(target), { recursive: true });
		await copyFile(join(directory, file.path), target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
		await chmod(target, file.mode);
		const problem = await verifyFile(target, file);
		if (problem !== void 0) throw new BadEntry(problem);
	}
	await writeFile(join(scratch, manifestName), serializeManifest(manifest));
}
function readManifest(entry, key) {
	let text;
	try {
		text = readRegular(join(entry, manifestName), mostManifest);
	} catch (error) {
		if (errorCode(error) === "ENOENT") return {
			outcome: "miss",
			reason: "no entry under this key"
		};
		if ([
			"EFTYPE",
			"ELOOP",
			"ENXIO"
		].includes(errorCode(error) ?? "")) return {
			outcome: "corrupt",
			reason: "its manifest is not a regular file"
		};
		return {
			outcome: "unavailable",
			reason: explainSystemError(error, entry)
		};
	}
	const parsed = parseManifest(text);
	if ("problem" in parsed) return {
		outcome: "corrupt",
		reason: parsed.problem
	};
	if (parsed.manifest.key !== key) return {
		outcome: "corrupt",
		reason: `its manifest is of another key: ${parsed.manifest.key}`
	};
	return {
		outcome: "hit",
		manifest: parsed.manifest
	};
}
function describe(manifest) {
	return {
		key: manifest.key,
		store: "directory",
		createdAt: manifest.createdAt,
		size: sizeOf(manifest),
		ingredients: manifest.provenance.ingredients
	};
}
function sizeOf(manifest) {
	return manifest.files.reduce((total, file) => total + file.size, 0);
}

// src/storage/noStore.ts
function noStore(reason) {
	return {
		name: "no",
		lookup: async () => ({
			outcome: "miss",
			reason
		}),
		fetch: async () => ({
			outcome: "miss",
			reason
		}),
		save: async () => ({
			outcome: "refused",
			reason
		}),
		nearest: async () => void 0,
		records: async () => []
	};
}

// src/storage/localStore.ts
var localStore_exports = /* @__PURE__ */ __exportAll({ localStore: () => localStore });
const homeless = "this user has no home directory; set HOME, or RCUTORTURE_ACTION_CACHE to a folder for built kernels";
function localStore(variables) {
	const cache = cacheOf(variables);
	const path = variables.RCUTORTURE_ACTION_CACHE || cache && join(cache, "store");
	if (path) return {
		store: directoryStore(path),
		path,
		place: `Built kernels are kept in ${path}`
	};
	return {
		store: noStore(homeless),
		path: "no folder",
		place: `Built kernels are not kept: ${homeless}.`
	};
}

// src/github/stores.ts
var stores_exports = /* @__PURE__ */ __exportAll({ githubStore: () => githubStore });
function runsToSearch({ GITHUB_REPOSITORY, GITHUB_RUN_ID }, attempt, { runs = [], token }) {
	const [repositoryOwner, repositoryName] = GITHUB_REPOSITORY?.split("/") ?? [];
	if (token === void 0 || !repositoryOwner || !repositoryName) return [];
	return [...GITHUB_RUN_ID && attempt > 1 ? [GITHUB_RUN_ID] : [], ...runs].map((id) => ({
		workflowRunId: Number(id),
		repositoryOwner,
		repositoryName,
		token
	}));
}
async function services(variables, temp, attempt, runs) {
	if (!variables.ACTIONS_RESULTS_URL && !variables.ACTIONS_CACHE_URL) return {};
	const [{ artifactStore, hasActionsArtifacts }, { cacheStore, hasActionsCache }] = await Promise.all([import("./stores.js").then((all) => all.src_github_artifactStore_ts), import("./stores.js").then((all) => all.src_github_cacheStore_ts)]);
	const artifact = hasActionsArtifacts(variables) ? artifactStore({
		temp,
		attempt,
		runs
	}) : void 0;
	const takes = (key) => artifact === void 0 || !key.startsWith("rcutorture-plan-");
	return {
		artifact,
		cache: hasActionsCache() ? {
			...cacheStore({ temp }),
			takes
		} : void 0
	};
}
async function githubStore(variables, attempt, ui, others = {}) {
	const temp = variables.RUNNER_TEMP ?? tmpdir();
	const { store: directory, path: directoryPath } = localStore(variables);
	const found = await services(variables, temp, attempt, runsToSearch(variables, attempt, others));
	return chooseStore({
		...found,
		directory,
		directoryPath
	}, temp, ui);
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
	const testId = await textOf(old.path, join(old.path, runFiles.testId));
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

// src/stages/prepare/again/selectRerun.ts
const scenariosOf = (batches) => new Set(batches.flatMap(({ guests }) => guests.map(({ scenario }) => scenario)));
const namesOf = (batches) => batches.flatMap(({ guests }) => guests.map(({ name }) => name));
async function selectRerun({ inputs }, { run, failed }, cpus) {
	const guests = run.batches.flatMap((batch) => batch.guests);
	let names;
	const ask = async () => {
		names = await failed();
		return names;
	};
	const batches = await selectGuests({
		guests,
		words: inputs.configs,
		failed: ask,
		cpus
	});
	const scenarios = scenariosOf(batches);
	const inPlace = inputs.link === "inplace" || inputs.link === "inplace-force";
	await checkCommands(run, [...scenarios, ...inPlace ? namesOf(batches) : []], inputs);
	const commands = await Promise.all([...scenarios].map((scenario) => readQemuCmd(run, scenario)));
	const [first, ...others] = new Set(commands.map((cmd) => cmd?.argv[0] ?? expectedQemu(inputs.qemuCmd)));
	if (first === void 0) throw new InputError("configs: selects no guests of the old run.");
	const failures = guests.filter(({ name }) => names?.has(name)).map(({ scenario }) => scenario);
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
	const scenarios = scenariosOf(batches);
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

// src/modes/again.ts
var again_exports = /* @__PURE__ */ __exportAll({ again: () => again });
async function again(context, name) {
	const { prepared, systems: surveyed } = await prepare(context, name);
	context.ui.output("rundir", prepared.run.path);
	if (surveyed === void 0) return exitStatus.passed;
	await using systems = surveyed;
	const executed = await execute(context, {
		...prepared,
		cpus: systems.cpus
	}, systems);
	const results = await report(context, prepared, executed);
	return exitStatusFor(results.verdict);
}
async function prepare(context, name) {
	const { inputs } = context;
	const ignore = parseIgnoreLines(inputs.ignore, /* @__PURE__ */ new Date());
	await using old = await openOldRun(context, name, failedGuests);
	const { cpus } = await roomHere(context);
	let selected = await selectRerun(context, old, cpus);
	const survey = inputs.dryrun ? void 0 : surveySystems(context, selected.qemus);
	survey?.catch(() => void 0);
	if (runsInPlace(inputs)) await survey;
	let failedBefore;
	if (survey && remoteNames(inputs) !== void 0) {
		selected = await selectRerun(context, old, (await survey).cpus);
		failedBefore = selected.failed ?? await knownFailures(old.run.path);
	}
	const [made, systems] = await withSurvey(context, makeRerun(context, old, selected), survey);
	return {
		prepared: {
			...made,
			ignore,
			failedBefore
		},
		systems
	};
}

// src/stages/prepare/kernels/prepare.ts
async function openStore(context) {
	return context.inputs.store === "none" ? void 0 : await context.openStore();
}
async function prepareKernels(context, job, git, store, earlierKeys = /* @__PURE__ */ new Map()) {
	const { inputs, environment } = context;
	const res = join(job.tree.rcutorture, "res");
	const target = await reserveRunDirectory(inputs, res, environment.workspace, /* @__PURE__ */ new Date());
	const { builds, infrastructure } = await buildJob(context, job, target, git, store, earlierKeys).catch(async (error) => {
		await target.giveUp();
		throw error;
	});
	return {
		run: await openRunDirectory(target.path),
		builds,
		infrastructure,
		cpus: job.plan.cpus,
		describe: describeTree(git, job.tree.version),
		repository: git.repository,
		store
	};
}

// src/modes/build.ts
var build_exports = /* @__PURE__ */ __exportAll({ build: () => build });
async function build(context) {
	const planned = await planJob(context);
	await announceDefaults(context, planned, void 0);
	const git = await readGitFacts(planned.tree.path, context.executor);
	const store = await openStore(context);
	const { run, builds, infrastructure } = await prepareKernels(context, planned, git, store);
	if (store) await keepAttempt(context, store, builds);
	context.ui.output("rundir", run.path);
	return publishBuilds(context, builds, builds.length, infrastructure, (ready) => `${ready} of ${builds.length} kernels ready in ${run.path}.`);
}

// src/stages/publish/plan.ts
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
	const planned = await planJob(context);
	await publishPlan(context, planned.tree.version, planned.plan);
	return exitStatus.passed;
}

// src/stages/prepare/planRerun.ts
function copiesOf(setting, widths, guestCpus) {
	if (setting !== "fill") return setting;
	const room = widths.reduce((sum, cpus) => sum + Math.floor(cpus / guestCpus), 0);
	return Math.max(1, room);
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
async function run(context) {
	const { inputs } = context;
	const ignore = parseIgnoreLines(inputs.ignore, /* @__PURE__ */ new Date());
	const here = await planJob(context);
	await announceDefaults(context, here, inputs.duration ?? 1800);
	const git = readGitFacts(here.tree.path, context.executor);
	git.catch(() => void 0);
	await using systems = await surveySystems(context, [expectedQemu(inputs.qemuCmd)]);
	const planned = remoteNames(inputs) === void 0 ? here : await planJob(context, roomOn(systems));
	const store = await openStore(context);
	const earlier = store && await earlierAttempts(context, store);
	const job = leftToRun(context, planned, earlier?.results, systems.widths);
	if ("done" in job) {
		const { publish } = await import("./reports.js").then((all) => all.src_stages_publish_publish_ts);
		await publish(job.done, context.ui);
		return exitStatusFor(job.done.verdict);
	}
	const kernels = await prepareKernels(context, job, await git, store, earlier?.keys);
	if (store) await keepAttempt(context, store, kernels.builds);
	const prepared = {
		...kernels,
		ignore,
		failedBefore: job.failedBefore
	};
	const executed = await execute(context, prepared, systems);
	const results = await report(context, prepared, executed, earlier?.results);
	if (store) await keepAttempt(context, store, results.builds, results);
	return exitStatusFor(results.verdict);
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

export { context_exports as src_github_context_ts, exec_exports as src_github_exec_ts, stores_exports as src_github_stores_ts, lease_exports as src_handoff_lease_ts, again_exports as src_modes_again_ts, build_exports as src_modes_build_ts, plan_exports as src_modes_plan_ts, run_exports as src_modes_run_ts, enrich_exports as src_stages_enrich_enrich_ts, runDirectory_exports as src_stages_judge_runDirectory_ts, workflowRun_exports as src_stages_prepare_again_workflowRun_ts, localStore_exports as src_storage_localStore_ts, local_exports as src_systems_local_ts, probeRecord_exports as src_systems_probeRecord_ts, version_exports as src_version_ts };