import { guestNameOf, parseGuestName } from "../contracts/guestNames.ts";
import type { PlannedGuest } from "./guest.ts";
import type { PlanFile, PlannedSample, PlannedShard } from "./planFile.ts";
import { onlySet } from "./sets.ts";

/** A planned guest as it is called in its shard's run directory. */
export interface ShardGuest {
  readonly planned: PlannedSample;
  readonly set: PlanFile["sets"][number];
  /** Its scenario is named after its set too, as two sets may have one of the same name: `KASAN-TREE03`. */
  readonly guest: PlannedGuest;
}

/**
 * Names for the guests of a shard, different from each other: the planned ones where they are, else the next
 * repetition (two samples of one guest).
 */
export function shardGuests({ sets }: Pick<PlanFile, "sets">, { guests }: PlannedShard): ShardGuest[] {
  const highest = new Map<string, number>();
  const named = guests.flatMap((planned) => {
    const set = sets.find(({ id }) => id === planned.set);
    const parsed = parseGuestName(planned.name);
    if (set === undefined || parsed === undefined) return [];
    const scenario = set.id === onlySet ? parsed.scenario : `${set.id.toUpperCase()}-${parsed.scenario}`;
    highest.set(scenario, Math.max(parsed.repetition, highest.get(scenario) ?? 0));
    return [{ planned, set, scenario, repetition: parsed.repetition }];
  });
  const taken = new Set<string>();
  return named.map(({ planned, set, scenario, repetition }) => {
    const next = () => {
      const number = (highest.get(scenario) ?? 0) + 1;
      highest.set(scenario, number);
      return number;
    };
    const own = taken.has(guestNameOf(scenario, repetition)) ? next() : repetition;
    const name = guestNameOf(scenario, own);
    taken.add(name);
    const { cpus, smp } = planned;
    return { planned, set, guest: { name, scenario, repetition: own, cpus, ...(smp && { smp }) } };
  });
}
