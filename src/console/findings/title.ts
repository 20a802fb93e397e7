import { remembering } from "../memo.ts";
import { withoutNumbers } from "./fingerprint.ts";
import { bareName } from "./frames.ts";
import type { Recipe } from "./recipes/recipe.ts";

/** Characters of a title. */
const longest = 200;
/** What a panic advises after its first sentence: `No working init found.  Try passing init= …`. */
const advice = /(?<=[a-z][.!])\s+(?=[A-Z][a-z]+ ).*$/;
const inFunction = / in \{function\}/;

/** What differs from run to run: numbers, addresses, and tasks as `name/123`, `name[123]`. */
export function withoutNames(text: string): string {
  return withoutNumbers(
    text.replace(/(?<![\w/.-])[\w:.-]{1,40}\/\d{1,8}(?:\/0x[0-9a-f]+)?(?![\w/.-])/g, "TASK"),
  )
    .replace(/\b(process|task|comm|program|[Cc]omm:) +[\w:./-]+(?: |$)/g, "$1 TASK ")
    .replace(/\bCPU ?#?\d+\b/g, "CPU");
}

const keysOf = remembering((template) =>
  Array.from(template.matchAll(/\{(\w+)\}/g), ([, key]) => key as string),
);

/**
 * The title, and those under which the same bug may be known too.
 * @param header the report's first message
 * @param name the guilty function, where one is known
 */
export function titlesOf(
  recipe: Recipe,
  groups: Readonly<Record<string, string | undefined>>,
  header: string,
  name: string | undefined,
): { readonly title: string; readonly also: string[] } {
  // Floods of reports make this hot: only what a template asks for is worked out.
  const valueFor = (key: string): string | undefined => {
    switch (key) {
      case "what":
        return groups.what && withoutNames(groups.what);
      case "general":
        return groups.type?.replace(/^slab-| (?:read|write)$/g, "");
      case "named":
        return groups.function && bareName(groups.function);
      case "function":
        return name;
      case "message":
        return withoutNames(
          header
            .trim()
            .replace(/^.*?not syncing: |,? exitcode=.*$/g, "")
            .trim()
            .replace(advice, ""),
        );
      case "text":
        return withoutNames((groups.what ?? header.trim()).replace(/^(?:WARNING|BUG): /, "").trim());
      case "both":
        return groups.both?.replace(/[\w.$]+(?:\+0x[0-9a-f]+\/0x[0-9a-f]+)?/g, (f) =>
          bareName(f.replace(/\+.*/, "")),
        );
      default:
        return groups[key];
    }
  };
  const fill = (template: string): string =>
    (name === undefined ? template.replace(inFunction, "") : template)
      .replace(/\{(\w+)\}/g, (_, key: string) => valueFor(key) ?? "")
      // A caller that is not known is not its own one.
      .replace(/ in (\w+)\/\1$/, " in $1")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, longest);
  const title = fill(name === undefined ? (recipe.alone ?? recipe.title) : recipe.title);
  const usable = (template: string): boolean => keysOf(template).every((key) => valueFor(key) !== undefined);
  if (recipe.also === undefined) return { title, also: [] };
  const also = new Set(recipe.also.filter(usable).map(fill));
  also.delete(title);
  return { title, also: [...also] };
}
