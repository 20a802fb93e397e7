import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bundle } from "../../scripts/bundle/bundle.ts";
import { subjectOf } from "../../scripts/bundle/lazy.ts";
import { notices } from "../../scripts/bundle/notices.ts";
import { needsOf, sharedFileOf } from "../../scripts/bundle/shared.ts";

const scratch = mkdtempSync(join(tmpdir(), "bundle-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("dist/", () => {
  test("is a handful of files with stable names, and the same each time", async () => {
    const [one, other] = [join(scratch, "one"), join(scratch, "other")];
    await bundle(one);
    await bundle(other);
    const names = readdirSync(one).sort();
    expect(names).toEqual(readdirSync(other).sort());
    for (const name of names) {
      expect(readFileSync(join(one, name)).equals(readFileSync(join(other, name))), name).toBe(true);
    }
    expect(names).toEqual(expect.arrayContaining(["main.js", "post.js", "cli.js", "consoleWorker.js"]));
    expect(names.length).toBeLessThanOrEqual(20);
    for (const name of names) expect(name).toMatch(/^[A-Za-z]+(-runtime)?\.(js|txt)$/);
    // No files that only pass on what another one exports.
    const forwarders = names
      .filter((name) => name.endsWith(".js"))
      .filter((name) => {
        const text = readFileSync(join(one, name), "utf8");
        return text.replaceAll(/^(import|export) .*$/gm, "").trim() === "";
      });
    expect(forwarders).toEqual([]);
  });

  test("no program loads at its start what only others need", () => {
    const start = (name: string) => {
      const found = new Set<string>();
      const open = [name];
      for (let file = open.pop(); file !== undefined; file = open.pop()) {
        if (found.has(file)) continue;
        found.add(file);
        const text = readFileSync(join(scratch, "one", file), "utf8");
        for (const [, other = ""] of text.matchAll(/^import .*"\.\/([^"]+)";$/gm)) open.push(other);
      }
      return [...found].sort();
    };
    expect(start("main.js")).toEqual(["action.js", "core.js", "main.js", "rolldown-runtime.js"]);
    expect(start("post.js")).toEqual(["action.js", "core.js", "post.js", "rolldown-runtime.js"]);
    expect(start("cli.js")).toEqual(["cli.js", "core.js", "rolldown-runtime.js"]);
    const holding = (word: string) =>
      readdirSync(join(scratch, "one")).filter((name) =>
        readFileSync(join(scratch, "one", name)).includes(word),
      );
    expect(holding("YAMLParseError")).toEqual(["plans.js"]);
    expect(holding("UndiciError")).toEqual(["stores.js"]);
    for (const heavy of ["stores.js", "ssh.js", "reports.js", "plans.js", "statistics.js"]) {
      expect(start("modes.js")).not.toContain(heavy);
    }
    for (const heavy of ["stores.js", "ssh.js", "plans.js", "packages.js", "archives.js"]) {
      expect(start("reports.js")).not.toContain(heavy);
    }
  });
});

describe("who needs a module", () => {
  const links: Record<string, string[]> = { a: ["c", "d"], b: ["d"], c: ["e"], d: ["e", "c"], e: ["d"] };
  const needs = needsOf(
    new Map([
      ["a", "main"],
      ["b", "lazy:ssh"],
    ]),
    (id) => ({ importedIds: links[id] ?? [] }),
  );

  test("all that static imports lead to, in circles too", () => {
    expect(Object.fromEntries([...needs].map(([id, files]) => [id, [...files].sort()]))).toEqual({
      a: ["main"],
      b: ["lazy:ssh"],
      c: ["lazy:ssh", "main"],
      d: ["lazy:ssh", "main"],
      e: ["lazy:ssh", "main"],
    });
  });

  test.each([
    [["main"], null],
    [["main", "cli"], "core"],
    [["main", "lazy:stores"], "action"],
    [["consoleWorker", "lazy:modes"], "console"],
    [["lazy:modes", "lazy:ssh"], "shared"],
    [["lazy:plans", "lazy:reports"], "statistics"],
    [["lazy:archives", "lazy:stores"], "packages"],
  ])("%j: %s", (files, name) => expect(sharedFileOf(new Set(files))).toBe(name));
});

test("what is imported dynamically belongs to what makes it slow to load, however far away that is", () => {
  const files: Record<string, string> = {
    "src/modes/new.ts":
      'import {\n  publish,\n} from "../publish.ts";\nimport type { Client } from "ssh2";\n',
    "src/publish.ts": 'export { junit } from "./report/junit.ts";\nimport "yaml";\n',
    "src/report/junit.ts": 'import Builder from "fast-xml-builder";\n',
    "src/modes/run.ts": 'const late = await import("../publish.ts");\n',
  };
  const read = (path: string) => files[path] ?? "";
  expect(subjectOf("src/modes/new.ts", read)).toBe("reports");
  expect(subjectOf("src/modes/run.ts", read)).toBe("modes");
});

describe("licences", () => {
  function pack(name: string, licence: string | undefined): string {
    const folder = join(scratch, "node_modules", name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", license: "MIT" }));
    if (licence !== undefined) writeFileSync(join(folder, "LICENSE"), licence);
    return join(folder, "index.js");
  }
  const mit = (holder: string) => `MIT License\n\nCopyright (c) 2020 ${holder}\n\nPermission is granted.\n`;

  test("each text once, with all packages and holders before it", () => {
    const files = [
      pack("b", mit("Ben")),
      pack("a", mit("Anna").replaceAll("\n", "\n  ")),
      pack("@x/c", "Other.\n"),
    ];
    const mits = "a 1.0.0\n    Copyright (c) 2020 Anna\nb 1.0.0\n    Copyright (c) 2020 Ben\n";
    expect(notices([...files, ...files])).toBe(
      `@x/c 1.0.0\n\nOther.\n\n${"-".repeat(78)}\n\n${mits}\nMIT License\n\n  Permission is granted.\n`,
    );
    expect(notices([pack("d", undefined)])).toBe("d 1.0.0\n\nLicense: MIT\n");
  });
});
