/** Bundles src/ into dist/. `--check`: into a temporary folder, and fails when dist/ differs. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** ssh2's native parts are optional, and abort the process under Node 24: leave them out. */
const withoutNativeAddons: Plugin = {
  name: "without-native-addons",
  setup(bundler) {
    bundler.onResolve({ filter: /\.node$|^cpu-features$/ }, ({ path }) => ({ path, namespace: "native" }));
    bundler.onLoad({ filter: /.*/, namespace: "native" }, () => ({
      contents: 'throw new Error("native addons are not bundled");',
      loader: "js",
    }));
  },
};

/**
 * The toolkit's core does not say that its modules only define things, so all of them would be loaded at every
 * start: among them a client for identity tokens with an HTTP stack that is larger than all the rest.
 */
const onlyWhatIsUsedOfTheCore: Plugin = {
  name: "only-what-is-used-of-the-core",
  setup(bundler) {
    const asked = Symbol("asked");
    bundler.onResolve({ filter: /^@actions\/core$|^\.\.?\// }, async ({ path, pluginData, ...where }) => {
      const inCore = /\/node_modules\/@actions\/core\//.test(where.importer);
      if (pluginData === asked || (path.startsWith(".") && !inCore)) return undefined;
      const { importer, namespace, resolveDir, kind } = where;
      const found = await bundler.resolve(path, { importer, namespace, resolveDir, kind, pluginData: asked });
      return { ...found, sideEffects: false };
    });
  },
};

/** Licences of all that was bundled, as their terms ask. */
function notices(inputs: readonly string[]): string {
  const packages = new Set(
    inputs
      .map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
      .filter((path) => path !== undefined),
  );
  const texts = [...packages].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
    const text = file ? readFileSync(join(root, folder, file), "utf8").trim() : `License: ${license}`;
    return `${name} ${version}\n\n${text}\n`;
  });
  return texts.sort().join(`\n${"-".repeat(78)}\n\n`);
}

async function bundle(outdir: string): Promise<void> {
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      main: "src/main.ts",
      post: "src/post.ts",
      cli: "src/cli.ts",
      // A thread of stages/judge/consolePool.ts.
      consoleWorker: "src/stages/judge/consoleWorker.ts",
    },
    outdir,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    splitting: true,
    // The toolkit compares error names.
    keepNames: true,
    minifyWhitespace: true,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
    // What CommonJS modules expect; by other names, because some ES modules declare these themselves.
    define: { __filename: "__bundleFilename", __dirname: "__bundleDirname" },
    banner: {
      js: [
        'import { createRequire as __createRequire } from "node:module";',
        'import { dirname as __pathDirname } from "node:path";',
        'import { fileURLToPath as __fileURLToPath } from "node:url";',
        "const require = __createRequire(import.meta.url);",
        "const __bundleFilename = __fileURLToPath(import.meta.url);",
        "const __bundleDirname = __pathDirname(__bundleFilename);",
      ].join("\n"),
    },
    plugins: [withoutNativeAddons, onlyWhatIsUsedOfTheCore],
  });
  writeFileSync(join(outdir, "licenses.txt"), notices(Object.keys(metafile.inputs)));
}

if (process.argv.includes("--check")) {
  const fresh = mkdtempSync(join(tmpdir(), "dist-"));
  try {
    await bundle(fresh);
    if (!existsSync(join(root, "dist"))) throw new Error("dist/ is missing");
    execFileSync("diff", ["-rq", fresh, join(root, "dist")], { stdio: "inherit" });
    console.log("dist/ is what src/ builds.");
  } catch {
    console.error("dist/ is out of date. Run: npm run build");
    process.exitCode = 1;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
} else {
  await bundle(join(root, "dist"));
}
