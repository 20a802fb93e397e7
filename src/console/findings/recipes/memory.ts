import { functionAt, type Recipe } from "./recipe.ts";

const slub = /^BUG (?<cache>[\w.:-]+) ?\([^)]*\): (?<what>.+?)(?: 0x[0-9a-f]+.*)?$/;

/** mm/kasan/report.c, mm/kasan/report_generic.c: `BUG: KASAN: bug-type in func`, then the access. */
export const kasan: readonly Recipe[] = [
  {
    begins: new RegExp(`^BUG: KASAN: (?:double-free or )?(?<type>double-free|invalid-free) in ${functionAt}`),
    title: "KASAN: {type} in {function}",
  },
  {
    begins: new RegExp(`^BUG: KASAN: (?<type>[\\w-]+(?: [\\w-]+)*?) (?:in|on address) ${functionAt}`),
    detail: /^(?<access>Read|Write) (?:of size \d+ )?(?:at addr|by task)/,
    title: "KASAN: {type} {access} in {function}",
  },
  {
    begins: /^BUG: KASAN: (?<type>[\w-]+)/,
    detail: /^(?<access>Read|Write) of size \d+/,
    title: "KASAN: {type} {access} in {function}",
  },
];

/** kernel/kcsan/report.c. The kernel sorts the two functions itself. */
export const kcsan: readonly Recipe[] = [
  {
    begins:
      /^BUG: KCSAN: (?<type>data-race|assert: race) in (?<both>[\w.$]+(?:\+0x[0-9a-f/x]+)?(?: \/ [\w.$]+)?)/,
    title: "KCSAN: {type} in {both}",
    function: "none",
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
  },
  {
    begins: new RegExp(`^BUG: KMSAN: (?<type>[\\w-]+) in ${functionAt}`),
    title: "KMSAN: {type} in {function}",
  },
  {
    begins: /^BUG: memory leak/,
    title: "memory leak in {function}",
    function: "stack",
    belongs: /unreferenced object/,
  },
  { begins: slub, title: "BUG {cache}: {what}", function: "none" },
  { begins: /^BUG: Bad page state in process/, title: "BUG: Bad page state", function: "none" },
  { begins: /^BUG: Bad page map in process/, title: "BUG: Bad page map", function: "none" },
  { begins: /^BUG: Bad page cache in process/, title: "BUG: Bad page cache", function: "none" },
  { begins: /^BUG: Bad rss-counter state/, title: "BUG: Bad rss-counter state", oneLine: true },
  {
    begins: /^BUG: non-zero (?<what>\w+) on freeing mm/,
    title: "BUG: non-zero {what} on freeing mm",
    oneLine: true,
  },
  {
    begins: /^usercopy: Kernel memory (?<what>exposure|overwrite) attempt detected/,
    title: "BUG: bad usercopy in {function}",
    belongs: /^kernel BUG at|^Oops|^invalid opcode/,
  },
];

/** lib/list_debug.c; lines of `list_add corruption.` precede a WARNING or a BUG there. */
export const listCorruption: readonly Recipe[] = [
  {
    begins: /^kernel BUG at (?<file>lib\/list_debug\.c):(?<line>\d+)!/,
    title: "BUG: corrupted list in {function}",
    belongs: /^(?:Oops|invalid opcode|Internal error)/,
  },
  {
    begins: /^WARNING: .*\bat (?<file>lib\/list_debug\.c):(?<line>\d+) /,
    title: "BUG: corrupted list in {function}",
  },
  {
    begins: /^WARNING: (?<file>lib\/list_debug\.c):(?<line>\d+) at /,
    title: "BUG: corrupted list in {function}",
  },
];

/** lib/refcount.c */
export const refcount: readonly Recipe[] = [
  {
    begins: /^WARNING: .*?\b(?<file>lib\/refcount\.c):(?<line>\d+) (?:at )?refcount_/,
    title: "WARNING: refcount bug in {function}",
  },
];

/** lib/debugobjects.c */
export const debugObjects: readonly Recipe[] = [
  {
    begins: /^WARNING: .*?\b(?<file>lib\/debugobjects\.c):(?<line>\d+) (?:at )?(?:debug_|__debug_|lookup_)/,
    title: "WARNING: ODEBUG bug in {function}",
  },
];

/** mm/oom_kill.c. Only a guest that runs nothing but the torture test fails by it: see analyzer.ts. */
export const oom: readonly Recipe[] = [
  {
    begins: /^\S.*? invoked oom-killer: /,
    title: "out of memory",
    function: "none",
    severity: "notice",
    belongs: /^Out of memory|^Memory cgroup out of memory/,
  },
];
