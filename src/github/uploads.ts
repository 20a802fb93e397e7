import { hash, randomUUID } from "node:crypto";
import { copyFile, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DefaultArtifactClient, type UploadArtifactResponse } from "@actions/artifact";
import type { NoUploads, Uploaded, Uploads } from "../contracts/uploads.ts";
import { messageOf } from "../errors.ts";
import { hasActionsArtifacts } from "./artifactStore.ts";
import { type Answer, ServiceGate, type ServiceLimits } from "./serviceGate.ts";

type Variables = Readonly<Record<string, string | undefined>>;

/** GitHub.com and its hosted enterprises; a server of one's own has no such artifacts (the toolkit's `isGhes`). */
function isGithub({ GITHUB_SERVER_URL: url }: Variables): boolean {
  const host = URL.parse(url ?? "https://github.com")?.hostname.toLowerCase() ?? "";
  return host === "github.com" || host.endsWith(".ghe.com") || host.endsWith(".localhost");
}

/** What only one job of a workflow run has in its runtime token, jobs of a matrix included (`scp` of the JWT). */
function jobOfToken(token: string | undefined): string | undefined {
  try {
    const { scp } = JSON.parse(Buffer.from(token?.split(".")[1] ?? "", "base64url").toString("utf8"));
    return /(?:^| )Actions\.Results:[^:\s]+:([^:\s]+)/.exec(String(scp))?.[1];
  } catch {
    return undefined;
  }
}

/**
 * Start of the names of a step's artifacts, unique in a workflow run: job, attempt, and a digest of what tells jobs of
 * a matrix and steps of a job apart.
 */
export function namePrefix(variables: Variables): string {
  const { GITHUB_JOB: job = "job", GITHUB_RUN_ATTEMPT: attempt = "1", GITHUB_ACTION: step = "" } = variables;
  const own = jobOfToken(variables.ACTIONS_RUNTIME_TOKEN) ?? randomUUID();
  const digest = hash("sha256", `${own} ${step}`).slice(0, 6);
  return clean(`rcutorture-${job}-attempt${attempt}-${digest}`);
}

/** Names may not have `"`, `:`, `<` and the like, and are file names at once. */
const clean = (name: string) => name.replaceAll(/[^\w.-]+/g, "_").slice(0, 150);

const trials = 3;

/** Uploads by way of the toolkit. @param retentionDays undefined: what the repository says */
export function githubUploads(
  variables: Variables,
  retentionDays: number | undefined,
  limits?: ServiceLimits,
): Uploads | NoUploads {
  if (!isGithub(variables)) {
    return {
      unavailable:
        "GitHub Enterprise Server has no artifacts that this action can upload; keep output rundir with actions/upload-artifact@v3",
    };
  }
  if (!hasActionsArtifacts(variables)) return { unavailable: undefined };
  const client = new DefaultArtifactClient();
  const gate = new ServiceGate("the artifact service", limits);
  const prefix = namePrefix(variables);
  const retention = retentionDays === undefined ? {} : { retentionDays };
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = variables;

  /** A name whose upload failed at its end is taken for the rest of the run: the next trial has another one. */
  async function upload(
    name: (trial: string) => string,
    send: (name: string) => Promise<UploadArtifactResponse>,
  ): Promise<Uploaded> {
    let reason = "";
    for (let trial = 1; trial <= trials; trial++) {
      const called = clean(name(trial === 1 ? "" : `-${trial}`));
      const answer: Answer<UploadArtifactResponse> = await gate.ask("transfer", () => send(called));
      if (answer.outcome === "unavailable") return { outcome: "refused", reason: answer.reason };
      if (answer.outcome === "answered") {
        const { id } = answer.value;
        if (id === undefined) return { outcome: "refused", reason: "the service gave it no id" };
        const url =
          server && repository && run && `${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
        return { outcome: "uploaded", id, name: called, ...(url ? { url } : {}) };
      }
      reason = answer.reason;
      const last = answer.observation.answers.at(-1);
      if (last?.status !== 409 && !last?.path.endsWith("/FinalizeArtifact")) break;
    }
    return { outcome: "refused", reason };
  }

  return {
    async page(path, name) {
      const scratch = join(variables.RUNNER_TEMP || tmpdir(), `rcutorture-upload-${randomUUID()}`);
      try {
        await mkdir(scratch, { recursive: true });
        return await upload(
          (trial) => `${prefix}${trial}-${name}`,
          async (called) => {
            // Without an archive, the artifact is named after its file.
            const file = join(scratch, called);
            await copyFile(path, file);
            return await client.uploadArtifact(called, [file], scratch, { skipArchive: true, ...retention });
          },
        );
      } catch (error) {
        return { outcome: "refused", reason: messageOf(error) };
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    },
    archive: (root, files, name) =>
      upload(
        (trial) => `${prefix}${trial}-${name}`,
        (called) => client.uploadArtifact(called, [...files], root, retention),
      ),
  };
}
