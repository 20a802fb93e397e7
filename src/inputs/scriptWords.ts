import { basename } from "node:path/posix";
import { InputError } from "../errors.ts";
import type { Mode } from "./help.ts";
import { type Script, type ScriptFlag, scriptFlags, scripts } from "./scriptFlags.ts";
import { inputTable } from "./table.ts";

const modes: readonly string[] = inputTable.mode.choices;
const dryruns: readonly string[] = inputTable.show.choices;

/**
 * A command line of the kernel's scripts, in words of ours: `kvm-remote.sh "k1 k2" --cpus 8`, or their flags on a command
 * line of ours (`run --buildonly`). Everything else stays as it is.
 *
 * @throws InputError with the name of ours for a flag that means nothing here
 */
export function inOurWords(argv: readonly string[]): string[] {
  const [first = "", ...rest] = argv;
  const name = basename(first);
  const script = scripts.find((known) => known === name);
  const words = script ? begun(script, rest) : name === "kvm-recheck.sh" ? ["report", ...rest] : [...argv];
  const out: string[] = [];
  let mode: Mode | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const flag = word === "--dryrun" ? dryrunFlag(words[at + 1]) : flagNamed(word, script);
    if (flag === undefined || "same" in flag.ours) out.push(word);
    else if ("instead" in flag.ours) throw new InputError(`${word}: ${flag.ours.instead}.`);
    else if ("mode" in flag.ours) mode = flag.ours.mode;
    else if ("value" in flag.ours) out.push(`--${flag.ours.input}=${flag.ours.value}`);
    else out.push(`--${flag.ours.input}`);
    if (flag !== undefined && word === "--dryrun" && "input" in flag.ours && flag.ours.input === "show")
      mode = "plan";
  }
  return mode === undefined ? out : inMode(mode, out, words);
}

/** `--dryrun batches` is kvm.sh's; alone, it is that of kvm-again.sh, which is ours. */
function dryrunFlag(value: string | undefined): ScriptFlag | undefined {
  if (value === undefined || !dryruns.includes(value)) return undefined;
  return scriptFlags["kvm.sh"].find(({ flags }) => flags.includes("--dryrun"));
}

function flagNamed(word: string, script: Script | undefined): ScriptFlag | undefined {
  if (!word.startsWith("-")) return undefined;
  const tables = script === undefined ? scripts : [script, ...scripts];
  return tables.flatMap((one) => scriptFlags[one]).find(({ flags }) => flags.includes(word));
}

/** The same command line in a mode that a flag asks for. */
function inMode(mode: Mode, words: readonly string[], before: readonly string[]): string[] {
  const [first = "", ...rest] = words;
  if (!modes.includes(first)) return [mode, ...words];
  if (first !== "run" && first !== mode) {
    const flag = before.find((word) => /^--(build-?only|dryrun)$/.test(word)) ?? "";
    throw new InputError(`${flag}: means ${mode}, but the first word says ${first}; give one of them.`);
  }
  return [mode, ...rest];
}

/** What a script's own words, before its flags, are here. */
function begun(script: Script, rest: readonly string[]): string[] {
  const [first = "", second = "", ...others] = rest;
  switch (script) {
    case "kvm.sh":
      return ["run", ...rest];
    case "kvm-again.sh":
      if (first === "" || first.startsWith("-"))
        throw new InputError("kvm-again.sh: the first word must be the old run directory.");
      return ["run", "--again", first, ...rest.slice(1)];
    case "kvm-remote.sh":
      if (first.startsWith("--"))
        throw new InputError('kvm-remote.sh: the first word must name the systems: "kvm1 kvm2".');
      if (second === "" || second.startsWith("-")) return ["run", "--systems", first, ...rest.slice(1)];
      return ["run", "--systems", first, "--again", second, ...others];
    case "kvm-series.sh":
      throw new InputError(
        'kvm-series.sh: a series of commits is planned over pools: plan --configs "TREE01" --commits v7.0..v7.1 --pools POOLS.',
      );
    case "torture.sh":
      return ["torture", ...rest];
  }
}
