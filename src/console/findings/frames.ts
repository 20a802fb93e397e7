/** One entry of a stack dump. */
export interface Frame {
  readonly name: string;
  /** Where it is in the kernel's sources, on stacks with source places. */
  readonly file?: string | undefined;
  /** Marked with `?`: found on the stack, perhaps stale. */
  readonly unreliable: boolean;
}

const suffixes =
  /\.(?:isra|constprop|part|cold|llvm|clone|lto_priv|localalias|resume|destroy)(?:\.\d+)*(?=\.|$)/g;
const symbol = "([A-Za-z_][\\w.$:<>]*)";
const offsets = "\\+0x([0-9a-f]{1,8})\\/0x([0-9a-f]{1,8})";
const anyOffsets = "\\+0x[0-9a-f]{1,8}\\/0x[0-9a-f]{1,8}";
/** `[<ffffffff81000000>]`, ppc's `[c0000000] [c00000]`, s390's `([<…>]`. */
const address = "(?:\\(?\\[<?[0-9a-f(][\\w() ]{3,20}>?\\] ?)";
const framePattern = new RegExp(`^\\s*${address}{0,2}(\\? )?\\(?${symbol}${offsets}`);
/** 32-bit ARM: `[<c0101234>] (foo) from [<c0105678>] (bar+0x10/0x14)`, newer `foo from bar+0x10/0x14`. */
const armFrame = new RegExp(
  `^\\s*${address}?\\(?${symbol}(?:${anyOffsets})?\\)? from ${address}?\\(?(?:${symbol}|0x[0-9a-f])`,
);
const path = "((?:\\.{0,2}\\/?[\\w.+-]+\\/)+[\\w.+-]+\\.[a-zA-Z]\\w*|[\\w-]+\\.[chS]):\\d+";
/** After decode_stacktrace.sh: inlined functions have no offset; newer ones put places in brackets. */
const inlined = new RegExp(
  `^\\s*${address}{0,2}(\\? )?([A-Za-z_][\\w.]*) (?:${path}(?: \\[inline\\])?|\\(${path}(?: \\(discriminator \\d+\\))?\\))\\s*(?:\\[?[\\w .]*\\]?)$`,
);
const placeBehind = new RegExp(`^[^/]*?\\/0x[0-9a-f]+(?: \\[[\\w ]+\\])? \\(?${path}`);
const instruction = [
  /\bRIP: (?:e?0010|0008|e030):\s*(?:\[<[0-9a-f]+>\] *)?(?:\[<[0-9a-f]+>\] *)?([A-Za-z_][\w.$]*)(?:\+0x|\s|$)/,
  /\bEIP: (?:\[<[0-9a-f]+>\] )?([A-Za-z_][\w.$]*)\+0x/,
  /^EIP is at ([A-Za-z_][\w.$]*)\+0x/,
  /^\s*(?:pc|PC is at|epc)\s*:? ([A-Za-z_][\w.$]*)\+0x/,
  /^\s*NIP \[[0-9a-f]+\] (?:\[[0-9a-f]+\] )?([A-Za-z_][\w.$]*)(?:\+0x|\s|$)/,
  /^\s*Krnl PSW : [0-9a-f]+ [0-9a-f]+ \(([A-Za-z_][\w.$]*)\+0x/,
  /^\s*epc : ([A-Za-z_][\w.$]*)\+0x/,
  /^\s*(?:epc|ERA|era) *: [0-9a-f]+ ([A-Za-z_][\w.$]*)\+0x/,
  /^\s*IP: (?:\[<[0-9a-f]+>\] )?([A-Za-z_][\w.$]*)\+0x/,
] as const;
const link = [
  /^\s*(?:lr|LR is at|ra)\s*:? ([A-Za-z_][\w.$]*)\+0x/,
  /^\s*LR \[[0-9a-f]+\] (?:\[[0-9a-f]+\] )?([A-Za-z_][\w.$]*)\+0x/,
  /^\s*ra *: [0-9a-f]+ ([A-Za-z_][\w.$]*)\+0x/,
] as const;

/** The function a frame line names, or undefined where the line is none. */
export function parseFrame(text: string): Frame | undefined {
  const plain = text.includes("+0x") ? framePattern.exec(text) : null;
  if (plain) {
    const unreliable = plain[1] !== undefined;
    // An address just behind a function is no return address into it: left over on the stack.
    if (unreliable && plain[3] === plain[4]) return undefined;
    return { name: bareName(plain[2] as string), unreliable, file: fileBehind(text) };
  }
  if (text.includes(" from ")) {
    const arm = armFrame.exec(text);
    if (arm) return { name: bareName(arm[1] as string), unreliable: false };
  }
  return inlinedFrame(text);
}

function inlinedFrame(text: string): Frame | undefined {
  const inline = text.includes(".") && /\.[a-zA-Z]\w*:\d/.test(text) ? inlined.exec(text) : null;
  return inline
    ? {
        name: bareName(inline[2] as string),
        unreliable: inline[1] !== undefined,
        file: sourcePath((inline[3] ?? inline[4]) as string),
      }
    : undefined;
}

/** The function that a line of registers says the CPU was in; kernel mode only. */
export function parseInstructionPointer(text: string): Frame | undefined {
  if (text.endsWith("[inline]")) {
    const at = /^\s*RIP: (?:0010|e030):\s*/.exec(text);
    return at ? inlinedFrame(text.slice(at[0].length)) : undefined;
  }
  for (const pattern of instruction) {
    const match = pattern.exec(text);
    if (match?.[1]) return { name: bareName(match[1]), unreliable: false, file: fileBehind(text) };
  }
  return undefined;
}

/** The function that a line of registers says to be returned to: the caller where there is no stack. */
export function parseLink(text: string): Frame | undefined {
  for (const pattern of link) {
    const match = pattern.exec(text);
    if (match?.[1]) return { name: bareName(match[1]), unreliable: false, file: fileBehind(text) };
  }
  return undefined;
}

function fileBehind(text: string): string | undefined {
  if (!text.includes(":", text.indexOf("/0x"))) return undefined;
  const found = placeBehind.exec(text)?.[1];
  return found === undefined ? undefined : sourcePath(found);
}

/** A function's name without what compilers append to its copies. */
export function bareName(name: string): string {
  return name.replace(suffixes, "").replace(/^\.(?=[A-Za-z_])/, "");
}

const kernelPath =
  /(?:^|\/)((?:arch|block|certs|crypto|drivers|fs|include|init|io_uring|ipc|kernel|lib|mm|net|rust|samples|security|sound|tools|usr|virt)\/[\w./+-]+)$/;

/** A source path relative to the tree: some builds print absolute or `./` ones. */
export function sourcePath(path: string): string {
  return kernelPath.exec(path)?.[1] ?? path.replace(/^(?:\.\.?\/)+/, "");
}
