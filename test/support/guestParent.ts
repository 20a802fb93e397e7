/**
 * A process that has guests, for tests that kill it: `node guestParent.ts FOLDER [MISSING…]`, where MISSING
 * names programs that the system is to lack. Starts a guest, another one behind a wrapper that forks and one
 * that leaves for a session of its own (unless MISSING names them: "wrapper", "session"), and jitter; writes "up" when all of them run, and waits.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { GuestObserver } from "../../src/contracts/guestHost.ts";
import { LocalGuestHost } from "../../src/guests/localHost.ts";
import type { Executor } from "../../src/systems/command.ts";
import { LocalExecutor } from "../../src/systems/local.ts";

const [, , folder = "", ...missing] = process.argv;
const local = new LocalExecutor();
const lacking: Executor = {
  name: "localhost",
  run: (command, options) =>
    local.run(missing.includes(command.argv[0]) ? { argv: ["false"] } : command, options),
};
const host = new LocalGuestHost("localhost", lacking);

async function start(name: string, text: string): Promise<void> {
  const directory = join(folder, name);
  await mkdir(directory);
  const console = join(directory, "console.log");
  const up = Promise.withResolvers<void>();
  const observer: GuestObserver = { onConsole: () => up.resolve() };
  await host.start(
    { name, argv: ["sh", "-c", text, console], directory, console, affinity: "0", hardDeadline: 60 },
    observer,
  );
  await up.promise;
}

await host.startJitter({ threads: 2, maxSleep: 1000, maxSpin: 1000 });
// Programs without a shell's habit of replacing itself, deaf to everything that can be ignored.
const guest = 'trap "" HUP INT TERM; echo up > "$0"; while :; do sleep 1; done';
await start("DIRECT", guest);
if (!missing.includes("wrapper")) await start("WRAPPED", `sh -c '${guest}' "$0" & wait`);
if (!missing.includes("session")) await start("SESSION", `setsid sh -c '${guest}' "$0" & wait`);
process.stdout.write("up\n");
setInterval(() => {}, 60_000);
