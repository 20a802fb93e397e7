/**
 * An effect as data: what to run, not yet run. Pure functions build commands, tests compare them with
 * `toEqual`, an `Executor` carries them out here or over ssh. No shell is involved unless argv[0] is one.
 */
export interface Command {
  readonly argv: readonly [string, ...string[]];
  /** Absolute path on the system that runs it. */
  readonly cwd?: string;
  /** Added to the plain environment of the system (environment.ts). */
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  /** Killed (SIGTERM, then SIGKILL) after so many milliseconds. */
  readonly timeout?: number;
}

/** How a command ended: one shape for success and failure. Text is UTF-8. */
export interface CommandResult {
  readonly exitStatus: number | null;
  readonly signal: NodeJS.Signals | string | null;
  readonly stdout: string;
  readonly stderr: string;
  /** There was more output than `maxBuffer`; its beginning is kept. */
  readonly truncated?: boolean;
  /** Milliseconds. */
  readonly duration: number;
  /** First cause wins. `failed-to-start`: no such program and the like; `lost`: the connection died. */
  readonly cause: "exited" | "timeout" | "aborted" | "failed-to-start" | "lost";
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /**
   * Standard input in pieces, instead of `Command.stdin`: asked for one piece at a time, as fast as the program
   * reads. A piece is its maker's again when the next one is asked for. When it throws, the program is ended as by
   * `signal`.
   */
  readonly input?: AsyncIterable<Uint8Array>;
  /** Called with output as it comes; it is collected in the result too, up to `maxBuffer` bytes (16 MiB). */
  readonly onStdout?: (chunk: Buffer) => void;
  readonly onStderr?: (chunk: Buffer) => void;
  readonly maxBuffer?: number;
}

/** Runs commands on one system. */
export interface Executor {
  /** `localhost`, or the name as the user gave it to ssh. */
  readonly name: string;
  /** Resolves however the command ends; rejects only for a programming error. */
  run(command: Command, options?: RunOptions): Promise<CommandResult>;
}
