import type { BuildResult, Finding, GuestResult, Results } from "../results/schema.ts";
import { type ConsoleTail, guestFacts } from "./guest-facts.ts";
import { headlineOf } from "./headline.ts";
import { kernelName } from "./links.ts";
import { failuresOf, labelOf, type Overview, overviewOf, placeOf, reasonOf } from "./overview.ts";
import { cleanLine, cleanText, cutCharacters, excerpt } from "./text.ts";
import { type Element, element, renderXml } from "./xml.ts";

/** Enough for every reader we know; above it CI systems get slow. */
const mostTextBytes = 20_000_000;

export type JunitOptions = {
  /** The last lines of a guest's console, for `system-out`. */
  consoleTail?: ConsoleTail;
};

const seconds = (value: number) => value.toFixed(3);

function problem(kind: "failure" | "error", type: string, message: string, body: string): Element {
  return element(kind, { message: cutCharacters(cleanLine(message), 1000), type }, [cleanText(body)]);
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

/** What is wrong with a guest; nothing where it passed. */
function guestProblem(overview: Overview, guest: GuestResult, bytes: number): Element[] {
  const reason = reasonOf(overview, guest);
  switch (guest.verdict) {
    case "failed": {
      const failures = failuresOf(overview, guest);
      const type = failures[0]?.kind ?? guest.ending.cause;
      return [problem("failure", type, reason, failureBody(guest, failures, bytes))];
    }
    case "build-failed": {
      const build = overview.results.builds.find(({ scenario }) => scenario === guest.scenario);
      return [problem("error", "build-failed", reason, build === undefined ? reason : buildBody(build))];
    }
    case "infrastructure-error":
      return [problem("error", "infrastructure-error", reason, guest.ending.detail)];
    case "did-not-run":
      return [element("skipped", { message: cutCharacters(reason, 1000) })];
    case "passed":
      return [];
  }
}

function guestCase(overview: Overview, guest: GuestResult, bytes: number, tail?: ConsoleTail): Element {
  const end = tail?.(guest);
  const shown = end === undefined ? "" : `\n\n${cleanText(end)}`;
  const facts = guestFacts(guest, overview.results.suite);
  return element(
    "testcase",
    {
      classname: cleanLine(`rcutorture.${overview.results.suite}.${guest.scenario}`),
      name: cleanLine(labelOf(overview, guest)),
      time: seconds(guest.timing.lived ?? 0),
    },
    [
      ...guestProblem(overview, guest, bytes),
      element("system-out", {}, [`${facts}${cutCharacters(shown, bytes)}`]),
    ],
  );
}

function buildBody({ diagnostics }: BuildResult): string {
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .slice(0, 100)
    .map((diagnostic) => [placeOf(diagnostic), cleanLine(diagnostic.message)].filter(Boolean).join(": "))
    .join("\n");
}

function buildCase(results: Results, build: BuildResult): Element {
  const first = build.diagnostics.find(({ severity }) => severity === "error");
  const failed = (): Element =>
    problem("error", "build-failed", first?.message ?? "The build failed", buildBody(build));
  return element(
    "testcase",
    {
      classname: cleanLine(`rcutorture.${results.suite}.${build.scenario}`),
      name: cleanLine(`${build.scenario} (build)`),
      time: seconds(build.seconds ?? 0),
    },
    build.status === "failed" ? [failed()] : build.status === "skipped" ? [element("skipped")] : [],
  );
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
  const totals = {
    tests: String(guests.length + builds.length),
    failures: String(of.failed.length),
    errors: String(of["build-failed"].length + of["infrastructure-error"].length + failedBuilds),
    time: seconds(
      guests.reduce((sum, { timing }) => sum + (timing.lived ?? 0), 0) +
        builds.reduce((sum, build) => sum + (build.seconds ?? 0), 0),
    ),
  };
  const skipped = of["did-not-run"].length + builds.filter(({ status }) => status === "skipped").length;
  const [system, ...others] = results.systems;
  const properties = [
    ["kernel", kernelName(results.kernel)],
    ["rundir", results.rundir],
    ["headline", headlineOf(overview)],
    ["reproduce", results.reproduce ?? results.reproduction?.laptop ?? ""],
  ] as const;
  const bytes = Math.min(64_000, Math.floor(mostTextBytes / Math.max(1, guests.length)));
  const suite = element(
    "testsuite",
    {
      name: cleanLine(`rcutorture.${results.suite}`),
      ...totals,
      skipped: String(skipped),
      timestamp: results.createdAt.replace(/(\.\d+)?Z$/, ""),
      ...(system !== undefined && others.length === 0
        ? { hostname: cleanLine(system.hostname ?? system.name) }
        : {}),
    },
    [
      element(
        "properties",
        {},
        properties
          .filter(([, value]) => value !== "")
          .map(([name, value]) => element("property", { name, value: cleanLine(value) })),
      ),
      ...guests.map((guest) => guestCase(overview, guest, bytes, options.consoleTail)),
      ...builds.map((build) => buildCase(results, build)),
      ...(results.infrastructure.length > 0
        ? [element("system-err", {}, [cleanText(results.infrastructure.slice(0, 100).join("\n"))])]
        : []),
    ],
  );
  return renderXml(element("testsuites", { name: "rcutorture", ...totals }, [suite]));
}
