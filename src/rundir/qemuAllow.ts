import { InputError } from "../errors.ts";
import { guestFiles } from "./names.ts";
import type { QemuCmd } from "./qemuCmd.ts";

/**
 * What the qemu command of somebody else's run directory may say without the user having let it through by name:
 * what `kvm.sh` writes (`functions.sh` and `kvm-test-1-run.sh` of 6.1 to 7.3, all architectures), and what else
 * neither opens files, sockets and devices nor detaches. All else can: qemu is as mighty as its user.
 */

/** What a value may be; undefined: the option takes none. */
type Allowed = RegExp | undefined;

/** `word,name=value,…` without a path, of the given properties. */
const properties = (...names: readonly string[]) =>
  new RegExp(`^(?:[\\w.-]+|(?:${names.join("|")})=[\\w.:+-]*)(?:,(?:${names.join("|")})=[\\w.:+-]*)*$`);

const machine = properties(
  ...["type", "accel", "gic-version", "kernel[-_]irqchip", "usb", "vmport", "smm", "hpet", "virtualization"],
  ...["secure", "highmem", "cap-[\\w-]+", "max-cpu-compat", "dump-guest-core", "nvdimm", "its"],
);

const allowed: Readonly<Record<string, Allowed>> = {
  "-M": machine,
  "-machine": machine,
  "-accel": /^(kvm|tcg)(,(thread=\w+|tb-size=\d+|kernel-irqchip=\w+))*$/,
  // Any text: it goes to the guest's kernel.
  "-append": /^/,
  "-cpu": /^[\w.+-]+(,[+-]?[\w.-]+(=[\w.-]+)?)*$/,
  // kvm.sh's, on ppc64; and the way in which small guests say that they are done.
  "-device": /^(spapr-vscsi|isa-debug-exit(,(iobase|iosize)=\w+)*)$/,
  "-display": /^none$/,
  "-enable-kvm": undefined,
  // The image of the run directory stands in for whatever it names, and the guest's console for the file.
  "-kernel": /^/,
  "-serial": new RegExp(`^file:(.*/)?${guestFiles.console.replace(".", "\\.")}$`),
  "-m": /^[\w=.,]+$/,
  "-monitor": /^none$/,
  "-name": /^[\w.=,-]+$/,
  "-net": /^none$/,
  "-nic": /^none$/,
  "-no-acpi": undefined,
  "-no-hpet": undefined,
  "-no-reboot": undefined,
  "-no-user-config": undefined,
  "-nodefaults": undefined,
  "-nographic": undefined,
  "-parallel": /^none$/,
  "-rtc": /^[\w=,:-]+$/,
  "-smp": /^[\w=,]+$/,
  "-vga": /^none$/,
};

/** Options of qemu without a value, beside those above: the word behind them would be a disk image. */
const bare = new Set(
  [
    ..."-S -s -daemonize -snapshot -no-shutdown -only-migratable -full-screen -preconfig -usb -semihosting".split(
      " ",
    ),
    ..."-win2k-hack -no-fd-bootchk -mem-prealloc -portrait -alt-grab -ctrl-grab -no-quit -singlestep".split(
      " ",
    ),
    ..."-one-insn-per-tb -xen-attach -xen-domid-restrict -old-param -version -help -h".split(" "),
  ].filter((word) => word !== ""),
);

/** Whether an option takes no value, as far as that is known here. */
export const isFlag = (option: string): boolean =>
  bare.has(option) || (Object.hasOwn(allowed, option) && allowed[option] === undefined);

/** What we rewrite when a guest runs elsewhere; said twice, qemu would take one that we did not look at. */
const once = ["-append", "-kernel", "-serial"];

export interface QemuTrust {
  /** Options, with or without their dash, and paths of programs that the user lets through. */
  readonly allow: readonly string[];
  /** The user's own input `qemu-cmd`. */
  readonly program?: string | undefined;
}

/** What of a command is not let through: options with their values, in their order. */
export function refusedByTrust({ argv }: QemuCmd, { allow, program: own }: QemuTrust): string[] {
  const [program, ...words] = argv;
  const named = new Set(allow.map((name) => (name.startsWith("/") ? name : name.replace(/^-{0,2}/, "-"))));
  const refused: string[] = [];
  // A name is looked up in PATH. A path may lead to whatever came with the run directory.
  if (program.includes("/") && program !== own && !named.has(program)) refused.push(program);
  const seen = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const option = word.replace(/^--/, "-");
    if (!option.startsWith("-")) {
      refused.push(word);
      continue;
    }
    const known = Object.hasOwn(allowed, option);
    const value = known ? allowed[option] : undefined;
    const takes = known ? value !== undefined : !bare.has(option) && !(words[at + 1] ?? "-").startsWith("-");
    const given = takes ? words[++at] : undefined;
    const twice = once.includes(option) && (seen.has(option) || word !== option);
    seen.add(option);
    const fits = known && (value === undefined || (given !== undefined && value.test(given)));
    // Two dashes are not looked for where commands are rewritten, and no script writes them.
    if (!twice && (named.has(option) || (fits && word === option))) continue;
    refused.push(given === undefined ? word : `${word} ${given}`);
  }
  return refused;
}

/** What `allow-qemu-options` would have to say to let it through: `device netdev`; nothing for what it cannot. */
export function namesOf(refused: readonly string[]): string[] {
  const names = refused
    .map((each) => each.replace(/ .*$/s, ""))
    .filter((each) => /^-|^\//.test(each) && !once.includes(each.replace(/^--/, "-")))
    .map((each) => each.replace(/^-+/, ""));
  return [...new Set(names)];
}

/**
 * @param where names the file in messages
 * @throws InputError when a command says what neither `kvm.sh` writes nor the user lets through
 */
export function checkTrust(cmd: QemuCmd, trust: QemuTrust, where: string): void {
  const refused = refusedByTrust(cmd, trust);
  if (refused.length === 0) return;
  const list = refused.map((each) => `"${each.length > 80 ? `${each.slice(0, 80)}…` : each}"`).join(", ");
  const names = namesOf(refused);
  if (names.length === 0) {
    throw new InputError(
      `${where}: ${list} of its qemu command is a disk image or said twice; remove it there.`,
    );
  }
  throw new InputError(
    `${where}: ${list} of its qemu command can reach beyond the guest, and is not what kvm.sh writes by itself; if you trust the run directory, give allow-qemu-options: ${names.join(" ")}.`,
  );
}
