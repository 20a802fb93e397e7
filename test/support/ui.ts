import type { Annotation } from "../../src/report/annotations.ts";
import type { Ui } from "../../src/ui.ts";

/** What a job said while it had a `recordingUi`. */
export interface Said {
  /** Every line of the log: information, warnings and errors, in order. */
  readonly lines: string[];
  readonly warnings: string[];
  readonly errors: string[];
  readonly annotations: Annotation[];
  readonly outputs: Record<string, string>;
  /** Markdown of the summaries. */
  readonly summaries: string[];
}

/** A `Ui` that shows nobody anything and remembers what it was told. The only one of its kind in tests and benches. */
export function recordingUi(): Ui & Said {
  const said: Said = { lines: [], warnings: [], errors: [], annotations: [], outputs: {}, summaries: [] };
  return {
    ...said,
    info: (line) => void said.lines.push(line),
    warning(line) {
      said.lines.push(line);
      said.warnings.push(line);
    },
    error(line) {
      said.lines.push(line);
      said.errors.push(line);
    },
    folded: () => undefined,
    annotate: (annotations) => void said.annotations.push(...annotations),
    summary: async ({ markdown }) => void said.summaries.push(markdown),
    output(name, value) {
      said.outputs[name] = value;
    },
    mask: () => undefined,
  };
}
