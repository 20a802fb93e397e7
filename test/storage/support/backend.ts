import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach } from "vitest";
import {
  type ActionsBackend,
  type JobIdentity,
  startActionsBackend,
} from "../../support/actionsBackend/backend.ts";

/** One backend for a test file, in whose environment the toolkit then finds itself. Faults end with each test. */
export function useActionsBackend(): { readonly backend: ActionsBackend; readonly temp: string } {
  const held: { backend?: ActionsBackend; temp?: string } = {};
  beforeAll(async () => {
    held.backend = await startActionsBackend();
    held.temp = mkdtempSync(join(tmpdir(), "rcutorture-action-runner-"));
    mkdirSync(join(held.temp, "temp"));
    mkdirSync(join(held.temp, "work"));
    become(held.backend, {});
    Object.assign(process.env, {
      RUNNER_TEMP: join(held.temp, "temp"),
      GITHUB_WORKSPACE: join(held.temp, "work"),
    });
  }, 60_000);
  beforeEach(() => {
    held.backend?.heal();
    if (held.backend) become(held.backend, {});
  });
  afterAll(async () => {
    await held.backend?.stop();
    if (held.temp !== undefined) rmSync(held.temp, { recursive: true, force: true });
  }, 30_000);
  return {
    get backend() {
      if (held.backend === undefined) throw new Error("not started");
      return held.backend;
    },
    get temp() {
      return join(held.temp ?? "", "temp");
    },
  };
}

/** The environment of another job: another attempt, another run. */
export function become(backend: ActionsBackend, job: JobIdentity): void {
  Object.assign(process.env, backend.env(job));
}
