import type { Diagnostic, GuestResult, Results } from "../results/schema.ts";
import { listOf, plural } from "./format.ts";
import { whereabouts } from "./guest-facts.ts";
import { findingLink, type ReportLinks } from "./links.ts";
import { type FindingGroup, labelOf, namesOf, type Overview, overviewOf } from "./overview.ts";
import { cleanLine, cutCharacters, excerpt } from "./text.ts";

/** What GitHub shows at a source line or on the run's page. Not escaped: whoever prints it does that. */
export type Annotation = {
  level: "error" | "warning" | "notice";
  title: string;
  message: string;
  /** Relative to the root of the checkout. */
  file?: string;
  line?: number;
  column?: number;
};

export type AnnotationOptions = {
  /** GitHub shows ten per step. */
  limit?: number;
  links?: ReportLinks;
  /** Folder of the kernel tree within the checkout, when it is not the checkout itself. */
  prefix?: string;
};

const mostTitle = 255;
const mostMessage = 4096;

type SourceLocation = { file?: string | undefined; line?: number | undefined; column?: number | undefined };

function at(
  place: SourceLocation,
  results: Results,
  prefix: string,
): Pick<Annotation, "file" | "line" | "column"> {
  if (place.file === undefined) return {};
  const tree = results.kernel.path?.replace(/\/*$/, "/");
  const clean = cleanLine(place.file).replace(/^\.\//, "");
  const relative = tree !== undefined && clean.startsWith(tree) ? clean.slice(tree.length) : clean;
  const folder = prefix.replace(/^\.?\/*|\/*$/g, "");
  return {
    file: relative.startsWith("/") || folder === "" ? relative : `${folder}/${relative}`,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.line === undefined || place.column === undefined ? {} : { column: place.column }),
  };
}

function annotation(level: Annotation["level"], title: string, message: string, where = {}): Annotation {
  return {
    level,
    title: cutCharacters(cleanLine(title), mostTitle),
    message: cutCharacters(message, mostMessage),
    ...where,
  };
}

function ofGroup(
  overview: Overview,
  group: FindingGroup,
  prefix: string,
  links: ReportLinks | undefined,
): Annotation {
  const { finding, guests, shownOn } = group;
  const others = guests.slice(1, 50).map((guest) => labelOf(overview, guest));
  const rest = guests.length - 1 - others.length;
  const also =
    others.length === 0 ? "" : `; also in ${listOf([...others, ...Array<string>(rest).fill("")], 8)}`;
  const text = excerpt(finding.text, { lines: 40, bytes: 3000, width: 200 }).text;
  const place = whereabouts(group);
  const page = findingLink(links, group.fingerprint);
  return annotation(
    finding.severity === "error" ? "error" : "notice",
    group.title,
    `${labelOf(overview, shownOn)}${also}${place ? `\n${place}` : ""}${page ? `\n${page}` : ""}${text ? `\n\n${text}` : ""}`,
    at(finding, overview.results, prefix),
  );
}

/** The same compiler message from several scenarios is one annotation. */
function ofDiagnostics(results: Results, severity: Diagnostic["severity"], prefix: string): Annotation[] {
  const folded = new Map<string, { diagnostic: Diagnostic; scenarios: string[] }>();
  for (const { scenario, diagnostics } of results.builds) {
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity !== severity) continue;
      const { file, line, column, message } = diagnostic;
      const key = JSON.stringify([file, line, column, message]);
      const entry = folded.get(key);
      if (entry === undefined) folded.set(key, { diagnostic, scenarios: [scenario] });
      else if (entry.scenarios.at(-1) !== scenario) entry.scenarios.push(scenario);
    }
  }
  return [...folded.values()].map(({ diagnostic, scenarios }) =>
    annotation(
      severity,
      `${severity === "error" ? "Build error" : "Compiler warning"} in ${listOf(scenarios, 5)}`,
      cleanLine(diagnostic.message),
      at(diagnostic, results, prefix),
    ),
  );
}

/** Guests that share a reason share an annotation. */
function ofGuests(guests: readonly GuestResult[], level: Annotation["level"], words: string): Annotation[] {
  return [...Map.groupBy(guests, ({ ending }) => ending.detail)].map(([detail, same]) =>
    annotation(level, `${listOf(namesOf(same), 5)} ${words}`, cleanLine(detail) || words),
  );
}

/**
 * What to annotate, the most important first and `limit` at most: kernel failures at their source lines, build
 * errors, guests without a verdict, facts about the infrastructure, compiler warnings, notices. What was left
 * out is counted in the last one's message.
 */
export function annotationsOf(results: Results, options: AnnotationOptions = {}): Annotation[] {
  const { limit = 10, prefix = "", links } = options;
  const overview = overviewOf(results);
  const { of } = overview;
  const failed = of.failed.filter(({ findings }) => !findings.some((f) => f.severity === "error"));
  const unexplained = of["build-failed"].filter(
    ({ scenario }) =>
      !results.builds.some(
        (b) => b.scenario === scenario && b.diagnostics.some((d) => d.severity === "error"),
      ),
  );
  const groups = (all: readonly FindingGroup[]) =>
    all.slice(0, limit).map((g) => ofGroup(overview, g, prefix, links));
  const before = [
    ...groups(overview.failures),
    ...ofGuests(failed, "error", "failed"),
    ...ofDiagnostics(results, "error", prefix),
    ...ofGuests(unexplained, "error", "did not build"),
    ...ofGuests(of["infrastructure-error"], "error", "lost to the infrastructure"),
    ...ofGuests(of["did-not-run"], "warning", "did not run to the end"),
    ...results.infrastructure.map((fact) => annotation("warning", "Infrastructure", cleanLine(fact))),
    ...ofDiagnostics(results, "warning", prefix),
    ...groups(overview.notices),
  ];
  const all = before.length;
  const unseen = Math.max(0, overview.failures.length - limit) + Math.max(0, overview.notices.length - limit);
  const shown = before.slice(0, limit);
  const last = shown.at(-1);
  const left = all + unseen - shown.length;
  if (last === undefined || left === 0) return shown;
  const tail = `\n\nand ${plural(left, "other annotation")}, see the job summary.`;
  shown[shown.length - 1] = {
    ...last,
    message: `${cutCharacters(last.message, mostMessage - tail.length)}${tail}`,
  };
  return shown;
}
