import type { Accused } from "./guilty/interrupted.ts";

/** `1-....: (21000 ticks this GP)`, `0: (1 GPs behind)`, `	3-...!: (20 GPs behind)`. */
const stalledCpu = /^(?:rcu: )?\s*(\d{1,4})(?:-[.!\w?#]{3,6})?: \(/;
/** `{ 1-...D P123 3-.... }`, `{ 1}`: what the header lists. */
const list = /(?:stalls? on|stall on)[^{]*\{([^}]*)\}/;
/** `Tasks blocked on level-0 rcu_node (CPUs 0-1): P123/1:b..l`. */
const blockedTasks = /Tasks blocked on level-\d+ rcu_node/;
const task = /\bP(\d{1,7})\b/g;
const cpu = /(?:^|\s)(\d{1,4})(?:-\S+)?(?=\s|$)/g;

/** The CPUs and tasks that a stall's own lines name. */
export class Suspects {
  readonly #cpus = new Set<number>();
  readonly #pids = new Set<number>();

  line(text: string): void {
    const one = stalledCpu.exec(text);
    if (one) this.#cpus.add(Number(one[1]));
    const listed = text.includes("{") ? list.exec(text)?.[1] : undefined;
    if (listed !== undefined) {
      for (const match of listed.matchAll(cpu)) this.#cpus.add(Number(match[1]));
      for (const match of listed.matchAll(task)) this.#pids.add(Number(match[1]));
    }
    if (text.includes("blocked on") && blockedTasks.test(text))
      for (const match of text.matchAll(task)) this.#pids.add(Number(match[1]));
  }

  /** @param header what the header's named groups say: a lockup's CPU */
  accused(header: Readonly<Record<string, string | undefined>>): Accused {
    const { stuck, stuck2, stuck3 } = header;
    const cpus = new Set(this.#cpus);
    for (const number of [stuck, stuck2, stuck3]) if (number !== undefined) cpus.add(Number(number));
    return { cpus, pids: this.#pids };
  }
}
