import * as z from "zod";
import { answerSchema } from "./answer.ts";
import { findingKinds, resultsVersion, sanitizers, suites, verdicts } from "./kinds.ts";

/**
 * `results.json`: what one job leaves behind, and all that reports and merges read.
 * Times are ISO 8601 UTC, durations seconds, sizes bytes unless a name says otherwise.
 */
export {
  type FindingKind,
  resultsVersion,
  type Suite,
  suites,
  type Verdict,
} from "./kinds.ts";

export const suiteSchema = z.enum(suites);
export const verdictSchema = z.enum(verdicts);
export const findingKindSchema = z.enum(findingKinds);

/** Something the console shows that a maintainer should see. Identical ones are folded: `count`. */
export const findingSchema = z.object({
  kind: findingKindSchema,
  /** In the style kernel people use: `WARNING in rcu_torture_stats_print`. */
  title: z.string(),
  /** Further titles under which the same bug may be known: on another architecture, or noticed by another check. */
  also: z.array(z.string()).optional(),
  /** The console ended in the middle of it: title and fingerprint may lack what had not come yet. */
  incomplete: z.literal(true).optional(),
  /**
   * How it begins: four hex digits each for its header and the functions on its stacks, in their order. An incomplete
   * one is taken for a complete one of its kind that begins so. Absent where it names no function.
   */
  trail: z
    .string()
    .regex(/^(?:[0-9a-f]{4})+$/)
    .optional(),
  /** `error` makes the guest fail; `notice` is shown only. */
  severity: z.enum(["error", "notice"]),
  /** Source file, relative to the kernel tree, where the console names one. */
  file: z.string().optional(),
  line: z.number().int().positive().optional(),
  function: z.string().optional(),
  task: z.string().optional(),
  pid: z.number().int().nonnegative().optional(),
  cpu: z.number().int().nonnegative().optional(),
  /** Seconds since boot, as printk's time stamp says. */
  time: z.number().nonnegative().optional(),
  /** 1-based line of the console log where it starts, and the number of lines from there to its last line. */
  consoleLine: z.number().int().positive(),
  lines: z.number().int().positive(),
  /** The report's own lines, bounded (see console/limits.ts); `truncated` says that there was more. */
  text: z.string(),
  truncated: z.boolean(),
  /** How many times the same fingerprint was seen on this console. */
  count: z.number().int().positive(),
  /** Same bug at other addresses, offsets, CPUs, times and hosts: same fingerprint. Hex, 16 digits. */
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
});
export type Finding = z.infer<typeof findingSchema>;

/** A pattern that users (or we) declared harmless, and how often it hid something. */
export const ignoredSchema = z.object({
  pattern: z.string(),
  reason: z.string(),
  source: z.enum(["built-in", "input"]),
  count: z.number().int().nonnegative(),
});
export type Ignored = z.infer<typeof ignoredSchema>;

/** What the suite counted. Absent: the console did not say. */
export const countersSchema = z.object({
  /** rcu: grace periods, the last `ver:`. */
  gracePeriods: z.number().optional(),
  /** lock: acquisitions; scf: invocations. */
  operations: z.number().optional(),
  /** Per second of the planned duration, as the scripts divide. */
  rate: z.number().optional(),
  /** rcu: sum of the `Reader Batch` columns beyond the second. */
  closeCalls: z.number().optional(),
  /** rcu: largest `rcu_torture_fwd_prog n_max_cbs:`. */
  forwardProgressMaxCallbacks: z.number().optional(),
  /** rcu: `[g12345 f0x0 ]` from the last `End-test grace-period state`. */
  endState: z.string().optional(),
  /** rcuscale, refscale: durations of grace periods or readers in nanoseconds. */
  durations: z
    .object({
      count: z.number(),
      mean: z.number(),
      min: z.number(),
      median: z.number(),
      /** 95 % interval of the median, from the ranks of the values; absent: too few of them. */
      medianLow: z.number().optional(),
      medianHigh: z.number().optional(),
      p90: z.number(),
      p99: z.number(),
      max: z.number(),
    })
    .optional(),
  /** Seconds since boot of the last time stamp seen. */
  lastTime: z.number().optional(),
});
export type Counters = z.infer<typeof countersSchema>;

/** What the tree's own scripts conclude from the same console (`parse-console.sh`, `kvm-recheck.sh`). */
export const scriptsVerdictSchema = z.object({
  /** Would leave a non-empty `console.log.diags`. */
  failed: z.boolean(),
  /** The lines of that file, bounded, without colour. */
  diagnostics: z.array(z.string()),
});
export type ScriptsVerdict = z.infer<typeof scriptsVerdictSchema>;

/** One sample for the curve of a guest over time. */
export const progressPointSchema = z.object({ time: z.number(), value: z.number() });

export const endingSchema = z.object({
  /**
   * First cause wins. `exited`: qemu ended by itself. `hung`: killed at duration + grace. `cancelled`: the job
   * was stopped. `stopped`: `stop-on-failure`. `qemu-failed`: qemu refused to run. `lost`: its system went away.
   */
  cause: z.enum(["exited", "hung", "cancelled", "stopped", "qemu-failed", "lost", "not-started", "unknown"]),
  exitStatus: z.number().int().nullable(),
  signal: z.string().nullable(),
  /** One sentence for people. */
  detail: z.string(),
});
export type Ending = z.infer<typeof endingSchema>;

export const guestResultSchema = z.object({
  /** `TREE03`, `TREE03.2`; in results merged from several sets of a plan `kasan/TREE03`, its folder. */
  name: z.string(),
  scenario: z.string(),
  /** Torture suite and commit of its kernel, where they are not those of the results. */
  suite: z.string().optional(),
  commit: z.string().optional(),
  /** 1-based. */
  repetition: z.number().int().positive(),
  /** 1-based number of the run of this guest under `repeat`. */
  sample: z.number().int().positive().default(1),
  /** GITHUB_RUN_ATTEMPT of the job that ran it. */
  attempt: z.number().int().positive().default(1),
  verdict: verdictSchema,
  /** It was to fail: `passed` says that it did, and its findings are what was wanted. */
  mustFail: z.literal(true).optional(),
  /** The sanitizer that its kernel was built with; absent: none. */
  variant: z.enum(sanitizers).optional(),
  /** Name of the entry in `systems`. */
  system: z.string().optional(),
  batch: z.number().int().positive().optional(),
  cpus: z.number().int().positive().optional(),
  timing: z.object({
    startedAt: z.iso.datetime().optional(),
    endedAt: z.iso.datetime().optional(),
    /** Planned seconds of torture (`shutdown_secs`). */
    planned: z.number().nonnegative().optional(),
    /** Wall clock seconds the guest lived. */
    lived: z.number().nonnegative().optional(),
  }),
  ending: endingSchema,
  counters: countersSchema,
  findings: z.array(findingSchema),
  ignored: z.array(ignoredSchema).default([]),
  scripts: scriptsVerdictSchema.optional(),
  progress: z.array(progressPointSchema).default([]),
  /** The kernel that its console names: `6.12.90`, and the compiler as it called itself. */
  booted: z.object({ release: z.string(), compiler: z.string().optional() }).optional(),
  /** Path of the console log relative to the run directory. */
  console: z.string().optional(),
  consoleBytes: z.number().int().nonnegative().optional(),
  consoleLines: z.number().int().nonnegative().optional(),
});
export type GuestResult = z.infer<typeof guestResultSchema>;

export const diagnosticSchema = z.object({
  severity: z.enum(["error", "warning"]),
  message: z.string(),
  file: z.string().optional(),
  line: z.number().int().positive().optional(),
  column: z.number().int().positive().optional(),
});
export type Diagnostic = z.infer<typeof diagnosticSchema>;

export const buildResultSchema = z.object({
  scenario: z.string(),
  /** `reused`: from an earlier run directory or a store. */
  status: z.enum(["built", "reused", "failed", "skipped"]),
  seconds: z.number().nonnegative().optional(),
  /** Where a reused build came from: a run directory, or the name of a store. */
  origin: z.string().optional(),
  /** The key under which stores keep it. */
  key: z.string().optional(),
  diagnostics: z.array(diagnosticSchema),
  /** Why it is `skipped`, or failed, where no diagnostic says so. */
  reason: z.string().optional(),
  /** The sanitizer that `.config` switches on; absent: none. */
  variant: z.enum(sanitizers).optional(),
  /** Options that `configcheck.sh` finds improperly set. */
  configErrors: z.array(z.string()).default([]),
});
export type BuildResult = z.infer<typeof buildResultSchema>;

export const systemFactsSchema = z.object({
  /** The name the user gave it; `localhost` for this machine. */
  name: z.string(),
  hostname: z.string().optional(),
  cpus: z.number().int().positive().optional(),
  memory: z.number().int().positive().optional(),
  architecture: z.string().optional(),
  qemu: z.string().optional(),
  accelerator: z.enum(["kvm", "tcg"]).optional(),
  acceleratorReason: z.string().optional(),
  /** Why it stopped being used, if it did. */
  lost: z.string().optional(),
});
export type SystemFacts = z.infer<typeof systemFactsSchema>;

/** A set of `torture.sh`, as one line of its summary. */
export const setResultSchema = z.object({
  /** `rcutorture-kasan`: its folder in the run directory, and what its guests' names begin with. */
  id: z.string(),
  /** Word of `torture-sets`. */
  family: z.string(),
  suite: z.string(),
  verdict: verdictSchema,
  /** Why it did not run, or what `make` said. */
  detail: z.string().optional(),
  /** Guests and kernels that it is made of. */
  guests: z.number().int().nonnegative(),
  kernels: z.number().int().nonnegative(),
});
export type SetResult = z.infer<typeof setResultSchema>;

export const resultsSchema = z.object({
  version: z.literal(resultsVersion),
  tool: z.object({ name: z.string(), version: z.string() }),
  createdAt: z.iso.datetime(),
  attempt: z.number().int().positive(),
  suite: suiteSchema.or(z.string()),
  rundir: z.string(),
  /** Path of the run this one re-runs. */
  rerunOf: z.string().optional(),
  /** The command that makes the same run again. */
  reproduce: z.string().optional(),
  /** The same where that machine is gone, or was never ours. Each may have several lines. */
  reproduction: z
    .object({
      /** A step of a workflow, in YAML. */
      workflow: z.string().optional(),
      /** Lines for a shell in a clone of the kernel. */
      laptop: z.string().optional(),
      /** What `kvm.sh` was called with, as the run directory says. */
      script: z.string().optional(),
    })
    .optional(),
  kernel: z.object({
    path: z.string().optional(),
    commit: z.string().optional(),
    describe: z.string().optional(),
    state: z.enum(["clean", "modified", "unknown"]),
    repository: z.string().optional(),
  }),
  /** Digest of the plan that these results put together. */
  plan: z.string().optional(),
  /** Commits of the kernels that were tested as a series, oldest first. */
  series: z
    .array(z.object({ commit: z.string(), describe: z.string().optional(), subject: z.string() }))
    .optional(),
  /** Sets of `torture.sh`, in its order; absent: no such run. */
  sets: z.array(setResultSchema).optional(),
  verdict: verdictSchema,
  /** With `until`: the answer, or how far it is. */
  answer: answerSchema.optional(),
  /** 0 clean, 1 .config errors, 2 build errors, 3 runtime errors: what `kvm-recheck.sh` exits with. */
  scriptsExitStatus: z.number().int().min(0).max(3),
  interrupted: z.boolean().default(false),
  systems: z.array(systemFactsSchema),
  builds: z.array(buildResultSchema),
  guests: z.array(guestResultSchema),
  /** Facts about machines and services that people should know and that are not the kernel's fault. */
  infrastructure: z.array(z.string()).default([]),
});
export type Results = z.infer<typeof resultsSchema>;
