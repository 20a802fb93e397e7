import type { JobEnvironment, JobState } from "../context.ts";
import { isShard, keepShard } from "../handoff/shardBundle.ts";
import { concludeRunDirectory } from "../stages/conclude/runDirectory.ts";
import { judgeRunDirectory } from "../stages/judge/runDirectory.ts";
import { publish } from "../stages/publish/publish.ts";
import type { Store } from "../storage/store.ts";
import type { Ui } from "../ui.ts";

/** What `post` has to publish with. */
export interface Salvage {
  readonly ui: Ui;
  /** Asked for a shard of a plan, whose results the report waits for. */
  surroundings(): Promise<{ readonly environment: JobEnvironment; readonly store: Store }>;
}

/** In `post`, for a main step that was killed: publishes what its guests' consoles say. */
export async function salvage(state: JobState, { ui, surroundings }: Salvage): Promise<void> {
  if (state.finished) return;
  ui.warning("The main step did not finish; this is what its guests' consoles say.");
  const about = { ...state, killed: true };
  const judged = await judgeRunDirectory(state.rundir, about);
  await publish(concludeRunDirectory({ ...about, ...judged }), ui);
  if (!(await isShard(state.rundir))) return;
  const { environment, store } = await surroundings();
  await keepShard({ environment, ui }, store, state.rundir);
}
