import { open } from "node:fs/promises";
import { type AnalyzerOptions, type ConsoleAnalysis, ConsoleAnalyzer } from "../../console/analyzer.ts";

/** A console log to be read, and how. */
export interface ConsoleFile {
  readonly path: string;
  readonly options: AnalyzerOptions;
}

/** Bytes read at a time: what stays in a processor's cache while it is looked at. */
const block = 1 << 18;

/** Reads a console log to its end; undefined when there is none. */
export async function analyzeFile({ path, options }: ConsoleFile): Promise<ConsoleAnalysis | undefined> {
  const file = await open(path, "r").catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    if (!(await file.stat()).isFile()) return undefined;
    const analyzer = new ConsoleAnalyzer(options);
    // Analyzers keep copies of what they need.
    const buffer = Buffer.allocUnsafeSlow(block);
    for (let read = await file.read(buffer); read.bytesRead > 0; read = await file.read(buffer))
      analyzer.write(buffer.subarray(0, read.bytesRead));
    return analyzer.end();
  } finally {
    await file.close();
  }
}
