/**
 * All checks and tests, ending with a line `N passed, N failed`. Installs the system packages they need first,
 * so that it works on a machine that has nothing of ours. A check counts as one; a test file that does not
 * load counts as a failure.
 */
import { spawnSync } from "node:child_process";
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

function runTests(project: string): Tally {
  console.log(`\n== ${project} tests`);
  const folder = mkdtempSync(join(tmpdir(), "vitest-"));
  const report = join(folder, "report.json");
  const done = run([
    node,
    bin("../vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const tally = tallyOf(report);
  rmSync(folder, { recursive: true, force: true });
  if (!done && tally.failed === 0) tally.failed = 1;
  return tally;
}

const projects = process.argv.length > 2 ? process.argv.slice(2) : ["unit", "integration", "parity", "e2e"];
ensurePackages(testPackages);
const tallies = [runChecks(), ...projects.map(runTests)];
const passed = tallies.reduce((sum, each) => sum + each.passed, 0);
const failed = tallies.reduce((sum, each) => sum + each.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
