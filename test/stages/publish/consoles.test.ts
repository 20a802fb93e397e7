import { mkdir, mkdtemp, open, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GuestResult } from "../../../src/results/schema.ts";
import { consolesFor } from "../../../src/stages/publish/consoles.ts";
import { fixture } from "../../report/fixtures.ts";

let rundir: string;
beforeEach(async () => {
  rundir = await mkdtemp(join(tmpdir(), "rcutorture-action-test-consoles-"));
});
afterEach(() => rm(rundir, { recursive: true, force: true }));

const text = Array.from({ length: 900 }, (_, index) => `line ${index + 1}\n`).join("");
const [base] = fixture("all-passed").guests as [GuestResult];

async function guestWith(
  console: string,
  content: string | Uint8Array,
  more: Partial<GuestResult> = {},
): Promise<GuestResult> {
  await mkdir(dirname(join(rundir, console)), { recursive: true });
  await writeFile(join(rundir, console), content);
  return { ...base, console, consoleBytes: text.length, consoleLines: 900, findings: [], ...more };
}

const read = async (guests: GuestResult[], out = rundir) =>
  await consolesFor({ ...fixture("all-passed"), rundir, guests }, out);

describe("consolesFor", () => {
  it("has the end of a guest that passed, and a link from where the page is", async () => {
    const guest = await guestWith("TREE 1/console.log", text);
    const { of, unread } = await read([guest], join(rundir, "out"));
    expect(unread).toEqual([]);
    expect(of.get(guest)).toMatchObject({ link: "../TREE%201/console.log", lines: 900 });
    expect(of.get(guest)?.excerpts.map(({ firstLine }) => firstLine)).toEqual([701]);
  });

  it("unpacks compressed ones", async () => {
    const packed = await guestWith("A/console.log.gz", gzipSync(text));
    const sample = {
      ...(await guestWith("B/console.sample-1.log.zst", zstdCompressSync(text))),
      console: "B/console.log",
    };
    const { of } = await read([packed, sample]);
    for (const guest of [packed, sample]) expect(of.get(guest)?.excerpts[0]?.firstLine).toBe(701);
    expect(of.get(sample)?.link).toBe("B/console.sample-1.log.zst");
  });

  it("shows no guest the console of another sample", async () => {
    const second = await guestWith("A/console.log", text, { sample: 2 });
    const first = { ...second, sample: 1 };
    const third = await guestWith("B/console.log", "overwritten\n");
    const { of, unread } = await read([first, second, third]);
    expect([...of.keys()]).toEqual([second]);
    expect(unread).toEqual([]);
  });

  it("reads nothing outside of the run directory, and says what it could not read", async () => {
    const outside = await mkdtemp(join(tmpdir(), "rcutorture-action-test-outside-"));
    try {
      await mkdir(join(outside, "A"));
      await writeFile(join(outside, "A", "console.log"), text);
      await symlink(outside, join(rundir, "set"));
      await mkdir(join(rundir, "B"));
      await symlink(join(outside, "A", "console.log"), join(rundir, "B", "console.log"));
      const guests = [
        "set/A/console.log",
        `../${outside.split("/").at(-1)}/A/console.log`,
        "B/console.log",
      ].map((console) => ({ ...base, console, consoleBytes: text.length, findings: [] }));
      const { of, unread } = await read(guests);
      expect(of.size).toBe(0);
      expect(unread).toEqual([
        expect.stringMatching(/B\/console\.log: is a link that leaves the run directory/),
      ]);
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  it("leaves out the middle of a huge console", async () => {
    const guest = await guestWith("A/console.log", "start of the console\nline 2\n");
    const size = 2 ** 40;
    await using file = await open(join(rundir, "A/console.log"), "r+");
    const end = "\nthe end\n";
    // A hole of a terabyte: reading through it would outlast the test.
    await file.write(end, size - end.length);
    const known = { ...guest, consoleBytes: size, consoleLines: 5_000 };
    const { of } = await read([known]);
    expect(of.get(known)?.excerpts.at(-1)).toEqual({ firstLine: 5_000, text: "the end" });
    expect((await read([{ ...known, consoleBytes: size - 1 }])).of.size).toBe(0);
  });
});
