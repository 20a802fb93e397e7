/**
 * Takes the README's picture of the job summary: `node scripts/screenshot.ts RESULTS.json [docs/images/summary.png]`.
 * Markdown is rendered as GitHub shows it; the browser is Debian's chromium, or the one that CHROMIUM names.
 */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import MarkdownIt from "markdown-it";
import { chromium } from "playwright-core";
import { renderSummary } from "../src/report/summary.ts";
import { resultsSchema } from "../src/results/schema.ts";

/** GitHub cuts nothing off, but a README does not need the whole call trace. */
const tallest = 760;

const [input, output = "docs/images/summary.png"] = process.argv.slice(2);
if (input === undefined) throw new Error("usage: node scripts/screenshot.ts RESULTS.json [OUTPUT.png]");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(executablePath)) {
  throw new Error(
    `no browser at ${executablePath}: apt-get install -y --no-install-recommends chromium fonts-noto-color-emoji`,
  );
}

const results = resultsSchema.parse(JSON.parse(await readFile(input, "utf8")));
const css = await readFile(
  createRequire(import.meta.url).resolve("github-markdown-css/github-markdown-light.css"),
  "utf8",
);
const body = new MarkdownIt({ html: true }).render(renderSummary(results));
const page = `<!DOCTYPE html><meta charset="utf-8"><style>${css}
body { margin: 0; padding: 24px; background: #fff; } .markdown-body pre { max-height: 200px; overflow: hidden; }</style>
<body class="markdown-body">${body}</body>`;

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const tab = await browser.newPage({ viewport: { width: 1012, height: 600 } });
  await tab.setContent(page);
  const height = Math.min(tallest, await tab.evaluate<number>("document.documentElement.scrollHeight"));
  await tab.setViewportSize({ width: 1012, height });
  await writeFile(output, await tab.screenshot());
} finally {
  await browser.close();
}
