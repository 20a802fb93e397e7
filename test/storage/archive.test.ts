import { execFileSync } from "node:child_process";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gzipSync, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { Header, type HeaderData } from "tar";
import { describe, expect, it } from "vitest";
import { pack, unpack } from "../../src/storage/archive.ts";
import { Extraction } from "../../src/storage/extraction.ts";
import { listFiles } from "../../src/storage/files.ts";
import { packBuild, unpackBuild } from "../../src/storage/packed.ts";
import { digestTree, makeBuild, noise } from "./support/build.ts";
import { scratch } from "./support/scratch.ts";

/** A tar archive by hand, for what no packer would write. */
function tarball(...entries: (HeaderData & { body?: string })[]): Buffer {
  const blocks = entries.flatMap(({ body = "", ...data }) => {
    const head = Buffer.alloc(512);
    new Header({ mode: 0o644, mtime: new Date(), type: "File", ...data, size: body.length }).encode(head, 0);
    return [head, Buffer.from(body), Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return zstdCompressSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

describe("packing", { timeout: 60_000 }, () => {
  it("keeps names, bytes and modes, whoever reads or writes", async () => {
    const base = scratch();
    const { directory } = await makeBuild(join(base, "build"), "pack", { image: 5 << 20 });
    mkdirSync(join(directory, "deep/er"), { recursive: true });
    const long = `deep/er/${"long-name-".repeat(20)}ü`;
    writeFileSync(join(directory, long), "x");
    const paths = listFiles(directory);

    await pack(directory, paths, join(base, "ours.tar.zst"));
    execFileSync("tar", ["-I", "zstd -T0", "-cf", join(base, "gnu.tar.zst"), "-C", directory, "."]);
    for (const archive of ["ours", "gnu"]) {
      mkdirSync(join(base, archive));
      await unpack(join(base, `${archive}.tar.zst`), join(base, archive));
      expect(digestTree(join(base, archive))).toEqual(digestTree(directory));
    }
    mkdirSync(join(base, "by-gnu"));
    execFileSync("tar", ["-I", "zstd -d", "-xpf", join(base, "ours.tar.zst"), "-C", join(base, "by-gnu")]);
    expect(digestTree(join(base, "by-gnu"))).toEqual(digestTree(directory));
  });

  it("keeps modes whatever the umask", async () => {
    const base = scratch();
    const { directory } = await makeBuild(join(base, "build"), "umask");
    await pack(directory, listFiles(directory), join(base, "a.tar.zst"));
    mkdirSync(join(base, "out"));
    const before = process.umask(0o077);
    try {
      await unpack(join(base, "a.tar.zst"), join(base, "out"));
    } finally {
      process.umask(before);
    }
    expect(digestTree(join(base, "out"))).toEqual(digestTree(directory));
  });

  it("takes hard links and symbolic links of the build as files", async () => {
    const base = scratch();
    const build = join(base, "build");
    mkdirSync(build);
    writeFileSync(join(base, "Image"), noise("image", 100_000));
    linkSync(join(base, "Image"), join(build, "Image"));
    linkSync(join(base, "Image"), join(build, "Image.2"));
    symlinkSync(join(base, "Image"), join(build, "Image.3"));
    await pack(build, ["Image", "Image.2", "Image.3"], join(base, "a.tar.zst"));
    mkdirSync(join(base, "out"));
    await unpack(join(base, "a.tar.zst"), join(base, "out"));
    for (const name of ["Image", "Image.2", "Image.3"]) {
      expect(statSync(join(base, "out", name)).nlink).toBe(1);
      expect(readFileSync(join(base, "out", name)).equals(readFileSync(join(base, "Image")))).toBe(true);
    }
  });

  it("unpacks zero-filled and sparse images, which compress beyond any sane ratio", async () => {
    const base = scratch();
    const build = join(base, "build");
    mkdirSync(build);
    writeFileSync(join(build, "Image"), "");
    truncateSync(join(build, "Image"), 200 << 20);
    await pack(build, ["Image"], join(base, "ours.tar.zst"));
    expect((200 << 20) / statSync(join(base, "ours.tar.zst")).size).toBeGreaterThan(1000);
    mkdirSync(join(base, "out"));
    await unpack(join(base, "ours.tar.zst"), join(base, "out"));
    expect(statSync(join(base, "out", "Image")).size).toBe(200 << 20);
  });
});

describe("what comes behind the end of an archive", { timeout: 60_000 }, () => {
  const end = Buffer.alloc(1024);
  const plain = zstdDecompressSync(tarball({ path: "first", body: "x".repeat(3000) }));
  /** Unpacks raw bytes that are compressed in one piece. */
  const unpackBytes = async (...parts: Buffer[]) => {
    const base = scratch();
    writeFileSync(join(base, "a.tar.zst"), zstdCompressSync(Buffer.concat(parts)));
    mkdirSync(join(base, "out"));
    await unpack(join(base, "a.tar.zst"), join(base, "out"));
    return readdirSync(join(base, "out"));
  };

  it("zeros that fill up a record are fine, of any blocking factor of tar", async () => {
    expect(await unpackBytes(plain, Buffer.alloc(10_240 - 1024))).toEqual(["first"]);
    expect(await unpackBytes(plain, Buffer.alloc(2 ** 20))).toEqual(["first"]);
  });

  it.each([
    ["another archive", [plain, plain], /data behind its end/],
    ["one byte, far behind", [plain, Buffer.alloc(70_001), Buffer.from("x")], /data behind its end/],
    ["zeros without end", [plain, Buffer.alloc(2 ** 21)], /more than 1048576 zeros behind its end/],
    ["nothing but zeros", [Buffer.alloc(2 ** 21)], /more than 1048576 zeros behind its end/],
    ["two zero blocks alone", [end], /Unrecognized archive format/],
    ["gzip", [gzipSync(plain)], /holds gzip, not tar/],
  ] as const)("%s: refused", async (_, parts, reason) => {
    await expect(unpackBytes(...parts)).rejects.toThrow(reason);
  });

  it("zeros cost as much as reading them, not the square of it", async () => {
    const base = scratch();
    const seconds = async (megabytes: number) => {
      const archive = join(base, `${megabytes}.tar.zst`);
      writeFileSync(archive, zstdCompressSync(Buffer.alloc(megabytes << 20)));
      const before = process.cpuUsage();
      await expect(unpack(archive, base)).rejects.toThrow(/zeros behind its end/);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6;
    };
    await seconds(16);
    const [few, many] = [await seconds(16), await seconds(512)];
    // Refused in the first megabytes, however many follow.
    expect(many).toBeLessThan(few + 1);
  });

  it("more entries than any run has are refused before they are all made", async () => {
    const head = Buffer.alloc(512);
    const heads = Array.from({ length: 100_001 }, (_, i) => {
      new Header({ path: `d${i % 3}/`, mode: 0o755, type: "Directory", size: 0 }).encode(head, 0);
      return Buffer.from(head);
    });
    await expect(unpackBytes(Buffer.concat([...heads, end]))).rejects.toThrow(
      "holds more than 100000 entries",
    );
  });

  it("is seen however the bytes are cut", () => {
    const base = scratch();
    const bytes = Buffer.concat([plain.subarray(0, -1024), plain]);
    for (const size of [1, 7, 511, 512, 513, 4000]) {
      const into = join(base, `out${size}`);
      mkdirSync(into);
      const cut = (all: Buffer) => {
        using extraction = new Extraction(into);
        for (let at = 0; at < all.length; at += size) extraction.write(all.subarray(at, at + size));
        extraction.end();
      };
      cut(plain);
      expect(readFileSync(join(into, "first"), "utf8")).toBe("x".repeat(3000));
      rmSync(join(into, "first"));
      // Both entries are seen.
      expect(() => cut(bytes)).toThrow("same name twice");
      rmSync(join(into, "first"));
      expect(() => cut(Buffer.concat([plain, plain]))).toThrow("data behind its end");
    }
  });
});

describe("archives that are refused", { timeout: 60_000 }, () => {
  const file = { path: "first", body: "first" };
  it.each<[string, RegExp, (HeaderData & { body?: string })[]]>([
    ["..", /name with "\.\."/, [file, { path: "../evil", body: "x" }]],
    [".. in the middle", /name with "\.\."/, [file, { path: "a/../../evil", body: "x" }]],
    ["an absolute name", /absolute name: \/tmp\/evil/, [file, { path: "/tmp/evil", body: "x" }]],
    ["a backslash", /plain relative path/, [file, { path: "..\\evil", body: "x" }]],
    [
      "a hard link out",
      /hard link that leaves/,
      [file, { path: "l", type: "Link", linkpath: "../../etc/passwd" }],
    ],
    [
      "a hard link to an absolute name",
      /hard link that leaves/,
      [file, { path: "l", type: "Link", linkpath: "/etc/passwd" }],
    ],
    [
      "a symbolic link out",
      /symbolic link: /,
      [file, { path: "d/l", type: "SymbolicLink", linkpath: "../../evil" }],
    ],
    [
      "a symbolic link to an absolute name",
      /symbolic link: /,
      [file, { path: "l", type: "SymbolicLink", linkpath: "/etc" }],
    ],
    ["a name twice", /same name twice: first/, [file, { path: "first", body: "x" }]],
    ["a file that is a directory too", /same name twice: first\/x/, [file, { path: "first/x", body: "x" }]],
    ["a hard link to nothing", /hard link to what/, [file, { path: "l", type: "Link", linkpath: "none" }]],
    ["a device", /CharacterDevice/, [file, { path: "null", type: "CharacterDevice" }]],
    ["a named pipe", /FIFO/, [file, { path: "pipe", type: "FIFO" }]],
    [
      "a file through a symbolic link",
      /symbolic link: l to d/,
      [
        { path: "d", type: "Directory" },
        { path: "l", type: "SymbolicLink", linkpath: "d" },
        { path: "l/x", body: "x" },
      ],
    ],
  ])("with %s", async (_, reason, entries) => {
    const base = scratch();
    writeFileSync(join(base, "a.tar.zst"), tarball(...entries));
    const target = join(base, "in", "TREE05");
    expect(await unpackBuild(join(base, "a.tar.zst"), "key", target)).toMatchObject({
      outcome: "corrupt",
      reason: expect.stringMatching(reason),
    });
    expect(readdirSync(join(base, "in"))).toEqual([]);
    expect(existsSync(join(base, "evil"))).toBe(false);
    expect(existsSync("/tmp/evil")).toBe(false);
  });

  it("that unpack to more than they may", async () => {
    const base = scratch();
    writeFileSync(join(base, "a.tar.zst"), tarball({ path: "big", body: "x".repeat(3_000_000) }));
    mkdirSync(join(base, "out"));
    await expect(unpack(join(base, "a.tar.zst"), join(base, "out"), { maxBytes: 1_000_000 })).rejects.toThrow(
      "unpacks to more than 1000000 bytes",
    );
  });

  it("that were cut short, flipped, emptied or are something else", async () => {
    const base = scratch();
    const build = await makeBuild(join(base, "build"), "key");
    await packBuild(build, join(base, "good.tar.zst"));
    const good = readFileSync(join(base, "good.tar.zst"));
    const flipped = Buffer.from(good);
    flipped[good.length >> 1] = (flipped[good.length >> 1] ?? 0) ^ 1;
    for (const bytes of [
      good.subarray(0, good.length >> 1),
      good.subarray(0, good.length - 3),
      flipped,
      Buffer.alloc(0),
      Buffer.from("<html>404</html>"),
      zstdCompressSync(Buffer.from("not a tar archive")),
      zstdCompressSync(Buffer.alloc(4096)),
    ]) {
      writeFileSync(join(base, "bad.tar.zst"), bytes);
      const target = join(base, "in", "TREE05");
      expect(await unpackBuild(join(base, "bad.tar.zst"), "key", target)).toMatchObject({
        outcome: "corrupt",
        reason: expect.stringMatching(/./),
      });
      expect(readdirSync(join(base, "in"))).toEqual([]);
    }
  });
});

describe("a packed build", { timeout: 60_000 }, () => {
  it("is another's when its manifest has another key", async () => {
    const base = scratch();
    await packBuild(await makeBuild(join(base, "build"), "key-one"), join(base, "a.tar.zst"));
    expect(await unpackBuild(join(base, "a.tar.zst"), "key", join(base, "out"))).toEqual({
      outcome: "corrupt",
      reason: "holds the build of another key: key-one",
    });
  });

  it.each([
    ["more", (dir: string) => writeFileSync(join(dir, "extra"), "x"), /extra: not in the manifest/],
    ["less", (dir: string) => execFileSync("rm", [join(dir, "qemu-cmd")]), /qemu-cmd: missing/],
    [
      "a link for a file",
      (dir: string) => execFileSync("ln", ["-sf", ".config", join(dir, "qemu-cmd")]),
      /symbolic link: .*qemu-cmd to .config/,
    ],
    [
      "other bytes",
      (dir: string) => writeFileSync(join(dir, "ConfigFragment"), "CONFIG_NR_CPUS=9\n"),
      /ConfigFragment: SHA-256/,
    ],
    ["no manifest", (dir: string) => execFileSync("rm", [join(dir, "manifest.json")]), /holds no manifest/],
  ])("is refused when it holds %s", async (_, change, reason) => {
    const base = scratch();
    await packBuild(await makeBuild(join(base, "build"), "key"), join(base, "a.tar.zst"));
    execFileSync("sh", ["-c", "mkdir x && tar -I zstd -xf a.tar.zst -C x"], { cwd: base });
    change(join(base, "x"));
    execFileSync("tar", ["-I", "zstd", "-cf", join(base, "b.tar.zst"), "-C", join(base, "x"), "."]);
    expect(await unpackBuild(join(base, "b.tar.zst"), "key", join(base, "out"))).toMatchObject({
      outcome: "corrupt",
      reason: expect.stringMatching(reason),
    });
    expect(existsSync(join(base, "out"))).toBe(false);
  });
});
