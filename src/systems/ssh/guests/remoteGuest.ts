import { writeFile } from "node:fs/promises";
import { constants } from "node:os";
import { join } from "node:path";
import type { GuestExit, GuestHandle, GuestObserver } from "../../../contracts/guestHost.ts";
import { messageOf } from "../../../errors.ts";
import type { Executor } from "../../command.ts";
import type { Contact } from "../connection/contact.ts";
import { CollectReader } from "./collected.ts";
import { ConsoleCopy } from "./consoleCopy.ts";
import { collectScript, followScript, killScript } from "./guestScripts.ts";
import { Heartbeat } from "./heartbeat.ts";

/** A guest that runs detached on a remote system. */
export interface RemoteGuestOptions {
  readonly job: string;
  readonly pid: number;
  /** Its folder there, and its console, absolute. */
  readonly directory: string;
  readonly console: string;
  /** Where its files are gathered on this machine. */
  readonly localDirectory: string;
}

/** Characters of `qemu-output` that an exit carries. */
const outputKept = 4096;

/** Milliseconds that collecting a guest's files may take. */
const collectTime = 600_000;

/** Names of signals by number. */
const signalNames = new Map(Object.entries(constants.signals).map(([name, number]) => [number, name]));

/**
 * Follows a remote guest to its end: console as it comes, files at the end. A broken connection is made again and
 * the console continued where it broke; only a system that stays silent loses its guest.
 */
export class RemoteGuest implements GuestHandle {
  readonly pid: number;
  readonly ended: Promise<GuestExit>;
  readonly #executor: Executor;
  readonly #guest: RemoteGuestOptions;
  readonly #observer: GuestObserver;
  readonly #contact: Contact;
  readonly #abandoned = new AbortController();
  #problem = "";

  constructor(executor: Executor, guest: RemoteGuestOptions, observer: GuestObserver, contact: Contact) {
    this.#executor = executor;
    this.#guest = guest;
    this.#observer = observer;
    this.#contact = contact;
    this.pid = guest.pid;
    this.ended = this.#accompany().catch((error: unknown) => failed("unfollowed", messageOf(error)));
  }

  kill(): void {
    const { directory } = this.#guest;
    // Also when the line is broken at the moment: it is asked for again until the guest has ended or is lost.
    const argv = ["sh", "-c", killScript, "sh", directory] as const;
    void this.#contact.persist(
      (signal) => this.#executor.run({ argv, timeout: 30_000 }, { signal }),
      this.#abandoned.signal,
    );
  }

  /** Its folder on the system. */
  get directory(): string {
    return this.#guest.directory;
  }

  /** Stops following; the guest lives on. */
  abandon(): void {
    this.#abandoned.abort();
  }

  async #accompany(): Promise<GuestExit> {
    const copy = new ConsoleCopy(join(this.#guest.localDirectory, "console.log"));
    try {
      const end = await this.#follow(copy);
      if (end === "lost") return failed("lost", this.#lostDetail());
      if (end === "gone") return failed("lost", this.#goneDetail());
      return await this.#collect(copy);
    } finally {
      copy.end();
      this.#abandoned.abort();
    }
  }

  #hear(copy: ConsoleCopy, chunk: Buffer): void {
    this.#contact.heard();
    try {
      copy.write(chunk);
    } catch (error) {
      // The observer still gets all of it: the verdict does not depend on our disk.
      if (this.#problem === "") {
        this.#problem = `The console cannot be written down: ${messageOf(error)}`;
        this.kill();
      }
    }
    this.#observer.onConsole(chunk);
  }

  async #follow(copy: ConsoleCopy): Promise<"end" | "gone" | "lost"> {
    const { job, directory, console } = this.#guest;
    let word = "";
    const result = await this.#contact.persist(async (late) => {
      const heartbeat = new Heartbeat();
      word = "";
      try {
        const argv = ["sh", "-c", followScript, "sh", job, directory, console, String(copy.bytes)] as const;
        const said = await this.#executor.run(
          { argv },
          {
            input: heartbeat.lines(),
            maxBuffer: 4096,
            signal: AbortSignal.any([this.#abandoned.signal, late]),
            onStdout: (chunk) => this.#hear(copy, chunk),
            onStderr: (chunk) => {
              this.#contact.heard();
              if (/^end$/m.test(chunk.toString())) heartbeat.stop();
            },
          },
        );
        word = /^(end|gone)$/m.exec(said.stderr)?.[1] ?? "";
        // Killed over there, or a system that shuts down: as good as a broken line.
        return word === "" ? undefined : said;
      } finally {
        heartbeat.stop();
      }
    }, this.#abandoned.signal);
    if (!result) return "lost";
    return word === "gone" ? "gone" : "end";
  }

  /** The console's rest and the small files, all of it compared with what the system says it is. */
  async #collect(copy: ConsoleCopy): Promise<GuestExit> {
    const { directory, console, localDirectory } = this.#guest;
    let reader = new CollectReader(() => {});
    const result = await this.#contact.persist(async (signal) => {
      reader = new CollectReader((chunk) => this.#hear(copy, Buffer.from(chunk)));
      const argv = ["sh", "-c", collectScript, "sh", directory, console, String(copy.bytes)] as const;
      const said = await this.#executor.run(
        { argv, timeout: collectTime },
        { maxBuffer: 0, onStdout: (chunk) => reader.write(chunk), signal },
      );
      return reader.done || reader.gone ? said : undefined;
    });
    if (!result) return failed("lost", this.#lostDetail());
    if (reader.gone) return failed("lost", this.#goneDetail());
    const files = [...reader.files].map(([name, chunks]) => [name, Buffer.concat(chunks)] as const);
    await Promise.all(files.map(([name, bytes]) => writeFile(join(localDirectory, name), bytes)));
    const text = (name: string) => files.find(([file]) => file === name)?.[1].toString("utf8") ?? "";
    if (copy.end() !== reader.consoleSha256)
      this.#problem ||= "The console did not arrive as it is on the system.";
    const status = text("qemu-retval").trim();
    // What qemu could not write is missing from the console, and nobody else says so.
    if (reader.full) return failed("lost", `The disk of ${this.#executor.name} is full; make room there.`);
    if (status === "") this.#problem ||= "Something on the system killed what watched over the guest.";
    return {
      ...exitOf(status),
      output: text("qemu-output").slice(-outputKept),
      ...(this.#problem === "" ? {} : { failure: { kind: "unfollowed", detail: this.#problem } }),
    };
  }

  #lostDetail(): string {
    return `${this.#executor.name} could not be reached for too long; its guest is given up.`;
  }

  #goneDetail(): string {
    return `${this.#executor.name} has lost its guest: it was reinstalled, or its files were removed.`;
  }
}

function exitOf(status: string): Pick<GuestExit, "exitStatus" | "signal"> {
  const number = status === "" ? null : Number(status);
  const signal = number !== null && number > 128 ? signalNames.get(number - 128) : undefined;
  return signal === undefined ? { exitStatus: number, signal: null } : { exitStatus: null, signal };
}

/** The exit of a guest that could not be started, followed or found again. */
export function failed(kind: NonNullable<GuestExit["failure"]>["kind"], detail: string): GuestExit {
  return { exitStatus: null, signal: null, output: "", failure: { kind, detail } };
}
