import type { Ignored } from "../results/schema.ts";

/** A user's word that something is known and harmless. */
export interface IgnoreRule {
  /** Regular expression, tried on a finding's title and first lines. */
  readonly pattern: string;
  /** Why it is harmless; shown wherever the rule hid something. */
  readonly reason: string;
  /** `2027-01-31`: the last day on which the rule hides anything. */
  readonly expires?: string | undefined;
}

interface BuiltIn {
  readonly pattern: RegExp;
  readonly reason: string;
}

/** Messages that look like reports and are none. Each says why. */
export const builtInNoise: readonly BuiltIn[] = [
  {
    pattern: /Processor Platform Limit event detected, but not handled/,
    reason: "ACPI firmware event; says nothing about the kernel",
  },
  { pattern: /!!! built as module/, reason: "scftorture explains a parameter it leaves out" },
  { pattern: /nocb GP activity on CB-only CPU!!!/, reason: "state dump of RCU callbacks, for information" },
  {
    pattern: /\bis a DEBUG kernel and it is\b|\bDEBUG kernel\b/,
    reason: "banner of trace_printk() or of a debugging option",
  },
  { pattern: /[Ww]arning: unable to open an initial console/, reason: "an initrd without /dev/console" },
  {
    pattern: /Warning: Failed to add ttynull console/,
    reason: "no console device; the torture test needs none",
  },
  {
    pattern: /NOHZ tick-stop error: Non-RCU local softirq work is pending/,
    reason: "known, rate-limited notice of the tick code; the scripts leave it out too",
  },
  {
    pattern: /^WARNING: (?:Spectre|unprivileged eBPF is enabled|.*\bMDS\b|.*\bL1TF\b|.*speculative)/i,
    reason: "notice about the processor's mitigations",
  },
  {
    pattern: /^WARNING: .*(?:is deprecated|being deprecated|will be removed|obsolete|unsupported hardware)/i,
    reason: "deprecation notice",
  },
  {
    pattern: /^(?:INFO|BUG): (?:recent printk recursion|lockdep is turned off)/,
    reason: "follows from something reported before",
  },
  { pattern: /^BUG: arch topology borken/, reason: "virtual machine with an unusual CPU topology" },
];

interface Rule {
  readonly pattern: RegExp;
  readonly shown: Ignored;
}

/** What is ignored, and how often. */
export class Noise {
  readonly #builtIn: readonly Rule[];
  readonly #input: readonly Rule[];

  /** @throws SyntaxError for a pattern that is not a regular expression */
  constructor(ignore: readonly IgnoreRule[]) {
    this.#input = ignore.map(({ pattern, reason }) => ({
      pattern: new RegExp(pattern),
      shown: { pattern, reason, source: "input" as const, count: 0 },
    }));
    this.#builtIn = builtInNoise.map(({ pattern, reason }) => ({
      pattern,
      shown: { pattern: pattern.source, reason, source: "built-in" as const, count: 0 },
    }));
  }

  /** A message that is known not to begin a report. Counts it. */
  isHarmless(message: string): boolean {
    return hides(this.#builtIn, [message]);
  }

  /** A report that the user's rules hide. Counts it. */
  isIgnored(title: string, report: { readonly text: string }): boolean {
    return this.#input.length > 0 && hides(this.#input, [title, ...report.text.split("\n", 20)]);
  }

  get ignored(): Ignored[] {
    return [...this.#builtIn, ...this.#input]
      .filter(({ shown }) => shown.count > 0)
      .map(({ shown }) => shown);
  }
}

function hides(rules: readonly Rule[], texts: readonly string[]): boolean {
  for (const rule of rules) {
    if (!texts.some((text) => rule.pattern.test(text))) continue;
    rule.shown.count++;
    return true;
  }
  return false;
}
