import { join } from "node:path";
import { readBuild } from "../../kernel/buildResult.ts";
import { countedAsBuildError } from "../../kernel/buildVerdict.ts";
import type { BuildResult } from "../../results/schema.ts";
import { findConsole } from "../../rundir/console.ts";
import { locateFile, sizeOf, textOf } from "../../rundir/files.ts";
import { guestFiles } from "../../rundir/names.ts";
import type { RunDirectory } from "../../rundir/open.ts";

export interface RunBuilds {
  readonly builds: readonly BuildResult[];
  /** Whether `kvm-recheck.sh` would count a build error (its exit status 2). */
  readonly scriptsErrors: boolean;
}

async function hasConsole(run: string, guest: string): Promise<boolean> {
  const name = await findConsole(run, guest);
  return name !== undefined && ((await sizeOf(run, join(run, guest, name))) ?? 0) > 0;
}

/** What the scenario folders of a run directory say about their builds. */
export async function readBuilds(run: RunDirectory, known: readonly BuildResult[] = []): Promise<RunBuilds> {
  const guests = run.batches.flatMap((batch) => batch.guests);
  const scenarios = Map.groupBy(guests, (guest) => guest.scenario);
  const builds: BuildResult[] = [];
  let scriptsErrors = false;
  for (const [scenario, copies] of scenarios) {
    const folder = join(run.path, scenario);
    const earlier = known.find((build) => build.scenario === scenario);
    const booted = (await Promise.all(copies.map(({ name }) => hasConsole(run.path, name)))).includes(true);
    const { result } = await readBuild(folder, scenario, run.tree ?? "/", earlier?.seconds, booted);
    const reused = result.status === "built" && run.rerunOf !== undefined;
    builds.push(
      earlier !== undefined && earlier.status !== "built"
        ? { ...earlier, ...(result.variant === undefined ? {} : { variant: result.variant }) }
        : { ...result, ...(reused ? { status: "reused", origin: run.rerunOf } : {}) },
    );
    scriptsErrors ||= await countsForScripts(scenario, run);
  }
  return { builds, scriptsErrors };
}

/** `kvm-find-errors.sh`: a line of the build log, or no `vmlinux` in a run that is no re-run. */
async function countsForScripts(scenario: string, run: RunDirectory): Promise<boolean> {
  const file = (name: string) => join(run.path, scenario, name);
  const log = await textOf(run.path, file(guestFiles.makeOut));
  if (log === undefined) return false;
  if (countedAsBuildError(log).length > 0) return true;
  const images = [guestFiles.vmlinux, `${guestFiles.vmlinux}.xz`].map((name) =>
    locateFile(run.path, file(name)),
  );
  return (await Promise.all(images)).every((image) => image === undefined) && !run.reused;
}
