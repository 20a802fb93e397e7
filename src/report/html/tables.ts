import { formatDuration, formatFigure, formatPercent, listOf, plural } from "../format.ts";
import { escapeHtml } from "../markdown.ts";
import { labelOf, type Overview } from "../overview.ts";
import { waysToReproduce } from "../reproduce.ts";
import { disagreements, scriptsStatus } from "../scripts.ts";
import { notesOf, type ReportStatistics } from "../statistics.ts";
import { cutCharacters } from "../text.ts";
import { badge, html, place, section } from "./parts.ts";

type Cell = string | { figure: string } | { short: string } | { words: string };

const textOf = (cell: Cell): string => (typeof cell === "string" ? cell : (Object.values(cell)[0] ?? ""));

/**
 * Cells are HTML already; figures stand right. On a phone a row is a card, and each cell names its column itself.
 * `words` have a line of their own below their row there.
 */
export function table(header: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const cell = (name: "th" | "td", one: Cell, index: number) => {
    const kind = typeof one === "string" ? "" : ` class="${Object.keys(one)[0]}"`;
    const label = name === "td" ? ` data-label="${textOf(header[index] ?? "")}"` : "";
    return `<${name}${kind}${label}>${textOf(one)}</${name}>`;
  };
  const row = (name: "th" | "td", cells: readonly Cell[]) =>
    `<tr>${cells.map((one, index) => cell(name, one, index)).join("")}</tr>`;
  return (
    `<div class="scroll" tabindex="0"><table><thead>${row("th", header)}</thead>` +
    `<tbody>${rows.map((cells) => row("td", cells)).join("")}</tbody></table></div>`
  );
}

export function statisticsPart(statistics?: ReportStatistics): string {
  if (statistics === undefined || statistics.scenarios.length === 0) return "";
  const range = (low: number, high: number, show: (value: number) => string) =>
    escapeHtml(`${show(low)} – ${Number.isFinite(high) ? show(high) : "∞"}`);
  const rows = statistics.scenarios
    .slice(0, 1_000)
    .map((one) => [
      `<span class="name">${html(one.scenario, 200)}</span>`,
      { figure: `${one.failures} / ${one.samples}` },
      { figure: formatFigure(one.hours) },
      { figure: formatFigure(one.ratePerHour.estimate) },
      { short: range(one.ratePerHour.low, one.ratePerHour.high, formatFigure) },
      { figure: formatPercent(one.failureProbability.estimate) },
      { short: range(one.failureProbability.low, one.failureProbability.high, formatPercent) },
      { words: html([one.sentence, one.moreNeeded].filter(Boolean).join(" ")) },
    ]);
  const header = [
    "Scenario",
    { figure: "Failed" },
    { figure: "Hours" },
    { figure: "Per hour" },
    "Interval",
    { figure: "A run fails" },
    "Interval",
    "In words",
  ];
  const notes = notesOf(statistics)
    .slice(0, 100)
    .map((note) => `<li>${html(note)}</li>`);
  const title = `Statistics (${formatPercent(statistics.confidence)} confidence)`;
  return section(title, `${table(header, rows)}${notes.length > 0 ? `<ul>${notes.join("")}</ul>` : ""}`);
}

export function buildsPart(overview: Overview): string {
  const rows = overview.results.builds.slice(0, 1_000).map((build) => {
    const errors = build.diagnostics.slice(0, 20).map((diagnostic) => {
      const at = place(overview, diagnostic);
      return `<li>${at ? `${at}: ` : ""}${diagnostic.severity}: ${html(diagnostic.message, 500)}</li>`;
    });
    const wrong = build.configErrors
      .slice(0, 20)
      .map((message) => `<li><code>${html(message, 300)}</code></li>`);
    const list = [...errors, ...wrong].join("");
    return [
      `<span class="name">${html(build.scenario, 200)}</span>`,
      build.status === "failed" ? badge("build-failed") : escapeHtml(build.status),
      { figure: build.seconds === undefined ? "" : formatDuration(build.seconds) },
      `${build.origin === undefined ? "" : html(build.origin, 300)}${list === "" ? "" : `<ul>${list}</ul>`}`,
    ];
  });
  if (rows.length === 0) return "";
  return section("Builds", table(["Scenario", "Build", { figure: "Time" }, ""], rows));
}

/** What the tree's own scripts would say of the run; where they judge a guest otherwise, and why ours differs. */
export function scriptsPart(overview: Overview): string {
  const items = disagreements(overview.guests)
    .slice(0, 200)
    .map(({ guest, name, reason, complaint }) => {
      const says = guest.scripts?.failed ? "fails it" : "passes it";
      const why = complaint === "" ? "" : ` (<code>${html(complaint, 300)}</code>)`;
      const words = html(reason).replace(/`([^`]*)`/g, "<code>$1</code>");
      return (
        `<li><span class="name">${html(labelOf(overview, guest), 200)}</span>: kvm-recheck.sh ${says}${why}. ` +
        `${words} (<code>${html(name)}</code>)</li>`
      );
    });
  const list = items.length === 0 ? "" : `<p>It judges otherwise:</p><ul>${items.join("")}</ul>`;
  return section(
    "The tree's own scripts",
    `<p>kvm-recheck.sh would end with ${html(scriptsStatus(overview.results))}.</p>${list}`,
  );
}

/** Machines, services, ignored noise, and how to make the same run again. */
export function surroundings(overview: Overview): string {
  const { results } = overview;
  const facts = results.infrastructure.slice(0, 200).map((fact) => `<li>${html(fact)}</li>`);
  const systems = results.systems
    .slice(0, 500)
    .map((one) => [
      html(
        listOf([one.name, ...(one.hostname === undefined ? [] : [`(${one.hostname})`])], 2).replace(
          " and ",
          " ",
        ),
        200,
      ),
      { figure: one.cpus === undefined ? "" : String(one.cpus) },
      html(one.qemu ?? "", 200),
      html([one.accelerator, one.acceleratorReason].filter(Boolean).join(": "), 500),
      html(one.lost ?? "", 500),
    ]);
  const ignored = new Map<string, { reason: string; count: number }>();
  for (const guest of overview.guests) {
    for (const { pattern, reason, count } of guest.ignored) {
      ignored.set(pattern, { reason, count: (ignored.get(pattern)?.count ?? 0) + count });
    }
  }
  const ways = waysToReproduce(results).map(
    ({ title, text, language }) =>
      `<div><h3>${html(title, 100)}</h3><pre tabindex="0" aria-label="Command">${escapeHtml(cutCharacters(text, 4_000))}</pre>` +
      `<button type="button" data-copy="">Copy the ${language === "sh" ? "command" : "step"}</button></div>`,
  );
  const noise = [...ignored].filter(([, { count }]) => count > 0).slice(0, 200);
  return [
    facts.length > 0 ? section("Infrastructure, not the kernel's doing", `<ul>${facts.join("")}</ul>`) : "",
    systems.length > 0
      ? section("Systems", table(["System", { figure: "CPUs" }, "QEMU", "Accelerator", "Lost"], systems))
      : "",
    noise.length > 0
      ? section(
          "Ignored as known noise",
          `<ul>${noise.map(([pattern, { reason, count }]) => `<li>${plural(count, "time")} <code>${html(pattern, 300)}</code>: ${html(reason, 300)}</li>`).join("")}</ul>`,
        )
      : "",
    ways.length === 0 ? "" : section("Run it again", ways.join("")),
  ].join("");
}
