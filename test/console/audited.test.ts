import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ConsoleAnalyzer } from "../../src/console/analyzer.ts";

const reports = readFileSync(new URL("consoles/audited.txt", import.meta.url), "utf8")
  .split(/^=== /m)
  .slice(1)
  .map((part) => part.trimEnd().split("\n"))
  .map(([title = "", ...lines]) => ({ title, lines }));

/** As printk marks lines: without its caller, with a task's, with a CPU's in an interrupt. */
const callers = [" ", "[ T5093] ", "[    C1] "];

test.each(reports)("$title", ({ title, lines }) => {
  for (const caller of callers) {
    const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
    const all = ["Linux version 6.12.0 (builder@host) #1 SMP", "Run /init as init process", ...lines];
    analyzer.write(
      Buffer.from(all.map((line, i) => `[${(i / 1000).toFixed(6).padStart(12)}]${caller}${line}\n`).join("")),
    );
    const titles = analyzer
      .end()
      .findings.filter(
        ({ severity, kind }) => severity === "error" && kind !== "no-end" && kind !== "silence",
      )
      .map((finding) => finding.title);
    expect(titles).toEqual([title]);
  }
});
