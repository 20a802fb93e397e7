import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dialectOfRun } from "../../src/rundir/scriptsOfTree.ts";

const old = "# Call trace: is not looked for\ngrep -E 'Badness|Call Trace:|Oops:' |\n";
const recent = "grep -E 'Badness|Call Trace:|Call trace:|Oops:' |\n";
const scripts = "tools/testing/selftests/rcutorture/bin";
let scratch = "";
let run = "";

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "scripts-of-tree-"));
  run = join(scratch, "linux/tools/testing/selftests/rcutorture/res/run");
  mkdirSync(run, { recursive: true });
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

function put(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "console-badness.sh"), text);
}

test("scripts that came with the run, of the tree it lies in, of the tree it names: the nearest wins", async () => {
  const tree = join(scratch, "elsewhere");
  expect(await dialectOfRun(run, undefined)).toEqual({ lowerCallTraces: false });
  put(join(tree, scripts), recent);
  expect(await dialectOfRun(run, tree)).toEqual({ lowerCallTraces: true });
  put(join(scratch, "linux", scripts), old);
  expect(await dialectOfRun(run, tree)).toEqual({ lowerCallTraces: false });
  put(join(run, "bin"), recent);
  expect(await dialectOfRun(run, tree)).toEqual({ lowerCallTraces: true });
});

test("what cannot be read is as good as not there", async () => {
  mkdirSync(join(run, "bin/console-badness.sh"), { recursive: true });
  expect(await dialectOfRun(run, "relative")).toEqual({ lowerCallTraces: false });
  rmSync(join(run, "bin"), { recursive: true });
  mkdirSync(join(run, "bin"));
  put(join(scratch, "stranger"), recent);
  symlinkSync(join(scratch, "stranger/console-badness.sh"), join(run, "bin/console-badness.sh"));
  expect(await dialectOfRun(run, "/dev")).toEqual({ lowerCallTraces: false });
});
