import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import prettyBytes from "pretty-bytes";
import { InfrastructureError } from "../../../errors.ts";
import type { CommandResult, Executor, RunOptions } from "../../command.ts";
import { type Item, readItem } from "./item.ts";
import { dropScript, receiveScript, surveyScript } from "./storeScript.ts";
import { evictions, parseSurvey, type Survey } from "./survey.ts";

export interface StoreOptions {
  /** A job of a RemoteGuestHost there: objects that it needs stay for as long as it does. */
  readonly job?: string;
  /** Bytes that the store may hold on the system. */
  readonly limit?: number;
  /** Milliseconds without any progress after which an upload is given up. */
  readonly stallTimeout?: number;
  /** Told of what people may want to know: an upload that was resumed. */
  readonly log?: (line: string) => void;
}

const defaults = { limit: 8 * 1024 ** 3, stallTimeout: 60_000 };

/** Milliseconds between two tries of an upload whose line was cut. */
const retryPause = 1000;

/** Milliseconds for a command of the store that moves no objects. */
const commandTime = 120_000;

/** What went over the line for an item. */
export interface Delivery {
  /** Absolute path on the system. */
  readonly path: string;
  /** Bytes of the file that were sent; 0 when it was there already. */
  readonly sent: number;
}

/**
 * Files on a system, found by what is in them: sent once, verified after arrival, kept for the next run within
 * bounds. Safe with several jobs at once.
 */
export class ContentStore {
  readonly #executor: Executor;
  readonly #job: string;
  readonly #limit: number;
  readonly #stallTimeout: number;
  readonly #log: (line: string) => void;
  /** Tells this job's broken-off uploads from those of others. */
  readonly #token = randomBytes(6).toString("hex");
  readonly #deliveries = new Map<string, Promise<Delivery>>();
  #survey: Survey | undefined;
  #attempts = 0;

  constructor(executor: Executor, options: StoreOptions = {}) {
    this.#executor = executor;
    this.#job = options.job ?? "";
    this.#limit = options.limit ?? defaults.limit;
    this.#stallTimeout = options.stallTimeout ?? defaults.stallTimeout;
    this.#log = options.log ?? (() => {});
  }

  get system(): string {
    return this.#executor.name;
  }

  /**
   * Looks at what is there, marks what this job needs as used, and makes room for the rest.
   *
   * @returns the items that have to be sent
   * @throws InfrastructureError when the system has no room for them, or cannot be asked
   */
  async plan(items: readonly Item[]): Promise<Item[]> {
    const needed = new Set(items.map(({ sha256 }) => sha256));
    const survey = await this.#look([...needed]);
    const present = new Set(survey.objects.map(({ name }) => name));
    const missing = [...new Map(items.map((item) => [item.sha256, item])).values()].filter(
      ({ sha256 }) => !present.has(sha256),
    );
    const coming = missing.reduce((sum, { size }) => sum + size, 0);
    const out = evictions(survey, { needed, coming, limit: this.#limit });
    if (out.length > 0) {
      const pairs = out.flatMap(({ kind, file }) => [String(file.used), `${kind}/${file.name}`]);
      await this.#command(dropScript, pairs);
    }
    const freed = out.reduce((sum, { file }) => sum + file.size, 0);
    const begun = survey.partials.reduce((sum, { size }) => sum + size, 0);
    if (coming > survey.free + freed + begun) {
      throw new InfrastructureError(
        `${this.system}: ${prettyBytes(coming)} must be sent, but only ${prettyBytes(survey.free)} are free at ${survey.root}; make room there`,
      );
    }
    return missing;
  }

  /**
   * Brings an item to the system, unless it is there. Continues after a cut line, where it was cut.
   *
   * @returns where it is, verified by the system's own sha256sum
   * @throws InfrastructureError for a full disk, a line that stays cut, a file that changes under our hands
   */
  deliver(item: Item, options: { readonly signal?: AbortSignal } = {}): Promise<Delivery> {
    const known = this.#deliveries.get(item.sha256);
    if (known) return known;
    const delivery = this.#deliver(item, options.signal);
    this.#deliveries.set(item.sha256, delivery);
    // Who asks again after a failure means it.
    delivery.catch(() => this.#deliveries.delete(item.sha256));
    return delivery;
  }

  async #deliver(item: Item, signal: AbortSignal | undefined): Promise<Delivery> {
    const survey = this.#survey ?? (await this.#look([item.sha256]));
    const place = this.#job === "" ? "objects" : `jobs/${this.#job}/objects`;
    const path = `${survey.root}/${place}/${item.sha256}`;
    if (survey.objects.some(({ name }) => name === item.sha256)) return { path, sent: 0 };
    let sent = 0;
    let corrupt = 0;
    let lastProgress = performance.now();
    for (;;) {
      const attempt = await this.#send(item, {
        packed: item.packable && survey.zstd,
        fresh: corrupt > 0,
        signal,
      });
      sent += attempt.sent;
      if (attempt.sent > 0) lastProgress = performance.now();
      if (attempt.outcome === "present" || attempt.outcome === "stored") return { path, sent };
      if (attempt.result.cause === "aborted" || signal?.aborted) {
        throw new InfrastructureError(`${this.system}: sending ${item.path} was interrupted`);
      }
      if (attempt.outcome === "corrupt" && ++corrupt > 2) {
        throw new InfrastructureError(
          `${this.system}: ${item.path} does not arrive as it was sent (sha256); does it change while it is sent?`,
        );
      }
      this.#checkFull(item, attempt.result);
      const cut = attempt.result.cause === "lost" || attempt.outcome === "short";
      if (!cut && attempt.outcome !== "corrupt") throw this.#failure(item, attempt.result);
      if (performance.now() - lastProgress > this.#stallTimeout) {
        const seconds = Math.round(this.#stallTimeout / 1000);
        throw new InfrastructureError(
          `${this.system}: is no longer reachable; ${item.path} made no progress for ${seconds} s`,
        );
      }
      this.#log(`${this.system}: the line was cut while ${item.path} was sent; trying again`);
      await sleep(retryPause, undefined, signal ? { signal } : {}).catch(() => {});
    }
  }

  /** One try. The remote side says where to go on, then reads. */
  async #send(
    item: Item,
    { packed, fresh, signal }: { packed: boolean; fresh: boolean; signal: AbortSignal | undefined },
  ): Promise<{ outcome: string; sent: number; result: CommandResult }> {
    const offset = Promise.withResolvers<number | undefined>();
    let outcome = "";
    let begun = 0;
    let sent = 0;
    let line = "";
    const onStdout = (chunk: Buffer) => {
      line += chunk.toString("latin1");
      for (let end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
        const [word = "", value] = line.slice(0, end).split(" ");
        line = line.slice(end + 1);
        if (word === "offset") {
          begun = Number(value);
          offset.resolve(begun);
        } else outcome = word;
      }
    };
    async function* pieces() {
      const start = await offset.promise;
      if (start === undefined) return;
      if (start >= item.size) return;
      for await (const piece of readItem(item, start, packed)) {
        sent += piece.length;
        yield piece;
      }
    }
    const args = [
      item.sha256,
      String(item.size),
      this.#token,
      String(++this.#attempts),
      packed ? "zstd" : "cat",
    ];
    const options: RunOptions = { input: pieces(), onStdout, ...(signal ? { signal } : {}) };
    const argv = ["sh", "-c", receiveScript, "sh", ...args, fresh ? "fresh" : "resume", this.#job] as const;
    const result = await this.#executor.run({ argv }, options);
    offset.resolve(undefined);
    return { outcome, sent, result };
  }

  #checkFull(item: Item, result: CommandResult): void {
    if (!/no space left|quota exceeded/i.test(result.stderr)) return;
    const at = this.#survey?.root ?? "its cache";
    throw new InfrastructureError(
      `${this.system}: disk full: ${item.path} (${prettyBytes(item.size)}) does not fit into ${at}; make room there`,
    );
  }

  #failure(item: Item | undefined, result: CommandResult): InfrastructureError {
    const what = item ? `cannot take ${item.path}` : "cannot use its cache";
    const why = result.stderr.trim().split("\n").at(-1) || `${result.cause}, status ${result.exitStatus}`;
    return new InfrastructureError(`${this.system}: ${what}: ${why}`);
  }

  async #look(needed: readonly string[]): Promise<Survey> {
    const text = await this.#command(surveyScript, [this.#job], needed.map((sum) => `${sum}\n`).join(""));
    this.#survey = parseSurvey(text);
    return this.#survey;
  }

  async #command(script: string, args: readonly string[], stdin = ""): Promise<string> {
    const argv = ["sh", "-c", script, "sh", ...args] as const;
    const result = await this.#executor.run({ argv, stdin, timeout: commandTime });
    if (result.cause !== "exited" || result.exitStatus !== 0) throw this.#failure(undefined, result);
    return result.stdout;
  }
}
