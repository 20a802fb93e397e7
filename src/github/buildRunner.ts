import type { BuildRunner } from "../kernel/buildRunner.ts";

/** Builds run through @actions/exec, which is loaded only when something is built. */
export const lazyBuildRunner: BuildRunner = {
  async run(command, listeners, signal) {
    const { runProgram } = await import("./exec.ts");
    return runProgram(command, listeners, signal);
  },
};
