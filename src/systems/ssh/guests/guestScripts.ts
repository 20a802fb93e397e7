import { guestMarkVariable as guestMark } from "../../marked.ts";

/**
 * The remote half of a guest's life, in POSIX shell: what keeps it alive, watched and locked while nobody is
 * connected. The texts are fixed; everything that varies comes as an argument.
 *
 * Layout, below ~/.cache/rcutorture-action (0700):
 *   lock            held, shared, by every guest of the one job that has the system, for as long as it lives
 *   owner           that job: its id, then a line for people
 *   mutex           held for the moment of a start
 *   jobs/JOB/key    three lines: attempts of the same work have the same key; the attempt; the process that made it
 *   jobs/JOB/alive  the system's uptime at the last sign of life of the controller
 *   jobs/JOB/NAME/  a guest: console.log, qemu-pid, qemu-output, qemu-retval; live: locked by its supervisor
 */

/**
 * Defines `sweep FOLDER`: kills every process that carries the mark of the guest in that folder, whatever group or
 * session it is in by now; again until none is left, since one may fork while we look.
 */
const sweep = `sweep() {
  round=0
  while test "$round" -lt 50; do
    round=$((round + 1)) found=
    for file in $(grep -lF "${guestMark}=$1" /proc/[0-9]*/environ 2>/dev/null); do
      tr '\\000' '\\n' <"$file" 2>/dev/null | grep -qxF "${guestMark}=$1" || continue
      marked=\${file#/proc/}
      kill -KILL "\${marked%/environ}" 2>/dev/null && found=yes
    done
    test -n "$found" || return 0
    sleep 0.1
  done
}`;

/** Arguments: GROUP SECONDS ALIVE ORPHAN. Kills the guest when it is too old or nobody cares for it any more. */
const watch = `
${sweep}
read -r start rest </proc/uptime; start=\${start%.*}
while sleep 5; do
  kill -0 "-$1" || break
  read -r now rest </proc/uptime; now=\${now%.*}
  last=; { read -r last <"$3"; } 2>/dev/null
  test $((now - start)) -lt "$2" && test -n "$last" && test $((now - last)) -le "$4" && continue
  kill -KILL "-$1"
  break
done
# What left the group; this process itself comes with it.
sweep "$${guestMark}"`;

/**
 * Arguments: FOLDER CONSOLE AFFINITY SECONDS ALIVE ORPHAN WATCH, then qemu's. Descriptor 9 is the system's lock,
 * which qemu inherits. Prints `started PID`, and nobody waits for the rest.
 */
const supervise = `
${sweep}
dir=$1 console=$2 affinity=$3 seconds=$4 alive=$5 orphan=$6 watch=$7; shift 7
cd "$dir" || exit 3
exec 7>live && flock -n 7 || exit 3
: >"$console" || exit 3
if test -n "$affinity" && command -v taskset >/dev/null; then set -- taskset -c "$affinity" "$@"; else affinity=; fi
${guestMark}=$dir setsid "$@" </dev/null >qemu-output 2>&1 7>&- &
qemu=$!
test -z "$affinity" || echo "pid $qemu's current affinity list: $affinity" >qemu-affinity
echo "$qemu" >qemu-pid.new && mv qemu-pid.new qemu-pid
echo "started $qemu"
exec >/dev/null 2>&1
${guestMark}=$dir setsid sh -c "$watch" watch "$qemu" "$seconds" "$alive" "$orphan" </dev/null 7>&- 9>&- &
watcher=$!
echo "$watcher" >watch-pid
wait "$qemu"
status=$?
kill -KILL "-$qemu"
# It may not have come to have a group of its own.
kill -KILL "-$watcher" || kill -KILL "$watcher"
sweep "$dir"
echo "$status" >qemu-retval.new && mv qemu-retval.new qemu-retval`;

/** Head of every script that works in the root. */
const root = `
umask 077
root="$HOME/.cache/rcutorture-action"
mkdir -p "$root/jobs" && chmod 700 "$root" && cd "$root" || exit 3`;

/** All at once: a watcher that read an empty file would take the controller for dead and end its guest. */
const touchAlive = `read -r up rest </proc/uptime; echo "\${up%.*}" >"jobs/$job/alive.$$" && mv "jobs/$job/alive.$$" "jobs/$job/alive"`;

/** Arguments: JOB KEY ATTEMPT INSTANCE. Makes the job's folder; prints `root PATH`. */
export const openJobScript = `${root}
job=$1
mkdir -p "jobs/$job" && printf '%s\\n' "$2" "$3" "$4" >"jobs/$job/key" || exit 3
${touchAlive}
printf 'root %s\\n' "$root"`;

/**
 * Arguments: JOB INFO FOLDER CONSOLE AFFINITY SECONDS ORPHAN SUPERVISE WATCH, then qemu's. Prints one of
 * `started PID` (also when an earlier try, whose answer was lost, has started it), `absent PROGRAM`,
 * `busy WHO` when another job's guests live here.
 */
export const launchScript = `${root}
job=$1 info=$2 dir=$3 console=$4 affinity=$5 seconds=$6 orphan=$7 supervise=$8 watch=$9; shift 9
mkdir -p "$dir" || exit 3
${touchAlive} || exit 3
exec 8>>mutex && flock -w 60 8 || exit 3
if test -s "$dir/qemu-pid"; then echo "started $(cat "$dir/qemu-pid")"; exit 0; fi
case $1 in */*) test -f "$1" && test -x "$1" ;; *) command -v "$1" >/dev/null ;; esac || { printf 'absent %s\\n' "$1"; exit 0; }
exec 9>>lock || exit 3
busy() { printf 'busy %s\\n' "$(tail -n 1 owner 2>/dev/null)"; exit 0; }
if test "$(head -n 1 owner 2>/dev/null)" = "$job"; then
  flock -n -s 9 || busy
elif flock -n -x 9; then
  printf '%s\\n%s\\n' "$job" "$info" >owner
  flock -s 9
else
  busy
fi
said=$(setsid sh -c "$supervise" supervise "$dir" "$console" "$affinity" "$seconds" "$root/jobs/$job/alive" "$orphan" "$watch" "$@" </dev/null 2>&1 8>&- &)
printf '%s\\n' "$said"`;

export const launchTexts = [supervise, watch] as const;

/** Returns when no guest of another job lives here any more. Argument: JOB. Standard input: signs of life. */
export const awaitLockScript = `${root}
job=$1
exec 3<&0
{ while read -r beat; do ${touchAlive}; done; kill -KILL 0; } <&3 >/dev/null 2>&1 &
beats=$!
flock -x lock true
kill -KILL "$beats"
exit 0`;

/**
 * Arguments: JOB FOLDER CONSOLE FROM. Prints the console from byte FROM on, as it grows, in at most ten pieces a
 * second: qemu writes it byte by byte. Standard error tells `end`, or `gone` when there is no such guest.
 * Standard input: signs of life; when it ends, the connection has, and so does everything here.
 */
export const followScript = `${root}
job=$1 dir=$2 console=$3 from=$4
test -e "$dir/live" || { echo gone >&2; exit 0; }
export LC_ALL=C
exec 3<&0 4>&1
{ while read -r beat; do ${touchAlive}; done; kill -KILL 0; } <&3 >/dev/null 2>&1 4>&- &
{
  tail -c "+$((from + 1))" -f "$console" 2>/dev/null 4>&- |
    while said=$(dd bs=65536 count=1 2>&1 >&4); do
      case $said in 0+0*) break ;; esac
      sleep 0.1
    done
} </dev/null >/dev/null 2>&1 3<&- &
flock -s "$dir/live" true
trap : TERM
kill -TERM 0
echo end >&2
exit 0`;

/**
 * Arguments: FOLDER CONSOLE FROM. Prints `console BYTES SHA256` and the console's bytes from FROM on, `free
 * KILOBYTES`, `file NAME BYTES` and the bytes of each small file, `done`; or `gone`.
 */
export const collectScript = `
cd "$1" && test -f "$2" || { echo gone; exit 0; }
console=$2 from=$3
size=$(stat -c %s "$console") && sum=$(head -c "$size" "$console" | sha256sum) || exit 3
printf 'console %s %s\\n' "$((size - from))" "\${sum%% *}"
tail -c "+$((from + 1))" "$console" | head -c "$((size - from))"
printf 'free %s\\n' "$(df -P -k . | awk 'END { print $4 }')"
for f in qemu-pid qemu-affinity qemu-output qemu-retval; do
  test -f "$f" || continue
  size=$(stat -c %s "$f")
  test "$size" -le 1048576 || size=1048576
  printf 'file %s %s\\n' "$f" "$size"
  tail -c "$size" "$f"
done
echo done`;

/** Defines `finish FOLDER`: kills the guest in it, if there is one. */
const finish = `${sweep}
finish() {
  for file in "$1/qemu-pid" "$1/watch-pid"; do
    pid=; read -r pid <"$file"
    test -n "$pid" || continue
    if tr '\\000' '\\n' <"/proc/$pid/environ" | grep -qxF "${guestMark}=$1"; then kill -KILL "-$pid"; fi
  done
  sweep "$1"
}`;

/** Arguments: FOLDER… */
export const killScript = `
${finish}
for dir do finish "$dir" 2>/dev/null; done
exit 0`;

/** Arguments: FOLDER… Kills what lives there and removes it. */
export const removeScript = `
${finish}
for dir do
  test -d "$dir" || continue
  finish "$dir" 2>/dev/null
  test ! -e "$dir/live" || flock -w 10 "$dir/live" true
  rm -rf "$dir"
done
exit 0`;

/**
 * Arguments: KEY ATTEMPT INSTANCE. Ends and removes what is dead for certain: jobs of the key of an attempt before ATTEMPT
 * (a later one begins when all of the earlier one has ended), and jobs of the process INSTANCE, which is gone. Jobs of the
 * same key and attempt may live: they are other jobs with the same inputs. Also removes what is left of jobs whose
 * guests are gone and that gave no sign of life for an hour. Prints `removed JOB GUESTS` for those that were meant.
 */
export const sweepScript = `${root}
${finish}
key=$1 attempt=$2 instance=$3
read -r up rest </proc/uptime; up=\${up%.*}
for job in jobs/*; do
  test -d "$job" || continue
  its= number= process=
  { read -r its; read -r number; read -r process; } <"$job/key" 2>/dev/null
  case $number in ''|*[!0-9]*) number=0 ;; esac
  if { test "$its" = "$key" && test "$number" -lt "$attempt"; } || test "$process" = "$instance"; then
    guests=0
    for dir in "$root/$job"/*/; do
      dir=\${dir%/}
      test -e "$dir/live" || continue
      flock -n "$dir/live" true || guests=$((guests + 1))
      finish "$dir" 2>/dev/null
    done
    for dir in "$job"/*/; do test ! -e "$dir/live" || flock -w 10 "$dir/live" true; done
    rm -rf "$job"
    printf 'removed %s %s\\n' "\${job#jobs/}" "$guests"
    continue
  fi
  last=; { read -r last <"$job/alive"; } 2>/dev/null
  test -n "$last" && test "$last" -le "$up" && test $((up - last)) -lt 3600 && continue
  living=
  for dir in "$job"/*/; do test ! -e "$dir/live" || flock -n "$dir/live" true || living=yes; done
  test -n "$living" || rm -rf "$job"
done
rmdir jobs 2>/dev/null
exit 0`;

/**
 * Arguments: THREADS MAXSLEEP MAXSPIN SPINNER. Each thread sleeps for a random time of up to MAXSLEEP
 * microseconds, takes a random CPU and spins up to MAXSPIN rounds there. Ends with its standard input.
 */
export const jitterScript = `
threads=$1 sleep=$2 spin=$3 spinner=$4
cpus=$(nproc)
exec 3<&0
thread() {
  while set -- $(od -An -N6 -tu2 /dev/urandom); do
    us=$(($1 * (sleep / 65536 + 1) % (sleep + 1)))
    sleep "$((us / 1000000)).$(printf %06d $((us % 1000000)))"
    taskset -c $(($2 % cpus)) sh -c "$spinner" spinner $(($3 % (spin + 1)))
  done
}
i=0
while test "$i" -lt "$threads"; do i=$((i + 1)); thread </dev/null >/dev/null 2>&1 3<&- & done
echo ready
cat <&3 >/dev/null
kill -KILL 0`;

export const spinner = 'i=0; while test "$i" -lt "$1"; do i=$((i + 1)); done';
