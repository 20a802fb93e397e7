import { describe, expect, it } from "vitest";
import { differences } from "../../src/console/differences.ts";
import { renderHtml } from "../../src/report/html.ts";
import { disagreements, scriptsStatus } from "../../src/report/scripts.ts";
import { renderSummary } from "../../src/report/summary.ts";
import type { Finding, GuestResult } from "../../src/results/schema.ts";
import { fixture } from "./fixtures.ts";

const base = fixture("busted");
const failed = base.guests.find(({ verdict }) => verdict === "failed") as GuestResult;
const passed = base.guests.find(({ verdict }) => verdict === "passed") as GuestResult;
const splat = failed.findings.find(({ severity }) => severity === "error") as Finding;

const complains = { failed: true, diagnostics: ["WARNING: Assertion failure in console.log"] };
const content = { failed: false, diagnostics: [] };
const firmware = "[    0.493473] Warning: Processor Platform Limit event detected, but not handled.\r";
const noise = { pattern: "Platform Limit", reason: "firmware", count: 2 };

const cases: readonly [string, GuestResult][] = [
  ["ignored-by-user", { ...passed, scripts: complains, ignored: [{ ...noise, source: "input" }] }],
  ["harmless-lines", { ...passed, scripts: { failed: true, diagnostics: [firmware] }, ignored: [] }],
  [
    "badness-without-report",
    { ...passed, scripts: { failed: true, diagnostics: [firmware, "[    2.0] Warning: odd"] }, ignored: [] },
  ],
  ["stopped-or-lost", { ...passed, verdict: "did-not-run", scripts: complains, ignored: [] }],
  [
    "ended-otherwise",
    { ...failed, scripts: content, findings: [{ ...splat, kind: "silence", title: "silence" }] },
  ],
  [
    "reports-without-badness-words",
    {
      ...failed,
      scripts: content,
      findings: [{ ...splat, kind: "ubsan", text: "UBSAN: shift-out-of-bounds" }],
    },
  ],
  ["nul-hides-badness", { ...failed, scripts: content, findings: [splat] }],
];

describe("the scripts' verdict", () => {
  it.each(cases)("differs from ours for a reason: %s", (name, guest) => {
    const [one, ...others] = disagreements([guest]);
    expect(others).toEqual([]);
    expect(one?.name).toBe(name);
    expect(one?.reason).toBe(differences.find((difference) => difference.name === name)?.reason);
    expect(one?.reason).not.toBe("");
    const results = { ...base, guests: [guest] };
    for (const text of [renderSummary(results), renderHtml(results)]) {
      expect(text).toContain(name);
      expect(text).toContain(guest.scripts?.failed ? "kvm-recheck.sh fails it" : "kvm-recheck.sh passes it");
    }
  });

  it("is no disagreement where it is ours, or where nothing ran", () => {
    const agreeing: readonly GuestResult[] = [
      { ...passed, scripts: content },
      { ...failed, scripts: complains },
      { ...failed, verdict: "build-failed", scripts: content },
      { ...passed, verdict: "did-not-run", scripts: content },
      { ...passed, verdict: "infrastructure-error", scripts: content },
    ];
    expect(disagreements(agreeing)).toEqual([]);
    const { scripts: _, ...silent } = passed;
    expect(disagreements([silent])).toEqual([]);
  });

  it("of the run stands in every report, also when it is ours", () => {
    expect(scriptsStatus({ ...base, scriptsExitStatus: 2 })).toBe("exit status 2, build errors");
    const results = { ...base, scriptsExitStatus: 0, guests: [{ ...passed, scripts: content }] };
    expect(renderSummary(results)).toContain("kvm-recheck.sh would end with exit status 0, clean.");
    expect(renderHtml(results)).toContain("kvm-recheck.sh would end with exit status 0, clean.");
  });
});
