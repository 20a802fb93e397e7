import { describe, expect, test } from "vitest";
import { ConsoleAnalyzer } from "../../src/console/analyzer.ts";
import type { Finding } from "../../src/results/schema.ts";
import { architectures } from "./logs/architectures.ts";
import { boots } from "./logs/boots.ts";
import { eras4 } from "./logs/eras4.ts";
import { eras5 } from "./logs/eras5.ts";
import { kinds } from "./logs/kinds.ts";

function errorsOf(text: string): Finding[] {
  const analyzer = new ConsoleAnalyzer({ suite: "rcu" });
  analyzer.write(Buffer.from(text));
  return analyzer.end().findings.filter(({ severity }) => severity === "error");
}

/** What kernels, serial lines and those who record them put around a message. */
const prefixes: Readonly<Record<string, (line: string, i: number) => string>> = {
  nothing: (line) => line,
  stamp: (line, i) => `[   12.${String(i).padStart(6, "0")}] ${line}`,
  "stamp and task": (line, i) => `[   12.${String(i).padStart(6, "0")}][  T123] ${line}`,
  "stamp and CPU": (line, i) => `[   12.${String(i).padStart(6, "0")}][    C1] ${line}`,
  level: (line, i) => `<4>[   12.${String(i).padStart(6, "0")}] ${line}`,
  "CR and escapes": (line, i) => `\u001b[0m[   12.${String(i).padStart(6, "0")}] ${line}\r`,
  "dmesg -T": (line, i) => `[Sun Nov 22 22:00:${String(i % 60).padStart(2, "0")} 2026] ${line}`,
  "dmesg -xT": (line) => `kern  :warn  : [Sun Nov 22 22:00:01 2026] ${line}`,
  syslog: (line) => `Nov 22 22:00:01 host kernel: [   12.345678] ${line}`,
  journal: (line) => `2026-11-22T22:00:01.123456+00:00 host kernel: ${line}`,
  "a recorder's time": (line) => `2026-11-22T22:00:01.1234567Z [   12.345678] ${line}`,
  "a recorder's date": (line) => `[2026-11-22 22:00:01] ${line}`,
  "a vendor's field": (line) => `<3>[   12.345678] [4:           foo:  123] ${line}`,
  "another vendor's": (line) => `[   12.345678] (1)[123:foo]${line}`,
};

const lines = (text: string): string[] => text.replace(/^\n|\n$/g, "").split("\n");

describe.each(Object.entries(prefixes))("after %s", (_, prefix) => {
  test.each([...kinds, ...architectures, ...eras4, ...eras5])("%s", (title, text) => {
    const console = lines(text).map(prefix);
    expect(errorsOf(`${console.join("\n")}\n`).map((finding) => finding.title)).toEqual([title]);
  });

  test.each(Object.entries(boots))("%s boots without a finding", (_, text) => {
    const console = lines(text).map(prefix);
    expect(errorsOf(`${console.join("\n")}\n`).map((f) => `${f.title} at ${f.consoleLine}`)).toEqual([]);
  });
});

describe("a report that does not come to its end", () => {
  test.each([...kinds, ...architectures])("%s", (title, text) => {
    const whole = lines(text);
    const kind = errorsOf(`${whole.join("\n")}\n`)[0]?.kind;
    const header = whole.findIndex((_, i) => errorsOf(`${whole.slice(0, i + 1).join("\n")}\n`).length > 0);
    for (let end = header + 1; end < whole.length; end++) {
      const cut = errorsOf(`${whole.slice(0, end).join("\n")}\n`);
      // One report, whatever is missing; a stand-alone header may belong to a more general kind.
      expect(cut.length, `${title}: ${end} lines`).toBe(1);
      if (end > header + 4) expect(cut[0]?.kind, `${title}: ${end} lines`).toBe(kind);
    }
  });
});

describe("the same bug elsewhere", () => {
  test.each([...kinds, ...architectures, ...eras4, ...eras5])("%s has the same fingerprint", (_, text) => {
    const moved = lines(text)
      .join("\n")
      .replace(/\b(foo_[a-z]+)\+0x12\/0x34/g, "$1.isra.0.constprop.3+0x99a/0xbcd")
      .replace(/CPU: [01]\b/g, "CPU: 7")
      .replace(/PID: \d+/g, "PID: 4242")
      .replace(/\b(0x)?ffff[0-9a-f]{12}\b/g, "$1ffff9999deadbee0")
      .replace(/Hardware name: .*/g, "Hardware name: Another Machine, BIOS 7 01/01/2027");
    const [here, there] = [errorsOf(`${lines(text).join("\n")}\n`), errorsOf(`${moved}\n`)];
    expect(there.map(({ title, fingerprint }) => ({ title, fingerprint }))).toEqual(
      here.map(({ title, fingerprint }) => ({ title, fingerprint })),
    );
  });
});
