import { chmod, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { chooseAccelerator } from "../../src/systems/accelerator.ts";
import type { Command, CommandResult, Executor } from "../../src/systems/command.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { probeMemory, probeMemoryFile } from "../../src/systems/probeMemory.ts";

let folder: string;
let path: string;
let device: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "probe-memory-"));
  path = join(folder, "cache", "kvm-probe.json");
  device = join(folder, "kvm");
  await writeFile(device, "");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const memory = (qemu = "qemu 7.2") => probeMemory(path, qemu, device);

/** Rewrites the remembered file. */
async function change(text: (known: Record<string, unknown>) => string): Promise<void> {
  await writeFile(path, text(JSON.parse(await readFile(path, "utf8"))));
}

describe("a remembered probe", () => {
  test("is recalled, with when it was made and how to make it again", async () => {
    expect(await memory().recall()).toBeUndefined();
    await memory().remember("Guests hang.");
    expect(await memory().recall()).toMatch(
      /^Guests hang\. \(Found out at 20.*Z; .* remove .*kvm-probe\.json\.\)$/,
    );
  });

  test("counts for the same qemu only", async () => {
    await memory().remember("Guests hang.");
    expect(await memory("qemu 8.0").recall()).toBeUndefined();
  });

  test("is forgotten when the device has changed, as with a module loaded again", async () => {
    await memory().remember("Guests hang.");
    await utimes(device, 1, 1);
    expect(await memory().recall()).toBeUndefined();
  });

  test("is forgotten when the device is gone", async () => {
    await memory().remember("Guests hang.");
    await rm(device);
    expect(await memory().recall()).toBeUndefined();
  });

  test.each([
    ["after an hour", () => new Date(Date.now() - 3_601_000)],
    ["when it comes from the future", () => new Date(Date.now() + 60_000)],
  ])("is forgotten %s", async (_, at) => {
    await memory().remember("Guests hang.");
    await change((known) => JSON.stringify({ ...known, at: at().toISOString() }));
    expect(await memory().recall()).toBeUndefined();
  });

  test.each([
    ["is no JSON", () => "{"],
    ["lacks something", () => "{}"],
    ["has another type", (known: object) => JSON.stringify({ ...known, problem: 1 })],
  ])("is none when the file %s", async (_, text) => {
    await memory().remember("Guests hang.");
    await change(text);
    expect(await memory().recall()).toBeUndefined();
  });

  test("that cannot be written is no error", async () => {
    await writeFile(join(folder, "cache"), "a file where a folder should be");
    await memory().remember("Guests hang.");
    expect(await memory().recall()).toBeUndefined();
  });

  test("lies in the user's cache folder", () => {
    const file = "rcutorture-action/kvm-probe.json";
    expect(probeMemoryFile({ HOME: "/home/u" })).toBe(`/home/u/.cache/${file}`);
    expect(probeMemoryFile({ XDG_CACHE_HOME: "/c" })).toBe(`/c/${file}`);
    expect(probeMemoryFile({ XDG_CACHE_HOME: "relative", HOME: "/home/u" })).toBe(`/home/u/.cache/${file}`);
  });
});

/** This machine with a /dev/kvm and a qemu of ours; counts what is asked. */
class CountingExecutor implements Executor {
  readonly name = "counting";
  asked = 0;
  readonly #local = new LocalExecutor();
  run(command: Command): Promise<CommandResult> {
    this.asked += 1;
    const env = { ...command.env, PATH: `${folder}/bin:${process.env.PATH}` };
    return this.#local.run({ ...command, env });
  }
}

async function program(name: string, script: string): Promise<void> {
  await mkdir(join(folder, "bin"), { recursive: true });
  await writeFile(join(folder, "bin", name), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, "bin", name), 0o755);
}

describe("accel: auto", () => {
  test("asks nothing about a KVM that is known to hang", async () => {
    await program("test", "exit 0");
    await program("qemu-system-x86_64", "exec sleep 1000");
    const first = new CountingExecutor();
    await chooseAccelerator("auto", first, "qemu-system-x86_64", memory());
    expect(first.asked).toBeGreaterThan(0);
    const second = new CountingExecutor();
    const answer = await chooseAccelerator("auto", second, "qemu-system-x86_64", memory());
    expect(second.asked).toBe(0);
    expect(answer).toMatchObject({
      accelerator: "tcg",
      reason: expect.stringContaining("guests do not run under it"),
    });
  }, 60_000);

  test("kvm that was asked for by name is tried whatever is remembered", async () => {
    await memory().remember("Guests hang.");
    await program("test", "exit 1");
    await expect(
      chooseAccelerator("kvm", new CountingExecutor(), "qemu-system-x86_64", memory()),
    ).rejects.toThrow(/there is no \/dev\/kvm/);
  });
});
