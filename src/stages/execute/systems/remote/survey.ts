import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { JobContext } from "../../../../context.ts";
import { InfrastructureError } from "../../../../errors.ts";
import { stopOf } from "../../../../guests/stop.ts";
import { jobIdentity } from "../../../../handoff/attempts.ts";
import { refuseUnsent } from "../../../../rundir/commandFiles.ts";
import { hasPasswdEntry, userName } from "../../../../systems/home.ts";
import { memoryOf, probeMemoryFile } from "../../../../systems/probeMemory.ts";
import type { LinkTimes } from "../../../../systems/ssh/connection/dial.ts";
import { prepareSshFiles } from "../../../../systems/ssh/connection/files.ts";
import { openSystem } from "../../../../systems/ssh/connection/openSystem.ts";
import { type PreflightRow, preflight } from "../../../../systems/ssh/preflight/preflight.ts";
import { renderPreflight } from "../../../../systems/ssh/preflight/preflightTable.ts";
import type { JobSystems } from "../systems.ts";
import { whoWeAre } from "../whoWeAre.ts";
import { abandonedLeases, journalPath } from "./journal.ts";
import { Ledger } from "./ledger.ts";
import { releaseSystems } from "./releaseSystems.ts";
import { RemoteSystems } from "./remoteSystems.ts";
import { runSiteCommand } from "./siteCommand.ts";

/** A connection counts as broken after a third of the time after which its system counts as lost. */
function linkTimes(systemTimeout: number): LinkTimes {
  const keepaliveLimit = 4;
  const keepalive = Math.min(5000, Math.max(500, (systemTimeout * 1000) / 3 / keepaliveLimit));
  return { connect: 20_000, keepalive, keepaliveLimit };
}

/** @throws InfrastructureError for a user whom ssh does not know */
function checkUser(): void {
  if (hasPasswdEntry()) return;
  throw new InfrastructureError(
    `systems: ${userName()} has no entry in the passwd file, and ssh works for no such user; add one, or run as another user.`,
  );
}

/** Attempts of a job of a workflow have a key in common; elsewhere every process has one of its own. */
function keyOf(context: JobContext): string {
  const identity = jobIdentity(context);
  if (identity === undefined) return randomUUID();
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = context.environment.variables;
  return [GITHUB_SERVER_URL, GITHUB_REPOSITORY, identity].join(" ");
}

function table(rows: readonly PreflightRow[], { ui }: JobContext): void {
  for (const line of renderPreflight(rows).split("\n")) ui.info(line);
  for (const note of rows.flatMap(({ notes }) => notes)) ui.warning(note);
}

function check({ signal }: JobContext): void {
  if (signal.aborted) throw new InfrastructureError(stopOf(signal.reason).detail);
}

/**
 * Reserves systems, connects to all of them and looks whether they can run guests, before anything is built or sent.
 * @param names as the user gave them
 * @param qemus programs that guests run with
 * @throws InputError, InfrastructureError when they cannot; nothing stays connected or reserved then
 */
export async function surveyRemoteSystems(
  context: JobContext,
  names: readonly string[],
  qemus: readonly [string, ...string[]],
): Promise<JobSystems> {
  const { inputs, executor: local, ui, environment } = context;
  const { variables } = environment;
  const [qemu, ...otherQemus] = qemus;
  checkUser();
  // Before kernels are built for guests that could not run there.
  refuseUnsent(inputs.qemuArgs?.split(/\s+/).filter((word) => word !== "") ?? [], "qemu-args");
  // We wait more than we compute: garbage may be collected early, and what is sent makes a lot of it.
  setFlagsFromString("--optimize-for-size");
  await Promise.all(
    (await abandonedLeases(variables, (line) => ui.warning(line))).map((lease) =>
      releaseSystems(lease, local, ui),
    ),
  );
  const ssh = await prepareSshFiles(
    { config: inputs.sshConfig, privateKey: inputs.sshPrivateKey, knownHosts: inputs.sshKnownHosts },
    { parent: variables.RUNNER_TEMP ?? tmpdir(), mask: (secret) => ui.mask(secret) },
  );
  const instance = randomUUID();
  const ledger = await Ledger.open(context, {
    ...{ names, key: instance, ssh, release: false },
    journal: journalPath(variables),
  });
  try {
    if (inputs.reserveCommand !== undefined || inputs.releaseCommand !== undefined)
      await ledger.reserved(inputs.releaseCommand);
    if (inputs.reserveCommand !== undefined) {
      const command = inputs.reserveCommand;
      const { signal } = context;
      const problem = await runSiteCommand({ input: "reserve-command", command, names, local, ui, signal });
      check(context);
      if (problem !== undefined) throw new InfrastructureError(problem);
    }
    const times = linkTimes(inputs.systemTimeout);
    const checked = await preflight({
      ...{ names, local, qemu, otherQemus },
      open: (name) =>
        openSystem(local, name, { configFile: ssh?.configFile, times, log: (line) => ui.info(line) }),
      accelerator: inputs.accel,
      memory: (circumstances) => {
        const one = probeMemoryFile(variables);
        if (one === undefined) return undefined;
        const digest = Buffer.from(circumstances).toString("base64url").slice(0, 120);
        return memoryOf(
          join(dirname(one), `${basename(one, ".json")}-${digest}.json`),
          async () => circumstances,
        );
      },
      unreachable: inputs.unreachable,
      show: (rows) => table(rows, context),
    });
    const info = whoWeAre(environment);
    const systems = new RemoteSystems(context, checked, ledger, {
      ...{ key: keyOf(context), attempt: environment.attempt, instance },
      info,
      times,
      configFile: ssh?.configFile,
    });
    // Whoever asked for it to stop meanwhile.
    if (context.signal.aborted) await systems.close();
    check(context);
    return systems;
  } catch (error) {
    for (const problem of await ledger.close([])) ui.warning(problem);
    throw error;
  }
}
