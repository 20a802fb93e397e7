import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { expect } from "vitest";
import { type Results, resultsSchema } from "../../src/results/schema.ts";
import type { Fleet, FleetSystem } from "./fleet.ts";
import { builtKernels } from "./kernels.ts";
import { processesWith } from "./processes.ts";
import { type Step, type StepResult, startStep, uniqueName } from "./runner.ts";

const execute = promisify(execFile);

/** Folders of jobs with guests on this machine. */
function jobsHere(): string[] {
  const folder = join(homedir(), ".cache/rcutorture-action/jobs");
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Jobs whose guests run on the systems of a fleet, in a place of their own on this machine. */
export class RemoteJobs {
  readonly fleet: Fleet;
  readonly folder = mkdtempSync(join(tmpdir(), "e2e-systems-"));
  readonly #kernels: string;

  /** Jobs that this machine's home had before: those of tests that were killed, or of people. */
  readonly #strangers = new Set(jobsHere());

  private constructor(fleet: Fleet, kernels: string) {
    this.fleet = fleet;
    this.#kernels = kernels;
    for (const name of ["temp", "cache"]) mkdirSync(join(this.folder, name));
  }

  /** @param kernels run directory whose guests run; by default the test kernels */
  static async on(fleet: Fleet, kernels?: string): Promise<RemoteJobs> {
    return new RemoteJobs(fleet, kernels ?? (await builtKernels()));
  }

  /** What a job of this user on this machine sees. */
  get env(): Record<string, string> {
    return { RUNNER_TEMP: join(this.folder, "temp"), XDG_CACHE_HOME: join(this.folder, "cache") };
  }

  /** Inputs of a short re-run of the test kernels. */
  inputs(systems: string, configs: string, more: Readonly<Record<string, string>> = {}) {
    return {
      again: this.#kernels,
      rundir: join(this.folder, uniqueName("run")),
      ...{ systems, configs, duration: "5s", accel: "tcg", jitter: "0" },
      "ssh-config": this.fleet.sshConfig,
      ...more,
    };
  }

  /** The main step of a re-run. */
  start(
    systems: string,
    configs: string,
    more: Readonly<Record<string, string>> = {},
    env: Readonly<Record<string, string>> = {},
  ): Step {
    return startStep("main", {
      inputs: this.inputs(systems, configs, more),
      env: { ...this.env, ...env },
    });
  }

  /** Nothing of ours lives, locks or lies anywhere; kernels are kept in the cache on purpose. */
  async expectNothingLeft(systems: readonly FleetSystem[] = this.fleet.systems): Promise<void> {
    for (let tries = 0; tries < 100 && processesWith(this.folder).length > 0; tries++) await sleep(50);
    expect(processesWith(this.folder)).toEqual([]);
    expect(jobsHere().filter((job) => !this.#strangers.has(job))).toEqual([]);
    for (const system of systems) {
      // What is killed takes a moment to go.
      for (let tries = 0; tries < 100 && (await system.processes()).length > 0; tries++) await sleep(50);
      expect(await system.processes(), `processes on ${system.name}`).toEqual([]);
      const cache = system.path("/root/.cache/rcutorture-action");
      const inside = (name: string) => (existsSync(join(cache, name)) ? readdirSync(join(cache, name)) : []);
      expect({ jobs: inside("jobs"), partial: inside("partial"), incoming: inside("incoming") }).toEqual({
        ...{ jobs: [], partial: [], incoming: [] },
      });
      if (existsSync(join(cache, "lock"))) await execute("flock", ["-n", "-x", join(cache, "lock"), "true"]);
      expect(readdirSync(system.path("/tmp")), `/tmp of ${system.name}`).toEqual([]);
    }
    expect(
      readdirSync(join(this.folder, "temp")).filter((name) => /^rcutorture-(?!action-state-)/.test(name)),
    ).toEqual([]);
    const journal = join(this.folder, "cache/rcutorture-action/in-use");
    expect(existsSync(journal) ? readdirSync(journal) : []).toEqual([]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** `results.json` of a step. */
export function resultsOf(step: StepResult): Results {
  expect(step.outputs.results, step.log + step.stderr).toBeDefined();
  return resultsSchema.parse(JSON.parse(readFileSync(step.outputs.results ?? "", "utf8")));
}

/** Every guest has passed, exactly once. */
export function expectAllPassed(step: StepResult, guests: readonly string[]): Results {
  expect(step.exitStatus, step.log + step.stderr).toBe(0);
  const results = resultsOf(step);
  expect(results.guests.map(({ name, verdict }) => `${name} ${verdict}`).sort()).toEqual(
    guests.map((name) => `${name} passed`).sort(),
  );
  return results;
}

/** `TINY01`, `TINY01.2`, … */
export function copies(scenario: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? scenario : `${scenario}.${index + 1}`));
}
