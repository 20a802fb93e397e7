import { describe, expect, it } from "vitest";
import { renderHtml } from "../../src/report/html.ts";
import { renderJunit } from "../../src/report/junit.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { hugeResults } from "./fixtures.ts";

describe("5,000 guests with 1,000 findings each", () => {
  const huge = hugeResults(5_000, 1_000);

  it("fit into a page", () => {
    expect(Buffer.byteLength(renderHtml(huge))).toBeLessThanOrEqual(16_000_000);
  });

  it("stay readable in JUnit", () => {
    const xml = renderJunit(huge); // and two builds
    expect(Buffer.byteLength(xml)).toBeLessThan(40_000_000);
    expect(xml.match(/<testcase /g)).toHaveLength(5_002);
  });

  it("are told in less than GitHub's limit", () => {
    const text = renderSummary(huge, { limit: 2_000_000 });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(Buffer.byteLength(text)).toBeGreaterThan(50_000);
    expect(text).toContain("TREE0, TREE1 and 4,998 more failed");
  });
});
