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

/** What the scripts are, and what they read of the kernel: its version, and the tests' sources (`torture.sh`). */
const members = ["Makefile", "kernel/rcu", "tools/testing/selftests/rcutorture"];

const sourcePackage = /^linux-source-(\d+\.\d+)$/;
const byVersion = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

/** Path of the newest tree that `fetchBackportsTree` has brought; undefined before. */
export async function backportsTree(): Promise<string | undefined> {
  const names = await readdir(backportsFolder).catch(() => []);
  const newest = names
    .filter((name) => sourcePackage.test(name))
    .sort(byVersion)
    .at(-1);
  return newest === undefined ? undefined : join(backportsFolder, newest);
}

/**
 * Brings the scripts of the newest `linux-source` package in Debian's backports, once: with an apt source, lists and
 * caches of our own, so that nothing of the machine's own apt changes and no package is installed.
 *
 * @returns path of the tree, of which only the scripts and what they read are there
 * @throws Error with one line on what was tried, when the network does not give it
 */
export async function fetchBackportsTree(): Promise<string> {
  const known = await backportsTree();
  if (known !== undefined) return known;
  if (!existsSync(keyring)) throw new Error(`no ${keyring}: apt-get install -y debian-archive-keyring`);
  await mkdir(backportsFolder, { recursive: true });
  const work = await mkdtemp(join(backportsFolder, "fetching-"));
  try {
    console.log(`Fetching the newest kernel's scripts from Debian's ${suite} (170 MB, once).`);
    return await pRetry(() => fetchInto(work), { retries: 4, minTimeout: 2000, maxTimeout: 30_000 });
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

async function fetchInto(work: string): Promise<string> {
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
  const tree = join(backportsFolder, name);
  await run("bash", [
    "-c",
    unpack,
    "unpack",
    join(work, deb),
    name,
    work,
    ...members.map((member) => `${name}/${member}`),
  ]);
  // In one step, so that tests that run at the same time see all of it or nothing.
  await rename(join(work, name), tree);
  return tree;
}

/** `$1`: the package, `$2`: its name, `$3`: where to, then the members of the tree. */
const unpack = `set -eu -o pipefail
deb=$1 name=$2 to=$3; shift 3
dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$to" "./usr/src/$name.tar.xz"
tar -C "$to" -xJf "$to/usr/src/$name.tar.xz" "$@"`;

/** The mirror that this machine already uses for Debian; else Debian's own. */
async function archive(): Promise<string> {
  const format = ["indextargets", "--format", "$(REPO_URI) $(ORIGIN) $(CODENAME)", "Created-By: Packages"];
  const { stdout } = await run("apt-get", format).catch(() => ({ stdout: "" }));
  const [uri] = /^\S+(?= Debian [a-z]+$)/m.exec(stdout) ?? [];
  return uri ?? "http://deb.debian.org/debian";
}
