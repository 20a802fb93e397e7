import type { Executor } from "../../command.ts";

/** What a system says about itself beyond `probeSystem`: what our own machinery there needs. */
export interface Equipment {
  /** Where guests live and kernels are kept, `~/.cache`: bytes that may still be written. */
  readonly free?: number;
  /** Seconds by which its clock is ahead of ours; negative: behind. */
  readonly clockSkew?: number;
  /** Seconds by which `clockSkew` may be wrong: half of the time that the answer took. */
  readonly clockDoubt?: number;
  /** The same for two names that lead to the same system. */
  readonly identity?: string;
  /** Digests of the files that its ContentStore holds. */
  readonly objects?: readonly string[];
  /** Another one whenever its /dev/kvm was made anew, or its access rights were changed. */
  readonly kvm?: string;
  /** Programs that we need there and that it does not have. */
  readonly missing: readonly string[];
}

/** Debian packages of the programs that run on a system; the guest's qemu is asked for by itself. */
const packages: Readonly<Record<string, string>> = {
  awk: "mawk",
  cat: "coreutils",
  cp: "coreutils",
  df: "coreutils",
  flock: "util-linux",
  head: "coreutils",
  mv: "coreutils",
  setsid: "util-linux",
  sha256sum: "coreutils",
  stat: "coreutils",
  tail: "coreutils",
  timeout: "coreutils",
};

/** Boot and network namespace: containers on one machine are systems of their own, two names of one are not. */
const script = `
printf 'clock %s\\n' "$(date +%s.%N)"
printf 'free %s\\n' "$(df -P -k "$HOME" | awk 'END { print $4 }')"
printf 'kvm %s\n' "$(stat -c '%i %Z' /dev/kvm 2>/dev/null)"
printf 'identity %s\\n' "$(cat /proc/sys/kernel/random/boot_id) $(readlink /proc/self/ns/net)"
cd "$HOME/.cache/rcutorture-action/objects" 2>/dev/null && for f in *; do printf 'object %s\n' "$f"; done
for program do command -v "$program" >/dev/null || printf 'missing %s\\n' "$program"; done
exit 0`;

/**
 * Asks a system for what our own machinery needs there.
 *
 * @param programs that are needed besides
 * @throws Error when it does not answer; the message says why, without the system's name
 */
export async function askEquipment(executor: Executor, programs: readonly string[] = []): Promise<Equipment> {
  const before = Date.now();
  const result = await executor.run({
    argv: ["sh", "-c", script, "sh", ...Object.keys(packages), ...programs],
    timeout: 20_000,
  });
  const after = Date.now();
  if (result.cause === "failed-to-start") {
    const said = result.stderr.trim().split("\n")[0];
    throw new Error(`its account runs no commands${said ? `; it says: ${said}` : ""}`);
  }
  if (result.exitStatus !== 0)
    throw new Error(`it does not answer (${result.stderr.trim() || result.cause})`);
  const lines = result.stdout.split("\n").map((line) => /^(\w+) (.*)$/.exec(line) ?? []);
  const one = (word: string) => lines.find(([, name]) => name === word)?.[2];
  const free = Number(one("free"));
  const clock = Number(one("clock"));
  const identity = one("identity")?.trim();
  const kvm = one("kvm")?.trim();
  return {
    ...(free > 0 ? { free: free * 1024 } : {}),
    ...(clock > 0 ? { clockSkew: clock - (before + after) / 2000, clockDoubt: (after - before) / 2000 } : {}),
    ...(identity ? { identity } : {}),
    ...(kvm ? { kvm } : {}),
    objects: lines.flatMap(([, name, file]) => (name === "object" && file ? [file] : [])),
    missing: lines.flatMap(([, name, program]) => (name === "missing" && program ? [program] : [])),
  };
}

/** The line that installs missing programs on Debian and its kin. */
export function installLine(programs: readonly string[]): string {
  return `apt-get install ${[...new Set(programs.map((program) => packages[program] ?? program))].join(" ")}`;
}
