import { spawnSync } from "node:child_process";
import { type ToolName, toolPath } from "../../scripts/support/tools.ts";

/** What a checker says about a file. */
export interface Problem {
  /** Relative to the repository. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** The rule's name and what it says. */
  readonly message: string;
}

/** Runs a checker in a repository. Its exit statuses are 0 for nothing found and some for something found. */
function jsonOf(tool: ToolName, args: readonly string[], cwd: string, found: (status: number) => boolean) {
  const { status, stdout, stderr, error } = spawnSync(toolPath(tool), args, { cwd, encoding: "utf8" });
  if (error) throw error;
  if (status !== 0 && !found(status ?? -1)) throw new Error(`${tool} broke with status ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

/** Syntax, expressions, shell scripts (with shellcheck, which must be installed), inputs of local actions. */
export function actionlint(repository: string, paths: readonly string[]): Problem[] {
  const args = ["-no-color", "-shellcheck", "shellcheck", "-format", "{{json .}}", ...paths];
  const problems: { filepath: string; line: number; kind: string; message: string }[] = jsonOf(
    "actionlint",
    args,
    repository,
    (status) => status === 1,
  );
  return problems.map(({ filepath, line, kind, message }) => ({
    path: filepath,
    line,
    message: `${kind}: ${message}`,
  }));
}

interface ZizmorFinding {
  readonly ident: string;
  readonly desc: string;
  readonly ignored: boolean;
  readonly locations: readonly {
    readonly symbolic: { readonly key: unknown; readonly annotation: string; readonly kind: string };
    readonly concrete: { readonly location: { readonly start_point: { readonly row: number } } };
  }[];
}

/** Security: injections, permissions, credentials, pins. `config`: path of a zizmor.yml. */
export function zizmor(repository: string, paths: readonly string[], config?: string): Problem[] {
  const args = ["--offline", "--no-progress", "--persona=pedantic", "--format=json"];
  const findings: ZizmorFinding[] = jsonOf(
    "zizmor",
    [...args, ...(config === undefined ? ["--no-config"] : ["--config", config]), ...paths],
    repository,
    // 11 to 14 are the severities of what was found; 1 to 3 are its own failures.
    (status) => status >= 11 && status <= 14,
  );
  return findings
    .filter(({ ignored }) => !ignored)
    .map(({ ident, desc, locations }) => {
      const place = locations.find(({ symbolic }) => symbolic.kind === "Primary") ?? locations[0];
      return {
        path: givenPath(place?.symbolic.key),
        line: (place?.concrete.location.start_point.row ?? 0) + 1,
        message: `${ident}: ${desc} (${place?.symbolic.annotation ?? ""})`,
      };
    });
}

/** The path in zizmor's key of a local file. */
function givenPath(key: unknown): string {
  const local = (key as { Local?: { verbatim_path?: string } } | undefined)?.Local;
  return local?.verbatim_path?.replace(/^\.\//, "") ?? JSON.stringify(key);
}
