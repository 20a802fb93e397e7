import type { Command } from "../systems/command.ts";

/**
 * Runs the tree's scripts. On abort the runner must end the program and everything it started (`kvm.sh` starts
 * `make` several shells below itself), and then resolve; it resolves with the exit status, whatever it is.
 */
export interface BuildRunner {
  run(
    command: Command,
    listeners: { stdout(chunk: Buffer): void; stderr(chunk: Buffer): void },
    signal?: AbortSignal,
  ): Promise<number>;
}
