import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { LocalExecutor } from "../../src/systems/local.ts";

const executor = new LocalExecutor();
const sh = (script: string, ...args: string[]): [string, ...string[]] => ["sh", "-c", script, ...args];

/** Whether a process is there and no zombie. */
function alive(pid: number): boolean {
  try {
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)])
      .toString()
      .startsWith("Z");
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<void> {
  await expect.poll(() => alive(pid), { timeout: 10_000 }).toBe(false);
}

describe("LocalExecutor", () => {
  test("a program that does as it should: output, status, environment, folder, input", async () => {
    const result = await executor.run({
      argv: sh('pwd; echo "$WORD"; cat; echo problem >&2; exit 3'),
      cwd: "/usr",
      env: { WORD: "a b" },
      stdin: "in\n",
    });
    expect(result).toEqual({
      exitStatus: 3,
      signal: null,
      stdout: "/usr\na b\nin\n",
      stderr: "problem\n",
      duration: expect.any(Number),
      cause: "exited",
    });
  });

  test("arguments reach the program as they are", async () => {
    const words = ["a b", "$HOME", "`id`", "", "*", "ä\n"];
    const { stdout } = await executor.run({ argv: ["printf", "%s|", ...words] });
    expect(stdout).toBe(`${words.join("|")}|`);
  });

  test.each([
    ["no such program", { argv: ["no-such-program-here"] as [string] }, /no-such-program-here: .*ENOENT/],
    ["no such folder", { argv: ["true"] as [string], cwd: "/no/such/folder" }, /ENOENT/],
  ])("%s: failed to start, in the same shape", async (_name, command, message) => {
    const result = await executor.run(command);
    expect(result).toMatchObject({ exitStatus: null, signal: null, stdout: "", cause: "failed-to-start" });
    expect(result.stderr).toMatch(message);
  });

  test("a crash is a signal", async () => {
    expect(await executor.run({ argv: sh("kill -s SEGV $$") })).toMatchObject({
      exitStatus: null,
      signal: "SIGSEGV",
      cause: "exited",
    });
  });

  test("one that hangs gets SIGTERM after its timeout", async () => {
    const result = await executor.run({ argv: ["sleep", "1000"], timeout: 50 });
    expect(result).toMatchObject({ exitStatus: null, signal: "SIGTERM", cause: "timeout" });
  });

  test("one that cleans up on SIGTERM may say how it ended, the cause remains the timeout", async () => {
    const script = 'trap "echo tidy; exit 7" TERM; echo ready; while :; do sleep 0.1; done';
    const result = await executor.run({ argv: sh(script), timeout: 500 });
    expect(result).toMatchObject({ exitStatus: 7, stdout: "ready\ntidy\n", cause: "timeout" });
  });

  test("one that ignores SIGTERM gets SIGKILL", async () => {
    const result = await executor.run({ argv: sh('trap "" TERM; while :; do sleep 0.1; done'), timeout: 50 });
    expect(result).toMatchObject({ exitStatus: null, signal: "SIGKILL", cause: "timeout" });
  });

  test("an abort ends it; the first cause wins over a timeout that comes later", async () => {
    const controller = new AbortController();
    const result = await executor.run(
      { argv: sh('trap "" TERM; echo up; while :; do sleep 0.1; done'), timeout: 500 },
      { signal: controller.signal, onStdout: () => controller.abort() },
    );
    expect(result).toMatchObject({ signal: "SIGKILL", cause: "aborted" });
  });

  test("aborted before it began: nothing runs", async () => {
    const result = await executor.run({ argv: ["echo", "ran"] }, { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ exitStatus: null, stdout: "", cause: "aborted" });
  });

  test("a flood is bounded, seen by the listener to its end, and does not block the program", async () => {
    let seen = 0;
    const result = await executor.run(
      { argv: ["head", "-c", "20000000", "/dev/zero"] },
      { maxBuffer: 1000, onStdout: (chunk) => (seen += chunk.length) },
    );
    expect(result).toMatchObject({ exitStatus: 0, cause: "exited", truncated: true });
    expect(result.stdout.length).toBe(1000);
    expect(seen).toBe(20_000_000);
  });

  test("input that nobody reads is no error", async () => {
    const result = await executor.run({ argv: ["true"], stdin: Buffer.alloc(10_000_000) });
    expect(result).toMatchObject({ exitStatus: 0, cause: "exited" });
  });

  test("a grandchild that holds the output open does not hold us, and is not left behind", async () => {
    const result = await executor.run({ argv: sh("sleep 1000 & echo $!") });
    expect(result).toMatchObject({ exitStatus: 0, cause: "exited" });
    await gone(Number(result.stdout));
  });

  test("a timeout reaches grandchildren too, also those that ignore SIGTERM", async () => {
    const script = `sh -c 'trap "" TERM; echo $$; while :; do sleep 0.1; done' & wait`;
    const result = await executor.run({ argv: sh(script), timeout: 500 });
    expect(result.cause).toBe("timeout");
    await gone(Number(result.stdout));
  });
});
