import { createHash } from "node:crypto";

/**
 * What goes into one scenario's build, each as a text that people can read. Two builds with equal ingredients
 * are taken to be the same kernel.
 */
export interface Ingredients {
  /** Version of our format of keys and stored builds. */
  readonly format: string;
  readonly suite: string;
  readonly scenario: string;
  /** As `uname -m` names the machine that builds. */
  readonly architecture: string;
  /** git's id of the source tree, which a reworded commit keeps; without git, a digest of its files (content.ts). */
  readonly tree: string;
  /** `none`, or a digest of what is not committed. */
  readonly changes: string;
  /** Kconfig options after all overrides, separated by blanks. */
  readonly fragment: string;
  /** Content of the `.boot` file: it is part of the stored `qemu-cmd`. */
  readonly boot: string;
  readonly defconfig: string;
  readonly kmakeArg: string;
  /** Environment variables that the kernel's Makefile heeds. */
  readonly environment: string;
  /** First line of what the compiler says of its version; `missing` without one. */
  readonly compiler: string;
  /** The same of the linker, for the binutils. */
  readonly linker: string;
  readonly initrd: string;
  /** Options that are written into the stored `qemu-cmd` and cannot be replaced there afterwards. */
  readonly guest: string;
}

/** What to call an ingredient when explaining a miss. In the order of importance to people. */
const words: Record<keyof Ingredients, string> = {
  tree: "the source tree",
  changes: "uncommitted changes",
  fragment: "Kconfig options",
  scenario: "the scenario",
  suite: "the torture suite",
  boot: "the scenario's .boot file",
  defconfig: "defconfig",
  kmakeArg: "kmake-arg",
  compiler: "the compiler",
  linker: "the linker",
  environment: "make's environment variables",
  architecture: "the architecture",
  initrd: "the initrd",
  guest: "options of the guest's command",
  format: "the format of stored builds",
};

/**
 * The beginning that all keys of a scenario share: `rcutorture-1-x86_64-rcu-TREE03.`. Whatever is newest below
 * it is the nearest entry to explain a miss with. It ends in a dot, which no scenario's name has, because the
 * keys of BUSTED-BOOST must not begin with BUSTED's prefix.
 */
export function keyPrefix(
  ingredients: Pick<Ingredients, "format" | "architecture" | "suite" | "scenario">,
): string {
  const { format, architecture, suite, scenario } = ingredients;
  return `${["rcutorture", format, architecture, suite, scenario].map(plain).join("-")}.`;
}

/**
 * The key of a build: the readable prefix, the first digits of the tree's id, and last a SHA-256 of all
 * ingredients. At most 300 characters of letters, digits, `.`, `_` and `-`.
 */
export function buildKey(ingredients: Ingredients): string {
  const names = (Object.keys(words) as (keyof Ingredients)[]).sort();
  const hash = createHash("sha256").update(JSON.stringify(names.map((name) => [name, ingredients[name]])));
  return `${keyPrefix(ingredients)}${plain(ingredients.tree.replace(/^content-/, "").slice(0, 12))}-${hash.digest("hex")}`;
}

/** Names of the ingredients in which two builds differ, the most telling first. */
export function changedIngredients(
  wanted: Ingredients,
  nearest: Readonly<Record<string, string>>,
): (keyof Ingredients)[] {
  const names = Object.keys(words) as (keyof Ingredients)[];
  return names.filter((name) => wanted[name] !== (nearest[name] ?? ""));
}

/**
 * One line on why no stored build fits.
 *
 * @param nearest Ingredients of the nearest entry; undefined when nothing of this scenario is stored.
 */
export function explainMiss(
  wanted: Ingredients,
  nearest: Readonly<Record<string, string>> | undefined,
): string {
  if (nearest === undefined) return `${wanted.scenario}: no build of it is stored yet`;
  const changes = changedIngredients(wanted, nearest).map((name) => {
    const before = nearest[name] ?? "";
    return name === "fragment"
      ? fragmentChange(before, wanted.fragment)
      : change(words[name], before, wanted[name]);
  });
  if (changes.length === 0) return `${wanted.scenario}: a build with the same ingredients has another key`;
  return `${wanted.scenario}: the nearest stored build differs in ${changes.join("; ")}`;
}

function change(what: string, before: string, after: string): string {
  return `${what} (${short(before)}, now ${short(after)})`;
}

function fragmentChange(before: string, after: string): string {
  const [old, now] = [before.split(" "), after.split(" ")];
  const came = now.filter((option) => !old.includes(option)).map((option) => `+${option}`);
  const went = old.filter((option) => !now.includes(option)).map((option) => `-${option}`);
  return `${words.fragment} (${short([...came, ...went].join(" ") || "their order")})`;
}

function short(text: string): string {
  if (text === "") return "none";
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}

function plain(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 40);
}
