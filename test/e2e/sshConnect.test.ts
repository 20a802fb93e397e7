import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InfrastructureError, InputError } from "../../src/errors.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { openSystem } from "../../src/systems/ssh/connection/openSystem.ts";
import type { SshExecutor } from "../../src/systems/ssh/connection/sshExecutor.ts";
import { bringUpFleet, type Fleet } from "../support/fleet.ts";

const local = new LocalExecutor();
const quick = { connect: 5000, keepalive: 500, keepaliveLimit: 3 };
let fleet: Fleet;
let folder: string;
let agent: ChildProcess;
const opened: SshExecutor[] = [];
const logged: string[] = [];

beforeAll(async () => {
  fleet = await bringUpFleet([
    {},
    {},
    { sshd: ["ForceCommand echo this account is closed"] },
    { hostKeyType: "rsa" },
    { sshd: ["MaxSessions 2"] },
  ]);
  folder = join(fleet.directory, "client");
  mkdirSync(folder);
  agent = spawn("ssh-agent", ["-D", "-a", join(folder, "agent")], { stdio: "ignore" });
  for (let tries = 0; tries < 100; tries++) {
    await sleep(20);
    if (keyAdded()) break;
  }
});
afterAll(async () => {
  for (const executor of opened) await executor.close();
  agent?.kill();
  await fleet?.down();
});

function keyAdded(): boolean {
  try {
    execFileSync("ssh-add", ["-q", fleet.key], {
      env: { ...process.env, SSH_AUTH_SOCK: join(folder, "agent") },
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}

/** Opens k`index` with a configuration that differs from the fleet's in the given lines, which go first. */
async function open(name: string, lines: readonly string[], times = quick): Promise<SshExecutor> {
  const configFile = join(folder, "config");
  writeFileSync(configFile, `${lines.join("\n")}\nMatch all\nInclude ${fleet.sshConfig}\n`);
  logged.length = 0;
  const executor = await openSystem(local, name, { configFile, times, log: (line) => logged.push(line) });
  opened.push(executor);
  return executor;
}

const failure = (name: string, lines: readonly string[]) =>
  open(name, lines).then(
    (executor) => `opened by ${executor.transport}`,
    (error: Error) => error,
  );

async function works(executor: SshExecutor): Promise<void> {
  expect(await executor.run({ argv: ["echo", "hello"] })).toMatchObject({ stdout: "hello\n", exitStatus: 0 });
}

function keyPair(name: string, ...more: string[]): string {
  const path = join(folder, name);
  rmSync(path, { force: true });
  execFileSync("ssh-keygen", [
    "-q",
    "-t",
    "ed25519",
    "-C",
    name,
    "-f",
    path,
    ...(more.length > 0 ? more : ["-N", ""]),
  ]);
  return path;
}

describe("host keys", () => {
  test("a wrong host key is refused before anything is said", async () => {
    const other = readFileSync(`${keyPair("other")}.pub`, "utf8")
      .split(" ")
      .slice(0, 2)
      .join(" ");
    writeFileSync(join(folder, "wrong"), `${fleet.system("k1").address} ${other}\n`);
    const error = await failure("k1", [`UserKnownHostsFile ${join(folder, "wrong")}`]);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toMatch(/k1 \([\d.]+\.1\): the host key is not the known one.*wrong:1/);
    const log = readFileSync(join(fleet.system("k1").directory, "sshd.log"), "utf8");
    expect(log).not.toContain("Accepted publickey");
  });

  test("an unknown host is refused with the line that would add it", async () => {
    const error = await failure("k1", ["UserKnownHostsFile none", "StrictHostKeyChecking no"]);
    expect(error).toBeInstanceOf(InputError);
    const line = `${fleet.system("k1").address} ${await fleet.system("k1").hostKey()}`;
    expect(String(error)).toContain(line);
    writeFileSync(join(folder, "mended"), `${line}\n`);
    await works(await open("k1", [`UserKnownHostsFile ${join(folder, "mended")}`]));
  });

  test("an RSA key, hashed name, host with several names", async () => {
    const { address } = fleet.system("k4");
    const file = join(folder, "hashed");
    writeFileSync(file, `${address} ${await fleet.system("k4").hostKey()}\n`);
    execFileSync("ssh-keygen", ["-q", "-H", "-f", file], { stdio: "ignore" });
    await works(await open(`root@${address}`, [`UserKnownHostsFile ${file}`]));
  });

  test("an authority that vouches for the host: the machine's ssh takes over", async () => {
    const authority = keyPair("authority");
    const k2 = fleet.system("k2");
    const key = join(k2.directory, "host_key");
    execFileSync("ssh-keygen", ["-q", "-s", authority, "-I", "k2", "-h", "-n", k2.address, `${key}.pub`]);
    const configuration = join(k2.directory, "sshd_config");
    writeFileSync(configuration, `HostCertificate ${key}-cert.pub\n${readFileSync(configuration, "utf8")}`);
    await k2.killSshd();
    await k2.startSshd();
    const file = join(folder, "authorities");
    writeFileSync(file, `@cert-authority ${fleet.network}.* ${readFileSync(`${authority}.pub`, "utf8")}`);
    const executor = await open("k2", [`UserKnownHostsFile ${file}`]);
    expect(executor.transport).toBe("openssh");
    expect(logged.join()).toContain("@cert-authority vouches for");
    await works(executor);
    // The wrong authority is no way in.
    writeFileSync(
      file,
      `@cert-authority ${fleet.network}.* ${readFileSync(`${keyPair("impostor")}.pub`, "utf8")}`,
    );
    expect(await failure("k2", [`UserKnownHostsFile ${file}`])).toBeInstanceOf(InputError);
  });
});

describe("our keys", () => {
  test("an agent's key", async () => {
    const only = join(folder, "agent-only");
    writeFileSync(only, configurationOf("k1", [`IdentityAgent ${join(folder, "agent")}`]));
    const executor = await openSystem(local, "k1", { configFile: only, times: quick });
    opened.push(executor);
    expect(executor.transport).toBe("ssh2");
    await works(executor);
  });

  test.each([
    [
      "a key nobody let in",
      () => [`IdentityFile ${keyPair("stranger")}`],
      /lets none of our keys in \(had: .*stranger \(ssh-ed25519\)\)/,
    ],
    [
      "a key with a passphrase",
      () => [`IdentityFile ${keyPair("locked", "-N", "sesame")}`],
      /locked \(asks for a passphrase\)/,
    ],
    [
      "a key that is none",
      () => {
        writeFileSync(join(folder, "text"), "not a key\n", { mode: 0o600 });
        return [`IdentityFile ${join(folder, "text")}`];
      },
      /text \(no usable key/,
    ],
    ["a folder for a key", () => [`IdentityFile ${folder}`], /unreadable: EISDIR/],
    ["no key at all", () => ["IdentityFile /nonexistent/key"], /had: nothing/],
  ] as const)("%s", async (_, lines, message) => {
    const file = join(folder, "refused");
    writeFileSync(file, configurationOf("k1", ["IdentityAgent none", ...lines()]));
    const error = await openSystem(local, "k1", { configFile: file, times: quick }).catch(
      (thrown: Error) => thrown,
    );
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toMatch(message);
  });

  test("a user certificate: the machine's ssh takes over", async () => {
    const authority = keyPair("user-authority");
    const key = keyPair("certified");
    execFileSync("ssh-keygen", ["-q", "-s", authority, "-I", "ci", "-n", "root", `${key}.pub`]);
    const k1 = fleet.system("k1");
    const authorized = join(k1.directory, "authorized_keys");
    const before = readFileSync(authorized, "utf8");
    writeFileSync(authorized, `cert-authority ${readFileSync(`${authority}.pub`, "utf8")}`);
    try {
      const executor = await open("k1", [`IdentityFile ${key}`]);
      expect(executor.transport).toBe("openssh");
      expect(logged.join()).toContain("certified-cert.pub");
      await works(executor);
    } finally {
      writeFileSync(authorized, before);
    }
  });
});

/** A configuration of its own for one system of the fleet, with no key of the fleet's in it. */
function configurationOf(name: string, lines: readonly string[]): string {
  const { address } = fleet.system(name);
  const own = [
    `HostName ${address}`,
    "User root",
    `UserKnownHostsFile ${fleet.knownHosts}`,
    "GlobalKnownHostsFile none",
  ];
  return `Host ${name}\n${[...own, ...lines].map((line) => `  ${line}\n`).join("")}`;
}

describe("ways", () => {
  test("through jump hosts, each verified", async () => {
    const executor = await open("k2", ["Host k2", "  ProxyJump k1,root@k4:22"]);
    expect(executor.transport).toBe("ssh2");
    const seen = await executor.run({ argv: ["sh", "-c", "echo $SSH_CONNECTION"] });
    expect(seen.stdout.split(" ")[0]).toBe(fleet.system("k4").address);
    writeFileSync(
      join(folder, "without-k1"),
      readFileSync(fleet.knownHosts, "utf8").split("\n").slice(1).join("\n"),
    );
    const error = await failure("k2", [
      `UserKnownHostsFile ${join(folder, "without-k1")}`,
      "Host k2",
      "  ProxyJump k1",
    ]);
    expect(String(error)).toMatch(/k1 .*host key not known/);
  });

  test("jumps that lead in a circle", async () => {
    const error = await failure("k1", ["Host k1", "  ProxyJump k2", "Host k2", "  ProxyJump k1"]);
    expect(error).toBeInstanceOf(InputError);
    expect(String(error)).toMatch(/circle/);
  });

  test("a proxy command: the machine's ssh takes over", async () => {
    const executor = await open("k1", [
      "Host k1",
      `  ProxyCommand bash -c 'exec 3<>/dev/tcp/%h/%p; cat <&3 & cat >&3'`,
    ]);
    expect(executor.transport).toBe("openssh");
    await works(executor);
  });

  test("nobody listens, nobody is there", async () => {
    const refused = await failure("k1", ["Host k1", "  Port 23"]);
    expect(refused).toBeInstanceOf(InfrastructureError);
    expect(String(refused)).toMatch(/k1: cannot reach [\d.]+\.1 port 23: .*ECONNREFUSED/);
    const absent = await failure("k1", ["Host k1", `  HostName ${fleet.network}.99`, "  ConnectTimeout 2"]);
    expect(absent).toBeInstanceOf(InfrastructureError);
    expect(String(absent)).toMatch(/k1: .*(EHOSTUNREACH|does not answer in time)/);
  });

  test("a name that no resolver knows", async () => {
    expect(String(await failure("kvm1.invalid", []))).toMatch(
      /kvm1\.invalid: (there is no host called|cannot look up)/,
    );
  });

  test("an account without a shell", async () => {
    const executor = await open("k3", []);
    const result = await executor.run({ argv: ["true"] });
    expect(result).toMatchObject({ cause: "failed-to-start" });
    expect(result.stderr).toContain("this account is closed");
  });

  test("a host that allows few sessions", async () => {
    const executor = await open("k5", []);
    const results = await Promise.all(
      Array.from({ length: 7 }, (_, index) =>
        executor.run({ argv: ["sh", "-c", `sleep 0.3; echo ${index}`] }),
      ),
    );
    expect(results.map(({ stdout }) => Number(stdout))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test("login scripts that talk are not taken for the program", async () => {
    const k1 = fleet.system("k1");
    writeFileSync(k1.path("/root/.bashrc"), "echo welcome; echo take care >&2\n");
    try {
      const executor = await open("k1", []);
      expect(await executor.run({ argv: ["sh", "-c", "echo out; echo err >&2"] })).toMatchObject({
        stdout: "out\n",
        stderr: "err\n",
      });
    } finally {
      rmSync(k1.path("/root/.bashrc"));
    }
  });
});

describe.each(["ssh2", "openssh"] as const)("faults with %s", (transport) => {
  const lines = transport === "ssh2" ? [] : ["KnownHostsCommand /bin/true"];

  test("sshd killed and back: the command is lost, the next one runs", async () => {
    const k1 = fleet.system("k1");
    const executor = await open("k1", lines);
    expect(executor.transport).toBe(transport);
    const running = executor.run({ argv: ["sh", "-c", "echo started; sleep 600"] });
    await sleep(700);
    await k1.killSshd();
    expect(await running).toMatchObject({ cause: "lost", exitStatus: null, stdout: "started\n" });
    expect((await executor.run({ argv: ["true"] })).cause).toBe("lost");
    await k1.startSshd();
    await works(executor);
    await k1.run("pkill", "-f", "sleep 600");
  });

  test("a link that is cut is noticed, and used again when it is back", async () => {
    const k1 = fleet.system("k1");
    const executor = await open("k1", lines);
    const running = executor.run({ argv: ["sleep", "600"] });
    await sleep(500);
    await k1.cutLink();
    expect(await running).toMatchObject({ cause: "lost" });
    await k1.mendLink();
    await works(executor);
  });

  test("a time limit holds while the link is dead", async () => {
    const k1 = fleet.system("k1");
    const executor = await open("k1", lines, { ...quick, keepalive: 60_000 });
    const running = executor.run({ argv: ["sleep", "600"], timeout: 1000 });
    await sleep(500);
    await k1.cutLink();
    expect(await running).toMatchObject({ cause: "timeout", exitStatus: null });
    await k1.mendLink();
  });
});
