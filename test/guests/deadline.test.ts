import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDeadline, lastTimeStamp } from "../../src/guests/deadline.ts";

const planned = { seconds: 600, grace: 180 };

describe("checkDeadline", () => {
  const late = { ...planned, elapsed: 780 };

  test("nothing is hung before seconds + grace", () => {
    expect(checkDeadline({ ...planned, elapsed: 779.9, before: [], now: [] })).toEqual({ kind: "in-time" });
  });

  test("a console that stands still is hung", () => {
    const lines = ["[  300.000000] rcu-torture: Stopping"];
    expect(checkDeadline({ ...late, before: lines, now: lines })).toEqual({ kind: "hung" });
    expect(checkDeadline({ ...late, before: [], now: [] })).toEqual({ kind: "hung" });
  });

  test("a guest whose clock is slow and whose console moves gets its time", () => {
    const check = { ...late, before: ["[  290.1] a"], now: ["[  300.2] b"] };
    expect(checkDeadline(check).kind).toBe("overtime");
    expect(checkDeadline({ ...check, elapsed: 5000 }).kind).toBe("overtime");
  });

  test.each([
    ["its clock says that its time is over", "[  780.0] b"],
    ["its clock is still within the grace, so says nothing", "[  180.9] b"],
    ["there is no time stamp", "b"],
  ])("a console that moves is hung all the same when %s", (_why, line) => {
    expect(checkDeadline({ ...late, before: ["a"], now: [line] })).toEqual({ kind: "hung" });
  });

  test("an ftrace dump may go on as long as it moves", () => {
    const dump = (n: number) => [`rcu_tort-88      0d..1 ${n}us : rcu_grace_period: rcu_preempt`];
    expect(checkDeadline({ ...late, before: dump(1), now: dump(2) }).kind).toBe("overtime");
    expect(checkDeadline({ ...late, before: dump(2), now: dump(2) })).toEqual({ kind: "hung" });
  });

  test("blank lines at the end are no progress: a shell does not see them", () => {
    expect(checkDeadline({ ...late, before: ["[ 300.0] a"], now: ["[ 300.0] a", "", ""] })).toEqual({
      kind: "hung",
    });
  });
});

/** The scripts' two pipelines, on the same lines. */
function asScripts(lines: readonly string[]): { time: number; trace: boolean } {
  const program = `
    newline="$(tail)"
    ts=$(printf '%s\\n' "$newline" | grep '^\\[ *[0-9]\\+\\.[0-9]\\+]' | tail -1 | sed -e 's/^\\[ *//' -e 's/\\..*$//')
    set -f; echo "\${ts:-0}"; if echo $newline | grep -q ' [0-9]\\+us : '; then echo yes; else echo no; fi`;
  const out = execFileSync("bash", ["-c", program], { input: lines.map((line) => `${line}\n`).join("") });
  const [time, trace] = out.toString().split("\n");
  return { time: Number(time), trace: trace === "yes" };
}

test("time stamps and ftrace records are seen as the scripts' pipelines see them", () => {
  const piece = fc.constantFrom(
    "[",
    "]",
    " ",
    "   ",
    "12",
    ".",
    "5",
    "us : ",
    " 7us : ",
    "x",
    "[  12.5] ",
    "[    3.1][ T9] ",
  );
  const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (now) => {
      const { time, trace } = asScripts(now);
      expect(lastTimeStamp(now)).toBe(time);
      // Grace and seconds that no time stamp meets leave the trace alone to decide.
      const check = { seconds: 0, grace: 0, elapsed: 1, before: ["other"], now };
      if (time === 0) expect(checkDeadline(check).kind).toBe(trace ? "overtime" : "hung");
    }),
    { numRuns: 60 },
  );
});
