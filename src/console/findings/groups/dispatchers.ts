import { entries } from "./entries.ts";
import { membersOf } from "./group.ts";
import { waiting } from "./waiting.ts";

/**
 * Functions that call what others gave them. The one that a dispatcher called names the work that a CPU was busy with,
 * and stays the same wherever in its loops the CPU was caught. The innermost dispatcher counts.
 */
export const dispatchers = {
  bottoms: entries.bottoms,
  softirqs: waiting.softirqs,
  timers: {
    reason: "calls a timer's function",
    names: [
      "call_timer_fn",
      "expire_timers",
      "__?run_timers?(?:_base)?\\w*",
      "run_timer_softirq",
      "_*hrtimer_run_(?:queues|softirq)\\w*",
      "__run_hrtimer",
      "hrtimer_interrupt",
      "call_(?:console_drivers|handler)",
    ],
  },
  work: {
    reason: "calls a work item's function, a kthread worker's, a thread's",
    names: [
      "process_(?:one_work|scheduled_works)",
      "worker_thread",
      "smpboot_thread_fn",
      "kthread_worker_fn",
      "task_work_run",
      "irq_work_run\\w*",
      "io_worker_handle_work",
      "irq_thread\\w*",
      "padata_\\w+_worker",
    ],
  },
  interruptHandlers: {
    reason: "calls a driver's interrupt handler",
    names: ["_*handle_irq_event\\w*", "handle_(?:edge|level|fasteoi|simple)_irq"],
  },
  crossCalls: {
    reason: "calls a function that another CPU sent",
    names: [
      "_*flush_smp_call_function_queue",
      "flush_smp_call_function_queue",
      "generic_smp_call_function_\\w+",
      "_*sysvec_call_function\\w*",
      "multi_cpu_stop",
      "cpu_stopper_thread",
      "cpuhp_(?:invoke_callback\\w*|thread_fun)",
    ],
  },
  files: {
    reason: "reads, writes or controls through a file's own operations",
    names: [
      "_*vfs_\\w+",
      "(?:ksys|SyS|SYSC|C_SYSC|compat_SyS|(?:__(?:se|do|x64|ia32|arm64|s390x?|riscv|powerpc|loongarch)_)?(?:compat_)?sys)_(?:ioctl|p?(?:read|write)(?:v2?|64)?|mmap(?:_pgoff|2)?|bind|connect|send(?:to|m?msg)|recv(?:from|m?msg)|[gs]etsockopt)",
      "do_vfs_ioctl",
      "(?:compat_)?(?:do_)?vfs_ioctl",
      "file_ioctl",
      "new_sync_(?:read|write)",
      "call_(?:read|write)_iter",
      "do_iter_\\w+",
      "do_loop_readv_writev\\w*",
      "(?:do_|kernel_)?(?:read|write)(?:v|_iter)?",
      "do_splice\\w*",
      "splice_(?:direct_to_actor|file_\\w+)",
      "do_sendfile",
      "iterate_dir",
      "do_dentry_open",
      "__?_?_?fput(?:_sync)?",
      "seq_read\\w*",
      "io_(?:issue_sqe|submit_sqes)",
    ],
  },
  attributes: {
    reason: "reads or writes a file of /proc, /sys or debugfs by the operation that its owner registered",
    names: [
      "proc_reg_\\w+",
      "(?:pde_)?proc_sys_(?:call_handler|read|write)",
      "proc_(?:single_show|pid_\\w+)",
      "kernfs_(?:fop_(?:write|read|open)(?:_iter)?|seq_show)",
      "sysfs_kf_\\w+",
      "(?:kobj|dev|drv|bus|class|module)_attr_(?:show|store)",
      "configfs_(?:write|read)_(?:bin_)?(?:file|iter)",
      "(?:full_proxy|debugfs_attr|simple_attr)_\\w+",
    ],
  },
  drivers: {
    reason: "binds devices to drivers and parts them, by the functions that the driver registered",
    names: [
      "(?:really|call_driver|driver|_+driver)_probe(?:_device)?",
      "_*driver_(?:attach|detach|register|unregister)",
      "_*device_(?:attach_driver|release_driver(?:_internal)?|remove)",
      "bus_(?:for_each_(?:dev|drv)|probe_device|remove_(?:device|driver)|add_(?:device|driver))",
      "(?:platform|i2c_device|virtio_dev|spi|pci_device|auxiliary_bus|amba|sdio_bus|pnp_device|serio_driver|scsi_bus|nd_bus|vmbus|xenbus_dev)_(?:probe|remove)",
      "local_pci_probe",
      "usb_(?:probe|unbind)_(?:interface|device)",
      "(?:__(?:se|do|x64|ia32|arm64|s390x?|riscv|powerpc|loongarch)_)?sys_delete_module",
    ],
  },
  mounts: {
    reason: "has a file system read its super block",
    names: ["legacy_get_tree", "get_tree_\\w+", "mount_(?:bdev|nodev|single|mtd)", "do_new_mount"],
  },
  mappings: {
    reason: "maps memory through a file's own operation, serves page faults, ends address spaces",
    names: [
      "call_mmap",
      "_*mmap_(?:region|file)\\w*",
      "do_mmap\\w*",
      "__do_fault",
      "do_(?:user_addr|mem)_fault",
      "do_user_addr_fault",
      "_*do_page_fault",
      "handle_page_fault",
      "(?:asm_)?exc_page_fault",
      "_*async_page_fault",
      "page_fault",
      "do_mem_abort",
      "_*mmput",
      "exit_mm",
    ],
  },
  sockets: {
    reason: "calls a protocol's own operations",
    names: [
      "_*sock_(?:sendmsg|recvmsg|ioctl|do_ioctl|release)\\w*",
      "sock_(?:read|write)_iter",
      "kernel_(?:sendmsg|recvmsg|connect|bind|accept|listen|sendpage)\\w*",
      "_*sys_(?:sendmsg|recvmsg|sendmmsg|recvmmsg|sendto|recvfrom|connect|bind|accept4?|setsockopt|getsockopt|listen|shutdown)(?:_file)?",
      "do_sock_[gs]etsockopt",
      "sock_common_\\w+",
    ],
  },
  netlink: {
    reason: "calls the handler of a netlink message",
    names: [
      "netlink_(?:rcv_skb|unicast\\w*|sendmsg|dump)",
      "rtnetlink_rcv(?:_msg)?",
      "genl_(?:rcv|rcv_msg|family_rcv_msg\\w*)",
      "nfnetlink_rcv\\w*",
      "xfrm_(?:user_rcv_msg|netlink_rcv)",
      "sock_diag_rcv\\w*",
      "rtnl_(?:dumpit|dump_all)",
    ],
  },
  packets: {
    reason: "hands a packet to the protocol or driver that asked for it",
    names: [
      "_*netif_receive_skb\\w*",
      "net_rx_action",
      "_*napi_(?:poll|threaded_poll\\w*|busy_loop)",
      "process_backlog",
      "_*netif_rx\\w*",
      "napi_(?:gro_receive|skb_finish|complete_done)",
      "ip6?_protocol_deliver_rcu",
    ],
  },
  startup: {
    reason: "calls an initialisation function",
    names: [
      "do_one_initcall\\w*",
      "do_initcalls?\\w*",
      "kernel_init\\w*",
      "do_init_module",
      "arch_call_rest_init",
    ],
  },
  exits: {
    reason: "ends a task",
    names: ["do_exit", "do_group_exit", "get_signal", "exit_files", "exit_task_work"],
  },
} as const;

/** Whether a function is a dispatcher. */
export const isDispatcher = membersOf(
  Object.values(dispatchers).map(({ reason, names }) => ({ reason, names })),
);

const idle = membersOf([
  {
    reason: "the CPU has nothing to do",
    names: [
      "\\w*(?:idle|mwait|cpuidle)\\w*",
      "\\w*_(?:safe_)?halt",
      "cpu_startup_entry",
      "start_secondary",
      "cpu_do_idle",
      "rest_init",
      "start_kernel",
      "secondary_startup\\w*",
    ],
  },
]);
/** Whether a function is the idle loop's. */
export const isIdle = idle;

/** What runs when a CPU's own tick or an NMI asks what it does: above the interrupt entry, never the one at fault. */
export const isStallReporter = membersOf([
  {
    reason: "notices and prints a stall or lockup from the tick or an NMI",
    names: [
      "_*dump_stack\\w*",
      "show_(?:stack|regs|trace)\\w*",
      "sched_show_task",
      "dump_(?:cpu_task|backtrace\\w*)",
      "rcu_(?!torture)\\w*stall\\w*",
      "rcu_dump_cpu_stacks\\w*",
      "(?:print|check)_(?:cpu|other_cpu|gp)_stall\\w*",
      "rcu_(?:pending|check_callbacks|check_gp_kthread\\w*|sched_clock_irq|sched_clock_irq\\w*)",
      "__rcu_pending",
      "nmi_(?:cpu_backtrace|trigger)\\w*",
      "arch_trigger_\\w*backtrace",
      "trigger_\\w*backtrace",
      "watchdog_(?:timer_fn|overflow_callback|hardlockup\\w*|check_\\w+|buddy\\w*)",
      "is_(?:soft|hard)lockup",
      "panic",
      "update_process_times",
      "scheduler_tick",
      "sched_tick",
      "tick_(?:sched|nohz|handle|periodic)\\w*",
      "perf_event_nmi_handler",
      "(?:default_do|do|exc|asm_exc)_nmi",
      "_*sysrq_\\w+",
    ],
  },
]);
