import { describe, expect, test } from "vitest";
import { SilenceWatch } from "../../src/guests/silence.ts";

const limits = { boot: 30, running: 60 };

describe("SilenceWatch", () => {
  test("a console that never says a word is reported once, and counted until the end", () => {
    const watch = new SilenceWatch(limits);
    expect(watch.next(0)).toBe(30);
    expect(watch.due(29)).toBeUndefined();
    expect(watch.due(31)).toEqual({ quiet: 31, booting: true });
    expect(watch.due(40)).toBeUndefined();
    expect(watch.next(40)).toBeUndefined();
    expect(watch.end(100)).toEqual([{ from: 0, seconds: 100, booting: true, untilEnd: true }]);
  });

  test("after the first byte the limit is that of a running guest", () => {
    const watch = new SilenceWatch(limits);
    expect(watch.heard(10)).toBeUndefined();
    expect(watch.next(10)).toBe(60);
    expect(watch.due(69)).toBeUndefined();
    expect(watch.due(70)).toEqual({ quiet: 60, booting: false });
    expect(watch.heard(75)).toBe(65);
    expect(watch.next(75)).toBe(60);
    expect(watch.end(80)).toEqual([{ from: 10, seconds: 65, booting: false, untilEnd: false }]);
  });

  test("a talkative console has no silences", () => {
    const watch = new SilenceWatch(limits);
    for (let now = 1; now < 500; now += 59) expect(watch.heard(now)).toBeUndefined();
    expect(watch.end(500)).toEqual([]);
  });

  test("without contact nobody can say that it is silent", () => {
    const watch = new SilenceWatch(limits);
    watch.heard(5);
    watch.contact(false, 20);
    expect(watch.due(500)).toBeUndefined();
    expect(watch.next(500)).toBeUndefined();
    watch.contact(true, 600);
    expect(watch.due(601)).toBeUndefined();
    expect(watch.due(660)).toEqual({ quiet: 60, booting: false });
  });
});
