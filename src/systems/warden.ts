import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { plainEnvironment } from "./environment.ts";
import { markVariable } from "./marked.ts";

/** What marks every process that belongs to this one; marks of single programs begin with it. */
const ownMark = randomUUID();

/**
 * Shell function that kills all processes with the mark in their environment (`$1`), until two looks in a row found
 * none: who is killed cannot fork any more, and who was forked behind our back is found by the next look.
 */
export const sweepFunction = `sweep() {
  rounds=0 clear=0
  while test $clear -lt 2 && test $rounds -lt 500; do
    rounds=$((rounds+1)) clear=$((clear+1))
    for file in $(grep -l -s -a -e "$1" /proc/[0-9]*/environ 2>/dev/null); do
      pid=\${file#/proc/} pid=\${pid%/environ}
      test "$pid" = $$ || { kill -s KILL "$pid" 2>/dev/null && clear=0; }
    done
  done
}`;

/**
 * Waits until its input ends, as it does when the process at the other end has died of whatever; then it sweeps, and
 * removes the folders that the lines of its input name. Deaf to the signals that a terminal or a runner sends to
 * everyone, so that it outlives what it watches.
 */
const program = `trap '' HUP INT TERM QUIT PIPE
${sweepFunction}
while read -r line; do
  test "$line" = dismissed && exit 0
  set -- "$@" "$line"
done
sweep "$1"
shift
test $# = 0 || rm -rf -- "$@"`;

/** What a shell that sweeps looks for. */
export const ownPattern = `${markVariable}=${ownMark}`;

/** Restarts after which a warden that cannot stay alive is given up. */
const maxRestarts = 20;

let warden: ChildProcess | undefined;
let restarts = 0;
let programs = 0;
const living = new Set<string>();
const folders = new Set<string>();

/** A program that must not outlive this process. */
export interface Mortal {
  /** For its environment, as `markVariable`. */
  readonly mark: string;
  /** It has ended. */
  over(): void;
}

export interface MortalOptions {
  /** A temporary folder that goes with it. */
  readonly folder?: string;
  /** Milliseconds after which it is worth the process that watches; what is over by then ends by itself anyway. */
  readonly delay?: number;
}

/**
 * Registers a program that must not outlive this process, whatever it starts and however deep: builds (`kvm.sh` starts
 * make several shells below itself), scripts of a site. The first one starts the warden, a tiny process that ends them
 * when we are gone, also by SIGKILL.
 */
export function mortal({ folder, delay = 0 }: MortalOptions = {}): Mortal {
  programs++;
  const mark = `${ownMark}.${programs}`;
  living.add(mark);
  if (folder !== undefined) folders.add(folder);
  const start = () => {
    startWarden();
    if (folder !== undefined) warden?.stdin?.write(`${folder}\n`);
  };
  const timer = delay > 0 ? setTimeout(start, delay).unref() : undefined;
  if (timer === undefined) start();
  return {
    mark,
    over() {
      clearTimeout(timer);
      living.delete(mark);
      if (folder !== undefined) folders.delete(folder);
    },
  };
}

function startWarden(): void {
  if (warden !== undefined) return;
  const child = spawn("sh", ["-c", program, "rcutorture-action-warden", ownPattern], {
    stdio: ["pipe", "ignore", "ignore"],
    env: plainEnvironment(process.env),
    detached: true,
  });
  warden = child;
  child.on("error", () => {});
  child.stdin?.on("error", () => {});
  child.once("exit", () => {
    warden = undefined;
    // Somebody killed it.
    if (restarts++ < maxRestarts) startWarden();
  });
  // Neither the warden nor the pipe to it is a reason to stay alive.
  child.unref();
  (child.stdin as { unref?: () => void } | null)?.unref?.();
  for (const folder of folders) child.stdin?.write(`${folder}\n`);
  process.once("exit", dismiss);
}

/** Nothing is left to be ended: what a site's script has put into a session of its own is meant to stay. */
function dismiss(): void {
  if (living.size === 0) warden?.stdin?.write("dismissed\n");
}
