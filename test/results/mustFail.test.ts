import { describe, expect, it } from "vitest";
import { asExpected, countsAsFailure } from "../../src/results/mustFail.ts";
import type { Finding, GuestResult } from "../../src/results/schema.ts";

const finding = { severity: "error", title: "possible recursive locking" } as Finding;
const guest = (verdict: GuestResult["verdict"], findings: Finding[] = []) =>
  ({
    name: "SRCU-P",
    verdict,
    findings,
    scripts: { failed: verdict === "failed", diagnostics: [] },
  }) as unknown as GuestResult;

describe("a guest that must fail", () => {
  it("passes when it does, and what it found is a notice", () => {
    const result = asExpected(guest("failed", [finding]));
    expect(result).toMatchObject({ verdict: "passed", mustFail: true, findings: [{ severity: "notice" }] });
    expect(countsAsFailure(result)).toBe(false);
  });

  it("fails when it does not", () => {
    const result = asExpected(guest("passed"));
    expect(result).toMatchObject({ verdict: "failed", findings: [{ severity: "error" }] });
    expect(countsAsFailure(result)).toBe(true);
  });

  it.each(["build-failed", "did-not-run", "infrastructure-error"] as const)(
    "says nothing as %s",
    (verdict) => {
      expect(asExpected(guest(verdict)).verdict).toBe(verdict);
    },
  );
});
