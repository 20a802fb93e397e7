import { command } from "../repository.ts";
import { type InputSpec, inputGroups } from "./spec.ts";
import { inputTable } from "./table.ts";

export type Mode = (typeof inputTable.mode.choices)[number];

/** What a kind of value looks like, for `--help` and `docs/inputs.md`. */
export const kinds: Readonly<Record<InputSpec["kind"], string>> = {
  boolean: "`true` or `false`",
  budget: "`12h` (wall clock), or `40 guest-hours` (all guests together)",
  choice: "one of the words listed",
  copies: "a number, or `fill`",
  count: "a whole number from 1",
  cpus: "a number, or `auto`",
  duration: "`90s`, `10m`, `2h`, `1h30m`, `1d`; a bare number is minutes",
  jitter: "`N [sleep [spin]]`",
  lines: "one entry per line; the flag may be repeated",
  memory: "megabytes, or `2G`",
  path: "a path, relative to the working directory",
  percent: "a percentage above 50 and below 100",
  question: "`failures=5`, `rate<1/100h`, `rate<1/500runs` or `fixed`",
  scenarios: "scenario names, separated by spaces or commas",
  seconds: "seconds, or a duration such as `3m`",
  secret: "masked in the log; of a key or file: its text or its path",
  text: "passed on as it is",
  verbatim: "text of several lines, such as a script, or a file's content",
  words: "names, separated by spaces or commas",
};

/** Groups that have an input, in the order of `inputGroups`, with these inputs; of one mode if it is given. */
export function groupsFor(mode?: Mode): { title: string; inputs: [name: string, spec: InputSpec][] }[] {
  return Object.entries(inputGroups)
    .filter(([, { modes }]) => mode === undefined || (modes as readonly string[]).includes(mode))
    .map(([group, { title }]) => ({
      title,
      inputs: Object.entries<InputSpec>(inputTable).filter(([, spec]) => spec.group === group),
    }));
}

/** Words of a text in lines of at most `width` columns, each begun with `indent`. */
function wrapped(text: string, indent: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(indent + word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join("\n");
}

function flag([name, spec]: [string, InputSpec]): string {
  const choices = spec.kind === "choice" ? spec.choices.join("|") : spec.kind.toUpperCase();
  const value = spec.kind === "boolean" ? "" : ` ${choices}`;
  const fallback = spec.default === "" || spec.kind === "boolean" ? "" : ` [${spec.default}]`;
  return `  --${name}${value}\n${wrapped(`${spec.help.replaceAll("`", "")}${fallback}`, "      ", 80)}`;
}

/** `rcutorture-action --help`, or of one mode: `rcutorture-action report --help`. At most 80 columns wide. */
export function renderHelp(mode?: Mode): string {
  const groups = groupsFor(mode).map(({ title, inputs }) => {
    const flags = inputs.filter(([name]) => name !== "mode").map(flag);
    return `${title}:\n${flags.join("\n")}\n`;
  });
  return [
    `Usage: rcutorture-action ${mode ?? inputTable.mode.choices.join("|")} [flags]`,
    "       rcutorture-action completion bash|zsh|fish",
    "",
    "Torture the Linux kernel's RCU: build kernels, run them in virtual machines,",
    "judge their consoles. Nothing needs to be installed:",
    "",
    `  ${command} run --kernel ~/linux`,
    "",
    ...(mode === undefined ? ["Flags of one mode only: rcutorture-action report --help", ""] : []),
    ...groups,
    "  --help, --version",
    "",
    "Exit status: 0 passed, 1 kernel failed, 2 bad input, 3 infrastructure failed.",
    "",
  ].join("\n");
}
