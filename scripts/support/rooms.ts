/**
 * The rooms of `src/`, and which of them may import from which: the one table that the lint enforces. Arrows run
 * down (modes, stages, rooms), a contract lies below both who uses and who implements it, and no stage knows another.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** What every room may use. */
const ground = ["errors.ts", "contracts", "text", "version.ts", "repository.ts", "ui.ts"];

/** A room is the longest of these that a path begins with; a file directly in `src/` is a room of its own. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  // Wiring.
  "main.ts": ["faults.ts", "github", "inputs", "modes", "process", "signals.ts", "systems"],
  "post.ts": ["faults.ts", "github", "modes", "process", "stages/execute", "systems"],
  "cli.ts": [
    "faults.ts",
    "github",
    "inputs",
    "modes",
    "process",
    "signals.ts",
    "storage",
    "systems",
    "terminal.ts",
  ],
  github: ["context.ts", "handoff", "inputs", "kernel", "process", "report", "storage", "systems"],
  "terminal.ts": ["process", "report"],
  "faults.ts": ["process"],
  "signals.ts": ["guests", "process"],
  // What a user asks for, and what that is made of.
  modes: [
    "bisect",
    ...[
      "stages/prepare",
      "stages/execute",
      "stages/judge",
      "stages/enrich",
      "stages/conclude",
      "stages/publish",
    ],
    ...[
      "stages/data.ts",
      "context.ts",
      "handoff",
      "inputs",
      "kernel",
      "plan",
      "process",
      "results",
      "rundir",
    ],
    ...["statistics", "storage", "systems"],
  ],
  "stages/prepare": [
    "bisect",
    ...[
      "stages/data.ts",
      "context.ts",
      "guests",
      "handoff",
      "inputs",
      "kernel",
      "plan",
      "process",
      "results",
    ],
    ...["rundir", "statistics", "storage", "systems"],
  ],
  "stages/execute": [
    "bisect",
    ...[
      "stages/data.ts",
      "console",
      "context.ts",
      "guests",
      "handoff",
      "inputs",
      "plan",
      "process",
      "results",
    ],
    ...[
      "rundir",
      "statistics",
      "storage",
      "systems",
      "systems/ssh/connection",
      "systems/ssh/preflight",
      "systems/ssh/kernels",
    ],
    "systems/ssh/guests",
  ],
  "stages/judge": [
    "bisect",
    "stages/data.ts",
    "console",
    "context.ts",
    "guests",
    "kernel",
    "plan",
    "results",
    "rundir",
  ],
  "stages/enrich": ["stages/data.ts", "console", "context.ts", "results", "rundir", "storage", "symbols"],
  "stages/conclude": [
    "bisect",
    ...[
      "stages/data.ts",
      "context.ts",
      "handoff",
      "inputs",
      "kernel",
      "plan",
      "results",
      "rundir",
      "statistics",
      "storage",
    ],
    "systems",
  ],
  "stages/publish": [
    "bisect",
    "kernel",
    ...[
      "stages/data.ts",
      "context.ts",
      "handoff",
      "plan",
      "report",
      "results",
      "rundir",
      "statistics",
      "storage",
    ],
    "systems",
  ],
  "stages/data.ts": ["console", "guests", "results", "rundir", "statistics", "storage"],
  "context.ts": ["console", "inputs", "kernel", "storage", "systems"],
  // Rooms, the upper ones first.
  handoff: ["bisect", "context.ts", "plan", "process", "results", "rundir", "storage", "systems"],
  inputs: ["kernel", "plan", "results"],
  guests: ["plan", "results", "rundir", "systems"],
  kernel: ["plan", "process", "results", "rundir", "storage", "systems"],
  "systems/ssh/guests": ["systems", "systems/ssh/connection"],
  "systems/ssh/kernels": ["systems", "systems/ssh/connection"],
  "systems/ssh/preflight": ["systems", "systems/ssh/connection"],
  "systems/ssh/connection": ["process", "systems"],
  symbols: ["results", "systems"],
  storage: ["process", "systems"],
  rundir: ["plan", "storage", "systems"],
  report: ["console", "results", "statistics"],
  statistics: ["results"],
  console: ["results"],
  systems: ["process", "results"],
  results: ["plan"],
  plan: [],
  bisect: [],
  process: [],
  text: [],
  contracts: [],
  "errors.ts": [],
  "version.ts": [],
  "repository.ts": [],
  "ui.ts": ["report"],
};

/** The room of a file, by its path below `src/`; undefined: it has none. */
export function roomOf(path: string): string | undefined {
  const parts = path.split("/");
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join("/");
    if (name in rooms) return name;
  }
  return undefined;
}

/** Below `src/`, an import of `to` in `from` that the table does not have: the reason; undefined: it has it. */
export function refusal(from: string, to: string): string | undefined {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === undefined) return `src/${from}: is in no room; add it to scripts/support/rooms.ts`;
  if (there === undefined) return `src/${from}: imports src/${to}, which is in no room`;
  if (here === there || ground.includes(there) || rooms[here]?.includes(there)) return undefined;
  return `src/${from}: ${here} may not import ${there} (src/${to}); move what both need below them, or see scripts/support/rooms.ts`;
}

/** Paths that a file imports, below `src/`, statically or later. */
export function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]*\.ts)"/g)].map(([, spec = ""]) =>
    relative("/", resolve("/", dirname(path), spec)),
  );
}

/** All imports below a folder `src/` that the table does not have. */
export function refusedImports(src: string): string[] {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  return files.sort().flatMap((file) => {
    const imported = importsOf(file, readFileSync(join(src, file), "utf8"));
    return imported.flatMap((target) => refusal(file, target) ?? []);
  });
}

/** Circles among the rooms in the table, each as a line; a table without any lets every room be understood alone. */
export function circles(): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (room: string, above: readonly string[]): void => {
    if (above.includes(room)) found.push([...above.slice(above.indexOf(room)), room].join(" > "));
    if (above.includes(room) || done.has(room)) return;
    for (const below of rooms[room] ?? []) visit(below, [...above, room]);
    done.add(room);
  };
  for (const room of Object.keys(rooms)) visit(room, []);
  return found;
}
