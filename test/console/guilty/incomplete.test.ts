import { expect, test } from "vitest";
import type { Finding, Results } from "../../../src/results/schema.ts";
import { historyOf } from "../../../src/statistics/history.ts";
import { isSameBug, type Known } from "../../../src/statistics/sameBug.ts";
import { resultsOf } from "../../statistics/build.ts";
import { errorsOf, type Fn, identity, styles } from "./styles.ts";

const ends: readonly Fn[] = ["toy_caller", "toy_thread", "kthread@kernel/kthread.c", "ret_from_fork"];
const kasan = (guilty: string, style = styles["x86 6.12"] as (typeof styles)[string]): string[] => [
  `BUG: KASAN: slab-use-after-free in ${guilty}+0x8e/0x100`,
  "Read of size 4 at addr ffff888000000000 by task toy/70",
  "",
  identity(),
  ...style.trace(["dump_stack_lvl@lib/dump_stack.c", "kasan_report@mm/kasan/report.c", guilty, ...ends]),
];
const stall = (guilty: string, style = styles["x86 6.12"] as (typeof styles)[string]): string[] => [
  "rcu: INFO: rcu_preempt self-detected stall on CPU",
  "rcu: \t1-....: (21000 ticks this GP) idle=01a/1/0x4000000000000002 softirq=10/10 fqs=2",
  identity(1),
  ...style.registers("toy_inner"),
  ...style.trace(["toy_inner", guilty, "kthread@kernel/kthread.c", "ret_from_fork"]),
];
const resultsWith = (date: string, findings: readonly Finding[]): Results => {
  const one = resultsOf([{ verdict: "failed", errors: ["x"] }], { date, rundir: date });
  return { ...one, guests: one.guests.map((guest) => ({ ...guest, findings: [...findings] })) };
};
const first = (lines: readonly string[]): Known => errorsOf(lines)[0] as Known;

test("a report that the console's end cut off is marked, wherever it was cut, and begins like the whole one", () => {
  for (const style of Object.values(styles))
    for (const whole of [kasan("toy_guilty", style), stall("toy_thread", style)]) {
      const complete = first(whole);
      expect(complete.incomplete).toBeUndefined();
      for (let end = 1; end < whole.length; end++) {
        const cut = first(whole.slice(0, end));
        if (!cut.incomplete) expect.soft(cut.fingerprint, `${end} lines`).toBe(complete.fingerprint);
        else if (cut.trail !== undefined) expect.soft(isSameBug(cut, complete), `${end} lines`).toBe(true);
      }
      const before = whole.findIndex((line) => line.includes("toy_"));
      expect(first(whole.slice(0, before + 1)).incomplete).toBe(true);
    }
});

test("another bug, another kind, or a beginning that says nothing is not the same", () => {
  const cut = first(kasan("toy_guilty").slice(0, 2));
  expect(isSameBug(cut, first(kasan("toy_other")))).toBe(false);
  expect(isSameBug(cut, first(stall("toy_guilty")))).toBe(false);
  const mere = first(["general protection fault: 0000 [#1] SMP"]);
  expect(mere).toMatchObject({ incomplete: true });
  expect(mere.trail).toBeUndefined();
});

test("a whole report, and the same again cut off: one finding, counted twice", () => {
  const whole = kasan("toy_guilty");
  const gap = Array.from({ length: 40 }, (_, i) => `toy: message ${i}`);
  const findings = errorsOf([...whole, "---[ end trace 0000000000000000 ]---", ...gap, ...whole.slice(0, 6)]);
  expect(findings.map(({ title, count }) => [title, count])).toEqual([
    ["KASAN: slab-use-after-free Read in toy_guilty", 2],
  ]);
});

test("history knows a bug that was cut off, and one that another check noticed", () => {
  const whole = errorsOf(kasan("toy_guilty"));
  const cut = errorsOf(kasan("toy_guilty").slice(0, 1));
  const lockup = errorsOf([
    "watchdog: BUG: soft lockup - CPU#1 stuck for 26s! [toy:70]",
    ...stall("toy_thread").slice(2),
  ]);
  for (const [before, now, called] of [
    [whole, cut, '"KASAN: slab-use-after-free Read in toy_guilty"'],
    [cut, whole, '"KASAN: slab-use-after-free in toy_guilty"'],
    [errorsOf(stall("toy_thread")), lockup, '"INFO: rcu detected stall in toy_thread"'],
  ] as const) {
    const earlier = { results: resultsWith("2026-11-01T00:00:00Z", before), run: "41" };
    const [finding] = historyOf([earlier], {
      results: resultsWith("2026-11-02T00:00:00Z", now),
      run: "42",
    }).findings;
    expect(finding).toMatchObject({
      state: "known",
      sentence: expect.stringContaining(`Earlier runs call it ${called}.`),
    });
  }
  const other = { results: resultsWith("2026-11-01T00:00:00Z", errorsOf(kasan("toy_other"))), run: "41" };
  expect(historyOf([other], { results: resultsWith("2026-11-02T00:00:00Z", whole) }).findings).toMatchObject([
    { state: "new" },
  ]);
});
