import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { drifted } from "../../scripts/generate.ts";
import { InputError } from "../../src/errors.ts";
import { parseCommandLine } from "../../src/inputs/commandLine.ts";
import { renderHelp } from "../../src/inputs/help.ts";
import { parseInputs } from "../../src/inputs/parse.ts";
import { inputTable, outputTable } from "../../src/inputs/table.ts";

describe("the one contract", () => {
  it("has action.yml, docs and schema as the tables say", () => {
    expect(drifted()).toEqual([]);
  });

  it("is readable as YAML with every input, its default and every output", () => {
    const action = parse(readFileSync(new URL("../../action.yml", import.meta.url), "utf8"));
    for (const [name, spec] of Object.entries(inputTable)) {
      expect(action.inputs[name]).toEqual({ description: spec.help, required: false, default: spec.default });
    }
    expect(Object.keys(action.outputs)).toEqual(Object.keys(outputTable));
    expect(action.runs.using).toBe("node24");
  });

  it("shows every flag in the help", () => {
    for (const name of Object.keys(inputTable).filter((each) => each !== "mode")) {
      expect(renderHelp()).toContain(`--${name}`);
    }
  });
});

describe("parseInputs", () => {
  it("gives kvm.sh's defaults", () => {
    expect(parseInputs({})).toMatchObject({
      mode: "run",
      torture: "rcu",
      configs: [],
      duration: undefined,
      cpus: "auto",
      jitter: { threads: -1, maxSleep: 1_000_000, maxSpin: 1_000 },
      shutdownGrace: undefined,
      kasan: false,
      memory: undefined,
      rundir: undefined,
    });
  });

  it.each([
    ["90s", 90],
    ["10m", 600],
    ["10", 600],
    ["2h", 7200],
    ["1d", 86400],
  ])("reads duration %s", (text, seconds) => {
    expect(parseInputs({ duration: text }).duration).toBe(seconds);
  });

  it.each([
    ["duration", "1h30m", "duration", 5400],
    ["duration", "1 hour 30 minutes", "duration", 5400],
    ["duration", "10 min", "duration", 600],
    ["duration", "10MIN", "duration", 600],
    ["duration", "1.5h", "duration", 5400],
    ["duration", "365d", "duration", 365 * 86400],
    ["repeat-for", "2 days", "repeatFor", 172_800],
    ["shutdown-grace", "90", "shutdownGrace", 90],
    ["shutdown-grace", "0", "shutdownGrace", 0],
    ["shutdown-grace", "3m", "shutdownGrace", 180],
    ["kasan", "True", "kasan", true],
    ["kasan", "TRUE", "kasan", true],
    ["kasan", "yes", "kasan", true],
    ["kcsan", "No", "kcsan", false],
    ["memory", "2GB", "memory", "2G"],
    ["memory", "2 GiB", "memory", "2G"],
    ["memory", "512mb", "memory", "512M"],
    ["cpus", "Auto", "cpus", "auto"],
    ["cpus", "all", "cpus", "auto"],
    ["torture", "RCU", "torture", "rcu"],
    ["configs", "tree03", "configs", ["TREE03"]],
    ["configs", "TREE03,TREE05, 2*srcu-p", "configs", ["TREE03", "TREE05", "2*SRCU-P"]],
    ["configs", "2 * TREE03\nTINY01", "configs", ["2*TREE03", "TINY01"]],
    ["systems", "kvm1, kvm2", "systems", ["kvm1", "kvm2"]],
  ])("takes %s = %j", (input, text, property, value) => {
    expect(parseInputs({ [input]: text })).toHaveProperty(property, value);
  });

  it("keeps globs of re-runs whole", () => {
    const again = { again: "/old", configs: "{tree03,tree05},TINY0*, Failed" };
    expect(parseInputs(again).configs).toEqual(["{TREE03,TREE05}", "TINY0*", "failed"]);
  });

  it.each([
    ["torture", "rcutorture", "rcu"],
    ["torture", "locktorture", "lock"],
    ["mode", "reprot", "report"],
    ["accel", "kmv", "kvm"],
    ["configs", "TREE03*2", "2*TREE03"],
  ])("answers %s = %s with the nearest form", (name, value, nearest) => {
    expect(() => parseInputs({ [name]: value })).toThrow(new RegExp(` ${nearest.replace("*", "\\*")}[?.]`));
  });

  it.each([
    ["duration", "10x"],
    ["duration", "0s"],
    ["duration", "-5"],
    ["duration", "10m 5h"],
    ["duration", "1.5"],
    ["duration", "366d"],
    ["duration", "999999999"],
    ["repeat-for", "9000h"],
    ["shutdown-grace", "soon"],
    ["kasan", "yeah"],
    ["mode", "runn"],
    ["torture", "rcutorture"],
    ["cpus", "four"],
    ["jitter", "1 2 3 4"],
    ["memory", "2T"],
    ["memory", "63"],
    ["configs", "failed"],
    ["configs", "TREE03*2"],
    ["configs", "../TREE03"],
    ["configs", "TREE03;reboot"],
    ["kconfig", "FOO=y"],
    ["kconfig", 'CONFIG_X="$(reboot)"'],
    ["bootargs", "a=$(reboot)"],
    ["qemu-args", "-m 4; reboot"],
    ["qemu-cmd", "sh"],
    ["defconfig", "/etc/passwd"],
    ["datestamp", "../.."],
  ])("refuses %s = %s in one line that names both", (name, value) => {
    const failure = (() => {
      try {
        return parseInputs({ [name]: value });
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(InputError);
    const { message } = failure as InputError;
    expect(message).toContain(name);
    expect(message).toContain(value);
    expect(message).not.toContain("\n");
  });

  it("refuses two names for one run directory, and a report of none", () => {
    expect(() => parseInputs({ rundir: "/tmp/x", datestamp: "y" })).toThrow(/rundir and datestamp/);
    expect(() => parseInputs({ mode: "report" })).toThrow(/needs the run directory/);
  });

  it("refuses systems where no guests run, and an empty list of them on the command line", () => {
    expect(() => parseInputs({ mode: "build", systems: "k1" })).toThrow(
      /systems: only in modes run and bisect/,
    );
    expect(() => parseCommandLine(["run", "--systems", ""])).toThrow(/systems: no system is named/);
    expect(parseInputs({ systems: "" }).systems).toEqual([]);
    expect(parseInputs({ systems: " kvm1, kvm2\n root@kvm3 " }).systems).toEqual([
      "kvm1",
      "kvm2",
      "root@kvm3",
    ]);
    expect(() => parseInputs({ systems: "a b a" })).toThrow(/a is named twice/);
  });

  it("keeps the lines of scripts and files as they are", () => {
    const script = "set -e\n  reserve $RCUTORTURE_SYSTEMS\n";
    expect(parseInputs({ "reserve-command": script }).reserveCommand).toBe(script.trim());
  });
});

describe("parseCommandLine", () => {
  it("takes the mode first and flags after it", () => {
    expect(
      parseCommandLine(["run", "--kernel", "/k", "--configs=TREE03 2*TINY01", "--kasan", "--jitter", "-1 5"]),
    ).toEqual({
      kind: "job",
      raw: { mode: "run", kernel: "/k", configs: "TREE03 2*TINY01", kasan: "true", jitter: "-1 5" },
    });
  });

  it("joins repeated words and lines as kvm.sh does", () => {
    const line = parseCommandLine([
      "run",
      "--bootargs",
      "a=1",
      "--bootargs",
      "b=2",
      "--ignore",
      "x :: y",
      "--ignore",
      "z :: w",
    ]);
    expect(line).toMatchObject({ raw: { bootargs: "a=1 b=2", ignore: "x :: y\nz :: w" } });
  });

  it.each([
    [["rum"], /"rum" is not a command/],
    [["run", "--config-s", "X"], /did you mean --configs/],
    [["TREE03"], /Did you mean run TREE03/],
    [["repot"], /Did you mean report/],
    [["run", "./linux"], /--kernel .\/linux/],
    [["run", "--kconfig", "CONFIG_A=y", "CONFIG_B=y"], /--kconfig "CONFIG_A=y CONFIG_B=y"/],
    [["run", "--kernel", "/k", "x y"], /"x y": expected a flag/],
    [["report", "/a", "/b"], /one run directory/],
    [["run", "--mode", "plan"], /--mode plan: the first word says run/],
    [["run", "--duration"], /--duration: needs a value/],
    [["run", "--duration", "1m", "--duration", "2m"], /given twice/],
  ])("refuses %j", (argv, message) => {
    expect(() => parseCommandLine(argv)).toThrow(message);
  });

  it.each([
    [["run", "TREE03", "TREE05"], { mode: "run", configs: "TREE03 TREE05" }],
    [["run", "tree03"], { mode: "run", configs: "tree03" }],
    [["run", "--configs", "TREE03", "2*TREE05"], { mode: "run", configs: "TREE03 2*TREE05" }],
    [["run", "--kasan", "--duration", "10m", "TREE03"], { mode: "run", configs: "TREE03" }],
    [["run", "--duration", "10", "min", "TREE03"], { duration: "10 min", configs: "TREE03" }],
    [["run", "--duration", "1h", "30m"], { duration: "1h 30m" }],
    [["run", "--memory", "2", "GB"], { memory: "2 GB" }],
    [["run", "--kasan", "no"], { kasan: "no" }],
    [["run", "--jitter", "2", "100", "100"], { jitter: "2 100 100" }],
    [["run", "--systems", "kvm1,", "kvm2"], { systems: "kvm1, kvm2" }],
    [["report", "/some/run"], { mode: "report", rundir: "/some/run" }],
    [["--mode", "report", "/some/run"], { mode: "report", rundir: "/some/run" }],
    [["--mode", "report", "--rundir", "/some/run"], { mode: "report", rundir: "/some/run" }],
  ])("takes %j as people type it", (argv, raw) => {
    expect(parseCommandLine(argv)).toMatchObject({ kind: "job", raw });
  });

  it("does nothing without a word", () => {
    expect(parseCommandLine([])).toEqual({ kind: "empty" });
  });

  it("knows help and version", () => {
    expect(parseCommandLine(["--help"]).kind).toBe("help");
    expect(parseCommandLine(["run", "-h"]).kind).toBe("help");
    expect(parseCommandLine(["--version"]).kind).toBe("version");
  });
});
