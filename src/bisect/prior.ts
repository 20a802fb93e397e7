/** How much more often than a commit to a driver one to such files breaks a torture test. First match wins. */
const weights: readonly (readonly [RegExp, number])[] = [
  [
    /^(kernel\/rcu\/|kernel\/torture\.c$|include\/linux\/(rcu|srcu|torture|rculist)|include\/trace\/events\/rcu)/,
    32,
  ],
  [/^tools\/testing\/selftests\/rcutorture\//, 8],
  [/^(kernel\/locking\/|include\/linux\/(lockdep|mutex|rwsem|spinlock|seqlock|atomic)|kernel\/smp)/, 16],
  [/^(kernel\/(sched|time|irq|entry|cpu|softirq|kthread|workqueue|stop_machine|context_tracking)|init\/)/, 8],
  [/^(kernel\/|mm\/|lib\/|include\/)/, 4],
  [/^arch\/(x86|arm64|powerpc|s390|riscv)\//, 4],
  [/^(Documentation|samples|scripts|tools|LICENSES|MAINTAINERS|CREDITS)/, 0.1],
  [/^(drivers|sound|arch)\//, 0.5],
  [/./, 1],
];

/** What the other suites torture. */
const bySuite: Readonly<Record<string, RegExp>> = {
  lock: /^(kernel\/locking\/|include\/linux\/(lockdep|mutex|rwsem|spinlock|seqlock|rtmutex|ww_mutex))/,
  scf: /^(kernel\/(smp|scftorture|irq_work)|include\/linux\/smp)/,
};

/** A merge by itself: two sides that are each right, and not together. */
const mergeWeight = 0.5;

function weightOf(path: string, own: RegExp | undefined): number {
  if (own?.test(path)) return 32;
  return weights.find(([pattern]) => pattern.test(path))?.[1] ?? 1;
}

/**
 * How probable it is that each commit is the first bad one, by what they touch, before anything was run; sums to 1.
 * @param suite torture suite that fails
 * @param even all alike
 */
export function priorOf(
  commits: readonly { readonly paths: readonly string[] }[],
  suite: string,
  even: boolean,
): number[] {
  const own = bySuite[suite];
  const each = commits.map(({ paths }) => {
    if (even) return 1;
    return paths.length === 0
      ? mergeWeight
      : paths.reduce((most, path) => Math.max(most, weightOf(path, own)), 0);
  });
  const sum = each.reduce((total, weight) => total + weight, 0);
  return each.map((weight) => weight / sum);
}
