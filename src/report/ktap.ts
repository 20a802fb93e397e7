import type { GuestResult, Results } from "../results/schema.ts";
import { formatDuration } from "./format.ts";
import { guestFacts } from "./guest-facts.ts";
import { headlineOf } from "./headline.ts";
import { naturally } from "./importance.ts";
import { labelOf, type Overview, overviewOf, placeOf, reasonOf } from "./overview.ts";
import { cleanLine, cutCharacters } from "./text.ts";

/** KTAP forbids `#` in descriptions; diagnostic data is one line. */
const description = (text: string) => cleanLine(text).replaceAll("#", "_") || "unnamed";
const data = (text: string) => cutCharacters(cleanLine(text), 500);

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

const withReason = (result: string, directive: string, reason: string) =>
  [result, ...(directive || reason ? ["#", directive, reason] : [])].filter(Boolean).join(" ");

/** A result line; what did not run is never `ok`, which KTAP allows for SKIP. */
function guestLine(overview: Overview, guest: GuestResult, number: number, name: string): string {
  const reason = data(reasonOf(overview, guest));
  switch (guest.verdict) {
    case "passed":
      return `ok ${number} ${name}`;
    case "failed": {
      const hung = guest.ending.cause === "hung";
      const lived = guest.timing.lived === undefined ? "" : ` ${formatDuration(guest.timing.lived)}`;
      return withReason(`not ok ${number} ${name}`, hung ? `TIMEOUT${lived}` : "", reason);
    }
    case "did-not-run":
      return withReason(`not ok ${number} ${name}`, "SKIP", reason);
    case "build-failed":
    case "infrastructure-error":
      return withReason(`not ok ${number} ${name}`, "ERROR", reason);
  }
}

function guestLines(overview: Overview, guest: GuestResult, number: number, name: string): string[] {
  const facts = guest.verdict === "passed" ? [] : guestFacts(guest, overview.results.suite).split("\n");
  const findings = guest.findings
    .filter(({ severity }) => severity === "error")
    .slice(0, 20)
    .map((finding) => [data(finding.title), placeOf(finding)].filter(Boolean).join(" at "));
  return [
    ...[...facts, ...findings].map((line) => `# ${name}: ${data(line)}`),
    guestLine(overview, guest, number, name),
  ];
}

/** The worst of several runs decides how a scenario is told. */
function scenarioLines(
  overview: Overview,
  scenario: string,
  guests: readonly GuestResult[],
  number: number,
): string[] {
  const [worst] = guests;
  if (worst === undefined) return [];
  if (guests.length === 1) return guestLines(overview, worst, number, description(worst.name));
  const inOrder = guests.toSorted(
    (a, b) => a.repetition - b.repetition || a.attempt - b.attempt || a.sample - b.sample,
  );
  const failed = guests.filter(({ verdict }) => verdict !== "passed");
  const skipped = failed.length === guests.length && failed.every(({ verdict }) => verdict === "did-not-run");
  return [
    ...indented([
      "KTAP version 1",
      `1..${guests.length}`,
      ...inOrder.flatMap((guest, index) =>
        guestLines(overview, guest, index + 1, description(labelOf(overview, guest))),
      ),
    ]),
    `${failed.length === 0 ? "ok" : "not ok"} ${number} ${description(scenario)}${skipped ? " # SKIP" : ""}`,
  ];
}

/**
 * KTAP version 1 (the kernel's Documentation/dev-tools/ktap.rst): the suite, in it the scenarios, in those that ran
 * more than once their runs. Hung guests are TIMEOUT, builds and infrastructure that failed ERROR, the rest SKIP.
 */
export function renderKtap(results: Results): string {
  const overview = overviewOf(results);
  const scenarios = [...Map.groupBy(overview.guests, ({ scenario }) => scenario)].sort(([a], [b]) =>
    naturally(a, b),
  );
  const missing = results.builds.filter(
    (build) => !scenarios.some(([scenario]) => scenario === build.scenario),
  );
  const builds = missing.map((build, index) => {
    const number = scenarios.length + index + 1;
    const error = build.diagnostics.find(({ severity }) => severity === "error")?.message ?? "";
    if (build.status === "failed")
      return withReason(`not ok ${number} ${description(build.scenario)}`, "ERROR", data(error));
    return `ok ${number} ${description(build.scenario)}${build.status === "skipped" ? " # SKIP not built" : ""}`;
  });
  const inner = [
    "KTAP version 1",
    `1..${scenarios.length + builds.length}`,
    ...scenarios.flatMap(([scenario, guests], index) => scenarioLines(overview, scenario, guests, index + 1)),
    ...builds,
  ];
  const empty = scenarios.length + builds.length === 0;
  return `${[
    "KTAP version 1",
    "1..1",
    ...indented(empty ? ["KTAP version 1", "1..0 # SKIP no guest ran"] : inner),
    `# ${data(headlineOf(overview))}`,
    `${results.verdict === "passed" ? "ok" : "not ok"} 1 ${description(`rcutorture.${results.suite}`)}`,
  ].join("\n")}\n`;
}
