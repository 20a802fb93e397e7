import type { Client, ClientChannel } from "ssh2";
import { messageOf } from "../../../errors.ts";
import type { Command, CommandResult, RunOptions } from "../../command.ts";
import { ConnectionPool } from "./connectionPool.ts";
import { runRemote, type Session } from "./runRemote.ts";
import type { SshExecutor } from "./sshExecutor.ts";

/** Runs commands over a connection of ssh2. */
export class Ssh2Executor implements SshExecutor {
  readonly name: string;
  readonly transport = "ssh2";
  readonly #pool: ConnectionPool<Client>;

  /**
   * @param name the system's name as the user gave it
   * @param dial makes a connection; rejects with a ConnectionFailure
   */
  constructor(name: string, dial: () => Promise<Client>) {
    this.name = name;
    this.#pool = new ConnectionPool(name, {
      dial,
      open: openSession,
      onGone: (client, listener) => client.once("close", listener),
      end: async (client) => {
        client.end();
      },
      isFull: (error) => /channel open failure/i.test(messageOf(error)),
    });
  }

  async connect(): Promise<void> {
    await this.#pool.connect();
  }

  async run(command: Command, options?: RunOptions): Promise<CommandResult> {
    return await runRemote(
      { exact: true, open: (line, signal) => this.#pool.open(line, signal) },
      command,
      options,
    );
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}

function openSession(client: Client, line: string): Promise<Session> {
  return new Promise((resolve, reject) => {
    client.exec(line, (error, channel) => {
      if (error) reject(error);
      // Here and now: the end of a quick program may be in the same packet as the news of its start.
      else resolve(sessionOf(client, channel));
    });
  });
}

function sessionOf(client: Client, channel: ClientChannel): Session {
  const end = Promise.withResolvers<Awaited<Session["ended"]>>();
  const closed = Promise.withResolvers<void>();
  channel.once("exit", (status: number | null, signal?: string) => {
    end.resolve({ exitStatus: status, signal: signal ? `SIG${signal.replace(/^SIG/, "")}` : null });
  });
  const over = () => {
    end.resolve(undefined);
    closed.resolve();
  };
  // The channel says `close` when standard output has been read; standard error may have more to say.
  let open = 2;
  const half = () => {
    if (--open === 0) over();
  };
  channel.once("close", half);
  channel.stderr.once("close", half);
  // A connection that dies takes its channels with it, not always with an event of their own.
  client.once("close", over);
  closed.promise.finally(() => client.off("close", over));
  channel.on("error", () => {});
  return {
    stdin: channel,
    stdout: channel,
    stderr: channel.stderr,
    ended: end.promise,
    closed: closed.promise,
    close: () => channel.close(),
  };
}
