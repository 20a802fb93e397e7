import { isUtf8 } from "node:buffer";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { type ConsoleAnalysis, ConsoleAnalyzer } from "../../src/console/analyzer.ts";
import { disagrees } from "../../src/console/differences.ts";
import { limits } from "../../src/console/limits.ts";
import { printed } from "../../src/console/scripts/awk.ts";
import { decodeAsScripts } from "../../src/console/scripts/text.ts";
import { judgeGuest } from "../../src/console/verdict.ts";
import { dialectOf, type ScriptsDialect } from "../../src/contracts/scriptsDialect.ts";
import { suites } from "../../src/results/schema.ts";
import { seeded } from "../statistics/random.ts";
import { parityTrees } from "../support/kernelTree.ts";
import { makeRunDirectory } from "../support/rundir.ts";
import { damagedConsole } from "./consoleLogs.ts";

const run = promisify(execFile);
const trees = await parityTrees();
const seconds = 300;
const consoles = Number(process.env.PARITY_CONSOLES ?? 30);
const seed = Number(process.env.PARITY_SEED ?? 1);
const made: string[] = [];
afterAll(async () => {
  for (const path of made) await rm(path, { recursive: true, force: true });
});

/** All guests of a run directory through the suite's recheck script and parse-console.sh, as kvm-recheck.sh does. */
const recheckAll = `
. functions.sh
for i in "$1"/G*[$2]; do
  kvm-recheck-"$TORTURE_SUITE".sh "$i" > "$i/recheck.out" 2> "$i/recheck.err"
  parse-console.sh "$i/console.log" "\${i##*/}" > "$i/parse.out" 2>&1
done`;

async function makeRun(
  suite: (typeof suites)[number],
  bases: readonly (readonly string[])[],
): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), `parity-console-${suite}-`));
  made.push(dir);
  const random = seeded(seed * 1000 + suite.length);
  const guests = Array.from({ length: consoles }, (_, i) => {
    const base = bases.length > 0 && i % 4 === 3 ? bases[i % bases.length] : undefined;
    return [`G${i}`, { console: damagedConsole(random, suite, base), append: "verbose=1" }] as const;
  });
  return makeRunDirectory(Object.fromEntries(guests), { suite, seconds, path: dir });
}

async function realLogs(): Promise<string[][]> {
  const folder = join(import.meta.dirname, "../fixtures/console");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".txt"));
  return Promise.all(
    names.map(async (name) => (await readFile(join(folder, name), "latin1")).split("\n").slice(-150)),
  );
}

function analyse(
  suite: string,
  title: string,
  bytes: Buffer,
  chunk: number,
  dialect: ScriptsDialect,
): ConsoleAnalysis {
  const analyzer = new ConsoleAnalyzer({ suite, title, plannedSeconds: seconds, dialect });
  for (let at = 0; at < bytes.length; at += chunk) analyzer.write(bytes.subarray(at, at + chunk));
  return analyzer.end();
}

/** `console.log.diags` without colour and without the lines and words that name files. */
function diagnosticsOf(bytes: Buffer | undefined, guest: string): string[] {
  if (!bytes) return [];
  const lines = decodeAsScripts(bytes).split("\n");
  lines.pop();
  return (
    lines
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the scripts colour their words
      .map((line) => line.replace(/^\u001b\[03[13]m(BUG|WARNING): \u001b\[m/, "$1: "))
      .filter((line) => line !== `    ${guest}/console.log`)
      .map((line) => line.replace(` ${guest}`, ""))
  );
}

/** What `kvm-recheck-<suite>.sh` prints, made from our numbers; undefined where it prints no number. */
const numbers: Record<
  (typeof suites)[number],
  (out: string, ours: ConsoleAnalysis, garbled: boolean) => [unknown, unknown][]
> = {
  rcu: (out, { counters }) => {
    const [first = ""] = out.split("\n");
    const total = / ------- (\S+) GPs \((\S+)\/s\)/.exec(first);
    const numeric = total !== null && /^\d+(\.\d+)?$/.test(total[1] as string);
    const rest = first.slice(total ? total.index + total[0].length : first.indexOf("-------") + 7).trim();
    const calls = /(\S+) Reader Batch close calls/.exec(out)?.[1]?.replace(/^.*m/, "");
    const forward = /(?:^| )n_max_cbs: (\d+)$/.exec(rest)?.[1];
    return [
      [counters.gracePeriods, numeric ? Number(total[1]) : undefined],
      [counters.rate, numeric ? Number(total[2]) : undefined],
      [counters.endState ?? "", rest.slice(0, counters.endState?.length ?? 0)],
      [counters.endState === undefined, !rest.startsWith("[")],
      [counters.closeCalls ? printed(counters.closeCalls) : undefined, calls],
      // Without any `ver:` the script prints none of this.
      ...(total
        ? [[counters.forwardProgressMaxCallbacks, forward && Number(forward)] as [unknown, unknown]]
        : []),
    ];
  },
  lock: (out, { counters }) => {
    const theirs = /------- (\d+(?:\.\d+)?) acquisitions\/releases \((\S+) per second\)/.exec(out);
    return [
      [counters.operations, theirs ? Number(theirs[1]) : undefined],
      [counters.rate, theirs ? Number(theirs[2]) : undefined],
    ];
  },
  scf: (out, { counters }) => {
    const theirs = /------- (\d+(?:\.\d+)?) SCF handler invocations \((\S+)\/s\)/.exec(out);
    return [
      [counters.operations, theirs ? Number(theirs[1]) : undefined],
      [counters.rate, theirs ? Number(theirs[2]) : undefined],
    ];
  },
  rcuscale: (out, { counters }, garbled) =>
    durations(out, "grace-period", counters.durations, 1000, true, garbled),
  refscale: (out, { counters }, garbled) => durations(out, "reader", counters.durations, 1, false, garbled),
};

function durations(
  out: string,
  what: string,
  ours: ConsoleAnalysis["counters"]["durations"],
  scale: number,
  percentiles: boolean,
  garbled: boolean,
): [unknown, unknown][] {
  const theirs = (name: string): number | undefined => {
    const match = new RegExp(`${name} ${what} duration: (\\S+)`).exec(out);
    return match ? Number(match[1]) : undefined;
  };
  // Their %.6g of microseconds, our nanoseconds: a value halfway between two may round either way.
  const pair = (nanoseconds: number | undefined, name: string): [unknown, unknown] => {
    const [our, their] = [nanoseconds === undefined ? undefined : nanoseconds / scale, theirs(name)];
    const close =
      our !== undefined && their !== undefined && Math.abs(our - their) <= 5.1e-6 * Math.abs(their);
    return [close ? their : our, their];
  };
  // Durations of zero make the script divide by zero and die: it says nothing to compare with.
  if (percentiles && ours?.p90 === 0) return [];
  // A NUL, or a byte that is no UTF-8, stops the grep in the ftrace script's pipeline; how soon depends on timing.
  if (/ftrace/.test(out) && garbled) return [];
  // A garbled line made the script sort text among numbers: text comes last.
  if (Number.isNaN(theirs("Maximum"))) return [];
  // Of a single value the script prints an empty median.
  const single = !percentiles && ours?.count === 1;
  return [
    pair(ours?.mean, "Average"),
    pair(ours?.min, "Minimum"),
    pair(ours?.max, "Maximum"),
    ...(single ? [] : [pair(ours?.median, percentiles ? "50th percentile" : "Median")]),
    ...(percentiles ? [pair(ours?.p90, "90th percentile"), pair(ours?.p99, "99th percentile")] : []),
  ];
}

/** Words of lines that the scripts take for badness and that are no report: `harmless-lines` and the like. */
const noReport =
  /Processor Platform Limit|!!! built|^.{0,9}!!!\r?$|===========|Call [Tt]race:|ODEBUG|DEBUG kernel|Warn/;

/** Our verdict is of the scripts' class, or one of the named differences (differences.ts) explains it. */
function explainVerdict(suite: string, bytes: Buffer, ours: ConsoleAnalysis, where: string): void {
  // Scale tests: without a measurement ours fails, which the scripts never do.
  if (suite === "rcuscale" || suite === "refscale") return;
  const ending = { cause: "exited", exitStatus: 0, signal: null, detail: "" } as const;
  const { verdict, findings } = judgeGuest(ours, ending);
  if (!disagrees(ours, verdict)) return;
  if (verdict === "passed") {
    for (const line of ours.scripts.diagnostics) expect(line, where).toMatch(noReport);
  } else {
    const both = findings.every(({ kind, severity }) => severity === "notice" || kind === "hotplug-failure");
    expect(ours.hasNul || !isUtf8(bytes) || both, `${where}: ${findings[0]?.title}`).toBe(true);
  }
}

describe.each(trees)("$name", ({ rcutorture }) => {
  test.each(suites)("%s: verdict, complaints and numbers of damaged consoles", async (suite) => {
    const dir = await makeRun(suite, suite === "rcu" ? await realLogs() : []);
    // LANG as GitHub's runners have it: grep's and awk's idea of text depends on it.
    const env = {
      ...process.env,
      PATH: `${join(rcutorture, "bin")}:${process.env.PATH}`,
      TORTURE_SUITE: suite,
      LANG: "C.UTF-8",
      LC_ALL: "C.UTF-8",
    };
    const part = (digits: string) =>
      run("bash", ["-c", recheckAll, "recheck", dir, digits], { cwd: dir, env });
    await Promise.all([part("02468"), part("13579")]);
    const dialect = dialectOf(await readFile(join(rcutorture, "bin/console-badness.sh"), "utf8"));
    const outcomes = { failed: 0, passed: 0 };
    for (let i = 0; i < consoles; i++) {
      const guest = join(dir, `G${i}`);
      const bytes = await readFile(join(guest, "console.log"));
      const ours = analyse(suite, `G${i}`, bytes, 1 + ((i * 7919) % 5000), dialect);
      const where = `seed ${seed}, ${guest}/console.log`;
      const file = await readFile(`${guest}/console.log.diags`).catch(() => undefined);
      const theirs = diagnosticsOf(file, guest);
      expect(ours.scripts.diagnostics, where).toEqual(
        theirs.slice(0, limits.diagnostics).map((line) => line.slice(0, limits.diagnosticCharacters)),
      );
      expect(ours.scripts.failed, where).toBe(file !== undefined);
      const out = await readFile(join(guest, "recheck.out"), "utf8");
      const garbled = ours.hasNul || !isUtf8(bytes);
      for (const [our, their] of numbers[suite](out, ours, garbled))
        expect(our, `${where}\n${out}`).toEqual(their);
      explainVerdict(suite, bytes, ours, where);
      outcomes[ours.scripts.failed ? "failed" : "passed"]++;
    }
    // A generator that only made failing or only passing consoles would prove little.
    expect(outcomes.failed).toBeGreaterThan(0);
    expect(outcomes.passed).toBeGreaterThan(0);
  });
});
