import { __exportAll, __name } from "./rolldown-runtime.js";
import { InfrastructureError, InputError, LocalExecutor, StopRequest, checkBuildOptions, commandWords, diskName, exitStatus, expandConfigs, findingKinds, fullestDisk, guestMarkVariable, killGroup, killMarked, messageOf, mortal, ownPattern, plainEnvironment, printable, roomAt, sanitizers, settleTemporary, startTemporary, stopOf, suites, sweepFunction, verdicts } from "./core.js";
import { _enum, array, boolean, datetime, literal, number, object, readPrivate, record, strictObject, string, writePrivate } from "./action.js";
import { ConsoleAnalyzer, analyzeFile, datestamp, dialectOf, findConsole, fingerprintOf, guestFiles as guestFiles$1, imageName, isBuildFile, limits, locateFile, parseGuestName, parseQemuCmd, plannedSeconds, readConsole, runFiles, sampleConsole, shortText, sizeOf, textOf, withOption } from "./console.js";
import ro, { access, appendFile, constants, copyFile as copyFile$1, link, lstat as lstat$1, mkdir as mkdir$1, mkdtemp, open as open$2, readFile, readdir as readdir$1, readlink, realpath, rename as rename$1, rm as rm$1, rmdir as rmdir$1, stat as stat$1, statfs, symlink as symlink$1, writeFile } from "node:fs/promises";
import Pr, { basename, delimiter, dirname, isAbsolute, join, posix, relative as relative$1, resolve, sep, win32 } from "node:path";
import Br, { chmodSync, closeSync, constants as constants$1, createReadStream, createWriteStream, existsSync, fstatSync, linkSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, statSync, watch, writeSync } from "node:fs";
import * as os$1 from "os";
import * as fs$1 from "fs";
import I from "fs";
import * as path$2 from "path";
import ar, { dirname as dirname$1, parse } from "path";
import { createHash, hash, randomBytes, randomUUID } from "node:crypto";
import { availableParallelism, constants as constants$3, cpus, homedir, hostname, machine as machine$2, tmpdir, totalmem, userInfo } from "node:os";
import { spawn } from "node:child_process";
import { performance as performance$1 } from "node:perf_hooks";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { StringDecoder } from "node:string_decoder";
import Cs, { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants as constants$4, createZstdCompress, createZstdDecompress, zstdCompress } from "node:zlib";
import * as events from "events";
import Qr, { EventEmitter } from "events";
import * as child from "child_process";
import zi, { ok } from "assert";
import { setTimeout as setTimeout$2 } from "timers";
import { EventEmitter as EventEmitter$1, once as once$1 } from "node:events";
import { Buffer as Buffer$1 } from "buffer";
import * as Ps from "zlib";
import en from "zlib";
import co from "node:assert";
import { arch } from "node:process";

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
const { chmod, copyFile, lstat, mkdir, open: open$1, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs$1.promises;
const IS_WINDOWS$1 = process.platform === "win32";
const READONLY = fs$1.constants.O_RDONLY;
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
			let n = s.indexOf(os$1.EOL);
			while (n > -1) {
				onLine(s.substring(0, n));
				s = s.substring(n + os$1.EOL.length);
				n = s.indexOf(os$1.EOL);
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
				if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os$1.EOL);
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

// node_modules/tar/dist/esm/index.min.js
var zr = Object.defineProperty;
var Ur = (s, t) => {
	for (var e in t) zr(s, e, {
		get: t[e],
		enumerable: !0
	});
};
var Ds = typeof process == "object" && process ? process : {
	stdout: null,
	stderr: null
};
var Wr = (s) => !!s && typeof s == "object" && (s instanceof A || s instanceof Cs || Gr(s) || Zr(s));
var Gr = (s) => !!s && typeof s == "object" && s instanceof EventEmitter$1 && typeof s.pipe == "function" && s.pipe !== Cs.Writable.prototype.pipe;
var Zr = (s) => !!s && typeof s == "object" && s instanceof EventEmitter$1 && typeof s.write == "function" && typeof s.end == "function";
var Q = Symbol("EOF");
var J = Symbol("maybeEmitEnd");
var nt = Symbol("emittedEnd");
var De = Symbol("emittingEnd");
var qt = Symbol("emittedError");
var Ne = Symbol("closed");
var Ns = Symbol("read");
var Ae = Symbol("flush");
var As = Symbol("flushChunk");
var z = Symbol("encoding");
var Mt = Symbol("decoder");
var g = Symbol("flowing");
var Qt = Symbol("paused");
var Bt = Symbol("resume");
var b = Symbol("buffer");
var N = Symbol("pipes");
var _ = Symbol("bufferLength");
var bi = Symbol("bufferPush");
var Ie = Symbol("bufferShift");
var L = Symbol("objectMode");
var S = Symbol("destroyed");
var _i = Symbol("error");
var Oi = Symbol("emitData");
var Is = Symbol("emitEnd");
var Ti = Symbol("emitEnd2");
var Z = Symbol("async");
var xi = Symbol("abort");
var Ce = Symbol("aborted");
var Jt = Symbol("signal");
var Rt = Symbol("dataListeners");
var C = Symbol("discarded");
var jt = (s) => Promise.resolve().then(s);
var Yr = (s) => s();
var Kr = (s) => s === "end" || s === "finish" || s === "prefinish";
var Vr = (s) => s instanceof ArrayBuffer || !!s && typeof s == "object" && s.constructor && s.constructor.name === "ArrayBuffer" && s.byteLength >= 0;
var $r = (s) => !Buffer.isBuffer(s) && ArrayBuffer.isView(s);
var Fe = class {
	src;
	dest;
	opts;
	ondrain;
	constructor(t, e, i) {
		this.src = t, this.dest = e, this.opts = i, this.ondrain = () => t[Bt](), this.dest.on("drain", this.ondrain);
	}
	unpipe() {
		this.dest.removeListener("drain", this.ondrain);
	}
	proxyErrors(t) {}
	end() {
		this.unpipe(), this.opts.end && this.dest.end();
	}
};
var Li = class extends Fe {
	unpipe() {
		this.src.removeListener("error", this.proxyErrors), super.unpipe();
	}
	constructor(t, e, i) {
		super(t, e, i), this.proxyErrors = (r) => this.dest.emit("error", r), t.on("error", this.proxyErrors);
	}
};
var Xr = (s) => !!s.objectMode;
var qr = (s) => !s.objectMode && !!s.encoding && s.encoding !== "buffer";
var A = class extends EventEmitter$1 {
	[g] = !1;
	[Qt] = !1;
	[N] = [];
	[b] = [];
	[L];
	[z];
	[Z];
	[Mt];
	[Q] = !1;
	[nt] = !1;
	[De] = !1;
	[Ne] = !1;
	[qt] = null;
	[_] = 0;
	[S] = !1;
	[Jt];
	[Ce] = !1;
	[Rt] = 0;
	[C] = !1;
	writable = !0;
	readable = !0;
	constructor(...t) {
		let e = t[0] || {};
		if (super(), e.objectMode && typeof e.encoding == "string") throw new TypeError("Encoding and objectMode may not be used together");
		Xr(e) ? (this[L] = !0, this[z] = null) : qr(e) ? (this[z] = e.encoding, this[L] = !1) : (this[L] = !1, this[z] = null), this[Z] = !!e.async, this[Mt] = this[z] ? new StringDecoder(this[z]) : null, e && e.debugExposeBuffer === !0 && Object.defineProperty(this, "buffer", { get: () => this[b] }), e && e.debugExposePipes === !0 && Object.defineProperty(this, "pipes", { get: () => this[N] });
		let { signal: i } = e;
		i && (this[Jt] = i, i.aborted ? this[xi]() : i.addEventListener("abort", () => this[xi]()));
	}
	get bufferLength() {
		return this[_];
	}
	get encoding() {
		return this[z];
	}
	set encoding(t) {
		throw new Error("Encoding must be set at instantiation time");
	}
	setEncoding(t) {
		throw new Error("Encoding must be set at instantiation time");
	}
	get objectMode() {
		return this[L];
	}
	set objectMode(t) {
		throw new Error("objectMode must be set at instantiation time");
	}
	get async() {
		return this[Z];
	}
	set async(t) {
		this[Z] = this[Z] || !!t;
	}
	[xi]() {
		this[Ce] = !0, this.emit("abort", this[Jt]?.reason), this.destroy(this[Jt]?.reason);
	}
	get aborted() {
		return this[Ce];
	}
	set aborted(t) {}
	write(t, e, i) {
		if (this[Ce]) return !1;
		if (this[Q]) throw new Error("write after end");
		if (this[S]) return this.emit("error", Object.assign(/* @__PURE__ */ new Error("Cannot call write after a stream was destroyed"), { code: "ERR_STREAM_DESTROYED" })), !0;
		typeof e == "function" && (i = e, e = "utf8"), e || (e = "utf8");
		let r = this[Z] ? jt : Yr;
		if (!this[L] && !Buffer.isBuffer(t)) {
			if ($r(t)) t = Buffer.from(t.buffer, t.byteOffset, t.byteLength);
			else if (Vr(t)) t = Buffer.from(t);
			else if (typeof t != "string") throw new Error("Non-contiguous data written to non-objectMode stream");
		}
		return this[L] ? (this[g] && this[_] !== 0 && this[Ae](!0), this[g] ? this.emit("data", t) : this[bi](t), this[_] !== 0 && this.emit("readable"), i && r(i), this[g]) : t.length ? (typeof t == "string" && (e !== this[z] || this[Mt]?.lastNeed) && (t = Buffer.from(t, e)), Buffer.isBuffer(t) && this[z] && (t = this[Mt].write(t)), this[g] && this[_] !== 0 && this[Ae](!0), this[g] ? this.emit("data", t) : this[bi](t), this[_] !== 0 && this.emit("readable"), i && r(i), this[g]) : (this[_] !== 0 && this.emit("readable"), i && r(i), this[g]);
	}
	read(t) {
		if (this[S]) return null;
		if (this[C] = !1, this[_] === 0 || t === 0 || t && t > this[_]) return this[J](), null;
		this[L] && (t = null), this[b].length > 1 && !this[L] && (this[b] = [this[z] ? this[b].join("") : Buffer.concat(this[b], this[_])]);
		let e = this[Ns](t || null, this[b][0]);
		return this[J](), e;
	}
	[Ns](t, e) {
		if (this[L]) this[Ie]();
		else {
			let i = e;
			t === i.length || t === null ? this[Ie]() : typeof i == "string" ? (this[b][0] = i.slice(t), e = i.slice(0, t), this[_] -= t) : (this[b][0] = i.subarray(t), e = i.subarray(0, t), this[_] -= t);
		}
		return this.emit("data", e), !this[b].length && !this[Q] && this.emit("drain"), e;
	}
	end(t, e, i) {
		return typeof t == "function" && (i = t, t = void 0), typeof e == "function" && (i = e, e = "utf8"), t !== void 0 && this.write(t, e), i && this.once("end", i), this[Q] = !0, this.writable = !1, (this[g] || !this[Qt]) && this[J](), this;
	}
	[Bt]() {
		this[S] || (!this[Rt] && !this[N].length && (this[C] = !0), this[Qt] = !1, this[g] = !0, this.emit("resume"), this[b].length ? this[Ae]() : this[Q] ? this[J]() : this.emit("drain"));
	}
	resume() {
		return this[Bt]();
	}
	pause() {
		this[g] = !1, this[Qt] = !0, this[C] = !1;
	}
	get destroyed() {
		return this[S];
	}
	get flowing() {
		return this[g];
	}
	get paused() {
		return this[Qt];
	}
	[bi](t) {
		this[L] ? this[_] += 1 : this[_] += t.length, this[b].push(t);
	}
	[Ie]() {
		return this[L] ? this[_] -= 1 : this[_] -= this[b][0].length, this[b].shift();
	}
	[Ae](t = !1) {
		do;
		while (this[As](this[Ie]()) && this[b].length);
		!t && !this[b].length && !this[Q] && this.emit("drain");
	}
	[As](t) {
		return this.emit("data", t), this[g];
	}
	pipe(t, e) {
		if (this[S]) return t;
		this[C] = !1;
		let i = this[nt];
		return e = e || {}, t === Ds.stdout || t === Ds.stderr ? e.end = !1 : e.end = e.end !== !1, e.proxyErrors = !!e.proxyErrors, i ? e.end && t.end() : (this[N].push(e.proxyErrors ? new Li(this, t, e) : new Fe(this, t, e)), this[Z] ? jt(() => this[Bt]()) : this[Bt]()), t;
	}
	unpipe(t) {
		let e = this[N].find((i) => i.dest === t);
		e && (this[N].length === 1 ? (this[g] && this[Rt] === 0 && (this[g] = !1), this[N] = []) : this[N].splice(this[N].indexOf(e), 1), e.unpipe());
	}
	addListener(t, e) {
		return this.on(t, e);
	}
	on(t, e) {
		let i = super.on(t, e);
		if (t === "data") this[C] = !1, this[Rt]++, !this[N].length && !this[g] && this[Bt]();
		else if (t === "readable" && this[_] !== 0) super.emit("readable");
		else if (Kr(t) && this[nt]) super.emit(t), this.removeAllListeners(t);
		else if (t === "error" && this[qt]) {
			let r = e;
			this[Z] ? jt(() => r.call(this, this[qt])) : r.call(this, this[qt]);
		}
		return i;
	}
	removeListener(t, e) {
		return this.off(t, e);
	}
	off(t, e) {
		let i = super.off(t, e);
		return t === "data" && (this[Rt] = this.listeners("data").length, this[Rt] === 0 && !this[C] && !this[N].length && (this[g] = !1)), i;
	}
	removeAllListeners(t) {
		let e = super.removeAllListeners(t);
		return (t === "data" || t === void 0) && (this[Rt] = 0, !this[C] && !this[N].length && (this[g] = !1)), e;
	}
	get emittedEnd() {
		return this[nt];
	}
	[J]() {
		!this[De] && !this[nt] && !this[S] && this[b].length === 0 && this[Q] && (this[De] = !0, this.emit("end"), this.emit("prefinish"), this.emit("finish"), this[Ne] && this.emit("close"), this[De] = !1);
	}
	emit(t, ...e) {
		let i = e[0];
		if (t !== "error" && t !== "close" && t !== S && this[S]) return !1;
		if (t === "data") return !this[L] && !i ? !1 : this[Z] ? (jt(() => this[Oi](i)), !0) : this[Oi](i);
		if (t === "end") return this[Is]();
		if (t === "close") {
			if (this[Ne] = !0, !this[nt] && !this[S]) return !1;
			let n = super.emit("close");
			return this.removeAllListeners("close"), n;
		} else if (t === "error") {
			this[qt] = i, super.emit(_i, i);
			let n = !this[Jt] || this.listeners("error").length ? super.emit("error", i) : !1;
			return this[J](), n;
		} else if (t === "resume") {
			let n = super.emit("resume");
			return this[J](), n;
		} else if (t === "finish" || t === "prefinish") {
			let n = super.emit(t);
			return this.removeAllListeners(t), n;
		}
		let r = super.emit(t, ...e);
		return this[J](), r;
	}
	[Oi](t) {
		for (let i of this[N]) i.dest.write(t) === !1 && this.pause();
		let e = this[C] ? !1 : super.emit("data", t);
		return this[J](), e;
	}
	[Is]() {
		return this[nt] ? !1 : (this[nt] = !0, this.readable = !1, this[Z] ? (jt(() => this[Ti]()), !0) : this[Ti]());
	}
	[Ti]() {
		if (this[Mt]) {
			let e = this[Mt].end();
			if (e) {
				for (let i of this[N]) i.dest.write(e);
				this[C] || super.emit("data", e);
			}
		}
		for (let e of this[N]) e.end();
		let t = super.emit("end");
		return this.removeAllListeners("end"), t;
	}
	async collect() {
		let t = Object.assign([], { dataLength: 0 });
		this[L] || (t.dataLength = 0);
		let e = this.promise();
		return this.on("data", (i) => {
			t.push(i), this[L] || (t.dataLength += i.length);
		}), await e, t;
	}
	async concat() {
		if (this[L]) throw new Error("cannot concat in objectMode");
		let t = await this.collect();
		return this[z] ? t.join("") : Buffer.concat(t, t.dataLength);
	}
	async promise() {
		return new Promise((t, e) => {
			this.on(S, () => e(/* @__PURE__ */ new Error("stream destroyed"))), this.on("error", (i) => e(i)), this.on("end", () => t());
		});
	}
	[Symbol.asyncIterator]() {
		this[C] = !1;
		let t = !1;
		let e = async () => (this.pause(), t = !0, {
			value: void 0,
			done: !0
		});
		return {
			next: () => {
				if (t) return e();
				let r = this.read();
				if (r !== null) return Promise.resolve({
					done: !1,
					value: r
				});
				if (this[Q]) return e();
				let n;
				let o;
				let h = (d) => {
					this.off("data", a), this.off("end", l), this.off(S, c), e(), o(d);
				};
				let a = (d) => {
					this.off("error", h), this.off("end", l), this.off(S, c), this.pause(), n({
						value: d,
						done: !!this[Q]
					});
				};
				let l = () => {
					this.off("error", h), this.off("data", a), this.off(S, c), e(), n({
						done: !0,
						value: void 0
					});
				};
				let c = () => h(/* @__PURE__ */ new Error("stream destroyed"));
				return new Promise((d, y) => {
					o = y, n = d, this.once(S, c), this.once("error", h), this.once("end", l), this.once("data", a);
				});
			},
			throw: e,
			return: e,
			[Symbol.asyncIterator]() {
				return this;
			},
			[Symbol.asyncDispose]: async () => {}
		};
	}
	[Symbol.iterator]() {
		this[C] = !1;
		let t = !1;
		let e = () => (this.pause(), this.off(_i, e), this.off(S, e), this.off("end", e), t = !0, {
			done: !0,
			value: void 0
		});
		let i = () => {
			if (t) return e();
			let r = this.read();
			return r === null ? e() : {
				done: !1,
				value: r
			};
		};
		return this.once("end", e), this.once(_i, e), this.once(S, e), {
			next: i,
			throw: e,
			return: e,
			[Symbol.iterator]() {
				return this;
			},
			[Symbol.dispose]: () => {}
		};
	}
	destroy(t) {
		if (this[S]) return t ? this.emit("error", t) : this.emit(S), this;
		this[S] = !0, this[C] = !0, this[b].length = 0, this[_] = 0;
		let e = this;
		return typeof e.close == "function" && !this[Ne] && e.close(), t ? this.emit("error", t) : this.emit(S), this;
	}
	static get isStream() {
		return Wr;
	}
};
var Jr = I.writev;
var ht = Symbol("_autoClose");
var H = Symbol("_close");
var te = Symbol("_ended");
var m = Symbol("_fd");
var Ni = Symbol("_finished");
var tt = Symbol("_flags");
var Ai = Symbol("_flush");
var ki = Symbol("_handleChunk");
var vi = Symbol("_makeBuf");
var ie = Symbol("_mode");
var ke = Symbol("_needDrain");
var Ut = Symbol("_onerror");
var Ht = Symbol("_onopen");
var Ii = Symbol("_onread");
var Pt = Symbol("_onwrite");
var at$1 = Symbol("_open");
var U = Symbol("_path");
var ot = Symbol("_pos");
var Y = Symbol("_queue");
var zt = Symbol("_read");
var Ci = Symbol("_readSize");
var j = Symbol("_reading");
var ee = Symbol("_remain");
var Fi = Symbol("_size");
var ve = Symbol("_write");
var gt = Symbol("_writing");
var Me = Symbol("_defaultFlag");
var bt = Symbol("_errored");
var _t = class extends A {
	[bt] = !1;
	[m];
	[U];
	[Ci];
	[j] = !1;
	[Fi];
	[ee];
	[ht];
	constructor(t, e) {
		if (e = e || {}, super(e), this.readable = !0, this.writable = !1, typeof t != "string") throw new TypeError("path must be a string");
		this[bt] = !1, this[m] = typeof e.fd == "number" ? e.fd : void 0, this[U] = t, this[Ci] = e.readSize || 16777216, this[j] = !1, this[Fi] = typeof e.size == "number" ? e.size : 1 / 0, this[ee] = this[Fi], this[ht] = typeof e.autoClose == "boolean" ? e.autoClose : !0, typeof this[m] == "number" ? this[zt]() : this[at$1]();
	}
	get fd() {
		return this[m];
	}
	get path() {
		return this[U];
	}
	write() {
		throw new TypeError("this is a readable stream");
	}
	end() {
		throw new TypeError("this is a readable stream");
	}
	[at$1]() {
		I.open(this[U], "r", (t, e) => this[Ht](t, e));
	}
	[Ht](t, e) {
		t ? this[Ut](t) : (this[m] = e, this.emit("open", e), this[zt]());
	}
	[vi]() {
		return Buffer.allocUnsafe(Math.min(this[Ci], this[ee]));
	}
	[zt]() {
		if (!this[j]) {
			this[j] = !0;
			let t = this[vi]();
			if (t.length === 0) return process.nextTick(() => this[Ii](null, 0, t));
			I.read(this[m], t, 0, t.length, null, (e, i, r) => this[Ii](e, i, r));
		}
	}
	[Ii](t, e, i) {
		this[j] = !1, t ? this[Ut](t) : this[ki](e, i) && this[zt]();
	}
	[H]() {
		if (this[ht] && typeof this[m] == "number") {
			let t = this[m];
			this[m] = void 0, I.close(t, (e) => e ? this.emit("error", e) : this.emit("close"));
		}
	}
	[Ut](t) {
		this[j] = !0, this[H](), this.emit("error", t);
	}
	[ki](t, e) {
		let i = !1;
		return this[ee] -= t, t > 0 && (i = super.write(t < e.length ? e.subarray(0, t) : e)), (t === 0 || this[ee] <= 0) && (i = !1, this[H](), super.end()), i;
	}
	emit(t, ...e) {
		switch (t) {
			case "prefinish":
			case "finish": return !1;
			case "drain": return typeof this[m] == "number" && this[zt](), !1;
			case "error": return this[bt] ? !1 : (this[bt] = !0, super.emit(t, ...e));
			default: return super.emit(t, ...e);
		}
	}
};
var Be = class extends _t {
	[at$1]() {
		let t = !0;
		try {
			this[Ht](null, I.openSync(this[U], "r")), t = !1;
		} finally {
			t && this[H]();
		}
	}
	[zt]() {
		let t = !0;
		try {
			if (!this[j]) {
				this[j] = !0;
				do {
					let e = this[vi]();
					let i = e.length === 0 ? 0 : I.readSync(this[m], e, 0, e.length, null);
					if (!this[ki](i, e)) break;
				} while (!0);
				this[j] = !1;
			}
			t = !1;
		} finally {
			t && this[H]();
		}
	}
	[H]() {
		if (this[ht] && typeof this[m] == "number") {
			let t = this[m];
			this[m] = void 0, I.closeSync(t), this.emit("close");
		}
	}
};
var et = class extends Qr {
	readable = !1;
	writable = !0;
	[bt] = !1;
	[gt] = !1;
	[te] = !1;
	[Y] = [];
	[ke] = !1;
	[U];
	[ie];
	[ht];
	[m];
	[Me];
	[tt];
	[Ni] = !1;
	[ot];
	constructor(t, e) {
		e = e || {}, super(e), this[U] = t, this[m] = typeof e.fd == "number" ? e.fd : void 0, this[ie] = e.mode === void 0 ? 438 : e.mode, this[ot] = typeof e.start == "number" ? e.start : void 0, this[ht] = typeof e.autoClose == "boolean" ? e.autoClose : !0;
		let i = this[ot] !== void 0 ? "r+" : "w";
		this[Me] = e.flags === void 0, this[tt] = e.flags === void 0 ? i : e.flags, this[m] === void 0 && this[at$1]();
	}
	emit(t, ...e) {
		if (t === "error") {
			if (this[bt]) return !1;
			this[bt] = !0;
		}
		return super.emit(t, ...e);
	}
	get fd() {
		return this[m];
	}
	get path() {
		return this[U];
	}
	[Ut](t) {
		this[H](), this[gt] = !0, this.emit("error", t);
	}
	[at$1]() {
		I.open(this[U], this[tt], this[ie], (t, e) => this[Ht](t, e));
	}
	[Ht](t, e) {
		this[Me] && this[tt] === "r+" && t && t.code === "ENOENT" ? (this[tt] = "w", this[at$1]()) : t ? this[Ut](t) : (this[m] = e, this.emit("open", e), this[gt] || this[Ai]());
	}
	end(t, e) {
		return t && this.write(t, e), this[te] = !0, !this[gt] && !this[Y].length && typeof this[m] == "number" && this[Pt](null, 0), this;
	}
	write(t, e) {
		return typeof t == "string" && (t = Buffer.from(t, e)), this[te] ? (this.emit("error", /* @__PURE__ */ new Error("write() after end()")), !1) : this[m] === void 0 || this[gt] || this[Y].length ? (this[Y].push(t), this[ke] = !0, !1) : (this[gt] = !0, this[ve](t), !0);
	}
	[ve](t) {
		I.write(this[m], t, 0, t.length, this[ot], (e, i) => this[Pt](e, i));
	}
	[Pt](t, e) {
		t ? this[Ut](t) : (this[ot] !== void 0 && typeof e == "number" && (this[ot] += e), this[Y].length ? this[Ai]() : (this[gt] = !1, this[te] && !this[Ni] ? (this[Ni] = !0, this[H](), this.emit("finish")) : this[ke] && (this[ke] = !1, this.emit("drain"))));
	}
	[Ai]() {
		if (this[Y].length === 0) this[te] && this[Pt](null, 0);
		else if (this[Y].length === 1) this[ve](this[Y].pop());
		else {
			let t = this[Y];
			this[Y] = [], Jr(this[m], t, this[ot], (e, i) => this[Pt](e, i));
		}
	}
	[H]() {
		if (this[ht] && typeof this[m] == "number") {
			let t = this[m];
			this[m] = void 0, I.close(t, (e) => e ? this.emit("error", e) : this.emit("close"));
		}
	}
};
var Wt = class extends et {
	[at$1]() {
		let t;
		if (this[Me] && this[tt] === "r+") try {
			t = I.openSync(this[U], this[tt], this[ie]);
		} catch (e) {
			if (e?.code === "ENOENT") return this[tt] = "w", this[at$1]();
			throw e;
		}
		else t = I.openSync(this[U], this[tt], this[ie]);
		this[Ht](null, t);
	}
	[H]() {
		if (this[ht] && typeof this[m] == "number") {
			let t = this[m];
			this[m] = void 0, I.closeSync(t), this.emit("close");
		}
	}
	[ve](t) {
		let e = !0;
		try {
			this[Pt](null, I.writeSync(this[m], t, 0, t.length, this[ot])), e = !1;
		} finally {
			if (e) try {
				this[H]();
			} catch {}
		}
	}
};
var jr = /* @__PURE__ */ new Map([
	["C", "cwd"],
	["f", "file"],
	["z", "gzip"],
	["P", "preservePaths"],
	["U", "unlink"],
	["strip-components", "strip"],
	["stripComponents", "strip"],
	["keep-newer", "newer"],
	["keepNewer", "newer"],
	["keep-newer-files", "newer"],
	["keepNewerFiles", "newer"],
	["k", "keep"],
	["keep-existing", "keep"],
	["keepExisting", "keep"],
	["m", "noMtime"],
	["no-mtime", "noMtime"],
	["p", "preserveOwner"],
	["L", "follow"],
	["h", "follow"],
	["onentry", "onReadEntry"]
]);
var Fs = (s) => !!s.sync && !!s.file;
var ks = (s) => !s.sync && !!s.file;
var vs = (s) => !!s.sync && !s.file;
var Ms = (s) => !s.sync && !s.file;
var Bs = (s) => !!s.file;
var tn = (s) => {
	return jr.get(s) || s;
};
var se = (s = {}) => {
	if (!s) return {};
	let t = {};
	for (let [e, i] of Object.entries(s)) {
		let r = tn(e);
		t[r] = i;
	}
	return t.chmod === void 0 && t.noChmod === !1 && (t.chmod = !0), delete t.noChmod, t;
};
var K = (s, t, e, i, r) => Object.assign((n = [], o, h) => {
	Array.isArray(n) && (o = n, n = {}), typeof o == "function" && (h = o, o = void 0), o = o ? Array.from(o) : [];
	let a = se(n);
	if (r?.(a, o), Fs(a)) {
		if (typeof h == "function") throw new TypeError("callback not supported for sync tar functions");
		return s(a, o);
	} else if (ks(a)) {
		let l = t(a, o);
		return h ? l.then(() => h(), h) : l;
	} else if (vs(a)) {
		if (typeof h == "function") throw new TypeError("callback not supported for sync tar functions");
		return e(a, o);
	} else if (Ms(a)) {
		if (typeof h == "function") throw new TypeError("callback only supported with file option");
		return i(a, o);
	}
	throw new Error("impossible options??");
}, {
	syncFile: s,
	asyncFile: t,
	syncNoFile: e,
	asyncNoFile: i,
	validate: r
});
var sn = en.constants || { ZLIB_VERNUM: 4736 };
var M = Object.freeze(Object.assign(Object.create(null), {
	Z_NO_FLUSH: 0,
	Z_PARTIAL_FLUSH: 1,
	Z_SYNC_FLUSH: 2,
	Z_FULL_FLUSH: 3,
	Z_FINISH: 4,
	Z_BLOCK: 5,
	Z_OK: 0,
	Z_STREAM_END: 1,
	Z_NEED_DICT: 2,
	Z_ERRNO: -1,
	Z_STREAM_ERROR: -2,
	Z_DATA_ERROR: -3,
	Z_MEM_ERROR: -4,
	Z_BUF_ERROR: -5,
	Z_VERSION_ERROR: -6,
	Z_NO_COMPRESSION: 0,
	Z_BEST_SPEED: 1,
	Z_BEST_COMPRESSION: 9,
	Z_DEFAULT_COMPRESSION: -1,
	Z_FILTERED: 1,
	Z_HUFFMAN_ONLY: 2,
	Z_RLE: 3,
	Z_FIXED: 4,
	Z_DEFAULT_STRATEGY: 0,
	DEFLATE: 1,
	INFLATE: 2,
	GZIP: 3,
	GUNZIP: 4,
	DEFLATERAW: 5,
	INFLATERAW: 6,
	UNZIP: 7,
	BROTLI_DECODE: 8,
	BROTLI_ENCODE: 9,
	Z_MIN_WINDOWBITS: 8,
	Z_MAX_WINDOWBITS: 15,
	Z_DEFAULT_WINDOWBITS: 15,
	Z_MIN_CHUNK: 64,
	Z_MAX_CHUNK: 1 / 0,
	Z_DEFAULT_CHUNK: 16384,
	Z_MIN_MEMLEVEL: 1,
	Z_MAX_MEMLEVEL: 9,
	Z_DEFAULT_MEMLEVEL: 8,
	Z_MIN_LEVEL: -1,
	Z_MAX_LEVEL: 9,
	Z_DEFAULT_LEVEL: -1,
	BROTLI_OPERATION_PROCESS: 0,
	BROTLI_OPERATION_FLUSH: 1,
	BROTLI_OPERATION_FINISH: 2,
	BROTLI_OPERATION_EMIT_METADATA: 3,
	BROTLI_MODE_GENERIC: 0,
	BROTLI_MODE_TEXT: 1,
	BROTLI_MODE_FONT: 2,
	BROTLI_DEFAULT_MODE: 0,
	BROTLI_MIN_QUALITY: 0,
	BROTLI_MAX_QUALITY: 11,
	BROTLI_DEFAULT_QUALITY: 11,
	BROTLI_MIN_WINDOW_BITS: 10,
	BROTLI_MAX_WINDOW_BITS: 24,
	BROTLI_LARGE_MAX_WINDOW_BITS: 30,
	BROTLI_DEFAULT_WINDOW: 22,
	BROTLI_MIN_INPUT_BLOCK_BITS: 16,
	BROTLI_MAX_INPUT_BLOCK_BITS: 24,
	BROTLI_PARAM_MODE: 0,
	BROTLI_PARAM_QUALITY: 1,
	BROTLI_PARAM_LGWIN: 2,
	BROTLI_PARAM_LGBLOCK: 3,
	BROTLI_PARAM_DISABLE_LITERAL_CONTEXT_MODELING: 4,
	BROTLI_PARAM_SIZE_HINT: 5,
	BROTLI_PARAM_LARGE_WINDOW: 6,
	BROTLI_PARAM_NPOSTFIX: 7,
	BROTLI_PARAM_NDIRECT: 8,
	BROTLI_DECODER_RESULT_ERROR: 0,
	BROTLI_DECODER_RESULT_SUCCESS: 1,
	BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: 2,
	BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: 3,
	BROTLI_DECODER_PARAM_DISABLE_RING_BUFFER_REALLOCATION: 0,
	BROTLI_DECODER_PARAM_LARGE_WINDOW: 1,
	BROTLI_DECODER_NO_ERROR: 0,
	BROTLI_DECODER_SUCCESS: 1,
	BROTLI_DECODER_NEEDS_MORE_INPUT: 2,
	BROTLI_DECODER_NEEDS_MORE_OUTPUT: 3,
	BROTLI_DECODER_ERROR_FORMAT_EXUBERANT_NIBBLE: -1,
	BROTLI_DECODER_ERROR_FORMAT_RESERVED: -2,
	BROTLI_DECODER_ERROR_FORMAT_EXUBERANT_META_NIBBLE: -3,
	BROTLI_DECODER_ERROR_FORMAT_SIMPLE_HUFFMAN_ALPHABET: -4,
	BROTLI_DECODER_ERROR_FORMAT_SIMPLE_HUFFMAN_SAME: -5,
	BROTLI_DECODER_ERROR_FORMAT_CL_SPACE: -6,
	BROTLI_DECODER_ERROR_FORMAT_HUFFMAN_SPACE: -7,
	BROTLI_DECODER_ERROR_FORMAT_CONTEXT_MAP_REPEAT: -8,
	BROTLI_DECODER_ERROR_FORMAT_BLOCK_LENGTH_1: -9,
	BROTLI_DECODER_ERROR_FORMAT_BLOCK_LENGTH_2: -10,
	BROTLI_DECODER_ERROR_FORMAT_TRANSFORM: -11,
	BROTLI_DECODER_ERROR_FORMAT_DICTIONARY: -12,
	BROTLI_DECODER_ERROR_FORMAT_WINDOW_BITS: -13,
	BROTLI_DECODER_ERROR_FORMAT_PADDING_1: -14,
	BROTLI_DECODER_ERROR_FORMAT_PADDING_2: -15,
	BROTLI_DECODER_ERROR_FORMAT_DISTANCE: -16,
	BROTLI_DECODER_ERROR_DICTIONARY_NOT_SET: -19,
	BROTLI_DECODER_ERROR_INVALID_ARGUMENTS: -20,
	BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MODES: -21,
	BROTLI_DECODER_ERROR_ALLOC_TREE_GROUPS: -22,
	BROTLI_DECODER_ERROR_ALLOC_CONTEXT_MAP: -25,
	BROTLI_DECODER_ERROR_ALLOC_RING_BUFFER_1: -26,
	BROTLI_DECODER_ERROR_ALLOC_RING_BUFFER_2: -27,
	BROTLI_DECODER_ERROR_ALLOC_BLOCK_TYPE_TREES: -30,
	BROTLI_DECODER_ERROR_UNREACHABLE: -31
}, sn));
var rn = Buffer$1.concat;
var zs = Object.getOwnPropertyDescriptor(Buffer$1, "concat");
var nn = (s) => s;
var Bi = zs?.writable === !0 || zs?.set !== void 0 ? (s) => {
	Buffer$1.concat = s ? nn : rn;
} : (s) => {};
var Tt = Symbol("_superWrite");
var Gt = class extends Error {
	code;
	errno;
	constructor(t, e) {
		super("zlib: " + t.message, { cause: t }), this.code = t.code, this.errno = t.errno, this.code || (this.code = "ZLIB_ERROR"), this.message = "zlib: " + t.message, Error.captureStackTrace(this, e ?? this.constructor);
	}
	get name() {
		return "ZlibError";
	}
};
var Pi = Symbol("flushFlag");
var re = class extends A {
	#t = !1;
	#i = !1;
	#s;
	#n;
	#r;
	#e;
	#o;
	get sawError() {
		return this.#t;
	}
	get handle() {
		return this.#e;
	}
	get flushFlag() {
		return this.#s;
	}
	constructor(t, e) {
		if (!t || typeof t != "object") throw new TypeError("invalid options for ZlibBase constructor");
		if (super(t), this.#s = t.flush ?? 0, this.#n = t.finishFlush ?? 0, this.#r = t.fullFlushFlag ?? 0, typeof Ps[e] != "function") throw new TypeError("Compression method not supported: " + e);
		try {
			this.#e = new Ps[e](t);
		} catch (i) {
			throw new Gt(i, this.constructor);
		}
		this.#o = (i) => {
			this.#t || (this.#t = !0, this.close(), this.emit("error", i));
		}, this.#e?.on("error", (i) => this.#o(new Gt(i))), this.once("end", () => this.close);
	}
	close() {
		this.#e && (this.#e.close(), this.#e = void 0, this.emit("close"));
	}
	reset() {
		if (!this.#t) return zi(this.#e, "zlib binding closed"), this.#e.reset?.();
	}
	flush(t) {
		this.ended || (typeof t != "number" && (t = this.#r), this.write(Object.assign(Buffer$1.alloc(0), { [Pi]: t })));
	}
	end(t, e, i) {
		return typeof t == "function" && (i = t, e = void 0, t = void 0), typeof e == "function" && (i = e, e = void 0), t && (e ? this.write(t, e) : this.write(t)), this.flush(this.#n), this.#i = !0, super.end(i);
	}
	get ended() {
		return this.#i;
	}
	[Tt](t) {
		return super.write(t);
	}
	write(t, e, i) {
		if (typeof e == "function" && (i = e, e = "utf8"), typeof t == "string" && (t = Buffer$1.from(t, e)), this.#t) return;
		zi(this.#e, "zlib binding closed");
		let r = this.#e._handle;
		let n = r.close;
		r.close = () => {};
		let o = this.#e.close;
		this.#e.close = () => {}, Bi(!0);
		let h;
		try {
			let l = typeof t[Pi] == "number" ? t[Pi] : this.#s;
			h = this.#e._processChunk(t, l), Bi(!1);
		} catch (l) {
			Bi(!1), this.#o(new Gt(l, this.write));
		} finally {
			this.#e && (this.#e._handle = r, r.close = n, this.#e.close = o, this.#e.removeAllListeners("error"));
		}
		this.#e && this.#e.on("error", (l) => this.#o(new Gt(l, this.write)));
		let a;
		if (h) if (Array.isArray(h) && h.length > 0) {
			let l = h[0];
			a = this[Tt](Buffer$1.from(l));
			for (let c = 1; c < h.length; c++) a = this[Tt](h[c]);
		} else a = this[Tt](Buffer$1.from(h));
		return i && i(), a;
	}
};
var Pe = class extends re {
	#t;
	#i;
	constructor(t, e) {
		t = t || {}, t.flush = t.flush || M.Z_NO_FLUSH, t.finishFlush = t.finishFlush || M.Z_FINISH, t.fullFlushFlag = M.Z_FULL_FLUSH, super(t, e), this.#t = t.level, this.#i = t.strategy;
	}
	params(t, e) {
		if (!this.sawError) {
			if (!this.handle) throw new Error("cannot switch params when binding is closed");
			if (!this.handle.params) throw new Error("not supported in this implementation");
			if (this.#t !== t || this.#i !== e) {
				this.flush(M.Z_SYNC_FLUSH), zi(this.handle, "zlib binding closed");
				let i = this.handle.flush;
				this.handle.flush = (r, n) => {
					typeof r == "function" && (n = r, r = this.flushFlag), this.flush(r), n?.();
				};
				try {
					this.handle.params(t, e);
				} finally {
					this.handle.flush = i;
				}
				this.handle && (this.#t = t, this.#i = e);
			}
		}
	}
};
var ze = class extends Pe {
	#t;
	constructor(t) {
		super(t, "Gzip"), this.#t = t && !!t.portable;
	}
	[Tt](t) {
		return this.#t ? (this.#t = !1, t[9] = 255, super[Tt](t)) : super[Tt](t);
	}
};
var Ue = class extends Pe {
	constructor(t) {
		super(t, "Unzip");
	}
};
var He = class extends re {
	constructor(t, e) {
		t = t || {}, t.flush = t.flush || M.BROTLI_OPERATION_PROCESS, t.finishFlush = t.finishFlush || M.BROTLI_OPERATION_FINISH, t.fullFlushFlag = M.BROTLI_OPERATION_FLUSH, super(t, e);
	}
};
var We = class extends He {
	constructor(t) {
		super(t, "BrotliCompress");
	}
};
var Ge = class extends He {
	constructor(t) {
		super(t, "BrotliDecompress");
	}
};
var Ze = class extends re {
	constructor(t, e) {
		t = t || {}, t.flush = t.flush || M.ZSTD_e_continue, t.finishFlush = t.finishFlush || M.ZSTD_e_end, t.fullFlushFlag = M.ZSTD_e_flush, super(t, e);
	}
};
var Ye = class extends Ze {
	constructor(t) {
		super(t, "ZstdCompress");
	}
};
var Ke = class extends Ze {
	constructor(t) {
		super(t, "ZstdDecompress");
	}
};
var Us = (s, t) => {
	if (Number.isSafeInteger(s)) s < 0 ? an(s, t) : hn(s, t);
	else throw Error("cannot encode number outside of javascript safe integer range");
	return t;
};
var hn = (s, t) => {
	t[0] = 128;
	for (var e = t.length; e > 1; e--) t[e - 1] = s & 255, s = Math.floor(s / 256);
};
var an = (s, t) => {
	t[0] = 255;
	var e = !1;
	s = s * -1;
	for (var i = t.length; i > 1; i--) {
		var r = s & 255;
		s = Math.floor(s / 256), e ? t[i - 1] = Ws(r) : r === 0 ? t[i - 1] = 0 : (e = !0, t[i - 1] = Gs(r));
	}
};
var Hs = (s) => {
	let t = s[0];
	let e = t === 128 ? cn(s.subarray(1, s.length)) : t === 255 ? ln(s) : null;
	if (e === null) throw Error("invalid base256 encoding");
	if (!Number.isSafeInteger(e)) throw Error("parsed number outside of javascript safe integer range");
	return e;
};
var ln = (s) => {
	for (var t = s.length, e = 0, i = !1, r = t - 1; r > -1; r--) {
		var n = Number(s[r]);
		var o;
		i ? o = Ws(n) : n === 0 ? o = n : (i = !0, o = Gs(n)), o !== 0 && (e -= o * Math.pow(256, t - r - 1));
	}
	return e;
};
var cn = (s) => {
	for (var t = s.length, e = 0, i = t - 1; i > -1; i--) {
		var r = Number(s[i]);
		r !== 0 && (e += r * Math.pow(256, t - i - 1));
	}
	return e;
};
var Ws = (s) => (255 ^ s) & 255;
var Gs = (s) => (255 ^ s) + 1 & 255;
var Hi = {};
Ur(Hi, {
	code: () => Ve,
	isCode: () => ne,
	isName: () => dn,
	name: () => oe,
	normalFsTypes: () => Ui
});
var ne = (s) => oe.has(s);
var dn = (s) => Ve.has(s);
var Ui = /* @__PURE__ */ new Set([
	"0",
	"",
	"1",
	"2",
	"3",
	"4",
	"5",
	"6",
	"7",
	"D"
]);
var oe = /* @__PURE__ */ new Map([
	["0", "File"],
	["", "OldFile"],
	["1", "Link"],
	["2", "SymbolicLink"],
	["3", "CharacterDevice"],
	["4", "BlockDevice"],
	["5", "Directory"],
	["6", "FIFO"],
	["7", "ContiguousFile"],
	["g", "GlobalExtendedHeader"],
	["x", "ExtendedHeader"],
	["A", "SolarisACL"],
	["D", "GNUDumpDir"],
	["I", "Inode"],
	["K", "NextFileHasLongLinkpath"],
	["L", "NextFileHasLongPath"],
	["M", "ContinuationFile"],
	["N", "OldGnuLongPath"],
	["S", "SparseFile"],
	["V", "TapeVolumeHeader"],
	["X", "OldExtendedHeader"]
]);
var Ve = new Map(Array.from(oe).map((s) => [s[1], s[0]]));
var un = (s) => s === void 0 || s < 0 ? void 0 : s;
var F = class {
	cksumValid = !1;
	needPax = !1;
	nullBlock = !1;
	block;
	path;
	mode;
	uid;
	gid;
	size;
	cksum;
	#t = "Unsupported";
	linkpath;
	uname;
	gname;
	devmaj = 0;
	devmin = 0;
	atime;
	ctime;
	mtime;
	charset;
	comment;
	constructor(t, e = 0, i, r) {
		Buffer.isBuffer(t) ? this.decode(t, e || 0, i, r) : t && this.#i(t);
	}
	decode(t, e, i, r) {
		if (e || (e = 0), !t || !(t.length >= e + 512)) throw new Error("need 512 bytes for header");
		let n = xt(t, e + 156, 1);
		let o = Ui.has(n);
		let h = o ? i : void 0;
		let a = o ? r : void 0;
		if (this.path = h?.path ?? xt(t, e, 100), this.mode = h?.mode ?? a?.mode ?? lt(t, e + 100, 8), this.uid = h?.uid ?? a?.uid ?? lt(t, e + 108, 8), this.gid = h?.gid ?? a?.gid ?? lt(t, e + 116, 8), this.size = un(h?.size ?? a?.size ?? lt(t, e + 124, 12)), this.mtime = h?.mtime ?? a?.mtime ?? Wi(t, e + 136, 12), this.cksum = lt(t, e + 148, 12), a && this.#i(a, !0), h && this.#i(h), ne(n) && (this.#t = n || "0"), this.#t === "0" && this.path.slice(-1) === "/" && (this.#t = "5"), this.#t === "5" && (this.size = 0), this.linkpath = xt(t, e + 157, 100), t.subarray(e + 257, e + 265).toString() === "ustar\x0000") if (this.uname = h?.uname ?? a?.uname ?? xt(t, e + 265, 32), this.gname = h?.gname ?? a?.gname ?? xt(t, e + 297, 32), this.devmaj = h?.devmaj ?? a?.devmaj ?? lt(t, e + 329, 8) ?? 0, this.devmin = h?.devmin ?? a?.devmin ?? lt(t, e + 337, 8) ?? 0, t[e + 475] !== 0) {
			let c = xt(t, e + 345, 155);
			this.path = c + "/" + this.path;
		} else {
			let c = xt(t, e + 345, 130);
			c && (this.path = c + "/" + this.path), this.atime = i?.atime ?? r?.atime ?? Wi(t, e + 476, 12), this.ctime = i?.ctime ?? r?.ctime ?? Wi(t, e + 488, 12);
		}
		let l = 256;
		for (let c = e; c < e + 148; c++) l += t[c];
		for (let c = e + 156; c < e + 512; c++) l += t[c];
		this.cksumValid = l === this.cksum, this.cksum === void 0 && l === 256 && (this.nullBlock = !0);
	}
	#i(t, e = !1) {
		Object.assign(this, Object.fromEntries(Object.entries(t).filter(([i, r]) => !(r == null || i === "size" && Number(r) < 0 || i === "path" && e || i === "linkpath" && e || i === "global"))));
	}
	encode(t, e = 0) {
		if (t || (t = this.block = Buffer.alloc(512)), this.#t === "Unsupported" && (this.#t = "0"), !(t.length >= e + 512)) throw new Error("need 512 bytes for header");
		let i = this.ctime || this.atime ? 130 : 155;
		let r = mn(this.path || "", i);
		let n = r[0];
		let o = r[1];
		this.needPax = !!r[2], this.needPax = Lt(t, e, 100, n) || this.needPax, this.needPax = ct(t, e + 100, 8, this.mode) || this.needPax, this.needPax = ct(t, e + 108, 8, this.uid) || this.needPax, this.needPax = ct(t, e + 116, 8, this.gid) || this.needPax, this.needPax = ct(t, e + 124, 12, this.size) || this.needPax, this.needPax = Gi(t, e + 136, 12, this.mtime) || this.needPax, t[e + 156] = Number(this.#t.codePointAt(0)), this.needPax = Lt(t, e + 157, 100, this.linkpath) || this.needPax, t.write("ustar\x0000", e + 257, 8), this.needPax = Lt(t, e + 265, 32, this.uname) || this.needPax, this.needPax = Lt(t, e + 297, 32, this.gname) || this.needPax, this.needPax = ct(t, e + 329, 8, this.devmaj) || this.needPax, this.needPax = ct(t, e + 337, 8, this.devmin) || this.needPax, this.needPax = Lt(t, e + 345, i, o) || this.needPax, t[e + 475] !== 0 ? this.needPax = Lt(t, e + 345, 155, o) || this.needPax : (this.needPax = Lt(t, e + 345, 130, o) || this.needPax, this.needPax = Gi(t, e + 476, 12, this.atime) || this.needPax, this.needPax = Gi(t, e + 488, 12, this.ctime) || this.needPax);
		let h = 256;
		for (let a = e; a < e + 148; a++) h += t[a];
		for (let a = e + 156; a < e + 512; a++) h += t[a];
		return this.cksum = h, ct(t, e + 148, 8, this.cksum), this.cksumValid = !0, this.needPax;
	}
	get type() {
		return this.#t === "Unsupported" ? this.#t : oe.get(this.#t);
	}
	get typeKey() {
		return this.#t;
	}
	set type(t) {
		let e = String(Ve.get(t));
		if (ne(e) || e === "Unsupported") this.#t = e;
		else if (ne(t)) this.#t = t;
		else throw new TypeError("invalid entry type: " + t);
	}
};
var mn = (s, t) => {
	let i = s;
	let r = "";
	let n;
	let o = posix.parse(s).root || ".";
	if (Buffer.byteLength(i) < 100) n = [
		i,
		r,
		!1
	];
	else {
		r = posix.dirname(i), i = posix.basename(i);
		do
			Buffer.byteLength(i) <= 100 && Buffer.byteLength(r) <= t ? n = [
				i,
				r,
				!1
			] : Buffer.byteLength(i) > 100 && Buffer.byteLength(r) <= t ? n = [
				i.slice(0, 99),
				r,
				!0
			] : (i = posix.join(posix.basename(r), i), r = posix.dirname(r));
		while (r !== o && n === void 0);
		n || (n = [
			s.slice(0, 99),
			"",
			!0
		]);
	}
	return n;
};
var xt = (s, t, e) => s.subarray(t, t + e).toString("utf8").replace(/\0.*/, "");
var Wi = (s, t, e) => pn(lt(s, t, e));
var pn = (s) => s === void 0 ? void 0 : /* @__PURE__ */ new Date(s * 1e3);
var lt = (s, t, e) => Number(s[t]) & 128 ? Hs(s.subarray(t, t + e)) : wn(s, t, e);
var En = (s) => isNaN(s) ? void 0 : s;
var wn = (s, t, e) => En(parseInt(s.subarray(t, t + e).toString("utf8").replace(/\0.*$/, "").trim(), 8));
var Sn = {
	12: 8589934591,
	8: 2097151
};
var ct = (s, t, e, i) => i === void 0 ? !1 : i > Sn[e] || i < 0 ? (Us(i, s.subarray(t, t + e)), !0) : (yn(s, t, e, i), !1);
var yn = (s, t, e, i) => s.write(Rn(i, e), t, e, "ascii");
var Rn = (s, t) => gn(Math.floor(s).toString(8), t);
var gn = (s, t) => (s.length === t - 1 ? s : new Array(t - s.length - 1).join("0") + s + " ") + "\0";
var Gi = (s, t, e, i) => i === void 0 ? !1 : ct(s, t, e, i.getTime() / 1e3);
var bn = new Array(156).join("\0");
var Lt = (s, t, e, i) => i === void 0 ? !1 : (s.write(i + bn, t, e, "utf8"), i.length !== Buffer.byteLength(i) || i.length > e);
var ft = class s {
	atime;
	mtime;
	ctime;
	charset;
	comment;
	gid;
	uid;
	gname;
	uname;
	linkpath;
	dev;
	ino;
	nlink;
	path;
	size;
	mode;
	global;
	constructor(t, e = !1) {
		this.atime = t.atime, this.charset = t.charset, this.comment = t.comment, this.ctime = t.ctime, this.dev = t.dev, this.gid = t.gid, this.global = e, this.gname = t.gname, this.ino = t.ino, this.linkpath = t.linkpath, this.mtime = t.mtime, this.nlink = t.nlink, this.path = t.path, this.size = t.size, this.uid = t.uid, this.uname = t.uname;
	}
	encode() {
		let t = this.encodeBody();
		if (t === "") return Buffer.allocUnsafe(0);
		let e = Buffer.byteLength(t);
		let i = 512 * Math.ceil(1 + e / 512);
		let r = Buffer.allocUnsafe(i);
		for (let n = 0; n < 512; n++) r[n] = 0;
		new F({
			path: ("PaxHeader/" + basename(this.path ?? "")).slice(0, 99),
			mode: this.mode || 420,
			uid: this.uid,
			gid: this.gid,
			size: e,
			mtime: this.mtime,
			type: this.global ? "GlobalExtendedHeader" : "ExtendedHeader",
			linkpath: "",
			uname: this.uname || "",
			gname: this.gname || "",
			devmaj: 0,
			devmin: 0,
			atime: this.atime,
			ctime: this.ctime
		}).encode(r), r.write(t, 512, e, "utf8");
		for (let n = e + 512; n < r.length; n++) r[n] = 0;
		return r;
	}
	encodeBody() {
		return this.encodeField("path") + this.encodeField("ctime") + this.encodeField("atime") + this.encodeField("dev") + this.encodeField("ino") + this.encodeField("nlink") + this.encodeField("charset") + this.encodeField("comment") + this.encodeField("gid") + this.encodeField("gname") + this.encodeField("linkpath") + this.encodeField("mtime") + this.encodeField("size") + this.encodeField("uid") + this.encodeField("uname");
	}
	encodeField(t) {
		if (this[t] === void 0) return "";
		let e = this[t];
		let i = e instanceof Date ? e.getTime() / 1e3 : e;
		let r = " " + (t === "dev" || t === "ino" || t === "nlink" ? "SCHILY." : "") + t + "=" + i + `
`;
		let n = Buffer.byteLength(r);
		let o = Math.floor(Math.log(n) / Math.log(10)) + 1;
		return n + o >= Math.pow(10, o) && (o += 1), o + n + r;
	}
	static parse(t, e, i = !1) {
		return new s(On(Tn(t), e), i);
	}
};
var On = (s, t) => t ? Object.assign({}, t, s) : s;
var Tn = (s) => s.replace(/\n$/, "").split(`
`).reduce(xn, Object.create(null));
var xn = (s, t) => {
	let e = parseInt(t, 10);
	if (e !== Buffer.byteLength(t) + 1) return s;
	t = t.slice((e + " ").length);
	let i = t.split("=");
	let r = i.shift();
	if (!r) return s;
	let n = r.replace(/^SCHILY\.(dev|ino|nlink)/, "$1");
	let o = i.join("=").replace(/\0.*/, "");
	switch (n) {
		case "path":
		case "linkpath":
		case "type":
		case "charset":
		case "comment":
		case "gname":
		case "uname":
			s[n] = o;
			break;
		case "ctime":
		case "atime":
		case "mtime":
			s[n] = /* @__PURE__ */ new Date(Number(o) * 1e3);
			break;
		case "size":
			let h = +o;
			h >= 0 && (s[n] = h);
			break;
		case "gid":
		case "uid":
		case "dev":
		case "ino":
		case "nlink":
		case "mode": s[n] = +o;
	}
	return s;
};
var f = (process.env.TESTING_TAR_FAKE_PLATFORM || process.platform) !== "win32" ? (s) => String(s) : (s) => String(s).replaceAll(/\\/g, "/");
var $e = class extends A {
	extended;
	globalExtended;
	header;
	startBlockSize;
	blockRemain;
	remain;
	type;
	meta = !1;
	ignore = !1;
	path;
	mode;
	uid;
	gid;
	uname;
	gname;
	size = 0;
	mtime;
	atime;
	ctime;
	linkpath;
	dev;
	ino;
	nlink;
	invalid = !1;
	absolute;
	unsupported = !1;
	constructor(t, e, i) {
		switch (super({}), this.pause(), this.extended = e, this.globalExtended = i, this.header = t, this.remain = t.size ?? 0, this.startBlockSize = 512 * Math.ceil(this.remain / 512), this.blockRemain = this.startBlockSize, this.type = t.type, this.type) {
			case "File":
			case "OldFile":
			case "Link":
			case "SymbolicLink":
			case "CharacterDevice":
			case "BlockDevice":
			case "Directory":
			case "FIFO":
			case "ContiguousFile":
			case "GNUDumpDir": break;
			case "NextFileHasLongLinkpath":
			case "NextFileHasLongPath":
			case "OldGnuLongPath":
			case "GlobalExtendedHeader":
			case "ExtendedHeader":
			case "OldExtendedHeader":
				this.meta = !0;
				break;
			default: this.ignore = !0;
		}
		if (!t.path) throw new Error("no path provided for tar.ReadEntry");
		this.path = f(t.path), this.mode = t.mode, this.mode && (this.mode = this.mode & 4095), this.uid = t.uid, this.gid = t.gid, this.uname = t.uname, this.gname = t.gname, this.size = this.remain, this.mtime = t.mtime, this.atime = t.atime, this.ctime = t.ctime, this.linkpath = t.linkpath ? f(t.linkpath) : void 0, this.uname = t.uname, this.gname = t.gname, e && this.#t(e), i && this.#t(i, !0);
	}
	write(t) {
		let e = t.length;
		if (e > this.blockRemain) throw new Error("writing more to entry than is appropriate");
		let i = this.remain;
		let r = this.blockRemain;
		return this.remain = Math.max(0, i - e), this.blockRemain = Math.max(0, r - e), this.ignore ? !0 : i >= e ? super.write(t) : super.write(t.subarray(0, i));
	}
	#t(t, e = !1) {
		t.path && (t.path = f(t.path)), t.linkpath && (t.linkpath = f(t.linkpath)), Object.assign(this, Object.fromEntries(Object.entries(t).filter(([i, r]) => !(r == null || i === "path" && e))));
	}
};
var Dt = (s, t, e, i = {}) => {
	s.file && (i.file = s.file), s.cwd && (i.cwd = s.cwd), i.code = e instanceof Error && e.code || t, i.tarCode = t, !s.strict && i.recoverable !== !1 ? (e instanceof Error && (i = Object.assign(e, i), e = e.message), s.emit("warn", t, e, i)) : e instanceof Error ? s.emit("error", Object.assign(e, i)) : s.emit("error", Object.assign(/* @__PURE__ */ new Error(`${t}: ${e}`), i));
};
var Nn = 1048576;
var Xi = Buffer.from([31, 139]);
var qi = Buffer.from([
	40,
	181,
	47,
	253
]);
var An = Math.max(Xi.length, qi.length);
var B = Symbol("state");
var Nt = Symbol("writeEntry");
var it = Symbol("readEntry");
var Zi = Symbol("nextEntry");
var Zs = Symbol("processEntry");
var V = Symbol("extendedHeader");
var he = Symbol("globalExtendedHeader");
var dt = Symbol("meta");
var Ys = Symbol("emitMeta");
var p = Symbol("buffer");
var st = Symbol("queue");
var ut = Symbol("ended");
var Yi = Symbol("emittedEnd");
var At = Symbol("emit");
var w = Symbol("unzip");
var Xe = Symbol("consumeChunk");
var qe = Symbol("consumeChunkSub");
var Ki = Symbol("consumeBody");
var Ks = Symbol("consumeMeta");
var Vs = Symbol("consumeHeader");
var ae = Symbol("consuming");
var Vi = Symbol("bufferConcat");
var Qe = Symbol("maybeEnd");
var Yt = Symbol("writing");
var $ = Symbol("aborted");
var Je = Symbol("onDone");
var It = Symbol("sawValidEntry");
var je = Symbol("sawNullBlock");
var ti = Symbol("sawEOF");
var $s = Symbol("closeStream");
var In = 1e3;
var le = Symbol("compressedBytesRead");
var $i = Symbol("decompressedBytesRead");
var Xs = Symbol("checkDecompressionRatio");
var Cn = () => !0;
var rt = class extends EventEmitter {
	file;
	strict;
	maxMetaEntrySize;
	filter;
	brotli;
	zstd;
	maxDecompressionRatio;
	writable = !0;
	readable = !1;
	[st] = [];
	[p];
	[it];
	[Nt];
	[B] = "begin";
	[dt] = "";
	[V];
	[he];
	[ut] = !1;
	[w];
	[$] = !1;
	[It];
	[je] = !1;
	[ti] = !1;
	[Yt] = !1;
	[ae] = !1;
	[Yi] = !1;
	[le] = 0;
	[$i] = 0;
	constructor(t = {}) {
		super(), this.file = t.file || "", this.on(Je, () => {
			(this[B] === "begin" || this[It] === !1) && this.warn("TAR_BAD_ARCHIVE", "Unrecognized archive format");
		}), t.ondone ? this.on(Je, t.ondone) : this.on(Je, () => {
			this.emit("prefinish"), this.emit("finish"), this.emit("end");
		}), this.strict = !!t.strict, this.maxDecompressionRatio = typeof t.maxDecompressionRatio == "number" ? t.maxDecompressionRatio : In, this.maxMetaEntrySize = t.maxMetaEntrySize || Nn, this.filter = typeof t.filter == "function" ? t.filter : Cn;
		let e = t.file && (t.file.endsWith(".tar.br") || t.file.endsWith(".tbr"));
		this.brotli = !(t.gzip || t.zstd) && t.brotli !== void 0 ? t.brotli : e ? void 0 : !1;
		let i = t.file && (t.file.endsWith(".tar.zst") || t.file.endsWith(".tzst"));
		this.zstd = !(t.gzip || t.brotli) && t.zstd !== void 0 ? t.zstd : i ? !0 : void 0, this.on("end", () => this[$s]()), typeof t.onwarn == "function" && this.on("warn", t.onwarn), typeof t.onReadEntry == "function" && this.on("entry", t.onReadEntry);
	}
	warn(t, e, i = {}) {
		Dt(this, t, e, i);
	}
	[Vs](t, e) {
		this[It] === void 0 && (this[It] = !1);
		let i;
		try {
			i = new F(t, e, this[V], this[he]);
		} catch (r) {
			return this.warn("TAR_ENTRY_INVALID", r);
		}
		if (i.nullBlock) this[je] ? (this[ti] = !0, this[B] === "begin" && (this[B] = "header"), this[At]("eof")) : (this[je] = !0, this[At]("nullBlock"));
		else if (this[je] = !1, !i.cksumValid) this.warn("TAR_ENTRY_INVALID", "checksum failure", { header: i });
		else if (!i.path) this.warn("TAR_ENTRY_INVALID", "path is required", { header: i });
		else {
			let r = i.type;
			if (/^(Symbolic)?Link$/.test(r) && !i.linkpath) this.warn("TAR_ENTRY_INVALID", "linkpath required", { header: i });
			else if (!/^(Symbolic)?Link$/.test(r) && !/^(Global)?ExtendedHeader$/.test(r) && i.linkpath) this.warn("TAR_ENTRY_INVALID", "linkpath forbidden", { header: i });
			else {
				let n = this[Nt] = new $e(i, this[V], this[he]);
				if (!this[It]) if (n.remain) {
					let o = () => {
						n.invalid || (this[It] = !0);
					};
					n.on("end", o);
				} else this[It] = !0;
				n.meta ? n.size > this.maxMetaEntrySize ? (n.ignore = !0, this[At]("ignoredEntry", n), this[B] = "ignore", n.resume()) : n.size > 0 && (this[dt] = "", n.on("data", (o) => this[dt] += o), this[B] = "meta") : (this[V] = void 0, n.ignore = n.ignore || !this.filter(n.path, n), n.ignore ? (this[At]("ignoredEntry", n), this[B] = n.remain ? "ignore" : "header", n.resume()) : (n.remain ? this[B] = "body" : (this[B] = "header", n.end()), this[it] ? this[st].push(n) : (this[st].push(n), this[Zi]())));
			}
		}
	}
	[$s]() {
		queueMicrotask(() => this.emit("close"));
	}
	[Zs](t) {
		let e = !0;
		if (!t) this[it] = void 0, e = !1;
		else if (Array.isArray(t)) {
			let [i, ...r] = t;
			this.emit(i, ...r);
		} else this[it] = t, this.emit("entry", t), t.emittedEnd || (t.on("end", () => this[Zi]()), e = !1);
		return e;
	}
	[Zi]() {
		do;
		while (this[Zs](this[st].shift()));
		if (this[st].length === 0) {
			let t = this[it];
			!t || t.flowing || t.size === t.remain ? this[Yt] || this.emit("drain") : t.once("drain", () => this.emit("drain"));
		}
	}
	[Ki](t, e) {
		let i = this[Nt];
		if (!i) throw new Error("attempt to consume body without entry??");
		let r = i.blockRemain ?? 0;
		let n = r >= t.length && e === 0 ? t : t.subarray(e, e + r);
		return i.write(n), i.blockRemain || (this[B] = "header", this[Nt] = void 0, i.end()), n.length;
	}
	[Ks](t, e) {
		let i = this[Nt];
		let r = this[Ki](t, e);
		return !this[Nt] && i && this[Ys](i), r;
	}
	[At](t, e, i) {
		this[st].length === 0 && !this[it] ? this.emit(t, e, i) : this[st].push([
			t,
			e,
			i
		]);
	}
	[Ys](t) {
		switch (this[At]("meta", this[dt]), t.type) {
			case "ExtendedHeader":
			case "OldExtendedHeader":
				this[V] = ft.parse(this[dt], this[V], !1);
				break;
			case "GlobalExtendedHeader":
				this[he] = ft.parse(this[dt], this[he], !0);
				break;
			case "NextFileHasLongPath":
			case "OldGnuLongPath": {
				let e = this[V] ?? Object.create(null);
				this[V] = e, e.path = this[dt].replace(/\0.*/, "");
				break;
			}
			case "NextFileHasLongLinkpath": {
				let e = this[V] || Object.create(null);
				this[V] = e, e.linkpath = this[dt].replace(/\0.*/, "");
				break;
			}
			default: throw new Error("unknown meta: " + t.type);
		}
	}
	abort(t) {
		if (!this[$]) {
			if (this[w]) {
				let e = this[w];
				e.write = () => !0, e.end = () => e, e.emit = () => !1, e.destroy?.();
			}
			this[$] = !0, this.emit("abort", t), this.warn("TAR_ABORT", t, { recoverable: !1 });
		}
	}
	[Xs](t) {
		this[$i] += t.length;
		let e = this[$i] / this[le];
		return e > this.maxDecompressionRatio ? (this.abort(/* @__PURE__ */ new Error(`max decompression ratio exceeded: ${e.toFixed(2)} > ${this.maxDecompressionRatio}`)), !1) : !0;
	}
	write(t, e, i) {
		if (typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, typeof e == "string" ? e : "utf8")), this[$]) return i?.(), !1;
		if ((this[w] === void 0 || this.brotli === void 0 && this[w] === !1) && t) {
			if (this[p] && (t = Buffer.concat([this[p], t]), this[p] = void 0), t.length < An) return this[p] = t, i?.(), !0;
			for (let a = 0; this[w] === void 0 && a < Xi.length; a++) t[a] !== Xi[a] && (this[w] = !1);
			let o = !1;
			if (this[w] === !1 && this.zstd !== !1) {
				o = !0;
				for (let a = 0; a < qi.length; a++) if (t[a] !== qi[a]) {
					o = !1;
					break;
				}
			}
			let h = this.brotli === void 0 && !o;
			if (this[w] === !1 && h) if (t.length < 512) if (this[ut]) this.brotli = !0;
			else return this[p] = t, i?.(), !0;
			else try {
				new F(t.subarray(0, 512)), this.brotli = !1;
			} catch {
				this.brotli = !0;
			}
			if (this[w] === void 0 || this[w] === !1 && (this.brotli || o)) {
				let a = this[ut];
				this[ut] = !1, this[w] = this[w] === void 0 ? new Ue({}) : o ? new Ke({}) : new Ge({}), this[w].on("data", (c) => {
					this[Xs](c) && this[Xe](c);
				}), this[w].on("error", (c) => {
					this[$] || this.abort(c);
				}), this[w].on("end", () => {
					this[ut] = !0, this[Xe]();
				}), this[Yt] = !0, this[le] += t.length;
				let l = !!this[w][a ? "end" : "write"](t);
				return this[Yt] = !1, i?.(), l;
			}
		}
		this[Yt] = !0, this[w] ? (this[le] += t.length, this[w].write(t)) : this[Xe](t), this[Yt] = !1;
		let n = this[st].length > 0 ? !1 : this[it] ? this[it].flowing : !0;
		return !n && this[st].length === 0 && this[it]?.once("drain", () => this.emit("drain")), i?.(), n;
	}
	[Vi](t) {
		t && !this[$] && (this[p] = this[p] ? Buffer.concat([this[p], t]) : t);
	}
	[Qe]() {
		if (this[ut] && !this[Yi] && !this[$] && !this[ae]) {
			this[Yi] = !0;
			let t = this[Nt];
			if (t?.blockRemain) {
				let e = this[p] ? this[p].length : 0;
				this.warn("TAR_BAD_ARCHIVE", `Truncated input (needed ${t.blockRemain} more bytes, only ${e} available)`, { entry: t }), this[p] && t.write(this[p]), t.end();
			}
			this[At](Je);
		}
	}
	[Xe](t) {
		if (this[ae] && t) this[Vi](t);
		else if (!t && !this[p]) this[Qe]();
		else if (t) {
			if (this[ae] = !0, this[p]) {
				this[Vi](t);
				let e = this[p];
				this[p] = void 0, this[qe](e);
			} else this[qe](t);
			for (; this[p] && this[p]?.length >= 512 && !this[$] && !this[ti];) {
				let e = this[p];
				this[p] = void 0, this[qe](e);
			}
			this[ae] = !1;
		}
		(!this[p] || this[ut]) && this[Qe]();
	}
	[qe](t) {
		let e = 0;
		let i = t.length;
		for (; e + 512 <= i && !this[$] && !this[ti];) switch (this[B]) {
			case "begin":
			case "header":
				this[Vs](t, e), e += 512;
				break;
			case "ignore":
			case "body":
				e += this[Ki](t, e);
				break;
			case "meta":
				e += this[Ks](t, e);
				break;
			default: throw new Error("invalid state: " + this[B]);
		}
		e < i && (this[p] = this[p] ? Buffer.concat([t.subarray(e), this[p]]) : t.subarray(e));
	}
	end(t, e, i) {
		return typeof t == "function" && (i = t, e = void 0, t = void 0), typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, e)), i && this.once("finish", i), this[$] || (this[w] ? (t && (this[le] += t.length, this[w].write(t)), this[w].end()) : (this[ut] = !0, (this.brotli === void 0 || this.zstd === void 0) && (t = t || Buffer.alloc(0)), t && this.write(t), this[Qe]())), this;
	}
};
var mt = (s) => {
	let t = s.length - 1;
	let e = -1;
	for (; t > -1 && s.charAt(t) === "/";) e = t, t--;
	return e === -1 ? s : s.slice(0, e);
};
var vn = (s) => {
	let t = s.onReadEntry;
	s.onReadEntry = t ? (e) => {
		t(e), e.resume();
	} : (e) => e.resume();
};
var Qi = (s, t) => {
	let e = new Map(t.map((o) => [mt(o), !0]));
	let i = s.filter;
	let r = 100;
	let n = (o, h = "", a = 0) => {
		if (a >= r) return e.set(o, !1), !1;
		let l = h || parse(o).root || ".";
		let c;
		if (o === l) c = !1;
		else {
			let d = e.get(o);
			c = d !== void 0 ? d : n(dirname$1(o), l, a + 1);
		}
		return e.set(o, c), c;
	};
	s.filter = i ? (o, h) => i(o, h) && n(mt(o)) : (o) => n(mt(o));
};
var Mn = (s) => {
	let t = new rt(s);
	let e = s.file;
	let i;
	try {
		i = Br.openSync(e, "r");
		let r = Br.fstatSync(i);
		let n = s.maxReadSize || 16777216;
		if (r.size < n) {
			let o = Buffer.allocUnsafe(r.size);
			let h = Br.readSync(i, o, 0, r.size, 0);
			t.end(h === o.byteLength ? o : o.subarray(0, h));
		} else {
			let o = 0;
			let h = Buffer.allocUnsafe(n);
			for (; o < r.size;) {
				let a = Br.readSync(i, h, 0, n, o);
				if (a === 0) break;
				o += a, t.write(h.subarray(0, a));
			}
			t.end();
		}
	} finally {
		if (typeof i == "number") try {
			Br.closeSync(i);
		} catch {}
	}
};
var Bn = (s, t) => {
	let e = new rt(s);
	let i = s.maxReadSize || 16777216;
	let r = s.file;
	return new Promise((o, h) => {
		e.on("error", h), e.on("end", o), Br.stat(r, (a, l) => {
			if (a) h(a);
			else {
				let c = new _t(r, {
					readSize: i,
					size: l.size
				});
				c.on("error", h), c.pipe(e);
			}
		});
	});
};
var Ct = K(Mn, Bn, (s) => new rt(s), (s) => new rt(s), (s, t) => {
	t?.length && Qi(s, t), s.noResume || vn(s);
});
var Ji = (s, t, e) => (s &= 4095, e && (s = (s | 384) & -19), t && (s & 256 && (s |= 64), s & 32 && (s |= 8), s & 4 && (s |= 1)), s);
var { isAbsolute: zn, parse: qs } = win32, ce = (s) => {
	let t = "";
	let e = qs(s);
	for (; zn(s) || e.root;) {
		let i = s.charAt(0) === "/" && s.slice(0, 4) !== "//?/" ? "/" : e.root;
		s = s.slice(i.length), t += i, e = qs(s);
	}
	return [t, s];
};
var ei = [
	"|",
	"<",
	">",
	"?",
	":"
];
var ji = ei.map((s) => String.fromCodePoint(61440 + Number(s.codePointAt(0))));
var Un = new Map(ei.map((s, t) => [s, ji[t]]));
var Hn = new Map(ji.map((s, t) => [s, ei[t]]));
var ts = (s) => ei.reduce((t, e) => t.split(e).join(Un.get(e)), s);
var Qs = (s) => ji.reduce((t, e) => t.split(e).join(Hn.get(e)), s);
var rr = (s, t) => t ? (s = f(s).replace(/^\.(\/|$)/, ""), mt(t) + "/" + s) : f(s);
var Wn = 16777216;
var tr = Symbol("process");
var er = Symbol("file");
var ir = Symbol("directory");
var is = Symbol("symlink");
var sr = Symbol("hardlink");
var fe = Symbol("header");
var ii = Symbol("read");
var ss = Symbol("lstat");
var si = Symbol("onlstat");
var rs = Symbol("onread");
var ns = Symbol("onreadlink");
var os = Symbol("openfile");
var hs = Symbol("onopenfile");
var pt = Symbol("close");
var ri = Symbol("mode");
var as = Symbol("awaitDrain");
var es = Symbol("ondrain");
var q = Symbol("prefix");
var de = class extends A {
	path;
	portable;
	myuid = process.getuid && process.getuid() || 0;
	myuser = process.env.USER || "";
	maxReadSize;
	linkCache;
	statCache;
	preservePaths;
	cwd;
	strict;
	mtime;
	noPax;
	noMtime;
	prefix;
	fd;
	blockLen = 0;
	blockRemain = 0;
	buf;
	pos = 0;
	remain = 0;
	length = 0;
	offset = 0;
	win32;
	absolute;
	header;
	type;
	linkpath;
	stat;
	onWriteEntry;
	#t = !1;
	constructor(t, e = {}) {
		let i = se(e);
		super(), this.path = f(t), this.portable = !!i.portable, this.maxReadSize = i.maxReadSize || Wn, this.linkCache = i.linkCache || /* @__PURE__ */ new Map(), this.statCache = i.statCache || /* @__PURE__ */ new Map(), this.preservePaths = !!i.preservePaths, this.cwd = f(i.cwd || process.cwd()), this.strict = !!i.strict, this.noPax = !!i.noPax, this.noMtime = !!i.noMtime, this.mtime = i.mtime, this.prefix = i.prefix ? f(i.prefix) : void 0, this.onWriteEntry = i.onWriteEntry, typeof i.onwarn == "function" && this.on("warn", i.onwarn);
		let r = !1;
		if (!this.preservePaths) {
			let [o, h] = ce(this.path);
			o && typeof h == "string" && (this.path = h, r = o);
		}
		this.win32 = !!i.win32 || process.platform === "win32", this.win32 && (this.path = Qs(this.path.replaceAll(/\\/g, "/")), t = t.replaceAll(/\\/g, "/")), this.absolute = f(i.absolute || ar.resolve(this.cwd, t)), this.path === "" && (this.path = "./"), r && this.warn("TAR_ENTRY_INFO", `stripping ${r} from absolute path`, {
			entry: this,
			path: r + this.path
		});
		let n = this.statCache.get(this.absolute);
		n ? this[si](n) : this[ss]();
	}
	warn(t, e, i = {}) {
		return Dt(this, t, e, i);
	}
	emit(t, ...e) {
		return t === "error" && (this.#t = !0), super.emit(t, ...e);
	}
	[ss]() {
		I.lstat(this.absolute, (t, e) => {
			if (t) return this.emit("error", t);
			this[si](e);
		});
	}
	[si](t) {
		this.statCache.set(this.absolute, t), this.stat = t, t.isFile() || (t.size = 0), this.type = Gn(t), this.emit("stat", t), this[tr]();
	}
	[tr]() {
		switch (this.type) {
			case "File": return this[er]();
			case "Directory": return this[ir]();
			case "SymbolicLink": return this[is]();
			default: return this.end();
		}
	}
	[ri](t) {
		return Ji(t, this.type === "Directory", this.portable);
	}
	[q](t) {
		return rr(t, this.prefix);
	}
	[fe]() {
		if (!this.stat) throw new Error("cannot write header before stat");
		this.type === "Directory" && this.portable && (this.noMtime = !0), this.onWriteEntry?.(this), this.header = new F({
			path: this[q](this.path),
			linkpath: this.type === "Link" && this.linkpath !== void 0 ? this[q](this.linkpath) : this.linkpath,
			mode: this[ri](this.stat.mode),
			uid: this.portable ? void 0 : this.stat.uid,
			gid: this.portable ? void 0 : this.stat.gid,
			size: this.stat.size,
			mtime: this.noMtime ? void 0 : this.mtime || this.stat.mtime,
			type: this.type === "Unsupported" ? void 0 : this.type,
			uname: this.portable ? void 0 : this.stat.uid === this.myuid ? this.myuser : "",
			atime: this.portable ? void 0 : this.stat.atime,
			ctime: this.portable ? void 0 : this.stat.ctime
		}), this.header.encode() && !this.noPax && super.write(new ft({
			atime: this.portable ? void 0 : this.header.atime,
			ctime: this.portable ? void 0 : this.header.ctime,
			gid: this.portable ? void 0 : this.header.gid,
			mtime: this.noMtime ? void 0 : this.mtime || this.header.mtime,
			path: this[q](this.path),
			linkpath: this.type === "Link" && this.linkpath !== void 0 ? this[q](this.linkpath) : this.linkpath,
			size: this.header.size,
			uid: this.portable ? void 0 : this.header.uid,
			uname: this.portable ? void 0 : this.header.uname,
			dev: this.portable ? void 0 : this.stat.dev,
			ino: this.portable ? void 0 : this.stat.ino,
			nlink: this.portable ? void 0 : this.stat.nlink
		}).encode());
		let t = this.header?.block;
		if (!t) throw new Error("failed to encode header");
		super.write(t);
	}
	[ir]() {
		if (!this.stat) throw new Error("cannot create directory entry without stat");
		this.path.slice(-1) !== "/" && (this.path += "/"), this.stat.size = 0, this[fe](), this.end();
	}
	[is]() {
		I.readlink(this.absolute, (t, e) => {
			if (t) return this.emit("error", t);
			this[ns](e);
		});
	}
	[ns](t) {
		this.linkpath = f(t), this[fe](), this.end();
	}
	[sr](t) {
		if (!this.stat) throw new Error("cannot create link entry without stat");
		this.type = "Link", this.linkpath = f(ar.relative(this.cwd, t)), this.stat.size = 0, this[fe](), this.end();
	}
	[er]() {
		if (!this.stat) throw new Error("cannot create file entry without stat");
		if (this.stat.nlink > 1) {
			let t = `${this.stat.dev}:${this.stat.ino}`;
			let e = this.linkCache.get(t);
			if (e?.indexOf(this.cwd) === 0) return this[sr](e);
			this.linkCache.set(t, this.absolute);
		}
		if (this[fe](), this.stat.size === 0) return this.end();
		this[os]();
	}
	[os]() {
		I.open(this.absolute, "r", (t, e) => {
			if (t) return this.emit("error", t);
			this[hs](e);
		});
	}
	[hs](t) {
		if (this.fd = t, this.#t) return this[pt]();
		if (!this.stat) throw new Error("should stat before calling onopenfile");
		this.blockLen = 512 * Math.ceil(this.stat.size / 512), this.blockRemain = this.blockLen;
		let e = Math.min(this.blockLen, this.maxReadSize);
		this.buf = Buffer.allocUnsafe(e), this.offset = 0, this.pos = 0, this.remain = this.stat.size, this.length = this.buf.length, this[ii]();
	}
	[ii]() {
		let { fd: t, buf: e, offset: i, length: r, pos: n } = this;
		if (t === void 0 || e === void 0) throw new Error("cannot read file without first opening");
		I.read(t, e, i, r, n, (o, h) => {
			if (o) return this[pt](() => this.emit("error", o));
			this[rs](h);
		});
	}
	[pt](t = () => {}) {
		this.fd !== void 0 && I.close(this.fd, t);
	}
	[rs](t) {
		if (t <= 0 && this.remain > 0) {
			let r = Object.assign(/* @__PURE__ */ new Error("encountered unexpected EOF"), {
				path: this.absolute,
				syscall: "read",
				code: "EOF"
			});
			return this[pt](() => this.emit("error", r));
		}
		if (t > this.remain) {
			let r = Object.assign(/* @__PURE__ */ new Error("did not encounter expected EOF"), {
				path: this.absolute,
				syscall: "read",
				code: "EOF"
			});
			return this[pt](() => this.emit("error", r));
		}
		if (!this.buf) throw new Error("should have created buffer prior to reading");
		if (t === this.remain) for (let r = t; r < this.length && t < this.blockRemain; r++) this.buf[r + this.offset] = 0, t++, this.remain++;
		let e = this.offset === 0 && t === this.buf.length ? this.buf : this.buf.subarray(this.offset, this.offset + t);
		this.write(e) ? this[es]() : this[as](() => this[es]());
	}
	[as](t) {
		this.once("drain", t);
	}
	write(t, e, i) {
		if (typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, typeof e == "string" ? e : "utf8")), this.blockRemain < t.length) {
			let r = Object.assign(/* @__PURE__ */ new Error("writing more data than expected"), { path: this.absolute });
			return this.emit("error", r);
		}
		return this.remain -= t.length, this.blockRemain -= t.length, this.pos += t.length, this.offset += t.length, super.write(t, null, i);
	}
	[es]() {
		if (!this.remain) return this.blockRemain && super.write(Buffer.alloc(this.blockRemain)), this[pt]((t) => t ? this.emit("error", t) : this.end());
		if (!this.buf) throw new Error("buffer lost somehow in ONDRAIN");
		this.offset >= this.length && (this.buf = Buffer.allocUnsafe(Math.min(this.blockRemain, this.buf.length)), this.offset = 0), this.length = this.buf.length - this.offset, this[ii]();
	}
};
var ni = class extends de {
	sync = !0;
	[ss]() {
		this[si](I.lstatSync(this.absolute));
	}
	[is]() {
		this[ns](I.readlinkSync(this.absolute));
	}
	[os]() {
		this[hs](I.openSync(this.absolute, "r"));
	}
	[ii]() {
		let t = !0;
		try {
			let { fd: e, buf: i, offset: r, length: n, pos: o } = this;
			if (e === void 0 || i === void 0) throw new Error("fd and buf must be set in READ method");
			let h = I.readSync(e, i, r, n, o);
			this[rs](h), t = !1;
		} finally {
			if (t) try {
				this[pt](() => {});
			} catch {}
		}
	}
	[as](t) {
		t();
	}
	[pt](t = () => {}) {
		this.fd !== void 0 && I.closeSync(this.fd), t();
	}
};
var oi = class extends A {
	blockLen = 0;
	blockRemain = 0;
	buf = 0;
	pos = 0;
	remain = 0;
	length = 0;
	preservePaths;
	portable;
	strict;
	noPax;
	noMtime;
	readEntry;
	type;
	prefix;
	path;
	mode;
	uid;
	gid;
	uname;
	gname;
	header;
	mtime;
	atime;
	ctime;
	linkpath;
	size;
	onWriteEntry;
	warn(t, e, i = {}) {
		return Dt(this, t, e, i);
	}
	constructor(t, e = {}) {
		let i = se(e);
		super(), this.preservePaths = !!i.preservePaths, this.portable = !!i.portable, this.strict = !!i.strict, this.noPax = !!i.noPax, this.noMtime = !!i.noMtime, this.onWriteEntry = i.onWriteEntry, this.readEntry = t;
		let { type: r } = t;
		if (r === "Unsupported") throw new Error("writing entry that should be ignored");
		this.type = r, this.type === "Directory" && this.portable && (this.noMtime = !0), this.prefix = i.prefix, this.path = f(t.path), this.mode = t.mode !== void 0 ? this[ri](t.mode) : void 0, this.uid = this.portable ? void 0 : t.uid, this.gid = this.portable ? void 0 : t.gid, this.uname = this.portable ? void 0 : t.uname, this.gname = this.portable ? void 0 : t.gname, this.size = t.size, this.mtime = this.noMtime ? void 0 : i.mtime || t.mtime, this.atime = this.portable ? void 0 : t.atime, this.ctime = this.portable ? void 0 : t.ctime, this.linkpath = t.linkpath !== void 0 ? f(t.linkpath) : void 0, typeof i.onwarn == "function" && this.on("warn", i.onwarn);
		let n = !1;
		if (!this.preservePaths) {
			let [h, a] = ce(this.path);
			h && typeof a == "string" && (this.path = a, n = h);
		}
		this.remain = t.size, this.blockRemain = t.startBlockSize, this.onWriteEntry?.(this), this.header = new F({
			path: this[q](this.path),
			linkpath: this.type === "Link" && this.linkpath !== void 0 ? this[q](this.linkpath) : this.linkpath,
			mode: this.mode,
			uid: this.portable ? void 0 : this.uid,
			gid: this.portable ? void 0 : this.gid,
			size: this.size,
			mtime: this.noMtime ? void 0 : this.mtime,
			type: this.type,
			uname: this.portable ? void 0 : this.uname,
			atime: this.portable ? void 0 : this.atime,
			ctime: this.portable ? void 0 : this.ctime
		}), n && this.warn("TAR_ENTRY_INFO", `stripping ${n} from absolute path`, {
			entry: this,
			path: n + this.path
		}), this.header.encode() && !this.noPax && super.write(new ft({
			atime: this.portable ? void 0 : this.atime,
			ctime: this.portable ? void 0 : this.ctime,
			gid: this.portable ? void 0 : this.gid,
			mtime: this.noMtime ? void 0 : this.mtime,
			path: this[q](this.path),
			linkpath: this.type === "Link" && this.linkpath !== void 0 ? this[q](this.linkpath) : this.linkpath,
			size: this.size,
			uid: this.portable ? void 0 : this.uid,
			uname: this.portable ? void 0 : this.uname,
			dev: this.portable ? void 0 : this.readEntry.dev,
			ino: this.portable ? void 0 : this.readEntry.ino,
			nlink: this.portable ? void 0 : this.readEntry.nlink
		}).encode());
		let o = this.header?.block;
		if (!o) throw new Error("failed to encode header");
		super.write(o), t.pipe(this);
	}
	[q](t) {
		return rr(t, this.prefix);
	}
	[ri](t) {
		return Ji(t, this.type === "Directory", this.portable);
	}
	write(t, e, i) {
		typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, typeof e == "string" ? e : "utf8"));
		let r = t.length;
		if (r > this.blockRemain) throw new Error("writing more to entry than is appropriate");
		return this.blockRemain -= r, super.write(t, i);
	}
	end(t, e, i) {
		return this.blockRemain && super.write(Buffer.alloc(this.blockRemain)), typeof t == "function" && (i = t, e = void 0, t = void 0), typeof e == "function" && (i = e, e = void 0), typeof t == "string" && (t = Buffer.from(t, e ?? "utf8")), i && this.once("finish", i), t ? super.end(t, i) : super.end(i), this;
	}
};
var Gn = (s) => s.isFile() ? "File" : s.isDirectory() ? "Directory" : s.isSymbolicLink() ? "SymbolicLink" : "Unsupported";
var hi = class s {
	tail;
	head;
	length = 0;
	static create(t = []) {
		return new s(t);
	}
	constructor(t = []) {
		for (let e of t) this.push(e);
	}
	*[Symbol.iterator]() {
		for (let t = this.head; t; t = t.next) yield t.value;
	}
	removeNode(t) {
		if (t.list !== this) throw new Error("removing node which does not belong to this list");
		let e = t.next;
		let i = t.prev;
		return e && (e.prev = i), i && (i.next = e), t === this.head && (this.head = e), t === this.tail && (this.tail = i), this.length--, t.next = void 0, t.prev = void 0, t.list = void 0, e;
	}
	unshiftNode(t) {
		if (t === this.head) return;
		t.list && t.list.removeNode(t);
		let e = this.head;
		t.list = this, t.next = e, e && (e.prev = t), this.head = t, this.tail || (this.tail = t), this.length++;
	}
	pushNode(t) {
		if (t === this.tail) return;
		t.list && t.list.removeNode(t);
		let e = this.tail;
		t.list = this, t.prev = e, e && (e.next = t), this.tail = t, this.head || (this.head = t), this.length++;
	}
	push(...t) {
		for (let e = 0, i = t.length; e < i; e++) Yn(this, t[e]);
		return this.length;
	}
	unshift(...t) {
		for (var e = 0, i = t.length; e < i; e++) Kn(this, t[e]);
		return this.length;
	}
	pop() {
		if (!this.tail) return;
		let t = this.tail.value;
		let e = this.tail;
		return this.tail = this.tail.prev, this.tail ? this.tail.next = void 0 : this.head = void 0, e.list = void 0, this.length--, t;
	}
	shift() {
		if (!this.head) return;
		let t = this.head.value;
		let e = this.head;
		return this.head = this.head.next, this.head ? this.head.prev = void 0 : this.tail = void 0, e.list = void 0, this.length--, t;
	}
	forEach(t, e) {
		e = e || this;
		for (let i = this.head, r = 0; i; r++) t.call(e, i.value, r, this), i = i.next;
	}
	forEachReverse(t, e) {
		e = e || this;
		for (let i = this.tail, r = this.length - 1; i; r--) t.call(e, i.value, r, this), i = i.prev;
	}
	get(t) {
		let e = 0;
		let i = this.head;
		for (; i && e < t; e++) i = i.next;
		if (e === t && i) return i.value;
	}
	getReverse(t) {
		let e = 0;
		let i = this.tail;
		for (; i && e < t; e++) i = i.prev;
		if (e === t && i) return i.value;
	}
	map(t, e) {
		e = e || this;
		let i = new s();
		for (let r = this.head; r;) i.push(t.call(e, r.value, this)), r = r.next;
		return i;
	}
	mapReverse(t, e) {
		e = e || this;
		var i = new s();
		for (let r = this.tail; r;) i.push(t.call(e, r.value, this)), r = r.prev;
		return i;
	}
	reduce(t, e) {
		let i;
		let r = this.head;
		if (arguments.length > 1) i = e;
		else if (this.head) r = this.head.next, i = this.head.value;
		else throw new TypeError("Reduce of empty list with no initial value");
		for (var n = 0; r; n++) i = t(i, r.value, n), r = r.next;
		return i;
	}
	reduceReverse(t, e) {
		let i;
		let r = this.tail;
		if (arguments.length > 1) i = e;
		else if (this.tail) r = this.tail.prev, i = this.tail.value;
		else throw new TypeError("Reduce of empty list with no initial value");
		for (let n = this.length - 1; r; n--) i = t(i, r.value, n), r = r.prev;
		return i;
	}
	toArray() {
		let t = new Array(this.length);
		for (let e = 0, i = this.head; i; e++) t[e] = i.value, i = i.next;
		return t;
	}
	toArrayReverse() {
		let t = new Array(this.length);
		for (let e = 0, i = this.tail; i; e++) t[e] = i.value, i = i.prev;
		return t;
	}
	slice(t = 0, e = this.length) {
		e < 0 && (e += this.length), t < 0 && (t += this.length);
		let i = new s();
		if (e < t || e < 0) return i;
		t < 0 && (t = 0), e > this.length && (e = this.length);
		let r = this.head;
		let n = 0;
		for (n = 0; r && n < t; n++) r = r.next;
		for (; r && n < e; n++, r = r.next) i.push(r.value);
		return i;
	}
	sliceReverse(t = 0, e = this.length) {
		e < 0 && (e += this.length), t < 0 && (t += this.length);
		let i = new s();
		if (e < t || e < 0) return i;
		t < 0 && (t = 0), e > this.length && (e = this.length);
		let r = this.length;
		let n = this.tail;
		for (; n && r > e; r--) n = n.prev;
		for (; n && r > t; r--, n = n.prev) i.push(n.value);
		return i;
	}
	splice(t, e = 0, ...i) {
		t > this.length && (t = this.length - 1), t < 0 && (t = this.length + t);
		let r = this.head;
		for (let o = 0; r && o < t; o++) r = r.next;
		let n = [];
		for (let o = 0; r && o < e; o++) n.push(r.value), r = this.removeNode(r);
		r ? r !== this.tail && (r = r.prev) : r = this.tail;
		for (let o of i) r = Zn(this, r, o);
		return n;
	}
	reverse() {
		let t = this.head;
		let e = this.tail;
		for (let i = t; i; i = i.prev) {
			let r = i.prev;
			i.prev = i.next, i.next = r;
		}
		return this.head = e, this.tail = t, this;
	}
};
function Zn(s, t, e) {
	let n = new ue(e, t, t ? t.next : s.head, s);
	return n.next === void 0 && (s.tail = n), n.prev === void 0 && (s.head = n), s.length++, n;
}
function Yn(s, t) {
	s.tail = new ue(t, s.tail, void 0, s), s.head || (s.head = s.tail), s.length++;
}
function Kn(s, t) {
	s.head = new ue(t, void 0, s.head, s), s.tail || (s.tail = s.head), s.length++;
}
var ue = class {
	list;
	next;
	prev;
	value;
	constructor(t, e, i, r) {
		this.list = r, this.value = t, e ? (e.next = this, this.prev = e) : this.prev = void 0, i ? (i.prev = this, this.next = i) : this.next = void 0;
	}
};
var pi = class {
	path;
	absolute;
	entry;
	stat;
	readdir;
	pending = !1;
	pendingLink = !1;
	ignore = !1;
	piped = !1;
	constructor(t, e) {
		this.path = t || "./", this.absolute = e;
	}
};
var nr = Buffer.alloc(1024);
var li = Symbol("onStat");
var me = Symbol("ended");
var W = Symbol("queue");
var pe = Symbol("pendingLinks");
var Et = Symbol("current");
var Ft = Symbol("process");
var Ee = Symbol("processing");
var ai = Symbol("processJob");
var G = Symbol("jobs");
var ls = Symbol("jobDone");
var ci = Symbol("addFSEntry");
var or = Symbol("addTarEntry");
var ds = Symbol("stat");
var us = Symbol("readdir");
var fi = Symbol("onreaddir");
var di = Symbol("pipe");
var hr = Symbol("entry");
var cs = Symbol("entryOpt");
var ui = Symbol("writeEntryClass");
var lr = Symbol("write");
var fs = Symbol("ondrain");
var wt = class extends A {
	sync = !1;
	opt;
	cwd;
	maxReadSize;
	preservePaths;
	strict;
	noPax;
	prefix;
	linkCache;
	statCache;
	file;
	portable;
	zip;
	readdirCache;
	noDirRecurse;
	follow;
	noMtime;
	mtime;
	filter;
	jobs;
	[ui];
	onWriteEntry;
	[W];
	[pe] = /* @__PURE__ */ new Map();
	[G] = 0;
	[Ee] = !1;
	[me] = !1;
	constructor(t = {}) {
		if (super(), this.opt = t, this.file = t.file || "", this.cwd = t.cwd || process.cwd(), this.maxReadSize = t.maxReadSize, this.preservePaths = !!t.preservePaths, this.strict = !!t.strict, this.noPax = !!t.noPax, this.prefix = f(t.prefix || ""), this.linkCache = t.linkCache || /* @__PURE__ */ new Map(), this.statCache = t.statCache || /* @__PURE__ */ new Map(), this.readdirCache = t.readdirCache || /* @__PURE__ */ new Map(), this.onWriteEntry = t.onWriteEntry, this[ui] = de, typeof t.onwarn == "function" && this.on("warn", t.onwarn), this.portable = !!t.portable, t.gzip || t.brotli || t.zstd) {
			if ((t.gzip ? 1 : 0) + (t.brotli ? 1 : 0) + (t.zstd ? 1 : 0) > 1) throw new TypeError("gzip, brotli, zstd are mutually exclusive");
			if (t.gzip && (typeof t.gzip != "object" && (t.gzip = {}), this.portable && (t.gzip.portable = !0), this.zip = new ze(t.gzip)), t.brotli && (typeof t.brotli != "object" && (t.brotli = {}), this.zip = new We(t.brotli)), t.zstd && (typeof t.zstd != "object" && (t.zstd = {}), this.zip = new Ye(t.zstd)), !this.zip) throw new Error("impossible");
			let e = this.zip;
			e.on("data", (i) => super.write(i)), e.on("end", () => super.end()), e.on("drain", () => this[fs]()), this.on("resume", () => e.resume());
		} else this.on("drain", this[fs]);
		this.noDirRecurse = !!t.noDirRecurse, this.follow = !!t.follow, this.noMtime = !!t.noMtime, t.mtime && (this.mtime = t.mtime), this.filter = typeof t.filter == "function" ? t.filter : () => !0, this[W] = new hi(), this[G] = 0, this.jobs = Number(t.jobs) || 4, this[Ee] = !1, this[me] = !1;
	}
	[lr](t) {
		return super.write(t);
	}
	add(t) {
		return this.write(t), this;
	}
	end(t, e, i) {
		return typeof t == "function" && (i = t, t = void 0), typeof e == "function" && (i = e, e = void 0), t && this.add(t), this[me] = !0, this[Ft](), i && i(), this;
	}
	write(t) {
		if (this[me]) throw new Error("write after end");
		return typeof t == "string" ? this[ci](t) : this[or](t), this.flowing;
	}
	[or](t) {
		let e = f(ar.resolve(this.cwd, t.path));
		if (!this.filter(t.path, t)) t.resume();
		else {
			let i = new pi(t.path, e);
			i.entry = new oi(t, this[cs](i)), i.entry.on("end", () => this[ls](i)), this[G] += 1, this[W].push(i);
		}
		this[Ft]();
	}
	[ci](t) {
		let e = f(ar.resolve(this.cwd, t));
		this[W].push(new pi(t, e)), this[Ft]();
	}
	[ds](t) {
		t.pending = !0, this[G] += 1;
		let e = this.follow ? "stat" : "lstat";
		I[e](t.absolute, (i, r) => {
			t.pending = !1, this[G] -= 1, i ? this.emit("error", i) : this[li](t, r);
		});
	}
	[li](t, e) {
		if (this.statCache.set(t.absolute, e), t.stat = e, !this.filter(t.path, e)) t.ignore = !0;
		else if (e.isFile() && e.nlink > 1 && !this.linkCache.get(`${e.dev}:${e.ino}`) && !this.sync) if (t === this[Et]) this[ai](t);
		else {
			let i = `${e.dev}:${e.ino}`;
			let r = this[pe].get(i);
			r ? r.push(t) : this[pe].set(i, [t]), t.pendingLink = !0, t.pending = !0;
		}
		this[Ft]();
	}
	[us](t) {
		t.pending = !0, this[G] += 1, I.readdir(t.absolute, (e, i) => {
			if (t.pending = !1, this[G] -= 1, e) return this.emit("error", e);
			this[fi](t, i);
		});
	}
	[fi](t, e) {
		this.readdirCache.set(t.absolute, e), t.readdir = e, this[Ft]();
	}
	[Ft]() {
		if (!this[Ee]) {
			this[Ee] = !0;
			for (let t = this[W].head; t && this[G] < this.jobs; t = t.next) if (this[ai](t.value), t.value.ignore) {
				let e = t.next;
				this[W].removeNode(t), t.next = e;
			}
			this[Ee] = !1, this[me] && this[W].length === 0 && this[G] === 0 && (this.zip ? this.zip.end(nr) : (super.write(nr), super.end()));
		}
	}
	get [Et]() {
		return this[W] && this[W].head && this[W].head.value;
	}
	[ls](t) {
		this[W].shift(), this[G] -= 1;
		let { stat: e } = t;
		if (e && e.isFile() && e.nlink > 1) {
			let i = `${e.dev}:${e.ino}`;
			let r = this[pe].get(i);
			if (r) {
				this[pe].delete(i);
				for (let n of r) n.pending = !1, this[ai](n);
			}
		}
		this[Ft]();
	}
	[ai](t) {
		if (t.pending && t.pendingLink && t === this[Et] && (t.pending = !1, t.pendingLink = !1), !t.pending) {
			if (t.entry) {
				t === this[Et] && !t.piped && this[di](t);
				return;
			}
			if (!t.stat) {
				let e = this.statCache.get(t.absolute);
				e ? this[li](t, e) : this[ds](t);
			}
			if (t.stat && !t.ignore) {
				if (!this.noDirRecurse && t.stat.isDirectory() && !t.readdir) {
					let e = this.readdirCache.get(t.absolute);
					if (e ? this[fi](t, e) : this[us](t), !t.readdir) return;
				}
				if (t.entry = this[hr](t), !t.entry) {
					t.ignore = !0;
					return;
				}
				t === this[Et] && !t.piped && this[di](t);
			}
		}
	}
	[cs](t) {
		return {
			onwarn: (e, i, r) => this.warn(e, i, r),
			noPax: this.noPax,
			cwd: this.cwd,
			absolute: t.absolute,
			preservePaths: this.preservePaths,
			maxReadSize: this.maxReadSize,
			strict: this.strict,
			portable: this.portable,
			linkCache: this.linkCache,
			statCache: this.statCache,
			noMtime: this.noMtime,
			mtime: this.mtime,
			prefix: this.prefix,
			onWriteEntry: this.onWriteEntry
		};
	}
	[hr](t) {
		this[G] += 1;
		try {
			return new this[ui](t.path, this[cs](t)).on("end", () => this[ls](t)).on("error", (i) => this.emit("error", i));
		} catch (e) {
			this.emit("error", e);
		}
	}
	[fs]() {
		this[Et] && this[Et].entry && this[Et].entry.resume();
	}
	[di](t) {
		t.piped = !0, t.readdir && t.readdir.forEach((r) => {
			let n = t.path;
			let o = n === "./" ? "" : n.replace(/\/*$/, "/");
			this[ci](o + r);
		});
		let e = t.entry;
		let i = this.zip;
		if (!e) throw new Error("cannot pipe without source");
		i ? e.on("data", (r) => {
			i.write(r) || e.pause();
		}) : e.on("data", (r) => {
			super.write(r) || e.pause();
		});
	}
	pause() {
		return this.zip && this.zip.pause(), super.pause();
	}
	warn(t, e, i = {}) {
		Dt(this, t, e, i);
	}
};
var kt = class extends wt {
	sync = !0;
	constructor(t) {
		super(t), this[ui] = ni;
	}
	pause() {}
	resume() {}
	[ds](t) {
		let e = this.follow ? "statSync" : "lstatSync";
		this[li](t, I[e](t.absolute));
	}
	[us](t) {
		this[fi](t, I.readdirSync(t.absolute));
	}
	[di](t) {
		let e = t.entry;
		let i = this.zip;
		if (t.readdir && t.readdir.forEach((r) => {
			let n = t.path;
			let o = n === "./" ? "" : n.replace(/\/*$/, "/");
			this[ci](o + r);
		}), !e) throw new Error("Cannot pipe without source");
		i ? e.on("data", (r) => {
			i.write(r);
		}) : e.on("data", (r) => {
			super[lr](r);
		});
	}
};
var Vn = (s, t) => {
	let e = new kt(s);
	let i = new Wt(s.file, { mode: s.mode || 438 });
	e.pipe(i), fr(e, t);
};
var $n = (s, t) => {
	let e = new wt(s);
	let i = new et(s.file, { mode: s.mode || 438 });
	e.pipe(i);
	let r = new Promise((n, o) => {
		i.on("error", o), i.on("close", n), e.on("error", o);
	});
	return dr(e, t).catch((n) => e.emit("error", n)), r;
};
var fr = (s, t) => {
	t.forEach((e) => {
		e.charAt(0) === "@" ? Ct({
			file: Pr.resolve(s.cwd, e.slice(1)),
			sync: !0,
			noResume: !0,
			onReadEntry: (i) => s.add(i)
		}) : s.add(e);
	}), s.end();
};
var dr = async (s, t) => {
	for (let e of t) e.charAt(0) === "@" ? await Ct({
		file: Pr.resolve(String(s.cwd), e.slice(1)),
		noResume: !0,
		onReadEntry: (i) => {
			s.add(i);
		}
	}) : s.add(e);
	s.end();
};
var Xn = (s, t) => {
	let e = new kt(s);
	return fr(e, t), e;
};
var qn = (s, t) => {
	let e = new wt(s);
	return dr(e, t).catch((i) => e.emit("error", i)), e;
};
var Qn = K(Vn, $n, Xn, qn, (s, t) => {
	if (!t?.length) throw new TypeError("no paths specified to add to archive");
});
var Er = (process.env.__FAKE_PLATFORM__ || process.platform) === "win32", { O_CREAT: wr, O_NOFOLLOW: ur, O_TRUNC: Sr, O_WRONLY: yr } = I.constants, Rr = Number(process.env.__FAKE_FS_O_FILENAME__) || I.constants.UV_FS_O_FILEMAP || 0, jn = Er && !!Rr, to = 524288, eo = Rr | Sr | wr | yr, mr = !Er && typeof ur == "number" ? ur | Sr | wr | yr : null, ms = mr !== null ? () => mr : jn ? (s) => s < to ? eo : "w" : () => "w";
var ps = (s, t, e) => {
	try {
		return Br.lchownSync(s, t, e);
	} catch (i) {
		if (i?.code !== "ENOENT") throw i;
	}
};
var Ei = (s, t, e, i) => {
	Br.lchown(s, t, e, (r) => {
		i(r && r?.code !== "ENOENT" ? r : null);
	});
};
var io = (s, t, e, i, r) => {
	if (t.isDirectory()) Es(Pr.resolve(s, t.name), e, i, (n) => {
		if (n) return r(n);
		Ei(Pr.resolve(s, t.name), e, i, r);
	});
	else Ei(Pr.resolve(s, t.name), e, i, r);
};
var Es = (s, t, e, i) => {
	Br.readdir(s, { withFileTypes: !0 }, (r, n) => {
		if (r) {
			if (r.code === "ENOENT") return i();
			if (r.code !== "ENOTDIR" && r.code !== "ENOTSUP") return i(r);
		}
		if (r || !n.length) return Ei(s, t, e, i);
		let o = n.length;
		let h = null;
		let a = (l) => {
			if (!h) {
				if (l) return i(h = l);
				if (--o === 0) return Ei(s, t, e, i);
			}
		};
		for (let l of n) io(s, l, t, e, a);
	});
};
var so = (s, t, e, i) => {
	t.isDirectory() && ws(Pr.resolve(s, t.name), e, i), ps(Pr.resolve(s, t.name), e, i);
};
var ws = (s, t, e) => {
	let i;
	try {
		i = Br.readdirSync(s, { withFileTypes: !0 });
	} catch (r) {
		let n = r;
		if (n?.code === "ENOENT") return;
		if (n?.code === "ENOTDIR" || n?.code === "ENOTSUP") return ps(s, t, e);
		throw n;
	}
	for (let r of i) so(s, r, t, e);
	return ps(s, t, e);
};
var Se = class extends Error {
	path;
	code;
	syscall = "chdir";
	constructor(t, e) {
		super(`${e}: Cannot cd into '${t}'`), this.path = t, this.code = e;
	}
	get name() {
		return "CwdError";
	}
};
var St = class extends Error {
	path;
	symlink;
	syscall = "symlink";
	code = "TAR_SYMLINK_ERROR";
	constructor(t, e) {
		super("TAR_SYMLINK_ERROR: Cannot extract through symbolic link"), this.symlink = t, this.path = e;
	}
	get name() {
		return "SymlinkError";
	}
};
var no = (s, t) => {
	Br.stat(s, (e, i) => {
		(e || !i.isDirectory()) && (e = new Se(s, e?.code || "ENOTDIR")), t(e);
	});
};
var gr = (s, t, e) => {
	s = f(s);
	let i = t.umask ?? 18;
	let r = t.mode | 448;
	let n = (r & i) !== 0;
	let o = t.uid;
	let h = t.gid;
	let a = typeof o == "number" && typeof h == "number" && (o !== t.processUid || h !== t.processGid);
	let l = t.preserve;
	let c = t.unlink;
	let d = f(t.cwd);
	let y = (E, x) => {
		E ? e(E) : x && a ? Es(x, o, h, (Le) => y(Le)) : n ? Br.chmod(s, r, e) : e();
	};
	if (s === d) return no(s, y);
	if (l) return ro.mkdir(s, {
		mode: r,
		recursive: !0
	}).then((E) => y(null, E ?? void 0), y);
	Ss(d, f(Pr.relative(d, s)).split("/"), r, c, d, void 0, y);
};
var Ss = (s, t, e, i, r, n, o) => {
	if (t.length === 0) return o(null, n);
	let h = t.shift();
	let a = f(Pr.resolve(s + "/" + h));
	Br.mkdir(a, e, br(a, t, e, i, r, n, o));
};
var br = (s, t, e, i, r, n, o) => (h) => {
	h ? Br.lstat(s, (a, l) => {
		if (a) a.path = a.path && f(a.path), o(a);
		else if (l.isDirectory()) Ss(s, t, e, i, r, n, o);
		else if (i) Br.unlink(s, (c) => {
			if (c) return o(c);
			Br.mkdir(s, e, br(s, t, e, i, r, n, o));
		});
		else {
			if (l.isSymbolicLink()) return o(new St(s, s + "/" + t.join("/")));
			o(h);
		}
	}) : (n = n || s, Ss(s, t, e, i, r, n, o));
};
var oo = (s) => {
	let t = !1;
	let e;
	try {
		t = Br.statSync(s).isDirectory();
	} catch (i) {
		e = i?.code;
	} finally {
		if (!t) throw new Se(s, e ?? "ENOTDIR");
	}
};
var _r = (s, t) => {
	s = f(s);
	let e = t.umask ?? 18;
	let i = t.mode | 448;
	let r = (i & e) !== 0;
	let n = t.uid;
	let o = t.gid;
	let h = typeof n == "number" && typeof o == "number" && (n !== t.processUid || o !== t.processGid);
	let a = t.preserve;
	let l = t.unlink;
	let c = f(t.cwd);
	let d = (E) => {
		E && h && ws(E, n, o), r && Br.chmodSync(s, i);
	};
	if (s === c) return oo(c), d();
	if (a) return d(Br.mkdirSync(s, {
		mode: i,
		recursive: !0
	}) ?? void 0);
	let T = f(Pr.relative(c, s)).split("/");
	let D;
	for (let E = T.shift(), x = c; E && (x += "/" + E); E = T.shift()) {
		x = f(Pr.resolve(x));
		try {
			Br.mkdirSync(x, i), D = D || x;
		} catch {
			let Le = Br.lstatSync(x);
			if (Le.isDirectory()) continue;
			if (l) {
				Br.unlinkSync(x), Br.mkdirSync(x, i), D = D || x;
				continue;
			} else if (Le.isSymbolicLink()) return new St(x, x + "/" + T.join("/"));
		}
	}
	return d(D);
};
var ys = Object.create(null);
var Or = 1e4;
var Vt = /* @__PURE__ */ new Set();
var Tr = (s) => {
	Vt.has(s) ? Vt.delete(s) : ys[s] = s.normalize("NFD").toLocaleLowerCase("en").toLocaleUpperCase("en"), Vt.add(s);
	let t = ys[s];
	let e = Vt.size - Or;
	if (e > Or / 10) {
		for (let i of Vt) if (Vt.delete(i), delete ys[i], --e <= 0) break;
	}
	return t;
};
var ao = (process.env.TESTING_TAR_FAKE_PLATFORM || process.platform) === "win32";
var lo = (s) => s.split("/").slice(0, -1).reduce((e, i) => {
	let r = e.at(-1);
	return r !== void 0 && (i = join(r, i)), e.push(i || "/"), e;
}, []);
var yi = class {
	#t = /* @__PURE__ */ new Map();
	#i = /* @__PURE__ */ new Map();
	#s = /* @__PURE__ */ new Set();
	reserve(t, e) {
		t = ao ? ["win32 parallelization disabled"] : t.map((r) => mt(join(Tr(r))));
		let i = new Set(t.map((r) => lo(r)).reduce((r, n) => r.concat(n)));
		this.#i.set(e, {
			dirs: i,
			paths: t
		});
		for (let r of t) {
			let n = this.#t.get(r);
			n ? n.push(e) : this.#t.set(r, [e]);
		}
		for (let r of i) {
			let n = this.#t.get(r);
			if (!n) this.#t.set(r, [/* @__PURE__ */ new Set([e])]);
			else {
				let o = n.at(-1);
				o instanceof Set ? o.add(e) : n.push(/* @__PURE__ */ new Set([e]));
			}
		}
		return this.#r(e);
	}
	#n(t) {
		let e = this.#i.get(t);
		if (!e) throw new Error("function does not have any path reservations");
		return {
			paths: e.paths.map((i) => this.#t.get(i)),
			dirs: [...e.dirs].map((i) => this.#t.get(i))
		};
	}
	check(t) {
		let { paths: e, dirs: i } = this.#n(t);
		return e.every((r) => r && r[0] === t) && i.every((r) => r && r[0] instanceof Set && r[0].has(t));
	}
	#r(t) {
		return this.#s.has(t) || !this.check(t) ? !1 : (this.#s.add(t), t(() => this.#e(t)), !0);
	}
	#e(t) {
		if (!this.#s.has(t)) return !1;
		let e = this.#i.get(t);
		if (!e) throw new Error("invalid reservation");
		let { paths: i, dirs: r } = e, n = /* @__PURE__ */ new Set();
		for (let o of i) {
			let h = this.#t.get(o);
			if (!h || h?.[0] !== t) continue;
			let a = h[1];
			if (!a) {
				this.#t.delete(o);
				continue;
			}
			if (h.shift(), typeof a == "function") n.add(a);
			else for (let l of a) n.add(l);
		}
		for (let o of r) {
			let h = this.#t.get(o);
			let a = h?.[0];
			if (!(!h || !(a instanceof Set))) if (a.size === 1 && h.length === 1) {
				this.#t.delete(o);
				continue;
			} else if (a.size === 1) {
				h.shift();
				let l = h[0];
				typeof l == "function" && n.add(l);
			} else a.delete(t);
		}
		return this.#s.delete(t), n.forEach((o) => this.#r(o)), !0;
	}
};
var Lr = () => process.umask();
var Dr = Symbol("onEntry");
var _s = Symbol("checkFs");
var Nr = Symbol("checkFs2");
var Os = Symbol("isReusable");
var P = Symbol("makeFs");
var Ts = Symbol("file");
var xs = Symbol("directory");
var gi = Symbol("link");
var Ar = Symbol("symlink");
var Ir = Symbol("hardlink");
var Re = Symbol("ensureNoSymlink");
var Cr = Symbol("unsupported");
var Fr = Symbol("checkPath");
var Rs = Symbol("stripAbsolutePath");
var yt = Symbol("mkdir");
var O = Symbol("onError");
var Ri = Symbol("pending");
var kr = Symbol("pend");
var $t = Symbol("unpend");
var gs = Symbol("ended");
var bs = Symbol("maybeClose");
var Ls = Symbol("skip");
var ge = Symbol("doChown");
var be = Symbol("uid");
var _e = Symbol("gid");
var Oe = Symbol("checkedCwd");
var Te = (process.env.TESTING_TAR_FAKE_PLATFORM || process.platform) === "win32";
var uo = 1024;
var mo = (s, t) => {
	if (!Te) return Br.unlink(s, t);
	let e = s + ".DELETE." + randomBytes(16).toString("hex");
	Br.rename(s, e, (i) => {
		if (i) return t(i);
		Br.unlink(e, t);
	});
};
var po = (s) => {
	if (!Te) return Br.unlinkSync(s);
	let t = s + ".DELETE." + randomBytes(16).toString("hex");
	Br.renameSync(s, t), Br.unlinkSync(t);
};
var vr = (s, t, e) => s !== void 0 && s === s >>> 0 ? s : t !== void 0 && t === t >>> 0 ? t : e;
var Xt = class extends rt {
	[gs] = !1;
	[Oe] = !1;
	[Ri] = 0;
	reservations = new yi();
	transform;
	writable = !0;
	readable = !1;
	uid;
	gid;
	setOwner;
	preserveOwner;
	processGid;
	processUid;
	maxDepth;
	forceChown;
	win32;
	newer;
	keep;
	noMtime;
	preservePaths;
	unlink;
	cwd;
	strip;
	processUmask;
	umask;
	dmode;
	fmode;
	chmod;
	constructor(t = {}) {
		if (t.ondone = () => {
			this[gs] = !0, this[bs]();
		}, super(t), this.transform = t.transform, this.chmod = !!t.chmod, typeof t.uid == "number" || typeof t.gid == "number") {
			if (typeof t.uid != "number" || typeof t.gid != "number") throw new TypeError("cannot set owner without number uid and gid");
			if (t.preserveOwner) throw new TypeError("cannot preserve owner in archive and also set owner explicitly");
			this.uid = t.uid, this.gid = t.gid, this.setOwner = !0;
		} else this.uid = void 0, this.gid = void 0, this.setOwner = !1;
		this.preserveOwner = t.preserveOwner === void 0 && typeof t.uid != "number" ? process.getuid?.() === 0 : !!t.preserveOwner, this.processUid = (this.preserveOwner || this.setOwner) && process.getuid ? process.getuid() : void 0, this.processGid = (this.preserveOwner || this.setOwner) && process.getgid ? process.getgid() : void 0, this.maxDepth = typeof t.maxDepth == "number" ? t.maxDepth : uo, this.forceChown = t.forceChown === !0, this.win32 = !!t.win32 || Te, this.newer = !!t.newer, this.keep = !!t.keep, this.noMtime = !!t.noMtime, this.preservePaths = !!t.preservePaths, this.unlink = !!t.unlink, this.cwd = f(Pr.resolve(t.cwd || process.cwd())), this.strip = Number(t.strip) || 0, this.processUmask = this.chmod ? typeof t.processUmask == "number" ? t.processUmask : Lr() : 0, this.umask = typeof t.umask == "number" ? t.umask : this.processUmask, this.dmode = t.dmode || 511 & ~this.umask, this.fmode = t.fmode || 438 & ~this.umask, this.on("entry", (e) => this[Dr](e));
	}
	warn(t, e, i = {}) {
		return (t === "TAR_BAD_ARCHIVE" || t === "TAR_ABORT") && (i.recoverable = !1), super.warn(t, e, i);
	}
	[bs]() {
		this[gs] && this[Ri] === 0 && (this.emit("prefinish"), this.emit("finish"), this.emit("end"));
	}
	[Rs](t, e) {
		let i = t[e], { type: r } = t;
		if (!i || this.preservePaths) return !0;
		let [n, o] = ce(i), h = o.replaceAll(/\\/g, "/").split("/");
		if (h.includes("..") || Te && /^[a-z]:\.\.$/i.test(h[0] ?? "")) {
			if (e === "path" || r === "Link") return this.warn("TAR_ENTRY_ERROR", `${e} contains '..'`, {
				entry: t,
				[e]: i
			}), !1;
			let a = Pr.posix.dirname(t.path);
			let l = Pr.posix.normalize(Pr.posix.join(a, h.join("/")));
			if (l.startsWith("../") || l === "..") return this.warn("TAR_ENTRY_ERROR", `${e} escapes extraction directory`, {
				entry: t,
				[e]: i
			}), !1;
		}
		return n && (t[e] = String(o), this.warn("TAR_ENTRY_INFO", `stripping ${n} from absolute ${e}`, {
			entry: t,
			[e]: i
		})), !0;
	}
	[Fr](t) {
		let e = f(t.path);
		let i = e.split("/");
		if (this.strip) {
			if (i.length < this.strip) return !1;
			if (t.type === "Link") {
				let r = f(String(t.linkpath)).split("/");
				if (r.length >= this.strip) t.linkpath = r.slice(this.strip).join("/");
				else return !1;
			}
			i.splice(0, this.strip), t.path = i.join("/");
		}
		if (isFinite(this.maxDepth) && i.length > this.maxDepth) return this.warn("TAR_ENTRY_ERROR", "path excessively deep", {
			entry: t,
			path: e,
			depth: i.length,
			maxDepth: this.maxDepth
		}), !1;
		if (!this[Rs](t, "path") || !this[Rs](t, "linkpath")) return !1;
		if (t.absolute = Pr.isAbsolute(t.path) ? f(Pr.resolve(t.path)) : f(Pr.resolve(this.cwd, t.path)), !this.preservePaths && typeof t.absolute == "string" && t.absolute.indexOf(this.cwd + "/") !== 0 && t.absolute !== this.cwd) return this.warn("TAR_ENTRY_ERROR", "path escaped extraction target", {
			entry: t,
			path: f(t.path),
			resolvedPath: t.absolute,
			cwd: this.cwd
		}), !1;
		if (t.absolute === this.cwd && t.type !== "Directory" && t.type !== "GNUDumpDir") return !1;
		if (this.win32) {
			let { root: r } = Pr.win32.parse(String(t.absolute));
			t.absolute = r + ts(String(t.absolute).slice(r.length));
			let { root: n } = Pr.win32.parse(t.path);
			t.path = n + ts(t.path.slice(n.length));
		}
		return !0;
	}
	[Dr](t) {
		if (!this[Fr](t)) return t.resume();
		switch (co.equal(typeof t.absolute, "string"), t.type) {
			case "Directory":
			case "GNUDumpDir": t.mode && (t.mode = t.mode | 448);
			case "File":
			case "OldFile":
			case "ContiguousFile":
			case "Link":
			case "SymbolicLink": return this[_s](t);
			default: return this[Cr](t);
		}
	}
	[O](t, e) {
		t.name === "CwdError" ? this.emit("error", t) : (this.warn("TAR_ENTRY_ERROR", t, { entry: e }), this[$t](), e.resume());
	}
	[yt](t, e, i) {
		gr(f(t), {
			uid: this.uid,
			gid: this.gid,
			processUid: this.processUid,
			processGid: this.processGid,
			umask: this.processUmask,
			preserve: this.preservePaths,
			unlink: this.unlink,
			cwd: this.cwd,
			mode: e
		}, i);
	}
	[ge](t) {
		return this.forceChown || this.preserveOwner && (typeof t.uid == "number" && t.uid !== this.processUid || typeof t.gid == "number" && t.gid !== this.processGid) || typeof this.uid == "number" && this.uid !== this.processUid || typeof this.gid == "number" && this.gid !== this.processGid;
	}
	[be](t) {
		return vr(this.uid, t.uid, this.processUid);
	}
	[_e](t) {
		return vr(this.gid, t.gid, this.processGid);
	}
	[Ts](t, e) {
		let i = typeof t.mode == "number" ? t.mode & 4095 : this.fmode;
		let r = new et(String(t.absolute), {
			flags: ms(t.size),
			mode: i,
			autoClose: !1
		});
		r.on("error", (a) => {
			r.fd && Br.close(r.fd, () => {}), r.write = () => !0, this[O](a, t), e();
		});
		let n = 1;
		let o = (a) => {
			if (a) {
				r.fd && Br.close(r.fd, () => {}), this[O](a, t), e();
				return;
			}
			--n === 0 && r.fd !== void 0 && Br.close(r.fd, (l) => {
				l ? this[O](l, t) : this[$t](), e();
			});
		};
		r.on("finish", () => {
			let a = String(t.absolute);
			let l = r.fd;
			if (typeof l == "number" && t.mtime && !this.noMtime) {
				n++;
				let c = t.atime || /* @__PURE__ */ new Date();
				let d = t.mtime;
				Br.futimes(l, c, d, (y) => y ? Br.utimes(a, c, d, (T) => o(T && y)) : o());
			}
			if (typeof l == "number" && this[ge](t)) {
				n++;
				let c = this[be](t);
				let d = this[_e](t);
				typeof c == "number" && typeof d == "number" && Br.fchown(l, c, d, (y) => y ? Br.chown(a, c, d, (T) => o(T && y)) : o());
			}
			o();
		});
		let h = this.transform && this.transform(t) || t;
		h !== t && (h.on("error", (a) => {
			this[O](a, t), e();
		}), t.pipe(h)), h.pipe(r);
	}
	[xs](t, e) {
		let i = typeof t.mode == "number" ? t.mode & 4095 : this.dmode;
		this[yt](String(t.absolute), i, (r) => {
			if (r) {
				this[O](r, t), e();
				return;
			}
			let n = 1;
			let o = () => {
				--n === 0 && (e(), this[$t](), t.resume());
			};
			t.mtime && !this.noMtime && (n++, Br.utimes(String(t.absolute), t.atime || /* @__PURE__ */ new Date(), t.mtime, o)), this[ge](t) && (n++, Br.chown(String(t.absolute), Number(this[be](t)), Number(this[_e](t)), o)), o();
		});
	}
	[Cr](t) {
		t.unsupported = !0, this.warn("TAR_ENTRY_UNSUPPORTED", `unsupported entry type: ${t.type}`, { entry: t }), t.resume();
	}
	[Ar](t, e) {
		let i = f(Pr.relative(this.cwd, Pr.resolve(Pr.dirname(String(t.absolute)), String(t.linkpath)))).split("/");
		this[Re](t, this.cwd, i, () => this[gi](t, String(t.linkpath), "symlink", e), (r) => {
			this[O](r, t), e();
		});
	}
	[Ir](t, e) {
		let i = f(Pr.resolve(this.cwd, String(t.linkpath)));
		let r = f(String(t.linkpath)).split("/");
		this[Re](t, this.cwd, r, () => this[gi](t, i, "link", e), (n) => {
			this[O](n, t), e();
		});
	}
	[Re](t, e, i, r, n) {
		let o = i.shift();
		if (this.preservePaths || o === void 0) return r();
		let h = Pr.resolve(e, o);
		Br.lstat(h, (a, l) => {
			if (a) return r();
			if (l?.isSymbolicLink()) return n(new St(h, Pr.resolve(h, i.join("/"))));
			this[Re](t, h, i, r, n);
		});
	}
	[kr]() {
		this[Ri]++;
	}
	[$t]() {
		this[Ri]--, this[bs]();
	}
	[Ls](t) {
		this[$t](), t.resume();
	}
	[Os](t, e) {
		return t.type === "File" && !this.unlink && e.isFile() && e.nlink <= 1 && !Te;
	}
	[_s](t) {
		this[kr]();
		let e = [t.path];
		t.linkpath && e.push(t.linkpath), this.reservations.reserve(e, (i) => this[Nr](t, i));
	}
	[Nr](t, e) {
		let i = (h) => {
			e(h);
		};
		let r = () => {
			this[yt](this.cwd, this.dmode, (h) => {
				if (h) {
					this[O](h, t), i();
					return;
				}
				this[Oe] = !0, n();
			});
		};
		let n = () => {
			if (t.absolute !== this.cwd) {
				let h = f(Pr.dirname(String(t.absolute)));
				if (h !== this.cwd) return this[yt](h, this.dmode, (a) => {
					if (a) {
						this[O](a, t), i();
						return;
					}
					o();
				});
			}
			o();
		};
		let o = () => {
			Br.lstat(String(t.absolute), (h, a) => {
				if (a && (this.keep || this.newer && a.mtime > (t.mtime ?? a.mtime))) {
					this[Ls](t), i();
					return;
				}
				if (h || this[Os](t, a)) return this[P](null, t, i);
				if (a.isDirectory()) {
					if (t.type === "Directory") {
						let l = this.chmod && t.mode && (a.mode & 4095) !== t.mode;
						let c = (d) => this[P](d ?? null, t, i);
						return l ? Br.chmod(String(t.absolute), Number(t.mode), c) : c();
					}
					if (t.absolute !== this.cwd) return Br.rmdir(String(t.absolute), (l) => this[P](l ?? null, t, i));
				}
				if (t.absolute === this.cwd) return this[P](null, t, i);
				mo(String(t.absolute), (l) => this[P](l ?? null, t, i));
			});
		};
		this[Oe] ? n() : r();
	}
	[P](t, e, i) {
		if (t) {
			this[O](t, e), i();
			return;
		}
		switch (e.type) {
			case "File":
			case "OldFile":
			case "ContiguousFile": return this[Ts](e, i);
			case "Link": return this[Ir](e, i);
			case "SymbolicLink": return this[Ar](e, i);
			case "Directory":
			case "GNUDumpDir": return this[xs](e, i);
		}
	}
	[gi](t, e, i, r) {
		Br[i](e, String(t.absolute), (n) => {
			n ? this[O](n, t) : (this[$t](), t.resume()), r();
		});
	}
};
var ye = (s) => {
	try {
		return [null, s()];
	} catch (t) {
		return [t, null];
	}
};
var xe = class extends Xt {
	sync = !0;
	[P](t, e) {
		return super[P](t, e, () => {});
	}
	[_s](t) {
		if (!this[Oe]) {
			let n = this[yt](this.cwd, this.dmode);
			if (n) return this[O](n, t);
			this[Oe] = !0;
		}
		if (t.absolute !== this.cwd) {
			let n = f(Pr.dirname(String(t.absolute)));
			if (n !== this.cwd) {
				let o = this[yt](n, this.dmode);
				if (o) return this[O](o, t);
			}
		}
		let [e, i] = ye(() => Br.lstatSync(String(t.absolute)));
		if (i && (this.keep || this.newer && i.mtime > (t.mtime ?? i.mtime))) return this[Ls](t);
		if (e || this[Os](t, i)) return this[P](null, t);
		if (i.isDirectory()) {
			if (t.type === "Directory") {
				let [h] = this.chmod && t.mode && (i.mode & 4095) !== t.mode ? ye(() => {
					Br.chmodSync(String(t.absolute), Number(t.mode));
				}) : [];
				return this[P](h, t);
			}
			let [n] = ye(() => Br.rmdirSync(String(t.absolute)));
			this[P](n, t);
		}
		let [r] = t.absolute === this.cwd ? [] : ye(() => po(String(t.absolute)));
		this[P](r, t);
	}
	[Ts](t, e) {
		let i = typeof t.mode == "number" ? t.mode & 4095 : this.fmode;
		let r = (h) => {
			let a;
			try {
				Br.closeSync(n);
			} catch (l) {
				a = l;
			}
			(h || a) && this[O](h || a, t), e();
		};
		let n;
		try {
			n = Br.openSync(String(t.absolute), ms(t.size), i);
		} catch (h) {
			return r(h);
		}
		let o = this.transform && this.transform(t) || t;
		o !== t && (o.on("error", (h) => this[O](h, t)), t.pipe(o)), o.on("data", (h) => {
			try {
				Br.writeSync(n, h, 0, h.length);
			} catch (a) {
				r(a);
			}
		}), o.on("end", () => {
			let h = null;
			if (t.mtime && !this.noMtime) {
				let a = t.atime || /* @__PURE__ */ new Date();
				let l = t.mtime;
				try {
					Br.futimesSync(n, a, l);
				} catch (c) {
					try {
						Br.utimesSync(String(t.absolute), a, l);
					} catch {
						h = c;
					}
				}
			}
			if (this[ge](t)) {
				let a = this[be](t);
				let l = this[_e](t);
				try {
					Br.fchownSync(n, Number(a), Number(l));
				} catch (c) {
					try {
						Br.chownSync(String(t.absolute), Number(a), Number(l));
					} catch {
						h = h || c;
					}
				}
			}
			r(h);
		});
	}
	[xs](t, e) {
		let i = typeof t.mode == "number" ? t.mode & 4095 : this.dmode;
		let r = this[yt](String(t.absolute), i);
		if (r) {
			this[O](r, t), e();
			return;
		}
		if (t.mtime && !this.noMtime) try {
			Br.utimesSync(String(t.absolute), t.atime || /* @__PURE__ */ new Date(), t.mtime);
		} catch {}
		if (this[ge](t)) try {
			Br.chownSync(String(t.absolute), Number(this[be](t)), Number(this[_e](t)));
		} catch {}
		e(), t.resume();
	}
	[yt](t, e) {
		try {
			return _r(f(t), {
				uid: this.uid,
				gid: this.gid,
				processUid: this.processUid,
				processGid: this.processGid,
				umask: this.processUmask,
				preserve: this.preservePaths,
				unlink: this.unlink,
				cwd: this.cwd,
				mode: e
			});
		} catch (i) {
			return i;
		}
	}
	[Re](t, e, i, r, n) {
		if (this.preservePaths || i.length === 0) return r();
		let o = e;
		for (let h of i) {
			o = Pr.resolve(o, h);
			let [a, l] = ye(() => Br.lstatSync(o));
			if (a) return r();
			if (l.isSymbolicLink()) return n(new St(o, Pr.resolve(e, i.join("/"))));
		}
		r();
	}
	[gi](t, e, i, r) {
		let n = `${i}Sync`;
		try {
			Br[n](e, String(t.absolute)), r(), t.resume();
		} catch (o) {
			return this[O](o, t);
		}
	}
};
var Eo = (s) => {
	let t = new xe(s);
	let e = s.file;
	let i = Br.statSync(e);
	new Be(e, {
		readSize: s.maxReadSize || 16777216,
		size: i.size
	}).pipe(t);
};
var wo = (s, t) => {
	let e = new Xt(s);
	let i = s.maxReadSize || 16777216;
	let r = s.file;
	return new Promise((o, h) => {
		e.on("error", h), e.on("close", o), Br.stat(r, (a, l) => {
			if (a) h(a);
			else {
				let c = new _t(r, {
					readSize: i,
					size: l.size
				});
				c.on("error", h), c.pipe(e);
			}
		});
	});
};
var So = K(Eo, wo, (s) => new xe(s), (s) => new Xt(s), (s, t) => {
	t?.length && Qi(s, t);
});
var yo = (s, t) => {
	let e = new kt(s);
	let i = !0;
	let r;
	let n;
	try {
		try {
			r = Br.openSync(s.file, "r+");
		} catch (a) {
			if (a?.code === "ENOENT") r = Br.openSync(s.file, "w+");
			else throw a;
		}
		let o = Br.fstatSync(r);
		let h = Buffer.alloc(512);
		t: for (n = 0; n < o.size; n += 512) {
			for (let c = 0, d = 0; c < 512; c += d) {
				if (d = Br.readSync(r, h, c, h.length - c, n + c), n === 0 && h[0] === 31 && h[1] === 139) throw new Error("cannot append to compressed archives");
				if (!d) break t;
			}
			let a = new F(h);
			if (!a.cksumValid) break;
			let l = 512 * Math.ceil((a.size || 0) / 512);
			if (n + l + 512 > o.size) break;
			n += l, s.mtimeCache && a.mtime && s.mtimeCache.set(String(a.path), a.mtime);
		}
		i = !1, Ro(s, e, n, r, t);
	} finally {
		if (i) try {
			Br.closeSync(r);
		} catch {}
	}
};
var Ro = (s, t, e, i, r) => {
	let n = new Wt(s.file, {
		fd: i,
		start: e
	});
	t.pipe(n), bo(t, r);
};
var go = (s, t) => {
	t = Array.from(t);
	let e = new wt(s);
	let i = (n, o, h) => {
		let a = (T, D) => {
			T ? Br.close(n, (E) => h(T)) : h(null, D);
		};
		let l = 0;
		if (o === 0) return a(null, 0);
		let c = 0;
		let d = Buffer.alloc(512);
		let y = (T, D) => {
			if (T || D === void 0) return a(T);
			if (c += D, c < 512 && D) return Br.read(n, d, c, d.length - c, l + c, y);
			if (l === 0 && d[0] === 31 && d[1] === 139) return a(/* @__PURE__ */ new Error("cannot append to compressed archives"));
			if (c < 512) return a(null, l);
			let E = new F(d);
			if (!E.cksumValid) return a(null, l);
			let x = 512 * Math.ceil((E.size ?? 0) / 512);
			if (l + x + 512 > o || (l += x + 512, l >= o)) return a(null, l);
			s.mtimeCache && E.mtime && s.mtimeCache.set(String(E.path), E.mtime), c = 0, Br.read(n, d, 0, 512, l, y);
		};
		Br.read(n, d, 0, 512, l, y);
	};
	return new Promise((n, o) => {
		e.on("error", o);
		let h = "r+";
		let a = (l, c) => {
			if (l && l.code === "ENOENT" && h === "r+") return h = "w+", Br.open(s.file, h, a);
			if (l || !c) return o(l);
			Br.fstat(c, (d, y) => {
				if (d) return Br.close(c, () => o(d));
				i(c, y.size, (T, D) => {
					if (T) return o(T);
					let E = new et(s.file, {
						fd: c,
						start: D
					});
					e.pipe(E), E.on("error", o), E.on("close", n), _o(e, t);
				});
			});
		};
		Br.open(s.file, h, a);
	});
};
var bo = (s, t) => {
	t.forEach((e) => {
		e.charAt(0) === "@" ? Ct({
			file: Pr.resolve(s.cwd, e.slice(1)),
			sync: !0,
			noResume: !0,
			onReadEntry: (i) => s.add(i)
		}) : s.add(e);
	}), s.end();
};
var _o = async (s, t) => {
	for (let e of t) e.charAt(0) === "@" ? await Ct({
		file: Pr.resolve(String(s.cwd), e.slice(1)),
		noResume: !0,
		onReadEntry: (i) => s.add(i)
	}) : s.add(e);
	s.end();
};
var vt = K(yo, go, () => {
	throw new TypeError("file is required");
}, () => {
	throw new TypeError("file is required");
}, (s, t) => {
	if (!Bs(s)) throw new TypeError("file is required");
	if (s.gzip || s.brotli || s.zstd || s.file.endsWith(".br") || s.file.endsWith(".tbr")) throw new TypeError("cannot append to compressed archives");
	if (!t?.length) throw new TypeError("no paths specified to add/replace");
});
var Oo = K(vt.syncFile, vt.asyncFile, vt.syncNoFile, vt.asyncNoFile, (s, t = []) => {
	vt.validate?.(s, t), To(s);
});
var To = (s) => {
	let t = s.filter;
	s.mtimeCache || (s.mtimeCache = /* @__PURE__ */ new Map()), s.filter = t ? (e, i) => t(e, i) && !((s.mtimeCache?.get(e) ?? i.mtime ?? 0) > (i.mtime ?? 0)) : (e, i) => !((s.mtimeCache?.get(e) ?? i.mtime ?? 0) > (i.mtime ?? 0));
};

// src/storage/badEntry.ts
var BadEntry = class extends Error {
	name = "BadEntry";
};

// src/storage/safePath.ts
function isSafePath(path) {
	if (path === "" || path.includes("\0") || path.includes("\\")) return false;
	return path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}

// src/storage/archiveEntry.ts
const plainFiles = /* @__PURE__ */ new Set([
	"File",
	"OldFile",
	"ContiguousFile"
]);
function entryName({ path }) {
	return path.replace(/^(\.\/)+/, "").replace(/\/$/, "");
}
function refusalOf(entry) {
	const { path, type, linkpath = "" } = entry;
	const name = entryName(entry);
	if (type === "Directory" && (name === "" || name === ".")) return void 0;
	if (path.startsWith("/")) return `holds an absolute name: ${path}`;
	if (path.split("/").includes("..")) return `holds a name with "..": ${path}`;
	if (!isSafePath(name)) return `holds a name that is not a plain relative path: ${JSON.stringify(path)}`;
	if (plainFiles.has(type) || type === "Directory") return void 0;
	if (type === "Link") return isSafePath(entryName({ path: linkpath })) ? void 0 : `holds a hard link that leaves the archive: ${path} to ${linkpath}`;
	if (type === "SymbolicLink") return `holds a symbolic link: ${path} to ${linkpath}`;
	return `holds a ${type}, not a file: ${path}`;
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

// src/storage/extraction.ts
const contradictions = {
	EEXIST: "holds the same name twice",
	EISDIR: "holds the same name as a file and as a directory",
	ENOTDIR: "holds the same name as a file and as a directory",
	ENOENT: "holds a hard link to what it does not hold",
	ENAMETOOLONG: "holds a name that is too long"
};
const mostEntries = 1e5;
const blockSize = 512;
const mostPadding = 2 ** 20;
const zeros = Buffer.alloc(2 ** 16);
var Extraction = class {
	#directory;
	#made;
	#parser;
	#open;
	#failure;
	#entries = 0;
	#body = 0;
	#block = Buffer.alloc(0);
	#begun = false;
	#ended = false;
	#padding = 0;
	constructor(directory) {
		this.#directory = directory;
		this.#made = /* @__PURE__ */ new Set([directory]);
		this.#parser = new rt({
			strict: true,
			zstd: false,
			brotli: false
		});
		this.#parser.on("entry", (entry) => {
			this.#body = entry.startBlockSize;
			this.#count();
			this.#guard(() => this.#extract(entry), entry);
		});
		this.#parser.on("ignoredEntry", () => this.#count());
		this.#parser.on("meta", () => this.#count());
		this.#parser.on("eof", () => {
			this.#ended = true;
		});
		this.#parser.on("error", (error) => this.#fail(new BadEntry(`damaged archive: ${error.message}`)));
	}
	write(chunk) {
		for (let at = 0; at < chunk.length;) {
			if (this.#ended) {
				this.#checkPadding(chunk.subarray(at));
				return;
			}
			const inBody = this.#body > 0;
			const wanted = inBody ? this.#body : blockSize - this.#block.length;
			const piece = chunk.subarray(at, at + wanted);
			at += piece.length;
			if (inBody) {
				this.#body -= piece.length;
				this.#parser.write(piece);
			} else this.#takeBlock(piece);
			this.#throwIfFailed();
		}
	}
	#takeBlock(piece) {
		const block = this.#block.length === 0 ? piece : Buffer.concat([this.#block, piece]);
		const whole = block.length === blockSize;
		this.#block = whole ? Buffer.alloc(0) : Buffer.from(block);
		if (whole) this.#parse(block);
	}
	#parse(block) {
		if (!this.#begun && block[0] === 31 && block[1] === 139) throw new BadEntry("holds gzip, not tar");
		this.#begun = true;
		this.#parser.write(block);
	}
	#checkPadding(rest) {
		for (let at = 0; at < rest.length; at += zeros.length) {
			const piece = rest.subarray(at, at + zeros.length);
			if (!piece.equals(zeros.subarray(0, piece.length))) throw new BadEntry("holds data behind its end");
		}
		this.#padding += rest.length;
		if (this.#padding > mostPadding) throw new BadEntry(`holds more than ${mostPadding} zeros behind its end`);
	}
	#count() {
		this.#entries++;
		if (this.#entries > mostEntries) this.#fail(new BadEntry(`holds more than ${mostEntries} entries`));
	}
	end() {
		if (this.#block.length > 0) this.#parse(this.#block);
		this.#parser.end();
		this.#throwIfFailed();
	}
	[Symbol.dispose]() {
		if (this.#open !== void 0) closeSync(this.#open);
	}
	#extract(entry) {
		const refusal = refusalOf(entry);
		if (refusal !== void 0) throw new BadEntry(refusal);
		const path = join(this.#directory, entryName(entry));
		if (entry.type === "Directory") this.#makeDirectory(path);
		else this.#makeDirectory(dirname(path));
		if (entry.type === "Link") linkSync(join(this.#directory, entryName({ path: entry.linkpath ?? "" })), path);
		else if (entry.type !== "Directory") {
			this.#writeFile(entry, path);
			return;
		}
		entry.resume();
	}
	#makeDirectory(path) {
		if (this.#made.has(path)) return;
		mkdirSync(path, { recursive: true });
		this.#made.add(path);
	}
	#writeFile(entry, path) {
		const file = openSync(path, "wx");
		this.#open = file;
		entry.on("data", (chunk) => this.#guard(() => writeAll(file, chunk), entry));
		entry.on("end", () => {
			this.#open = void 0;
			closeSync(file);
			this.#guard(() => chmodSync(path, (entry.mode ?? 420) & 511), entry);
		});
	}
	#guard(action, entry) {
		if (this.#failure !== void 0) {
			entry.resume();
			return;
		}
		try {
			action();
		} catch (error) {
			const contradiction = contradictions[errorCode(error) ?? ""];
			this.#fail(contradiction === void 0 ? error : new BadEntry(`${contradiction}: ${entry.path}`));
			entry.resume();
		}
	}
	#fail(error) {
		this.#failure ??= error;
	}
	#throwIfFailed() {
		if (this.#failure !== void 0) throw this.#failure;
	}
};
function writeAll(file, chunk) {
	for (let written = 0; written < chunk.length;) written += writeSync(file, chunk, written);
}

// src/storage/zstdFrames.ts
const compress = promisify(zstdCompress);
const frameBytes = 2097152;
const level = 2;
async function* compressFrames(source) {
	const atOnce = 2 * availableParallelism();
	const running = [];
	for await (const block of blocksOf(source)) {
		const frame = compress(block, {
			chunkSize: block.length + (block.length >> 8) + 1024,
			pledgedSrcSize: block.length,
			params: {
				[constants$4.ZSTD_c_checksumFlag]: 1,
				[constants$4.ZSTD_c_compressionLevel]: level
			}
		});
		frame.catch(() => {});
		running.push(frame);
		const [first] = running;
		if (running.length >= atOnce && first !== void 0) {
			yield await first;
			running.shift();
		}
	}
	for (const frame of running) yield await frame;
}
async function* blocksOf(source) {
	let parts = [];
	let held = 0;
	for await (const chunk of source) {
		let rest = chunk;
		while (held + rest.length >= frameBytes) {
			const cut = frameBytes - held;
			parts.push(rest.subarray(0, cut));
			yield joined(parts);
			parts = [];
			held = 0;
			rest = rest.subarray(cut);
		}
		if (rest.length > 0) parts.push(rest);
		held += rest.length;
	}
	if (held > 0) yield joined(parts);
}
function joined(parts) {
	const [only, ...others] = parts;
	return only !== void 0 && others.length === 0 ? only : Buffer.concat(parts);
}

// src/storage/archive.ts
async function pack(directory, paths, archive, first) {
	const packer = new wt({
		cwd: directory,
		strict: true,
		follow: true,
		noDirRecurse: true,
		maxReadSize: frameBytes,
		linkCache: new NoLinks()
	});
	if (first !== void 0) addText(packer, first);
	for (const path of paths) packer.add(path);
	packer.end();
	await pipeline(Readable.from(compressFrames(packer)), createWriteStream(archive, { flags: "wx" }));
}
async function unpack(archive, directory, options = {}) {
	const maxBytes = options.maxBytes ?? 32 * 1024 ** 3;
	using extraction = new Extraction(directory);
	let bytes = 0;
	try {
		await pipeline(createReadStream(archive, { highWaterMark: 1 << 20 }), createZstdDecompress({ chunkSize: 1 << 20 }), async (source) => {
			for await (const chunk of source) {
				bytes += chunk.length;
				if (bytes > maxBytes) throw new BadEntry(`unpacks to more than ${maxBytes} bytes`);
				extraction.write(chunk);
			}
		});
		if (bytes === 0) throw new BadEntry("is empty");
		extraction.end();
	} catch (error) {
		throw asBadEntry(error);
	}
}
var NoLinks = class extends Map {
	get() {}
};
function addText(packer, { path, text }) {
	const body = Buffer.from(text);
	const entry = new $e(new F({
		path,
		mode: 420,
		size: body.length,
		type: "File",
		mtime: /* @__PURE__ */ new Date()
	}));
	packer.add(entry);
	entry.end(body);
}
function asBadEntry(error) {
	if (!(error instanceof Error) || error instanceof BadEntry) return error;
	if (/^E[A-Z0-9]+$/.test(errorCode(error) ?? "")) return error;
	return new BadEntry(`damaged archive: ${error.message}`);
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
	toolchain: record(string(), string()),
	ingredients: record(string(), string())
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

// src/storage/packed.ts
async function packBuild({ directory, manifest }, archive) {
	for (const file of manifest.files) {
		const problem = await verifyFile(join(directory, file.path), file, { follow: true });
		if (problem !== void 0) throw new BadEntry(`changed while it was being stored: ${problem}`);
	}
	const paths = manifest.files.map((file) => file.path);
	try {
		await pack(directory, paths, archive, {
			path: manifestName,
			text: serializeManifest(manifest)
		});
	} catch (error) {
		await rm$1(archive, { force: true });
		throw error;
	}
}
async function archiveAt(build, path) {
	if (build.archive === void 0) return packBuild(build, path);
	const shared = await build.archive();
	try {
		await link(shared, path);
	} catch {
		await copyFile$1(shared, path);
	}
}
async function unpackBuild(archive, key, directory) {
	try {
		return {
			outcome: "hit",
			manifest: await createAtomically(directory, async (partial) => {
				await unpack(archive, partial);
				const found = await readManifest(join(partial, manifestName));
				if (found.key !== key) throw new BadEntry(`holds the build of another key: ${found.key}`);
				const [problem, ...more] = await verify(partial, found);
				if (problem !== void 0) throw new BadEntry(problem + (more.length ? `, and ${more.length} more` : ""));
				await rm$1(join(partial, manifestName));
				return found;
			})
		};
	} catch (error) {
		if (error instanceof InputError) throw error;
		if (error instanceof BadEntry) return {
			outcome: "corrupt",
			reason: error.message
		};
		return {
			outcome: "unavailable",
			reason: explainSystemError(error, directory)
		};
	}
}
async function readManifest(path) {
	const text = await readFile(path, "utf8").catch(() => void 0);
	if (text === void 0) throw new BadEntry("holds no manifest");
	const parsed = parseManifest(text);
	if ("problem" in parsed) throw new BadEntry(parsed.problem);
	return parsed.manifest;
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
function userName$1() {
	try {
		return userInfo().username;
	} catch {
		return `uid ${process.getuid?.() ?? "unknown"}`;
	}
}
__name(userName$1, "userName");

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

// src/inputs/ignore.ts
function parseLine(line, today) {
	const [pattern = "", reason = "", until, ...rest] = line.split(/\s+::\s+/).map((part) => part.trim());
	if (pattern === "" || reason === "" || rest.length > 0) throw new InputError(`ignore: "${line}" is not "REGEX :: reason" or "REGEX :: reason :: until YYYY-MM-DD".`);
	try {
		new RegExp(pattern);
	} catch {
		throw new InputError(`ignore: "${pattern}" is not a regular expression.`);
	}
	if (until === void 0) return {
		pattern,
		reason
	};
	const expires = /^until (\d{4}-\d{2}-\d{2})$/.exec(until)?.[1];
	if (expires === void 0 || Number.isNaN(Date.parse(expires))) throw new InputError(`ignore: "${until}" is not "until YYYY-MM-DD".`);
	if (expires < today) throw new InputError(`ignore: "${pattern}" expired on ${expires}; remove it, or give it a new date.`);
	return {
		pattern,
		reason,
		expires
	};
}
function parseIgnoreLines(lines, now) {
	const today = now.toISOString().slice(0, 10);
	return lines.map((line) => parseLine(line, today));
}

// src/results/assemble.ts
function overallVerdict(guests, builds) {
	const present = new Set(guests.map((guest) => guest.verdict));
	if (builds.some((build) => build.status === "failed")) present.add("build-failed");
	if (present.size === 0) {
		const ready = builds.filter(({ status }) => status === "built" || status === "reused");
		return builds.length > 0 && ready.length === builds.length ? "passed" : "did-not-run";
	}
	return verdicts.find((verdict) => present.has(verdict)) ?? "did-not-run";
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
const unlimited = 2 ** 60;
function least(values) {
	const known = values.filter((value) => Number.isFinite(value));
	return known.length === 0 ? void 0 : Math.min(...known);
}
function numberIn(files, ...names) {
	const text = names.map((name) => files.get(name)).find((value) => value !== void 0);
	const number = text !== void 0 && /^\d+$/.test(text) ? Number(text) : NaN;
	return number < unlimited ? number : NaN;
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
const mebibyte$2 = 1048576;
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
	const limits = [...quota < machine ? [`CPU time of ${Number(group.cpus?.toFixed(2))} of ${machine} CPUs`] : [], ...total !== void 0 && memory !== void 0 && memory < total ? [`${Math.floor(memory / mebibyte$2)} of ${Math.floor(total / mebibyte$2)} MiB of memory`] : []];
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

// src/systems/names.ts
const localhost = "localhost";
function parseSystems(text) {
	const names = text.split(/[\s,]+/).filter(Boolean);
	if (names.length === 0) throw new InputError(`systems: no system is named; give names that ssh understands, and ${localhost} for this machine`);
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== void 0) throw new InputError(`systems: ${twice} is named twice; name each system once`);
	return names;
}

// src/systems/probeSector.ts
const value$1 = 42;
const debugExitDevice = "isa-debug-exit,iobase=0xf4,iosize=4";
function probeSector() {
	const sector = Buffer.alloc(512);
	Buffer.from([
		176,
		value$1,
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
	return memoryOf(path, () => ownCircumstances(qemu, device));
}
function memoryOf(path, circumstances) {
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

// src/stages/execute/systems/machine.ts
async function surveyMachine(executor, inputs, qemu, variables) {
	const facts = await probeSystem(executor, qemu);
	if (facts.qemu === void 0) throw new InfrastructureError(`${qemu} is not installed on ${executor.name}. Debian, Ubuntu: apt-get install -y ${packageOf(qemu)}.`);
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
function packageOf(qemu) {
	const architecture = /qemu-system-([\w]+)$/.exec(qemu)?.[1] ?? "";
	if (/^(x86_64|i386)$/.test(architecture)) return "qemu-system-x86";
	if (/^(aarch64|arm)$/.test(architecture)) return "qemu-system-arm";
	if (/^ppc/.test(architecture)) return "qemu-system-ppc";
	return "qemu-system-misc";
}

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
const program$1 = `
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
			program$1,
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
		const gone = running.map((child) => once$1(child, "exit"));
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
			kill: () => killGroup(pid, "SIGKILL"),
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
			const child = spawn(program, args, {
				env: {
					...plainEnvironment(process.env),
					[guestMarkVariable]: mark
				},
				stdio: [
					"ignore",
					output.fd,
					output.fd
				],
				detached: true
			});
			return {
				child,
				gone: exitOf(child)
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
			if (alive) killGroup(pid, "SIGKILL");
		};
		const following = followFile(launch.console, (chunk) => observer.onConsole(chunk)).catch(note);
		await recordStart(files, pid, launch.affinity).catch(note);
		const end = await gone;
		killGroup(pid, "SIGKILL");
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

// src/guests/qemuOptions.ts
function withProperty(value, name, change) {
	return value.split(",").map((part) => part.startsWith(`${name}=`) ? `${name}=${change(part.slice(name.length + 1))}` : part).join(",");
}
function smpCpus$1(value) {
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
__name(smpCpus$1, "smpCpus");
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

// src/plan/guest.ts
const defaultDuration = 1800;
const qemuItself = 67108864;

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
	const text = (name) => textOf(path, join(path, name), shortText);
	const [suiteText, oldSuiteText, scenarios, batches, testId, rerun, remoteLog, folders] = await Promise.all([
		text(runFiles.suite[0]),
		text(runFiles.suite[1]),
		text(runFiles.scenarios),
		text(runFiles.batches),
		textOf(path, join(path, runFiles.testId)),
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
	const text = await textOf(run.path, path, shortText);
	return text === void 0 ? void 0 : parseQemuCmd(text, path);
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
		const lists = await Promise.all(indexes.map(async (index) => [index, await text$2(join(cache, index, "shared_cpu_list"))]));
		return {
			name,
			shared: new Map(lists)
		};
	}));
}
async function entries(folder, pattern) {
	return (await readdir$1(folder).catch(() => [])).filter((name) => pattern.test(name));
}
async function text$2(path) {
	return await readFile(path, "utf8").catch(() => void 0);
}
__name(text$2, "text");

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
async function open(machine, guests) {
	const { batches, cpus } = guests;
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
		work: () => new BatchQueue(batches, ({ name }) => memories.get(name) ?? 0),
		close: () => host.close()
	};
}
function oneMachine(machine, cpus) {
	return {
		machines: [machine],
		widths: [Math.max(1, cpus)],
		cpus,
		dropped: [],
		flags: [],
		open: (guests) => open(machine, guests),
		close: async () => [],
		async [Symbol.asyncDispose]() {}
	};
}

// src/stages/execute/systems/surveySystems.ts
function remoteNames({ systems }) {
	if (systems.length === 0) return void 0;
	const names = parseSystems(systems.join(" "));
	return names.every((name) => name === "localhost") ? void 0 : names;
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
	return oneMachine(machine, usableCpus(inputs.cpus, machine.facts));
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
	verdict: verdictSchema,
	scriptsExitStatus: number().int().min(0).max(3),
	interrupted: boolean().default(false),
	systems: array(systemFactsSchema),
	builds: array(buildResultSchema),
	guests: array(guestResultSchema),
	infrastructure: array(string()).default([])
});

// src/stages/judge/known.ts
async function earlierResults(run) {
	const text = await textOf(run, join(run, runFiles.results));
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

// src/plan/files.ts
function renderBatches(batches) {
	return batches.flatMap(({ number, guests }) => guests.map(({ name, cpus }) => `${number} ${name} ${cpus}\n`)).join("");
}
function renderBatchesFile(batches, cpus) {
	return `${renderBatches(batches)}# cpus=${cpus}\n`;
}
function renderScenarios(batches) {
	return batches.map(({ number, guests }) => `${number}.  ${guests.map(({ name }) => name).join(" ")}\n`).join("");
}

// src/rundir/transform.ts
const unfit = /[\s"'`$;&|<>(){}\\]/;
const nameOf = (parameter) => parameter.replace(/=.*$/, "");
function transformAppend(words, change) {
	const replaced = new Set((change.bootargs ?? []).map(nameOf));
	return [...words.filter((word) => !replaced.has(nameOf(word))).map((word) => change.seconds === void 0 ? word : word.replace(/(\.shutdown_secs=)\d*$/, `$1${change.seconds}`)), ...change.bootargs ?? []].join(" ");
}
function transformCommand(line, change) {
	const quoted = /^(.*\s-append\s+)"([^"]*)"(.*)$/.exec(line);
	const bare = quoted ? null : /^(.*\s-append\s+)(\S+)(.*)$/.exec(line);
	const [, head = line, append = "", tail = ""] = quoted ?? bare ?? [];
	const options = (text) => text.split(/\s+/).filter((word) => word !== "").map((word, i, all) => {
		if (all[i - 1] === "-serial") return `file:${change.console}`;
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
	const text = await textOf(rundir, path, shortText);
	if (text === void 0) throw new InputError(`${path}: no longer exists.`);
	return text;
}
async function placeGuest(options) {
	const { from, into, guest, bring, seconds, grace, bootargs } = options;
	const { name, scenario } = guest;
	const source = join(from, scenario);
	const target = join(into, name);
	const image = await imageOf(from, scenario);
	await mkdir$1(target);
	const names = (await readdir$1(source)).filter((each) => isBuildFile(each, image));
	const wanted = name === scenario ? names : names.filter((each) => each !== image);
	for (const each of wanted) {
		const real = await locateFile(from, join(source, each));
		if (real !== void 0) await bring(real, join(target, each));
	}
	const changed = transformQemuCmd(await commandText(from, scenario), {
		image: join(options.finally, scenario, image),
		console: join(options.finally, name, guestFiles$1.console),
		jitterDirectory: options.finally,
		seconds,
		grace,
		bootargs
	});
	await writeFile(join(target, guestFiles$1.qemuCmd), changed);
}

// src/rundir/qemuAllow.ts
const properties = (...names) => new RegExp(`^(?:[\\w.-]+|(?:${names.join("|")})=[\\w.:+-]*)(?:,(?:${names.join("|")})=[\\w.:+-]*)*$`);
const machine$1 = properties(...[
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
	"-M": machine$1,
	"-machine": machine$1,
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
const once = [
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
		const twice = once.includes(option) && (seen.has(option) || word !== option);
		seen.add(option);
		const fits = known && (value === void 0 || given !== void 0 && value.test(given));
		if (!twice && (named.has(option) || fits && word === option)) continue;
		refused.push(given === void 0 ? word : `${word} ${given}`);
	}
	return refused;
}
function namesOf(refused) {
	const names = refused.map((each) => each.replace(/ .*$/s, "")).filter((each) => /^-|^\//.test(each) && !once.includes(each.replace(/^--/, "-"))).map((each) => each.replace(/^-+/, ""));
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

// src/rundir/trust.ts
async function checkCommands(run, names, { allowQemuOptions: allow, qemuCmd: program }) {
	for (const name of names) {
		const cmd = await readQemuCmd(run, name);
		if (cmd !== void 0) checkTrust(cmd, {
			allow,
			program
		}, join(run.path, name, guestFiles$1.qemuCmd));
	}
}
async function allowanceOf(run, names) {
	const needed = /* @__PURE__ */ new Set();
	for (const name of names) {
		const cmd = await readQemuCmd(run, name).catch(() => void 0);
		for (const each of namesOf(cmd === void 0 ? [] : refusedByTrust(cmd, { allow: [] }))) needed.add(each);
	}
	return [...needed];
}

// src/systems/quote.ts
const plain$2 = /^[A-Za-z0-9_@%+=:,./-]+$/;
function quoteWord(text) {
	if (text.includes("\0")) throw new RangeError("a program's argument cannot hold a NUL");
	if (plain$2.test(text) && !text.includes("=")) return text;
	return `'${text.replaceAll("'", "'\\''")}'`;
}
function quote(argv) {
	return argv.map(quoteWord).join(" ");
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
function named$1(inputs, res, workspace, name) {
	return at(inputs.rundir === void 0 ? join(res, name) : resolve(workspace, inputs.rundir));
}
__name(named$1, "named");
async function newRunDirectory(inputs, res, workspace, now, suffix = "") {
	const place = named$1(inputs, res, workspace, inputs.datestamp ?? `${datestamp(now)}${suffix}`);
	if (await lstat$1(place.path).catch(() => void 0)) throw taken(inputs, place.path);
	await checkPlace(place);
	return place;
}
const mostInASecond = 1e3;
async function reserveRunDirectory(inputs, res, workspace, now, suffix = "") {
	const given = inputs.rundir !== void 0 || inputs.datestamp !== void 0;
	for (let number = 1; number <= mostInASecond; number++) {
		const time = number === 1 ? datestamp(now) : `${datestamp(now)}.${number}`;
		const place = named$1(inputs, res, workspace, inputs.datestamp ?? `${time}${suffix}`);
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
			return named(job, repetition);
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
function named(job, repetition) {
	const name = repetition === 1 ? job.scenario : `${job.scenario}.${repetition}`;
	return {
		...job,
		name,
		repetition
	};
}
function byCpus(a, b) {
	if (a.cpus !== b.cpus) return b.cpus - a.cpus;
	const [x, y] = [`${a.scenario} ${a.cpus}`, `${b.scenario} ${b.cpus}`];
	return x < y ? -1 : x > y ? 1 : 0;
}

// src/systems/qemuProgram.ts
const qemuArchitectures = {
	x64: "x86_64",
	arm64: "aarch64",
	ia32: "i386"
};
function expectedQemu(qemuCmd) {
	return qemuCmd ?? `qemu-system-${qemuArchitectures[arch] ?? arch}`;
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
function smpCpus(suite, scenario, merged, options) {
	const boot = bootArguments(suite, scenario, options.bootargs);
	const configured = configuredCpus(merged);
	if (configured !== void 0) return Math.max(1, limit(configured, boot, "nr_cpus"));
	return Math.max(1, lastNumber(boot, "nr_cpus") ?? options.machineCpus);
}
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
			smp: smpCpus(suite, scenario, merged, options)
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

// src/plan/text.ts
function renderPlan(plan, duration) {
	const { guests, batches, cpus } = plan;
	const scenarios = new Set(guests.map(({ scenario }) => scenario)).size;
	const time = prettyMilliseconds(duration * 1e3 * batches.length);
	return `${[`${plan.suite}: ${count(guests.length, "guest")} of ${count(scenarios, "scenario")} in ${count(batches.length, "batch", "batches")} ${cpus === 0 ? "of one guest each" : `on ${count(cpus, "CPU")}`}; ${time} of torture, and ${count(scenarios, "kernel")} to build or reuse`, ...batches.map((batch) => renderBatch(batch, cpus))].join("\n")}\n\n${renderBatches(batches)}`;
}
const cpuSecondsOfBuild = 3600;
const roughly$1 = /* @__PURE__ */ __name((seconds) => seconds < 5400 ? `${Math.max(1, Math.round(seconds / 60))} min` : `${Math.round(seconds / 3600)} h`, "roughly");
function renderDefaultPlan(plan, duration, cpus) {
	const { suite, guests, batches } = plan;
	const kernels = new Set(guests.map(({ scenario }) => scenario)).size;
	const building = roughly$1(kernels * cpuSecondsOfBuild / Math.max(1, cpus));
	const run = duration === void 0 ? "" : `, then ${count(guests.length, "guest")} in ${count(batches.length, "batch", "batches")}, ${roughly$1(duration * batches.length)} of torture`;
	return `No configs are given, so this is the whole CFLIST of ${suite}, as with kvm.sh: ${count(kernels, "kernel")} to build (about ${building} on ${count(cpus, "CPU")}, less what a store has)${run}.`;
}
function renderBatch({ number, guests }, cpus) {
	const used = guests.reduce((sum, guest) => sum + guest.cpus, 0);
	const names = guests.map((guest) => `${guest.name} (${guest.cpus})`).join(", ");
	const note = cpus > 0 && used > cpus ? `: more than the ${count(cpus, "CPU")} there are` : "";
	return `  batch ${number}, ${count(used, "CPU")}${note}: ${names}`;
}
function count(number, one, many = `${one}s`) {
	return `${number} ${number === 1 ? one : many}`;
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
async function announceDefaults(context, { plan }, duration) {
	if (context.inputs.configs.length > 0 || context.environment.attempt > 1) return;
	const { machineCpus } = await roomHere(context);
	context.ui.info(renderDefaultPlan(plan, duration, machineCpus));
}

// src/stages/conclude/past.ts
async function historyFor(context, { run, store }, results) {
	if (store === void 0) return void 0;
	const { branchHistory } = await import("./reports.js").then((all) => all.src_stages_conclude_history_ts);
	return await branchHistory(context, store, run, results);
}

// package.json
var version$1 = "1.0.0-dev";

// src/version.ts
var version_exports = /* @__PURE__ */ __exportAll({ version: () => version });
const version = version$1;

// src/stages/conclude/results.ts
function scriptsExitStatus({ guests, builds, scriptsBuildErrors }) {
	if (guests.some((guest) => guest.scripts?.failed)) return 3;
	if (scriptsBuildErrors) return 2;
	return builds.some((build) => build.configErrors.length > 0) ? 1 : 0;
}
function assembleResults(measured) {
	const { run, guests, builds } = measured;
	return {
		version: 1,
		tool: {
			name: "rcutorture-action",
			version
		},
		createdAt: measured.now.toISOString(),
		attempt: measured.attempt,
		suite: run.suite,
		rundir: run.path,
		...run.rerunOf === void 0 ? {} : { rerunOf: run.rerunOf },
		...measured.reproduce === void 0 ? {} : { reproduce: measured.reproduce },
		kernel: {
			...run.tree === void 0 ? {} : { path: run.tree },
			...run.commit === void 0 ? {} : { commit: run.commit },
			...measured.describe === void 0 ? {} : { describe: measured.describe },
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
async function concludeRun({ environment, signal }, prepared, executed, { guests, builds, scriptsErrors }, earlier) {
	const allowance = await allowanceOf(prepared.run, guests.map(({ name }) => name));
	const allow = allowance.length === 0 ? [] : ["--allow-qemu-options", allowance.join(" ")];
	const current = assembleResults({
		run: prepared.run,
		guests,
		builds,
		scriptsBuildErrors: scriptsErrors,
		systems: executed.systems,
		attempt: environment.attempt,
		repository: prepared.repository ?? environment.repository,
		describe: prepared.describe,
		reproduce: reproduction(prepared.run.path, guests, [...executed.flags, ...allow]),
		interrupted: signal.aborted,
		infrastructure: [...prepared.infrastructure, ...executed.infrastructure],
		now: /* @__PURE__ */ new Date()
	});
	return earlier === void 0 ? current : mergeAttempts(earlier, current);
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

// src/stages/execute/samples.ts
async function keepFailedConsole(rundir, guest, sample) {
	const folder = join(rundir, guest);
	await pipeline(createReadStream(join(folder, guestFiles$1.console)), createZstdCompress(), createWriteStream(join(folder, sampleConsole(sample))));
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
			ui.info(tally(all, sample, repeat));
		}
		const enough = sample >= repeat && performance.now() >= endOfRounds;
		if (session.over || enough || stopOnFailure && failures.length > 0) return all;
	}
}
function tally(all, sample, repeat) {
	return `Round ${sample}${repeat > 1 ? ` of ${repeat}` : ""}: ${all.filter(failed).length} of ${all.length} samples failed so far.`;
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

// src/rundir/scriptsOfTree.ts
const longestScript = 1048576;
async function dialectOfRun(path, tree) {
	const folders = [
		join(path, "bin"),
		join(path, "../../bin"),
		...tree !== void 0 && isAbsolute(tree) ? [join(tree, "tools/testing/selftests/rcutorture/bin")] : []
	];
	for (const folder of folders) {
		const script = await textOf(folder, join(folder, "console-badness.sh"), longestScript).catch(() => void 0);
		if (script !== void 0) return dialectOf(script);
	}
	return dialectOf("");
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

// src/contracts/guestHost.ts
var SystemUnusable = class extends InfrastructureError {};

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
		const line = !this.#killed && !exit.failure && lived < seconds ? earlyLine(lived, seconds) : this.#killed?.warning;
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
		} catch (error) {
			this.#fail(error);
		}
	}
	async #live(station, batch, guest) {
		const { system } = station;
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
		if (this.#signal.aborted) return notStarted(guest, batch, stopOf(this.#signal.reason).detail);
		const consumer = this.#job.console(guest);
		return await accompany({
			guest,
			batch,
			host: system.host,
			plan,
			consumer,
			progressInterval: this.#job.progressInterval,
			signal: this.#signal,
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
		if (this.#job.stopOnFailure) this.#timers.add(setTimeout(() => this.#stopNow(guest), outputGracePeriod));
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

// src/guests/fit.ts
const leastMemory = 134217728;
const mebibyte$1 = 1048576;
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
		if (option === "-smp") cpus = smpCpus$1(changed ?? value);
		if (changed !== void 0) fitted.push(word, changed);
		at++;
	}
	return {
		argv: [program, ...fitted],
		cpus,
		notes
	};
}
const machine = (value, { software }) => {
	if (!software) return value;
	const inSoftware = withProperty(value, "accel", (accel) => /\bkvm\b/.test(accel) ? "tcg" : accel);
	return withProperty(inSoftware, "gic-version", (version) => version === "host" ? "max" : version);
};
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
	const asked = smpCpus$1(value);
	if (asked <= fitting.cpus) return value;
	notes.push(`-smp ${asked} limited to the system's ${fitting.cpus} CPUs`);
	return String(fitting.cpus);
};
const memory = (value, { fitting, notes }) => {
	const asked = memoryBytes(value);
	if (asked === void 0 || fitting.memory === void 0 || asked <= fitting.memory) return value;
	const given = Math.max(leastMemory, fitting.memory);
	if (given >= asked) return value;
	const megabytes = Math.floor(given / mebibyte$1);
	notes.push(`memory limited from ${Math.floor(asked / mebibyte$1)} to ${megabytes} MiB, which the system has free`);
	if (/^\d/.test(value)) return value.replace(/^[^,]*/, `${megabytes}M`);
	return withProperty(value, "size", () => `${megabytes}M`);
};
const keep = (value) => value;
const changes = {
	"-append": keep,
	"-kernel": keep,
	"-initrd": keep,
	"-machine": machine,
	"-M": machine,
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
	const { rundir, fitting, rota, allowed, silence } = planning;
	const directory = planning.directory ?? join(rundir, guest.name);
	const console = join(directory, guestFiles$1.console);
	const { argv, cpus, notes } = fitGuest(withConsole(cmd.argv, console), fitting);
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
				hardDeadline: 2 * (seconds + grace) + 600
			},
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
	#sample;
	#consumers = /* @__PURE__ */ new Map();
	#analyses = /* @__PURE__ */ new Map();
	#planned = /* @__PURE__ */ new Map();
	constructor(job, losses, sample) {
		this.#job = job;
		this.#losses = losses;
		this.#several = job.systems.systems.length > 1;
		this.#sample = sample;
	}
	async run() {
		const { batches, systems, stopOnFailure, signal } = this.#job;
		const work = systems.work?.();
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
			onEvent: (event) => this.#tell(event),
			stopOnFailure,
			progressInterval,
			signal
		})).map((outcome) => ({
			outcome,
			sample: this.#sample,
			analysis: this.#analysis(outcome.guest.name),
			planned: this.#planned.get(outcome.guest.name)
		}));
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
			rota,
			allowed,
			silence: silenceLimits(accelerator)
		});
		if (this.#sample === 1) for (const note of notes) ui.info(`${this.#several ? `${guest.name} on ${system.host.name}` : guest.name}: ${note}`);
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
	#failed({ guest, ending }) {
		return judgeGuest(this.#analysis(guest.name), ending).verdict === "failed";
	}
	#tell(event) {
		const { ui } = this.#job;
		if (event.type === "system-lost") this.#losses.system(event.system, event.detail);
		if (event.type === "guest-moved") this.#losses.moved(event.guest, event.system, this.#sample);
		const line = progressLine(event, { systems: this.#several });
		if (line === void 0) return;
		const text = this.#sample === 1 ? line : `#${this.#sample} ${line}`;
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
	static async open(context, prepared, systems) {
		const { inputs, ui, signal } = context;
		const { run, cpus, failedBefore, suites, ignore } = prepared;
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
		const { jitter, stopOnFailure } = inputs;
		const ended = AbortSignal.any([
			signal,
			stopFile.signal,
			disk.signal
		]);
		const job = {
			path,
			suite,
			suites,
			batches,
			systems: active,
			jitter,
			stopOnFailure,
			dialect: await dialectOfRun(path, run.tree),
			ignore,
			signal: ended,
			ui
		};
		return new Session(job, systems, stopFile, disk);
	}
	async round() {
		this.#rounds += 1;
		return await new Round(this.#job, this.#losses, this.#rounds).run();
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

// src/kernel/buildLog.ts
const most = 100;
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
		read: plain$1
	},
	{
		line: /^ERROR: (?<message>.+)$/,
		read: (groups) => plain$1({
			...groups,
			severity: "error"
		})
	},
	{
		line: /^(?<message>\S+\.o: warning: objtool: .+)$/,
		read: (groups) => plain$1({
			...groups,
			severity: "warning"
		})
	},
	{
		line: /^(?<message>\S*sh: (?:line )?\d+: .+: (?:command )?not found)$/,
		read: (groups) => plain$1({
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
	return [...errors.length > 0 ? errors : fromMake.slice(0, 5), ...warnings].slice(0, most);
}
function readLine(line, tree) {
	for (const pattern of patterns) {
		const groups = pattern.line.exec(line)?.groups;
		if (groups) return inTree(pattern.read(groups), tree);
	}
}
function positioned(groups) {
	return {
		...plain$1(groups),
		...groups.file ? { file: groups.file } : {},
		...Number(groups.line) > 0 ? { line: Number(groups.line) } : {},
		...Number(groups.column) > 0 ? { column: Number(groups.column) } : {}
	};
}
function plain$1({ severity = "error", message = "" }) {
	return {
		severity: severity.toLowerCase() === "warning" ? "warning" : "error",
		message: message.slice(0, longest)
	};
}
__name(plain$1, "plain");
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
	const output = (await Promise.all(outputs.map((name) => text(join(folder, name))))).filter(Boolean).join("");
	const built = booted || await locateFile(dirname(folder), join(folder, "builtkernel")) !== void 0;
	const config = await text(join(folder, ".config"));
	const fragment = await text(join(folder, "ConfigFragment"));
	const askedFor = await text(join(folder, "ConfigFragment.input"));
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
async function text(file) {
	return await textOf(dirname(dirname(file)), file) ?? "";
}

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
	return name !== void 0 && (await sizeOf(run, join(run, guest, name)) ?? 0) > 0;
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
	const log = await textOf(run.path, file(guestFiles$1.makeOut));
	if (log === void 0) return false;
	if (countedAsBuildError(log).length > 0) return true;
	const images = [guestFiles$1.vmlinux, `${guestFiles$1.vmlinux}.xz`].map((name) => locateFile(run.path, file(name)));
	return (await Promise.all(images)).every((image) => image === void 0) && !run.reused;
}

// src/stages/judge/judge.ts
async function endingOnDisk(run, guest, console) {
	const [retval, warnings] = await Promise.all([textOf(run, join(run, guest, guestFiles$1.qemuRetval), shortText), textOf(run, join(run, guest, guestFiles$1.warnings), shortText)]);
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
			console: join(guest.name, consoleName),
			consoleBytes: analysis.bytes,
			consoleLines: analysis.lines
		}
	};
}

// src/stages/judge/run.ts
function unbuilt(run, ran) {
	const names = new Set(ran.map(({ outcome }) => outcome.guest.name));
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
async function judgeRun({ environment: { attempt } }, { run, builds: known }, { guests: ran }) {
	const { builds, scriptsErrors } = await readBuilds(run, known);
	return {
		guests: [...ran, ...unbuilt(run, ran)].map(({ outcome, analysis, planned, sample }) => {
			const build = builds.find(({ scenario }) => scenario === outcome.guest.scenario);
			return guestResult({
				outcome,
				analysis,
				planned,
				sample,
				build,
				attempt
			});
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

// src/modes/finish.ts
function remember(context, { run, ignore }, finished) {
	const { attempt, repository } = context.environment;
	context.remember({
		rundir: run.path,
		finished,
		ignore,
		attempt,
		repository
	});
}
async function execute(context, prepared, systems) {
	remember(context, prepared, false);
	using _ = loadSoon();
	await using session = await Session.open(context, prepared, systems);
	return await session.end(await runRounds(context, session, prepared.run.path));
}
async function report(context, prepared, executed, earlier) {
	const judged = await judgeRun(context, prepared, executed);
	const { enrich } = await later.enrich();
	const guests = await enrich(judged.guests, {
		...prepared,
		builds: judged.builds
	}, context);
	const results = await concludeRun(context, prepared, executed, {
		...judged,
		guests
	}, earlier);
	const history = prepared.part ? void 0 : await historyFor(context, prepared, results);
	const { publish } = await later.publish();
	await publish(results, context.ui, history?.past);
	if (!prepared.part) remember(context, prepared, true);
	await history?.keep().catch((error) => {
		context.ui.warning(`Later runs will not know of this one: ${messageOf(error)}`);
	});
	return results;
}

// src/handoff/attempts.ts
const recordSchema = object({
	keys: record(string(), string()),
	results: resultsSchema.optional()
});
const file = "record.json";
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
async function saveRecord(store, key, record) {
	const directory = await mkdtemp(join(tmpdir(), "rcutorture-record-"));
	try {
		await writeFile(join(directory, file), JSON.stringify(record));
		const manifest = await createManifest(directory, [{ path: file }], {
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
async function keepAttempt(context, store, builds, results) {
	const keys = Object.fromEntries(builds.flatMap(({ scenario, key }) => key === void 0 ? [] : [[scenario, key]]));
	await keepRecord(context, store, results === void 0 ? "built" : "ended", {
		keys,
		...results && { results }
	});
}
async function fetchRecord(store, key, ui) {
	const folder = await mkdtemp(join(tmpdir(), "rcutorture-record-"));
	try {
		if ((await store.fetch(key, folder)).outcome !== "hit") return void 0;
		const parsed = recordSchema.safeParse(JSON.parse(await readFile(join(folder, file), "utf8")));
		if (!parsed.success) ui.warning(`${key}: is not what this version writes; it is not used.`);
		return parsed.data;
	} finally {
		await rm$1(folder, {
			recursive: true,
			force: true
		});
	}
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
			const record = await fetchRecord(store, keyOf$1(identity, attempt, stage), ui);
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
		...value("--defconfig", options.defconfig),
		...value("--kconfig", options.kconfig?.trim().split(/\s+/).join(" ")),
		...value("--kmake-arg", options.kmakeArg),
		...value("--bootargs", options.bootargs),
		...value("--bootimage", options.bootimage),
		...value("--qemu-args", options.qemuArgs),
		...value("--qemu-cmd", options.qemuCmd),
		...value("--memory", options.memory),
		...value("--shutdown-grace", options.shutdownGrace?.toString()),
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
function value(name, given) {
	return given ? [name, given] : [];
}

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
const mebibyte = 1048576;
function spaceNeeded(options, scenarios) {
	const size = /tinyconfig|allnoconfig/.test(options.defconfig ?? "") ? 1 : 7;
	const debug = options.debugInfo || options.kasan || options.kcsan ? 4 : 1;
	return {
		tree: 95 * size * debug * mebibyte,
		results: 10 * size * debug * scenarios * mebibyte
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

// src/kernel/tools.ts
const programs = [
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
const headers = [{
	name: "libelf",
	header: "gelf.h",
	apt: "libelf-dev",
	dnf: "elfutils-libelf-devel",
	needed: isX86
}, {
	name: "OpenSSL's headers",
	header: "openssl/opensslv.h",
	apt: "libssl-dev",
	dnf: "openssl-devel",
	needed: ({ defconfig }) => !/tinyconfig|allnoconfig/.test(defconfig ?? "")
}];
async function checkTools(options, executor) {
	const missing = await missingTools(options, executor);
	if (missing.length === 0) return;
	const packages = (system) => [...new Set(missing.map((need) => need[system]))].join(" ");
	throw new InfrastructureError(`Building a kernel needs ${missing.map(({ name }) => name).join(", ")}, missing here. Debian, Ubuntu: apt-get install -y ${packages("apt")}. Fedora: dnf install -y ${packages("dnf")}.`);
}
async function missingTools(options, executor) {
	const { cc, ld, hostcc } = toolchainOf(options.kmakeArg);
	const compilers = [.../* @__PURE__ */ new Set([
		cc,
		hostcc,
		ld
	])].map(compilerNeed);
	const missing = [];
	for (const need of [...programs, ...compilers]) if (await findProgram(need.name, options.path) === void 0) missing.push(need);
	const awk = await executor.run({
		argv: ["awk", "--version"],
		env: { PATH: options.path }
	});
	if (!missing.some(({ name }) => name === "gawk") && !awk.stdout.startsWith("GNU Awk")) missing.push({
		name: "gawk as the awk that runs",
		apt: "gawk",
		dnf: "gawk"
	});
	if (missing.some(({ name }) => name === hostcc)) return missing;
	for (const need of headers.filter(({ needed }) => needed(options))) if (!await hasHeader(need.header, hostcc, options.path, executor)) missing.push(need);
	return missing;
}
function compilerNeed(name) {
	const base = name.replace(/^.*\//, "");
	const apt = /ld\.lld/.test(base) ? "lld" : /(^|-)ld$/.test(base) ? "binutils" : base;
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

// src/kernel/treeLock.ts
const scriptsLockName = ".kvm.sh.lock";
const retryInterval = 1e3;
const holderName = "rcutorture-action-tree";
const taker = `exec 9<"$2"
flock -n 9 || exit $?
exec sh -c "$4" ${holderName} "$1" "$2" "$3"`;
const holder = `trap '' HUP INT TERM QUIT PIPE
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
	const gone = once$1(child, "exit");
	child.ref();
	child.stdin?.end("free\n");
	await gone;
}
function whoWeAre() {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = process.env;
	const job = server && repository && run ? ` for ${server}/${repository}/actions/runs/${run}` : "";
	return `process ${process.pid} of ${userName()} on ${hostname()}${job}, since ${(/* @__PURE__ */ new Date()).toISOString()}`;
}
function userName() {
	try {
		return userInfo().username;
	} catch {
		return `user ${process.getuid?.() ?? "unknown"}`;
	}
}
async function take(tree, { info, signal }) {
	const told = /* @__PURE__ */ new Set();
	const tell = (line) => {
		if (!told.has(line)) info(line);
		told.add(line);
	};
	while (!signal?.aborted) {
		const child = await tryToHold(tree.rcutorture);
		if (typeof child !== "number") {
			await waitForScripts(tree, tell, signal);
			return {
				users: 0,
				waited: told.size > 0,
				child
			};
		}
		if (child !== 1) {
			tell(`Builds of others in ${tree.path} are not noticed: flock does not work there (status ${child}).`);
			return {
				users: 0,
				waited: false,
				child: void 0
			};
		}
		const who = holderOf(tree.rcutorture);
		tell(`Another job builds in ${tree.path}${who === void 0 ? "" : ` (${who})`}; waiting until it is done.`);
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
		whoWeAre(),
		holder
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
function holderOf(folder) {
	for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) try {
		const argv = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
		if (argv[3] === holderName && argv[5] === folder) return argv[6]?.slice(0, 300);
	} catch {}
}
async function waitForScripts(tree, tell, signal) {
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
		tell(`Another kvm.sh has ${tree.path} (it holds ${file}); waiting until it is done.`);
		await setTimeout$1(retryInterval, void 0, signal ? { signal } : {}).catch(() => void 0);
	}
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
		return `build ${this.#builds.length}/${this.#total} ${build.scenario}: ${objects}, ${elapsed(now - build.startedAt)}${left === void 0 ? "" : `, about ${roughly(left)} left`}`;
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
function roughly(milliseconds) {
	const unit = milliseconds > 9e4 ? 6e4 : 1e4;
	return prettyMilliseconds(Math.max(unit, Math.round(milliseconds / unit) * unit));
}

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
		ui.warning(`The scripts of these kernels do not come: ${messageOf(error)}`);
		await rm$1(temporary, {
			recursive: true,
			force: true
		}).catch(() => void 0);
	}
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

// src/kernel/fingerprint.ts
const words = {
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
	].map(plain).join("-")}.`;
}
function buildKey(ingredients) {
	const names = Object.keys(words).sort();
	const hash = createHash("sha256").update(JSON.stringify(names.map((name) => [name, ingredients[name]])));
	return `${keyPrefix(ingredients)}${plain(ingredients.tree.replace(/^content-/, "").slice(0, 12))}-${hash.digest("hex")}`;
}
function changedIngredients(wanted, nearest) {
	return Object.keys(words).filter((name) => wanted[name] !== (nearest[name] ?? ""));
}
function explainMiss(wanted, nearest) {
	if (nearest === void 0) return `${wanted.scenario}: no build of it is stored yet`;
	const changes = changedIngredients(wanted, nearest).map((name) => {
		const before = nearest[name] ?? "";
		return name === "fragment" ? fragmentChange(before, wanted.fragment) : change(words[name], before, wanted[name]);
	});
	if (changes.length === 0) return `${wanted.scenario}: a build with the same ingredients has another key`;
	return `${wanted.scenario}: the nearest stored build differs in ${changes.join("; ")}`;
}
function change(what, before, after) {
	return `${what} (${short(before)}, now ${short(after)})`;
}
function fragmentChange(before, after) {
	const [old, now] = [before.split(" "), after.split(" ")];
	const came = now.filter((option) => !old.includes(option)).map((option) => `+${option}`);
	const went = old.filter((option) => !now.includes(option)).map((option) => `-${option}`);
	return `${words.fragment} (${short([...came, ...went].join(" ") || "their order")})`;
}
function short(text) {
	if (text === "") return "none";
	return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
function plain(text) {
	return text.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 40);
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
	const lines = await pLimit(readsAtATime).map(names, async (name) => `${name}\0${await digestOf(join(tree, name))}\0`);
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
async function digestOf(path) {
	const status = await lstat$1(path).catch(() => void 0);
	if (status?.isSymbolicLink()) return `link ${await readlink(path)}`;
	if (!status?.isFile()) return "other";
	const digest = createHash("sha256").update(await readFile(path));
	return `${(status.mode & 64) === 0 ? "file" : "program"} ${digest.digest("hex")}`;
}

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
function configWords(guests) {
	const copies = /* @__PURE__ */ new Map();
	for (const { scenario } of guests) copies.set(scenario, (copies.get(scenario) ?? 0) + 1);
	return [...copies].map(([scenario, count]) => count === 1 ? scenario : `${count}*${scenario}`);
}
async function buildMissing(task, guests) {
	const { context, job, rundir, git, store, keys } = task;
	const { inputs, ui } = context;
	const options = {
		...inputs,
		configs: configWords(guests),
		duration: inputs.duration ?? 1800,
		widestGuest: widestGuest(guests),
		cpus: job.plan.cpus,
		results: rundir.results,
		datestamp: rundir.datestamp
	};
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
async function startRunDirectory({ job, rundir }, testId) {
	await mkdir$1(rundir.path, { recursive: true });
	const write = (name, text) => writeFile(join(rundir.path, name), text);
	await write(runFiles.suite[0], `${job.plan.suite}\n`);
	await write(runFiles.log, "rcutorture-action: all kernels came from a store, built there or with --trust-make\n");
	await write(runFiles.testId, testId);
}
async function buildJob(context, job, rundir, git, store, earlierKeys) {
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
			signal: context.signal
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
		const report = missing.length > 0 ? await buildMissing(task, missing) : void 0;
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

// src/results/buildsVerdict.ts
function buildsVerdict(builds, wanted, infrastructure) {
	if (builds.some(({ status }) => status === "failed")) return "build-failed";
	if (infrastructure.length > 0) return "infrastructure-error";
	return builds.filter(({ status }) => status === "built" || status === "reused").length < wanted ? "did-not-run" : "passed";
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
const longestRace = 2048;
var KcsanSummary = class {
	#counts = /* @__PURE__ */ new Map();
	line(line) {
		if (!line.includes("BUG: KCSAN: ")) return;
		const race = line.replace(/^\[[^\]]*\](?:\[ *[TC]\d+\])? /, "").slice(0, longestRace);
		const count = this.#counts.get(race);
		if (count !== void 0 || this.#counts.size < mostRaces) this.#counts.set(race, (count ?? 0) + 1);
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
const needles = ["Dumping ftrace buffer:", kcsanMark].map((words) => Buffer.from(words));
async function wholeLines(run, path, take) {
	let rest = Buffer.alloc(0);
	await readConsole(run, path, (chunk) => {
		const block = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
		const end = block.lastIndexOf(10) + 1;
		const cut = end === 0 && block.length > longestLine ? block.length : end;
		if (cut > 0) take(block.subarray(0, cut));
		rest = Buffer.from(block.subarray(cut));
	});
	if (rest.length > 0) take(rest);
}
async function extractsOf(run, path, kcsan) {
	const ftrace = new FtraceDumps();
	let fed = 0;
	await wholeLines(run, path, (block) => {
		if (!(ftrace.dumps.length > 0 && fed < mostFtrace) && !needles.some((needle) => block.includes(needle))) return;
		const text = block.toString("latin1");
		for (const line of (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n")) {
			kcsan.line(line);
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

// src/stages/judge/consolePool.ts
const bytesPerThread = 24 * 2 ** 20;
const mostThreads = 4;
const resourceLimits = { maxYoungGenerationSizeMb: 12 };
const program = new URL(`./consoleWorker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
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
async function analyzeFiles(files, threads = Math.min(availableParallelism(), mostThreads)) {
	const tasks = await Promise.all(files.map(async (file, index) => {
		return {
			index,
			file,
			bytes: await stat$1(file.path).then(({ size }) => size, () => 0)
		};
	}));
	const queue = tasks.toSorted((a, b) => b.bytes - a.bytes);
	const analyses = new Array(files.length).fill(void 0);
	const here = async () => {
		for (let task = queue.shift(); task !== void 0; task = queue.shift()) analyses[task.index] = await analyzeFile(task.file);
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
	const total = tasks.reduce((sum, { bytes }) => sum + bytes, 0);
	const length = Math.max(0, Math.min(threads, files.length, Math.ceil(total / bytesPerThread)) - 1);
	const workers = Array.from({ length }, () => new Worker(program, { resourceLimits }));
	try {
		await Promise.all([here(), ...workers.map(elsewhere)]);
		await here();
	} finally {
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
	return analyses;
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
async function openFolder(run, batch, guest, build, { ignore, killed = false }, dialect) {
	const consoleName = await findConsole(run.path, guest.name);
	const text = await textOf(run.path, join(run.path, guest.name, guestFiles$1.qemuCmd), shortText);
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
		suite: run.suite,
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
async function judgeRunDirectory(path, about) {
	const run = await openRunDirectory(path);
	const before = await earlierResults(run.path);
	const { builds, scriptsErrors } = await readBuilds(run);
	const dialect = await dialectOfRun(run.path, run.tree);
	const limit = pLimit(availableParallelism());
	const folders = await Promise.all(run.batches.flatMap((batch) => batch.guests.map((guest) => {
		const build = builds.find(({ scenario }) => scenario === guest.scenario);
		return limit(() => openFolder(run, batch, guest, build, about, dialect));
	})));
	const analyses = await analyzeFiles(folders.map(({ console }) => console));
	const guests = folders.map((folder, i) => withKnown(guestResult({
		...folder,
		analysis: analyses[i],
		sample: 1,
		attempt: about.attempt
	}), before));
	const extracts = guests.flatMap(({ console }, i) => analyses[i]?.hasExtracts ? console ?? [] : []);
	return {
		run,
		before,
		guests,
		builds,
		scriptsErrors,
		extracts: new Set(extracts)
	};
}

export { BadEntry, CpuRota, SystemUnusable, announceDefaults, archiveAt, assembleResults, bringScripts, buildJob, buildKey, buildResultSchema, cacheOf, checkCommands, checkSendable, chooseAccelerator, commandText, cpuLayout, createAtomically, createManifest, defaultDuration, describeTree, earlierAttempts, enrich, enrich_exports, errorCode, exec, execute, exitStatusFor, expectedQemu, explain, explainSystemError, failedNames, fetchBuilds, fetchFolder, findProgram, fromStore, gatherIngredients, gitCommand, hasPasswdEntry, historyFor, homeOf, imageOf, ingredientsOf, isRecord, isSafePath, jobIdentity, judgeRunDirectory, keepAttempt, kernelOf, keysOf, knownFailures, latestGuests, leaseSchema, lease_exports, localhost, lockTree, manifestName, memoryOf, mkdirP, mostManifest, newRunDirectory, nothingTested, openKernelTree, openRunDirectory, optionMemory, overallVerdict, ownFiles, pLimit, packBatches, packBuild, parseCpuList, parseIgnoreLines, parseManifest, placeGuest, planGuests, planJob, planPrefix, prettyBytes, prettyMilliseconds, probeMemoryFile, probeSystem, publishBuilds, qemuItself, quote, quoteWord, readGitFacts, readQemuCmd, readRegular, readSuite, recordsOfRun, refuseUnsent, remember, remoteNames, renderBatchesFile, renderPlan, renderScenarios, report, reserveRunDirectory, resultsSchema, rmRF, roomHere, roomOn, runDirectory_exports, serializeManifest, surveySystems, transformQemuCmd, unpackBuild, unpassedScenarios, userName$1 as userName, verifyFile, version, version_exports, which, writeAtomically };