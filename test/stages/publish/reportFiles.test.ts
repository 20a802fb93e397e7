import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { ReportFiles } from "../../../src/stages/publish/reportFiles.ts";

it("the command that it gives for other places can be pasted into a shell, whatever the folder is called", async () => {
  const rundir = "/no such/it's $(echo here); `echo there`";
  const files = new ReportFiles(rundir);
  expect(await files.write("report.html", () => "")).toBeUndefined();
  const lines: string[] = [];
  files.tell({ warning: (line) => lines.push(line) }, rundir);
  const command = /: rcutorture-action (.*)$/.exec(lines.join())?.[1] ?? "";
  const shell = `set -- ${command}\nprintf '%s\\n' "$@"`;
  const words = execFileSync("sh", ["-c", shell], { encoding: "utf8" }).trimEnd().split("\n");
  expect(words).toEqual(["report", "--rundir", rundir, "--out", "DIR"]);
});
