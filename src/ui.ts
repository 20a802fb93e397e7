import type { Annotation } from "./report/annotations.ts";
import type { TerminalStyle } from "./report/terminal.ts";

/** How a terminal shows text. */
export interface TextLook {
  /** Columns. */
  readonly width?: number;
  readonly style?: (format: TerminalStyle, text: string) => string;
}

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
  /**
   * A file's text under a title, folded where the log can do that; where it cannot, only the file's name. The
   * text may hold anything, workflow commands included, and is shown as mere text.
   */
  folded(title: string, text: string, path: string): void;
  annotate(annotations: readonly Annotation[]): void;
  /** The end-of-run report: Markdown for the job's page, plain text for a terminal. */
  summary(report: { readonly markdown: string; text(look: TextLook): string }): Promise<void>;
  output(name: string, value: string): void;
  /** From now on this text is shown nowhere. */
  mask(secret: string): void;
}
