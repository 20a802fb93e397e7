import { access, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { readBuild } from "../../kernel/buildResult.ts";
import { countedAsBuildError } from "../../kernel/buildVerdict.ts";
import type { BuildResult } from "../../results/schema.ts";
import { guestFiles } from "../../rundir/names.ts";
import type { RunDirectory } from "../../rundir/open.ts";

export interface RunBuilds {
  readonly builds: readonly BuildResult[];
  /** Whether `kvm-recheck.sh` would count a build error (its exit status 2). */
  readonly scriptsErrors: boolean;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

const hasConsole = (folder: string) =>
  stat(join(folder, guestFiles.console)).then(
    ({ size }) => size > 0,
    () => false,
  );

/** What the scenario folders of a run directory say about their builds. */
export async function readBuilds(run: RunDirectory, known: readonly BuildResult[] = []): Promise<RunBuilds> {
  const guests = run.batches.flatMap((batch) => batch.guests);
  const scenarios = new Set(guests.map((guest) => guest.scenario));
  const builds: BuildResult[] = [];
  let scriptsErrors = false;
  for (const scenario of scenarios) {
    const folder = join(run.path, scenario);
    const earlier = known.find((build) => build.scenario === scenario);
    const consoles = guests.filter((guest) => guest.scenario === scenario).map(({ name }) => name);
    const booted = (await Promise.all(consoles.map((name) => hasConsole(join(run.path, name))))).includes(
      true,
    );
    const { result } = await readBuild(folder, scenario, run.tree ?? "/", earlier?.seconds, booted);
    const reused = result.status === "built" && run.rerunOf !== undefined;
    builds.push(
      earlier !== undefined && earlier.status !== "built"
        ? { ...earlier, ...(result.variant === undefined ? {} : { variant: result.variant }) }
        : { ...result, ...(reused ? { status: "reused", origin: run.rerunOf } : {}) },
    );
    scriptsErrors ||= await countsForScripts(folder, run);
  }
  return { builds, scriptsErrors };
}

/** `kvm-find-errors.sh`: a line of the build log, or no `vmlinux` in a run that is no re-run. */
async function countsForScripts(folder: string, run: RunDirectory): Promise<boolean> {
  const log = await readFile(join(folder, guestFiles.makeOut), "utf8").catch(() => undefined);
  if (log === undefined) return false;
  if (countedAsBuildError(log).length > 0) return true;
  const images = [guestFiles.vmlinux, `${guestFiles.vmlinux}.xz`].map((name) => exists(join(folder, name)));
  return !(await Promise.all(images)).includes(true) && !run.reused;
}
