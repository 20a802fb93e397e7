/**
 * The fixed words of `results.json`. Apart from its schema, so that a run, which writes results and reads none,
 * starts without loading the library that validates them.
 */

/** Version of the format. */
export const resultsVersion = 1;

/** Suites of `tools/testing/selftests/rcutorture/configs`. */
export const suites = ["rcu", "lock", "scf", "rcuscale", "refscale"] as const;
export type Suite = (typeof suites)[number];

/** Names of folders that others may be in. `rcutorture` is the module, not the suite. */
export const suiteName = /^(?!(?:rcu|lock|scf)torture$)[A-Za-z0-9][\w.-]{0,63}$/;

/** Sanitizers that make a kernel another one: it is slower and finds more. Never counted together with others. */
export const sanitizers = ["kasan", "kcsan"] as const;

/** How a guest ended up, as people talk of it. The order is the order of importance in reports. */
export const verdicts = ["failed", "build-failed", "did-not-run", "infrastructure-error", "passed"] as const;
export type Verdict = (typeof verdicts)[number];

/** What a console can show. */
export const findingKinds = [
  "torture-failure",
  "panic",
  "kasan",
  "kcsan",
  "ubsan",
  "bug",
  "oops",
  "null-dereference",
  "paging-request",
  "general-protection",
  "divide-error",
  "double-fault",
  "soft-lockup",
  "hard-lockup",
  "workqueue-lockup",
  "hung-task",
  "rcu-stall",
  "kthread-starved",
  "writer-stall",
  "lockdep",
  "suspicious-rcu",
  "sleeping-in-atomic",
  "debug-objects",
  "refcount",
  "list-corruption",
  "oom",
  "warning",
  "gp-hang",
  "bad-sequence",
  "hotplug-failure",
  "close-calls",
  "no-end",
  "silence",
  "hang",
  "boot-failure",
  "other",
] as const;
export type FindingKind = (typeof findingKinds)[number];
