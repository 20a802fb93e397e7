import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { JitterHandle } from "../contracts/guestHost.ts";
import type { JitterPlan } from "../contracts/jitterPlan.ts";
import { plainEnvironment } from "../systems/environment.ts";
import { killGroup } from "../systems/local.ts";
import { ownCpus } from "../systems/ownCpus.ts";
import type { Guard } from "./guard.ts";
import { type ChainTools, chainArgv } from "./processChain.ts";

/** Spins as many rounds as each line of its input says, about a microsecond each; ends with its input. */
const spinner = 'while read -r n; do i=0; while test "$i" -lt "$n"; do i=$((i+1)); done; done';

/**
 * Jitter as jitter.sh inflicts it: each thread takes a random CPU, sleeps for a random time, and wakes up there
 * to spin for a random while. The script does it by moving itself to the CPU and by starting some ten processes
 * per step; here one small process per CPU sits on that CPU and waits for a line that says how long to spin.
 * (The script's own spin loop runs once: bash does not expand a variable in `{1..$limit}`. This one spins.)
 */
export function startJitter(plan: JitterPlan, tools: ChainTools, guard: Guard): JitterHandle {
  const jitter = new Jitter(tools, guard, ownCpus());
  for (let i = 0; i < plan.threads; i++) jitter.thread(plan);
  return jitter;
}

class Jitter implements JitterHandle {
  readonly #tools: ChainTools;
  readonly #guard: Guard;
  readonly #cpus: Set<number>;
  readonly #spinners = new Map<number, ChildProcess>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;

  constructor(tools: ChainTools, guard: Guard, cpus: readonly number[]) {
    this.#tools = tools;
    this.#guard = guard;
    this.#cpus = new Set(cpus);
  }

  /** One step of a thread, and the next one after it. */
  thread(plan: JitterPlan): void {
    const cpus = [...this.#cpus];
    const cpu = cpus[Math.floor(Math.random() * cpus.length)];
    if (this.#stopped || cpu === undefined) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        // Its process may have been lost while we slept.
        if (this.#cpus.has(cpu)) {
          this.#spinner(cpu).stdin?.write(`${Math.floor(Math.random() * plan.maxSpin)}\n`);
        }
        this.thread(plan);
      },
      (Math.random() * plan.maxSleep) / 1000,
    );
    this.#timers.add(timer);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    const running = [...this.#spinners.values()].filter((child) => child.pid !== undefined);
    const gone = running.map((child) => once(child, "exit"));
    for (const child of running) killGroup(child.pid, "SIGKILL");
    await Promise.all(gone);
  }

  /** The process that sits on this CPU. */
  #spinner(cpu: number): ChildProcess {
    const present = this.#spinners.get(cpu);
    if (present) return present;
    const [program, ...args] = chainArgv(["sh", "-c", spinner], this.#tools, process.pid, String(cpu));
    const child = spawn(program, args, {
      stdio: ["pipe", "ignore", "ignore"],
      env: plainEnvironment(process.env),
      detached: true,
    });
    this.#spinners.set(cpu, child);
    child.stdin?.on("error", () => {});
    child.once("error", () => this.#lost(cpu, child));
    child.once("exit", () => this.#lost(cpu, child));
    if (child.pid !== undefined) this.#guard.add(child.pid);
    return child;
  }

  /** A CPU whose process does not stay (it went offline, taskset was refused) is left alone from then on. */
  #lost(cpu: number, child: ChildProcess): void {
    this.#spinners.delete(cpu);
    this.#cpus.delete(cpu);
    if (child.pid !== undefined) this.#guard.delete(child.pid);
  }
}
