import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runWorkflow } from "../support/act.ts";
import { builtKernels, kernelStore, testTree, tinyInputs } from "../support/kernels.ts";
import { inCopyOfMachine } from "../support/overlay.ts";
import { quickRun } from "../support/quickRun.ts";
import { runStep } from "../support/runner.ts";
import { copyKernels } from "../support/seed.ts";

let folder: string;
beforeAll(async () => {
  await builtKernels();
  folder = await mkdtemp(join(tmpdir(), "e2e-prepare-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a hosted runner lacks, or has closed; packages are really removed, in a copy of this machine. */
const withoutPackages = "dpkg --remove --force-depends bc cpio qemu-system-x86 >/dev/null 2>&1";

const readme = readFileSync(fileURLToPath(new URL("../../README.md", import.meta.url)), "utf8");

/** README's first workflow, with this action for the released one, small kernels, and a short run. */
function firstWorkflow(): string {
  const block = /```yaml\n(jobs:\n[\s\S]*?)```/.exec(readme)?.[1] ?? "";
  expect(block).toContain("uses: org/rcutorture-action@v1");
  const inputs = {
    ...tinyInputs,
    kernel: testTree(),
    configs: "TINY01",
    duration: "15s",
    accel: "tcg",
    rundir: join(folder, "run"),
  };
  const lines = Object.entries(inputs).map(([name, value]) => `          ${name}: ${JSON.stringify(value)}`);
  const adapted = block
    .replace(/uses: org\/rcutorture-action@v1.*/, "uses: ./")
    .replace(/ +configs: [\s\S]*duration: .*\n/, `${lines.join("\n")}\n`);
  return `name: test\non: workflow_dispatch\n${adapted}`;
}

describe("a runner that lacks qemu and what building needs", () => {
  it("README's first workflow passes as it stands: what is missing is installed, with apt", async () => {
    const store = join(folder, "store");
    copyKernels(kernelStore, store);
    const run = await runWorkflow(firstWorkflow(), {
      env: { RUNNER_ENVIRONMENT: "github-hosted", RCUTORTURE_ACTION_CACHE: store },
      within: inCopyOfMachine(withoutPackages),
    });
    expect(run.exitStatus, run.log).toBe(0);
    expect(run.log).toMatch(
      /prepare: installed (?=.*\bqemu-system-x86\b)(?=.*\bbc\b)(?=.*\bcpio\b)[^"]* with apt-get \(\d/,
    );
    expect(run.summaries.join("\n")).toContain("TINY01 passed");
  });

  it("installs and opens /dev/kvm through sudo, for a user who is not root", async () => {
    const old = quickRun(join(folder, "old"));
    await chmod(folder, 0o777);
    const user = `
      apt-get -q -y install sudo >/dev/null
      useradd --create-home runner
      echo 'runner ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/runner
      rm -f /dev/kvm; mknod -m 660 /dev/kvm c 10 232`;
    const step = await runStep("main", {
      inputs: { again: old, rundir: join(folder, "again"), duration: "5s" },
      env: { RUNNER_ENVIRONMENT: "github-hosted", HOME: "/home/runner" },
      within: inCopyOfMachine(`${withoutPackages}\n${user}`, "runner:runner"),
    });
    expect(step.log, step.stderr).toMatch(
      /^prepare: installed qemu-system-x86 with apt-get \([^)]*\); opened \/dev\/kvm\.$/m,
    );
    expect(step.outputs.result, step.log).toBe("passed");
  });

  it("without the right to install, all that is missing is said at once", async () => {
    const inputs = { ...tinyInputs, kernel: testTree(), configs: "TINY01", rundir: join(folder, "none") };
    const env = { HOME: "/home/runner" };
    const nobody = "useradd --create-home runner";
    const within = (prepare: string) => inCopyOfMachine(`${withoutPackages}\n${prepare}`, "runner:runner");
    const [unasked, asked] = await Promise.all([
      runStep("main", { inputs, env, within: within(nobody) }),
      runStep("main", { inputs: { ...inputs, prepare: "true" }, env, within: within(nobody) }),
    ]);
    const missing = "qemu-system-x86_64, bc, cpio are not installed here. ";
    const how =
      "Debian, Ubuntu: apt-get install -y qemu-system-x86 bc cpio. Fedora: dnf install -y qemu-system-x86 bc cpio.";
    expect(unasked.annotations.map(({ message }) => message)).toContain(`${missing}${how}`);
    expect(asked.annotations.map(({ message }) => message)).toContain(
      `${missing}prepare: this user is not root, and sudo asks for a password or is missing, so that nothing can be installed. ${how}`,
    );
    expect([unasked.outputs.result, asked.outputs.result]).toEqual([
      "infrastructure-error",
      "infrastructure-error",
    ]);
  });

  it("a mirror that is down is tried again, then said", async () => {
    const dead = `
      rm -rf /etc/apt/sources.list.d /var/lib/apt/lists; mkdir -p /var/lib/apt/lists
      echo 'deb http://127.0.0.1:9/debian bookworm main' > /etc/apt/sources.list`;
    const step = await runStep("main", {
      inputs: { again: quickRun(join(folder, "old2")), rundir: join(folder, "dead"), prepare: "true" },
      within: inCopyOfMachine(`${withoutPackages}\n${dead}`),
    });
    expect(step.log.match(/apt-get: .*; trying again in \d+ s/g)).toHaveLength(2);
    const [error] = step.annotations.filter(({ name }) => name === "error");
    expect(error?.message).toMatch(
      /^qemu-system-x86_64 is not installed here\. prepare: apt-get could not install qemu-system-x86: .*qemu-system-x86.*\. Debian/,
    );
  });
});
