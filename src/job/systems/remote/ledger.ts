import type { Executor } from "../../../systems/command.ts";
import { removeSshFiles } from "../../../systems/ssh/connection/files.ts";
import type { Ui } from "../../../ui.ts";
import type { JobContext, SystemsLease } from "../../context.ts";
import { note } from "./journal.ts";
import { releaseTime } from "./releaseSystems.ts";
import { runSiteCommand } from "./siteCommand.ts";

/** Keeps what has to be given back when the job ends, where `post` and later jobs find it should the job die. */
export class Ledger {
  readonly #local: Executor;
  readonly #ui: Ui;
  readonly #remember: JobContext["rememberSystems"];
  #lease: SystemsLease;
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
    this.#lease = { ...this.#lease, releaseCommand };
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
    const { names, releaseCommand, ssh } = this.#lease;
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
    await this.#write(again ? { ...this.#lease, names: left, releaseCommand: undefined } : undefined);
    return problems;
  }

  async #write(lease: SystemsLease | undefined): Promise<void> {
    this.#remember?.(lease);
    // A home that cannot be written to: only `post` knows then.
    await note(this.#lease.journal, lease).catch(() => undefined);
  }
}
