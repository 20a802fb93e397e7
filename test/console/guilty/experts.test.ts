import { expect, test } from "vitest";
import { identity, prefixes, titlesOf } from "./styles.ts";

/**
 * Reports as real machines print them, with the name that a kernel developer gave each before it was run: a table of
 * header lines and of a stack in short. In a stack, `=f` is the registers' function, `~f` an unreliable frame,
 * `f@file!` one inlined, `[m]` a module, and marks stand for themselves.
 */
const line = (word: string): string => {
  if (word.startsWith("<")) return ` ${word}`;
  if (word.startsWith("=")) return `RIP: 0010:${word.slice(1)}+0x1d/0x40`;
  const [name = "", file] = word.replace(/^~/, "").split("@");
  const [bare, module] = name.split("%");
  const mark = word.startsWith("~") ? " ? " : " ";
  if (file?.endsWith("!")) return `${mark}${bare} ${file.slice(0, -1)}:17 [inline]`;
  return `${mark}${bare}+0x5a/0x1c0${module ? ` [${module}]` : ""}${file ? ` ${file}:31` : ""}`;
};
const stack = (words: string): string[] => {
  const [first = "", ...rest] = words.split(/\s+(?![^<]*>)/);
  return first.startsWith("=")
    ? [line(first), "Call Trace:", ...rest.map(line)]
    : ["Call Trace:", line(first), ...rest.map(line)];
};

const kthread = "kthread ret_from_fork ret_from_fork_asm </TASK>";
const work = `process_one_work worker_thread ${kthread}`;
const call = (name: string): string =>
  `__x64_sys_${name} do_syscall_64 entry_SYSCALL_64_after_hwframe </TASK>`;
const tick =
  "<IRQ> ~rcu_sched_clock_irq ~update_process_times ~hrtimer_interrupt </IRQ> <TASK> ~asm_sysvec_apic_timer_interrupt";
const stalled = [
  "rcu: INFO: rcu_preempt self-detected stall on CPU",
  "rcu: \t0-....: (10499 ticks this GP) idle=5e5c/1/0x4000000000000000 softirq=24161/24163 fqs=5248",
  "rcu: \t(t=10500 jiffies g=31245 q=512 ncpus=2)",
  identity(0),
];
const soft = ["watchdog: BUG: soft lockup - CPU#0 stuck for 26s! [toy:70]", identity(0)];
const blocked = [
  "INFO: task toy:70 blocked for more than 143 seconds.",
  "      Not tainted 6.9.0 #1",
  '"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.',
  "task:toy             state:D stack:25032 pid:70    tgid:70    ppid:1      flags:0x00004006",
];
const lockdep = (what: string, ...at: string[]): string[] => [
  "======================================================",
  `WARNING: ${what} detected`,
  "6.9.0 #1 Not tainted",
  "------------------------------------------------------",
  "toy/70 is trying to acquire lock:",
  ...at.map((place) => `ffff88807e2c1130 (&toy->lock){+.+.}-{3:3}, at: ${place}`),
  "",
  "but task is already holding lock:",
  "ffff8880271ab730 (&toy->other){+.+.}-{3:3}, at: toy_other+0x378/0x5f0 drivers/toy/toy.c:319",
  "",
  "stack backtrace:",
  identity(0),
];

const reports: readonly (readonly [title: string, header: readonly string[], stack: string])[] = [
  [
    "INFO: rcu detected stall in ext4_file_write_iter",
    stalled,
    `=check_kcov_mode ${tick} write_comp_data ext4_map_blocks generic_perform_write ext4_file_write_iter do_iter_readv_writev vfs_writev do_pwritev ${call("pwritev2")}`,
  ],
  [
    "INFO: rcu detected stall in advance_sched",
    stalled,
    "=taprio_set_budgets <IRQ> advance_sched __hrtimer_run_queues hrtimer_interrupt sysvec_apic_timer_interrupt </IRQ> <TASK> asm_sysvec_apic_timer_interrupt filemap_map_pages handle_mm_fault exc_page_fault asm_exc_page_fault </TASK>",
  ],
  [
    "INFO: rcu detected stall in nvme_irq",
    stalled,
    "=nvme_process_cq <IRQ> nvme_irq%nvme __handle_irq_event_percpu handle_irq_event handle_edge_irq __common_interrupt common_interrupt </IRQ> <TASK> asm_common_interrupt copyout filemap_read vfs_read",
  ],
  [
    "INFO: rcu detected stall in br_handle_frame",
    stalled,
    `=memset_erms ${tick} kmem_cache_alloc skb_clone br_flood br_handle_frame_finish br_handle_frame __netif_receive_skb_core __netif_receive_skb process_backlog __napi_poll net_rx_action __do_softirq run_ksoftirqd smpboot_thread_fn ${kthread}`,
  ],
  [
    "INFO: rcu detected stall in ip_list_rcv",
    stalled,
    "=fib_rules_lookup <IRQ> ip_route_input_slow ip_sublist_rcv ip_list_rcv __netif_receive_skb_list_core netif_receive_skb_list_internal napi_complete_done virtnet_poll __napi_poll net_rx_action __do_softirq irq_exit_rcu common_interrupt </IRQ> <TASK> asm_common_interrupt",
  ],
  [
    "INFO: rcu detected stall in tc_modify_qdisc",
    stalled,
    `=pfifo_fast_reset ${tick} qdisc_reset dev_deactivate qdisc_graft tc_modify_qdisc rtnetlink_rcv_msg netlink_rcv_skb netlink_unicast netlink_sendmsg __sock_sendmsg ____sys_sendmsg __sys_sendmsg ${call("sendmsg")}`,
  ],
  [
    "INFO: rcu detected stall in hfs_fill_super",
    stalled,
    `=hfs_bnode_read ${tick} hfs_brec_find hfs_fill_super mount_bdev legacy_get_tree vfs_get_tree do_new_mount path_mount ${call("mount")}`,
  ],
  [
    "INFO: rcu detected stall in hfs_fill_super",
    stalled,
    `=hfs_bnode_read ${tick} hfs_brec_find hfs_fill_super get_tree_bdev_flags vfs_get_tree do_new_mount path_mount ${call("mount")}`,
  ],
  [
    "INFO: rcu detected stall in usb_giveback_urb_bh",
    stalled,
    `=console_flush_all ${tick} vprintk_emit _dev_err xpad_irq_in __usb_hcd_giveback_urb usb_giveback_urb_bh process_one_work bh_worker workqueue_softirq_action tasklet_action handle_softirqs run_ksoftirqd smpboot_thread_fn ${kthread}`,
  ],
  [
    "INFO: rcu detected stall in multi_cpu_stop",
    stalled,
    `=multi_cpu_stop <TASK> cpu_stopper_thread smpboot_thread_fn ${kthread}`,
  ],
  [
    "INFO: rcu detected stall in p9_read_work",
    [
      "rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:",
      "rcu: \tTasks blocked on level-0 rcu_node (CPUs 0-3): P44",
      "rcu: \t(detected by 2, t=6502 jiffies, g=9921, q=111 ncpus=4)",
      "task:kworker/3:1     state:R  running task     stack:0     pid:44    ppid:2      flags:0x00000008",
      "Workqueue: events p9_read_work",
    ],
    "__switch_to __schedule preempt_schedule_irq arm64_preempt_schedule_irq el1_interrupt el1h_64_irq_handler el1h_64_irq __rcu_read_unlock p9_tag_lookup p9_read_work process_one_work worker_thread kthread ret_from_fork",
  ],
  [
    "INFO: rcu detected stall in unix_stream_sendmsg",
    [
      "rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:",
      "rcu: \t2-...!: (1 GPs behind) idle=8a9c/1/0x4000000000000000 softirq=12190/12191 fqs=4",
      "rcu: \t(detected by 0, t=10502 jiffies, g=19245, q=212 ncpus=4)",
      "Sending NMI from CPU 0 to CPUs 2:",
      "NMI backtrace for cpu 2",
      identity(2),
    ],
    `=native_queued_spin_lock_slowpath <NMI> ~nmi_handle </NMI> <TASK> _raw_spin_lock skb_queue_tail unix_stream_sendmsg ____sys_sendmsg __sys_sendmsg ${call("sendmsg")}`,
  ],
  [
    "BUG: soft lockup in kvm_vcpu_ioctl",
    soft,
    `=kvm_mmu_zap_oldest_mmu_pages ${tick} kvm_mmu_page_fault%kvm vcpu_enter_guest%kvm kvm_arch_vcpu_ioctl_run%kvm kvm_vcpu_ioctl%kvm ${call("ioctl")}`,
  ],
  ["BUG: soft lockup in kswapd", soft, `=shrink_slab <TASK> shrink_node balance_pgdat kswapd ${kthread}`],
  [
    "BUG: soft lockup in sys_madvise",
    soft,
    `=__page_table_check_zero <TASK> free_unref_folios tlb_flush_mmu unmap_page_range do_madvise ${call("madvise")}`,
  ],
  [
    "INFO: task hung in rtnl_lock",
    blocked,
    `<TASK> __schedule schedule __mutex_lock rtnl_lock addrconf_dad_work ${work}`,
  ],
  [
    "INFO: task hung in wdm_flush",
    blocked,
    `<TASK> __schedule schedule wdm_wait_for_response@drivers/usb/class/cdc-wdm.c! wdm_flush filp_close ${call("close")}`,
  ],
  [
    "INFO: task hung in nbd_disconnect_and_put",
    blocked,
    `<TASK> __schedule schedule schedule_timeout wait_for_completion __flush_workqueue nbd_disconnect_and_put nbd_genl_disconnect genl_rcv_msg ${call("sendmsg")}`,
  ],
  [
    "INFO: task hung in do_rmdir",
    blocked,
    `<TASK> __schedule schedule rwsem_down_write_slowpath down_write_nested inode_lock_nested@include/linux/fs.h! do_rmdir ${call("rmdir")}`,
  ],
  [
    "INFO: task hung in do_user_addr_fault",
    blocked,
    "<TASK> __schedule schedule rwsem_down_read_slowpath down_read do_user_addr_fault exc_page_fault asm_exc_page_fault </TASK>",
  ],
  [
    "possible deadlock in tcp_close",
    lockdep(
      "possible circular locking dependency",
      "lock_sock include/net/sock.h:1691 [inline]",
      "tcp_close+0x1c/0xc0 net/ipv4/tcp.c:2921",
    ),
    "<TASK> dump_stack_lvl@lib/dump_stack.c check_noncircular@kernel/locking/lockdep.c lock_sock_nested@net/core/sock.c tcp_close@net/ipv4/tcp.c smc_clcsock_release@net/smc/smc_close.c",
  ],
  [
    "possible deadlock in ocfs2_evict_inode",
    lockdep(
      "possible circular locking dependency",
      "inode_lock include/linux/fs.h:869 [inline]",
      "ocfs2_remove_inode fs/ocfs2/inode.c:733 [inline]",
      "ocfs2_wipe_inode fs/ocfs2/inode.c:896 [inline]",
      "ocfs2_evict_inode+0x156c/0x4000 fs/ocfs2/inode.c:1299",
    ),
    "<TASK> dump_stack_lvl check_noncircular down_write ocfs2_evict_inode evict",
  ],
  [
    "possible deadlock in hci_unregister_dev",
    lockdep(
      "possible circular locking dependency",
      "rcu_lock_acquire include/linux/rcupdate.h:337 [inline]",
      "start_flush_work kernel/workqueue.c:4137 [inline]",
      "__flush_work+0xe4/0xc60 kernel/workqueue.c:4195",
    ),
    "<TASK> dump_stack_lvl@lib/dump_stack.c check_noncircular@kernel/locking/lockdep.c __flush_work@kernel/workqueue.c hci_unregister_dev@net/bluetooth/hci_core.c vhci_release@drivers/bluetooth/hci_vhci.c",
  ],
  [
    "WARNING: lock held when returning to user space in tun_get_user",
    [
      "================================================",
      "WARNING: lock held when returning to user space!",
      "6.9.0 #1 Not tainted",
      "------------------------------------------------",
      "toy/70 is leaving the kernel with locks still held!",
      "1 lock held by toy/70:",
      " #0: ffffffff8e130ae0 (rcu_read_lock){....}-{1:2}, at: rcu_lock_acquire include/linux/rcupdate.h:298 [inline]",
      " #0: ffffffff8e130ae0 (rcu_read_lock){....}-{1:2}, at: rcu_read_lock include/linux/rcupdate.h:750 [inline]",
      " #0: ffffffff8e130ae0 (rcu_read_lock){....}-{1:2}, at: tun_get_user+0x1c1b/0x4910 drivers/net/tun.c:1920",
    ],
    "",
  ],
  [
    "WARNING: suspicious RCU usage in imx6q_enter_wait",
    [
      "=============================",
      "WARNING: suspicious RCU usage",
      "-----------------------------",
      "include/trace/events/power.h:20 suspicious rcu_dereference_check() usage!",
      "RCU used illegally from idle CPU!",
      "stack backtrace:",
      identity(0),
    ],
    "dump_stack_lvl lockdep_rcu_suspicious trace_cpu_idle imx6q_enter_wait cpuidle_enter_state do_idle",
  ],
  [
    "WARNING: locking bug in l2cap_sock_kill",
    [
      "DEBUG_LOCKS_WARN_ON(1)",
      "WARNING: CPU: 1 PID: 70 at kernel/locking/lockdep.c:232 __lock_acquire+0x573/0x2040",
      identity(1),
    ],
    "=__lock_acquire <TASK> lock_acquire _raw_spin_lock_bh lock_sock_nested l2cap_sock_kill l2cap_sock_release",
  ],
];

test("reports of real machines are named as a kernel developer would", () => {
  const lines = ([, header, words]: (typeof reports)[number]): string[] =>
    words === "" ? [...header] : [...header, ...stack(words)];
  const seen = reports.map((report) => prefixes.map((prefix) => titlesOf(lines(report), prefix)));
  expect(seen).toEqual(reports.map(([title]) => prefixes.map(() => title)));
});
