import type { Annotation } from "./report/annotations.ts";

/**
 * Where a job speaks to people: the runner's log and the job's page, or a terminal. One method a channel;
 * nothing below the wiring knows which it is.
 */
export interface Ui {
  /** One line of the log. */
  info(line: string): void;
  /** One line that someone should act on. */
  warning(line: string): void;
  /** One line on what ended the job. */
  error(line: string): void;
  /** Output of a child program, which may hold anything, workflow commands included: shown as mere text. */
  childOutput(text: string): void;
  /** Lines until the body is done are folded under a title where the log can do that. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  annotate(annotations: readonly Annotation[]): void;
  /** The end-of-run report: Markdown for the job's page, plain text for a terminal. */
  summary(report: { readonly markdown: string; readonly text: string }): Promise<void>;
  output(name: string, value: string): void;
}
