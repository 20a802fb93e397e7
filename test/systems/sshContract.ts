import { createHash, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Command, CommandResult, Executor } from "../../src/systems/command.ts";

/** What every executor does alike, wherever its system is. `make` is called when the tests run. */
export function executorContract(name: string, make: () => Executor): void {
  const run = (argv: readonly [string, ...string[]], more: Partial<Command> = {}): Promise<CommandResult> =>
    make().run({ argv, ...more });
  const sh = (script: string, ...args: string[]) => ["sh", "-c", script, "sh", ...args] as const;
  const alive = async (pid: string) => (await run(["kill", "-0", pid.trim()])).exitStatus === 0;
  const gone = async (pid: string) => {
    // The end of a process and the news of it are two things.
    for (let tries = 0; tries < 50 && (await alive(pid)); tries++) await sleep(100);
    return !(await alive(pid));
  };

  describe(`executor contract: ${name}`, { timeout: 60_000 }, () => {
    test("status and both outputs", async () => {
      const result = await run(sh("echo out; echo err >&2; exit 3"));
      expect(result).toMatchObject({
        exitStatus: 3,
        signal: null,
        stdout: "out\n",
        stderr: "err\n",
        cause: "exited",
      });
      expect(result.duration).toBeGreaterThan(0);
    });

    test("high exit statuses stay what they are", async () => {
      expect(await run(sh("exit 255"))).toMatchObject({ exitStatus: 255, cause: "exited" });
    });

    test("arguments arrive as they are", async () => {
      const words = [
        "",
        " ",
        "a b",
        "'",
        '"',
        "$HOME",
        "`id`",
        "\\",
        "*",
        "~",
        "-n",
        "é\n☃",
        ";exit 1",
        "a=b",
      ];
      const result = await run(["printf", "%s|", ...words]);
      expect(result.stdout).toBe(words.map((word) => `${word}|`).join(""));
    });

    test("working directory", async () => {
      expect((await run(["pwd"], { cwd: "/usr/share" })).stdout).toBe("/usr/share\n");
      expect(await run(["pwd"], { cwd: "/nonexistent dir" })).toMatchObject({
        cause: "failed-to-start",
        exitStatus: null,
      });
    });

    test("environment is added", async () => {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell fills it in.
      const result = await run(sh('printf "%s|%s" "$RCU_TEST" "${PATH:+path}"'), {
        env: { RCU_TEST: "a 'b' $c\n" },
      });
      expect(result.stdout).toBe("a 'b' $c\n|path");
    });

    test("a missing program and a file that is none fail to start", async () => {
      for (const program of ["no-such-program-here", "/nonexistent/program", "/etc/passwd", "/etc"]) {
        const result = await run([program, "x"]);
        expect(result, program).toMatchObject({ cause: "failed-to-start", exitStatus: null, signal: null });
        expect(result.stderr).toContain(program);
      }
    });

    test("standard input, to the last byte", async () => {
      const bytes = randomBytes(300_000);
      const chunks: Buffer[] = [];
      const result = await make().run(
        { argv: ["cat"], stdin: bytes },
        { onStdout: (chunk) => chunks.push(chunk), maxBuffer: 0 },
      );
      expect(result).toMatchObject({ exitStatus: 0, stdout: "", truncated: true });
      expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
    });

    test("without input there is none to wait for", async () => {
      expect(await run(["cat"])).toMatchObject({ exitStatus: 0, stdout: "" });
    });

    test("input in pieces", async () => {
      const hash = createHash("sha256");
      async function* pieces() {
        for (let count = 0; count < 64; count++) {
          const piece = randomBytes(65_537);
          hash.update(piece);
          yield piece;
        }
      }
      const result = await make().run({ argv: ["sha256sum"] }, { input: pieces() });
      expect(result.stdout.split(" ")[0]).toBe(hash.digest("hex"));
    });

    test("input waits for a reader that takes its time", async () => {
      let sent = 0;
      async function* pieces() {
        for (;;) {
          sent += 65_536;
          yield Buffer.alloc(65_536);
        }
      }
      const result = await make().run({ argv: ["sleep", "1"] }, { input: pieces() });
      expect(result.exitStatus).toBe(0);
      // Windows and pipes on the way hold a few megabytes; memory is not filled.
      expect(sent).toBeLessThan(16 * 1024 * 1024);
    });

    test("input that fails ends the program", async () => {
      async function* pieces() {
        yield Buffer.from("one");
        throw new Error("the source is gone");
      }
      expect(await make().run({ argv: ["cat"] }, { input: pieces() })).toMatchObject({ cause: "aborted" });
    });

    test("a program that does not read its input", async () => {
      const result = await run(["true"], { stdin: Buffer.alloc(5_000_000) });
      expect(result).toMatchObject({ exitStatus: 0, cause: "exited" });
    });

    test("killed by a signal", async () => {
      expect(await run(sh("kill -KILL $$"))).toMatchObject(
        name === "openssh"
          ? { exitStatus: null, signal: "SIGKILL" }
          : { exitStatus: null, signal: "SIGKILL", cause: "exited" },
      );
    });

    test("timeout ends the whole group, politely", async () => {
      const result = await run(sh("sleep 600 & echo $!; wait"), { timeout: 1000 });
      expect(result).toMatchObject({ cause: "timeout", exitStatus: null, signal: "SIGTERM", stderr: "" });
      expect(result.stdout.trim()).toMatch(/^\d+$/);
      expect(await gone(result.stdout)).toBe(true);
    });

    test("who does not listen is killed", async () => {
      const result = await run(sh("trap '' TERM; echo $$; while :; do sleep 1; done"), { timeout: 1000 });
      expect(result).toMatchObject({ cause: "timeout", signal: "SIGKILL" });
      expect(await gone(result.stdout)).toBe(true);
    });

    test("aborted before and during", async () => {
      const before = AbortSignal.abort();
      const early = await make().run({ argv: ["sleep", "600"] }, { signal: before });
      expect(early).toMatchObject({ cause: "aborted", exitStatus: null });
      const controller = new AbortController();
      const late = await make().run(
        { argv: ["sh", "-c", "echo $$; exec sleep 600"] },
        { signal: controller.signal, onStdout: () => controller.abort() },
      );
      expect(late).toMatchObject({ cause: "aborted", signal: "SIGTERM" });
      expect(await gone(late.stdout)).toBe(true);
    });

    test("a program that ends well in spite of a late abort", async () => {
      const controller = new AbortController();
      const result = await make().run({ argv: ["true"] }, { signal: controller.signal });
      controller.abort();
      expect(result).toMatchObject({ cause: "exited", exitStatus: 0 });
    });

    test("what a program leaves behind holds nobody up, and does not stay", async () => {
      const result = await run(sh("sleep 600 & echo $!"));
      expect(result).toMatchObject({ exitStatus: 0, cause: "exited" });
      expect(await gone(result.stdout)).toBe(true);
    });

    test("collects up to a limit, tells everything", async () => {
      let told = 0;
      const result = await make().run(
        { argv: ["head", "-c", "2000000", "/dev/zero"] },
        { maxBuffer: 1000, onStdout: (chunk) => (told += chunk.length) },
      );
      expect(result.stdout.length).toBe(1000);
      expect(result.truncated).toBe(true);
      expect(told).toBe(2_000_000);
    });

    test("output comes while the program runs", async () => {
      const controller = new AbortController();
      const result = await make().run(
        { argv: ["sh", "-c", "echo first; sleep 600; echo second"] },
        { signal: controller.signal, onStdout: () => controller.abort() },
      );
      expect(result.stdout).toBe("first\n");
    });

    test("quick programs lose nothing", async () => {
      for (let round = 0; round < 15; round++) {
        const results = await Promise.all(
          Array.from({ length: 8 }, () => run(sh("echo out; echo err >&2; exit 7"))),
        );
        for (const result of results) {
          expect(result).toMatchObject({ exitStatus: 7, stdout: "out\n", stderr: "err\n", cause: "exited" });
        }
      }
    });

    test("many at once", async () => {
      const numbers = Array.from({ length: 24 }, (_, index) => String(index));
      const results = await Promise.all(numbers.map((number) => run(sh('sleep 0.3; echo "$1"', number))));
      expect(results.map((result) => result.stdout.trim())).toEqual(numbers);
    });
  });
}
