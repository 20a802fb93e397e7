import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectCredentials } from "../../src/systems/ssh/connection/credentials.ts";
import { prepareSshFiles } from "../../src/systems/ssh/connection/files.ts";
import { readKeyFile } from "../../src/systems/ssh/connection/keyFile.ts";
import type { Resolution } from "../../src/systems/ssh/connection/resolution.ts";

let folder: string;
let key: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "key-file-"));
  key = join(folder, "key");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const credentials = () =>
  collectCredentials({
    user: "tester",
    identityFiles: [key],
    identitiesOnly: false,
  } as unknown as Resolution);

describe("a private key that others can get at is refused as ssh does", () => {
  it.each([0o600, 0o400, 0o700, 0o640, 0o604, 0o620, 0o610, 0o601, 0o644, 0o777])("mode %i", async (mode) => {
    chmodSync(key, mode);
    const theirs = spawnSync("ssh-keygen", ["-y", "-f", key], { encoding: "utf8" });
    const refused = /bad permissions|UNPROTECTED/.test(theirs.stderr);
    expect((await readKeyFile(key)).exposed !== undefined).toBe(refused);
    const { methods, notes } = await credentials();
    expect(methods.length).toBe(refused ? 0 : 1);
    expect(notes.join()).toMatch(refused ? /not used: its mode 0\d{3} lets others at it/ : /ssh-ed25519/);
    const files = prepareSshFiles({ privateKey: key }, { parent: folder, mask: () => {} });
    if (refused) await expect(files).rejects.toThrow(/others can get at .*chmod 600 it/);
    else expect((await files)?.directory).toContain(folder);
  });

  it("of another user's file ssh does not ask that, and neither do we", async () => {
    expect((await readKeyFile(key)).exposed).toBeDefined();
    if (process.getuid?.() === 0) chownSync(key, 65_534, 65_534);
    const others = process.getuid?.() === 0 ? key : "/etc/passwd";
    expect((await readKeyFile(others)).exposed).toBeUndefined();
    if (others === key) chownSync(key, 0, 0);
  });

  it("a text in the input has no mode", async () => {
    chmodSync(key, 0o644);
    const { text } = await readKeyFile(key);
    const files = await prepareSshFiles({ privateKey: text.toString() }, { parent: folder, mask: () => {} });
    expect(files?.directory).toContain(folder);
  });
});
