import { describe, expect, it } from "vitest";
import { renderHtml } from "../../src/report/html.ts";
import { renderMail } from "../../src/report/mail.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { renderTerminal } from "../../src/report/terminal.ts";
import { answerSchema } from "../../src/results/answer.ts";
import type { Results } from "../../src/results/schema.ts";
import { exitStatusOfRun } from "../../src/stages/conclude/answer.ts";
import { answerTo } from "../../src/statistics/question/answer.ts";
import { fixture } from "./fixtures.ts";

const passedRun = fixture("all-passed");

const hostile = 'WARNING in <img src=x onerror="alert(1)">';

function answered(passes: number): Results {
  const before = new Map([["TREE03", { failures: 12, runs: 80, hours: 40 }]]);
  const answer = answerTo({
    inquiry: { question: { kind: "fixed" }, unit: "hours", confidence: 0.95, before },
    failure: { title: hostile, shownBy: () => false },
    from: "/res/old",
    trials: Array.from({ length: passes }, (_, ended) => ({
      scenario: "TREE03",
      failed: false,
      hours: 0.5,
      ended,
    })),
    pace: {
      seconds: 900 * passes,
      own: new Map([["TREE03", { failures: 0, runs: passes, hours: passes / 2 }]]),
    },
  });
  expect(answerSchema.parse(answer)).toEqual(answer);
  return { ...passedRun, answer };
}

describe("the answer is the headline", () => {
  const yes = answered(62);

  it("of the summary, the terminal, the mail and the page", () => {
    const sentence = /Fixed, at 95 %: .*: 0 failures in 31 h, 12 in 40 h before/;
    for (const text of [renderSummary(yes), renderTerminal(yes), renderHtml(yes)])
      expect(text).toMatch(sentence);
    expect(renderMail(yes).replaceAll(/\s+/g, " ")).toMatch(sentence);
  });

  it("with a picture of how it came about, in which nothing is markup that is not ours", () => {
    const page = renderHtml(yes);
    expect(page).toContain('class="curve sequence"');
    expect(page).toMatch(/before: once in 3.3 h/);
    expect(page).not.toContain("<img src=x");
    expect(page).not.toMatch(/points="[^"]*(NaN|Infinity)/);
    expect(renderHtml(answered(1))).not.toMatch(/NaN|Infinity/);
  });

  it("says how much is missing", () => {
    expect(renderSummary(answered(10))).toMatch(/Not decided: .*; about 3.2 h more at this rate/);
  });

  it("and the exit status, but where failures are counted", () => {
    expect(exitStatusOfRun(yes, 1)).toBe(0);
    expect(exitStatusOfRun(answered(10), 0)).toBe(1);
    expect(exitStatusOfRun({ ...answered(10), guests: [] }, 3)).toBe(3);
    const counted = { ...yes, answer: yes.answer && { ...yes.answer, question: "failures=5" } };
    expect(exitStatusOfRun(counted, 1)).toBe(1);
    expect(exitStatusOfRun(passedRun, 0)).toBe(0);
  });
});
