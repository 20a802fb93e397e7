import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type { ServiceLimits } from "../../src/github/serviceGate.ts";
import type { Store } from "../../src/storage/store.ts";
import { storeContract } from "./contract.ts";
import { useActionsBackend } from "./support/backend.ts";
import { digestTree, makeBuild } from "./support/build.ts";
import { scratch } from "./support/scratch.ts";

const actions = useActionsBackend();

async function open(limits: ServiceLimits = {}): Promise<Store> {
  const { cacheStore } = await import("../../src/github/cacheStore.ts");
  return cacheStore({ temp: actions.temp, limits });
}

storeContract({ name: "cache", nearest: true, open: () => open(), timeout: 60_000 });

/** The requests of a method that the backend has seen since `action` began. */
async function requestsDuring(method: string, action: () => Promise<unknown>): Promise<number> {
  const before = actions.backend.requests.length;
  await action();
  return actions.backend.requests.slice(before).filter((request) => request.method === method).length;
}

describe("cache store", { timeout: 60_000 }, () => {
  it("asks before it packs and uploads", async () => {
    const store = await open();
    const build = await makeBuild(join(scratch(), "build"), "cache-once");
    expect(await requestsDuring("CreateCacheEntry", () => store.save(build))).toBe(1);
    expect(await requestsDuring("CreateCacheEntry", () => store.save(build))).toBe(0);
  });

  it("leaves nothing in the runner's temporary directory", async () => {
    const store = await open();
    const build = await makeBuild(join(scratch(), "build"), "cache-clean");
    await store.save(build);
    await store.fetch("cache-clean", join(scratch(), "out"));
    expect(readdirSync(join(actions.temp, "rcutorture-action-store"))).toEqual([]);
  });

  it("does not believe a prefix: the service answers a key that starts alike, another process saved it", async () => {
    const store = await open();
    await store.save(await makeBuild(join(scratch(), "build"), "cache-alike-0123456789"));
    const target = join(scratch(), "out");
    for (const answer of [
      await store.lookup("cache-alike-01"),
      await store.fetch("cache-alike-01", target),
    ]) {
      expect(answer).toEqual({
        outcome: "miss",
        reason: "no entry under this key, only under cache-alike-0123456789",
      });
    }
    expect(existsSync(target)).toBe(false);
  });

  it("409 on create: another job is saving the same, which is as good", async () => {
    const store = await open();
    actions.backend.faults.push({ method: "CreateCacheEntry", status: 409, times: 1 });
    expect(await store.save(await makeBuild(join(scratch(), "build"), "cache-409"))).toMatchObject({
      outcome: "present",
      reason: expect.stringContaining("another job"),
    });
  });

  it.each([
    [
      "403",
      { status: 403, body: { code: "permission_denied", msg: "cache write denied: token is read-only" } },
    ],
    ["a refusal in words", { status: 200, body: { ok: false, message: "cache write denied: read-only" } }],
  ])("a read-only token (%s) is a refused save with its reason, and reading goes on", async (_, fault) => {
    const store = await open();
    const build = await makeBuild(join(scratch(), "build"), "cache-read-only");
    actions.backend.faults.push({ method: "CreateCacheEntry", times: 1, ...fault });
    expect(await store.save(build)).toMatchObject({ outcome: "refused", reason: expect.stringMatching(/./) });
    expect(await store.lookup("cache-read-only")).toMatchObject({ outcome: "miss" });
  });

  it.each(["read", "none"])("cache-mode %s: no save is tried", async (mode) => {
    const store = await open();
    process.env.ACTIONS_CACHE_MODE = mode;
    try {
      const build = await makeBuild(join(scratch(), "build"), `cache-mode-${mode}`);
      const created = await requestsDuring("CreateCacheEntry", async () => {
        expect((await store.save(build)).outcome).toMatch(/refused|unavailable/);
      });
      expect(created).toBe(0);
    } finally {
      delete process.env.ACTIONS_CACHE_MODE;
    }
  });

  it("429 with a short Retry-After is waited for", async () => {
    const store = await open();
    actions.backend.faults.push({
      method: "CreateCacheEntry",
      status: 429,
      headers: { "retry-after": "2" },
      times: 1,
    });
    const before = Date.now();
    expect(await store.save(await makeBuild(join(scratch(), "build"), "cache-429"))).toEqual({
      outcome: "saved",
    });
    const creates = actions.backend.requests.filter(
      ({ method, at }) => method === "CreateCacheEntry" && at >= before,
    );
    expect(creates.map(({ status }) => status)).toEqual([429, 200]);
    expect((creates[1]?.at ?? 0) - (creates[0]?.at ?? 0)).toBeGreaterThanOrEqual(2000);
  });

  it("429 with a long Retry-After: left alone for as long as it says", async () => {
    const store = await open();
    actions.backend.faults.push({
      method: "GetCacheEntryDownloadURL",
      status: 429,
      headers: { "retry-after": "3600" },
      times: 1,
    });
    const unavailable = { outcome: "unavailable", reason: expect.stringContaining("3600 s") };
    expect(await store.lookup("cache-429-long")).toMatchObject(unavailable);
    const asked = await requestsDuring("GetCacheEntryDownloadURL", async () => {
      expect(await store.fetch("cache-429-long", join(scratch(), "out"))).toMatchObject(unavailable);
    });
    expect(asked).toBe(0);
  });

  it("404 after a hit: the blob is gone", async () => {
    const store = await open();
    await store.save(await makeBuild(join(scratch(), "build"), "cache-404"));
    const entry = actions.backend.cache.entries.find(({ key }) => key === "cache-404");
    await actions.backend.blobs.remove(entry?.blob ?? "");
    const target = join(scratch(), "out");
    expect(await store.fetch("cache-404", target)).toMatchObject({
      outcome: "unavailable",
      reason: expect.stringMatching(/answered 404/),
    });
    expect(existsSync(target)).toBe(false);
  });

  it("a flipped byte is a loud miss", async () => {
    const store = await open();
    await store.save(await makeBuild(join(scratch(), "build"), "cache-flip"));
    const entry = actions.backend.cache.entries.find(({ key }) => key === "cache-flip");
    await actions.backend.blobs.flip(entry?.blob ?? "");
    const target = join(scratch(), "in", "out");
    const fetched = await store.fetch("cache-flip", target);
    expect(fetched.outcome).toMatch(/corrupt|unavailable/);
    expect(fetched).toMatchObject({ reason: expect.stringMatching(/./) });
    expect(existsSync(target)).toBe(false);
  });

  it("a connection cut in the middle of a blob is a miss with its reason, and the next fetch is whole", async () => {
    const store = await open();
    const build = await makeBuild(join(scratch(), "build"), "cache-cut");
    await store.save(build);
    actions.backend.blobs.wire.push({ action: "cut", direction: "download", after: 100_000, times: 1 });
    const target = join(scratch(), "out");
    expect(await store.fetch("cache-cut", target)).toMatchObject({
      outcome: "unavailable",
      reason: expect.stringMatching(/aborted|ECONNRESET|hang up/),
    });
    expect(existsSync(target)).toBe(false);
    expect(actions.backend.blobs.wire[0]?.times).toBe(0);
    expect(await store.fetch("cache-cut", target)).toMatchObject({ outcome: "hit" });
    expect(digestTree(target)).toEqual(digestTree(build.directory));
  });

  it("an upload that is cut is a refused save, and nothing is found afterwards", async () => {
    const store = await open({ transfer: 20_000 });
    const build = await makeBuild(join(scratch(), "build"), "cache-upload-cut");
    actions.backend.blobs.wire.push({ action: "cut", direction: "upload", after: 10_000, times: 99 });
    expect((await store.save(build)).outcome).toMatch(/refused|unavailable/);
    actions.backend.heal();
    expect(await (await open()).lookup("cache-upload-cut")).toMatchObject({ outcome: "miss" });
  });

  it("a transfer that stalls costs its time limit, once", async () => {
    const store = await open({ transfer: 3000, question: 3000 });
    await store.save(await makeBuild(join(scratch(), "build"), "cache-stall"));
    actions.backend.blobs.wire.push({ action: "stall", direction: "download", after: 100_000, times: 99 });
    const target = join(scratch(), "out");
    expect(await store.fetch("cache-stall", target)).toMatchObject({
      outcome: "unavailable",
      reason: expect.stringMatching(/3s|timeout|Failed to restore/i),
    });
    expect(existsSync(target)).toBe(false);
  });

  it("a service that hangs is asked once", async () => {
    const store = await open({ question: 1000 });
    actions.backend.faults.push({ method: "GetCacheEntryDownloadURL", status: 0, hang: true, times: 99 });
    expect(await store.lookup("cache-hang")).toMatchObject({
      outcome: "unavailable",
      reason: "the Actions cache did not finish within 1s",
    });
    const asked = await requestsDuring("GetCacheEntryDownloadURL", async () => {
      expect(await store.lookup("cache-hang-2")).toMatchObject({
        outcome: "unavailable",
        reason: expect.stringContaining("not asked again"),
      });
    });
    expect(asked).toBe(0);
  });

  it("does not spend annotations on the toolkit's warnings", async () => {
    actions.backend.faults.push({
      method: "GetCacheEntryDownloadURL",
      status: 403,
      body: { msg: "cache read denied: no scopes" },
      times: 1,
    });
    // In a process of its own, to see all that it writes.
    const script = `
      import { cacheStore } from ${JSON.stringify(new URL("../../src/github/cacheStore.ts", import.meta.url).href)};
      const lookup = await cacheStore({ temp: ${JSON.stringify(actions.temp)} }).lookup("cache-denied");
      console.log("answer", JSON.stringify(lookup));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
    const lines = stdout.split("\n");
    expect(lines.find((line) => line.startsWith("answer"))).toMatch(/unavailable.*cache read denied/);
    expect(lines.filter((line) => /^::(warning|error|notice)/.test(line))).toEqual([]);
    expect(lines.filter((line) => /^::debug::.*cache read denied/.test(line))).not.toEqual([]);
  });
});
