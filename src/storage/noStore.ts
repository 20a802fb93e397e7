import type { Store } from "./store.ts";

/** Keeps nothing and has nothing, where there is no place for it. */
export function noStore(reason: string): Store {
  return {
    name: "no",
    lookup: async () => ({ outcome: "miss", reason }),
    fetch: async () => ({ outcome: "miss", reason }),
    save: async () => ({ outcome: "refused", reason }),
    nearest: async () => undefined,
    records: async () => [],
  };
}
