/**
 * Console analysis beside the tree's `kvm-recheck.sh`, in one run on one machine: eight scenarios with 25 MB
 * of console log each, then consoles made to be slow. `node bench/console.ts`; a kernel tree as for the tests.
 */
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { ConsoleAnalyzer } from "../src/console/analyzer.ts";
import { kernelTrees } from "../test/support/kernelTree.ts";

const seconds = 36_000;
const scenarios = ["TREE01", "TREE02", "TREE03", "TREE04", "TREE05", "TREE07", "SRCU-P", "TASKS01"];

/** One statistics interval of a long rcutorture run with `verbose=1` and CPU hotplug. */
function interval(i: number, version: number): string {
  const s = (offset: number): string => `[${(i * 15 + offset).toFixed(6).padStart(12)}] rcu-torture: `;
  return [
    `${s(0.1)}rtc: 00000000e4e5451c ver: ${version} tfle: 0 rta: ${version} rtaf: 0 rtf: ${version - 9} rtmbe: 0 rtmbkf: 0/${version} rtbe: 0 rtbke: 0 rtbf: 0 rtb: 0 nt: ${i * 90} onoff: ${i}/${i}:${i}/${i} 3,40:2,30 ${i}:${i} (HZ=1000) barrier: ${i}/${i}:0 read-exits: ${i * 32} nocb-toggles: 0:0`,
    `${s(0.2)}Reader Pipe:  ${version * 70} ${i * 9} 0 0 0 0 0 0 0 0 0`,
    `${s(0.3)}Reader Batch:  ${version * 70} ${i * 9} 0 0 0 0 0 0 0 0 0`,
    `${s(0.4)}Free-Block Circulation:  ${version} ${version} ${version} ${version} ${version} ${version} ${version} ${version} ${version} ${version} 0`,
    `${s(1.1)}rcu_torture_read_exit: Start of episode`,
    `${s(1.3)}rcu_torture_read_exit: End of episode`,
    ...[2, 4, 6, 8].flatMap((at) => [
      `${s(at)}torture_onoff task: offlining ${at}`,
      `[${(i * 15 + at).toFixed(6).padStart(12)}] smpboot: CPU ${at} is now offline`,
      `${s(at + 0.2)}torture_onoff task: offlined ${at}`,
      `${s(at + 1)}torture_onoff task: onlining ${at}`,
      `[${(i * 15 + at + 1).toFixed(6).padStart(12)}] smpboot: Booting Node 0 Processor ${at} APIC 0x${at}`,
      `${s(at + 1.2)}torture_onoff task: onlined ${at}`,
    ]),
    "",
  ].join("\n");
}

async function makeRun(dir: string, megabytes: number): Promise<string[]> {
  writeFileSync(join(dir, "torture_suite"), "rcu\n");
  writeFileSync(join(dir, "log"), "bench\n");
  const paths: string[] = [];
  for (const name of scenarios) {
    const guest = join(dir, name);
    mkdirSync(guest);
    for (const file of ["Make.defconfig.out", "ConfigFragment", "ConfigFragment.input", ".config", "vmlinux"])
      writeFileSync(join(guest, file), "");
    writeFileSync(join(guest, "Make.out"), "  CC      kernel/rcu/tree.o\n");
    writeFileSync(
      join(guest, "qemu-cmd"),
      `qemu-system-x86_64 -append "console=ttyS0 rcutorture.shutdown_secs=${seconds} verbose=1"\n`,
    );
    const path = join(guest, "console.log");
    const out = createWriteStream(path);
    let version = 0;
    for (let i = 1, written = 0; written < megabytes * 1e6; i++) {
      version += 1234;
      const text = interval(i, version);
      written += text.length;
      if (!out.write(text)) await new Promise((resolve) => out.once("drain", () => resolve(undefined)));
    }
    out.end("[999999.000000] rcu-torture:--- End of test: SUCCESS: nreaders=7\n");
    await finished(out);
    paths.push(path);
  }
  return paths;
}

/** Seconds of wall clock, and the resident memory at the end, with two workers as on a two-CPU runner. */
async function ours(
  paths: readonly string[],
  program: string,
): Promise<{ seconds: number; rss: number; failed: string[] }> {
  const start = performance.now();
  const share = [paths.filter((_, i) => i % 2 === 0), paths.filter((_, i) => i % 2 === 1)];
  const answers = await Promise.all(
    share.map(
      (mine) =>
        new Promise<{ failed: string[]; rss: number }>((resolve, reject) => {
          const workerData = { paths: mine, suite: "rcu", seconds };
          const worker = new Worker(program, { workerData });
          worker.once("message", resolve);
          worker.once("error", reject);
        }),
    ),
  );
  return {
    seconds: (performance.now() - start) / 1000,
    rss: Math.max(...answers.map((answer) => answer.rss)),
    failed: answers.flatMap((answer) => answer.failed),
  };
}

/** The last line of bash's `times`: user and system time of children, `0m1.234s 0m0.456s`. */
function cpuSeconds(times: string): number {
  const [, children = ""] = times.trim().split("\n").slice(-2);
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, m, s]) => sum + Number(m) * 60 + Number(s),
    0,
  );
}

/** Made to be slow: megabytes per second on one CPU, and memory. */
function hostile(name: string, unit: string, megabytes: number): void {
  const chunk = Buffer.from(unit.repeat(Math.ceil(262_144 / unit.length)), "latin1");
  const analyzer = new ConsoleAnalyzer({ suite: "rcu", plannedSeconds: seconds });
  const before = process.cpuUsage();
  let bytes = 0;
  for (; bytes < megabytes * 1e6; bytes += chunk.length) analyzer.write(chunk);
  const analysis = analyzer.end();
  const used = process.cpuUsage(before);
  const speed = bytes / (used.user + used.system);
  const size = JSON.stringify(analysis).length;
  const rss = process.memoryUsage.rss() / 1e6;
  console.log(
    `${name}: ${megabytes} MB, ${speed.toFixed(0)} MB/s of CPU time, ${analysis.findings.length} findings, ${(size / 1e3).toFixed(0)} kB of results, ${rss.toFixed(0)} MB resident`,
  );
}

const warning = (i: number): string =>
  [
    "------------[ cut here ]------------",
    `WARNING: CPU: ${i % 8} PID: ${i} at kernel/rcu/tree.c:${i} function_${i % 5}+0x12/0x34`,
    `CPU: ${i % 8} UID: 0 PID: ${i} Comm: rcu_torture_wri Not tainted 6.12.0 #1`,
    "RIP: 0010:function+0x12/0x34",
    "Call Trace:",
    ...Array.from({ length: 8 }, (_, k) => ` frame_${k}+0x1/0x20`),
    "---[ end trace 0000000000000000 ]---",
  ]
    .map((line, k) => `[${i}.${String(k).padStart(6, "0")}][T${i % 3}] ${line}\n`)
    .join("");

const [tree] = (await kernelTrees()).slice(-1);
if (tree === undefined) throw new Error("no kernel tree");
const dir = mkdtempSync(join(tmpdir(), "bench-console-"));
try {
  const paths = await makeRun(dir, Number(process.env.BENCH_MEGABYTES ?? 25));
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  const env = { ...process.env, PATH: `${join(tree.rcutorture, "bin")}:${process.env.PATH}` };
  const start = performance.now();
  const recheck = [join(tree.rcutorture, "bin/kvm-recheck.sh"), dir];
  const theirOutput = spawnSync("bash", ["-c", '"$0" "$1" > /dev/null 2>&1; times', ...recheck], {
    cwd: tree.path,
    env,
    encoding: "utf8",
  });
  const theirs = (performance.now() - start) / 1000;
  // Bundled, as dist/ is: compiling TypeScript is no part of the work.
  const program = join(dir, "worker.mjs");
  const entryPoints = [join(import.meta.dirname, "consoleWorker.ts")];
  await build({
    entryPoints,
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: program,
    logLevel: "error",
  });
  const before = process.cpuUsage();
  const mine = await ours(paths, program);
  const cpu = process.cpuUsage(before);
  console.log(
    `${paths.length} consoles, ${(bytes / 1e6).toFixed(0)} MB: kvm-recheck.sh ${theirs.toFixed(1)} s, ours ${mine.seconds.toFixed(2)} s, ` +
      `${(theirs / mine.seconds).toFixed(1)} times faster, ${(mine.rss / 1e6).toFixed(0)} MB resident, ${mine.failed.length} failed`,
  );
  const [theirCpu, ourCpu] = [cpuSeconds(theirOutput.stdout), (cpu.user + cpu.system) / 1e6];
  console.log(
    `CPU time, which other work on this machine distorts less: ${theirCpu.toFixed(1)} s, ours ${ourCpu.toFixed(2)} s, ${(theirCpu / ourCpu).toFixed(1)} times less`,
  );
} finally {
  rmSync(dir, { recursive: true, force: true });
}
const scale = Number(process.env.BENCH_HOSTILE ?? 1);
hostile("one line", "a line without an end, rcu_ -torture WARNING ", 1000 * scale);
hostile("a million WARNINGs", Array.from({ length: 60 }, (_, i) => warning(i)).join(""), 500 * scale);
hostile("pattern bait", `${"BUG: INFO: task aaaa:1 ".repeat(50)}\n${"aaaa-".repeat(300)}!!!\n`, 100 * scale);
hostile("no text", `${"\u00ff\u00fe-torture !!! ver:".repeat(50)}\n\0\0\0`, 100 * scale);
