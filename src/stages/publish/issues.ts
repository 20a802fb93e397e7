import type { IssueTracker } from "../../contracts/issueTracker.ts";
import { type IssueAction, type IssueOptions, mostNew, planIssues } from "../../report/issues/plan.ts";
import { escapeMarkdown } from "../../report/markdown.ts";
import type { Results } from "../../results/schema.ts";
import type { Ui } from "../../ui.ts";

/** Issues with this label are ours, where their body says so too; people without rights cannot set it. */
export const issueLabel = "rcutorture";

const done: Record<IssueAction["kind"], string> = {
  open: "opened",
  update: "updated",
  reopen: "opened again",
  close: "closed",
};

/** Carries out one action. @returns the issue's number and address */
async function carryOut(
  tracker: IssueTracker,
  action: IssueAction,
): Promise<{ number: number; url: string }> {
  if (action.kind === "open") {
    return await tracker.create({ title: action.title, body: action.body, label: issueLabel });
  }
  const { issue, change, comment } = action;
  // First what says how often it was seen: should the comment fail, the next night knows.
  await tracker.change(issue.number, change);
  if (comment !== undefined) await tracker.comment(issue.number, comment);
  return issue;
}

/**
 * Opens, updates and closes issues by the results of a night, and says what it did.
 * @throws InfrastructureError when the tracker refuses; what was done until then stays, and the next night goes on
 */
export async function publishIssues(
  results: Results,
  tracker: IssueTracker,
  ui: Pick<Ui, "info" | "warning" | "summary">,
  options: IssueOptions,
): Promise<void> {
  const { actions, left } = planIssues(results, await tracker.list(issueLabel), options);
  const lines: { text: string; markdown: string }[] = [];
  for (const action of actions) {
    const { number, url } = await carryOut(tracker, action);
    const title = action.kind === "open" ? action.title : "";
    const text = `#${number} ${done[action.kind]}${title === "" ? "" : `: ${title}`} (${url})`;
    ui.info(text);
    lines.push({
      text,
      markdown: `- #${number} ${done[action.kind]}${title === "" ? "" : `: ${escapeMarkdown(title)}`}`,
    });
  }
  if (left.length > 0) {
    ui.warning(
      `${left.length} more failures are new, and have no issue: one night opens at most ${mostNew}. The report has them all.`,
    );
  }
  const nothing = "No issue to open, update or close.";
  await ui.summary({
    markdown: `### Issues\n\n${lines.map(({ markdown }) => markdown).join("\n") || nothing}\n`,
    text: () => `${lines.map(({ text }) => text).join("\n") || nothing}\n`,
  });
}
