import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCli } from "../support/runner.ts";
import { makeRun, oddities, spoil } from "../support/strangeRun.ts";

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
  it("200,000 names in scenarios, or as many folders, are refused in a moment", async () => {
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
});
