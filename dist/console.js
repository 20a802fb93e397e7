import { __name } from "./rolldown-runtime.js";
import { InputError, findingKinds, messageOf, plainEnvironment } from "./core.js";
import { lstat, open, realpath } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { constants as constants$1 } from "node:fs";
import { createHash } from "node:crypto";
import { spawn } from "node:child_process";
import { isUtf8 } from "node:buffer";
import { StringDecoder } from "node:string_decoder";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createZstdDecompress } from "node:zlib";

// src/contracts/scriptsDialect.ts
function dialectOf(consoleBadness) {
	return { lowerCallTraces: /^[^#]*\|Call trace:/m.test(consoleBadness) };
}

// src/console/booted.ts
const banner$1 = /\bLinux version (\d+\.\S{1,80})(?: \([^()\s]{1,200}\) \((.{1,300}?)\) #\d)?/;
function bootedKernel(line) {
	const [, release, compiler] = banner$1.exec(line) ?? [];
	if (release === void 0) return void 0;
	return {
		release,
		...compiler === void 0 ? {} : { compiler }
	};
}

// src/console/anchors.ts
const sample = `[    1.234567][  T123] rcu-torture: rtc: 00000000e4e5451c ver: 1234 tfle: 0 rta: 1234 rtaf: 0 rtf: 1225 rtmbe: 0
srcu-torture: Reader Pipe:  123456 789 0 0 Reader Batch:  Free-Block Circulation:  onoff: 1/1:1/1 3,40:2,30 barrier: read-exits: nocb-toggles:
tasks-torture: torture_onoff task: offlining 2 offlined onlining onlined smpboot: CPU 2 is now offline Booting Node 0 Processor 2 APIC 0x2
rcu_torture_read_exit: Start of episode End of episode rcu_torture_fwd_prog n_max_cbs: rcu_torture_fwd_prog_nr: Duration cver
lock-torture: Writes:  Total: 12345  Max/Min: 0/0   Fail: 0 scf_torture scftorture scf_invoked_count ver: resched: single: many: all:
systemd kernel: device driver registered using memory at address [mem 0x0000-0xffff] pci 0000:00:01.0 (comm read/write) +0x1a2/0x910
`;
const pairsOfSample = /* @__PURE__ */ new Map();
for (let at = 0; at + 1 < sample.length; at++) {
	const pair = sample.slice(at, at + 2);
	pairsOfSample.set(pair, (pairsOfSample.get(pair) ?? 0) + 1);
}
function rarestAnchor(text) {
	const frequency = (at) => pairsOfSample.get(text.slice(at, at + 2)) ?? 0;
	let best = 0;
	for (let at = 1; at + 2 < text.length; at++) if (frequency(at) + frequency(at + 1) < frequency(best) + frequency(best + 1)) best = at;
	return best;
}
const pairOf = (bytes) => new Uint16Array(Uint8Array.from(bytes).buffer)[0];
const isSpecial = (pair) => [pair & 255, pair >> 8].some((byte) => byte === 0 || byte === 10 || byte > 127);
function compileAnchors(keywords) {
	const pairs = /* @__PURE__ */ new Uint8Array(65536);
	for (let pair = 0; pair < pairs.length; pair++) if (isSpecial(pair)) pairs[pair] = 1;
	const candidates = [[], []];
	for (const keyword of keywords) {
		const bytes = Buffer.from(keyword.text, "latin1");
		if (bytes.length < 3) throw new RangeError(`keyword "${keyword.text}": at least three bytes`);
		const anchor = rarestAnchor(keyword.text);
		for (const offset of [anchor, anchor + 1]) {
			const pair = pairOf(bytes.subarray(offset, offset + 2));
			if (pairs[pair] === 0) pairs[pair] = candidates.length < 256 ? candidates.push([]) - 1 : 2 + pair % 254;
			candidates[pairs[pair]]?.push({
				keyword,
				bytes,
				offset
			});
		}
	}
	return {
		pairs,
		candidates
	};
}
function confirm(candidates, text, at, from, to, flags) {
	let result = flags;
	for (const { keyword, bytes, offset } of candidates) {
		const start = at - offset;
		if (start < from || start + bytes.length > to) continue;
		let same = 0;
		while (same < bytes.length && text[start + same] === bytes[same]) same++;
		const { needs = 0, sets } = keyword;
		if (same === bytes.length && (result & needs) === needs) result |= sets;
	}
	return result;
}

// src/console/automaton.ts
const node = () => ({
	next: /* @__PURE__ */ new Map(),
	outputs: [],
	fail: void 0,
	index: -1
});
const classBits = 7;
const reservedClasses = {
	other: 0,
	newline: 1,
	nul: 2,
	high: 3
};
function classesOf(keywords) {
	const classes = /* @__PURE__ */ new Uint8Array(256);
	classes.fill(reservedClasses.high, 128);
	classes[10] = reservedClasses.newline;
	classes[0] = reservedClasses.nul;
	let used = 4;
	for (const { text } of keywords) for (const byte of Buffer.from(text, "latin1")) {
		if (byte === 0 || byte === 10 || byte > 127) throw new RangeError(`keyword "${text}": ASCII text only`);
		if (classes[byte] === reservedClasses.other) classes[byte] = used++;
	}
	if (used > 128) throw new RangeError(`keywords use ${used} different bytes; at most 128`);
	return classes;
}
function trieOf(keywords) {
	const root = node();
	for (const keyword of keywords) {
		let at = root;
		for (const byte of Buffer.from(keyword.text, "latin1")) {
			let next = at.next.get(byte);
			if (!next) {
				next = node();
				at.next.set(byte, next);
			}
			at = next;
		}
		at.outputs.push(keyword);
	}
	return root;
}
function link$1(root) {
	const order = [root];
	for (let i = 0; i < order.length; i++) {
		const at = order[i];
		for (const [byte, child] of at.next) {
			let fail = at.fail;
			while (fail && !fail.next.has(byte)) fail = fail.fail;
			child.fail = at === root ? root : fail?.next.get(byte) ?? root;
			child.outputs.push(...child.fail.outputs);
			order.push(child);
		}
	}
	return order;
}
__name(link$1, "link");
function compileAutomaton(keywords) {
	const classes = classesOf(keywords);
	const order = link$1(trieOf(keywords));
	const quiet = order.filter((n) => n.outputs.length === 0);
	const loud = order.filter((n) => n.outputs.length > 0);
	const newline = quiet.length;
	const [nul, high, firstLoud] = [
		newline + 1,
		newline + 2,
		newline + 3
	];
	quiet.forEach((n, i) => {
		n.index = i;
	});
	loud.forEach((n, i) => {
		n.index = firstLoud + i;
	});
	const row = (index) => index << 7;
	const table = new Int32Array(row(firstLoud + loud.length));
	const rows = /* @__PURE__ */ new Map();
	for (const n of order) {
		const entries = table.subarray(row(n.index), row(n.index + 1));
		if (n.fail) entries.set(rows.get(n.fail));
		entries[reservedClasses.newline] = row(newline);
		entries[reservedClasses.nul] = row(nul);
		entries[reservedClasses.high] = row(high);
		for (const [byte, child] of n.next) entries[classes[byte]] = row(child.index);
		rows.set(n, entries);
	}
	const rootRow = rows.get(order[0]);
	for (const alias of [
		newline,
		nul,
		high
	]) table.set(rootRow, row(alias));
	return {
		classes,
		table,
		firstEvent: row(newline),
		newline: row(newline),
		nul: row(nul),
		high: row(high),
		sets: Int32Array.from([
			0,
			0,
			0,
			...loud.map((n) => union(n.outputs.filter((k) => !k.needs)))
		]),
		conditional: [
			void 0,
			void 0,
			void 0,
			...loud.map((n) => conditionalOf(n.outputs))
		]
	};
}
const union = (keywords) => keywords.reduce((bits, k) => bits | k.sets, 0);
function conditionalOf(keywords) {
	const conditional = keywords.filter((k) => k.needs);
	return conditional.length > 0 ? conditional : void 0;
}

// src/console/keywords.ts
const flag = {
	failure: 1,
	success: 2,
	hotplug: 4,
	bangs: 8,
	version: 16,
	bad: 32,
	starved: 64,
	excluded: 128,
	ttynull: 256,
	readerBatch: 512,
	endState: 1024,
	forwardProgress: 2048,
	writesTotal: 4096,
	scfInvoked: 8192,
	scale: 16384,
	ftraceGracePeriod: 32768,
	runsHeader: 65536,
	start: 1 << 17,
	nul: 1 << 18,
	high: 1 << 19,
	candidate: 1 << 20,
	extract: 1 << 21,
	updates: 1 << 22,
	lowerTrace: 1 << 23
};
const boring = flag.ttynull | flag.high | flag.nul | flag.excluded | flag.start | flag.extract | flag.updates;
const bad = (text) => ({
	text,
	sets: flag.bad | flag.candidate
});
const excluded = (text) => ({
	text,
	sets: flag.excluded
});
const candidate = (text) => ({
	text,
	sets: flag.candidate
});
const scriptKeywords = [
	{
		text: "FAILURE",
		sets: flag.failure | flag.candidate
	},
	{
		text: "SUCCESS",
		sets: flag.success | flag.candidate
	},
	{
		text: "_HOTPLUG:",
		sets: flag.hotplug | flag.candidate
	},
	{
		text: "!!!",
		sets: flag.bangs | flag.bad | flag.candidate
	},
	{
		text: "ver:",
		sets: flag.version
	},
	...[..."123456789"].map((digit) => ({
		text: `VER: ${digit}`,
		sets: flag.updates
	})),
	bad("Badness"),
	bad("WARNING:"),
	{
		text: "Warn",
		sets: flag.bad
	},
	bad("BUG"),
	{
		text: "===========",
		sets: flag.bad
	},
	{
		text: "Call Trace:",
		sets: flag.bad | flag.candidate
	},
	{
		text: "Call trace:",
		sets: flag.lowerTrace | flag.candidate
	},
	bad("Oops:"),
	bad("detected stalls on CPUs/tasks:"),
	bad("self-detected stall on CPU"),
	bad("Stall ended before state dump start"),
	bad("??? Writer stall state"),
	{
		text: "kthread starved for",
		sets: flag.starved | flag.candidate
	},
	excluded("ODEBUG: "),
	excluded("This means that this is a DEBUG kernel and it is"),
	excluded("Warning: unable to open an initial console"),
	{
		text: "Warning: Failed to add ttynull console. No stdin, stdout, and stderr",
		sets: flag.ttynull
	},
	{
		text: "the init process!",
		sets: flag.excluded,
		needs: flag.ttynull
	},
	excluded("NOHZ tick-stop error: Non-RCU local softirq work is pending, handler"),
	{
		text: "torture: Reader Batch",
		sets: flag.readerBatch
	},
	{
		text: "End-test grace-period state: g",
		sets: flag.endState
	},
	{
		text: "rcu_torture_fwd_prog n_max_cbs: ",
		sets: flag.forwardProgress
	},
	{
		text: "Writes:  Total:",
		sets: flag.writesTotal
	},
	{
		text: "scf_invoked_count ver:",
		sets: flag.scfInvoked
	},
	{
		text: "-scale: ",
		sets: flag.scale
	},
	{
		text: "rcu_exp_grace_period",
		sets: flag.ftraceGracePeriod
	},
	{
		text: "--- Start of test",
		sets: flag.start
	},
	{
		text: "Runs	Time(ns)",
		sets: flag.runsHeader
	},
	{
		text: "Dumping ftrace buffer:",
		sets: flag.extract
	},
	{
		text: "BUG: KCSAN: ",
		sets: flag.extract
	}
];
const findingKeywords = [
	"cut here",
	"Kernel panic",
	"kernel panic",
	"general protection",
	"divide error",
	"invalid opcode",
	"stack segment",
	"double fault",
	"Double Fault",
	"Unable to handle",
	"unable to handle",
	"Internal error",
	"INFO: ",
	"kernel BUG",
	"UBSAN:",
	"WARNING",
	"blocked for more than",
	"suspicious",
	"scheduling while atomic",
	"lockup",
	"LOCKUP",
	"detected stall",
	"starved for",
	"refcount_t",
	"list_add",
	"list_del",
	"oom-killer",
	"Out of memory",
	"unregister_netdevice",
	"duplicate filename",
	"unreferenced object",
	"Linux version ",
	"MAX_LOCK",
	"PANIC",
	"Machine check",
	"machine check",
	"Machine Check",
	"Unhandled",
	"Unexpected",
	"undefined instruction",
	"Bad mode",
	"bad mode",
	"SError",
	"kernel stack",
	"Kernel stack",
	"stack guard",
	"stack-protector",
	"usercopy",
	"Usercopy",
	"locks held",
	"recursion",
	"corruption",
	"End of test",
	"Oops",
	"program check",
	"Kernel access of bad area",
	"unexpected",
	"trap: ",
	"deadlock",
	"Timekeeping watchdog",
	"memory leak",
	"unreferenced object",
	"ODEBUG",
	"Fixing recursive fault",
	"Kernel mode fault",
	"CFI failure",
	"Busy inodes",
	"file count is ",
	"illegal operation",
	"specification exception",
	"addressing exception",
	"protection exception",
	"monitor event",
	"Unrecoverable",
	"Insufficient stack space",
	"scheduling from the idle",
	"int3: ",
	...Array.from({ length: 9 }, (_, i) => `[#${i + 1}`),
	"Comm: ",
	"end trace",
	"Backtrace:",
	"NMI backtrace",
	"sysrq: ",
	"SeaBIOS (",
	"iPXE ",
	"UEFI firmware",
	"BdsDxe: ",
	"EDK II ",
	"U-Boot ",
	"OpenSBI v",
	"SLOF **",
	"Hit any key to stop",
	"NOTICE:  BL",
	"control protection"
];
const keywords = [...scriptKeywords, ...findingKeywords.map(candidate)];
let anchors;
let automaton$1;
function consoleAnchors() {
	anchors ??= compileAnchors(keywords);
	return anchors;
}
function consoleAutomaton() {
	automaton$1 ??= compileAutomaton(keywords);
	return automaton$1;
}

// src/console/scripts/grep.ts
const blockBytes = 98304;
var BinaryGate = class {
	#block = Number.POSITIVE_INFINITY;
	nul(offset) {
		this.#block = Math.min(this.#block, Math.floor(offset / blockBytes));
	}
	blockOf(end) {
		return Math.floor(end / blockBytes);
	}
	isClosed(block) {
		return block >= this.#block;
	}
	get sawNul() {
		return Number.isFinite(this.#block);
	}
};
var Printed = class {
	#gate;
	#fold;
	#settled;
	#pending;
	constructor(gate, fold) {
		this.#gate = gate;
		this.#fold = fold;
	}
	add(end, value) {
		const block = this.#gate.blockOf(end);
		if (this.#gate.isClosed(block)) return;
		if (this.#pending?.block === block) {
			this.#pending.value = this.#fold(this.#pending.value, value);
			return;
		}
		this.#settled = this.value;
		this.#pending = {
			block,
			value
		};
	}
	get value() {
		const pending = this.#pending;
		if (!pending || this.#gate.isClosed(pending.block)) return this.#settled;
		return this.#settled === void 0 ? pending.value : this.#fold(this.#settled, pending.value);
	}
};
const last = (_before, now) => now;

// src/console/limits.ts
const limits = {
	lineBytes: 16384,
	messageBytes: 2048,
	findingLines: 400,
	findingCharacters: 24e3,
	wholeFindings: 30,
	briefCharacters: 1e3,
	frames: 256,
	trail: 30,
	findings: 200,
	openReports: 8,
	reportSpan: 2e3,
	diagnostics: 100,
	diagnosticCharacters: 500,
	progress: 512,
	measurements: 1e6,
	ftraceLines: 1e5
};

// src/console/lines.ts
const interesting = ~boring;
function apply(keywords, flags) {
	let result = flags;
	for (const { needs = 0, sets } of keywords) if ((flags & needs) === needs) result |= sets;
	return result;
}
function bytesOf({ source, start, stop }) {
	return source.subarray(start, stop);
}
var LineScanner = class {
	#sink;
	#anchors = consoleAnchors();
	#carry = Buffer.allocUnsafeSlow(limits.lineBytes + 1);
	#carried = 0;
	#before = 0;
	#crawling = false;
	#state = 0;
	#flags = 0;
	#wantsAll = false;
	lines = 0;
	seen = 0;
	bytes = 0;
	constructor(sink) {
		this.#sink = sink;
	}
	write(bytes) {
		const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
		const newline = chunk.lastIndexOf(10) + 1;
		const first = this.#before === 0 || newline === 0 ? 0 : chunk.indexOf(10) + 1;
		this.#wantsAll = this.#sink.wantsAll;
		if (this.#before > 0) this.#complete(chunk, newline === 0 ? chunk.length : first, newline > 0);
		if (newline > 0) this.#leap(chunk, first, newline, this.bytes);
		if (newline > 0 || this.#before === 0) this.#keep(chunk, newline);
		this.bytes += chunk.length;
	}
	#complete(chunk, end, isWhole) {
		if (!this.#crawling && this.#before + end <= limits.lineBytes) {
			this.#carry.set(chunk.subarray(0, end), this.#carried);
			this.#carried += end;
			this.#before += end;
			if (isWhole) this.#leapCarry(this.bytes + end);
			return;
		}
		this.#startCrawling();
		this.#crawl(chunk, 0, end);
		if (isWhole) this.#crawling = false;
		else this.#append(chunk, 0);
	}
	#leapCarry(end) {
		const size = this.#carried;
		this.#before = this.#carried = 0;
		this.#leap(this.#carry, 0, size, end - size);
	}
	#startCrawling() {
		if (this.#crawling) return;
		this.#crawling = true;
		this.#state = this.#flags = 0;
		const { bytes } = this;
		this.bytes -= this.#before;
		this.#crawl(this.#carry, 0, this.#carried);
		this.bytes = bytes;
	}
	#crawl(chunk, from, to) {
		const { classes, table, firstEvent, newline, nul, high, sets, conditional } = consoleAutomaton();
		let state = this.#state;
		let flags = this.#flags;
		let start = from;
		for (let i = from; i < to;) {
			do
				state = table[state + classes[chunk[i++]]];
			while (state < firstEvent && i < to);
			if (state === newline) {
				this.#finish(chunk, start, i - 1, flags, this.bytes);
				flags = 0;
				start = i;
			} else if (state === nul) {
				flags |= flag.nul;
				this.#nul(this.bytes + i - 1);
			} else if (state === high) flags |= flag.high;
			else if (state >= firstEvent) {
				const event = state - firstEvent >> 7;
				flags |= sets[event];
				const keywords = conditional[event];
				if (keywords !== void 0) flags = apply(keywords, flags);
			}
		}
		this.#state = state;
		this.#flags = flags;
	}
	#leap(unaligned, from, to, offset) {
		const chunk = unaligned.byteOffset % 2 === 0 ? unaligned : Buffer.from(Uint8Array.from(unaligned).buffer);
		const { pairs, candidates } = this.#anchors;
		const words = new Uint16Array(chunk.buffer, chunk.byteOffset, to >> 1);
		const { length } = words;
		let flags = 0;
		let start = from;
		for (let w = from >> 1; w < length; w++) {
			while (w + 4 <= length && (pairs[words[w]] | pairs[words[w + 1]] | pairs[words[w + 2]] | pairs[words[w + 3]]) === 0) w += 4;
			if (w >= length) break;
			const found = pairs[words[w]];
			if (found === 0) continue;
			if (found > 1) {
				flags = confirm(candidates[found], chunk, w * 2, start, to, flags);
				continue;
			}
			for (let i = Math.max(w * 2, start); i <= w * 2 + 1; i++) {
				const byte = chunk[i];
				if (byte === 10) {
					this.#finish(chunk, start, i, flags, offset);
					flags = 0;
					start = i + 1;
				} else if (byte === 0) {
					flags |= flag.nul;
					this.#nul(offset + i);
				} else if (byte > 127) flags |= flag.high;
			}
		}
		if (start < to) this.#finish(chunk, start, to - 1, flags, offset);
	}
	#finish(chunk, start, end, flags, offset) {
		this.lines++;
		this.seen |= flags;
		if ((flags & interesting) !== 0 || this.#wantsAll) this.#emit(chunk, start, end, flags, offset);
		else if (this.#before !== 0) this.#before = this.#carried = 0;
	}
	end() {
		if (this.#before === 0) return;
		this.#wantsAll = this.#sink.wantsAll;
		if (this.#crawling) {
			this.#finish(Buffer.alloc(0), 0, 0, this.#flags, this.bytes);
			this.#crawling = false;
			return;
		}
		this.#carry[this.#carried++] = 10;
		this.#leapCarry(this.bytes + 1);
	}
	#nul(offset) {
		if ((this.seen & flag.nul) === 0) this.#sink.nul(offset);
		this.seen |= flag.nul;
	}
	#keep(chunk, start) {
		if (chunk.length - start > limits.lineBytes) {
			this.#crawling = true;
			this.#state = this.#flags = 0;
			this.#crawl(chunk, start, chunk.length);
		}
		this.#append(chunk, start);
	}
	#append(chunk, start) {
		this.#before += chunk.length - start;
		const room = Math.min(limits.lineBytes - this.#carried, chunk.length - start);
		if (room <= 0) return;
		this.#carry.set(chunk.subarray(start, start + room), this.#carried);
		this.#carried += room;
	}
	#emit(chunk, start, end, flags, offset) {
		const length = this.#before + end - start;
		const line = {
			number: this.lines,
			flags,
			source: chunk,
			start,
			stop: Math.min(end, start + limits.lineBytes),
			length,
			end: offset + end,
			text: void 0
		};
		if (this.#before !== 0) {
			const room = Math.min(limits.lineBytes - this.#carried, line.stop - start);
			if (room > 0) this.#carry.set(chunk.subarray(start, start + room), this.#carried);
			line.source = this.#carry;
			line.start = 0;
			line.stop = this.#carried + Math.max(room, 0);
			this.#before = this.#carried = 0;
		}
		this.#sink.line(line);
		this.#wantsAll = this.#sink.wantsAll;
	}
};

// src/console/scripts/text.ts
function scriptText(line) {
	line.text ??= (line.flags & flag.high) === 0 ? line.source.toString("latin1", line.start, line.stop) : decodeAsScripts(bytesOf(line));
	return line.text;
}
function decodeAsScripts(bytes) {
	return isUtf8(bytes) ? bytes.toString("utf8") : escapeInvalid(bytes);
}
function isText(line) {
	return (line.flags & flag.high) === 0 || isUtf8(bytesOf(line));
}
function characterSize(bytes, at) {
	const lead = bytes[at];
	if (lead < 128) return 1;
	const size = lead < 194 ? 0 : lead < 224 ? 2 : lead < 240 ? 3 : lead < 245 ? 4 : 0;
	if (size === 0 || at + size > bytes.length) return 0;
	const second = bytes[at + 1];
	if (second < (lead === 224 ? 160 : lead === 240 ? 144 : 128) || second > (lead === 237 ? 159 : lead === 244 ? 143 : 191)) return 0;
	for (let i = 2; i < size; i++) if ((bytes[at + i] & 192) !== 128) return 0;
	return size;
}
function escapeInvalid(bytes) {
	let text = "";
	let valid = 0;
	for (let i = 0; i < bytes.length;) {
		const size = characterSize(bytes, i);
		if (size > 0) {
			i += size;
			continue;
		}
		if (i > valid) text += bytes.toString("utf8", valid, i);
		text += String.fromCharCode(56320 + bytes[i]);
		valid = ++i;
	}
	return text + bytes.toString("utf8", valid);
}
const perhapsInvalid = /[\udc80-\udcff]/;
function inOrder(text, first, then) {
	return (perhapsInvalid.test(text) ? text.split(/[\udc80-\udcff]/u) : [text]).some((part) => {
		const at = part.indexOf(first);
		return at >= 0 && part.indexOf(then, at + first.length) >= 0;
	});
}
function squeeze(text) {
	return text.split(/[ \t\n]+/).filter((word) => word !== "").join(" ");
}
const stampPattern = /^\[[^\]\udc80-\udcff]*\] /u;
function withoutStamp(text) {
	return text.startsWith("[") ? text.replace(stampPattern, "") : text;
}
function afterLast(text, mark) {
	const at = text.lastIndexOf(mark);
	if (at < 0 || perhapsInvalid.test(text) && /[\udc80-\udcff]/u.test(text.slice(0, at))) return text;
	return text.slice(at + mark.length);
}
function firstWord(text) {
	if (perhapsInvalid.test(text)) return text.replace(/ [^\udc80-\udcff]*$/u, "");
	const blank = text.indexOf(" ");
	return blank < 0 ? text : text.slice(0, blank);
}

// src/console/scripts/awk.ts
function fields(record) {
	return record.split(/[ \t\n]+/).filter((field) => field !== "");
}
function firstField(record) {
	return /[^ \t\n]+/.exec(record)?.[0] ?? "";
}
const numberPrefix = /^[ \t\n\r\f\v]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/;
const wholeNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
function numberOf(text) {
	return Number(numberPrefix.exec(text ?? "")?.[1] ?? 0);
}
function looksNumeric(text) {
	return wholeNumber.test(text);
}
function printed(value) {
	if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
	if (!Number.isFinite(value)) return value > 0 ? "+inf" : value < 0 ? "-inf" : "+nan";
	const rounded = sixDigits(value);
	const [mantissa, power] = rounded.toExponential().split("e");
	if (Number(power) >= -4 && Number(power) < 6) return String(rounded);
	const digits = String(Math.abs(Number(power))).padStart(2, "0");
	return `${mantissa}e${power.startsWith("-") ? "-" : "+"}${digits}`;
}
function sixDigits(value) {
	const [digits, power] = Math.abs(value).toExponential(60).split("e");
	const exact = digits.replace(".", "");
	if (!/^50*$/.test(exact.slice(6)) || Number(exact[5]) % 2 === 1) return Number(value.toPrecision(6));
	return Math.sign(value) * Number(`${exact[0]}.${exact.slice(1, 6)}e${power}`);
}
function compare(a, b) {
	if (looksNumeric(a) && looksNumeric(b)) return Number(a) - Number(b);
	return a < b ? -1 : a > b ? 1 : 0;
}

// src/console/counters/counter.ts
function count(text) {
	return text !== void 0 && /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : void 0;
}
function rateOf(total, seconds) {
	if (total === void 0 || !seconds) return {};
	return { rate: Number(printed(total / seconds)) };
}

// src/console/counters/total.ts
function totalCounter(wanted, mark, context) {
	const seen = new Printed(context.gate, last);
	let progress;
	return {
		wantsAll: false,
		line(line) {
			if ((line.flags & wanted) === 0 || !isText(line)) return;
			const text = firstWord(afterLast(scriptText(line), mark)).replaceAll("\r", "");
			seen.add(line.end, text);
			progress = count(text);
		},
		counters() {
			const operations = count(seen.value);
			return operations === void 0 ? {} : {
				operations,
				...rateOf(operations, context.plannedSeconds)
			};
		},
		takeProgress() {
			const value = progress;
			progress = void 0;
			return value;
		},
		diagnostics: () => []
	};
}

// src/console/counters/lock.ts
function lockCounter(context) {
	return totalCounter(flag.writesTotal, " Total: ", context);
}

// src/console/counters/rcu.ts
const larger = (a, b) => b.key > a.key || b.key === a.key && b.line < a.line ? b : a;
function rcuCounter(context) {
	const versions = new Printed(context.gate, last);
	const endState = new Printed(context.gate, last);
	const forward = new Printed(context.gate, larger);
	let readerBatch;
	let progress;
	const version = (text) => text === void 0 ? void 0 : firstWord(afterLast(text, " ver: "));
	const closeCalls = () => version(versions.value) ? sumBeyondSecond(readerBatch) : void 0;
	return {
		wantsAll: false,
		line(line) {
			const { flags } = line;
			if (flags & flag.readerBatch) readerBatch = scriptText(line);
			if ((flags & (flag.version | flag.endState | flag.forwardProgress)) === 0 || !isText(line)) return;
			const text = scriptText(line);
			if (flags & flag.version) {
				versions.add(line.end, text);
				progress = text;
			}
			if (flags & flag.endState) endState.add(line.end, stateOf(text));
			if (flags & flag.forwardProgress) {
				const bare = withoutStamp(text);
				forward.add(line.end, {
					key: sortKey(bare),
					line: bare
				});
			}
		},
		counters() {
			const gracePeriods = count(version(versions.value));
			const calls = closeCalls();
			const state = endState.value;
			const callbacks = count(fields(forward.value?.line ?? "")[2]?.replaceAll("\r", ""));
			return {
				...gracePeriods === void 0 ? {} : {
					gracePeriods,
					...rateOf(gracePeriods, context.plannedSeconds)
				},
				...calls === void 0 ? {} : { closeCalls: calls },
				...callbacks === void 0 ? {} : { forwardProgressMaxCallbacks: callbacks },
				...state === void 0 ? {} : { endState: state }
			};
		},
		takeProgress() {
			const text = progress;
			progress = void 0;
			return count(version(text));
		},
		diagnostics() {
			const calls = closeCalls();
			const seconds = context.plannedSeconds;
			if (!calls || !seconds) return [];
			return [`${printed(calls)} Reader Batch close calls in ${Math.trunc(seconds / 60)} minute run:`];
		}
	};
}
function stateOf(text) {
	const words = fields(text.replace(/^\[[ 0-9.]*\] /, ""));
	const shown = `[${words[0] ?? ""} ${words[4] ?? ""} ${words[5] ?? ""} ${words[6] ?? ""}]`;
	return squeeze(shown.replaceAll("\r", ""));
}
function sortKey(text) {
	const third = /^[ \t]*[^ \t]+[ \t]+[^ \t]+[ \t]+(-?\d*\.?\d*)/.exec(text)?.[1];
	return Number(third) || 0;
}
function sumBeyondSecond(text) {
	if (text === void 0) return 0;
	const words = [text, ...fields(text)];
	let sum = 0;
	for (let i = 0; i < words.length; i++) {
		sum += numberOf(words[i]);
		if (words[i]?.includes("Batch:")) {
			sum = 0;
			i += 2;
		}
	}
	return sum;
}

// src/console/counters/durations.ts
var Durations = class {
	#values = [];
	#stride = 1;
	#count = 0;
	#sum = 0;
	add(value) {
		if (this.#count++ % this.#stride === 0) this.#values.push(value);
		this.#sum += value;
		if (this.#values.length < limits.measurements) return;
		this.#values = this.#values.filter((_, i) => i % 2 === 0);
		this.#stride *= 2;
	}
	get count() {
		return this.#count;
	}
	summary(scale, median) {
		const sorted = this.#values.toSorted((a, b) => a - b);
		const [min, max] = [sorted[0], sorted.at(-1)];
		if (min === void 0 || max === void 0) return void 0;
		const s = (value) => value * scale;
		return {
			count: this.#count,
			mean: s(this.#sum / this.#count),
			min: s(min),
			median: s(median(sorted)),
			...scaled(medianInterval(sorted), scale),
			p90: s(percentile(sorted, 90)),
			p99: s(percentile(sorted, 99)),
			max: s(max)
		};
	}
};
function medianInterval(sorted) {
	const n = sorted.length;
	if (n < 10) return void 0;
	const reach = .98 * Math.sqrt(n);
	const [low, high] = [sorted[Math.max(0, Math.floor(n / 2 - reach) - 1)], sorted[Math.min(n - 1, Math.ceil(n / 2 + reach))]];
	return low === void 0 || high === void 0 ? void 0 : [low, high];
}
function scaled(interval, scale) {
	return interval && {
		medianLow: interval[0] * scale,
		medianHigh: interval[1] * scale
	};
}
function percentile(sorted, percent) {
	return sorted[Math.max(1, Math.trunc(sorted.length * percent / 100)) - 1] ?? 0;
}

// src/console/counters/rcuscale.ts
const withoutBracket = (text) => text.replace(/^\[[^\]\udc80-\udcff]*\]/u, "");
function rcuscaleCounter(_context) {
	const printk = new Durations();
	const ftrace = new FtraceGracePeriods();
	let gracePeriods;
	return {
		wantsAll: false,
		line(line) {
			if (line.flags & flag.ftraceGracePeriod) ftrace.line(scriptText(line));
			if ((line.flags & flag.scale) === 0) return;
			const text = withoutBracket(scriptText(line));
			const at = text.indexOf("-scale: ");
			const words = fields(text);
			const gps = text.indexOf(" gps: ", at + 7);
			if (gps >= 0 && text.indexOf(" batches:", gps + 5) >= 0) gracePeriods = numberOf(words[8]);
			if (text.indexOf("writer-duration", at + 8) >= 0) printk.add(numberOf(words[4]) / 1e3);
		},
		counters() {
			const fromTrace = ftrace.starts >= 100;
			const durations = (fromTrace ? ftrace.durations : printk).summary(1e3, (s) => percentile(s, 50));
			const total = fromTrace ? ftrace.gracePeriods : gracePeriods;
			return {
				...total === void 0 ? {} : { gracePeriods: total },
				...durations ? { durations } : {}
			};
		},
		takeProgress: () => void 0,
		diagnostics: () => []
	};
}
var FtraceGracePeriods = class {
	durations = new Durations();
	starts = 0;
	gracePeriods = 0;
	#start;
	#tasks = /* @__PURE__ */ new Map();
	line(text) {
		const at = text.indexOf("rcu_exp_grace_period");
		if (at >= 0 && text.indexOf("start", at) >= 0) this.starts++;
		if (!text.includes("us : rcu_exp_grace_period")) return;
		const [task = "", , time, , , , sequence = "", event] = fields(withoutBracket(text).replace("us : ", " : ").replaceAll("\r", ""));
		if (event === "start") this.#begin(task, sequence, numberOf(time));
		else if (event === "end") this.#end(sequence, numberOf(time));
		else if (event === "done" && this.#tasks.get(sequence) !== task) this.gracePeriods++;
	}
	#begin(task, sequence, time) {
		this.#start = {
			sequence,
			time
		};
		this.#tasks.set(sequence, task);
		if (this.#tasks.size <= 1e4) return;
		for (const oldest of this.#tasks.keys()) {
			this.#tasks.delete(oldest);
			break;
		}
	}
	#end(sequence, time) {
		if (this.#start?.sequence === sequence) {
			this.durations.add(time - this.#start.time);
			this.gracePeriods++;
		}
		this.#start = void 0;
	}
};

// src/console/counters/refscale.ts
function refscaleCounter(_context) {
	const readers = new Durations();
	let inTable = false;
	return {
		get wantsAll() {
			return inTable;
		},
		line(line) {
			if (!inTable && (line.flags & flag.runsHeader) === 0) return;
			const text = scriptText(line).replace(/^\[[^\]\udc80-\udcff]*\]/u, "").replaceAll("\r", "");
			if (/^[ \t]*Runs\tTime\(ns\) *$/.test(text)) inTable = true;
			else if (inTable && /\d\t\d+\.\d+$/.test(text)) {
				const value = fields(text)[1] ?? "";
				if (looksNumeric(value)) readers.add(numberOf(value));
			}
		},
		counters() {
			const durations = readers.summary(1, scriptMedian);
			return durations ? { durations } : {};
		},
		takeProgress: () => void 0,
		diagnostics: () => []
	};
}
function scriptMedian(sorted) {
	const at = (i) => sorted[i - 1] ?? 0;
	if (sorted.length === 1) return at(1);
	const middle = Math.trunc(sorted.length / 2);
	return sorted.length % 2 === 0 ? (at(middle - 1) + at(middle)) / 2 : at(middle);
}

// src/console/counters/scf.ts
function scfCounter(context) {
	return totalCounter(flag.scfInvoked, " scf_invoked_count ver: ", context);
}

// src/console/counters/suite.ts
const nothing = {
	wantsAll: false,
	line: () => void 0,
	counters: () => ({}),
	takeProgress: () => void 0,
	diagnostics: () => []
};
const bySuite = {
	rcu: rcuCounter,
	lock: lockCounter,
	scf: scfCounter,
	rcuscale: rcuscaleCounter,
	refscale: refscaleCounter
};
function counterOf(suite, context) {
	return Object.hasOwn(bySuite, suite) ? bySuite[suite]?.(context) ?? nothing : nothing;
}

// src/console/findings/boots.ts
const banner = /^\s*(?:SeaBIOS \(version |iPXE |UEFI firmware \(version |BdsDxe: |EDK II |U-Boot (?:SPL |TPL )?\d|OpenSBI v\d|SLOF \*{2}|Hit any key to stop autoboot|NOTICE: {2}BL[12]: )/;
const slack = .1;
var Boots = class {
	#kernels = 0;
	#restarting = false;
	#ended = false;
	isReboot({ text, time }, earlier) {
		if (text.includes("End of test: ")) this.#ended = true;
		if (text.startsWith("Linux version ")) {
			const before = this.#kernels++ > 0 || earlier !== void 0 && earlier > (time ?? 0) + slack;
			const known = this.#restarting;
			this.#restarting = false;
			return before && !known;
		}
		if (!(this.#kernels > 0 || earlier !== void 0 && earlier > slack) || this.#restarting || this.#ended || !banner.test(text)) return false;
		this.#restarting = true;
		return true;
	}
};

// src/console/memo.ts
function remembering(compute, entries = 1024, longest = 512) {
	const known = /* @__PURE__ */ new Map();
	return (text) => {
		if (text.length > longest) return compute(text);
		const before = known.get(text);
		if (before !== void 0) return before;
		const answer = compute(text);
		if (known.size >= entries) known.clear();
		known.set(text, answer);
		return answer;
	};
}

// src/console/findings/fingerprint.ts
function fingerprintOf(kind, title, file) {
	return digest$1(`${kind}\n${withoutNumbers(title)}\n${file ?? ""}`);
}
const digest$1 = remembering((text) => createHash("sha256").update(text).digest("hex").slice(0, 16));
const withoutNumbers = remembering((text) => text.replace(/\(ptrval\)|\(____ptrval____\)/g, "ADDR").replace(/\b0x[0-9a-f]+\b/gi, "ADDR").replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{8,16}\b/gi, "ADDR").replace(/(?<![\w])\d+(?:\.\d+)?\b/g, "NUM"));

// src/console/findings/folded.ts
function brief(finding) {
	const { text } = finding;
	if (text.length <= limits.briefCharacters) return finding;
	const end = text.lastIndexOf("\n", limits.briefCharacters);
	return {
		...finding,
		text: text.slice(0, end > 0 ? end : limits.briefCharacters),
		truncated: true
	};
}
const busyCpu = /* @__PURE__ */ new Set([
	"rcu-stall",
	"soft-lockup",
	"hard-lockup"
]);
var Folded = class {
	#findings = /* @__PURE__ */ new Map();
	#fresh = [];
	add(finding) {
		const earlier = this.#findings.get(finding.fingerprint) ?? this.#whole(finding) ?? this.#otherCheck(finding);
		if (earlier) {
			earlier.count += finding.count;
			return;
		}
		if (this.isFull) return;
		const kept = this.#findings.size < limits.wholeFindings ? finding : brief(finding);
		this.#findings.set(finding.fingerprint, kept);
		this.#fresh.push(kept);
	}
	#whole({ incomplete, kind, trail }) {
		if (!incomplete || trail === void 0) return void 0;
		for (const one of this.#findings.values()) if (!one.incomplete && one.kind === kind && one.trail?.startsWith(trail) === true) return one;
	}
	#otherCheck({ kind, title, function: name }) {
		if (!busyCpu.has(kind) || name === void 0) return void 0;
		for (const one of this.#findings.values()) if (busyCpu.has(one.kind) && one.function === name && one.also?.includes(title) === true) return one;
	}
	get isFull() {
		return this.#findings.size >= limits.findings;
	}
	has(fingerprint) {
		return this.#findings.has(fingerprint);
	}
	again(fingerprint) {
		const known = this.#findings.get(fingerprint);
		if (known !== void 0) known.count++;
		return known !== void 0;
	}
	takeFresh() {
		const fresh = this.#fresh;
		this.#fresh = [];
		return fresh;
	}
	get errors() {
		let errors = 0;
		for (const { severity } of this.#findings.values()) if (severity === "error") errors++;
		return errors;
	}
	get all() {
		const rank = (finding) => finding.severity === "error" ? 0 : 1;
		return [...this.#findings.values()].sort((a, b) => rank(a) - rank(b) || a.consoleLine - b.consoleLine);
	}
};

// src/console/findings/recipes/hints.ts
const hints = {
	"torture-failure": ["FAILURE", "!!!"],
	panic: ["Kernel panic"],
	kasan: ["KASAN"],
	kcsan: ["KCSAN"],
	ubsan: ["UBSAN"],
	bug: [
		"BUG",
		"CFI failure",
		"usercopy",
		"unreferenced object"
	],
	oops: [
		"Oops",
		"Internal error",
		"[#",
		"guard page",
		"stack overflow",
		"Insufficient stack",
		"stack segment",
		"early exception",
		"ilc:",
		"achine check",
		"Unrecoverable",
		"mode in",
		"SError",
		"Unhandled",
		"Unexpected",
		"Kernel mode fault"
	],
	"null-dereference": ["NULL pointer"],
	"paging-request": ["nable to handle"],
	"general-protection": ["general protection"],
	"divide-error": ["divide error"],
	"double-fault": ["double fault"],
	"soft-lockup": ["soft lockup"],
	"hard-lockup": ["LOCKUP"],
	"workqueue-lockup": ["workqueue lockup"],
	"hung-task": ["INFO: task"],
	"rcu-stall": ["tall"],
	"kthread-starved": ["starved"],
	"writer-stall": ["Writer stall"],
	lockdep: [
		"lock",
		"wait context",
		"too low",
		"BUG: key",
		"contention",
		"non-static key",
		"chain_key"
	],
	"suspicious-rcu": ["suspicious"],
	"sleeping-in-atomic": ["sleeping", "scheduling"],
	"debug-objects": ["debugobjects"],
	refcount: ["refcount"],
	"list-corruption": ["list_debug"],
	oom: ["oom-killer"],
	warning: [
		"WARNING",
		"Badness",
		"duplicate filename"
	],
	"hotplug-failure": ["_HOTPLUG"],
	other: ["unregister_netdevice", "VFS: "]
};
const hinted = new Map(Object.keys(hints).map((kind, i) => [kind, 1 << i]));
const words$1 = [...hinted].flatMap(([kind, sets]) => (hints[kind] ?? []).map((text) => ({
	text,
	sets
})));
const escaped$1 = /* @__PURE__ */ __name((word) => word.replace(/[[\](){}.*+?^$|\\]/g, "\\$&"), "escaped");
const any = new RegExp(words$1.map(({ text }) => escaped$1(text)).join("|"));
let automaton;
function hintsIn(text) {
	if (!any.test(text)) return 0;
	automaton ??= compileAutomaton(words$1);
	const { classes, table, firstEvent, sets } = automaton;
	let [state, kinds] = [0, 0];
	for (let i = 0; i < text.length; i++) {
		state = table[state + (classes[text.charCodeAt(i)] ?? 0)];
		if (state >= firstEvent) kinds |= sets[state - firstEvent >> 7];
	}
	return kinds;
}

// src/console/findings/recipes/recipe.ts
const functionAt = "(?<function>[A-Za-z_][\\w.$]*)(?:\\+0x[0-9a-f]+\\/0x[0-9a-f]+)?";
const oopsFollowUps = /^(?:Oops\b|Internal error|invalid opcode|general protection fault|KASAN: |BUG: kernel NULL|Unable to handle|BUG: [Uu]nable to handle|Kernel panic - not syncing: .*(?:Fatal exception|Oops|panic_on_warn)|note: |Fixing recursive fault|WARNING: (?:kernel stack|stack )|monitor event|illegal operation|RIP:|#PF|Insufficient stack space|[A-Z][\w ]+\[#\d+\]:|[\w ]+: [0-9a-f]{4} \[#\d+\]|kernel BUG at|Kernel BUG at|[Kk]ernel BUG \[#|8<--- cut here|------------\[ cut here)/;

// src/console/findings/recipes/faults.ts
const oops = { belongs: oopsFollowUps };
const badAddress = [
	"BUG: kernel NULL pointer dereference in {function}",
	"BUG: unable to handle kernel NULL pointer dereference in {function}",
	"BUG: unable to handle kernel paging request in {function}",
	"general protection fault in {function}"
];
const nullDereference = [{
	begins: /^BUG: [Kk]ernel NULL pointer dereference/,
	title: "BUG: kernel NULL pointer dereference in {function}",
	also: badAddress,
	...oops
}, {
	begins: /^(?:BUG: unable|(?:CPU \d+ )?Unable) to handle kernel NULL pointer dereference/,
	title: "BUG: unable to handle kernel NULL pointer dereference in {function}",
	also: badAddress,
	...oops
}];
const pagingRequest = [
	{
		begins: /^BUG: unable to handle (?:page fault for address|kernel paging request)/,
		title: "BUG: unable to handle kernel paging request in {function}",
		also: badAddress,
		...oops
	},
	{
		begins: /^(?:CPU \d+ )?(?:BUG: )?Unable to handle (?:kernel )?paging request/,
		title: "BUG: unable to handle kernel paging request in {function}",
		also: badAddress,
		...oops
	},
	{
		begins: /^(?:BUG: )?Unable to handle kernel (?<what>data access|instruction fetch|pointer dereference|access to user memory|execute from [\w-]+ memory|execut\w+ \w+|write to read-only memory|read from unreadable memory)/,
		title: "BUG: unable to handle kernel {what} in {function}",
		...oops
	},
	{
		begins: /^(?:BUG: )?[Uu]nable to handle (?:kernel )?(?<what>[a-z][\w -]*?)(?= (?:at|in|on|for)\b|$)/,
		title: "BUG: unable to handle kernel {what} in {function}",
		...oops
	}
];
const generalProtection = [{
	begins: /^(?:Oops: )?general protection fault(?:, |:|$)/,
	title: "general protection fault in {function}",
	also: badAddress,
	...oops
}];
const divideError = [{
	begins: /^(?:Oops: )?divide error(?:, |:)/,
	title: "divide error in {function}",
	...oops
}, {
	begins: /^(?:Oops: )?Oops: divide error/,
	title: "divide error in {function}",
	...oops
}];
const doubleFault = [{
	begins: /^(?:traps: )?PANIC: double fault/,
	title: "PANIC: double fault in {function}",
	start: "recursion",
	...oops
}, {
	begins: /^(?:Oops: )?double fault: /i,
	title: "double fault in {function}",
	start: "recursion",
	...oops
}];
const otherOops = [
	{
		begins: /^BUG: (?:stack guard page|TASK stack guard page|\w+ stack guard page) was hit at/,
		title: "BUG: stack guard page was hit in {function}",
		also: ["kernel stack overflow in {function}", "PANIC: double fault in {function}"],
		start: "recursion",
		belongs: new RegExp(`^(?:kernel stack overflow|stack guard page|Kernel panic)|${oopsFollowUps.source}`)
	},
	{
		begins: /^(?:Oops: )?(?:kernel stack overflow|stack guard page: |Insufficient stack space to handle exception)/,
		title: "kernel stack overflow in {function}",
		also: ["BUG: stack guard page was hit in {function}"],
		start: "recursion",
		belongs: new RegExp(`^Kernel panic - not syncing: kernel stack overflow|${oopsFollowUps.source}`)
	},
	{
		begins: /^(?:Oops: )?stack segment(?: fault)?: /,
		title: "stack segment fault in {function}",
		...oops
	},
	{
		begins: /^(?:Oops: )?invalid opcode: /,
		title: "invalid opcode in {function}",
		...oops
	},
	{
		begins: /^(?:Oops: )?(?<what>bounds|coprocessor segment overrun|invalid TSS|segment not present|alignment check|int3|overflow|unhandled trap|control protection|Missing ENDBR)\b.*?: [0-9a-f]{4} \[#\d+\]/,
		title: "{what} in {function}",
		...oops
	},
	{
		begins: /^PANIC: early exception/,
		title: "PANIC: early exception in {function}",
		...oops
	},
	{
		begins: /^Internal error: /,
		title: "Internal error in {function}",
		...oops
	},
	{
		begins: /^SError Interrupt on CPU/,
		title: "kernel panic: Asynchronous SError Interrupt",
		start: "none",
		belongs: /^Kernel panic - not syncing: Asynchronous SError Interrupt|^Internal error/
	},
	{
		begins: /^(?:Bad mode in|Unhandled (?:prefetch abort: |fault: |exception: |exception \w+ in kernel|64-bit el1h)|Unexpected kernel \w+ exception|Unexpected IRQ trap|Kernel mode fault)/,
		title: "Unhandled fault in {function}",
		...oops
	},
	{
		begins: /^(?<what>illegal operation|specification exception|addressing exception|protection exception|operation exception|data exception|fixpoint divide exception|monitor event): [0-9a-f]{4} ilc:\d/,
		title: "{what} in {function}",
		...oops
	},
	{
		begins: /^(?:Machine check in kernel mode|kernel BUG: unhandled machine check|Unrecoverable (?:exception|\w+ Unavailable))/,
		title: "Machine check in {function}",
		...oops
	},
	{
		begins: /^Oops: (?<what>[A-Z][\w ]+?), sig: \d+ \[#\d+\]/,
		title: "Oops: {what} in {function}",
		...oops
	},
	{
		begins: /^Oops - (?<what>[a-z][\w ()-]*?) \[#\d+\]/,
		title: "Oops: {what} in {function}",
		...oops
	},
	{
		begins: /^Oops(?: - [\w -]+?)?:? .*\[#\d+\]|^Oops ?\[#\d+\]/,
		title: "Oops in {function}",
		...oops
	},
	{
		begins: /^(?<what>[A-Za-z][\w ,.'/():-]{2,60}?)!? ?(?:: (?:[0-9a-f]{1,16}|sig: \d+) )?\[#\d+\]:?(?: |$)/,
		title: "Oops: {what} in {function}",
		vague: true,
		...oops
	},
	{
		begins: /^\S+\(\d+\): (?<what>[A-Z][\w ]+) \[#\d+\]/,
		title: "Oops: {what} in {function}",
		...oops
	}
];
const panic = [
	{
		begins: /^Kernel panic - not syncing: (?:.*\b(?:Fatal exception|panic_on_(?:warn|oops)|kasan\.fault=panic set|kmsan\.panic set|panic_on_taint)\b|Fatal hardware error|softlockup: hung tasks|hung_task: blocked tasks|RCU Stall|Hard LOCKUP|Oops|Attempted to kill init!|Aiee, killing interrupt handler|Attempted to kill the idle task|scheduling while atomic)/,
		title: "kernel panic: {message}",
		start: "none",
		secondary: true
	},
	{
		begins: /^Kernel panic - not syncing: stack-protector: Kernel stack is corrupted in: (?:[0-9a-f]+\b ?)?(?<function>[A-Za-z_][\w.]*)?/,
		title: "kernel panic: stack is corrupted in {function}"
	},
	{
		begins: /^Kernel panic - not syncing: kernel stack overflow/,
		title: "kernel stack overflow in {function}",
		also: ["BUG: stack guard page was hit in {function}"],
		start: "recursion"
	},
	{
		begins: /^Kernel panic - not syncing: corrupted stack end detected/,
		title: "kernel panic: corrupted stack end in {function}",
		start: "stack"
	},
	{
		begins: /^Kernel panic - not syncing: Machine halted/,
		title: "kernel panic: Machine halted",
		secondary: true
	},
	{
		begins: /^Kernel panic - not syncing: /,
		title: "kernel panic: {message}",
		start: "none"
	}
];
const cfi = {
	begins: /^CFI failure at (?<function>[A-Za-z_][\w.]*)/,
	title: "CFI failure in {function}",
	belongs: new RegExp(`^WARNING: |${oopsFollowUps.source}`)
};
const bug = [
	cfi,
	{
		begins: /^[Kk]ernel BUG at (?<file>[^\s:]+):(?<line>\d+)!?/,
		title: "kernel BUG in {function}",
		belongs: oopsFollowUps
	},
	{
		begins: /^[Kk]ernel BUG at (?<function>[A-Za-z_][\w.]*)/,
		title: "kernel BUG in {function}",
		...oops
	},
	{
		begins: /^[Kk]ernel BUG \[#\d+\]/,
		title: "kernel BUG in {function}",
		...oops
	},
	{
		begins: /^BUG: Dentry .* still in use .*\[unmount of (?<fs>\w+)/,
		title: "BUG: Dentry still in use [unmount of {fs}]",
		start: "none",
		belongs: /^BUG: Dentry|^WARNING: .* umount_check|^-+\[ cut here/
	},
	{
		begins: /^BUG: workqueue leaked (?<what>atomic, lock or RCU|lock or atomic)/,
		detail: /^ +(?:last function: |preempt=.* workfn=)(?<function>[A-Za-z_][\w.]*)/,
		title: "BUG: workqueue leaked {what} in {function}"
	},
	{
		begins: /^BUG: using (?<what>\w+)\(\) in preemptible/,
		detail: /^caller is (?<function>[A-Za-z_][\w.]*)/,
		title: "BUG: using {what}() in preemptible code in {function}"
	},
	{
		begins: /^BUG: (?<what>(?:spinlock|rwlock|raw_?spinlock) (?:bad magic|recursion|already unlocked|wrong owner|wrong CPU|lockup suspected|cpu recursion|trylock failure on UP|lockup)|(?:write|read)-(?:lock|unlock) [\w ]+?)(?: on CPU|,|$)/,
		title: "BUG: {what} in {function}"
	},
	{
		begins: /^BUG: (?<what>.*?)(?: at .*|: .*|[!.])?$/,
		vague: true,
		title: "BUG: {text} in {function}",
		start: "stack",
		loose: true
	}
];

// src/console/findings/groups/forRecipes.ts
const waitWrappers = {
	reason: "a subsystem's own way to wait or to lock: who waits there is said by its caller",
	names: [
		"(?:\\w+_)?(?:lock|unlock|trylock|slowlock|lock_slow|lock_nested|lock_killable|lock_interruptible|lock_slowpath|lock_common|lock_wait)(?:_\\w{1,12})?",
		"_*lock_(?:sock|page|buffer|folio|super|two)\\w*",
		"_*(?:\\w+_)?(?:wait|waiton|waits)(?:_\\w+)?",
		"(?:\\w+_)?(?:completion|rwsem|semaphore)(?:_\\w+)?",
		"kthread_\\w+",
		"sb_(?:start|end)_\\w+",
		"__sb_start_write",
		"mnt_want_write\\w*",
		"super_lock\\w*",
		"percpu_\\w+",
		"blk_mq_freeze_queue\\w*",
		"del_timer_sync",
		"_*fdget_pos"
	]
};
const usbTransfers = {
	reason: "hands a driver's transfer to usb_submit_urb, and waits for it",
	names: [
		"usb_submit_urb",
		"usb_start_wait_urb",
		"usb_(?:internal_)?(?:bulk|control|interrupt)_msg(?:_(?:send|recv))?"
	]
};
const ownLocks = {
	reason: "takes the lock of a socket or inode for whoever uses that",
	names: ["_*lock_sock(?:_nested|_fast)?", "inode_lock(?:_shared)?(?:_nested|_killable)?"]
};
const objectOwners = {
	reason: "allocates a common kind of object, such as a packet, socket, inode or file, for whoever leaks it",
	names: [
		"_*(?:alloc|build|napi_alloc|netdev_alloc)_skb\\w*",
		"_*napi_(?:alloc|build)_skb\\w*",
		"alloc_skb_with_frags",
		"_*skb_(?:clone|copy|realloc|expand)\\w*",
		"_*pskb_\\w+",
		"sock_(?:alloc|wmalloc|kmalloc|omalloc)(?:_\\w+)?",
		"sk_(?:alloc|prot_alloc|clone\\w*)",
		"(?:_*d_alloc|alloc_inode|new_inode|alloc_file|alloc_empty_file|getname)\\w*",
		"(?:alloc|dup|prepare|copy)_(?:creds?|task_struct|fd|pid|mnt_ns)\\w*",
		"prepare_creds",
		"(?:security|lsm)_\\w*alloc\\w*",
		"alloc_(?:netdev|etherdev)_\\w+",
		"_*dev_(?:alloc|kmalloc)\\w*",
		"nla_memdup\\w*",
		"kvzalloc\\w*",
		"_*kobject_\\w+",
		"memdup_\\w+"
	]
};
const atomicContext = {
	reason: "sleeps as it is meant to; its caller was in atomic context",
	names: [
		"rt_(?:spin|read|write)_\\w+",
		"_*(?:cond_)?resched\\w*",
		"(?:get|put)_online_cpus",
		"cpus_read_lock",
		"cpu_hotplug_\\w+",
		"(?:vm_)?unmap_\\w+",
		"lock_sock(?:_nested|_fast)?",
		"rtnl_lock",
		"synchronize_net",
		"down_\\w+",
		"get_user_pages\\w*",
		"_*might_\\w+"
	]
};

// src/console/findings/groups/waiting.ts
const waiting = {
	lockdep: {
		reason: "checks locks; the caller broke their rules",
		files: ["kernel/locking/lockdep"],
		names: [
			"_*lockdep_\\w+",
			"_*lock_(?:acquire|release)\\w*",
			"lock_(?:is_held|pin|unpin|set|downgrade|contended|acquired)\\w*",
			"reacquire_held_locks",
			"check_(?:noncircular|prev_add|prevs_add|irq_usage|deadlock|wait_context|chain_key|lock_length|flags)\\w*",
			"__?check_\\w*dep\\w*",
			"validate_chain",
			"mark_(?:lock|usage|held_locks|lock_irq)\\w*",
			"valid_state",
			"(?:look_up|register)_lock_class",
			"hlock_class",
			"assign_lock_key",
			"rcu_lockdep_\\w+",
			"debug_locks_off"
		]
	},
	locks: {
		reason: "takes or gives a lock that others chose",
		files: ["kernel/locking/(?!locktorture|test-)", "drivers/tty/tty_ldsem\\.c"],
		names: [
			"_*mutex_\\w+",
			"_*ww_mutex_\\w+",
			"_*rt_mutex_\\w+",
			"rt_(?:spin|read|write)_\\w+",
			"_*(?:raw_)?spin_(?:try)?(?:lock|unlock)\\w*",
			"_*(?:raw_)?(?:read|write)_(?:try)?(?:lock|unlock)\\w*",
			"do_raw_\\w+",
			"debug_spin_\\w+",
			"spin_(?:bug|dump)",
			"rwlock_bug",
			"queued_(?:spin|read|write)\\w*",
			"(?:kvm|xen|hv)_(?:wait|kick\\w*)",
			"_*(?:pv_)?queued_spin_lock_slowpath",
			"(?:osq|mcs)_\\w+",
			"_*down(?:_read|_write|_interruptible|_killable|_timeout|_trylock)?(?:_(?:nested|nest_lock|common|killable|interruptible|failed|non_owner|killable_nested)\\w*)?",
			"_*up(?:_read|_write)?(?:_non_owner)?",
			"rwsem_\\w+",
			"_*rwbase_\\w+",
			"call_rwsem_\\w+",
			"_*ldsem_\\w+",
			"percpu_(?:down|up|rwsem)\\w*",
			"mmap_(?:read|write)_(?:try)?(?:lock|unlock)\\w*",
			"_*percpu_(?:down|up)_read\\w*",
			"_*seqlock_\\w+",
			"read_seq\\w+",
			"_*rcu_read_(?:lock|unlock)\\w*",
			"_*local_(?:bh|lock)_\\w+",
			"(?:[a-z0-9]+_)?preempt_(?:count|schedule)\\w*",
			"_*lock_task_sighand",
			"_*atomic_dec_and_\\w*lock\\w*",
			"_*(?:bit_)?spin_on_owner",
			"_*(?:hrtimer_)?bit_spin_\\w+",
			"(?:hlist_)?bl_lock"
		]
	},
	sleeping: {
		reason: "sleeps until something happens elsewhere",
		files: ["kernel/sched/(?:core|completion|wait|swait|wait_bit|idle)", "kernel/time/sleep_timeout"],
		names: [
			"_*schedule",
			"schedule_(?:h?r?timeout\\w*|preempt_disabled|rtlock|idle|tail|(?:delayed_)?work\\w*)",
			"__schedule_loop",
			"io_schedule\\w*",
			"context_switch",
			"_*switch_to\\w*",
			"finish_task_switch\\w*",
			"_*cond_resched\\w*",
			"do_wait_for_common",
			"_*wait_for_common\\w*",
			"_*wait_for_completion\\w*",
			"wait_on_(?:bit|page|buffer)\\w*",
			"_*wait_on_(?:bit|buffer)\\w*",
			"out_of_line_wait_on_\\w+",
			"bit_wait\\w*",
			"folio_wait_\\w+",
			"prepare_to_(?:s?wait)\\w*",
			"finish_s?wait",
			"(?:usleep_range|msleep|ssleep|fsleep)\\w*",
			"hrtimer_nanosleep",
			"do_nanosleep",
			"_*(?:const_)?[un]?delay\\w*",
			"delay_(?:tsc|halt|loop)\\w*",
			"cpu_relax",
			"rep_nop",
			"csd_lock_wait\\w*",
			"__csd_lock_wait",
			"try_to_freeze\\w*",
			"__refrigerator"
		]
	},
	waking: {
		reason: "wakes whoever waits on a queue, which may be gone",
		files: ["kernel/sched/(?:wait|swait|completion)"],
		names: [
			"_*s?wake_up\\w*",
			"try_to_wake_up",
			"ttwu_\\w+",
			"(?:autoremove|default|woken|wake_bit)_wake_function",
			"woken_wake_function",
			"wake_bit_function",
			"complete(?:_all|_with_flags)?",
			"_*(?:add|remove)_wait_queue\\w*"
		]
	},
	gracePeriods: {
		reason: "waits for a grace period that others keep from ending",
		names: [
			"_*wait_rcu_gp",
			"_*synchronize_\\w+",
			"exp_funnel_lock",
			"rcu_exp_(?:wait|sel_wait)\\w*",
			"_*s?rcu_barrier(?:_\\w+)?",
			"_*call_s?rcu\\w*",
			"debug_rcu_head_\\w+",
			"krc_this_cpu_\\w+",
			"_*kvfree_call_rcu\\w*",
			"rcu_dereference\\w*",
			"percpu_ref_switch_\\w+",
			"wait_rcu_exp_gp"
		]
	},
	timers: {
		reason: "starts and stops timers that others own",
		files: ["kernel/time/(?:timer|hrtimer)\\.c"],
		names: [
			"lock_timer_base",
			"lock_hrtimer_base",
			"_*timer_(?:delete|shutdown|reduce|init_key)\\w*",
			"_*try_to_del_timer\\w*",
			"_*del_(?:singleshot_)?timer\\w*",
			"(?:__|do_)?(?:mod|add)_timer\\w*",
			"detach_(?:if_pending|timer)",
			"(?:__)?(?:enqueue|internal_add)_timer\\w*",
			"forward_timer_base",
			"do_init_timer",
			"(?:do_)?init_timer_\\w+",
			"_*hrtimer_(?:start|cancel|try_to_cancel|active|init|setup|forward|run|start_range_ns|get_next|hres|interrupt)\\w*",
			"(?:re)?move_hrtimer",
			"remove_hrtimer",
			"enqueue_hrtimer",
			"expire_timers",
			"call_timer_fn",
			"__?run_timers?(?:_base)?\\w*",
			"run_timer_softirq",
			"run_timer_base\\w*",
			"timerqueue_\\w+",
			"collect_expired_timers"
		]
	},
	workqueues: {
		reason: "queues, flushes and runs work that others own",
		files: ["kernel/workqueue\\.c"],
		names: [
			"_*flush_(?:delayed_)?work\\w*",
			"_*flush_workqueue",
			"start_flush_work",
			"_*cancel_(?:delayed_)?work\\w*",
			"(?:disable|enable)_(?:and_queue_)?(?:delayed_)?work\\w*",
			"try_to_grab_pending",
			"work_grab_pending",
			"(?:__|mod_|_*)(?:queue|mod)_(?:delayed_|rcu_)?work\\w*",
			"insert_work",
			"insert_wq_barrier",
			"(?:drain|destroy)_workqueue",
			"_*alloc_workqueue\\w*",
			"get_work_pool\\w*",
			"process_one_work",
			"process_scheduled_works",
			"worker_thread",
			"delayed_work_timer_fn"
		]
	},
	kthreads: {
		reason: "starts, stops and parks threads that others own",
		files: ["kernel/(?:kthread|smpboot|stop_machine|smp)\\.c"],
		names: [
			"kthread_(?:stop|park|unpark|parkme|should_\\w+|create|run|flush_work\\w*|queue_\\w+|cancel_\\w+|destroy_worker|worker_fn|bind\\w*)\\w*",
			"_*kthread_(?:create|parkme|bind|queue|cancel)\\w*",
			"smpboot_(?:\\w*park\\w*|thread_fn)",
			"_*stop_(?:cpus|machine|one_cpu)\\w*",
			"smp_call_function\\w*",
			"on_each_cpu\\w*",
			"generic_exec_single"
		]
	},
	softirqs: {
		reason: "runs what softirqs were raised for",
		files: ["kernel/softirq\\.c"],
		names: [
			"_*(?:handle|do)_softirqs?\\w*",
			"do_softirq_\\w+",
			"invoke_softirq",
			"_*irq_exit\\w*",
			"run_ksoftirqd",
			"tasklet_(?:action\\w*|schedule\\w*|kill|disable\\w*|unlock\\w*)",
			"_*tasklet_\\w+",
			"rcu_do_batch",
			"rcu_process_callbacks",
			"rcu_core\\w*"
		]
	}
};

// src/console/findings/recipes/locking.ts
const acquired = /(?:, at:|\) at:) (?:\[<[0-9a-f]+>\] )?(?<function>[A-Za-z_][\w.$]*)(?:\+0x|(?<inlined> [\w./-]+\.[ch]:\d+ \[inline\])|$)/;
const begin = "^(?:=+ )?(?:WARNING|INFO|BUG|\\[ INFO|\\[ BUG): ";
const deadlock = (what) => ({
	begins: new RegExp(`${begin}${what}`),
	detail: acquired,
	title: "possible deadlock in {function}",
	start: "detail"
});
const lockdep = [
	deadlock("possible (?:circular|recursive) locking"),
	deadlock("possible irq lock inversion dependency"),
	deadlock("possible \\w+ lock(?:ing)? (?:inversion|dependency)"),
	{
		...deadlock("\\w+-safe -> \\w+-unsafe lock order detected"),
		stack: /which became \S+-safe at:$/,
		also: ["possible deadlock in {named}"]
	},
	{
		begins: new RegExp(`${begin}inconsistent lock state`),
		detail: acquired,
		title: "inconsistent lock state in {function}",
		start: "detail"
	},
	{
		begins: /^(?:\[ )?(?:BUG|WARNING): Invalid wait context/,
		detail: acquired,
		title: "BUG: Invalid wait context in {function}",
		start: "detail"
	},
	{
		begins: /^(?:\[ )?(?<level>WARNING|BUG): (?<what>bad (?:unlock balance|contention)) detected/,
		stack: /is trying to (?:release|contend) lock .* ?at:$/,
		title: "{level}: {what} in {function}",
		also: ["WARNING: {what} in {function}", "BUG: {what} in {function}"],
		start: "stack"
	},
	{
		begins: /^(?:\[ )?(?<level>WARNING|BUG): held lock freed/,
		title: "{level}: held lock freed in {function}",
		start: "stack"
	},
	{
		begins: /^(?:\[ )?(?<level>WARNING|BUG): (?:.* )?still has locks held/,
		detail: acquired,
		title: "{level}: still has locks held in {function}",
		start: "detail"
	},
	{
		begins: /^(?:\[ )?(?<level>WARNING|BUG): lock held (?<what>when returning to user space|at task exit time)/,
		title: "{level}: lock held {what} in {function}",
		detail: acquired,
		start: "detail"
	},
	{
		begins: /^(?:\[ )?WARNING: Nested lock was not taken/,
		title: "WARNING: nested lock was not taken in {function}",
		start: "stack"
	},
	{
		begins: /^(?:\[ )?WARNING: (?<what>chain_key collision)/,
		title: "WARNING: {what} in {function}",
		start: "stack"
	},
	{
		begins: /^INFO: trying to register non-static key/,
		title: "INFO: trying to register non-static key in {function}",
		start: "stack"
	},
	{
		begins: /^BUG: (?<what>MAX_\w+) too low/,
		title: "BUG: {what} too low!",
		start: "none"
	},
	{
		begins: /^BUG: key \S+ (?:has not been registered|not in \.data)/,
		title: "BUG: key has not been registered in {function}",
		start: "stack"
	},
	{
		begins: /^WARNING: .*?\b(?<file>kernel\/locking\/lockdep\.c):(?<line>\d+) (?:at )?(?:0x0|(?:__)?(?:lock_|check_|mark_|register_|validate_|print_|look_up_|hlock_|lockdep_))/,
		title: "WARNING: locking bug in {function}",
		skip: [ownLocks],
		start: "stack"
	}
];
const suspiciousRcu = [{
	begins: /^(?:\[ )?(?<level>WARNING|INFO|ERR): suspicious (?:RCU|rcu_dereference_check\(\)) usage/,
	detail: /^(?<file>[\w./-]+\.[ch]):(?<line>\d+) \S/,
	title: "{level}: suspicious RCU usage in {function}",
	also: ["WARNING: suspicious RCU usage in {function}"],
	start: "stack"
}];
const sleepingInAtomic = [
	{
		begins: /^BUG: (?:sleeping|scheduling) function called from (?:an )?invalid context at (?<file>[^\s:]+):(?<line>\d+)/,
		title: "BUG: sleeping function called from invalid context in {function}",
		skip: [atomicContext],
		start: "stack"
	},
	{
		begins: /^BUG: scheduling while atomic/,
		title: "BUG: scheduling while atomic in {function}",
		skip: [atomicContext, waiting.sleeping],
		start: "stack",
		belongs: /^Kernel panic - not syncing: scheduling while atomic/
	},
	{
		begins: /^bad: scheduling from the idle thread/,
		title: "BUG: scheduling from the idle thread in {function}",
		start: "stack"
	}
];

// src/console/findings/recipes/memory.ts
const slub = /^BUG:? (?<cache>(?!KASAN|KFENCE|KMSAN|KCSAN|Bad)[\w.:-]*[\w.-]) ?(?:\([^)]*\): |: (?=.*(?:overwritten|already free|[Ff]reelist|[Rr]edzone|[Pp]oison|[Pp]adding|[Oo]bjects remaining|[Oo]bject)))(?<what>.+?)(?: 0x[0-9a-f]+.*| in \S+ on __kmem_cache_shutdown.*)?$/;
const kasanAlso = ["KASAN: {general} {access} in {function}"];
const kasanBelongs = /^Kernel panic - not syncing: (?:kasan|KASAN)|^BUG .*\bkasan: bad access detected/;
const kasan = [
	{
		begins: new RegExp(`^BUG: KASAN: (?:double-free or )?(?<type>double-free|invalid-free) in ${functionAt}`),
		title: "KASAN: {type} in {function}",
		belongs: kasanBelongs
	},
	{
		begins: new RegExp(`^BUG: KASAN: (?<type>[\\w-]+(?: [\\w-]+)*?) in ${functionAt}`),
		detail: /^(?<access>Read|Write) (?:of size \d+ )?(?:at addr|by task)/,
		title: "KASAN: {type} {access} in {function}",
		also: kasanAlso,
		belongs: kasanBelongs
	},
	{
		begins: /^BUG: KASAN: (?<type>[\w-]+)/,
		detail: /^(?<access>Read|Write) of size \d+/,
		title: "KASAN: {type} {access} in {function}",
		also: kasanAlso,
		belongs: kasanBelongs
	}
];
const kcsan = [{
	begins: /^BUG: KCSAN: (?<type>data-race|assert: race) in (?<both>[\w.$]+(?:\+0x[0-9a-f/x]+)?(?: \/ [\w.$]+)?)/,
	title: "KCSAN: {type} in {both}",
	start: "none"
}];
const ubsan = [{
	begins: /^UBSAN: (?<type>.+?) in (?<file>[^\s:]+):(?<line>\d+)(?::\d+)?/,
	title: "UBSAN: {type} in {function}"
}, {
	begins: /^UBSAN: (?<type>[\w -]+)/,
	title: "UBSAN: {type} in {function}"
}];
const otherMemory = [
	{
		begins: new RegExp(`^BUG: KFENCE: (?<type>[\\w -]+?) in ${functionAt}`),
		title: "KFENCE: {type} in {function}",
		also: ["KFENCE: {general} in {function}"]
	},
	{
		begins: new RegExp(`^BUG: KMSAN: (?<type>[\\w-]+) in ${functionAt}`),
		title: "KMSAN: {type} in {function}"
	},
	{
		begins: /^BUG: memory leak/,
		title: "memory leak in {function}",
		start: "stack",
		skip: [objectOwners],
		belongs: /unreferenced object/
	},
	{
		begins: /^unreferenced object 0x[0-9a-f]+ \(size \d+\):/,
		title: "memory leak in {function}",
		start: "stack",
		skip: [objectOwners],
		needsStack: true,
		loose: true
	},
	{
		begins: slub,
		title: "BUG {cache}: {what}",
		start: "none"
	},
	{
		begins: /^BUG: Bad page state in process/,
		title: "BUG: Bad page state",
		start: "none"
	},
	{
		begins: /^BUG: Bad page map in process/,
		title: "BUG: Bad page map",
		start: "none"
	},
	{
		begins: /^BUG: Bad page cache in process/,
		title: "BUG: Bad page cache",
		start: "none"
	},
	{
		begins: /^BUG: Bad rss-counter state/,
		title: "BUG: Bad rss-counter state",
		oneLine: true
	},
	{
		begins: /^BUG: non-zero (?<what>\w+) on freeing mm/,
		title: "BUG: non-zero {what} on freeing mm",
		oneLine: true
	},
	{
		begins: /^usercopy: Kernel memory (?<what>exposure|overwrite) attempt detected/,
		title: "BUG: bad usercopy in {function}",
		belongs: oopsFollowUps
	}
];
const listCorruption = [
	{
		begins: /^kernel BUG at (?<file>lib\/list_debug\.c):(?<line>\d+)!/,
		title: "BUG: corrupted list in {function}",
		also: ["kernel BUG in {function}", "WARNING in {function}"],
		start: "stack",
		belongs: oopsFollowUps
	},
	{
		begins: /^WARNING: .*\bat (?<file>lib\/list_debug\.c):(?<line>\d+) /,
		title: "BUG: corrupted list in {function}",
		also: ["kernel BUG in {function}", "WARNING in {function}"],
		start: "stack"
	},
	{
		begins: /^WARNING: (?<file>lib\/list_debug\.c):(?<line>\d+) at /,
		title: "BUG: corrupted list in {function}",
		also: ["kernel BUG in {function}", "WARNING in {function}"],
		start: "stack"
	}
];
const refcount = [{
	begins: /^WARNING: .*?\b(?<file>lib\/refcount\.c|include\/linux\/refcount\.h):(?<line>\d+) (?:at )?(?:0x0\b|(?:__)?refcount_)/,
	title: "WARNING: refcount bug in {function}",
	also: ["WARNING in {function}"],
	start: "stack"
}];
const debugObjects = [{
	begins: /^WARNING: .*?\b(?<file>lib\/debugobjects\.c):(?<line>\d+) (?:at )?(?:0x0\b|debug_|__debug_|lookup_)/,
	title: "WARNING: ODEBUG bug in {function}",
	also: ["WARNING in {function}"],
	start: "stack"
}];
const oom = [{
	begins: /^\S.*? invoked oom-killer: /,
	title: "out of memory",
	start: "none",
	severity: "notice",
	belongs: /^Out of memory|^Memory cgroup out of memory/
}];

// src/console/findings/recipes/stalls.ts
const alike = [
	"INFO: rcu detected stall in {function}",
	"BUG: soft lockup in {function}",
	"BUG: hard lockup in {function}"
];
const stall = {
	start: "interrupted",
	also: alike,
	allCallers: true,
	belongs: /kthread starved for|kthread timer wakeup didn't|^rcu: (?:INFO|\t)|detected (?:expedited )?stalls? on|self-detected stall|Stall ended before|NMI backtrace|Kernel panic - not syncing: RCU Stall|Writer stall state|workqueue lockup/
};
const rcuStall = [{
	begins: /^(?:rcu: )?INFO: (?<flavour>\w+) (?:self-)?detected (?:expedited )?stalls?\b(?: on (?:CPUs?|tasks|CPUs\/tasks))?/,
	title: "INFO: rcu detected stall in {function}",
	...stall
}, {
	begins: /^(?:rcu: )?INFO: Stall ended before state dump start/,
	title: "INFO: rcu detected stall that ended before its dump",
	start: "none",
	oneLine: true
}];
const kthreadStarved = [{
	begins: /^(?:rcu: )?(?<flavour>rcu_\w+) kthread starved for \d+ jiffies/,
	title: "{flavour} kthread starved",
	start: "none",
	allCallers: true
}];
const writerStall = [{
	begins: /\?\?\? Writer stall state (?<state>\w+)/,
	title: "rcutorture writer stall in {state}",
	start: "none",
	belongs: /Writer stall state/
}];
const hung = {
	start: "waits",
	skip: [waitWrappers],
	belongs: /Kernel panic - not syncing: hung_task|NMI backtrace|is blocked on|likely (?:owned|last held) by/
};
const hungTask = [{
	begins: /^INFO: task (?<task>.+?):(?<pid>\d+) (?:blocked|is blocked)\b.* for more than \d+ seconds/,
	title: "INFO: task hung in {function}",
	...hung
}, {
	begins: /^INFO: task (?<task>.+?):(?<pid>\d+) can't die for more than \d+ seconds/,
	title: "INFO: task can't die in {function}",
	also: ["INFO: task hung in {function}"],
	...hung
}];
const softLockupFrom = {
	title: "BUG: soft lockup in {function}",
	start: "interrupted",
	also: alike,
	belongs: /Kernel panic - not syncing: softlockup|^CPU#\d+ Utilization|^rcu: INFO: .*detected stall/
};
const softLockup = [{
	begins: /^(?:watchdog: |NMI watchdog: )?BUG: soft lockup - CPU#(?<stuck>\d+) stuck for \d+s! \[(?<task>.*):(?<pid>\d+)\]/,
	...softLockupFrom
}, {
	begins: /^(?:watchdog: |NMI watchdog: )?BUG: soft lockup/,
	...softLockupFrom
}];
const hardLockup = [{
	begins: /^(?:NMI )?(?:watchdog: )?(?:CPU\s*\d+: )?(?:Watchdog detected hard LOCKUP on cpu ?(?<stuck>\d+)|Watchdog CPU:(?<stuck2>\d+) Hard LOCKUP|CPU (?<stuck3>\d+) (?:self-)?detected hard LOCKUP|CPU \d+ detected hard LOCKUP on other CPUs)/,
	title: "BUG: hard lockup in {function}",
	start: "interrupted",
	also: alike,
	allCallers: true,
	belongs: /Kernel panic - not syncing: Hard LOCKUP/
}];
const workqueueLockup = [{
	begins: /^BUG: workqueue lockup/,
	detail: /^ *in-flight: \d+(?:\(RESCUER\))?:(?<function>[A-Za-z_][\w.]*)/,
	title: "BUG: workqueue lockup in {function}",
	start: "worker",
	allCallers: true
}];

// src/console/findings/recipes/torture.ts
const tortureFailure = [
	{
		begins: /^(?<type>[\w-]+-torture|scftorture|\w*torture):.*End of test: FAILURE/,
		title: "{type}: End of test: FAILURE",
		start: "none",
		oneLine: true
	},
	{
		begins: /(?:^|\s)(?<type>[\w-]{1,40}-(?:torture|scale)|scftorture|scf_torture|\w{0,40}torture\w{0,40})\b.*?!!!/,
		title: "{type}: !!! errors counted",
		start: "none",
		oneLine: true
	},
	{
		begins: /\bFail: \d+ +!!!/,
		title: "locktorture: !!! failures counted",
		start: "none",
		oneLine: true
	},
	{
		begins: /!!! *Reader Pipe:|^!!! *$/,
		title: "torture: !!! errors counted",
		start: "none",
		oneLine: true
	}
];
const hotplugFailure = [{
	begins: /End of test: (?<type>RCU|LOCK)_HOTPLUG/,
	title: "CPU-hotplug operations failed ({type}_HOTPLUG)",
	start: "none",
	oneLine: true
}];

// src/console/findings/groups/checks.ts
const callersChecks = [
	{
		reason: "prints the warning",
		names: [
			"warn_slowpath\\w*",
			"__?warn\\w*",
			"report_bug",
			"(?:usercopy|refcount)_warn\\w*",
			"debug_print_object"
		]
	},
	{
		reason: "lib/ and the slab allocator check what callers hand over",
		files: ["lib/(?!tests?[/_-]|.*[_-]?(?:kunit|selftest))[\\w/-]+\\.c", "mm/(?:slab|slub|util|usercopy|mempool)\\w*\\.c"],
		names: [
			"_*kv?[mcz]?alloc\\w*_(?:noprof|node|large|order|slab)\\w*",
			"_*kv?[mcz]alloc",
			"kmalloc_(?:slab|large|fix_flags)\\w*",
			"k?v?free(?:_\\w+)?",
			"_*kmem_cache_(?:create|destroy|free|alloc|shrink)\\w*",
			"_*cache_(?:from_obj|free_debugcheck)\\w*",
			"free_large_kmalloc",
			"check_(?:copy_size|heap_object)"
		]
	},
	{
		reason: "checks counters of references, lists and tables of their owner",
		names: [
			"_*refcount_\\w+",
			"kref_\\w+",
			"_*list_(?:add|del)\\w*_valid\\w*",
			"_*(?:percpu_)?ref_(?:tracker|switch)_\\w+",
			"_*percpu_ref_\\w+",
			"id[ra]_\\w+",
			"_*xas?_\\w+",
			"_*iov_iter_\\w+",
			"_*rhashtable_\\w+",
			"kobject_\\w+",
			"kset_\\w+",
			"debug_(?:object|mutex|rt_mutex|check_no_obj|spin)\\w*",
			"_*debug_object\\w*"
		]
	},
	{
		reason: "checks how drivers map and unmap memory for devices",
		files: ["kernel/dma/debug\\.c", "lib/dma-debug\\.c"],
		names: [
			"(?:add_dma_entry|check_(?:unmap|sync|for_stack|for_illegal_area|sg_segment))",
			"debug_dma_\\w+",
			"_*dma_(?:un)?map_\\w+",
			"dma_sync_\\w+"
		]
	},
	{
		reason: "starts and stops timers that others own; running them is its own part",
		names: [
			"_*(?:add|mod|del|delete|shutdown)_(?:singleshot_)?timer\\w*",
			"_*timer_(?:delete|shutdown|reduce)\\w*",
			"_*hrtimer_(?:start|cancel|try_to_cancel|forward)\\w*"
		]
	},
	{
		reason: "checks the context that its caller is in",
		names: [
			"_*might_(?:sleep|fault|resched|alloc)\\w*",
			"_*lockdep_\\w+",
			"_*lock_(?:acquire|release|set|pin|unpin|downgrade|is_held|repin)\\w*",
			"(?:check|mark)_(?:flags|held_locks|lock)\\w*",
			"check_(?:flush_dependency|preemption_disabled)",
			"_*local_bh_(?:enable|disable)\\w*",
			"_*(?:mutex|down|up|rt_mutex|ww_mutex|spin)_(?:lock|unlock|read|write|trylock)\\w*",
			"_*mutex_(?:lock|unlock)_?\\w*",
			"_*(?:smp_call_function|on_each_cpu)\\w*",
			"_*(?:cond_)?synchronize_\\w+",
			"_*call_s?rcu\\w*"
		]
	},
	{
		reason: "registers or destroys what its caller owns, and finds it already there or still in use",
		names: [
			"cleanup_srcu_struct\\w*",
			"_*proc_(?:register|create|mkdir|symlink|remove)\\w*",
			"remove_proc_(?:entry|subtree)",
			"_*sysfs_(?:warn_dup|create|remove)\\w*",
			"sysfs_remove_group",
			"_*kernfs_(?:remove|add|get|put)\\w*",
			"_*debugfs_(?:create|remove)\\w*",
			"_*kthread_(?:stop|bind|park|unpark|queue)\\w*",
			"(?:destroy|drain|_*flush)_workqueue",
			"_*flush_work\\w*",
			"_*cancel_work\\w*",
			"tasklet_\\w+",
			"_*free_(?:percpu_)?(?:irq|nmi)",
			"_*vunmap\\w*"
		]
	},
	{
		reason: "counts what a driver switches on and off, and finds that driver off by one",
		names: [
			"_*(?:enable|disable)_(?:percpu_)?(?:irq|nmi)\\w*",
			"_*clk_(?:core_)?(?:enable|disable|prepare|unprepare|put)\\w*",
			"_*regulator_(?:put|enable|disable)\\w*"
		]
	}
];

// src/console/findings/recipes/warnings.ts
const frame = "(?<function>[A-Za-z_][\\w.$]*)\\+0x";
const special = [
	[
		"mm\\/usercopy\\.c",
		"usercopy_",
		"WARNING: bad usercopy in {function}",
		true
	],
	[
		"lib\\/kobject\\.c",
		"kobject_",
		"WARNING: kobject bug in {function}",
		true
	],
	[
		"fs\\/proc\\/generic\\.c",
		"(?:__)?(?:proc_(?:register|mkdir|create)|remove_proc_)",
		"WARNING: proc registration bug in {function}",
		true
	],
	[
		"fs\\/sysfs\\/dir\\.c",
		"sysfs_(?:warn_dup|add_one)",
		"sysfs: cannot create duplicate filename in {function}",
		false
	],
	[
		"mm\\/(?:slab_common|slub|slab|util)\\.c",
		"(?:__)?kv?[mz]?alloc",
		"WARNING: kmalloc bug in {function}",
		false
	]
];
const also = ["WARNING in {named}"];
const warning = [
	...special.map(([file, named, title, fileTells]) => ({
		begins: new RegExp(`^WARNING: .*?\\b(?<file>${file}):(?<line>\\d+) (?:at )?(?:${fileTells ? "0x0\\b" : "(?!)"}|(?<function>${named}[\\w.]*))`),
		title,
		also: ["WARNING in {function}", ...also],
		skip: callersChecks,
		start: "stack",
		belongs: /^sysfs: cannot create duplicate filename/
	})),
	{
		begins: /^WARNING: .*?\b(?<file>drivers\/usb\/core\/urb\.c):(?<line>\d+) (?:at )?(?:0x0\b|usb_submit_urb)/,
		title: "WARNING in {function}/usb_submit_urb",
		also: ["WARNING in usb_submit_urb", "WARNING in {function}"],
		skip: [usbTransfers],
		start: "stack",
		alone: "WARNING in usb_submit_urb"
	},
	{
		begins: new RegExp(`^WARNING: (?:CPU: (?<cpu>\\d+) PID: (?<pid>\\d+) )?at (?<file>[^\\s:]+):(?<line>\\d+)(?: ${functionAt})?`),
		title: "WARNING in {function}",
		also,
		start: "check"
	},
	{
		begins: new RegExp(`^WARNING: CPU: (?<cpu>\\d+) PID: (?<pid>\\d+) at ${frame}`),
		title: "WARNING in {function}",
		also,
		start: "check"
	},
	{
		begins: new RegExp(`^WARNING: (?:\\[[^\\]]*\\] )?(?<file>[^\\s:]+):(?<line>\\d+) at (?:0x[0-9a-f]+|${functionAt}[^,]*), CPU#(?<cpu>\\d+): (?<task>.+?)\\/(?<pid>\\d+)`),
		title: "WARNING in {function}",
		also,
		start: "check"
	},
	{
		begins: new RegExp(`^WARNING: (?<file>[^\\s:]+\\.[chS]):(?<line>\\d+) at ${functionAt}`),
		title: "WARNING in {function}",
		also,
		start: "check"
	},
	{
		begins: /^WARNING: kernel stack (?<what>regs|frame pointer) at .* has bad (?<value>'\w+' value|value)/,
		title: "WARNING: kernel stack {what} has bad {value}",
		start: "none"
	},
	{
		begins: /^WARNING: (?<what>can't (?:access|dereference) registers|stack going in the wrong direction|stack recursion)\b/,
		title: "WARNING: {what}",
		start: "none",
		oneLine: true
	},
	{
		begins: /^Badness at (?<file>[^\s:]+):(?<line>\d+)/,
		title: "WARNING in {function}"
	},
	{
		begins: /^WARNING: (?<what>zero-size vmalloc) in/,
		title: "WARNING: {what} in {function}",
		start: "stack"
	},
	{
		begins: /^sysfs: cannot create duplicate filename/,
		title: "sysfs: cannot create duplicate filename in {function}",
		also: ["WARNING in sysfs_warn_dup"],
		start: "stack",
		skip: callersChecks,
		needsStack: true,
		belongs: /^WARNING: .*\bsysfs_(?:warn_dup|add_one)|^-+\[ cut here/
	},
	{
		begins: /^WARNING: \S/,
		title: "WARNING: {text} in {function}",
		start: "stack",
		needsStack: true,
		vague: true
	}
];
const other = [
	{
		begins: /^unregister_netdevice: waiting for \S+ to become free/,
		title: "unregister_netdevice: waiting for DEV to become free",
		start: "none",
		oneLine: true
	},
	{
		begins: /^VFS: Close: file count is (?:0|zero)/,
		title: "VFS: Close: file count is zero (use-after-free)",
		start: "none",
		oneLine: true
	},
	{
		begins: /^VFS: Busy inodes after unmount of/,
		title: "VFS: Busy inodes after unmount (use-after-free)",
		start: "none",
		belongs: /^kernel BUG at fs\/super\.c|^WARNING: .*\bfs\/super\.c|^(?:Oops|invalid opcode|Internal error|Kernel panic - not syncing: .*Fatal exception)/
	}
];

// src/console/findings/recipes/index.ts
const recipes = {
	"torture-failure": tortureFailure,
	panic,
	kasan,
	kcsan,
	ubsan,
	bug: [...otherMemory, ...bug],
	oops: otherOops,
	"null-dereference": nullDereference,
	"paging-request": pagingRequest,
	"general-protection": generalProtection,
	"divide-error": divideError,
	"double-fault": doubleFault,
	"soft-lockup": softLockup,
	"hard-lockup": hardLockup,
	"workqueue-lockup": workqueueLockup,
	"hung-task": hungTask,
	"rcu-stall": rcuStall,
	"kthread-starved": kthreadStarved,
	"writer-stall": writerStall,
	lockdep,
	"suspicious-rcu": suspiciousRcu,
	"sleeping-in-atomic": sleepingInAtomic,
	"debug-objects": debugObjects,
	refcount,
	"list-corruption": listCorruption,
	oom,
	warning,
	"gp-hang": [],
	"bad-sequence": [],
	"hotplug-failure": hotplugFailure,
	"close-calls": [],
	"no-end": [],
	silence: [],
	hang: [],
	"boot-failure": [],
	other
};
const lastKinds = [
	"oops",
	"torture-failure",
	"bug",
	"warning"
];
const order = [...findingKinds.filter((kind) => !lastKinds.includes(kind)), ...lastKinds].filter((kind) => hinted.has(kind)).map((kind) => ({
	kind,
	bit: hinted.get(kind),
	recipes: recipes[kind]
}));
function recognise(text, kinds = hintsIn(text)) {
	if (kinds === 0 || text.endsWith(" [inline]")) return void 0;
	for (const { kind, bit, recipes: candidates } of order) {
		if ((kinds & bit) === 0) continue;
		for (const recipe of candidates) {
			const match = recipe.begins.exec(text);
			if (match) return {
				kind,
				recipe,
				match
			};
		}
	}
}

// src/console/findings/headers.ts
const openings = /(?:BUG|WARNING|INFO|UBSAN|PANIC|watchdog|Oops|Internal error|divide error|double fault|invalid opcode|stack segment): |Oops - |general protection fault|Kernel panic - not syncing: |[Uu]nable to handle |[Kk]ernel BUG at |CFI failure at |Bad mode in |kernel stack overflow/g;
const hasOpening = (text) => text.search(openings) >= 0;
const most$1 = 6;
const longest$1 = 500;
const none = [];
const noHeader = /^\s*(?:---\[ end |\[<)/;
function headerOf(text) {
	return answered(text) ?? void 0;
}
const answered = remembering((text) => findHeader(text) ?? null, 256, 4096);
function findHeader(text) {
	const kinds = hintsIn(text);
	if (kinds === 0) return void 0;
	const whole = recognise(text, kinds);
	if (whole !== void 0 && whole.recipe.vague !== true) return {
		recognised: whole,
		at: 0
	};
	if (noHeader.test(text)) return void 0;
	const inside = headerAt(text, text.length - text.trimStart().length, kinds);
	if (inside !== void 0) return inside;
	for (const index of openingsOf(text)) {
		const header = headerAt(text, index, kinds);
		if (header !== void 0) return header;
	}
	return whole && {
		recognised: whole,
		at: 0
	};
}
function headerAt(text, at, kinds) {
	if (at === 0) return void 0;
	const recognised = recognise(text.slice(at, at + longest$1), kinds);
	return recognised !== void 0 && isCertain(recognised) ? {
		recognised,
		at
	} : void 0;
}
function openingsOf(text) {
	openings.lastIndex = 0;
	let match = openings.exec(text);
	if (match === null) return none;
	const found = [];
	for (; match !== null; match = openings.exec(text)) found.push(match.index);
	return found.length <= most$1 ? found : [...found.slice(0, most$1 / 2), ...found.slice(-3)];
}
const isCertain = ({ recipe }) => !recipe.vague && !recipe.loose && !recipe.needsStack;

// src/console/findings/frames.ts
const suffixes = /\.(?:isra|constprop|part|cold|llvm|clone|lto_priv|localalias|resume|destroy)(?:\.\d+)*(?=\.|$)/g;
const symbol = "([A-Za-z_][\\w.$:<>]*)";
const offsets = "\\+0x([0-9a-f]{1,8})\\/0x([0-9a-f]{1,8})";
const anyOffsets = "\\+0x[0-9a-f]{1,8}\\/0x[0-9a-f]{1,8}";
const address = "(?:\\(?\\[<?[0-9a-f(][\\w() ]{3,20}>?\\] ?)";
const framePattern = new RegExp(`^\\s*${address}{0,2}(\\? )?\\(?${symbol}${offsets}`);
const armFrame = new RegExp(`^\\s*${address}?\\(?${symbol}(?:${anyOffsets})?\\)? from ${address}?\\(?(?:${symbol}|0x[0-9a-f])`);
const path = "((?:\\.{0,2}\\/?[\\w.+-]+\\/)+[\\w.+-]+\\.[a-zA-Z]\\w*|[\\w-]+\\.[chS]):\\d+";
const inlined = new RegExp(`^\\s*${address}{0,2}(\\? )?([A-Za-z_][\\w.]*) (?:${path}(?: \\[inline\\])?|\\(${path}(?: \\(discriminator \\d+\\))?\\))\\s*(?:\\[?[\\w .]*\\]?)$`);
const placeBehind = new RegExp(`^[^/]*?\\/0x[0-9a-f]+(?: \\[[\\w ]+\\])? \\(?${path}`);
const instruction = [
	/\bRIP: (?:e?0010|0008|e030):\s*(?:\[<[0-9a-f]+>\] *)?(?:\[<[0-9a-f]+>\] *)?([A-Za-z_][\w.$]*)(?:\+0x|\s|$)/,
	/\bEIP: (?:\[<[0-9a-f]+>\] )?([A-Za-z_][\w.$]*)\+0x/,
	/^EIP is at ([A-Za-z_][\w.$]*)\+0x/,
	/^\s*(?:pc|PC is at|epc)\s*:? ([A-Za-z_][\w.$]*)\+0x/,
	/^\s*NIP \[[0-9a-f]+\] (?:\[[0-9a-f]+\] )?([A-Za-z_][\w.$]*)(?:\+0x|\s|$)/,
	/^\s*Krnl PSW : [0-9a-f]+ [0-9a-f]+ \(([A-Za-z_][\w.$]*)\+0x/,
	/^\s*epc : ([A-Za-z_][\w.$]*)\+0x/,
	/^\s*(?:epc|ERA|era) *: [0-9a-f]+ ([A-Za-z_][\w.$]*)\+0x/,
	/^\s*IP: (?:\[<[0-9a-f]+>\] )?([A-Za-z_][\w.$]*)\+0x/
];
const link = [
	/^\s*(?:lr|LR is at|ra)\s*:? ([A-Za-z_][\w.$]*)\+0x/,
	/^\s*LR \[[0-9a-f]+\] (?:\[[0-9a-f]+\] )?([A-Za-z_][\w.$]*)\+0x/,
	/^\s*ra *: [0-9a-f]+ ([A-Za-z_][\w.$]*)\+0x/
];
function parseFrame(text) {
	const plain = text.includes("+0x") ? framePattern.exec(text) : null;
	if (plain) {
		const unreliable = plain[1] !== void 0;
		if (unreliable && plain[3] === plain[4]) return void 0;
		return {
			name: bareName(plain[2]),
			unreliable,
			file: fileBehind(text)
		};
	}
	if (text.includes(" from ")) {
		const arm = armFrame.exec(text);
		if (arm) return {
			name: bareName(arm[1]),
			unreliable: false
		};
	}
	return inlinedFrame(text);
}
function inlinedFrame(text) {
	const inline = text.includes(".") && /\.[a-zA-Z]\w*:\d/.test(text) ? inlined.exec(text) : null;
	return inline ? {
		name: bareName(inline[2]),
		unreliable: inline[1] !== void 0,
		file: sourcePath(inline[3] ?? inline[4])
	} : void 0;
}
function parseInstructionPointer(text) {
	if (text.endsWith("[inline]")) {
		const at = /^\s*RIP: (?:0010|e030):\s*/.exec(text);
		return at ? inlinedFrame(text.slice(at[0].length)) : void 0;
	}
	for (const pattern of instruction) {
		const match = pattern.exec(text);
		if (match?.[1]) return {
			name: bareName(match[1]),
			unreliable: false,
			file: fileBehind(text)
		};
	}
}
function parseLink(text) {
	for (const pattern of link) {
		const match = pattern.exec(text);
		if (match?.[1]) return {
			name: bareName(match[1]),
			unreliable: false,
			file: fileBehind(text)
		};
	}
}
function fileBehind(text) {
	if (!text.includes(":", text.indexOf("/0x"))) return void 0;
	const found = placeBehind.exec(text)?.[1];
	return found === void 0 ? void 0 : sourcePath(found);
}
function bareName(name) {
	return name.replace(suffixes, "").replace(/^\.(?=[A-Za-z_])/, "");
}
const kernelPath = /(?:^|\/)((?:arch|block|certs|crypto|drivers|fs|include|init|io_uring|ipc|kernel|lib|mm|net|rust|samples|security|sound|tools|usr|virt)\/[\w./+-]+)$/;
function sourcePath(path) {
	return kernelPath.exec(path)?.[1] ?? path.replace(/^(?:\.\.?\/)+/, "");
}

// src/console/findings/groups/entries.ts
const entries = {
	exceptions: {
		reason: "takes an exception to the kernel; the function that raised it comes after it",
		files: [
			"arch/\\w+/(?:entry|mm/(?:fault|extable))",
			"arch/\\w+/kernel/(?:entry|irq|process|syscall|interrupt|fpu/core)",
			"kernel/entry/"
		],
		names: [
			"do_trap\\w*",
			"do_error_trap",
			"do_(?:general_protection|invalid_op|divide_error|int3|double_fault|undefinstr|undefined\\w*|el1_undef)",
			"exc_\\w+",
			"asm_(?:exc|sysvec|common_interrupt|call|load)\\w*",
			"invalid_op",
			"general_protection",
			"divide_error",
			"double_fault",
			"page_fault",
			"async_page_fault",
			"_*do_page_fault\\w*",
			"do_(?:user|kern)_addr_fault",
			"_*(?:do_)?bad_area\\w*",
			"no_context",
			"page_fault_oops",
			"kernelmode_fixup_or_oops",
			"handle_page_fault",
			"spurious_kernel_fault\\w*",
			"do_(?:translation|alignment|kernel_range|tag_check|tag_recovery|sect|DataAbort|PrefetchAbort)\\w*(?:_fault)?",
			"do_mem_abort",
			"_*do_kernel_fault",
			"fixup_exception",
			"el1h?_?\\w*",
			"el0\\w*",
			"__(?:dabt|pabt|und|irq)_(?:svc|usr|invalid)",
			"vectors",
			"handle_exception",
			"data_access_common\\w*",
			"program_check_(?:exception|common)\\w*",
			"interrupt_return\\w*",
			"tlb_do_page_fault_\\d",
			"pgm_check_handler",
			"do_protection_exception",
			"do_dat_exception",
			"_*irq(?:entry_exit|entry_enter|_enter)\\w*",
			"raw_irqentry_exit\\w*",
			"_*exit_to_user_mode\\w*",
			"prepare_exit_to_usermode",
			"error_entry",
			"paranoid_\\w+"
		]
	},
	interrupts: {
		reason: "takes an interrupt to the kernel; who was interrupted has nothing to do with it",
		names: [
			"asm_sysvec_\\w+",
			"_*sysvec_\\w+",
			"instr_sysvec_\\w+",
			"asm_common_interrupt",
			"common_interrupt\\w*",
			"(?:smp_|local_|smp_trace_)?apic_timer_interrupt",
			"smp_\\w+_interrupt",
			"ret_from_intr",
			"do_IRQ",
			"do_(?:irq|ext|io)_(?:async|irq)\\w*",
			"_*run_(?:sysvec|irq)_on_irqstack\\w*",
			"asm_call_on_stack",
			"asm_call_irq_on_stack",
			"call_on_irq_stack",
			"do_interrupt_handler",
			"do_irq",
			"el1h?_(?:64_)?irq\\w*",
			"el1_interrupt",
			"__el1_irq",
			"gic_handle_irq",
			"(?:generic_)?handle_(?:domain_irq|percpu_devid_irq|IRQ|arch_irq|irq_desc)\\w*",
			"generic_handle_\\w*irq\\w*",
			"__handle_domain_irq",
			"handle_(?:int|riscv_irq|loongarch_irq|vint)",
			"riscv_(?:intc_irq|timer_interrupt)",
			"arch_timer_handler_\\w+",
			"__irq_svc",
			"timer_interrupt\\w*",
			"decrementer_common\\w*",
			"hardware_interrupt_common\\w*",
			"plat_irq_dispatch",
			"(?:ext|io)_int_handler",
			"do_vint",
			"ret_from_irq"
		]
	},
	nonMaskable: {
		reason: "takes an NMI to the kernel, which only asks what the CPU does",
		names: [
			"asm_exc_nmi",
			"exc_nmi",
			"(?:end_)?repeat_nmi",
			"(?:do|default_do|ret_from)_nmi",
			"nmi",
			"nmi_(?:cpu_backtrace|trigger|handle|restore|enter|exit|panic|stack)\\w*",
			"perf_event_nmi_handler",
			"arch_trigger_\\w+",
			"trigger_(?:all|single|cpumask|allbutself)\\w*"
		]
	},
	bottoms: {
		reason: "where every task or system call begins",
		names: [
			"ret_(?:fast|slow)_syscall",
			"ret_from_\\w+",
			"entry_(?:SYSCALL|SYSENTER|INT80|SYSRET|FRED)\\w*",
			"do_syscall_\\w+",
			"_*do_(?:fast_)?syscall\\w*",
			"_*syscall\\w*",
			"(?:x64|ia32)_sys_call",
			"invoke_syscall\\w*",
			"do_int80_\\w+",
			"do_trap_ecall_\\w+",
			"do_el0_svc\\w*",
			"el0_svc\\w*",
			"system_call\\w*",
			"kthread",
			"start_secondary",
			"secondary_startup_64\\w*",
			"__primary_switched",
			"__secondary_switched",
			"x86_64_start_\\w+",
			"start_kernel",
			"rest_init",
			"cpu_startup_entry",
			"common_startup_64"
		]
	},
	compilers: {
		reason: "thunks of compilers and of the processor's mitigations",
		names: [
			"__x86_\\w+",
			"retbleed_\\w+",
			"srso_\\w+",
			"__cfi_\\w+",
			"(?:native|paravirt|pv|pvclock|kvm_clock)_\\w+"
		]
	}
};

// src/console/findings/groups/group.ts
const wholeName = (names) => new RegExp(`^(?:${names.join("|") || "(?!)"})$`);
const remembered = 8192;
function membersOf(groups) {
	const byName = wholeName(groups.flatMap(({ names }) => names));
	const withoutFiles = wholeName(groups.filter(({ files }) => !files).flatMap(({ names }) => names));
	const paths = groups.flatMap(({ files = [] }) => files);
	const byFile = new RegExp(`^(?:${paths.join("|") || "(?!)"})`);
	const known = /* @__PURE__ */ new Map();
	return ({ name, file }) => {
		const key = file === void 0 ? name : `${name}\n${file}`;
		const before = known.get(key);
		if (before !== void 0) return before;
		const answer = file === void 0 ? byName.test(name) : byFile.test(file) || withoutFiles.test(name);
		if (known.size >= remembered) known.clear();
		known.set(key, answer);
		return answer;
	};
}

// src/console/findings/groups/libraries.ts
const libraries = {
	inlines: {
		reason: "inline helpers of headers, and lib/ (its tests aside): they do what they are told",
		files: [
			"include/",
			"arch/\\w+/include/",
			"lib/(?!tests?[/_-]|.*[_-]?(?:kunit|selftest)|atomic64_test)"
		],
		names: []
	},
	lists: {
		reason: "walks or changes a list, tree or table that its owner broke",
		files: ["include/linux/"],
		names: [
			"_*list_(?:add|del|move|replace|splice|cut|bulk|empty|first|last|rotate|swap|is_\\w+)(?:_(?:tail|init|rcu|head|entry|careful|valid|or_report|before|safe|return)\\w*)*",
			"_*list_lru_(?:add|del|walk|count)\\w*",
			"_*hlist_\\w+",
			"list_\\w*debug\\w*",
			"_*llist_\\w+",
			"_*plist_\\w+",
			"_*klist_(?!class)\\w+",
			"_*rb_(?:erase|insert|first|next|prev|last|link|replace|add|find|set|change|rotate)\\w*",
			"_*rhashtable_\\w+",
			"rht_\\w+",
			"_*rhltable_\\w+",
			"_*xas?_(?:load|start|find|store|next|descend|erase|alloc|insert|expand|create|init|lock|unlock|get|set|clear|for)\\w*",
			"mas_(?:walk|start|descend|find|next|prev|state|preallocate|store|split|wr|empty|erase|alloc|node|topiary|root|push|pop|destroy)\\w*",
			"mt(?:ree)?_(?:find|load|next|store|destroy|free|erase|validate)\\w*",
			"_*radix_tree_\\w+",
			"id[ra]_(?:find|get_next|alloc|free|remove|replace|for_each|preload|destroy)\\w*",
			"_*id[ra]_(?:alloc|simple)\\w*",
			"interval_tree_\\w+",
			"assoc_array_\\w+",
			"_*kfifo_\\w+",
			"_*sbitmap_\\w+",
			"_*genradix_\\w+",
			"timerqueue_\\w+"
		]
	},
	counters: {
		reason: "counts references or bits for an owner who lost count",
		files: ["include/", "arch/\\w+/include/"],
		names: [
			"_*refcount_\\w+",
			"kref_\\w+",
			"_*(?:arch_|raw_|i_)?atomic(?:64|_long)?_\\w+",
			"(?:arch_|generic_)?_*(?:test|set|clear|change)_(?:and_\\w+_)?bit\\w*",
			"_*test_bit",
			"variable_(?:test|ffs)_bit",
			"constant_test_bit",
			"_*(?:READ|WRITE)_ONCE\\w*",
			"_*(?:read|write)_once_size\\w*",
			"_*bitmap_\\w+",
			"_*find_(?:first|next|last|nth)_(?:and_|zero_|andnot_)?bit\\w*",
			"_*find_(?:first|next|last)_\\w*bit\\w*",
			"_*sw_hweight\\w*",
			"_*ida_\\w+",
			"fprop_\\w+",
			"_*percpu_(?:counter|ref)_\\w+",
			"(?:percpu_)?ref_tracker_\\w+",
			"__?cmpxchg\\w*",
			"_*xchg",
			"_*rcuref_\\w+",
			"lockref_\\w+"
		]
	},
	arithmetic: {
		reason: "computes with what its caller hands over; a zero or a wide shift came from there",
		files: ["include/", "lib/math/"],
		names: [
			"_*(?:roundup|rounddown)_pow_of_two",
			"_*(?:mul_)?[us](?:32|64)_(?:div|mul)\\w*",
			"_*(?:mul_)?div_?(?:64_)?[us]?(?:32|64)\\w*",
			"mul_u64_\\w+",
			"_*(?:aeabi_)?[us]?l?div(?:mod|si3|di3|64)\\w*",
			"_*(?:ilog2|int_sqrt|int_pow|gcd|lcm|rational_best)\\w*",
			"reciprocal_(?:div|scale|value)\\w*",
			"do_div"
		]
	},
	references: {
		reason: "drops or takes a reference to an object of the file system or a task",
		names: [
			"i(?:put|grab|hold)(?:_final)?",
			"d(?:put|get)(?:_\\w+)?",
			"f(?:put|get|drop)(?:_\\w+)?",
			"_*f(?:put|get)(?:_many|_light|_sync)?",
			"__?fdget\\w*",
			"_*dentry_kill",
			"(?:mnt|path|mm|css|cred|pid|ns|module|bdev)_?(?:put|get|drop)",
			"_*(?:put|get)_(?:task_struct|pid|cred|mm|net|device|module|ns|filesystem|super)\\w*",
			"(?:sock|dev|skb|nf_ct|bio|key|of_node|fwnode_handle)_(?:put|get|hold)"
		]
	},
	drivers: {
		reason: "the driver core, which does for a driver what that asked for",
		files: [
			"drivers/base/(?:core|bus|dd|class|driver|devres|kobj|power/sysfs)",
			"fs/(?:sysfs|kernfs|debugfs)/",
			"fs/char_dev"
		],
		names: [
			"_*kobject_\\w+",
			"kobj_\\w+",
			"netdev_(?:un)?register_kobject",
			"_*kset_\\w+",
			"device_(?:add|del|register|unregister|create|destroy|initialize|release|move|rename|lock|unlock|remove_\\w+|create_\\w+|links_\\w+|pm_\\w+)\\w*",
			"bus_(?:add|remove|probe|for_each|notify)_?\\w*",
			"driver_(?:register|unregister|attach|detach|probe\\w*|add_groups)",
			"_*driver_(?:probe|attach)_\\w+",
			"(?:really|__device|driver)_(?:probe|attach|release)\\w*",
			"_*class_(?:dir|register|unregister|create|destroy)\\w*",
			"devm?_\\w*(?:kmalloc|kfree|release|add_action)\\w*",
			"release_nodes",
			"devres_release\\w*",
			"_*sysfs_(?:create|remove|add|warn|do_create|get|put|notify|merge|unmerge)\\w*",
			"(?:dpm|wakeup|pm_qos)_sysfs_\\w+",
			"(?:internal_)?create_(?:dir|link|groups?|file)\\w*",
			"internal_create_group\\w*",
			"_*kernfs_(?:add|remove|put|get|create|new|find|activate|drain|next|link|name)\\w*",
			"_*debugfs_(?:create|remove|rename)\\w*",
			"_*proc_(?:create|mkdir|register|symlink|remove)\\w*",
			"remove_proc_(?:entry|subtree)",
			"blocking_notifier_\\w+",
			"(?:raw|atomic|srcu)_notifier_\\w+",
			"notifier_(?:call|chain)\\w*",
			"notify_die",
			"cdev_(?:init|alloc|add|del|put|device_(?:add|del))"
		]
	},
	fences: {
		reason: "signals and counts fences that a driver made",
		files: ["drivers/dma-buf/dma-(?:fence|resv)"],
		names: ["_*dma_(?:fence|resv)_\\w+"]
	},
	registers: {
		reason: "reads and writes the registers of the device map that a driver hands over",
		files: ["drivers/base/regmap/"],
		names: ["_*regmap_(?:read|write|update|bulk|raw|field|multi|bus|noinc|set|clear|test|mmio)\\w*"]
	},
	inputOutput: {
		reason: "reads and writes the device registers that a driver hands over",
		names: [
			"_*(?:raw_)?(?:read|write)s?[bwlq](?:_relaxed|_relaxed_no_log)?",
			"io(?:read|write)(?:8|16|32|64)(?:be|_rep|be_rep)?",
			"(?:in|out)s?[bwl](?:_p)?",
			"memcpy_(?:from|to)io",
			"memset_io"
		]
	},
	checksums: {
		reason: "checksums, ciphers and compression over what their caller hands over",
		files: [
			"crypto/(?!af_alg|algif|testmgr)",
			"lib/crypto/",
			"arch/\\w+/crypto/"
		],
		names: [
			"_*crc(?:16|32c?|64|_t10dif|_ccitt|_itu_t|7|8)?(?:_\\w+)?",
			"_*csum_partial\\w*",
			"_*csum_partial_copy\\w*",
			"do_csum",
			"ip_fast_csum",
			"_*sip(?:hash|round)\\w*",
			"_*hsiphash\\w*",
			"_*jhash\\w*",
			"xxh(?:32|64)\\w*",
			"sha(?:1|256|512|3)_\\w+",
			"_*sha\\d+_(?:transform|block|update|final)\\w*",
			"md5_\\w+",
			"aes(?:ni|ti)?_\\w+",
			"_*chacha\\w*",
			"_*poly1305\\w*",
			"_*blake2s\\w*",
			"crypto_(?:shash|ahash|skcipher|aead|cipher|hash|akcipher|scomp|acomp)_\\w+",
			"_*crypto_(?:xor|memneq)\\w*",
			"(?:zlib|lz4|lzo|LZ4|ZSTD|zstd|xz)_?\\w+"
		]
	},
	packets: {
		reason: "moves pointers and bytes of a packet as its caller says",
		names: [
			"skb_(?:put|push|pull|trim|over_panic|under_panic|panic|copy_\\w+|release_\\w+|header_\\w+|checksum\\w*|headers_offset_update|may_tx_timestamp)(?:_\\w+)?",
			"___?pskb_\\w+",
			"_*pskb_\\w+",
			"_*skb_(?:checksum|unref|put_padto|pad|ensure\\w*)\\w*",
			"_*(?:consume|kfree|dev_kfree|dev_consume)_skb\\w*",
			"_*(?:consume|release)_stateless_skb",
			"_*(?:sk_)?(?:kfree_)?skb_(?:list_)?(?:reason|drop|attempt_defer)\\w*",
			"skb_(?:dequeue|queue|unlink|queue_purge|list_del_init)\\w*",
			"_*skb_(?:dequeue|queue|unlink|insert)\\w*",
			"_*nlmsg_\\w+",
			"_*nla_(?:put|get|parse|reserve|validate|memcpy|strscpy|find|policy)\\w*",
			"__nla_\\w+"
		]
	},
	hooks: {
		reason: "hands a call on to whoever registered for it",
		files: ["security/security\\.c"],
		names: [
			"security_\\w+",
			"call_int_hook",
			"fsnotify(?:_\\w+)?"
		]
	}
};

// src/console/findings/groups/memory.ts
const forms = "(?:_(?:noprof|node|large|order|trace|array|size|slab|cache|track|caller|bulk|objcg|nofail|nul|const|nolock|flags|buf))*";
const memory = {
	strings: {
		reason: "copies, compares or formats what its caller hands over",
		files: ["arch/\\w+/lib/", "lib/(?:string|vsprintf|kasprintf|hexdump|kstrtox|ctype)"],
		names: [
			"_*(?:pi_)*mem(?:cpy|set|move|cmp|chr|scan|chr_inv|zero|dup_user\\w*)(?:_(?:erms|orig|mcsafe|flushcache|16|32|64|p|from\\w*|to\\w*|pad|and_pad|explicit|generic|aligned))*",
			"_*str(?:n?cpy|lcpy|scpy|n?len|n?cmp|n?cat|lcat|n?chr|rchr|n?str|n?dup|sep|cspn|spn|n?casecmp|im)(?:_\\w+)?",
			"sized_strscpy",
			"_*vs?c?n?printf",
			"_*s[cn]*printf",
			"kv?asprintf\\w*",
			"va_format",
			"string_nocheck",
			"seq_(?:v?printf|puts|putc|write|pad|put_\\w+|hex_dump|path\\w*)",
			"sysfs_emit(?:_at)?",
			"(?:string|pointer|number|format_decode|widen_string|hex_string|ip_addr_string|ptr_to_id)",
			"read_word_at_a_time",
			"load_unaligned_zeropad"
		]
	},
	userspace: {
		reason: "copies between the kernel and a program, as its caller says",
		files: ["mm/(?:usercopy|maccess)\\.c", "lib/(?:usercopy|iov_iter|strn\\w+_user)\\.c"],
		names: [
			"_*copy_(?:to|from|in|page|folio)_(?:user|iter|kernel|mc|nofault)\\w*",
			"_*copy_(?:to|from)_\\w+",
			"_*copy_user\\w*",
			"_*copy_mc_\\w+",
			"rep_movs\\w*",
			"_*(?:get|put)_user\\w*",
			"_*arch_copy_\\w+",
			"_*raw_copy_\\w+",
			"_*copyin",
			"_*copyout",
			"_*clear_user\\w*",
			"check_(?:copy|heap|stack)_\\w+",
			"_*check_(?:heap|object)_\\w+",
			"_*check_object_size",
			"usercopy_\\w+",
			"_*iov_iter_\\w+",
			"(?:copy|zero)_\\w+_iter\\w*",
			"iterate_(?:bvec|iovec|and_advance)\\w*",
			"simple_copy_\\w+",
			"simple_(?:read|write)_(?:from|to)_buffer",
			"import_(?:iovec|single_range|ubuf)\\w*",
			"strn(?:cpy_from|len)_user"
		]
	},
	slab: {
		reason: "allocates or frees memory for its caller; its own data are what others overwrote",
		files: [
			"mm/(?:slab|slub|slob|mempool|percpu|util|list_lru|kmemleak|dmapool)",
			"mm/failslab\\.c",
			"lib/fault-inject"
		],
		names: [
			`_*k(?:v|m|z|vm|vz)?alloc(?:_array)?${forms}`,
			`_*kv?[cm]alloc${forms}`,
			`_*kv?realloc${forms}`,
			`_*kv?memdup${forms}`,
			`_*kstrn?dup${forms}`,
			"_*k?v?free(?:_sensitive|_bulk|_large)?",
			"kvfree(?:_\\w+)?",
			"kfree(?:_(?:sensitive|bulk|const|link|skb\\w*|rcu\\w*))?",
			"_*kmem_cache_\\w+",
			"_*slab_\\w+",
			"_*kmalloc_\\w*(?:slab|large|noprof|trace|order)\\w*",
			"_*do_kmalloc\\w*",
			"_*do_slab_free",
			"cache_(?:alloc|free)_\\w+",
			"_+cache_(?:alloc|free)\\w*",
			"(?:get|put)_(?:partial|cpu_partial)\\w*",
			"deactivate_slab",
			"_*unfreeze_partials",
			"(?:___?slab|fixup_red)_\\w+",
			"memcg_(?:slab|alloc_abort)_\\w+",
			"(?:alloc|free)_(?:from_\\w+|debug_processing|to_partial_list|consistency_checks|slowpath)",
			"qlist_\\w+",
			"qlink_free",
			"should_fail\\w*",
			"_*should_failslab",
			"fail_dump",
			"fail_\\w*alloc\\w*",
			"stack_depot_\\w+",
			"depot_\\w+",
			"_*find_stack",
			"mempool_(?:alloc|free|resize|init)\\w*",
			"remove_element",
			"dma_pool_(?:alloc|free)"
		]
	},
	pages: {
		reason: "allocates, frees or maps pages for its caller",
		files: ["mm/(?:page_alloc|vmalloc|percpu|page_owner|page_ext|page_poison|page_table_check)"],
		names: [
			"_*alloc_(?:frozen_)?pages?(?:_\\w+)?",
			"_*get_free_pages?\\w*",
			"_*folio_alloc\\w*",
			"_*free_(?:frozen_)?pages?\\w*",
			"free_unref\\w*",
			"free_(?:pcp|pcppages|one_page)\\w*",
			"get_page_from_freelist",
			"rmqueue\\w*",
			"prep_new_page",
			"post_alloc_hook",
			"vma_alloc_folio\\w*",
			"(?:alloc|allocate|new)_slab\\w*",
			`_*v[mz]alloc(?:_user|_32|_huge|_node_range)?${forms}`,
			"_*vmap(?:_(?!area_|block)\\w+)?",
			"_*v(?:un)?map_\\w+",
			"_*vunmap",
			"pcpu_(?:alloc|get|mem|block)\\w*",
			"(?:__)?(?:alloc|free)_percpu\\w*",
			"_*(?:set|reset)_page_owner\\w*",
			"dma_(?:alloc|free)_(?:attrs|coherent|pages)\\w*",
			"dma_(?:direct|common|pgprot)_\\w+"
		]
	},
	pageState: {
		reason: "reads, pins or locks a page or folio that others hold",
		names: [
			"(?:un)?lock_page\\w*",
			"_*(?:un)?lock_folio\\w*",
			"_*folio_(?:lock|unlock|flags|test|set|clear|get|put|try_get|ref|mark_dirty|end_writeback)\\w*",
			"folio_(?:wait|trylock)\\w*",
			"const_folio_flags",
			"_?compound_head",
			"Page[A-Z]\\w+",
			"(?:Set|Clear|TestSet|TestClear)Page\\w+",
			"page_(?:ref|to|folio|count|mapcount)\\w*",
			"(?:get|put|try_get)_page\\w*",
			"(?:release|put)_pages\\w*",
			"kmap_?\\w*",
			"kunmap_?\\w*",
			"(?:mem(?:cpy|zero|set)|zero|clear)_(?:page|folio|user_page|highpage)\\w*"
		]
	}
};

// src/console/findings/groups/reporting.ts
const reporting = {
	printing: {
		reason: "prints the report",
		files: [
			"lib/dump_stack\\.c",
			"kernel/(?:panic|stacktrace|printk/)",
			"lib/(?:bug|vsprintf|nmi_backtrace)\\.c",
			"kernel/trace/trace_(?:hwlat|osnoise)?",
			"arch/\\w+/kernel/(?:dumpstack|stacktrace|unwind|traps|nmi|apic/hw_nmi|time)"
		],
		names: [
			"_*dump_stack\\w*",
			"show_(?:stack|regs|trace)\\w*",
			"__?show_(?:stack|regs)\\w*",
			"sched_show_task",
			"_?panic",
			"vpanic",
			"nmi_panic\\w*",
			"check_panic_on_warn",
			"(?:panic|handle|_*bad)_(?:bad_)?stack",
			"__?warn\\w*",
			"warn_(?:slowpath|alloc|bogus|unsupported)\\w*",
			"_*report_bug\\w*",
			"report_rtnl_holders",
			"fixup_bug",
			"handle_bug\\w*",
			"(?:\\w+_)?bug_handler",
			"call_(?:el1_)?break_hook",
			"brk_handler",
			"do_(?:debug_exception|el1_brk64|bugcheck|trap_break)",
			"_*die(?:_addr|_kernel_fault|_body)?",
			"oops_\\w+",
			"bust_spinlocks",
			"_*stack_chk_fail\\w*",
			"_*print_(?:report|address|usage|circular|deadlock|bad|irq|unlock|lock|shortest|trailer|section|tainted|modules|stack|bug|kernel|other|hex_dump|oops|page|worker_info|cpu_stall|unlock_imbalance|freed|held)\\w*",
			"describe_(?:address|object)\\w*",
			"(?:end|start)_report",
			"save_stack\\w*",
			"stack_trace_\\w+",
			"arch_stack_walk\\w*",
			"walk_stackframe",
			"unwind_\\w+",
			"c_backtrace",
			"backtrace",
			"dump_backtrace\\w*",
			"slab_(?:err|bug|fix)",
			"object_err",
			"check_bytes_and_report",
			"__?slab_pad_check",
			"check_(?:object|slab)",
			"bad_page",
			"printk\\w*",
			"vs?printk\\w*",
			"_*v?printk\\w*",
			"vprintk_\\w+",
			"console_(?:unlock|trylock|flush|emit|lock_spinning)\\w*",
			"_*(?:dev|netdev|pci|pr)_(?:printk|vprintk|info|warn|err|notice|crit|alert|emerg)\\w*",
			"dev_v?printk_emit"
		]
	},
	tracing: {
		reason: "a tracer or probe, entered from any function",
		names: [
			"ftrace_(?:ops|caller|regs_caller|call|stub|graph_caller|trampoline|epilogue|likely_update)\\w*",
			"trace_(?:hardirqs|softirqs|preempt|irq|cpu|event_raw|event_buffer|raw_output|sched|kmem|kmalloc|kfree|mm|rcu|lock|contention|sys)_?\\w*",
			"__traceiter_\\w+",
			"perf_trace_\\w+",
			"trace_event_\\w+",
			"static_(?:call|key|branch)_\\w+",
			"_*jump_label\\w*",
			"__?sanitizer_cov_\\w+",
			"write_comp_data",
			"check_kcov_mode"
		]
	},
	sanitizers: {
		reason: "a sanitizer's check, compiled into the function that is wrong",
		files: [
			"mm/(?:kasan|kmsan|kfence)/",
			"kernel/kc(?:san|ov)",
			"lib/ubsan\\.c",
			"mm/kmemleak\\.c"
		],
		names: [
			"_*[ah]?w?asan_\\w+",
			"_*kasan_\\w+",
			"_*kmsan_\\w+",
			"__msan_\\w+",
			"_*kfence_\\w+",
			"_*kcsan_\\w+",
			"__tsan_\\w+",
			"_*ubsan_\\w+",
			"__sanitizer_\\w+",
			"check_memory_region\\w*",
			"check_region\\w*",
			"handle_overflow",
			"val_to_string",
			"instrument_\\w+",
			"fortify_panic",
			"__fortify_\\w+",
			"kmemleak_\\w+"
		]
	},
	objectChecks: {
		reason: "checks an object's state on behalf of whoever uses it wrongly",
		files: ["lib/(?:debugobjects|refcount|list_debug)\\.c"],
		names: [
			"_*debug_(?:object|check_no|print_object|obj|timer|hrtimer|work|rcu_head|mutex|rt_mutex)\\w*",
			"lookup_object\\w*",
			"(?:work|timer|hrtimer|rcuhead)_(?:is_static_object|fixup_\\w+)",
			"work_is_static_object",
			"_*refcount_\\w+",
			"_*list_(?:add|del|move)_?(?:entry)?_valid\\w*",
			"_*list_\\w*_valid_or_report",
			"_*bug_\\w+",
			"_*might_(?:sleep|fault|resched|alloc)\\w*",
			"_*rcu_might_sleep\\w*",
			"__schedule_bug",
			"check_preemption_disabled",
			"debug_smp_processor_id",
			"__this_cpu_preempt_check",
			"smp_processor_id",
			"rcu_\\w*sleep_check",
			"suspicious_\\w+"
		]
	}
};

// src/console/findings/groups/index.ts
const commonGroups = [
	reporting,
	entries,
	waiting,
	memory,
	libraries
].flatMap((groups) => Object.values(groups));
const isCommon = membersOf(commonGroups);
const isReporting = membersOf([
	reporting.printing,
	reporting.tracing,
	reporting.sanitizers,
	entries.exceptions,
	entries.interrupts,
	entries.nonMaskable,
	entries.bottoms
]);
const isInterrupt = membersOf([entries.interrupts]);
const isBottom = membersOf([entries.bottoms]);

// src/console/findings/groups/dispatchers.ts
const dispatchers = {
	bottoms: entries.bottoms,
	softirqs: waiting.softirqs,
	timers: {
		reason: "calls a timer's function",
		names: [
			"call_timer_fn",
			"expire_timers",
			"__?run_timers?(?:_base)?\\w*",
			"run_timer_softirq",
			"_*hrtimer_run_(?:queues|softirq)\\w*",
			"__run_hrtimer",
			"hrtimer_interrupt",
			"call_(?:console_drivers|handler)"
		]
	},
	work: {
		reason: "calls a work item's function, a kthread worker's, a thread's",
		names: [
			"process_(?:one_work|scheduled_works)",
			"worker_thread",
			"smpboot_thread_fn",
			"kthread_worker_fn",
			"task_work_run",
			"irq_work_run\\w*",
			"io_worker_handle_work",
			"irq_thread\\w*",
			"padata_\\w+_worker"
		]
	},
	interruptHandlers: {
		reason: "calls a driver's interrupt handler",
		names: ["_*handle_irq_event\\w*", "handle_(?:edge|level|fasteoi|simple)_irq"]
	},
	crossCalls: {
		reason: "calls a function that another CPU sent",
		names: [
			"_*flush_smp_call_function_queue",
			"flush_smp_call_function_queue",
			"generic_smp_call_function_\\w+",
			"_*sysvec_call_function\\w*",
			"multi_cpu_stop",
			"cpu_stopper_thread",
			"cpuhp_(?:invoke_callback\\w*|thread_fun)"
		]
	},
	files: {
		reason: "reads, writes or controls through a file's own operations",
		names: [
			"_*vfs_\\w+",
			"(?:ksys|SyS|SYSC|C_SYSC|compat_SyS|(?:__(?:se|do|x64|ia32|arm64|s390x?|riscv|powerpc|loongarch)_)?(?:compat_)?sys)_(?:ioctl|p?(?:read|write)(?:v2?|64)?|mmap(?:_pgoff|2)?|bind|connect|send(?:to|m?msg)|recv(?:from|m?msg)|[gs]etsockopt)",
			"do_vfs_ioctl",
			"(?:compat_)?(?:do_)?vfs_ioctl",
			"file_ioctl",
			"new_sync_(?:read|write)",
			"call_(?:read|write)_iter",
			"do_iter_\\w+",
			"do_loop_readv_writev\\w*",
			"(?:do_|kernel_)?(?:read|write)(?:v|_iter)?",
			"do_splice\\w*",
			"splice_(?:direct_to_actor|file_\\w+)",
			"do_sendfile",
			"iterate_dir",
			"do_dentry_open",
			"__?_?_?fput(?:_sync)?",
			"seq_read\\w*",
			"io_(?:issue_sqe|submit_sqes)"
		]
	},
	attributes: {
		reason: "reads or writes a file of /proc, /sys or debugfs by the operation that its owner registered",
		names: [
			"proc_reg_\\w+",
			"(?:pde_)?proc_sys_(?:call_handler|read|write)",
			"proc_(?:single_show|pid_\\w+)",
			"kernfs_(?:fop_(?:write|read|open)(?:_iter)?|seq_show)",
			"sysfs_kf_\\w+",
			"(?:kobj|dev|drv|bus|class|module)_attr_(?:show|store)",
			"configfs_(?:write|read)_(?:bin_)?(?:file|iter)",
			"(?:full_proxy|debugfs_attr|simple_attr)_\\w+"
		]
	},
	drivers: {
		reason: "binds devices to drivers and parts them, by the functions that the driver registered",
		names: [
			"(?:really|call_driver|driver|_+driver)_probe(?:_device)?",
			"_*driver_(?:attach|detach|register|unregister)",
			"_*device_(?:attach_driver|release_driver(?:_internal)?|remove)",
			"bus_(?:for_each_(?:dev|drv)|probe_device|remove_(?:device|driver)|add_(?:device|driver))",
			"(?:platform|i2c_device|virtio_dev|spi|pci_device|auxiliary_bus|amba|sdio_bus|pnp_device|serio_driver|scsi_bus|nd_bus|vmbus|xenbus_dev)_(?:probe|remove)",
			"local_pci_probe",
			"usb_(?:probe|unbind)_(?:interface|device)",
			"(?:__(?:se|do|x64|ia32|arm64|s390x?|riscv|powerpc|loongarch)_)?sys_delete_module"
		]
	},
	mounts: {
		reason: "has a file system read its super block",
		names: [
			"legacy_get_tree",
			"get_tree_\\w+",
			"mount_(?:bdev|nodev|single|mtd)",
			"do_new_mount"
		]
	},
	mappings: {
		reason: "maps memory through a file's own operation, serves page faults, ends address spaces",
		names: [
			"call_mmap",
			"_*mmap_(?:region|file)\\w*",
			"do_mmap\\w*",
			"__do_fault",
			"do_(?:user_addr|mem)_fault",
			"do_user_addr_fault",
			"_*do_page_fault",
			"handle_page_fault",
			"(?:asm_)?exc_page_fault",
			"_*async_page_fault",
			"page_fault",
			"do_mem_abort",
			"_*mmput",
			"exit_mm"
		]
	},
	sockets: {
		reason: "calls a protocol's own operations",
		names: [
			"_*sock_(?:sendmsg|recvmsg|ioctl|do_ioctl|release)\\w*",
			"sock_(?:read|write)_iter",
			"kernel_(?:sendmsg|recvmsg|connect|bind|accept|listen|sendpage)\\w*",
			"_*sys_(?:sendmsg|recvmsg|sendmmsg|recvmmsg|sendto|recvfrom|connect|bind|accept4?|setsockopt|getsockopt|listen|shutdown)(?:_file)?",
			"do_sock_[gs]etsockopt",
			"sock_common_\\w+"
		]
	},
	netlink: {
		reason: "calls the handler of a netlink message",
		names: [
			"netlink_(?:rcv_skb|unicast\\w*|sendmsg|dump)",
			"rtnetlink_rcv(?:_msg)?",
			"genl_(?:rcv|rcv_msg|family_rcv_msg\\w*)",
			"nfnetlink_rcv\\w*",
			"xfrm_(?:user_rcv_msg|netlink_rcv)",
			"sock_diag_rcv\\w*",
			"rtnl_(?:dumpit|dump_all)"
		]
	},
	packets: {
		reason: "hands a packet to the protocol or driver that asked for it",
		names: [
			"_*netif_receive_skb\\w*",
			"net_rx_action",
			"_*napi_(?:poll|threaded_poll\\w*|busy_loop)",
			"process_backlog",
			"_*netif_rx\\w*",
			"napi_(?:gro_receive|skb_finish|complete_done)",
			"ip6?_protocol_deliver_rcu"
		]
	},
	startup: {
		reason: "calls an initialisation function",
		names: [
			"do_one_initcall\\w*",
			"do_initcalls?\\w*",
			"kernel_init\\w*",
			"do_init_module",
			"arch_call_rest_init"
		]
	},
	exits: {
		reason: "ends a task",
		names: [
			"do_exit",
			"do_group_exit",
			"get_signal",
			"exit_files",
			"exit_task_work"
		]
	}
};
const isDispatcher = membersOf(Object.values(dispatchers).map(({ reason, names }) => ({
	reason,
	names
})));
const idle = membersOf([{
	reason: "the CPU has nothing to do",
	names: [
		"\\w*(?:idle|mwait|cpuidle)\\w*",
		"\\w*_(?:safe_)?halt",
		"cpu_startup_entry",
		"start_secondary",
		"cpu_do_idle",
		"rest_init",
		"start_kernel",
		"secondary_startup\\w*"
	]
}]);
const isIdle = idle;
const isStallReporter = membersOf([{
	reason: "notices and prints a stall or lockup from the tick or an NMI",
	names: [
		"_*dump_stack\\w*",
		"show_(?:stack|regs|trace)\\w*",
		"sched_show_task",
		"dump_(?:cpu_task|backtrace\\w*)",
		"rcu_(?!torture)\\w*stall\\w*",
		"rcu_dump_cpu_stacks\\w*",
		"(?:print|check)_(?:cpu|other_cpu|gp)_stall\\w*",
		"rcu_(?:pending|check_callbacks|check_gp_kthread\\w*|sched_clock_irq|sched_clock_irq\\w*)",
		"__rcu_pending",
		"nmi_(?:cpu_backtrace|trigger)\\w*",
		"arch_trigger_\\w*backtrace",
		"trigger_\\w*backtrace",
		"watchdog_(?:timer_fn|overflow_callback|hardlockup\\w*|check_\\w+|buddy\\w*)",
		"is_(?:soft|hard)lockup",
		"panic",
		"update_process_times",
		"scheduler_tick",
		"sched_tick",
		"tick_(?:sched|nohz|handle|periodic)\\w*",
		"perf_event_nmi_handler",
		"(?:default_do|do|exc|asm_exc)_nmi",
		"_*sysrq_\\w+"
	]
}]);

// src/console/findings/stack.ts
const markers = /<\/?(?:IRQ|EOI|NMI|TASK|SOFTIRQ|EOE|#DF|UNK|ENTRY_TRAMPOLINE|exception stack)>/g;
const interruptBegins = /<(?:IRQ|SOFTIRQ)>/;
const interruptEnds = /<\/(?:IRQ|SOFTIRQ)>|<(?:EOI|EOE)>/;
const traceHeader = /^\s*(?:Call [Tt]race:|Backtrace:|backtrace(?:\s*\(crc \w+\))?:|Stack traceback|\[<[0-9a-f]+>\] Call Trace)/;
const sideHeader = /^\s*(?:(?:Last potentially related|Second to last|Allocated|Freed|allocated|freed|Object (?:allocated|freed)|INFO: (?:Allocated|Freed)|Slab INFO|Uninit was|Local variable|Bytes |Free'd by|Memory was freed|Preemption disabled|preemption disabled)\b|page (?:last|has been|_owner)|(?:hard|soft)irqs last|(?:read|write|read-write|assert no \w+) to |Reported by |value changed)/;
const lockHeader = /-> #\d+ |\bat:$|was registered at:|dependenc(?:y|ies) between/;
const identity = /^(?:Tainted: )?CPU: (\d+) (?:UID: \d+ )?PID: (\d+) Comm: /;
const backtraceOf = /^NMI backtrace for cpu (\d+)\b(?! skipped)/;
const dumpOf = /^Task dump for CPU (\d+):/;
const taskHeader = /^task:.{1,40}? state:.*? pid: ?(\d+)|^\S.{0,31}?\s+[RSDTtXZPI] +(?:running task|[0-9a-f]{8,16})? *\d+ +(\d+) +\d+ 0x[0-9a-f]{8}|^\S.{0,15}?\s+[RSDTtXZPI]\d* +(\d+) +\d+ 0x[0-9a-f]{8}/;
const kthreadDump = /RCU grace-period kthread stack dump/;
const lastRan = /where RCU GP kthread last ran/;
function isSideHeader(text) {
	if (sideHeader.test(text)) return true;
	return (text.endsWith("at:") || text.includes("#") && text.includes("-> #") || text.includes("dependenc") || text.includes("registered at:")) && lockHeader.test(text);
}
var Stacks = class {
	sections = [];
	#frames = 0;
	#label = {};
	#closed = true;
	#inInterrupt = 0;
	#interruptEnded = false;
	line(text) {
		if (traceHeader.test(text)) {
			const current = this.sections.at(-1);
			if (this.#closed || !current || current.hasTrace || current.role === "side") this.#open();
			return true;
		}
		if (isSideHeader(text)) {
			this.#label = {
				role: "side",
				header: text
			};
			this.#open();
			return true;
		}
		if (this.#labels(text)) return true;
		const named = text.includes("+0x") || text.includes(":");
		const pointer = named ? parseInstructionPointer(text) : void 0;
		if (pointer !== void 0) {
			this.#push(pointer, false);
			return true;
		}
		const caller = named ? parseLink(text) : void 0;
		if (caller !== void 0) {
			const current = this.#closed ? void 0 : this.sections.at(-1);
			if (current) current.link ??= caller;
			return true;
		}
		const bare = text.includes("<") ? text.replace(markers, "") : text;
		if (bare !== text) {
			if (interruptEnds.test(text) && this.#inInterrupt > 0) this.#interruptEnded = true;
			if (interruptBegins.test(text) || interruptEnds.test(text)) this.#inInterrupt = 0;
		}
		const frame = parseFrame(bare);
		if (frame) this.#push(frame, true);
		return frame !== void 0 || bare !== text;
	}
	get hasFrames() {
		return this.sections.some(({ hasTrace }) => hasTrace);
	}
	get isWhole() {
		const last = this.sections.findLast(({ role }) => role === "main");
		return last?.hasTrace === true && last.frames.some(isBottom);
	}
	#labels(text) {
		const cpu = backtraceOf.exec(text) ?? dumpOf.exec(text);
		if (cpu) {
			this.#next({ cpu: Number(cpu[1]) });
			return true;
		}
		if (kthreadDump.test(text) || lastRan.test(text)) {
			this.#next({ role: kthreadDump.test(text) ? "grace-period-kthread" : "last-ran" });
			return true;
		}
		const who = identity.exec(text);
		if (who) {
			const current = this.#closed ? void 0 : this.sections.at(-1);
			if (current && !current.hasTrace && current.role !== "side") {
				current.cpu ??= Number(who[1]);
				current.pid ??= Number(who[2]);
				return true;
			}
			if (current) this.#next({});
			this.#label = {
				...this.#label,
				cpu: this.#label.cpu ?? Number(who[1]),
				pid: Number(who[2])
			};
			return true;
		}
		const task = taskHeader.exec(text);
		if (!task) return false;
		const { role, cpu: of } = this.#label;
		this.#next({
			pid: Number(task[1] ?? task[2] ?? task[3]),
			cpu: of,
			...role && { role }
		});
		return true;
	}
	#next(label) {
		const { role } = this.#label;
		this.#label = label.role === void 0 && role === "last-ran" ? {
			...label,
			role
		} : label;
		this.#closed = true;
	}
	#open() {
		const { role = "main", header = "", cpu, pid } = this.#label;
		this.#label = {};
		this.#closed = false;
		this.#inInterrupt = 0;
		this.#interruptEnded = false;
		if (this.sections.length >= 64) return;
		this.sections.push({
			role,
			header,
			cpu,
			pid,
			frames: [],
			link: void 0,
			hasTrace: false
		});
	}
	#push(frame, ofTrace) {
		if (this.#frames >= limits.frames) return;
		if (this.#closed) this.#open();
		const section = this.sections.at(-1);
		this.#frames++;
		this.#inInterrupt++;
		section.frames.push({
			...frame,
			register: !ofTrace,
			interrupted: this.#interruptEnded
		});
		this.#interruptEnded = false;
		if (ofTrace) section.hasTrace = true;
	}
};
function reliable(frames) {
	if (!frames.some(({ unreliable, register }) => !unreliable && !register) && frames.some(({ unreliable }) => unreliable)) return frames;
	let ended = false;
	let traced = false;
	return frames.flatMap((frame) => {
		ended ||= frame.interrupted;
		if (frame.unreliable) return [];
		const interrupted = ended && (traced || frame.register);
		ended = false;
		traced ||= !frame.register;
		return [interrupted === frame.interrupted ? frame : {
			...frame,
			interrupted
		}];
	});
}

// src/console/findings/guilty/search.ts
function sameContext(frames) {
	const end = frames.findIndex((frame, i) => i > 0 && (frame.interrupted || isInterrupt(frame)));
	return end < 0 ? frames : frames.slice(0, end);
}
function framesOf(section) {
	if (section.hasTrace || section.link === void 0) return reliable(section.frames);
	return [...section.frames, {
		...section.link,
		register: true,
		interrupted: false
	}];
}
function innermost(frames, skips) {
	return sameContext(frames).find((frame) => !skips(frame));
}
function lastResort(frames) {
	const own = sameContext(frames);
	return (own.find((frame) => !isReporting(frame)) ?? own[0])?.name;
}
function from(frames, name) {
	let at = name === void 0 ? -1 : frames.findIndex((frame) => frame.name === name);
	if (at < 0) return frames;
	while (at > 0 && isInlined(frames, at - 1)) at--;
	return frames.slice(at);
}
function isInlined(frames, at) {
	const frame = frames[at];
	return frame.file !== void 0 && !isReporting(frame) && !frame.register;
}

// src/console/findings/guilty/interrupted.ts
function busyFunction(sections, accused) {
	const rank = ({ role, cpu, pid }) => {
		if (cpu !== void 0 && accused.cpus.has(cpu)) return 0;
		if (pid !== void 0 && accused.pids.has(pid)) return 1;
		return role === "last-ran" ? 3 : 2;
	};
	const candidates = sections.filter((section) => section.frames.length > 0 && isWitness(section)).map((section, i) => ({
		section,
		i,
		rank: rank(section)
	})).toSorted((a, b) => a.rank - b.rank || a.i - b.i).map(({ section }) => behindReporter(framesOf(section))).filter((frames) => frames.length > 0);
	for (const frames of candidates) {
		const name = isIdling(frames) ? void 0 : entryPoint(frames);
		if (name !== void 0) return name;
	}
	if (candidates.some(isIdling)) return "do_idle";
}
const gracePeriodKthread = /^rcu_gp_(?:kthread|fqs_loop|init|cleanup)$/;
function isWitness({ role, frames }) {
	if (role !== "main" && role !== "last-ran") return false;
	return !frames.some(({ name }) => gracePeriodKthread.test(name));
}
function behindReporter(frames) {
	const entry = frames.findIndex(isInterrupt);
	const reporter = (entry < 0 ? frames : frames.slice(0, entry)).findIndex((frame) => !frame.register && isStallReporter(frame));
	if (reporter < 0) return frames;
	let at = frames.findIndex((frame, i) => i > reporter && (frame.register || frame.interrupted || isInterrupt(frame)));
	if (at < 0) {
		at = reporter;
		while (at < frames.length && (isStallReporter(frames[at]) || isCommon(frames[at]))) at++;
		return frames.slice(at);
	}
	while (at < frames.length && isInterrupt(frames[at])) at++;
	return frames.slice(at);
}
function isIdling(frames) {
	const end = frames.findIndex((frame, i) => i > 0 && isDispatcher(frame) && !isIdle(frame));
	return (end < 0 ? frames : frames.slice(0, end)).some((frame, i) => isIdle(frame) && (i === 0 || !frame.register));
}
function entryPoint(frames) {
	const own = sameContext(frames);
	const inContext = dispatched(own);
	if (inContext !== void 0) return inContext;
	if (own.length < frames.length && !own.some((frame) => !isCommon(frame))) return entryPoint(frames.slice(own.length).filter((frame, i) => i > 0 || !isInterrupt(frame)).map(unmarked));
	return innermost(frames, isCommon)?.name ?? fallback(own);
}
const unmarked = (frame, i) => i === 0 ? {
	...frame,
	interrupted: false
} : frame;
function dispatched(frames) {
	for (let at = 0; at < frames.length; at++) {
		const frame = frames[at];
		if (/^(?:smp_call_function|on_each_cpu)/.test(frame.name)) return "smp_call_function";
		if (isSystemCall(frames, at)) return withoutWrapper(frame.name);
		const called = frames[at - 1];
		if (called === void 0 || !isDispatcher(frame)) continue;
		if (!isDispatcher(called) && !isCommon(called) && !isIdle(called)) return withoutWrapper(called.name);
	}
}
function isSystemCall(frames, at) {
	const frame = frames[at];
	if (!systemCall.test(frame.name) || isDispatcher(frame)) return false;
	const below = frames[at + 1];
	return !frame.name.startsWith("sys_") || below === void 0 || isDispatcher(below);
}
function fallback(frames) {
	const outermost = frames.findLast((frame) => !isBottom(frame) && !isIdle(frame) && !isInterrupt(frame));
	return outermost && withoutWrapper(outermost.name);
}
const systemCall = /^(?:__(?:x64|ia32|arm64|s390x?|riscv|powerpc|loongarch)_|__se_|__do_)?(?:compat_)?sys_|^(?:ksys|SyS|SYSC|C_SYSC|compat_SyS)_/;
function withoutWrapper(name) {
	return systemCall.test(name) ? name.replace(systemCall, "sys_") : name;
}

// src/console/findings/guilty/recursion.ts
const long = 4;
function beforeRecursion(frames, skips) {
	const times = /* @__PURE__ */ new Map();
	for (const { name } of frames) times.set(name, (times.get(name) ?? 0) + 1);
	const recurs = (frame) => (times.get(frame.name) ?? 0) >= long;
	const last = frames.findLastIndex(recurs);
	if (last < 0) return void 0;
	const caller = frames.slice(last + 1).find((frame) => !skips(frame));
	if (caller && !isDispatcher(caller) && !/(?:^|_)(?:sys|SyS|SYSC)_/.test(caller.name)) return caller.name;
	return (frames.findLast((frame) => recurs(frame) && !skips(frame)) ?? frames[last])?.name;
}

// src/console/findings/guilty/waits.ts
const entriesWaitedFor = [
	["synchronize_rcu_tasks", /^synchronize_rcu_tasks(?:_generic)?$/],
	["synchronize_rcu_tasks_rude", /^synchronize_rcu_tasks_rude$/],
	["synchronize_rcu_tasks_trace", /^synchronize_rcu_tasks_trace$/],
	["synchronize_rcu", /^synchronize_(?:rcu(?:_expedited|_bh|_mult|_normal|_bh_expedited)?|sched(?:_expedited)?|net)$/],
	["synchronize_srcu", /^_*synchronize_srcu(?:_expedited)?$/],
	["rcu_barrier_tasks", /^rcu_barrier_tasks\w*$/],
	["srcu_barrier", /^_*srcu_barrier$/],
	["rcu_barrier", /^rcu_barrier(?:_bh|_sched)?$|^kvfree_rcu_barrier$/],
	["rtnl_lock", /^rtnl(?:_net)?_lock(?:_killable|_interruptible|_unregistering\w*)?$/],
	["cpus_read_lock", /^(?:cpus_read_lock|get_online_cpus|cpu_hotplug_(?:begin|disable))$/],
	["cpus_write_lock", /^cpus_write_lock$/],
	["console_lock", /^console_lock$/],
	["cgroup_lock", /^cgroup_(?:lock|kn_lock_live|lock_and_drain_offline)$/],
	["namespace_lock", /^namespace_lock$/],
	["lock_mount", /^(?:do_)?lock_mount(?:_exact)?$/],
	["lock_system_sleep", /^lock_(?:system_sleep|device_hotplug\w*)$/]
];
const isWaiting = membersOf([...Object.values(waiting), waitWrappers]);
function waitingFunction(frames, skips, common) {
	for (const { name } of frames) for (const [entry, functions] of entriesWaitedFor) if (functions.test(name)) return entry;
	const starter = (frame) => !isWaiting(frame) && !isBottom(frame);
	return (innermost(frames, skips) ?? innermost(frames, common) ?? frames.find(starter))?.name ?? lastResort(frames);
}

// src/console/findings/guilty/guilty.ts
const compiled = /* @__PURE__ */ new WeakMap();
function skipsOf(recipe) {
	if (recipe.skip === void 0) return isCommon;
	const before = compiled.get(recipe);
	if (before !== void 0) return before;
	const skips = membersOf([...commonGroups, ...recipe.skip]);
	compiled.set(recipe, skips);
	return skips;
}
const checksByName = membersOf(callersChecks.map(({ reason, names }) => ({
	reason,
	names
})));
const checksByFile = membersOf(callersChecks.map((group) => ({
	...group,
	names: []
})));
const isServant = membersOf([{
	reason: memory.pages.reason,
	names: memory.pages.names
}, {
	reason: libraries.packets.reason,
	names: libraries.packets.names
}]);
function isCallersCheck({ name, file }) {
	return checksByName({ name }) || isServant({ name }) || file !== void 0 && checksByFile({
		name,
		file
	});
}
function guiltyFunction(recipe, evidence) {
	const { sections, named, file, accused, pid } = evidence;
	const skips = skipsOf(recipe);
	const blameless = (name) => skips({ name });
	const main = mainSection(sections, pid, recipe.start === "waits");
	const frames = main ? framesOf(main) : [];
	switch (recipe.start ?? "header") {
		case "none": return;
		case "interrupted": return busyFunction(sections, accused);
		case "worker": return named ?? busyFunction(sections, accused);
		case "waits": return waitingFunction(frames, skips, isCommon);
		case "recursion": return beforeRecursion(frames, skips) ?? atFunction(frames, named, skips);
		case "check": return check(frames, named, file, skips);
		case "stack": return announced(recipe, sections, skips) ?? innermost(frames, skips)?.name ?? named ?? lastResort(frames);
		case "detail": {
			const elsewhere = announced(recipe, sections, skips);
			if (elsewhere !== void 0) return elsewhere;
			if (named !== void 0 && !blameless(named)) return named;
			return innermost(frames, skips)?.name ?? named ?? lastResort(frames);
		}
		case "header": return atFunction(frames, named, skips);
	}
}
function atFunction(frames, named, skips) {
	const onStack = named !== void 0 && frames.some(({ name }) => name === named);
	if (!onStack && named !== void 0 && !skips({ name: named })) return named;
	return innermost(onStack ? from(frames, named) : frames, skips)?.name ?? named ?? lastResort(frames);
}
function check(frames, named, file, skips) {
	const first = frames[0];
	const own = named ?? (first?.register ? first.name : void 0);
	if (own !== void 0 && !isCallersCheck({
		name: own,
		file
	})) return own;
	const passesOver = (place) => skips(place) || checksByName(place);
	return innermost(from(frames, own), passesOver)?.name ?? own ?? lastResort(frames);
}
function announced(recipe, sections, skips) {
	const { stack } = recipe;
	if (stack === void 0) return void 0;
	const section = sections.find(({ header, frames }) => frames.length > 0 && stack.test(header));
	return section && innermost(framesOf(section), skips)?.name;
}
function mainSection(sections, pid, byPid) {
	const filled = sections.filter(({ frames }) => frames.length > 0);
	return (byPid && pid !== void 0 ? filled.find((one) => one.role === "main" && one.pid === pid) : void 0) ?? filled.find(({ role, hasTrace }) => role === "main" && hasTrace) ?? filled.find(({ role }) => role === "main") ?? filled.find(({ frames }) => frames.some((frame) => !isReporting(frame)));
}

// src/console/findings/suspects.ts
const stalledCpu = /^(?:rcu: )?\s*(\d{1,4})(?:-[.!\w?#]{3,6})?: \(/;
const list = /(?:stalls? on|stall on)[^{]*\{([^}]*)\}/;
const blockedTasks = /Tasks blocked on level-\d+ rcu_node/;
const task = /\bP(\d{1,7})\b/g;
const cpu = /(?:^|\s)(\d{1,4})(?:-\S+)?(?=\s|$)/g;
var Suspects = class {
	#cpus = /* @__PURE__ */ new Set();
	#pids = /* @__PURE__ */ new Set();
	line(text) {
		const one = stalledCpu.exec(text);
		if (one) this.#cpus.add(Number(one[1]));
		const listed = text.includes("{") ? list.exec(text)?.[1] : void 0;
		if (listed !== void 0) {
			for (const match of listed.matchAll(cpu)) this.#cpus.add(Number(match[1]));
			for (const match of listed.matchAll(task)) this.#pids.add(Number(match[1]));
		}
		if (text.includes("blocked on") && blockedTasks.test(text)) for (const match of text.matchAll(task)) this.#pids.add(Number(match[1]));
	}
	accused(header) {
		const { stuck, stuck2, stuck3 } = header;
		const cpus = new Set(this.#cpus);
		for (const number of [
			stuck,
			stuck2,
			stuck3
		]) if (number !== void 0) cpus.add(Number(number));
		return {
			cpus,
			pids: this.#pids
		};
	}
};

// src/console/findings/title.ts
const longest = 200;
const advice = /(?<=[a-z][.!])\s+(?=[A-Z][a-z]+ ).*$/;
const inFunction = / in \{function\}/;
function withoutNames(text) {
	return withoutNumbers(text.replace(/(?<![\w/.-])[\w:.-]{1,40}\/\d{1,8}(?:\/0x[0-9a-f]+)?(?![\w/.-])/g, "TASK")).replace(/\b(process|task|comm|program|[Cc]omm:) +[\w:./-]+(?: |$)/g, "$1 TASK ").replace(/\bCPU ?#?\d+\b/g, "CPU");
}
const keysOf = remembering((template) => Array.from(template.matchAll(/\{(\w+)\}/g), ([, key]) => key));
function titlesOf(recipe, groups, header, name) {
	const valueFor = (key) => {
		switch (key) {
			case "what": return groups.what && withoutNames(groups.what);
			case "general": return groups.type?.replace(/^slab-| (?:read|write)$/g, "");
			case "named": return groups.function && bareName(groups.function);
			case "function": return name;
			case "message": return withoutNames(header.trim().replace(/^.*?not syncing: |,? exitcode=.*$/g, "").trim().replace(advice, ""));
			case "text": return withoutNames((groups.what ?? header.trim()).replace(/^(?:WARNING|BUG): /, "").trim());
			case "both": return groups.both?.replace(/[\w.$]+(?:\+0x[0-9a-f]+\/0x[0-9a-f]+)?/g, (f) => bareName(f.replace(/\+.*/, "")));
			default: return groups[key];
		}
	};
	const fill = (template) => (name === void 0 ? template.replace(inFunction, "") : template).replace(/\{(\w+)\}/g, (_, key) => valueFor(key) ?? "").replace(/ in (\w+)\/\1$/, " in $1").replace(/\s+/g, " ").trim().slice(0, longest);
	const title = fill(name === void 0 ? recipe.alone ?? recipe.title : recipe.title);
	const usable = (template) => keysOf(template).every((key) => valueFor(key) !== void 0);
	if (recipe.also === void 0) return {
		title,
		also: []
	};
	const also = new Set(recipe.also.filter(usable).map(fill));
	also.delete(title);
	return {
		title,
		also: [...also]
	};
}

// src/console/findings/trail.ts
const digest = remembering((text) => createHash("sha256").update(text).digest("hex").slice(0, 4));
function trailOf(kind, header, named, sections) {
	const functions = sections.flatMap(({ frames }) => reliable(frames).map(({ name }) => name)).slice(0, limits.trail);
	if (functions.length === 0 && named === void 0) return void 0;
	const words = withoutNames(header.replace(/\+0x[0-9a-f]+(?:\/0x[0-9a-f]+)?/g, "").trim());
	return [`${kind} ${named === void 0 ? words : words.replaceAll(named, bareName(named))}`, ...functions].map(digest).join("");
}

// src/console/findings/report.ts
const words = String.raw`Modules linked in|CPU|Hardware name|Comm|Tainted|Workqueue|Call [Tt]race|Code|Stack|Backtrace|RIP|EIP|RSP|RAX|RBX|RDX|RBP|R\d\d|EAX|ESI|ESP|FS|CS|DS|ES|CR\d|DR\d|PKRU|NIP|LR|CTR|MSR|CFAR|DAR|REGS|GPR\d+|XER|IRQMASK|Krnl|Last Breaking|Failing address|Fault in|AS:|pstate|pc|lr|sp|x\d+|r\d+|PC|psr|Flags|Control|Register|Process|epc|gp|tp|t0|s0|a\d|status|Mem abort|Data abort|ESR|EC|SET|EA|FSC|ISV|CM|FAR|swapper pgtable|user pgtable|\[[0-9a-f]{8,16}\] pgd|BAD|Oops|Internal error|#PF|PGD|P4D|KASAN|Read of|Write of|Allocated by|Freed by|The buggy|page:|page dumped|flags:|raw:|head:|Memory state|Last potentially|Second to last|Uninit was|Local variable|Bytes \d|Memory access|value changed|read to|write to|read-write|Reported by|other info|stack backtrace|but task|but there|and this task|and the lock|which lock|which would|the existing|the dependencies|the shortest|and interrupts|Chain exists|Possible|May be due|\d+ locks? held|no locks held|context-|irq event|hardirqs|softirqs|inconsistent|rcu_scheduler|NMI|Sending NMI|task:|INFO: lockdep|unreferenced|comm|hex dump|backtrace|note:|Kernel Offset|Rebooting|Preemption disabled|in_atomic|preempt_count|RCU nest|caller is|Showing|Pid:|lock:|\.owner|Object|Padding|Redzone|Slab|Disabling lock|ODEBUG|list_|refcount_t|SMP|PREEMPT|Mem-Info|Node \d|turning off|depth:|Please attach|which belongs`;
const others = String.raw`[=-]{8}|---\[|\]---|\{|\.\.\. |\*\*\*|-> #|rcu: |to a |(?:kernel|include|mm|net|fs|drivers|arch|lib)\/|[><\[(#|+*]|\S{1,64}\/\d+ (?:is|just|\[|:)`;
const body = new RegExp(`^(?:$|\\s|${others}|(?:${words})\\b)`);
var Report = class {
	recognised;
	caller;
	firstLine;
	#header;
	#needsStack;
	#stacks = new Stacks();
	#groups = {};
	#suspects = new Suspects();
	#texts = [];
	#characters = 0;
	#truncated = false;
	#pending = [];
	#idle = 0;
	#lastLine;
	#lastTime;
	#detailed;
	#hasDetail = false;
	#inlined = false;
	#rules = 0;
	#ended = false;
	#cut = false;
	constructor(recognised, header, number, before, firstLine, foreign = false) {
		this.recognised = recognised;
		const { needsStack, loose } = recognised.recipe;
		this.#needsStack = needsStack === true || loose === true && foreign;
		this.#header = header;
		this.caller = header.caller;
		this.firstLine = firstLine;
		this.#lastLine = number;
		this.#lastTime = header.time;
		this.#take(recognised.match.groups);
		this.#suspects.line(header.text);
		this.#detailed = recognised.recipe.detail === void 0;
		for (const text of [...before, header.text]) this.#keep(text);
	}
	get isOver() {
		return this.#ended || this.recognised.recipe.oneLine === true;
	}
	get lastLine() {
		return this.#lastLine;
	}
	cut() {
		const { start = "header", oneLine } = this.recognised.recipe;
		this.#cut = start !== "none" && oneLine !== true && this.#idle === 0 && !this.#ended && !this.#stacks.isWhole;
	}
	absorbs({ text, time }) {
		return this.recognised.recipe.belongs?.test(text) === true && !this.#isLate(time);
	}
	add(message, number) {
		const { text, time } = message;
		if (this.#isLate(time) || number - this.firstLine > limits.reportSpan) {
			this.#ended = true;
			return;
		}
		if (!this.#detailed) {
			const match = this.recognised.recipe.detail?.exec(text);
			if (match) this.#detail(match.groups);
			else if (this.#hasDetail) this.#detailed = true;
		}
		const ours = this.#stacks.line(text) || body.test(text);
		this.#facts(text);
		this.#suspects.line(text);
		if (!ours) {
			this.#pending.push(text);
			const patience = this.#needsStack && !this.hasStack ? 3 : 30;
			if (++this.#idle > patience) this.#ended = true;
			return;
		}
		for (const earlier of this.#pending) this.#keep(earlier);
		this.#pending = [];
		this.#idle = 0;
		this.#keep(text);
		this.#lastLine = number;
		this.#lastTime = time ?? this.#lastTime;
		if (/^---\[ end (?:trace|Kernel panic)/.test(text)) this.#ended = true;
		if (/^={40,}$/.test(text) && this.#stacks.hasFrames && ++this.#rules > 0) this.#ended = true;
	}
	get hasStack() {
		return this.#stacks.hasFrames;
	}
	get span() {
		return Math.max(1, this.#lastLine - this.firstLine + 1);
	}
	get text() {
		return this.#texts.join("\n");
	}
	identity() {
		const { kind, recipe } = this.recognised;
		const groups = this.#groups;
		const name = this.#function();
		const file = groups.file === void 0 ? void 0 : sourcePath(groups.file);
		const { title, also } = titlesOf(recipe, groups, this.#header.text, name);
		return {
			kind,
			title,
			also,
			severity: this.#needsStack && !this.hasStack ? "notice" : recipe.severity ?? "error",
			function: name,
			file,
			fingerprint: fingerprintOf(kind, title, file)
		};
	}
	finding(identity = this.identity()) {
		const { kind, title, also, severity, function: name, file, fingerprint } = identity;
		const groups = this.#groups;
		const line = Number(groups.line);
		const trail = trailOf(kind, this.#header.text, groups.function, this.#stacks.sections);
		const cpu = groups.stuck ?? groups.stuck2 ?? groups.stuck3 ?? groups.cpu;
		return {
			kind,
			title,
			...also.length === 0 ? {} : { also },
			...this.#cut ? { incomplete: true } : {},
			...trail === void 0 ? {} : { trail },
			severity,
			...file === void 0 ? {} : { file },
			...file !== void 0 && line > 0 ? { line } : {},
			...name === void 0 ? {} : { function: name },
			...groups.task === void 0 ? {} : { task: groups.task },
			...groups.pid === void 0 ? {} : { pid: Number(groups.pid) },
			...cpu === void 0 ? {} : { cpu: Number(cpu) },
			...this.#header.time === void 0 ? {} : { time: this.#header.time },
			consoleLine: this.firstLine,
			lines: this.span,
			text: this.text,
			truncated: this.#truncated,
			count: 1,
			fingerprint
		};
	}
	get isClear() {
		const { recipe } = this.recognised;
		const { function: named, file } = this.#groups;
		if (recipe.detail !== void 0 || recipe.belongs !== void 0 || named === void 0) return false;
		const name = bareName(named);
		if (recipe.start === "check") return !isCallersCheck({
			name,
			file: file && sourcePath(file)
		});
		return recipe.start === void 0 && !isCommon({ name });
	}
	#function() {
		const { function: named, file, pid } = this.#groups;
		return guiltyFunction(this.recognised.recipe, {
			sections: this.#stacks.sections,
			named: named === void 0 ? void 0 : bareName(named),
			file: file === void 0 ? void 0 : sourcePath(file),
			accused: this.#suspects.accused(this.#groups),
			pid: pid === void 0 ? void 0 : Number(pid)
		});
	}
	#facts(text) {
		const groups = this.#groups;
		const identity = /^(?:Tainted: )?CPU: (\d+) (?:UID: \d+ )?PID: (\d+) Comm: (.+?) (?:Not tainted|Tainted:|Kdump:)/.exec(text);
		if (identity) {
			groups.cpu ??= identity[1];
			groups.pid ??= identity[2];
			groups.task ??= identity[3];
			return;
		}
		const holder = /^(\S{1,64})\/(\d+) (?:is trying|just changed|\[HC)/.exec(text);
		if (!holder) return;
		groups.task ??= holder[1];
		groups.pid ??= holder[2];
	}
	#detail(groups) {
		const { function: before } = this.#groups;
		const next = groups?.function;
		const givesWay = (name) => this.#inlined || isCommon({ name: bareName(name) });
		if (this.#hasDetail && before !== void 0 && next !== void 0 && givesWay(before)) this.#groups.function = next;
		this.#take(groups);
		this.#hasDetail = true;
		this.#inlined = groups?.inlined !== void 0;
		const { function: named } = this.#groups;
		this.#detailed = next === void 0 || named === void 0 || !givesWay(named);
	}
	#take(groups) {
		for (const key in groups) {
			const value = groups[key];
			if (value !== void 0) this.#groups[key] ??= value;
		}
	}
	#isLate(time) {
		if (time === void 0 || this.#lastTime === void 0) return false;
		return time - this.#lastTime > (this.#stacks.hasFrames ? 10 : 30);
	}
	#keep(text) {
		const shown = text.length > 500 ? `${text.slice(0, 500)}…` : text;
		this.#characters += shown.length + 1;
		if (this.#texts.length >= limits.findingLines || this.#characters > limits.findingCharacters) this.#truncated = true;
		else this.#texts.push(shown);
	}
};

// src/console/findings/unrecognised.ts
const counter = /\[#\d{1,6}\](?::|$| (?:PREEMPT|SMP|DEBUG_PAGEALLOC|KASAN|NOPTI|PTI|ARM|THUMB2?|LE|BE|PAGE_SIZE)\b| *$)/;
const dump = /^\s*(?:(?:Tainted: )?CPU: \d+ .*\bComm: |Call [Tt]race:|Backtrace: ?$)/;
const endTrace = /^\s*---\[ end trace /;
const asked = /^(?:sysrq: |NMI backtrace for cpu |Sending NMI )/;
const trace = /^\s*(?:Call [Tt]race:|Backtrace:)/;
const unrecognised = {
	begins: /^/,
	title: "unrecognised report in {function}"
};
function openingOf(text) {
	if (text.includes("[#") && counter.test(text)) return "report";
	return dump.test(text) || endTrace.test(text) || asked.test(text) ? "dump" : void 0;
}
var Unrecognised = class extends Report {
	#asked;
	#isReport;
	#registers = false;
	constructor(opening, message, number) {
		const match = unrecognised.begins.exec("");
		super({
			kind: "other",
			recipe: unrecognised,
			match
		}, {
			...message,
			text: ""
		}, number, [], number);
		this.#asked = asked.test(message.text);
		this.#isReport = opening === "report";
		this.add(message, number);
	}
	get isReport() {
		return this.#isReport && !this.#asked;
	}
	add(message, number) {
		const { text } = message;
		if (endTrace.test(text) || this.#registers && trace.test(text)) this.#isReport = true;
		this.#registers ||= !this.hasStack && parseInstructionPointer(text) !== void 0;
		super.add(message, number);
	}
	get text() {
		return super.text.replace(/^\n/, "");
	}
	identity() {
		const identity = super.identity();
		if (this.isReport) return identity;
		const title = identity.title.replace("unrecognised report", "stack without a report");
		return {
			...identity,
			title,
			severity: "notice",
			fingerprint: fingerprintOf("other", title, void 0)
		};
	}
};

// src/console/findings/collector.ts
const cutHere = /^-{5,}\[ cut here \]-{5,}|^8<--- cut here ---|^={20,}$/;
const chatter = /^(?:[\w-]{1,40}-(?:torture|scale)|scftorture|smpboot):/;
const usualLength = 100;
var Collector = class {
	#noise;
	#folded = new Folded();
	#boots = new Boots();
	#open = [];
	#lastFed;
	#leadIn;
	#echo;
	#tortureSeen = false;
	#stamped = false;
	#lastCrash = Number.NEGATIVE_INFINITY;
	constructor(noise) {
		this.#noise = noise;
	}
	set tortureSeen(seen) {
		this.#tortureSeen = seen;
	}
	get wantsAll() {
		return this.#open.length > 0 || this.#leadIn !== void 0;
	}
	messages(messages, line) {
		for (const message of messages) this.#message(message, line);
	}
	#message(message, line) {
		const { text } = message;
		this.#stamped ||= message.time !== void 0;
		if (cutHere.test(text)) {
			this.#feed(message, line.number);
			this.#leadIn = {
				caller: message.caller,
				number: line.number,
				texts: [text]
			};
			return;
		}
		const isCandidate = (line.flags & flag.candidate) !== 0;
		if (isCandidate && this.#boots.isReboot(message, line.earlier)) this.#reboot(message, line.number);
		const header = isCandidate ? headerOf(text) : void 0;
		if (header !== void 0 && this.#header(header, message, line.number)) return;
		if (header !== void 0 || !chatter.test(text)) this.#feed(message, line.number);
		if (isCandidate && header === void 0) this.#headless(message, line.number);
		this.#prepare(message, line.number);
	}
	#header({ recognised, at }, message, number) {
		const { text } = message;
		const ours = at === 0 ? message : {
			...message,
			text: text.slice(at)
		};
		if (this.#belongs(ours) || this.#noise.isHarmless(text)) return false;
		if (text.slice(0, at).trim() !== "") this.#feed({
			...message,
			text: text.slice(0, at)
		}, number);
		this.#begin(recognised, ours, number);
		return true;
	}
	#headless(message, number) {
		if (this.#folded.isFull) return;
		const opening = openingOf(message.text);
		if (opening === void 0) return;
		const targets = this.#targets(message);
		if (opening === "report" ? targets.some((report) => !report.hasStack) : targets.length > 0) return;
		const echo = this.#echo;
		if (opening === "dump" && echo !== void 0 && number < echo.until && echo.caller === message.caller) return;
		this.#retire(message);
		this.#push(new Unrecognised(opening, message, number));
	}
	takeFresh() {
		return this.#folded.takeFresh();
	}
	settle() {
		for (const report of this.#open) {
			report.cut();
			this.#close(report);
		}
		this.#open = [];
		this.#lastFed = void 0;
		this.#leadIn = void 0;
	}
	record(finding) {
		this.#crashed(finding, finding.consoleLine + finding.lines);
		this.#folded.add(finding);
	}
	get errors() {
		return this.#folded.errors;
	}
	get findings() {
		return this.#folded.all;
	}
	#begin(recognised, message, number) {
		const leadIn = this.#leadIn && this.#leadIn.caller === message.caller ? this.#leadIn : void 0;
		this.#leadIn = void 0;
		if (recognised.recipe.secondary && this.#followsCrash(number)) {
			this.#echo = {
				caller: message.caller,
				until: number + usualLength
			};
			return;
		}
		this.#retire(message);
		const foreign = message.time === void 0 && this.#stamped;
		const [texts, firstLine] = leadIn ? [leadIn.texts, leadIn.number] : [[], number];
		const report = new Report(recognised, message, number, texts, firstLine, foreign);
		const identity = report.isClear ? report.identity() : void 0;
		const isKnown = identity !== void 0 && this.#folded.has(identity.fingerprint);
		if (this.#folded.isFull && !isKnown) this.#drop(report, number);
		else if (report.isOver || isKnown) this.#close(report, number, identity);
		else this.#push(report);
	}
	#push(report) {
		if (this.#open.length >= limits.openReports) this.#close(this.#open.shift());
		this.#open.push(report);
		this.#lastFed = report;
	}
	#belongs(message) {
		return this.#targets(message).some((report) => report.absorbs(message));
	}
	#targets({ caller }) {
		if (caller === void 0) return this.#open.filter((report) => report.caller === void 0 || report === this.#lastFed);
		return this.#open.filter((report) => report.caller === caller || report.recognised.recipe.allCallers === true);
	}
	#feed(message, number) {
		let ended = false;
		for (const report of this.#targets(message)) {
			report.add(message, number);
			this.#lastFed = report;
			ended ||= report.isOver;
		}
		for (const report of this.#open) {
			if (number - report.firstLine <= limits.reportSpan) break;
			report.add(message, number);
			ended ||= report.isOver;
		}
		if (!ended) return;
		for (const report of this.#open.filter((r) => r.isOver)) this.#close(report);
		this.#open = this.#open.filter((report) => !report.isOver);
		if (this.#lastFed?.isOver) this.#lastFed = void 0;
	}
	#retire({ caller }) {
		const done = this.#open.filter((r) => r.caller === caller && (caller !== void 0 || r.hasStack || r instanceof Unrecognised));
		for (const report of done) this.#close(report);
		this.#open = this.#open.filter((report) => !done.includes(report));
	}
	#close(report, number = report.lastLine, identity) {
		if (report instanceof Unrecognised && !report.hasStack && !report.isReport) return;
		this.#echo = {
			caller: report.caller,
			until: number + usualLength
		};
		const known = identity ?? report.identity();
		if (this.#noise.isIgnored(known.title, report)) return;
		if (known.kind === "oom" && this.#tortureSeen) known.severity = "error";
		if (this.#folded.again(known.fingerprint)) this.#crashed(known, report.firstLine + report.span);
		else this.record(report.finding(known));
	}
	#drop({ caller, recognised: { kind, recipe } }, number) {
		this.#echo = {
			caller,
			until: number + usualLength
		};
		const { severity = recipe.needsStack ? "notice" : "error" } = recipe;
		this.#crashed({
			severity,
			kind
		}, number + 1);
	}
	#crashed({ severity, kind }, end) {
		if (severity === "error" && kind !== "torture-failure") this.#lastCrash = end;
	}
	#followsCrash(number) {
		return number - this.#lastCrash < limits.reportSpan || this.#open.some((report) => (report.recognised.recipe.severity ?? "error") === "error");
	}
	#prepare({ caller, text }, number) {
		if (this.#leadIn === void 0) return;
		if (number - this.#leadIn.number > 8) this.#leadIn = void 0;
		else if (this.#leadIn.caller === caller && this.#leadIn.texts.length < 8) this.#leadIn.texts.push(text);
	}
	#reboot(message, number) {
		const title = "unexpected kernel reboot";
		this.settle();
		this.record({
			kind: "other",
			title,
			severity: "error",
			...message.time === void 0 ? {} : { time: message.time },
			consoleLine: number,
			lines: 1,
			text: message.text,
			truncated: false,
			count: 1,
			fingerprint: fingerprintOf("other", title, void 0)
		});
	}
};

// src/console/noise.ts
const builtInNoise = [
	{
		pattern: /Processor Platform Limit event detected, but not handled/,
		reason: "ACPI firmware event; says nothing about the kernel"
	},
	{
		pattern: /!!! built as module/,
		reason: "scftorture explains a parameter it leaves out"
	},
	{
		pattern: /nocb GP activity on CB-only CPU!!!/,
		reason: "state dump of RCU callbacks, for information"
	},
	{
		pattern: /\bis a DEBUG kernel and it is\b|\bDEBUG kernel\b/,
		reason: "banner of trace_printk() or of a debugging option"
	},
	{
		pattern: /[Ww]arning: unable to open an initial console/,
		reason: "an initrd without /dev/console"
	},
	{
		pattern: /Warning: Failed to add ttynull console/,
		reason: "no console device; the torture test needs none"
	},
	{
		pattern: /NOHZ tick-stop error: Non-RCU local softirq work is pending/,
		reason: "known, rate-limited notice of the tick code; the scripts leave it out too"
	},
	{
		pattern: /^WARNING: (?:Spectre|unprivileged eBPF is enabled|.*\bMDS\b|.*\bL1TF\b|.*speculative)/i,
		reason: "notice about the processor's mitigations"
	},
	{
		pattern: /^WARNING: .*(?:is deprecated|being deprecated|will be removed|obsolete|unsupported hardware)/i,
		reason: "deprecation notice"
	},
	{
		pattern: /^(?:INFO|BUG): (?:recent printk recursion|lockdep is turned off)/,
		reason: "follows from something reported before"
	},
	{
		pattern: /^BUG: arch topology borken/,
		reason: "virtual machine with an unusual CPU topology"
	}
];
var Noise = class {
	#builtIn;
	#input;
	constructor(ignore) {
		this.#input = ignore.map(({ pattern, reason }) => ({
			pattern: new RegExp(pattern),
			shown: {
				pattern,
				reason,
				source: "input",
				count: 0
			}
		}));
		this.#builtIn = builtInNoise.map(({ pattern, reason }) => ({
			pattern,
			shown: {
				pattern: pattern.source,
				reason,
				source: "built-in",
				count: 0
			}
		}));
	}
	isHarmless(message) {
		return hides(this.#builtIn, [message]);
	}
	isIgnored(title, report) {
		return this.#input.length > 0 && hides(this.#input, [title, ...report.text.split("\n", 20)]);
	}
	get ignored() {
		return [...this.#builtIn, ...this.#input].filter(({ shown }) => shown.count > 0).map(({ shown }) => shown);
	}
};
function hides(rules, texts) {
	for (const rule of rules) {
		if (!texts.some((text) => rule.pattern.test(text))) continue;
		rule.shown.count++;
		return true;
	}
	return false;
}

// src/console/progress.ts
var ProgressCurve = class {
	#points = [];
	#stride = 1;
	#seen = 0;
	offer(point) {
		if (this.#seen++ % this.#stride !== 0) return;
		const taken = point();
		if (taken === void 0) return;
		this.#points.push(taken);
		if (this.#points.length < limits.progress) return;
		this.#points = this.#points.filter((_, i) => i % 2 === 0);
		this.#stride *= 2;
	}
	get points() {
		return this.#points;
	}
};

// src/console/recording/decoder.ts
const most = 4096;
const fewest = 32;
const [cr, lf] = [13, 10];
const utf16 = (bigEndian) => {
	const decoder = new StringDecoder("utf16le");
	let odd = Buffer.alloc(0);
	return (bytes) => {
		if (!bigEndian) return Buffer.from(decoder.write(bytes), "utf8");
		const all = Buffer.concat([odd, bytes]);
		const even = all.length & -2;
		odd = Buffer.from(all.subarray(even));
		return Buffer.from(decoder.write(Buffer.from(all.subarray(0, even)).swap16()), "utf8");
	};
};
const carriageReturns = (bytes) => {
	const copy = Buffer.from(bytes);
	for (let at = copy.indexOf(cr); at >= 0; at = copy.indexOf(cr, at + 1)) copy[at] = lf;
	return copy;
};
const then = (first, second) => (bytes) => second(first(bytes));
function transcoderOf(head) {
	const order = encodingOf(head);
	if (order === void 0) return hasOnlyReturns(head) ? carriageReturns : void 0;
	const inner = utf16(order === "big");
	return hasOnlyReturns(utf16(order === "big")(head)) ? then(inner, carriageReturns) : inner;
}
function encodingOf(head) {
	if (head.length < 2) return void 0;
	if (head[0] === 255 && head[1] === 254) return "little";
	if (head[0] === 254 && head[1] === 255) return "big";
	if (head.length < fewest) return void 0;
	const nuls = [0, 0];
	const size = Math.min(head.length & -2, 256);
	for (let i = 0; i < size; i++) if (head[i] === 0) nuls[i % 2] = nuls[i % 2] + 1;
	const [even, odd] = nuls;
	if (odd > size * .4 && even === 0) return "little";
	return even > size * .4 && odd === 0 ? "big" : void 0;
}
const hasOnlyReturns = (head) => !head.includes(lf) && head.indexOf(cr) !== head.lastIndexOf(cr);
var Decoder = class {
	#head = Buffer.alloc(0);
	#transcode;
	write(bytes) {
		if (this.#head === void 0) return this.#transcode?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) ?? bytes;
		const head = this.#head.length === 0 ? bytes : Buffer.concat([this.#head, bytes]);
		const view = Buffer.from(head.buffer, head.byteOffset, head.length);
		if (view.length < most && (view.length < fewest || !view.includes(lf))) {
			this.#head = Buffer.from(view);
			return Buffer.alloc(0);
		}
		return this.#decide(view);
	}
	flush() {
		return this.#head === void 0 || this.#head.length === 0 ? Buffer.alloc(0) : this.#decide(this.#head);
	}
	#decide(head) {
		this.#head = void 0;
		this.#transcode = transcoderOf(head.subarray(0, most));
		return this.#transcode?.(head) ?? head;
	}
};

// src/console/findings/message.ts
const noPrefixes = {
	before: [],
	after: void 0
};
const escapes = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|[@-Z\\-_c])/g;
const controls$1 = /[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/g;
const stamp$1 = /\[ {0,9}(\d{1,20}\.\d{6})(?: <[ \d.]{8,20}>)?\]/g;
const wrapped = 1e10;
const minute = /^\[(?:[A-Z][a-z]{2} {0,2}\d{1,2} \d\d:\d\d| *\+\d{1,9}\.\d{6})\] ?/;
const wallClock = /^(?:kern *:\w{1,8} *: )?(?:\[[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}(?: <[ \d.]{8,20}>)?\] ?|(?:\[?\d{4}-\d\d-\d\d[T ]|\[?(?=\d\d:\d\d:\d\d\.))\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]? )/;
const syslog = /^(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S{8,26}) \S+ kernel: ?/;
const identifier = /^(?:[\w.-]{1,64} )?kernel: ?/;
const kmemleak = /^kmemleak: (?= |unreferenced object )/;
const level = /^(?:\(initramfs\) )?<\d{1,3}>/;
const record = /^\d{1,4},\d{1,12},(\d{1,16}),[^;,]{0,4}(?:,caller=([TC]\d{1,8}))?[^;]{0,40};/;
const callerField = /^ ?\[ *([TCS]\d{1,8})\] ?/;
const vendorField = /^ ?(?:-?\(\d{1,3}\))?\[ *\d{1,8}: *[\w/:.-]{1,20}(?:: *\d{1,8})?\] ?|^ ?c\d{1,3} {1,6}\d{1,8} /;
function withoutControls(raw) {
	return /[^\t\u0020-\u007e\u0080-\ufefe]/.test(raw) ? raw.replace(escapes, "").replace(controls$1, "") : raw;
}
function withoutPrefix$1(text, { before }) {
	for (const prefix of before) {
		const rest = prefix.strip(text);
		if (rest !== void 0) return rest;
	}
	return text;
}
__name(withoutPrefix$1, "withoutPrefix");
const isStamped = (text) => text.startsWith("[") && text.search(stamp$1) === 0;
function stampsOf(text) {
	const found = [];
	if (!text.includes("[")) return found;
	stamp$1.lastIndex = 0;
	for (let match = stamp$1.exec(text); match !== null; match = stamp$1.exec(text)) {
		const end = match.index + match[0].length;
		if (match.index > 0 && end === text.length) continue;
		const time = Number(match[1]);
		found.push({
			start: match.index,
			end,
			time: time < wrapped ? time : void 0
		});
	}
	return found;
}
function messagesOf(line, prefixes = noPrefixes) {
	const kmsg = /^\d/.test(line) ? record.exec(line) : null;
	if (kmsg) return [{
		text: line.slice(kmsg[0].length),
		time: Number(kmsg[1]) / 1e6,
		caller: kmsg[2]
	}];
	const stamps = stampsOf(line);
	const [first] = stamps;
	if (first === void 0) return [unstamped(line)];
	const messages = [];
	const front = withoutLevel(line.slice(0, first.start));
	if (front !== "") messages.push({
		text: front,
		time: void 0,
		caller: void 0
	});
	for (const [i, { end, time }] of stamps.entries()) {
		const piece = line.slice(end, stamps[i + 1]?.start);
		const message = stamped(i + 1 < stamps.length ? withoutLevel(piece) : piece, time, prefixes.after);
		if (message.text !== "" || stamps.length === 1) messages.push(message);
	}
	const [head = unstamped(""), ...more] = messages;
	return [head, ...more];
}
const withoutLevel = (text) => text.replace(/(?:kern *:\w{1,8} *: |<\d{1,3}>) ?$/, "").trimEnd();
function unstamped(line) {
	const text = line.replace(syslog, "").replace(wallClock, "").replace(minute, "").replace(identifier, "").replace(level, "").replace(kmemleak, "");
	const caller = callerField.exec(text);
	return {
		text: caller ? text.slice(caller[0].length) : text,
		time: void 0,
		caller: caller?.[1]
	};
}
function stamped(rest, time, after) {
	const caller = callerField.exec(rest);
	const text = caller ? rest.slice(caller[0].length) : rest.replace(vendorField, " ").replace(/^ /, "");
	return {
		text: (after?.strip(text) ?? text).replace(identifier, "").replace(kmemleak, ""),
		time,
		caller: caller?.[1]
	};
}

// src/console/recording/tokens.ts
const pattern = /(\d+)|([A-Za-z]+)|( +)|(.)/gsy;
function tokensOf(text, most) {
	const tokens = [];
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match !== null && tokens.length < most; match = pattern.exec(text)) {
		const kind = match[1] ? "digits" : match[2] ? "letters" : match[3] ? "blank" : "other";
		tokens.push({
			kind,
			text: match[0],
			start: match.index,
			end: match.index + match[0].length
		});
	}
	return tokens;
}

// src/console/recording/prefix.ts
const mostTokens = 72;
const fewestLines = 4;
const share = .85;
var Prefix = class {
	#pieces;
	#quote;
	#opened;
	constructor(pieces) {
		this.#pieces = pieces;
		this.#opened = openQuote(pieces);
		this.#quote = pieces[this.#opened]?.text;
	}
	length(line) {
		const tokens = tokensOf(line, this.#pieces.length);
		let cut = 0;
		for (const [i, piece] of this.#pieces.entries()) {
			const token = tokens[i];
			if (token === void 0) {
				const last = tokens.at(-1);
				return piece.kind === "blank" && last !== void 0 && last.end === line.length && i > 0 ? line.length : cut;
			}
			if (!fits(piece, token)) return cut;
			if (piece.cut) cut = piece.kind === "blank" ? token.start + Math.min(piece.width, token.text.length) : token.end;
		}
		return cut;
	}
	strip(line) {
		const length = this.length(line);
		if (length === 0) return void 0;
		const rest = line.slice(length);
		return this.#quote !== void 0 && length > (tokensOf(line, this.#opened + 1).at(-1)?.start ?? 0) ? unquoted(rest, this.#quote) : rest;
	}
	get shape() {
		return JSON.stringify(this.#pieces);
	}
};
function fits(piece, token) {
	if (piece.kind !== token.kind) return false;
	return piece.kind === "blank" || piece.text === void 0 || piece.text === token.text;
}
function openQuote(pieces) {
	let opened = -1;
	for (const [i, { text }] of pieces.entries()) {
		if (text !== "\"" && text !== "'") continue;
		if (opened < 0) opened = pieces[i - 1]?.kind === "letters" ? -1 : i;
		else if (pieces[opened]?.text === text) opened = -1;
	}
	return opened;
}
const escaped = {
	n: "",
	r: "",
	t: "	",
	e: "\x1B",
	"\"": "\"",
	"\\": "\\",
	"/": "/"
};
function unquoted(rest, quote) {
	if (quote === "'") return (/^(?:[^']|'')*/.exec(rest)?.[0] ?? rest).replaceAll("''", "'");
	return (/^(?:[^"\\]|\\.)*/.exec(rest)?.[0] ?? rest).replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))/g, (_, long, short, one) => one === void 0 ? String.fromCharCode(Number.parseInt(long ?? short, 16)) : escaped[one] ?? one);
}
function learnPrefix(lines, certain = false) {
	const sample = lines.filter((line) => line.trim() !== "").map((line) => ({
		line,
		tokens: tokensOf(line, mostTokens)
	}));
	const least = Math.max(fewestLines, Math.ceil(sample.length * share));
	if (sample.length < least) return void 0;
	const pieces = [];
	let alive = sample;
	for (let at = 0; at < mostTokens; at++) {
		const next = agreement(alive, at, least);
		if (next === void 0) break;
		pieces.push(next.piece);
		alive = next.alive;
	}
	const accepted = cuts(pieces, alive, certain);
	const end = pieces.findLastIndex(({ cut }) => cut) + 1;
	return accepted ? new Prefix(pieces.slice(0, end)) : void 0;
}
function agreement(lines, at, least) {
	const kind = mostFrequent(lines.map(({ tokens }) => tokens[at]?.kind));
	if (kind === void 0) return void 0;
	let alive = lines.filter(({ tokens }) => tokens[at]?.kind === kind);
	const texts = alive.map(({ tokens }) => tokens[at]?.text);
	const width = kind === "blank" ? Math.min(...texts.map(({ length }) => length)) : 0;
	let [text, date] = [void 0, false];
	if (kind === "letters" || kind === "other") {
		const usual = mostFrequent(texts);
		const same = alive.filter(({ tokens }) => tokens[at]?.text === usual);
		date = kind === "letters" && isDate(usual);
		const fixed = same.length >= least && !date && !isValue(alive, at, same.length < alive.length);
		if (kind === "other" || fixed) {
			alive = same;
			text = usual;
		}
	}
	return alive.length < least ? void 0 : {
		piece: {
			kind,
			text,
			date,
			width,
			cut: false
		},
		alive
	};
}
function isValue(lines, at, differs) {
	const [before, after] = [-1, 1].map((by) => mostFrequent(lines.map(({ tokens }) => tokens[at + by]?.text)));
	return (before === "\"" || before === "'") && after === before || differs && before === "[" && after === "]";
}
function mostFrequent(values) {
	const counts = /* @__PURE__ */ new Map();
	for (const value of values) if (value !== void 0) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
const isDate = (text) => /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/.test(text);
const closes = /* @__PURE__ */ new Set([
	"]",
	"|",
	"\"",
	"'",
	">",
	"	",
	"}",
	"│"
]);
function cuts(pieces, lines, certain) {
	let from = 0;
	let any = false;
	for (const [i, piece] of pieces.entries()) {
		const last = i === pieces.length - 1;
		if (!(piece.kind === "blank" || piece.kind === "other" && (last || closes.has(piece.text))) && !(certain && last)) continue;
		const segment = pieces.slice(from, i + 1);
		if (!certain && !isPrefix(segment, lines, from, i)) continue;
		piece.cut = true;
		any = true;
		from = i + 1;
	}
	return any;
}
function isPrefix(segment, lines, from, to) {
	const fixed = segment.map(({ kind, text }) => text ?? (kind === "blank" ? " " : "")).join("");
	if (/(?:torture|scale):/.test(fixed)) return false;
	if (hasOpening(fixed)) return false;
	const closed = closes.has(segment.findLast(({ kind }) => kind !== "blank")?.text ?? "");
	const blank = segment.at(-1)?.kind === "blank";
	const has = (kind) => segment.some((piece) => piece.kind === kind);
	if (segment.some((piece, i) => isFreeWord(piece, segment[i - 1], segment[i + 1]))) return closed;
	if (!has("letters") && !has("digits")) return closed || blank;
	if (has("digits")) return closed || blank && (has("other") || has("letters")) || counts(lines, from, to);
	return closed || blank && isDiverse(lines, to);
}
function isFreeWord(piece, before, after) {
	return piece.kind === "letters" && piece.text === void 0 && !piece.date && before?.kind !== "digits" && after?.kind !== "digits";
}
function counts(lines, from, to) {
	const at = lines[0]?.tokens.findIndex(({ kind }, i) => kind === "digits" && i >= from && i <= to) ?? -1;
	const values = lines.map(({ tokens }) => Number(tokens[at]?.text));
	return values.filter((value, i) => i > 0 && value < values[i - 1]).length <= values.length * .05 && new Set(values).size > 1;
}
function isDiverse(lines, to) {
	return new Set(lines.map(({ line, tokens }) => /^ *\S{1,12}/.exec(line.slice(tokens[to]?.end))?.[0] ?? "")).size >= Math.max(4, lines.length * .3);
}

// src/console/recording/wrap.ts
const narrowest = 60;
const usual = /* @__PURE__ */ new Set([
	80,
	100,
	120,
	132
]);
function wrapWidth(lines) {
	const width = Math.max(0, ...lines.map(({ length }) => length));
	if (width < narrowest) return 0;
	let [full, broken] = [0, 0];
	for (const [i, line] of lines.entries()) {
		const next = lines[i + 1];
		if (line.length !== width || next === void 0) continue;
		full++;
		if (next !== "" && !isStamped(next)) broken++;
	}
	const enough = usual.has(width) ? 1 : 3;
	return broken >= enough && broken >= full * .8 ? width : 0;
}

// src/console/recording/recording.ts
const firstWindow = 64;
const laterWindow = 32;
const plain = 12;
const longestWait = 1 << 17;
const mostPrefixes = 4;
var Recording = class {
	#sink;
	#isCandidate;
	#candidateFlag;
	#prefixes = noPrefixes;
	#window = [];
	#size = firstWindow;
	#plain = 0;
	#next = 0;
	#wait = laterWindow;
	#width = 0;
	#broken;
	#latest;
	constructor(sink, candidateFlag, interesting) {
		this.#sink = sink;
		this.#candidateFlag = candidateFlag;
		this.#isCandidate = (flags) => (flags & interesting) !== 0;
	}
	get wantsAll() {
		return this.#window !== void 0 || this.#width > 0 || this.#sink.wantsAll;
	}
	line(number, flags, decode) {
		if (!this.#isCandidate(flags) && !this.wantsAll) return;
		const line = {
			number,
			flags,
			text: decode()
		};
		const pieces = line.text.includes("\r") ? line.text.split(/\r+/).filter((piece) => piece.trim() !== "") : [line.text];
		for (const piece of pieces.length === 0 ? [""] : pieces) this.#piece({
			number,
			flags,
			text: withoutControls(piece)
		});
	}
	settle() {
		this.#learn();
		this.#flushBroken();
	}
	#piece(line) {
		if (this.#window === void 0 && this.#mayTeach(line)) this.#window = [];
		if (this.#window === void 0) {
			this.#join(line);
			return;
		}
		this.#window.push(line);
		this.#plain = isStamped(line.text) ? this.#plain + 1 : 0;
		const long = this.#plain >= plain && !this.#window.some(({ text }) => text.length === 80);
		if (this.#window.length >= this.#size || long) this.#learn();
	}
	#mayTeach(line) {
		if (line.number < this.#next || (line.flags & this.#candidateFlag) === 0) return false;
		if (isStamped(line.text) || stampsOf(line.text).length > 0) return false;
		return !this.#prefixes.before.some((prefix) => prefix.length(line.text) > 0);
	}
	#learn() {
		const window = this.#window;
		if (window === void 0) return;
		this.#window = void 0;
		this.#plain = 0;
		const learned = this.#study(window.map(({ text }) => text));
		this.#wait = learned ? laterWindow : Math.min(this.#wait * 2, longestWait);
		this.#next = (window.at(-1)?.number ?? 0) + this.#wait;
		this.#size = laterWindow;
		for (const line of window) this.#join(line);
	}
	#study(lines) {
		const fronts = lines.flatMap((line) => {
			const [first] = stampsOf(line);
			return first === void 0 ? [] : [line.slice(0, first.start)];
		});
		const mostStamped = fronts.length * 2 > lines.filter((line) => line.trim() !== "").length;
		const before = mostStamped ? learnPrefix(fronts, true) : learnPrefix(lines);
		const isNew = before !== void 0 && this.#prefixes.before.every(({ shape }) => shape !== before.shape);
		if (isNew) this.#prefixes = {
			...this.#prefixes,
			before: [before, ...this.#prefixes.before].slice(0, mostPrefixes)
		};
		const bare = lines.map((line) => withoutPrefix$1(line, this.#prefixes));
		if (mostStamped) {
			const texts = bare.flatMap((line) => messagesOf(line).filter(({ time }) => time !== void 0)).map(({ text }) => text);
			this.#prefixes = {
				...this.#prefixes,
				after: learnPrefix(texts) ?? this.#prefixes.after
			};
			this.#width = wrapWidth(bare) || this.#width;
		}
		return isNew;
	}
	#join(line) {
		const text = withoutPrefix$1(line.text, this.#prefixes);
		const bare = {
			...line,
			text
		};
		if (this.#width === 0) {
			this.#emit(bare);
			return;
		}
		const broken = this.#broken;
		this.#broken = void 0;
		if (broken !== void 0 && !isStamped(text)) {
			const flags = broken.flags | line.flags | this.#candidateFlag;
			const joined = {
				number: broken.number,
				flags,
				text: broken.text + text
			};
			if (text.length === this.#width && joined.text.length < 4096) this.#broken = joined;
			else this.#emit(joined);
			return;
		}
		if (broken !== void 0) this.#emit(broken);
		if (text.length === this.#width) this.#broken = bare;
		else this.#emit(bare);
	}
	#flushBroken() {
		if (this.#broken !== void 0) this.#emit(this.#broken);
		this.#broken = void 0;
	}
	#emit(line) {
		if (!this.#isCandidate(line.flags) && !this.#sink.wantsAll) {
			this.#latest = stampsOf(line.text).at(-1)?.time ?? this.#latest;
			return;
		}
		const messages = messagesOf(line.text, this.#prefixes);
		this.#sink.messages(messages, {
			...line,
			earlier: this.#latest
		});
		this.#latest = messages.at(-1)?.time ?? this.#latest;
	}
};

// src/console/scripts/badness.ts
const append = (before, now) => {
	if (before.count >= limits.diagnostics) return {
		count: before.count + now.count,
		texts: before.texts
	};
	const texts = [...before.texts, ...now.texts].slice(0, limits.diagnostics);
	return {
		count: before.count + now.count,
		texts
	};
};
var Badness = class {
	#printed;
	#selected;
	constructor(gate, { lowerCallTraces }) {
		this.#selected = flag.bad | (lowerCallTraces ? flag.lowerTrace : 0);
		this.#printed = new Printed(gate, append);
	}
	line(line) {
		if ((line.flags & flag.excluded) !== 0 || !isText(line)) return;
		if ((line.flags & this.#selected) === 0 && !inOrder(scriptText(line), "rcu_", "kthread starved for")) return;
		const room = this.count < limits.diagnostics;
		const shown = room ? scriptText(line).slice(0, limits.diagnosticCharacters) : "";
		this.#printed.add(line.end, {
			count: 1,
			texts: room ? [shown] : []
		});
	}
	get count() {
		return this.#printed.value?.count ?? 0;
	}
	get lines() {
		return this.#printed.value?.texts ?? [];
	}
};
function isTortureBang(line) {
	return scriptText(line).split("\0").some((part) => inOrder(part, "-torture", "!!!"));
}

// src/console/scripts/versions.ts
const usualLine = /^\[[ \d.]{5,20}\][ -z]{0,20}-torture: rtc: (?!0+ )[0-9a-f]{9,16} (?=ver: (\d+) )/;
const noReader = /rtc: 0{8,} /;
function withoutPrefix(text) {
	return withoutStamp(text.startsWith("(") ? text.replace(/^\(initramfs\)[^\]\udc80-\udcff]*\] /u, "") : text);
}
var Versions = class {
	#count = 0;
	#version = "0";
	#bad;
	line(line) {
		const text = scriptText(line);
		const usual = usualLine.exec(text);
		if (usual && text.lastIndexOf("ver: ") === usual[0].length && !text.includes("(null)")) {
			this.#next(usual[1]);
			return;
		}
		if (!inOrder(text, "torture:", "ver:")) return;
		if (text.includes("(null)") || text.includes("rtc: 0000") && noReader.test(text)) return;
		this.#next(firstField(afterLast(withoutPrefix(text), "ver: ")));
	}
	#next(now) {
		this.#count++;
		if (!this.#bad && (!looksNumeric(now) || compare(now, this.#version) <= 0)) this.#bad = {
			before: this.#version,
			now,
			at: this.#count
		};
		this.#version = now;
	}
	get complaint() {
		const bad = this.#bad;
		if (!bad) return void 0;
		if (compare(bad.before, bad.now) === 0 && compare(bad.now, this.#version) === 0) return `GP HANG at ${this.#version} torture stat ${bad.at}`;
		return `BAD SEQ ${bad.before}:${bad.now} last:${this.#version} version ${bad.at}`;
	}
};

// src/console/scripts/parseConsole.ts
var ParseConsole = class {
	#suite;
	#badness;
	#versions = new Versions();
	#failure = false;
	#tortureBang = false;
	#success = false;
	#hotplug = false;
	#versionLines = 0;
	#lastBangs;
	constructor(suite, gate, dialect) {
		this.#suite = suite;
		this.#badness = new Badness(gate, dialect);
	}
	line(line) {
		const { flags } = line;
		if (flags & (flag.bad | flag.lowerTrace | flag.starved)) this.#badness.line(line);
		if (flags & flag.failure) this.#failure = true;
		if (flags & flag.success) this.#success = true;
		if (flags & flag.hotplug) this.#hotplug = true;
		if (flags & flag.version) {
			this.#versionLines++;
			this.#versions.line(line);
		}
		if (flags & flag.bangs) {
			this.#lastBangs = Buffer.from(bytesOf(line));
			if (!this.#tortureBang) this.#tortureBang = isTortureBang(line);
		}
	}
	get completion() {
		if (this.#suite === "rcuscale" || this.#suite === "refscale") return "not-demanded";
		if (this.#failure || this.#tortureBang) return "failure";
		if (this.#success) return "success";
		return this.#hotplug ? "hotplug" : "none";
	}
	get sequenceComplaint() {
		const { completion } = this;
		return completion === "failure" || completion === "not-demanded" ? void 0 : this.#versions.complaint;
	}
	verdict(title, more) {
		const diagnostics = [
			...this.#ending(title),
			...this.#badness.lines,
			...more
		];
		return {
			failed: this.#ending(title).length + this.#badness.count + more.length > 0,
			diagnostics: diagnostics.slice(0, limits.diagnostics).map((text) => text.slice(0, limits.diagnosticCharacters))
		};
	}
	#ending(title) {
		const complaint = this.#versions.complaint;
		const sequence = complaint === void 0 ? [] : [squeeze(`WARNING: ${title} ${complaint}`)];
		switch (this.completion) {
			case "not-demanded": return [];
			case "failure": return [squeeze(`BUG: ${title} FAILURE, ${instances(this.#lastBangs && decodeAsScripts(this.#lastBangs))}`)];
			case "success": return sequence;
			case "hotplug": return [squeeze(`WARNING: HOTPLUG FAILURES ${title} ${complaint ?? ""}`)];
			case "none": return [squeeze(`${title} no success message, ${this.#versionLines} successful version messages`), ...sequence];
		}
	}
};
function instances(bangs) {
	if (bangs === void 0) return "";
	const words = fields(bangs);
	if (words.length < 9) return withoutStamp(bangs).replaceAll("\0", "");
	const sum = words.slice(-9).reduce((total, word) => total + numberOf(word), 0);
	return `${printed(sum)} instances`;
}

// src/console/tail.ts
const size = 4096;
const stamp = /\[ {0,9}(\d{1,10}\.\d{6})(?: <[ \d.]{8,20}>)?\]/g;
var Tail = class {
	#bytes = Buffer.alloc(2 * size);
	#length = 0;
	#earlier;
	#known;
	#isKnown = true;
	add(bytes) {
		const last = bytes.subarray(Math.max(0, bytes.length - size));
		if (this.#length + last.length > 2 * size) {
			if (bytes.length < size || !last.includes(91)) this.#earlier = this.time;
			const kept = Math.min(size, this.#length, 2 * size - last.length);
			this.#bytes.copyWithin(0, this.#length - kept, this.#length);
			this.#length = kept;
		}
		this.#bytes.set(last, this.#length);
		this.#length += last.length;
		this.#isKnown = false;
	}
	get time() {
		if (this.#isKnown) return this.#known;
		const last = [...this.#bytes.toString("latin1", 0, this.#length).matchAll(stamp)].at(-1)?.[1];
		this.#isKnown = true;
		this.#known = last === void 0 ? this.#earlier : Number(last);
		return this.#known;
	}
};

// src/console/analyzer.ts
const progressFlags = flag.version | flag.writesTotal;
const startFlags = flag.start | flag.version | flag.writesTotal | flag.scale | flag.scfInvoked;
var ConsoleAnalyzer = class {
	#options;
	#gate = new BinaryGate();
	#noise;
	#decoder = new Decoder();
	#collector;
	#recording;
	#scripts;
	#counter;
	#scanner;
	#progress = new ProgressCurve();
	#tail = new Tail();
	#booted;
	constructor(options) {
		this.#options = options;
		this.#noise = new Noise(options.ignore ?? []);
		this.#collector = new Collector(this.#noise);
		this.#scripts = new ParseConsole(options.suite, this.#gate, options.dialect ?? dialectOf(""));
		this.#counter = counterOf(options.suite, {
			gate: this.#gate,
			plannedSeconds: options.plannedSeconds
		});
		const recording = new Recording(this.#collector, flag.candidate, flag.candidate | flag.bad);
		this.#recording = recording;
		const counter = this.#counter;
		this.#scanner = new LineScanner({
			get wantsAll() {
				return recording.wantsAll || counter.wantsAll;
			},
			line: (line) => this.#line(line),
			nul: (offset) => this.#gate.nul(offset)
		});
	}
	write(chunk) {
		this.#scan(this.#decoder.write(chunk));
		return this.#collector.takeFresh();
	}
	settle() {
		this.#scan(this.#decoder.flush());
		this.#recording.settle();
		this.#collector.settle();
		return this.#collector.takeFresh();
	}
	snapshot() {
		return {
			lines: this.#scanner.lines,
			bytes: this.#scanner.bytes,
			lastTime: this.#tail.time,
			counters: this.#counters(),
			errors: this.#collector.errors,
			completion: this.#scripts.completion
		};
	}
	end() {
		this.#scan(this.#decoder.flush());
		this.#scanner.end();
		this.#recording.settle();
		this.#collector.settle();
		const closeCalls = this.#counter.diagnostics();
		const title = this.#options.title ?? "";
		this.#conclude(closeCalls);
		const counters = this.#counters();
		const work = counters.gracePeriods ?? counters.operations ?? counters.durations?.count ?? 0;
		return {
			counters,
			findings: this.#collector.findings,
			ignored: this.#noise.ignored,
			scripts: this.#scripts.verdict(title, closeCalls),
			completion: this.#scripts.completion,
			progress: this.#progress.points,
			bytes: this.#scanner.bytes,
			lines: this.#scanner.lines,
			hasNul: this.#gate.sawNul,
			started: (this.#scanner.seen & startFlags) !== 0,
			tested: work > 0 || (this.#scanner.seen & flag.updates) !== 0,
			booted: this.#booted,
			hasExtracts: (this.#scanner.seen & flag.extract) !== 0
		};
	}
	#scan(bytes) {
		if (bytes.length === 0) return;
		this.#scanner.write(bytes);
		this.#tail.add(bytes);
	}
	#line(line) {
		this.#scripts.line(line);
		this.#counter.line(line);
		if (line.flags & progressFlags) this.#progress.offer(() => this.#point(line));
		if (line.flags & flag.version) this.#collector.tortureSeen = true;
		if (this.#booted === void 0 && line.flags & flag.candidate) this.#booted = bootedKernel(decode(line));
		this.#recording.line(line.number, line.flags, () => decode(line));
	}
	#point(line) {
		const value = this.#counter.takeProgress();
		const stamp = /\[ {0,5}(\d{1,9}\.\d{6})\]/.exec(scriptText(line))?.[1];
		return value === void 0 || stamp === void 0 ? void 0 : {
			time: Number(stamp),
			value
		};
	}
	#counters() {
		const counters = this.#counter.counters();
		const { time } = this.#tail;
		return time === void 0 ? counters : {
			...counters,
			lastTime: time
		};
	}
	#conclude(closeCalls) {
		const complaint = this.#scripts.sequenceComplaint;
		if (complaint?.startsWith("GP HANG")) this.#record("gp-hang", "GP HANG: no grace period completed", complaint);
		else if (complaint) this.#record("bad-sequence", "BAD SEQ: version numbers do not increase", complaint);
		if (this.#scripts.completion === "failure" && !this.#collector.findings.some(({ kind }) => kind === "torture-failure")) this.#record("torture-failure", "torture test: FAILURE", "The console says FAILURE, or !!! for a torture test.");
		for (const text of closeCalls) this.#record("close-calls", "Reader Batch close calls", text.replace(/:$/, ""));
	}
	#record(kind, title, text) {
		this.#collector.record({
			kind,
			title,
			severity: "error",
			consoleLine: Math.max(1, this.#scanner.lines),
			lines: 1,
			text,
			truncated: false,
			count: 1,
			fingerprint: fingerprintOf(kind, title, void 0)
		});
	}
};
function decode({ source, start, stop, flags }) {
	const encoding = (flags & flag.high) !== 0 ? "utf8" : "latin1";
	return source.toString(encoding, start, Math.min(stop, start + limits.messageBytes));
}

// src/contracts/guestNames.ts
const guestName = /^([A-Z0-9][A-Z0-9_-]*)(?:\.([1-9]\d*))?$/;
function parseGuestName(name) {
	const match = guestName.exec(name);
	return match ? {
		scenario: match[1] ?? "",
		repetition: Number(match[2] ?? 1)
	} : void 0;
}
function guestNameOf(scenario, repetition) {
	return repetition === 1 ? scenario : `${scenario}.${repetition}`;
}

// src/rundir/qemuCmd.ts
const tricks = /[`$;&|<>(){}\n\r]/;
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
function splitWords(line, where) {
	const words = [];
	let word;
	let quote = "";
	for (let i = 0; i < line.length; i++) {
		const c = line.charAt(i);
		if (quote === "'" ? false : tricks.test(c)) throw new InputError(`${where}: "${c}" in the command is not allowed (nothing of a run directory is run by a shell); remove it.`);
		if (quote !== "") {
			if (c === quote) quote = "";
			else if (c === "\\" && quote === "\"" && /["\\]/.test(line.charAt(i + 1))) word += line.charAt(++i);
			else word += c;
		} else if (c === "\"" || c === "'") {
			quote = c;
			word ??= "";
		} else if (c === " " || c === "	") {
			if (word !== void 0) words.push(word);
			word = void 0;
		} else if (c === "\\") {
			if (i + 1 === line.length) throw new InputError(`${where}: the command ends in a backslash.`);
			word = (word ?? "") + line.charAt(++i);
		} else word = (word ?? "") + c;
	}
	if (quote !== "") throw new InputError(`${where}: a ${quote} of the command is never closed.`);
	if (word !== void 0) words.push(word);
	return words;
}
function settingValue(text) {
	return /^(["'])(.*)\1(?:;.*)?$/.exec(text)?.[2] ?? text.replace(/;.*$/, "");
}
function parseQemuCmd(text, where) {
	if (controls.test(text)) throw new InputError(`${where}: holds control characters; remove them.`);
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	const commands = lines.filter((line) => !line.startsWith("#"));
	if (commands.length !== 1) throw new InputError(`${where}: holds ${commands.length} commands; a qemu-cmd file holds one.`);
	const [program, ...rest] = splitWords(commands[0] ?? "", where);
	if (program === void 0 || !/^(\/[\w./+-]*\/)?qemu-(system-[\w-]+|kvm)$/.test(program)) throw new InputError(`${where}: "${program ?? ""}" is no qemu-system-… program.`);
	const settings = /* @__PURE__ */ new Map();
	for (const line of lines) {
		const match = /^# ([A-Za-z_]\w*)=(.*)$/.exec(line);
		if (match) settings.set(match[1] ?? "", settingValue(match[2] ?? ""));
	}
	return {
		argv: [program, ...rest],
		settings
	};
}
function optionValue(argv, option) {
	const at = argv.lastIndexOf(option);
	return at < 0 ? void 0 : argv[at + 1];
}
function withOption(argv, option, value) {
	const [program, ...rest] = argv;
	if (!rest.includes(option)) return [
		program,
		...rest,
		option,
		value
	];
	return [program, ...rest.map((word, i) => rest[i - 1] === option ? value : word)];
}
function bootParameters(cmd) {
	return (optionValue(cmd.argv, "-append") ?? "").split(/\s+/).filter((word) => word !== "");
}
function plannedSeconds(cmd) {
	const text = bootParameters(cmd).findLast((word) => /\.shutdown_secs=\d+$/.test(word))?.replace(/^.*=/, "") ?? cmd.settings.get("seconds");
	return text !== void 0 && /^\d+$/.test(text) ? Number(text) : void 0;
}

// src/rundir/buildFiles.ts
const buildFileNames = [
	/^\.config$/,
	/^ConfigFragment(\.input)?$/,
	/^Make\.[\w.]*(out|err)$/,
	/^Module\.symvers$/,
	/^System\.map$/,
	/^bare-metal$/,
	/^builtkernel$/
];
function imageName(cmd) {
	const path = optionValue(cmd.argv, "-kernel");
	return path === void 0 ? void 0 : basename(path);
}
function isBuildFile(name, image) {
	return name === image || buildFileNames.some((pattern) => pattern.test(name));
}

// src/rundir/names.ts
const runFiles = {
	batches: "batches",
	kcsan: "kcsan.sum",
	log: "log",
	remoteLog: "remote-log",
	reRun: "re-run",
	results: "results.json",
	scenarios: "scenarios",
	suite: ["torture_suite", "TORTURE_SUITE"],
	testId: "testid.txt"
};
const guestFiles = {
	buildOnly: "buildonly",
	config: ".config",
	configFragment: "ConfigFragment",
	configFragmentInput: "ConfigFragment.input",
	console: "console.log",
	diagnostics: "console.log.diags",
	ftraceSuffix: ".ftrace",
	makeDefconfig: "Make.defconfig.out",
	makeOut: "Make.out",
	qemuCmd: "qemu-cmd",
	qemuOutput: "qemu-output",
	qemuRetval: "qemu-retval",
	runOutput: "kvm-test-1-run-qemu.sh.out",
	vmlinux: "vmlinux",
	warnings: "Warnings"
};
function sampleConsole(sample) {
	return `console.sample-${sample}.log.zst`;
}
function datestamp(now) {
	const two = (n) => String(n).padStart(2, "0");
	return `${[
		now.getFullYear(),
		two(now.getMonth() + 1),
		two(now.getDate())
	].join(".")}-${[
		now.getHours(),
		now.getMinutes(),
		now.getSeconds()
	].map(two).join(".")}`;
}

// src/rundir/files.ts
const mebibyte = 1048576;
const longestText = 256 * mebibyte;
const shortText = 16 * mebibyte;
const missing = /* @__PURE__ */ new Set(["ENOENT", "ENOTDIR"]);
function kindOf(found) {
	if (found.isDirectory()) return "a folder";
	if (found.isFIFO()) return "a named pipe (FIFO)";
	return found.isSocket() ? "a socket" : "a device";
}
const codeOf = (error) => error.code ?? "";
function unreadable(path, error) {
	return new InputError(`${path}: cannot be read (${codeOf(error) || String(error)}).`);
}
function isInside(path, folder) {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
async function checkFolder(path) {
	const found = await lstat(path).catch((error) => {
		if (missing.has(codeOf(error))) return void 0;
		throw unreadable(path, error);
	});
	if (found === void 0 || found.isDirectory()) return found !== void 0;
	const what = found.isSymbolicLink() ? "a link" : found.isFile() ? "a file" : kindOf(found);
	throw new InputError(`${path}: is ${what}, not a guest's folder; remove it, or put the folder there.`);
}
async function isBuildOfAnotherRun(real, name) {
	const folder = dirname(real);
	if (basename(real) !== name || parseGuestName(basename(folder)) === void 0) return false;
	if (!/^(bz|z|u|vm)?Image(\.gz)?$|^vmlinux(\.\w+)?$/.test(name) && !isBuildFile(name, void 0)) return false;
	const suites = runFiles.suite.map((file) => lstat(join(dirname(folder), file)).catch(() => void 0));
	return (await Promise.all(suites)).some((found) => found?.isFile());
}
async function locateFile(run, path) {
	try {
		if (dirname(path) !== run) await checkFolder(dirname(path));
		const found = await lstat(path);
		if (found.isFile()) return path;
		if (!found.isSymbolicLink()) throw new InputError(`${path}: is ${kindOf(found)}; a run directory holds regular files. Remove it.`);
		const [real, root] = await Promise.all([realpath(path), realpath(run)]);
		if (!isInside(real, root) && !await isBuildOfAnotherRun(real, basename(path))) throw new InputError(`${path}: is a link that leaves the run directory, to ${real}; remove it, or copy the file.`);
		const target = await lstat(real);
		if (target.isFile()) return real;
		throw new InputError(`${path}: is a link to ${kindOf(target)}; a run directory holds regular files. Remove it.`);
	} catch (error) {
		if (error instanceof InputError) throw error;
		if (missing.has(codeOf(error))) return void 0;
		if (codeOf(error) === "ELOOP") throw new InputError(`${path}: is a link to itself; remove it.`);
		throw unreadable(path, error);
	}
}
async function openFile(run, path) {
	const real = await locateFile(run, path);
	if (real === void 0) return void 0;
	const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK, O_NOCTTY } = constants$1;
	let file;
	try {
		file = await open(real, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
	} catch (error) {
		if (missing.has(codeOf(error))) return void 0;
		throw unreadable(path, error);
	}
	if ((await file.stat()).isFile()) return file;
	await file.close();
	throw new InputError(`${path}: is not a regular file; remove it.`);
}
async function textOf(run, path, most = longestText) {
	await using file = await openFile(run, path);
	if (file === void 0) return void 0;
	const { size } = await file.stat();
	if (size > most) throw new InputError(`${path}: has ${size} bytes; at most ${Math.floor(most / mebibyte)} MiB of it are read. Remove it, or shorten it.`);
	return await file.readFile("utf8");
}
async function sizeOf(run, path) {
	const real = await locateFile(run, path);
	return real === void 0 ? void 0 : (await lstat(real)).size;
}

// src/rundir/console.ts
const packings = [
	".gz",
	".zst",
	".xz"
];
const mostUnpacked = 16 * 2 ** 30;
const block = 1 << 18;
async function findConsole(run, guest) {
	for (const packing of ["", ...packings]) {
		const name = `${guestFiles.console}${packing}`;
		if (await locateFile(run, join(run, guest, name)) !== void 0) return name;
	}
}
async function readConsole(run, path, take) {
	await using file = await openFile(run, path);
	if (file === void 0) return false;
	const packing = packings.find((ending) => path.endsWith(ending));
	if (packing === void 0) await readPlain(file, take);
	else await readPacked(file, packing, path, take);
	return true;
}
async function readPlain(file, take) {
	const buffer = Buffer.allocUnsafeSlow(block);
	for (let read = await file.read(buffer); read.bytesRead > 0; read = await file.read(buffer)) take(buffer.subarray(0, read.bytesRead));
}
async function readPacked(file, packing, path, take) {
	let unpacked = 0;
	let failure;
	const sink = new Writable({ write(chunk, _, done) {
		unpacked += chunk.length;
		if (unpacked > mostUnpacked) return done(/* @__PURE__ */ new Error(`it unpacks to more than ${mostUnpacked} bytes`));
		try {
			take(chunk);
			done();
		} catch (error) {
			failure = { error };
			done(error);
		}
	} });
	try {
		if (packing === ".xz") return await throughXz(file, sink);
		const source = file.createReadStream({ autoClose: false });
		await pipeline(source, packing === ".gz" ? createGunzip() : createZstdDecompress(), sink);
	} catch (error) {
		if (failure !== void 0) throw failure.error;
		throw new InputError(`${path}: cannot be unpacked (${messageOf(error)}); unpack it by hand, or remove it.`);
	}
}
async function throughXz(file, sink) {
	const child = spawn("xz", [
		"--decompress",
		"--stdout",
		"--memlimit-decompress=512MiB"
	], {
		env: plainEnvironment(process.env),
		stdio: [
			file.fd,
			"pipe",
			"pipe"
		]
	});
	let said = "";
	child.stderr?.on("data", (chunk) => {
		said = (said + chunk.toString("utf8")).slice(0, 500);
	});
	const ended = new Promise((resolve, reject) => {
		child.once("error", (error) => reject(error.code === "ENOENT" ? /* @__PURE__ */ new Error("there is no xz program here") : error));
		child.once("close", (status) => status === 0 ? resolve() : reject(new Error(said.trim() || `xz ended with status ${status}`)));
	});
	try {
		await Promise.all([ended, pipeline(child.stdout, sink)]);
	} finally {
		child.kill("SIGKILL");
	}
}

// src/stages/judge/analyzeFile.ts
var Crowded = class extends Error {};
async function analyzeFile({ run, path, options }, most = Number.POSITIVE_INFINITY) {
	const analyzer = new ConsoleAnalyzer(options);
	let found = 0;
	const take = (block) => {
		found += analyzer.write(block).length;
		if (found > most) throw new Crowded();
	};
	return await readConsole(run, path, take) ? analyzer.end() : void 0;
}

export { ConsoleAnalyzer, Crowded, Decoder, analyzeFile, builtInNoise, checkFolder, datestamp, dialectOf, findConsole, fingerprintOf, guestFiles, guestNameOf, imageName, isBuildFile, isInside, limits, locateFile, openFile, optionValue, parseGuestName, parseQemuCmd, plannedSeconds, readConsole, runFiles, sampleConsole, shortText, sizeOf, textOf, withOption };