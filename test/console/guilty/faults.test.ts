import { expect, test } from "vitest";
import { type Fn, identity, prefixes, styles, titlesOf } from "./styles.ts";

const end = "---[ end trace 0000000000000000 ]---";
const ends: readonly Fn[] = ["toy_caller", "process_one_work@kernel/workqueue.c", "kthread@kernel/kthread.c"];

/** How each kind of fault begins, by architecture and version, and its title. */
const faults: readonly (readonly [title: string, header: readonly string[]])[] = [
  [
    "BUG: kernel NULL pointer dereference in",
    [
      "BUG: kernel NULL pointer dereference, address: 0000000000000008",
      "#PF: supervisor read access in kernel mode",
      "#PF: error_code(0x0000) - not-present page",
      "PGD 0 P4D 0",
      "Oops: 0000 [#1] PREEMPT SMP",
    ],
  ],
  [
    "BUG: unable to handle kernel NULL pointer dereference in",
    ["BUG: unable to handle kernel NULL pointer dereference at 0000000000000008", "Oops: 0000 [#1] SMP"],
  ],
  [
    "BUG: unable to handle kernel NULL pointer dereference in",
    [
      "Unable to handle kernel NULL pointer dereference at virtual address 0000000000000008",
      "Mem abort info:",
      "  ESR = 0x96000004",
      "Internal error: Oops: 96000004 [#1] PREEMPT SMP",
    ],
  ],
  [
    "BUG: unable to handle kernel paging request in",
    [
      "BUG: unable to handle page fault for address: ffffffffdeadbeef",
      "#PF: supervisor write access in kernel mode",
      "Oops: Oops: 0002 [#1] PREEMPT SMP KASAN",
    ],
  ],
  [
    "BUG: unable to handle kernel paging request in",
    [
      "BUG: unable to handle kernel paging request at ffffffffdeadbeef",
      "PGD 12067 P4D 12067",
      "Oops: 0000 [#1] SMP",
    ],
  ],
  [
    "BUG: unable to handle kernel paging request in",
    [
      "Unable to handle kernel paging request at virtual address dead000000000100",
      "Internal error: Oops: 96000044 [#1] SMP",
    ],
  ],
  ["general protection fault in", ["general protection fault: 0000 [#1] SMP KASAN PTI"]],
  [
    "general protection fault in",
    [
      "Oops: general protection fault, probably for non-canonical address 0xdffffc0000000000: 0000 [#1] SMP",
      "KASAN: null-ptr-deref in range [0x0000000000000000-0x0000000000000007]",
    ],
  ],
  ["divide error in", ["divide error: 0000 [#1] SMP"]],
  ["divide error in", ["Oops: divide error: 0000 [#1] PREEMPT SMP KASAN NOPTI"]],
  ["invalid opcode in", ["Oops: invalid opcode: 0000 [#1] PREEMPT SMP"]],
  ["invalid opcode in", ["invalid opcode: 0000 [#1] SMP"]],
  [
    "kernel BUG in",
    [
      "------------[ cut here ]------------",
      "kernel BUG at drivers/toy/toy.c:12!",
      "Oops: invalid opcode: 0000 [#1] PREEMPT SMP",
    ],
  ],
  [
    "kernel BUG in",
    [
      "------------[ cut here ]------------",
      "kernel BUG at drivers/toy/toy.c:12!",
      "Internal error: Oops - BUG: 00000000f2000800 [#1] PREEMPT SMP",
    ],
  ],
  [
    "BUG: corrupted list in",
    [
      "list_del corruption. prev->next should be ffff888000000000, but was dead000000000100",
      "------------[ cut here ]------------",
      "kernel BUG at lib/list_debug.c:59!",
      "invalid opcode: 0000 [#1] SMP",
    ],
  ],
  [
    "BUG: bad usercopy in",
    [
      "usercopy: Kernel memory exposure attempt detected from SLUB object 'toy' (offset 0, size 4)!",
      "------------[ cut here ]------------",
      "kernel BUG at mm/usercopy.c:102!",
      "invalid opcode: 0000 [#1] SMP",
    ],
  ],
  ["PANIC: double fault in", ["traps: PANIC: double fault, error_code: 0x0", "double fault: 0000 [#1] SMP"]],
  ["stack segment fault in", ["stack segment: 0000 [#1] SMP"]],
];

/** What the registers name: the guilty function, or a helper that it called. */
const leaves: readonly (readonly Fn[])[] = [
  [],
  ["__memcpy@arch/x86/lib/memcpy.S"],
  ["__list_del_entry_valid_or_report@lib/list_debug.c"],
  ["usercopy_abort@mm/usercopy.c", "__check_object_size@mm/usercopy.c"],
  ["kmem_cache_alloc@mm/slub.c"],
];

test.each(Object.entries(styles))(
  "a fault is named by its place, once, whatever else it prints: %s",
  (_, style) => {
    for (const [title, header] of faults)
      for (const leaf of leaves)
        for (const panic of [
          [],
          [
            "Kernel panic - not syncing: Fatal exception in interrupt",
            "Kernel Offset: disabled",
            "---[ end Kernel panic - not syncing: Fatal exception in interrupt ]---",
          ],
        ]) {
          const frames = [...leaf, "toy_guilty", ...ends];
          const lines = [
            ...header,
            "Modules linked in:",
            identity(),
            ...style.registers(frames[0] as Fn),
            ...style.trace(frames),
            end,
            ...style.registers(frames[0] as Fn),
            ...panic,
          ];
          const which = panic.length === 0 ? prefixes : prefixes.slice(0, 1);
          for (const prefix of which)
            expect.soft(titlesOf(lines, prefix), header[0]).toBe(`${title} toy_guilty`);
        }
  },
);

test("a jump to nowhere is its caller's", () => {
  for (const pointer of [
    "RIP: 0010:0x0",
    "RIP: 0010:[<0000000000000000>]  [<          (null)>]           (null)",
    "pc : 0x0",
    "RIP: 0010:0xffffffffdeadbeef",
  ]) {
    const lines = [
      "BUG: kernel NULL pointer dereference, address: 0000000000000000",
      "Oops: 0010 [#1] SMP",
      identity(),
      pointer,
      ...(styles["x86 6.12"] as (typeof styles)[string]).trace(["toy_guilty", ...ends]),
    ];
    expect.soft(titlesOf(lines), pointer).toBe("BUG: kernel NULL pointer dereference in toy_guilty");
  }
});

test("without a stack the registers tell, and who is to be returned to", () => {
  const header = ["Unable to handle kernel paging request at virtual address dead000000000100", identity()];
  expect(titlesOf([...header, "pc : toy_guilty+0x12/0x34", "lr : toy_lr+0x12/0x34"])).toMatch(
    / in toy_guilty$/,
  );
  expect(titlesOf([...header, "pc : __memcpy+0x12/0x34", "lr : toy_lr+0x12/0x34"])).toMatch(/ in toy_lr$/);
});

const cycle = (times: number): Fn[] =>
  Array.from({ length: times }, () => ["toy_walk", "toy_descend"]).flat();

test.each(Object.entries(styles))(
  "a stack that overflows is named by who called into the recursion: %s",
  (_, style) => {
    const headers: readonly (readonly [string, readonly string[]])[] = [
      [
        "BUG: stack guard page was hit in",
        [
          "BUG: TASK stack guard page was hit at ffffc90000117ff8 (stack is ffffc90000118000..ffffc90000120000)",
          "Oops: stack guard page: 0000 [#1] PREEMPT SMP",
        ],
      ],
      ["kernel stack overflow in", ["Insufficient stack space to handle exception!"]],
      [
        "PANIC: double fault in",
        ["traps: PANIC: double fault, error_code: 0x0", "double fault: 0000 [#1] SMP"],
      ],
    ];
    for (const [title, header] of headers)
      for (const leaf of [
        ["toy_leaf"],
        ["toy_other_leaf", "toy_walk"],
        ["__lock_acquire@kernel/locking/lockdep.c", "lock_acquire@kernel/locking/lockdep.c"],
      ]) {
        const frames = [...leaf, ...cycle(12), "toy_guilty", ...style.syscall("toy")];
        expect
          .soft(
            titlesOf([
              ...header,
              identity(),
              ...style.registers(frames[0] as Fn),
              ...style.trace(frames),
              end,
            ]),
          )
          .toBe(`${title} toy_guilty`);
        // Cut off, or called by nobody but the system call: the recursion's outermost function.
        const cut = [...leaf, ...cycle(12)];
        expect
          .soft(titlesOf([...header, identity(), ...style.registers(cut[0] as Fn), ...style.trace(cut)]))
          .toBe(`${title} toy_descend`);
      }
  },
);

/** Reports of one line, or whose words say all: no numbers, addresses or tasks are left. */
const words: readonly (readonly [title: string, lines: readonly string[]])[] = [
  ["BUG kmalloc-64: Poison overwritten", ["BUG kmalloc-64 (Not tainted): Poison overwritten"]],
  ["BUG toy_cache: Object already free", ["BUG toy_cache (Tainted: G    B): Object already free"]],
  [
    "BUG toy_cache: Objects remaining",
    ["BUG toy_cache (Not tainted): Objects remaining in toy_cache on __kmem_cache_shutdown()"],
  ],
  ["BUG toy_cache: Right Redzone overwritten", ["BUG toy_cache: Right Redzone overwritten"]],
  ["BUG: Bad page state", ["BUG: Bad page state in process toy  pfn:12345"]],
  ["BUG: Bad page map", ["BUG: Bad page map in process toy  pte:80000000 pmd:12345067"]],
  ["BUG: Bad rss-counter state", ["BUG: Bad rss-counter state mm:ffff888012345678 type:MM_ANONPAGES val:12"]],
  [
    "unregister_netdevice: waiting for DEV to become free",
    ["unregister_netdevice: waiting for lo to become free. Usage count = 2"],
  ],
  ["VFS: Busy inodes after unmount (use-after-free)", ["VFS: Busy inodes after unmount of loop0 (ext4)"]],
  [
    "kernel panic: Attempted to kill init!",
    ["Kernel panic - not syncing: Attempted to kill init! exitcode=0x0000000b"],
  ],
  [
    "kernel panic: VFS: Unable to mount root fs on unknown-block(NUM,NUM)",
    ["Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(8,1)"],
  ],
  [
    "BUG: workqueue lockup in toy_scan",
    [
      "BUG: workqueue lockup - pool cpus=1 node=0 flags=0x0 nice=0 stuck for 64s!",
      "Showing busy workqueues and worker pools:",
      "workqueue events: flags=0x0",
      "  pwq 6: cpus=1 node=0 flags=0x0 nice=0 active=1 refcnt=2",
      "    in-flight: 70:toy_scan for 63s",
      "    pending: toy_later",
    ],
  ],
  ["BUG: workqueue lockup", ["BUG: workqueue lockup - pool cpus=1 node=0 flags=0x0 nice=0 stuck for 36s!"]],
  [
    "KCSAN: data-race in toy_read / toy_write",
    ["BUG: KCSAN: data-race in toy_read.isra.0+0x12/0x34 / toy_write+0x12/0x34"],
  ],
  [
    "rcutorture writer stall in RTWS_SYNC",
    ["??? Writer stall state RTWS_SYNC(21) g12345 f0x0 ->state 0x2 cpu 1"],
  ],
];

test("titles have no numbers, addresses and names of tasks", () => {
  for (const [title, lines] of words)
    for (const prefix of prefixes) expect.soft(titlesOf(lines, prefix), lines[0]).toBe(title);
});

/** mm/slub.c: what it says about objects of a cache; numbers and addresses in other kernels differ. */
const slubWords: readonly (readonly [said: string, title?: string])[] = [
  ["Poison overwritten"],
  ["Redzone overwritten"],
  ["Left Redzone overwritten"],
  ["kmalloc Redzone overwritten"],
  ["Object padding overwritten"],
  ["Padding overwritten"],
  ["Freepointer corrupt"],
  ["Freelist Pointer check fails"],
  ["Object already free"],
  ["Object corrupt"],
  ["Slab disabled since SLUB metadata consistency check failed"],
  ["Invalid object pointer 0xffff888012345678", "Invalid object pointer"],
  ["Objects remaining in toy_cache on __kmem_cache_shutdown()", "Objects remaining"],
];
const states = ["(Not tainted)", "(Tainted: G    B   W          )", "(Tainted: [B]=BAD_PAGE, [W]=WARN)"];

test("what slub says about a cache", () => {
  for (const [said, title = said] of slubWords)
    for (const cache of ["toy_cache", "kmalloc-64", "kmalloc-rcl-1k", "ext4_inode_cache"])
      for (const state of states)
        for (const prefix of prefixes)
          expect
            .soft(titlesOf([`BUG ${cache} ${state}: ${said}`], prefix), `${cache} ${state}`)
            .toBe(`BUG ${cache}: ${title}`);
});

const sanitizers: readonly (readonly [title: string, header: string])[] = [
  ...[
    "null-ptr-deref",
    "misaligned-access",
    "object-size-mismatch",
    "invalid-load",
    "signed-integer-overflow",
  ],
  ...["division-overflow", "negation-overflow", "pointer-overflow", "vla-bound-not-positive", "unreachable"],
]
  .map((type): readonly [string, string] => [
    `UBSAN: ${type} in toy_guilty`,
    `UBSAN: ${type} in drivers/toy/toy.c:12:3`,
  ])
  .concat(
    ["use-after-free read", "use-after-free write", "out-of-bounds read", "out-of-bounds write"].map(
      (type) => [`KFENCE: ${type} in toy_guilty`, `BUG: KFENCE: ${type} in toy_guilty+0x12/0x34`] as const,
    ),
    ["memory corruption", "invalid free", "invalid read", "invalid write"].map(
      (type) => [`KFENCE: ${type} in toy_guilty`, `BUG: KFENCE: ${type} in toy_guilty+0x12/0x34`] as const,
    ),
    ["uninit-value", "use-after-free", "kernel-infoleak", "kernel-usb-infoleak"].map(
      (type) => [`KMSAN: ${type} in toy_guilty`, `BUG: KMSAN: ${type} in toy_guilty+0x12/0x34`] as const,
    ),
  );

test.each(Object.entries(styles))("every word of a sanitizer: %s", (_, style) => {
  const trace = style.trace(["toy_guilty", "toy_caller", "kthread@kernel/kthread.c"]);
  for (const [title, header] of sanitizers)
    for (const prefix of prefixes)
      expect.soft(titlesOf([header, identity(), ...trace], prefix), header).toBe(title);
});

const named: readonly (readonly [title: string, header: readonly string[], above: readonly Fn[]])[] = [
  [
    "UBSAN: array-index-out-of-bounds in toy_guilty",
    [
      "UBSAN: array-index-out-of-bounds in drivers/toy/toy.c:12:3",
      "index 5 is out of range for type 'int [4]'",
    ],
    [
      "dump_stack_lvl@lib/dump_stack.c",
      "ubsan_epilogue@lib/ubsan.c",
      "__ubsan_handle_out_of_bounds@lib/ubsan.c",
    ],
  ],
  [
    "UBSAN: shift-out-of-bounds in toy_guilty",
    [
      "UBSAN: shift-out-of-bounds in include/linux/toy.h:12:3",
      "shift exponent 64 is too large for 32-bit type 'int'",
    ],
    [
      "dump_stack_lvl@lib/dump_stack.c",
      "__ubsan_handle_shift_out_of_bounds@lib/ubsan.c",
      "ilog2@include/linux/log2.h!",
    ],
  ],
  [
    "UBSAN: Undefined behaviour in toy_guilty",
    ["UBSAN: Undefined behaviour in drivers/toy/toy.c:12:3", "signed integer overflow:"],
    ["dump_stack@lib/dump_stack.c", "handle_overflow@lib/ubsan.c"],
  ],
  [
    "KFENCE: use-after-free read in toy_guilty",
    [
      "BUG: KFENCE: use-after-free read in toy_guilty+0x12/0x34",
      "Use-after-free read at 0xffff888012345678 (in kfence-#12):",
    ],
    [],
  ],
  [
    "KFENCE: invalid free in toy_guilty",
    ["BUG: KFENCE: invalid free in kfree+0x12/0x34", "Invalid free of 0xffff888012345678:"],
    ["kfree@mm/slub.c"],
  ],
  [
    "memory leak in toy_guilty",
    [
      "BUG: memory leak",
      "unreferenced object 0xffff888012345678 (size 64):",
      '  comm "toy", pid 70, jiffies 4294937296',
      "  hex dump (first 32 bytes):",
      "    00 00 00 00 00 00 00 00  ................",
    ],
    [
      "kmemleak_alloc_recursive@include/linux/kmemleak.h!",
      "__kmalloc@mm/slub.c",
      "kmalloc@include/linux/slab.h!",
    ],
  ],
  [
    "BUG: using smp_processor_id() in preemptible code in toy_guilty",
    [
      "BUG: using smp_processor_id() in preemptible [00000000] code: toy/70",
      "caller is toy_guilty+0x12/0x34",
    ],
    ["dump_stack_lvl@lib/dump_stack.c", "check_preemption_disabled@lib/smp_processor_id.c"],
  ],
  [
    "BUG: spinlock bad magic in toy_guilty",
    [
      "BUG: spinlock bad magic on CPU#1, toy/70",
      " lock: 0xffff888012345678, .magic: 00000000, .owner: <none>/-1, .owner_cpu: 0",
    ],
    [
      "dump_stack_lvl@lib/dump_stack.c",
      "spin_dump@kernel/locking/spinlock_debug.c",
      "do_raw_spin_lock@kernel/locking/spinlock_debug.c",
      "_raw_spin_lock@kernel/locking/spinlock.c",
    ],
  ],
  [
    "kernel panic: corrupted stack end in toy_guilty",
    ["Kernel panic - not syncing: corrupted stack end detected inside scheduler"],
    [
      "dump_stack_lvl@lib/dump_stack.c",
      "panic@kernel/panic.c",
      "__schedule@kernel/sched/core.c",
      "schedule@kernel/sched/core.c",
    ],
  ],
];

test.each(Object.entries(styles))("checkers are not guilty: %s", (name, style) => {
  for (const [title, header, above] of named) {
    const trace = style.trace([...above, "toy_guilty", ...ends]);
    const lines =
      header[0] === "BUG: memory leak"
        ? [
            ...header,
            "  backtrace:",
            ...trace.slice(name.startsWith("x86 ") && trace[1] === " <TASK>" ? 2 : 1),
          ]
        : [...header, identity(), ...trace];
    for (const prefix of prefixes) expect.soft(titlesOf(lines, prefix), header[0]).toBe(title);
  }
});
