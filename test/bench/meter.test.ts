import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { metered } from "../../bench/support/meter.ts";

let scratch: string;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), "meter-"));
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

const shell = (script: string) => metered(["sh", "-c", script], { cwd: scratch, scratch });

/** Burns at least so much CPU time, however crowded the machine is. */
const burn = (seconds: number) => `perl -e '1 while (times)[0] < ${seconds}'`;

describe("metered", () => {
  test("counts the CPU time of children and of orphans that outlive the program", async () => {
    const { cpu, status } = await shell(`${burn(0.1)}; ( ${burn(0.2)} & ) ; exit 3`);
    expect(cpu).toBeGreaterThanOrEqual(0.3);
    expect(status).toBe(3 << 8);
  });

  test("gathers what is printed", async () => {
    expect((await shell("echo one; echo two >&2")).output.split("\n").sort()).toEqual(["", "one", "two"]);
  });

  test("says by which signal a program died", async () => {
    expect((await shell("kill -KILL $$")).status).toBe(9);
  });
});
