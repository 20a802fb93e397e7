import type { z } from "zod";
import {
  type GuestResult,
  guestResultSchema,
  type Results,
  resultsSchema,
} from "../../src/results/schema.ts";

export interface GuestSpec {
  readonly scenario?: string;
  readonly name?: string;
  readonly verdict?: GuestResult["verdict"];
  readonly hours?: number;
  readonly planned?: number;
  readonly system?: string;
  readonly sample?: number;
  readonly rate?: number;
  /** Titles; the fingerprint is made from the title. */
  readonly errors?: readonly string[];
  readonly startedAt?: string;
  readonly variant?: GuestResult["variant"];
}

/** Sixteen hex digits that depend on the title only. */
export function fingerprintOf(title: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of title)
    hash = ((hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, "0");
}

export function guest(spec: GuestSpec): GuestResult {
  const scenario = spec.scenario ?? "TREE03";
  const errors = spec.errors ?? [];
  const input: z.input<typeof guestResultSchema> = {
    name: spec.name ?? scenario,
    scenario,
    repetition: 1,
    sample: spec.sample ?? 1,
    verdict: spec.verdict ?? (errors.length > 0 ? "failed" : "passed"),
    ...(spec.system && { system: spec.system }),
    ...(spec.variant && { variant: spec.variant }),
    cpus: 16,
    timing: {
      ...(spec.hours !== undefined && { lived: spec.hours * 3600 }),
      ...(spec.planned !== undefined && { planned: spec.planned }),
      ...(spec.startedAt && { startedAt: spec.startedAt }),
    },
    ending: { cause: "exited", exitStatus: 0, signal: null, detail: "qemu ended." },
    counters: spec.rate === undefined ? {} : { rate: spec.rate },
    findings: errors.map((title) => ({
      kind: "warning" as const,
      title,
      severity: "error" as const,
      consoleLine: 1,
      lines: 1,
      text: title,
      truncated: false,
      count: 1,
      fingerprint: fingerprintOf(title),
    })),
  };
  return guestResultSchema.parse(input);
}

export interface ResultsSpec {
  readonly date?: string;
  readonly commit?: string;
  readonly rundir?: string;
  readonly suite?: string;
  readonly systems?: z.input<typeof resultsSchema>["systems"];
}

/** Results that the schema accepts, with these guests. */
export function resultsOf(guests: readonly GuestSpec[], spec: ResultsSpec = {}): Results {
  return resultsSchema.parse({
    version: 1,
    tool: { name: "rcutorture-action", version: "1.0.0" },
    createdAt: spec.date ?? "2026-11-22T10:00:00Z",
    attempt: 1,
    suite: spec.suite ?? "rcu",
    rundir: spec.rundir ?? "res/2026.11.22-10.00.00",
    kernel: { state: "clean", ...(spec.commit && { commit: spec.commit }) },
    verdict: "passed",
    scriptsExitStatus: 0,
    systems: spec.systems ?? [],
    builds: [],
    guests: guests.map((one, index) => ({ ...guest(one), sample: one.sample ?? index + 1 })),
  });
}
