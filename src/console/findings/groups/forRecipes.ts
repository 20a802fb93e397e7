import type { Group } from "./group.ts";

/** What single kinds of reports skip beside the common groups. */

export const waitWrappers: Group = {
  reason: "a subsystem's own way to wait or to lock: who waits there is said by its caller",
  names: [
    "(?:\\w+_)?(?:lock|unlock|trylock|slowlock|lock_slow|lock_nested|lock_killable|lock_interruptible|lock_slowpath|lock_common|lock_wait)(?:_\\w{1,12})?",
    "_*lock_(?:sock|page|buffer|folio|super|two)\\w*",
    "_*(?:\\w+_)?(?:wait|waiton|waits)(?:_\\w+)?",
    "(?:\\w+_)?(?:completion|rwsem|semaphore)(?:_\\w+)?",
    "kthread_\\w+",
    "sb_(?:start|end)_\\w+",
    "__sb_start_write",
    "mnt_want_write\\w*",
    "super_lock\\w*",
    "percpu_\\w+",
    "blk_mq_freeze_queue\\w*",
    "del_timer_sync",
    "_*fdget_pos",
  ],
};

export const usbTransfers: Group = {
  reason: "hands a driver's transfer to usb_submit_urb, and waits for it",
  names: [
    "usb_submit_urb",
    "usb_start_wait_urb",
    "usb_(?:internal_)?(?:bulk|control|interrupt)_msg(?:_(?:send|recv))?",
  ],
};

export const ownLocks: Group = {
  reason: "takes the lock of a socket or inode for whoever uses that",
  names: ["_*lock_sock(?:_nested|_fast)?", "inode_lock(?:_shared)?(?:_nested|_killable)?"],
};

export const objectOwners: Group = {
  reason: "allocates a common kind of object, such as a packet, socket, inode or file, for whoever leaks it",
  names: [
    "_*(?:alloc|build|napi_alloc|netdev_alloc)_skb\\w*",
    "_*napi_(?:alloc|build)_skb\\w*",
    "alloc_skb_with_frags",
    "_*skb_(?:clone|copy|realloc|expand)\\w*",
    "_*pskb_\\w+",
    "sock_(?:alloc|wmalloc|kmalloc|omalloc)(?:_\\w+)?",
    "sk_(?:alloc|prot_alloc|clone\\w*)",
    "(?:_*d_alloc|alloc_inode|new_inode|alloc_file|alloc_empty_file|getname)\\w*",
    "(?:alloc|dup|prepare|copy)_(?:creds?|task_struct|fd|pid|mnt_ns)\\w*",
    "prepare_creds",
    "(?:security|lsm)_\\w*alloc\\w*",
    "alloc_(?:netdev|etherdev)_\\w+",
    "_*dev_(?:alloc|kmalloc)\\w*",
    "nla_memdup\\w*",
    "kvzalloc\\w*",
    "_*kobject_\\w+",
    "memdup_\\w+",
  ],
};

export const atomicContext: Group = {
  reason: "sleeps as it is meant to; its caller was in atomic context",
  names: [
    "rt_(?:spin|read|write)_\\w+",
    "_*(?:cond_)?resched\\w*",
    "(?:get|put)_online_cpus",
    "cpus_read_lock",
    "cpu_hotplug_\\w+",
    "(?:vm_)?unmap_\\w+",
    "lock_sock(?:_nested|_fast)?",
    "rtnl_lock",
    "synchronize_net",
    "down_\\w+",
    "get_user_pages\\w*",
    "_*might_\\w+",
  ],
};
