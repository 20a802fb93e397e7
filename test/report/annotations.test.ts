import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotationsOf } from "../../src/report/annotations.ts";
import { controlsIn } from "./controls.ts";
import { fixture, hostile, hugeResults } from "./fixtures.ts";
import { hostileText } from "./hostile-text.ts";

const short = (results: Parameters<typeof annotationsOf>[0], options = {}) =>
  annotationsOf(results, options).map(({ level, title, file, line, column }) =>
    [level, title, file, line, column].filter((part) => part !== undefined).join(" | "),
  );

describe("annotationsOf", () => {
  it("puts a kernel WARNING at its source line, before what follows from it", () => {
    expect(short(fixture("busted"))).toEqual([
      "error | WARNING in rcu_torture_stats_print | kernel/rcu/rcutorture.c | 2258",
      "error | rcutorture: Reader Pipe beyond two stages",
      "error | rcutorture: End of test: FAILURE",
      "warning | Compiler warning in TREE05 | kernel/rcu/tree.c | 412 | 19",
    ]);
    const [first] = annotationsOf(fixture("busted"));
    expect(first?.message).toMatch(
      /^BUSTED\nBUSTED\/console\.log:419, 15\.402 s after boot, CPU 0, task rcu_torture_sta\/34\n\n\[ {3}15\.402111\] -+\[ cut here/,
    );
  });

  it("puts compiler errors at file, line and column", () => {
    expect(short(fixture("build-failure"))).toEqual([
      "error | Build error in TREE03 | kernel/rcu/tree.c | 1834 | 9",
      "error | Build error in TREE03 | kernel/rcu/tree_exp.h | 77 | 31",
      "warning | Compiler warning in TREE03 | kernel/rcu/tree.c | 1820 | 16",
    ]);
  });

  it("folds the same finding over guests and attempts", () => {
    const [first, ...rest] = annotationsOf(fixture("attempts"));
    expect(first?.message.split("\n")[0]).toBe("TREE03 (attempt 1); also in TREE03 (attempt 3)");
    expect(rest).toEqual([]);
  });

  it("folds the same compiler error over scenarios", () => {
    const results = fixture("build-failure");
    const [failed] = results.builds;
    if (failed === undefined) throw new Error("no build");
    const builds = [failed, { ...failed, scenario: "TREE04" }];
    expect(short({ ...results, builds })[0]).toBe(
      "error | Build error in TREE03 and TREE04 | kernel/rcu/tree.c | 1834 | 9",
    );
  });

  it("tells lost guests as errors, guests that did not run as warnings, facts after them", () => {
    expect(short(fixture("lost-system"))).toEqual([
      "error | TREE03.2 lost to the infrastructure",
      "warning | SRCU-P did not run to the end",
      "warning | Infrastructure",
      "warning | Infrastructure",
    ]);
  });

  it("has nothing to say about a clean run", () => {
    expect(annotationsOf(fixture("all-passed"))).toEqual([]);
  });

  it("moves files into the folder of the kernel tree, and absolute ones out of it", () => {
    const results = fixture("build-failure");
    const diagnostics = [
      { severity: "error" as const, message: "x", file: `${results.kernel.path}/kernel/rcu/tree.c`, line: 3 },
      { severity: "error" as const, message: "y", file: "/usr/include/stdio.h", line: 4 },
    ];
    const builds = [{ scenario: "TREE03", status: "failed" as const, diagnostics, configErrors: [] }];
    expect(short({ ...results, builds }, { prefix: "./linux/" })).toEqual([
      "error | Build error in TREE03 | linux/kernel/rcu/tree.c | 3",
      "error | Build error in TREE03 | /usr/include/stdio.h | 4",
    ]);
  });

  it("stays within GitHub's limits and counts what it left out", () => {
    const annotations = annotationsOf(hugeResults(500, 50));
    expect(annotations).toHaveLength(10);
    expect(annotations.at(-1)?.message).toMatch(/and 41 other annotations, see the job summary\.$/);
    expect(annotations[0]?.message.split("\n")[0]).toBe(
      "TREE0; also in TREE1, TREE2, TREE3, TREE4, TREE5, TREE6, TREE7 and 492 more",
    );
    expect(annotationsOf(hugeResults(2, 50), { limit: 3 })).toHaveLength(3);
    expect(annotationsOf(hugeResults(2, 50), { limit: 0 })).toEqual([]);
  });

  it("gives clean titles and bounded messages for any text", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const { title, message, file } of annotationsOf(hostile(text.repeat(300)))) {
          expect(message.length).toBeLessThanOrEqual(4096);
          expect(title.length).toBeLessThanOrEqual(255);
          expect(controlsIn(message)).toEqual([]);
          expect(`${title}${file ?? ""}`).not.toMatch(/[\n\t]/);
          expect(message.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
