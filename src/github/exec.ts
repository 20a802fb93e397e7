import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exec } from "@actions/exec";
import { buildEnvironment } from "../kernel/buildEnvironment.ts";
import { findProgram } from "../kernel/programs.ts";
import type { Command } from "../systems/command.ts";
import { killMarked, markVariable } from "../systems/marked.ts";
import { mortal } from "../systems/warden.ts";

/**
 * Runs a build, or another long local program, through @actions/exec, which can neither be aborted nor tells the child's process
 * id: the child is marked through its environment, and everything that carries the mark is killed on abort, and when
 * this process dies. It has a session of its own: Ctrl-C on a terminal is ours to decide on, not make's.
 * Temporary files of the program go to a folder of its own that is removed afterwards, whatever happens.
 *
 * @returns its exit status; 137 when it was aborted.
 */
export async function runProgram(
  command: Command,
  listeners: { stdout(chunk: Buffer): void; stderr(chunk: Buffer): void },
  signal?: AbortSignal,
): Promise<number> {
  if (signal?.aborted) return 137;
  const temporary = await mkdtemp(join(tmpdir(), "rcutorture-action-"));
  const { mark, over } = mortal({ folder: temporary });
  const session = await findProgram("setsid", process.env.PATH ?? "");
  let killed: Promise<void> | undefined;
  const kill = () => {
    killed = killMarked(mark);
  };
  signal?.addEventListener("abort", kill, { once: true });
  try {
    const [program, ...args] = session === undefined ? command.argv : [session, ...command.argv];
    const status = await exec(`"${program}"`, args, {
      ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
      env: { ...buildEnvironment(process.env), TMPDIR: temporary, ...command.env, [markVariable]: mark },
      silent: true,
      ignoreReturnCode: true,
      listeners,
    });
    return signal?.aborted ? 137 : status;
  } finally {
    signal?.removeEventListener("abort", kill);
    await killed;
    await rm(temporary, { recursive: true, force: true });
    over();
  }
}
