import { afterAll, beforeAll } from "vitest";
import type { Executor } from "../../src/systems/command.ts";
import { LocalExecutor } from "../../src/systems/local.ts";
import { openSystem } from "../../src/systems/ssh/connection/openSystem.ts";
import { OpensshExecutor } from "../../src/systems/ssh/connection/opensshExecutor.ts";
import type { SshExecutor } from "../../src/systems/ssh/connection/sshExecutor.ts";
import { bringUpFleet, type Fleet } from "../support/fleet.ts";
import { executorContract } from "../systems/sshContract.ts";

let fleet: Fleet;
const open: Record<string, SshExecutor> = {};

beforeAll(async () => {
  fleet = await bringUpFleet([{}, {}]);
  open.ssh2 = await openSystem(new LocalExecutor(), "k1", { configFile: fleet.sshConfig });
  open.openssh = new OpensshExecutor("k2", { configFile: fleet.sshConfig });
});
afterAll(async () => {
  for (const executor of Object.values(open)) await executor.close();
  await fleet?.down();
});

for (const name of ["ssh2", "openssh"]) executorContract(name, () => open[name] as Executor);
