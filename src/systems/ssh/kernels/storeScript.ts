/**
 * The remote half of the content store, in POSIX shell with the GNU (or busybox) tools `preflight` asks for. It is
 * handed to `sh -c` as one argument; everything that varies comes as arguments or on standard input.
 *
 * Layout, below ~/.cache/rcutorture-action (0700):
 *   objects/SHA256            complete and verified; its time is when it was last of use
 *   partial/SHA256.TOKEN.N    on its way: attempt N of the job TOKEN
 */

const root = [
  "umask 077",
  'root="$HOME/.cache/rcutorture-action"',
  'mkdir -p "$root/objects" "$root/partial" && chmod 700 "$root" && cd "$root" || exit 3',
].join("\n");

/**
 * A job keeps what it uses by links of its own, jobs/JOB/objects/SHA256: whatever others throw out of the store
 * meanwhile, its kernels stay until the job's folder goes.
 */
const keep = `keep() {
  test -n "$job" || return 0
  mkdir -p "jobs/$job/objects"
  test -e "jobs/$job/objects/$1" || ln "objects/$1" "jobs/$job/objects/$1"
}`;

/**
 * Argument: JOB or nothing. Standard input: the digests that are needed, one a line; those that are here are
 * marked as used just now, and kept for the job.
 * Prints `root PATH`, `free KILOBYTES`, `zstd yes`, `object SECONDS SIZE SHA256`, `partial SECONDS SIZE NAME`, `now SECONDS`.
 */
export const surveyScript = `${root}
job=$1
${keep}
printf 'root %s\\n' "$root"
printf 'now %s\\n' "$(date +%s)"
printf 'free %s\\n' "$(df -P -k . | awk 'END { print $4 }')"
command -v zstd >/dev/null && echo 'zstd yes'
while read -r sum; do test -f "objects/$sum" && touch "objects/$sum" && keep "$sum"; done
for f in objects/*; do test -f "$f" && printf 'object %s\\n' "$(stat -c '%Y %s' "$f") \${f#objects/}"; done
for f in partial/*; do test -f "$f" && printf 'partial %s\\n' "$(stat -c '%Y %s' "$f") \${f#partial/}"; done
exit 0`;

/**
 * Arguments: SHA256 SIZE TOKEN N PACKING START JOB (`cat` or `zstd`; `resume` or `fresh`). Answers `present`, or
 * `offset BYTES` and then reads the object from there. Ends with `stored`, `short BYTES` or `corrupt`.
 *
 * What an earlier attempt left is continued in a copy: its writer may still be alive at the other end of a cut
 * line, and must not write into ours.
 */
export const receiveScript = `${root}
sum=$1 size=$2 token=$3 attempt=$4 packing=$5 start=$6 job=$7
${keep}
if test -f "objects/$sum"; then touch "objects/$sum"; keep "$sum" || exit 4; echo present; exit 0; fi
mine="partial/$sum.$token.$attempt" best= most=0
if test "$start" = resume; then
  for f in partial/"$sum".*; do
    test -f "$f" || continue
    bytes=$(stat -c %s "$f")
    if test "$bytes" -gt "$most" && test "$bytes" -le "$size"; then best=$f most=$bytes; fi
  done
fi
# Another job may be quicker, and clear ours away at any moment.
outrun() { if test -f "objects/$sum"; then rm -f "$mine"; keep "$sum" || exit 4; echo present; exit 0; fi; }
fail() { outrun; rm -f "$mine"; exit 4; }
# Where there is no room for a copy, there is none for the rest: what has come so far is only in the way.
if test -n "$best"; then cp "$best" "$mine" || { rm -f "$best"; fail; }; else : >"$mine" || fail; fi
exec 9>>"$mine" || fail
for f in partial/"$sum.$token".*; do test "$f" = "$mine" || rm -f "$f"; done
bytes=$(stat -c %s "$mine") || fail
printf 'offset %s\\n' "$bytes"
case $packing in
zstd) zstd -q -d -c >&9 ;;
*) cat >&9 ;;
esac
status=$?
outrun
bytes=$(stat -c %s "$mine") || fail
if test "$bytes" -lt "$size"; then
  # Of a full disk, a few blocks may still seem free.
  test "$(df -P -k . | awk 'END { print $4 }')" -gt 256 || rm -f "$mine"
  printf 'short %s\\n' "$bytes"
  exit $status
fi
arrived=$(sha256sum <"$mine") || fail
if test "\${arrived%% *}" = "$sum"; then
  mv -f "$mine" "objects/$sum" || fail
  rm -f partial/"$sum".*
  keep "$sum" || exit 4
  echo stored
else
  rm -f "$mine" "$best"
  echo corrupt
fi`;

/** Arguments: pairs of SECONDS and a name below the root. Removes each that was not used since. */
export const dropScript = `${root}
while test $# -gt 1; do
  test "$(stat -c %Y "$2" 2>/dev/null)" = "$1" && rm -f "$2"
  shift 2
done
exit 0`;

/** Takes complete files out of `incoming`, where they are named by their digests. Prints `adopted SHA256` for each. */
export const adoptScript = `${root}
mkdir -p incoming || exit 3
for f in incoming/*; do
  test -f "$f" || continue
  name=\${f#incoming/}
  sum=$(sha256sum <"$f") && sum=\${sum%% *}
  if test "$sum" = "$name"; then
    test -f "objects/$name" || mv -f "$f" "objects/$name" || exit 4
    chmod 600 "objects/$name"
    printf 'adopted %s\\n' "$name"
  fi
  rm -f "$f"
done
exit 0`;
