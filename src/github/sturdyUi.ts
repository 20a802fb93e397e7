import { messageOf } from "../errors.ts";
import type { Ui } from "../ui.ts";

/** A Ui that knows what it has told later steps. */
export interface SturdyUi extends Ui {
  /** The output `result`; undefined: not given yet. */
  readonly result: string | undefined;
  /** Does something with the runner's files that the job can do without. */
  attempt(what: string, action: () => void): void;
}

/** What the runner's files do not take costs a warning: never the job, and no pass becomes a failure. */
export function sturdyUi(ui: Ui): SturdyUi {
  let result: string | undefined;
  const failed = (what: string) => (error: unknown) => ui.warning(`${what}: ${messageOf(error)}`);
  const attempt = (what: string, action: () => void) => {
    try {
      action();
    } catch (error) {
      failed(what)(error);
    }
  };
  return {
    ...ui,
    attempt,
    get result() {
      return result;
    },
    output(name, value) {
      if (name === "result") result = value;
      attempt(`Output ${name} is not set`, () => ui.output(name, value));
    },
    async summary(report) {
      // A renderer that throws is a fault of ours like any other.
      await ui.summary(report).catch(failed("The job's page has no summary"));
    },
  };
}
