import { createCipheriv, hash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { listFiles } from "../../../src/storage/files.ts";
import { createManifest, type FileToKeep } from "../../../src/storage/manifest.ts";
import type { Build } from "../../../src/storage/store.ts";

/** Bytes that look random to a compressor and are the same for the same seed. */
export function noise(seed: string, size: number): Buffer {
  const stream = createCipheriv("aes-128-ctr", hash("md5", seed, "buffer"), Buffer.alloc(16));
  return stream.update(Buffer.alloc(size));
}

/** What a scenario's build leaves: an image (compressed code, then padding), texts, scripts, odd modes. */
export async function makeBuild(
  directory: string,
  key: string,
  { scenario = "TREE05", image = 300_000, commit = "adc218676eef25575469234709c2d87185ca223a" } = {},
): Promise<Build> {
  const files: (FileToKeep & { content: string | Buffer; mode: number })[] = [
    {
      path: "bzImage",
      content: Buffer.concat([noise(key, image), Buffer.alloc(image)]),
      mode: 0o644,
      immutable: true,
    },
    { path: ".config", content: "CONFIG_SMP=y\n".repeat(2000), mode: 0o664, immutable: true },
    { path: "ConfigFragment", content: "CONFIG_NR_CPUS=8\n", mode: 0o644, immutable: true },
    { path: "Make.out", content: "", mode: 0o600, immutable: true },
    {
      path: "qemu-cmd",
      content: `qemu-system-x86_64 -kernel ${directory}/bzImage\n# seconds=30\n`,
      mode: 0o644,
    },
    { path: "bin/kvm-recheck.sh", content: "#!/bin/sh\n", mode: 0o755 },
    { path: "bin/functions.sh", content: "# functions\n", mode: 0o755 },
  ];
  for (const file of files) {
    const path = join(directory, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.content);
    chmodSync(path, file.mode);
  }
  const manifest = await createManifest(directory, files, {
    key,
    scenario,
    provenance: {
      repository: "torvalds/linux",
      commit,
      workflowRun: { id: "4711", attempt: 1 },
      toolchain: { compiler: "gcc 12.2.0", binutils: "2.40" },
      ingredients: { tree: "0123abcd", scenario },
    },
  });
  return { directory, manifest };
}

/** Every file of a directory with mode and digest: two of these compare with `toEqual`. */
export function digestTree(directory: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(directory)
      .sort()
      .map((path) => {
        const absolute = join(directory, path);
        const mode = (statSync(absolute).mode & 0o7777).toString(8);
        return [path, `${mode} ${hash("sha256", readFileSync(absolute))}`];
      }),
  );
}
