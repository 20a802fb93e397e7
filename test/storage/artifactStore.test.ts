import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ArtifactStoreOptions } from "../../src/github/artifactStore.ts";
import { type Store, symbolsKey } from "../../src/storage/store.ts";
import { readToken } from "../support/actionsBackend/restApi.ts";
import { storeContract } from "./contract.ts";
import { become, useActionsBackend } from "./support/backend.ts";
import { digestTree, makeBuild } from "./support/build.ts";
import { scratch } from "./support/scratch.ts";

const actions = useActionsBackend();

async function open(options: Partial<ArtifactStoreOptions> = {}): Promise<Store> {
  const { artifactStore } = await import("../../src/github/artifactStore.ts");
  return artifactStore({ temp: actions.temp, attempt: 1, ...options });
}

/** How a job with `actions: read` names another run. */
function byRest(workflowRunId: number, token = readToken) {
  return { workflowRunId, repositoryOwner: "torvalds", repositoryName: "linux", token };
}

/** The artifacts of a key, in the order in which they were made. */
function artifactsOf(part: string) {
  return actions.backend.artifacts.artifacts.filter(({ name }) => name.includes(part));
}

storeContract({ name: "artifact", nearest: false, open: () => open(), timeout: 60_000 });

describe("artifact store", { timeout: 60_000 }, () => {
  it("names artifacts so that a person finds the kernel of a commit", async () => {
    const store = await open({ attempt: 3 });
    const build = await makeBuild(join(scratch(), "build"), "artifact-name", { scenario: "TREE03.2" });
    await store.save(build);
    await store.save({
      ...build,
      manifest: { ...build.manifest, key: symbolsKey("artifact-name"), scenario: "TREE03.2" },
    });
    expect(artifactsOf("TREE03.2").map(({ name }) => name)).toEqual([
      expect.stringMatching(/^kernel-TREE03\.2-adc218676eef-[0-9a-f]{16}-attempt3\.tar\.zst$/),
      expect.stringMatching(/^vmlinux-TREE03\.2-adc218676eef-[0-9a-f]{16}-attempt3\.tar\.zst$/),
    ]);
  });

  it("leaves nothing in the runner's temporary directory", async () => {
    const store = await open();
    await store.save(await makeBuild(join(scratch(), "build"), "artifact-clean"));
    await store.fetch("artifact-clean", join(scratch(), "out"));
    expect(readdirSync(join(actions.temp, "rcutorture-action-store"))).toEqual([]);
  });

  it("is seen by the second attempt after `re-run failed jobs`", async () => {
    const build = await makeBuild(join(scratch(), "build"), "artifact-attempt");
    await (await open()).save(build);
    become(actions.backend, { attempt: 2, job: "job-2" });
    const second = await open({ attempt: 2 });
    const target = join(scratch(), "out");
    expect(await second.fetch("artifact-attempt", target)).toMatchObject({ outcome: "hit" });
    expect(digestTree(target)).toEqual(digestTree(build.directory));
  });

  it("is found by the REST API after `re-run all jobs`, and from another run", async () => {
    const build = await makeBuild(join(scratch(), "build"), "artifact-rest");
    become(actions.backend, { runId: "5001" });
    await (await open()).save(build);
    for (const job of [
      { runId: "5001", attempt: 2, backendRun: "run-5001-again" },
      { runId: "5002", attempt: 1 },
    ]) {
      become(actions.backend, job);
      expect(await (await open()).lookup("artifact-rest")).toMatchObject({ outcome: "miss" });
      const store = await open({ runs: [byRest(5001)] });
      expect(await store.lookup("artifact-rest")).toMatchObject({ outcome: "hit" });
      const target = join(scratch(), "out");
      expect(await store.fetch("artifact-rest", target)).toMatchObject({ outcome: "hit", store: "artifact" });
      expect(digestTree(target)).toEqual(digestTree(build.directory));
    }
  });

  it("without the right to read another run: this run's artifacts are still found", async () => {
    await (await open()).save(await makeBuild(join(scratch(), "build"), "artifact-no-right"));
    const store = await open({ runs: [byRest(4711, "ghs_nothing")] });
    expect(await store.lookup("artifact-no-right")).toMatchObject({ outcome: "hit" });
    expect(await store.lookup("artifact-nowhere")).toMatchObject({ outcome: "miss" });
  });

  it("takes the newest by its time of creation, whatever the ids say", async () => {
    // Two attempts that both built, because they could not see each other.
    const old = await makeBuild(join(scratch(), "old"), "artifact-order", { image: 1000 });
    const young = await makeBuild(join(scratch(), "young"), "artifact-order", { image: 2000 });
    become(actions.backend, { runId: "6001" });
    await (await open()).save(old);
    become(actions.backend, { runId: "6001", attempt: 2, backendRun: "run-6001-again" });
    await (await open({ attempt: 2 })).save(young);
    const made = actions.backend.artifacts.artifacts.filter(({ runId }) => runId === "6001");
    expect(made).toHaveLength(2);
    expect(made[1]?.id).toBeLessThan(made[0]?.id ?? 0);
    const target = join(scratch(), "out");
    await (await open({ runs: [byRest(6001)] })).fetch("artifact-order", target);
    expect(digestTree(target)).toEqual(digestTree(young.directory));
  });

  it("404 after the listing: the next newest, or a miss", async () => {
    const build = await makeBuild(join(scratch(), "build"), "artifact-404");
    become(actions.backend, { runId: "7001" });
    await (await open()).save(build);
    become(actions.backend, { runId: "7001", attempt: 2, backendRun: "run-7001-again" });
    await (await open({ attempt: 2 })).save(build);
    const [old, young] = actions.backend.artifacts.artifacts.filter(({ runId }) => runId === "7001");
    const store = await open({ runs: [byRest(7001)] });
    await actions.backend.blobs.remove(young?.blob ?? "");
    expect(await store.fetch("artifact-404", join(scratch(), "out"))).toMatchObject({ outcome: "hit" });
    await actions.backend.blobs.remove(old?.blob ?? "");
    const target = join(scratch(), "out");
    expect(await store.fetch("artifact-404", target)).toMatchObject({
      outcome: "miss",
      reason: expect.stringMatching(/artifact|attempt/),
    });
    expect(existsSync(target)).toBe(false);
  });

  it("a flipped byte is a loud miss", async () => {
    const store = await open();
    await store.save(await makeBuild(join(scratch(), "build"), "artifact-flip", { scenario: "FLIP" }));
    await actions.backend.blobs.flip(artifactsOf("FLIP")[0]?.blob ?? "");
    const target = join(scratch(), "out");
    expect(await store.fetch("artifact-flip", target)).toMatchObject({
      outcome: "corrupt",
      reason: expect.stringContaining("not the bytes that were uploaded"),
    });
    expect(existsSync(target)).toBe(false);
  });

  it("409 on create with the same key stored meanwhile: present", async () => {
    const mine = await open();
    expect(await mine.lookup("artifact-409")).toMatchObject({ outcome: "miss" }); // Its listing is old from now on.
    const build = await makeBuild(join(scratch(), "build"), "artifact-409");
    await (await open()).save(build);
    expect(await mine.save(build)).toMatchObject({
      outcome: "present",
      reason: expect.stringMatching(/job/),
    });
  });

  it("a name burnt by a failed Finalize: the next name", async () => {
    const store = await open();
    const build = await makeBuild(join(scratch(), "build"), "artifact-burnt", { scenario: "BURNT" });
    actions.backend.faults.push({ method: "FinalizeArtifact", status: 400, times: 1 });
    expect(await store.save(build)).toEqual({ outcome: "saved" });
    expect(artifactsOf("BURNT").map(({ name, finalized }) => [name, finalized])).toEqual([
      [expect.stringMatching(/-attempt1\.tar\.zst$/), false],
      [expect.stringMatching(/-attempt1-2\.tar\.zst$/), true],
    ]);
    // The job died after its Create: somebody else finds the name taken and nothing behind it.
    const other = await makeBuild(join(scratch(), "other"), "artifact-burnt-2", { scenario: "BURNT2" });
    actions.backend.faults.push({ method: "FinalizeArtifact", status: 400, times: 99 });
    expect(await store.save(other)).toMatchObject({ outcome: "refused" });
    actions.backend.heal();
    expect(await (await open({ attempt: 2 })).save(other)).toEqual({ outcome: "saved" });
  });

  it("429 with a long Retry-After: left alone for as long as it says", async () => {
    const store = await open();
    actions.backend.faults.push({
      method: "ListArtifacts",
      status: 429,
      headers: { "retry-after": "3600" },
      times: 99,
    });
    expect(await store.lookup("artifact-429")).toMatchObject({
      outcome: "unavailable",
      reason: expect.stringContaining("3600 s"),
    });
    const before = actions.backend.requests.length;
    expect(await store.save(await makeBuild(join(scratch(), "build"), "artifact-429"))).toMatchObject({
      outcome: "unavailable",
    });
    expect(actions.backend.requests.length).toBe(before);
  });

  it("403 on create: refused, with the service's words", async () => {
    const store = await open();
    actions.backend.faults.push({
      method: "CreateArtifact",
      status: 403,
      body: { code: "permission_denied", msg: "token may only read" },
      times: 99,
    });
    expect(await store.save(await makeBuild(join(scratch(), "build"), "artifact-403"))).toMatchObject({
      outcome: "refused",
      reason: expect.stringContaining("token may only read"),
    });
  });

  it.each(["cut", "stall"] as const)("a download that is %s costs its time limit, once", async (action) => {
    const key = `artifact-${action}`;
    await (await open()).save(await makeBuild(join(scratch(), "build"), key));
    const store = await open({ limits: { transfer: 3000 } });
    actions.backend.blobs.wire.push({ action, direction: "download", after: 100_000, times: 99 });
    const target = join(scratch(), "out");
    expect(await store.fetch(key, target)).toMatchObject({
      outcome: "unavailable",
      reason: "the artifact service did not finish within 3s",
    });
    expect(existsSync(target)).toBe(false);
    const before = actions.backend.requests.length;
    expect(await store.fetch(key, target)).toMatchObject({ outcome: "unavailable" });
    expect(actions.backend.requests.length).toBe(before);
  });

  it("GitHub Enterprise Server has no such artifacts: unavailable", async () => {
    process.env.GITHUB_SERVER_URL = "https://github.example.com";
    expect(await (await open()).lookup("artifact-ghes")).toMatchObject({
      outcome: "unavailable",
      reason: expect.stringMatching(/GHES|Enterprise/),
    });
  });
});
