import { lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";

const worldWritable = 0o002;

/**
 * Why a directory store is not to be used: somebody else can put kernels there. Digests find damage; who can write to a
 * store writes the digests, too. A group that shares a store is the owner's decision. In a container, root uses stores
 * of the machine's user.
 *
 * @param root of the store; one that is not there is fine
 * @param below its folders, from the top down
 */
export function ownershipProblem(root: string, below: readonly string[]): string | undefined {
  const self = process.getuid?.() ?? 0;
  try {
    const real = realpathSync(root);
    for (const path of [real, ...below.map((_, depth) => join(real, ...below.slice(0, depth + 1)))]) {
      const { uid, mode } = lstatSync(path);
      if ((mode & worldWritable) !== 0) return `everybody may write to ${path} (chmod o-w)`;
      if (self !== 0 && uid !== 0 && uid !== self) return `${path} belongs to another user`;
    }
  } catch {
    // Nothing is there yet, or not all of it.
  }
  return undefined;
}
