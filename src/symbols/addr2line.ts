/** A place in the source, and the function it is in. */
export interface SourceLocation {
  readonly function: string;
  /** As the compiler noted it, usually an absolute path. */
  readonly file: string;
  readonly line: number;
}

/**
 * Reads what `addr2line -a -i -f` prints: each address, then pairs of lines, function and `file:line`, of the
 * innermost inlined function first. Addresses without debug information have no places.
 */
export function readAddr2line(text: string): Map<bigint, SourceLocation[]> {
  const places = new Map<bigint, SourceLocation[]>();
  let current: SourceLocation[] = [];
  let name: string | undefined;
  for (const line of text.split("\n")) {
    if (/^0x[0-9a-f]+$/.test(line)) {
      current = [];
      name = undefined;
      places.set(BigInt(line), current);
    } else if (name === undefined) name = line;
    else {
      const match = /^(\S.*):(\d+)(?: \(discriminator \d+\))?$/.exec(line);
      const [, file = "", number = "0"] = match ?? [];
      if (file !== "" && file !== "??" && Number(number) > 0) {
        current.push({ function: name, file, line: Number(number) });
      }
      name = undefined;
    }
  }
  return places;
}

/** Every kernel has this function, in this file: the way to the top of the tree it was built in. */
export const landmark = { function: "start_kernel", file: "init/main.c" } as const;

/** Resolves `.` and `..` of a path. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && (part !== "" || parts.length === 0)) parts.push(part);
  }
  return parts.join("/");
}

/** Locations with files relative to the top of the tree; files outside the tree keep their path. */
export function relativeLocations(
  places: readonly SourceLocation[],
  landmarkFile: string | undefined,
): SourceLocation[] {
  const top = landmarkFile?.endsWith(`/${landmark.file}`)
    ? normal(landmarkFile.slice(0, -landmark.file.length))
    : undefined;
  return places.map((place) => {
    const path = normal(place.file);
    const below = top !== undefined && path.startsWith(`${top}/`);
    return { ...place, file: below ? path.slice(top.length + 1) : path };
  });
}
