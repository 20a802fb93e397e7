/**
 * What GitHub's runner obeys in a log, by the grammar of its public sources (actions/runner, ActionCommand and
 * ActionCommandManager; read, not copied). Both outputs of a step are read this way.
 */

/** Commands that a runner knows; also those that it has switched off by default, which a workflow may allow again. */
export const runnerCommands = [
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "internal-set-repo-path",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
] as const;

export interface ObeyedCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const decoded = (text: string, codes: readonly (readonly [string, string])[]) =>
  codes.reduce((result, [code, character]) => result.replaceAll(code, character), text);

const percent = ["%25", "%"] as const;
const dataCodes = [["%0D", "\r"], ["%0A", "\n"], percent] as const;
const propertyCodes = [["%0D", "\r"], ["%0A", "\n"], ["%3A", ":"], ["%2C", ","], percent] as const;
const oldCodes = [["%3B", ";"], ["%0D", "\r"], ["%0A", "\n"], ["%5D", "]"], percent] as const;

function properties(text: string, separator: string, codes: readonly (readonly [string, string])[]) {
  const pairs = text
    .trim()
    .split(separator)
    .filter((pair) => pair.includes("="));
  return Object.fromEntries(
    pairs.map((pair) => [
      pair.slice(0, pair.indexOf("=")),
      decoded(pair.slice(pair.indexOf("=") + 1), codes),
    ]),
  );
}

/** Name and rest of what stands between a command's marks; the name's case does not matter. */
function known(info: string, names: ReadonlySet<string>): { name: string; rest: string } | undefined {
  const space = info.indexOf(" ");
  const name = (space < 0 ? info : info.slice(0, space)).toLowerCase();
  return names.has(name) ? { name, rest: space < 0 ? "" : info.slice(space + 1) } : undefined;
}

/** `::name key=value,key=value::data` after white space. */
function newForm(line: string, names: ReadonlySet<string>): ObeyedCommand | undefined {
  // .NET's TrimStart, U+0085 included.
  const text = line.replace(/^[\s\u0085]+/, "");
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return undefined;
  const found = known(text.slice(2, end), names);
  if (found === undefined) return undefined;
  return {
    name: found.name,
    properties: properties(found.rest, ",", propertyCodes),
    data: decoded(text.slice(end + 2), dataCodes),
  };
}

/** `##[name key=value;key=value]data`, at the first `##[` wherever that is. */
function oldForm(line: string, names: ReadonlySet<string>): ObeyedCommand | undefined {
  const start = line.indexOf("##[");
  const end = line.indexOf("]", start);
  if (start < 0 || end < 0) return undefined;
  const found = known(line.slice(start + 3, end), names);
  if (found === undefined) return undefined;
  return {
    name: found.name,
    properties: properties(found.rest, ";", oldCodes),
    data: decoded(line.slice(end + 1), oldCodes),
  };
}

/**
 * The commands that a runner obeys in a step's output, in order. What stops commands is obeyed as well.
 * Comparisons by culture overlook characters that take no place, as .NET's do with ICU.
 */
export function obeyedCommands(output: string): ObeyedCommand[] {
  const names = new Set<string>(runnerCommands);
  const obeyed: ObeyedCommand[] = [];
  let token: string | undefined;
  // .NET reads lines that end with \n, \r\n or \r.
  for (const line of output.split(/\r\n|\r|\n/)) {
    const seen = line.replaceAll(/(?!\t)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "");
    const command =
      newForm(seen, names) ?? oldForm(seen, names) ?? newForm(line, names) ?? oldForm(line, names);
    if (command === undefined) continue;
    if (token !== undefined) {
      if (command.name !== token) continue;
      names.delete(token);
      token = undefined;
      continue;
    }
    obeyed.push(command);
    if (command.name === "stop-commands") {
      token = command.data.toLowerCase();
      names.add(token);
    }
  }
  return obeyed;
}
