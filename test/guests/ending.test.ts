import { expect, test } from "vitest";
import { endingOf } from "../../src/guests/ending.ts";
import { dateLine, earlyLine, hungLine } from "../../src/guests/warnings.ts";

const clean = { exitStatus: 0, signal: null, output: "" };

test.each([
  ["a clean end", clean, "exited", /by itself/],
  [
    "qemu that refuses to run, with its own words",
    { ...clean, exitStatus: 1, output: "qemu-system-x86_64: -m 9T: cannot set up guest memory\n" },
    "qemu-failed",
    /status 1; it printed ".*cannot set up guest memory"/,
  ],
  ["a crash of qemu", { ...clean, exitStatus: null, signal: "SIGSEGV" }, "qemu-failed", /SIGSEGV/],
  ["a kill that was not ours", { ...clean, exitStatus: null, signal: "SIGKILL" }, "qemu-failed", /memory/],
  [
    "a stranger's SIGTERM, after which qemu exits with status 0",
    { ...clean, output: "qemu-system-x86_64: terminating on signal 15 from pid 77 (sh)\n" },
    "qemu-failed",
    /Process 77.*signal 15/,
  ],
  [
    "a system that went away",
    { ...clean, exitStatus: null, failure: { kind: "lost", detail: "No answer for 60 s." } },
    "lost",
    /No answer/,
  ],
  [
    "no program",
    { ...clean, exitStatus: null, failure: { kind: "failed-to-start", detail: "spawn x ENOENT" } },
    "qemu-failed",
    /ENOENT/,
  ],
  [
    "a full disk",
    { ...clean, exitStatus: null, failure: { kind: "unfollowed", detail: "ENOSPC" } },
    "cancelled",
    /ENOSPC/,
  ],
] as const)("%s", (_name, exit, cause, detail) => {
  const ending = endingOf(exit, undefined);
  expect(ending.cause).toBe(cause);
  expect(ending.detail).toMatch(detail);
  expect([ending.exitStatus, ending.signal]).toEqual([exit.exitStatus, exit.signal]);
});

test("what we did to it comes before anything its process said on the way out", () => {
  const exit = {
    exitStatus: null,
    signal: "SIGKILL",
    output: "",
    failure: { kind: "lost", detail: "gone" },
  } as const;
  const killed = { cause: "hung", detail: "Hung." } as const;
  expect(endingOf(exit, killed)).toEqual({
    cause: "hung",
    detail: "Hung.",
    exitStatus: null,
    signal: "SIGKILL",
  });
});

test("lines of Warnings read as the scripts write them", () => {
  const at = new Date("2026-11-02T03:04:05Z");
  expect(dateLine(at)).toBe("Mon Nov  2 03:04:05 UTC 2026");
  expect(hungLine(12, 200.9, 20, at)).toBe(
    "!!! PID 12 hung at 200 vs. 20 seconds Mon Nov  2 03:04:05 UTC 2026",
  );
  expect(earlyLine(3.7, 20)).toBe("Completed in 3 vs. 20");
});
