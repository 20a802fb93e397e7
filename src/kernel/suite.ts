import { readdir, readFile } from "node:fs/promises";
import { machine } from "node:os";
import { join } from "node:path";
import { InputError } from "../errors.ts";
import type { ScenarioFiles, SuiteFiles } from "../plan/suite.ts";
import { listSuites } from "./tree.ts";

/** `kvm.sh --configs` takes no name with a slash, a dot or a lower-case letter. */
const scenarioName = /^[^/.a-z]+$/;

/**
 * Reads a torture suite's files.
 *
 * @param rcutorture The tree's `tools/testing/selftests/rcutorture`.
 * @param architecture As `uname -m` names it on the machine that builds.
 * @throws InputError when the tree has no such suite.
 */
export async function readSuite(
  rcutorture: string,
  name: string,
  architecture: string = machine(),
): Promise<SuiteFiles> {
  const suites = await listSuites(rcutorture);
  if (!suites.includes(name)) {
    throw new InputError(`torture "${name}": this kernel tree has ${suites.join(", ") || "no suites"}.`);
  }
  const folder = join(rcutorture, "configs", name);
  const files = new Map<string, string>();
  for (const entry of (await readdir(folder, { withFileTypes: true })).filter((one) => !one.isDirectory())) {
    files.set(entry.name, await readFile(join(folder, entry.name), "utf8"));
  }
  const common = files.get("CFcommon");
  const architectureCommon = files.get(`CFcommon.${architecture}`);
  return {
    name,
    list: (files.get("CFLIST") ?? "").split(/\s+/).filter(Boolean),
    scenarios: scenariosOf(files),
    ...(common === undefined ? {} : { common }),
    ...(architectureCommon === undefined ? {} : { architectureCommon }),
    bootOrder: bootOrder(await readFile(join(rcutorture, "bin/functions.sh"), "utf8")),
  };
}

function scenariosOf(files: ReadonlyMap<string, string>): Map<string, ScenarioFiles> {
  const names = [...files.keys()].filter((name) => scenarioName.test(name) && name !== "CFLIST").sort();
  return new Map(
    names.map((name) => {
      const boot = files.get(`${name}.boot`);
      return [name, { name, fragment: files.get(name) ?? "", ...(boot === undefined ? {} : { boot }) }];
    }),
  );
}

/** Older trees echo the argument `$1` before the `.boot` file, newer ones after it. */
function bootOrder(functions: string): SuiteFiles["bootOrder"] {
  return /echo \$1 `grep[^`]*\.boot/.test(functions) ? "file-last" : "arguments-last";
}
