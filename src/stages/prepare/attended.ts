import { isatty } from "node:tty";
import type { JobContext } from "../../context.ts";
import { InputError } from "../../errors.ts";
import type { Batch } from "../../plan/guest.ts";

/**
 * `gdb` and `interactive` need a person, at a terminal, with one guest.
 * @param batches guests that are to run
 * @throws InputError where that is not so: before anything is built or started
 */
export function checkAttended(
  { inputs, environment }: Pick<JobContext, "inputs" | "environment">,
  batches: readonly Batch[],
): void {
  const name = inputs.interactive ? "interactive" : inputs.gdb ? "gdb" : undefined;
  if (name === undefined) return;
  const guests = batches.flatMap((batch) => batch.guests.map((guest) => guest.name));
  if (environment.variables.GITHUB_ACTIONS === "true") {
    const why =
      name === "gdb"
        ? "the guest would wait for a gdb that nobody starts"
        : "there is no terminal for its console";
    throw new InputError(`${name}: not in a workflow: ${why}; use the command line on your machine.`);
  }
  if (guests.length > 1) {
    const some = guests.slice(0, 4).join(" ");
    throw new InputError(
      `${name}: for one guest at a time, and there are ${guests.length} (${some}${guests.length > 4 ? " ..." : ""}); name one with configs.`,
    );
  }
  if (inputs.interactive && !(isatty(0) && isatty(1)))
    throw new InputError("interactive: standard input and output must be a terminal.");
}
