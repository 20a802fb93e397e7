import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { NoUploads, Uploads } from "../../src/contracts/uploads.ts";
import { type Results, resultsSchema } from "../../src/results/schema.ts";
import { publish } from "../../src/stages/publish/publish.ts";
import { selectFiles } from "../../src/stages/publish/upload/selection.ts";
import busted from "../fixtures/results/busted.json" with { type: "json" };
import { recordingUi, type Said } from "../support/ui.ts";
import { become, useActionsBackend } from "./support/backend.ts";
import { scratch } from "./support/scratch.ts";

const actions = useActionsBackend();
const ghes = { GITHUB_SERVER_URL: "https://github.example.org" };

async function uploadsFor(more: Record<string, string | undefined> = {}): Promise<Uploads | NoUploads> {
  const { githubUploads } = await import("../../src/github/uploads.ts");
  const job = {
    GITHUB_JOB: "torture",
    GITHUB_ACTION: "__self",
    GITHUB_REPOSITORY: "torvalds/linux",
    GITHUB_RUN_ID: "77",
  };
  return githubUploads({ ...process.env, ...job, ...more }, undefined);
}

/** The run directory of a run in which BUSTED failed and TINY01 passed. */
function runDirectory(): Results {
  const rundir = join(scratch(), "run");
  const results = resultsSchema.parse(busted);
  const [bad] = results.guests.filter(({ verdict }) => verdict === "failed");
  const good = { ...bad, name: "TINY01", scenario: "TINY01", verdict: "passed", findings: [] } as typeof bad;
  for (const name of [bad?.name ?? "", "TINY01"]) {
    mkdirSync(join(rundir, name), { recursive: true });
    for (const file of ["console.log", "qemu-cmd", ".config", "bzImage"]) {
      writeFileSync(join(rundir, name, file), `${file} of ${name}\n`);
    }
  }
  const guests = [bad, good].filter((one) => one !== undefined);
  return { ...results, rundir, guests, kernel: { ...results.kernel, path: undefined } as Results["kernel"] };
}

/** Publishes with uploads; what was said and left. */
async function published(
  results: Results,
  uploads: () => Promise<Uploads | NoUploads>,
  what: "failed" | "all" | "none" = "failed",
): Promise<Said> {
  const ui = recordingUi();
  await publish(results, ui, { uploads: { what, open: uploads } });
  return ui;
}

/** Bytes of an uploaded artifact, through the toolkit. */
async function download(id: number): Promise<string> {
  const { DefaultArtifactClient } = await import("@actions/artifact");
  const path = join(scratch(), "down");
  await new DefaultArtifactClient().downloadArtifact(id, { path, skipDecompress: true });
  return path;
}

const made = () => actions.backend.artifacts.artifacts.filter(({ name }) => name.startsWith("rcutorture-"));

describe("what a run uploads", { timeout: 120_000 }, () => {
  it("a page that links lead to, and the consoles and small files of guests that did not pass", async () => {
    const before = made().length;
    const results = runDirectory();
    const said = await published(results, () => uploadsFor());
    const [page, files] = made().slice(before);
    expect(page?.name).toMatch(/^rcutorture-torture-attempt1-[0-9a-f]{6}-rcu\.html$/);
    expect(files?.name).toBe(page?.name.replace(/\.html$/, ""));
    const url = `${process.env.GITHUB_SERVER_URL}/torvalds/linux/actions/runs/77/artifacts`;
    expect(said.outputs).toMatchObject({
      "report-url": `${url}/${page?.id}`,
      "artifact-url": `${url}/${files?.id}`,
      "artifact-id": String(files?.id),
      "report-html": join(results.rundir, "report.html"),
      junit: join(results.rundir, "junit.xml"),
      summary: join(results.rundir, "summary.md"),
      passed: "1",
      failed: "1",
      "build-failed": "0",
    });
    const fingerprint = results.guests[0]?.findings[0]?.fingerprint;
    expect(said.summaries[0]).toContain(`(${url}/${page?.id}#finding-${fingerprint})`);
    expect(said.summaries[0]).toContain(`(${url}/${page?.id}#guest-BUSTED)`);
    expect(said.summaries[0]).toContain(`(${url}/${files?.id})`);
    expect(said.annotations.map(({ message }) => message).join("\n")).toContain(
      `${url}/${page?.id}#finding-${fingerprint}`,
    );
    expect(readFileSync(join(results.rundir, "mail.txt"), "utf8")).toContain(`${url}/${page?.id}`);
    const folder = await download(files?.id ?? 0);
    const [zip] = execFileSync("sh", ["-c", 'ls "$0"', folder], { encoding: "utf8" }).trim().split("\n");
    const listed = execFileSync("python3", ["-m", "zipfile", "-l", join(folder, zip ?? "")], {
      encoding: "utf8",
    });
    for (const wanted of [
      "results.json",
      "report.html",
      "mail.txt",
      "BUSTED/console.log",
      "BUSTED/.config",
    ]) {
      expect(listed).toContain(wanted);
    }
    expect(listed).not.toMatch(/TINY01|bzImage/);
  });

  it("all guests with `all`, nothing with `none`", async () => {
    const before = made().length;
    await published(runDirectory(), () => uploadsFor(), "none");
    expect(made()).toHaveLength(before);
    const { files } = await selectFiles(runDirectory(), "all");
    expect(files).toEqual(expect.arrayContaining(["TINY01/console.log", "BUSTED/console.log"]));
    expect(files.join(" ")).not.toContain("bzImage");
  });

  it("jobs of a matrix, attempts and steps have names of their own", async () => {
    const { namePrefix } = await import("../../src/github/uploads.ts");
    const names = [{}, { job: "other" }, { attempt: 2 }].map((job) => {
      become(actions.backend, job);
      return namePrefix({ ...process.env, GITHUB_JOB: "torture" });
    });
    names.push(namePrefix({ ...process.env, GITHUB_JOB: "torture", GITHUB_ACTION: "__self_2" }));
    expect(new Set(names).size).toBe(names.length);
    expect(names[2]).toContain("attempt2");
  });

  it("a name that is taken, or was burnt by a failed end, is not the end", async () => {
    const before = made().length;
    const results = runDirectory();
    const step = { GITHUB_ACTION: "__taken" };
    await published(results, () => uploadsFor(step));
    const said = await published(results, () => uploadsFor(step));
    expect(
      made()
        .slice(before)
        .map(({ name }) => /-2-/.test(name)),
    ).toEqual([false, false, true, true]);
    actions.backend.faults.push({ method: "FinalizeArtifact", status: 400, times: 1 });
    const third = await published(results, () => uploadsFor({ GITHUB_ACTION: "__burnt" }));
    expect(made().at(-2)?.name).toMatch(/-2-rcu\.html$/);
    expect([said.outputs["report-url"], third.outputs["report-url"]]).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
  });

  it("a service that refuses costs a warning that says where everything is; the verdict is told", async () => {
    actions.backend.faults.push({
      method: "CreateArtifact",
      status: 403,
      times: 9,
      body: { code: "permission_denied", msg: "quota" },
    });
    const results = runDirectory();
    const said = await published(results, () => uploadsFor());
    expect(said.lines.filter((line) => line.startsWith("upload: "))).toEqual([
      expect.stringMatching(/^upload: report\.html could not be uploaded \(.*\); it is in .*run\.$/),
      expect.stringMatching(/^upload: the consoles could not be uploaded/),
    ]);
    expect(said.outputs.result).toBe("failed");
    expect(said.outputs["report-url"]).toBeUndefined();
    expect(said.summaries[0]).toContain("BUSTED failed");
  });

  it("on GitHub Enterprise Server: one line; without the toolkit's token: none", async () => {
    const said = await published(runDirectory(), () => uploadsFor(ghes));
    expect(said.lines).toEqual([expect.stringMatching(/^upload: GitHub Enterprise Server has no artifacts/)]);
    const laptop = await published(runDirectory(), () => uploadsFor({ ACTIONS_RUNTIME_TOKEN: undefined }));
    expect(laptop.lines).toEqual([]);
    expect(laptop.outputs.result).toBe("failed");
  });
});

describe("which files", () => {
  it("as much as fits, small ones first, and what is left out is named", async () => {
    const results = runDirectory();
    writeFileSync(join(results.rundir, "BUSTED/console.log"), "x".repeat(50_000));
    const { files, leftOut } = await selectFiles(results, "failed", 10_000);
    expect(files).toEqual(expect.arrayContaining(["BUSTED/qemu-cmd", "BUSTED/.config"]));
    expect(leftOut).toEqual([{ path: "BUSTED/console.log", size: 50_000 }]);
  });

  it("no link that leaves the run directory, no guest whose name does", async () => {
    const results = runDirectory();
    symlinkSync("/etc/passwd", join(results.rundir, "BUSTED/console.log.diags"));
    symlinkSync("/etc/passwd", join(results.rundir, "notes"));
    const guests = results.guests.map((guest) => ({
      ...guest,
      name: guest.name === "BUSTED" ? "../../etc" : guest.name,
    }));
    const one = await selectFiles(results, "all");
    const other = await selectFiles({ ...results, guests }, "all");
    expect(one.files).not.toContain("BUSTED/console.log.diags");
    expect([...one.files, ...other.files].filter((path) => /etc|notes/.test(path))).toEqual([]);
  });
});
