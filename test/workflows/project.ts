import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A workflow file: its path relative to a repository, and its text. */
export interface Workflow {
  readonly path: string;
  readonly text: string;
}

/** The workflows of this repository. */
export function ownWorkflows(): Workflow[] {
  const folder = ".github/workflows";
  const names = readdirSync(join(root, folder)).filter((name) => /\.ya?ml$/.test(name));
  return names.map((name) => ({
    path: `${folder}/${name}`,
    text: readFileSync(join(root, folder, name), "utf8"),
  }));
}

/** The workflows that a Markdown file shows: its YAML blocks with `jobs:`. One without `on:` is a part of one. */
export function shownWorkflows(path: string): Workflow[] {
  const blocks = readFileSync(join(root, path), "utf8").matchAll(/^```yaml\n(.*?)^```$/gms);
  return [...blocks]
    .map(([, text = ""]) => text)
    .filter((text) => /^jobs:/m.test(text))
    .map((text, i) => ({
      path: `.github/workflows/${path.replace(/\W+/g, "-")}-${i + 1}.yml`,
      text: /^on:/m.test(text) ? text : `on: push\npermissions: {}\n${text}`,
    }));
}

/** The example workflows, as a user would copy them. */
export function exampleWorkflows(): Workflow[] {
  const folder = "docs/examples";
  return readdirSync(join(root, folder)).map((name) => ({
    path: `.github/workflows/${name}`,
    text: readFileSync(join(root, folder, name), "utf8"),
  }));
}

/** Files that workflows refer to, beside them in a repository. */
const companions = ["action.yml", "package.json"];

/** A repository in a temporary folder that holds the workflows and our `action.yml`; removed when disposed. */
export function temporaryRepository(files: readonly Workflow[]): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), "workflows-"));
  mkdirSync(join(path, ".git"));
  for (const name of companions) cpSync(join(root, name), join(path, name));
  for (const file of files) {
    mkdirSync(dirname(join(path, file.path)), { recursive: true });
    writeFileSync(join(path, file.path), file.text);
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
