import { shellWords } from "./words.ts";

/** One call of `torture_set`, or of `kvm.sh` in a loop, as the script's text has it: variables are still in it. */
export interface ScriptCall {
  /** The set's name, `refscale-$prim`; empty where the script calls `kvm.sh` itself. */
  readonly flavor: string;
  /** `torture_bootargs` at that place. */
  readonly bootargs: string;
  /** Behind `kvm.sh`. */
  readonly args: readonly string[];
  /** Families that must be off for it to run: `rcutorture` for `clocksourcewd-3`. */
  readonly without: readonly string[];
}

/** What the text of a tree's `torture.sh` says about its sets. */
export interface TortureScript {
  /** Names behind `do_`, with their defaults: `rcutorture`, `kcsan`. */
  readonly families: ReadonlyMap<string, boolean>;
  /** Calls of each family, in the script's order. */
  readonly calls: ReadonlyMap<string, readonly ScriptCall[]>;
  /** `--kconfig` of every set with KCSAN; `chk_rdr_state` is one of its variables. */
  readonly kcsanKconfig: string;
  /** Options that KCSAN adds for the set `rcutorture` alone. */
  readonly readerState: string;
  /** Whether arm64 needs CONFIG_EXPERT=y for KCSAN. */
  readonly kcsanExpert: string;
  /** Minutes by default, and tenths of it for each of the suites. */
  readonly minutes: number;
  readonly tenths: Readonly<Record<string, number>>;
  /** `3+N/16`: gigabytes of scftorture's guests, by CPUs; undefined: the call names them. */
  readonly scfMemory: { readonly base: number; readonly divisor: number } | undefined;
  /** Families that this script leaves out on arm64. */
  readonly notOnArm: ReadonlySet<string>;
  /** Flavors of RCU Tasks that are built one by one. */
  readonly tasksFlavors: readonly string[];
}

const match = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[1];

/** Lines that belong to `if test "$do_NAME" = "yes"` at the left margin; a loop over primitives counts as its family's. */
function blocks(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let family: string | undefined;
  let primitives: string | undefined;
  for (const line of text.split("\n")) {
    const guard = match(line, /^if test "\$do_(\w+)" = "?yes"?$/);
    if (guard !== undefined) family = guard;
    else if (line === "fi" || line === "done") family = undefined;
    else if (line === "for prim in $primlist") family = primitives;
    else if (family !== undefined) found.set(family, [...(found.get(family) ?? []), line]);
    if (line.includes("primlist=") && family !== undefined && line.includes("grep")) primitives = family;
  }
  return found;
}

function callsOf(lines: readonly string[]): ScriptCall[] {
  const calls: ScriptCall[] = [];
  let bootargs = "";
  let without: string[] = [];
  for (const line of lines) {
    const off = match(line, /^\tif test "\$do_(\w+)" != "yes"$/);
    if (off !== undefined) without = [off];
    if (line === "\tfi") without = [];
    const given = match(line, /^\t+torture_bootargs=(.*)$/);
    if (given !== undefined) bootargs = shellWords(given).join(" ");
    const [, command, rest = ""] = /^\t+(torture_set .*?|\S*)\S*bin\/kvm\.sh (.*)$/.exec(line) ?? [];
    if (command === undefined) continue;
    const flavor = shellWords(command)[1] ?? "";
    calls.push({ flavor, bootargs, args: shellWords(rest.replace(/ > \S+.*$/, "")), without });
  }
  return calls;
}

/**
 * Reads a tree's `torture.sh`: which sets there are, and what each gives to `kvm.sh`. Only the parts that say so are
 * looked at, and nothing is evaluated; what this does not understand comes out as a family without calls.
 */
export function readTortureScript(text: string): TortureScript {
  const defaults = [...text.matchAll(/^do_(\w+)=(yes|no|"\$\{ifnotaarch64\}")/gm)];
  const number = (name: string, otherwise: number) =>
    Number(match(text, new RegExp(`^${name}=(\\d+)$`, "m")) ?? otherwise);
  const memory = /^\tscfmem=\$\(\((\d+)\+\w+\/(\d+)\)\)$/m.exec(text);
  return {
    families: new Map(defaults.map(([, name = "", value]) => [name, value !== "no"])),
    calls: new Map([...blocks(text)].map(([family, lines]) => [family, callsOf(lines)])),
    kcsanKconfig: match(text, /torture_one "\$@" --kconfig "([^"]*)" .*--kcsan$/m) ?? "",
    readerState: match(text, /^\t+chk_rdr_state="([^"]+)"$/m) ?? "",
    kcsanExpert: match(text, /^\tkcsan_expert="([^"]+)"$/m) ?? "",
    minutes: number("duration_base", 10),
    tenths: Object.fromEntries(
      ["rcutorture", "locktorture", "scftorture"].map((suite) => [
        suite,
        number(`duration_${suite}_frac`, 0),
      ]),
    ),
    scfMemory: memory ? { base: Number(memory[1]), divisor: Number(memory[2]) } : undefined,
    notOnArm: new Set(defaults.filter(([, , value]) => value?.startsWith('"')).map(([, name = ""]) => name)),
    tasksFlavors: (match(text, /^\tfor flavor in ((?:CONFIG_\w+ ?)+)$/m) ?? "").split(" ").filter(Boolean),
  };
}
