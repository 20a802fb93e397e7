import type { BuildResult, Diagnostic } from "../../results/schema.ts";
import { formatDuration, plural } from "../format.ts";
import { sourceLink } from "../links.ts";
import { code, details, escapeMarkdown, link } from "../markdown.ts";
import { type Overview, placeOf } from "../overview.ts";
import { cutCharacters } from "../text.ts";
import type { Level } from "./level.ts";

function diagnosticLine(overview: Overview, diagnostic: Diagnostic): string {
  const { file, line, message, severity } = diagnostic;
  const target = file === undefined ? undefined : sourceLink(overview.results.kernel, file, line);
  const place = placeOf(diagnostic);
  const at = place === "" ? "" : `${link(code(place), target)}: `;
  return `  - ${at}${severity}: ${escapeMarkdown(cutCharacters(message, 500))}`;
}

function failedBuild(overview: Overview, build: BuildResult, level: Level): string {
  const errors = build.diagnostics.filter(({ severity }) => severity === "error");
  const shown = errors.slice(0, level.diagnostics);
  const took = build.seconds === undefined ? "" : ` after ${formatDuration(build.seconds)}`;
  const lines = [
    `- **${escapeMarkdown(build.scenario)}** did not build${took}${errors.length > 0 ? `, ${plural(errors.length, "error")}` : ""}`,
    ...shown.map((diagnostic) => diagnosticLine(overview, diagnostic)),
  ];
  if (errors.length > shown.length) {
    lines.push(`  - and ${plural(errors.length - shown.length, "other error")}, see its Make.out`);
  }
  return lines.join("\n");
}

/** Builds that failed with their errors. */
export function buildsSection(overview: Overview, level: Level): string[] {
  const { failedBuilds } = overview;
  if (failedBuilds.length === 0) return [];
  const shown = failedBuilds.slice(0, level.items).map((build) => failedBuild(overview, build, level));
  const rest = failedBuilds.length - shown.length;
  if (rest > 0) shown.push(`- and ${plural(rest, "other build")}`);
  return ["### What did not build", shown.join("\n")];
}

/** Compiler warnings and improperly set options, folded. */
export function buildRemarksSection(overview: Overview, level: Level): string[] {
  const { results } = overview;
  const sections: string[] = [];
  const warned = results.builds.flatMap(({ scenario, diagnostics }) =>
    diagnostics
      .filter(({ severity }) => severity === "warning")
      .map((diagnostic) => ({ scenario, diagnostic })),
  );
  if (warned.length > 0) {
    const lines = warned
      .slice(0, level.diagnostics)
      .map(
        ({ scenario, diagnostic }) =>
          `- ${escapeMarkdown(scenario)}\n${diagnosticLine(overview, diagnostic)}`,
      );
    sections.push(details(plural(warned.length, "compiler warning"), lines.join("\n")));
  }
  const wrong = results.builds.flatMap(({ scenario, configErrors }) =>
    configErrors.map((message) => `- ${escapeMarkdown(scenario)}: ${code(cutCharacters(message, 300))}`),
  );
  if (wrong.length > 0) {
    sections.push(
      details(
        `${plural(wrong.length, "option")} set otherwise than the scenario asks`,
        wrong.slice(0, level.items).join("\n"),
      ),
    );
  }
  return sections;
}
