import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Blobs } from "./blobs.ts";
import type { Caller } from "./token.ts";
import { notFound, TwirpError } from "./twirpError.ts";

export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly backendRun: string;
  readonly backendJob: string;
  readonly runId: string;
  readonly blob: string;
  readonly createdAt: Date;
  size: number;
  digest: string | undefined;
  finalized: boolean;
}

const named = z.object({ name: z.string(), workflow_run_backend_id: z.string() });
const finalizing = named.extend({ size: z.string().optional(), hash: z.string().optional() });
const listing = z.object({
  workflow_run_backend_id: z.string(),
  name_filter: z.string().optional(),
  id_filter: z.string().optional(),
});

/** The Twirp service of artifacts: names are unique in a run, also those whose upload never came to an end. */
export class ArtifactService {
  readonly artifacts: Artifact[] = [];
  readonly #blobs: Blobs;
  // Ids go down: whoever takes the largest for the newest is wrong here.
  #nextId = 9_000_000;

  constructor(blobs: Blobs) {
    this.#blobs = blobs;
  }

  readonly methods: Readonly<Record<string, (body: unknown, caller: Caller) => Promise<unknown>>> = {
    CreateArtifact: async (body, caller) => {
      const { name, workflow_run_backend_id: run } = named.parse(body);
      if (run !== caller.backendRun) throw new TwirpError(403, "permission_denied", "not your run");
      if (this.#find(run, name) !== undefined) {
        throw new TwirpError(
          409,
          "already_exists",
          "an artifact with this name already exists on the workflow run",
        );
      }
      const blob = `artifact-${randomUUID()}`;
      this.artifacts.push({
        id: this.#nextId--,
        name,
        backendRun: run,
        backendJob: caller.backendJob,
        runId: caller.runId,
        blob,
        createdAt: new Date(),
        size: 0,
        digest: undefined,
        finalized: false,
      });
      return { ok: true, signed_upload_url: await this.#blobs.uploadUrl(blob) };
    },
    FinalizeArtifact: async (body) => {
      const { name, workflow_run_backend_id: run, hash } = finalizing.parse(body);
      const artifact = this.#find(run, name);
      const size = artifact && (await this.#blobs.size(artifact.blob));
      if (artifact === undefined || size === undefined) throw notFound(name);
      Object.assign(artifact, { size, digest: hash, finalized: true });
      return { ok: true, artifact_id: String(artifact.id) };
    },
    ListArtifacts: async (body) => {
      const filter = listing.parse(body);
      const found = this.artifacts.filter(
        (each) =>
          each.finalized &&
          each.backendRun === filter.workflow_run_backend_id &&
          (filter.name_filter === undefined || each.name === filter.name_filter) &&
          (filter.id_filter === undefined || String(each.id) === filter.id_filter),
      );
      return { artifacts: found.map(asTwirp) };
    },
    GetSignedArtifactURL: async (body) => {
      const { name, workflow_run_backend_id: run } = named.parse(body);
      const artifact = this.#find(run, name);
      if (artifact === undefined || (await this.#blobs.size(artifact.blob)) === undefined)
        throw notFound(name);
      return { signed_url: await this.#blobs.downloadUrl(artifact.blob, artifact.name) };
    },
    DeleteArtifact: async (body) => {
      const { name, workflow_run_backend_id: run } = named.parse(body);
      const artifact = this.#find(run, name);
      if (artifact === undefined) throw notFound(name);
      this.artifacts.splice(this.artifacts.indexOf(artifact), 1);
      return { ok: true, artifact_id: String(artifact.id) };
    },
  };

  #find(backendRun: string, name: string): Artifact | undefined {
    return this.artifacts.find((each) => each.backendRun === backendRun && each.name === name);
  }
}

function asTwirp(artifact: Artifact): unknown {
  return {
    workflow_run_backend_id: artifact.backendRun,
    workflow_job_run_backend_id: artifact.backendJob,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.size),
    created_at: artifact.createdAt.toISOString(),
    ...(artifact.digest !== undefined && { digest: artifact.digest }),
  };
}
