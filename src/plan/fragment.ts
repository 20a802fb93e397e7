import type { ScenarioFiles, SuiteFiles } from "./suite.ts";

/** Options of `kvm.sh` that add Kconfig options to every scenario. */
export interface FragmentOptions {
  readonly kasan?: boolean;
  readonly kcsan?: boolean;
  readonly debugInfo?: boolean;
  /** Options given with `--kconfig`, separated by spaces. */
  readonly kconfig?: string;
}

const debugInfo = "CONFIG_DEBUG_INFO_NONE=n CONFIG_DEBUG_INFO_DWARF_TOOLCHAIN_DEFAULT=y";
const kcsan =
  "CONFIG_KCSAN=y CONFIG_KCSAN_STRICT=y CONFIG_KCSAN_REPORT_ONCE_IN_MS=100000 CONFIG_KCSAN_VERBOSE=y " +
  "CONFIG_DEBUG_LOCK_ALLOC=y CONFIG_PROVE_LOCKING=y";

/**
 * The Kconfig options a scenario is built with, as `kvm-test-1-run.sh` leaves them in `ConfigFragment`: each
 * source replaces equal options of the ones before it. Sources: `CFcommon`, the scenario, `--kasan`, `--kcsan`
 * or `--debug-info`, `--kconfig`, `CFcommon.<architecture>`.
 */
export function mergeFragment(
  suite: SuiteFiles,
  scenario: ScenarioFiles,
  options: FragmentOptions = {},
): string {
  const sources = [
    suite.common,
    scenario.fragment,
    options.kasan ? `${debugInfo} CONFIG_KASAN=y` : undefined,
    // --kcsan implies --debug-info, and kvm.sh keeps both in one variable.
    options.kcsan ? `${debugInfo} ${kcsan}` : options.debugInfo ? debugInfo : undefined,
    options.kconfig,
    suite.architectureCommon,
  ];
  // The scripts start from `echo > file`, so the result begins with an empty line.
  let lines = [""];
  for (const source of sources) {
    const added = (source ?? "").split(/\s+/).filter(Boolean);
    if (added.length > 0) lines = [...lines.filter((line) => !overridden(line, added)), ...added];
  }
  return lines.map((line) => `${line}\n`).join("");
}

/** config_override.sh drops every line that contains `NAME=` anywhere, so `#CHECK#NAME=y` goes too. */
function overridden(line: string, added: readonly string[]): boolean {
  return added.some((option) => line.includes(`${option.replace(/=.*$/, "")}=`));
}
