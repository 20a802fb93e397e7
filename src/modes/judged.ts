import type { Results } from "../results/schema.ts";
import { concludeRunDirectory } from "../stages/conclude/runDirectory.ts";
import { judgeRunDirectory } from "../stages/judge/runDirectory.ts";

type About = Parameters<typeof judgeRunDirectory>[1] & { readonly killed?: boolean };

/** Results of a run directory as it lies there. */
export async function judged(rundir: string, about: About): Promise<Results> {
  return concludeRunDirectory({ ...about, ...(await judgeRunDirectory(rundir, about)) });
}
