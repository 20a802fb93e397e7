import type { Command } from "../../command.ts";
import { quote } from "../../quote.ts";

/**
 * Programs of a remote system run below this bit of shell. It tells its process id, which is the id of the
 * process group as well (sshd starts every session in one of its own), and whether program and folder exist.
 * No newline and no `!` in it: the login shell that hands it on may be csh.
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
  return `exec ${quote(["sh", "-c", `${head}; ${tails[tail]}`, "sh", ...words])}`;
}

/** The command line that signals a process group of a remote system. */
export function killLine(pid: number, signal: "TERM" | "KILL"): string {
  return `exec ${quote(["sh", "-c", `kill -${signal} -${pid}`])}`;
}
