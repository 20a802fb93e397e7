import { join } from "node:path";
import type { JobEnvironment, JobState } from "../context.ts";
import type { NoUploads, Uploads } from "../contracts/uploads.ts";
import { isShard, keepShard } from "../handoff/shardBundle.ts";
import { earlierResults } from "../stages/judge/known.ts";
import { publish } from "../stages/publish/publish.ts";
import { ReportUpload, type UploadTask } from "../stages/publish/upload/upload.ts";
import type { Store } from "../storage/store.ts";
import type { Ui } from "../ui.ts";
import { judged } from "./judged.ts";

/** What `post` has to publish with. */
export interface Salvage {
  readonly ui: Ui;
  /** Asked for a shard of a plan, whose results the report waits for. */
  surroundings(): Promise<{ readonly environment: JobEnvironment; readonly store: Store }>;
  openUploads(): Promise<Uploads | NoUploads>;
}

/** For a main step that was cancelled and published all it could: uploads its reports. */
async function uploadOnly(state: JobState, uploads: UploadTask, ui: Ui): Promise<void> {
  const results = await earlierResults(state.rundir);
  const upload = results && (await ReportUpload.open(results, uploads, ui));
  await upload?.page(join(state.rundir, "report.html"));
  await upload?.files();
  const urls = [upload?.links.page, upload?.links.files].filter((url) => url !== undefined);
  if (urls.length > 0)
    ui.annotate([{ level: "notice", title: "rcutorture report", message: urls.join("\n") }]);
}

/**
 * In `post`, for a main step that was killed: publishes what its guests' consoles say. For one that was cancelled:
 * uploads what it published.
 */
export async function salvage(state: JobState, { ui, surroundings, openUploads }: Salvage): Promise<void> {
  const part = await isShard(state.rundir);
  const uploads: UploadTask = { what: part ? "none" : state.upload, open: openUploads };
  if (state.finished) return await uploadOnly(state, uploads, ui);
  ui.warning("The main step did not finish; this is what its guests' consoles say.");
  await publish(await judged(state.rundir, { ...state, killed: true }), ui, { uploads });
  if (!part) return;
  const { environment, store } = await surroundings();
  await keepShard({ environment, ui }, store, state.rundir);
}
