import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { InputError, messageOf } from "../../errors.ts";
import { writeAtomically } from "../../storage/atomicFile.ts";
import { diskTrouble } from "../../systems/disk.ts";
import { quoteWord } from "../../systems/quote.ts";
import { printable } from "../../text/door.ts";
import type { Ui } from "../../ui.ts";

/** Writes reports into a folder, clean of control characters. One that cannot be written costs a line, never the verdict. */
export class ReportFiles {
  readonly folder: string;
  readonly #unwritten: string[] = [];
  #reason: string | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** @returns its path; undefined: it could not be written. */
  async write(name: string, text: () => string): Promise<string | undefined> {
    const path = join(this.folder, name);
    try {
      await writeAtomically(path, printable(text()));
      return path;
    } catch (error) {
      this.#unwritten.push(name);
      this.#reason ??= (await diskTrouble(error, path)) ?? messageOf(error);
      return undefined;
    }
  }

  /** Says what was not written, why, and what to do. */
  tell(ui: Pick<Ui, "warning">, rundir: string): void {
    if (this.#unwritten.length === 0) return;
    ui.warning(
      `${this.folder}: ${this.#unwritten.join(", ")} not written. ${this.#reason?.replace(/\.$/, "")}. ` +
        `To have them elsewhere: rcutorture-action report --rundir ${quoteWord(rundir)} --out DIR`,
    );
  }
}

/**
 * The folder that reports go to: that of the input, made when it is not there, or the run directory.
 * @throws InputError when it cannot be made
 */
export async function reportFolder(out: string | undefined, rundir: string): Promise<string> {
  if (out === undefined) return rundir;
  await mkdir(out, { recursive: true }).catch((error: unknown) => {
    throw new InputError(
      `out: "${out}" cannot be made (${messageOf(error)}); give a folder that you may write to.`,
    );
  });
  return out;
}
