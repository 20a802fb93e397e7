import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Bench } from "./support/figures.ts";
import { interleave } from "./support/statistics.ts";
import { dist, type TestBed, withTestBed } from "./support/testBed.ts";

/** Seconds from the start of a program to the first byte that it says; the program goes on to its end. */
async function firstWord(argv: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const [program = "", ...args] = argv;
  const began = performance.now();
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let first: number | undefined;
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      first ??= (performance.now() - began) / 1000;
      output += chunk;
    });
  }
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status !== 0 || first === undefined) throw new Error(`${argv.join(" ")} failed:\n${output}`);
  return first;
}

/** The main step as the runner starts it, with the inputs of a re-run that goes no further than its first line. */
function mainStep(testBed: TestBed, old: string): Promise<number> {
  const inputs = { MODE: "run", AGAIN: old, DRYRUN: "true", RUNDIR: testBed.newRun() };
  return firstWord([process.execPath, join(dist, "main.js")], {
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: testBed.scratch,
    GITHUB_OUTPUT: testBed.file("output"),
    GITHUB_STATE: testBed.file("state"),
    GITHUB_STEP_SUMMARY: testBed.file("summary"),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value])),
  });
}

export const start: Bench = {
  name: "start",
  about: "From the start of the process to its first log line, which comes when a run directory is made.",
  run: ({ rounds }) =>
    withTestBed(async (testBed) => {
      const old = testBed.oldRun("old", ["TINY01"]);
      const cli = [process.execPath, join(dist, "cli.js"), "run", "--again", old, "--dryrun", "--rundir"];
      const { main, line, node } = await interleave(2 * rounds + 1, {
        main: () => mainStep(testBed, old),
        line: () => firstWord([...cli, testBed.newRun()], {}),
        node: () => firstWord([process.execPath, "-e", "console.log(0)"], {}),
      });
      const beside = { name: "node -e", values: node };
      return [
        { what: "dist/main.js", unit: "s", ours: main, beside, wanted: "≤ 0.4 s" },
        { what: "dist/cli.js", unit: "s", ours: line, beside, wanted: "≤ 0.4 s" },
      ];
    }),
};
