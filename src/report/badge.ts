import type { Results, Verdict } from "../results/schema.ts";
import { plural } from "./format.ts";

const colours: Record<Verdict, string> = {
  failed: "red",
  "build-failed": "red",
  "did-not-run": "lightgrey",
  "infrastructure-error": "lightgrey",
  passed: "brightgreen",
};

const problems: Record<Exclude<Verdict, "passed">, string> = {
  failed: "failed",
  "build-failed": "did not build",
  "did-not-run": "did not run",
  "infrastructure-error": "no verdict",
};

/**
 * A badge as shields.io's endpoint takes it (shields.io/badges/endpoint-badge): `rcutorture | 2 of 54 failed`. To be
 * published beside the report, for `https://img.shields.io/endpoint?url=…`.
 */
export function renderBadge({ verdict, guests, builds, suite }: Results): string {
  const concerned = guests.filter((guest) => guest.verdict === verdict).length;
  const message =
    verdict === "passed"
      ? guests.length === 0
        ? `${plural(builds.length, "kernel")} built`
        : `${plural(guests.length, "guest")} passed`
      : guests.length === 0
        ? problems[verdict]
        : `${concerned} of ${guests.length} ${problems[verdict]}`;
  const label = suite === "rcu" ? "rcutorture" : `rcutorture ${suite}`.slice(0, 60);
  return `${JSON.stringify({ schemaVersion: 1, label, message, color: colours[verdict] })}\n`;
}
