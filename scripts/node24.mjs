/**
 * Runs a script of ours on Node 24, the runtime of the action, whatever Node is installed:
 *   node scripts/node24.mjs scripts/demo.ts [arguments]
 * Node 24 comes from the npm registry into the user's cache when the installed one is older. Plain JavaScript,
 * because the Node that runs this file may not know TypeScript.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";

const wanted = 24;
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "rcutorture-action");

function node24() {
  if (Number(process.versions.node.split(".")[0]) >= wanted) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(cache, "node24");
  const binary = join(folder, "node_modules", name, "bin", "node");
  if (!existsSync(binary)) {
    console.log(`Node ${process.versions.node} is installed; fetching Node ${wanted} into ${folder} (once).`);
    mkdirSync(folder, { recursive: true });
    const { status } = spawnSync(
      "npm",
      ["install", "--no-audit", "--no-fund", "--prefix", folder, `${name}@${wanted}`],
      {
        stdio: "inherit",
      },
    );
    if (status !== 0 || !existsSync(binary)) {
      console.error(`Could not fetch Node ${wanted}. Install it from https://nodejs.org and try again.`);
      process.exit(3);
    }
  }
  return binary;
}

const node = node24();
const child = spawn(node, process.argv.slice(2), {
  stdio: "inherit",
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
});
// A terminal sends its signals to both; a process manager only to this one.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  process.exitCode = code ?? 128 + ({ SIGINT: 2, SIGTERM: 15, SIGKILL: 9, SIGHUP: 1 }[signal] ?? 1);
});
