/** Files of a run directory, as `kvm.sh` and its helpers name them. */
export const runFiles = {
  batches: "batches",
  /** Data races of all consoles, by `kcsan-collapse.sh`. */
  kcsan: "kcsan.sum",
  log: "log",
  /** Its presence tells `kvm-find-errors.sh` that a `--buildonly` log is not the end of the story. */
  remoteLog: "remote-log",
  reRun: "re-run",
  results: "results.json",
  scenarios: "scenarios",
  /** Older kernels wrote the second name. */
  suite: ["torture_suite", "TORTURE_SUITE"],
  testId: "testid.txt",
} as const;

/** Files of one guest's folder. */
export const guestFiles = {
  buildOnly: "buildonly",
  config: ".config",
  configFragment: "ConfigFragment",
  configFragmentInput: "ConfigFragment.input",
  console: "console.log",
  diagnostics: "console.log.diags",
  /** Behind the name of a console: the ftrace dumps cut out of it. */
  ftraceSuffix: ".ftrace",
  makeDefconfig: "Make.defconfig.out",
  makeOut: "Make.out",
  qemuCmd: "qemu-cmd",
  qemuOutput: "qemu-output",
  qemuRetval: "qemu-retval",
  runOutput: "kvm-test-1-run-qemu.sh.out",
  vmlinux: "vmlinux",
  warnings: "Warnings",
} as const;

/** Where the console of a failed sample is kept, in its guest's folder. */
export function sampleConsole(sample: number): string {
  return `console.sample-${sample}.log.zst`;
}

/** `kvm.sh`'s default name of a run directory: local date and time. */
export function datestamp(now: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join(".");
  return `${date}-${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(".")}`;
}
