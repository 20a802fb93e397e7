import { readdirSync } from "node:fs";

/** Process ids of this machine, as far as this container sees them. */
export function processIds(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}
