import { objectOwners } from "../groups/forRecipes.ts";
import { functionAt, oopsFollowUps, type Recipe } from "./recipe.ts";

/** `BUG kmalloc-64 (Not tainted): Poison overwritten`; some kernels leave the state out. */
const slub =
  /^BUG:? (?<cache>(?!KASAN|KFENCE|KMSAN|KCSAN|Bad)[\w.:-]*[\w.-]) ?(?:\([^)]*\): |: (?=.*(?:overwritten|already free|[Ff]reelist|[Rr]edzone|[Pp]oison|[Pp]adding|[Oo]bjects remaining|[Oo]bject)))(?<what>.+?)(?: 0x[0-9a-f]+.*| in \S+ on __kmem_cache_shutdown.*)?$/;

const kasanAlso = ["KASAN: {general} {access} in {function}"] as const;
/** What KASAN was told to do about it; before 4.7 it had the slab allocator describe the object. */
const kasanBelongs = /^Kernel panic - not syncing: (?:kasan|KASAN)|^BUG .*\bkasan: bad access detected/;

/** mm/kasan/report.c, mm/kasan/report_generic.c: `BUG: KASAN: bug-type in func`, then the access. */
export const kasan: readonly Recipe[] = [
  {
    begins: new RegExp(`^BUG: KASAN: (?:double-free or )?(?<type>double-free|invalid-free) in ${functionAt}`),
    title: "KASAN: {type} in {function}",
    belongs: kasanBelongs,
  },
  {
    begins: new RegExp(`^BUG: KASAN: (?<type>[\\w-]+(?: [\\w-]+)*?) in ${functionAt}`),
    detail: /^(?<access>Read|Write) (?:of size \d+ )?(?:at addr|by task)/,
    title: "KASAN: {type} {access} in {function}",
    also: kasanAlso,
    belongs: kasanBelongs,
  },
  {
    begins: /^BUG: KASAN: (?<type>[\w-]+)/,
    detail: /^(?<access>Read|Write) of size \d+/,
    title: "KASAN: {type} {access} in {function}",
    also: kasanAlso,
    belongs: kasanBelongs,
  },
];

/** kernel/kcsan/report.c. The kernel sorts the two functions itself. */
export const kcsan: readonly Recipe[] = [
  {
    begins:
      /^BUG: KCSAN: (?<type>data-race|assert: race) in (?<both>[\w.$]+(?:\+0x[0-9a-f/x]+)?(?: \/ [\w.$]+)?)/,
    title: "KCSAN: {type} in {both}",
    start: "none",
  },
];

/** lib/ubsan.c */
export const ubsan: readonly Recipe[] = [
  {
    begins: /^UBSAN: (?<type>.+?) in (?<file>[^\s:]+):(?<line>\d+)(?::\d+)?/,
    title: "UBSAN: {type} in {function}",
  },
  { begins: /^UBSAN: (?<type>[\w -]+)/, title: "UBSAN: {type} in {function}" },
];

/** mm/kfence/report.c, mm/kmsan/report.c, mm/slub.c, mm/page_alloc.c, mm/kmemleak.c, mm/usercopy.c */
export const otherMemory: readonly Recipe[] = [
  {
    begins: new RegExp(`^BUG: KFENCE: (?<type>[\\w -]+?) in ${functionAt}`),
    title: "KFENCE: {type} in {function}",
    also: ["KFENCE: {general} in {function}"],
  },
  {
    begins: new RegExp(`^BUG: KMSAN: (?<type>[\\w-]+) in ${functionAt}`),
    title: "KMSAN: {type} in {function}",
  },
  {
    begins: /^BUG: memory leak/,
    title: "memory leak in {function}",
    start: "stack",
    skip: [objectOwners],
    belongs: /unreferenced object/,
  },
  // mm/kmemleak.c with CONFIG_DEBUG_KMEMLEAK_VERBOSE or kmemleak.verbose=1
  {
    begins: /^unreferenced object 0x[0-9a-f]+ \(size \d+\):/,
    title: "memory leak in {function}",
    start: "stack",
    skip: [objectOwners],
    needsStack: true,
    loose: true,
  },
  { begins: slub, title: "BUG {cache}: {what}", start: "none" },
  { begins: /^BUG: Bad page state in process/, title: "BUG: Bad page state", start: "none" },
  { begins: /^BUG: Bad page map in process/, title: "BUG: Bad page map", start: "none" },
  { begins: /^BUG: Bad page cache in process/, title: "BUG: Bad page cache", start: "none" },
  { begins: /^BUG: Bad rss-counter state/, title: "BUG: Bad rss-counter state", oneLine: true },
  {
    begins: /^BUG: non-zero (?<what>\w+) on freeing mm/,
    title: "BUG: non-zero {what} on freeing mm",
    oneLine: true,
  },
  {
    begins: /^usercopy: Kernel memory (?<what>exposure|overwrite) attempt detected/,
    title: "BUG: bad usercopy in {function}",
    belongs: oopsFollowUps,
  },
];

/** lib/list_debug.c; lines of `list_add corruption.` precede a WARNING or a BUG there. */
export const listCorruption: readonly Recipe[] = [
  {
    begins: /^kernel BUG at (?<file>lib\/list_debug\.c):(?<line>\d+)!/,
    title: "BUG: corrupted list in {function}",
    also: ["kernel BUG in {function}", "WARNING in {function}"],
    start: "stack",
    belongs: oopsFollowUps,
  },
  {
    begins: /^WARNING: .*\bat (?<file>lib\/list_debug\.c):(?<line>\d+) /,
    title: "BUG: corrupted list in {function}",
    also: ["kernel BUG in {function}", "WARNING in {function}"],
    start: "stack",
  },
  {
    begins: /^WARNING: (?<file>lib\/list_debug\.c):(?<line>\d+) at /,
    title: "BUG: corrupted list in {function}",
    also: ["kernel BUG in {function}", "WARNING in {function}"],
    start: "stack",
  },
];

/** lib/refcount.c */
export const refcount: readonly Recipe[] = [
  {
    begins:
      /^WARNING: .*?\b(?<file>lib\/refcount\.c|include\/linux\/refcount\.h):(?<line>\d+) (?:at )?(?:0x0\b|(?:__)?refcount_)/,
    title: "WARNING: refcount bug in {function}",
    also: ["WARNING in {function}"],
    start: "stack",
  },
];

/** lib/debugobjects.c */
export const debugObjects: readonly Recipe[] = [
  {
    begins:
      /^WARNING: .*?\b(?<file>lib\/debugobjects\.c):(?<line>\d+) (?:at )?(?:0x0\b|debug_|__debug_|lookup_)/,
    title: "WARNING: ODEBUG bug in {function}",
    also: ["WARNING in {function}"],
    start: "stack",
  },
];

/** mm/oom_kill.c. Only a guest that runs nothing but the torture test fails by it: see analyzer.ts. */
export const oom: readonly Recipe[] = [
  {
    begins: /^\S.*? invoked oom-killer: /,
    title: "out of memory",
    start: "none",
    severity: "notice",
    belongs: /^Out of memory|^Memory cgroup out of memory/,
  },
];
