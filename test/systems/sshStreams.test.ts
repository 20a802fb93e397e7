import fc from "fast-check";
import { expect, test } from "vitest";
import { Frames } from "../../src/systems/ssh/connection/frames.ts";
import { CollectReader } from "../../src/systems/ssh/guests/collected.ts";

/** Cuts bytes into pieces at the given places, in any order. */
function pieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length));
}

const cuts = fc.array(fc.nat(10_000), { maxLength: 30 });
const text = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes));
const mark = "rcu-0123456789abcdef";

test("frames are found and nothing else is lost, however the line cuts them", () => {
  fc.assert(
    fc.property(text, text, cuts, cuts, (out, errors, cutOut, cutErrors) => {
      let pid = 0;
      let ended = 0;
      const frames = new Frames(mark, { onPid: (number) => (pid = number), onEnd: () => ended++ });
      const noise = Buffer.from("welcome\n");
      const stdout = Buffer.concat([noise, Buffer.from(`${mark}\n`), out]);
      const stderr = Buffer.concat([
        Buffer.from(`take care\n${mark} pid 42\n`),
        errors,
        Buffer.from(`${mark} end 143\n`),
      ]);
      const gotOut = Buffer.concat(pieces(stdout, cutOut).map((piece) => frames.stdout(piece)));
      const gotErrors = Buffer.concat([
        ...pieces(stderr, cutErrors).map((piece) => frames.stderr(piece)),
        frames.flush(),
      ]);
      expect([pid, ended, frames.status, frames.started, frames.absent]).toEqual([42, 1, 143, true, false]);
      expect(gotOut.equals(out)).toBe(true);
      expect(gotErrors.equals(errors)).toBe(true);
      expect(frames.noise).toBe("welcome\ntake care\n");
    }),
  );
});

test("an account that runs something else than the wrapper", () => {
  const frames = new Frames(mark, { onPid: () => {}, onEnd: () => {} });
  expect(frames.stdout(Buffer.from("This account is currently not available.\n")).length).toBe(0);
  expect(frames.flush().length).toBe(0);
  expect(frames.started).toBe(false);
  expect(frames.noise).toContain("not available");
});

test("what is collected comes apart as it was put together", () => {
  fc.assert(
    fc.property(text, text, cuts, (rest, output, cut) => {
      const console: Buffer[] = [];
      const reader = new CollectReader((chunk) => console.push(Buffer.from(chunk)));
      const stream = Buffer.concat([
        Buffer.from(`console ${rest.length} abc\n`),
        rest,
        Buffer.from(`free 0\nfile qemu-output ${output.length}\n`),
        output,
        Buffer.from("file qemu-retval 2\n0\ndone\n"),
      ]);
      for (const piece of pieces(stream, cut)) reader.write(piece);
      expect([reader.done, reader.gone, reader.full, reader.consoleSha256]).toEqual([
        true,
        false,
        true,
        "abc",
      ]);
      expect(Buffer.concat(console).equals(rest)).toBe(true);
      expect(Buffer.concat(reader.files.get("qemu-output") ?? []).equals(output)).toBe(true);
      expect(Buffer.concat(reader.files.get("qemu-retval") ?? []).toString()).toBe("0\n");
    }),
  );
});
