import type { SymbolOffset } from "./frames.ts";

/** Addresses of functions, by name; static functions of one name are several. */
export type SymbolTable = ReadonlyMap<string, readonly { readonly address: bigint; readonly size: bigint }[]>;

/** Names that the kernel's own table leaves out (`scripts/mksysmap`), so that they end no function. */
const leftOut = /^(?:(?:__pi_|__kvm_nvhe_)?(?:\$|\.L|__kcfi_typeid_)|__crc_|__kstrtab)/;

/**
 * Reads `nm -n` of a kernel: `ffffffff81000000 T _stext`, sorted by address. A function's size is counted up to the
 * next address with another symbol, as kallsyms does, whose sizes stand in stack dumps.
 * @param wanted names to keep; a kernel has a hundred thousand others
 */
export function readSymbolTable(nm: string, wanted: ReadonlySet<string>): SymbolTable {
  const table = new Map<string, { address: bigint; size: bigint }[]>();
  let open: { name: string; address: string }[] = [];
  let last = "";
  const close = (next: string | undefined) => {
    for (const { name, address } of open) {
      const start = BigInt(`0x${address}`);
      const size = next === undefined ? 0n : BigInt(`0x${next}`) - start;
      table.set(name, [...(table.get(name) ?? []), { address: start, size }]);
    }
    open = [];
  };
  for (const [, address = "", type = "", name = ""] of nm.matchAll(/^([0-9a-f]{8,16}) ([A-Za-z]) (\S+)$/gm)) {
    if ("aNUw".includes(type) || leftOut.test(name)) continue;
    if (address !== last) close(address);
    last = address;
    if ("TtW".includes(type) && wanted.has(name)) open.push({ name, address });
  }
  close(undefined);
  return table;
}

/**
 * The address of a place in the kernel as it was linked; where it was loaded does not matter. Undefined when the
 * kernel has no such function, or several that the size does not tell apart: no place is better than a wrong one.
 */
export function addressOf(place: SymbolOffset, table: SymbolTable): bigint | undefined {
  const named = table.get(place.symbol) ?? [];
  const sized = named.filter(({ size }) => size === BigInt(place.size));
  const only = sized.length === 1 ? sized[0] : undefined;
  if (only === undefined || place.offset > place.size) return undefined;
  const back = place.returns && place.offset > 0 ? 1n : 0n;
  return only.address + BigInt(place.offset) - back;
}
