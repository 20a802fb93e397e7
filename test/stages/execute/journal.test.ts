import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { abandonedLeases, journalPath, note } from "../../../src/stages/execute/systems/remote/journal.ts";

let home: string;
let variables: Record<string, string>;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "journal-"));
  variables = { XDG_CACHE_HOME: home };
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const noted = () => ({
  lease: { names: ["k1"], key: "a key", release: true, journal: journalPath(variables) },
  releaseCommand: "true",
});

const warnings: string[] = [];
const found = async () => {
  warnings.length = 0;
  return await abandonedLeases(variables, (line) => warnings.push(line));
};

/** The same entry, as a process that is gone would have left it. */
async function leaveDead(change: (entry: { pid: number; born: string }) => void): Promise<string> {
  await note(journalPath(variables), noted());
  const entry = JSON.parse(readFileSync(journalPath(variables), "utf8"));
  change(entry);
  const path = join(dirname(journalPath(variables)), `${entry.pid}.json`);
  rmSync(journalPath(variables));
  writeFileSync(path, JSON.stringify(entry), { mode: 0o600 });
  return path;
}

test("what a living process uses is nobody's business", async () => {
  await note(journalPath(variables), noted());
  expect(statSync(dirname(journalPath(variables))).mode & 0o777).toBe(0o700);
  expect(await found()).toEqual([]);
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
  const uses = await found();
  expect(uses.map(({ lease }) => lease.journal).sort()).toEqual([gone, other].sort());
  expect(uses[0]).toMatchObject({
    lease: { names: ["k1"], key: "a key", release: true },
    releaseCommand: "true",
  });
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
  expect(await found()).toEqual([]);
  expect([existsSync(path), existsSync(nonsense)]).toEqual([false, false]);
});

/** Ways in which somebody else may have written an entry, or may have changed it. */
const ofAnotherUser = (path: string) => {
  if (process.getuid?.() === 0) chownSync(path, 12345, 0);
  // Only root gives files away: we are the other one then.
  else vi.spyOn(process, "getuid").mockReturnValue(12345);
};

const tampering: Readonly<Record<string, (path: string) => void>> = {
  "a file that others can read": (path) => chmodSync(path, 0o644),
  "a file that others can write": (path) => chmodSync(path, 0o622),
  "another user's file": ofAnotherUser,
  "a link": (path) => {
    renameSync(path, join(home, "elsewhere"));
    symlinkSync(join(home, "elsewhere"), path);
  },
  "a hard link": (path) => linkSync(path, join(home, "elsewhere")),
  "a FIFO": (path) => {
    rmSync(path);
    execFileSync("mkfifo", ["-m", "600", path]);
  },
  "a file of more than any entry": (path) => writeFileSync(path, " ".repeat(300_000)),
  "a folder that others may enter": (path) => chmodSync(dirname(path), 0o755),
  "another user's folder": (path) => ofAnotherUser(dirname(path)),
  "a folder that is a link": (path) => {
    renameSync(dirname(path), join(home, "elsewhere"));
    symlinkSync(join(home, "elsewhere"), dirname(path));
  },
  "a folder in one that others may write to": (path) => chmodSync(dirname(dirname(path)), 0o777),
};

test.each(Object.keys(tampering))("nothing of %s is used, which is said", async (way) => {
  const { pid = 0 } = spawnSync("true");
  const path = await leaveDead((entry) => {
    entry.pid = pid;
  });
  expect(await found()).toHaveLength(1);
  tampering[way]?.(path);
  expect(await found()).toEqual([]);
  expect(warnings).toHaveLength(1);
  vi.restoreAllMocks();
  if (!/folder|user/.test(way)) expect(existsSync(path)).toBe(false);
});

test.each([
  { names: ["-oProxyCommand=id"] },
  { names: ["k1 k2"] },
  { ssh: { directory: "/home/me", configFile: "/home/me/config" } },
  { ssh: { directory: "/tmp/rcutorture-ssh-abc123", configFile: "/tmp/elsewhere/config" } },
  {
    ssh: {
      directory: "/tmp/../home/rcutorture-ssh-abc123",
      configFile: "/tmp/../home/rcutorture-ssh-abc123/config",
    },
  },
  { journal: "/etc/passwd" },
  { more: true },
])("an entry that says %j is none", async (change) => {
  const { pid = 0 } = spawnSync("true");
  await leaveDead((entry) => {
    entry.pid = pid;
    Object.assign((entry as unknown as { lease: object }).lease, change);
  });
  expect(await found()).toEqual([]);
});

test("a folder that others may enter gets no entry", async () => {
  await note(journalPath(variables), noted());
  chmodSync(dirname(journalPath(variables)), 0o755);
  await expect(note(journalPath(variables), noted())).rejects.toThrow(/others may enter/);
});
