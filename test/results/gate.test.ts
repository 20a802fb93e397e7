import { describe, expect, test } from "vitest";
import { addToBaseline, parseBaseline } from "../../src/results/baseline.ts";
import { type GateOptions, gate } from "../../src/results/gate.ts";
import { type Results, resultsSchema } from "../../src/results/schema.ts";
import buildFailure from "../fixtures/results/build-failure.json" with { type: "json" };
import busted from "../fixtures/results/busted.json" with { type: "json" };

const failed = resultsSchema.parse(busted);
const [guest] = failed.guests.filter(({ verdict }) => verdict === "failed");
const errors = guest?.findings.filter(({ severity }) => severity === "error") ?? [];
const options: GateOptions = { failOn: "any", baseline: [], past: undefined };
const past = (state: "new" | "known" | "flaky") =>
  errors.map(({ fingerprint }) => ({ fingerprint, state, scenario: guest?.scenario ?? "" }));
const known = errors.map(({ title: what }) => ({ what, reason: "it is busted" }));

test("the fixture has a guest that failed with findings", () => expect(errors.length).toBeGreaterThan(0));

describe("fail-on", () => {
  test("any: as the verdict says, without a word", () => {
    expect(gate(failed, options)).toMatchObject({ status: 1, knownFailures: [] });
    expect(gate(failed, options).sentence).toBeUndefined();
  });

  test("new: what the branch knows makes no job red, and is counted", () => {
    for (const state of ["known", "flaky"] as const) {
      const decided = gate(failed, { ...options, failOn: "new", past: past(state) });
      expect(decided).toMatchObject({ status: 0, newFailures: [] });
      expect(decided.knownFailures).toHaveLength(errors.length);
      expect(decided.sentence).toMatch(
        /^fail-on: new: \d+ failures? known; (it does|they do) not fail the job\.$/,
      );
    }
    expect(gate(failed, { ...options, failOn: "new", past: past("new") }).status).toBe(1);
    const elsewhere = past("known").map((one) => ({ ...one, scenario: "TREE09" }));
    expect(gate(failed, { ...options, failOn: "new", past: elsewhere }).status).toBe(1);
  });

  test("new: one failure more than the branch knows makes it red", () => {
    const finding = {
      ...errors[0],
      title: "WARNING in else",
      fingerprint: "0123456789abcdef",
    } as (typeof errors)[0];
    const guests = failed.guests.map((one) =>
      one === guest ? { ...one, findings: [...one.findings, finding] } : one,
    );
    const decided = gate({ ...failed, guests }, { ...options, failOn: "new", past: past("known") });
    expect(decided.status).toBe(1);
    expect(decided.newFailures.map(({ title }) => title)).toEqual(["WARNING in else"]);
  });

  test("new: without history everything is new, and that is said", () => {
    const decided = gate(failed, { ...options, failOn: "new" });
    expect(decided.status).toBe(1);
    expect(decided.sentence).toMatch(/new; there is no history to compare with; the job fails\.$/);
  });

  test("new: a guest that failed and says nothing is new", () => {
    const guests = failed.guests.map((one) => ({ ...one, findings: [] }));
    const decided = gate({ ...failed, guests }, { ...options, failOn: "new", past: past("known") });
    expect(decided).toMatchObject({ status: 1, knownFailures: [] });
  });

  test("none: no failure of the kernel while it runs counts; builds and infrastructure do", () => {
    expect(gate(failed, { ...options, failOn: "none" }).status).toBe(0);
    const unbuilt = resultsSchema.parse(buildFailure);
    expect(gate(unbuilt, { ...options, failOn: "none" }).status).toBe(1);
    const with2 = (verdict: "infrastructure-error" | "did-not-run"): Results => ({
      ...failed,
      guests: [...failed.guests, { ...failed.guests[0], name: "TREE01", verdict } as Results["guests"][0]],
    });
    expect(gate(with2("infrastructure-error"), { ...options, failOn: "none" }).status).toBe(3);
    expect(gate(with2("did-not-run"), { ...options, failOn: "new", past: past("known") }).status).toBe(3);
  });
});

describe("baseline", () => {
  test("excuses by title and by fingerprint, whatever fail-on says", () => {
    expect(gate(failed, { ...options, baseline: known }).status).toBe(0);
    const prints = errors.map(({ fingerprint: what }) => ({ what, reason: "x" }));
    expect(gate(failed, { ...options, baseline: prints }).status).toBe(0);
    expect(gate(failed, { ...options, baseline: [{ what: "WARNING in", reason: "x" }] }).status).toBe(1);
  });

  test("broken and expired lines count for nothing, and each is named", () => {
    const text = [
      "# known",
      "",
      "WARNING in a :: seen by all :: until 2026-12-01",
      "WARNING in b",
      "WARNING in c :: old :: until 2026-11-27",
      "WARNING in d :: when :: until tomorrow",
      "0123456789abcdef :: for ever",
      " :: a reason",
    ].join("\r\n");
    const { entries, problems } = parseBaseline(text, "2026-11-28");
    expect(entries.map(({ what }) => what)).toEqual(["WARNING in a", "0123456789abcdef"]);
    expect(problems).toEqual([
      'line 4: "WARNING in b" is not "TITLE or FINGERPRINT :: reason" or "TITLE or FINGERPRINT :: reason :: until YYYY-MM-DD"',
      'line 5: "WARNING in c" expired on 2026-11-27; remove it, or give it a new date',
      'line 6: "until tomorrow" is not "until YYYY-MM-DD"',
      expect.stringMatching(/^line 8: ":: a reason" is not/),
    ]);
  });

  test("what is written is read again, and adds nothing twice", () => {
    const { newFailures } = gate(failed, options);
    const odd = { title: "BUG: a :: b\nc", fingerprint: "fedcba9876543210", scenario: "TREE01" };
    const first = addToBaseline("", [...newFailures, odd], "2027-01-31");
    expect(first.added).toBe(newFailures.length + 1);
    const { entries, problems } = parseBaseline(first.text, "2027-01-31");
    expect(problems).toEqual([]);
    expect(gate(failed, { ...options, baseline: entries }).status).toBe(0);
    const second = addToBaseline(first.text, [...newFailures, odd], "2028-01-31");
    expect(second).toEqual({ text: first.text, added: 0 });
    const mine = `# ours\n${newFailures[0]?.title} :: mine`;
    const third = addToBaseline(mine, newFailures, "2027-01-31");
    expect(third.text.startsWith(`${mine}\n`)).toBe(true);
    expect(third.added).toBe(newFailures.length - 1);
  });
});
