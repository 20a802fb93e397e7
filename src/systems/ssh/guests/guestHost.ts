import { createHash, randomBytes } from "node:crypto";
import type {
  GuestExit,
  GuestHandle,
  GuestHost,
  GuestLaunch,
  GuestObserver,
  JitterHandle,
} from "../../../contracts/guestHost.ts";
import type { JitterPlan } from "../../../contracts/jitterPlan.ts";
import { InfrastructureError } from "../../../errors.ts";
import type { CommandResult, Executor } from "../../command.ts";
import { Contact } from "../connection/contact.ts";
import {
  awaitLockScript,
  jitterScript,
  launchScript,
  launchTexts,
  openJobScript,
  removeScript,
  spinner,
  sweepScript,
} from "./guestScripts.ts";
import { Heartbeat } from "./heartbeat.ts";
import { failed, RemoteGuest } from "./remoteGuest.ts";

export interface RemoteHostOptions {
  /** What attempts of the same work have in common: a later attempt removes what this one leaves behind. */
  readonly key: string;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  /** This process alone: whoever knows that it is gone removes what it has left behind. */
  readonly instance: string;
  /** Who we are, in one line, for others who want the system. */
  readonly info: string;
  /** Seconds without contact after which the system counts as lost. */
  readonly systemTimeout: number;
  /** Seconds without a sign of life from us after which guests there end themselves; absent: a minute more than that. */
  readonly orphanTimeout?: number;
  /** Where a guest's files are gathered on this machine. */
  localDirectory(guest: string): string;
  /** Lines for people: who waits for whom. */
  log(line: string): void;
}

/** Seconds beyond the system's timeout after which a remote guest that nobody asks for ends itself. */
const orphanMargin = 60;

/** Milliseconds for a command there that only starts or removes something. */
const commandTime = 120_000;

/** Milliseconds for the last command there: a system that does not answer sweeps up by itself, or the next job does. */
const closeTimeout = 30_000;

/**
 * Lets guests live on a remote system. They are detached: neither a broken connection nor the end of this process
 * ends them, but their own deadline does, and so does a controller that gives no sign of life for too long. One job at a
 * time has guests on a system; the others wait.
 */
export class RemoteGuestHost implements GuestHost {
  readonly name: string;
  readonly #executor: Executor;
  readonly #options: RemoteHostOptions;
  readonly #job: string;
  readonly #root: string;
  readonly #guests = new Set<RemoteGuest>();
  readonly #closing = new AbortController();
  readonly #removals = new Set<Promise<unknown>>();
  #lives = 0;

  private constructor(executor: Executor, options: RemoteHostOptions, job: string, root: string) {
    this.name = executor.name;
    this.#executor = executor;
    this.#options = options;
    this.#job = job;
    this.#root = root;
  }

  /**
   * Makes the job's place on the system, after removing what earlier attempts of the same work left there.
   *
   * @throws InfrastructureError when the system cannot be used
   */
  static async open(executor: Executor, options: RemoteHostOptions): Promise<RemoteGuestHost> {
    const job = randomBytes(8).toString("hex");
    const { key, attempt, instance, systemTimeout } = options;
    for (const line of await sweepSystem(executor, { key, attempt }, systemTimeout)) options.log(line);
    const marks = [digest(key), String(attempt), digest(instance)];
    const opened = await command(executor, openJobScript, [job, ...marks], systemTimeout);
    const root = /^root (.*)$/m.exec(opened.stdout)?.[1];
    if (root === undefined)
      throw new InfrastructureError(`${executor.name}: cannot use its cache: ${why(opened)}`);
    return new RemoteGuestHost(executor, options, job, root);
  }

  /** The job's id there: for a ContentStore whose objects are to stay for as long as the job. */
  get job(): string {
    return this.#job;
  }

  /** A folder for one life of a guest there, a new one each time: for its LifePlan. */
  directory(guest: string): string {
    this.#lives++;
    return `${this.#root}/jobs/${this.#job}/${guest}@${this.#lives}`;
  }

  async start(launch: GuestLaunch, observer: GuestObserver): Promise<GuestHandle> {
    const contact = new Contact(this.#options.systemTimeout, (inTouch) => observer.onContact?.(inTouch));
    const orphan = this.#options.orphanTimeout ?? this.#options.systemTimeout + orphanMargin;
    const words = [
      ...[this.#job, this.#options.info.replaceAll("\n", " "), launch.directory, launch.console],
      ...[launch.affinity ?? "", String(Math.ceil(launch.hardDeadline)), String(orphan), ...launchTexts],
    ];
    const argv = ["sh", "-c", launchScript, "sh", ...words, ...launch.argv] as const;
    for (;;) {
      const signal = this.#closing.signal;
      const result = await contact.persist(
        (late) => this.#executor.run({ argv, timeout: commandTime }, { signal: late }),
        signal,
      );
      if (!result) {
        const detail = signal.aborted ? "The job ended." : `${this.name} could not be reached for too long.`;
        return stillborn(failed("lost", detail));
      }
      const [, word, rest = ""] = /^(started|busy|absent) (.*)$/m.exec(result.stdout) ?? [];
      if (word === "started" && /^\d+$/.test(rest))
        return this.#accompany(launch, Number(rest), observer, contact);
      // Whatever keeps it from starting there is the system's: another one may do better.
      if (word === "absent")
        return stillborn(failed("lost", `Cannot start the guest: ${this.name} has no ${rest}.`));
      if (word !== "busy") {
        return stillborn(failed("lost", `Cannot start the guest on ${this.name}: ${why(result)}`));
      }
      await this.#waitTurn(rest, contact);
    }
  }

  async startJitter(plan: JitterPlan): Promise<JitterHandle> {
    const stop = new AbortController();
    const heartbeat = new Heartbeat();
    const words = [plan.threads, plan.maxSleep, plan.maxSpin].map(String);
    const argv = ["sh", "-c", jitterScript, "sh", ...words, spinner] as const;
    // A connection that breaks ends the jitter with it; the guests do not depend on it.
    const running = this.#executor.run({ argv }, { input: heartbeat.lines(), signal: stop.signal });
    const end = async () => {
      heartbeat.stop();
      stop.abort();
      await running;
    };
    this.#closing.signal.addEventListener("abort", () => void end(), { once: true });
    return { stop: end };
  }

  /**
   * @param time milliseconds that the last command there may take
   * @returns whether nothing of ours is left there, as far as the system says
   */
  async close(time = closeTimeout): Promise<boolean> {
    this.#closing.abort();
    for (const guest of this.#guests) guest.abandon();
    const late = new Promise((resolve) => setTimeout(resolve, time).unref());
    await Promise.race([Promise.all([...this.#removals]), late]);
    // Guests first: what lives there is killed, then the folders go.
    const folders = [
      ...[...this.#guests].map(({ directory }) => directory),
      `${this.#root}/jobs/${this.#job}`,
    ];
    const { cause, exitStatus } = await this.#remove(folders, time);
    return cause === "exited" && exitStatus === 0;
  }

  #accompany(launch: GuestLaunch, pid: number, observer: GuestObserver, contact: Contact): GuestHandle {
    const guest = new RemoteGuest(
      this.#executor,
      {
        job: this.#job,
        pid,
        directory: launch.directory,
        console: launch.console,
        localDirectory: this.#options.localDirectory(launch.name),
      },
      observer,
      contact,
    );
    this.#guests.add(guest);
    void guest.ended.then(({ failure }) => {
      // One that was lost may still live there: it goes when the job does.
      if (failure?.kind === "lost") return;
      this.#guests.delete(guest);
      const removal = this.#remove([launch.directory]).finally(() => this.#removals.delete(removal));
      this.#removals.add(removal);
    });
    return guest;
  }

  /** Waits for the end of the other job's guests; the system itself tells. */
  async #waitTurn(who: string, contact: Contact): Promise<void> {
    this.#options.log(`${this.name}: waiting for the guests of ${who || "another job"} to end`);
    const heartbeat = new Heartbeat();
    const argv = ["sh", "-c", awaitLockScript, "sh", this.#job] as const;
    const signal = this.#closing.signal;
    try {
      await contact.persist((late) => {
        const either = AbortSignal.any([signal, late]);
        return this.#executor.run({ argv }, { input: heartbeat.lines(), signal: either });
      }, signal);
    } finally {
      heartbeat.stop();
    }
  }

  async #remove(folders: readonly string[], timeout = commandTime): Promise<CommandResult> {
    const argv = ["sh", "-c", removeScript, "sh", ...folders] as const;
    return await this.#executor.run({ argv, timeout });
  }
}

/** What is dead for certain: attempts of some work before this one, or a process that is gone. */
export type Dead = Pick<RemoteHostOptions, "key" | "attempt"> | Pick<RemoteHostOptions, "instance">;

/**
 * Ends and removes what dead jobs left on a system: for the next attempt, for `post`, and for later jobs.
 *
 * @param contactTimeout seconds for which to go on asking a system that does not answer
 * @returns lines for people
 * @throws InfrastructureError when the system does not answer
 */
export async function sweepSystem(executor: Executor, dead: Dead, contactTimeout = 0): Promise<string[]> {
  const args =
    "key" in dead ? [digest(dead.key), String(dead.attempt), "none"] : ["none", "0", digest(dead.instance)];
  const { stdout } = await command(executor, sweepScript, args, contactTimeout);
  return [...stdout.matchAll(/^removed \S+ (\d+)$/gm)].map(([, guests]) => {
    const what = guests === "0" ? "files" : `${guests} guest${guests === "1" ? "" : "s"}`;
    return `${executor.name}: removed ${what} that an earlier attempt left behind`;
  });
}

/** Keys are whatever people call their jobs; on the system they are all alike. */
function digest(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}

/** Commands that are harmless when done twice. */
async function command(
  executor: Executor,
  script: string,
  args: readonly string[],
  contactTimeout: number,
): Promise<CommandResult> {
  const argv = ["sh", "-c", script, "sh", ...args] as const;
  const contact = new Contact(contactTimeout);
  const result = await contact.persist((signal) => executor.run({ argv, timeout: commandTime }, { signal }));
  if (result?.exitStatus === 0) return result;
  if (!result) throw new InfrastructureError(`${executor.name}: could not be reached for too long`);
  throw new InfrastructureError(`${executor.name}: cannot use its cache: ${why(result)}`);
}

function why(result: CommandResult): string {
  return result.stderr.trim().split("\n").at(-1) || `${result.cause}, status ${result.exitStatus}`;
}

function stillborn(exit: GuestExit): GuestHandle {
  return { pid: undefined, kill: () => {}, ended: Promise.resolve(exit) };
}
