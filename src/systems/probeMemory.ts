import { mkdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readPrivate, writePrivate } from "../process/privateFile.ts";
import type { ProbeMemory } from "./accelerator.ts";
import { cacheOf } from "./home.ts";
import type { ProbeRecord } from "./probeRecord.ts";

/** How long an answer counts, in milliseconds: the machine around this one may change without a sign. */
const validity = 60 * 60 * 1000;

/** The file in the user's cache folder; undefined: this user has none, and nothing is remembered. */
export function probeMemoryFile(variables: Readonly<Record<string, string | undefined>>): string | undefined {
  const cache = cacheOf(variables);
  return cache && join(cache, "kvm-probe.json");
}

/** All that an answer about this machine depends on: its boot, the device (made anew with its module), qemu. */
async function ownCircumstances(qemu: string, device: string): Promise<string | undefined> {
  try {
    const boot = (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
    const { ino, ctimeMs } = await stat(device);
    return [boot, ino, ctimeMs, qemu].join(" ");
  } catch {
    return undefined;
  }
}

/** Text of a file that only we can have written; undefined: there is none. */
function readOwn(path: string): string | undefined {
  try {
    return readPrivate(path);
  } catch {
    return undefined;
  }
}

/**
 * Remembers for an hour, and at most until the machine boots again, what was found out about its KVM.
 *
 * @param path of the file; one that cannot be read or written is none
 * @param qemu program and version
 */
export function probeMemory(path: string, qemu: string, device = "/dev/kvm"): ProbeMemory {
  return memoryOf(path, () => ownCircumstances(qemu, device));
}

/**
 * The same of any system.
 *
 * @param circumstances all that an answer depends on; undefined: not known, so nothing is remembered
 */
export function memoryOf(path: string, circumstances: () => Promise<string | undefined>): ProbeMemory {
  return {
    async recall() {
      const now = await circumstances();
      const text = now === undefined ? undefined : readOwn(path);
      if (text === undefined) return undefined;
      // Loaded only where there is something to validate.
      const { parseProbeRecord } = await import("./probeRecord.ts");
      const known = parseProbeRecord(text);
      if (known === undefined || known.circumstances !== now) return undefined;
      const age = Date.now() - Date.parse(known.at);
      if (age < 0 || age >= validity) return undefined;
      return `${known.problem} (Found out at ${known.at}; to find out again, remove ${path}.)`;
    },
    async remember(problem) {
      const now = await circumstances();
      if (now === undefined) return;
      const at = new Date().toISOString();
      const known: ProbeRecord = { circumstances: now, at, problem };
      try {
        await mkdir(dirname(path), { recursive: true });
        writePrivate(path, `${JSON.stringify(known)}\n`);
      } catch {
        // A home that cannot be written to: the next run asks again.
      }
    },
  };
}
