import { expect, test } from "vitest";
import { errorsOf, type Fn, identity, prefixes, styles, titlesOf } from "./styles.ts";

/** Stacks of helpers on which a sanitizer found the guilty function's mistake; innermost first. */
const stacks: readonly (readonly Fn[])[] = [
  ["memcpy@arch/x86/lib/memcpy_64.S"],
  ["__memcpy@arch/x86/lib/memcpy_64.S"],
  ["strlen@lib/string.c", "kstrdup@mm/util.c"],
  ["_copy_from_user@lib/usercopy.c", "copy_from_user@include/linux/uaccess.h!"],
  ["_copy_to_iter@lib/iov_iter.c", "copy_to_iter@include/linux/uio.h!"],
  ["__list_add@include/linux/list.h!", "list_add_tail@include/linux/list.h!"],
  ["__list_del_entry_valid_or_report@lib/list_debug.c"],
  ["hlist_del_rcu@include/linux/rculist.h!"],
  ["lock_timer_base@kernel/time/timer.c", "__mod_timer@kernel/time/timer.c", "mod_timer@kernel/time/timer.c"],
  ["timer_delete_sync@kernel/time/timer.c"],
  ["hrtimer_try_to_cancel@kernel/time/hrtimer.c", "hrtimer_cancel@kernel/time/hrtimer.c"],
  ["__queue_work@kernel/workqueue.c", "queue_work_on@kernel/workqueue.c"],
  ["__flush_work@kernel/workqueue.c", "cancel_work_sync@kernel/workqueue.c"],
  ["kthread_stop@kernel/kthread.c"],
  ["kthread_park@kernel/kthread.c"],
  ["__wake_up_common@kernel/sched/wait.c", "__wake_up@kernel/sched/wait.c"],
  ["remove_wait_queue@kernel/sched/wait.c"],
  ["do_raw_spin_lock@kernel/locking/spinlock_debug.c", "_raw_spin_lock_irqsave@kernel/locking/spinlock.c"],
  [
    "__lock_acquire@kernel/locking/lockdep.c",
    "lock_acquire@kernel/locking/lockdep.c",
    "_raw_spin_lock@kernel/locking/spinlock.c",
  ],
  ["__mutex_lock@kernel/locking/mutex.c"],
  ["down_read@kernel/locking/rwsem.c"],
  ["atomic_read@include/asm-generic/atomic-instrumented.h!", "refcount_read@include/linux/refcount.h!"],
  [
    "instrument_atomic_read_write@include/linux/instrumented.h!",
    "atomic_fetch_sub_release@include/linux/atomic.h!",
    "kref_put@include/linux/kref.h!",
  ],
  ["rb_erase@lib/rbtree.c"],
  ["__radix_tree_lookup@lib/radix-tree.c", "radix_tree_lookup@lib/radix-tree.c"],
  ["xas_start@lib/xarray.c", "xas_load@lib/xarray.c", "xa_load@lib/xarray.c"],
  ["mas_walk@lib/maple_tree.c"],
  ["idr_find@lib/idr.c"],
  ["crc32c_le@lib/crc32.c", "crc32c@lib/libcrc32c.c"],
  ["sha256_transform@lib/crypto/sha256.c", "crypto_shash_update@crypto/shash.c"],
  ["iput@fs/inode.c"],
  ["dput@fs/dcache.c"],
  ["fput@fs/file_table.c"],
  ["device_del@drivers/base/core.c", "device_unregister@drivers/base/core.c"],
  ["kobject_put@lib/kobject.c", "put_device@drivers/base/core.c"],
  ["sysfs_remove_group@fs/sysfs/group.c"],
  ["kfree@mm/slub.c"],
  ["___slab_alloc@mm/slub.c", "__kmalloc_noprof@mm/slub.c"],
  ["kmem_cache_free@mm/slub.c"],
  ["lock_page@include/linux/pagemap.h!", "__folio_lock@mm/filemap.c"],
  ["skb_put@net/core/skbuff.c"],
  ["bitmap_zero@include/linux/bitmap.h!", "find_next_bit@include/linux/find.h!"],
  ["vsnprintf@lib/vsprintf.c", "snprintf@lib/vsprintf.c"],
  ["call_rcu@kernel/rcu/tree.c"],
  ["bio_put@block/bio.c"],
  ["key_put@security/keys/key.c"],
  ["cdev_del@fs/char_dev.c"],
];

const ends: readonly Fn[] = [
  "toy_caller",
  "process_one_work@kernel/workqueue.c",
  "worker_thread@kernel/workqueue.c",
  "kthread@kernel/kthread.c",
];
const kasanReporters: readonly Fn[] = [
  "dump_stack_lvl@lib/dump_stack.c",
  "print_report@mm/kasan/report.c",
  "kasan_report@mm/kasan/report.c",
];
const bare = (fn: Fn): string => fn.replace(/[@!].*/, "");

test.each(Object.entries(styles))("helpers on a stack are not guilty: %s", (name, style) => {
  const withPlaces = name.includes("places");
  for (const helpers of stacks) {
    // Without source places nothing shows what is inlined.
    const shown = withPlaces ? helpers : helpers.filter((fn) => !fn.endsWith("!"));
    const top = bare(shown.find((fn) => !fn.endsWith("!")) ?? "toy_guilty");
    const frames = [...helpers, "toy_guilty", ...ends];
    const kasan = [
      "==================================================================",
      `BUG: KASAN: slab-use-after-free in ${top}+0x8e/0x100`,
      "Read of size 4 at addr ffff888000000000 by task toy/70",
      "",
      identity(),
      ...style.trace([...kasanReporters, ...frames]),
      "",
      "Allocated by task 12:",
      " kasan_save_stack+0x33/0x60",
      " toy_alloc+0x12/0x34",
      "",
      "Freed by task 12:",
      " kfree+0x12/0x34",
      " toy_free+0x12/0x34",
      "",
      "Last potentially related work creation:",
      " toy_related+0x12/0x34",
    ];
    for (const prefix of prefixes)
      expect.soft(titlesOf(kasan, prefix), top).toBe("KASAN: slab-use-after-free Read in toy_guilty");
    const fault = [
      "general protection fault, probably for non-canonical address 0xdffffc0000000003: 0000 [#1] PREEMPT SMP KASAN",
      identity(),
      ...style.registers(frames.find((fn) => !fn.endsWith("!")) as Fn),
      ...style.trace(frames),
      "---[ end trace 0000000000000000 ]---",
    ];
    expect.soft(titlesOf(fault), top).toBe("general protection fault in toy_guilty");
    const kmsan = [
      "=====================================================",
      `BUG: KMSAN: uninit-value in ${top}+0x8e/0x100`,
      ...style.trace(frames).slice(name.includes("86") ? 2 : 1),
      "",
      "Uninit was created at:",
      " slab_alloc_node+0x12/0x34",
      " toy_alloc+0x12/0x34",
    ];
    expect.soft(titlesOf(kmsan), top).toBe("KMSAN: uninit-value in toy_guilty");
  }
});

test("a driver's function that is called as a helper is guilty where its file says so", () => {
  const style = styles["x86 with source places"] as (typeof styles)[string];
  for (const own of ["list_add_sorted", "memcpy_toio_toy", "kmalloc_toy", "lock_timer_base", "atomic_toy"]) {
    const lines = [
      `BUG: KASAN: slab-out-of-bounds in ${own}+0x8e/0x100 drivers/toy/toy.c:12`,
      "Write of size 4 at addr ffff888000000000 by task toy/70",
      identity(),
      ...style.trace([...kasanReporters, own, "toy_caller"]),
    ];
    expect.soft(titlesOf(lines)).toBe(`KASAN: slab-out-of-bounds Write in ${own}`);
  }
});

/** Warnings that a check raises on its caller's behalf: where, and what stands between it and the caller. */
const checks: readonly (readonly [title: string, at: string, between: readonly Fn[]])[] = [
  ["WARNING in toy_guilty", "kernel/sched/core.c:8700 __might_sleep", ["__mutex_lock"]],
  [
    "WARNING: kmalloc bug in toy_guilty",
    "mm/slab_common.c:996 kmalloc_slab",
    ["__do_kmalloc_node", "__kmalloc"],
  ],
  ["WARNING: kmalloc bug in toy_guilty", "mm/util.c:632 kvmalloc_node", []],
  ["WARNING: refcount bug in toy_guilty", "lib/refcount.c:28 refcount_warn_saturate", ["kref_put"]],
  [
    "WARNING: ODEBUG bug in toy_guilty",
    "lib/debugobjects.c:517 debug_print_object",
    ["debug_check_no_obj_freed", "kfree"],
  ],
  ["WARNING: kobject bug in toy_guilty", "lib/kobject.c:734 kobject_put", []],
  [
    "WARNING: proc registration bug in toy_guilty",
    "fs/proc/generic.c:377 proc_register",
    ["proc_create_data", "proc_create"],
  ],
  ["WARNING: locking bug in toy_guilty", "kernel/locking/lockdep.c:4726 lock_acquire", ["_raw_spin_lock"]],
  ["WARNING in toy_guilty", "kernel/rcu/srcutree.c:700 cleanup_srcu_struct", []],
  ["WARNING in toy_guilty", "kernel/irq/manage.c:1910 __free_irq", ["free_irq"]],
  ["WARNING in toy_guilty", "mm/vmalloc.c:2709 __vunmap", ["vfree"]],
  ["WARNING in toy_guilty", "drivers/clk/clk.c:1070 clk_core_disable", ["clk_disable"]],
  ["WARNING in toy_guilty", "drivers/regulator/core.c:2300 _regulator_put", ["regulator_put"]],
  ["WARNING in toy_guilty", "mm/slub.c:4500 kfree", []],
  ["WARNING in toy_guilty", "mm/slub.c:4500 free_large_kmalloc", ["kfree"]],
  ["WARNING in toy_guilty", "lib/idr.c:525 ida_free", []],
  ["WARNING in toy_guilty", "lib/percpu-refcount.c:179 percpu_ref_kill_and_confirm", []],
  ["WARNING in toy_guilty", "fs/sysfs/group.c:282 sysfs_remove_group", ["device_del"]],
  ["WARNING in toy_guilty", "kernel/kthread.c:710 kthread_stop", []],
  ["WARNING in toy_guilty", "kernel/softirq.c:376 __local_bh_enable_ip", ["_raw_spin_unlock_bh"]],
  ["WARNING in toy_guilty", "kernel/smp.c:800 smp_call_function_many_cond", ["on_each_cpu_cond_mask"]],
  [
    "WARNING: bad usercopy in toy_guilty",
    "mm/usercopy.c:74 usercopy_warn",
    ["__check_heap_object", "__check_object_size"],
  ],
  ["WARNING in toy_guilty", "mm/page_alloc.c:5100 __alloc_frozen_pages_noprof", ["alloc_pages_mpol"]],
  [
    "WARNING in toy_guilty",
    "net/core/skbuff.c:1191 skb_release_head_state",
    ["skb_release_all", "consume_skb"],
  ],
  ["WARNING in toy_guilty", "net/core/skbuff.c:100 skb_put", []],
  // A subsystem's own.
  ["WARNING in toy_guilty", "drivers/toy/toy.c:7 toy_guilty", []],
  ["WARNING in __queue_work", "kernel/workqueue.c:1400 __queue_work", ["queue_work_on"]],
  [
    "WARNING in rcu_note_context_switch",
    "kernel/rcu/tree_plugin.h:330 rcu_note_context_switch",
    ["__schedule"],
  ],
  ["WARNING in call_timer_fn", "kernel/time/timer.c:1600 call_timer_fn", []],
];

test.each(Object.entries(styles))(
  "a warning on its caller's behalf is the caller's, others stay: %s",
  (name, style) => {
    for (const [title, at, between] of checks) {
      const [place, fn] = at.split(" ") as [string, string];
      const file = place.replace(/:\d+$/, "");
      const own = title.endsWith(fn) ? [fn] : [];
      const frames = [
        ...between.map((one) => `${one}@${file}`),
        ...(own.includes("toy_guilty") ? [] : ["toy_guilty"]),
        ...ends,
      ];
      const frame = `${fn}@${file}`;
      const body = [
        "Modules linked in:",
        identity(1),
        ...style.registers(frame),
        ...style.trace(name.startsWith("x86") ? frames : [frame, ...frames]),
        "---[ end trace 0000000000000000 ]---",
      ];
      const headers: string[] = [
        `WARNING: CPU: 1 PID: 70 at ${place} ${fn}+0x12/0x34`,
        `WARNING: ${place} at ${fn}+0x12/0x34, CPU#1: toy/70`,
        // From 6.19 on, where the address is not known. mm/ has other warnings in these files, too.
        ...(title.includes("kmalloc bug") ? [] : [`WARNING: ${place} at 0x0, CPU#1: toy/70`]),
      ];
      for (const header of headers)
        expect.soft(titlesOf(["------------[ cut here ]------------", header, ...body]), header).toBe(title);
    }
  },
);

test("another task, CPU and address: the same warning", () => {
  const style = styles["x86 6.12"] as (typeof styles)[string];
  const fingerprints = ["toy/70", "toy:0/71", "kworker/u8:3/99"].map((task, cpu) =>
    errorsOf([
      `WARNING: kernel/toy.c:${58 + cpu} at 0x0, CPU#${cpu}: ${task}`,
      identity(cpu, "toy/7"),
      ...style.registers("toy_check"),
      ...style.trace(ends),
    ]).map(({ fingerprint }) => fingerprint),
  );
  expect(new Set(fingerprints.flat()).size).toBe(1);
});
