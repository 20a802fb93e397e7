import { functionAt, type Recipe } from "./recipe.ts";

const frame = "(?<function>[A-Za-z_][\\w.$]*)\\+0x";
const special: readonly (readonly [file: string, named: string, title: string])[] = [
  ["mm\\/usercopy\\.c", "usercopy_", "WARNING: bad usercopy in {function}"],
  ["lib\\/kobject\\.c", "kobject_", "WARNING: kobject bug in {function}"],
  ["fs\\/proc\\/generic\\.c", "proc_register", "WARNING: proc registration bug in {function}"],
];

/** kernel/panic.c, __warn(): until 6.16 `WARNING: CPU: 0 PID: 1 at file:line func`, then `WARNING: file:line at func`. */
export const warning: readonly Recipe[] = [
  ...special.map(
    ([file, named, title]): Recipe => ({
      begins: new RegExp(`^WARNING: .*?\\b(?<file>${file}):(?<line>\\d+) (?:at )?${named}`),
      title,
      function: "stack",
    }),
  ),
  {
    begins: new RegExp(
      `^WARNING: (?:CPU: (?<cpu>\\d+) PID: (?<pid>\\d+) )?at (?<file>[^\\s:]+):(?<line>\\d+)(?: ${functionAt})?`,
    ),
    title: "WARNING in {function}",
    function: "named",
  },
  {
    begins: new RegExp(`^WARNING: CPU: (?<cpu>\\d+) PID: (?<pid>\\d+) at ${frame}`),
    title: "WARNING in {function}",
    function: "named",
  },
  {
    begins: new RegExp(
      `^WARNING: (?:\\[[^\\]]*\\] )?(?<file>[^\\s:]+):(?<line>\\d+) at ${functionAt}[^,]*, CPU#(?<cpu>\\d+): (?<task>.+?)\\/(?<pid>\\d+)`,
    ),
    title: "WARNING in {function}",
    function: "named",
  },
  {
    begins: new RegExp(`^WARNING: (?<file>[^\\s:]+\\.[chS]):(?<line>\\d+) at ${functionAt}`),
    title: "WARNING in {function}",
    function: "named",
  },
  {
    begins: /^WARNING: kernel stack (?<what>regs|frame pointer) at .* has bad (?<value>'\w+' value|value)/,
    title: "WARNING: kernel stack {what} has bad {value}",
    function: "none",
  },
  // arch/x86/kernel/unwind_orc.c, unwind_frame.c, dumpstack_64.c
  {
    begins:
      /^WARNING: (?<what>can't (?:access|dereference) registers|stack going in the wrong direction|stack recursion)\b/,
    title: "WARNING: {what}",
    function: "none",
    oneLine: true,
  },
  { begins: /^Badness at (?<file>[^\s:]+):(?<line>\d+)/, title: "WARNING in {function}" },
  {
    begins: /^WARNING: (?<what>zero-size vmalloc) in/,
    title: "WARNING: {what} in {function}",
    function: "stack",
  },
  {
    begins: /^WARNING: \S/,
    title: "WARNING: {text} in {function}",
    function: "stack",
    needsStack: true,
    vague: true,
  },
];

/** What fits nowhere else. */
export const other: readonly Recipe[] = [
  {
    begins: /^unregister_netdevice: waiting for \S+ to become free/,
    title: "unregister_netdevice: waiting for DEV to become free",
    function: "none",
    oneLine: true,
  },
  {
    begins: /^VFS: Close: file count is (?:0|zero)/,
    title: "VFS: Close: file count is zero (use-after-free)",
    function: "none",
    oneLine: true,
  },
  {
    begins: /^VFS: Busy inodes after unmount of/,
    title: "VFS: Busy inodes after unmount (use-after-free)",
    function: "none",
    oneLine: true,
  },
];
