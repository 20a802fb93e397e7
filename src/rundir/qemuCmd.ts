import { InputError } from "../errors.ts";

/**
 * A `qemu-cmd` file: one command line, then `# NAME=value` lines. The scripts source both in a shell; we
 * take them apart into words and never hand any of it to a shell.
 */
export interface QemuCmd {
  readonly argv: readonly [string, ...string[]];
  /** Values with their quotes taken off: `seconds`, `TORTURE_SHUTDOWN_GRACE`, `TORTURE_CPU_COUNT`, … */
  readonly settings: ReadonlyMap<string, string>;
}

/** Characters that make a shell do something else than passing the word on. */
const tricks = /[`$;&|<>(){}\n\r]/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Words of a command line by the shell's quoting rules, with everything refused that a shell would act on. */
function splitWords(line: string, where: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let i = 0; i < line.length; i++) {
    const c = line.charAt(i);
    if (quote === "'" ? false : tricks.test(c)) {
      throw new InputError(
        `${where}: "${c}" in the command is not allowed (nothing of a run directory is run by a shell); remove it.`,
      );
    }
    if (quote !== "") {
      if (c === quote) quote = "";
      else if (c === "\\" && quote === '"' && /["\\]/.test(line.charAt(i + 1))) word += line.charAt(++i);
      else word += c;
    } else if (c === '"' || c === "'") {
      quote = c;
      word ??= "";
    } else if (c === " " || c === "\t") {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (c === "\\") {
      if (i + 1 === line.length) throw new InputError(`${where}: the command ends in a backslash.`);
      word = (word ?? "") + line.charAt(++i);
    } else word = (word ?? "") + c;
  }
  if (quote !== "") throw new InputError(`${where}: a ${quote} of the command is never closed.`);
  if (word !== undefined) words.push(word);
  return words;
}

/** The value of `NAME=value` as a shell would assign it, when that is a plain or quoted text. */
function settingValue(text: string): string {
  const quoted = /^(["'])(.*)\1(?:;.*)?$/.exec(text);
  return quoted?.[2] ?? text.replace(/;.*$/, "");
}

/**
 * @param where names the file in messages.
 * @throws InputError when the file has no command, several, an unclosed quote, a shell trick, or a program
 * that is no qemu.
 */
export function parseQemuCmd(text: string, where: string): QemuCmd {
  if (controls.test(text)) throw new InputError(`${where}: holds control characters; remove them.`);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const commands = lines.filter((line) => !line.startsWith("#"));
  if (commands.length !== 1) {
    throw new InputError(`${where}: holds ${commands.length} commands; a qemu-cmd file holds one.`);
  }
  const [program, ...rest] = splitWords(commands[0] ?? "", where);
  if (program === undefined || !/^(\/[\w./+-]*\/)?qemu-(system-[\w-]+|kvm)$/.test(program)) {
    throw new InputError(`${where}: "${program ?? ""}" is no qemu-system-… program.`);
  }
  const settings = new Map<string, string>();
  for (const line of lines) {
    const match = /^# ([A-Za-z_]\w*)=(.*)$/.exec(line);
    if (match) settings.set(match[1] ?? "", settingValue(match[2] ?? ""));
  }
  return { argv: [program, ...rest], settings };
}

/** The value after an option (`-smp`), or undefined. The last one counts, as in qemu. */
export function optionValue(argv: readonly string[], option: string): string | undefined {
  const at = argv.lastIndexOf(option);
  return at < 0 ? undefined : argv[at + 1];
}

/** The same argv with the value after every occurrence of an option replaced, or the option added. */
export function withOption(
  argv: readonly [string, ...string[]],
  option: string,
  value: string,
): [string, ...string[]] {
  const [program, ...rest] = argv;
  if (!rest.includes(option)) return [program, ...rest, option, value];
  return [program, ...rest.map((word, i) => (rest[i - 1] === option ? value : word))];
}

/** Kernel boot parameters of the guest, in order. */
export function bootParameters(cmd: QemuCmd): string[] {
  return (optionValue(cmd.argv, "-append") ?? "").split(/\s+/).filter((word) => word !== "");
}

/**
 * Seconds that the guest is to torture: `*.shutdown_secs=`, else the `# seconds=` line (rcuscale and refscale
 * end by themselves), else undefined.
 */
export function plannedSeconds(cmd: QemuCmd): number | undefined {
  const parameter = bootParameters(cmd).findLast((word) => /\.shutdown_secs=\d+$/.test(word));
  const text = parameter?.replace(/^.*=/, "") ?? cmd.settings.get("seconds");
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
