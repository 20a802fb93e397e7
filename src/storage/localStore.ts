import { homedir } from "node:os";
import { defaultStoreDirectory, directoryStore } from "./directoryStore.ts";
import type { Store } from "./store.ts";

/** The store of a machine that is no GitHub runner, and its path. */
export function localStore(variables: Readonly<Record<string, string | undefined>>): {
  readonly store: Store;
  readonly path: string;
} {
  const path = defaultStoreDirectory(variables, homedir());
  return { store: directoryStore(path), path };
}
