import { callersChecks } from "../groups/checks.ts";
import { usbTransfers } from "../groups/forRecipes.ts";
import { functionAt, type Recipe } from "./recipe.ts";

const frame = "(?<function>[A-Za-z_][\\w.$]*)\\+0x";
/**
 * Warnings with a name of their own: in this file, raised by such functions. Kernels of 6.19 and later may print the
 * address 0x0 instead of the function; then the file has to tell.
 */
const special: readonly (readonly [file: string, named: string, title: string, fileTells: boolean])[] = [
  ["mm\\/usercopy\\.c", "usercopy_", "WARNING: bad usercopy in {function}", true],
  ["lib\\/kobject\\.c", "kobject_", "WARNING: kobject bug in {function}", true],
  [
    "fs\\/proc\\/generic\\.c",
    "(?:__)?(?:proc_(?:register|mkdir|create)|remove_proc_)",
    "WARNING: proc registration bug in {function}",
    true,
  ],
  [
    "fs\\/sysfs\\/dir\\.c",
    "sysfs_(?:warn_dup|add_one)",
    "sysfs: cannot create duplicate filename in {function}",
    false,
  ],
  [
    "mm\\/(?:slab_common|slub|slab|util)\\.c",
    "(?:__)?kv?[mz]?alloc",
    "WARNING: kmalloc bug in {function}",
    false,
  ],
];
/** A check for others is also known by its own name. */
const also = ["WARNING in {named}"] as const;

/** kernel/panic.c, __warn(): until 6.16 `WARNING: CPU: 0 PID: 1 at file:line func`, then `WARNING: file:line at func`. */
export const warning: readonly Recipe[] = [
  ...special.map(
    ([file, named, title, fileTells]): Recipe => ({
      begins: new RegExp(
        `^WARNING: .*?\\b(?<file>${file}):(?<line>\\d+) (?:at )?(?:${fileTells ? "0x0\\b" : "(?!)"}|(?<function>${named}[\\w.]*))`,
      ),
      title,
      also: ["WARNING in {function}", ...also],
      skip: callersChecks,
      start: "stack",
      belongs: /^sysfs: cannot create duplicate filename/,
    }),
  ),
  // Checks a transfer that a driver made up; hundreds of drivers have been reported so.
  {
    begins:
      /^WARNING: .*?\b(?<file>drivers\/usb\/core\/urb\.c):(?<line>\d+) (?:at )?(?:0x0\b|usb_submit_urb)/,
    title: "WARNING in {function}/usb_submit_urb",
    also: ["WARNING in usb_submit_urb", "WARNING in {function}"],
    skip: [usbTransfers],
    start: "stack",
    alone: "WARNING in usb_submit_urb",
  },
  {
    begins: new RegExp(
      `^WARNING: (?:CPU: (?<cpu>\\d+) PID: (?<pid>\\d+) )?at (?<file>[^\\s:]+):(?<line>\\d+)(?: ${functionAt})?`,
    ),
    title: "WARNING in {function}",
    also,
    start: "check",
  },
  {
    begins: new RegExp(`^WARNING: CPU: (?<cpu>\\d+) PID: (?<pid>\\d+) at ${frame}`),
    title: "WARNING in {function}",
    also,
    start: "check",
  },
  {
    begins: new RegExp(
      `^WARNING: (?:\\[[^\\]]*\\] )?(?<file>[^\\s:]+):(?<line>\\d+) at (?:0x[0-9a-f]+|${functionAt}[^,]*), CPU#(?<cpu>\\d+): (?<task>.+?)\\/(?<pid>\\d+)`,
    ),
    title: "WARNING in {function}",
    also,
    start: "check",
  },
  {
    begins: new RegExp(`^WARNING: (?<file>[^\\s:]+\\.[chS]):(?<line>\\d+) at ${functionAt}`),
    title: "WARNING in {function}",
    also,
    start: "check",
  },
  {
    begins: /^WARNING: kernel stack (?<what>regs|frame pointer) at .* has bad (?<value>'\w+' value|value)/,
    title: "WARNING: kernel stack {what} has bad {value}",
    start: "none",
  },
  // arch/x86/kernel/unwind_orc.c, unwind_frame.c, dumpstack_64.c
  {
    begins:
      /^WARNING: (?<what>can't (?:access|dereference) registers|stack going in the wrong direction|stack recursion)\b/,
    title: "WARNING: {what}",
    start: "none",
    oneLine: true,
  },
  { begins: /^Badness at (?<file>[^\s:]+):(?<line>\d+)/, title: "WARNING in {function}" },
  {
    begins: /^WARNING: (?<what>zero-size vmalloc) in/,
    title: "WARNING: {what} in {function}",
    start: "stack",
  },
  // fs/sysfs/dir.c, sysfs_warn_dup(): since 4.16 without a WARNING.
  {
    begins: /^sysfs: cannot create duplicate filename/,
    title: "sysfs: cannot create duplicate filename in {function}",
    also: ["WARNING in sysfs_warn_dup"],
    start: "stack",
    skip: callersChecks,
    needsStack: true,
    belongs: /^WARNING: .*\bsysfs_(?:warn_dup|add_one)|^-+\[ cut here/,
  },
  {
    begins: /^WARNING: \S/,
    title: "WARNING: {text} in {function}",
    start: "stack",
    needsStack: true,
    vague: true,
  },
];

/** What fits nowhere else. */
export const other: readonly Recipe[] = [
  {
    begins: /^unregister_netdevice: waiting for \S+ to become free/,
    title: "unregister_netdevice: waiting for DEV to become free",
    start: "none",
    oneLine: true,
  },
  {
    begins: /^VFS: Close: file count is (?:0|zero)/,
    title: "VFS: Close: file count is zero (use-after-free)",
    start: "none",
    oneLine: true,
  },
  {
    begins: /^VFS: Busy inodes after unmount of/,
    title: "VFS: Busy inodes after unmount (use-after-free)",
    start: "none",
    // fs/super.c: with CONFIG_BUG_ON_DATA_CORRUPTION a BUG follows.
    belongs:
      /^kernel BUG at fs\/super\.c|^WARNING: .*\bfs\/super\.c|^(?:Oops|invalid opcode|Internal error|Kernel panic - not syncing: .*Fatal exception)/,
  },
];
