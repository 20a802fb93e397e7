import { oneLine } from "./words.ts";

/** What `kvm.sh` is given, as far as a set is made of it. */
export interface KvmArguments {
  readonly suite: string;
  readonly configs: string;
  readonly kconfig: string;
  readonly bootargs: string;
  readonly kmakeArg: string;
  readonly memory?: string;
  /** Seconds; absent: kvm.sh's own. */
  readonly seconds?: number;
  readonly kasan: boolean;
  readonly kcsan: boolean;
  readonly buildOnly: boolean;
}

/** Seconds of `kvm.sh --duration`: minutes without a unit. */
function secondsOf(text: string): number {
  const [, number = "0", unit = ""] = /^(\d+)([smhd]?)$/.exec(text) ?? [];
  return Number(number) * { s: 1, "": 60, m: 60, h: 3600, d: 86400 }[unit as "" | "s" | "m" | "h" | "d"];
}

/** Reads arguments of `kvm.sh` as its own loop does: lists add up, of all others the last one counts. */
export function readKvmArguments(args: readonly string[]): KvmArguments {
  const lists: Record<string, string[]> = {};
  for (const [index, word] of args.entries()) {
    if (!word.startsWith("--")) continue;
    const name = word.replace(/^--(config|kconfig|bootarg|kmake-arg)s$/, "--$1");
    lists[name] = [...(lists[name] ?? []), args[index + 1] ?? ""];
  }
  const joined = (name: string) => oneLine((lists[name] ?? []).join(" "));
  const last = (name: string) => lists[name]?.at(-1);
  const [memory, duration] = [last("--memory"), last("--duration")];
  return {
    suite: last("--torture") ?? "rcu",
    configs: joined("--config"),
    kconfig: joined("--kconfig"),
    bootargs: joined("--bootarg"),
    kmakeArg: joined("--kmake-arg"),
    ...(memory === undefined ? {} : { memory }),
    ...(duration === undefined ? {} : { seconds: secondsOf(duration) }),
    kasan: "--kasan" in lists,
    kcsan: "--kcsan" in lists,
    buildOnly: "--buildonly" in lists,
  };
}
