import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const root = new URL("../../src/", import.meta.url);

const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), "utf8") }));

const filesWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

it("only the wiring and the Uis know the outputs of this process", () => {
  expect(
    filesWith(
      /\bprocess\s*\.\s*(?:stdout|stderr)\b|process\[|_rawDebug|openStdio|\/dev\/std|\/dev\/fd/,
    ).sort(),
  ).toEqual([
    "cli.ts",
    // What the toolkit writes is caught here.
    "github/observe.ts",
    "github/ui.ts",
  ]);
});

it("only an outlet writes to them, and it takes nothing that has not come through the door", () => {
  const allowed = [
    "outletTo(process.stdout)",
    "terminalUi(process.stdout, process.stderr)",
    "[process.stdout, process.stderr]",
  ];
  const writes = sources
    .map(({ path, text }) => ({ path, text: allowed.reduce((rest, use) => rest.replaceAll(use, ""), text) }))
    .filter(({ text }) => /\bprocess\s*\.\s*std(?:out|err)\b/.test(text))
    .map(({ path }) => path);
  expect(writes).toEqual([]);
});

it("nobody writes to the console, or to a file descriptor by number", () => {
  // report/html/script.ts is a program for a browser.
  expect(filesWith(/\bconsole\.(?:log|error|warn|info|debug|trace|dir|table)\(|\bwriteSync\([12],/)).toEqual(
    [],
  );
});

it("only the Ui and state use the toolkit's core, and none of its logging", () => {
  expect(filesWith(/from "@actions\/core"|import\("@actions\/core"\)/).sort()).toEqual([
    "github/readState.ts",
    "github/state.ts",
    "github/ui.ts",
  ]);
  const used = sources
    .filter(({ path }) => path.startsWith("github/"))
    .flatMap(({ text }) => [...text.matchAll(/\bcore\.(\w+)/g)].map(([, name]) => name));
  expect([...new Set(used)].sort()).toEqual(["getState", "saveState", "setOutput", "summary"]);
});

it("every program that is started gets an environment that was chosen for it", () => {
  const calls = sources.flatMap(({ path, text }) =>
    [
      ...text.matchAll(
        /(?<![.\w#])(?:spawn|spawnSync|execFile|execFileSync|fork|exec)\(([\s\S]*?)\n?\s*\}\);?\n/g,
      ),
    ].map(([call]) => ({ path, call })),
  );
  expect(calls.length).toBeGreaterThan(8);
  const without = calls.filter(
    ({ call }) => !/\benv: (?:\{ \.\.\.)?(?:plain|ssh|site|build)Environment\(|\benv,/.test(call),
  );
  expect(without).toEqual([]);
});
