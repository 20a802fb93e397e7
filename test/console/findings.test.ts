import { describe, expect, test } from "vitest";
import { ConsoleAnalyzer } from "../../src/console/analyzer.ts";
import type { Finding } from "../../src/results/schema.ts";
import { type Splat, splats } from "./splats.ts";

function findingsOf(text: string, chunk = text.length): Finding[] {
  const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += chunk) analyzer.write(bytes.subarray(at, at + chunk));
  return analyzer.end().findings;
}

const stamped = ({ lines }: Splat, from = 100): string[] =>
  lines.map((line, i) => `[${(from + i / 1000).toFixed(6).padStart(12)}] ${line}`);

const first = (findings: readonly Finding[]): string | undefined => findings[0]?.title;

describe.each(splats)("$title", (splat) => {
  test("kind, title, place, and nothing else fails", () => {
    const findings = findingsOf(`${stamped(splat).join("\n")}\n`);
    const errors = findings.filter((finding) => finding.severity === (splat.severity ?? "error"));
    expect(errors.map(({ kind, title }) => ({ kind, title }))).toEqual([
      { kind: splat.kind, title: splat.title },
    ]);
    expect(errors[0]).toMatchObject(splat.where ?? {});
    // All of the report, and its own lines only.
    expect(errors[0]?.consoleLine).toBe(1 + (splat.before ?? 0));
    expect(errors[0]?.lines).toBe(splat.lines.length - (splat.before ?? 0) - (splat.after ?? 0));
  });

  test("the same without stamps, with caller fields, levels, CR, escapes and noise around", () => {
    const forms = [
      splat.lines,
      splat.lines.map((line, i) => `[  100.${String(i).padStart(6, "0")}][  T123] ${line}`),
      splat.lines.map((line, i) => `<4>[  100.${String(i).padStart(6, "0")}] ${line}\r`),
      splat.lines.map((line, i) => `\u001b[0m[  100.${String(i).padStart(6, "0")}] ${line}`),
      splat.lines.map(
        (line, i) => `Nov 22 22:00:01 host kernel: [  100.${String(i).padStart(6, "0")}] ${line}`,
      ),
      ["executing program 3", ...stamped(splat), "login: "],
    ];
    for (const form of forms) expect(first(findingsOf(`${form.join("\n")}\n`)), form[0]).toBe(splat.title);
  });

  test("another address, offset, CPU, time: the same fingerprint; cut into chunks: the same finding", () => {
    const text = `${stamped(splat).join("\n")}\n`;
    const moved = stamped(splat, 5000)
      .join("\n")
      .replace(/ffff[0-9a-f]{12}/g, (address) => address.replace(/[0-9a-f]{4}$/, "0420"))
      .replace(/\+0x([0-9a-f]+)\/0x([0-9a-f]+)/g, "+0x$1a/0x$2b");
    const [original, elsewhere] = [findingsOf(text), findingsOf(`${moved}\n`)];
    expect(elsewhere[0]?.fingerprint).toBe(original[0]?.fingerprint);
    expect(findingsOf(text, 7)).toEqual(original);
    expect(findingsOf(`${text}${stamped(splat, 300).join("\n")}\n`)[0]).toMatchObject({
      count: 2,
      fingerprint: original[0]?.fingerprint,
    });
  });

  test("another task's lines in between, told apart by caller fields", () => {
    const mixed = splat.lines.flatMap((line, i) => {
      const time = `[  100.${String(i).padStart(6, "0")}]`;
      return [
        `${time}[  T123] ${line}`,
        `${time}[  T777] rcu-torture: rcu_torture_read_exit: Start of episode ${i}`,
      ];
    });
    const [finding] = findingsOf(`${mixed.join("\n")}\n`);
    expect(finding?.title).toBe(splat.title);
    expect(finding?.text).not.toContain("read_exit");
  });
});
