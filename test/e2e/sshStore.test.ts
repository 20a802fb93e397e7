import { createHash, randomBytes } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { InfrastructureError } from "../../src/errors.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { openSystem } from "../../src/systems/ssh/connection/openSystem.ts";
import type { SshExecutor } from "../../src/systems/ssh/connection/sshExecutor.ts";
import { ContentStore, type StoreOptions } from "../../src/systems/ssh/kernels/contentStore.ts";
import { runDistributeCommand } from "../../src/systems/ssh/kernels/distributeCommand.ts";
import { describeItem, type Item } from "../../src/systems/ssh/kernels/item.ts";
import { Supply } from "../../src/systems/ssh/kernels/supply.ts";
import { bringUpFleet, type Fleet } from "../support/fleet.ts";

const times = { connect: 4000, keepalive: 300, keepaliveLimit: 3 };
const megabyte = 1_000_000;
let fleet: Fleet;
const opened = new Map<string, SshExecutor>();
const logged: string[] = [];

beforeAll(async () => {
  fleet = await bringUpFleet([
    { rate: "30mbit" },
    { rate: "30mbit" },
    { homeSize: 8 * megabyte },
    { without: ["zstd"] },
    {},
  ]);
});
afterEach(async () => {
  for (const executor of opened.values()) await executor.close();
  opened.clear();
  logged.length = 0;
});
afterAll(() => fleet?.down());

async function store(name: string, options: StoreOptions = {}): Promise<ContentStore> {
  const executor =
    opened.get(name) ?? (await openSystem(new LocalExecutor(), name, { configFile: fleet.sshConfig, times }));
  opened.set(name, executor);
  return new ContentStore(executor, { stallTimeout: 15_000, log: (line) => logged.push(line), ...options });
}

async function item(name: string, content: Buffer): Promise<Item> {
  const path = join(fleet.directory, name);
  writeFileSync(path, content);
  return await describeItem(path);
}

const random = (name: string, size: number) => item(name, randomBytes(size));

function folder(name: string, sub = ""): string {
  return fleet.system(name).path(join("/root/.cache/rcutorture-action", sub));
}

function digest(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

const traffic = async (name: string) => (await fleet.system(name).traffic()).received;

test("each system gets what it needs, in parallel, first things first; a second run sends nothing", async () => {
  const items = await Promise.all([1, 2, 3].map((n) => random(`kernel${n}`, 2 * megabyte)));
  const [one, two, three] = items as [Item, Item, Item];
  const stores = [await store("k1"), await store("k2")] as const;
  const order: string[] = [];
  const first = new Supply(stores[0], { forecast: [two, one, two] });
  const second = new Supply(stores[1]);
  const noted = [two, one].map(async (which) => {
    const path = await first.at(which);
    order.push(which.path);
    expect(digest(fleet.system("k1").path(path))).toBe(which.sha256);
  });
  await Promise.all([...noted, second.at(three)]);
  expect(order).toEqual([two.path, one.path]);
  expect([first.sent, second.sent]).toEqual([4 * megabyte, 2 * megabyte]);
  expect(readdirSync(folder("k1", "objects")).sort()).toEqual([one.sha256, two.sha256].sort());
  expect(readdirSync(folder("k2", "objects"))).toEqual([three.sha256]);
  expect(readdirSync(folder("k1", "partial"))).toEqual([]);
  expect(statSync(folder("k1")).mode & 0o777).toBe(0o700);

  const before = await traffic("k1");
  const again = new Supply(await store("k1"), { forecast: [two, one] });
  await Promise.all([again.at(one), again.at(two)]);
  expect(again.sent).toBe(0);
  expect((await traffic("k1")) - before).toBeLessThan((4 * megabyte) / 100);
});

test.each([
  [
    "the link is cut",
    (name: string) => fleet.system(name).cutLink(),
    (name: string) => fleet.system(name).mendLink(),
  ],
  [
    "sshd is killed",
    (name: string) => fleet.system(name).killSshd(),
    (name: string) => fleet.system(name).startSshd(),
  ],
] as const)("%s in mid-transfer, and comes back: continued, not begun again", async (_, fault, repair) => {
  const big = await random("big", 8 * megabyte);
  const k1 = await store("k1");
  const delivery = k1.deliver(big);
  const partial = () =>
    readdirSync(folder("k1", "partial")).map((name) => statSync(folder("k1", `partial/${name}`)).size);
  for (let tries = 0; tries < 600 && Math.max(0, ...partial()) < 2 * megabyte; tries++) await sleep(10);
  await fault("k1");
  await sleep(2500);
  await repair("k1");
  const { path, sent } = await delivery;
  expect(digest(fleet.system("k1").path(path))).toBe(big.sha256);
  expect(readdirSync(folder("k1", "partial"))).toEqual([]);
  expect(logged.join()).toContain("the line was cut");
  // What was on its way when the line broke is sent twice, and no more.
  expect(sent).toBeLessThan(8 * megabyte + 5 * megabyte);
});

test("an upload that a dead job began is continued by the next one", async () => {
  const content = randomBytes(6 * megabyte);
  const begun = await item("begun", content);
  const k2 = await store("k2");
  await k2.plan([begun]);
  writeFileSync(folder("k2", `partial/${begun.sha256}.dead.1`), content.subarray(0, 5 * megabyte));
  const { path, sent } = await k2.deliver(begun);
  expect(sent).toBe(megabyte);
  expect(digest(fleet.system("k2").path(path))).toBe(begun.sha256);
  expect(readdirSync(folder("k2", "partial"))).toEqual([]);
});

test("what was damaged is noticed on arrival and sent anew", async () => {
  const damaged = await random("damaged", megabyte);
  const k2 = await store("k2");
  await k2.plan([damaged]);
  writeFileSync(folder("k2", `partial/${damaged.sha256}.dead.1`), randomBytes(megabyte / 2));
  const { path } = await k2.deliver(damaged);
  expect(digest(fleet.system("k2").path(path))).toBe(damaged.sha256);
});

test("a file that changes while it is sent is no kernel of ours", async () => {
  const changing = await random("changing", megabyte);
  writeFileSync(changing.path, randomBytes(megabyte));
  const error = await (await store("k5")).deliver(changing).catch((thrown: Error) => thrown);
  expect(error).toBeInstanceOf(InfrastructureError);
  expect(String(error)).toMatch(/k5: .*changing does not arrive as it was sent/);
  expect(existsSync(folder("k5", `objects/${changing.sha256}`))).toBe(false);
});

test("no room: said before anything is sent", async () => {
  const big = await random("too-big", 9 * megabyte);
  const error = await (await store("k3")).plan([big]).catch((thrown: Error) => thrown);
  expect(error).toBeInstanceOf(InfrastructureError);
  expect(String(error)).toMatch(/k3: 9 MB must be sent, but only .* are free at \/root\/\.cache/);
});

test("the disk fills up in mid-transfer", async () => {
  const big = await random("filling", 5 * megabyte);
  // Slow enough for the disk to fill while it is under way.
  await fleet.system("k3").setRate("8mbit");
  const k3 = await store("k3");
  const supply = new Supply(k3, { forecast: [big] });
  const other = new Supply(await store("k5"), { forecast: [big] });
  const underWay = () => {
    const partial = folder("k3", "partial");
    return existsSync(partial) && readdirSync(partial).some((name) => statSync(join(partial, name)).size > 0);
  };
  await expect.poll(underWay, { timeout: 20_000, interval: 20 }).toBe(true);
  writeFileSync(fleet.system("k3").path("/root/hog"), Buffer.alloc(5 * megabyte));
  const error = await supply.at(big).catch((thrown: Error) => thrown);
  expect(error).toBeInstanceOf(InfrastructureError);
  expect(String(error)).toMatch(/k3: disk full: .*filling \(5 MB\) does not fit/);
  // Nothing of it is left in the way, and the other system never noticed.
  await expect.poll(() => readdirSync(folder("k3", "partial")), { timeout: 10_000 }).toEqual([]);
  expect(digest(fleet.system("k5").path(await other.at(big)))).toBe(big.sha256);
  rmSync(fleet.system("k3").path("/root/hog"));
  await fleet.system("k3").setRate("1gbit");
});

test("a system that is gone for good is given up, the others get theirs", async () => {
  const big = await random("lost", 8 * megabyte);
  const supply = new Supply(await store("k1", { stallTimeout: 3000 }), { forecast: [big] });
  const other = new Supply(await store("k5"), { forecast: [big] });
  await sleep(600);
  await fleet.system("k1").cutLink();
  const error = await supply.at(big).catch((thrown: Error) => thrown);
  await fleet.system("k1").mendLink();
  expect(error).toBeInstanceOf(InfrastructureError);
  expect(String(error)).toMatch(/k1: is no longer reachable/);
  expect(await other.at(big)).toContain(big.sha256);
});

test("what somebody waits for goes first, and what is not foreseen any more is not sent", async () => {
  const items = await Promise.all(["early", "never", "late"].map((name) => random(name, 2 * megabyte)));
  const [early, never, late] = items as [Item, Item, Item];
  const supply = new Supply(await store("k2"), {
    forecast: [early, never, late],
    foreseen: (one) => one !== never,
  });
  const order: string[] = [];
  await Promise.all([late, early].map(async (one) => order.push(await supply.at(one))));
  await supply.settled();
  // The first of them was under way when the others were asked for.
  expect(order.map((path) => path.slice(-64))).toEqual([early.sha256, late.sha256]);
  expect(supply.sent).toBe(4 * megabyte);
  // Needed after all.
  expect(await supply.at(never)).toContain(never.sha256);
});

test("broken off on request", async () => {
  const big = await random("stopped", 8 * megabyte);
  const supply = new Supply(await store("k1"), { forecast: [big] });
  await sleep(500);
  supply.stop();
  await expect(supply.at(big)).rejects.toThrow(/interrupted/);
  await supply.settled();
});

test("two jobs with the same kernel do not trample each other", async () => {
  const same = await random("same", 4 * megabyte);
  const stores = await Promise.all([store("k5"), store("k5"), store("k5")]);
  const deliveries = await Promise.all(stores.map((one) => one.deliver(same)));
  for (const { path } of deliveries) expect(digest(fleet.system("k5").path(path))).toBe(same.sha256);
  expect(readdirSync(folder("k5", "partial"))).toEqual([]);
});

test("packed on the way where that helps and the system can unpack", async () => {
  const text = await item("vmlinux", Buffer.from("the same words again and again\n".repeat(60_000)));
  expect(text.packable).toBe(true);
  for (const name of ["k4", "k5"]) {
    const before = await traffic(name);
    const { path } = await (await store(name)).deliver(text);
    expect(digest(fleet.system(name).path(path))).toBe(text.sha256);
    const wire = (await traffic(name)) - before;
    if (name === "k4") expect(wire).toBeGreaterThan(text.size);
    else expect(wire).toBeLessThan(text.size / 10);
  }
});

test("old objects make room for new ones", async () => {
  const [old, next] = [await random("old", megabyte), await random("next", megabyte)];
  await (await store("k4")).deliver(old);
  const aged = folder("k4", `objects/${old.sha256}`);
  const days = Date.now() / 1000 - 3 * 24 * 3600;
  utimesSync(aged, days, days);
  const k4 = await store("k4", { limit: 1.5 * megabyte });
  await k4.plan([next]);
  await k4.deliver(next);
  expect(existsSync(aged)).toBe(false);
  expect(existsSync(folder("k4", `objects/${next.sha256}`))).toBe(true);
});

describe("distribute-command", () => {
  const executorOf = (name: string) => {
    const executor = opened.get(name);
    if (!executor) throw new Error(`${name} is not open`);
    return executor;
  };
  const run = (command: string, items: readonly Item[]) =>
    runDistributeCommand({
      command,
      local: new LocalExecutor(),
      systems: ["k2", "k5"].map(executorOf),
      items,
      log: (line) => logged.push(line),
    });

  test("brings the files; what it leaves out or damages goes over ssh", async () => {
    const items = [await random("by-command", megabyte), await random("damaged-by-command", megabyte)];
    const [good, bad] = items as [Item, Item];
    const stores = [await store("k2"), await store("k5")];
    const copy = `set -e; for s in $RCUTORTURE_SYSTEMS; do scp -q -F '${fleet.sshConfig}' "$RCUTORTURE_FILES"/* "$s:$RCUTORTURE_DESTINATION/"; done`;
    const damage = `ssh -F '${fleet.sshConfig}' k5 "echo x >>$RCUTORTURE_DESTINATION/${bad.sha256}"`;
    await run(`${copy}; ${damage}`, items);
    expect(logged).toEqual([
      "k5: distribute-command left out or damaged 1 of 2 files; they are sent over ssh",
    ]);
    const supplies = stores.map((one) => new Supply(one, { forecast: items }));
    for (const [index, name] of ["k2", "k5"].entries()) {
      for (const one of [good, bad]) {
        const path = (await supplies[index]?.at(one)) ?? "";
        expect(digest(fleet.system(name).path(path))).toBe(one.sha256);
      }
      expect(readdirSync(folder(name, "incoming"))).toEqual([]);
    }
    expect(supplies.map(({ sent }) => sent)).toEqual([0, megabyte]);
  });

  test("fails", async () => {
    await Promise.all([store("k2"), store("k5")]);
    await expect(run("echo no such utility >&2; exit 9", [])).rejects.toThrow(
      /^distribute-command failed \(status 9\): no such utility$/,
    );
  });
});

test("a cache that is not a folder", async () => {
  const small = await random("small", 1000);
  rmSync(folder("k4"), { recursive: true });
  mkdirSync(fleet.system("k4").path("/root/.cache"), { recursive: true });
  appendFileSync(folder("k4"), "");
  await expect((await store("k4")).plan([small])).rejects.toThrow(/k4: cannot use its cache: .*/);
  rmSync(folder("k4"));
});
