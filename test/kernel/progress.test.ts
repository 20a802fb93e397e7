import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ObjectCounter } from "../../src/kernel/makeOut.ts";
import { BuildProgress } from "../../src/kernel/progress.ts";

const minute = 60_000;
const date = "Sun Nov 22 22:30:40 UTC 2026";

describe("BuildProgress", () => {
  test("a run of three builds, in kvm.sh's own words", () => {
    const progress = new BuildProgress(3);
    progress.line(`----Start batch 1: ${date}`, 0);
    expect(progress.describe(0)).toBeUndefined();
    progress.line(`TREE05 8-ovf: Starting build. ${date}`, 0);
    progress.line(`TREE05 8-ovf: Waiting for build to complete. ${date}`, 0);
    expect(progress.current).toBe("TREE05");
    expect(progress.describe(4900)).toBe("build 1/3 TREE05: configuring, 4s");
    progress.objects(500);
    expect(progress.describe(5 * minute)).toBe("build 1/3 TREE05: 500 objects, 5m");
    progress.objects(1000);
    expect(progress.line(`TREE05 8-ovf: Build complete. ${date}`, 10 * minute)).toBe("TREE05");
    expect(progress.seconds("TREE05")).toBe(600);
    expect(progress.current).toBeUndefined();
    progress.line(`BUSTED 4: Starting build. ${date}`, 10 * minute);
    expect(progress.describe(10 * minute)).toBe("build 2/3 BUSTED: configuring, 0s, about 20m left");
    progress.objects(500);
    expect(progress.describe(15 * minute)).toBe("build 2/3 BUSTED: 500 objects, 5m, about 15m left");
    progress.line(`BUSTED 4: Build complete. ${date}`, 20 * minute);
    progress.line(`TINY01 1: Starting build. ${date}`, 20 * minute);
    progress.objects(490);
    expect(progress.describe(29.8 * minute)).toMatch(
      /^build 3\/3 TINY01: 490 objects, 9m 48s, about \d+s left$/,
    );
  });

  test("repetitions build nothing", () => {
    const progress = new BuildProgress(1);
    progress.line(`TREE05 8: Starting build. ${date}`, 0);
    expect(progress.line(`TREE05 8: Build complete. ${date}`, 1000)).toBe("TREE05");
    expect(progress.line(`TREE05.2 8: Starting build. ${date}`, 1000)).toBeUndefined();
    expect(progress.current).toBeUndefined();
    expect(progress.line(`TREE05.2 8: Build complete. ${date}`, 2000)).toBeUndefined();
    expect(progress.seconds("TREE05.2")).toBeUndefined();
  });

  test("what is left is never negative and never more than all builds at the slowest pace seen", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.nat(6000),
        fc.nat(100_000),
        (before, objects, now) => {
          const progress = new BuildProgress(2);
          progress.line("A 1: Starting build.", 0);
          progress.objects(before);
          progress.line("A 1: Build complete.", 50_000);
          progress.line("B 1: Starting build.", 50_000);
          progress.objects(objects);
          const text = progress.describe(50_000 + now) ?? "";
          const left = /about (?:(\d+)d )?(?:(\d+)h ?)?(?:(\d+)m ?)?(?:(\d+)s)? ?left/.exec(text);
          expect(text).toMatch(/ left$/);
          const [days, hours, minutes, seconds] = [1, 2, 3, 4].map((group) => Number(left?.[group] ?? 0));
          const sum = (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
          // 50 s at most from the other build, and this build's own pace; rounded to a minute at worst.
          expect(sum).toBeLessThanOrEqual(50 + now / 1000 + 60);
        },
      ),
    );
  });
});

describe("ObjectCounter", () => {
  const log =
    "  SYNC    include/config/auto.conf.cmd\n  CC      kernel/a.o\n  HOSTCC  scripts/b\n" +
    "  AS      arch/x86/c.o\n  CC [M]  fs/d.o\n  LD      vmlinux.o\nkernel/a.c:1:1: warning: CC\n  CC      last.o";

  test("counts what kbuild compiles and assembles", () => {
    expect(new ObjectCounter().feed(`${log}\n`)).toBe(4);
  });

  test("wherever the chunks are cut", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(log.length)), (cuts) => {
        const counter = new ObjectCounter();
        const places = [0, ...cuts.sort((a, b) => a - b), log.length];
        for (const [index, to] of places.slice(1).entries()) counter.feed(log.slice(places[index], to));
        expect(counter.feed("\n")).toBe(4);
      }),
    );
  });
});
