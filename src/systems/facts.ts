import type { SystemFacts } from "../results/schema.ts";
import { type Capacity, capacityScript, readCapacity } from "./capacity.ts";
import type { Executor } from "./command.ts";

/** What a system is, as far as it could be found out. */
export interface ProbedSystem extends SystemFacts, Pick<Capacity, "availableMemory" | "limits"> {}

/** Milliseconds after which a system counts as silent. */
const timeout = 10_000;

/**
 * All questions at once: each would cost a process here, and a round trip to a remote system. A question whose
 * program is missing has an empty answer.
 */
const script = `
printf 'hostname %s\\n' "$(uname -n)"
printf 'architecture %s\\n' "$(uname -m)"
printf 'qemu %s\\n' "$("$1" --version | head -n 1)"
${capacityScript}
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
  const facts: Record<string, unknown> = {
    hostname: answers.get("hostname"),
    architecture: answers.get("architecture"),
    qemu: /version (\S+)/.exec(answers.get("qemu") ?? "")?.[1],
    ...readCapacity(stdout),
  };
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { name: executor.name, ...known };
}

/** The first word of a line, and what it says; undefined: nothing. */
function answer(line: string): [string, string | undefined] {
  const [, name = "", text = ""] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
  return [name, text.trim() || undefined];
}
