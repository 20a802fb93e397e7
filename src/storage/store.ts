import type { Manifest } from "./manifest.ts";

/**
 * Where built kernels are kept: a directory, the Actions cache, Actions artifacts. An entry is one scenario's
 * build (or its `vmlinux`, see `symbolsKey`), found by a key that says what went into it.
 *
 * A store has bad days: refused, full, rate-limited, read-only, gone after a listing, stalled. These are
 * outcomes here, never exceptions: the caller says a line about them and builds.
 */
export interface Store {
  /** `directory`, `cache`, `artifact`: for the log. */
  readonly name: string;

  /** Is there an entry under exactly this key? Costs no transfer. */
  lookup(key: string): Promise<Lookup>;

  /**
   * Brings an entry into `directory`, which must not exist or be empty: whole and verified against its
   * manifest, or not at all.
   */
  fetch(key: string, directory: string, options?: FetchOptions): Promise<Fetch>;

  /** Keeps a build under `build.manifest.key`. Entries are never replaced. */
  save(build: Build): Promise<Save>;

  /**
   * The newest entry whose key starts with `prefix`, to explain a miss with; `undefined` when there is none
   * or the service cannot tell.
   */
  nearest(prefix: string): Promise<StoredEntry | undefined>;

  /** Whether entries of this key belong here at all; left out: any. */
  takes?(key: string): boolean;

  /** Keys of the records that start with `prefix`; stores that cannot list leave it out, and know the nearest. */
  records?(prefix: string): Promise<readonly string[]>;

  /** Removes an entry that a newer one replaces. Never rejects; stores that keep all until they expire leave it out. */
  forget?(key: string): Promise<void>;
}

/** What is known of an entry without fetching it. */
export interface StoredEntry {
  readonly key: string;
  /** Name of the store that has it. */
  readonly store: string;
  /** ISO 8601 UTC. */
  readonly createdAt?: string;
  /** Bytes as the store keeps it. */
  readonly size?: number;
  /** What its key was made of, where the store can tell without a transfer (the directory store can). */
  readonly ingredients?: Readonly<Record<string, string>>;
}

/** A build to be kept: the manifest's files, under `directory`. */
export interface Build {
  readonly directory: string;
  readonly manifest: Manifest;
  /** Path of the packed build, packed at most once however many stores ask; without it each packs its own. */
  readonly archive?: () => Promise<string>;
}

export interface FetchOptions {
  /** `false`: copy files that could be hard-linked to the store. Default `true`. */
  readonly link?: boolean;
}

/** There is no such entry. */
export interface Miss {
  readonly outcome: "miss";
  readonly reason: string;
}

/** There was an entry, and it is not what its manifest says: a loud miss. */
export interface Corrupt {
  readonly outcome: "corrupt";
  readonly reason: string;
}

/** The store cannot answer now. */
export interface Unavailable {
  readonly outcome: "unavailable";
  readonly reason: string;
}

/** The store answers, and does not take it: full, read-only, too big. */
export interface Refused {
  readonly outcome: "refused";
  readonly reason: string;
}

export type Lookup = { readonly outcome: "hit"; readonly entry: StoredEntry } | Miss | Unavailable;

export interface Fetched {
  readonly outcome: "hit";
  /** Name of the store it came from. */
  readonly store: string;
  readonly manifest: Manifest;
  /** How many of the files share their bytes with the store (hard links), and how many have their own. */
  readonly linked: number;
  readonly copied: number;
  /** Why files that could have been linked were copied. */
  readonly copyReason?: string;
}

export type Fetch = Fetched | Miss | Corrupt | Unavailable;

export type Save =
  | { readonly outcome: "saved" | "present"; readonly reason?: string }
  | Refused
  | Unavailable;

/** Keys of records of jobs begin so; what they hold is said in words, not kernels. */
export const recordPrefix = "rcutorture-job-";

/** Keys of plans and of what their jobs hand on begin so. */
export const planPrefix = "rcutorture-plan-";

/** Who looks for these does not know their keys in full: they stand in the names of artifacts. */
export function isRecord(key: string): boolean {
  return key.startsWith(recordPrefix) || key.startsWith(planPrefix);
}

/** The key of the entry that holds only `vmlinux`: most people never need symbols, and they are ten times the rest. */
export function symbolsKey(key: string): string {
  // In front, because the Actions cache matches prefixes: behind, it could be returned for the build's own key.
  return `symbols-${key}`;
}

/** The key of the entry that holds a tree's scripts: content alone, so that all kernels of a tree share it. */
export function scriptsKey(digest: string): string {
  return `scripts-${digest}`;
}
