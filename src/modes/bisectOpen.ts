import { join } from "node:path";
import type { JobContext } from "../context.ts";
import { Journal } from "../handoff/bisection.ts";
import { askBisection, type Bisection, type BisectSubject } from "../stages/prepare/bisect/asked.ts";
import { questionOf } from "../stages/prepare/bisect/question.ts";
import { openStore } from "../stages/prepare/kernels/prepare.ts";
import { reserveRunDirectory } from "../stages/prepare/newRunDirectory.ts";
import type { Store } from "../storage/store.ts";

/** A bisection with what earlier jobs have observed. */
export interface OpenBisection {
  readonly asked: Bisection;
  readonly store: Store | undefined;
  /** Under which its observations are kept. */
  readonly id: string;
  readonly journal: Journal;
}

/** Reads the question and its history, and what the store has of it. */
export async function openBisection(context: JobContext): Promise<OpenBisection> {
  const asked = await askBisection(context);
  const store = await openStore(context);
  const ends = [asked.history.good.commit, asked.history.bad];
  const id = questionOf(context, ...ends, asked.failure ?? "");
  return { asked, store, id, journal: await Journal.open(context, store, id, ends) };
}

/** Makes the folder that a bisection writes to. @returns its absolute path */
export async function bisectFolder(
  { inputs, environment }: JobContext,
  { tree }: Pick<BisectSubject, "tree">,
): Promise<string> {
  const res = join(tree.rcutorture, "res");
  const { path } = await reserveRunDirectory(inputs, res, environment.workspace, new Date(), "-bisect");
  return path;
}
