import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import { messageOf } from "../errors.ts";
import { BadEntry } from "../storage/badEntry.ts";
import { archiveAt, unpackBuild } from "../storage/packed.ts";
import type { Build, Fetch, Lookup, Save, Store } from "../storage/store.ts";
import { type FoundArtifact, Listing, type RunToSearch } from "./artifactListing.ts";
import { artifactName, mayHold, recordKeyIn } from "./artifactNames.ts";
import { ServiceGate, type ServiceLimits } from "./serviceGate.ts";

export interface ArtifactStoreOptions {
  /** RUNNER_TEMP. */
  readonly temp: string;
  /** GITHUB_RUN_ATTEMPT. */
  readonly attempt: number;
  /** More runs to search, by the REST API: this one's earlier attempts after "re-run all jobs", or another run. */
  readonly runs?: readonly RunToSearch[];
  readonly retentionDays?: number;
  readonly limits?: ServiceLimits;
}

/** Are there Actions artifacts for this process? */
export function hasActionsArtifacts(env: Readonly<Record<string, string | undefined>>): boolean {
  return Boolean(env.ACTIONS_RESULTS_URL && env.ACTIONS_RUNTIME_TOKEN);
}

/**
 * Actions artifacts as a store: one raw `.tar.zst` for each build, named after scenario, commit and key. The newest
 * by its time of creation comes first (ids are not in order), and the next when that one is gone or damaged.
 */
export function artifactStore(options: ArtifactStoreOptions): Store {
  const { temp, attempt, runs = [], retentionDays, limits } = options;
  const client = new DefaultArtifactClient();
  const gate = new ServiceGate("the artifact service", limits);
  const listing = new Listing(client, gate, runs);
  const root = join(temp, "rcutorture-action-store");

  async function lookup(key: string): Promise<Lookup> {
    const listed = await listing.all();
    if (listed.outcome === "unavailable") return listed;
    const newest = candidates(listed.artifacts, key)[0];
    if (newest === undefined) return { outcome: "miss", reason: "no artifact of this key" };
    const createdAt = newest.createdAt?.toISOString();
    return {
      outcome: "hit",
      entry: { key, store: "artifact", size: newest.size, ...(createdAt !== undefined && { createdAt }) },
    };
  }

  async function fetch(key: string, directory: string): Promise<Fetch> {
    const listed = await listing.all();
    if (listed.outcome === "unavailable") return listed;
    let worst: Fetch = { outcome: "miss", reason: "no artifact of this key" };
    for (const artifact of candidates(listed.artifacts, key)) {
      const fetched = await fetchOne(artifact, key, directory);
      if (fetched.outcome === "hit") return fetched;
      worst = fetched;
    }
    return worst;
  }

  async function fetchOne(artifact: FoundArtifact, key: string, directory: string): Promise<Fetch> {
    const scratch = join(root, randomUUID());
    try {
      const answer = await gate.ask("transfer", () =>
        client.downloadArtifact(artifact.id, {
          path: scratch,
          skipDecompress: true,
          ...(artifact.digest !== undefined && { expectedHash: artifact.digest }),
          ...(artifact.run !== undefined && { findBy: artifact.run }),
        }),
      );
      if (answer.outcome === "unavailable") return answer;
      if (answer.outcome === "failed") {
        // Listed, and gone: retention, or the listing knows more than the blob store.
        const gone =
          answer.observation.answers.at(-1)?.status === 404 || /\b404\b|not.?found/i.test(answer.reason);
        return { outcome: gone ? "miss" : "unavailable", reason: `${artifact.name}: ${answer.reason}` };
      }
      if (answer.value.digestMismatch) {
        return { outcome: "corrupt", reason: `${artifact.name}: not the bytes that were uploaded` };
      }
      // The file is named by a header of the answer; whatever it is called, it is the only one.
      const [file] = await readdir(scratch);
      const unpacked = await unpackBuild(join(scratch, file ?? artifact.name), key, directory);
      if (unpacked.outcome !== "hit") return { ...unpacked, reason: `${artifact.name}: ${unpacked.reason}` };
      return { ...unpacked, store: "artifact", linked: 0, copied: unpacked.manifest.files.length };
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }

  async function save(build: Build): Promise<Save> {
    const { key } = build.manifest;
    const before = await listing.ofThisRun();
    if (before.outcome === "unavailable") return before;
    if (candidates(before.artifacts, key).length > 0) return { outcome: "present" };
    const scratch = join(root, randomUUID());
    try {
      await mkdir(scratch, { recursive: true });
      const packed = join(scratch, "packed");
      await archiveAt(build, packed);
      return await upload(build, packed, scratch);
    } catch (error) {
      if (error instanceof BadEntry) return { outcome: "refused", reason: error.message };
      return { outcome: "refused", reason: `packing it failed: ${messageOf(error)}` };
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }

  async function upload({ manifest }: Build, packed: string, scratch: string): Promise<Save> {
    const { key, scenario, provenance } = manifest;
    let file = packed;
    let reason = "";
    for (const trial of [1, 2, 3]) {
      const named = join(scratch, artifactName({ key, scenario, commit: provenance.commit, attempt, trial }));
      await rename(file, named);
      file = named;
      const answer = await gate.ask("transfer", () =>
        client.uploadArtifact("named after its file", [named], scratch, {
          skipArchive: true,
          ...(retentionDays !== undefined && { retentionDays }),
        }),
      );
      listing.forget();
      if (answer.outcome === "unavailable") return answer;
      if (answer.outcome === "answered") {
        const size = (await stat(named)).size;
        if (answer.value.size === size) return { outcome: "saved" };
        return { outcome: "refused", reason: `${answer.value.size} of ${size} bytes arrived` };
      }
      reason = answer.reason;
      const last = answer.observation.answers.at(-1);
      const taken = last?.status === 409;
      // A failed Finalize leaves the name taken for the rest of the run: the next trial has another.
      if (!taken && !last?.path.endsWith("/FinalizeArtifact")) break;
      const now = await listing.ofThisRun();
      if (taken && now.outcome === "listed" && candidates(now.artifacts, key).length > 0) {
        return { outcome: "present", reason: "another job saved it" };
      }
    }
    return { outcome: "refused", reason };
  }

  return {
    name: "artifact",
    lookup,
    fetch,
    save,
    async nearest() {
      return undefined; // Names hold digests of keys, not keys.
    },
    async records(prefix) {
      const listed = await listing.all();
      if (listed.outcome === "unavailable") return [];
      return listed.artifacts.flatMap(({ name }) => {
        const key = recordKeyIn(name);
        return key?.startsWith(prefix) ? [key] : [];
      });
    },
  };
}

/** Newest first. */
function candidates(artifacts: readonly FoundArtifact[], key: string): FoundArtifact[] {
  return artifacts
    .filter((artifact) => mayHold(artifact.name, key))
    .sort((a, b) => (b.createdAt?.getTime() ?? 0) - (a.createdAt?.getTime() ?? 0));
}
