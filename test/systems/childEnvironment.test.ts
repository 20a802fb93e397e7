import { afterEach, expect, it, vi } from "vitest";
import { runProgram } from "../../src/github/exec.ts";
import { runSiteCommand } from "../../src/stages/execute/systems/remote/siteCommand.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { markVariable } from "../../src/systems/marked.ts";

afterEach(() => vi.unstubAllEnvs());

/** What a step of a workflow sees. */
function stubStep(): void {
  const names = [
    "INPUT_SSH-PRIVATE-KEY",
    "ACTIONS_RUNTIME_TOKEN",
    "STATE_job",
    "GITHUB_OUTPUT",
    "LAB_TOKEN",
    "KCFLAGS",
  ];
  for (const name of names) vi.stubEnv(name, "of the step");
}

const namesIn = (text: string) =>
  [...text.matchAll(/^([\w-]+)=of the step$/gm)].map(([, name]) => name).sort();

it("a command here sees nothing of the step's", async () => {
  stubStep();
  const { stdout } = await new LocalExecutor().run({ argv: ["env"], env: { OWN: "1" } });
  expect(stdout).toMatch(/^PATH=/m);
  expect(stdout).toMatch(/^OWN=1$/m);
  expect(namesIn(stdout)).toEqual([]);
});

it("a build sees what the kernel's Makefiles read", async () => {
  stubStep();
  let out = "";
  const listen = (chunk: Buffer) => {
    out += chunk.toString();
  };
  expect(await runProgram({ argv: ["env"] }, { stdout: listen, stderr: listen })).toBe(0);
  expect(namesIn(out)).toEqual(["KCFLAGS"]);
  expect(out).toContain(`${markVariable}=`);
});

it("a script of the site's sees what the workflow gives it, and nothing of the runner's", async () => {
  stubStep();
  const lines: string[] = [];
  const ui = { info: (line: string) => void lines.push(line.replace("release-command: ", "")) };
  const site = { input: "release-command", command: "env", names: ["k1", "k2"], ui } as const;
  expect(await runSiteCommand({ ...site, local: new LocalExecutor() })).toBeUndefined();
  expect(namesIn(lines.join("\n"))).toEqual(["KCFLAGS", "LAB_TOKEN"]);
  expect(lines).toContain("RCUTORTURE_SYSTEMS=k1 k2");
});
