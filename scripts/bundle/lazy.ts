import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Plugin } from "rolldown";

/**
 * What is loaded only when needed, by subject: one file of dist/ for each. A module that is imported dynamically belongs
 * to the first subject whose package (or folder of src/) its static imports lead to: to what makes it slow to load.
 */
const subjects: readonly [needs: RegExp, subject: string][] = [
  [/^@actions\/(artifact|cache|github\/lib\/utils)$/, "stores"],
  [/^ssh2$/, "ssh"],
  [/^fast-xml-builder$/, "reports"],
  [/^yaml$/, "plans"],
  [/^@stdlib\//, "reports"],
  [/^tar$/, "archives"],
  [/^src\/inputs\/(help|completion)\.ts$/, "help"],
  [/^src\//, "modes"],
];

const prefix = "lazy:";
const dynamicImport = /\bimport\("(\.{1,2}\/[^"]+\.ts)"\)/g;
const staticImport = /^(?:import|export)\s(?!type\b)[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gm;

/** Reads a module of src/ by its path from the top of the repository: `src/github/stores.ts`. */
type Read = (path: string) => string;

/** Subject of a module that is imported dynamically. */
export function subjectOf(path: string, read: Read): string {
  const found = new Set<string>();
  const open = [path];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    if (!next.startsWith("src/") || !next.endsWith(".ts")) continue;
    for (const [, from, alone] of read(next).matchAll(staticImport)) {
      const target = from ?? alone ?? "";
      open.push(target.startsWith(".") ? join(dirname(next), target) : target);
    }
  }
  const needs = [...found];
  return subjects.find(([pattern]) => needs.some((name) => pattern.test(name)))?.[1] ?? "modes";
}

const nameOf = (path: string) => path.replace(/\W/g, "_");

/** Subjects of the modules of src/ that some module imports dynamically, by their paths. */
function lazyModules(root: string): Map<string, string> {
  const read: Read = (path) => readFileSync(join(root, path), "utf8");
  const found = new Set<string>();
  for (const file of globSync("src/**/*.ts", { cwd: root })) {
    for (const [, target = ""] of read(file).matchAll(dynamicImport)) found.add(join(dirname(file), target));
  }
  return new Map([...found].sort().map((path) => [path, subjectOf(path, read)]));
}

/**
 * Gathers the dynamic imports of src/ behind one module per subject: `import("./history.ts")` becomes
 * `import("lazy:reports").then((all) => all.src_stages_history_ts)`. Only in dist/: the sources stay as they are.
 */
export function lazySubjects(root: string): Plugin {
  const modules = lazyModules(root);
  return {
    name: "lazy-subjects",
    resolveId: { filter: { id: /^lazy:/ }, handler: (id) => id },
    load: {
      filter: { id: /^lazy:/ },
      handler(id) {
        const subject = id.slice(prefix.length);
        return [...modules.keys()]
          .filter((path) => modules.get(path) === subject)
          .map((path) => `export * as ${nameOf(path)} from ${JSON.stringify(join(root, path))};`)
          .join("\n");
      },
    },
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /\bimport\(/ },
      handler(code, id) {
        return code.replaceAll(dynamicImport, (_, target: string) => {
          const path = relative(root, join(dirname(id), target));
          return `import("${prefix}${modules.get(path)}").then((all) => all.${nameOf(path)})`;
        });
      },
    },
  };
}
