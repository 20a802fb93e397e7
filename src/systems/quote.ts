/**
 * The one place where a shell command line is made out of arguments. ssh knows command lines only: everything
 * that goes to another system as a program with arguments passes through here.
 */

/** Words that every shell takes as they are. */
const plain = /^[A-Za-z0-9_@%+=:,./-]+$/;

/**
 * One word of a POSIX shell that stands for exactly this text.
 *
 * @throws RangeError for a NUL, which no argument of a program can hold
 */
export function quoteWord(text: string): string {
  if (text.includes("\0")) throw new RangeError("a program's argument cannot hold a NUL");
  // An unquoted `A=b` in front would be an assignment, not the name of a program.
  if (plain.test(text) && !text.includes("=")) return text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A command line of a POSIX shell that runs exactly these arguments. */
export function quote(argv: readonly string[]): string {
  return argv.map(quoteWord).join(" ");
}
