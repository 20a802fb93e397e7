import {
  isStamped,
  type Message,
  messagesOf,
  noPrefixes,
  type Prefixes,
  stampsOf,
  withoutControls,
  withoutPrefix,
} from "../findings/message.ts";
import { learnPrefix } from "./prefix.ts";
import { wrapWidth } from "./wrap.ts";

/** Lines by which a console's prefix is learned at its beginning, and where a line comes that has another. */
const firstWindow = 64;
const laterWindow = 32;
/** Lines that begin with the kernel's own stamp, one after the other: nothing to learn. */
const plain = 12;
/** Lines to wait, at most, after something could not be learned. */
const longestWait = 1 << 17;
const mostPrefixes = 4;

/** A line as it was read: its text, and whether the first pass saw a word of a report in it. */
export interface RawLine {
  readonly number: number;
  readonly flags: number;
  readonly text: string;
  /** Seconds since boot of the newest stamp among the lines before that were looked at. */
  readonly earlier?: number | undefined;
}

export interface MessageSink {
  /** Every line is wanted. */
  readonly wantsAll: boolean;
  /** @param messages of one line, in its order; often one */
  messages(messages: readonly [Message, ...Message[]], line: RawLine): void;
}

/**
 * Takes lines as somebody recorded them and hands on what the kernel said. The recorder's prefix is learned from
 * the console's first lines, and again where a line that matters has none of those known. Lines are held back
 * meanwhile, so that they, too, are read with what was learned from them.
 */
export class Recording {
  readonly #sink: MessageSink;
  readonly #isCandidate: (flags: number) => boolean;
  readonly #candidateFlag: number;
  #prefixes: Prefixes = noPrefixes;
  #window: RawLine[] | undefined = [];
  #size = firstWindow;
  /** The number of lines in a row that begin with a stamp. */
  #plain = 0;
  #next = 0;
  #wait = laterWindow;
  /** Characters at which a terminal broke the lines; 0: none did. */
  #width = 0;
  #broken: RawLine | undefined;
  #latest: number | undefined;

  /** @param candidateFlag the flag of lines that may begin a report */
  constructor(sink: MessageSink, candidateFlag: number, interesting: number) {
    this.#sink = sink;
    this.#candidateFlag = candidateFlag;
    this.#isCandidate = (flags) => (flags & interesting) !== 0;
  }

  get wantsAll(): boolean {
    return this.#window !== undefined || this.#width > 0 || this.#sink.wantsAll;
  }

  /** Takes a line; `decode` is called where its text matters. */
  line(number: number, flags: number, decode: () => string): void {
    if (!this.#isCandidate(flags) && !this.wantsAll) return;
    const line = { number, flags, text: decode() };
    const pieces = line.text.includes("\r")
      ? line.text.split(/\r+/).filter((piece) => piece.trim() !== "")
      : [line.text];
    for (const piece of pieces.length === 0 ? [""] : pieces)
      this.#piece({ number, flags, text: withoutControls(piece) });
  }

  /** Hands on what is held back: the console ended or fell silent. */
  settle(): void {
    this.#learn();
    this.#flushBroken();
  }

  #piece(line: RawLine): void {
    if (this.#window === undefined && this.#mayTeach(line)) this.#window = [];
    if (this.#window === undefined) {
      this.#join(line);
      return;
    }
    this.#window.push(line);
    this.#plain = isStamped(line.text) ? this.#plain + 1 : 0;
    const long = this.#plain >= plain && !this.#window.some(({ text }) => text.length === 80);
    if (this.#window.length >= this.#size || long) this.#learn();
  }

  /** Whether a line that matters has neither a stamp nor a prefix that is known. */
  #mayTeach(line: RawLine): boolean {
    if (line.number < this.#next || (line.flags & this.#candidateFlag) === 0) return false;
    if (isStamped(line.text) || stampsOf(line.text).length > 0) return false;
    return !this.#prefixes.before.some((prefix) => prefix.length(line.text) > 0);
  }

  #learn(): void {
    const window = this.#window;
    if (window === undefined) return;
    this.#window = undefined;
    this.#plain = 0;
    const learned = this.#study(window.map(({ text }) => text));
    this.#wait = learned ? laterWindow : Math.min(this.#wait * 2, longestWait);
    this.#next = (window.at(-1)?.number ?? 0) + this.#wait;
    this.#size = laterWindow;
    for (const line of window) this.#join(line);
  }

  /** Learns from lines; says whether there was anything new. */
  #study(lines: readonly string[]): boolean {
    const fronts = lines.flatMap((line) => {
      const [first] = stampsOf(line);
      return first === undefined ? [] : [line.slice(0, first.start)];
    });
    const mostStamped = fronts.length * 2 > lines.filter((line) => line.trim() !== "").length;
    const before = mostStamped ? learnPrefix(fronts, true) : learnPrefix(lines);
    const isNew = before !== undefined && this.#prefixes.before.every(({ shape }) => shape !== before.shape);
    if (isNew)
      this.#prefixes = {
        ...this.#prefixes,
        before: [before, ...this.#prefixes.before].slice(0, mostPrefixes),
      };
    const bare = lines.map((line) => withoutPrefix(line, this.#prefixes));
    if (mostStamped) {
      const texts = bare
        .flatMap((line) => messagesOf(line).filter(({ time }) => time !== undefined))
        .map(({ text }) => text);
      this.#prefixes = { ...this.#prefixes, after: learnPrefix(texts) ?? this.#prefixes.after };
      this.#width = wrapWidth(bare) || this.#width;
    }
    return isNew;
  }

  /** Puts together what a terminal broke. */
  #join(line: RawLine): void {
    const text = withoutPrefix(line.text, this.#prefixes);
    const bare = { ...line, text };
    if (this.#width === 0) {
      this.#emit(bare);
      return;
    }
    const broken = this.#broken;
    this.#broken = undefined;
    if (broken !== undefined && !isStamped(text)) {
      const flags = broken.flags | line.flags | this.#candidateFlag;
      const joined = { number: broken.number, flags, text: broken.text + text };
      if (text.length === this.#width && joined.text.length < 4096) this.#broken = joined;
      else this.#emit(joined);
      return;
    }
    if (broken !== undefined) this.#emit(broken);
    if (text.length === this.#width) this.#broken = bare;
    else this.#emit(bare);
  }

  #flushBroken(): void {
    if (this.#broken !== undefined) this.#emit(this.#broken);
    this.#broken = undefined;
  }

  #emit(line: RawLine): void {
    if (!this.#isCandidate(line.flags) && !this.#sink.wantsAll) {
      this.#latest = stampsOf(line.text).at(-1)?.time ?? this.#latest;
      return;
    }
    const messages = messagesOf(line.text, this.#prefixes);
    this.#sink.messages(messages, { ...line, earlier: this.#latest });
    this.#latest = messages.at(-1)?.time ?? this.#latest;
  }
}
