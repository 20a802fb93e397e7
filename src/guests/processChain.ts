import type { Executor } from "../systems/command.ts";

/** util-linux programs that a guest's command is wrapped in, where this system has them. */
export interface ChainTools {
  /** `setpriv --pdeathsig`: the kernel kills a process whose parent dies. */
  readonly setpriv: boolean;
  readonly taskset: boolean;
}

/** Says which of them work, in one process for both questions. */
const probe = `
setpriv --pdeathsig KILL true && echo setpriv
taskset --version >/dev/null && echo taskset
exit 0`;

/** Asks the programs themselves: busybox has a setpriv that knows no `--pdeathsig`. */
export async function probeChainTools(executor: Executor): Promise<ChainTools> {
  const { stdout } = await executor.run({ argv: ["sh", "-c", probe], timeout: 5000 });
  const working = stdout.split("\n");
  return { setpriv: working.includes("setpriv"), taskset: working.includes("taskset") };
}

/**
 * A parent that dies between fork and setpriv's prctl would never be noticed. So whoever comes next compares
 * the parent with the one that it was started by. A fixed program; all that varies comes as arguments.
 */
const parentCheck = 'test "$PPID" = "$0" && exec "$@"';

/**
 * Wraps a command so that its process dies with its parent and runs on the given CPUs. Every link replaces
 * itself with the next one (exec), so that there is one process, no wrapper to be killed alone, and the pid of
 * the child is the pid of the command. The kernel keeps the parent-death signal across exec.
 *
 * @param parent pid of the process that spawns it
 */
export function chainArgv(
  argv: readonly [string, ...string[]],
  tools: ChainTools,
  parent: number,
  affinity: string | undefined,
): [string, ...string[]] {
  const pinned: [string, ...string[]] =
    tools.taskset && affinity !== undefined ? ["taskset", "-c", affinity, ...argv] : [...argv];
  if (!tools.setpriv) return pinned;
  return ["setpriv", "--pdeathsig", "KILL", "sh", "-c", parentCheck, String(parent), ...pinned];
}
