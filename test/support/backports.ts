import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import pRetry from "p-retry";
import { cacheFolder } from "../../scripts/support/kernelSource.ts";

const run = promisify(execFile);

/** Of the release after the one that CI runs on; its backports have the newest stable kernel. */
const suite = "trixie-backports";
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** Where the trees are: `linux-source-7.3` and the like, one folder each. */
const backportsFolder = join(cacheFolder, "backports");

/** The whole trees, in which kernels are built: apart, because builds leave files in them. */
const sourcesFolder = join(backportsFolder, "source");

/** What the scripts are, and what they read of the kernel: its version, and the tests' sources (`torture.sh`). */
const members = ["Makefile", "kernel/rcu", "tools/testing/selftests/rcutorture"];

const sourcePackage = /^linux-source-(\d+\.\d+)$/;
const byVersion = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

/** Path of the newest tree that `fetchBackportsTree` has brought; undefined before. */
export async function backportsTree(): Promise<string | undefined> {
  return newestIn(backportsFolder);
}

async function newestIn(folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  const newest = names
    .filter((name) => sourcePackage.test(name))
    .sort(byVersion)
    .at(-1);
  return newest === undefined ? undefined : join(folder, newest);
}

/**
 * Brings the scripts of the newest `linux-source` package in Debian's backports, once: with an apt source, lists and
 * caches of our own, so that nothing of the machine's own apt changes and no package is installed.
 *
 * @returns path of the tree, of which only the scripts and what they read are there
 * @throws Error with one line on what was tried, when the network does not give it
 */
export async function fetchBackportsTree(): Promise<string> {
  return (await backportsTree()) ?? (await fetch(backportsTree));
}

/** The same, of the whole tree. */
export async function fetchBackportsSource(): Promise<string> {
  const source = () => newestIn(sourcesFolder);
  return (await source()) ?? (await fetch(source));
}

/** Brings what both of them give. */
async function fetch(fetched: () => Promise<string | undefined>): Promise<string> {
  if (!existsSync(keyring)) throw new Error(`no ${keyring}: apt-get install -y debian-archive-keyring`);
  await mkdir(backportsFolder, { recursive: true });
  const work = await mkdtemp(join(backportsFolder, "fetching-"));
  try {
    console.log(`Fetching the newest kernel's source from Debian's ${suite} (170 MB, once).`);
    await pRetry(() => fetchInto(work), { retries: 4, minTimeout: 2000, maxTimeout: 30_000 });
    const tree = await fetched();
    if (tree === undefined) throw new Error("no tree in the package");
    return tree;
  } catch (error) {
    const [line = ""] = String((error as { stderr?: string }).stderr || error)
      .trim()
      .split("\n")
      .slice(-1);
    throw new Error(
      `no linux-source from Debian's ${suite} (${line}); check the network, or name trees with RCUTORTURE_TEST_TREES=path:path.`,
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fetchInto(work: string): Promise<void> {
  const [sources, lists, cache] = ["sources", "lists", "cache"].map((name) => join(work, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [sources, join(lists, "partial"), join(cache, "archives/partial")]) {
    await mkdir(folder, { recursive: true });
  }
  await writeFile(
    join(sources, "backports.sources"),
    `Types: deb\nURIs: ${await archive()}\nSuites: ${suite}\nComponents: main\nSigned-By: ${keyring}\n`,
  );
  const options = {
    "Dir::Etc::sourcelist": "/dev/null",
    "Dir::Etc::sourceparts": sources,
    "Dir::State::Lists": lists,
    "Dir::Cache": cache,
    "Acquire::Languages": "none",
    // apt's own user may not write below a home folder.
    "APT::Sandbox::User": process.getuid?.() === 0 ? "root" : "",
  };
  const flags = Object.entries(options).flatMap(([name, value]) => (value ? ["-o", `${name}=${value}`] : []));
  // A source that cannot be read is an error, not a warning.
  await run("apt-get", ["-q", ...flags, "-o", "APT::Update::Error-Mode=any", "update"]);
  const { stdout } = await run("apt-cache", [...flags, "pkgnames", "linux-source-"]);
  const name = stdout
    .split("\n")
    .filter((one) => sourcePackage.test(one))
    .sort(byVersion)
    .at(-1);
  if (name === undefined) throw new Error(`${suite} has no linux-source package`);
  await run("apt-get", ["-q", ...flags, "download", name], { cwd: work });
  const deb = (await readdir(work)).find((file) => file.startsWith(`${name}_`) && file.endsWith(".deb"));
  if (deb === undefined) throw new Error(`apt-get download ${name} left no package`);
  await run("bash", ["-c", unpack, "unpack", join(work, deb), name, work]);
  await mkdir(sourcesFolder, { recursive: true });
  const scripts = join(work, "scripts");
  await mkdir(scripts);
  await run("cp", ["-a", "--parents", ...members, scripts], { cwd: join(work, name) });
  // Each in one step, so that tests that run at the same time see all of it or nothing.
  await place(join(work, name), join(sourcesFolder, name));
  await place(scripts, join(backportsFolder, name));
}

async function place(from: string, to: string): Promise<void> {
  if (!existsSync(to)) await rename(from, to);
}

/** `$1`: the package, `$2`: its name, `$3`: where to. */
const unpack = `set -eu -o pipefail
dpkg-deb --fsys-tarfile "$1" | tar -xO "./usr/src/$2.tar.xz" | tar -xJ -C "$3"`;

/** The mirror that this machine already uses for Debian; else Debian's own. */
async function archive(): Promise<string> {
  const format = ["indextargets", "--format", "$(REPO_URI) $(ORIGIN) $(CODENAME)", "Created-By: Packages"];
  const { stdout } = await run("apt-get", format).catch(() => ({ stdout: "" }));
  const [uri] = /^\S+(?= Debian [a-z]+$)/m.exec(stdout) ?? [];
  return uri ?? "http://deb.debian.org/debian";
}
