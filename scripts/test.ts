/**
 * All checks and tests, ending with a line `N passed, N failed`. Installs the system packages they need first,
 * so that it works on a machine that has nothing of ours. A check counts as one; a test file that does not
 * load counts as a failure. Kinds of tests named as arguments run alone, one after the other.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensurePackages, testPackages } from "./support/packages.ts";

interface Tally {
  passed: number;
  failed: number;
}

const node = process.execPath;
const bin = (name: string) => join("node_modules", ".bin", name);

const checks: readonly [string, readonly string[]][] = [
  ["types", [bin("tsc"), "--noEmit"]],
  ["lint, import cycles", [bin("biome"), "check", "--error-on-warnings", "."]],
  ["rooms: imports run down only", [node, "scripts/rooms.ts"]],
  ["exports without importer, unused dependencies", [node, bin("../knip/bin/knip.js")]],
  ["generated files", [node, "scripts/generate.ts", "--check"]],
  ["dist/ is what src/ builds", [node, "scripts/build.ts", "--check"]],
];

function run(argv: readonly string[]): boolean {
  const [program = "", ...rest] = argv;
  return spawnSync(program, rest, { stdio: "inherit" }).status === 0;
}

function runChecks(): Tally {
  const tally = { passed: 0, failed: 0 };
  for (const [name, argv] of checks) {
    console.log(`\n== ${name}`);
    if (run(argv)) tally.passed++;
    else tally.failed++;
  }
  return tally;
}

/** What vitest's JSON report says; a run without a report is one failure. */
function tallyOf(path: string): Tally {
  try {
    const report = JSON.parse(readFileSync(path, "utf8"));
    const unloaded = report.testResults.filter(
      (file: { status: string; assertionResults: unknown[] }) =>
        file.status === "failed" && file.assertionResults.length === 0,
    ).length;
    // A test that is skipped proves nothing, so it must not look like a pass.
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + unloaded,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function vitest(project: string, report: string): Promise<boolean> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const argv = [bin("../vitest/vitest.mjs"), "run", "--project", project, ...reporters];
  return new Promise((resolve) => {
    const child = spawn(node, argv, { stdio: "inherit" });
    child.on("error", () => resolve(false));
    child.on("close", (status) => resolve(status === 0));
  });
}

async function runTests(project: string): Promise<Tally> {
  console.log(`\n== ${project} tests`);
  const folder = mkdtempSync(join(tmpdir(), "vitest-"));
  const report = join(folder, "report.json");
  const done = await vitest(project, report);
  const tally = tallyOf(report);
  rmSync(folder, { recursive: true, force: true });
  if (!done && tally.failed === 0) tally.failed = 1;
  return tally;
}

async function runLane(projects: readonly string[]): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const project of projects) tallies.push(await runTests(project));
  return tallies;
}

/**
 * Lanes run side by side: guests and builds of `e2e` leave most of the time of a second CPU. Guests of `ssh` run in
 * systems of their own, so that the two do not wait for each other.
 */
const lanes = [["e2e"], ["integration", "parity", "ssh"]];

ensurePackages(testPackages);
const tallies = [runChecks()];
const wanted = process.argv.slice(2);
if (wanted.length > 0) tallies.push(...(await runLane(wanted)));
else tallies.push(...(await runLane(["unit"])), ...(await Promise.all(lanes.map(runLane))).flat());
const passed = tallies.reduce((sum, each) => sum + each.passed, 0);
const failed = tallies.reduce((sum, each) => sum + each.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
