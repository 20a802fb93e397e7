import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Plugin } from "rolldown";

/**
 * What is loaded only when needed, by subject: one file of dist/ for each. The first pattern that fits the path of an
 * imported module counts. Every dynamic import becomes a file otherwise, and each set of them that shares a module
 * another one.
 */
const subjects: readonly [pattern: RegExp, subject: string][] = [
  [/^src\/github\/.*store/i, "stores"],
  [/ssh|remote|lease/i, "ssh"],
  [/^src\/(inputs\/|version)/, "help"],
  [/report|publish|enrich|history|judge|merge/i, "reports"],
  [/pools|shard|plan/i, "plans"],
  [/^src\//, "modes"],
];

const prefix = "lazy:";
const dynamicImport = /\bimport\("(\.{1,2}\/[^"]+\.ts)"\)/g;

/** @param path from the top of the repository: `src/github/stores.ts` */
export function subjectOf(path: string): string {
  const found = subjects.find(([pattern]) => pattern.test(path));
  if (!found) throw new Error(`${path} is imported dynamically and has no subject in scripts/bundle/lazy.ts`);
  return found[1];
}

const nameOf = (path: string) => path.replace(/\W/g, "_");

/** Modules of src/ that some module imports dynamically, by subject; paths from the top of the repository, sorted. */
function lazyModules(root: string): Map<string, string[]> {
  const found = new Set<string>();
  for (const file of globSync("src/**/*.ts", { cwd: root })) {
    for (const [, target = ""] of readFileSync(join(root, file), "utf8").matchAll(dynamicImport)) {
      found.add(join(dirname(file), target));
    }
  }
  return Map.groupBy([...found].sort(), subjectOf);
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
        const paths = modules.get(id.slice(prefix.length)) ?? [];
        return paths
          .map((path) => `export * as ${nameOf(path)} from ${JSON.stringify(join(root, path))};`)
          .join("\n");
      },
    },
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /\bimport\(/ },
      handler(code, id) {
        return code.replaceAll(dynamicImport, (_, target: string) => {
          const path = relative(root, join(dirname(id), target));
          return `import("${prefix}${subjectOf(path)}").then((all) => all.${nameOf(path)})`;
        });
      },
    },
  };
}
