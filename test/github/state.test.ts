import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JobState, SystemsLease } from "../../src/context.ts";
import { readState, readSystems } from "../../src/github/readState.ts";
import { saveNothing, saveState, saveSystems } from "../../src/github/state.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "state-"));
  writeFileSync(join(folder, "state"), "");
  vi.stubEnv("RUNNER_TEMP", folder);
  vi.stubEnv("GITHUB_STATE", join(folder, "state"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const job: JobState = { rundir: "/tree/res/1", finished: false, ignore: [], attempt: 1, upload: "failed" };
const use: SystemsLease = {
  names: ["k1"],
  key: "a key",
  ssh: { directory: "/tmp/rcutorture-ssh-abc123", configFile: "/tmp/rcutorture-ssh-abc123/config" },
  release: true,
  journal: "/home/me/.cache/rcutorture-action/in-use/12.json",
};

/** State as the runner hands it over: of each name the last value. */
function handOver(change: (name: string, value: string) => string = (_, value) => value): void {
  const written = readFileSync(join(folder, "state"), "utf8");
  for (const [, name = "", , value = ""] of written.matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n\2$/gm)) {
    vi.stubEnv(`STATE_${name}`, change(name, value));
  }
}

const keyFolder = () =>
  join(folder, readdirSync(folder).find((name) => name.startsWith("rcutorture-")) ?? "");

describe("state of the job", () => {
  it("comes back as it was saved; the last counts", async () => {
    saveNothing();
    saveState(job);
    saveState({ ...job, finished: true });
    saveSystems(use);
    handOver();
    expect(await readState()).toEqual({ ...job, finished: true });
    expect(await readSystems()).toEqual(use);
  });

  it("is nothing where nothing was saved, and after all is done", async () => {
    expect([await readState(), await readSystems()]).toEqual([undefined, undefined]);
    saveSystems(use);
    saveNothing();
    handOver();
    expect([await readState(), await readSystems()]).toEqual([undefined, undefined]);
  });

  it("has its key where nobody else can read it", () => {
    saveNothing();
    expect(statSync(keyFolder()).mode & 0o777).toBe(0o700);
    expect(statSync(join(keyFolder(), "key")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(keyFolder(), "key"), "utf8")).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ["text without a seal", () => JSON.stringify(use)],
    ["an old form", () => JSON.stringify({ ...use, releaseCommand: "id" })],
    ["another text under the seal", (_: string, value: string) => value.replace(/k1|tree/, "other")],
    ["another seal", (_: string, value: string) => value.replace(/[0-9a-f]{64}/, "0".repeat(64))],
    ["no key ever", (_: string, value: string) => value, () => rmSync(keyFolder(), { recursive: true })],
    [
      "a key that others can read",
      (_: string, value: string) => value,
      () => chmodSync(join(keyFolder(), "key"), 0o644),
    ],
    [
      "a folder of the key that others can enter",
      (_: string, value: string) => value,
      () => chmodSync(keyFolder(), 0o755),
    ],
    [
      "a key that is a link",
      (_: string, value: string) => value,
      () => {
        writeFileSync(join(folder, "copy"), readFileSync(join(keyFolder(), "key")), { mode: 0o600 });
        rmSync(join(keyFolder(), "key"));
        symlinkSync(join(folder, "copy"), join(keyFolder(), "key"));
      },
    ],
  ])("is refused: %s", async (_, change, tamper = () => {}) => {
    saveState(job);
    saveSystems(use);
    handOver(change);
    tamper();
    await expect(readSystems()).rejects.toThrow(/refused|is a link|others/);
    await expect(readState()).rejects.toThrow(/refused|is a link|others/);
  });

  it("of one name counts under no other", async () => {
    saveState(job);
    saveSystems(use);
    const values: Record<string, string> = {};
    handOver((name, value) => {
      values[name] = value;
      return value;
    });
    vi.stubEnv("STATE_systems", values.job ?? "");
    await expect(readSystems()).rejects.toThrow(/the main step did not write it/);
  });
});
