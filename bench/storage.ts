/**
 * `node bench/storage.ts`: what the store of kernels costs. Runs alternate with what they are compared with, the
 * median of the rounds counts. Needs GNU tar and zstd.
 */
import { execFileSync } from "node:child_process";
import { createCipheriv, hash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack, unpack } from "../src/storage/archive.ts";
import { directoryStore } from "../src/storage/directoryStore.ts";
import { listFiles } from "../src/storage/files.ts";
import { createManifest, type FileToKeep } from "../src/storage/manifest.ts";

const scenarios = 20;
const imageBytes = 12 * 1024 * 1024;

const base = mkdtempSync(join(tmpdir(), "rcutorture-action-bench-"));
/** Pack and unpack of a 300 MB run, against `tar -I 'zstd -T0'`. Wanted: at most 1.3 times its time. */
async function benchArchive(rounds: number): Promise<void> {
  const run = join(base, "run");
  // Machine code compresses as kernels' vmlinux and consoles do on the whole: about three to one.
  const code = readFileSync(process.execPath);
  for (let index = 0; index < 25; index += 1) {
    const at = (index * 4_000_000) % (code.length - imageBytes);
    writeScenario(join(run, `TREE${index}`), code.subarray(at, at + imageBytes));
  }
  const paths = listFiles(run);
  const bytes = paths.reduce((sum, path) => sum + statSync(join(run, path)).size, 0);
  const [ours, theirs] = [join(base, "ours.tar.zst"), join(base, "theirs.tar.zst")];
  const out = join(base, "out");
  const inside = async (action: () => Promise<void> | void) => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
    return timed(action);
  };
  const times = { packOurs: [], packTar: [], unpackOurs: [], unpackTar: [] } as Record<string, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    rmSync(ours, { force: true });
    times.packOurs?.push(await timed(() => pack(run, paths, ours)));
    times.packTar?.push(await timed(() => tar("-cf", theirs, "-C", run, ".")));
    times.unpackOurs?.push(await inside(() => unpack(ours, out)));
    times.unpackTar?.push(await inside(() => tar("-xf", theirs, "-C", out)));
  }
  const [packOurs, packTar] = [median(times.packOurs), median(times.packTar)];
  const [unpackOurs, unpackTar] = [median(times.unpackOurs), median(times.unpackTar)];
  const total = (packOurs + unpackOurs) / (packTar + unpackTar);
  console.log(
    `A run of ${mb(bytes)} MB in ${paths.length} files; ours ${mb(statSync(ours).size)} MB, tar's ${mb(statSync(theirs).size)} MB`,
  );
  console.log(
    `  pack    ${ms(packOurs)}   tar -I 'zstd -T0' ${ms(packTar)}   ratio ${ratio(packOurs / packTar)}`,
  );
  console.log(
    `  unpack  ${ms(unpackOurs)}   tar -I 'zstd -T0' ${ms(unpackTar)}   ratio ${ratio(unpackOurs / unpackTar)}`,
  );
  console.log(`  both    ratio ${ratio(total)} (wanted: at most 1.3)`);
}

/** Twenty scenarios out of a warm directory store. Wanted: well under 1 s with hard links, under 3 MB of new disk. */
async function benchDirectoryStore(rounds: number): Promise<void> {
  const root = join(base, "store");
  const store = directoryStore(root);
  const keys = Array.from({ length: scenarios }, (_, index) => `TREE${index}-bench`);
  const saves: number[] = [];
  for (const key of keys) {
    const directory = join(base, "build");
    rmSync(directory, { recursive: true, force: true });
    const files = writeScenario(directory, noise(key, imageBytes));
    const manifest = await createManifest(directory, files, {
      key,
      scenario: key,
      provenance: { toolchain: {}, ingredients: {} },
    });
    saves.push(await timed(async () => expectOutcome(await store.save({ directory, manifest }), "saved")));
  }
  const [linked, copied]: [number[], number[]] = [[], []];
  let newBytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [link, times] of [
      [true, linked],
      [false, copied],
    ] as const) {
      const res = join(base, "res");
      const before = diskUse(root);
      times.push(
        await timed(async () => {
          const fetches = keys.map((key) => store.fetch(key, join(res, key), { link }));
          for (const fetched of await Promise.all(fetches)) expectOutcome(fetched, "hit");
        }),
      );
      if (link) newBytes = diskUse(root, res) - before;
      rmSync(res, { recursive: true });
    }
  }
  console.log(`${scenarios} scenarios, ${mb(imageBytes)} MB image each, verified byte by byte`);
  console.log(`  save into the directory store, each  ${ms(median(saves))}`);
  console.log(
    `  fetch all, hard links                ${ms(median(linked))}, ${mb(newBytes)} MB of new disk (wanted: 1 s, 3 MB)`,
  );
  console.log(`  fetch all, copies                    ${ms(median(copied))}`);
}

/** What a build leaves, in the sizes of a defconfig build; all that a run only reads is immutable. */
function writeScenario(directory: string, image: Uint8Array): FileToKeep[] {
  const texts: [string, number][] = [
    [".config", 130_000],
    ["ConfigFragment", 600],
    ["Make.out", 300_000],
    ["qemu-cmd", 1200],
    ["System.map", 3_000_000],
  ];
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "bzImage"), image);
  for (const [path, size] of texts) {
    writeFileSync(join(directory, path), `# ${directory} ${path}\n`.repeat(size).slice(0, size));
  }
  return [["bzImage", 0] as const, ...texts].map(([path]) => ({ path, immutable: path !== "qemu-cmd" }));
}

function tar(...args: string[]): void {
  execFileSync("tar", ["-I", "zstd -T0", ...args]);
}

function noise(seed: string, size: number): Buffer {
  return createCipheriv("aes-128-ctr", hash("md5", seed, "buffer"), Buffer.alloc(16)).update(
    Buffer.alloc(size),
  );
}

/** Bytes of disk, hard links counted once. */
function diskUse(...paths: string[]): number {
  const output = execFileSync("du", ["-sc", "--block-size=1", ...paths], { encoding: "utf8" });
  return Number(output.trimEnd().split("\n").at(-1)?.split("\t")[0]);
}

function expectOutcome(answer: { readonly outcome: string; readonly reason?: string }, wanted: string): void {
  if (answer.outcome !== wanted) throw new Error(`${answer.outcome}: ${answer.reason}`);
}

async function timed(action: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

function median(values: readonly number[] = []): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const mb = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
const ms = (value: number) => `${value.toFixed(0).padStart(5)} ms`;
const ratio = (value: number) => value.toFixed(2);

try {
  await benchArchive(5);
  await benchDirectoryStore(5);
} finally {
  rmSync(base, { recursive: true, force: true });
}
