import type { JobContext } from "../context.ts";
import { exitStatus } from "../errors.ts";
import { checkPlatform } from "../process/platform.ts";
import { exitStatusFor } from "../results/assemble.ts";

type Mode = JobContext["inputs"]["mode"];

/** One entry a mode; each loads only the code it needs. Resolve with the exit status of the command line. */
const modes: Record<Mode, (context: JobContext) => Promise<number>> = {
  async plan(context) {
    const { pools } = context.inputs;
    if (pools !== undefined) {
      const { runMatrixPlanJob } = await import("../stages/prepare/pools/planPools.ts");
      await runMatrixPlanJob(context, pools);
      return exitStatus.passed;
    }
    const { runPlanJob } = await import("../stages/prepare/plan.ts");
    await runPlanJob(context);
    return exitStatus.passed;
  },
  async build(context) {
    const { shard } = context.inputs;
    if (shard !== undefined) {
      const { runPlannedBuildJob } = await import("../stages/prepare/pools/buildSets.ts");
      return runPlannedBuildJob(context, shard);
    }
    const { runBuildJob } = await import("./run.ts");
    return runBuildJob(context);
  },
  async run(context) {
    const { again, shard } = context.inputs;
    if (shard !== undefined) {
      const { runShardJob } = await import("./shard.ts");
      return runShardJob(context, shard);
    }
    if (again !== undefined) {
      const { runAgainJob } = await import("./again.ts");
      return runAgainJob(context, again);
    }
    const { runRunJob } = await import("./run.ts");
    return runRunJob(context);
  },
  async report(context) {
    if (context.inputs.plan !== undefined) {
      const { runMergeJob } = await import("./merge.ts");
      return exitStatusFor((await runMergeJob(context)).verdict);
    }
    const { runReportJob } = await import("../stages/judge/runDirectory.ts");
    return exitStatusFor((await runReportJob(context)).verdict);
  },
};

/** Does what `mode` says. */
export async function runJob(context: JobContext): Promise<number> {
  checkPlatform(context.inputs.mode);
  return await modes[context.inputs.mode](context);
}
