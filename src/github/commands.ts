import { type Harmless, harmlessLine, harmlessText } from "../text/door.ts";

/** Commands that we give the runner. All others reach us from outside, and must not reach it. */
export type CommandName = "debug" | "notice" | "warning" | "error" | "group" | "endgroup" | "add-mask";

const escapesOfData: readonly (readonly [string, string])[] = [
  ["%", "%25"],
  ["\r", "%0D"],
  ["\n", "%0A"],
];

const escapesOfProperties = [...escapesOfData, [":", "%3A"], [",", "%2C"]] as const;

function escaped(text: string, escapes: readonly (readonly [string, string])[]): string {
  return escapes.reduce((result, [character, code]) => result.replaceAll(character, code), text);
}

/**
 * A workflow command, as a line. Its data may have more lines; its properties are one line each, and absent ones
 * are left out (GitHub's documentation: "Workflow commands for GitHub Actions").
 */
export function command(
  name: CommandName,
  data = "",
  properties: Readonly<Record<string, string | number | undefined>> = {},
): Harmless {
  const pairs = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([key, value]) => `${key}=${escaped(harmlessLine(String(value)), escapesOfProperties)}`);
  const info = pairs.length === 0 ? name : `${name} ${pairs.join(",")}`;
  return `::${info}::${escaped(harmlessText(data), escapesOfData)}` as Harmless;
}

/** Hides a secret from the log. The secret itself has to stay as it is, or another text would be hidden. */
export function maskCommand(secret: string): Harmless {
  return `::add-mask::${escaped(secret, escapesOfData)}` as Harmless;
}
