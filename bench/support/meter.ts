/**
 * Measures a program and everything that it starts, also what outlives it: a tiny Perl process declares itself
 * the reaper of orphans (prctl PR_SET_CHILD_SUBREAPER), starts the program, and waits until no descendant is left.
 * The kernel adds up the CPU time of all that was waited for, exactly; nothing is sampled.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { arch } from "node:process";

/** Number of the system call prctl. */
const prctl: Readonly<Record<string, number>> = {
  x64: 157,
  arm64: 167,
  ppc64: 171,
  s390x: 172,
  riscv64: 167,
};

const program = `
use strict; use warnings; use Time::HiRes ();
my ($report, $prctl, @argv) = @ARGV;
syscall($prctl, 36, 1, 0, 0, 0) == 0 or die "cannot become the reaper of orphans: $!";
my $began = Time::HiRes::time();
my $main = fork() // die "fork: $!";
if ($main == 0) { exec { $argv[0] } @argv or exit 127 }
my ($wall, $status);
while ((my $pid = waitpid(-1, 0)) > 0) {
  next if $pid != $main;
  $wall = Time::HiRes::time() - $began;
  $status = $?;
}
my (undef, undef, $user, $system) = times();
open(my $file, ">", $report) or die "$report: $!";
printf $file "%.6f %.6f %d", $wall, $user + $system, $status;
`;

export interface Metered {
  /** Seconds from the start of the program to its end. */
  readonly wall: number;
  /** Seconds of CPU time, user and system, of the program and all its descendants. */
  readonly cpu: number;
  /** As wait(2) has it: the exit status times 256, or a signal's number. */
  readonly status: number;
  readonly output: string;
}

export interface MeterOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder for the report. */
  readonly scratch: string;
}

/** Runs a program to the end of its last descendant. */
export async function metered(argv: readonly string[], options: MeterOptions): Promise<Metered> {
  const number = prctl[arch];
  if (number === undefined) throw new Error(`The meter does not know prctl's number on ${arch}.`);
  const report = join(options.scratch, "meter");
  const child = spawn("perl", ["-e", program, report, String(number), ...argv], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const exit = await new Promise<number | null>((resolve, reject) => {
    child.on("error", (error) => reject(new Error(`the meter needs perl: ${error.message}`)));
    child.on("close", resolve);
  });
  if (exit !== 0) throw new Error(`the meter failed:\n${output}`);
  const [wall = 0, cpu = 0, status = 0] = readFileSync(report, "utf8").split(" ").map(Number);
  return { wall, cpu, status, output };
}
