import { join } from "node:path";
import { cacheOf } from "../systems/home.ts";
import { directoryStore } from "./directoryStore.ts";
import { noStore } from "./noStore.ts";
import type { Store } from "./store.ts";

const homeless =
  "this user has no home directory; set HOME, or RCUTORTURE_ACTION_CACHE to a folder for built kernels";

/**
 * The store of a machine that is no GitHub runner: `RCUTORTURE_ACTION_CACHE`, or `store` in our folder of the user's
 * cache. `place` says where it is, in words.
 */
export function localStore(variables: Readonly<Record<string, string | undefined>>): {
  readonly store: Store;
  readonly path: string;
  readonly place: string;
} {
  const cache = cacheOf(variables);
  const path = variables.RCUTORTURE_ACTION_CACHE || (cache && join(cache, "store"));
  if (path) return { store: directoryStore(path), path, place: `Built kernels are kept in ${path}` };
  return { store: noStore(homeless), path: "no folder", place: `Built kernels are not kept: ${homeless}.` };
}
