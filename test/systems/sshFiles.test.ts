import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LocalExecutor } from "../../src/systems/local.ts";
import { prepareSshFiles, removeSshFiles, type SshInputs } from "../../src/systems/ssh/connection/files.ts";
import { resolve } from "../../src/systems/ssh/connection/resolve.ts";

let parent: string;
let key: string;
const masked: string[] = [];
const prepare = (inputs: SshInputs) =>
  prepareSshFiles(inputs, { parent, mask: (secret) => masked.push(secret) });

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), "ssh files-"));
  for (const [name, passphrase] of [
    ["key", ""],
    ["locked", "sesame"],
  ] as const) {
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", passphrase, "-f", join(parent, name)]);
  }
  key = readFileSync(join(parent, "key"), "utf8");
});
afterAll(() => rmSync(parent, { recursive: true }));

const config = "Host k1\n  HostName 192.0.2.7\n  Port 2022\n  User tester\n";
const known = "192.0.2.7 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKS2b40TME35NWRa1mb2dfrs9cn9MERngzDv71DqVzk4";

test("no inputs, nothing written", async () => {
  expect(await prepare({ config: "", privateKey: "  \n" })).toBeUndefined();
});

test("ssh itself finds the inputs, first in line, and nobody else can read them", async () => {
  const files = await prepare({
    config,
    privateKey: key.trimEnd().replaceAll("\n", "\r\n"),
    knownHosts: known,
  });
  if (!files) throw new Error("nothing prepared");
  expect(statSync(files.directory).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(files.directory)) {
    expect(statSync(join(files.directory, name)).mode & 0o777).toBe(0o600);
  }
  const found = await resolve(new LocalExecutor(), "k1", { configFile: files.configFile });
  expect(found).toMatchObject({ host: "192.0.2.7", port: 2022, user: "tester" });
  expect(found.identityFiles[0]).toBe(join(files.directory, "key"));
  expect(found.userKnownHostsFiles[0]).toBe(join(files.directory, "known_hosts"));
  // A key whose line ends a secret store has changed is one again.
  expect(readFileSync(join(files.directory, "key"), "utf8")).toBe(key);
  for (const line of key.trim().split("\n").slice(1, -1)) expect(masked).toContain(line);
  await removeSshFiles(JSON.parse(JSON.stringify(files)));
  expect(existsSync(files.directory)).toBe(false);
  await removeSshFiles(files);
});

test("paths do as well", async () => {
  writeFileSync(join(parent, "config"), config);
  writeFileSync(join(parent, "known"), known);
  const files = await prepare({
    config: join(parent, "config"),
    privateKey: join(parent, "key"),
    knownHosts: ` ${join(parent, "known")}\n`,
  });
  if (!files) throw new Error("nothing prepared");
  const found = await resolve(new LocalExecutor(), "k1", { configFile: files.configFile });
  expect(found.host).toBe("192.0.2.7");
  expect(readFileSync(found.userKnownHostsFiles[0] ?? "", "utf8")).toBe(`${known}\n`);
  await removeSshFiles(files);
});

test.each([
  [
    "a key with a passphrase",
    () => ({ privateKey: readFileSync(join(parent, "locked"), "utf8") }),
    /passphrase/,
  ],
  ["half a key", () => ({ privateKey: key.slice(0, 150) }), /ssh-private-key: not a usable private key/],
  [
    "a missing file",
    () => ({ privateKey: "/nonexistent/key" }),
    /ssh-private-key: "\/nonexistent\/key" is no readable file/,
  ],
  ["a folder", () => ({ privateKey: "/tmp" }), /"\/tmp" is no readable file \(EISDIR\)/],
  ["known hosts that are none", () => ({ knownHosts: "k1 k2 k3" }), /ssh-known-hosts/],
  ["a file that is no known_hosts", () => ({ knownHosts: join(parent, "key") }), /ssh-known-hosts: no lines/],
] as const)("%s is refused, and nothing is left", async (_, inputs, message) => {
  const before = readdirSync(parent);
  await expect(prepare(inputs())).rejects.toThrow(message);
  expect(readdirSync(parent)).toEqual(before);
});

test("a secret that is no path is never repeated in an error", async () => {
  const body = key.trim().split("\n").slice(1, -1).join("");
  const error = await prepare({ privateKey: body }).catch((thrown: Error) => thrown);
  expect(String(error)).toContain("ssh-private-key");
  expect(String(error)).not.toContain(body.slice(0, 20));
});
