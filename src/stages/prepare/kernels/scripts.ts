import { createHash } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../../../errors.ts";
import type { KernelTree } from "../../../kernel/tree.ts";
import { digestFile, listFiles, regularFile } from "../../../storage/files.ts";
import { createManifest } from "../../../storage/manifest.ts";
import { type Store, scriptsKey } from "../../../storage/store.ts";
import type { Ui } from "../../../ui.ts";

/** Folder of the scripts, in the tree's rcutorture folder and in a run directory that has no tree. */
const folderName = "bin";

/**
 * Keeps the scripts of a tree's `bin/`, as an entry of its own: all kernels of a tree share it. With them, who
 * has a kernel's run directory and no tree can judge it as its own `kvm-recheck.sh` does.
 * @returns the entry's key; undefined when it could not be kept, which costs a line, never the job.
 */
export async function keepScripts(store: Store, tree: KernelTree, ui: Ui): Promise<string | undefined> {
  const directory = join(tree.rcutorture, folderName);
  try {
    const paths = listFiles(directory)
      .filter((path) => regularFile(join(directory, path), { follow: true }))
      .sort();
    const hash = createHash("sha256");
    for (const path of paths) hash.update(`${path} ${await digestFile(join(directory, path), 0)}\n`);
    const key = scriptsKey(hash.digest("hex"));
    if ((await store.lookup(key)).outcome === "hit") return key;
    const provenance = { toolchain: {}, ingredients: {} };
    const manifest = await createManifest(
      directory,
      paths.map((path) => ({ path })),
      { key, scenario: "scripts", provenance },
    );
    const { outcome } = await store.save({ directory, manifest });
    return outcome === "saved" || outcome === "present" ? key : undefined;
  } catch (error) {
    ui.warning(`The tree's scripts are not kept: ${messageOf(error)}`);
    return undefined;
  }
}

/**
 * Brings the scripts of a kernel into `bin/` of a run directory. Nothing of ours runs them: they are for people,
 * `PATH=RUNDIR/bin:$PATH kvm-recheck.sh RUNDIR`. What does not come costs a line, never the job.
 */
export async function bringScripts(store: Store, key: string, rundir: string, ui: Ui): Promise<void> {
  const temporary = join(rundir, `${folderName}.${process.pid}.tmp`);
  try {
    const fetched = await store.fetch(key, temporary, { link: false });
    if (fetched.outcome === "hit") await rename(temporary, join(rundir, folderName));
    else ui.info(`The scripts of these kernels are not kept any more (${fetched.reason}).`);
  } catch (error) {
    ui.warning(`The scripts of these kernels could not be fetched: ${messageOf(error)}`);
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
  }
}
