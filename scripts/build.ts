/** Bundles src/ into dist/. `--check`: into a temporary folder, and fails when dist/ differs. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle/bundle.ts";

const dist = fileURLToPath(new URL("../dist", import.meta.url));

if (process.argv.includes("--check")) {
  const fresh = mkdtempSync(join(tmpdir(), "dist-"));
  try {
    await bundle(fresh);
    if (!existsSync(dist)) throw new Error("dist/ is missing");
    execFileSync("diff", ["-rq", fresh, dist], { stdio: "inherit" });
    console.log("dist/ is what src/ builds.");
  } catch (error) {
    console.error(
      `dist/ is out of date (${error instanceof Error ? error.message : error}). Run: npm run bundle`,
    );
    process.exitCode = 1;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
} else {
  await bundle(dist);
}
