import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { z } from "zod";

const hello = z.object({ url: z.string(), env: z.record(z.string(), z.string()) });

it("the backend as a process: says where it is, is steered by HTTP, ends with its input", {
  timeout: 60_000,
}, async () => {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const child = spawn(process.execPath, [main], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  try {
    const { value } = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
    const { url, env } = hello.parse(JSON.parse(value ?? "null"));
    const twirp = async (method: string, token = env.ACTIONS_RUNTIME_TOKEN) => {
      const response = await fetch(`${url}/twirp/github.actions.results.api.v1.ArtifactService/${method}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify({ workflow_run_backend_id: "run-4711" }),
      });
      return [response.status, await response.json()];
    };
    expect(await twirp("ListArtifacts")).toEqual([200, { artifacts: [] }]);

    const fault = { method: "ListArtifacts", status: 429, headers: { "retry-after": "1" } };
    const posted = await fetch(`${url}/control/faults`, { method: "POST", body: JSON.stringify(fault) });
    expect(posted.status).toBe(200);
    expect((await twirp("ListArtifacts"))[0]).toBe(429);
    expect((await twirp("ListArtifacts"))[0]).toBe(200);

    const other = await fetch(`${url}/control/env?run=5000&attempt=2`);
    expect(await other.json()).toMatchObject({ GITHUB_RUN_ID: "5000", GITHUB_RUN_ATTEMPT: "2" });

    child.stdin.end();
    expect(await ended).toEqual([0, null]);
    await expect(fetch(url)).rejects.toThrow();
  } finally {
    child.kill("SIGTERM");
  }
});
