import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LocalExecutor } from "../../src/systems/local.ts";
import {
  fingerprintOf,
  judge,
  lookUpHost,
  refusal,
  trustsAuthority,
} from "../../src/systems/ssh/connection/hostKeys.ts";
import type { Resolution } from "../../src/systems/ssh/connection/resolution.ts";

const local = new LocalExecutor();
let folder: string;
const keys: Record<string, string> = {};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "known-hosts-"));
  for (const [name, type] of [
    ["one", "ed25519"],
    ["two", "ed25519"],
    ["bad", "ed25519"],
    ["ca", "ed25519"],
    ["other", "ecdsa"],
  ] as const) {
    const path = join(folder, name);
    execFileSync("ssh-keygen", ["-q", "-t", type, "-N", "", "-C", "x", "-f", path]);
    keys[name] = readFileSync(`${path}.pub`, "utf8").split(" ").slice(0, 2).join(" ");
  }
  const hashed = join(folder, "hashed");
  writeFileSync(hashed, `secret.example ${keys.one}\n[secret.example]:2222 ${keys.two}\n`);
  execFileSync("ssh-keygen", ["-q", "-H", "-f", hashed], { stdio: "ignore" });
  writeFileSync(
    join(folder, "plain"),
    [
      "# a comment",
      `k1,10.0.0.1 ${keys.one} somebody@somewhere`,
      `*.lab,!guest.lab ${keys.two}`,
      `@revoked * ${keys.bad}`,
      `@revoked k9 ${keys.one}`,
      `k9 ${keys.one}`,
      `@cert-authority *.corp ${keys.ca}`,
      `alias ${keys.two}`,
      "broken line",
      "",
    ].join("\n"),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function resolution(host: string, more: Partial<Resolution> = {}): Resolution {
  return {
    name: host,
    host,
    port: 22,
    user: "root",
    identityFiles: [],
    certificateFiles: [],
    identitiesOnly: false,
    userKnownHostsFiles: [join(folder, "absent"), join(folder, "plain")],
    globalKnownHostsFiles: [join(folder, "hashed")],
    addressFamily: "any",
    special: [],
    ...more,
  };
}

const blob = (name: string) => Buffer.from(keys[name]?.split(" ")[1] ?? "", "base64");

async function judged(key: string, host: string, more?: Partial<Resolution>): Promise<string> {
  return judge(await lookUpHost(local, resolution(host, more)), blob(key)).kind;
}

test.each([
  ["the known key", "one", "k1", {}, "trusted"],
  ["a name in capitals", "one", "K1", {}, "trusted"],
  ["another key of the type", "two", "k1", {}, "changed"],
  ["a key of another type", "other", "k1", {}, "changed"],
  ["a host nobody knows", "one", "k2", {}, "unknown"],
  ["a pattern", "two", "a.lab", {}, "trusted"],
  ["a pattern that excludes", "two", "guest.lab", {}, "unknown"],
  ["a hashed name", "one", "secret.example", {}, "trusted"],
  ["a hashed name, other key", "two", "secret.example", {}, "changed"],
  ["a hashed name with its port", "two", "secret.example", { port: 2222 }, "trusted"],
  ["the key of another port", "one", "secret.example", { port: 2222 }, "trusted"],
  ["a key known without the port", "one", "k1", { port: 2022 }, "trusted"],
  ["another key on another port", "two", "k1", { port: 2022 }, "unknown"],
  ["a key revoked everywhere", "bad", "k1", {}, "revoked"],
  ["a key revoked everywhere, on another port", "bad", "k7", { port: 2022 }, "revoked"],
  ["revoked beats known", "one", "k9", {}, "revoked"],
  ["an authority is no host key", "ca", "x.corp", {}, "unknown"],
  ["an alias instead of the host", "two", "k1", { hostKeyAlias: "alias", port: 2022 }, "trusted"],
] as const)("%s", async (_, key, host, more, expected) => {
  expect(await judged(key, host, more)).toBe(expected);
});

test("an authority's mark is noticed for the hosts it speaks for, and for no others", async () => {
  expect(trustsAuthority(await lookUpHost(local, resolution("x.corp")))).toBe(true);
  expect(trustsAuthority(await lookUpHost(local, resolution("k1")))).toBe(false);
});

test("the refusal of an unknown host holds the line that mends it", async () => {
  const asked = resolution("k2", { port: 2200 });
  const known = await lookUpHost(local, asked);
  const error = refusal(asked, known, judge(known, blob("one")), blob("one"));
  const line = /ssh-known-hosts: (.*)$/.exec(error.message)?.[1];
  const told = execFileSync("ssh-keygen", ["-lf", join(folder, "one.pub")], { encoding: "utf8" }).split(
    " ",
  )[1];
  expect(error.message).toContain(told);
  writeFileSync(join(folder, "mended"), `${line}\n`);
  expect(await judged("one", "k2", { port: 2200, userKnownHostsFiles: [join(folder, "mended")] })).toBe(
    "trusted",
  );
});

test("the refusal of a changed key names both keys and the line", async () => {
  const known = await lookUpHost(local, resolution("k1"));
  const { message } = refusal(resolution("k1"), known, judge(known, blob("two")), blob("two"));
  expect(message).toContain(`${join(folder, "plain")}:2`);
  expect(message).toContain(fingerprintOf(blob("one")));
  expect(message).toContain(fingerprintOf(blob("two")));
});
