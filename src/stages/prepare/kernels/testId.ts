import { gitCommand } from "../../../kernel/git.ts";
import type { Executor } from "../../../systems/command.ts";

/** `testid.txt` as `kvm.sh` writes it: where the kernel was built, and from which state of the source. */
export async function renderTestId(tree: string, executor: Executor): Promise<string> {
  const git = async (...args: string[]) => {
    const result = await executor.run(gitCommand(tree, ...args));
    return result.exitStatus === 0 ? result.stdout : undefined;
  };
  const commit = await git("rev-parse", "HEAD");
  const where = `Build directory: ${tree}\n`;
  if (commit === undefined) return where;
  const [status, diff] = await Promise.all([git("status"), git("diff", "HEAD")]);
  return (
    `${where}Current commit: ${commit.trim()}\n\n --- Output of 'git status':\n${status ?? ""}\n\n` +
    ` --- Output of 'git diff HEAD':\n${diff ?? ""}`
  );
}
