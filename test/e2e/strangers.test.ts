import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import pLimit from "p-limit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resultsSchema } from "../../src/results/schema.ts";
import { runCli } from "../support/runner.ts";
import { goodConsole, makeRun, oddities, spoil } from "../support/strangeRun.ts";

let folder: string;
let made = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "e2e-strangers-"));
  writeFileSync(join(folder, "outside"), "secret of the user\n");
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const fresh = () => makeRun(join(folder, `run-${made++}`));
const few = pLimit(3);

const report = (run: string) => runCli(["report", "--rundir", run]);
const again = (run: string, ...flags: string[]) =>
  runCli(["run", "--again", run, "--rundir", `${run}-new`, "--dryrun", "true", ...flags]);

/** Files that each of them opens. */
const common = ["torture_suite", "scenarios", "batches", "testid.txt", "re-run", "remote-log"];
const opened: readonly (readonly ["report" | "again", readonly string[]])[] = [
  [
    "report",
    [
      ...common,
      "results.json",
      ...["console.log", "console.log.gz", "qemu-cmd", "qemu-retval", "Warnings"].map(
        (name) => `TINY01.2/${name}`,
      ),
      ...[".config", "ConfigFragment", "Make.out", "Make.oldconfig.err", "vmlinux"].map(
        (name) => `TINY01/${name}`,
      ),
    ],
  ],
  [
    "again",
    [
      ...common,
      ...["qemu-cmd", "bzImage", ".config", "ConfigFragment", "Make.out", "System.map"].map(
        (name) => `TINY01/${name}`,
      ),
    ],
  ],
];

/** Files that are not read whole may have any size. */
const anySize = new Set(["console.log", "vmlinux", "bzImage", "console.log.gz"]);

describe("whatever lies where a file of a run directory is expected is named, and nothing hangs", () => {
  for (const [mode, files] of opened) {
    it.each(Object.entries(oddities))(`${mode}: %s`, async (oddity, put) => {
      const size = oddity.startsWith("a file of");
      const names = files.filter((file) => !size || !anySize.has(file.replace(/^.*\//, "")));
      const wrong = await Promise.all(
        names.map((file) =>
          few(async () => {
            const run = fresh();
            // Read only where the console itself is missing.
            if (file.endsWith(".gz")) await rm(join(run, file.replace(/\.gz$/, "")));
            await spoil(join(run, file), put, join(folder, "outside"));
            const copied = size && mode === "again" && /^TINY01\/(?!qemu-cmd)/.test(file);
            const { exitStatus, stdout, stderr } = await (mode === "report" ? report(run) : again(run));
            const said = `${stdout}${stderr}`;
            const named = said.includes(`${file}: `) && !said.includes("secret of the user");
            const fine = copied ? exitStatus === 0 : exitStatus === 2 && named && !existsSync(`${run}-new`);
            await rm(run, { recursive: true });
            return fine ? [] : [`${file}: exit ${exitStatus}: ${said.slice(0, 500)}`];
          }),
        ),
      );
      expect(wrong.flat()).toEqual([]);
    });
  }
});

describe("links", () => {
  it("inside the run directory, as kvm.sh makes them for repetitions, are followed", async () => {
    const run = fresh();
    symlinkSync(join(run, "TINY01/.config"), join(run, "TINY01.2/.config"));
    await rm(join(run, "TINY01/Make.out"));
    symlinkSync("../gone", join(run, "TINY01/Make.out"));
    expect((await report(run)).exitStatus).toBe(0);
    expect((await again(run)).exitStatus).toBe(0);
    expect(readdirSync(`${run}-new/TINY01`)).not.toContain("Make.out");
  });

  it("of a soft re-run to the builds of the old run are followed, also twice", async () => {
    const run = fresh();
    expect((await again(run, "--link", "soft")).exitStatus).toBe(0);
    const { exitStatus, stdout, stderr } = await again(`${run}-new`, "--link", "hard");
    expect(`${stdout}${stderr}`).not.toContain("leaves the run directory");
    expect(exitStatus).toBe(0);
    expect(statSync(`${run}-new-new/TINY01/bzImage`).ino).toBe(statSync(join(run, "TINY01/bzImage")).ino);
    expect((await report(`${run}-new`)).exitStatus).not.toBe(2);
  });

  it("in the place of a guest's folder are refused, and what they lead to stays", async () => {
    const run = fresh();
    const other = fresh();
    await rm(join(run, "TINY01.2"), { recursive: true });
    symlinkSync(join(other, "TINY01.2"), join(run, "TINY01.2"));
    for (const result of [
      await report(run),
      await runCli(["run", "--again", run, "--link", "inplace-force", "--dryrun", "true"]),
    ]) {
      expect(result.exitStatus).toBe(2);
      expect(`${result.stdout}${result.stderr}`).toContain("TINY01.2: is a link, not a guest's folder");
    }
    expect(readdirSync(join(other, "TINY01.2")).sort()).toEqual(["console.log", "qemu-cmd", "qemu-retval"]);
  });

  it("where we write are replaced, not written through", async () => {
    const run = fresh();
    const outside = join(folder, "outside");
    for (const name of ["results.json", "kcsan.sum", "junit.xml", "report.html", "TINY01/console.log.ftrace"])
      symlinkSync("/nonexistent/nothing", join(run, name));
    await rm(join(run, "results.json"));
    expect((await report(run)).exitStatus).toBe(0);
    const inPlace = await runCli(["run", "--again", run, "--link", "inplace-force", "--dryrun", "true"]);
    expect(inPlace.exitStatus).toBe(0);
    expect(readFileSync(outside, "utf8")).toBe("secret of the user\n");
    expect(statSync(join(run, "results.json")).isFile()).toBe(true);
  });
});

describe("more than any run has", () => {
  it("200,000 names in scenarios are refused in a moment", async () => {
    const run = fresh();
    const names = Array.from({ length: 200_000 }, (_, i) => `TREE03.${i + 2}`).join(" ");
    writeFileSync(join(run, "scenarios"), `1. ${names}\n`);
    for (const result of [await report(run), await again(run)]) {
      expect(result.exitStatus).toBe(2);
      expect(`${result.stdout}${result.stderr}`).toContain(
        "scenarios: names 200000 guests; a run directory has at most 10000.",
      );
    }
  });

  it("as many folders are, too, where no scenarios names the guests", async () => {
    const run = fresh();
    rmSync(join(run, "scenarios"));
    for (let i = 2; i < 10_002; i++) mkdirSync(join(run, `TREE03.${i}`));
    for (const result of [await report(run), await again(run)]) {
      expect(result.exitStatus).toBe(2);
      expect(`${result.stdout}${result.stderr}`).toMatch(/a run directory has at most 10000/);
    }
  });
});

describe("qemu commands that say more than kvm.sh writes", () => {
  const change = (run: string, edit: (command: string) => string) => {
    const path = join(run, "TINY01/qemu-cmd");
    writeFileSync(path, edit(readFileSync(path, "utf8")));
  };
  const extra = (run: string, words: string) =>
    change(run, (command) => command.replace(" -smp 1", ` ${words} -smp 1`));

  it.each([
    "-daemonize",
    "-monitor tcp:127.0.0.1:4444,server",
    "-chardev socket,id=a,path=/tmp/s,server=on",
    "-readconfig /tmp/config",
    "-fw_cfg name=opt/x,file=/etc/passwd",
    "-netdev user,id=n,guestfwd=tcp:10.0.2.100:1-cmd:id",
    "-object memory-backend-file,id=m,mem-path=/tmp/m,size=1M",
    "-drive file=/dev/sda",
    "disk.img",
  ])("%s is refused, by its name", async (words) => {
    const run = fresh();
    extra(run, words);
    for (const flags of [[], ["--link", "inplace-force"]]) {
      const { exitStatus, stdout, stderr } = await runCli([
        "run",
        "--again",
        run,
        "--dryrun",
        "true",
        ...flags,
      ]);
      expect(exitStatus).toBe(2);
      expect(`${stdout}${stderr}`).toContain(`TINY01/qemu-cmd: "${words}" of its qemu command`);
    }
    expect(readdirSync(join(run, "TINY01.2"))).toContain("console.log");
  });

  it("--kernel beside -kernel, and a program of the run directory, are refused; as little is a shell's trick let in", async () => {
    const attempts: [(command: string) => string, RegExp][] = [
      [(command) => command.replace(" -smp 1", " --kernel /etc/passwd -smp 1"), /--kernel \/etc\/passwd/],
      [
        (command) => command.replace("qemu-system", "/tmp/x/qemu-system"),
        /"\/tmp\/x\/qemu-system-x86_64" of/,
      ],
      [
        (command) => command.replace(/-append "/, `-append 'x -daemonize' -append "`),
        /-append .* of its qemu command is a disk image or said twice/,
      ],
      [(command) => command.replace("panic=-1", "panic=\u009b2J"), /control characters/],
    ];
    for (const [edit, message] of attempts) {
      const run = fresh();
      change(run, edit);
      const { exitStatus, stdout, stderr } = await again(run);
      expect(`${stdout}${stderr}`).toMatch(message);
      expect(exitStatus).toBe(2);
      expect(existsSync(`${run}-new`)).toBe(false);
    }
  });

  it("allow-qemu-options lets them through by name, and only those", async () => {
    const run = fresh();
    extra(run, "-drive file=/x,format=raw -device virtio-blk-pci,drive=d");
    const half = await again(run, "--allow-qemu-options", "drive");
    expect(half.exitStatus).toBe(2);
    expect(half.stdout + half.stderr).toContain("allow-qemu-options: device.");
    expect((await again(run, "--allow-qemu-options", "drive device")).exitStatus).toBe(0);
    expect(readFileSync(`${run}-new/TINY01/qemu-cmd`, "utf8")).toContain("-device virtio-blk-pci,drive=d");
  });
});

describe("what a run directory says of guests whose job was killed, or whose consoles are kept elsewhere", () => {
  const verdicts = (run: string) =>
    Object.fromEntries(
      resultsSchema
        .parse(JSON.parse(readFileSync(join(run, "results.json"), "utf8")))
        .guests.map(({ name, verdict, console }) => [name, [verdict, console]] as const),
    );
  const cutShort = goodConsole.split("\n").slice(0, 4).join("\n");

  it("kill -9 and then report: no qemu-retval and no end mean did not run, where we ran the guests", async () => {
    for (const [ours, expected] of [
      [true, "did-not-run"],
      [false, "failed"],
    ] as const) {
      const run = fresh();
      if (ours) writeFileSync(join(run, "remote-log"), "Guests run by rcutorture-action 1.0.0\n");
      for (const guest of ["TINY01", "TINY01.2"]) await rm(join(run, guest, "qemu-retval"));
      writeFileSync(join(run, "TINY01.2/console.log"), cutShort);
      await report(run);
      // One had come to its end.
      expect(verdicts(run)).toEqual({
        TINY01: ["passed", "TINY01/console.log"],
        "TINY01.2": [expected, "TINY01.2/console.log"],
      });
    }
    // What the kernel did before is still the kernel's.
    const run = fresh();
    writeFileSync(join(run, "remote-log"), "Guests run by rcutorture-action 1.0.0\n");
    await rm(join(run, "TINY01.2/qemu-retval"));
    writeFileSync(
      join(run, "TINY01.2/console.log"),
      `${cutShort}\n[   16.0] kernel BUG at kernel/rcu/tree.c:1!\n`,
    );
    await report(run);
    expect(verdicts(run)["TINY01.2"]).toEqual(["failed", "TINY01.2/console.log"]);
  });

  it("a missing console is no silence of the guest, and says that it did not run", async () => {
    const run = fresh();
    await rm(join(run, "TINY01.2/console.log"));
    await report(run);
    expect(verdicts(run)["TINY01.2"]?.[0]).toBe("did-not-run");
  });

  it.each([
    [".gz", (text: Buffer) => gzipSync(text)],
    [".zst", (text: Buffer) => zstdCompressSync(text)],
    [".xz", (text: Buffer) => execFileSync("xz", ["-c"], { input: text })],
  ] as const)("console.log%s is read", async (ending, compress) => {
    const run = fresh();
    const race = "[   16.000000] BUG: KCSAN: data-race in foo / bar";
    for (const [guest, text] of [
      ["TINY01", goodConsole],
      ["TINY01.2", goodConsole.replace("[   20.0", `${race}\n[   20.0`)],
    ] as const) {
      await rm(join(run, guest, "console.log"));
      writeFileSync(join(run, guest, `console.log${ending}`), compress(Buffer.from(text)));
    }
    await report(run);
    expect(verdicts(run)).toEqual({
      TINY01: ["passed", `TINY01/console.log${ending}`],
      "TINY01.2": ["failed", `TINY01.2/console.log${ending}`],
    });
    expect(readFileSync(join(run, "kcsan.sum"), "utf8")).toContain("data-race in foo / bar");
    writeFileSync(join(run, "TINY01", `console.log${ending}`), "damaged");
    const { exitStatus, stdout, stderr } = await report(run);
    expect(exitStatus).toBe(2);
    expect(`${stdout}${stderr}`).toContain(`console.log${ending}: cannot be unpacked (`);
  });
});

it("every text that report leaves is clean of control bytes, whatever the consoles hold", async () => {
  const run = fresh();
  const attack = "\u001b]0;x\u0007\u001b[2J\u009b2J\u009d0;x\u009c\u202e\u2066\u2028\u200b\r\b\u0000";
  const hostile = [
    `[   16.000000] BUG: KCSAN: data-race in foo${attack} / bar`,
    `[   16.100000] WARNING: CPU: 0 PID: 1 at kernel/rcu/tree.c:1 ${attack}foo+0x1/0x2`,
    `[   16.200000] Dumping ftrace buffer:`,
    `[   16.200000] ---------------------------------`,
    `[   16.200000] rcu_tort-1 0dNs.1 3us : ${attack}`,
    `[   16.200000] ---------------------------------`,
    `[   16.300000] Kernel panic - not syncing: ${attack}`,
  ].join("\n");
  writeFileSync(join(run, "TINY01/console.log"), goodConsole.replace("[   20.0", `${hostile}\n[   20.0`));
  writeFileSync(join(run, "TINY01/Make.out"), `kernel/rcu/tree.c:1:1: warning: ${attack}\n`);
  const before = new Set(readdirSync(run, { recursive: true }).map(String));
  const { stdout } = await report(run);
  const written = readdirSync(run, { recursive: true })
    .map(String)
    .filter((name) => !before.has(name));
  expect(written).toEqual(
    expect.arrayContaining(["kcsan.sum", "results.json", "summary.md", "TINY01/console.log.ftrace"]),
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\u200b]/;
  const dirty = written.filter((name) => controls.test(readFileSync(join(run, name), "utf8")));
  expect(dirty).toEqual([]);
  expect(stdout).not.toMatch(controls);
});
