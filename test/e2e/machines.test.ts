import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { resultsSchema } from "../../src/results/schema.ts";
import { Cgroups } from "../support/cgroups.ts";
import { type BuildTree, buildTree } from "../support/fakeMake.ts";
import { kernelTrees } from "../support/kernelTree.ts";
import { quickRun } from "../support/quickRun.ts";
import { uniqueName } from "../support/runner.ts";

/** Machines as people have them: containers, odd paths, trees of others. The scripts are the kernel's own, make is not. */

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
let folder: string;
let tree: BuildTree;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "e2e-machines-"));
  chmodSync(folder, 0o755);
  const trees = await kernelTrees();
  const newest = trees.at(-1);
  if (newest === undefined) throw new Error("no kernel tree");
  tree = await buildTree(newest);
});
afterAll(async () => {
  await tree?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly status: number | null;
  readonly out: string;
}

/** A program, to its end; its output and errors together. */
function run(
  argv: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const [program = "", ...args] = argv;
  const env = { ...process.env, RCUTORTURE_ACTION_CACHE: join(folder, "store"), ...options.env };
  const child = spawn(program, args, { ...options, env, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out }));
  });
}

const ours = (...args: string[]) => [process.execPath, cli, ...args];
const withMake = { env: { PATH: undefined as string | undefined } };
beforeAll(() => {
  withMake.env.PATH = tree.searchPath;
});

/** Another tree like it, at a path. */
function treeAt(path: string): string {
  cpSync(tree.path, path, { recursive: true });
  return path;
}

/** Exactly one line of error, and nothing that only a programmer understands. */
function expectOneLine({ status, out }: Ended, expected: number, pattern: RegExp): void {
  expect(status, out).toBe(expected);
  const errors = out.split("\n").filter((line) => line.startsWith("error"));
  expect(errors, out).toHaveLength(1);
  expect(errors[0]).toMatch(pattern);
  expect(out).not.toMatch(/EACCES|EROFS|ENOTEMPTY|uv_|^\s+at /m);
}

describe("control groups", () => {
  const groups = new Cgroups();
  afterEach(() => groups.remove());

  const inside = (all: readonly string[], argv: readonly string[]) => [
    ...["sh", "-c", `${all.map((one) => `echo $$ > ${one}/cgroup.procs && `).join("")}exec "$@"`, "sh"],
    ...argv,
  ];

  const plan = (...flags: string[]) => ours("plan", "--kernel", tree.path, "--configs", "2*TINY01", ...flags);

  it("a quota of one CPU is planned for as one CPU, also from the group above", async () => {
    const below = groups.add(join(groups.cpus(1.5), "inner"));
    expect((await run(plan())).out).not.toContain("on 1 CPU;");
    const { status, out } = await run(inside([below], plan()));
    expect(status, out).toBe(0);
    expect(out).toContain("2 batches on 1 CPU;");
  });

  it("a limit of memory splits what CPUs would hold together", async () => {
    const one = groups.memory(1000 * 2 ** 20);
    expect((await run(plan("--cpus", "8"))).out).toContain("1 batch on 8 CPUs;");
    const { out } = await run(inside([one], plan("--cpus", "8")));
    expect(out).toContain("2 batches on 8 CPUs;");
    expect(out).toContain("Memory holds 1 of these guests at a time");
  });

  it("v2 with quota and memory, in a hierarchy that a container sees", async () => {
    // The group is real, and what it says lies over it: this machine's controllers may be bound to v1.
    const mount = existsSync("/sys/fs/cgroup/unified") ? "/sys/fs/cgroup/unified" : "/sys/fs/cgroup";
    const path = join(mount, uniqueName("rcu-test"));
    groups.add(path);
    groups.add(join(path, "inner"));
    const script = [
      `echo $$ > ${path}/inner/cgroup.procs`,
      `mount -t tmpfs tmpfs ${path}`,
      `mkdir ${path}/inner`,
      `echo "max 100000" > ${path}/inner/cpu.max`,
      `echo "100000 100000" > ${path}/cpu.max`,
      `echo ${1000 * 2 ** 20} > ${path}/inner/memory.max`,
      `echo 1000 > ${path}/inner/memory.current`,
      'exec "$@"',
    ].join(" && ");
    const { out } = await run(["unshare", "-m", "sh", "-c", script, "sh", ...plan()]);
    expect(out).toContain("2 batches on 1 CPU;");
    expect(out).not.toContain("Memory holds");
    const wide = await run(["unshare", "-m", "sh", "-c", script, "sh", ...plan("--cpus", "8")]);
    expect(wide.out).toContain("Memory holds 1 of these guests at a time");
  });

  it("guests run one after the other where memory holds one, on the CPUs of the quota", async () => {
    const kernels = quickRun(join(folder, "quick"));
    const both = [groups.cpus(1.9), groups.memory(1000 * 2 ** 20)];
    const rundir = join(folder, "limited");
    const flags = [
      "--configs",
      "2*TINY01",
      "--cpus",
      "2",
      "--duration",
      "5s",
      "--accel",
      "tcg",
      "--jitter",
      "0",
    ];
    const argv = ours("run", "--again", kernels, "--rundir", rundir, ...flags);
    const { out } = await run(inside(both, argv));
    expect(out).toMatch(/control groups leave it CPU time of 1\.9 of \d+ CPUs, 1000 of \d+ MiB of memory/);
    const results = resultsSchema.parse(JSON.parse(readFileSync(join(rundir, "results.json"), "utf8")));
    expect(results.systems, out).toMatchObject([{ cpus: 1, memory: 1000 * 2 ** 20 }]);
    expect(results.guests.map(({ ending }) => ending.cause)).toEqual(["exited", "exited"]);
    const [first, second] = results.guests.map(({ timing }) => timing);
    expect(Date.parse(second?.startedAt ?? "")).toBeGreaterThanOrEqual(Date.parse(first?.endedAt ?? ""));
  });
});

describe("trees of others", () => {
  it("a tree that belongs to somebody else has its commit in testid.txt and in the results", async () => {
    const path = treeAt(join(folder, "foreign"));
    const git = (...args: string[]) =>
      execFileSync("git", ["-C", path, "-c", "user.name=t", "-c", "user.email=t@t", ...args], {
        encoding: "utf8",
      });
    git("init", "-q");
    git("add", "-A");
    git("commit", "-q", "-m", "a kernel");
    const commit = git("rev-parse", "HEAD").trim();
    execFileSync("chown", ["-R", "4321:4321", path]);
    // As git sees it without us.
    expect(
      (await run(["git", "-C", path, "rev-parse", "HEAD"], { env: { HOME: "/nonexistent" } })).status,
    ).not.toBe(0);
    const rundir = join(folder, "foreign-run");
    const argv = ours(
      "run",
      "--kernel",
      path,
      "--configs",
      "TINY01",
      "--no-initrd",
      "--rundir",
      rundir,
      "--duration",
      "1s",
    );
    // What our make makes is no kernel, so its guest fails.
    const { out } = await run([...argv, "--accel", "tcg"], { env: { ...withMake.env, HOME: folder } });
    expect(readFileSync(join(rundir, "testid.txt"), "utf8"), out).toContain(`Current commit: ${commit}`);
    const results = resultsSchema.parse(JSON.parse(readFileSync(join(rundir, "results.json"), "utf8")));
    expect(results.kernel.commit).toBe(commit);
  });

  it("a read-only tree: one line that says where to put the run directory, and one that nothing can be built", async () => {
    const mounted = (argv: readonly string[]) => {
      const script = `mount --bind ${tree.path} ${tree.path} && mount -o remount,ro,bind ${tree.path} && exec "$@"`;
      return run(["unshare", "-m", "sh", "-c", script, "sh", ...argv], withMake);
    };
    const build = ["build", "--kernel", tree.path, "--configs", "TINY01"];
    expectOneLine(
      await mounted(ours(...build)),
      2,
      /cannot be made \(its file system is read-only\).*rundir/,
    );
    const elsewhere = ours(...build, "--rundir", join(folder, "elsewhere"));
    expectOneLine(await mounted(elsewhere), 2, /no permission to write, and kvm\.sh builds inside the tree/);
    expect(existsSync(join(folder, "elsewhere"))).toBe(false);
    const plan = await mounted(ours("plan", "--kernel", tree.path, "--configs", "TINY01"));
    expect(plan.status, plan.out).toBe(0);
  });
});

describe("users that hardly exist", () => {
  const programs = () => join(folder, "programs");

  /** Our programs, where a user may read them who may not look into this user's home. */
  const nobody = (...args: string[]) => [
    ...["setpriv", "--reuid", "54321", "--regid", "54321", "--clear-groups", "env", "-u", "HOME"],
    ...[join(programs(), "node"), join(programs(), "dist/cli.js"), ...args],
  ];

  beforeAll(() => {
    mkdirSync(programs());
    cpSync(process.execPath, join(programs(), "node"));
    cpSync(dirname(cli), join(programs(), "dist"), { recursive: true });
    chmodSync(dirname(tree.path), 0o755);
    execFileSync("chown", ["-R", "54321:54321", treeAt(join(folder, "homeless"))]);
  });

  it("no passwd entry and no HOME: it works, and kernels are not kept", async () => {
    const path = join(folder, "homeless");
    const argv = nobody("build", "--kernel", path, "--configs", "TINY01", "--no-initrd");
    const env = { ...withMake.env, RCUTORTURE_ACTION_CACHE: "", XDG_CACHE_HOME: "" };
    const built = await run(argv, { env, cwd: path });
    expect(built.status, built.out).toBe(0);
    expect(built.out).toContain("Built kernels are not kept: this user has no home directory; set HOME");
    expect(built.out).toContain("1 of 1 kernels ready");
  });

  it("the action itself works for such a user, and its last step does", async () => {
    const path = join(folder, "homeless");
    const [main, post] = ["main", "post"].map((name) => [
      ...nobody().slice(0, -1),
      join(programs(), `dist/${name}.js`),
    ]);
    const temporary = mkdtempSync(join(folder, "runner-temp-"));
    chmodSync(temporary, 0o777);
    const env = {
      ...withMake.env,
      ...{ RCUTORTURE_ACTION_CACHE: "", XDG_CACHE_HOME: "", GITHUB_ACTIONS: "true", RUNNER_TEMP: temporary },
      ...{ INPUT_MODE: "build", INPUT_KERNEL: path, INPUT_CONFIGS: "TINY01", "INPUT_NO-INITRD": "true" },
    };
    const built = await run(main ?? [], { env, cwd: path });
    expect(built.status, built.out).toBe(0);
    expect(built.out).toContain("1 of 1 kernels ready");
    expect(built.out).not.toContain("::error::");
    const ended = await run(post ?? [], { env, cwd: path });
    expect(ended, ended.out).toEqual({ status: 0, out: "" });
  });

  it("and ssh, which works for no such user, is a line", async () => {
    const path = join(folder, "homeless");
    const argv = nobody("run", "--kernel", path, "--configs", "TINY01", "--systems", "k1");
    expectOneLine(await run(argv, { cwd: path }), 3, /uid 54321 has no entry in the passwd file/);
  });
});

describe("paths", () => {
  it.each(["~tilde~ü#%", "umläute-日本"])(
    "a tree below %s is built by the kernel's own kvm.sh",
    async (name) => {
      const path = treeAt(join(folder, name, "linux"));
      const { status, out } = await run(
        ours("build", "--kernel", path, "--configs", "TINY01", "--no-initrd"),
        withMake,
      );
      expect(status, out).toBe(0);
      const res = join(path, "tools/testing/selftests/rcutorture/res");
      const [stamp = ""] = readdirSync(res);
      expect(readdirSync(join(res, stamp, "TINY01"))).toEqual(
        expect.arrayContaining(["bzImage", "qemu-cmd"]),
      );
    },
  );

  it.each(["it's", "$HOME", "a(b", "a:b", "a b", 'a"b', "a;b", "a&b", "a\\b"])(
    "a tree below %s is one line",
    async (name) => {
      const path = join(folder, name, "linux");
      mkdirSync(join(folder, name));
      execFileSync("ln", ["-s", tree.path, path]);
      // A link alone is none of our business: what it leads to counts.
      rmSync(path);
      treeAt(path);
      expectOneLine(
        await run(ours("run", "--configs", "TINY01"), { ...withMake, cwd: path }),
        2,
        /^error: kernel ".*": the kernel cannot be built in a path with (spaces|the character )/,
      );
    },
  );
});

describe("two jobs at once", () => {
  it("re-runs that start within a second get a directory each", async () => {
    const kernels = quickRun(join(folder, "quick-too"));
    const old = join(folder, "old");
    const dry = ["--configs", "TINY01", "--dryrun"];
    expect((await run(ours("run", "--again", kernels, "--rundir", old, ...dry))).status).toBe(0);
    const runs = await Promise.all([1, 2, 3, 4].map(() => run(ours("run", "--again", old, ...dry))));
    const paths = runs.map(({ status, out }) => {
      expect(status, out).toBe(0);
      return / in (\S+-again)$/m.exec(out)?.[1];
    });
    expect(new Set(paths).size).toBe(4);
    for (const path of paths) expect(existsSync(join(path ?? "", "TINY01/qemu-cmd"))).toBe(true);
  });
});

describe("other systems", () => {
  const pretend = (platform: string) => {
    const code = `Object.defineProperty(process, "platform", { value: ${JSON.stringify(platform)} })`;
    return { env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}` } };
  };

  it.each([
    ["darwin", "macOS"],
    ["win32", "Windows"],
  ])("%s: one line for what needs Linux, and the rest works", async (platform, name) => {
    const options = pretend(platform);
    const argv = ours("run", "--kernel", tree.path, "--configs", "TINY01");
    expectOneLine(
      await run(argv, options),
      3,
      new RegExp(`mode run needs Linux, and this machine is ${name}; .*ubuntu-latest`),
    );
    const main = cli.replace(/cli\.js$/, "main.js");
    const step = await run([process.execPath, main], {
      env: { ...options.env, INPUT_MODE: "build" },
      cwd: folder,
    });
    expect(step.status).toBe(1);
    expect(step.out).toMatch(new RegExp(`::error::mode build needs Linux, and this machine is ${name}`));
    const plan = await run(ours("plan", "--kernel", tree.path, "--configs", "TINY01"), options);
    expect(plan.status, plan.out).toBe(0);
  });
});
