import { type AnalyzerOptions, type ConsoleAnalysis, ConsoleAnalyzer } from "../../console/analyzer.ts";
import { readConsole } from "../../rundir/console.ts";

/** A console log to be read, and how. */
export interface ConsoleFile {
  /** The run directory. */
  readonly run: string;
  readonly path: string;
  readonly options: AnalyzerOptions;
}

/** Not a fault: the console has more different findings than its reader was ready for. */
export class Crowded extends Error {}

/**
 * Reads a console log to its end; undefined when there is none.
 * @param most different findings that it may have
 * @throws InputError for a file that is odd, Crowded as soon as there are more findings
 */
export async function analyzeFile(
  { run, path, options }: ConsoleFile,
  most = Number.POSITIVE_INFINITY,
): Promise<ConsoleAnalysis | undefined> {
  const analyzer = new ConsoleAnalyzer(options);
  let found = 0;
  // Analyzers keep copies of what they need.
  const take = (block: Buffer): void => {
    found += analyzer.write(block).length;
    if (found > most) throw new Crowded();
  };
  return (await readConsole(run, path, take)) ? analyzer.end() : undefined;
}
