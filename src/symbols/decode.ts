import type { Finding } from "../results/schema.ts";
import type { Executor } from "../systems/command.ts";
import { landmark, readAddr2line, relativeLocations, type SourceLocation } from "./addr2line.ts";
import { annotateFinding, type Locations } from "./annotate.ts";
import { keyOf, type SymbolOffset, symbolOffsetOf } from "./frames.ts";
import { addressOf, readSymbolTable } from "./table.ts";

/** A kernel without debug information is read in a second; one with it takes addr2line some more. */
const addr2lineTimeout = 120_000;
/** Bytes of `nm -n` of a kernel with everything built in. */
const longestTable = 256 * 2 ** 20;

/** Locations named in the texts of findings, each once. */
export function symbolsNamedIn(findings: readonly Finding[]): Map<string, SymbolOffset> {
  const all = new Map<string, SymbolOffset>();
  for (const { text } of findings) {
    for (const line of text.split("\n")) {
      const at = line.includes("+0x") ? symbolOffsetOf(line) : undefined;
      if (at !== undefined) all.set(keyOf(at), at);
    }
  }
  return all;
}

/** Output of a program on this machine; undefined when it is missing, fails or takes too long. */
async function output(
  executor: Executor,
  argv: readonly [string, ...string[]],
  stdin?: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const command = { argv, env: { LC_ALL: "C" }, timeout: addr2lineTimeout };
  const { exitStatus, stdout, truncated } = await executor.run(
    { ...command, ...(stdin === undefined ? {} : { stdin }) },
    { maxBuffer: longestTable, ...(signal === undefined ? {} : { signal }) },
  );
  return exitStatus === 0 && truncated !== true ? stdout : undefined;
}

/**
 * Source places of what stack dumps name, by `nm` and one run of `addr2line` over all of them. Empty where there is
 * no debug information, or no such program: symbols are a courtesy, their absence is nobody's failure.
 * @param vmlinux path of the kernel's ELF file on this machine
 */
export async function decodeLocations(
  wanted: ReadonlyMap<string, SymbolOffset>,
  vmlinux: string,
  executor: Executor,
  signal?: AbortSignal,
): Promise<Locations> {
  const none = new Map<string, SourceLocation[]>();
  if (wanted.size === 0) return none;
  const names = new Set([...wanted.values()].map(({ symbol }) => symbol)).add(landmark.function);
  const nm = await output(executor, ["nm", "-n", vmlinux], undefined, signal);
  if (nm === undefined) return none;
  const table = readSymbolTable(nm, names);
  const addresses = new Map<string, bigint>();
  for (const [key, place] of wanted) {
    const address = addressOf(place, table);
    if (address !== undefined) addresses.set(key, address);
  }
  if (addresses.size === 0) return none;
  const top = table.get(landmark.function)?.[0]?.address;
  const asked = new Set([...addresses.values(), ...(top === undefined ? [] : [top])]);
  const stdin = `${[...asked].map((address) => `0x${address.toString(16)}`).join("\n")}\n`;
  const text = await output(executor, ["addr2line", "-a", "-i", "-f", "-e", vmlinux], stdin, signal);
  const found = readAddr2line(text ?? "");
  const topFile = top === undefined ? undefined : found.get(top)?.at(-1)?.file;
  const places = [...addresses].map(([key, address]) => {
    return [key, relativeLocations(found.get(address) ?? [], topFile)] as const;
  });
  return new Map(places.filter(([, known]) => known.length > 0));
}

/** Findings of one kernel with the source places of their frames; the same findings where nothing can be decoded. */
export async function decodeFindings(
  findings: readonly Finding[],
  vmlinux: string,
  executor: Executor,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const places = await decodeLocations(symbolsNamedIn(findings), vmlinux, executor, signal);
  return findings.map((finding) => (places.size === 0 ? finding : annotateFinding(finding, places)));
}
