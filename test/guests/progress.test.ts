import { describe, expect, test } from "vitest";
import type { RunEvent } from "../../src/guests/events.ts";
import { clock, progressLine } from "../../src/guests/progress.ts";

test.each([
  [0, "0s"],
  [59.9, "59s"],
  [60, "1m00s"],
  [545, "9m05s"],
  [7380, "2h03m"],
  [273_600, "3d04h"],
])("%d seconds are %s", (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});

const who = { guest: "TREE03.2", system: "kvm1" } as const;
const splat = {
  kind: "warning",
  title: "WARNING in rcu_torture_stats_print",
  severity: "error",
  file: "kernel/rcu/rcutorture.c",
  line: 2258,
  consoleLine: 900,
  lines: 30,
  text: "…",
  truncated: false,
  count: 1,
  fingerprint: "0123456789abcdef",
} as const;
const ended = {
  exitStatus: null,
  signal: "SIGKILL",
  cause: "hung",
  detail: "Hung: killed after 800 s.",
} as const;

describe("progressLine", () => {
  const cases: [RunEvent, string | undefined][] = [
    [
      { type: "batch-started", batch: 2, system: "kvm1", guests: ["TREE03", "TINY01"] },
      "Batch 2: TREE03 TINY01",
    ],
    [{ type: "guest-started", ...who, pid: 77 }, "TREE03.2: started (qemu 77)"],
    [{ type: "guest-started", ...who, pid: undefined }, undefined],
    [
      {
        type: "progress",
        ...who,
        elapsed: 130,
        planned: 600,
        counters: { gracePeriods: 12345 },
        findings: 0,
        quiet: 3,
      },
      "TREE03.2: 2m10s of 10m00s, 12,345 grace periods, no findings",
    ],
    [
      {
        type: "progress",
        ...who,
        elapsed: 130,
        planned: 600,
        counters: { operations: 7, closeCalls: 2 },
        findings: 2,
        quiet: 75,
      },
      "TREE03.2: 2m10s of 10m00s, 7 operations, 2 close calls, 2 findings, quiet for 1m15s",
    ],
    [
      { type: "progress", ...who, elapsed: 1, planned: 60, counters: {}, findings: 1, quiet: 0 },
      "TREE03.2: 1s of 1m00s, 1 finding",
    ],
    [
      { type: "finding", ...who, elapsed: 33, finding: splat },
      "TREE03.2: FINDING after 33s: WARNING in rcu_torture_stats_print at kernel/rcu/rcutorture.c:2258",
    ],
    [
      {
        type: "finding",
        ...who,
        elapsed: 33,
        finding: { ...splat, severity: "notice", line: undefined, file: undefined } as never,
      },
      "TREE03.2: notice after 33s: WARNING in rcu_torture_stats_print",
    ],
    [
      { type: "silent", ...who, elapsed: 60, quiet: 60, booting: true },
      "TREE03.2: has not printed a byte for 1m00s",
    ],
    [
      { type: "silent", ...who, elapsed: 90, quiet: 60, booting: false },
      "TREE03.2: has printed nothing for 1m00s",
    ],
    [{ type: "spoke", ...who, elapsed: 90, quiet: 65 }, "TREE03.2: prints again after 1m05s of silence"],
    [
      { type: "overtime", ...who, elapsed: 800, detail: "the guest's own clock says 400 s" },
      "TREE03.2: past its deadline after 13m20s, but still getting on (the guest's own clock says 400 s)",
    ],
    [{ type: "contact", ...who, inTouch: false }, "TREE03.2: contact to kvm1 is lost"],
    [
      { type: "guest-ended", ...who, ending: ended, lived: 800, counters: { gracePeriods: 5 }, findings: 1 },
      "TREE03.2: hung and was killed after 13m20s, 5 grace periods, 1 finding. Hung: killed after 800 s.",
    ],
    [
      {
        type: "guest-ended",
        ...who,
        ending: { cause: "exited", exitStatus: 0, signal: null, detail: "qemu ended by itself." },
        lived: 8,
        counters: {},
        findings: 0,
      },
      "TREE03.2: ended after 8s, no findings.",
    ],
    [
      { type: "system-lost", system: "kvm1", detail: "No answer for 60 s." },
      "kvm1 is lost: No answer for 60 s.",
    ],
  ];

  test.each(cases)("%j", (event, line) => {
    expect(progressLine(event, { systems: false })).toBe(line);
  });

  test("names the system where there are several", () => {
    expect(progressLine({ type: "guest-started", ...who, pid: 7 }, { systems: true })).toBe(
      "TREE03.2 on kvm1: started (qemu 7)",
    );
  });
});
