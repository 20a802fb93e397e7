import type { Finding, FindingKind } from "../../results/schema.ts";
import { limits } from "../limits.ts";

/** A finding with the beginning of its text, to the end of a line where there is one. */
function brief(finding: Finding): Finding {
  const { text } = finding;
  if (text.length <= limits.briefCharacters) return finding;
  const end = text.lastIndexOf("\n", limits.briefCharacters);
  return { ...finding, text: text.slice(0, end > 0 ? end : limits.briefCharacters), truncated: true };
}

const busyCpu: ReadonlySet<FindingKind> = new Set(["rcu-stall", "soft-lockup", "hard-lockup"]);

/** A console's findings, one for each fingerprint. */
export class Folded {
  readonly #findings = new Map<string, Finding>();
  #fresh: Finding[] = [];

  add(finding: Finding): void {
    const earlier =
      this.#findings.get(finding.fingerprint) ?? this.#whole(finding) ?? this.#otherCheck(finding);
    if (earlier) {
      earlier.count += finding.count;
      return;
    }
    if (this.isFull) return;
    const kept = this.#findings.size < limits.wholeFindings ? finding : brief(finding);
    this.#findings.set(finding.fingerprint, kept);
    this.#fresh.push(kept);
  }

  /** The complete finding that an incomplete one begins like. */
  #whole({ incomplete, kind, trail }: Finding): Finding | undefined {
    if (!incomplete || trail === undefined) return undefined;
    for (const one of this.#findings.values())
      if (!one.incomplete && one.kind === kind && one.trail?.startsWith(trail) === true) return one;
    return undefined;
  }

  /** The finding of another check of what keeps a CPU busy: a stall and a lockup in one function are one bug. */
  #otherCheck({ kind, title, function: name }: Finding): Finding | undefined {
    if (!busyCpu.has(kind) || name === undefined) return undefined;
    for (const one of this.#findings.values())
      if (busyCpu.has(one.kind) && one.function === name && one.also?.includes(title) === true) return one;
    return undefined;
  }

  /** No further fingerprint is kept. */
  get isFull(): boolean {
    return this.#findings.size >= limits.findings;
  }

  has(fingerprint: string): boolean {
    return this.#findings.has(fingerprint);
  }

  /** Counts one more report of a known finding; says whether it is known. */
  again(fingerprint: string): boolean {
    const known = this.#findings.get(fingerprint);
    if (known !== undefined) known.count++;
    return known !== undefined;
  }

  /** What was added since the last call, each fingerprint once. */
  takeFresh(): Finding[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  get errors(): number {
    let errors = 0;
    for (const { severity } of this.#findings.values()) if (severity === "error") errors++;
    return errors;
  }

  /** Errors first, in the order of the console. */
  get all(): Finding[] {
    const rank = (finding: Finding): number => (finding.severity === "error" ? 0 : 1);
    return [...this.#findings.values()].sort((a, b) => rank(a) - rank(b) || a.consoleLine - b.consoleLine);
  }
}
