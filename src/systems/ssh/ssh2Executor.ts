import pRetry, { AbortError } from "p-retry";
import type { Client, ClientChannel } from "ssh2";
import { messageOf } from "../../errors.ts";
import type { Command, CommandResult, RunOptions } from "../command.ts";
import { ConnectionFailure } from "./failure.ts";
import { runRemote, type Session, type Transport } from "./runRemote.ts";
import type { SshExecutor } from "./sshExecutor.ts";

/** Sessions that a connection carries at once; sshd's default limit (`MaxSessions`) is 10. */
const sessionsPerConnection = 9;

interface Connection {
  readonly client: Promise<Client>;
  sessions: number;
  limit: number;
}

/** Runs commands over one connection of ssh2; over more only when the far side allows no more sessions on it. */
export class Ssh2Executor implements SshExecutor {
  readonly name: string;
  readonly transport = "ssh2";
  readonly #dial: () => Promise<Client>;
  #connections: Connection[] = [];
  #closed = false;

  /**
   * @param name the system's name as the user gave it
   * @param dialSystem makes a connection; rejects with a ConnectionFailure
   */
  constructor(name: string, dialSystem: () => Promise<Client>) {
    this.name = name;
    this.#dial = dialSystem;
  }

  async connect(): Promise<void> {
    const connection = this.#connections[0] ?? this.#newConnection(0);
    await connection.client;
  }

  async run(command: Command, options?: RunOptions): Promise<CommandResult> {
    const transport: Transport = { exact: true, open: (line) => this.#open(line) };
    return await runRemote(transport, command, options);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const connections = this.#connections;
    this.#connections = [];
    for (const { client } of connections) {
      await client.then((open) => open.end()).catch(() => {});
    }
  }

  async #open(line: string): Promise<Session> {
    for (;;) {
      if (this.#closed) throw new Error(`${this.name}: the connection has been closed by us`);
      const connection =
        this.#connections.find((one) => one.sessions < one.limit) ?? this.#newConnection(reconnections);
      connection.sessions++;
      try {
        const client = await connection.client;
        const channel = await openChannel(client, line);
        channel.once("close", () => connection.sessions--);
        return sessionOf(client, channel);
      } catch (error) {
        connection.sessions--;
        // Refused by a far side that counts other than we do: the next one goes over another connection.
        const full = isRefusedChannel(error) && connection.sessions > 0;
        if (!full) throw error;
        connection.limit = connection.sessions;
      }
    }
  }

  #newConnection(retries: number): Connection {
    const dialOnce = async () => {
      try {
        return await this.#dial();
      } catch (error) {
        // Only an unreachable host may be another one in a second.
        if (error instanceof ConnectionFailure && error.kind === "unreachable") throw error;
        throw error instanceof Error ? new AbortError(error) : error;
      }
    };
    const client = pRetry(dialOnce, { retries, minTimeout: 300, factor: 2 });
    const connection: Connection = { client, sessions: 0, limit: sessionsPerConnection };
    const forget = () => {
      this.#connections = this.#connections.filter((one) => one !== connection);
    };
    client.then((open) => {
      open.once("close", forget);
      if (this.#closed) open.end();
    }, forget);
    this.#connections.push(connection);
    return connection;
  }
}

/** How often a command tries again to make a connection that broke. */
const reconnections = 2;

function openChannel(client: Client, line: string): Promise<ClientChannel> {
  return new Promise((resolve, reject) => {
    client.exec(line, (error, channel) => {
      if (error) reject(error);
      else resolve(channel);
    });
  });
}

function isRefusedChannel(error: unknown): boolean {
  return /channel open failure/i.test(messageOf(error));
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
  channel.once("close", over);
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
