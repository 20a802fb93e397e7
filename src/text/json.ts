const plain = /^[\n\x20-\x7e]*$/;

/** What a terminal would obey or nobody can see; JSON.stringify leaves all of it but C0 as it is. */
const unseen =
  /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

const escaped = (character: string) =>
  Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("");

/** JSON, indented, that says the same and can be shown on a terminal: what cannot be seen is escaped. */
export function printableJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return plain.test(text) ? text : text.replace(unseen, escaped);
}
