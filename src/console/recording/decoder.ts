import { StringDecoder } from "node:string_decoder";

/** Bytes of a console's beginning by which its encoding and its line ends are told. */
const most = 4096;
/** Without a byte order mark, so many bytes with a NUL in every other one are UTF-16. */
const fewest = 32;
const [cr, lf] = [0x0d, 0x0a];

type Transcoder = (bytes: Buffer) => Buffer;

const utf16 = (bigEndian: boolean): Transcoder => {
  const decoder = new StringDecoder("utf16le");
  let odd = Buffer.alloc(0);
  return (bytes) => {
    if (!bigEndian) return Buffer.from(decoder.write(bytes), "utf8");
    const all = Buffer.concat([odd, bytes]);
    const even = all.length & ~1;
    odd = Buffer.from(all.subarray(even));
    return Buffer.from(decoder.write(Buffer.from(all.subarray(0, even)).swap16()), "utf8");
  };
};

/** Carriage returns alone end lines: classic terminal recorders, some serial servers. */
const carriageReturns: Transcoder = (bytes) => {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(cr); at >= 0; at = copy.indexOf(cr, at + 1)) copy[at] = lf;
  return copy;
};

/** Chains two: UTF-16 with carriage returns. */
const then =
  (first: Transcoder, second: Transcoder): Transcoder =>
  (bytes) =>
    second(first(bytes));

/** What the console is written in, as far as `head` tells; undefined: plain bytes, newlines. */
function transcoderOf(head: Buffer): Transcoder | undefined {
  const order = encodingOf(head);
  if (order === undefined) return hasOnlyReturns(head) ? carriageReturns : undefined;
  const inner = utf16(order === "big");
  return hasOnlyReturns(utf16(order === "big")(head)) ? then(inner, carriageReturns) : inner;
}

function encodingOf(head: Buffer): "little" | "big" | undefined {
  if (head.length < 2) return undefined;
  if (head[0] === 0xff && head[1] === 0xfe) return "little";
  if (head[0] === 0xfe && head[1] === 0xff) return "big";
  if (head.length < fewest) return undefined;
  const nuls = [0, 0];
  const size = Math.min(head.length & ~1, 256);
  for (let i = 0; i < size; i++) if (head[i] === 0) nuls[i % 2] = (nuls[i % 2] as number) + 1;
  const [even, odd] = nuls as [number, number];
  if (odd > size * 0.4 && even === 0) return "little";
  return even > size * 0.4 && odd === 0 ? "big" : undefined;
}

const hasOnlyReturns = (head: Buffer): boolean =>
  !head.includes(lf) && head.indexOf(cr) !== head.lastIndexOf(cr);

/**
 * Turns a console into bytes of ASCII or UTF-8 with newlines, whatever recorded it: UTF-16, carriage returns
 * alone. Holds back the console's first bytes until they tell (the first newline is enough); others pass as they are.
 */
export class Decoder {
  #head: Buffer | undefined = Buffer.alloc(0);
  #transcode: Transcoder | undefined;

  write(bytes: Uint8Array): Uint8Array {
    if (this.#head === undefined)
      return this.#transcode?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) ?? bytes;
    const head = this.#head.length === 0 ? bytes : Buffer.concat([this.#head, bytes]);
    const view = Buffer.from(head.buffer, head.byteOffset, head.length);
    if (view.length < most && (view.length < fewest || !view.includes(lf))) {
      this.#head = Buffer.from(view);
      return Buffer.alloc(0);
    }
    return this.#decide(view);
  }

  /** What is still held back: the console ended, or fell silent. */
  flush(): Uint8Array {
    return this.#head === undefined || this.#head.length === 0 ? Buffer.alloc(0) : this.#decide(this.#head);
  }

  #decide(head: Buffer): Uint8Array {
    this.#head = undefined;
    this.#transcode = transcoderOf(head.subarray(0, most));
    return this.#transcode?.(head) ?? head;
  }
}
