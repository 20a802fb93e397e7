import type { JobContext } from "../context.ts";
import { checkPlatform } from "../process/platform.ts";

type Mode = JobContext["inputs"]["mode"];

/** One entry a mode; each loads only the code it needs. Resolve with the exit status of the command line. */
const modes: Record<Mode, (context: JobContext) => Promise<number>> = {
  async plan(context) {
    const { pools } = context.inputs;
    if (pools !== undefined) return (await import("./planPools.ts")).planPools(context, pools);
    if (context.inputs.suites.length > 0) return (await import("./planTorture.ts")).planTorture(context);
    return (await import("./plan.ts")).plan(context);
  },
  async build(context) {
    const { shard } = context.inputs;
    if (shard !== undefined) return (await import("./plannedBuild.ts")).plannedBuild(context, shard);
    return (await import("./build.ts")).build(context);
  },
  async run(context) {
    const { again, shard } = context.inputs;
    if (shard !== undefined) return (await import("./shard.ts")).shard(context, shard);
    if (again !== undefined) return (await import("./again.ts")).again(context, again);
    if (context.inputs.suites.length > 0) return (await import("./torture.ts")).torture(context);
    return (await import("./run.ts")).run(context);
  },
  async bisect(context) {
    const { pools, probe } = context.inputs;
    if (pools !== undefined || probe === "none")
      return (await import("./bisectRound.ts")).bisectRound(context);
    if (probe !== undefined) return (await import("./bisectProbe.ts")).bisectProbe(context, probe);
    return (await import("./bisect.ts")).bisect(context);
  },
  async report(context) {
    if (context.inputs.plan !== undefined) return (await import("./merge.ts")).merge(context);
    return (await import("./report.ts")).report(context);
  },
  async issues(context) {
    return (await import("./issues.ts")).issues(context);
  },
  async baseline(context) {
    return (await import("./baseline.ts")).baseline(context);
  },
};

/** Does what `mode` says. */
export async function runJob(context: JobContext): Promise<number> {
  checkPlatform(context.inputs.mode);
  return await modes[context.inputs.mode](context);
}
