/**
 * Consoles made to be slow: speed of the analysis, and what it leaves. `node bench/console.ts`
 */
import { ConsoleAnalyzer } from "../src/console/analyzer.ts";

/** Made to be slow: megabytes per second on one CPU, and memory. */
function hostile(name: string, unit: string, megabytes: number): void {
  const chunk = Buffer.from(unit.repeat(Math.ceil(262_144 / unit.length)), "latin1");
  const analyzer = new ConsoleAnalyzer({ suite: "rcu", plannedSeconds: 36_000 });
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

const scale = Number(process.env.BENCH_HOSTILE ?? 1);
hostile("one line", "a line without an end, rcu_ -torture WARNING ", 1000 * scale);
hostile("a million WARNINGs", Array.from({ length: 60 }, (_, i) => warning(i)).join(""), 500 * scale);
hostile("pattern bait", `${"BUG: INFO: task aaaa:1 ".repeat(50)}\n${"aaaa-".repeat(300)}!!!\n`, 100 * scale);
hostile("no text", `${"\u00ff\u00fe-torture !!! ver:".repeat(50)}\n\0\0\0`, 100 * scale);
