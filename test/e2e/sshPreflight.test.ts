import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { InfrastructureError, InputError } from "../../src/errors.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { openSystem } from "../../src/systems/ssh/connection/openSystem.ts";
import { type Preflight, type PreflightPlan, preflight } from "../../src/systems/ssh/preflight/preflight.ts";
import { renderPreflight } from "../../src/systems/ssh/preflight/preflightTable.ts";
import { bringUpFleet, type Fleet } from "../support/fleet.ts";

const times = { connect: 3000, keepalive: 1000, keepaliveLimit: 3 };
let fleet: Fleet;
let configFile: string;

beforeAll(async () => {
  fleet = await bringUpFleet([
    { cpus: 1 },
    { cpus: 4 },
    { without: ["qemu-system-*"] },
    {
      shims: {
        uname:
          'case "$*" in -m) echo aarch64;; *-m*) echo "far aarch64";; *) exec /usr/bin/uname "$@";; esac',
      },
    },
    { without: ["flock", "sha256sum"] },
    {
      shims: {
        date: 'case $* in +%s.%N) echo $(($(/usr/bin/date +%s) + 3600)).5;; *) exec /usr/bin/date "$@";; esac',
      },
    },
    { sshd: ["ForceCommand echo this account is closed"] },
  ]);
  configFile = join(fleet.directory, "preflight_config");
  const [one] = fleet.systems;
  writeFileSync(
    configFile,
    `Host again\n  HostName ${one?.address}\nHost down\n  HostName ${fleet.network}.77\nHost closed-port\n  HostName ${one?.address}\n  Port 23\nMatch all\nInclude ${fleet.sshConfig}\n`,
  );
});
afterAll(() => fleet?.down());

async function look(names: readonly string[], more: Partial<PreflightPlan> = {}): Promise<Preflight> {
  const local = new LocalExecutor();
  return await preflight({
    names,
    local,
    open: (name) => openSystem(local, name, { configFile, times }),
    qemu: "qemu-system-x86_64",
    accelerator: "tcg",
    unreachable: "fail",
    ...more,
  });
}

const failure = (names: readonly string[], more: Partial<PreflightPlan> = {}) =>
  look(names, more).then(
    async (found) => {
      await found.close();
      return new Error("all of them can be used");
    },
    (error: Error) => error,
  );

test("systems of different sizes and this machine, in one table", async () => {
  const found = await look(["k1", "k2", "localhost"]);
  expect(found.systems.map(({ name, row }) => [name, row.transport])).toEqual([
    ["k1", "ssh2"],
    ["k2", "ssh2"],
    ["localhost", "local"],
  ]);
  expect(found.rows.map(({ cpus }) => cpus).slice(0, 2)).toEqual([1, 4]);
  for (const { row, executor } of found.systems) {
    expect(row).toMatchObject({ accelerator: "tcg", missing: [], notes: [] });
    expect(row.free).toBeGreaterThan(0);
    expect(row.memory).toBeGreaterThan(0);
    expect(row.qemu).toMatch(/^\d+\./);
    expect(Math.abs(row.clockSkew ?? 99)).toBeLessThan((row.clockDoubt ?? 0) + 1);
    expect((await executor.run({ argv: ["true"] })).exitStatus).toBe(0);
  }
  const table = renderPreflight(found.rows).split("\n");
  expect(table).toHaveLength(5);
  expect(table[3]).toMatch(/^\| k2 .* 4 .* x86_64 .* tcg .* ssh2 +\|$/);
  await found.close();
});

test("the accelerator is probed on the system itself", async () => {
  const found = await look(["k1"], { accelerator: "auto" });
  expect(found.rows[0]?.accelerator).toMatch(/^(kvm|tcg)$/);
  expect(found.rows[0]?.acceleratorReason).toMatch(/KVM/);
  await found.close();
});

test.each([
  [
    "a machine with two names",
    ["k1", "again"],
    InputError,
    /^systems: k1 and again are the same machine; name it once$/,
  ],
  [
    "no qemu",
    ["k1", "k3"],
    InfrastructureError,
    /^k3: there is no qemu-system-x86_64 \(Debian: apt-get install qemu-system-x86\).*leave k3 out$/,
  ],
  ["another architecture", ["k1", "k4"], InputError, /^k4: is aarch64, and the kernels are for x86_64/],
  [
    "tools that are missing",
    ["k5"],
    InfrastructureError,
    /^k5: flock, sha256sum missing \(Debian: apt-get install util-linux coreutils\)/,
  ],
  [
    "an account without a shell",
    ["k7"],
    InfrastructureError,
    /^k7: its account runs no commands; it says: this account is closed$/,
  ],
  ["nobody listening", ["k1", "closed-port"], InfrastructureError, /^closed-port: cannot reach .* port 23/],
  [
    "several at once, a line each",
    ["closed-port", "k3", "k4", "k1"],
    InputError,
    /^closed-port: .*\nk3: .*\nk4: is aarch64.*$/,
  ],
] as const)("%s", async (_, names, kind, message) => {
  const error = await failure(names, { architecture: "x86_64" });
  expect(error).toBeInstanceOf(kind);
  expect(error.message).toMatch(message);
});

test("who cannot be reached may be left out", async () => {
  const found = await look(["down", "k1", "closed-port"], { unreachable: "drop" });
  expect(found.systems.map(({ name }) => name)).toEqual(["k1"]);
  expect(found.rows.map(({ name, transport }) => [name, transport])).toEqual([
    ["down", "none"],
    ["k1", "ssh2"],
    ["closed-port", "none"],
  ]);
  expect(found.rows[0]?.problem).toMatch(/^down: /);
  await found.close();
});

test("none left is an error, whatever may be left out", async () => {
  const error = await failure(["closed-port"], { unreachable: "drop" });
  expect(error).toBeInstanceOf(InfrastructureError);
  expect(error.message).toMatch(/^systems: none of them can be reached\nclosed-port: /);
});

test("a clock that is off is told, and no reason to leave a system out", async () => {
  const found = await look(["k6"]);
  expect(found.rows[0]?.notes.join()).toMatch(/^k6: its clock is 36\d\d s ahead of ours/);
  await found.close();
});
