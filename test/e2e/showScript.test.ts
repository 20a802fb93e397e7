import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { buildTree, commitTree } from "../support/fakeMake.ts";
import { kernelTrees } from "../support/kernelTree.ts";
import { runCli } from "../support/runner.ts";
import { goodConsole } from "../support/strangeRun.ts";
import { talkingKernel } from "../support/talkingKernel.ts";

/** In qemu's place: the scripts know KVM alone, and the guest needs none. */
const emulated = (qemu: string) => `#!/bin/bash
args=()
for arg
do
	case $arg in
	-enable-kvm) ;;
	*accel=kvm*) args+=("\${arg/accel=kvm/accel=tcg}") ;;
	kvm64) args+=(qemu64) ;;
	*) args+=("$arg") ;;
	esac
done
exec ${qemu} "\${args[@]}"
`;

it("plan --show script prints what builds, runs and judges a plan with the tree's own scripts alone", async () => {
  const newest = (await kernelTrees()).at(-1);
  if (newest === undefined) throw new Error("no tree");
  await using tree = await buildTree(newest);
  await tree.image("any", talkingKernel(Buffer.from(goodConsole), "exit"));
  await commitTree(tree);
  const folder = await mkdtemp(join(tmpdir(), "e2e-script-"));
  const run = promisify(execFile);
  try {
    const rundir = join(folder, "run");
    const words = ["--configs", "2*TINY01", "--cpus", "2", "--duration", "10s", "--rundir", rundir];
    const shown = await runCli(
      ["plan", "--show", "script", "--kernel", tree.path, "--no-initrd", ...words],
      folder,
    );
    expect(shown.exitStatus, shown.stderr).toBe(0);
    const { stdout: qemu } = await run("sh", ["-c", "command -v qemu-system-x86_64"]);
    const shim = join(dirname(tree.searchPath.split(":")[0] ?? ""), "programs/qemu-system-x86_64");
    await writeFile(shim, emulated(qemu.trim()));
    await chmod(shim, 0o755);
    const script = join(folder, "script");
    await writeFile(script, shown.stdout);
    const env = { ...process.env, PATH: tree.searchPath };
    // 1: the make that builds in a blink leaves options out, which the scripts say.
    const ended = await run("sh", [script], { cwd: "/", env, maxBuffer: 1e8 }).catch(
      (error: { code?: unknown; stdout?: string; stderr?: string }) => error,
    );
    const { stdout = "", stderr } = ended;
    expect([undefined, 1], stdout + stderr).toContain("code" in ended ? ended.code : undefined);
    expect(stdout).toMatch(/TINY01 -+ 200 GPs[\s\S]*TINY01\.2 -+ 200 GPs/);
    expect(await readFile(join(rundir, "TINY01.2/console.log"), "utf8")).toContain("End of test: SUCCESS");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
