/**
 * Lines of the guest's `Warnings` file, in the form that kvm-test-1-run-qemu.sh gives them, because people and
 * `kvm-recheck.sh` know them so. Seconds are whole ones, as there.
 */

/** A moment as `date` prints it in the C locale: `Sun Nov 22 22:45:18 UTC 2026`. */
export function dateLine(moment: Date): string {
  const [weekday, day, month, year, time] = moment.toUTCString().replace(",", "").split(" ");
  return `${weekday} ${month} ${day?.replace(/^0/, " ")} ${time} UTC ${year}`;
}

/** Killed at the deadline. */
export function hungLine(pid: number | undefined, elapsed: number, seconds: number, at: Date): string {
  return `!!! PID ${pid ?? "unknown"} hung at ${Math.floor(elapsed)} vs. ${seconds} seconds ${dateLine(at)}`;
}

/** Ended by itself before its time. */
export function earlyLine(elapsed: number, seconds: number): string {
  return `Completed in ${Math.floor(elapsed)} vs. ${seconds}`;
}

/** Killed because someone put a `STOP.1` file into the run directory, or because the job stopped it. */
export function stoppedLine(pid: number | undefined, why: string, at: Date): string {
  return `PID ${pid ?? "unknown"} killed: ${why} ${dateLine(at)}`;
}
