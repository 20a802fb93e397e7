import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ConsoleAnalysis, ConsoleAnalyzer } from "../../src/console/analyzer.ts";
import { differences, disagrees } from "../../src/console/differences.ts";
import type { IgnoreRule } from "../../src/console/noise.ts";
import { judgeGuest, nothingTested } from "../../src/console/verdict.ts";
import type { Ending, Suite } from "../../src/results/schema.ts";

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../fixtures/console", `${name}.txt`), "utf8");

interface Options {
  readonly suite?: Suite;
  readonly ignore?: readonly IgnoreRule[];
}

function analyse(text: string, { suite = "rcu", ...rest }: Options = {}): ConsoleAnalysis {
  const analyzer = new ConsoleAnalyzer({ suite, plannedSeconds: 25, title: "TREE05", ...rest });
  analyzer.write(Buffer.from(text, "latin1"));
  return analyzer.end();
}

const ending = (cause: Ending["cause"]): Ending => ({ cause, exitStatus: 0, signal: null, detail: "" });
const judge = (text: string, cause: Ending["cause"] = "exited", options: Options = {}) => {
  const analysis = analyse(text, options);
  const { verdict, findings } = judgeGuest(analysis, ending(cause));
  return { analysis, verdict, titles: findings.filter((f) => f.severity === "error").map((f) => f.title) };
};

const tree05 = fixture("tree05");
const insert = (...lines: string[]): string =>
  tree05.replace(
    /^.*End of test/m,
    (end) => `${lines.map((line) => `[   20.000001] ${line}\n`).join("")}${end}`,
  );

describe("real consoles", () => {
  test.each([
    // Its firmware makes ACPI print the notice that the scripts take for an assertion failure.
    ["tiny", "passed", [], true],
    ["tree05", "passed", [], false],
    [
      "busted",
      "failed",
      [
        "busted-torture: !!! errors counted",
        "WARNING in rcu_torture_stats_print",
        "busted-torture: End of test: FAILURE",
      ],
      true,
    ],
    [
      "stall",
      "failed",
      ["WARNING in rcu_torture_init", "INFO: rcu detected stall in rcu_torture_stall"],
      true,
    ],
    ["starved", "failed", ["INFO: rcu detected stall in do_idle"], true],
    ["badtype", "failed", ["WARNING in rcu_torture_init"], true],
  ] as const)("%s: %s", (name, verdict, titles, scriptsFail) => {
    const { analysis, ...judged } = judge(fixture(name));
    expect(judged.verdict).toBe(verdict);
    expect(judged.titles.slice(0, titles.length)).toEqual(titles);
    expect(analysis.scripts.failed).toBe(scriptsFail);
  });

  test("BUSTED's WARNING has its place in the source", () => {
    const warning = analyse(fixture("busted")).findings.find((finding) => finding.kind === "warning");
    expect(warning).toMatchObject({ file: "kernel/rcu/rcutorture.c", line: 2263, pid: 34, cpu: 0, count: 1 });
    expect(warning?.text).toContain("Call Trace:");
    expect(warning?.text).not.toContain("Reader Pipe");
  });
});

describe("named differences from the scripts", () => {
  const named = (name: string): string =>
    differences.find((d) => d.name === name)?.name ?? "no such difference";

  test(named("harmless-lines"), () => {
    const line = "Warning: Processor Platform Limit event detected, but not handled.";
    const { verdict, analysis } = judge(insert(`ACPI: ${line}`));
    expect([verdict, analysis.scripts.failed]).toEqual(["passed", true]);
    expect(disagrees(analysis, verdict)).toBe(true);
    const module = judge(insert("scftorture: !!! built as module, weight_resched ignored"));
    expect(module.verdict).toBe("passed");
    expect(module.analysis.ignored).toMatchObject([{ source: "built-in", count: 1 }]);
  });

  test(named("badness-without-report"), () => {
    const { verdict, analysis } = judge(
      insert("========================", "rcu: callbacks Call Trace: none"),
    );
    expect([verdict, analysis.scripts.failed]).toEqual(["passed", true]);
  });

  test(named("ignored-by-user"), () => {
    const ignore = [{ pattern: "^WARNING in rcu_torture_init$", reason: "boost", expires: "2026-12-31" }];
    const text = insert("WARNING: CPU: 1 PID: 1 at kernel/rcu/rcutorture.c:3032 rcu_torture_init+0x1/0x2");
    const before = judge(text, "exited", { ignore });
    expect([before.verdict, before.analysis.scripts.failed]).toEqual(["passed", true]);
    expect(before.analysis.ignored).toMatchObject([{ reason: "boost", source: "input", count: 1 }]);
  });

  test(named("nul-hides-badness"), () => {
    const text = insert("WARNING: CPU: 1 PID: 1 at kernel/rcu/tree.c:1 rcu_core+0x1/0x2");
    const { verdict, analysis } = judge(`\0\0\0${text}`);
    expect([verdict, analysis.scripts.failed, analysis.hasNul]).toEqual(["failed", false, true]);
  });

  test(named("unprinted-lines"), () => {
    const { verdict, analysis } = judge(
      insert("WARNING: CPU: 1 PID: 1 at kernel/rcu/tree.c:1 rcu_core+0x1/0x2 \u00ff"),
    );
    expect([verdict, analysis.scripts.failed]).toEqual(["failed", false]);
  });

  test(named("reports-without-badness-words"), () => {
    const { verdict, analysis, titles } = judge(
      insert("INFO: task rcu_torture_bar:45 blocked for more than 122 seconds."),
    );
    expect([verdict, analysis.scripts.failed]).toEqual(["failed", false]);
    expect(titles).toEqual(["INFO: task hung"]);
  });

  test(named("ended-otherwise"), () => {
    expect(judge(tree05, "hung")).toMatchObject({ verdict: "failed", titles: ["hang at shutdown"] });
    const again = judge(`${tree05}[    0.000000] Linux version 6.12.0 (root@host)\n`);
    expect(again).toMatchObject({ verdict: "failed", titles: ["unexpected kernel reboot"] });
    expect(again.analysis.scripts.failed).toBe(false);
    const nothing = judge("[    1.000000] rcu-scale:--- Start of test\n", "exited", { suite: "rcuscale" });
    expect([nothing.verdict, nothing.analysis.scripts.failed]).toEqual(["failed", false]);
  });

  test(named("stopped-or-lost"), () => {
    const cut = tree05.slice(0, tree05.indexOf("End of test"));
    expect(judge(cut, "cancelled").verdict).toBe("did-not-run");
    expect(judge(cut, "stopped").verdict).toBe("did-not-run");
    expect(judge(cut, "lost").verdict).toBe("infrastructure-error");
    expect(judge(cut, "qemu-failed").verdict).toBe("infrastructure-error");
    expect(analyse(cut).scripts.failed).toBe(true);
  });

  test(named("file-name-expansion"), () => {
    const { analysis } = judge("mutex-torture: ??? !!!\n", "exited", { suite: "lock" });
    expect(analysis.scripts.diagnostics[0]).toContain("???");
  });

  test(named("garbled-measurements"), () => {
    const table = "Runs\tTime(ns)\n1\t20.5\n2 x\t21.5\n3\t22.5\n";
    const { analysis } = judge(table, "exited", { suite: "refscale" });
    expect(analysis.counters.durations).toMatchObject({ count: 2, min: 20.5, max: 22.5 });
    const zero = "rcu-scale:    0 writer-duration:     0 0\n";
    expect(judge(zero, "exited", { suite: "rcuscale" }).analysis.counters.durations?.max).toBe(0);
  });

  test(named("very-long-lines"), () => {
    const { analysis } = judge(`${"x".repeat(100_000)} BUG\n${tree05}`);
    expect(analysis.scripts.failed).toBe(true);
    expect(analysis.scripts.diagnostics[0]?.length).toBeLessThan(1000);
  });

  test(named("other-encodings"), () => {
    const read = (bytes: Buffer) => {
      const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
      analyzer.write(bytes);
      return analyzer.end();
    };
    const { counters, scripts, completion } = read(Buffer.from(tree05));
    for (const bytes of [Buffer.from(tree05, "utf16le"), Buffer.from(tree05.replace(/\r?\n/g, "\r"))])
      expect(read(bytes)).toMatchObject({ counters, scripts, completion });
  });

  test("every difference has a test here", () => {
    const own = readFileSync(import.meta.filename, "utf8");
    for (const { name } of differences) expect(own).toContain(`named("${name}")`);
  });
});

describe("endings", () => {
  test.each([
    ["exited", "no end of test"],
    ["hung", "hang during the test"],
    ["unknown", "no end of test"],
  ] as const)("%s without an end of test: %s", (cause, title) => {
    const text = tree05.slice(0, tree05.indexOf("torture_shutdown task shutting down"));
    expect(judge(text, cause)).toMatchObject({ verdict: "failed", titles: [title] });
  });

  test("nothing on the console, a boot that hangs, a boot that ends", () => {
    expect(judge("", "hung").titles).toEqual(["silence: nothing on the console"]);
    const boot = "[    0.000000] Linux version 6.12.0\n[    0.100000] smp: Bringing up secondary CPUs ...\n";
    expect(judge(boot, "hung").titles).toEqual(["hang during boot"]);
    expect(judge(boot, "exited").titles).toEqual(["boot failure: the test never began"]);
  });

  test("no console: did not run, or nothing to judge by", () => {
    expect(judgeGuest(undefined, ending("not-started"))).toEqual({ verdict: "did-not-run", findings: [] });
    expect(judgeGuest(undefined, ending("unknown")).verdict).toBe("did-not-run");
    expect(judgeGuest(undefined, ending("exited")).verdict).toBe("did-not-run");
    expect(judgeGuest(undefined, ending("hung")).verdict).toBe("failed");
  });

  test("a crash fails also a guest that was cancelled, and is named first", () => {
    const text = insert("Kernel panic - not syncing: rcu broke");
    const cut = text.slice(0, text.indexOf("End of test"));
    expect(judge(cut, "cancelled")).toMatchObject({ verdict: "failed", titles: ["kernel panic: rcu broke"] });
    expect(judge(cut, "exited").titles).toEqual(["kernel panic: rcu broke"]);
  });
});

describe("rules over the whole console", () => {
  test("versions that stand still, close calls", () => {
    const line = "rcu-torture: rtc: 00000000c0ffee11 ver: 1 tfle: 0\n";
    expect(judge(`${line}${line}rcu-torture:--- End of test: SUCCESS\n`).titles).toEqual([
      "GP HANG: no grace period completed",
    ]);
    const calls = "rcu-torture: Reader Batch:  100 3 2 0 0 0 0 0 0 0 0\n";
    const { titles, analysis } = judge(`${line}${calls}rcu-torture:--- End of test: SUCCESS\n`);
    expect(titles).toEqual(["Reader Batch close calls"]);
    expect(analysis.counters.closeCalls).toBe(2);
  });
});

describe("a torture test that succeeded and counted nothing", () => {
  const without = tree05.replace(/^[^\n]*-torture: rtc:[^\n]*\n/gm, "");
  const zero = tree05.replace(/^[^\n]* ver: [^\n]*\n/gm, "").replace(/ VER: \d+/g, " VER: 0");

  test.each([
    ["no line with a count", without],
    ["no grace period", zero],
  ])("did not run: %s", (_, text) => {
    const judged = judgeGuest(analyse(text), ending("exited"));
    expect(judged.verdict).toBe("did-not-run");
    expect(judged.findings.at(-1)).toMatchObject({ title: nothingTested, severity: "notice" });
    expect(judgeGuest(analyse(text), ending("cancelled")).verdict).toBe("did-not-run");
  });

  test("a single grace period is a test", () => {
    expect(judge(tree05.replace(/ (ver|VER): \d+/g, " $1: 1")).verdict).toBe("passed");
    // A test that is over before its first statistics has the last ones only.
    expect(judge(tree05.replace(/^[^\n]* ver: [^\n]*\n/gm, "")).verdict).toBe("passed");
  });
});
