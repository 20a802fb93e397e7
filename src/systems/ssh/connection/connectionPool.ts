import pRetry, { AbortError } from "p-retry";
import { ConnectionFailure } from "./failure.ts";
import type { Session } from "./runRemote.ts";

/** Sessions that a connection carries at once; sshd's default limit (`MaxSessions`) is 10. */
const sessionsPerConnection = 9;

/** How often a command tries again to make a connection that broke. */
const reconnections = 2;

/** How one kind of connection is made, used and ended. */
export interface ConnectionKind<C> {
  /** Rejects with a ConnectionFailure. */
  dial(): Promise<C>;
  open(connection: C, line: string): Promise<Session>;
  onGone(connection: C, listener: () => void): void;
  end(connection: C): Promise<void>;
  /** Whether `open` failed because the remote side allows no more sessions on this connection. */
  isFull(error: unknown): boolean;
}

interface Slot<C> {
  readonly connection: Promise<C>;
  sessions: number;
  limit: number;
}

/** One connection to a system, made again when it broke; more only for more sessions than the remote side allows on it. */
export class ConnectionPool<C> {
  readonly #name: string;
  readonly #kind: ConnectionKind<C>;
  #slots: Slot<C>[] = [];
  #closed = false;

  constructor(name: string, kind: ConnectionKind<C>) {
    this.#name = name;
    this.#kind = kind;
  }

  /** Makes the first connection, at the first try or not at all. */
  async connect(): Promise<void> {
    const slot = this.#slots[0] ?? this.#newSlot(0);
    await slot.connection;
  }

  /** @param signal once it is aborted, nothing is started any more, however long the connection took to come */
  async open(line: string, signal?: AbortSignal): Promise<Session> {
    for (;;) {
      if (this.#closed) throw new Error(`${this.#name}: the connection has been closed by us`);
      const slot = this.#slots.find((one) => one.sessions < one.limit) ?? this.#newSlot(reconnections);
      slot.sessions++;
      try {
        const connection = await slot.connection;
        signal?.throwIfAborted();
        const session = await this.#kind.open(connection, line);
        session.closed.finally(() => slot.sessions--);
        return session;
      } catch (error) {
        slot.sessions--;
        // A remote side that counts other than we do: this one goes over another connection.
        if (!this.#kind.isFull(error) || slot.sessions === 0) throw error;
        slot.limit = slot.sessions;
      }
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const slots = this.#slots;
    this.#slots = [];
    for (const { connection } of slots) {
      await connection.then((open) => this.#kind.end(open)).catch(() => {});
    }
  }

  #newSlot(retries: number): Slot<C> {
    const dialOnce = async () => {
      try {
        return await this.#kind.dial();
      } catch (error) {
        // Only an unreachable host may be another one in a second.
        if (error instanceof ConnectionFailure && error.kind === "unreachable") throw error;
        throw error instanceof Error ? new AbortError(error) : error;
      }
    };
    const connection = pRetry(dialOnce, {
      retries,
      minTimeout: 300,
      factor: 2,
      shouldRetry: () => !this.#closed,
    });
    const slot: Slot<C> = { connection, sessions: 0, limit: sessionsPerConnection };
    const forget = () => {
      this.#slots = this.#slots.filter((one) => one !== slot);
    };
    connection.then((open) => {
      this.#kind.onGone(open, forget);
      if (this.#closed) this.#kind.end(open).catch(() => {});
    }, forget);
    this.#slots.push(slot);
    return slot;
  }
}
