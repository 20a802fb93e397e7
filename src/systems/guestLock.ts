import { spawn } from "node:child_process";
import { plainEnvironment } from "./environment.ts";

/** Whose guests they are, for the lock: all jobs without `systems` share the machine, as they ever did. */
const mine = "this-machine";

/**
 * Takes the lock that guests of jobs with `systems` hold (guestScripts.ts says how), and keeps it until its input ends, as
 * it does with the process at the other end. `$1`: the owner's id, `$2`: who we are. Prints `busy WHO` while it waits, and
 * `held`.
 */
const holder = `umask 077
root="$HOME/.cache/rcutorture-action"
mkdir -p "$root" && cd "$root" || exit 3
exec 3<&0
{ read -r line; kill -KILL 0; } <&3 &
exec 8>>mutex 9>>lock || exit 3
while :; do
  flock -w 60 8 || exit 3
  if test "$(head -n 1 owner 2>/dev/null)" = "$1" && flock -n -s 9; then break; fi
  if flock -n -x 9; then printf '%s\\n%s\\n' "$1" "$2" >owner && flock -s 9 && break; exit 3; fi
  printf 'busy %s\\n' "$(tail -n 1 owner 2>/dev/null)"
  flock -u 8
  flock -x lock true || exit 3
done
exec 8>&-
echo held
wait`;

/** Guests may run on this machine until it is disposed. */
export type GuestLock = Disposable;

const nothing: GuestLock = { [Symbol.dispose]: () => undefined };

/**
 * Waits until no job with `systems` has guests on this machine, and keeps such jobs from it. Without a home, or without
 * flock, nobody is waited for: no job with `systems` can be here either.
 *
 * @param info who we are, in one line, for jobs that wait
 * @param tell one line: who is waited for
 * @param signal ends the waiting
 */
export async function lockThisMachine(
  info: string,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<GuestLock> {
  const child = spawn("sh", ["-c", holder, "rcutorture-action-guests", mine, info.replaceAll("\n", " ")], {
    stdio: ["pipe", "pipe", "ignore"],
    env: plainEnvironment(process.env),
    detached: true,
  });
  child.stdin.on("error", () => undefined);
  const end = () => void child.stdin.end();
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  const held = await new Promise<boolean>((resolve) => {
    let said = "";
    child.once("error", () => resolve(false));
    child.once("close", () => resolve(false));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const lines = `${said}${text}`.split("\n");
      said = lines.pop() ?? "";
      for (const line of lines) {
        if (line === "held") resolve(true);
        else tell(line.replace(/^busy /, ""));
      }
    });
  });
  signal.removeEventListener("abort", end);
  if (!held) return nothing;
  // Neither it nor its pipes are a reason to stay alive.
  child.unref();
  for (const pipe of [child.stdin, child.stdout]) (pipe as { unref?: () => void }).unref?.();
  return { [Symbol.dispose]: end };
}
