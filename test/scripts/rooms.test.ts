import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { circles, refusedImports, roomOf, rooms } from "../../scripts/support/rooms.ts";

const src = fileURLToPath(new URL("../../src", import.meta.url));

describe("rooms", () => {
  test("every import in src/ runs down the table", () => {
    expect(refusedImports(src)).toEqual([]);
  });

  test("the table has no circles, and names only rooms", () => {
    expect(circles()).toEqual([]);
    expect(
      Object.values(rooms)
        .flat()
        .filter((room) => roomOf(room) !== room),
    ).toEqual([]);
  });

  test("no stage may import another, and no room a stage or a mode", () => {
    const upper = (room: string) => room === "modes" || /^stages\/[a-z]+$/.test(room);
    const arrows = Object.entries(rooms).flatMap(([from, to]) => to.map((room) => [from, room] as const));
    const up = arrows.filter(([from, to]) => upper(to) && from !== "modes" && !from.endsWith(".ts"));
    expect(up).toEqual([]);
  });
});

describe("a trial violation", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "rcutorture-rooms-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ["plan/x.ts", 'import { y } from "../rundir/y.ts";', "plan may not import rundir"],
    [
      "stages/judge/x.ts",
      'import { y } from "../publish/y.ts";',
      "stages/judge may not import stages/publish",
    ],
    ["systems/x.ts", 'import type { Y } from "../guests/y.ts";', "systems may not import guests"],
    ["kernel/x.ts", 'const y = await import("../modes/y.ts");', "kernel may not import modes"],
    ["report/x.ts", 'export { y } from "../storage/y.ts";', "report may not import storage"],
    ["report/x.ts", 'import "../storage/y.ts";', "report may not import storage"],
    ["attic/x.ts", 'import { y } from "../errors.ts";', "in no room"],
  ])("%s: %s", (path, text, reason) => {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    expect(refusedImports(folder)).toEqual([expect.stringContaining(reason)]);
  });
});
