import { __exportAll, __name } from "./rolldown-runtime.js";
import { InfrastructureError, InputError, LocalExecutor, StopRequest, camelCase, checkBuildOptions, checkTexts, diskName, diskTrouble, exitStatus, expandConfigs, findingKinds, fullestDisk, goodRateOf as goodRateOf$1, guestMarkVariable, inputTable, killGroup, killMarked, messageOf, mortal, nameInPlan, ownPattern, parseValue, plainEnvironment, printable, printableJson, processIds, roomAt, sanitizers, setsOf, settleTemporary, startTemporary, stopOf, suites, sweepFunction, variants, verdicts } from "./core.js";
import { _enum, array, boolean, cleanLine, cleanText, code, cutCharacters, datetime, details, escapeHtml, escapeMarkdown, excerpt, int, link as link$1, literal, number, object, readPrivate, record as record$1, strictObject, string, table as table$1, writePrivate } from "./action.js";
import { ConsoleAnalyzer, Crowded, analyzeFile, builtInNoise, datestamp, dialectOf, findConsole, fingerprintOf, guestFiles as guestFiles$1, imageName, isBuildFile, limits, locateFile, parseGuestName, parseQemuCmd, plannedSeconds, readConsole, runFiles, shortText, sizeOf as sizeOf$1, textOf as textOf$3, withOption } from "./console.js";
import { access, appendFile, chmod as chmod$1, constants, copyFile as copyFile$1, link, lstat as lstat$1, mkdir as mkdir$1, mkdtemp, open as open$2, readFile, readdir as readdir$1, readlink, realpath, rename as rename$1, rm as rm$1, rmdir as rmdir$1, stat as stat$1, statfs, symlink as symlink$1, utimes, writeFile } from "node:fs/promises";
import { basename, delimiter, dirname, isAbsolute, join, relative as relative$1, resolve, sep } from "node:path";
import { chmodSync, closeSync, constants as constants$1, copyFileSync, createWriteStream, existsSync, fstatSync, linkSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, readlinkSync, realpathSync, statSync, watch } from "node:fs";
import * as os from "os";
import * as fs from "fs";
import * as path$2 from "path";
import { createHash, hash, randomBytes, randomUUID } from "node:crypto";
import { availableParallelism, constants as constants$3, cpus, homedir, hostname, machine as machine$2, tmpdir, totalmem, userInfo } from "node:os";
import { spawn, spawnSync } from "node:child_process";
import { performance as performance$1 } from "node:perf_hooks";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { StringDecoder } from "node:string_decoder";
import { finished } from "node:stream/promises";
import * as events from "events";
import { once as once$2 } from "node:events";
import { ok } from "assert";
import * as child from "child_process";
import { setTimeout as setTimeout$2 } from "timers";
import { createServer } from "node:net";
import { arch } from "node:process";

// src/storage/badEntry.ts
var BadEntry = class extends Error {
	name = "BadEntry";
};

// src/storage/safePath.ts
function isSafePath(path) {
	if (path === "" || path.includes("\0") || path.includes("\\")) return false;
	return path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}

// src/storage/files.ts
const smallFile = 262144;
const pieceOfFile = 1048576;
function regularFile(path, { follow }) {
	const found = (follow ? statSync : lstatSync)(path, { throwIfNoEntry: false });
	return found?.isFile() ? {
		size: found.size,
		mode: found.mode & 511
	} : void 0;
}
function readRegular(path, most) {
	const file = openSync(path, constants$1.O_RDONLY | constants$1.O_NOFOLLOW | constants$1.O_NONBLOCK | constants$1.O_NOCTTY);
	try {
		const found = fstatSync(file);
		if (!found.isFile() || found.size > most) throw Object.assign(/* @__PURE__ */ new Error(`${path} is not a regular file of at most ${most} bytes`), { code: "EFTYPE" });
		return readFileSync(file, "utf8");
	} finally {
		closeSync(file);
	}
}
async function digestFile(path, size) {
	if (size <= smallFile) return hash("sha256", readFileSync(path));
	const digest = createHash("sha256");
	const buffer = Buffer.allocUnsafe(pieceOfFile);
	await using file = await open$2(path);
	for (;;) {
		const { bytesRead } = await file.read(buffer, 0, buffer.length);
		if (bytesRead === 0) return digest.digest("hex");
		digest.update(buffer.subarray(0, bytesRead));
	}
}
function listFiles(directory) {
	return readdirSync(directory, {
		recursive: true,
		withFileTypes: true
	}).filter((entry) => !entry.isDirectory()).map((entry) => relative$1(directory, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
function errorCode(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
}
const explained$1 = {
	ENOSPC: "no space left on the device",
	EDQUOT: "disk quota exceeded",
	EACCES: "permission denied",
	EPERM: "operation not permitted",
	EROFS: "read-only file system",
	ENOTDIR: "a file stands where a directory should be"
};
function explainSystemError(error, path) {
	const code = errorCode(error);
	const words = code === void 0 ? void 0 : explained$1[code];
	if (words !== void 0) return `${path}: ${words}`;
	return `${path}: ${error instanceof Error ? error.message : String(error)}`;
}

// src/storage/atomicDirectory.ts
async function createAtomically(directory, fill) {
	await refuseOccupied(directory);
	const parent = dirname(directory);
	await mkdir$1(parent, { recursive: true });
	const partial = join(parent, `.${basename(directory)}.partial-${randomUUID()}`);
	try {
		await mkdir$1(partial);
		const result = await fill(partial);
		await rename$1(partial, directory);
		return result;
	} catch (error) {
		await rm$1(partial, {
			recursive: true,
			force: true
		});
		if (errorCode(error) === "ENOTEMPTY" || errorCode(error) === "EEXIST") throw occupied(directory);
		throw error;
	}
}
async function refuseOccupied(directory) {
	try {
		if ((await readdir$1(directory)).length > 0) throw occupied(directory);
	} catch (error) {
		if (errorCode(error) !== "ENOENT") throw error;
	}
}
function occupied(directory) {
	return new InputError(`${directory}: exists and is not empty; give a new directory`);
}

// src/storage/manifest.ts
const formatVersion = 1;
const mostManifest = 16777216;
const manifestName = "manifest.json";
const keySchema = string().regex(/^[!-+\--~]{1,500}$/, "a key is 1 to 500 printable ASCII characters, no blanks, no commas");
const manifestFileSchema = object({
	path: string().refine(isSafePath, "a path inside the entry, without . or .. in it"),
	size: number().int().nonnegative(),
	mode: number().int().min(0).max(511),
	sha256: string().regex(/^[0-9a-f]{64}$/),
	immutable: boolean()
});
const provenanceSchema = object({
	repository: string().optional(),
	commit: string().optional(),
	describe: string().optional(),
	workflowRun: object({
		id: string(),
		attempt: number().int().positive(),
		url: string().optional()
	}).optional(),
	scripts: keySchema.optional(),
	toolchain: record$1(string(), string()),
	ingredients: record$1(string(), string())
});
const manifestSchema = object({
	format: literal("rcutorture-action build"),
	version: literal(1),
	key: keySchema,
	scenario: string().min(1),
	createdAt: datetime(),
	files: array(manifestFileSchema).min(1).refine((files) => new Set(files.map((file) => file.path)).size === files.length, "a file named twice"),
	provenance: provenanceSchema
});
async function createManifest(directory, files, facts) {
	const described = [];
	for (const { path, immutable = false } of files) {
		if (!isSafePath(path) || path === "manifest.json") throw new InputError(`${path}: not a name for a file of a build; use a relative path without ..`);
		const absolute = join(directory, path);
		const found = regularFile(absolute, { follow: true });
		if (found === void 0) throw new InputError(`${absolute}: no such file to store, or not a regular one`);
		described.push({
			path,
			size: found.size,
			mode: found.mode,
			sha256: await digestFile(absolute, found.size),
			immutable
		});
	}
	return manifestSchema.parse({
		format: "rcutorture-action build",
		version: 1,
		key: facts.key,
		scenario: facts.scenario,
		createdAt: (facts.createdAt ?? /* @__PURE__ */ new Date()).toISOString(),
		files: described,
		provenance: facts.provenance
	});
}
function parseManifest(text) {
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		return { problem: "its manifest is not JSON" };
	}
	const parsed = manifestSchema.safeParse(json);
	if (parsed.success) return { manifest: parsed.data };
	const [issue] = parsed.error.issues;
	return { problem: `its manifest is not valid: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}` };
}
function serializeManifest(manifest) {
	return `${JSON.stringify(manifest, null, 1)}\n`;
}
async function verify(directory, manifest) {
	const problems = [];
	const wanted = new Set(manifest.files.map((file) => file.path));
	for (const path of listFiles(directory)) if (!wanted.has(path) && path !== "manifest.json") problems.push(`${path}: not in the manifest`);
	for (const file of manifest.files) {
		const problem = await verifyFile(join(directory, file.path), file);
		if (problem !== void 0) problems.push(problem);
	}
	return problems;
}
async function verifyFile(absolute, file, { follow = false } = {}) {
	const found = regularFile(absolute, { follow });
	if (found === void 0) return `${file.path}: missing, or not a regular file`;
	if (found.size !== file.size) return `${file.path}: ${found.size} bytes, the manifest says ${file.size}`;
	if (found.mode !== file.mode) return `${file.path}: mode ${found.mode.toString(8)}, the manifest says ${file.mode.toString(8)}`;
	const sha256 = await digestFile(absolute, found.size);
	if (sha256 !== file.sha256) return `${file.path}: SHA-256 ${sha256}, the manifest says ${file.sha256}`;
}

// src/systems/home.ts
function homeOf({ HOME: home }) {
	if (home?.startsWith("/")) return home;
	try {
		return homedir() || void 0;
	} catch {
		return;
	}
}
function cacheOf(variables) {
	const { XDG_CACHE_HOME: xdg } = variables;
	const home = homeOf(variables);
	const cache = xdg?.startsWith("/") ? xdg : home && join(home, ".cache");
	return cache && join(cache, "rcutorture-action");
}
function hasPasswdEntry() {
	try {
		return userInfo().uid >= 0;
	} catch {
		return false;
	}
}
function userName() {
	try {
		return userInfo().username;
	} catch {
		return `uid ${process.getuid?.() ?? "unknown"}`;
	}
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
	else await copyFile$1(from, to, mode);
	chmodSync(to, file.mode);
}

// src/storage/scratch.ts
const abandonedAfter$1 = 864e5;
function where() {
	let namespace = "0";
	try {
		namespace = readlinkSync("/proc/self/ns/pid").replaceAll(/\D/g, "");
	} catch {}
	return `${hostname()}-${namespace}`;
}
async function openScratch(home) {
	const scratch = join(home, "scratch", `${where()}.${process.pid}.${randomUUID()}`);
	await mkdir$1(scratch, { recursive: true });
	return scratch;
}
async function discard(home, entry) {
	try {
		const scratch = await openScratch(home);
		await rename$1(entry, join(scratch, "discarded")).catch(() => {});
		await rm$1(scratch, {
			recursive: true,
			force: true
		});
	} catch {}
}
async function sweepScratch(home) {
	const root = join(home, "scratch");
	const here = where();
	for (const name of await readdir$1(root).catch(() => [])) {
		const path = join(root, name);
		const [host = "", pid = ""] = splitName(name);
		if (host === here && !isAlive(Number(pid)) || await ageOf(path) > abandonedAfter$1) await rm$1(path, {
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
	const found = await stat$1(path).catch(() => void 0);
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
			await mkdir$1(entries, { recursive: true });
			await makeRoom(home, maxBytes - size);
			scratch = await openScratch(home);
			await copyIn(build, scratch);
			await rename$1(scratch, entry);
			await makeRoom(home, maxBytes);
			return { outcome: "saved" };
		} catch (error) {
			if (scratch !== void 0) await rm$1(scratch, {
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
		},
		async forget(key) {
			if (problem() === void 0 && readManifest(entryOf(key), key).outcome === "hit") await discard(home, entryOf(key));
		}
	};
}
async function copyIn({ directory, manifest }, scratch) {
	for (const file of manifest.files) {
		const target = join(scratch, "files", file.path);
		await mkdir$1(dirname(target), { recursive: true });
		await copyFile$1(join(directory, file.path), target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
		await chmod$1(target, file.mode);
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

// src/storage/store.ts
const recordPrefix = "rcutorture-job-";
const planPrefix = "rcutorture-plan-";
function isRecord(key) {
	return key.startsWith("rcutorture-job-") || key.startsWith("rcutorture-plan-");
}
function symbolsKey(key) {
	return `symbols-${key}`;
}
function scriptsKey(digest) {
	return `scripts-${digest}`;
}

// node_modules/@actions/io/lib/io-util.js
var __awaiter$3 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { chmod, copyFile, lstat, mkdir, open: open$1, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises;
const IS_WINDOWS$1 = process.platform === "win32";
const READONLY = fs.constants.O_RDONLY;
function exists$1(fsPath) {
	return __awaiter$3(this, void 0, void 0, function* () {
		try {
			yield stat(fsPath);
		} catch (err) {
			if (err.code === "ENOENT") return false;
			throw err;
		}
		return true;
	});
}
__name(exists$1, "exists");
function isRooted(p) {
	p = normalizeSeparators(p);
	if (!p) throw new Error("isRooted() parameter \"p\" cannot be empty");
	if (IS_WINDOWS$1) return p.startsWith("\\") || /^[A-Z]:/i.test(p);
	return p.startsWith("/");
}
function tryGetExecutablePath(filePath, extensions) {
	return __awaiter$3(this, void 0, void 0, function* () {
		let stats = void 0;
		try {
			stats = yield stat(filePath);
		} catch (err) {
			if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
		}
		if (stats && stats.isFile()) {
			if (IS_WINDOWS$1) {
				const upperExt = path$2.extname(filePath).toUpperCase();
				if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) return filePath;
			} else if (isUnixExecutable(stats)) return filePath;
		}
		const originalFilePath = filePath;
		for (const extension of extensions) {
			filePath = originalFilePath + extension;
			stats = void 0;
			try {
				stats = yield stat(filePath);
			} catch (err) {
				if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
			}
			if (stats && stats.isFile()) {
				if (IS_WINDOWS$1) {
					try {
						const directory = path$2.dirname(filePath);
						const upperName = path$2.basename(filePath).toUpperCase();
						for (const actualName of yield readdir(directory)) if (upperName === actualName.toUpperCase()) {
							filePath = path$2.join(directory, actualName);
							break;
						}
					} catch (err) {
						console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
					}
					return filePath;
				} else if (isUnixExecutable(stats)) return filePath;
			}
		}
		return "";
	});
}
function normalizeSeparators(p) {
	p = p || "";
	if (IS_WINDOWS$1) {
		p = p.replace(/\//g, "\\");
		return p.replace(/\\\\+/g, "\\");
	}
	return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
	return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}

// node_modules/@actions/io/lib/io.js
var __awaiter$2 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
function rmRF(inputPath) {
	return __awaiter$2(this, void 0, void 0, function* () {
		if (IS_WINDOWS$1) {
			if (/[*"<>|]/.test(inputPath)) throw new Error("File path must not contain `*`, `\"`, `<`, `>` or `|` on Windows");
		}
		try {
			yield rm(inputPath, {
				force: true,
				maxRetries: 3,
				recursive: true,
				retryDelay: 300
			});
		} catch (err) {
			throw new Error(`File was unable to be removed ${err}`);
		}
	});
}
function mkdirP(fsPath) {
	return __awaiter$2(this, void 0, void 0, function* () {
		ok(fsPath, "a path argument must be provided");
		yield mkdir(fsPath, { recursive: true });
	});
}
function which(tool, check) {
	return __awaiter$2(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		if (check) {
			const result = yield which(tool, false);
			if (!result) {
				if (IS_WINDOWS$1) throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
				else throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
			}
			return result;
		}
		const matches = yield findInPath(tool);
		if (matches && matches.length > 0) return matches[0];
		return "";
	});
}
function findInPath(tool) {
	return __awaiter$2(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		const extensions = [];
		if (IS_WINDOWS$1 && process.env["PATHEXT"]) {
			for (const extension of process.env["PATHEXT"].split(path$2.delimiter)) if (extension) extensions.push(extension);
		}
		if (isRooted(tool)) {
			const filePath = yield tryGetExecutablePath(tool, extensions);
			if (filePath) return [filePath];
			return [];
		}
		if (tool.includes(path$2.sep)) return [];
		const directories = [];
		if (process.env.PATH) {
			for (const p of process.env.PATH.split(path$2.delimiter)) if (p) directories.push(p);
		}
		const matches = [];
		for (const directory of directories) {
			const filePath = yield tryGetExecutablePath(path$2.join(directory, tool), extensions);
			if (filePath) matches.push(filePath);
		}
		return matches;
	});
}

// node_modules/@actions/exec/lib/toolrunner.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const IS_WINDOWS = process.platform === "win32";
var ToolRunner = class extends events.EventEmitter {
	constructor(toolPath, args, options) {
		super();
		if (!toolPath) throw new Error("Parameter 'toolPath' cannot be null or empty.");
		this.toolPath = toolPath;
		this.args = args || [];
		this.options = options || {};
	}
	_debug(message) {
		if (this.options.listeners && this.options.listeners.debug) this.options.listeners.debug(message);
	}
	_getCommandString(options, noPrefix) {
		const toolPath = this._getSpawnFileName();
		const args = this._getSpawnArgs(options);
		let cmd = noPrefix ? "" : "[command]";
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				cmd += toolPath;
				for (const a of args) cmd += ` ${a}`;
			} else if (options.windowsVerbatimArguments) {
				cmd += `"${toolPath}"`;
				for (const a of args) cmd += ` ${a}`;
			} else {
				cmd += this._windowsQuoteCmdArg(toolPath);
				for (const a of args) cmd += ` ${this._windowsQuoteCmdArg(a)}`;
			}
		} else {
			cmd += toolPath;
			for (const a of args) cmd += ` ${a}`;
		}
		return cmd;
	}
	_processLineBuffer(data, strBuffer, onLine) {
		try {
			let s = strBuffer + data.toString();
			let n = s.indexOf(os.EOL);
			while (n > -1) {
				onLine(s.substring(0, n));
				s = s.substring(n + os.EOL.length);
				n = s.indexOf(os.EOL);
			}
			return s;
		} catch (err) {
			this._debug(`error processing line. Failed with error ${err}`);
			return "";
		}
	}
	_getSpawnFileName() {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) return process.env["COMSPEC"] || "cmd.exe";
		}
		return this.toolPath;
	}
	_getSpawnArgs(options) {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
				for (const a of this.args) {
					argline += " ";
					argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
				}
				argline += "\"";
				return [argline];
			}
		}
		return this.args;
	}
	_endsWith(str, end) {
		return str.endsWith(end);
	}
	_isCmdFile() {
		const upperToolPath = this.toolPath.toUpperCase();
		return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
	}
	_windowsQuoteCmdArg(arg) {
		if (!this._isCmdFile()) return this._uvQuoteCmdArg(arg);
		if (!arg) return "\"\"";
		const cmdSpecialChars = [
			" ",
			"	",
			"&",
			"(",
			")",
			"[",
			"]",
			"{",
			"}",
			"^",
			"=",
			";",
			"!",
			"'",
			"+",
			",",
			"`",
			"~",
			"|",
			"<",
			">",
			"\""
		];
		let needsQuotes = false;
		for (const char of arg) if (cmdSpecialChars.some((x) => x === char)) {
			needsQuotes = true;
			break;
		}
		if (!needsQuotes) return arg;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\"";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_uvQuoteCmdArg(arg) {
		if (!arg) return "\"\"";
		if (!arg.includes(" ") && !arg.includes("	") && !arg.includes("\"")) return arg;
		if (!arg.includes("\"") && !arg.includes("\\")) return `"${arg}"`;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\\";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_cloneExecOptions(options) {
		options = options || {};
		const result = {
			cwd: options.cwd || process.cwd(),
			env: options.env || process.env,
			silent: options.silent || false,
			windowsVerbatimArguments: options.windowsVerbatimArguments || false,
			failOnStdErr: options.failOnStdErr || false,
			ignoreReturnCode: options.ignoreReturnCode || false,
			delay: options.delay || 1e4
		};
		result.outStream = options.outStream || process.stdout;
		result.errStream = options.errStream || process.stderr;
		return result;
	}
	_getSpawnOptions(options, toolPath) {
		options = options || {};
		const result = {};
		result.cwd = options.cwd;
		result.env = options.env;
		result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
		if (options.windowsVerbatimArguments) result.argv0 = `"${toolPath}"`;
		return result;
	}
	exec() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS && this.toolPath.includes("\\"))) this.toolPath = path$2.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
			this.toolPath = yield which(this.toolPath, true);
			return new Promise((resolve, reject) => __awaiter$1(this, void 0, void 0, function* () {
				this._debug(`exec tool: ${this.toolPath}`);
				this._debug("arguments:");
				for (const arg of this.args) this._debug(`   ${arg}`);
				const optionsNonNull = this._cloneExecOptions(this.options);
				if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os.EOL);
				const state = new ExecState(optionsNonNull, this.toolPath);
				state.on("debug", (message) => {
					this._debug(message);
				});
				if (this.options.cwd && !(yield exists$1(this.options.cwd))) return reject(/* @__PURE__ */ new Error(`The cwd: ${this.options.cwd} does not exist!`));
				const fileName = this._getSpawnFileName();
				const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
				let stdbuffer = "";
				if (cp.stdout) cp.stdout.on("data", (data) => {
					if (this.options.listeners && this.options.listeners.stdout) this.options.listeners.stdout(data);
					if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(data);
					stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.stdline) this.options.listeners.stdline(line);
					});
				});
				let errbuffer = "";
				if (cp.stderr) cp.stderr.on("data", (data) => {
					state.processStderr = true;
					if (this.options.listeners && this.options.listeners.stderr) this.options.listeners.stderr(data);
					if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) (optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream).write(data);
					errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.errline) this.options.listeners.errline(line);
					});
				});
				cp.on("error", (err) => {
					state.processError = err.message;
					state.processExited = true;
					state.processClosed = true;
					state.CheckComplete();
				});
				cp.on("exit", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				cp.on("close", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					state.processClosed = true;
					this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				state.on("done", (error, exitCode) => {
					if (stdbuffer.length > 0) this.emit("stdline", stdbuffer);
					if (errbuffer.length > 0) this.emit("errline", errbuffer);
					cp.removeAllListeners();
					if (error) reject(error);
					else resolve(exitCode);
				});
				if (this.options.input) {
					if (!cp.stdin) throw new Error("child process missing stdin");
					cp.stdin.end(this.options.input);
				}
			}));
		});
	}
};
function argStringToArray(argString) {
	const args = [];
	let inQuotes = false;
	let escaped = false;
	let arg = "";
	function append(c) {
		if (escaped && c !== "\"") arg += "\\";
		arg += c;
		escaped = false;
	}
	for (let i = 0; i < argString.length; i++) {
		const c = argString.charAt(i);
		if (c === "\"") {
			if (!escaped) inQuotes = !inQuotes;
			else append(c);
			continue;
		}
		if (c === "\\" && escaped) {
			append(c);
			continue;
		}
		if (c === "\\" && inQuotes) {
			escaped = true;
			continue;
		}
		if (c === " " && !inQuotes) {
			if (arg.length > 0) {
				args.push(arg);
				arg = "";
			}
			continue;
		}
		append(c);
	}
	if (arg.length > 0) args.push(arg.trim());
	return args;
}
var ExecState = class ExecState extends events.EventEmitter {
	constructor(options, toolPath) {
		super();
		this.processClosed = false;
		this.processError = "";
		this.processExitCode = 0;
		this.processExited = false;
		this.processStderr = false;
		this.delay = 1e4;
		this.done = false;
		this.timeout = null;
		if (!toolPath) throw new Error("toolPath must not be empty");
		this.options = options;
		this.toolPath = toolPath;
		if (options.delay) this.delay = options.delay;
	}
	CheckComplete() {
		if (this.done) return;
		if (this.processClosed) this._setResult();
		else if (this.processExited) this.timeout = setTimeout$2(ExecState.HandleTimeout, this.delay, this);
	}
	_debug(message) {
		this.emit("debug", message);
	}
	_setResult() {
		let error;
		if (this.processExited) {
			if (this.processError) error = /* @__PURE__ */ new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
			else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
			else if (this.processStderr && this.options.failOnStdErr) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
		}
		if (this.timeout) {
			clearTimeout(this.timeout);
			this.timeout = null;
		}
		this.done = true;
		this.emit("done", error, this.processExitCode);
	}
	static HandleTimeout(state) {
		if (state.done) return;
		if (!state.processClosed && state.processExited) {
			const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
			state._debug(message);
		}
		state._setResult();
	}
};

// node_modules/@actions/exec/lib/exec.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
function exec(commandLine, args, options) {
	return __awaiter(this, void 0, void 0, function* () {
		const commandArgs = argStringToArray(commandLine);
		if (commandArgs.length === 0) throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
		const toolPath = commandArgs[0];
		args = commandArgs.slice(1).concat(args || []);
		return new ToolRunner(toolPath, args, options).exec();
	});
}

// src/kernel/programs.ts
async function findProgram(name, path) {
	const candidates = name.includes("/") ? [name] : path.split(delimiter).filter(isAbsolute).map((folder) => join(folder, name));
	for (const candidate of candidates) if (await access(candidate, constants.X_OK).then(() => true, () => false)) return candidate;
}

// src/handoff/lease.ts
var lease_exports = /* @__PURE__ */ __exportAll({ leaseSchema: () => leaseSchema });
const path$1 = string().refine((text) => isAbsolute(text) && !/[\0\r\n]|\/\.\.?(?:\/|$)/.test(text));
const sshFiles = strictObject({
	directory: path$1.regex(/\/rcutorture-ssh-\w{6}$/),
	configFile: path$1
}).refine(({ directory, configFile }) => configFile === join(directory, "config"));
const leaseSchema = strictObject({
	names: array(string().regex(/^[^\s-]\S*$/)),
	key: string(),
	ssh: sshFiles.optional(),
	release: boolean(),
	journal: path$1.regex(/\/rcutorture-action\/in-use\/\d+\.json$/)
});

// src/results/reasonedLine.ts
function parseReasonedLine(line, what) {
	const [named = "", reason = "", until, ...rest] = line.split(/\s+::\s+/).map((part) => part.trim());
	if (named === "" || reason === "" || rest.length > 0) return `"${line}" is not "${what} :: reason" or "${what} :: reason :: until YYYY-MM-DD"`;
	if (until === void 0) return {
		what: named,
		reason
	};
	const expires = /^until (\d{4}-\d{2}-\d{2})$/.exec(until)?.[1];
	if (expires === void 0 || Number.isNaN(Date.parse(expires))) return `"${until}" is not "until YYYY-MM-DD"`;
	return {
		what: named,
		reason,
		expires
	};
}

// src/inputs/ignore.ts
function parseLine$1(line, today) {
	const parsed = parseReasonedLine(line, "REGEX");
	if (typeof parsed === "string") throw new InputError(`ignore: ${parsed}.`);
	const { what: pattern, reason, expires } = parsed;
	try {
		new RegExp(pattern);
	} catch {
		throw new InputError(`ignore: "${pattern}" is not a regular expression.`);
	}
	if (expires === void 0) return {
		pattern,
		reason
	};
	if (expires < today) throw new InputError(`ignore: "${pattern}" expired on ${expires}; remove it, or give it a new date.`);
	return {
		pattern,
		reason,
		expires
	};
}
__name(parseLine$1, "parseLine");
function parseIgnoreLines(lines, now) {
	const today = now.toISOString().slice(0, 10);
	return lines.map((line) => parseLine$1(line, today));
}

// src/results/baseline.ts
function parseBaseline(text, today) {
	const entries = [];
	const problems = [];
	for (const [index, whole] of text.split(/\r?\n/).entries()) {
		const line = whole.trim();
		if (line === "" || line.startsWith("#")) continue;
		const parsed = parseReasonedLine(line, "TITLE or FINGERPRINT");
		if (typeof parsed === "string") problems.push(`line ${index + 1}: ${parsed}`);
		else if (parsed.expires !== void 0 && parsed.expires < today) problems.push(`line ${index + 1}: "${parsed.what}" expired on ${parsed.expires}; remove it, or give it a new date`);
		else entries.push(parsed);
	}
	return {
		entries,
		problems
	};
}
const head = `# Known failures, which do not fail a job: TITLE or FINGERPRINT :: reason :: until YYYY-MM-DD
`;
const word = (text) => text.replace(/\s+/g, " ").replaceAll(" :: ", " : ").trim();
function addToBaseline(text, failures, until) {
	const named = new Set(text.split(/\r?\n/).flatMap((line) => {
		const parsed = parseReasonedLine(line.trim(), "");
		return typeof parsed === "string" ? [] : [parsed.what];
	}));
	const lines = /* @__PURE__ */ new Map();
	for (const { title, fingerprint, scenario } of failures) {
		if (fingerprint === void 0 || named.has(fingerprint) || named.has(title)) continue;
		if (lines.has(fingerprint)) continue;
		lines.set(fingerprint, `${fingerprint} :: ${word(title)} in ${word(scenario)}; say why :: until ${until}`);
	}
	return {
		text: (text === "" ? head : text.endsWith("\n") ? text : `${text}\n`) + [...lines.values()].map((line) => `${line}\n`).join(""),
		added: lines.size
	};
}

// src/text/plural.ts
function plural(count, one, many = `${one}s`) {
	return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

// src/results/status.ts
function hasVerdict({ verdict }) {
	return verdict === "passed" || verdict === "failed";
}
function hasKernel({ status }) {
	return status === "built" || status === "reused";
}

// src/results/assemble.ts
function overallVerdict(guests, builds) {
	const present = new Set(guests.map((guest) => guest.verdict));
	if (builds.some((build) => build.status === "failed")) present.add("build-failed");
	if (present.size === 0) {
		const ready = builds.filter(hasKernel);
		return builds.length > 0 && ready.length === builds.length ? "passed" : "did-not-run";
	}
	return worstVerdict([...present]);
}
function worstVerdict(some) {
	return verdicts.find((verdict) => some.includes(verdict)) ?? "did-not-run";
}
const statusOf = {
	passed: exitStatus.passed,
	failed: exitStatus.kernelFailed,
	"build-failed": exitStatus.kernelFailed,
	"did-not-run": exitStatus.infrastructure,
	"infrastructure-error": exitStatus.infrastructure
};
function exitStatusFor(verdict) {
	return statusOf[verdict];
}
function failedNames(guests, builds) {
	const names = guests.filter((guest) => guest.verdict !== "passed").map((guest) => guest.name);
	const unbuilt = builds.filter((build) => build.status === "failed").map((build) => build.scenario);
	return [.../* @__PURE__ */ new Set([...names, ...unbuilt])];
}

// src/results/attempts.ts
function latestGuests(guests) {
	const latest = /* @__PURE__ */ new Map();
	for (const { scenario, attempt } of guests) latest.set(scenario, Math.max(attempt, latest.get(scenario) ?? 0));
	return guests.filter(({ scenario, attempt }) => latest.get(scenario) === attempt);
}
function mergeAttempts(earlier, current) {
	const guests = [...earlier.guests, ...current.guests];
	const rebuilt = new Set(current.builds.map(({ scenario }) => scenario));
	const builds = [...earlier.builds.filter(({ scenario }) => !rebuilt.has(scenario)), ...current.builds];
	const known = new Set(current.systems.map(({ name }) => name));
	return {
		...current,
		guests,
		builds,
		systems: [...earlier.systems.filter(({ name }) => !known.has(name)), ...current.systems],
		verdict: overallVerdict(latestGuests(guests), builds),
		infrastructure: [...earlier.infrastructure, ...current.infrastructure]
	};
}
function unpassedScenarios({ guests }) {
	const unpassed = latestGuests(guests).filter(({ verdict }) => verdict !== "passed");
	return [...new Set(unpassed.map(({ scenario }) => scenario))];
}

// src/results/gate.ts
function isInBaseline(finding, baseline) {
	const names = /* @__PURE__ */ new Set([
		finding.title,
		finding.fingerprint,
		...finding.also ?? []
	]);
	return baseline.some(({ what }) => names.has(what));
}
function isInPast({ fingerprint }, guest, past) {
	return (past ?? []).some((one) => one.fingerprint === fingerprint && one.state !== "new" && (one.scenario === void 0 || one.scenario === guest.scenario));
}
function sortOut(results, { failOn, baseline, past }) {
	const all = /* @__PURE__ */ new Map();
	for (const guest of latestGuests(results.guests).filter(({ verdict }) => verdict === "failed")) {
		const { scenario } = guest;
		const errors = guest.findings.filter(({ severity }) => severity === "error");
		for (const finding of errors) {
			const { title, fingerprint } = finding;
			const known = failOn === "new" && isInPast(finding, guest, past) || isInBaseline(finding, baseline);
			all.set(`${scenario} ${fingerprint}`, {
				failure: {
					title,
					fingerprint,
					scenario
				},
				known
			});
		}
		const title = guest.ending.detail;
		if (errors.length === 0) all.set(`${scenario} ${title}`, {
			failure: {
				title,
				scenario
			},
			known: false
		});
	}
	const sorted = Map.groupBy(all.values(), ({ known }) => known);
	const failures = (known) => (sorted.get(known) ?? []).map(({ failure }) => failure);
	return {
		newFailures: failures(false),
		knownFailures: failures(true)
	};
}
function otherStatus({ guests, builds, verdict }) {
	if (builds.some(({ status }) => status === "failed")) return exitStatusFor("build-failed");
	const bad = latestGuests(guests).map((guest) => guest.verdict).filter((one) => one !== "failed" && one !== "passed");
	return Math.max(...bad.map(exitStatusFor), verdict === "failed" ? exitStatus.passed : exitStatusFor(verdict));
}
function gate(results, options) {
	const { failOn, baseline, past } = options;
	const { newFailures, knownFailures } = sortOut(results, options);
	const verdict = exitStatusFor(results.verdict);
	const lenient = failOn !== "any" || baseline.length > 0;
	if (results.verdict !== "failed" || !lenient) return {
		status: verdict,
		newFailures,
		knownFailures
	};
	const counts = newFailures.length > 0 && failOn !== "none";
	const status = counts ? verdict : otherStatus(results);
	const known = failOn === "none" ? [...knownFailures, ...newFailures] : knownFailures;
	const words = [...newFailures.length > 0 ? [`${plural(newFailures.length, "failure")} new`] : [], ...knownFailures.length > 0 ? [`${plural(knownFailures.length, "failure")} known`] : []].join(", ");
	const noPast = failOn === "new" && past === void 0 ? "; there is no history to compare with" : "";
	const others = status === exitStatus.passed ? "" : ", other trouble does";
	return {
		status,
		newFailures,
		knownFailures,
		sentence: `fail-on: ${failOn}: ${words}${noPast}; ${counts ? "the job fails" : `${known.length === 1 ? "it does" : "they do"} not fail the job${others}`}.`
	};
}

// src/storage/atomicFile.ts
async function writeAtomically(path, text, encoding = "utf8") {
	const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
	startTemporary(temporary);
	try {
		await writeFile(temporary, text, {
			encoding,
			flag: "wx"
		});
		await rename$1(temporary, path);
	} catch (error) {
		await rm$1(temporary, { force: true });
		throw error;
	} finally {
		settleTemporary(temporary);
	}
}

// src/results/mustFail.ts
const unexpected = {
	kind: "torture-failure",
	title: "Unexpected success: this guest had to fail",
	severity: "error",
	consoleLine: 1,
	lines: 1,
	text: "The kernel was given a deadlock that it must complain about, and it did not.",
	truncated: false,
	count: 1,
	fingerprint: "0e4bec7ed50cce55"
};
function asExpected(guest) {
	const marked = {
		...guest,
		mustFail: true
	};
	if (guest.verdict === "failed") {
		const findings = guest.findings.map((one) => ({
			...one,
			severity: "notice"
		}));
		return {
			...marked,
			verdict: "passed",
			findings
		};
	}
	if (guest.verdict === "passed") return {
		...marked,
		verdict: "failed",
		findings: [unexpected, ...guest.findings]
	};
	return marked;
}
function countsAsFailure({ scripts, mustFail }) {
	return mustFail ? scripts?.failed === false : scripts?.failed ?? false;
}

// package.json
var version$1 = "1.0.0-dev";

// src/version.ts
var version_exports = /* @__PURE__ */ __exportAll({
	tool: () => tool,
	version: () => version
});
const version = version$1;
const tool = {
	name: "rcutorture-action",
	version
};

// src/stages/conclude/results.ts
function scriptsExitStatus({ guests, builds, scriptsBuildErrors }) {
	if (guests.some(countsAsFailure)) return 3;
	if (scriptsBuildErrors) return 2;
	return builds.some((build) => build.configErrors.length > 0) ? 1 : 0;
}
function bootedName(guests) {
	const releases = new Set(guests.flatMap(({ booted }) => booted?.release ?? []));
	const [release] = releases;
	return releases.size === 1 ? `v${release}` : void 0;
}
function assembleResults(measured) {
	const { run, guests, builds } = measured;
	const describe = measured.describe ?? (run.commit === void 0 ? bootedName(guests) : void 0);
	return {
		version: 1,
		tool,
		createdAt: measured.now.toISOString(),
		attempt: measured.attempt,
		suite: run.suite,
		rundir: run.path,
		...run.rerunOf === void 0 ? {} : { rerunOf: run.rerunOf },
		...measured.reproduce === void 0 ? {} : { reproduce: measured.reproduce },
		kernel: {
			...run.tree === void 0 ? {} : { path: run.tree },
			...run.commit === void 0 ? {} : { commit: run.commit },
			...describe === void 0 ? {} : { describe },
			...measured.repository === void 0 ? {} : { repository: measured.repository },
			state: run.treeState
		},
		verdict: overallVerdict(guests, builds),
		scriptsExitStatus: scriptsExitStatus(measured),
		interrupted: measured.interrupted,
		systems: [...measured.systems],
		builds: [...builds],
		guests: [...guests],
		infrastructure: [...measured.infrastructure]
	};
}

// src/stages/conclude/runDirectory.ts
function concludeRunDirectory(facts) {
	const { run, guests, builds, scriptsErrors, before, attempt, repository, script, killed = false } = facts;
	const results = assembleResults({
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
		reproduce: before?.reproduce,
		now: /* @__PURE__ */ new Date()
	});
	const known = before?.reproduction ?? (script === void 0 ? void 0 : { script });
	return known === void 0 ? results : {
		...results,
		reproduction: known
	};
}

// node_modules/yocto-queue/index.js
var Node = class {
	value;
	next;
	constructor(value) {
		this.value = value;
	}
};
var Queue = class {
	#head;
	#tail;
	#size;
	constructor() {
		this.clear();
	}
	enqueue(value) {
		const node = new Node(value);
		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}
		this.#size++;
	}
	dequeue() {
		const current = this.#head;
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		if (!this.#head) this.#tail = void 0;
		return current.value;
	}
	peek() {
		if (!this.#head) return;
		return this.#head.value;
	}
	clear() {
		this.#head = void 0;
		this.#tail = void 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*[Symbol.iterator]() {
		let current = this.#head;
		while (current) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		while (this.#head) yield this.dequeue();
	}
};

// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = false;
	if (typeof concurrency === "object") ({concurrency, rejectOnClear = false} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
	const queue = new Queue();
	let activeCount = 0;
	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};
	const next = () => {
		activeCount--;
		resumeNext();
	};
	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		if (activeCount < concurrency) resumeNext();
	};
	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});
	Object.defineProperties(generator, {
		activeCount: { get: () => activeCount },
		pendingCount: { get: () => queue.size },
		clearQueue: { value() {
			if (!rejectOnClear) {
				queue.clear();
				return;
			}
			const abortError = AbortSignal.abort().reason;
			while (queue.size > 0) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			const promises = [];
			try {
				Array.from(iterable, (value, index) => {
					const promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (const promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
}

// src/rundir/batchFiles.ts
const mostGuests = 1e4;
function checkCount(count, where) {
	if (count <= 1e4) return;
	throw new InputError(`${where}: names ${count} guests; a run directory has at most ${mostGuests}.`);
}
function parseBatchesFile(text) {
	const cpus = /* @__PURE__ */ new Map();
	for (const line of text.split("\n")) {
		const match = /^\d+ (\S+) (\d+)$/.exec(line.trim());
		if (match) cpus.set(match[1] ?? "", Number(match[2]));
	}
	return cpus;
}
function parseScenariosFile(text, cpusOf, where) {
	const seen = /* @__PURE__ */ new Set();
	const batches = [];
	const lines = text.split("\n").filter((line) => !line.startsWith("#")).map((line) => line.trim().split(/\s+/).slice(1));
	checkCount(lines.reduce((sum, names) => sum + names.length, 0), where);
	for (const names of lines) {
		if (names.length === 0) continue;
		const guests = names.map((name) => {
			const parsed = parseGuestName(name);
			if (parsed === void 0) throw new InputError(`${where}: "${name}" is no guest name.`);
			if (seen.has(name)) throw new InputError(`${where}: ${name} appears twice.`);
			seen.add(name);
			return {
				name,
				...parsed,
				cpus: cpusOf(name)
			};
		});
		batches.push({
			number: batches.length + 1,
			guests
		});
	}
	if (batches.length === 0) throw new InputError(`${where}: names no guests.`);
	return batches;
}

// src/rundir/open.ts
const guestsRunByUs = "Guests run by rcutorture-action";
const fromStore = "kernels from a store";
async function guestFolders(path) {
	return (await readdir$1(path, { withFileTypes: true })).filter((entry) => entry.isDirectory() && parseGuestName(entry.name)).map((entry) => entry.name).sort();
}
function stateFrom(testId) {
	if (testId === void 0 || !/^Current commit: /m.test(testId)) return "unknown";
	return /nothing to commit|nothing added to commit/.test(testId) ? "clean" : "modified";
}
async function openRunDirectory(given, input = "rundir") {
	const path = resolve(given);
	if (!(await stat$1(path).catch(() => void 0))?.isDirectory()) throw new InputError(`${input}: "${given}" is not a folder; give a run directory.`);
	const text = (name) => textOf$3(path, join(path, name), shortText);
	const [suiteText, oldSuiteText, scenarios, batches, testId, rerun, remoteLog, folders] = await Promise.all([
		text(runFiles.suite[0]),
		text(runFiles.suite[1]),
		text(runFiles.scenarios),
		text(runFiles.batches),
		textOf$3(path, join(path, runFiles.testId)),
		text(runFiles.reRun),
		text(runFiles.remoteLog),
		guestFolders(path)
	]);
	checkCount(folders.length, path);
	if (folders.length === 0) throw new InputError(`${input}: "${given}" has no scenario folders; name a run directory such as res/2026.11.22-21.38.19.`);
	const suite = (suiteText ?? oldSuiteText)?.trim();
	if (!suite) throw new InputError(`${input}: "${given}" has no ${runFiles.suite[0]} file; it is not a run directory.`);
	if (!/^[A-Za-z][\w-]{0,63}$/.test(suite)) throw new InputError(`${join(path, runFiles.suite[0])}: names no torture suite; it says rcu, lock, scf or the like.`);
	const counts = parseBatchesFile(batches ?? "");
	const cpusOf = (name) => counts.get(name) ?? 1;
	return {
		path,
		suite,
		batches: scenarios === void 0 ? folders.map((name, i) => ({
			number: i + 1,
			guests: [{
				name,
				...parseGuestName(name) ?? {
					scenario: name,
					repetition: 1
				},
				cpus: cpusOf(name)
			}]
		})) : parseScenariosFile(scenarios, cpusOf, join(path, runFiles.scenarios)),
		commit: /^Current commit: ([0-9a-f]{7,64})$/m.exec(testId ?? "")?.[1],
		treeState: stateFrom(testId),
		tree: /^Build directory: (.+)$/m.exec(testId ?? "")?.[1],
		rerunOf: rerun?.startsWith("kernels from a store") ? void 0 : rerun?.trim() || void 0,
		reused: rerun !== void 0,
		ours: remoteLog?.startsWith("Guests run by rcutorture-action") ?? false
	};
}
async function readQemuCmd(run, guest) {
	const path = join(run.path, guest, guestFiles$1.qemuCmd);
	const text = await textOf$3(run.path, path, shortText);
	return text === void 0 ? void 0 : parseQemuCmd(text, path);
}

// src/rundir/scriptsOfTree.ts
const longestScript = 1048576;
async function dialectOfRun(path, tree) {
	const folders = [
		join(path, "bin"),
		join(path, "../../bin"),
		...tree !== void 0 && isAbsolute(tree) ? [join(tree, "tools/testing/selftests/rcutorture/bin")] : []
	];
	for (const folder of folders) {
		const script = await textOf$3(folder, join(folder, "console-badness.sh"), longestScript).catch(() => void 0);
		if (script !== void 0) return dialectOf(script);
	}
	return dialectOf("");
}

// src/kernel/buildLog.ts
const most$1 = 100;
const longest = 1e3;
const patterns = [
	{
		line: /^(?<file>[^\s:][^:]*):(?<line>\d+):(?:(?<column>\d+):)? ?(?:fatal )?(?<severity>[Ee]rror|[Ww]arning): ?(?<message>.+)$/,
		read: positioned
	},
	{
		line: /^(?<file>[^\s:]*Kconfig[^\s:]*):(?<line>\d+): (?<message>syntax error|.*unterminated.*|.*unexpected.*)$/,
		read: (groups) => positioned({
			...groups,
			severity: "error"
		})
	},
	{
		line: /^(?:\S*ld(?:\.\w+)?: )?(?<file>[^\s:]+):(?:(?<line>\d+)|\([^)]*\)): (?<message>(?:undefined reference to|multiple definition of) .+)$/,
		read: (groups) => positioned({
			...groups,
			severity: "error"
		})
	},
	{
		line: /^(?:\S*(?:ld\.lld|lld|gcc(?:-\d+)?|clang(?:-\d+)?|cc1|ld|as)): (?:fatal )?(?<severity>error|warning): (?<message>.+)$/,
		read: plain$3
	},
	{
		line: /^ERROR: (?<message>.+)$/,
		read: (groups) => plain$3({
			...groups,
			severity: "error"
		})
	},
	{
		line: /^(?<message>\S+\.o: warning: objtool: .+)$/,
		read: (groups) => plain$3({
			...groups,
			severity: "warning"
		})
	},
	{
		line: /^(?<message>\S*sh: (?:line )?\d+: .+: (?:command )?not found)$/,
		read: (groups) => plain$3({
			...groups,
			severity: "error"
		})
	}
];
const makeError = /^make(?:\[\d+\])?: \*\*\* (?<message>.+)$/;
const makeEcho = /: __sub-make\]|(?:: |\[)(?:\.|[\w./-]*\/?[\w-]+)\] Error 2$|^Waiting for unfinished jobs/;
function buildDiagnostics(output, tree) {
	const found = /* @__PURE__ */ new Map();
	const fromMake = [];
	for (const line of output.split("\n").map((one) => one.trimEnd())) {
		const diagnostic = readLine(line, tree);
		if (diagnostic) found.set(JSON.stringify(diagnostic), diagnostic);
		const message = makeError.exec(line)?.groups?.message;
		if (message && !makeEcho.test(message)) fromMake.push({
			severity: "error",
			message: `make: ${message}`
		});
	}
	const all = [...found.values()];
	const errors = all.filter(({ severity }) => severity === "error");
	const warnings = all.filter(({ severity }) => severity === "warning");
	return [...errors.length > 0 ? errors : fromMake.slice(0, 5), ...warnings].slice(0, most$1);
}
function readLine(line, tree) {
	for (const pattern of patterns) {
		const groups = pattern.line.exec(line)?.groups;
		if (groups) return inTree(pattern.read(groups), tree);
	}
}
function positioned(groups) {
	return {
		...plain$3(groups),
		...groups.file ? { file: groups.file } : {},
		...Number(groups.line) > 0 ? { line: Number(groups.line) } : {},
		...Number(groups.column) > 0 ? { column: Number(groups.column) } : {}
	};
}
function plain$3({ severity = "error", message = "" }) {
	return {
		severity: severity.toLowerCase() === "warning" ? "warning" : "error",
		message: message.slice(0, longest)
	};
}
__name(plain$3, "plain");
function inTree(diagnostic, tree) {
	if (diagnostic.file === void 0) return diagnostic;
	const file = diagnostic.file.startsWith(`${tree}/`) ? diagnostic.file.slice(tree.length + 1) : diagnostic.file;
	return {
		...diagnostic,
		file: file.replace(/^\.\//, "")
	};
}
const machineTrouble = [
	[/No space left on device/, "the disk is full"],
	[/Disk quota exceeded/, "the disk quota is used up"],
	[/Killed signal terminated program|(?:gcc|clang|ld|cc1)\S*: .*\bKilled\b|virtual memory exhausted|Cannot allocate memory/, "memory ran out"],
	[/Read-only file system/, "the file system is read-only"],
	[/^make(?:\[\d+\])?: \*\*\* .*\] (?:Hangup|Interrupt|Killed|Terminated)$/m, "somebody ended its processes"],
	[/internal compiler error|PLEASE submit a bug report/, "the compiler crashed"],
	[/(?:Input\/output|I\/O) error/, "the disk has errors"]
];
function machineFault(output) {
	return machineTrouble.find(([sign]) => sign.test(output))?.[1];
}

// src/kernel/configCheck.ts
function improperlySet(config, fragment, rules = "exact") {
	return rules === "exact" ? exact(config, fragment) : substring(config, fragment);
}
function withoutKcsanNoise(options, input) {
	if (!/^CONFIG_KCSAN=y$/m.test(input)) return [...options];
	return options.filter((option) => !/CONFIG_PROVE_RCU|CONFIG_PREEMPT_COUNT/.test(option));
}
function exact(config, fragment) {
	const set = new Set(config.replaceAll("\"", "").split("\n"));
	const names = new Set([...set].flatMap((line) => line.includes("=") ? [line.slice(0, line.indexOf("="))] : []));
	const wanted = fragment.split("\n").map((line) => line.replace(/^#CHECK#/, "")).filter((line) => line.startsWith("CONFIG_"));
	const off = wanted.filter((line) => /=n$/.test(line));
	const on = wanted.filter((line) => !/=n$/.test(line)).map((line) => line.replaceAll("\"", ""));
	return [...off.filter((line) => !set.has(line) && names.has(line.slice(0, -2))), ...on.filter((line) => !set.has(line))];
}
function substring(config, fragment) {
	return fragment.split("\n").filter((line) => line !== "" && !line.startsWith("CONFIG_INITRAMFS_SOURCE")).flatMap((line) => {
		const off = /^(.*)=n/.exec(line)?.[1];
		if (off !== void 0) {
			const text = line.replace(/(.*)=n/, "# $1 is not set");
			return config.includes(text) || !config.includes(off) ? [] : [off];
		}
		const wanted = line.replace(/^#CHECK#/, "").replaceAll("\"", "");
		return config.includes(wanted) ? [] : [wanted];
	});
}

// src/kernel/buildResult.ts
const outputs = [
	"Make.defconfig.out",
	"Make.oldconfig.out",
	"Make.oldconfig.err",
	"Make.out"
];
async function readBuild(folder, scenario, tree, seconds, booted = false) {
	const output = (await Promise.all(outputs.map((name) => text$2(join(folder, name))))).filter(Boolean).join("");
	const built = booted || await locateFile(dirname(folder), join(folder, "builtkernel")) !== void 0;
	const config = await text$2(join(folder, ".config"));
	const fragment = await text$2(join(folder, "ConfigFragment"));
	const askedFor = await text$2(join(folder, "ConfigFragment.input"));
	const diagnostics = buildDiagnostics(output, tree);
	return {
		result: {
			scenario,
			status: built ? "built" : didEnd(diagnostics) && machineFault(output) === void 0 ? "failed" : "skipped",
			...seconds === void 0 ? {} : { seconds },
			diagnostics: built ? diagnostics : explained(diagnostics, output),
			...variantOf(config),
			configErrors: config === "" ? [] : withoutKcsanNoise(improperlySet(config, fragment), askedFor)
		},
		output
	};
}
function didEnd(diagnostics) {
	return diagnostics.some(({ severity, file }) => severity === "error" || file?.includes("rcu"));
}
function variantOf(config) {
	const variant = sanitizers.find((name) => config.includes(`\nCONFIG_${name.toUpperCase()}=y\n`));
	return variant === void 0 ? {} : { variant };
}
function explained(diagnostics, output) {
	if (diagnostics.some(({ severity }) => severity === "error")) return diagnostics;
	if (diagnostics.length > 0) {
		if (diagnostics.find(({ file }) => file?.includes("rcu"))) return [{
			severity: "error",
			message: "a warning in RCU's files stops the build"
		}, ...diagnostics];
	}
	const last = output.trimEnd().split("\n").at(-1)?.trim();
	return [{
		severity: "error",
		message: last ? `the build stopped after: ${last}` : "the build printed nothing"
	}, ...diagnostics];
}
async function text$2(file) {
	return await textOf$3(dirname(dirname(file)), file) ?? "";
}
__name(text$2, "text");

// src/kernel/buildVerdict.ts
function countedAsBuildError(makeOut) {
	return linesOf(makeOut).filter((line) => /error:|warning:|^ld: .*undefined reference to/.test(line));
}
function linesOf(text) {
	const lines = text.split("\n");
	if (lines.at(-1) === "") lines.pop();
	return lines;
}

// src/stages/judge/builds.ts
async function hasConsole(run, guest) {
	const name = await findConsole(run, guest);
	return name !== void 0 && (await sizeOf$1(run, join(run, guest, name)) ?? 0) > 0;
}
async function readBuilds(run, known = []) {
	const guests = run.batches.flatMap((batch) => batch.guests);
	const scenarios = Map.groupBy(guests, (guest) => guest.scenario);
	const builds = [];
	let scriptsErrors = false;
	for (const [scenario, copies] of scenarios) {
		const folder = join(run.path, scenario);
		const earlier = known.find((build) => build.scenario === scenario);
		const booted = (await Promise.all(copies.map(({ name }) => hasConsole(run.path, name)))).includes(true);
		const { result } = await readBuild(folder, scenario, run.tree ?? "/", earlier?.seconds, booted);
		const reused = result.status === "built" && run.rerunOf !== void 0;
		builds.push(earlier !== void 0 && earlier.status !== "built" ? {
			...earlier,
			...result.variant === void 0 ? {} : { variant: result.variant }
		} : {
			...result,
			...reused ? {
				status: "reused",
				origin: run.rerunOf
			} : {}
		});
		scriptsErrors ||= await countsForScripts(scenario, run);
	}
	return {
		builds,
		scriptsErrors
	};
}
async function countsForScripts(scenario, run) {
	const file = (name) => join(run.path, scenario, name);
	const log = await textOf$3(run.path, file(guestFiles$1.makeOut));
	if (log === void 0) return false;
	if (countedAsBuildError(log).length > 0) return true;
	const images = [guestFiles$1.vmlinux, `${guestFiles$1.vmlinux}.xz`].map((name) => locateFile(run.path, file(name)));
	return (await Promise.all(images)).every((image) => image === void 0) && !run.reused;
}

// src/stages/judge/consolePool.ts
const bytesPerThread = 24 * 2 ** 20;
const mostThreads = 4;
const bytesElsewhere = 256 * 2 ** 20;
const mostFindings = 50;
const resourceLimits = {
	maxYoungGenerationSizeMb: 6,
	maxOldGenerationSizeMb: 64
};
const unpacked = 12;
const isPacked = (path) => /\.(?:gz|zst|xz)$/.test(path);
const program$1 = new URL(`./consoleWorker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
function ask(worker, file) {
	return new Promise((resolve, reject) => {
		const died = (cause) => reject(cause instanceof Error ? cause : /* @__PURE__ */ new Error(`worker: ${cause}`));
		worker.once("error", died).once("exit", died);
		worker.once("message", (answer) => {
			worker.off("error", died).off("exit", died);
			resolve(answer);
		});
		worker.postMessage(file);
	});
}
function share(total, files, threads) {
	const wanted = Math.min(threads, files, Math.ceil(total / bytesPerThread));
	return total > bytesElsewhere ? {
		helpers: wanted,
		here: false
	} : {
		helpers: Math.max(0, wanted - 1),
		here: true
	};
}
async function analyzeFiles(files, threads = Math.min(availableParallelism(), mostThreads)) {
	const tasks = await Promise.all(files.map(async (file, index) => {
		return {
			index,
			file,
			bytes: await stat$1(file.path).then(({ size }) => isPacked(file.path) ? size * unpacked : size, () => 0)
		};
	}));
	const queue = tasks.toSorted((a, b) => b.bytes - a.bytes);
	const analyses = new Array(files.length).fill(void 0);
	const here = async (most) => {
		for (let task = queue.shift(); task !== void 0; task = queue.shift()) try {
			analyses[task.index] = await analyzeFile(task.file, most);
		} catch (error) {
			if (!(error instanceof Crowded)) throw error;
			queue.unshift(task);
			return elsewhere(start());
		}
	};
	const elsewhere = async (worker) => {
		for (let task = queue.shift(); task !== void 0; task = queue.shift()) {
			const answer = await ask(worker, task.file).catch(() => ({ failed: true }));
			if ("failed" in answer) {
				queue.push(task);
				return;
			}
			analyses[task.index] = answer.analysis;
		}
	};
	const plan = share(tasks.reduce((sum, { bytes }) => sum + bytes, 0), files.length, threads);
	const workers = [];
	const start = () => {
		const worker = new Worker(program$1, { resourceLimits });
		workers.push(worker);
		return worker;
	};
	try {
		const helpers = Array.from({ length: plan.helpers }, start);
		await Promise.all([plan.here ? here(mostFindings) : void 0, ...helpers.map(elsewhere)]);
		await here();
	} finally {
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
	return analyses;
}

// src/console/verdict.ts
const fatal = /* @__PURE__ */ new Set([
	"panic",
	"oops",
	"bug",
	"null-dereference",
	"paging-request",
	"general-protection",
	"divide-error",
	"double-fault",
	"hard-lockup"
]);
function judgeGuest(analysis, ending) {
	const judged = judgeEnding(analysis, ending);
	if (judged.verdict !== "passed" || analysis === void 0 || analysis.tested) return judged;
	const text = "The test says that it succeeded, and counted nothing. Run it for longer.";
	return {
		verdict: "did-not-run",
		findings: [...judged.findings, {
			...findingAtEnd(analysis, "other", nothingTested, text),
			severity: "notice"
		}]
	};
}
const nothingTested = "nothing was tested: no grace period or operation was counted";
function judgeEnding(analysis, ending) {
	const findings = [...analysis?.findings ?? []];
	if (findings.some(isError)) return {
		verdict: "failed",
		findings: [...findings, ...more(analysis, ending, findings)]
	};
	switch (ending.cause) {
		case "not-started": return {
			verdict: "did-not-run",
			findings
		};
		case "qemu-failed":
		case "lost": return {
			verdict: "infrastructure-error",
			findings
		};
		case "cancelled":
		case "stopped": return {
			verdict: isComplete(analysis) ? "passed" : "did-not-run",
			findings
		};
		case "unknown":
		case "exited": if (analysis === void 0) return {
			verdict: "did-not-run",
			findings
		};
	}
	const added = more(analysis, ending, findings);
	return {
		verdict: added.some(isError) ? "failed" : "passed",
		findings: [...added, ...findings]
	};
}
const isError = (finding) => finding.severity === "error";
function isComplete(analysis) {
	if (analysis?.completion === "not-demanded") return (analysis.counters.durations?.count ?? 0) > 0;
	return analysis?.completion === "success" && analysis.scripts.failed === false;
}
function findingAtEnd(analysis, kind, title, text) {
	const time = analysis?.counters.lastTime;
	return {
		kind,
		title,
		severity: "error",
		...time === void 0 ? {} : { time },
		consoleLine: Math.max(1, analysis?.lines ?? 1),
		lines: 1,
		text,
		truncated: false,
		count: 1,
		fingerprint: fingerprintOf(kind, title, void 0)
	};
}
function more(analysis, ending, known) {
	const hung = ending.cause === "hung";
	if (!hung && ending.cause !== "exited" && ending.cause !== "unknown") return [];
	const at = analysis?.counters.lastTime;
	const when = at === void 0 ? "" : ` The last line is from ${at.toFixed(1)} s after boot.`;
	const make = (kind, title, text) => findingAtEnd(analysis, kind, title, text);
	if (analysis === void 0) return [make("hang", "hang: its console log is missing", `The guest had to be killed. ${ending.detail}`.trim())];
	if (analysis.bytes === 0) return [make("silence", "silence: nothing on the console", `The guest printed nothing. ${ending.detail}`.trim())];
	const ended = hasEnded(analysis);
	if (hung) {
		if (ended) return [make("hang", "hang at shutdown", `The test ended, the guest did not.${when}`)];
		if (!analysis.started) return [make("boot-failure", "hang during boot", `The torture test never began.${when}`)];
		return [make("hang", "hang during the test", `The guest had to be killed.${when}`)];
	}
	if (ended || known.some((finding) => isError(finding) && fatal.has(finding.kind))) return [];
	if (!analysis.started) return [make("boot-failure", "boot failure: the test never began", `The guest ended without a torture test.${when}`)];
	return [make("no-end", "no end of test", `The console has no End of test.${when}`)];
}
function hasEnded(analysis) {
	if (analysis.completion === "not-demanded") return (analysis.counters.durations?.count ?? 0) > 0;
	return analysis.completion !== "none";
}

// src/stages/judge/judge.ts
async function endingOnDisk(run, guest, console) {
	const [retval, warnings] = await Promise.all([textOf$3(run, join(run, guest, guestFiles$1.qemuRetval), shortText), textOf$3(run, join(run, guest, guestFiles$1.warnings), shortText)]);
	const status = /^\d+$/.test(retval?.trim() ?? "") ? Number(retval) : null;
	const ending = (cause, detail) => ({
		cause,
		exitStatus: status,
		signal: status === 137 ? "SIGKILL" : null,
		detail
	});
	const hung = /^!!! PID .* hung at .*$/m.exec(warnings ?? "")?.[0];
	if (hung) return ending("hung", hung);
	const stopped = /^PID .* killed due to .*$/m.exec(warnings ?? "")?.[0];
	if (stopped) return ending("stopped", stopped);
	if (status === 0) return ending("exited", `qemu ended by itself.${console === void 0 ? " Its console log is missing, so there is nothing to judge." : ""}`);
	if (status === 137) return ending("unknown", "qemu was killed; nothing says by whom.");
	if (status !== null) return ending("qemu-failed", `qemu exited with status ${status}.`);
	if (console !== void 0) return ending("unknown", "Nothing says how qemu ended.");
	return ending("not-started", "There is no console log.");
}
function guestResult({ outcome, analysis, build, planned, sample, attempt, consoleName = guestFiles$1.console }) {
	const { guest, ending, batch, system, startedAt, endedAt, lived } = outcome;
	const judged = judgeGuest(analysis, ending);
	const unbuilt = build?.status === "failed";
	return {
		name: guest.name,
		scenario: guest.scenario,
		repetition: guest.repetition,
		sample,
		attempt,
		verdict: unbuilt ? "build-failed" : judged.verdict,
		...build?.variant === void 0 ? {} : { variant: build.variant },
		...system === void 0 ? {} : { system },
		batch,
		cpus: guest.cpus,
		timing: {
			...startedAt === void 0 ? {} : { startedAt: startedAt.toISOString() },
			...endedAt === void 0 ? {} : { endedAt: endedAt.toISOString() },
			...planned === void 0 ? {} : { planned },
			...lived === void 0 ? {} : { lived }
		},
		ending: unbuilt ? {
			...ending,
			detail: "Its kernel did not build."
		} : ending,
		counters: analysis?.counters ?? {},
		findings: unbuilt ? [] : judged.findings,
		ignored: analysis?.ignored ?? [],
		progress: analysis?.progress ?? [],
		...analysis === void 0 ? {} : {
			scripts: analysis.scripts,
			...analysis.booted === void 0 ? {} : { booted: analysis.booted },
			console: join(guest.name, consoleName),
			consoleBytes: analysis.bytes,
			consoleLines: analysis.lines
		}
	};
}

// src/results/answer.ts
const countsSchema = object({
	failures: number().int().nonnegative(),
	runs: number().int().nonnegative(),
	hours: number().nonnegative()
});
const answerSchema = object({
	question: string(),
	decision: _enum([
		"yes",
		"no",
		"undecided"
	]),
	confidence: number().gt(0).lt(1),
	sentence: string(),
	unit: _enum(["hours", "runs"]),
	failure: object({
		title: string(),
		fingerprint: string().optional()
	}).optional(),
	now: countsSchema,
	before: countsSchema.extend({ from: string() }).optional(),
	threshold: number().positive().optional(),
	remaining: object({
		exposure: number().nonnegative(),
		seconds: number().nonnegative().optional()
	}).optional(),
	sequence: array(object({
		exposure: number().nonnegative(),
		failures: number().int().nonnegative(),
		low: number().nonnegative(),
		high: number().nonnegative().optional()
	}))
});

// src/results/schema.ts
const suiteSchema = _enum(suites);
const verdictSchema = _enum(verdicts);
const findingKindSchema = _enum(findingKinds);
const findingSchema = object({
	kind: findingKindSchema,
	title: string(),
	also: array(string()).optional(),
	incomplete: literal(true).optional(),
	trail: string().regex(/^(?:[0-9a-f]{4})+$/).optional(),
	severity: _enum(["error", "notice"]),
	file: string().optional(),
	line: number().int().positive().optional(),
	function: string().optional(),
	task: string().optional(),
	pid: number().int().nonnegative().optional(),
	cpu: number().int().nonnegative().optional(),
	time: number().nonnegative().optional(),
	consoleLine: number().int().positive(),
	lines: number().int().positive(),
	text: string(),
	truncated: boolean(),
	count: number().int().positive(),
	fingerprint: string().regex(/^[0-9a-f]{16}$/)
});
const ignoredSchema = object({
	pattern: string(),
	reason: string(),
	source: _enum(["built-in", "input"]),
	count: number().int().nonnegative()
});
const countersSchema = object({
	gracePeriods: number().optional(),
	operations: number().optional(),
	rate: number().optional(),
	closeCalls: number().optional(),
	forwardProgressMaxCallbacks: number().optional(),
	endState: string().optional(),
	durations: object({
		count: number(),
		mean: number(),
		min: number(),
		median: number(),
		medianLow: number().optional(),
		medianHigh: number().optional(),
		p90: number(),
		p99: number(),
		max: number()
	}).optional(),
	lastTime: number().optional()
});
const scriptsVerdictSchema = object({
	failed: boolean(),
	diagnostics: array(string())
});
const progressPointSchema = object({
	time: number(),
	value: number()
});
const endingSchema = object({
	cause: _enum([
		"exited",
		"hung",
		"cancelled",
		"stopped",
		"qemu-failed",
		"lost",
		"not-started",
		"unknown"
	]),
	exitStatus: number().int().nullable(),
	signal: string().nullable(),
	detail: string()
});
const guestResultSchema = object({
	name: string(),
	scenario: string(),
	suite: string().optional(),
	commit: string().optional(),
	repetition: number().int().positive(),
	sample: number().int().positive().default(1),
	attempt: number().int().positive().default(1),
	verdict: verdictSchema,
	mustFail: literal(true).optional(),
	variant: _enum(sanitizers).optional(),
	system: string().optional(),
	batch: number().int().positive().optional(),
	cpus: number().int().positive().optional(),
	timing: object({
		startedAt: datetime().optional(),
		endedAt: datetime().optional(),
		planned: number().nonnegative().optional(),
		lived: number().nonnegative().optional()
	}),
	ending: endingSchema,
	counters: countersSchema,
	findings: array(findingSchema),
	ignored: array(ignoredSchema).default([]),
	scripts: scriptsVerdictSchema.optional(),
	progress: array(progressPointSchema).default([]),
	booted: object({
		release: string(),
		compiler: string().optional()
	}).optional(),
	console: string().optional(),
	consoleBytes: number().int().nonnegative().optional(),
	consoleLines: number().int().nonnegative().optional()
});
const diagnosticSchema = object({
	severity: _enum(["error", "warning"]),
	message: string(),
	file: string().optional(),
	line: number().int().positive().optional(),
	column: number().int().positive().optional()
});
const buildResultSchema = object({
	scenario: string(),
	status: _enum([
		"built",
		"reused",
		"failed",
		"skipped"
	]),
	seconds: number().nonnegative().optional(),
	origin: string().optional(),
	key: string().optional(),
	diagnostics: array(diagnosticSchema),
	reason: string().optional(),
	variant: _enum(sanitizers).optional(),
	configErrors: array(string()).default([])
});
const systemFactsSchema = object({
	name: string(),
	hostname: string().optional(),
	cpus: number().int().positive().optional(),
	memory: number().int().positive().optional(),
	architecture: string().optional(),
	qemu: string().optional(),
	accelerator: _enum(["kvm", "tcg"]).optional(),
	acceleratorReason: string().optional(),
	lost: string().optional()
});
const setResultSchema = object({
	id: string(),
	family: string(),
	suite: string(),
	verdict: verdictSchema,
	detail: string().optional(),
	guests: number().int().nonnegative(),
	kernels: number().int().nonnegative()
});
const resultsSchema = object({
	version: literal(1),
	tool: object({
		name: string(),
		version: string()
	}),
	createdAt: datetime(),
	attempt: number().int().positive(),
	suite: suiteSchema.or(string()),
	rundir: string(),
	rerunOf: string().optional(),
	reproduce: string().optional(),
	reproduction: object({
		workflow: string().optional(),
		laptop: string().optional(),
		script: string().optional()
	}).optional(),
	kernel: object({
		path: string().optional(),
		commit: string().optional(),
		describe: string().optional(),
		state: _enum([
			"clean",
			"modified",
			"unknown"
		]),
		repository: string().optional()
	}),
	plan: string().optional(),
	series: array(object({
		commit: string(),
		describe: string().optional(),
		subject: string()
	})).optional(),
	sets: array(setResultSchema).optional(),
	verdict: verdictSchema,
	answer: answerSchema.optional(),
	scriptsExitStatus: number().int().min(0).max(3),
	interrupted: boolean().default(false),
	systems: array(systemFactsSchema),
	builds: array(buildResultSchema),
	guests: array(guestResultSchema),
	infrastructure: array(string()).default([])
});

// src/stages/judge/known.ts
async function earlierResults(run) {
	const text = await textOf$3(run, join(run, runFiles.results));
	if (text === void 0) return void 0;
	try {
		return resultsSchema.safeParse(JSON.parse(text)).data;
	} catch {
		return;
	}
}
async function knownFailures(path) {
	const results = await earlierResults(path).catch(() => void 0);
	return new Set(results ? unpassedScenarios(results) : []);
}

// src/results/shardRecord.ts
const shardFile = "shard.json";
const shardRecordSchema = object({
	format: literal("rcutorture-action shard"),
	version: literal(1),
	plan: string(),
	shard: string(),
	attempt: int().positive(),
	createdAt: datetime(),
	guests: array(object({
		name: string().regex(/^[A-Z0-9][\w-]*(?:\.[1-9]\d*)?$/),
		set: string(),
		planned: string(),
		sample: int().positive(),
		suite: string().optional(),
		mustFail: boolean().optional()
	}))
});

// src/stages/judge/shardFacts.ts
async function shardFacts(path) {
	const text = await textOf$3(path, join(path, shardFile)).catch(() => void 0);
	if (text === void 0) return /* @__PURE__ */ new Map();
	try {
		const { guests } = shardRecordSchema.parse(JSON.parse(text));
		return new Map(guests.map(({ name, suite, mustFail }) => [name, {
			suite,
			mustFail
		}]));
	} catch {
		return /* @__PURE__ */ new Map();
	}
}

// src/stages/judge/runDirectory.ts
var runDirectory_exports = /* @__PURE__ */ __exportAll({ judgeRunDirectory: () => judgeRunDirectory });
function endedWithJob(ending, killed) {
	if (ending.cause !== "unknown" || ending.exitStatus !== null) return ending;
	const detail = killed ? "The job was killed before this guest ended." : "Its job was killed before this guest ended, or still runs.";
	return {
		...ending,
		cause: "cancelled",
		detail
	};
}
function understood(text) {
	try {
		return parseQemuCmd(text, guestFiles$1.qemuCmd);
	} catch (error) {
		if (error instanceof InputError) return void 0;
		throw error;
	}
}
async function openFolder(run, batch, guest, build, { ignore, killed = false }, dialect, suite = run.suite) {
	const consoleName = await findConsole(run.path, guest.name);
	const text = await textOf$3(run.path, join(run.path, guest.name, guestFiles$1.qemuCmd), shortText);
	const cmd = text === void 0 ? void 0 : understood(text);
	const planned = cmd && plannedSeconds(cmd);
	const ending = await endingOnDisk(run.path, guest.name, consoleName);
	const outcome = {
		guest,
		batch: batch.number,
		silences: [],
		ending: killed || run.ours ? endedWithJob(ending, killed) : ending
	};
	const path = join(run.path, guest.name, consoleName ?? guestFiles$1.console);
	const options = {
		suite,
		title: guest.name,
		ignore,
		dialect,
		...planned === void 0 ? {} : { plannedSeconds: planned }
	};
	return {
		outcome,
		build,
		planned,
		consoleName,
		console: {
			run: run.path,
			path,
			options
		}
	};
}
function withKnown(guest, before) {
	const known = before?.guests.filter(({ name }) => name === guest.name).at(-1);
	if (known === void 0 || guest.ending.cause === "not-started") return guest;
	const { timing, ending, system, attempt } = known;
	return {
		...guest,
		timing,
		ending,
		attempt,
		...system === void 0 ? {} : { system }
	};
}
async function callOfScript(run) {
	const log = await textOf$3(run, join(run, runFiles.log)).catch(() => void 0);
	return /^\S*kvm(?:-again|-remote)?\.sh .*$/m.exec(log?.slice(0, 1e5) ?? "")?.[0].slice(0, 4e3);
}
async function judgeRunDirectory(path, about) {
	const run = await openRunDirectory(path);
	const before = await earlierResults(run.path);
	const { builds, scriptsErrors } = await readBuilds(run);
	const dialect = await dialectOfRun(run.path, run.tree);
	const facts = await shardFacts(run.path);
	const limit = pLimit(availableParallelism());
	const folders = await Promise.all(run.batches.flatMap((batch) => batch.guests.map((guest) => {
		const build = builds.find(({ scenario }) => scenario === guest.scenario);
		return limit(() => openFolder(run, batch, guest, build, about, dialect, facts.get(guest.name)?.suite));
	})));
	const analyses = await analyzeFiles(folders.map(({ console }) => console));
	const guests = folders.map((folder, i) => {
		const result = guestResult({
			...folder,
			analysis: analyses[i],
			sample: 1,
			attempt: about.attempt
		});
		return withKnown(facts.get(result.name)?.mustFail ? asExpected(result) : result, before);
	});
	const extracts = guests.flatMap(({ console }, i) => analyses[i]?.hasExtracts ? console ?? [] : []);
	return {
		run,
		script: await callOfScript(run.path),
		before,
		guests,
		builds,
		scriptsErrors,
		extracts: new Set(extracts)
	};
}

// src/modes/judged.ts
async function judged(rundir, about) {
	return concludeRunDirectory({
		...about,
		...await judgeRunDirectory(rundir, about)
	});
}

// src/kernel/git.ts
const scriptsOutput = ["res", "initrd"].map((name) => `tools/testing/selftests/rcutorture/${name}`);
function gitCommand(tree, ...args) {
	return {
		argv: [
			"git",
			"-c",
			"safe.directory=*",
			"-c",
			"core.fsmonitor=false",
			"-C",
			tree,
			...args
		],
		env: {
			GIT_OPTIONAL_LOCKS: "0",
			LC_ALL: "C"
		}
	};
}
function trustTree(tree) {
	return {
		GIT_CONFIG_COUNT: "1",
		GIT_CONFIG_KEY_0: "safe.directory",
		GIT_CONFIG_VALUE_0: tree
	};
}
const ownFiles = [".", ...scriptsOutput.map((path) => `:(exclude)${path}`)];
async function readGitFacts(tree, executor) {
	const heads = await executor.run(gitCommand(tree, "rev-parse", "--show-cdup", "HEAD", "HEAD^{tree}"));
	if (heads.cause === "failed-to-start") return {
		state: "unknown",
		reason: "git is not installed"
	};
	if (heads.exitStatus !== 0) return {
		state: "unknown",
		reason: heads.stderr.trim().split("\n")[0] || "not a git repository"
	};
	const [up, commit, treeId] = heads.stdout.split("\n");
	if (up !== "") return {
		state: "unknown",
		reason: "the tree is not a git repository of its own"
	};
	const [status, describe, remote] = await Promise.all([
		executor.run(gitCommand(tree, "status", "--porcelain", "--", ...ownFiles)),
		executor.run(gitCommand(tree, "describe", "--tags", "--always")),
		executor.run(gitCommand(tree, "remote", "get-url", "origin"))
	]);
	const state = status.exitStatus !== 0 ? "unknown" : status.stdout === "" ? "clean" : "modified";
	return {
		...commit ? { commit } : {},
		...treeId ? { treeId } : {},
		...describe.exitStatus === 0 ? { describe: describe.stdout.trim() } : {},
		...remote.exitStatus === 0 ? { repository: withoutCredentials(remote.stdout.trim()) } : {},
		state
	};
}
function describeTree({ describe, commit }, version) {
	return describe ?? (commit === void 0 ? `v${version}` : void 0);
}
function withoutCredentials(url) {
	return url.replace(/^([a-z+]+:\/\/)[^/@]*@/, "$1");
}

// src/kernel/tree.ts
const rcutortureFolder = "tools/testing/selftests/rcutorture";
async function openKernelTree(folder) {
	const path = await realFolder(folder);
	const version = kernelVersion(await text$1(join(path, "Makefile")));
	if (version === void 0) throw new InputError(`kernel "${folder}" is not a kernel tree: its Makefile names no kernel VERSION and PATCHLEVEL. Give the top folder of a Linux source tree.`);
	const rcutorture = join(path, rcutortureFolder);
	const script = await text$1(join(rcutorture, "bin/kvm.sh"));
	if (script === void 0) throw new InputError(`kernel "${folder}" (Linux ${version}) has no ${rcutortureFolder}/bin/kvm.sh: give a full source tree.`);
	const unfit = pathUnfit(path);
	if (unfit !== void 0) {
		const what = /\s/.test(unfit) ? "spaces" : `the character ${unfit}`;
		throw new InputError(`kernel "${path}": the kernel cannot be built in a path with ${what}. Move the tree, or mount it elsewhere.`);
	}
	return {
		path,
		rcutorture,
		version,
		suites: await listSuites(rcutorture),
		options: knownOptions(script),
		negativeKconfig: /checkarg --kconfig .*\|-\\\?\[0-9\]/.test(script)
	};
}
function pathUnfit(path) {
	return [...path].find((c) => !/[\p{L}\p{N}\p{M}_./+@,=~#%!^-]/u.test(c));
}
async function checkWritable(tree) {
	for (const folder of [tree.path, tree.rcutorture]) try {
		await access(folder, constants.W_OK);
	} catch {
		throw new InputError(`kernel "${folder}": no permission to write, and kvm.sh builds inside the tree.`);
	}
}
async function listSuites(rcutorture) {
	const folders = await readdir$1(join(rcutorture, "configs"), { withFileTypes: true }).catch(() => []);
	const suites = [];
	for (const folder of folders) {
		const list = await text$1(join(rcutorture, "configs", folder.name, "CFLIST"));
		if (folder.isDirectory() && list !== void 0) suites.push(folder.name);
	}
	return suites.sort();
}
function kernelVersion(makefile) {
	const value = (name) => makefile?.match(new RegExp(`^${name}[ \\t]*=[ \\t]*(\\S*)[ \\t]*$`, "m"))?.[1];
	const [version, patchlevel] = [value("VERSION"), value("PATCHLEVEL")];
	if (!version || !patchlevel || !makefile?.includes("KERNELVERSION")) return void 0;
	return `${version}.${patchlevel}${value("SUBLEVEL") ? `.${value("SUBLEVEL")}` : ""}${value("EXTRAVERSION") ?? ""}`;
}
function knownOptions(script) {
	const labels = [...script.matchAll(/^\t(--[a-z-]+(?:\|-{1,2}[a-z-]+)*)\)/gm)];
	return new Set(labels.flatMap((label) => (label[1] ?? "").split("|")));
}
async function realFolder(folder) {
	try {
		const path = await realpath(resolve(folder));
		if ((await stat$1(path)).isDirectory()) return path;
	} catch {
		throw new InputError(`kernel "${folder}" does not exist: give the folder of a Linux source tree.`);
	}
	throw new InputError(`kernel "${folder}" is not a folder: give the folder of a Linux source tree.`);
}
async function text$1(file) {
	return readFile(file, "utf8").catch(() => void 0);
}
__name(text$1, "text");

// src/kernel/commits.ts
const mostCommits = 500;
const commitWord = /^[A-Za-z0-9][\w./~^@{}+-]*$/;
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
		if (!commitWord.test(given)) throw new InputError(`commits: "${given}" is not a commit; write tags, branches, ids or ranges such as A..B.`);
		ids.push(...given.includes("..") ? await repository.range(given) : [await repository.commit(given)]);
		if (ids.length > mostCommits) throw new InputError(`commits: "${given}" makes them more than ${mostCommits}; name fewer.`);
	}
	const twice = ids.find((id, i) => ids.indexOf(id) !== i);
	if (twice !== void 0) throw new InputError(`commits: ${twice} is listed twice.`);
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
	const remove = () => rm$1(folder, {
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

// src/kernel/killPrevious.ts
const patience = 1e4;
function holdersOf(file) {
	return processIds().filter((pid) => pid !== process.pid && opened(pid).includes(file));
}
function opened(pid) {
	try {
		return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
	} catch {
		return [];
	}
}
function parentOf(pid) {
	try {
		const parent = Number(/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
		return parent > 1 ? parent : void 0;
	} catch {
		return;
	}
}
async function endProcesses(pids) {
	const denied = pids.filter((pid) => !signal(pid, "SIGTERM"));
	const left = () => pids.filter((pid) => !denied.includes(pid) && signal(pid, 0));
	for (const end = performance.now() + patience; left().length > 0 && performance.now() < end;) await setTimeout$1(50);
	for (const pid of left()) signal(pid, "SIGKILL");
	return denied;
}
function signal(pid, name) {
	try {
		return process.kill(pid, name);
	} catch (error) {
		return name !== 0 && error.code === "ESRCH";
	}
}

// src/kernel/treeLock.ts
const scriptsLockName = ".kvm.sh.lock";
const retryInterval = 1e3;
const holderName = "rcutorture-action-tree";
const taker = `exec 9<"$2"
flock -n 9 || exit $?
exec sh -c "$4" ${holderName} "$1" "$2" "$3"`;
const holder$1 = `trap '' HUP INT TERM QUIT PIPE
${sweepFunction}
echo held
while read -r line; do test "$line" = free && exit 0; done
sweep "$1"`;
const held = /* @__PURE__ */ new Map();
async function lockTree(tree, options) {
	const { path } = tree;
	const lock = held.get(path) ?? take(tree, options);
	held.set(path, lock);
	const mine = await lock;
	mine.users++;
	return {
		waited: mine.waited,
		async [Symbol.asyncDispose]() {
			if (--mine.users > 0) return;
			held.delete(path);
			await free(mine.child);
		}
	};
}
async function free(child) {
	if (child === void 0 || child.exitCode !== null || child.signalCode !== null) return;
	const gone = once$2(child, "exit");
	child.ref();
	child.stdin?.end("free\n");
	await gone;
}
function whoWeAre$1() {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = process.env;
	const job = server && repository && run ? ` for ${server}/${repository}/actions/runs/${run}` : "";
	return `process ${process.pid} of ${userName()} on ${hostname()}${job}, since ${(/* @__PURE__ */ new Date()).toISOString()}`;
}
__name(whoWeAre$1, "whoWeAre");
async function take(tree, { info, signal, killPrevious }) {
	const told = /* @__PURE__ */ new Set();
	const tell = (line) => {
		if (!told.has(line)) info(line);
		told.add(line);
	};
	while (!signal?.aborted) {
		const child = await tryToHold(tree.rcutorture);
		if (typeof child !== "number") {
			await waitForScripts(tree, tell, signal, killPrevious);
			return {
				users: 0,
				waited: told.size > 0,
				child
			};
		}
		if (!existsSync(tree.rcutorture)) return {
			users: 0,
			waited: true,
			child: void 0
		};
		if (child !== 1) {
			tell(`Builds of others in ${tree.path} are not noticed: flock does not work there (status ${child}).`);
			return {
				users: 0,
				waited: false,
				child: void 0
			};
		}
		const holder = holderOf(tree.rcutorture);
		const what = `Another job builds in ${tree.path}${holder === void 0 ? "" : ` (${holder.who})`}`;
		if (killPrevious && holder !== void 0) {
			tell(`${what}; kill-previous ends it.`);
			await end([parentOf(holder.pid) ?? holder.pid], tell);
		} else tell(`${what}; waiting until it is done.`);
		await setTimeout$1(retryInterval, void 0, signal ? { signal } : {}).catch(() => void 0);
	}
	return {
		users: 0,
		waited: false,
		child: void 0
	};
}
async function tryToHold(folder) {
	const argv = [
		"-c",
		taker,
		"rcutorture-action-lock",
		ownPattern,
		folder,
		whoWeAre$1(),
		holder$1
	];
	const child = spawn("sh", argv, {
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		],
		env: plainEnvironment(process.env),
		detached: true
	});
	child.stdin?.on("error", () => {});
	const status = await new Promise((resolve) => {
		child.once("error", () => resolve(127));
		child.once("exit", (code) => resolve(code ?? 127));
		child.stdout?.once("data", () => resolve(void 0));
	});
	if (status !== void 0) return status;
	child.unref();
	for (const pipe of [child.stdin, child.stdout]) pipe?.unref?.();
	return child;
}
async function end(pids, tell) {
	const denied = await endProcesses(pids);
	if (denied.length > 0) tell(`kill-previous: process ${denied.join(", ")} is another user's; waiting until it is done.`);
}
function holderOf(folder) {
	for (const pid of processIds()) try {
		const argv = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
		if (argv[3] === holderName && argv[5] === folder) return {
			pid,
			who: (argv[6] ?? "").slice(0, 300)
		};
	} catch {}
}
async function waitForScripts(tree, tell, signal, killPrevious) {
	const file = join(tree.rcutorture, scriptsLockName);
	while (existsSync(file) && !signal?.aborted) {
		const child = spawn("flock", [
			"-n",
			file,
			"true"
		], {
			stdio: "ignore",
			env: plainEnvironment(process.env)
		});
		if (await new Promise((resolve) => {
			child.once("error", () => resolve(127));
			child.once("exit", (code) => resolve(code ?? 127));
		}) !== 1) return;
		const holders = killPrevious ? holdersOf(file) : [];
		const what = `Another kvm.sh has ${tree.path} (it holds ${file})`;
		if (holders.length > 0) {
			tell(`${what}; kill-previous ends it.`);
			await end(holders, tell);
		} else tell(`${what}; waiting until it is done.`);
		await setTimeout$1(retryInterval, void 0, signal ? { signal } : {}).catch(() => void 0);
	}
}

// src/kernel/ownTree.ts
const partial = String.raw`^(extensions\.partialclone|core\.repositoryformatversion|remote\..*\.(url|promisor|partialclonefilter))$`;
const abandonedAfter = 6048e5;
async function sweepOwnTrees(folder, executor) {
	for (const name of await readdir$1(folder).catch(() => [])) {
		const path = join(folder, name);
		const used = await stat$1(join(path, ".git/HEAD")).catch(() => void 0);
		if (used === void 0 || Date.now() - used.mtimeMs < abandonedAfter) continue;
		await executor.run({ argv: [
			"flock",
			"-n",
			path,
			"rm",
			"-rf",
			"--",
			path
		] });
	}
}
async function holdFolder(place, lock) {
	for (;;) {
		await mkdir$1(place, { recursive: true });
		const folder = await realpath(place);
		const held = await lockTree({
			path: folder,
			rcutorture: folder
		}, lock);
		if (lock.signal?.aborted || existsSync(folder)) return {
			folder,
			held
		};
		await held[Symbol.asyncDispose]();
	}
}
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
	const { folder, held } = await holdFolder(place, lock);
	try {
		await must("init", "--quiet");
		const objects = await ask(repository, "rev-parse", "--git-path", "objects");
		await writeFile(join(folder, ".git/objects/info/alternates"), `${resolve(repository, objects ?? ".git/objects")}\n`);
		const shallow = await ask(repository, "rev-parse", "--git-path", "shallow");
		if (shallow !== void 0) await copyFile$1(resolve(repository, shallow), join(folder, ".git/shallow")).catch(() => void 0);
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
			await rm$1(folder, {
				recursive: true,
				force: true
			});
			await held[Symbol.asyncDispose]();
		}
	};
}

// src/kernel/buildCommand.ts
function buildCommand(tree, options) {
	checkBuildOptions(options);
	const args = [
		...["--torture", options.torture],
		...[
			"--remote",
			"--cpus",
			String(options.widestGuest)
		],
		...["--configs", options.configs.join(" ")],
		...["--duration", `${options.duration}s`],
		"--buildonly",
		...jitter(options),
		...flag("--kasan", options.kasan),
		...flag("--kcsan", options.kcsan),
		...flag("--debug-info", options.debugInfo && !options.kcsan),
		...flag("--trust-make", options.trustMake),
		...flag("--no-initrd", options.noInitrd),
		...value$1("--defconfig", options.defconfig),
		...value$1("--kconfig", options.kconfig?.trim().split(/\s+/).join(" ")),
		...value$1("--kmake-arg", options.kmakeArg),
		...value$1("--bootargs", options.bootargs),
		...value$1("--bootimage", options.bootimage),
		...value$1("--qemu-args", options.qemuArgs),
		...value$1("--qemu-cmd", options.qemuCmd),
		...value$1("--memory", options.memory),
		...value$1("--shutdown-grace", options.shutdownGrace?.toString()),
		...[
			"--results",
			options.results,
			"--datestamp",
			options.datestamp
		]
	];
	for (const arg of args.filter((one) => one.startsWith("--"))) if (!tree.options.has(arg)) throw new InputError(`${arg.slice(2)}: the kvm.sh of this kernel tree (Linux ${tree.version}) has no ${arg}.`);
	const negative = options.kconfig?.split(/\s+/).find((one) => /=-/.test(one));
	if (negative !== void 0 && !tree.negativeKconfig) throw new InputError(`kconfig: "${negative}" is negative, and the kvm.sh of this kernel tree (Linux ${tree.version}) takes no negative numbers.`);
	return {
		argv: [join(tree.rcutorture, "bin/kvm.sh"), ...args],
		cwd: tree.path
	};
}
function jitter({ jitter, torture, cpus }) {
	if (jitter === void 0) return [];
	const scale = torture === "rcuscale" || torture === "refscale";
	return ["--jitter", `${jitter.threads !== -1 ? jitter.threads : scale ? 0 : Math.max(1, cpus)} ${jitter.maxSleep} ${jitter.maxSpin}`];
}
function flag(name, given) {
	return given ? [name] : [];
}
function value$1(name, given) {
	return given ? [name, given] : [];
}
__name(value$1, "value");

// src/kernel/toolchain.ts
function toolchainOf(kmakeArg = "") {
	const given = new Map(kmakeArg.split(/\s+/).flatMap((word) => {
		const match = /^([A-Z_]+)=(.*)$/.exec(word);
		return match ? [[match[1] ?? "", match[2] ?? ""]] : [];
	}));
	const llvm = given.get("LLVM") ?? "";
	const on = llvm !== "" && llvm !== "0";
	const prefix = llvm.endsWith("/") ? llvm : "";
	const suffix = llvm.startsWith("-") ? llvm : "";
	const cross = given.get("CROSS_COMPILE") ?? "";
	const clang = `${prefix}clang${suffix}`;
	return {
		cc: given.get("CC") ?? (on ? clang : `${cross}gcc`),
		ld: given.get("LD") ?? (on ? `${prefix}ld.lld${suffix}` : `${cross}ld`),
		hostcc: given.get("HOSTCC") ?? (on ? clang : "gcc"),
		llvm: on
	};
}

// src/kernel/ccache.ts
async function useCcache(kmakeArg, path, folder) {
	const ccache = await findProgram("ccache", path);
	if (ccache === void 0) return {
		path,
		note: "ccache is not installed: nothing is reused from earlier compilations"
	};
	const { cc, hostcc } = toolchainOf(kmakeArg);
	if (cc.includes("/") || basename(cc) === "ccache") return {
		path,
		note: `ccache is not used, because CC=${cc} names the compiler by its path`
	};
	await mkdir$1(folder, { recursive: true });
	for (const name of new Set([cc, hostcc].filter((one) => !one.includes("/")))) await symlink$1(ccache, join(folder, name));
	return {
		path: `${folder}${delimiter}${path}`,
		note: `ccache (${ccache}) stands in front of ${cc}`
	};
}

// node_modules/pretty-bytes/index.js
const UNIT_SETS = [
	[
		"B",
		"kB",
		"MB",
		"GB",
		"TB",
		"PB",
		"EB",
		"ZB",
		"YB"
	],
	[
		"B",
		"KiB",
		"MiB",
		"GiB",
		"TiB",
		"PiB",
		"EiB",
		"ZiB",
		"YiB"
	],
	[
		"b",
		"kbit",
		"Mbit",
		"Gbit",
		"Tbit",
		"Pbit",
		"Ebit",
		"Zbit",
		"Ybit"
	],
	[
		"b",
		"kibit",
		"Mibit",
		"Gibit",
		"Tibit",
		"Pibit",
		"Eibit",
		"Zibit",
		"Yibit"
	]
];
const toDecimalString = (number) => {
	if (number >= 1e-6 && number < 1e21) return String(number);
	const [mantissa, exponentString] = number.toExponential().split("e");
	const digits = mantissa.replace(".", "");
	const pointPosition = Number(exponentString) + 1;
	const isPositive = pointPosition > 0;
	const padded = isPositive ? digits.padEnd(pointPosition, "0") : "0".repeat(1 - pointPosition) + digits;
	const integerPart = padded.slice(0, isPositive ? pointPosition : 1);
	const fractionPart = padded.slice(isPositive ? pointPosition : 1).replace(/0+$/, "");
	return fractionPart ? `${integerPart}.${fractionPart}` : integerPart;
};
const toLocaleString = (number, locale, options) => {
	if (typeof locale === "string" || Array.isArray(locale) || locale === true) {
		const locales = locale === true ? void 0 : locale;
		if (options !== void 0) return number.toLocaleString(locales, options);
		const text = toDecimalString(number);
		const pointIndex = text.indexOf(".");
		const maximumFractionDigits = pointIndex === -1 ? 0 : text.length - pointIndex - 1;
		if (maximumFractionDigits > 100) return text;
		return number.toLocaleString(locales, { maximumFractionDigits });
	}
	if (options === void 0) return toDecimalString(number);
	return number.toLocaleString("en-US", {
		...options,
		useGrouping: false
	});
};
const log10 = (numberOrBigInt) => {
	if (typeof numberOrBigInt === "number") return Math.log10(numberOrBigInt);
	const string = numberOrBigInt.toString(10);
	return string.length + Math.log10(`0.${string.slice(0, 15)}`);
};
const log = (numberOrBigInt) => {
	if (typeof numberOrBigInt === "number") return Math.log(numberOrBigInt);
	return log10(numberOrBigInt) * Math.log(10);
};
const divide = (numberOrBigInt, base, exponent) => {
	const divisor = base ** exponent;
	if (typeof numberOrBigInt === "number" || numberOrBigInt <= Number.MAX_SAFE_INTEGER) return Number(numberOrBigInt) / divisor;
	const bigintDivisor = BigInt(base) ** BigInt(exponent);
	const integerPart = numberOrBigInt / bigintDivisor;
	const remainder = numberOrBigInt % bigintDivisor;
	return Number(integerPart) + Number(remainder) / divisor;
};
const toUnrepresentableString = (number, base, exponent, localeOptions) => {
	const scale = BigInt(base) ** BigInt(exponent);
	const whole = number / scale;
	if (localeOptions === void 0) return whole.toString();
	const minimumFractionDigits = localeOptions.minimumFractionDigits ?? 0;
	const maximumFractionDigits = Math.max(localeOptions.maximumFractionDigits ?? 3, minimumFractionDigits);
	const fraction = (number % scale * 10n ** BigInt(maximumFractionDigits) / scale).toString().padStart(maximumFractionDigits, "0").replace(/0+$/, "").padEnd(minimumFractionDigits, "0");
	return fraction ? `${whole}.${fraction}` : whole.toString();
};
const signOf = (number, signed) => {
	if (number < 0) return "-";
	if (!signed) return "";
	return number === 0 || number === 0n ? " " : "+";
};
const assertFixedWidth = (fixedWidth) => {
	if (fixedWidth !== void 0 && (typeof fixedWidth !== "number" || !Number.isSafeInteger(fixedWidth) || fixedWidth < 0)) throw new TypeError(`Expected fixedWidth to be a non-negative integer, got ${typeof fixedWidth}: ${fixedWidth}`);
};
const assertFractionDigits = (name, value) => {
	if (value !== void 0 && (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 100)) throw new TypeError(`Expected ${name} to be an integer between 0 and 100, got ${typeof value}: ${value}`);
};
const buildLocaleOptions = (options) => {
	const { minimumFractionDigits, maximumFractionDigits } = options;
	if (minimumFractionDigits === void 0 && maximumFractionDigits === void 0) return;
	assertFractionDigits("minimumFractionDigits", minimumFractionDigits);
	assertFractionDigits("maximumFractionDigits", maximumFractionDigits);
	if (minimumFractionDigits > maximumFractionDigits) throw new RangeError(`Expected minimumFractionDigits (${minimumFractionDigits}) to not be greater than maximumFractionDigits (${maximumFractionDigits})`);
	return {
		...minimumFractionDigits !== void 0 && { minimumFractionDigits },
		...maximumFractionDigits !== void 0 && { maximumFractionDigits },
		roundingMode: "trunc"
	};
};
function prettyBytes(number, options) {
	if (typeof number !== "bigint" && !Number.isFinite(number)) throw new TypeError(`Expected a finite number, got ${typeof number}: ${number}`);
	options = {
		bits: false,
		binary: false,
		space: true,
		nonBreakingSpace: false,
		...options
	};
	assertFixedWidth(options.fixedWidth);
	const localeOptions = buildLocaleOptions(options);
	const UNITS = UNIT_SETS[(options.bits ? 2 : 0) + (options.binary ? 1 : 0)];
	const separator = options.space ? options.nonBreakingSpace ? "\xA0" : " " : "";
	if (Object.is(number, -0)) number = 0;
	const prefix = signOf(number, options.signed);
	if (number < 0) number = -number;
	const base = options.binary ? 1024 : 1e3;
	let exponent = 0;
	if (number >= 1) exponent = Math.min(Math.floor(options.binary ? log(number) / Math.log(base) : log10(number) / 3), UNITS.length - 1);
	const scaled = divide(number, base, exponent);
	let numberString;
	if (Number.isFinite(scaled)) {
		number = scaled;
		if (number < 1 && exponent > 0) {
			number *= base;
			exponent -= 1;
		}
		if (!localeOptions) {
			const minimumPrecision = Math.max(3, Math.floor(number).toString().length);
			number = Number(number.toPrecision(minimumPrecision));
			if (number >= base && exponent < UNITS.length - 1) {
				number /= base;
				exponent += 1;
			}
		}
		numberString = toLocaleString(number, options.locale, localeOptions);
	} else numberString = toUnrepresentableString(number, base, exponent, localeOptions);
	return (prefix + numberString + separator + UNITS[exponent]).padStart(options.fixedWidth ?? 0);
}

// src/kernel/diskSpace.ts
const mebibyte$2 = 1048576;
function spaceNeeded(options, scenarios) {
	const size = /tinyconfig|allnoconfig/.test(options.defconfig ?? "") ? 1 : 7;
	const debug = options.debugInfo || options.kasan || options.kcsan ? 4 : 1;
	return {
		tree: 95 * size * debug * mebibyte$2,
		results: 10 * size * debug * scenarios * mebibyte$2
	};
}
async function checkDiskSpace(tree, results, needed) {
	const [treeDisk, resultsDisk] = [await diskOf(tree), await diskOf(results)];
	const together = treeDisk.id === resultsDisk.id;
	refuse(tree, treeDisk.free, needed.tree + (together ? needed.results : 0));
	if (!together) refuse(results, resultsDisk.free, needed.results);
}
function refuse(folder, free, needed) {
	if (free >= needed) return;
	throw new InfrastructureError(`Disk space: ${prettyBytes(free, { binary: true })} are free at ${folder}, and the build needs at least ${prettyBytes(needed, { binary: true })}. Free some, or give kernel and rundir on a larger disk.`);
}
async function diskOf(folder) {
	const found = await statfs(folder).catch((error) => {
		if (error.code === "ENOENT" && dirname(folder) !== folder) return void 0;
		throw new InfrastructureError(`Disk space of ${folder} cannot be read: ${error.message}`);
	});
	if (found === void 0) return diskOf(dirname(folder));
	return {
		id: `${found.type} ${found.blocks} ${found.files}`,
		free: found.bavail * found.bsize
	};
}

// src/systems/install/missing.ts
const plainName = /^[a-z0-9][a-z0-9.+-]*[a-z0-9+]$/;
function packagesOf(missing, manager) {
	const names = missing.map((one) => one[manager]);
	return [...new Set(names.filter((name) => name !== void 0 && plainName.test(name)))];
}
function howToInstall(missing) {
	return [["Debian, Ubuntu: apt-get install -y", packagesOf(missing, "apt")], ["Fedora: dnf install -y", packagesOf(missing, "dnf")]].filter(([, packages]) => packages.length > 0).map(([words, packages]) => `${words} ${packages.join(" ")}.`).join(" ");
}

// src/kernel/tools.ts
const programs$1 = [
	...[
		"bash",
		"make",
		"flex",
		"bison",
		"bc",
		"file",
		"cpio",
		"gawk"
	].map((name) => ({
		name,
		apt: name,
		dnf: name
	})),
	{
		name: "perl",
		apt: "perl",
		dnf: "perl-interpreter"
	},
	{
		name: "xz",
		apt: "xz-utils",
		dnf: "xz"
	}
];
const headers = [
	{
		name: "the C library's headers",
		header: "stdlib.h",
		apt: "libc6-dev",
		dnf: "glibc-devel",
		needed: () => true
	},
	{
		name: "libelf",
		header: "gelf.h",
		apt: "libelf-dev",
		dnf: "elfutils-libelf-devel",
		needed: isX86
	},
	{
		name: "OpenSSL's headers",
		header: "openssl/opensslv.h",
		apt: "libssl-dev",
		dnf: "openssl-devel",
		needed: ({ defconfig }) => !/tinyconfig|allnoconfig/.test(defconfig ?? "")
	}
];
async function checkTools(options, executor) {
	const missing = await missingTools$1(options, executor);
	if (missing.length === 0) return;
	throw new InfrastructureError(`Building a kernel needs ${missing.map(({ name }) => name).join(", ")}, missing here. ${howToInstall(missing)}`);
}
async function missingTools$1(options, executor) {
	const { cc, ld, hostcc } = toolchainOf(options.kmakeArg);
	const compilers = [.../* @__PURE__ */ new Set([
		cc,
		hostcc,
		ld
	])].map(compilerNeed);
	const missing = [];
	for (const need of [...programs$1, ...compilers]) if (await findProgram(need.name, options.path) === void 0) missing.push(need);
	const awk = await executor.run({
		argv: ["awk", "--version"],
		env: { PATH: options.path }
	});
	if (!missing.some(({ name }) => name === "gawk") && !awk.stdout.startsWith("GNU Awk")) missing.push({
		name: "gawk as the awk that runs",
		apt: "gawk",
		dnf: "gawk"
	});
	const hasCompiler = !missing.some(({ name }) => name === hostcc);
	for (const need of headers.filter(({ needed }) => needed(options))) if (!(hasCompiler ? await hasHeader(need.header, hostcc, options.path, executor) : existsSync(`/usr/include/${need.header}`))) missing.push(need);
	return missing;
}
__name(missingTools$1, "missingTools");
function compilerNeed(name) {
	if (name.includes("/")) return {
		name,
		apt: void 0,
		dnf: void 0
	};
	const [, target, tool] = /^(\w+-linux-\w+)-(gcc|ld)$/.exec(name) ?? [];
	if (target !== void 0) {
		const base = tool === "ld" ? "binutils" : "gcc";
		return {
			name,
			apt: `${base}-${target.replaceAll("_", "-")}`,
			dnf: `${base}-${target}`
		};
	}
	const apt = /^ld\.lld/.test(name) ? name.replace("ld.", "") : name === "ld" ? "binutils" : name;
	return {
		name,
		apt,
		dnf: apt
	};
}
async function hasHeader(header, cc, path, executor) {
	return (await executor.run({
		argv: [
			cc,
			"-E",
			"-x",
			"c",
			"-o",
			"/dev/null",
			"-"
		],
		stdin: `#include <${header}>\n`,
		env: { PATH: path }
	})).exitStatus === 0;
}
function isX86({ architecture }) {
	return /^(x86_64|i\d86)$/.test(architecture);
}

// src/kernel/makeOut.ts
const objectLine = /^ {2}(?:CC|AS|RUSTC)(?: \[M\])? /;
var ObjectCounter = class {
	#count = 0;
	#rest = "";
	feed(chunk) {
		const lines = (this.#rest + chunk).split("\n");
		this.#rest = lines.pop() ?? "";
		this.#count += lines.filter((line) => objectLine.test(line)).length;
		return this.#count;
	}
};
var GrowingFile = class {
	path;
	#offset = 0;
	constructor(path) {
		this.path = path;
	}
	async readNew() {
		const file = await open$2(this.path, "r").catch(() => void 0);
		if (!file) return "";
		try {
			const { size } = await file.stat();
			const buffer = Buffer.alloc(Math.max(0, size - this.#offset));
			const { bytesRead } = await file.read(buffer, 0, buffer.length, this.#offset);
			this.#offset += bytesRead;
			return buffer.toString("latin1", 0, bytesRead);
		} finally {
			await file.close();
		}
	}
};

// node_modules/pretty-ms/index.js
const isZero = (value) => value === 0 || value === 0n;
const pluralize = (word, count) => count === 1 || count === 1n ? word : `${word}s`;
const ONE_SECOND_IN_MILLISECONDS = 1000n;
const ONE_MINUTE_IN_MILLISECONDS = 60n * ONE_SECOND_IN_MILLISECONDS;
const ONE_HOUR_IN_MILLISECONDS = 60n * ONE_MINUTE_IN_MILLISECONDS;
const ONE_DAY_IN_MILLISECONDS = 24n * ONE_HOUR_IN_MILLISECONDS;
const MAX_DECIMAL_DIGITS = 100;
const decimalDigits = (value, defaultValue) => typeof value === "number" && !Number.isNaN(value) ? Math.min(Math.max(Math.trunc(value), 0), MAX_DECIMAL_DIGITS) : defaultValue;
const toExactMilliseconds = (milliseconds) => {
	if (typeof milliseconds === "bigint" || Number.isInteger(milliseconds)) return {
		value: BigInt(milliseconds),
		scale: 1n
	};
	const [significand, exponent = "0"] = milliseconds.toPrecision(15).split("e", 2);
	const [whole, fraction = ""] = significand.split(".", 2);
	const digits = BigInt(whole + fraction);
	const decimals = fraction.length - Number(exponent);
	return decimals < 0 ? {
		value: digits * 10n ** BigInt(-decimals),
		scale: 1n
	} : {
		value: digits,
		scale: 10n ** BigInt(decimals)
	};
};
const formatSteps = (steps, digits) => {
	if (digits === 0) return String(steps);
	const padded = String(steps).padStart(digits + 1, "0");
	return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
};
function prettyMilliseconds(milliseconds, options) {
	if (!(typeof milliseconds === "bigint") && !Number.isFinite(milliseconds)) throw new TypeError("Expected a finite number or bigint");
	options = { ...options };
	const sign = milliseconds < 0 ? "-" : "";
	milliseconds = milliseconds < 0 ? -milliseconds : milliseconds;
	if (options.colonNotation) {
		options.compact = false;
		options.formatSubMilliseconds = false;
		options.separateMilliseconds = false;
		options.verbose = false;
		options.unitCount = void 0;
	}
	if (options.compact) {
		options.unitCount = 1;
		options.secondsDecimalDigits = 0;
		options.millisecondsDecimalDigits = 0;
	}
	let result = [];
	const add = (value, long, short, valueString) => {
		if (!(options.colonNotation && (short === "m" || short === "h" && options.hideSeconds)) && (result.length === 0 || !options.colonNotation) && isZero(value)) return;
		valueString ??= String(value);
		if (options.colonNotation) {
			const wholeDigits = valueString.includes(".") ? valueString.split(".", 1)[0].length : valueString.length;
			let minLength = 1;
			if (result.length > 0) minLength = short === "d" ? 3 : 2;
			valueString = "0".repeat(Math.max(0, minLength - wholeDigits)) + valueString;
		} else valueString += options.verbose ? " " + pluralize(long, value) : short;
		result.push(valueString);
	};
	const { value, scale } = toExactMilliseconds(milliseconds);
	const second = ONE_SECOND_IN_MILLISECONDS * scale;
	const minute = ONE_MINUTE_IN_MILLISECONDS * scale;
	const hour = ONE_HOUR_IN_MILLISECONDS * scale;
	const day = ONE_DAY_IN_MILLISECONDS * scale;
	const days = value / day;
	const hoursWithinDay = value % day / hour;
	const minutesWithinHour = value % hour / minute;
	if (options.hideYearAndDays) add(days * 24n + hoursWithinDay, "hour", "h");
	else {
		if (options.hideYear) add(days, "day", "d");
		else {
			add(days / 365n, "year", "y");
			add(days % 365n, "day", "d");
		}
		add(hoursWithinDay, "hour", "h");
	}
	add(minutesWithinHour, "minute", "m");
	const secondsDecimalDigits = decimalDigits(options.secondsDecimalDigits, 1);
	const secondsStepsPerSecond = 10n ** BigInt(secondsDecimalDigits);
	const hideSeconds = options.hideSeconds && value >= minute;
	const canShowAsDecimalSeconds = options.subSecondsAsDecimals && !hideSeconds && value * secondsStepsPerSecond >= second;
	if (!hideSeconds) {
		const withinMinute = value % minute;
		if (options.separateMilliseconds || options.formatSubMilliseconds || !canShowAsDecimalSeconds && !options.colonNotation && value < second) {
			add(withinMinute / second, "second", "s");
			if (options.formatSubMilliseconds) {
				const subMillisecondNanoseconds = value % scale * 1000000n / scale;
				add(value % second / scale, "millisecond", "ms");
				add(subMillisecondNanoseconds / 1000n, "microsecond", "µs");
				add(subMillisecondNanoseconds % 1000n, "nanosecond", "ns");
			} else {
				const millisecondsDecimalDigits = decimalDigits(options.millisecondsDecimalDigits, 0);
				const stepsPerMillisecond = 10n ** BigInt(millisecondsDecimalDigits);
				let steps = (2n * (value % second) * stepsPerMillisecond + scale) / (2n * scale);
				if (steps === 0n && value > 0n && value < second) steps = 1n;
				const maximumSteps = 1000n * stepsPerMillisecond - 1n;
				if (steps > maximumSteps) steps = maximumSteps;
				const millisecondsString = formatSteps(steps, millisecondsDecimalDigits);
				add(Number(millisecondsString), "millisecond", "ms", millisecondsString);
			}
		} else {
			const secondsFixed = formatSteps(withinMinute * secondsStepsPerSecond / second, secondsDecimalDigits);
			const secondsString = options.keepDecimalsOnWholeSeconds ? secondsFixed : secondsFixed.replace(/\.0+$/v, "");
			add(Number(secondsString), "second", "s", secondsString);
		}
	}
	const separator = options.colonNotation ? ":" : " ";
	if (typeof options.unitCount === "number") result = result.slice(0, Math.max(options.unitCount, 1) || 1e400);
	const output = result.length === 0 ? "0" + (options.verbose ? " milliseconds" : "ms") : result.join(separator);
	return /[1-9]/v.test(output) ? sign + output : output;
}

// src/kernel/progress.ts
const step = /^(?<guest>\S+) \d+(?:-ovf)?: (?<what>Starting build|Build complete)\./;
var BuildProgress = class {
	#total;
	#builds = [];
	constructor(total) {
		this.#total = total;
	}
	line(text, now) {
		const match = step.exec(text.trim())?.groups;
		if (!match?.guest || /\.\d+$/.test(match.guest)) return void 0;
		if (match.what === "Starting build") {
			this.#builds.push({
				scenario: match.guest,
				startedAt: now,
				objects: 0
			});
			return;
		}
		const build = this.#builds.find(({ scenario }) => scenario === match.guest);
		if (!build || build.endedAt !== void 0) return void 0;
		build.endedAt = now;
		return build.scenario;
	}
	get current() {
		return this.#running()?.scenario;
	}
	objects(count) {
		const build = this.#running();
		if (build) build.objects = count;
	}
	seconds(scenario) {
		const build = this.#builds.find((one) => one.scenario === scenario);
		return build?.endedAt === void 0 ? void 0 : (build.endedAt - build.startedAt) / 1e3;
	}
	describe(now) {
		const build = this.#running();
		if (!build) return void 0;
		const objects = build.objects === 0 ? "configuring" : `${build.objects} objects`;
		const left = this.#left(build, now);
		return `build ${this.#builds.length}/${this.#total} ${build.scenario}: ${objects}, ${elapsed(now - build.startedAt)}${left === void 0 ? "" : `, about ${roughly$1(left)} left`}`;
	}
	#left(build, now) {
		const done = this.#builds.filter((one) => one.endedAt !== void 0 && one.objects > 0);
		const last = done.at(-1);
		if (!last) return void 0;
		const typical = done.reduce((sum, one) => sum + ((one.endedAt ?? 0) - one.startedAt), 0) / done.length;
		const share = Math.min(1, build.objects / last.objects);
		const expected = share * (share > 0 ? (now - build.startedAt) / share : typical) + (1 - share) * typical;
		return Math.max(0, expected * (1 - share)) + typical * Math.max(0, this.#total - this.#builds.length);
	}
	#running() {
		const last = this.#builds.at(-1);
		return last?.endedAt === void 0 ? last : void 0;
	}
};
function elapsed(milliseconds) {
	const seconds = Math.max(0, Math.floor(milliseconds / 1e3));
	return seconds === 0 ? "0s" : prettyMilliseconds(seconds * 1e3);
}
function roughly$1(milliseconds) {
	const unit = milliseconds > 9e4 ? 6e4 : 1e4;
	return prettyMilliseconds(Math.max(unit, Math.round(milliseconds / unit) * unit));
}
__name(roughly$1, "roughly");

// src/kernel/watch.ts
const pollInterval = 1e3;
var BuildWatch = class {
	onEnd = async () => {};
	lastLines = [];
	#progress;
	#rundir;
	#info;
	#interval;
	#ended = Promise.resolve();
	#makeOut;
	constructor(rundir, total, listener, interval = 3e4) {
		this.#rundir = rundir;
		this.#progress = new BuildProgress(total);
		this.#info = listener;
		this.#interval = interval;
	}
	async during(run) {
		const poll = setInterval(() => void this.#count(), Math.min(pollInterval, this.#interval));
		const tell = setInterval(() => this.#tell(), this.#interval);
		const [stdout, stderr] = [lines((line) => this.#line(line)), lines((line) => this.#line(line))];
		try {
			return await run({
				stdout,
				stderr
			});
		} finally {
			clearInterval(poll);
			clearInterval(tell);
			await this.#ended;
		}
	}
	#line(text) {
		this.lastLines.push(text);
		if (this.lastLines.length > 100) this.lastLines.shift();
		const before = this.#progress.current;
		const ended = this.#progress.line(text, performance.now());
		if (this.#progress.current !== before && this.#progress.current !== void 0) this.#tell();
		if (ended === void 0) return;
		const seconds = this.#progress.seconds(ended);
		this.#ended = this.#ended.then(() => this.onEnd(ended, seconds));
		this.#ended.catch(() => {});
	}
	#tell() {
		const line = this.#progress.describe(performance.now());
		if (line !== void 0) this.#info.info(line);
	}
	async #count() {
		const scenario = this.#progress.current;
		if (scenario === void 0) return;
		if (this.#makeOut?.scenario !== scenario) {
			const file = new GrowingFile(join(this.#rundir, scenario, "Make.out"));
			this.#makeOut = {
				scenario,
				file,
				counter: new ObjectCounter()
			};
		}
		const { file, counter } = this.#makeOut;
		const count = counter.feed(await file.readNew());
		if (this.#progress.current === scenario) this.#progress.objects(count);
	}
};
function lines(take) {
	const decoder = new StringDecoder("utf8");
	let rest = "";
	return (chunk) => {
		const parts = (rest + decoder.write(chunk)).split("\n");
		rest = parts.pop() ?? "";
		for (const line of parts) take(line);
	};
}

// src/kernel/build.ts
async function buildKernels(tree, options, scenarios, environment) {
	const command = buildCommand(tree, options);
	const rundir = join(options.results, options.datestamp);
	if (await exists(rundir) && (await readdir$1(rundir)).length > 0) throw new InputError(`rundir "${rundir}" exists: give another name, or remove it.`);
	await checkWritable(tree);
	await checkTools({
		...options,
		architecture: machine$2(),
		path: environment.path
	}, environment.executor);
	await checkDiskSpace(tree.path, options.results, spaceNeeded(options, scenarios.length));
	const { listener, signal } = environment;
	await using _lock = await lockTree(tree, {
		info: (line) => listener.info(line),
		signal
	});
	const scratch = await mkdtemp(join(tmpdir(), "rcutorture-build-"));
	const { over } = mortal({ folder: scratch });
	const watch = new BuildWatch(rundir, scenarios.length, environment.listener, environment.progressInterval);
	try {
		const ccache = await useCcache(options.kmakeArg, environment.path, join(scratch, "ccache"));
		environment.listener.info(ccache.note);
		await mkdir$1(options.results, { recursive: true });
		const results = /* @__PURE__ */ new Map();
		const infrastructure = [];
		watch.onEnd = async (scenario, seconds) => {
			const { result, output } = await readBuild(join(rundir, scenario), scenario, tree.path, seconds);
			if (result.status !== "built" && signal?.aborted) return;
			const fault = result.status === "built" ? void 0 : machineFault(output);
			if (fault) {
				const disk = /disk|file system/.test(fault) ? ` (${await fullestDisk([
					rundir,
					tree.path,
					tmpdir()
				])})` : "";
				infrastructure.push(`Building ${scenario} failed on this machine: ${fault}${disk}.`);
			}
			results.set(scenario, result);
			await environment.listener.built(result, output);
		};
		const status = await watch.during((listeners) => environment.runner.run({
			...command,
			env: {
				PATH: ccache.path,
				...trustTree(tree.path)
			}
		}, listeners, environment.signal));
		const interrupted = environment.signal?.aborted ?? false;
		if (!interrupted && results.size === 0) throw builtNothing(status, watch.lastLines);
		if (!interrupted && !options.noInitrd && !await exists(join(tree.rcutorture, "initrd/init"))) infrastructure.push("The initrd's init could not be compiled, so guests find no init: see mkinitrd.sh, or set no-initrd.");
		return {
			rundir,
			builds: scenarios.map((scenario) => results.get(scenario) ?? skipped(scenario)),
			interrupted,
			infrastructure
		};
	} finally {
		await rm$1(scratch, {
			recursive: true,
			force: true
		});
		over();
	}
}
function skipped(scenario) {
	return {
		scenario,
		status: "skipped",
		diagnostics: [],
		configErrors: []
	};
}
function builtNothing(status, lastLines) {
	const usage = lastLines.findIndex((line) => line.startsWith("Usage:"));
	const words = (usage === -1 ? lastLines : lastLines.slice(0, usage)).slice(-3).join(" / ");
	return new InfrastructureError(`kvm.sh built nothing (exit status ${status}): ${words || "it printed nothing"}`);
}
async function exists(path) {
	return stat$1(path).then(() => true, () => false);
}

// src/plan/files.ts
function renderBatches(batches) {
	return batches.flatMap(({ number, guests }) => guests.map(({ name, cpus }) => `${number} ${name} ${cpus}\n`)).join("");
}
function renderSchedule(batches, cpus) {
	const lines = batches.flatMap(({ number, guests }) => [`----Start batch ${number}`, ...guests.map((guest) => ` ${guest.name} ${guest.cpus}${cpus !== 0 && guest.cpus > cpus ? "-ovf" : ""}`)]);
	const builds = new Set(batches.flatMap(({ guests }) => guests.map(({ scenario }) => scenario))).size;
	return `${[
		...lines,
		`Total number of builds: ${builds}`,
		`Total number of batches: ${batches.length}`
	].join("\n")}\n`;
}
function renderBatchesFile(batches, cpus) {
	return `${renderBatches(batches)}# cpus=${cpus}\n`;
}
function renderScenarios(batches) {
	return batches.map(({ number, guests }) => `${number}.  ${guests.map(({ name }) => name).join(" ")}\n`).join("");
}

// src/plan/guest.ts
const defaultDuration = 1800;
const qemuItself = 67108864;

// src/rundir/transform.ts
const unfit = /[\s"'`$;&|<>(){}\\]/;
const nameOf$2 = /* @__PURE__ */ __name((parameter) => parameter.replace(/=.*$/, ""), "nameOf");
function transformAppend(words, change) {
	const replaced = new Set((change.bootargs ?? []).map(nameOf$2));
	return [...words.filter((word) => !replaced.has(nameOf$2(word))).map((word) => change.seconds === void 0 ? word : word.replace(/(\.shutdown_secs=)\d*$/, `$1${change.seconds}`)), ...change.bootargs ?? []].join(" ");
}
function transformCommand(line, change) {
	const quoted = /^(.*\s-append\s+)"([^"]*)"(.*)$/.exec(line);
	const bare = quoted ? null : /^(.*\s-append\s+)(\S+)(.*)$/.exec(line);
	const [, head = line, append = "", tail = ""] = quoted ?? bare ?? [];
	const options = (text) => text.split(/\s+/).filter((word) => word !== "").map((word, i, all) => {
		if (all[i - 1] === "-serial") return `file:${change.console}`;
		if (all[i - 1] === "-m" && change.memory !== void 0) return change.memory;
		return all[i - 1] === "-kernel" ? change.image : word;
	}).join(" ");
	if (!quoted && !bare) return options(line);
	const parameters = transformAppend(append.split(/\s+/).filter((word) => word !== ""), change);
	return [
		options(head),
		`"${parameters}"`,
		options(tail)
	].filter((part) => part !== "").join(" ");
}
function transformSetting(line, change) {
	if (line.startsWith("# seconds=") && change.seconds !== void 0) return `# seconds=${change.seconds}`;
	if (line.startsWith("# TORTURE_SHUTDOWN_GRACE=") && change.grace !== void 0) return `# TORTURE_SHUTDOWN_GRACE=${change.grace}`;
	const words = line.split(/\s+/);
	if (line.startsWith("# TORTURE_JITTER_START=")) {
		const [, , , threads = "", , seconds = "", end = ""] = words;
		return `# TORTURE_JITTER_START=". jitterstart.sh ${threads} ${change.jitterDirectory} ${seconds} ${end}`;
	}
	if (line.startsWith("# TORTURE_JITTER_STOP=")) return `# TORTURE_JITTER_STOP=". jitterstop.sh  ${change.jitterDirectory} ${words[4] ?? ""}`;
	return line;
}
function transformQemuCmd(text, change) {
	for (const path of [
		change.image,
		change.console,
		change.jitterDirectory
	]) if (unfit.test(path)) throw new InputError(`rundir: "${path}" has white space or shell characters, which qemu-cmd files cannot hold; choose another.`);
	for (const word of change.bootargs ?? []) if (unfit.test(word)) throw new InputError(`bootargs: "${word}" has shell characters, which qemu-cmd files cannot hold; leave it out.`);
	return (change.grace === void 0 || /^# TORTURE_SHUTDOWN_GRACE=/m.test(text) ? text : `${text.replace(/\n*$/, "\n")}# TORTURE_SHUTDOWN_GRACE=\n`).split("\n").map((line) => {
		if (line.trim() === "") return line;
		return line.startsWith("#") ? transformSetting(line, change) : transformCommand(line, change);
	}).join("\n");
}

// src/rundir/place.ts
async function imageOf(rundir, scenario) {
	const folder = join(rundir, scenario);
	const without = `leave ${scenario} out with configs, or build it again`;
	const cmd = await readQemuCmd({ path: rundir }, scenario);
	const image = cmd && imageName(cmd);
	if (image === void 0) throw new InputError(`${folder}: has no ${guestFiles$1.qemuCmd}, so it was not built there; ${without}.`);
	if (await locateFile(rundir, join(folder, image)) === void 0) throw new InputError(`${folder}: has no kernel ${image}; ${without}.`);
	return image;
}
async function commandText(rundir, guest) {
	const path = join(rundir, guest, guestFiles$1.qemuCmd);
	const text = await textOf$3(rundir, path, shortText);
	if (text === void 0) throw new InputError(`${path}: no longer exists.`);
	return text;
}
async function placeGuest(options) {
	const { from, into, guest, bring, seconds, grace, bootargs, memory } = options;
	const { name, scenario } = guest;
	const { build = scenario } = options;
	const source = join(from, build);
	const target = join(into, name);
	const image = await imageOf(from, build);
	await mkdir$1(target);
	const names = (await readdir$1(source)).filter((each) => isBuildFile(each, image));
	const wanted = name === scenario ? names : names.filter((each) => each !== image);
	for (const each of wanted) {
		const real = await locateFile(from, join(source, each));
		if (real !== void 0) await bring(real, join(target, each));
	}
	const changed = transformQemuCmd(await commandText(from, build), {
		image: join(options.finally, scenario, image),
		console: join(options.finally, name, guestFiles$1.console),
		jitterDirectory: options.finally,
		seconds,
		grace,
		bootargs,
		memory
	});
	await writeFile(join(target, guestFiles$1.qemuCmd), changed);
}

// src/stages/prepare/kernels/scripts.ts
const folderName = "bin";
async function keepScripts(store, tree, ui) {
	const directory = join(tree.rcutorture, folderName);
	try {
		const paths = listFiles(directory).filter((path) => regularFile(join(directory, path), { follow: true })).sort();
		const hash = createHash("sha256");
		for (const path of paths) hash.update(`${path} ${await digestFile(join(directory, path), 0)}\n`);
		const key = scriptsKey(hash.digest("hex"));
		if ((await store.lookup(key)).outcome === "hit") return key;
		const manifest = await createManifest(directory, paths.map((path) => ({ path })), {
			key,
			scenario: "scripts",
			provenance: {
				toolchain: {},
				ingredients: {}
			}
		});
		const { outcome } = await store.save({
			directory,
			manifest
		});
		return outcome === "saved" || outcome === "present" ? key : void 0;
	} catch (error) {
		ui.warning(`The tree's scripts are not kept: ${messageOf(error)}`);
		return;
	}
}
async function bringScripts(store, key, rundir, ui) {
	const temporary = join(rundir, `${folderName}.${process.pid}.tmp`);
	try {
		const fetched = await store.fetch(key, temporary, { link: false });
		if (fetched.outcome === "hit") await rename$1(temporary, join(rundir, folderName));
		else ui.info(`The scripts of these kernels are not kept any more (${fetched.reason}).`);
	} catch (error) {
		ui.warning(`The scripts of these kernels could not be fetched: ${messageOf(error)}`);
		await rm$1(temporary, {
			recursive: true,
			force: true
		}).catch(() => void 0);
	}
}

// src/kernel/fingerprint.ts
const words$1 = {
	tree: "the source tree",
	changes: "uncommitted changes",
	fragment: "Kconfig options",
	scenario: "the scenario",
	suite: "the torture suite",
	boot: "the scenario's .boot file",
	defconfig: "defconfig",
	kmakeArg: "kmake-arg",
	compiler: "the compiler",
	linker: "the linker",
	environment: "make's environment variables",
	architecture: "the architecture",
	initrd: "the initrd",
	guest: "options of the guest's command",
	format: "the format of stored builds"
};
function keyPrefix(ingredients) {
	const { format, architecture, suite, scenario } = ingredients;
	return `${[
		"rcutorture",
		format,
		architecture,
		suite,
		scenario
	].map(plain$2).join("-")}.`;
}
function buildKey(ingredients) {
	const names = Object.keys(words$1).sort();
	const hash = createHash("sha256").update(JSON.stringify(names.map((name) => [name, ingredients[name]])));
	return `${keyPrefix(ingredients)}${plain$2(ingredients.tree.replace(/^content-/, "").slice(0, 12))}-${hash.digest("hex")}`;
}
function changedIngredients(wanted, nearest) {
	return Object.keys(words$1).filter((name) => wanted[name] !== (nearest[name] ?? ""));
}
function explainMiss(wanted, nearest) {
	if (nearest === void 0) return `${wanted.scenario}: no build of it is stored yet`;
	const changes = changedIngredients(wanted, nearest).map((name) => {
		const before = nearest[name] ?? "";
		return name === "fragment" ? fragmentChange(before, wanted.fragment) : change(words$1[name], before, wanted[name]);
	});
	if (changes.length === 0) return `${wanted.scenario}: a build with the same ingredients has another key`;
	return `${wanted.scenario}: the nearest stored build differs in ${changes.join("; ")}`;
}
function change(what, before, after) {
	return `${what} (${short$1(before)}, now ${short$1(after)})`;
}
function fragmentChange(before, after) {
	const [old, now] = [before.split(" "), after.split(" ")];
	const came = now.filter((option) => !old.includes(option)).map((option) => `+${option}`);
	const went = old.filter((option) => !now.includes(option)).map((option) => `-${option}`);
	return `${words$1.fragment} (${short$1([...came, ...went].join(" ") || "their order")})`;
}
function short$1(text) {
	if (text === "") return "none";
	return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
__name(short$1, "short");
function plain$2(text) {
	return text.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 40);
}
__name(plain$2, "plain");

// src/plan/fragment.ts
const debugInfo = "CONFIG_DEBUG_INFO_NONE=n CONFIG_DEBUG_INFO_DWARF_TOOLCHAIN_DEFAULT=y";
const kcsan = "CONFIG_KCSAN=y CONFIG_KCSAN_STRICT=y CONFIG_KCSAN_REPORT_ONCE_IN_MS=100000 CONFIG_KCSAN_VERBOSE=y CONFIG_DEBUG_LOCK_ALLOC=y CONFIG_PROVE_LOCKING=y";
function mergeFragment(suite, scenario, options = {}) {
	const sources = [
		suite.common,
		scenario.fragment,
		options.kasan ? `${debugInfo} CONFIG_KASAN=y` : void 0,
		options.kcsan ? `${debugInfo} ${kcsan}` : options.debugInfo ? debugInfo : void 0,
		options.kconfig,
		suite.architectureCommon
	];
	let lines = [""];
	for (const source of sources) {
		const added = (source ?? "").split(/\s+/).filter(Boolean);
		if (added.length > 0) lines = [...lines.filter((line) => !overridden(line, added)), ...added];
	}
	return lines.map((line) => `${line}\n`).join("");
}
function overridden(line, added) {
	return added.some((option) => line.includes(`${option.replace(/=.*$/, "")}=`));
}

// src/kernel/changes.ts
const mostUntracked = 2e3;
async function changesDigest(tree, executor) {
	const hash = createHash("sha256");
	let bytes = 0;
	const [diff, others] = await Promise.all([executor.run(gitCommand(tree, "diff", "HEAD", "--binary", "--no-ext-diff", "--no-textconv", "--no-color", "--", ...ownFiles), {
		maxBuffer: 1024,
		onStdout: (chunk) => {
			hash.update(chunk);
			bytes += chunk.length;
		}
	}), executor.run(gitCommand(tree, "ls-files", "-z", "--others", "--exclude-standard", "--", ...ownFiles))]);
	if (diff.exitStatus !== 0) return void 0;
	const names = others.stdout.split("\0").filter(Boolean).sort();
	if (others.exitStatus !== 0 || names.length > mostUntracked) return void 0;
	for (const name of names) {
		const digest = createHash("sha256").update(await content(join(tree, name))).digest("hex");
		hash.update(`\0${name}\0${digest}`);
	}
	return bytes === 0 && names.length === 0 ? "none" : hash.digest("hex");
}
async function content(path) {
	const status = await lstat$1(path).catch(() => void 0);
	if (status?.isSymbolicLink()) return readlink(path);
	return status?.isFile() ? readFile(path) : "";
}

// src/kernel/content.ts
const readsAtATime = 16;
const mostFiles = 5e5;
async function contentId(tree, executor) {
	const names = await sourceFiles(tree, executor);
	if (names === void 0 || names.length === 0 || names.length > mostFiles) return void 0;
	const lines = await pLimit(readsAtATime).map(names, async (name) => `${name}\0${await digestOf$1(join(tree, name))}\0`);
	const hash = createHash("sha256");
	for (const line of lines) hash.update(line);
	return `content-${hash.digest("hex")}`;
}
async function sourceFiles(tree, executor) {
	const repository = await mkdtemp(join(tmpdir(), "rcutorture-action-git-"));
	try {
		if ((await executor.run({
			argv: [
				"git",
				"init",
				"--quiet",
				"--bare",
				"--template=",
				repository
			],
			env: { LC_ALL: "C" }
		})).exitStatus !== 0) return void 0;
		const ignore = await readFile(join(tree, ".gitignore"), "utf8").catch(() => "");
		const listed = await executor.run(gitCommand(tree, ...[
			`--git-dir=${repository}`,
			"--work-tree=.",
			"ls-files",
			"-z",
			"--others"
		], "--exclude-per-directory=.gitignore", ...wholeTop(ignore), ...["--", ...ownFiles]));
		if (listed.exitStatus !== 0 || listed.truncated) return void 0;
		return listed.stdout.split("\0").filter(Boolean).sort();
	} finally {
		await rm$1(repository, {
			recursive: true,
			force: true
		});
	}
}
function wholeTop(ignore) {
	const patterns = ignore.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
	if (!patterns.includes("/*")) return [];
	return ["!/*", ...patterns.filter((pattern) => pattern !== "/*")].map((one) => `--exclude=${one}`);
}
async function digestOf$1(path) {
	const status = await lstat$1(path).catch(() => void 0);
	if (status?.isSymbolicLink()) return `link ${await readlink(path)}`;
	if (!status?.isFile()) return "other";
	const digest = createHash("sha256").update(await readFile(path));
	return `${(status.mode & 64) === 0 ? "file" : "program"} ${digest.digest("hex")}`;
}
__name(digestOf$1, "digestOf");

// src/kernel/ingredients.ts
const makeVariables = "ARCH SUBARCH CROSS_COMPILE LLVM LLVM_IAS KCFLAGS KCPPFLAGS KAFLAGS KRUSTFLAGS HOSTCFLAGS HOSTLDFLAGS LOCALVERSION KCONFIG_ALLCONFIG KBUILD_BUILD_TIMESTAMP KBUILD_BUILD_USER KBUILD_BUILD_HOST";
async function gatherIngredients(tree, facts, options, executor, variables) {
	const treeId = facts.treeId ?? await contentId(tree.path, executor);
	if (treeId === void 0) return { unknown: `${tree.path}: ${facts.reason ?? "git says nothing"}, so its builds cannot be recognised again and are not stored.` };
	const changes = facts.state === "clean" || facts.treeId === void 0 ? "none" : await changesDigest(tree.path, executor);
	if (changes === void 0) return { unknown: `${tree.path}: too many files that git does not know, so its builds are not stored. Commit or ignore them.` };
	const environment = makeVariables.split(" ").flatMap((name) => variables[name] ? [`${name}=${variables[name]}`] : []).join(" ");
	const { cc, ld } = toolchainOf(`${environment} ${options.kmakeArg ?? ""}`);
	const env = {
		LC_ALL: "C",
		...variables.PATH ? { PATH: variables.PATH } : {}
	};
	const [compiler, linker] = await Promise.all([versionOf(cc, env, executor), versionOf(ld, env, executor)]);
	return { common: {
		format: String(1),
		architecture: machine$2(),
		tree: treeId,
		changes,
		defconfig: options.defconfig || "defconfig",
		kmakeArg: options.kmakeArg ?? "",
		environment,
		compiler,
		linker,
		initrd: options.noInitrd ? "none" : await describeInitrd(tree),
		guest: guestOptions(options)
	} };
}
function ingredientsOf(common, suite, scenario, options) {
	const fragment = mergeFragment(suite, scenario, {
		kasan: options.kasan ?? false,
		kcsan: options.kcsan ?? false,
		debugInfo: options.debugInfo ?? false,
		...options.kconfig ? { kconfig: options.kconfig } : {}
	});
	const oneLine = (text) => text.split(/\s+/).filter(Boolean).join(" ");
	return {
		...common,
		suite: suite.name,
		scenario: scenario.name,
		fragment: oneLine(fragment),
		boot: oneLine(scenario.boot ?? "")
	};
}
async function versionOf(program, env, executor) {
	const result = await executor.run({
		argv: [program, "--version"],
		env
	});
	return result.exitStatus === 0 ? (result.stdout.split("\n")[0] ?? "").trim() : "missing";
}
async function describeInitrd(tree) {
	const folder = join(tree.rcutorture, "initrd");
	const files = (await readdir$1(folder, {
		recursive: true,
		withFileTypes: true
	}).catch(() => [])).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	if (files.every((file) => file === join(folder, "init"))) return "of mkinitrd.sh";
	const hash = createHash("sha256");
	for (const file of files.sort()) {
		const digest = createHash("sha256").update(await readFile(file)).digest("hex");
		hash.update(`${file.slice(folder.length)}\0${digest}\0`);
	}
	return `own ${hash.digest("hex")}`;
}
function guestOptions(options) {
	return [
		"bootargs",
		"bootimage",
		"qemuArgs",
		"qemuCmd",
		"memory"
	].flatMap((name) => options[name] ? [`${name}=${options[name]}`] : []).join(" ");
}

// src/stages/prepare/kernels/store.ts
async function keysOf(context, { tree, plan, suite }, git) {
	const { inputs, ui, executor, environment } = context;
	if (git.treeId === void 0) ui.info(`${tree.path}: ${git.reason ?? "git says nothing"}; its builds are recognised by the content of its files.`);
	const gathered = await gatherIngredients(tree, git, inputs, executor, environment.variables);
	if ("unknown" in gathered) {
		ui.info(gathered.unknown);
		return /* @__PURE__ */ new Map();
	}
	const keys = /* @__PURE__ */ new Map();
	for (const name of new Set(plan.guests.map(({ scenario }) => scenario))) {
		const scenario = suite.scenarios.get(name);
		if (!scenario) continue;
		const ingredients = ingredientsOf(gathered.common, suite, scenario, inputs);
		keys.set(name, {
			key: buildKey(ingredients),
			ingredients
		});
	}
	return keys;
}
const fetchesAtATime = 4;
async function fetchBuilds(store, keys, folder, ui) {
	const some = pLimit(fetchesAtATime);
	const fetches = [...keys].map(([scenario, key]) => some(async () => {
		const fetched = await store.fetch(key, join(folder, scenario));
		if (fetched.outcome === "hit") {
			ui.info(`${scenario}: kernel from the ${fetched.store} store (${key})`);
			return [[scenario, fetched]];
		}
		if (fetched.outcome !== "miss") ui.info(`${scenario}: not from a store: ${fetched.reason}`);
		return [];
	}));
	return new Map((await Promise.all(fetches)).flat());
}
async function explain(store, { ingredients }, ui) {
	const nearest = await store.nearest(keyPrefix(ingredients));
	if (nearest !== void 0 && nearest.ingredients === void 0) ui.info(`${ingredients.scenario}: not stored; the nearest stored build is ${nearest.key}`);
	else ui.info(explainMiss(ingredients, nearest?.ingredients));
}
function workflowRunOf({ attempt, variables }) {
	const { GITHUB_RUN_ID: id, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = variables;
	if (!id) return void 0;
	return {
		id,
		attempt,
		...server && repository ? { url: `${server}/${repository}/actions/runs/${id}` } : {}
	};
}
async function keepBuild(store, rundir, scenario, { key, ingredients }, origin) {
	const directory = join(rundir, scenario);
	const cmd = await readQemuCmd({ path: rundir }, scenario);
	const image = cmd && imageName(cmd);
	const names = await readdir$1(directory);
	const files = names.filter((name) => isBuildFile(name, image) && name !== guestFiles$1.vmlinux).map((path) => ({
		path,
		immutable: true
	}));
	const { git, workflowRun, scripts } = origin;
	const facts = {
		key,
		scenario,
		provenance: {
			...git.repository === void 0 ? {} : { repository: git.repository },
			...git.commit === void 0 ? {} : { commit: git.commit },
			...git.describe === void 0 ? {} : { describe: git.describe },
			...workflowRun === void 0 ? {} : { workflowRun },
			...scripts === void 0 ? {} : { scripts },
			toolchain: {
				compiler: ingredients.compiler,
				linker: ingredients.linker
			},
			ingredients: { ...ingredients }
		}
	};
	const manifest = await createManifest(directory, [...files, { path: guestFiles$1.qemuCmd }], facts);
	await store.save({
		directory,
		manifest
	});
	if (!names.includes(guestFiles$1.vmlinux)) return;
	const symbols = await createManifest(directory, [{
		path: guestFiles$1.vmlinux,
		immutable: true
	}], {
		...facts,
		key: symbolsKey(key)
	});
	await store.save({
		directory,
		manifest: symbols
	});
}
async function fetchFolder(rundir) {
	const folder = `${rundir}.${process.pid}.fetched`;
	await mkdir$1(folder, { recursive: true });
	return folder;
}

// src/stages/prepare/kernels/buildKeeper.ts
var BuildKeeper = class {
	#context;
	#store;
	#place;
	#waiting = /* @__PURE__ */ new Map();
	#keeping = Promise.resolve();
	#scripts;
	constructor(context, store, place) {
		this.#context = context;
		this.#store = store;
		this.#place = place;
	}
	built(scenario, keyed) {
		this.#waiting.set(scenario, keyed);
		this.#keeping = this.#keeping.then(() => this.#keepComplete());
	}
	async finish() {
		await this.#keeping;
		await this.#keepComplete();
	}
	async #keepComplete() {
		await Promise.all([...this.#waiting].map(async ([scenario, keyed]) => {
			const done = join(this.#place.rundir, scenario, guestFiles$1.buildOnly);
			if (!await access(done).then(() => true, () => false)) return;
			this.#waiting.delete(scenario);
			await this.#keep(scenario, keyed);
		}));
	}
	async #keep(scenario, keyed) {
		const { ui, environment } = this.#context;
		const { rundir, tree, git } = this.#place;
		try {
			this.#scripts ??= keepScripts(this.#store, tree, ui);
			const origin = {
				git,
				workflowRun: workflowRunOf(environment),
				scripts: await this.#scripts
			};
			await keepBuild(this.#store, rundir, scenario, keyed, origin);
		} catch (error) {
			ui.warning(`The build of ${scenario} is not kept: ${messageOf(error)}`);
		}
	}
};

// src/plan/batches.ts
function packBatches(jobs, cpus, most = 1e400) {
	const repetitions = /* @__PURE__ */ new Map();
	const batches = [];
	let waiting = [...jobs].sort(byCpus);
	while (waiting.length > 0) {
		const { taken, left } = fill(waiting, cpus, most);
		const guests = taken.map((job) => {
			const repetition = (repetitions.get(job.scenario) ?? 0) + 1;
			repetitions.set(job.scenario, repetition);
			return named$2(job, repetition);
		});
		batches.push({
			number: batches.length + 1,
			guests
		});
		waiting = left;
	}
	return batches;
}
function fill(waiting, cpus, most) {
	const taken = [];
	const left = [];
	let free = cpus;
	for (const job of waiting) if (taken.length === 0 || job.cpus <= free && taken.length < most) {
		taken.push(job);
		free -= job.cpus;
	} else left.push(job);
	return {
		taken,
		left
	};
}
function named$2(job, repetition) {
	const name = repetition === 1 ? job.scenario : `${job.scenario}.${repetition}`;
	return {
		...job,
		name,
		repetition
	};
}
__name(named$2, "named");
function byCpus(a, b) {
	if (a.cpus !== b.cpus) return b.cpus - a.cpus;
	const [x, y] = [`${a.scenario} ${a.cpus}`, `${b.scenario} ${b.cpus}`];
	return x < y ? -1 : x > y ? 1 : 0;
}

// src/plan/suite.ts
function bootArguments(suite, scenario, bootargs = "") {
	const file = (scenario.boot ?? "").split("\n").filter((line) => !line.startsWith("#")).join(" ");
	return (suite.bootOrder === "file-last" ? [bootargs, file] : [file, bootargs]).join(" ").split(/\s+/).filter(Boolean).join(" ");
}

// src/plan/cpus.ts
function scheduledCpus(suite, scenario, options) {
	const kconfig = options.kconfig ?? "";
	const fragment = /(?<!\w)CONFIG_NR_CPUS=/.test(kconfig) ? kconfig.split(/\s+/).join("\n") : scenario.fragment;
	const boot = bootArguments(suite, scenario, options.bootargs);
	const limited = limit(configuredCpus(fragment) ?? options.machineCpus, boot, "nr_cpus");
	return Math.max(1, limit(limited, boot, "maxcpus"));
}
function smpCpus$1(suite, scenario, merged, options) {
	const boot = bootArguments(suite, scenario, options.bootargs);
	const configured = configuredCpus(merged);
	if (configured !== void 0) return Math.max(1, limit(configured, boot, "nr_cpus"));
	return Math.max(1, lastNumber(boot, "nr_cpus") ?? options.machineCpus);
}
__name(smpCpus$1, "smpCpus");
function configuredCpus(fragment) {
	if (/^CONFIG_SMP=n$/m.test(fragment)) return 1;
	const last = [...fragment.matchAll(/^CONFIG_NR_CPUS=(\d+)/gm)].at(-1)?.[1];
	return last === void 0 ? void 0 : Number(last);
}
function limit(cpus, boot, parameter) {
	return Math.min(cpus, lastNumber(boot, parameter) ?? cpus);
}
function lastNumber(boot, parameter) {
	const digits = /^\d+/.exec(boot.slice(boot.lastIndexOf(`${parameter}=`) + parameter.length + 1))?.[0];
	return boot.includes(`${parameter}=`) && digits !== void 0 ? Number(digits) : void 0;
}

// src/plan/plan.ts
function planGuests(options) {
	const { suite, cpus } = options;
	const jobs = expandConfigs(options.configs, suite).map((name) => {
		const scenario = suite.scenarios.get(name);
		if (!scenario) throw new Error(`${name} was expanded to, so it exists`);
		const merged = mergeFragment(suite, scenario, options.kconfig ? { kconfig: options.kconfig } : {});
		return {
			scenario: name,
			cpus: scheduledCpus(suite, scenario, options),
			smp: smpCpus$1(suite, scenario, merged, options)
		};
	});
	const most = guestsIn(options);
	const wide = packBatches(jobs, cpus);
	const limited = wide.some(({ guests }) => guests.length > most);
	const batches = limited ? packBatches(jobs, cpus, most) : wide;
	const guests = batches.flatMap((batch) => batch.guests);
	return {
		suite: suite.name,
		cpus,
		guests,
		batches,
		...limited ? { atOnce: most } : {}
	};
}
function guestsIn({ memory, guestMemory }) {
	if (memory === void 0 || guestMemory === void 0) return 1e400;
	return Math.max(1, Math.floor(memory / (guestMemory + qemuItself)));
}
function widestGuest(guests) {
	return Math.max(1, ...guests.map(({ cpus, smp }) => smp ?? cpus));
}

// src/stages/prepare/kernels/buildOptions.ts
function configWords(guests) {
	const copies = /* @__PURE__ */ new Map();
	for (const { scenario } of guests) copies.set(scenario, (copies.get(scenario) ?? 0) + 1);
	return [...copies].map(([scenario, count]) => count === 1 ? scenario : `${count}*${scenario}`);
}
function buildOptions(inputs, plan, guests, { results, datestamp }) {
	return {
		...inputs,
		configs: configWords(guests),
		duration: inputs.duration ?? 1800,
		widestGuest: widestGuest(guests),
		cpus: plan.cpus,
		results,
		datestamp
	};
}

// src/plan/costs.ts
const cpuSecondsOfBuild = 3600;
const usualExtra = 30;
const jobMinutes = 360;
function costsOf$1({ plan, toBuild, known, cpus, duration }) {
	const perKernel = cpuSecondsOfBuild / Math.max(1, cpus);
	const builds = toBuild.map((scenario) => known.get(scenario)?.buildSeconds);
	const run = plan.batches.map(({ guests }) => (duration ?? 0) + Math.max(...guests.map(({ scenario }) => known.get(scenario)?.extra ?? usualExtra)));
	return {
		buildSeconds: builds.reduce((sum, seconds) => sum + (seconds ?? perKernel), 0),
		knownBuilds: builds.filter((seconds) => seconds !== void 0).length,
		perKernel,
		runSeconds: duration === void 0 ? 0 : run.reduce((sum, seconds) => sum + seconds, 0),
		batches: plan.batches.length
	};
}
__name(costsOf$1, "costsOf");
function roughly(seconds) {
	const minutes = Math.max(1, Math.round(seconds / 60));
	if (minutes < 90) return `${minutes} min`;
	const rest = minutes % 60;
	return `${Math.floor(minutes / 60)} h${rest === 0 ? "" : ` ${rest} min`}`;
}
function basis({ knownBuilds, perKernel }, kernels, cpus) {
	const guess = `about ${roughly(perKernel)} for a defconfig kernel on ${plural(cpus, "CPU")}`;
	if (knownBuilds === kernels) return "as in earlier runs";
	return knownBuilds === 0 ? `no history: ${guess}` : `${knownBuilds} as in earlier runs, the others ${guess}`;
}
function renderCosts(question, costs) {
	const { plan, toBuild, cpus, duration, times } = question;
	const kernels = new Set(plan.guests.map(({ scenario }) => scenario)).size;
	const building = toBuild.length === 0 ? `Nothing to build: ${plural(kernels, "kernel")} from the store` : `To build: ${toBuild.length} of ${plural(kernels, "kernel")}, about ${roughly(costs.buildSeconds)} (${basis(costs, toBuild.length, cpus)})`;
	if (duration === void 0) return `${building}.`;
	const again = times === 1 ? "" : times === 1e400 ? ", over and over" : `, ${times} times`;
	return `${building}; then ${`${plural(plan.guests.length, "guest")} in ${plural(costs.batches, "batch", "batches")}${again}`}: about ${roughly(costs.runSeconds * (times === 1e400 ? 1 : times))}${times === 1e400 ? " each time" : ""}.`;
}
function renderTimeLimit(question, costs) {
	const fits = question.times === 1e400 ? "Once through all guests" : "All of it";
	return timeLimitAdvice(question, costs) ?? `${fits} fits into the ${jobMinutes} min that GitHub gives a job unless timeout-minutes says otherwise.`;
}
function timeLimitAdvice(question, costs) {
	const { duration, times } = question;
	const limit = jobMinutes * 60;
	const once = costs.runSeconds;
	const needed = costs.buildSeconds + once * (times === 1e400 ? 1 : times);
	if (needed <= limit) return void 0;
	const left = limit - costs.buildSeconds;
	const ends = `GitHub ends a job after ${jobMinutes} min unless timeout-minutes says otherwise (on hosted runners, always), and this one needs about ${roughly(needed)}`;
	if (duration === void 0 || left <= 0) return `${ends}, most of it to build kernels: name fewer scenarios in configs, or build on several runners (docs/guide-matrix.md).`;
	const perBatch = once / costs.batches;
	const batches = Math.min(costs.batches, Math.floor(left / perBatch));
	const shorter = Math.floor((left / Math.max(1, times === 1e400 ? 1 : times) / costs.batches - (perBatch - duration)) / 60);
	const advice = [
		...shorter >= 1 ? [`duration: ${shorter}m`] : [],
		"fewer scenarios in configs",
		"several runners (docs/guide-matrix.md)"
	];
	return `${ends}. ${times === 1 ? `What fits: ${batches} of ${plural(costs.batches, "batch", "batches")}` : `What fits: ${Math.floor(left / once)} of ${times} times`}. To change: ${advice.slice(0, -1).join(", ")} or ${advice.at(-1)}.`;
}

// src/guests/qemuOptions.ts
function withProperty(value, name, change) {
	return value.split(",").map((part) => part.startsWith(`${name}=`) ? `${name}=${change(part.slice(name.length + 1))}` : part).join(",");
}
function smpCpus(value) {
	const parts = value.split(",").map((part, i) => i === 0 && !part.includes("=") ? `cpus=${part}` : part);
	const numbers = new Map(parts.map((part) => {
		const [name = "", number = ""] = part.split("=");
		return [name, Number(number)];
	}));
	const cpus = numbers.get("cpus");
	if (cpus !== void 0 && cpus > 0) return cpus;
	const product = [
		"drawers",
		"books",
		"sockets",
		"dies",
		"clusters",
		"cores",
		"threads"
	].reduce((total, level) => total * (numbers.get(level) || 1), 1);
	return Math.max(1, product);
}
const units = {
	"": 20,
	K: 10,
	M: 20,
	G: 30,
	T: 40,
	B: 0
};
function memoryBytes(value) {
	const size = value.split(",").find((part) => part.startsWith("size=")) ?? value.split(",")[0] ?? "";
	const match = /^(?:size=)?(\d+(?:\.\d+)?)([KMGTB]?)$/i.exec(size);
	const shift = units[(match?.[2] ?? "").toUpperCase()];
	return match && shift !== void 0 ? Number(match[1]) * 2 ** shift : void 0;
}
function optionMemory(argv) {
	const at = argv.lastIndexOf("-m");
	const value = at < 0 ? void 0 : argv[at + 1];
	return value === void 0 ? void 0 : memoryBytes(value);
}

// src/kernel/suite.ts
const scenarioName = /^[^/.a-z]+$/;
async function readSuite(rcutorture, name, architecture = machine$2()) {
	const suites = await listSuites(rcutorture);
	if (!suites.includes(name)) throw new InputError(`torture "${name}": this kernel tree has ${suites.join(", ") || "no suites"}.`);
	const folder = join(rcutorture, "configs", name);
	const files = /* @__PURE__ */ new Map();
	for (const entry of (await readdir$1(folder, { withFileTypes: true })).filter((one) => !one.isDirectory())) files.set(entry.name, await readFile(join(folder, entry.name), "utf8"));
	const common = files.get("CFcommon");
	const architectureCommon = files.get(`CFcommon.${architecture}`);
	return {
		name,
		list: (files.get("CFLIST") ?? "").split(/\s+/).filter(Boolean),
		scenarios: scenariosOf(files),
		...common === void 0 ? {} : { common },
		...architectureCommon === void 0 ? {} : { architectureCommon },
		bootOrder: bootOrder(await readFile(join(rcutorture, "bin/functions.sh"), "utf8"))
	};
}
function scenariosOf(files) {
	const names = [...files.keys()].filter((name) => scenarioName.test(name) && name !== "CFLIST").sort();
	return new Map(names.map((name) => {
		const boot = files.get(`${name}.boot`);
		return [name, {
			name,
			fragment: files.get(name) ?? "",
			...boot === void 0 ? {} : { boot }
		}];
	}));
}
function bootOrder(functions) {
	return /echo \$1 `grep[^`]*\.boot/.test(functions) ? "file-last" : "arguments-last";
}

// node_modules/ansi-regex/index.js
const ST = String.raw`(?:\u001B\u005C|\u009C)`;
const stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
const osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;
const controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;
const pattern$1 = `${String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`}|${osc}|${controlString}|${String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`}|${String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`}`;
function ansiRegex({ onlyFirst = false } = {}) {
	return new RegExp(pattern$1, onlyFirst ? void 0 : "g");
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

// src/text/columns.ts
const pad = (text, columns) => text + " ".repeat(Math.max(0, columns - stringWidth(text)));
const padLeft = (text, columns) => " ".repeat(Math.max(0, columns - stringWidth(text))) + text;
const bound$1 = /* @__PURE__ */ __name((text) => text.replace(/(?<=\d) (?=%)|(?<=\d) of (?=\d)/g, (blanks) => blanks.replaceAll(" ", "\xA0")), "bound");
function wrapWords(text, columns, hang = 0, first = 0) {
	const lines = [];
	let line = " ".repeat(first);
	let used = first;
	let empty = true;
	for (const word of bound$1(printable(text)).split(/[^\S\u00a0]+/).filter(Boolean)) {
		const own = stringWidth(word);
		if (!empty && used + 1 + own > columns) {
			lines.push(line);
			line = " ".repeat(hang) + word;
			used = hang + own;
		} else {
			line = empty ? line + word : `${line} ${word}`;
			used += empty ? own : own + 1;
		}
		empty = false;
	}
	return [...lines, line].map((one) => one.replaceAll("\xA0", " "));
}
const everyTerminal = 80;
function fitTerminal(lines) {
	return lines.flatMap((line) => line.startsWith("  ") ? wrapWords(line.trim(), everyTerminal, 4, 2) : wrapWords(line, everyTerminal));
}

// src/plan/text.ts
function renderPlan(plan, duration, costs = []) {
	const { guests, batches, cpus } = plan;
	const scenarios = new Set(guests.map(({ scenario }) => scenario)).size;
	const time = prettyMilliseconds(duration * 1e3 * batches.length);
	return `${[
		...fitTerminal([`${plan.suite}: ${plural(guests.length, "guest")} of ${plural(scenarios, "scenario")} in ${plural(batches.length, "batch", "batches")} ${cpus === 0 ? "of one guest each" : `on ${plural(cpus, "CPU")}`}; ${time} of torture, and ${plural(scenarios, "kernel")} to build or reuse`]),
		...batches.map((batch) => renderBatch(batch, cpus)),
		...fitTerminal(costs)
	].join("\n")}\n\n${renderBatches(batches)}`;
}
function renderDefaultPlan({ suite, guests }) {
	const scenarios = new Set(guests.map(({ scenario }) => scenario)).size;
	return `No configs are given, so this is the whole CFLIST of ${suite}, as with kvm.sh: ${plural(scenarios, "scenario")}.`;
}
const columns$1 = 80;
function renderBatch({ number, guests }, cpus) {
	const used = guests.reduce((sum, guest) => sum + guest.cpus, 0);
	const names = guests.map((guest) => `${guest.name}\u00a0(${guest.cpus})`).join(", ");
	const note = cpus > 0 && used > cpus ? `: more than the ${plural(cpus, "CPU")} there are` : "";
	const text = `batch ${number}, ${plural(used, "CPU")}${note}: ${names}`;
	return wrapWords(text, columns$1, 4, 2).join("\n");
}

// src/systems/cgroup.ts
const cgroupScript = `
cgroup_number=0
cgroup_file() {
  { read -r cgroup_value < "$1/$2" && printf 'cgroup %s %s %s\\n' "$cgroup_number" "$2" "$cgroup_value"; } 2>/dev/null
}
cgroup_up() {
  cgroup_folder=$1\${2:+/$2}
  while :; do
    cgroup_number=$((cgroup_number + 1))
    for cgroup_name in cpu.max cpu.cfs_quota_us cpu.cfs_period_us memory.max memory.high memory.current \\
      memory.limit_in_bytes memory.usage_in_bytes; do cgroup_file "$cgroup_folder" "$cgroup_name"; done
    { while read -r cgroup_name cgroup_value; do
      case $cgroup_name in inactive_file|total_inactive_file)
        printf 'cgroup %s %s %s\\n' "$cgroup_number" "$cgroup_name" "$cgroup_value";;
      esac
    done < "$cgroup_folder/memory.stat"; } 2>/dev/null
    test "$cgroup_folder" = "$1" && return
    cgroup_folder=\${cgroup_folder%/*}
  done
}
{ while IFS=: read -r cgroup_id cgroup_kinds cgroup_path; do
  case ,$cgroup_kinds, in ,,|*,cpu,*|*,memory,*) ;; *) continue;; esac
  while read -r _ _ _ cgroup_root cgroup_point cgroup_rest; do
    case $cgroup_kinds/$cgroup_rest in
      /*" - cgroup2 "*) ;;
      /*) continue;;
      *" - cgroup "*) case ,\${cgroup_rest##* }, in *,"\${cgroup_kinds%%,*}",*) ;; *) continue;; esac;;
      *) continue;;
    esac
    cgroup_below=\${cgroup_path#"\${cgroup_root%/}"}
    case $cgroup_below in *..*|[!/]*) cgroup_below=;; esac
    cgroup_below=\${cgroup_below#/}
    cgroup_up "$cgroup_point" "\${cgroup_below%/}"
    break
  done < /proc/self/mountinfo
done < /proc/self/cgroup; } 2>/dev/null
`;
const unlimited$1 = 2 ** 60;
function least(values) {
	const known = values.filter((value) => Number.isFinite(value));
	return known.length === 0 ? void 0 : Math.min(...known);
}
function numberIn(files, ...names) {
	const text = names.map((name) => files.get(name)).find((value) => value !== void 0);
	const number = text !== void 0 && /^\d+$/.test(text) ? Number(text) : NaN;
	return number < unlimited$1 ? number : NaN;
}
function cpusOf$1(files) {
	const [quota, period] = files.get("cpu.max")?.split(" ").map(Number) ?? [numberIn(files, "cpu.cfs_quota_us"), numberIn(files, "cpu.cfs_period_us")];
	return quota !== void 0 && period !== void 0 && quota > 0 && period > 0 ? quota / period : NaN;
}
__name(cpusOf$1, "cpusOf");
function readCgroup(text) {
	const groups = /* @__PURE__ */ new Map();
	for (const [, group = "", file = "", value = ""] of text.matchAll(/^cgroup (\d+) (\S+) (.*)$/gm)) {
		const files = groups.get(group) ?? /* @__PURE__ */ new Map();
		groups.set(group, files.set(file, value.trim()));
	}
	const all = [...groups.values()];
	const limits = all.map((files) => least([numberIn(files, "memory.max", "memory.limit_in_bytes"), numberIn(files, "memory.high")]) ?? NaN);
	const free = all.map((files, i) => {
		const used = numberIn(files, "memory.current", "memory.usage_in_bytes") || 0;
		const cached = numberIn(files, "total_inactive_file", "inactive_file") || 0;
		return Math.max(0, (limits[i] ?? NaN) - Math.max(0, used - cached));
	});
	const found = {
		cpus: least(all.map(cpusOf$1)),
		memory: least(limits),
		free: least(free)
	};
	return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== void 0));
}

// src/systems/capacity.ts
const timeout$1 = 1e4;
const capacityScript = `
unset OMP_NUM_THREADS OMP_THREAD_LIMIT
printf 'online %s\\n' "$(getconf _NPROCESSORS_ONLN)"
printf 'usable %s\\n' "$(nproc)"
cat /proc/meminfo
${cgroupScript}`;
function kilobytes(text, name) {
	const match = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text);
	return match ? Number(match[1]) * 1024 : void 0;
}
const mebibyte$1 = 1048576;
function readCapacity(text) {
	const group = readCgroup(text);
	const counts = [...text.matchAll(/^(?:online|usable) (\d+)$/gm)].map(([, count]) => Number(count));
	const machine = Math.min(...counts.filter((count) => count > 0));
	const quota = group.cpus === void 0 ? 1e400 : Math.max(1, Math.floor(group.cpus));
	const total = kilobytes(text, "MemTotal");
	const available = kilobytes(text, "MemAvailable");
	const within = (bytes, limit) => bytes === void 0 ? limit : Math.min(bytes, limit ?? 1e400);
	const memory = within(total, group.memory);
	const availableMemory = within(available, group.free);
	const limits = [...quota < machine ? [`CPU time of ${Number(group.cpus?.toFixed(2))} of ${machine} CPUs`] : [], ...total !== void 0 && memory !== void 0 && memory < total ? [`${Math.floor(memory / mebibyte$1)} of ${Math.floor(total / mebibyte$1)} MiB of memory`] : []];
	return {
		cpus: Number.isFinite(machine) ? Math.min(machine, quota) : void 0,
		...memory === void 0 ? {} : { memory },
		...availableMemory === void 0 ? {} : { availableMemory },
		...limits.length === 0 ? {} : { limits: limits.join(", ") }
	};
}
async function ownCapacity(executor) {
	const { stdout } = await executor.run({
		argv: [
			"sh",
			"-c",
			capacityScript
		],
		timeout: timeout$1
	});
	const { cpus = availableParallelism(), memory = totalmem(), ...rest } = readCapacity(stdout);
	return {
		cpus,
		memory,
		...rest
	};
}
function usableCpus(asked, { cpus }) {
	return asked === "auto" ? cpus : asked;
}

// src/stages/prepare/plan.ts
async function roomHere({ inputs, executor }) {
	const here = await ownCapacity(executor);
	return {
		cpus: usableCpus(inputs.cpus, here),
		machineCpus: here.cpus,
		memory: here.memory
	};
}
function roomOn(systems) {
	return {
		cpus: systems.cpus,
		machineCpus: Math.max(...systems.machines.map(({ facts }) => facts.cpus))
	};
}
async function planJob(context, room) {
	const { inputs, environment } = context;
	const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
	const suite = await readSuite(tree.rcutorture, inputs.torture);
	const plan = planGuests({
		suite,
		configs: inputs.configs.join(" "),
		...room ?? await roomHere(context),
		guestMemory: guestMemory(inputs),
		...inputs.bootargs === void 0 ? {} : { bootargs: inputs.bootargs },
		...inputs.kconfig === void 0 ? {} : { kconfig: inputs.kconfig }
	});
	if (plan.atOnce !== void 0) context.ui.info(`Memory holds ${plan.atOnce} of these guests at a time, so batches are no larger.`);
	return {
		tree,
		suite,
		plan
	};
}
function guestMemory({ memory, kasan }) {
	return memoryBytes(memory ?? (kasan ? "2G" : "512")) ?? 0;
}
function announceDefaults(context, { plan }) {
	if (context.inputs.configs.length > 0 || context.environment.attempt > 1) return;
	context.ui.info(renderDefaultPlan(plan));
}

// src/stages/prepare/kernels/costs.ts
function questionOf$1({ inputs }, { plan }, rest) {
	return {
		plan,
		duration: inputs.mode === "build" ? void 0 : inputs.duration ?? 1800,
		times: inputs.repeatFor === void 0 ? inputs.repeat : 1e400,
		...rest
	};
}
__name(questionOf$1, "questionOf");
async function announceCosts({ context, job }, missing, known) {
	const { environment, ui } = context;
	const { machineCpus } = await roomHere(context);
	const question = questionOf$1(context, job, {
		toBuild: [...new Set(missing.map(({ scenario }) => scenario))],
		known: missing.length === 0 || known === void 0 ? /* @__PURE__ */ new Map() : await known(),
		cpus: machineCpus
	});
	const costs = costsOf$1(question);
	ui.info(renderCosts(question, costs));
	const advice = environment.variables.GITHUB_ACTIONS === "true" ? timeLimitAdvice(question, costs) : void 0;
	if (advice !== void 0) ui.warning(advice);
}
async function plannedCosts(context, job, store, known) {
	const { cpus } = context.inputs;
	const question = questionOf$1(context, job, {
		toBuild: await missingKernels(context, job, await readGitFacts(job.tree.path, context.executor), store),
		known: await known?.() ?? /* @__PURE__ */ new Map(),
		cpus: typeof cpus === "number" && cpus > 0 ? cpus : (await roomHere(context)).machineCpus
	});
	const costs = costsOf$1(question);
	return [renderCosts(question, costs), renderTimeLimit(question, costs)];
}
async function missingKernels(context, job, git, store) {
	const scenarios = [...new Set(job.plan.guests.map(({ scenario }) => scenario))];
	if (store === void 0 || git.treeId === void 0) return scenarios;
	const keys = await keysOf(context, job, git);
	const looked = scenarios.map(async (scenario) => {
		const key = keys.get(scenario)?.key;
		return key !== void 0 && (await store.lookup(key)).outcome === "hit" ? [] : [scenario];
	});
	return (await Promise.all(looked)).flat();
}

// src/stages/prepare/kernels/testId.ts
async function renderTestId(tree, executor) {
	const git = async (...args) => {
		const result = await executor.run(gitCommand(tree, ...args));
		return result.exitStatus === 0 ? result.stdout : void 0;
	};
	const commit = await git("rev-parse", "HEAD");
	const where = `Build directory: ${tree}\n`;
	if (commit === void 0) return where;
	const [status, diff] = await Promise.all([git("status"), git("diff", "HEAD")]);
	return `${where}Current commit: ${commit.trim()}\n\n --- Output of 'git status':\n${status ?? ""}\n\n --- Output of 'git diff HEAD':\n${diff ?? ""}`;
}

// src/stages/prepare/kernels/build.ts
async function buildMissing$1(task, guests) {
	const { context, job, rundir, git, store, keys } = task;
	const { inputs, ui } = context;
	const options = buildOptions(inputs, job.plan, guests, rundir);
	const scenarios = [...new Set(guests.map(({ scenario }) => scenario))];
	const keeper = store && new BuildKeeper(context, store, {
		rundir: rundir.path,
		tree: job.tree,
		git
	});
	const report = await buildKernels(job.tree, options, scenarios, {
		runner: context.buildRunner,
		executor: context.executor,
		path: context.environment.variables.PATH ?? "",
		signal: context.signal,
		listener: {
			info: (line) => ui.info(line),
			async built({ scenario, status, seconds }, output) {
				const took = seconds === void 0 ? "" : ` in ${Math.round(seconds)} s`;
				const path = join(rundir.path, scenario, guestFiles$1.makeOut);
				if (status === "built") ui.info(`${scenario} built${took}`);
				else if (status === "skipped") ui.warning(`${scenario}: not built, and not because of the kernel${took}`);
				else ui.warning(`${scenario}: the build failed${took}`);
				ui.folded(`Build log of ${scenario}`, output, path);
				const keyed = keys.get(scenario);
				if (keyed && status === "built") keeper?.built(scenario, keyed);
			}
		}
	});
	await keeper?.finish();
	return report;
}
__name(buildMissing$1, "buildMissing");
async function startRunDirectory({ job, rundir }, testId) {
	await mkdir$1(rundir.path, { recursive: true });
	const write = (name, text) => writeFile(join(rundir.path, name), text);
	await write(runFiles.suite[0], `${job.plan.suite}\n`);
	await write(runFiles.log, "rcutorture-action: all kernels came from a store, built there or with --trust-make\n");
	await write(runFiles.testId, testId);
}
async function buildJob(context, job, rundir, git, store, earlierKeys, known) {
	const { plan } = job;
	const keys = store ? await keysOf(context, job, git) : /* @__PURE__ */ new Map();
	const task = {
		context,
		job,
		rundir,
		git,
		store,
		keys
	};
	const fetched = await fetchFolder(rundir.path);
	const { over } = mortal({ folder: fetched });
	try {
		const computed = [...keys].map(([scenario, { key }]) => [scenario, key]);
		const scenarios = new Set(plan.guests.map(({ scenario }) => scenario));
		const wanted = new Map([...computed, ...[...earlierKeys].filter(([scenario]) => scenarios.has(scenario))]);
		const testId = store && renderTestId(job.tree.path, context.executor);
		testId?.catch(() => void 0);
		const hits = store ? await fetchBuilds(store, wanted, fetched, context.ui) : /* @__PURE__ */ new Map();
		const isMissing = ({ scenario }) => !hits.has(scenario);
		await using lock = plan.guests.some(isMissing) ? await lockTree(job.tree, {
			info: (line) => context.ui.info(line),
			signal: context.signal,
			killPrevious: context.inputs.killPrevious
		}) : void 0;
		if (store && lock?.waited) {
			const left = new Map([...wanted].filter(([scenario]) => !hits.has(scenario)));
			for (const [scenario, hit] of await fetchBuilds(store, left, fetched, context.ui)) hits.set(scenario, hit);
		}
		const missing = plan.guests.filter(isMissing);
		for (const scenario of new Set(missing.map((guest) => guest.scenario))) {
			const keyed = keys.get(scenario);
			if (store && keyed) await explain(store, keyed, context.ui);
		}
		await announceCosts(task, missing, known);
		const report = missing.length > 0 ? await buildMissing$1(task, missing) : void 0;
		if (report?.interrupted && !existsSync(rundir.path)) throw new InfrastructureError(stopOf(context.signal.reason).detail);
		if (report === void 0) await startRunDirectory(task, await testId ?? "");
		for (const guest of plan.guests.filter(({ scenario }) => hits.has(scenario))) {
			const { duration = defaultDuration, shutdownGrace } = context.inputs;
			const places = {
				from: fetched,
				into: rundir.path,
				finally: rundir.path
			};
			await placeGuest({
				...places,
				guest,
				bring: link,
				seconds: duration,
				grace: shutdownGrace
			});
		}
		if (hits.size > 0) await writeFile(join(rundir.path, runFiles.reRun), `${fromStore}\n`);
		await writeFile(join(rundir.path, runFiles.batches), renderBatchesFile(plan.batches, plan.cpus));
		await writeFile(join(rundir.path, runFiles.scenarios), renderScenarios(plan.batches));
		return {
			rundir: rundir.path,
			builds: [...report?.builds ?? [], ...reusedBuilds(hits)].map((build) => withKey(build, wanted)),
			interrupted: report?.interrupted ?? false,
			infrastructure: report?.infrastructure ?? []
		};
	} finally {
		await rm$1(fetched, {
			recursive: true,
			force: true
		});
		over();
	}
}
function reusedBuilds(hits) {
	return [...hits].map(([scenario, { store }]) => ({
		scenario,
		status: "reused",
		origin: `${store} store`,
		diagnostics: [],
		configErrors: []
	}));
}
function withKey(build, keys) {
	const key = keys.get(build.scenario);
	return key === void 0 || build.status === "failed" ? build : {
		...build,
		key
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
		const keyed = scripts === "" || first === void 0 ? void 0 : await keyOf$2(context, asked, first);
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
async function keyOf$2(context, asked, commit) {
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
__name(keyOf$2, "keyOf");

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
	#oneAtATime = pLimit(1);
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
		return this.#here.get(commit.commit) ?? await this.#oneAtATime(() => this.#of(commit, signal));
	}
	async #of(commit, signal) {
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
		await rm$1(path, {
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
		await rm$1(join(path, guest.scenario, guestFiles$1.vmlinux), { force: true });
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
		const home = join(cache, "bisect");
		const folder = join(home, name);
		const lock = {
			info: (line) => ui.info(line),
			signal: this.#context.signal
		};
		if (this.#own === void 0) ui.info(`Commits are checked out and built in ${folder}; your tree stays as it is.`);
		this.#own ??= sweepOwnTrees(home, executor).then(() => openOwnTree(this.#asked.tree.path, folder, executor, lock));
		return await this.#own;
	}
	async [Symbol.asyncDispose]() {
		await (await this.#own?.catch(() => void 0))?.[Symbol.asyncDispose]();
		await rm$1(this.#folder, {
			recursive: true,
			force: true
		});
	}
};

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
function countsOf$1(observations, told, failure) {
	const commits = new Set([...observations, ...told].map(({ commit }) => commit));
	const seen = Map.groupBy(observations, ({ commit }) => commit);
	const said = Map.groupBy(told, ({ commit }) => commit);
	return new Map([...commits].map((commit) => [commit, countOf(seen.get(commit) ?? [], said.get(commit) ?? [], failure)]));
}
__name(countsOf$1, "countsOf");

// src/bisect/knowledge.ts
const usualBuild$1 = 600;
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
	const build = mean(builds, usualBuild$1);
	return {
		build: (place) => has(commits[place] ?? "") ? 0 : build,
		run: guest / Math.max(1, slots)
	};
}
function know(question, observations, prices) {
	const { shows, named } = failureOf(question, observations);
	const byCommit = countsOf$1(observations, news(question.told, observations), shows);
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
function bytewise(bytes, width, rows, weights) {
	const sums = new Float64Array(rows);
	const block = 64;
	const meanings = new Float64Array(block * 256);
	for (let from = 0; from < width; from += block) {
		const columns = Math.min(block, width - from);
		for (let column = 0; column < columns; column++) for (let byte = 1; byte < 256; byte++) {
			const bit = 31 - Math.clz32(byte);
			const weight = weights[8 * (from + column) + bit] ?? 0;
			meanings[column * 256 + byte] = (meanings[column * 256 + (byte ^ 1 << bit)] ?? 0) + weight;
		}
		for (let row = 8 * from; row < rows; row++) {
			let sum = sums[row] ?? 0;
			const start = row * width + from;
			for (let column = 0; column < columns; column++) sum += meanings[column * 256 + (bytes[start + column] ?? 0)] ?? 0;
			sums[row] = sum;
		}
	}
	return sums;
}
function rows(parents) {
	const words = Math.ceil(parents.length / 32);
	const bits = new Uint32Array(words * parents.length);
	const bytes = new Uint8Array(bits.buffer);
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
		sums: (weights) => {
			if (weights.reduce((count, weight) => count + (weight === 0 ? 0 : 1), 0) > parents.length / 32) return bytewise(bytes, words * 4, parents.length, weights);
			const some = [...weights.keys()].filter((commit) => weights[commit] !== 0);
			return Float64Array.from(parents, (_, commit) => {
				let sum = 0;
				for (const one of some) {
					if (one > commit) break;
					if (at(commit * words + (one >>> 5)) >>> (one & 31) & 1) sum += weights[one] ?? 0;
				}
				return sum;
			});
		}
	};
}
const known$1 = /* @__PURE__ */ new WeakMap();
function ancestryOf(parents) {
	const isLine = (above, commit) => commit === 0 ? above.length === 0 : above.length === 1 && above[0] === commit - 1;
	const ancestry = known$1.get(parents) ?? (parents.every(isLine) ? line : rows(parents));
	known$1.set(parents, ancestry);
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
function seen(tallies, { commit }, failures, passes) {
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
			tallies: seen(world.tallies, probe, 0, probe.runs)
		}, {
			weight: world.weight * (1 - pass),
			tallies: seen(world.tallies, probe, 1, passesBeforeFailure)
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
function expectations$1(world, commit, candidates, rules) {
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
__name(expectations$1, "expectations");
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
		for (const world of worlds) for (const [i, expected] of expectations$1(world, commit, candidates, rules).entries()) {
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
const nothing$2 = {
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
function nextStep(known, running = []) {
	const { candidates, counts, rules, costs } = known;
	const last = candidates.parents.length - 1;
	const { good = nothing$2 } = known;
	const bad = counts.get(last) ?? nothing$2;
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
	const probes = nextProbes(candidates, counts, costs, rules, running);
	return probes.length === 0 && running.length === 0 ? {
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

// src/stages/conclude/bisection.ts
function outcomeOf(step) {
	if (step.kind === "confirm") return "not-shown";
	if (step.kind !== "end") return "undecided";
	if (step.why === "untestable") return `${step.which}-untestable`;
	return step.why === "stuck" ? "contradiction" : step.why;
}
const plain$1 = /* @__PURE__ */ __name(({ commit, subject, author }) => ({
	commit,
	subject,
	author
}), "plain");
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
			...plain$1(commit),
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
const boundOf$1 = /* @__PURE__ */ __name((runs, confidence) => 1 - (1 - confidence) ** (1 / runs), "boundOf");
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
		good: plain$1(history.good),
		bad: plain$1(bad),
		...knowledge.failure === void 0 ? {} : { failure: knowledge.failure.title },
		outcome,
		answer: places.flatMap((place) => {
			const commit = history.commits[place];
			return commit === void 0 ? [] : [{
				...plain$1(commit),
				probability: first?.[place] ?? 0
			}];
		}),
		posterior: [...first ?? []],
		...counted === void 0 ? {} : { rate: counted.belief.rate },
		...quiet ? { bound: boundOf$1(atBad.passes, about.confidence) } : {},
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

// src/contracts/guestHost.ts
var SystemUnusable = class extends InfrastructureError {};

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
function wordOf$1({ outcome, errors }, failed) {
	if (failed) return "failed";
	if (outcome === "build") return "no-build";
	if (outcome === "boot") return "no-boot";
	if (outcome === "cut") return "cut";
	return errors.length > 0 ? "other" : "passed";
}
__name(wordOf$1, "wordOf");
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
		return `${about(commit)}${wordOf$1(one, errors.some(log.shows))} ${commit} ${Math.round(seconds)}s id=${id}${what}`;
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
const format$1 = `--format=${[
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
	if (top.cause === "failed-to-start") throw new InputError("kernel: git is not installed, and mode bisect needs it.");
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
		format$1
	];
	const side = range.firstParent ? ["--first-parent", "-m"] : [];
	const listed = await asked.run("-c", "core.quotePath=false", "log", ...options, ...side, bad, `^${good}`, "--");
	if (listed.exitStatus !== 0 || listed.truncated) throw new InfrastructureError(`${tree}: git log failed: ${listed.stderr.trim().split("\n")[0]}`);
	const first = fieldsOf((await asked.text("log", "-1", format$1, good, "--"))?.replace(record, "") ?? "");
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
function rerunCommand({ GITHUB_RUN_ID: run, GITHUB_REPOSITORY: repository }) {
	if (run === void 0 || !/^\d+$/.test(run)) return void 0;
	return `gh run rerun ${run}${repository === void 0 ? "" : ` --repo ${repository}`}`;
}
function factsOf$1({ inputs, environment }, { tree, repository, scenario, duration, rules }, folder) {
	const kernel = {
		path: tree.path,
		...repository === void 0 ? {} : { repository }
	};
	const command = rerunCommand(environment.variables);
	const again = command === void 0 ? {} : { again: command };
	return {
		kernel,
		suite: inputs.torture,
		scenario,
		duration,
		folder,
		confidence: rules.confidence,
		...again
	};
}
__name(factsOf$1, "factsOf");
function observationsOf(given, workspace) {
	if (given === void 0 || /\s/.test(given.trim())) return given ?? "";
	const path = resolve(workspace, given.trim());
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		throw new InputError(`observations: "${given.trim()}" cannot be read as a file: ${messageOf(error)}.`);
	}
}
async function bisectSubject({ inputs, environment, executor }) {
	const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
	const { repository } = await readGitFacts(tree.path, executor);
	const duration = inputs.duration ?? 1800;
	return {
		tree,
		repository,
		scenario: inputs.configs[0] ?? "",
		duration
	};
}
async function askBisection(context) {
	const { inputs, environment, executor, ui } = context;
	const subject = await bisectSubject(context);
	const { tree, duration } = subject;
	const range = {
		good: inputs.good ?? "",
		bad: inputs.bad,
		firstParent: inputs.firstParent
	};
	const given = parseLog(observationsOf(inputs.observations, environment.workspace));
	const history = await readHistory(tree.path, range, executor);
	const names = given.lines.map((line) => line.given);
	const known = await knownCommits(tree.path, names, executor);
	const strange = new Set(names.filter((name) => !known.has(name)));
	if (strange.size > 0) {
		const [first = ""] = strange;
		ui.warning(`observations: ${strange.size} commits are not in ${tree.path} and tell nothing here: ${first}, …`);
	}
	const { commits } = history;
	return {
		...subject,
		history,
		candidates: {
			parents: commits.map(({ parents }) => parents),
			prior: priorOf(commits, inputs.torture, inputs.prior === "even")
		},
		rules: {
			confidence: inputs.confidence,
			goodRate: goodRateOf$1(inputs.goodRate, duration)
		},
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

// src/stages/prepare/bisect/prices.ts
const beyond = 15;
const slotsOf = (widths, cpus) => widths.reduce((sum, width) => sum + Math.max(1, Math.floor(width / cpus)), 0);
function pricesOf(asked, { observations, built }, kernels, widths) {
	const whole = observations.filter(({ outcome, errors }) => outcome === "ran" && errors.length === 0);
	const lived = whole.reduce((sum, { seconds }) => sum + seconds, 0);
	const cpus = kernels.guestCpus ?? 1;
	return {
		has: (commit) => kernels.has(commit),
		builds: [...built.values()],
		guest: whole.length > 0 ? lived / whole.length : asked.duration + beyond,
		slots: slotsOf(widths, cpus) / widths.length
	};
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
function medianRange({ medianLow: low, medianHigh: high }) {
	return low === void 0 || high === void 0 ? "" : ` (${formatNanoseconds(low)} to ${formatNanoseconds(high)})`;
}
function workOf(guest) {
	const { gracePeriods, operations, rate, durations } = guest.counters;
	const amount = gracePeriods ?? operations;
	if (durations !== void 0) return {
		amount: `median ${formatNanoseconds(durations.median)}${medianRange(durations)}`,
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

// src/results/scenario.ts
function scenarioOf({ scenario, variant }) {
	return variant === void 0 || scenario.includes(variant) ? scenario : `${scenario} (${variant})`;
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

// src/report/html/anchors.ts
const findingAnchor = (fingerprint) => `finding-${fingerprint}`;
const guestAnchor = (name) => `guest-${name.replace(/[^\w./-]+/g, "_")}`;
function guestAnchors(overview) {
	const taken = /* @__PURE__ */ new Set();
	const anchors = /* @__PURE__ */ new Map();
	for (const guest of overview.guests) {
		const short = guestAnchor(guest.name);
		const long = `${short}-${guest.attempt}-${guest.sample}`;
		let anchor = taken.has(short) ? long : short;
		for (let again = 2; taken.has(anchor); again++) anchor = `${long}-${again}`;
		taken.add(anchor);
		anchors.set(guest, anchor);
	}
	return anchors;
}

// src/report/links.ts
function findingLink({ page } = {}, fingerprint) {
	return page && `${page}#${findingAnchor(fingerprint)}`;
}
function guestLink({ page } = {}, name) {
	return page && `${page}#${guestAnchor(name)}`;
}
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
const sorted$1 = /* @__PURE__ */ new WeakMap();
function failuresOf(overview, guest) {
	const known = sorted$1.get(overview) ?? /* @__PURE__ */ new Map();
	sorted$1.set(overview, known);
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
function namesOf$1(guests) {
	return [...new Set(guests.map(({ name }) => cleanLine(name)))];
}
__name(namesOf$1, "namesOf");
function placeOf(where) {
	if (where.file === void 0) return "";
	return cleanLine(where.line === void 0 ? where.file : `${where.file}:${where.line}`);
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

// src/report/html/curve.ts
const width$1 = 640;
const height$1 = 150;
const margin$1 = {
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
	const x = (time) => (margin$1.left + (time - start) / (end - start) * (width$1 - margin$1.left - margin$1.right)).toFixed(1);
	const y = (value) => (height$1 - margin$1.bottom - value / top * (height$1 - margin$1.top - margin$1.bottom)).toFixed(1);
	const line = points.map(({ time, value }) => `${x(time)},${y(value)}`).join(" ");
	const marks = guest.findings.filter(({ severity, time }) => severity === "error" && time !== void 0 && time >= start && time <= end).slice(0, 50).map(({ time = 0, title }) => {
		const at = x(time);
		const name = `${cleanLine(title).slice(0, 200)}, ${time.toFixed(1)} s`;
		return `<line class="mark" x1="${at}" x2="${at}" y1="${margin$1.top}" y2="${height$1 - margin$1.bottom}"><title>${escapeHtml(name)}</title></line>`;
	}).join("");
	const words = `${noun} over time: ${formatCount(last.value)} after ${formatDuration(last.time)}`;
	return `<svg class="curve" role="img" viewBox="0 0 ${width$1} ${height$1}" aria-label="${escapeHtml(words)}"><line class="axis" x1="${margin$1.left}" x2="${width$1 - margin$1.right}" y1="${height$1 - margin$1.bottom}" y2="${height$1 - margin$1.bottom}"/><polyline class="line" points="${line}"/>${marks}<text x="${margin$1.left}" y="12">${escapeHtml(`${formatCount(top)} ${noun}`)}</text><text x="${margin$1.left}" y="145">${escapeHtml(`${formatCount(start)} s`)}</text><text x="${width$1 - margin$1.right}" y="145" text-anchor="end">${escapeHtml(formatDuration(end))}</text></svg>`;
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
function place$1(overview, where) {
	const text = placeOf(where);
	if (where.file === void 0 || text === "") return "";
	const target = sourceLink(overview.results.kernel, where.file, where.line);
	const shown = `<code>${html(text)}</code>`;
	return target === void 0 ? shown : `<a href="${escapeHtml(target)}" rel="noreferrer">${shown}</a>`;
}
__name(place$1, "place");
function tools(overview) {
	const boxes = verdicts.filter((verdict) => overview.of[verdict].length > 0).map((verdict) => `<label><input type="checkbox" name="verdict" value="${verdict}" checked> ${escapeHtml(verdictWords[verdict].word)} (${overview.of[verdict].length})</label>`);
	const names = [...new Set(overview.guests.flatMap(({ system }) => system ?? []))].sort(naturally);
	const systems = `<label>System <select id="system"><option value="">all</option>${names.map((name) => `<option value="${escapeHtml(name)}">${html(name, 100)}</option>`).join("")}</select></label>`;
	return `<div class="tools" role="search"><label>Search <input id="search" type="search" autocomplete="off"></label><fieldset aria-label="Verdicts">${boxes.join("")}</fieldset>${names.length > 1 ? systems : ""}<output id="shown" aria-live="polite"></output></div><section id="found" aria-live="polite" hidden><h2>Found on consoles</h2><p id="found-count"></p><ol></ol></section><p class="keys"><kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous guest, <kbd>Enter</kbd> open, in a console <kbd>n</kbd> <kbd>p</kbd> next and previous finding, <kbd>Esc</kbd> close; the address says what is shown</p>`;
}
function chip(overview, guest, anchor) {
	const words = `${labelOf(overview, guest)}: ${verdictWords[guest.verdict].word}`;
	return `<li><a class="${guest.verdict}" href="#${escapeHtml(anchor)}" aria-label="${html(words, 300)}" title="${html(words, 300)}">${marks[guest.verdict]}</a></li>`;
}
const chance = ({ estimate, low, high }) => {
	const most = formatPercent(Math.min(1, high));
	const words = estimate === 0 ? `fails in fewer than ${most} of runs` : `fails in ${formatPercent(estimate)} of runs (${formatPercent(low).replace(/ %$/, "")}–${most})`;
	return html(words).replaceAll(" %", "&nbsp;%");
};
function grid(overview, level, anchors, statistics) {
	const shown = overview.guests.slice(0, level.guests);
	const tiles = [...Map.groupBy(shown, scenarioOf)].map(([scenario, runs]) => {
		const inOrder = runs.toSorted((a, b) => a.repetition - b.repetition || a.attempt - b.attempt || a.sample - b.sample);
		const bad = runs.some(({ verdict }) => verdict === "failed" || verdict === "build-failed");
		const known = statistics?.scenarios.find((one) => one.scenario === scenario);
		const passed = runs.filter(({ verdict }) => verdict === "passed").length;
		const rate = known === void 0 ? "" : `${intervalBar(known.failureProbability)}<p>${chance(known.failureProbability)}</p>`;
		return `<li class="tile${bad ? " bad" : ""}"><h3 class="name">${html(scenario, 200)}</h3><p>${passed} of ${plural(runs.length, "run")} passed</p><ul class="chips">${inOrder.map((guest) => chip(overview, guest, anchors.get(guest) ?? "")).join("")}</ul>${rate}</li>`;
	});
	return tiles.length === 0 ? "" : section("Scenarios", `<ul class="tiles">${tiles.join("")}</ul>`);
}
function section(title, body, id) {
	return `<section${id === void 0 ? "" : ` id="${id}"`}><h2>${escapeHtml(title)}</h2>${body}</section>`;
}
const consoleLink = (anchor, line, words) => `<a class="button" href="#${escapeHtml(anchor)}:${line}">${html(words, 200)}</a>`;
function guestBody(overview, guest, anchor, level, console) {
	const facts = guestFacts(guest, overview.results.suite).split("\n").map((fact) => `<li>${html(fact)}</li>`);
	const findings = shownFindings(overview, guest, level).slice(0, 20);
	const items = findings.map((finding) => {
		const at = place$1(overview, finding);
		return `<li>${`${html(finding.title, 300)}${at ? ` at ${at}` : ""}`} ${consoleLink(anchor, finding.consoleLine, `console line ${finding.consoleLine}`)}</li>`;
	});
	const rest = guest.findings.length - findings.length;
	if (rest > 0) items.push(`<li>and ${plural(rest, "other finding")}, see its console</li>`);
	const open = findings.length > 0 || (console?.excerpts.length ?? 0) > 0 ? consoleLink(anchor, findings[0]?.consoleLine ?? "end", "Console") : "";
	const log = console === void 0 ? "" : ` <a href="${escapeHtml(console.link)}">console.log</a>`;
	return `<ul>${facts.join("")}</ul>${curve(guest, workNoun(overview.results.suite), level.points)}${items.length > 0 ? `<ul>${items.join("")}</ul>` : ""}${open}${log}`;
}
function guestList(overview, level, consoles, anchors) {
	const rows = overview.guests.slice(0, level.guests).map((guest, index) => {
		const { amount, rate } = workOf(guest);
		const anchor = anchors.get(guest) ?? "";
		return `<details class="guest" id="${escapeHtml(anchor)}"${index === 0 && guest.verdict === "failed" ? " open" : ""}><summary><span>${badge(guest.verdict)}</span><span class="name">${html(labelOf(overview, guest), 200)}</span><span class="figure">${livedText(guest)}</span><span class="figure">${escapeHtml(amount)}</span><span class="figure">${escapeHtml(rate)}</span><span class="why">${html(reasonOf(overview, guest), 300)}</span></summary><div>${guestBody(overview, guest, anchor, level, consoles[index])}</div></details>`;
	});
	const noun = workNoun(overview.results.suite);
	const columns = `<div class="columns" aria-hidden="true"><span>Verdict</span><span>Guest</span><span class="figure">Lived</span><span class="figure">${escapeHtml(noun.charAt(0).toUpperCase() + noun.slice(1))}</span><span class="figure">Rate</span><span>Why</span></div>`;
	const hidden = overview.guests.length - rows.length;
	const more = hidden > 0 ? `<p>and ${plural(hidden, "other guest")}, see results.json</p>` : "";
	return rows.length === 0 ? "" : section("Guests", `${columns}${rows.join("")}${more}`, "guests");
}

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
button, .button { cursor: pointer; }
.button { display: inline-block; color: inherit; text-decoration: none; border: 1px solid var(--line); border-radius: 6px; padding: 0.25rem 0.6rem; background: var(--page); }
.self { color: inherit; text-decoration: none; }
.self:hover { text-decoration: underline; }
button:hover, .button:hover { background: var(--raised); }
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
.finding { scroll-margin-top: 4rem; }
.finding:target, .guest:target { outline: 2px solid var(--accent); outline-offset: 1px; }
#found ol { list-style: none; padding: 0; margin: 0; max-height: 20rem; overflow: auto; border: 1px solid var(--line); border-radius: 6px; }
#found li { padding: 0.15rem 0.6rem; white-space: nowrap; width: max-content; min-width: 100%; }
#found p { color: var(--muted); margin: 0 0 0.4rem; }
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
/* The picture shrinks on a phone; its letters must not. */
@media (max-width: 40rem) { .curve text { font-size: 19px; } }
.band { fill: var(--accent); opacity: 0.14; }
.level { stroke: var(--unknown); stroke-width: 1.5; stroke-dasharray: 5 4; }
.axis { stroke: var(--line); stroke-width: 1; }
.line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; }
.mark { stroke: var(--failed); stroke-width: 2; stroke-dasharray: 4 3; }
.trends { list-style: none; padding: 0; margin: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 0.75rem; }
.trends li { border: 1px solid var(--line); border-radius: 8px; padding: 0.6rem 0.75rem; }
.trends p { margin: 0.3rem 0 0; color: var(--muted); font-size: 0.85rem; }
.trend { display: block; width: 100%; height: auto; margin-top: 0.4rem; }
.trend text { fill: var(--muted); font-size: 11px; }
.trend circle { fill: var(--accent); }
.trend .bad { fill: var(--failed); stroke: none; }
.trend .now { fill: none; stroke: var(--text); stroke-width: 1.5; }
.trend .here { stroke: var(--text); stroke-width: 1; stroke-dasharray: 2 3; }
.interval { display: block; width: 100%; height: auto; margin-top: 0.4rem; }
.range { stroke: var(--unknown); stroke-width: 4; stroke-linecap: round; }
.interval circle { fill: var(--text); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
.scroll + .scroll { margin-top: 1.25rem; }
.scroll + details { margin-top: 0.6rem; }
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
#lines a { text-decoration: none; }
#lines a:hover { text-decoration: underline; }
#lines i, #lines div > a { display: inline-block; width: 5em; margin-right: 1em; text-align: right; color: var(--muted); font-style: normal; user-select: none; }
@media (max-width: 56rem) { .guest > summary { grid-template-columns: auto 1fr auto; } .guest > summary .why { grid-column: 1 / -1; } .columns { padding: 0 0.8rem 0.3rem; color: var(--muted); font-size: 0.85rem; }
.columns .figure, .guest > summary .figure, .columns { display: none; } }
@media (max-width: 40rem) { dialog label { max-width: 100%; } #lines { padding: 0.4rem; } #lines i, #lines div > a { width: 3.5em; margin-right: 0.5em; }
  .scroll table, .scroll tbody, .scroll tr { display: block; }
  .scroll thead { display: none; }
  .scroll tr { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
  .scroll td { border: 0; padding: 0; text-align: left; overflow-wrap: anywhere; }
  .scroll td:empty { display: none; }
  .scroll td:first-child { width: 100%; font-weight: 600; }
  .scroll td:not(:first-child)::before { content: attr(data-label) " "; color: var(--muted); font-size: 0.85em; }
  .scroll td.words { width: 100%; }
  .scroll td.words::before { content: none; }
  .tools { position: static; }
  .tools input[type="search"] { max-width: 100%; } }
@media print { .tools, .keys, #theme, button { display: none !important; } }
`;

// src/report/reproduce.ts
function waysToReproduce({ reproduce, reproduction }) {
	return [
		{
			title: "Where it ran",
			text: reproduce,
			language: "sh"
		},
		{
			title: "In a workflow, with the same kernels",
			text: reproduction?.workflow,
			language: "yaml"
		},
		{
			title: "In a clone of the kernel",
			text: reproduction?.laptop,
			language: "sh"
		},
		{
			title: "What kvm.sh was called with",
			text: reproduction?.script,
			language: "sh"
		}
	].flatMap(({ title, text, language }) => text === void 0 ? [] : [{
		title,
		text: cleanText(text).trimEnd(),
		language
	}]);
}

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
const endings$1 = /* @__PURE__ */ new Set([
	"no-end",
	"silence",
	"hang",
	"boot-failure"
]);
const ownWords = /^WARNING: (?:Assertion failure in|Summary:) /;
const withoutStamp = (line) => line.replace(/^(?:\[[^\]]*\])+ /, "");
function nameOf$1({ verdict, ending, ignored, findings, scripts }) {
	if (verdict === "passed") {
		if (ignored.some(({ source, count }) => source === "input" && count > 0)) return "ignored-by-user";
		return (scripts?.diagnostics.filter((line) => !ownWords.test(line)) ?? []).every((line) => builtInNoise.some(({ pattern }) => pattern.test(withoutStamp(line)))) ? "harmless-lines" : "badness-without-report";
	}
	if (verdict !== "failed") return "stopped-or-lost";
	const onConsole = findings.filter(({ severity }) => severity === "error").filter(({ kind }) => !endings$1.has(kind));
	if (onConsole.length === 0 || ending.cause === "hung") return "ended-otherwise";
	return onConsole.some(({ text }) => byTheScriptsWords.test(text)) ? "nul-hides-badness" : "reports-without-badness-words";
}
__name(nameOf$1, "nameOf");
function disagreements(guests) {
	return guests.flatMap((guest) => {
		const { scripts, verdict, mustFail } = guest;
		if (mustFail || scripts === void 0 || verdict === "build-failed") return [];
		if (scripts.failed === (verdict === "failed")) return [];
		if (!scripts.failed && verdict !== "failed") return [];
		const name = nameOf$1(guest);
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
function notesOf(statistics) {
	const { firstBad = [], notes = [] } = statistics ?? {};
	return [...firstBad.map(({ sentence }) => sentence), ...notes];
}

// src/report/html/tables.ts
const textOf$2 = /* @__PURE__ */ __name((cell) => typeof cell === "string" ? cell : Object.values(cell)[0] ?? "", "textOf");
function table(header, rows) {
	const cell = (name, one, index) => {
		return `<${name}${typeof one === "string" ? "" : ` class="${Object.keys(one)[0]}"`}${name === "td" ? ` data-label="${textOf$2(header[index] ?? "")}"` : ""}>${textOf$2(one)}</${name}>`;
	};
	const row = (name, cells) => `<tr>${cells.map((one, index) => cell(name, one, index)).join("")}</tr>`;
	return `<div class="scroll" tabindex="0"><table><thead>${row("th", header)}</thead><tbody>${rows.map((cells) => row("td", cells)).join("")}</tbody></table></div>`;
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
		{ words: html([one.sentence, one.moreNeeded].filter(Boolean).join(" ")) }
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
	const notes = notesOf(statistics).slice(0, 100).map((note) => `<li>${html(note)}</li>`);
	const title = `Statistics (${formatPercent(statistics.confidence)} confidence)`;
	return section(title, `${table(header, rows)}${notes.length > 0 ? `<ul>${notes.join("")}</ul>` : ""}`);
}
function buildsPart(overview) {
	const rows = overview.results.builds.slice(0, 1e3).map((build) => {
		const errors = build.diagnostics.slice(0, 20).map((diagnostic) => {
			const at = place$1(overview, diagnostic);
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
	const ways = waysToReproduce(results).map(({ title, text, language }) => `<div><h3>${html(title, 100)}</h3><pre tabindex="0" aria-label="Command">${escapeHtml(cutCharacters(text, 4e3))}</pre><button type="button" data-copy="">Copy the ${language === "sh" ? "command" : "step"}</button></div>`);
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
		ways.length === 0 ? "" : section("Run it again", ways.join(""))
	].join("");
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
const runsOf$1 = /* @__PURE__ */ __name((one) => (one?.failures ?? 0) + (one?.passes ?? 0), "runsOf");
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
			if (runsOf$1(atBad) === 0) return `Undecided: bad, ${nameOf(bad)}, was not run to an end`;
			if (bound === void 0) return `Undecided: ${failed} showed in ${atBad?.failures ?? 0} of ${plural(runsOf$1(atBad), "run")} of bad, ${nameOf(bad)}, too seldom to begin`;
			return `${failed} did not show in ${plural(runsOf$1(atBad), "run")} of bad, ${nameOf(bad)}: it shows in less than ${formatPercent(bound)} of runs, at ${formatPercent(confidence)} confidence`;
		case "good-fails": {
			const atGood = probedAs(results, "good");
			return `good fails, too: ${failed} showed in ${atGood?.failures ?? 0} of ${plural(runsOf$1(atGood), "run")} of ${nameOf(good)}`;
		}
		case "bad-untestable": return `bad, ${nameOf(bad)}, ${cannot(atBad)}`;
		case "good-untestable": return `good, ${nameOf(good)}, ${cannot(probedAs(results, "good"))}`;
		case "contradiction": return "What was seen contradicts itself: no single commit explains it";
	}
}
function nextSteps(results) {
	const log = `${results.folder}/bisect.log`;
	const goOn = [results.again === void 0 ? "Run the same command again: it goes on from here." : `Re-run all jobs, or start the workflow again: it goes on from here: ${results.again}`, `On another machine, add: --observations ${log}`];
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
		...wall > 0 ? [`${formatDuration(wall)} by the clock in this job`] : []
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
.posterior .bar { fill: var(--accent); }
.posterior .answer { fill: var(--failed); }
.posterior .probed { stroke-width: 1.5; fill: var(--page); }
.posterior .bad { stroke: var(--failed); fill: var(--failed); }
.posterior .fine { stroke: var(--passed); fill: var(--passed); }
.posterior .none { stroke: var(--unknown); }
.legend { display: flex; justify-content: space-between; margin: 0; color: var(--muted); font-size: 0.85rem; }
.facts { margin-bottom: 1rem; }
@media (max-width: 40rem) { .posterior .probed { r: 9px; } }
td .name { white-space: nowrap; }
`;
const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(own).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`;
const [width, height] = [960, 240];
const margin = {
	left: 4,
	right: 4,
	top: 4,
	bottom: 22
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
	return `<svg class="posterior" role="img" viewBox="0 0 ${width} ${height}" aria-label="${escapeHtml(words)}"><line class="axis" x1="${margin.left}" x2="${width - margin.right}" y1="${floor}" y2="${floor}"/>${bars.join("")}${marks.join("")}</svg><p class="legend"><span>good, oldest first</span><span>bad</span></p><p class="legend">The highest bar is ${escapeHtml(formatPercent(top))}. Dots: red failed, green passed, hollow could not be tested.</p>`;
}
function named$1(results, commit) {
	const target = linkOf(results, commit);
	const id = `<code class="name">${short(commit.commit)}</code>`;
	return target === void 0 ? id : `<a href="${escapeHtml(target)}" rel="noreferrer">${id}</a>`;
}
__name(named$1, "named");
function answerPart(results) {
	const { answer } = results;
	if (answer.length === 0) return "";
	const rows = answer.slice(0, 20).map((one) => [
		named$1(results, one),
		{ words: html(one.subject, 200) },
		html(one.author, 200),
		{ figure: sureness(one.probability) }
	]);
	const more = answer.length - rows.length;
	return table([
		"Commit",
		"Subject",
		"Author",
		{ figure: "Probability" }
	], rows) + (more > 0 ? `<p>and ${plural(more, "more commit")}</p>` : "");
}
function probedPart(results) {
	if (results.probed.length === 0) return "";
	const rows = results.probed.map((one) => [
		`${named$1(results, one)}${one.role === void 0 ? "" : ` (${one.role})`}`,
		{ words: html(one.subject, 200) },
		{ short: wordFor(one) },
		{ figure: `${one.failures} of ${one.failures + one.passes}` },
		{ figure: one.others + one.cut === 0 ? "" : String(one.others + one.cut) },
		{ figure: one.seconds === 0 ? "" : formatDuration(one.seconds) },
		{ figure: one.bad === void 0 ? "" : sureness(one.bad) }
	]);
	const figures = [
		"Failed runs",
		"Other errors",
		"Guest time",
		"Probably bad"
	].map((figure) => ({ figure }));
	return `<h2>Commits that were run</h2>${table([
		"Commit",
		"Subject",
		{ short: "Result" },
		...figures
	], rows)}`;
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
	return [table$1([[
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
		one.bad === void 0 ? "" : sureness(one.bad).replaceAll(" ", "\xA0")
	];
	return ["### Commits that were run", table$1([[
		"Commit",
		"Subject",
		"Result",
		"Failed runs",
		"Other errors",
		"Guest time",
		"Probably bad"
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
const leastRest = 20;
function columns(rows, width) {
	const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => stringWidth(row[i] ?? ""))));
	const left = width - widths.slice(0, -1).reduce((sum, own) => sum + own + 2, 2);
	return rows.flatMap((row) => {
		const before = `  ${row.slice(0, -1).map((cell, i) => pad(cell, widths[i] ?? 0)).join("  ")}`;
		const rest = row.at(-1) ?? "";
		if (left >= leastRest) return [`${before}  ${cutCharacters(rest, left)}`.trimEnd()];
		return [before.trimEnd(), `    ${cutCharacters(rest, width - 4)}`];
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
	const sentence = (text) => wrapWords(text, width);
	const answers = answer.slice(0, 20).map((one) => [
		sureness(one.probability),
		short(one.commit),
		cleanLine(one.author).replace(/ <.*/, ""),
		cleanLine(one.subject)
	]);
	return `${[
		"",
		...sentence(`${bisectHeadline(results)}.`).map((line) => style("bold", style(colours[outcome] ?? "red", line))),
		...stopped === void 0 ? [] : sentence(stopped),
		...failure === void 0 ? [] : sentence(`Failure: ${cleanLine(failure)}`),
		...rate === void 0 ? [] : sentence(`Bad commits fail in ${formatPercent(rate.mean)} of runs (${formatPercent(rate.low)} to ${formatPercent(rate.high)}).`),
		...answers.length === 0 ? [] : ["", ...columns(answers, width)],
		...answer.length > answers.length ? [`  and ${plural(answer.length - answers.length, "more commit")}`] : [],
		...posterior.length > 1 ? ["", `  good ${sparkline(posterior, Math.min(60, width - 14))} bad`] : [],
		...probed.length === 0 ? [] : ["", ...columns([[
			"COMMIT",
			"RESULT",
			"FAILED",
			"TIME",
			"PROBABLY BAD",
			"SUBJECT"
		], ...probed.map(probedRow)], width).map((line) => /^ +(?:COMMIT|SUBJECT)\b/.test(line) ? style("dim", line) : line)],
		...others.length === 0 ? [] : ["", "Other errors, which did not count:"],
		...others.flatMap(({ title, runs }) => wrapWords(`${plural(runs, "run")}: ${cleanLine(title)}`, width, 4, 2)),
		"",
		...sentence(`Spent: ${spentText(results)}.`),
		...nextSteps(results).flatMap(sentence),
		`Report: ${folder}/report.html`
	].join("\n")}\n`;
}

// src/systems/quote.ts
const plain = /^[A-Za-z0-9_@%+=:,./-]+$/;
function quoteWord(text) {
	if (text.includes("\0")) throw new RangeError("a program's argument cannot hold a NUL");
	if (plain.test(text) && !text.includes("=")) return text;
	return `'${text.replaceAll("'", "'\\''")}'`;
}
function quote(argv) {
	return argv.map(quoteWord).join(" ");
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
	await mkdir$1(out, { recursive: true }).catch((error) => {
		throw new InputError(`out: "${out}" cannot be made (${messageOf(error)}); give a folder that you may write to.`);
	});
	return out;
}

// src/stages/publish/upload/task.ts
function uploadTask({ inputs, signal, openUploads }) {
	return openUploads && !signal.aborted ? {
		what: inputs.upload,
		open: () => openUploads()
	} : void 0;
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
	async #upload({ scenario }) {
		const task = uploadTask(this.#context);
		if (task === void 0 || task.what === "none") return;
		const uploads = await task.open();
		if ("unavailable" in uploads) return;
		const { ui } = this.#context;
		const name = `bisect-${scenario}`;
		const page = await uploads.page(join(this.#folder, "report.html"), `${name}.html`);
		if (page.outcome === "uploaded" && page.url) ui.output("report-url", page.url);
		const paths = [
			"bisect.log",
			"bisect.json",
			"summary.md"
		].map((file) => join(this.#folder, file));
		const archive = await uploads.archive(this.#folder, paths, name);
		if (archive.outcome === "uploaded") {
			ui.output("artifact-id", String(archive.id));
			if (archive.url) ui.output("artifact-url", archive.url);
		}
		for (const one of [page, archive]) if (one.outcome === "refused") ui.warning(`upload: the reports could not be uploaded: ${one.reason}.`);
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
		await this.#upload(results);
		if (json !== void 0) ui.output("results", json);
		ui.output("decision", found ? "yes" : "undecided");
		ui.output("first-bad-commit", found ? results.answer.map(({ commit }) => commit).join(" ") : "");
		const { length } = results.answer;
		ui.output("remaining", found || length === 0 ? "" : String(length));
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

// src/stages/prepare/bisect/wanted.ts
function wantedBy(step, { good, commits }, { counts, rules }) {
	const last = commits.length - 1;
	if (step.kind === "good") return [{
		commit: good,
		runs: step.runs,
		failures: rules.goodRate > 0 ? step.runs : 1
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

// src/guests/diskWatch.ts
const leastRoom = 1048576;
const lookInterval$1 = 1e3;
function watchDisk(runDirectory) {
	const controller = new AbortController();
	let problem;
	const look = async () => {
		const room = await roomAt(runDirectory).catch(() => void 0);
		if (room === void 0 || room >= leastRoom || controller.signal.aborted) return;
		clearInterval(timer);
		problem = `The disk (${await diskName(runDirectory)}) is full, so what guests printed would have been lost.`;
		controller.abort(new StopRequest("cancelled", problem));
	};
	const timer = setInterval(() => void look(), lookInterval$1);
	timer.unref();
	look();
	return {
		signal: controller.signal,
		get problem() {
			return problem;
		},
		close: () => clearInterval(timer)
	};
}

// src/guests/stopFile.ts
const stopFileName = "STOP.1";
const lookInterval = 5e3;
function watchStopFile(runDirectory) {
	const path = join(runDirectory, stopFileName);
	const controller = new AbortController();
	let watcher;
	let timer;
	const close = () => {
		watcher?.close();
		clearInterval(timer);
	};
	const look = () => {
		if (!existsSync(path)) return;
		close();
		controller.abort(new StopRequest("stopped", `Someone put ${stopFileName} into the run directory.`));
	};
	try {
		watcher = watch(runDirectory, { persistent: false }, (_event, name) => {
			if (name === null || basename(name) === "STOP.1") look();
		});
		watcher.on("error", () => {});
	} catch {}
	timer = setInterval(look, lookInterval);
	timer.unref();
	look();
	return {
		signal: controller.signal,
		close
	};
}

// src/stages/execute/attended.ts
const usualPort = 1234;
async function attendedBy({ gdb, interactive }) {
	if (!gdb && !interactive) return void 0;
	return {
		terminal: interactive,
		...gdb ? { gdbPort: await freePort() } : {}
	};
}
async function freePort() {
	for (const port of [usualPort, 0]) {
		const server = createServer();
		const got = await new Promise((done) => {
			server.once("error", () => done(void 0));
			server.listen(port, "127.0.0.1", () => done(server.address().port));
		});
		if (got === void 0) continue;
		server.close();
		await once$2(server, "close");
		return got;
	}
	return usualPort;
}
function oldRun(rundir) {
	try {
		return [readFileSync(join(rundir, runFiles.reRun), "utf8").trim()].filter((path) => path.startsWith("/"));
	} catch {
		return [];
	}
}
function howToAttend({ gdbPort, terminal }, rundir, guest) {
	const lines = [];
	if (gdbPort !== void 0) {
		const places = [rundir, ...oldRun(rundir)].map((run) => join(resolve(run), guest.scenario, guestFiles$1.vmlinux));
		const symbols = places.filter((place) => existsSync(place)).slice(0, 1);
		if (symbols.length === 0) lines.push(`${places[0]} is not there, so gdb has no symbols; a kernel that this job builds has them.`);
		const argv = [
			"gdb",
			...symbols,
			"-ex",
			`target remote localhost:${gdbPort}`,
			"-ex",
			"continue"
		];
		lines.push(`${guest.name} is stopped and waits for gdb: ${quote(argv)}`);
	}
	if (terminal) lines.push(`Your terminal is the console of ${guest.name}: Ctrl-A C for qemu's monitor, Ctrl-A X to end.`);
	return lines;
}

// src/stages/execute/losses.ts
var Losses = class {
	#atWork;
	#reasons = /* @__PURE__ */ new Map();
	#moved = [];
	constructor(atWork) {
		this.#atWork = atWork;
	}
	get left() {
		return this.#atWork.systems.filter(({ host }) => !this.#reasons.has(host.name));
	}
	get reasons() {
		return this.#reasons;
	}
	system(name, detail) {
		this.#reasons.set(name, detail);
		this.#atWork.lost?.(name);
	}
	moved(guest, from, sample) {
		this.#moved.push({
			guest,
			from,
			sample
		});
	}
	sentences(guests) {
		return [...this.#reasons].map(([name, detail]) => {
			const whereabouts = this.#moved.filter(({ from }) => from === name).map(({ guest, sample }) => {
				const { system, startedAt } = guests.find((one) => one.sample === sample && one.outcome.guest.name === guest)?.outcome ?? {};
				return startedAt !== void 0 && system !== void 0 && system !== name ? `${guest} ran on ${system} instead` : `${guest} was not run to its end elsewhere`;
			});
			return [`${name} was lost: ${detail.replace(/\.$/, "")}`, ...new Set(whereabouts)].join("; ");
		});
	}
};

// src/guests/batchQueue.ts
function cpusTaken(guest, capacity) {
	return Math.min(guest.cpus, capacity);
}
var BatchQueue = class {
	#waiting;
	#memoryOf;
	constructor(batches, memoryOf = () => 0) {
		this.#memoryOf = memoryOf;
		this.#waiting = batches.filter(({ guests }) => guests.length > 0).map(({ number, guests }) => ({
			batch: number,
			guests
		}));
	}
	claim({ capacity, free, memory = 1e400 }) {
		const next = this.#waiting[0];
		if (!next) return void 0;
		const needed = next.guests.reduce((sum, guest) => sum + cpusTaken(guest, capacity), 0);
		const idle = free >= capacity;
		if (needed > free && !idle) return void 0;
		const each = Math.max(...next.guests.map(this.#memoryOf));
		const fitting = each > 0 ? Math.floor(memory / each) : 1e400;
		const count = Math.max(idle ? 1 : 0, Math.min(fitting, next.guests.length));
		if (count === 0) return void 0;
		this.#waiting.shift();
		const [now, later] = [next.guests.slice(0, count), next.guests.slice(count)];
		if (later.length > 0) this.#waiting.unshift({
			...next,
			guests: later
		});
		return {
			...next,
			guests: now,
			...each > 0 ? { memory: each } : {}
		};
	}
	requeue(claim) {
		this.#waiting.unshift(claim);
	}
	waiting() {
		return this.#waiting;
	}
};

// src/guests/deadline.ts
function lastTimeStamp(lines) {
	for (let at = lines.length - 1; at >= 0; at--) {
		const match = /^\[ *([0-9]+)\.[0-9]+]/.exec(lines[at] ?? "");
		if (match) return Number(match[1]);
	}
	return 0;
}
function showsTrace(lines) {
	return / [0-9]+us : /.test(lines.join(" ").replace(/\s+/g, " ").trim());
}
function asShellReads(lines) {
	return lines.join("\n").replace(/\n+$/, "");
}
function checkDeadline({ seconds, grace, elapsed, before, now }) {
	if (elapsed < seconds + grace) return { kind: "in-time" };
	if (asShellReads(before) === asShellReads(now)) return { kind: "hung" };
	const time = lastTimeStamp(now);
	if (time > grace && time < seconds + grace) return {
		kind: "overtime",
		why: `the guest's own clock says ${time} s`
	};
	if (showsTrace(now)) return {
		kind: "overtime",
		why: "an ftrace dump is still being printed"
	};
	return { kind: "hung" };
}

// src/guests/ending.ts
function lastOutput(exit) {
	const lines = exit.output.split("\n").filter((line) => line.trim() !== "");
	const line = lines.find((text) => /^\S*qemu\S*: /.test(text)) ?? lines.at(-1);
	return line === void 0 ? "it printed nothing" : `it printed "${line.trim().slice(0, 400)}"`;
}
function terminatedBy(exit) {
	const match = /terminating on signal (\d+)(?: from pid (\d+))?/.exec(exit.output);
	return match ? {
		signal: match[1] ?? "",
		pid: match[2] ?? "unknown"
	} : void 0;
}
function endingOf(exit, killed) {
	const { exitStatus, signal, failure } = exit;
	const ending = (cause, detail) => ({
		cause,
		exitStatus,
		signal,
		detail
	});
	if (killed) return ending(killed.cause, killed.detail);
	if (failure?.kind === "lost") return ending("lost", failure.detail);
	if (failure?.kind === "unfollowed") return ending("cancelled", failure.detail);
	if (failure) return ending("qemu-failed", failure.detail);
	const terminated = terminatedBy(exit);
	if (terminated) return ending("qemu-failed", `Process ${terminated.pid}, not of this job, ended qemu with signal ${terminated.signal}.`);
	if (signal === "SIGKILL") return ending("qemu-failed", "Something other than this job killed qemu with SIGKILL; if that was the kernel for want of memory, its log says so.");
	if (signal !== null) return ending("qemu-failed", `qemu died of ${signal}; ${lastOutput(exit)}.`);
	if (exitStatus !== 0) return ending("qemu-failed", `qemu exited with status ${exitStatus}; ${lastOutput(exit)}.`);
	return ending("exited", "qemu ended by itself.");
}
function shellStatus(exit, signals) {
	if (exit.exitStatus !== null) return exit.exitStatus;
	return 128 + (signals[exit.signal ?? ""] ?? 0);
}

// src/guests/lastLines.ts
const bound = 65536;
var LastLines = class {
	#count;
	#decoder = new StringDecoder("utf8");
	#text = "";
	constructor(count) {
		this.#count = count;
	}
	write(chunk) {
		this.#text += this.#decoder.write(chunk.length > bound ? chunk.subarray(chunk.length - bound) : chunk);
		if (this.#text.length > 2 * bound) this.#text = this.#text.slice(-65536);
	}
	lines() {
		const lines = this.#text.slice(-65536).split("\n");
		if (lines.at(-1) === "") lines.pop();
		return lines.slice(-this.#count);
	}
};

// src/guests/silence.ts
var SilenceWatch = class {
	#limits;
	#silences = [];
	#last = 0;
	#booting = true;
	#reported = false;
	#paused = false;
	constructor(limits) {
		this.#limits = limits;
	}
	quiet(now) {
		return now - this.#last;
	}
	get #limit() {
		return this.#booting ? this.#limits.boot : this.#limits.running;
	}
	heard(now) {
		const quiet = this.#close(now, false);
		this.#last = now;
		this.#booting = false;
		return quiet;
	}
	due(now) {
		if (this.#reported || this.#paused || this.quiet(now) < this.#limit) return void 0;
		this.#reported = true;
		return {
			quiet: this.quiet(now),
			booting: this.#booting
		};
	}
	next(now) {
		return this.#reported || this.#paused ? void 0 : Math.max(0, this.#last + this.#limit - now);
	}
	contact(inTouch, now) {
		this.#paused = !inTouch;
		if (inTouch) {
			this.#close(now, false);
			this.#last = now;
		}
	}
	end(now) {
		this.#close(now, true);
		return this.#silences;
	}
	#close(now, untilEnd) {
		if (!this.#reported) return void 0;
		this.#reported = false;
		const seconds = this.quiet(now);
		this.#silences.push({
			from: this.#last,
			seconds,
			booting: this.#booting,
			untilEnd
		});
		return seconds;
	}
};

// src/guests/warnings.ts
function dateLine(moment) {
	const [weekday, day, month, year, time] = moment.toUTCString().replace(",", "").split(" ");
	return `${weekday} ${month} ${day?.replace(/^0/, " ")} ${time} UTC ${year}`;
}
function hungLine(pid, elapsed, seconds, at) {
	return `!!! PID ${pid ?? "unknown"} hung at ${Math.floor(elapsed)} vs. ${seconds} seconds ${dateLine(at)}`;
}
function earlyLine(elapsed, seconds) {
	return `Completed in ${Math.floor(elapsed)} vs. ${seconds}`;
}
function stoppedLine(pid, why, at) {
	return `PID ${pid ?? "unknown"} killed: ${why} ${dateLine(at)}`;
}

// src/guests/life.ts
const exitTimeout = 1500;
const longestTimer = 2 ** 31 - 1;
async function runGuest(host, plan, observer, signal) {
	return await new GuestLifecycle(host, plan, observer).run(signal);
}
var GuestLifecycle = class {
	#host;
	#plan;
	#observer;
	#startedAt = /* @__PURE__ */ new Date();
	#origin = performance$1.now();
	#tail = new LastLines(10);
	#silence;
	#gone = Promise.withResolvers();
	#timers = /* @__PURE__ */ new Set();
	#problems = [];
	#handle;
	#killed;
	#observerError;
	#inTouch = true;
	#over = false;
	#silenceTimer;
	constructor(host, plan, observer) {
		this.#host = host;
		this.#plan = plan;
		this.#observer = observer;
		this.#silence = new SilenceWatch(plan.silence);
	}
	async run(signal) {
		const onAbort = () => {
			const stop = stopOf(signal.reason);
			this.#kill(stop, (pid, at) => stoppedLine(pid, stop.detail, at));
		};
		signal.addEventListener("abort", onAbort, { once: true });
		if (signal.aborted) onAbort();
		const observer = {
			onConsole: (chunk) => this.#heard(chunk),
			onContact: (inTouch) => this.#contact(inTouch)
		};
		try {
			this.#host.start(this.#plan.launch, observer).then((handle) => this.#begin(handle), (error) => this.#gone.reject(error));
			return await this.#close(await this.#gone.promise);
		} finally {
			this.#over = true;
			signal.removeEventListener("abort", onAbort);
			for (const timer of this.#timers) clearTimeout(timer);
		}
	}
	#begin(handle) {
		this.#handle = handle;
		handle.ended.then(this.#gone.resolve);
		if (this.#killed) handle.kill();
		if (this.#over) return;
		this.#tell(() => this.#observer.started(handle.pid));
		if (this.#plan.attended) return;
		this.#armSilence();
		this.#watchDeadline();
	}
	get #elapsed() {
		return (performance$1.now() - this.#origin) / 1e3;
	}
	#at(second, run) {
		const wait = Math.min(Math.max(0, (second - this.#elapsed) * 1e3), longestTimer);
		const timer = setTimeout(() => {
			this.#timers.delete(timer);
			run();
		}, wait);
		this.#timers.add(timer);
		return timer;
	}
	#tell(call) {
		try {
			if (!this.#observerError) call();
		} catch (error) {
			this.#observerError = { error };
			this.#kill({
				cause: "cancelled",
				detail: `Following the guest failed: ${messageOf(error)}`
			});
		}
	}
	#kill(reason, warning) {
		if (this.#killed) return;
		this.#killed = {
			...reason,
			warning: warning?.(this.#handle?.pid, /* @__PURE__ */ new Date())
		};
		this.#handle?.kill();
		const giveUp = setTimeout(() => {
			const detail = this.#handle ? "The killed qemu did not go away." : "It was still being started.";
			this.#problems.push(`${this.#plan.launch.name}: ${detail}`);
			this.#gone.resolve({
				exitStatus: null,
				signal: null,
				output: "",
				failure: {
					kind: "unfollowed",
					detail
				}
			});
		}, exitTimeout);
		this.#timers.add(giveUp);
	}
	#heard(chunk) {
		this.#tail.write(chunk);
		const quiet = this.#silence.heard(this.#elapsed);
		if (quiet !== void 0) this.#tell(() => this.#observer.spoke(quiet, this.#elapsed));
		this.#armSilence();
		this.#tell(() => this.#observer.console(chunk, this.#elapsed));
	}
	#contact(inTouch) {
		this.#inTouch = inTouch;
		this.#silence.contact(inTouch, this.#elapsed);
		this.#armSilence();
		this.#tell(() => this.#observer.contact(inTouch));
	}
	#armSilence() {
		if (this.#plan.attended) return;
		const wait = this.#silence.next(this.#elapsed);
		if (wait === void 0 || !Number.isFinite(wait)) return;
		const at = this.#elapsed + wait;
		if (this.#silenceTimer) {
			if (this.#silenceTimer.at <= at) return;
			clearTimeout(this.#silenceTimer.timer);
			this.#timers.delete(this.#silenceTimer.timer);
		}
		const timer = this.#at(at, () => {
			this.#silenceTimer = void 0;
			const due = this.#silence.due(this.#elapsed);
			if (due) this.#tell(() => this.#observer.silent(due.quiet, due.booting, this.#elapsed));
			this.#armSilence();
		});
		this.#silenceTimer = {
			at,
			timer
		};
	}
	#watchDeadline() {
		const { seconds, grace } = this.#plan;
		const deadline = seconds + grace;
		const look = (before) => {
			const now = this.#tail.lines();
			const elapsed = this.#elapsed;
			const verdict = this.#inTouch ? checkDeadline({
				seconds,
				grace,
				elapsed,
				before,
				now
			}) : void 0;
			if (verdict?.kind === "hung") {
				const detail = `Hung: killed after ${Math.floor(elapsed)} s, ${seconds} s were planned and ${grace} s of grace allowed.`;
				this.#kill({
					cause: "hung",
					detail
				}, (pid, at) => hungLine(pid, elapsed, seconds, at));
				return;
			}
			if (verdict?.kind === "overtime") this.#tell(() => this.#observer.overtime(verdict.why, elapsed));
			this.#at(elapsed + 10, () => look(now));
		};
		const firstLook = Math.max(seconds, deadline - 10);
		const wait = () => {
			if (this.#elapsed < firstLook - 1) this.#at(firstLook, wait);
			else {
				const before = this.#tail.lines();
				this.#at(deadline, () => look(before));
			}
		};
		this.#at(firstLook, wait);
	}
	async #close(exit) {
		const endedAt = /* @__PURE__ */ new Date();
		const lived = this.#elapsed;
		const silences = this.#silence.end(lived);
		const ending = endingOf(exit, this.#killed);
		const { seconds, warnings } = this.#plan;
		const line = !this.#plan.attended && !this.#killed && !exit.failure && lived < seconds ? earlyLine(lived, seconds) : this.#killed?.warning;
		if (line !== void 0) await appendFile(warnings, `${line}\n`).catch((error) => {
			this.#problems.push(`Cannot write ${warnings}: ${messageOf(error)}`);
		});
		if (this.#observerError) throw this.#observerError.error;
		const problems = this.#problems;
		return {
			pid: this.#handle?.pid,
			startedAt: this.#startedAt,
			endedAt,
			lived,
			silences,
			ending,
			problems
		};
	}
};

// src/guests/guestRun.ts
const endOfReport = 1e3;
async function accompany(run) {
	const { guest, host, plan, consumer, onEvent } = run;
	const who = {
		guest: guest.name,
		system: host.name
	};
	const errors = () => consumer.snapshot().errors;
	let ticker;
	let pause;
	let startedAt = performance.now();
	let lastByte = startedAt;
	const seconds = (since) => (performance.now() - since) / 1e3;
	const found = (findings, elapsed) => {
		for (const finding of findings) onEvent({
			type: "finding",
			...who,
			elapsed,
			finding
		});
	};
	const progress = () => {
		onEvent({
			type: "progress",
			...who,
			elapsed: seconds(startedAt),
			planned: plan.seconds,
			counters: consumer.snapshot().counters,
			findings: errors(),
			quiet: seconds(lastByte)
		});
	};
	try {
		const life = await runGuest(host, plan, {
			started(pid) {
				startedAt = performance.now();
				lastByte = startedAt;
				ticker = setInterval(progress, run.progressInterval * 1e3);
				onEvent({
					type: "guest-started",
					...who,
					pid
				});
			},
			console(chunk, elapsed) {
				lastByte = performance.now();
				found(consumer.write(chunk), elapsed);
				clearTimeout(pause);
				pause = setTimeout(() => found(consumer.settle?.() ?? [], seconds(startedAt)), endOfReport);
			},
			silent: (quiet, booting, elapsed) => onEvent({
				type: "silent",
				...who,
				elapsed,
				quiet,
				booting
			}),
			spoke: (quiet, elapsed) => onEvent({
				type: "spoke",
				...who,
				elapsed,
				quiet
			}),
			overtime: (detail, elapsed) => onEvent({
				type: "overtime",
				...who,
				elapsed,
				detail
			}),
			contact: (inTouch) => onEvent({
				type: "contact",
				...who,
				inTouch
			})
		}, run.signal);
		const { ending, lived, silences, endedAt } = life;
		const outcome = {
			guest,
			batch: run.batch,
			system: host.name,
			startedAt: life.startedAt,
			endedAt,
			lived,
			silences,
			ending,
			...life.problems.length > 0 ? { problems: life.problems } : {}
		};
		run.judge(outcome);
		const { counters } = consumer.snapshot();
		onEvent({
			type: "guest-ended",
			...who,
			ending,
			lived,
			counters,
			findings: errors()
		});
		return outcome;
	} finally {
		clearInterval(ticker);
		clearTimeout(pause);
	}
}

// src/guests/dispatcher.ts
const outputGracePeriod = 2e3;
async function dispatch(job) {
	return await new Dispatcher(job).run();
}
var Dispatcher = class {
	#job;
	#work;
	#stations;
	#outcomes = /* @__PURE__ */ new Map();
	#failures = /* @__PURE__ */ new Set();
	#stop = new AbortController();
	#signal;
	#done = Promise.withResolvers();
	#ending = [];
	#timers = /* @__PURE__ */ new Set();
	#running = 0;
	#fault;
	constructor(job) {
		this.#job = job;
		this.#work = job.work ?? new BatchQueue(job.batches);
		this.#stations = job.systems.map((system) => ({
			system,
			free: system.cpus,
			memory: system.memory ?? 1e400,
			running: 0,
			lost: false,
			jitter: void 0
		}));
		this.#signal = AbortSignal.any([job.signal, this.#stop.signal]);
	}
	async run() {
		this.#fill();
		await this.#done.promise;
		for (const timer of this.#timers) clearTimeout(timer);
		await Promise.all(this.#ending);
		if (this.#fault) throw this.#fault.error;
		const why = this.#signal.aborted ? stopOf(this.#signal.reason).detail : "No system was left to run it.";
		return this.#job.batches.flatMap(({ number, guests }) => guests.map((guest) => this.#outcomes.get(guest.name) ?? notStarted(guest, number, why)));
	}
	#fill() {
		for (const station of this.#stations) while (station.free > 0 && !station.lost && !this.#signal.aborted) {
			const { free, memory } = station;
			const { cpus: capacity, host } = station.system;
			const claim = this.#work.claim({
				system: host.name,
				capacity,
				free,
				memory
			});
			if (!claim) break;
			this.#start(station, claim);
		}
		if (this.#running === 0) this.#done.resolve();
	}
	#start(station, { batch, guests, memory = 0 }) {
		const { host, jitter, cpus } = station.system;
		this.#tell({
			type: "batch-started",
			batch,
			system: host.name,
			guests: guests.map(({ name }) => name)
		});
		if (jitter) station.jitter ??= host.startJitter(jitter).catch((error) => this.#fail(error));
		for (const guest of guests) {
			const taken = cpusTaken(guest, cpus);
			station.free -= taken;
			station.memory -= memory;
			station.running++;
			this.#running++;
			this.#one(station, batch, guest).then(() => {
				station.free += taken;
				station.memory += memory;
				station.running--;
				this.#running--;
				if (station.running === 0) this.#stopJitter(station);
				this.#fill();
			});
		}
	}
	async #one(station, batch, guest) {
		try {
			const outcome = await this.#live(station, batch, guest);
			if (outcome.ending.cause === "lost") this.#lose(station, batch, guest, outcome);
			else this.#outcomes.set(guest.name, outcome);
			if (this.#outcomes.get(guest.name) === outcome && await this.#job.again?.(outcome)) {
				this.#outcomes.delete(guest.name);
				this.#work.requeue({
					batch,
					guests: [guest]
				});
			}
		} catch (error) {
			this.#fail(error);
		}
	}
	async #live(station, batch, guest) {
		const { system } = station;
		const use = this.#job.useOf?.(guest);
		const signal = use === void 0 ? this.#signal : AbortSignal.any([this.#signal, use]);
		if (signal.aborted) return notStarted(guest, batch, stopOf(signal.reason).detail);
		let plan;
		try {
			plan = await this.#job.prepare(guest, system);
		} catch (error) {
			const outcome = notStarted(guest, batch, messageOf(error), system.host.name);
			if (!(error instanceof SystemUnusable)) return this.#judge(outcome);
			return {
				...outcome,
				ending: {
					...outcome.ending,
					cause: "lost"
				}
			};
		}
		if (signal.aborted) return notStarted(guest, batch, stopOf(signal.reason).detail);
		const consumer = this.#job.console(guest);
		return await accompany({
			guest,
			batch,
			host: system.host,
			plan,
			consumer,
			progressInterval: this.#job.progressInterval,
			signal,
			onEvent: (event) => {
				if (event.type === "finding" && event.finding.severity === "error") this.#stopSoon(guest.name);
				this.#tell(event);
			},
			judge: (outcome) => this.#judge(outcome)
		});
	}
	#judge(outcome) {
		const failed = this.#job.failed(outcome);
		if (failed) this.#failures.add(outcome);
		if (failed && this.#job.stopOnFailure) this.#stopNow(outcome.guest.name);
		return outcome;
	}
	#stopNow(guest) {
		this.#stop.abort(new StopRequest("stopped", `${guest} failed, and the job stops on the first failure.`));
	}
	#stopSoon(guest) {
		if (this.#job.stopOnFailure && !this.#job.mustFail?.has(guest)) this.#timers.add(setTimeout(() => this.#stopNow(guest), outputGracePeriod));
	}
	#lose(station, batch, guest, outcome) {
		if (!station.lost) {
			station.lost = true;
			const system = station.system.host.name;
			this.#tell({
				type: "system-lost",
				system,
				detail: outcome.ending.detail
			});
		}
		if (this.#failures.has(outcome) || this.#stations.every(({ lost }) => lost)) {
			this.#outcomes.set(guest.name, outcome);
			return;
		}
		this.#tell({
			type: "guest-moved",
			guest: guest.name,
			system: station.system.host.name
		});
		this.#work.requeue({
			batch,
			guests: [guest]
		});
	}
	#stopJitter(station) {
		const { jitter } = station;
		station.jitter = void 0;
		if (jitter) this.#ending.push(jitter.then((handle) => handle?.stop()));
	}
	#tell(event) {
		try {
			this.#job.onEvent(event);
		} catch (error) {
			this.#fail(error);
		}
	}
	#fail(error) {
		this.#fault ??= { error };
		this.#stop.abort(new StopRequest("cancelled", `The job failed: ${messageOf(error)}`));
	}
};
function notStarted(guest, batch, detail, system) {
	return {
		guest,
		batch,
		...system === void 0 ? {} : { system },
		silences: [],
		ending: {
			cause: "not-started",
			exitStatus: null,
			signal: null,
			detail
		}
	};
}

// src/systems/cpuList.ts
function parseCpuList(text) {
	return text.trim().split(",").flatMap((range) => {
		const match = /^(\d+)(?:-(\d+))?$/.exec(range.trim());
		if (!match) return [];
		const first = Number(match[1]);
		const last = Number(match[2] ?? match[1]);
		return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
	});
}
function restrictAffinity(affinity, allowed) {
	const usable = affinity.split(",").filter((cpu) => allowed.includes(Number(cpu)));
	return usable.length === 0 ? void 0 : usable.join(",");
}

// src/guests/attended.ts
function attendedArgv(argv, console, { gdbPort, terminal }) {
	const debugged = gdbPort === void 0 ? [...argv] : withGdb(argv, gdbPort);
	return terminal ? withTerminal(debugged, console) : debugged;
}
function withGdb(argv, port) {
	const [program, ...words] = argv;
	const rest = words.filter((word) => word !== "-s" && word !== "-S");
	const append = rest[rest.lastIndexOf("-append") + 1] ?? "";
	return [
		.../(^|\s)nokaslr(\s|$)/.test(append) ? [program, ...rest] : withOption([program, ...rest], "-append", `${append} nokaslr`),
		"-gdb",
		`tcp:127.0.0.1:${port}`,
		"-S"
	];
}
function withTerminal(argv, console) {
	const [program, ...words] = argv;
	const isConsole = (word, option) => option === "-serial" && word.startsWith("file:") && basename(word) === guestFiles$1.console;
	const rest = words.map((word, at) => isConsole(word, words[at - 1]) ? "chardev:console" : word);
	const terminal = `stdio,id=console,mux=on,signal=off,logfile=${console.replaceAll(",", ",,")},logappend=off`;
	return [
		program,
		...rest,
		"-chardev",
		terminal,
		"-mon",
		"chardev=console,mode=readline"
	];
}

// src/guests/fit.ts
const leastMemory = 134217728;
const mebibyte = 1048576;
function guestArchitecture(program) {
	return /qemu-system-([\w-]+)$/.exec(program)?.[1];
}
function acceleratorFor(program, { accelerator, architecture }) {
	const guest = guestArchitecture(program);
	if (guest === void 0 || architecture === void 0) return accelerator;
	return [
		architecture,
		architecture.replace(/le$/, ""),
		architecture === "x86_64" ? "i386" : ""
	].includes(guest) ? accelerator : "tcg";
}
function fitGuest(argv, fitting) {
	const [program, ...rest] = argv;
	const software = acceleratorFor(program, fitting) === "tcg";
	const notes = [];
	const fitted = [];
	let cpus = 1;
	for (let at = 0; at < rest.length; at++) {
		const word = rest[at] ?? "";
		const option = word.replace(/^--/, "-");
		const value = rest[at + 1];
		if (option === "-enable-kvm") {
			if (!software) fitted.push(word);
			continue;
		}
		const change = value === void 0 ? void 0 : changes[option];
		if (!change || value === void 0) {
			fitted.push(word);
			continue;
		}
		const changed = change(value, {
			software,
			program,
			fitting,
			notes
		});
		if (option === "-smp") cpus = smpCpus(changed ?? value);
		if (changed !== void 0) fitted.push(word, changed);
		at++;
	}
	return {
		argv: [program, ...fitted],
		cpus,
		notes
	};
}
const machine$1 = /* @__PURE__ */ __name((value, { software }) => {
	if (!software) return value;
	const inSoftware = withProperty(value, "accel", (accel) => /\bkvm\b/.test(accel) ? "tcg" : accel);
	return withProperty(inSoftware, "gic-version", (version) => version === "host" ? "max" : version);
}, "machine");
const cpuModel = (value, { software, program }) => {
	if (!software) return value;
	const [model = "", ...features] = value.split(",");
	const instead = softwareModel(model, program);
	const kept = features.filter((feature) => !/^[+-]?kvm([_-]|=|$)/.test(feature));
	return instead === void 0 ? void 0 : [instead, ...kept].join(",");
};
function softwareModel(model, program) {
	if (model === "kvm64") return "qemu64";
	if (model === "kvm32") return "qemu32";
	if (model !== "host") return model;
	return /-ppc64$/.test(program) ? void 0 : "max";
}
const smp = (value, { fitting, notes }) => {
	const asked = smpCpus(value);
	if (asked <= fitting.cpus) return value;
	notes.push(`-smp ${asked} limited to the system's ${fitting.cpus} CPUs`);
	return String(fitting.cpus);
};
const memory = (value, { fitting, notes }) => {
	const asked = memoryBytes(value);
	if (asked === void 0 || fitting.memory === void 0 || asked <= fitting.memory) return value;
	const given = Math.max(leastMemory, fitting.memory);
	if (given >= asked) return value;
	const megabytes = Math.floor(given / mebibyte);
	notes.push(`memory limited from ${Math.floor(asked / mebibyte)} to ${megabytes} MiB, which the system has free`);
	if (/^\d/.test(value)) return value.replace(/^[^,]*/, `${megabytes}M`);
	return withProperty(value, "size", () => `${megabytes}M`);
};
const keep = (value) => value;
const changes = {
	"-append": keep,
	"-kernel": keep,
	"-initrd": keep,
	"-machine": machine$1,
	"-M": machine$1,
	"-accel": (value, { software }) => software && /^kvm(,|$)/.test(value) ? "tcg" : value,
	"-cpu": cpuModel,
	"-smp": smp,
	"-m": memory
};

// src/guests/lifePlan.ts
const defaultGrace = 180;
function silenceLimits(accelerator) {
	return accelerator === "kvm" ? {
		boot: 30,
		running: 60
	} : {
		boot: 60,
		running: 120
	};
}
function planLife(guest, cmd, planning) {
	const { rundir, fitting, rota, allowed, silence, attended } = planning;
	const directory = planning.directory ?? join(rundir, guest.name);
	const console = join(directory, guestFiles$1.console);
	const { argv: fitted, cpus, notes } = fitGuest(withConsole(cmd.argv, console), fitting);
	const argv = attended ? attendedArgv(fitted, console, attended) : fitted;
	const affinity = rota ? restrictAffinity(rota.next(cpus), allowed) : void 0;
	const seconds = setting(cmd, "seconds") ?? plannedSeconds(cmd) ?? 0;
	const grace = setting(cmd, "TORTURE_SHUTDOWN_GRACE") ?? defaultGrace;
	return {
		notes,
		plan: {
			launch: {
				name: guest.name,
				argv,
				directory,
				console,
				...affinity === void 0 ? {} : { affinity },
				hardDeadline: 2 * (seconds + grace) + 600,
				...attended?.terminal ? { terminal: true } : {}
			},
			...attended ? { attended: true } : {},
			seconds,
			grace,
			silence,
			warnings: join(rundir, guest.name, guestFiles$1.warnings)
		}
	};
}
function setting(cmd, name) {
	const text = cmd.settings.get(name);
	return text !== void 0 && /^\d+$/.test(text) ? Number(text) : void 0;
}
function withConsole(argv, console) {
	const [program, ...rest] = argv;
	const isConsole = (word, option) => option === "-serial" && word.startsWith("file:") && basename(word) === guestFiles$1.console;
	return [program, ...rest.map((word, i) => isConsole(word, rest[i - 1]) ? `file:${console}` : word)];
}

// src/guests/progress.ts
function clock(seconds) {
	const whole = Math.max(0, Math.floor(seconds));
	const pair = (big, bigName, small, smallName) => `${big}${bigName}${String(small).padStart(2, "0")}${smallName}`;
	if (whole < 60) return `${whole}s`;
	if (whole < 3600) return pair(Math.floor(whole / 60), "m", whole % 60, "s");
	if (whole < 86400) return pair(Math.floor(whole / 3600), "h", Math.floor(whole % 3600 / 60), "m");
	return pair(Math.floor(whole / 86400), "d", Math.floor(whole % 86400 / 3600), "h");
}
const thousands = new Intl.NumberFormat("en-US");
function counted(counters) {
	const said = [];
	if (counters.gracePeriods !== void 0) said.push(`${thousands.format(counters.gracePeriods)} grace periods`);
	if (counters.operations !== void 0) said.push(`${thousands.format(counters.operations)} operations`);
	if (counters.closeCalls) said.push(`${thousands.format(counters.closeCalls)} close calls`);
	return said;
}
function findings(count) {
	return count === 0 ? "no findings" : count === 1 ? "1 finding" : `${count} findings`;
}
function place({ file, line }) {
	return file === void 0 ? "" : ` at ${line === void 0 ? file : `${file}:${line}`}`;
}
const endings = {
	exited: "ended",
	hung: "hung and was killed",
	cancelled: "cancelled",
	stopped: "stopped",
	"qemu-failed": "qemu failed",
	lost: "lost",
	"not-started": "not started",
	unknown: "ended for an unknown reason"
};
const worthMentioning = 20;
function progressLine(event, options) {
	const on = options.systems && "system" in event ? ` on ${event.system}` : "";
	switch (event.type) {
		case "batch-started": return `Batch ${event.batch}${on}: ${event.guests.join(" ")}`;
		case "guest-started": return event.pid === void 0 ? void 0 : `${event.guest}${on}: started (qemu ${event.pid})`;
		case "progress": {
			const quiet = event.quiet >= worthMentioning ? [`quiet for ${clock(event.quiet)}`] : [];
			const facts = [
				...counted(event.counters),
				findings(event.findings),
				...quiet
			];
			return `${event.guest}${on}: ${clock(event.elapsed)} of ${clock(event.planned)}, ${facts.join(", ")}`;
		}
		case "finding": {
			const { finding } = event;
			const kind = finding.severity === "error" ? "FINDING" : "notice";
			return `${event.guest}${on}: ${kind} after ${clock(event.elapsed)}: ${finding.title}${place(finding)}`;
		}
		case "silent": {
			const what = event.booting ? "has not printed a byte" : "has printed nothing";
			return `${event.guest}${on}: ${what} for ${clock(event.quiet)}`;
		}
		case "spoke": return `${event.guest}${on}: prints again after ${clock(event.quiet)} of silence`;
		case "overtime": return `${event.guest}${on}: past its deadline after ${clock(event.elapsed)}, but still getting on (${event.detail})`;
		case "contact": return `${event.guest}: contact to ${event.system} ${event.inTouch ? "is back" : "is lost"}`;
		case "guest-ended": {
			const facts = [...counted(event.counters), findings(event.findings)].join(", ");
			const { cause, detail } = event.ending;
			const why = cause === "exited" ? "" : ` ${detail}`;
			return `${event.guest}${on}: ${endings[cause]} after ${clock(event.lived)}, ${facts}.${why}`;
		}
		case "system-lost": return `${event.system} is lost: ${event.detail}`;
		case "guest-moved": return `${event.guest}: to be run on another system than ${event.system}`;
	}
}

// src/rundir/qemuAllow.ts
const properties = (...names) => new RegExp(`^(?:[\\w.-]+|(?:${names.join("|")})=[\\w.:+-]*)(?:,(?:${names.join("|")})=[\\w.:+-]*)*$`);
const machine = properties(...[
	"type",
	"accel",
	"gic-version",
	"kernel[-_]irqchip",
	"usb",
	"vmport",
	"smm",
	"hpet",
	"virtualization"
], ...[
	"secure",
	"highmem",
	"cap-[\\w-]+",
	"max-cpu-compat",
	"dump-guest-core",
	"nvdimm",
	"its"
]);
const allowed = {
	"-M": machine,
	"-machine": machine,
	"-accel": /^(kvm|tcg)(,(thread=\w+|tb-size=\d+|kernel-irqchip=\w+))*$/,
	"-append": /^/,
	"-cpu": /^[\w.+-]+(,[+-]?[\w.-]+(=[\w.-]+)?)*$/,
	"-device": /^(spapr-vscsi|isa-debug-exit(,(iobase|iosize)=\w+)*)$/,
	"-display": /^none$/,
	"-enable-kvm": void 0,
	"-kernel": /^/,
	"-serial": new RegExp(`^file:(.*/)?${guestFiles$1.console.replace(".", "\\.")}$`),
	"-m": /^[\w=.,]+$/,
	"-monitor": /^none$/,
	"-name": /^[\w.=,-]+$/,
	"-net": /^none$/,
	"-nic": /^none$/,
	"-no-acpi": void 0,
	"-no-hpet": void 0,
	"-no-reboot": void 0,
	"-no-user-config": void 0,
	"-nodefaults": void 0,
	"-nographic": void 0,
	"-parallel": /^none$/,
	"-rtc": /^[\w=,:-]+$/,
	"-smp": /^[\w=,]+$/,
	"-vga": /^none$/
};
const bare$1 = new Set([
	..."-S -s -daemonize -snapshot -no-shutdown -only-migratable -full-screen -preconfig -usb -semihosting".split(" "),
	..."-win2k-hack -no-fd-bootchk -mem-prealloc -portrait -alt-grab -ctrl-grab -no-quit -singlestep".split(" "),
	..."-one-insn-per-tb -xen-attach -xen-domid-restrict -old-param -version -help -h".split(" ")
].filter((word) => word !== ""));
const isFlag = (option) => bare$1.has(option) || Object.hasOwn(allowed, option) && allowed[option] === void 0;
const once$1 = [
	"-append",
	"-kernel",
	"-serial"
];
function refusedByTrust({ argv }, { allow, program: own }) {
	const [program, ...words] = argv;
	const named = new Set(allow.map((name) => name.startsWith("/") ? name : name.replace(/^-{0,2}/, "-")));
	const refused = [];
	if (program.includes("/") && program !== own && !named.has(program)) refused.push(program);
	const seen = /* @__PURE__ */ new Set();
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? "";
		const option = word.replace(/^--/, "-");
		if (!option.startsWith("-")) {
			refused.push(word);
			continue;
		}
		const known = Object.hasOwn(allowed, option);
		const value = known ? allowed[option] : void 0;
		const given = (known ? value !== void 0 : !bare$1.has(option) && !(words[at + 1] ?? "-").startsWith("-")) ? words[++at] : void 0;
		const twice = once$1.includes(option) && (seen.has(option) || word !== option);
		seen.add(option);
		const fits = known && (value === void 0 || given !== void 0 && value.test(given));
		if (!twice && (named.has(option) || fits && word === option)) continue;
		refused.push(given === void 0 ? word : `${word} ${given}`);
	}
	return refused;
}
function namesOf(refused) {
	const names = refused.map((each) => each.replace(/ .*$/s, "")).filter((each) => /^-|^\//.test(each) && !once$1.includes(each.replace(/^--/, "-"))).map((each) => each.replace(/^-+/, ""));
	return [...new Set(names)];
}
function checkTrust(cmd, trust, where) {
	const refused = refusedByTrust(cmd, trust);
	if (refused.length === 0) return;
	const list = refused.map((each) => `"${each.length > 80 ? `${each.slice(0, 80)}…` : each}"`).join(", ");
	const names = namesOf(refused);
	if (names.length === 0) throw new InputError(`${where}: ${list} of its qemu command is a disk image or said twice; remove it there.`);
	throw new InputError(`${where}: ${list} of its qemu command can reach beyond the guest, and is not what kvm.sh writes by itself; if you trust the run directory, give allow-qemu-options: ${names.join(" ")}.`);
}

// src/rundir/commandFiles.ts
const sendable = [
	"-initrd",
	"-dtb",
	"-bios"
];
const nameless = [
	"-append",
	"-kernel",
	"-serial",
	"-cpu",
	"-smp",
	"-m",
	"-name",
	"-rtc",
	"-uuid",
	"-display"
];
const always = new Set("-drive -hda -hdb -hdc -hdd -cdrom -fda -fdb -pflash -mtdblock -sd -blockdev -L -readconfig -acpitable -fsdev -virtfs".split(" ").concat("-plugin", "-loadvm", "-add-fd"));
const path = /(^|[=,:])(~|\.{0,2}\/)/;
function commandFiles(words) {
	const sent = /* @__PURE__ */ new Map();
	const unsent = [];
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? "";
		const option = word.replace(/^--/, "-");
		const value = words[at + 1];
		if (!option.startsWith("-")) {
			unsent.push(word);
			continue;
		}
		if (isFlag(option) || value === void 0 || value.startsWith("-") && !nameless.includes(option)) continue;
		at++;
		if (nameless.includes(option)) continue;
		const plain = word === option && !sent.has(option) && !value.includes(",");
		if (sendable.includes(option) && plain) {
			if (option !== "-bios" || value.includes("/")) sent.set(option, value);
		} else if (sendable.includes(option) || always.has(option) || path.test(value)) unsent.push(`${word} ${value}`);
	}
	return {
		sent,
		unsent
	};
}
function refuseUnsent(words, where) {
	const { unsent } = commandFiles(words);
	if (unsent.length === 0) return;
	const list = unsent.map((each) => `"${each}"`).join(", ");
	throw new InputError(`${where}: ${list} names files of this machine, and only ${["-kernel", ...sendable].join(", ")} are sent to other systems; leave it out, or run without systems.`);
}
const mostBytes = 2 ** 30;
async function checkSendable(argv, where) {
	refuseUnsent(argv.slice(1), where);
	for (const [option, file] of commandFiles(argv.slice(1)).sent) {
		const found = await stat$1(resolve(file)).catch(() => void 0);
		if (found?.isFile() && found.size <= mostBytes) continue;
		const why = found?.isFile() ? `has ${found.size} bytes, more than 1 GiB` : "is no file here";
		throw new InputError(`${where}: ${option} ${file} ${why}, so it cannot be sent to other systems.`);
	}
}
function withSent(argv, places) {
	const [program, ...words] = argv;
	const { sent } = commandFiles(words);
	const change = (word, option = "") => sent.get(option) === word ? places.get(option) : void 0;
	return [program, ...words.map((word, at) => change(word, words[at - 1]) ?? word)];
}

// src/rundir/kernel.ts
function kernelOf(cmd, path, guest) {
	const image = imageName(cmd);
	if (image === void 0) throw new InfrastructureError(`${guest.name}: its qemu-cmd names no -kernel.`);
	return join(path, guest.scenario, image);
}

// src/stages/execute/round.ts
const progressInterval = 30;
function isAlarm(event) {
	if (event.type === "finding") return event.finding.severity === "error";
	return event.type === "silent" || event.type === "system-lost";
}
function jitterOf({ jitter, suite, suites }, cpus) {
	const all = [suite, ...suites?.values() ?? []];
	const scale = all.includes("rcuscale") || all.includes("refscale");
	const threads = jitter.threads === -1 ? scale ? 0 : Math.max(1, cpus) : jitter.threads;
	return threads === 0 ? void 0 : {
		threads,
		maxSleep: jitter.maxSleep,
		maxSpin: jitter.maxSpin
	};
}
var Round = class {
	#job;
	#losses;
	#several;
	#lives = /* @__PURE__ */ new Map();
	#first;
	#consumers = /* @__PURE__ */ new Map();
	#analyses = /* @__PURE__ */ new Map();
	#planned = /* @__PURE__ */ new Map();
	constructor(job, losses, sample) {
		this.#job = job;
		this.#losses = losses;
		this.#several = job.several;
		this.#first = sample;
	}
	async run(over) {
		const { batches, systems, stopOnFailure, mustFail, signal, watch } = this.#job;
		const work = systems.work?.(over?.prefer);
		const left = new Map(this.#losses.left.map((system) => {
			const { host, cpus, memory } = system;
			return [{
				host,
				cpus,
				memory,
				jitter: jitterOf(this.#job, cpus)
			}, system];
		}));
		return (await dispatch({
			batches,
			systems: [...left.keys()],
			...work === void 0 ? {} : { work },
			prepare: (guest, system) => this.#prepare(guest, left.get(system)),
			console: (guest) => this.#console(guest),
			failed: (outcome) => this.#failed(outcome),
			onEvent: (event) => {
				if (over === void 0 || event.type !== "batch-started") this.#tell(event);
			},
			...watch === void 0 ? {} : { useOf: ({ name }) => watch.useOf(name) },
			stopOnFailure,
			mustFail,
			progressInterval,
			signal: over === void 0 ? signal : AbortSignal.any([signal, over.signal]),
			...over === void 0 ? {} : { again: (outcome) => this.#again(outcome, over) }
		})).map((outcome) => this.#guest(outcome));
	}
	#guest(outcome) {
		const { name } = outcome.guest;
		return {
			outcome,
			sample: this.#sample(name),
			analysis: this.#analysis(name),
			planned: this.#planned.get(name)
		};
	}
	#sample(name) {
		return this.#lives.get(name) ?? this.#first;
	}
	async #again(outcome, over) {
		const guest = this.#guest(outcome);
		if (!await over.lived(guest)) return false;
		const { name } = outcome.guest;
		this.#lives.set(name, guest.sample + 1);
		this.#analyses.delete(name);
		this.#consumers.delete(name);
		return true;
	}
	async #prepare(guest, system) {
		if (system === void 0) throw new RangeError(`${guest.name} is to run on a system of another job`);
		const { path, ui } = this.#job;
		const { machine } = system;
		const cmd = await readQemuCmd({ path }, guest.name);
		if (cmd === void 0) throw new InfrastructureError(`${guest.name} has no ${guestFiles$1.qemuCmd}.`);
		const { kernel, files, directory, rota, allowed } = await system.place(guest, kernelOf(cmd, path, guest), commandFiles(cmd.argv.slice(1)).sent);
		const { accelerator } = machine.accelerator;
		const { architecture, cpus, availableMemory } = machine.facts;
		const own = {
			...cmd,
			argv: withSent(withOption(cmd.argv, "-kernel", kernel), files ?? /* @__PURE__ */ new Map())
		};
		const { plan, notes } = planLife(guest, own, {
			rundir: path,
			...directory === void 0 ? {} : { directory },
			fitting: {
				accelerator,
				architecture,
				cpus,
				memory: availableMemory === void 0 ? void 0 : Math.max(0, availableMemory - qemuItself)
			},
			rota: this.#job.affinity ? rota : void 0,
			allowed,
			silence: silenceLimits(accelerator),
			attended: this.#job.attended
		});
		if (this.#sample(guest.name) === 1) for (const note of notes) ui.info(`${this.#several ? `${guest.name} on ${system.host.name}` : guest.name}: ${note}`);
		this.#planned.set(guest.name, plan.seconds);
		return plan;
	}
	#console(guest) {
		const { suite, suites, ignore, dialect } = this.#job;
		const seconds = this.#planned.get(guest.name);
		const analyzer = new ConsoleAnalyzer({
			suite: suites?.get(guest.name) ?? suite,
			title: guest.name,
			ignore,
			...dialect === void 0 ? {} : { dialect },
			...seconds === void 0 ? {} : { plannedSeconds: seconds }
		});
		this.#consumers.set(guest.name, analyzer);
		this.#analyses.delete(guest.name);
		return analyzer;
	}
	#analysis(name) {
		const known = this.#analyses.get(name) ?? this.#consumers.get(name)?.end();
		if (known) this.#analyses.set(name, known);
		return known;
	}
	#failed(outcome) {
		const { guest, ending } = outcome;
		this.#job.watch?.ended(this.#guest(outcome));
		if (this.#job.mustFail?.has(guest.name)) return false;
		return judgeGuest(this.#analysis(guest.name), ending).verdict === "failed";
	}
	#attend(event) {
		const { attended, ui, path, batches } = this.#job;
		if (attended === void 0) return false;
		const [guest] = batches.flatMap(({ guests }) => guests);
		if (event.type === "guest-started" && guest !== void 0 && event.pid !== void 0) for (const line of howToAttend(attended, path, guest)) ui.info(line);
		return attended.terminal && event.type !== "guest-ended";
	}
	#tell(event) {
		const { ui } = this.#job;
		if (event.type === "finding" && event.finding.severity === "error") this.#job.watch?.found(event.guest, event.finding);
		if (event.type === "system-lost") this.#losses.system(event.system, event.detail);
		if (event.type === "guest-moved") this.#losses.moved(event.guest, event.system, this.#sample(event.guest));
		if (event.type === "batch-started" && this.#job.watch !== void 0) return;
		if (this.#attend(event)) return;
		const line = progressLine(event, { systems: this.#several });
		if (line === void 0) return;
		const sample = "guest" in event ? this.#sample(event.guest) : this.#first;
		const text = sample === 1 ? line : `#${sample} ${line}`;
		if (isAlarm(event)) ui.warning(text);
		else ui.info(text);
	}
};

// src/stages/execute/session.ts
function runnable(run, builds) {
	const failed = new Set(builds.filter(({ status }) => status === "failed" || status === "skipped").map(({ scenario }) => scenario));
	return run.batches.map((batch) => ({
		...batch,
		guests: batch.guests.filter(({ scenario }) => !failed.has(scenario))
	})).filter((batch) => batch.guests.length > 0);
}
function factsOf({ facts, accelerator }, lost) {
	const { availableMemory: _, limits: __, ...known } = facts;
	const why = lost.get(facts.name);
	return {
		...known,
		accelerator: accelerator.accelerator,
		acceleratorReason: accelerator.reason,
		...why === void 0 ? {} : { lost: why }
	};
}
var Session = class Session {
	#job;
	#surveyed;
	#stopFile;
	#disk;
	#losses;
	#rounds = 0;
	#closed;
	constructor(job, surveyed, stopFile, disk) {
		this.#job = job;
		this.#surveyed = surveyed;
		this.#stopFile = stopFile;
		this.#disk = disk;
		this.#losses = new Losses(job.systems);
	}
	static async open(context, prepared, systems, watch) {
		const { inputs, ui, signal } = context;
		const { run, cpus, failedBefore, suites, mustFail, ignore } = prepared;
		const { path, suite } = run;
		await writeAtomically(join(path, runFiles.remoteLog), `${guestsRunByUs} ${version}\n`);
		for (const { facts, accelerator } of systems.machines) {
			const how = `${accelerator.accelerator.toUpperCase()}: ${accelerator.reason}`;
			ui.info(`Guests run on ${facts.name} with ${how}`);
			if (facts.limits !== void 0) ui.info(`${facts.name}: control groups leave it ${facts.limits}.`);
		}
		const batches = runnable(run, prepared.builds);
		const active = await systems.open({
			path,
			batches,
			cpus,
			failedBefore,
			signal
		});
		const [stopFile, disk] = [watchStopFile(path), watchDisk(path)];
		const { jitter, stopOnFailure, affinity } = inputs;
		const ended = AbortSignal.any([
			signal,
			stopFile.signal,
			disk.signal
		]);
		const job = {
			path,
			suite,
			suites,
			mustFail,
			batches,
			systems: active,
			several: systems.oneOfSeveral ?? systems.machines.length > 1,
			jitter,
			stopOnFailure,
			affinity,
			attended: await attendedBy(inputs),
			dialect: await dialectOfRun(path, run.tree),
			ignore,
			signal: ended,
			ui,
			watch
		};
		return new Session(job, systems, stopFile, disk);
	}
	async round() {
		this.#rounds += 1;
		return await new Round(this.#job, this.#losses, this.#rounds).run();
	}
	async stream(over) {
		this.#rounds += 1;
		await new Round(this.#job, this.#losses, this.#rounds).run(over);
	}
	get over() {
		return this.#job.signal.aborted || this.#losses.left.length === 0;
	}
	async end(guests) {
		await this[Symbol.asyncDispose]();
		const { machines, dropped, flags } = this.#surveyed;
		const closing = await this.#surveyed.close();
		return {
			guests,
			systems: [...machines.map((machine) => factsOf(machine, this.#losses.reasons)), ...dropped],
			infrastructure: [
				...dropped.flatMap(({ lost }) => lost ?? []),
				...this.#disk.problem === void 0 ? [] : [this.#disk.problem],
				...this.#losses.sentences(guests),
				...guests.flatMap(({ outcome }) => outcome.problems ?? []),
				...closing
			],
			flags
		};
	}
	async [Symbol.asyncDispose]() {
		this.#closed ??= this.#close();
		await this.#closed;
	}
	async #close() {
		this.#stopFile.close();
		this.#disk.close();
		await this.#job.systems.close();
	}
};

// src/handoff/record.ts
const file$2 = "record.json";
async function saveRecord(store, key, record) {
	const directory = await mkdtemp(join(tmpdir(), "rcutorture-record-"));
	try {
		await writeFile(join(directory, file$2), JSON.stringify(record));
		const manifest = await createManifest(directory, [{ path: file$2 }], {
			key,
			scenario: "record",
			provenance: {
				toolchain: {},
				ingredients: {}
			}
		});
		const saved = await store.save({
			directory,
			manifest
		});
		return saved.outcome === "saved" || saved.outcome === "present" ? void 0 : saved.reason;
	} finally {
		await rm$1(directory, {
			recursive: true,
			force: true
		});
	}
}
async function fetchRecord(store, key, schema, ui) {
	const folder = await mkdtemp(join(tmpdir(), "rcutorture-record-"));
	try {
		if ((await store.fetch(key, folder)).outcome !== "hit") return void 0;
		const parsed = schema.safeParse(JSON.parse(await readFile(join(folder, file$2), "utf8")));
		if (!parsed.success) ui.warning(`${key}: is not what this version writes; it is not used.`);
		return parsed.data;
	} finally {
		await rm$1(folder, {
			recursive: true,
			force: true
		});
	}
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
function markOf({ environment }) {
	const { GITHUB_RUN_ID: run } = environment.variables;
	return run === void 0 ? "" : `-${run.replaceAll(/\W/g, "")}.${environment.attempt}`;
}
function buildObservation(context, commit, seconds) {
	return {
		id: `${commit}-build${markOf(context)}`,
		commit,
		outcome: "build",
		errors: [],
		seconds
	};
}
const pauseBefore = (number) => Math.min(2e4 * 1.02 ** number, 18e5);
const gathered = "all-";
var Journal = class Journal {
	#context;
	#store;
	#prefix;
	#writer = randomUUID().slice(0, 8);
	#observations = /* @__PURE__ */ new Map();
	#built = /* @__PURE__ */ new Map();
	#replaced = [];
	#saving = Promise.resolve();
	#waiting = false;
	#number = 0;
	#writers = 0;
	#lost;
	#end = Promise.withResolvers();
	constructor(context, store, question) {
		this.#context = context;
		this.#store = store;
		this.#prefix = `${recordPrefix}bisect-${question}-`;
	}
	changed = () => void 0;
	static async open(context, store, question, ends) {
		const journal = new Journal(context, store, question);
		if (store !== void 0 && context.inputs.rerun !== "never") for (let tries = 3; tries > 0 && !await journal.#read(store);) tries--;
		const { size } = journal.#observations;
		const mark = markOf(context);
		for (const [id, { commit, outcome }] of journal.#observations) {
			const ours = mark !== "" && id.endsWith(mark);
			if (outcome === "build" && ends.includes(commit) && !ours) journal.#observations.delete(id);
		}
		if (size > 0) context.ui.info(`Earlier jobs left ${size} observations of this question; they count (rerun: never begins anew).`);
		return journal;
	}
	static begin(context, store, question) {
		return new Journal(context, store, question);
	}
	async gather() {
		if (this.#store === void 0 || this.#writers < 2) return;
		this.#writer = `${gathered}${this.#writer}`;
		await this.#keep(this.#store);
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
		if (this.#store === void 0) this.changed(this.observations);
	}
	build(commit, seconds) {
		this.#built.set(commit, (this.#built.get(commit) ?? 0) + seconds);
		this.#save();
	}
	async close() {
		this.#end.resolve();
		await this.#saving;
		return this.#lost;
	}
	async [Symbol.asyncDispose]() {
		await this.close();
	}
	async #read(store) {
		const [listed = [], ...newest] = await Promise.all([
			store.records?.(this.#prefix),
			store.nearest(this.#prefix),
			store.nearest(`${this.#prefix}${gathered}`)
		]);
		const keys = [.../* @__PURE__ */ new Set([...listed, ...newest.flatMap((entry) => entry?.key ?? [])])];
		const last = new Map(keys.toSorted().map((key) => [/^.*-/.exec(key)?.[0], key]));
		this.#writers = last.size;
		const read = /* @__PURE__ */ new Set();
		for (const key of last.values()) {
			const state = await fetchRecord(store, key, stateSchema, this.#context.ui);
			if (state !== void 0) read.add(key);
			for (const one of state?.observations ?? []) this.#observations.set(one.id, one);
			for (const { commit, seconds } of state?.built ?? []) this.#built.set(commit, Math.max(seconds, this.#built.get(commit) ?? 0));
		}
		this.#replaced = [...read];
		return read.size === last.size;
	}
	#save() {
		const store = this.#store;
		if (store === void 0 || this.#waiting) return;
		this.#waiting = true;
		const wait = this.#context.environment.variables.GITHUB_RUN_ID && this.#number > 0 ? pauseBefore(this.#number) : 0;
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
		this.changed(state.observations);
		const known = this.#lost !== void 0;
		this.#lost = reason;
		if (reason === void 0) {
			const replaced = this.#replaced;
			this.#replaced = [key];
			for (const one of replaced) await store.forget?.(one);
			return;
		}
		if (known) return;
		this.#context.ui.warning(`Should this job be killed, the next one would not know of it all: ${reason}`);
	}
};

// src/stages/prepare/storedRun.ts
async function writeStoredRun(run) {
	const write = (name, text) => writeFile(join(run.path, name), text);
	const batches = run.guests.map((guest, i) => ({
		number: i + 1,
		guests: [guest]
	}));
	await write(runFiles.suite[0], `${run.suite}\n`);
	await write(runFiles.reRun, `${fromStore}\n`);
	await write(runFiles.log, `rcutorture-action: ${run.log}\n`);
	await write(runFiles.batches, renderBatchesFile(batches, run.cpus));
	await write(runFiles.scenarios, renderScenarios(batches));
	if (run.commit === void 0) return;
	const state = run.clean ? "nothing to commit\n" : "";
	await write(runFiles.testId, `Current commit: ${run.commit}\n${state}`);
}

// src/inputs/texts.ts
const shapingInputs = [
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
	"affinity",
	"shutdown-grace",
	"no-initrd",
	"ignore",
	"stop-on-failure"
];
function textOf$1(value) {
	if (value === void 0) return "";
	if (Array.isArray(value)) return value.join("\n");
	if (typeof value === "object" && value !== null) return Object.values(value).join(" ");
	return String(value);
}
__name(textOf$1, "textOf");
function inputText(inputs, name) {
	return textOf$1(inputs[camelCase(name)]);
}
function defaultText(name) {
	const spec = inputTable[name];
	return textOf$1(parseValue(name, spec, void 0));
}
function inputTexts(inputs, names) {
	return Object.fromEntries(names.map((name) => [name, inputText(inputs, name)]));
}

// src/stages/prepare/bisect/question.ts
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
	],
	...[
		"pools",
		"probe",
		"prepare",
		"upload",
		"retentionDays",
		"killPrevious"
	]
];
function questionOf({ inputs }, ...more) {
	const names = Object.keys(inputTable).filter((name) => !unimportant.includes(camelCase(name)) && inputText(inputs, name) !== defaultText(name));
	const asked = Object.entries(inputTexts(inputs, names)).toSorted(([a], [b]) => a < b ? -1 : 1);
	return hash("sha256", JSON.stringify([asked, more])).slice(0, 16);
}

// src/stages/prepare/newRunDirectory.ts
function at(path) {
	return {
		results: dirname(path),
		datestamp: basename(path),
		path
	};
}
async function nearestFolder(folder) {
	const up = dirname(folder);
	if (folder === up || await lstat$1(folder).catch(() => void 0)) return folder;
	return await nearestFolder(up);
}
async function checkPlace({ results, path }) {
	const folder = await nearestFolder(results);
	try {
		await access(folder, constants.W_OK | constants.X_OK);
	} catch (error) {
		const why = error.code === "EROFS" ? "its file system is read-only" : `no permission to write to ${folder}`;
		throw new InputError(`rundir: "${path}" cannot be made (${why}); name a folder that you may write to with rundir.`);
	}
}
function taken(inputs, path) {
	const input = inputs.rundir === void 0 ? "datestamp" : "rundir";
	return new InputError(`${input}: "${path}" exists already; give another name, or remove it.`);
}
function named(inputs, res, workspace, name) {
	return at(inputs.rundir === void 0 ? join(res, name) : resolve(workspace, inputs.rundir));
}
async function newRunDirectory(inputs, res, workspace, now, suffix = "") {
	const place = named(inputs, res, workspace, inputs.datestamp ?? `${datestamp(now)}${suffix}`);
	if (await lstat$1(place.path).catch(() => void 0)) throw taken(inputs, place.path);
	await checkPlace(place);
	return place;
}
const mostInASecond = 1e3;
async function reserveRunDirectory(inputs, res, workspace, now, suffix = "") {
	const given = inputs.rundir !== void 0 || inputs.datestamp !== void 0;
	for (let number = 1; number <= mostInASecond; number++) {
		const time = number === 1 ? datestamp(now) : `${datestamp(now)}.${number}`;
		const place = named(inputs, res, workspace, inputs.datestamp ?? `${time}${suffix}`);
		await checkPlace(place);
		const first = await mkdir$1(place.results, { recursive: true });
		try {
			await mkdir$1(place.path);
			return {
				...place,
				giveUp: () => removeEmpty(place.path, first ?? place.path)
			};
		} catch (error) {
			if (error.code !== "EEXIST") throw error;
			if (given) throw taken(inputs, place.path);
		}
	}
	throw new InputError(`rundir: more than ${mostInASecond} jobs started in ${res} at once; name one with rundir.`);
}
async function removeEmpty(folder, last) {
	if (await rmdir$1(folder).then(() => true, () => false) && folder !== last) await removeEmpty(dirname(folder), last);
}

// src/stages/prepare/kernels/prepare.ts
async function openStore(context) {
	return context.inputs.store === "none" ? void 0 : await context.openStore();
}
async function prepareKernels(context, job, git, store, earlierKeys = /* @__PURE__ */ new Map(), known) {
	const { inputs, environment } = context;
	const res = join(job.tree.rcutorture, "res");
	const target = await reserveRunDirectory(inputs, res, environment.workspace, /* @__PURE__ */ new Date());
	const { builds, infrastructure } = await buildJob(context, job, target, git, store, earlierKeys, known).catch(async (error) => {
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

// src/modes/bisectOpen.ts
async function openBisection(context) {
	const asked = await askBisection(context);
	const store = await openStore(context);
	const ends = [asked.history.good.commit, asked.history.bad];
	const id = questionOf(context, ...ends, asked.failure ?? "");
	return {
		asked,
		store,
		id,
		journal: await Journal.open(context, store, id, ends)
	};
}
async function bisectFolder({ inputs, environment }, { tree }) {
	const res = join(tree.rcutorture, "res");
	const { path } = await reserveRunDirectory(inputs, res, environment.workspace, /* @__PURE__ */ new Date(), "-bisect");
	return path;
}

// src/systems/guestLock.ts
const mine = "this-machine";
const holder = `umask 077
root="$HOME/.cache/rcutorture-action"
mkdir -p "$root" && cd "$root" || exit 3
exec 3<&0
{ read -r line; kill -KILL 0; } <&3 &
exec 8>>mutex 9>>lock || exit 3
while :; do
  flock -w 60 8 || exit 3
  if test "$(head -n 1 owner 2>/dev/null)" = "$1" && flock -n -s 9; then break; fi
  if flock -n -x 9; then printf '%s\\n%s\\n' "$1" "$2" >owner && flock -s 9 && break; exit 3; fi
  printf 'busy %s\\n' "$(tail -n 1 owner 2>/dev/null)"
  flock -u 8
  flock -x lock true || exit 3
done
exec 8>&-
echo held
wait`;
const nothing$1 = { [Symbol.dispose]: () => void 0 };
async function lockThisMachine(info, tell, signal) {
	const child = spawn("sh", [
		"-c",
		holder,
		"rcutorture-action-guests",
		mine,
		info.replaceAll("\n", " ")
	], {
		stdio: [
			"pipe",
			"pipe",
			"ignore"
		],
		env: plainEnvironment(process.env),
		detached: true
	});
	child.stdin.on("error", () => void 0);
	const end = () => void child.stdin.end();
	signal.addEventListener("abort", end, { once: true });
	if (signal.aborted) end();
	const held = await new Promise((resolve) => {
		let said = "";
		child.once("error", () => resolve(false));
		child.once("close", () => resolve(false));
		child.stdout.setEncoding("utf8").on("data", (text) => {
			const lines = `${said}${text}`.split("\n");
			said = lines.pop() ?? "";
			for (const line of lines) if (line === "held") resolve(true);
			else tell(line.replace(/^busy /, ""));
		});
	});
	signal.removeEventListener("abort", end);
	if (!held) return nothing$1;
	child.unref();
	for (const pipe of [child.stdin, child.stdout]) pipe.unref?.();
	return { [Symbol.dispose]: end };
}

// src/systems/names.ts
const localhost = "localhost";

// src/systems/probeSector.ts
const value = 42;
const debugExitDevice = "isa-debug-exit,iobase=0xf4,iosize=4";
function probeSector() {
	const sector = Buffer.alloc(512);
	Buffer.from([
		176,
		value,
		230,
		244,
		244,
		235,
		253
	]).copy(sector);
	sector.writeUInt16LE(43605, 510);
	return sector;
}

// src/systems/accelerator.ts
const worthRemembering = 1e3;
const probeSeconds = 2.5;
async function chooseAccelerator(choice, executor, qemu, memory) {
	if (choice === "tcg") return {
		accelerator: "tcg",
		reason: "accel: tcg was asked for."
	};
	const known = choice === "auto" ? await memory?.recall() : void 0;
	if (known !== void 0) return {
		accelerator: "tcg",
		reason: `KVM cannot be used: ${known}`
	};
	const began = performance.now();
	const problem = await kvmProblem(executor, qemu);
	if (problem !== void 0 && performance.now() - began > worthRemembering) await memory?.remember(problem);
	if (problem === void 0) return {
		accelerator: "kvm",
		reason: "A probe guest ran under KVM."
	};
	if (choice === "kvm") throw new InfrastructureError(`accel: kvm was asked for, but ${executor.name} cannot run guests under KVM: ${problem} Use accel: auto or tcg to run without it.`);
	return {
		accelerator: "tcg",
		reason: `KVM cannot be used: ${problem}`
	};
}
async function kvmProblem(executor, qemu) {
	if ((await executor.run({
		argv: [
			"test",
			"-e",
			"/dev/kvm"
		],
		timeout: 1e4
	})).exitStatus !== 0) return "there is no /dev/kvm (the machine offers no virtualization, or its kvm module is not loaded).";
	return /(x86_64|i386)$/.test(qemu) ? await bootProblem(executor, qemu) : await startProblem(executor, qemu);
}
function bounded(...argv) {
	return {
		argv: [
			"timeout",
			"-s",
			"KILL",
			String(probeSeconds),
			...argv
		],
		timeout: 1e4
	};
}
async function bootProblem(executor, qemu) {
	const temporary = await executor.run({
		argv: ["mktemp"],
		timeout: 1e4
	});
	const image = temporary.stdout.trim();
	if (temporary.exitStatus !== 0) return `no probe could be made (${lastLine(temporary)}).`;
	try {
		const written = await executor.run({
			argv: [
				"dd",
				`of=${image}`,
				"status=none"
			],
			stdin: probeSector(),
			timeout: 1e4
		});
		if (written.exitStatus !== 0) return `no probe could be made (${lastLine(written)}).`;
		const drive = `file=${image},format=raw,if=floppy,readonly=on`;
		const result = await executor.run(bounded(...[
			qemu,
			"-machine",
			"pc,accel=kvm",
			"-nodefaults",
			"-display",
			"none",
			"-no-reboot",
			"-m",
			"64"
		], ...[
			"-device",
			debugExitDevice,
			"-drive",
			drive
		]));
		return result.exitStatus === 85 ? void 0 : problemOf(result, qemu);
	} finally {
		await executor.run({
			argv: [
				"rm",
				"-f",
				image
			],
			timeout: 1e4
		});
	}
}
async function startProblem(executor, qemu) {
	const result = await executor.run({
		...bounded(qemu, "-machine", "none,accel=kvm", "-nodefaults", "-display", "none", "-monitor", "stdio"),
		stdin: "quit\n"
	});
	return result.exitStatus === 0 ? void 0 : problemOf(result, qemu);
}
const killed = 137;
const notFound = 127;
function problemOf(result, qemu) {
	const said = `${result.stderr}${result.stdout}`;
	if (result.exitStatus === notFound) return `${qemu} is not installed.`;
	if (result.exitStatus === killed || result.signal !== null || result.cause === "timeout") return `/dev/kvm is there, but guests do not run under it: a probe guest of seven bytes took longer than ${probeSeconds} s (nested virtualization that does not work?).`;
	if (/permission denied/i.test(said)) return "this user may not open /dev/kvm; add the user to the group kvm (sudo usermod -aG kvm $USER, then log in again), or on a GitHub runner give it to everyone with a udev rule (KERNEL==\"kvm\", GROUP=\"kvm\", MODE=\"0666\").";
	if (/invalid accelerator|not (supported|compiled|available)/i.test(said)) return `${qemu} has no KVM support for this machine (${lastLine(result)}).`;
	return `qemu refused to start a guest under it (${lastLine(result)}).`;
}
function lastLine(result) {
	return result.stderr.trim().split("\n").at(-1)?.slice(0, 300) || `exit status ${result.exitStatus}`;
}

// src/systems/facts.ts
const timeout = 1e4;
const script = `
printf 'hostname %s\\n' "$(uname -n)"
printf 'architecture %s\\n' "$(uname -m)"
printf 'qemu %s\\n' "$("$1" --version | head -n 1)"
${capacityScript}
exit 0`;
async function probeSystem(executor, qemu) {
	const { stdout } = await executor.run({
		argv: [
			"sh",
			"-c",
			script,
			"sh",
			qemu
		],
		timeout
	});
	const answers = new Map(stdout.split("\n").map((line) => answer(line)));
	const facts = {
		hostname: answers.get("hostname"),
		architecture: answers.get("architecture"),
		qemu: /version (\S+)/.exec(answers.get("qemu") ?? "")?.[1],
		...readCapacity(stdout)
	};
	const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== void 0));
	return {
		name: executor.name,
		...known
	};
}
function answer(line) {
	const [, name = "", text = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
	return [name, text.trim() || void 0];
}

// src/systems/probeMemory.ts
const validity = 36e5;
function probeMemoryFile(variables) {
	const cache = cacheOf(variables);
	return cache && join(cache, "kvm-probe.json");
}
async function ownCircumstances(qemu, device) {
	try {
		const boot = (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
		const { ino, ctimeMs } = await stat$1(device);
		return [
			boot,
			ino,
			ctimeMs,
			qemu
		].join(" ");
	} catch {
		return;
	}
}
function readOwn(path) {
	try {
		return readPrivate(path);
	} catch {
		return;
	}
}
function probeMemory(path, qemu, device = "/dev/kvm") {
	return memoryOf$1(path, () => ownCircumstances(qemu, device));
}
function memoryOf$1(path, circumstances) {
	return {
		async recall() {
			const now = await circumstances();
			const text = now === void 0 ? void 0 : readOwn(path);
			if (text === void 0) return void 0;
			const { parseProbeRecord } = await import("./modes.js").then((all) => all.src_systems_probeRecord_ts);
			const known = parseProbeRecord(text);
			if (known === void 0 || known.circumstances !== now) return void 0;
			const age = Date.now() - Date.parse(known.at);
			if (age < 0 || age >= validity) return void 0;
			return `${known.problem} (Found out at ${known.at}; to find out again, remove ${path}.)`;
		},
		async remember(problem) {
			const now = await circumstances();
			if (now === void 0) return;
			const known = {
				circumstances: now,
				at: (/* @__PURE__ */ new Date()).toISOString(),
				problem
			};
			try {
				await mkdir$1(dirname(path), { recursive: true });
				writePrivate(path, `${JSON.stringify(known)}\n`);
			} catch {}
		}
	};
}
__name(memoryOf$1, "memoryOf");

// src/systems/qemuProgram.ts
const qemuArchitectures = {
	x64: "x86_64",
	arm64: "aarch64",
	ia32: "i386"
};
function expectedQemu(qemuCmd) {
	return qemuCmd ?? `qemu-system-${qemuArchitectures[arch] ?? arch}`;
}
function missingQemu(qemu) {
	const architecture = /^qemu-system-(\w+)$/.exec(qemu)?.[1];
	return {
		name: qemu,
		...architecture === void 0 ? noPackage : packagesFor(architecture)
	};
}
const noPackage = {
	apt: void 0,
	dnf: void 0
};
function packagesFor(architecture) {
	if (/^(x86_64|i386)$/.test(architecture)) return {
		apt: "qemu-system-x86",
		dnf: "qemu-system-x86"
	};
	if (/^(aarch64|arm)$/.test(architecture)) return {
		apt: "qemu-system-arm",
		dnf: `qemu-system-${architecture}`
	};
	if (/^ppc/.test(architecture)) return {
		apt: "qemu-system-ppc",
		dnf: "qemu-system-ppc"
	};
	return {
		apt: "qemu-system-misc",
		dnf: `qemu-system-${architecture.replace(/^riscv\d+$/, "riscv")}`
	};
}

// src/stages/execute/systems/machine.ts
async function surveyMachine(executor, inputs, qemu, variables) {
	const facts = await probeSystem(executor, qemu);
	if (facts.qemu === void 0) throw new InfrastructureError(`${qemu} is not installed on ${executor.name}. ${howToInstall([missingQemu(qemu)])}`.trim());
	if (facts.cpus === void 0) throw new InfrastructureError(`${executor.name} does not say how many CPUs it has (nproc, getconf).`);
	const file = probeMemoryFile(variables);
	const memory = file === void 0 ? void 0 : probeMemory(file, `${qemu} ${facts.qemu}`);
	const accelerator = await chooseAccelerator(inputs.accel, executor, qemu, memory);
	return {
		facts: {
			...facts,
			cpus: facts.cpus
		},
		accelerator
	};
}

// src/guests/copyQueue.ts
var CopyQueue = class {
	#copies;
	#waiting;
	#running = /* @__PURE__ */ new Map();
	constructor(copies) {
		this.#copies = copies;
		this.#waiting = copies.batches.flatMap(({ number, guests }) => guests.map((guest) => ({
			batch: number,
			guests: [guest]
		})));
	}
	claim({ system = "", capacity, free, memory = 1e400 }) {
		const { prefer, memoryOf, widest, isNear = () => true } = this.#copies;
		const [most, idle] = [widest(), free >= capacity];
		let best;
		for (const [at, { guests }] of this.#waiting.entries()) {
			const [guest] = guests;
			if (!guest || Math.min(guest.cpus, most) > capacity || cpusTaken(guest, capacity) > free) continue;
			if (memoryOf(guest) > memory && !idle) continue;
			const wanted = prefer(guest, this.#running.get(guest.scenario) ?? 0);
			if (wanted === -1e400) continue;
			const near = isNear(guest, system);
			if (!best || wanted > best.wanted || wanted === best.wanted && near && !best.near) best = {
				at,
				wanted,
				near
			};
		}
		if (!best) return void 0;
		const [claim] = this.#waiting.splice(best.at, 1);
		const guest = claim?.guests[0];
		if (!claim || !guest) return void 0;
		this.#count(guest, 1);
		const bytes = memoryOf(guest);
		return {
			...claim,
			...bytes > 0 ? { memory: bytes } : {}
		};
	}
	requeue(claim) {
		for (const guest of claim.guests) this.#count(guest, -1);
		this.#waiting.push(claim);
	}
	waiting() {
		return this.#waiting;
	}
	#count({ scenario }, change) {
		this.#running.set(scenario, (this.#running.get(scenario) ?? 0) + change);
	}
};

// src/guests/followFile.ts
const busyInterval = 100;
const quietInterval = 5e3;
const bufferSize = 262144;
async function followFile(path, onChunk) {
	const file = await open$2(path, "r");
	const stopping = Promise.withResolvers();
	let stopped = false;
	let position = 0;
	const buffer = Buffer.allocUnsafe(bufferSize);
	const drain = async () => {
		let any = false;
		for (;;) {
			const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
			if (bytesRead === 0) return any;
			position += bytesRead;
			any = true;
			onChunk(Buffer.from(buffer.subarray(0, bytesRead)));
		}
	};
	const grown = async () => (await file.stat()).size > position;
	const loop = async () => {
		while (!stopped) if (await drain()) await pause(busyInterval, stopping.promise);
		else await changed(path, grown, stopping.promise);
		await drain();
	};
	const done = loop();
	done.catch(() => {});
	return { async stop() {
		stopped = true;
		stopping.resolve();
		await done.finally(() => closeQuietly(file));
	} };
}
async function closeQuietly(file) {
	await file.close().catch(() => {});
}
async function pause(milliseconds, orUntil) {
	let timer;
	const timeout = new Promise((resolve) => {
		timer = setTimeout(resolve, milliseconds);
	});
	await Promise.race([timeout, orUntil]);
	clearTimeout(timer);
}
async function changed(path, grown, orUntil) {
	const event = Promise.withResolvers();
	let watcher;
	try {
		watcher = watch(path, () => event.resolve());
		watcher.on("error", () => {});
	} catch {}
	try {
		if (await grown()) return;
		await pause(watcher ? quietInterval : 500, Promise.race([event.promise, orUntil]));
	} finally {
		watcher?.close();
	}
}

// src/guests/guard.ts
const program = `
trap '' HUP INT TERM QUIT
groups=' '
while read -r what group; do
  case $what in
    add) groups="$groups$group " ;;
    del) case $groups in *" $group "*) groups="\${groups%% "$group" *} \${groups#* "$group" }" ;; esac ;;
  esac
done
for group in $groups; do kill -s KILL -- "-$group"; done
round=0
while test "$round" -lt 50; do
  round=$((round + 1)) found=
  for file in $(grep -lF "${guestMarkVariable}=$0/" /proc/[0-9]*/environ); do
    pid=\${file#/proc/}
    kill -s KILL "\${pid%/environ}" && found=yes
  done
  test -n "$found" || exit
  sleep 0.1
done
`;
const maxRestarts = 20;
var Guard = class {
	mark = randomBytes(8).toString("hex");
	#groups = /* @__PURE__ */ new Set();
	#child;
	#restarts = 0;
	#closed = false;
	add(group) {
		this.#groups.add(group);
		if (this.#child) this.#tell(`add ${group}\n`);
		else this.#start();
	}
	delete(group) {
		if (this.#groups.delete(group)) this.#tell(`del ${group}\n`);
	}
	get pid() {
		return this.#child?.pid;
	}
	close() {
		this.#closed = true;
		this.#child?.stdin?.end();
	}
	#tell(line) {
		this.#child?.stdin?.write(line);
	}
	#start() {
		const child = spawn("sh", [
			"-c",
			program,
			this.mark
		], {
			stdio: [
				"pipe",
				"ignore",
				"ignore"
			],
			env: plainEnvironment(process.env),
			detached: true
		});
		this.#child = child;
		child.on("error", () => {});
		child.stdin?.on("error", () => {});
		child.once("exit", () => this.#replace(child));
		child.unref();
		child.stdin?.unref?.();
		for (const group of this.#groups) this.#tell(`add ${group}\n`);
	}
	#replace(child) {
		if (this.#child !== child) return;
		this.#child = void 0;
		if (this.#closed || this.#groups.size === 0 || this.#restarts >= maxRestarts) return;
		this.#restarts++;
		this.#start();
	}
};

// src/systems/ownCpus.ts
function ownCpus() {
	const allowed = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "";
	const online = new Set(parseCpuList(onlineList()));
	return parseCpuList(allowed).filter((cpu) => online.has(cpu));
}
function onlineList() {
	try {
		return readFileSync("/sys/devices/system/cpu/online", "utf8");
	} catch {
		return `0-${cpus().length - 1}`;
	}
}

// src/guests/processChain.ts
const probe = `
setpriv --pdeathsig KILL true && echo setpriv
taskset --version >/dev/null && echo taskset
exit 0`;
async function probeChainTools(executor) {
	const { stdout } = await executor.run({
		argv: [
			"sh",
			"-c",
			probe
		],
		timeout: 5e3
	});
	const working = stdout.split("\n");
	return {
		setpriv: working.includes("setpriv"),
		taskset: working.includes("taskset")
	};
}
const parentCheck = "test \"$PPID\" = \"$0\" && exec \"$@\"";
function chainArgv(argv, tools, parent, affinity) {
	const pinned = tools.taskset && affinity !== void 0 ? [
		"taskset",
		"-c",
		affinity,
		...argv
	] : [...argv];
	if (!tools.setpriv) return pinned;
	return [
		"setpriv",
		"--pdeathsig",
		"KILL",
		"sh",
		"-c",
		parentCheck,
		String(parent),
		...pinned
	];
}

// src/guests/jitter.ts
const spinner = "while read -r n; do i=0; while test \"$i\" -lt \"$n\"; do i=$((i+1)); done; done";
function startJitter(plan, tools, guard) {
	const jitter = new Jitter(tools, guard, ownCpus());
	for (let i = 0; i < plan.threads; i++) jitter.thread(plan);
	return jitter;
}
var Jitter = class {
	#tools;
	#guard;
	#cpus;
	#spinners = /* @__PURE__ */ new Map();
	#timers = /* @__PURE__ */ new Set();
	#stopped = false;
	constructor(tools, guard, cpus) {
		this.#tools = tools;
		this.#guard = guard;
		this.#cpus = new Set(cpus);
	}
	thread(plan) {
		const cpus = [...this.#cpus];
		const cpu = cpus[Math.floor(Math.random() * cpus.length)];
		if (this.#stopped || cpu === void 0) return;
		const timer = setTimeout(() => {
			this.#timers.delete(timer);
			if (this.#cpus.has(cpu)) this.#spinner(cpu).stdin?.write(`${Math.floor(Math.random() * plan.maxSpin)}\n`);
			this.thread(plan);
		}, Math.random() * plan.maxSleep / 1e3);
		this.#timers.add(timer);
	}
	async stop() {
		this.#stopped = true;
		for (const timer of this.#timers) clearTimeout(timer);
		const running = [...this.#spinners.values()].filter((child) => child.pid !== void 0);
		const gone = running.map((child) => once$2(child, "exit"));
		for (const child of running) killGroup(child.pid, "SIGKILL");
		await Promise.all(gone);
	}
	#spinner(cpu) {
		const present = this.#spinners.get(cpu);
		if (present) return present;
		const [program, ...args] = chainArgv([
			"sh",
			"-c",
			spinner
		], this.#tools, process.pid, String(cpu));
		const child = spawn(program, args, {
			stdio: [
				"pipe",
				"ignore",
				"ignore"
			],
			env: plainEnvironment(process.env),
			detached: true
		});
		this.#spinners.set(cpu, child);
		child.stdin?.on("error", () => {});
		child.once("error", () => this.#lost(cpu, child));
		child.once("exit", () => this.#lost(cpu, child));
		if (child.pid !== void 0) this.#guard.add(child.pid);
		return child;
	}
	#lost(cpu, child) {
		this.#spinners.delete(cpu);
		this.#cpus.delete(cpu);
		if (child.pid !== void 0) this.#guard.delete(child.pid);
	}
};

// src/guests/terminal.ts
var BorrowedTerminal = class {
	#saved = stty("-g")?.trim();
	giveBack() {
		if (this.#saved) stty(this.#saved);
	}
};
function stty(argument) {
	const { status, stdout } = spawnSync("stty", [argument], {
		env: plainEnvironment(process.env),
		stdio: [
			"inherit",
			"pipe",
			"ignore"
		],
		encoding: "utf8",
		timeout: 5e3
	});
	return status === 0 ? stdout : void 0;
}

// src/guests/localHost.ts
var LocalGuestHost = class {
	name;
	#guard = new Guard();
	#executor;
	#handles = /* @__PURE__ */ new Set();
	#tools;
	#started = 0;
	constructor(name = "localhost", executor = new LocalExecutor(name)) {
		this.name = name;
		this.#executor = executor;
	}
	tools() {
		this.#tools ??= probeChainTools(this.#executor);
		return this.#tools;
	}
	async start(launch, observer) {
		let spawned;
		const mark = `${this.#guard.mark}/${this.#started++}`;
		try {
			spawned = await this.#spawn(launch, mark);
		} catch (error) {
			return stillborn(`Cannot start the guest: ${messageOf(error)}`);
		}
		const { gone } = spawned;
		const { pid } = spawned.child;
		if (pid === void 0) return stillborn((await gone).problem);
		this.#guard.add(pid);
		const handle = {
			pid,
			kill: () => killGuest(pid, launch.terminal),
			ended: this.#accompany(launch, observer, {
				pid,
				mark,
				gone
			})
		};
		this.#handles.add(handle);
		handle.ended.then(() => this.#handles.delete(handle));
		return handle;
	}
	async startJitter(plan) {
		return startJitter(plan, await this.tools(), this.#guard);
	}
	async close() {
		const handles = [...this.#handles];
		for (const handle of handles) handle.kill();
		await Promise.all(handles.map((handle) => handle.ended));
		this.#guard.close();
	}
	async #spawn(launch, mark) {
		const files = guestFiles(launch.directory);
		const [program, ...args] = chainArgv(launch.argv, await this.tools(), process.pid, launch.affinity);
		await Promise.all([writeFile(launch.console, ""), rm$1(files.status, { force: true })]);
		const output = await open$2(files.output, "w");
		try {
			const terminal = launch.terminal ? new BorrowedTerminal() : void 0;
			const child = spawn(program, args, {
				env: {
					...plainEnvironment(process.env),
					[guestMarkVariable]: mark
				},
				stdio: terminal ? [
					"inherit",
					"inherit",
					output.fd
				] : [
					"ignore",
					output.fd,
					output.fd
				],
				detached: !terminal
			});
			const gone = exitOf(child);
			gone.then(() => terminal?.giveBack());
			return {
				child,
				gone
			};
		} finally {
			await output.close();
		}
	}
	async #accompany(launch, observer, { pid, mark, gone }) {
		const files = guestFiles(launch.directory);
		let problem = "";
		let alive = true;
		const note = (error) => {
			problem ||= `The guest's files failed: ${messageOf(error)}`;
			if (alive) killGuest(pid, launch.terminal);
		};
		const following = followFile(launch.console, (chunk) => observer.onConsole(chunk)).catch(note);
		await recordStart(files, pid, launch.affinity).catch(note);
		const end = await gone;
		if (!launch.terminal) killGroup(pid, "SIGKILL");
		await killMarked(mark, guestMarkVariable);
		alive = false;
		this.#guard.delete(pid);
		await (await following)?.stop().catch(note);
		await writeFile(files.status, `${shellStatus(end, constants$3.signals)}\n`).catch(note);
		const output = (await readFile(files.output, "utf8").catch(() => "")).slice(-4096);
		const exit = {
			exitStatus: end.exitStatus,
			signal: end.signal,
			output
		};
		return problem === "" ? exit : {
			...exit,
			failure: {
				kind: "unfollowed",
				detail: problem
			}
		};
	}
};
function killGuest(pid, terminal = false) {
	try {
		if (terminal) process.kill(pid, "SIGKILL");
		else killGroup(pid, "SIGKILL");
	} catch (error) {
		if (error.code !== "ESRCH") throw error;
	}
}
function exitOf(child) {
	return new Promise((resolve) => {
		child.once("error", (error) => {
			if (child.pid !== void 0) return;
			resolve({
				exitStatus: null,
				signal: null,
				problem: `Cannot start the guest: ${error.message}`
			});
		});
		child.once("exit", (exitStatus, signal) => resolve({
			exitStatus,
			signal,
			problem: ""
		}));
	});
}
function stillborn(detail) {
	const exit = {
		exitStatus: null,
		signal: null,
		output: "",
		failure: {
			kind: "failed-to-start",
			detail
		}
	};
	return {
		pid: void 0,
		kill: () => {},
		ended: Promise.resolve(exit)
	};
}
function guestFiles(directory) {
	return {
		pid: join(directory, "qemu-pid"),
		affinity: join(directory, "qemu-affinity"),
		output: join(directory, "qemu-output"),
		status: join(directory, "qemu-retval")
	};
}
async function recordStart(files, pid, affinity) {
	await Promise.all([writeFile(files.pid, `${pid}\n`), affinity === void 0 ? rm$1(files.affinity, { force: true }) : writeFile(files.affinity, `pid ${pid}'s current affinity list: ${affinity}\n`)]);
}

// src/systems/readTopology.ts
async function readTopology(sysfs = "/sys/devices/system/node") {
	const names = await entries(sysfs, /^node/);
	return { nodes: await Promise.all(names.map(async (name) => ({
		name,
		cpus: await cpusOf(join(sysfs, name))
	}))) };
}
async function cpusOf(node) {
	const names = await entries(node, /^cpu\d+/);
	return await Promise.all(names.map(async (name) => {
		const cache = join(node, name, "cache");
		const indexes = await entries(cache, /^index/);
		const lists = await Promise.all(indexes.map(async (index) => [index, await text(join(cache, index, "shared_cpu_list"))]));
		return {
			name,
			shared: new Map(lists)
		};
	}));
}
async function entries(folder, pattern) {
	return (await readdir$1(folder).catch(() => [])).filter((name) => pattern.test(name));
}
async function text(path) {
	return await readFile(path, "utf8").catch(() => void 0);
}

// src/systems/topology.ts
function byCharacters(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function leadingNumber(line) {
	return Number(/^\s*(-?\d+)/.exec(line)?.[1] ?? 0);
}
function cpuLayout(topology) {
	const nodes = topology.nodes.map(({ name, cpus }) => ({
		name,
		cpus: cpus.toSorted((a, b) => byCharacters(a.name, b.name))
	})).sort((a, b) => byCharacters(a.name, b.name));
	const indexes = [...nodes[0]?.cpus[0]?.shared.keys() ?? []].sort(byCharacters);
	const listsOf = (node, index) => node.cpus.filter(({ shared }) => shared.has(index)).map(({ shared }) => shared.get(index));
	const complete = indexes.every((index) => nodes.every((node) => {
		const lists = listsOf(node, index);
		return lists.length > 0 && lists.every((list) => list !== void 0);
	}));
	if (indexes.length === 0 || !complete) return void 0;
	const isShared = (index) => nodes.some((node) => listsOf(node, index).some((list) => /[-,]/.test(list ?? "")));
	const split = indexes.find(isShared) ?? indexes[0] ?? "";
	return nodes.map((node) => neighbours(listsOf(node, split).map((list) => (list ?? "").trim())));
}
function neighbours(lists) {
	const groups = /* @__PURE__ */ new Map();
	for (const list of lists) {
		const first = leadingNumber(list);
		if (!groups.has(first)) groups.set(first, list);
	}
	return [...groups].sort(([a], [b]) => a - b).flatMap(([, list]) => parseCpuList(list));
}
var CpuRota = class {
	#layout;
	#positions;
	#node = 0;
	constructor(layout) {
		this.#layout = layout;
		this.#positions = layout.map(() => 0);
	}
	next(count) {
		const taken = [];
		for (let i = 0; i < count; i++) {
			if (this.#node >= this.#layout.length) this.#node = 0;
			const cpus = this.#layout[this.#node] ?? [];
			const position = (this.#positions[this.#node] ?? 0) % cpus.length;
			const cpu = cpus[position];
			if (cpu !== void 0) taken.push(cpu);
			this.#positions[this.#node] = position + 1;
			this.#node++;
		}
		return taken.join(",");
	}
};

// src/stages/execute/systems/oneMachine.ts
async function memoriesOf({ path, batches }) {
	const wanted = batches.flatMap((batch) => batch.guests).map(async ({ name }) => {
		const cmd = await readQemuCmd({ path }, name).catch(() => void 0);
		const memory = cmd && optionMemory(cmd.argv);
		return [name, memory === void 0 ? 0 : memory + qemuItself];
	});
	return new Map(await Promise.all(wanted));
}
async function open(machine, guests, hold) {
	const { batches, cpus } = guests;
	const lock = await hold(guests.signal);
	const memories = await memoriesOf(guests);
	const host = new LocalGuestHost(machine.facts.name);
	host.tools();
	const layout = cpuLayout(await readTopology());
	const rota = layout && new CpuRota(layout);
	return {
		systems: [{
			machine,
			host,
			cpus: Math.max(1, cpus),
			memory: machine.facts.availableMemory,
			place: async (_guest, kernel) => ({
				kernel,
				rota,
				allowed: ownCpus()
			})
		}],
		work: (prefer) => {
			const memoryOf = ({ name }) => memories.get(name) ?? 0;
			if (prefer === void 0) return new BatchQueue(batches, memoryOf);
			return new CopyQueue({
				batches,
				memoryOf,
				prefer,
				widest: () => Math.max(1, cpus)
			});
		},
		async close() {
			await host.close();
			lock[Symbol.dispose]();
		}
	};
}
const nobodyElse = async () => ({ [Symbol.dispose]: () => void 0 });
function oneMachine(machine, cpus, hold = nobodyElse) {
	return {
		machines: [machine],
		widths: [Math.max(1, cpus)],
		cpus,
		dropped: [],
		flags: [],
		open: (guests) => open(machine, guests, hold),
		close: async () => [],
		async [Symbol.asyncDispose]() {}
	};
}

// src/stages/execute/systems/whoWeAre.ts
function whoWeAre({ variables }) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, GITHUB_JOB: job } = variables;
	if (run) return `${server}/${repository}/actions/runs/${run}${job ? `, job ${job}` : ""}`;
	return `${userName()} on ${hostname()} (process ${process.pid})`;
}

// src/stages/execute/systems/surveySystems.ts
function remoteNames({ systems }) {
	return systems.every((name) => name === "localhost") ? void 0 : systems;
}
async function surveySystems(context, qemus) {
	const { inputs, executor, environment } = context;
	const names = remoteNames(inputs);
	if (names !== void 0) {
		const { surveyRemoteSystems } = await import("./ssh.js").then((all) => all.src_stages_execute_systems_remote_survey_ts);
		return await surveyRemoteSystems(context, names, qemus);
	}
	const [machine] = await Promise.all(qemus.map((qemu) => surveyMachine(executor, inputs, qemu, environment.variables)));
	if (machine === void 0) throw new RangeError("guests run with at least one qemu");
	const waiting = (who) => context.ui.info(`${localhost}: waiting for the guests of ${who || "another job"} to end`);
	return oneMachine(machine, usableCpus(inputs.cpus, machine.facts), (signal) => lockThisMachine(whoWeAre(environment), waiting, signal));
}

// src/systems/install/install.ts
async function asRoot(executor) {
	if ((await executor.run({
		argv: ["id", "-u"],
		timeout: 1e4
	})).stdout.trim() === "0") return [];
	return (await executor.run({
		argv: [
			"sudo",
			"-n",
			"true"
		],
		timeout: 1e4
	})).exitStatus === 0 ? ["sudo", "-n"] : void 0;
}
const installTimeout = 9e5;
const quiet = [
	"DEBIAN_FRONTEND=noninteractive",
	"NEEDRESTART_SUSPEND=1",
	"NEEDRESTART_MODE=l"
];
const aptOptions = [...[
	"-o",
	"Acquire::Retries=3",
	"-o",
	"Acquire::http::Timeout=30",
	"-o",
	"Acquire::https::Timeout=30"
], ...[
	"-o",
	"DPkg::Lock::Timeout=300",
	"-o",
	"Dpkg::Options::=--force-confold"
]];
function installCommands(manager, packages, root) {
	const make = (...words) => {
		const [program = "", ...rest] = [
			...root,
			"env",
			...quiet,
			...words
		];
		return {
			argv: [program, ...rest],
			timeout: installTimeout
		};
	};
	if (manager === "dnf") return [make("dnf", ...[
		"-y",
		"-q",
		"--setopt=install_weak_deps=False",
		"--setopt=retries=3"
	], "install", ...packages)];
	const install = [
		"-q",
		"-y",
		"--no-install-recommends",
		"install",
		"--",
		...packages
	];
	return [make("apt-get", ...aptOptions, "-q", "update"), make("apt-get", ...aptOptions, ...install)];
}
async function install(manager, packages, root, executor, { signal, failed, waits = [5e3, 2e4] }) {
	for (const wait of [...waits, void 0]) {
		const reason = await once(installCommands(manager, packages, root), executor);
		if (reason === void 0 || signal?.aborted || wait === void 0) return reason;
		failed(`${reason}; trying again in ${wait / 1e3} s`);
		if (await setTimeout$1(wait, false, signal && { signal }).catch(() => true)) return reason;
	}
}
async function once(commands, executor) {
	let last;
	for (const command of commands) last = await executor.run(command);
	if (last === void 0 || last.exitStatus === 0) return void 0;
	return reasonIn(last);
}
function reasonIn({ stderr, stdout, exitStatus, cause }) {
	if (cause === "timeout") return `it did not finish within ${installTimeout / 6e4} minutes`;
	const lines = `${stdout}\n${stderr}`.split("\n").map((line) => line.trim());
	return (lines.filter((line) => /^(?:E:|Error:|Error )/.test(line))[0] ?? lines.findLast((line) => line !== ""))?.replace(/^E:\s*/, "").slice(0, 300) ?? `exit status ${exitStatus}`;
}

// src/systems/install/kvmAccess.ts
async function isClosed(executor) {
	return (await executor.run({
		argv: [
			"sh",
			"-c",
			"test -e /dev/kvm && ! { test -r /dev/kvm && test -w /dev/kvm; }"
		],
		timeout: 1e4
	})).exitStatus === 0;
}
async function openKvm(root, executor) {
	if (!await isClosed(executor)) return false;
	const run = (...words) => {
		const [program = "", ...rest] = [...root, ...words];
		return executor.run({
			argv: [program, ...rest],
			timeout: 3e4
		});
	};
	await run("udevadm", "settle", "--timeout=10");
	await run("chmod", "a+rw", "/dev/kvm");
	return !await isClosed(executor);
}

// src/stages/prepare/machine/prepareMachine.ts
const passes = 2;
const welcome = {
	name: "ccache",
	apt: "ccache",
	dnf: "ccache"
};
async function prepareMachine(context, needs) {
	const { inputs, environment, ui } = context;
	const local = inputs.systems.length === 0 || inputs.systems.includes("localhost");
	const wanted = {
		...needs,
		qemus: local ? needs.qemus : []
	};
	const hosted = environment.variables.RUNNER_ENVIRONMENT === "github-hosted";
	if (!(inputs.prepare === "true" || inputs.prepare === "auto" && hosted)) {
		if ((await missingQemus(context, wanted)).length > 0) throw lacks(await missingFor(context, wanted), "");
		return;
	}
	const done = await installMissing(context, wanted);
	const opened = wanted.qemus.length > 0 && await openClosedKvm(context) ? ["opened /dev/kvm"] : [];
	const all = [...done, ...opened];
	if (all.length > 0) ui.info(`prepare: ${all.join("; ")}.`);
}
async function missingQemus({ environment }, { qemus }) {
	const path = environment.variables.PATH ?? "";
	const found = await Promise.all(qemus.map((qemu) => findProgram(qemu, path)));
	return qemus.filter((_, index) => found[index] === void 0).map(missingQemu);
}
async function missingFor(context, needs) {
	const { inputs, executor, environment } = context;
	const path = environment.variables.PATH ?? "";
	const options = {
		kmakeArg: inputs.kmakeArg,
		defconfig: inputs.defconfig,
		architecture: machine$2(),
		path
	};
	const tools = needs.build ? await missingTools$1(options, executor) : [];
	return [...await missingQemus(context, needs), ...tools];
}
function lacks(missing, why) {
	const names = missing.map(({ name }) => name).join(", ");
	return new InfrastructureError([
		`${names} ${missing.length === 1 ? "is" : "are"} not installed here.`,
		why,
		howToInstall(missing)
	].filter(Boolean).join(" "));
}
async function installMissing(context, needs) {
	const { executor, ui, signal } = context;
	const began = performance.now();
	const installed = [];
	let manager;
	for (let pass = 0; pass < passes; pass++) {
		const missing = await missingFor(context, needs);
		if (missing.length === 0) break;
		const root = await rightsOr(context, missing);
		manager = await packageManager(context);
		if (manager === void 0) throw lacks(missing, "prepare: there is no apt-get and no dnf here.");
		const packages = packagesOf(missing, manager);
		if (packages.length === 0) throw lacks(missing, "prepare: no package brings that.");
		const extra = needs.build && await lacksCcache(context) ? packagesOf([welcome], manager) : [];
		const program = programs[manager];
		const failed = (reason) => ui.warning(`prepare: ${program}: ${reason}.`);
		const all = [...packages, ...extra];
		const problem = await install(manager, all, root, executor, {
			signal,
			failed
		});
		if (problem !== void 0) throw lacks(missing, `prepare: ${program} could not install ${all.join(" ")}: ${problem}.`);
		installed.push(...all.filter((name) => !installed.includes(name)));
	}
	const still = installed.length === 0 ? [] : await missingFor(context, needs);
	if (still.length > 0) throw lacks(still, `prepare: installed ${installed.join(" ")}, which did not bring that.`);
	if (manager === void 0) return [];
	const took = prettyMilliseconds(performance.now() - began, { secondsDecimalDigits: 0 });
	return [`installed ${installed.join(" ")} with ${programs[manager]} (${took})`];
}
const programs = {
	apt: "apt-get",
	dnf: "dnf"
};
async function packageManager({ environment }) {
	const path = environment.variables.PATH ?? "";
	for (const manager of ["apt", "dnf"]) if (await findProgram(programs[manager], path) !== void 0) return manager;
}
async function lacksCcache({ environment }) {
	return await findProgram("ccache", environment.variables.PATH ?? "") === void 0;
}
async function rightsOr({ executor }, missing) {
	const root = await asRoot(executor);
	if (root !== void 0) return root;
	throw lacks(missing, "prepare: this user is not root, and sudo asks for a password or is missing, so that nothing can be installed.");
}
async function openClosedKvm({ inputs, executor }) {
	if (inputs.accel === "tcg") return false;
	const root = await asRoot(executor);
	return root !== void 0 && root.length > 0 && await openKvm(root, executor);
}

// src/modes/machines.ts
async function openSystems(context, build) {
	const qemu = expectedQemu(context.inputs.qemuCmd);
	await prepareMachine(context, {
		build,
		qemus: [qemu]
	});
	return await surveySystems(context, [qemu]);
}

// src/stages/publish/bisectRound.ts
async function publishRound({ ui }, round) {
	const { results, history, observations, wanted, jobs } = round;
	ui.output("shards", JSON.stringify(jobs));
	ui.output("good-commit", history.good.commit);
	ui.output("bad-commit", history.bad);
	ui.output("observations", String(observations.length));
	const headline = observations.length === 0 ? "Nothing was run yet" : bisectHeadline(results);
	const rows = wanted.map(({ commit, runs }, i) => [
		code(short(commit.commit)),
		escapeMarkdown(commit.subject),
		`at most ${runs}`,
		escapeMarkdown(jobs[i]?.name ?? "")
	]);
	const next = jobs.length === 0 ? "There is nothing more to run." : `${plural(jobs.length, "job")} in this round:`;
	await ui.summary({
		markdown: `${[
			`## ${escapeMarkdown(headline)}`,
			next,
			...rows.length === 0 ? [] : [table$1([[
				"Commit",
				"Subject",
				"Runs",
				"Job"
			], ...rows], "llrl")]
		].join("\n\n")}\n`,
		text: () => [
			`${headline}.`,
			next,
			...wanted.map(({ commit, runs }) => `  ${nameOf({
				...commit,
				author: ""
			})}: at most ${runs} runs`)
		].join("\n")
	});
}
async function publishProbe({ ui }, { commit, failures, runs }, observations, stopped) {
	const ran = observations.filter(({ outcome }) => outcome !== "build");
	const bad = ran.filter(({ errors }) => errors.length > 0);
	const built = observations.length === ran.length ? "" : " (does not build)";
	const line = `${short(commit)}${built}: ${plural(ran.length, "run")} of at most ${runs}, errors in ${bad.length} (it ends after ${failures})`;
	const lines = [...[...Map.groupBy(bad.flatMap(({ errors }) => errors), ({ title }) => title)].map(([title, same]) => `${plural(same.length, "time")}: ${title}`), ...stopped === void 0 ? [] : [stopped]];
	await ui.summary({
		markdown: `### ${escapeMarkdown(line)}\n\n${lines.map((one) => `- ${escapeMarkdown(one)}`).join("\n")}\n`,
		text: () => [`${line}.`, ...lines].join("\n")
	});
}

// src/handoff/attempts.ts
const recordSchema$1 = object({
	keys: record$1(string(), string()),
	results: resultsSchema.optional()
});
function jobIdentity({ inputs, environment }) {
	const { GITHUB_RUN_ID: run, GITHUB_JOB: job, GITHUB_ACTION: step } = environment.variables;
	if (!run) return void 0;
	const { rundir: _, datestamp: __, githubToken: ___, sshPrivateKey: ____, ...rest } = inputs;
	return `${run}-${createHash("sha256").update(JSON.stringify([
		job,
		step,
		rest
	])).digest("hex").slice(0, 16)}`;
}
const keyOf$1 = /* @__PURE__ */ __name((identity, attempt, stage) => `${recordPrefix}${identity}-${attempt}-${stage}`, "keyOf");
async function keepRecord(context, store, stage, record) {
	const identity = jobIdentity(context);
	if (identity === void 0) return;
	const lost = (reason) => context.ui.warning(`A re-run of this job will not know of this attempt: ${reason}`);
	try {
		const reason = await saveRecord(store, keyOf$1(identity, context.environment.attempt, stage), record);
		if (reason !== void 0) lost(reason);
	} catch (error) {
		lost(messageOf(error));
	}
}
async function keepAttempt(context, store, builds, results) {
	const keys = Object.fromEntries(builds.flatMap(({ scenario, key }) => key === void 0 ? [] : [[scenario, key]]));
	await keepRecord(context, store, results === void 0 ? "built" : "ended", {
		keys,
		...results && { results }
	});
}
async function earlierAttempts(context, store) {
	const identity = context.inputs.rerun === "never" ? void 0 : jobIdentity(context);
	if (identity === void 0) return {
		keys: /* @__PURE__ */ new Map(),
		results: void 0
	};
	return await attemptsUpTo(store, identity, context.environment.attempt - 1, context.ui);
}
async function recordsOfRun(store, run, ui) {
	const prefix = `${recordPrefix}${run}-`;
	const [listed = [], newest] = await Promise.all([store.records?.(prefix), store.nearest(prefix)]);
	const attempts = /* @__PURE__ */ new Map();
	for (const key of [...listed, newest?.key ?? ""]) {
		const [, identity, attempt] = /^(\d+-[0-9a-f]{16})-(\d+)-(?:built|ended)$/.exec(key.slice("rcutorture-job-".length)) ?? [];
		if (identity === void 0) continue;
		attempts.set(identity, Math.max(Number(attempt), attempts.get(identity) ?? 0));
	}
	return await Promise.all([...attempts].map(([identity, attempt]) => attemptsUpTo(store, identity, attempt, ui)));
}
async function attemptsUpTo(store, identity, last, ui) {
	const keys = /* @__PURE__ */ new Map();
	let results;
	for (let attempt = last; attempt >= 1; attempt--) {
		for (const stage of ["ended", "built"]) {
			const record = await fetchRecord(store, keyOf$1(identity, attempt, stage), recordSchema$1, ui);
			for (const [scenario, key] of Object.entries(record?.keys ?? {})) if (!keys.has(scenario)) keys.set(scenario, key);
			results ??= record?.results;
		}
		if (results !== void 0) break;
	}
	return {
		keys,
		results
	};
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

// src/modes/times.ts
function timesKnown(context, store, { tree, plan }) {
	return async () => {
		const { runsBefore } = await import("./reports.js").then((all) => all.src_stages_conclude_history_ts);
		const runs = await runsBefore(context, store, {
			suite: plan.suite,
			architecture: machine$2(),
			scenarios: plan.guests.map(({ scenario }) => scenario)
		}, tree.path);
		return expectations(runs.map(({ results }) => results));
	};
}

// src/results/read.ts
const known = {};
function readResults(text, upgrades = known) {
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		return { problem: "they are not JSON: cut off, or no results at all" };
	}
	const version = typeof json === "object" && json !== null && "version" in json ? json.version : void 0;
	if (typeof version !== "number" || !Number.isInteger(version)) return { problem: "they name no version, as a results.json does" };
	if (version > 1) return { problem: `they have version ${version}, and this program reads up to ${1}; use its newest version for the report` };
	let current = json;
	for (let from = version; from < 1; from++) {
		const upgrade = upgrades[from];
		if (upgrade === void 0) return { problem: `they have version ${version}, which is not known` };
		current = {
			...upgrade(current),
			version: from + 1
		};
	}
	const parsed = resultsSchema.safeParse(current);
	if (parsed.success) return { results: parsed.data };
	const [issue] = parsed.error.issues;
	return { problem: `${issue?.path.join(".")}: ${issue?.message}` };
}

// src/handoff/resultsFile.ts
async function resultsAt(input, path) {
	const file = (await stat$1(path).catch((error) => {
		throw new InputError(`${input}: "${path}" cannot be read (${messageOf(error)}); name a results.json, or its folder.`);
	})).isDirectory() ? join(path, runFiles.results) : path;
	const text = await textOf$3(dirname(file), file);
	if (text === void 0) throw new InputError(`${input}: "${dirname(file)}" has no ${basename(file)}; mode report writes one from a run directory.`);
	return resultsIn(input, text, file);
}
function resultsIn(input, text, file) {
	const read = readResults(text);
	if ("problem" in read) throw new InputError(`${input}: "${file}" cannot be used: ${read.problem}.`);
	return read.results;
}

// src/statistics/sameBug.ts
function knownErrors(all) {
	const known = /* @__PURE__ */ new Map();
	for (const { guests } of all) for (const { findings } of guests) for (const finding of findings) if (finding.severity === "error" && !known.has(finding.fingerprint)) known.set(finding.fingerprint, finding);
	return known;
}
function isSameBug(a, b) {
	if (a.fingerprint === b.fingerprint) return true;
	if (beginsLike(a, b) || beginsLike(b, a)) return true;
	if (a.incomplete || b.incomplete) return false;
	return a.also?.includes(b.title) === true || b.also?.includes(a.title) === true;
}
function beginsLike(cut, whole) {
	return cut.incomplete === true && cut.kind === whole.kind && cut.trail !== void 0 && whole.trail?.startsWith(cut.trail) === true;
}

// src/report/kernelFacts.ts
function kernelFacts({ kernel }, guests) {
	const distinct = (values) => [...new Set(values.flatMap((value) => value ? [cutCharacters(cleanLine(value), 200)] : []))];
	const releases = distinct(guests.map(({ booted }) => booted?.release));
	const compilers = distinct(guests.map(({ booted }) => booted?.compiler));
	return [
		["tree", repositoryLink(kernel) ?? (kernel.repository && cleanLine(kernel.repository))],
		["commit", kernel.commit && cleanLine(kernel.commit)],
		["", commitLink(kernel)],
		["version", kernelName(kernel)],
		["release", releases.length === 0 ? void 0 : listOf(releases, 5)],
		...compilers.slice(0, 3).map((compiler, index) => [index === 0 ? "compiler" : "", compiler])
	].flatMap(([name, value]) => value ? [[name, value]] : []);
}
function factLines(facts) {
	const widest = Math.max(10, ...facts.map(([name]) => name.length + 1));
	return facts.map(([name, value]) => `${(name && `${name}:`).padEnd(widest)} ${value}`);
}

// src/report/occurrence.ts
function frequency(overview, group) {
	const scenarios = new Set(group.guests.map(scenarioOf));
	const ran = overview.guests.filter((guest) => scenarios.has(scenarioOf(guest)) && (hasVerdict(guest) || group.guests.includes(guest)));
	const names = listOf([...scenarios].map(cleanLine), 5);
	const times = group.count > group.guests.length ? `, ${plural(group.count, "time")} in all` : "";
	return `in ${group.guests.length} of ${plural(ran.length, "run")} of ${names}${times}`;
}

// src/report/bugReport.ts
const quoted = (text) => text.split("\n").map((line) => /^(From |>|-- ?$|\.$)/.test(line) ? ` ${line}` : line).join("\n");
function configFact(suite, scenarios) {
	const names = scenarios.map(cleanLine);
	const file = names.length === 1 ? names[0] : "SCENARIO";
	return `${listOf(names, 12)} of tools/testing/selftests/rcutorture/configs/${cleanLine(suite)}; as built: ${file}/.config`;
}
const lowered = (title) => title.charAt(0).toLowerCase() + title.slice(1);
function closing(results, link, isBug = true) {
	const what = isBug ? "reproduce it" : "run it again";
	const ways = waysToReproduce(results).map(({ title, text }, _, { length }) => {
		const where = length === 1 ? "" : ` (${lowered(title)})`;
		return `To ${what}${where}:\n\n${cutCharacters(text, 2e3).replaceAll(/^(?=.)/gm, "    ")}`;
	});
	const lines = [...isBug ? ["Reported-by: YOUR NAME <ADDRESS>"] : [], ...link === void 0 ? [] : [`Link: ${cleanLine(link)}`]];
	return [...ways, ...lines.length === 0 ? [] : [lines.join("\n")]];
}
function bugReport(overview, group, options = {}) {
	const { results } = overview;
	const place = placeOf(group.finding);
	const past = options.history?.findings.find(({ fingerprint }) => fingerprint === group.fingerprint);
	const scenarios = [...new Set(group.guests.map(scenarioOf))];
	const facts = [
		...kernelFacts(results, group.guests),
		["config", configFact(group.shownOn.suite ?? results.suite, scenarios)],
		...place === "" ? [] : [["where", place]],
		["seen", frequency(overview, group)],
		["console", `${labelOf(overview, group.shownOn)}: ${whereabouts(group)}`],
		...past === void 0 ? [] : [["history", cleanLine(past.sentence)]]
	];
	return {
		before: `${cutCharacters(group.title, 300)}\n\n${factLines(facts).join("\n")}\n\n`,
		after: `${traceOf(group).cut ? "\n[ ... ]" : ""}\n\n${closing(results, options.link).join("\n\n")}\n`
	};
}
function traceOf({ finding }) {
	const { text, cut } = excerpt(finding.text, {
		lines: 60,
		bytes: 8e3
	});
	return {
		text: quoted(text),
		cut: cut || finding.truncated
	};
}
function trace(group) {
	const { text, cut } = traceOf(group);
	return [...text === "" ? [] : [text], ...cut ? ["[ ... ]"] : []].join("\n");
}

// src/plan/torture/text.ts
const time = (seconds) => prettyMilliseconds(seconds * 1e3, { unitCount: 2 });
function renderSets(plan, figures) {
	const guests = plan.shards.flatMap((shard) => shard.guests);
	const kernels = /* @__PURE__ */ new Set([...guests.map(({ build }) => build), ...plan.sets.flatMap(({ recipe }) => Object.values(recipe?.kernels ?? {}))]);
	const missing = plan.builds.reduce((sum, job) => sum + job.builds.length, 0);
	const lines = plan.sets.map(({ id, suite, recipe }) => {
		const own = guests.filter(({ set }) => set === id);
		if (recipe?.refused !== void 0) return `  ${id}: did-not-run: ${recipe.refused}`;
		if (own.length === 0) return `  ${id}: ${recipe?.kind === "builds" ? `${suite}, builds only` : "make only"}`;
		const wanted = recipe?.mustFail ? ", must fail" : "";
		return `  ${id}: ${suite}, ${plural(own.length, "guest")} for ${time(recipe?.seconds ?? 0)}${wanted}`;
	});
	const builds = missing === 0 ? "" : ` (about ${time(Math.round(figures.buildSeconds))})`;
	const inRow = time(Math.round(figures.tortureHours * 3600));
	const runs = figures.runSeconds === 0 ? "" : `; about ${time(figures.runSeconds)} for the guests (one after the other: ${inRow})`;
	return fitTerminal([`torture.sh: ${plural(plan.sets.length, "set")}, ${plural(guests.length, "guest")}, ${plural(kernels.size, "kernel")}, of which ${missing} to build${builds}${runs}.`, ...lines]);
}

// src/plan/architectures.ts
const architectures = [
	"x86_64",
	"aarch64",
	"ppc64le",
	"s390x",
	"riscv64",
	"i386"
];

// src/stages/prepare/pools/onePool.ts
const unlimited = 1e9;
function onePool({ cpus, count }) {
	const architecture = architectures.find((one) => one === machine$2());
	if (architecture === void 0) throw new InputError(`suites: torture.sh's sets are planned for ${architectures.join(", ")}; this is ${machine$2()}.`);
	return {
		name: "here",
		labels: ["self-hosted"],
		cpus: Math.max(1, cpus),
		count: 1,
		kvm: true,
		architecture,
		minutes: unlimited,
		systems: count > 1 ? Array.from({ length: count }, (_, i) => `system-${i + 1}`) : [],
		builds: true
	};
}
function oneBuildJob({ builds }) {
	const [first] = builds;
	return first && {
		...first,
		builds: builds.flatMap((job) => job.builds)
	};
}

// src/plan/job.ts
function needsMet(offers, needs) {
	return offers === void 0 || needs.every((need) => offers.includes(need));
}
function widestFor(machines, memory, needs) {
	let widest = 0;
	for (const machine of machines) if (memory <= (machine.memory ?? 1e400) && needsMet(machine.offers, needs) && machine.cpus > widest) widest = machine.cpus;
	return widest;
}

// src/plan/bound.ts
function boundInUnits(blocks, machines, unit) {
	const units = machines.reduce((sum, cpus) => sum + Math.floor(cpus / unit), 0);
	if (units === 0) return 0;
	let [area, taken, bound] = [
		0,
		0,
		0
	];
	for (const { cpus, seconds } of blocks) {
		const own = Math.floor(cpus / unit);
		if (own === 0) continue;
		area += own * seconds;
		taken += own;
		bound = Math.max(bound, Math.ceil(taken / units) * seconds);
	}
	return Math.max(bound, area / units);
}
function boundOf(jobs, machines) {
	const widest = /* @__PURE__ */ new Map();
	const widestOf = ({ memory = 0, needs = [] }) => {
		const key = `${memory} ${needs.join(" ")}`;
		const known = widest.get(key) ?? widestFor(machines, memory, needs);
		widest.set(key, known);
		return known;
	};
	const blocks = jobs.map((job) => ({
		cpus: Math.min(job.guest.cpus, widestOf(job)),
		seconds: job.seconds
	})).filter(({ cpus }) => cpus > 0).sort((a, b) => b.seconds - a.seconds);
	const widths = [...new Set(blocks.map(({ cpus }) => cpus))];
	let bound = blocks[0]?.seconds ?? 0;
	for (const width of widths) {
		const wide = blocks.filter(({ cpus }) => cpus >= width);
		const capable = machines.map(({ cpus }) => cpus).filter((cpus) => cpus >= width);
		for (const unit of /* @__PURE__ */ new Set([1, ...widths])) bound = Math.max(bound, boundInUnits(wide, capable, unit));
	}
	return bound;
}
function lowerBound(jobs, machines) {
	let bound = boundOf(jobs, machines);
	const byNeeds = Map.groupBy(jobs, ({ needs = [] }) => needs.join(" "));
	if (byNeeds.size === 1 && machines.every(({ offers }) => offers === void 0)) return bound;
	for (const group of byNeeds.values()) {
		const capable = machines.filter(({ offers }) => needsMet(offers, group[0]?.needs ?? []));
		bound = Math.max(bound, boundOf(group, capable));
	}
	return bound;
}

// node_modules/tinyqueue/index.js
var TinyQueue = class {
	constructor(data = [], compare = (a, b) => a < b ? -1 : a > b ? 1 : 0) {
		this.data = data;
		this.length = this.data.length;
		this.compare = compare;
		if (this.length > 0) for (let i = (this.length >> 1) - 1; i >= 0; i--) this._down(i);
	}
	push(item) {
		this.data.push(item);
		this._up(this.length++);
	}
	pop() {
		if (this.length === 0) return void 0;
		const top = this.data[0];
		const bottom = this.data.pop();
		if (--this.length > 0) {
			this.data[0] = bottom;
			this._down(0);
		}
		return top;
	}
	peek() {
		return this.data[0];
	}
	_up(pos) {
		const { data, compare } = this;
		const item = data[pos];
		while (pos > 0) {
			const parent = pos - 1 >> 1;
			const current = data[parent];
			if (compare(item, current) >= 0) break;
			data[pos] = current;
			pos = parent;
		}
		data[pos] = item;
	}
	_down(pos) {
		const { data, compare } = this;
		const halfLength = this.length >> 1;
		const item = data[pos];
		while (pos < halfLength) {
			let bestChild = (pos << 1) + 1;
			const right = bestChild + 1;
			if (right < this.length && compare(data[right], data[bestChild]) < 0) bestChild = right;
			if (compare(data[bestChild], item) >= 0) break;
			data[pos] = data[bestChild];
			pos = bestChild;
		}
		data[pos] = item;
	}
};

// src/plan/buildGroups.ts
function builder(pools, architecture) {
	const own = pools.filter((pool) => pool.architecture === architecture);
	const asked = own.filter(({ builds }) => builds);
	const [first, ...rest] = asked.length > 0 ? asked : own;
	if (!first) throw new InputError(`pools: none can build for ${architecture}; add one of that architecture.`);
	return rest.reduce((best, pool) => pool.count > best.count ? pool : best, first);
}
function pack(builds, bins) {
	const queue = new TinyQueue([], (a, b) => a.seconds - b.seconds || a.index - b.index);
	const all = Array.from({ length: Math.min(bins, builds.length) }, (_, index) => ({
		index,
		seconds: 0,
		builds: []
	}));
	for (const bin of all) queue.push(bin);
	for (const build of builds.toSorted((a, b) => b.seconds - a.seconds || a.key.localeCompare(b.key))) {
		const bin = queue.pop();
		if (!bin) break;
		bin.seconds += build.seconds;
		bin.builds.push(build);
		queue.push(bin);
	}
	return all;
}
function wallClock(lengths, runners) {
	const free = new TinyQueue(new Array(Math.min(runners, Math.max(1, lengths.length))).fill(0));
	let last = 0;
	for (const length of lengths) {
		const end = (free.pop() ?? 0) + length;
		last = Math.max(last, end);
		free.push(end);
	}
	return last;
}
function groupBuilds(builds, pools, maxJobs) {
	const unique = [...new Map(builds.map((build) => [build.key, build])).values()];
	const byArchitecture = [...Map.groupBy(unique, ({ architecture }) => architecture)];
	const share = (count) => unique.length <= maxJobs ? count : Math.max(1, Math.floor(maxJobs * count / unique.length));
	const packed = byArchitecture.flatMap(([architecture, own]) => {
		const pool = builder(pools, architecture);
		return pack(own, share(own.length)).map((bin) => ({
			pool,
			bin
		}));
	});
	packed.sort((a, b) => b.bin.seconds - a.bin.seconds);
	const groups = packed.map(({ pool, bin }, index) => {
		if (bin.seconds > pool.minutes * 60) throw new InputError(`plan: a job of ${bin.builds.length} builds would take ${Math.ceil(bin.seconds / 60)} minutes, and pool "${pool.name}" allows ${pool.minutes}; build fewer scenarios at once or on faster machines.`);
		return {
			id: `build-${String(index + 1).padStart(String(packed.length).length, "0")}`,
			pool: pool.name,
			"runs-on": pool.labels,
			builds: bin.builds.map(({ key, scenario, set }) => ({
				key,
				scenario,
				set
			})),
			seconds: Math.ceil(bin.seconds),
			"timeout-minutes": pool.minutes
		};
	});
	const seconds = [...Map.groupBy(groups, ({ pool }) => pool)].map(([name, own]) => wallClock(own.map((group) => group.seconds), pools.find((pool) => pool.name === name)?.count ?? 1));
	return {
		groups,
		seconds: Math.max(0, ...seconds)
	};
}

// src/plan/samples.ts
const defaultExtra = 60;
function needsOf({ architecture, kvm }) {
	return [architecture, ...kvm ? ["kvm"] : []];
}
function usableSeconds(pool, overhead) {
	return pool.minutes * 60 - overhead;
}
function homesOf(guest, pools) {
	const able = pools.filter((pool) => obstacle(guest, pool) === void 0);
	const cpus = Math.min(guest.guest.cpus, Math.max(0, ...able.map((pool) => pool.cpus)));
	return {
		pools: able.filter((pool) => pool.cpus >= cpus),
		cpus
	};
}
function obstacle(guest, pool) {
	if (pool.architecture !== guest.architecture) return `it is ${pool.architecture}, not ${guest.architecture}`;
	if (!needsMet(pool.kvm ? ["kvm", pool.architecture] : [pool.architecture], needsOf(guest))) return "it has no KVM";
	const [needed, there] = [guest.memory ?? 0, pool.memory ?? 1e400];
	if (needed > there) return `it has ${megabytes$1(there)} of memory for a guest of ${megabytes$1(needed)}`;
}
function megabytes$1(bytes) {
	return `${Math.round(bytes / 2 ** 20)}M`;
}
__name(megabytes$1, "megabytes");
function checkFit(guests, pools, overhead) {
	if (guests.length === 0) return;
	for (const guest of guests) {
		const reasons = pools.map((pool) => [pool.name, obstacle(guest, pool)]);
		if (reasons.every(([, reason]) => reason !== void 0)) {
			const why = reasons.map(([name, reason]) => `${name}: ${reason}`).join("; ");
			throw new InputError(`pools: none can hold ${guest.guest.name} (${why}).`);
		}
	}
	for (const pool of pools) {
		if (usableSeconds(pool, overhead) <= defaultExtra) throw new InputError(`pools: "${pool.name}": ${pool.minutes} minutes are over before a guest could run; at least ${Math.ceil((overhead + defaultExtra) / 60) + 1} are needed.`);
		const reasons = guests.map((guest) => obstacle(guest, pool));
		if (reasons.every((reason) => reason !== void 0)) throw new InputError(`pools: "${pool.name}" can hold no guest of the plan: ${reasons[0]}.`);
		if (!guests.some((guest) => homesOf(guest, pools).pools.includes(pool))) {
			const narrowest = Math.min(...guests.map((guest) => homesOf(guest, pools).cpus));
			throw new InputError(`pools: "${pool.name}" can hold no guest of the plan: it has ${pool.cpus} CPUs, the narrowest guest needs ${narrowest}.`);
		}
	}
}
function splitSamples(guests, pools, overhead, allowed) {
	return guests.flatMap((planned) => {
		const { guest, seconds, extra = defaultExtra, memory, failedLastTime, set, build } = planned;
		const { name, cpus, smp } = guest;
		const able = homesOf(planned, pools).pools;
		const most = Math.max(...able.map((pool) => usableSeconds(pool, overhead))) - extra;
		const samples = Math.max(1, Math.ceil(seconds / Math.max(1, most)));
		if (most < 1 || samples > 1 && !allowed) throw new InputError(`plan: ${guest.name} is to run for ${seconds} s, and the pools that can hold it allow ${Math.max(0, Math.floor(most))} s; choose a shorter duration, allow samples, or give a pool more minutes.`);
		return Array.from({ length: samples }, (_, index) => {
			const own = Math.floor(seconds / samples) + (index < seconds % samples ? 1 : 0);
			const job = {
				guest,
				seconds: own + extra,
				needs: needsOf(planned),
				...memory !== void 0 && { memory },
				...failedLastTime !== void 0 && { failedLastTime }
			};
			const sample = {
				sample: index + 1,
				samples,
				seconds: own
			};
			return {
				job,
				guest: {
					name,
					cpus,
					...smp !== void 0 && smp !== cpus && { smp },
					set,
					build,
					...sample
				}
			};
		});
	});
}

// src/plan/schedule.ts
function behind(jobs, seconds) {
	let [low, high] = [0, jobs.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if ((jobs[middle]?.seconds ?? 0) <= seconds) low = middle + 1;
		else high = middle;
	}
	return low;
}
var Schedule = class {
	#lanes = /* @__PURE__ */ new Map();
	#lengthFactor;
	#machines;
	#widest = /* @__PURE__ */ new Map();
	#cpus;
	#size = 0;
	#area = 0;
	constructor(jobs, machines, lengthFactor = 1) {
		this.#lengthFactor = lengthFactor;
		this.#machines = machines;
		this.#cpus = machines.reduce((sum, { cpus }) => sum + cpus, 0);
		for (const job of jobs.toReversed().sort((a, b) => a.seconds - b.seconds)) this.#put(job);
	}
	get size() {
		return this.#size;
	}
	next(room, prefer) {
		const choice = prefer ? preferred(this.#choose(room), prefer) : this.#choose(room);
		if (!choice) return void 0;
		choice.jobs.splice(choice.index, 1);
		this.#size--;
		this.#area = this.#size === 0 ? 0 : this.#area - choice.lane.cpus * choice.job.seconds;
		return choice.job;
	}
	requeue(job) {
		this.#put(job);
	}
	setMachines(machines) {
		this.#machines = machines;
		this.#cpus = machines.reduce((sum, { cpus }) => sum + cpus, 0);
		const before = this.#widest;
		this.#widest = /* @__PURE__ */ new Map();
		const lanes = [...this.#lanes.values()];
		if (lanes.every((lane) => this.#widestOf(lane.memory, lane.needs) === before.get(shape(lane)))) return;
		this.#lanes.clear();
		this.#size = 0;
		this.#area = 0;
		for (const lane of lanes) for (const job of [...lane.failed, ...lane.others]) this.#put(job);
	}
	waiting() {
		const all = [...this.#lanes.values()];
		const longest = (jobs) => jobs.toReversed().sort((a, b) => b.seconds - a.seconds);
		return [...longest(all.flatMap(({ failed }) => failed)), ...longest(all.flatMap(({ others }) => others))];
	}
	#choose(room) {
		const widthFirst = this.#longest() < this.#lengthFactor * (this.#area / this.#cpus);
		let best;
		for (const lane of this.#lanes.values()) {
			if (lane.cpus > room.free || lane.memory > (room.memory ?? 1e400)) continue;
			if (!needsMet(room.offers, lane.needs)) continue;
			for (const jobs of [lane.failed, lane.others]) {
				const index = room.seconds === void 0 ? jobs.length - 1 : behind(jobs, room.seconds) - 1;
				const job = jobs[index];
				if (!job) continue;
				const candidate = {
					job,
					lane,
					jobs,
					index
				};
				if (!best || before(candidate, best, widthFirst)) best = candidate;
				break;
			}
		}
		return best;
	}
	#longest() {
		let longest = 0;
		for (const { failed, others } of this.#lanes.values()) longest = Math.max(longest, failed.at(-1)?.seconds ?? 0, others.at(-1)?.seconds ?? 0);
		return longest;
	}
	#widestOf(memory, needs) {
		const key = shape({
			memory,
			needs
		});
		const known = this.#widest.get(key);
		if (known !== void 0) return known;
		const widest = widestFor(this.#machines, memory, needs);
		this.#widest.set(key, widest);
		return widest;
	}
	#put(job) {
		const { memory = 0, needs = [] } = job;
		const widest = this.#widestOf(memory, needs);
		const cpus = widest === 0 ? job.guest.cpus : Math.min(job.guest.cpus, widest);
		const key = `${cpus} ${shape({
			memory,
			needs
		})}`;
		let lane = this.#lanes.get(key);
		if (!lane) {
			lane = {
				cpus,
				memory,
				needs,
				failed: [],
				others: []
			};
			this.#lanes.set(key, lane);
		}
		const jobs = job.failedLastTime ? lane.failed : lane.others;
		jobs.splice(behind(jobs, job.seconds), 0, job);
		this.#size++;
		this.#area += cpus * job.seconds;
	}
};
const mostAlike = 256;
function preferred(choice, prefer) {
	if (!choice) return void 0;
	const { jobs, index: first, job: chosen } = choice;
	for (let index = first; index >= 0 && first - index < mostAlike; index--) {
		const job = jobs[index];
		if (job?.seconds !== chosen.seconds) break;
		if (prefer(job)) return {
			...choice,
			job,
			index
		};
	}
	return choice;
}
function shape({ memory, needs }) {
	return `${memory} ${needs.join(" ")}`;
}
function before(a, b, widthFirst) {
	const failed = Number(a.job.failedLastTime ?? false) - Number(b.job.failedLastTime ?? false);
	const width = a.lane.cpus - b.lane.cpus;
	const length = a.job.seconds - b.job.seconds;
	return (failed || (widthFirst ? width || length : length || width)) > 0;
}

// src/plan/simulate.ts
function simulate(jobs, runners, options = {}) {
	const { overhead = 0, closing = 0, lengthFactor, prefer } = options;
	const schedule = new Schedule(jobs, runners.flatMap(({ machines }) => machines), lengthFactor);
	const ends = new TinyQueue([], (a, b) => a.time - b.time);
	const placements = [];
	const states = runners.map(({ machines, limit = 1e400 }, index) => {
		const state = {
			index,
			limit,
			stations: [],
			round: 0,
			begin: 0,
			running: 0
		};
		for (const machine of machines) state.stations.push({
			machine,
			home: state,
			free: machine.cpus,
			memory: machine.memory ?? 1e400
		});
		return state;
	});
	const fill = (station, now) => {
		const { machine, home } = station;
		const start = Math.max(now, home.begin + overhead);
		for (;;) {
			const room = {
				free: station.free,
				memory: station.memory,
				seconds: home.begin + home.limit - closing - start,
				...machine.offers && { offers: machine.offers }
			};
			const job = schedule.next(room, prefer && ((each) => prefer(each, machine)));
			if (!job) return;
			const cpus = Math.min(job.guest.cpus, machine.cpus);
			const end = {
				time: start + job.seconds,
				station,
				job,
				cpus
			};
			station.free -= cpus;
			station.memory -= job.memory ?? 0;
			home.running++;
			ends.push(end);
			placements.push({
				job,
				machine,
				runner: home.index,
				round: home.round,
				start,
				end: end.time
			});
		}
	};
	const begin = (state, now) => {
		state.begin = now;
		for (const station of state.stations) fill(station, now);
	};
	for (const state of states) begin(state, 0);
	let makespan = 0;
	for (let end = ends.pop(); end; end = ends.pop()) {
		const { station, time } = end;
		makespan = time;
		station.free += end.cpus;
		station.memory += end.job.memory ?? 0;
		station.home.running--;
		fill(station, time);
		if (station.home.running === 0 && schedule.size > 0) {
			station.home.round++;
			begin(station.home, time + closing);
		}
	}
	return {
		placements,
		makespan,
		left: schedule.waiting()
	};
}

// src/plan/matrix.ts
const maxMatrixJobs = 256;
function countsOf(pools, maxJobs) {
	const all = pools.reduce((sum, { count }) => sum + count, 0);
	return pools.map(({ count }) => all <= maxJobs ? count : Math.max(1, Math.floor(count * maxJobs / all)));
}
function runnersOf(pools, counts) {
	return pools.flatMap((pool, which) => {
		const offers = [pool.architecture, ...pool.kvm ? ["kvm"] : []];
		const machine = (name) => ({
			name,
			cpus: pool.cpus,
			offers,
			...pool.memory !== void 0 && { memory: pool.memory }
		});
		return Array.from({ length: counts[which] ?? 0 }, (_, index) => ({
			pool,
			limit: pool.minutes * 60,
			machines: pool.systems.length > 0 ? pool.systems.map(machine) : [machine(`${pool.name}-${index + 1}`)]
		}));
	});
}
function fewerRunners(pools, counts, shards, tooMany) {
	let worst;
	for (const [which, pool] of pools.entries()) {
		const count = counts[which] ?? 0;
		const each = shards.filter((shard) => shard.pool === pool.name).length / count;
		const perCpu = each / (pool.cpus * Math.max(1, pool.systems.length));
		if (count > 1 && each > 0 && perCpu > (worst?.perCpu ?? 0)) worst = {
			which,
			each,
			perCpu
		};
	}
	if (!worst) return void 0;
	const { which, each } = worst;
	return counts.map((count, index) => index === which ? Math.max(1, count - Math.ceil(tooMany / Math.max(1, each))) : count);
}
function shardsOf(run, runners, sampled, times) {
	const groups = [...Map.groupBy(run.placements, ({ runner, round }) => `${runner} ${round}`).values()];
	const begins = (placed) => Math.min(...placed.map(({ start }) => start));
	groups.sort((a, b) => begins(a) - begins(b) || (a[0]?.runner ?? 0) - (b[0]?.runner ?? 0));
	const digits = String(groups.length).length;
	return groups.map((placed, index) => {
		const pool = runners[placed[0]?.runner ?? 0]?.pool;
		if (!pool) throw new Error("every placement has a runner");
		const seconds = Math.max(...placed.map(({ end }) => end)) - begins(placed) + times.overhead + times.closing;
		return {
			id: `shard-${String(index + 1).padStart(digits, "0")}`,
			pool: pool.name,
			"runs-on": pool.labels,
			...pool.systems.length > 0 && { systems: pool.systems },
			cpus: pool.cpus,
			guests: placed.flatMap(({ job }) => sampled.get(job) ?? []),
			seconds: Math.ceil(seconds),
			"timeout-minutes": pool.minutes
		};
	});
}
const otherLengthFactors = [
	.5,
	1e400,
	0
];
const goodEnough = 1.03;
function fittingRun(jobs, pools, times, maxJobs, sampled) {
	const all = countsOf(pools, maxJobs);
	const machines = runnersOf(pools, all).flatMap((runner) => runner.machines);
	const bound = jobs.length === 0 ? 0 : lowerBound(jobs, machines) + times.overhead + times.closing;
	let fewest = 1e400;
	for (let counts = all; counts;) {
		const runners = runnersOf(pools, counts);
		const tryRun = (lengthFactor) => {
			const run = simulate(jobs, runners, {
				...times,
				lengthFactor
			});
			if (run.left[0]) throw new Error(`${run.left[0].guest.name} passed the checks and found no place`);
			return {
				run,
				shards: shardsOf(run, runners, sampled, times)
			};
		};
		let best = tryRun(1);
		if (best.shards.length <= maxJobs) {
			for (const lengthFactor of otherLengthFactors) {
				if (best.run.makespan + times.closing <= bound * goodEnough) break;
				const other = tryRun(lengthFactor);
				if (other.shards.length <= maxJobs && other.run.makespan < best.run.makespan) best = other;
			}
			const idle = machines.length - runners.flatMap((runner) => runner.machines).length;
			return {
				...best,
				bound,
				idle
			};
		}
		fewest = Math.min(fewest, best.shards.length);
		counts = fewerRunners(pools, counts, best.shards, best.shards.length - maxJobs);
	}
	throw new InputError(`plan: ${fewest} jobs are needed, and a matrix has at most ${maxJobs}; shorten the duration, run fewer repetitions, or add pools with more CPUs or more minutes.`);
}
function digestOf(value) {
	return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
function planMatrix(options) {
	const { pools, overhead = 60, closing = 120, split = true, maxJobs = 256 } = options;
	const times = {
		overhead,
		closing
	};
	checkFit(options.guests, pools, overhead + closing);
	const guests = splitSamples(options.guests, pools, overhead + closing, split);
	const sampled = new Map(guests.map(({ job, guest }) => [job, guest]));
	const jobs = guests.map(({ job }) => job);
	const { shards, run, bound, idle } = fittingRun(jobs, pools, times, maxJobs, sampled);
	const builds = groupBuilds(options.builds, pools, maxJobs);
	const figures = {
		buildSeconds: builds.seconds,
		runSeconds: jobs.length === 0 ? 0 : Math.ceil(run.makespan + closing),
		bound: Math.ceil(bound),
		machineHours: (shards.reduce((sum, { seconds }) => sum + seconds, 0) + builds.groups.reduce((sum, { seconds }) => sum + seconds, 0)) / 3600,
		tortureHours: options.guests.reduce((sum, { seconds }) => sum + seconds, 0) / 3600,
		runners: new Set(run.placements.map(({ runner }) => runner)).size,
		idle,
		unused: pools.map(({ name }) => name).filter((name) => !shards.some(({ pool }) => pool === name))
	};
	return {
		version: 1,
		digest: digestOf({
			builds: builds.groups,
			shards
		}),
		builds: builds.groups,
		shards,
		figures
	};
}

// src/plan/planFile.ts
const planVersion = 1;
const format = "rcutorture-action plan";
const recipeSchema = object({
	family: string(),
	kind: _enum([
		"guests",
		"builds",
		"allmodconfig",
		"rcu-rust"
	]),
	configs: string(),
	kconfig: string(),
	bootargs: string(),
	kmakeArg: string(),
	memory: string().regex(/^\d+[MG]?$/).optional(),
	seconds: int().nonnegative(),
	mustFail: boolean(),
	refused: string().optional(),
	kernels: record$1(string(), string()).optional()
});
const setSchema = object({
	id: string().regex(/^[A-Za-z0-9][\w-]{0,99}$/),
	suite: string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/),
	variant: _enum(variants),
	architecture: _enum(architectures),
	commit: string().regex(/^[0-9a-f]{40,64}$/).optional(),
	recipe: recipeSchema.optional()
});
const guestSchema = object({
	name: string().regex(/^[A-Z0-9][A-Z0-9_-]*(?:\.[1-9]\d*)?$/),
	cpus: int().positive(),
	smp: int().positive().optional(),
	set: string(),
	build: string(),
	sample: int().positive(),
	samples: int().positive(),
	seconds: int().positive()
});
const placeShape = {
	id: string().regex(/^[a-z]+-\d+$/),
	pool: string(),
	"runs-on": array(string()),
	seconds: number(),
	"timeout-minutes": number()
};
const planSchema = object({
	format: literal(format),
	version: literal(1),
	digest: string().regex(/^[0-9a-f]{64}$/),
	kernel: object({
		commit: string().optional(),
		content: string().optional(),
		describe: string().optional(),
		repository: string().optional(),
		state: _enum([
			"clean",
			"modified",
			"unknown"
		])
	}),
	series: array(object({
		commit: string(),
		describe: string().optional(),
		subject: string()
	})),
	sets: array(setSchema).min(1),
	inputs: record$1(string(), string()),
	baseline: string().optional(),
	builds: array(object({
		...placeShape,
		builds: array(object({
			key: string(),
			scenario: string().regex(/^[A-Z0-9][A-Z0-9_-]*$/),
			set: string()
		}))
	})),
	shards: array(object({
		...placeShape,
		systems: array(string()).optional(),
		cpus: int().positive(),
		guests: array(guestSchema)
	}))
});
function planFile(subject, { builds, shards }) {
	const { kernel, series, sets, inputs, baseline } = subject;
	const plain = JSON.parse(JSON.stringify({
		format,
		version: 1,
		kernel,
		series,
		sets,
		inputs,
		baseline,
		builds,
		shards
	}));
	return planSchema.parse({
		...plain,
		digest: contentDigest(plain)
	});
}
function contentDigest(content) {
	return digestOf(sorted(content));
}
function sorted(value) {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([key, one]) => [key, sorted(one)]));
}
function parsePlan(text, where) {
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		throw new InputError(`plan: ${where} is not a plan (not JSON); give the output or file of mode: plan.`);
	}
	const found = object({
		format: literal(format),
		version: number()
	}).safeParse(json);
	if (!found.success) throw new InputError(`plan: ${where} is not a plan; give the output or file of mode: plan.`);
	if (found.data.version > 1) throw new InputError(`plan: ${where} has version ${found.data.version}, and this program reads up to ${1}; use one version of the action in all jobs.`);
	const parsed = planSchema.safeParse(json);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		throw new InputError(`plan: ${where} is damaged: ${issue?.path.join(".")}: ${issue?.message}.`);
	}
	const { digest, ...content } = json;
	if (contentDigest(content) !== digest) throw new InputError(`plan: ${where} was changed after it was made; plan again.`);
	return parsed.data;
}
function jobOf(jobs, id) {
	const found = jobs.find((job) => job.id === id);
	if (found !== void 0) return found;
	const [first, last] = [jobs.at(0)?.id, jobs.at(-1)?.id];
	const there = first === void 0 ? "it has no such jobs" : `it has ${first} to ${last}`;
	throw new InputError(`shard: the plan has no "${id}"; ${there}.`);
}

// src/stages/prepare/pools/planInputs.ts
function inputsToKeep(inputs) {
	return inputTexts(inputs, shapingInputs);
}
function withPlanInputs(context, plan) {
	const inputs = { ...context.inputs };
	for (const name of shapingInputs) {
		const spec = inputTable[name];
		const planned = parseValue(name, spec, plan.inputs[name]);
		const given = inputText(context.inputs, name);
		if (!(given === defaultText(name)) && given !== textOf$1(planned)) throw new InputError(`${name}: "${given}" contradicts the plan, which was made with "${textOf$1(planned)}"; leave it out here.`);
		inputs[camelCase(name)] = planned;
	}
	checkTexts(inputs);
	return {
		...context,
		inputs
	};
}

// src/stages/prepare/pools/makeTask.ts
function taskOf({ recipe }) {
	const kind = recipe?.kind;
	return kind === "guests" || kind === "builds" ? void 0 : kind;
}
function taskScenario({ id }) {
	return id.toUpperCase();
}
function taskIngredients(task, common) {
	return {
		...common,
		suite: "make",
		scenario: taskScenario(task),
		fragment: "",
		boot: ""
	};
}
function taskKey(task, common) {
	const digest = hash("sha256", JSON.stringify(taskIngredients(task, common)));
	return `make-${task.id}-${digest.slice(0, 32)}`;
}

// src/stages/prepare/pools/shareKernels.ts
function contentOf$1({ ingredients }) {
	const fragment = ingredients.fragment.split(" ").sort().join(" ");
	return JSON.stringify({
		...ingredients,
		fragment
	});
}
__name(contentOf$1, "contentOf");
function shareKernels(sets) {
	const first = /* @__PURE__ */ new Map();
	return sets.map((planned) => ({
		...planned,
		keyed: new Map([...planned.keyed].map(([scenario, one]) => {
			const content = contentOf$1(one);
			const known = first.get(content) ?? one;
			first.set(content, known);
			return [scenario, known];
		}))
	}));
}

// src/stages/prepare/pools/sets.ts
function inputsOfSet(inputs, { suite, variant, recipe }) {
	const both = (given, added) => [given, added].filter(Boolean).join(" ") || void 0;
	return {
		...inputs,
		torture: suite,
		...recipe === void 0 ? {} : {
			kconfig: both(inputs.kconfig, recipe.kconfig),
			kmakeArg: both(inputs.kmakeArg, recipe.kmakeArg),
			trustMake: true
		},
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
const nothing = {
	guests: [],
	keyed: /* @__PURE__ */ new Map()
};
function planSet(inputs, set, { suite, suites, common, machineCpus }) {
	const own = inputsOfSet(inputs, set);
	const bootargs = [inputs.bootargs, set.recipe?.bootargs].filter(Boolean).join(" ");
	const words = set.recipe?.configs.split(" ").filter(Boolean) ?? wordsFor(inputs.configs, suite, suites);
	const { guests } = planGuests({
		suite,
		configs: words.join(" "),
		cpus: 0,
		machineCpus,
		...bootargs === "" ? {} : { bootargs },
		...own.kconfig === void 0 ? {} : { kconfig: own.kconfig }
	});
	const foreign = set.architecture !== machine$2();
	const ingredients = {
		...common,
		architecture: set.architecture,
		...foreign ? {
			compiler: unknownHere,
			linker: unknownHere
		} : {}
	};
	const keyed = [...new Set(guests.map(({ scenario }) => scenario))].flatMap((name) => {
		const scenario = suite.scenarios.get(name);
		if (scenario === void 0) return [];
		const all = ingredientsOf(ingredients, suite, scenario, own);
		return [[name, {
			key: buildKey(all),
			ingredients: all
		}]];
	});
	return {
		guests: set.recipe?.kind === "builds" ? [] : guests,
		keyed: new Map(keyed)
	};
}
function refusedAlone(set, plan) {
	if (set.recipe === void 0) return {
		set,
		...plan()
	};
	if (set.recipe.refused !== void 0) return {
		set,
		...nothing
	};
	try {
		return {
			set,
			...plan()
		};
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return {
			set: {
				...set,
				recipe: {
					...set.recipe,
					refused: error.message
				}
			},
			...nothing
		};
	}
}
async function planSets(context, tree, facts, sets, pools) {
	const { inputs, executor, environment } = context;
	const gather = /* @__PURE__ */ new Map();
	const gathered = (set) => {
		const { kmakeArg = "" } = inputsOfSet(inputs, set);
		const found = gather.get(kmakeArg) ?? gatherIngredients(tree, facts, {
			...inputs,
			kmakeArg
		}, executor, environment.variables);
		gather.set(kmakeArg, found);
		return found;
	};
	const planned = sets.map(async (set) => {
		const own = await gathered(set);
		if ("unknown" in own) throw new InputError(`kernel: ${own.unknown}`);
		const { recipe } = set;
		if (recipe !== void 0 && taskOf(set) !== void 0) {
			const key = {
				key: taskKey(set, own.common),
				ingredients: taskIngredients(set, own.common)
			};
			return {
				set,
				guests: [],
				keyed: new Map(recipe.refused === void 0 ? [[taskScenario(set), key]] : [])
			};
		}
		if (recipe !== void 0 && !tree.suites.includes(set.suite)) {
			const refused = recipe.refused ?? `this kernel tree has no suite ${set.suite}`;
			return {
				set: {
					...set,
					recipe: {
						...recipe,
						refused
					}
				},
				...nothing
			};
		}
		const read = (name) => readSuite(tree.rcutorture, name, set.architecture);
		const names = recipe === void 0 ? sets.map((one) => one.suite) : [set.suite];
		const suites = await Promise.all([...new Set(names)].map(read));
		const suite = suites.find(({ name }) => name === set.suite) ?? await read(set.suite);
		const widest = pools.filter(({ architecture }) => architecture === set.architecture);
		const machineCpus = Math.max(1, ...widest.map(({ cpus }) => cpus));
		return refusedAlone(set, () => planSet(inputs, set, {
			suite,
			suites,
			common: own.common,
			machineCpus
		}));
	});
	return shareKernels(await Promise.all(planned));
}

// src/plan/torture/words.ts
const variable = /\$(?:\{(\w+)\}|(\w+))/g;
function variablesIn(text) {
	return [...text.matchAll(variable)].map(([, braced, bare]) => braced ?? bare ?? "");
}
function substitute(text, variables) {
	return text.replace(variable, (_, braced, bare) => variables[braced ?? bare ?? ""] ?? "");
}
function shellWords(command) {
	const words = [];
	let word;
	let quoted = false;
	for (const character of command) if (character === "\"") {
		quoted = !quoted;
		word ??= "";
	} else if (!quoted && /\s/.test(character)) {
		if (word !== void 0) words.push(word);
		word = void 0;
	} else word = (word ?? "") + character;
	return word === void 0 ? words : [...words, word];
}
function oneLine(text) {
	return text.split(/\s+/).filter(Boolean).join(" ");
}

// src/plan/torture/lockdep.ts
function sumOfProducts(expression, variables) {
	const terms = expression.split("+").map((term) => term.split("*").map((factor) => Number(variables[factor] ?? factor)).reduce((product, factor) => product * factor, 1));
	return String(terms.reduce((sum, term) => sum + term, 0));
}
function combinations(loops) {
	return loops.reduce((all, { variable, values }) => all.flatMap((one) => values.map((value) => ({
		...one,
		[variable]: value
	}))), [{}]);
}
function readSrcuLockdep(text) {
	const calls = [];
	let loops = [];
	let formula;
	const lines = text.split("\n");
	for (const [index, line] of lines.entries()) {
		const [, tabs = "", variable = "", values = ""] = /^(\t*)for (\w+) in (.+)$/.exec(line) ?? [];
		if (variable !== "") loops = [...loops.slice(0, tabs.length), {
			variable,
			values: values.split(" ")
		}];
		if (line === "done") [loops, formula] = [[], void 0];
		formula = /^\t+val=\$\(\(([\w*+]+)\)\)$/.exec(line)?.[1] ?? formula;
		const args = /^\t+\S*bin\/kvm\.sh (.*?)(?: > .*)?$/.exec(line)?.[1];
		if (args === void 0) continue;
		const expectation = lines.slice(index, lines.indexOf("done", index)).flatMap((one) => {
			const found = /^\t+if test "\$(\w+)" (=|-ne) (\S+) && test "\$ret" -eq 0$/.exec(one);
			return found ? [found] : [];
		})[0];
		for (const variables of combinations(loops)) {
			const name = formula === void 0 ? variables.val ?? "" : sumOfProducts(formula, variables);
			const [, tested = "", operator, value] = expectation ?? [];
			const equal = variables[tested] === value;
			calls.push({
				name,
				args: shellWords(args).map((word) => substitute(word, {
					...variables,
					val: name
				})),
				mustFail: expectation !== void 0 && (operator === "=" ? equal : !equal)
			});
		}
	}
	return calls;
}

// src/plan/torture/script.ts
const match = (text, pattern) => pattern.exec(text)?.[1];
function blocks(text) {
	const found = /* @__PURE__ */ new Map();
	let family;
	let primitives;
	for (const line of text.split("\n")) {
		const guard = match(line, /^if test "\$do_(\w+)" = "?yes"?$/);
		if (guard !== void 0) family = guard;
		else if (line === "fi" || line === "done") family = void 0;
		else if (line === "for prim in $primlist") family = primitives;
		else if (family !== void 0) found.set(family, [...found.get(family) ?? [], line]);
		if (line.includes("primlist=") && family !== void 0 && line.includes("grep")) primitives = family;
	}
	return found;
}
function callsOf(lines) {
	const calls = [];
	let bootargs = "";
	let without = [];
	for (const line of lines) {
		const off = match(line, /^\tif test "\$do_(\w+)" != "yes"$/);
		if (off !== void 0) without = [off];
		if (line === "	fi") without = [];
		const given = match(line, /^\t+torture_bootargs=(.*)$/);
		if (given !== void 0) bootargs = shellWords(given).join(" ");
		const [, command, rest = ""] = /^\t+(torture_set .*?|\S*)\S*bin\/kvm\.sh (.*)$/.exec(line) ?? [];
		if (command === void 0) continue;
		const flavor = shellWords(command)[1] ?? "";
		calls.push({
			flavor,
			bootargs,
			args: shellWords(rest.replace(/ > \S+.*$/, "")),
			without
		});
	}
	return calls;
}
function readTortureScript(text) {
	const defaults = [...text.matchAll(/^do_(\w+)=(yes|no|"\$\{ifnotaarch64\}")/gm)];
	const number = (name, otherwise) => Number(match(text, new RegExp(`^${name}=(\\d+)$`, "m")) ?? otherwise);
	const memory = /^\tscfmem=\$\(\((\d+)\+\w+\/(\d+)\)\)$/m.exec(text);
	return {
		families: new Map(defaults.map(([, name = "", value]) => [name, value !== "no"])),
		calls: new Map([...blocks(text)].map(([family, lines]) => [family, callsOf(lines)])),
		kcsanKconfig: match(text, /torture_one "\$@" --kconfig "([^"]*)" .*--kcsan$/m) ?? "",
		readerState: match(text, /^\t+chk_rdr_state="([^"]+)"$/m) ?? "",
		kcsanExpert: match(text, /^\tkcsan_expert="([^"]+)"$/m) ?? "",
		minutes: number("duration_base", 10),
		tenths: Object.fromEntries([
			"rcutorture",
			"locktorture",
			"scftorture"
		].map((suite) => [suite, number(`duration_${suite}_frac`, 0)])),
		scfMemory: memory ? {
			base: Number(memory[1]),
			divisor: Number(memory[2])
		} : void 0,
		notOnArm: new Set(defaults.filter(([, , value]) => value?.startsWith("\"")).map(([, name = ""]) => name)),
		tasksFlavors: (match(text, /^\tfor flavor in ((?:CONFIG_\w+ ?)+)$/m) ?? "").split(" ").filter(Boolean)
	};
}

// src/kernel/torture.ts
function primitivesIn(source) {
	return [...source.matchAll(/\.name[ \t]*=\s*"([^"]*)"/g)].map(([, name = ""]) => name);
}
const textOf = (path) => readFile(path, "utf8").catch(() => void 0);
async function readTorture(tree) {
	const source = (name) => textOf(join(tree.path, "kernel/rcu", name));
	const [script, lockdep = "", refscale = "", rcuscale = ""] = await Promise.all([
		textOf(join(tree.rcutorture, "bin/torture.sh")),
		textOf(join(tree.rcutorture, "bin/srcu_lockdep.sh")),
		source("refscale.c"),
		source("rcuscale.c")
	]);
	if (script === void 0) return void 0;
	return {
		script: readTortureScript(script),
		lockdep: readSrcuLockdep(lockdep),
		primitives: {
			refscale: primitivesIn(refscale),
			rcuscale: primitivesIn(rcuscale)
		}
	};
}

// src/plan/torture/arguments.ts
function secondsOf(text) {
	const [, number = "0", unit = ""] = /^(\d+)([smhd]?)$/.exec(text) ?? [];
	return Number(number) * {
		s: 1,
		"": 60,
		m: 60,
		h: 3600,
		d: 86400
	}[unit];
}
function readKvmArguments(args) {
	const lists = {};
	for (const [index, word] of args.entries()) {
		if (!word.startsWith("--")) continue;
		const name = word.replace(/^--(config|kconfig|bootarg|kmake-arg)s$/, "--$1");
		lists[name] = [...lists[name] ?? [], args[index + 1] ?? ""];
	}
	const joined = (name) => oneLine((lists[name] ?? []).join(" "));
	const last = (name) => lists[name]?.at(-1);
	const [memory, duration] = [last("--memory"), last("--duration")];
	return {
		suite: last("--torture") ?? "rcu",
		configs: joined("--config"),
		kconfig: joined("--kconfig"),
		bootargs: joined("--bootarg"),
		kmakeArg: joined("--kmake-arg"),
		...memory === void 0 ? {} : { memory },
		...duration === void 0 ? {} : { seconds: secondsOf(duration) },
		kasan: "--kasan" in lists,
		kcsan: "--kcsan" in lists,
		buildOnly: "--buildonly" in lists
	};
}

// src/plan/torture/scale.ts
function scaleCpus(cpus, limit) {
	const atLeastTwo = (number) => number < 2 ? 0 : number;
	if (limit !== void 0 && limit <= Math.floor(cpus / 2)) return {
		scale: limit,
		verbose: atLeastTwo(Math.floor(limit / 8))
	};
	return {
		scale: Math.max(1, Math.floor(cpus / 2)),
		verbose: atLeastTwo(Math.floor(cpus / 16))
	};
}

// src/plan/torture/selection.ts
const variantWords = [
	"normal",
	"kasan",
	"kcsan"
];
const wordOf = (family) => family.replaceAll("_", "-");
const everKnown = [...[
	"allmodconfig",
	"clocksourcewd",
	"kvfree",
	"locktorture",
	"rcu-rust",
	"rcuscale",
	"rcutasksflavors"
], ...[
	"rcutorture",
	"refscale",
	"rt",
	"scftorture",
	"srcu-lockdep",
	...variantWords
]];
function parseWord(text) {
	const [, sign = "", name = ""] = /^([+-]?)(?:do-)?(.*)$/.exec(text) ?? [];
	return {
		text,
		sign,
		name
	};
}
function check(words, known, ids) {
	const wrong = words.find(({ name }) => !known.includes(name) && !ids.has(name) && !["all", "none"].includes(name));
	if (wrong !== void 0) throw new InputError(`torture-sets: "${wrong.text}" is not a set; there are ${known.toSorted().join(", ")}, all, none, and single sets as mode plan lists them.`);
	const signed = words.find(({ sign, name }) => sign !== "" && ["all", "none"].includes(name));
	if (signed !== void 0) throw new InputError(`torture-sets: "${signed.text}" takes no sign; write ${signed.name}.`);
	for (const { name, sign, text } of words) {
		const other = words.find((word) => word.name === name && word.sign === "-" !== (sign === "-"));
		if (other !== void 0) throw new InputError(`torture-sets: "${text}" and "${other.text}" contradict each other; give one.`);
	}
	if (words.some(({ name }) => name === "all") && words.some(({ name }) => name === "none")) throw new InputError("torture-sets: \"all\" and \"none\" contradict each other; give one.");
}
function selectFamilies(words, { families }, ids = /* @__PURE__ */ new Set()) {
	const parsed = words.map(parseWord);
	const own = [...families].map(([family, on]) => [wordOf(family), on]);
	const hasNormal = families.has("normal");
	const known = /* @__PURE__ */ new Set([...everKnown, ...own.map(([name]) => name)]);
	check(parsed, [...known], ids);
	const has = (name) => parsed.some((word) => word.name === name);
	const none = has("none") || !has("all") && parsed.some(({ sign }) => sign === "");
	const all = own.map(([name]) => name).filter((name) => name !== "rcu-rust");
	const first = none ? [] : has("all") ? all : own.filter(([, on]) => on).map(([name]) => name);
	const on = new Set(first);
	if (!hasNormal) on.add("normal");
	const single = /* @__PURE__ */ new Map();
	for (const { name, sign } of parsed) if (!known.has(name) && ids.has(name)) single.set(name, sign !== "-");
	else if (sign === "-") on.delete(name);
	else if (name !== "all" && name !== "none") on.add(name);
	const normalOff = parsed.some(({ name, sign }) => name === "normal" && sign === "-");
	if (!variantWords.some((name) => on.has(name))) {
		if (normalOff) throw new InputError("torture-sets: \"-normal\" leaves no kernel at all; add kasan or kcsan, or leave it out.");
		on.add("normal");
	}
	if (single.size === 0 && ![...on].some((name) => !variantWords.includes(name))) throw new InputError(`torture-sets: "${words.join(" ")}" leaves no set; name one of ${all.filter((name) => !variantWords.includes(name)).join(", ")}.`);
	const asked = parsed.filter(({ sign }) => sign !== "-").map(({ name }) => name);
	return {
		on,
		asked: new Set(asked),
		single
	};
}

// src/plan/torture/runs.ts
const minute = 60;
function apportion(seconds, tenths) {
	return seconds % minute === 0 && seconds >= 600 ? Math.floor(seconds / minute * tenths / 10) * minute : Math.max(1, Math.floor(seconds * tenths / 10));
}
function valuesOf({ script }, options) {
	const { scale, verbose } = scaleCpus(options.cpus, options.guestCpuLimit);
	const time = options.seconds ?? script.minutes * minute;
	const arm = options.architecture === "aarch64";
	const durations = Object.entries(script.tenths).map(([suite, tenths]) => [`duration_${suite}`, apportion(time, tenths)]);
	const { base = 0, divisor = 1 } = script.scfMemory ?? {};
	return {
		seconds: Object.fromEntries(durations),
		shell: {
			SCALE_ALLOTED_CPUS: String(scale),
			HALF_ALLOTED_CPUS: String(scale),
			VERBOSE_BATCH_CPUS: String(verbose),
			scfmem: String(base + Math.floor(scale / divisor)),
			kcsan_expert: arm ? script.kcsanExpert : "",
			...Object.fromEntries(durations.map(([name, seconds]) => [name, `${seconds}s`])),
			...Object.fromEntries(Object.entries(options.configs).map(([suite, configs]) => [`configs_${suite}`, configs || "CFLIST"]))
		}
	};
}
const noRun = {
	suite: "rcu",
	variant: "plain",
	configs: "",
	kconfig: "",
	bootargs: "",
	kmakeArg: "",
	seconds: 0,
	mustFail: false
};
function runOf(family, call, variables, mustFail = false) {
	const unknown = [
		call.flavor,
		call.bootargs,
		...call.args
	].flatMap(variablesIn).find((name) => !(name in variables) && name !== "ds");
	const given = readKvmArguments(call.args.map((word) => substitute(word, variables)));
	const { buildOnly, kasan: _, kcsan: __, seconds = 1800, memory, ...rest } = given;
	return {
		...noRun,
		...rest,
		id: substitute(call.flavor, variables),
		family: wordOf(family),
		kind: buildOnly ? "builds" : "guests",
		...memory === void 0 ? {} : { memory },
		seconds: buildOnly ? 0 : seconds,
		bootargs: oneLine(`${given.bootargs} ${substitute(call.bootargs, variables)}`),
		mustFail,
		...unknown === void 0 ? {} : { refused: `this tree's torture.sh sets $${unknown}, which is not understood` }
	};
}
function variantsOf$1(run, facts, options, on) {
	const { script } = facts;
	const arm = options.architecture === "aarch64";
	const kcsan = substitute(script.kcsanKconfig, {
		kcsan_expert: arm ? script.kcsanExpert : "",
		chk_rdr_state: run.id === "rcutorture" ? script.readerState : ""
	});
	return [
		...on.has("normal") ? [run] : [],
		...on.has("kasan") ? [{
			...run,
			id: `${run.id}-kasan`,
			variant: "kasan"
		}] : [],
		...on.has("kcsan") ? [{
			...run,
			id: `${run.id}-kcsan`,
			variant: "kcsan",
			kconfig: oneLine(`${run.kconfig} ${kcsan}`),
			kmakeArg: oneLine(`${run.kmakeArg} ${options.kcsanKmakeArg ?? ""}`)
		}] : []
	];
}
__name(variantsOf$1, "variantsOf");
function tasksRuns(family, call, flavors, values) {
	return flavors.map((flavor) => {
		const others = flavors.filter((one) => one !== flavor).map((one) => `#CHECK#${one}=n`);
		const variables = {
			...values.shell,
			flavor,
			forceflavor: flavor.replace(/^CONFIG/, "CONFIG_FORCE"),
			deselectedflavors: others.join(" ")
		};
		const id = `rcutasksflavors-${flavor.replace(/^CONFIG_/, "").toLowerCase()}`;
		return {
			...runOf(family, {
				...call,
				flavor: id
			}, variables),
			id
		};
	});
}
function runsOf(family, facts, options, on, values) {
	const { script, lockdep, primitives } = facts;
	const calls = script.calls.get(family) ?? [];
	const id = wordOf(family);
	if (id === "allmodconfig" || id === "rcu-rust") return [{
		...noRun,
		id,
		family: id,
		kind: id
	}];
	if (id === "srcu-lockdep") return lockdep.map(({ name, args, mustFail }) => runOf(family, {
		flavor: `srcu-lockdep-${name}`,
		bootargs: "",
		args
	}, {}, mustFail));
	if (id === "rcutasksflavors") return calls.flatMap((call) => tasksRuns(family, call, script.tasksFlavors, values));
	return (id === "refscale" || id === "rcuscale" ? primitives[id] : [""]).flatMap((prim) => calls.filter(({ without }) => !without.some((other) => on.has(wordOf(other)))).flatMap((call) => variantsOf$1(runOf(family, call, {
		...values.shell,
		...prim === "" ? {} : { prim }
	}), facts, options, on)));
}
function refusalOf(name, facts, architecture) {
	const family = [...facts.script.families.keys()].find((one) => wordOf(one) === name);
	if (family === void 0) return "this tree's torture.sh does not have it";
	if (architecture === "aarch64" && facts.script.notOnArm.has(family)) return `torture.sh has it not on ${architecture}`;
	return "nothing in this tree's torture.sh says what it does";
}
function familyRuns(facts, options, { on, asked }) {
	const { script } = facts;
	const { architecture } = options;
	const values = valuesOf(facts, options);
	const order = [...script.calls.keys()];
	const places = new Map(order.map((family, place) => [wordOf(family), place]));
	return [...on].filter((name) => !variantWords.includes(name)).toSorted((a, b) => (places.get(a) ?? order.length) - (places.get(b) ?? order.length)).flatMap((name) => {
		const family = order[places.get(name) ?? -1];
		const left = architecture === "aarch64" && family !== void 0 && script.notOnArm.has(family);
		if (left && !asked.has(name)) return [];
		const runs = family === void 0 || left ? [] : runsOf(family, facts, options, on, values);
		if (runs.length > 0) return runs;
		const refused = refusalOf(name, facts, architecture);
		return [{
			...noRun,
			id: name,
			family: name,
			kind: "guests",
			refused
		}];
	});
}
function tortureRuns(facts, options) {
	const all = familyRuns(facts, options, {
		on: /* @__PURE__ */ new Set([...variantWords, ...[...facts.script.families.keys()].map(wordOf)]),
		asked: /* @__PURE__ */ new Set()
	});
	const ids = new Set(all.map(({ id }) => id));
	const { on, asked, single } = selectFamilies(options.words, facts.script, ids);
	const chosen = familyRuns(facts, options, {
		on,
		asked
	});
	if (single.size === 0) return chosen;
	const wanted = new Set(chosen.map(({ id }) => id));
	return [...all.filter(({ id }) => single.get(id) ?? wanted.has(id)), ...chosen.filter(({ id }) => !ids.has(id))];
}

// src/stages/prepare/pools/tortureSets.ts
const tortureWord = "torture";
function asksForTorture({ inputs }) {
	return inputs.suites.includes(tortureWord);
}
function setOf(run, architecture, several) {
	const { id, suite, variant, ...recipe } = run;
	return {
		id: several ? `${id}-${architecture}` : id,
		suite,
		variant,
		architecture,
		recipe
	};
}
function withoutScript(architecture, version) {
	return {
		id: "torture",
		suite: "rcu",
		variant: "plain",
		architecture,
		recipe: {
			family: "torture",
			kind: "guests",
			configs: "",
			kconfig: "",
			bootargs: "",
			kmakeArg: "",
			seconds: 0,
			mustFail: false,
			refused: `Linux ${version} has no torture.sh (it came with 5.12)`
		}
	};
}
async function tortureSets({ inputs }, tree, pools) {
	const facts = await readTorture(tree);
	const architectures = [...new Set(pools.map(({ architecture }) => architecture))];
	return architectures.flatMap((architecture) => {
		if (facts === void 0) return [withoutScript(architecture, tree.version)];
		const own = pools.filter((pool) => pool.architecture === architecture);
		return tortureRuns(facts, {
			words: inputs.tortureSets,
			seconds: inputs.duration,
			cpus: Math.max(...own.map(({ cpus }) => cpus)),
			guestCpuLimit: inputs.guestCpuLimit,
			architecture,
			configs: {
				rcutorture: inputs.configsRcutorture.join(" "),
				locktorture: inputs.configsLocktorture.join(" "),
				scftorture: inputs.configsScftorture.join(" ")
			},
			kcsanKmakeArg: inputs.kcsanKmakeArg
		}).map((run) => setOf(run, architecture, architectures.length > 1));
	});
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
function renderBasis(known, missing) {
	if (known === missing) return "Times of builds are those of earlier runs.";
	const guess = `about ${usualBuild / 60} min for a defconfig kernel on 4 CPUs`;
	return known === 0 ? `Times of builds: no history, ${guess}.` : `Times of builds: ${known} as in earlier runs, the others ${guess}.`;
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
async function readWhole(store, key) {
	const folder = await mkdtemp(join(tmpdir(), "rcutorture-verify-"));
	const { over } = mortal({ folder });
	try {
		return await store.fetch(key, join(folder, "entry"));
	} finally {
		await rm$1(folder, {
			recursive: true,
			force: true
		});
		over();
	}
}
async function missingBuilds({ ui, environment }, store, planned, expected) {
	const limit = pLimit(8);
	const wanted = planned.flatMap(({ set, keyed }) => [...keyed].map(([scenario, one]) => ({
		set,
		scenario,
		...one
	})));
	const byKey = /* @__PURE__ */ new Map();
	for (const one of wanted) if (!byKey.has(one.key)) byKey.set(one.key, one);
	const look = (key) => environment.attempt > 1 ? readWhole(store, key) : store.lookup(key);
	const missing = (await Promise.all([...byKey.values()].map((one) => limit(async () => ({
		one,
		found: await look(one.key)
	}))))).filter(({ found }) => found.outcome !== "hit").map(({ one }) => one);
	const known = missing.filter(({ set, scenario }) => expected.get(nameInPlan(set, scenario))?.buildSeconds);
	const times = missing.length === 0 ? "" : ` ${renderBasis(known.length, missing.length)}`;
	ui.info(`Kernels: ${byKey.size}, of which the ${store.name} store has ${byKey.size - missing.length}.${times}`);
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
		seconds: set.recipe?.seconds ?? inputs.duration ?? 1800,
		memory: memoryOf(set.recipe?.memory ?? inputs.memory, set.variant),
		architecture: set.architecture,
		...inputs.accel === "kvm" ? { kvm: true } : {},
		...extraOf(expected.get(nameInPlan(set, guest.scenario)) ?? { failedLastTime: false })
	})));
}
function contentOf(planned) {
	const [first] = planned.flatMap(({ keyed }) => [...keyed.values()]);
	return first?.ingredients.tree;
}
function withKernels({ set, guests, keyed }) {
	if (set.recipe === void 0 || guests.length > 0) return set;
	const kernels = Object.fromEntries([...keyed].map(([scenario, { key }]) => [scenario, key]));
	return {
		...set,
		recipe: {
			...set.recipe,
			kernels
		}
	};
}
async function askedPlan(context, pools) {
	const { inputs, executor, environment, ui } = context;
	const path = resolve(environment.workspace, inputs.kernel);
	const tree = await openKernelTree(path);
	const facts = await readGitFacts(tree.path, executor);
	const series = await resolveCommits(tree.path, inputs.commits, executor);
	const planned = await allSets(context, facts, series, asksForTorture(context) ? await tortureSets(context, tree, pools) : setsOf({
		commits: series.map(({ commit }) => commit),
		suites: inputs.suites.length > 0 ? inputs.suites : [inputs.torture],
		variants: variantsOf(context),
		architectures: [...new Set(pools.map(({ architecture }) => architecture))]
	}), pools);
	const sets = planned.map(withKernels);
	for (const { id, recipe } of sets) if (recipe?.refused !== void 0) ui.warning(`${id} will not run: ${recipe.refused}.`);
	ui.info(`Linux ${tree.version}: sets ${sets.length}, guests ${planned.reduce((n, { guests }) => n + guests.length, 0)}.`);
	return {
		tree: path,
		facts,
		series,
		sets,
		planned
	};
}
async function planPools(context, store, { facts, series, sets, planned, baseline }, pools, expected) {
	const { inputs, environment } = context;
	const builds = await missingBuilds(context, store, planned, expected);
	const plan = planMatrix({
		guests: matrixGuests(context, planned, expected),
		builds,
		pools
	});
	const { commit, describe, repository = environment.repository, state } = facts;
	const content = facts.treeId === void 0 ? contentOf(planned) : void 0;
	return {
		plan,
		file: planFile({
			kernel: {
				...commit && { commit },
				...content && { content },
				...describe && { describe },
				...repository && { repository },
				state
			},
			series: series.map(({ treeId: _, ...one }) => one),
			sets,
			inputs: inputsToKeep(inputs),
			...baseline === void 0 ? {} : { baseline }
		}, plan)
	};
}

// src/stages/prepare/pools/planOnOne.ts
async function planOnOne(context, store, place) {
	const pool = onePool(place);
	const asked = await askedPlan(context, [pool]);
	const { file: plan, plan: matrix } = await planPools(context, store, asked, [pool], /* @__PURE__ */ new Map());
	for (const line of renderSets(plan, matrix.figures)) context.ui.info(line);
	return {
		plan,
		figures: matrix.figures,
		tree: asked.tree
	};
}

// src/handoff/bundle.ts
function planKey(digest) {
	return `${planPrefix}${digest}`;
}
function bundlePrefix({ digest }, { variables }) {
	return `${planPrefix}${digest.slice(0, 16)}.${variables.GITHUB_RUN_ID || "local"}-`;
}
function bundleKey(plan, environment, name) {
	return `${bundlePrefix(plan, environment)}${name.id}-${name.attempt}`;
}
function bundleName(prefix, key) {
	const [, id, attempt] = /^([a-z]+-\d+)-(\d+)$/.exec(key.slice(prefix.length)) ?? [];
	return key.startsWith(prefix) && id !== void 0 ? {
		id,
		attempt: Number(attempt)
	} : void 0;
}
async function keepBundle(store, key, directory, files) {
	const manifest = await createManifest(directory, files.map((path) => ({ path })), {
		key,
		scenario: key.slice(planPrefix.length),
		provenance: {
			toolchain: {},
			ingredients: {}
		}
	});
	return await store.save({
		directory,
		manifest
	});
}
async function withBundle(store, key, use) {
	const folder = await mkdtemp(join(tmpdir(), "rcutorture-bundle-"));
	try {
		const fetched = await store.fetch(key, folder);
		if (fetched.outcome !== "hit") return {
			reason: fetched.reason,
			damaged: fetched.outcome === "corrupt"
		};
		return { value: await use(folder) };
	} finally {
		await rm$1(folder, {
			recursive: true,
			force: true
		});
	}
}
async function filesBelow(folder) {
	return (await readdir$1(folder, {
		recursive: true,
		withFileTypes: true
	})).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

// src/handoff/builtRecord.ts
const builtSchema = object({
	planned: string(),
	set: string(),
	result: buildResultSchema
});
const recordSchema = object({
	plan: string(),
	builds: array(builtSchema)
});
const file$1 = "built.json";
async function keepBuilt({ environment }, store, plan, id, builds) {
	const folder = await mkdtemp(join(tmpdir(), "rcutorture-built-"));
	try {
		await writeFile(join(folder, file$1), JSON.stringify({
			plan: plan.digest,
			builds
		}));
		const key = bundleKey(plan, environment, {
			id,
			attempt: environment.attempt
		});
		const saved = await keepBundle(store, key, folder, [file$1]);
		if (saved.outcome !== "saved" && saved.outcome !== "present") throw new InfrastructureError(`The plan's other jobs cannot be told of these builds: ${saved.reason}`);
	} finally {
		await rm$1(folder, {
			recursive: true,
			force: true
		});
	}
}
async function builtSoFar({ environment, ui }, store, plan) {
	const prefix = bundlePrefix(plan, environment);
	const names = ((plan.builds.length === 0 ? [] : await store.records?.(`${prefix}build-`)) ?? []).flatMap((key) => bundleName(prefix, key) ?? []).sort((a, b) => a.attempt - b.attempt);
	const built = /* @__PURE__ */ new Map();
	for (const name of names) {
		const fetched = await withBundle(store, bundleKey(plan, environment, name), async (folder) => recordSchema.safeParse(JSON.parse(await readFile(join(folder, file$1), "utf8"))));
		const record = "value" in fetched && fetched.value.success ? fetched.value.data : void 0;
		if (record?.plan !== plan.digest) {
			ui.warning(`${name.id}: what it built cannot be read; its kernels are looked up by the plan.`);
			continue;
		}
		for (const one of record.builds) built.set(one.planned, one);
	}
	return built;
}

// src/handoff/planStore.ts
const file = "plan.json";
const renderPlanFile = (plan) => `${JSON.stringify(plan, null, 1)}\n`;
async function keepPlan(store, plan) {
	const folder = await mkdtemp(join(tmpdir(), "rcutorture-plan-"));
	try {
		await writeFile(join(folder, file), renderPlanFile(plan));
		const saved = await keepBundle(store, planKey(plan.digest), folder, [file]);
		if (saved.outcome !== "saved" && saved.outcome !== "present") throw new InfrastructureError(`The plan cannot be kept for its jobs: ${saved.reason}`);
	} finally {
		await rm$1(folder, {
			recursive: true,
			force: true
		});
	}
}
async function openPlan({ inputs, environment }, store) {
	const given = inputs.plan ?? "";
	if (!/^[0-9a-f]{64}$/.test(given)) {
		const text = await readFile(resolve(environment.workspace, given), "utf8").catch(() => void 0);
		if (text !== void 0) return parsePlan(text, `"${given}"`);
		throw new InputError(`plan: "${given}" is neither a file nor a digest; give the output "plan" of the job that planned.`);
	}
	const fetched = await withBundle(store, planKey(given), async (folder) => parsePlan(await readFile(join(folder, file), "utf8"), `the plan ${given.slice(0, 16)}`));
	if ("value" in fetched && fetched.value.digest === given) return fetched.value;
	const reason = "reason" in fetched ? fetched.reason : "another plan has its place";
	throw new InfrastructureError(`The plan ${given.slice(0, 16)} is not in the ${store.name} store: ${reason}.`);
}

// src/kernel/makeTask.ts
const rustTools = [
	"rustc",
	"bindgen",
	"clang",
	"ld.lld"
];
const complaint = /Stop|ERROR|Error|error:|warning:/;
function stepsOf(task, script) {
	const make = (name, ...args) => ({
		name,
		argv: ["make", ...args]
	});
	if (task === "allmodconfig") {
		const jobs = `-j${cpus().length * 2}`;
		return [
			make("make clean", jobs, "clean"),
			make("make allmodconfig", jobs, "allmodconfig"),
			make("make", jobs)
		];
	}
	const kunit = /^\t+(\.\/tools\/testing\/kunit\/kunit\.py run .*?) >>/m.exec(script)?.[1] ?? "";
	const [program = "kunit.py", ...args] = shellWords(kunit);
	return [
		make("make rustavailable", "LLVM=1", "rustavailable"),
		make("make mrproper", "mrproper"),
		{
			name: "kunit.py",
			argv: [program, ...args]
		}
	];
}
async function missingTools(task, path) {
	const wanted = task === "rcu-rust" ? rustTools : [];
	const found = await Promise.all(wanted.map((name) => findProgram(name, path)));
	return wanted.filter((_, i) => found[i] === void 0);
}
async function runMakeTask(tree, task, environment) {
	const { runner, path, signal, folder } = environment;
	const script = await readFile(join(tree.rcutorture, "bin/torture.sh"), "utf8");
	const missing = await missingTools(task, path);
	if (missing.length > 0) return {
		status: "skipped",
		reason: `it needs ${missing.join(", ")}, missing here`,
		diagnostics: []
	};
	await mkdir$1(folder, { recursive: true });
	const out = join(folder, "Make.out");
	const log = createWriteStream(out);
	const listeners = {
		stdout: (chunk) => void log.write(chunk),
		stderr: (chunk) => void log.write(chunk)
	};
	let failed;
	try {
		for (const { name, argv } of stepsOf(task, script)) {
			log.write(` --- ${name}\n`);
			const command = {
				argv,
				cwd: tree.path,
				env: {
					PATH: path,
					...trustTree(tree.path)
				}
			};
			const status = await runner.run(command, listeners, signal);
			if (signal?.aborted) return {
				status: "skipped",
				reason: "it was stopped",
				diagnostics: []
			};
			if (status !== 0) {
				failed = `${name} ended with status ${status}; see ${out}`;
				break;
			}
		}
	} finally {
		log.end();
		await finished(log);
	}
	const text = await readFile(out, "utf8");
	const strict = task === "allmodconfig" && /retcode=99/.test(script);
	if (failed === void 0 && strict && complaint.test(text)) failed = `make complained; see ${out}`;
	if (failed === void 0) return {
		status: "built",
		diagnostics: []
	};
	return {
		status: "failed",
		reason: failed,
		diagnostics: buildDiagnostics(text, tree.path)
	};
}

// src/stages/prepare/pools/buildSets.ts
async function checkTree(plan, set, tree, facts, executor) {
	const { commit, content } = plan.kernel;
	const wanted = set.commit ?? commit;
	if (wanted !== void 0 && facts.commit !== wanted) throw new InputError(`kernel "${tree.path}": is at ${facts.commit ?? "no commit"}, and the plan is of ${wanted}; check that out.`);
	if (content !== void 0 && await contentId(tree.path, executor) !== content) throw new InputError(`kernel "${tree.path}": its files are not those that were planned with; unpack the same sources here.`);
}
async function buildSet(context, plan, set, wanted, store, name, trusted = !again(context)) {
	const { environment, executor, ui, signal } = context;
	const inputs = inputsOfSet(context.inputs, set);
	const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
	await using _lock = set.commit === void 0 ? void 0 : await lockTree(tree, {
		info: (line) => ui.info(line),
		signal,
		killPrevious: context.inputs.killPrevious
	});
	const before = await readGitFacts(tree.path, executor);
	await using _checkedOut = set.commit === void 0 ? void 0 : await checkOut(tree, before, set.commit, executor);
	const facts = set.commit === void 0 ? before : await readGitFacts(tree.path, executor);
	await checkTree(plan, set, tree, facts, executor);
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
	const there = !trusted ? [] : await storedMeanwhile(here, jobFor(names), facts, store);
	const missing = names.filter((name) => !there.some(({ scenario }) => scenario === name));
	const report = missing.length === 0 ? {
		builds: [],
		infrastructure: [],
		rundir: void 0
	} : await buildMissing(here, jobFor(missing), facts, store, name, set.id);
	const built = [...there, ...report.builds].flatMap((result) => {
		const planned = wanted.find(({ scenario }) => scenario === result.scenario)?.key;
		if (planned === void 0) return [];
		if (result.key !== void 0 && result.key !== planned) ui.info(`${result.scenario}: the tools here are not those of the machine that planned; kept as ${result.key}`);
		return [{
			planned,
			set: set.id,
			result
		}];
	});
	const { infrastructure, rundir } = report;
	return {
		built,
		infrastructure,
		...rundir === void 0 ? {} : { rundir }
	};
}
function again({ environment }) {
	return environment.attempt > 1;
}
async function buildHere(context, plan, wanted, store) {
	const { ui, signal } = context;
	const all = /* @__PURE__ */ new Map();
	const stamp = datestamp(/* @__PURE__ */ new Date());
	for (const [setId, some] of Map.groupBy(wanted, ({ set }) => set)) {
		const set = plan.sets.find((one) => one.id === setId);
		if (set === void 0 || signal.aborted) continue;
		const names = some.map(({ scenario }) => scenario).join(" ");
		try {
			const { built, rundir } = await buildSet({
				...context,
				inputs: {
					...context.inputs,
					rundir: void 0,
					datestamp: void 0
				}
			}, plan, set, some, store, `${stamp}-shard-${setId}`, false);
			for (const { planned, result } of built) if (rundir !== void 0) all.set(planned, {
				result,
				folder: join(rundir, result.scenario)
			});
		} catch (error) {
			if (!(error instanceof InputError || error instanceof InfrastructureError)) throw error;
			ui.warning(`${names}: cannot be built here: ${error.message}`);
		}
	}
	return all;
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
const unbuilt = (scenario, reason) => ({
	scenario,
	status: "skipped",
	reason,
	diagnostics: [],
	configErrors: []
});
function withoutTools(set, wanted, reason) {
	return {
		built: wanted.map(({ key, scenario }) => ({
			planned: key,
			set: set.id,
			result: unbuilt(scenario, reason)
		})),
		infrastructure: [`${set.id}: ${reason}`]
	};
}
async function doTask(context, task, set, wanted, name) {
	const { inputs, environment, buildRunner: runner, ui, signal } = context;
	const tree = await openKernelTree(resolve(environment.workspace, inputs.kernel));
	await using _lock = await lockTree(tree, {
		info: (line) => ui.info(line),
		signal
	});
	const folder = join(tree.rcutorture, "res", name);
	const path = environment.variables.PATH ?? "";
	const report = await runMakeTask(tree, task, {
		runner,
		path,
		signal,
		folder
	});
	const reason = report.reason === void 0 ? {} : { reason: report.reason };
	if (report.status !== "built") ui.warning(`${set.id}: ${report.reason}`);
	return {
		built: wanted.map(({ key, scenario }) => ({
			planned: key,
			set: set.id,
			result: {
				scenario,
				status: report.status,
				diagnostics: report.diagnostics,
				configErrors: [],
				...reason
			}
		})),
		infrastructure: []
	};
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
		const what = set.recipe === void 0 ? `${set.suite} ${set.variant}` : set.id;
		ui.info(`${id}: ${what}${set.commit ? ` of ${set.commit}` : ""}: ${names}`);
		const name = `${stamp}-${id}-${setId}`;
		const task = taskOf(set);
		const { built, ...report } = await (task === void 0 ? buildSet(context, plan, set, wanted, store, name) : doTask(context, task, set, wanted, name)).catch((error) => {
			if (set.recipe === void 0 || !(error instanceof InfrastructureError)) throw error;
			return withoutTools(set, wanted, error.message);
		});
		all.push(...built);
		infrastructure.push(...report.infrastructure);
	}
	return {
		built: all,
		infrastructure
	};
}

// src/console/ftrace.ts
const rule = "---------------------------------";
var FtraceDumps = class {
	#dumps = [];
	#state = "outside";
	#count = 0;
	line(text) {
		if (text.includes("Dumping ftrace buffer:")) {
			this.#dumps.push({
				number: this.#dumps.length + 1,
				lines: [],
				truncated: false
			});
			this.#state = "announced";
			return;
		}
		if (text.includes(rule)) {
			if (this.#state === "announced") {
				this.#state = "inside";
				return;
			}
			if (this.#state === "inside") this.#state = "outside";
		}
		const dump = this.#dumps.at(-1);
		if (this.#state !== "inside" || !dump) return;
		if (this.#count++ < limits.ftraceLines) dump.lines.push(text);
		else dump.truncated = true;
	}
	get dumps() {
		return this.#dumps;
	}
	get text() {
		return this.#dumps.map(({ number, lines }) => `Ftrace dump ${number}:\n${lines.join("\n")}\n\n`).join("");
	}
};

// src/stages/enrich/kcsanSummary.ts
const kcsanMark = "BUG: KCSAN: ";
const mostRaces = 1e5;
const mostCharacters$1 = 8e6;
const longestRace = 2048;
var KcsanSummary = class {
	#counts = /* @__PURE__ */ new Map();
	#characters = 0;
	line(line) {
		if (!line.includes("BUG: KCSAN: ")) return;
		const race = line.replace(/^\[[^\]]*\](?:\[ *[TC]\d+\])? /, "");
		const count = this.#counts.get(race) ?? 0;
		if (count === 0) {
			if (this.#counts.size >= mostRaces || this.#characters > mostCharacters$1) return;
			this.#characters += race.length;
		}
		this.#counts.set(race, count + 1);
	}
	get text() {
		return [...this.#counts].map(([race, count]) => ({
			line: `${String(count).padStart(7)} ${race}\n`,
			count
		})).sort((a, b) => b.count - a.count || (a.line < b.line ? -1 : 1)).map(({ line }) => line).join("");
	}
};

// src/stages/enrich/extracts.ts
const mostFtrace = 64 * 2 ** 20;
const longestLine = 1 << 20;
const dumpMark = Buffer.from("Dumping ftrace buffer:");
const raceMark = Buffer.from(kcsanMark);
async function wholeLines(run, path, take) {
	let rest = Buffer.alloc(0);
	await readConsole(run, path, (chunk) => {
		const first = rest.length === 0 ? 0 : chunk.indexOf(10) + 1 || chunk.length;
		if (first > 0) {
			rest = Buffer.concat([rest, chunk.subarray(0, first)]);
			if (rest.at(-1) !== 10 && rest.length <= longestLine) return;
			take(rest);
		}
		const end = Math.max(first, chunk.lastIndexOf(10) + 1);
		if (end > first) take(chunk.subarray(first, end));
		rest = Buffer.from(chunk.subarray(end));
	});
	if (rest.length > 0) take(rest);
}
function* racesOf(block) {
	for (let at = block.indexOf(raceMark); at >= 0;) {
		const newline = block.indexOf(10, at);
		const end = newline < 0 ? block.length : newline;
		const start = block.lastIndexOf(10, at) + 1;
		yield block.toString("latin1", start, Math.min(end, start + longestRace));
		at = block.indexOf(raceMark, end);
	}
}
async function extractsOf(run, path, kcsan) {
	const ftrace = new FtraceDumps();
	let fed = 0;
	await wholeLines(run, path, (block) => {
		for (const line of racesOf(block)) kcsan.line(line);
		if (!(ftrace.dumps.length > 0 || block.includes(dumpMark)) || fed >= mostFtrace) return;
		const text = block.toString("latin1");
		for (const line of (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n")) {
			if (fed < mostFtrace) ftrace.line(line);
			if (ftrace.dumps.length > 0) fed += line.length;
		}
	});
	return ftrace;
}
function ftraceText({ dumps }) {
	const text = (lines) => lines.map((line) => `${line}\n`).join("");
	return dumps.map(({ number, lines }) => `Ftrace dump ${number}:\n${text(lines)}\n`).join("");
}
function clean(bytes) {
	return printable(Buffer.from(bytes, "latin1").toString());
}
async function leaveExtracts(path, guests, only, into = path) {
	const kcsan = new KcsanSummary();
	const consoles = new Set(guests.flatMap(({ console }) => console ?? []));
	for (const name of consoles) {
		const text = only !== void 0 && !only.has(name) ? "" : ftraceText(await extractsOf(path, join(path, name), kcsan));
		const file = join(into, `${name}${guestFiles$1.ftraceSuffix}`);
		if (text === "") {
			await rm$1(file, { force: true });
			continue;
		}
		await mkdir$1(dirname(file), { recursive: true });
		await writeAtomically(file, clean(text));
	}
	if (kcsan.text !== "") await writeAtomically(join(into, runFiles.kcsan), clean(kcsan.text));
}

// src/symbols/addr2line.ts
function readAddr2line(text) {
	const places = /* @__PURE__ */ new Map();
	let current = [];
	let name;
	for (const line of text.split("\n")) if (/^0x[0-9a-f]+$/.test(line)) {
		current = [];
		name = void 0;
		places.set(BigInt(line), current);
	} else if (name === void 0) name = line;
	else {
		const [, file = "", number = "0"] = /^(\S.*):(\d+)(?: \(discriminator \d+\))?$/.exec(line) ?? [];
		if (file !== "" && file !== "??" && Number(number) > 0) current.push({
			function: name,
			file,
			line: Number(number)
		});
		name = void 0;
	}
	return places;
}
const landmark = {
	function: "start_kernel",
	file: "init/main.c"
};
function normal(path) {
	const parts = [];
	for (const part of path.split("/")) if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
	else if (part !== "." && (part !== "" || parts.length === 0)) parts.push(part);
	return parts.join("/");
}
function relativeLocations(places, landmarkFile) {
	const top = landmarkFile?.endsWith(`/${landmark.file}`) ? normal(landmarkFile.slice(0, -landmark.file.length)) : void 0;
	return places.map((place) => {
		const path = normal(place.file);
		const below = top !== void 0 && path.startsWith(`${top}/`);
		return {
			...place,
			file: below ? path.slice(top.length + 1) : path
		};
	});
}

// src/symbols/frames.ts
const pattern = /([A-Za-z_][\w.$]*)\+0x([0-9a-f]{1,8})\/0x([0-9a-f]{1,8})(?![0-9a-f]| \[)/;
const instruction = /\b(?:RIP|EIP|NIP|IP|epc|Krnl PSW|PC is at|pc)\b *:? |^.*\b(?:WARNING|BUG|KASAN|KCSAN|UBSAN)\b.* at /;
function symbolOffsetOf(line) {
	const match = pattern.exec(line);
	if (match === null) return void 0;
	const [, symbol = "", offset = "", size = ""] = match;
	return {
		symbol,
		offset: Number.parseInt(offset, 16),
		size: Number.parseInt(size, 16),
		returns: !instruction.test(line.slice(0, match.index))
	};
}
const keyOf = ({ symbol, offset, size, returns }) => `${symbol}+${offset}/${size}${returns ? "" : "!"}`;

// src/symbols/annotate.ts
const mostCharacters = 48e3;
const relative = (place) => place !== void 0 && /^[\w.+-]+(?:\/[\w.+-]+)*$/.test(place.file) ? place : void 0;
function annotateFinding(finding, places) {
	let room = mostCharacters - finding.text.length;
	let own;
	const lines = finding.text.split("\n").flatMap((line) => {
		const at = symbolOffsetOf(line);
		const found = at && places.get(keyOf(at));
		const outer = found?.at(-1);
		if (at === void 0 || found === void 0 || outer === void 0) return [line];
		if (bare(at.symbol) === finding.function) own ??= found[0];
		const carriage = line.endsWith("\r") ? "\r" : "";
		const text = carriage === "" ? line : line.slice(0, -1);
		const indent = text.slice(0, text.indexOf(at.symbol)).replace(/\? $/, "");
		const said = text.includes(`${outer.file}:`) || /\bat [\w/.+-]+\.[chS]:\d+/.test(text);
		const decoded = [...said ? [] : found.slice(0, -1).map((inner) => `${indent}${inner.function} ${inner.file}:${inner.line} [inline]`), said ? line : `${text} ${outer.file}:${outer.line}${carriage}`];
		room -= decoded.reduce((sum, one) => sum + one.length + 1, 0) - line.length - 1;
		return room < 0 ? [line] : decoded;
	});
	const place = finding.file === void 0 ? relative(own) : void 0;
	return {
		...finding,
		text: lines.join("\n"),
		...place === void 0 ? {} : {
			file: place.file,
			line: place.line
		}
	};
}
const bare = (name) => name.replace(/\.(?:isra|constprop|part|cold|llvm)(?:\.\d+)*(?=\.|$)/g, "");

// src/symbols/table.ts
const leftOut = /^(?:(?:__pi_|__kvm_nvhe_)?(?:\$|\.L|__kcfi_typeid_)|__crc_|__kstrtab)/;
function readSymbolTable(nm, wanted) {
	const table = /* @__PURE__ */ new Map();
	let open = [];
	let last = "";
	const close = (next) => {
		for (const { name, address } of open) {
			const start = BigInt(`0x${address}`);
			const size = next === void 0 ? 0n : BigInt(`0x${next}`) - start;
			table.set(name, [...table.get(name) ?? [], {
				address: start,
				size
			}]);
		}
		open = [];
	};
	for (const [, address = "", type = "", name = ""] of nm.matchAll(/^([0-9a-f]{8,16}) ([A-Za-z]) (\S+)$/gm)) {
		if ("aNUw".includes(type) || leftOut.test(name)) continue;
		if (address !== last) close(address);
		last = address;
		if ("TtW".includes(type) && wanted.has(name)) open.push({
			name,
			address
		});
	}
	close(void 0);
	return table;
}
function addressOf(place, table) {
	const sized = (table.get(place.symbol) ?? []).filter(({ size }) => size === BigInt(place.size));
	const only = sized.length === 1 ? sized[0] : void 0;
	if (only === void 0 || place.offset > place.size) return void 0;
	const back = place.returns && place.offset > 0 ? 1n : 0n;
	return only.address + BigInt(place.offset) - back;
}

// src/symbols/decode.ts
const addr2lineTimeout = 12e4;
const longestTable = 256 * 2 ** 20;
function symbolsNamedIn(findings) {
	const all = /* @__PURE__ */ new Map();
	for (const { text } of findings) for (const line of text.split("\n")) {
		const at = line.includes("+0x") ? symbolOffsetOf(line) : void 0;
		if (at !== void 0) all.set(keyOf(at), at);
	}
	return all;
}
async function output(executor, argv, stdin, signal) {
	const command = {
		argv,
		env: { LC_ALL: "C" },
		timeout: addr2lineTimeout
	};
	const { exitStatus, stdout, truncated } = await executor.run({
		...command,
		...stdin === void 0 ? {} : { stdin }
	}, {
		maxBuffer: longestTable,
		...signal === void 0 ? {} : { signal }
	});
	return exitStatus === 0 && truncated !== true ? stdout : void 0;
}
async function decodeLocations(wanted, vmlinux, executor, signal) {
	const none = /* @__PURE__ */ new Map();
	if (wanted.size === 0) return none;
	const names = new Set([...wanted.values()].map(({ symbol }) => symbol)).add(landmark.function);
	const nm = await output(executor, [
		"nm",
		"-n",
		vmlinux
	], void 0, signal);
	if (nm === void 0) return none;
	const table = readSymbolTable(nm, names);
	const addresses = /* @__PURE__ */ new Map();
	for (const [key, place] of wanted) {
		const address = addressOf(place, table);
		if (address !== void 0) addresses.set(key, address);
	}
	if (addresses.size === 0) return none;
	const top = table.get(landmark.function)?.[0]?.address;
	const stdin = `${[.../* @__PURE__ */ new Set([...addresses.values(), ...top === void 0 ? [] : [top]])].map((address) => `0x${address.toString(16)}`).join("\n")}\n`;
	const text = await output(executor, [
		"addr2line",
		"-a",
		"-i",
		"-f",
		"-e",
		vmlinux
	], stdin, signal);
	const found = readAddr2line(text ?? "");
	const topFile = top === void 0 ? void 0 : found.get(top)?.at(-1)?.file;
	const places = [...addresses].map(([key, address]) => {
		return [key, relativeLocations(found.get(address) ?? [], topFile)];
	});
	return new Map(places.filter(([, known]) => known.length > 0));
}
async function decodeFindings(findings, vmlinux, executor, signal) {
	const places = await decodeLocations(symbolsNamedIn(findings), vmlinux, executor, signal);
	return findings.map((finding) => places.size === 0 ? finding : annotateFinding(finding, places));
}

// src/stages/enrich/symbols.ts
async function withVmlinux({ path, builds, store }, scenario, use) {
	const own = join(path, scenario, guestFiles$1.vmlinux);
	const here = await locateFile(path, own);
	if (here !== void 0) return await use(here);
	const key = builds.find((build) => build.scenario === scenario)?.key;
	if (store === void 0 || key === void 0) return void 0;
	const folder = await mkdtemp(`${path}.symbols-`);
	try {
		return (await store.fetch(symbolsKey(key), folder)).outcome === "hit" ? await use(join(folder, guestFiles$1.vmlinux)) : void 0;
	} finally {
		await rm$1(folder, {
			recursive: true,
			force: true
		});
	}
}
async function withSymbols(guests, where, { executor, signal }) {
	const decoded = [...guests];
	const indexed = guests.map((guest, index) => ({
		guest,
		index
	}));
	for (const [scenario, some] of Map.groupBy(indexed, ({ guest }) => guest.scenario)) {
		const findings = some.flatMap(({ guest }) => guest.findings);
		if (signal.aborted || symbolsNamedIn(findings).size === 0) continue;
		const all = await withVmlinux(where, scenario, (vmlinux) => decodeFindings(findings, vmlinux, executor, signal));
		let next = 0;
		for (const { guest, index } of all === void 0 ? [] : some) {
			decoded[index] = {
				...guest,
				findings: all?.slice(next, next + guest.findings.length) ?? []
			};
			next += guest.findings.length;
		}
	}
	return decoded;
}

// src/stages/enrich/enrich.ts
var enrich_exports = /* @__PURE__ */ __exportAll({ enrich: () => enrich });
async function enrich(guests, { run: { path }, builds, store, extracts, out }, context) {
	const harmless = (what) => (error) => {
		context.ui.warning(`${what}: ${messageOf(error)}`);
	};
	const [decoded] = await Promise.all([withSymbols(guests, {
		path,
		builds,
		store
	}, context).catch(harmless("Symbols are not decoded")), leaveExtracts(path, guests, extracts, out).catch(harmless("Files cut out of the consoles are not complete"))]);
	return decoded ?? [...guests];
}

export { BadEntry, BisectKernels, BisectPages, CopyQueue, CpuRota, Journal, ReportFiles, Schedule, Session, SystemUnusable, addToBaseline, announceDefaults, answerOf, architectures, asExpected, askedPlan, assembleResults, badge, bisectFolder, bisectSubject, bringScripts, bugReport, buildCommand, buildHere, buildObservation, buildOptions, buildSets, buildsPart, builtSoFar, bundleKey, bundleName, bundlePrefix, cacheOf, checkSendable, checkTrust, chooseAccelerator, closing, commandText, commitLink, concludeBisection, concludeRunDirectory, configFact, consoleLink, countsAsFailure, cpuLayout, createAtomically, createManifest, defaultDuration, defaultText, digestFile, digestOf, disagreements, earlierAttempts, earlierResults, embeddedConsoles, embeddedResults, enrich, enrich_exports, errorCode, exec, expectations, expectedQemu, explainSystemError, factLines, factsOf$1 as factsOf, failedNames, failuresOf, fetchBuilds, fetchFolder, filesBelow, findProgram, findingAnchor, findingKindSchema, findingLink, findingSchema, fitTerminal, formatBytes, formatCount, formatDuration, formatFigure, formatPercent, frequency, fromStore, gate, gitCommand, grid, guestAnchors, guestFacts, guestLink, guestList, guestResult, guestResultSchema, hasKernel, hasPasswdEntry, hasVerdict, historyScope, homeOf, html, imageOf, inputTexts, isRecord, isSafePath, isSameBug, jobIdentity, jobOf, jsonForScript, judgeGuest, judgeRunDirectory, judged, keepAttempt, keepBuilt, keepBundle, keepPlan, kernelFacts, kernelName, kernelOf, know, knownErrors, knownFailures, labelOf, latestGuests, leaseSchema, lease_exports, listOf, livedText, localStore, localStore_exports, localhost, lowered, manifestName, memoryOf$1 as memoryOf, mergeAttempts, mkdirP, namesOf, namesOf$1, naturally, newRunDirectory, nextProbes, nextStep, notesOf, oneBuildJob, openBisection, openKernelTree, openPlan, openRunDirectory, openStore, openSystems, optionMemory, overallVerdict, overviewOf, pLimit, packBatches, pad, padLeft, parseBaseline, parseCpuList, parseIgnoreLines, parseManifest, place$1 as place, placeGuest, placeOf, planJob, planOnOne, planPools, planPrefix, plannedCosts, plural, prepareKernels, prepareMachine, prettyBytes, prettyMilliseconds, pricesOf, probeMemoryFile, probeSystem, publishProbe, publishRound, qemuItself, questionFor, quote, quoteWord, readBuilds, readGitFacts, readQemuCmd, readRegular, readResults, reasonOf, recordsOfRun, refuseUnsent, refusedByTrust, remoteNames, renderBatches, renderBatchesFile, renderPlan, renderPlanFile, renderScenarios, renderSchedule, reportFolder, reserveRunDirectory, resolveCommits, resultsAt, resultsIn, resultsSchema, rmRF, roomHere, roomOn, runDirectory_exports, scenarioOf, scriptsPart, scriptsStatus, section, sentences, serializeManifest, shapingInputs, shardFile, shardRecordSchema, simulate, slotsOf, sourceLink, statisticsPart, stringWidth, style, surroundings, surveySystems, table, timesKnown, tool, tools, tortureSeconds, trace, transformQemuCmd, unpassedScenarios, uploadTask, userName, verdictWords, verify, verifyFile, version_exports, wantedBy, waysToReproduce, whereabouts, which, whoWeAre, withBundle, withPlanInputs, workNoun, workOf, worstVerdict, wrapWords, writeAtomically, writeStoredRun };