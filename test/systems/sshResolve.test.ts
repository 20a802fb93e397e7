import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { InputError } from "../../src/errors.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import type { Person } from "../../src/systems/ssh/connection/resolution.ts";
import { resolve } from "../../src/systems/ssh/connection/resolve.ts";

const person: Person = {
  home: "/home/anna",
  user: "anna",
  uid: 1000,
  env: { SSH_AUTH_SOCK: "/run/agent", OTHER: "/run/other" },
};
let folder: string;
const local = new LocalExecutor();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ssh-resolve-"));
  writeFileSync(
    join(folder, "config"),
    `Host k1
  HostName k1.lab.example
  Port 2022
  User kernel
  IdentityFile ~/.ssh/%h-%r
  IdentityFile "/keys/with space/key"
  UserKnownHostsFile "/known hosts/a" /b/%n
  GlobalKnownHostsFile none
  HostKeyAlias lab-one
  ProxyJump gate@j1:2200,j2
  IdentitiesOnly yes
  ConnectTimeout 7
Host k2
  ProxyCommand nc %h %p
  IdentityAgent none
  CertificateFile ~/.ssh/k2-cert.pub
Host k3
  IdentityAgent $OTHER
  RevokedHostKeys /etc/ssh/revoked
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (name: string, more: { proxyJump?: string } = {}) =>
  resolve(local, name, { configFile: join(folder, "config"), person, ...more });

test("an alias with everything", async () => {
  expect(await ask("k1")).toEqual({
    name: "k1",
    host: "k1.lab.example",
    port: 2022,
    user: "kernel",
    identityFiles: ["/home/anna/.ssh/k1.lab.example-kernel", "/keys/with space/key"],
    certificateFiles: [],
    identityAgent: "/run/agent",
    identitiesOnly: true,
    userKnownHostsFiles: ["/known hosts/a", "/b/k1"],
    globalKnownHostsFiles: [],
    hostKeyAlias: "lab-one",
    proxyJump: "gate@j1:2200,j2",
    addressFamily: "any",
    connectTimeout: 7,
    special: [],
  });
});

test("what only OpenSSH can do is named", async () => {
  const k2 = await ask("k2");
  expect(k2.special).toEqual(["certificatefile ~/.ssh/k2-cert.pub", "proxycommand nc %h %p"]);
  expect(k2.certificateFiles).toEqual(["/home/anna/.ssh/k2-cert.pub"]);
  expect(k2).not.toHaveProperty("identityAgent");
  const k3 = await ask("k3");
  expect(k3.special).toEqual(["revokedhostkeys /etc/ssh/revoked"]);
  expect(k3.identityAgent).toBe("/run/other");
});

test("a name without a configuration, with user and jump", async () => {
  const found = await ask("root@k7.example", { proxyJump: "j1" });
  expect(found).toMatchObject({
    name: "root@k7.example",
    host: "k7.example",
    user: "root",
    port: 22,
    proxyJump: "j1",
  });
  expect(found.identityFiles.length).toBeGreaterThan(1);
});

test.each(["-oProxyCommand=reboot", "", "a b", "bad$name"])("%j is refused", async (name) => {
  await expect(ask(name)).rejects.toThrow(InputError);
});

test("a broken configuration is the user's to mend", async () => {
  writeFileSync(join(folder, "broken"), "Hots k1\n");
  await expect(resolve(local, "k1", { configFile: join(folder, "broken") })).rejects.toThrow(
    /ssh does not accept "k1": .*broken/,
  );
});

test("no ssh: the line that installs it", async () => {
  const nowhere = {
    name: "localhost",
    run: (command: Parameters<typeof local.run>[0]) => local.run({ ...command, argv: ["/nonexistent/ssh"] }),
  };
  await expect(resolve(nowhere, "k1")).rejects.toThrow(/apt-get install openssh-client/);
});
