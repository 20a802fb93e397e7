import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { packBuild } from "./packed.ts";
import type { Build, Fetch, FetchOptions, Lookup, Save, Store, StoredEntry } from "./store.ts";

/** Says one line to the people who read the log. */
export interface StorageLog {
  info(line: string): void;
  warning(line: string): void;
}

/** The stores that there are; the directory is used only when there is nothing else. */
export interface Backends {
  readonly cache?: Store | undefined;
  readonly artifact?: Store | undefined;
  readonly directory: Store;
  /** Where the directory is, for the log. */
  readonly directoryPath: string;
}

/** On GitHub: the cache, then artifacts. Elsewhere: the directory, and a line that says so. */
export function chooseStore(backends: Backends, scratch: string, log: StorageLog): Store {
  const { cache, artifact, directory, directoryPath } = backends;
  const services = [cache, artifact].filter((store) => store !== undefined);
  if (services.length > 0) return layered(services, scratch, log);
  log.info(`Kernels are kept in ${directoryPath} (there is no GitHub cache and no artifact service here).`);
  return layered([directory], scratch, log);
}

/**
 * Several stores as one: the first that has an entry gives it, and a build goes into all of them. What goes wrong
 * with one is a warning, said once for each store and reason, and the next one's turn.
 */
export function layered(stores: readonly Store[], scratch: string, log: StorageLog): Store {
  const said = new Set<string>();
  const warn = (line: string) => {
    if (said.has(line)) return;
    said.add(line);
    log.warning(line);
  };

  async function lookup(key: string): Promise<Lookup> {
    const answers: Exclude<Lookup, { outcome: "hit" }>[] = [];
    for (const store of stores.filter((one) => takes(one, key))) {
      const answer = await store.lookup(key);
      if (answer.outcome === "hit") return answer;
      if (answer.outcome === "unavailable") warn(`${store.name}: ${answer.reason}`);
      answers.push(answer);
    }
    return answers.find(({ outcome }) => outcome === "unavailable") ?? last(answers);
  }

  async function fetch(key: string, directory: string, options?: FetchOptions): Promise<Fetch> {
    const answers: Exclude<Fetch, { outcome: "hit" }>[] = [];
    for (const store of stores.filter((one) => takes(one, key))) {
      const answer = await store.fetch(key, directory, options);
      if (answer.outcome === "hit") return answer;
      if (answer.outcome === "corrupt")
        warn(`${store.name}: ${key} is damaged and not used: ${answer.reason}`);
      if (answer.outcome === "unavailable") warn(`${store.name}: ${answer.reason}`);
      answers.push(answer);
    }
    // The loudest: a damaged entry, a store that could not answer, or a plain miss.
    const of = (outcome: string) => answers.find((answer) => answer.outcome === outcome);
    return of("corrupt") ?? of("unavailable") ?? last(answers);
  }

  async function save(build: Build): Promise<Save> {
    const shared = shareArchive(build, scratch);
    try {
      const answers: Save[] = [];
      for (const store of stores.filter((one) => takes(one, build.manifest.key))) {
        const answer = await store.save(shared.build);
        if (answer.outcome === "refused" || answer.outcome === "unavailable") {
          warn(`${store.name}: ${build.manifest.scenario} is not kept: ${answer.reason}`);
        }
        answers.push(answer);
      }
      // One store that has it is enough.
      const kept = ({ outcome }: Save) => outcome === "saved" || outcome === "present";
      return answers.find(kept) ?? last(answers);
    } finally {
      await shared.end();
    }
  }

  return {
    name: stores.map((store) => store.name).join(", "),
    lookup,
    fetch,
    save,
    async nearest(prefix): Promise<StoredEntry | undefined> {
      for (const store of stores) {
        const entry = await store.nearest(prefix);
        if (entry !== undefined) return entry;
      }
      return undefined;
    },
    async records(prefix) {
      const listed = await Promise.all(stores.map((store) => store.records?.(prefix) ?? []));
      return [...new Set(listed.flat())];
    },
    async forget(key) {
      await Promise.all(stores.map((store) => store.forget?.(key)));
    },
  };
}

/** A build whose archive is packed when the first store asks for it, and used again by the next. */
function shareArchive(build: Build, scratch: string): { readonly build: Build; end(): Promise<void> } {
  const directory = join(scratch, `packed-${randomUUID()}`);
  let packed: Promise<string> | undefined;
  const archive = () => {
    packed ??= (async () => {
      await mkdir(directory, { recursive: true });
      const path = join(directory, "build.tar.zst");
      await packBuild(build, path);
      return path;
    })();
    return packed;
  };
  return {
    build: { archive, ...build },
    async end() {
      await packed?.catch(() => {}); // Whoever asked for it has heard.
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function takes(store: Store, key: string): boolean {
  return store.takes?.(key) ?? true;
}

function last<T>(answers: readonly T[]): T {
  const answer = answers.at(-1);
  if (answer === undefined) throw new Error("a layered store needs a store");
  return answer;
}
