import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { leaveExtracts } from "../../src/stages/enrich/extracts.ts";
import { printable } from "../../src/text/door.ts";
import { parityTrees } from "../support/kernelTree.ts";
import { makeRunDirectory } from "../support/rundir.ts";

const trees = await parityTrees();
const scratch = mkdtempSync(join(tmpdir(), "parity-kcsan-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const rule = "---------------------------------";
const races = [
  "data-race in rcu_torture_reader / rcu_torture_writer",
  "data-race in _find_next_bit / rcu_report_qs_rnp",
  "assert: race in rcu_nocb_bypass_unlock",
  "data-race in dyntick_save_progress_counter / rcu_dynticks_eqs_enter+0x12/0x34",
];

const names = ["TREE03", "TREE03.2", "TREE05", "SRCU-N"];

/** A run directory with KCSAN reports in three of its four consoles, and ftrace dumps in two. */
function makeRun(): string {
  const run = mkdtempSync(join(scratch, "run-"));
  const consoles = names.map((name, at) => {
    const reports = races
      .flatMap((race, which) =>
        Array.from({ length: at === 3 ? 0 : (at + 1) * (which % 3) }, (_, i) => [
          `[  ${at}${which}.${String(i).padStart(6, "0")}] ${rule}=`,
          `[ ${i}12.345678] BUG: KCSAN: ${race}${i % 2 ? "" : "\r"}`,
          `(initramfs) [   12.3] BUG: KCSAN: ${race}`,
          `kernel \xc3\xa9 \xff BUG: KCSAN: ${race}`,
        ]),
      )
      .flat();
    const dump = (lines: number) => [
      "[   31.000000] Dumping ftrace buffer:",
      `[   31.000001] ${rule}`,
      ...Array.from({ length: lines }, (_, i) => `[   31.1] rcu_tort-${i} 0dNs.1 3us : rcu_utilization\r`),
      `[   31.000002] ${rule}`,
      "[   31.000003] behind the dump",
    ];
    const dumps = at === 1 || at === 3 ? [...dump(3), ...dump(0), ...dump(20_000 * (at - 1))] : [];
    const text = ["[    0.000000] Linux version 6.12.0", ...reports, ...dumps, "End.", ""].join("\n");
    return [name, { console: text }];
  });
  return makeRunDirectory(Object.fromEntries(consoles), { path: run });
}

const guests = names.map((name) => ({ console: join(name, "console.log") }));

const script = (rcutorture: string, file: string, args: string[], variables: Record<string, string>) =>
  spawnSync("bash", [join(rcutorture, "bin", file), ...args], {
    env: {
      ...process.env,
      PATH: `${join(rcutorture, "bin")}:${process.env.PATH}`,
      LC_ALL: "C",
      ...variables,
    },
    timeout: 60_000,
  });

test.each(trees)("$name: kcsan.sum is kcsan-collapse.sh's", async ({ rcutorture }) => {
  const run = makeRun();
  script(rcutorture, "kcsan-collapse.sh", [run], { TORTURE_KCONFIG_KCSAN_ARG: "CONFIG_KCSAN=y" });
  const theirs = readFileSync(join(run, "kcsan.sum"), "utf8");
  expect(theirs.split("\n").length).toBeGreaterThan(5);
  rmSync(join(run, "kcsan.sum"));
  await leaveExtracts(run, guests);
  // But for what a terminal would obey: the script passes it on.
  expect(theirs).toContain("\r");
  expect(readFileSync(join(run, "kcsan.sum"), "utf8")).toBe(printable(theirs));
});

test("races are counted together whatever thread or CPU reported them, and no report leaves no file", async () => {
  const run = mkdtempSync(join(scratch, "run-"));
  const write = (lines: readonly string[]) => writeFileSync(join(run, "console.log"), lines.join("\n"));
  const sum = join(run, "kcsan.sum");
  write(["[    1.0] BUG: KCSAN"]);
  await leaveExtracts(run, [{ console: "console.log" }]);
  expect(existsSync(sum)).toBe(false);
  write(["[    1.0][  T12] BUG: KCSAN: a / b", "[    2.0][    C1] BUG: KCSAN: a / b", "BUG: KCSAN: a / b"]);
  await leaveExtracts(run, [{ console: "console.log" }, {}, { console: "console.log" }]);
  expect(readFileSync(sum, "latin1")).toBe("      3 BUG: KCSAN: a / b\n");
});

// Older trees cut out no ftrace dumps.
const cutting = trees.filter(({ rcutorture }) =>
  readFileSync(join(rcutorture, "bin/parse-console.sh"), "utf8").includes("ftrace"),
);

test("console.log.ftrace is parse-console.sh's", async () => {
  expect(cutting).not.toHaveLength(0);
  for (const { rcutorture } of cutting) {
    const run = makeRun();
    const ftrace = (guest: string) => {
      const path = join(run, guest, "console.log.ftrace");
      return existsSync(path) ? printable(readFileSync(path, "utf8")) : undefined;
    };
    const theirs = names.map((guest) => {
      const args = [join(run, guest, "console.log"), guest];
      script(rcutorture, "parse-console.sh", args, { TORTURE_SUITE: "rcu" });
      return ftrace(guest);
    });
    expect(theirs.map((text) => text !== undefined)).toEqual([false, true, false, true]);
    for (const guest of names) rmSync(join(run, guest, "console.log.ftrace"), { force: true });
    await leaveExtracts(run, guests);
    expect(names.map(ftrace)).toEqual(theirs);
    expect(readFileSync(join(run, names[1] ?? "", "console.log.ftrace"), "utf8")).not.toContain("\r");
    // A console without dumps any more keeps no old ones.
    writeFileSync(join(run, "TREE03.2/console.log"), "nothing\n");
    await leaveExtracts(run, guests);
    expect(ftrace("TREE03.2")).toBeUndefined();
  }
});
