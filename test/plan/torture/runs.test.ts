import { describe, expect, it } from "vitest";
import { readSrcuLockdep } from "../../../src/plan/torture/lockdep.ts";
import { apportion, type TortureOptions, tortureRuns } from "../../../src/plan/torture/runs.ts";
import { readTortureScript } from "../../../src/plan/torture/script.ts";
import { lockdepText, scriptText } from "./script.ts";

const facts = {
  script: readTortureScript(scriptText),
  lockdep: readSrcuLockdep(lockdepText),
  primitives: { refscale: ["rcu", "srcu"], rcuscale: [] },
};

const runs = (words: string, options: Partial<TortureOptions> = {}) =>
  tortureRuns(facts, {
    words: words.split(" ").filter(Boolean),
    cpus: 64,
    architecture: "x86_64",
    configs: { rcutorture: "", locktorture: "", scftorture: "" },
    ...options,
  });
const ids = (words: string, options: Partial<TortureOptions> = {}) =>
  runs(words, options).map(({ id }) => id);

describe("the sets of a torture.sh", () => {
  it("are those of its defaults, in its order", () => {
    expect(ids("")).toEqual([
      "allmodconfig",
      ...["rcutorture", "rcutorture-kasan", "locktorture", "locktorture-kasan"],
      ...["refscale-rcu", "refscale-rcu-kasan", "refscale-srcu", "refscale-srcu-kasan"],
      ...["clocksourcewd-1", "clocksourcewd-1-kasan"],
      ...["1", "2", "1001", "1002", "0x1", "0xf"].map((name) => `srcu-lockdep-${name}`),
    ]);
  });

  it("are switched on and off by words with a sign, and left out by words without", () => {
    expect(ids("-allmodconfig -kasan -srcu-lockdep -refscale")).toEqual([
      "rcutorture",
      "locktorture",
      "clocksourcewd-1",
    ]);
    expect(ids("rcutorture +kcsan")).toEqual(["rcutorture-kcsan"]);
    expect(ids("rcutorture normal kcsan")).toEqual(["rcutorture", "rcutorture-kcsan"]);
    expect(ids("none +rcutorture")).toEqual(["rcutorture"]);
    expect(ids("all -srcu-lockdep -refscale -clocksourcewd -rcutorture -locktorture")).toEqual([
      "allmodconfig",
    ]);
  });

  it("can be named one by one", () => {
    expect(ids("srcu-lockdep-1001 refscale-srcu-kasan")).toEqual([
      "refscale-srcu-kasan",
      "srcu-lockdep-1001",
    ]);
    expect(ids("none +rcutorture srcu-lockdep-2")).toEqual(["rcutorture", "srcu-lockdep-2"]);
    expect(ids("rcutorture -rcutorture-kasan kasan normal")).toEqual(["rcutorture"]);
  });

  it("have what the script gives to kvm.sh", () => {
    expect(
      runs("rcutorture", { configs: { rcutorture: "2*TREE03", locktorture: "", scftorture: "" } })[0],
    ).toEqual({
      ...{ id: "rcutorture", family: "rcutorture", kind: "guests", suite: "rcu", variant: "plain" },
      ...{ configs: "2*TREE03", kconfig: "", bootargs: "rcu.a=1 torture.b", kmakeArg: "" },
      ...{ seconds: 420, mustFail: false },
    });
    expect(runs("refscale")[1]).toMatchObject({
      bootargs: "refscale.v=4 refscale.scale_type=srcu refscale.nreaders=32",
      kconfig: "CONFIG_NR_CPUS=32",
      seconds: 300,
    });
    expect(runs("rcutorture kcsan", { architecture: "aarch64", kcsanKmakeArg: "CC=clang" })[0]).toMatchObject(
      {
        kconfig: "CONFIG_A=y CONFIG_EXPERT=y CONFIG_STATE=y",
        kmakeArg: "CC=clang",
      },
    );
  });

  it("of srcu_lockdep.sh know which must fail", () => {
    const wanted = runs("srcu-lockdep").filter(({ mustFail }) => mustFail);
    expect(wanted.map(({ id }) => id)).toEqual([
      "srcu-lockdep-1001",
      "srcu-lockdep-1002",
      "srcu-lockdep-0xf",
    ]);
    expect(wanted[0]).toMatchObject({ configs: "SRCU-P", bootargs: "x.test=1001", seconds: 5 });
  });

  it("that a tree or architecture does not have are there with the reason, if they were asked for", () => {
    expect(runs("+kvfree -allmodconfig").at(-1)).toMatchObject({
      id: "kvfree",
      refused: "this tree's torture.sh does not have it",
    });
    expect(ids("", { architecture: "aarch64" })).not.toContain("clocksourcewd-1");
    expect(runs("clocksourcewd", { architecture: "aarch64" })).toMatchObject([
      { refused: "torture.sh has it not on aarch64" },
    ]);
    expect(runs("locktorture")).toMatchObject([
      { refused: "this tree's torture.sh sets $newthing, which is not understood" },
    ]);
  });

  it.each([
    ["rcutortur", '"rcutortur" is not a set; there are allmodconfig,'],
    ["+kcsan -kcsan", '"+kcsan" and "-kcsan" contradict each other'],
    ["rcutorture -rcutorture", "contradict each other"],
    ["all none", '"all" and "none" contradict each other'],
    ["-all", '"-all" takes no sign'],
    ["kasan", '"kasan" leaves no set'],
    ["-normal -kasan", '"-normal" leaves no kernel at all'],
  ])("refuses %j", (words, message) => {
    expect(() => runs(words)).toThrow(message);
  });
});

describe("apportion", () => {
  it("gives whole minutes as the script does, and seconds where the time is short", () => {
    expect([apportion(600, 7), apportion(600, 1), apportion(25 * 60, 1)]).toEqual([420, 60, 120]);
    expect([apportion(240, 7), apportion(240, 1), apportion(5, 1)]).toEqual([168, 24, 1]);
  });
});
