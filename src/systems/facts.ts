import type { SystemFacts } from "../results/schema.ts";
import type { CommandResult, Executor } from "./command.ts";

/** What a system is, as far as it could be found out. */
export interface ProbedSystem extends SystemFacts {
  /** Bytes that could be had without swapping. */
  readonly availableMemory?: number;
}

/** Milliseconds after which a question counts as unanswered. */
const timeout = 10_000;

/**
 * Asks a system what it is, all questions at once. What it does not answer is left out; a system that answers
 * nothing at all gives its name alone.
 *
 * @param qemu the qemu program that will run, whose version is asked for
 */
export async function probeSystem(executor: Executor, qemu: string): Promise<ProbedSystem> {
  const ask = (...argv: [string, ...string[]]) => executor.run({ argv, timeout });
  const [uname, online, usable, memory, version] = await Promise.all([
    ask("uname", "-n", "-m"),
    ask("getconf", "_NPROCESSORS_ONLN"),
    ask("nproc"),
    ask("cat", "/proc/meminfo"),
    ask(qemu, "--version"),
  ]);
  const [hostname, architecture] = answer(uname)?.split(/\s+/) ?? [];
  // The scripts count CPUs that are online; a container may be allowed fewer of them.
  const counts = [online, usable].map((result) => Number(answer(result))).filter((count) => count > 0);
  const facts: Record<string, unknown> = {
    hostname,
    architecture,
    cpus: counts.length > 0 ? Math.min(...counts) : undefined,
    memory: kilobytes(memory, "MemTotal"),
    availableMemory: kilobytes(memory, "MemAvailable"),
    qemu: /version (\S+)/.exec(answer(version) ?? "")?.[1],
  };
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { name: executor.name, ...known };
}

function answer(result: CommandResult): string | undefined {
  return result.exitStatus === 0 ? result.stdout.trim() : undefined;
}

function kilobytes(meminfo: CommandResult, field: string): number | undefined {
  const match = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(answer(meminfo) ?? "");
  return match ? Number(match[1]) * 1024 : undefined;
}
