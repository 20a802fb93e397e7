/**
 * Consoles made to be slow: speed of the analysis, and what it leaves. `node bench/console.ts`, or with the beginning of
 * a name: that one alone. BENCH_HOSTILE scales the sizes.
 */
import { ConsoleAnalyzer } from "../src/console/analyzer.ts";
import { type HostileUnit, hostileText, hostileUnits } from "./support/hostile.ts";

/** Megabytes per second on one CPU, and memory. */
function hostile(name: HostileUnit, megabytes: number): void {
  const analyzer = new ConsoleAnalyzer({ suite: "rcu", plannedSeconds: 36_000 });
  const used = { user: 0, system: 0 };
  let bytes = 0;
  for (const block of hostileText(name, megabytes)) {
    const before = process.cpuUsage();
    analyzer.write(block);
    const { user, system } = process.cpuUsage(before);
    used.user += user;
    used.system += system;
    bytes += block.length;
  }
  const analysis = analyzer.end();
  const speed = bytes / (used.user + used.system);
  const size = JSON.stringify(analysis).length;
  const rss = process.memoryUsage.rss() / 1e6;
  console.log(
    `${name}: ${megabytes} MB, ${speed.toFixed(1)} MB/s of CPU time, ${analysis.findings.length} findings, ${(size / 1e3).toFixed(0)} kB of results, ${rss.toFixed(0)} MB resident`,
  );
}

const scale = Number(process.env.BENCH_HOSTILE ?? 1);
const sizes: Readonly<Record<HostileUnit, number>> = {
  "one line": 1000,
  "a million WARNINGs": 500,
  "pattern bait": 100,
  "no text": 100,
  "WARNINGs that never repeat": 70,
  "races that never repeat": 70,
  "bait that never repeats": 70,
};
const wanted = process.argv[2] ?? "";
for (const name of Object.keys(hostileUnits) as HostileUnit[])
  if (name.startsWith(wanted)) hostile(name, sizes[name] * scale);
