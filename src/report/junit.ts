import { create } from "xmlbuilder2";
import type { BuildResult, Finding, GuestResult, Results } from "../results/schema.ts";
import { type ConsoleTail, guestFacts } from "./guest-facts.ts";
import { headlineOf } from "./headline.ts";
import { kernelName } from "./links.ts";
import { failuresOf, labelOf, type Overview, overviewOf, placeOf, reasonOf } from "./overview.ts";
import { cleanLine, cleanText, cutCharacters, excerpt } from "./text.ts";

/** Enough for every reader we know; above it CI systems get slow. */
const mostTextBytes = 20_000_000;

export type JunitOptions = {
  /** The last lines of a guest's console, for `system-out`. */
  consoleTail?: ConsoleTail;
};

type Xml = ReturnType<typeof create>;
type Attributes = Record<string, string>;

const seconds = (value: number) => value.toFixed(3);

function problem(parent: Xml, kind: "failure" | "error", type: string, message: string, body: string): void {
  parent.ele(kind, { message: cutCharacters(cleanLine(message), 1000), type }).txt(cleanText(body));
}

function failureBody(guest: GuestResult, failures: readonly Finding[], bytes: number): string {
  const findings = failures.slice(0, 20);
  const share = Math.floor(bytes / Math.max(1, findings.length));
  const parts = findings.map((finding) => {
    const place = placeOf(finding);
    const text = excerpt(finding.text, { lines: 100, bytes: share }).text;
    return `${cleanLine(finding.title)}${place ? ` at ${place}` : ""}\n${text}`;
  });
  return parts.length > 0 ? parts.join("\n\n") : guest.ending.detail;
}

function guestCase(
  suite: Xml,
  overview: Overview,
  guest: GuestResult,
  bytes: number,
  tail?: ConsoleTail,
): void {
  const testcase = suite.ele("testcase", {
    classname: cleanLine(`rcutorture.${overview.results.suite}.${guest.scenario}`),
    name: cleanLine(labelOf(overview, guest)),
    time: seconds(guest.timing.lived ?? 0),
  });
  const reason = reasonOf(overview, guest);
  if (guest.verdict === "failed") {
    const failures = failuresOf(overview, guest);
    const type = failures[0]?.kind ?? guest.ending.cause;
    problem(testcase, "failure", type, reason, failureBody(guest, failures, bytes));
  } else if (guest.verdict === "build-failed") {
    const build = overview.results.builds.find(({ scenario }) => scenario === guest.scenario);
    problem(testcase, "error", "build-failed", reason, build === undefined ? reason : buildBody(build));
  } else if (guest.verdict === "infrastructure-error") {
    problem(testcase, "error", "infrastructure-error", reason, guest.ending.detail);
  } else if (guest.verdict === "did-not-run") {
    testcase.ele("skipped", { message: cutCharacters(reason, 1000) });
  }
  const end = tail?.(guest);
  const shown = end === undefined ? "" : `\n\n${cleanText(end)}`;
  testcase
    .ele("system-out")
    .txt(`${guestFacts(guest, overview.results.suite)}${cutCharacters(shown, bytes)}`);
}

function buildBody({ diagnostics }: BuildResult): string {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .slice(0, 100)
    .map((diagnostic) => [placeOf(diagnostic), cleanLine(diagnostic.message)].filter(Boolean).join(": "))
    .join("\n");
}

function buildCase(suite: Xml, results: Results, build: BuildResult): void {
  const testcase = suite.ele("testcase", {
    classname: cleanLine(`rcutorture.${results.suite}.${build.scenario}`),
    name: cleanLine(`${build.scenario} (build)`),
    time: seconds(build.seconds ?? 0),
  });
  if (build.status === "failed") {
    const first = build.diagnostics.find(({ severity }) => severity === "error");
    problem(testcase, "error", "build-failed", first?.message ?? "The build failed", buildBody(build));
  } else if (build.status === "skipped") testcase.ele("skipped");
}

/**
 * JUnit XML as Jenkins and most CI systems read it (jenkinsci/xunit-plugin, junit-10.xsd): one suite, one test
 * case per run of a guest. The kernel's failures are `failure`; builds and infrastructure that failed are
 * `error`; what did not run is `skipped`. Builds of scenarios without guests are test cases of their own.
 */
export function renderJunit(results: Results, options: JunitOptions = {}): string {
  const overview = overviewOf(results);
  const { guests, of } = overview;
  const scenarios = new Set(guests.map(({ scenario }) => scenario));
  const builds = results.builds.filter(({ scenario }) => !scenarios.has(scenario));
  const failedBuilds = builds.filter(({ status }) => status === "failed").length;
  const totals: Attributes = {
    tests: String(guests.length + builds.length),
    failures: String(of.failed.length),
    errors: String(of["build-failed"].length + of["infrastructure-error"].length + failedBuilds),
    time: seconds(
      guests.reduce((sum, { timing }) => sum + (timing.lived ?? 0), 0) +
        builds.reduce((sum, build) => sum + (build.seconds ?? 0), 0),
    ),
  };
  const skipped = of["did-not-run"].length + builds.filter(({ status }) => status === "skipped").length;
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
    name: "rcutorture",
    ...totals,
  });
  const [system, ...others] = results.systems;
  const suite = root.ele("testsuite", {
    name: cleanLine(`rcutorture.${results.suite}`),
    ...totals,
    skipped: String(skipped),
    timestamp: results.createdAt.replace(/(\.\d+)?Z$/, ""),
    ...(system !== undefined && others.length === 0
      ? { hostname: cleanLine(system.hostname ?? system.name) }
      : {}),
  });
  const properties = suite.ele("properties");
  for (const [name, value] of [
    ["kernel", kernelName(results.kernel)],
    ["rundir", results.rundir],
    ["headline", headlineOf(overview)],
    ["reproduce", results.reproduce ?? results.reproduction?.laptop ?? ""],
  ] as const) {
    if (value !== "") properties.ele("property", { name, value: cleanLine(value) });
  }
  const bytes = Math.min(64_000, Math.floor(mostTextBytes / Math.max(1, guests.length)));
  for (const guest of guests) guestCase(suite, overview, guest, bytes, options.consoleTail);
  for (const build of builds) buildCase(suite, results, build);
  if (results.infrastructure.length > 0) {
    suite.ele("system-err").txt(cleanText(results.infrastructure.slice(0, 100).join("\n")));
  }
  return `${root.end({ prettyPrint: true })}\n`;
}
