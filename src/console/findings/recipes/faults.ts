import { oopsFollowUps, type Recipe } from "./recipe.ts";

const oops = { belongs: oopsFollowUps } as const;

/** How the same bad address is called by other architectures and versions, and with KASAN. */
const badAddress = [
  "BUG: kernel NULL pointer dereference in {function}",
  "BUG: unable to handle kernel NULL pointer dereference in {function}",
  "BUG: unable to handle kernel paging request in {function}",
  "general protection fault in {function}",
] as const;

/** arch/x86/mm/fault.c, arch/arm64/mm/fault.c, arch/arm/mm/fault.c, arch/powerpc/mm/fault.c, … */
export const nullDereference: readonly Recipe[] = [
  {
    begins: /^BUG: [Kk]ernel NULL pointer dereference/,
    title: "BUG: kernel NULL pointer dereference in {function}",
    also: badAddress,
    ...oops,
  },
  {
    begins: /^(?:BUG: unable|(?:CPU \d+ )?Unable) to handle kernel NULL pointer dereference/,
    title: "BUG: unable to handle kernel NULL pointer dereference in {function}",
    also: badAddress,
    ...oops,
  },
];

export const pagingRequest: readonly Recipe[] = [
  {
    begins: /^BUG: unable to handle (?:page fault for address|kernel paging request)/,
    title: "BUG: unable to handle kernel paging request in {function}",
    also: badAddress,
    ...oops,
  },
  {
    begins: /^(?:CPU \d+ )?(?:BUG: )?Unable to handle (?:kernel )?paging request/,
    title: "BUG: unable to handle kernel paging request in {function}",
    also: badAddress,
    ...oops,
  },
  {
    begins:
      /^(?:BUG: )?Unable to handle kernel (?<what>data access|instruction fetch|pointer dereference|access to user memory|execute from [\w-]+ memory|execut\w+ \w+|write to read-only memory|read from unreadable memory)/,
    title: "BUG: unable to handle kernel {what} in {function}",
    ...oops,
  },
  {
    begins: /^(?:BUG: )?[Uu]nable to handle (?:kernel )?(?<what>[a-z][\w -]*?)(?= (?:at|in|on|for)\b|$)/,
    title: "BUG: unable to handle kernel {what} in {function}",
    ...oops,
  },
];

export const generalProtection: readonly Recipe[] = [
  {
    begins: /^(?:Oops: )?general protection fault(?:, |:|$)/,
    title: "general protection fault in {function}",
    also: badAddress,
    ...oops,
  },
];

export const divideError: readonly Recipe[] = [
  { begins: /^(?:Oops: )?divide error(?:, |:)/, title: "divide error in {function}", ...oops },
  { begins: /^(?:Oops: )?Oops: divide error/, title: "divide error in {function}", ...oops },
];

export const doubleFault: readonly Recipe[] = [
  {
    begins: /^(?:traps: )?PANIC: double fault/,
    title: "PANIC: double fault in {function}",
    start: "recursion",
    ...oops,
  },
  { begins: /^(?:Oops: )?double fault: /i, title: "double fault in {function}", start: "recursion", ...oops },
];

/** Oopses that name no commoner cause; of all architectures. */
export const otherOops: readonly Recipe[] = [
  {
    begins: /^BUG: (?:stack guard page|TASK stack guard page|\w+ stack guard page) was hit at/,
    title: "BUG: stack guard page was hit in {function}",
    also: ["kernel stack overflow in {function}", "PANIC: double fault in {function}"],
    start: "recursion",
    belongs: new RegExp(`^(?:kernel stack overflow|stack guard page|Kernel panic)|${oopsFollowUps.source}`),
  },
  {
    begins:
      /^(?:Oops: )?(?:kernel stack overflow|stack guard page: |Insufficient stack space to handle exception)/,
    title: "kernel stack overflow in {function}",
    also: ["BUG: stack guard page was hit in {function}"],
    start: "recursion",
    belongs: new RegExp(`^Kernel panic - not syncing: kernel stack overflow|${oopsFollowUps.source}`),
  },
  { begins: /^(?:Oops: )?stack segment(?: fault)?: /, title: "stack segment fault in {function}", ...oops },
  { begins: /^(?:Oops: )?invalid opcode: /, title: "invalid opcode in {function}", ...oops },
  {
    begins:
      /^(?:Oops: )?(?<what>bounds|coprocessor segment overrun|invalid TSS|segment not present|alignment check|int3|overflow|unhandled trap|control protection|Missing ENDBR)\b.*?: [0-9a-f]{4} \[#\d+\]/,
    title: "{what} in {function}",
    ...oops,
  },
  { begins: /^PANIC: early exception/, title: "PANIC: early exception in {function}", ...oops },
  { begins: /^Internal error: /, title: "Internal error in {function}", ...oops },
  {
    begins: /^SError Interrupt on CPU/,
    title: "kernel panic: Asynchronous SError Interrupt",
    start: "none",
    belongs: /^Kernel panic - not syncing: Asynchronous SError Interrupt|^Internal error/,
  },
  {
    begins:
      /^(?:Bad mode in|Unhandled (?:prefetch abort: |fault: |exception: |exception \w+ in kernel|64-bit el1h)|Unexpected kernel \w+ exception|Unexpected IRQ trap|Kernel mode fault)/,
    title: "Unhandled fault in {function}",
    ...oops,
  },
  {
    begins:
      /^(?<what>illegal operation|specification exception|addressing exception|protection exception|operation exception|data exception|fixpoint divide exception|monitor event): [0-9a-f]{4} ilc:\d/,
    title: "{what} in {function}",
    ...oops,
  },
  {
    begins:
      /^(?:Machine check in kernel mode|kernel BUG: unhandled machine check|Unrecoverable (?:exception|\w+ Unavailable))/,
    title: "Machine check in {function}",
    ...oops,
  },
  { begins: /^Oops: (?<what>[A-Z][\w ]+?), sig: \d+ \[#\d+\]/, title: "Oops: {what} in {function}", ...oops },
  // arch/riscv/kernel/traps.c: `Oops - illegal instruction [#1]`
  { begins: /^Oops - (?<what>[a-z][\w ()-]*?) \[#\d+\]/, title: "Oops: {what} in {function}", ...oops },
  { begins: /^Oops(?: - [\w -]+?)?:? .*\[#\d+\]|^Oops ?\[#\d+\]/, title: "Oops in {function}", ...oops },
  // arch/mips, arch/loongarch, arch/csky, arch/sh, arch/xtensa: die() prints its reason and a counter.
  {
    begins: /^(?<what>[A-Za-z][\w ,.'/():-]{2,60}?)!? ?(?:: (?:[0-9a-f]{1,16}|sig: \d+) )?\[#\d+\]:?(?: |$)/,
    title: "Oops: {what} in {function}",
    vague: true,
    ...oops,
  },
  // arch/sparc: `swapper(1): Oops [#1]`
  { begins: /^\S+\(\d+\): (?<what>[A-Z][\w ]+) \[#\d+\]/, title: "Oops: {what} in {function}", ...oops },
];

/** kernel/panic.c */
export const panic: readonly Recipe[] = [
  {
    begins:
      /^Kernel panic - not syncing: (?:.*\b(?:Fatal exception|panic_on_(?:warn|oops)|kasan\.fault=panic set|kmsan\.panic set|panic_on_taint)\b|Fatal hardware error|softlockup: hung tasks|hung_task: blocked tasks|RCU Stall|Hard LOCKUP|Oops|Attempted to kill init!|Aiee, killing interrupt handler|Attempted to kill the idle task|scheduling while atomic)/,
    title: "kernel panic: {message}",
    start: "none",
    secondary: true,
  },
  {
    begins:
      /^Kernel panic - not syncing: stack-protector: Kernel stack is corrupted in: (?:[0-9a-f]+\b ?)?(?<function>[A-Za-z_][\w.]*)?/,
    title: "kernel panic: stack is corrupted in {function}",
  },
  {
    begins: /^Kernel panic - not syncing: kernel stack overflow/,
    title: "kernel stack overflow in {function}",
    also: ["BUG: stack guard page was hit in {function}"],
    start: "recursion",
  },
  {
    begins: /^Kernel panic - not syncing: corrupted stack end detected/,
    title: "kernel panic: corrupted stack end in {function}",
    start: "stack",
  },
  {
    begins: /^Kernel panic - not syncing: Machine halted/,
    title: "kernel panic: Machine halted",
    secondary: true,
  },
  { begins: /^Kernel panic - not syncing: /, title: "kernel panic: {message}", start: "none" },
];

/** arch/x86/kernel/cfi.c, arch/arm64/kernel/traps.c */
const cfi: Recipe = {
  begins: /^CFI failure at (?<function>[A-Za-z_][\w.]*)/,
  title: "CFI failure in {function}",
  belongs: new RegExp(`^WARNING: |${oopsFollowUps.source}`),
};

/** include/asm-generic/bug.h, lib/bug.c, and messages that begin with `BUG:`. */
export const bug: readonly Recipe[] = [
  cfi,
  {
    begins: /^[Kk]ernel BUG at (?<file>[^\s:]+):(?<line>\d+)!?/,
    title: "kernel BUG in {function}",
    belongs: oopsFollowUps,
  },
  { begins: /^[Kk]ernel BUG at (?<function>[A-Za-z_][\w.]*)/, title: "kernel BUG in {function}", ...oops },
  { begins: /^[Kk]ernel BUG \[#\d+\]/, title: "kernel BUG in {function}", ...oops },
  {
    begins: /^BUG: Dentry .* still in use .*\[unmount of (?<fs>\w+)/,
    title: "BUG: Dentry still in use [unmount of {fs}]",
    start: "none",
    belongs: /^BUG: Dentry|^WARNING: .* umount_check|^-+\[ cut here/,
  },
  // kernel/workqueue.c, process_one_work()
  {
    begins: /^BUG: workqueue leaked (?<what>atomic, lock or RCU|lock or atomic)/,
    // Since 6.10 `preempt=… lock=… RCU=… workfn=…`.
    detail: /^ +(?:last function: |preempt=.* workfn=)(?<function>[A-Za-z_][\w.]*)/,
    title: "BUG: workqueue leaked {what} in {function}",
  },
  {
    begins: /^BUG: using (?<what>\w+)\(\) in preemptible/,
    detail: /^caller is (?<function>[A-Za-z_][\w.]*)/,
    title: "BUG: using {what}() in preemptible code in {function}",
  },
  {
    begins:
      /^BUG: (?<what>(?:spinlock|rwlock|raw_?spinlock) (?:bad magic|recursion|already unlocked|wrong owner|wrong CPU|lockup suspected|cpu recursion|trylock failure on UP|lockup)|(?:write|read)-(?:lock|unlock) [\w ]+?)(?: on CPU|,|$)/,
    title: "BUG: {what} in {function}",
  },
  {
    begins: /^BUG: (?<what>.*?)(?: at .*|: .*|[!.])?$/,
    vague: true,
    title: "BUG: {text} in {function}",
    start: "stack",
    loose: true,
  },
];
