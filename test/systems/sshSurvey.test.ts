import { expect, test } from "vitest";
import { evictions, parseSurvey, type Survey } from "../../src/systems/ssh/kernels/survey.ts";

const hour = 3600;
const now = 1_800_000_000;

function survey(
  objects: Record<string, [size: number, hoursAgo: number]>,
  more: Partial<Survey> = {},
): Survey {
  const files = Object.entries(objects).map(([name, [size, ago]]) => ({
    name,
    size,
    used: now - ago * hour,
  }));
  return { root: "/root/x", free: 1e9, zstd: true, now, objects: files, partials: [], ...more };
}

const removed = (from: Survey, limit: number, coming = 0, needed: string[] = []) =>
  evictions(from, { needed: new Set(needed), coming, limit }).map(({ kind, file }) => `${kind}/${file.name}`);

test("what the remote side prints", () => {
  const text =
    "root /home/my user/.cache/x\nnow 5\nfree 10\nzstd yes\nobject 3 400 abc\npartial 4 5 abc.t.1\n";
  expect(parseSurvey(text)).toEqual({
    root: "/home/my user/.cache/x",
    now: 5,
    free: 10240,
    zstd: true,
    objects: [{ name: "abc", size: 400, used: 3 }],
    partials: [{ name: "abc.t.1", size: 5, used: 4 }],
  });
});

test("nothing goes while there is room", () => {
  expect(removed(survey({ a: [100, 50], b: [100, 60] }), 200)).toEqual([]);
});

test("what was of no use for longest goes first, and no more than has to", () => {
  const store = survey({ young: [100, 2], old: [100, 90], older: [100, 100] });
  expect(removed(store, 250)).toEqual(["objects/older"]);
  expect(removed(store, 250, 100)).toEqual(["objects/older", "objects/old"]);
});

test("neither what is needed nor what another job may be about to use goes", () => {
  const store = survey({ needed: [100, 90], justSeen: [100, 0.5], idle: [100, 80] });
  expect(removed(store, 0, 0, ["needed"])).toEqual(["objects/idle"]);
});

test("broken-off uploads go when nobody comes back for them", () => {
  const partials = [
    { name: "a.t.1", size: 5, used: now - 25 * hour },
    { name: "b.t.1", size: 5, used: now - hour },
  ];
  expect(removed(survey({}, { partials }), 1000)).toEqual(["partial/a.t.1"]);
});
