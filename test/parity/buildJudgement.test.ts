import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { countedAsBuildError, judgeMakeOut } from "../../src/kernel/buildVerdict.ts";
import { configCheckRules, improperlySet } from "../../src/kernel/configCheck.ts";
import { readSuite } from "../../src/kernel/suite.ts";
import { mergeFragment } from "../../src/plan/fragment.ts";
import { parityTrees } from "../support/kernelTree.ts";

const trees = await parityTrees();
const scratch = mkdtempSync(join(tmpdir(), "parity-judgement-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const compiled = "  CC      kernel/rcu/tree.o\n";
const makeOuts: readonly string[] = [
  compiled,
  "",
  "nothing\n",
  `${compiled}a.c:1:1: error: x\nb.c:1:1: error: y\n`,
  `${compiled}kernel/rcu/tree.c:1:1: warning: x\n`,
  `${compiled}kernel/rcu/tree.c:1:1: warning: x\nkernel/sched/core.c:2:2: warning: y`,
  `${compiled}kernel/sched/core.c:1:1: warning: x\n`,
  `${compiled}include/linux/rcupdate.h:1:1: warning: x\n`,
  `${compiled}include/linux/rcu.h:1:1: warning: x\n`,
  `${compiled}./include/linux/srcu.h:1:1: warning: x\n`,
  `${compiled}ld: warning: x: undefined reference to y\nld: warning: z: undefined reference to y\n`,
  `${compiled}ld: kernel/rcu/tree.o: in function f: undefined reference to g\n`,
  `${compiled}make: *** [Makefile:224: __sub-make] Error 2\n`,
];

describe.each(trees)("$name", ({ rcutorture }) => {
  const env = {
    ...process.env,
    PATH: `${join(rcutorture, "bin")}:${process.env.PATH}`,
    LC_ALL: "C",
    EDITOR: "true",
  };
  const script = (name: string, ...args: string[]) => {
    const done = spawnSync("bash", [join(rcutorture, "bin", name), ...args], {
      env,
      encoding: "utf8",
      timeout: 60_000,
    });
    return { status: done.status, lines: done.stdout.split("\n").filter(Boolean) };
  };

  test.each(
    makeOuts.flatMap((text) => [
      { text, trusted: false },
      { text, trusted: true },
    ]),
  )("parse-build.sh on $text (trusted: $trusted)", ({ text, trusted }) => {
    const run = mkdtempSync(join(scratch, "run-"));
    mkdirSync(join(run, "TREE01"));
    writeFileSync(join(run, "log"), trusted ? "kvm.sh --trust-make\n" : "kvm.sh\n");
    const makeOut = join(run, "TREE01/Make.out");
    writeFileSync(makeOut, text);
    const theirs = script("parse-build.sh", makeOut, "TREE01");
    const ours = judgeMakeOut(text, trusted);
    expect(ours.exitStatus).toBe(theirs.status);
    // Their first line is a coloured headline.
    expect(ours.lines).toEqual(theirs.lines.slice(1));

    writeFileSync(join(run, "TREE01/vmlinux"), "");
    script("kvm-find-errors.sh", run);
    const counted = spawnSync("cat", [`${makeOut}.diags`], { encoding: "utf8" }).stdout;
    expect(countedAsBuildError(text)).toEqual(counted.split("\n").filter(Boolean));
  });

  const rules = configCheckRules(readFileSync(join(rcutorture, "bin/configcheck.sh"), "utf8"));
  const compare = (config: string, fragment: string) => {
    const files = [join(scratch, "config"), join(scratch, "fragment")] as const;
    writeFileSync(files[0], config);
    writeFileSync(files[1], fragment);
    const theirs = script("configcheck.sh", ...files).lines;
    expect(improperlySet(config, fragment, rules).map((option) => `:${option}: improperly set`)).toEqual(
      theirs,
    );
    return theirs;
  };

  test("configcheck.sh, one option at a time", () => {
    const fragment = [
      "",
      "CONFIG_SMP=y",
      "CONFIG_NR_CPUS=8",
      "#CHECK#CONFIG_TREE_RCU=y",
      "CONFIG_PREEMPT=n",
      "#CHECK#CONFIG_PROVE_RCU=n",
      "CONFIG_RCU_FANOUT=6",
      'CONFIG_CMDLINE="a"',
    ].join("\n");
    const right = [
      "CONFIG_SMP=y",
      "CONFIG_NR_CPUS=8",
      "CONFIG_TREE_RCU=y",
      "# CONFIG_PREEMPT is not set",
      "# CONFIG_PROVE_RCU is not set",
      "CONFIG_RCU_FANOUT=6",
      'CONFIG_CMDLINE="a"',
    ];
    const others = [
      "CONFIG_NR_CPUS=80",
      "CONFIG_PREEMPT=y",
      "CONFIG_PREEMPT_RCU=y",
      "CONFIG_PROVE_RCU=y",
      "CONFIG_PREEMPT=n",
      "CONFIG_SMP=m",
      "# CONFIG_SMP is not set",
    ];
    compare(`${right.join("\n")}\n`, `${fragment}\n`);
    let complaints = 0;
    for (const left of right) {
      const rest = right.filter((line) => line !== left);
      complaints += compare(`${rest.join("\n")}\n`, `${fragment}\n`).length;
      for (const other of others)
        complaints += compare(`${[...rest, other].join("\n")}\n`, `${fragment}\n`).length;
    }
    expect(complaints).toBeGreaterThan(20);
  });

  test("configcheck.sh on scenarios' fragments against other scenarios' configurations", async () => {
    const suite = await readSuite(rcutorture, "rcu");
    const some = [...suite.scenarios.values()].filter((_, index) => index % 5 === 0);
    const fragments = some.map((scenario) => mergeFragment(suite, scenario));
    for (const [index, fragment] of fragments.entries()) {
      const other = fragments[(index + 1) % fragments.length] ?? "";
      const config = other.replace(/^(CONFIG_\w+)=n$/gm, "# $1 is not set").replaceAll("#CHECK#", "");
      compare(config, fragment);
    }
  });
});
