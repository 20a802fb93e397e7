import type { IgnoreRule } from "./console/noise.ts";
import type { IssueTracker } from "./contracts/issueTracker.ts";
import type { NoUploads, Uploads } from "./contracts/uploads.ts";
import type { Inputs } from "./inputs/table.ts";
import type { BuildRunner } from "./kernel/buildRunner.ts";
import type { Store } from "./storage/store.ts";
import type { Executor } from "./systems/command.ts";
import type { Ui } from "./ui.ts";

/** Everything a job needs from outside; made once, by the wiring. */
export interface JobContext {
  readonly inputs: Inputs;
  readonly ui: Ui;
  /** Aborted when the job is cancelled; the reason is a StopRequest. */
  readonly signal: AbortSignal;
  /** This machine. */
  readonly executor: Executor;
  readonly buildRunner: BuildRunner;
  readonly environment: JobEnvironment;
  /**
   * Opens the stores of this place: GitHub's services, or a directory.
   * @param runs ids of other workflow runs whose artifacts are searched too, where there is a token for that
   */
  openStore(runs?: readonly string[]): Promise<Store>;
  /** Opens the issues of the repository that the workflow runs in. @throws InputError without a token for that */
  openIssues?(): Promise<IssueTracker>;
  /** Where reports are uploaded to; absent: nowhere, and nobody expects it. */
  openUploads?(): Promise<Uploads | NoUploads>;
  /** Keeps what the `post` step needs when this one is killed. */
  remember(state: JobState): void;
  /** The same for systems; undefined: nothing is to be done there. Absent: there is no `post` step. */
  rememberSystems?(lease: SystemsLease | undefined): void;
}

/** Remote systems on which something of ours may be: what it takes to clean up there. Plain data. */
export interface SystemsLease {
  readonly names: readonly string[];
  /** What marks there what this process has made. */
  readonly key: string;
  /** Private folder with an ssh_config and keys. */
  readonly ssh?: { readonly directory: string; readonly configFile: string } | undefined;
  /** The command that releases them is still to be run. The command itself is not handed on: see `release-command`. */
  readonly release: boolean;
  /** The file that says the same to later jobs on this machine. */
  readonly journal: string;
}

/** Handed from the main step to `post`, serialised. */
export interface JobState {
  /** Absolute path of the run directory. */
  readonly rundir: string;
  /** Everything is judged and published. */
  readonly finished: boolean;
  readonly ignore: readonly IgnoreRule[];
  readonly attempt: number;
  readonly repository?: string | undefined;
  /** What is left to upload, where this step had no time for that. */
  readonly upload: "failed" | "all" | "none";
  readonly retentionDays?: number | undefined;
}

/** What the surroundings say about the job: the runner's variables, or a laptop's defaults. */
export interface JobEnvironment {
  /** GITHUB_RUN_ATTEMPT, 1 elsewhere. */
  readonly attempt: number;
  /** `owner/name` when the kernel tree is a checkout of it. */
  readonly repository?: string;
  /** Relative paths of inputs count from here. */
  readonly workspace: string;
  /** PATH and the like, for child programs. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}
