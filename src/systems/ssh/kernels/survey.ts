/** What a store on a system holds. */
export interface Survey {
  /** Absolute path of the store there. */
  readonly root: string;
  /** Bytes on its file system that may still be written. */
  readonly free: number;
  readonly zstd: boolean;
  /** The system's clock, in seconds since the epoch. */
  readonly now: number;
  readonly objects: readonly StoredFile[];
  readonly partials: readonly StoredFile[];
}

export interface StoredFile {
  /** Below `objects/` or `partial/`. */
  readonly name: string;
  readonly size: number;
  /** Seconds since the epoch, by the system's clock: when it was last of use. */
  readonly used: number;
}

/** Reads what `surveyScript` prints. */
export function parseSurvey(text: string): Survey {
  const one = new Map<string, string>();
  const lists: Record<string, StoredFile[]> = { object: [], partial: [] };
  for (const line of text.split("\n")) {
    const [, word, rest] = /^(\w+) (.*)$/.exec(line) ?? [];
    if (word === undefined || rest === undefined) continue;
    const list = lists[word];
    const [used, size, name] = rest.split(" ");
    if (!list) one.set(word, rest);
    else if (name !== undefined) list.push({ name, size: Number(size), used: Number(used) });
  }
  return {
    root: one.get("root") ?? "",
    free: Number(one.get("free") ?? 0) * 1024,
    zstd: one.get("zstd") === "yes",
    now: Number(one.get("now") ?? 0),
    objects: lists.object ?? [],
    partials: lists.partial ?? [],
  };
}

/** Seconds after which nobody comes back for an upload that was interrupted. */
const partialLife = 24 * 3600;

/** Seconds for which another job may still be about to use what it has just looked at. */
const recent = 3600;

/**
 * What to remove so that the store stays within its bounds: broken-off uploads of days ago, and the objects that
 * were of no use for longest. Neither what this job needs nor what another may be about to use is removed, even
 * if the bounds are exceeded.
 *
 * @param needed digests that this job is going to use
 * @param coming bytes that it is going to add
 * @param limit bytes that the store may hold
 */
export function evictions(
  survey: Survey,
  { needed, coming, limit }: { needed: ReadonlySet<string>; coming: number; limit: number },
): { readonly kind: "objects" | "partial"; readonly file: StoredFile }[] {
  const stale = survey.partials.filter((file) => survey.now - file.used > partialLife);
  let total = coming;
  for (const file of survey.objects) total += file.size;
  const old: StoredFile[] = [];
  for (const file of [...survey.objects].sort((a, b) => a.used - b.used)) {
    if (total <= limit) break;
    if (needed.has(file.name) || survey.now - file.used < recent) continue;
    old.push(file);
    total -= file.size;
  }
  return [
    ...stale.map((file) => ({ kind: "partial" as const, file })),
    ...old.map((file) => ({ kind: "objects" as const, file })),
  ];
}
