import { link, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InfrastructureError } from "../../../errors.ts";
import type { Executor } from "../../command.ts";
import { siteEnvironment } from "../../environment.ts";
import type { Item } from "./item.ts";
import { adoptScript } from "./storeScript.ts";

export interface DistributeCommand {
  /** A line for a POSIX shell: the input `distribute-command`. */
  readonly command: string;
  /** This machine, where it runs. */
  readonly local: Executor;
  readonly systems: readonly Executor[];
  readonly items: readonly Item[];
  readonly signal?: AbortSignal;
  log(line: string): void;
}

/** Where the command is to put the files on every system, relative to the user's home. */
export const incomingFolder = ".cache/rcutorture-action/incoming";

/**
 * Lets a site's own utility bring the kernels to all systems. It finds them in the folder `RCUTORTURE_FILES`,
 * named by their SHA-256, and puts them, with these names, into `RCUTORTURE_DESTINATION` (below the home) of each of
 * `RCUTORTURE_SYSTEMS`. What has arrived whole is taken into the content stores; what has not is sent over ssh afterwards
 * as if there were no command.
 *
 * @throws InfrastructureError when the command fails
 */
export async function runDistributeCommand(job: DistributeCommand): Promise<void> {
  const { command, local, systems, items, signal, log } = job;
  const folder = await mkdtemp(join(tmpdir(), "rcutorture-files-"));
  try {
    for (const { path, sha256 } of new Map(items.map((item) => [item.sha256, item])).values()) {
      const name = join(folder, sha256);
      // Utilities that do not follow links are common; other file systems leave no choice.
      await link(path, name).catch(() => symlink(path, name));
    }
    await Promise.all(systems.map((system) => adopt(system)));
    const env = {
      ...siteEnvironment(process.env),
      RCUTORTURE_FILES: folder,
      RCUTORTURE_DESTINATION: incomingFolder,
      RCUTORTURE_SYSTEMS: systems.map(({ name }) => name).join(" "),
    };
    const result = await local.run({ argv: ["sh", "-c", command], env }, signal ? { signal } : {});
    if (result.cause !== "exited" || result.exitStatus !== 0) {
      const said = result.stderr.trim().split("\n").at(-1) ?? "";
      const how = result.exitStatus === null ? result.cause : `status ${result.exitStatus}`;
      throw new InfrastructureError(`distribute-command failed (${how})${said ? `: ${said}` : ""}`);
    }
    const adopted = await Promise.all(systems.map((system) => adopt(system)));
    const wanted = new Set(items.map(({ sha256 }) => sha256));
    systems.forEach((system, index) => {
      const missing = [...wanted].filter((sum) => !adopted[index]?.has(sum)).length;
      if (missing > 0)
        log(
          `${system.name}: distribute-command left out or damaged ${missing} of ${wanted.size} files; they are sent over ssh`,
        );
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes the folder for what comes, and takes what is in it. @returns digests of what was taken */
async function adopt(system: Executor): Promise<Set<string>> {
  const result = await system.run({ argv: ["sh", "-c", adoptScript], timeout: 600_000 });
  if (result.exitStatus !== 0) {
    throw new InfrastructureError(
      `${system.name}: cannot use its cache: ${result.stderr.trim() || result.cause}`,
    );
  }
  return new Set([...result.stdout.matchAll(/^adopted (\w+)$/gm)].map(([, sum]) => sum ?? ""));
}
