/** One entry of a stack dump. */
export interface Frame {
  readonly name: string;
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
  `^\\s*${address}?\\(?${symbol}(?:${anyOffsets})?\\)? from ${address}?\\(?${symbol}`,
);
/** After decode_stacktrace.sh: `foo+0x1/0x2 file.c:12` is a plain frame; inlined ones have no offset. */
const inlined = /^\s*([A-Za-z_]\w*) (?:\.?\/?[\w.+-]+\/)+[\w.+-]+:\d+(?: \[inline\])?\s*$/;
const instruction = [
  /\bRIP: (?:e?0010|0008|e030):\s*(?:\[<[0-9a-f]+>\] *)?(?:\[<[0-9a-f]+>\] *)?([A-Za-z_][\w.$]*)(?:\+0x|\s|$)/,
  /\bEIP: (?:\[<[0-9a-f]+>\] )?([A-Za-z_][\w.$]*)\+0x/,
  /^EIP is at ([A-Za-z_][\w.$]*)\+0x/,
  /^\s*(?:pc|PC is at|epc)\s*:? ([A-Za-z_][\w.$]*)\+0x/,
  /^\s*NIP \[[0-9a-f]+\] (?:\[[0-9a-f]+\] )?([A-Za-z_][\w.$]*)(?:\+0x|\s|$)/,
  /^\s*Krnl PSW : [0-9a-f]+ [0-9a-f]+ \(([A-Za-z_][\w.$]*)\+0x/,
  /^\s*epc : ([A-Za-z_][\w.$]*)\+0x/,
  /^\s*IP: (?:\[<[0-9a-f]+>\] )?([A-Za-z_][\w.$]*)\+0x/,
] as const;

/** The function a frame line names, or undefined where the line is none. */
export function parseFrame(text: string): Frame | undefined {
  const plain = framePattern.exec(text);
  if (plain) {
    const unreliable = plain[1] !== undefined;
    // An address just behind a function is no return address into it: left over on the stack.
    if (unreliable && plain[3] === plain[4]) return undefined;
    return { name: bareName(plain[2] as string), unreliable };
  }
  if (text.includes(" from ")) {
    const arm = armFrame.exec(text);
    if (arm) return { name: bareName(arm[1] as string), unreliable: false };
  }
  const inline = inlined.exec(text);
  return inline ? { name: bareName(inline[1] as string), unreliable: false } : undefined;
}

/** The function that a line of registers says the CPU was in; kernel mode only. */
export function parseInstructionPointer(text: string): string | undefined {
  if (text.endsWith("[inline]")) return undefined;
  for (const pattern of instruction) {
    const match = pattern.exec(text);
    if (match?.[1]) return bareName(match[1]);
  }
  return undefined;
}

/** A function's name without what compilers append to its copies. */
export function bareName(name: string): string {
  return name.replace(suffixes, "").replace(/^\.(?=[A-Za-z_])/, "");
}
