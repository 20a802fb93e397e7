import type { Keyword } from "./automaton.ts";

/**
 * Many literals in text of short lines, by looking at every second pair of bytes only. Each keyword has three
 * neighbouring characters, its anchor, chosen to be rare; wherever it stands, one of the anchor's two pairs is
 * looked at, and then the whole keyword is compared. Most pairs of a console belong to no anchor and cost one
 * table read, which is several times faster than an automaton's two for each byte.
 */
export interface Anchors {
  /**
   * Indexed by the two bytes as one number, in this machine's order. 0: nothing; 1: a newline, a NUL or a byte above 127 is
   * among them; else the index of `candidates`. Bytes, so that what is often read stays in the nearest cache.
   */
  readonly pairs: Uint8Array;
  readonly candidates: readonly (readonly Candidate[])[];
}

interface Candidate {
  readonly keyword: Keyword;
  readonly bytes: Buffer;
  /** Where in the keyword the pair is. */
  readonly offset: number;
}

/** What consoles of torture tests consist of, so that anchors are chosen from what they seldom contain. */
const sample = `[    1.234567][  T123] rcu-torture: rtc: 00000000e4e5451c ver: 1234 tfle: 0 rta: 1234 rtaf: 0 rtf: 1225 rtmbe: 0
srcu-torture: Reader Pipe:  123456 789 0 0 Reader Batch:  Free-Block Circulation:  onoff: 1/1:1/1 3,40:2,30 barrier: read-exits: nocb-toggles:
tasks-torture: torture_onoff task: offlining 2 offlined onlining onlined smpboot: CPU 2 is now offline Booting Node 0 Processor 2 APIC 0x2
rcu_torture_read_exit: Start of episode End of episode rcu_torture_fwd_prog n_max_cbs: rcu_torture_fwd_prog_nr: Duration cver
lock-torture: Writes:  Total: 12345  Max/Min: 0/0   Fail: 0 scf_torture scftorture scf_invoked_count ver: resched: single: many: all:
systemd kernel: device driver registered using memory at address [mem 0x0000-0xffff] pci 0000:00:01.0 (comm read/write) +0x1a2/0x910
`;

const pairsOfSample = new Map<string, number>();
for (let at = 0; at + 1 < sample.length; at++) {
  const pair = sample.slice(at, at + 2);
  pairsOfSample.set(pair, (pairsOfSample.get(pair) ?? 0) + 1);
}

function rarestAnchor(text: string): number {
  const frequency = (at: number): number => pairsOfSample.get(text.slice(at, at + 2)) ?? 0;
  let best = 0;
  for (let at = 1; at + 2 < text.length; at++)
    if (frequency(at) + frequency(at + 1) < frequency(best) + frequency(best + 1)) best = at;
  return best;
}

/** Two bytes as this machine reads them as one number. */
const pairOf = (bytes: Uint8Array): number => new Uint16Array(Uint8Array.from(bytes).buffer)[0] as number;

/** Whether a pair holds a byte that ends a line or is no plain text. */
const isSpecial = (pair: number): boolean =>
  [pair & 0xff, pair >> 8].some((byte) => byte === 0 || byte === 0x0a || byte > 0x7f);

/** @throws RangeError for a keyword of fewer than three bytes */
export function compileAnchors(keywords: readonly Keyword[]): Anchors {
  const pairs = new Uint8Array(1 << 16);
  for (let pair = 0; pair < pairs.length; pair++) if (isSpecial(pair)) pairs[pair] = 1;
  const candidates: Candidate[][] = [[], []];
  for (const keyword of keywords) {
    const bytes = Buffer.from(keyword.text, "latin1");
    if (bytes.length < 3) throw new RangeError(`keyword "${keyword.text}": at least three bytes`);
    const anchor = rarestAnchor(keyword.text);
    for (const offset of [anchor, anchor + 1]) {
      const pair = pairOf(bytes.subarray(offset, offset + 2));
      // With very many keywords, pairs share their candidates.
      if (pairs[pair] === 0)
        pairs[pair] = candidates.length < 256 ? candidates.push([]) - 1 : 2 + (pair % 254);
      candidates[pairs[pair] as number]?.push({ keyword, bytes, offset });
    }
  }
  return { pairs, candidates };
}

/** The flags after what an anchor's pair at `at` proves; the keyword must lie between `from` and `to`. */
export function confirm(
  candidates: readonly Candidate[],
  text: Buffer,
  at: number,
  from: number,
  to: number,
  flags: number,
): number {
  let result = flags;
  for (const { keyword, bytes, offset } of candidates) {
    const start = at - offset;
    if (start < from || start + bytes.length > to) continue;
    let same = 0;
    while (same < bytes.length && text[start + same] === bytes[same]) same++;
    const { needs = 0, sets } = keyword;
    if (same === bytes.length && (result & needs) === needs) result |= sets;
  }
  return result;
}
