/** Environment variables: names to values. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * What a child program of ours gets to see (docs/environment.md lists the same, and a test compares). Names; a `*` at
 * the end stands for any characters.
 */
export const plainNames = [
  "PATH",
  "LD_LIBRARY_PATH",
  "HOME",
  "USER",
  "LOGNAME",
  "SHELL",
  "TMPDIR",
  "XDG_CACHE_HOME",
  "XDG_CONFIG_HOME",
  "XDG_RUNTIME_DIR",
  "LANG",
  "LANGUAGE",
  "LC_*",
  "TZ",
  // By this a runner finds, when its job has ended, what was left behind, and ends it.
  "RUNNER_TRACKING_ID",
] as const;

/** What ssh on this machine needs besides, for keys that an agent holds and for Kerberos. */
export const sshNames = ["SSH_AUTH_SOCK", "KRB5CCNAME"] as const;

/** What the runner hands to its actions: a script of the user's own gets all but these. */
export const runnerNames = [
  "INPUT_*",
  "STATE_*",
  "ACTIONS_*",
  "GITHUB_ENV",
  "GITHUB_OUTPUT",
  "GITHUB_PATH",
  "GITHUB_STATE",
  "GITHUB_STEP_SUMMARY",
] as const;

function matcher(names: readonly string[]): (name: string) => boolean {
  const exact = new Set(names);
  const prefixes = names.flatMap((name) => (name.endsWith("*") ? [name.slice(0, -1)] : []));
  return (name) => exact.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
}

function filtered(variables: Variables, wanted: (name: string) => boolean): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && wanted(entry[0]),
    ),
  );
}

/** For qemu, guards, jitter, probes, git: nothing that says anything about the job. */
export function plainEnvironment(variables: Variables, more: readonly string[] = []): Record<string, string> {
  return filtered(variables, matcher([...plainNames, ...more]));
}

export function sshEnvironment(variables: Variables): Record<string, string> {
  return plainEnvironment(variables, sshNames);
}

/** For the commands of inputs: what the workflow gave the step by `env`, and nothing of the runner's. */
export function siteEnvironment(variables: Variables): Record<string, string> {
  const runners = matcher(runnerNames);
  return filtered(variables, (name) => !runners(name));
}

/** Takes the runner's inputs out of this process's own variables: no child can inherit them from there. */
export function forgetInputs(variables: Record<string, string | undefined>): void {
  for (const name of Object.keys(variables)) if (name.startsWith("INPUT_")) delete variables[name];
}
