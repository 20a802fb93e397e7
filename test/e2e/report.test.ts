import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { bugReport, trace } from "../../src/report/bugReport.ts";
import { type HtmlOptions, renderHtml } from "../../src/report/html.ts";
import { overviewOf } from "../../src/report/overview.ts";
import type { Results } from "../../src/results/schema.ts";
import { publish } from "../../src/stages/publish/publish.ts";
import { historyOf } from "../../src/statistics/history.ts";
import { summarise } from "../../src/statistics/summary.ts";
import { fixture, hostile, hugeResults } from "../report/fixtures.ts";
import { recordingUi } from "../support/ui.ts";

/** Debian's chromium, or the one that CHROMIUM names. */
function browserPath(): string {
  const path = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(path)) {
    throw new Error(
      `no browser at ${path}: apt-get install -y --no-install-recommends chromium, or set CHROMIUM`,
    );
  }
  return path;
}

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "report-"));
  browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--disable-gpu"] });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

type Opened = { page: Page; errors: string[]; requests: string[] };

/** The report in a fresh browser, from a file, with everything it complains about and asks for. */
async function open(
  results: Results,
  options: HtmlOptions = {},
  scheme: "light" | "dark" = "light",
): Promise<Opened> {
  const path = join(folder, "report.html");
  await writeFile(path, renderHtml(results, options));
  return await openFile(path, scheme);
}

async function openFile(path: string, scheme: "light" | "dark" = "light"): Promise<Opened> {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 1200, height: 900 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const opened: Opened = { page, errors: [], requests: [] };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") opened.errors.push(message.text());
  });
  page.on("pageerror", (error) => opened.errors.push(error.message));
  page.on("dialog", (dialog) => {
    opened.errors.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => opened.requests.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return opened;
}

const excerptOf = (first: number, count: number) => ({
  link: "BUSTED/console.log",
  excerpts: [
    {
      firstLine: first,
      text: Array.from({ length: count }, (_, index) => `line ${first + index}`).join("\n"),
    },
  ],
});

describe("report.html in a browser", () => {
  it("loads nothing and complains about nothing", async () => {
    for (const name of ["busted", "attempts", "build-failure", "all-passed"] as const) {
      const { page, errors, requests } = await open(fixture(name));
      expect(errors).toEqual([]);
      expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
      expect(requests.filter((url) => url.startsWith("file:"))).toHaveLength(1);
      expect(await page.locator(".guest").count()).toBe(fixture(name).guests.length);
    }
  });

  it("filters by verdict and searches in titles and consoles", async () => {
    const { page } = await open(fixture("attempts"));
    const shown = page.locator("#shown");
    const visible = () => page.locator(".guest:visible .name").allTextContents();
    expect(await shown.textContent()).toBe("7 of 7 shown");
    await page.getByLabel(/passed \(/).uncheck();
    expect(await visible()).toEqual(["TREE03 (attempt 1)", "TREE03 (attempt 3)"]);
    expect(await page.locator(".tile:visible").count()).toBe(1);
    await page.getByLabel(/passed \(/).check();
    await page.getByLabel("Search").fill("asm_exc_invalid_op tree03");
    expect(await shown.textContent()).toBe("2 of 7 shown");
    await page.getByLabel("Search").fill("tree07");
    expect(await visible()).toEqual(["TREE07 (attempt 1)"]);
    await page.getByLabel("Search").fill("no such thing");
    expect(await shown.textContent()).toBe("0 of 7 shown");
  });

  it("filters by system", async () => {
    const { page } = await open(fixture("lost-system"));
    await page.getByLabel("System").selectOption("build02");
    expect(await page.locator(".guest:visible .name").allTextContents()).toEqual(["TREE03.2"]);
  });

  it("is usable by keyboard alone", async () => {
    const { page, errors } = await open(fixture("busted"), {
      consoles: ({ name }) => (name === "BUSTED" ? excerptOf(400, 300) : undefined),
    });
    const focused = () => page.evaluate("document.activeElement.textContent.slice(0, 60)");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the guests");
    await page.keyboard.press("/");
    await page.keyboard.type("tree05");
    expect(await page.locator(".guest:visible").count()).toBe(1);
    await page.keyboard.press("Tab");
    await page.getByLabel("Search").fill("");
    await page.getByLabel(/failed \(/).focus();
    await page.locator("#theme").focus();
    await page.keyboard.press("j");
    expect(await focused()).toMatch(/^failedBUSTED/);
    await page.keyboard.press("j");
    expect(await focused()).toMatch(/^passedTREE05/);
    const second = page.locator("#guest-TREE05");
    expect(await second.getAttribute("open")).toBeNull();
    await page.keyboard.press("Enter");
    expect(await second.getAttribute("open")).toBe("");
    await page.keyboard.press("k");
    expect(await focused()).toMatch(/^failedBUSTED/);

    // From the finding to its line on the console, on to the next one, and back.
    await page.locator(".finding a.button").first().focus();
    await page.keyboard.press("Enter");
    const current = page.locator("#lines .current");
    expect(await current.first().textContent()).toBe("419line 419");
    expect(await current.count()).toBe(31);
    await expect
      .poll(() => current.first().evaluate((row) => row.getBoundingClientRect().top))
      .toBeLessThan(900);
    await page.keyboard.press("n");
    expect(await current.first().textContent()).toBe("611line 611");
    await page.keyboard.press("p");
    await page.keyboard.press("p");
    expect(await current.first().textContent()).toBe("418line 418");
    await page.keyboard.press("Escape");
    expect(await page.locator("#console").isVisible()).toBe(false);
    expect(await focused()).toBe("BUSTED");
    expect(errors).toEqual([]);
  });

  it("shows the findings' own lines when the console is not at hand", async () => {
    const { page } = await open(fixture("busted"));
    await page.locator(".finding a.button").first().click();
    expect(await page.locator("#lines .gap").first().textContent()).toBe("… 417 lines not in this report …");
    expect(await page.locator("#lines .current").nth(1).textContent()).toContain(
      "kernel/rcu/rcutorture.c:2258",
    );
    await page.getByLabel("Finding").selectOption({ index: 2 });
    expect(await page.locator("#lines .current").textContent()).toMatch(/^611.*End of test: FAILURE/);
  });

  it("shows and searches the consoles of all guests, and leads to the whole of them", async () => {
    const console = (count: number, said: string) =>
      Array.from(
        { length: count },
        (_, index) => `[ ${index}.000000] ${index === count - 5 ? said : "boot"}\n`,
      ).join("");
    const texts = { BUSTED: console(5_000, "The bear"), TREE05: console(900, "The fox\u001b[31m") };
    const base = fixture("busted");
    const rundir = await mkdtemp(join(folder, "run #1 "));
    const guests = base.guests.map((guest) => {
      const text = texts[guest.name as keyof typeof texts];
      const consoleLines = text.split("\n").length - 1;
      return { ...guest, console: `${guest.name}/console.log`, consoleBytes: text.length, consoleLines };
    });
    for (const [name, text] of Object.entries(texts)) {
      await mkdir(join(rundir, name));
      await writeFile(join(rundir, name, "console.log"), text);
    }
    const ui = recordingUi();
    await publish({ ...base, rundir, guests }, ui);
    expect(ui.warnings).toEqual([]);
    const { page, errors } = await openFile(join(rundir, "report.html"));
    await page.getByLabel("Search").fill("fox");
    expect(await page.locator(".guest:visible .name").allTextContents()).toEqual(["TREE05"]);
    await page.getByLabel("TREE05: passed").click();
    await page.locator("#guest-TREE05 a.button", { hasText: "Console" }).click();
    expect(await page.locator("#lines .gap").allTextContents()).toEqual(["… 700 lines not in this report …"]);
    expect(await page.locator("#lines .found").allTextContents()).toEqual(["896[ 895.000000] The fox"]);
    await expect
      .poll(() => page.locator("#lines .found").evaluate((row) => row.getBoundingClientRect().top))
      .toBeLessThan(900);
    expect(await page.locator("#extent").textContent()).toBe(
      "200 of 900 lines here, all of them in console.log",
    );
    const link = (await page.locator("#extent a").getAttribute("href")) ?? "";
    expect(link).toBe("TREE05/console.log");
    expect(await readFile(fileURLToPath(new URL(link, page.url())), "utf8")).toBe(texts.TREE05);
    expect(await page.getByLabel("Finding").isVisible()).toBe(false);
    await page.keyboard.press("Escape");

    await page.getByLabel("Search").fill("");
    await page.locator(".finding a.button").first().click();
    expect(await page.locator("#lines .current").first().textContent()).toMatch(/^419\[ 418\.000000\] boot$/);
    expect(await page.locator("#lines .gap").allTextContents()).toEqual([
      "… 317 lines not in this report …",
      expect.stringMatching(/^… 4,\d+ lines not in this report …$/),
    ]);
    expect(await page.locator("#lines").textContent()).toContain("The bear");
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(errors).toEqual([]);
  });

  it("has an address for each finding, guest and line, with the reader's filter in it", async () => {
    const { page, errors } = await open(fixture("busted"), {
      consoles: ({ name }) => (name === "BUSTED" ? excerptOf(400, 300) : undefined),
    });
    const hash = () => page.evaluate<string>("location.hash");
    const go = (to: string) => page.evaluate<undefined>(`{ location.hash = ${JSON.stringify(to)}; }`);
    const current = page.locator("#lines .current");
    await page.getByLabel("Search").fill("line 42");
    await page.getByLabel(/passed \(/).uncheck();
    expect(await hash()).toBe("#?search=line+42&hide=passed");

    // One link of the list of all consoles' lines leads to its line, and the filter stays.
    const found = page.locator("#found li");
    expect(await page.locator("#found-count").textContent()).toBe("13 lines on 1 console");
    expect(await found.nth(0).textContent()).toBe("BUSTED:420 line 420");
    await found.nth(0).getByRole("link").click();
    expect(await current.allTextContents()).toContain("420line 420");
    expect(await hash()).toBe("#guest-BUSTED:420?search=line+42&hide=passed");
    const shared = page.url();
    await page.locator('#lines div[data-line="500"] > a').click();
    expect(await current.allTextContents()).toEqual(["500line 500"]);
    await page.keyboard.press("Escape");
    expect(await hash()).toBe("#guest-BUSTED?search=line+42&hide=passed");
    await page.goBack();
    expect(await current.allTextContents()).toContain("420line 420");

    // Somebody else opens the link.
    await page.goto("about:blank");
    await page.goto(shared);
    expect(await page.getByLabel("Search").inputValue()).toBe("line 42");
    expect(await page.getByLabel(/passed \(/).isChecked()).toBe(false);
    expect(await current.allTextContents()).toContain("420line 420");

    const { fingerprint = "" } = fixture("busted").guests[0]?.findings.at(-1) ?? {};
    await go(`#finding-${fingerprint}`);
    expect(await page.locator("#console").isVisible()).toBe(false);
    expect(await page.locator(`#finding-${fingerprint} pre`).isVisible()).toBe(true);
    await go("#guest-BUSTED:1?");
    expect(await page.getByLabel("Search").inputValue()).toBe("");
    expect(await page.locator("#extent").textContent()).toContain("; line 1 is not among them");
    await go("#guest-TREE05?hide=nonsense&system=none");
    expect(await page.locator("#guest-TREE05").getAttribute("open")).toBe("");
    for (const odd of ["#%", "#finding-", "#:3", "#guest-BUSTED:999999999999"]) await go(odd);
    expect(errors).toEqual([]);
  });

  it("copies the command, and a report of one finding that can be mailed", async () => {
    const results = fixture("busted");
    const { page, errors } = await open(results);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = () => page.evaluate<string>("navigator.clipboard.readText()");
    await page.getByRole("button", { name: "Copy the command" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await copied()).toBe(results.reproduce);
    await page.getByRole("button", { name: "Copy bug report" }).first().click();
    await expect.poll(copied).toMatch(/^WARNING in rcu_torture_stats_print\n/);
    const overview = overviewOf(results);
    const [group] = overview.failures;
    if (group === undefined) throw new Error("the fixture has no failure");
    const { before, after } = bugReport(overview, group);
    expect(await copied()).toBe(before + trace(group) + after);
    expect(errors).toEqual([]);
  });

  it("draws how scenarios developed, and marks this run", async () => {
    const results = fixture("busted");
    const earlier = Array.from({ length: 9 }, (_, day) => ({
      run: String(day + 1),
      results: {
        ...fixture(day === 4 ? "busted" : "all-passed"),
        createdAt: `2026-11-0${day + 1}T00:00:00Z`,
      },
    }));
    const { page } = await open(results, { history: historyOf(earlier, { results, run: "10" }) });
    const chart = page.locator(".trends li", { hasText: "TREE05" }).locator("svg");
    expect(await chart.getAttribute("aria-label")).toBe("TREE05 over 10 runs: failures in 0 of them");
    expect(await chart.locator("circle").count()).toBe(11);
    expect(await chart.locator("circle.now").count()).toBe(1);
    const busted = page.locator(".trends li", { hasText: "BUSTED" }).locator("svg");
    expect(await busted.getAttribute("aria-label")).toBe("BUSTED over 2 runs: failures in 2 of them");
    expect(await busted.locator("rect.bad title").last().textContent()).toMatch(
      /^this run, .*: .* 1 of 1 failed$/,
    );
  });

  it("jumps from the grid to the guest", async () => {
    const { page } = await open(fixture("busted"));
    await page.getByLabel("TREE05: passed").click();
    expect(await page.locator("#guest-TREE05").getAttribute("open")).toBe("");
    expect(await page.locator("#guest-TREE05 svg.curve").isVisible()).toBe(true);
  });

  it("follows the system's colours until the reader chooses", async () => {
    const background = (page: Page) =>
      page.evaluate("getComputedStyle(document.documentElement).backgroundColor") as Promise<string>;
    const light = await open(fixture("busted"));
    const dark = await open(fixture("busted"), {}, "dark");
    expect(await background(light.page)).toBe("rgb(255, 255, 255)");
    expect(await background(dark.page)).toBe("rgb(15, 20, 26)");
    await dark.page.getByRole("button", { name: "Light" }).click();
    expect(await background(dark.page)).toBe("rgb(255, 255, 255)");
    await dark.page.reload();
    expect(await background(dark.page)).toBe("rgb(255, 255, 255)");
    expect(await dark.page.getByRole("button", { name: "Dark" }).isVisible()).toBe(true);
  });

  it("runs nothing that a console holds", async () => {
    const attack = `</script><script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>"'-->`;
    const { page, errors, requests } = await open(hostile(attack), {
      consoles: () => ({ link: "x/console.log", excerpts: [{ firstLine: 1, text: attack }] }),
    });
    await page.locator(".finding a.button").first().click();
    expect(await page.locator("#lines div").first().textContent()).toBe(`1${attack}`);
    expect(await page.locator("img, svg[onload]").count()).toBe(0);
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
  });

  it("names every control, and nothing overflows a phone", async () => {
    const { page } = await open(fixture("attempts"));
    const nameless = await page.evaluate(
      `[...document.querySelectorAll("button, input, select, a")].filter((one) =>
        !one.textContent.trim() && !one.getAttribute("aria-label") && !one.labels?.length && !one.closest("dialog")).length`,
    );
    expect(nameless).toBe(0);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  });

  it("puts the statistics' words below their row on a phone", async () => {
    const results = fixture("attempts");
    const { page } = await open(results, { statistics: summarise([results]) });
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    const row = page.locator("section", { hasText: "Statistics" }).locator("tbody tr").first();
    const [whole, words, figure] = await Promise.all([
      row.boundingBox(),
      row.locator(".words").boundingBox(),
      row.locator(".figure").first().boundingBox(),
    ]);
    expect(whole?.height).toBeLessThan(272);
    expect(words?.width).toBeGreaterThan(300);
    expect(words?.y).toBeGreaterThan((figure?.y ?? 0) + (figure?.height ?? 0) - 1);
  });

  it("opens and filters a huge run", async () => {
    const { page, errors } = await open(hugeResults(1_000, 20));
    // Not by its label: computing names for tens of thousands of elements takes the driver long.
    await page.locator("#search").fill("tree999");
    expect(await page.locator("#shown").textContent()).toBe("1 of 1000 shown");
    expect(errors).toEqual([]);
  });
});
