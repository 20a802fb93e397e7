import type { Executor } from "../command.ts";
import type { AsRoot } from "./install.ts";

/** There is a /dev/kvm, and this user may not open it. */
async function isClosed(executor: Executor): Promise<boolean> {
  const closed = "test -e /dev/kvm && ! { test -r /dev/kvm && test -w /dev/kvm; }";
  return (await executor.run({ argv: ["sh", "-c", closed], timeout: 10_000 })).exitStatus === 0;
}

/**
 * Lets every user of this machine open `/dev/kvm`, until it boots again; what its group and udev's rules say stays.
 * @returns whether that was needed, and done; false also where it could not be: the probe guest then says why
 */
export async function openKvm(root: AsRoot, executor: Executor): Promise<boolean> {
  if (!(await isClosed(executor))) return false;
  const run = (...words: readonly [string, ...string[]]) => {
    const [program = "", ...rest] = [...root, ...words];
    return executor.run({ argv: [program, ...rest], timeout: 30_000 });
  };
  // A package of qemu's may just have made udev look at the device; its answer must not undo ours.
  await run("udevadm", "settle", "--timeout=10");
  await run("chmod", "a+rw", "/dev/kvm");
  return !(await isClosed(executor));
}
