import type { InputSpec } from "./spec.ts";
import { inputTable } from "./table.ts";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

const program = "rcutorture-action";
const words = [...inputTable.mode.choices, "completion", "help"];

interface Flag {
  readonly name: string;
  readonly help: string;
  readonly values: readonly string[];
  readonly kind: InputSpec["kind"];
}

const flags: readonly Flag[] = Object.entries<InputSpec>(inputTable)
  .filter(([name]) => name !== "mode")
  .map(([name, spec]) => ({
    name,
    kind: spec.kind,
    // The first sentence, or what comes before the first example.
    help:
      spec.help
        .replaceAll("`", "")
        .replace(/^With [^:]*: /, "")
        .split(/[.:;](?:\s|$)/)[0] ?? "",
    values: spec.kind === "choice" ? spec.choices : [],
  }));

const withValue = flags.filter(({ kind }) => kind !== "boolean");

function bash(): string {
  const cases = withValue.map(({ name, values, kind }) => {
    const reply =
      values.length > 0
        ? `COMPREPLY=($(compgen -W "${values.join(" ")}" -- "$cur"))`
        : kind === "path"
          ? 'compopt -o filenames; COMPREPLY=($(compgen -f -- "$cur"))'
          : "COMPREPLY=()";
    return `    --${name}) ${reply}; return;;`;
  });
  return [
    `# bash completion: eval "$(${program} completion bash)"`,
    "_rcutorture_action() {",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's
    "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}",
    "  case $prev in",
    ...cases,
    `    completion) COMPREPLY=($(compgen -W "${shells.join(" ")}" -- "$cur")); return;;`,
    "  esac",
    "  if [ $COMP_CWORD -eq 1 ] && [[ $cur != -* ]]; then",
    `    COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$cur"))`,
    "    return",
    "  fi",
    `  COMPREPLY=($(compgen -W "${flags.map(({ name }) => `--${name}`).join(" ")} --help --version" -- "$cur"))`,
    "}",
    `complete -F _rcutorture_action ${program}`,
    "",
  ].join("\n");
}

function zsh(): string {
  const escaped = (text: string) => text.replaceAll(/[[\]:\\]/g, "\\$&").replaceAll("'", "'\\''");
  const specs = flags.map(({ name, help, values, kind }) => {
    const action = values.length > 0 ? `(${values.join(" ")})` : kind === "path" ? "_files" : " ";
    return `    '--${name}[${escaped(help)}]${kind === "boolean" ? "" : `:${kind}:${action}`}'`;
  });
  return [
    `#compdef ${program}`,
    `# zsh completion, after compinit: eval "$(${program} completion zsh)"`,
    "_rcutorture_action() {",
    `  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then compadd -- ${words.join(" ")}; return; fi`,
    `  if [[ $words[2] == completion ]]; then compadd -- ${shells.join(" ")}; return; fi`,
    "  local -a specs=(",
    ...specs,
    "    '--help[Show the flags]'",
    "    '--version[Show the version]'",
    "  )",
    "  _arguments '1: : ' '*: : ' $specs",
    "}",
    `compdef _rcutorture_action ${program}`,
    "",
  ].join("\n");
}

function fish(): string {
  const quoted = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const lines = flags.map(({ name, help, values, kind }) => {
    const value =
      values.length > 0 ? ` -x -a ${quoted(values.join(" "))}` : kind === "path" ? " -r -F" : " -x";
    return `complete -c ${program} -l ${name}${kind === "boolean" ? "" : value} -d ${quoted(help)}`;
  });
  return [
    `# fish completion: ${program} completion fish | source`,
    `complete -c ${program} -f`,
    `complete -c ${program} -n __fish_use_subcommand -a ${quoted(words.join(" "))}`,
    `complete -c ${program} -n '__fish_seen_subcommand_from completion' -a ${quoted(shells.join(" "))}`,
    ...lines,
    `complete -c ${program} -l help -d 'Show the flags'`,
    `complete -c ${program} -l version -d 'Show the version'`,
    "",
  ].join("\n");
}

/** The script that teaches a shell the modes, the flags and their values. */
export function renderCompletion(shell: Shell): string {
  return { bash, zsh, fish }[shell]();
}
