import { messageOf } from "../errors.ts";

/** What an error that nobody foresaw is called, in one line that a bug report can be made of. */
export function describeUnforeseen(error: unknown): string {
  const frame = error instanceof Error ? /^\s+at (.+)$/m.exec(error.stack ?? "")?.[1] : undefined;
  return `Internal error, which says nothing about the kernel: ${messageOf(error)}${frame === undefined ? "" : ` (at ${frame})`}`;
}

/**
 * Errors that no code of ours expects (an exception in a callback, a promise that nobody waits for, an await that
 * never ends) end this process with `status`. Node would exit with 1 or 13, and a `git bisect run` would call the commit
 * bad. Guests and builds die with this process (their guards see to that).
 *
 * @param tell says the line; the process ends when it has
 * @returns to be called when the exit status is decided
 */
export function endUnforeseenWith(
  status: number,
  tell: (line: string) => void | Promise<void>,
): { done(): void } {
  let done = false;
  let ending = false;
  process.exitCode = status;
  const end = (error: unknown) => {
    if (ending) process.exit(status);
    ending = true;
    void Promise.resolve()
      .then(() => tell(describeUnforeseen(error)))
      .finally(() => process.exit(status));
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
  process.once("exit", () => {
    if (!done && !ending) void tell(describeUnforeseen(new Error("nothing is left to wait for")));
  });
  return {
    done() {
      done = true;
    },
  };
}
