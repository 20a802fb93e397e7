import Builder from "fast-xml-builder";

/** An element as the builder takes it: its name with its children, and its attributes under a key of their own. */
export type Element = Readonly<Record<string, unknown>>;

const builder = new Builder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  format: true,
  indentBy: "  ",
});

/** @param children elements, and texts without control characters; the builder escapes the rest */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly (Element | string)[] = [],
): Element {
  const content = children.map((child) => (typeof child === "string" ? { "#text": child } : child));
  return { [name]: content, ":@": attributes };
}

/** A whole document. */
export function renderXml(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build([root]).trim()}\n`;
}
