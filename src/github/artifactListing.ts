import type { DefaultArtifactClient, FindOptions } from "@actions/artifact";
import type { Unavailable } from "../storage/store.ts";
import type { ServiceGate } from "./serviceGate.ts";

/** A workflow run whose artifacts are read by the REST API; the token needs `actions: read`. */
export type RunToSearch = NonNullable<FindOptions["findBy"]>;

export interface FoundArtifact {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly createdAt?: Date | undefined;
  readonly digest?: string | undefined;
  /** How it was found, and must be fetched; `undefined`: as one of this run's, by the runtime token. */
  readonly run?: RunToSearch;
}

export type Listed =
  | { readonly outcome: "listed"; readonly artifacts: readonly FoundArtifact[] }
  | Unavailable;

/** How long a listing is used for again, in milliseconds: twenty scenarios are looked up in one go. */
const freshFor = 30_000;

/** The artifacts that this job can see, of its own run and of others. */
export class Listing {
  readonly #client: DefaultArtifactClient;
  readonly #gate: ServiceGate;
  readonly #runs: readonly RunToSearch[];
  readonly #known = new Map<
    RunToSearch | undefined,
    { readonly at: number; readonly listed: Promise<Listed> }
  >();

  constructor(client: DefaultArtifactClient, gate: ServiceGate, runs: readonly RunToSearch[]) {
    this.#client = client;
    this.#gate = gate;
    this.#runs = runs;
  }

  /** By the runtime token: what this run has, after "re-run failed jobs" its earlier attempts too. */
  ofThisRun(): Promise<Listed> {
    return this.#of(undefined);
  }

  /** Everything; runs that cannot be listed are left out unless none can. */
  async all(): Promise<Listed> {
    const lists = await Promise.all([this.#of(undefined), ...this.#runs.map((run) => this.#of(run))]);
    const listed = lists.filter((list) => list.outcome === "listed");
    const [failed] = lists.filter((list) => list.outcome === "unavailable");
    if (listed.length === 0 && failed !== undefined) return failed;
    return { outcome: "listed", artifacts: listed.flatMap((list) => list.artifacts) };
  }

  /** After an upload. */
  forget(): void {
    this.#known.clear();
  }

  #of(run: RunToSearch | undefined): Promise<Listed> {
    const known = this.#known.get(run);
    if (known !== undefined && Date.now() - known.at < freshFor) return known.listed;
    const listed = this.#list(run);
    this.#known.set(run, { at: Date.now(), listed });
    return listed;
  }

  async #list(run: RunToSearch | undefined): Promise<Listed> {
    const answer = await this.#gate.ask("question", () =>
      this.#client.listArtifacts(run === undefined ? {} : { findBy: run }),
    );
    if (answer.outcome === "unavailable") return answer;
    if (answer.outcome === "failed") return { outcome: "unavailable", reason: answer.reason };
    return {
      outcome: "listed",
      artifacts: answer.value.artifacts.map((artifact) => ({
        ...artifact,
        ...(run !== undefined && { run }),
      })),
    };
  }
}
