import type { Diagnostic } from "../results/schema.ts";

/** No report needs more of one build, and a broken header can give thousands. */
const most = 100;
const longest = 1000;

/** One kind of line in a build log, and how to read it. `tree` is stripped from file names afterwards. */
interface Pattern {
  readonly line: RegExp;
  readonly read: (groups: Record<string, string>) => Diagnostic;
}

/** In this order: the first that fits a line reads it. Groups: file, line, column, severity, message. */
const patterns: readonly Pattern[] = [
  // Compilers: kernel/rcu/tree.c:12:3: error: 'x' undeclared. Assembler: a.S:5: Error: … Kconfig: a:3:error: …
  {
    line: /^(?<file>[^\s:][^:]*):(?<line>\d+):(?:(?<column>\d+):)? ?(?:fatal )?(?<severity>[Ee]rror|[Ww]arning): ?(?<message>.+)$/,
    read: positioned,
  },
  // kernel/rcu/Kconfig:12: syntax error
  {
    line: /^(?<file>[^\s:]*Kconfig[^\s:]*):(?<line>\d+): (?<message>syntax error|.*unterminated.*|.*unexpected.*)$/,
    read: (groups) => positioned({ ...groups, severity: "error" }),
  },
  // GNU ld: …/tree.c:123: undefined reference to `x', or tree.c:(.text+0x12): …, with or without "ld: " before.
  {
    line: /^(?:\S*ld(?:\.\w+)?: )?(?<file>[^\s:]+):(?:(?<line>\d+)|\([^)]*\)): (?<message>(?:undefined reference to|multiple definition of) .+)$/,
    read: (groups) => positioned({ ...groups, severity: "error" }),
  },
  // lld, modpost, and compilers without a position.
  {
    line: /^(?:\S*(?:ld\.lld|lld|gcc(?:-\d+)?|clang(?:-\d+)?|cc1|ld|as)): (?:fatal )?(?<severity>error|warning): (?<message>.+)$/,
    read: plain,
  },
  { line: /^ERROR: (?<message>.+)$/, read: (groups) => plain({ ...groups, severity: "error" }) },
  {
    line: /^(?<message>\S+\.o: warning: objtool: .+)$/,
    read: (groups) => plain({ ...groups, severity: "warning" }),
  },
  // The shell that make starts: /bin/sh: 1: flex: not found
  {
    line: /^(?<message>\S*sh: (?:line )?\d+: .+: (?:command )?not found)$/,
    read: (groups) => plain({ ...groups, severity: "error" }),
  },
];

/** make[3]: *** [scripts/Makefile.build:229: kernel/rcu/tree.o] Error 1, or *** No rule …  Stop. */
const makeError = /^make(?:\[\d+\])?: \*\*\* (?<message>.+)$/;
/** The same failure on its way up: kbuild's folders (`kernel/rcu`, `.`), `__sub-make`, and waiting for others. */
const makeEcho = /: __sub-make\]|(?:: |\[)(?:\.|[\w./-]*\/?[\w-]+)\] Error 2$|^Waiting for unfinished jobs/;

/**
 * Compiler, assembler, linker, modpost and Kconfig complaints in a build's output, errors first, each once, at
 * most a hundred. What `make` says of itself is taken only when nobody else named an error.
 *
 * @param tree Absolute path of the kernel tree: file names come out relative to it.
 */
export function buildDiagnostics(output: string, tree: string): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const fromMake: Diagnostic[] = [];
  for (const line of output.split("\n").map((one) => one.trimEnd())) {
    const diagnostic = readLine(line, tree);
    if (diagnostic) found.set(JSON.stringify(diagnostic), diagnostic);
    const message = makeError.exec(line)?.groups?.message;
    if (message && !makeEcho.test(message)) fromMake.push({ severity: "error", message: `make: ${message}` });
  }
  const all = [...found.values()];
  const errors = all.filter(({ severity }) => severity === "error");
  const warnings = all.filter(({ severity }) => severity === "warning");
  return [...(errors.length > 0 ? errors : fromMake.slice(0, 5)), ...warnings].slice(0, most);
}

function readLine(line: string, tree: string): Diagnostic | undefined {
  for (const pattern of patterns) {
    const groups = pattern.line.exec(line)?.groups;
    if (groups) return inTree(pattern.read(groups), tree);
  }
  return undefined;
}

function positioned(groups: Record<string, string>): Diagnostic {
  return {
    ...plain(groups),
    ...(groups.file ? { file: groups.file } : {}),
    ...(Number(groups.line) > 0 ? { line: Number(groups.line) } : {}),
    ...(Number(groups.column) > 0 ? { column: Number(groups.column) } : {}),
  };
}

function plain({ severity = "error", message = "" }: Record<string, string>): Diagnostic {
  return {
    severity: severity.toLowerCase() === "warning" ? "warning" : "error",
    message: message.slice(0, longest),
  };
}

function inTree(diagnostic: Diagnostic, tree: string): Diagnostic {
  if (diagnostic.file === undefined) return diagnostic;
  const file = diagnostic.file.startsWith(`${tree}/`)
    ? diagnostic.file.slice(tree.length + 1)
    : diagnostic.file;
  return { ...diagnostic, file: file.replace(/^\.\//, "") };
}

/** Signs in a build's output that the machine, not the kernel, made it fail. */
const machineTrouble: readonly (readonly [RegExp, string])[] = [
  [/No space left on device/, "the disk is full"],
  [/Disk quota exceeded/, "the disk quota is used up"],
  [
    /Killed signal terminated program|(?:gcc|clang|ld|cc1)\S*: .*\bKilled\b|virtual memory exhausted|Cannot allocate memory/,
    "memory ran out",
  ],
  [/Read-only file system/, "the file system is read-only"],
  [/^make(?:\[\d+\])?: \*\*\* .*\] (?:Hangup|Interrupt|Killed|Terminated)$/m, "somebody ended its processes"],
  [/internal compiler error|PLEASE submit a bug report/, "the compiler crashed"],
  [/(?:Input\/output|I\/O) error/, "the disk has errors"],
];

/** Why a failed build is the machine's fault, in a few words; undefined when it looks like the kernel's. */
export function machineFault(output: string): string | undefined {
  return machineTrouble.find(([sign]) => sign.test(output))?.[1];
}
