import type { Command } from "../../command.ts";
import { quote } from "../../quote.ts";

/**
 * Programs of a remote system run below this bit of shell. It tells its process id, which is the id of the
 * process group as well (sshd starts every session in one of its own), and whether program and folder exist.
 * Arguments: mark, folder, program, then the words to run.
 */
const head = [
  'printf "%s\\n" "$1"; printf "%s pid %s\\n" "$1" $$ >&2',
  'm=$1; d=$2; p=$3; shift 3; absent() { printf "%s absent\\n" "$m" >&2; exit 127; }',
  'if test -n "$d"; then cd "$d" || absent; fi',
  'case $p in */*) test -f "$p" && test -x "$p";; *) command -v "$p" >/dev/null;; esac || { printf "%s: no such program\\n" "$p" >&2; absent; }',
].join("; ");

/** `become`: the transport tells how a program ended. `report`: it does not, the wrapper has to. */
const tails = {
  become: 'exec "$@"',
  // A signal to the group is for the program; the wrapper stays to tell about it, and to nobody else.
  report:
    'trap : TERM INT HUP; exec 3>&2 2>/dev/null; (exec "$@") 2>&3 3>&-; s=$?; printf "%s end %s\\n" "$m" $s >&3; exit $s',
};

/**
 * The command line, for the login shell of a remote system, that runs a command.
 *
 * @param mark starts the lines that `Frames` reads
 * @throws RangeError for an environment variable that is none, and a program whose name holds `=`
 */
export function remoteLine(command: Command, mark: string, tail: keyof typeof tails): string {
  const [program] = command.argv;
  const variables = Object.entries(command.env ?? {}).map(([name, value]) => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      throw new RangeError(`"${name}" names no environment variable`);
    return `${name}=${value}`;
  });
  if (variables.length > 0 && program.includes("=")) {
    throw new RangeError(`env would take the program "${program}" for a variable`);
  }
  const environment = variables.length > 0 ? ["env", ...variables] : [];
  const words = [mark, command.cwd ?? "", program, ...environment, ...command.argv];
  return anyShell(`exec ${quote(["sh", "-c", `${head}; ${tails[tail]}`, "sh", ...words])}`);
}

/** Characters of a word: the old csh has no room for more than 1023. */
const longestWord = 500;

/**
 * A line for any login shell (POSIX, csh, tcsh, fish) that runs a line of the POSIX shell. Single quotes do not mean
 * the same to all of them: in csh a newline ends them and `!` is history inside too, in fish a backslash escapes
 * there. So no such character is in it: they go as numbers, which printf turns back, in words that csh can hold.
 */
export function anyShell(line: string): string {
  const units = [...Buffer.from(line)].map((byte) =>
    byte < 0x20 || byte > 0x7e || "'!\\".includes(String.fromCharCode(byte))
      ? `\\0${byte.toString(8).padStart(3, "0")}`
      : String.fromCharCode(byte),
  );
  const words = [""];
  for (const unit of units) {
    if ((words.at(-1) ?? "").length + unit.length > longestWord) words.push("");
    words.push(`${words.pop()}${unit}`);
  }
  return `exec sh -c 'eval "$(printf %b "$@")"' sh ${words.map((word) => `'${word}'`).join(" ")}`;
}

/** The command line that signals a process group of a remote system. */
export function killLine(pid: number, signal: "TERM" | "KILL"): string {
  return `exec ${quote(["sh", "-c", `kill -${signal} -${pid}`])}`;
}
