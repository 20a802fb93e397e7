import prettyMilliseconds from "pretty-ms";

/** Lines that `kvm.sh` prints around each build: `TREE05 8-ovf: Build complete. <date>`. */
const step = /^(?<guest>\S+) \d+(?:-ovf)?: (?<what>Starting build|Build complete)\./;

interface Build {
  readonly scenario: string;
  readonly startedAt: number;
  endedAt?: number;
  objects: number;
}

/**
 * Follows `kvm.sh --buildonly` from what it prints. Pure: the caller brings the clock (milliseconds) and counts
 * the objects in each `Make.out`.
 */
export class BuildProgress {
  readonly #total: number;
  readonly #builds: Build[] = [];

  /** @param total Number of kernels to build: scenarios, not guests. */
  constructor(total: number) {
    this.#total = total;
  }

  /** Takes one line of `kvm.sh`'s output. Returns the scenario whose build ended with it, if one did. */
  line(text: string, now: number): string | undefined {
    const match = step.exec(text.trim())?.groups;
    // Repetitions (TREE03.2) reuse the first one's kernel.
    if (!match?.guest || /\.\d+$/.test(match.guest)) return undefined;
    if (match.what === "Starting build") {
      this.#builds.push({ scenario: match.guest, startedAt: now, objects: 0 });
      return undefined;
    }
    const build = this.#builds.find(({ scenario }) => scenario === match.guest);
    if (!build || build.endedAt !== undefined) return undefined;
    build.endedAt = now;
    return build.scenario;
  }

  /** The scenario that is being built now. */
  get current(): string | undefined {
    return this.#running()?.scenario;
  }

  /** Sets how many objects the current build has made. */
  objects(count: number): void {
    const build = this.#running();
    if (build) build.objects = count;
  }

  /** Seconds that a scenario's build took; undefined when it never ended. */
  seconds(scenario: string): number | undefined {
    const build = this.#builds.find((one) => one.scenario === scenario);
    return build?.endedAt === undefined ? undefined : (build.endedAt - build.startedAt) / 1000;
  }

  /** `build 2/3 TREE05: 1243 objects, 3m 12s, about 4m left`; undefined when nothing is being built. */
  describe(now: number): string | undefined {
    const build = this.#running();
    if (!build) return undefined;
    const objects = build.objects === 0 ? "configuring" : `${build.objects} objects`;
    const left = this.#left(build, now);
    return (
      `build ${this.#builds.length}/${this.#total} ${build.scenario}: ${objects}, ` +
      `${elapsed(now - build.startedAt)}` +
      `${left === undefined ? "" : `, about ${roughly(left)} left`}`
    );
  }

  /** Milliseconds left for all builds, judged by those that are over; the scenarios of a suite differ little. */
  #left(build: Build, now: number): number | undefined {
    const done = this.#builds.filter((one) => one.endedAt !== undefined && one.objects > 0);
    const last = done.at(-1);
    if (!last) return undefined;
    const typical = done.reduce((sum, one) => sum + ((one.endedAt ?? 0) - one.startedAt), 0) / done.length;
    const share = Math.min(1, build.objects / last.objects);
    // Early on, the pace of this build says little: lean on the others, more on itself as it proceeds.
    const pace = share > 0 ? (now - build.startedAt) / share : typical;
    const expected = share * pace + (1 - share) * typical;
    return Math.max(0, expected * (1 - share)) + typical * Math.max(0, this.#total - this.#builds.length);
  }

  #running(): Build | undefined {
    const last = this.#builds.at(-1);
    return last?.endedAt === undefined ? last : undefined;
  }
}

/** Whole seconds. */
function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return seconds === 0 ? "0s" : prettyMilliseconds(seconds * 1000);
}

/** Minutes above a minute and a half, else tens of seconds. */
function roughly(milliseconds: number): string {
  const unit = milliseconds > 90_000 ? 60_000 : 10_000;
  return prettyMilliseconds(Math.max(unit, Math.round(milliseconds / unit) * unit));
}
