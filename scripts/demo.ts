/**
 * The newcomer's command: rcutorture on a real kernel, from nothing. Installs what is missing, fetches the
 * distribution's kernel source (or takes KERNEL=/path/to/tree), builds a uniprocessor and an SMP scenario from
 * `tinyconfig`, runs both for half a minute, prints the summary and where the reports are.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { messageOf } from "../src/errors.ts";
import { command } from "../src/repository.ts";
import { distributionKernel, tinyKconfig } from "./support/kernelSource.ts";
import { ensurePackages, kernelPackages } from "./support/packages.ts";

function main(): number {
  ensurePackages(kernelPackages);
  const kernel = process.env.KERNEL ?? distributionKernel();
  console.log(`Kernel tree: ${kernel}`);
  const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
  const flags = [
    ["--kernel", kernel],
    ["--configs", "TINY01 TREE05"],
    ["--duration", "30s"],
    ["--defconfig", "tinyconfig"],
    ["--kconfig", tinyKconfig],
  ];
  const argv = [cli, "run", ...flags.flat(), "--trust-make", ...process.argv.slice(2)];
  console.log(`The command is:\n  ${command} ${argv.slice(1).map(shown).join(" ")}\n`);
  const { status } = spawnSync(process.execPath, argv, { stdio: "inherit" });
  return status ?? 3;
}

/** For reading and pasting. */
function shown(word: string): string {
  return /^[\w./=*-]+$/.test(word) ? word : `"${word}"`;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 3;
}
