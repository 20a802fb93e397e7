/** A subset of node:util's `styleText` formats. */
export type TerminalStyle = "red" | "green" | "yellow" | "bold" | "dim";

/** How a terminal shows text. */
export type TerminalLook = {
  /** Columns; Infinity for a log, which breaks no line. */
  width: number;
  style: (format: TerminalStyle, text: string) => string;
};
