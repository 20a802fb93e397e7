import { exitStatus } from "../errors.ts";
import { exitStatusFor } from "../results/assemble.ts";
import type { JobContext } from "./context.ts";

type Mode = JobContext["inputs"]["mode"];

/** One entry a mode; each loads only the code it needs. Resolve with the exit status of the command line. */
const modes: Record<Mode, (context: JobContext) => Promise<number>> = {
  async plan(context) {
    const { runPlanJob } = await import("./plan.ts");
    await runPlanJob(context);
    return exitStatus.passed;
  },
  async build(context) {
    const { runBuildJob } = await import("./run.ts");
    return runBuildJob(context);
  },
  async run(context) {
    const { again } = context.inputs;
    if (again !== undefined) {
      const { runAgainJob } = await import("./again.ts");
      return runAgainJob(context, again);
    }
    const { runRunJob } = await import("./run.ts");
    return runRunJob(context);
  },
  async report(context) {
    const { runReportJob } = await import("./report.ts");
    return exitStatusFor((await runReportJob(context)).verdict);
  },
};

/** Does what `mode` says. */
export function runJob(context: JobContext): Promise<number> {
  return modes[context.inputs.mode](context);
}
