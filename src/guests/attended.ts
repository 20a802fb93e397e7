import { basename } from "node:path";
import { guestFiles } from "../rundir/names.ts";
import { withOption } from "../rundir/qemuCmd.ts";

/** How a person takes part in a guest's life: it has no time limit then. */
export interface Attended {
  /** The port on which the guest, stopped, waits for gdb. */
  readonly gdbPort?: number | undefined;
  /** Our terminal is the guest's console. */
  readonly terminal: boolean;
}

/**
 * A guest's command for a person who takes part. The console is also kept in its file: it is judged as ever.
 *
 * @param console path of that file
 */
export function attendedArgv(
  argv: readonly [string, ...string[]],
  console: string,
  { gdbPort, terminal }: Attended,
): [string, ...string[]] {
  const debugged = gdbPort === undefined ? ([...argv] as [string, ...string[]]) : withGdb(argv, gdbPort);
  return terminal ? withTerminal(debugged, console) : debugged;
}

/** `-s` and `-S` are there already in what `kvm.sh --gdb` has made. */
function withGdb(argv: readonly [string, ...string[]], port: number): [string, ...string[]] {
  const [program, ...words] = argv;
  const rest = words.filter((word) => word !== "-s" && word !== "-S");
  const append = rest[rest.lastIndexOf("-append") + 1] ?? "";
  const fixed = /(^|\s)nokaslr(\s|$)/.test(append)
    ? ([program, ...rest] as [string, ...string[]])
    : withOption([program, ...rest], "-append", `${append} nokaslr`);
  // This machine alone: whoever reaches the port owns the guest.
  return [...fixed, "-gdb", `tcp:127.0.0.1:${port}`, "-S"];
}

function withTerminal(argv: readonly [string, ...string[]], console: string): [string, ...string[]] {
  const [program, ...words] = argv;
  const isConsole = (word: string, option: string | undefined) =>
    option === "-serial" && word.startsWith("file:") && basename(word) === guestFiles.console;
  const rest = words.map((word, at) => (isConsole(word, words[at - 1]) ? "chardev:console" : word));
  // A comma begins the next property.
  const file = console.replaceAll(",", ",,");
  const terminal = `stdio,id=console,mux=on,signal=off,logfile=${file},logappend=off`;
  return [program, ...rest, "-chardev", terminal, "-mon", "chardev=console,mode=readline"];
}
