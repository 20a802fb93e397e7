import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import * as toolkit from "@actions/cache";
import pLimit from "p-limit";
import { messageOf } from "../errors.ts";
import { BadEntry } from "../storage/badEntry.ts";
import { archiveAt, unpackBuild } from "../storage/packed.ts";
import type { Build, Fetch, Lookup, Save, Store, StoredEntry } from "../storage/store.ts";
import type { Observation } from "./observe.ts";
import { ServiceGate, type ServiceLimits } from "./serviceGate.ts";

export interface CacheStoreOptions {
  /** RUNNER_TEMP. */
  readonly temp: string;
  readonly limits?: ServiceLimits;
}

/** Is there an Actions cache for this process? (JavaScript actions get its address from the runner.) */
export function hasActionsCache(): boolean {
  return toolkit.isFeatureAvailable();
}

/**
 * The Actions cache as a store. Its service identifies an entry by key and by the literal paths in it: so there is
 * one path for all entries, and one entry at a time goes through it. Entries are immutable, and seen from the same
 * branch, its base and the default branch only; a miss and a refused save are normal life.
 */
export function cacheStore({ temp, limits = {} }: CacheStoreOptions): Store {
  const path = join(temp, "rcutorture-action-store", "entry");
  const archive = join(path, "build.tar.zst");
  const gate = new ServiceGate("the Actions cache", limits);
  const oneAtATime = pLimit(1);

  /** The key that the service has for this one, which may only start with it. */
  async function find(key: string, restoreKeys: string[] = []) {
    const answer = await gate.ask("question", () =>
      toolkit.restoreCache([path], key, restoreKeys, { lookupOnly: true }),
    );
    if (answer.outcome === "unavailable") return answer;
    if (answer.outcome === "failed") return { outcome: "unavailable", reason: answer.reason } as const;
    const trouble = answer.value === undefined ? troubleIn(answer.observation) : undefined;
    if (trouble !== undefined) return { outcome: "unavailable", reason: trouble } as const;
    return { outcome: "answered", found: answer.value } as const;
  }

  async function lookup(key: string): Promise<Lookup> {
    const answer = await find(key);
    if (answer.outcome === "unavailable") return answer;
    if (answer.found === key) return { outcome: "hit", entry: { key, store: "cache" } };
    return { outcome: "miss", reason: missReason(answer.found) };
  }

  async function fetch(key: string, directory: string): Promise<Fetch> {
    await clear();
    try {
      const answer = await gate.ask("transfer", () =>
        toolkit.restoreCache([path], key, undefined, {
          timeoutInMs: limits.question ?? 60_000,
          segmentTimeoutInMs: limits.transfer ?? 300_000,
        }),
      );
      if (answer.outcome === "unavailable") return answer;
      if (answer.outcome === "failed") return { outcome: "unavailable", reason: answer.reason };
      if (answer.value !== key) {
        const trouble = answer.value === undefined ? troubleIn(answer.observation) : undefined;
        if (trouble !== undefined) return { outcome: "unavailable", reason: trouble };
        return { outcome: "miss", reason: missReason(answer.value) };
      }
      const unpacked = await unpackBuild(archive, key, directory);
      if (unpacked.outcome !== "hit") return unpacked;
      return { ...unpacked, store: "cache", linked: 0, copied: unpacked.manifest.files.length };
    } finally {
      await clear();
    }
  }

  async function save(build: Build): Promise<Save> {
    const { key } = build.manifest;
    // First of all: the toolkit finds out that a key is taken only after it has packed everything.
    const before = await lookup(key);
    if (before.outcome === "hit") return { outcome: "present" };
    if (before.outcome === "unavailable") return before;
    await clear();
    try {
      await mkdir(path, { recursive: true });
      await archiveAt(build, archive);
      const answer = await gate.ask("transfer", () => toolkit.saveCache([path], key));
      if (answer.outcome === "unavailable") return answer;
      if (answer.outcome === "failed") return { outcome: "refused", reason: answer.reason };
      return answer.value >= 0 ? { outcome: "saved" } : refusalIn(answer.observation);
    } catch (error) {
      if (error instanceof BadEntry) return { outcome: "refused", reason: error.message };
      return { outcome: "refused", reason: `packing it failed: ${messageOf(error)}` };
    } finally {
      await clear();
    }
  }

  async function clear(): Promise<void> {
    await rm(path, { recursive: true, force: true });
  }

  return {
    name: "cache",
    lookup,
    fetch: (key, directory) => oneAtATime(() => fetch(key, directory)),
    save: (build) => oneAtATime(() => save(build)),
    async nearest(prefix): Promise<StoredEntry | undefined> {
      const answer = await find(prefix);
      const key = answer.outcome === "answered" ? answer.found : undefined;
      return key?.startsWith(prefix) ? { key, store: "cache" } : undefined;
    },
  };
}

function missReason(found: string | undefined): string {
  return found === undefined ? "no entry under this key" : `no entry under this key, only under ${found}`;
}

/** What went wrong when the toolkit found nothing; `undefined` when there is nothing. */
function troubleIn({ log, answers }: Observation): string | undefined {
  const said = log.find((line) => /^Failed to restore|does not permit reads/.test(line));
  const status = answers.at(-1)?.status ?? 200;
  if (status < 400) return said;
  return [said, `the service answered ${status}`].filter(Boolean).join("; ");
}

function refusalIn({ log, answers }: Observation): Save {
  const said = log.filter((line) =>
    /^Failed to save|^Cache |does not permit|reservation|finaliz/i.test(line),
  );
  const reason = said.join("; ") || "the service gave no reason";
  const conflict = answers.some(({ path, status }) => path.endsWith("/CreateCacheEntry") && status === 409);
  if (conflict) return { outcome: "present", reason: "another job is saving it, or has" };
  return { outcome: "refused", reason };
}
