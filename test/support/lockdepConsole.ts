/** What lockdep says of `rcutorture.test_srcu_lockdep`'s deadlock, and how the guest ends after it. */
export const deadlockConsole = [
  "[    0.000000] Linux version 6.12.0 (x)",
  "[    1.000000] srcu-torture:--- Start of test: nreaders=1 stat_interval=15 test_srcu_lockdep=1001",
  "[    1.100000] rcutorture: srcu_lockdep_next: Deadlock-inducing unlocks.",
  "[    1.200000] ",
  "[    1.200001] ============================================",
  "[    1.200002] WARNING: possible recursive locking detected",
  "[    1.200003] 6.12.0 #1 Not tainted",
  "[    1.200004] --------------------------------------------",
  "[    1.200005] swapper/0/1 is trying to acquire lock:",
  "[    1.200006] ffffffff8a123480 (srcu_test0){....}-{0:0}, at: rcu_torture_init_srcu_lockdep+0x131/0x330",
  "[    1.200007] ",
  "[    1.200008] but task is already holding lock:",
  "[    1.200009] ffffffff8a123480 (srcu_test0){.+.+}-{0:0}, at: rcu_torture_init_srcu_lockdep+0x10f/0x330",
  "[    1.200010] ",
  "[    1.200011] stack backtrace:",
  "[    1.200012] CPU: 0 UID: 0 PID: 1 Comm: swapper/0 Not tainted 6.12.0 #1",
  "[    1.200013] Call Trace:",
  "[    1.200014]  <TASK>",
  "[    1.200015]  dump_stack_lvl+0x5d/0x80",
  "[    1.200016]  print_deadlock_bug+0x178/0x250",
  "[    1.200017]  __lock_acquire+0x12/0x34",
  "[    1.200018]  rcu_torture_init_srcu_lockdep+0x131/0x330",
  "[    1.200019]  rcu_torture_init+0x2b/0x1a50",
  "[    1.200020]  do_one_initcall+0x5b/0x300",
  "[    1.200021]  </TASK>",
  "[   20.000000] srcu-torture: rtc: 00000000 ver: 200 tfle: 0 rta: 201 rtaf: 0 rtf: 190 rtmbe: 0",
  "[   20.500000] srcu-torture:--- End of test: SUCCESS: nreaders=1 stat_interval=15",
  "[   20.600000] reboot: Power down",
  "",
].join("\n");

/** A scale test's guest whose writers took so long, in microseconds. */
export const scaleConsole = (microseconds: readonly number[]): string =>
  [
    "[    0.000000] Linux version 6.12.0 (x)",
    "[    1.000000] rcu-scale:--- Start of test: gp_async=0 nreaders=1 nwriters=1 verbose=1",
    ...microseconds.map(
      (duration, i) => `[   21.000000] rcu-scale:    0 writer-duration:     ${i} ${duration * 1000}`,
    ),
    "[   21.500000] rcu-scale: start: 5215487651 end: 5915487651 duration: 700000000 gps: 40 batches: 77",
    "[   21.600000] reboot: Power down",
    "",
  ].join("\n");
