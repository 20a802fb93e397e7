import { markdownTable } from "markdown-table";
import { cleanLine, cleanText } from "./text.ts";

/** Any text for HTML content and attribute values, on one line where Markdown goes on around it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/**
 * One line of plain text for GitHub-flavoured Markdown, table cells included: shown as it is, never as markup,
 * a link or a mention.
 */
export function escapeMarkdown(text: string): string {
  return cleanLine(text)
    .replace(/[\\`*_{}[\]#|~$]/g, "\\$&")
    .replace(/(https?|ftp|mailto|xmpp):/gi, "$1\\:")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/^(?:[-=+]|\d+(?=[.)](?:\s|$)))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/www\./gi, (www) => `${www.slice(0, 3)}&#46;`)
    .replace(/@/g, "\u200b@\u200b");
}

/** Inline code, also in table cells. */
export function code(text: string): string {
  const clean = cleanLine(text);
  if (clean === "") return "";
  // Backticks and pipes cannot stand in a code span in a table.
  return /[`|]/.test(clean) ? `<code>${escapeMarkdown(clean)}</code>` : `\`${clean}\``;
}

export function link(text: string, target: string | undefined): string {
  return target === undefined ? text : `[${text}](${target})`;
}

/** A code block whose fence is longer than any run of backticks inside. */
export function fence(text: string, language = ""): string {
  const clean = cleanText(text);
  const longest = (clean.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}\n${clean}\n${ticks}`;
}

/** A block that unfolds. `summary` is HTML already; `body` is Markdown. */
export function details(summary: string, body: string, open = false): string {
  // The blank lines end and resume HTML, so that the body is read as Markdown.
  return `<details${open ? " open" : ""}>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** Rows of cells that are Markdown already; the first row is the header. `align`: l, r, c per column. */
export function table(rows: readonly (readonly string[])[], align: string): string {
  return markdownTable(rows, { align: [...align], alignDelimiters: false, padding: true });
}
