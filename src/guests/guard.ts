import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { plainEnvironment } from "../systems/environment.ts";
import { guestMarkVariable } from "../systems/marked.ts";

/**
 * Reads `add GROUP` and `del GROUP` lines, and kills the process groups that are left when its input ends, as
 * it does when the process at the other end has died of whatever. Then come processes that carry the guests' mark, and
 * have left their groups. Deaf to the signals that a terminal or a
 * runner sends to everyone, so that it outlives what it watches.
 */
const program = `
trap '' HUP INT TERM QUIT
groups=' '
while read -r what group; do
  case $what in
    add) groups="$groups$group " ;;
    del) case $groups in *" $group "*) groups="\${groups%% "$group" *} \${groups#* "$group" }" ;; esac ;;
  esac
done
for group in $groups; do kill -s KILL -- "-$group"; done
round=0
while test "$round" -lt 50; do
  round=$((round + 1)) found=
  for file in $(grep -lF "${guestMarkVariable}=$0/" /proc/[0-9]*/environ); do
    pid=\${file#/proc/}
    kill -s KILL "\${pid%/environ}" && found=yes
  done
  test -n "$found" || exit
  sleep 0.1
done
`;

/** Restarts in a row after which a guard that cannot stay alive is given up. */
const maxRestarts = 20;

/**
 * The second lifeline of guests beside the parent-death signal: a tiny process that kills them when we are
 * gone. It covers what the signal does not reach: children of a qemu wrapper, and systems without setpriv.
 * When it is killed itself, another one takes over.
 */
export class Guard {
  /** What the mark of every guest begins with, before a slash. */
  readonly mark = randomBytes(8).toString("hex");
  readonly #groups = new Set<number>();
  #child: ChildProcess | undefined;
  #restarts = 0;
  #closed = false;

  /** From now on the group dies with us. */
  add(group: number): void {
    this.#groups.add(group);
    if (this.#child) this.#tell(`add ${group}\n`);
    else this.#start();
  }

  /** The group is gone; its number may soon be someone else's. */
  delete(group: number): void {
    if (this.#groups.delete(group)) this.#tell(`del ${group}\n`);
  }

  /** Pid of the process that watches; undefined while there is nothing to watch. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Ends it. Groups that were not deleted are killed. */
  close(): void {
    this.#closed = true;
    this.#child?.stdin?.end();
  }

  #tell(line: string): void {
    this.#child?.stdin?.write(line);
  }

  #start(): void {
    const child = spawn("sh", ["-c", program, this.mark], {
      stdio: ["pipe", "ignore", "ignore"],
      env: plainEnvironment(process.env),
      detached: true,
    });
    this.#child = child;
    child.on("error", () => {});
    child.stdin?.on("error", () => {});
    child.once("exit", () => this.#replace(child));
    // Neither the guard nor the pipe to it is a reason to stay alive.
    child.unref();
    (child.stdin as { unref?: () => void } | null)?.unref?.();
    for (const group of this.#groups) this.#tell(`add ${group}\n`);
  }

  #replace(child: ChildProcess): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    if (this.#closed || this.#groups.size === 0 || this.#restarts >= maxRestarts) return;
    this.#restarts++;
    this.#start();
  }
}
