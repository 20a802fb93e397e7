import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { InputError } from "../errors.ts";
import { isFlag } from "./qemuAllow.ts";

/**
 * Files that a guest's command names beside its kernel and its console. On other systems they are not there: some are
 * sent like the kernel, for the others a guest cannot run there.
 */
export interface CommandFiles {
  /** Read-only and whole: sent. By option, as the command names them. */
  readonly sent: ReadonlyMap<string, string>;
  /** What names files that are not sent: options with their values. */
  readonly unsent: readonly string[];
}

/** Options whose value is the path of a file that qemu only reads. */
const sendable = ["-initrd", "-dtb", "-bios"];

/** Options whose value is no file's name, whatever it looks like; -kernel and the console have their own way. */
const nameless = [
  "-append",
  "-kernel",
  "-serial",
  "-cpu",
  "-smp",
  "-m",
  "-name",
  "-rtc",
  "-uuid",
  "-display",
];

/** Options that name files whatever their value looks like: disk images need no slash. */
const always = new Set(
  "-drive -hda -hdb -hdc -hdd -cdrom -fda -fdb -pflash -mtdblock -sd -blockdev -L -readconfig -acpitable -fsdev -virtfs"
    .split(" ")
    .concat("-plugin", "-loadvm", "-add-fd"),
);

/** A value with a path in it: `/dev/x`, `file=./x`, `mem-path=~/x`. */
const path = /(^|[=,:])(~|\.{0,2}\/)/;

/** What a command names; the words behind the program. */
export function commandFiles(words: readonly string[]): CommandFiles {
  const sent = new Map<string, string>();
  const unsent: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const option = word.replace(/^--/, "-");
    const value = words[at + 1];
    if (!option.startsWith("-")) {
      unsent.push(word);
      continue;
    }
    if (isFlag(option) || value === undefined || (value.startsWith("-") && !nameless.includes(option)))
      continue;
    at++;
    if (nameless.includes(option)) continue;
    const plain = word === option && !sent.has(option) && !value.includes(",");
    if (sendable.includes(option) && plain) {
      // A name alone is one of qemu's own ROMs, which each system has.
      if (option !== "-bios" || value.includes("/")) sent.set(option, value);
    } else if (sendable.includes(option) || always.has(option) || path.test(value)) {
      unsent.push(`${word} ${value}`);
    }
  }
  return { sent, unsent };
}

/**
 * @param where names the command in messages
 * @throws InputError for a command that cannot run on other systems, naming what it names
 */
export function refuseUnsent(words: readonly string[], where: string): void {
  const { unsent } = commandFiles(words);
  if (unsent.length === 0) return;
  const list = unsent.map((each) => `"${each}"`).join(", ");
  throw new InputError(
    `${where}: ${list} names files of this machine, and only ${["-kernel", ...sendable].join(", ")} are sent to other systems; leave it out, or run without systems.`,
  );
}

/** Bytes of a file that is sent. */
const mostBytes = 2 ** 30;

/**
 * @param argv of a guest that may run on other systems
 * @throws InputError for a command that cannot run there, or a file that cannot be sent: before anything runs
 */
export async function checkSendable(argv: readonly string[], where: string): Promise<void> {
  refuseUnsent(argv.slice(1), where);
  for (const [option, file] of commandFiles(argv.slice(1)).sent) {
    const found = await stat(resolve(file)).catch(() => undefined);
    if (found?.isFile() && found.size <= mostBytes) continue;
    const why = found?.isFile() ? `has ${found.size} bytes, more than 1 GiB` : "is no file here";
    throw new InputError(`${where}: ${option} ${file} ${why}, so it cannot be sent to other systems.`);
  }
}

/** The same command with the files that were sent, where they are on the system. */
export function withSent(
  argv: readonly [string, ...string[]],
  places: ReadonlyMap<string, string>,
): [string, ...string[]] {
  const [program, ...words] = argv;
  const { sent } = commandFiles(words);
  const change = (word: string, option = "") => (sent.get(option) === word ? places.get(option) : undefined);
  return [program, ...words.map((word, at) => change(word, words[at - 1]) ?? word)];
}
