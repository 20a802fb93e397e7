import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { makeRunDirectory } from "../../test/support/rundir.ts";

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

/**
 * A run directory as kvm.sh leaves it, of eight guests that ran for ten hours without a failure.
 * @param megabytes of console log, each guest
 */
export async function makeLongRun(dir: string, megabytes: number): Promise<void> {
  const guests = scenarios.map((name) => [name, { append: "verbose=1" }]);
  makeRunDirectory(Object.fromEntries(guests), { path: dir, seconds });
  for (const name of scenarios) {
    const guest = join(dir, name);
    const out = createWriteStream(join(guest, "console.log"));
    let version = 0;
    for (let i = 1, written = 0; written < megabytes * 1e6; i++) {
      version += 1234;
      const text = interval(i, version);
      written += text.length;
      if (!out.write(text)) await new Promise((resolve) => out.once("drain", () => resolve(undefined)));
    }
    out.end("[999999.000000] rcu-torture:--- End of test: SUCCESS: nreaders=7\n");
    await finished(out);
  }
}
