import { readFileSync } from "node:fs";
import { type Finding, type GuestResult, type Results, resultsSchema } from "../../src/results/schema.ts";

export const fixtureNames = [
  "all-passed",
  "busted",
  "build-failure",
  "lost-system",
  "interrupted",
  "panic",
  "hang",
  "attempts",
] as const;

/** One of the stored results, validated. */
export function fixture(name: (typeof fixtureNames)[number]): Results {
  const path = new URL(`../fixtures/results/${name}.json`, import.meta.url);
  return resultsSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

/** The same text in every field that a console, a compiler, a machine or a user can fill. */
export function hostile(text: string): Results {
  const name = text || "x";
  const finding = (severity: Finding["severity"], fingerprint: string): Finding => ({
    kind: "warning",
    severity,
    title: text,
    file: text,
    line: 7,
    function: text,
    task: text,
    consoleLine: 3,
    lines: 2,
    text,
    truncated: false,
    count: 2,
    fingerprint,
  });
  const guest = (scenario: string, verdict: GuestResult["verdict"]): GuestResult => ({
    name: scenario,
    scenario,
    repetition: 1,
    sample: 1,
    attempt: 1,
    verdict,
    system: name,
    timing: { startedAt: "2026-11-20T09:14:02Z", lived: 30, planned: 30 },
    ending: { cause: "exited", exitStatus: 0, signal: null, detail: text },
    counters: { gracePeriods: 12, rate: 0.4 },
    findings:
      verdict === "failed" ? [finding("error", "0".repeat(16)), finding("notice", "1".repeat(16))] : [],
    ignored: [{ pattern: text, reason: text, source: "input", count: 3 }],
    scripts: { failed: verdict !== "failed", diagnostics: [text, text] },
    progress: [
      { time: 1, value: 2 },
      { time: 2, value: 5 },
    ],
    console: text,
  });
  return resultsSchema.parse({
    ...fixture("busted"),
    suite: text,
    rundir: text,
    rerunOf: text,
    reproduce: text,
    kernel: { ...fixture("busted").kernel, describe: text },
    systems: [{ name, hostname: text, qemu: text, acceleratorReason: text, lost: text }],
    builds: [
      {
        scenario: name,
        status: "failed",
        diagnostics: [
          { severity: "error", message: text, file: text, line: 1, column: 2 },
          { severity: "warning", message: text, file: text, line: 1 },
        ],
        configErrors: [text],
      },
    ],
    guests: [
      guest(name, "failed"),
      guest(`${text}.2`, "infrastructure-error"),
      guest(`${text}.3`, "passed"),
      guest(`${text}.4`, "did-not-run"),
    ],
    infrastructure: [text],
  } satisfies Results);
}

/** A run nobody wants: every guest shows the same thousand findings, each of which has a long text. */
export function hugeResults(guests: number, findings: number): Results {
  const text = `${"[    1.000000] ???? <b>`` `` ```` | line\n".repeat(40)}`;
  const many = Array.from(
    { length: findings },
    (_, index): Finding => ({
      kind: index % 2 === 0 ? "warning" : "kasan",
      severity: "error",
      title: `WARNING in function_${index}_with_quite_a_long_name`,
      file: "kernel/rcu/tree.c",
      line: index + 1,
      consoleLine: index * 50 + 1,
      lines: 40,
      text,
      truncated: false,
      count: 1,
      fingerprint: index.toString(16).padStart(16, "0"),
    }),
  );
  const base = fixture("busted");
  const [model] = base.guests;
  if (model === undefined) throw new Error("the fixture has no guests");
  return {
    ...base,
    guests: Array.from({ length: guests }, (_, index) => ({
      ...model,
      name: `TREE${index}`,
      scenario: `TREE${index}`,
      findings: many,
    })),
  };
}
