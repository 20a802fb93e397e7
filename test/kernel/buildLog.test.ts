import { describe, expect, test } from "vitest";
import { buildDiagnostics, machineFault } from "../../src/kernel/buildLog.ts";
import { countedAsBuildError, judgeMakeOut } from "../../src/kernel/buildVerdict.ts";

const tree = "/src/linux";
const read = (...lines: string[]) => buildDiagnostics(`${lines.join("\n")}\n`, tree);

describe("buildDiagnostics", () => {
  test.each([
    [
      "kernel/rcu/tree.c:2258:17: error: implicit declaration of function 'foo' [-Wimplicit-function-declaration]",
      {
        severity: "error",
        file: "kernel/rcu/tree.c",
        line: 2258,
        column: 17,
        message: "implicit declaration of function 'foo' [-Wimplicit-function-declaration]",
      },
    ],
    [
      "./include/linux/rcupdate.h:12:10: fatal error: linux/none.h: No such file or directory",
      {
        severity: "error",
        file: "include/linux/rcupdate.h",
        line: 12,
        column: 10,
        message: "linux/none.h: No such file or directory",
      },
    ],
    [
      "/src/linux/kernel/rcu/tree.c:7:1: warning: 'x' defined but not used [-Wunused-variable]",
      {
        severity: "warning",
        file: "kernel/rcu/tree.c",
        line: 7,
        column: 1,
        message: "'x' defined but not used [-Wunused-variable]",
      },
    ],
    [
      "arch/x86/entry/entry_64.S:101: Error: no such instruction: `foo %rax'",
      {
        severity: "error",
        file: "arch/x86/entry/entry_64.S",
        line: 101,
        message: "no such instruction: `foo %rax'",
      },
    ],
    [
      "kernel/rcu/Kconfig:33: syntax error",
      { severity: "error", file: "kernel/rcu/Kconfig", line: 33, message: "syntax error" },
    ],
    [
      "kernel/rcu/Kconfig:8:error: recursive dependency detected!",
      { severity: "error", file: "kernel/rcu/Kconfig", line: 8, message: "recursive dependency detected!" },
    ],
    [
      ".config:4711:warning: override: reassigning to symbol SMP",
      { severity: "warning", file: ".config", line: 4711, message: "override: reassigning to symbol SMP" },
    ],
    [
      "tree.c:(.text+0x12a): undefined reference to `rcu_oops'",
      { severity: "error", file: "tree.c", message: "undefined reference to `rcu_oops'" },
    ],
    [
      "ld: /src/linux/kernel/rcu/tree.c:88: undefined reference to `rcu_oops'",
      {
        severity: "error",
        file: "kernel/rcu/tree.c",
        line: 88,
        message: "undefined reference to `rcu_oops'",
      },
    ],
    [
      "ld.lld: error: undefined symbol: rcu_oops",
      { severity: "error", message: "undefined symbol: rcu_oops" },
    ],
    [
      'ERROR: modpost: "rcu_oops" [kernel/rcu/rcutorture.ko] undefined!',
      { severity: "error", message: 'modpost: "rcu_oops" [kernel/rcu/rcutorture.ko] undefined!' },
    ],
    ["/bin/sh: 1: flex: not found", { severity: "error", message: "/bin/sh: 1: flex: not found" }],
    [
      "vmlinux.o: warning: objtool: foo+0x12: unreachable instruction",
      { severity: "warning", message: "vmlinux.o: warning: objtool: foo+0x12: unreachable instruction" },
    ],
  ])("%s", (line, diagnostic) => {
    expect(read("  CC      kernel/rcu/tree.o", line, "  LD      vmlinux")).toEqual([diagnostic]);
  });

  test("errors come first, equal ones once, notes and context not at all", () => {
    const found = read(
      "In file included from kernel/rcu/tree.c:23:",
      "kernel/rcu/tree.c:1:1: warning: first",
      "kernel/rcu/tree.c: In function 'f':",
      "kernel/rcu/tree.c:2:1: error: second",
      "kernel/rcu/tree.c:2:1: note: each undeclared identifier is reported only once",
      "kernel/rcu/tree.c:2:1: error: second",
      "    2 | oops",
    );
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ["error", "second"],
      ["warning", "first"],
    ]);
  });

  test("make is believed only when nobody else names an error", () => {
    const make = [
      "make[4]: *** [scripts/Makefile.build:229: kernel/rcu/tree.o] Error 1",
      "make[4]: *** Waiting for unfinished jobs....",
      "make[3]: *** [scripts/Makefile.build:478: kernel/rcu] Error 2",
      "make[1]: *** [/src/linux/Makefile:1936: .] Error 2",
      "make: *** [Makefile:224: __sub-make] Error 2",
    ];
    expect(read("a.c:1:1: error: yes", ...make).map(({ message }) => message)).toEqual(["yes"]);
    expect(read(...make).map(({ message }) => message)).toEqual([
      "make: [scripts/Makefile.build:229: kernel/rcu/tree.o] Error 1",
    ]);
    expect(read("make: *** No rule to make target 'nonsense'.  Stop.")).toEqual([
      { severity: "error", message: "make: No rule to make target 'nonsense'.  Stop." },
    ]);
  });

  test("a flood is bounded", () => {
    const lines = Array.from(
      { length: 5000 },
      (_, index) => `a.c:${index + 1}:1: error: ${"x".repeat(5000)}`,
    );
    const found = read(...lines);
    expect(found).toHaveLength(100);
    expect(found[0]?.message).toHaveLength(1000);
  });
});

test.each([
  ["/tmp/ccX.s: No space left on device", "the disk is full"],
  ["gcc: fatal error: Killed signal terminated program cc1", "memory ran out"],
  ["kernel/a.c:1:2: internal compiler error: Segmentation fault", "the compiler crashed"],
])("%s is the machine's fault", (line, fault) => {
  expect(machineFault(`  CC      kernel/a.o\n${line}\n`)).toBe(fault);
});

test("an ordinary error is not the machine's fault", () => {
  expect(
    machineFault("kernel/a.c:1:2: error: 'x' undeclared\nmake: *** [Makefile:224: __sub-make] Error 2\n"),
  ).toBeUndefined();
});

test("a Make.out without a compiler line is no build, unless make was trusted", () => {
  expect(judgeMakeOut("nothing to be done\n", false).verdict).toBe("no-build");
  expect(judgeMakeOut("nothing to be done\n", true).verdict).toBe("clean");
});

test("any warning at all counts for kvm-recheck.sh's exit status", () => {
  expect(countedAsBuildError("  CC a.o\na.c:1:1: warning: x\n")).toEqual(["a.c:1:1: warning: x"]);
  expect(countedAsBuildError("  CC error.o\n")).toEqual([]);
});
