import { messageOf } from "./errors.ts";
import type { Ui } from "./ui.ts";

/**
 * Faults of ours that nobody foresaw (an exception in a callback, a promise that nobody waits for, an await that never
 * ends) are said through the door, and end this process with `exitStatus`. Node itself would print message and stack as
 * they are, and a message may quote a console: a runner obeys commands on standard error, too. And it would exit with 1 or
 * 13, so that a `git bisect run` would call the commit bad. Guests and builds die with this process.
 *
 * @param tell says the message, and whatever else is to be done about it
 * @returns to be called when the exit status is decided
 */
export function tellFaults(
  ui: Pick<Ui, "info" | "error">,
  exitStatus: number,
  tell: (message: string) => void | Promise<void> = (message) => ui.error(message),
): { decided(): void } {
  let over = false;
  // What an await that never ends leaves behind.
  process.exitCode = exitStatus;
  const fault = (error: unknown): Promise<void> => {
    const stack = error instanceof Error ? (error.stack?.split("\n") ?? []) : [];
    for (const line of stack.filter((each) => /^\s+at /.test(each))) ui.info(line);
    return Promise.resolve(
      tell(`A fault of rcutorture-action, which says nothing about the kernel: ${messageOf(error)}`),
    );
  };
  process.on("uncaughtException", (error: unknown) => {
    if (over) process.exit(exitStatus);
    over = true;
    void fault(error).finally(() => process.exit(exitStatus));
  });
  process.once("exit", () => {
    if (!over) void fault("nothing was left to wait for.");
  });
  // Node's own listener prints what the warning says.
  process.removeAllListeners("warning");
  process.on("warning", ({ name, message }) => ui.info(`Node: ${name}: ${message}`));
  return {
    decided() {
      over = true;
    },
  };
}
