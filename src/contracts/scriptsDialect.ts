/** In what the scripts of one kernel tree differ from those of another when they judge a console. */
export interface ScriptsDialect {
  /** `console-badness.sh` selects `Call trace:`, as arm64 writes it, like `Call Trace:`. Linux 6.12 does not, 7.3 does. */
  readonly lowerCallTraces: boolean;
}

/** @param consoleBadness text of the tree's `console-badness.sh` */
export function dialectOf(consoleBadness: string): ScriptsDialect {
  return { lowerCallTraces: /^[^#]*\|Call trace:/m.test(consoleBadness) };
}
