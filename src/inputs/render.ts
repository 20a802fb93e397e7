import { markdownTable } from "markdown-table";
import { command } from "../repository.ts";
import { groupsFor, kinds } from "./help.ts";
import { type InputSpec, inputGroups } from "./spec.ts";
import { inputTable, outputTable } from "./table.ts";

const entries = Object.entries<InputSpec>(inputTable);

/** JSON strings are YAML strings; that is all the quoting `action.yml` needs. */
const yaml = (text: string) => JSON.stringify(text);

/** The action's metadata file. */
export function renderActionYml(): string {
  const inputs = entries.map(
    ([name, spec]) =>
      `  ${name}:\n    description: ${yaml(spec.help)}\n    required: false\n    default: ${yaml(spec.default)}\n`,
  );
  const outputs = Object.entries(outputTable).map(
    ([name, help]) => `  ${name}:\n    description: ${yaml(help)}\n`,
  );
  return [
    "# Generated from src/inputs/table.ts by `npm run generate`; do not edit.\n",
    "name: rcutorture\n",
    "description: Build, run, judge and publish Linux rcutorture\n",
    "author: The rcutorture-action authors\n",
    "branding:\n  icon: zap\n  color: orange\n",
    "inputs:\n",
    ...inputs,
    "outputs:\n",
    ...outputs,
    "runs:\n  using: node24\n  main: dist/main.js\n  post: dist/post.js\n",
  ].join("");
}

function allowed(spec: InputSpec): string {
  if (spec.kind !== "choice") return spec.kind;
  return [...spec.choices.map((choice) => `\`${choice}\``), ...(spec.open ? ["another name"] : [])].join(
    ", ",
  );
}

/** The modes that use a group of inputs. */
function modesOf(spec: InputSpec | undefined): string[] {
  if (spec === undefined) return [];
  const { modes } = inputGroups[spec.group];
  const all: number = inputTable.mode.choices.length;
  if (modes.length === all) return [];
  return [`Used by ${modes.map((mode) => `\`${mode}\``).join(", ")}.`, ""];
}

const code = (text: string) => (text === "" ? "" : `\`${text}\``);

/** `docs/inputs.md`. */
export function renderInputsDoc(): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const sections = groupsFor().flatMap(({ title, inputs }) => [
    `## ${title}`,
    "",
    ...modesOf(inputs[0]?.[1]),
    markdownTable(
      [
        ["Input", "Value", "Default", "Meaning"],
        ...inputs.map(([name, spec]) => [code(name), allowed(spec), code(spec.default), cell(spec.help)]),
      ],
      { alignDelimiters: false },
    ),
    "",
  ]);
  const used = [...new Set(entries.map(([, spec]) => spec.kind))].filter((kind) => kind !== "choice").sort();
  const outputRows = Object.entries(outputTable).map(([name, help]) => [code(name), cell(help)]);
  return [
    "# Inputs and outputs",
    "",
    "<!-- Generated from src/inputs/table.ts by `npm run generate`; do not edit. -->",
    "",
    "Every input of the action is also a flag of the command line (`--configs`, `--duration`, …); `mode` is its",
    `first word: \`${command} run --configs TREE03\`.`,
    "`rcutorture-action report --help` prints only the flags that one mode uses.",
    "",
    ...sections,
    "## Values",
    "",
    markdownTable([["Value", "How it is written"], ...used.map((kind) => [kind, kinds[kind]])], {
      alignDelimiters: false,
    }),
    "",
    "## Outputs",
    "",
    markdownTable([["Output", "Meaning"], ...outputRows], { alignDelimiters: false }),
    "",
    "## Exit status of the command line",
    "",
    "| Status | Meaning |",
    "| --- | --- |",
    "| 0 | everything passed; with `until: fixed` and `until: rate<…`: yes |",
    "| 1 | the kernel failed: a guest failed or a kernel did not build; with such an `until`: no, or undecided |",
    "| 2 | bad input; nothing was started |",
    "| 3 | the infrastructure failed, or the job was stopped: nothing is known of the kernel |",
    "| 129, 130, 143 | SIGHUP, SIGINT, SIGTERM ended it at once: the second of a kind, or the first in `plan` and `report` |",
    "",
    "Output that cannot be written (`| head -1`, a full disk, a closed terminal) is dropped and changes no status. SIGHUP is ignored under `nohup`, or whenever no stream is a terminal.",
    "",
  ].join("\n");
}
