import MarkdownIt from "markdown-it";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { githubIssues } from "../../src/github/issues.ts";
import { mostNights, readRecord, renderRecord } from "../../src/report/issues/record.ts";
import type { Finding, GuestResult, Results } from "../../src/results/schema.ts";
import { publishIssues } from "../../src/stages/publish/issues.ts";
import { controlsIn } from "../report/controls.ts";
import { fixture, hostile, hugeResults } from "../report/fixtures.ts";
import { type IssuesServer, issuesToken, issuesVariables, serveIssues } from "../support/issuesServer.ts";
import { recordingUi } from "../support/ui.ts";

let server: IssuesServer;
beforeEach(async () => {
  server = await serveIssues();
});
afterEach(() => server.close());

/** A night in which TREE03 ran four times; each finding given shows on one of them. */
function night(...findings: Partial<Finding>[]): Results {
  const base = fixture("busted");
  const [failed, passed] = base.guests;
  const [model] = failed?.findings ?? [];
  if (failed === undefined || passed === undefined || model === undefined) throw new Error("no such fixture");
  const guests = Array.from({ length: 4 }, (_, index): GuestResult => {
    const finding = findings[index];
    return {
      ...(finding === undefined ? passed : failed),
      name: index === 0 ? "TREE03" : `TREE03.${index + 1}`,
      scenario: "TREE03",
      findings: finding === undefined ? [] : [{ ...model, also: [], ...finding }],
    };
  });
  return { ...base, guests };
}

const stall = { fingerprint: "a".repeat(16), title: "rcu_preempt stall in f" };
const warning = { fingerprint: "b".repeat(16), title: "WARNING in g" };

let runs = 0;

/** Lets a night go by. @returns what was said */
async function pass(results: Results, run = `run ${++runs}`, closeAfter = 3) {
  const ui = recordingUi();
  const tracker = githubIssues(issuesVariables(server), issuesToken, 0);
  await publishIssues(results, tracker, ui, {
    closeAfter,
    run,
    url: `https://github.com/o/r/actions/runs/${run}`,
  });
  return ui;
}

const states = () =>
  server.issues.map(({ number, state, state_reason: why }) => `${number} ${state}${why ? ` ${why}` : ""}`);
const nightsOf = (number: number) =>
  readRecord(server.issues[number - 1]?.body ?? "")?.nights.map((one) => `${one.failures}/${one.runs}`);

describe("issues of nights, against a server that speaks GitHub's REST API", () => {
  it("has one for each failure, counts its nights and closes it after clean ones", async () => {
    await pass(night(stall, stall, warning));
    expect(server.issues.map(({ title, labels }) => [title, ...labels.map(({ name }) => name)])).toEqual([
      ["TREE03: rcu_preempt stall in f", "rcutorture"],
      ["TREE03: WARNING in g", "rcutorture"],
    ]);
    await pass(night(stall));
    await pass(night());
    await pass(night());
    expect(states()).toEqual(["1 open", "2 closed completed"]);
    expect(server.issues[1]?.comments).toEqual([
      "Not seen in 3 nights (12 runs), so this is closed. If it comes back, it is opened again.",
    ]);
    expect(nightsOf(1)).toEqual(["2/4", "1/4", "0/4", "0/4"]);
    await pass(night());
    expect(states()).toEqual(["1 closed completed", "2 closed completed"]);
    const before = structuredClone(server.issues);
    await pass(night());
    expect(server.issues).toEqual(before);
    const ui = await pass(night(warning));
    expect(states()).toEqual(["1 closed completed", "2 open reopened"]);
    expect(server.issues[1]?.comments.at(-1)).toMatch(/^It is back: 1 of 4 runs on v6\.12 /);
    expect(ui.lines.at(-1)).toMatch(/^#2 opened again \(http/);
  });

  it("tells where, how often, with what words, and how to reproduce it", async () => {
    await pass(fixture("busted"), "77");
    const [first] = server.issues;
    const body = first?.body ?? "";
    const html = new MarkdownIt({ html: true }).render(body);
    expect(html).toContain('<a href="https://github.com/o/r/actions/runs/77">report</a>');
    expect(html).toMatch(
      /<a href="https:\/\/github\.com\/torvalds\/linux\/blob\/[0-9a-f]{40}\/kernel\/rcu\/rcutorture\.c#L2258">/,
    );
    expect(body).toContain("Seen in 1 of 1 night, 1 of 1 runs of BUSTED.");
    expect(body).toContain("WARNING: CPU: 0 PID: 34 at kernel/rcu/rcutorture.c:2258");
    expect(body).toContain("npx rcutorture-action run --kernel");
    expect(body).toContain("after 3 nights in a row");
    await pass({
      ...fixture("busted"),
      guests: fixture("busted").guests.map((one) => ({ ...one, verdict: "passed" as const, findings: [] })),
    });
    expect(first?.body).toContain("WARNING: CPU: 0 PID: 34 at kernel/rcu/rcutorture.c:2258");
    expect(first?.body?.match(/Written by rcutorture-action/g)).toHaveLength(1);
  });

  it("counts a re-run as the same night, and a night without its scenario not at all", async () => {
    await pass(night(warning), "5");
    await pass(night(), "5");
    expect(nightsOf(1)).toEqual(["0/4"]);
    await pass(fixture("all-passed"), "6");
    expect(nightsOf(1)).toEqual(["0/4"]);
    const cancelled = night();
    for (const guest of cancelled.guests) guest.verdict = "did-not-run";
    await pass(cancelled, "7");
    expect(nightsOf(1)).toEqual(["0/4"]);
    expect(states()).toEqual(["1 open"]);
  });

  it("leaves alone what people closed as not planned, and opens again what they took for fixed", async () => {
    await pass(night(stall, warning));
    Object.assign(server.issues[0] ?? {}, { state: "closed", state_reason: "not_planned" });
    Object.assign(server.issues[1] ?? {}, { state: "closed", state_reason: "completed" });
    await pass(night(stall, warning));
    expect(states()).toEqual(["1 closed not_planned", "2 open reopened"]);
  });

  it("knows a failure that was cut off, or has another title, for the same", async () => {
    await pass(night({ ...warning, incomplete: true, trail: "12345678" }));
    await pass(night({ fingerprint: "c".repeat(16), title: "WARNING in g", trail: "123456789abc" }));
    expect(server.issues).toHaveLength(1);
    expect(readRecord(server.issues[0]?.body ?? "")).toMatchObject({ fingerprint: "c".repeat(16) });
    await pass(night({ fingerprint: "d".repeat(16), title: "stall in g", also: ["WARNING in g"] }));
    expect(server.issues).toHaveLength(1);
  });

  it("looks at all pages, and at no issue or pull request of others", async () => {
    await pass(night(warning));
    const [ours] = server.issues.splice(0);
    for (let number = 1; number <= 130; number++) {
      server.issues.push({
        ...(ours as NonNullable<typeof ours>),
        number,
        body: number === 5 ? (ours?.body ?? "") : "by hand",
        ...(number === 5 ? { pull_request: {} } : {}),
      });
    }
    server.issues.push({ ...(ours as NonNullable<typeof ours>), number: 131 });
    await pass(night(warning));
    expect(server.issues).toHaveLength(131);
    expect(nightsOf(131)).toEqual(["1/4", "1/4"]);
    expect(server.issues.filter(({ body }) => body === "by hand")).toHaveLength(129);
  });

  it("does not bury a tracker, and says so", async () => {
    const ui = await pass(hugeResults(2, 60));
    expect(server.issues).toHaveLength(10);
    expect(ui.warnings).toEqual([
      "50 more failures are new, and have no issue: one night opens at most 10. The report has them all.",
    ]);
  });

  it("keeps consoles' words from being anything else, and bodies within GitHub's limit", async () => {
    const attack = '--> <script>alert(1)</script> @everyone #1 ```\n<!-- rcutorture-action {"version":1} -->';
    const results = hostile(attack);
    for (let one = 0; one < 3; one++) await pass(results);
    expect(server.issues).toHaveLength(1);
    const body = server.issues[0]?.body ?? "";
    expect(readRecord(body)?.nights).toHaveLength(3);
    const html = new MarkdownIt({ html: true }).render(body);
    expect(html).not.toContain("<script>alert");
    expect(controlsIn(body)).toEqual([]);
    for (let one = 0; one < mostNights + 5; one++) await pass(results);
    expect(nightsOf(1)).toHaveLength(mostNights);
    expect((server.issues[0]?.body ?? "").length).toBeLessThan(65_536);
  });

  it.each([
    [401, "github-token is not valid"],
    [403, "give the job `permissions: issues: write`"],
    [410, "switch them on in its settings"],
    [500, "try again later"],
  ])("says what to do when GitHub answers %i", async (status, words) => {
    await pass(night(warning));
    server.refuse = status;
    await expect(pass(night(warning))).rejects.toThrow(words);
    server.refuse = undefined;
    await pass(night(warning));
    expect(nightsOf(1)).toEqual(["1/4", "1/4"]);
  });

  it("needs a token and a repository", () => {
    expect(() => githubIssues({ GITHUB_REPOSITORY: "o/r" }, undefined)).toThrow(
      "github-token: mode issues needs one",
    );
    expect(() => githubIssues({}, "x")).toThrow('GITHUB_REPOSITORY: "" is not owner/name');
  });

  it("reads no record that it did not write", () => {
    const record = readRecord(
      renderRecord({
        version: 1,
        fingerprint: "0".repeat(16),
        kind: "bug",
        title: "-->",
        scenarios: [],
        nights: [],
      }),
    );
    expect(record?.title).toBe("-->");
    for (const odd of [
      "",
      "<!-- rcutorture-action {} -->",
      "<!-- rcutorture-action [ -->",
      '<!-- rcutorture-action {"version":2} -->',
    ])
      expect(readRecord(odd)).toBeUndefined();
  });
});
