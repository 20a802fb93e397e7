import { describe, expect, test } from "vitest";
import { type Figure, gainOf, renderFigures } from "../../bench/support/figures.ts";
import { interleave, spreadOf } from "../../bench/support/statistics.ts";

describe("spreadOf", () => {
  test("smallest, middle, largest; the mean of the two in the middle", () => {
    expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3, count: 3 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ min: 1, median: 2.5, max: 4, count: 4 });
    expect(() => spreadOf([])).toThrow("nothing was measured");
  });
});

test("interleave measures in turn", async () => {
  const order: string[] = [];
  const side = (name: string) => async (round: number) => {
    order.push(`${name}${round}`);
    return round;
  };
  expect(await interleave(2, { a: side("a"), b: side("b") })).toEqual({ a: [0, 1], b: [0, 1] });
  expect(order).toEqual(["a0", "b0", "a1", "b1"]);
});

describe("figures", () => {
  const less: Figure = { what: "time", unit: "s", ours: [1, 2, 3], beside: { name: "theirs", values: [8] } };

  test("better is less, or more where more is better", () => {
    expect(gainOf(less)).toBe(4);
    expect(gainOf({ ...less, more: true })).toBe(0.25);
    expect(gainOf({ what: "alone", unit: "s", ours: [1] })).toBeUndefined();
  });

  test("a table with ours, the other, the ratio and what is wanted", () => {
    const row = renderFigures([{ ...less, wanted: "≤ 1 s" }])
      .split("\n")
      .at(-1);
    expect(row?.replaceAll(/\s+/g, " ")).toBe(
      "| time | 1.00 / 2.00 / 3.00 s | theirs: 8.00 s | 4.00 x | ≤ 1 s |",
    );
  });
});
