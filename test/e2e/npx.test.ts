import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { command, repository } from "../../src/repository.ts";
import { makeRunDirectory } from "../support/rundir.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "rcutorture-action-npx-"));
let server: ChildProcess | undefined;
let port: number;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** What a release commits, tagged v1, behind a git server on loopback under its name on GitHub. */
beforeAll(async () => {
  const path = join(scratch, "served", `${repository}.git`);
  mkdirSync(path, { recursive: true });
  for (const name of ["package.json", "action.yml", "dist", "README.md", "LICENSE", "docs"]) {
    cpSync(join(root, name), join(path, name), { recursive: true });
  }
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", "-C", path, ...args]);
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "release");
  git("tag", "v1");
  port = await freePort();
  const base = join(scratch, "served");
  const words = [
    "--reuseaddr",
    "--export-all",
    "--listen=127.0.0.1",
    `--port=${port}`,
    `--base-path=${base}`,
  ];
  server = spawn("git", ["daemon", ...words, base], { stdio: "ignore", detached: true });
  for (let tries = 0; tries < 200; tries++) {
    try {
      execFileSync("git", ["ls-remote", `git://127.0.0.1:${port}/${repository}.git`], { stdio: "ignore" });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("git daemon does not answer");
});

afterAll(() => {
  if (server?.pid !== undefined) process.kill(-server.pid, "SIGKILL");
  rmSync(scratch, { recursive: true, force: true });
});

/** The documented command, with the server on loopback for GitHub, from an empty folder and home. */
async function npx(...args: readonly string[]): Promise<string> {
  const [empty, home] = [join(scratch, "empty"), join(scratch, "home")];
  for (const folder of [empty, home]) mkdirSync(folder, { recursive: true });
  const [program = "", ...words] = command
    .replace(`github:${repository}`, `git://127.0.0.1:${port}/${repository}.git`)
    .split(" ");
  const { stdout } = await promisify(execFile)(program, [...words, ...args], {
    cwd: empty,
    env: {
      HOME: home,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
      // Nobody listens there: nothing is installed beside what the repository holds.
      npm_config_registry: "http://127.0.0.1:9",
    },
  });
  expect(readdirSync(empty)).toEqual([]);
  return stdout;
}

test("the documented command runs from an empty folder, and installs nothing", async () => {
  expect(await npx("--help")).toContain(command);
  const rundir = makeRunDirectory({ TREE03: { console: "rcu-torture:--- End of test: FAILURE: x\n" } });
  try {
    await expect(npx("report", "--rundir", rundir)).rejects.toMatchObject({ code: 1, stdout: /TREE03/ });
    const { bundledDependencies = [], dependencies = {} } = JSON.parse(
      execFileSync("npm", ["pkg", "get", "dependencies", "bundledDependencies"], {
        cwd: root,
        encoding: "utf8",
      }),
    );
    expect([Object.keys(dependencies), Object.keys(bundledDependencies)]).toEqual([[], []]);
  } finally {
    rmSync(rundir, { recursive: true });
  }
});

test("the package holds what runs and what is read, and nothing else", () => {
  const [{ files }] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: root, encoding: "utf8", stdio: "pipe" }),
  );
  const tops = new Set(files.map(({ path }: { path: string }) => path.split("/")[0]));
  expect([...tops].sort()).toEqual(
    [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "SECURITY.md",
      "action.yml",
      "dist",
      "docs",
      "package.json",
    ].sort(),
  );
});
