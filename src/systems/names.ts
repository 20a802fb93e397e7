import { InputError } from "../errors.ts";

/** The name that stands for this machine, which no ssh is needed to reach. */
export const localhost = "localhost";

/**
 * Takes the input `systems` apart: names with white space or commas between them.
 * @throws InputError for a list without names, and for one that names a system twice
 */
export function parseSystems(text: string): string[] {
  const names = text.split(/[\s,]+/).filter(Boolean);
  if (names.length === 0) {
    throw new InputError(
      `systems: no system is named; give names that ssh understands, and ${localhost} for this machine`,
    );
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new InputError(`systems: ${twice} is named twice; name each system once`);
  return names;
}
