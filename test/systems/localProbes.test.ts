import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { cpus, hostname, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { chooseAccelerator, problemOf } from "../../src/systems/accelerator.ts";
import type { Command, CommandResult, Executor, RunOptions } from "../../src/systems/command.ts";
import { parseCpuList, restrictAffinity } from "../../src/systems/cpuList.ts";
import { probeSystem } from "../../src/systems/facts.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { ownCpus } from "../../src/systems/ownCpus.ts";
import { debugExitDevice, probeSector, sectorRan } from "../../src/systems/probeSector.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "probes-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** This machine with other programs first in its PATH. */
class OtherPath implements Executor {
  readonly name = "other";
  readonly #local = new LocalExecutor();
  run(command: Command, options?: RunOptions): Promise<CommandResult> {
    return this.#local.run(
      { ...command, env: { ...command.env, PATH: `${folder}:${process.env.PATH}` } },
      options,
    );
  }
}

async function program(name: string, script: string): Promise<void> {
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, name), 0o755);
}

describe("probeSystem", () => {
  test("this machine, as node sees it too", async () => {
    const facts = await probeSystem(new LocalExecutor(), "qemu-system-x86_64");
    expect(facts).toMatchObject({ name: "localhost", hostname: hostname(), memory: totalmem() });
    expect(facts.cpus).toBe(Math.min(cpus().length, ownCpus().length));
    expect(facts.qemu).toMatch(/^\d+\.\d+/);
    expect(facts.availableMemory).toBeGreaterThan(0);
  });

  test("a system that pretends to have three CPUs has three", async () => {
    await program("nproc", "echo 3");
    await program("getconf", "echo 3");
    expect((await probeSystem(new OtherPath(), "qemu-system-x86_64")).cpus).toBe(3);
  });

  test("what is missing is left out", async () => {
    const facts = await probeSystem(new LocalExecutor(), "qemu-system-none");
    expect("qemu" in facts).toBe(false);
    expect(facts.cpus).toBeGreaterThan(0);
  });
});

describe("chooseAccelerator", () => {
  test("tcg asks nobody", async () => {
    const nobody: Executor = { name: "nobody", run: () => Promise.reject(new Error("was asked")) };
    expect(await chooseAccelerator("tcg", nobody, "qemu-system-x86_64")).toMatchObject({
      accelerator: "tcg",
    });
  });

  test("the probe's sector really runs, and is told from any other end", async () => {
    const image = join(folder, "sector");
    await writeFile(image, probeSector());
    const result = await new LocalExecutor().run({
      argv: [
        ...([
          "qemu-system-x86_64",
          "-machine",
          "pc,accel=tcg",
          "-nodefaults",
          "-display",
          "none",
          "-m",
          "64",
        ] as const),
        ...["-device", debugExitDevice, "-drive", `file=${image},format=raw,if=floppy,readonly=on`],
      ],
      timeout: 60_000,
    });
    expect(result.exitStatus).toBe(sectorRan);
  });

  test("KVM under which a guest ran is chosen, and the probe leaves no file behind", async () => {
    await program("test", "exit 0"); // a /dev/kvm
    await program("mktemp", `: > ${folder}/image; echo ${folder}/image`);
    await program("qemu-system-x86_64", `exit ${sectorRan}`);
    const answer = await chooseAccelerator("auto", new OtherPath(), "qemu-system-x86_64");
    expect(answer.accelerator).toBe("kvm");
    expect(await readdir(folder)).not.toContain("image");
  });

  test("KVM that hangs is not chosen", async () => {
    await program("test", "exit 0");
    await program("qemu-system-x86_64", "exec sleep 1000");
    const answer = await chooseAccelerator("auto", new OtherPath(), "qemu-system-x86_64");
    expect(answer.accelerator).toBe("tcg");
    expect(answer.reason).toMatch(/\/dev\/kvm is there, but guests do not run/);
  }, 60_000);

  test("KVM that was asked for by name and is not usable is an error that says what to do", async () => {
    await program("test", "exit 1");
    await expect(chooseAccelerator("kvm", new OtherPath(), "qemu-system-x86_64")).rejects.toThrow(
      /accel: kvm was asked for, but other cannot .* Use accel: auto or tcg/,
    );
  });

  test("no /dev/kvm", async () => {
    await program("test", "exit 1");
    const { reason } = await chooseAccelerator("auto", new OtherPath(), "qemu-system-x86_64");
    expect(reason).toMatch(/there is no \/dev\/kvm/);
  });

  test("another architecture: a machine that starts is enough", async () => {
    await program("test", "exit 0");
    await program("qemu-system-s390x", 'read -r line; test "$line" = quit');
    const answer = await chooseAccelerator("auto", new OtherPath(), "qemu-system-s390x");
    expect(answer.accelerator).toBe("kvm");
  });
});

describe("problemOf", () => {
  const result = {
    exitStatus: 1,
    signal: null,
    stdout: "",
    stderr: "",
    duration: 1,
    cause: "exited",
  } as const;
  test.each([
    [
      {
        stderr:
          "Could not access KVM kernel module: Permission denied\nqemu: failed to initialize kvm: Permission denied\n",
      },
      /group kvm.*udev/,
    ],
    [{ stderr: "qemu-system-aarch64: invalid accelerator kvm\n" }, /no KVM support/],
    [{ exitStatus: 127 }, /not installed/],
    [{ exitStatus: null, signal: "SIGKILL" }, /took longer than/],
    [{ stderr: "qemu: ioctl(KVM_CREATE_VM) failed: 16 Device or resource busy\n" }, /refused.*resource busy/],
  ])("%j", (differs, message) => {
    expect(problemOf({ ...result, ...differs }, "qemu-system-x86_64")).toMatch(message);
  });
});

test("CPU lists", () => {
  expect(parseCpuList("0-3,8\n")).toEqual([0, 1, 2, 3, 8]);
  expect(parseCpuList("")).toEqual([]);
  expect(restrictAffinity("0,4,1", [0, 1, 2])).toBe("0,1");
  expect(restrictAffinity("4,5", [0, 1])).toBeUndefined();
});
