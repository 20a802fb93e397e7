import type { Ui } from "./ui.ts";

/** A terminal, or a log that is no runner's: progress to standard error, the report to standard output. */
export function terminalUi(out: NodeJS.WritableStream, err: NodeJS.WritableStream): Ui {
  const say = (text: string) => void err.write(`${text}\n`);
  return {
    info: say,
    warning: (text) => say(`warning: ${text}`),
    error: (text) => say(`error: ${text}`),
    folded: (title, _text, path) => say(`${title}: ${path}`),
    annotate: () => undefined,
    async summary({ text }) {
      out.write(text.endsWith("\n") ? text : `${text}\n`);
    },
    output: () => undefined,
  };
}
