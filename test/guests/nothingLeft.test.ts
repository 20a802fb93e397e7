import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LocalGuestHost } from "../../src/guests/localHost.ts";
import { killHard, type ProcessEntry, processes, processesWith } from "../support/processes.ts";

const parentProgram = join(import.meta.dirname, "../support/guestParent.ts");
let folder: string;
let parent: ChildProcess;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nothing-left-"));
});
afterEach(async () => {
  killHard(parent.pid ?? 0);
  // Only where a test has failed.
  killAll(processesWith(folder));
  await rm(folder, { recursive: true, force: true });
});

/** Starts the process with guests, and waits until they run. */
async function bringUp(...missing: string[]): Promise<void> {
  parent = spawn(process.execPath, [parentProgram, folder, ...missing], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(parent.stdout as NodeJS.ReadableStream, "data");
}

/** Children of the parent by what they are. */
function children(): { guests: ProcessEntry[]; guard: ProcessEntry[]; spinners: ProcessEntry[] } {
  const all = processes().filter((entry) => entry.parent === parent.pid);
  const has = (text: string) => all.filter(({ argv }) => argv.some((word) => word.includes(text)));
  return { guests: has(folder), guard: has("groups="), spinners: has("while read -r n") };
}

/** Everything that carries the folder's name, the parent included, and what else was seen before. */
async function nothingLeft(before: readonly ProcessEntry[]): Promise<void> {
  const pids = new Set(before.map(({ pid }) => pid));
  const left = () => [
    ...processesWith(folder),
    ...processes().filter(
      ({ pid, argv }) => pids.has(pid) && before.some((old) => old.argv.join() === argv.join()),
    ),
  ];
  await expect.poll(left, { timeout: 20_000, interval: 50 }).toEqual([]);
}

function everything(): ProcessEntry[] {
  const { guests, guard, spinners } = children();
  return [...processesWith(folder), ...guests, ...guard, ...spinners];
}

function killAll(entries: readonly ProcessEntry[]): void {
  for (const { pid } of entries) killHard(pid);
}

const killParent = () => killHard(parent.pid ?? 0);

describe("no guest is left behind", () => {
  const orders: [string, string[], () => void][] = [
    ["the parent alone is killed", [], killParent],
    [
      "the guard is killed, then the parent, which has had no time to notice",
      ["wrapper", "session"],
      () => {
        killAll(children().guard);
        killParent();
      },
    ],
    [
      "the direct children are killed in the order of their pids, then the parent",
      [],
      () => {
        const { guests } = children();
        killAll(guests.toSorted((a, b) => a.pid - b.pid));
        killParent();
      },
    ],
    [
      "the direct children are killed in the opposite order, then the parent",
      [],
      () => {
        const { guests } = children();
        killAll(guests.toSorted((a, b) => b.pid - a.pid));
        killParent();
      },
    ],
    [
      "spinners and guests are killed, the parent last",
      [],
      () => {
        const { guests, spinners } = children();
        killAll([...spinners, ...guests]);
        killParent();
      },
    ],
    [
      "the parent is killed first and its guests right after it",
      [],
      () => {
        const { guests } = children();
        killParent();
        killAll(guests);
      },
    ],
    ["setpriv is missing and the parent is killed", ["setpriv"], killParent],
    [
      "setpriv is missing, a wrapper is killed, then the parent",
      ["setpriv"],
      () => {
        killAll(children().guests.filter(({ argv }) => argv.some((word) => word.includes("WRAPPED"))));
        killParent();
      },
    ],
    ["setpriv and taskset are missing and the parent is killed", ["setpriv", "taskset"], killParent],
  ];

  test.each(orders)(
    "when %s",
    async (_name, missing, kill) => {
      await bringUp(...missing);
      const before = everything();
      const direct = children();
      expect(direct.guests).toHaveLength(missing.includes("wrapper") ? 1 : 3);
      expect(direct.guard).toHaveLength(1);
      kill();
      await nothingLeft(before);
    },
    60_000,
  );

  test("when the guard is killed, another one takes over before the parent is killed", async () => {
    await bringUp("setpriv");
    const before = everything();
    const first = children().guard[0]?.pid ?? 0;
    killHard(first);
    const another = () => children().guard.filter(({ pid }) => pid !== first).length;
    await expect.poll(another, { timeout: 10_000 }).toBe(1);
    killParent();
    await nothingLeft(before);
  }, 60_000);

  test.each([150, 300, 400, 500, 600, 800])(
    "when the parent is killed %d ms after its start",
    async (delay) => {
      parent = spawn(process.execPath, [parentProgram, folder], { stdio: "ignore" });
      await sleep(delay);
      killParent();
      await nothingLeft([]);
    },
    60_000,
  );

  test("when the parent exits as it likes, without a word to its host", async () => {
    await bringUp();
    const before = everything();
    parent.kill("SIGTERM");
    await nothingLeft(before);
  }, 60_000);

  const deaf = 'trap "" HUP INT TERM; echo up >> "$0"; while :; do sleep 1; done';
  test.each([
    ["goes into a session of its own", `setsid sh -c '${deaf}' "$0" & wait`, true],
    ["forks twice, and its first process ends", `(setsid sh -c '${deaf}' "$0" &) & sleep 1`, false],
    ["forks twice there and here", `(setsid sh -c '${deaf}' "$0" &) & setsid sh -c '${deaf}' "$0"`, true],
  ])(
    "a guest that %s is ended with all that it was",
    async (_name, program, kill) => {
      const host = new LocalGuestHost();
      const console = join(folder, "console.log");
      const up = Promise.withResolvers<void>();
      const launch = { name: "G", argv: ["sh", "-c", program, console], directory: folder, console } as const;
      const handle = await host.start({ ...launch, hardDeadline: 60 }, { onConsole: () => up.resolve() });
      await up.promise;
      if (kill) handle.kill();
      await handle.ended;
      expect(processesWith(folder)).toEqual([]);
      await host.close();
    },
    60_000,
  );
});
