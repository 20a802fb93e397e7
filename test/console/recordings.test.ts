import { describe, expect, test } from "vitest";
import { ConsoleAnalyzer } from "../../src/console/analyzer.ts";
import type { Finding } from "../../src/results/schema.ts";
import { boots } from "./logs/boots.ts";
import { kinds } from "./logs/kinds.ts";

/** Consoles as others record them. Nothing in `src/` knows these forms: prefixes are learned from the lines. */

type Recorder = (line: string, i: number) => string;

const two = (n: number): string => String(n).padStart(2, "0");
const clock = (i: number): string => `22:${two(Math.floor(i / 60) % 60)}:${two(i % 60)}`;
const micros = (i: number): string => String((i * 7919) % 1_000_000).padStart(6, "0");
const seconds = (i: number): string => (i * 0.25).toFixed(6);

const recorders: Readonly<Record<string, Recorder>> = {
  "GitHub's job log": (line, i) => `2026-11-22T${clock(i)}.${micros(i)}1Z ${line}`,
  "gh run view --log": (line, i) =>
    `torture (TREE03)\tRun rcutorture\t2026-11-22T${clock(i)}.${micros(i)}1Z ${line}`,
  "GitLab's trace": (line, i) => `2026-11-22T${clock(i)}.${micros(i)}Z 01O ${line}`,
  "LAVA's YAML": (line, i) =>
    `- {"dt": "2026-11-22T${clock(i)}.${micros(i)}", "lvl": "${i % 9 === 5 ? "info" : "target"}", "msg": ${JSON.stringify(line)}}`,
  "LAVA's older YAML": (line, i) =>
    `- {dt: '2026-11-22T${clock(i)}.${micros(i)}', lvl: target, msg: '${line.replaceAll("'", "''")}'}`,
  "docker's JSON": (line, i) =>
    `{"log":${JSON.stringify(`${line}\r\n`)},"stream":"stdout","time":"2026-11-22T${clock(i)}.${micros(i)}Z"}`,
  KernelCI: (line, i) => `${clock(i)}.${micros(i).slice(0, 3)}  ${line}`,
  ts: (line, i) => `Nov 22 ${clock(i)} ${line}`,
  "ts at midnight": (line, i) => `${i < 20 ? "Nov 30" : "Dec  1"} ${clock(i)} ${line}`,
  "ts -s": (line, i) => `${clock(i).replace("22", "00")} ${line}`,
  "ts -s %.s": (line, i) => `${seconds(i)} ${line}`,
  "docker compose": (line) => `kernel-vm-1  | ${line}`,
  "kubectl --prefix": (line) => `[pod/kernel-7d9f4/guest] ${line}`,
  "a name in brackets": (line) => `[guest] ${line}`,
  pdsh: (line) => `node17: ${line}`,
  "Go's log": (line, i) => `2026/11/22 ${clock(i)} ${line}`,
  "Go's log with a file": (line, i) => `2026/11/22 ${clock(i)}.${micros(i)} vm.go:${100 + (i % 3)}: ${line}`,
  glog: (line, i) => `I1122 ${clock(i)}.${micros(i)}   12345 console.go:77] ${line}`,
  "epoch seconds": (line, i) => `${1_795_000_000 + i} ${line}`,
  "epoch with a fraction": (line, i) => `[${1_795_000_000 + i}.${micros(i).slice(0, 3)}] ${line}`,
  "a mail": (line) => `> ${line}`.trimEnd(),
  "a mail's answer": (line) => `>> ${line}`.trimEnd(),
  "an indented list": (line) => `    ${line}`.trimEnd(),
  "a tab": (line) => `\t${line}`,
  "numbered lines": (line, i) => `${String(i + 1).padStart(6)}\t${line}`,
  "grep -n": (line, i) => `console.log:${i + 1}:${line}`,
  "journalctl short": (line, i) => `Nov 22 ${clock(i)} host kernel: ${line}`,
  "journalctl short-precise": (line, i) => `Nov 22 ${clock(i)}.${micros(i)} host kernel: ${line}`,
  "journalctl short-iso": (line, i) => `2026-11-22T${clock(i)}+0100 host kernel: ${line}`,
  "journalctl short-monotonic": (line, i) => `[${seconds(i).padStart(12)}] host kernel: ${line}`,
  "journalctl with-unit": (line, i) => `Sun 2026-11-22 ${clock(i)} UTC host kernel[n/a]: ${line}`,
  "dmesg -d": (line, i) => `[${seconds(i).padStart(12)} <    0.250000>] ${line}`,
  "dmesg -e": (line, i) => (i % 30 === 0 ? `[Nov22 22:${two(i / 30)}] ${line}` : `[  +0.250000] ${line}`),
  "dmesg -Td": (line, i) => `[Sun Nov 22 ${clock(i)} 2026 <    0.250000>] ${line}`,
  "dmesg -x": (line) => `kern  :warn  : ${line}`,
};

const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  "UTF-16": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "UTF-16, the other way round": (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  "UTF-16 without a mark": (text) => Buffer.from(text, "utf16le"),
  "UTF-8 with a mark": (text) => Buffer.from(`\ufeff${text}`),
  "carriage returns alone": (text) => Buffer.from(text.replaceAll("\n", "\r")),
  "UTF-16, carriage returns alone": (text) => Buffer.from(text.replaceAll("\n", "\r"), "utf16le"),
  "carriage returns doubled": (text) => Buffer.from(text.replaceAll("\n", "\r\r\n")),
};

const utf8 = (text: string): Buffer => Buffer.from(text);

function errorsOf(bytes: Buffer, chunk = bytes.length): Finding[] {
  const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
  for (let at = 0; at < bytes.length; at += chunk) analyzer.write(bytes.subarray(at, at + chunk));
  return analyzer.end().findings.filter(({ severity }) => severity === "error");
}

const lines = (text: string): string[] => text.replace(/^\n|\n$/g, "").split("\n");
const boot = lines(Object.values(boots)[0] as string).map((line) => line.replace(/^\[[ \d.]+\] /, ""));
const stamp: Recorder = (line, i) => `[${seconds(i).padStart(12)}] ${line}`;
const bare: Recorder = (line) => line;

let turn = 0;

/** Cases that are not as recorded: which, and what came out. */
function wrong(record: Recorder, encode = utf8, inner: Recorder = bare): string[] {
  // Each form meets a quarter of the kinds, all of them together every kind.
  const offset = turn++ % 4;
  return kinds
    .filter((_, i) => i % 4 === offset)
    .flatMap(([title, text]) => {
      const console = [...boot.slice(0, 40), ...lines(text)].map((line, i) => record(inner(line, i), i));
      const found = errorsOf(encode(`${console.join("\n")}\n`)).map((finding) => finding.title);
      return found.length === 1 && found[0] === title ? [] : [`${title}: ${found.join(", ")}`];
    });
}

describe("every kind of report as recorded by", () => {
  test.each(Object.entries(recorders))("%s", (_, record) => {
    expect(wrong(record)).toEqual([]);
    if (!/dmesg|monotonic/.test(_)) expect(wrong(record, utf8, stamp)).toEqual([]);
  });
});

test.each(Object.entries(encodings))("every kind of report in %s", (_, encode) => {
  expect(wrong(bare, encode)).toEqual([]);
  expect(wrong(stamp, encode)).toEqual([]);
});

const pairs: readonly (readonly [outer: string, inner: string])[] = [
  ["GitHub's job log", "KernelCI"],
  ["GitHub's job log", "docker compose"],
  ["GitHub's job log", "ts -s"],
  ["gh run view --log", "a name in brackets"],
  ["GitLab's trace", "ts"],
  ["GitLab's trace", "LAVA's YAML"],
  ["LAVA's YAML", "KernelCI"],
  ["docker's JSON", "journalctl short-precise"],
  ["docker's JSON", "Go's log"],
  ["kubectl --prefix", "epoch seconds"],
  ["docker compose", "journalctl short"],
  ["docker compose", "dmesg -d"],
  ["pdsh", "dmesg -e"],
  ["a mail", "dmesg -Td"],
  ["a mail", "GitHub's job log"],
  ["a mail's answer", "an indented list"],
  ["an indented list", "journalctl with-unit"],
  ["numbered lines", "glog"],
  ["Go's log", "journalctl short-monotonic"],
];

test.each(pairs)("every kind of report in %s around %s", (outer, inner) => {
  const both: Recorder = (line, i) =>
    (recorders[outer] as Recorder)((recorders[inner] as Recorder)(line, i), i);
  expect(wrong(both)).toEqual([]);
});

test.each(Object.entries(recorders))("boots recorded by %s stay without a finding", (_, record) => {
  for (const text of Object.values(boots)) {
    const console = lines(text).map(record).join("\n");
    expect(errorsOf(utf8(`${console}\n`)).map(({ title }) => title)).toEqual([]);
  }
});

const report = lines(kinds.find(([title]) => title.startsWith("KASAN: slab-out-of-bounds"))?.[1] as string);
const titlesOf = (console: readonly string[], chunk?: number): string[] =>
  errorsOf(utf8(`${console.join("\n")}\n`), chunk).map(({ title }) => title);

test("a report alone, as mails quote it, has lines enough to learn from", () => {
  for (const record of Object.values(recorders))
    expect(titlesOf(report.map(record)), record("x", 7)).toEqual(titlesOf(report));
});

test("the recorder begins late, or another one takes over", () => {
  const noise = Array.from(
    { length: 300 },
    (_, i) => `step ${i}: fetched ${i * 77} objects of tree ${i % 5}`,
  );
  const github = recorders["GitHub's job log"] as Recorder;
  const compose = recorders["docker compose"] as Recorder;
  const other = lines(kinds.find(([title]) => title.startsWith("BUG: corrupted list"))?.[1] as string);
  const all = [...noise, ...[...boot, ...report].map(github), ...[...boot.slice(1), ...other].map(compose)];
  const both = [...titlesOf(report), ...titlesOf(other)];
  expect(titlesOf(all)).toEqual(both);
  expect(titlesOf(all, 7)).toEqual(both);
});

test("what torture tests begin their messages with is no prefix", () => {
  const line = "rcu-torture: Reader Pipe:  123456 12 0 0 0 0 0 0 0 0 0";
  const failing =
    "rcu-torture: rtc: 00000000e4e5451c ver: 1234 tfle: 0 rta: 1234 rtaf: 0 rtf: 1225 rtmbe: 1 !!!";
  const console = [...Array.from({ length: 80 }, () => line), failing];
  expect(titlesOf(console)).toContain("rcu-torture: !!! errors counted");
});
