import { describe, expect, test } from "vitest";
import type { Command, CommandResult, Executor } from "../../src/systems/command.ts";
import { asRoot, install, installCommands } from "../../src/systems/install/install.ts";
import { openKvm } from "../../src/systems/install/kvmAccess.ts";
import { howToInstall, packagesOf } from "../../src/systems/install/missing.ts";

/** Answers each command by its words, and keeps them. */
function recording(answer: (line: string, before: readonly string[]) => Partial<CommandResult>) {
  const lines: string[] = [];
  const executor: Executor = {
    name: "localhost",
    async run({ argv }: Command) {
      const line = argv.join(" ");
      const said = answer(line, [...lines]);
      lines.push(line);
      return { exitStatus: 0, signal: null, stdout: "", stderr: "", duration: 0, cause: "exited", ...said };
    },
  };
  return { executor, lines };
}

describe("packages are installed by name only", () => {
  const missing = (apt: string) => ({ name: apt, apt, dnf: apt });
  test.each(["gcc-", "-y", "./x.deb", "gcc/sid", "gcc=1", "g*", "gcc clang", "$(id)", ""])(
    "not %j",
    (name) => {
      expect(packagesOf([missing(name), missing("bc")], "apt")).toEqual(["bc"]);
    },
  );
  test("g++ and clang-18 are names", () => {
    expect(packagesOf([missing("g++"), missing("clang-18"), missing("g++")], "dnf")).toEqual([
      "g++",
      "clang-18",
    ]);
  });
  test("nothing is advised where no package is known", () => {
    expect(howToInstall([{ name: "/opt/gcc", apt: undefined, dnf: undefined }])).toBe("");
  });
});

test("commands of both package managers ask nobody, restart nothing and end options before names", () => {
  const [update, aptInstall] = installCommands("apt", ["bc", "flex"], ["sudo", "-n"]).map(({ argv }) =>
    argv.join(" "),
  );
  expect(update).toMatch(
    /^sudo -n env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 .* apt-get .* update$/,
  );
  expect(aptInstall).toMatch(/ -y --no-install-recommends install -- bc flex$/);
  const [dnf] = installCommands("dnf", ["bc"], []).map(({ argv }) => argv.join(" "));
  expect(dnf).toMatch(/^env .* dnf -y -q --setopt=install_weak_deps=False --setopt=retries=3 install bc$/);
});

test("root needs no sudo; a sudo that asks for a password is none", async () => {
  const user = (sudo: number) =>
    recording((line) => (line === "id -u" ? { stdout: "1000\n" } : { exitStatus: sudo })).executor;
  expect(await asRoot(recording(() => ({ stdout: "0\n" })).executor)).toEqual([]);
  expect(await asRoot(user(0))).toEqual(["sudo", "-n"]);
  expect(await asRoot(user(1))).toBeUndefined();
});

describe("a mirror that fails", () => {
  const failing = (times: number) =>
    recording((line, before) => {
      const trials = before.filter((one) => one.includes(" install ")).length;
      if (!line.includes(" install ") || trials >= times) return {};
      return { exitStatus: 100, stderr: "W: x\nE: Failed to fetch bc  502\nE: Unable to fetch\n" };
    });
  const run = (executor: Executor, told: string[], signal?: AbortSignal) =>
    install("apt", ["bc"], [], executor, {
      failed: (reason) => told.push(reason),
      waits: [0, 0],
      ...(signal && { signal }),
    });

  test("is tried again", async () => {
    const told: string[] = [];
    expect(await run(failing(2).executor, told)).toBeUndefined();
    expect(told).toEqual(Array(2).fill("Failed to fetch bc  502; trying again in 0 s"));
  });

  test("and given up after the third time, or when the job is cancelled", async () => {
    const never = failing(9);
    expect(await run(never.executor, [])).toBe("Failed to fetch bc  502");
    expect(never.lines.filter((line) => line.includes(" install "))).toHaveLength(3);
    const cancelled = failing(9);
    expect(await run(cancelled.executor, [], AbortSignal.abort())).toBe("Failed to fetch bc  502");
    expect(cancelled.lines.filter((line) => line.includes(" install "))).toHaveLength(1);
  });
});

test("/dev/kvm is opened only where it is closed, and what did not help is not said to have", async () => {
  const closedUntil = (helps: boolean) =>
    recording((line, before) => {
      if (!line.startsWith("sh ")) return {};
      const changed = before.some((one) => one === "sudo -n chmod a+rw /dev/kvm");
      return { exitStatus: changed && helps ? 1 : 0 };
    });
  const helped = closedUntil(true);
  expect(await openKvm(["sudo", "-n"], helped.executor)).toBe(true);
  expect(await openKvm(["sudo", "-n"], closedUntil(false).executor)).toBe(false);
  const open = recording(() => ({ exitStatus: 1 }));
  expect(await openKvm(["sudo", "-n"], open.executor)).toBe(false);
  expect(open.lines).toHaveLength(1);
});
