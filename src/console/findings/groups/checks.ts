import type { Group } from "./group.ts";

/**
 * Checks that warn on their caller's behalf: whoever called them broke the rule. Every other WARNING is blamed on the
 * function in which it stands, also where that is a helper of its subsystem: developers know such bugs by its name
 * (`WARNING in mark_buffer_dirty`, `dst_release`, `__queue_work`, `rcu_note_context_switch`), and what its callers did
 * wrong is seldom on the stack.
 */
export const callersChecks: readonly Group[] = [
  {
    reason: "prints the warning",
    names: [
      "warn_slowpath\\w*",
      "__?warn\\w*",
      "report_bug",
      "(?:usercopy|refcount)_warn\\w*",
      "debug_print_object",
    ],
  },
  {
    reason: "lib/ and the slab allocator check what callers hand over",
    files: [
      "lib/(?!tests?[/_-]|.*[_-]?(?:kunit|selftest))[\\w/-]+\\.c",
      "mm/(?:slab|slub|util|usercopy|mempool)\\w*\\.c",
    ],
    names: [
      "_*kv?[mcz]?alloc\\w*_(?:noprof|node|large|order|slab)\\w*",
      "_*kv?[mcz]alloc",
      "kmalloc_(?:slab|large|fix_flags)\\w*",
      "k?v?free(?:_\\w+)?",
      "_*kmem_cache_(?:create|destroy|free|alloc|shrink)\\w*",
      "_*cache_(?:from_obj|free_debugcheck)\\w*",
      "free_large_kmalloc",
      "check_(?:copy_size|heap_object)",
    ],
  },
  {
    reason: "checks counters of references, lists and tables of their owner",
    names: [
      "_*refcount_\\w+",
      "kref_\\w+",
      "_*list_(?:add|del)\\w*_valid\\w*",
      "_*(?:percpu_)?ref_(?:tracker|switch)_\\w+",
      "_*percpu_ref_\\w+",
      "id[ra]_\\w+",
      "_*xas?_\\w+",
      "_*iov_iter_\\w+",
      "_*rhashtable_\\w+",
      "kobject_\\w+",
      "kset_\\w+",
      "debug_(?:object|mutex|rt_mutex|check_no_obj|spin)\\w*",
      "_*debug_object\\w*",
    ],
  },
  {
    reason: "checks how drivers map and unmap memory for devices",
    files: ["kernel/dma/debug\\.c", "lib/dma-debug\\.c"],
    names: [
      "(?:add_dma_entry|check_(?:unmap|sync|for_stack|for_illegal_area|sg_segment))",
      "debug_dma_\\w+",
      "_*dma_(?:un)?map_\\w+",
      "dma_sync_\\w+",
    ],
  },
  {
    reason: "starts and stops timers that others own; running them is its own part",
    names: [
      "_*(?:add|mod|del|delete|shutdown)_(?:singleshot_)?timer\\w*",
      "_*timer_(?:delete|shutdown|reduce)\\w*",
      "_*hrtimer_(?:start|cancel|try_to_cancel|forward)\\w*",
    ],
  },
  {
    reason: "checks the context that its caller is in",
    names: [
      "_*might_(?:sleep|fault|resched|alloc)\\w*",
      "_*lockdep_\\w+",
      "_*lock_(?:acquire|release|set|pin|unpin|downgrade|is_held|repin)\\w*",
      "(?:check|mark)_(?:flags|held_locks|lock)\\w*",
      "check_(?:flush_dependency|preemption_disabled)",
      "_*local_bh_(?:enable|disable)\\w*",
      "_*(?:mutex|down|up|rt_mutex|ww_mutex|spin)_(?:lock|unlock|read|write|trylock)\\w*",
      "_*mutex_(?:lock|unlock)_?\\w*",
      "_*(?:smp_call_function|on_each_cpu)\\w*",
      "_*(?:cond_)?synchronize_\\w+",
      "_*call_s?rcu\\w*",
    ],
  },
  {
    reason: "registers or destroys what its caller owns, and finds it already there or still in use",
    names: [
      "cleanup_srcu_struct\\w*",
      "_*proc_(?:register|create|mkdir|symlink|remove)\\w*",
      "remove_proc_(?:entry|subtree)",
      "_*sysfs_(?:warn_dup|create|remove)\\w*",
      "sysfs_remove_group",
      "_*kernfs_(?:remove|add|get|put)\\w*",
      "_*debugfs_(?:create|remove)\\w*",
      "_*kthread_(?:stop|bind|park|unpark|queue)\\w*",
      "(?:destroy|drain|_*flush)_workqueue",
      "_*flush_work\\w*",
      "_*cancel_work\\w*",
      "tasklet_\\w+",
      "_*free_(?:percpu_)?(?:irq|nmi)",
      "_*vunmap\\w*",
    ],
  },
  {
    reason: "counts what a driver switches on and off, and finds that driver off by one",
    names: [
      "_*(?:enable|disable)_(?:percpu_)?(?:irq|nmi)\\w*",
      "_*clk_(?:core_)?(?:enable|disable|prepare|unprepare|put)\\w*",
      "_*regulator_(?:put|enable|disable)\\w*",
    ],
  },
];
