import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../../src/results/schema.ts";
import { decodeFindings, decodeLocations, symbolsNamedIn } from "../../src/symbols/decode.ts";
import { symbolOffsetOf } from "../../src/symbols/frames.ts";
import { LocalExecutor } from "../../src/systems/local.ts";

/** A kernel in small: an ELF file with debug information, built from a tree of sources. */
const sources = {
  "include/toy.h": `
void note(int value);
void stop(void) __attribute__((noreturn));
static inline __attribute__((always_inline)) void toy_inlined(int value)
{
  note(value + 1); /* inlined */
}
`,
  "init/main.c": `
void rcu_toy(int value);
void start_kernel(void) { rcu_toy(1); for (;;); }
`,
  "kernel/rcu/toy.c": `
#include "../../include/toy.h"
static volatile int seen;
__attribute__((noinline)) void note(int value) { seen = value; }
__attribute__((noinline, noreturn)) void stop(void) { for (;;) seen = 2; }
__attribute__((noinline)) void rcu_toy(int value)
{
  toy_inlined(value); /* outer */
  seen = 3;
}
__attribute__((noinline)) void rcu_ends_in_a_call(void)
{
  seen = 4;
  stop(); /* last call */
}
static __attribute__((noinline)) void twice(void) { seen = 5; }
void rcu_one(void) { twice(); seen = 6; }
`,
  "kernel/rcu/other.c": `
static volatile int seen;
static __attribute__((noinline)) void twice(void) { seen = 7; seen = 8; seen = 9; }
void rcu_two(void) { twice(); seen = 10; }
`,
} as const;

const lineOf = (file: keyof typeof sources, words: string) =>
  sources[file].split("\n").findIndex((line) => line.includes(words)) + 1;

const top = mkdtempSync(join(tmpdir(), "symbols-"));
afterAll(() => rmSync(top, { recursive: true }));

const executor = new LocalExecutor();
const build = (name: string, ...options: string[]) => {
  const vmlinux = join(top, name);
  const files = ["init/main.c", "kernel/rcu/toy.c", "kernel/rcu/other.c"];
  const link = ["-nostdlib", "-static", "-no-pie", "-Wl,-e,start_kernel"];
  execFileSync("gcc", ["-O2", "-fno-pie", ...options, ...link, "-o", vmlinux, ...files], {
    cwd: join(top, "tree"),
  });
  return vmlinux;
};

let vmlinux = "";
/** Sizes as kallsyms has them, several for static functions of one name. */
const sizes = new Map<string, number[]>();

beforeAll(() => {
  for (const [name, text] of Object.entries(sources)) {
    mkdirSync(dirname(join(top, "tree", name)), { recursive: true });
    writeFileSync(join(top, "tree", name), text);
  }
  vmlinux = build("vmlinux", "-g");
  const symbols = execFileSync("nm", ["-n", vmlinux], { encoding: "utf8" })
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split(" "));
  for (const [index, [address, , name = ""]] of symbols.entries()) {
    const next = symbols[index + 1]?.[0] ?? address;
    sizes.set(name, [...(sizes.get(name) ?? []), Number(`0x${next}`) - Number(`0x${address}`)]);
  }
});

const sizeOf = (name: string) => sizes.get(name)?.[0] ?? 0;
const hex = (value: number) => `0x${value.toString(16)}`;

function finding(text: string, rest: Partial<Finding> = {}): Finding {
  return {
    kind: "warning",
    title: "WARNING in rcu_toy",
    severity: "error",
    consoleLine: 7,
    lines: text.split("\n").length,
    text,
    truncated: false,
    count: 1,
    fingerprint: "0123456789abcdef",
    ...rest,
  };
}

/** A report with a frame at each offset of a function, since compilers place calls as they like. */
const everywhere = (name: string, prefix = "[    1.234567]  ") =>
  Array.from(
    { length: sizeOf(name) },
    (_, offset) => `${prefix}${name}+${hex(offset)}/${hex(sizeOf(name))}`,
  ).join("\n");

describe("frames", () => {
  it("are taken for return addresses unless the line is about an instruction", () => {
    const foo = { symbol: "foo.isra.0", offset: 0x12, size: 0x340 };
    expect(symbolOffsetOf("[   12.3]  ? foo.isra.0+0x12/0x340")).toEqual({ ...foo, returns: true });
    expect(symbolOffsetOf("RIP: 0010:foo.isra.0+0x12/0x340")).toEqual({ ...foo, returns: false });
    expect(symbolOffsetOf("pc : foo.isra.0+0x12/0x340")).toEqual({ ...foo, returns: false });
    expect(symbolOffsetOf("lr : foo.isra.0+0x12/0x340")).toEqual({ ...foo, returns: true });
    expect(
      symbolOffsetOf("WARNING: CPU: 1 PID: 2 at kernel/rcu/tree.c:3 foo.isra.0+0x12/0x340")?.returns,
    ).toBe(false);
    expect(symbolOffsetOf("BUG: KASAN: slab-use-after-free in foo.isra.0+0x12/0x340")).toEqual({
      ...foo,
      returns: true,
    });
  });

  it("of modules and lines without offsets are none", () => {
    expect(symbolOffsetOf(" foo+0x12/0x340 [rcutorture]")).toBeUndefined();
    expect(symbolOffsetOf("Call Trace:")).toBeUndefined();
  });
});

describe("decoding", () => {
  it("writes file and line behind frames, inlined functions on lines of their own", async () => {
    const [decoded] = await decodeFindings([finding(everywhere("rcu_toy"))], vmlinux, executor);
    const lines = decoded?.text.split("\n") ?? [];
    const inner = lines.findIndex((line) => line.endsWith("[inline]"));
    expect(lines[inner]).toBe(
      `[    1.234567]  toy_inlined include/toy.h:${lineOf("include/toy.h", "inlined */")} [inline]`,
    );
    expect(lines[inner + 1]).toMatch(
      new RegExp(
        `^\\[ {4}1\\.234567\\]  rcu_toy\\+0x[0-9a-f]+/0x[0-9a-f]+ kernel/rcu/toy\\.c:${lineOf("kernel/rcu/toy.c", "outer */")}$`,
      ),
    );
    const frames = lines.filter((line) => !line.endsWith("[inline]"));
    expect(frames.map((line) => line.split(" kernel/")[0]).join("\n")).toBe(everywhere("rcu_toy"));
    const { text: _, ...rest } = finding(everywhere("rcu_toy"));
    expect(decoded).toMatchObject(rest);
  });

  it("looks before a return address: the call may be the last instruction of its function", async () => {
    const size = hex(sizeOf("rcu_ends_in_a_call"));
    const text = execFileSync("objdump", ["-d", "--no-show-raw-insn", vmlinux], { encoding: "utf8" });
    const body = text.slice(text.indexOf("<rcu_ends_in_a_call>:"), text.length).split("\n\n")[0] ?? "";
    const addresses = [...body.matchAll(/^ +([0-9a-f]+):\t(\S+) +.*$/gm)].map(
      ([, address, mnemonic]) => [Number(`0x${address}`), mnemonic] as const,
    );
    const start = Number(
      `0x${execFileSync("nm", [vmlinux], { encoding: "utf8" }).match(/^([0-9a-f]+) T rcu_ends_in_a_call$/m)?.[1]}`,
    );
    const call = addresses.findIndex(([, mnemonic]) => /^(?:call|bl|brasl)/.test(mnemonic ?? ""));
    const behind = addresses[call + 1]?.[0] ?? start + sizeOf("rcu_ends_in_a_call");
    const frame = ` rcu_ends_in_a_call+${hex(behind - start)}/${size}`;
    const [decoded] = await decodeFindings([finding(frame)], vmlinux, executor);
    expect(decoded?.text).toBe(`${frame} kernel/rcu/toy.c:${lineOf("kernel/rcu/toy.c", "last call")}`);
  });

  it("tells static functions of one name apart by their size, and says nothing when it cannot", async () => {
    const [one = 0, two = 0] = sizes.get("twice") ?? [];
    expect(new Set([one, two]).size).toBe(2);
    const text = [one, two].map((size) => ` twice+0x0/${hex(size)}`).join("\n");
    const [decoded] = await decodeFindings([finding(`${text}\n twice+0x0/0xfff`)], vmlinux, executor);
    const files = decoded?.text.split("\n").map((line) => line.match(/ (kernel\S+)$/)?.[1]);
    expect(files?.slice(0, 2).sort()).toEqual([
      `kernel/rcu/other.c:${lineOf("kernel/rcu/other.c", "void twice")}`,
      `kernel/rcu/toy.c:${lineOf("kernel/rcu/toy.c", "void twice")}`,
    ]);
    expect(files?.[2]).toBeUndefined();
  });

  it("gives a finding without a place that of its function's first frame", async () => {
    const text = `RIP: 0010:rcu_toy+0x0/${hex(sizeOf("rcu_toy"))}\r\n start_kernel+0x1/${hex(sizeOf("start_kernel"))}`;
    const known = { file: "kernel/rcu/tree.c", line: 12 };
    const [without, named, elsewhere] = await decodeFindings(
      [
        finding(text, { function: "rcu_toy" }),
        finding(text, { function: "rcu_toy", ...known }),
        finding(text, { function: "schedule" }),
      ],
      vmlinux,
      executor,
    );
    expect(without?.file).toMatch(/^(?:kernel\/rcu\/toy\.c|include\/toy\.h)$/);
    expect(without?.line).toBeGreaterThan(0);
    expect(without?.text).toMatch(/^RIP: 0010:rcu_toy\S+ kernel\/rcu\/toy\.c:\d+\r$/m);
    expect(without?.text.split("\n").at(-1)).toMatch(/ init\/main\.c:\d+$/);
    expect(named).toMatchObject(known);
    expect(elsewhere?.file).toBeUndefined();
  });

  it("leaves a line that already says where as it is", async () => {
    const line = `WARNING: CPU: 1 PID: 2 at kernel/rcu/toy.c:8 rcu_toy+0x0/${hex(sizeOf("rcu_toy"))}`;
    const [decoded] = await decodeFindings([finding(line)], vmlinux, executor);
    expect(decoded?.text).toBe(line);
  });

  it("stays bounded however many frames there are", async () => {
    const text = Array.from({ length: 3_000 }, () => everywhere("rcu_toy").split("\n")[0]).join("\n");
    const [decoded] = await decodeFindings([finding(text)], vmlinux, executor);
    expect(decoded?.text.length).toBeLessThanOrEqual(Math.max(48_000, text.length));
  });

  it("says nothing without debug information, without the file, without the programs", async () => {
    const findings = [finding(everywhere("rcu_toy"), { function: "rcu_toy" })];
    expect(await decodeFindings(findings, build("stripped", "-s"), executor)).toEqual(findings);
    expect(await decodeFindings(findings, build("plain", "-g0"), executor)).toEqual(findings);
    expect(await decodeFindings(findings, join(top, "missing"), executor)).toEqual(findings);
    const nowhere = {
      name: "localhost",
      run: (command: Parameters<typeof executor.run>[0]) =>
        executor.run({ ...command, argv: [join(top, "no-such-program")] }),
    };
    expect(await decodeFindings(findings, vmlinux, nowhere)).toEqual(findings);
  });

  it("asks for each place once", async () => {
    const many = Array.from({ length: 50 }, () => finding(everywhere("rcu_toy")));
    expect(symbolsNamedIn(many).size).toBe(sizeOf("rcu_toy"));
    expect((await decodeLocations(symbolsNamedIn(many), vmlinux, executor)).size).toBeLessThanOrEqual(
      sizeOf("rcu_toy"),
    );
  });
});
