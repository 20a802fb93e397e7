import { describe, expect, it } from "vitest";
import { ConnectionPool } from "../../src/systems/ssh/connection/connectionPool.ts";
import { runRemote } from "../../src/systems/ssh/connection/runRemote.ts";

describe("a command that is given up while a connection is being made", () => {
  it("is not run when the connection comes after all", async () => {
    const dialled = Promise.withResolvers<string>();
    const run: string[] = [];
    const pool = new ConnectionPool<string>("k1", {
      dial: () => dialled.promise,
      open: async (_connection, line) => {
        run.push(line);
        throw new Error("nothing more is needed of this system");
      },
      onGone: () => undefined,
      end: async () => undefined,
      isFull: () => false,
    });
    const transport = {
      exact: true,
      open: (line: string, signal?: AbortSignal) => pool.open(line, signal),
    };
    const controller = new AbortController();
    const given = runRemote(transport, { argv: ["touch", "/mark"] }, { signal: controller.signal });
    const wanted = runRemote(transport, { argv: ["true"] });
    controller.abort();
    expect((await given).cause).toBe("aborted");
    dialled.resolve("a connection");
    expect((await wanted).cause).toBe("lost");
    expect(run).toHaveLength(1);
    expect(run[0]).toContain("true");
    expect(run[0]).not.toContain("/mark");
  });
});
