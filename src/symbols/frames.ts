/** Where a stack dump says that some code is: `rcu_torture_writer+0x1a2/0x910`. */
export interface SymbolOffset {
  readonly symbol: string;
  /** Bytes from the start of the function. */
  readonly offset: number;
  /** Bytes of the function, as kallsyms counts: up to the next symbol. */
  readonly size: number;
  /**
   * A return address, which is that of the instruction behind the call: what was called belongs to the byte
   * before. Instruction pointers are meant as they are.
   */
  readonly returns: boolean;
}

const pattern = /([A-Za-z_][\w.$]*)\+0x([0-9a-f]{1,8})\/0x([0-9a-f]{1,8})(?![0-9a-f]| \[)/;

/** Registers that hold the address of an instruction, not of what comes after a call. */
const instruction =
  /\b(?:RIP|EIP|NIP|IP|epc|Krnl PSW|PC is at|pc)\b *:? |^.*\b(?:WARNING|BUG|KASAN|KCSAN|UBSAN)\b.* at /;

/**
 * The place that a line of a report names, or undefined. Functions of modules (`foo+0x1/0x2 [torture]`) are not in
 * `vmlinux`; torture modules are built in, so nothing is lost.
 */
export function symbolOffsetOf(line: string): SymbolOffset | undefined {
  const match = pattern.exec(line);
  if (match === null) return undefined;
  const [, symbol = "", offset = "", size = ""] = match;
  return {
    symbol,
    offset: Number.parseInt(offset, 16),
    size: Number.parseInt(size, 16),
    returns: !instruction.test(line.slice(0, match.index)),
  };
}

/** The same for the same place, to look it up once. */
export const keyOf = ({ symbol, offset, size, returns }: SymbolOffset): string =>
  `${symbol}+${offset}/${size}${returns ? "" : "!"}`;
