/**
 * A controller that a test can kill: starts a guest on a system and follows it until something ends this process.
 * Arguments: SYSTEM SSH_CONFIG KEY ORPHAN_TIMEOUT LOCAL_FOLDER.
 */
import { LocalExecutor } from "../../src/systems/local.ts";
import { openSystem } from "../../src/systems/ssh/connection/openSystem.ts";
import { RemoteGuestHost } from "../../src/systems/ssh/guests/guestHost.ts";

const [system = "", configFile = "", key = "", orphanTimeout = "", localFolder = ""] = process.argv.slice(2);
const executor = await openSystem(new LocalExecutor(), system, { configFile });
const host = await RemoteGuestHost.open(executor, {
  key,
  attempt: 1,
  instance: `controller of ${key}`,
  info: "a controller that will be killed",
  systemTimeout: 60,
  orphanTimeout: Number(orphanTimeout),
  localDirectory: (guest) => `${localFolder}/${guest}`,
  log: (line) => process.stdout.write(`${line}\n`),
});
const directory = host.directory("DOOMED");
const handle = await host.start(
  {
    name: "DOOMED",
    argv: ["sh", "-c", "sleep 3600 & sleep 3600"],
    directory,
    console: `${directory}/console.log`,
    hardDeadline: 3600,
  },
  { onConsole: () => {} },
);
process.stdout.write(`started ${handle.pid}\n`);
await handle.ended;
