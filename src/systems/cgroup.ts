/**
 * What the control groups around a process leave it of a machine: quotas of CPU time and limits of memory, of
 * its own group and of all above it (cgroup v1 and v2; Documentation/admin-guide/cgroup-v1, cgroup-v2.rst).
 * A cpuset needs no look: the kernel keeps the affinity mask, which nproc tells, inside of it.
 */

/**
 * Shell functions that print `cgroup NUMBER FILE VALUE` for every group from that of the shell up to the top of
 * what is mounted; NUMBER tells groups apart. No external programs: an ssh system pays a round trip anyway, but
 * this machine would pay for each.
 *
 * A container without a cgroup namespace sees its group's full path in /proc/self/cgroup, and mounted just the
 * part of the tree that mountinfo's root names.
 */
export const cgroupScript = `
cgroup_number=0
cgroup_file() {
  { read -r cgroup_value < "$1/$2" && printf 'cgroup %s %s %s\\n' "$cgroup_number" "$2" "$cgroup_value"; } 2>/dev/null
}
cgroup_up() {
  cgroup_folder=$1\${2:+/$2}
  while :; do
    cgroup_number=$((cgroup_number + 1))
    for cgroup_name in cpu.max cpu.cfs_quota_us cpu.cfs_period_us memory.max memory.high memory.current \\
      memory.limit_in_bytes memory.usage_in_bytes; do cgroup_file "$cgroup_folder" "$cgroup_name"; done
    { while read -r cgroup_name cgroup_value; do
      case $cgroup_name in inactive_file|total_inactive_file)
        printf 'cgroup %s %s %s\\n' "$cgroup_number" "$cgroup_name" "$cgroup_value";;
      esac
    done < "$cgroup_folder/memory.stat"; } 2>/dev/null
    test "$cgroup_folder" = "$1" && return
    cgroup_folder=\${cgroup_folder%/*}
  done
}
{ while IFS=: read -r cgroup_id cgroup_kinds cgroup_path; do
  case ,$cgroup_kinds, in ,,|*,cpu,*|*,memory,*) ;; *) continue;; esac
  while read -r _ _ _ cgroup_root cgroup_point cgroup_rest; do
    case $cgroup_kinds/$cgroup_rest in
      /*" - cgroup2 "*) ;;
      /*) continue;;
      *" - cgroup "*) case ,\${cgroup_rest##* }, in *,"\${cgroup_kinds%%,*}",*) ;; *) continue;; esac;;
      *) continue;;
    esac
    cgroup_below=\${cgroup_path#"\${cgroup_root%/}"}
    case $cgroup_below in *..*|[!/]*) cgroup_below=;; esac
    cgroup_below=\${cgroup_below#/}
    cgroup_up "$cgroup_point" "\${cgroup_below%/}"
    break
  done < /proc/self/mountinfo
done < /proc/self/cgroup; } 2>/dev/null
`;

/** What is left of a machine. Absent: no limit. */
export interface CgroupLimits {
  /** CPUs' worth of time, at most: 1.5. */
  readonly cpus?: number;
  /** Bytes, at most. */
  readonly memory?: number;
  /** Bytes that may still be taken; what the kernel can drop of its caches counts as free. */
  readonly free?: number;
}

/** No limit at all in v1 is the largest page count, in bytes. */
const unlimited = 2 ** 60;

function least(values: readonly number[]): number | undefined {
  const known = values.filter((value) => Number.isFinite(value));
  return known.length === 0 ? undefined : Math.min(...known);
}

type Files = ReadonlyMap<string, string>;

function numberIn(files: Files, ...names: readonly string[]): number {
  const text = names.map((name) => files.get(name)).find((value) => value !== undefined);
  const number = text !== undefined && /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return number < unlimited ? number : Number.NaN;
}

function cpusOf(files: Files): number {
  const [quota, period] = files.get("cpu.max")?.split(" ").map(Number) ?? [
    numberIn(files, "cpu.cfs_quota_us"),
    numberIn(files, "cpu.cfs_period_us"),
  ];
  return quota !== undefined && period !== undefined && quota > 0 && period > 0 ? quota / period : Number.NaN;
}

/** Reads what `cgroupScript` printed, among other lines. */
export function readCgroup(text: string): CgroupLimits {
  const groups = new Map<string, Map<string, string>>();
  for (const [, group = "", file = "", value = ""] of text.matchAll(/^cgroup (\d+) (\S+) (.*)$/gm)) {
    const files = groups.get(group) ?? new Map<string, string>();
    groups.set(group, files.set(file, value.trim()));
  }
  const all = [...groups.values()];
  // Beyond memory.high, a group is slowed down until it is of no use to a guest.
  const limits = all.map(
    (files) =>
      least([numberIn(files, "memory.max", "memory.limit_in_bytes"), numberIn(files, "memory.high")]) ??
      Number.NaN,
  );
  const free = all.map((files, i) => {
    const used = numberIn(files, "memory.current", "memory.usage_in_bytes") || 0;
    const cached = numberIn(files, "total_inactive_file", "inactive_file") || 0;
    return Math.max(0, (limits[i] ?? Number.NaN) - Math.max(0, used - cached));
  });
  const found = { cpus: least(all.map(cpusOf)), memory: least(limits), free: least(free) };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
