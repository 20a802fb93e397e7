/** What the bundler knows of a module. */
export interface ModuleLinks {
  readonly importedIds: readonly string[];
}

/** Names of the files whose loading loads a module too, by the module's id: all that static imports lead to. */
export function needsOf(
  entries: ReadonlyMap<string, string>,
  linksOf: (id: string) => ModuleLinks | null,
): Map<string, Set<string>> {
  const needs = new Map<string, Set<string>>();
  for (const [entry, file] of entries) {
    const open = [entry];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const files = needs.get(id) ?? new Set();
      if (files.has(file)) continue;
      needs.set(id, files.add(file));
      open.push(...(linksOf(id)?.importedIds ?? []));
    }
  }
  return needs;
}

/**
 * Name of the shared file that a module lies in, or null when only one file needs it. Sorted by who is kept waiting, so
 * that nobody loads at its start what only others need: `core` all programs, `action` the steps of the action, `console`
 * the thread that reads consoles, `shared` every run, `statistics` those who report, `packages` what only
 * several of the others need.
 */
export function sharedFileOf(files: ReadonlySet<string>): string | null {
  if (files.size < 2) return null;
  if (files.has("cli") || files.has("lazy:help")) return "core";
  if (files.has("main") || files.has("post")) return "action";
  if (files.has("consoleWorker")) return "console";
  if (files.has("lazy:modes")) return "shared";
  return files.has("lazy:reports") ? "statistics" : "packages";
}
