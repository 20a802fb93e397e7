import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeAgain } from "../../src/rundir/again.ts";
import { makeInPlace } from "../../src/rundir/inPlace.ts";
import type { LinkKind } from "../../src/rundir/link.ts";
import { openRunDirectory } from "../../src/rundir/open.ts";
import { transformQemuCmd } from "../../src/rundir/transform.ts";
import { makeRunDirectory } from "../support/rundir.ts";
import { treeDigest } from "../support/treeDigest.ts";

let folder: string;
let old: string;

/** What a build leaves beside its image and `Make.out`, as far as a re-run brings it; sorted. */
const built = [".config", "ConfigFragment", "ConfigFragment.input"];

/** A run directory in kvm.sh's layout, with an arm64 image so that nothing depends on bzImage. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "again-"));
  old = join(folder, "old");
  const command = `qemu-system-aarch64 -serial file:${old}/TREE03/console.log -kernel ${old}/TREE03/Image -append "rcutorture.shutdown_secs=20 a=1" -s -S\n# seconds=20\n`;
  const files = { Image: "x".repeat(300_000), "qemu-cmd": command };
  makeRunDirectory(
    { TREE03: { cpus: 4, architecture: "aarch64", console: "old console\n", files } },
    { path: old },
  );
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function again(path: string, link: LinkKind, notes: string[] = [], from = old) {
  const run = await openRunDirectory(from);
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
    expect(readdirSync(join(path, "TREE03")).sort()).toEqual([
      ...built,
      "Image",
      "Make.defconfig.out",
      "Make.out",
      "qemu-cmd",
    ]);
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
    mkdirSync(join(folder, "there/already"), { recursive: true });
    await expect(again(join(folder, "there"), "hard")).rejects.toThrow(/exists already/);
    await rm(join(old, "TREE03/Image"));
    await expect(again(join(folder, "new"), "hard")).rejects.toThrow(/has no kernel Image/);
    await rm(join(old, "TREE03/qemu-cmd"));
    await expect(again(join(folder, "not/yet/there/new"), "hard")).rejects.toThrow(/was not built/);
    expect(readdirSync(folder).sort()).toEqual(["old", "there"]);
  });
});

describe("makeAgain, in a chain", () => {
  it("names the original, or the old run itself where the original is gone", async () => {
    const [first, second, third] = ["first", "second", "third"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await again(first, "hard");
    await again(second, "copy", [], first);
    expect(readFileSync(join(second, "re-run"), "utf8")).toBe(`${old}\n`);
    await rm(old, { recursive: true });
    await again(third, "hard", [], second);
    expect(readFileSync(join(third, "re-run"), "utf8")).toBe(`${second}\n`);
  });

  it("soft links lead to the original's files, and lose their kernel with it", async () => {
    await again(join(folder, "first"), "soft");
    await again(join(folder, "second"), "soft", [], join(folder, "first"));
    expect(readlinkSync(join(folder, "second/TREE03/Image"))).toBe(realpathSync(join(old, "TREE03/Image")));
    await rm(old, { recursive: true });
    await expect(again(join(folder, "third"), "hard", [], join(folder, "first"))).rejects.toThrow(
      /has no kernel Image; leave TREE03 out with configs, or build it again/,
    );
  });

  it("does without a link that a moved run directory has lost, which is no kernel", async () => {
    await rm(join(old, "TREE03/Make.out"));
    symlinkSync(join(folder, "nowhere"), join(old, "TREE03/Make.out"));
    await again(join(folder, "new"), "copy");
    expect(readdirSync(join(folder, "new/TREE03")).sort()).toEqual([
      ...built,
      "Image",
      "Make.defconfig.out",
      "qemu-cmd",
    ]);
  });
});

describe("makeInPlace", () => {
  const inPlace = async (force: boolean, guests?: readonly string[]) => {
    const run = await openRunDirectory(old);
    const batches = run.batches.filter((batch) =>
      batch.guests.every(({ name }) => guests?.includes(name) ?? true),
    );
    await makeInPlace({ run, force, batches, cpus: 4, seconds: 5 });
  };

  it("refuses when another guest of the run has run, though it is not to run now", async () => {
    cpSync(join(old, "TREE03"), join(old, "TREE05"), { recursive: true });
    rmSync(join(old, "TREE05/console.log"));
    writeFileSync(join(old, "scenarios"), "1.  TREE03\n2.  TREE05\n");
    await expect(inPlace(false, ["TREE05"])).rejects.toThrow(/has run \(TREE03 has a console log\)/);
  });

  it("touches nothing when a kernel is missing or a copy is asked for", async () => {
    cpSync(join(old, "TREE03"), join(old, "TREE05"), { recursive: true });
    rmSync(join(old, "TREE05/Image"));
    writeFileSync(join(old, "scenarios"), "1.  TREE03\n2.  TREE05\n");
    const before = treeDigest(old);
    await expect(inPlace(true)).rejects.toThrow(/TREE05: has no kernel Image/);
    writeFileSync(join(old, "scenarios"), "1.  TREE03 TREE03.2\n");
    await expect(inPlace(true)).rejects.toThrow(/TREE03.2 is not there, and inplace adds no copies/);
    writeFileSync(join(old, "scenarios"), "1.  TREE03\n2.  TREE05\n");
    expect({ ...treeDigest(old), scenarios: "" }).toEqual({ ...before, scenarios: "" });
  });

  it("never writes through a link that another run shares", async () => {
    await again(join(folder, "new"), "hard");
    const before = treeDigest(old);
    const run = await openRunDirectory(join(folder, "new"));
    await makeInPlace({ run, force: false, batches: run.batches, cpus: 4, seconds: 5, bootargs: ["a=3"] });
    expect(readFileSync(join(folder, "new/TREE03/qemu-cmd"), "utf8")).toContain("shutdown_secs=5 a=3");
    expect(treeDigest(old)).toEqual(before);
  });

  it("refuses a directory that has run, and with force takes it over", async () => {
    await expect(inPlace(false)).rejects.toThrow(/has run \(TREE03 has a console log\)/);
    await inPlace(true);
    const files = [...built, "Image", "Make.defconfig.out", "Make.out", "qemu-cmd", "vmlinux"];
    expect(readdirSync(join(old, "TREE03")).sort()).toEqual(files);
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

  it.each(["a;reboot", "a=$(id)", "a=`id`", 'a="b', "a|b", "a&"])("refuses the boot parameter %j", (word) => {
    const text = readFileSync(join(old, "TREE03/qemu-cmd"), "utf8");
    expect(() => transformQemuCmd(text, { ...change, bootargs: [word] })).toThrow(
      /^bootargs: .*shell characters/,
    );
  });

  it("replaces the duration also as the last parameter, and every parameter of a name given", () => {
    const text =
      'qemu-system-x86_64 -kernel k -append "a=1 b a=2 rcutorture.shutdown_secs=20"\n# seconds=20\n';
    expect(transformQemuCmd(text, { ...change, seconds: 90, bootargs: ["a=3"] })).toBe(
      'qemu-system-x86_64 -kernel /n/Image -append "b rcutorture.shutdown_secs=90 a=3"\n# seconds=90\n',
    );
  });
});
