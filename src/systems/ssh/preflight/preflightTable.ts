import { markdownTable } from "markdown-table";
import prettyBytes from "pretty-bytes";
import type { PreflightRow } from "./preflight.ts";

/** The systems as one table, readable in a log and in Markdown alike. */
export function renderPreflight(rows: readonly PreflightRow[]): string {
  const head = ["system", "host", "CPUs", "memory", "arch", "qemu", "accel", "free disk", "by"];
  const bytes = (size: number | undefined) =>
    size === undefined ? "?" : prettyBytes(size, { binary: true });
  const body = rows.map((row) => [
    row.name,
    row.hostname ?? "?",
    String(row.cpus ?? "?"),
    bytes(row.memory),
    row.architecture ?? "?",
    row.qemu ?? "none",
    row.accelerator ?? "–",
    bytes(row.free),
    row.transport === "none" ? "unreachable" : row.transport,
  ]);
  const right = new Set(["CPUs", "memory", "free disk"]);
  return markdownTable([head, ...body], { align: head.map((name) => (right.has(name) ? "r" : "l")) });
}
