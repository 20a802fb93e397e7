import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LastLines } from "../../src/guests/lastLines.ts";

test("the last lines are those that tail prints, however the text is cut into chunks", () => {
  const chunk = fc.constantFrom("a\n", "\n", "bc", "longer line\n", "ä\n", "\n\n", "x");
  fc.assert(
    fc.property(fc.array(chunk, { minLength: 1, maxLength: 40 }), fc.nat(7), (chunks, cut) => {
      const all = Buffer.from(chunks.join(""));
      const last = new LastLines(10);
      for (let at = 0; at < all.length; at += cut + 1) last.write(all.subarray(at, at + cut + 1));
      const tail = execFileSync("tail", ["-n", "10"], { input: all }).toString();
      expect(last.lines().join("\n")).toBe(tail.replace(/\n$/, ""));
    }),
    { numRuns: 40 },
  );
});

test("a flood without newlines is bounded, and what comes after it is seen", () => {
  const last = new LastLines(10);
  for (let i = 0; i < 100; i++) last.write(Buffer.alloc(1 << 20, "x"));
  expect(last.lines().join("").length).toBeLessThanOrEqual(64 * 1024);
  last.write(Buffer.from("\nend\n"));
  expect(last.lines().at(-1)).toBe("end");
});
