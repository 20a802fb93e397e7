import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildEnvironment, buildNames } from "../../src/kernel/buildEnvironment.ts";
import {
  forgetInputs,
  plainEnvironment,
  plainNames,
  runnerNames,
  siteEnvironment,
  sshEnvironment,
  sshNames,
} from "../../src/systems/environment.ts";

const page = readFileSync(new URL("../../docs/environment.md", import.meta.url), "utf8");

/** Names in the list of a section: the paragraph that holds nothing else. */
function listed(section: string): string[] {
  const text = page.split(/^## /m).find((part) => part.startsWith(section)) ?? "";
  const paragraph = text.split("\n\n").find((one) => /^(?:`[A-Z0-9_]+\*?`\s*)+$/.test(one)) ?? "";
  return [...paragraph.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "");
}

const step = {
  PATH: "/usr/bin",
  HOME: "/home/me",
  LC_ALL: "C",
  CC: "clang",
  KBUILD_BUILD_USER: "me",
  CCACHE_DIR: "/cache",
  SSH_AUTH_SOCK: "/run/agent",
  "INPUT_SSH-PRIVATE-KEY": "secret",
  STATE_job: "secret",
  ACTIONS_RUNTIME_TOKEN: "secret",
  GITHUB_OUTPUT: "/runner/output",
  GITHUB_TOKEN: "token of the workflow's env",
  GIT_CONFIG_VALUE_0: "AUTHORIZATION: basic secret",
  NODE_OPTIONS: "--require /tmp/x.js",
  LCX: "x",
};

describe("environments of children", () => {
  it.each([
    ["Every program", plainNames],
    ["ssh, besides", sshNames],
    ["Kernel builds, besides", buildNames],
    ["Commands of inputs", runnerNames],
  ] as const)("are those of docs/environment.md: %s", (section, names) => {
    expect(listed(section)).toEqual(names);
  });

  it("hold what each needs, and no secret", () => {
    const plain = { PATH: "/usr/bin", HOME: "/home/me", LC_ALL: "C" };
    expect(plainEnvironment(step)).toEqual(plain);
    expect(sshEnvironment(step)).toEqual({ ...plain, SSH_AUTH_SOCK: "/run/agent" });
    expect(buildEnvironment(step)).toEqual({
      ...plain,
      ...{ CC: "clang", KBUILD_BUILD_USER: "me", CCACHE_DIR: "/cache" },
    });
  });

  it("of the user's own scripts hold what the workflow gives, and nothing of the runner's", () => {
    const { STATE_job, ACTIONS_RUNTIME_TOKEN, GITHUB_OUTPUT, "INPUT_SSH-PRIVATE-KEY": key, ...rest } = step;
    expect(siteEnvironment(step)).toEqual(rest);
  });

  it("cannot get inputs from this process once they are read", () => {
    const variables: Record<string, string | undefined> = { ...step };
    forgetInputs(variables);
    expect(Object.keys(variables)).toEqual(Object.keys(step).filter((name) => !name.startsWith("INPUT_")));
  });
});
