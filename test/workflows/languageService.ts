import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ActionsMetadataProvider, registerLogger, validate } from "@actions/languageservice";
import { build } from "rolldown";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import type { Problem } from "./checkers.ts";
import { root, type Workflow } from "./project.ts";

interface Service {
  readonly registerLogger: typeof registerLogger;
  readonly validate: typeof validate;
  readonly TextDocument: typeof TextDocument;
}

let loaded: Promise<Service> | undefined;
let documents = 0;

/** GitHub's own language service. It imports JSON in a way only bundlers take, so it is bundled first. */
async function load(): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), "language-service-"));
  try {
    const outfile = join(folder, "service.cjs");
    const entry = join(folder, "service.ts");
    writeFileSync(
      entry,
      'export { registerLogger, validate } from "@actions/languageservice";\n' +
        'export { TextDocument } from "vscode-languageserver-textdocument";\n',
    );
    await build({
      input: entry,
      platform: "node",
      resolve: { modules: [join(root, "node_modules")] },
      logLevel: "silent",
      output: { file: outfile, format: "cjs" },
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Knows the inputs of this action under its published name; of others only that they exist. */
const metadata: ActionsMetadataProvider = {
  fetchActionMetadata: async ({ owner, name }) =>
    name === "rcutorture-action"
      ? parse(readFileSync(join(root, "action.yml"), "utf8"))
      : { name: `${owner}/${name}`, description: "" },
};

/** Reusable workflows that workflows call: ours, here or by its published name. */
const files: NonNullable<NonNullable<Parameters<typeof validate>[1]>["fileProvider"]> = {
  async getFileContent({ path }) {
    return { name: path, content: readFileSync(join(root, path), "utf8") };
  },
};

/** Validates a workflow or an `action.yml` as GitHub's editor does, inputs of this action included. */
export async function languageService({ path, text }: Workflow): Promise<Problem[]> {
  loaded ??= load();
  const service = await loaded;
  // It logs its own failures and then finds nothing.
  const failures: string[] = [];
  service.registerLogger({
    error: (message) => failures.push(message),
    warn: () => undefined,
    info: () => undefined,
    log: () => undefined,
  });
  // It remembers what it parsed under a name, whatever the text is.
  const document = service.TextDocument.create(`file:///${documents++}/${path}`, "yaml", 1, text);
  const diagnostics = await service.validate(document, {
    actionsMetadataProvider: metadata,
    fileProvider: files,
  });
  if (failures.length > 0) throw new Error(`The language service broke on ${path}: ${failures.join("; ")}`);
  return diagnostics.map(({ range, message }) => ({
    path,
    line: range.start.line + 1,
    message: typeof message === "string" ? message : message.value,
  }));
}
