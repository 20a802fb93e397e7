import { expect, it } from "vitest";
import { renderBadge } from "../../src/report/badge.ts";
import { fixture } from "./fixtures.ts";

it.each([
  ["all-passed", "2 guests passed", "brightgreen"],
  ["busted", "1 of 2 failed", "red"],
  ["build-failure", "1 of 2 did not build", "red"],
  ["interrupted", "2 of 2 did not run", "lightgrey"],
] as const)("shields.io shows of %s: %s", (name, message, color) => {
  expect(JSON.parse(renderBadge(fixture(name)))).toEqual({
    schemaVersion: 1,
    label: "rcutorture",
    message,
    color,
  });
});
