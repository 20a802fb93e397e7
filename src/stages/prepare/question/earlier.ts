import type { JobContext } from "../../../context.ts";
import { openSampleLog } from "../../../handoff/sampleLog.ts";
import type { Results } from "../../../results/schema.ts";
import type { AskedQuestion, Prepared } from "../../data.ts";

/** With what is known of guests with the same kernels, from jobs that were killed, or that asked before. */
export async function withSampleLog(context: JobContext, prepared: Prepared): Promise<Prepared> {
  const { question, run } = prepared;
  const log = question && (await openSampleLog(context, run));
  if (question === undefined || log === undefined) return prepared;
  const { path, guests, keep } = log;
  if (guests.length > 0)
    context.ui.info(
      `Counted in: ${guests.length} guests with the same kernels and parameters that ran before (${path}); rerun: never leaves them out.`,
    );
  const known = { rundir: path, createdAt: "", guests: [...guests] };
  return { ...prepared, question: { ...question, earlier: [...question.earlier, known], keep } };
}

/** With what earlier attempts of the job have found out. */
export function withEarlier(asked: AskedQuestion, earlier: Results | undefined): AskedQuestion {
  return earlier === undefined ? asked : { ...asked, earlier: [...asked.earlier, earlier] };
}
