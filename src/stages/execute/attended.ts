import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join, resolve } from "node:path";
import type { Attended } from "../../guests/attended.ts";
import type { Inputs } from "../../inputs/table.ts";
import type { PlannedGuest } from "../../plan/guest.ts";
import { guestFiles, runFiles } from "../../rundir/names.ts";
import { quote } from "../../systems/quote.ts";

/** Where gdb looks for qemu when nobody says more, and `kvm.sh --gdb` too. */
const usualPort = 1234;

/** How the user takes part in the guest; undefined: not at all. */
export async function attendedBy({ gdb, interactive }: Inputs): Promise<Attended | undefined> {
  if (!gdb && !interactive) return undefined;
  return { terminal: interactive, ...(gdb ? { gdbPort: await freePort() } : {}) };
}

/** The usual port, or another one where something else has that. */
async function freePort(): Promise<number> {
  for (const port of [usualPort, 0]) {
    const server = createServer();
    const got = await new Promise<number | undefined>((done) => {
      server.once("error", () => done(undefined));
      server.listen(port, "127.0.0.1", () => done((server.address() as AddressInfo).port));
    });
    if (got === undefined) continue;
    server.close();
    await once(server, "close");
    return got;
  }
  return usualPort;
}

/** The run whose kernels these are, where that is another one. */
function oldRun(rundir: string): string[] {
  try {
    return [readFileSync(join(rundir, runFiles.reRun), "utf8").trim()].filter((path) => path.startsWith("/"));
  } catch {
    return [];
  }
}

/** What to type, once the guest is there. */
export function howToAttend(
  { gdbPort, terminal }: Attended,
  rundir: string,
  guest: PlannedGuest,
): readonly string[] {
  const lines: string[] = [];
  if (gdbPort !== undefined) {
    const places = [rundir, ...oldRun(rundir)].map((run) =>
      join(resolve(run), guest.scenario, guestFiles.vmlinux),
    );
    const symbols = places.filter((place) => existsSync(place)).slice(0, 1);
    if (symbols.length === 0)
      lines.push(`${places[0]} is not there, so gdb has no symbols; a kernel that this job builds has them.`);
    const argv = ["gdb", ...symbols, "-ex", `target remote localhost:${gdbPort}`, "-ex", "continue"];
    lines.push(`${guest.name} is stopped and waits for gdb: ${quote(argv)}`);
  }
  if (terminal)
    lines.push(
      `Your terminal is the console of ${guest.name}: Ctrl-A C for qemu's monitor, Ctrl-A X to end.`,
    );
  return lines;
}
