/**
 * Many literals, one pass: an Aho–Corasick automaton over bytes, laid out as one transition table. Cost per
 * byte is two array reads whatever the text, so no console can make it slow.
 */
export interface Keyword {
  readonly text: string;
  /** Bits added to the line's flags when the text occurs … */
  readonly sets: number;
  /** … but only if all these bits are set already (an earlier keyword on the same line). */
  readonly needs?: number;
}

export interface Automaton {
  /** Class of each byte value, below 128. */
  readonly classes: Uint8Array;
  /** `table[state + class]` is the next state. The first state is 0. */
  readonly table: Int32Array;
  /** States from here on mean that something happened. */
  readonly firstEvent: number;
  /** State reached by a newline, by a NUL and by any byte above 127. */
  readonly newline: number;
  readonly nul: number;
  readonly high: number;
  /** Bits that reaching a state sets, indexed by `(state - firstEvent) >> classBits` … */
  readonly sets: Int32Array;
  /** … and keywords of it that need earlier ones; most states have none. */
  readonly conditional: readonly (readonly Keyword[] | undefined)[];
}

interface Node {
  readonly next: Map<number, Node>;
  readonly outputs: Keyword[];
  fail: Node | undefined;
  index: number;
}

const node = (): Node => ({ next: new Map(), outputs: [], fail: undefined, index: -1 });
/** Rows of the table have 2 to this power entries; a state is the index of its row's first entry. */
export const classBits = 7;
const reservedClasses = { other: 0, newline: 1, nul: 2, high: 3 } as const;

function classesOf(keywords: readonly Keyword[]): Uint8Array {
  const classes = new Uint8Array(256);
  classes.fill(reservedClasses.high, 128);
  classes[10] = reservedClasses.newline;
  classes[0] = reservedClasses.nul;
  let used = 4;
  for (const { text } of keywords) {
    for (const byte of Buffer.from(text, "latin1")) {
      if (byte === 0 || byte === 10 || byte > 127) throw new RangeError(`keyword "${text}": ASCII text only`);
      if (classes[byte] === reservedClasses.other) classes[byte] = used++;
    }
  }
  if (used > 1 << classBits)
    throw new RangeError(`keywords use ${used} different bytes; at most ${1 << classBits}`);
  return classes;
}

function trieOf(keywords: readonly Keyword[]): Node {
  const root = node();
  for (const keyword of keywords) {
    let at = root;
    for (const byte of Buffer.from(keyword.text, "latin1")) {
      let next = at.next.get(byte);
      if (!next) {
        next = node();
        at.next.set(byte, next);
      }
      at = next;
    }
    at.outputs.push(keyword);
  }
  return root;
}

/** Nodes in breadth-first order, with failure links set and outputs of suffixes merged in. */
function link(root: Node): Node[] {
  const order: Node[] = [root];
  for (let i = 0; i < order.length; i++) {
    const at = order[i] as Node;
    for (const [byte, child] of at.next) {
      let fail = at.fail;
      while (fail && !fail.next.has(byte)) fail = fail.fail;
      child.fail = at === root ? root : (fail?.next.get(byte) ?? root);
      child.outputs.push(...child.fail.outputs);
      order.push(child);
    }
  }
  return order;
}

/** Builds the automaton. Texts are ASCII without NUL and newline; throws RangeError otherwise. */
export function compileAutomaton(keywords: readonly Keyword[]): Automaton {
  const classes = classesOf(keywords);
  const order = link(trieOf(keywords));
  const quiet = order.filter((n) => n.outputs.length === 0);
  const loud = order.filter((n) => n.outputs.length > 0);
  const newline = quiet.length;
  const [nul, high, firstLoud] = [newline + 1, newline + 2, newline + 3];
  quiet.forEach((n, i) => {
    n.index = i;
  });
  loud.forEach((n, i) => {
    n.index = firstLoud + i;
  });
  const row = (index: number): number => index << classBits;
  const table = new Int32Array(row(firstLoud + loud.length));
  const rows = new Map<Node, Int32Array>();
  for (const n of order) {
    const entries = table.subarray(row(n.index), row(n.index + 1));
    // Breadth first: the failure state's row is complete already.
    if (n.fail) entries.set(rows.get(n.fail) as Int32Array);
    entries[reservedClasses.newline] = row(newline);
    entries[reservedClasses.nul] = row(nul);
    entries[reservedClasses.high] = row(high);
    for (const [byte, child] of n.next) entries[classes[byte] as number] = row(child.index);
    rows.set(n, entries);
  }
  const rootRow = rows.get(order[0] as Node) as Int32Array;
  for (const alias of [newline, nul, high]) table.set(rootRow, row(alias));
  return {
    classes,
    table,
    firstEvent: row(newline),
    newline: row(newline),
    nul: row(nul),
    high: row(high),
    sets: Int32Array.from([0, 0, 0, ...loud.map((n) => union(n.outputs.filter((k) => !k.needs)))]),
    conditional: [undefined, undefined, undefined, ...loud.map((n) => conditionalOf(n.outputs))],
  };
}

const union = (keywords: readonly Keyword[]): number => keywords.reduce((bits, k) => bits | k.sets, 0);

function conditionalOf(keywords: readonly Keyword[]): readonly Keyword[] | undefined {
  const conditional = keywords.filter((k) => k.needs);
  return conditional.length > 0 ? conditional : undefined;
}
