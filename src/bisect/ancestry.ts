/** Which candidates are ancestors of which; each is an ancestor of itself. */
export interface Ancestry {
  has(ancestor: number, commit: number): boolean;
  /** For each commit the sum over its ancestors. */
  sums(weights: Float64Array): Float64Array;
}

/** Without side branches, ancestors are what comes before. */
const line: Ancestry = {
  has: (ancestor, commit) => ancestor <= commit,
  sums(weights) {
    let sum = 0;
    return weights.map((weight) => {
      sum += weight;
      return sum;
    });
  },
};

/**
 * Sums over the bits of each row, eight at a time: what a byte stands for is reckoned out once for all rows.
 * @param bytes in the order in which they are in memory, `width` a row
 */
function bytewise(bytes: Uint8Array, width: number, rows: number, weights: Float64Array): Float64Array {
  const sums = new Float64Array(rows);
  const block = 64;
  const meanings = new Float64Array(block * 256);
  for (let from = 0; from < width; from += block) {
    const columns = Math.min(block, width - from);
    for (let column = 0; column < columns; column++) {
      for (let byte = 1; byte < 256; byte++) {
        const bit = 31 - Math.clz32(byte);
        const weight = weights[8 * (from + column) + bit] ?? 0;
        meanings[column * 256 + byte] = (meanings[column * 256 + (byte ^ (1 << bit))] ?? 0) + weight;
      }
    }
    // Ancestors come before their descendants.
    for (let row = 8 * from; row < rows; row++) {
      let sum = sums[row] ?? 0;
      const start = row * width + from;
      for (let column = 0; column < columns; column++)
        sum += meanings[column * 256 + (bytes[start + column] ?? 0)] ?? 0;
      sums[row] = sum;
    }
  }
  return sums;
}

/** A row of bits for each commit: 28 MB for 15,000 commits. */
function rows(parents: readonly (readonly number[])[]): Ancestry {
  const words = Math.ceil(parents.length / 32);
  const bits = new Uint32Array(words * parents.length);
  // Rows are read by bytes, too, which is their order on little-endian machines alone: that is what Node runs on.
  const bytes = new Uint8Array(bits.buffer);
  const at = (index: number) => bits[index] ?? 0;
  for (const [commit, above] of parents.entries()) {
    const own = commit * words;
    bits[own + (commit >>> 5)] = 1 << (commit & 31);
    for (const parent of above) {
      const last = parent >>> 5;
      for (let word = 0; word <= last; word++) {
        bits[own + word] = at(own + word) | at(parent * words + word);
      }
    }
  }
  return {
    has: (ancestor, commit) => ((at(commit * words + (ancestor >>> 5)) >>> (ancestor & 31)) & 1) === 1,
    sums: (weights) => {
      const live = weights.reduce((count, weight) => count + (weight === 0 ? 0 : 1), 0);
      if (live > parents.length / 32) return bytewise(bytes, words * 4, parents.length, weights);
      const some = [...weights.keys()].filter((commit) => weights[commit] !== 0);
      return Float64Array.from(parents, (_, commit) => {
        let sum = 0;
        for (const one of some) {
          if (one > commit) break;
          if ((at(commit * words + (one >>> 5)) >>> (one & 31)) & 1) sum += weights[one] ?? 0;
        }
        return sum;
      });
    },
  };
}

const known = new WeakMap<readonly (readonly number[])[], Ancestry>();

/** Made once for each list of parents. */
export function ancestryOf(parents: readonly (readonly number[])[]): Ancestry {
  const isLine = (above: readonly number[], commit: number) =>
    commit === 0 ? above.length === 0 : above.length === 1 && above[0] === commit - 1;
  const ancestry = known.get(parents) ?? (parents.every(isLine) ? line : rows(parents));
  known.set(parents, ancestry);
  return ancestry;
}
