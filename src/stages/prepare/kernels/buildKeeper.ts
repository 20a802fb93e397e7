import { access } from "node:fs/promises";
import { join } from "node:path";
import type { JobContext } from "../../../context.ts";
import { messageOf } from "../../../errors.ts";
import type { GitFacts } from "../../../kernel/git.ts";
import type { KernelTree } from "../../../kernel/tree.ts";
import { guestFiles } from "../../../rundir/names.ts";
import type { Store } from "../../../storage/store.ts";
import { keepScripts } from "./scripts.ts";
import { type Keyed, keepBuild, workflowRunOf } from "./store.ts";

/** Where builds come from. */
export interface BuildPlace {
  /** Absolute path of the run directory. */
  readonly rundir: string;
  readonly tree: KernelTree;
  readonly git: GitFacts;
}

/**
 * Keeps builds while others are still being built. `kvm.sh` completes a scenario's folder (its `qemu-cmd`) only when
 * all scenarios of its batch are built, so each is kept at the next occasion at which it is complete. What cannot be
 * kept costs a line, never the job.
 */
export class BuildKeeper {
  readonly #context: Pick<JobContext, "ui" | "environment">;
  readonly #store: Store;
  readonly #place: BuildPlace;
  readonly #waiting = new Map<string, Keyed>();
  #keeping: Promise<void> = Promise.resolve();
  #scripts: Promise<string | undefined> | undefined;

  constructor(context: Pick<JobContext, "ui" | "environment">, store: Store, place: BuildPlace) {
    this.#context = context;
    this.#store = store;
    this.#place = place;
  }

  /** A kernel was built; its folder need not be complete. */
  built(scenario: string, keyed: Keyed): void {
    this.#waiting.set(scenario, keyed);
    this.#keeping = this.#keeping.then(() => this.#keepComplete());
  }

  /** `kvm.sh` has ended: keeps what is left. A folder that it left half-made is not kept. */
  async finish(): Promise<void> {
    await this.#keeping;
    await this.#keepComplete();
  }

  async #keepComplete(): Promise<void> {
    await Promise.all(
      [...this.#waiting].map(async ([scenario, keyed]) => {
        const done = join(this.#place.rundir, scenario, guestFiles.buildOnly);
        const complete = await access(done).then(
          () => true,
          () => false,
        );
        if (!complete) return;
        this.#waiting.delete(scenario);
        await this.#keep(scenario, keyed);
      }),
    );
  }

  async #keep(scenario: string, keyed: Keyed): Promise<void> {
    const { ui, environment } = this.#context;
    const { rundir, tree, git } = this.#place;
    try {
      this.#scripts ??= keepScripts(this.#store, tree, ui);
      const origin = { git, workflowRun: workflowRunOf(environment), scripts: await this.#scripts };
      await keepBuild(this.#store, rundir, scenario, keyed, origin);
    } catch (error) {
      ui.warning(`The build of ${scenario} is not kept: ${messageOf(error)}`);
    }
  }
}
