import { styleText } from "node:util";
import type { Ui } from "./ui.ts";

/** A terminal, or a log that is no runner's: progress to standard error, the report to standard output. */
export function terminalUi(out: NodeJS.WriteStream, err: NodeJS.WritableStream): Ui {
  const say = (text: string) => void err.write(`${text}\n`);
  return {
    info: say,
    warning: (text) => say(`warning: ${text}`),
    error: (text) => say(`error: ${text}`),
    folded: (title, _text, path) => say(`${title}: ${path}`),
    annotate: () => undefined,
    async summary({ text }) {
      const shown = text(out.isTTY ? { width: out.columns, style: styleText } : {});
      out.write(shown.endsWith("\n") ? shown : `${shown}\n`);
    },
    output: () => undefined,
    // We print no secrets; the terminal cannot hide what others print.
    mask: () => undefined,
  };
}
