import { homedir, userInfo } from "node:os";
import { join } from "node:path";

type Variables = Readonly<Record<string, string | undefined>>;

/** The user's home; undefined: there is none (no HOME, and no entry in the passwd file, as in many containers). */
export function homeOf({ HOME: home }: Variables): string | undefined {
  if (home?.startsWith("/")) return home;
  try {
    return homedir() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Our folder in the user's cache (XDG Base Directory Specification: a relative XDG_CACHE_HOME is ignored).
 * Undefined: this user has none.
 */
export function cacheOf(variables: Variables): string | undefined {
  const { XDG_CACHE_HOME: xdg } = variables;
  const home = homeOf(variables);
  const cache = xdg?.startsWith("/") ? xdg : home && join(home, ".cache");
  return cache && join(cache, "rcutorture-action");
}

/** Whether the user database knows this user. */
export function hasPasswdEntry(): boolean {
  try {
    return userInfo().uid >= 0;
  } catch {
    return false;
  }
}

/** What to call this user: the name, or the number where there is no name. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? "unknown"}`;
  }
}
