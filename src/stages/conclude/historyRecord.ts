import * as z from "zod";
import { type Results, resultsSchema } from "../../results/schema.ts";
import type { EarlierRun } from "../../statistics/history.ts";

/** More runs than this tell little more, and cost time on every further one. */
export const mostRuns = 30;
/** Characters of JSON; a run of ten thousand boots must not make every later run slow. */
export const mostCharacters = 8_000_000;

const storedRunSchema = z.object({
  /** What is the same for all jobs and attempts of one workflow run; absent outside workflows. */
  id: z.string().optional(),
  /** How people refer to it. */
  run: z.string().optional(),
  results: resultsSchema,
});
export type StoredRun = z.infer<typeof storedRunSchema>;

/** Runs are checked one by one, so that one of another version costs only itself. */
const recordSchema = z.object({ runs: z.array(z.unknown()) });

/** Results without what only a report of that run itself would show: no console text, curve or build log. */
export function slimResults(results: Results): Results {
  const { reproduce: _, reproduction: __, ...kept } = results;
  return {
    ...kept,
    builds: results.builds.flatMap(({ scenario, status, seconds }) =>
      seconds === undefined ? [] : [{ scenario, status, seconds, diagnostics: [], configErrors: [] }],
    ),
    infrastructure: [],
    guests: results.guests.map(({ scripts: _, console: __, ...guest }) => ({
      ...guest,
      ignored: [],
      progress: [],
      findings: guest.findings
        .filter(({ severity }) => severity === "error")
        .map((finding) => ({ ...finding, text: "", truncated: true })),
    })),
  };
}

/** The text of a record: the newest runs, within the bounds, the newest first. */
export function renderHistory(
  runs: readonly StoredRun[],
  bounds: { readonly runs: number; readonly characters: number } = {
    runs: mostRuns,
    characters: mostCharacters,
  },
): string {
  const newest = runs
    .toSorted((a, b) => Date.parse(b.results.createdAt) - Date.parse(a.results.createdAt))
    .slice(0, bounds.runs);
  const texts: string[] = [];
  let size = 0;
  for (const run of newest) {
    const text = JSON.stringify(run);
    size += text.length;
    if (size > bounds.characters) break;
    texts.push(text);
  }
  return `{"runs":[${texts.join(",\n")}]}\n`;
}

/** The runs in a record; those that this version cannot read are left out. Throws nothing. */
export function parseHistory(text: string): StoredRun[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return [];
  }
  const record = recordSchema.safeParse(json).data;
  return (record?.runs ?? []).flatMap((run) => storedRunSchema.safeParse(run).data ?? []);
}

/** Runs before the present one: its own earlier attempts and the other jobs of its workflow run are not the past. */
export function earlierRuns(runs: readonly StoredRun[], id: string | undefined): EarlierRun[] {
  return runs
    .filter((one) => id === undefined || one.id !== id)
    .map(({ run, results }) => ({ results, ...(run === undefined ? {} : { run }) }));
}
