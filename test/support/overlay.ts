import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** $1: an empty folder. $2: shell commands to run inside first. $3: chroot's --userspec, or empty. Then what to run. */
const script = `
set -eu
folder=$1 prepare=$2 user=$3; shift 3
mount -t tmpfs overlay "$folder"
mkdir "$folder/up" "$folder/work" "$folder/root"
mount -t overlay -o "lowerdir=/,upperdir=$folder/up,workdir=$folder/work" overlay "$folder/root"
mount --rbind /proc "$folder/root/proc"
mount --rbind /sys "$folder/root/sys"
mount -t tmpfs dev "$folder/root/dev"
mkdir "$folder/root/dev/shm" "$folder/root/dev/pts"
cp -a /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/tty "$folder/root/dev"
ln -s /proc/self/fd "$folder/root/dev/fd"
if [ -e /dev/kvm ]; then cp -a /dev/kvm "$folder/root/dev"; fi
for shared in $SHARED; do
  mkdir -p "$folder/root$shared"
  mount --rbind "$shared" "$folder/root$shared"
done
chroot "$folder/root" sh -euc "$prepare" >&2
exec chroot \${user:+--userspec=$user} "$folder/root" sh -c 'cd "$0" && exec "$@"' "$PWD" "$@"
`;

/**
 * Words to put before a program so that it gets this machine as a copy: what it installs, removes or changes is gone
 * with it. Its folder /tmp, this project and the cache are the real ones.
 *
 * @param prepare shell commands, as root, to change the copy first; what they print goes to standard error
 * @param user who runs the program; default root
 */
export function inCopyOfMachine(prepare: string, user = ""): [string, ...string[]] {
  const folder = mkdtempSync(join(tmpdir(), "copy-of-machine-"));
  const path = join(mkdtempSync(join(tmpdir(), "copy-script-")), "copy.sh");
  writeFileSync(path, script);
  chmodSync(tmpdir(), 0o1777);
  const cache = join(homedir(), ".cache");
  // Another user sees the copy of the cache, in which ways to it can be opened.
  const shared = [tmpdir(), project.replace(/\/$/, ""), ...(user === "" ? [cache] : [])].join(" ");
  const open = user === "" ? ":" : `chmod a+x ${homedir()} ${cache} ${join(cache, "rcutorture-action")}`;
  return ["env", `SHARED=${shared}`, "unshare", "--mount", "sh", path, folder, `${open}\n${prepare}`, user];
}
