import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeAgain } from "../../src/rundir/again.ts";
import { makeInPlace } from "../../src/rundir/inPlace.ts";
import type { LinkKind } from "../../src/rundir/link.ts";
import { openRunDirectory } from "../../src/rundir/open.ts";
import { transformQemuCmd } from "../../src/rundir/transform.ts";
import { treeDigest } from "../support/treeDigest.ts";

let folder: string;
let old: string;

/** A run directory in kvm.sh's layout, with an arm64 image so that nothing depends on bzImage. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "again-"));
  old = join(folder, "old");
  mkdirSync(join(old, "TREE03"), { recursive: true });
  const file = (name: string, text: string) => writeFileSync(join(old, name), text);
  file("torture_suite", "rcu\n");
  file("scenarios", "1.  TREE03\n");
  file("batches", "1 TREE03 4\n# cpus=4\n");
  file("TREE03/Image", "x".repeat(300_000));
  file("TREE03/.config", "CONFIG_SMP=y\n");
  file("TREE03/Make.out", "  CC      init/main.o\n");
  file("TREE03/console.log", "old console\n");
  file(
    "TREE03/qemu-cmd",
    `qemu-system-aarch64 -serial file:${old}/TREE03/console.log -kernel ${old}/TREE03/Image -append "rcutorture.shutdown_secs=20 a=1" -s -S\n# seconds=20\n`,
  );
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function again(path: string, link: LinkKind, notes: string[] = []) {
  const run = await openRunDirectory(old);
  const onNote = (line: string) => void notes.push(line);
  await makeAgain({ old: run, path, link, batches: run.batches, cpus: 4, command: "test", onNote });
}

/** A small file system of its own. */
async function onTmpfs(size: string, body: (mount: string) => Promise<void>): Promise<void> {
  const mount = join(folder, "mount");
  mkdirSync(mount);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", mount]);
  try {
    await body(mount);
  } finally {
    execFileSync("umount", [mount]);
  }
}

describe("makeAgain", () => {
  it("brings what was built and nothing of the old run, and the image's name does not matter", async () => {
    const path = join(folder, "new");
    await again(path, "hard");
    expect(readdirSync(join(path, "TREE03")).sort()).toEqual([".config", "Image", "Make.out", "qemu-cmd"]);
    expect(statSync(join(path, "TREE03/Image")).ino).toBe(statSync(join(old, "TREE03/Image")).ino);
    expect(readFileSync(join(path, "TREE03/qemu-cmd"), "utf8")).toContain(`-kernel ${path}/TREE03/Image`);
  });

  it("copies across file systems when links were asked for, and says so", async () => {
    await onTmpfs("4m", async (mount) => {
      const notes: string[] = [];
      await again(join(mount, "new"), "hard", notes);
      expect(readFileSync(join(mount, "new/TREE03/Image"), "utf8")).toHaveLength(300_000);
      expect(notes.join()).toMatch(/hard links .* not possible here \(EXDEV\); copying instead/);
    });
  });

  it("leaves nothing half-made on a full disk, and the old run alone", async () => {
    const before = treeDigest(old);
    await onTmpfs("200k", async (mount) => {
      await expect(again(join(mount, "new"), "copy")).rejects.toThrow(/no space left on the device/);
      expect(readdirSync(mount)).toEqual([]);
    });
    expect(treeDigest(old)).toEqual(before);
  });

  it("refuses a folder that exists, a scenario without kernel, and one that was not built", async () => {
    mkdirSync(join(folder, "there"));
    await expect(again(join(folder, "there"), "hard")).rejects.toThrow(/exists already/);
    await rm(join(old, "TREE03/Image"));
    await expect(again(join(folder, "new"), "hard")).rejects.toThrow(/has no kernel Image/);
    await rm(join(old, "TREE03/qemu-cmd"));
    await expect(again(join(folder, "new"), "hard")).rejects.toThrow(/was not built/);
    expect(readdirSync(folder).sort()).toEqual(["old", "there"]);
  });
});

describe("makeInPlace", () => {
  const inPlace = async (force: boolean) => {
    const run = await openRunDirectory(old);
    await makeInPlace({ run, force, batches: run.batches, cpus: 4, seconds: 5 });
  };

  it("refuses a directory that has run, and with force takes it over", async () => {
    await expect(inPlace(false)).rejects.toThrow(/has run \(TREE03 has a console log\)/);
    await inPlace(true);
    expect(readdirSync(join(old, "TREE03")).sort()).toEqual([".config", "Image", "Make.out", "qemu-cmd"]);
    expect(readFileSync(join(old, "TREE03/qemu-cmd"), "utf8")).toContain("shutdown_secs=5");
  });
});

describe("transformQemuCmd", () => {
  const change = { image: "/n/Image", console: "/n/console.log", jitterDirectory: "/n" };

  it("adds boot arguments inside the quotes, also when qemu arguments follow", () => {
    const text = transformQemuCmd(readFileSync(join(old, "TREE03/qemu-cmd"), "utf8"), {
      ...change,
      bootargs: ["a=2", "b"],
    });
    expect(text).toContain('-append "rcutorture.shutdown_secs=20 a=2 b" -s -S');
  });

  it("refuses a path that the file's format cannot hold", () => {
    expect(() => transformQemuCmd("x", { ...change, image: "/a b/Image" })).toThrow(/white space/);
  });
});
