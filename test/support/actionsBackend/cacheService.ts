import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Blobs } from "./blobs.ts";
import { notFound, TwirpError } from "./twirpError.ts";

export interface CacheEntry {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  readonly blob: string;
  readonly createdAt: Date;
  finalized: boolean;
}

const entryOf = z.object({ key: z.string(), version: z.string() });
const wanted = entryOf.extend({ restore_keys: z.array(z.string()).default([]) });

/** The Twirp service of the cache, version 2: entries never change, and every key matches as a prefix. */
export class CacheService {
  readonly entries: CacheEntry[] = [];
  readonly #blobs: Blobs;
  #nextId = 1;

  constructor(blobs: Blobs) {
    this.#blobs = blobs;
  }

  readonly methods: Readonly<Record<string, (body: unknown) => Promise<unknown>>> = {
    CreateCacheEntry: async (body) => {
      const { key, version } = entryOf.parse(body);
      if (this.entries.some((each) => each.key === key && each.version === version)) {
        throw new TwirpError(409, "already_exists", "cache entry with the same key and version exists");
      }
      const blob = `cache-${randomUUID()}`;
      this.entries.push({ id: this.#nextId++, key, version, blob, createdAt: new Date(), finalized: false });
      return { ok: true, signed_upload_url: await this.#blobs.uploadUrl(blob) };
    },
    FinalizeCacheEntryUpload: async (body) => {
      const { key, version } = entryOf.parse(body);
      const entry = this.entries.find((each) => each.key === key && each.version === version);
      if (entry === undefined || (await this.#blobs.size(entry.blob)) === undefined) throw notFound(key);
      entry.finalized = true;
      return { ok: true, entry_id: String(entry.id) };
    },
    GetCacheEntryDownloadURL: async (body) => {
      const { key, version, restore_keys } = wanted.parse(body);
      const ready = this.entries.filter((each) => each.finalized && each.version === version);
      const entry =
        ready.find((each) => each.key === key) ??
        [key, ...restore_keys]
          .map((prefix) => ready.findLast((each) => each.key.startsWith(prefix)))
          .find((each) => each !== undefined);
      if (entry === undefined) return { ok: false };
      return {
        ok: true,
        matched_key: entry.key,
        signed_download_url: await this.#blobs.downloadUrl(entry.blob),
      };
    },
  };
}
