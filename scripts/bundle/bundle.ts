import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Plugin, rolldown } from "rolldown";
import { lazySubjects } from "./lazy.ts";
import { notices } from "./notices.ts";
import { needsOf, sharedFileOf } from "./shared.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** What GitHub and a shell start, and the thread that reads consoles. */
const entries = {
  main: "src/main.ts",
  post: "src/post.ts",
  cli: "src/cli.ts",
  consoleWorker: "src/stages/judge/consoleWorker.ts",
};

/** ssh2's native parts are optional, and abort the process under Node 24: leave them out. */
const withoutNativeAddons: Plugin = {
  name: "without-native-addons",
  resolveId: { filter: { id: /\.node$|^cpu-features$/ }, handler: (id) => `\0native:${id}` },
  load: {
    filter: { id: /^\0native:/ },
    handler: () => 'throw new Error("native addons are not bundled");',
  },
};

/**
 * The toolkit's core re-exports a client for identity tokens, whose HTTP stack is larger than all that a start needs
 * otherwise, and facts about the platform. Nobody here uses either, but the imports alone would load them.
 */
const withoutUnusedCore: Plugin = {
  name: "without-unused-core",
  load: {
    filter: { id: /\/@actions\/core\/lib\/(oidc-utils|platform)\.js$/ },
    handler: () => "export const OidcClient = undefined;",
  },
};

/** Bundles src/ into a folder, which is emptied before. Byte for byte the same for the same sources and packages. */
export async function bundle(outdir: string): Promise<void> {
  rmSync(outdir, { recursive: true, force: true });
  const needs = new Map<string, Set<string>>();
  const build = await rolldown({
    cwd: root,
    input: entries,
    platform: "node",
    // What CommonJS modules expect.
    transform: { define: { __dirname: "import.meta.dirname", __filename: "import.meta.filename" } },
    preserveEntrySignatures: "allow-extension",
    plugins: [
      withoutNativeAddons,
      withoutUnusedCore,
      lazySubjects(root),
      {
        name: "learn-needs",
        buildEnd() {
          const names = Object.entries(entries).map(([name, path]) => [join(root, path), name] as const);
          const ids = [...this.getModuleIds()];
          const lazy = ids.filter((id) => id.startsWith("lazy:")).map((id) => [id, id] as const);
          const found = needsOf(new Map([...names, ...lazy]), (id) => this.getModuleInfo(id));
          for (const [id, files] of found) needs.set(id, files);
        },
      },
    ],
  });
  const { output } = await build.write({
    dir: outdir,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: ({ facadeModuleId, name }) => `${facadeModuleId?.replace("lazy:", "") ?? name}.js`,
    // The toolkit compares error names.
    keepNames: true,
    // Lines that a diff can show, and names that do not change with those of a neighbour.
    minify: false,
    minifyInternalExports: false,
    comments: false,
    codeSplitting: {
      groups: [{ debugName: "shared files", name: (id) => sharedFileOf(needs.get(id) ?? new Set()) }],
      includeDependenciesRecursively: false,
    },
  });
  await build.close();
  const modules = output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
  writeFileSync(join(outdir, "licenses.txt"), notices(modules));
}
