import { type AnalyzerOptions, type ConsoleAnalysis, ConsoleAnalyzer } from "../../console/analyzer.ts";
import { readConsole } from "../../rundir/console.ts";

/** A console log to be read, and how. */
export interface ConsoleFile {
  /** The run directory. */
  readonly run: string;
  readonly path: string;
  readonly options: AnalyzerOptions;
}

/** Reads a console log to its end; undefined when there is none. @throws InputError for a file that is odd */
export async function analyzeFile({ run, path, options }: ConsoleFile): Promise<ConsoleAnalysis | undefined> {
  const analyzer = new ConsoleAnalyzer(options);
  // Analyzers keep copies of what they need.
  return (await readConsole(run, path, (block) => analyzer.write(block))) ? analyzer.end() : undefined;
}
