/**
 * Node 24, the runtime of the action, whatever Node is installed. Plain JavaScript for Node 18 and newer: the scripts of
 * the clone start with it, and the command line goes on with it where it finds itself on an older one.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";

const wanted = 24;
const install = "Install it: https://nodejs.org/en/download";

/** Where Node 24 is kept. @throws Error for a user without a home directory */
function cacheFolder() {
  try {
    return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "rcutorture-action");
  } catch {
    throw new Error(
      `Node ${process.versions.node} is too old: Node ${wanted} or newer is needed, and this user has no home directory to fetch it into; set HOME. ${install}`,
    );
  }
}

/** Whether this Node is new enough. */
export function isNewEnough(version = process.versions.node) {
  return Number.parseInt(version, 10) >= wanted;
}

/**
 * Path of a Node 24: of this one, or of one in the cache, which comes from the npm registry when it is not there.
 * @param {(line: string) => unknown} tell hears that it is fetched; by default standard error
 * @throws Error that says what to do, where it cannot be fetched
 */
export function node24(tell = (line) => process.stderr.write(`${line}\n`)) {
  if (isNewEnough()) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(cacheFolder(), "node24");
  const binary = join("node_modules", name, "bin", "node");
  if (existsSync(join(folder, binary))) return join(folder, binary);
  // What this prints must not be taken for the output of what was asked for.
  tell(`Node ${process.versions.node} is too old; fetching Node ${wanted} into ${folder} (once).`);
  const fresh = `${folder}.${process.pid}`;
  try {
    mkdirSync(fresh, { recursive: true });
    const flags = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefix", fresh];
    const { error } = spawnSync("npm", ["install", ...flags, `${name}@${wanted}`], {
      stdio: ["ignore", 2, 2],
    });
    if (error || !existsSync(join(fresh, binary))) throw new Error("npm could not fetch it");
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(join(folder, binary))) {
      throw new Error(
        `Node ${process.versions.node} is too old: Node ${wanted} or newer is needed, and ${error instanceof Error ? error.message : error}. ${install}`,
      );
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return join(folder, binary);
}

/**
 * Runs a program of ours on Node 24 to its end, with this process's arguments, streams and signals.
 * @param {string} node path of Node
 * @param {readonly string[]} argv
 * @returns {Promise<number>} its exit status, as a shell counts
 */
export function runOn(node, argv) {
  const child = spawn(node, argv, {
    stdio: "inherit",
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
  });
  // A terminal sends its signals to both; a process manager only to this one.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGKILL: 9, SIGHUP: 1 };
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? 128 + (numbers[signal] ?? 1)));
  });
}
