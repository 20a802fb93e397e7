/**
 * Loaded before each test file. The toolkit writes to standard output directly, thousands of lines of `::debug::`;
 * as console output of the running test they are shown only if that test fails (`silent: "passed-only"`).
 */
const original = process.stdout.write;

process.stdout.write = function write(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
  console.log(
    Buffer.from(chunk as Uint8Array)
      .toString()
      .replace(/\n$/, ""),
  );
  const done = rest.find((argument) => typeof argument === "function") as (() => void) | undefined;
  if (done) queueMicrotask(done);
  return true;
} as typeof original;
