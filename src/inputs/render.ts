import { markdownTable } from "markdown-table";
import type { InputSpec } from "./spec.ts";
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
  return spec.kind === "choice" ? spec.choices.map((choice) => `\`${choice}\``).join(", ") : spec.kind;
}

const code = (text: string) => (text === "" ? "" : `\`${text}\``);

/** `docs/inputs.md`. */
export function renderInputsDoc(): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const inputRows = entries.map(([name, spec]) => [
    code(name),
    allowed(spec),
    code(spec.default),
    cell(spec.help),
  ]);
  const outputRows = Object.entries(outputTable).map(([name, help]) => [code(name), cell(help)]);
  return [
    "# Inputs and outputs",
    "",
    "<!-- Generated from src/inputs/table.ts by `npm run generate`; do not edit. -->",
    "",
    "Every input of the action is also a flag of the command line (`--configs`, `--duration`, …); `mode` is its",
    "first word: `npx rcutorture-action run --configs TREE03`.",
    "",
    markdownTable([["Input", "Kind", "Default", "Meaning"], ...inputRows], { alignDelimiters: false }),
    "",
    "## Outputs",
    "",
    markdownTable([["Output", "Meaning"], ...outputRows], { alignDelimiters: false }),
    "",
    "## Exit status of the command line",
    "",
    "| Status | Meaning |",
    "| --- | --- |",
    "| 0 | everything passed |",
    "| 1 | the kernel failed: a guest failed or a kernel did not build |",
    "| 2 | bad input; nothing was started |",
    "| 3 | the infrastructure failed, or the job was stopped: nothing is known of the kernel |",
    "| 129, 130, 143 | SIGHUP, SIGINT, SIGTERM ended it at once: the second of a kind, or the first in `plan` and `report` |",
    "",
    "Output that cannot be written (`| head -1`, a full disk, a closed terminal) is dropped and changes no status. SIGHUP is ignored under `nohup`, or whenever no stream is a terminal.",
    "",
  ].join("\n");
}

/** `rcutorture-action --help`. */
export function renderHelp(): string {
  const flags = entries
    .filter(([name]) => name !== "mode")
    .map(([name, spec]) => {
      const value =
        spec.kind === "boolean"
          ? ""
          : ` ${spec.kind === "choice" ? spec.choices.join("|") : spec.kind.toUpperCase()}`;
      const fallback = spec.default === "" || spec.kind === "boolean" ? "" : ` [${spec.default}]`;
      return `  --${name}${value}\n      ${spec.help.replaceAll("`", "")}${fallback}`;
    });
  return [
    "Usage: rcutorture-action run|build|plan|report [flags]",
    "",
    "Torture the Linux kernel's RCU: build kernels, run them in virtual machines, judge their consoles.",
    "",
    "  rcutorture-action run --kernel ~/linux --configs TINY01 --duration 30s",
    "  rcutorture-action report --rundir ~/linux/tools/testing/selftests/rcutorture/res/2026.11.22-21.38.19",
    "",
    "Flags:",
    ...flags,
    "  --help, --version",
    "",
    "Exit status: 0 passed, 1 the kernel failed, 2 bad input, 3 infrastructure failed.",
    "",
  ].join("\n");
}
