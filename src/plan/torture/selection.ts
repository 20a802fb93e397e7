import { InputError } from "../../errors.ts";
import type { TortureScript } from "./script.ts";

/** Kernels of a set: `normal` is the one without a sanitizer. */
export const variantWords = ["normal", "kasan", "kcsan"] as const;

/** As people name it: `srcu-lockdep` for the script's `do_srcu_lockdep`. */
export const wordOf = (family: string): string => family.replaceAll("_", "-");

/** What is on, by the words of `torture-sets`. */
export interface Selection {
  /** Families and variants, as `torture-sets` names them. */
  readonly on: ReadonlySet<string>;
  /** Asked for by name, so that it is said when the tree does not have it. */
  readonly asked: ReadonlySet<string>;
  /** Single sets that are switched on or off by their ids. */
  readonly single: ReadonlyMap<string, boolean>;
}

/** All families that any kernel's `torture.sh` has had: a word beyond these and the tree's own is a mistake. */
const everKnown = [
  ...["allmodconfig", "clocksourcewd", "kvfree", "locktorture", "rcu-rust", "rcuscale", "rcutasksflavors"],
  ...["rcutorture", "refscale", "rt", "scftorture", "srcu-lockdep", ...variantWords],
];

interface Word {
  readonly text: string;
  readonly sign: "+" | "-" | "";
  readonly name: string;
}

function parseWord(text: string): Word {
  const [, sign = "", name = ""] = /^([+-]?)(?:do-)?(.*)$/.exec(text) ?? [];
  return { text, sign: sign as Word["sign"], name };
}

function check(words: readonly Word[], known: readonly string[], ids: ReadonlySet<string>): void {
  const wrong = words.find(
    ({ name }) => !known.includes(name) && !ids.has(name) && !["all", "none"].includes(name),
  );
  if (wrong !== undefined) {
    throw new InputError(
      `torture-sets: "${wrong.text}" is not a set; there are ${known.toSorted().join(", ")}, all, none, and single sets as mode plan lists them.`,
    );
  }
  const signed = words.find(({ sign, name }) => sign !== "" && ["all", "none"].includes(name));
  if (signed !== undefined)
    throw new InputError(`torture-sets: "${signed.text}" takes no sign; write ${signed.name}.`);
  for (const { name, sign, text } of words) {
    const other = words.find((word) => word.name === name && (word.sign === "-") !== (sign === "-"));
    if (other !== undefined)
      throw new InputError(`torture-sets: "${text}" and "${other.text}" contradict each other; give one.`);
  }
  if (words.some(({ name }) => name === "all") && words.some(({ name }) => name === "none"))
    throw new InputError('torture-sets: "all" and "none" contradict each other; give one.');
}

/**
 * Which families and variants are on. Without words those of the script's defaults; `+kcsan` and `-allmodconfig` change
 * these; a word without a sign leaves out all that is not named, as `--do-none --do-NAME` does.
 *
 * @param words of the input `torture-sets`
 * @param ids of single sets, which words may name too
 * @throws InputError for unknown words, and two that contradict each other
 */
export function selectFamilies(
  words: readonly string[],
  { families }: TortureScript,
  ids: ReadonlySet<string> = new Set(),
): Selection {
  const parsed = words.map(parseWord);
  const own = [...families].map(([family, on]) => [wordOf(family), on] as const);
  const hasNormal = families.has("normal");
  const known = new Set([...everKnown, ...own.map(([name]) => name)]);
  check(parsed, [...known], ids);
  const has = (name: string) => parsed.some((word) => word.name === name);
  const none = has("none") || (!has("all") && parsed.some(({ sign }) => sign === ""));
  // The script's --do-all leaves Rust out, and so do we.
  const all = own.map(([name]) => name).filter((name) => name !== "rcu-rust");
  const first = none ? [] : has("all") ? all : own.filter(([, on]) => on).map(([name]) => name);
  const on = new Set(first);
  // An older script has no way to leave plain kernels out.
  if (!hasNormal) on.add("normal");
  const single = new Map<string, boolean>();
  for (const { name, sign } of parsed) {
    if (!known.has(name) && ids.has(name)) single.set(name, sign !== "-");
    else if (sign === "-") on.delete(name);
    else if (name !== "all" && name !== "none") on.add(name);
  }
  const normalOff = parsed.some(({ name, sign }) => name === "normal" && sign === "-");
  if (!variantWords.some((name) => on.has(name))) {
    if (normalOff)
      throw new InputError(
        'torture-sets: "-normal" leaves no kernel at all; add kasan or kcsan, or leave it out.',
      );
    on.add("normal");
  }
  if (single.size === 0 && ![...on].some((name) => !(variantWords as readonly string[]).includes(name))) {
    throw new InputError(
      `torture-sets: "${words.join(" ")}" leaves no set; name one of ${all.filter((name) => !(variantWords as readonly string[]).includes(name)).join(", ")}.`,
    );
  }
  const asked = parsed.filter(({ sign }) => sign !== "-").map(({ name }) => name);
  return { on, asked: new Set(asked), single };
}
