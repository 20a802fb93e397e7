import { randomUUID } from "node:crypto";
import { styleText } from "node:util";
import type { TerminalStyle } from "./report/terminal.ts";
import { type Harmless, harmlessLine, harmlessText } from "./text/door.ts";
import { outletTo } from "./text/outlet.ts";
import type { TextLook, Ui } from "./ui.ts";

/**
 * Colours of ours pass the door as words that nobody else can know, and become escapes behind it: what came in with
 * escapes of its own leaves without any.
 */
function coloured(text: (look: TextLook) => string, width: number): Harmless {
  const token = randomUUID();
  const formats: TerminalStyle[] = [];
  const style = (format: TerminalStyle, part: string) => {
    formats.push(format);
    return `${token}<${formats.length - 1}<${part}${token}>`;
  };
  const shown = harmlessText(text({ width, style }));
  const marks = new RegExp(`${token}(?:<(\\d+)<|>)`, "g");
  const open: TerminalStyle[] = [];
  const paint = (format: TerminalStyle | undefined, which: 0 | 1) =>
    format === undefined ? "" : (styleText(format, "|", { validateStream: false }).split("|")[which] ?? "");
  const painted = shown.replace(marks, (_, index: string | undefined) => {
    if (index === undefined) return paint(open.pop(), 1);
    const format = formats[Number(index)];
    if (format !== undefined) open.push(format);
    return paint(format, 0);
  });
  // A line that was too long may have lost the end of a colour.
  return (painted + open.map((format) => paint(format, 1)).join("")) as Harmless;
}

/** A terminal, or a log that is no runner's: progress to standard error, the report to standard output. */
export function terminalUi(out: NodeJS.WriteStream, err: NodeJS.WritableStream): Ui {
  const [report, progress] = [outletTo(out), outletTo(err)];
  const say = (text: string) => progress.write(harmlessLine(text));
  return {
    info: say,
    warning: (text) => say(`warning: ${text}`),
    error: (text) => say(`error: ${text}`),
    folded: (title, _text, path) => say(`${title}: ${path}`),
    annotate: () => undefined,
    async summary({ text }) {
      report.write(out.isTTY ? coloured(text, out.columns || 80) : harmlessText(text({})));
    },
    output: () => undefined,
    // We print no secrets; the terminal cannot hide what others print.
    mask: () => undefined,
  };
}
