import type { Executor } from "../../../../systems/command.ts";
import { siteEnvironment } from "../../../../systems/environment.ts";
import type { Ui } from "../../../../ui.ts";

export interface SiteCommand {
  readonly input: "reserve-command" | "release-command";
  /** A script for a POSIX shell. */
  readonly command: string;
  /** For `$RCUTORTURE_SYSTEMS`. */
  readonly names: readonly string[];
  /** This machine, where it runs. */
  readonly local: Executor;
  readonly ui: Pick<Ui, "info">;
  readonly signal?: AbortSignal;
  /** Milliseconds. */
  readonly timeout?: number;
}

/**
 * Runs a script of the site's own; what it prints goes to the log.
 * @returns what went wrong, in one line; undefined: nothing
 */
export async function runSiteCommand(site: SiteCommand): Promise<string | undefined> {
  const { input, command, names, local, ui, signal, timeout } = site;
  const tell = (chunk: Buffer) => {
    for (const line of chunk.toString().trimEnd().split("\n")) ui.info(`${input}: ${line}`);
  };
  const result = await local.run(
    {
      argv: ["sh", "-c", command],
      env: { ...siteEnvironment(process.env), RCUTORTURE_SYSTEMS: names.join(" ") },
      ...(timeout === undefined ? {} : { timeout }),
    },
    { onStdout: tell, onStderr: tell, ...(signal ? { signal } : {}) },
  );
  if (result.cause === "exited" && result.exitStatus === 0) return undefined;
  const how = result.exitStatus === null ? result.cause : `status ${result.exitStatus}`;
  const said = result.stderr.trim().split("\n").at(-1);
  return `${input} failed (${how})${said ? `: ${said}` : ""}`;
}
