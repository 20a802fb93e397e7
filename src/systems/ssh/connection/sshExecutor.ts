import type { Executor } from "../../command.ts";

/** An executor on a system that ssh reaches. */
export interface SshExecutor extends Executor {
  readonly transport: "ssh2" | "openssh";
  /**
   * Makes the connection that `run` would make by itself.
   *
   * @throws ConnectionFailure
   */
  connect(): Promise<void>;
  /** Ends the connection. Remote programs that still run are on their own. */
  close(): Promise<void>;
}
