import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { drifted } from "../../scripts/generate.ts";
import { InputError } from "../../src/errors.ts";
import { parseCommandLine } from "../../src/inputs/commandLine.ts";
import { parseInputs } from "../../src/inputs/parse.ts";
import { renderHelp } from "../../src/inputs/render.ts";
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
      shutdownGrace: 180,
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
    ["duration", "10x"],
    ["duration", "0s"],
    ["duration", "-5"],
    ["kasan", "yes"],
    ["kasan", "True"],
    ["mode", "runn"],
    ["torture", "rcutorture"],
    ["cpus", "four"],
    ["jitter", "1 2 3 4"],
    ["memory", "2T"],
    ["configs", "tree03"],
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
    expect(() => parseInputs({ mode: "build", systems: "k1" })).toThrow(/systems: only in mode run/);
    expect(() => parseCommandLine(["run", "--systems", ""])).toThrow(/systems: no system is named/);
    expect(parseInputs({ systems: "" }).systems).toEqual([]);
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
    [["rum"], /"rum" is no command/],
    [["run", "--config-s", "X"], /did you mean --configs/],
    [["run", "TREE03"], /"TREE03": expected a flag/],
    [["run", "--duration"], /--duration: needs a value/],
    [["run", "--duration", "1m", "--duration", "2m"], /given twice/],
  ])("refuses %j", (argv, message) => {
    expect(() => parseCommandLine(argv)).toThrow(message);
  });

  it("knows help and version", () => {
    expect(parseCommandLine(["--help"]).kind).toBe("help");
    expect(parseCommandLine(["run", "-h"]).kind).toBe("help");
    expect(parseCommandLine(["--version"]).kind).toBe("version");
  });
});
