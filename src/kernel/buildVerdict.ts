/** What the tree's scripts conclude from a `Make.out`. */
export interface BuildVerdict {
  readonly verdict: "no-build" | "errors" | "warnings" | "clean";
  /** What `parse-build.sh` exits with. */
  readonly exitStatus: 0 | 1 | 2;
  /** The lines it prints below its headline. */
  readonly lines: readonly string[];
}

/**
 * `parse-build.sh`: was anything compiled at all, is there an `error:`, is there a warning in RCU's own files.
 *
 * @param trusted The run was made with `--trust-make`, so nothing compiled is no reason for doubt.
 */
export function judgeMakeOut(makeOut: string, trusted: boolean): BuildVerdict {
  if (!trusted && !makeOut.includes("CC")) return { verdict: "no-build", exitStatus: 1, lines: [] };
  const lines = linesOf(makeOut);
  const errors = lines.filter((line) => line.includes("error:"));
  if (errors.length > 0) return { verdict: "errors", exitStatus: 2, lines: errors };
  const warnings = lines.filter((line) => line.includes("warning:"));
  const rcu = [
    // As the scripts' regular expression means it: `rcupdate.h` does not match.
    ...warnings.filter((line) => /include\/linux\/*rcu*\.h:/.test(line)),
    ...warnings.filter((line) => /kernel\/rcu\/[^/]*:/.test(line)),
    ...warnings.filter((line) => /^ld: .*undefined reference to/.test(line)).slice(0, 1),
  ];
  return rcu.length > 0
    ? { verdict: "warnings", exitStatus: 2, lines: rcu }
    : { verdict: "clean", exitStatus: 0, lines: [] };
}

/**
 * Lines that make `kvm-find-errors.sh`, and with it `kvm-recheck.sh`'s exit status, count a run as one with
 * build errors. A scenario without `vmlinux` counts as well.
 */
export function countedAsBuildError(makeOut: string): string[] {
  return linesOf(makeOut).filter((line) => /error:|warning:|^ld: .*undefined reference to/.test(line));
}

function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
