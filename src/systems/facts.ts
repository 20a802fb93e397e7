import type { SystemFacts } from "../results/schema.ts";
import type { Executor } from "./command.ts";

/** What a system is, as far as it could be found out. */
export interface ProbedSystem extends SystemFacts {
  /** Bytes that could be had without swapping. */
  readonly availableMemory?: number;
}

/** Milliseconds after which a system counts as silent. */
const timeout = 10_000;

/**
 * All questions at once: each would cost a process here, and a round trip to a remote system. A question whose
 * program is missing has an empty answer.
 */
const script = `
printf 'hostname %s\\n' "$(uname -n)"
printf 'architecture %s\\n' "$(uname -m)"
printf 'online %s\\n' "$(getconf _NPROCESSORS_ONLN)"
printf 'usable %s\\n' "$(nproc)"
cat /proc/meminfo
printf 'qemu %s\\n' "$("$1" --version | head -n 1)"
exit 0`;

/**
 * Asks a system what it is. What it does not answer is left out; a system that answers nothing at all gives its
 * name alone.
 *
 * @param qemu the qemu program that will run, whose version is asked for
 */
export async function probeSystem(executor: Executor, qemu: string): Promise<ProbedSystem> {
  const { stdout } = await executor.run({ argv: ["sh", "-c", script, "sh", qemu], timeout });
  const answers = new Map(stdout.split("\n").map((line) => answer(line)));
  // The scripts count CPUs that are online; a container may be allowed fewer of them.
  const counts = [answers.get("online"), answers.get("usable")].map(Number).filter((count) => count > 0);
  const facts: Record<string, unknown> = {
    hostname: answers.get("hostname"),
    architecture: answers.get("architecture"),
    cpus: counts.length > 0 ? Math.min(...counts) : undefined,
    memory: bytes(answers.get("MemTotal:")),
    availableMemory: bytes(answers.get("MemAvailable:")),
    qemu: /version (\S+)/.exec(answers.get("qemu") ?? "")?.[1],
  };
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { name: executor.name, ...known };
}

/** The first word of a line, and what it says; undefined: nothing. */
function answer(line: string): [string, string | undefined] {
  const [, name = "", text = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
  return [name, text.trim() || undefined];
}

/** `24689804 kB`, as /proc/meminfo counts. */
function bytes(text: string | undefined): number | undefined {
  const match = /^(\d+) kB$/.exec(text ?? "");
  return match ? Number(match[1]) * 1024 : undefined;
}
