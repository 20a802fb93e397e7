import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { abandonedLeases, journalPath, note } from "../../src/job/systems/remote/journal.ts";

let home: string;
let variables: Record<string, string>;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "journal-"));
  variables = { XDG_CACHE_HOME: home };
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const lease = () => ({ names: ["k1"], key: "a key", journal: journalPath(variables) });

/** The same entry, as a process that is gone would have left it. */
async function leaveDead(change: (entry: { pid: number; born: string }) => void): Promise<string> {
  await note(journalPath(variables), lease());
  const entry = JSON.parse(readFileSync(journalPath(variables), "utf8"));
  change(entry);
  const path = join(dirname(journalPath(variables)), `${entry.pid}.json`);
  rmSync(journalPath(variables));
  writeFileSync(path, JSON.stringify(entry));
  return path;
}

test("what a living process uses is nobody's business", async () => {
  await note(journalPath(variables), lease());
  expect(statSync(dirname(journalPath(variables))).mode & 0o777).toBe(0o700);
  expect(await abandonedLeases(variables)).toEqual([]);
  await note(journalPath(variables), undefined);
  expect(readdirSync(dirname(journalPath(variables)))).toEqual([]);
});

test("a process that is gone, and one whose number another one has now", async () => {
  const { pid = 0 } = spawnSync("true");
  const gone = await leaveDead((entry) => {
    entry.pid = pid;
  });
  const other = await leaveDead((entry) => {
    entry.pid = process.ppid;
  });
  const found = await abandonedLeases(variables);
  expect(found.map(({ journal }) => journal).sort()).toEqual([gone, other].sort());
  expect(found[0]).toMatchObject({ names: ["k1"], key: "a key" });
});

test("old entries, and files that are none, go", async () => {
  const { pid = 0 } = spawnSync("true");
  const path = await leaveDead((entry) => {
    entry.pid = pid;
  });
  const yesterday = new Date(Date.now() - 25 * 3600 * 1000);
  utimesSync(path, yesterday, yesterday);
  const nonsense = join(dirname(path), "1.json");
  writeFileSync(nonsense, '{"pid": "rm -rf /"}');
  expect(await abandonedLeases(variables)).toEqual([]);
  expect([existsSync(path), existsSync(nonsense)]).toEqual([false, false]);
});
