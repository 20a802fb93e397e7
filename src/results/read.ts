import { type Results, resultsSchema, resultsVersion } from "./schema.ts";

/** Makes results of one version those of the next. */
export type Upgrade = (older: Record<string, unknown>) => Record<string, unknown>;

/** By the version that they upgrade from. Fields that were added with a default need none. */
const known: Readonly<Record<number, Upgrade>> = {};

/**
 * Results from a text that some version of this program wrote: older ones are upgraded, newer ones refused.
 * @returns the results, or one line on what is wrong with them
 */
export function readResults(
  text: string,
  upgrades: Readonly<Record<number, Upgrade>> = known,
): { readonly results: Results } | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: "they are not JSON: cut off, or no results at all" };
  }
  const version = typeof json === "object" && json !== null && "version" in json ? json.version : undefined;
  if (typeof version !== "number" || !Number.isInteger(version))
    return { problem: "they name no version, as a results.json does" };
  if (version > resultsVersion) {
    return {
      problem: `they have version ${version}, and this program reads up to ${resultsVersion}; use its newest version for the report`,
    };
  }
  let current = json as Record<string, unknown>;
  for (let from = version; from < resultsVersion; from++) {
    const upgrade = upgrades[from];
    if (upgrade === undefined) return { problem: `they have version ${version}, which is not known` };
    current = { ...upgrade(current), version: from + 1 };
  }
  const parsed = resultsSchema.safeParse(current);
  if (parsed.success) return { results: parsed.data };
  const [issue] = parsed.error.issues;
  return { problem: `${issue?.path.join(".")}: ${issue?.message}` };
}
