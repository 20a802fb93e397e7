import type { JobContext } from "../../../context.ts";
import { InputError } from "../../../errors.ts";
import { fillWithCopies } from "../../../plan/copies.ts";
import type { Batch } from "../../../plan/guest.ts";
import { selectGuests } from "../../../plan/select.ts";
import { readQemuCmd } from "../../../rundir/open.ts";
import { checkCommands } from "../../../rundir/trust.ts";
import { expectedQemu } from "../../../systems/qemuProgram.ts";
import type { OldRun } from "./oldRun.ts";

/** Guests of an old run that are to run once more. */
export interface SelectedGuests {
  readonly batches: readonly Batch[];
  /** CPUs that the batches were packed for; 0: one guest after the other. */
  readonly cpus: number;
  /** Programs that they run with. */
  readonly qemus: readonly [string, ...string[]];
  /** Scenarios that failed in the old run; undefined when that was not asked. */
  readonly failed: ReadonlySet<string> | undefined;
}

export const scenariosOf = (batches: readonly Batch[]) =>
  new Set(batches.flatMap(({ guests }) => guests.map(({ scenario }) => scenario)));

export const namesOf = (batches: readonly Batch[]) =>
  batches.flatMap(({ guests }) => guests.map(({ name }) => name));

/**
 * Selects what `configs` names; with `until`, in as many copies as systems of these widths hold.
 * @throws InputError when that is nothing, or has commands that are not to be trusted
 */
export async function selectRerun(
  { inputs }: JobContext,
  { run, failed }: OldRun,
  cpus: number,
  widths: readonly number[] = [Math.max(1, cpus)],
): Promise<SelectedGuests> {
  const guests = run.batches.flatMap((batch) => batch.guests);
  let names: ReadonlySet<string> | undefined;
  const ask = async () => {
    names = await failed();
    return names;
  };
  const chosen = await selectGuests({ guests, words: inputs.configs, failed: ask, cpus });
  const inPlace = inputs.link === "inplace" || inputs.link === "inplace-force";
  const fill = inputs.until !== undefined && !inPlace;
  const batches = fill
    ? fillWithCopies(
        chosen.flatMap((batch) => batch.guests),
        widths,
        cpus,
      )
    : chosen;
  const scenarios = scenariosOf(batches);
  await checkCommands(run, [...scenarios, ...(inPlace ? namesOf(batches) : [])], inputs);
  const commands = await Promise.all([...scenarios].map((scenario) => readQemuCmd(run, scenario)));
  const programs = new Set(commands.map((cmd) => cmd?.argv[0] ?? expectedQemu(inputs.qemuCmd)));
  const [first, ...others] = programs;
  if (first === undefined) throw new InputError("configs: selects no guests of the old run.");
  const failures = guests.filter(({ name }) => names?.has(name)).map(({ scenario }) => scenario);
  return { batches, cpus, qemus: [first, ...others], failed: names && new Set(failures) };
}
