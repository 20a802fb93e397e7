/** The files of one scenario, as text. */
export interface ScenarioFiles {
  readonly name: string;
  /** The Kconfig fragment. */
  readonly fragment: string;
  /** The `.boot` file, where there is one. */
  readonly boot?: string;
}

/** What planning needs to know of a torture suite: the texts under the tree's `configs/<suite>/`. */
export interface SuiteFiles {
  /** `rcu`, `lock`, `scf`, `rcuscale`, `refscale`, or whatever the tree has. */
  readonly name: string;
  /** Words of `CFLIST`, the scenarios that run by default. */
  readonly list: readonly string[];
  /** By name, in the order of names. */
  readonly scenarios: ReadonlyMap<string, ScenarioFiles>;
  /** `CFcommon`: options of every scenario. */
  readonly common?: string;
  /** `CFcommon.<uname -m>`: options of every scenario on this architecture, which win over all others. */
  readonly architectureCommon?: string;
  /**
   * How the tree's `functions.sh` joins a scenario's `.boot` file and `--bootargs`; the last of two equal
   * parameters wins. Linux 6.1 puts the user's arguments first, 6.12 last.
   */
  readonly bootOrder: "file-last" | "arguments-last";
}

/** Boot arguments of a scenario, joined as the tree's `configfrag_boot_params` joins them. */
export function bootArguments(suite: SuiteFiles, scenario: ScenarioFiles, bootargs = ""): string {
  const file = (scenario.boot ?? "")
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join(" ");
  const parts = suite.bootOrder === "file-last" ? [bootargs, file] : [file, bootargs];
  return parts.join(" ").split(/\s+/).filter(Boolean).join(" ");
}
