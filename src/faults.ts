import { messageOf } from "./errors.ts";
import type { Ui } from "./ui.ts";

/**
 * Says what nobody foresaw through the door, and ends with this status. Node itself would print message and stack
 * as they are, and a message may quote a console: a runner obeys commands on standard error, too.
 */
export function tellFaults(ui: Pick<Ui, "info" | "error">, exitStatus: number): void {
  process.on("uncaughtException", (error: unknown) => {
    ui.error(`A fault of rcutorture-action: ${messageOf(error)}`);
    const stack = error instanceof Error ? (error.stack?.split("\n") ?? []) : [];
    for (const line of stack.filter((each) => /^\s+at /.test(each))) ui.info(line);
    process.exit(exitStatus);
  });
  // Node's own listener prints what the warning says.
  process.removeAllListeners("warning");
  process.on("warning", ({ name, message }) => ui.info(`Node: ${name}: ${message}`));
}
