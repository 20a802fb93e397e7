import type { JobContext, SystemsLease } from "../../../../context.ts";
import { messageOf } from "../../../../errors.ts";
import type { Executor } from "../../../../systems/command.ts";
import { removeSshFiles } from "../../../../systems/ssh/connection/files.ts";
import type { Ui } from "../../../../ui.ts";
import { note } from "./journal.ts";
import { releaseTime } from "./releaseSystems.ts";
import { runSiteCommand } from "./siteCommand.ts";

/** Keeps what has to be given back when the job ends, where `post` and later jobs find it should the job die. */
export class Ledger {
  readonly #local: Executor;
  readonly #ui: Ui;
  readonly #remember: JobContext["rememberSystems"];
  #lease: SystemsLease;
  #releaseCommand: string | undefined;
  #closed: Promise<readonly string[]> | undefined;

  private constructor({ executor, ui, rememberSystems }: JobContext, lease: SystemsLease) {
    this.#local = executor;
    this.#ui = ui;
    this.#remember = rememberSystems;
    this.#lease = lease;
  }

  static async open(context: JobContext, lease: SystemsLease): Promise<Ledger> {
    const ledger = new Ledger(context, lease);
    await ledger.#write(lease);
    return ledger;
  }

  /** From now on the systems have to be released. */
  async reserved(releaseCommand: string | undefined): Promise<void> {
    this.#lease = { ...this.#lease, release: releaseCommand !== undefined };
    this.#releaseCommand = releaseCommand;
    await this.#write(this.#lease);
  }

  /**
   * Releases the systems. Safe to repeat, never rejects.
   * @param left names of systems on which something of ours may be left
   * @returns what went wrong
   */
  close(left: readonly string[]): Promise<readonly string[]> {
    this.#closed ??= this.#close(left);
    return this.#closed;
  }

  async #close(left: readonly string[]): Promise<readonly string[]> {
    const { names, ssh } = this.#lease;
    const releaseCommand = this.#releaseCommand;
    this.#releaseCommand = undefined;
    const problems: string[] = [];
    if (releaseCommand !== undefined) {
      const problem = await runSiteCommand({
        input: "release-command",
        command: releaseCommand,
        names,
        local: this.#local,
        ui: this.#ui,
        timeout: releaseTime,
      });
      if (problem !== undefined) problems.push(problem);
    }
    // `post` tries once more where there is one; keys do not stay for longer than that.
    const again = left.length > 0 && this.#remember !== undefined;
    if (ssh && !again) await removeSshFiles(ssh);
    await this.#write(again ? { ...this.#lease, names: left, release: false } : undefined);
    return problems;
  }

  async #write(lease: SystemsLease | undefined): Promise<void> {
    this.#remember?.(lease);
    const noted = lease && { lease, releaseCommand: this.#releaseCommand };
    try {
      await note(this.#lease.journal, noted);
    } catch (error) {
      this.#ui.warning(`${messageOf(error)}: should this job be killed, no later one knows of its systems.`);
    }
  }
}
