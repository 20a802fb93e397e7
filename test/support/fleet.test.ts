import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { bringUpFleet } from "./fleet.ts";
import { claim, release } from "./fleetClaim.ts";
import { blockOf, freeNetworks } from "./fleetNetwork.ts";

const ip = (...args: string[]) =>
  execFileSync("ip", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0).reverse()) step();
});

/** An interface of somebody else with this machine's usual address in each of `networks`. */
function strangersLink(name: string, ...networks: string[]): void {
  ip("link", "add", name, "type", "bridge");
  undo.push(() => ip("link", "del", name));
  for (const network of networks) ip("addr", "add", `${network}.254/24`, "dev", name);
  ip("link", "set", name, "up");
}

function strangersNamespace(name: string): void {
  if (ip("netns", "list").split(/\s/).includes(name)) return;
  ip("netns", "add", name);
  undo.push(() => ip("netns", "del", name));
}

describe("a fleet on a machine with strangers", () => {
  test("their network, their namespace k1 and the one of our choice: neither is touched", async () => {
    const [first = "", second = ""] = freeNetworks(process.pid);
    // Somebody of the earlier tests' numbering, and somebody on the very network that this process would take.
    const theirs = [...(ip("addr").includes("10.99.1.") ? [] : ["10.99.1"]), first];
    strangersLink(`st${process.pid}`, ...theirs);
    strangersNamespace("k1");
    const fleet = await bringUpFleet([{}, {}]);
    try {
      expect(fleet.network).toBe(second);
      for (const system of fleet.systems) {
        const { stdout } = await promisify(execFile)("ssh", [
          "-F",
          fleet.sshConfig,
          system.name,
          "echo $SSH_CONNECTION",
        ]);
        expect(stdout).toBe(`${fleet.address} ${stdout.split(" ")[1]} ${system.address} 22\n`);
        expect(system.namespace).toContain(String(process.pid));
      }
    } finally {
      await fleet.down();
    }
    expect(ip("netns", "list").split(/\s/)).toContain("k1");
    expect(ip("addr", "show", "dev", `st${process.pid}`)).toContain(`${first}.254/24`);
    expect(ip("netns", "list")).not.toContain(`rf${process.pid}-`);
    expect(ip("link")).not.toContain(`rf${process.pid}-`);
  });

  test("two fleets of one process, and one of another, have networks of their own", () => {
    const claims = [claim(), claim()];
    undo.push(() => claims.forEach(release));
    const other = `import { claim, release } from "./fleetClaim.ts";
      const own = claim(); process.stdout.write(own.network); release(own);`;
    const network = execFileSync(process.execPath, ["--input-type=module", "-e", other], {
      cwd: import.meta.dirname,
      encoding: "utf8",
    });
    expect(new Set([...claims.map((one) => one.network), network]).size).toBe(3);
  });

  test("what a killed process left is cleaned by the next", async () => {
    const script = `import { claim } from "./fleetClaim.ts"; import { execFileSync } from "node:child_process";
      const own = claim(); execFileSync("ip", ["netns", "add", own.name + "-1"]);
      execFileSync("ip", ["link", "add", own.name + "-1", "type", "veth", "peer", "name", "eth0", "netns", own.name + "-1"]);
      process.stdout.write(JSON.stringify(own)); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      cwd: import.meta.dirname,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const left = JSON.parse(String((await once(child.stdout, "data"))[0]));
    const sleeper = spawn("ip", ["netns", "exec", `${left.name}-1`, "sleep", "3600"], { stdio: "ignore" });
    const asleep = once(sleeper, "exit");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(ip("link")).toContain(left.name);
    release(claim());
    await asleep;
    expect(ip("link")).not.toContain(left.name);
    expect(ip("netns", "list")).not.toContain(left.name);
    expect(existsSync(left.directory)).toBe(false);
  });
});

test("blocks of addresses", () => {
  expect(blockOf("10.99.1.7/24")).toEqual({ first: 0x0a630100, last: 0x0a6301ff });
  expect(blockOf("0.0.0.1")).toEqual({ first: 1, last: 1 });
  expect(blockOf("0.0.0.0/0")).toEqual({ first: 0, last: 0xffffffff });
});
