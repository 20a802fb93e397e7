/**
 * Functions that are not to blame, for one reason: the search for the guilty one passes them over.
 * To add a function, put it where the reason fits.
 */
export interface Group {
  /** Why such a function is never the place of a bug that a stack shows. */
  readonly reason: string;
  /** Regular expressions, each for a whole name. Not looked at where `files` decide. */
  readonly names: readonly string[];
  /**
   * Regular expressions for the beginnings of paths in the kernel tree. On a stack with source places the file decides
   * alone: a driver's own `list_add_foo` is no list helper.
   */
  readonly files?: readonly string[];
}

/** A function, and the file that it is in where the console says so. */
export interface Place {
  readonly name: string;
  readonly file?: string | undefined;
}

/** Whether a place belongs to one of some groups. */
export type Membership = (place: Place) => boolean;

const wholeName = (names: readonly string[]): RegExp => new RegExp(`^(?:${names.join("|") || "(?!)"})$`);

const remembered = 8_192;

/** Compiles groups into one question. The answers are remembered: consoles repeat themselves. */
export function membersOf(groups: readonly Group[]): Membership {
  const byName = wholeName(groups.flatMap(({ names }) => names));
  const withoutFiles = wholeName(groups.filter(({ files }) => !files).flatMap(({ names }) => names));
  const paths = groups.flatMap(({ files = [] }) => files);
  const byFile = new RegExp(`^(?:${paths.join("|") || "(?!)"})`);
  const known = new Map<string, boolean>();
  return ({ name, file }) => {
    const key = file === undefined ? name : `${name}\n${file}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = file === undefined ? byName.test(name) : byFile.test(file) || withoutFiles.test(name);
    if (known.size >= remembered) known.clear();
    known.set(key, answer);
    return answer;
  };
}
